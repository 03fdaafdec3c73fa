"""The weekly tablet: its day, its catch-up mornings, the upright half hour (B1, B2b, C1–C14, C25)."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from osteoapp.core.events import Reason
from osteoapp.core.item import Running
from osteoapp.core.refusal import Refused

from .builders import (
    FRIDAY,
    MONDAY,
    SUNDAY,
    THURSDAY,
    WEDNESDAY,
    Patient,
    at,
    pause,
    risedronate,
    tablet,
    vitamin_d,
)

DOSE = "alendronate/2026-11-23/dose"
NEXT = "alendronate/2026-11-30/dose"
HEADS_UP = "alendronate/2026-11-23/heads-up"


def patient() -> Patient:
    return Patient(tablet())


# --- its own day


def test_a_tablet_is_upcoming_then_due_at_the_wake_time() -> None:
    p = patient()
    assert p.status("2026-11-23 07:29", DOSE) == "upcoming"
    assert p.status("2026-11-23 07:30", DOSE) == "due"
    assert p.due("2026-11-23 07:29", DOSE) == "2026-11-23 07:30"


def test_the_plan_may_name_another_time_than_the_wake_time() -> None:
    p = Patient(tablet(when="06:45"))
    assert p.due("2026-11-22 12:00", DOSE) == "2026-11-23 06:45"


def test_a_tablet_stays_due_all_its_day_and_is_late_after_the_morning() -> None:
    p = patient()
    assert not p.item("2026-11-23 11:59", DOSE).late
    assert p.item("2026-11-23 12:00", DOSE).late
    assert p.status("2026-11-23 23:59", DOSE) == "due"


def test_the_evening_before_there_is_a_heads_up_until_midnight() -> None:
    p = patient()
    assert p.status("2026-11-22 19:59", HEADS_UP) == "upcoming"
    assert p.status("2026-11-22 20:00", HEADS_UP) == "due"
    assert p.item("2026-11-22 20:00", HEADS_UP).date.isoformat() == "2026-11-23"
    assert p.status("2026-11-23 00:00", HEADS_UP) == "absent"


def test_there_is_no_heads_up_before_a_catch_up() -> None:
    p = patient()
    p.say("2026-11-23 07:30", DOSE, "not_fasting")
    assert p.status("2026-11-23 20:00", "alendronate/2026-11-24/heads-up") == "absent"
    assert p.status("2026-11-23 20:00", HEADS_UP) == "absent"


def test_an_answered_heads_up_is_done_until_its_day_is_over() -> None:
    p = patient()
    p.say("2026-11-22 20:05", HEADS_UP, "done")
    assert p.status("2026-11-22 20:05", HEADS_UP) == "done"
    assert p.status("2026-11-23 00:00", HEADS_UP) == "absent"


def test_a_heads_up_that_passed_before_the_plan_was_known_is_not_made() -> None:
    p = Patient(tablet(), known="2026-11-22 20:01")
    assert p.status("2026-11-22 20:01", HEADS_UP) == "absent"
    assert p.status("2026-11-23 08:00", DOSE) == "due"


def test_the_tablet_of_the_very_date_on_which_the_plan_became_known_is_made() -> None:
    p = Patient(tablet(), known="2026-11-23 15:00")
    assert p.status("2026-11-23 15:00", DOSE) == "due"
    assert p.status("2026-11-23 15:00", "alendronate/2026-11-16/dose") == "absent"


def test_a_tablet_may_be_taken_before_its_time_on_its_day() -> None:
    p = patient()
    p.say("2026-11-23 06:50", DOSE, "taken")
    assert p.item("2026-11-23 06:50", DOSE).block_until == at("2026-11-23 07:20")
    assert p.reminded("2026-11-23 07:30") == {DOSE: "half_hour_over"}


def test_a_plan_that_begins_later_shows_its_first_tablet_as_coming() -> None:
    p = Patient(tablet(start="2027-02-01"))
    assert p.wakes("2026-11-23 07:30") == "2027-01-31 20:00"
    assert p.status("2026-11-23 07:30", "alendronate/2027-02-01/dose") == "upcoming"


# --- moved, missed, left alone


def test_not_fasting_moves_it_to_the_next_morning_and_keeps_the_weekday() -> None:
    p = patient()
    p.say("2026-11-23 07:40", DOSE, "not_fasting")
    assert p.status("2026-11-23 07:40", DOSE) == "upcoming"
    assert p.due("2026-11-23 07:40", DOSE) == "2026-11-24 07:30"
    assert p.status("2026-11-23 07:40", NEXT) == "upcoming"


def test_forgotten_on_wednesday_is_taken_on_thursday_and_monday_stays() -> None:
    p = patient()
    assert p.status("2026-11-25 19:00", DOSE) == "unanswered"
    p.say("2026-11-25 19:00", DOSE, "forgotten")
    assert p.due("2026-11-25 19:00", DOSE) == "2026-11-26 07:30"
    p.say("2026-11-26 07:30", DOSE, "taken")
    assert p.due("2026-11-26 08:00", NEXT) == "2026-11-30 07:30"


def test_risedronate_is_taken_on_the_day_on_which_it_is_remembered() -> None:
    p = Patient(risedronate())
    p.say("2026-11-25 19:00", "risedronate/2026-11-23/dose", "forgotten")
    assert p.status("2026-11-25 19:00", "risedronate/2026-11-23/dose") == "due"
    assert not p.item("2026-11-25 19:00", "risedronate/2026-11-23/dose").late
    assert p.status("2026-11-30 07:30", "risedronate/2026-11-30/dose") == "due"


def test_risedronate_remembered_before_its_time_waits_for_its_time() -> None:
    p = Patient(risedronate())
    p.say("2026-11-25 06:00", "risedronate/2026-11-23/dose", "forgotten")
    assert p.due("2026-11-25 06:00", "risedronate/2026-11-23/dose") == "2026-11-25 07:30"


def test_risedronate_after_food_waits_for_the_next_morning_as_every_tablet_does() -> None:
    p = Patient(risedronate())
    p.say("2026-11-23 07:30", "risedronate/2026-11-23/dose", "not_fasting")
    assert p.due("2026-11-23 07:30", "risedronate/2026-11-23/dose") == "2026-11-24 07:30"


def test_remembered_on_the_day_before_the_next_it_is_lost_at_once() -> None:
    p = patient()
    p.say("2026-11-29 10:00", DOSE, "forgotten")
    assert p.status("2026-11-29 10:00", DOSE) == "missed"
    assert p.status("2026-11-30 07:30", NEXT) == "due"


def test_a_catch_up_on_the_day_before_the_next_is_not_pushed() -> None:
    p = patient()
    p.say("2026-11-28 10:00", DOSE, "forgotten")
    assert p.status("2026-11-28 10:00", DOSE) == "unanswered"
    assert p.notices("2026-11-28 10:00", DOSE) == ["ask_pharmacist"]
    assert p.takes("2026-11-28 10:00", DOSE) == {"taken", "skipped"}
    assert DOSE not in p.reminded("2026-11-29 07:30")
    assert p.status("2026-11-30 00:00", DOSE) == "missed"


def test_risedronate_remembered_on_the_day_before_the_next_is_not_pushed() -> None:
    p = Patient(risedronate())
    p.say("2026-11-29 10:00", "risedronate/2026-11-23/dose", "forgotten")
    assert p.notices("2026-11-29 10:00", "risedronate/2026-11-23/dose") == ["ask_pharmacist"]
    assert p.status("2026-11-29 10:00", "risedronate/2026-11-23/dose") == "unanswered"


def test_the_arrival_of_the_next_own_date_closes_a_missed_one() -> None:
    p = patient()
    assert p.status("2026-11-29 23:59", DOSE) == "unanswered"
    assert p.status("2026-11-30 00:00", DOSE) == "missed"


def test_only_the_latest_missed_tablet_is_open() -> None:
    p = patient()
    found = p.look("2026-12-02 10:00", "2026-11-02", "2026-12-02").items
    assert {i.id[12:22]: i.status.value for i in found if i.step == "dose"} == {
        "2026-11-02": "missed", "2026-11-09": "missed", "2026-11-16": "missed", "2026-11-23": "missed",
        "2026-11-30": "unanswered",
    }


def test_a_catch_up_whose_day_passes_is_unanswered_again() -> None:
    p = patient()
    p.say("2026-11-23 08:00", DOSE, "not_fasting")
    assert p.status("2026-11-25 07:00", DOSE) == "unanswered"
    p.say("2026-11-25 07:00", DOSE, "forgotten")
    assert p.due("2026-11-25 07:00", DOSE) == "2026-11-26 07:30"


def test_an_unanswered_tablet_is_asked_once_a_day_at_the_tablet_time() -> None:
    p = patient()
    p.shown("2026-11-23 07:30", DOSE)
    assert p.wakes("2026-11-24 00:00") == "2026-11-24 07:30"
    assert p.reminded("2026-11-24 07:30") == {DOSE: "repeat"}
    p.shown("2026-11-24 07:30", DOSE, Reason.REPEAT)
    assert p.reminded("2026-11-24 08:30") == {}
    assert p.wakes("2026-11-24 08:30") == "2026-11-25 07:30"


def test_on_the_day_before_the_next_it_is_still_asked_but_not_on_the_next_itself() -> None:
    p = patient()
    p.shown("2026-11-28 07:30", DOSE)
    assert p.reminded("2026-11-29 07:30") == {DOSE: "repeat"}
    assert DOSE not in p.reminded("2026-11-30 07:30")


def test_leave_it_skips_it() -> None:
    p = patient()
    p.say("2026-11-25 10:00", DOSE, "skipped", note="ill")
    assert p.status("2026-11-25 10:00", DOSE) == "skipped"
    assert not p.item("2026-11-25 10:00", DOSE).pause


def test_taken_beats_a_later_answer_that_arrived_from_elsewhere() -> None:
    p = patient()
    p.say("2026-11-23 07:30", DOSE, "skipped")
    skipped = p.history.last_written_answer()
    p.undo("2026-11-23 07:31")
    p.say("2026-11-23 07:32", DOSE, "taken")
    assert skipped is not None
    p.history.append(replace(skipped, id="again"))
    assert p.status("2026-11-23 07:33", DOSE) == "in_progress"


def test_a_missed_tablet_can_be_told_as_taken_up_to_the_day_before_the_next() -> None:
    p = patient()
    with pytest.raises(Refused, match="date_outside"):
        p.say("2026-12-01 10:00", DOSE, "taken", on="2026-11-30")
    p.say("2026-12-01 10:00", DOSE, "taken", on="2026-11-29")
    assert p.status("2026-12-01 10:00", DOSE) == "done"


def test_the_last_tablet_of_a_plan_closes_when_the_next_would_have_come() -> None:
    p = Patient(tablet(until="2026-11-25"))
    assert p.status("2026-11-29 23:59", DOSE) == "unanswered"
    assert p.status("2026-11-30 00:00", DOSE) == "missed"
    assert p.status("2026-11-30 08:00", NEXT) == "absent"


def test_a_plan_that_pauses_for_weeks_does_not_keep_its_last_tablet_open_until_the_next() -> None:
    p = Patient(tablet(until="2026-11-25"))
    p.change("2026-11-26 10:00", tablet(start="2027-02-01"))
    assert p.status("2026-11-29 23:59", DOSE) == "unanswered"
    assert p.status("2026-11-30 00:00", DOSE) == "missed"
    assert p.status("2027-02-01 08:00", "alendronate/2027-02-01/dose") == "due"


def test_after_its_end_a_plan_still_catches_up_on_its_last_tablet() -> None:
    p = Patient(tablet(until="2026-11-23"))
    p.say("2026-11-25 10:00", DOSE, "forgotten")
    assert p.due("2026-11-25 10:00", DOSE) == "2026-11-26 07:30"


def test_the_last_tablet_of_a_plan_has_its_next_look_when_it_closes() -> None:
    p = Patient(tablet(until="2026-11-25"))
    assert p.wakes("2026-11-29 12:00") == "2026-11-30 00:00"


def test_a_plan_taken_out_on_the_day_of_its_next_tablet_leaves_the_one_that_was_missed_by_then() -> None:
    p = patient()
    p.change("2026-11-30 08:00")
    assert p.status("2026-12-01 08:00", DOSE) == "missed"
    assert p.status("2026-12-01 08:00", NEXT) == "absent"


# --- asked again on a later day


def test_a_tablet_that_was_never_shown_is_shown_early_on_the_next_day_as_due() -> None:
    assert patient().reminded("2026-11-24 07:10") == {DOSE: "due"}


def test_the_question_of_a_day_on_which_nothing_was_shown_is_asked_early_on_the_next() -> None:
    p = patient()
    p.shown("2026-11-23 07:30", DOSE)
    assert p.reminded("2026-11-25 07:10") == {DOSE: "repeat"}
    p.shown("2026-11-25 07:10", DOSE, Reason.REPEAT)
    assert p.reminded("2026-11-25 07:29") == {}
    assert p.reminded("2026-11-25 07:30") == {DOSE: "repeat"}


# --- one on a local date


def test_no_second_tablet_is_offered_on_a_date_that_has_one_taken() -> None:
    p = Patient(tablet(until="2026-11-23"), risedronate(WEDNESDAY, start="2026-11-24"))
    p.say("2026-11-24 10:00", DOSE, "forgotten")
    p.say("2026-11-25 06:00", "risedronate/2026-11-25/dose", "taken")
    assert p.status("2026-11-25 07:29", DOSE) == "upcoming"
    assert p.status("2026-11-25 07:30", DOSE) == "unanswered"
    assert p.notices("2026-11-25 07:30", DOSE) == ["two_days_in_a_row"]
    assert p.takes("2026-11-25 07:30", DOSE) == {"forgotten", "skipped"}
    assert DOSE not in p.reminded("2026-11-25 07:30")
    with pytest.raises(Refused, match="one_dose_per_date"):
        p.say("2026-11-25 07:00", DOSE, "taken")


def test_travel_over_the_date_line_does_not_double_the_tablet() -> None:
    p = Patient(tablet(SUNDAY), zone=ZoneInfo("Pacific/Kiritimati"))
    p.say("2026-11-22 08:00", "alendronate/2026-11-22/dose", "taken")
    p.zone = ZoneInfo("Pacific/Honolulu")
    assert p.status("2026-11-22 08:00", "alendronate/2026-11-22/dose") == "done"


def test_two_tablets_on_consecutive_dates_stay_offered_with_a_warning() -> None:
    p = patient()
    p.say("2026-11-29 10:00", DOSE, "taken", at="2026-11-29 09:50")
    assert p.notices("2026-11-29 20:00", NEXT) == ["two_days_in_a_row"]
    assert p.status("2026-11-30 07:30", NEXT) == "due"
    assert p.notices("2026-11-30 07:30", NEXT) == ["two_days_in_a_row"]


# --- a change of weekday


def test_after_a_change_of_weekday_a_week_lies_between_two_tablets() -> None:
    p = patient()
    p.say("2026-11-23 07:30", DOSE, "taken")
    p.change("2026-11-24 10:00", tablet(THURSDAY))
    assert p.status("2026-11-26 08:00", "alendronate/2026-11-26/dose") == "absent"
    assert p.status("2026-12-03 08:00", "alendronate/2026-12-03/dose") == "due"
    assert p.status("2026-12-10 08:00", "alendronate/2026-12-10/dose") == "due"


def test_a_second_change_does_not_shorten_the_week_between() -> None:
    p = patient()
    p.say("2026-11-23 07:30", DOSE, "taken")
    p.change("2026-11-24 10:00", tablet(THURSDAY))
    p.change("2026-11-25 10:00", tablet(THURSDAY, "08:00"))
    assert p.status("2026-11-26 08:30", "alendronate/2026-11-26/dose") == "absent"
    assert p.due("2026-12-01 10:00", "alendronate/2026-12-03/dose") == "2026-12-03 08:00"


def test_taking_a_plan_out_and_in_again_does_not_shorten_the_week_between() -> None:
    p = patient()
    p.say("2026-11-23 07:30", DOSE, "taken")
    p.change("2026-11-24 10:00")
    p.change("2026-11-25 10:00", tablet(THURSDAY))
    assert p.status("2026-11-26 08:30", "alendronate/2026-11-26/dose") == "absent"
    assert p.status("2026-12-03 08:30", "alendronate/2026-12-03/dose") == "due"


def test_a_late_catch_up_counts_for_the_week_between() -> None:
    p = patient()
    p.say("2026-11-25 10:00", DOSE, "forgotten")
    p.say("2026-11-26 07:30", DOSE, "taken")
    p.change("2026-11-27 10:00", tablet(THURSDAY))
    assert p.status("2026-12-03 07:30", "alendronate/2026-12-03/dose") == "due"
    p.change("2026-11-28 10:00", tablet(FRIDAY))
    assert p.status("2026-12-04 07:30", "alendronate/2026-12-04/dose") == "due"


def test_where_none_was_taken_the_first_new_weekday_counts() -> None:
    p = patient()
    p.change("2026-11-24 10:00", tablet(THURSDAY))
    assert p.status("2026-11-26 07:30", "alendronate/2026-11-26/dose") == "due"
    assert p.status("2026-11-26 07:30", DOSE) == "missed"


def test_a_tablet_of_the_new_weekday_that_was_taken_stays_although_the_old_one_is_told_later() -> None:
    p = patient()
    p.change("2026-11-24 10:00", tablet(THURSDAY))
    p.say("2026-11-26 07:30", "alendronate/2026-11-26/dose", "taken")
    p.say("2026-11-26 12:30", DOSE, "taken", on="2026-11-23")
    assert p.status("2026-11-26 12:30", "alendronate/2026-11-26/dose") == "done"


# --- the half hour


def test_the_half_hour_runs_from_the_intake_and_its_end_is_shown_once() -> None:
    p = patient()
    p.say("2026-11-23 07:35", DOSE, "taken")
    assert p.status("2026-11-23 08:04", DOSE) == "in_progress"
    assert p.item("2026-11-23 08:04", DOSE).block_until == at("2026-11-23 08:05")
    assert p.reminded("2026-11-23 08:05") == {DOSE: "half_hour_over"}
    p.shown("2026-11-23 08:05", DOSE, Reason.HALF_HOUR_OVER)
    assert p.reminded("2026-11-23 08:06") == {}


def test_its_end_is_not_shown_more_than_two_hours_late() -> None:
    p = patient()
    p.say("2026-11-23 07:35", DOSE, "taken")
    assert p.reminded("2026-11-23 10:04") == {DOSE: "half_hour_over"}
    assert p.reminded("2026-11-23 10:05") == {DOSE: "half_hour_over"}
    assert p.reminded("2026-11-23 10:06") == {}


def test_told_afterwards_the_half_hour_may_be_over() -> None:
    p = patient()
    p.say("2026-11-23 08:30", DOSE, "taken", at="2026-11-23 07:30")
    assert p.status("2026-11-23 08:30", DOSE) == "done"
    assert p.reminded("2026-11-23 08:30") == {}
    p = patient()
    p.say("2026-11-23 08:00", DOSE, "taken", at="2026-11-23 07:30")
    assert p.reminded("2026-11-23 08:00") == {}, "whoever tells it at its very end knows"


def test_where_only_the_date_is_known_no_half_hour_runs() -> None:
    p = patient()
    p.say("2026-11-24 08:30", DOSE, "taken", on="2026-11-23")
    assert p.status("2026-11-24 08:30", DOSE) == "done"
    assert p.item("2026-11-24 08:30", DOSE).block_until is None


def test_the_half_hour_is_elapsed_time_in_the_night_in_which_the_clock_changes() -> None:
    p = Patient(tablet(SUNDAY, "01:45"))
    p.say("2027-03-28 01:45", "alendronate/2027-03-28/dose", "taken")
    assert p.wall(p.item("2027-03-28 01:50", "alendronate/2027-03-28/dose").block_until) == "2027-03-28 03:15"


def test_an_intake_dated_a_little_after_now_is_never_longer_than_half_an_hour() -> None:
    p = patient()
    p.say("2026-11-23 07:35", DOSE, "taken")
    assert p.item("2026-11-23 07:10", DOSE).block_until == at("2026-11-23 07:40")


def test_an_intake_dated_long_after_now_is_done_and_holds_nothing() -> None:
    p = Patient(tablet(), vitamin_d("07:00"))
    p.say("2026-11-23 07:35", DOSE, "taken")
    assert p.status("2026-11-23 07:04", DOSE) == "done"
    assert p.status("2026-11-23 07:05", DOSE) == "in_progress"
    assert p.status("2026-11-23 07:04", "vitamin-d/2026-11-23/dose") == "due"
    assert p.wakes("2026-11-23 07:04") == "2026-11-23 07:05"


def test_a_clock_that_counts_sleep_decides_over_the_stored_instant() -> None:
    p = patient()
    taken = p.say("2026-11-23 07:35", DOSE, "taken")
    p.running = Running(taken.id, timedelta(minutes=20))
    assert p.item("2026-11-23 09:00", DOSE).block_until == at("2026-11-23 09:20")
    p.running = Running(taken.id, timedelta(0))
    assert p.reminded("2026-11-23 07:40") == {DOSE: "half_hour_over"}


def test_another_half_hour_than_the_one_that_is_watched_goes_by_the_stored_instant() -> None:
    p = patient()
    p.say("2026-11-23 07:35", DOSE, "taken")
    p.running = Running("another", timedelta(minutes=20))
    assert p.item("2026-11-23 07:40", DOSE).block_until == at("2026-11-23 08:05")


def test_its_end_is_shown_once_although_the_clock_is_set_on() -> None:
    p = patient()
    taken = p.say("2026-11-23 07:35", DOSE, "taken")
    p.shown("2026-11-23 08:05", DOSE, Reason.HALF_HOUR_OVER)
    p.running = Running(taken.id, timedelta(minutes=-5))
    assert p.reminded("2026-11-23 08:50") == {}


def test_its_end_is_shown_once_although_the_clock_was_set_back() -> None:
    p = patient()
    taken = p.say("2026-11-23 07:35", DOSE, "taken")
    p.shown("2026-11-23 07:05", DOSE, Reason.HALF_HOUR_OVER)
    p.running = Running(taken.id, timedelta(seconds=-1))
    assert p.reminded("2026-11-23 07:05") == {}


def test_its_end_is_shown_once_although_two_clocks_differ_by_seconds() -> None:
    p = patient()
    taken = p.say("2026-11-23 07:35", DOSE, "taken")
    p.shown("2026-11-23 07:05", DOSE, Reason.HALF_HOUR_OVER)
    p.running = Running(taken.id, timedelta(seconds=-30))
    assert p.reminded("2026-11-23 07:06") == {}, "now it seems to have ended at 07:05:30"


def test_taken_again_after_an_undo_its_end_is_shown_again() -> None:
    p = patient()
    p.say("2026-11-23 07:30", DOSE, "taken")
    p.shown("2026-11-23 08:00", DOSE, Reason.HALF_HOUR_OVER)
    p.undo("2026-11-23 08:10")
    p.say("2026-11-23 08:11", DOSE, "taken")
    assert p.reminded("2026-11-23 08:41") == {DOSE: "half_hour_over"}


# --- later, pauses


def test_a_snooze_ends_at_the_latest_when_the_morning_ends() -> None:
    p = patient()
    p.say("2026-11-23 07:35", DOSE, "snoozed", until="2026-11-23 15:00")
    assert p.status("2026-11-23 11:59", DOSE) == "snoozed"
    assert p.due("2026-11-23 07:36", DOSE) == "2026-11-23 12:00"
    assert p.status("2026-11-23 12:00", DOSE) == "due"


def test_a_tablet_inside_a_pause_is_skipped_and_an_answer_wins() -> None:
    p = Patient(tablet(), pauses=[pause("2026-11-23", "2026-11-24")])
    assert p.status("2026-11-23 08:00", DOSE) == "skipped"
    assert p.item("2026-11-23 08:00", DOSE).pause
    assert p.status("2026-11-22 20:00", HEADS_UP) == "absent"
    p.say("2026-11-23 08:00", DOSE, "taken")
    assert p.status("2026-11-23 08:00", DOSE) == "in_progress"


def test_a_tablet_that_was_open_before_a_pause_stays_open_in_it() -> None:
    p = Patient(tablet(), pauses=[pause("2026-11-24", "2026-11-27")])
    assert p.status("2026-11-24 10:00", DOSE) == "unanswered"
    p.say("2026-11-24 10:00", DOSE, "forgotten")
    assert p.status("2026-11-25 07:30", DOSE) == "due"


def test_taken_inside_a_pause_can_be_told_up_to_the_day_before_the_next() -> None:
    p = Patient(tablet(), pauses=[pause("2026-11-23", "2026-11-23")])
    with pytest.raises(Refused, match="date_outside"):
        p.say("2026-12-02 10:00", DOSE, "taken", on="2026-12-01")
    p.say("2026-12-02 10:00", DOSE, "taken", on="2026-11-29")
    assert p.status("2026-12-02 10:00", DOSE) == "done"


def test_the_fourth_monday_is_one_of_four() -> None:
    p = Patient(tablet(MONDAY))
    found = p.look("2026-11-01 10:00", "2026-11-01", "2026-11-30").items
    assert [i.id for i in found if i.step == "dose"] == [f"alendronate/2026-11-{n:02}/dose" for n in (2, 9, 16, 23, 30)]
