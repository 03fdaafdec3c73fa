"""Icons: Phosphor's SVG files in a colour of the theme, and one of our own.

The weights carry meaning: regular is a place, fill the chosen place and headings, bold stands in buttons and
chips, duotone in rounds.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final, Literal

from PySide6.QtCore import QByteArray, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtSvg import QSvgRenderer

from osteoapp.ui.assets import resources
from osteoapp.ui.theme import Color, Look

Weight = Literal["regular", "fill", "bold", "duotone"]
Icon = Literal[
    "sun-horizon", "calendar-dots", "book-open-text", "chart-bar", "gear-six", "phone", "bell-ringing",
    "hourglass-medium", "check", "check-circle", "minus-circle", "clock", "clock-counter-clockwise",
    "arrow-counter-clockwise", "arrow-left", "arrow-right", "caret-left", "caret-right", "plus", "info", "question",
    "warning", "prohibit", "magnifying-glass", "sun", "cheese", "person-simple-walk", "syringe", "pill", "drop",
    "drop-half-bottom", "bone", "tooth", "bed", "armchair", "fork-knife", "coffee", "bread", "chat-circle-text",
    "calendar-check", "arrows-in-simple", "arrows-out-simple", "desktop", "speaker-high", "pint-glass", "file-text",
    "lock-key", "tablet-round", "x", "house", "wine", "users", "first-aid", "play", "pause", "stop", "printer",
    "list-checks", "note", "download-simple",
]  # fmt: skip

_BASE: Final = 256
# Phosphor has no round tablet, only a capsule: people look for what is in their hand.
_TABLET: Final[dict[Weight, tuple[int, str]]] = {
    "regular": (16, "none"), "bold": (24, "none"), "duotone": (16, "0.2"), "fill": (20, "0.2"),
}  # fmt: skip


def _tablet(weight: Weight) -> str:
    stroke, tone = _TABLET[weight]
    shade = (
        "" if tone == "none"
        else f'<path d="M32 108v40c0 28 43 50 96 50s96-22 96-50v-40z" fill="currentColor" opacity="{tone}"/>'
    )  # fmt: skip
    line = f'fill="none" stroke="currentColor" stroke-width="{stroke}" stroke-linecap="round"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_BASE} {_BASE}">{shade}'
        f'<ellipse cx="128" cy="108" rx="96" ry="50" {line}/>'
        f'<path d="M32 108v40c0 28 43 50 96 50s96-22 96-50v-40" {line}/>'
        f'<path d="M84 118l88-20" {line}/></svg>'
    )


def _source(name: Icon, weight: Weight) -> str:
    if name == "tablet-round":
        return _tablet(weight)
    folder = resources() / "icons" / weight
    for file in (f"{name}.svg", f"{name}-{weight}.svg"):
        path = folder / file
        if path.is_file():
            return path.read_text(encoding="utf-8")
    raise FileNotFoundError(f"no icon {name} of weight {weight} in {folder}")


@lru_cache(maxsize=512)
def _renderer(name: Icon, weight: Weight, color: str) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(_source(name, weight).replace("currentColor", color).encode()))


def paint_icon(painter: QPainter, box: QRectF, look: Look, name: Icon, color: Color, weight: Weight = "bold") -> None:
    """Paints an icon into a square; sharp at every size."""
    _renderer(name, weight, look.hex(color)).render(painter, box)
