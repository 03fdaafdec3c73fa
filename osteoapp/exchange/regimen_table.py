"""One table of a regimen file, read key by key; what is wrong goes to the collector."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from osteoapp.exchange.regimen_faults import Collector, Wrong, shown
from osteoapp.exchange.regimen_values import nearest
from osteoapp.exchange.toml_places import Path

_MOST_SUGGESTED = 100  # comparing words takes time, and a file with more faults than this is no regimen file

# How a key that may not be absent is written.
EXAMPLES: Mapping[str, str] = {
    "treatment": 'treatment = "vitamin-d-tablet"',
    "weekday": 'weekday = "monday"',
    "name": 'name = "Levothyroxine"',
    "date": "date = 2026-12-01",
    "time": 'time = "10:30"',
    "from": "from = 2026-12-01",
    "to": "to = 2026-12-14",
    "on_days": "on_days = 21",
    "off_days": "off_days = 7",
}

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Table:
    """A table with the way to it."""

    data: Mapping[str, Any]
    path: Path
    faults: Collector

    def get(self, key: str, read: Callable[[Any], T | None]) -> T | None:
        """The value of a key; None where the key is absent, or wrong and noted as a fault."""
        return self._read(self.data[key], read, key) if key in self.data else None

    def entries(self, key: str, read: Callable[[Any], T], most: int, code: str) -> tuple[T, ...] | None:
        """A list without doubles, in the order of the file; ``code`` is the fault of what is no list."""
        if key not in self.data:
            return None
        values = self.data[key]
        if not isinstance(values, list):
            self.fault(code, key, value=shown(values))
            return None
        if len(values) > most:
            self.fault("list_long", key, most=str(most), length=str(len(values)))
            return None
        found: list[T] = []
        for number, value in enumerate(values):
            entry = self._read(value, read, key, number)
            if entry is not None and entry in found:
                self.fault("double", key, number, value=shown(value))
            elif entry is not None:
                found.append(entry)
        return None if self.wrong(key) else tuple(found)

    def fault(self, code: str, *where: str | int, **values: str) -> None:
        """Notes a fault of the table, or of something in it."""
        self.faults.add((*self.path, *where), code, **values)

    def wrong(self, key: str) -> bool:
        """Whether something inside the value of that key has a fault."""
        return not self.faults.clean((*self.path, key))

    def require(self, *keys: str) -> None:
        """A fault for each of these keys that is absent."""
        for key in keys:
            if key not in self.data:
                self.fault("required", key=key, example=EXAMPLES[key])

    def refuse_unknown(self, known: Collection[str], elsewhere: Collection[str] = ()) -> None:
        """A fault for every key outside ``known``; those of ``elsewhere`` exist, but in other tables of this kind."""
        for key in self.data:
            if key in known:
                continue
            if key in elsewhere:
                self.fault("key_elsewhere", key, key=key)
                continue
            near = nearest(key, known) if len(self.faults.faults) < _MOST_SUGGESTED else None
            if near is None:
                self.fault("unknown_key", key, key=shown(key))
            else:
                self.fault("unknown_key_near", key, key=shown(key), near=near)

    def _read(self, value: Any, read: Callable[[Any], T | None], *where: str | int) -> T | None:
        try:
            return read(value)
        except Wrong as wrong:
            self.fault(wrong.code, *where, **wrong.values)
            return None
