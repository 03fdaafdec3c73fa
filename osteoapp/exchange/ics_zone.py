"""A time zone as an RFC 5545 VTIMEZONE: its clock changes as yearly rules, or as dates where they follow none."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

from osteoapp.core.recurrence import DAY

YEARS_AHEAD = 15
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_SECOND = timedelta(seconds=1)


@dataclass(frozen=True, slots=True)
class _Change:
    """A clock change: ``onset`` is the wall-clock time before it, as TZOFFSETFROM asks."""

    onset: datetime
    before: timedelta
    after: timedelta
    name: str
    summer: bool

    @property
    def kind(self) -> tuple[timedelta, timedelta, str, bool]:
        return self.before, self.after, self.name, self.summer


def vtimezone(zone: ZoneInfo, first: date) -> Timezone:
    """The zone from the year before ``first`` on; rules go on without end, dates for ``YEARS_AHEAD`` years."""
    begin = datetime(first.year - 1, 1, 1, tzinfo=UTC)
    changes = list(_changes(zone, begin, datetime(first.year + YEARS_AHEAD, 1, 1, tzinfo=UTC)))
    made = Timezone()
    made.add("tzid", zone.key)
    # What counted before the first change, or always.
    local = begin.astimezone(zone)
    offset = local.utcoffset() or timedelta(0)
    made.add_component(_part(_Change(local.replace(tzinfo=None), offset, offset, local.tzname() or "", _summer(local))))
    for kind in dict.fromkeys(change.kind for change in changes):
        of_kind = [change for change in changes if change.kind == kind]
        made.add_component(_part(of_kind[0], of_kind[1:]))
    return made


def _summer(local: datetime) -> bool:
    return bool(local.dst())


def _changes(zone: ZoneInfo, begin: datetime, end: datetime) -> Iterator[_Change]:
    low = begin
    while low < end:
        high = low + DAY
        if low.astimezone(zone).utcoffset() != high.astimezone(zone).utcoffset():
            yield _change(zone, low, high)
        low = high


def _change(zone: ZoneInfo, low: datetime, high: datetime) -> _Change:
    before = low.astimezone(zone).utcoffset() or timedelta(0)
    while high - low > _SECOND:
        middle = (low + (high - low) / 2).replace(microsecond=0)
        if middle.astimezone(zone).utcoffset() == before:
            low = middle
        else:
            high = middle
    local = high.astimezone(zone)
    onset = (high + before).replace(tzinfo=None)
    return _Change(onset, before, local.utcoffset() or timedelta(0), local.tzname() or "", _summer(local))


def _part(change: _Change, later: list[_Change] | None = None) -> TimezoneStandard | TimezoneDaylight:
    part = TimezoneDaylight() if change.summer else TimezoneStandard()
    part.add("dtstart", change.onset)
    part.add("tzoffsetfrom", change.before)
    part.add("tzoffsetto", change.after)
    part.add("tzname", change.name)
    if later:
        rule = _rule([change.onset, *(one.onset for one in later)])
        if rule is not None:
            part.add("rrule", rule)
        else:
            for one in later:
                part.add("rdate", [one.onset])
    return part


def _rule(onsets: list[datetime]) -> dict[str, object] | None:
    """The yearly rule that gives exactly these wall-clock times; None where there is none."""
    first = onsets[0]
    same = {(one.month, one.weekday(), one.time()) for one in onsets}
    yearly = [one.year for one in onsets] == list(range(first.year, first.year + len(onsets)))
    if len(same) != 1 or not yearly:
        return None
    numbers = {(one.day - 1) // 7 + 1 for one in onsets}
    if all((one + timedelta(days=7)).month != one.month for one in onsets):
        numbers = {-1}
    if len(numbers) != 1:
        return None
    return {"freq": "YEARLY", "bymonth": first.month, "byday": f"{numbers.pop()}{_WEEKDAYS[first.weekday()]}"}
