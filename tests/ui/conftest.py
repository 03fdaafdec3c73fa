"""What the tests of the screens share: no display, the program's letters, and one language at a time."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from osteoapp.i18n import Translations
from osteoapp.ui.assets import resources
from osteoapp.ui.fonts import load_fonts
from osteoapp.ui.pictures import settle
from osteoapp.ui.theme import Look

Keep = Callable[[QWidget], QWidget]


@pytest.fixture(scope="session")
def translations(qapp: QApplication) -> Translations:
    return Translations(resources() / "translations")


@pytest.fixture(autouse=True)
def dutch(translations: Translations) -> Iterator[None]:
    """Every test starts in Dutch with the program's letters, and leaves no window behind."""
    load_fonts()
    translations.install("nl")
    yield
    for widget in QApplication.topLevelWidgets():
        widget.hide()
        widget.deleteLater()
    settle()


@pytest.fixture
def look() -> Look:
    return Look()
