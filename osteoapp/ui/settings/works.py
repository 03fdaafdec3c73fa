"""Wat werkt hier?: each way to the person's attention with a try, and how the last notifications did."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from osteoapp import words
from osteoapp.content.words import Lang
from osteoapp.i18n import clock, translate
from osteoapp.ui.machine import Channel
from osteoapp.ui.machinecards import ChannelsCard, Redrawn
from osteoapp.ui.parts.notes import NoteBanner
from osteoapp.ui.parts.text import Text
from osteoapp.ui.settings.notewords import note_words
from osteoapp.ui.settings.section import Room, Section
from osteoapp.ui.theme import Look


class WorksSection(Section):
    """What works on this computer, and what does not."""

    def __init__(self, room: Room, parent: QWidget | None = None) -> None:
        super().__init__(room, parent)
        self._no_trial = False

    def parts(self) -> Iterator[QWidget]:
        machine = self.room.port.machine
        for code, detail in self.room.port.health().notes:
            yield NoteBanner(self.look, note_words(code, detail, self.lang), "warning", tone="due")
        if machine is None:
            return
        yield ChannelsCard(self.look, machine, self.lang)
        card, box = self.card(
            translate("Settings", "Een hele herinnering"),
            translate("Settings", "U ziet hoe het venster er op zijn tijd uitziet. Er wordt niets genoteerd."),
        )
        word = translate("Settings", "Laat een herinnering zien")
        self.buttons(box, self.quiet("try:window", word, "bell-ringing", self._try))
        if self._no_trial:
            box.addWidget(Text(self.look, translate("Settings", "Er staat nog niets in de agenda om te laten zien.")))
        yield card
        yield AttemptsCard(self.look, machine, self.lang)

    def _try(self) -> None:
        self._no_trial = not self.room.trial()
        self.renew()


class AttemptsCard(Redrawn):
    """How the last notifications did."""

    def __init__(self, look: Look, machine: object, lang: Lang) -> None:
        self._lang = lang
        super().__init__(look, machine, translate("Settings", "De laatste meldingen"))  # type: ignore[arg-type]

    def _parts(self) -> list[QWidget]:
        found = self._machine.attempts()
        if not found:
            return [Text(self.look, translate("Settings", "Er is nog geen melding geweest."))]
        return [Text(self.look, attempt_words(one, self._lang)) for one in found]


def attempt_words(attempt: Channel, lang: Lang) -> str:
    """``maandag 23 november, 07:30: getoond``."""
    said = {
        "works": translate("Settings", "getoond"),
        "fails": translate("Settings", "niet gelukt"),
    }.get(attempt.mood, translate("Settings", "verstuurd, niet zeker of het te zien was"))
    assert attempt.at is not None
    return f"**{words.tie(f'{words.day(attempt.at.date(), lang)}, {clock(attempt.at)}')}**: {said}"
