"""The text of a passage taken apart for the screen."""

from __future__ import annotations

import re
from typing import Final

BULLET: Final = "- "
_END: Final = re.compile(r"(?<=[.?!])\s+(?=[A-Z0-9*])")


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
