"""What must hold between the plans of one patient (B1, B2, B2b, C3)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest

from osteoapp.content.catalogue import catalogue
from osteoapp.core.plan_checks import first_weekday, overlapping_tablets, tablets_after_morning
from osteoapp.core.regimen import DayTimes
from osteoapp.core.treatment import Catalogue

from .builders import MONDAY, SUNDAY, WEDNESDAY, day, risedronate, tablet, vitamin_d


def pairs(*plans: object) -> list[tuple[str, str]]:
    return [(one.id, two.id) for one, two in overlapping_tablets(plans, catalogue())]  # type: ignore[arg-type]


def test_two_tablets_that_share_a_date_are_a_pair() -> None:
    assert pairs(tablet(), risedronate()) == [("alendronate", "risedronate")]
    assert pairs(tablet(until="2026-11-23"), risedronate(start="2026-11-23")) == [("alendronate", "risedronate")]
    assert pairs(risedronate(start="2026-11-23"), tablet(until="2026-11-23")) == [("risedronate", "alendronate")]


def test_one_tablet_after_the_other_is_no_pair() -> None:
    assert pairs(tablet(until="2026-11-23"), risedronate(start="2026-11-24")) == []
    assert pairs(risedronate(start="2026-11-24"), tablet(until="2026-11-23")) == []
    assert pairs(tablet(), vitamin_d()) == []


def test_every_pair_of_three_is_named() -> None:
    third = replace(tablet(), id="drink", treatment="alendronate-drink")
    assert pairs(tablet(), third, risedronate()) == [
        ("alendronate", "drink"), ("alendronate", "risedronate"), ("drink", "risedronate"),
    ]


def test_a_treatment_that_nobody_knows_is_passed_over() -> None:
    assert pairs(tablet(treatment="magic"), risedronate()) == []
    assert overlapping_tablets([tablet(), risedronate()], Catalogue()) == ()


def test_a_tablet_after_the_morning_could_never_be_offered() -> None:
    times = DayTimes(morning_ends=time(12))
    assert tablets_after_morning([tablet(when="12:00"), vitamin_d("13:00")], times) == (tablet(when="12:00"),)
    assert tablets_after_morning([tablet(when="11:59"), tablet()], times) == ()
    assert tablets_after_morning([tablet()], DayTimes(wake=time(12, 30))) == (tablet(),)


@pytest.mark.parametrize(
    ("weekday", "first"), [(MONDAY, "2026-11-30"), (WEDNESDAY, "2026-11-25"), (SUNDAY, "2026-11-29")]
)
def test_the_first_weekday_is_on_or_after_the_start(weekday: int, first: str) -> None:
    assert first_weekday(date(2026, 11, 25), weekday) == day(first)
