"""Whole mornings through the real window: pressed with the mouse and the keys, read from the screen and the store."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from osteoapp.core.item import Status
from osteoapp.ui.pictures import settle

from .helpers import button, said
from .house import HEART, TABLET, VITAMIN, WEEK, House, moment

HEART_ID = "metoprolol/2026-11-23/dose"
DAIRY = "dairy/2026-11-23/goal"
Make = Callable[..., House]


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> Iterator[Make]:
    made: list[House] = []

    def make(day: int, hour: int, minute: int = 0, plans: str = WEEK) -> House:
        made.append(House(tmp_path, monkeypatch, moment(day, hour, minute), plans))
        return made[-1]

    yield make
    for one in made:
        one.switch_off()


def at_half_past_seven(house: Make, plans: str = WEEK) -> House:
    found = house(23, 7, 29, plans)
    found.until(moment(23, 7, 30))
    assert found.asks == (TABLET,)
    return found


def taken_at_half_past_seven(house: Make, plans: str = WEEK) -> House:
    found = at_half_past_seven(house, plans)
    found.press(f"{TABLET}:start")
    found.press("intake:fasting")
    found.press("intake:taken")
    return found


def test_a_normal_monday(house: Make) -> None:
    week = house(22, 19, 59)
    week.until(moment(22, 20))
    heads_up = "alendronate-tablet/2026-11-23/heads-up"
    assert week.asks == (heads_up,)
    week.says("Morgen voor het ontbijt: uw weektablet")
    week.press(f"{heads_up}:done")
    assert week.asks == ()
    week.asleep_until(moment(23, 7, 29))
    week.until(moment(23, 7, 30))
    assert week.asks == (TABLET,)
    week.says("Tijd voor uw weektablet", "Uit de folder", "010-7654321", "Dan komt het over 10 minuten terug")
    week.press(f"{TABLET}:start")
    assert not week.reminder.isVisible()
    week.says("Heeft u vandaag al iets gegeten of gedronken?")
    assert week.events(TABLET) == []
    week.press("intake:fasting")
    week.press("intake:taken")
    assert week.events(TABLET) == ["taken"]
    week.says("Blijf nu rechtop", "Genomen om 07:30")
    week.until(moment(23, 8))
    week.says("Het half uur is voorbij", "Ga pas liggen als u iets gegeten heeft.")
    week.press("intake:leave")
    week.says("Genomen om 07:30")
    week.until(moment(23, 8, 30))
    assert week.asks == (VITAMIN,)
    week.press(f"{VITAMIN}:taken")
    assert week.asks == ()
    assert week.events(VITAMIN) == ["taken"]
    week.asleep_until(moment(23, 10, 29))
    week.until(moment(23, 10, 30))
    assert week.asks == (DAIRY,)
    week.press(f"{DAIRY}:amount")
    assert week.events(DAIRY) == ["amount"]
    week.says("1 van 4 porties")
    assert "Tijd voor uw weektablet" in week.told


def test_the_reminder_makes_way_for_a_page_that_it_leads_to_and_comes_back(house: Make) -> None:
    week = at_half_past_seven(house)
    week.press(f"{TABLET}:note")
    assert not week.reminder.isVisible()
    week.says("Wat wilt u onthouden?", within=week.window)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.objectName() == "note:words"  # who opened it begins to type
    week.press("ask:back", within=week.window)
    settle()
    assert week.asks == (TABLET,)
    week.press("phone:ask")
    assert not week.reminder.isVisible()
    week.until(moment(23, 7, 40))  # a repeat comes all the same
    assert week.asks == (TABLET,)
    week.press("phone:ask")
    assert not week.reminder.isVisible()
    week.window.hide()
    settle()
    assert week.asks == (TABLET,)


def test_who_ate_first_is_reminded_the_next_morning(house: Make) -> None:
    week = at_half_past_seven(house)
    week.press(f"{TABLET}:start")
    week.says("Bij ja herinneren wij u dinsdag 24 november om 07:30.")
    week.press("intake:not_fasting")
    assert week.events(TABLET) == ["not_fasting"]
    week.says("Al gegeten of gedronken. Wij herinneren u dinsdag 24 november om 07:30.")
    week.asleep_until(moment(24, 7, 29))
    assert TABLET not in week.asks
    week.until(moment(24, 7, 30))
    assert TABLET in week.asks
    week.says("de tablet van maandag 23 november")


def test_forgotten_is_asked_about_and_moved(house: Make) -> None:
    week = at_half_past_seven(house)
    week.switch_off()
    week.clock.off(moment(24, 7, 30) - week.clock.now())
    week.switch_on()
    assert TABLET in week.asks
    week.says("Heeft u de tablet van maandag 23 november genomen?", "Wij herinneren u woensdag 25 november.")
    week.press(f"{TABLET}:forgotten")
    assert week.events(TABLET) == ["forgotten"]
    item = week.running.port.agenda().item(TABLET)
    assert item is None or item.status is Status.UPCOMING
    week.asleep_until(moment(25, 7, 30))
    assert TABLET in week.asks
    week.says("de tablet van maandag 23 november")


def test_the_computer_was_off_for_three_days(house: Make) -> None:
    week = house(22, 12)
    week.off_until(moment(25, 8, 10))
    assert TABLET in week.asks
    week.says("Heeft u de tablet van maandag 23 november genomen?")
    week.says("De computer was uit", "Alendroninezuur", within=week.window)
    week.press(f"{TABLET}:which_day")
    week.says("Op welke dag heeft u het genomen?")
    week.press("ask:2026-11-23")
    assert week.events(TABLET) == ["taken"]
    assert TABLET not in week.asks
    week.press("banner:absence", within=week.window)
    assert "De computer was uit" not in said(week.window)


def test_two_at_once_each_have_their_own_answer(house: Make) -> None:
    week = house(24, 8, 29, WEEK + HEART)
    week.until(moment(24, 8, 30))
    heart, vitamin = "metoprolol/2026-11-24/dose", "vitamin-d-tablet/2026-11-24/dose"
    assert set(week.asks) == {heart, vitamin}
    week.says("2 dingen voor nu")
    week.press(f"choose:{vitamin}")
    week.says("Met vitamine D")
    week.press(f"{vitamin}:taken")
    assert week.asks == (heart,)
    week.says("Tijd voor Metoprolol", "Aanvulling, niet uit de folder")
    week.press(f"{heart}:skipped")
    assert week.asks == ()
    assert (week.events(vitamin), week.events(heart)) == (["taken"], ["skipped"])


def test_a_restart_in_the_half_hour_goes_on_where_it_was(house: Make) -> None:
    week = taken_at_half_past_seven(house)
    week.until(moment(23, 7, 40))
    week.off_until(moment(23, 7, 45))
    week.says("Blijf rechtop tot 08:00")
    week.press(f"{TABLET}:watch")
    ring = week.window.pages.currentWidget().built.ring  # type: ignore[attr-defined]
    assert ring.accessibleName() == "Nog 15 minuten, klaar om 08:00"
    week.until(moment(23, 8))
    week.says("Het half uur is voorbij")
    assert week.events(TABLET) == ["taken"]


def test_off_until_after_the_half_hour_its_end_is_there_at_once(house: Make) -> None:
    week = taken_at_half_past_seven(house)
    week.off_until(moment(23, 8, 20))
    week.says("Het half uur is voorbij", within=week.window)
    assert TABLET not in week.asks


def test_sleep_in_the_half_hour_counts(house: Make) -> None:
    week = taken_at_half_past_seven(house)
    week.asleep_until(moment(23, 7, 50))
    ring = week.window.pages.currentWidget().built.ring  # type: ignore[attr-defined]
    assert ring.accessibleName() == "Nog 10 minuten, klaar om 08:00"
    week.asleep_until(moment(23, 8, 5))
    week.says("Het half uur is voorbij")


@pytest.mark.parametrize("hours", [-3, 3])
def test_a_clock_that_is_set_neither_lengthens_nor_shortens_the_half_hour(house: Make, hours: int) -> None:
    week = taken_at_half_past_seven(house)
    week.until(moment(23, 7, 40))
    week.clock.set_clock(week.clock.now() + timedelta(hours=hours))
    week.look()
    ring = week.window.pages.currentWidget().built.ring  # type: ignore[attr-defined]
    assert ring.value() == 10, "20 minutes are left, whatever the clock says"
    week.until(week.clock.now() + timedelta(minutes=19))
    assert "Het half uur is voorbij" not in said(week.window)
    week.until(week.clock.now() + timedelta(minutes=1))
    week.says("Het half uur is voorbij", within=week.window)


def test_the_small_bar_brings_the_end_page_back(house: Make) -> None:
    week = taken_at_half_past_seven(house)
    week.press("intake:small")
    bar = week.running.window.bar
    assert bar is not None
    assert bar.isVisible()
    assert not week.window.isVisible()
    week.until(moment(23, 7, 52))
    bar.tick()
    assert bar.line.text() == "Nog 8 minuten. Nog niet eten."
    week.until(moment(23, 8))
    assert week.window.isVisible()
    week.says("Het half uur is voorbij")


def test_what_falls_due_in_the_half_hour_waits_in_the_side_list(house: Make) -> None:
    week = house(23, 8, 9, WEEK + HEART)
    week.press(f"{TABLET}:start")
    week.press("intake:fasting")
    week.press("intake:taken")
    week.told.clear()
    week.until(moment(23, 8, 30))
    assert week.asks == ()
    week.says("Dit valt nu ook", "Metoprolol", "eerst de weektablet")
    assert week.told.count("sound") == 1, "it may not wait, so it sounds"
    week.press(f"{HEART_ID}:taken")
    assert week.events(HEART_ID) == ["taken"]
    week.says("Blijf nu rechtop")


@pytest.mark.parametrize(
    ("answer", "page", "event"),
    [("snoozed", "ask:30", "snoozed"), ("skipped", "ask:main", "skipped"), ("already", "ask:planned", "taken")],
)
def test_each_answer_can_be_put_back(house: Make, answer: str, page: str, event: str) -> None:
    week = at_half_past_seven(house)
    week.until(moment(23, 7, 34))
    week.press(f"{TABLET}:{answer}")
    week.press(page)
    assert week.events(TABLET) == [event]
    assert not week.reminder.isVisible()
    bar = week.running.window.today.undo_bar
    assert bar is not None
    assert bar.isVisible()
    QTest.mouseClick(bar.button, Qt.MouseButton.LeftButton)
    settle()
    week.look()
    assert week.events(TABLET) == []
    assert week.running.port.agenda().item(TABLET).status is Status.DUE  # type: ignore[union-attr]
    assert week.offers(f"{TABLET}:start") or TABLET in week.asks


def test_taken_and_not_fasting_can_be_put_back(house: Make) -> None:
    week = taken_at_half_past_seven(house)
    week.press("intake:undo")
    assert week.events(TABLET) == []
    week.says("Ik heb de tablet genomen")
    week.press("intake:back")
    week.press("intake:not_fasting")
    assert week.events(TABLET) == ["not_fasting"]
    bar = week.running.window.today.undo_bar
    assert bar is not None
    QTest.mouseClick(bar.button, Qt.MouseButton.LeftButton)
    settle()
    assert week.events(TABLET) == []


def test_escape_is_ten_minutes_and_it_comes_back(house: Make) -> None:
    week = at_half_past_seven(house)
    week.wake()
    QTest.keyClick(week.reminder, Qt.Key.Key_Escape)
    assert week.asks == ()
    assert week.events(TABLET) == ["snoozed"]
    week.until(moment(23, 7, 39))
    assert week.asks == ()
    week.until(moment(23, 7, 40))
    assert week.asks == (TABLET,)


def test_by_the_keyboard_alone(house: Make) -> None:
    week = at_half_past_seven(house)
    week.wake()
    week.reminder.activateWindow()
    _tab_to(week.reminder, f"{TABLET}:start")
    QTest.keyClick(button(week.reminder, f"{TABLET}:start"), Qt.Key.Key_Return)
    settle()
    for name in ("intake:fasting", "intake:taken"):
        _tab_to(week.window, name)
        QTest.keyClick(button(week.window, name), Qt.Key.Key_Space)
        settle()
    assert week.events(TABLET) == ["taken"]


def _tab_to(window: QWidget, name: str) -> None:
    """Presses Tab until that button has the focus, with its ring."""
    for _ in range(40):
        QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Tab)
        found = QApplication.focusWidget()
        if isinstance(found, QAbstractButton) and found.objectName() == name:
            assert getattr(found, "shows_ring", False)
            return
    raise AssertionError(f"Tab never came to {name}")


def test_nothing_is_pressed_in_the_first_moment_of_the_real_window(house: Make, qtbot: QtBot) -> None:
    week = at_half_past_seven(house)
    start = button(week.reminder, f"{TABLET}:start")
    QTest.mouseClick(start, Qt.MouseButton.LeftButton)
    assert not week.running.window.in_intake
    qtbot.waitUntil(start.isEnabled, timeout=4000)
    QTest.mouseClick(start, Qt.MouseButton.LeftButton)
    settle()
    assert week.running.window.in_intake


def test_when_to_call_is_one_press_from_every_screen_and_leads_back(house: Make) -> None:
    week = taken_at_half_past_seven(house)
    week.running.window.pages.currentWidget().column.asked.emit()  # type: ignore[union-attr]
    settle()
    week.says("Wanneer belt u?", "010-7654321", "Bel direct 112")
    week.press("call:back")
    week.says("Blijf nu rechtop")
    for place in ("today", "calendar", "leaflet", "progress", "settings"):
        week.running.window.go(place)
        settle()
        found = [one for one in week.window.findChildren(QAbstractButton, "phone:ask") if one.isVisible()]
        QTest.mouseClick(found[0], Qt.MouseButton.LeftButton)
        settle()
        week.says("Wanneer belt u?")
        week.press("call:back")
        assert "Bel direct 112" not in said(week.window)
        assert week.running.window._place == place
