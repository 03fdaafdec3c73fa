"""The text of a clinic beside the leaflet: what the screens draw.

A hospital or practice may give its own text (``osteoapp leaflet import``). It stands above the program's own text, with
the clinic's name. Its shape is small on purpose, and nothing in it leads anywhere: no HTML, no picture, no link::

    ClinicLeaflet(name="Ziekenhuis X", imported=date(2026, 11, 22), sections=(
        Section(title="Na de prik", topic="denosumab", moment="after", blocks=(
            Paragraph((Span("Bel bij "), Span("koorts", bold=True), Span("."))),
            Heading("Thuis"),
            Listing((Entry((Span("drink genoeg"),)), Entry((Span("rust"),), depth=1, number=None))),
        )),
        Section(title="Parkeren", topic=None, moment=None, blocks=(...)),
    ))

How to draw it:

- ``for_topic(topic, moment)`` gives what belongs beside an item: ``topic`` is ``Treatment.topic`` and ``moment`` what
  ``content.moments.moment`` says. Sections of that moment come first, then those without a moment. With
  ``moment=None`` it gives everything of a chapter of the Folder; ``topic`` is then a chapter's id. ``beside`` is the
  same for a pane: what the clinic says of all weekly tablets stands beside each of them.
- ``passages`` gives every section as a passage of its own, with ``clinic/<number>`` as its id: for what can show or
  find passages only.
- ``unmapped()`` gives what belongs to no chapter of ours: show it as one chapter of its own, under the clinic's name.
- Every text is plain: draw it as plain text, never as rich text. It holds no control characters, none that are
  invisible or turn the direction of writing, and nothing that looks like a tag. A line break is ``\\n``.
- ``plain(section)`` gives the text of a section for a search or for reading aloud.

``to_record`` and ``from_record`` are how it is kept in the data folder; what is kept is checked anew when read.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from typing import Any, Final

from osteoapp.content import leaflet
from osteoapp.content.leaflet import Passage
from osteoapp.content.prose import BULLET, text_of

FORMAT: Final = 1
PREFIX: Final = "clinic/"
_ALL_TABLETS: Final = "weekly-tablet"
_TABLETS: Final = frozenset({"alendronate", "alendronate-drink", "alendronate-effervescent", "risedronate"})
LONGEST_NAME: Final = 80
DEEPEST: Final = 3

# Nearly every text is of these alone: Latin letters, digits, signs, quotation marks and dashes. Only a quick way out.
_ORDINARY: Final = re.compile("[\n\t -~\u00a0-\u00ac\u00ae-\u024f\u2010-\u2027\u20ac]*")
# A tag, a comment or an entity that begins: a letter, a slash, ! or ? right behind the sign.
_TAG: Final = re.compile(r"<[A-Za-z/!?]")
# Control characters (line break and tab apart), lone surrogates, private and unassigned code points, line separators.
_CONTROL: Final = frozenset({"Cc", "Cs", "Co", "Cn", "Zl", "Zp"})
# Characters without a shape of their own: of no width, or turning the direction of the text around them.
_INVISIBLE: Final = "Cf"
_FILLERS: Final = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0")
_SELECTORS: Final = re.compile("[\ufe00-\ufe0d\U000e0100-\U000e01ef]")


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of plain text, bold or not."""

    text: str
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Text that stands by itself."""

    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside a section, below its title."""

    text: str


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a list: how deep it lies (0 to 2), and its number where the list counts."""

    spans: tuple[Span, ...]
    depth: int = 0
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Listing:
    """A list; entries of inner lists follow the entry that they belong to."""

    entries: tuple[Entry, ...]


Block = Paragraph | Heading | Listing


@dataclass(frozen=True, slots=True)
class Section:
    """A titled text. ``topic`` is a chapter of the leaflet, ``moment`` one of its moments; None where it has none."""

    title: str
    topic: str | None
    moment: str | None
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class ClinicLeaflet:
    """The whole text of one clinic: its name, the local date on which it was taken over, and its sections in order."""

    name: str
    imported: date
    sections: tuple[Section, ...]

    def for_topic(self, topic: str, moment: str | None = None) -> tuple[Section, ...]:
        """The sections of a chapter; with ``moment`` those of it, else of the nearest one, then those of none."""
        mine = [section for section in self.sections if section.topic == topic]
        if moment is None:
            return tuple(mine)
        fitting = [section for section in mine if section.moment == moment]
        if not fitting:
            nearest = leaflet.contents()["nearest"].get(moment)
            fitting = [section for section in mine if nearest is not None and section.moment == nearest]
        return (*fitting, *(section for section in mine if section.moment is None))

    def beside(self, topic: str, moment: str) -> tuple[Section, ...]:
        """The sections to show beside an item; of a weekly tablet without its own, those of all of them."""
        found = self.for_topic(topic, moment)
        return found or (self.for_topic(_ALL_TABLETS, moment) if topic in _TABLETS else ())

    def id_of(self, section: Section) -> str:
        """The id of a section: ``clinic/<number>``, in their order."""
        return f"{PREFIX}{self.sections.index(section)}"

    def section(self, passage_id: str) -> Section | None:
        """The section of that id; None where there is none."""
        number = passage_id.removeprefix(PREFIX)
        if number == passage_id or not number.isdigit() or int(number) >= len(self.sections):
            return None
        return self.sections[int(number)]

    def passages(self) -> tuple[Passage, ...]:
        """Every section as a passage, in order."""
        return _passages(self)

    def unmapped(self) -> tuple[Section, ...]:
        """The sections that belong to no chapter of the leaflet."""
        return tuple(section for section in self.sections if section.topic is None)


class Unusable(ValueError):
    """A record that is not one of a clinic's text, or holds what may not be shown."""


@cache
def topics() -> tuple[str, ...]:
    """The topics that a section can have: the chapters of the leaflet, in reading order."""
    return tuple(topic.id for topic in leaflet.topics("nl"))


def forbidden(text: str) -> str | None:
    """What in a text may not be shown: ``html``, ``control``, ``invisible``; None where all of it may."""
    if _TAG.search(text):
        return "html"
    if _ORDINARY.fullmatch(text):
        return None
    for character in text:
        kind = unicodedata.category(character)
        if kind in _CONTROL and character not in "\n\t":
            return "control"
        if kind == _INVISIBLE or character in _FILLERS:
            return "invisible"
    return "invisible" if _SELECTORS.search(text) else None


def plain(section: Section) -> str:
    """Title and text of a section, a block a line."""
    return "\n".join([section.title, *(line for block in section.blocks for line in _lines(block))])


def entry_mark(entry: Entry) -> str:
    """What stands before an entry of a list: its number, or the mark of an entry."""
    return f"{entry.number}. " if entry.number is not None else BULLET


def shown_lines(section: Section) -> tuple[str, ...]:
    """The lines of a section as they are read, entries with their marks; a line break in one is a space."""
    found: list[str] = []
    for block in section.blocks:
        if isinstance(block, Listing):
            found += [f"{entry_mark(entry)}{joined(entry.spans)}" for entry in block.entries]
        else:
            found += _lines(block)
    return tuple(line.replace("\n", " ") for line in found)


def _unmarked(text: str) -> str:
    """The text without what would make a passage bold: here it is only two stars."""
    return text.replace("**", "") or text


@lru_cache(maxsize=2)
def _passages(clinic: ClinicLeaflet) -> tuple[Passage, ...]:
    return tuple(
        Passage(
            id=f"{PREFIX}{number}", topic=section.topic or "", moment=section.moment or "general",
            title=_unmarked(section.title), text=_unmarked(text_of(shown_lines(section))), facts=(), addition=False,
            source=clinic.name, checked=clinic.imported,
        )
        for number, section in enumerate(clinic.sections)
    )  # fmt: skip


def _lines(block: Block) -> Iterator[str]:
    if isinstance(block, Heading):
        yield block.text
    elif isinstance(block, Paragraph):
        yield joined(block.spans)
    else:
        yield from (joined(entry.spans) for entry in block.entries)


def joined(spans: Iterable[Span]) -> str:
    """The text of spans in a row."""
    return "".join(span.text for span in spans)


# --- as it is kept


def to_record(clinic: ClinicLeaflet) -> dict[str, Any]:
    """Values that JSON can hold; ``from_record`` gives the same text again."""
    return {
        "format": FORMAT, "name": clinic.name, "imported": clinic.imported.isoformat(),
        "sections": [
            {
                "title": section.title, "topic": section.topic, "moment": section.moment,
                "blocks": [_block_record(block) for block in section.blocks],
            }
            for section in clinic.sections
        ],
    }


def _block_record(block: Block) -> dict[str, Any]:
    if isinstance(block, Heading):
        return {"heading": block.text}
    if isinstance(block, Paragraph):
        return {"text": _span_records(block.spans)}
    return {
        "list": [
            {"text": _span_records(entry.spans), "depth": entry.depth, "number": entry.number}
            for entry in block.entries
        ]
    }


def _span_records(spans: Iterable[Span]) -> list[list[str | bool]]:
    return [[span.text, span.bold] for span in spans]


def from_record(record: Any) -> ClinicLeaflet:
    """A clinic's text from what was kept. A topic or moment that this version does not know is left out.

    Raises Unusable.
    """
    try:
        if record["format"] != FORMAT:
            raise Unusable(f"format {record['format']!r}")
        sections = tuple(_section(entry) for entry in record["sections"])
        return ClinicLeaflet(_text(record["name"]), date.fromisoformat(record["imported"]), sections)
    except (KeyError, TypeError, ValueError, AttributeError, IndexError) as fault:
        raise Unusable(str(fault)) from fault


def _section(record: Mapping[str, Any]) -> Section:
    topic, moment = record["topic"], record["moment"]
    blocks = tuple(_block(entry) for entry in record["blocks"])
    return Section(
        _text(record["title"]), topic if topic in topics() else None, moment if moment in leaflet.MOMENTS else None,
        blocks,
    )


def _block(record: Mapping[str, Any]) -> Block:
    if "heading" in record:
        return Heading(_text(record["heading"]))
    if "text" in record:
        return Paragraph(_spans(record["text"]))
    return Listing(tuple(_entry(entry) for entry in record["list"]))


def _entry(record: Mapping[str, Any]) -> Entry:
    depth, number = record["depth"], record["number"]
    if type(depth) is not int or not 0 <= depth < DEEPEST or not (number is None or type(number) is int):
        raise Unusable("a list")
    return Entry(_spans(record["text"]), depth, number)


def _spans(records: Iterable[Any]) -> tuple[Span, ...]:
    found = tuple(Span(_text(text, part=True), bool(bold)) for text, bold in records)
    if forbidden(joined(found)):  # a tag may be cut in two
        raise Unusable("a text")
    return found


def _text(text: Any, *, part: bool = False) -> str:
    if not isinstance(text, str) or forbidden(text) or not (part or text.strip()):
        raise Unusable("a text")
    return text
