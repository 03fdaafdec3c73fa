"""A clinic's plain text as plain blocks: empty lines part paragraphs, marks make lists, a short line is a heading."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from osteoapp.content.clinic import Entry, Listing, Paragraph, Span
from osteoapp.exchange.clinic_leaflet_bytes import Source
from osteoapp.exchange.clinic_leaflet_sections import Sections

_MARK: Final = re.compile(r"\s*(?:[-*•·–]\s+|(\d{1,3})[.)]\s+)(?=\S)")
_NO_HEADING: Final = (".", ",", ";", ":", "!")
_LONGEST_HEADING: Final = 80
_MOST_WORDS: Final = 12
# A first line below this many characters that fills less than this part of the column is a heading of its own.
_NARROW: Final = 60
_FULL: Final = 0.8
_LEVEL: Final = 2


def read(source: Source, sections: Sections) -> None:
    """Gives the headings and blocks of a file to its sections.

    A heading is a guess here: one with no text below it is the title of all at the top, and a paragraph elsewhere.
    """
    pieces = list(_pieces(source))
    headed = [_is_heading(rows[0]) and (len(rows) == 1 or _stands_above(rows)) for _, rows in pieces]
    for number, (line, rows) in enumerate(pieces):
        bare = len(rows) == 1 and all(headed[number + 1 : number + 2])
        if headed[number] and (not bare or number == 0 < len(pieces) - 1):
            sections.heading(_LEVEL - bare, " ".join(rows[0].split()), line)
            rows, line = rows[1:], line + 1
        if rows:
            _block(rows, line, sections)


def _pieces(source: Source) -> Iterator[tuple[int, list[str]]]:
    """Lines with no empty one between them, with the number of the first."""
    rows: list[str] = []
    start = source.first
    for number, line in enumerate((*source.lines, ""), source.first):
        if line.strip():
            if not rows:
                start = number
            rows.append(line)
        elif rows:
            yield start, rows
            rows = []


def _is_heading(row: str) -> bool:
    text = row.strip()
    short = len(text) <= _LONGEST_HEADING and len(text.split()) <= _MOST_WORDS
    return short and not text.endswith(_NO_HEADING) and not _MARK.match(row)


def _stands_above(rows: Sequence[str]) -> bool:
    """Whether a first line ends early: the next would have fitted behind it had they been one paragraph."""
    if len(rows) < 2 or not rows[1].strip()[:1].isupper():
        return False
    first, widest = len(rows[0].strip()), max(len(row.strip()) for row in rows)
    return first < _NARROW and first + len(rows[1].split()[0]) < widest * _FULL


def _block(rows: Sequence[str], line: int, sections: Sections) -> None:
    """A paragraph, a list, or a paragraph with a list below it."""
    begins = next((number for number, row in enumerate(rows) if _MARK.match(row)), len(rows))
    if begins:
        sections.block(Paragraph((Span(_flowing(rows[:begins])),)), line)
    entries: list[tuple[int | None, list[str]]] = []
    for row in rows[begins:]:
        mark = _MARK.match(row)
        if mark is not None:
            entries.append((int(mark[1]) if mark[1] else None, [row[mark.end() :]]))
        else:
            entries[-1][1].append(row)
    if entries:
        made = tuple(Entry((Span(_flowing(text)),), 0, number) for number, text in entries)
        sections.block(Listing(made), line + begins)


def _flowing(rows: Sequence[str]) -> str:
    return " ".join(" ".join(rows).split())
