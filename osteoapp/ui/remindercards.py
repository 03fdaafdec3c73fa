"""The cards of the reminder window, and how much of everything fits at a size."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final, Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from osteoapp.ui.card import LargeCard, Level, Press, action_button, explanation, rest_card
from osteoapp.ui.parts.cards import Card, Round, Tone, column, row
from osteoapp.ui.parts.flow import Flow
from osteoapp.ui.parts.pair import Pair
from osteoapp.ui.parts.rows import Choice, Surface
from osteoapp.ui.parts.text import Text
from osteoapp.ui.remindermodel import ReminderView
from osteoapp.ui.theme import PANE_NARROW, REMINDER_PANE_FROM, Color, Height, Look, Type
from osteoapp.ui.views import CardView

Strip = Literal["full", "short", "scrolls"]
StripHeight = Callable[[Strip, int], int]
# From roomy to tight: strip, whether all is roomy, whether the leaflet stands beside.
_WAYS: Final[tuple[tuple[Strip, bool, bool], ...]] = (
    ("full", True, True), ("short", True, True), ("full", True, False), ("short", True, False),
    ("short", False, False), ("scrolls", False, False),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Room:
    """What fits: a pane of so many pixels or none, how much of the phone strip stands at the foot, and of a card."""

    width: int
    height: int
    pane: int = 0
    strip: Strip = "full"
    level: Level = Level.FULL
    roomy: bool = True
    all_open: bool = True


def room_for(look: Look, width: int, height: int) -> Room:
    """The most that a size could hold."""
    pane = 0
    if width / look.scale >= REMINDER_PANE_FROM:
        pane = round(PANE_NARROW * (1 + (look.scale - 1) / 2))
    return Room(width, height, pane)


def fitting(look: Look, view: ReminderView, most: Room, strip_height: StripHeight) -> Room:
    """The first room, from roomy to tight, in which title and answers are seen without scrolling."""
    found = most
    for strip, roomy, pane in _WAYS:
        for level in Level:
            if (level >= Level.LOW) is roomy:
                continue
            for all_open in (True, False) if len(view.cards) > 1 else (True,):
                found = replace(
                    most, strip=strip, roomy=roomy, level=level, all_open=all_open, pane=most.pane if pane else 0
                )
                if _height(look, view, found, strip_height) <= most.height:
                    return found
    return found


def _height(look: Look, view: ReminderView, room: Room, strip_height: StripHeight) -> int:
    margin = look.gap("l") if room.roomy else look.gap("s")
    width = room.width - 2 * margin
    width -= room.pane + look.gap("m") if room.pane else look.whole("scrollbar") + 2 * look.gap("xxs")
    several = len(view.cards) > 1
    cards = [
        ItemCard(look, card, room, lambda _: None, lambda _: None, several=several, open_=card.item == view.chosen)
        for card in view.cards
    ]
    height = 2 * margin + sum(card.heightForWidth(width) for card in cards)
    height += look.gap("m") * (len(cards) - 1) + look.gap("s") * 2
    if several:
        head = QWidget()
        head.setLayout(several_head(look, view, room))
        height += head.heightForWidth(width) + look.gap("m")
    if room.strip != "scrolls":
        height += strip_height(room.strip, room.width - 2 * margin) + look.gap("m")
    if view.snoozes and room.roomy:
        height += look.height("chip")
    return height


def several_head(look: Look, view: ReminderView, room: Room) -> Pair:
    """How many things there are, and when."""
    pair = Pair(look.gap("m"), 0)
    pair.addWidget(Text(look, view.title, "greeting" if room.roomy else "section"))
    if room.roomy:
        pair.addWidget(Text(look, view.when, "body", "soft"))
    return pair


class ItemCard(QWidget):
    """One item: large and alone, or one of several with its own answers; a closed one shows its title.

    ``rest`` is what a card at its least level left out, to stand below it.
    """

    def __init__(
        self,
        look: Look,
        view: CardView,
        room: Room,
        press: Press,
        choose: Callable[[str], None],
        *,
        several: bool,
        open_: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self.view = look, view
        self.buttons: list[QWidget] = []
        self.rest: Card | None = None
        box = column(look.gap("m"))
        if not several:
            title: Type = "clock" if room.level < Level.LOW else "hero"
            card = LargeCard(
                look, view, press, level=room.level, tall=True, wide_main=True, title=title, text="reminder"
            )  # fmt: skip
            self.buttons = card.buttons
            box.addWidget(card, 1)
            self.rest = rest_card(look, view) if room.level is Level.LEAST else None
        else:
            box.addWidget(self._one_of_several(room, press, choose, chosen=open_))
        self.setLayout(box)

    def _one_of_several(self, room: Room, press: Press, choose: Callable[[str], None], *, chosen: bool) -> Card:
        look, view = self._look, self.view
        tone: Tone = view.tone
        if tone == "due" and not chosen:
            tone = "due_flat"
        card = Card(look, tone, radius="large", name=view.title)
        pad = look.pad("s")
        side = look.pad("xl")
        box = column(look.pad("xs"), (side, pad, side, look.pad("m")))
        self._head(box, room, choose, chosen=chosen)
        if room.all_open or chosen:
            if room.roomy:
                for widget in explanation(look, view):
                    box.addWidget(widget)
            self._answers(box, room, press)
        card.setLayout(box)
        return card

    def _head(self, box: QVBoxLayout, room: Room, choose: Callable[[str], None], *, chosen: bool) -> None:
        """Pressing it brings this item's leaflet, and its answers where they are folded."""
        look, view = self._look, self.view
        line = "" if not view.lines else view.lines[0]
        head = Surface(look, f"{view.title}. {line}")
        head.setObjectName(f"choose:{view.item}")
        head.clicked.connect(lambda: choose(view.item))
        inner = row(look.pad("m"))
        if room.roomy:
            ground: Color = "card" if chosen else "tint"
            inner.addWidget(Round(look, view.icon, "round_s", ground), 0, Qt.AlignmentFlag.AlignVCenter)
        texts = column(look.pad("xxs"))
        texts.addStretch(1)
        texts.addWidget(Text(look, view.title, "section"))
        if line and room.roomy:
            texts.addWidget(Text(look, line, "body", "soft"))
        texts.addStretch(1)
        inner.addLayout(texts, 1)
        head.setLayout(inner)
        box.addWidget(head)

    def _answers(self, box: QVBoxLayout, room: Room, press: Press) -> None:
        look, view = self._look, self.view
        for choice in view.choices:
            card = Choice(look, choice.icon if room.roomy else None, choice.word, choice.example if room.roomy else "")
            card.setObjectName(f"{choice.item}:{choice.name}")
            card.clicked.connect(lambda _=False, action=choice: press(action))
            box.addWidget(card)
            self.buttons.append(card)
        lines = Flow(look.gap("m"))
        height: Height = "quiet" if room.roomy else "quiet_small"
        for action in view.actions:
            if action.rank == "text":
                continue
            button = action_button(look, action, press, height=height)
            lines.addWidget(button)
            self.buttons.append(button)
        if lines.count():
            box.addLayout(lines)
