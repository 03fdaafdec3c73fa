"""The laws of lay-out for what asks: the reminder in all its forms, the intake, the small bar, the fixed pages."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time
from itertools import cycle, product

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QScrollArea, QWidget

from osteoapp.core.regimen import AppointmentPlan
from osteoapp.i18n import Translations
from osteoapp.ui.bar import SmallBar
from osteoapp.ui.parts.buttons import TextButton
from osteoapp.ui.parts.cards import Scroller
from osteoapp.ui.parts.leaflet import LeafletLink, LeafletPane
from osteoapp.ui.pictures import settle
from osteoapp.ui.ports import Settings
from osteoapp.ui.reminder import ReminderWindow
from osteoapp.ui.remindermodel import reminder_view
from osteoapp.ui.snapshot import look_of, take
from osteoapp.ui.window import MainWindow

from .fakes import ACTIVITY, DAIRY, HALF_HOUR, HEART, INFUSION, INJECTION, PHONES, TABLET, VITAMIN, CorePort, at
from .helpers import TABLET_ID, button, faults, place, press, wholly_seen, window

Way = tuple[str, int, str, tuple[int, int]]
SIZES = ((1024, 540), (1280, 800), (1920, 1080))
THEMES = ("light", "dark", "high_contrast")
_PAIRS = tuple(product(("nl", "en"), (100, 150, 200), SIZES))


def _theme(text: int, size: tuple[int, int], turn: int = 0) -> str:
    """In turn, so that each theme comes with each text size and with each window."""
    return THEMES[(text // 50 + SIZES.index(size) + turn) % len(THEMES)]


# Every language with every size of text and of window, the themes in turn.
MANY: tuple[Way, ...] = tuple((lang, text, _theme(text, size, lang == "en"), size) for lang, text, size in _PAIRS)
# Each text size with each window once, languages and themes in turn.
FEW: tuple[Way, ...] = tuple(
    (lang, text, _theme(text, size), size)
    for (text, size), lang in zip(product((100, 150, 200), SIZES), cycle(("nl", "en")), strict=False)
)
# Each text size and each window at least once.
FEWEST = FEW[::2]
LEAST_TARGET, LEAST_TEXT, LEAST_GAP = 56, 44, 16
Make = Callable[[], CorePort]


def named(way: Way) -> str:
    language, text, theme, (width, height) = way
    return f"{language}-{text}-{theme}-{width}x{height}"


def asked(port: CorePort, way: Way, translations: Translations) -> ReminderWindow:
    """The reminder of what is due now on a screen of that size."""
    language, text, theme, size = way
    port.save_settings(Settings(text, theme, language))
    translations.install(language)
    lang = "en" if language == "en" else "nl"
    found = ReminderWindow(
        look_of(port.settings()), port, lang, start_timer=lambda _, then: then(), area=lambda: QSize(*size)
    )
    found.remind(port.remind())
    settle()
    return found


def shown(port: CorePort, way: Way, translations: Translations) -> MainWindow:
    language, text, theme, size = way
    port.save_settings(Settings(text, theme, language))
    port.remind()
    return window(port, translations, size)


def steps_done(port: CorePort) -> CorePort:
    """The steps before the injection are behind us."""
    for one in port.agenda().items:
        if one.step in ("book", "fetch", "blood-test"):
            port.record(one.id, "done")
    return port


def heads_up() -> CorePort:
    port = CorePort(at(7, 30, date(2026, 11, 16)), TABLET)
    port.record("alendronate/2026-11-16/dose", "taken")
    port.present = at(20, 0, date(2026, 11, 22))
    return port


def half_hour_over() -> CorePort:
    port = CorePort(at(7, 30), TABLET)
    port.record(TABLET_ID, "taken")
    port.present = at(7, 30) + HALF_HOUR
    return port


def aftercare() -> CorePort:
    port = CorePort(at(15, 0, date(2027, 3, 10)), INFUSION)
    found = next(one for one in port.agenda().items if one.step == "infusion")
    port.record(found.id, "given")
    port.present = at(20, 0, date(2027, 3, 10))
    return port


def appointment() -> CorePort:
    plan = AppointmentPlan(
        "eye", "other-appointment", date(2026, 11, 2), name="Oogarts", date=date(2026, 11, 24), time=time(10),
        place="Ziekenhuis Zuid",
    )  # fmt: skip
    return CorePort(at(10, 0, date(2026, 11, 24)), plan)


ONE_THING: dict[str, Make] = {
    "activity": lambda: CorePort(at(10, 30), ACTIVITY),
    "heads-up": heads_up,
    "half-hour-over": half_hour_over,
    "aftercare": aftercare,
    "appointment": appointment,
    "goal": lambda: CorePort(at(10, 30), DAIRY),
    "injection": lambda: steps_done(CorePort(at(10, 0, date(2026, 11, 12)), INJECTION)),
    "level-2": lambda: steps_done(CorePort(at(10, 0, date(2026, 11, 16)), INJECTION)),
    "level-3": lambda: steps_done(CorePort(at(10, 0, date(2026, 12, 10)), INJECTION)),
    "task": lambda: CorePort(at(10, 0, date(2026, 10, 15)), INJECTION),
    "no-numbers": lambda: CorePort(at(7, 30), TABLET, phones={}),
}


def lawful_answers(inside: QWidget, answers: list[QWidget]) -> None:
    """Each answer is whole, large enough, and stands well apart from the others."""
    boxes = [place(one, inside) for one in answers]
    for one, box in zip(answers, boxes, strict=True):
        assert wholly_seen(one), f"not in sight: {one.accessibleName()}"
        least = LEAST_TEXT if isinstance(one, TextButton) else LEAST_TARGET
        assert box.height() >= least, f"{one.accessibleName()}: {box.height()} high"
        assert box.width() >= LEAST_TARGET
    for number, box in enumerate(boxes):
        for other in boxes[number + 1 :]:
            edge = LEAST_GAP - 1
            assert not box.adjusted(-edge, -edge, edge, edge).intersects(other), f"{box} and {other}"


def beside_is_lawful(reminder: ReminderWindow) -> None:
    """A leaflet beside one card ends where the card ends, and never scrolls."""
    assert reminder.page is not None
    panes = [one for one in reminder.page.findChildren(LeafletPane) if one.isVisible()]
    assert len(panes) == 1
    assert not panes[0].findChildren(Scroller)
    inside = next((one for one in reminder.page.findChildren(QScrollArea) if one.isAncestorOf(panes[0])), None)
    if inside is None and len(reminder.cards) == 1:
        card = next(iter(reminder.cards.values()))
        assert abs(place(card, reminder).bottom() - place(panes[0], reminder).bottom()) <= 1


@pytest.mark.parametrize("way", MANY, ids=named)
def test_the_tablet_is_asked_whole(way: Way, translations: Translations) -> None:
    reminder = asked(CorePort(at(7, 30)), way, translations)
    assert faults(reminder) == []
    answers = reminder.cards[TABLET_ID].buttons
    assert len(answers) == 4
    lawful_answers(reminder, answers)
    beside_is_lawful(reminder)


@pytest.mark.parametrize("way", FEW, ids=named)
def test_a_tablet_of_days_ago_is_asked_whole(way: Way, translations: Translations) -> None:
    reminder = asked(CorePort(at(7, 30, date(2026, 11, 25)), TABLET), way, translations)
    assert faults(reminder) == []
    answers = reminder.cards[TABLET_ID].buttons
    assert len(answers) == 3
    lawful_answers(reminder, answers)


# Each in the tightest window and in two others, so that together they are in all.
OTHER = [
    (name, way)
    for number, name in enumerate(ONE_THING)
    for way in dict.fromkeys((FEW[6], FEW[2 * number % len(FEW)], FEW[(2 * number + 1) % len(FEW)]))
]


@pytest.mark.parametrize(("name", "way"), OTHER, ids=lambda part: part if isinstance(part, str) else named(part))
def test_every_other_thing_is_asked_whole(name: str, way: Way, translations: Translations) -> None:
    reminder = asked(ONE_THING[name](), way, translations)
    assert faults(reminder) == []
    (card,) = reminder.cards.values()
    assert card.buttons
    lawful_answers(reminder, card.buttons)
    beside_is_lawful(reminder)


@pytest.mark.parametrize("way", FEW, ids=named)
def test_two_things_are_asked_whole(way: Way, translations: Translations) -> None:
    reminder = asked(CorePort(at(8, 30, date(2026, 11, 24)), VITAMIN, HEART), way, translations)
    assert faults(reminder) == []
    assert len(reminder.cards) == 2
    lawful_answers(reminder, [one for card in reminder.cards.values() for one in card.buttons])
    folded = [card for card in reminder.cards.values() if not card.buttons]
    for card in folded:
        head = button(reminder, f"choose:{card.view.item}")
        assert wholly_seen(head)
    beside_is_lawful(reminder)


def test_at_plain_size_two_things_both_show_their_answers(translations: Translations) -> None:
    for size in SIZES:
        reminder = asked(
            CorePort(at(8, 30, date(2026, 11, 24)), VITAMIN, HEART), ("nl", 100, "light", size), translations
        )
        assert all(card.buttons for card in reminder.cards.values()), size


def test_a_call_today_comes_first_with_its_number(translations: Translations) -> None:
    for way in FEWEST:
        port = CorePort(at(10, 0, date(2026, 12, 10)), INJECTION, DAIRY)
        reminder = asked(port, way, translations)
        view = reminder_view(take(port), reminder.items, "")
        assert view.cards[0].tone == "call"
        first = reminder.cards[view.cards[0].item]
        assert PHONES["gp"] in " ".join(one.text() for one in first.findChildren(QWidget) if hasattr(one, "text"))
        reminder.deleteLater()


def test_tab_goes_through_the_reminder_as_it_is_read(translations: Translations) -> None:
    reminder = asked(CorePort(at(7, 30)), ("nl", 100, "light", (1280, 800)), translations)
    assert [one for one in tabbed(reminder) if one] == [
        f"{TABLET_ID}:start", f"{TABLET_ID}:snoozed", f"{TABLET_ID}:skipped", f"{TABLET_ID}:already", "leaflet:more",
        "pane:read", "phone:ask", f"{TABLET_ID}:note",
    ]  # fmt: skip


def test_the_way_to_a_note_takes_no_room_from_anything(translations: Translations) -> None:
    """It stands at the foot where there is room left; else the row on Vandaag has it."""
    found = {}
    for name, way in (
        ("plain", ("nl", 100, "light", (1280, 800))), ("low", ("en", 100, "dark", (1024, 540))),
        ("least", ("nl", 200, "light", (1024, 540))),
    ):  # fmt: skip
        reminder = asked(CorePort(at(7, 30), TABLET), way, translations)
        beside_is_lawful(reminder)
        there = [one for one in reminder.findChildren(TextButton) if one.objectName() == f"{TABLET_ID}:note"]
        assert all(wholly_seen(one) and one.accessibleName() for one in there)
        found[name] = bool(there)
        reminder.deleteLater()
    assert found == {"plain": True, "low": True, "least": False}


def tabbed(inside: QWidget) -> list[str]:
    """The names of the buttons in the order in which Tab comes to them, once round; each shows its ring."""
    inside.activateWindow()
    inside.setFocus()
    found: list[str] = []
    for _ in range(60):
        QTest.keyClick(QApplication.focusWidget() or inside, Qt.Key.Key_Tab)
        now = QApplication.focusWidget()
        if not isinstance(now, QAbstractButton):
            continue
        if now.objectName() in found:
            break
        assert getattr(now, "shows_ring", False), now.accessibleName()
        found.append(now.objectName())
    return found


# The intake


@pytest.mark.parametrize("way", FEW, ids=named)
def test_every_step_of_the_intake_is_whole(way: Way, translations: Translations) -> None:
    main = shown(CorePort(at(7, 31), TABLET, VITAMIN), way, translations)
    main.show_intake(TABLET_ID)
    settle()
    for asks, goes_on in ((("fasting", "not_fasting", "back"), "fasting"), (("taken", "back"), "taken")):
        assert faults(main) == []
        lawful_answers(main, [button(main, f"intake:{name}") for name in asks])
        ends_on_one_line(main)
        press(main, f"intake:{goes_on}")
    assert faults(main) == []
    lawful_answers(main, [button(main, f"intake:{name}") for name in ("small", "wrong")])
    ends_on_one_line(main)
    main._port.move(at(8, 1))  # type: ignore[attr-defined]
    settle()
    assert faults(main) == []
    lawful_answers(main, [button(main, f"intake:{name}") for name in ("leave", "wrong")])
    ends_on_one_line(main)


def ends_on_one_line(main: MainWindow) -> None:
    """What stands beside a step ends where its lowest button ends."""
    lowest = max(
        place(one, main).bottom() for one in main.findChildren(QAbstractButton)
        if one.isVisible() and one.objectName().startswith("intake:") and wholly_seen(one)
    )  # fmt: skip
    for one in main.findChildren(QWidget):
        if isinstance(one, LeafletPane | LeafletLink) and one.isVisible() and not _scrolled(one):
            assert abs(place(one, main).bottom() - lowest) <= 2, (place(one, main), lowest)


def _scrolled(widget: QWidget) -> bool:
    above = widget.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    return above is not None


@pytest.mark.parametrize("way", FEWEST, ids=named)
def test_what_falls_due_in_the_half_hour_is_whole(way: Way, translations: Translations) -> None:
    port = CorePort(at(8, 20), TABLET, HEART)
    main = shown(port, way, translations)
    port.record(TABLET_ID, "taken")
    main.show_intake(TABLET_ID)
    port.move(at(8, 31))
    settle()
    assert faults(main) == []
    if way[3][1] >= 800 and way[1] == 100:
        assert wholly_seen(button(main, "metoprolol/2026-11-23/dose:taken"))


def test_on_a_wide_screen_a_step_stands_in_the_middle(translations: Translations) -> None:
    main = shown(CorePort(at(7, 31), TABLET), ("nl", 100, "light", (1920, 1080)), translations)
    main.show_intake(TABLET_ID)
    settle()
    answers = [place(button(main, f"intake:{name}"), main) for name in ("fasting", "not_fasting")]
    pane = next(place(one, main) for one in main.findChildren(LeafletPane) if one.isVisible())
    page = main.pages.currentWidget()
    left = answers[0].left() - page.column.width()  # type: ignore[union-attr]
    right = main.width() - pane.right()
    assert abs(left - right) < 24
    assert answers[0].width() == answers[1].width()
    assert answers[0].height() == answers[1].height() <= 520


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("text", [100, 150, 200])
@pytest.mark.parametrize("most", [800, 1024, 1280])
def test_the_small_bar_is_small_and_whole(language: str, text: int, most: int, translations: Translations) -> None:
    port = CorePort(at(7, 35), TABLET)
    port.record(TABLET_ID, "taken")
    port.present = at(7, 43)
    port.save_settings(Settings(text, THEMES[text // 100], language))
    translations.install(language)
    bar = SmallBar(look_of(port.settings()), port, TABLET_ID)
    bar.show()
    bar.fit(most)
    settle()
    assert faults(bar) == []
    assert wholly_seen(bar.button)
    assert bar.button.height() >= LEAST_TARGET
    assert bar.width() <= most
    assert bar.height() <= 200
    assert bar.title.text().endswith("08:05")
    if text == 100:
        assert (bar.width(), bar.height()) == (640, 96)
        assert bar.line.isVisible()
    area = bar.screen().availableGeometry()
    bar.showEvent(QShowEvent())
    assert bar.geometry().bottomRight() == area.bottomRight()
    assert bar.windowFlags() & Qt.WindowType.WindowStaysOnTopHint


# The fixed pages and the questions


@pytest.mark.parametrize("way", FEWEST, ids=named)
def test_the_fixed_pages_are_whole(way: Way, translations: Translations) -> None:
    for phones in (PHONES, {}):
        port = CorePort(at(7, 35), TABLET, INJECTION, phones=phones)
        main = shown(port, way, translations)
        port.record(TABLET_ID, "taken")
        main.show_call()
        settle()
        assert faults(main) == []
        assert wholly_seen(button(main, "call:back"))
        main.show_wrong(TABLET_ID)
        settle()
        assert faults(main) == []
        assert wholly_seen(button(main, "wrong:back"))
        main.deleteLater()


@pytest.mark.parametrize("way", FEWEST, ids=named)
def test_the_questions_inside_the_reminder_are_whole(way: Way, translations: Translations) -> None:
    reminder = asked(CorePort(at(7, 40)), way, translations)
    for name, answers in (("snoozed", ("10", "30", "60", "other")), ("already", ("now", "planned", "other"))):
        press(reminder, f"{TABLET_ID}:{name}")
        assert faults(reminder) == []
        lawful_answers(reminder, [button(reminder, f"ask:{one}") for one in (*answers, "back")])
        press(reminder, "ask:back")
    press(reminder, f"{TABLET_ID}:snoozed")
    press(reminder, "ask:other")
    assert faults(reminder) == []
    lawful_answers(reminder, [button(reminder, "ask:main")])
    assert not any(getattr(one, "shows_ring", False) for one in reminder.findChildren(QAbstractButton))
