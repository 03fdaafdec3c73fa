"""A time line: when it was last given, when it was planned, and today. Words above, dates below, marks that differ."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from osteoapp.ui.icons import paint_icon
from osteoapp.ui.parts.arranged import Arranged
from osteoapp.ui.parts.cards import Card
from osteoapp.ui.parts.paint import painter_on
from osteoapp.ui.parts.text import Text
from osteoapp.ui.theme import Look

Mark = Literal["given", "planned", "due", "call"]
# Where the point before the last one stands on the line; the line is no scale.
_MIDDLE: Final = 0.6


@dataclass(frozen=True, slots=True)
class Point:
    """A day on the line: what it was, and the day in words."""

    word: str
    day: str
    mark: Mark


class _Stops(Arranged):
    """Pairs of words, a name and its day: under marks beside each other, or beside marks under each other."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look.gap("m"), parent)
        self._mark, self._near = look.whole("badge"), look.pad("xs")
        self.centers: list[QPoint] = []

    def _pairs(self) -> list[tuple[QSize, QSize]]:
        hints = [item.sizeHint() for item in self._items]
        return list(zip(hints[::2], hints[1::2], strict=True))

    def sizeHint(self) -> QSize:
        widths = [max(word.width(), day.width()) for word, day in self._pairs()]
        width = sum(widths) + self._gap * max(len(widths) - 1, 0)
        return QSize(width, self.heightForWidth(width))

    def heightForWidth(self, width: int) -> int:
        return max((box.bottom() + 1 for box in self._boxes(width)[0]), default=0)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        boxes, centers = self._boxes(rect.width())
        self.centers = [center + rect.topLeft() for center in centers]
        for item, box in zip(self._items, boxes, strict=True):
            item.setGeometry(box.translated(rect.topLeft()))

    def _boxes(self, width: int) -> tuple[list[QRect], list[QPoint]]:
        pairs = self._pairs()
        widths = [max(word.width(), day.width()) for word, day in pairs]
        if sum(widths) + self._gap * (len(widths) - 1) <= width:
            return self._lying(pairs, widths, width)
        return self._upright(pairs, width)

    def _lying(
        self, pairs: list[tuple[QSize, QSize]], widths: list[int], width: int
    ) -> tuple[list[QRect], list[QPoint]]:
        """The first words begin with the line, the last ones end with it, others stand under their mark."""
        half, last = self._mark // 2, len(pairs) - 1
        boxes, centers = [], []
        for number, (word, day) in enumerate(pairs):
            if number in (0, last):
                middle = half if not number else width - half
                left = 0 if not number else width - widths[number]
            else:
                low, high = widths[0] + self._gap, width - widths[last] - self._gap - widths[number]
                left = min(max(round(width * _MIDDLE) - widths[number] // 2, low), high)
                middle = left + widths[number] // 2
            top = self._mark + self._near
            for hint in (word, day):
                start = left + (widths[number] - hint.width()) * (0 if not number else 2 if number == last else 1) // 2
                boxes.append(QRect(start, top, hint.width(), hint.height()))
                top += hint.height()
            centers.append(QPoint(middle, half))
        return boxes, centers

    def _upright(self, pairs: list[tuple[QSize, QSize]], width: int) -> tuple[list[QRect], list[QPoint]]:
        """Each point on a line of its own, its day beside its name where both fit."""
        half, left, top = self._mark // 2, self._mark + self._gap, 0
        boxes, centers = [], []
        for word, day in pairs:
            beside = left + word.width() + self._near + day.width() <= width
            boxes.append(QRect(left, top, word.width(), word.height()))
            spot = QPoint(left + word.width() + self._near, top) if beside else QPoint(left, top + word.height())
            boxes.append(QRect(spot, day))
            centers.append(QPoint(half, top + word.height() // 2))
            top = boxes[-1].bottom() + 1 + self._near
        return boxes, centers


class TimeLine(Card):
    """Solid up to the planned day, dotted after it; the last mark has the colour of what is asked now."""

    def __init__(self, look: Look, points: Sequence[Point], parent: QWidget | None = None) -> None:
        said = ". ".join(f"{point.word} {point.day}" for point in points).replace("\u00a0", " ")
        super().__init__(look, name=said, parent=parent)
        self._points = tuple(points)
        self._stops = _Stops(look)
        for point in points:
            self._stops.addWidget(Text(look, point.word, "body", "soft"))
            self._stops.addWidget(Text(look, point.day, weight=700))
        side, pad = look.pad("xl"), look.pad("m")
        self.setContentsMargins(side, pad, side, pad)
        self.setLayout(self._stops)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = painter_on(self)
        spots = [QPointF(center) for center in self._stops.centers]
        for number in range(1, len(spots)):
            self._paint_way(painter, spots[number - 1], spots[number], self._points[number])
        for spot, point in zip(spots, self._points, strict=False):
            self._paint_mark(painter, spot, point)

    def _color(self, point: Point) -> QColor:
        return self.look.color(
            "call_mark" if point.mark == "call" else "due_mark" if point.mark == "due" else "accent"
        )

    def _paint_way(self, painter: QPainter, start: QPointF, end: QPointF, point: Point) -> None:
        solid = point.mark == "planned"
        pen = QPen(self._color(point), self.look.length("border_heavy"))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        if not solid:
            pen.setDashPattern([0.01, 2.2])
        painter.setPen(pen)
        painter.drawLine(start, end)

    def _paint_mark(self, painter: QPainter, spot: QPointF, point: Point) -> None:
        """A tick, an open round and a filled one: told apart without colour."""
        look = self.look
        radius = look.length("badge") / 2
        open_ = point.mark == "planned"
        width = look.length("border_thick") + 1
        painter.setPen(QPen(self._color(point), width))
        painter.setBrush(look.color("card") if open_ else self._color(point))
        painter.drawEllipse(spot, radius - width, radius - width)
        if point.mark == "given":
            tick = QRectF(spot.x() - radius / 2, spot.y() - radius / 2, radius, radius)
            paint_icon(painter, tick, look, "check", "on_accent")
