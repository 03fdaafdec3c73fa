"""What a search in the Folder gave: a row a passage, with the sentence that has the words."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from osteoapp import words
from osteoapp.content import glossary
from osteoapp.content.clinic import PREFIX, ClinicLeaflet
from osteoapp.content.search import Found, Hit, search
from osteoapp.content.words import Lang
from osteoapp.i18n import translate
from osteoapp.ui.foldersheet import chapter_of
from osteoapp.ui.folderwords import TermView
from osteoapp.ui.parts.cards import IconMark, column, row
from osteoapp.ui.parts.paint import edge_of, fill_round
from osteoapp.ui.parts.rows import Pressable
from osteoapp.ui.parts.text import Text
from osteoapp.ui.passage import addition_words
from osteoapp.ui.reading import Marked
from osteoapp.ui.theme import Color, Look


class HitRow(Pressable):
    """A passage that was found. Pressing it opens its chapter there."""

    def __init__(self, look: Look, hit: Hit, lang: Lang, parent: QWidget | None = None) -> None:
        chapter = chapter_of(hit.passage.id, lang).title
        if hit.passage.id.startswith(PREFIX):
            chapter = translate("Folder", "Van {name}").format(name=hit.passage.source).replace("**", "")
        if hit.passage.addition:
            chapter = f"{chapter} · {addition_words()}"
        super().__init__(look, f"{hit.passage.title}. {hit.sentence} {chapter}", parent)
        self.setText(hit.passage.title)
        self.setObjectName(f"hit:{hit.passage.id}")
        pad = look.pad("s")
        box = row(look.pad("s"), (look.pad("m"), pad, pad, pad))
        said = column(look.pad("hair"))
        said.addWidget(Marked(look, hit.passage.title, "body", weight=700, spans=hit.in_title))
        said.addWidget(Marked(look, words.tie(hit.sentence), "body", spans=hit.in_sentence))
        said.addWidget(Text(look, chapter, "small", "soft"))
        box.addLayout(said, 1)
        box.addWidget(IconMark(look, "caret-right", "accent", "bold"), 0, Qt.AlignmentFlag.AlignVCenter)
        self.setLayout(box)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = self.look
        corner = look.radius("note")
        painter, box = self.begin(look, corner)
        fill: Color = "sunk"
        if look.contrast:
            fill = "card"
        elif self.isDown() or self.underMouse():
            fill = "tint_2" if self.isDown() else "tint"
        edge, width = edge_of(look)
        if look.contrast and self.underMouse():
            edge, width = look.color("accent"), look.length("border_heavy")
        fill_round(painter, box, corner, look.color(fill), edge if look.contrast else None, width)


class FoundPage(QWidget):
    """``chosen`` tells which passage to open, ``more`` where a hard word is explained."""

    chosen = Signal(str)
    more = Signal(str)

    def __init__(
        self, look: Look, asked: str, lang: Lang, clinic: ClinicLeaflet | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look, self._lang, self.asked = look, lang, asked
        self.found: Found = search(asked, lang, clinic)
        side = look.pad("m")
        box = column(look.pad("s"), (side, 0, side, look.pad("s")))
        if self.found.hits:
            said = translate("Folder", "%n teksten gevonden", "", len(self.found.hits))
            box.addWidget(Text(look, said, "section"))
        else:
            said = translate("Folder", "Niets gevonden voor ‘{asked}’").format(asked=asked)
            box.addWidget(Text(look, said, "section"))
            self._help(box)
        self._told(box)
        self._term(box)
        for hit in self.found.hits:
            line = HitRow(look, hit, lang)
            line.clicked.connect(lambda _=False, name=hit.passage.id: self.chosen.emit(name))
            box.addWidget(line)
        self.setLayout(box)

    def _help(self, box: QVBoxLayout) -> None:
        """What can be tried where nothing was found."""
        for said in (
            translate("Folder", "Probeer een korter woord, of een ander woord."),
            translate("Folder", "Bijvoorbeeld: tablet, prik, calcium, pijn of tandarts."),
            translate("Folder", "Of kies een hoofdstuk uit de inhoud."),
        ):
            box.addWidget(Text(self._look, said, "lead"))

    def _told(self, box: QVBoxLayout) -> None:
        """Which words were taken for others, and whether words are missing."""
        for typed, meant in self.found.forgiven:
            said = translate("Folder", "U typte ‘{typed}’. Gezocht is naar: {meant}.")
            box.addWidget(Text(self._look, said.format(typed=typed, meant=", ".join(meant)), "body", "soft"))
        if not self.found.whole:
            said = translate("Folder", "Geen tekst heeft al uw woorden. Deze teksten hebben de meeste.")
            box.addWidget(Text(self._look, said, "body", "soft"))

    def _term(self, box: QVBoxLayout) -> None:
        """The hard word that was asked for, also where it was not typed without a fault."""
        asked = [self.asked, *(meant for _, every in self.found.forgiven for meant in every)]
        term = next((one for one in (glossary.named(word, self._lang) for word in asked) if one is not None), None)
        if term is not None:
            view = TermView(self._look, term, here=True)
            view.more.connect(self.more)
            box.addWidget(view)
