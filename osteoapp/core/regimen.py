"""What is planned for one patient: plans, the times of the day, the phone numbers.

A ``Draft`` is what a file or a screen says now. A ``Regimen`` is the draft in force together with all
versions of all plans, so that earlier dates keep the plan of their time. All values are immutable.
"""

from __future__ import annotations

import enum
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time

from osteoapp.core.recurrence import Recurrence
from osteoapp.core.treatment import Catalogue, Treatment


class CalciumOnTabletDay(enum.StrEnum):
    """What happens to calcium before the end of the morning on a tablet day (C13)."""

    MIDDAY = "midday"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class DayTimes:
    """The named local times of the patient's day; ``quiet`` is (from, to) or None, and may span midnight."""

    wake: time = time(7, 30)
    evening: time = time(20, 0)
    office: time = time(10, 0)
    morning_ends: time = time(12, 0)
    quiet: tuple[time, time] | None = (time(22, 0), time(7, 0))


@dataclass(frozen=True, slots=True)
class Plan:
    """What every plan has. ``until`` is the last date, inclusive. ``call`` overrides whom its texts name."""

    id: str
    treatment: str
    start: date
    call: str | None = None
    treated_since: date | None = None
    until: date | None = None
    name: str | None = None
    note: str | None = None
    stock: int | None = None
    stock_per_dose: int = 1
    stock_warn_days: int = 7


@dataclass(frozen=True, slots=True)
class TabletPlan(Plan):
    """A weekly tablet. ``weekday`` 0 is Monday; ``time`` None means the wake time."""

    weekday: int = 0
    time: time | None = None


@dataclass(frozen=True, slots=True)
class CyclePlan(Plan):
    """An injection or infusion: exactly one of the three is given."""

    last_given: date | None = None
    first_due: date | None = None
    unknown: bool = False


@dataclass(frozen=True, slots=True)
class DosePlan(Plan):
    """Something swallowed at one or more times of a day; slot 1 is the earliest. ``recurrence`` None: daily."""

    times: tuple[time, ...] = ()
    recurrence: Recurrence | None = None
    instruction: str | None = None
    may_wait: bool = False
    calcium_on_tablet_day: CalciumOnTabletDay = CalciumOnTabletDay.MIDDAY


@dataclass(frozen=True, slots=True)
class GoalPlan(Plan):
    """A goal of the day. ``times`` are the nudges and may be empty."""

    target: int = 1
    times: tuple[time, ...] = ()
    after_fracture_until: date | None = None


@dataclass(frozen=True, slots=True)
class CheckPlan(Plan):
    """A check every ``every_months``, counted from the last one; or once, on ``date``."""

    every_months: int | None = None
    last: date | None = None
    date: date | None = None


@dataclass(frozen=True, slots=True)
class AppointmentPlan(Plan):
    """One appointment. ``remind_before_days`` are sorted, largest first."""

    date: date = date.min
    time: time = time(0, 0)
    place: str | None = None
    phone: str | None = None
    remind_before_days: tuple[int, ...] = (7, 1)


AnyPlan = TabletPlan | CyclePlan | DosePlan | GoalPlan | CheckPlan | AppointmentPlan


@dataclass(frozen=True, slots=True)
class Pause:
    """Dates, both inclusive, on which doses and goals are skipped on the doctor's word."""

    first: date
    last: date
    note: str | None = None

    def covers(self, day: date) -> bool:
        return self.first <= day <= self.last


@dataclass(frozen=True, slots=True)
class Patient:
    """Who it is for. ``time_zone`` None means the computer's zone."""

    name: str = ""
    language: str = "nl"
    time_zone: str | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """What a regimen file or the screens say now, before it is joined with what was planned earlier.

    ``start_not_said`` names the plans whose start is only the date of import: a known plan keeps its own.
    """

    patient: Patient = Patient()
    day: DayTimes = DayTimes()
    phones: Mapping[str, str] = field(default_factory=dict)
    plans: tuple[AnyPlan, ...] = ()
    pauses: tuple[Pause, ...] = ()
    start_not_said: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class PlanVersion:
    """A plan as it counted from ``effective_from`` to ``effective_until`` (local dates, inclusive; None: open).

    ``known`` is the instant (UTC) at which this plan first became known; a change of the plan inherits it. ``day`` is
    the patient's day as it was then. ``removed`` tells an end by removal from a change that a newer version follows.
    """

    plan: AnyPlan
    day: DayTimes
    known: datetime
    effective_from: date
    effective_until: date | None = None
    removed: bool = False

    def covers(self, day: date) -> bool:
        """Whether this version governs occurrences of that local date."""
        return self.effective_from <= day and (self.effective_until is None or day <= self.effective_until)


@dataclass(frozen=True, slots=True)
class Regimen:
    """The draft in force and every version of every plan, oldest first within a plan."""

    catalogue: Catalogue
    draft: Draft = Draft()
    versions: tuple[PlanVersion, ...] = ()

    def treatment(self, plan: Plan) -> Treatment:
        """The catalogue entry of a plan; one with ``UnknownRule`` where the catalogue has no such treatment."""
        return self.catalogue[plan.treatment]

    def unknown(self, day: date) -> tuple[AnyPlan, ...]:
        """The plans in force on a local date or later whose treatment the catalogue does not have."""
        mine = (plan for plan in self.draft.plans if plan.treatment not in self.catalogue)
        return tuple(plan for plan in mine if plan.until is None or plan.until >= day)

    def families(self) -> dict[str, tuple[PlanVersion, ...]]:
        """All versions by plan id, oldest first."""
        found: dict[str, list[PlanVersion]] = {}
        for version in self.versions:
            found.setdefault(version.plan.id, []).append(version)
        return {name: tuple(versions) for name, versions in found.items()}

    def plan(self, plan_id: str, day: date) -> AnyPlan | None:
        """The plan of that id as it counted on a local date, else its newest version; None where there is none."""
        found = [version for version in self.versions if version.plan.id == plan_id]
        covering = [version.plan for version in found if version.covers(day)]
        return next(iter(covering or [version.plan for version in reversed(found)]), None)

    def paused(self, day: date) -> Pause | None:
        """The pause that covers that local date, if any."""
        return next((pause for pause in self.draft.pauses if pause.covers(day)), None)
