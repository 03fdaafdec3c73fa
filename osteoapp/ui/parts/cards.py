"""Cards and the page they lie on."""

from __future__ import annotations

from typing import Final, Literal

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QHideEvent, QLinearGradient, QMoveEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLayout,
    QScrollArea,
    QScrollBar,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from osteoapp.ui.icons import Icon, paint_icon
from osteoapp.ui.parts.paint import box_of, edge_of, fill_round, inset, paint_shadow, painter_on, round_path
from osteoapp.ui.theme import PERCENTS, Color, Length, Look, Radius

Tone = Literal["plain", "due", "due_flat", "calm", "call", "sunk", "tint", "alarm", "bare"]

_FILLS: Final[dict[Tone, Color]] = {"sunk": "sunk", "tint": "tint", "alarm": "call_bg"}
_CONTRAST_EDGES: Final[dict[Tone, Color]] = {
    "due": "due_mark", "due_flat": "due_mark", "call": "call_mark", "alarm": "call_mark", "tint": "accent",
}  # fmt: skip


class Card(QFrame):
    """A rounded sheet on the page. The page paints its shadow.

    ``due`` fades from amber and has a bar; ``calm`` fades from the tint; ``call`` has the red edge and bar.
    """

    def __init__(
        self,
        look: Look,
        tone: Tone = "plain",
        *,
        radius: Radius = "card",
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.look, self.tone, self._radius = look, tone, radius
        if name:
            self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    @property
    def raised(self) -> bool:
        """Whether the page paints a shadow under it."""
        return self.tone not in ("sunk", "tint", "alarm", "bare")

    @property
    def corner(self) -> float:
        return self.look.radius(self._radius)

    def moveEvent(self, event: QMoveEvent) -> None:
        super().moveEvent(event)
        self._tell_page()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell_page()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._tell_page()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._tell_page()

    def _tell_page(self) -> None:
        """The shadow lies outside of the card, and where that is alone, outside of its parent: the page paints anew."""
        under = self.parentWidget()
        while under is not None and not isinstance(under, Page):
            under = under.parentWidget()
        if under is not None:
            under.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.tone == "bare":
            return
        painter = painter_on(self)
        box = box_of(self)
        if self.look.contrast:
            self._paint_contrast(painter, box)
            return
        if self.tone in ("due", "calm"):
            self._paint_fade(painter, box)
        else:
            fill = _FILLS.get(self.tone, "card")
            edge: Color = "call_mark" if self.tone == "call" else "hair"
            color, width = edge_of(self.look, edge)
            if self.tone == "call":
                width = self.look.length("border")
            fill_round(
                painter, box, self.corner, self.look.color(fill), color, 0 if self.tone in ("tint", "alarm") else width
            )
        if self.tone in ("due", "due_flat", "call"):
            self._paint_bar(painter, box)

    def _paint_fade(self, painter: QPainter, box: QRectF) -> None:
        fade = QLinearGradient(box.topLeft(), box.bottomRight())
        fade.setColorAt(0, self.look.color("due_bg" if self.tone == "due" else "tint"))
        fade.setColorAt(0.85, self.look.color("card"))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.fillPath(round_path(box, self.corner), fade)
        color, width = edge_of(self.look)
        fill_round(painter, box, self.corner, None, color, width)

    def _paint_contrast(self, painter: QPainter, box: QRectF) -> None:
        edge = _CONTRAST_EDGES.get(self.tone, "line")
        strong = self.tone in ("due", "due_flat", "call")
        width = self.look.length("border_thick" if strong else "border")
        fill_round(painter, box, self.corner, self.look.color("card"), self.look.color(edge), width)
        if strong:
            self._paint_bar(painter, box)

    def _paint_bar(self, painter: QPainter, box: QRectF) -> None:
        painter.save()
        painter.setClipPath(round_path(box, self.corner))
        bar = QRectF(box.left(), box.top(), self.look.length("bar"), box.height())
        painter.fillRect(bar, self.look.color("call_mark" if self.tone == "call" else "due_mark"))
        painter.restore()


class Page(QWidget):
    """A sheet of paper: paints the ground, and the shadow under each card on it."""

    def __init__(self, look: Look, ground: Color = "paper", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look, self.ground = look, ground

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painter_on(self)
        painter.fillRect(self.rect(), self.look.color(self.ground))
        for card in self.findChildren(Card):
            if card.raised and card.isVisibleTo(self) and self._lies_on_me(card):
                place = QRectF(card.mapTo(self, QPoint(0, 0)).toPointF(), card.size().toSizeF())
                paint_shadow(painter, self.look, place, card.corner)

    def _lies_on_me(self, card: Card) -> bool:
        """Whether no other page or card lies between."""
        between = card.parentWidget()
        while between is not None and between is not self:
            if isinstance(between, Card | Page):
                return False
            between = between.parentWidget()
        return True


class Bar(QScrollBar):
    """A scroll bar that is there only where something can be scrolled; its room is always kept.

    Slim at the plain text size, wide for unsure hands at the larger ones.
    """

    def __init__(self, look: Look, ground: Color, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._look, self._ground = look, ground
        self.setStyleSheet(_bar_style(look))

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._look.color(self._ground))
        if self.maximum() > self.minimum():
            super().paintEvent(event)


def _bar_style(look: Look) -> str:
    """The style sheet of a scroll bar: the one thing that Qt paints better than we do."""
    width, gap = look.whole("scrollbar"), look.whole("border")
    side = width // 4 if look.percent == PERCENTS[0] else 2 * gap
    radius = (width - 2 * side) // 2
    return (
        f"QScrollBar:vertical {{ width: {width}px; background: transparent; border: none; margin: 0; }}"
        f"QScrollBar::handle:vertical {{ background: {look.hex('line')}; border-radius: {radius}px;"
        f" margin: {gap}px {side}px; min-height: {look.height('quiet')}px; }}"
        "QScrollBar::add-line, QScrollBar::sub-line { height: 0; }"
        "QScrollBar::add-page, QScrollBar::sub-page { background: none; }"
    )


class _Fade(QWidget):
    """Where a page goes on below, its last pixels fade into the paper: nothing looks cut off."""

    def __init__(self, look: Look, ground: Color, parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self._ground = look, ground
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, box = painter_on(self), box_of(self)
        if self._look.contrast:
            width = self._look.length("border")
            painter.fillRect(QRectF(0, box.bottom() - width, box.width(), width), self._look.color("line"))
            return
        clear = self._look.color(self._ground)
        clear.setAlpha(0)
        fade = QLinearGradient(box.topLeft(), box.bottomLeft())
        fade.setColorAt(0, clear)
        fade.setColorAt(1, self._look.color(self._ground))
        painter.fillRect(box, fade)


class Scroller(QScrollArea):
    """A page that scrolls up and down only; the room of its bar is always kept, so that nothing moves."""

    def __init__(self, look: Look, page: Page, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.page = page
        self._bar = Bar(look, page.ground)
        self.setVerticalScrollBar(self._bar)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(page)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._fade = _Fade(look, page.ground, self)
        self._reach = look.gap("l")
        self._bar.valueChanged.connect(self._show_fade)
        self._bar.rangeChanged.connect(self._show_fade)
        self._show_fade()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_fade()

    def _show_fade(self) -> None:
        self._fade.setVisible(self._bar.value() < self._bar.maximum())
        self._fade.setGeometry(0, self.height() - self._reach, self.width() - self._bar.width(), self._reach)
        self._fade.raise_()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)


class Round(QWidget):
    """An icon in a round: decoration, so a screen reader passes over it."""

    def __init__(
        self, look: Look, icon: Icon, size: Length = "round_s", ground: Color = "tint", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look, self._icon, self._ground = look, icon, ground
        side = look.whole(size)
        self.setFixedSize(side, side)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def stand_out(self, ground: Color) -> None:
        """Takes another ground, where what it lies on changes."""
        self._ground = ground
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painter_on(self)
        box = box_of(self)
        edge = self._look.color("line") if self._look.contrast else None
        fill_round(painter, box, box.height() / 2, self._look.color(self._ground), edge, self._look.length("border"))
        side = box.width() * 0.56
        paint_icon(painter, inset(box, (box.width() - side) / 2), self._look, self._icon, "accent", "duotone")


class IconMark(QWidget):
    """A bare icon beside words: decoration."""

    def __init__(
        self,
        look: Look,
        icon: Icon,
        color: Color = "accent",
        weight: Literal["regular", "fill", "bold", "duotone"] = "fill",
        size: Length = "icon_text",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self._icon, self._color, self._weight = look, icon, color, weight
        side = look.whole(size)
        self.setFixedSize(side, side)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painter_on(self)
        paint_icon(painter, box_of(self), self._look, self._icon, self._color, self._weight)


class Rule(QFrame):
    """A thin line between parts of a card."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setFixedHeight(look.whole("border"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        color, width = edge_of(self._look)
        painter_on(self).fillRect(QRectF(0, 0, self.width(), width), color)


def column(gap: int = 0, margins: tuple[int, int, int, int] = (0, 0, 0, 0)) -> QVBoxLayout:
    """An upright layout without the style's own margins."""
    box = QVBoxLayout()
    box.setContentsMargins(*margins)
    box.setSpacing(gap)
    return box


def row(gap: int = 0, margins: tuple[int, int, int, int] = (0, 0, 0, 0)) -> QHBoxLayout:
    """A lying layout without the style's own margins."""
    box = QHBoxLayout()
    box.setContentsMargins(*margins)
    box.setSpacing(gap)
    return box


def clear(layout: QLayout) -> None:
    """Takes every widget out of a layout: gone from sight at once, deleted when Qt is next at rest."""
    while layout.count():
        item = layout.takeAt(0)
        widget = item.widget() if item is not None else None
        if widget is not None:
            widget.hide()
            widget.deleteLater()
