"""A layout for cards of one size: as many beside each other as fit, all equally wide, each row of one height."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from osteoapp.ui.parts.pair import height_of


class Tiles(QLayout):
    """Cards that are at least ``least`` wide, at most ``most`` beside each other."""

    def __init__(self, gap: int, least: int, most: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap, self._least, self._most = gap, least, most
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arrange(QRect(0, 0, width, 0), place=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, place=True)

    def sizeHint(self) -> QSize:
        many = min(self._most, max(len(self._items), 1))
        return QSize(many * self._least + (many - 1) * self._gap, self.minimumSize().height())

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def across(self, width: int) -> int:
        """How many stand beside each other at a width."""
        return max(1, min(self._most, (width + self._gap) // (self._least + self._gap)))

    def _arrange(self, rect: QRect, *, place: bool) -> int:
        many = self.across(rect.width())
        width = (rect.width() - self._gap * (many - 1)) // many
        top = rect.top()
        for first in range(0, len(self._items), many):
            line = self._items[first : first + many]
            height = max(height_of(item, width) for item in line)
            for number, item in enumerate(line):
                if place:
                    item.setGeometry(QRect(rect.left() + number * (width + self._gap), top, width, height))
            top += height + self._gap
        return max(top - self._gap - rect.top(), 0)
