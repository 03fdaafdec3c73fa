"""Uitleg: the guide, the demo, and what the program is."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from osteoapp import words
from osteoapp.i18n import translate
from osteoapp.ui.settings.section import Section


class AboutSection(Section):
    """How it works, to read and to see, and what it is."""

    def parts(self) -> Iterator[QWidget]:
        go = self.room.go
        card, box = self.card(
            translate("Settings", "Hoe werkt het?"), translate("Settings", "Uitleg met plaatjes, ook voor familie.")
        )
        ways = [self.quiet("settings:guide", translate("Settings", "Lees de uitleg"), "file-text", lambda: go("guide"))]
        if self.room.port.machine is not None:
            word = translate("Settings", "Bekijk de demo")
            ways.append(self.quiet("settings:demo", word, "play", lambda: go("demo")))
        self.buttons(box, *ways)
        yield card
        card, box = self.card(
            translate("Settings", "De vragen van het begin"),
            translate("Settings", "Loop ze nog eens langs. Wat er al staat, blijft staan."),
        )
        word = translate("Settings", "Begin met de vragen")
        self.buttons(box, self.quiet("settings:setup", word, "list-checks", lambda: go("setup")))
        yield card
        card, box = self.card(
            translate("Settings", "Over dit programma"), words.sentence("disclaimer", self.lang)
        )
        word = translate("Settings", "Versie en licenties")
        self.buttons(box, self.quiet("settings:about", word, "info", lambda: go("about")))
        yield card
