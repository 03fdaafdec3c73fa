"""When an open item is shown, and why: repeats, absence, quiet hours, the next look (section Reminding)."""

from __future__ import annotations

from datetime import time

import pytest

from osteoapp.core.context import Repeats
from osteoapp.core.events import Cause, Reason
from osteoapp.core.regimen import DayTimes

from .builders import Patient, appointment, check, dairy, injection, medicine, tablet, vitamin_d

VITAMIN = "vitamin-d/2026-11-23/dose"
TABLET = "alendronate/2026-11-23/dose"
MEDICINE = "thyroid/2026-11-23/dose"
NO_QUIET = DayTimes(quiet=None)
SIESTA = DayTimes(quiet=(time(13), time(15)))


def showings(p: Patient, item: str, start: str, end: str) -> list[str]:
    """The moments at which an item is shown when the program looks whenever the agenda says so."""
    found, now = [], start
    while now < end:
        for shown, reason in p.reminded(now).items():
            p.shown(now, shown, Reason(reason))
            if shown == item:
                found.append(now[11:])
        following = p.wakes(now)
        assert following is None or following > now
        if following is None:
            break
        now = following
    return found


# --- repeats


def test_a_dose_repeats_six_times_every_ten_minutes_and_then_hourly() -> None:
    p = Patient(vitamin_d())
    assert showings(p, VITAMIN, "2026-11-23 08:00", "2026-11-23 13:00") == [
        "08:30", "08:40", "08:50", "09:00", "09:10", "09:20", "09:30", "10:30", "11:30", "12:30",
    ]


def test_repeats_are_counted_from_the_first_showing() -> None:
    p = Patient(vitamin_d())
    p.awake("2026-11-23 10:17")
    assert p.reminded("2026-11-23 10:17") == {VITAMIN: "catch_up"}
    assert showings(p, VITAMIN, "2026-11-23 10:17", "2026-11-23 10:50") == ["10:17", "10:27", "10:37", "10:47"]


def test_repeats_end_with_the_window() -> None:
    p = Patient(medicine("21:30"), times=NO_QUIET)
    assert showings(p, MEDICINE, "2026-11-23 21:00", "2026-11-24 08:00")[-2:] == ["22:30", "23:30"]


def test_repeats_of_a_tablet_end_with_the_morning() -> None:
    p = Patient(tablet(when="09:30"))
    assert showings(p, TABLET, "2026-11-23 09:00", "2026-11-24 00:00") == [
        "09:30", "09:40", "09:50", "10:00", "10:10", "10:20", "10:30", "11:30",
    ]


def test_no_repeat_of_a_tablet_falls_on_the_end_of_the_morning_or_is_made_up_after_it() -> None:
    p = Patient(tablet(when="09:00"))
    assert showings(p, TABLET, "2026-11-23 08:50", "2026-11-24 00:00")[-2:] == ["10:00", "11:00"]
    assert p.reminded("2026-11-23 12:00") == p.reminded("2026-11-23 12:05") == {}
    assert p.wakes("2026-11-23 12:05") == "2026-11-24 00:00", "nothing is looked for where nothing comes"


def test_a_tablet_of_the_afternoon_repeats_as_long_as_its_day() -> None:
    p = Patient(tablet(when="20:30"))
    assert showings(p, TABLET, "2026-11-23 20:00", "2026-11-23 22:00")[:3] == ["20:30", "20:40", "20:50"]
    assert not p.item("2026-11-23 21:00", TABLET).late


def test_a_tablet_that_is_open_is_shown_again_when_the_computer_comes_back() -> None:
    p = Patient(tablet())
    p.shown("2026-11-23 07:30", TABLET)
    p.shown("2026-11-23 08:30", TABLET, Reason.REPEAT)
    p.awake("2026-11-23 08:35", Cause.RESUME)
    assert p.reminded("2026-11-23 08:35") == {TABLET: "resumed"}


def test_a_missed_repeat_is_made_up_once() -> None:
    p = Patient(vitamin_d())
    p.shown("2026-11-23 08:30", VITAMIN)
    assert p.reminded("2026-11-23 09:07") == {VITAMIN: "repeat"}
    p.shown("2026-11-23 09:07", VITAMIN, Reason.REPEAT)
    assert p.reminded("2026-11-23 09:09") == {}
    assert p.wakes("2026-11-23 09:09") == "2026-11-23 09:10"


def test_the_last_repeat_before_the_end_is_made_up_after_it_only_inside_the_window() -> None:
    p = Patient(tablet(when="09:30"))
    p.shown("2026-11-23 09:30", TABLET)
    p.shown("2026-11-23 11:30", TABLET, Reason.REPEAT)
    assert p.reminded("2026-11-23 12:30") == {}
    p = Patient(tablet(when="09:30"))
    p.shown("2026-11-23 09:30", TABLET)
    assert p.reminded("2026-11-23 13:00") == {TABLET: "repeat"}


def test_first_shown_after_the_morning_a_tablet_is_not_repeated() -> None:
    p = Patient(tablet())
    p.awake("2026-11-23 14:00")
    assert showings(p, TABLET, "2026-11-23 14:00", "2026-11-23 20:00") == ["14:00"]
    assert p.reminded("2026-11-23 14:10") == p.reminded("2026-11-23 16:00") == {}


def test_a_task_is_shown_once_a_day_at_its_time() -> None:
    p = Patient(appointment("2026-11-23", "14:30"))
    item = "clinic/2026-11-23/appointment"
    assert showings(p, item, "2026-11-23 14:00", "2026-11-26 00:00") == ["14:30", "14:30", "14:30"]


# --- snoozes


def test_later_brings_it_back_at_its_time_and_the_repeats_go_on() -> None:
    p = Patient(vitamin_d())
    p.shown("2026-11-23 08:30", VITAMIN)
    p.say("2026-11-23 08:32", VITAMIN, "snoozed")
    assert p.reminded("2026-11-23 08:40") == {}
    assert p.wakes("2026-11-23 08:33") == "2026-11-23 08:42"
    assert p.reminded("2026-11-23 08:42") == {VITAMIN: "snooze_over"}
    assert p.due("2026-11-23 08:42", VITAMIN) == "2026-11-23 08:42"
    p.shown("2026-11-23 08:42", VITAMIN, Reason.SNOOZE_OVER)
    assert p.reminded("2026-11-23 08:50") == {VITAMIN: "repeat"}


def test_a_second_snooze_replaces_the_first() -> None:
    p = Patient(vitamin_d())
    p.say("2026-11-23 08:32", VITAMIN, "snoozed", minutes=120)
    p.say("2026-11-23 08:33", VITAMIN, "snoozed", minutes=5)
    assert p.due("2026-11-23 08:34", VITAMIN) == "2026-11-23 08:38"


def test_a_snooze_that_was_taken_back_never_was() -> None:
    p = Patient(vitamin_d())
    p.say("2026-11-23 08:32", VITAMIN, "snoozed")
    p.undo("2026-11-23 08:33")
    assert p.status("2026-11-23 08:33", VITAMIN) == "due"


def test_a_snooze_dated_after_now_is_ignored_and_counts_again_from_its_own_time() -> None:
    p = Patient(vitamin_d())
    p.say("2026-11-23 09:00", VITAMIN, "snoozed", minutes=60)
    assert p.status("2026-11-23 08:45", VITAMIN) == "due"
    p.shown("2026-11-23 08:45", VITAMIN)
    p.shown("2026-11-23 08:50", VITAMIN)
    assert p.wakes("2026-11-23 08:55") == "2026-11-23 09:00"
    assert p.status("2026-11-23 09:00", VITAMIN) == "snoozed"


def test_a_showing_dated_after_now_is_ignored() -> None:
    p = Patient(vitamin_d())
    p.shown("2026-11-23 09:00", VITAMIN)
    assert p.reminded("2026-11-23 08:45") == {VITAMIN: "due"}


# --- absence


def test_what_fell_due_while_away_is_shown_at_the_start() -> None:
    p = Patient(vitamin_d(), injection(), dairy("10:30"), check(last="2026-05-23"))
    p.awake("2026-11-23 14:00")
    assert p.reminded("2026-11-23 14:00") == {
        VITAMIN: "catch_up", "denosumab/2026-11-12/injection": "catch_up", "denosumab/2026-11-12/book": "catch_up",
        "denosumab/2026-11-12/fetch": "catch_up", "dairy/2026-11-23/goal": "catch_up",
        "dentist/2026-11-23/check": "catch_up",
    }


def test_what_was_shown_before_is_shown_again_when_the_program_comes_back() -> None:
    p = Patient(vitamin_d())
    p.shown("2026-11-23 08:30", VITAMIN)
    p.awake("2026-11-23 08:34", Cause.RESUME)
    assert p.reminded("2026-11-23 08:34") == {VITAMIN: "resumed"}
    p.shown("2026-11-23 08:34", VITAMIN, Reason.RESUMED)
    assert p.reminded("2026-11-23 08:35") == {}
    assert p.reminded("2026-11-23 08:40") == {VITAMIN: "repeat"}


def test_after_a_snooze_that_ended_while_away_it_is_resumed() -> None:
    p = Patient(vitamin_d())
    p.shown("2026-11-23 08:30", VITAMIN)
    p.say("2026-11-23 08:31", VITAMIN, "snoozed")
    p.awake("2026-11-23 11:00")
    assert p.reminded("2026-11-23 11:00") == {VITAMIN: "resumed"}


def test_overdue_things_already_shown_in_their_period_are_not_shown_again() -> None:
    p = Patient(injection(), known="2026-11-12 11:00")
    item = "denosumab/2026-11-12/injection"
    p.shown("2026-11-14 10:00", item, Reason.REPEAT, 2)
    p.awake("2026-11-14 15:00")
    assert item not in p.reminded("2026-11-14 15:00")
    assert p.reminded("2026-11-15 10:00")[item] == "repeat"


def test_an_item_due_after_the_program_came_back_is_simply_due() -> None:
    p = Patient(vitamin_d())
    p.awake("2026-11-23 08:00")
    assert p.reminded("2026-11-23 08:30") == {VITAMIN: "due"}


def test_an_item_due_at_the_very_start_is_simply_due() -> None:
    p = Patient(vitamin_d())
    p.awake("2026-11-23 08:30")
    assert p.reminded("2026-11-23 08:30") == {VITAMIN: "due"}


def test_what_was_not_shown_in_its_last_period_is_shown_at_the_start_of_the_next_day() -> None:
    p = Patient(injection(), known="2026-11-12 11:00")
    item = "denosumab/2026-11-12/injection"
    p.shown("2026-11-14 10:00", item, Reason.REPEAT, 2)
    p.awake("2026-11-16 08:00")
    assert p.reminded("2026-11-16 08:00")[item] == "resumed"


def test_a_start_noted_under_a_clock_that_was_set_back_since_counts_no_more() -> None:
    p = Patient(vitamin_d())
    p.awake("2026-11-23 09:15")
    p.awake("2026-11-23 08:00", Cause.CLOCK)
    p.shown("2026-11-23 09:10", VITAMIN)
    assert p.reminded("2026-11-23 09:16") == {}


# --- level


def test_a_rise_of_the_level_is_told_once() -> None:
    p = Patient(injection(), known="2026-11-12 09:00")
    item = "denosumab/2026-11-12/injection"
    p.shown("2026-11-12 10:00", item)
    p.awake("2026-11-13 12:00")
    assert p.reminded("2026-11-13 12:00")[item] == "level"
    p.shown("2026-11-13 12:00", item, Reason.LEVEL, 2)
    assert item not in p.reminded("2026-11-13 12:01")


# --- quiet hours


def test_in_quiet_hours_repeats_wait_for_their_end() -> None:
    p = Patient(medicine("12:30"), times=SIESTA)
    p.shown("2026-11-23 12:30", MEDICINE)
    p.shown("2026-11-23 12:50", MEDICINE, Reason.REPEAT)
    assert p.reminded("2026-11-23 13:00") == {}
    assert p.wakes("2026-11-23 13:00") == "2026-11-23 13:10"
    assert p.reminded("2026-11-23 15:00") == {MEDICINE: "repeat"}


def test_a_dose_planned_in_quiet_hours_is_shown_there_once() -> None:
    p = Patient(medicine("13:30"), times=SIESTA)
    assert showings(p, MEDICINE, "2026-11-23 13:00", "2026-11-23 15:30") == ["13:30", "15:00", "15:30"][:2]


def test_a_snooze_of_such_a_dose_ends_there_too() -> None:
    p = Patient(medicine("13:30"), times=SIESTA)
    p.shown("2026-11-23 13:30", MEDICINE)
    p.say("2026-11-23 13:31", MEDICINE, "snoozed")
    assert p.reminded("2026-11-23 13:41") == {MEDICINE: "snooze_over"}


def test_nudges_and_tasks_wait_for_the_end_of_the_quiet_hours() -> None:
    p = Patient(dairy("14:00"), check(last="2026-05-23"), times=DayTimes(office=time(14, 30), quiet=SIESTA.quiet))
    assert p.reminded("2026-11-23 14:45") == {}
    assert p.reminded("2026-11-23 15:00") == {"dairy/2026-11-23/goal": "due", "dentist/2026-11-23/check": "due"}


def test_a_heads_up_in_quiet_hours_is_shown_when_they_end_on_its_day() -> None:
    p = Patient(tablet(start="2026-11-23"), times=DayTimes(evening=time(14), quiet=SIESTA.quiet))
    assert p.reminded("2026-11-22 14:00") == {}
    assert p.reminded("2026-11-22 15:00") == {"alendronate/2026-11-23/heads-up": "due"}


def test_quiet_hours_may_span_midnight() -> None:
    p = Patient(vitamin_d("21:30"))
    p.awake("2026-11-23 22:30")
    assert p.reminded("2026-11-23 22:30") == {}
    assert p.wakes("2026-11-23 22:30") == "2026-11-24 00:00"
    p = Patient(tablet(when="06:30"))
    assert p.reminded("2026-11-23 06:30") == {TABLET: "due"}


@pytest.mark.parametrize(("now", "quiet"), [("22:00", True), ("06:59", True), ("07:00", False), ("21:59", False)])
def test_quiet_hours_begin_and_end_on_the_minute(now: str, quiet: bool) -> None:
    p = Patient(check(last="2026-05-20"))
    p.awake(f"2026-11-23 {now}")
    assert (p.reminded(f"2026-11-23 {now}") == {}) is quiet


def test_the_end_of_the_half_hour_speaks_in_quiet_hours() -> None:
    p = Patient(tablet(when="06:00"))
    p.say("2026-11-23 06:00", TABLET, "taken")
    assert p.reminded("2026-11-23 06:30") == {TABLET: "half_hour_over"}


# --- the next look


def test_nothing_ahead_is_no_next_look() -> None:
    p = Patient(appointment("2026-11-23", "14:30"))
    p.say("2026-11-20 10:00", "clinic/2026-11-23/appointment", "done")
    assert p.wakes("2026-11-20 10:00") is None


def test_several_at_once_are_reminded_in_the_order_of_the_list() -> None:
    p = Patient(vitamin_d("08:00"), medicine("08:00"))
    assert list(p.reminded("2026-11-23 08:00")) == [MEDICINE, VITAMIN]


# --- how often, as the person chose


def test_other_repeats_count_from_the_first_showing_too() -> None:
    p = Patient(vitamin_d("08:30"))
    p.repeats = Repeats(first_minutes=5, first_count=2, then_minutes=30)
    p.shown("2026-11-23 08:30", VITAMIN)
    assert p.wakes("2026-11-23 08:31") == "2026-11-23 08:35"
    assert p.reminded("2026-11-23 08:35") == {VITAMIN: "repeat"}
    p.shown("2026-11-23 08:40", VITAMIN)
    assert p.wakes("2026-11-23 08:41") == "2026-11-23 09:10"


def test_without_early_repeats_only_the_later_ones_come() -> None:
    p = Patient(vitamin_d("08:30"))
    p.repeats = Repeats(first_count=0, then_minutes=120)
    p.shown("2026-11-23 08:30", VITAMIN)
    assert p.reminded("2026-11-23 10:29") == {}
    assert p.reminded("2026-11-23 10:30") == {VITAMIN: "repeat"}


@pytest.mark.parametrize(
    "wrong",
    [{"first_minutes": 0}, {"first_minutes": 1441}, {"then_minutes": 0}, {"then_minutes": 1441}, {"first_count": -1},
     {"first_count": 101}],
)  # fmt: skip
def test_repeats_that_never_or_always_come_are_refused(wrong: dict[str, int]) -> None:
    Repeats(first_minutes=1, first_count=100, then_minutes=1)
    Repeats(first_minutes=1440, first_count=0, then_minutes=1440)
    with pytest.raises(ValueError, match="no sensible repeats"):
        Repeats(**wrong)
