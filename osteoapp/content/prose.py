"""A text of the leaflet taken apart: paragraphs and entries of lists, their sentences, and the first few of them.

The one place that knows where a sentence ends: searching, reading aloud, the panes and the tests all ask here.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

BULLET: Final = "- "
NO_LIMIT: Final = 1_000_000
# A sentence ends in a sign, with what closes it, before a space; not where a small letter follows, as in "2 p.m. or".
_NUMBER: Final = re.compile(r"\d+\.")
_END: Final = re.compile(r"(?<=[.!?])[)\"'”’]*\s+(?=[^\s\da-zà-öø-ÿ]|\d)")


def paragraphs(text: str) -> list[str]:
    """The paragraphs and list entries of a passage, in order; an entry keeps its mark."""
    found: list[str] = []
    for block in text.split("\n\n"):
        lines = [line.strip() for line in block.strip().splitlines()]
        if any(line.startswith(BULLET) for line in lines):
            found += lines
        elif lines:
            found.append(" ".join(lines))
    return [line for line in found if line]


def text_of(lines: Sequence[str]) -> str:
    """The text of which these are the paragraphs and entries: entries in a row are one block."""
    found = ""
    for number, line in enumerate(lines):
        together = number and line.startswith(BULLET) and lines[number - 1].startswith(BULLET)
        found += f"{'' if not number else chr(10) if together else chr(10) * 2}{line}"
    return found


def spans(line: str) -> tuple[tuple[int, int], ...]:
    """Where the sentences of one line stand, in characters from and to."""
    found, start = [], 0
    for end in (*_END.finditer(line), None):
        stop = len(line) if end is None else end.start() + len(end.group().rstrip())
        text = line[start:stop]
        if end is not None and _NUMBER.fullmatch(text):
            continue  # the number of an entry is no sentence
        if text.strip():
            found.append((start + len(text) - len(text.lstrip()), start + len(text.rstrip())))
        start = len(line) if end is None else end.end()
    return tuple(found)


def of_line(line: str) -> tuple[str, ...]:
    """The sentences of one line; an entry of a list is one, whatever is in it."""
    if line.startswith(BULLET):
        return (line,)
    return tuple(line[start:end] for start, end in spans(line))


def sentences(text: str) -> tuple[str, ...]:
    """The sentences of a text, in order; an entry of a list is one or several, without its mark."""
    found = (line.removeprefix(BULLET) for line in paragraphs(text))
    return tuple(line[start:end] for line in found for start, end in spans(line))


def shortened(lines: Sequence[str], most: int, letters: int = NO_LIMIT) -> tuple[str, ...]:
    """The first so many sentences, as far as they have so many letters together; the first one however long.

    A list that a line opens is whole or left out with that line; where a text is nothing but a list, an entry counts
    as a sentence. What is cut short does not end in a question: its answer is what was left out. Where that leaves
    nothing, it is cut all the same.
    """
    parts = [(number, part) for number, line in enumerate(lines) for part in of_line(line)]
    kept: list[tuple[int, str]] = []
    counted, used = 0, 0
    for number, part in parts:
        free = part.startswith(BULLET) and any(not one.startswith(BULLET) for _, one in kept)
        if not free:
            if kept and (counted >= most or used + len(part) > letters):
                kept = _closed(kept) or kept
                break
            counted += 1
            used += len(part)
        kept.append((number, part))
    found: dict[int, list[str]] = {}
    for number, part in kept:
        found.setdefault(number, []).append(part)
    return tuple(" ".join(one) for one in found.values())


def _closed(kept: Sequence[tuple[int, str]]) -> list[tuple[int, str]]:
    """What was kept without what leads to something that was left out."""
    found = list(kept)
    while found and found[-1][1].endswith((":", "?")):
        found.pop()
    return found
