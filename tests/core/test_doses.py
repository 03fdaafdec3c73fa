"""Doses at times of the day: windows, slots, sparse rules, and what is counted from the date last taken (B5, B6)."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from osteoapp.core.events import Done, Reason, Taken
from osteoapp.core.item import Status
from osteoapp.core.recurrence import AsNeeded, Freq, FromLastTaken, OnOff, Rule, Unit
from osteoapp.core.refusal import Refused
from osteoapp.core.regimen import DosePlan

from .builders import (
    FRIDAY,
    MONDAY,
    TABLET,
    THURSDAY,
    Patient,
    at,
    calcium,
    medicine,
    pause,
    tablet,
    vitamin_d,
    vitamin_d_drink,
)

VITAMIN = "vitamin-d/2026-11-23/dose"
WEEKLY = Rule(Freq.WEEKLY, byday=frozenset({MONDAY}))
EVERY_THREE_DAYS = FromLastTaken(3, Unit.DAYS)


# --- every day


def test_a_daily_dose_is_due_until_its_day_is_over_and_then_missed() -> None:
    p = Patient(vitamin_d())
    assert p.status("2026-11-23 08:29", VITAMIN) == "upcoming"
    assert p.status("2026-11-23 23:59", VITAMIN) == "due"
    assert p.status("2026-11-24 00:00", VITAMIN) == "missed"


def test_a_missed_daily_dose_can_be_told_as_taken_on_its_own_date_only() -> None:
    p = Patient(vitamin_d())
    with pytest.raises(Refused, match="date_outside"):
        p.say("2026-11-24 00:30", VITAMIN, "taken")
    p.say("2026-11-24 00:30", VITAMIN, "taken", at="2026-11-23 23:55")
    assert p.status("2026-11-24 00:30", VITAMIN) == "done"


def test_a_dose_before_the_moment_at_which_the_plan_became_known_is_not_made() -> None:
    p = Patient(medicine("08:00", "12:00", "18:00"), known="2026-11-23 09:00")
    found = [item.id for item in p.look("2026-11-23 09:00", "2026-11-20", "2026-11-23").items]
    assert found == ["thyroid/2026-11-23/dose-2", "thyroid/2026-11-23/dose-3"]


def test_after_the_last_date_there_are_no_doses() -> None:
    p = Patient(medicine("08:00", until="2026-11-23"))
    assert p.status("2026-11-23 08:00", "thyroid/2026-11-23/dose") == "due"
    assert p.status("2026-11-24 08:00", "thyroid/2026-11-24/dose") == "absent"
    assert p.wakes("2026-11-24 08:00") is None


def test_taken_out_during_a_day_the_plan_keeps_what_was_missed_before_and_loses_what_was_open() -> None:
    p = Patient(vitamin_d())
    p.change("2026-11-23 09:00")
    assert p.status("2026-11-24 08:00", "vitamin-d/2026-11-22/dose") == "missed"
    assert p.status("2026-11-24 08:00", VITAMIN) == "absent"


def test_a_dose_of_tomorrow_is_what_comes_next() -> None:
    p = Patient(vitamin_d())
    p.say("2026-11-23 08:30", VITAMIN, "taken")
    p.shown("2026-11-23 08:30", VITAMIN)
    assert p.wakes("2026-11-23 09:00") == "2026-11-24 08:30"


def test_every_instant_is_the_local_wall_clock_across_clock_changes() -> None:
    p = Patient(medicine("02:30"))
    assert p.due("2027-03-28 01:00", "thyroid/2027-03-28/dose") == "2027-03-28 03:00"
    assert p.due("2027-10-31 01:00", "thyroid/2027-10-31/dose") == "2027-10-31 02:30"
    assert p.item("2027-10-31 01:00", "thyroid/2027-10-31/dose").planned.isoformat() == "2027-10-31T00:30:00+00:00"


def test_travelling_keeps_the_wall_clock_time() -> None:
    p = Patient(vitamin_d())
    p.zone = ZoneInfo("America/New_York")
    assert p.due("2026-11-23 08:00", VITAMIN) == "2026-11-23 08:30"


def test_a_pause_skips_and_what_was_taken_in_it_can_be_told() -> None:
    p = Patient(vitamin_d(), pauses=[pause("2026-11-23", "2026-11-24")])
    assert p.status("2026-11-23 08:30", VITAMIN) == "skipped"
    assert p.status("2026-11-25 08:30", "vitamin-d/2026-11-25/dose") == "due"
    p.say("2026-11-26 08:30", VITAMIN, "taken", on="2026-11-23")
    assert p.status("2026-11-26 08:30", VITAMIN) == "done"


def test_taken_beats_skipped() -> None:
    p = Patient(vitamin_d())
    p.say("2026-11-23 08:30", VITAMIN, "taken")
    taken = p.history.last_written_answer()
    assert taken is not None
    p.undo("2026-11-23 08:31")
    p.say("2026-11-23 08:32", VITAMIN, "skipped")
    assert p.status("2026-11-23 08:32", VITAMIN) == "skipped"


def test_never_two_vitamin_d_on_one_local_date() -> None:
    p = Patient(vitamin_d(), zone=ZoneInfo("Pacific/Kiritimati"))
    p.say("2026-11-23 08:30", VITAMIN, "taken")
    p.zone = ZoneInfo("Pacific/Honolulu")
    yesterday = "vitamin-d/2026-11-22/dose"
    assert p.status("2026-11-22 09:00", yesterday) == "due"
    assert p.status("2026-11-23 09:00", VITAMIN) == "done"


# --- several times a day


FIRST, SECOND, THIRD = (f"thyroid/2026-11-23/dose{slot}" for slot in ("", "-2", "-3"))


def test_when_the_next_slot_comes_the_earlier_one_is_only_a_question() -> None:
    p = Patient(medicine("08:00", "12:00", "18:00"))
    p.shown("2026-11-23 08:00", FIRST)
    assert p.status("2026-11-23 11:59", FIRST) == "due"
    assert p.status("2026-11-23 12:00", FIRST) == "unanswered"
    assert p.reminded("2026-11-23 12:00") == {SECOND: "due"}
    assert p.due("2026-11-23 12:00", FIRST) == "2026-11-23 08:00"
    assert p.takes("2026-11-23 12:00", FIRST) == {"taken", "skipped", "snoozed"}


def test_repeats_of_a_slot_end_when_the_next_slot_comes() -> None:
    p = Patient(medicine("08:00", "08:25"))
    p.shown("2026-11-23 08:00", FIRST)
    assert p.reminded("2026-11-23 08:20") == {FIRST: "repeat"}
    p.shown("2026-11-23 08:20", FIRST, Reason.REPEAT)
    assert p.wakes("2026-11-23 08:20") == "2026-11-23 08:25"


def test_a_snooze_beyond_the_next_slot_does_not_bring_the_earlier_one_back() -> None:
    p = Patient(medicine("08:00", "08:30"))
    p.shown("2026-11-23 08:00", FIRST)
    p.say("2026-11-23 08:05", FIRST, "snoozed", until="2026-11-23 09:00")
    assert p.status("2026-11-23 08:29", FIRST) == "snoozed"
    assert p.status("2026-11-23 08:30", FIRST) == "unanswered"
    assert FIRST not in p.reminded("2026-11-23 09:00")


def test_a_question_about_an_earlier_slot_can_be_put_off() -> None:
    p = Patient(medicine("08:00", "12:00"))
    p.say("2026-11-23 12:30", FIRST, "snoozed", minutes=20)
    assert p.status("2026-11-23 12:40", FIRST) == "snoozed"
    assert p.status("2026-11-23 12:50", FIRST) == "unanswered"
    assert p.due("2026-11-23 12:50", FIRST) == "2026-11-23 12:50"


# --- sparser than every day


DRINK = "drink/2026-11-23/dose"


def test_a_weekly_drink_is_a_question_from_the_next_day_to_its_next_own_day() -> None:
    p = Patient(vitamin_d_drink(WEEKLY))
    assert p.status("2026-11-23 23:59", DRINK) == "due"
    assert p.status("2026-11-24 00:00", DRINK) == "unanswered"
    assert p.status("2026-11-29 23:59", DRINK) == "unanswered"
    assert p.status("2026-11-30 00:00", DRINK) == "missed"


def test_the_question_is_asked_once_a_day_until_half_the_interval_is_over() -> None:
    p = Patient(vitamin_d_drink(WEEKLY))
    p.shown("2026-11-23 08:30", DRINK)
    assert p.reminded("2026-11-24 08:29") == {}
    assert p.reminded("2026-11-24 08:30") == {DRINK: "repeat"}
    assert p.notices("2026-11-26 08:30", DRINK) == []
    p.shown("2026-11-26 08:30", DRINK, Reason.REPEAT)
    assert p.notices("2026-11-27 08:30", DRINK) == ["ask_pharmacist"]
    assert p.reminded("2026-11-27 08:30") == {}


def test_a_drink_that_was_never_shown_is_shown_early_on_the_next_day_as_due() -> None:
    assert Patient(vitamin_d_drink(WEEKLY)).reminded("2026-11-24 08:10") == {DRINK: "due"}


def test_the_question_of_a_day_on_which_nothing_was_shown_is_asked_early_on_the_next() -> None:
    p = Patient(vitamin_d_drink(WEEKLY))
    p.shown("2026-11-23 08:30", DRINK)
    assert p.reminded("2026-11-25 08:10") == {DRINK: "repeat"}


def test_the_question_of_a_later_day_can_be_put_off() -> None:
    p = Patient(vitamin_d_drink(WEEKLY))
    p.say("2026-11-24 08:35", DRINK, "snoozed", until="2026-11-24 11:00")
    assert p.status("2026-11-24 10:59", DRINK) == "snoozed"
    assert p.reminded("2026-11-24 11:00") == {DRINK: "snooze_over"}


def test_a_drink_every_four_weeks_is_asked_for_two() -> None:
    p = Patient(vitamin_d_drink(Rule(Freq.WEEKLY, 4, frozenset({MONDAY})), start="2026-11-23"))
    assert p.notices("2026-12-06 08:30", DRINK) == []
    assert p.notices("2026-12-07 08:30", DRINK) == ["ask_pharmacist"]
    assert p.status("2026-12-20 08:30", DRINK) == "unanswered"
    assert p.status("2026-12-21 00:00", DRINK) == "missed"


def test_a_drink_may_be_told_as_taken_on_any_date_before_the_next() -> None:
    p = Patient(vitamin_d_drink(WEEKLY))
    p.say("2026-11-26 10:00", DRINK, "taken", on="2026-11-25")
    assert p.status("2026-11-26 10:00", DRINK) == "done"
    with pytest.raises(Refused, match="date_outside"):
        p.say("2026-11-26 10:00", "drink/2026-11-16/dose", "taken", on="2026-11-23")


def test_a_drink_taken_today_for_another_week_makes_today_s_only_a_question() -> None:
    p = Patient(vitamin_d_drink(WEEKLY))
    p.say("2026-11-27 08:00", DRINK, "taken")
    p.change("2026-11-27 08:10", vitamin_d_drink(Rule(Freq.WEEKLY, byday=frozenset({FRIDAY}))))
    today = "drink/2026-11-27/dose"
    assert p.status("2026-11-27 08:30", today) == "unanswered"
    assert p.reminded("2026-11-27 08:30") == {}
    with pytest.raises(Refused, match="one_dose_per_date"):
        p.say("2026-11-27 08:40", today, "taken")


def test_the_last_of_a_rule_closes_when_the_next_would_have_come() -> None:
    p = Patient(medicine("08:00", recurrence=Rule(Freq.DAILY, 5, count=2), start="2026-11-23"))
    assert p.status("2026-12-02 08:00", "thyroid/2026-11-28/dose") == "unanswered"
    assert p.status("2026-12-03 00:00", "thyroid/2026-11-28/dose") == "missed"


def test_days_on_are_days_with_their_own_window() -> None:
    p = Patient(medicine("08:00", recurrence=OnOff(2, 5), start="2026-11-23"))
    assert p.status("2026-11-24 08:00", "thyroid/2026-11-24/dose") == "due"
    assert p.status("2026-11-25 08:00", "thyroid/2026-11-24/dose") == "missed"
    assert p.status("2026-11-25 08:00", "thyroid/2026-11-25/dose") == "absent"
    assert p.wakes("2026-11-25 08:00") == "2026-11-30 08:00"


@pytest.mark.parametrize("freq", [Freq.DAILY, Freq.WEEKLY])
def test_every_weekday_named_is_every_day_though_the_plan_begins_anew_weeks_later(freq: Freq) -> None:
    for weekdays, wanted in ((range(7), "missed"), ((MONDAY, THURSDAY), "unanswered")):
        p = Patient(medicine("08:00", recurrence=Rule(freq, byday=frozenset(weekdays))))
        p.change("2026-11-23 09:00", medicine("08:00", start="2026-12-07"))
        assert p.status("2026-11-24 00:00", FIRST) == wanted


def test_a_monthly_dose_on_a_day_that_the_month_does_not_have_comes_on_its_last() -> None:
    p = Patient(medicine("08:00", recurrence=Rule(Freq.MONTHLY, bymonthday=frozenset({31})), start="2026-10-31"))
    assert p.status("2026-11-30 08:00", "thyroid/2026-11-30/dose") == "due"


def test_as_needed_has_no_items_and_a_log_of_any_number_a_day() -> None:
    p = Patient(as_needed())
    assert p.look("2026-11-23 08:00", "2026-11-01", "2026-11-30").items == ()
    p.say("2026-11-23 08:00", FIRST, "taken")
    p.say("2026-11-23 14:00", FIRST, "taken")
    assert len(p.history.answers(FIRST)) == 2
    with pytest.raises(Refused, match="item_does_not_take"):
        p.say("2026-11-23 08:00", FIRST, "skipped")
    with pytest.raises(Refused, match="unknown_item"):
        p.say("2026-11-23 08:00", SECOND, "taken")


def test_an_as_needed_dose_is_logged_on_the_date_on_which_it_was_taken() -> None:
    p = Patient(as_needed())
    with pytest.raises(Refused, match="date_outside"):
        p.say("2026-11-24 08:00", FIRST, "taken")
    p.say("2026-11-24 08:00", FIRST, "taken", on="2026-11-23")
    p.say("2026-11-24 08:00", FIRST, "taken", at="2026-11-23 22:00")
    assert [event.local_date.day for event in p.history.answers(FIRST)] == [23, 23]


def test_an_as_needed_dose_of_today_told_by_its_date_is_one_of_this_moment() -> None:
    event = Patient(as_needed()).say("2026-11-23 08:00", FIRST, "taken", on="2026-11-23")
    assert isinstance(event, Taken)
    assert event.on is None


def as_needed() -> DosePlan:
    return replace(medicine(), times=(), recurrence=AsNeeded())


# --- counted from the date last taken


def chain(*times: str, **more: Any) -> Patient:
    who = {name: more.pop(name) for name in ("known", "zone") if name in more}
    plan = medicine(*(times or ("08:00",)), **{"recurrence": EVERY_THREE_DAYS, "start": "2026-11-23", **more})
    return Patient(plan, **who)


def test_the_first_comes_at_the_first_planned_time_not_before_the_plan_was_known() -> None:
    p = Patient(medicine("08:00", recurrence=EVERY_THREE_DAYS, start="2026-11-20"), known="2026-11-23 09:00")
    assert p.due("2026-11-23 09:00", "thyroid/2026-11-24/dose") == "2026-11-24 08:00"
    assert p.status("2026-11-23 09:00", FIRST) == "absent"


def test_a_dose_of_the_very_moment_of_set_up_is_the_first() -> None:
    p = Patient(medicine("08:00", "20:00", recurrence=EVERY_THREE_DAYS, start="2026-11-20"), known="2026-11-23 20:00")
    assert p.status("2026-11-23 20:00", SECOND) == "due"
    p = Patient(medicine("08:00", "20:00", recurrence=EVERY_THREE_DAYS, start="2026-11-20"), known="2026-11-23 08:00")
    p.say("2026-11-23 08:00", FIRST, "taken")
    assert p.status("2026-11-24 08:00", SECOND) == "unanswered"
    assert p.status("2026-11-24 08:00", "thyroid/2026-11-26/dose") == "absent"


def test_a_flight_east_on_the_day_of_set_up_moves_the_first_to_the_day_after_it() -> None:
    p = chain(start="2026-11-01", known="2026-11-22 18:00", zone=ZoneInfo("Pacific/Honolulu"))
    p.zone = ZoneInfo("Pacific/Kiritimati")
    assert p.due("2026-11-23 18:00", "thyroid/2026-11-24/dose") == "2026-11-24 08:00"


def test_after_a_daily_plan_that_was_never_answered_the_first_comes_when_it_begins() -> None:
    p = Patient(medicine("08:00"))
    p.change("2026-11-23 09:00", medicine("08:00", recurrence=EVERY_THREE_DAYS))
    found = p.look("2026-11-23 09:00", "2026-11-20", "2026-12-31").items
    assert [item.date.day for item in found if item.status is not Status.MISSED] == [23, 24]


def test_while_one_is_open_there_is_no_next() -> None:
    p = chain()
    found = p.look("2026-12-20 10:00", "2026-11-01", "2026-12-31").items
    assert [(item.id, item.status.value) for item in found] == [(FIRST, "unanswered")]


def test_the_next_is_counted_from_the_local_date_on_which_it_was_taken() -> None:
    p = chain()
    p.say("2026-11-25 22:00", FIRST, "taken")
    assert p.due("2026-11-25 22:00", "thyroid/2026-11-28/dose") == "2026-11-28 08:00"
    p.undo("2026-11-25 22:05")
    assert p.status("2026-11-25 22:05", FIRST) == "unanswered"


def test_a_skipped_one_counts_like_taken_on_its_planned_date() -> None:
    p = chain()
    p.say("2026-11-25 22:00", FIRST, "skipped")
    assert p.due("2026-11-25 22:00", "thyroid/2026-11-26/dose") == "2026-11-26 08:00"


def test_a_question_from_half_the_period_on_is_left_alone() -> None:
    p = chain()
    assert p.reminded("2026-11-24 08:00") == {FIRST: "due"}
    assert p.notices("2026-11-25 08:00", FIRST) == ["ask_pharmacist"]
    assert p.reminded("2026-11-25 08:00") == {}


def test_all_slots_of_a_date_are_answered_before_the_next_date_comes() -> None:
    p = chain("08:00", "20:00")
    p.say("2026-11-23 08:00", FIRST, "taken")
    assert p.status("2026-11-24 08:00", SECOND) == "unanswered"
    p.say("2026-11-24 08:00", SECOND, "taken", on="2026-11-23")
    assert p.status("2026-11-24 08:00", "thyroid/2026-11-26/dose") == "upcoming"


def test_what_was_answered_stays_in_the_calendar() -> None:
    p = chain()
    for day in ("23", "26", "29"):
        p.say(f"2026-11-{day} 08:00", f"thyroid/2026-11-{day}/dose", "taken")
    found = p.look("2026-11-29 10:00", "2026-11-01", "2026-12-31").items
    assert [item.date.day for item in found] == [23, 26, 29, 2]
    found = p.look("2026-11-29 10:00", "2026-11-26", "2026-11-26").items
    assert [item.date.day for item in found] == [26]
    found = p.look("2026-11-29 10:00", "2026-11-26", "2026-11-29").items
    assert [item.date.day for item in found] == [26, 29]


def test_what_was_answered_long_before_the_range_is_not_looked_for() -> None:
    p = chain()
    for day in ("23", "26", "29"):
        p.say(f"2026-11-{day} 08:00", f"thyroid/2026-11-{day}/dose", "taken")
    assert [item.date.day for item in p.look("2026-11-29 10:00", "2026-12-02", "2026-12-02").items] == [2]


def test_an_event_of_another_kind_on_a_dose_answers_nothing() -> None:
    p = chain()
    moment = at("2026-11-23 08:00")
    p.history.append(Done(id="odd", at=moment, recorded=moment, zone="Europe/Amsterdam", item=FIRST))
    assert p.status("2026-11-23 08:00", FIRST) == "due"
    p.say("2026-11-23 08:00", FIRST, "taken")
    later = at("2026-11-26 08:00")
    item = "thyroid/2026-11-26/dose"
    p.history.append(Done(id="odd again", at=later, recorded=later, zone="Europe/Amsterdam", item=item))
    assert p.status("2026-11-26 08:00", item) == "due"
    assert p.status("2026-11-26 08:00", FIRST) == "done"


def test_a_paused_date_is_skipped_and_the_next_is_counted_from_it() -> None:
    p = chain()
    p.change("2026-11-24 08:00", *p.regimen.draft.plans, pauses=(pause("2026-11-26", "2026-11-27"),))
    p.say("2026-11-24 08:00", FIRST, "taken", on="2026-11-23")
    assert p.item("2026-11-24 08:00", "thyroid/2026-11-26/dose").pause
    assert p.due("2026-11-24 08:00", "thyroid/2026-11-29/dose") == "2026-11-29 08:00"
    p.say("2026-11-27 08:00", "thyroid/2026-11-26/dose", "taken")
    assert p.due("2026-11-27 08:00", "thyroid/2026-11-30/dose") == "2026-11-30 08:00"


def test_a_pause_on_the_last_day_of_a_plan_leaves_room_for_the_plan_that_follows() -> None:
    p = chain()
    p.say("2026-11-23 08:00", FIRST, "taken")
    later = medicine("09:00", recurrence=EVERY_THREE_DAYS, start="2026-11-23")
    p.change("2026-11-27 08:00", later, pauses=(pause("2026-11-26", "2026-11-26"),))
    assert p.item("2026-11-27 08:00", "thyroid/2026-11-26/dose").pause
    assert p.due("2026-11-27 08:00", "thyroid/2026-11-27/dose") == "2026-11-27 09:00"


@pytest.mark.parametrize(
    ("period", "following"),
    [
        (FromLastTaken(1, Unit.DAYS), "2156-12-05"), (FromLastTaken(3, Unit.DAYS), "2156-12-07"),
        (FromLastTaken(1, Unit.WEEKS), "2156-12-06"), (FromLastTaken(1, Unit.MONTHS), "2156-12-23"),
        (FromLastTaken(1, Unit.YEARS), "2157-11-23"),
    ],
)  # fmt: skip
def test_a_pause_of_centuries_holds_no_more_dates_than_are_near(period: FromLastTaken, following: str) -> None:
    """Found by packaging/fuzz.py: each look made every paused date of 130 years, in two seconds."""
    p = Patient(medicine("08:00", recurrence=period, start="2026-11-23"), pauses=[pause("2026-11-24", "2156-12-04")])
    p.say("2026-11-23 08:00", FIRST, "taken")
    days = period.number * {Unit.DAYS: 1, Unit.WEEKS: 7, Unit.MONTHS: 30, Unit.YEARS: 365}[period.unit]
    for now, first, last in (
        ("2026-11-24 08:00", "2026-11-01", "2026-12-31"), ("2030-06-01 08:00", "2030-05-20", "2030-06-20"),
        ("2030-06-01 08:00", "2100-01-01", "2100-01-31"),
    ):  # fmt: skip
        items = p.look(now, first, last).items
        assert all(item.pause for item in items if item.id != FIRST)
        assert len(items) <= 60 / days + 2
    late = [item for item in p.look("2156-12-05 08:00", "2156-11-25", "2158-12-31").items if not item.pause]
    assert late[0].date.isoformat() == following


@pytest.mark.parametrize("unit", [Unit.DAYS, Unit.YEARS])
def test_after_a_pause_to_the_end_of_all_dates_nothing_comes(unit: Unit) -> None:
    plan = medicine("08:00", recurrence=FromLastTaken(2, unit), start="2026-11-23")
    p = Patient(plan, pauses=[pause("2026-11-24", "9999-12-31")])
    p.say("2026-11-23 08:00", FIRST, "taken")
    assert [item for item in p.look("2030-01-01 08:00", "2030-01-01", "2030-01-31").items if not item.pause] == []


def test_it_ends_with_the_plan() -> None:
    p = chain(until="2026-11-25")
    p.say("2026-11-23 08:00", FIRST, "taken")
    assert p.status("2026-11-23 08:00", "thyroid/2026-11-26/dose") == "absent"


def test_a_change_of_its_time_leaves_the_open_one_open() -> None:
    p = chain()
    p.change("2026-11-25 10:00", medicine("09:00", recurrence=EVERY_THREE_DAYS, start="2026-11-23"))
    found = p.look("2026-11-25 10:00", "2026-11-01", "2026-12-31").items
    assert [(item.id, item.status.value) for item in found] == [(FIRST, "unanswered")]
    p.say("2026-11-25 10:00", FIRST, "taken")
    assert p.due("2026-11-25 10:00", "thyroid/2026-11-28/dose") == "2026-11-28 09:00"


def test_a_change_of_its_period_counts_from_what_was_taken_last() -> None:
    p = chain()
    p.say("2026-11-23 08:00", FIRST, "taken")
    p.change("2026-11-23 10:00", medicine("08:00", recurrence=FromLastTaken(5, Unit.DAYS), start="2026-11-23"))
    assert p.status("2026-11-23 10:00", "thyroid/2026-11-28/dose") == "upcoming"
    assert p.status("2026-11-23 10:00", "thyroid/2026-11-26/dose") == "absent"


def test_put_in_again_it_starts_anew() -> None:
    p = chain()
    p.change("2026-11-24 10:00")
    p.change("2026-11-27 07:00", medicine("08:00", recurrence=EVERY_THREE_DAYS, start="2026-11-23"))
    assert p.status("2026-11-27 08:00", "thyroid/2026-11-27/dose") == "due"
    assert p.status("2026-11-27 08:00", FIRST) == "absent"


def test_followed_by_a_daily_plan_the_open_one_closes_when_that_begins() -> None:
    p = chain()
    p.say("2026-11-23 08:00", FIRST, "taken")
    p.change("2026-11-26 10:00", medicine("08:00", start="2026-11-23"))
    assert p.status("2026-11-26 10:00", FIRST) == "done"
    assert p.status("2026-11-26 10:00", "thyroid/2026-11-26/dose") == "due"
    assert p.status("2026-11-27 08:00", "thyroid/2026-11-26/dose") == "missed"
    assert p.status("2026-11-27 08:00", "thyroid/2026-11-27/dose") == "due"


def test_after_a_daily_plan_the_daily_dates_stay_and_the_last_taken_counts() -> None:
    p = Patient(medicine("08:00"))
    p.say("2026-11-23 08:00", FIRST, "taken")
    p.change("2026-11-23 09:00", medicine("08:00", recurrence=EVERY_THREE_DAYS))
    assert p.status("2026-11-24 09:00", FIRST) == "done"
    assert p.status("2026-11-24 09:00", "thyroid/2026-11-22/dose") == "missed"
    assert p.due("2026-11-24 09:00", "thyroid/2026-11-26/dose") == "2026-11-26 08:00"


# --- calcium


def test_calcium_that_is_moved_to_midday_is_to_come_until_then() -> None:
    p = Patient(tablet(), calcium("08:30"))
    p.say("2026-11-23 07:30", f"{TABLET}/2026-11-23/dose", "taken")
    assert p.status("2026-11-23 09:00", "calcium/2026-11-23/dose") == "upcoming", "nothing holds it any more"
    assert p.due("2026-11-23 09:00", "calcium/2026-11-23/dose") == "2026-11-23 12:00"
    assert p.status("2026-11-23 12:00", "calcium/2026-11-23/dose") == "due"


def test_calcium_is_never_doubled() -> None:
    p = Patient(calcium("12:30"))
    assert p.status("2026-11-24 12:30", "calcium/2026-11-23/dose") == "missed"
    assert p.status("2026-11-24 12:30", "calcium/2026-11-24/dose") == "due"
