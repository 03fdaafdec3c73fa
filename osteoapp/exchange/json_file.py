"""All content as one JSON document, and strictly back: docs/export-json.md is its schema.

What is planned and set is written by the same functions that the store uses. They come in as an argument, as a room
that writes files for others knows nothing of the database.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Generic, Protocol, TypeVar
from zoneinfo import ZoneInfo

from osteoapp.core.events import AnyEvent, from_record, to_record
from osteoapp.core.regimen import Draft, PlanVersion

FORMAT = 1
T = TypeVar("T")
S = TypeVar("S")
_KEYS = {"format", "program", "made", "regimen", "settings", "events"}
_NUMBERS = {"amount", "added", "level"}
_SURROGATE = re.compile("[\ud800-\udfff]")


class Records(Protocol):
    """Typed values as plain JSON values and strictly back; ``from_record`` raises ValueError with the place."""

    def to_record(self, value: Any, /) -> Any: ...

    def from_record(self, kind: type[T], record: Any, /) -> T: ...


@dataclass(frozen=True, slots=True)
class Content(Generic[S]):
    """What a database holds that belongs to the person: what is planned, what happened, and the settings."""

    draft: Draft
    versions: tuple[PlanVersion, ...]
    events: tuple[AnyEvent, ...]
    settings: S


class NotOurs(ValueError):
    """A document that cannot be read. ``code`` and ``values`` say why, for the texts of the command line."""

    def __init__(self, code: str, **values: str) -> None:
        super().__init__(code, values)
        self.code = code
        self.values = values


def write(content: Content[S], records: Records, made: datetime, program: str) -> Iterator[str]:
    """The document in portions, one event a line. ``made`` is the instant, ``program`` the version of the program."""
    head = {
        "format": FORMAT,
        "program": program,
        "made": made.astimezone(UTC).isoformat(),
        "regimen": {
            "draft": records.to_record(content.draft),
            "versions": [records.to_record(version) for version in content.versions],
        },
        "settings": records.to_record(content.settings),
    }
    parts = ",\n".join(f"{_text(key)}: {_text(value, indent=1)}" for key, value in head.items())
    yield f'{{\n{parts},\n"events": ['
    lines: list[str] = []
    between = "\n"
    for event in content.events:
        lines.append(f"{between}{_text(to_record(event))}")
        between = ",\n"
        if len(lines) == 500:
            yield "".join(lines)
            lines = []
    yield "".join([*lines, "\n]\n}\n"])


def _text(value: Any, indent: int | None = None) -> str:
    # A lone surrogate is no character and has no UTF-8: it is written as JSON's own escape.
    said = json.dumps(value, ensure_ascii=False, indent=indent, allow_nan=False)
    return _SURROGATE.sub(lambda found: f"\\u{ord(found.group()):04x}", said)


def read(data: bytes, records: Records, settings: type[S]) -> Content[S]:
    """What ``write`` wrote. Raises NotOurs; nothing is guessed and nothing is left out silently."""
    try:
        document = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as fault:
        raise NotOurs("json_unreadable", text=str(fault)) from fault
    if not isinstance(document, dict) or "format" not in document:
        raise NotOurs("json_not_ours")
    if document["format"] != FORMAT:
        raise NotOurs("json_format", value=str(document["format"]), known=str(FORMAT))
    if document.keys() != _KEYS:
        raise NotOurs("json_keys", keys=", ".join(sorted(document.keys() ^ _KEYS)))
    try:
        regimen = document["regimen"]
        if not isinstance(regimen, dict) or regimen.keys() != {"draft", "versions"}:
            raise ValueError("regimen: draft and versions")
        return Content(
            records.from_record(Draft, regimen["draft"]),
            tuple(records.from_record(PlanVersion, entry) for entry in _list(regimen["versions"], "versions")),
            tuple(_events(_list(document["events"], "events"))),
            records.from_record(settings, document["settings"]),
        )
    except ValueError as fault:
        raise NotOurs("json_content", text=str(fault)) from fault


def _list(value: Any, place: str) -> list[Any]:
    if not isinstance(value, list):
        raise ValueError(f"{place}: not a list")
    return value


def _events(entries: Iterable[Any]) -> Iterator[AnyEvent]:
    seen: set[str] = set()
    for number, entry in enumerate(entries):
        if not isinstance(entry, dict):
            raise ValueError(f"events[{number}]: not an object")
        event = from_record(entry)
        # What a reader would drop or change without a word is a fault.
        if not _plain(entry) or to_record(event) != entry or event.id in seen:
            raise ValueError(f"events[{number}]: not a whole event, or its id twice")
        seen.add(event.id)
        yield event


def _plain(entry: dict[str, Any]) -> bool:
    """Whether every value has the type that the schema gives it, and the zone exists."""
    for name, value in entry.items():
        if type(value) is not (int if name in _NUMBERS else str):
            return False
    try:
        ZoneInfo(entry["zone"])
    except (KeyError, ValueError, OSError):
        return False
    return True
