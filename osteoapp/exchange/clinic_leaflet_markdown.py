"""A clinic's Markdown as plain blocks: paragraphs, lists, headings, bold. All else is a fault or becomes plain text.

The parser runs with HTML off. Pictures, tables and links that are no address for people are faults; of a link to a
web page, a mail address or a phone number the text stays, with the address behind it, and it leads nowhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from markdown_it import MarkdownIt
from markdown_it.token import Token

from osteoapp.content import clinic
from osteoapp.content.clinic import DEEPEST, Block, Entry, Listing, Paragraph, Span
from osteoapp.exchange.clinic_leaflet_bytes import Source
from osteoapp.exchange.clinic_leaflet_faults import FileFaults
from osteoapp.exchange.clinic_leaflet_sections import Sections
from osteoapp.exchange.regimen_faults import shown

_ADDRESS: Final = re.compile(r"(?:https?://|mailto:|tel:)[^\s<>]+", re.IGNORECASE)
_SPACES: Final = re.compile(r"[ \t]+")
_LONGEST_ADDRESS: Final = 200


class _Parser(MarkdownIt):
    """Reads every link as one, also those that a browser must not follow: they are to be found, not passed over."""

    def validateLink(self, url: str) -> bool:  # noqa: N802 - the parser's own name
        return True

    def normalizeLink(self, url: str) -> str:  # noqa: N802
        return url

    def normalizeLinkText(self, link: str) -> str:  # noqa: N802
        return link


def read(source: Source, sections: Sections, faults: FileFaults) -> None:
    """Gives the headings and blocks of a file to its sections; faults are noted with their line."""
    parser = _Parser("commonmark", {"html": False}).enable("table")
    noted: dict[str, dict[str, dict[str, object]]] = {}
    tokens = parser.parse("\n".join(source.lines), noted)
    for target in noted.get("references", {}).values():
        place = target.get("map")
        line = source.first + (int(place[0]) if isinstance(place, list | tuple) else 0)
        _address(str(target.get("href", "")), line, faults)
    _Walk(source.first, sections, faults).over(tokens)


class _Walk:
    """Goes over the tokens of a file once, in order, however deep they lie in each other."""

    def __init__(self, first: int, sections: Sections, faults: FileFaults) -> None:
        self._first = first
        self._sections = sections
        self._faults = faults
        self._line = first
        self._heading = 0
        self._lists = 0
        self._quotes = 0
        self._numbers: list[int | None] = []
        self._fresh = False
        self._entries: list[Entry] = []
        self._begun = first
        self._table = 0

    def over(self, tokens: Sequence[Token]) -> None:
        """The whole file."""
        for token in tokens:
            if token.map is not None:
                self._line = self._first + token.map[0]
            if token.type == "table_open":
                self._faults.add(self._line, "table")
            self._table += token.nesting if token.type.startswith("table_") else 0
            if not self._table:
                self._one(token)

    def _one(self, token: Token) -> None:
        kind = token.type
        if kind in ("bullet_list_open", "ordered_list_open"):
            self._enter_list()
        elif kind in ("bullet_list_close", "ordered_list_close"):
            self._leave_list()
        elif kind == "list_item_open":
            self._numbers[-1] = int(token.info) if token.info.isdigit() else None
            self._fresh = True
        elif kind in ("blockquote_open", "blockquote_close"):
            self._quotes += token.nesting
            self._deep(self._quotes)
        elif kind in ("heading_open", "heading_close"):
            self._heading = int(token.tag[1]) if token.nesting > 0 else 0
        elif kind in ("fence", "code_block"):
            self._text((Span(token.content.strip("\n")),))
        elif kind == "inline":
            self._text(_spans(token.children or (), self._line, self._faults))

    def _enter_list(self) -> None:
        if not self._lists:
            self._begun = self._line
        self._lists += 1
        self._numbers.append(None)
        self._deep(self._lists)

    def _leave_list(self) -> None:
        self._lists -= 1
        self._numbers.pop()
        self._fresh = False
        if not self._lists and self._entries:
            self._sections.block(Listing(tuple(self._entries)), self._begun)
            self._entries = []

    def _deep(self, depth: int) -> None:
        if depth > DEEPEST:
            self._faults.add(self._line, "nested", most=str(DEEPEST))

    def _text(self, spans: tuple[Span, ...]) -> None:
        text = clinic.joined(spans)
        code = clinic.forbidden(text)
        if code is not None:
            self._faults.add(self._line, code)
        if not text.strip():
            return
        if self._lists:
            self._entry(spans)
        elif self._heading:
            self._sections.heading(self._heading, _one_line(text), self._line)
        else:
            self._block(Paragraph(spans))

    def _entry(self, spans: tuple[Span, ...]) -> None:
        """A new entry, or more text of the one before: a second paragraph in it."""
        depth = min(self._lists, DEEPEST) - 1
        if self._fresh or not self._entries:
            self._entries.append(Entry(spans, depth, self._numbers[-1]))
        else:
            last = self._entries[-1]
            self._entries[-1] = Entry(merged((*last.spans, Span("\n"), *spans)), last.depth, last.number)
        self._fresh = False

    def _block(self, block: Block) -> None:
        self._sections.block(block, self._line)


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _spans(children: Iterable[Token], line: int, faults: FileFaults) -> tuple[Span, ...]:
    """The text of a paragraph; line breaks inside it move the line that faults name."""
    parts: list[Span] = []
    bold = 0
    address, linked = "", ""
    for child in children:
        text = ""
        if child.type == "image":
            faults.add(line, "picture")
        elif child.type in ("strong_open", "strong_close"):
            bold += child.nesting
        elif child.type == "link_open":
            address, linked = _address(str(child.attrs.get("href", "")), line, faults), ""
        elif child.type == "link_close":
            text = f" ({address})" if address and address not in linked else ""
            address = ""
        elif child.type in ("softbreak", "hardbreak"):
            text = " " if child.type == "softbreak" else "\n"
            line += 1
        else:
            text = child.content
        linked += text
        if text:
            parts.append(Span(text, bold > 0))
    return merged(parts)


def _address(url: str, line: int, faults: FileFaults) -> str:
    """An address as people read it; empty, with a fault noted, where it is none."""
    if not _ADDRESS.fullmatch(url) or len(url) > _LONGEST_ADDRESS or clinic.forbidden(url):
        faults.add(line, "address", value=shown(url))
        return ""
    return re.sub(r"^(?:mailto:|tel:|https?://)", "", url, flags=re.IGNORECASE).rstrip("/")


def merged(parts: Iterable[Span]) -> tuple[Span, ...]:
    """Spans without doubled spaces and without empty ones, neighbours of one kind as one."""
    found: list[Span] = []
    for part in parts:
        text = _SPACES.sub(" ", part.text)
        if found and found[-1].text.endswith((" ", "\n")):
            text = text.lstrip(" ")
        if found and found[-1].bold == part.bold:
            found[-1] = Span(found[-1].text + text, part.bold)
        elif text:
            found.append(Span(text, part.bold))
    if found:
        found[0] = Span(found[0].text.lstrip(), found[0].bold)
        found[-1] = Span(found[-1].text.rstrip(), found[-1].bold)
    return tuple(part for part in found if part.text)
