"""What the layouts of this program share: a list of items, of which those that are shown are arranged."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class Arranged(QLayout):
    """A layout whose height follows its width. ``heightForWidth`` and ``setGeometry`` are those of each kind."""

    def __init__(self, gap: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap = gap
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

    def minimumSize(self) -> QSize:
        """As wide as the widest of them needs; the height follows from the width."""
        return QSize(max((item.minimumSize().width() for item in self.shown()), default=0), 0)

    def shown(self) -> list[QLayoutItem]:
        """The items that take room."""
        return [item for item in self._items if not item.isEmpty()]

    def sizeHint(self) -> QSize:
        """The size of all of them on one line."""
        hints = [item.sizeHint() for item in self.shown()]
        width = sum(hint.width() for hint in hints) + self._gap * max(len(hints) - 1, 0)
        return QSize(width, max((hint.height() for hint in hints), default=0))


def height_of(item: QLayoutItem, width: int) -> int:
    """The height that an item takes at a width, both in pixels."""
    if item.hasHeightForWidth():
        return item.heightForWidth(width)
    return item.sizeHint().height()
