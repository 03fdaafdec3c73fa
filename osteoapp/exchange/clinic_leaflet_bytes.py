"""From the bytes of a clinic's file to lines that may be shown: encoding, characters, size, and the file's own head."""

from __future__ import annotations

import codecs
import re
import unicodedata
from dataclasses import dataclass
from typing import Final

from osteoapp.content import clinic
from osteoapp.content.leaflet import MOMENTS
from osteoapp.exchange.clinic_leaflet_faults import FileFaults
from osteoapp.exchange.regimen_faults import shown

MOST_LINES: Final = 20_000
LONGEST_LINE: Final = 2_000
LONGEST_BLOCK: Final = 10_000
LONGEST_TITLE: Final = 120

_FENCE: Final = "---"
_KEYS: Final = ("topic", "moment", "title")
_ALWAYS: Final = "general"  # a moment that is every moment
_LONGEST_HEAD: Final = 20
_UTF16: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_SOFT_HYPHEN: Final = "\u00ad"
# So many of every hundred bytes are NUL in the UTF-16 of a text with Latin letters.
_NULS: Final = 25
_BREAKS: Final = re.compile("\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Head:
    """What a file says of itself; None where it does not."""

    topic: str | None = None
    moment: str | None = None
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """A file that may be shown: its head, its lines, and the number of the first of them."""

    head: Head
    lines: tuple[str, ...]
    first: int


def read(data: bytes, faults: FileFaults) -> Source | None:
    """The text of a file; None, with at least one fault noted, where it cannot be used."""
    text = _decoded(data, faults)
    if text is None:
        return None
    lines = _BREAKS.split(unicodedata.normalize("NFC", text).replace(_SOFT_HYPHEN, ""))
    _check(lines, faults)
    head, taken = _head(lines, faults)
    return None if faults else Source(head, tuple(lines[taken:]), taken + 1)


def _decoded(data: bytes, faults: FileFaults) -> str | None:
    """The text; None, with a fault noted, where the bytes are none."""
    data = data.removeprefix(codecs.BOM_UTF8)
    nuls = data.count(b"\0")
    text, line = None, 0
    if data.startswith(_UTF16):
        code = "utf16"
    elif not data.strip():
        code = "empty"
    elif nuls * 100 > _NULS * len(data):
        code = "utf16" if _even(data) else "binary"
    else:
        try:
            text, code = data.decode("utf-8"), ""
        except UnicodeDecodeError as fault:
            code = "binary" if nuls or _unlike_text(data) else "not_utf8"
            line = 0 if code == "binary" else data.count(b"\n", 0, fault.start) + 1
    if code:
        faults.add(line, code)
    return text


def _even(data: bytes) -> bool:
    """Whether nearly all NUL bytes stand at even or at odd places, as in UTF-16."""
    even, odd = data[::2].count(0), data[1::2].count(0)
    return min(even, odd) * 10 < max(even, odd)


def _unlike_text(data: bytes) -> bool:
    """Whether more than one byte of a hundred is a control character: no text in any encoding."""
    control = sum(byte < 9 or 13 < byte < 32 for byte in data[:4096])
    return control * 100 > len(data[:4096])


def _check(lines: list[str], faults: FileFaults) -> None:
    """Size and characters of every line."""
    if len(lines) > MOST_LINES:
        faults.add(MOST_LINES + 1, "many_lines", most=str(MOST_LINES))
    run, start = 0, 1
    for number, line in enumerate(lines[:MOST_LINES], 1):
        if len(line) > LONGEST_LINE:
            faults.add(number, "long_line", most=str(LONGEST_LINE))
        code = clinic.forbidden(line)
        if code is not None:
            faults.add(number, code)
        if not line.strip():
            run, start = 0, number + 1
        run += len(line) + 1
        if run > LONGEST_BLOCK:
            faults.add(start, "long_block", most=str(LONGEST_BLOCK))


def _head(lines: list[str], faults: FileFaults) -> tuple[Head, int]:
    """The file's head, and how many lines it takes; a file that does not begin with --- has none."""
    if lines[0].strip() != _FENCE:
        return Head(), 0
    ends = next((number for number, line in enumerate(lines[1:_LONGEST_HEAD], 1) if line.strip() == _FENCE), None)
    if ends is None:
        faults.add(1, "header_open")
        return Head(), len(lines)
    found: dict[str, str] = {}
    for number, line in enumerate(lines[1:ends], 2):
        if line.strip():
            _head_line(line, number, found, faults)
    moment = found.get("moment")
    return Head(found.get("topic"), moment if moment != _ALWAYS else None, found.get("title")), ends + 1


def _head_line(line: str, number: int, found: dict[str, str], faults: FileFaults) -> None:
    key, colon, value = (part.strip() for part in line.partition(":"))
    key = key.lower()
    known = {"topic": clinic.topics(), "moment": tuple(sorted(MOMENTS))}
    if not colon:
        faults.add(number, "header_line")
    elif key not in _KEYS:
        faults.add(number, "header_key", value=shown(key))
    elif key in found:
        faults.add(number, "header_twice", value=key)
    elif not value:
        faults.add(number, "header_empty", value=f"{key}:")
    elif key in known and value.lower() not in known[key]:
        faults.add(number, f"header_{key}", value=shown(value), known=", ".join(known[key]))
    elif len(value) > LONGEST_TITLE:
        faults.add(number, "title_long", most=str(LONGEST_TITLE))
    else:
        found[key] = value if key == "title" else value.lower()
