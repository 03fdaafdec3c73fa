"""What others made of the program: the list of parts, and the licence of one."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from osteoapp.i18n import translate
from osteoapp.ui.about.model import Part, paragraphs, parts
from osteoapp.ui.about.page import back_button
from osteoapp.ui.parts.buttons import TextButton
from osteoapp.ui.parts.cards import Card, Rule, column, row
from osteoapp.ui.parts.even import Even
from osteoapp.ui.parts.sheet import Sheet
from osteoapp.ui.parts.text import Text
from osteoapp.ui.theme import SHEET, Look


class LicencesPage(Sheet):
    """``chosen`` names a part by its place in the list."""

    left = Signal()
    chosen = Signal(int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, SHEET, parent)
        self.box.addWidget(Text(look, translate("About", "Licenties"), "page"))
        lead = translate("About", "Dit maakten anderen.") + " "
        lead += translate("About", "Kies een onderdeel om de licentie te lezen. De teksten zijn in het Engels.")
        self.box.addWidget(Text(look, lead))
        card = Card(look, name=translate("About", "Licenties"))
        grid = Even(look.gap("m"), 3, look.whole("column_least"))
        for number, part in enumerate(parts()):
            grid.addWidget(self._row(number, part))
        pad = look.pad("xl")
        inner = column(0, (pad, look.pad("m"), pad, pad))
        inner.addLayout(grid)
        card.setLayout(inner)
        self.box.addWidget(card)
        self.box.addStretch(1)
        self.foot.addWidget(back_button(look, self.left))

    def _row(self, number: int, part: Part) -> QWidget:
        """The name is the way to the whole text; the kind of licence stands below it."""
        look = self.look
        holder = QWidget()
        box = column()
        button = TextButton(look, part.title)
        button.setObjectName(f"licence:{number}")
        button.clicked.connect(lambda: self.chosen.emit(number))
        line = row()
        line.addWidget(button)
        line.addStretch(1)
        box.addLayout(line)
        below = row(0, (look.pad("xxs"), 0, 0, 0))
        below.addWidget(Text(look, part.licence, "small", "soft"))
        box.addLayout(below)
        holder.setLayout(box)
        return holder


class LicencePage(Sheet):
    """The whole licence of one part."""

    left = Signal()

    def __init__(self, look: Look, part: Part, parent: QWidget | None = None) -> None:
        super().__init__(look, SHEET, parent)
        self.box.addWidget(Text(look, part.title, "page"))
        self.box.addWidget(Text(look, part.licence, "body", "soft"))
        for text in part.texts:
            self.box.addWidget(Rule(look))
            self.box.addWidget(self._text(text))
        self.box.addStretch(1)
        self.foot.addWidget(back_button(look, self.left))

    def _text(self, text: str) -> QWidget:
        holder = QWidget()
        box = column(self.look.gap("s"))
        for paragraph in paragraphs(text):
            box.addWidget(Text(self.look, paragraph.replace("**", "* *"), "small"))
        holder.setLayout(box)
        return holder
