"""The laws of lay-out for the other places, the questions, and all that stands in the window on every page.

Those of Vandaag, over all its states, are in test_today_layout.py; of the reminder, the intake and the fixed pages in
test_layout_reminder.py.
"""

from __future__ import annotations

from itertools import cycle

import pytest
from PySide6.QtWidgets import QAbstractButton

from osteoapp.i18n import Translations
from osteoapp.ui.parts.buttons import MainButton
from osteoapp.ui.pictures import settle
from osteoapp.ui.ports import Port

from .fakes import CorePort, at
from .helpers import TABLET_ID, faults, press, wholly_seen
from .test_layout_reminder import FEW, Way, named, shown

# Each text size with the smallest and the usual window, in one language or the other.
SOME: tuple[Way, ...] = tuple(way for way in FEW if way[3] != (1920, 1080))
TURN = cycle(("nl", "en"))
BOTH: tuple[Way, ...] = tuple((next(TURN), *way[1:]) for way in SOME)


@pytest.mark.parametrize("way", SOME, ids=named)
def test_the_other_places_are_not_clipped(way: Way, translations: Translations) -> None:
    main = shown(CorePort(at(7, 30)), way, translations)
    for name in ("calendar", "leaflet", "progress", "settings"):
        main.go(name)
        settle()
        assert faults(main) == [], name


@pytest.mark.parametrize("way", BOTH, ids=named)
def test_the_questions_are_not_clipped(way: Way, translations: Translations) -> None:
    main = shown(CorePort(at(7, 30)), way, translations)
    for action in ("snoozed", "skipped", "already"):
        press(main, f"{TABLET_ID}:{action}")
        assert faults(main) == []
        assert all(wholly_seen(one) for one in main.findChildren(MainButton, "ask:main"))
        main.go("today")
        settle()


def test_every_button_is_large_enough(translations: Translations) -> None:
    main = shown(CorePort(at(7, 30)), SOME[1], translations)
    for one in main.findChildren(QAbstractButton):
        if one.isVisible():
            assert one.height() >= 44, one.accessibleName()
            assert one.width() >= 44, one.accessibleName()


def test_a_port_is_one() -> None:
    """The fake is what the screens ask for."""
    port: Port = CorePort(at(7, 30))
    assert port.agenda().items
