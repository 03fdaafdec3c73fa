"""The weekly tablet: its own day, catch-up mornings, the upright half hour (B1, B2, C1–C14)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from osteoapp.core.context import Context, Entry, Mark, Policy
from osteoapp.core.events import Answer, Forgotten, NotFasting, Reason, Skipped, Taken
from osteoapp.core.family import Family
from osteoapp.core.item import Item, ItemId, Kind, Notice, Status
from osteoapp.core.recurrence import DAY, MINUTE
from osteoapp.core.regimen import PlanVersion, TabletPlan
from osteoapp.core.steps import informational, snoozed
from osteoapp.core.treatment import IntakeRule, MissedRule

WEEK = timedelta(days=7)
LATEST_HALF_HOUR_END = timedelta(hours=2)
_JUST_AFTER = timedelta(seconds=1)
STEP = "dose"


@dataclass(frozen=True, slots=True)
class Opening:
    """A local date on which a tablet was open, until its answer or None; ``written`` is when that was recorded."""

    day: date
    due: datetime
    until: datetime | None = None
    written: datetime | None = None


@dataclass(frozen=True, slots=True)
class Tablet:
    """One occurrence of a weekly tablet with what its answers made of it."""

    family: Family
    version: PlanVersion
    id: ItemId
    next_own: date
    openings: tuple[Opening, ...]
    taken: Taken | None
    skipped: bool
    pause: bool
    lost: bool
    frozen: bool

    @property
    def day(self) -> date:
        """The date on which it is open now, or was last."""
        return self.openings[-1].day

    @property
    def due(self) -> datetime:
        return self.openings[-1].due

    @property
    def answered(self) -> bool:
        return self.taken is not None or self.skipped


def tablet_time(version: PlanVersion) -> time:
    """When the tablet is due: the plan's time, else the wake time."""
    plan = version.plan
    return (plan.time if isinstance(plan, TabletPlan) else None) or version.day.wake


def own_dates(ctx: Context, family: Family, first: date, last: date) -> Iterator[tuple[date, PlanVersion]]:
    """The tablet's own dates that are really made, oldest first.

    The first can be the very date on which the plan became known, which it stays wherever the patient travels.
    """
    for day, version in family.dates(first, last):
        if not _too_soon(ctx, family, day):
            yield day, version


def _too_soon(ctx: Context, family: Family, day: date) -> bool:
    """After a change of weekday the first tablet comes at least 7 days after the last one taken (C12).

    A tablet of another weekday taken within the week tells the change, however often the plan was edited since.
    """
    near = ctx.history.taken_between(family.id, day - WEEK + DAY, day)
    earlier = [own for taken in near if (own := ItemId.parse(taken.item).date) < day]
    changed = any(own.weekday() != day.weekday() for own in earlier) or _taken_of_another(ctx, family, day)
    return changed and not ctx.history.answers(ItemId(family.id, day, STEP))


def _taken_of_another(ctx: Context, family: Family, day: date) -> bool:
    """Whether a tablet of another plan was taken within the week: two never run side by side, so it took its place."""
    others = (other.id for other in ctx.intake_families if other.id != family.id)
    return any(ctx.history.taken_between(other, day - WEEK + DAY, day) for other in others)


def next_own(ctx: Context, family: Family, after: date) -> date:
    """The next own date; where the plan has none in the week that follows, the date that would have been (C6)."""
    return next((day for day, _ in own_dates(ctx, family, after + DAY, after + WEEK)), after + WEEK)


def tablet(ctx: Context, family: Family, day: date, version: PlanVersion) -> Tablet:
    """What the answers to one occurrence made of it."""
    rule = family.treatment.rule
    assert isinstance(rule, IntakeRule)
    item = ItemId(family.id, day, STEP)
    answers = ctx.history.answers(item)
    taken = [event for event in answers if isinstance(event, Taken)]
    when = tablet_time(version)
    following = next_own(ctx, family, day)
    openings = [Opening(day, ctx.at(day, when))]
    lost = frozen = skipped = moved = False
    for event in answers:
        if isinstance(event, Skipped):
            skipped = True
            openings[-1] = _close(ctx, openings[-1], event)
        elif isinstance(event, NotFasting | Forgotten):
            moved = True
            target, due = _moved(ctx, rule, event, when)
            openings[-1] = _close(ctx, openings[-1], event)
            lost = target >= following
            frozen = target == following - DAY
            if not lost and not frozen:
                openings.append(Opening(target, due))
    if taken:
        openings[-1] = _close(ctx, openings[-1], taken[-1])
    pause = not answers_win(skipped, moved, bool(taken)) and ctx.regimen.paused(day) is not None
    return Tablet(
        family, version, item, following, tuple(openings), taken[-1] if taken else None,
        skipped, pause, lost, frozen,
    )


def answers_win(*said: bool) -> bool:
    """An answer of the person wins over a pause."""
    return any(said)


def _close(ctx: Context, opening: Opening, event: Answer) -> Opening:
    """What it held back goes free when the answer is written; after a clock was set back, from the beginning."""
    until = event.recorded if event.recorded <= ctx.now else ctx.midnight(opening.day)
    return replace(opening, until=until, written=event.recorded)


def _moved(ctx: Context, rule: IntakeRule, event: Answer, when: time) -> tuple[date, datetime]:
    """The local date and instant to which an answer moves the tablet (C1, C2, C8; B2b for the same day)."""
    day = event.local_date
    if isinstance(event, Forgotten) and rule.missed_rule is MissedRule.SAME_DAY:
        return day, max(event.at, ctx.at(day, when))
    return day + DAY, ctx.at(day + DAY, when)


def near_tablets(ctx: Context, family: Family) -> Iterator[Tablet]:
    """The occurrences that can be open or listed, or come next."""
    first = min(ctx.first, ctx.today) - 2 * WEEK
    last = max(ctx.last, ctx.today) + 2 * WEEK
    found_ahead = False
    for day, version in own_dates(ctx, family, first, last):
        found_ahead = found_ahead or day > ctx.today
        yield tablet(ctx, family, day, version)
    if not found_ahead:
        following = next(own_dates(ctx, family, last, last + 2 * WEEK), None) or family.following(last)
        if following is not None:
            yield tablet(ctx, family, *following)


def half_hour(ctx: Context, one: Tablet, taken: Taken) -> tuple[datetime, bool] | None:
    """When the upright half hour of a tablet that was taken ends, and whether it still runs.

    None where there is none: only the date is known, or the intake is dated more than 30 minutes after now.
    """
    rule = one.family.treatment.rule
    assert isinstance(rule, IntakeRule)
    if taken.on is not None:
        return None
    if ctx.running is not None and ctx.running.event == taken.id:
        ends = min(ctx.now + ctx.running.remaining, ctx.now + rule.upright)
        return ends, ctx.running.remaining > timedelta(0)
    if taken.at > ctx.now + rule.upright:
        return None
    ends = min(taken.at + rule.upright, ctx.now + rule.upright)
    return ends, ctx.now < ends


def tablet_entries(ctx: Context, family: Family) -> Iterator[Entry]:
    """The doses and heads-ups of a weekly tablet."""
    for one in near_tablets(ctx, family):
        if family.ended(ctx.today) and not _closed_before_the_end(one):
            continue
        yield _dose(ctx, one)
        heads_up = _heads_up(ctx, one)
        if heads_up is not None:
            yield heads_up


def _closed_before_the_end(one: Tablet) -> bool:
    """Whether an occurrence of a removed plan was settled while the plan still ran; the rest is history only."""
    last = one.family.newest.effective_until or date.max
    return one.answered or one.pause or one.lost or one.next_own <= last


def _item(one: Tablet, planned: datetime, due: datetime, status: Status) -> Item:
    return Item(
        id=str(one.id), plan=one.family.id, treatment=one.family.treatment.id, date=one.id.date, step=STEP,
        kind=Kind.DOSE, planned=planned, due=due, status=status, pause=one.pause and status is Status.SKIPPED,
    )


def _dose(ctx: Context, one: Tablet) -> Entry:
    planned = one.openings[0].due
    if one.taken is not None:
        return _taken_entry(ctx, one, one.taken, planned)
    closing = ctx.midnight(one.next_own)
    if one.skipped or one.pause:
        return Entry(_item(one, planned, one.due, Status.SKIPPED), one.due)
    if one.lost or ctx.now >= closing:
        return Entry(_item(one, planned, one.due, Status.MISSED), one.due)
    changes = [closing]
    if one.frozen:
        return Entry(
            replace(_item(one, planned, one.due, Status.UNANSWERED), notices=(Notice.ASK_PHARMACIST,)),
            one.due, changes=changes,
        )
    day_ends = ctx.end_of(one.day)
    if ctx.now < one.due:
        item = replace(_item(one, planned, one.due, Status.UPCOMING), notices=_in_a_row(ctx, one))
        return Entry(item, one.due, changes=[one.due, *changes])
    if ctx.now >= day_ends:
        return _unanswered(ctx, one, planned, changes)
    if _taken_on(ctx, ctx.today):
        item = replace(_item(one, planned, one.due, Status.UNANSWERED), notices=(Notice.TWO_DAYS_IN_A_ROW,))
        return Entry(item, one.due, changes=[day_ends, *changes])
    return _due(ctx, one, planned, [day_ends, *changes])


def _due(ctx: Context, one: Tablet, planned: datetime, changes: list[datetime]) -> Entry:
    morning_ends = ctx.at(one.day, one.version.day.morning_ends)
    early = one.due < morning_ends
    repeat_until = morning_ends if early else ctx.end_of(one.day)
    until = ctx.snooze(str(one.id), one.due, repeat_until)
    late = early and ctx.now >= morning_ends
    item = replace(_item(one, planned, one.due, Status.DUE), notices=_in_a_row(ctx, one), late=late)
    entry = Entry(
        item, one.due, [Mark(one.due, Reason.DUE)], Policy.REPEATS, repeat_until, changes,
        shows_again_after_absence=True, in_quiet=ctx.is_quiet(planned),
    )
    entry.changes.append(morning_ends)
    return snoozed(ctx, entry, until)


def _unanswered(ctx: Context, one: Tablet, planned: datetime, changes: list[datetime]) -> Entry:
    item = _item(one, planned, one.due, Status.UNANSWERED)
    when = tablet_time(one.version)
    marks = [Mark(ctx.at(day, when), Reason.REPEAT) for day in (ctx.today - DAY, ctx.today, ctx.today + DAY)]
    return Entry(item, one.due, marks, changes=changes)


def _taken_entry(ctx: Context, one: Tablet, taken: Taken, planned: datetime) -> Entry:
    ends = half_hour(ctx, one, taken)
    entry = Entry(_item(one, planned, one.due, Status.DONE), one.due)
    if ends is None:
        if taken.on is None:
            entry.changes.append(taken.at - timedelta(minutes=30))
        return entry
    over_at, running = ends
    if running:
        entry.item = replace(entry.item, status=Status.IN_PROGRESS, block_until=over_at)
        entry.changes.append(over_at)
    elif over_at > taken.recorded or _ran(ctx, taken):
        entry.base, entry.expires = over_at, over_at + LATEST_HALF_HOUR_END + _JUST_AFTER
        entry.changes.append(entry.expires)
        if not _end_shown(ctx, one, min(taken.recorded, over_at - MINUTE)):
            entry.marks = [Mark(over_at, Reason.HALF_HOUR_OVER)]
    return entry


def _end_shown(ctx: Context, one: Tablet, since: datetime) -> bool:
    """Whether the end was shown: it moves on the wall clock when that is set, and is shown once all the same."""
    shown = ctx.history.reminded(one.id, since, ctx.now)
    return any(event.reason is Reason.HALF_HOUR_OVER for event in shown)


def _ran(ctx: Context, taken: Taken) -> bool:
    """Whether the clock that counts sleep has seen this half hour run, whatever the wall clock says of it."""
    return ctx.running is not None and ctx.running.event == taken.id


def _taken_on(ctx: Context, day: date) -> bool:
    """Whether a tablet of any intake plan was taken on a local date."""
    return any(ctx.history.taken_between(family.id, day, day) for family in ctx.intake_families)


def _in_a_row(ctx: Context, one: Tablet) -> tuple[Notice, ...]:
    return (Notice.TWO_DAYS_IN_A_ROW,) if _taken_on(ctx, one.day - DAY) else ()


def _heads_up(ctx: Context, one: Tablet) -> Entry | None:
    """The evening before: put tablet and glass ready. None before a catch-up, after an answer, or when off."""
    day = one.id.date - DAY
    planned = ctx.at(day, one.version.day.evening)
    if planned < one.version.known or len(one.openings) > 1 or one.answered or one.pause:
        return None
    return informational(
        ctx, one.family, ItemId(one.family.id, one.id.date, "heads-up"), Kind.HEADS_UP, planned
    )
