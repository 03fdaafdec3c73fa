"""From the bytes of a file to TOML values with their lines, and from a text to a TOML string."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from typing import Any

from osteoapp.exchange.regimen_faults import Fault, RegimenFaults, shown
from osteoapp.exchange.toml_places import Places, places

MOST_BYTES = 1_000_000
"""A larger file is refused unread. Who reads a file need not read more than one byte beyond."""

_MOST_CHARACTERS_A_LINE = 10_000
_MOST_MENDED = 50
_MOST_READ_AGAIN = 2_000_000  # characters: each mended value costs one more reading of the whole
# The parser takes quadratic time over a key of many parts.
_DEEP_KEY = re.compile(r"""[ \t]*(?:(?:[A-Za-z0-9_-]+|"[^"]*"|'[^']*')[ \t]*\.[ \t]*){20}""")
_KEY = re.compile(r"[ \t]*[A-Za-z0-9_.-]+[ \t]*=[ \t]*")
_BARE_MOMENT = re.compile(r"""(?<![\w"':./-])(\d{1,4}[-:./]\d{1,2}(?:[-:./]\d{1,4})?)(?![\w"':./-])""")
_AT_LINE = re.compile(r"\(at line (\d+), column \d+\)")


@dataclass(frozen=True, slots=True)
class Loaded:
    """A file as values. ``mended``: by line, what stood there without the quotes it needs; each is a fault."""

    root: dict[str, Any]
    places: Places
    mended: dict[int, str]


def load(data: bytes) -> Loaded:
    """The values of a file. Raises RegimenFaults where it is too big, not text or not TOML.

    A value without quotes stops the parser, and with it the search for further faults. So such values (``2026-02-30``,
    ``08:00``, ``monday``) are read as if they had quotes and noted in ``mended``.
    """
    text = _decoded(data)
    lines = text.split("\n")
    _refuse_long(lines)
    mended: dict[int, str] = {}
    most = min(_MOST_MENDED, _MOST_READ_AGAIN // max(len(text), 1))
    while True:
        try:
            root = tomllib.loads(text)
            return Loaded(root, places(text), mended)
        except tomllib.TOMLDecodeError as problem:
            number = _line(problem, lines)
            changed = None if number in mended or len(mended) == most else _mend(lines[number - 1])
            if changed is None:
                raise RegimenFaults([*_unquoted(mended, but=number), _syntax(number, lines, str(problem))]) from None
            lines[number - 1], mended[number] = changed
            text = "\n".join(lines)
        except (ValueError, RecursionError):
            # A number with thousands of digits, or lists nested a thousand deep: the parser names no line.
            raise RegimenFaults([Fault("", None, "unreadable")]) from None


def basic_string(text: str) -> str:
    """A text as a TOML string on one line."""
    named = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}
    return '"' + "".join(named.get(c) or (c if c >= " " and c != "\x7f" else f"\\u{ord(c):04x}") for c in text) + '"'


def _decoded(data: bytes) -> str:
    if len(data) > MOST_BYTES:
        raise RegimenFaults([Fault("", None, "too_big", {"most": "1"})])
    try:
        text = data.decode("utf-8-sig")  # some editors put a mark in front
    except UnicodeDecodeError as problem:
        line = data.count(b"\n", 0, problem.start) + 1
        raise RegimenFaults([Fault("", line, "not_utf8", {"byte": str(problem.start + 1)})]) from None
    return text.replace("\r\n", "\n")


def _refuse_long(lines: list[str]) -> None:
    found = []
    for number, line in enumerate(lines, 1):
        if len(line) > _MOST_CHARACTERS_A_LINE:
            found.append(Fault("", number, "line_too_long", {"most": str(_MOST_CHARACTERS_A_LINE)}))
        elif _DEEP_KEY.match(line):
            found.append(_syntax(number, lines))
    if found:
        raise RegimenFaults(found)


def _line(problem: tomllib.TOMLDecodeError, lines: list[str]) -> int:
    match = _AT_LINE.search(str(problem))
    if match is not None:
        return int(match.group(1))
    # "at end of document": the last line that says anything
    return max((number for number, line in enumerate(lines, 1) if line.strip()), default=1)


def _mend(line: str) -> tuple[str, str] | None:
    """The line with quotes around what lacks them, and what that is; None where that is not what is wrong."""
    key = _KEY.match(line)
    if key is None:
        return None
    rest, hash_mark, comment = line[key.end() :].partition("#")
    bare = rest.rstrip()
    if not bare:
        return None
    if not any(mark in bare for mark in "\"'[]{}"):
        return f"{key.group()}{basic_string(bare)} {hash_mark}{comment}", bare
    found = _BARE_MOMENT.findall(rest) if bare.startswith("[") else []
    if not found:
        return None
    return key.group() + _BARE_MOMENT.sub(r'"\1"', rest) + hash_mark + comment, found[0]


def _unquoted(mended: dict[int, str], *, but: int) -> list[Fault]:
    return [
        Fault("", line, "moment" if _BARE_MOMENT.fullmatch(bare) else "unquoted", {"value": shown(bare)})
        for line, bare in mended.items()
        if line != but
    ]


def _syntax(number: int, lines: list[str], problem: str = "") -> Fault:
    code = "written_twice" if problem.startswith(("Cannot ", "Duplicate ")) else "syntax"
    return Fault("", number, code, {"text": shown(lines[number - 1].strip())})
