"""The edges of a plan: the day on which it becomes known, the day on which it ends or becomes another."""

from __future__ import annotations

from dataclasses import replace
from zoneinfo import ZoneInfo

import pytest

from osteoapp.core.recurrence import FromLastTaken, Unit
from osteoapp.core.refusal import Refused

from .builders import (
    MONDAY,
    TUESDAY,
    Patient,
    calcium,
    draft,
    medicine,
    pause,
    tablet,
    vitamin_d,
)

MON = "alendronate/2026-11-23/dose"
KIRITIMATI = ZoneInfo("Pacific/Kiritimati")


# --- the first day


def test_a_tablet_of_the_day_on_which_the_plan_became_known_is_still_asked_for_after_a_flight_east() -> None:
    p = Patient(tablet(), known="2026-11-23 16:30")
    assert p.status("2026-11-23 18:30", MON) == "due"
    p.zone = ZoneInfo("Asia/Tokyo")  # where the plan became known at half past midnight on Tuesday
    assert p.status("2026-11-24 09:30", MON) == "unanswered"
    assert p.takes("2026-11-24 09:30", MON) == {"taken", "forgotten", "not_fasting", "skipped"}


def test_a_tablet_taken_on_that_day_stays_taken_after_a_flight_east() -> None:
    p = Patient(tablet(), known="2026-11-23 11:00")
    p.say("2026-11-23 11:10", MON, "taken")
    p.zone = KIRITIMATI  # 13 hours ahead
    assert p.status("2026-11-24 00:11", MON) == "in_progress"
    assert p.status("2026-11-24 00:41", MON) == "done"


def test_a_dose_that_was_answered_stays_after_a_flight_that_puts_its_time_before_the_plan_was_known() -> None:
    p = Patient(vitamin_d(), known="2026-11-23 08:00")
    p.say("2026-11-23 08:30", "vitamin-d/2026-11-23/dose", "taken")
    p.zone = KIRITIMATI
    assert p.status("2026-11-24 08:00", "vitamin-d/2026-11-23/dose") == "done"


def test_edited_on_its_first_day_before_anything_was_due_the_plan_counts_as_it_is_now() -> None:
    p = Patient(medicine("09:00"), tablet(TUESDAY), known="2026-11-23 06:00")
    p.change("2026-11-23 06:30", medicine("10:00"), tablet(MONDAY))
    assert p.due("2026-11-23 07:00", "thyroid/2026-11-23/dose") == "2026-11-23 10:00"
    assert p.status("2026-11-23 07:30", MON) == "due"
    assert p.find("2026-11-23 07:30", "alendronate/2026-11-24/dose") is None
    assert [version.effective_until for version in p.regimen.versions] == [None, None]  # the first ones never counted


def test_a_pause_of_the_past_that_is_still_in_the_file_is_there_once() -> None:
    past = pause("2026-11-10", "2026-11-12")
    p = Patient(vitamin_d(), pauses=[past])
    p.change("2026-11-23 07:00", vitamin_d(), pauses=draft([], pauses=[past]).pauses)
    assert p.regimen.draft.pauses == (past,)


# --- the last day


def test_a_tablet_that_a_pause_skipped_stays_skipped_when_its_plan_is_taken_out() -> None:
    p = Patient(tablet(), pauses=[pause("2026-11-23", "2026-11-23")])
    p.change("2026-11-25 12:00")
    assert p.status("2026-11-26 12:00", MON) == "skipped"


def test_a_tablet_that_was_lost_stays_missed_when_its_plan_is_taken_out_the_same_day() -> None:
    p = Patient(tablet())
    p.say("2026-11-29 12:00", MON, "forgotten")
    p.change("2026-11-29 13:00")
    assert p.status("2026-11-29 14:00", MON) == p.status("2026-11-30 14:00", MON) == "missed"


def test_a_catch_up_on_a_day_after_its_plan_was_taken_out_moves_no_calcium() -> None:
    p = Patient(tablet(), calcium("08:00"))
    p.say("2026-11-23 08:00", MON, "not_fasting")
    p.change("2026-11-23 09:00", calcium("08:00"))
    assert p.due("2026-11-24 07:00", "calcium/2026-11-24/dose") == "2026-11-24 08:00"


def test_a_pause_that_outlasts_a_plan_counted_from_the_last_dose_adds_no_dates_to_it() -> None:
    every_third = medicine("08:00", recurrence=FromLastTaken(3, Unit.DAYS), start="2026-11-10", until="2026-11-14")
    p = Patient(every_third, pauses=[pause("2026-11-10", "2026-11-30")])
    found = p.look("2026-12-01 12:00", "2026-11-01", "2026-12-31").items
    assert [(item.date.day, item.status.value) for item in found] == [(10, "skipped"), (13, "skipped")]


def test_a_missed_tablet_takes_its_own_dates_after_another_treatment_took_over_its_id() -> None:
    p = Patient(tablet(id="bone"))
    p.change("2026-11-25 10:00", replace(vitamin_d(), id="bone"))
    with pytest.raises(Refused, match="date_outside"):
        p.say("2026-11-25 11:00", "bone/2026-11-16/dose", "taken", on="2026-11-23")
    p.say("2026-11-25 11:00", "bone/2026-11-16/dose", "taken", on="2026-11-22")
    assert p.status("2026-11-25 11:00", "bone/2026-11-16/dose") == "done"
