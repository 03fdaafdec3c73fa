"""Colours can be told apart, and stand nowhere but in the theme."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from PySide6.QtGui import QFontInfo

from osteoapp.ui import theme
from osteoapp.ui.fonts import load_fonts
from osteoapp.ui.theme import FAMILY, PALETTES, Look, Theme, ratio, tokens

UI = Path(theme.__file__).parent

# What is read has a contrast of 7 at least, in all three themes.
READ = [
    ("ink", "paper"), ("ink", "column"), ("ink", "card"), ("ink", "sunk"), ("ink", "tint"), ("ink", "tint_2"),
    ("ink", "due_bg"), ("ink", "call_bg"), ("soft", "paper"), ("soft", "column"), ("soft", "card"), ("soft", "sunk"),
    ("soft", "tint"), ("soft", "due_bg"), ("paper", "ink"), ("accent", "card"), ("accent", "paper"),
    ("accent", "column"), ("accent", "tint"), ("accent", "tint_2"), ("on_accent", "accent"),
    ("on_accent", "accent_hover"), ("on_accent", "accent_press"), ("due_text", "due_bg"), ("due_text", "card"),
    ("call_text", "call_bg"), ("call_text", "card"), ("disabled_text", "disabled_bg"), ("disabled_text", "paper"),
]  # fmt: skip
# What carries a meaning without being read has 3 at least.
SEEN = [
    ("line", "paper"), ("line", "column"), ("line", "card"), ("line", "sunk"), ("due_mark", "paper"),
    ("due_mark", "card"), ("due_mark", "due_bg"), ("accent", "track"), ("call_mark", "paper"), ("call_mark", "card"),
    ("call_mark", "call_bg"), ("focus", "paper"), ("focus", "column"), ("focus", "card"), ("focus", "due_bg"),
    ("accent", "glass"),
]  # fmt: skip


@pytest.mark.parametrize("one", list(Theme))
def test_what_is_read_has_a_contrast_of_seven(one: Theme) -> None:
    weak = {pair: ratio(PALETTES[one][pair[0]], PALETTES[one][pair[1]]) for pair in READ}
    assert {pair: value for pair, value in weak.items() if value < 7} == {}


@pytest.mark.parametrize("one", list(Theme))
def test_what_is_seen_has_a_contrast_of_three(one: Theme) -> None:
    weak = {pair: ratio(PALETTES[one][pair[0]], PALETTES[one][pair[1]]) for pair in SEEN}
    assert {pair: value for pair, value in weak.items() if value < 3} == {}


def test_the_formula_gives_the_known_values() -> None:
    assert ratio("#000000", "#FFFFFF") == pytest.approx(21)
    assert ratio("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)
    assert ratio("#FFFFFF", "#FFFFFF") == 1


def test_every_theme_has_every_colour() -> None:
    for palette in PALETTES.values():
        assert set(palette) == set(tokens())
        assert all(re.fullmatch("#[0-9A-F]{6}", value) for value in palette.values())


def test_no_colour_stands_outside_the_theme() -> None:
    found = {
        path.name: re.findall(r"#[0-9A-Fa-f]{6}\b|QColor\(\d|Qt\.GlobalColor", path.read_text(encoding="utf-8"))
        for path in UI.rglob("*.py")
        if path.name != "theme.py"
    }
    assert {name: hits for name, hits in found.items() if hits} == {}


SIZED = {
    "setContentsMargins", "setSpacing", "addSpacing", "setFixedSize", "setFixedWidth", "setFixedHeight",
    "setMinimumWidth", "setMinimumHeight", "setMaximumWidth", "setPixelSize", "setPointSize", "resize", "column", "row",
    "Flow", "Pair",
}  # fmt: skip


def test_no_size_stands_outside_the_theme() -> None:
    found = []
    for path in UI.rglob("*.py"):
        if path.name == "theme.py":
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            numbers = [arg.value for arg in node.args if isinstance(arg, ast.Constant) and isinstance(arg.value, int)]
            if name in SIZED and any(number > 1 for number in numbers):
                found.append(f"{path.name}:{node.lineno} {name}")
    assert found == []


def test_text_doubles_and_nothing_is_under_18_pixels() -> None:
    for percent in (100, 150, 200):
        for token in theme._TYPES:
            assert Look(percent=percent).font(token).pixelSize() >= 18 * percent / 100 or token in theme._HALF_TYPES
    assert Look(percent=200).font("body").pixelSize() == 2 * Look().font("body").pixelSize()


def test_controls_are_never_lower_than_44_pixels() -> None:
    for percent in (100, 150, 200):
        look = Look(percent=percent)
        for token in ("main", "main_tall", "quiet", "quiet_small", "text_button", "place", "place_low", "row"):
            assert look.height(token) >= 44
        assert look.height("main") >= 56


def test_the_bundled_letters_are_used() -> None:
    assert load_fonts()
    for weight in (400, 500, 600, 700):
        info = QFontInfo(Look().font("body", weight))
        assert info.family() == FAMILY
        assert info.weight() == weight
