"""Every icon that the screens name is there, in every weight, and takes the colour of the theme."""

from __future__ import annotations

from typing import get_args

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from osteoapp.ui.drawings import Drawing
from osteoapp.ui.icons import Icon, Weight, paint_icon
from osteoapp.ui.theme import Look, Theme

SIDE = 32


def colours(name: Icon, weight: Weight, look: Look) -> set[str]:
    image = QImage(SIDE, SIDE, QImage.Format.Format_ARGB32)
    image.fill(look.color("card"))
    painter = QPainter(image)
    paint_icon(painter, QRectF(0, 0, SIDE, SIDE), look, name, "accent", weight)
    painter.end()
    return {image.pixelColor(x, y).name().upper() for x in range(SIDE) for y in range(SIDE)}


@pytest.mark.parametrize("weight", get_args(Weight))
def test_every_icon_is_drawn_in_the_colour_asked_for(weight: Weight) -> None:
    look = Look()
    for name in get_args(Icon):
        assert look.hex("accent") in colours(name, weight, look), f"{name} {weight}"


def test_an_icon_follows_the_theme() -> None:
    for theme in Theme:
        assert Look(theme).hex("accent") in colours("check", "bold", Look(theme))


@pytest.mark.parametrize("name", ["glass", "cup", "milk", "icon"])
def test_every_drawing_is_drawn(name: str) -> None:
    look = Look()
    drawing = Drawing(look, name, "syringe")
    drawing.resize(drawing.sizeHint())
    image = drawing.grab().toImage()
    found = {image.pixelColor(x, y).name().upper() for x in range(image.width()) for y in range(image.height())}
    assert look.hex("sun") in found
    assert len(found) > 3
