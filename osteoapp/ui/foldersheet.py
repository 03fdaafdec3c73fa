"""A page of the Folder to read: passages in order, marks for where one is and what is read, and the hard words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from osteoapp import words
from osteoapp.content import glossary, leaflet
from osteoapp.content.clinic import ClinicLeaflet, Section
from osteoapp.content.words import Lang
from osteoapp.i18n import translate
from osteoapp.ui.folderclinic import ClinicView
from osteoapp.ui.parts.buttons import TextButton
from osteoapp.ui.parts.cards import Card, Rule, column, row
from osteoapp.ui.parts.paint import box_of, fill_round, painter_on
from osteoapp.ui.parts.text import Text
from osteoapp.ui.passage import PassageView
from osteoapp.ui.theme import Look

Part = PassageView | ClinicView
NOTES = ("own_words", "not_complete", "disclaimer")


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is on a page: its title, its passages in reading order, and what is marked.

    ``here`` is the passage where one is; ``hits`` the words of a search, folded. ``sections`` are those of a
    ``clinic``, above ours.
    """

    title: str
    passages: tuple[str, ...]
    here: str = ""
    hits: frozenset[str] = frozenset()
    clinic: ClinicLeaflet | None = None
    sections: tuple[Section, ...] = ()


class WordCard(Card):
    """What a hard word means. ``more`` asks for a passage, ``closed`` to be taken away."""

    more = Signal(str)
    closed = Signal()

    def __init__(self, look: Look, term: glossary.Term, parent: QWidget | None = None) -> None:
        super().__init__(look, "tint", radius="note", name=f"{term.word}: {term.text}", parent=parent)
        self.term = term
        pad = look.pad("l")
        box = column(look.pad("xs"), (pad, look.pad("m"), pad, look.pad("s")))
        box.addWidget(Text(look, term.word, "lead", weight=700))
        box.addWidget(Text(look, words.tie(term.text)))
        line = row(look.gap("m"))
        self.close_button = TextButton(look, translate("Folder", "Sluiten"), "x")
        self.close_button.setObjectName("word:close")
        self.close_button.clicked.connect(self.closed)
        line.addWidget(self.close_button)
        if term.passage:
            more = TextButton(look, translate("Leaflet", "Lees meer"))
            more.setObjectName("word:more")
            more.setAccessibleName(f"{more.text()}: {term.word}")
            more.clicked.connect(lambda: self.more.emit(term.passage))
            line.addWidget(more)
        line.addStretch(1)
        box.addLayout(line)
        self.setLayout(box)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """It lies over the text: an edge all around."""
        super().paintEvent(event)
        look = self.look
        fill_round(painter_on(self), box_of(self), self.corner, None, look.color("accent"), look.length("border"))


def id_of(part: Part) -> str:
    """The id of the passage or section that a part shows."""
    return part.id if isinstance(part, ClinicView) else part.passage.id


class SheetView(QWidget):
    """The passages of a sheet below each other. ``seen`` asks to bring a place of it into sight.

    ``more`` asks for a passage elsewhere. ``instead`` are parts that stand in the place of passages.
    """

    seen = Signal(QRect)
    more = Signal(str)

    def __init__(
        self, look: Look, sheet: Sheet, lang: Lang, *, under_title: QWidget | None = None,
        instead: dict[str, QWidget] | None = None, parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._look, self._lang, self.sheet = look, lang, sheet
        self.card: WordCard | None = None
        self._asked_in: Part | None = None
        self.views: list[PassageView] = []
        self.parts: list[Part] = []
        side = look.pad("m")
        box = column(look.pad("xs"))
        title = column(look.pad("s"), (side, 0, side, 0))
        title.addWidget(Text(look, sheet.title, "page"))
        if under_title is not None:
            title.addWidget(under_title)
        box.addLayout(title)
        known: frozenset[str] = frozenset()
        for section in sheet.sections if sheet.clinic is not None else ():
            assert sheet.clinic is not None
            part = ClinicView(
                look, sheet.clinic, section, lang, here=sheet.clinic.id_of(section) == sheet.here, hits=sheet.hits,
                known=known,
            )  # fmt: skip
            known |= self._join(part)
            box.addWidget(part)
        for passage_id in sheet.passages:
            if instead and passage_id in instead:
                box.addWidget(instead[passage_id])
                continue
            passage = leaflet.passage(passage_id, lang)
            view = PassageView(
                look, passage, lang, titled=passage.title != sheet.title, here=passage_id == sheet.here,
                hits=sheet.hits, known=known,
            )  # fmt: skip
            known |= self._join(view)
            self.views.append(view)
            box.addWidget(view)
        self._last = column(0, (side, 0, side, 0))
        box.addLayout(self._last)
        box.addLayout(self._notes(side))
        self.setLayout(box)

    def _join(self, part: Part) -> frozenset[str]:
        """Listens to a part; gives its hard words, which need no dots again."""
        part.asked.connect(lambda name: self._explain(part, name))
        part.prose.reached.connect(
            lambda box: self.seen.emit(box.toRect().translated(part.prose.mapTo(self, QPoint(0, 0))))
        )
        self.parts.append(part)
        return frozenset(part.prose.terms)

    def add_last(self, part: QWidget) -> None:
        """Something below the last passage."""
        line = row()
        line.addWidget(part)
        line.addStretch(1)
        self._last.addLayout(line)

    def _notes(self, side: int) -> QVBoxLayout:
        look = self._look
        notes = column(look.pad("xxs"), (side, look.pad("m"), side, look.pad("s")))
        notes.addWidget(Rule(look))
        notes.addSpacing(look.pad("xs"))
        for key in NOTES:
            notes.addWidget(Text(look, words.sentence(key, self._lang), "small", "soft"))
        return notes

    # Where one is

    def view_of(self, passage_id: str) -> PassageView | None:
        return next((view for view in self.views if view.passage.id == passage_id), None)

    def part_of(self, passage_id: str) -> Part | None:
        """The passage or the section of a clinic with that id."""
        return next((part for part in self.parts if id_of(part) == passage_id), None)

    def show_here(self, passage_id: str) -> None:
        """Marks a passage or section and brings its beginning into sight."""
        for part in self.parts:
            part.show_here(id_of(part) == passage_id)
            if part.here:
                self.seen.emit(part.geometry())

    # Reading aloud

    def spoken(self) -> list[str]:
        """Every sentence of the page in the order in which it is read."""
        return [text for part in self.parts for text in part.spoken]

    def first_spoken(self, passage_id: str) -> int:
        """The number of the first sentence of a passage; 0 for the first of all, and for one that is not here."""
        number = 0
        for part in self.parts:
            if id_of(part) == passage_id:
                return number if part not in self.views[:1] else 0
            number += len(part.spoken)
        return 0

    def show_spoken(self, number: int) -> None:
        """Marks the sentence of that number, -1 none, and brings it into sight."""
        for part in self.parts:
            many = len(part.spoken)
            place = part.show_spoken(number if 0 <= number < many else None)
            if place is not None:
                self.seen.emit(place.toRect().translated(part.pos()))
            number = number - many if number >= many else -1

    # Hard words

    def _explain(self, view: Part, name: str) -> None:
        self.close_card(back=False)
        card = WordCard(self._look, glossary.term(name, self._lang), self)
        card.closed.connect(self.close_card)
        card.more.connect(self.more)
        self.card, self._asked_in = card, view
        self._place(card, view)
        card.show()
        card.raise_()
        self.seen.emit(card.geometry())
        card.close_button.setFocus(Qt.FocusReason.TabFocusReason)

    def _place(self, card: WordCard, view: Part) -> None:
        """Below the word, or above it where there is no room below."""
        boxes = view.prose.boxes(view.prose.terms[card.term.id])
        word = boxes[0].toRect().translated(view.prose.mapTo(self, QPoint(0, 0)))
        gap = self._look.pad("xxs")
        width = min(self._look.whole("word_card"), self.width())
        layout = card.layout()
        high = layout.totalHeightForWidth(width) if layout is not None else 0
        left = max(0, min(word.left() - self._look.pad("m"), self.width() - width))
        top = word.bottom() + gap
        if top + high > self.height():
            top = max(word.top() - gap - high, 0)
        card.setGeometry(left, top, width, high)

    def close_card(self, *, back: bool = True) -> bool:
        """Takes the explanation away; ``back`` gives the focus back to its word. False where there was none."""
        card, self.card = self.card, None
        if card is None:
            return False
        card.hide()
        card.deleteLater()
        if back and self._asked_in is not None:
            self._asked_in.prose.take_focus(card.term.id)
        return True


def chapter_of(passage_id: str, lang: Lang) -> leaflet.Topic:
    """The chapter that holds a passage; the first one for what no chapter holds."""
    topics: Sequence[leaflet.Topic] = leaflet.topics(lang)
    return next((topic for topic in topics if passage_id in topic.passages), topics[0])
