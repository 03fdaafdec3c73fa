"""A set-up for each test, closed after it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from osteoapp.i18n import Translations

from .driving import SettingUp

Open = Callable[..., SettingUp]


@pytest.fixture
def opened(tmp_path: Path, translations: Translations) -> Iterator[Open]:
    made: list[SettingUp] = []

    def make(folder: Path | None = None, **how: object) -> SettingUp:
        for one in made:
            one.close()
        made.append(SettingUp(folder or tmp_path, translations, **how))  # type: ignore[arg-type]
        return made[-1]

    yield make
    for one in made:
        one.close()
    translations.install("nl")
