"""Rebuilds a damaged or missing database from the best copy, the journal, and what can still be read.

The damaged file is renamed, never deleted, and only once its successor lies complete beside it. A crash at any
moment leaves either the damaged file in its place or the finished successor, which the next start puts there.
"""

from __future__ import annotations

import contextlib
import json
import sqlite3
from dataclasses import dataclass, field
from pathlib import Path

from osteoapp.core.events import AnyEvent, is_answer
from osteoapp.store import backups, files, reading, reconcile
from osteoapp.store.faults import Damaged, Repair, StoreFault
from osteoapp.store.journal import Content
from osteoapp.store.records import Revision
from osteoapp.store.settings import Settings
from osteoapp.store.writing import Writer, create

_PATIENCE = 5.0
_BUILDING, _READY = "osteoapp.db.building", "osteoapp.db.rebuilt"


@dataclass(slots=True)
class _Rescued:
    """What could still be read of a damaged database."""

    events: list[AnyEvent] = field(default_factory=list)
    regimen: Revision | None = None
    settings: tuple[int, Settings] | None = None


def finish(folder: Path) -> None:
    """Puts a successor in its place that a crash left complete beside it. Raises OSError."""
    database, ready = folder / files.DATABASE, folder / _READY
    if ready.exists() and not database.exists():
        files.set_aside(database, "damaged")  # what SQLite kept beside the old one must not be taken for the new
        ready.rename(database)
        files.flush_folder(folder)


def rebuild(folder: Path, content: Content) -> Repair:
    """Puts a sound database in the place of a damaged or missing one. Raises StoreFault, sqlite3.Error, OSError."""
    database, building = folder / files.DATABASE, folder / _BUILDING
    missing = not database.exists()
    rescued = _Rescued() if missing else _rescue(database)
    for old in files.family(building):
        old.unlink()
    copy = backups.newest_good(folder)
    if copy is not None:
        backups.write_copy(copy, building)
        if reading.revision(building, _PATIENCE) != reading.HEAD:
            _migrate(building, folder)
    else:
        files.private_file(building)
    answers = _fill(building, content, rescued, fresh=copy is None)
    files.flush_file(building)
    building.replace(folder / _READY)
    files.flush_folder(folder)
    kept = files.set_aside(database, "damaged")
    finish(folder)
    return Repair(
        "database_missing" if missing else "database_damaged",
        {"kept": kept.name if kept else "", "copy": copy.name if copy else "", "answers": str(answers)},
    )


def _migrate(building: Path, folder: Path) -> None:
    from osteoapp.store.migrating import migrate  # imports Alembic

    migrate(building, folder / files.BACKUPS, _PATIENCE)


def _fill(building: Path, content: Content, rescued: _Rescued, *, fresh: bool) -> int:
    """Adds what the copy lacks: first from the journal, in its order, then what was rescued; the answers there are."""
    with contextlib.closing(reading.connect(building, _PATIENCE)) as connection:
        backups.unseal(connection)
        writer = Writer(connection)
        if fresh:
            with writer.transaction() as transaction:
                create(transaction)
        reconcile.fill(writer, reconcile.compare(connection, reading.remembered_events(connection), content))
        reconcile.fill(writer, _rescued_gap(connection, rescued))
        count = sum(is_answer(row.event) for row in reading.remembered_events(connection))
        connection.execute("PRAGMA journal_mode=DELETE")  # one file, with nothing left beside it
    return count


def _rescued_gap(connection: sqlite3.Connection, rescued: _Rescued) -> reconcile.Gap:
    last = reading.newest(connection)
    newer = rescued.regimen is not None and rescued.regimen.number > last.regimen
    set_later = rescued.settings is not None and rescued.settings[0] > last.settings
    return reconcile.Gap(
        events=rescued.events,
        regimens=[rescued.regimen] if newer and rescued.regimen else [],
        settings=rescued.settings if set_later else None,
    )


def _rescue(database: Path) -> _Rescued:
    rescued = _Rescued()
    with contextlib.suppress(sqlite3.Error, OSError), contextlib.closing(
        reading.connect(database, _PATIENCE, readonly=True)
    ) as connection:
        rescued.events = _rescue_events(connection)
        with contextlib.suppress(Damaged, StoreFault, sqlite3.Error, ValueError, TypeError):
            rescued.regimen = reading.regimen(connection)
        with contextlib.suppress(Damaged, StoreFault, sqlite3.Error, ValueError, TypeError):
            number = reading.newest(connection).settings
            rescued.settings = (number, reading.settings(connection)[0]) if number else None
    return rescued


def _rescue_events(connection: sqlite3.Connection) -> list[AnyEvent]:
    """Every event whose sum fits, read from both ends as far as each goes."""
    found: dict[int, AnyEvent] = {}
    for order in ("ASC", "DESC"):
        with contextlib.suppress(sqlite3.Error):
            for number, text, total in connection.execute(
                f"SELECT number, record, sum FROM events ORDER BY number {order}"
            ):
                if reading.fits(total, text):
                    with contextlib.suppress(StoreFault):
                        found[number] = reading.event_of(json.loads(text))
    return [found[number] for number in sorted(found)]
