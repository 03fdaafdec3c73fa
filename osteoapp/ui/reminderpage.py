"""The page of the reminder window: the cards, the leaflet beside or below them, and whom to call."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QVBoxLayout, QWidget

from osteoapp import words
from osteoapp.content.words import Lang
from osteoapp.i18n import translate
from osteoapp.ui.card import Press
from osteoapp.ui.parts.cards import Page, Scroller, column, row
from osteoapp.ui.parts.leaflet import LeafletPane
from osteoapp.ui.parts.notes import NoteBanner
from osteoapp.ui.parts.phone import Numbers, PhoneStrip, ShortStrip
from osteoapp.ui.parts.text import Text
from osteoapp.ui.remindercards import ItemCard, Room, Strip, several_head
from osteoapp.ui.remindermodel import ReminderView
from osteoapp.ui.theme import Look


@dataclass(frozen=True, slots=True)
class Wires:
    """What the page's buttons do."""

    press: Press
    choose: Callable[[str], None]
    read: Callable[[str], None]
    ask: Callable[[], None]


class ReminderPage(Page):
    """Drawn anew for each view; ``cards`` are its cards by item."""

    def __init__(
        self,
        look: Look,
        view: ReminderView,
        room: Room,
        wires: Wires,
        lang: Lang,
        numbers: Numbers,
        refusal: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, parent=parent)
        self._view, self._room, self._wires, self._lang = view, room, wires, lang
        self.cards: dict[str, ItemCard] = {}
        gap = look.gap("m") if room.roomy else look.gap("s")
        margin = look.gap("l") if room.roomy else look.gap("s")
        box = column(gap, (margin, margin, margin, margin))
        if refusal:
            box.addWidget(NoteBanner(look, refusal, tone="due"))
        strip = phone_strip(look, view, numbers, room.strip)
        strip.asked.connect(wires.ask)
        line = row(look.gap("m"))
        line.addWidget(self._list(strip if room.strip == "scrolls" else None), 1)
        if room.pane:
            pane = LeafletPane(look, view.pane, call=False, scrolls=True)
            pane.more.connect(wires.read)
            pane.setFixedWidth(room.pane)
            line.addWidget(pane)
        box.addLayout(line, 1)
        if room.strip != "scrolls":
            box.addWidget(strip)
        self.setLayout(box)

    def _list(self, strip: QWidget | None) -> QWidget:
        """The cards: one that fills the height, or several under a title."""
        look, view, room = self.look, self._view, self._room
        page = Page(look)
        several = len(view.cards) > 1
        side = 0 if room.pane else look.gap("xxs")
        box = column(look.gap("m"), (side, 0, side, 0 if room.pane else look.gap("xs")))
        if several:
            box.addLayout(several_head(look, view, room))
        for card in view.cards:
            self._add_card(box, card.item, several=several)
        closing = Text(look, words.sentence("closing_snoozes", self._lang), "small", "soft")
        if view.snoozes and room.roomy:
            box.addWidget(closing)
        if not room.pane:
            pane = LeafletPane(look, view.pane, call=False)
            pane.more.connect(self._wires.read)
            box.addWidget(pane)
        if strip is not None:
            box.addWidget(strip)
        if view.snoozes and not room.roomy:
            box.addWidget(closing)
        box.addStretch(1 if several or not room.pane else 0)
        page.setLayout(box)
        return page if room.pane else Scroller(look, page)

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
    missing = translate("Phone", "Vul uw nummers in")
    if strip == "full":
        return PhoneStrip(look, translate("Phone", "Twijfel? Bel"), numbers, missing, button)
    call = view.pane.call
    whom = translate("Leaflet", "Twijfel? Bel {whom}").format(whom=call.whom)
    return ShortStrip(look, whom, call.number or missing, button)
