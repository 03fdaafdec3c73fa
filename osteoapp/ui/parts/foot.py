"""The foot of a page of questions: back at the left, on at the right, always in sight."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from osteoapp.ui.icons import Icon
from osteoapp.ui.parts.buttons import MainButton, QuietButton
from osteoapp.ui.parts.cards import Page, row
from osteoapp.ui.parts.text import Text
from osteoapp.ui.theme import PERCENTS, Look


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
        # At the largest letters the buttons need all of the line.
        self._said = Text(look, "", "body", "soft") if look.percent < PERCENTS[-1] else None
        if self._said is not None:
            self._said.hide()
            line.addWidget(self._said, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self.next)
        self.setLayout(line)

    def say(self, text: str) -> None:
        """A word beside the way on: how much is chosen."""
        if self._said is not None:
            self._said.say(text)
            self._said.setVisible(bool(text))


def rename(button: QuietButton | MainButton, word: str) -> None:
    """Another word on a button of a foot."""
    button.setText(word)
    button.setAccessibleName(word)
    button.updateGeometry()
