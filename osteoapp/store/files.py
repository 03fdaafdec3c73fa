"""The data folder and its files: names, rights, reaching the disk, setting aside, and the lock between processes.

The database file is never opened here, not even to read it: closing it would drop the locks that SQLite holds
on it in this process.
"""

from __future__ import annotations

import os
import stat
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

from osteoapp.store.faults import StoreFault, WriteFailed, code_of

DATABASE = "osteoapp.db"
JOURNAL = "answers.journal"
LOCK = "lock"
ALIVE = "alive"
BACKUPS = "backups"
IN_USE = "in-use"
COPYING = "copying"
# There where a look through everything found damage that a start, which has no time for all of it, may not see.
SUSPECT = "suspect"
RESTORING, RESTORED = "restoring", "restored"

_PATIENCE_STEP = 0.005


def prepare(folder: Path) -> None:
    """Makes the data folder where there is none and keeps others out of it (0700).

    Raises StoreFault folder_not_created.
    """
    try:
        new = not folder.exists()
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        _keep_out(folder)
        if new:
            _flush_name(folder)
    except OSError as fault:
        code = "disk_full" if code_of(fault) == "disk_full" else "folder_not_created"
        raise StoreFault(code, folder=str(folder), reason=fault.strerror or "") from fault


def _keep_out(folder: Path) -> None:
    """0700, unless it is not ours, or clearly not a folder for us alone (home, the root, a shared /tmp)."""
    if sys.platform != "win32":  # there the rights of the user's own folder are inherited
        status = folder.stat()
        shared = status.st_mode & stat.S_ISVTX or folder.resolve() in (Path.home(), Path("/"))
        if status.st_mode & 0o077 and status.st_uid == os.geteuid() and not shared:
            folder.chmod(0o700)


def private_folder(folder: Path) -> None:
    """A folder of ours inside the data folder (0700). Raises OSError."""
    new = not folder.exists()
    folder.mkdir(mode=0o700, exist_ok=True)
    _keep_out(folder)
    if new:
        _flush_name(folder)


def _flush_name(folder: Path) -> None:
    """What is safe inside a folder is lost all the same where the folder's own name is."""
    with suppress(OSError):  # the folder above may be one that we may not read
        flush_folder(folder.parent)


def private_file(path: Path) -> None:
    """Makes the file where there is none; only the owner may read it (0600). Raises OSError."""
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except FileExistsError:
        keep_private(path)


def suspect(folder: Path) -> None:
    """Has the next who opens the folder, or goes on using it, look through all of the database. Never raises."""
    with suppress(OSError):
        private_file(folder / SUSPECT)


def keep_private(path: Path) -> None:
    """Gives a file and SQLite's files beside it the rights they should have (0600). Raises OSError."""
    if sys.platform != "win32":
        for beside in family(path):
            if stat.S_IMODE(beside.stat().st_mode) != 0o600:
                beside.chmod(0o600)


def keep_rest_private(folder: Path) -> None:
    """The same for what lies beside the database: who put it back by hand gave it the rights of that day.

    What else lies there is not ours to change. Never raises: the folder keeps others out all the same.
    """
    beside = (folder / name for name in (JOURNAL, ALIVE, LOCK, IN_USE))
    for path in (*beside, *(folder / BACKUPS).glob("*.db")):
        with suppress(OSError):
            keep_private(path)


def family(path: Path) -> list[Path]:
    """The file and what SQLite keeps beside it, as far as they exist."""
    names = (path.name + ending for ending in ("", "-wal", "-shm", "-journal"))
    return [beside for name in names if (beside := path.with_name(name)).exists()]


def flush(descriptor: int) -> None:
    """Brings what was written to the disk itself. Raises OSError."""
    if sys.platform == "darwin":
        import fcntl

        fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)  # fsync alone leaves it in the drive's own memory there
    else:
        os.fsync(descriptor)


def flush_file(path: Path) -> None:
    """Brings a closed file, never the database in use, to the disk. Raises OSError."""
    descriptor = os.open(path, os.O_RDWR)
    try:
        flush(descriptor)
    finally:
        os.close(descriptor)


def flush_folder(folder: Path) -> None:
    """Brings new and changed names in a folder to the disk. Raises OSError."""
    if sys.platform != "win32":  # Windows keeps names safe by itself and cannot open a folder
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def write_whole(path: Path, content: bytes) -> None:
    """Replaces a file in one step: after a crash it is the old one or the new one. Raises OSError."""
    beside = path.with_name(path.name + ".part")
    descriptor = os.open(beside, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600)
    try:
        write_all(descriptor, content)
        flush(descriptor)
    finally:
        os.close(descriptor)
    beside.replace(path)
    flush_folder(path.parent)


def write_all(descriptor: int, content: bytes) -> None:
    """Writes every byte. Raises OSError; a part may then have been written."""
    rest = memoryview(content)
    while rest:
        rest = rest[os.write(descriptor, rest) :]


def identity(path: Path) -> tuple[int, int] | None:
    """What tells one file from another of the same name; None where there is no file."""
    try:
        status = path.stat()
    except FileNotFoundError:
        return None
    return status.st_dev, status.st_ino


def aside_name(path: Path, word: str) -> Path:
    """A free name beside a file that says why and as of when (its last change, UTC) it was set aside."""
    changed = datetime.fromtimestamp(path.stat().st_mtime, UTC) if path.exists() else datetime.fromtimestamp(0, UTC)
    stem = f"{path.name}.{word}-{changed:%Y-%m-%d-%H%M%S}"
    number = 1
    while family(name := path.with_name(stem if number == 1 else f"{stem}-{number}")):
        number += 1
    return name


def is_of_data(name: str) -> bool:
    """Whether a file of that name in the data folder is one that the program lives on."""
    beside = {DATABASE + ending for ending in ("-wal", "-shm", "-journal", ".building", ".rebuilt")}
    return name in {DATABASE, JOURNAL, LOCK, ALIVE, BACKUPS, IN_USE, COPYING, SUSPECT, RESTORING, RESTORED} | beside


def is_aside(path: Path) -> bool:
    """Whether a file is one that was found damaged and set aside."""
    return ".damaged-" in path.name and not path.name.endswith(("-wal", "-shm", "-journal"))


def set_aside(path: Path, word: str) -> Path | None:
    """Renames a file and what SQLite keeps beside it, never deletes; the new name, None if there was nothing.

    Raises OSError.
    """
    found = family(path)
    if not found:
        return None
    name = aside_name(path, word)
    for beside in found:
        beside.rename(name.with_name(name.name + beside.name.removeprefix(path.name)))
    flush_folder(path.parent)
    return name


if sys.platform == "win32":
    import msvcrt

    def _try_lock(descriptor: int, *, shared: bool = False) -> bool:
        if shared:
            return True  # Windows knows none over this call, and itself keeps an open file from being renamed
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except PermissionError:
            return False
        return True
else:
    import fcntl

    def _try_lock(descriptor: int, *, shared: bool = False) -> bool:
        try:
            fcntl.flock(descriptor, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True


@contextmanager
def folder_lock(folder: Path, patience: float) -> Iterator[None]:
    """Keeps other processes of ours from writing in the folder; it ends with the process, however that dies.

    SQLite's own lock does not reach far enough: it is gone the moment a commit fails, when the journal has yet
    to be put right, and it does not cover replacing the file. Waits ``patience`` seconds at most.
    Raises WriteFailed locked, and OSError.
    """
    with lock_of(folder / LOCK, patience):
        yield


@contextmanager
def lock_of(path: Path, patience: float, *, shared: bool = False) -> Iterator[None]:
    """Holds a lock file, alone or with others who share it. Raises WriteFailed locked, and OSError.

    ``IN_USE`` is shared by all who have the data open, however briefly: who wants it alone is kept out by them, and
    keeps them out.
    """
    descriptor = os.open(path, os.O_CREAT | os.O_RDWR, 0o600)
    try:
        end = time.monotonic() + patience
        while not _try_lock(descriptor, shared=shared):
            if time.monotonic() >= end:
                raise WriteFailed("locked", reason="another process is writing")
            time.sleep(_PATIENCE_STEP)
        yield
    finally:
        os.close(descriptor)
