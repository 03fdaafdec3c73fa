"""The stopwatch on Vandaag: starts, stays true without being drawn anew, records, asks, and can be put back."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from osteoapp.core.item import ItemId, Status
from osteoapp.i18n import Translations
from osteoapp.ui.pictures import settle
from osteoapp.ui.ports import Health, Outcome, Result
from osteoapp.ui.window import MainWindow

from .days import ACTIVITY_ID, DAYS, forgotten_watch, later_that_morning, walking
from .fakes import ACTIVITY, DAIRY, TABLET, CorePort, HandPort, at, goal, item
from .helpers import button, names, press, said, window

SUNDAY_ID = "activity/2026-11-22/goal"


def minutes_of(port: CorePort, day: date) -> int:
    return port.history.amount("activity", day)


def go_to(main: MainWindow, port: HandPort, now: datetime) -> None:
    """Time passes, and the window's clock ticks."""
    port.present = now
    main.tick()
    settle()


def test_start_runs_and_stop_records_the_minutes(translations: Translations) -> None:
    port = later_that_morning()
    port.present = at(10, 32)
    main = window(port, translations)
    press(main, f"{ACTIVITY_ID}:time_start")
    assert "Bezig sinds 10:32" in said(main)
    assert "U bent aan het bewegen" in said(main)
    go_to(main, port, at(10, 44) + timedelta(seconds=50))
    assert "Bezig sinds 10:32 · 12 minuten" in said(main)
    press(main, f"{ACTIVITY_ID}:time_stop")
    assert (port.sent[-1].item, port.sent[-1].answer, port.sent[-1].details) == (ACTIVITY_ID, "amount", {"amount": 12})
    assert port.stopwatch.running() is None
    assert "12 van 30 minuten" in said(main)
    assert "Bewegen. 12 minuten erbij." in said(main)


def test_what_was_recorded_can_be_put_back(translations: Translations) -> None:
    port = walking()
    main = window(port, translations)
    press(main, f"{ACTIVITY_ID}:time_stop")
    assert main.today.undo_bar is not None
    main.today.undo_bar.button.click()
    settle()
    assert minutes_of(port, port.present.date()) == 0
    assert f"{ACTIVITY_ID}:time_start" in names(main)


def test_the_card_that_invites_starts_it_too(translations: Translations) -> None:
    port = later_that_morning()
    main = window(port, translations)
    press(main, f"{ACTIVITY_ID}:time_begin")
    assert port.stopwatch.running() is not None
    assert f"{ACTIVITY_ID}:time_stop" in names(main)


def test_no_seconds_are_shown_and_nothing_is_drawn_anew_as_it_runs(translations: Translations) -> None:
    port = walking()
    main = window(port, translations)
    card, words = main.today.card, said(main)
    go_to(main, port, port.present + timedelta(seconds=40))
    assert said(main) == words
    go_to(main, port, port.present + timedelta(seconds=40))
    assert "Bezig sinds 10:32 · 13 minuten" in said(main)
    assert main.today.card is card


def test_a_press_that_lasts_over_the_minute_still_counts(translations: Translations) -> None:
    port = walking()
    main = window(port, translations)
    stop = button(main, f"{ACTIVITY_ID}:time_stop")
    QTest.mousePress(stop, Qt.MouseButton.LeftButton)
    go_to(main, port, port.present + timedelta(minutes=1))
    QTest.mouseRelease(stop, Qt.MouseButton.LeftButton)
    settle()
    assert [one.details["amount"] for one in port.sent if one.item == ACTIVITY_ID] == [13]


def test_ten_minutes_by_one_press_stay_there_while_it_runs(translations: Translations) -> None:
    port = walking()
    main = window(port, translations)
    press(main, f"{ACTIVITY_ID}:amount")
    assert minutes_of(port, port.present.date()) == 10
    assert port.stopwatch.running() is not None
    press(main, f"{ACTIVITY_ID}:time_stop")
    assert minutes_of(port, port.present.date()) == 22


def test_beside_a_tablet_that_is_due_it_runs_in_its_row(translations: Translations) -> None:
    port = DAYS["walking-while-due"]()
    main = window(port, translations)
    assert "Tijd voor uw weektablet" in said(main)
    assert "Bezig sinds 07:30 · 22 minuten" in said(main)
    press(main, f"{ACTIVITY_ID}:time_stop")
    assert port.sent[-1].details == {"amount": 22}


def test_less_than_a_minute_records_nothing_and_says_so(translations: Translations) -> None:
    port = walking(minutes=0)
    main = window(port, translations)
    sent = len(port.sent)
    press(main, f"{ACTIVITY_ID}:time_stop")
    assert len(port.sent) == sent
    assert port.stopwatch.running() is None
    assert "De stopwatch staat stil. Er is niets genoteerd." in said(main)


def test_a_forgotten_one_asks_how_many_minutes_and_counts_for_its_own_day(translations: Translations) -> None:
    port = forgotten_watch()
    main = window(port, translations)
    assert "De stopwatch liep sinds zondag 22 november om 21:10." in said(main)
    press(main, f"{SUNDAY_ID}:time_stop")
    assert "Hoeveel minuten?" in said(main)
    assert port.sent == []
    main.pages.currentWidget().stepper.less.click()  # type: ignore[attr-defined]
    settle()
    press(main, "ask:main")
    assert (port.sent[0].item, port.sent[0].details) == (
        SUNDAY_ID, {"at": at(21, 10, date(2026, 11, 22)), "amount": 25},
    )  # fmt: skip
    assert minutes_of(port, date(2026, 11, 22)) == 25
    assert minutes_of(port, date(2026, 11, 23)) == 0
    assert "voor zondag 22 november" in said(main)
    assert port.stopwatch.running() is None


def test_a_forgotten_one_may_be_nothing(translations: Translations) -> None:
    port = forgotten_watch()
    main = window(port, translations)
    press(main, f"{SUNDAY_ID}:time_stop")
    press(main, "ask:none")
    assert port.sent == []
    assert port.stopwatch.running() is None


def test_going_back_from_the_question_lets_it_run(translations: Translations) -> None:
    port = forgotten_watch()
    main = window(port, translations)
    press(main, f"{SUNDAY_ID}:time_stop")
    press(main, "ask:back")
    assert port.sent == []
    assert port.stopwatch.running() is not None


def test_more_than_three_hours_is_asked_too(translations: Translations) -> None:
    port = walking(minutes=200)
    main = window(port, translations)
    press(main, f"{ACTIVITY_ID}:time_stop")
    press(main, "ask:main")
    assert port.sent[-1].details == {"amount": 30}


def test_past_midnight_the_minutes_count_for_the_day_before(translations: Translations) -> None:
    port = walking(minutes=20, hour=23, minute=50)
    main = window(port, translations)
    press(main, f"{ACTIVITY_ID}:time_stop")
    assert minutes_of(port, date(2026, 11, 23)) == 20
    assert minutes_of(port, date(2026, 11, 24)) == 0


def test_a_clock_set_back_to_another_day_records_on_a_day_that_is(translations: Translations) -> None:
    port = CorePort(at(10, 0), ACTIVITY, DAIRY)
    port.stopwatch.start(ACTIVITY_ID)
    port.present = at(9, 0, date(2026, 11, 22))
    found = port.stopwatch.running()
    assert found is not None
    assert (found.minutes, ItemId.parse(found.target).date) == (0, date(2026, 11, 22))


def test_what_is_refused_is_said_and_the_stopwatch_stands_still(translations: Translations) -> None:
    port = HandPort((goal(ACTIVITY, 0),), now=at(10, 32), plans=(ACTIVITY,))
    port.stopwatch.start(ACTIVITY_ID)
    port.present = at(10, 42)
    port.outcome = Outcome(Result.REFUSED, None, "unknown_item", {"item": "Bewegen"})
    main = window(port, translations)
    press(main, f"{ACTIVITY_ID}:time_stop")
    assert "staat niet in de lijst" in said(main)
    assert port.stopwatch.running() is None


def test_a_date_in_doubt_takes_no_minutes(translations: Translations) -> None:
    port = HandPort((item(TABLET, Status.DUE), goal(ACTIVITY, 0)), plans=(TABLET, ACTIVITY))
    main = window(port, translations)
    start = button(main, f"{ACTIVITY_ID}:time_start")
    port.state = Health(date_doubt=True)
    start.click()
    settle()
    assert port.stopwatch.running() is None
    assert "Is het vandaag" in said(main)


def test_start_by_keyboard(translations: Translations) -> None:
    port = later_that_morning()
    main = window(port, translations)
    start = button(main, f"{ACTIVITY_ID}:time_start")
    assert start.accessibleName() == "Bewegen: Start"
    start.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(start, Qt.Key.Key_Return)
    settle()
    assert port.stopwatch.running() is not None


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_one_minute_is_one(lang: str, translations: Translations) -> None:
    port = walking(minutes=1)
    port.kept = type(port.kept)(theme="light", language=lang)
    main = window(port, translations)
    assert {"nl": "1 minuut", "en": "1 minute"}[lang] in said(main)
    assert "minutes ·" not in said(main)


def test_it_is_started_from_the_page_at_the_end_of_the_half_hour(translations: Translations) -> None:
    port = CorePort(at(7, 30), TABLET, ACTIVITY)
    port.record(f"alendronate/{port.present.date()}/dose", "taken")
    port.present = at(8, 1)
    main = window(port, translations)
    main.show_intake(f"alendronate/{port.present.date()}/dose")
    settle()
    press(main, f"{ACTIVITY_ID}:time_start")
    assert port.stopwatch.running() is not None
    assert [one.answer for one in port.sent] == ["taken"]
    assert f"{ACTIVITY_ID}:time_stop" in names(main)
