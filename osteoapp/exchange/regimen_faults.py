"""What can be wrong with a regimen file: faults with their place, gathered, and the sentence for each."""

from __future__ import annotations

import datetime as dt
import tomllib
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from typing import Any

from osteoapp.exchange.toml_places import Path, Places

_SHOWN = 60  # characters of a wrong value that a sentence repeats
_BIG = 10**18  # a whole number above it is not written out


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong in a regimen file.

    ``place`` is in the words of the file itself (``plan 2 (thyroid), times``), "" for the file as a whole. ``line``
    counts from 1; None where the fault has no line. ``code`` and ``values`` make the sentence; all are safe to print.
    ``path`` is the way to the wrong value, for a screen that shows the hint beside its field.
    """

    place: str
    line: int | None
    code: str
    values: Mapping[str, str] = field(default_factory=dict)
    path: Path = field(default=(), compare=False)

    def sentence(self, lang: str) -> str:
        """One plain sentence in ``nl`` or ``en``, with line and place in front; KeyError for another language."""
        words = _words()[lang]
        where = [] if self.line is None else [f"{words['line']} {self.line}"]
        where += [self.place] if self.place else []
        said = words[self.code].format(**self.values)
        return f"{', '.join(where)}: {said}" if where else said[:1].upper() + said[1:]


class RegimenFaults(Exception):
    """The file cannot be used. ``faults`` are all of them, in the order of their lines; never empty."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(sorted(faults, key=lambda fault: fault.line or 0))
        super().__init__("\n".join(fault.sentence("en") for fault in self.faults))


class Wrong(ValueError):
    """A single value that cannot be used: ``code`` and ``values`` as of a Fault, without its place."""

    def __init__(self, code: str, **values: str) -> None:
        super().__init__(code)
        self.code = code
        self.values = values


@cache
def _words() -> dict[str, dict[str, str]]:
    text = resources.files("osteoapp.content").joinpath("regimen_faults.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def shown(value: Any) -> str:
    """A value as a sentence repeats it: short, on one line, with nothing in it that a terminal would obey."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        # Stricter than for what is kept: a hard space in a wrong value is what the reader must get to see.
        text = "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in value[: _SHOWN + 1])
        return f'"{text[:_SHOWN]}…"' if len(text) > _SHOWN else f'"{text}"'
    if isinstance(value, int) and abs(value) >= _BIG:
        return "9" * 18 + "…"
    if isinstance(value, list | dict):
        return "[…]" if isinstance(value, list) else "{…}"
    return value.isoformat() if isinstance(value, dt.date | dt.time) else str(value)


# Characters that would turn the direction of the text around them and so make a line read as what it is not.
_TURNING = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def printable(text: str) -> bool:
    """Whether a text holds only what can be seen on one line: no control, line-breaking or direction characters."""
    return not any(
        character in _TURNING or unicodedata.category(character) in {"Cc", "Cs", "Co", "Cn", "Zl", "Zp"}
        for character in text
    )


class Collector:
    """Gathers the faults of one file and finds line and place of each."""

    def __init__(self, where: Places, root: Mapping[str, Any]) -> None:
        self.faults: list[Fault] = []
        self._where = where
        self._root = root
        self._paths: set[Path] = set()

    def add(self, path: Path, code: str, **values: str) -> None:
        """Notes a fault of the value at ``path``."""
        self.faults.append(Fault(self.place(path), self.line(path), code, values, path))
        self._paths.update(path[:length] for length in range(1, len(path) + 1))

    def clean(self, path: Path) -> bool:
        """Whether nothing inside that path has a fault so far."""
        return path not in self._paths

    def line(self, path: Path) -> int | None:
        """The line of a path. What is missing from the file as a whole belongs on its first line."""
        return self._where.line(path) or 1

    def place(self, path: Path) -> str:
        """A path in words that stand in the file: ``plan 2 (thyroid), times``."""
        if len(path) < 2 or not isinstance(path[1], int):
            parts, rest = [_key(path[0])] if path else [], path[1:]
        else:
            parts, rest = [self._numbered(str(path[0]), path[1])], path[2:]
        return ", ".join(parts + [_key(part) for part in rest if isinstance(part, str)])

    def _numbered(self, name: str, number: int) -> str:
        entries = self._root.get(name)
        entry = entries[number] if isinstance(entries, list) and number < len(entries) else None
        if isinstance(entry, dict):
            for key in ("id", "treatment"):
                if isinstance(word := entry.get(key), str) and word:
                    return f"{_key(name)} {number + 1} ({shown(word)[1:-1]})"
        return f"{_key(name)} {number + 1}"


def _key(part: str | int) -> str:
    return shown(str(part))[1:-1]
