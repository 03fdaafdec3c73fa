"""Dates that depend on what happened: counted from the local date last taken."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import groupby

from osteoapp.core.context import Context
from osteoapp.core.events import Event, Skipped, Taken
from osteoapp.core.family import Family
from osteoapp.core.item import ItemId
from osteoapp.core.recurrence import DAY, FromLastTaken, Unit, add_period
from osteoapp.core.regimen import DosePlan, PlanVersion

Answered = list[tuple[date, list[Event]]]


def chained(version: PlanVersion) -> tuple[DosePlan, FromLastTaken] | None:
    """The plan and the period of a version that counts from the date last taken; None for every other one."""
    plan = version.plan
    if isinstance(plan, DosePlan) and isinstance(plan.recurrence, FromLastTaken):
        return plan, plan.recurrence
    return None


def chain_dates(ctx: Context, family: Family) -> Iterator[tuple[date, PlanVersion]]:
    """The answered and the paused dates in the range, and the one that is open or comes next."""
    answered = _answered(ctx, family)
    ahead = list(_ahead(ctx, family, answered))
    coming = {day for day, _ in ahead}
    for day, _ in answered:
        version = family.version(day) or family.newest
        listed = ctx.first <= day <= ctx.last and day not in coming
        if listed and family.owns(day) and chained(version) is not None:
            yield day, version
    yield from ahead


def _answered(ctx: Context, family: Family) -> Answered:
    """The item dates with a taken or skipped dose, latest first, each with its answers: the last, and the range."""
    closings = ctx.history.closings(family.id, "dose", Event)
    said = ((item.date, event) for item, event in closings if isinstance(event, Taken | Skipped))
    found: Answered = []
    for day, answers in groupby(said, key=lambda pair: pair[0]):
        if found and day < ctx.first:
            break
        found.append((day, [event for _, event in answers]))
    return found


def _ahead(ctx: Context, family: Family, answered: Answered) -> Iterator[tuple[date, PlanVersion]]:
    """The date that is open or comes next, under the version that governs it, and what is paused and near before it.

    While one is open there is no next: a change of the plan leaves it to the version of its own date.
    """
    for version in family.live:
        found = chained(version)
        if found is None:
            continue
        plan, period = found
        last = min(version.effective_until or date.max, plan.until or date.max)
        day = _first_unanswered(ctx, version, plan, period, answered)
        while day <= last and (pause := ctx.regimen.paused(day)) is not None:
            if _near(ctx, day):
                yield day, version
            following = _after(day, period, _quiet_until(ctx, day, min(pause.last, last)))
            if following is None:
                break
            day = following
        if day <= last and ctx.regimen.paused(day) is None:
            yield day, version
            return


def _near(ctx: Context, day: date) -> bool:
    return any(first <= day <= last for first, last in ctx.spans())


def _quiet_until(ctx: Context, day: date, last: date) -> date:
    """Up to where a pause has no date that is near; a pause may last for centuries by a slip of the hand."""
    if _near(ctx, day):
        return day
    return min([last, *(first - DAY for first, _ in ctx.spans() if first > day)])


def _after(day: date, period: FromLastTaken, beyond: date) -> date | None:
    """The first date of the rhythm after a date and after another; None where the calendar ends before it."""
    try:
        if period.unit in (Unit.DAYS, Unit.WEEKS):
            length = (add_period(day, period) - day).days
            return day + ((beyond - day).days // length + 1) * length * DAY
        day = add_period(day, period)
        while day <= beyond:
            day = add_period(day, period)
    except (OverflowError, ValueError):
        return None
    return day


def _first_unanswered(
    ctx: Context, version: PlanVersion, plan: DosePlan, period: FromLastTaken, answered: Answered
) -> date:
    if not answered:
        return _first_date(ctx, version, plan)
    newest, events = answered[0]
    slots = {ItemId.parse(event.item).step for event in events}
    made = sum(ctx.at(newest, when) >= version.known for when in plan.times)
    if len(slots) < made and version.covers(newest):
        return newest
    taken = [event.local_date for event in events if isinstance(event, Taken)]
    return max(add_period(max(taken, default=newest), period), version.effective_from)


def _first_date(ctx: Context, version: PlanVersion, plan: DosePlan) -> date:
    """The first local date that has a planned time not before the plan became known."""
    day = max(plan.start, version.effective_from, ctx.day_of(version.known))
    return day if any(ctx.at(day, when) >= version.known for when in plan.times) else day + DAY
