"""Whole copies of the data, made while they are in use, each checked before it counts.

Nothing here touches the connection of the store: a worker may do it in a thread of its own. A copy is one file
that needs no other beside it: the database, and in one table more the files that lie beside that (companions.py). In
its header it carries a seal, made of all it holds, so that a copy which lost or changed anything since is told from a
good one without any other file.
"""

from __future__ import annotations

import contextlib
import hashlib
import sqlite3
import stat
from collections.abc import Iterator
from pathlib import Path

from osteoapp.store import clinic, companions, files, reading
from osteoapp.store.faults import READING, Damaged, StoreFault, WriteFailed, write_failed

_PATIENCE = 5.0
_HEADER = b"SQLite format 3\0"
# Where SQLite keeps the number by which programs mark their files.
_MARK = slice(68, 72)


def write_copy(source: Path, target: Path, beside: Path | None = None, most: int = clinic.MOST_BYTES) -> None:
    """Copies a database to another file, in one step as seen from outside, and checks the copy whole.

    ``beside`` is the folder whose companions it takes along, each of ``most`` bytes at most; None: no table of them.
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
            original.execute("BEGIN")  # what others write meanwhile belongs into the next copy
            wanted, _ = _seals(original)
            original.backup(copy)
            original.rollback()
            copy.execute("PRAGMA journal_mode=DELETE")
            companions.put(copy, beside, most)
            with reading.damage_told():
                found, sealed = _seals(copy)
            if found != wanted:
                raise Damaged("the copy is not what was to be copied")
            copy.execute(f"PRAGMA user_version={sealed}")
            reading.verify(copy)
            companions.check(copy)
        files.flush_file(part)
        part.replace(target)
        files.flush_folder(target.parent)
    finally:
        _clear(part)


def _clear(part: Path) -> None:
    for left in files.family(part):
        left.unlink()


def seal_of(connection: sqlite3.Connection) -> int:
    """A number from 1 to 2³¹ - 1 made of every row of every table, and of the tables themselves."""
    return _seals(connection)[1]


def _seals(connection: sqlite3.Connection) -> tuple[int, int]:
    """The seal of a database without the companions that a copy adds to it, and that of all."""
    database, whole = hashlib.sha256(), hashlib.sha256()
    connection.text_factory = bytes  # what a damage has left may be no text
    try:
        _take_all(connection, database, whole)
    finally:
        connection.text_factory = str
    first, second = (int.from_bytes(total.digest()[:4], "big") & 0x7FFFFFFF for total in (database, whole))
    return first or 1, second or 1


def _take_all(connection: sqlite3.Connection, database: hashlib._Hash, whole: hashlib._Hash) -> None:
    tables = connection.execute(
        "SELECT name, sql FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_stat%' ORDER BY name"
    ).fetchall()
    pages, size = (connection.execute(f"PRAGMA {what}").fetchone()[0] for what in ("page_count", "page_size"))
    left = 2 * pages * size
    for name, text in tables:
        totals = (whole,) if name == companions.TABLE.encode("ascii") else (database, whole)
        quoted = name.decode("utf-8").replace('"', '""')
        _take((name, text), totals)
        for row in connection.execute(f'SELECT * FROM "{quoted}"'):
            left -= sum(len(value) for value in row if isinstance(value, bytes))
            if left < 0:  # computed as it is read: none of ours is, and it may have no end
                raise Damaged("it holds more than its pages")
            _take(row, totals)


def _take(row: tuple[object, ...], totals: tuple[hashlib._Hash, ...]) -> None:
    taken = repr(row).encode("ascii", "backslashreplace")
    for total in totals:
        total.update(taken)


def check_seal(connection: sqlite3.Connection) -> None:
    """Raises Damaged where a copy does not hold what it was sealed with; a database in use carries no seal."""
    with reading.damage_told():
        sealed = connection.execute("PRAGMA user_version").fetchone()[0]
        if sealed and sealed != seal_of(connection):
            raise Damaged("the copy is not what it was when it was made")


def same(copy: Path, database: Path) -> bool:
    """Whether a copy holds just what a database holds; of companions nothing is asked. Raises sqlite3.Error."""
    found = []
    for path in (copy, database):
        with contextlib.closing(reading.connect(path, _PATIENCE, readonly=True)) as connection:
            found.append(_seals(connection)[0])
    return found[0] == found[1]


def companions_as_in(copy: Path, folder: Path) -> bool:
    """Whether a copy that the program made by itself has the companions of a folder. Raises sqlite3.Error."""
    with (
        contextlib.suppress(Damaged),
        contextlib.closing(reading.connect(copy, _PATIENCE, readonly=True)) as connection,
    ):
        return companions.held(connection) == companions.beside(folder, companions.MOST_BY_ITSELF)
    return False


def unseal(connection: sqlite3.Connection) -> None:
    """Makes a database of a copy: one that is written to fits no seal. Raises sqlite3.Error."""
    connection.execute("PRAGMA user_version=0")


def backup(folder: Path, target: Path) -> None:
    """A whole copy of the data in a folder. Raises WriteFailed; the target is then as it was.

    An earlier copy at that place is replaced; anything else there is not: file_not_ours, file_of_data. Nor is a
    folder made: no_such_folder.
    """
    with copying(folder):
        target = target.resolve()
        _refuse_what_is_not_a_copy(folder, target)
        write_copy(folder / files.DATABASE, target, folder)


@contextlib.contextmanager
def copying(folder: Path) -> Iterator[None]:
    """What fails while a data folder's database is copied, as WriteFailed; damage is left for the next start to see."""
    try:
        yield
    except (Damaged, *READING) as fault:
        if (told := write_failed(fault)) is None:
            raise
        if told.code == "database_damaged":
            files.suspect(folder)
        raise told from fault


def _refuse_what_is_not_a_copy(folder: Path, target: Path) -> None:
    if target.parent == folder.resolve() and (files.is_of_data(target.name) or target.name in companions.NAMES):
        raise WriteFailed("file_of_data", file=str(target))
    if not target.parent.is_dir():
        raise WriteFailed("no_such_folder", folder=str(target.parent))
    if target.exists() and not is_ours(target):
        raise WriteFailed("file_not_ours", file=str(target))


def is_ours(path: Path) -> bool:
    """Whether a file is an empty one or a database of this program, by its first bytes. Raises OSError."""
    if not stat.S_ISREG(path.stat().st_mode):
        return False
    with path.open("rb") as file:
        head = file.read(100)
    return not head or (head.startswith(_HEADER) and head[_MARK] == reading.APPLICATION_ID.to_bytes(4, "big"))


def copies(folder: Path) -> list[Path]:
    """All copies in the data folder, by name."""
    return sorted((folder / files.BACKUPS).glob("*.db"))


def newest_good(folder: Path) -> Path | None:
    """The copy that holds most and is sound throughout; None where there is none.

    What a copy holds decides, not its name or date, for those come from a clock that may have been wrong.
    """
    found = []
    for path in copies(folder):
        with contextlib.suppress(*READING):
            last = holds(path)
            found.append(((last.event, last.regimen, last.settings), path))
    return next((path for _, path in sorted(found, reverse=True) if sound(path)), None)


def holds(path: Path) -> reading.Newest:
    """How far a copy reaches. Raises sqlite3.Error and OSError."""
    with contextlib.closing(reading.connect(path, _PATIENCE, readonly=True)) as connection:
        return reading.newest(connection)


def sound(path: Path) -> bool:
    """Whether a copy is one of this program or an earlier version of it, and whole."""
    try:
        if reading.revision(path, _PATIENCE) is None:
            return False
        with contextlib.closing(reading.connect(path, _PATIENCE, readonly=True)) as connection:
            reading.verify(connection)
            check_seal(connection)
    except (Damaged, StoreFault, *READING):
        return False
    return True
