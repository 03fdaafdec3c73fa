"""The contents of the Folder: its first page, every chapter, and the hard words."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from osteoapp.content import leaflet
from osteoapp.content.words import Lang
from osteoapp.i18n import translate
from osteoapp.ui.foldertrail import Spot
from osteoapp.ui.parts.cards import Card, Page, Scroller, column
from osteoapp.ui.parts.rows import Entry
from osteoapp.ui.parts.text import Text
from osteoapp.ui.theme import Look


class Contents(Card):
    """``chosen`` tells where to go. One that ``scrolls`` takes the height it is given and shows the chosen line.

    ``clinic`` is a clinic's name, where its own text has a chapter.
    """

    chosen = Signal(object)

    def __init__(
        self, look: Look, lang: Lang, spot: Spot, *, scrolls: bool, clinic: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, name=translate("Folder", "Inhoud"), parent=parent)
        self._look = look
        self.entries: dict[str, Entry] = {}
        edge, pad = look.whole("border_thick"), look.pad("s")
        right = 0 if scrolls else look.pad("s")
        inner = column(look.pad("hair"), (look.pad("s"), look.pad("xxs"), right, look.pad("xs")))
        inner.addWidget(Text(look, translate("Folder", "Inhoud"), "body", "soft", weight=700))
        place = Spot(spot.kind, spot.id if spot.kind == "chapter" else "")
        self._line(inner, "start", translate("Folder", "Begin"), Spot(), place)
        if clinic:
            self._line(inner, "clinic", clinic, Spot("clinic"), place)
        for topic in leaflet.topics(lang):
            self._line(inner, f"topic:{topic.id}", topic.title, Spot("chapter", topic.id), place)
        self._line(inner, "words", translate("Folder", "Moeilijke woorden"), Spot("words"), place)
        box = column(0, (edge, pad, edge, pad))
        if scrolls:
            page = Page(look, "card")
            inner.addStretch(1)
            page.setLayout(inner)
            scroller = Scroller(look, page)
            box.addWidget(scroller)
            marked = next((entry for entry in self.entries.values() if entry.isChecked()), None)
            if marked is not None:
                QTimer.singleShot(0, marked, lambda: _show(scroller, marked))
        else:
            box.addLayout(inner)
        self.setLayout(box)

    def _line(self, box: QVBoxLayout, name: str, word: str, spot: Spot, now: Spot) -> None:
        entry = Entry(self._look, word, chosen=spot == now)
        entry.setObjectName(name)
        entry.clicked.connect(lambda: self.chosen.emit(spot))
        self.entries[name.removeprefix("topic:")] = entry
        box.addWidget(entry)


def _show(scroller: Scroller, entry: Entry) -> None:
    """Brings a line to the middle, so that what stands before and after is seen too."""
    top = entry.mapTo(scroller.page, QPoint(0, 0)).y()
    scroller.verticalScrollBar().setValue(top - (scroller.viewport().height() - entry.height()) // 2)
