"""When an open item is shown, and why: marks, repeats, absence, quiet hours."""

from __future__ import annotations

from datetime import datetime, timedelta

from osteoapp.core.context import Context, Entry, Mark, Policy
from osteoapp.core.events import Reason, Reminded
from osteoapp.core.item import Reminder

_BEFORE_ALL = timedelta(days=400)


def showing(ctx: Context, entry: Entry) -> tuple[Reminder | None, datetime | None]:
    """The reminder owed now for an entry, if any, and the next instant at which one may be owed."""
    if not entry.marks or (entry.expires is not None and ctx.now >= entry.expires):
        return None, None
    shown = ctx.history.reminded(entry.item.id, entry.base, ctx.now)
    marks = _marks(ctx, entry, shown)
    owed = max((mark for mark in marks if mark.at <= ctx.now), key=lambda mark: mark.at, default=None)
    ahead = min((mark.at for mark in marks if mark.at > ctx.now), default=None)
    if owed is None or (shown and shown[-1].at >= owed.at):
        return None, ahead
    reason = _reason(ctx, entry, owed, shown)
    quiet_end = ctx.quiet_end(ctx.now)
    if quiet_end is not None and not _speaks_in_quiet(entry, owed, shown):
        return None, _sooner(quiet_end, ahead)
    if entry.policy is Policy.REPEATS and not shown:
        ahead = _sooner(ahead, _next_repeat(ctx, entry, ctx.now))
    return Reminder(entry.item, reason, entry.item.level), ahead


def _marks(ctx: Context, entry: Entry, shown: list[Reminded]) -> list[Mark]:
    marks = list(entry.marks)
    if entry.shows_again_after_absence and ctx.awake is not None:
        marks.append(Mark(ctx.awake.at, Reason.RESUMED))
    if entry.policy is Policy.REPEATS and shown:
        first = shown[0].at
        marks.append(Mark(_last_repeat(ctx, entry, first), Reason.REPEAT))
        following = _next_repeat(ctx, entry, first)
        if following is not None:
            marks.append(Mark(following, Reason.REPEAT))
    return marks


def _last_repeat(ctx: Context, entry: Entry, first: datetime) -> datetime:
    now = ctx.now
    if entry.repeat_until is not None and now >= entry.repeat_until:
        now = entry.repeat_until - _TICK
    return ctx.repeats.last(first, now)


_TICK = timedelta(microseconds=1)


def _next_repeat(ctx: Context, entry: Entry, first: datetime) -> datetime | None:
    found = ctx.repeats.following(first, ctx.now)
    return None if entry.repeat_until is not None and found >= entry.repeat_until else found


def _reason(ctx: Context, entry: Entry, owed: Mark, shown: list[Reminded]) -> Reason:
    if owed.reason is Reason.HALF_HOUR_OVER:
        return owed.reason
    before = ctx.history.reminded(entry.item.id, ctx.now - _BEFORE_ALL, ctx.now)
    if before and entry.item.level > before[-1].level:
        return Reason.LEVEL
    away = ctx.awake.at if ctx.awake is not None else None
    if not shown:
        if away is not None and entry.base < away:
            return Reason.CATCH_UP
        return Reason.DUE if owed.reason in (Reason.REPEAT, Reason.RESUMED) else owed.reason
    if away is not None and owed.at <= away:
        return Reason.RESUMED
    if any(mark.reason is Reason.SNOOZE_OVER and shown[-1].at < mark.at <= ctx.now for mark in entry.marks):
        return Reason.SNOOZE_OVER
    return Reason.REPEAT if owed.reason is Reason.DUE else owed.reason


def _speaks_in_quiet(entry: Entry, owed: Mark, shown: list[Reminded]) -> bool:
    """Quiet hours silence everything but the half hour's end and what is itself planned inside them, once."""
    if owed.reason is Reason.HALF_HOUR_OVER:
        return True
    return entry.in_quiet and (not shown or owed.reason is Reason.SNOOZE_OVER)


def _sooner(one: datetime | None, other: datetime | None) -> datetime | None:
    return min((moment for moment in (one, other) if moment is not None), default=None)
