"""The fixed page "Er ging iets mis": four texts, the same for everyone, each ending in whom to call.

Noting one of them is a remark beside the tablet and changes nothing that is shown. No second tablet is ever offered.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from osteoapp import words
from osteoapp.content import leaflet
from osteoapp.content.words import Lang
from osteoapp.core.item import Item
from osteoapp.core.regimen import Regimen
from osteoapp.i18n import translate
from osteoapp.ui.callpage import numbers_of
from osteoapp.ui.parts.buttons import QuietButton
from osteoapp.ui.parts.cards import Card, Page, Scroller, column, row
from osteoapp.ui.parts.flow import Flow
from osteoapp.ui.parts.inputs import LineField
from osteoapp.ui.parts.leaflet import Reading
from osteoapp.ui.parts.leaflet_text import paragraphs
from osteoapp.ui.parts.pair import Pair
from osteoapp.ui.parts.phone import CallBox
from osteoapp.ui.parts.text import Text
from osteoapp.ui.ports import Port, Result
from osteoapp.ui.theme import Look

_PASSAGES: Final = {
    "ate_early": "general/ate-early",
    "lay_down": "general/lay-down",
    "vomited": "general/vomited",
    "took_two": "general/took-two",
}


class WrongPage(QWidget):
    """``noted`` tells which remark was written down; ``left`` is the way back."""

    left = Signal()
    noted = Signal(str, str)

    def __init__(self, look: Look, port: Port, lang: Lang, item_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._port, self._lang = look, port, lang
        item = port.agenda().item(item_id)
        self._item = item
        page = Page(look)
        side = look.gap("xxl")
        box = column(look.gap("m"), (side, look.gap("xl"), side - look.gap("m"), look.gap("xl")))
        box.addWidget(Text(look, translate("Wrong", "Er ging iets mis"), "page"))
        lead = translate("Wrong", "Lees wat er bij u gebeurde. Neem vandaag geen tweede tablet.")
        box.addWidget(Text(look, lead, "lead", "soft"))
        self._numbers(box, port.regimen())
        for code, passage_id in _PASSAGES.items():
            box.addWidget(self._card(code, leaflet.passage(passage_id, lang)))
        if self._takes_remark():
            box.addWidget(self._own_words())
        back = QuietButton(look, translate("Ask", "Terug"), "arrow-left")
        back.setObjectName("wrong:back")
        back.clicked.connect(self.left)
        line = row()
        line.addWidget(back)
        line.addStretch(1)
        box.addLayout(line)
        box.addStretch(1)
        page.setLayout(box)
        whole = column()
        whole.addWidget(Scroller(look, page))
        self.setLayout(whole)

    def _takes_remark(self) -> bool:
        item: Item | None = self._item
        return item is not None and "remark" in self._port.allowed(item)

    def _numbers(self, box: QVBoxLayout, regimen: Regimen) -> None:
        flow = Flow(self._look.gap("m"))
        for name, number in numbers_of(regimen, self._lang):
            flow.addWidget(CallBox(self._look, name, number))
        if flow.count():
            box.addLayout(flow)

    def _card(self, code: str, passage: leaflet.Passage) -> Card:
        look = self._look
        card = Card(look, name=passage.title)
        pad = look.pad("xl")
        box = column(look.pad("s"), (pad, look.pad("l"), pad, look.pad("l")))
        box.addWidget(Text(look, passage.title, "section"))
        box.addWidget(Reading(look, [words.tie(line) for line in paragraphs(passage.text)]))
        source = ""
        if passage.addition:
            source = translate("Leaflet", "Aanvulling, niet uit de folder") + ". "
            source += translate("Leaflet", "Bron: {source}.").format(source=passage.source)
        pair = Pair(look.pad("m"), look.pad("s"))
        pair.addWidget(Text(look, source, "small", "soft"))
        if self._takes_remark():
            button = QuietButton(look, translate("Wrong", "Noteer dit"), height="quiet_small")
            button.setObjectName(f"wrong:{code}")
            button.setAccessibleName(f"{button.text()}: {passage.title}")
            button.clicked.connect(lambda: self._note(code))
            pair.addWidget(button)
        box.addLayout(pair)
        card.setLayout(box)
        return card

    def _own_words(self) -> Card:
        look = self._look
        title = translate("Wrong", "Iets anders opschrijven")
        card = Card(look, name=title)
        pad = look.pad("xl")
        box = column(look.pad("s"), (pad, look.pad("l"), pad, look.pad("l")))
        box.addWidget(Text(look, title, "section"))
        hint = translate("Wrong", "In uw eigen woorden")
        self.field = LineField(look, hint, hint)
        self.field.setObjectName("wrong:own")
        box.addWidget(self.field)
        button = QuietButton(look, translate("Wrong", "Noteer dit"), height="quiet_small")
        button.setObjectName("wrong:note")
        button.clicked.connect(lambda: self._note(self.field.text().strip()))
        line = row()
        line.addWidget(button)
        line.addStretch(1)
        box.addLayout(line)
        card.setLayout(box)
        return card

    def _note(self, note: str) -> None:
        if not note or self._item is None:
            return
        outcome = self._port.record(self._item.id, "remark", note=note)
        if outcome.result is not Result.REFUSED and outcome.event is not None:
            said = translate("Wrong", "Genoteerd: {note}.").format(note=words.remark(note, self._lang))
            self.left.emit()
            self.noted.emit(said, outcome.event)
