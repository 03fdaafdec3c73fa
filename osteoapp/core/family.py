"""All versions of one plan, and on which local dates they have an occurrence of their own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import groupby
from zoneinfo import ZoneInfo

from osteoapp.core.recurrence import DAY, Freq, OnOff, Rule, dates, endless, local_date, next_date, previous_date
from osteoapp.core.regimen import DosePlan, GoalPlan, PlanVersion, TabletPlan
from osteoapp.core.treatment import Catalogue, Treatment

EVERY_DAY = Rule(Freq.DAILY)


@dataclass(frozen=True)
class Family:
    """One plan of one treatment through time; ``versions`` are oldest first."""

    id: str
    treatment: Treatment
    versions: tuple[PlanVersion, ...]
    zone: ZoneInfo
    span: tuple[date, date] = (date.min, date.max)

    def owns(self, day: date) -> bool:
        """Whether the plan's id stood for this treatment on a local date."""
        return self.span[0] <= day < self.span[1]

    @property
    def newest(self) -> PlanVersion:
        return self.versions[-1]

    def ended(self, today: date) -> bool:
        """Whether the plan was taken out and its last day is over: its open items are history."""
        last = self.newest
        return last.removed and last.effective_until is not None and today > last.effective_until

    def version(self, day: date) -> PlanVersion | None:
        """The version that governs a local date."""
        return next((v for v in reversed(self.versions) if v.covers(day)), None)

    def current(self, today: date) -> PlanVersion | None:
        """The version in force today, else the next one to begin; None where the plan has ended."""
        if self.ended(today):
            return None
        return self.version(today) or self.newest

    def known_date(self, version: PlanVersion) -> date:
        """The local date on which the plan became known."""
        return local_date(version.known, self.zone)

    def dates(self, first: date, last: date) -> Iterator[tuple[date, PlanVersion]]:
        """The dates of fixed recurrences from ``first`` to ``last``, oldest first, each with its version."""
        for version in self.versions:
            rule, start = recurrence_of(version)
            if rule is None:
                continue
            low, high = max(first, version.effective_from), _least(last, version.effective_until, version.plan.until)
            if low <= high:
                for day in dates(rule, start, low, high):
                    yield day, version

    def previous(self, before: date) -> tuple[date, PlanVersion] | None:
        """The last date of a fixed recurrence before ``before``."""
        for version in reversed(self.versions):
            rule, start = recurrence_of(version)
            top = _least(before - DAY, version.effective_until, version.plan.until)
            if rule is None or top < version.effective_from:
                continue
            day = previous_date(rule, start, top + DAY)
            if day is not None and day >= version.effective_from:
                return day, version
        return None

    def following(self, after: date) -> tuple[date, PlanVersion] | None:
        """The first date of a fixed recurrence after ``after`` that the plan really has."""
        for version in self.versions:
            rule, start = recurrence_of(version)
            if rule is None:
                continue
            day = next_date(rule, start, max(after, version.effective_from - DAY))
            if day is not None and day <= _least(date.max, version.effective_until, version.plan.until):
                return day, version
        return None

    def closes_on(self, day: date, version: PlanVersion) -> date | None:
        """The next own date after an occurrence, also past the plan's last date: when its window closes."""
        found = self.following(day)
        if found is not None:
            return found[0]
        rule, start = recurrence_of(version)
        return None if rule is None else next_date(endless(rule), start, day)

    @property
    def live(self) -> tuple[PlanVersion, ...]:
        """The versions since the plan was last taken out and put in again."""
        removals = [number for number, version in enumerate(self.versions[:-1], start=1) if version.removed]
        return self.versions[max(removals, default=0):]


def families_of(
    name: str, versions: tuple[PlanVersion, ...], catalogue: Catalogue, zone: ZoneInfo
) -> Iterator[Family]:
    """The families of a plan id, oldest first: another treatment under the same id ends what the id stood for."""
    runs = [tuple(run) for _, run in groupby(versions, key=lambda version: version.plan.treatment)]
    starts = [date.min, *(run[0].effective_from for run in runs[1:]), date.max]
    for number, run in enumerate(runs):
        kept = run if run is runs[-1] else (*run[:-1], replace(run[-1], removed=True))
        yield Family(name, catalogue[run[0].plan.treatment], kept, zone, (starts[number], starts[number + 1]))


def recurrence_of(version: PlanVersion) -> tuple[Rule | OnOff | None, date]:
    """The fixed recurrence of a plan and the date it counts from; None where dates depend on what happened."""
    plan = version.plan
    if isinstance(plan, TabletPlan):
        ahead = (plan.weekday - plan.start.weekday()) % 7
        return Rule(Freq.WEEKLY, byday=frozenset({plan.weekday})), plan.start + timedelta(days=ahead)
    if isinstance(plan, DosePlan):
        if plan.recurrence is None:
            return EVERY_DAY, plan.start
        if isinstance(plan.recurrence, Rule | OnOff):
            return plan.recurrence, plan.start
        return None, plan.start
    if isinstance(plan, GoalPlan):
        return EVERY_DAY, plan.start
    return None, plan.start


def _least(day: date, *others: date | None) -> date:
    return min([day, *(other for other in others if other is not None)])
