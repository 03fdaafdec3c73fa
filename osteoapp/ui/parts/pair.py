"""A layout for words and what belongs to them: beside each other where both fit, else under each other."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class Pair(QLayout):
    """Two items. Beside each other the second keeps its width, on the right and in the middle of the height.

    With ``least`` the first may be squeezed to that width before the second goes under it.
    """

    def __init__(self, gap: int, under_gap: int, least: int | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._least = least
        self._items: list[QLayoutItem] = []
        self._gap, self._under = gap, under_gap
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

    def sizeHint(self) -> QSize:
        items = self._shown()
        width = sum(item.sizeHint().width() for item in items) + self._gap * max(len(items) - 1, 0)
        return QSize(width, max((item.sizeHint().height() for item in items), default=0))

    def minimumSize(self) -> QSize:
        width = max((item.minimumSize().width() for item in self._shown()), default=0)
        return QSize(width, 0)

    def heightForWidth(self, width: int) -> int:
        return max((box.bottom() + 1 for box in self._boxes(width)), default=0)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        boxes = self._boxes(rect.width())
        free = max(rect.height() - max((box.bottom() + 1 for box in boxes), default=0), 0) // 2
        for item, box in zip(self._shown(), boxes, strict=True):
            item.setGeometry(box.translated(rect.left(), rect.top() + free))

    def beside(self, width: int) -> bool:
        """Whether both stand beside each other at this width."""
        free = width - self.sizeHint().width()
        if self._least is not None and self._items:
            free += max(self._items[0].sizeHint().width() - self._least, 0)
        return free >= 0

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _boxes(self, width: int) -> list[QRect]:
        items = self._shown()
        if len(items) < 2:
            return [QRect(0, 0, width, height_of(item, width)) for item in items]
        first, second = items
        if self.beside(width):
            right = second.sizeHint().width()
            left = width - right - self._gap
            heights = height_of(first, left), height_of(second, right)
            full = max(heights)
            return [
                QRect(0, (full - heights[0]) // 2, left, heights[0]),
                QRect(left + self._gap, (full - heights[1]) // 2, right, heights[1]),
            ]
        top = height_of(first, width)
        right = min(second.sizeHint().width(), width)
        return [QRect(0, 0, width, top), QRect(0, top + self._under, right, height_of(second, right))]


def height_of(item: QLayoutItem, width: int) -> int:
    """The height that an item takes at a width."""
    if item.hasHeightForWidth():
        return item.heightForWidth(width)
    return item.sizeHint().height()
