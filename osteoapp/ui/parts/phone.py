"""Whom to call: the block in the left column, the strip in windows of their own, and the box in a pane."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from osteoapp.ui.icons import Icon
from osteoapp.ui.parts.buttons import QuietButton, TextButton
from osteoapp.ui.parts.cards import Card, IconMark, column, row
from osteoapp.ui.parts.flow import Flow
from osteoapp.ui.parts.pair import Pair
from osteoapp.ui.parts.rows import Surface
from osteoapp.ui.parts.text import Text
from osteoapp.ui.theme import PERCENTS, Color, Look

Numbers = tuple[tuple[str, str], ...]
Size = Literal["full", "plain", "button"]


class PhoneBlock(Card):
    """Title, names and numbers, and the way to the page with all of them.

    ``plain`` leaves the button out and is itself the button; ``button`` is all that fits sometimes.
    """

    asked = Signal()

    def __init__(
        self,
        look: Look,
        title: str,
        numbers: Numbers,
        missing: str,
        button: str,
        size: Size = "full",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, "bare" if size == "button" else "plain", name=title, parent=parent)
        self.button: QAbstractButton
        if size == "plain":
            self._whole_is_button(look, title, numbers, missing, button)
            return
        large = look.percent > PERCENTS[0]
        pad = look.pad("s" if large else "m")
        box = column(0, (0, 0, 0, 0) if size == "button" else (pad, look.pad("s"), pad, pad))
        if size == "full":
            self._numbers(box, look, title, numbers, missing)
            box.addSpacing(look.pad("s"))
        icon: Icon | None = "phone" if size == "button" and not large else None
        quiet = QuietButton(look, title if size == "button" else button, icon, height="quiet_small")
        quiet.side_space = "xs"
        quiet.setFont(look.font("small", 600))
        box.addWidget(self._asks(quiet))
        self.setLayout(box)

    def _asks(self, button: QAbstractButton) -> QAbstractButton:
        self.button = button
        button.setObjectName("phone:ask")
        button.clicked.connect(self.asked)
        return button

    def _whole_is_button(self, look: Look, title: str, numbers: Numbers, missing: str, button: str) -> None:
        said = ", ".join(f"{name} {number}" for name, number in numbers)
        surface = Surface(look, f"{title}. {said}. {button}")
        pad = look.pad("s")
        inner = column(0, (pad, look.pad("xs"), pad, look.pad("xs")))
        self._numbers(inner, look, title, numbers, missing)
        surface.setLayout(inner)
        box = column(0, (look.pad("xxs"),) * 4)
        box.addWidget(self._asks(surface))
        self.setLayout(box)

    def _numbers(self, box: QVBoxLayout, look: Look, title: str, numbers: Numbers, missing: str) -> None:
        head = row(look.pad("xs"))
        if look.percent == PERCENTS[0]:
            head.addWidget(IconMark(look, "phone"))
        head.addWidget(Text(look, title, "small", "accent", weight=700, unbroken=True), 1)
        box.addLayout(head)
        for name, number in numbers:
            box.addSpacing(look.pad("xxs"))
            box.addWidget(Text(look, name, "small", "soft"))
            box.addWidget(Text(look, number, "body", weight=700, unbroken=True))
        if not numbers:
            box.addWidget(Text(look, missing, "small", "soft"))


class PhoneStrip(Card):
    """At the bottom of a window of its own: "Twijfel? Bel", the names and the numbers."""

    asked = Signal()

    def __init__(
        self, look: Look, lead: str, numbers: Numbers, missing: str, button: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(look, name=lead, parent=parent)
        side, pad = look.pad("l"), look.pad("xs")
        box = row(look.pad("s"), (side, pad, side, pad))
        box.addWidget(IconMark(look, "phone"))
        words = Flow(look.pad("s"), stretch=False)
        words.addWidget(Text(look, lead, "body", "accent", weight=700))
        for name, number in numbers:
            words.addWidget(Text(look, f"{name} **{number}**".replace(" ", "\u00a0")))
        if not numbers:
            words.addWidget(Text(look, missing, color="soft"))
        pair = Pair(look.pad("m"), look.pad("xxs"))
        holder = QWidget()
        holder.setLayout(words)
        pair.addWidget(holder)
        if button:
            self.button = TextButton(look, button)
            self.button.setObjectName("phone:ask")
            self.button.clicked.connect(self.asked)
            pair.addWidget(self.button)
        box.addLayout(pair, 1)
        self.setLayout(box)


class ShortStrip(Card):
    """The strip where there is little room: one number, and the whole strip is the way to the others."""

    asked = Signal()

    def __init__(self, look: Look, lead: str, number: str, button: str, parent: QWidget | None = None) -> None:
        super().__init__(look, name=lead, parent=parent)
        surface = Surface(look, f"{lead} {number}. {button}")
        surface.setObjectName("phone:ask")
        surface.clicked.connect(self.asked)
        side, pad = look.pad("m"), look.pad("xxs")
        inner = row(look.pad("m"), (side, pad, side, pad))
        inner.addWidget(IconMark(look, "phone"))
        pair = Pair(look.pad("m"), 0)
        pair.addWidget(Text(look, lead, weight=600))
        pair.addWidget(Text(look, number, "body", "accent", weight=700, unbroken=True))
        inner.addLayout(pair, 1)
        surface.setLayout(inner)
        box = column(0, (look.pad("xxs"),) * 4)
        box.addWidget(surface)
        self.setLayout(box)


class CallBox(Card):
    """A number large enough to read across a table: whom, and the digits. ``loud`` only for "call today"."""

    def __init__(
        self, look: Look, whom: str, number: str, *, loud: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, "alarm" if loud else "tint", radius="note", name=f"{whom} {number}", parent=parent)
        self._loud = loud
        side, pad = look.pad("l"), look.pad("s")
        box = row(look.pad("m"), (side, pad, side, pad))
        color: Color = "call_text" if loud else "accent"
        box.addWidget(
            IconMark(look, "phone", color, "fill", "icon_place" if not loud else "round_s"),
            0,
            Qt.AlignmentFlag.AlignVCenter,
        )
        words = column(look.pad("xxs"))
        words.addWidget(Text(look, whom, "body" if loud else "small", weight=600))
        digits = any(letter.isdigit() for letter in number)
        words.addWidget(Text(look, number, "call" if loud and digits else "section", color, unbroken=digits))
        box.addLayout(words, 1)
        self.setLayout(box)
