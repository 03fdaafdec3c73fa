"""The laws of lay-out for the Folder: nothing clipped, text whole, lines of readable length, at every size.

A covering selection: every pair of language, text size, theme and window size is there at least once.
"""

from __future__ import annotations

from itertools import combinations, product

import pytest
from PySide6.QtWidgets import QAbstractButton, QWidget

from osteoapp.i18n import Translations
from osteoapp.ui.folder import FolderPage
from osteoapp.ui.foldertrail import Spot
from osteoapp.ui.pictures import settle
from osteoapp.ui.ports import Settings
from osteoapp.ui.reading import Prose
from osteoapp.ui.window import MainWindow

from .fakes import CorePort, at
from .helpers import faults, wholly_seen, window

AXES = (
    ("nl", "en"), (100, 150, 200), ("light", "dark", "high_contrast"), ((1024, 540), (1280, 800), (1920, 1080)),
)  # fmt: skip
Way = tuple[str, int, str, tuple[int, int]]


def covering() -> list[Way]:
    """Ways to see a page, few, with every pair of values of two axes in one of them."""
    every = list(product(*AXES))

    def pairs(way: tuple[object, ...]) -> set[tuple[object, ...]]:
        return {(one, way[one], other, way[other]) for one, other in combinations(range(len(AXES)), 2)}

    left = set().union(*map(pairs, every))
    found = []
    while left:
        best = max(every, key=lambda way: len(pairs(way) & left))
        left -= pairs(best)
        found.append(best)
    return found


WAYS = covering()
NAMES = [f"{lang}-{text}-{theme}-{size[0]}x{size[1]}" for lang, text, theme, size in WAYS]
# Where an explanation is higher than the window it is scrolled; everywhere else it is whole.
ROOMY = [("nl", 100, "light", (1024, 540)), ("nl", 150, "dark", (1280, 800)), ("en", 200, "light", (1280, 800))]
SPOTS = (
    Spot(), Spot("chapter", "alendronate", "alendronate/half-hour"), Spot("theme", "walk"), Spot("theme", "dentist"),
    Spot("search", asked="calcium"), Spot("search", asked="zzzz"), Spot("words", "dexa"), Spot("shelf"),
    Spot("print", of=Spot("chapter", "dexa", "dexa/before")),
)  # fmt: skip


def shown(way: Way, translations: Translations) -> tuple[MainWindow, FolderPage]:
    language, text, theme, size = way
    port = CorePort(at(7, 30))
    port.save_settings(Settings(text, theme, language))
    main = window(port, translations, size)
    main.setUpdatesEnabled(False)  # where things stand does not need their paint
    main.go("leaflet")
    settle()
    page = main.pages.currentWidget()
    assert isinstance(page, FolderPage)
    return main, page


def cut(inside: QWidget) -> list[str]:
    """Texts that do not stand whole on their widget."""
    found = []
    for prose in inside.findChildren(Prose):
        if prose.isVisible() and prose.document().size().height() > prose.height() + 1:
            found.append(f"text cut off: {prose.toPlainText()[:40]!r}")
        if prose.isVisible() and prose.verticalScrollBar().value():
            found.append(f"text scrolled away: {prose.toPlainText()[:40]!r}")
    return found


def longest_line(inside: QWidget) -> int:
    """The most characters on one line of the reading text."""
    found = 0
    for prose in inside.findChildren(Prose):
        block = prose.document().begin()
        while block.isValid():
            layout = block.layout()
            found = max([found, *(layout.lineAt(number).textLength() for number in range(layout.lineCount()))])
            block = block.next()
    return found


def test_the_selection_covers_every_pair() -> None:
    assert len(WAYS) <= 12
    for one, other in combinations(range(len(AXES)), 2):
        assert {(way[one], way[other]) for way in WAYS} == set(product(AXES[one], AXES[other]))


def the_words_on_the_way_are_seen(page: FolderPage) -> None:
    """The marked passage has its title in sight, and the buttons below the text are whole; reading too."""
    page.open_passage("alendronate/half-hour")
    settle()
    assert page.body is not None
    assert page.body.sheet is not None
    marked = page.body.sheet.view_of("alendronate/half-hour")
    assert marked is not None
    assert marked.here
    assert wholly_seen(marked.heading)
    assert wholly_seen(page.foot.before)
    assert wholly_seen(page.foot.after)
    assert page.reader is not None
    page.read()
    settle()
    assert page.foot.bar is not None
    assert wholly_seen(page.foot.bar.pause)
    assert wholly_seen(page.foot.bar.stop)
    assert not page.foot.before.isVisible()
    assert faults(page) == []


@pytest.mark.parametrize("way", WAYS, ids=NAMES)
def test_the_folder_is_whole(way: Way, translations: Translations) -> None:
    main, page = shown(way, translations)
    for spot in SPOTS:
        page.go(spot)
        settle()
        assert faults(main) == [], spot
        assert cut(main) == [], spot
        assert longest_line(main) <= 67, spot
        field = page.search
        room = field.width() - 90 * page._look.scale  # the magnifying glass and the edges
        assert field.placeholderText()
        assert field.fontMetrics().horizontalAdvance(field.placeholderText()) < room, "the hint is whole"
        for one in page.tools.findChildren(QAbstractButton):
            if one.isVisible():
                assert one.height() >= 44, one.accessibleName()
                assert one.width() >= 44, one.accessibleName()
    the_words_on_the_way_are_seen(page)


@pytest.mark.parametrize("way", ROOMY, ids=[f"{way[0]}-{way[1]}" for way in ROOMY])
def test_the_explanation_of_a_word_is_whole(way: Way, translations: Translations) -> None:
    main, page = shown(way, translations)
    page.go(Spot("chapter", "alendronate"))
    settle()
    assert page.body is not None
    assert page.body.sheet is not None
    for view in page.body.sheet.views:
        for name in view.prose.terms:
            view.prose.asked.emit(name)
            settle()
            card = page.body.sheet.card
            assert card is not None
            assert faults(card) == [], name
            assert wholly_seen(card), name
    main.close()


def test_a_wide_window_uses_its_room(translations: Translations) -> None:
    """About 60 characters a line where the window has the room."""
    _, page = shown(("nl", 100, "light", (1280, 800)), translations)
    page.go(Spot("chapter", "osteoporosis"))
    settle()
    assert 52 <= longest_line(page) <= 67
    _, page = shown(("nl", 100, "light", (1920, 1080)), translations)
    page.go(Spot("chapter", "osteoporosis"))
    settle()
    assert 58 <= longest_line(page) <= 67
