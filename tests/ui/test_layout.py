"""The laws of lay-out: nothing is clipped, and title and main button are seen without scrolling, at every size.

Those of Vandaag, over all its states, are in test_today_layout.py.
"""

from __future__ import annotations

from datetime import date
from itertools import product

import pytest
from PySide6.QtWidgets import QAbstractButton

from osteoapp.i18n import Translations
from osteoapp.ui.pictures import settle
from osteoapp.ui.ports import Port, Settings
from osteoapp.ui.reminder import ReminderWindow
from osteoapp.ui.window import MainWindow

from .fakes import DAIRY, HEART, VITAMIN, CorePort, at
from .helpers import TABLET_ID, button, faults, place, press, wholly_seen, window

SIZES = ((1024, 540), (1280, 800))
LANGUAGES = ("nl", "en")
TEXTS = (100, 150, 200)
THEMES = ("light", "dark", "high_contrast")
ALL = tuple(product(LANGUAGES, TEXTS, THEMES, SIZES))
ONE_THEME = tuple(product(LANGUAGES, TEXTS, ("light",), SIZES))
NAMES = [f"{lang}-{text}-{theme}-{size[0]}x{size[1]}" for lang, text, theme, size in ALL]
FEW = [f"{lang}-{text}-{size[0]}x{size[1]}" for lang, text, _, size in ONE_THEME]
Way = tuple[str, int, str, tuple[int, int]]


def shown(port: CorePort, way: Way, translations: Translations) -> MainWindow:
    language, text, theme, size = way
    port.save_settings(Settings(text, theme, language))
    return window(port, translations, size)


def due_tablet() -> CorePort:
    port = CorePort(at(7, 30))
    port.remind()
    return port


@pytest.mark.parametrize("way", ALL, ids=NAMES)
def test_the_reminder_is_whole(way: Way, translations: Translations) -> None:
    language, text, theme, size = way
    port = CorePort(at(7, 30))
    port.save_settings(Settings(text, theme, language))
    main = MainWindow(port, translations)
    reminder = ReminderWindow(main.look, port, main.lang, start_timer=lambda _, then: then())
    width, height = reminder.wanted(main.look)
    reminder.resize(min(width, size[0]), min(height, size[1]))
    reminder.remind(port.remind())
    settle()
    assert faults(reminder) == []
    answers = reminder.cards[TABLET_ID].buttons
    assert len(answers) == 4
    assert all(wholly_seen(one) for one in answers)


@pytest.mark.parametrize("way", ALL, ids=NAMES)
def test_the_intake_is_whole(way: Way, translations: Translations) -> None:
    main = shown(due_tablet(), way, translations)
    main.show_intake(TABLET_ID)
    settle()
    assert faults(main) == []
    assert wholly_seen(button(main, "intake:fasting"))
    assert wholly_seen(button(main, "intake:not_fasting"))
    press(main, "intake:fasting")
    assert faults(main) == []
    assert wholly_seen(button(main, "intake:taken"))
    press(main, "intake:taken")
    assert faults(main) == []
    assert wholly_seen(button(main, "intake:wrong"))


@pytest.mark.parametrize("way", ONE_THEME, ids=FEW)
def test_two_things_at_once_are_whole(way: Way, translations: Translations) -> None:
    language, text, theme, size = way
    port = CorePort(at(8, 30, date(2026, 11, 24)), VITAMIN, HEART, DAIRY)
    port.save_settings(Settings(text, theme, language))
    main = MainWindow(port, translations)
    reminder = ReminderWindow(main.look, port, main.lang, start_timer=lambda _, then: then())
    width, height = reminder.wanted(main.look)
    reminder.resize(min(width, size[0]), min(height, size[1]))
    reminder.remind(port.remind())
    settle()
    assert faults(reminder) == []
    assert len(reminder.cards) == 2
    first = next(iter(reminder.cards.values()))
    assert first.buttons
    assert all(wholly_seen(one) for one in first.buttons)


@pytest.mark.parametrize("way", ONE_THEME, ids=FEW)
def test_the_other_places_are_not_clipped(way: Way, translations: Translations) -> None:
    main = shown(due_tablet(), way, translations)
    for name in ("calendar", "leaflet", "progress", "settings"):
        main.go(name)
        settle()
        assert faults(main) == [], name


@pytest.mark.parametrize("way", ONE_THEME, ids=FEW)
def test_the_questions_are_not_clipped(way: Way, translations: Translations) -> None:
    main = shown(due_tablet(), way, translations)
    for action in ("snoozed", "skipped", "already"):
        press(main, f"{TABLET_ID}:{action}")
        assert faults(main) == []
        main.go("today")
        settle()
    main.show_call()
    settle()
    assert faults(main) == []
    main.show_wrong(TABLET_ID)
    settle()
    assert faults(main) == []


def test_buttons_of_a_card_stand_well_apart(translations: Translations) -> None:
    for way in ONE_THEME:
        main = shown(due_tablet(), way, translations)
        assert main.today.card is not None
        boxes = [place(one, main) for one in main.today.card.buttons]
        for number, box in enumerate(boxes):
            for other in boxes[number + 1 :]:
                assert not box.adjusted(-15, -15, 15, 15).intersects(other), f"{way}: {box} and {other}"
        main.close()


def test_every_button_is_large_enough(translations: Translations) -> None:
    main = shown(due_tablet(), ONE_THEME[0], translations)
    for one in main.findChildren(QAbstractButton):
        if one.isVisible():
            assert one.height() >= 44, one.accessibleName()
            assert one.width() >= 44, one.accessibleName()


def test_a_port_is_one() -> None:
    """The fake is what the screens ask for."""
    port: Port = CorePort(at(7, 30))
    assert port.agenda().items
