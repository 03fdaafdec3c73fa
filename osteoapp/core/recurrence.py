"""Which local dates, and which instant a local wall-clock time is.

Recurrence rules are a subset of RFC 5545 (FREQ, INTERVAL, BYDAY without ordinals, BYMONTHDAY, COUNT of dates,
UNTIL as an inclusive date; weeks start on Monday), with one difference: a day that a month does not have is
that month's last day. Months and years are calendar months, clamped to the month's end, never days (C27).
"""

from __future__ import annotations

import enum
from calendar import monthrange
from collections.abc import Iterator, Set
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from itertools import islice
from zoneinfo import ZoneInfo

DAY = timedelta(days=1)
MINUTE = timedelta(minutes=1)


class Freq(enum.StrEnum):
    """RFC 5545 FREQ, as far as supported."""

    DAILY = "DAILY"
    WEEKLY = "WEEKLY"
    MONTHLY = "MONTHLY"
    YEARLY = "YEARLY"


class Unit(enum.StrEnum):
    """The unit of a period of whole days, weeks, months or years."""

    DAYS = "days"
    WEEKS = "weeks"
    MONTHS = "months"
    YEARS = "years"


@dataclass(frozen=True, slots=True)
class Rule:
    """An RFC 5545 recurrence rule, as far as supported. ``byday`` 0 is Monday."""

    freq: Freq = Freq.DAILY
    interval: int = 1
    byday: frozenset[int] = frozenset()
    bymonthday: frozenset[int] = frozenset()
    count: int | None = None
    until: date | None = None

    @property
    def dense(self) -> bool:
        """Whether it has an occurrence on every date."""
        if self.interval != 1 or self.bymonthday:
            return False
        if self.freq is Freq.DAILY:
            return not self.byday or len(self.byday) == 7
        return len(self.byday) == 7


@dataclass(frozen=True, slots=True)
class FromLastTaken:
    """So many whole days, weeks, months or years after the local date on which it was last taken."""

    number: int
    unit: Unit


@dataclass(frozen=True, slots=True)
class OnOff:
    """So many days on, so many off, counted from the plan's start."""

    on_days: int
    off_days: int


@dataclass(frozen=True, slots=True)
class AsNeeded:
    """No occurrences: only a log."""


Recurrence = Rule | FromLastTaken | OnOff | AsNeeded


def add_months(day: date, months: int) -> date:
    """The same day of the month so many calendar months on, or that month's last day (C27)."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def add_period(day: date, period: FromLastTaken) -> date:
    """The local date one period later."""
    if period.unit is Unit.DAYS:
        return day + timedelta(days=period.number)
    if period.unit is Unit.WEEKS:
        return day + timedelta(weeks=period.number)
    return add_months(day, period.number * (12 if period.unit is Unit.YEARS else 1))


def instant(day: date, at: time, zone: ZoneInfo) -> datetime:
    """The UTC instant of a wall-clock time in a zone.

    A time that does not exist (clock forward) is the first existing minute after it; one that exists twice is
    the first of the two (C26).
    """
    naive = datetime.combine(day, at)
    first = naive.replace(tzinfo=zone).astimezone(UTC)
    if first.astimezone(zone).replace(tzinfo=None) == naive:
        return first
    low, high = naive.replace(tzinfo=zone, fold=1).astimezone(UTC), first
    low, high = _floor(min(low, high)), _floor(max(low, high)) + MINUTE
    offset = low.astimezone(zone).utcoffset()
    while high - low > MINUTE:
        middle = _floor(low + (high - low) / 2)
        if middle.astimezone(zone).utcoffset() == offset:
            low = middle
        else:
            high = middle
    return high


def _floor(moment: datetime) -> datetime:
    return moment.replace(second=0, microsecond=0)


def local_date(moment: datetime, zone: ZoneInfo) -> date:
    """The local date of an instant."""
    return moment.astimezone(zone).date()


def dates(recurrence: Rule | OnOff, start: date, first: date, last: date) -> Iterator[date]:
    """The local dates of a recurrence that began on ``start``, from ``first`` to ``last``, both inclusive."""
    first = max(first, start)
    if isinstance(recurrence, OnOff):
        length = recurrence.on_days + recurrence.off_days
        day = first
        while day <= last:
            place = (day - start).days % length
            if place < recurrence.on_days:
                yield day
                day += DAY
            else:
                day += timedelta(days=length - place)
        return
    end = last_date(recurrence, start)
    if end is not None:
        last = min(last, end)
    if recurrence.dense:
        yield from (first + timedelta(days=number) for number in range((last - first).days + 1))
        return
    for day in _unbounded(recurrence, start, first):
        if day > last:
            return
        yield day


def next_date(recurrence: Rule | OnOff, start: date, after: date) -> date | None:
    """The first date after ``after``; None: there is none."""
    try:
        return next(dates(recurrence, start, after + DAY, date.max - timedelta(days=800)), None)
    except OverflowError:
        return None


def endless(recurrence: Rule | OnOff) -> Rule | OnOff:
    """The same recurrence past its COUNT and UNTIL."""
    return replace(recurrence, count=None, until=None) if isinstance(recurrence, Rule) else recurrence


def previous_date(recurrence: Rule | OnOff, start: date, before: date) -> date | None:
    """The last date before ``before``; None: there is none."""
    span = 8
    last = before - DAY
    while True:
        first = max(start, last - timedelta(days=span))
        found = list(dates(recurrence, start, first, last))
        if found or first <= start:
            return found[-1] if found else None
        span *= 4


@lru_cache(maxsize=512)
def last_date(rule: Rule, start: date) -> date | None:
    """The last date that COUNT and UNTIL leave, None where there is neither."""
    ends = [] if rule.until is None else [rule.until]
    if rule.count is not None:
        counted = list(islice(_unbounded(rule, start, start), rule.count))
        ends.append(counted[-1] if counted else start - DAY)
    return min(ends, default=None)


# A rule that fits no date at all (BYMONTHDAY and BYDAY that never meet) ends the search after this many periods.
_EMPTY_PERIODS = 1000


def _unbounded(rule: Rule, start: date, first: date) -> Iterator[date]:
    period = _period_of(rule, start, first)
    empty = 0
    while empty < _EMPTY_PERIODS:
        try:
            found = sorted(_in_period(rule, start, period))
        except (OverflowError, ValueError):
            return
        empty = 0 if found else empty + 1
        yield from (day for day in found if day >= first)
        period += 1


def _period_of(rule: Rule, start: date, day: date) -> int:
    """The number of the period (of INTERVAL days, weeks, months or years) in which a date lies."""
    if rule.freq is Freq.DAILY:
        return (day - start).days // rule.interval
    if rule.freq is Freq.WEEKLY:
        monday = start - timedelta(days=start.weekday())
        return (day - monday).days // 7 // rule.interval
    months = (day.year - start.year) * 12 + day.month - start.month
    if rule.freq is Freq.MONTHLY:
        return months // rule.interval
    return (day.year - start.year) // rule.interval


def _in_period(rule: Rule, start: date, period: int) -> set[date]:
    step = period * rule.interval
    if rule.freq is Freq.DAILY:
        day = start + timedelta(days=step)
        return {day} if _fits(rule, day) else set()
    if rule.freq is Freq.WEEKLY:
        monday = start - timedelta(days=start.weekday()) + timedelta(weeks=step)
        return {monday + timedelta(days=n) for n in (rule.byday or {start.weekday()})}
    if rule.freq is Freq.MONTHLY:
        return _in_month(rule, start, add_months(start.replace(day=1), step))
    year = start.year + step
    if not rule.byday and not rule.bymonthday:
        return {add_months(start, 12 * step)}
    return {day for month in range(1, 13) for day in _in_month(rule, start, date(year, month, 1))}


def _in_month(rule: Rule, start: date, first: date) -> set[date]:
    length = monthrange(first.year, first.month)[1]
    if not rule.bymonthday and rule.byday:
        return {day for n in range(length) if (day := first + n * DAY).weekday() in rule.byday}
    found = {first.replace(day=n) for n in _month_days(rule.bymonthday or {start.day}, length)}
    return {day for day in found if not rule.byday or day.weekday() in rule.byday}


def _fits(rule: Rule, day: date) -> bool:
    if rule.byday and day.weekday() not in rule.byday:
        return False
    if not rule.bymonthday:
        return True
    return day.day in _month_days(rule.bymonthday, monthrange(day.year, day.month)[1])


def _month_days(wanted: Set[int], length: int) -> set[int]:
    """The days that BYMONTHDAY means in a month of that length; below 0 they count from its end."""
    return {min(n, length) if n > 0 else max(length + 1 + n, 1) for n in wanted}
