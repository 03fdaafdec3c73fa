"""The laws of lay-out for the set-up: on every page nothing is clipped, and both buttons are seen, at every size.

The ways to see it are a covering selection: every two of language, text size, colours and window come together.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from osteoapp.i18n import Translations
from osteoapp.store import unfinished
from osteoapp.ui.pictures import settle
from osteoapp.ui.ports import FormFault
from osteoapp.ui.setup.names import MEDICINES, MORE
from osteoapp.ui.setup.script import PageId

from .helpers import faults, place, wholly_seen
from .setup.driving import SettingUp

LOW, USUAL, LARGE = (1024, 540), (1280, 800), (1920, 1080)
Way = tuple[str, int, str, tuple[int, int]]
WAYS: tuple[Way, ...] = (
    ("nl", 100, "light", LOW),
    ("en", 100, "dark", USUAL),
    ("nl", 100, "high_contrast", LARGE),
    ("en", 150, "light", LARGE),
    ("nl", 150, "dark", LOW),
    ("en", 150, "high_contrast", USUAL),
    ("nl", 200, "light", USUAL),
    ("nl", 200, "dark", LARGE),
    ("en", 200, "high_contrast", LOW),
)
NAMES = [f"{lang}-{text}-{theme}-{size[0]}x{size[1]}" for lang, text, theme, size in WAYS]
LONG = "Acetylsalicylzuur maagsapresistent"
TABLETS = ("alendronate-drink", "alendronate-effervescent", "risedronate-tablet")
CHOSEN = [name for name in (*MEDICINES, *MORE) if name not in TABLETS]
ANSWERS = {
    "chosen": " ".join(CHOSEN),
    "patient.whom": "other",
    "patient.name": "Mevrouw Van der Aa-Øverbø",
    "phones.pharmacy": "010-7654321",
    "phones.gp": "010-1234567",
    "alendronate-tablet.weekday": "2",
    "alendronate-tablet.since": "date",
    "alendronate-tablet.since_date": "2024-9",
    "denosumab-injection.when": "given",
    "denosumab-injection.date": "2026-5-12",
    "denosumab-injection.since": "unknown",
    "zoledronate-infusion.when": "unknown",
    "zoledronate-infusion.since": "now",
    "vitamin-d-drink.every": "4",
    "vitamin-d-drink.weekday": "2",
    "vitamin-d-drink.start": "2026-12-02",
    "dentist.last": "date",
    "dentist.date": "2026-9-15",
    "dexa.date": "2026-12-1",
    "medicines": "other-medicine-1 other-medicine-2",
    "other-medicine-1.name": LONG,
    "other-medicine-1.times": "08:00|12:30|18:00|22:00",
    "other-medicine-1.often": "days",
    "other-medicine-1.days": "0 3",
    "other-medicine-2.name": "Metoprolol",
    "other-medicine-2.times": "08:00",
    "other-medicine-2.often": "else",
}


def opened(folder: Path, way: Way, translations: Translations) -> SettingUp:
    lang, text, theme, size = way
    unfinished.write(folder, ANSWERS)
    return SettingUp(folder, translations, lang=lang, text=text, theme=theme, size=size)


def every_page(found: SettingUp) -> list[PageId]:
    return [page for page in found.setup.pages if page.name != "done"]


def looked_at(found: SettingUp, page: PageId) -> list[str]:
    """What is wrong with a page as it stands."""
    wrong = faults(found.window)
    for button in (found.setup.back, found.setup.next):
        if button.isVisible() and not wholly_seen(button):
            wrong.append(f"not seen: {button.text()}")
    box, other = place(found.setup.back, found.window), place(found.setup.next, found.window)
    if found.setup.back.isVisible() and box.adjusted(-15, 0, 15, 0).intersects(other):
        wrong.append("the two buttons are too near")
    return [f"{page.key}: {one}" for one in wrong]


@pytest.mark.parametrize("way", WAYS, ids=NAMES)
def test_every_page_of_the_set_up_is_whole(way: Way, translations: Translations, tmp_path: Path) -> None:
    found = opened(tmp_path, way, translations)
    try:
        wrong: list[str] = []
        for page in every_page(found):
            found.setup._open(page)
            settle()
            wrong += looked_at(found, page)
            shown = found.setup.page
            assert shown is not None
            if shown.bound:
                told = [FormFault(one.slot, max(one.keys), "text_control") for one in shown.bound]
                shown.show_problems(told)
                settle()
                wrong += looked_at(found, page)
        assert wrong == []
    finally:
        found.close()


def test_the_last_page_and_the_trial_are_whole(translations: Translations, tmp_path: Path) -> None:
    wrong: list[str] = []
    for number, way in enumerate((WAYS[4], WAYS[8])):
        folder = tmp_path / str(number)
        folder.mkdir()
        found = opened(folder, way, translations)
        try:
            found.setup._open(found.setup.pages[-2])
            settle()
            found.on()
            assert found.name == "done"
            wrong += looked_at(found, found.setup.pages[-1])
            found.press("setup:try")
            trial = found.window.setup.trial
            assert trial is not None
            trial.resize(*way[3])
            settle()
            wrong += faults(trial)
            assert wholly_seen(found.seen(QAbstractButton, "trial:close", trial))
            trial._show_end()
            settle()
            wrong += faults(trial)
            trial.close()
        finally:
            found.close()
    assert wrong == []


def test_everything_on_a_page_is_reached_by_the_keyboard(translations: Translations, tmp_path: Path) -> None:
    """What Tab and the arrow keys come to is all that can be pressed, save the plus and minus of a line."""
    found = opened(tmp_path, WAYS[1], translations)
    try:
        for page in every_page(found):
            found.setup._open(page)
            settle()
            shown = found.setup.page
            assert shown is not None
            wanted = {one for one in found.setup.findChildren(QAbstractButton) if _takes_keys(one)}
            reached: set[QWidget] = set()
            for move in (Qt.Key.Key_Tab, Qt.Key.Key_Right):
                for _ in range(60):
                    focused = QApplication.focusWidget()
                    assert focused is not None, page.key
                    reached.add(focused)
                    chosen = isinstance(focused, QAbstractButton) and focused.autoExclusive()
                    if move == Qt.Key.Key_Right and not chosen:
                        break
                    QTest.keyClick(focused, move)
                if shown.start() is not None:
                    shown.start().setFocus()  # type: ignore[union-attr]
            missed = [one.objectName() for one in wanted - reached if not _in_group(one, reached)]
            assert missed == [], page.key
    finally:
        found.close()


def _takes_keys(button: QAbstractButton) -> bool:
    return button.isVisible() and button.isEnabled() and button.focusPolicy() != Qt.FocusPolicy.NoFocus


def _in_group(button: QAbstractButton, reached: set[QWidget]) -> bool:
    """One of several answers, of which another has the focus: the arrow keys lead to it."""
    same = {one for one in reached if one.parentWidget() is button.parentWidget()}
    return button.autoExclusive() and bool(same)
