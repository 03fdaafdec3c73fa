"""What a range of days holds, read from the program once, and sorted to its days. Pure but for the reading."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Final

from osteoapp import words
from osteoapp.core.counts import Occasion, Outcome, PlanCounts
from osteoapp.core.item import INFORMATIONAL, Item, Kind, Status
from osteoapp.core.treatment import CycleRule
from osteoapp.i18n import translate
from osteoapp.ui.calendar.marks import ICONS, Mark, State, is_daily, mark_of, short_name, state_of, state_words
from osteoapp.ui.past import Forecast, RunOut
from osteoapp.ui.ports import Port
from osteoapp.ui.snapshot import language
from osteoapp.ui.views import Snapshot
from osteoapp.ui.wording import ICONS as TREATMENT_ICONS

DAY: Final = timedelta(days=1)
_TAKEN: Final = (Outcome.ON_TIME, Outcome.LATE)
_SETTLED: Final = (*_TAKEN, Outcome.SKIPPED, Outcome.MISSED, Outcome.OFF)


@dataclass(frozen=True)
class Looked:
    """A range of days: its items, how they were counted, and what lies ahead."""

    snap: Snapshot
    first: date
    last: date
    counts: tuple[PlanCounts, ...] = ()
    forecasts: tuple[Forecast, ...] = ()
    run_outs: tuple[RunOut, ...] = ()
    noted: frozenset[date] = frozenset()
    items: Mapping[date, tuple[Item, ...]] = field(default_factory=dict)
    occasions: Mapping[str, Occasion] = field(default_factory=dict)

    def state(self, item: Item) -> State:
        return state_of(item, self.occasions.get(item.id))

    def daily(self, item: Item) -> bool:
        """Whether it is one of the things of every day; how often it comes is a rule's to say."""
        return item.treatment in self.snap.regimen.catalogue and is_daily(self.snap.plan(item))

    def marks(self, day: date) -> tuple[Mark, ...]:
        """The marks of a day: what is particular to it first, then how its daily doses went."""
        doses = [self._mark(item) for item in self.special(day) if item.kind is Kind.DOSE]
        daily = self._daily_mark(day)
        return (*doses, *self.dated(day), *([daily] if daily is not None else []))

    def dated(self, day: date) -> tuple[Mark, ...]:
        """What has this date of its own: appointments, tasks, what was given, what lies far ahead, what runs out."""
        found = [self._mark(item) for item in self.special(day) if item.kind is not Kind.DOSE]
        found += self._given(day)
        found += [self._ahead(one) for one in self.forecasts if one.day == day]
        found += [self._out(one) for one in self.run_outs if one.day == day]
        return tuple(found)

    def _mark(self, item: Item) -> Mark:
        return mark_of(self.snap, item, self.state(item))

    def special(self, day: date) -> list[Item]:
        """The items of a day that are not those of every day; of what was given the date is told by the counts."""
        return [
            item
            for item in self.items.get(day, ())
            if item.kind not in INFORMATIONAL
            and not self.daily(item)
            and not (item.status is Status.DONE and self._is_event(item))
        ]

    def _is_event(self, item: Item) -> bool:
        rule = self.snap.treatment(item).rule
        return isinstance(rule, CycleRule) and item.step == rule.event_step

    def _given(self, day: date) -> list[Mark]:
        found = []
        for one in self.counts:
            if any(given.on == day for given in one.given):
                word = short_name(one.treatment.id, one.plan)
                said = translate("Calendar", "{what} gegeven").format(what=words.plan_title(one.plan, self.snap.lang))
                own = TREATMENT_ICONS.get(one.treatment.id)
                found.append(Mark(State.TAKEN, ICONS[State.TAKEN], word, said, thing=own))
        return found

    def _ahead(self, one: Forecast) -> Mark:
        plan = self.snap.regimen.plan(one.plan, one.day)
        title = words.plan_title(plan, self.snap.lang) if plan is not None else one.plan
        said = f"{title}, {state_words(State.FORECAST, dose=False)}"
        icon = TREATMENT_ICONS.get(one.treatment, "calendar-check")
        return Mark(State.FORECAST, icon, short_name(one.treatment, plan), said)

    def _out(self, one: RunOut) -> Mark:
        plan = self.snap.regimen.plan(one.plan, one.day)
        title = words.plan_title(plan, self.snap.lang) if plan is not None else one.plan
        said = translate("Calendar", "voorraad op: {what}").format(what=title)
        return Mark(State.RUN_OUT, ICONS[State.RUN_OUT], translate("Calendar", "Op"), said)

    def daily_doses(self, day: date) -> tuple[int, int]:
        """How many of the daily doses of a day were taken, and how many are settled."""
        found = [self.occasions[item.id].outcome for item in self._daily(day) if item.id in self.occasions]
        return sum(one in _TAKEN for one in found), sum(one in _SETTLED for one in found)

    def _daily_mark(self, day: date) -> Mark | None:
        taken, settled = self.daily_doses(day)
        planned = settled + self._to_come(day)
        if not settled:
            return None
        if planned == 1:
            return self._only(day)
        said = translate("Calendar", "van elke dag {taken} van {settled} genomen")
        said = said.format(taken=taken, settled=planned)
        word = translate("Calendar", "{taken} van {settled}").format(taken=taken, settled=planned)
        state = State.TAKEN if taken == settled else State.MISSED
        return Mark(state, ICONS[state], word.replace(" ", "\u00a0"), said, quiet=state is State.TAKEN)

    def _to_come(self, day: date) -> int:
        """How many of the daily doses of a day may still be taken."""
        return sum(self.state(item) in (State.OPEN, State.COMING) for item in self._daily(day))

    def _daily(self, day: date) -> list[Item]:
        """The doses of a day that are among the things of every day."""
        return [item for item in self.items.get(day, ()) if item.kind is Kind.DOSE and self.daily(item)]

    def _only(self, day: date) -> Mark:
        """The one daily dose of a day, by its name."""
        doses = [item for item in self._daily(day) if item.id in self.occasions]
        item = next(item for item in doses if self.occasions[item.id].outcome in _SETTLED)
        return replace(self._mark(item), quiet=self.state(item) is State.TAKEN)


def look(port: Port, first: date, last: date) -> Looked:
    """Everything about a range of local dates, both inclusive."""
    past, now = port.past, port.now()
    found = past.between(first, last)
    snap = Snapshot(found, port.regimen(), now, language(port))
    counts = past.counts(first, min(last, now.date())) if first <= now.date() else ()
    items: dict[date, list[Item]] = {}
    for item in found.items:
        items.setdefault(day_of(snap, item), []).append(item)
    return Looked(
        snap=snap,
        first=first,
        last=last,
        counts=counts,
        forecasts=past.forecasts(first, last) if last >= now.date() else (),
        run_outs=past.run_outs(first, last) if last >= now.date() else (),
        noted=past.days_with_notes(first, min(last, now.date())),
        items={day: tuple(sorted(listed, key=lambda item: (item.due, item.id))) for day, listed in items.items()},
        occasions={one.item: one for plan in counts for one in plan.occasions},
    )


def day_of(snap: Snapshot, item: Item) -> date:
    """The day on which an item stands: its own once it is settled, that of its moment while it is not.

    What is open since a day gone by stands on its own day; what lies ahead on the day on which it is due.
    """
    if item.kind is Kind.DOSE and item.status is not Status.UPCOMING:
        return item.date
    return snap.local(item.due).date()


def month_of(day: date) -> date:
    """The first of a month."""
    return day.replace(day=1)


def next_month(day: date, by: int = 1) -> date:
    """The first of the month so many months on."""
    year, month = divmod(day.year * 12 + day.month - 1 + by, 12)
    return date(year, month + 1, 1)
