"""Letters en taal: never locked, as whoever reads must be able to read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import Final

from PySide6.QtWidgets import QWidget

from osteoapp.i18n import translate
from osteoapp.ui.settings.section import Section
from osteoapp.ui.theme import PERCENTS, Theme

SYSTEM: Final = "system"
LANGUAGES: Final = {"nl": "Nederlands", "en": "English"}


class ReadingSection(Section):
    """Size of the letters, colours and language; each choice is seen at once."""

    def parts(self) -> Iterator[QWidget]:
        settings = self.room.port.settings()
        card, box = self.card(translate("Settings", "Letters en taal"))
        sizes = (translate("Settings", "Gewoon"), translate("Settings", "Groot"), translate("Settings", "Grootst"))
        self.picks(box, translate("Settings", "Grootte van de letters"), [
            (f"size:{percent}", word, self.look.percent == percent,
             partial(self.keep, replace(settings, text_size=percent), free=True))
            for percent, word in zip(PERCENTS, sizes, strict=True)
        ])  # fmt: skip
        themes = {
            SYSTEM: translate("Settings", "Zoals de computer"),
            Theme.LIGHT: translate("Settings", "Licht"),
            Theme.DARK: translate("Settings", "Donker"),
            Theme.CONTRAST: translate("Settings", "Hoog contrast"),
        }
        self.picks(box, translate("Settings", "Kleuren"), [
            (f"theme:{theme}", word, settings.theme == theme,
             partial(self.keep, replace(settings, theme=str(theme)), free=True))
            for theme, word in themes.items()
        ])  # fmt: skip
        # Not translated: whoever looks for a language must be able to read the word.
        self.picks(box, "Taal · Language", [
            (f"lang:{code}", word, self.lang == code,
             partial(self.keep, replace(settings, language=code), free=True))
            for code, word in LANGUAGES.items()
        ])  # fmt: skip
        yield card
