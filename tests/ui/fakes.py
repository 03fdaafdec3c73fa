"""Ports for the screens: one of hand-made agendas, one with the real core over events in memory."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from itertools import count
from pathlib import Path
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, Signal, SignalInstance

from osteoapp.content.catalogue import catalogue
from osteoapp.content.clinic import ClinicLeaflet
from osteoapp.core import answers as core_answers
from osteoapp.core.agenda import agenda
from osteoapp.core.boxes import Stock
from osteoapp.core.events import Amount, Answer, AnyEvent, Reason, Reminded
from osteoapp.core.history import History
from osteoapp.core.item import OPEN, Agenda, Item, Kind, Progress, Reminder, Status
from osteoapp.core.recurrence import instant
from osteoapp.core.refusal import Refused
from osteoapp.core.regimen import (
    AnyPlan,
    CyclePlan,
    DayTimes,
    DosePlan,
    Draft,
    GoalPlan,
    Patient,
    PlanVersion,
    Regimen,
    TabletPlan,
)
from osteoapp.core.timing import Started
from osteoapp.looking_back import LookingBack
from osteoapp.reminding.stopwatch import Stopwatch
from osteoapp.ui import ports
from osteoapp.ui.machine import Machine
from osteoapp.ui.ports import Absence, Changes, Health, Outcome, Preview, Result, Settings
from osteoapp.ui.safety import CopyHeld, CopyMade, KeepingChanges, SecondFolder, Values
from osteoapp.ui.share.port import Job, Made

ZONE = ZoneInfo("Europe/Amsterdam")
MONDAY = date(2026, 11, 23)
PHONES = {"gp": "010-1234567", "pharmacy": "010-7654321", "hospital": "010-2223344"}
KNOWN = datetime(2026, 11, 2, 6, 0, tzinfo=ZONE)
HALF_HOUR = timedelta(minutes=30)

TABLET = TabletPlan("alendronate", "alendronate-tablet", date(2026, 11, 2), weekday=0)
VITAMIN = DosePlan("vitamin-d", "vitamin-d-tablet", date(2026, 11, 2), times=(time(8, 30),))
DAIRY = GoalPlan("dairy", "dairy", date(2026, 11, 2), target=4, times=(time(10, 30), time(15), time(20)))
ACTIVITY = GoalPlan("activity", "activity", date(2026, 11, 2), target=30, times=(time(10, 30), time(14), time(16, 30)))
HEART = DosePlan(
    "metoprolol", "other-medicine", date(2026, 11, 2), name="Metoprolol", times=(time(8, 30),),
    instruction="1 tablet, zoals op het etiket",
)  # fmt: skip
INJECTION = CyclePlan("prolia", "denosumab-injection", date(2026, 5, 12), last_given=date(2026, 5, 12))
INFUSION = CyclePlan("aclasta", "zoledronate-infusion", date(2026, 3, 10), last_given=date(2026, 3, 10))
WEEK = (TABLET, VITAMIN, DAIRY, ACTIVITY)


def at(hour: int, minute: int = 0, day: date = MONDAY) -> datetime:
    """A local time in Amsterdam."""
    return datetime.combine(day, time(hour, minute), ZONE)


def regimen(*plans: AnyPlan, name: str = "Mevrouw De Vries", phones: Mapping[str, str] = PHONES) -> Regimen:
    """A regimen of plans that have been known since 2 November 2026."""
    known = plans or WEEK
    versions = tuple(PlanVersion(plan, DayTimes(), KNOWN, plan.start) for plan in known)
    return Regimen(catalogue(), Draft(Patient(name), DayTimes(), phones, tuple(known)), versions)


def item(
    plan: AnyPlan,
    status: Status,
    *,
    step: str = "dose",
    kind: Kind = Kind.DOSE,
    due: datetime | None = None,
    day: date = MONDAY,
    **more: object,
) -> Item:
    """A hand-made item."""
    moment = due or at(7, 30, day)
    return Item(
        f"{plan.id}/{day}/{step}", plan.id, plan.treatment, day, step, kind, moment, moment, status,
        **more,  # type: ignore[arg-type]
    )  # fmt: skip


def goal(plan: GoalPlan, value: int, *, status: Status = Status.DUE, due: datetime | None = None) -> Item:
    """A goal of the day."""
    unit = "min" if plan.treatment == "activity" else "portion"
    return item(
        plan, status, step="goal", kind=Kind.GOAL, due=due or at(10, 30), progress=Progress(value, plan.target, unit)
    )


@dataclass
class Recorded:
    """One answer that a screen gave."""

    item: str
    answer: str
    details: dict[str, object] = field(default_factory=dict)


class VoiceSignals(QObject):
    changed = Signal()


class HandVoice:
    """A voice that says nothing: the test ends each text, with ``finish``."""

    def __init__(self, status: str = "ready") -> None:
        self._signals = VoiceSignals()
        self.found = status
        self.said: list[tuple[str, str]] = []
        self.prepared = self.stopped = 0
        self._done: Callable[[bool], None] | None = None

    @property
    def changed(self) -> SignalInstance:
        return self._signals.changed

    def prepare(self) -> None:
        self.prepared += 1

    def status(self, lang: str) -> str:
        return self.found

    def become(self, status: str) -> None:
        self.found = status
        self.changed.emit()

    def speak(self, text: str, lang: str, done: Callable[[bool], None]) -> None:
        self.said.append((text, lang))
        self._done = done

    def stop(self) -> None:
        self.stopped += 1
        self._done = None

    def finish(self, *, whole: bool = True) -> None:
        """The text that is being said ends."""
        done, self._done = self._done, None
        assert done is not None, "nothing is being said"
        done(whole)


class HandLock:
    """A lock that is open, or asks for 1234."""

    def __init__(self) -> None:
        self.pin = ""
        self.opened = False
        self.forgotten: datetime | None = None

    def is_set(self) -> bool:
        return bool(self.pin)

    def is_open(self) -> bool:
        return self.opened or not self.pin

    def close(self) -> None:
        self.opened = False

    def set_pin(self, pin: str) -> str:
        self.pin = pin
        return ""

    def remove(self) -> str:
        self.pin = ""
        return ""

    def give(self, pin: str) -> str:
        self.opened = pin == self.pin
        return "" if self.opened else "wrong"

    def wait_until(self) -> datetime | None:
        return None

    def forget(self) -> str:
        return ""

    def remember(self) -> str:
        return ""

    def way_out_at(self) -> datetime | None:
        return self.forgotten

    def way_out(self) -> str:
        return self.remove()


class HandKeeping:
    """Copies that are there; what is asked of them is remembered."""

    def __init__(self) -> None:
        self.changes = KeepingChanges()
        self.made: tuple[CopyMade, ...] = ()
        self.held = CopyHeld("")
        self.outcome: tuple[str, Values] = ("", ())
        self.folder = SecondFolder()
        self.fault = ""
        self.asked: list[tuple[str, str]] = []

    def copies(self) -> tuple[CopyMade, ...]:
        return self.made

    def look_into(self, path: str, then: Callable[[CopyHeld], None]) -> None:
        then(replace(self.held, path=path))

    def put_back(self, path: str) -> None:
        self.asked.append(("put back", path))

    def told(self) -> tuple[str, Values]:
        return self.outcome

    def save_copy(self, path: str, then: Callable[[str, Values], None]) -> None:
        self.asked.append(("save", path))
        then(self.fault, ())

    def second(self) -> SecondFolder:
        return self.folder

    def choose_second(self, path: str) -> bool:
        self.folder = SecondFolder(path)
        return not self.fault

    def export_calendar(self, path: str, then: Callable[[str], None]) -> None:
        self.asked.append(("calendar", path))
        then(self.fault)


class Memory:
    """Where a stopwatch of the tests is kept."""

    def __init__(self) -> None:
        self.kept: Started | None = None

    def read(self) -> Started | None:
        return self.kept

    def write(self, started: Started) -> None:
        self.kept = started

    def clear(self) -> None:
        self.kept = None


class HandTicks:
    """Ticks in memory."""

    def __init__(self, *, broken: bool = False) -> None:
        self.kept: frozenset[str] = frozenset()
        self.broken = broken

    def read(self) -> frozenset[str]:
        return self.kept

    def keep(self, ticked: Iterable[str]) -> bool:
        if not self.broken:
            self.kept = frozenset(ticked)
        return not self.broken


class HandShelf:
    """A shelf that takes what a test laid ready, or finds the faults that it laid ready."""

    def __init__(self, port: HandPort) -> None:
        self._port = port
        self.ready: ClinicLeaflet | None = None
        self.faults: tuple[str, ...] = ()
        self.brought: list[tuple[Path, str]] = []

    def leaflet(self) -> ClinicLeaflet | None:
        return self._port.clinic

    def bring(self, place: Path, name: str, lang: str) -> tuple[str, ...]:
        self.brought.append((place, name))
        if not self.faults:
            self._port.clinic = self.ready
            self._port.changes.changed.emit(self._port.agenda())
        return self.faults

    def remove(self, lang: str) -> tuple[str, ...]:
        if not self.faults:
            self._port.clinic = None
        return self.faults


class HandShare:
    """Makes nothing by itself: a test ends each job as it likes."""

    def __init__(self) -> None:
        self.asked: list[tuple[object, ...]] = []
        self.jobs: list[Job] = []

    def pages(self, kind: str, lang: str, dots: int) -> Job:
        return self._job(kind, lang, dots)

    def save(self, kind: str, lang: str, target: Path) -> Job:
        return self._job(kind, lang, target)

    def _job(self, *asked: object) -> Job:
        self.asked.append(asked)
        self.jobs.append(Job())
        return self.jobs[-1]

    def end(self, made: Made) -> None:
        """Ends the job asked for last."""
        self.jobs[-1].ended.emit(made)


class HandStock:
    """Says what a test put into it, and remembers what was noted."""

    def __init__(self) -> None:
        self.known: dict[str, Stock] = {}
        self.noted: list[tuple[object, ...]] = []
        self.outcome = Outcome(Result.SAVED, "s1")

    def of(self, plan_id: str) -> Stock | None:
        return self.known.get(plan_id)

    def count(self, plan_id: str, units: int) -> Outcome:
        self.noted.append(("count", plan_id, units))
        return self.outcome

    def fill(self, plan_id: str, units: int, expires: date | None) -> Outcome:
        self.noted.append(("fill", plan_id, units, expires))
        return self.outcome

    def warn(self, plan_id: str, days: int) -> Outcome:
        self.noted.append(("warn", plan_id, days))
        return self.outcome


class HandLoop:
    """The plan and the log of a port, as what looks back needs them."""

    def __init__(self, port: HandPort) -> None:
        self._port = port

    @property
    def regimen(self) -> Regimen:
        return self._port.plan

    @property
    def history(self) -> History:
        return self._port.history

    def now(self) -> datetime:
        return self._port.present

    def say(self, make: Callable[[Regimen, History, datetime], list[AnyEvent]]) -> list[AnyEvent]:
        made = make(self.regimen, self.history, self.now())
        for event in made:
            self.history.append(event)
        self._port.changes.changed.emit(self._port.agenda())
        return made


class HandPort:
    """Shows what a test puts into it and remembers what the screens sent."""

    def __init__(
        self,
        items: tuple[Item, ...],
        *,
        now: datetime | None = None,
        plans: tuple[AnyPlan, ...] = WEEK,
        takes: Mapping[str, frozenset[str]] | None = None,
        phones: Mapping[str, str] = PHONES,
    ) -> None:
        self.changes = Changes()
        self.machine: Machine | None = None
        self.voice = HandVoice()
        self.share = HandShare()
        self.stock = HandStock()
        self.lock = HandLock()
        self.keeping = HandKeeping()
        self.present = now or at(7, 30)
        self.items = items
        self.plan = regimen(*plans, phones=phones)
        self.takes = dict(takes or {})
        self.sent: list[Recorded] = []
        self.taken_back: list[str] = []
        self.answers: dict[str, Answer] = {}
        self.reasons: dict[str, Reason] = {}
        self.previews: dict[str, Preview] = {}
        self.outcome: Outcome | None = None
        self.away: Absence | None = None
        self.state = Health()
        self.kept = Settings(theme="light", language="nl")
        self.date_confirmed = 0
        self.clinic: ClinicLeaflet | None = None
        self.shelf: ports.Shelf = HandShelf(self)
        self.ticks: ports.Ticks = HandTicks()
        self._ids = count(1)
        self.history = History()
        self.past = LookingBack(HandLoop(self), lambda: f"e{next(self._ids)}", lambda: None)
        self.stopwatch: ports.Stopwatch = Stopwatch(Memory(), self.now, lambda: None)

    def show(self, *items: Item) -> None:
        """Puts another agenda behind the screens and tells them."""
        self.items = items
        self.changes.changed.emit(self.agenda())

    def agenda(self) -> Agenda:
        return Agenda(self.present.astimezone(ZoneInfo("UTC")), self.items, (), None)

    def between(self, first: date, last: date) -> Agenda:
        items = tuple(one for one in self.items if first <= one.due.astimezone(ZONE).date() <= last)
        return Agenda(self.present.astimezone(ZoneInfo("UTC")), items, (), None)

    def regimen(self) -> Regimen:
        return self.plan

    def now(self) -> datetime:
        return self.present

    def allowed(self, item: Item) -> frozenset[str]:
        if item.id in self.takes:
            return self.takes[item.id]
        return usual(item)

    def record(self, item_id: str, answer: str, **details: object) -> Outcome:
        self.note(item_id, answer, details)
        return self.outcome or Outcome(Result.SAVED, f"e{next(self._ids)}")

    def note(self, item_id: str, answer: str, details: Mapping[str, object]) -> None:
        """Remembers what was sent, without what was left out."""
        given = {key: value for key, value in details.items() if value is not None}
        self.sent.append(Recorded(item_id, answer, given))

    def undo(self, event_id: str) -> Outcome:
        self.taken_back.append(event_id)
        return Outcome(Result.SAVED)

    def preview(self, item_id: str, answer: str, **details: object) -> Preview:
        return self.previews.get(answer, Preview())

    def answer_of(self, item_id: str) -> Answer | None:
        return self.answers.get(item_id)

    def reason_of(self, item_id: str) -> Reason | None:
        return self.reasons.get(item_id)

    def absence(self) -> Absence | None:
        return self.away

    def moved(self) -> bool:
        return False

    def seen_move(self) -> None:
        """Nothing moves here."""

    def seen_absence(self) -> None:
        self.away = None
        self.changes.changed.emit(self.agenda())

    def date_is_right(self) -> None:
        self.date_confirmed += 1
        self.state = replace(self.state, date_doubt=False)
        self.changes.health.emit(self.state)

    def health(self) -> Health:
        return self.state

    def settings(self) -> Settings:
        return self.kept

    def save_settings(self, settings: Settings) -> bool:
        self.kept = settings
        return True

    def data_folder(self) -> str:
        return "/home/devries/.local/share/osteoapp"

    def clinic_leaflet(self) -> ClinicLeaflet | None:
        return self.clinic


def usual(item: Item) -> frozenset[str]:
    if item.kind is Kind.GOAL:
        return frozenset({"amount"})
    if item.status is Status.IN_PROGRESS:
        return frozenset({"remark"})
    if item.status not in OPEN:
        return frozenset()
    if item.kind is Kind.DOSE:
        held = frozenset({"taken", "skipped"})
        return held if item.status is Status.HELD else held | {"snoozed", "not_fasting"}
    if item.step in ("injection", "infusion"):
        return frozenset({"given", "booked", "snoozed"})
    return frozenset({"done", "skipped", "snoozed"})


class CorePort(HandPort):
    """The real core over events in memory, with a clock that a test moves."""

    def __init__(self, now: datetime, *plans: AnyPlan, phones: Mapping[str, str] = PHONES) -> None:
        super().__init__((), now=now, plans=plans or WEEK, phones=phones)

    def move(self, now: datetime) -> None:
        """Goes to another moment and tells the screens."""
        self.present = now
        self.changes.changed.emit(self.agenda())

    def remind(self) -> tuple[Reminder, ...]:
        """What is to be shown now, noted as shown."""
        found = self.agenda().remind
        for one in found:
            moment = self.present.astimezone(ZoneInfo("UTC"))
            self.history.append(
                Reminded(
                    id=f"r{len(self.history)}", at=moment, recorded=moment, zone=ZONE.key, item=one.item.id,
                    reason=one.reason, level=one.level,
                )
            )  # fmt: skip
            self.reasons[one.item.id] = one.reason
        return found

    def agenda(self) -> Agenda:
        today = self.present.date()
        return agenda(self.plan, self.history, self.present, dates=(today, today))

    def between(self, first: date, last: date) -> Agenda:
        return agenda(self.plan, self.history, self.present, dates=(first, last))

    def allowed(self, item: Item) -> frozenset[str]:
        return core_answers.takes_now(self.plan, self.history, self.present, item)

    def record(self, item_id: str, answer: str, **details: object) -> Outcome:
        self.note(item_id, answer, details)
        request = core_answers.Request(item_id, answer, **details)  # type: ignore[arg-type]
        try:
            made = core_answers.apply(self.plan, self.history, self.present, request, lambda: f"e{next(self._ids)}")
        except Refused as refused:
            return Outcome(Result.REFUSED, None, refused.code, refused.values)
        for event in made:
            self.history.append(event)
        self.changes.changed.emit(self.agenda())
        return Outcome(Result.SAVED, made[0].id)

    def undo(self, event_id: str) -> Outcome:
        super().undo(event_id)
        for event in core_answers.undo(self.history, self.present, ZONE.key, event_id, lambda: f"e{next(self._ids)}"):
            self.history.append(event)
        self.changes.changed.emit(self.agenda())
        return Outcome(Result.SAVED)

    def preview(self, item_id: str, answer: str, **details: object) -> Preview:
        trial = CorePort(self.present, *self.plan.draft.plans)
        for event in self.history.all():
            trial.history.append(event)
        outcome = trial.record(item_id, answer, **details)
        if outcome.result is Result.REFUSED:
            return Preview(code=outcome.code, values=outcome.values)
        plan = item_id.partition("/")[0]
        ahead = trial.between(
            self.present.date(), self.present.date() + timedelta(days=220 if answer == "given" else 14)
        ).items
        step = item_id.rpartition("/")[2]
        due = [one.due for one in ahead if one.plan == plan and one.due > self.present and one.step == step]
        return Preview(next_at=min(due, default=None))

    def answer_of(self, item_id: str) -> Answer | None:
        found = self.history.answers(item_id)
        if item_id.endswith("/goal"):
            plan, day, _ = item_id.split("/")
            amounts: list[Amount] = self.history.amounts(plan, date.fromisoformat(day))
            return amounts[-1] if amounts else None
        return next((one for one in reversed(found) if one.type != "remark"), None)


def known_since(port: HandPort, moment: datetime) -> None:
    """Makes the plans of a port known since a moment."""
    versions = (replace(version, known=moment, effective_from=version.plan.start) for version in port.plan.versions)
    port.plan = replace(port.plan, versions=tuple(versions))


def noon(day: date) -> datetime:
    """The instant of noon on a local date."""
    return instant(day, time(12), ZONE)
