"""Opens a data folder: checks, repairs, migrates and loads what is there. The folder's lock is held meanwhile."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from osteoapp.core.history import History
from osteoapp.store import backups, companions, files, reading, reconcile
from osteoapp.store.faults import READING, Damaged, Repair, StoreFault, WriteFailed, code_of, reason_of
from osteoapp.store.journal import Content, Journal
from osteoapp.store.reading import Newest
from osteoapp.store.records import Revision
from osteoapp.store.settings import Settings

_STORE_CODES = {"locked": "database_locked", "read_only": "folder_not_writable"}


@dataclass(slots=True)
class Opened:
    """A data folder as it was found, or as it was left after repairs.

    ``provisional`` is the code of what kept it from being opened as it should: all that was ever acknowledged is
    in ``history`` and ``regimen``, but nothing may be written until it has been opened anew without one.
    """

    connection: sqlite3.Connection
    identity: tuple[int, int] | None
    history: History
    newest: Newest
    regimen: Revision | None
    settings: Settings
    repairs: tuple[Repair, ...]
    provisional: str | None = None


@contextlib.contextmanager
def faults_told(folder: Path) -> Iterator[None]:
    """Errors of the disk, of SQLite and of waiting for the lock as StoreFault; faults of the program pass through."""
    try:
        yield
    except (*READING, WriteFailed, Damaged) as fault:
        code = fault.code if isinstance(fault, WriteFailed) else code_of(fault)
        if code is None:
            raise
        raise StoreFault(_STORE_CODES.get(code, code), folder=str(folder), reason=reason_of(fault)) from fault


def open_folder(folder: Path, patience: float) -> Opened:
    """Raises StoreFault; nothing is lost by it."""
    repairs: list[Repair] = []
    with faults_told(folder):
        _finish_restore(folder)
        journal = Journal(folder)
        content = journal.read()
        provisional = _mend(journal, content, repairs)
        _finish(folder)
        try:
            opened = _open_database(folder, content, patience)
        except Damaged:
            repairs.append(_rebuild(folder, content))
            opened = _open_database(folder, content, patience)
        with contextlib.suppress(OSError):
            (folder / files.SUSPECT).unlink(missing_ok=True)
        opened.repairs = (*repairs, *opened.repairs)
        opened.provisional = opened.provisional or provisional
    return opened


def _mend(journal: Journal, content: Content, repairs: list[Repair]) -> str | None:
    lines = content.bad
    try:
        kept = journal.mend(content)
    except OSError as fault:
        return code_of(fault)
    if kept is not None:
        repairs.append(Repair("journal_damaged", {"kept": kept.name, "lines": str(lines)}))
    return None


def _finish_restore(folder: Path) -> None:
    if (folder / files.RESTORING).exists() or (folder / files.RESTORED).exists():
        from osteoapp.store import restoring  # seldom needed, and slow to import

        restoring.finish(folder)


def _finish(folder: Path) -> None:
    if not (folder / files.DATABASE).exists():
        from osteoapp.store import repair  # imports SQLAlchemy

        repair.finish(folder)


def _rebuild(folder: Path, content: Content) -> Repair:
    from osteoapp.store import repair  # imports SQLAlchemy

    try:
        return repair.rebuild(folder, content)
    except PermissionError as fault:  # Windows renames no file that another process has open
        raise StoreFault("database_in_use", folder=str(folder), reason=reason_of(fault)) from fault


def _open_database(folder: Path, content: Content, patience: float) -> Opened:
    """Raises Damaged where it must be rebuilt first."""
    database = folder / files.DATABASE
    has_past = bool(content.entries) or bool(backups.copies(folder))
    alone = False
    if not database.exists():
        if has_past:
            raise Damaged("missing")
        files.set_aside(database, "orphan")
        files.private_file(database)
        files.flush_folder(folder)
    try:
        revision = reading.revision(database, patience)
    except sqlite3.OperationalError as fault:
        if fault.sqlite_errorname == "SQLITE_READONLY_ROLLBACK":
            reading.roll_back(database, patience)  # killed within its very first writes
            revision = reading.revision(database, patience)
        elif code_of(fault) == "disk_full":
            alone = True  # no room for the file by which processes share: read it without
            revision = reading.revision(database, patience, alone=True)
        else:
            raise
    if revision is None and has_past:
        raise Damaged("empty")
    files.keep_private(database)
    files.keep_rest_private(folder)
    if revision not in (None, reading.HEAD):
        from osteoapp.store.migrating import migrate  # imports Alembic

        migrate(database, folder / files.BACKUPS, patience)
    connection = reading.connect(database, patience, alone=alone)
    try:
        if revision is None:
            _create(connection)
        with reading.damage_told():
            _writable(connection)
            companions.settle(folder, connection)
            if (folder / files.SUSPECT).exists():
                reading.verify(connection)
            opened = _load(folder, connection, content)
    except BaseException:
        connection.close()
        raise
    if alone:
        opened.provisional = "disk_full"
    return opened


def _create(connection: sqlite3.Connection) -> None:
    from osteoapp.store import writing  # imports SQLAlchemy

    with writing.Writer(connection).transaction() as transaction:
        writing.create(transaction)


def _writable(connection: sqlite3.Connection) -> None:
    """A header that forbids writing in a file that may be written is damaged: told by a write of nothing."""
    try:
        connection.execute("DELETE FROM settings WHERE 0")
        if connection.execute("PRAGMA user_version").fetchone()[0]:
            backups.unseal(connection)  # someone put a copy into its place by hand
    except sqlite3.OperationalError as fault:
        if code_of(fault) == "read_only":
            raise Damaged(reason_of(fault)) from fault
        if code_of(fault) != "locked":
            raise


def _load(folder: Path, connection: sqlite3.Connection, content: Content) -> Opened:
    rows = reading.remembered_events(connection)
    regimen = reading.regimen(connection)
    settings, whole = reading.settings(connection)
    repairs = [] if whole else [Repair("settings_reset")]
    gap = reconcile.compare(connection, rows, content)
    history = History(row.event for row in rows)
    for event in gap.events:
        history.append(event)
    provisional = _close_gap(folder, connection, gap)
    if gap.events:
        repairs.append(Repair("answers_replayed", {"answers": str(len(gap.events))}))
    if gap.entries and content.entries:
        repairs.append(Repair("journal_completed", {"entries": str(len(gap.entries))}))
    return Opened(
        connection=connection,
        identity=files.identity(folder / files.DATABASE),
        history=history,
        newest=reading.newest(connection),
        regimen=gap.regimens[-1] if gap.regimens else regimen,
        settings=gap.settings[1] if gap.settings else settings,
        repairs=tuple(repairs),
        provisional=provisional,
    )


def _close_gap(folder: Path, connection: sqlite3.Connection, gap: reconcile.Gap) -> str | None:
    """Brings database and journal level; the code of what hindered it."""
    try:
        if gap.in_database:
            from osteoapp.store import writing  # imports SQLAlchemy

            reconcile.fill(writing.Writer(connection), gap)
        if gap.entries:
            Journal(folder).append(gap.entries)
    except READING as fault:
        code = code_of(fault)
        if code is None or code == "database_damaged":
            raise
        return code
    return None
