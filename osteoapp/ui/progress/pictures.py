"""The pictures of Voortgang: rounds, bars and times between injections. Each says in words what it shows."""

from __future__ import annotations

import math
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from osteoapp.core.counts import Outcome
from osteoapp.i18n import translate
from osteoapp.ui.icons import Icon, paint_icon
from osteoapp.ui.parts.paint import fill_round, inset, natural_width, painter_on
from osteoapp.ui.progress.model import Bars, Dot, Dots, Gaps
from osteoapp.ui.theme import Color, Look

_LOOKS: Final[dict[Outcome, tuple[Icon, Color, Color, Color]]] = {
    Outcome.ON_TIME: ("check", "accent", "accent", "on_accent"),
    Outcome.LATE: ("clock", "tint", "accent", "accent"),
    Outcome.SKIPPED: ("prohibit", "card", "line", "soft"),
    Outcome.MISSED: ("minus-circle", "card", "line", "soft"),
    Outcome.OFF: ("desktop", "sunk", "line", "soft"),
    Outcome.PAUSED: ("pause", "sunk", "line", "soft"),
    Outcome.OPEN: ("bell-ringing", "due_bg", "due_mark", "due_text"),
}
_CENTER: Final = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter
_DONT_CLIP: Final = int(_CENTER) | int(Qt.TextFlag.TextDontClip)
_WIDEST_BAR: Final = 1.5


def paint_dot(painter: QPainter, look: Look, box: QRectF, outcome: Outcome) -> None:
    """One round: its icon tells what became of it, without the colour."""
    icon, ground, edge, color = _LOOKS[outcome]
    fill_round(painter, box, box.height() / 2, look.color(ground), look.color(edge), look.length("border"))
    # The minus has a round of its own: the mark is drawn as a bare line in ours.
    if outcome is Outcome.MISSED:
        painter.setPen(QPen(look.color(color), box.height() * 0.09, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        reach = box.width() * 0.2
        painter.drawLine(box.center() - QPointF(reach, 0), box.center() + QPointF(reach, 0))
        return
    paint_icon(painter, inset(box, box.width() * 0.24), look, icon, color, "bold")


class Picture(QWidget):
    """What the pictures share: a name that says all of it, and a height that follows the width."""

    def __init__(self, look: Look, said: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.setAccessibleName(said.replace("\u00a0", " "))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def line(self) -> float:
        return self.look.font("small").pixelSize() * 1.25

    def sizeHint(self) -> QSize:
        width = self.look.whole("entry")
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.look.whole("entry") // 4, 0)

    def words(self, painter: QPainter, box: QRectF, text: str, color: Color = "soft", weight: int = 500) -> None:
        painter.setFont(self.look.font("small", weight))
        painter.setPen(self.look.color(color))
        painter.drawText(box, _DONT_CLIP, text)


class DotsPicture(Picture):
    """Rounds in rows with their dates, or in columns of months."""

    def __init__(self, look: Look, dots: Dots, parent: QWidget | None = None) -> None:
        every = [*dots.dots, *(dot for _, column in dots.columns for dot in column)]
        super().__init__(look, ". ".join(dot.said for dot in every), parent)
        self._dots = dots

    @property
    def _side(self) -> float:
        return self.look.length("round_s") * 0.85

    @property
    def _cell(self) -> float:
        return max(self._side, natural_width(self.look.font("small", 500), "Sept")) + self.look.pad("xs")

    def _per_row(self, width: int) -> int:
        return max(int(width // self._cell), 1)

    def _small(self, width: int) -> float:
        """The side of a round in a column of months."""
        count = max(len(self._dots.columns), 1)
        return min(width / count - 4, self.look.length("icon_text") * 1.15)

    def heightForWidth(self, width: int) -> int:
        if self._dots.columns:
            highest = max(len(column) for _, column in self._dots.columns)
            return math.ceil(highest * (self._small(width) + 4) + self.line + 4)
        rows = math.ceil(len(self._dots.dots) / self._per_row(width))
        return math.ceil(rows * (self._side + 2 * self.line + self.look.pad("s")))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painter_on(self)
        if self._dots.columns:
            self._paint_columns(painter)
            return
        per, height = self._per_row(self.width()), self._side + 2 * self.line + self.look.pad("s")
        cell = min(self.width() / min(per, max(len(self._dots.dots), 1)), self._cell * 1.4)
        for number, dot in enumerate(self._dots.dots):
            row, place = divmod(number, per)
            self._paint_one(painter, QRectF(place * cell, row * height, cell, height), dot)

    def _paint_one(self, painter: QPainter, box: QRectF, dot: Dot) -> None:
        side = self._side
        round_box = QRectF(box.center().x() - side / 2, box.top(), side, side)
        paint_dot(painter, self.look, round_box, dot.outcome)
        top = QRectF(box.left(), round_box.bottom() + 2, box.width(), self.line)
        weight = 700 if dot.outcome is Outcome.OPEN else 500
        self.words(painter, top, dot.top, "ink", weight)
        self.words(painter, top.translated(0, self.line), dot.bottom, "soft", weight)

    def _paint_columns(self, painter: QPainter) -> None:
        columns = self._dots.columns
        step, side = self.width() / len(columns), self._small(self.width())
        bottom = self.height() - self.line - 2
        font = self.look.font("small", 500)
        every = 1 if natural_width(font, "mmm") <= step else 2
        for number, (name, dots) in enumerate(columns):
            middle = step * (number + 0.5)
            for place, dot in enumerate(dots):
                top = bottom - (place + 1) * (side + 4)
                paint_dot(painter, self.look, QRectF(middle - side / 2, top, side, side), dot.outcome)
            if number % every == (len(columns) - 1) % every:
                self.words(painter, QRectF(middle - step / 2, bottom + 2, step, self.line), name)


class BarsPicture(Picture):
    """Bars beside each other with their numbers: of a goal with a dashed line at it, of doses in a frame."""

    def __init__(self, look: Look, bars: Bars, parent: QWidget | None = None) -> None:
        super().__init__(look, ". ".join(bar.said for bar in bars.bars), parent)
        self._bars = bars
        self._lines = max((bar.label.count("\n") + 1 for bar in bars.bars), default=1)

    @property
    def _high(self) -> float:
        return self.look.length("drawing")

    def heightForWidth(self, width: int) -> int:
        return math.ceil(self._high + self.line * (self._lines + 1) + 8)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painter_on(self)
        look, bars = self.look, self._bars.bars
        if not bars:
            return
        goal = translate("Progress", "doel")
        side = natural_width(look.font("small", 600), goal) + look.pad("xs") if self._bars.goal else 0
        step = min((self.width() - side) / len(bars), look.length("meter_block") * _WIDEST_BAR * 1.6)
        top = max(max(bar.value for bar in bars), max(bar.full for bar in bars), 1)
        bottom = self.line + self._high
        wide = min(step * 0.72, look.length("meter_block") * _WIDEST_BAR)
        every = self._every(step)
        # Below the bars, and the numbers a little higher: the line must not strike them through.
        lift = look.length("border") * 1.5 if self._bars.goal else 0
        if self._bars.goal:
            self._paint_goal(painter, goal, bottom - bars[-1].full / top * self._high, step * len(bars))
        for number, bar in enumerate(bars):
            middle = step * (number + 0.5)
            self._paint_bar(painter, QRectF(middle - wide / 2, self.line, wide, self._high), bar.value, bar.full, top)
            text = str(bar.value) if self._bars.goal or bar.full else ""
            height = bottom - (bar.value if self._bars.goal else max(bar.full, bar.value)) / top * self._high
            if number % every == (len(bars) - 1) % every:
                above = QRectF(middle - step, height - self.line - lift, 2 * step, self.line)
                self.words(painter, above, text, "ink", 700)
                for place, part in enumerate(bar.label.split("\n")):
                    box = QRectF(middle - step, bottom + 4 + place * self.line, 2 * step, self.line)
                    self.words(painter, box, part)

    def _every(self, step: float) -> int:
        """Each, or each second or third, bar has its words, so that they do not touch."""
        font = self.look.font("small", 700)
        labels = [part for bar in self._bars.bars for part in (*bar.label.split("\n"), str(bar.value))]
        widest = max(natural_width(font, label) for label in labels) + 4
        return max(math.ceil(widest / step), 1)

    def _paint_bar(self, painter: QPainter, box: QRectF, value: int, full: int, top: int) -> None:
        look = self.look
        radius = min(look.pad("xxs") * 1.5, box.width() / 3)
        if not self._bars.goal and full:
            frame = QRectF(box.left(), box.bottom() - full / top * box.height(), box.width(), full / top * box.height())
            fill_round(painter, frame, radius, look.color("card"), look.color("line"), look.length("border") * 0.75)
        if value:
            bar = QRectF(box.left(), box.bottom() - value / top * box.height(), box.width(), value / top * box.height())
            reached = value >= full
            ground: Color = "accent" if reached or not self._bars.goal else "glass"
            fill_round(painter, bar, radius, look.color(ground), look.color("accent"), look.length("border") * 0.75)
        elif self._bars.goal:
            base = QRectF(box.left(), box.bottom() - 3, box.width(), 3)
            painter.fillRect(base, look.color("line"))

    def _paint_goal(self, painter: QPainter, word: str, height: float, width: float) -> None:
        look = self.look
        painter.setPen(QPen(look.color("soft"), look.length("border") * 0.75, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(0, height), QPointF(width, height))
        painter.setFont(look.font("small", 600))
        painter.setPen(look.color("soft"))
        box = QRectF(width + look.pad("xs"), height - self.line / 2, self.width() - width, self.line)
        painter.drawText(box, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), word)


class GapsPicture(Picture):
    """The times between injections as lying bars, beside a mark at what is planned."""

    def __init__(self, look: Look, gaps: Gaps, parent: QWidget | None = None) -> None:
        super().__init__(look, ". ".join(f"{gap.on}: {gap.text}" for gap in gaps.gaps), parent)
        self._gaps = gaps

    @property
    def _row(self) -> float:
        return 2 * self.line + self.look.pad("s")

    def heightForWidth(self, width: int) -> int:
        return math.ceil(len(self._gaps.gaps) * self._row + self.line + 4)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painter_on(self)
        look = self.look
        most = max([self._gaps.planned * 1.25, *(gap.months for gap in self._gaps.gaps)])
        scale = (self.width() - 4) / most
        left = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for number, gap in enumerate(self._gaps.gaps):
            top = number * self._row
            painter.setFont(look.font("small", 500))
            painter.setPen(look.color("ink"))
            painter.drawText(QRectF(0, top, self.width(), self.line), left, f"{gap.on}: {gap.text}")
            bar = QRectF(0, top + self.line, gap.months * scale, self.line * 0.8)
            fill_round(painter, bar, bar.height() / 3, look.color("glass"), look.color("accent"), look.length("border"))
        planned = self._gaps.planned * scale
        bottom = len(self._gaps.gaps) * self._row
        painter.setPen(QPen(look.color("ink"), look.length("border"), Qt.PenStyle.DashLine))
        for number in range(len(self._gaps.gaps)):
            top = number * self._row + self.line - 4
            painter.drawLine(QPointF(planned, top), QPointF(planned, top + self.line * 0.8 + 8))
        word = translate("Progress", "%n maanden", "", self._gaps.planned)
        width = natural_width(look.font("small", 600), word)
        place = min(max(planned - width / 2, 0), self.width() - width)
        painter.setFont(look.font("small", 600))
        painter.setPen(look.color("soft"))
        painter.drawText(QRectF(place, bottom, width + 4, self.line), left, word)
