"""The card for the dentist, on the screen as it will be printed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from osteoapp.i18n import translate
from osteoapp.ui.parts.buttons import MainButton
from osteoapp.ui.parts.cards import Card, column, row
from osteoapp.ui.parts.text import Text
from osteoapp.ui.theme import Look

_DOTS = "." * 36


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
