"""A layout for words and what belongs to them: beside each other where both fit, else under each other."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from osteoapp.ui.parts.arranged import Arranged, height_of


class Pair(Arranged):
    """Two items. Beside each other the second keeps its width, on the right and in the middle of the height.

    With ``least`` the first may be squeezed to that width before the second goes under it.
    """

    def __init__(self, gap: int, under_gap: int, least: int | None = None, parent: QWidget | None = None) -> None:
        super().__init__(gap, parent)
        self._least = least
        self._under = under_gap

    def heightForWidth(self, width: int) -> int:
        return max((box.bottom() + 1 for box in self._boxes(width)), default=0)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        boxes = self._boxes(rect.width())
        free = max(rect.height() - max((box.bottom() + 1 for box in boxes), default=0), 0) // 2
        for item, box in zip(self.shown(), boxes, strict=True):
            item.setGeometry(box.translated(rect.left(), rect.top() + free))

    def beside(self, width: int) -> bool:
        """Whether both stand beside each other at this width."""
        free = width - self.sizeHint().width()
        if self._least is not None and self._items:
            free += max(self._items[0].sizeHint().width() - self._least, 0)
        return free >= 0

    def _boxes(self, width: int) -> list[QRect]:
        items = self.shown()
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
