"""A passage of the leaflet on a page: its title and text, whether it is an addition, and the mark of where one is."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from osteoapp import words
from osteoapp.content.leaflet import Passage
from osteoapp.content.prose import paragraphs
from osteoapp.content.search import places
from osteoapp.content.words import Lang
from osteoapp.i18n import full_date, translate
from osteoapp.ui.parts.cards import IconMark, column, row
from osteoapp.ui.parts.paint import box_of, fill_round, painter_on
from osteoapp.ui.parts.text import Text
from osteoapp.ui.reading import Marked, Prose
from osteoapp.ui.theme import Look


def addition_words() -> str:
    """What stands above a text that the leaflet does not have."""
    return translate("Leaflet", "Aanvulling, niet uit de folder")


def source_words(passage: Passage, lang: Lang) -> str:
    """Where an addition comes from, and when source and text were last compared."""
    said = translate("Leaflet", "Bron: {source}.").format(source=passage.source)
    checked = translate("Folder", "Nagekeken op {day}.").format(day=full_date(passage.checked, lang))
    return f"{said} {checked}"


class PassageView(QWidget):
    """``asked`` tells which hard word was pressed. ``spoken`` are the sentences in the order in which they are read."""

    asked = Signal(str)

    def __init__(
        self, look: Look, passage: Passage, lang: Lang, *, titled: bool = True, here: bool = False,
        hits: frozenset[str] = frozenset(), known: frozenset[str] = frozenset(), parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._look, self.passage, self._here = look, passage, here
        self.setObjectName(f"passage:{passage.id}")
        self.setAccessibleName(f"{passage.title}. {addition_words()}" if passage.addition else passage.title)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        side = look.pad("m")
        box = column(look.pad("xs"), (side, look.pad("s"), side, look.pad("s")))
        if passage.addition:
            head = row(look.pad("xs"))
            head.addWidget(IconMark(look, "info", "soft", "bold"))
            head.addWidget(Text(look, addition_words(), "small", "soft", weight=700), 1)
            box.addLayout(head)
        self.heading = Marked(look, passage.title, "section", spans=places(passage.title, hits))
        self._titled = titled
        if titled:
            box.addWidget(self.heading)
        else:
            self.heading.setParent(self)
            self.heading.hide()
        self.prose = Prose(look, [words.tie(line) for line in paragraphs(passage.text)], lang, known=known)
        self.prose.show_hits(hits)
        self.prose.asked.connect(self.asked)
        box.addWidget(self.prose)
        if passage.addition:
            box.addWidget(Text(look, source_words(passage, lang), "small", "soft"))
        self.setLayout(box)

    @property
    def spoken(self) -> tuple[str, ...]:
        """The title, with the word that it is an addition, and every sentence."""
        title = f"{self.passage.title}."
        if self.passage.title[-1:] in "?!.":
            title = self.passage.title
        if self.passage.addition:
            title = f"{addition_words()}. {title}"
        text = self.prose.toPlainText()
        parts = (text[start:end] for start, end in self.prose.spans)
        return tuple(part.replace("\u00a0", " ") for part in (title, *parts))

    def show_spoken(self, number: int | None) -> QRectF | None:
        """Marks what is being read, and gives its place on this view; None takes the mark away."""
        whole = [(0, len(self.passage.title))]
        self.heading.mark(whole if number == 0 else (), "read")
        self.prose.show_sentence(number - 1 if number else None)
        if number is None:
            return None
        if number == 0:
            return QRectF(self.heading.geometry()) if self._titled else QRectF(0, 0, self.width(), 1)
        boxes = self.prose.boxes(self.prose.spans[number - 1])
        first, last = boxes[0], boxes[-1]
        return first.united(last).translated(self.prose.pos().toPointF())

    def show_here(self, here: bool) -> None:
        """Marks this passage as the one where one is."""
        self._here = here
        said = translate("Folder", "Hier bent u") if here else ""
        self.setAccessibleDescription(said)
        self.update()

    @property
    def here(self) -> bool:
        return self._here

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, painter, box = self._look, painter_on(self), box_of(self)
        corner = look.radius("note")
        if look.contrast:
            edge = look.length("border_thick" if self._here else "border")
            if self._here or self.passage.addition:
                fill_round(painter, box, corner, None, look.color("accent" if self._here else "line"), edge)
        elif self._here:
            fill_round(painter, box, corner, look.color("tint"))
        elif self.passage.addition:
            fill_round(painter, box, corner, look.color("sunk"))
        if self._here:
            width = look.length("bar") * 0.75
            bar = QRectF(box.left(), box.top() + corner * 0.7, width, box.height() - corner * 1.4)
            fill_round(painter, bar, width / 2, look.color("accent"))
