"""A clinic's own text in the Folder: above ours, with the clinic's name, and never as ours."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from osteoapp.content.clinic import ClinicLeaflet, Heading, Paragraph, Section, entry_mark, joined
from osteoapp.content.clinic import Span as Piece
from osteoapp.content.prose import BULLET
from osteoapp.content.search import Span, places
from osteoapp.content.words import Lang
from osteoapp.i18n import full_date, translate
from osteoapp.ui.parts.cards import IconMark, column, row
from osteoapp.ui.parts.paint import box_of, fill_round, painter_on
from osteoapp.ui.parts.text import Text
from osteoapp.ui.reading import Marked, Prose
from osteoapp.ui.theme import Look


def lines_of(section: Section) -> tuple[list[str], dict[int, tuple[Span, ...]]]:
    """The lines of a section for reading, and where they are bold, by the number of the line."""
    lines: list[str] = []
    bold: dict[int, tuple[Span, ...]] = {}
    for block in section.blocks:
        if isinstance(block, Heading):
            bold[len(lines)] = ((0, len(block.text)),)
            lines.append(block.text)
        elif isinstance(block, Paragraph):
            bold[len(lines)] = _bold(block.spans)
            lines.append(joined(block.spans))
        else:
            for entry in block.entries:
                first = entry_mark(entry)
                by = 0 if first == BULLET else len(first)
                bold[len(lines)] = tuple((start + by, end + by) for start, end in _bold(entry.spans))
                lines.append(f"{first}{joined(entry.spans)}")
    # A line break inside a paragraph stays one, without ending the paragraph.
    return [line.replace("\n", "\u2028") for line in lines], bold


def _bold(pieces: tuple[Piece, ...]) -> tuple[Span, ...]:
    found, start = [], 0
    for piece in pieces:
        if piece.bold:
            found.append((start, start + len(piece.text)))
        start += len(piece.text)
    return tuple(found)


class ClinicView(QWidget):
    """One section of a clinic's text, as plain text; ``asked`` tells which hard word was pressed."""

    asked = Signal(str)

    def __init__(
        self, look: Look, clinic: ClinicLeaflet, section: Section, lang: Lang, *,
        here: bool = False, hits: frozenset[str] = frozenset(), known: frozenset[str] = frozenset(),
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._look, self.section, self._here = look, section, here
        self.id = clinic.id_of(section)
        self._said = translate("Folder", "Van {name}").format(name=clinic.name)
        self.setObjectName("clinic")
        self.setAccessibleName(f"{self._said}: {section.title}")
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        side = look.pad("m")
        box = column(look.pad("xs"), (side, look.pad("s"), side, look.pad("s")))
        head = row(look.pad("xs"))
        head.addWidget(IconMark(look, "first-aid", "accent", "bold"))
        head.addWidget(Text(look, self._said.replace("**", ""), "small", "accent", weight=700), 1)
        box.addLayout(head)
        title = section.title.replace("**", "")
        self.heading = Marked(look, title, "section", spans=places(title, hits))
        box.addWidget(self.heading)
        lines, bold = lines_of(section)
        self.prose = Prose(look, lines, lang, known=known, bold=bold)
        self.prose.show_hits(hits)
        self.prose.asked.connect(self.asked)
        box.addWidget(self.prose)
        day = translate("Folder", "Hier geplaatst op {day}.").format(day=full_date(clinic.imported, lang))
        box.addWidget(Text(look, day, "small", "soft"))
        self.setLayout(box)

    @property
    def spoken(self) -> tuple[str, ...]:
        """Whose text it is, its title, and every sentence."""
        text = self.prose.toPlainText()
        return (f"{self._said}. {self.section.title}.", *(text[start:end] for start, end in self.prose.spans))

    def show_spoken(self, number: int | None) -> QRectF | None:
        """Marks what is being read, and gives its place on this view; None takes the mark away."""
        self.heading.mark([(0, len(self.heading.text()))] if number == 0 else (), "read")
        self.prose.show_sentence(number - 1 if number else None)
        if number is None:
            return None
        if number == 0:
            return QRectF(self.heading.geometry())
        boxes = self.prose.boxes(self.prose.spans[number - 1])
        return boxes[0].united(boxes[-1]).translated(self.prose.pos().toPointF())

    def show_here(self, here: bool) -> None:
        """Marks this section as the one where one is."""
        self._here = here
        self.setAccessibleDescription(translate("Folder", "Hier bent u") if here else "")
        self.update()

    @property
    def here(self) -> bool:
        return self._here

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = self._look
        ground = look.color("tint") if self._here and not look.contrast else None
        width = look.length("border_thick" if self._here else "border")
        fill_round(painter_on(self), box_of(self), look.radius("note"), ground, look.color("accent"), width)
