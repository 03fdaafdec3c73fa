"""The foot of a page of questions: back at the left, on at the right, always in sight."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from osteoapp.ui.icons import Icon
from osteoapp.ui.parts.buttons import MainButton, QuietButton
from osteoapp.ui.parts.cards import Page, row
from osteoapp.ui.theme import Look


class Foot(Page):
    """``name`` is what the two buttons are called, ``icon`` that of the right one: an arrow goes on, a tick keeps."""

    def __init__(
        self, look: Look, name: str, icon: Icon = "arrow-right", parent: QWidget | None = None
    ) -> None:
        super().__init__(look, parent=parent)
        side = look.gap("huge")
        line = row(look.gap("m"), (side, look.gap("xs"), side, look.gap("l" if look.percent == 100 else "s")))
        self.back = QuietButton(look, " ", "arrow-left", height="main")
        self.back.setObjectName(f"{name}:back")
        self.next = MainButton(look, " ", icon)
        self.next.setObjectName(f"{name}:next")
        self.next.setMinimumWidth(look.whole("choice_width"))
        line.addWidget(self.back)
        line.addStretch(1)
        line.addWidget(self.next)
        self.setLayout(line)


def rename(button: QuietButton | MainButton, word: str) -> None:
    """Another word on a button of a foot."""
    button.setText(word)
    button.setAccessibleName(word)
    button.updateGeometry()
