"""A layout of tiles of one width: as many beside each other as fit."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from osteoapp.ui.parts.pair import height_of


class Tiles(QLayout):
    """At most ``most`` beside each other, none narrower than the widest needs; a last line keeps the width.

    ``even``: all of a line are as high as the highest; else each keeps its height, at the top of the line.
    ``whole``: a tile has room for its words on one line where several stand beside each other.
    """

    def __init__(
        self, gap: int, most: int, *, even: bool = True, whole: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._even, self._whole = even, whole
        self._items: list[QLayoutItem] = []
        self._gap, self._most = gap, most
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
        items = self._shown()
        across = min(self._most, max(len(items), 1))
        widest = max((item.sizeHint().width() for item in items), default=0)
        width = widest * across + self._gap * (across - 1)
        return QSize(width, self.heightForWidth(width))

    def minimumSize(self) -> QSize:
        items = self._shown()
        return QSize(max((item.minimumSize().width() for item in items), default=0), 0)

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def across(self, width: int) -> int:
        """How many stand beside each other at a width."""
        sizes = (item.sizeHint() if self._whole else item.minimumSize() for item in self._shown())
        need = max((size.width() for size in sizes), default=1)
        return max(1, min(self._most, (width + self._gap) // (max(need, 1) + self._gap)))

    def _arrange(self, rect: QRect, *, place: bool) -> int:
        items = self._shown()
        across = self.across(rect.width())
        width = (rect.width() - self._gap * (across - 1)) // across
        top = rect.top()
        for start in range(0, len(items), across):
            line = items[start : start + across]
            heights = [height_of(item, width) for item in line]
            height = max(heights)
            for number, (item, own) in enumerate(zip(line, heights, strict=True)):
                if place:
                    left = rect.left() + number * (width + self._gap)
                    item.setGeometry(QRect(left, top, width, height if self._even else own))
            top += height + self._gap
        return max(top - self._gap - rect.top(), 0)
