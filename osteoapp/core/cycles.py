"""Injections and infusions: the running cycle, its steps, its levels, the aftercare (B3, B4, C15–C20, C27)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from itertools import takewhile

from osteoapp.core.context import Context, Entry, Mark
from osteoapp.core.events import Booked, Given, Reason, Skipped, Snoozed
from osteoapp.core.family import Family
from osteoapp.core.item import Item, ItemId, Kind, Notice, Status
from osteoapp.core.recurrence import DAY, add_months
from osteoapp.core.regimen import CyclePlan, PlanVersion
from osteoapp.core.steps import EVER, informational, periodic, snoozed, task
from osteoapp.core.treatment import CycleRule, DayTime, StepRule

LONGEST_SNOOZE_WHEN_URGENT = timedelta(hours=24)
BOOK = "book"


@dataclass(frozen=True, slots=True)
class Cycle:
    """One round from the last time it was given to the next: ``due`` is the planned date, ``anchor`` the last one."""

    family: Family
    version: PlanVersion
    rule: CycleRule
    due: date
    anchor: date | None
    given: Given | None = None

    def item(self, step: str) -> ItemId:
        return ItemId(self.family.id, self.due, step)

    @property
    def urgent_from(self) -> date | None:
        """The first date of level 3; it never moves with an appointment (C16)."""
        if self.anchor is None or self.rule.urgent_after_days is None or self.rule.urgent_after_months is None:
            return None
        by_days = self.due + timedelta(days=self.rule.urgent_after_days)
        return min(by_days, add_months(self.anchor, self.rule.urgent_after_months))


def last_given(ctx: Context, family: Family, plan: CyclePlan) -> date | None:
    """The later of the plan's own date and the recorded ones."""
    rule = family.treatment.rule
    assert isinstance(rule, CycleRule)
    recorded = [event.on for _, event in ctx.history.closings(family.id, rule.event_step, Given)]
    known = [plan.last_given] if plan.last_given is not None else []
    return max([*recorded, *known], default=None)


def running_cycle(ctx: Context, family: Family) -> Cycle | None:
    """The cycle that is open; None where the date is unknown or the plan has ended."""
    version, rule = family.current(ctx.today), family.treatment.rule
    if version is None or not isinstance(rule, CycleRule):
        return None
    plan = version.plan
    assert isinstance(plan, CyclePlan)
    anchor = last_given(ctx, family, plan)
    due = add_months(anchor, rule.months) if anchor is not None else plan.first_due
    ended = due is None or due > (plan.until or date.max) or ctx.today > (plan.until or date.max)
    return None if due is None or ended else Cycle(family, version, rule, due, anchor)


def later_dates(ctx: Context, family: Family, last: date) -> Iterator[date]:
    """The dates up to ``last`` of the cycles after the running one, if each is given on its day: a forecast."""
    cycle = running_cycle(ctx, family)
    if cycle is None:
        return
    day = max(ctx.day_of(due_of(ctx, cycle)), ctx.today)
    while (day := add_months(day, cycle.rule.months)) <= min(last, cycle.version.plan.until or date.max):
        yield day


def closed_cycles(ctx: Context, family: Family) -> Iterator[Cycle]:
    """The cycles that ended with a recorded date, latest first."""
    rule = family.treatment.rule
    assert isinstance(rule, CycleRule)
    for item, event in ctx.history.closings(family.id, rule.event_step, Given):
        yield Cycle(family, family.version(event.on) or family.newest, rule, item.date, None, event)


def booked(ctx: Context, cycle: Cycle) -> Booked | None:
    """The appointment noted last for a cycle, on its own item or on the step that asks for it."""
    found = [
        event
        for step in (cycle.rule.event_step, BOOK)
        for event in ctx.history.of(cycle.item(step), Booked)
    ]
    found.sort(key=lambda event: event.recorded)  # of two at one moment the one written later counts
    return found[-1] if found else None


def due_of(ctx: Context, cycle: Cycle) -> datetime:
    """When it is due: the appointment, else office time on the planned date."""
    appointment = booked(ctx, cycle)
    if appointment is None:
        return _office(ctx, cycle, cycle.due)
    return ctx.at(appointment.appointment.date(), appointment.appointment.time())


def gap_differs(ctx: Context, cycle: Cycle, on: date) -> bool:
    """Whether a given date lies so long before the due date that the practice should be asked (C18)."""
    if cycle.rule.early_days is None:
        return False
    return (ctx.day_of(due_of(ctx, cycle)) - on).days > cycle.rule.early_days


def cycle_entries(ctx: Context, family: Family) -> Iterator[Entry]:
    """The running cycle with its steps, the aftercare, and closed cycles in the range."""
    cycle = running_cycle(ctx, family)
    if cycle is not None:
        yield _event_entry(ctx, cycle)
        yield from _steps(ctx, cycle)
    else:
        asking = _ask_for_date(ctx, family)
        if asking is not None:
            yield asking
    yield from _aftercare(ctx, family)
    # Nothing of a cycle comes after its planned date: one from before the range has nothing in it.
    for closed in takewhile(lambda cycle: cycle.due >= ctx.first, closed_cycles(ctx, family)):
        assert closed.given is not None
        if family.owns(closed.given.local_date):
            yield from _closed(ctx, closed)


def _office(ctx: Context, cycle: Cycle, day: date) -> datetime:
    return ctx.at(day, cycle.version.day.office)


def _item(cycle: Cycle, step: str, kind: Kind, planned: datetime) -> Item:
    return Item(
        id=str(cycle.item(step)), plan=cycle.family.id, treatment=cycle.family.treatment.id, date=cycle.due,
        step=step, kind=kind, planned=planned, due=planned, status=Status.UPCOMING, since=cycle.anchor,
    )


def level(ctx: Context, cycle: Cycle, due: datetime) -> int:
    """1 until due, 2 from the day after, 3 from the date on which the practice should be called (B4, C16)."""
    if cycle.urgent_from is not None and ctx.today >= cycle.urgent_from:
        return 3
    return 2 if ctx.today > ctx.day_of(due) else 1


def _event_entry(ctx: Context, cycle: Cycle) -> Entry:
    planned = _office(ctx, cycle, cycle.due)
    appointment = booked(ctx, cycle)
    due = due_of(ctx, cycle)
    ahead = appointment is not None and ctx.now < due
    rank = level(ctx, cycle, due)
    item = replace(
        _item(cycle, cycle.rule.event_step, Kind.APPOINTMENT, planned),
        due=due, level=rank, appointment=None if appointment is None else appointment.appointment,
        notices=_notices(rank, ahead),
    )
    entry = Entry(item, due, changes=[due, ctx.end_of(ctx.day_of(due))])
    if cycle.urgent_from is not None:
        entry.changes.append(ctx.midnight(cycle.urgent_from))
    if ctx.now < due:
        return _upcoming(ctx, cycle, entry, ahead=ahead)
    overdue = ctx.today > ctx.day_of(due)
    entry.item = replace(item, status=Status.OVERDUE if overdue else Status.DUE)
    entry.in_quiet = ctx.is_quiet(due)
    entry.marks = _marks(ctx, cycle, due, appointment is not None)
    return snoozed(ctx, entry, _snooze_end(ctx, cycle, entry))


def _notices(rank: int, ahead: bool) -> tuple[Notice, ...]:
    if rank < 3:
        return ()
    return (Notice.LATE_APPOINTMENT,) if ahead else (Notice.CALL_PRACTICE_TODAY,)


def _upcoming(ctx: Context, cycle: Cycle, entry: Entry, *, ahead: bool) -> Entry:
    """With an appointment ahead nothing is shown, save once when level 3 begins."""
    urgent = cycle.urgent_from
    if ahead and urgent is not None:
        entry.base = _office(ctx, cycle, urgent)
        entry.marks = [Mark(entry.base, Reason.DUE)]
    return entry


def _marks(ctx: Context, cycle: Cycle, due: datetime, by_appointment: bool) -> list[Mark]:
    """At its time; the evening of an appointment; then daily or weekly, and daily once urgent."""
    day = ctx.day_of(due)
    marks = [Mark(due, Reason.DUE)]
    if by_appointment:  # one that lies in the evening itself is later than this mark, and silences it
        marks.append(Mark(ctx.at(day, cycle.version.day.evening), Reason.REPEAT))
    urgent = cycle.urgent_from
    every = 1 if urgent is not None and ctx.today >= urgent else cycle.rule.late_every_days
    return marks + periodic(ctx, day + DAY, every, lambda on: _office(ctx, cycle, on))


def _snooze_end(ctx: Context, cycle: Cycle, entry: Entry) -> datetime | None:
    """A snooze ends at the latest at wake time of the level-3 date; in level 3 after 24 hours."""
    given = ctx.snooze(entry.item.id, EVER)
    if given is None or cycle.urgent_from is None:
        return given
    return min(given, snooze_cap(ctx, cycle, _snoozed_at(ctx, entry)))


def _snoozed_at(ctx: Context, entry: Entry) -> datetime:
    return [event for event in ctx.history.of(entry.item.id, Snoozed) if event.at <= ctx.now][-1].at


def snooze_cap(ctx: Context, cycle: Cycle, at: datetime) -> datetime:
    """The latest end of a snooze given at an instant, where the cycle has a level 3."""
    assert cycle.urgent_from is not None
    urgent = ctx.at(cycle.urgent_from, cycle.version.day.wake)
    return urgent if at < urgent else at + LONGEST_SNOOZE_WHEN_URGENT


def _ask_for_date(ctx: Context, family: Family) -> Entry | None:
    """The date of the last one is not known: a task to ask for it, no invented date."""
    version = family.current(ctx.today)
    if version is None or not isinstance(version.plan, CyclePlan) or not version.plan.unknown:
        return None
    day = max(ctx.day_of(version.known), version.plan.start)
    if ctx.at(day, version.day.office) < version.known:
        day += DAY
    planned = ctx.at(day, version.day.office)
    return task(ctx, family, ItemId(family.id, day, "check"), planned, planned, 1)


def step_day(cycle: Cycle, step: StepRule, appointment: Booked | None) -> date:
    """The local date of a step: counted back from the planned date, or from the appointment it follows."""
    follows = appointment is not None and step.follows_appointment
    day = appointment.appointment.date() if follows and appointment is not None else cycle.due
    return day - timedelta(days=step.days_before)


def _step_at(ctx: Context, cycle: Cycle, step: StepRule, day: date) -> datetime:
    times = cycle.version.day
    when = {DayTime.WAKE: times.wake, DayTime.EVENING: times.evening, DayTime.OFFICE: times.office}[step.at]
    return ctx.at(day, when)


def _steps(ctx: Context, cycle: Cycle) -> Iterator[Entry]:
    appointment = booked(ctx, cycle)
    made = _made_tasks(ctx, cycle)
    for step in cycle.rule.steps:
        planned = _step_at(ctx, cycle, step, step_day(cycle, step, None))
        due = _step_at(ctx, cycle, step, step_day(cycle, step, appointment))
        if step.informational:
            if due >= cycle.version.known:
                entry = informational(ctx, cycle.family, cycle.item(step.step), Kind.HEADS_UP, due, planned)
                if entry is not None:
                    yield entry
        elif step.step in made:
            closed = Status.DONE if step.step == BOOK and appointment is not None else None
            yield task(ctx, cycle.family, cycle.item(step.step), planned, due, 1, closed=closed)


def _made_tasks(ctx: Context, cycle: Cycle) -> set[str]:
    """Of the tasks whose date passed before the plan became known only the latest, none once all is past due."""
    known = cycle.family.known_date(cycle.version)
    tasks = [(step_day(cycle, step, None), step.step) for step in cycle.rule.steps if not step.informational]
    passed = [entry for entry in tasks if entry[0] < known]
    kept = {step for day, step in tasks if day >= known}
    if passed and known <= cycle.due:
        kept.add(max(passed)[1])
    answered = {step for _, step in tasks if ctx.history.answers(cycle.item(step))}
    return kept | answered


def _aftercare(ctx: Context, family: Family) -> Iterator[Entry]:
    rule, version = family.treatment.rule, family.current(ctx.today)
    assert isinstance(rule, CycleRule)
    if version is None:
        return
    plan = version.plan
    assert isinstance(plan, CyclePlan)
    known = [(event.on, item.date) for item, event in ctx.history.closings(family.id, rule.event_step, Given)]
    if plan.last_given is not None:
        known.append((plan.last_given, plan.last_given))
    if not known:
        return
    given, cycle_date = max(known, key=lambda pair: pair[0])  # of one day the cycle that was closed with it
    for number in rule.aftercare_days:
        at = ctx.at(given + timedelta(days=number), version.day.evening)
        if at < version.known:
            continue
        entry = informational(ctx, family, ItemId(family.id, cycle_date, f"aftercare-{number}"), Kind.AFTERCARE, at)
        if entry is not None:
            yield entry


def _closed(ctx: Context, cycle: Cycle) -> Iterator[Entry]:
    """A cycle that was closed: the day itself and the steps that were open then, all done."""
    assert cycle.given is not None
    planned = _office(ctx, cycle, cycle.due)
    notices = (Notice.DATE_DIFFERS,) if gap_differs(ctx, cycle, cycle.given.on) else ()
    item = _item(cycle, cycle.rule.event_step, Kind.APPOINTMENT, planned)
    yield Entry(replace(item, status=Status.DONE, notices=notices), planned)
    made = _made_tasks(ctx, cycle)
    for step in cycle.rule.steps:
        at = _step_at(ctx, cycle, step, step_day(cycle, step, None))
        said = ctx.history.answers(cycle.item(step.step))
        was_open = step.step in made and ctx.day_of(at) <= cycle.given.on
        if not step.informational and (said or was_open):
            skipped = any(isinstance(event, Skipped) for event in said)
            item = _item(cycle, step.step, Kind.TASK, at)
            yield Entry(replace(item, status=Status.SKIPPED if skipped else Status.DONE), at)
