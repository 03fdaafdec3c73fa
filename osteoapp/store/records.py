"""Drafts, versions of plans and other typed values as plain JSON values, and strictly back.

The types themselves say how: a dataclass is an object with all its fields, a member of a union carries ``kind``.
Reading refuses whatever writing could not have made, except that a field with a default may be missing, so that
a later version may add one.
"""

from __future__ import annotations

import dataclasses
import enum
import json
import sys
import types
import typing
import zlib
from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from functools import lru_cache
from typing import Any, TypeVar

from osteoapp.core.recurrence import AsNeeded, FromLastTaken, OnOff, Rule
from osteoapp.core.regimen import (
    AppointmentPlan,
    CheckPlan,
    CyclePlan,
    DosePlan,
    Draft,
    GoalPlan,
    PlanVersion,
    TabletPlan,
)

T = TypeVar("T")

# What is written into files for good; the names of classes may change, these may not.
_KINDS: dict[type, str] = {
    TabletPlan: "tablet",
    CyclePlan: "cycle",
    DosePlan: "dose",
    GoalPlan: "goal",
    CheckPlan: "check",
    AppointmentPlan: "appointment",
    Rule: "rule",
    FromLastTaken: "from_last_taken",
    OnOff: "on_off",
    AsNeeded: "as_needed",
}


@dataclasses.dataclass(frozen=True, slots=True)
class Revision:
    """The regimen as it was saved at an instant (UTC); ``number`` counts the savings from 1."""

    number: int
    at: datetime
    draft: Draft
    versions: tuple[PlanVersion, ...]


def text_of(record: Any) -> str:
    """JSON in the one form in which it is stored, so that equal records are equal texts; ASCII only."""
    return json.dumps(record, separators=(",", ":"), sort_keys=True, allow_nan=False)


def checksum(*parts: str) -> int:
    """CRC-32 of texts: tells damage, not malice."""
    return zlib.crc32("\x1f".join(parts).encode("ascii"))


def to_record(value: Any) -> Any:
    """A value of the types named above as plain JSON values: instants in UTC, dates and times as ISO 8601."""
    if isinstance(value, enum.Enum):
        return value.value
    if value is None or isinstance(value, str | int):
        return value
    if isinstance(value, datetime):
        if value.tzinfo is None:
            raise ValueError(f"an instant without an offset: {value}")
        return value.astimezone(UTC).isoformat()
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {key: to_record(entry) for key, entry in value.items()}
    if isinstance(value, frozenset):
        return sorted(to_record(entry) for entry in value)
    if isinstance(value, tuple):
        return [to_record(entry) for entry in value]
    record = {field.name: to_record(getattr(value, field.name)) for field in dataclasses.fields(value)}
    if kind := _KINDS.get(type(value)):
        record["kind"] = kind
    return record


def from_record(kind: type[T], record: Any) -> T:
    """The value that ``to_record`` wrote. Raises ValueError, with the place, where the record is not one."""
    return typing.cast(T, _read(kind, record, kind.__name__))


def _read(kind: Any, value: Any, place: str) -> Any:
    origin = typing.get_origin(kind)
    if origin in (types.UnionType, typing.Union):
        return _union(typing.get_args(kind), value, place)
    if origin is tuple:
        return _tuple(typing.get_args(kind), value, place)
    if origin is frozenset:
        entries = _list(value, place)
        found = frozenset(_read(typing.get_args(kind)[0], entry, place) for entry in entries)
        return found if len(found) == len(entries) else _odd(place, "an entry twice")
    if origin is not None and issubclass(origin, Mapping):
        keys, values = typing.get_args(kind)
        pairs = _expect(dict, value, place).items()
        return {_read(keys, key, place): _read(values, entry, f"{place}.{key}") for key, entry in pairs}
    if dataclasses.is_dataclass(kind):
        return _object(typing.cast(type, kind), value, place)
    return _plain(kind, value, place)


def _union(kinds: tuple[Any, ...], value: Any, place: str) -> Any:
    if value is None:
        return None if type(None) in kinds else _odd(place, "missing")
    named = [kind for kind in kinds if kind is not type(None)]
    if len(named) == 1:
        return _read(named[0], value, place)
    wanted = _expect(dict, value, place).get("kind")
    fitting = [kind for kind in named if _KINDS[kind] == wanted]
    return _read(fitting[0], value, place) if fitting else _odd(place, f"unknown kind {wanted!r}")


def _tuple(kinds: tuple[Any, ...], value: Any, place: str) -> tuple[Any, ...]:
    entries = _list(value, place)
    if len(kinds) == 2 and kinds[1] is Ellipsis:
        return tuple(_read(kinds[0], entry, f"{place}[{n}]") for n, entry in enumerate(entries))
    if len(entries) != len(kinds):
        _odd(place, f"{len(entries)} entries, not {len(kinds)}")
    return tuple(_read(kinds[n], entry, f"{place}[{n}]") for n, entry in enumerate(entries))


def _object(kind: type, value: Any, place: str) -> Any:
    record = dict(_expect(dict, value, place))
    if kind in _KINDS and record.pop("kind", None) != _KINDS[kind]:
        _odd(place, f"not of kind {_KINDS[kind]}")
    hints = _hints(kind)
    if unknown := sorted(record.keys() - hints.keys()):
        _odd(place, f"unknown: {', '.join(unknown)}")
    values = {name: _read(hints[name], entry, f"{place}.{name}") for name, entry in record.items()}
    try:
        return kind(**values)
    except TypeError as fault:
        raise ValueError(f"{place}: {fault}") from fault


def _plain(kind: Any, value: Any, place: str) -> Any:
    if kind in (str, int, bool):
        return _expect(kind, value, place)
    text = _expect(str, value, place)
    try:
        if issubclass(kind, enum.Enum):
            return kind(text)
        found = kind.fromisoformat(text)
    except ValueError as fault:
        raise ValueError(f"{place}: {fault}") from fault
    if kind is datetime:
        if found.tzinfo is None:
            _odd(place, "an instant without an offset")
        try:
            found = found.astimezone(UTC)
        except OverflowError:  # its offset leads out of the calendar
            _odd(place, "an instant outside the calendar")
    if kind is time and found.tzinfo is not None:
        _odd(place, "a wall-clock time has no offset")
    return found if found.isoformat() == text else _odd(place, f"{text!r} is not written as it should be")


def _list(value: Any, place: str) -> list[Any]:
    return typing.cast(list[Any], _expect(list, value, place))


def _expect(kind: type, value: Any, place: str) -> Any:
    return value if type(value) is kind else _odd(place, f"{value!r} is not of type {kind.__name__}")


def _odd(place: str, reason: str) -> typing.NoReturn:
    raise ValueError(f"{place}: {reason}")


@lru_cache(maxsize=64)
def _hints(kind: type) -> dict[str, Any]:
    # Names are looked up in the module only: a plan's fields are called date and time like the types.
    hints = typing.get_type_hints(kind, vars(sys.modules[kind.__module__]), {})
    return {field.name: hints[field.name] for field in dataclasses.fields(kind)}
