"""Small parts that tell a state: chip, meter, ring, step round and count badge."""

from __future__ import annotations

import math
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QProgressBar, QSizePolicy, QWidget

from osteoapp.ui.icons import Icon, paint_icon
from osteoapp.ui.parts.paint import box_of, fill_round, inset, natural_width, paint_words, painter_on
from osteoapp.ui.theme import Color, Look

Mood = Literal["due", "wait", "later", "done", "skipped", "open", "call"]

_MOODS: dict[Mood, tuple[Color, Color, Color]] = {
    "due": ("due_bg", "due_mark", "due_text"),
    "wait": ("sunk", "line", "soft"),
    "later": ("sunk", "line", "soft"),
    "done": ("tint", "accent", "accent"),
    "skipped": ("sunk", "line", "soft"),
    "open": ("sunk", "line", "soft"),
    "call": ("call_bg", "call_mark", "call_text"),
}
MOOD_ICONS: dict[Mood, Icon] = {
    "due": "bell-ringing", "wait": "hourglass-medium", "later": "clock", "done": "check", "skipped": "minus-circle",
    "open": "question", "call": "phone",
}  # fmt: skip


class Chip(QLabel):
    """A state as icon, word and colour. It is not a button and never looks like one: its ends are round."""

    def __init__(self, look: Look, mood: Mood, word: str, parent: QWidget | None = None) -> None:
        super().__init__(word, parent)
        self._look, self.mood = look, mood
        self.setFont(look.font("small", 600))
        self.setAccessibleName(word.replace("\u00a0", " "))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def sizeHint(self) -> QSize:
        look = self._look
        width = natural_width(self.font(), self.text()) + look.length("icon_text") + look.pad("xs")
        return QSize(math.ceil(width) + 2 * look.pad("s") + 2, look.height("chip"))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painter_on(self)
        look, box = self._look, box_of(self)
        ground, edge, text = _MOODS[self.mood]
        width = look.length("border") if look.contrast else look.length("border") * 0.75
        fill_round(painter, box, box.height() / 2, look.color(ground), look.color(edge), width)
        side = look.length("icon_text")
        left = box.left() + look.pad("s")
        paint_icon(painter, QRectF(left, box.center().y() - side / 2, side, side), look, MOOD_ICONS[self.mood], text)
        word = box.adjusted(left + side + look.pad("xs"), 0, 0, 0)
        align = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        paint_words(painter, word, self.font(), look.color(text), self.text(), align)


class StepMark(QLabel):
    """The number of a step, in a round."""

    def __init__(self, look: Look, number: int, parent: QWidget | None = None) -> None:
        super().__init__(str(number), parent)
        self._look = look
        self.setFont(look.font("body", 700))
        self.setAccessibleName(str(number))
        side = look.whole("step_round")
        self.setFixedSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painter_on(self)
        look, box = self._look, box_of(self)
        fill_round(painter, box, box.height() / 2, look.color("tint"), look.color("accent"), look.length("border"))
        paint_words(painter, box, self.font(), look.color("accent"), self.text())


class Meter(QProgressBar):
    """One block for each portion, or for each 10 minutes; a done block is filled and has a tick.

    To a screen reader it is a progress bar with the real number; over the goal all blocks are full and the words
    beside it say the real number.
    """

    def __init__(
        self, look: Look, value: int, target: int, words: str, *, per_block: int = 1, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self.blocks = max(1, math.ceil(target / per_block))
        self.full = min(self.blocks, value // per_block)
        self.setRange(0, max(target, value, 1))
        self.setValue(value)
        self.setTextVisible(False)
        self.setAccessibleName(words.replace("\u00a0", " "))
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        block = look.length("meter_block_wide" if per_block > 1 else "meter_block")
        self._block, self._gap = block, look.pad("xs") * 0.75
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        width = self.blocks * self._block + (self.blocks - 1) * self._gap
        return QSize(math.ceil(width), self._look.height("meter"))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painter_on(self)
        look, height = self._look, float(self.height())
        for index in range(self.blocks):
            box = QRectF(index * (self._block + self._gap), 0, self._block, height)
            radius = height * 0.32
            if index < self.full:
                fill_round(painter, box, radius, look.color("accent"))
                side = height * 0.72
                tick = QRectF(box.center().x() - side / 2, box.center().y() - side / 2, side, side)
                paint_icon(painter, tick, look, "check", "on_accent")
            else:
                fill_round(painter, box, radius, look.color("card"), look.color("line"), look.length("border"))


class Ring(QProgressBar):
    """A time that runs: fills clockwise, a mark every five minutes, the minutes left in large figures.

    It asks for the share ``least`` of its full size and takes more where there is more. A ``small`` one has no words.
    """

    def __init__(self, look: Look, *, small: bool = False, least: float = 1.0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self.small, self._least = look, small, least
        self._top = self._unit = self._end = ""
        self._total = 1
        self.setTextVisible(False)
        policy = QSizePolicy.Policy.Fixed if small else QSizePolicy.Policy.Expanding
        self.setSizePolicy(policy, policy)

    def show_time(self, left: int, total: int, *, top: str = "", unit: str = "", end: str = "") -> None:
        """``left`` of ``total`` minutes; the words stand above, below, and in the pill."""
        self._top, self._unit, self._end, self._total = top, unit, end, max(total, 1)
        self.setRange(0, self._total)
        self.setValue(self._total - min(left, self._total))
        said = f"{top} {left} {unit}, {end}" if end else f"{left}"
        self.setAccessibleName(said.replace("\u00a0", " "))
        self._left = left
        self.update()

    @property
    def _full(self) -> int:
        return self._look.whole("ring_small" if self.small else "ring_size")

    def sizeHint(self) -> QSize:
        side = self._full if self.small else round(self._full * self._least)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painter_on(self)
        look = self._look
        side = min(self.width(), self.height(), self._full)
        scale = side / max(self._full, 1)
        stroke = look.length("ring_small_stroke" if self.small else "ring_stroke") * scale
        marks = 0.0 if self.small else stroke * 0.55
        center = box_of(self).center()
        radius = side / 2 - stroke / 2 - marks - 1
        circle = QRectF(center.x() - radius, center.y() - radius, 2 * radius, 2 * radius)
        self._paint_track(painter, circle, stroke)
        if marks:
            self._paint_marks(painter, center, radius + stroke / 2 + marks * 0.4, marks)
            self._paint_words(painter, center, radius - stroke / 2, scale)

    def _paint_track(self, painter: QPainter, circle: QRectF, stroke: float) -> None:
        look = self._look
        painter.setBrush(Qt.BrushStyle.NoBrush if self.small else look.color("card"))
        painter.setPen(QPen(look.color("track"), stroke))
        painter.drawEllipse(circle)
        if look.contrast:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.color("line"), look.length("border")))
            painter.drawEllipse(inset(circle, -stroke / 2))
            painter.drawEllipse(inset(circle, stroke / 2))
        share = self.value() / max(self.maximum(), 1)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(look.color("accent"), stroke, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawArc(circle, 90 * 16, round(-share * 360 * 16) if share else -1)
        if not self.small:
            angle = math.radians(90 - share * 360)
            radius = circle.width() / 2
            end = QPointF(
                circle.center().x() + radius * math.cos(angle), circle.center().y() - radius * math.sin(angle)
            )
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.color("on_accent"))
            painter.drawEllipse(end, stroke * 0.34, stroke * 0.34)

    def _paint_marks(self, painter: QPainter, center: QPointF, radius: float, length: float) -> None:
        painter.setPen(
            QPen(self._look.color("line"), self._look.length("border_thick"), Qt.PenStyle.SolidLine,
                 Qt.PenCapStyle.RoundCap)
        )  # fmt: skip
        for minute in range(0, self._total, 5):
            angle = math.radians(90 - minute / self._total * 360)
            away = QPointF(math.cos(angle), -math.sin(angle))
            painter.drawLine(center + away * radius, center + away * (radius + length * 0.5))

    def _paint_words(self, painter: QPainter, center: QPointF, radius: float, scale: float) -> None:
        look = self._look
        number, unit, small = look.font("ring"), look.font("section"), look.font("lead", 500)
        for font in (number, unit, small):
            font.setPixelSize(max(round(font.pixelSize() * min(scale * 1.05, 1)), 18))
        heights = [small.pixelSize() * 1.2, number.pixelSize() * 1.02, unit.pixelSize() * 1.4]
        pill = unit.pixelSize() * 2.0
        gap = unit.pixelSize() * 0.5
        top = center.y() - (sum(heights) + gap + pill) / 2
        for font, color, text, height in (
            (small, "soft", self._top, heights[0]),
            (number, "ink", str(self._left), heights[1]),
            (unit, "ink", self._unit, heights[2]),
        ):
            box = QRectF(center.x() - radius, top, 2 * radius, height)
            painter.setFont(font)
            painter.setPen(look.color(color))  # type: ignore[arg-type]
            painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip), text)
            top += height
        width = natural_width(unit, self._end) + unit.pixelSize() * 1.8
        box = QRectF(center.x() - width / 2, top + gap, width, pill)
        fill_round(painter, box, pill / 2, look.color("tint"), look.color("accent"), look.length("border"))
        paint_words(painter, box, unit, look.color("accent"), self._end)
