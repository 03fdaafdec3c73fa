"""What must hold between plans, asked of plans directly as a screen does."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest

from osteoapp.content.catalogue import catalogue
from osteoapp.core.plan_checks import first_weekday, overlapping_tablets, tablets_after_morning
from osteoapp.core.regimen import DayTimes, GoalPlan, TabletPlan

DAY_1, DAY_2, DAY_3 = date(2026, 11, 2), date(2026, 11, 9), date(2026, 11, 16)


def tablet(name: str, start: date, until: date | None = None, at: time | None = None) -> TabletPlan:
    return TabletPlan(name, "alendronate-tablet", start, until=until, time=at)


@pytest.mark.parametrize(
    ("one", "two", "overlap"),
    [
        (tablet("a", DAY_1), tablet("b", DAY_3), True),
        (tablet("a", DAY_3), tablet("b", DAY_1), True),
        (tablet("a", DAY_1, DAY_2), tablet("b", DAY_2), True),
        (tablet("a", DAY_1, DAY_2 - timedelta(days=1)), tablet("b", DAY_2), False),
        (tablet("a", DAY_2), tablet("b", DAY_1, DAY_2 - timedelta(days=1)), False),
        (tablet("a", DAY_2, DAY_2), tablet("b", DAY_1, DAY_3), True),
    ],
)
def test_two_tablets_overlap_when_they_share_a_date(one: TabletPlan, two: TabletPlan, overlap: bool) -> None:
    assert overlapping_tablets([one, two], catalogue()) == (((one, two),) if overlap else ())


def test_each_pair_of_three_is_named_and_other_plans_are_not() -> None:
    one, two, three = tablet("a", DAY_1), tablet("b", DAY_2), tablet("c", DAY_3)
    dairy = GoalPlan("dairy", "dairy", DAY_1)
    unknown = TabletPlan("x", "no-such-treatment", DAY_1)
    pairs = overlapping_tablets([one, dairy, two, unknown, three], catalogue())
    assert pairs == ((one, two), (one, three), (two, three))


def test_a_tablet_must_come_before_the_end_of_the_morning() -> None:
    early, late = tablet("a", DAY_1, at=time(11, 59)), tablet("b", DAY_1, at=time(12, 0))
    waking = tablet("c", DAY_1)
    assert tablets_after_morning([early, late, waking, GoalPlan("d", "dairy", DAY_1)], DayTimes()) == (late,)
    late_sleeper = DayTimes(wake=time(12, 30))
    assert tablets_after_morning([early, waking], late_sleeper) == (waking,)


def test_the_first_weekday_is_the_start_itself_or_within_six_days() -> None:
    for offset in range(14):
        start = DAY_1 + timedelta(days=offset)
        for weekday in range(7):
            first = first_weekday(start, weekday)
            assert first.weekday() == weekday
            assert 0 <= (first - start).days <= 6
