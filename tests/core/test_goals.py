"""Goals of the day: counted, nudged, never scolded (B6, B7)."""

from __future__ import annotations

from zoneinfo import ZoneInfo

import pytest

from osteoapp.core.events import Reason
from osteoapp.core.item import Progress
from osteoapp.core.refusal import Refused

from .builders import Patient, activity, dairy, pause

GOAL = "activity/2026-11-23/goal"
DAIRY = "dairy/2026-11-23/goal"


def patient() -> Patient:
    return Patient(activity("10:30", "14:00", "16:30"))


def test_a_goal_is_one_item_a_date_planned_at_its_first_time() -> None:
    p = patient()
    assert p.status("2026-11-23 10:29", GOAL) == "upcoming"
    goal = p.item("2026-11-23 10:29", GOAL)
    assert (goal.step, goal.treatment) == ("goal", "activity")
    assert p.due("2026-11-23 00:00", GOAL) == "2026-11-23 10:30"
    assert p.status("2026-11-23 23:59", GOAL) == "due"
    assert p.status("2026-11-24 00:00", GOAL) == "missed"


def test_amounts_add_up_to_the_target() -> None:
    p = patient()
    p.say("2026-11-23 09:00", GOAL, "amount", amount=10)
    assert p.item("2026-11-23 09:00", GOAL).progress == Progress(10, 30, "min")
    p.say("2026-11-23 12:00", GOAL, "amount", amount=20)
    assert p.status("2026-11-23 12:00", GOAL) == "done"
    p.undo("2026-11-23 12:01")
    assert p.status("2026-11-23 12:01", GOAL) == "due"


def test_an_amount_counts_for_the_date_on_which_it_happened() -> None:
    p = patient()
    p.say("2026-11-24 09:00", GOAL, "amount", amount=30, at="2026-11-23 21:00")
    assert p.status("2026-11-24 09:00", GOAL) == "done"
    with pytest.raises(Refused, match="date_outside"):
        p.say("2026-11-24 09:00", GOAL, "amount", amount=30)


@pytest.mark.parametrize(("amount", "code"), [(None, "amount_needed"), (0, "amount_not_positive"), (-3, "amount_not_")])
def test_an_amount_is_a_number_above_nought(amount: int | None, code: str) -> None:
    with pytest.raises(Refused, match=code):
        patient().say("2026-11-23 12:00", GOAL, "amount", amount=amount)


def test_it_nudges_once_at_each_of_its_times_while_below_target() -> None:
    p = patient()
    assert p.reminded("2026-11-23 10:30") == {GOAL: "due"}
    p.shown("2026-11-23 10:30", GOAL)
    assert p.reminded("2026-11-23 11:30") == {}
    assert p.reminded("2026-11-23 14:00") == {GOAL: "repeat"}
    p.shown("2026-11-23 14:00", GOAL, Reason.REPEAT)
    p.say("2026-11-23 15:00", GOAL, "amount", amount=30)
    assert p.reminded("2026-11-23 16:30") == {}


def test_without_times_it_is_due_from_midnight_and_never_nudges() -> None:
    p = Patient(dairy())
    assert p.status("2026-11-23 00:00", DAIRY) == "due"
    assert p.reminded("2026-11-23 12:00") == {}


def test_it_is_made_from_the_very_date_on_which_the_plan_became_known() -> None:
    p = Patient(dairy("10:30"), known="2026-11-23 18:00")
    assert p.status("2026-11-23 18:00", DAIRY) == "due"
    assert p.status("2026-11-23 18:00", "dairy/2026-11-22/goal") == "absent"


def test_a_goal_that_begins_later_is_what_comes_next() -> None:
    p = Patient(dairy("10:30", start="2027-02-01"))
    assert p.wakes("2026-11-23 10:00") == "2027-02-01 10:30"


def test_a_goal_that_ends_before_it_begins_is_never_made() -> None:
    p = Patient(dairy("10:30", start="2027-02-01", until="2027-01-01"))
    assert p.look("2026-11-23 10:00", "2026-11-01", "2027-03-01").items == ()


def test_in_a_pause_it_is_skipped_and_an_answer_wins() -> None:
    p = Patient(dairy("10:30"), pauses=[pause("2026-11-23", "2026-11-23")])
    assert p.item("2026-11-23 11:00", DAIRY).pause
    p.say("2026-11-23 11:00", DAIRY, "amount", amount=4)
    assert p.status("2026-11-23 11:00", DAIRY) == "done"


def test_in_a_pause_of_days_it_looks_again_day_after_day() -> None:
    p = Patient(dairy("10:30"), pauses=[pause("2026-11-23", "2026-11-29")])
    assert p.wakes("2026-11-23 11:00") == "2026-11-24 00:00"


def test_reached_also_for_tomorrow_by_a_clock_that_was_wrong_it_looks_again_at_midnight() -> None:
    p = Patient(dairy("10:30"))
    for now in ("2026-11-24 12:00", "2026-11-23 12:00"):
        p.say(now, f"dairy/{now[:10]}/goal", "amount", amount=4)
    assert p.wakes("2026-11-23 12:00") == "2026-11-24 00:00"


def test_a_changed_target_counts_from_tomorrow_once_something_was_counted() -> None:
    p = patient()
    p.say("2026-11-23 09:00", GOAL, "amount", amount=10)
    p.change("2026-11-23 09:30", activity("10:30", target=60))
    assert p.item("2026-11-23 10:00", GOAL).progress == Progress(10, 30, "min")
    assert p.item("2026-11-24 10:00", "activity/2026-11-24/goal").progress == Progress(0, 60, "min")


def test_a_goal_is_not_made_before_the_plan_was_known() -> None:
    p = Patient(dairy("10:30"), known="2026-11-22 18:00", zone=ZoneInfo("Pacific/Honolulu"))
    assert p.status("2026-11-22 18:00", "dairy/2026-11-22/goal") == "due"
    p.zone = ZoneInfo("Pacific/Kiritimati")
    assert p.status("2026-11-23 18:00", "dairy/2026-11-22/goal") == "absent"
    assert p.status("2026-11-23 18:00", DAIRY) == "due"


def test_what_was_counted_on_the_day_of_set_up_stays_after_a_flight_east() -> None:
    p = Patient(dairy("10:30"), known="2026-11-22 18:00", zone=ZoneInfo("Pacific/Honolulu"))
    p.say("2026-11-22 18:30", "dairy/2026-11-22/goal", "amount", amount=4)
    p.zone = ZoneInfo("Pacific/Kiritimati")
    assert p.status("2026-11-23 19:00", "dairy/2026-11-22/goal") == "done"


def test_a_goal_whose_plan_ended_is_not_made() -> None:
    p = Patient(dairy("10:30", until="2026-11-23"))
    assert p.status("2026-11-24 11:00", "dairy/2026-11-24/goal") == "absent"


def test_no_nudge_is_made_for_a_time_before_the_plan_became_known() -> None:
    """Who sets it up in the evening is asked nothing about that day."""
    p = Patient(activity("10:30", "14:00", "16:30"), known="2026-11-23 14:30")
    assert p.status("2026-11-23 14:30", GOAL) == "due"
    assert p.reminded("2026-11-23 14:30") == {}
    assert p.reminded("2026-11-23 16:30") == {GOAL: "due"}
    p.awake("2026-11-23 14:40")
    assert p.reminded("2026-11-23 14:40") == {}
    assert p.reminded("2026-11-24 10:30") == {"activity/2026-11-24/goal": "due"}


def test_a_nudge_at_the_very_moment_of_set_up_is_made() -> None:
    p = Patient(activity("10:30", "14:00"), known="2026-11-23 14:00")
    assert p.reminded("2026-11-23 14:00") == {GOAL: "due"}


def test_in_a_range_that_begins_today_it_is_reminded_once() -> None:
    found = patient().look("2026-11-23 10:30", "2026-11-23", "2026-11-30")
    assert [reminder.item.id for reminder in found.remind] == [GOAL]
