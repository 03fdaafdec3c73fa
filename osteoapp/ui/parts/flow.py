"""A layout for buttons: side by side where they fit, else on further lines, each line filled to the edge."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QLayoutItem, QWidget

from osteoapp.ui.parts.arranged import Arranged, height_of


class Flow(Arranged):
    """Lines of widgets. With ``stretch`` the widgets of a line share its whole width; else they keep their own.

    Stretched lines are as even as they can be, the last ones the fuller: one and two, two and two; with ``top_heavy``
    the first ones. Others are filled from the first on, and what is lower stands in the middle of its line.
    """

    def __init__(
        self,
        gap: int,
        line_gap: int | None = None,
        *,
        stretch: bool = True,
        top_heavy: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(gap, parent)
        self._stretch = stretch
        self._top_heavy = top_heavy
        self._line_gap = gap if line_gap is None else line_gap

    def heightForWidth(self, width: int) -> int:
        return self._arrange(QRect(0, 0, width, 0), place=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, place=True)

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self.shown():
            size = size.expandedTo(item.minimumSize())
        return size

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        lines: list[list[QLayoutItem]] = []
        used = 0
        for item in self.shown():
            need = item.sizeHint().width()
            if lines and used + self._gap + need <= width:
                lines[-1].append(item)
                used += self._gap + need
            else:
                lines.append([item])
                used = need
        return self._even(lines, width) if self._stretch and len(lines) > 1 else lines

    def _even(self, lines: list[list[QLayoutItem]], width: int) -> list[list[QLayoutItem]]:
        """The same number of lines, as evenly filled as fits; else the lines as they were."""
        items = [item for line in lines for item in line]
        few, fuller = divmod(len(items), len(lines))
        sizes = [few] * (len(lines) - fuller) + [few + 1] * fuller
        if self._top_heavy:
            sizes.reverse()
        found, start = [], 0
        for size in sizes:
            found.append(items[start : start + size])
            start += size
        fits = all(
            len(line) == 1 or sum(item.sizeHint().width() + self._gap for item in line) - self._gap <= width
            for line in found
        )
        return found if fits else lines

    def _arrange(self, rect: QRect, *, place: bool) -> int:
        top = rect.top()
        for line in self._lines(rect.width()):
            widths = self._widths(line, rect.width())
            heights = [height_of(item, width) for item, width in zip(line, widths, strict=True)]
            height = max(heights)
            left = rect.left()
            for item, width, own in zip(line, widths, heights, strict=True):
                if place:
                    free = 0 if self._stretch else height - own
                    item.setGeometry(QRect(left, top + free // 2, width, height - free))
                left += width + self._gap
            top += height + self._line_gap
        return max(top - self._line_gap - rect.top(), 0)

    def _widths(self, line: list[QLayoutItem], width: int) -> list[int]:
        wanted = [min(item.sizeHint().width(), width) for item in line]
        if not self._stretch:
            return wanted
        room = width - self._gap * (len(line) - 1)
        if all(want <= room // len(line) for want in wanted):
            wanted = [0] * len(line)
        extra, left = divmod(max(room - sum(wanted), 0), len(line))
        # The last ones take what is left over: the line ends at the edge.
        return [want + extra + (number >= len(line) - left) for number, want in enumerate(wanted)]
