"""A day of the month, and the month of whole weeks that the arrow keys walk."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from osteoapp.core.recurrence import add_months
from osteoapp.i18n import translate, weekday_name
from osteoapp.ui.calendar.marks import Mark, State
from osteoapp.ui.calendar.monthmodel import DayView, MonthView
from osteoapp.ui.icons import Weight, paint_icon
from osteoapp.ui.parts.paint import fill_round, natural_width
from osteoapp.ui.parts.rows import Pressable
from osteoapp.ui.parts.text import Text
from osteoapp.ui.theme import Color, Look

_WEEK: Final = 7
_MOST_WEEKS: Final = 6
_STEPS: Final = {
    Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -_WEEK, Qt.Key.Key_Down: _WEEK,
}  # fmt: skip
_PAGES: Final = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
_LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_LOOKS: Final[dict[State, tuple[Color, Color | None, Color]]] = {
    State.TAKEN: ("tint", None, "accent"), State.LATE: ("tint", "accent", "accent"),
    State.SKIPPED: ("sunk", "line", "soft"), State.MISSED: ("sunk", "line", "soft"),
    State.OFF: ("sunk", "line", "soft"), State.PAUSED: ("sunk", "line", "soft"),
    State.OPEN: ("due_bg", "due_mark", "due_text"), State.COMING: ("card", "accent", "accent"),
    State.FORECAST: ("card", "line", "ink"), State.RUN_OUT: ("card", "line", "ink"),
}  # fmt: skip
# How many marks a day shows; the rest are counted.
MOST_MARKS: Final = 2
_APART: Final = 3


def paint_mark(
    painter: QPainter, look: Look, box: QRectF, mark: Mark, font: QFont, *, words: bool
) -> None:
    """A mark as a small chip: icon and word, or icons alone; a forecast has a broken edge."""
    ground, edge, text = _LOOKS[mark.state]
    if mark.quiet:
        ground, edge, text = "card", None, "soft"
    radius = look.pad("xs") * 0.75
    if mark.state is State.FORECAST:
        pen = QPen(look.color("line"), look.length("border") * 0.75, Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(look.color(ground))
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), radius, radius)
    elif not mark.quiet:
        edge = edge or ("line" if look.contrast else None)
        width = look.length("border") * 0.75 if edge is not None else 0
        fill_round(painter, box, radius, look.color(ground), look.color(edge) if edge else None, width)
    side = min(look.length("icon_text") * 0.8, box.height() - 4)
    pad = look.pad("xxs")
    fits = words and natural_width(font, mark.word) + side + 3 * pad <= box.width()
    icons = [mark.icon] if fits or mark.thing is None else [mark.icon, mark.thing]
    if len(icons) * (side + pad) + pad > box.width():
        icons = icons[:1]
    left = box.left() + (pad if fits else (box.width() - len(icons) * (side + pad) + pad) / 2)
    weight: Weight = "regular" if mark.state is State.FORECAST else "bold"
    for number, icon in enumerate(icons):
        place = QRectF(left + number * (side + pad), box.center().y() - side / 2, side, side)
        paint_icon(painter, place, look, icon, text, weight)
    if fits:
        painter.setFont(font)
        painter.setPen(look.color(text))
        painter.drawText(box.adjusted(side + 2 * pad, 0, 0, 0), int(_LEFT), mark.word)


class DayCell(Pressable):
    """A day: its number, up to two marks and how many more, and whether there is a note. Pressing it opens the day.

    ``walked`` tells to which day an arrow key leads, ``paged`` to which day of another month.
    """

    walked = Signal(object)
    paged = Signal(object)

    def __init__(self, look: Look, view: DayView, parent: QWidget | None = None) -> None:
        super().__init__(look, view.said, parent)
        self.view = view
        self.setObjectName(f"day:{view.day.isoformat()}")
        self._small = look.font("small", 700 if view.today else 500)
        self._word = look.font("small", 600)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.low(False)

    def low(self, low: bool) -> None:
        """May it be so low that it has room for one mark, and counts the others?"""
        pads = self.look.pad("xs") * (2 if low else 1)
        marks = (1 if low else MOST_MARKS) * (self._mark_height + _APART)
        self.setMinimumHeight(round(self._line + marks + pads))

    @property
    def _line(self) -> float:
        return self.look.font("small").pixelSize() * 1.2

    @property
    def _mark_height(self) -> float:
        return self.look.font("small").pixelSize() * 1.28

    def sizeHint(self) -> QSize:
        return QSize(self.look.height("quiet_small"), self.minimumHeight())

    def minimumSizeHint(self) -> QSize:
        return QSize(self.look.height("quiet_small"), self.minimumHeight())

    def heightForWidth(self, width: int) -> int:
        return self.minimumHeight()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.walked.emit(self.view.day + timedelta(days=step))
            return
        weekday = self.view.day.weekday()
        if event.key() == Qt.Key.Key_Home:
            self.walked.emit(self.view.day - timedelta(days=weekday))
        elif event.key() in _PAGES:
            self.paged.emit(add_months(self.view.day, _PAGES[Qt.Key(event.key())]))
        elif event.key() == Qt.Key.Key_End:
            self.walked.emit(self.view.day + timedelta(days=_WEEK - 1 - weekday))
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, view = self.look, self.view
        corner = look.radius("day")
        painter, box = self.begin(look, corner)
        self._ground(painter, box, corner)
        pad = look.pad("xxs")
        inner = box.adjusted(pad, pad, -pad, -pad)
        self._head(painter, QRectF(inner.left(), inner.top(), inner.width(), self._line))
        top, height = inner.top() + self._line + _APART / 2, self._mark_height
        # The last mark may reach a little into the edge: weeks that differ by a pixel show the same.
        room = max(int((inner.bottom() + pad / 2 - top + _APART) // (height + _APART)), 1)
        shown = min(room, MOST_MARKS, len(view.marks))
        for number, mark in enumerate(view.marks[:shown]):
            place = QRectF(inner.left(), top + number * (height + _APART), inner.width(), height)
            if number == shown - 1 and len(view.marks) > shown:
                place.setWidth(place.width() - self._more(painter, place, len(view.marks) - shown))
            paint_mark(painter, look, place, mark, self._word, words=True)

    def _ground(self, painter: QPainter, box: QRectF, corner: float) -> None:
        look, view = self.look, self.view
        fill: Color = "card" if view.inside else "paper"
        if (self.underMouse() or self.isDown()) and not look.contrast:
            fill = "tint_2" if self.isDown() else "tint"
        edge: Color = "accent" if view.today else "line" if look.contrast else "hair"
        width = look.length("border_thick") if view.today else 1.0
        if look.contrast and self.underMouse():
            width = look.length("border_heavy")
        fill_round(painter, box, corner, look.color(fill), look.color(edge), width)

    def _head(self, painter: QPainter, box: QRectF) -> None:
        """The number, in a filled round on the day of today, and the sign of a note at the right."""
        look, view = self.look, self.view
        number = view.number
        if natural_width(self._small, number) + 2 * look.pad("xxs") > box.width():
            number = str(view.day.day)
        width = natural_width(self._small, number)
        left = box.left() + look.pad("xxs")
        if view.today:
            pill = QRectF(box.left(), box.top(), width + 2 * look.pad("xs"), box.height())
            fill_round(painter, pill, pill.height() / 2, look.color("accent"))
            left = pill.left() + look.pad("xs")
        painter.setFont(self._small)
        painter.setPen(look.color("on_accent" if view.today else "ink" if view.inside else "soft"))
        painter.drawText(box.adjusted(left - box.left(), 0, 0, 0), int(_LEFT), number)
        if view.today:
            self._word_of_today(painter, QRectF(left + width + look.pad("s"), box.top(), box.width(), box.height()))
        if view.noted:
            side = box.height() * 0.85
            place = QRectF(box.right() - side, box.center().y() - side / 2, side, side)
            paint_icon(painter, place, look, "chat-circle-text", "soft", "bold")

    def _word_of_today(self, painter: QPainter, box: QRectF) -> None:
        """Says "vandaag" where there is room for it."""
        word = translate("Calendar", "vandaag")
        taken = self._line if self.view.noted else 0
        if box.left() + natural_width(self._word, word) + taken > self.width() - self.look.pad("xs"):
            return
        painter.setFont(self._word)
        painter.setPen(self.look.color("accent"))
        painter.drawText(box, int(_LEFT), word)

    def _more(self, painter: QPainter, place: QRectF, number: int) -> float:
        """Says how many marks more there are, at the right; gives back the width that it took."""
        text = f"+{number}"
        width = natural_width(self._word, text) + self.look.pad("xxs")
        painter.setFont(self._word)
        painter.setPen(self.look.color("soft"))
        right = QRectF(place.right() - width, place.top(), width, place.height())
        painter.drawText(right, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), text)
        return width


class MonthGrid(QWidget):
    """The weeks of a month. One day can be reached with Tab; from there the arrow keys walk.

    ``opened`` tells which day was pressed; ``beyond`` the day of another month to which the keys walked.
    """

    opened = Signal(object)
    beyond = Signal(object)

    def __init__(self, look: Look, view: MonthView, lang: str, current: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._lang = look, lang
        self.cells: dict[date, DayCell] = {}
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        self._apart = look.pad("xxs") + 1
        grid.setSpacing(self._apart)
        self._heads: list[Text] = []
        for number in range(_WEEK):
            head = Text(look, weekday_name(number, lang), "small", "soft", weight=600)
            head.setMinimumWidth(1)
            self._heads.append(head)
            grid.addWidget(head, 0, number)
            grid.setColumnStretch(number, 1)
        for number, day in enumerate(view.days):
            cell = DayCell(look, day)
            cell.clicked.connect(lambda _=False, when=day.day: self.opened.emit(when))
            cell.walked.connect(self.walk)
            cell.paged.connect(self.beyond)
            self.cells[day.day] = cell
            grid.addWidget(cell, number // _WEEK + 1, number % _WEEK)
            grid.setRowStretch(number // _WEEK + 1, 1)
        self.setLayout(grid)
        self.current = current if current in self.cells else view.first
        self._mark_current()

    def _mark_current(self) -> None:
        for day, cell in self.cells.items():
            here = day == self.current
            cell.setFocusPolicy(Qt.FocusPolicy.StrongFocus if here else Qt.FocusPolicy.ClickFocus)

    def low(self, low: bool) -> None:
        """Whether the days may be lower, for what stands below them."""
        for cell in self.cells.values():
            cell.low(low)

    @property
    def weeks_less(self) -> int:
        """How many pixels, at the least, a month of six weeks is higher than this one."""
        cell = next(iter(self.cells.values()))
        return (_MOST_WEEKS - len(self.cells) // _WEEK) * (cell.minimumHeight() + self._apart)

    def walk(self, day: date) -> None:
        """Goes to a day; one that is not here is another month's."""
        cell = self.cells.get(day)
        if cell is None:
            self.beyond.emit(day)
            return
        self.current = day
        self._mark_current()
        cell.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.width() / _WEEK - self._look.pad("m")
        font = self._look.font("small", 600)
        names = [weekday_name(number, self._lang) for number in range(_WEEK)]
        short = any(natural_width(font, name) > room for name in names)
        for head, name in zip(self._heads, names, strict=True):
            head.say(name[:2] if short else name)
            head.setAccessibleName(name)
