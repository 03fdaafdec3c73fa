"""The page "Papier en bestanden": everything that can be taken along, each with what it is for."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from osteoapp.i18n import translate
from osteoapp.ui.parts.rows import Choice
from osteoapp.ui.parts.sheet import Sheet
from osteoapp.ui.parts.text import Text
from osteoapp.ui.parts.tiles import Tiles
from osteoapp.ui.share.model import Kind, kinds
from osteoapp.ui.theme import SHEET, Look


class SharePage(Sheet):
    """``chosen`` names a kind; ``left`` tells that the person goes back."""

    chosen = Signal(str)
    left = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, SHEET, parent)
        self.box.addWidget(Text(look, translate("Share", "Papier en bestanden"), "page"))
        found = kinds()
        self._group(translate("Share", "Op papier"), [one for one in found if one.paper])
        self._group(translate("Share", "Bestanden"), [one for one in found if not one.paper])
        self.box.addStretch(1)
        self.add_back("share:back", self.left.emit)

    def _group(self, heading: str, some: list[Kind]) -> None:
        look = self.look
        self.box.addWidget(Text(look, heading, "section"))
        tiles = Tiles(look.gap("m"), 2)
        for one in some:
            choice = Choice(look, one.icon, one.title, one.purpose)
            choice.setObjectName(f"share:{one.id}")
            choice.clicked.connect(lambda _=False, kind=one.id: self.chosen.emit(kind))
            tiles.addWidget(choice)
        self.box.addLayout(tiles)
