"""What can be wrong with a clinic's text: faults with file and line, gathered, and the sentence for each."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from typing import Final

from osteoapp.exchange.regimen_faults import shown

MOST_OF_A_FILE: Final = 20
MOST: Final = 40


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong. ``file`` is its name inside the folder, "" for the whole; ``line`` counts from 1, 0 for none."""

    file: str
    line: int
    code: str
    values: Mapping[str, str] = field(default_factory=dict)

    def sentence(self, lang: str) -> str:
        """One plain sentence in ``nl`` or ``en``, behind file and line; safe to print."""
        words = _words()[lang]
        said = words[self.code].format(**self.values)
        where = [shown(self.file)[1:-1]] if self.file else []
        where += [f"{words['line']} {self.line}"] if self.line else []
        return f"{', '.join(where)}: {said}" if where else said[:1].upper() + said[1:]


class ClinicFaults(Exception):
    """The text cannot be taken over. ``faults`` are in the order of files and lines; never empty."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(fault.sentence("en") for fault in self.faults))


class Collector:
    """Gathers faults, so many of one file at most: a file that is wrong throughout says so and no more."""

    def __init__(self) -> None:
        self.faults: list[Fault] = []
        self._full = False

    @property
    def full(self) -> bool:
        """Whether there is no sense in looking on."""
        return self._full

    def of(self, file: str) -> FileFaults:
        """A collector for one file."""
        return FileFaults(self, file)

    def add(self, fault: Fault) -> None:
        """Notes a fault."""
        if len(self.faults) < MOST:
            self.faults.append(fault)
        elif not self._full:
            self._full = True
            self.faults.append(Fault("", 0, "more"))

    def check(self) -> None:
        """Raises ClinicFaults where there are any."""
        if self.faults:
            raise ClinicFaults(self.faults)


class FileFaults:
    """Gathers the faults of one file, each line and code once, and gives them on in the order of their lines."""

    def __init__(self, whole: Collector, file: str) -> None:
        self._whole = whole
        self._file = file
        self._found: dict[tuple[int, str], Fault] = {}

    def __bool__(self) -> bool:
        return bool(self._found)

    def add(self, line: int, code: str, **values: str) -> None:
        """Notes a fault of a line; 0 for the file as a whole."""
        if len(self._found) <= MOST_OF_A_FILE:
            self._found.setdefault((line, code), Fault(self._file, line, code, values))

    def close(self) -> bool:
        """Gives them on; whether there were any."""
        found = sorted(self._found.values(), key=lambda fault: fault.line)
        for fault in found[:MOST_OF_A_FILE]:
            self._whole.add(fault)
        if len(found) > MOST_OF_A_FILE:
            self._whole.add(Fault(self._file, 0, "more"))
        return bool(found)


@cache
def _words() -> dict[str, dict[str, str]]:
    text = resources.files("osteoapp.content").joinpath("clinic_faults.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
