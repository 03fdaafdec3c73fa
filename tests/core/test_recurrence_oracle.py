"""Dates and instants against oracles that know nothing of the program.

dateutil and recurring-ical-events know RFC 5545, zoneinfo knows the clocks; where the program differs from the RFC on
purpose (a day that the month does not have is its last day) a reference of a few lines stands beside it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo

import pytest
import recurring_ical_events
from dateutil import rrule
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from icalendar import Calendar, Event

from osteoapp.core.recurrence import (
    Freq,
    FromLastTaken,
    OnOff,
    Rule,
    Unit,
    add_months,
    add_period,
    dates,
    endless,
    instant,
    local_date,
    next_date,
    previous_date,
)

from .expected import DAY, rule_dates, wall

HORIZON = timedelta(days=1500)
NAMES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")

starts = st.dates(date(2023, 1, 1), date(2029, 12, 31))
spans = st.integers(0, 1400).map(lambda days: timedelta(days=days))


@st.composite
def rules(draw: st.DrawFn, largest_day: int = 31) -> Rule:
    freq = draw(st.sampled_from(Freq))
    weekdays = st.just(frozenset[int]()) | st.frozensets(st.integers(0, 6))
    month_days = st.frozensets(st.integers(1, largest_day) | st.integers(-28, -1), max_size=4)
    return Rule(
        freq=freq,
        interval=draw(st.integers(1, 5) | st.sampled_from([7, 12, 30, 100])),
        byday=draw(weekdays),
        bymonthday=frozenset() if freq is Freq.WEEKLY else draw(st.just(frozenset[int]()) | month_days),
        count=draw(st.none() | st.integers(1, 40)),
    )


def with_until(rule: Rule, until: date | None) -> Rule:
    """RFC 5545 allows COUNT or UNTIL, never both."""
    if until is None or rule.count is not None:
        return rule
    return Rule(rule.freq, rule.interval, rule.byday, rule.bymonthday, None, until)


def short_of_month_ends(rule: Rule, start: date) -> bool:
    """Whether every month has the days that the rule speaks of: there the program and RFC 5545 agree."""
    return start.day <= 28 or bool(rule.bymonthday) or rule.freq in (Freq.DAILY, Freq.WEEKLY)


def by_dateutil(rule: Rule, start: date) -> rrule.rrule:
    return rrule.rrule(
        getattr(rrule, rule.freq.value),
        dtstart=datetime.combine(start, time()),
        interval=rule.interval,
        byweekday=sorted(rule.byday) or None,
        bymonthday=sorted(rule.bymonthday) or None,
        count=rule.count,
        until=None if rule.until is None else datetime.combine(rule.until, time()),
        wkst=rrule.MO,
    )


def between(oracle: rrule.rrule, first: date, last: date) -> list[date]:
    low, high = datetime.combine(first, time()), datetime.combine(last, time())
    return [moment.date() for moment in oracle.between(low, high, inc=True)]


@settings(max_examples=settings().max_examples * 8)
@given(rules(largest_day=28), starts, st.integers(-200, 1200), spans, st.none() | starts)
def test_dates_are_those_of_dateutil(rule: Rule, start: date, after: int, span: timedelta, until: date | None) -> None:
    rule = with_until(rule, until)
    assume(short_of_month_ends(rule, start))
    first = start + timedelta(days=after)
    assert list(dates(rule, start, first, first + span)) == between(by_dateutil(rule, start), first, first + span)


@settings(max_examples=settings().max_examples * 2)
@given(rules(largest_day=28), starts, spans, st.none() | starts)
def test_dates_are_those_of_a_calendar_file(rule: Rule, start: date, span: timedelta, until: date | None) -> None:
    rule = with_until(rule, until)
    assume(short_of_month_ends(rule, start))
    # A calendar file counts its start as an occurrence whatever the rule says; the program does not.
    assume(next(iter(by_dateutil(rule, start)), None) == datetime.combine(start, time()))
    assert list(dates(rule, start, start, start + span)) == sorted(by_calendar_file(rule, start, start + span))


def by_calendar_file(rule: Rule, start: date, last: date) -> Iterator[date]:
    parts: dict[str, object] = {"FREQ": rule.freq.value, "INTERVAL": rule.interval, "WKST": "MO"}
    if rule.byday:
        parts["BYDAY"] = [NAMES[number] for number in sorted(rule.byday)]
    if rule.bymonthday:
        parts["BYMONTHDAY"] = sorted(rule.bymonthday)
    if rule.count is not None:
        parts["COUNT"] = rule.count
    if rule.until is not None:
        parts["UNTIL"] = rule.until
    event = Event()
    event.add("uid", "one")
    event.add("dtstart", start)
    event.add("dtend", start + DAY)
    event.add("rrule", parts)
    whole = Calendar()
    whole.add_component(event)
    for found in recurring_ical_events.of(whole).between(start, last + DAY):
        yield found["DTSTART"].dt


@settings(max_examples=settings().max_examples * 8)
@given(rules(), starts, st.integers(-200, 900), st.integers(0, 500), st.none() | starts)
def test_a_day_that_the_month_does_not_have_is_its_last_day(
    rule: Rule, start: date, after: int, length: int, until: date | None
) -> None:
    rule = with_until(rule, until)
    first = start + timedelta(days=after)
    last = first + timedelta(days=length)
    assert list(dates(rule, start, first, last)) == [day for day in rule_dates(rule, start, last) if day >= first]


@given(st.integers(1, 40), st.integers(1, 40), starts, st.integers(-50, 300), st.integers(0, 300))
def test_days_on_and_days_off_alternate_from_the_start(on: int, off: int, start: date, after: int, length: int) -> None:
    first = start + timedelta(days=after)
    last = first + timedelta(days=length)
    pattern = [True] * on + [False] * off
    days = [start + number * DAY for number in range(max((last - start).days + 1, 0))]
    wanted = [day for number, day in enumerate(days) if pattern[number % len(pattern)] and day >= first]
    assert list(dates(OnOff(on, off), start, first, last)) == wanted


recurrences = rules() | st.builds(OnOff, st.integers(1, 30), st.integers(1, 30))


@settings(max_examples=settings().max_examples * 4)
@given(recurrences, starts, st.integers(-100, 900))
def test_the_next_and_the_previous_date_are_neighbours_in_the_list(
    rule: Rule | OnOff, start: date, offset: int
) -> None:
    here = start + timedelta(days=offset)
    listed = list(dates(rule, start, start, here + HORIZON))
    later, earlier = [day for day in listed if day > here], [day for day in listed if day < here]
    assert previous_date(rule, start, here) == (earlier[-1] if earlier else None)
    following = next_date(rule, start, here)
    assert following == later[0] if later else following is None or following > here + HORIZON


@given(rules(), starts, st.integers(0, 900))
def test_past_its_last_date_a_rule_still_tells_when_the_next_would_have_been(
    rule: Rule, start: date, offset: int
) -> None:
    here = start + timedelta(days=offset)
    never_ends = Rule(rule.freq, rule.interval, rule.byday, rule.bymonthday)
    ends = with_until(never_ends, here) if rule.count is None else rule
    assert next_date(endless(ends), start, here) == next_date(never_ends, start, here)


def listed(rule: Rule, start: str, last: str) -> list[str]:
    """The dates of a rule from its start to a last date, as text."""
    return [found.isoformat() for found in dates(rule, *map(date.fromisoformat, (start, start, last)))]


@pytest.mark.parametrize(
    ("rule", "wanted"),
    [
        (Rule(Freq.DAILY, bymonthday=frozenset({1, 15})), "2026-11-15 2026-12-01 2026-12-15 2027-01-01 2027-01-15"),
        (Rule(Freq.DAILY, bymonthday=frozenset({-1})), "2026-11-30 2026-12-31 2027-01-31"),
        (Rule(Freq.DAILY, byday=frozenset({4}), bymonthday=frozenset({13})), "2026-11-13"),
        (Rule(Freq.WEEKLY, interval=4), "2026-11-02 2026-11-30 2026-12-28 2027-01-25"),
        (Rule(Freq.MONTHLY), "2026-11-02 2026-12-02 2027-01-02"),
        (Rule(Freq.MONTHLY, bymonthday=frozenset({-1})), "2026-11-30 2026-12-31 2027-01-31"),
        (Rule(Freq.MONTHLY, interval=2, byday=frozenset({6})),
         "2026-11-08 2026-11-15 2026-11-22 2026-11-29 2027-01-03 2027-01-10 2027-01-17 2027-01-24 2027-01-31"),
        (Rule(Freq.MONTHLY, byday=frozenset({4}), bymonthday=frozenset({13})), "2026-11-13"),
        (Rule(Freq.YEARLY, bymonthday=frozenset({2})), "2026-11-02 2026-12-02 2027-01-02"),
        (Rule(Freq.YEARLY, byday=frozenset({6}), bymonthday=frozenset({31})), "2027-01-31"),
    ],
    ids=str,
)
def test_weekdays_and_days_of_the_month_narrow_a_rule_as_the_rfc_says(rule: Rule, wanted: str) -> None:
    assert listed(rule, "2026-11-02", "2027-01-31") == wanted.split()


@pytest.mark.parametrize(
    ("rule", "start", "wanted"),
    [
        (Rule(Freq.MONTHLY), "2026-12-31", "2026-12-31 2027-01-31 2027-02-28 2027-03-31"),
        (Rule(Freq.DAILY, bymonthday=frozenset({31})), "2027-01-01", "2027-01-31 2027-02-28 2027-03-31"),
        (Rule(Freq.MONTHLY, bymonthday=frozenset({30, 31})), "2027-01-01",
         "2027-01-30 2027-01-31 2027-02-28 2027-03-30 2027-03-31"),
        (Rule(Freq.YEARLY), "2024-02-29", "2024-02-29 2025-02-28 2026-02-28 2027-02-28"),
    ],
    ids=str,
)
def test_unlike_the_rfc_a_rule_comes_on_the_last_day_of_a_shorter_month(rule: Rule, start: str, wanted: str) -> None:
    assert listed(rule, start, "2027-03-31") == wanted.split()


def test_counted_from_its_end_past_its_beginning_a_month_has_its_first_day() -> None:
    rule = Rule(Freq.DAILY, bymonthday=frozenset({-31}))
    assert listed(rule, "2027-01-01", "2027-03-31") == ["2027-01-01", "2027-02-01", "2027-03-01"]


def test_a_rule_that_fits_no_date_has_no_dates() -> None:
    never = Rule(Freq.DAILY, interval=7, byday=frozenset({1}))
    monday = date(2026, 11, 2)
    assert list(dates(never, monday, monday, date(2199, 12, 31))) == []
    assert next_date(never, monday, monday) is None
    assert previous_date(never, monday, date(2030, 1, 1)) is None


def test_a_count_of_a_rule_that_fits_no_date_ends_before_it_starts() -> None:
    never = Rule(Freq.DAILY, interval=7, byday=frozenset({1}), count=3)
    assert list(dates(never, date(2026, 11, 2), date(2026, 11, 2), date(2100, 1, 1))) == []


@pytest.mark.parametrize(
    "rule",
    [Rule(Freq.DAILY, 1000), Rule(Freq.WEEKLY, 1000), Rule(Freq.MONTHLY, 1000), Rule(Freq.YEARLY, 1000)],
    ids=lambda rule: rule.freq.value,
)
def test_the_end_of_the_calendar_is_no_fault(rule: Rule) -> None:
    start = date(2026, 11, 1)
    assert next_date(rule, start, date(9999, 1, 1)) is None
    assert all(day.year <= 9999 for day in dates(rule, start, date(9000, 1, 1), date(9999, 12, 31)))
    assert next_date(rule, start, date.max) is None


# --- months


@given(starts, st.integers(-60, 240))
def test_months_later_is_the_same_day_or_the_last_of_that_month(day: date, months: int) -> None:
    later = add_months(day, months)
    assert 12 * (later.year - day.year) + later.month - day.month == months
    if later.day != day.day:
        assert later.day < day.day
        assert (later + DAY).month != later.month


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        ("2026-08-31", 6, "2027-02-28"),
        ("2028-02-29", 12, "2029-02-28"),
        ("2028-02-29", 48, "2032-02-29"),
        ("2026-05-12", 6, "2026-11-12"),
        ("2027-08-31", 6, "2028-02-29"),
        ("2026-12-03", 6, "2027-06-03"),
        ("2027-01-31", -2, "2026-11-30"),
    ],
)
def test_months_are_calendar_months_clamped_to_the_month_end(day: str, months: int, later: str) -> None:
    assert add_months(date.fromisoformat(day), months).isoformat() == later


@pytest.mark.parametrize(
    ("number", "unit", "later"),
    [(3, Unit.DAYS, "2027-02-03"), (2, Unit.WEEKS, "2027-02-14"), (1, Unit.MONTHS, "2027-02-28"),
     (1, Unit.YEARS, "2028-01-31")],
)
def test_a_period_is_whole_days_weeks_months_or_years(number: int, unit: Unit, later: str) -> None:
    assert add_period(date(2027, 1, 31), FromLastTaken(number, unit)).isoformat() == later


# --- instants

ZONES = (
    "Europe/Amsterdam", "Europe/Dublin", "Europe/Lisbon", "America/New_York", "America/St_Johns", "America/Santiago",
    "America/Havana", "America/Nuuk", "America/Scoresbysund", "Australia/Lord_Howe", "Pacific/Chatham",
    "Pacific/Auckland", "Antarctica/Troll", "Africa/Casablanca", "Africa/Cairo", "Asia/Beirut", "Atlantic/Azores",
    "Asia/Kathmandu", "UTC",
)
# (zone, from, to): years in which a zone did something that none does now.
HISTORY = (
    ("America/Sao_Paulo", 2014, 2019),  # clocks went forward at midnight
    ("Pacific/Apia", 2011, 2012),  # 30 December 2011 was left out
    ("Pacific/Kiritimati", 1994, 1995),  # 31 December 1994 was left out
    ("Asia/Tehran", 2020, 2022),
    ("America/Caracas", 2007, 2016),  # half an hour back, half an hour on
    ("Asia/Pyongyang", 2015, 2018),
)
SPANS = [(zone, 2024, 2030) for zone in ZONES] + list(HISTORY)


@cache
def transitions(zone: str, first: int, last: int) -> tuple[datetime, ...]:
    """The instants at which the clocks of a zone change, found by looking every six hours."""
    tz = ZoneInfo(zone)
    found = []
    moment, end, step = datetime(first, 1, 1, tzinfo=UTC), datetime(last + 1, 1, 1, tzinfo=UTC), timedelta(hours=6)
    while moment < end:
        if offset(moment, tz) != offset(moment + step, tz):
            minutes = (moment + timedelta(minutes=number) for number in range(361))
            found.append(next(minute for minute in minutes if offset(minute, tz) != offset(moment, tz)))
        moment += step
    return tuple(found)


def offset(moment: datetime, tz: ZoneInfo) -> timedelta | None:
    return moment.astimezone(tz).utcoffset()


def test_the_zones_do_have_clock_changes() -> None:
    assert len(transitions("Europe/Amsterdam", 2024, 2030)) == 14
    assert len(transitions("Africa/Casablanca", 2024, 2030)) >= 12
    assert len(transitions("Pacific/Apia", 2011, 2012)) >= 4


@pytest.mark.parametrize(("zone", "first", "last"), SPANS, ids=[f"{zone}-{first}" for zone, first, _ in SPANS])
def test_a_wall_clock_time_is_its_first_existing_minute(zone: str, first: int, last: int) -> None:
    tz = ZoneInfo(zone)
    for change in transitions(zone, first, last) or (datetime(2026, 3, 29, 1, tzinfo=UTC),):
        minutes = [change + timedelta(minutes=number) for number in range(-180, 181)]
        shown = [wall(minute, tz) for minute in minutes]
        low = min(shown) + timedelta(hours=2)
        for number in range(int((max(shown) - timedelta(hours=2) - low) / timedelta(minutes=1))):
            naive = low + timedelta(minutes=number)
            wanted = next(minute for minute, face in zip(minutes, shown, strict=True) if face >= naive)
            assert instant(naive.date(), naive.time(), tz) == wanted, naive


def test_a_time_with_seconds_in_the_gap_is_the_first_minute_after_it_too() -> None:
    tz = ZoneInfo("Europe/Amsterdam")
    for at in (time(2, 30, 15), time(2, 59, 59, 999999), time(2, 0, 0, 1)):
        assert instant(date(2027, 3, 28), at, tz) == datetime(2027, 3, 28, 1, tzinfo=UTC)


@pytest.mark.parametrize(("zone", "first", "last"), SPANS, ids=[f"{zone}-{first}" for zone, first, _ in SPANS])
def test_midnight_is_the_first_instant_of_its_date(zone: str, first: int, last: int) -> None:
    tz = ZoneInfo(zone)
    for change in transitions(zone, first, last) or (datetime(2026, 3, 29, 1, tzinfo=UTC),):
        for number in range(-2, 3):
            day = wall(change, tz).date() + number * DAY
            start = instant(day, time(0), tz)
            assert local_date(start, tz) >= day
            assert local_date(start - timedelta(minutes=1), tz) < day


@settings(max_examples=settings().max_examples * 4)
@given(
    st.datetimes(datetime.fromisoformat("1970-01-02"), datetime.fromisoformat("2199-12-30")),
    st.sampled_from([span[0] for span in SPANS]),
)
def test_an_instant_shows_the_time_that_was_asked_or_the_first_after_it(naive: datetime, zone: str) -> None:
    tz = ZoneInfo(zone)
    found = instant(naive.date(), naive.time(), tz)
    assert found.tzinfo is UTC
    assert wall(found, tz) >= naive
    before = found - timedelta(minutes=1)
    assert wall(before, tz) < naive or wall(found, tz) < wall(before, tz)
