"""The store: what is planned, what happened, and how the person wants the program to be, kept safe on disk."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager, ExitStack, suppress
from datetime import UTC, date, datetime, time
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from osteoapp.core.events import AnyEvent
from osteoapp.core.history import History
from osteoapp.core.regimen import Regimen
from osteoapp.core.treatment import Catalogue
from osteoapp.store import alive, backups, checking, files, opening, reading, reconcile
from osteoapp.store.checking import Report
from osteoapp.store.faults import Repair, WriteFailed
from osteoapp.store.reading import Delivery, Newest
from osteoapp.store.records import Revision
from osteoapp.store.session import Session, Written, faults_as_write_failed
from osteoapp.store.settings import Repeats, Settings

if TYPE_CHECKING:
    from sqlalchemy import Connection

# How long to wait for another process, in seconds: it writes for some milliseconds only, and a button that
# does not answer for longer than this is worse than one that says it could not save yet.
PATIENCE = 2.0


class Store:
    """One data folder, opened. All of it is used from one thread, except the three that make copies.

    ``trouble`` is the code of what kept the last ``sync`` from its work; None when all is well.
    """

    def __init__(self, folder: Path, session: Session, build_date: date | None, presence: ExitStack) -> None:
        self._folder = folder
        self._session = session
        self._presence = presence
        self._build_date = build_date
        self._regimen_handed_out = session.newest.regimen
        self.trouble = session.hindrance
        session.news = False

    @classmethod
    def open(
        cls, folder: Path, catalogue: Catalogue, build_date: date | None = None, *, patience: float = PATIENCE
    ) -> Self:
        """Opens the data folder, makes it where there is none, and repairs what is damaged.

        ``build_date`` is that of the program: a clock that shows an earlier one is wrong. Raises StoreFault.
        """
        files.prepare(folder)
        session = Session(folder, catalogue, patience)
        presence = ExitStack()
        try:
            with opening.faults_told(folder):
                # Held until close: while the data are open, nobody puts another state in their place.
                presence.enter_context(files.lock_of(folder / files.IN_USE, patience, shared=True))
                with files.folder_lock(folder, patience):
                    session.open()
        except BaseException:
            session.close()
            presence.close()
            raise
        return cls(folder, session, build_date, presence)

    def warm(self) -> None:
        """Prepares the first write, which else takes a third of a second longer: for after the first window."""
        self._session.warm()

    def close(self) -> None:
        """Closes the files; harmless when called again."""
        self._session.close()
        self._presence.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def repaired(self) -> tuple[Repair, ...]:
        """What was put right in this run, oldest first."""
        return self._session.repaired

    def history(self) -> History:
        """What happened: one object, which grows by ``append`` and ``sync``, also where a file is replaced."""
        return self._session.history

    def regimen(self) -> Regimen:
        """The regimen as it was saved last, or one without plans."""
        self._regimen_handed_out = self._session.newest.regimen
        return self._session.regimen

    def settings(self) -> Settings:
        """The settings as they were saved last, or the defaults."""
        return self._session.settings

    def repeats(self) -> Repeats:
        """How often what has no answer is shown again, as the settings have it."""
        return self._session.settings.repeats

    def not_before(self) -> datetime | None:
        """The instant (UTC) before which the clock cannot be right: the newest answer or the program's own date."""
        moments = [self._session.history.newest_answer_at()]
        if self._build_date is not None:
            moments.append(datetime.combine(self._build_date, time(), UTC))
        return max((moment for moment in moments if moment is not None), default=None)

    def exclusive(self) -> AbstractContextManager[None]:
        """Keeps other processes from writing while something is looked up, decided and written.

        What they wrote before is read on entering. Without it, two processes may both take the same answer. May
        be nested. Raises WriteFailed on entering.
        """
        return self._session.exclusive()

    def append(self, events: Sequence[AnyEvent]) -> None:
        """Writes events, all or none: when it returns they are on the disk, answers in the journal too.

        Events whose id is there already are left out, so a retry is harmless. Raises WriteFailed.
        """

        def act(transaction: Connection) -> Written:
            from osteoapp.store import writing  # imports SQLAlchemy, as in all of these

            newest = self._session.newest
            fresh = writing.not_yet_there(transaction, events)
            entry = reconcile.events_entry(fresh)
            number = writing.add_events(transaction, fresh)
            return Newest(number, newest.regimen, newest.settings), [entry] if entry else []

        if events:
            self._session.write(act)
            for event in events:
                self._session.history.append(event)

    def save_regimen(self, regimen: Regimen, at: datetime) -> None:
        """Saves what is planned, as of an instant.

        Raises WriteFailed; changed_elsewhere where another process saved a regimen since ``regimen()`` was called.
        """

        def act(transaction: Connection) -> Written:
            from osteoapp.store import writing

            newest = self._session.newest
            if newest.regimen != self._regimen_handed_out:
                raise WriteFailed("changed_elsewhere")
            number = writing.add_regimen(transaction, at, regimen.draft, regimen.versions)
            revision = Revision(number, at, regimen.draft, regimen.versions)
            return Newest(newest.event, number, newest.settings), [reconcile.regimen_entry(revision)]

        self._session.write(act)
        self._session.regimen = Regimen(self._session.regimen.catalogue, regimen.draft, regimen.versions)
        self._regimen_handed_out = self._session.newest.regimen

    def save_settings(self, settings: Settings) -> None:
        """Saves the settings. Raises WriteFailed."""

        def act(transaction: Connection) -> Written:
            from osteoapp.store import writing

            newest = self._session.newest
            number = newest.settings + 1
            writing.put_settings(transaction, settings, number)
            return Newest(newest.event, newest.regimen, number), [reconcile.settings_entry(number, settings)]

        self._session.write(act)
        self._session.settings = settings

    def record_delivery(
        self, channel: str, outcome: str, at: datetime, items: Iterable[str], detail: str = ""
    ) -> None:
        """Notes an attempt to reach the person; ``outcome`` is sent, failed or unknown. Raises WriteFailed."""
        if outcome not in ("sent", "failed", "unknown"):
            raise ValueError(f"outcome {outcome!r}")
        delivery = Delivery(at, channel, outcome, tuple(items), detail)

        def act(transaction: Connection) -> Written:
            from osteoapp.store import writing

            writing.add_delivery(transaction, delivery)
            return self._session.newest, []

        self._session.write(act)

    def deliveries(self, limit: int = 50) -> list[Delivery]:
        """The last attempts to reach the person, newest first. Raises WriteFailed where they cannot be read."""
        with faults_as_write_failed():
            return reading.deliveries(self._session.connection, limit)

    def sync(self) -> bool:
        """Reads what another process wrote; whether anything is new since the last call.

        What hinders it is then in ``trouble``, and what is in memory goes on to count.
        """
        try:
            if self._session.must_reopen():
                with self._session.exclusive():
                    pass
            else:
                self._session.absorb()
            self.trouble = self._session.hindrance
        except WriteFailed as fault:
            self.trouble = fault.code
            if fault.code == "database_damaged":
                self._session.close()  # to be opened anew, and repaired, at the next call
        news, self._session.news = self._session.news, False
        return news

    def check(self) -> Report:
        """Looks through everything on the disk. Raises WriteFailed where it cannot be read."""
        with faults_as_write_failed():
            return checking.check(self._folder, self._session.connection, self.repaired)

    def alive(self) -> datetime | None:
        """When the program was last seen running (UTC); None where it never did.

        Where the file of the heartbeat is lost, what the program noted last is the best that is known.
        """
        seen = alive.read(self._folder / files.ALIVE)
        if seen is None:
            with suppress(WriteFailed), faults_as_write_failed():
                seen = reading.last_noted(self._session.connection)
        return seen

    def set_alive(self, now: datetime) -> None:
        """Notes that the program runs: cheap, and never raises."""
        alive.write(self._folder / files.ALIVE, now)

    def backup(self, target: Path) -> None:
        """A whole, checked copy in another file. From any thread. Raises WriteFailed."""
        backups.backup(self._folder, target)

    def keep_copy(self, at: datetime) -> Path | None:
        """The copy of an hour in the data folder, which takes its turn with others; None where none is needed.

        From any thread. Raises WriteFailed.
        """
        from osteoapp.store import rotation  # not needed for a start

        return rotation.keep(self._folder, at)

    def send_copy(self, chosen: Path) -> Path | None:
        """The newest of those copies in another folder too; None where it is there already.

        From any thread, which may wait for that folder for ever. Raises WriteFailed.
        """
        from osteoapp.store import rotation  # not needed for a start

        return rotation.send(self._folder, chosen)
