"""The reminder loop: look, show, note what was shown, sleep until the next thing. One thread owns it all.

``refresh`` is the only way in: start, wake-up, heartbeat, resume, answers, edits and undo all end there, and
calling it again at the same moment changes nothing. It shows before it notes: a crash between the two repeats
a reminder and never loses one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import partial
from typing import Protocol

from osteoapp.core import answers, changes
from osteoapp.core.agenda import agenda, zone_of
from osteoapp.core.almanac import Almanac
from osteoapp.core.answers import Request
from osteoapp.core.context import Repeats
from osteoapp.core.events import AnyEvent, Awake, Cause, Reminded, is_answer
from osteoapp.core.history import History
from osteoapp.core.item import Agenda, Item, Reminder, Running
from osteoapp.core.regimen import Draft, Regimen
from osteoapp.reminding.clock import Clock, Gap
from osteoapp.reminding.half_hour import HalfHour

RETRY_SECONDS = 10
MEANINGFUL_JUMP = timedelta(minutes=1)


class WriteFault(Exception):
    """The store could not write: nothing is half written, and the same events may be tried again.

    ``code`` says why, for the sentence on the screen.
    """

    def __init__(self, code: str, **values: str) -> None:
        super().__init__(code)
        self.code = code
        self.values = values


class Store(Protocol):
    """What the loop needs of a store."""

    def regimen(self) -> Regimen: ...

    def save_regimen(self, regimen: Regimen, at: datetime) -> None: ...

    def history(self) -> History: ...

    def append(self, events: Sequence[AnyEvent]) -> None: ...

    def sync(self) -> bool: ...

    def exclusive(self) -> AbstractContextManager[None]: ...

    def alive(self) -> datetime | None: ...

    def set_alive(self, now: datetime) -> None: ...

    def repeats(self) -> Repeats: ...


Show = Callable[[tuple[Reminder, ...], Agenda], None]
Wake = Callable[[datetime | None], None]
Changed = Callable[[Agenda], None]


@dataclass
class Unsaved:
    """Answers that count but are not on disk yet."""

    events: list[AnyEvent] = field(default_factory=list)
    code: str = ""

    def __bool__(self) -> bool:
        return bool(self.events)

    @property
    def answers(self) -> bool:
        """Whether something the person said is among them."""
        return any(is_answer(event) for event in self.events)


class Reminders:
    """The loop over one store and one clock.

    ``show`` puts reminders on the screen; ``wake`` arranges the next look. ``write_faults`` are the exceptions
    with which the store says that it cannot write. ``trusted_since``: the clock is doubted before it.
    """

    def __init__(
        self,
        store: Store,
        clock: Clock,
        *,
        show: Show,
        wake: Wake,
        new_id: Callable[[], str],
        write_faults: tuple[type[Exception], ...] = (WriteFault,),
        trusted_since: datetime | None = None,
    ) -> None:
        self._store = store
        self.clock = clock
        self._show = show
        self._wake = wake
        self._new_id = new_id
        self._write_faults = write_faults
        self._trusted_since = trusted_since
        self._half_hour = HalfHour()
        self._almanac = Almanac()
        self._agenda: Agenda | None = None
        self.unsaved = Unsaved()
        self.clock_confirmed = False
        self.changed: list[Changed] = []
        # Who takes a fault of a screen, the store or one plan, so that the rest goes on; None: it goes to the caller.
        self.faulted: Callable[[Exception], object] | None = None

    # --- reading

    @property
    def regimen(self) -> Regimen:
        return self._store.regimen()

    @property
    def history(self) -> History:
        return self._store.history()

    def now(self) -> datetime:
        """The present instant, carrying the zone in force."""
        moment = self.clock.now().astimezone(self.clock.zone())
        return moment.astimezone(zone_of(self.regimen, moment))

    def today(self) -> date:
        """The local date now."""
        return self.now().date()

    def look(self, first: date | None = None, last: date | None = None) -> Agenda:
        """The agenda of a range of local dates (default today), without showing or noting anything."""
        now = self.now()
        dates = (first or now.date(), last or first or now.date())
        return _agenda(self._store, now, dates, self._running(now))

    def foresee(self, at: datetime) -> Agenda:
        """The agenda as it will be at an instant not long from now, if nothing happens before."""
        now = self.now()
        running = self._running(now)
        if running is not None:
            running = Running(running.event, running.remaining - (at - now))
        moment = at.astimezone(now.tzinfo)
        day = moment.date()
        return _agenda(self._store, moment, (day, day), running)


    @property
    def agenda(self) -> Agenda:
        """The agenda of the last refresh."""
        return self._agenda if self._agenda is not None else self.look()

    def takes(self, item: Item) -> frozenset[str]:
        """The answers that an item takes now."""
        return answers.takes_now(self.regimen, self.history, self.now(), item)

    def clock_doubted(self) -> bool:
        """Whether now lies before the newest answer or the program's own date, and nobody said it is right."""
        if self.clock_confirmed:
            return False
        newest = self.history.newest_answer_at()
        marks = [moment for moment in (newest, self._trusted_since) if moment is not None]
        # A clock is put right by seconds all the time; only more than that is a doubt.
        return any(self.clock.now() < moment - MEANINGFUL_JUMP for moment in marks)

    def _running(self, now: datetime) -> Running | None:
        return self._half_hour.running(self.regimen, self.history, self.clock.now(), self.clock.monotonic())

    # --- acting

    def start(self) -> None:
        """The program has started: notes since when it was away, and shows what is due."""
        self._note_awake(Cause.START, self._store.alive())
        self.refresh()

    def away(self, since: datetime, *causes: Cause) -> None:
        """The computer slept, or its clock or zone moved, or several of these: notes each and looks again.

        Sleep comes last: what is told of an absence goes by the last note.
        """
        _guarded(self._store.sync, self.faulted)
        for cause in causes:
            self._half_hour.forget_if(cause)
            self._note_awake(cause, since)
        self.refresh()

    def beat(self) -> None:
        """The heartbeat: takes in what other processes wrote, retries what is unsaved, and looks again."""
        _guarded(self._store.sync, self.faulted)
        self.refresh()

    def refresh(self) -> Agenda:
        """Shows what is due now, notes it, and arranges the next look."""
        if self.unsaved:
            self._write([])  # tries again
        now = self.now()
        day = now.date()
        found = self._almanac.agenda(
            self.regimen, self.history, now, dates=(day, day), running=self._running(now),
            repeats=self._store.repeats(),
        )
        self._agenda = found  # before it is shown: the screens read it while they draw
        if found.remind and _guarded(lambda: self._show(found.remind, found), self.faulted):
            self._write(
                [
                    Reminded(item=one.item.id, reason=one.reason, level=one.level, **self._head(now))  # type: ignore[arg-type]
                    for one in found.remind
                ]
            )
        self._note_alive()
        for listener in self.changed:
            _guarded(partial(listener, found), self.faulted)
        self._wake(found.wake_at)
        for one in found.faults:
            _guarded(partial(_raise, one.fault), self.faulted)
        return found

    def record(self, request: Request) -> list[AnyEvent]:
        """Writes an answer and looks again.

        Raises Refused where the item does not take it. Where the disk refuses, the answer counts all the same
        and stays in ``unsaved`` until it is written.
        """
        with self._alone():
            now = self.now()
            events = answers.apply(self.regimen, self.history, now, request, self._new_id, self._running(now))
            self._write(events)
        self.refresh()
        return events

    def undo(self, event_id: str | None = None) -> list[AnyEvent]:
        """Takes back an answer, or the last one, and looks again. Raises Refused where there is none."""
        with self._alone():
            now = self.now()
            events = answers.undo(self.history, now, str(now.tzinfo), event_id, self._new_id)
            self._write(events)
        self.refresh()
        return events

    def say(self, make: Callable[[Regimen, History, datetime], list[AnyEvent]]) -> list[AnyEvent]:
        """Writes the events that ``make`` gives for the plan, the log and the moment, and looks again.

        Raises Refused where ``make`` does; then nothing is written.
        """
        with self._alone():
            events = make(self.regimen, self.history, self.now())
            self._write(events)
        self.refresh()
        return events

    def edit(self, draft: Draft, confirm_end: frozenset[str] = frozenset()) -> Regimen:
        """Puts a changed regimen in force. Raises Refused, or the store's fault; then nothing has changed."""
        with self._store.exclusive():
            regimen = changes.revise(self.regimen, draft, self.history, self.now(), confirm_end)
            self._store.save_regimen(regimen, self.clock.now())
        self.refresh()
        return regimen

    # --- writing

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Keeps the command line from answering the same item meanwhile, unless the disk refuses even that."""
        with ExitStack() as stack:
            with suppress(*self._write_faults):
                stack.enter_context(self._store.exclusive())
            yield

    def _head(self, now: datetime) -> dict[str, object]:
        moment = self.clock.now()
        return {"id": self._new_id(), "at": moment, "recorded": moment, "zone": str(now.tzinfo)}

    def _note_awake(self, cause: Cause, since: datetime | None) -> None:
        self._write([Awake(cause=cause, away_from=since, **self._head(self.now()))])  # type: ignore[arg-type]

    def _note_alive(self) -> None:
        # The heartbeat only serves the sentence "the computer was off from … to …": worth no more than a try.
        try:
            self._store.set_alive(self.clock.now())
        except self._write_faults:
            return

    def _write(self, events: Sequence[AnyEvent]) -> None:
        pending = [*self.unsaved.events, *events]
        try:
            self._store.append(pending)
        except Exception as fault:
            if not isinstance(fault, self._write_faults):
                if self.faulted is None:
                    raise
                self.faulted(fault)  # whatever it is, what the person said counts
            self.unsaved = Unsaved(list(pending), getattr(fault, "code", "write_failed"))
            for event in events:
                self.history.append(event)
            return
        self.unsaved = Unsaved()


def causes_of(gap: Gap) -> list[Cause]:
    """What is worth noting of what happened since the last look; who travels closes the lid meanwhile, so all of it."""
    found = [
        (Cause.ZONE, gap.zone_changed),
        (Cause.CLOCK, abs(gap.clock_set) > MEANINGFUL_JUMP),
        (Cause.RESUME, gap.slept > MEANINGFUL_JUMP or gap.stalled > MEANINGFUL_JUMP),
    ]
    return [cause for cause, happened in found if happened]


def _agenda(store: Store, now: datetime, dates: tuple[date, date], running: Running | None) -> Agenda:
    again = store.repeats()
    return agenda(store.regimen(), store.history(), now, dates=dates, running=running, repeats=again, whole=False)


def _raise(fault: Exception) -> None:
    raise fault


def _guarded(act: Callable[[], object], taker: Callable[[Exception], object] | None) -> bool:
    """Does it; False where it broke and somebody takes the fault."""
    try:
        act()
    except Exception as fault:
        if taker is None:
            raise
        taker(fault)
        return False
    return True
