"""The agenda as a whole: what is listed, in which order, when to look again; and the same with a memory."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from osteoapp.content.catalogue import catalogue
from osteoapp.core.agenda import agenda, family_entries, zone_of
from osteoapp.core.almanac import Almanac
from osteoapp.core.context import Context, Entry, Repeats
from osteoapp.core.family import Family
from osteoapp.core.history import History
from osteoapp.core.item import Running
from osteoapp.core.regimen import Draft, Pause, Regimen

from .builders import (
    Patient,
    activity,
    appointment,
    at,
    calcium,
    dairy,
    day,
    draft,
    injection,
    medicine,
    tablet,
    vitamin_d,
)

DATES = (day("2026-11-23"), day("2026-11-23"))


def test_nothing_planned_is_an_empty_agenda_without_a_next_look() -> None:
    found = agenda(Regimen(catalogue()), History(), at("2026-11-23 07:30"), dates=DATES)
    assert (found.items, found.remind, found.wake_at, found.questions) == ((), (), None, ())
    assert found.now == datetime(2026, 11, 23, 6, 30, tzinfo=UTC)
    assert found.item("nobody/2026-11-23/dose") is None


def test_open_items_are_listed_whatever_their_date_and_others_by_the_date_on_which_they_are_due() -> None:
    p = Patient(tablet(), vitamin_d(), injection())
    listed = {item.id for item in p.look("2026-11-25 07:00", "2026-12-01", "2026-12-01").items}
    assert listed == {
        "alendronate/2026-11-23/dose", "vitamin-d/2026-12-01/dose", "denosumab/2026-11-12/injection",
        "denosumab/2026-11-12/book", "denosumab/2026-11-12/fetch",
    }


def test_a_moved_tablet_is_listed_on_the_date_to_which_it_moved() -> None:
    p = Patient(tablet())
    p.say("2026-11-23 08:00", "alendronate/2026-11-23/dose", "not_fasting")
    p.say("2026-11-24 07:30", "alendronate/2026-11-23/dose", "taken")
    assert [item.id for item in p.look("2026-11-26 08:00", "2026-11-24", "2026-11-24").items] == [
        "alendronate/2026-11-23/dose"
    ]
    assert p.look("2026-11-26 08:00", "2026-11-23", "2026-11-23").items == ()


def test_items_come_in_the_order_of_due_then_id() -> None:
    p = Patient(vitamin_d("08:00"), medicine("08:00", "07:00"), activity("09:00"))
    assert [item.id for item in p.look("2026-11-23 06:00").items] == [
        "thyroid/2026-11-23/dose-2", "thyroid/2026-11-23/dose", "vitamin-d/2026-11-23/dose", "activity/2026-11-23/goal",
    ]


def test_the_patient_s_zone_wins_over_the_computer_s() -> None:
    regimen = replace(Regimen(catalogue()), draft=draft([], zone="Asia/Tokyo"))
    assert zone_of(regimen, at("2026-11-23 07:30")) == ZoneInfo("Asia/Tokyo")
    assert zone_of(Regimen(catalogue()), at("2026-11-23 07:30")).key == "Europe/Amsterdam"


def test_a_fixed_offset_is_no_zone() -> None:
    with pytest.raises(ValueError, match="ZoneInfo"):
        agenda(Regimen(catalogue()), History(), datetime(2026, 11, 23, 7, 30, tzinfo=UTC), dates=DATES)


def test_a_change_of_plan_ahead_is_a_moment_to_look_again() -> None:
    p = Patient(medicine("08:00", until="2026-11-30"))
    p.change("2026-11-23 09:00", medicine("10:00", until="2026-11-30"))
    p.say("2026-11-23 09:00", "thyroid/2026-11-23/dose", "taken")
    assert p.wakes("2026-11-23 09:00") == "2026-11-24 00:00"


def test_the_day_after_the_last_is_a_moment_to_look_again() -> None:
    p = Patient(injection(until="2026-11-30"), known="2026-11-13 09:00")
    p.say("2026-11-30 12:00", "denosumab/2026-11-12/injection", "snoozed", until="2026-12-20 10:00")
    assert p.wakes("2026-11-30 12:00") == "2026-12-01 00:00"


# --- with a memory


def same(almanac: Almanac, p: Patient, now: str, running: Running | None = None) -> bool:
    moment = p.at(now)
    dates = (moment.date(), moment.date())
    told = almanac.agenda(p.regimen, p.history, moment, dates=dates, running=running)
    return told == agenda(p.regimen, p.history, moment, dates=dates, running=running)


def patient() -> Patient:
    return Patient(
        tablet(), vitamin_d(), calcium("08:00", "14:00"), dairy("10:30"), medicine("08:00", "20:00"), injection(),
        appointment("2026-11-24", "10:00"),
    )


def test_minute_by_minute_the_almanac_says_what_the_agenda_says() -> None:
    almanac, p = Almanac(), patient()
    for minute in range(0, 24 * 60, 7):
        assert same(almanac, p, f"2026-11-23 {minute // 60:02}:{minute % 60:02}")


def test_an_answer_a_retraction_and_a_showing_are_seen_at_once() -> None:
    almanac, p = Almanac(), patient()
    assert same(almanac, p, "2026-11-23 08:30")
    p.say("2026-11-23 08:30", "alendronate/2026-11-23/dose", "skipped")
    assert same(almanac, p, "2026-11-23 08:30")
    p.undo("2026-11-23 08:30")
    assert same(almanac, p, "2026-11-23 08:30")
    p.shown("2026-11-23 08:30", "alendronate/2026-11-23/dose")
    p.awake("2026-11-23 08:30")
    assert same(almanac, p, "2026-11-23 08:30")


def test_a_changed_regimen_zone_or_history_is_seen_at_once() -> None:
    almanac, p = Almanac(), patient()
    assert same(almanac, p, "2026-11-23 08:30")
    p.change("2026-11-23 08:30", tablet(), confirm=["denosumab"])
    assert same(almanac, p, "2026-11-23 08:30")
    p.zone = ZoneInfo("Asia/Tokyo")
    assert same(almanac, p, "2026-11-23 08:30")
    p.history = History()
    assert same(almanac, p, "2026-11-23 08:30")


def test_a_clock_set_back_is_seen_at_once() -> None:
    almanac, p = Almanac(), patient()
    for now in ("2026-11-23 12:30", "2026-11-23 08:10", "2026-11-22 20:00", "2026-11-23 08:00"):
        assert same(almanac, p, now)


def test_while_a_half_hour_is_watched_nothing_is_kept() -> None:
    almanac, p = Almanac(), patient()
    taken = p.say("2026-11-23 07:40", "alendronate/2026-11-23/dose", "taken")
    for minutes in (30, 10, 0, -5):
        running = Running(taken.id, timedelta(minutes=minutes))
        assert same(almanac, p, "2026-11-23 07:50", running)


def test_another_history_of_the_same_length_and_other_repeats_are_seen_at_once() -> None:
    almanac, p, other = Almanac(), patient(), patient()
    p.say("2026-11-23 08:30", "vitamin-d/2026-11-23/dose", "skipped")
    other.say("2026-11-23 08:30", "alendronate/2026-11-23/dose", "skipped")
    assert same(almanac, p, "2026-11-23 08:30")
    p.history = other.history
    assert same(almanac, p, "2026-11-23 08:30")
    now, dates = p.at("2026-11-23 08:40"), (day("2026-11-23"), day("2026-11-23"))
    seldom = Repeats(first_minutes=45)
    p.shown("2026-11-23 08:30", "vitamin-d/2026-11-23/dose")
    told = almanac.agenda(p.regimen, p.history, now, dates=dates, repeats=seldom)
    assert told == agenda(p.regimen, p.history, now, dates=dates, repeats=seldom)


def test_what_cannot_have_changed_is_not_worked_out_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """The loop asks twice a minute, all day, on a small computer."""
    worked: list[str] = []

    def counting(ctx: Context, family: Family) -> Iterator[Entry]:
        worked.append(family.id)
        return family_entries(ctx, family)

    monkeypatch.setattr("osteoapp.core.almanac.family_entries", counting)
    almanac, p = Almanac(), Patient(dairy("08:30"))
    for now in ("2026-11-23 08:00", "2026-11-23 08:00", "2026-11-23 08:29"):
        assert same(almanac, p, now)
    assert len(worked) == 1
    for now in ("2026-11-23 08:30", "2026-11-23 08:30", "2026-11-23 09:00"):
        assert same(almanac, p, now)
    assert len(worked) == 2, "anew at its time, and not again"


def test_the_plans_of_a_long_past_make_no_difference_to_what_is_listed() -> None:
    spans = tuple(Pause(day(f"20{year}-01-01"), day(f"20{year}-02-01")) for year in range(10, 26))
    regimen = replace(patient().regimen, draft=Draft(pauses=spans))
    assert agenda(regimen, History(), at("2026-11-23 07:30"), dates=DATES).items
