"""Mijn behandeling for each test, closed after it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from osteoapp.i18n import Translations

from .driving import Planned

Open = Callable[..., Planned]


@pytest.fixture
def opened(tmp_path: Path, translations: Translations) -> Iterator[Open]:
    made: list[Planned] = []

    def make(**how: object) -> Planned:
        made.append(Planned(tmp_path, translations, **how))  # type: ignore[arg-type]
        return made[-1]

    yield make
    for one in made:
        one.close()
    translations.install("nl")
