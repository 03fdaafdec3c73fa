"""On which days a practice is usually open. The dates are those of the public calendars of the two countries."""

from __future__ import annotations

from datetime import date

import pytest

from osteoapp.workdays import is_open, last_open, next_open, warm

HOME = "Europe/Amsterdam"


@pytest.mark.parametrize(
    "closed",
    [
        "2027-01-01", "2027-03-29", "2027-04-27", "2027-05-06", "2027-05-17",
        "2026-12-25", "2026-12-26", "2026-11-21", "2026-11-22",
    ],
)  # fmt: skip
def test_a_dutch_practice_is_closed_in_weekends_and_on_public_holidays(closed: str) -> None:
    assert not is_open(date.fromisoformat(closed), HOME)


@pytest.mark.parametrize("day", ["2026-11-23", "2027-03-26", "2027-05-05", "2026-12-24", "2026-12-31"])
def test_it_is_open_on_working_days_good_friday_among_them(day: str) -> None:
    assert is_open(date.fromisoformat(day), HOME)


def test_kings_day_on_a_sunday_is_kept_on_saturday() -> None:
    assert not is_open(date(2031, 4, 26), HOME)
    assert is_open(date(2031, 4, 28), HOME)


def test_another_country_has_other_holidays() -> None:
    assert not is_open(date(2027, 7, 21), "Europe/Brussels")
    assert is_open(date(2027, 7, 21), HOME)
    assert is_open(date(2027, 4, 27), "Europe/Brussels")


def test_of_an_unknown_country_only_weekends_are_known() -> None:
    assert is_open(date(2026, 12, 25), "Asia/Tokyo")
    assert not is_open(date(2026, 12, 26), "Asia/Tokyo")


def test_the_next_and_the_last_open_day_skip_a_whole_run_of_closed_ones() -> None:
    assert next_open(date(2026, 12, 25), HOME) == date(2026, 12, 28)
    assert last_open(date(2027, 3, 29), HOME) == date(2027, 3, 26)
    assert next_open(date(2026, 11, 23), HOME) == last_open(date(2026, 11, 23), HOME) == date(2026, 11, 23)


def test_reading_ahead_changes_no_answer() -> None:
    warm(date(2027, 1, 1), HOME)
    assert not is_open(date(2028, 1, 1), HOME)
