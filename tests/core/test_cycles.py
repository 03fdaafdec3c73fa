"""Injections and infusions: the running cycle, its steps, levels and appointments (B3, B4, C15–C20, C27, C32)."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time
from typing import Any

import pytest

from osteoapp.core.agenda import context
from osteoapp.core.cycles import later_dates
from osteoapp.core.events import Reason
from osteoapp.core.item import Kind
from osteoapp.core.refusal import Refused
from osteoapp.core.regimen import DayTimes
from osteoapp.core.treatment import Catalogue, CycleRule

from .builders import Patient, day, infusion, injection, pause

INJECTION = "denosumab/2026-11-12/injection"
BOOK = "denosumab/2026-11-12/book"
BLOOD = "denosumab/2026-11-12/blood-test"
FETCH = "denosumab/2026-11-12/fetch"
DAY_BEFORE = "denosumab/2026-11-12/day-before"
INFUSION = "zoledronate/2027-03-10/infusion"


def patient() -> Patient:
    return Patient(injection(), known="2026-06-01 09:00")


def with_rule(p: Patient, **changes: Any) -> Patient:
    """The same patient where the catalogue says something else of the injection."""
    treatment = p.regimen.catalogue["denosumab-injection"]
    assert isinstance(treatment.rule, CycleRule)
    other = replace(treatment, rule=replace(treatment.rule, **changes))
    p.regimen = replace(p.regimen, catalogue=Catalogue({treatment.id: other}))
    return p


def steps(p: Patient, now: str) -> dict[str, str]:
    found = p.look(now, "2026-01-01", "2028-12-31").items
    return {item.step: item.status.value for item in found}


# --- dates


@pytest.mark.parametrize(
    ("last", "due"),
    [("2026-05-12", "2026-11-12"), ("2026-08-31", "2027-02-28"), ("2026-12-03", "2027-06-03"),
     ("2027-08-31", "2028-02-29")],
)
def test_an_injection_is_due_six_calendar_months_after_the_last(last: str, due: str) -> None:
    p = Patient(injection(last_given=last), known=f"{last} 12:00")
    assert p.due(f"{last} 12:00", f"denosumab/{due}/injection") == f"{due} 10:00"


@pytest.mark.parametrize(
    ("last", "due"), [("2026-03-10", "2027-03-10"), ("2027-02-10", "2028-02-10"), ("2028-02-29", "2029-02-28")]
)
def test_an_infusion_is_due_twelve_calendar_months_after_the_last(last: str, due: str) -> None:
    p = Patient(infusion(last_given=last), known=f"{last} 12:00")
    assert p.due(f"{last} 12:00", f"zoledronate/{due}/infusion") == f"{due} 10:00"


def test_the_next_counts_from_the_day_on_which_it_was_given() -> None:
    p = patient()
    p.say("2026-12-03 16:00", INJECTION, "given")
    assert p.status("2026-12-03 16:00", INJECTION) == "done"
    assert p.status("2026-12-03 16:00", "denosumab/2027-06-03/injection") == "upcoming"


def test_the_later_of_the_file_s_date_and_the_recorded_one_counts() -> None:
    p = patient()
    p.say("2026-11-12 16:00", INJECTION, "given", on="2026-11-10")
    p.change("2026-11-20 10:00", injection(last_given="2026-11-18"))
    assert p.status("2026-11-20 10:00", "denosumab/2027-05-18/injection") == "upcoming"
    p.change("2026-11-21 10:00", injection(last_given="2026-05-12"))
    assert p.status("2026-11-21 10:00", "denosumab/2027-05-10/injection") == "upcoming"


def test_a_date_not_after_the_last_one_is_refused() -> None:
    p = patient()
    with pytest.raises(Refused, match="before_last_given"):
        p.say("2026-11-12 16:00", INJECTION, "given", on="2026-05-12")


def test_before_the_first_one_its_planned_date_counts() -> None:
    p = Patient(injection(first_due="2026-12-01"))
    assert p.due("2026-11-20 10:00", "denosumab/2026-12-01/injection") == "2026-12-01 10:00"
    p.say("2026-12-02 10:00", "denosumab/2026-12-01/injection", "given")
    assert p.status("2026-12-02 10:00", "denosumab/2027-06-02/injection") == "upcoming"


def test_where_the_date_is_not_known_there_is_a_task_to_ask_for_it() -> None:
    p = Patient(injection(unknown=True), known="2026-11-20 09:00")
    assert p.status("2026-11-20 10:00", "denosumab/2026-11-20/check") == "due"
    assert p.status("2026-11-21 10:00", "denosumab/2026-11-20/check") == "overdue"
    p.say("2026-11-21 10:00", "denosumab/2026-11-20/check", "done")
    assert steps(p, "2026-11-21 10:00") == {"check": "done"}


def test_known_in_the_evening_the_question_comes_the_next_day() -> None:
    p = Patient(injection(unknown=True), known="2026-11-20 19:00")
    assert p.due("2026-11-20 19:00", "denosumab/2026-11-21/check") == "2026-11-21 10:00"


def test_a_date_told_after_the_plan_was_known_is_shown_however_late() -> None:
    p = Patient(injection(last_given="2025-01-12"), known="2026-11-20 09:00")
    assert steps(p, "2026-11-20 09:00") == {"injection": "overdue"}
    assert p.item("2026-11-20 09:00", "denosumab/2025-07-12/injection").level == 3


def test_after_the_end_of_the_plan_nothing_is_asked() -> None:
    p = Patient(injection(until="2026-11-20"), known="2026-11-01 09:00")
    assert p.status("2026-11-20 10:00", INJECTION) == "overdue"
    assert steps(p, "2026-11-21 10:00") == {}
    assert steps(Patient(injection(until="2026-11-11"), known="2026-06-01 09:00"), "2026-11-05 12:00") == {}


# --- steps


def test_the_steps_come_eight_four_and_one_week_and_the_day_before() -> None:
    p = patient()
    assert p.due("2026-07-01 10:00", BLOOD) == "2026-09-17 10:00"
    assert p.due("2026-07-01 10:00", BOOK) == "2026-10-15 10:00"
    assert p.due("2026-07-01 10:00", FETCH) == "2026-11-05 10:00"
    assert p.due("2026-07-01 10:00", DAY_BEFORE) == "2026-11-11 20:00"


def test_the_steps_of_an_infusion_come_ten_and_three_weeks_and_the_day_before() -> None:
    p = Patient(infusion(), known="2026-06-01 09:00")
    assert p.due("2026-07-01 10:00", "zoledronate/2027-03-10/book") == "2026-12-30 10:00"
    assert p.due("2026-07-01 10:00", "zoledronate/2027-03-10/blood-test") == "2027-02-17 10:00"
    assert p.due("2026-07-01 10:00", "zoledronate/2027-03-10/day-before") == "2027-03-09 20:00"


def test_a_step_is_overdue_from_the_next_day_and_asked_daily() -> None:
    p = patient()
    assert p.status("2026-09-17 10:00", BLOOD) == "due"
    p.shown("2026-09-17 10:00", BLOOD)
    assert p.status("2026-09-18 00:00", BLOOD) == "overdue"
    assert p.reminded("2026-09-18 09:59") == {}
    assert p.reminded("2026-09-18 10:00") == {BLOOD: "repeat"}


def test_of_the_steps_that_passed_before_the_plan_was_known_only_the_latest_is_shown() -> None:
    assert steps(Patient(injection(), known="2026-11-01 09:00"), "2026-11-01 09:00") == {
        "book": "overdue", "fetch": "upcoming", "day-before": "upcoming", "injection": "upcoming",
    }
    assert steps(Patient(injection(), known="2026-11-06 09:00"), "2026-11-06 09:00") == {
        "fetch": "overdue", "day-before": "upcoming", "injection": "upcoming",
    }
    assert "fetch" in steps(Patient(injection(), known="2026-11-12 09:00"), "2026-11-12 09:00")


def test_none_of_them_is_shown_once_the_due_date_has_passed() -> None:
    assert steps(Patient(injection(), known="2026-11-13 09:00"), "2026-11-13 09:00") == {"injection": "overdue"}


def test_given_closes_the_open_steps_as_done_and_the_others_are_not_there() -> None:
    p = patient()
    p.say("2026-10-20 10:00", INJECTION, "given")
    found = p.look("2026-10-20 10:00", "2026-01-01", "2028-12-31").items
    of_this = {item.step: item.status.value for item in found if item.id.startswith("denosumab/2026-11-12")}
    assert of_this == {"blood-test": "done", "book": "done", "injection": "done"}
    of_next = {item.step: item.status.value for item in found if item.id.startswith("denosumab/2027-04-20")}
    assert set(of_next.values()) == {"upcoming"}


def test_a_skipped_step_stays_skipped_when_the_injection_is_given() -> None:
    p = patient()
    p.say("2026-09-20 10:00", BLOOD, "skipped")
    p.say("2026-11-12 16:00", INJECTION, "given")
    assert p.status("2026-11-12 16:00", BLOOD) == "skipped"
    assert p.status("2026-11-12 16:00", FETCH) == "done"


def test_steps_and_injection_are_never_paused() -> None:
    p = Patient(injection(), known="2026-06-01 09:00", pauses=[pause("2026-09-01", "2026-12-31")])
    assert p.status("2026-09-17 10:00", BLOOD) == "due"
    assert p.status("2026-11-12 10:00", INJECTION) == "due"


def test_a_step_of_the_very_day_of_set_up_is_asked_beside_the_latest_that_passed() -> None:
    assert steps(Patient(injection(), known="2026-11-05 09:00"), "2026-11-05 09:00") == {
        "book": "overdue", "fetch": "upcoming", "day-before": "upcoming", "injection": "upcoming",
    }


def test_what_was_planned_for_the_very_moment_of_set_up_is_shown() -> None:
    p = Patient(injection(), known="2026-11-11 20:00")
    assert p.status("2026-11-11 20:00", DAY_BEFORE) == "due"
    p = Patient(infusion(last_given="2026-11-20"), known="2026-11-21 20:00")
    assert p.status("2026-11-21 20:00", "zoledronate/2026-11-20/aftercare-1") == "due"
    p = Patient(injection(unknown=True), known="2026-11-23 10:00")
    assert p.status("2026-11-23 10:00", "denosumab/2026-11-23/check") == "due"


def test_a_step_that_is_due_on_the_day_of_the_injection_is_done_with_it() -> None:
    p = patient()
    p.say("2026-11-05 09:00", INJECTION, "given")
    assert p.status("2026-11-05 09:00", FETCH) == "done"
    assert p.status("2026-11-05 09:00", DAY_BEFORE) == "absent"


def test_a_step_that_was_done_stays_done_when_the_plan_is_put_in_again() -> None:
    p = patient()
    p.say("2026-09-20 10:00", BLOOD, "done")
    p.change("2026-10-20 10:00", confirm=["denosumab"])
    p.change("2026-11-01 10:00", injection())
    assert p.status("2026-11-02 10:00", BLOOD) == "done"
    assert p.status("2026-11-02 10:00", BOOK) == "overdue"


def test_an_injection_on_the_last_day_of_its_plan_is_still_asked() -> None:
    p = Patient(injection(until="2026-11-12"), known="2026-06-01 09:00")
    assert p.status("2026-11-12 10:00", INJECTION) == "due"


def test_the_forecast_goes_up_to_and_with_its_last_day() -> None:
    p = patient()
    ctx = context(p.regimen, p.history, p.at("2026-06-01 10:00"))
    assert list(later_dates(ctx, ctx.families[0], day("2027-11-12"))) == [day("2027-05-12"), day("2027-11-12")]


def test_an_injection_says_what_it_is_for_which_date_and_when_the_last_one_was() -> None:
    p = patient()
    p.say("2026-11-12 11:00", INJECTION, "given", on="2026-11-11")
    given, step = p.item("2026-11-12 11:00", INJECTION), p.item("2026-11-12 11:00", FETCH)
    ahead = p.item("2026-11-12 11:00", "denosumab/2027-05-11/injection")
    assert (given.kind, given.date, given.since) == (Kind.APPOINTMENT, day("2026-11-12"), None)
    assert (step.kind, step.date) == (Kind.TASK, day("2026-11-12"))
    assert (ahead.kind, ahead.date, ahead.since) == (Kind.APPOINTMENT, day("2027-05-11"), day("2026-11-11"))


def test_an_injection_that_was_given_keeps_the_time_of_its_day() -> None:
    p = patient()
    p.say("2026-11-12 16:00", INJECTION, "given")
    p.change("2026-11-20 10:00", injection(), day=DayTimes(office=time(9)))
    assert p.due("2026-11-20 10:00", INJECTION) == "2026-11-12 10:00"
    p = Patient(injection(), known="2026-11-13 09:00")  # noted with a date before the set-up
    p.say("2026-11-13 10:00", INJECTION, "given", on="2026-11-12")
    assert p.due("2026-11-13 10:00", INJECTION) == "2026-11-12 10:00"


def test_a_day_shows_the_injection_that_was_given_on_its_planned_date() -> None:
    p = patient()
    p.say("2026-11-12 16:00", INJECTION, "given")
    found = p.look("2027-01-10 10:00", "2026-11-12", "2026-11-12").items
    assert [item.step for item in found] == ["injection"]
    found = p.look("2027-01-10 10:00", "2026-11-11", "2026-11-12").items
    assert [item.step for item in found] == ["injection"]


# --- appointments


def test_after_booking_it_is_due_at_the_appointment_and_the_later_steps_follow() -> None:
    p = patient()
    p.say("2026-10-15 11:00", BOOK, "booked", on="2026-11-19 14:30")
    assert p.status("2026-10-15 11:00", BOOK) == "done"
    assert p.due("2026-10-15 11:00", INJECTION) == "2026-11-19 14:30"
    assert p.due("2026-10-15 11:00", FETCH) == "2026-11-12 10:00"
    assert p.due("2026-10-15 11:00", DAY_BEFORE) == "2026-11-18 20:00"
    assert p.due("2026-10-15 11:00", BLOOD) == "2026-09-17 10:00"
    assert p.wall(p.item("2026-10-15 11:00", INJECTION).planned) == "2026-11-12 10:00"
    assert p.wall(p.item("2026-10-15 11:00", DAY_BEFORE).planned) == "2026-11-11 20:00"


def test_a_later_booking_replaces_it_and_undo_brings_the_earlier_back() -> None:
    p = patient()
    p.say("2026-10-15 11:00", BOOK, "booked", on="2026-11-19 14:30")
    p.say("2026-10-16 11:00", INJECTION, "booked", on="2026-11-10 09:00")
    assert p.due("2026-10-16 11:00", INJECTION) == "2026-11-10 09:00"
    p.undo("2026-10-16 11:05")
    assert p.due("2026-10-16 11:05", INJECTION) == "2026-11-19 14:30"
    p.undo("2026-10-16 11:06")
    assert p.due("2026-10-16 11:06", INJECTION) == "2026-11-12 10:00"


def test_of_two_bookings_at_one_moment_the_one_written_later_counts() -> None:
    p = patient()
    for when in ("2026-11-19 14:30", "2026-11-10 09:00"):
        p.say("2026-10-15 11:00", INJECTION, "booked", on=when)
    assert p.due("2026-10-15 11:00", INJECTION) == "2026-11-10 09:00"


def test_a_booking_needs_a_date_and_a_time() -> None:
    p = patient()
    with pytest.raises(Refused, match="appointment_needed"):
        p.say("2026-10-15 11:00", BOOK, "booked", on="2026-11-19")
    with pytest.raises(Refused, match="appointment_needed"):
        p.say("2026-10-15 11:00", BOOK, "booked")


def test_an_appointment_with_an_offset_is_read_in_the_patient_s_zone() -> None:
    p = patient()
    p.say("2026-10-15 11:00", BOOK, "booked", on=p.at("2026-11-19 14:30").astimezone())
    assert p.due("2026-10-15 11:00", INJECTION) == "2026-11-19 14:30"


def test_a_day_before_that_was_put_off_comes_again_for_an_appointment_that_was_moved() -> None:
    """Found by the random stories: "later" was said of the evening before the first appointment, not of this one."""
    p = patient()
    p.say("2026-10-15 11:00", INJECTION, "booked", on="2026-11-12 14:00")
    assert DAY_BEFORE in p.reminded("2026-11-11 20:00")
    p.shown("2026-11-11 20:00", DAY_BEFORE)
    p.say("2026-11-11 20:01", DAY_BEFORE, "snoozed", minutes=7200)
    assert DAY_BEFORE not in p.reminded("2026-11-11 21:00")
    p.say("2026-11-11 21:00", INJECTION, "booked", on="2026-11-14 14:00")
    assert p.due("2026-11-12 20:00", DAY_BEFORE) == "2026-11-13 20:00"
    assert DAY_BEFORE in p.reminded("2026-11-13 20:00")


def test_a_booked_injection_carries_its_appointment() -> None:
    p = patient()
    assert p.item("2026-10-15 11:00", INJECTION).appointment is None
    p.say("2026-10-15 11:00", BOOK, "booked", on="2026-11-19 14:30")
    assert p.item("2026-10-15 11:00", INJECTION).appointment == datetime.fromisoformat("2026-11-19 14:30")


def test_an_appointment_in_the_quiet_hours_is_announced_at_its_time() -> None:
    p = patient()
    p.say("2026-10-15 11:00", BOOK, "booked", on="2026-11-12 06:45")
    assert INJECTION not in p.reminded("2026-11-12 06:44")
    assert p.reminded("2026-11-12 06:45")[INJECTION] == "due"


def test_an_appointment_that_passed_asks_that_evening() -> None:
    p = patient()
    p.say("2026-10-15 11:00", BOOK, "booked", on="2026-11-10 14:30")
    p.shown("2026-11-10 14:30", INJECTION)
    assert p.status("2026-11-10 14:30", INJECTION) == "due"
    assert INJECTION not in p.reminded("2026-11-10 19:59")
    assert p.reminded("2026-11-10 20:00")[INJECTION] == "repeat"


def test_an_evening_appointment_is_not_asked_about_before_it() -> None:
    p = patient()
    p.say("2026-10-15 11:00", BOOK, "booked", on="2026-11-10 20:30")
    assert INJECTION not in p.reminded("2026-11-10 20:00")
    p.shown("2026-11-10 20:30", INJECTION)
    assert INJECTION not in p.reminded("2026-11-10 23:00")


# --- levels


def level(p: Patient, now: str) -> tuple[int, list[str]]:
    found = p.item(now, INJECTION)
    return found.level, [notice.value for notice in found.notices]


def test_level_two_from_the_next_day_and_level_three_from_four_weeks_late() -> None:
    p = patient()
    assert level(p, "2026-11-12 23:59") == (1, [])
    assert level(p, "2026-11-13 00:00") == (2, [])
    assert level(p, "2026-12-09 23:59") == (2, [])
    assert level(p, "2026-12-10 00:00") == (3, ["call_practice_today"])


def test_seven_months_after_the_last_one_may_come_sooner_than_four_weeks_late() -> None:
    p = Patient(injection(last_given="2026-08-31"), known="2026-09-01 09:00")
    found = p.item("2027-03-28 12:00", "denosumab/2027-02-28/injection")
    assert found.level == 3
    assert p.item("2027-03-27 12:00", "denosumab/2027-02-28/injection").level == 2


def test_an_infusion_never_passes_level_two_and_is_asked_weekly() -> None:
    p = Patient(infusion(), known="2026-06-01 09:00")
    assert p.item("2027-09-10 10:00", INFUSION).level == 2
    p.shown("2027-03-11 10:00", INFUSION, Reason.REPEAT, 2)
    assert INFUSION not in p.reminded("2027-03-17 10:00")
    assert p.reminded("2027-03-18 10:00")[INFUSION] == "repeat"


def test_with_a_first_date_and_nothing_given_yet_level_two_is_the_highest() -> None:
    p = Patient(injection(first_due="2026-11-12"), known="2026-06-01 09:00")
    assert level(p, "2027-06-01 10:00") == (2, [])


def test_level_two_is_asked_daily_and_level_three_says_that_it_rose() -> None:
    p = patient()
    p.shown("2026-11-12 10:00", INJECTION)
    assert p.reminded("2026-11-13 10:00")[INJECTION] == "level"
    p.shown("2026-11-13 10:00", INJECTION, Reason.LEVEL, 2)
    assert p.reminded("2026-11-14 10:00")[INJECTION] == "repeat"
    p.shown("2026-12-09 10:00", INJECTION, Reason.REPEAT, 2)
    assert p.reminded("2026-12-10 10:00")[INJECTION] == "level"


def test_level_three_is_asked_daily_from_its_first_day_also_where_a_late_one_is_asked_weekly() -> None:
    p = with_rule(patient(), late_every_days=7, urgent_after_days=26)
    p.shown("2026-12-04 10:00", INJECTION, Reason.REPEAT, 2)
    assert INJECTION not in p.reminded("2026-12-07 10:00")
    assert p.reminded("2026-12-08 10:00")[INJECTION] == "level"
    p.shown("2026-12-08 10:00", INJECTION, Reason.LEVEL, 3)
    assert p.reminded("2026-12-09 10:00")[INJECTION] == "repeat"


def test_an_appointment_does_not_move_the_date_of_level_three() -> None:
    p = patient()
    p.say("2026-11-20 11:00", INJECTION, "booked", on="2026-12-20 14:30")
    assert p.status("2026-11-20 11:00", INJECTION) == "upcoming"
    assert level(p, "2026-12-09 12:00") == (1, [])
    assert level(p, "2026-12-10 12:00") == (3, ["late_appointment"])
    assert p.status("2026-12-10 12:00", INJECTION) == "upcoming"


def test_a_late_appointment_is_named_once_when_level_three_begins() -> None:
    p = patient()
    p.say("2026-11-20 11:00", INJECTION, "booked", on="2026-12-20 14:30")
    assert INJECTION not in p.reminded("2026-12-10 09:59")
    assert INJECTION in p.reminded("2026-12-10 10:00")
    p.shown("2026-12-10 10:00", INJECTION, Reason.DUE, 3)
    assert INJECTION not in p.reminded("2026-12-11 10:00")
    assert INJECTION in p.reminded("2026-12-20 14:30")


def test_an_appointment_before_level_three_is_not_named_late() -> None:
    p = patient()
    p.say("2026-11-20 11:00", INJECTION, "booked", on="2026-12-10 09:00")
    assert INJECTION not in p.reminded("2026-12-10 08:59")
    assert level(p, "2026-12-10 09:00") == (3, ["call_practice_today"])


def test_an_appointment_that_passed_at_level_three_asks_to_call() -> None:
    p = patient()
    p.say("2026-11-20 11:00", INJECTION, "booked", on="2026-12-20 14:30")
    assert level(p, "2026-12-20 14:30") == (3, ["call_practice_today"])
    p.shown("2026-12-20 20:00", INJECTION, Reason.DUE, 3)
    assert p.reminded("2026-12-21 10:00")[INJECTION] == "repeat"


# --- snoozes


def test_a_snooze_ends_at_the_latest_at_wake_time_of_the_level_three_date() -> None:
    p = patient()
    p.say("2026-11-13 11:00", INJECTION, "snoozed", until="2027-01-01 10:00")
    assert p.due("2026-11-13 11:00", INJECTION) == "2026-12-10 07:30"
    assert p.reminded("2026-12-10 07:30")[INJECTION] == "snooze_over"


def test_at_level_three_a_snooze_is_cut_to_a_day() -> None:
    p = patient()
    p.say("2026-12-11 11:00", INJECTION, "snoozed", until="2027-01-01 10:00")
    assert p.due("2026-12-11 11:00", INJECTION) == "2026-12-12 11:00"
    assert p.status("2026-12-12 11:00", INJECTION) == "overdue"


def test_a_snooze_at_the_very_beginning_of_level_three_is_cut_to_a_day() -> None:
    p = patient()
    p.say("2026-12-10 07:30", INJECTION, "snoozed", minutes=60)
    assert p.due("2026-12-10 07:30", INJECTION) == "2026-12-10 08:30"


def test_an_infusion_can_be_put_off_for_longer() -> None:
    p = Patient(infusion(), known="2026-06-01 09:00")
    p.say("2027-03-11 11:00", INFUSION, "snoozed", until="2027-06-01 10:00")
    assert p.status("2027-05-01 11:00", INFUSION) == "snoozed"


def test_a_snooze_before_its_date_counts_when_the_date_comes() -> None:
    p = patient()
    p.say("2026-11-11 11:00", INJECTION, "snoozed", until="2026-11-13 10:00")
    assert p.status("2026-11-12 09:00", INJECTION) == "upcoming"
    assert p.status("2026-11-12 10:00", INJECTION) == "snoozed"


def test_a_snooze_does_not_outlive_a_new_appointment() -> None:
    p = patient()
    p.say("2026-11-11 11:00", INJECTION, "snoozed", until="2026-11-13 10:00")
    p.say("2026-11-11 12:00", INJECTION, "booked", on="2026-11-20 09:00")
    assert p.status("2026-11-20 09:00", INJECTION) == "due"


def test_where_no_date_is_early_nothing_is_said_of_it() -> None:
    p = with_rule(patient(), early_days=None)
    p.say("2026-06-02 11:00", INJECTION, "given")
    assert p.notices("2026-06-02 11:00", INJECTION) == []


# --- given early, aftercare


def test_given_more_than_four_weeks_early_says_that_the_date_differs() -> None:
    p = patient()
    p.say("2026-10-16 11:00", INJECTION, "given", on="2026-10-15")
    assert p.notices("2026-10-16 11:00", INJECTION) == []
    p = patient()
    p.say("2026-10-16 11:00", INJECTION, "given", on="2026-10-14")
    assert p.notices("2026-10-16 11:00", INJECTION) == ["date_differs"]


def test_after_an_infusion_there_is_aftercare_on_four_evenings() -> None:
    p = Patient(infusion(), known="2026-06-01 09:00")
    p.say("2027-02-10 15:00", INFUSION, "given")
    assert p.due("2027-02-10 15:00", "zoledronate/2027-03-10/aftercare-0") == "2027-02-10 20:00"
    assert p.due("2027-02-10 15:00", "zoledronate/2027-03-10/aftercare-3") == "2027-02-13 20:00"
    assert p.status("2027-02-10 20:00", "zoledronate/2027-03-10/aftercare-0") == "due"
    assert p.status("2027-02-11 00:00", "zoledronate/2027-03-10/aftercare-0") == "absent"
    assert p.status("2027-02-11 00:00", "zoledronate/2028-02-10/infusion") == "upcoming"


def test_aftercare_counts_from_the_file_s_date_where_that_is_later() -> None:
    p = Patient(infusion(last_given="2026-11-20"), known="2026-11-21 09:00")
    assert p.status("2026-11-21 20:00", "zoledronate/2026-11-20/aftercare-1") == "due"
    assert p.status("2026-11-21 09:00", "zoledronate/2026-11-20/aftercare-0") == "absent"


def test_the_file_s_date_of_the_same_day_leaves_the_aftercare_its_names() -> None:
    p = Patient(infusion(), known="2026-06-01 09:00")
    p.say("2027-02-10 15:00", INFUSION, "given")
    p.change("2027-02-10 16:00", infusion(last_given="2027-02-10"))
    assert p.status("2027-02-10 20:00", "zoledronate/2027-03-10/aftercare-0") == "due"
    p = Patient(infusion(), known="2026-06-01 09:00")
    p.say("2027-03-20 15:00", INFUSION, "given")
    p.change("2027-03-20 16:00", infusion(last_given="2027-03-20"))
    assert p.status("2027-03-20 20:00", "zoledronate/2027-03-10/aftercare-0") == "due"


def test_an_infusion_never_given_has_no_aftercare() -> None:
    p = Patient(infusion(first_due="2026-12-20"))
    assert not [step for step in steps(p, "2026-12-19 10:00") if step.startswith("aftercare")]


def test_an_injection_has_no_aftercare() -> None:
    p = patient()
    p.say("2026-11-12 16:00", INJECTION, "given")
    assert not [step for step in steps(p, "2026-11-12 16:00") if step.startswith("aftercare")]


def test_a_plan_that_was_taken_out_asks_nothing_and_keeps_what_was_given() -> None:
    p = patient()
    p.say("2026-11-12 16:00", INJECTION, "given")
    p.change("2026-11-13 10:00", confirm=["denosumab"])
    assert p.status("2026-11-14 10:00", INJECTION) == "done"
    assert p.status("2027-05-12 10:00", "denosumab/2027-05-12/injection") == "absent"


def test_a_cycle_closed_long_ago_is_not_looked_for() -> None:
    p = Patient(injection(last_given="2020-01-10"), known="2020-01-11 09:00")
    p.say("2020-07-10 11:00", "denosumab/2020-07-10/injection", "given")
    p.say("2021-01-10 11:00", "denosumab/2021-01-10/injection", "given")
    assert p.status("2026-11-12 10:00", "denosumab/2021-07-10/injection") == "overdue"
    assert p.status("2026-11-12 10:00", "denosumab/2020-07-10/injection") == "done"
    assert {item.status.value for item in p.look("2026-11-12 10:00").items} == {"overdue"}
