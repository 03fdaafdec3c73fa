"""A layout of equal cells: as many columns as fit, all of one width, and rows whose cells end on one line."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from osteoapp.ui.parts.pair import height_of


class Even(QLayout):
    """At most ``most`` columns, none narrower than ``least`` pixels. Rows share spare height, up to ``grows`` each."""

    def __init__(self, gap: int, most: int, least: int, *, grows: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap, self._most, self._least, self._grows = gap, most, least, grows
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
        return Qt.Orientation.Vertical if self._grows else Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def columns(self, width: int) -> int:
        """How many columns stand in a width."""
        fit = (width + self._gap) // (self._least + self._gap)
        return max(1, min(self._most, fit, len(self._shown())))

    def heightForWidth(self, width: int) -> int:
        heights = self._heights(width)
        return sum(heights) + self._gap * max(len(heights) - 1, 0)

    def sizeHint(self) -> QSize:
        columns = min(self._most, max(len(self._shown()), 1))
        width = columns * self._least + (columns - 1) * self._gap
        return QSize(width, self.heightForWidth(width))

    def minimumSize(self) -> QSize:
        width = max((item.minimumSize().width() for item in self._shown()), default=0)
        return QSize(width, 0)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        heights, columns = self._heights(rect.width()), self.columns(rect.width())
        spare = rect.height() - sum(heights) - self._gap * max(len(heights) - 1, 0)
        more = max(spare, 0) // max(len(heights), 1)
        heights = [max(height, min(height + more, self._grows)) for height in heights]
        width, top = self._width(rect.width()), rect.top()
        for number, item in enumerate(self._shown()):
            line, place = divmod(number, columns)
            if number and not place:
                top += heights[line - 1] + self._gap
            item.setGeometry(QRect(rect.left() + place * (width + self._gap), top, width, heights[line]))

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _width(self, width: int) -> int:
        columns = self.columns(width)
        return (width - self._gap * (columns - 1)) // columns

    def _heights(self, width: int) -> list[int]:
        """The height of each row."""
        columns, each, items = self.columns(width), self._width(width), self._shown()
        return [
            max(height_of(item, each) for item in items[first : first + columns])
            for first in range(0, len(items), columns)
        ]
