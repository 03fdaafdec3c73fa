"""How a running stopwatch stands."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from osteoapp.core.timing import Started, timing

ZONE = ZoneInfo("Europe/Amsterdam")
ITEM = "activity/2026-11-23/goal"


def local(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZONE)


def started(text: str, item: str = ITEM) -> Started:
    return Started(item, local(text).astimezone(UTC))


def test_it_counts_whole_minutes_since_a_local_time() -> None:
    found = timing(started("2026-11-23T10:32"), local("2026-11-23T10:45"), timedelta(minutes=12, seconds=59))
    assert (found.minutes, found.doubtful) == (12, False)
    assert f"{found.since:%H:%M}" == "10:32"
    assert (found.item, found.target, found.at) == (ITEM, ITEM, None)


def test_a_clock_set_back_gives_no_minutes_and_never_a_future_date() -> None:
    found = timing(started("2026-11-23T10:32"), local("2026-11-22T09:00"), timedelta(seconds=-5))
    assert found.minutes == 0
    assert (found.target, found.at) == ("activity/2026-11-22/goal", None)


@pytest.mark.parametrize(
    ("start", "now", "doubtful"),
    [
        ("2026-11-23T10:00", "2026-11-23T13:00", False),
        ("2026-11-23T10:00", "2026-11-23T13:01", True),
        ("2026-11-22T23:50", "2026-11-23T00:10", False),
        ("2026-11-22T23:20", "2026-11-23T00:20", False),
        ("2026-11-22T23:10", "2026-11-23T00:20", True),
        ("2026-11-22T21:10", "2026-11-23T07:30", True),
    ],
)
def test_too_long_is_doubted_and_over_midnight_sooner(start: str, now: str, doubtful: bool) -> None:
    found = timing(started(start), local(now), local(now) - local(start))
    assert found.doubtful is doubtful


def test_over_midnight_the_minutes_count_for_the_date_it_was_started() -> None:
    yesterday = started("2026-11-22T23:50", "activity/2026-11-22/goal")
    found = timing(yesterday, local("2026-11-23T00:10"), timedelta(minutes=20))
    assert (found.minutes, found.target) == (20, "activity/2026-11-22/goal")
    assert found.at == local("2026-11-22T23:50")


def test_an_hour_repeated_in_autumn_is_counted_once_in_each_fold() -> None:
    """25 October 2026, 02:50 summer time, to 02:10 winter time: 20 minutes later."""
    start = datetime(2026, 10, 25, 2, 50, tzinfo=ZONE)
    now = datetime(2026, 10, 25, 2, 10, tzinfo=ZONE, fold=1)
    found = timing(Started("activity/2026-10-25/goal", start.astimezone(UTC)), now, timedelta(minutes=20))
    assert (found.minutes, found.doubtful, found.at) == (20, False, None)
    assert found.target == "activity/2026-10-25/goal"
