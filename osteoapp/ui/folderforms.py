"""What is done with a page of the Folder: the walk through the house to tick off, and the card for the dentist."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from osteoapp import words
from osteoapp.content import leaflet
from osteoapp.content.prose import BULLET, paragraphs
from osteoapp.content.words import Lang
from osteoapp.i18n import translate
from osteoapp.ui.icons import paint_icon
from osteoapp.ui.parts.buttons import MainButton
from osteoapp.ui.parts.cards import Card, column, row
from osteoapp.ui.parts.paint import box_of, edge_of, fill_round, paint_ring, painter_on
from osteoapp.ui.parts.rows import Pressable
from osteoapp.ui.parts.text import Text
from osteoapp.ui.theme import Color, Look

WALK_PASSAGE = "fall-safety/during"
_DOTS = "." * 36


def walk_lines(lang: Lang) -> tuple[str, ...]:
    """What is looked at on the walk: the list of the leaflet, as it stands there."""
    lines = paragraphs(leaflet.passage(WALK_PASSAGE, lang).text)
    return tuple(line.removeprefix(BULLET) for line in lines if line.startswith(BULLET))


class TickRow(Pressable):
    """A line with a box; the whole row ticks it."""

    def __init__(self, look: Look, line: str, *, ticked: bool, parent: QWidget | None = None) -> None:
        super().__init__(look, line, parent)
        self.setText(line)
        self.setCheckable(True)
        self.setChecked(ticked)
        pad = look.pad("s")
        left = look.whole("tick_box") + look.pad("m") + look.pad("s")
        box = row(0, (left, pad, pad, pad))
        box.addWidget(Text(look, line, "lead"), 1)
        self.setLayout(box)
        self.setMinimumHeight(look.height("quiet"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painter_on(self)
        look, box = self.look, box_of(self)
        corner = look.radius("note")
        if self.shows_ring:
            box = paint_ring(painter, look, box, corner)
        done = self.isChecked()
        fill: Color = "tint" if not look.contrast and (done or self.underMouse()) else "card"
        edge, width = edge_of(look)
        fill_round(painter, box, corner, look.color(fill), look.color("accent") if done else edge, max(width, 1.0))
        side = look.length("tick_box")
        square = QRectF(box.left() + look.pad("s"), box.center().y() - side / 2, side, side)
        inside = look.color("accent") if done else look.color("card")
        edge_color = look.color("accent" if done else "line")
        fill_round(painter, square, look.radius("day") / 2, inside, edge_color, look.length("border"))
        if done:
            mark = square.adjusted(side * 0.14, side * 0.14, -side * 0.14, -side * 0.14)
            paint_icon(painter, mark, look, "check", "on_accent")


class Walk(QWidget):
    """The walk through the house. What is ticked is kept in ``ticked`` and nowhere else."""

    def __init__(self, look: Look, lang: Lang, ticked: set[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ticked = ticked
        side = look.pad("m")
        box = column(look.pad("xs"), (side, look.pad("xs"), side, look.pad("s")))
        said = translate("Folder", "Loop door alle kamers. Vink aan wat u heeft nagekeken.")
        box.addWidget(Text(look, said, "body", "soft"))
        self.rows: list[TickRow] = []
        for number, line in enumerate(walk_lines(lang)):
            tick = TickRow(look, words.tie(line), ticked=f"walk:{number}" in ticked)
            tick.setObjectName(f"walk:{number}")
            tick.toggled.connect(self._keep)
            self.rows.append(tick)
            box.addWidget(tick)
        self.count = Text(look, " ", "body", "accent", weight=700)
        box.addWidget(self.count)
        self.setLayout(box)
        self._count()

    def _keep(self) -> None:
        for tick in self.rows:
            (self._ticked.add if tick.isChecked() else self._ticked.discard)(tick.objectName())
            tick.update()
        self._count()

    def _count(self) -> None:
        done = sum(tick.isChecked() for tick in self.rows)
        self.count.say(translate("Folder", "{done} van {all} nagekeken").format(done=done, all=len(self.rows)))


def dentist_lines(medicines: Sequence[str]) -> tuple[str, tuple[str, ...]]:
    """Title and lines of the card for the dentist; dots where the person writes."""
    medicine = ", ".join(medicines) or _DOTS
    return translate("DentistCard", "Voor mijn tandarts"), (
        translate("DentistCard", "Ik word behandeld voor osteoporose (botontkalking)."),
        translate("DentistCard", "Mijn medicijn: {medicine}").format(medicine=medicine),
        translate("DentistCard", "Mijn arts: {dots}").format(dots=_DOTS),
        translate("DentistCard", "Telefoon van mijn arts: {dots}").format(dots=_DOTS[:-12]),
    )


class DentistCard(Card):
    """The card as it will be printed, and the button that does it."""

    pressed = Signal()

    def __init__(self, look: Look, medicines: Sequence[str], parent: QWidget | None = None) -> None:
        title, lines = dentist_lines(medicines)
        super().__init__(look, "tint", radius="note", name=title, parent=parent)
        pad = look.pad("l")
        box = column(look.pad("xs"), (pad, look.pad("m"), pad, look.pad("m")))
        box.addWidget(Text(look, title, "section"))
        for line in lines:
            box.addWidget(Text(look, line.replace(_DOTS, _DOTS[:12]).replace(_DOTS[:-12], _DOTS[:12]), "body"))
        self.button = MainButton(look, translate("DentistCard", "Druk het kaartje af"), "printer")
        self.button.setObjectName("dentist:print")
        self.button.clicked.connect(self.pressed)
        line_box = row(0, (0, look.pad("xs"), 0, 0))
        line_box.addWidget(self.button)
        line_box.addStretch(1)
        box.addLayout(line_box)
        self.setLayout(box)
