"""On which line of a TOML text each table, key and list entry stands.

The standard library's parser gives the values without their lines. ``places`` walks a text that this parser has
already accepted, so it may rely on the grammar and only keeps count of where it is.
"""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass, field

Path = tuple[str | int, ...]
"""The way to a value: keys and, in lists, numbers that count from 0, as in ``("plan", 1, "times", 0)``."""

_SPACES = re.compile(r"[ \t]*")
_BLANK = re.compile(r"(?:[ \t\r\n]+|#[^\n]*)*")
_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")
_SCALAR = re.compile(r"[^,\]}#\n]+")
# A multi-line string may end in two quotes of its own before the three that close it.
_STRING = re.compile(
    r'"""(?:\\.|[^\\])*?""""{0,2}'
    r"|'''.*?''''{0,2}"
    r'|"(?:\\.|[^"\\])*"'
    r"|'[^']*'",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Places:
    """The lines, counted from 1, of everything in one text."""

    lines: Mapping[Path, int] = field(default_factory=dict)

    def line(self, path: Path) -> int | None:
        """The line of a path, or of the nearest thing around it; None where nothing around it is written."""
        while path:
            if path in self.lines:
                return self.lines[path]
            path = path[:-1]
        return None

    def path(self, line: int) -> Path:
        """The first value that begins on that line; () where none does."""
        return next((path for path, at in self.lines.items() if at == line), ())


def places(text: str) -> Places:
    """The lines of a TOML text. The text must be one that ``tomllib.loads`` accepts; ValueError where it is not."""
    return Places(_Walk(text).run())


class _Walk:
    """One pass over a text."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._ends = [match.start() for match in re.finditer("\n", text)]
        self._lines: dict[Path, int] = {}
        self._tables: dict[Path, int] = {}  # how many [[tables]] of that name there were

    def run(self) -> dict[Path, int]:
        base: Path = ()
        self._pass(_BLANK)
        while self._at < len(self._text):
            if self._take("[["):
                base = self._header(listed=True)
                self._expect("]]")
            elif self._take("["):
                base = self._header(listed=False)
                self._expect("]")
            else:
                self._pair(base)
            self._pass(_BLANK)
        return self._lines

    def _header(self, *, listed: bool) -> Path:
        line = self._line()
        *parents, name = self._key()
        path: Path = ()
        for part in parents:
            path = (*path, part)
            self._lines.setdefault(path, line)
            if path in self._tables:
                path = (*path, self._tables[path] - 1)
        path = (*path, name)
        if not listed:
            self._lines[path] = line  # its own header, also where a table inside it came first
            return path
        self._lines.setdefault(path, line)
        number = self._tables.get(path, 0)
        self._tables[path] = number + 1
        path = (*path, number)
        self._lines[path] = line
        return path

    def _pair(self, base: Path) -> None:
        line = self._line()
        path = base
        for part in self._key():
            path = (*path, part)
            self._lines.setdefault(path, line)
        self._expect("=")
        self._pass(_SPACES)
        self._value(path)

    def _value(self, path: Path) -> None:
        if self._take("["):
            self._list(path)
        elif self._take("{"):
            self._inline(path)
        elif self._text[self._at] in "\"'":
            self._match(_STRING)
        else:
            self._match(_SCALAR)

    def _list(self, path: Path) -> None:
        number = 0
        self._pass(_BLANK)
        while not self._take("]"):
            self._lines[(*path, number)] = self._line()
            self._value((*path, number))
            number += 1
            self._pass(_BLANK)
            self._take(",")
            self._pass(_BLANK)

    def _inline(self, path: Path) -> None:
        self._pass(_BLANK)
        while not self._take("}"):
            self._pair(path)
            self._pass(_BLANK)
            self._take(",")
            self._pass(_BLANK)

    def _key(self) -> list[str]:
        parts = []
        while True:
            self._pass(_SPACES)
            if self._text[self._at] in "\"'":
                parts.append(next(iter(tomllib.loads(self._match(_STRING) + " = 0"))))
            else:
                parts.append(self._match(_BARE_KEY))
            self._pass(_SPACES)
            if not self._take("."):
                return parts

    def _line(self) -> int:
        return bisect_left(self._ends, self._at) + 1

    def _take(self, mark: str) -> bool:
        if not self._text.startswith(mark, self._at):
            return False
        self._at += len(mark)
        return True

    def _expect(self, mark: str) -> None:
        if not self._take(mark):
            raise ValueError(f"no {mark} on line {self._line()}")

    def _match(self, pattern: re.Pattern[str]) -> str:
        match = pattern.match(self._text, self._at)
        if match is None:
            raise ValueError(f"not TOML on line {self._line()}")
        self._at = match.end()
        return match.group()

    def _pass(self, pattern: re.Pattern[str]) -> None:
        match = pattern.match(self._text, self._at)
        self._at = self._at if match is None else match.end()
