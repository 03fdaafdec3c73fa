"""Whole copies of the database, made while it is in use, each checked before it counts.

Nothing here touches the connection of the store: a worker may do it in a thread of its own. A copy is one file
that needs no other beside it.
"""

from __future__ import annotations

import contextlib
import sqlite3
from datetime import date
from pathlib import Path

from osteoapp.store import files, reading
from osteoapp.store.faults import Damaged, StoreFault, write_failed

DAYS_KEPT = 14
_PATIENCE = 5.0


def write_copy(source: Path, target: Path) -> None:
    """Copies a database to another file, in one step as seen from outside, and checks the copy whole.

    Raises Damaged where the copy is not sound, sqlite3.Error and OSError; the target is then as it was.
    """
    part = target.with_name(target.name + ".part")
    _clear(part)
    files.private_file(part)
    try:
        with (
            contextlib.closing(reading.connect(source, _PATIENCE, readonly=True)) as original,
            contextlib.closing(sqlite3.connect(part, isolation_level=None)) as copy,
        ):
            original.backup(copy)
            copy.execute("PRAGMA journal_mode=DELETE")
            reading.verify(copy)
        files.flush_file(part)
        part.replace(target)
        files.flush_folder(target.parent)
    finally:
        _clear(part)


def _clear(part: Path) -> None:
    for left in files.family(part):
        left.unlink()


def backup(folder: Path, target: Path) -> None:
    """A whole copy of the database of a data folder. Raises WriteFailed; the target is then as it was."""
    try:
        write_copy(folder / files.DATABASE, target)
    except (Damaged, sqlite3.Error, OSError) as fault:
        if (told := write_failed(fault)) is None:
            raise
        raise told from fault


def daily(folder: Path, day: date) -> Path | None:
    """The copy of a day, unless it is there already; of those of earlier days the last ones are kept.

    Raises WriteFailed.
    """
    place = folder / files.BACKUPS
    target = place / f"osteoapp-{day.isoformat()}.db"
    if target.exists():
        return None
    try:
        files.private_folder(place)
        write_copy(folder / files.DATABASE, target)
        for old in sorted(place.glob("osteoapp-????-??-??.db"))[:-DAYS_KEPT]:
            old.unlink()
    except (Damaged, sqlite3.Error, OSError) as fault:
        if (told := write_failed(fault)) is None:
            raise
        raise told from fault
    return target


def copies(folder: Path) -> list[Path]:
    """All copies in the data folder, by name."""
    return sorted((folder / files.BACKUPS).glob("*.db"))


def newest_good(folder: Path) -> Path | None:
    """The copy that holds most and is sound throughout; None where there is none.

    What a copy holds decides, not its name or date, for those come from a clock that may have been wrong.
    """
    found = []
    for path in copies(folder):
        with contextlib.suppress(sqlite3.Error, OSError), contextlib.closing(
            reading.connect(path, _PATIENCE, readonly=True)
        ) as connection:
            last = reading.newest(connection)
            found.append(((last.event, last.regimen, last.settings), path))
    return next((path for _, path in sorted(found, reverse=True) if sound(path)), None)


def sound(path: Path) -> bool:
    """Whether a copy is one of this program or an earlier version of it, and whole."""
    try:
        if reading.revision(path, _PATIENCE) is None:
            return False
        with contextlib.closing(reading.connect(path, _PATIENCE, readonly=True)) as connection:
            reading.verify(connection)
    except (Damaged, StoreFault, sqlite3.Error, OSError):
        return False
    return True
