"""Dates that depend on what happened: counted from the local date last taken."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from osteoapp.core.context import Context
from osteoapp.core.events import Event, Skipped, Taken
from osteoapp.core.family import Family
from osteoapp.core.item import ItemId
from osteoapp.core.recurrence import DAY, FromLastTaken, add_period
from osteoapp.core.regimen import DosePlan, PlanVersion


def chain_dates(ctx: Context, family: Family, period: FromLastTaken) -> Iterator[tuple[date, PlanVersion]]:
    """The answered dates in the range, then the one that is open or comes next."""
    version = family.current(ctx.today) or family.newest
    plan = version.plan
    if not isinstance(plan, DosePlan):
        return
    answered = _answered(ctx, family)
    low = ctx.first - timedelta(days=1)
    newest: date | None = None
    for day, _ in answered:
        if newest is None:
            newest = day
        if day < low:
            break
        if day <= ctx.last and day != newest:
            yield day, family.version(day) or version
    open_day = _open_date(ctx, version, plan, period, answered)
    if newest is not None and newest != open_day:
        yield newest, family.version(newest) or version
    if open_day <= (version.effective_until or date.max) and open_day <= (plan.until or date.max):
        yield open_day, version


def _answered(ctx: Context, family: Family) -> list[tuple[date, list[Event]]]:
    """The item dates with a taken or skipped dose, latest first, each with its answers; only as far as needed."""
    found: list[tuple[date, list[Event]]] = []
    for item, event in ctx.history.closings(family.id, "dose", Event):
        if not isinstance(event, Taken | Skipped):
            continue
        if not found or found[-1][0] != item.date:
            if len(found) > 1 and found[-1][0] < ctx.first - DAY:
                break
            found.append((item.date, []))
        found[-1][1].append(event)
    return found


def _open_date(
    ctx: Context, version: PlanVersion, plan: DosePlan, period: FromLastTaken,
    answered: list[tuple[date, list[Event]]],
) -> date:
    if not answered:
        day = _first_date(ctx, version, plan)
    else:
        newest, events = answered[0]
        slots = {ItemId.parse(event.item).step for event in events}
        made = sum(ctx.at(newest, when) >= version.known for when in plan.times)
        if len(slots) < made and newest >= version.effective_from:
            return newest
        taken = [event.local_date for event in events if isinstance(event, Taken)]
        day = max(add_period(max(taken, default=newest), period), version.effective_from)
    while ctx.regimen.paused(day) is not None:
        day = add_period(day, period)
    return day


def _first_date(ctx: Context, version: PlanVersion, plan: DosePlan) -> date:
    """The first local date that has a planned time not before the plan became known."""
    day = max(plan.start, version.effective_from, ctx.day_of(version.known))
    return day if any(ctx.at(day, when) >= version.known for when in plan.times) else day + DAY
