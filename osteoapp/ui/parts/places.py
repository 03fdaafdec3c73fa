"""The left column's places, and the steps that take their room during an intake."""

from __future__ import annotations

import math
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from osteoapp.ui.icons import Icon, paint_icon
from osteoapp.ui.parts.paint import (
    Ringed,
    edge_of,
    fill_round,
    natural_width,
    paint_words,
    painter_on,
    words_size,
)
from osteoapp.ui.theme import Color, Height, Look

Standing = Literal["done", "now", "to_do"]
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class Place(Ringed, QAbstractButton):
    """Icon and word. The chosen one is a card with a bar, bold, with a filled icon; a round tells open things."""

    def __init__(
        self, look: Look, icon: Icon, word: str, *, height: Height = "place", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look, self._icon = look, icon
        self._height = look.height(height)
        self.setText(word)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.count, self._urgent = 0, False
        self.tell(0, "")

    def tell(self, count: int, words: str, *, urgent: bool = False) -> None:
        """How many things are open; ``words`` say it for a screen reader."""
        self.count, self._urgent = count, urgent
        self.setAccessibleName(f"{self.text()}, {words}" if count else self.text())
        self.update()

    def sizeHint(self) -> QSize:
        look = self._look
        word = natural_width(look.font("body", 700), self.text())
        extra = look.length("icon_place") + look.pad("s") + look.pad("m") + look.pad("xs") + look.pad("xxs")
        return QSize(math.ceil(word + extra), self._height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = self._look
        corner = look.radius("control")
        painter, box = self.begin(look, corner)
        color = self._ground(painter, box, corner)
        chosen = self.isChecked()
        side = look.length("icon_place")
        left = box.left() + look.pad("m") + look.pad("xxs") * 0.5
        paint_icon(
            painter, QRectF(left, box.center().y() - side / 2, side, side), look, self._icon, color,
            "fill" if chosen else "regular",
        )  # fmt: skip
        words = box.adjusted(left - box.left() + side + look.pad("s"), 0, 0, 0)
        paint_words(painter, words, look.font("body", 700 if chosen else 500), look.color(color), self.text(), _LEFT)
        if self.count:
            self._badge(painter, box)

    def _ground(self, painter: QPainter, box: QRectF, corner: float) -> Color:
        look = self._look
        if self.isChecked():
            if look.contrast:
                fill_round(painter, box, corner, look.color("accent"))
                return "on_accent"
            fill_round(painter, box, corner, look.color("card"), *edge_of(look))
            bar = QRectF(box.left(), box.top() + box.height() * 0.22, look.length("bar") * 0.75, box.height() * 0.56)
            fill_round(painter, bar, bar.width() / 2, look.color("accent"))
            return "accent"
        if self.underMouse() or self.isDown():
            if look.contrast:
                fill_round(painter, box, corner, None, look.color("accent"), look.length("border_thick"))
            else:
                fill_round(painter, box, corner, look.color("tint_2" if self.isDown() else "tint"))
        return "ink"

    def _badge(self, painter: QPainter, box: QRectF) -> None:
        look = self._look
        font = look.font("small", 700)
        side = min(look.length("badge"), box.height() * 0.6)
        left = natural_width(look.font("body", 700), self.text()) + look.length("icon_place") + look.pad("xl") * 2
        if box.left() + left + side > box.right() - look.pad("xxs"):
            return
        circle = QRectF(box.right() - side - look.pad("s"), box.center().y() - side / 2, side, side)
        ground, edge, text = (
            ("call_bg", "call_mark", "call_text") if self._urgent else ("due_bg", "due_mark", "due_text")
        )
        fill_round(painter, circle, side / 2, look.color(ground), look.color(edge), look.length("border"))  # type: ignore[arg-type]
        paint_words(painter, circle, font, look.color(text), str(self.count))  # type: ignore[arg-type]


class Steps(QWidget):
    """The steps of a guided task: a round with a number, a line between, a tick when done.

    A ``low`` one lies on one line and has only the word of the step that we are at.
    """

    def __init__(self, look: Look, words: tuple[str, ...], *, low: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._words, self._low = look, words, low
        self._now = 0
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_step(self, now: int, said: str) -> None:
        """``now`` is the step we are at, from 0; ``said`` is what a screen reader hears."""
        self._now = now
        self.setAccessibleName(said)
        self.update()

    def standing(self, index: int) -> Standing:
        return "done" if index < self._now else "now" if index == self._now else "to_do"

    def sizeHint(self) -> QSize:
        look = self._look
        if self._low:
            return QSize(self.minimumSizeHint().width(), self.minimumSizeHint().height())
        width = max(natural_width(look.font("body", 700), word) for word in self._words)
        width += look.length("step_round") + look.pad("s") + look.length("border")
        return QSize(math.ceil(width), self._pitch() * len(self._words))

    def minimumSizeHint(self) -> QSize:
        look = self._look
        if self._low:
            line = look.font("body").pixelSize() * 1.4
            return QSize(look.whole("step_round") * 4, math.ceil(look.length("step_round") + look.pad("xs") + 2 * line))
        return QSize(look.whole("step_round") * 3, self._pitch() * len(self._words))

    def _pitch(self) -> int:
        return self._look.height("place_low") + self._look.pad("m")

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painter_on(self)
        look = self._look
        side = look.length("step_round")
        for index in range(len(self._words)):
            circle = self._place(index)
            if index:
                self._line(painter, self._place(index - 1), circle)
            self._circle(painter, circle, self.standing(index), index)
            if not self._low:
                self._word(painter, index, QRectF(circle.right() + look.pad("s"), circle.center().y(), 0, 0))
        if self._low:
            self._word(
                painter, self._now, QRectF(0, side + look.pad("xs") + look.font("body").pixelSize() * 0.65, 0, 0)
            )

    def _place(self, index: int) -> QRectF:
        side, pitch = self._look.length("step_round"), self._pitch()
        if self._low:
            apart = min(side + self._look.pad("m"), (self.width() - 2 - side) / max(len(self._words) - 1, 1))
            return QRectF(1 + index * apart, 1, side, side)
        return QRectF(1, index * pitch + (pitch - side) / 2, side, side)

    def _line(self, painter: QPainter, one: QRectF, other: QRectF) -> None:
        painter.setPen(QPen(self._look.color("line"), self._look.length("step_line")))
        gap = self._look.length("border")
        if self._low:
            painter.drawLine(
                QPointF(one.right() + gap, one.center().y()), QPointF(other.left() - gap, one.center().y())
            )
        else:
            middle = one.center().x()
            painter.drawLine(QPointF(middle, one.bottom() + gap), QPointF(middle, other.top() - gap))

    def _word(self, painter: QPainter, index: int, at: QRectF) -> None:
        """The word of a step, in the middle of a height and wrapped to the width that is left."""
        look, standing = self._look, self.standing(index)
        font = look.font("body", 700 if standing == "now" else 500)
        tall = words_size(font, self._words[index], self.width() - at.left()).height()
        top = at.top() - (tall / 2 if not self._low else look.font("body").pixelSize() * 0.65)
        room = QRectF(at.left(), top, self.width() - at.left(), tall)
        paint_words(
            painter, room, font, look.color("soft" if standing == "to_do" else "ink"), self._words[index], _LEFT
        )

    def _circle(self, painter: QPainter, circle: QRectF, standing: Standing, index: int) -> None:
        look = self._look
        width = look.length("border")
        if standing == "done":
            fill_round(painter, circle, circle.height() / 2, look.color("tint"), look.color("accent"), width)
            paint_icon(
                painter,
                circle.adjusted(*([circle.width() * 0.24] * 2), *([-circle.width() * 0.24] * 2)),
                look,
                "check",
                "accent",
            )
            return
        if standing == "now":
            fill_round(painter, circle, circle.height() / 2, look.color("accent"))
        else:
            fill_round(painter, circle, circle.height() / 2, look.color("card"), look.color("line"), width)
        color: Color = "on_accent" if standing == "now" else "soft"
        paint_words(painter, circle, look.font("body", 700), look.color(color), str(index + 1))
