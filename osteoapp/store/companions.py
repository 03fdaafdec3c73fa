"""What lies beside the database and goes into a copy with it: the clinic's text, a set-up left half-way, the ticks.

They are files of their own. A copy carries them as values in a table of its own, in parts, under names that this
program knows, so that it stays one file and no path can be in it. The stopwatch is left out on purpose: put back on
another day or another computer it would have run ever since.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import sqlite3
import stat
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final

from osteoapp.store import clinic, files, reading, ticks, unfinished
from osteoapp.store.faults import READING, Damaged

TABLE: Final = "companion"
PART: Final = 1_000_000
# The most bytes of each in a copy that the program makes by itself: there are some twenty of those.
MOST_BY_ITSELF: Final = 4_000_000
WHOLE, LARGE, DAMAGED = "whole", "large", "damaged"


@dataclass(frozen=True, slots=True)
class _Kind:
    """How many bytes one may have, and how to see in an open file whether it is what was once written."""

    most: int
    whole: Callable[[BinaryIO], bool]


_KINDS: Final = {
    clinic.CLINIC: _Kind(clinic.MOST_BYTES, clinic.is_whole),
    unfinished.NAME: _Kind(unfinished.MOST_BYTES, unfinished.is_whole),
    ticks.NAME: _Kind(ticks.MOST_BYTES, ticks.is_whole),
}
NAMES: Final = tuple(_KINDS)
# Any version of this program names them so. What this one does not know it leaves where it is.
_NAME: Final = re.compile(r"[a-z][a-z0-9.-]{0,63}")


@dataclass(frozen=True, slots=True)
class One:
    """A companion as a folder or a copy has it: ``whole`` and its SHA-256, or why it is not carried."""

    state: str
    digest: str = ""


def beside(folder: Path, most: int = clinic.MOST_BYTES) -> dict[str, One]:
    """What a copy of this folder would carry and, of what is there, would not. Never raises."""
    found = {}
    for name in NAMES:
        with _opened(folder, name, most) as (one, _):
            if one is not None:
                found[name] = one
    return found


@contextlib.contextmanager
def _opened(folder: Path, name: str, most: int) -> Iterator[tuple[One | None, BinaryIO | None]]:
    """One of a folder, with its file where it is whole: another that takes its place meanwhile changes nothing."""
    with contextlib.ExitStack() as stack:
        one, file = One(DAMAGED), None
        try:
            file = stack.enter_context(_open(folder / name))
            one = _seen(file, name, most)
        except FileNotFoundError:
            yield None, None
            return
        except OSError:
            one = One(DAMAGED)
        yield one, file if one.state == WHOLE else None


def _open(path: Path) -> BinaryIO:
    # Without waiting: a pipe would never answer.
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise OSError(None, "no file")
    return os.fdopen(descriptor, "rb")


def _seen(file: BinaryIO, name: str, most: int) -> One:
    """What an open file is; it is then read from its beginning again."""
    if os.fstat(file.fileno()).st_size > min(most, _KINDS[name].most):
        return One(LARGE)
    if not _KINDS[name].whole(file):
        return One(DAMAGED)
    file.seek(0)
    total = hashlib.sha256()
    for chunk in _chunks(file):
        total.update(chunk)
    file.seek(0)
    return One(WHOLE, total.hexdigest())


def _chunks(file: BinaryIO) -> Iterator[bytes]:
    while chunk := file.read(PART):
        yield chunk


# --- into a copy


def put(copy: sqlite3.Connection, folder: Path | None, most: int) -> None:
    """Gives a copy the companions of a folder, in place of any it has; without a folder it has no table of them.

    Raises sqlite3.Error and OSError.
    """
    remove(copy)
    if folder is None:
        return
    copy.execute("BEGIN")
    copy.execute(
        f"CREATE TABLE {TABLE} (name TEXT NOT NULL, part INTEGER NOT NULL, state TEXT NOT NULL,"
        " digest TEXT NOT NULL, bytes BLOB NOT NULL, PRIMARY KEY (name, part)) STRICT"
    )
    for name in NAMES:
        with _opened(folder, name, most) as (one, file):
            if one is None:
                continue
            for number, part in enumerate([b""] if file is None else _chunks(file)):
                row = (name, number, one.state, one.digest, part)
                copy.execute(f"INSERT INTO {TABLE} VALUES (?, ?, ?, ?, ?)", row)
    copy.execute("COMMIT")


def remove(connection: sqlite3.Connection) -> None:
    """Leaves a database with none, and no larger than it is without. Raises sqlite3.Error."""
    if is_there(connection):
        connection.execute(f"DROP TABLE {TABLE}")
        connection.execute("VACUUM")


# --- out of one


def is_there(copy: sqlite3.Connection) -> bool:
    """Whether a copy has a table of companions: those of earlier versions have none."""
    return copy.execute("SELECT 1 FROM sqlite_master WHERE name = ?", (TABLE,)).fetchone() is not None


def held(copy: sqlite3.Connection) -> dict[str, One] | None:
    """What a copy says of each companion that this program knows; None where it has no table of them.

    Raises Damaged, also for a name that no version of this program gives.
    """
    found = {}
    with reading.damage_told():
        if not is_there(copy):
            return None
        for name, part, state, digest in copy.execute(f"SELECT name, part, state, digest FROM {TABLE}"):
            if not isinstance(name, str) or not _NAME.fullmatch(name):
                raise Damaged("a companion under a strange name")
            if part == 0 and name in _KINDS:
                if state not in (WHOLE, LARGE, DAMAGED) or not isinstance(digest, str):
                    raise Damaged(f"companion {name}")
                found[name] = One(state, digest)
    return found


def check(copy: sqlite3.Connection) -> None:
    """Reads all that a copy carries. Raises Damaged and sqlite3.Error."""
    for name, one in (held(copy) or {}).items():
        if one.state == WHOLE:
            for _ in _parts(copy, name, one):
                pass


def content(copy: sqlite3.Connection, name: str) -> bytes:
    """One that a copy carries. Raises Damaged where it does not, or not as it was, and sqlite3.Error."""
    one = (held(copy) or {}).get(name)
    if one is None or one.state != WHOLE:
        raise Damaged(f"no companion {name}")
    return b"".join(_parts(copy, name, one))


def _parts(copy: sqlite3.Connection, name: str, one: One) -> Iterator[bytes]:
    """The parts of what is whole in a copy, in their order; what is read is only sound when they have ended."""
    total, length = hashlib.sha256(), 0
    with reading.damage_told():
        rows = copy.execute(f"SELECT part, bytes FROM {TABLE} WHERE name = ? ORDER BY part", (name,))
        for number, (part, found) in enumerate(rows):
            if part != number or not isinstance(found, bytes) or len(found) > PART:
                raise Damaged(f"companion {name}, part {number}")
            total.update(found)
            length += len(found)
            if length > _KINDS[name].most:
                raise Damaged(f"companion {name} is too large")
            yield found
    if total.hexdigest() != one.digest:
        raise Damaged(f"companion {name}")


def take_out(copy: sqlite3.Connection, place: Path, *, over: bool = True) -> dict[str, str]:
    """Makes files, in a folder, of all that a copy carries; what it says of each.

    Without ``over`` a file that is there stays. Raises Damaged, sqlite3.Error and OSError.
    """
    found = held(copy) or {}
    for name, one in found.items():
        if one.state == WHOLE and (over or not (place / name).exists()):
            _make(place / name, _parts(copy, name, one))
    return {name: one.state for name, one in found.items()}


def _make(path: Path, parts: Iterator[bytes]) -> None:
    """A file of parts, under its name once it is seen to be whole."""
    part = path.with_name(path.name + ".part")
    try:
        descriptor = os.open(part, os.O_CREAT | os.O_TRUNC | os.O_WRONLY | getattr(os, "O_BINARY", 0), 0o600)
        try:
            for found in parts:
                files.write_all(descriptor, found)
            files.flush(descriptor)
        finally:
            os.close(descriptor)
        with part.open("rb") as file:
            if not _KINDS[path.name].whole(file):
                raise Damaged(f"companion {path.name}")
        part.replace(path)
        files.flush_folder(path.parent)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def bring(folder: Path, place: Path) -> dict[str, str]:
    """Copies those of a data folder that are whole into another; what became of each. Raises OSError and Damaged."""
    states = {}
    for name in NAMES:
        with _opened(folder, name, clinic.MOST_BYTES) as (one, file):
            if file is not None:
                _make(place / name, _chunks(file))
            if one is not None:
                states[name] = one.state
    return states


def settle(folder: Path, database: sqlite3.Connection) -> None:
    """Where a copy was put in the place of the database by hand: its companions as files, where there are none.

    What cannot be done now stays as it is; the program works as well.
    """
    with contextlib.suppress(Damaged, *READING):
        if is_there(database):
            take_out(database, folder, over=False)
            remove(database)
