"""How many units of a medicine are left, when they run out, and the one reminder ahead of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from itertools import islice

from osteoapp.core.context import Context, Entry
from osteoapp.core.events import Counted, Taken
from osteoapp.core.family import Family, recurrence_of
from osteoapp.core.item import ItemId
from osteoapp.core.recurrence import DAY, dates
from osteoapp.core.regimen import DosePlan, PlanVersion
from osteoapp.core.steps import task
from osteoapp.core.tablets import tablet_time

STEP = "fetch"
LONGEST_FORECAST = timedelta(days=1100)


def units_left(ctx: Context, family: Family, version: PlanVersion) -> int | None:
    """What is left of what was counted last, or noted in the plan, after the doses since; never below 0; None: neither.

    A dose that was taken before the count is not in the box any more, whenever it was noted.
    """
    plan = version.plan
    counts = standing_counts(ctx, family, version)
    if counts:
        last = counts[-1]
        taken = ctx.history.taken_between(family.id, last.local_date - DAY, ctx.today)
        used = sum(_after(event, last) for event in taken)
        return max(last.amount - used * plan.stock_per_dose, 0)
    if plan.stock is None:
        return None
    since = _noted_at(ctx, family, version)
    taken = ctx.history.taken_between(family.id, ctx.day_of(since) - DAY, ctx.today)
    used = sum(event.recorded >= since for event in taken)
    return max(plan.stock - used * plan.stock_per_dose, 0)


def _after(event: Taken, last: Counted) -> bool:
    return event.at > last.at if event.on is None else event.on > last.local_date


def _noted_at(ctx: Context, family: Family, version: PlanVersion) -> datetime:
    """When the plan noted its stock."""
    return max(version.known, ctx.midnight(noted_from(family, version)))


def standing_counts(ctx: Context, family: Family, version: PlanVersion) -> list[Counted]:
    """The counts that hold: a stock noted in the plan after them takes their place."""
    since = version.known if version.plan.stock is None else _noted_at(ctx, family, version)
    return [event for event in ctx.history.counted(family.id) if event.recorded >= since]


def noted_from(family: Family, version: PlanVersion) -> date:
    """The first local date of the version that noted this stock: another change of the plan fills no box."""
    first = version
    for other in reversed(family.live):
        if other.effective_from < first.effective_from:
            if other.plan.stock != version.plan.stock:
                break
            first = other
    return first.effective_from


def runs_out_on(ctx: Context, family: Family, version: PlanVersion) -> date | None:
    """The first local date whose doses the stock no longer covers; None: not noted, or not in three years."""
    left = units_left(ctx, family, version)
    rule, start = recurrence_of(version)
    if left is None or rule is None:
        return None
    doses = left // version.plan.stock_per_dose
    times = version.plan.times if isinstance(version.plan, DosePlan) else (tablet_time(version),)
    days = _open_days(ctx, family, version, dates(rule, start, ctx.today, ctx.today + LONGEST_FORECAST), times)
    return next(islice(days, doses // max(len(times), 1), None), None)


def _open_days(
    ctx: Context, family: Family, version: PlanVersion, days: Iterator[date], times: tuple[time, ...]
) -> Iterator[date]:
    """The dates whose doses are still to come: not those taken today, nor those before the plan became known."""
    taken = {ItemId.parse(event.item).date for event in ctx.history.taken_between(family.id, ctx.today, ctx.today)}
    known = version.known
    return (day for day in days if day not in taken and any(ctx.at(day, when) >= known for when in times))


def stock_entries(ctx: Context, family: Family) -> Iterator[Entry]:
    """One task ahead of the day on which the stock runs out; closed until the plan notes a new stock."""
    version = family.current(ctx.today)
    if version is None:
        return
    counts = standing_counts(ctx, family, version)
    if version.plan.stock is None and not counts:
        return
    out = runs_out_on(ctx, family, version)
    if out is None or (version.plan.until is not None and out > version.plan.until):
        return
    # One reminder for each box: a number that is only put right asks nothing again.
    boxes = [event.local_date for event in counts if event.added]
    noted = boxes[-1] if boxes else counts[0].local_date if version.plan.stock is None else noted_from(family, version)
    known = max(version.known, counts[-1].recorded) if counts else version.known
    warn = max(out - timedelta(days=version.plan.stock_warn_days), ctx.day_of(known), noted)
    planned = ctx.at(warn, version.day.office)
    if planned < known:
        planned = ctx.at(warn + DAY, version.day.office)
    entry = task(ctx, family, ItemId(family.id, noted, STEP), planned, planned, 1)
    # A date that passes without its dose moves the forecast.
    entry.changes.append(ctx.end_of(ctx.today))
    yield entry
