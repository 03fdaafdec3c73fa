"""The fixed page "Er ging iets mis": four texts, the same for everyone, each ending in whom to call.

Noting one of them is a remark beside the tablet and changes nothing that is shown. No second tablet is ever offered.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from osteoapp import words
from osteoapp.content import leaflet
from osteoapp.content.prose import paragraphs
from osteoapp.content.words import Lang
from osteoapp.core.item import Item
from osteoapp.i18n import translate
from osteoapp.ui.callpage import named_in, number_line, numbers_of
from osteoapp.ui.parts.buttons import QuietButton
from osteoapp.ui.parts.cards import Card, column
from osteoapp.ui.parts.even import Even
from osteoapp.ui.parts.inputs import LineField
from osteoapp.ui.parts.leaflet import Reading
from osteoapp.ui.parts.pair import Pair
from osteoapp.ui.parts.sheet import Sheet
from osteoapp.ui.parts.text import Text
from osteoapp.ui.ports import Port, Result
from osteoapp.ui.theme import SHEET, Look

_PASSAGES: Final = {
    "ate_early": "general/ate-early",
    "lay_down": "general/lay-down",
    "vomited": "general/vomited",
    "took_two": "general/took-two",
}


class WrongPage(Sheet):
    """``noted`` tells which remark was written down; ``left`` is the way back."""

    left = Signal()
    noted = Signal(str, str)

    def __init__(self, look: Look, port: Port, lang: Lang, item_id: str, parent: QWidget | None = None) -> None:
        super().__init__(look, SHEET, parent)
        self._port, self._lang = port, lang
        self._item: Item | None = port.agenda().item(item_id)
        self._numbers = numbers_of(port.regimen(), lang, all_of_them=True)
        self.box.addWidget(Text(look, translate("Wrong", "Er ging iets mis"), "page"))
        lead = translate("Wrong", "Lees wat er bij u gebeurde. Neem vandaag geen tweede tablet.")
        self.box.addWidget(Text(look, lead, "lead", "soft"))
        passages = {code: leaflet.passage(passage_id, lang) for code, passage_id in _PASSAGES.items()}
        grid = Even(look.gap("m"), 2, look.whole("column_least"))
        for code, passage in passages.items():
            grid.addWidget(self._card(code, passage))
        self.box.addLayout(grid)
        if self._takes_remark():
            self.box.addWidget(self._own_words())
        self.box.addWidget(Text(look, self._sources(passages.values()), "small", "soft"))
        self.box.addStretch(1)
        self.add_back("wrong:back", self.left.emit)

    def _takes_remark(self) -> bool:
        return self._item is not None and "remark" in self._port.allowed(self._item)

    def _sources(self, passages: Iterable[leaflet.Passage]) -> str:
        """Said once for all of them: that they are not from the leaflet, and each source once."""
        sources = dict.fromkeys(part for one in passages if one.addition for part in one.source.split("; "))
        said = translate("Wrong", "Deze 4 teksten zijn een aanvulling, niet uit de folder.") + " "
        return said + translate("Leaflet", "Bron: {source}.").format(source="; ".join(sources))

    def _card(self, code: str, passage: leaflet.Passage) -> Card:
        """What it says, then whom it names with the number, and the button that notes it."""
        look = self.look
        card = Card(look, name=passage.title)
        pad = look.pad("xl")
        box = column(look.pad("s"), (pad, look.pad("l"), pad, look.pad("l")))
        box.addWidget(Text(look, passage.title, "section"))
        box.addWidget(Reading(look, [words.tie(line) for line in paragraphs(passage.text)]))
        box.addStretch(1)
        foot = Pair(look.gap("m"), look.pad("s"))
        named = named_in(passage.text, self._numbers)
        if named:
            foot.addWidget(number_line(look, named))
        if self._takes_remark():
            button = QuietButton(look, translate("Wrong", "Noteer dit"), height="quiet_low")
            button.setObjectName(f"wrong:{code}")
            button.setAccessibleName(f"{button.text()}: {passage.title}")
            button.clicked.connect(lambda: self._note(code))
            foot.addWidget(button)
        box.addLayout(foot)
        card.setLayout(box)
        return card

    def _own_words(self) -> Card:
        look = self.look
        title = translate("Wrong", "Iets anders opschrijven")
        card = Card(look, name=title)
        pad = look.pad("xl")
        box = column(look.pad("s"), (pad, look.pad("l"), pad, look.pad("l")))
        box.addWidget(Text(look, title, "section"))
        hint = translate("Wrong", "In uw eigen woorden")
        self.field = LineField(look, hint, hint)
        self.field.setObjectName("wrong:own")
        self.field.setMinimumWidth(look.whole("entry"))
        button = QuietButton(look, translate("Wrong", "Noteer dit"), height="quiet")
        button.setObjectName("wrong:note")
        button.clicked.connect(lambda: self._note(self.field.text().strip()))
        pair = Pair(look.gap("m"), look.gap("m"))
        pair.addWidget(self.field)
        pair.addWidget(button)
        box.addLayout(pair)
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
