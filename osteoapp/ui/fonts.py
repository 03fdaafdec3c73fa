"""The bundled letters: Atkinson Hyperlegible Next, made for people who see little."""

from __future__ import annotations

from PySide6.QtGui import QFontDatabase

from osteoapp.ui.assets import resources
from osteoapp.ui.theme import FAMILY

_loaded: list[int] = []


def load_fonts() -> bool:
    """Makes the bundled letters known to Qt, once. False where they are missing: the system's letters serve then."""
    if not _loaded:
        for path in sorted((resources() / "fonts").rglob("*.ttf")):
            number = QFontDatabase.addApplicationFont(str(path))
            if number >= 0:
                _loaded.append(number)
    return any(FAMILY in QFontDatabase.applicationFontFamilies(number) for number in _loaded)
