"""The real reminder loop on a virtual clock: what would be shown, when, and why.

A script of actions is played against the loop: the computer goes off or to sleep, the clock or the zone is
changed, answers are given. All times of a script are wall-clock times of that moment, without an offset.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from osteoapp.core.answers import Request
from osteoapp.core.context import Repeats
from osteoapp.core.events import AnyEvent, Cause
from osteoapp.core.history import History
from osteoapp.core.item import Agenda, Reminder
from osteoapp.core.recurrence import instant
from osteoapp.core.refusal import Refused
from osteoapp.core.regimen import Draft, Regimen
from osteoapp.reminding.clock import VirtualClock
from osteoapp.reminding.loop import Reminders


@dataclass
class MemoryStore:
    """A store that keeps everything in memory: for simulations and the demo, never for real data."""

    current: Regimen
    log: History = field(default_factory=History)
    beat: datetime | None = None
    again: Repeats = Repeats()

    def regimen(self) -> Regimen:
        return self.current

    def save_regimen(self, regimen: Regimen, at: datetime) -> None:
        self.current = regimen

    def history(self) -> History:
        return self.log

    def append(self, events: Sequence[AnyEvent]) -> None:
        for event in events:
            self.log.append(event)

    def sync(self) -> bool:
        return False

    def exclusive(self) -> AbstractContextManager[None]:
        return nullcontext()

    def alive(self) -> datetime | None:
        return self.beat

    def set_alive(self, now: datetime) -> None:
        self.beat = now

    def repeats(self) -> Repeats:
        return self.again


@dataclass(frozen=True, slots=True)
class Shown:
    """One reminder as it was shown; ``at`` carries the zone of that moment."""

    at: datetime
    reminder: Reminder

    def record(self) -> dict[str, Any]:
        """The line that ``simulate`` prints."""
        return {
            "at": self.at.isoformat(),
            "item": self.reminder.item.id,
            "reason": self.reminder.reason.value,
            "status": self.reminder.item.status.value,
            "level": self.reminder.level,
        }


AFTER_REMINDERS = 9


@dataclass(frozen=True, slots=True)
class Action:
    """Something that happens at a wall-clock time.

    ``rank`` orders what happens at one moment; from AFTER_REMINDERS on it comes after the reminders of that moment.
    """

    when: datetime
    rank: int
    do: Callable[[Simulation], None]


class Simulation:
    """Plays a script against the loop. ``shown`` grows as it runs; ``listener`` gets each reminder at once."""

    def __init__(
        self,
        store: MemoryStore,
        start: datetime,
        zone: ZoneInfo,
        listener: Callable[[Shown], None] | None = None,
        new_id: Callable[[], str] | None = None,
    ) -> None:
        self.store = store
        self.shown: list[Shown] = []
        self._listener = listener
        self._zone_named = zone
        self.clock = VirtualClock(self._instant(start), zone)
        numbers = itertools.count(1)
        self.loop = Reminders(
            store, self.clock, show=self._show, wake=self._wake,
            new_id=new_id or (lambda: f"sim-{next(numbers):06d}"),
        )
        self._wake_at: datetime | None = None
        self._running = False
        self._left: datetime | None = None
        self._waiting: list[Callable[[Simulation], None]] = []

    # --- what a script may do

    def start(self) -> None:
        """The program starts."""
        self._running = True
        self._left = None
        self.loop.start()
        self._catch_up()

    def stop(self) -> None:
        """The program ends, or the computer goes off or to sleep."""
        self._running = False
        self._left = self.clock.now()

    def resume(self) -> None:
        """The computer wakes."""
        since = self._left or self.clock.now()
        self._running = True
        self._left = None
        self.loop.away(since, Cause.RESUME)
        self._catch_up()

    def set_clock(self, to: datetime) -> None:
        """The wall clock is set; the loop notices at once where it runs."""
        before = self.clock.now()
        self.clock.set_clock(self._instant(to))
        if self._running:
            self.loop.away(before, Cause.CLOCK)

    def set_zone(self, zone: ZoneInfo) -> None:
        """The computer's zone changes."""
        self._zone_named = zone
        self.clock.set_zone(zone)
        if self._running:
            self.loop.away(self.clock.now(), Cause.ZONE)

    def when_running(self, do: Callable[[Simulation], None]) -> None:
        """Does it now, or at the first running minute."""
        if self._running:
            do(self)
        else:
            self._waiting.append(do)

    def answer(self, request: Request) -> None:
        """Gives an answer. Raises Refused where the item does not take it then."""
        self.loop.record(request)

    def undo(self) -> None:
        """Takes the last answer back. Raises Refused where there is none."""
        self.loop.undo()

    def edit(self, draft: Draft, confirm_end: frozenset[str] = frozenset()) -> None:
        """Imports a regimen. Raises Refused where that may not be."""
        self.loop.edit(draft, confirm_end)

    # --- running

    def play(self, actions: Iterable[Action], end: datetime) -> None:
        """Runs until the wall clock reaches ``end``; actions are done when it reaches theirs."""
        pending = sorted(actions, key=lambda action: (action.when, action.rank))
        while True:
            now = self.clock.now()
            due = [action for action in pending if self._instant(action.when) <= now]
            woken = self._running and self._wake_at is not None and self._wake_at <= now
            if due and not (woken and due[0].rank >= AFTER_REMINDERS):
                pending.remove(due[0])
                due[0].do(self)
                continue
            if woken:
                self._wake_at = None
                self.loop.refresh()
                continue
            finish = self._instant(end)
            if now >= finish:
                return
            ahead = [finish, *(self._instant(action.when) for action in pending)]
            if self._running and self._wake_at is not None:
                ahead.append(self._wake_at)
            self._advance(min(moment for moment in ahead if moment > now) - now)

    def _advance(self, span: timedelta) -> None:
        if self._running:
            self.clock.advance(span)
        else:
            self.clock.sleep(span)

    def _catch_up(self) -> None:
        waiting, self._waiting = self._waiting, []
        for do in waiting:
            do(self)

    def _instant(self, wall: datetime) -> datetime:
        """The UTC instant of a scripted wall-clock time in the zone now in force; aware ones are taken as they are."""
        if wall.tzinfo is not None:
            return wall.astimezone(UTC)
        return instant(wall.date(), wall.time(), self._zone())

    def _zone(self) -> ZoneInfo:
        named = self.store.regimen().draft.patient.time_zone
        return ZoneInfo(named) if named is not None else self._zone_named

    def _show(self, reminders: tuple[Reminder, ...], agenda: Agenda) -> None:
        at = self.loop.now()
        for reminder in reminders:
            shown = Shown(at, reminder)
            self.shown.append(shown)
            if self._listener is not None:
                self._listener(shown)

    def _wake(self, at: datetime | None) -> None:
        self._wake_at = at


# --- scripts


def off(start: datetime, end: datetime) -> Iterator[Action]:
    """The program does not run between two wall-clock times; it starts at the second."""
    yield Action(start, 0, Simulation.stop)
    yield Action(end, 1, Simulation.start)


def asleep(start: datetime, end: datetime) -> Iterator[Action]:
    """The computer sleeps between two wall-clock times."""
    yield Action(start, 0, Simulation.stop)
    yield Action(end, 1, Simulation.resume)


def clock_set(at: datetime, to: datetime) -> Action:
    """The wall clock is set at one wall-clock time to another."""
    return Action(at, 2, lambda simulation: simulation.set_clock(to))


def zone_set(at: datetime, zone: ZoneInfo) -> Action:
    """The zone changes at a wall-clock time of the old one."""
    return Action(at, 2, lambda simulation: simulation.set_zone(zone))


class ScriptFault(Exception):
    """An answer of the script was refused; ``place`` is where it stands in the script."""

    def __init__(self, place: str, refused: Refused) -> None:
        super().__init__(place, refused)
        self.place = place
        self.refused = refused


def answered(place: str, when: datetime, request: Request) -> Action:
    """An answer; one given while off is given at the first running minute."""

    def give(simulation: Simulation) -> None:
        try:
            if request.answer == "undo":
                simulation.undo()
            else:
                simulation.answer(request)
        except Refused as refused:
            raise ScriptFault(place, refused) from refused

    return Action(when, 4, lambda simulation: simulation.when_running(give))
