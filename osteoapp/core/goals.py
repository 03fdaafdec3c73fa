"""Goals of the day: counted, nudged, never scolded (B6, B7, F60, F82)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time

from osteoapp.core import holds
from osteoapp.core.context import Context, Entry, Mark
from osteoapp.core.events import Reason
from osteoapp.core.family import Family
from osteoapp.core.item import Item, ItemId, Kind, Progress, Status
from osteoapp.core.regimen import GoalPlan, PlanVersion
from osteoapp.core.treatment import GoalRule

STEP = "goal"


def goal_entries(ctx: Context, family: Family) -> Iterator[Entry]:
    """The goal of each date in the range, of today, and of the date that comes next."""
    spans = ctx.spans()
    for first, last in spans:
        for day, version in family.dates(first, last):
            # What was counted stays counted, also where a flight east moves the moment of set-up to the next date.
            if day >= family.known_date(version) or ctx.history.amount(family.id, day):
                yield _entry(ctx, family, version, day)
    following = family.following(spans[-1][1])
    if following is not None:
        yield _entry(ctx, family, following[1], following[0])


def _entry(ctx: Context, family: Family, version: PlanVersion, day: date) -> Entry:
    plan, rule = version.plan, family.treatment.rule
    assert isinstance(plan, GoalPlan)
    assert isinstance(rule, GoalRule)
    planned = ctx.at(day, plan.times[0] if plan.times else time(0))
    value = ctx.history.amount(family.id, day)
    item = Item(
        id=str(ItemId(family.id, day, STEP)), plan=family.id, treatment=family.treatment.id, date=day, step=STEP,
        kind=Kind.GOAL, planned=planned, due=planned, status=Status.UPCOMING,
        progress=Progress(value, plan.target, rule.unit),
    )
    over = [ctx.end_of(day)]
    if value >= plan.target:
        return Entry(replace(item, status=Status.DONE), planned, changes=over)
    if ctx.regimen.paused(day) is not None:
        return Entry(replace(item, status=Status.SKIPPED, pause=True), planned, changes=over)
    if ctx.today > day:
        return Entry(replace(item, status=Status.MISSED), planned)
    # As with a dose, no nudge is made for a time before the plan became known.
    times = tuple(when for when in plan.times if ctx.at(day, when) >= version.known)
    return _open(ctx, replace(plan, times=times), rule, item, day)


def _open(ctx: Context, plan: GoalPlan, rule: GoalRule, item: Item, day: date) -> Entry:
    held = holds.hold(ctx, item.planned, day, rule.waiting)
    entry = Entry(replace(item, due=held.due), item.planned)
    entry.changes = [item.planned, *held.changes, ctx.end_of(day)]
    if ctx.now < held.due:
        if held.held_by is not None:
            entry.item = replace(entry.item, status=Status.HELD, held_by=held.held_by)
        return entry
    entry.item = replace(entry.item, status=Status.DUE)
    entry.marks = [_nudge(ctx, rule, day, when) for when in plan.times]
    return entry


def _nudge(ctx: Context, rule: GoalRule, day: date, when: time) -> Mark:
    """A nudge at one of the plan's times, or when what it waits for is over."""
    planned = ctx.at(day, when)
    due = holds.hold(ctx, planned, day, rule.waiting).due
    return Mark(due, Reason.RELEASED if due > planned else Reason.REPEAT)
