"""Treatments and the kinds of rules that the code knows; which medicine has which rule is data.

The catalogue (``osteoapp/content/catalogue.toml``) is read into these types. Nothing here or elsewhere in
the core names a medicine: it names kinds of rules. The letters and numbers in catalogue and docstrings
(B1, C5 …) are those of docs/clinical-rules.md.
"""

from __future__ import annotations

import enum
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta


class MissedRule(enum.StrEnum):
    """When a forgotten weekly tablet is taken: the label of the medicine decides (B1, B2b)."""

    NEXT_MORNING = "next_morning"
    SAME_DAY = "same_day"


class DayTime(enum.StrEnum):
    """A named time of the patient's day."""

    WAKE = "wake"
    EVENING = "evening"
    OFFICE = "office"


class Waiting(enum.StrEnum):
    """Whether something waits for the tablet of the same morning.

    ALWAYS: on a tablet morning and in the half hour (vitamin D, calcium, dairy).
    IF_PLAN_SAYS: only when the plan carries ``may_wait`` (other medicines).
    NEVER: activity, appointments, tasks.
    """

    ALWAYS = "always"
    IF_PLAN_SAYS = "if_plan_says"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class IntakeRule:
    """A weekly tablet taken on an empty stomach, with an upright half hour after it (B1, B2, B2b)."""

    missed_rule: MissedRule
    upright: timedelta = timedelta(minutes=30)


@dataclass(frozen=True, slots=True)
class StepRule:
    """A step before an injection or infusion.

    ``days_before`` counts calendar days before the due date, or before the appointment where one is noted
    and ``follows_appointment`` is set. An informational step needs no answer.
    """

    step: str
    days_before: int
    at: DayTime = DayTime.OFFICE
    informational: bool = False
    follows_appointment: bool = False


@dataclass(frozen=True, slots=True)
class CycleRule:
    """Something given every so many calendar months by a professional (B3, B4).

    ``event_step`` names the day itself (``injection`` or ``infusion``). ``late_every_days`` is how often a
    late one is reminded. ``urgent_after_days`` and ``urgent_after_months`` give level 3: the earlier of the
    planned due date plus days and the last given date plus months; None where there is no level 3.
    ``aftercare_days`` are the evenings, counted from the day it was given.
    """

    months: int
    event_step: str
    steps: tuple[StepRule, ...] = ()
    late_every_days: int = 1
    urgent_after_days: int | None = None
    urgent_after_months: int | None = None
    aftercare_days: tuple[int, ...] = ()
    early_days: int | None = None


@dataclass(frozen=True, slots=True)
class DoseRule:
    """Something swallowed at times of the day (B5, B6, other medicines).

    ``weekly``: the plan has a weekday and a number of weeks. ``moves_on_tablet_day``: slots before the end of
    the morning move to it on a tablet day (C13). ``one_per_date``: never two on one local date. ``free``: the
    plan brings its own recurrence, name and instruction.
    """

    waiting: Waiting
    default_times: tuple[str, ...] = ()
    weekly: bool = False
    moves_on_tablet_day: bool = False
    one_per_date: bool = False
    free: bool = False


@dataclass(frozen=True, slots=True)
class GoalRule:
    """A goal of the day that is counted, not ticked off (dairy, activity)."""

    unit: str
    target: int
    default_times: tuple[str, ...]
    waiting: Waiting
    step_amount: int = 1


@dataclass(frozen=True, slots=True)
class CheckRule:
    """A check that comes back every so many months, or once on a date (B7, B8)."""

    every_months: int | None


@dataclass(frozen=True, slots=True)
class AppointmentRule:
    """A single appointment with reminders some days before."""

    remind_before_days: tuple[int, ...] = (7, 1)


@dataclass(frozen=True, slots=True)
class UnknownRule:
    """Of a treatment that the catalogue does not have: nothing follows from its plans, and they are kept as is."""


Rule = IntakeRule | CycleRule | DoseRule | GoalRule | CheckRule | AppointmentRule | UnknownRule


@dataclass(frozen=True, slots=True)
class ReviewRule:
    """The review after so many years of treatment, then every so many years (F141, F142)."""

    after_years: int = 5
    then_years: int = 1


@dataclass(frozen=True, slots=True)
class Treatment:
    """A kind of thing from the catalogue with its rule as data.

    ``topic`` is the folder of its leaflet passages. ``call`` is whom its texts name unless the plan says
    otherwise. ``ends_by_absence`` is false where leaving the plan out of a file must never end it (C32).
    ``on_by_default`` says whether a wizard ticks it.
    """

    id: str
    rule: Rule
    topic: str
    call: str
    sources: tuple[str, ...] = ()
    review: ReviewRule | None = None
    ends_by_absence: bool = True


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All treatments by id."""

    treatments: Mapping[str, Treatment] = field(default_factory=dict)

    def __getitem__(self, treatment: str) -> Treatment:
        """The treatment of that id; one with ``UnknownRule`` where there is none.

        A newer version may have written the data, or somebody by hand: that must stop nothing else.
        """
        known = self.treatments.get(treatment)
        return known or Treatment(treatment, UnknownRule(), topic="", call="pharmacy", ends_by_absence=False)

    def __contains__(self, treatment: object) -> bool:
        return treatment in self.treatments
