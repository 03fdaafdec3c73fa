"""What waits for the tablet of the same morning, and until when (B1, C13)."""

from __future__ import annotations

import pytest

from osteoapp.core.regimen import CalciumOnTabletDay

from .builders import (
    WEDNESDAY,
    Patient,
    activity,
    appointment,
    calcium,
    dairy,
    medicine,
    pause,
    risedronate,
    tablet,
    vitamin_d,
)

DOSE = "alendronate/2026-11-23/dose"
VITAMIN = "vitamin-d/2026-11-23/dose"
MEDICINE = "thyroid/2026-11-23/dose"
DAIRY = "dairy/2026-11-23/goal"


def test_vitamin_d_waits_beside_an_open_tablet_until_the_morning_ends() -> None:
    p = Patient(tablet(), vitamin_d())
    assert p.status("2026-11-23 08:29", VITAMIN) == "upcoming"
    assert p.status("2026-11-23 08:30", VITAMIN) == "held"
    assert p.item("2026-11-23 08:30", VITAMIN).held_by == DOSE
    assert p.due("2026-11-23 08:30", VITAMIN) == "2026-11-23 12:00"
    assert p.status("2026-11-23 12:00", VITAMIN) == "due"
    assert p.reminded("2026-11-23 12:00")[VITAMIN] == "released"


def test_vitamin_d_planned_before_the_tablet_waits_too() -> None:
    p = Patient(tablet(), vitamin_d("06:00"))
    assert p.status("2026-11-23 06:00", VITAMIN) == "held"


def test_planned_means_its_own_time_though_it_is_held() -> None:
    p = Patient(tablet(), vitamin_d())
    assert p.wall(p.item("2026-11-23 09:00", VITAMIN).planned) == "2026-11-23 08:30"


def test_the_half_hour_holds_what_is_planned_in_it_and_what_waited_for_the_tablet() -> None:
    p = Patient(tablet(), vitamin_d("07:00"), dairy("07:50"))
    p.say("2026-11-23 07:40", DOSE, "taken")
    assert p.due("2026-11-23 07:40", VITAMIN) == "2026-11-23 08:10"
    assert p.status("2026-11-23 07:50", DAIRY) == "held"
    assert p.due("2026-11-23 07:50", DAIRY) == "2026-11-23 08:10"
    assert p.reminded("2026-11-23 08:10") == {DOSE: "half_hour_over", VITAMIN: "released", DAIRY: "released"}


def test_what_is_planned_after_the_half_hour_is_not_held() -> None:
    p = Patient(tablet(), vitamin_d())
    p.say("2026-11-23 07:30", DOSE, "taken")
    assert p.status("2026-11-23 08:30", VITAMIN) == "due"
    assert p.reminded("2026-11-23 08:30")[VITAMIN] == "due"


def test_not_fasting_and_skipped_free_what_waited_at_once() -> None:
    for answer in ("not_fasting", "skipped"):
        p = Patient(tablet(), vitamin_d())
        p.say("2026-11-23 09:00", DOSE, answer)
        assert p.status("2026-11-23 09:00", VITAMIN) == "due"
        assert p.due("2026-11-23 09:00", VITAMIN) == "2026-11-23 09:00"
        assert p.reminded("2026-11-23 09:00") == {VITAMIN: "released"}


def test_a_tablet_planned_for_the_end_of_the_morning_is_not_late_and_holds_nothing_of_the_morning() -> None:
    p = Patient(tablet(when="12:00"), vitamin_d())
    assert p.status("2026-11-23 08:30", VITAMIN) == "due"
    assert not p.item("2026-11-23 12:00", DOSE).late
    assert "snoozed" in p.takes("2026-11-23 12:00", DOSE)


def test_another_medicine_of_the_very_time_of_the_tablet_waits_for_it() -> None:
    p = Patient(tablet(), medicine("07:30", may_wait=True))
    assert p.status("2026-11-23 07:30", MEDICINE) == "held"
    assert p.due("2026-11-23 07:30", MEDICINE) == "2026-11-23 08:30"


def test_under_a_clock_set_back_what_the_answer_freed_is_looked_at_again_when_it_was_written() -> None:
    p = Patient(tablet(), vitamin_d())
    p.say("2026-11-23 09:03", DOSE, "skipped")
    p.shown("2026-11-23 08:30", VITAMIN)
    assert p.wakes("2026-11-23 09:01") == "2026-11-23 09:03"


def test_an_answer_about_an_earlier_time_frees_what_waited_at_the_moment_it_is_given() -> None:
    p = Patient(tablet(), vitamin_d())
    p.say("2026-11-23 10:00", DOSE, "taken", at="2026-11-23 08:00")
    assert p.due("2026-11-23 10:00", VITAMIN) == "2026-11-23 10:00"


def test_a_snoozed_tablet_holds_on() -> None:
    p = Patient(tablet(), vitamin_d())
    p.say("2026-11-23 08:00", DOSE, "snoozed", until="2026-11-23 09:00")
    assert p.status("2026-11-23 08:45", VITAMIN) == "held"


def test_a_catch_up_morning_holds_as_the_own_one_does() -> None:
    p = Patient(tablet(), vitamin_d())
    p.say("2026-11-23 07:30", DOSE, "not_fasting")
    assert p.status("2026-11-24 08:30", "vitamin-d/2026-11-24/dose") == "held"
    assert p.item("2026-11-24 08:30", "vitamin-d/2026-11-24/dose").held_by == DOSE


def test_an_ordinary_morning_holds_nothing() -> None:
    p = Patient(tablet(), vitamin_d())
    assert p.status("2026-11-25 08:30", "vitamin-d/2026-11-25/dose") == "due"


def test_a_tablet_taken_on_another_day_holds_for_its_half_hour() -> None:
    p = Patient(tablet(), vitamin_d())
    p.say("2026-11-25 08:25", DOSE, "taken")
    assert p.due("2026-11-25 08:30", "vitamin-d/2026-11-25/dose") == "2026-11-25 08:55"
    assert p.status("2026-11-25 08:55", "vitamin-d/2026-11-25/dose") == "due"


def test_a_late_tablet_holds_what_was_due_but_not_what_comes_after_the_half_hour() -> None:
    p = Patient(tablet(), vitamin_d(), calcium("18:00"))
    p.say("2026-11-23 13:00", DOSE, "taken", at="2026-11-23 11:50")
    assert p.status("2026-11-23 13:00", VITAMIN) == "due"
    assert p.status("2026-11-23 18:00", "calcium/2026-11-23/dose") == "due"


def test_activity_appointments_and_heads_ups_are_never_held() -> None:
    p = Patient(tablet(), activity("07:45"), appointment("2026-11-23", "07:50"))
    p.say("2026-11-23 07:40", DOSE, "taken")
    assert p.status("2026-11-23 07:45", "activity/2026-11-23/goal") == "due"
    assert p.status("2026-11-23 07:50", "clinic/2026-11-23/appointment") == "due"


def test_another_medicine_that_may_wait_waits_an_hour_at_most_for_an_open_tablet() -> None:
    p = Patient(tablet(), medicine("08:00", may_wait=True))
    assert p.status("2026-11-23 08:00", MEDICINE) == "held"
    assert p.due("2026-11-23 08:00", MEDICINE) == "2026-11-23 09:00"
    assert p.status("2026-11-23 09:00", MEDICINE) == "due"
    assert p.notices("2026-11-23 09:00", MEDICINE) == ["tablet_first"]


def test_the_hour_ends_with_the_morning() -> None:
    p = Patient(tablet(), medicine("11:30", may_wait=True))
    assert p.due("2026-11-23 11:30", MEDICINE) == "2026-11-23 12:00"


def test_in_the_half_hour_another_medicine_that_may_wait_waits_for_its_end() -> None:
    p = Patient(tablet(), medicine("08:00", may_wait=True))
    p.say("2026-11-23 07:50", DOSE, "taken")
    assert p.due("2026-11-23 08:00", MEDICINE) == "2026-11-23 08:20"
    assert p.notices("2026-11-23 08:20", MEDICINE) == []


def test_a_medicine_held_beside_the_open_tablet_stays_held_when_that_is_taken() -> None:
    p = Patient(tablet(), medicine("07:40", may_wait=True))
    p.say("2026-11-23 08:30", DOSE, "taken")
    assert p.due("2026-11-23 08:30", MEDICINE) == "2026-11-23 09:00"
    assert p.status("2026-11-23 08:59", MEDICINE) == "held"


def test_another_medicine_planned_before_the_tablet_is_never_held() -> None:
    p = Patient(tablet(), medicine("07:00", may_wait=True))
    assert p.status("2026-11-23 07:00", MEDICINE) == "due"
    p.say("2026-11-23 07:35", DOSE, "taken")
    assert p.status("2026-11-23 07:40", MEDICINE) == "due"


def test_the_half_hour_of_an_intake_before_its_time_holds_from_the_intake_on() -> None:
    p = Patient(tablet(), medicine("07:00", may_wait=True))
    p.say("2026-11-23 06:45", DOSE, "taken")
    assert p.due("2026-11-23 07:00", MEDICINE) == "2026-11-23 07:15"


def test_a_medicine_that_may_not_wait_comes_at_its_time_with_the_tablet_s_notice() -> None:
    p = Patient(tablet(), medicine("08:00"))
    assert p.status("2026-11-23 08:00", MEDICINE) == "due"
    assert p.notices("2026-11-23 08:00", MEDICINE) == ["tablet_first"]
    assert p.notices("2026-11-23 12:00", MEDICINE) == []


def test_once_the_tablet_is_answered_the_notice_goes() -> None:
    p = Patient(tablet(), medicine("08:00"))
    p.say("2026-11-23 08:05", DOSE, "skipped")
    assert p.notices("2026-11-23 08:06", MEDICINE) == []


def test_a_paused_tablet_holds_nothing() -> None:
    p = Patient(tablet(), vitamin_d(), medicine("08:00"), pauses=[pause("2026-11-23", "2026-11-23")])
    assert p.item("2026-11-23 08:30", VITAMIN).pause
    assert p.status("2026-11-23 08:30", MEDICINE) == "skipped"
    p.say("2026-11-23 08:30", VITAMIN, "taken")
    assert p.status("2026-11-23 08:30", VITAMIN) == "done"


def test_a_plan_that_is_taken_out_while_its_tablet_is_open_holds_for_the_rest_of_that_day() -> None:
    p = Patient(tablet(), vitamin_d())
    p.change("2026-11-23 09:00", vitamin_d())
    assert p.status("2026-11-23 09:30", VITAMIN) == "held"


def test_on_a_day_after_the_tablet_no_morning_is_waited_for() -> None:
    p = Patient(tablet(), vitamin_d("13:00"))
    p.say("2026-11-23 07:35", DOSE, "taken")
    p.say("2026-11-23 13:00", VITAMIN, "taken")
    assert p.wakes("2026-11-24 07:00") == "2026-11-24 13:00"


def test_a_tablet_taken_on_a_later_day_holds_what_always_waits_though_that_was_due_before_it() -> None:
    p = Patient(tablet(), vitamin_d("06:00"))
    p.say("2026-11-24 07:00", DOSE, "taken")
    assert p.due("2026-11-24 07:10", "vitamin-d/2026-11-24/dose") == "2026-11-24 07:30"


def test_on_a_later_day_another_medicine_waits_from_the_time_of_the_tablet_on() -> None:
    for when, due in (("07:29", "07:29"), ("07:30", "08:10")):
        p = Patient(tablet(), medicine(when, may_wait=True))
        p.say("2026-11-24 07:40", DOSE, "taken")
        assert p.due("2026-11-24 07:40", "thyroid/2026-11-24/dose") == f"2026-11-24 {due}"


@pytest.mark.parametrize(("taken", "due"), [("08:20", "08:50"), ("08:30", "09:00"), ("08:40", "08:30")])
def test_what_one_tablet_holds_waits_as_well_for_the_half_hour_of_another_of_that_morning(taken: str, due: str) -> None:
    """The last one of a plan that ended, moved to the day of the first of the next plan."""
    p = Patient(
        tablet(until="2026-11-23"), risedronate(WEDNESDAY, "08:00", start="2026-11-24"),
        medicine("07:30", may_wait=True),
    )  # fmt: skip
    p.say("2026-11-24 10:00", DOSE, "forgotten")
    p.say(f"2026-11-25 {taken}", "risedronate/2026-11-25/dose", "taken")
    assert p.due(f"2026-11-25 {taken}", "thyroid/2026-11-25/dose") == f"2026-11-25 {due}"


def test_a_plan_that_was_taken_out_holds_nothing_any_more() -> None:
    p = Patient(tablet(), vitamin_d())
    p.say("2026-11-23 07:30", DOSE, "not_fasting")
    p.change("2026-11-23 20:00", vitamin_d())
    assert p.status("2026-11-24 08:30", "vitamin-d/2026-11-24/dose") == "due"


def test_an_unanswered_tablet_holds_nothing_on_a_later_date() -> None:
    p = Patient(tablet(), vitamin_d())
    assert p.status("2026-11-24 08:30", "vitamin-d/2026-11-24/dose") == "due"


def test_a_tablet_remembered_in_the_evening_holds_nothing() -> None:
    p = Patient(risedronate(), vitamin_d("19:30"))
    p.say("2026-11-25 19:00", "risedronate/2026-11-23/dose", "forgotten")
    assert p.status("2026-11-25 19:30", "vitamin-d/2026-11-25/dose") == "due"


def test_an_intake_of_which_only_the_date_is_known_frees_what_waited() -> None:
    p = Patient(tablet(), vitamin_d())
    p.say("2026-11-25 08:40", DOSE, "taken", on="2026-11-24")
    assert p.status("2026-11-25 08:40", "vitamin-d/2026-11-25/dose") == "due"


def test_the_longest_of_two_holds_counts() -> None:
    p = Patient(tablet(until="2026-11-23"), risedronate(start="2026-11-24", weekday=1), vitamin_d())
    p.say("2026-11-23 09:00", DOSE, "not_fasting")
    p.say("2026-11-24 07:30", "risedronate/2026-11-24/dose", "skipped")
    assert p.status("2026-11-24 08:30", "vitamin-d/2026-11-24/dose") == "held"
    assert p.item("2026-11-24 08:30", "vitamin-d/2026-11-24/dose").held_by == DOSE


def test_a_snoozed_vitamin_d_keeps_its_snooze_when_a_tablet_is_told_after_it() -> None:
    p = Patient(tablet(), vitamin_d())
    p.say("2026-11-24 08:35", "vitamin-d/2026-11-24/dose", "snoozed", until="2026-11-24 11:00")
    p.say("2026-11-24 08:50", DOSE, "taken")
    assert p.due("2026-11-24 09:30", "vitamin-d/2026-11-24/dose") == "2026-11-24 11:00"
    assert p.status("2026-11-24 09:30", "vitamin-d/2026-11-24/dose") == "snoozed"


def test_the_end_of_a_snooze_inside_the_half_hour_waits_for_its_end() -> None:
    p = Patient(tablet(), vitamin_d())
    p.say("2026-11-24 08:35", "vitamin-d/2026-11-24/dose", "snoozed", until="2026-11-24 08:55")
    p.say("2026-11-24 08:50", DOSE, "taken")
    assert p.status("2026-11-24 08:55", "vitamin-d/2026-11-24/dose") == "held"
    assert p.due("2026-11-24 08:55", "vitamin-d/2026-11-24/dose") == "2026-11-24 09:20"


def test_a_goal_s_nudges_wait_for_the_end_of_the_half_hour() -> None:
    p = Patient(tablet(), dairy("07:00", "07:45", "10:30"))
    p.say("2026-11-23 07:40", DOSE, "taken")
    assert p.reminded("2026-11-23 07:45") == {}
    p.shown("2026-11-23 08:10", DAIRY)
    assert DAIRY not in p.reminded("2026-11-23 08:11")
    assert p.reminded("2026-11-23 10:30") == {DAIRY: "repeat"}


def test_a_later_nudge_that_waited_says_so() -> None:
    p = Patient(tablet(), dairy("08:00", "10:30"))
    goal = "dairy/2026-11-24/goal"
    p.shown("2026-11-24 08:00", goal)
    p.say("2026-11-24 10:15", DOSE, "taken")
    assert p.status("2026-11-24 10:30", goal) == "held"
    assert p.reminded("2026-11-24 10:45")[goal] == "released"


# --- calcium


NONE = CalciumOnTabletDay.NONE
CALCIUM, SECOND, THIRD = (f"calcium/2026-11-23/dose{slot}" for slot in ("", "-2", "-3"))


def test_calcium_before_the_end_of_the_morning_moves_to_it_on_a_tablet_day() -> None:
    p = Patient(tablet(), calcium("08:00"))
    p.say("2026-11-23 07:30", DOSE, "taken")
    assert p.due("2026-11-23 08:30", CALCIUM) == "2026-11-23 12:00"
    assert p.wall(p.item("2026-11-23 08:30", CALCIUM).planned) == "2026-11-23 08:00"
    assert p.status("2026-11-23 12:00", CALCIUM) == "due"


def test_calcium_after_the_morning_keeps_its_time() -> None:
    p = Patient(tablet(), calcium("12:30"))
    assert p.due("2026-11-23 07:30", CALCIUM) == "2026-11-23 12:30"
    assert p.notices("2026-11-23 12:30", CALCIUM) == []


def test_beside_another_slot_within_two_hours_the_pharmacist_is_named() -> None:
    p = Patient(tablet(), calcium("08:00", "14:00", "18:00"))
    assert p.notices("2026-11-23 12:00", CALCIUM) == ["ask_pharmacist"]
    assert p.notices("2026-11-23 14:00", SECOND) == []
    p = Patient(tablet(), calcium("08:00", "14:01"))
    assert p.notices("2026-11-23 12:00", CALCIUM) == []


def test_of_several_moved_slots_the_first_is_due_and_the_others_are_questions() -> None:
    p = Patient(tablet(), calcium("08:00", "09:00", "18:00"))
    assert p.status("2026-11-23 12:00", CALCIUM) == "due"
    assert p.status("2026-11-23 12:00", SECOND) == "unanswered"
    assert p.notices("2026-11-23 12:00", SECOND) == ["ask_pharmacist"]
    assert p.status("2026-11-23 18:00", CALCIUM) == "unanswered"
    assert p.status("2026-11-23 18:00", THIRD) == "due"


def test_calcium_moves_on_a_catch_up_day_and_on_the_day_of_a_late_intake() -> None:
    p = Patient(tablet(), calcium("08:00"))
    p.say("2026-11-23 07:30", DOSE, "not_fasting")
    assert p.due("2026-11-24 07:00", "calcium/2026-11-24/dose") == "2026-11-24 12:00"
    p.say("2026-11-25 08:10", DOSE, "taken")
    assert p.due("2026-11-25 08:10", "calcium/2026-11-25/dose") == "2026-11-25 12:00"


def test_calcium_may_be_left_out_on_a_tablet_day() -> None:
    p = Patient(tablet(), calcium("08:00", "18:00", calcium_on_tablet_day=NONE))
    assert p.status("2026-11-23 09:00", CALCIUM) == "absent"
    assert p.status("2026-11-24 09:00", "calcium/2026-11-24/dose") == "due"


def test_on_a_date_on_which_the_tablet_is_paused_calcium_is_paused_too_and_not_left_out() -> None:
    p = Patient(tablet(), calcium("08:00", calcium_on_tablet_day=NONE), pauses=[pause("2026-11-23", "2026-11-23")])
    assert p.status("2026-11-23 09:00", CALCIUM) == "skipped"


def test_calcium_that_was_left_out_is_not_missed_on_the_day_after() -> None:
    p = Patient(tablet(), calcium("08:00", "18:00", calcium_on_tablet_day=NONE))
    found = p.look("2026-11-24 09:00", "2026-11-22", "2026-11-24").items
    assert [item.id for item in found if item.plan == "calcium" and item.date.day == 23] == []


def test_calcium_that_was_taken_all_the_same_stays() -> None:
    p = Patient(calcium("08:00", calcium_on_tablet_day=NONE))
    p.say("2026-11-23 08:00", CALCIUM, "taken")
    p.change("2026-11-23 08:30", tablet(), calcium("08:00", calcium_on_tablet_day=NONE))
    assert p.status("2026-11-23 09:00", CALCIUM) == "done"
