"""Writes to the database through SQLAlchemy, over the connection that it is read with.

Importing SQLAlchemy takes longer than all the rest of a start; this module is therefore imported with the first
write.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime

from sqlalchemy import Connection, create_engine, event, func, insert, select, text, update
from sqlalchemy.dialects.sqlite import insert as upsert
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import StaticPool

from osteoapp.core import events as core_events
from osteoapp.core.events import AnyEvent
from osteoapp.core.regimen import Draft, PlanVersion
from osteoapp.store import reading, records, tables
from osteoapp.store.reading import Delivery
from osteoapp.store.records import checksum, text_of
from osteoapp.store.settings import Settings

_AT_ONCE = 500
_DELIVERIES_KEPT = 2000


class Writer:
    """Transactions on a connection of ``reading.connect``; its owner closes that connection."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._raw = connection
        self._engine = create_engine(
            "sqlite://", creator=lambda: connection, poolclass=StaticPool, pool_reset_on_return=None,
            hide_parameters=True,  # else its faults and its log hold the person's words
        )  # fmt: skip
        event.listen(self._engine, "begin", _begin)

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """All or nothing; the right to write is taken at the beginning. Raises sqlite3.Error."""
        try:
            with self._engine.begin() as connection:
                yield connection
        except DBAPIError as fault:
            if isinstance(fault.orig, sqlite3.Error):
                raise fault.orig from fault
            raise
        finally:
            # A commit that failed may leave the transaction open, and SQLAlchemy holds it for closed.
            if self._raw.in_transaction:
                self._raw.rollback()


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def create(connection: Connection) -> None:
    """Makes all tables and triggers as of the newest revision, in the running transaction."""
    tables.metadata.create_all(connection)
    for trigger in tables.TRIGGERS:
        connection.execute(text(trigger))
    connection.exec_driver_sql(
        "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL,"
        " CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))"
    )
    connection.exec_driver_sql("INSERT INTO alembic_version VALUES (?)", (reading.HEAD,))
    connection.exec_driver_sql(f"PRAGMA application_id={reading.APPLICATION_ID}")


def event_text(found: AnyEvent) -> str:
    """An event as it is stored, in the database and in the journal alike."""
    return text_of(core_events.to_record(found))


def not_yet_there(connection: Connection, events: Iterable[AnyEvent]) -> list[AnyEvent]:
    """Those of the events whose id is not in the database, each once, in their order."""
    wanted = {found.id: found for found in events}
    ids = list(wanted)
    for first in range(0, len(ids), _AT_ONCE):
        known = select(tables.events.c.id).where(tables.events.c.id.in_(ids[first : first + _AT_ONCE]))
        for known_id in connection.execute(known).scalars():
            del wanted[known_id]
    return list(wanted.values())


def add_events(connection: Connection, events: Sequence[AnyEvent]) -> int:
    """Appends events; the number of the last row. Raises sqlite3.Error."""
    rows: list[dict[str, str | int]] = []
    for found in events:
        record = event_text(found)
        rows.append({**reading.columns_of(found), "record": record, "sum": checksum(record)})
    if rows:
        connection.execute(insert(tables.events), rows)
    return connection.execute(select(func.max(tables.events.c.number))).scalar() or 0


def add_regimen(
    connection: Connection, at: datetime, draft: Draft, versions: tuple[PlanVersion, ...], number: int | None = None
) -> int:
    """Appends a revision of the regimen, under its next number or the one it had; that number."""
    stored = _stored_versions(connection)
    members = [
        _keep_version(connection, stored, version, *record)
        for version, record in zip(versions, reading.version_records(versions), strict=True)
    ]
    moment, record = reading.instant_text(at), reading.draft_text(draft)
    values = {"number": number, "at": moment, "draft": record, "sum": checksum(moment, record, str(members))}
    regimen_number = connection.execute(insert(tables.regimen), values).lastrowid
    if members:
        places = [
            {"regimen": regimen_number, "place": place, "version": member} for place, member in enumerate(members)
        ]
        connection.execute(insert(tables.regimen_version), places)
    return regimen_number


def _stored_versions(connection: Connection) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    table = tables.plan_version
    for number, record in connection.execute(select(table.c.number, table.c.record).order_by(table.c.number)):
        found.setdefault(record, []).append(number)
    return found


def _keep_version(
    connection: Connection,
    stored: dict[str, list[int]],
    version: PlanVersion,
    record: str,
    until: str | None,
    removed: int,
) -> int:
    """The row of a version: the one it has, ended where it has ended since, or a new one."""
    table = tables.plan_version
    ending = {"effective_until": until, "removed": removed, "sum": checksum(record, until or "", str(removed))}
    if numbers := stored.get(record):
        number = numbers.pop(0)
        connection.execute(update(table).where(table.c.number == number).values(ending))
        return number
    fixed = {
        "plan_id": version.plan.id,
        "treatment": version.plan.treatment,
        "effective_from": version.effective_from.isoformat(),
        "record": record,
    }
    return connection.execute(insert(table), fixed | ending).lastrowid


def put_settings(connection: Connection, settings: Settings, number: int) -> None:
    """Replaces the settings; ``number`` counts the savings."""
    record = text_of(records.to_record(settings))
    values = {"number": number, "record": record, "sum": checksum(record)}
    connection.execute(
        upsert(tables.settings).values(id=1, **values).on_conflict_do_update(index_elements=["id"], set_=values)
    )


def add_delivery(connection: Connection, delivery: Delivery) -> None:
    """Appends an attempt to notify; only the last ones are kept."""
    table = tables.delivery
    values = {
        "at": reading.instant_text(delivery.at),
        "channel": delivery.channel,
        "outcome": delivery.outcome,
        "items": text_of(list(delivery.items)),
        # Words of the system may hold bytes that are no text.
        "detail": delivery.detail.encode("utf-8", "replace").decode("utf-8"),
    }
    number = connection.execute(insert(table), values).lastrowid
    connection.execute(table.delete().where(table.c.number <= number - _DELIVERIES_KEPT))
