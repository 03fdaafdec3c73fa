"""A sample patient's life on a clock that is moved: data of its own, the real loop, and answers out of habit.

Everything the screens show comes from the real loop over a real store in a folder that is thrown away.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

from osteoapp.content.catalogue import catalogue
from osteoapp.content.demo import Act, SamplePatient, Scene
from osteoapp.content.words import Lang
from osteoapp.core.answers import Request
from osteoapp.core.changes import revise
from osteoapp.core.events import Cause
from osteoapp.core.item import Agenda, Item, Reminder, Status
from osteoapp.core.recurrence import instant
from osteoapp.core.refusal import Refused
from osteoapp.core.treatment import GoalRule
from osteoapp.demo.habits import PAUSE, answer_of
from osteoapp.exchange import regimen_file
from osteoapp.joining import LoopPort
from osteoapp.reminding.clock import VirtualClock
from osteoapp.reminding.loop import Reminders
from osteoapp.store.faults import WriteFailed
from osteoapp.store.store import Store

ZONE: Final = ZoneInfo("Europe/Amsterdam")
# What she adds to a goal at one reminder, per unit.
AMOUNTS: Final = {"min": 10}
Show = Callable[[tuple[Reminder, ...], Agenda], None]


@dataclass(frozen=True, slots=True, order=True)
class _Due:
    """Something she will do at an instant; ``number`` keeps the order of what falls together."""

    at: datetime
    number: int
    act: Act | None = field(compare=False, default=None)
    item: str = field(compare=False, default="")


class Stage:
    """One sample patient. ``show`` gets what is to be seen: not what passes by while time is moved.

    Of the functions that move time each leaves the loop refreshed at the new moment.
    """

    def __init__(self, folder: Path, patient: SamplePatient, start: datetime, lang: Lang, samples: Path,
                 show: Show) -> None:  # fmt: skip
        self.patient = patient
        self._show_them = show
        self._moving = self._lives = False
        self._wake_at: datetime | None = None
        self._plan: list[_Due] = []
        self._ignored: set[str] = set()
        self._numbers = count(1)
        self._passed: list[tuple[datetime, Reminder]] = []
        self._silenced: list[Callable[[Agenda], None]] = []
        self.log: list[tuple[datetime, Item]] = []
        self.clock = VirtualClock(wall(start), ZONE)
        self.store = Store.open(folder, catalogue())
        draft = regimen_file.read((samples / f"{patient.sample}.toml").read_bytes(), catalogue(), start.date())
        draft = replace(draft, patient=replace(draft.patient, name=f"{patient.name} (demo)", language=lang))
        regimen = revise(self.store.regimen(), draft, self.store.history(), self.clock.now().astimezone(ZONE))
        self.store.save_regimen(regimen, self.clock.now())
        self.loop = Reminders(
            self.store, self.clock, show=self._show, wake=self._wake, new_id=self._new_id, write_faults=(WriteFailed,)
        )
        self.port = LoopPort(self.loop, self.store, folder, self._new_id)

    def close(self) -> None:
        """Ends it; its folder can go."""
        self.store.close()

    @property
    def treatments(self) -> list[str]:
        """The treatments that the patient has."""
        return [plan.treatment for plan in self.loop.regimen.draft.plans]

    def start(self) -> None:
        """The program starts at the patient's first moment. What is due then is not shown: something else follows."""
        self._begin(lives=False)
        self.loop.start()
        self._moving = False
        self._tell()

    # --- moving time

    def now(self) -> datetime:
        """The present in the patient's zone."""
        return self.loop.now()

    def play(self, scene: Scene) -> None:
        """Lives through a scene up to its moment, then shows what is due at that very moment."""
        self._ignored = {act.ignored for act in scene.acts if act.ignored}
        answered = {act.item for act in scene.acts if act.item}
        self._ignored |= answered if scene.lives else set()
        for act in scene.acts:
            if not act.ignored:
                self._later(wall(act.at), act=act)
        self.move_to(wall(scene.end), lives=scene.lives)
        self._ignored = set()

    def pass_by(self, span: timedelta) -> None:
        """Time passes as it does for somebody who looks on: what falls due is shown at once."""
        self._to(self.clock.now() + span)

    def move_to(self, end: datetime, *, lives: bool = True, quietly: bool = False) -> None:
        """Moves to an instant. The patient answers meanwhile; what asked at the last moment is shown, or not."""
        self._begin(lives=lives)
        self._to(end)
        still, found = self._end()
        if still and not quietly:
            self._show_them(still, found)

    def to_next(self, longest: timedelta) -> bool:
        """Moves to the next moment at which something is shown; False where nothing is within this span."""
        end = self.clock.now() + longest
        self._begin(lives=True)
        seen = len(self.log)
        while self.clock.now() < end and len(self.log) == seen:
            self._to(min(self._next() or end, end))
        still, found = self._end()
        if still:
            self._show_them(still, found)
        return bool(still)

    def _begin(self, *, lives: bool) -> None:
        """From here on nobody looks on; what is open now the patient answers out of habit."""
        self._moving = True
        self._lives = lives
        self._passed = []
        self._silenced, self.loop.changed = self.loop.changed, []
        if lives:
            self._answer_later(item for item in self.loop.agenda.items if _asks(item))

    def _end(self) -> tuple[tuple[Reminder, ...], Agenda]:
        """What asked at the last moment, and still does."""
        self._moving = False
        now = self.clock.now()
        found = self.loop.agenda
        fresh = {one.item.id: one for at, one in self._passed if now - at < PAUSE}
        asking = [replace(one, item=item) for one in fresh.values() if (item := found.item(one.item.id)) is not None]
        still = tuple(one for one in asking if _asks(one.item))
        self._plan = []
        self._tell()
        return still, found

    def _tell(self) -> None:
        """The screens look once at what is now, not at each moment that passed."""
        self.loop.changed = self._silenced
        for listener in self.loop.changed:
            listener(self.loop.agenda)

    def _to(self, end: datetime) -> None:
        while (at := self._next()) is not None and at <= end:
            self._advance(at)
            if self._wake_at is not None and self._wake_at <= at:
                self._wake_at = None
                self.loop.refresh()
            while self._plan and self._plan[0].at <= self.clock.now():
                self._do(heapq.heappop(self._plan))
        self._advance(end)
        self.loop.refresh()

    def _next(self) -> datetime | None:
        ahead = [one for one in (self._wake_at, self._plan[0].at if self._plan else None) if one is not None]
        return max(min(ahead), self.clock.now()) if ahead else None

    def _advance(self, at: datetime) -> None:
        self.clock.advance(max(at - self.clock.now(), timedelta(0)))

    # --- what she does

    def _answer_later(self, items: Iterable[Item]) -> None:
        planned = {one.item for one in self._plan}
        for item in items:
            if item.id not in planned | self._ignored:
                self._later(self.clock.now() + PAUSE, item=item.id)

    def _later(self, at: datetime, *, act: Act | None = None, item: str = "") -> None:
        heapq.heappush(self._plan, _Due(at, next(self._numbers), act, item))

    def _do(self, due: _Due) -> None:
        if due.act is None:
            self._answer(due.item)
        elif due.act.off_until is not None:
            self._off(wall(due.act.off_until))
        else:
            self.loop.record(Request(due.act.item, due.act.answer, amount=due.act.amount))

    def _answer(self, item_id: str) -> None:
        item = self.loop.agenda.item(item_id)
        if item is None or not _asks(item):
            return
        request = answer_of(
            item, self.loop.takes(item), self.now().date(), step=self._step(item), late_days=self.patient.late_days
        )
        if request is not None:
            with suppress(Refused):
                self.loop.record(request)

    def _step(self, item: Item) -> int:
        rule = catalogue()[item.treatment].rule
        return AMOUNTS.get(rule.unit, rule.step_amount) if isinstance(rule, GoalRule) else 1

    def _off(self, until: datetime) -> None:
        """The computer is off, and starts again."""
        since = self.clock.now()
        self._plan = [one for one in self._plan if one.at > until or one.act is not None]
        heapq.heapify(self._plan)
        self.clock.off(until - since)
        self._passed = []
        self.loop.away(since, Cause.START)

    # --- what the loop asks for

    def _show(self, reminders: tuple[Reminder, ...], found: Agenda) -> None:
        self.log.extend((found.now, one.item) for one in reminders)
        if not self._moving:
            self._show_them(reminders, found)
            return
        self._passed.extend((found.now, one) for one in reminders)
        if self._lives:
            self._answer_later(one.item for one in reminders)

    def _wake(self, at: datetime | None) -> None:
        self._wake_at = at

    def _new_id(self) -> str:
        return f"demo-{next(self._numbers):06d}"


def wall(moment: datetime) -> datetime:
    """The instant of a wall-clock time of the patient's zone."""
    return instant(moment.date(), moment.time(), ZONE).astimezone(UTC)


def _asks(item: Item) -> bool:
    return item.open and item.status not in (Status.HELD, Status.IN_PROGRESS, Status.SNOOZED)
