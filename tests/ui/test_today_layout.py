"""The laws of lay-out over every state of Vandaag.

Not the whole product of states, languages, text sizes, themes and windows is drawn (1800 pages). Every state is drawn
in three of the nine text sizes and windows, the plain and the tightest among them; languages and themes take turns. The
most common state, a tablet that is due, is drawn in all nine, and there each language and theme comes with each window
and with each text size.
"""

from __future__ import annotations

from itertools import cycle, product

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from osteoapp.i18n import Translations
from osteoapp.ui.parts.buttons import Button
from osteoapp.ui.parts.cards import Scroller
from osteoapp.ui.parts.leaflet import LeafletPane
from osteoapp.ui.parts.rows import Choice, ListRow
from osteoapp.ui.parts.text import Text
from osteoapp.ui.pictures import settle
from osteoapp.ui.ports import Settings
from osteoapp.ui.window import MainWindow

from .days import DAYS
from .helpers import button, faults, names, place, press, wholly_seen, window

LANGUAGES = ("nl", "en")
TEXTS = (100, 150, 200)
THEMES = ("light", "dark", "high_contrast")
SIZES = ((1024, 540), (1280, 800), (1920, 1080))
TURNS = tuple(product(LANGUAGES, THEMES))
WAYS = tuple(product(TEXTS, SIZES))
ALWAYS = ((100, (1280, 800)), (200, (1024, 540)))
OTHERS = tuple(way for way in WAYS if way not in ALWAYS)
GAP = 16
LEAST_MAIN = 56
LEAST_TARGET = 44
Size = tuple[int, int]


def shown(state: str, language: str, text: int, theme: str, size: Size, translations: Translations) -> MainWindow:
    port = DAYS[state]()
    port.save_settings(Settings(text, theme, language))
    return window(port, translations, size)


def card_faults(main: MainWindow) -> list[str]:
    """What is wrong with the large card: not whole in sight, or targets too small or too near one another."""
    card = main.today.card
    assert card is not None
    found = [] if wholly_seen(card) else ["the large card is not whole in sight"]
    for one in card.buttons:
        if not wholly_seen(one):
            found.append(f"not in sight: {one.accessibleName()}")
    first = card.buttons[:1] if not card.view.choices else card.buttons
    found += [f"too low: {one.accessibleName()} {one.height()}" for one in first if one.height() < LEAST_MAIN]
    return found


def too_near(main: MainWindow) -> list[str]:
    """Buttons of the page that stand less than 16 pixels apart, and targets that are too small."""
    found = []
    buttons = [one for one in main.today.findChildren(QAbstractButton) if one.isVisible()]
    for one in buttons:
        if min(one.height(), one.width()) < LEAST_TARGET:
            found.append(f"too small: {one.accessibleName()} {one.size()}")
    targets = [(one, place(one, main)) for one in buttons if isinstance(one, Button | Choice)]
    for number, (one, box) in enumerate(targets):
        wide = box.adjusted(1 - GAP, 1 - GAP, GAP - 1, GAP - 1)
        near = [other for other, its in targets[number + 1 :] if wide.intersects(its) and _same_area(one, other)]
        found += [f"too near: {one.accessibleName()} and {other.accessibleName()}" for other in near]
    return found


def _same_area(one: QAbstractButton, other: QAbstractButton) -> bool:
    return _area(one) is _area(other)


def _area(part: QAbstractButton) -> object:
    holder = part.parentWidget()
    while holder is not None and not isinstance(holder, Scroller):
        holder = holder.parentWidget()
    return holder


def check(main: MainWindow, text: int, size: Size) -> None:
    assert faults(main) == []
    assert card_faults(main) == []
    assert too_near(main) == []
    if text == 100 and size != SIZES[0]:
        panes = main.today.findChildren(LeafletPane)
        assert not any(pane.findChildren(Scroller) for pane in panes), "the leaflet needs no scroll bar"


def turns() -> list[tuple[str, str, int, str, Size]]:
    """Which pages are drawn: state, language, text size, theme, window."""
    found = []
    next_turn = {way: cycle(TURNS) for way in WAYS}
    for number, state in enumerate(DAYS):
        for text, size in (*ALWAYS, OTHERS[number % len(OTHERS)]):
            language, theme = next(next_turn[text, size])
            found.append((state, language, text, theme, size))
    return found


@pytest.mark.parametrize(
    ("state", "language", "text", "theme", "size"), turns(),
    ids=[f"{state}-{lang}-{text}-{theme}-{size[0]}" for state, lang, text, theme, size in turns()],
)  # fmt: skip
def test_every_state_is_whole(
    state: str, language: str, text: int, theme: str, size: Size, translations: Translations
) -> None:
    check(shown(state, language, text, theme, size, translations), text, size)


def test_the_turns_leave_no_way_out() -> None:
    assert {way[0] for way in turns()} == set(DAYS)
    assert {(text, size) for _, _, text, _, size in turns()} == set(WAYS)
    for text, size in ALWAYS:
        assert {(way[1], way[3]) for way in turns() if (way[2], way[4]) == (text, size)} == set(TURNS)
    due = {(turn, text) for text, size in WAYS for turn in due_turns(text, size)}
    due |= {(turn, size) for text, size in WAYS for turn in due_turns(text, size)}
    assert len(due) == len(TURNS) * (len(TEXTS) + len(SIZES))


def due_turns(text: int, size: Size) -> tuple[tuple[str, str], ...]:
    """Two of the six languages and themes for a text size and window; together they make all of a row and a column."""
    first = (TEXTS.index(text) + SIZES.index(size)) % len(THEMES)
    return TURNS[first], TURNS[(first + 1) % len(THEMES) + len(THEMES)]


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("text", TEXTS)
def test_a_tablet_that_is_due_is_whole_in_every_way(text: int, size: Size, translations: Translations) -> None:
    for language, theme in due_turns(text, size):
        main = shown("due", language, text, theme, size, translations)
        check(main, text, size)
        main.close()


@pytest.mark.parametrize(("text", "size"), WAYS[::2])
def test_with_the_undo_bar_the_card_stays_whole(text: int, size: Size, translations: Translations) -> None:
    main = shown("several", "nl", text, "light", size, translations)
    main.today.show_undo("**Vitamine D: tablet.** Genomen om 08:31.", "e1")
    settle()
    check(main, text, size)
    assert main.today.undo_bar is not None
    assert wholly_seen(main.today.undo_bar.button)


@pytest.mark.parametrize(
    ("state", "text"),
    [("due", 100), ("due", 200), ("several", 150), ("all-done", 200), ("walking-while-due", 100),
     ("injection-appointment", 150)],
)  # fmt: skip
def test_an_opened_row_is_whole(state: str, text: int, translations: Translations) -> None:
    main = shown(state, "nl", text, "light", (1280, 800), translations)
    for name in [one.objectName() for one in main.today.findChildren(ListRow) if one.isVisible()]:
        press(main, name)
        check(main, text, (1280, 800))
        press(main, name)


@pytest.mark.parametrize(("text", "size"), WAYS)
def test_the_question_of_a_forgotten_stopwatch_is_whole(text: int, size: Size, translations: Translations) -> None:
    language = LANGUAGES[WAYS.index((text, size)) % 2]
    main = shown("forgotten-watch", language, text, "light", size, translations)
    press(main, "activity/2026-11-22/goal:time_stop")
    assert faults(main) == []
    assert wholly_seen(button(main, "ask:main"))
    assert wholly_seen(button(main, "ask:none"))


def test_the_normal_monday_needs_no_scrolling(translations: Translations) -> None:
    for state in ("due", "due-later", "half-hour", "half-hour-over", "nothing-open"):
        main = shown(state, "nl", 100, "light", (1280, 800), translations)
        assert main.today.scroller is not None
        assert main.today.scroller.verticalScrollBar().maximum() == 0, state
        main.close()


def test_rows_of_one_kind_begin_on_one_line(translations: Translations) -> None:
    """The names of the two goals stand equally high in their rows."""
    main = shown("due", "nl", 100, "light", (1280, 800), translations)
    rows = [one for one in main.today.findChildren(ListRow) if one.isVisible() and one.objectName().endswith("/goal")]
    assert len(rows) == 2
    titles = [next(text for text in one.findChildren(Text) if text.text() in ("Zuivel", "Bewegen")) for one in rows]
    assert len({place(title, one).center().y() for title, one in zip(titles, rows, strict=True)}) == 1
    beside = [next(text for text in one.findChildren(Text) if "van" in text.text()) for one in rows]
    assert [place(one, main).center().y() for one in beside] == [place(one, main).center().y() for one in titles]


def test_a_wide_window_keeps_the_page_in_the_middle(translations: Translations) -> None:
    main = shown("due", "nl", 100, "light", (1920, 1080), translations)
    card, pane = main.today.card, main.today.findChildren(LeafletPane)[0]
    assert card is not None
    left, right = place(card, main.today), place(pane, main.today)
    assert card.width() <= 800
    assert abs(left.left() - (main.today.width() - right.right())) < 24


def test_resizing_lays_out_anew(translations: Translations) -> None:
    main = shown("due", "nl", 100, "light", (1280, 800), translations)
    for size in ((1920, 1080), (1024, 540), (1440, 900), (1280, 800)):
        main.resize(*size)
        settle()
        assert faults(main) == [], size
        assert card_faults(main) == [], size


# By keyboard


def tabbed(main: MainWindow) -> list[str]:
    """The names of all that Tab comes to, from the window on; each is in sight when it has the focus."""
    QTest.qWaitForWindowActive(main, 1000)
    main.setFocus()
    order: list[str] = []
    for _ in range(80):
        QTest.keyClick(QApplication.focusWidget() or main, Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        if focused is None or focused.objectName() in order:
            return order
        assert focused.visibleRegion().boundingRect().height() >= min(focused.height(), LEAST_TARGET), order
        order.append(focused.objectName())
    raise AssertionError(f"Tab never comes round: {order}")


# Every shape of card, row, banner and foot that the states have, once.
KEYED = [
    (state, 100)
    for state in ("due", "after-absence", "several", "tablet-and-heart", "half-hour", "nothing-open", "skipped",
                  "unanswered", "injection-call", "injection-appointment", "walking", "empty", "date-doubt")
] + [(state, 200) for state in ("due", "unanswered", "many-plans")]  # fmt: skip


@pytest.mark.parametrize(("state", "text"), KEYED)
def test_everything_is_reached_by_keyboard_in_reading_order(state: str, text: int, translations: Translations) -> None:
    main = shown(state, "nl", text, "light", (1280, 800), translations)
    others = {f"place:{name}" for name, one in main.column.places.items() if not one.isChecked()}
    found = tabbed(main)
    assert set(found) == names(main) - others
    main.today.scroller.verticalScrollBar().setValue(0)  # type: ignore[union-attr]
    rows = {one.objectName(): one for one in main.today.findChildren(ListRow) if one.isVisible()}
    card = main.today.card
    assert card is not None
    on_card = [one.objectName() for one in card.buttons]
    assert [name for name in found if name in on_card] == _read(on_card, main)
    assert [name for name in found if name in rows] == _read(list(rows), main)
    for name, one in rows.items():
        inside = [part.objectName() for part in one.findChildren(QAbstractButton) if part.isVisible()]
        places = [found.index(part) for part in inside]
        assert sorted(places) == list(range(found.index(name) + 1, found.index(name) + 1 + len(places)))


def test_the_places_are_reached_by_the_arrow_keys(translations: Translations) -> None:
    """They are one of several, like days of a week: Tab comes to the chosen one, the arrows to the others."""
    main = shown("due", "nl", 100, "light", (1280, 800), translations)
    QTest.qWaitForWindowActive(main, 1000)
    main.column.places["today"].setFocus(Qt.FocusReason.TabFocusReason)
    reached = []
    for _ in range(4):
        QTest.keyClick(QApplication.focusWidget() or main, Qt.Key.Key_Down)
        settle()
        focused = QApplication.focusWidget()
        assert focused is not None
        reached.append(focused.objectName())
    assert reached == ["place:calendar", "place:leaflet", "place:progress", "place:settings"]
    QTest.keyClick(QApplication.focusWidget() or main, Qt.Key.Key_Return)
    settle()
    assert main.column.places["settings"].isChecked()


def _read(wanted: list[str], main: MainWindow) -> list[str]:
    """The names from top to bottom, and from left to right where they stand beside each other."""
    boxes = {one.objectName(): place(one, main) for one in main.findChildren(QAbstractButton) if one.isVisible()}

    def line(name: str) -> int:
        middle = boxes[name].center().y()
        return min(boxes[other].top() for other in wanted if boxes[other].top() <= middle <= boxes[other].bottom())

    return sorted(wanted, key=lambda name: (line(name), boxes[name].left()))


def test_the_focus_is_seen(translations: Translations) -> None:
    """Every part that has the focus by keyboard looks other than without it."""
    main = shown("due", "nl", 100, "light", (1280, 800), translations)
    QTest.qWaitForWindowActive(main, 1000)
    for name in sorted(names(main)):
        one = next(part for part in main.findChildren(QAbstractButton, name) if part.isVisible())
        main.setFocus()
        settle()
        before = one.grab().toImage()
        one.setFocus(Qt.FocusReason.TabFocusReason)
        settle()
        assert one.grab().toImage() != before, name
