"""The pane "Uit de folder": what the leaflet says at this moment, why, what is not from it, and whom to call."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from osteoapp.content.prose import BULLET, paragraphs
from osteoapp.i18n import translate
from osteoapp.ui.parts.buttons import TextButton
from osteoapp.ui.parts.cards import Card, IconMark, Page, Rule, Scroller, column, row
from osteoapp.ui.parts.flow import Flow
from osteoapp.ui.parts.phone import CallBox
from osteoapp.ui.parts.text import Text
from osteoapp.ui.readaloud import Aloud, AloudButton
from osteoapp.ui.theme import Look
from osteoapp.ui.views import Addition, ClinicNote, PaneView


class Reading(QWidget):
    """Paragraphs and lists of a passage."""

    def __init__(
        self, look: Look, lines: Iterable[str], *, small: bool = False, large: bool = False,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        token = "small" if small else "lead" if large else "body"
        box = column(look.pad("s") if not small else look.pad("xs"))
        for line in lines:
            if line.startswith(BULLET):
                entry = row(look.pad("s"), (look.pad("xs"), 0, 0, 0))
                entry.addWidget(Text(look, "•", token, "accent", weight=700), 0, Qt.AlignmentFlag.AlignTop)  # type: ignore[arg-type]
                entry.addWidget(Text(look, line.removeprefix(BULLET), token), 1)  # type: ignore[arg-type]
                box.addLayout(entry)
            else:
                box.addWidget(Text(look, line, token))  # type: ignore[arg-type]
        box.addStretch(1)
        self.setLayout(box)


class LeafletPane(Card):
    """The leaflet beside an item. ``more`` asks for the whole text; the pane keeps nothing of its own.

    ``aloud`` gives it a button to have it read. One that ``scrolls`` takes the height it is given: its text scrolls
    between the heading and the number to call.
    """

    more = Signal(str)

    def __init__(
        self,
        look: Look,
        view: PaneView,
        *,
        call: bool = True,
        more: bool = True,
        scrolls: bool = False,
        aloud: Aloud | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, name=translate("Leaflet", "Uit de folder"), parent=parent)
        self.view, self._aloud = view, aloud
        pad = look.pad("xl")
        edge = look.whole("border_thick")
        pad -= edge
        whole = column(look.pad("s"), (edge, look.pad("l"), edge, look.pad("l")))
        head = column(0, (pad, 0, pad, 0))
        box = column(look.pad("s"), (pad, 0, pad if not scrolls else look.pad("xxs"), 0))
        if view.clinic is not None:
            self._clinic(box, look, view.clinic)
        else:
            whole.addLayout(head)
        self._head(head if view.clinic is None else box, look)
        self._fill(box, look, more=more)
        if scrolls:
            page = Page(look, "card")
            page.setLayout(box)
            self.scroller = Scroller(look, page)
            whole.addWidget(self.scroller, 1)
        else:
            whole.addLayout(box)
        if call and view.call.number:
            foot = column(0, (pad, 0, pad, 0))
            whom = translate("Leaflet", "Twijfel? Bel {whom}").format(whom=view.call.whom)
            foot.addWidget(CallBox(look, whom, view.call.number))
            whole.addLayout(foot)
        self.setLayout(whole)

    @property
    def only_addition(self) -> bool:
        """Whether nothing in it is from the leaflet: then its heading says so."""
        return not self.view.paragraphs and bool(self.view.pressing)

    def _fill(self, box: QVBoxLayout, look: Look, *, more: bool) -> None:
        view = self.view
        if self.only_addition:
            self._addition(box, look, view.pressing[0])
        else:
            self._additions(box, look, view.pressing)
        if view.pressing and view.paragraphs:
            box.addWidget(Rule(look))
        if view.paragraphs:
            if view.title:
                box.addWidget(Text(look, view.title, "section"))
            box.addWidget(Reading(look, view.paragraphs))
        line = Flow(look.gap("m"), look.gap("m"), stretch=False)
        if more and view.passage:
            line.addWidget(self._more(look, "leaflet:more", self._about, view.passage))
        if self._aloud is not None:
            line.addWidget(AloudButton(look, self._aloud))
        if line.count():
            box.addLayout(line)
        if view.why:
            box.addWidget(Rule(look))
            box.addWidget(Text(look, translate("Leaflet", "Waarom?"), "body", weight=700))
            box.addWidget(Text(look, view.why))
        if view.additions:
            box.addWidget(Rule(look))
        self._additions(box, look, view.additions)
        box.addStretch(1)

    def _more(self, look: Look, name: str, about: str, passage: str) -> TextButton:
        button = TextButton(look, translate("Leaflet", "Lees meer"))
        button.setObjectName(name)
        button.setAccessibleName(f"{button.text()}: {about}" if about else button.text())
        button.clicked.connect(lambda: self.more.emit(passage))
        return button

    def _clinic(self, box: QVBoxLayout, look: Look, note: ClinicNote) -> None:
        """What the person's clinic says, as its own words, and the way to the rest of it."""
        said = translate("Folder", "Van {name}").format(name=note.name.replace("**", ""))
        head = row(look.pad("xs"))
        head.addWidget(IconMark(look, "first-aid", "accent", "bold"), 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(Text(look, said, "body", "accent", weight=700), 1)
        box.addLayout(head)
        box.addWidget(Text(look, note.title, "section"))
        if note.lines:
            box.addWidget(Reading(look, note.lines))
        line = row()
        line.addWidget(self._more(look, "leaflet:clinic", f"{said}, {note.title}", note.passage))
        line.addStretch(1)
        box.addLayout(line)
        box.addWidget(Rule(look))

    @property
    def _about(self) -> str:
        return self.view.pressing[0].title if self.only_addition else self.view.title

    def _head(self, box: QVBoxLayout, look: Look) -> None:
        head = row(look.pad("xs"))
        icon = IconMark(look, "info" if self.only_addition else "book-open-text")
        head.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        word = translate("Leaflet", "Uit de folder") if self.view.paragraphs else translate("Leaflet", "Uitleg")
        if self.only_addition:
            word = translate("Leaflet", "Aanvulling, niet uit de folder")
        head.addWidget(Text(look, word, "body", "accent", weight=700), 1)
        box.addLayout(head)

    def _addition(self, box: QVBoxLayout, look: Look, addition: Addition) -> None:
        """A text that is all there is: as large as one from the leaflet, with its source below it."""
        box.addWidget(Text(look, addition.title, "section"))
        box.addWidget(Reading(look, paragraphs(addition.text)))
        source = translate("Leaflet", "Bron: {source}.").format(source=addition.source)
        box.addWidget(Text(look, source, "small", "soft"))

    def _additions(self, box: QVBoxLayout, look: Look, additions: Iterable[Addition]) -> None:
        for number, addition in enumerate(additions):
            if not number:
                heading = translate("Leaflet", "Aanvulling, niet uit de folder")
                box.addWidget(Text(look, heading, "small", "soft", weight=700))
            source = translate("Leaflet", "Bron: {source}.").format(source=addition.source)
            lines = paragraphs(addition.text)
            if lines[-1].startswith(BULLET):
                lines.append(source)
            else:
                lines[-1] = f"{lines[-1]} {source}"
            box.addWidget(Reading(look, lines, small=True))


class LeafletLink(Card):
    """Only the way to the leaflet, where its words do not fit."""

    more = Signal(str)

    def __init__(self, look: Look, view: PaneView, parent: QWidget | None = None) -> None:
        word = translate("Leaflet", "Uit de folder")
        super().__init__(look, name=word, parent=parent)
        side, pad = look.pad("xl"), look.pad("s")
        line = row(look.pad("xs"), (side, pad, look.pad("l"), pad))
        line.addWidget(IconMark(look, "book-open-text"))
        line.addWidget(Text(look, word, "body", "accent", weight=700), 1, Qt.AlignmentFlag.AlignVCenter)
        button = TextButton(look, translate("Leaflet", "Lees meer"))
        button.setObjectName("leaflet:more")
        button.setAccessibleName(f"{button.text()}: {view.title or word}")
        button.clicked.connect(lambda: self.more.emit(view.passage))
        line.addWidget(button)
        self.setLayout(line)
