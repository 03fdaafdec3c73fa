"""Reads the database with the standard library alone, so that a start need not wait for SQLAlchemy.

Everything read is checked against the sum it was stored with; ``Damaged`` is raised where it does not fit.
"""

from __future__ import annotations

import contextlib
import json
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from osteoapp.core import events as core_events
from osteoapp.core.events import AnyEvent
from osteoapp.core.regimen import Draft, PlanVersion
from osteoapp.store import records
from osteoapp.store import settings as settings_record
from osteoapp.store.faults import Damaged, StoreFault, code_of, reason_of
from osteoapp.store.records import Revision, checksum
from osteoapp.store.settings import Settings

# The revision of the tables that this program works with. Older ones are migrated, all others are newer.
HEAD = "0001"
OLDER: tuple[str, ...] = ()
# Written into the file's header, so that another program's database is not taken for ours ("Oste").
APPLICATION_ID = 0x4F737465

# How far back showings and starts are kept in memory, counted from the event written last: by its date, and by
# the number of rows for the case that a date was wrong. No rule looks back further than a few days.
_MEMORY = timedelta(days=60)
_MEMORY_ROWS = 4000
# Absences, without which "missed" and "the computer was off" look alike: of the longest period that anyone looks back
# on, and not the short ones, which leave time to be reminded. Some thousand rows at most.
_ABSENCES = timedelta(days=800)
_ABSENCE_DAYS = 1 / 24


@dataclass(frozen=True, slots=True)
class Newest:
    """The numbers of what was written last; 0: nothing yet."""

    event: int = 0
    regimen: int = 0
    settings: int = 0


@dataclass(frozen=True, slots=True)
class Row:
    """An event with its number (the order of writing) and its stored text."""

    number: int
    text: str
    event: AnyEvent


@dataclass(frozen=True, slots=True)
class Delivery:
    """One attempt to reach the person: over which channel, for which items, and what came of it."""

    at: datetime
    channel: str
    outcome: str
    items: tuple[str, ...]
    detail: str


def connect(path: Path, patience: float, *, readonly: bool = False, alone: bool = False) -> sqlite3.Connection:
    """A connection in which every statement stands alone until a BEGIN. The file must exist.

    ``alone`` keeps every other process out: it does without the shared-memory file, for which a full disk may
    have no room. Raises sqlite3.Error.
    """
    mode = "ro" if readonly else "rw"
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode={mode}", uri=True, timeout=patience, isolation_level=None
    )
    try:
        if alone:
            connection.execute("PRAGMA locking_mode=EXCLUSIVE")
        connection.execute("PRAGMA foreign_keys=ON")
        connection.execute("PRAGMA recursive_triggers=ON")  # so that REPLACE cannot slip past "never deleted"
        connection.execute("PRAGMA cell_size_check=ON")
        if not readonly:
            connection.execute("PRAGMA journal_mode=WAL")
            connection.execute("PRAGMA synchronous=FULL")
            connection.execute("PRAGMA fullfsync=ON")
            connection.execute("PRAGMA checkpoint_fullfsync=ON")
    except BaseException:
        connection.close()
        raise
    return connection


def roll_back(path: Path, patience: float) -> None:
    """Takes back what a process that died had half written: only who may write can. Raises sqlite3.Error."""
    name = f"{path.absolute().as_uri()}?mode=rw"
    with damage_told(), contextlib.closing(sqlite3.connect(name, uri=True, timeout=patience)) as connection:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()


def revision(path: Path, patience: float, *, alone: bool = False) -> str | None:
    """The revision of a database after a check of the whole file; None where it has no tables at all.

    Raises Damaged (also for another program's database), StoreFault database_newer, and sqlite3.Error. A database
    from a newer version is not changed in a single byte.
    """
    with damage_told(), contextlib.closing(connect(path, patience, readonly=not alone, alone=alone)) as connection:
        return revision_in(connection)


def revision_in(connection: sqlite3.Connection) -> str | None:
    """As ``revision``, over a connection."""
    with damage_told():
        found = [row[0] for row in connection.execute("PRAGMA quick_check(1)")]
        if found != ["ok"]:
            raise Damaged(found[0] if found else "no answer to quick_check")
        if not connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
            return None
        if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
            raise Damaged("not a database of this program")
        versions = [row[0] for row in connection.execute("SELECT version_num FROM alembic_version")]
    if len(versions) != 1:
        raise Damaged(f"revisions {versions}")
    if versions[0] != HEAD and versions[0] not in OLDER:
        raise StoreFault("database_newer", found=str(versions[0]), known=HEAD, reason="")
    return str(versions[0])


@contextlib.contextmanager
def damage_told() -> Iterator[None]:
    """Turns an error that none of the fixed questions here can cause in a sound database into Damaged."""
    try:
        yield
    except (sqlite3.Error, UnicodeDecodeError) as fault:
        if code_of(fault) in (None, "database_damaged"):
            raise Damaged(reason_of(fault)) from fault
        raise


def newest(connection: sqlite3.Connection) -> Newest:
    """The numbers of what was written last."""
    row = connection.execute(
        "SELECT (SELECT max(number) FROM events), (SELECT max(number) FROM regimen), (SELECT number FROM settings)"
    ).fetchone()
    return Newest(*(number or 0 for number in row))


def remembered_events(connection: sqlite3.Connection) -> list[Row]:
    """All answers and retractions; the recent showings and starts; absences of an hour and more of two years.

    In the order of writing.
    """
    last = connection.execute("SELECT number, recorded FROM events ORDER BY number DESC LIMIT 1").fetchone()
    if last is None:
        return []
    try:
        newest_at = datetime.fromisoformat(last[1])
        horizon, far = ((newest_at - span).isoformat(timespec="microseconds") for span in (_MEMORY, _ABSENCES))
    except (ValueError, OverflowError) as fault:
        raise Damaged(f"event {last[0]}: {reason_of(fault)}") from fault
    return _rows(
        connection.execute(
            "SELECT number, id, record, sum FROM events"
            " WHERE type NOT IN ('reminded', 'awake') OR recorded >= ? OR number > ? OR (type = 'awake'"
            " AND recorded >= ? AND julianday(at) - julianday(json_extract(record, '$.away_from')) >= ?)"
            " ORDER BY number",
            (horizon, last[0] - _MEMORY_ROWS, far, _ABSENCE_DAYS),
        )
    )


def last_noted(connection: sqlite3.Connection) -> datetime | None:
    """When the program last wrote something of its own (UTC): it ran then, whatever else is known."""
    row = connection.execute(
        "SELECT recorded FROM events WHERE type IN ('reminded', 'awake') ORDER BY number DESC LIMIT 1"
    ).fetchone()
    with contextlib.suppress(ValueError, TypeError):
        return datetime.fromisoformat(row[0])
    return None


def events_after(connection: sqlite3.Connection, number: int) -> list[Row]:
    """The events written after the one of that number, in the order of writing."""
    return _rows(
        connection.execute("SELECT number, id, record, sum FROM events WHERE number > ? ORDER BY number", (number,))
    )


def _rows(cursor: sqlite3.Cursor) -> list[Row]:
    found = []
    for number, name, text, total in cursor:
        if not fits(total, text):
            raise Damaged(f"event {number}")
        event = event_of(json.loads(text))
        if event.id != name:
            raise Damaged(f"event {number} under another name")
        found.append(Row(number, text, event))
    return found


def fits(total: Any, *parts: Any) -> bool:
    """Whether stored texts are those that the sum was made of."""
    return all(isinstance(part, str) and part.isascii() for part in parts) and checksum(*parts) == total


COLUMNS = ("id", "type", "item", "at", "recorded", "zone", "local_date")


def columns_of(found: AnyEvent) -> dict[str, str]:
    """What of an event is stored a second time beside its text, to look for it by."""
    return {
        "id": found.id,
        "type": found.type,
        "item": found.item,
        "at": instant_text(found.at),
        "recorded": instant_text(found.recorded),
        "zone": found.zone,
        "local_date": found.local_date.isoformat(),
    }


def instant_text(moment: datetime) -> str:
    """An instant in UTC, always 32 characters."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def event_of(record: Any) -> AnyEvent:
    """The event in a record whose sum fits. Raises StoreFault database_newer: only a newer version wrote it so."""
    try:
        return core_events.from_record(record)
    except (AttributeError, ValueError) as fault:
        raise StoreFault("database_newer", found="", known=HEAD, reason=reason_of(fault)) from fault


def regimen(connection: sqlite3.Connection) -> Revision | None:
    """The regimen as it was saved last; None where there is none yet."""
    row = connection.execute("SELECT number, at, draft, sum FROM regimen ORDER BY number DESC LIMIT 1").fetchone()
    if row is None:
        return None
    number, at, draft, total = row
    members = _members(connection, number)
    if not fits(total, at, draft, str([member[0] for member in members])):
        raise Damaged(f"regimen {number}")
    versions = [_version(*member) for member in members]
    moment = datetime.fromisoformat(at).isoformat()
    return revision_of({"number": number, "at": moment, "draft": json.loads(draft), "versions": versions})


def _members(connection: sqlite3.Connection, number: int) -> list[Any]:
    return connection.execute(
        "SELECT v.number, v.record, v.effective_until, v.removed, v.sum"
        " FROM regimen_version AS m JOIN plan_version AS v ON v.number = m.version"
        " WHERE m.regimen = ? ORDER BY m.place",
        (number,),
    ).fetchall()


def _version(number: int, text: str, until: str | None, removed: int, total: int) -> dict[str, Any]:
    if not fits(total, text, until or "", str(removed)):
        raise Damaged(f"plan version {number}")
    record: dict[str, Any] = json.loads(text)
    return record | {"effective_until": until, "removed": bool(removed)}


def revision_of(record: Any) -> Revision:
    """The revision in a record whose sum fits. Raises StoreFault database_newer."""
    try:
        return records.from_record(Revision, record)
    except ValueError as fault:
        raise StoreFault("database_newer", found="", known=HEAD, reason=reason_of(fault)) from fault


def version_records(versions: tuple[PlanVersion, ...]) -> list[tuple[str, str | None, int]]:
    """Each version as it is stored: the text of what never changes, and apart from it how it ended."""
    found = []
    for version in versions:
        record = records.to_record(version)
        until, removed = record.pop("effective_until"), record.pop("removed")
        found.append((records.text_of(record), until, int(removed)))
    return found


def draft_text(draft: Draft) -> str:
    """A draft as it is stored."""
    return records.text_of(records.to_record(draft))


def settings(connection: sqlite3.Connection) -> tuple[Settings, bool]:
    """The settings, and whether all of them could be used; the defaults where none were saved."""
    row = connection.execute("SELECT record, sum FROM settings").fetchone()
    if row is None:
        return Settings(), True
    if not fits(row[1], row[0]):
        raise Damaged("settings")
    return settings_record.read(json.loads(row[0]))


def deliveries(connection: sqlite3.Connection, limit: int) -> list[Delivery]:
    """The last attempts to notify, newest first."""
    rows = connection.execute(
        "SELECT at, channel, outcome, items, detail FROM delivery ORDER BY number DESC LIMIT ?", (limit,)
    )
    return [
        Delivery(datetime.fromisoformat(at), channel, outcome, tuple(json.loads(items)), detail)
        for at, channel, outcome, items, detail in rows
    ]


def verify(connection: sqlite3.Connection) -> None:
    """Checks everything in a database against its sums. Raises Damaged, StoreFault and sqlite3.Error.

    One of another revision keeps its sums in tables of its own making; of that only the structure is checked.
    """
    with damage_told():
        found = connection.execute("PRAGMA integrity_check(1)").fetchone()
        if found != ("ok",):
            raise Damaged(str(found))
        if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'").fetchone():
            return
        if connection.execute("SELECT version_num FROM alembic_version").fetchone() != (HEAD,):
            return
        names = ", ".join(COLUMNS)
        for number, text, total, *values in connection.execute(f"SELECT number, record, sum, {names} FROM events"):
            if not fits(total, text) or list(columns_of(event_of(json.loads(text))).values()) != values:
                raise Damaged(f"event {number}")
        for number, at, draft, total in connection.execute("SELECT number, at, draft, sum FROM regimen").fetchall():
            if not fits(total, at, draft, str([member[0] for member in _members(connection, number)])):
                raise Damaged(f"regimen {number}")
        for row in connection.execute("SELECT number, record, effective_until, removed, sum FROM plan_version"):
            _version(*row)
        regimen(connection)
        settings(connection)
