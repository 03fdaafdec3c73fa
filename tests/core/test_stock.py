"""Units left, when they run out, and the one reminder ahead of it (4.13)."""

from __future__ import annotations

from dataclasses import replace

from osteoapp.core.agenda import context
from osteoapp.core.recurrence import AsNeeded, Freq, FromLastTaken, Rule, Unit
from osteoapp.core.regimen import DosePlan
from osteoapp.core.stock import runs_out_on, units_left

from .builders import MONDAY, Patient, at, injection, medicine, tablet, vitamin_d

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
