"""The reminder window never takes what is typed elsewhere, and is gone when there is nothing left to answer."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QPushButton
from pytestqt.qtbot import QtBot

from osteoapp.core.events import Reason
from osteoapp.core.item import Reminder, Status
from osteoapp.ui.inert import Fade
from osteoapp.ui.pictures import settle
from osteoapp.ui.ports import Outcome, Result
from osteoapp.ui.reminder import ReminderWindow
from osteoapp.ui.remindermodel import reminder_view
from osteoapp.ui.snapshot import take
from osteoapp.ui.theme import INERT_MS, Look

from .fakes import (
    ACTIVITY,
    DAIRY,
    HALF_HOUR,
    HEART,
    INJECTION,
    MONDAY,
    TABLET,
    VITAMIN,
    CorePort,
    HandPort,
    at,
    goal,
    item,
)
from .helpers import TABLET_ID, VITAMIN_ID, names, press, said

DUE = item(TABLET, Status.DUE)
HEART_ID = f"metoprolol/{MONDAY}/dose"


class Hands:
    """A timer in the hands of the test."""

    def __init__(self) -> None:
        self.waiting: list[tuple[int, Callable[[], None]]] = []

    def start(self, milliseconds: int, then: Callable[[], None]) -> None:
        self.waiting.append((milliseconds, then))

    def run(self) -> None:
        waiting, self.waiting = self.waiting, []
        for _, then in waiting:
            then()


@pytest.fixture
def hands() -> Hands:
    return Hands()


def shown(port: HandPort, hands: Hands, *reminders: Reminder) -> ReminderWindow:
    found = ReminderWindow(Look(), port, "nl", start_timer=hands.start)
    found.resize(900, 620)
    found.remind(reminders or [Reminder(one, Reason.DUE, one.level) for one in port.agenda().items])
    settle()
    return found


def awake(port: HandPort, hands: Hands) -> ReminderWindow:
    found = shown(port, hands)
    hands.run()
    return found


def test_nothing_can_be_pressed_for_the_first_moment(hands: Hands) -> None:
    port = HandPort((DUE,))
    reminder = shown(port, hands)
    assert [wait for wait, _ in hands.waiting] == [INERT_MS]
    sizes = {one.objectName(): one.size() for one in reminder.findChildren(QAbstractButton)}
    for one in reminder.findChildren(QAbstractButton):
        assert not one.isEnabled()
        QTest.mouseClick(one, Qt.MouseButton.LeftButton)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Escape):
        QTest.keyClick(reminder, key)
    assert port.sent == []
    assert reminder.isVisible()
    hands.run()
    assert all(one.isEnabled() for one in reminder.findChildren(QAbstractButton))
    assert {one.objectName(): one.size() for one in reminder.findChildren(QAbstractButton)} == sizes
    press(reminder, f"{TABLET_ID}:snoozed")
    assert "Over 10 minuten" in said(reminder)


def test_a_repeat_starts_the_first_moment_anew(hands: Hands) -> None:
    port = HandPort((DUE,))
    reminder = shown(port, hands)
    reminder.remind([Reminder(DUE, Reason.REPEAT, 1)])
    first, second = hands.waiting
    first[1]()
    assert reminder.inert.on
    second[1]()
    assert not reminder.inert.on


def test_what_is_drawn_during_the_first_moment_is_inert_too(hands: Hands) -> None:
    port = HandPort((DUE,), plans=(TABLET, HEART))
    reminder = shown(port, hands)
    other = item(HEART, Status.DUE, due=at(7))
    port.items = (DUE, other)
    reminder.remind([Reminder(other, Reason.DUE, 1)])
    settle()
    assert not any(one.isEnabled() for one in reminder.findChildren(QAbstractButton))


def test_the_window_stays_on_top_and_takes_no_focus(hands: Hands) -> None:
    reminder = shown(HandPort((DUE,)), hands)
    assert reminder.windowFlags() & Qt.WindowType.WindowStaysOnTopHint
    assert reminder.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    assert reminder.isWindow()
    assert not any(one.isDefault() or one.autoDefault() for one in reminder.findChildren(QPushButton))


@pytest.mark.parametrize("way", ["escape", "x"])
def test_closing_is_ten_minutes_later_and_says_so(hands: Hands, way: str) -> None:
    port = CorePort(at(7, 30))
    reminder = ReminderWindow(Look(), port, "nl", start_timer=hands.start)
    reminder.remind(port.remind())
    hands.run()
    told: list[str] = []
    reminder.noted.connect(lambda text, _event: told.append(text))
    assert "10 minuten" in said(reminder)
    if way == "x":
        reminder.close()
    else:
        QTest.keyClick(reminder, Qt.Key.Key_Escape)
    assert [(one.answer, one.details) for one in port.sent] == [("snoozed", {"minutes": 10})]
    assert not reminder.isVisible()
    assert len(told) == 1
    assert port.agenda().item(TABLET_ID).status is Status.SNOOZED  # type: ignore[union-attr]


def test_closing_what_takes_no_later_just_closes(hands: Hands) -> None:
    nudge = goal(DAIRY, 1)
    port = HandPort((nudge,))
    reminder = awake(port, hands)
    told: list[str] = []
    reminder.noted.connect(lambda text, _event: told.append(text))
    QTest.keyClick(reminder, Qt.Key.Key_Escape)
    assert (port.sent, told) == ([], [])
    assert not reminder.isVisible()


def test_each_button_sends_its_answer(hands: Hands) -> None:
    for name, answer in (("taken", "taken"), ("skipped", "skipped")):
        port = HandPort((item(HEART, Status.DUE),), plans=(HEART,))
        press(awake(port, hands), f"{HEART_ID}:{name}")
        assert [one.answer for one in port.sent] == [answer]


def test_begin_hands_over_to_the_guided_intake(hands: Hands) -> None:
    port = HandPort((DUE,))
    reminder = awake(port, hands)
    asked: list[str] = []
    reminder.guided.connect(asked.append)
    press(reminder, f"{TABLET_ID}:start")
    assert asked == [TABLET_ID]
    assert not reminder.isVisible()
    assert port.sent == []


def test_a_note_is_written_elsewhere_and_answers_nothing(hands: Hands) -> None:
    port = HandPort((DUE,))
    reminder = awake(port, hands)
    asked: list[str] = []
    reminder.noting.connect(asked.append)
    press(reminder, f"{TABLET_ID}:note")
    assert asked == ["alendronate"]
    assert reminder.items == (TABLET_ID,)
    assert reminder.isVisible()
    assert port.sent == []


def test_already_taken_asks_when_inside_the_window(hands: Hands) -> None:
    port = CorePort(at(7, 40))
    reminder = ReminderWindow(Look(), port, "nl", start_timer=hands.start)
    reminder.remind(port.remind())
    hands.run()
    press(reminder, f"{TABLET_ID}:already")
    press(reminder, "ask:now")
    assert port.sent[0].details == {"at": at(7, 40)}
    assert not reminder.isVisible()


def test_escape_in_a_question_goes_back_to_the_reminder(hands: Hands) -> None:
    port = HandPort((DUE,))
    reminder = awake(port, hands)
    press(reminder, f"{TABLET_ID}:snoozed")
    QTest.keyClick(reminder, Qt.Key.Key_Escape)
    settle()
    assert reminder.isVisible()
    assert f"{TABLET_ID}:start" in names(reminder)
    assert port.sent == []


def test_an_item_answered_elsewhere_leaves_and_the_last_takes_the_window(hands: Hands) -> None:
    other = item(HEART, Status.DUE, due=at(7, 30))
    port = HandPort((DUE, other), plans=(TABLET, HEART))
    reminder = awake(port, hands)
    assert set(reminder.items) == {DUE.id, other.id}
    assert "2 dingen voor nu" in said(reminder)
    port.show(item(TABLET, Status.DONE), other)
    settle()
    assert reminder.items == (other.id,)
    assert "Tijd voor Metoprolol" in said(reminder)
    port.show(item(TABLET, Status.DONE), item(HEART, Status.DONE))
    assert not reminder.isVisible()
    assert port.sent == []


def test_several_things_each_have_their_answers_and_their_leaflet(hands: Hands) -> None:
    port = CorePort(at(8, 30, date(2026, 11, 24)), VITAMIN, HEART)
    reminder = ReminderWindow(Look(), port, "nl", start_timer=hands.start)
    reminder.resize(900, 620)
    reminder.remind(port.remind())
    hands.run()
    settle()
    first, second = "metoprolol/2026-11-24/dose", "vitamin-d/2026-11-24/dose"
    assert {f"{first}:taken", f"{second}:taken", f"{first}:snoozed", f"{second}:skipped"} <= names(reminder)
    press(reminder, f"choose:{second}")
    assert "Vitamine D" in reminder.page.findChild(QAbstractButton, "leaflet:more").accessibleName()  # type: ignore[union-attr]
    press(reminder, f"{second}:taken")
    assert [one.item for one in port.sent] == [second]
    assert reminder.items == (first,)


def test_a_nudge_is_over_with_one_press(hands: Hands) -> None:
    port = CorePort(at(10, 30), DAIRY)
    reminder = ReminderWindow(Look(), port, "nl", start_timer=hands.start)
    reminder.remind(port.remind())
    hands.run()
    press(reminder, f"dairy/{MONDAY}/goal:amount")
    assert [one.details for one in port.sent] == [{"amount": 1}]
    assert not reminder.isVisible()


def test_the_end_of_the_half_hour_leads_to_what_is_allowed(hands: Hands) -> None:
    port = CorePort(at(7, 30))
    port.record(TABLET_ID, "taken")
    port.present = at(7, 30) + HALF_HOUR
    reminder = ReminderWindow(Look(), port, "nl", start_timer=hands.start)
    reminder.remind(port.remind())
    hands.run()
    assert "Het half uur is voorbij" in said(reminder)
    assert "Ga pas liggen als u iets gegeten heeft." in said(reminder)
    asked: list[str] = []
    reminder.guided.connect(asked.append)
    press(reminder, f"{TABLET_ID}:watch")
    assert asked == [TABLET_ID]


def test_a_refusal_is_said_in_the_window(hands: Hands) -> None:
    port = HandPort((item(HEART, Status.DUE),), plans=(HEART,))
    port.outcome = Outcome(Result.REFUSED, None, "future", {})
    reminder = awake(port, hands)
    press(reminder, f"{HEART_ID}:taken")
    assert "toekomst" in said(reminder)


def test_the_leaflet_the_why_and_the_number_stand_beside_it(hands: Hands) -> None:
    words = said(awake(CorePort(at(7, 30)), hands))
    for part in ("Uit de folder", "Uw weektablet", "Waarom?", "010-7654321", "Wanneer bellen?"):
        assert part in words


def test_the_pages_of_the_large_window_are_asked_for(hands: Hands) -> None:
    reminder = awake(CorePort(at(7, 30)), hands)
    asked: list[str] = []
    reminder.more.connect(asked.append)
    reminder.asked.connect(lambda: asked.append("call"))
    press(reminder, "leaflet:more")
    reminder.page.findChild(QAbstractButton, "phone:ask").click()  # type: ignore[union-attr]
    assert asked == ["alendronate/before", "call"]


def test_a_reminder_of_something_already_answered_shows_nothing(hands: Hands) -> None:
    port = HandPort((item(VITAMIN, Status.DONE),))
    reminder = ReminderWindow(Look(), port, "nl", start_timer=hands.start)
    reminder.remind([Reminder(item(VITAMIN, Status.DUE), Reason.DUE, 1)])
    assert not reminder.isVisible()
    assert reminder.items == ()
    assert VITAMIN_ID not in reminder.cards


@pytest.mark.parametrize("moves", [True, False])
def test_the_buttons_turn_to_normal_softly_where_things_may_move(hands: Hands, moves: bool, qtbot: QtBot) -> None:
    port = HandPort((DUE,))
    reminder = ReminderWindow(Look(), port, "nl", start_timer=hands.start, moves=lambda: moves)
    reminder.remind([Reminder(DUE, Reason.DUE, 1)])
    settle()
    assert reminder.findChildren(Fade) == []
    hands.run()
    assert bool(reminder.findChildren(Fade)) is moves
    assert all(one.isEnabled() for one in reminder.findChildren(QAbstractButton)), "a press counts at once"
    press(reminder, f"{TABLET_ID}:snoozed")
    assert "Over 10 minuten" in said(reminder)
    qtbot.waitUntil(lambda: reminder.findChildren(Fade) == [], timeout=3000)


def test_it_is_as_high_as_what_it_asks_until_somebody_sizes_it(hands: Hands) -> None:
    port = CorePort(at(8, 30, date(2026, 11, 24)), VITAMIN, HEART)
    reminder = ReminderWindow(Look(), port, "nl", start_timer=hands.start, area=lambda: QSize(1280, 800))
    reminder.remind(port.remind())
    assert reminder.height() < 760
    reminder.hide()
    reminder.resize(1000, 700)
    reminder.remind([Reminder(one, Reason.REPEAT, 1) for one in port.agenda().items])
    assert (reminder.width(), reminder.height()) == (1000, 700)


def test_no_button_has_a_ring_that_the_mouse_did_not_ask_for(hands: Hands) -> None:
    reminder = awake(CorePort(at(7, 30)), hands)
    reminder.activateWindow()
    press(reminder, f"{TABLET_ID}:snoozed")
    press(reminder, "ask:other")
    assert not any(getattr(one, "shows_ring", False) for one in reminder.findChildren(QAbstractButton))
    press(reminder, "ask:back")
    assert not any(getattr(one, "shows_ring", False) for one in reminder.findChildren(QAbstractButton))


def test_what_is_most_pressing_stands_first(hands: Hands) -> None:
    port = CorePort(at(10, 30, date(2026, 12, 10)), INJECTION, DAIRY)
    reminder = awake(port, hands)
    view = reminder_view(take(port), reminder.items, "")
    assert view.cards[0].title == "Bel vandaag uw huisarts"
    assert view.chosen == view.cards[0].item
    assert view.cards[-1].title == "Tijd voor zuivel"


def test_the_stopwatch_is_started_and_stopped_from_the_reminder(hands: Hands) -> None:
    port = CorePort(at(10, 30), ACTIVITY)
    walk = f"activity/{MONDAY}/goal"
    reminder = awake(port, hands)
    timed: list[bool] = []
    reminder.timed.connect(lambda: timed.append(True))
    press(reminder, f"{walk}:time_begin")
    assert timed == [True]
    assert not reminder.isVisible()
    port.present = at(10, 42)
    reminder.remind([Reminder(one, Reason.DUE, 1) for one in port.agenda().items])
    hands.run()
    assert "Bezig sinds 10:30" in said(reminder)
    told: list[str] = []
    reminder.noted.connect(lambda text, _: told.append(text))
    press(reminder, f"{walk}:time_stop")
    assert port.sent[-1].details == {"amount": 12}
    assert "12 minuten erbij" in told[0].replace("\u00a0", " ")
    assert not reminder.isVisible()
