"""Things the program tells: notes, banners, and the undo bar."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QFrame, QWidget

from osteoapp.ui.icons import Icon
from osteoapp.ui.parts.buttons import QuietButton
from osteoapp.ui.parts.cards import Card, IconMark, Tone, row
from osteoapp.ui.parts.paint import box_of, fill_round, painter_on
from osteoapp.ui.parts.pair import Pair
from osteoapp.ui.parts.text import Text
from osteoapp.ui.theme import UNDO_LEAST_MS, Look


class NoteBanner(Card):
    """``sunk`` explains, ``tint`` tells something, ``due`` asks for attention; it may hold one quiet button."""

    pressed = Signal()

    def __init__(
        self,
        look: Look,
        text: str,
        icon: Icon = "info",
        *,
        tone: Tone = "sunk",
        button: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, tone, radius="note", name=text.replace("**", ""), parent=parent)
        side, pad = look.pad("l"), look.pad("s")
        box = row(look.pad("m"), (side, pad, side, pad))
        box.addWidget(IconMark(look, icon, "due_text" if tone == "due" else "accent", "bold"))
        pair = Pair(look.pad("m"), look.pad("xs"), look.whole("measure") // 2)
        self.words = Text(look, text)
        pair.addWidget(self.words)
        self.button: QuietButton | None = None
        if button:
            self.button = QuietButton(look, button, height="quiet_small")
            self.button.clicked.connect(self.pressed)
            pair.addWidget(self.button)
        box.addLayout(pair, 1)
        self.setLayout(box)

    def say(self, text: str) -> None:
        """Shows another text."""
        self.words.say(text)
        self.setAccessibleName(text.replace("**", ""))


class UndoBar(QFrame):
    """What was noted, and "Zet terug". It stays at least 20 seconds and until the page is left.

    ``brief`` stands for the text where the page is too low for all of it; a screen reader says the text.
    """

    undone = Signal(str)

    def __init__(
        self, look: Look, text: str, button: str, event: str, brief: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self.event_id = event
        self.setAccessibleName(text.replace("**", ""))
        side, pad = look.pad("l"), look.pad("xs")
        box = row(look.pad("m"), (side, pad, pad, pad))
        box.addWidget(IconMark(look, "check-circle", "paper" if not look.contrast else "ink", "fill"))
        pair = Pair(look.pad("m"), look.pad("xs"))
        pair.addWidget(Text(look, brief or text, color="paper" if not look.contrast else "ink"))
        self.button = QuietButton(look, button, "arrow-counter-clockwise", height="quiet_small")
        self.button.clicked.connect(lambda: self.undone.emit(event))
        pair.addWidget(self.button)
        box.addLayout(pair, 1)
        self.setLayout(box)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.start(UNDO_LEAST_MS)

    @property
    def may_go(self) -> bool:
        """Whether its 20 seconds are over."""
        return not self._timer.isActive()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = self._look
        edge = look.color("line") if look.contrast else None
        ground = look.color("card" if look.contrast else "ink")
        fill_round(painter_on(self), box_of(self), look.radius("note"), ground, edge, look.length("border"))
