"""The agenda: what is on, what to remind now, when to look again. Pure and total."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime
from functools import partial
from zoneinfo import ZoneInfo

from osteoapp.core.checks import appointment_entries, check_entries, questions, review_entries
from osteoapp.core.context import Context, Entry, Repeats, utc
from osteoapp.core.cycles import cycle_entries
from osteoapp.core.doses import dose_entries
from osteoapp.core.family import Family
from osteoapp.core.goals import goal_entries
from osteoapp.core.history import History
from osteoapp.core.item import Agenda, Item, PlanFault, Question, Reminder, Running
from osteoapp.core.regimen import Regimen
from osteoapp.core.showing import showing
from osteoapp.core.stock import stock_entries
from osteoapp.core.strangers import told_entries
from osteoapp.core.tablets import tablet_entries
from osteoapp.core.treatment import (
    AppointmentRule,
    CheckRule,
    CycleRule,
    DoseRule,
    GoalRule,
    IntakeRule,
    Rule,
    UnknownRule,
)

Builder = Callable[[Context, Family], Iterator[Entry]]

BUILDERS: dict[type[Rule], Builder] = {
    IntakeRule: tablet_entries,
    CycleRule: cycle_entries,
    DoseRule: dose_entries,
    GoalRule: goal_entries,
    CheckRule: check_entries,
    AppointmentRule: appointment_entries,
}


# The rules whose items carry the local date of their occurrence.
DATED: frozenset[type[Rule]] = frozenset({IntakeRule, DoseRule, GoalRule})


def zone_of(regimen: Regimen, now: datetime) -> ZoneInfo:
    """The zone in force: the patient's, where set, else that of ``now``.

    Raises ValueError where ``now`` carries no zone with rules (a fixed offset is wrong next month).
    """
    if regimen.draft.patient.time_zone is not None:
        return ZoneInfo(regimen.draft.patient.time_zone)
    if not isinstance(now.tzinfo, ZoneInfo):
        raise ValueError("now needs a ZoneInfo")
    return now.tzinfo


def context(
    regimen: Regimen,
    history: History,
    now: datetime,
    *,
    dates: tuple[date, date] | None = None,
    running: Running | None = None,
    repeats: Repeats = Repeats(),
) -> Context:
    """The moment as the parts of the core see it; ``dates`` default to the local date of ``now``."""
    zone = zone_of(regimen, now)
    moment = utc(now)
    today = moment.astimezone(zone).date()
    first, last = dates if dates is not None else (today, today)
    return Context(regimen, history, moment, zone, first, last, running, repeats)


def agenda(
    regimen: Regimen,
    history: History,
    now: datetime,
    *,
    dates: tuple[date, date],
    running: Running | None = None,
    repeats: Repeats = Repeats(),
    whole: bool = True,
) -> Agenda:
    """Every open item, and the others whose local date of ``due`` lies in ``dates`` (inclusive).

    ``now`` is aware and carries the computer's zone. ``running`` is what remains of an upright half hour on a
    clock that counts sleep; without it the stored instant decides. ``repeats``: how often what has no answer is shown
    again. Nothing is read but the arguments. Where a plan cannot be worked out, that is raised; with ``whole`` false
    it stands in ``faults``, and the others go on.
    """
    ctx = context(regimen, history, now, dates=dates, running=running, repeats=repeats)
    found = assemble(ctx, entries(ctx))
    for one in found.faults if whole else ():
        raise one.fault
    return found


def assemble(ctx: Context, found: Iterable[Entry]) -> Agenda:
    """The agenda from its entries. Where one entry fails, its plan is among the faults and the others go on."""
    items: dict[str, Item] = {}
    reminders: list[Reminder] = []
    ahead: list[datetime] = []
    for entry in found:
        for reminder, following in ctx.tried(entry.item.plan, partial(_shown, ctx, entry)):
            if reminder is not None:
                reminders.append(reminder)
            if following is not None:
                ahead.append(following)
        ahead += entry.changes
        if entry.item.open or ctx.first <= ctx.day_of(entry.item.due) <= ctx.last:
            items[entry.item.id] = entry.item
    asked: list[Question] = []
    for family in ctx.families:
        ahead += ctx.tried(family.id, partial(_plan_changes, ctx, family))
        asked += ctx.tried(family.id, partial(questions, ctx, family))
    return Agenda(
        now=ctx.now,
        items=tuple(sorted(items.values(), key=_order)),
        remind=tuple(sorted(reminders, key=lambda reminder: _order(reminder.item))),
        wake_at=min((moment for moment in ahead if moment > ctx.now), default=None),
        questions=tuple(asked),
        faults=tuple(PlanFault(plan, fault) for plan, fault in ctx.broken.items()),
    )


def _shown(ctx: Context, entry: Entry) -> list[tuple[Reminder | None, datetime | None]]:
    return [showing(ctx, entry)]


def entries(ctx: Context) -> Iterator[Entry]:
    """Everything about every plan that can be open, listed, or next. What cannot be worked out is ``ctx.broken``."""
    for family in ctx.all_families:
        yield from ctx.tried(family.id, partial(family_entries, ctx, family))


def family_entries(ctx: Context, family: Family) -> Iterator[Entry]:
    """Everything about one plan.

    Until another treatment that takes over the id of a plan begins, only what has a date of its own is the new one's:
    a cycle, a check or a review of that day still belongs to the old one.
    """
    kind = type(family.treatment.rule)
    if kind is UnknownRule:
        yield from told_entries(ctx, family)
        return
    begun = family.span[0] <= ctx.today
    if begun or kind in DATED:
        yield from BUILDERS[kind](ctx, family)
    if begun:
        yield from review_entries(ctx, family)
        yield from stock_entries(ctx, family)


def _plan_changes(ctx: Context, family: Family) -> Iterator[datetime]:
    """When another version of a plan begins, or the plan is over."""
    for version in family.versions:
        yield ctx.midnight(version.effective_from)
        for last in (version.effective_until, version.plan.until):
            if last is not None and last >= ctx.today:
                yield ctx.end_of(last)


def _order(item: Item) -> tuple[datetime, str]:
    return item.due, item.id
