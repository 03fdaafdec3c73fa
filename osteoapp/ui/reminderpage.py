"""The page of the reminder window: the cards, the leaflet beside or below them, and whom to call."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QVBoxLayout, QWidget

from osteoapp.i18n import translate
from osteoapp.ui.card import Press
from osteoapp.ui.digest import fitted, whole
from osteoapp.ui.parts.cards import Page, Scroller, column, row
from osteoapp.ui.parts.leaflet import LeafletPane
from osteoapp.ui.parts.notes import NoteBanner
from osteoapp.ui.parts.phone import Numbers, PhoneStrip, ShortStrip
from osteoapp.ui.readaloud import PaneReader
from osteoapp.ui.remindercards import Content, ItemCard, Room, Strip, foot_line, pane_height, several_head
from osteoapp.ui.remindermodel import ReminderView
from osteoapp.ui.theme import Look


@dataclass(frozen=True, slots=True)
class Wires:
    """What the page's buttons do."""

    press: Press
    choose: Callable[[str], None]
    read: Callable[[str], None]
    ask: Callable[[], None]
    reader: PaneReader | None = None


class ReminderPage(Page):
    """Drawn anew for each view; ``cards`` are its cards by item."""

    def __init__(
        self, look: Look, content: Content, room: Room, wires: Wires, numbers: Numbers, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, parent=parent)
        self._view, self._room, self._wires = content.view, room, wires
        self._numbers = numbers
        self._content = content
        self.cards: dict[str, ItemCard] = {}
        margin = room.margin(look)
        box = column(room.gap(look), (margin, margin, margin, margin))
        if content.refusal:
            box.addWidget(NoteBanner(look, content.refusal, tone="due"))
        scrolls = room.way.strip == "scrolls"
        line = row(look.gap("m"))
        line.addWidget(self._list(scrolls=scrolls), 1)
        if room.pane:
            pane = self._pane(content)
            line.addWidget(pane)
        box.addLayout(line, 1)
        if not scrolls:
            foot = column(look.gap("xs"))
            self._foot(foot)
            box.addLayout(foot)
        self.setLayout(box)

    def _foot(self, box: QVBoxLayout) -> None:
        """Whom to call, what closing means, and a note."""
        box.addWidget(self._strip())
        line = foot_line(self.look, self._content, self._wires.press, note=self._room.note)
        if line is not None:
            box.addWidget(line)

    def _strip(self) -> PhoneStrip | ShortStrip:
        strip = phone_strip(self.look, self._view, self._numbers, self._room.way.strip)
        strip.asked.connect(self._wires.ask)
        return strip

    def _pane(self, content: Content) -> LeafletPane:
        """As much of the leaflet as stands beside the cards without scrolling."""
        look, room = self.look, self._room

        def strip_height(strip: Strip, width: int) -> int:
            return phone_strip(look, content.view, self._numbers, strip).heightForWidth(width)

        height = pane_height(look, content, room, strip_height)
        pane = fitted(look, self._view.pane, room.pane, height, call=False, reader=self._wires.reader)
        pane.more.connect(self._wires.read)
        pane.setFixedWidth(room.pane)
        return pane

    def _list(self, *, scrolls: bool) -> QWidget:
        """The cards: one that fills the height, or several under a title."""
        look, view, room = self.look, self._view, self._room
        # Beside the leaflet it is no page of its own: the shadow of a card needs the paper around it.
        page = QWidget() if room.pane else Page(look)
        several = len(view.cards) > 1
        side = 0 if room.pane else look.gap("xxs")
        box = column(look.gap("m"), (side, 0, side, 0 if room.pane else look.gap("xs")))
        if several:
            box.addLayout(several_head(look, view, room))
        for card in view.cards:
            self._add_card(box, card.item, several=several)
        if not room.pane:
            pane = whole(look, view.pane, call=False, reader=self._wires.reader)
            pane.more.connect(self._wires.read)
            box.addWidget(pane)
        if scrolls:
            self._foot(box)
        box.addStretch(1 if several or not room.pane else 0)
        page.setLayout(box)
        return Scroller(look, page) if isinstance(page, Page) else page

    def _add_card(self, box: QVBoxLayout, item: str, *, several: bool) -> None:
        view, room, wires = self._view, self._room, self._wires
        card = next(one for one in view.cards if one.item == item)
        drawn = ItemCard(
            self.look, card, room, wires.press, wires.choose, several=several, open_=item == view.chosen
        )  # fmt: skip
        self.cards[item] = drawn
        box.addWidget(drawn, 0 if several or not room.pane else 1)
        if drawn.rest is not None:
            box.addWidget(drawn.rest)


def phone_strip(look: Look, view: ReminderView, numbers: Numbers, strip: Strip) -> PhoneStrip | ShortStrip:
    """Whom to call in doubt, at the foot of the window: all, or only whom the chosen item names."""
    button = translate("Phone", "Wanneer bellen?")
    call = view.pane.call
    whom = translate("Leaflet", "Twijfel? Bel {whom}").format(whom=call.whom)
    missing = translate("Phone", "Nummer nog niet ingevuld")
    if strip == "full":
        return PhoneStrip(look, translate("Phone", "Twijfel? Bel") if numbers else whom, numbers, missing, button)
    return ShortStrip(look, whom, call.number or missing, button)
