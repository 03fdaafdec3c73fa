"""The tray: what it says and offers, and that its pictures are told apart without colour."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import combinations

import pytest
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from osteoapp.core.item import Kind, Notice, Status
from osteoapp.i18n import Translations
from osteoapp.ui.snapshot import take
from osteoapp.ui.tray import Tray, tray_icon, tray_picture
from osteoapp.ui.traymodel import LATER, Press, State, buttons_of, tray_view
from tests.ui.fakes import DAIRY, INJECTION, MONDAY, TABLET, VITAMIN, CorePort, HandPort, at, goal, item

DOSE = item(TABLET, Status.DUE)
DROPS = item(VITAMIN, Status.UPCOMING, due=at(8, 30))


def words_of(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions() if not action.isSeparator()]


# --- what it says --------------------------------------------------------------------------------------------------


def test_the_tooltip_is_what_there_is_to_do_now() -> None:
    assert tray_view(take(HandPort((DOSE, DROPS)))).tooltip == "Tijd voor uw weektablet"
    two = HandPort((DOSE, item(VITAMIN, Status.DUE)))
    assert tray_view(take(two)).tooltip == "Tijd voor uw weektablet. Nog 1 ding open"


def test_else_it_is_what_comes_next_today_or_later() -> None:
    port = HandPort((DROPS, goal(DAIRY, 1)), now=at(7))
    assert tray_view(take(port)).tooltip == "Straks om 08:30: Vitamine D: tablet"
    later = item(TABLET, Status.UPCOMING, due=at(7, 30) + timedelta(days=7))
    none = HandPort((), now=at(20))
    said = "De volgende: Alendroninezuur: weektablet, maandag 30 november om 07:30"
    assert tray_view(take(none), later).tooltip == said
    assert tray_view(take(none)).tooltip == "Nu staat er niets open"


def test_the_state_tells_what_asks_and_what_must_be_called_about() -> None:
    late = item(INJECTION, Status.OVERDUE, step="injection", kind=Kind.APPOINTMENT, level=3,
                notices=(Notice.CALL_PRACTICE_TODAY,))  # fmt: skip
    assert tray_view(take(HandPort((DROPS,)))).state == "calm"
    assert tray_view(take(HandPort((goal(DAIRY, 1),)))).state == "calm"
    assert tray_view(take(HandPort((DOSE,)))).state == "due"
    assert tray_view(take(HandPort((DOSE, late)))).state == "call"


def test_each_item_of_today_stands_there_with_its_answers() -> None:
    view = tray_view(take(HandPort((DOSE, item(VITAMIN, Status.DONE), goal(DAIRY, 1)))))
    found = {entry.title: [press.name for press in entry.presses] for entry in view.entries}
    assert found["Alendroninezuur: weektablet (Nu)"] == ["start", LATER, "skipped"]
    assert found["Vitamine D: tablet (Klaar)"] == []
    assert [names for title, names in found.items() if title.startswith("Zuivel")] == [["amount"]]


def test_a_notification_has_room_for_the_main_answer_and_later() -> None:
    snap = take(HandPort((DOSE, item(VITAMIN, Status.DUE), item(VITAMIN, Status.DONE, step="x"))))
    offered = [[(one.name, one.word) for one in buttons_of(snap, it)] for it in snap.agenda.items]
    assert offered == [
        [("start", "Ik begin nu"), (LATER, "Later, over 10 minuten")],
        [("taken", "Genomen"), (LATER, "Later, over 10 minuten")],
        [],
    ]


def test_english_has_its_own_words(translations: Translations) -> None:
    translations.install("en")
    port = HandPort((DOSE,))
    port.kept = type(port.kept)(language="en")
    snap = take(port)
    assert tray_view(snap).tooltip == "Time for your weekly tablet"
    assert buttons_of(snap, DOSE)[1].word == "Later, in 10 minutes"


# --- the menu ------------------------------------------------------------------------------------------------------


@pytest.fixture
def tray(qtbot: QtBot) -> Tray:
    made = Tray(HandPort((DOSE, item(VITAMIN, Status.DONE))), lambda: None)
    made.renew()
    return made


def test_the_menu_opens_answers_silences_and_stops(tray: Tray, qtbot: QtBot) -> None:
    assert words_of(tray.menu) == [
        "Open het programma", "Alendroninezuur: weektablet (Nu)", "Vitamine D: tablet (Klaar)", "Geluid een uur uit",
        "Sluit het programma",
    ]  # fmt: skip
    by_word = {action.text(): action for action in tray.menu.actions()}
    with qtbot.waitSignal(tray.opened):
        by_word["Open het programma"].trigger()
    with qtbot.waitSignal(tray.hushed) as hushed:
        by_word["Geluid een uur uit"].trigger()
    assert hushed.args == [True]
    with qtbot.waitSignal(tray.left):
        by_word["Sluit het programma"].trigger()
    assert not by_word["Vitamine D: tablet (Klaar)"].isEnabled()
    sub = by_word["Alendroninezuur: weektablet (Nu)"].menu()
    assert isinstance(sub, QMenu)
    with qtbot.waitSignal(tray.pressed) as pressed:
        sub.actions()[0].trigger()
    assert pressed.args == [Press(DOSE.id, "start", "Ik begin nu")]


def test_the_silence_shows_its_end_and_can_be_ended(qtbot: QtBot) -> None:
    until: list[datetime | None] = [at(8, 30).astimezone(UTC)]
    tray = Tray(HandPort((DOSE,)), lambda: until[0])
    tray.renew()
    again = next(action for action in tray.menu.actions() if action.text() == "Geluid weer aan (uit tot 08:30)")
    with qtbot.waitSignal(tray.hushed) as hushed:
        again.trigger()
    assert hushed.args == [False]
    until[0] = None
    tray.renew()
    assert "Geluid een uur uit" in words_of(tray.menu)


def test_it_follows_the_agenda_and_draws_only_what_changed(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    port = HandPort((DOSE,))
    tray = Tray(port, lambda: None)
    tray.renew()
    filled: list[str] = []
    monkeypatch.setattr(tray, "_fill", lambda view, _: filled.append(view.tooltip))
    port.show(DOSE)
    assert filled == []
    port.show(item(TABLET, Status.DONE))
    assert filled == ["Nu staat er niets open"]
    assert tray.icon.toolTip() == "Nu staat er niets open"


def test_on_a_day_with_nothing_left_it_tells_what_comes_after_it(qtbot: QtBot) -> None:
    port = CorePort(at(23, 30), VITAMIN)
    port.record(f"vitamin-d/{MONDAY}/dose", "taken")
    tray = Tray(port, lambda: None)
    tray.renew()
    assert tray.view is not None
    assert tray.view.tooltip == "De volgende: Vitamine D: tablet, dinsdag 24 november om 08:30"


def test_an_ampersand_is_no_key(qtbot: QtBot) -> None:
    from osteoapp.ui.tray import _menu_text

    assert _menu_text("Jansen & Co") == "Jansen && Co"


# --- the picture ---------------------------------------------------------------------------------------------------

STATES: tuple[State, ...] = ("calm", "due", "call")


def outline(state: State, size: int = 64) -> set[tuple[int, int]]:
    image = tray_picture(state, size).toImage()
    return {(x, y) for x in range(size) for y in range(size) if image.pixelColor(x, y).alpha() > 128}


def test_the_states_differ_in_their_outline() -> None:
    for one, other in combinations(STATES, 2):
        first, second = outline(one), outline(other)
        assert len(first ^ second) > 0.1 * len(first | second), (one, other)


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("ground", ["#ffffff", "#f0f0f0", "#202020", "#000000"])
def test_it_is_seen_on_light_and_on_dark_panels(state: State, ground: str) -> None:
    image = QImage(24, 24, QImage.Format.Format_RGB32)
    image.fill(QColor(ground))
    painter = QPainter(image)
    painter.drawPixmap(0, 0, tray_picture(state, 24))
    painter.end()
    behind = QColor(ground).lightness()
    clear = sum(abs(image.pixelColor(x, y).lightness() - behind) > 50 for x in range(24) for y in range(24))
    assert clear > 24 * 24 / 4


def test_it_comes_in_the_sizes_of_panels() -> None:
    assert {size.width() for size in tray_icon("due").availableSizes()} >= {16, 24, 48}
