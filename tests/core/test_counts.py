"""Looking back: what each word of the counts means, plan by plan."""

from __future__ import annotations

from datetime import date
from zoneinfo import ZoneInfo

import pytest

from osteoapp.core.counts import Administration, Outcome, PlanCounts, counts, months_and_days
from osteoapp.core.events import Awake, Cause
from osteoapp.core.recurrence import AsNeeded, Freq, FromLastTaken, OnOff, Rule, Unit
from osteoapp.core.regimen import CalciumOnTabletDay

from .builders import (
    MONDAY,
    THURSDAY,
    Patient,
    activity,
    calcium,
    check,
    dairy,
    day,
    infusion,
    injection,
    medicine,
    pause,
    tablet,
    vitamin_d,
)

NOV, DEC = "2026-11-01", "2026-12-31"


def count(patient: Patient, now: str, plan: str, first: str = NOV, last: str = DEC) -> PlanCounts:
    found = counts(patient.regimen, patient.history, patient.at(now), day(first), day(last))
    return next(one for one in found if one.plan.id == plan)


def outcomes(patient: Patient, now: str, plan: str, first: str = NOV, last: str = DEC) -> dict[str, str]:
    """The outcome by day of the month."""
    return {f"{one.day:%d}": one.outcome.value for one in count(patient, now, plan, first, last).occasions}


def dose(plan: str, on: str, step: str = "dose") -> str:
    return f"{plan}/2026-{on}/{step}"


def take(patient: Patient, plan: str, *days: str, when: str = "07:35") -> None:
    for one in days:
        patient.say(f"2026-{one} {when}", dose(plan, one), "taken")


def absent(patient: Patient, since: str, until: str, cause: Cause = Cause.START) -> None:
    at = patient.at(until)
    patient.history.append(
        Awake(
            id=patient.new_id(), at=at, recorded=at, zone=patient.zone.key, cause=cause, away_from=patient.at(since)
        )
    )


# --- weekly tablets


def test_a_tablet_taken_on_its_own_day_is_on_time_at_whatever_hour() -> None:
    patient = Patient(tablet())
    take(patient, "alendronate", "11-02")
    patient.say("2026-11-09 21:00", dose("alendronate", "11-09"), "taken", at="2026-11-09 11:59")
    found = count(patient, "2026-11-10 09:00", "alendronate")
    assert [(one.outcome, one.taken_on) for one in found.occasions] == [
        (Outcome.ON_TIME, date(2026, 11, 2)), (Outcome.ON_TIME, date(2026, 11, 9)),
    ]
    assert (found.taken, found.planned) == (2, 2)


def test_a_tablet_taken_on_a_catch_up_morning_is_late() -> None:
    patient = Patient(tablet())
    patient.say("2026-11-02 07:40", dose("alendronate", "11-02"), "not_fasting")
    patient.say("2026-11-03 07:40", dose("alendronate", "11-02"), "taken")
    [one] = count(patient, "2026-11-04 09:00", "alendronate").occasions
    assert (one.outcome, one.taken_on) == (Outcome.LATE, date(2026, 11, 3))


def test_a_skipped_tablet_keeps_its_reason() -> None:
    patient = Patient(tablet())
    patient.say("2026-11-02 08:00", dose("alendronate", "11-02"), "skipped", note="buikpijn")
    patient.say("2026-11-09 08:00", dose("alendronate", "11-09"), "skipped")
    found = count(patient, "2026-11-10 09:00", "alendronate")
    assert [(one.outcome, one.reason) for one in found.occasions] == [
        (Outcome.SKIPPED, "buikpijn"), (Outcome.SKIPPED, None),
    ]
    assert (found.taken, found.planned) == (0, 2)


def test_a_retracted_answer_does_not_count() -> None:
    patient = Patient(tablet())
    take(patient, "alendronate", "11-02")
    patient.undo("2026-11-02 08:00")
    assert outcomes(patient, "2026-11-02 09:00", "alendronate") == {"02": "open"}


def test_a_tablet_is_open_until_its_next_own_day_and_missed_from_then_on() -> None:
    patient = Patient(tablet())
    assert outcomes(patient, "2026-11-02 07:29", "alendronate") == {}
    found = count(patient, "2026-11-02 07:30", "alendronate")
    assert [(one.item, one.outcome) for one in found.occasions] == [(dose("alendronate", "11-02"), Outcome.OPEN)]
    assert found.next_due is None
    assert outcomes(patient, "2026-11-08 23:59", "alendronate") == {"02": "open"}
    assert outcomes(patient, "2026-11-09 00:00", "alendronate") == {"02": "missed"}
    assert count(patient, "2026-11-08 23:59", "alendronate").planned == 0


def test_a_tablet_remembered_on_the_day_before_its_own_weekday_is_missed_at_once() -> None:
    patient = Patient(tablet())
    patient.say("2026-11-08 09:00", dose("alendronate", "11-02"), "forgotten")
    assert outcomes(patient, "2026-11-08 10:00", "alendronate") == {"02": "missed"}


def test_a_tablet_in_a_pause_is_not_planned_unless_it_was_taken() -> None:
    patient = Patient(tablet(), pauses=[pause("2026-11-01", "2026-11-10")])
    take(patient, "alendronate", "11-09")
    found = count(patient, "2026-11-17 09:00", "alendronate")
    assert [one.outcome for one in found.occasions] == [Outcome.PAUSED, Outcome.ON_TIME, Outcome.OPEN]
    assert (found.taken, found.planned) == (1, 1)


def test_what_was_open_when_its_plan_was_taken_out_is_not_counted() -> None:
    patient = Patient(tablet(), vitamin_d(recurrence=Rule(Freq.WEEKLY, byday=frozenset({MONDAY}))))
    take(patient, "alendronate", "11-02")
    patient.change("2026-11-11 09:00")
    assert outcomes(patient, "2026-12-01 09:00", "alendronate") == {"02": "on_time"}
    assert outcomes(patient, "2026-12-01 09:00", "vitamin-d") == {"02": "missed"}


def test_what_closed_with_the_last_day_of_its_plan_is_missed() -> None:
    patient = Patient(tablet(), vitamin_d())
    patient.change("2026-11-09 07:00")  # the last day of both is the 8th
    assert outcomes(patient, "2026-12-01 09:00", "alendronate") == {"02": "missed"}
    assert outcomes(patient, "2026-12-01 09:00", "vitamin-d", "2026-11-07") == {"07": "missed", "08": "missed"}


# --- the computer was off


def test_a_tablet_is_off_when_the_computer_was_off_from_its_time_until_its_window_closed() -> None:
    patient = Patient(tablet())
    absent(patient, "2026-11-02 07:30", "2026-11-09 00:00", Cause.RESUME)
    assert outcomes(patient, "2026-11-09 01:00", "alendronate") == {"02": "off"}


@pytest.mark.parametrize(
    ("since", "until"),
    [("2026-11-02 07:31", "2026-11-10 00:00"), ("2026-11-01 07:30", "2026-11-08 23:59")],
)
def test_a_tablet_is_missed_when_the_computer_was_on_for_a_part_of_its_window(since: str, until: str) -> None:
    patient = Patient(tablet())
    absent(patient, since, until)
    assert outcomes(patient, "2026-11-10 01:00", "alendronate")["02"] == "missed"


def test_a_tablet_that_was_answered_from_elsewhere_while_the_computer_was_off_is_not_off() -> None:
    patient = Patient(tablet())
    patient.say("2026-11-02 08:00", dose("alendronate", "11-02"), "not_fasting")
    absent(patient, "2026-11-02 07:00", "2026-11-10 00:00")
    assert outcomes(patient, "2026-11-10 01:00", "alendronate")["02"] == "missed"


def test_the_longest_of_several_absences_counts_and_a_clock_that_was_set_is_none() -> None:
    patient = Patient(vitamin_d())
    absent(patient, "2026-11-02 20:00", "2026-11-02 21:00")
    absent(patient, "2026-11-03 08:00", "2026-11-06 00:00")
    absent(patient, "2026-11-06 20:00", "2026-11-08 07:00", Cause.CLOCK)
    absent(patient, "2026-11-20 08:00", "2026-11-30 08:00")
    found = outcomes(patient, "2026-11-09 07:00", "vitamin-d", "2026-11-02")
    assert found == {
        "02": "missed", "03": "off", "04": "off", "05": "off", "06": "missed", "07": "missed", "08": "missed",
    }


def test_the_first_start_ever_ends_no_absence() -> None:
    patient = Patient(vitamin_d())
    patient.awake("2026-11-04 09:00")
    assert outcomes(patient, "2026-11-03 07:00", "vitamin-d", "2026-11-02") == {"02": "missed"}


# --- doses


def test_a_daily_dose_is_open_on_its_day_and_missed_after_it() -> None:
    patient = Patient(vitamin_d())
    take(patient, "vitamin-d", "11-02", when="23:50")
    assert outcomes(patient, "2026-11-04 08:29", "vitamin-d", "2026-11-02") == {"02": "on_time", "03": "missed"}
    assert outcomes(patient, "2026-11-04 08:30", "vitamin-d", "2026-11-04") == {"04": "open"}


def test_what_was_planned_before_the_plan_became_known_is_not_counted() -> None:
    patient = Patient(vitamin_d("08:30", "09:30"))  # known on 1 November at 09:00
    found = count(patient, "2026-11-01 23:00", "vitamin-d")
    assert [one.item for one in found.occasions] == ["vitamin-d/2026-11-01/dose-2"]


def test_a_dose_of_the_very_moment_at_which_the_plan_became_known_is_counted() -> None:
    patient = Patient(vitamin_d("08:30", "09:00"))
    found = count(patient, "2026-11-01 23:00", "vitamin-d")
    assert [one.item for one in found.occasions] == ["vitamin-d/2026-11-01/dose-2"]


def test_each_slot_of_a_day_counts_for_itself() -> None:
    patient = Patient(medicine("08:00", "20:00"))
    patient.say("2026-11-02 08:05", dose("thyroid", "11-02"), "taken")
    patient.say("2026-11-02 20:05", dose("thyroid", "11-02", "dose-2"), "skipped", note="op reis")
    found = count(patient, "2026-11-03 07:00", "thyroid", "2026-11-02")
    assert [(one.outcome, one.reason) for one in found.occasions] == [
        (Outcome.ON_TIME, None), (Outcome.SKIPPED, "op reis"),
    ]


def test_a_sparse_dose_taken_on_a_later_day_is_late() -> None:
    patient = Patient(medicine(recurrence=Rule(Freq.WEEKLY, byday=frozenset({MONDAY}))))
    patient.say("2026-11-03 09:00", dose("thyroid", "11-02"), "taken")
    found = outcomes(patient, "2026-11-16 07:00", "thyroid")
    assert found == {"02": "late", "09": "missed"}


def test_a_dose_from_last_taken_is_open_as_long_as_it_is_not_answered() -> None:
    patient = Patient(medicine(recurrence=FromLastTaken(3, Unit.DAYS), start="2026-11-02"))
    take(patient, "thyroid", "11-02", when="09:00")
    assert outcomes(patient, "2026-11-05 07:00", "thyroid") == {"02": "on_time"}
    assert outcomes(patient, "2026-11-20 07:00", "thyroid") == {"02": "on_time", "05": "open"}
    assert outcomes(patient, "2026-11-20 07:00", "thyroid", "2026-11-02") == {"02": "on_time", "05": "open"}


def test_a_day_from_last_taken_of_which_half_is_answered_counts_each_half_once() -> None:
    patient = Patient(medicine("08:00", "20:00", recurrence=FromLastTaken(3, Unit.DAYS), start="2026-11-02"))
    take(patient, "thyroid", "11-02", when="09:00")
    found = count(patient, "2026-11-02 21:00", "thyroid")
    assert [one.outcome for one in found.occasions] == [Outcome.ON_TIME, Outcome.OPEN]


def test_days_off_in_a_cycle_are_not_planned() -> None:
    patient = Patient(medicine(recurrence=OnOff(2, 3), start="2026-11-02"))
    assert outcomes(patient, "2026-11-09 07:00", "thyroid") == {
        "02": "missed", "03": "missed", "07": "missed", "08": "missed",
    }


def test_a_dose_in_a_pause_is_paused() -> None:
    patient = Patient(vitamin_d(), pauses=[pause("2026-11-02", "2026-11-02")])
    assert outcomes(patient, "2026-11-04 07:00", "vitamin-d", "2026-11-02") == {"02": "paused", "03": "missed"}
    found = count(patient, "2026-11-04 07:00", "vitamin-d", "2026-11-02").occasions
    assert [one.item for one in found] == [dose("vitamin-d", "11-02"), dose("vitamin-d", "11-03")]


def test_calcium_that_is_left_out_on_tablet_days_is_not_planned_there() -> None:
    none = CalciumOnTabletDay.NONE
    patient = Patient(tablet(), calcium(calcium_on_tablet_day=none))
    take(patient, "alendronate", "11-02")
    assert list(outcomes(patient, "2026-11-05 07:00", "calcium", "2026-11-02")) == ["03", "04"]


def test_what_is_taken_as_needed_is_listed_and_not_planned() -> None:
    patient = Patient(medicine(recurrence=AsNeeded()), vitamin_d())
    take(patient, "thyroid", "11-02", "11-03", when="12:00")
    take(patient, "vitamin-d", "11-03", when="12:00")
    found = count(patient, "2026-11-04 07:00", "thyroid")
    assert (found.as_needed, found.planned) == ((date(2026, 11, 2), date(2026, 11, 3)), 0)
    assert count(patient, "2026-11-04 07:00", "vitamin-d").as_needed == ()


def test_what_was_taken_as_needed_stays_so_when_the_plan_becomes_a_daily_one() -> None:
    patient = Patient(medicine(recurrence=AsNeeded()))
    take(patient, "thyroid", "11-02", when="12:00")
    patient.change("2026-11-04 07:00", medicine("08:00"))
    assert count(patient, "2026-11-05 07:00", "thyroid").as_needed == (date(2026, 11, 2),)


# --- goals


def test_a_goal_is_reached_short_of_its_target_or_open_today() -> None:
    patient = Patient(activity("10:30"))
    patient.say("2026-11-02 12:00", "activity/2026-11-02/goal", "amount", amount=30)
    patient.say("2026-11-03 12:00", "activity/2026-11-03/goal", "amount", amount=11)
    found = count(patient, "2026-11-04 23:00", "activity", "2026-11-02")
    assert [(one.outcome.value, one.value, one.target) for one in found.occasions] == [
        ("on_time", 30, 30), ("missed", 11, 30), ("open", 0, 30),
    ]
    assert (found.taken, found.planned, found.per_day) == (1, 2, 21)


def test_a_goal_is_off_only_when_nothing_was_counted_and_the_computer_was_off() -> None:
    patient = Patient(dairy())
    patient.say("2026-11-03 12:00", "dairy/2026-11-03/goal", "amount", amount=1)
    absent(patient, "2026-11-01 23:00", "2026-11-05 00:00")
    found = outcomes(patient, "2026-11-06 07:00", "dairy", "2026-11-02")
    assert found == {"02": "off", "03": "missed", "04": "off", "05": "missed", "06": "open"}


def test_a_goal_with_nudges_is_off_when_the_computer_was_off_from_the_first_of_them() -> None:
    patient = Patient(dairy("10:30", "15:00"))
    absent(patient, "2026-11-02 10:30", "2026-11-03 00:00")
    assert outcomes(patient, "2026-11-04 07:00", "dairy", "2026-11-02", "2026-11-02") == {"02": "off"}
    patient = Patient(dairy())  # without nudges the whole day counts
    absent(patient, "2026-11-02 00:00:01", "2026-11-03 00:00")
    assert outcomes(patient, "2026-11-04 07:00", "dairy", "2026-11-02", "2026-11-02") == {"02": "missed"}


def test_a_goal_in_a_pause_is_paused_and_has_no_part_in_the_average() -> None:
    patient = Patient(activity(), pauses=[pause("2026-11-02", "2026-11-03")])
    patient.say("2026-11-02 12:00", "activity/2026-11-02/goal", "amount", amount=10)
    found = count(patient, "2026-11-03 12:00", "activity", "2026-11-02")
    assert ([one.outcome for one in found.occasions], found.per_day) == ([Outcome.PAUSED] * 2, 0)


def test_a_goal_that_began_before_it_was_known_is_not_counted_back() -> None:
    patient = Patient(dairy(start="2026-10-01"), known="2026-11-03 09:00")
    found = counts(patient.regimen, patient.history, patient.at("2026-11-04 09:00"), day("2026-10-01"), day(DEC))
    assert [one.day.day for one in found[0].occasions] == [3, 4]


def test_a_goal_is_not_counted_on_a_date_that_travel_put_before_it_was_known() -> None:
    patient = Patient(dairy(), known="2026-11-01 12:00")
    patient.zone = ZoneInfo("Pacific/Kiritimati")  # where that was 2 November already
    assert list(outcomes(patient, "2026-11-03 09:00", "dairy")) == ["02", "03"]


# --- plans of their time


def test_a_plan_that_changed_is_counted_by_the_plan_of_its_time() -> None:
    patient = Patient(tablet(MONDAY), activity())
    take(patient, "alendronate", "11-02", "11-09")
    patient.say("2026-11-09 12:00", "activity/2026-11-09/goal", "amount", amount=20)
    patient.change("2026-11-10 09:00", tablet(THURSDAY), activity(target=10))
    take(patient, "alendronate", "11-19")
    found = count(patient, "2026-11-20 09:00", "alendronate")
    assert [one.day.day for one in found.occasions] == [2, 9, 19]
    assert {one.target for one in count(patient, "2026-11-20 09:00", "activity").occasions} == {30, 10}


def test_a_plan_that_was_not_in_force_in_the_period_is_left_out() -> None:
    patient = Patient(vitamin_d(until="2026-11-10"), dairy())
    now = patient.at("2026-12-01 09:00")
    found = counts(patient.regimen, patient.history, now, day("2026-11-11"), day("2026-11-12"))
    assert [one.plan.id for one in found] == ["dairy"]
    found = counts(patient.regimen, patient.history, now, day("2026-11-10"), day("2026-11-12"))
    assert [one.plan.id for one in found] == ["vitamin-d", "dairy"], "its last day is the first of the period"
    assert counts(patient.regimen, patient.history, now, day("2026-10-01"), day("2026-10-31")) == ()


def test_a_period_beyond_today_counts_up_to_today() -> None:
    patient = Patient(vitamin_d())
    assert list(outcomes(patient, "2026-11-04 23:00", "vitamin-d", "2026-11-03", "2027-06-01")) == ["03", "04"]


def test_another_treatment_under_the_same_id_is_counted_apart() -> None:
    patient = Patient(vitamin_d(id="one"))
    patient.change("2026-11-04 07:00", dairy(id="one"))
    now = patient.at("2026-11-06 09:00")
    found = counts(patient.regimen, patient.history, now, day("2026-11-02"), day("2026-11-05"))
    assert [(one.treatment.id, len(one.occasions)) for one in found] == [("vitamin-d-tablet", 2), ("dairy", 2)]


def test_checks_have_nothing_to_count() -> None:
    patient = Patient(check())
    found = count(patient, "2026-11-04 09:00", "dentist")
    assert (found.occasions, found.given, found.planned, found.per_day) == ((), (), 0, 0)


# --- injections and infusions


def test_an_injection_is_told_with_its_date_its_planned_date_and_the_gap_before_it() -> None:
    patient = Patient(injection())  # given last on 12 May 2026
    patient.say("2026-11-21 12:00", "denosumab/2026-11-12/injection", "given", on="2026-11-21")
    found = count(patient, "2026-11-22 09:00", "denosumab")
    assert found.given == (Administration(day("2026-11-21"), day("2026-11-12"), day("2026-05-12")),)
    assert (found.given[0].gap, found.next_due) == ((6, 9), day("2027-05-21"))
    that_day = count(patient, "2026-11-22 09:00", "denosumab", "2026-11-21", "2026-11-21")
    assert that_day.given == found.given, "the first and the last day belong to the period"


def test_the_first_known_date_has_no_gap_and_lies_in_the_period_or_not() -> None:
    patient = Patient(infusion())  # given last on 10 March 2026
    assert count(patient, "2026-11-22 09:00", "zoledronate").given == ()
    [first] = count(patient, "2026-11-22 09:00", "zoledronate", "2026-03-01").given
    assert (first.on, first.planned, first.gap) == (day("2026-03-10"), None, None)


def test_the_first_injection_of_all_is_told_without_one_before_it() -> None:
    patient = Patient(injection(first_due="2026-11-12"))
    patient.say("2026-11-12 12:00", "denosumab/2026-11-12/injection", "given")
    [first] = count(patient, "2026-11-22 09:00", "denosumab").given
    assert (first.on, first.planned, first.gap) == (day("2026-11-12"), day("2026-11-12"), None)


def test_an_injection_whose_date_is_unknown_has_no_next_date() -> None:
    patient = Patient(injection(unknown=True))
    assert count(patient, "2026-11-22 09:00", "denosumab").next_due is None


@pytest.mark.parametrize(
    ("first", "last", "apart"),
    [
        ("2026-08-31", "2027-02-28", (6, 0)), ("2026-08-31", "2027-03-01", (6, 1)),
        ("2026-05-12", "2026-11-11", (5, 30)),
        ("2026-05-12", "2026-05-12", (0, 0)), ("2025-03-10", "2026-04-20", (13, 10)),
    ],
)
def test_gaps_are_calendar_months_and_days(first: str, last: str, apart: tuple[int, int]) -> None:
    assert months_and_days(day(first), day(last)) == apart


# --- weeks in a row


def test_weeks_in_a_row_end_at_a_week_with_a_missed_or_a_skipped_one() -> None:
    patient = Patient(tablet())
    take(patient, "alendronate", "11-02", "11-16", "11-23")
    assert count(patient, "2026-11-24 09:00", "alendronate").weeks_in_a_row == 2
    patient.say("2026-11-30 09:00", dose("alendronate", "11-30"), "skipped")
    assert count(patient, "2026-12-01 09:00", "alendronate").weeks_in_a_row == 0


def test_a_late_tablet_counts_and_an_open_paused_or_off_week_neither_counts_nor_breaks() -> None:
    patient = Patient(tablet(), pauses=[pause("2026-11-09", "2026-11-09")])
    take(patient, "alendronate", "11-02")
    absent(patient, "2026-11-16 07:00", "2026-11-23 00:00")
    patient.say("2026-11-23 08:00", dose("alendronate", "11-23"), "not_fasting")
    patient.say("2026-11-24 08:00", dose("alendronate", "11-23"), "taken")
    assert list(outcomes(patient, "2026-11-30 09:00", "alendronate").values()) == [
        "on_time", "paused", "off", "late", "open",
    ]
    assert count(patient, "2026-11-30 09:00", "alendronate").weeks_in_a_row == 2


def test_a_week_with_a_late_dose_and_one_on_time_counts() -> None:
    patient = Patient(medicine(recurrence=Rule(Freq.WEEKLY, byday=frozenset({MONDAY, THURSDAY})), start="2026-11-02"))
    patient.say("2026-11-03 09:00", dose("thyroid", "11-02"), "taken")
    take(patient, "thyroid", "11-05", when="09:00")
    found = count(patient, "2026-11-06 07:00", "thyroid")
    assert [one.outcome for one in found.occasions] == [Outcome.LATE, Outcome.ON_TIME]
    assert found.weeks_in_a_row == 1


def test_a_week_of_daily_doses_counts_when_every_one_was_taken() -> None:
    patient = Patient(vitamin_d())
    take(patient, "vitamin-d", *(f"11-{number:02}" for number in range(2, 16)), when="09:00")
    found = count(patient, "2026-11-16 07:00", "vitamin-d", "2026-11-02")
    assert found.weeks_in_a_row == 2


def test_a_goal_is_on_track_by_the_sum_of_its_week() -> None:
    patient = Patient(dairy(start="2026-11-02", target=1))
    patient.say("2026-11-02 12:00", "dairy/2026-11-02/goal", "amount", amount=7)
    patient.say("2026-11-09 12:00", "dairy/2026-11-09/goal", "amount", amount=6)
    assert count(patient, "2026-11-12 09:00", "dairy").weeks_in_a_row == 2
    assert count(patient, "2026-11-15 23:00", "dairy").weeks_in_a_row == 1  # the running week breaks nothing
    assert count(patient, "2026-11-16 09:00", "dairy").weeks_in_a_row == 0


def test_a_week_of_a_goal_in_which_the_computer_was_off_breaks_nothing() -> None:
    patient = Patient(dairy(start="2026-11-02", target=1))
    patient.say("2026-11-02 12:00", "dairy/2026-11-02/goal", "amount", amount=7)
    absent(patient, "2026-11-08 23:00", "2026-11-16 00:00")
    assert count(patient, "2026-11-16 09:00", "dairy").weeks_in_a_row == 1
