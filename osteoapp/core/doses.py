"""What is swallowed at times of the day: vitamin D, calcium, other medicines (B5, B6, C13, C21–C23)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from osteoapp.core import holds
from osteoapp.core.chain import chain_dates, chained
from osteoapp.core.context import Context, Entry, Mark, Policy
from osteoapp.core.events import Reason, Skipped, Taken
from osteoapp.core.family import Family, recurrence_of
from osteoapp.core.item import Item, ItemId, Kind, Notice, Status
from osteoapp.core.recurrence import DAY, OnOff, Rule, add_period
from osteoapp.core.regimen import CalciumOnTabletDay, DosePlan, PlanVersion
from osteoapp.core.steps import snoozed
from osteoapp.core.treatment import DoseRule

CLOSE_SLOTS = timedelta(hours=2)


@dataclass(frozen=True, slots=True)
class Occurrence:
    """All slots of a plan on one local date. ``closes`` is the local date on which an open one is missed."""

    family: Family
    version: PlanVersion
    plan: DosePlan
    rule: DoseRule
    day: date
    dense: bool
    closes: date | None

    def planned(self, ctx: Context, slot: int) -> datetime:
        return ctx.at(self.day, self.plan.times[slot])

    def item(self, slot: int) -> ItemId:
        return ItemId(self.family.id, self.day, step_of(slot))

    def made(self, ctx: Context) -> list[int]:
        """The slots whose planned time does not lie before the plan became known."""
        numbers = range(len(self.plan.times))
        return [n for n in numbers if self.planned(ctx, n) >= self.version.known or self._answered(ctx, n)]

    def _answered(self, ctx: Context, slot: int) -> bool:
        return bool(ctx.history.answers(self.item(slot)))


def step_of(slot: int) -> str:
    """``dose`` for the first slot of a day, ``dose-2`` for the second."""
    return "dose" if slot == 0 else f"dose-{slot + 1}"


def dose_entries(ctx: Context, family: Family) -> Iterator[Entry]:
    """The doses of a plan that can be open or listed, or come next."""
    for one in _occurrences(ctx, family):
        for slot in one.made(ctx):
            entry = _entry(ctx, one, slot)
            if entry is not None and not (family.ended(ctx.today) and _only_history(one, entry)):
                yield entry


def _only_history(one: Occurrence, entry: Entry) -> bool:
    """Whether an item of a removed plan was still open at its end."""
    last = one.family.newest.effective_until or date.max
    closed = entry.item.status in (Status.DONE, Status.SKIPPED) or (one.closes or date.max) <= last
    return not closed


def _occurrences(ctx: Context, family: Family) -> Iterator[Occurrence]:
    yield from chain_occurrences(ctx, family)
    built: set[date] = set()
    for first, last in ctx.spans():
        for day, version in _days(ctx, family, first, last):
            if day not in built:  # the last one before today can be the first one after the range
                built.add(day)
                yield occurrence(family, day, version)


def _days(ctx: Context, family: Family, first: date, last: date) -> Iterator[tuple[date, PlanVersion]]:
    """The dates in the range, the last one before it (it may still be open), and the next one after it."""
    before = family.previous(first)
    if before is not None:
        yield before
    yield from family.dates(first, last)
    following = family.following(last)
    if following is not None:
        yield following


def occurrence(family: Family, day: date, version: PlanVersion) -> Occurrence:
    """The slots of a plan on one of its local dates."""
    plan, rule = version.plan, family.treatment.rule
    assert isinstance(plan, DosePlan)
    assert isinstance(rule, DoseRule)
    recurrence, _ = recurrence_of(version)
    dense = isinstance(recurrence, OnOff) or (isinstance(recurrence, Rule) and recurrence.dense)
    closes = day + DAY if dense else family.closes_on(day, version)
    return Occurrence(family, version, plan, rule, day, dense, closes)


def chain_occurrences(ctx: Context, family: Family) -> Iterator[Occurrence]:
    """What counts from the date last taken: never closed by itself, only by a plan of fixed dates that follows it."""
    if not any(chained(version) for version in family.versions):
        return
    for day, version in chain_dates(ctx, family):
        plan, rule = version.plan, family.treatment.rule
        assert isinstance(plan, DosePlan)
        assert isinstance(rule, DoseRule)
        following = family.following(day)
        yield Occurrence(family, version, plan, rule, day, False, None if following is None else following[0])


def _entry(ctx: Context, one: Occurrence, slot: int) -> Entry | None:
    planned = one.planned(ctx, slot)
    item = Item(
        id=str(one.item(slot)), plan=one.family.id, treatment=one.family.treatment.id, date=one.day,
        step=step_of(slot), kind=Kind.DOSE, planned=planned, due=planned, status=Status.UPCOMING,
    )
    moved = moved_slots(ctx, one)
    closed = _closed(ctx, one, item)
    if moved is None and (closed is None or closed.pause):
        return None  # that day has none at all
    if closed is not None:
        # Answered ahead of its day (a clock set back): nothing else says when to look for the date after it.
        return Entry(closed, planned, changes=[ctx.end_of(one.day)] if one.day > ctx.today else [])
    if one.closes is not None and ctx.today >= one.closes:
        return Entry(replace(item, status=Status.MISSED), planned)
    entry = _open(ctx, one, slot, item, moved or [])
    if one.closes is not None:
        entry.changes.append(ctx.midnight(one.closes))
    return entry


def _closed(ctx: Context, one: Occurrence, item: Item) -> Item | None:
    if ctx.history.of(item.id, Taken):
        return replace(item, status=Status.DONE)
    if ctx.history.of(item.id, Skipped):
        return replace(item, status=Status.SKIPPED)
    if ctx.regimen.paused(one.day) is not None:
        return replace(item, status=Status.SKIPPED, pause=True)
    return None


def _open(ctx: Context, one: Occurrence, slot: int, item: Item, moved: list[int]) -> Entry:
    if ctx.today > one.day:
        return _later_day(ctx, one, slot, item)
    held = holds.hold(ctx, item.planned, one.day, one.rule.waiting, one.plan.may_wait)
    due, changes = held.due, [item.planned, *held.changes]
    if slot in moved:
        due = max(due, _morning_ends(ctx, one))
        changes.append(due)
    item = replace(item, due=due, notices=_notices(ctx, one, slot, moved))
    entry = Entry(item, due, changes=[moment for moment in changes if moment > ctx.now])
    if ctx.now < due:
        if held.held_by is not None and ctx.now >= item.planned:
            entry.item = replace(item, status=Status.HELD, held_by=held.held_by)
        return entry
    if held.beside_open_tablet:
        entry.item = replace(item, notices=(*item.notices, Notice.TABLET_FIRST))
    return _due(ctx, one, slot, entry, moved, released=item.planned < held.due == due)


def _due(
    ctx: Context, one: Occurrence, slot: int, entry: Entry, moved: list[int], *, released: bool
) -> Entry:
    reason = Reason.RELEASED if released else Reason.DUE
    marks = [Mark(entry.base, reason)]
    entry.in_quiet = ctx.is_quiet(entry.item.planned)
    following = _later_slot(ctx, one, slot, moved)
    entry.changes.append(ctx.end_of(one.day))
    if slot in moved and slot != moved[0]:
        # Of several slots moved to the same moment only the first is to be taken.
        entry.item = replace(entry.item, status=Status.UNANSWERED)
        return entry
    if following is not None and ctx.now >= following:
        entry.item, entry.marks = replace(entry.item, status=Status.UNANSWERED), marks
        return snoozed(ctx, entry, ctx.snooze(entry.item.id, following))
    if following is not None:
        entry.changes.append(following)
    if one.rule.one_per_date and _taken_elsewhere(ctx, one):
        entry.item = replace(entry.item, status=Status.UNANSWERED)
        return entry
    entry.item, entry.marks, entry.policy = replace(entry.item, status=Status.DUE), marks, Policy.REPEATS
    entry.shows_again_after_absence = True
    return snoozed(ctx, entry, ctx.snooze(entry.item.id, entry.item.planned))


def _later_day(ctx: Context, one: Occurrence, slot: int, item: Item) -> Entry:
    """A sparse dose of an earlier date: a question about the past, until half its interval has gone by."""
    closes = _chain_closes(one) or one.closes
    faded = closes is not None and 2 * (ctx.today - one.day).days >= (closes - one.day).days
    item = replace(item, status=Status.UNANSWERED, notices=(Notice.ASK_PHARMACIST,) if faded else ())
    entry = Entry(item, item.planned, changes=[ctx.end_of(ctx.today)])
    if faded:
        return entry
    when = one.plan.times[slot]
    entry.marks = [Mark(ctx.at(day, when), Reason.REPEAT) for day in (ctx.today - DAY, ctx.today)]
    entry.changes.append(ctx.at(ctx.today, when))
    return snoozed(ctx, entry, ctx.snooze(item.id, item.planned))


def _chain_closes(one: Occurrence) -> date | None:
    found = chained(one.version)
    return None if found is None else add_period(one.day, found[1])


def _later_slot(ctx: Context, one: Occurrence, slot: int, moved: list[int]) -> datetime | None:
    """When the own time of the next later slot comes: from then on this one is only a question."""
    return next((one.planned(ctx, n) for n in one.made(ctx) if n > slot and n not in moved), None)


def _taken_elsewhere(ctx: Context, one: Occurrence) -> bool:
    """Whether another occurrence of the plan was taken on today's local date."""
    near = ctx.history.taken_between(one.family.id, ctx.today, ctx.today)
    return any(ItemId.parse(event.item).date != one.day for event in near)


def _morning_ends(ctx: Context, one: Occurrence) -> datetime:
    return ctx.at(one.day, _morning_end_time(one))


def _morning_end_time(one: Occurrence) -> time:
    return one.version.day.morning_ends


def moved_slots(ctx: Context, one: Occurrence) -> list[int] | None:
    """The slots that move to the end of the morning on a tablet day; None: that day has none at all (C13)."""
    if not one.rule.moves_on_tablet_day or not holds.is_tablet_day(ctx, one.day):
        return []
    if one.plan.calcium_on_tablet_day is CalciumOnTabletDay.NONE:
        return None
    return [n for n in one.made(ctx) if one.plan.times[n] < _morning_end_time(one)]


def _notices(ctx: Context, one: Occurrence, slot: int, moved: list[int]) -> tuple[Notice, ...]:
    if slot not in moved:
        return ()
    end = _morning_ends(ctx, one)
    close = any(
        n != slot and n not in moved and end <= one.planned(ctx, n) <= end + CLOSE_SLOTS for n in one.made(ctx)
    )
    return (Notice.ASK_PHARMACIST,) if close or slot != moved[0] else ()
