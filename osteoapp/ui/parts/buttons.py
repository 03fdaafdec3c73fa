"""Main, quiet and text buttons: real push buttons with a face of their own.

What a button looks like in each state follows the theme; its size follows its words, which wrap where there is
no room for one line. There is no default button anywhere: Enter and Space press only what has the focus.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from osteoapp.ui.icons import Icon, paint_icon
from osteoapp.ui.parts.paint import (
    Ringed,
    fill_round,
    longest_word,
    natural_width,
    paint_words,
    words_size,
)
from osteoapp.ui.theme import Color, Height, Look, Space, Type

# An outlined square looks like a box to tick.
_FILLED: Final = frozenset({"stop", "play"})


class Button(Ringed, QPushButton):
    """What the three kinds share: measuring, wrapping, and painting of word and icon."""

    font_token: Type = "body"
    side_space: Space = "xl"

    def __init__(
        self,
        look: Look,
        text: str,
        icon: Icon | None = None,
        *,
        height: Height = "quiet",
        icon_after: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self.look, self.icon_name, self._icon_after = look, icon, icon_after
        self._usual = self.icon_name, self.side_space
        self._height = look.height(height)
        self.setAutoDefault(False)
        self.setDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFont(look.font(self.font_token, 600))
        self.setAccessibleName(text.replace("\u00a0", " "))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def fold(self, *, low: bool) -> None:
        """Where there is least room the word alone, with less around it."""
        icon, side = self._usual
        self.icon_name, self.side_space = (None, "m") if low else (icon, side)
        self.updateGeometry()
        self.update()

    def _icon_room(self) -> float:
        return self.look.length("icon_text") + self.look.pad("s") if self.icon_name else 0

    def _sides(self) -> float:
        return 2 * self.look.pad(self.side_space)

    def sizeHint(self) -> QSize:
        width = math.ceil(natural_width(self.font(), self.text()) + self._icon_room() + self._sides()) + 2
        return QSize(max(width, self.look.whole("button_min")), self._height)

    def minimumSizeHint(self) -> QSize:
        width = math.ceil(longest_word(self.font(), self.text()) + self._icon_room() + self._sides()) + 2
        return QSize(width, self._height)

    def heightForWidth(self, width: int) -> int:
        words = words_size(self.font(), self.text(), width - self._icon_room() - self._sides() + 1)
        return max(self._height, math.ceil(words.height()) + 2 * self.look.pad("xs"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.isEnabled() and not event.isAutoRepeat():
            self.click()
            return
        super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()
        super().enterEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, box = self.begin(self.look, self.look.radius("control"))
        if self.isDown() and not self.look.contrast:
            box = box.translated(0, self.look.length("press"))
            box.setHeight(box.height() - self.look.length("press"))
        color = self._face(painter, box)
        self._content(painter, box, color)

    def _face(self, painter: QPainter, box: QRectF) -> Color:
        """Paints the ground and tells the colour of word and icon."""
        raise NotImplementedError

    def _content(self, painter: QPainter, box: QRectF, color: Color) -> None:
        look, icon_room = self.look, self._icon_room()
        room = box.width() - self._sides() - icon_room
        if self.shows_ring:
            room += 2 * (look.length("ring_width") + look.length("ring_gap"))
        words = words_size(self.font(), self.text(), room + 1)
        width = math.ceil(words.width()) + 1
        left = box.center().x() - (width + icon_room) / 2
        text_left = left if self._icon_after else left + icon_room
        text_box = QRectF(text_left, box.top(), width, box.height())
        align = Qt.AlignmentFlag.AlignVCenter | (
            Qt.AlignmentFlag.AlignLeft if self.icon_name else Qt.AlignmentFlag.AlignHCenter
        )
        paint_words(painter, text_box, self.font(), look.color(color), self.text(), align)
        if self.icon_name:
            side = look.length("icon_text")
            icon_left = text_box.right() + look.pad("s") if self._icon_after else left
            icon_box = QRectF(icon_left, box.center().y() - side / 2, side, side)
            paint_icon(painter, icon_box, look, self.icon_name, color, "fill" if self.icon_name in _FILLED else "bold")
        self._decorate(painter, text_box, words, color)

    def _decorate(self, painter: QPainter, box: QRectF, words: QRectF, color: Color) -> None:
        """What a kind adds after its words are painted."""

    def _not_now(self, painter: QPainter, box: QRectF) -> Color:
        look = self.look
        edge: QColor | None = look.color("line") if look.contrast else None
        fill_round(painter, box, look.radius("control"), look.color("disabled_bg"), edge, look.length("border"))
        return "disabled_text"


class MainButton(Button):
    """The one filled button of a card or page."""

    font_token: Type = "button_main"

    def __init__(
        self,
        look: Look,
        text: str,
        icon: Icon | None = None,
        *,
        height: Height = "main",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, text, icon, height=height, icon_after=icon == "arrow-right", parent=parent)

    def _face(self, painter: QPainter, box: QRectF) -> Color:
        if not self.isEnabled():
            return self._not_now(painter, box)
        fill: Color = "accent_press" if self.isDown() else "accent_hover" if self.underMouse() else "accent"
        fill_round(painter, box, self.look.radius("control"), self.look.color(fill))
        return "on_accent"


class QuietButton(Button):
    """The second choice: a border and no fill."""

    def __init__(
        self,
        look: Look,
        text: str,
        icon: Icon | None = None,
        *,
        height: Height = "quiet",
        parent: QWidget | None = None,
    ) -> None:
        if height in ("quiet_small", "quiet_low"):
            self.side_space = "m"
        super().__init__(look, text, icon, height=height, icon_after=icon == "caret-right", parent=parent)

    def _face(self, painter: QPainter, box: QRectF) -> Color:
        look = self.look
        if not self.isEnabled():
            return self._not_now(painter, box)
        if look.contrast:
            if self.isDown():
                fill_round(painter, box, look.radius("control"), look.color("accent"))
                return "on_accent"
            width = look.length("border_heavy" if self.underMouse() else "border")
            fill_round(painter, box, look.radius("control"), look.color("card"), look.color("accent"), width)
            return "accent"
        fill: Color = "tint_2" if self.isDown() else "tint" if self.underMouse() else "card"
        fill_round(painter, box, look.radius("control"), look.color(fill), look.color("accent"), look.length("border"))
        return "accent"


class TextButton(Button):
    """The third choice or less: an underlined word with a target of full height."""

    side_space: Space = "xxs"

    def __init__(self, look: Look, text: str, icon: Icon | None = None, *, parent: QWidget | None = None) -> None:
        super().__init__(look, text, icon, height="text_button", parent=parent)

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        width = math.ceil(natural_width(self.font(), self.text()) + self._icon_room() + self._sides()) + 2
        return QSize(width, hint.height())

    def _face(self, painter: QPainter, box: QRectF) -> Color:
        look = self.look
        if not self.isEnabled():
            if look.contrast:
                return self._not_now(painter, box)
            return "disabled_text"
        if look.contrast and self.isDown():
            fill_round(painter, box, look.radius("control"), look.color("accent"))
            return "on_accent"
        if look.contrast and self.underMouse():
            fill_round(painter, box, look.radius("control"), None, look.color("accent"), look.length("border_heavy"))
        elif self.isDown() or self.underMouse():
            fill_round(painter, box, look.radius("control"), look.color("tint_2" if self.isDown() else "tint"))
        return "accent"

    def _decorate(self, painter: QPainter, box: QRectF, words: QRectF, color: Color) -> None:
        if not self.isEnabled():
            return
        painter.setPen(QPen(self.look.color(color), self.look.length("underline")))
        bottom = box.center().y() + words.height() / 2
        width = min(words.width(), box.width())
        left = box.left() if self.icon_name else box.center().x() - width / 2
        painter.drawLine(QRectF(left, bottom, width, 0).topLeft(), QRectF(left, bottom, width, 0).topRight())


def step_button(look: Look, sign: str, said: str, step: Callable[[], None]) -> QuietButton:
    """A square button, − or +, that takes a step at every press and again as long as it is held down."""
    button = QuietButton(look, sign, height="quiet")
    button.side_space = "s"
    side = look.height("quiet")
    button.setFixedSize(QSize(side, side))
    button.setAccessibleName(said)
    button.setAutoRepeat(True)
    button.clicked.connect(lambda: step())
    return button
