"""Looking back: how often each plan was followed in a period, and when injections and infusions were given.

Nothing is judged and nothing is a percentage. Every occurrence is counted under the version of the plan that governed
its date, so that a changed plan keeps its past. The cost grows with the period, not with the length of the history;
only plans that count from the date last taken are read back from now to the beginning of the period.

The words, as they are meant everywhere:

planned       an occurrence whose own local date lies in the period and that is settled: taken, skipped, missed or off
on time       taken on its own local date, at whatever hour; of a goal: the target was reached on that date
late          taken on a later local date (a catch-up morning, or an answer about a later day)
skipped       the person said "not this time"
missed        its window closed without an answer; of a goal: the date passed below the target
off           as missed, and the computer was off from its planned time until its window closed: nobody was reminded
paused        its date lies in a pause, and nothing was taken; not planned
open          its time has come and it can still be answered; not planned
on track      a week, Monday to Sunday, in which everything planned was taken; of a goal: what was counted in the week
              reached the sum of its targets. Of the running week what is settled so far decides. A week without
              anything planned, one with something open, and one with something off neither count nor break the row
"""

from __future__ import annotations

import enum
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import accumulate, chain, groupby, pairwise

from osteoapp.core.agenda import context
from osteoapp.core.context import Context
from osteoapp.core.cycles import running_cycle
from osteoapp.core.doses import Occurrence, chain_occurrences, moved_slots, occurrence, step_of
from osteoapp.core.events import Answer, Given, Skipped, Taken
from osteoapp.core.family import Family
from osteoapp.core.history import History
from osteoapp.core.item import ItemId
from osteoapp.core.recurrence import DAY, AsNeeded, add_months
from osteoapp.core.regimen import AnyPlan, CyclePlan, DosePlan, GoalPlan, PlanVersion, Regimen
from osteoapp.core.tablets import Tablet, own_dates, tablet
from osteoapp.core.treatment import CycleRule, DoseRule, GoalRule, IntakeRule, Treatment


class Outcome(enum.StrEnum):
    """What became of an occurrence; the module says what each word means."""

    ON_TIME = "on_time"
    LATE = "late"
    SKIPPED = "skipped"
    MISSED = "missed"
    OFF = "off"
    PAUSED = "paused"
    OPEN = "open"


TAKEN = frozenset({Outcome.ON_TIME, Outcome.LATE})
PLANNED = TAKEN | {Outcome.SKIPPED, Outcome.MISSED, Outcome.OFF}


@dataclass(frozen=True, slots=True)
class Occasion:
    """One occurrence, looked back at. ``item`` is its id in the agenda, ``day`` its own local date.

    ``taken_on`` is the local date on which it was taken, ``reason`` what the person said when skipping it. Of a goal,
    ``value`` is what was counted on the date and ``target`` what was aimed at, in the unit of its treatment.
    """

    item: str
    day: date
    outcome: Outcome
    taken_on: date | None = None
    reason: str | None = None
    value: int = 0
    target: int = 0


@dataclass(frozen=True, slots=True)
class Administration:
    """An injection or infusion that was given on ``on``; FHIR's word for it.

    ``planned`` is the due date of its cycle, None where only the plan names the date. ``previous`` is the date of the
    one before, None for the first one known.
    """

    on: date
    planned: date | None = None
    previous: date | None = None

    @property
    def gap(self) -> tuple[int, int] | None:
        """Whole calendar months and days since the one before; None for the first."""
        return None if self.previous is None else months_and_days(self.previous, self.on)


@dataclass(frozen=True, slots=True)
class PlanCounts:
    """One plan in a period. ``plan`` is its version at the end of the period.

    ``weeks_in_a_row``: weeks on track up to the end of the period, at most as many as the period has. ``given`` and
    ``next_due``, the date on which the next is due, are of injections and infusions; ``as_needed`` are the local dates
    on which something without a schedule was taken.
    """

    plan: AnyPlan
    treatment: Treatment
    occasions: tuple[Occasion, ...] = ()
    weeks_in_a_row: int = 0
    given: tuple[Administration, ...] = ()
    next_due: date | None = None
    as_needed: tuple[date, ...] = ()

    def number(self, *outcomes: Outcome) -> int:
        """How many occurrences came out so."""
        return sum(one.outcome in outcomes for one in self.occasions)

    @property
    def planned(self) -> int:
        """How many were planned and are settled."""
        return self.number(*PLANNED)

    @property
    def taken(self) -> int:
        """How many were taken, on time or late; of a goal, on how many dates the target was reached."""
        return self.number(*TAKEN)

    @property
    def per_day(self) -> int:
        """What was counted for a goal on an average date that was planned, rounded; 0 where there is none."""
        days = [one.value for one in self.occasions if one.outcome in PLANNED]
        return (2 * sum(days) + len(days)) // (2 * len(days)) if days else 0


def months_and_days(first: date, last: date) -> tuple[int, int]:
    """Whole calendar months from one date to a later one (C27), and the days beyond them."""
    months = (last.year - first.year) * 12 + last.month - first.month
    if add_months(first, months) > last:
        months -= 1
    return months, (last - add_months(first, months)).days


def counts(regimen: Regimen, history: History, now: datetime, first: date, last: date) -> tuple[PlanCounts, ...]:
    """Every plan that was in force in a period of local dates (inclusive), in the order of the regimen.

    ``now`` is aware with a ZoneInfo, as for the agenda. What lies after it is not counted.
    """
    ctx = context(regimen, history, now, dates=(first, last))
    off = _Absences(history.wakes.absences(ctx.midnight(first), ctx.now))
    return tuple(_count(ctx, family, off) for family in ctx.families if in_force(ctx, family))


def in_force(ctx: Context, family: Family) -> bool:
    """Whether a plan was in force on a local date of the period."""
    for version in family.versions:
        ends = [day for day in (version.effective_until, version.plan.until) if day is not None]
        begins = max(version.effective_from, family.known_date(version))
        if begins <= min([ctx.last, *ends]) and ctx.first <= min(ends, default=date.max):
            return True
    return False


def _count(ctx: Context, family: Family, off: _Absences) -> PlanCounts:
    version = family.version(min(ctx.last, ctx.today)) or family.newest
    occasions = tuple(sorted(_occasions(ctx, family, off), key=lambda one: (one.day, one.item)))
    rule = family.treatment.rule
    given: tuple[Administration, ...] = ()
    next_due = None
    if isinstance(rule, CycleRule):
        given = tuple(one for one in administrations(ctx, family, rule) if ctx.first <= one.on <= ctx.last)
        cycle = running_cycle(ctx, family)
        next_due = None if cycle is None else cycle.due
    row = _goal_row(ctx, occasions) if isinstance(rule, GoalRule) else _row(occasions)
    return PlanCounts(
        version.plan, family.treatment, occasions, row, given, next_due, tuple(_as_needed(ctx, family))
    )


class _Absences:
    """When the computer was off, or slept."""

    def __init__(self, spans: Sequence[tuple[datetime, datetime]]) -> None:
        ordered = sorted(spans)
        self._lows = [low for low, _ in ordered]
        self._highs = list(accumulate((high for _, high in ordered), max))

    def cover(self, first: datetime, last: datetime) -> bool:
        """Whether all of a window lies in one absence."""
        number = bisect_right(self._lows, first)
        return number > 0 and last <= self._highs[number - 1]


def _occasions(ctx: Context, family: Family, off: _Absences) -> Iterator[Occasion]:
    rule = family.treatment.rule
    if isinstance(rule, IntakeRule):
        yield from _tablets(ctx, family, off)
    elif isinstance(rule, DoseRule):
        yield from _doses(ctx, family, off)
    elif isinstance(rule, GoalRule):
        yield from _goals(ctx, family, off)


# --- weekly tablets


def _tablets(ctx: Context, family: Family, off: _Absences) -> Iterator[Occasion]:
    for day, version in own_dates(ctx, family, ctx.first, min(ctx.last, ctx.today)):
        one = tablet(ctx, family, day, version)
        found = _tablet(ctx, one, off)
        if found is not None:
            yield found


def _tablet(ctx: Context, one: Tablet, off: _Absences) -> Occasion | None:
    item, planned = str(one.id), one.openings[0].due
    answers = ctx.history.answers(item)
    said = _said(item, one.id.date, answers)
    if said is not None:
        return said
    if one.pause:
        return Occasion(item, one.id.date, Outcome.PAUSED)
    if not one.lost and _open_at_the_end(ctx, one.family, one.next_own):
        return None
    closes = ctx.midnight(one.next_own)
    if one.lost or ctx.now >= closes:
        away = not answers and off.cover(planned, closes)
        return Occasion(item, one.id.date, Outcome.OFF if away else Outcome.MISSED)
    return Occasion(item, one.id.date, Outcome.OPEN) if ctx.now >= planned else None


def _said(item: str, day: date, answers: Sequence[Answer]) -> Occasion | None:
    """What the person said of it; taken beats everything else."""
    taken = [event for event in answers if isinstance(event, Taken)]
    if taken:
        on = taken[-1].local_date
        return Occasion(item, day, Outcome.ON_TIME if on <= day else Outcome.LATE, taken_on=on)
    skipped = [event for event in answers if isinstance(event, Skipped)]
    if skipped:
        return Occasion(item, day, Outcome.SKIPPED, reason=skipped[-1].note)
    return None


def _open_at_the_end(ctx: Context, family: Family, closes: date | None) -> bool:
    """Whether its plan was taken out while it was still open: then it ended, and was never missed."""
    last = family.newest.effective_until
    return family.ended(ctx.today) and last is not None and (closes is None or closes > last + DAY)


# --- doses


def _doses(ctx: Context, family: Family, off: _Absences) -> Iterator[Occasion]:
    last = min(ctx.last, ctx.today)
    fixed = (occurrence(family, day, version) for day, version in family.dates(ctx.first, last))
    counted = (one for one in chain_occurrences(ctx, family) if ctx.first <= one.day <= last)
    for one in chain(fixed, counted):
        found = (_dose(ctx, one, slot, off) for slot in range(len(one.plan.times)))
        yield from (occasion for occasion in found if occasion is not None)


def _dose(ctx: Context, one: Occurrence, slot: int, off: _Absences) -> Occasion | None:
    item = str(ItemId(one.family.id, one.day, step_of(slot)))
    answers = ctx.history.answers(item)
    said = _said(item, one.day, answers)
    if said is not None:
        return said
    if not answers and one.planned(ctx, slot) < one.version.known:
        return None  # never made: the plan was not known then
    if moved_slots(ctx, one) is None:
        return None  # that day has none at all (C13)
    if ctx.regimen.paused(one.day) is not None:
        return Occasion(item, one.day, Outcome.PAUSED)
    return _unsaid_dose(ctx, one, slot, item, off)


def _unsaid_dose(ctx: Context, one: Occurrence, slot: int, item: str, off: _Absences) -> Occasion | None:
    if _open_at_the_end(ctx, one.family, one.closes):
        return None
    planned = one.planned(ctx, slot)
    if one.closes is None or ctx.today < one.closes:
        return Occasion(item, one.day, Outcome.OPEN) if ctx.now >= planned else None
    away = off.cover(planned, ctx.midnight(one.closes))
    return Occasion(item, one.day, Outcome.OFF if away else Outcome.MISSED)


def _as_needed(ctx: Context, family: Family) -> Iterator[date]:
    for event in ctx.history.taken_between(family.id, ctx.first, ctx.last):
        version = family.version(event.local_date) or family.newest
        if isinstance(version.plan, DosePlan) and isinstance(version.plan.recurrence, AsNeeded):
            yield event.local_date


# --- goals


def _goals(ctx: Context, family: Family, off: _Absences) -> Iterator[Occasion]:
    known = {version: family.known_date(version) for version in family.versions}
    for day, version in family.dates(ctx.first, min(ctx.last, ctx.today)):
        if day >= known[version]:
            yield _goal(ctx, family, version, day, off)


def _goal(ctx: Context, family: Family, version: PlanVersion, day: date, off: _Absences) -> Occasion:
    plan = version.plan
    assert isinstance(plan, GoalPlan)
    value = ctx.history.amount(family.id, day)
    if value >= plan.target:
        outcome = Outcome.ON_TIME
    elif ctx.regimen.paused(day) is not None:
        outcome = Outcome.PAUSED
    elif day == ctx.today:
        outcome = Outcome.OPEN
    else:
        begins = plan.times[0] if plan.times else time(0)
        away = not value and off.cover(ctx.at(day, begins), ctx.end_of(day))
        outcome = Outcome.OFF if away else Outcome.MISSED
    item = str(ItemId(family.id, day, "goal"))
    return Occasion(item, day, outcome, value=value, target=plan.target)


# --- injections and infusions


def administrations(ctx: Context, family: Family, rule: CycleRule) -> list[Administration]:
    """Every date on which it was given, as recorded or as a plan of the family names it, oldest first."""
    planned: dict[date, date | None] = {}
    for version in family.versions:
        if isinstance(version.plan, CyclePlan) and version.plan.last_given is not None:
            planned[version.plan.last_given] = None
    for item, event in ctx.history.closings(family.id, rule.event_step, Given):
        planned[event.on] = item.date
    days = sorted(planned)
    return [Administration(day, planned[day], previous) for previous, day in pairwise([None, *days]) if day is not None]


# --- weeks in a row


def _weeks(occasions: Sequence[Occasion]) -> Iterator[list[Occasion]]:
    """The weeks, Monday to Sunday, the latest first; what is paused is left out."""
    kept = [one for one in reversed(occasions) if one.outcome is not Outcome.PAUSED]
    for _, week in groupby(kept, key=lambda one: monday(one.day)):
        yield list(week)


def monday(day: date) -> date:
    """The Monday of a date's week."""
    return day - timedelta(days=day.weekday())


def _row(occasions: Sequence[Occasion]) -> int:
    row = 0
    for week in _weeks(occasions):
        found = {one.outcome for one in week}
        if found & {Outcome.MISSED, Outcome.SKIPPED}:
            break
        row += found <= TAKEN
    return row


def _goal_row(ctx: Context, occasions: Sequence[Occasion]) -> int:
    row = 0
    for week in _weeks(occasions):
        if sum(one.value for one in week) >= sum(one.target for one in week):
            row += 1
        elif monday(week[0].day) != monday(ctx.today) and all(one.outcome is not Outcome.OFF for one in week):
            break
    return row
