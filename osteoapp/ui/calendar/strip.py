"""Twelve months in one line under the month: what has a date there, at a glance, and one press away."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from osteoapp.ui.calendar.marks import State
from osteoapp.ui.calendar.stripmodel import Moment, StripMonth
from osteoapp.ui.icons import paint_icon
from osteoapp.ui.parts.cards import row
from osteoapp.ui.parts.paint import fill_round, natural_width
from osteoapp.ui.parts.rows import Pressable
from osteoapp.ui.theme import Color, Look

_LEFT: Final = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT: Final = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_LONGEST_NAME: Final = "Sept"
# An icon beside small words, as a part of one beside a line of text.
_ICON: Final = 0.8


class StripCell(Pressable):
    """A month: its name with the icon of what comes first, and below that its word and what else there is.

    ``walked`` tells by how many months an arrow key leads on; ``ended`` to which end: 0 the first, 1 the last.
    """

    walked = Signal(int)
    ended = Signal(int)

    def __init__(self, look: Look, view: StripMonth, parent: QWidget | None = None) -> None:
        super().__init__(look, view.said, parent)
        self.view = view
        self.setText(view.name)
        self.setObjectName(f"strip:{view.month:%Y-%m}")
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setChecked(view.shown)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if view.shown else Qt.FocusPolicy.ClickFocus)
        self._name = look.font("small", 700 if view.shown or view.now else 600)
        self._word = look.font("small", 500)

    def nextCheckState(self) -> None:
        """What is shown above does not change by a press alone."""

    @staticmethod
    def least(look: Look) -> QSize:
        """What it needs: a name with an icon beside it, and two lines."""
        pad, line = look.pad("xxs"), look.font("small").pixelSize() * 1.28
        width = natural_width(look.font("small", 700), _LONGEST_NAME) + look.length("icon_text") * _ICON + 3 * pad
        return QSize(round(width), round(2 * line + 3 * pad))

    def sizeHint(self) -> QSize:
        return self.least(self.look)

    def minimumSizeHint(self) -> QSize:
        return self.least(self.look)

    def heightForWidth(self, width: int) -> int:
        return self.least(self.look).height()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.walked.emit(1 if key == Qt.Key.Key_Right else -1)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.ended.emit(1 if key == Qt.Key.Key_End else 0)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.ignore()  # to Qt they would press the next one
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, view = self.look, self.view
        corner = look.radius("day")
        painter, box = self.begin(look, corner)
        self._ground(painter, box, corner)
        # Where there is room to spare the words stand a little from the edge.
        side = look.pad("xxs") + 1 if box.width() < 1.3 * self.least(look).width() else look.pad("xs")
        down = look.pad("xxs") * 1.5
        inner = box.adjusted(side, down, -side, -down)
        line = inner.height() / 2
        top = QRectF(inner.left(), inner.top(), inner.width(), line)
        self._title(painter, top)
        if view.moments:
            self._icon(painter, top, view.moments[0])
            self._below(painter, top.translated(0, line))

    def _ground(self, painter: QPainter, box: QRectF, corner: float) -> None:
        look, shown = self.look, self.view.shown
        fill: Color = "card" if look.contrast else "tint" if shown else "sunk"
        if (self.underMouse() or self.isDown()) and not look.contrast:
            fill = "tint_2" if self.isDown() else "tint"
        edge: Color = "accent" if shown else "line" if look.contrast else "hair"
        thick = shown or (look.contrast and self.underMouse())
        width = look.length("border_heavy" if thick and look.contrast else "border_thick") if thick else 1.0
        fill_round(painter, box, corner, look.color(fill), look.color(edge), width)

    def _title(self, painter: QPainter, box: QRectF) -> None:
        """The name; that of this month stands in a filled round, as the number of today does."""
        look, view = self.look, self.view
        left = box.left()
        if view.now:
            reach = look.pad("xxs") * 1.25
            width = natural_width(self._name, view.name)
            pill = QRectF(left, box.top(), width + 2 * reach, box.height())
            fill_round(painter, pill, pill.height() / 2, look.color("accent"))
            left += reach
        painter.setFont(self._name)
        painter.setPen(look.color("on_accent" if view.now else "accent" if view.shown else "ink"))
        painter.drawText(box.adjusted(left - box.left(), 0, 0, 0), _LEFT, view.name)

    @property
    def _side(self) -> float:
        return self.look.length("icon_text") * _ICON

    def _icon(self, painter: QPainter, box: QRectF, moment: Moment) -> None:
        """An icon at the right end of a line: what is not sure yet in thin lines, what asks now in its own colour."""
        side = self._side
        color: Color = "due_text" if moment.state is State.OPEN else "accent"
        weight = "regular" if moment.state is State.FORECAST else "bold"
        place = QRectF(box.right() - side, box.center().y() - side / 2, side, side)
        paint_icon(painter, place, self.look, moment.icon, color, weight)  # type: ignore[arg-type]

    def _below(self, painter: QPainter, box: QRectF) -> None:
        """The word of the first, and the icon of a second or how many more; without room for the word, icons."""
        look, rest = self.look, self.view.moments[1:]
        gap = look.pad("xxs")
        width = natural_width(self._word, self.view.word)
        if width > box.width():
            for number, moment in enumerate(rest):
                self._icon(painter, box.adjusted(0, 0, -number * (self._side + gap), 0), moment)
            return
        painter.setFont(self._word)
        painter.setPen(look.color("ink" if self.view.shown else "soft"))
        painter.drawText(box, _LEFT, self.view.word)
        room = box.width() - width - gap
        if len(rest) == 1 and self._side <= room:
            self._icon(painter, box, rest[0])
        elif rest and natural_width(self._word, f"+{len(rest)}") <= room:
            painter.drawText(box, _RIGHT, f"+{len(rest)}")


class Strip(QWidget):
    """The twelve months. One can be reached with Tab; from there the arrow keys walk. ``opened`` tells the month."""

    opened = Signal(object)

    def __init__(self, look: Look, months: Sequence[StripMonth], name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.cells: list[StripCell] = []
        line = row(look.pad("xxs") + 1)
        for number, month in enumerate(months):
            cell = StripCell(look, month)
            cell.clicked.connect(lambda _=False, when=month.month: self.opened.emit(when))
            cell.walked.connect(lambda by, at=number: self._walk(at + by))
            cell.ended.connect(lambda end: self._walk(end * len(self.cells)))
            self.cells.append(cell)
            line.addWidget(cell, 1)
        self.setLayout(line)

    @staticmethod
    def least(look: Look, months: int) -> QSize:
        """What so many months need."""
        cell = StripCell.least(look)
        return QSize(months * (cell.width() + look.pad("xxs") + 1), cell.height())

    def _walk(self, to: int) -> None:
        self.cells[min(max(to, 0), len(self.cells) - 1)].setFocus(Qt.FocusReason.ShortcutFocusReason)
