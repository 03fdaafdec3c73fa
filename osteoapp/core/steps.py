"""Kinds of items that several treatments share: tasks, informational items, snoozes, periodic showings."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from osteoapp.core.context import Context, Entry, Mark, Policy
from osteoapp.core.events import Done, Reason, Skipped, Snoozed
from osteoapp.core.family import Family
from osteoapp.core.item import Item, ItemId, Kind, Status

EVER = datetime.min.replace(tzinfo=UTC)


def snoozed(ctx: Context, entry: Entry, until: datetime | None) -> Entry:
    """The entry as a snooze leaves it: waiting until its end, or back since then."""
    # One given under a clock that has been set back since counts again from its own time on.
    entry.changes += [snooze.at for snooze in ctx.history.of(entry.item.id, Snoozed) if snooze.at > ctx.now]
    if until is None or until <= entry.base:
        return entry
    if ctx.now < until:
        entry.item = replace(entry.item, status=Status.SNOOZED, due=until)
        entry.marks = []
        entry.policy = Policy.MARKS
        entry.changes.append(until)
        return entry
    entry.item = replace(entry.item, due=until)
    entry.marks.append(Mark(until, Reason.SNOOZE_OVER))
    return entry


def informational(
    ctx: Context, family: Family, item_id: ItemId, kind: Kind, due: datetime, planned: datetime | None = None
) -> Entry | None:
    """Something that is shown once, needs no answer, and is gone when its local day is over.

    ``planned`` is given where an appointment has moved it.
    """
    ends = ctx.end_of(ctx.day_of(due))
    if ctx.now >= ends:
        return None
    item = Item(
        id=str(item_id), plan=family.id, treatment=family.treatment.id, date=item_id.date, step=item_id.step,
        kind=kind, planned=due if planned is None else planned, due=due, status=Status.UPCOMING,
    )
    if ctx.history.of(item_id, Done):
        return Entry(replace(item, status=Status.DONE, due=item.planned), due, changes=[ends])
    if ctx.now < due:
        return Entry(item, due, changes=[due])
    entry = Entry(replace(item, status=Status.DUE), due, [Mark(due, Reason.DUE)], changes=[ends], expires=ends)
    return snoozed(ctx, entry, ctx.snooze(str(item_id), due))


def periodic(ctx: Context, first: date, every: int, at: Callable[[date], datetime]) -> list[Mark]:
    """The marks about today of a showing every so many days from a local date on."""
    number = max((ctx.today - first).days // every, 1)
    days = [first + timedelta(days=every * n) for n in (number - 1, number, number + 1)]
    return [Mark(at(day), Reason.REPEAT) for day in days]


def task(
    ctx: Context, family: Family, item_id: ItemId, planned: datetime, due: datetime, every: int, *,
    kind: Kind = Kind.TASK, closed: Status | None = None,
) -> Entry:
    """Something to do at office time; overdue from the next day on, shown again every so many days."""
    item = Item(
        id=str(item_id), plan=family.id, treatment=family.treatment.id, date=item_id.date, step=item_id.step,
        kind=kind, planned=planned, due=due, status=Status.UPCOMING,
    )
    if closed is None and ctx.history.of(item_id, Done):
        closed = Status.DONE
    if closed is None and ctx.history.of(item_id, Skipped):
        closed = Status.SKIPPED
    if closed is not None:
        return Entry(replace(item, status=closed, due=planned), planned)
    day = ctx.day_of(due)
    entry = Entry(item, due, changes=[due, ctx.end_of(day)])
    if ctx.now < due:
        return entry
    entry.item = replace(item, status=Status.OVERDUE if ctx.today > day else Status.DUE)
    when = ctx.time_of(due)
    entry.marks = periodic(ctx, day, every, lambda on: ctx.at(on, when))
    return snoozed(ctx, entry, ctx.snooze(item.id, EVER))
