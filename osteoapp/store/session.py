"""An opened data folder: the connection, what is kept in memory of it, and how a write is made safe."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from osteoapp.core.history import History
from osteoapp.core.regimen import Regimen
from osteoapp.core.treatment import Catalogue
from osteoapp.store import files, opening, reading
from osteoapp.store.faults import READING, Damaged, Repair, StoreFault, WriteFailed, write_failed
from osteoapp.store.journal import Journal, parse
from osteoapp.store.opening import Opened
from osteoapp.store.reading import Newest
from osteoapp.store.records import Revision
from osteoapp.store.settings import Settings

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from osteoapp.store.writing import Writer

_WRITE_CODES = {"database_locked": "locked", "folder_not_writable": "read_only"}

# What a write did: the numbers that are now the newest, and what belongs into the journal.
Written = tuple[Newest, list[dict[str, Any]]]


class Session:
    """Everything in memory is what the database held when it was last read; ``news`` tells that it changed."""

    def __init__(self, folder: Path, catalogue: Catalogue, patience: float) -> None:
        self._folder = folder
        self._patience = patience
        self._journal = Journal(folder)
        self._holds = 0
        self._opened: Opened | None = None
        self._writer: Writer | None = None
        self.history = History()
        self.newest = Newest()
        self.regimen = Regimen(catalogue)
        self.settings = Settings()
        self.news = False
        self.repaired: tuple[Repair, ...] = ()

    def open(self) -> None:
        """Opens the folder, or opens it anew; the lock must be held. Raises StoreFault."""
        self.close()
        opened = opening.open_folder(self._folder, self._patience)
        self._opened = opened
        # What is in memory stays there: it may hold an answer that could not be written yet, and must not be
        # asked again.
        for event in opened.history.all():
            self.history.append(event)
        self.newest, self.settings = opened.newest, opened.settings
        self.repaired += opened.repairs
        self.news = True
        self._journal.mark()
        self._take_regimen(opened.regimen)

    def close(self) -> None:
        """Closes the database; harmless when called again."""
        self._writer = None
        if self._opened is not None:
            self._opened.connection.close()
            self._opened = None

    @property
    def connection(self) -> sqlite3.Connection:
        """For reading. Raises WriteFailed where the database could not be opened again."""
        if self._opened is None:
            raise WriteFailed("disk_error", reason="the database is not open")
        return self._opened.connection

    @property
    def hindrance(self) -> str | None:
        """The code of what kept the folder from being opened as it should; None when all is well."""
        return self._opened.provisional if self._opened else "disk_error"

    def must_reopen(self) -> bool:
        """Whether the file in use is not, or no longer, the right one, or is said to be damaged."""
        if self._opened is None or self._opened.provisional or (self._folder / files.SUSPECT).exists():
            return True
        return files.identity(self._folder / files.DATABASE) != self._opened.identity

    def absorb(self) -> None:
        """Takes in what other processes have written. Raises WriteFailed."""
        with faults_as_write_failed():
            self._absorb()

    @contextlib.contextmanager
    def exclusive(self) -> Iterator[None]:
        """Holds the folder's lock, with everything read that others wrote before. Raises WriteFailed."""
        with contextlib.ExitStack() as stack:
            with faults_as_write_failed():
                if not self._holds:
                    stack.enter_context(files.folder_lock(self._folder, self._patience))
                if self.must_reopen():
                    self.open()
                else:
                    self._absorb()
                    if not self._holds:
                        self._look_into_journal()
            self._holds += 1
            try:
                yield
            finally:
                self._holds -= 1

    def write(self, act: Callable[[Connection], Written]) -> None:
        """Makes one transaction of an act, with its entries on the disk in the journal before the commit.

        A database found damaged on the way is repaired, and the act done once more. Raises WriteFailed: neither
        database nor journal then hold anything of it.
        """
        try:
            self._write_once(act)
        except WriteFailed as fault:
            if fault.code != "database_damaged":
                raise
            self.close()
            self._write_once(act)

    def warm(self) -> None:
        """Imports what writing needs, where the database is open."""
        if self._opened is not None:
            self._transactions()

    def _write_once(self, act: Callable[[Connection], Written]) -> None:
        with self.exclusive():
            if (hindrance := self.hindrance) is not None:
                raise WriteFailed(hindrance)
            begin = None
            with faults_as_write_failed():
                try:
                    with self._transactions().transaction() as transaction:
                        self._absorb()
                        newest, entries = act(transaction)
                        if entries:
                            begin = self._journal.append(entries)
                except Exception:
                    if begin is not None:
                        with contextlib.suppress(OSError):
                            self._journal.withdraw(begin)
                    raise
            self.newest = newest
            with contextlib.suppress(OSError):
                self._journal.mark()

    def _look_into_journal(self) -> None:
        """Opens anew where the journal has what the database lacks: its writer died between the two.

        It is what the person said, and would come into the database at the next start. Until then the same question
        would stand open here, and an answer to it would count twice.
        """
        entries = self._journal.unseen()
        if entries is None or not all(map(self._known, entries)):
            self.open()
        else:
            self._journal.mark()

    def _known(self, entry: bytes) -> bool:
        found = parse(entry)
        return (
            all(record.get("id") in self.history for record in found.get("events", ()))
            and found.get("regimen", {}).get("number", 0) <= self.newest.regimen
            and found.get("settings", {}).get("number", 0) <= self.newest.settings
        )

    def _transactions(self) -> Writer:
        if self._writer is None:
            from osteoapp.store.writing import Writer  # imports SQLAlchemy, too slow for a start

            self._writer = Writer(self.connection)
        return self._writer

    def _absorb(self) -> None:
        with reading.damage_told():
            newest = reading.newest(self.connection)
            if newest == self.newest:
                return
            for row in reading.events_after(self.connection, self.newest.event):
                self.history.append(row.event)
            if newest.regimen != self.newest.regimen:
                self._take_regimen(reading.regimen(self.connection))
            if newest.settings != self.newest.settings:
                self.settings, _ = reading.settings(self.connection)
        self.newest = newest
        self.news = True

    def _take_regimen(self, revision: Revision | None) -> None:
        if revision is None:
            return
        # Also with treatments that the catalogue does not have: to refuse them would stop the reminders of all others.
        self.regimen = Regimen(self.regimen.catalogue, revision.draft, revision.versions)


@contextlib.contextmanager
def faults_as_write_failed() -> Iterator[None]:
    """Errors of the disk, of SQLite and of opening anew as WriteFailed; faults of the program pass through."""
    try:
        yield
    except StoreFault as fault:
        raise WriteFailed(_WRITE_CODES.get(fault.code, fault.code), **fault.values) from fault
    except (*READING, Damaged) as fault:
        if (told := write_failed(fault)) is None:
            raise
        raise told from fault
