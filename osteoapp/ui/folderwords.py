"""The chapter "Moeilijke woorden": every hard word with what it means."""

from __future__ import annotations

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from osteoapp import words
from osteoapp.content import glossary
from osteoapp.content.words import Lang
from osteoapp.i18n import translate
from osteoapp.ui.parts.buttons import TextButton
from osteoapp.ui.parts.cards import column, row
from osteoapp.ui.parts.paint import box_of, fill_round, painter_on
from osteoapp.ui.parts.text import Text
from osteoapp.ui.theme import Look


class TermView(QWidget):
    """A hard word, what it means, and the way to where the leaflet says more."""

    more = Signal(str)

    def __init__(self, look: Look, term: glossary.Term, *, here: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._here, self.term = look, here, term
        self.setObjectName(f"term:{term.id}")
        self.setAccessibleName(f"{term.word}: {term.text}")
        side = look.pad("m")
        box = column(look.pad("hair"), (side, look.pad("xs"), side, look.pad("xs")))
        box.addWidget(Text(look, term.word, "lead", weight=700))
        box.addWidget(Text(look, words.tie(term.text), "lead"))
        if term.passage:
            more = TextButton(look, translate("Leaflet", "Lees meer"))
            more.setObjectName(f"more:{term.id}")
            more.setAccessibleName(f"{more.text()}: {term.word}")
            more.clicked.connect(lambda: self.more.emit(term.passage))
            line = row()
            line.addWidget(more)
            line.addStretch(1)
            box.addLayout(line)
        self.setLayout(box)

    def mark(self, here: bool) -> None:
        """Marks it as the one where one is, or that is being read."""
        self._here = here
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._here:
            return
        look, painter = self._look, painter_on(self)
        if look.contrast:
            edge = look.length("border_thick")
            fill_round(painter, box_of(self), look.radius("note"), None, look.color("accent"), edge)
        else:
            fill_round(painter, box_of(self), look.radius("note"), look.color("tint"))


class WordsPage(QWidget):
    """All hard words by the alphabet; ``here`` is marked and brought into sight by ``seen``."""

    seen = Signal(QRect)
    more = Signal(str)

    def __init__(self, look: Look, lang: Lang, here: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        side = look.pad("m")
        self._lang, self._here = lang, here
        self.views: list[TermView] = []
        box = column(look.pad("xxs"))
        head = column(look.pad("s"), (side, 0, side, 0))
        head.addWidget(Text(look, translate("Folder", "Moeilijke woorden"), "page"))
        said = translate("Folder", "Zulke woorden hebben in de tekst puntjes eronder. Druk erop voor de uitleg.")
        head.addWidget(Text(look, said, "body", "soft"))
        box.addLayout(head)
        for term in glossary.terms(lang):
            view = TermView(look, term, here=term.id == here)
            view.more.connect(self.more)
            self.views.append(view)
            box.addWidget(view)
        self.setLayout(box)

    def show_here(self) -> None:
        """Brings the marked word into sight."""
        for view in self.views:
            if view.term.id == self._here:
                self.seen.emit(view.geometry())

    def spoken(self) -> list[str]:
        """Every word with its explanation, as they are read aloud."""
        return [f"{view.term.word}: {view.term.text}" for view in self.views]

    def show_spoken(self, number: int) -> None:
        """Brings the word that is being read into sight and marks it."""
        for place, view in enumerate(self.views):
            view.mark(place == number)
            if place == number:
                self.seen.emit(view.geometry())
