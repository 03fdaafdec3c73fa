"""What the painted parts share: rounded shapes, shadows, the focus ring and painted words."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFocusEvent, QFont, QFontMetricsF, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QWidget

from osteoapp.ui.theme import Color, Look

_SHADOW_STEPS = 14
_KEYBOARD = frozenset(
    {
        Qt.FocusReason.TabFocusReason,
        Qt.FocusReason.BacktabFocusReason,
        Qt.FocusReason.ShortcutFocusReason,
    }
)


class Ringed:
    """Mixed into a widget that takes the focus: knows whether the focus came by the keyboard.

    The ring is painted inside the part's own box and the part shrinks a little, so nothing moves or is clipped.
    """

    ringed = False

    def focusInEvent(self, event: QFocusEvent) -> None:
        if event.reason() in _KEYBOARD:
            self.ringed = True
        self._pass_on("focusInEvent", event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        if event.reason() not in (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason):
            self.ringed = False
        self._pass_on("focusOutEvent", event)

    def _pass_on(self, name: str, event: QFocusEvent) -> None:
        getattr(super(), name)(event)
        cast(QWidget, self).update()

    @property
    def shows_ring(self) -> bool:
        """Whether the ring is to be painted now."""
        return self.ringed and cast(QWidget, self).hasFocus()

    def begin(self, look: Look, corner: float) -> tuple[QPainter, QRectF]:
        """A painter on this part, and the box that is left for it: all of it, or what the focus ring leaves."""
        widget = cast(QWidget, self)
        painter, box = painter_on(widget), box_of(widget)
        return painter, paint_ring(painter, look, box, corner) if self.shows_ring else box


def painter_on(widget: QWidget) -> QPainter:
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    return painter


def box_of(widget: QWidget) -> QRectF:
    return QRectF(widget.rect())


def inset(box: QRectF, by: float) -> QRectF:
    return box.adjusted(by, by, -by, -by)


def fill_round(
    painter: QPainter,
    box: QRectF,
    radius: float,
    fill: QBrush | QColor | None,
    edge: QColor | None = None,
    width: float = 0,
) -> None:
    """A rounded box; its edge lies wholly inside ``box``."""
    half = width / 2 if edge is not None else 0
    painter.setPen(QPen(edge, width) if edge is not None and width else Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(fill) if fill is not None else Qt.BrushStyle.NoBrush)
    inner = inset(box, half)
    radius = min(max(radius - half, 0), inner.height() / 2, inner.width() / 2)
    painter.drawRoundedRect(inner, radius, radius)


def round_path(box: QRectF, radius: float) -> QPainterPath:
    path = QPainterPath()
    path.addRoundedRect(box, radius, radius)
    return path


def paint_ring(painter: QPainter, look: Look, box: QRectF, radius: float) -> QRectF:
    """Paints the focus ring at the edge of ``box`` and gives back the box that is left for the part itself."""
    width, gap = look.length("ring_width"), look.length("ring_gap")
    fill_round(painter, box, radius + gap, None, look.color("focus"), width)
    return inset(box, width + gap)


def paint_shadow(painter: QPainter, look: Look, box: QRectF, radius: float) -> None:
    """A soft shadow under a card: a stack of rounded boxes of falling darkness."""
    alpha = look.shadow_alpha
    if not alpha:
        return
    reach, down = look.length("shadow_reach"), look.length("shadow_down")
    painter.setPen(Qt.PenStyle.NoPen)
    for step in range(_SHADOW_STEPS):
        grow = reach * (1 - step / _SHADOW_STEPS)
        color = look.color("shadow")
        # The layers lie on one another: together they make ``alpha`` at the edge of the card.
        color.setAlphaF(alpha / _SHADOW_STEPS * (0.6 + 0.8 * step / _SHADOW_STEPS))
        painter.setBrush(color)
        layer = box.adjusted(-grow * 0.55, -grow * 0.3, grow * 0.55, grow * 0.8).translated(0, down * 0.3)
        painter.drawRoundedRect(layer, radius + grow * 0.5, radius + grow * 0.5)


def words_size(font: QFont, text: str, width: float) -> QRectF:
    """The room that ``text`` takes when wrapped to ``width``."""
    return QFontMetricsF(font).boundingRect(
        QRectF(0, 0, max(width, 1), 1e6), int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft), text
    )


def natural_width(font: QFont, text: str) -> float:
    """The width of ``text`` on one line."""
    return QFontMetricsF(font).horizontalAdvance(text)


def longest_word(font: QFont, text: str) -> float:
    """The width of the widest word: narrower than this, a word would break."""
    metrics = QFontMetricsF(font)
    return max((metrics.horizontalAdvance(word) for word in text.split(" ")), default=0.0)


def paint_words(
    painter: QPainter,
    box: QRectF,
    font: QFont,
    color: QColor,
    text: str,
    flags: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignCenter,
) -> None:
    painter.setFont(font)
    painter.setPen(color)
    painter.drawText(box, int(flags) | int(Qt.TextFlag.TextWordWrap), text)


def edge_of(look: Look, token: Color = "hair") -> tuple[QColor, float]:
    """Colour and width of a card's edge: a hair line, or a clear border in high contrast."""
    if look.contrast:
        return look.color("line" if token == "hair" else token), look.length("border")
    return look.color(token), 1.0
