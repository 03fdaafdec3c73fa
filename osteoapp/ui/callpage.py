"""Whom to call, and when: all numbers, and the leaflet's texts about calling. The same for everyone."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from osteoapp import words
from osteoapp.content import leaflet
from osteoapp.content.words import Lang
from osteoapp.core.regimen import Regimen
from osteoapp.i18n import translate
from osteoapp.ui.parts.cards import Card, Page, Scroller, column
from osteoapp.ui.parts.flow import Flow
from osteoapp.ui.parts.leaflet import Reading
from osteoapp.ui.parts.leaflet_text import paragraphs
from osteoapp.ui.parts.notes import NoteBanner
from osteoapp.ui.parts.phone import CallBox, Numbers
from osteoapp.ui.parts.text import Text
from osteoapp.ui.theme import Look

_KEYS = ("pharmacy", "gp", "hospital", "dentist", "out_of_hours", "caregiver")
_COLUMN = ("pharmacy", "gp")
_MOMENT = "when-to-call"


def numbers_of(regimen: Regimen, lang: Lang, *, all_of_them: bool = False) -> Numbers:
    """Names and numbers as the person filled them in; pharmacy and general practice, or all."""
    phones = regimen.draft.phones
    keys = _KEYS if all_of_them else _COLUMN
    found = tuple((words.call_name(key, lang), phones[key]) for key in keys if phones.get(key))
    if found or all_of_them:
        return found
    return tuple((words.call_name(key, lang), phones[key]) for key in _KEYS if phones.get(key))[: len(_COLUMN)]


class CallPage(QWidget):
    """ "Wanneer bellen?": the numbers on top, then what the texts say about calling, in their own order."""

    left = Signal()

    def __init__(self, look: Look, regimen: Regimen, lang: Lang, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        page = Page(look)
        side = look.gap("xxl")
        box = column(look.gap("m"), (side, look.gap("xl"), side - look.gap("m"), look.gap("xl")))
        box.addWidget(Text(look, translate("Call", "Wanneer bellen?"), "page"))
        numbers = numbers_of(regimen, lang, all_of_them=True)
        flow = Flow(look.gap("m"))
        for name, number in numbers:
            flow.addWidget(CallBox(look, name, number))
        flow.addWidget(CallBox(look, translate("Call", "Bij spoed"), "112"))
        box.addLayout(flow)
        if not numbers:
            box.addWidget(NoteBanner(look, translate("Phone", "Vul uw nummers in")))
        topics = ["general", *(regimen.catalogue[plan.treatment].topic for plan in regimen.draft.plans)]
        for topic in dict.fromkeys(topics):
            for passage in leaflet.passages(lang):
                if passage.moment == _MOMENT and passage.topic == topic:
                    box.addWidget(self._card(look, passage))
        box.addStretch(1)
        page.setLayout(box)
        whole = column()
        whole.addWidget(Scroller(look, page))
        self.setLayout(whole)

    def _card(self, look: Look, passage: leaflet.Passage) -> Card:
        card = Card(look, name=passage.title)
        pad = look.pad("xl")
        box = column(look.pad("s"), (pad, look.pad("l"), pad, look.pad("l")))
        box.addWidget(Text(look, passage.title, "section"))
        box.addWidget(Reading(look, [words.tie(line) for line in paragraphs(passage.text)]))
        if passage.addition:
            source = translate("Leaflet", "Aanvulling, niet uit de folder") + ". "
            source += translate("Leaflet", "Bron: {source}.").format(source=passage.source)
            box.addWidget(Text(look, source, "small", "soft"))
        card.setLayout(box)
        return card
