"""A layout of tiles of one width: as many beside each other as fit."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QWidget

from osteoapp.ui.parts.arranged import Arranged, height_of


class Tiles(Arranged):
    """At most ``most`` beside each other, none narrower than the widest needs; a last line keeps the width.

    ``even``: all of a line are as high as the highest; else each keeps its height, at the top of the line.
    ``whole``: a tile has room for its words on one line where several stand beside each other.
    """

    def __init__(
        self, gap: int, most: int, *, even: bool = True, whole: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(gap, parent)
        self._even, self._whole = even, whole
        self._most = most

    def heightForWidth(self, width: int) -> int:
        return self._arrange(QRect(0, 0, width, 0), place=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, place=True)

    def sizeHint(self) -> QSize:
        items = self.shown()
        across = min(self._most, max(len(items), 1))
        widest = max((item.sizeHint().width() for item in items), default=0)
        width = widest * across + self._gap * (across - 1)
        return QSize(width, self.heightForWidth(width))

    def across(self, width: int) -> int:
        """How many stand beside each other at a width."""
        sizes = (item.sizeHint() if self._whole else item.minimumSize() for item in self.shown())
        need = max((size.width() for size in sizes), default=1)
        return max(1, min(self._most, (width + self._gap) // (max(need, 1) + self._gap)))

    def _arrange(self, rect: QRect, *, place: bool) -> int:
        items = self.shown()
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
