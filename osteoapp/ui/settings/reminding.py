"""Geluid en herhalen: the bell, how loud, reading aloud, and how often what has no answer comes again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import Final

from PySide6.QtWidgets import QWidget

from osteoapp.core.context import Repeats
from osteoapp.i18n import translate
from osteoapp.ui.parts.notes import NoteBanner
from osteoapp.ui.settings.section import Section

VOLUMES: Final = (40, 70, 100)
REPEATS: Final = {"often": Repeats(), "calm": Repeats(30, 2, 60), "hourly": Repeats(60, 0, 60)}


def nearest_volume(volume: int) -> int:
    """The volume on offer that is nearest to the one in force, in per cent."""
    return min(VOLUMES, key=lambda offered: abs(offered - volume))


class RemindingSection(Section):
    """What a reminder does to be heard."""

    def parts(self) -> Iterator[QWidget]:
        yield self._sound()
        yield self._speaking()
        yield self._repeating()

    def _sound(self) -> QWidget:
        settings = self.room.port.settings()
        card, box = self.card(
            translate("Settings", "Een rustige bel"),
            translate("Settings", "De bel begint zacht en wordt langzaam luider. Uw antwoord maakt het stil."),
        )
        self.picks(box, "", [
            ("sound:on", translate("Settings", "Aan"), settings.sound,
             partial(self.keep, replace(settings, sound=True))),
            ("sound:off", translate("Settings", "Uit"), not settings.sound,
             partial(self.keep, replace(settings, sound=False))),
        ])  # fmt: skip
        if settings.sound:
            loud = (translate("Settings", "Zacht"), translate("Settings", "Middel"), translate("Settings", "Luid"))
            now = nearest_volume(settings.volume)
            self.picks(box, translate("Settings", "Hoe luid"), [
                (f"volume:{volume}", word, volume == now,
                 partial(self.keep, replace(settings, volume=volume)))
                for volume, word in zip(VOLUMES, loud, strict=True)
            ])  # fmt: skip
        machine = self.room.port.machine
        if machine is not None and settings.sound:
            word = translate("Machine", "Probeer het geluid")
            self.buttons(box, self.quiet("try:sound", word, "speaker-high", machine.try_sound))
        return card

    def _speaking(self) -> QWidget:
        settings = self.room.port.settings()
        card, box = self.card(
            translate("Settings", "Herinnering voorlezen"),
            translate("Settings", "Na de bel zegt de computer wat er te doen is. Iedereen in de kamer hoort dat."),
        )
        self.picks(box, "", [
            ("speak:on", translate("Settings", "Aan"), settings.speak_reminders,
             partial(self.keep, replace(settings, speak_reminders=True))),
            ("speak:off", translate("Settings", "Uit"), not settings.speak_reminders,
             partial(self.keep, replace(settings, speak_reminders=False))),
        ])  # fmt: skip
        return card

    def _repeating(self) -> QWidget:
        settings = self.room.port.settings()
        card, box = self.card(
            translate("Settings", "Hoe vaak opnieuw?"),
            translate("Settings", "Zo vaak komt een herinnering terug als u nog geen antwoord gaf."),
        )
        said = {
            "often": translate("Settings", "Elke 10 minuten, na een uur elk uur"),
            "calm": translate("Settings", "Na 30 en 60 minuten, daarna elk uur"),
            "hourly": translate("Settings", "Elk uur"),
        }
        self.picks(box, "", [
            (f"repeats:{name}", said[name], settings.repeats == repeats,
             partial(self.keep, replace(settings, repeats=repeats)))
            for name, repeats in REPEATS.items()
        ])  # fmt: skip
        if settings.repeats not in REPEATS.values():
            one = settings.repeats
            text = translate("Settings", "Nu: {count} keer om de {first} minuten, daarna om de {then} minuten.")
            text = text.format(count=one.first_count, first=one.first_minutes, then=one.then_minutes)
            box.addWidget(NoteBanner(self.look, text))
        return card
