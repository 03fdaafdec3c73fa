"""Puts a copy in the place of the data: all of it or nothing, and what was there is kept.

The state to come is built complete in a folder of its own and checked there: tables of this program's own making,
into which only the values of the copy are taken, since nobody knows who wrote the file. One renaming of that folder
decides. Before it nothing has changed; after it the rest is done, by the next start if this process dies. What is
replaced (database, journal, copies: they belong together, and each companion that the copy has another of) goes into a
folder ``replaced-…``. A companion that the copy does not have stays as it is.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import sqlite3
import stat
import sys
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

from osteoapp.core.events import AnyEvent, is_answer
from osteoapp.core.history import History
from osteoapp.store import backups, companions, files, reading, rotation
from osteoapp.store.faults import READING, CopyRefused, Damaged, StoreFault, WriteFailed, code_of, reason_of
from osteoapp.store.opening import faults_told
from osteoapp.store.records import Revision
from osteoapp.store.settings import Lock

_REPLACED = "replaced"
_NAME_FILE = "replaces"
_GIVEN = "given.db"
_HEADER = b"SQLite format 3\0"
_CHUNK = 1 << 20
# SQLite steps for a file of unknown origin: a fixed part, and so many a byte. Ten times what a sound copy needs; one
# that asks for more was made to keep the program busy.
_STEPS, _STEPS_A_BYTE, _STEPS_A_CALL = 10_000_000, 40, 50_000
_LONGEST_VALUE = 16 << 20


@dataclass(frozen=True, slots=True)
class Held:
    """What a copy holds: how many answers that stand, the last of them, the regimen saved last, and the last dose.

    ``companions`` says of the files beside the database whether they are in it: ``whole``, or why not (companions.py).
    """

    answers: int
    last: AnyEvent | None
    regimen: Revision | None
    taken: AnyEvent | None = None
    companions: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Restored:
    """What is now in place, and the name of the folder in which the state before it is kept, if there was one."""

    held: Held
    kept: str | None


def preview(source: Path) -> Held:
    """What a copy holds, after all the checks of a restore; changes nothing. Raises CopyRefused and StoreFault."""
    with tempfile.TemporaryDirectory(prefix="osteoapp-") as place, faults_told(Path(place)):
        return _build(Path(place), source, datetime.fromtimestamp(0, UTC), 1)


def own_lock(folder: Path) -> Lock | None:
    """The PIN that a data folder is under; None where it has none or cannot tell. Leaves every file as it is."""
    database = folder / files.DATABASE
    # A log beside it may hold newer settings. Without one nobody has it open, and SQLite need not make one to look.
    how = "mode=ro" if database.with_name(f"{database.name}-wal").exists() else "mode=ro&immutable=1"
    with contextlib.suppress(Damaged, ValueError, *READING):
        if database.exists():
            with contextlib.closing(sqlite3.connect(f"{database.absolute().as_uri()}?{how}", uri=True)) as connection:
                return reading.settings(connection)[0].lock
    return None


def restore(folder: Path, source: Path, at: datetime, patience: float) -> Restored:
    """Puts a copy in the place of what the data folder holds; no Store may have it open, in no process.

    The PIN in force stays, whatever the copy holds: it belongs to this computer.
    ``at`` is the present, for the names. Raises CopyRefused, and StoreFault restore_in_use, disk_full and the like:
    nothing has then changed.
    """
    files.prepare(folder)
    with faults_told(folder), _alone(folder, patience):
        finish(folder)
        building = folder / files.RESTORING
        _remove(building)
        files.private_folder(building)
        try:
            there = rotation.made_by_itself(folder / files.BACKUPS)
            lock = own_lock(folder)
            held = _build(building, source, at, there[-1].number + 1 if there else 1, lock)
            kept = _free_name(folder, at)
            files.write_whole(building / _NAME_FILE, kept.encode("ascii"))
            files.flush_folder(building)
            building.rename(folder / files.RESTORED)
        except BaseException:
            _remove(building)
            raise
        files.flush_folder(folder)
        finish(folder)
        return Restored(held, kept if (folder / kept).exists() else None)


@contextlib.contextmanager
def _alone(folder: Path, patience: float) -> Iterator[None]:
    with contextlib.ExitStack() as stack:
        try:
            stack.enter_context(files.lock_of(folder / files.IN_USE, patience))
            stack.enter_context(files.folder_lock(folder, patience))
            _try_renaming(folder / files.DATABASE)
        except (WriteFailed, PermissionError) as fault:
            if isinstance(fault, PermissionError) and sys.platform != "win32":
                raise
            raise StoreFault("restore_in_use", folder=str(folder)) from fault
        yield


def _try_renaming(database: Path) -> None:
    """Windows renames no file that is open anywhere; better to learn it before than half way."""
    if sys.platform == "win32" and database.exists():
        probe = database.with_name(database.name + ".probe")
        database.rename(probe)
        probe.rename(database)


def _free_name(folder: Path, at: datetime) -> str:
    stem = f"{_REPLACED}-{at.astimezone(UTC).date().isoformat()}-{at.astimezone(UTC):%H%M%S}"
    number = 1
    while (folder / (name := stem if number == 1 else f"{stem}-{number}")).exists():
        number += 1
    return name


# --- after the decision


def finish(folder: Path) -> None:
    """Does what is left of a restore that was decided, and undoes one that was not; the lock must be held.

    Harmless where there is neither. Raises OSError.
    """
    _remove(folder / files.RESTORING)
    decided = folder / files.RESTORED
    if not decided.exists():
        return
    for name in (files.JOURNAL, files.BACKUPS, *companions.NAMES, files.DATABASE):
        if (decided / name).exists():
            _set_aside(folder, name, folder / (decided / _NAME_FILE).read_text("ascii"))
            (decided / name).rename(folder / name)
            files.flush_folder(folder)
    files.flush_folder(decided)
    _remove(decided)


def _set_aside(folder: Path, name: str, kept: Path) -> None:
    old = files.family(folder / name)
    if name == files.DATABASE:
        # A successor that a repair had ready must not come after this one.
        old += [path for path in (folder / f"{name}.rebuilt", folder / f"{name}.building") if path.exists()]
    if not old:
        return
    files.private_folder(kept)
    for path in old:
        path.rename(kept / path.name)
    files.flush_folder(kept)
    files.flush_folder(folder)


def _remove(place: Path) -> None:
    if place.exists():
        shutil.rmtree(place)


# --- before it


def _build(place: Path, source: Path, at: datetime, number: int, lock: Lock | None = None) -> Held:
    """Makes a whole data folder of a copy. Raises CopyRefused, StoreFault, OSError, sqlite3.Error."""
    given = place / _GIVEN
    _take_in(source, given)
    try:
        _check(given)
        if reading.revision(given, 1.0) != reading.HEAD:
            from osteoapp.store.migrating import migrate  # imports Alembic

            with tempfile.TemporaryDirectory(dir=place) as before:
                migrate(given, Path(before), 1.0)
        held = replace(_move_values(place, given, lock), companions=_take_out(place, given, source))
    except StoreFault as fault:
        if fault.code == "database_newer":
            raise CopyRefused("copy_newer", file=str(source), **fault.values) from fault
        if fault.code == "migration_failed":
            raise CopyRefused("copy_damaged", file=str(source), reason=fault.values["reason"]) from fault
        raise
    except (Damaged, sqlite3.Error, ValueError, TypeError, AttributeError, KeyError) as fault:
        if isinstance(fault, sqlite3.Error) and code_of(fault) in ("disk_full", "read_only"):
            raise
        raise CopyRefused("copy_damaged", file=str(source), reason=reason_of(fault)) from fault
    for left in files.family(given):
        left.unlink()
    files.private_folder(place / files.BACKUPS)
    copy = place / files.BACKUPS / rotation.name_of(number, at)
    backups.write_copy(place / files.DATABASE, copy, place, companions.MOST_BY_ITSELF)
    return held


def _take_in(source: Path, given: Path) -> None:
    """Copies the file, and what SQLite may have left beside it: the original is only read, as it may be the last."""
    for ending in ("", "-wal"):
        path = source.with_name(source.name + ending)
        if ending and not path.exists():
            continue
        try:
            # Without waiting: a pipe would never answer.
            descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        except FileNotFoundError as fault:
            raise CopyRefused("copy_missing", file=str(source)) from fault
        except OSError as fault:
            raise CopyRefused("copy_unreadable", file=str(source), reason=fault.strerror or "") from fault
        try:
            if not stat.S_ISREG(os.fstat(descriptor).st_mode):
                raise CopyRefused("copy_foreign", file=str(source))
            _pour(descriptor, given.with_name(given.name + ending), source)
        finally:
            os.close(descriptor)
    _check_header(source, given)


def _pour(descriptor: int, target: Path, source: Path) -> None:
    files.private_file(target)
    out = os.open(target, os.O_WRONLY | getattr(os, "O_BINARY", 0))
    try:
        while True:
            try:
                chunk = os.read(descriptor, _CHUNK)
            except OSError as fault:
                raise CopyRefused("copy_unreadable", file=str(source), reason=fault.strerror or "") from fault
            if not chunk:
                return
            files.write_all(out, chunk)
    finally:
        os.close(out)


def _check_header(source: Path, given: Path) -> None:
    with given.open("rb") as file:
        head = file.read(100)
    if not head.startswith(_HEADER[: max(len(head), 1)]):
        raise CopyRefused("copy_foreign", file=str(source))
    if len(head) < 100:
        raise CopyRefused("copy_damaged", file=str(source), reason="cut short")
    if head[68:72] != reading.APPLICATION_ID.to_bytes(4, "big"):
        raise CopyRefused("copy_foreign", file=str(source))
    page = int.from_bytes(head[16:18], "big") or 1
    page = 65536 if page == 1 else page
    # With a log beside it the file itself may be shorter than it says.
    pages = int.from_bytes(head[28:32], "big")
    if not given.with_name(given.name + "-wal").exists() and given.stat().st_size < page * pages:
        raise CopyRefused("copy_damaged", file=str(source), reason="cut short")


def _check(given: Path) -> None:
    """Raises Damaged, StoreFault database_newer and sqlite3.Error."""
    with contextlib.closing(reading.connect(given, 1.0)) as connection:
        _guard(connection, given)
        if reading.revision_in(connection) is None:
            raise Damaged("it holds nothing")
        reading.verify(connection)
        backups.check_seal(connection)
        connection.execute("PRAGMA journal_mode=DELETE")


def _guard(connection: sqlite3.Connection, given: Path) -> None:
    """Lets a file of unknown origin use up neither time nor memory; its schema can call nothing that reaches out."""
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST_VALUE)
    left = (_STEPS + _STEPS_A_BYTE * given.stat().st_size) // _STEPS_A_CALL

    def spend() -> int:
        nonlocal left
        left -= 1
        return left < 0

    connection.set_progress_handler(spend, _STEPS_A_CALL)


def _move_values(place: Path, given: Path, lock: Lock | None) -> Held:
    """Fills a new database with the values of a copy, and the journal that belongs to it; what it holds."""
    from osteoapp.store import reconcile, tables, writing  # imports SQLAlchemy
    from osteoapp.store.journal import Content, Journal

    database = place / files.DATABASE
    files.private_file(database)
    with contextlib.closing(reading.connect(database, 1.0)) as connection:
        with writing.Writer(connection).transaction() as transaction:
            writing.create(transaction)
        _guard(connection, given)
        connection.execute("ATTACH DATABASE ? AS given", (str(given),))
        connection.execute("BEGIN IMMEDIATE")
        for table in tables.metadata.sorted_tables:
            _refuse_no_table(connection, table.name)
            columns = ", ".join(f'"{column.name}"' for column in table.columns)
            connection.execute(
                f'INSERT INTO main."{table.name}" ({columns}) SELECT {columns} FROM given."{table.name}" ORDER BY 1, 2'
            )
        connection.execute("COMMIT")
        connection.execute("DETACH DATABASE given")
        reading.verify(connection)
        settings, _ = reading.settings(connection)
        if settings.lock != lock:
            number = max(reading.newest(connection).settings, 1)
            with writing.Writer(connection).transaction() as transaction:
                writing.put_settings(transaction, replace(settings, lock=lock), number)
        rows = reading.remembered_events(connection)
        regimen = reading.regimen(connection)
        Journal(place).append(reconcile.compare(connection, rows, Content()).entries)
        connection.execute("PRAGMA journal_mode=DELETE")
    files.flush_file(database)
    history = History(row.event for row in rows)
    answers = [row.event for row in rows if is_answer(row.event) and history.retraction(row.event.id) is None]
    taken = [event for event in answers if event.type == "taken"]
    last, dose = (max(found, key=_moment, default=None) for found in (answers, taken))
    return Held(len(answers), last, regimen, dose)


def _take_out(place: Path, given: Path, source: Path) -> Mapping[str, str]:
    """Makes files of the companions of a copy. The database of another data folder has them beside it."""
    with contextlib.closing(reading.connect(given, 1.0, readonly=True)) as connection:
        _guard(connection, given)
        if companions.is_there(connection):
            _refuse_no_table(connection, companions.TABLE, "main")
            return companions.take_out(connection, place)
    return companions.bring(source.parent, place) if source.name == files.DATABASE else {}


def _refuse_no_table(connection: sqlite3.Connection, name: str, schema: str = "given") -> None:
    """A view or a virtual table computes what it shows: none of ours is one."""
    found = connection.execute(f"SELECT type, sql FROM {schema}.sqlite_master WHERE name = ?", (name,)).fetchall()
    if len(found) != 1 or found[0][0] != "table" or not str(found[0][1]).lower().startswith("create table"):
        raise Damaged(f"table {name}")


def _moment(event: AnyEvent) -> datetime:
    return event.at
