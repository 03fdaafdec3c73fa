"""Units left, when they run out, and the one reminder ahead of it (4.13)."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osteoapp.core import boxes
from osteoapp.core.agenda import context
from osteoapp.core.recurrence import AsNeeded, Freq, FromLastTaken, Rule, Unit
from osteoapp.core.refusal import Refused
from osteoapp.core.regimen import DosePlan
from osteoapp.core.stock import runs_out_on, units_left

from .builders import MONDAY, Patient, at, day, injection, medicine, tablet, vitamin_d

FETCH = "thyroid/2026-11-01/fetch"


def left(p: Patient, now: str) -> tuple[int | None, str | None]:
    ctx = context(p.regimen, p.history, at(now))
    family = ctx.families[0]
    out = runs_out_on(ctx, family, family.newest)
    return units_left(ctx, family, family.newest), None if out is None else out.isoformat()


def test_a_stock_falls_with_each_dose_and_rises_again_on_undo() -> None:
    p = Patient(medicine("08:00", stock=10))
    assert left(p, "2026-11-23 07:00") == (10, "2026-12-03")
    p.say("2026-11-23 08:00", "thyroid/2026-11-23/dose", "taken")
    assert left(p, "2026-11-23 08:00") == (9, "2026-12-03")
    p.undo("2026-11-23 08:01")
    assert left(p, "2026-11-23 08:01") == (10, "2026-12-03")


def test_skipped_doses_use_nothing() -> None:
    p = Patient(medicine("08:00", stock=10))
    p.say("2026-11-23 08:00", "thyroid/2026-11-23/dose", "skipped")
    assert left(p, "2026-11-23 09:00")[0] == 10


def test_a_dose_may_use_several_units_and_there_may_be_several_a_day() -> None:
    p = Patient(medicine("08:00", "20:00", stock=13, stock_per_dose=3))
    assert left(p, "2026-11-23 07:00") == (13, "2026-11-25")
    p.say("2026-11-23 08:00", "thyroid/2026-11-23/dose", "taken")
    assert left(p, "2026-11-23 09:00")[0] == 10


def test_it_never_falls_below_nothing() -> None:
    p = Patient(medicine("08:00", stock=1, stock_per_dose=2))
    assert left(p, "2026-11-23 07:00") == (1, "2026-11-23")
    p.say("2026-11-23 08:00", "thyroid/2026-11-23/dose", "taken")
    assert left(p, "2026-11-23 09:00")[0] == 0


def test_a_weekly_tablet_lasts_for_weeks() -> None:
    p = Patient(tablet(stock=2))
    assert left(p, "2026-11-22 07:00") == (2, "2026-12-07")


def test_a_stock_that_nobody_noted_has_no_forecast() -> None:
    assert left(Patient(medicine("08:00")), "2026-11-23 07:00") == (None, None)


def test_what_has_no_fixed_dates_has_no_forecast() -> None:
    chain = medicine("08:00", stock=5, recurrence=FromLastTaken(3, Unit.DAYS))
    assert left(Patient(chain), "2026-11-23 07:00") == (5, None)
    needed: DosePlan = replace(medicine(stock=5), times=(), recurrence=AsNeeded())
    assert left(Patient(needed), "2026-11-23 07:00") == (5, None)


def test_an_injection_has_no_forecast() -> None:
    assert left(Patient(injection(stock=1)), "2026-11-23 07:00") == (1, None)


def test_a_rule_that_ends_sooner_never_runs_out() -> None:
    p = Patient(medicine("08:00", stock=5, recurrence=Rule(Freq.DAILY, count=3), start="2026-11-23"))
    assert left(p, "2026-11-23 07:00") == (5, None)
    assert p.find("2026-11-23 07:00", FETCH) is None


def test_a_week_ahead_there_is_one_task() -> None:
    p = Patient(medicine("08:00", stock=20, start="2026-11-23"))
    assert p.due("2026-11-23 07:00", FETCH) == "2026-12-06 10:00"
    p.say("2026-11-23 08:00", "thyroid/2026-11-23/dose", "taken")
    assert p.due("2026-11-23 09:00", FETCH) == "2026-12-06 10:00"


def test_a_dose_left_out_moves_the_forecast_and_the_next_look_is_at_midnight() -> None:
    p = Patient(medicine("08:00", stock=20, start="2026-11-23"))
    p.shown("2026-11-23 23:30", "thyroid/2026-11-23/dose")
    assert p.wakes("2026-11-23 23:50") == "2026-11-24 00:00"
    assert p.due("2026-11-24 00:00", FETCH) == "2026-12-07 10:00"


def test_known_when_it_is_nearly_gone_the_task_comes_at_once() -> None:
    p = Patient(medicine("08:00", stock=3, start="2026-11-23"), known="2026-11-23 07:00")
    assert p.due("2026-11-23 07:00", "thyroid/2026-11-23/fetch") == "2026-11-23 10:00"
    p = Patient(medicine("08:00", stock=3, start="2026-11-23"), known="2026-11-23 12:00")
    assert p.due("2026-11-23 12:00", "thyroid/2026-11-23/fetch") == "2026-11-24 10:00"


def test_done_it_stays_done_until_a_new_stock_is_noted() -> None:
    p = Patient(medicine("08:00", stock=3))
    p.say("2026-11-23 10:00", FETCH, "done")
    assert p.status("2026-11-24 10:00", FETCH) == "done"
    p.change("2026-11-24 07:00", medicine("08:00", stock=90))
    assert p.status("2026-11-24 10:00", "thyroid/2026-11-24/fetch") == "upcoming"


def test_a_new_stock_counts_from_the_moment_it_was_noted() -> None:
    p = Patient(medicine("08:00", stock=3))
    p.say("2026-11-23 08:00", "thyroid/2026-11-23/dose", "taken")
    p.change("2026-11-23 10:00", medicine("08:00", stock=90))
    assert left(p, "2026-11-24 07:00")[0] == 90


def test_what_is_taken_later_on_the_day_of_the_noting_comes_out_of_it() -> None:
    p = Patient(medicine("08:00"))
    p.change("2026-11-23 07:00", medicine("08:00", stock=90))
    taken(p, "2026-11-23 08:00")
    assert left(p, "2026-11-23 09:00")[0] == 89


def test_a_dose_of_the_very_minute_in_which_the_plan_was_made_is_still_to_come() -> None:
    p = Patient(medicine("08:00", stock=1), known="2026-11-23 08:00")
    assert left(p, "2026-11-23 08:00") == (1, "2026-11-24")
    taken(p, "2026-11-23 08:00")
    assert left(p, "2026-11-23 08:00")[0] == 0
    p = Patient(medicine("08:00", stock=1), known="2026-11-23 08:01")
    assert left(p, "2026-11-23 08:01") == (1, "2026-11-25")


def test_another_change_of_the_plan_fills_no_box() -> None:
    p = Patient(medicine("08:00", stock=30))
    p.change("2026-11-22 07:00", medicine("08:00", stock=10))
    p.say("2026-11-23 08:00", "thyroid/2026-11-23/dose", "taken")
    p.say("2026-11-23 08:00", "thyroid/2026-11-22/fetch", "done")
    p.change("2026-11-24 07:00", medicine("09:00", stock=10))
    assert left(p, "2026-11-24 07:00")[0] == 9
    assert p.status("2026-11-24 07:00", "thyroid/2026-11-22/fetch") == "done"


def test_a_plan_that_ends_before_it_runs_out_asks_for_nothing() -> None:
    p = Patient(medicine("08:00", stock=30, until="2026-12-01"))
    assert p.find("2026-11-23 10:00", FETCH) is None


def test_a_plan_that_runs_out_on_its_last_date_still_asks() -> None:
    p = Patient(medicine("08:00", stock=20, start="2026-11-23", until="2026-12-13"))
    assert p.due("2026-11-23 07:00", FETCH) == "2026-12-06 10:00"


def test_a_plan_that_was_taken_out_asks_for_nothing() -> None:
    p = Patient(vitamin_d(stock=3))
    p.change("2026-11-23 07:00")
    assert p.find("2026-11-24 10:00", "vitamin-d/2026-11-01/fetch") is None


def test_a_slot_already_taken_today_is_not_counted_twice() -> None:
    p = Patient(medicine("08:00", stock=2, recurrence=Rule(Freq.WEEKLY, byday=frozenset({MONDAY}))))
    p.say("2026-11-23 08:00", "thyroid/2026-11-23/dose", "taken")
    assert left(p, "2026-11-23 09:00") == (1, "2026-12-07")

# --- counts and new boxes


def counted(p: Patient, now: str, units: int, **more: Any) -> None:
    events = boxes.count(p.regimen, p.history, at(now), "thyroid", lambda: f"c{len(p.history)}", units=units, **more)
    for event in events:
        p.history.append(event)


def stock(p: Patient, now: str) -> boxes.Stock | None:
    return boxes.stock_of(p.regimen, p.history, at(now), "thyroid")


def taken(p: Patient, now: str, on: str = "") -> None:
    p.say(now, f"thyroid/{on or now[:10]}/dose", "taken")


def test_a_count_begins_a_stock_and_what_was_taken_before_it_is_not_in_the_box() -> None:
    p = Patient(medicine("08:00"))
    assert stock(p, "2026-11-23 07:00") is None
    taken(p, "2026-11-23 08:00")
    counted(p, "2026-11-23 10:00", 8)
    assert stock(p, "2026-11-23 10:00") == boxes.Stock(8, 1, 7, day("2026-12-02"), day("2026-11-25"))
    taken(p, "2026-11-24 08:00")
    assert stock(p, "2026-11-24 09:00") == boxes.Stock(7, 1, 7, day("2026-12-02"), day("2026-11-25"))
    p.undo("2026-11-24 09:01")
    assert stock(p, "2026-11-24 09:02") == boxes.Stock(8, 1, 7, day("2026-12-02"), day("2026-11-25"))


def test_a_dose_of_before_the_count_that_is_noted_later_changes_nothing() -> None:
    p = Patient(medicine("08:00", recurrence=Rule(Freq.WEEKLY, byday=frozenset({MONDAY}))))
    counted(p, "2026-11-25 10:00", 4)
    p.say("2026-11-25 11:00", "thyroid/2026-11-23/dose", "taken", on="2026-11-24")
    assert left(p, "2026-11-25 12:00")[0] == 4
    p.undo("2026-11-25 12:01")
    p.say("2026-11-27 12:02", "thyroid/2026-11-23/dose", "taken", on="2026-11-26")
    assert left(p, "2026-11-27 12:03")[0] == 3


def test_a_dose_of_the_moment_or_only_the_day_of_the_count_was_out_of_the_box() -> None:
    p = Patient(medicine("08:00", recurrence=Rule(Freq.WEEKLY, byday=frozenset({MONDAY}))))
    counted(p, "2026-11-23 08:00", 4)
    taken(p, "2026-11-23 08:00")
    assert left(p, "2026-11-23 08:01")[0] == 4
    p.undo("2026-11-23 08:02")
    p.say("2026-11-24 08:00", "thyroid/2026-11-23/dose", "taken", on="2026-11-23")
    assert left(p, "2026-11-24 08:01")[0] == 4


def test_a_new_box_comes_to_what_was_left_and_asks_again_in_its_time() -> None:
    p = Patient(medicine("08:00", stock=3, start="2026-11-23"), known="2026-11-23 07:00")
    p.say("2026-11-23 10:00", "thyroid/2026-11-23/fetch", "done")
    counted(p, "2026-11-24 07:00", 28, box=True, expires=day("2027-06-30"))
    assert stock(p, "2026-11-24 07:00") == boxes.Stock(
        31, 1, 7, day("2026-12-25"), day("2026-12-18"), day("2027-06-30")
    )
    assert p.due("2026-11-24 07:01", "thyroid/2026-11-24/fetch") == "2026-12-18 10:00"
    assert p.find("2026-11-24 07:01", "thyroid/2026-11-23/fetch") is None
    p.undo("2026-11-24 07:02")
    assert stock(p, "2026-11-24 07:03") == boxes.Stock(3, 1, 7, day("2026-11-27"), day("2026-11-23"))


def test_a_number_that_is_put_right_asks_nothing_again() -> None:
    p = Patient(medicine("08:00"))
    counted(p, "2026-11-20 07:00", 28, box=True)
    p.say("2026-12-11 10:00", "thyroid/2026-11-20/fetch", "done")
    counted(p, "2026-12-12 12:00", 2)
    assert p.status("2026-12-13 12:00", "thyroid/2026-11-20/fetch") == "done"
    assert stock(p, "2026-12-12 12:00") == boxes.Stock(2, 1, 7, day("2026-12-14"), day("2026-12-13"))


def test_a_stock_noted_in_the_plan_afterwards_takes_the_place_of_a_count() -> None:
    p = Patient(medicine("08:00"))
    counted(p, "2026-11-20 07:00", 28)
    p.change("2026-11-22 07:00", medicine("08:00", stock=10))
    assert left(p, "2026-11-24 07:00")[0] == 10
    counted(p, "2026-11-24 07:00", 5)
    assert left(p, "2026-11-24 07:01")[0] == 5


def test_a_plan_that_ends_before_its_stock_has_no_reminder_of_it() -> None:
    p = Patient(medicine("08:00", stock=28, until="2026-11-10"))
    assert stock(p, "2026-11-02 07:00") == boxes.Stock(28, 1, 7, day("2026-11-30"), None)


def test_the_first_box_and_the_largest_count_are_noted_as_they_are() -> None:
    p = Patient(medicine("08:00"))
    counted(p, "2026-11-23 07:00", 28, box=True)
    assert left(p, "2026-11-23 07:00")[0] == 28
    assert p.history.counted("thyroid")[0].item == "thyroid/2026-11-23/stock"
    counted(p, "2026-11-24 07:00", boxes.MOST_UNITS)
    assert left(p, "2026-11-24 07:00")[0] == 10_000


def test_a_count_without_sense_is_refused() -> None:
    p = Patient(medicine("08:00"))
    for units, box in ((-1, False), (0, True), (10_001, False)):
        with pytest.raises(Refused) as refused:
            counted(p, "2026-11-23 10:00", units, box=box)
        assert refused.value.code == "units_wrong"
    p.change("2026-11-24 10:00", tablet())
    for now in ("2026-11-25 10:00", "2026-11-26 10:00"):
        with pytest.raises(Refused) as refused:
            counted(p, now, 3)
        assert refused.value.code == "unknown_plan"
        assert stock(p, now) is None
    assert boxes.stock_of(p.regimen, p.history, at("2026-11-25 10:00"), "nobody") is None
    with pytest.raises(Refused):
        boxes.count(p.regimen, p.history, at("2026-11-25 10:00"), "nobody", lambda: "x", units=1)


ACTS = st.lists(
    st.tuples(st.sampled_from(["taken", "count", "box", "undo", "night"]), st.integers(0, 40)), max_size=25
)


@given(ACTS, st.integers(1, 3))
def test_what_is_left_is_the_last_count_and_the_boxes_less_the_doses_that_stand(
    acts: list[tuple[str, int]], per_dose: int
) -> None:
    """Played beside a list that a child could keep: every act can be taken back, and then it never was."""
    p = Patient(medicine("08:00", stock=10, stock_per_dose=per_dose, recurrence=AsNeeded()))
    now = at("2026-11-23 08:00")
    done: list[tuple[str, int]] = []
    for what, number in acts:
        now += timedelta(days=1) if what == "night" else timedelta(minutes=1)
        wall = f"{now:%Y-%m-%d %H:%M}"
        if what == "taken":
            p.say(wall, f"thyroid/{now:%Y-%m-%d}/dose", "taken")
            done.append(("taken", per_dose))
        elif what == "count" or (what == "box" and number):
            before = left(p, wall)[0] or 0
            counted(p, wall, number, box=what == "box")
            done.append(("count", number + (before if what == "box" else 0)))
        elif what == "undo" and done:
            p.undo(wall)
            done.pop()
        here = 10
        for kind, value in done:
            here = value if kind == "count" else max(here - value, 0)
        found = left(p, wall)[0]
        assert found is not None
        assert found == here
