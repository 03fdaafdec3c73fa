"""What can go wrong with the store, as codes and values; the sentences are made elsewhere."""

from __future__ import annotations

import contextlib
import errno
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, field


class Fault(Exception):
    """A fault with a ``code`` and the ``values`` that a sentence about it needs."""

    def __init__(self, code: str, **values: str) -> None:
        super().__init__(code, values)
        self.code = code
        self.values = values

    def __str__(self) -> str:
        return " ".join([self.code, *(f"{name}={value!r}" for name, value in self.values.items())])


class StoreFault(Fault):
    """The store cannot be opened; nothing was changed or lost.

    Codes: folder_not_created, folder_not_writable, database_locked, database_newer (found, known, reason),
    database_damaged (and could not be rebuilt), database_in_use (damaged, and another program holds it),
    restore_in_use (the data are open elsewhere),
    migration_failed (reason), disk_full, disk_error (reason). All but database_newer carry ``folder``.
    """


class WriteFailed(Fault):
    """Nothing of what was to be written has been written; the same call may be made again later.

    Codes: disk_full, read_only, locked, disk_error (reason), changed_elsewhere (another process changed the
    regimen first: look again), database_damaged, and those of StoreFault where the file had to be opened anew.
    Of copies: file_not_ours and file_of_data (file: what is there and must not be replaced), no_such_folder (folder),
    second_folder_missing and second_folder_failed (folder, reason), second_folder_slow.
    """


class CopyRefused(StoreFault):
    """A file cannot be put in the place of the data, which are as they were.

    Codes: copy_missing, copy_unreadable (reason), copy_foreign (not made by this program), copy_damaged (also one
    that was cut short), copy_newer (found, known, reason). All carry ``file``.
    """


class Damaged(Exception):
    """Something on disk is not what was once written there."""


_BY_ERRNO = {
    errno.ENOSPC: "disk_full",
    errno.EDQUOT: "disk_full",
    errno.EFBIG: "disk_full",
    errno.EROFS: "read_only",
    errno.EACCES: "read_only",
    errno.EPERM: "read_only",
}
# The longest name that fits decides: SQLITE_IOERR_SHMSIZE is a full disk, SQLITE_IOERR a fault of the disk.
_BY_NAME = {
    "SQLITE_FULL": "disk_full",
    "SQLITE_IOERR_SHMSIZE": "disk_full",
    "SQLITE_READONLY": "read_only",
    "SQLITE_CANTOPEN": "read_only",
    "SQLITE_PERM": "read_only",
    "SQLITE_BUSY": "locked",
    "SQLITE_LOCKED": "locked",
    "SQLITE_PROTOCOL": "locked",
    "SQLITE_CORRUPT": "database_damaged",
    "SQLITE_NOTADB": "database_damaged",
    "SQLITE_IOERR_SHORT_READ": "database_damaged",
    "SQLITE_IOERR_CORRUPTFS": "database_damaged",
    "SQLITE_IOERR": "disk_error",
    "SQLITE_NOMEM": "disk_error",
}


# What reading a spoiled database may raise: SQLite puts pieces of the file into its messages, which then are no text.
READING = (sqlite3.Error, OSError, UnicodeDecodeError)


def code_of(fault: Exception) -> str | None:
    """The code of an error of the disk or of SQLite; None where it is neither: a fault of the program."""
    if isinstance(fault, Damaged | UnicodeDecodeError):
        return "database_damaged"
    if isinstance(fault, OSError):
        return _BY_ERRNO.get(fault.errno or 0, "disk_error")
    if isinstance(fault, sqlite3.Error):
        name = getattr(fault, "sqlite_errorname", None) or ""
        fitting = [known for known in _BY_NAME if name.startswith(known)]
        return _BY_NAME[max(fitting, key=len)] if fitting else None
    return None


@contextlib.contextmanager
def disk_faults_told() -> Iterator[None]:
    """Errors of the disk as the WriteFailed that the caller of a write is told."""
    try:
        yield
    except OSError as fault:
        raise write_failed(fault) or fault from fault


def reason_of(fault: Exception) -> str:
    """Why, for a sentence: in the words of the system or of SQLite itself, else only of what type the fault is.

    The message of any other exception may hold what it was about: an answer, the text of a row, a path.
    """
    if isinstance(fault, Fault):
        return fault.values.get("reason", fault.code)
    if isinstance(fault, OSError):
        return fault.strerror or type(fault).__name__
    if isinstance(fault, Damaged) or getattr(fault, "sqlite_errorname", None):
        return str(fault)
    return type(fault).__name__


def write_failed(fault: Exception) -> WriteFailed | None:
    """The error of the disk or of SQLite as what the caller of a write is told; None: a fault of the program."""
    code = code_of(fault)
    return None if code is None else WriteFailed(code, reason=reason_of(fault))


@dataclass(frozen=True, slots=True)
class Repair:
    """Something that was put right when the store was opened; nothing acknowledged was lost by it unless it says so.

    Codes: database_damaged and database_missing (rebuilt; ``kept``: the name under which the damaged file is kept,
    ``copy``: the backup it began from or empty, ``answers``: how many there now are), answers_replayed
    (``answers``: so many were in the journal only), journal_damaged (``kept``, ``lines``: so many unreadable),
    journal_completed (``entries``: so many were in the database only), settings_reset.
    """

    code: str
    values: dict[str, str] = field(default_factory=dict)
