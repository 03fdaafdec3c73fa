"""Finding, pressing and measuring what is on a screen."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget

from osteoapp.i18n import Translations
from osteoapp.ui.parts.buttons import Button
from osteoapp.ui.parts.cards import Scroller
from osteoapp.ui.parts.marks import Chip, Meter
from osteoapp.ui.parts.paint import longest_word
from osteoapp.ui.parts.rows import Pressable
from osteoapp.ui.parts.text import Text
from osteoapp.ui.pictures import settle
from osteoapp.ui.ports import Port
from osteoapp.ui.window import MainWindow

TABLET_ID = "alendronate/2026-11-23/dose"
VITAMIN_ID = "vitamin-d/2026-11-23/dose"
DAIRY_ID = "dairy/2026-11-23/goal"


def window(port: Port, translations: Translations, size: tuple[int, int] = (1280, 800)) -> MainWindow:
    """The main window, shown."""
    found = MainWindow(port, translations)
    found.resize(*size)
    found.show()
    settle()
    return found


def button(inside: QWidget, name: str) -> QAbstractButton:
    """The button of that name that is to be seen."""
    found = [one for one in inside.findChildren(QAbstractButton, name) if one.isVisible()]
    assert found, f"no button {name}; there are {sorted(names(inside))}"
    return found[0]


def names(inside: QWidget) -> set[str]:
    """The names of all buttons that are to be seen."""
    return {one.objectName() for one in inside.findChildren(QAbstractButton) if one.isVisible() and one.objectName()}


def press(inside: QWidget, name: str) -> None:
    """A click of the mouse in the middle of a button."""
    QTest.mouseClick(button(inside, name), Qt.MouseButton.LeftButton)
    settle()


def said(inside: QWidget) -> str:
    """All words that are to be seen."""
    texts = [one.text() for one in inside.findChildren(Text) if one.isVisible()]
    texts += [one.text() for one in inside.findChildren(QAbstractButton) if one.isVisible()]
    texts += [one.text() for one in inside.findChildren(Chip) if one.isVisible()]
    return " | ".join(texts).replace("\u00a0", " ")


def place(widget: QWidget, inside: QWidget) -> QRect:
    """Where a widget lies."""
    return QRect(widget.mapTo(inside, QPoint(0, 0)), widget.size())


def wholly_seen(widget: QWidget) -> bool:
    """Whether every pixel of it is on the screen now, nothing scrolled away or covered."""
    return widget.isVisible() and widget.visibleRegion().boundingRect() == widget.rect()


def faults(inside: QWidget) -> list[str]:
    """What is clipped, squeezed or overlapping on a screen."""
    found: list[str] = []
    for text in inside.findChildren(Text):
        if not text.isVisible() or not text.text():
            continue
        if text.heightForWidth(text.width()) > text.height() + 1:
            found.append(f"text cut off: {text.text()!r} {text.heightForWidth(text.width())} > {text.height()}")
        if text.may_break and "/" not in text.text() and longest_word(text.font(), text.text()) > text.width() + 1:
            found.append(f"word broken: {text.text()!r} in {text.width()}")
    for part in inside.findChildren(QWidget):
        if not part.isVisible() or not isinstance(part, Button | Pressable):
            continue
        if part.heightForWidth(part.width()) > part.height() + 1:
            found.append(f"button too low: {part.accessibleName()!r}")
        if part.minimumSizeHint().width() > part.width() + 1:
            found.append(f"button too narrow: {part.accessibleName()!r} {part.width()}")
    return found + _outside(inside) + _overlaps(inside)


def _parts(inside: QWidget) -> list[QWidget]:
    kinds = (Text, Button, Chip, Meter)
    return [one for one in inside.findChildren(QWidget) if isinstance(one, kinds) and one.isVisible()]


def _outside(inside: QWidget) -> list[str]:
    """Parts that stick out of what holds them."""
    found = []
    for part in _parts(inside):
        holder = part.parentWidget()
        if holder is None or isinstance(holder, Scroller):
            continue
        if not holder.rect().adjusted(-1, -1, 1, 1).contains(part.geometry()):
            found.append(f"sticks out: {part.accessibleName()!r} {part.geometry()} of {holder.rect()}")
    return found


def _overlaps(inside: QWidget) -> list[str]:
    """Parts that lie on one another; different scroll areas are looked at apart."""
    found = []
    by_area: dict[int, list[tuple[QWidget, QRect]]] = {}
    for part in _parts(inside):
        area = part.parentWidget()
        while area is not None and not isinstance(area, Scroller) and area is not inside:
            area = area.parentWidget()
        by_area.setdefault(id(area), []).append((part, place(part, inside)))
    for parts in by_area.values():
        for number, (one, box) in enumerate(parts):
            for other, other_box in parts[number + 1 :]:
                if one.isAncestorOf(other) or other.isAncestorOf(one):
                    continue
                both = box.intersected(other_box)
                if both.width() > 1 and both.height() > 1:
                    found.append(f"overlap: {one.accessibleName()!r} and {other.accessibleName()!r}")
    return found
