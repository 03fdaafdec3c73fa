"""The page "Over dit programma"."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QWidget

from osteoapp.content.words import Lang
from osteoapp.i18n import translate
from osteoapp.shipped import VERSION, installed
from osteoapp.ui.about.model import AboutView, Section, about_view
from osteoapp.ui.parts.buttons import QuietButton
from osteoapp.ui.parts.cards import Card, column, row
from osteoapp.ui.parts.sheet import Sheet
from osteoapp.ui.parts.text import Text
from osteoapp.ui.theme import SHEET, Look
from osteoapp.ui.tray import tray_picture


class AboutPage(Sheet):
    """``left`` asks to go back, ``licences`` for the list of parts."""

    left = Signal()
    licences = Signal()

    def __init__(self, look: Look, lang: Lang, folder: str, parent: QWidget | None = None) -> None:
        super().__init__(look, SHEET, parent)
        view = about_view(VERSION, installed(), folder, lang)
        self.box.addWidget(Text(look, view.title, "page"))
        self.box.addWidget(self._program(view))
        for section in view.sections:
            self.box.addWidget(self._card(section))
        self.box.addStretch(1)
        self.foot.addWidget(back_button(look, self.left))

    def _program(self, view: AboutView) -> Card:
        look = self.look
        card = Card(look, name=view.program)
        pad = look.pad("xl")
        box = row(look.pad("l"), (pad, look.pad("l"), pad, look.pad("l")))
        box.addWidget(Mark(look), 0, Qt.AlignmentFlag.AlignTop)
        words = column(look.pad("xxs"))
        words.addWidget(Text(look, view.program, "section"))
        words.addWidget(Text(look, view.version))
        box.addLayout(words, 1)
        card.setLayout(box)
        return card

    def _card(self, section: Section) -> Card:
        look = self.look
        card = Card(look, name=section.title)
        pad = look.pad("xl")
        box = column(look.pad("s"), (pad, look.pad("l"), pad, look.pad("xl")))
        box.addWidget(Text(look, section.title, "section"))
        for line in section.lines:
            box.addWidget(Text(look, line))
        if section.place:
            box.addWidget(Text(look, section.place, weight=600))
        if section.name == "licences":
            button = QuietButton(look, translate("About", "Bekijk de licenties"), "file-text")
            button.setObjectName("about:licences")
            button.clicked.connect(self.licences)
            line_ = row()
            line_.addWidget(button)
            line_.addStretch(1)
            box.addLayout(line_)
        card.setLayout(box)
        return card


class Mark(QLabel):
    """The program's mark, as beside the clock and in the menu of programs; decoration, so it says nothing."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        side = round(64 * look.scale)
        ratio = self.devicePixelRatioF()
        picture = tray_picture("calm", round(side * ratio))
        picture.setDevicePixelRatio(ratio)
        self.setPixmap(picture)
        self.setFixedSize(side, side)


def back_button(look: Look, pressed: object) -> QWidget:
    """A button "Terug" at the left of its line; ``pressed`` is a signal."""
    back = QuietButton(look, translate("Ask", "Terug"), "arrow-left")
    back.setObjectName("about:back")
    back.clicked.connect(pressed)
    holder = QWidget()
    line = row()
    line.addWidget(back)
    line.addStretch(1)
    holder.setLayout(line)
    return holder
