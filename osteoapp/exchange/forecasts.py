"""Dates further ahead than the agenda looks: they depend on what happens first, and every export marks them as such."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Literal

from osteoapp.core.context import Context
from osteoapp.core.cycles import running_cycle
from osteoapp.core.doses import step_of
from osteoapp.core.family import Family
from osteoapp.core.item import Item, Status
from osteoapp.core.recurrence import FromLastTaken, add_months, add_period
from osteoapp.core.regimen import DosePlan, PlanVersion
from osteoapp.core.treatment import CycleRule

CLOSED = (Status.DONE, Status.SKIPPED, Status.MISSED)


@dataclass(frozen=True, slots=True)
class Forecast:
    """One later date. ``name`` is its own within the plan, ``start`` its wall-clock time, ``why`` a key of a text."""

    name: str
    item: Item
    start: datetime
    why: Literal["forecast_cycle", "forecast_chain"]


def forecasts(ctx: Context, family: Family, items: Sequence[Item]) -> Iterator[Forecast]:
    """The later dates of a plan up to the context's last date; ``items`` are those of the agenda of this plan."""
    version = family.current(ctx.today)
    rule = family.treatment.rule
    if version is None:
        return
    last = min(ctx.last, version.plan.until or date.max)
    if isinstance(rule, CycleRule):
        yield from _cycles(ctx, family, items, version, rule, last)
    elif isinstance(version.plan, DosePlan) and isinstance(version.plan.recurrence, FromLastTaken):
        yield from _chain(ctx, items, version.plan, version.plan.recurrence, last)


def _cycles(
    ctx: Context, family: Family, items: Sequence[Item], version: PlanVersion, rule: CycleRule, last: date
) -> Iterator[Forecast]:
    cycle = running_cycle(ctx, family)
    open_ones = (item for item in items if item.step == rule.event_step and item.status not in CLOSED)
    running = next(open_ones, None)
    if cycle is None or running is None:
        return
    base, number = max(ctx.day_of(running.due), ctx.today), 1
    while (day := add_months(base, rule.months * number)) <= last:
        item = replace(running, status=Status.UPCOMING, level=1, notices=(), appointment=None, date=day)
        start = datetime.combine(day, version.day.office)
        yield Forecast(f"{rule.event_step}.forecast-{number}", item, start, "forecast_cycle")
        number += 1


def _chain(
    ctx: Context, items: Sequence[Item], plan: DosePlan, period: FromLastTaken, last: date
) -> Iterator[Forecast]:
    for slot, when in enumerate(plan.times):
        open_ones = [i for i in items if i.step == step_of(slot) and i.status not in CLOSED]
        if not open_ones:
            continue
        item, number = open_ones[-1], 0
        day = max(item.date, ctx.today)
        while (day := add_period(day, period)) <= last:
            if ctx.regimen.paused(day) is None:
                number += 1
                later = replace(item, status=Status.UPCOMING, notices=(), date=day)
                name = f"{item.step}.forecast-{number}"
                yield Forecast(name, later, datetime.combine(day, when), "forecast_chain")
