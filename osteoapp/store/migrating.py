"""Brings an older database to the newest revision, with Alembic, which is imported for this only."""

from __future__ import annotations

import contextlib
from pathlib import Path

from alembic import command
from alembic.config import Config

from osteoapp.store import backups, files, reading
from osteoapp.store.faults import READING, Damaged, StoreFault, code_of, reason_of
from osteoapp.store.writing import Writer

SCRIPTS = Path(__file__).parent / "migrations"


def migrate(database: Path, copies: Path, patience: float, scripts: Path | None = None) -> Path:
    """Migrates in one transaction, after a copy of the whole into a folder; that copy.

    Raises StoreFault disk_full, read_only, locked, disk_error or migration_failed: the database is then as it was.
    """
    config = Config()
    config.set_main_option("script_location", str(scripts or SCRIPTS).replace("%", "%%"))
    try:
        files.private_folder(copies)
        copy = _copy_first(database, copies)
        with contextlib.closing(reading.connect(database, patience)) as connection:
            # Rebuilding a table drops the old one; with foreign keys on, that would reach into others.
            connection.execute("PRAGMA foreign_keys=OFF")
            with Writer(connection).transaction() as transaction:
                config.attributes["connection"] = transaction
                command.upgrade(config, "head")
                if broken := connection.execute("PRAGMA foreign_key_check").fetchone():
                    raise Damaged(f"foreign key of {broken[0]}")
    except Exception as fault:
        code = code_of(fault) if isinstance(fault, READING) else None
        raise StoreFault(code or "migration_failed", folder=str(database.parent), reason=reason_of(fault)) from fault
    return copy


def _copy_first(database: Path, copies: Path) -> Path:
    """A copy of the database as it is: a new one, or the one that an attempt which failed or was killed has left.

    Without that a migration that never succeeds would fill the disk, start by start.
    """
    for earlier in sorted(copies.glob(f"osteoapp-before-{reading.HEAD}*.db")):
        if backups.sound(earlier) and backups.same(earlier, database):
            return earlier
    number = 1
    while (name := copies / f"osteoapp-before-{reading.HEAD}{'' if number == 1 else f'-{number}'}.db").exists():
        number += 1
    backups.write_copy(database, name)
    return name
