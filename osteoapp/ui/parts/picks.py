"""Answers that are chosen: one of several, or any number of cards. Enter chooses, and goes on from what is chosen."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from osteoapp.ui.icons import Icon, paint_icon
from osteoapp.ui.parts.cards import Round, column, row
from osteoapp.ui.parts.paint import fill_round
from osteoapp.ui.parts.rows import Pick, Pressable, paint_choice
from osteoapp.ui.parts.text import Text
from osteoapp.ui.theme import Color, Look


class OptionPick(Pick):
    """One of several answers of a page."""

    chosen_goes_on = True


class DayPick(OptionPick):
    """A day of which any number may be chosen."""

    def __init__(self, look: Look, word: str, *, chosen: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(look, word, chosen=False, parent=parent)
        self.setAutoExclusive(False)
        self.setChecked(chosen)


class OptionRow(Pressable):
    """One of several answers with a line under it; a round at the left tells which one is chosen."""

    chosen_goes_on = True

    def __init__(self, look: Look, answer: str, line: str = "", parent: QWidget | None = None) -> None:
        super().__init__(look, f"{answer}. {line}" if line else answer, parent)
        self.setText(answer)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        side, pad = look.pad("l"), look.pad("xs")
        box = row(0, (side + look.whole("tick_box") + look.pad("m"), pad, side, pad))
        words = column(look.pad("hair"))
        words.addStretch(1)
        words.addWidget(Text(look, answer, "body", weight=600))
        if line:
            words.addWidget(Text(look, line, "small", "soft"))
        words.addStretch(1)
        box.addLayout(words, 1)
        self.setLayout(box)
        self.setMinimumHeight(look.height("quiet"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = self.look
        corner = look.radius("control")
        painter, box = self.begin(look, corner)
        paint_choice(self, painter, box, corner)
        side = look.length("tick_box")
        mark = QRectF(box.left() + look.pad("l"), box.center().y() - side / 2, side, side)
        edge: Color = "accent" if self.isChecked() else "line"
        fill_round(painter, mark, side / 2, look.color("card"), look.color(edge), look.length("border_thick"))
        if self.isChecked():
            dot = mark.adjusted(side * 0.25, side * 0.25, -side * 0.25, -side * 0.25)
            fill_round(painter, dot, side / 4, look.color("accent"))


class PickCard(Pressable):
    """A card with picture, name and example, and a tick box. The whole card is the target."""

    chosen_goes_on = True

    def __init__(
        self, look: Look, icon: Icon, title: str, line: str, *, chosen: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, f"{title}. {line}", parent)
        self.setText(title)
        self.setCheckable(True)
        self.setChecked(chosen)
        pad = look.pad("s")
        box = row(look.pad("s"), (pad, pad, pad, pad))
        self._round = Round(look, icon, "round_s")
        box.addWidget(self._round, 0, Qt.AlignmentFlag.AlignVCenter)
        words: QVBoxLayout = column(look.pad("hair"))
        words.addStretch(1)
        words.addWidget(Text(look, title, "lead", weight=700))
        words.addWidget(Text(look, line, "small", "soft"))
        words.addStretch(1)
        box.addLayout(words, 1)
        box.addSpacing(look.whole("tick_box") + look.pad("xs"))
        self.setLayout(box)
        self.setMinimumHeight(look.height("choice"))
        self.toggled.connect(self._dress)
        self._dress(chosen)

    def _dress(self, chosen: bool) -> None:
        """The round is to be seen on the ground of a chosen card too."""
        self._round.stand_out("card" if chosen else "tint")

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = self.look
        card = look.radius("card")
        painter, box = self.begin(look, card)
        paint_choice(self, painter, box, card)
        side, pad = look.length("tick_box"), look.pad("s")
        tick = QRectF(box.right() - side - pad, box.top() + pad, side, side)
        corner = side * 0.25
        if not self.isChecked():
            fill_round(painter, tick, corner, look.color("card"), look.color("line"), look.length("border"))
            return
        fill_round(painter, tick, corner, look.color("accent" if self.isEnabled() else "disabled_text"))
        inner = tick.adjusted(side * 0.2, side * 0.2, -side * 0.2, -side * 0.2)
        paint_icon(painter, inner, look, "check", "on_accent" if self.isEnabled() else "disabled_bg")
