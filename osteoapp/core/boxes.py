"""The stock of one plan for whoever asks: what is left, when it runs out, and what a count or a new box is noted as."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from osteoapp.core.agenda import context
from osteoapp.core.events import AnyEvent, Counted
from osteoapp.core.history import History
from osteoapp.core.item import ItemId
from osteoapp.core.refusal import Refused
from osteoapp.core.regimen import Regimen
from osteoapp.core.stock import runs_out_on, standing_counts, stock_entries, units_left

COUNT = "stock"
MOST_UNITS = 10_000


@dataclass(frozen=True, slots=True)
class Stock:
    """What is left of a plan's units. ``out`` is the first local date whose doses it no longer covers, ``remind`` that
    of the one reminder ahead of it; None where no such date is known. ``expires`` is the date on the newest box."""

    left: int
    per_dose: int
    warn_days: int
    out: date | None = None
    remind: date | None = None
    expires: date | None = None


def stock_of(regimen: Regimen, history: History, now: datetime, plan_id: str) -> Stock | None:
    """The stock of a plan as it stands; None where none was noted. ``now`` as for the agenda."""
    ctx = context(regimen, history, now)
    family = ctx.family(plan_id)
    version = None if family is None else family.current(ctx.today)
    if family is None or version is None:
        return None
    left = units_left(ctx, family, version)
    if left is None:
        return None
    entry = next(stock_entries(ctx, family), None)
    counts = standing_counts(ctx, family, version)
    expires = next((count.expires for count in reversed(counts) if count.added), None)
    return Stock(
        left, version.plan.stock_per_dose, version.plan.stock_warn_days, runs_out_on(ctx, family, version),
        None if entry is None else ctx.day_of(entry.item.planned), expires,
    )


def count(
    regimen: Regimen, history: History, now: datetime, plan_id: str, new_id: Callable[[], str], *, units: int,
    box: bool = False, expires: date | None = None,
) -> list[AnyEvent]:
    """The event of a count: ``units`` are there, or with ``box`` so many came to what was left.

    Raises Refused where there is no such plan, or the number makes no sense.
    """
    ctx = context(regimen, history, now)
    family = ctx.family(plan_id)
    version = None if family is None else family.current(ctx.today)
    if family is None or version is None:
        raise Refused("unknown_plan")
    if not int(box) <= units <= MOST_UNITS:
        raise Refused("units_wrong")
    amount = units + (units_left(ctx, family, version) or 0) if box else units
    item = ItemId(family.id, ctx.today, COUNT)
    return [
        Counted(
            id=new_id(), at=ctx.now, recorded=ctx.now, zone=ctx.zone.key, item=str(item), amount=amount,
            added=units if box else 0, expires=expires,
        )
    ]
