"""What waits for the tablet of the same morning, and until when (B1, C13)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial

from osteoapp.core.context import Context
from osteoapp.core.events import Taken
from osteoapp.core.family import Family
from osteoapp.core.tablets import WEEK, Opening, Tablet, half_hour, own_dates, tablet, tablet_time
from osteoapp.core.treatment import IntakeRule, Waiting

LONGEST_WAIT_FOR_OPEN_TABLET = timedelta(minutes=60)


@dataclass(frozen=True, slots=True)
class TabletMorning:
    """One local date on which a tablet is or was open, with the half hour that followed, if any."""

    tablet: Tablet
    opening: Opening | None
    tablet_at: datetime
    morning_ends: datetime
    open_until: datetime | None
    taken_at: datetime | None
    block_until: datetime | None
    answered: bool


@dataclass(frozen=True, slots=True)
class Hold:
    """When a waiting item may be reminded, what it waits for now, and whether a tablet stands open beside it."""

    due: datetime
    held_by: str | None = None
    beside_open_tablet: bool = False
    changes: tuple[datetime, ...] = ()


def tablets_about(ctx: Context, day: date) -> Iterator[Tablet]:
    """The occurrences that can touch a local date: its own, or one moved or taken later."""
    for family in ctx.intake_families:
        # A plan of tablets that cannot be worked out holds nothing back: what stands on its own goes on.
        yield from ctx.tried(family.id, partial(_occurrences, ctx, family, day))


def _occurrences(ctx: Context, family: Family, day: date) -> Iterator[Tablet]:
    for own, version in own_dates(ctx, family, day - 2 * WEEK, day):
        yield tablet(ctx, family, own, version)


def is_tablet_day(ctx: Context, day: date) -> bool:
    """Whether a tablet is or was due or taken on that local date."""
    for one in tablets_about(ctx, day):
        if one.taken is not None and one.taken.local_date == day:
            return True
        if any(opening.day == day for opening in one.openings) and not one.pause and _live(one, day):
            return True
    return False


def mornings(ctx: Context, day: date) -> list[TabletMorning]:
    """The tablets that hold something back on a local date; worked out once a day and moment."""
    found: list[TabletMorning] | None = ctx.mornings.get(day)
    if found is None:
        found = ctx.mornings[day] = _find_mornings(ctx, day)
    return found


def _find_mornings(ctx: Context, day: date) -> list[TabletMorning]:
    found = []
    for one in tablets_about(ctx, day):
        if one.pause or not _live(one, day):
            continue
        opening = next((opening for opening in one.openings if opening.day == day), None)
        taken_here = _taken_here(one.taken, day)
        if opening is not None or taken_here is not None:
            found.append(_morning(ctx, one, day, opening, taken_here))
    return found


def _live(one: Tablet, day: date) -> bool:
    """Whether the plan still counted on that date."""
    until = one.family.newest.effective_until
    return until is None or day <= until


def _taken_here(taken: Taken | None, day: date) -> Taken | None:
    return taken if taken is not None and taken.on is None and taken.local_date == day else None


def _morning(
    ctx: Context, one: Tablet, day: date, opening: Opening | None, taken: Taken | None
) -> TabletMorning:
    rule = one.family.treatment.rule
    assert isinstance(rule, IntakeRule)
    ends = ctx.at(day, one.version.day.morning_ends)
    open_until = None
    if opening is not None and opening.due < ends:
        open_until = ends if opening.until is None else min(opening.until, ends)
    running = None if taken is None else half_hour(ctx, one, taken)
    return TabletMorning(
        one, opening, ctx.at(day, tablet_time(one.version)), ends, open_until,
        None if taken is None else taken.at, None if running is None else running[0],
        opening is not None and opening.until is not None,
    )


def hold(ctx: Context, planned: datetime, day: date, waiting: Waiting, may_wait: bool = False) -> Hold:
    """How the tablets of a local date hold back an item planned at ``planned`` on it."""
    due, held_by, beside = planned, None, False
    changes: list[datetime] = []
    always = waiting is Waiting.ALWAYS
    optional = waiting is Waiting.IF_PLAN_SAYS
    for one in mornings(ctx, day):
        before = due
        if always or (optional and may_wait):
            due = _behind_open(one, planned, due, always)
            due = _behind_half_hour(one, planned, due, always)
        if due > before and ctx.now < due:
            held_by = str(one.tablet.id)
        written = None if one.opening is None else one.opening.written
        changes += [moment for moment in (one.open_until, one.block_until, one.morning_ends, written) if moment]
        still_open = one.open_until is not None and not one.answered and ctx.now < one.morning_ends
        beside = beside or (optional and still_open)
    if ctx.now < planned:
        return Hold(planned, None, beside, (planned, *changes))
    return Hold(due, held_by if ctx.now < due else None, beside, (planned, due, *changes))


def _behind_open(one: TabletMorning, planned: datetime, due: datetime, always: bool) -> datetime:
    """An open tablet holds until its answer or the end of the morning; another medicine at most 60 minutes."""
    if one.open_until is None:
        return due
    if always:
        return max(due, one.open_until)
    if planned < one.tablet_at:
        return due
    return max(due, min(planned + LONGEST_WAIT_FOR_OPEN_TABLET, one.open_until))


def _behind_half_hour(one: TabletMorning, planned: datetime, due: datetime, always: bool) -> datetime:
    """The half hour holds what is planned before its end, and what this tablet held when it was taken."""
    if one.block_until is None or one.taken_at is None:
        return due
    if always or due >= one.taken_at or planned >= one.tablet_at:
        return max(due, one.block_until)
    return due
