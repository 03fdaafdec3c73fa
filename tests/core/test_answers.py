"""Which answers an item takes in which status, the details they need, and how they are taken back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import time, timedelta

import pytest

from osteoapp.core.answers import Request, apply, takes_now
from osteoapp.core.events import Booked, Forgotten, NotFasting, Remark, Snoozed, Taken
from osteoapp.core.item import Running
from osteoapp.core.recurrence import Freq, Rule
from osteoapp.core.refusal import Refused
from osteoapp.core.regimen import DayTimes

from .builders import (
    MONDAY,
    WEDNESDAY,
    Patient,
    activity,
    appointment,
    at,
    check,
    day,
    infusion,
    injection,
    medicine,
    pause,
    risedronate,
    tablet,
    vitamin_d,
)

TABLET = "alendronate/2026-11-23/dose"
VITAMIN = "vitamin-d/2026-11-23/dose"
WEEKLY = "thyroid/2026-11-23/dose"
INJECTION = "denosumab/2026-11-12/injection"
BOOK = "denosumab/2026-11-12/book"
CHECK = "dentist/2026-11-23/check"
VISIT = "clinic/2026-11-23/appointment"
HEADS_UP = "alendronate/2026-11-23/heads-up"
GOAL = "activity/2026-11-23/goal"
REVIEW = "alendronate/2026-11-23/review"
EVERY = {
    "taken", "skipped", "snoozed", "not_fasting", "forgotten", "given", "booked", "done", "amount", "remark",
}


@dataclass(frozen=True)
class Row:
    """One line of the table: a situation, the item, its status there, and the answers that it takes."""

    name: str
    build: Callable[[], Patient]
    now: str
    item: str
    status: str
    takes: str


def with_tablet(*said: tuple[str, str]) -> Callable[[], Patient]:
    def build() -> Patient:
        p = Patient(tablet(treated_since="2021-11-23"), vitamin_d())
        for now, answer in said:
            p.say(now, TABLET, answer)
        return p

    return build


def with_vitamin(*said: tuple[str, str]) -> Callable[[], Patient]:
    def build() -> Patient:
        p = Patient(vitamin_d())
        for now, answer in said:
            p.say(now, VITAMIN, answer)
        return p

    return build


def weekly() -> Patient:
    return Patient(medicine("08:00", recurrence=Rule(Freq.WEEKLY, byday=frozenset({MONDAY}))))


def with_injection() -> Patient:
    return Patient(injection(), known="2026-06-01 09:00")


def given() -> Patient:
    p = with_injection()
    p.say("2026-11-12 11:00", INJECTION, "given")
    return p


def with_check(*said: str) -> Callable[[], Patient]:
    def build() -> Patient:
        p = Patient(check(last="2026-05-23"))
        for answer in said:
            p.say("2026-11-23 10:00", CHECK, answer)
        return p

    return build


def with_visit() -> Patient:
    return Patient(appointment("2026-11-23", "10:00"))


def with_goal() -> Patient:
    return Patient(activity("10:30"))


def frozen() -> Patient:
    p = with_tablet()()
    p.say("2026-11-28 10:00", TABLET, "forgotten")
    return p


def paused() -> Patient:
    return Patient(tablet(), vitamin_d(), pauses=[pause("2026-11-23", "2026-11-23")])


def twice() -> Patient:
    p = Patient(tablet(until="2026-11-23"), risedronate(WEDNESDAY, start="2026-11-24"))
    p.say("2026-11-24 10:00", TABLET, "forgotten")
    p.say("2026-11-25 06:00", "risedronate/2026-11-25/dose", "taken")
    return p


def unknown() -> Patient:
    return Patient(injection(unknown=True), known="2026-11-23 09:00")


MOVED, TAKEN = ("2026-11-23 07:40", "not_fasting"), ("2026-11-23 07:40", "taken")
SKIPPED, SNOOZED = ("2026-11-23 07:40", "skipped"), ("2026-11-23 07:40", "snoozed")

TABLE = [
    Row("tablet before its day", with_tablet(), "2026-11-22 23:59", TABLET, "upcoming", ""),
    Row("tablet early on its day", with_tablet(), "2026-11-23 06:00", TABLET, "upcoming", "taken skipped not_fasting"),
    Row("moved tablet on the day before", with_tablet(MOVED), "2026-11-23 20:00", TABLET, "upcoming", ""),
    Row("moved tablet early on its new day", with_tablet(MOVED), "2026-11-24 06:00", TABLET, "upcoming",
        "taken skipped not_fasting"),
    Row("tablet due", with_tablet(), "2026-11-23 07:30", TABLET, "due", "taken skipped snoozed not_fasting forgotten"),
    Row("tablet snoozed", with_tablet(SNOOZED), "2026-11-23 07:45", TABLET, "snoozed",
        "taken skipped snoozed not_fasting forgotten"),
    Row("tablet after the morning", with_tablet(), "2026-11-23 12:00", TABLET, "due", "taken forgotten skipped"),
    Row("tablet on a later day", with_tablet(), "2026-11-24 00:00", TABLET, "unanswered",
        "taken forgotten not_fasting skipped"),
    Row("tablet that is not pushed", frozen, "2026-11-28 10:00", TABLET, "unanswered", "taken skipped"),
    Row("tablet on a date that has one", twice, "2026-11-25 07:30", TABLET, "unanswered", "forgotten skipped"),
    Row("tablet in its half hour", with_tablet(TAKEN), "2026-11-23 07:45", TABLET, "in_progress", "remark"),
    Row("tablet done", with_tablet(TAKEN), "2026-11-23 09:00", TABLET, "done", "remark"),
    Row("tablet skipped", with_tablet(SKIPPED), "2026-11-23 09:00", TABLET, "skipped", ""),
    Row("tablet missed", with_tablet(), "2026-11-30 00:00", TABLET, "missed", "taken"),
    Row("tablet paused", paused, "2026-11-23 09:00", TABLET, "skipped", "taken"),
    Row("heads-up ahead", with_tablet(), "2026-11-22 19:59", HEADS_UP, "upcoming", ""),
    Row("heads-up due", with_tablet(), "2026-11-22 20:00", HEADS_UP, "due", "done snoozed"),
    Row("review ahead", with_tablet(), "2026-11-23 09:00", REVIEW, "upcoming", "done skipped snoozed"),
    Row("review due", with_tablet(), "2026-11-23 10:00", REVIEW, "due", "done skipped snoozed"),
    Row("review overdue", with_tablet(), "2026-11-24 10:00", REVIEW, "overdue", "done skipped snoozed"),
    Row("dose before its date", with_vitamin(), "2026-11-22 10:00", VITAMIN, "upcoming", ""),
    Row("dose early on its date", with_vitamin(), "2026-11-23 00:00", VITAMIN, "upcoming", "taken skipped"),
    Row("dose due", with_vitamin(), "2026-11-23 08:30", VITAMIN, "due", "taken skipped snoozed"),
    Row("dose held", with_tablet(), "2026-11-23 08:30", VITAMIN, "held", "taken skipped"),
    Row("dose snoozed", with_vitamin(("2026-11-23 08:30", "snoozed")), "2026-11-23 08:35", VITAMIN, "snoozed",
        "taken skipped snoozed"),
    Row("dose done", with_vitamin(("2026-11-23 08:30", "taken")), "2026-11-23 08:35", VITAMIN, "done", ""),
    Row("dose skipped", with_vitamin(("2026-11-23 08:30", "skipped")), "2026-11-23 08:35", VITAMIN, "skipped", ""),
    Row("dose missed", with_vitamin(), "2026-11-24 08:00", VITAMIN, "missed", "taken"),
    Row("dose paused", paused, "2026-11-23 09:00", VITAMIN, "skipped", "taken"),
    Row("sparse dose on a later day", weekly, "2026-11-25 08:00", WEEKLY, "unanswered", "taken skipped snoozed"),
    Row("sparse dose missed", weekly, "2026-11-30 00:00", WEEKLY, "missed", "taken"),
    Row("injection ahead", with_injection, "2026-08-01 10:00", INJECTION, "upcoming", "given booked snoozed"),
    Row("injection due", with_injection, "2026-11-12 10:00", INJECTION, "due", "given booked snoozed"),
    Row("injection overdue", with_injection, "2026-12-20 10:00", INJECTION, "overdue", "given booked snoozed"),
    Row("injection done", given, "2026-11-12 12:00", INJECTION, "done", ""),
    Row("infusion due", lambda: Patient(infusion(last_given="2025-11-23")), "2026-11-23 10:00",
        "zoledronate/2026-11-23/infusion", "due", "given booked snoozed"),
    Row("booking ahead", with_injection, "2026-08-01 10:00", BOOK, "upcoming", "booked done snoozed"),
    Row("booking overdue", with_injection, "2026-10-16 10:00", BOOK, "overdue", "booked done snoozed"),
    Row("booking done", given, "2026-11-12 12:00", BOOK, "done", ""),
    Row("blood test due", with_injection, "2026-09-17 10:00", "denosumab/2026-11-12/blood-test", "due",
        "done skipped snoozed"),
    Row("fetching ahead", with_injection, "2026-11-01 10:00", "denosumab/2026-11-12/fetch", "upcoming",
        "done skipped snoozed"),
    Row("date not known", unknown, "2026-11-23 10:00", "denosumab/2026-11-23/check", "due", "done skipped snoozed"),
    Row("day before ahead", with_injection, "2026-11-11 19:00", "denosumab/2026-11-12/day-before", "upcoming", ""),
    Row("day before due", with_injection, "2026-11-11 20:00", "denosumab/2026-11-12/day-before", "due", "done snoozed"),
    Row("aftercare due", lambda: Patient(infusion(last_given="2026-11-22")), "2026-11-23 20:00",
        "zoledronate/2026-11-22/aftercare-1", "due", "done snoozed"),
    Row("check ahead", with_check(), "2026-11-22 10:00", CHECK, "upcoming", "done skipped snoozed"),
    Row("check overdue", with_check(), "2026-11-24 10:00", CHECK, "overdue", "done skipped snoozed"),
    Row("check snoozed", with_check("snoozed"), "2026-11-23 10:05", CHECK, "snoozed", "done skipped snoozed"),
    Row("check done", with_check("done"), "2026-11-23 10:05", CHECK, "done", ""),
    Row("check skipped", with_check("skipped"), "2026-11-23 10:05", CHECK, "skipped", ""),
    Row("visit ahead", with_visit, "2026-11-20 10:00", VISIT, "upcoming", "done booked skipped snoozed"),
    Row("visit due", with_visit, "2026-11-23 10:00", VISIT, "due", "done booked skipped snoozed"),
    Row("visit overdue", with_visit, "2026-11-24 10:00", VISIT, "overdue", "done booked skipped snoozed"),
    Row("word before a visit", with_visit, "2026-11-22 10:00", "clinic/2026-11-23/remind-1", "due", "done snoozed"),
    Row("goal ahead", with_goal, "2026-11-23 09:00", GOAL, "upcoming", "amount"),
    Row("goal due", with_goal, "2026-11-23 12:00", GOAL, "due", "amount"),
    Row("goal of yesterday", with_goal, "2026-11-24 12:00", GOAL, "missed", "amount"),
]
DETAILS = {
    "amount": {"amount": 10}, "remark": {"note": "lay_down"}, "booked": {"on": "2026-12-20 10:00"},
    # A closed or late item is told about its own time.
    "tablet after the morning": {"at": "2026-11-23 08:00"}, "tablet missed": {"on": "2026-11-23"},
    "dose missed": {"on": "2026-11-23"}, "sparse dose missed": {"on": "2026-11-24"},
    "goal of yesterday": {"amount": 10, "at": "2026-11-23 20:00"},
}


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row.name)
def test_an_item_takes_the_answers_of_its_status(row: Row) -> None:
    p = row.build()
    assert p.status(row.now, row.item) == row.status
    assert p.takes(row.now, row.item) == set(row.takes.split())


ACCEPTED = [(row, answer) for row in TABLE for answer in row.takes.split()]
REFUSED = [(row, answer) for row in TABLE for answer in sorted(EVERY - set(row.takes.split()))]


def details(row: Row, answer: str) -> dict[str, object]:
    own = DETAILS.get(row.name, {}) if answer in ("taken", "amount") else {}
    return {**DETAILS.get(answer, {}), **own}


@pytest.mark.parametrize(("row", "answer"), ACCEPTED, ids=lambda value: getattr(value, "name", value))
def test_what_it_takes_becomes_an_event_of_that_type(row: Row, answer: str) -> None:
    p = row.build()
    event = p.say(row.now, row.item, answer, **details(row, answer))
    assert (event.type, event.item, event.recorded) == (answer, row.item, at(row.now))
    p.undo(row.now, event.id)
    assert p.status(row.now, row.item) == row.status


@pytest.mark.parametrize(("row", "answer"), REFUSED, ids=lambda value: getattr(value, "name", value))
def test_everything_else_is_refused_and_nothing_is_written(row: Row, answer: str) -> None:
    p = row.build()
    before = len(p.history)
    with pytest.raises(Refused) as refused:
        p.say(row.now, row.item, answer, **details(row, answer))
    assert refused.value.code == "item_does_not_take"
    assert refused.value.values["status"] == row.status
    assert refused.value.values["takes"] == ", ".join(sorted(row.takes.split()))
    assert len(p.history) == before


# --- items that are not there


@pytest.mark.parametrize(
    "item",
    ["", "alendronate", "alendronate/2026-11-23", "alendronate/2026-11-23/dose/x", "alendronate/2026-13-01/dose",
     "/2026-11-23/dose", "alendronate/2026-11-23/", "nobody/2026-11-23/dose", "alendronate/2026-11-24/dose",
     "alendronate/2026-11-23/dose-2", "alendronate/20261123/dose"],
)
def test_an_item_that_does_not_exist_is_refused(item: str) -> None:
    with pytest.raises(Refused, match="unknown_item"):
        with_tablet()().say("2026-11-23 08:00", item, "taken")


def test_an_answer_that_nobody_knows_is_refused() -> None:
    with pytest.raises(Refused, match="item_does_not_take"):
        with_tablet()().say("2026-11-23 08:00", TABLET, "swallowed")


def test_a_moment_without_a_zone_is_a_fault_of_the_caller() -> None:
    p, now = with_tablet()(), at("2026-11-23 08:00")
    with pytest.raises(ValueError, match="ZoneInfo"):
        apply(p.regimen, p.history, now.replace(tzinfo=None), Request(TABLET, "taken"), p.new_id)
    with pytest.raises(ValueError, match="zone"):
        apply(p.regimen, p.history, now, Request(TABLET, "taken", at=now.replace(tzinfo=None)), p.new_id)


# --- when it happened


def test_an_answer_happened_now_unless_it_says_when() -> None:
    p = with_tablet()()
    assert p.say("2026-11-23 08:00", TABLET, "taken").at == at("2026-11-23 08:00")
    p.undo("2026-11-23 08:01")
    event = p.say("2026-11-23 08:01", TABLET, "taken", at="2026-11-23 07:40")
    assert (event.at, event.recorded) == (at("2026-11-23 07:40"), at("2026-11-23 08:01"))
    assert event.zone == "Europe/Amsterdam"


def test_nothing_has_happened_in_the_future() -> None:
    p = with_tablet()()
    with pytest.raises(Refused, match="future"):
        p.say("2026-11-23 08:00", TABLET, "taken", at="2026-11-23 08:01")
    with pytest.raises(Refused, match="future"):
        p.say("2026-11-25 08:00", TABLET, "taken", on="2026-11-26")
    with pytest.raises(Refused, match="future"):
        with_injection().say("2026-11-12 11:00", INJECTION, "given", on="2026-11-13")


def test_a_time_and_a_date_together_are_refused_for_taken_and_given() -> None:
    with pytest.raises(Refused, match="at_and_on"):
        with_tablet()().say("2026-11-24 08:00", TABLET, "taken", at="2026-11-23 08:00", on="2026-11-23")
    with pytest.raises(Refused, match="at_and_on"):
        with_injection().say("2026-11-12 11:00", INJECTION, "given", at="2026-11-12 10:00", on="2026-11-12")


def test_a_date_is_refused_where_the_answer_has_none() -> None:
    for answer in ("skipped", "forgotten", "not_fasting"):
        with pytest.raises(Refused, match="on_not_for"):
            with_tablet()().say("2026-11-24 08:00", TABLET, answer, on="2026-11-23")


def test_a_date_with_a_time_counts_as_its_date() -> None:
    event = with_tablet()().say("2026-11-24 08:00", TABLET, "taken", on="2026-11-23 10:00")
    assert isinstance(event, Taken)
    assert event.on == day("2026-11-23")


def test_taken_today_by_its_date_is_an_intake_of_this_moment() -> None:
    p = with_tablet()()
    event = p.say("2026-11-24 08:00", TABLET, "taken", on="2026-11-24")
    assert isinstance(event, Taken)
    assert event.on is None
    assert p.status("2026-11-24 08:00", TABLET) == "in_progress"


def test_a_tablet_can_have_been_taken_from_its_date_to_today() -> None:
    for on in ("2026-11-22", "2026-11-16"):
        with pytest.raises(Refused, match="date_outside") as refused:
            with_tablet()().say("2026-11-25 08:00", TABLET, "taken", on=on)
        assert (refused.value.values["first"], refused.value.values["last"]) == ("2026-11-23", "2026-11-25")
    with_tablet()().say("2026-11-25 08:00", TABLET, "taken", on="2026-11-24")
    with_tablet()().say("2026-11-25 08:00", TABLET, "taken", at="2026-11-23 15:00")


def test_after_the_morning_a_tablet_is_told_by_a_time_before_its_end() -> None:
    for details in ({}, {"at": "2026-11-23 12:00"}, {"on": "2026-11-23"}):
        with pytest.raises(Refused, match="at_after_morning") as refused:
            with_tablet()().say("2026-11-23 13:00", TABLET, "taken", **details)
        assert refused.value.values == {"morning_ends": "12:00"}
    with_tablet()().say("2026-11-23 13:00", TABLET, "taken", at="2026-11-23 11:59")


def test_the_morning_of_today_ends_as_it_did_when_the_day_began() -> None:
    p = with_tablet()()
    p.change("2026-11-23 12:30", *p.regimen.draft.plans, day=DayTimes(morning_ends=time(10)))
    p.say("2026-11-23 13:00", TABLET, "taken", at="2026-11-23 11:30")
    assert p.status("2026-11-23 13:00", TABLET) == "done"


def test_a_moved_tablet_told_after_its_morning_goes_by_that_morning() -> None:
    p = Patient(tablet(), times=DayTimes(morning_ends=time(11)))
    p.say("2026-11-23 08:00", TABLET, "not_fasting")
    with pytest.raises(Refused, match="at_after_morning"):
        p.say("2026-11-24 13:00", TABLET, "taken", at="2026-11-24 11:00")
    p.say("2026-11-24 13:00", TABLET, "taken", at="2026-11-24 10:59")


def test_remembered_earlier_counts_from_then() -> None:
    p = with_tablet()()
    event = p.say("2026-11-26 08:00", TABLET, "forgotten", at="2026-11-25 22:00")
    assert isinstance(event, Forgotten)
    assert p.due("2026-11-26 08:00", TABLET) == "2026-11-26 07:30"
    with pytest.raises(Refused, match="date_outside"):
        with_tablet()().say("2026-11-26 08:00", TABLET, "forgotten", at="2026-11-22 22:00")


def test_not_fasting_on_a_later_day_moves_it_to_the_morning_after_that_day() -> None:
    p = with_tablet()()
    assert isinstance(p.say("2026-11-25 08:00", TABLET, "not_fasting"), NotFasting)
    assert p.due("2026-11-25 08:00", TABLET) == "2026-11-26 07:30"


def test_a_dose_told_for_another_date_is_refused() -> None:
    with pytest.raises(Refused, match="date_outside"):
        with_vitamin()().say("2026-11-23 09:00", VITAMIN, "taken", at="2026-11-22 09:00")


def test_a_weekly_dose_put_off_to_tomorrow_can_still_have_been_taken_yesterday() -> None:
    p = weekly()
    p.say("2026-11-24 10:00", WEEKLY, "snoozed", until="2026-11-25 10:00")
    p.say("2026-11-24 11:00", WEEKLY, "taken", on="2026-11-23")
    assert p.status("2026-11-24 11:00", WEEKLY) == "done"


def test_a_weekly_dose_whose_plan_became_daily_can_have_been_taken_until_the_first_daily_one() -> None:
    p = weekly()
    p.change("2026-11-26 07:00", medicine("08:00"))
    with pytest.raises(Refused, match="date_outside"):
        p.say("2026-11-26 09:00", WEEKLY, "taken", on="2026-11-26")
    p.say("2026-11-26 09:00", WEEKLY, "taken", on="2026-11-25")
    assert p.status("2026-11-26 09:00", WEEKLY) == "done"


def test_given_counts_on_its_date() -> None:
    p = with_injection()
    p.say("2026-11-20 11:00", INJECTION, "given", on="2026-11-18")
    assert p.status("2026-11-20 11:00", "denosumab/2027-05-18/injection") == "upcoming"
    p.undo("2026-11-20 11:01")
    p.say("2026-11-20 11:02", INJECTION, "given", at="2026-11-19 09:00")
    assert p.status("2026-11-20 11:02", "denosumab/2027-05-19/injection") == "upcoming"


def test_a_booking_may_lie_ahead_and_carries_a_note() -> None:
    event = with_injection().say("2026-10-15 11:00", BOOK, "booked", on="2026-11-19 14:30", note="room 3")
    assert isinstance(event, Booked)
    assert (event.appointment.isoformat(), event.note) == ("2026-11-19T14:30:00", "room 3")


# --- snoozes, remarks


def test_a_snooze_without_a_time_is_ten_minutes() -> None:
    event = with_tablet()().say("2026-11-23 08:00", TABLET, "snoozed")
    assert isinstance(event, Snoozed)
    assert event.until == at("2026-11-23 08:10")


def test_a_snooze_takes_minutes_or_a_moment() -> None:
    p = with_tablet()()
    assert p.say("2026-11-23 08:00", TABLET, "snoozed", minutes=25).until == at("2026-11-23 08:25")  # type: ignore[union-attr]
    assert p.say("2026-11-23 08:00", TABLET, "snoozed", until="2026-11-23 09:00").until == at("2026-11-23 09:00")  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "details", [{"minutes": 0}, {"minutes": -5}, {"until": "2026-11-23 08:00"}, {"at": "2026-11-23 07:45"}]
)
def test_a_snooze_that_is_over_is_refused(details: dict[str, object]) -> None:
    with pytest.raises(Refused, match="until_past"):
        with_tablet()().say("2026-11-23 08:00", TABLET, "snoozed", **details)


def test_a_remark_needs_words_and_changes_no_status() -> None:
    p = with_tablet(TAKEN)()
    with pytest.raises(Refused, match="note_needed"):
        p.say("2026-11-23 09:00", TABLET, "remark")
    event = p.say("2026-11-23 09:00", TABLET, "remark", note="vomited")
    assert isinstance(event, Remark)
    assert event.note == "vomited"
    assert p.status("2026-11-23 09:00", TABLET) == "done"


def test_reasons_are_kept() -> None:
    assert with_tablet()().say("2026-11-23 08:00", TABLET, "skipped", note="ill").note == "ill"  # type: ignore[union-attr]
    assert with_check()().say("2026-11-23 10:00", CHECK, "done", note="fine").note == "fine"  # type: ignore[union-attr]


def test_what_waits_for_a_half_hour_that_still_runs_cannot_be_put_off() -> None:
    """The wall clock was set on; the clock that counts sleep knows better."""
    p = with_tablet(TAKEN)()
    p.running = Running(p.history.answers(TABLET)[0].id, timedelta(minutes=20))
    assert p.status("2026-11-23 09:00", VITAMIN) == "held"
    with pytest.raises(Refused, match="item_does_not_take"):
        p.say("2026-11-23 09:00", VITAMIN, "snoozed")
    p.running = None
    p.say("2026-11-23 09:00", VITAMIN, "snoozed")


# --- undo


def test_undo_takes_back_what_was_written_last() -> None:
    p = with_tablet()()
    p.say("2026-11-23 08:30", VITAMIN, "taken")
    p.say("2026-11-23 08:31", TABLET, "taken", at="2026-11-23 07:31")
    assert p.undo("2026-11-23 08:32").item == TABLET
    assert p.undo("2026-11-23 08:33").item == VITAMIN
    with pytest.raises(Refused, match="nothing_to_undo"):
        p.undo("2026-11-23 08:34")


def test_undo_of_one_answer_leaves_the_others() -> None:
    p = with_tablet()()
    first = p.say("2026-11-23 08:00", TABLET, "snoozed")
    p.say("2026-11-23 08:11", TABLET, "taken")
    p.undo("2026-11-23 08:12", first.id)
    assert p.status("2026-11-23 08:12", TABLET) == "in_progress"
    with pytest.raises(Refused, match="already_retracted"):
        p.undo("2026-11-23 08:12", first.id)


def test_only_answers_can_be_taken_back() -> None:
    p = with_tablet()()
    shown = p.shown("2026-11-23 07:30", TABLET)
    with pytest.raises(Refused, match="not_an_answer"):
        p.undo("2026-11-23 08:00", shown.id)
    with pytest.raises(Refused, match="unknown_event"):
        p.undo("2026-11-23 08:00", "nobody")
    with pytest.raises(Refused, match="nothing_to_undo"):
        p.undo("2026-11-23 08:00")


def test_a_retraction_cannot_be_taken_back() -> None:
    p = with_tablet()()
    p.say("2026-11-23 08:00", TABLET, "taken")
    retraction = p.undo("2026-11-23 08:01")
    with pytest.raises(Refused, match="not_an_answer"):
        p.undo("2026-11-23 08:02", retraction.id)


def test_an_item_named_by_the_agenda_can_be_asked_what_it_takes() -> None:
    p = with_tablet()()
    item = p.item("2026-11-23 08:00", TABLET)
    assert "taken" in takes_now(p.regimen, p.history, at("2026-11-23 08:00"), item)
