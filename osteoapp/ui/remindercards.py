"""The cards of the reminder window, and how much of everything fits at a size."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final, Literal

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from osteoapp.ui.actions import note_about
from osteoapp.ui.card import LargeCard, Level, Press, action_button, explanation, rest_card
from osteoapp.ui.digest import least_height
from osteoapp.ui.parts.cards import Card, Round, Tone, column, row
from osteoapp.ui.parts.flow import Flow
from osteoapp.ui.parts.notes import NoteBanner
from osteoapp.ui.parts.pair import Pair
from osteoapp.ui.parts.rows import Choice, Surface
from osteoapp.ui.parts.text import Text
from osteoapp.ui.remindermodel import ReminderView
from osteoapp.ui.theme import REMINDER_HEIGHTS, REMINDER_PANE, REMINDER_PANE_FROM, Color, Height, Look, Type
from osteoapp.ui.views import CardView

Strip = Literal["full", "short", "scrolls"]
StripHeight = Callable[[Strip, int], int]

# How many lines of a title may stand beside a drawing: a mere icon is not worth as many.
_ICON_LINES: Final = 2
_DRAWING_LINES: Final = 3


@dataclass(frozen=True, slots=True)
class Way:
    """One way to lay the window out: strip, whether the leaflet stands beside, how much a card says."""

    strip: Strip
    pane: bool
    level: Level = Level.PLAIN
    subtitle: bool = True
    all_open: bool = True

    @property
    def roomy(self) -> bool:
        return self.level < Level.LOW


# From roomy to tight, for one thing and for several.
_ONE: Final = (
    Way("full", True, Level.FULL), Way("full", True, Level.FULL, subtitle=False), Way("full", True),
    Way("short", True), Way("short", True, Level.LOW), Way("full", False), Way("short", False),
    Way("short", False, Level.LOW), Way("short", False, Level.LEAST), Way("scrolls", False, Level.LOW),
    Way("scrolls", False, Level.LEAST),
)  # fmt: skip
_SEVERAL: Final = (
    Way("full", True), Way("short", True), Way("short", True, Level.LOW), Way("short", False, Level.LOW),
    Way("full", True, all_open=False), Way("short", True, all_open=False),
    Way("short", True, Level.LOW, all_open=False), Way("full", False, all_open=False),
    Way("short", False, Level.LOW, all_open=False), Way("scrolls", False, Level.LOW, all_open=False),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Room:
    """The size there is and the way chosen for it; ``pane`` is the width of the leaflet beside, or 0.

    ``note`` tells whether a way to write something down has room at the foot: it makes nothing else smaller.
    """

    width: int
    height: int
    way: Way
    pane: int = 0
    note: bool = False

    @property
    def roomy(self) -> bool:
        return self.way.roomy

    def margin(self, look: Look) -> int:
        return look.gap("l") if self.roomy else look.gap("s")

    def gap(self, look: Look) -> int:
        return look.gap("m") if self.roomy else look.gap("s")

    def cards_width(self, look: Look) -> int:
        """What the cards have of the width."""
        width = self.width - 2 * self.margin(look)
        return width - (self.pane + look.gap("m") if self.pane else look.whole("scrollbar") + 2 * look.gap("xxs"))


@dataclass(frozen=True, slots=True)
class Content:
    """What the window has to hold: the view, its closing line, and a refusal that has to be seen."""

    view: ReminderView
    closing: str
    refusal: str = ""


def pane_width(look: Look, width: int) -> int:
    """How wide the leaflet beside the cards is; 0 where the window is too narrow for one."""
    if width / look.scale < REMINDER_PANE_FROM:
        return 0
    return round(min(REMINDER_PANE * (1 + (look.scale - 1) / 2), width / 3))


def fitting(look: Look, content: Content, width: int, height: int, strip_height: StripHeight) -> Room:
    """The first room, from roomy to tight, in which title and answers are seen without scrolling."""
    needs: dict[Way, int] = {}
    room = _ranked(look, content, width, height, strip_height, needs)[1]
    return replace(room, note=_note_fits(look, content, room, strip_height, needs))


def natural_size(look: Look, content: Content, most: QSize, strip_height: StripHeight) -> QSize:
    """The least height at which the window is as roomy as it can be within ``most``."""
    scale = 1 + (look.scale - 1) / 2
    heights = sorted({min(round(height * scale), most.height()) for height in REMINDER_HEIGHTS})
    # What a way needs does not follow from the height that is tried: its cards are made once.
    needs: dict[Way, int] = {}
    found = [_ranked(look, content, most.width(), height, strip_height, needs) for height in heights]
    _, room = min(found, key=lambda one: (one[0], one[1].height))
    higher = min(room.height + _note_height(look, content, room), most.height())
    fits = _note_fits(look, content, room, strip_height, needs)
    return QSize(most.width(), room.height if fits else higher)


def _note_fits(look: Look, content: Content, room: Room, strip_height: StripHeight, needs: dict[Way, int]) -> bool:
    """Whether the foot can hold the way to a note, all else being as it is."""
    if room.way.strip == "scrolls":
        return True
    fits = needs[room.way] + _note_height(look, content, room) <= room.height
    return fits and _pane_stands(look, content, replace(room, note=True), strip_height)


def _note_height(look: Look, content: Content, room: Room) -> int:
    """What the way to a note adds to the height of the foot."""
    width = room.width - 2 * room.margin(look)
    return foot_height(look, content, width, note=True) - foot_height(look, content, width, note=False)


def foot_height(look: Look, content: Content, width: int, *, note: bool) -> int:
    """What stands below the strip, with the gap above it."""
    line = foot_line(look, content, lambda _: None, note=note)
    return 0 if line is None else line.heightForWidth(width) + look.gap("xs")


def foot_line(look: Look, content: Content, press: Press, *, note: bool) -> QWidget | None:
    """What closing the window means, and at the right a way to write something down; None: neither."""
    closing = Text(look, content.closing, "small", "soft") if content.closing else None
    if not note:
        return closing
    action = note_about(content.view.chosen, "text")
    button = action_button(look, action, press)
    button.setAccessibleName(action.said)
    holder = QWidget()
    if closing is None:
        line = row()
        line.addStretch(1)
        line.addWidget(button)
        holder.setLayout(line)
    else:
        pair = Pair(look.gap("m"), 0)
        pair.addWidget(closing)
        pair.addWidget(button)
        holder.setLayout(pair)
    return holder


def _ranked(
    look: Look, content: Content, width: int, height: int, strip_height: StripHeight,
    needs: dict[Way, int] | None = None,
) -> tuple[int, Room]:  # fmt: skip
    known = {} if needs is None else needs
    ways = _SEVERAL if len(content.view.cards) > 1 else _ONE
    beside = pane_width(look, width)
    found = Room(width, height, ways[-1])
    for number, way in enumerate(ways):
        if way.pane and not beside:
            continue
        if way.pane and not way.roomy and content.view.cards[0].choices:
            continue  # what each answer brings stands below the card then, where the page scrolls
        found = Room(width, height, way, beside if way.pane else 0)
        if way.level is Level.FULL and _crowded(look, content, found):
            continue
        if way not in known:
            known[way] = _height(look, content, found, strip_height)
        if known[way] <= height and _pane_stands(look, content, found, strip_height):
            return number, found
    return len(ways), found


def pane_height(look: Look, content: Content, room: Room, strip_height: StripHeight) -> int:
    """What the leaflet beside the cards has of the height."""
    whole, gap = room.width - 2 * room.margin(look), room.gap(look)
    height = room.height - 2 * room.margin(look) - gap - strip_height(room.way.strip, whole)
    height -= foot_height(look, content, whole, note=room.note)
    if content.refusal:
        height -= NoteBanner(look, content.refusal, tone="due").heightForWidth(whole) + gap
    return height


def _pane_stands(look: Look, content: Content, room: Room, strip_height: StripHeight) -> bool:
    if not room.pane:
        return True
    free = pane_height(look, content, room, strip_height)
    return least_height(look, content.view.pane, room.pane, call=False) <= free


def _crowded(look: Look, content: Content, room: Room) -> bool:
    """Whether a drawing beside the title would break the title into too many lines."""
    card = content.view.cards[0]
    if not card.drawing:
        return False
    pads = look.pad("xxl") + look.pad("m") + look.pad("l")
    width = room.cards_width(look) - pads - look.whole("drawing")
    lines = _ICON_LINES if card.drawing == "icon" else _DRAWING_LINES
    line = Text(look, "1", "clock").heightForWidth(width)
    return Text(look, card.title, "clock").heightForWidth(width) > lines * line


def _height(look: Look, content: Content, room: Room, strip_height: StripHeight) -> int:
    view, margin = content.view, room.margin(look)
    width, whole = room.cards_width(look), room.width - 2 * margin
    several = len(view.cards) > 1
    gap = room.gap(look)
    cards = [
        ItemCard(look, card, room, lambda _: None, lambda _: None, several=several, open_=card.item == view.chosen)
        for card in view.cards
    ]
    height = 2 * margin + sum(card.heightForWidth(width) for card in cards)
    height += look.gap("m") * (len(cards) - 1)
    if not room.pane:
        height += look.gap("s") + look.whole("shadow_reach")
    if several:
        head = QWidget()
        head.setLayout(several_head(look, view, room))
        height += head.heightForWidth(width) + look.gap("m")
    if content.refusal:
        height += NoteBanner(look, content.refusal, tone="due").heightForWidth(whole) + gap
    if room.way.strip != "scrolls":
        height += strip_height(room.way.strip, whole) + gap
        height += foot_height(look, content, whole, note=False)
    return height


def _consequences(look: Look, view: CardView) -> Card | None:
    """What the program does after each answer, where the answers themselves have no room for it."""
    told = [f"**{choice.word}.** {choice.example}" for choice in view.choices if choice.example]
    if not told:
        return None
    card = Card(look, radius="large")
    pad = look.pad("l")
    box = column(look.pad("s"), (pad, pad, pad, pad))
    for line in told:
        box.addWidget(Text(look, line))
    card.setLayout(box)
    return card


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
            way = room.way
            title: Type = "clock" if way.roomy else "hero"
            shown = view if way.subtitle else replace(view, subtitle="")
            card = LargeCard(
                look, shown, press, level=way.level, tall=True, wide_main=True, title=title, text="reminder"
            )  # fmt: skip
            self.buttons = card.buttons
            box.addWidget(card, 1)
            if way.level is Level.LEAST:
                self.rest = rest_card(look, view, way.level)
            elif not way.roomy:
                self.rest = _consequences(look, view)
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
        if room.way.all_open or chosen:
            if room.roomy:
                for widget in explanation(look, view):
                    box.addWidget(widget)
            elif view.call is not None and view.call.number:
                color: Color = "call_text" if view.tone == "call" else "accent"
                box.addWidget(Text(look, view.call.number, "section", color, unbroken=True))
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
        for number, choice in enumerate(view.choices):
            if number:
                box.addSpacing(look.gap("m") - look.pad("xs"))
            card = Choice(look, choice.icon if room.roomy else None, choice.word, choice.example if room.roomy else "")
            card.fold(low=not room.roomy)
            card.setObjectName(f"{choice.item}:{choice.name}")
            card.clicked.connect(lambda _=False, action=choice: press(action))
            box.addWidget(card)
            self.buttons.append(card)
        lines = Flow(look.gap("m"))
        height: Height = "quiet" if room.roomy else "quiet_low"
        for action in view.actions:
            button = action_button(look, action, press, height=height)
            lines.addWidget(button)
            self.buttons.append(button)
        if lines.count():
            box.addLayout(lines)
