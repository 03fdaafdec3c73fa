"""A text of the leaflet taken apart: paragraphs and entries of lists, their sentences, and the first few of them.

The one place that knows where a sentence ends: searching, reading aloud, the panes and the tests all ask here.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

BULLET: Final = "- "
NO_LIMIT: Final = 1_000_000
_SLACK: Final = 60
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

    A question stays with its answer, which may be one sentence and a few letters more than is wanted. A list that a
    line opens is whole or left out with that line; where a text is nothing but a list, an entry counts as a sentence.
    """
    found: dict[int, list[str]] = {}
    counted, used, opened = 0, 0, False
    for group in _together(lines):
        size = sum(len(part) for _, part in group)
        listed = group[0][1].startswith(BULLET)
        if not (listed and opened):
            slack = _SLACK if len(group) > 1 else 0
            if found and (counted >= most or used + size > letters + slack):
                break
            counted += len(group)
            used += size
        opened = opened or not listed
        for number, part in group:
            found.setdefault(number, []).append(part)
    return tuple(" ".join(one) for one in found.values()) if most > 0 else ()


def _together(lines: Sequence[str]) -> list[list[tuple[int, str]]]:
    """Sentences with the number of their line; a question, or what ends in a colon, in one group with what follows."""
    groups: list[list[tuple[int, str]]] = []
    for number, line in enumerate(lines):
        for part in of_line(line):
            last = groups[-1][-1][1] if groups else ""
            if last.endswith(("?", ":")) and not last.startswith(BULLET) and not part.startswith(BULLET):
                groups[-1].append((number, part))
            else:
                groups.append([(number, part)])
    return groups
