"""A layout of equal cells: as many columns as fit, all of one width, and rows whose cells end on one line."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QWidget

from osteoapp.ui.parts.arranged import Arranged, height_of


class Even(Arranged):
    """At most ``most`` columns, none narrower than ``least`` pixels. Rows share spare height, up to ``grows`` each."""

    def __init__(self, gap: int, most: int, least: int, *, grows: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(gap, parent)
        self._most, self._least, self._grows = most, least, grows

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation.Vertical if self._grows else Qt.Orientation(0)

    def columns(self, width: int) -> int:
        """How many columns stand in a width."""
        fit = (width + self._gap) // (self._least + self._gap)
        return max(1, min(self._most, fit, len(self.shown())))

    def heightForWidth(self, width: int) -> int:
        heights = self._heights(width)
        return sum(heights) + self._gap * max(len(heights) - 1, 0)

    def sizeHint(self) -> QSize:
        columns = min(self._most, max(len(self.shown()), 1))
        width = columns * self._least + (columns - 1) * self._gap
        return QSize(width, self.heightForWidth(width))

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        heights, columns = self._heights(rect.width()), self.columns(rect.width())
        spare = rect.height() - sum(heights) - self._gap * max(len(heights) - 1, 0)
        more = max(spare, 0) // max(len(heights), 1)
        heights = [max(height, min(height + more, self._grows)) for height in heights]
        width, top = self._width(rect.width()), rect.top()
        for number, item in enumerate(self.shown()):
            line, place = divmod(number, columns)
            if number and not place:
                top += heights[line - 1] + self._gap
            item.setGeometry(QRect(rect.left() + place * (width + self._gap), top, width, heights[line]))

    def _width(self, width: int) -> int:
        columns = self.columns(width)
        return (width - self._gap * (columns - 1)) // columns

    def _heights(self, width: int) -> list[int]:
        """The height of each row."""
        columns, each, items = self.columns(width), self._width(width), self.shown()
        return [
            max(height_of(item, each) for item in items[first : first + columns])
            for first in range(0, len(items), columns)
        ]
