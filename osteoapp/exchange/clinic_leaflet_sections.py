"""Puts headings and blocks of a clinic's file together as sections, each with the chapter and moment it belongs to."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from osteoapp.content.clinic import Block, Heading, Section
from osteoapp.exchange.clinic_leaflet_bytes import LONGEST_TITLE, Head
from osteoapp.exchange.clinic_leaflet_faults import FileFaults
from osteoapp.exchange.clinic_leaflet_topics import moment_of, topic_of

MOST_SECTIONS: Final = 500
# Headings of these levels begin a section; a deeper one stays a heading inside it.
_LEVELS: Final = 3
# What a leaflet as a whole is about: no heading below such a title is about it for that reason alone.
_WHOLE: Final = "osteoporosis"


@dataclass(slots=True)
class _Open:
    """A section that is being filled."""

    title: str
    line: int
    level: int
    topic: str | None
    moment: str | None
    blocks: list[Block] = field(default_factory=list)


class Sections:
    """The sections of one file.

    A file whose head names a topic is one section. In any other, every heading of the first three levels begins one:
    its words name chapter and moment. A heading that names only a moment, and one of the third level, takes the
    chapter of the heading above it.
    """

    def __init__(self, head: Head, name: str, faults: FileFaults) -> None:
        self._head = head
        self._name = name
        self._faults = faults
        self._whole = head.topic is not None
        self._open: list[_Open] = []
        if self._whole and head.title is not None:
            self._begin(head.title, 0, 0, head.topic, head.moment)

    def heading(self, level: int, text: str, line: int) -> None:
        """A heading, 1 the highest level."""
        if len(text) > LONGEST_TITLE:
            self._faults.add(line, "title_long", most=str(LONGEST_TITLE))
        if self._whole:
            if not self._open:
                self._begin(text, line, 0, self._head.topic, self._head.moment)
            elif text != self._open[-1].title or self._open[-1].blocks:
                self._open[-1].blocks.append(Heading(text))
        elif level > _LEVELS and self._open:
            self._open[-1].blocks.append(Heading(text))
        else:
            topic, moment = topic_of(text), moment_of(text)
            above = next((one for one in reversed(self._open) if one.level < level), None)
            if topic is None and above is not None and (moment is not None or level == _LEVELS):
                topic = above.topic if above.topic != _WHOLE else None
            self._begin(text, line, level, topic, moment or self._head.moment)

    def block(self, block: Block, line: int) -> None:
        """A block of text; one before the first heading begins a section with the file's own title."""
        if not self._open:
            title = self._head.title or _readable(self._name)
            topic = self._head.topic if self._whole else topic_of(title)
            self._begin(title, line, 0, topic, self._head.moment or (None if self._whole else moment_of(title)))
        self._open[-1].blocks.append(block)

    def close(self) -> tuple[Section, ...]:
        """The sections that hold text. A heading with nothing below it, not even a deeper heading, is a fault."""
        found: list[Section] = []
        for number, one in enumerate(self._open):
            if any(not isinstance(block, Heading) for block in one.blocks):
                found.append(Section(one.title, one.topic, one.moment, tuple(one.blocks)))
                continue
            below = self._open[number + 1] if number + 1 < len(self._open) else None
            if one.blocks or below is None or below.level <= one.level:
                self._faults.add(one.line, "title_alone")
        if not found and not self._faults:
            self._faults.add(0, "no_text")
        return tuple(found)

    def _begin(self, title: str, line: int, level: int, topic: str | None, moment: str | None) -> None:
        if len(self._open) == MOST_SECTIONS:
            self._faults.add(line, "many_sections", most=str(MOST_SECTIONS))
        if len(self._open) <= MOST_SECTIONS:
            self._open.append(_Open(title, line, level, topic, moment))


def _readable(name: str) -> str:
    """A title from a file's name: ``na-de-prik.md`` is ``Na de prik``."""
    stem = name.rpartition("/")[2].rpartition(".")[0]
    words = " ".join(stem.replace("_", " ").replace("-", " ").split())
    return (words[:1].upper() + words[1:])[:LONGEST_TITLE] or stem
