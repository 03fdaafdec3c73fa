"""The text of a passage taken apart for the screen."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

BULLET: Final = "- "
_END: Final = re.compile(r"(?<=[.?!])\s+(?=[A-ZÀ-Ý0-9*“])")


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


def sentences(text: str) -> list[str]:
    """The sentences of a text, in order; an entry of a list is one."""
    return [one for line in paragraphs(text) for one in _END.split(line)]


def excerpt(lines: Iterable[str], sentences: int, letters: int) -> list[str]:
    """The first whole sentences of paragraphs: as many as are wanted, and only as long as there is room.

    A list entry counts as a sentence. There is always at least one, however long.
    """
    found: list[str] = []
    used = 0
    for line in lines:
        parts = [line] if line.startswith(BULLET) else _END.split(line)
        taken: list[str] = []
        for part in parts:
            if used and (sentences <= 0 or used + len(part) > letters):
                return [*found, " ".join(taken)] if taken else found
            taken.append(part)
            used += len(part)
            sentences -= 1
        found.append(" ".join(taken))
    return found
