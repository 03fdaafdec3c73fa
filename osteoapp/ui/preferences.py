"""Instellingen: size of the letters, colours, language, sound, what does not work here, and where the data are."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from osteoapp import words
from osteoapp.content.words import Lang
from osteoapp.i18n import translate
from osteoapp.ui.icons import Icon
from osteoapp.ui.machine import Machine
from osteoapp.ui.machinecards import ChannelsCard, StartCard
from osteoapp.ui.parts.buttons import QuietButton
from osteoapp.ui.parts.cards import Card, Page, Scroller, column, row
from osteoapp.ui.parts.flow import Flow
from osteoapp.ui.parts.notes import NoteBanner
from osteoapp.ui.parts.rows import Pick
from osteoapp.ui.parts.text import Text
from osteoapp.ui.ports import Health, Settings
from osteoapp.ui.share.page import share_button
from osteoapp.ui.share.page import title as share_title
from osteoapp.ui.theme import PERCENTS, Look, Theme

SYSTEM: Final = "system"
_LANGUAGES: Final = {"nl": "Nederlands", "en": "English"}


def note_words(code: str, detail: str, lang: Lang) -> str:
    """What does not work on this computer, in a sentence; a ``detail`` that is one already is said as it is."""
    known = {
        "notification_failed": translate("Settings", "De melding in de hoek lukt hier niet. Het venster komt wel."),
        "backup_failed": translate("Settings", "De reservekopie van vandaag is niet gelukt."),
        "no-sound-library": translate("Settings", "Geluid werkt niet op deze computer."),
        "no-sound-file": translate("Settings", "Het geluid van de herinnering is niet gevonden."),
        "no-sound-device": translate("Settings", "Er is geen luidspreker gevonden."),
        "keep_awake_failed": translate("Settings", "Deze computer laat zich niet wakker houden."),
        "sound-failed": translate("Settings", "Het geluid kon niet worden afgespeeld."),
    }
    if code in known:
        return known[code]
    return detail if " " in detail else words.fault(code, {"reason": detail}, lang)


class PreferencesPage(QWidget):
    """Each choice is kept at once and seen at once."""

    chosen = Signal(object)
    opened = Signal(str)
    share = Signal()

    def __init__(
        self,
        look: Look,
        settings: Settings,
        lang: Lang,
        folder: str,
        health: Health,
        machine: Machine | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self._settings = look, settings
        page = Page(look)
        side = look.gap("xxl")
        box = column(look.gap("m"), (side, look.gap("xl"), side - look.gap("m"), look.gap("xl")))
        box.addWidget(Text(look, translate("Place", "Instellingen"), "page"))
        box.addWidget(self._treatments())
        box.addWidget(self._share())
        sizes = dict(
            zip(PERCENTS, (translate("Settings", "Gewoon"), translate("Settings", "Groot"),
                           translate("Settings", "Grootst")), strict=True)
        )  # fmt: skip
        themes = {
            SYSTEM: translate("Settings", "Zoals de computer"),
            Theme.LIGHT: translate("Settings", "Licht"),
            Theme.DARK: translate("Settings", "Donker"),
            Theme.CONTRAST: translate("Settings", "Hoog contrast"),
        }
        card = Card(look, name=translate("Settings", "Lezen"))
        inner = self._card_box(card)
        inner.addWidget(Text(look, translate("Settings", "Lezen"), "section"))
        self._group(inner, translate("Settings", "Grootte van de letters"), [
            (f"size:{percent}", word, look.percent == percent, replace(settings, text_size=percent))
            for percent, word in sizes.items()
        ])  # fmt: skip
        self._group(inner, translate("Settings", "Kleuren"), [
            (f"theme:{theme}", word, settings.theme == theme, replace(settings, theme=str(theme)))
            for theme, word in themes.items()
        ])  # fmt: skip
        self._group(inner, translate("Settings", "Taal"), [
            (f"lang:{code}", word, lang == code, replace(settings, language=code)) for code, word in _LANGUAGES.items()
        ])  # fmt: skip
        box.addWidget(card)
        box.addWidget(self._sound(settings))
        if machine is not None:
            box.addWidget(StartCard(look, machine))
            box.addWidget(ChannelsCard(look, machine, lang))
        box.addWidget(self._data(folder, health, lang))
        box.addStretch(1)
        page.setLayout(box)
        whole = column()
        self.scroller = Scroller(look, page)
        whole.addWidget(self.scroller)
        self.setLayout(whole)

    def _card_box(self, card: Card) -> QVBoxLayout:
        pad = self._look.pad("xl")
        box = column(self._look.pad("s"), (pad, self._look.pad("l"), pad, self._look.pad("xl")))
        card.setLayout(box)
        return box

    def _group(self, box: QVBoxLayout, title: str, picks: list[tuple[str, str, bool, Settings]]) -> None:
        look = self._look
        box.addWidget(Text(look, title, weight=600))
        holder = QWidget()
        holder.setAccessibleName(title)
        flow = Flow(look.gap("m"))
        for name, word, chosen, settings in picks:
            pick = Pick(look, word, chosen=chosen, name=f"{title}: {word}")
            pick.setObjectName(name)
            pick.clicked.connect(lambda _=False, settings=settings: self.chosen.emit(settings))
            flow.addWidget(pick)
        holder.setLayout(flow)
        box.addWidget(holder)

    def _treatments(self) -> Card:
        """The ways to what is used, to the appointments, and to the questions of the first start."""
        look, title = self._look, translate("Settings", "Uw behandelingen")
        card = Card(look, name=title)
        box = self._card_box(card)
        box.addWidget(Text(look, title, "section"))
        ways: tuple[tuple[str, Icon, str], ...] = (
            (translate("Plans", "Mijn behandeling"), "list-checks", "plans"),
            (translate("Plans", "Afspraken"), "calendar-check", "appointments"),
            (translate("Settings", "Vragenlijst van het begin"), "question", "setup"),
        )
        flow = Flow(look.gap("m"), stretch=False)
        for word, icon, place in ways:
            button = QuietButton(look, word, icon)
            button.setObjectName(f"settings:{place}")
            button.clicked.connect(lambda _=False, place=place: self.opened.emit(place))
            flow.addWidget(button)
        box.addLayout(flow)
        return card

    def _share(self) -> Card:
        """The way to everything that can be printed or taken along."""
        look, title = self._look, share_title()
        card = Card(look, name=title)
        box = self._card_box(card)
        box.addWidget(Text(look, title, "section"))
        box.addWidget(Text(look, translate("Settings", "Bladen om af te drukken, en uw gegevens als bestand.")))
        line = row()
        line.addWidget(share_button(look, self.share, translate("Settings", "Bekijken of afdrukken")))
        line.addStretch(1)
        box.addLayout(line)
        return card

    def _sound(self, settings: Settings) -> Card:
        title = translate("Settings", "Geluid bij een herinnering")
        card = Card(self._look, name=title)
        box = self._card_box(card)
        box.addWidget(Text(self._look, title, "section"))
        on, off = translate("Settings", "Aan"), translate("Settings", "Uit")
        self._group(box, translate("Settings", "Een rustige bel"), [
            ("sound:on", on, settings.sound, replace(settings, sound=True)),
            ("sound:off", off, not settings.sound, replace(settings, sound=False)),
        ])  # fmt: skip
        return card

    def _data(self, folder: str, health: Health, lang: Lang) -> Card:
        look = self._look
        title = translate("Settings", "Uw gegevens")
        card = Card(look, name=title)
        box = self._card_box(card)
        box.addWidget(Text(look, title, "section"))
        box.addWidget(Text(look, translate("Settings", "Alles blijft op deze computer, in deze map:")))
        box.addWidget(Text(look, folder, weight=600))
        for code, detail in health.notes:
            box.addWidget(NoteBanner(look, note_words(code, detail, lang), "warning"))
        box.addWidget(Text(look, words.sentence("disclaimer", lang), "small", "soft"))
        return card
