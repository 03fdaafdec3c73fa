"""Drawings that say what it is about to someone who does not read. Decoration for a screen reader.

Flat, one line of accent, a sun behind; the colours are names of the theme in braces. What has no drawing of its own
gets its icon before the sun.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from PySide6.QtCore import QByteArray, QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QWidget

from osteoapp.ui.icons import Icon, paint_icon
from osteoapp.ui.parts.paint import box_of, painter_on
from osteoapp.ui.theme import Look, Theme

_FRAME: Final = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 156 132">{body}</svg>'
_LINE: Final = 'stroke="{accent}" stroke-width="5" stroke-linecap="round" stroke-linejoin="round"'
_BASE: Final = f'<path d="M3 126H153" fill="none" {_LINE}/>'
_SUN: Final = '<circle cx="92" cy="60" r="54" fill="{sun}"/>'

_GLASS: Final = (
    _SUN
    + '<path d="M24 16h68l-4 28H28z" fill="{card}" opacity="0.7"/>'
    + '<path d="M27 44h62l-7 80H34z" fill="{glass}"/>'
    + f'<path d="M23 15l11 109h48l11-109" fill="none" {_LINE}/>'
    + '<path d="M37 58l4 40" stroke="{card}" stroke-width="4" stroke-linecap="round" opacity="0.85"/>'
    + f'<path d="M101 110v8c0 6 10 9 23 9s23-3 23-9v-8z" fill="{{accent}}" {_LINE}/>'
    + f'<ellipse cx="124" cy="109" rx="23" ry="9" fill="{{card}}" {_LINE}/>'
    + f'<path d="M116 111l16-4" {_LINE}/>'
)
_CUP: Final = (
    '<circle cx="80" cy="62" r="54" fill="{sun}"/>'
    + '<path d="M34 62h72v34c0 14-8 24-22 24H56c-14 0-22-10-22-24z" fill="{card}"/>'
    + '<path d="M34 84h72v12c0 14-8 24-22 24H56c-14 0-22-10-22-24z" fill="{glass}"/>'
    + f'<path d="M34 62h72v34c0 14-8 24-22 24H56c-14 0-22-10-22-24z" fill="none" {_LINE}/>'
    + f'<path d="M106 70h8c9 0 15 6 15 14s-6 14-15 14h-9" fill="none" {_LINE}/>'
    + f'<path d="M54 24c6 7-6 12 0 24M72 24c6 7-6 12 0 24M90 24c6 7-6 12 0 24" fill="none" {_LINE}/>'
)
_MILK: Final = (
    _SUN
    + '<path d="M40 46l14-22h36l14 22v78H40z" fill="{card}"/><path d="M40 76h64v48H40z" fill="{glass}"/>'
    + f'<path d="M40 46l14-22h36l14 22v78H40zM40 46h64M54 24v-9h36v9M40 76h64" fill="none" {_LINE}/>'
)
_OWN: Final[dict[str, str]] = {"glass": _GLASS, "cup": _CUP, "milk": _MILK}


@lru_cache(maxsize=32)
def _renderer(name: str, theme: Theme) -> QSvgRenderer:
    look = Look(theme)
    body = _OWN[name] + _BASE
    for token in ("accent", "sun", "glass", "card"):
        body = body.replace("{" + token + "}", look.hex(token))
    return QSvgRenderer(QByteArray(_FRAME.replace("{body}", body).encode()))


class Drawing(QWidget):
    """A drawing at its own place in the layout; it goes where there is no room."""

    def __init__(self, look: Look, name: str, icon: Icon, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._name, self._icon = look, name, icon
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        width = self._look.whole("drawing")
        return QSize(width, round(width * 132 / 156))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painter_on(self)
        box = box_of(self)
        if self._name in _OWN:
            _renderer(self._name, self._look.theme).render(painter, box)
            return
        sun = box.height() * 0.86
        circle = QRectF(box.center().x() - sun / 2, box.top(), sun, sun)
        painter.setPen(self._look.color("sun"))
        painter.setBrush(self._look.color("sun"))
        painter.drawEllipse(circle)
        side = box.height() * 0.62
        ground = QRectF(box.center().x() - side / 2, box.bottom() - side * 1.24, side, side)
        color = "ink" if not self._look.contrast else "on_accent"
        paint_icon(painter, ground, self._look, self._icon, color, "duotone")  # type: ignore[arg-type]
