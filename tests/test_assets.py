"""The bundled font and icons: all there, unchanged, drawable, and each with its licence."""

import hashlib
import re
import tomllib
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QFontDatabase, QRawFont
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

CHECKOUT = Path(__file__).resolve().parent.parent
RESOURCES = CHECKOUT / "resources"
FONTS = RESOURCES / "fonts"
ICONS = RESOURCES / "icons"
WEIGHTS = ("regular", "fill", "bold", "duotone")
FAMILY = "Atkinson Hyperlegible Next"
SVG = sorted(ICONS.rglob("*.svg"))


def digests() -> dict[str, str]:
    lines = (CHECKOUT / "tests" / "data" / "assets.sha256").read_text(encoding="utf-8").splitlines()
    return {path: digest for digest, path in (line.split("  ", 1) for line in lines)}


def names(weight: str) -> set[str]:
    """The icons of one weight, by the name that all weights share."""
    return {path.stem.removesuffix("" if weight == "regular" else f"-{weight}") for path in (ICONS / weight).iterdir()}


def test_the_assets_are_those_that_were_published_and_no_others() -> None:
    files = [path for folder in (FONTS, ICONS) for path in folder.rglob("*") if path.is_file()]
    found = {path.relative_to(CHECKOUT).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}
    assert found == digests()


def test_every_icon_is_there_in_every_weight() -> None:
    regular = names("regular")
    assert {"pill", "syringe", "phone", "check", "hourglass-medium", "person-simple-walk", "cheese"} <= regular
    for weight in WEIGHTS:
        assert names(weight) == regular, weight
        assert {path.suffix for path in (ICONS / weight).iterdir()} == {".svg"}
    assert len(SVG) == len(regular) * len(WEIGHTS)


@pytest.mark.parametrize("weight", WEIGHTS)
def test_every_icon_takes_its_colour_from_the_theme(weight: str) -> None:
    for path in sorted((ICONS / weight).iterdir()):
        text = path.read_text(encoding="utf-8")
        root = ET.fromstring(text)
        assert root.get("viewBox") == "0 0 256 256", path.name
        assert root.get("fill") == "currentColor", path.name
        colours = re.findall(r'(?:fill|stroke)="([^"]*)"', text)
        assert set(colours) <= {"currentColor", "none"}, path.name
        assert not re.search(r"#[0-9a-fA-F]{3}|rgb|style=|<script|href", text), path.name


def test_every_icon_can_be_drawn(qapp: QApplication) -> None:
    for path in SVG:
        painted = path.read_text(encoding="utf-8").replace("currentColor", "#0A5357")
        renderer = QSvgRenderer(QByteArray(painted.encode()))
        assert renderer.isValid(), path
        assert renderer.defaultSize().width() == renderer.defaultSize().height() > 0, path


def test_the_four_font_files_make_one_family_of_four_weights(qapp: QApplication) -> None:
    numbers = []
    try:
        for style, weight in {"400Regular": 400, "500Medium": 500, "600SemiBold": 600, "700Bold": 700}.items():
            path = FONTS / f"AtkinsonHyperlegibleNext_{style}.ttf"
            table = QRawFont(str(path), 20).fontTable("OS/2").data()
            assert int.from_bytes(table[4:6], "big") == weight, style
            numbers.append(QFontDatabase.addApplicationFont(str(path)))
            assert FAMILY in QFontDatabase.applicationFontFamilies(numbers[-1])
        styles = QFontDatabase.styles(FAMILY)
        assert [QFontDatabase.weight(FAMILY, style) for style in styles] == [400, 500, 600, 700]
        assert not any(QFontDatabase.italic(FAMILY, style) for style in styles)
    finally:
        for number in numbers:
            QFontDatabase.removeApplicationFont(number)


def test_the_font_has_the_letters_that_dutch_and_english_need(qapp: QApplication) -> None:
    for path in sorted(FONTS.glob("*.ttf")):
        font = QRawFont(str(path), 20)
        needed = "aAzZ0189áéíóúëïöüèçñÉËÏ€½°±·–—…‘’“”×≥\N{NO-BREAK SPACE}"
        assert [letter for letter in needed if not font.supportsCharacter(ord(letter))] == [], path.name
        # What the font lacks would come from a font of the computer: it is drawn as an icon, or written out.
        assert not any(font.supportsCharacter(ord(sign)) for sign in "✓→µ"), path.name


def test_each_licence_lies_beside_what_it_covers() -> None:
    font = (FONTS / "OFL.txt").read_text(encoding="utf-8")
    assert font.startswith("Copyright 2020-2024 The Atkinson Hyperlegible Next Project Authors")
    assert "SIL OPEN FONT LICENSE Version 1.1" in font
    icons = (ICONS / "LICENSE.txt").read_text(encoding="utf-8")
    assert icons.startswith("MIT License\n\nCopyright (c) 2023 Phosphor Icons")
    own = (CHECKOUT / "LICENSE").read_text(encoding="utf-8")
    assert "Apache License\n                           Version 2.0, January 2004" in own
    assert "END OF TERMS AND CONDITIONS" in own
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["license"] == "Apache-2.0"


def test_the_notices_tell_where_everything_comes_from() -> None:
    notices = (RESOURCES / "NOTICES.md").read_text(encoding="utf-8")
    script = (CHECKOUT / "packaging" / "assets.py").read_text(encoding="utf-8")
    for package, version in re.findall(r'"(@[\w/-]+)@([\d.]+)"', script):
        assert f"`{package}` {version}" in notices
    assert f"{len(names('regular'))} icons" in notices
    for licence in ("SIL Open Font License 1.1", "MIT", "LGPL-3.0"):
        assert licence in notices


def test_the_notices_name_every_package_that_is_installed() -> None:
    notices = (RESOURCES / "NOTICES.md").read_text(encoding="utf-8")
    locked = (CHECKOUT / "requirements" / "run.txt").read_text(encoding="utf-8")
    installed = re.findall(r"^([\w.-]+)==", locked, re.MULTILINE)
    assert installed
    assert [name for name in installed if not re.search(rf"\b{re.escape(name)}\b", notices)] == []
