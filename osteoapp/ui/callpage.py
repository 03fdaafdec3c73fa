"""Whom to call, and when: all numbers, and the leaflet's texts about calling. The same for everyone."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from osteoapp import words
from osteoapp.content import leaflet
from osteoapp.content.prose import BULLET, paragraphs
from osteoapp.content.words import Lang
from osteoapp.core.regimen import Regimen
from osteoapp.i18n import translate
from osteoapp.ui.digest import short_source
from osteoapp.ui.parts.cards import Card, IconMark, column, row
from osteoapp.ui.parts.even import Even
from osteoapp.ui.parts.flow import Flow
from osteoapp.ui.parts.leaflet import Reading
from osteoapp.ui.parts.notes import NoteBanner
from osteoapp.ui.parts.pair import Pair
from osteoapp.ui.parts.phone import CallBox, Numbers
from osteoapp.ui.parts.sheet import Sheet
from osteoapp.ui.parts.text import Text
from osteoapp.ui.theme import SHEET, Look

_KEYS = ("pharmacy", "gp", "hospital", "dentist", "out_of_hours", "caregiver")
_COLUMN = ("pharmacy", "gp")
_MOMENT = "when-to-call"
_GENERAL: Final = "general/when-to-call"
_EMERGENCY: Final = "112"


def numbers_of(regimen: Regimen, lang: Lang, *, all_of_them: bool = False) -> Numbers:
    """Names and numbers as the person filled them in; pharmacy and general practice, or all."""
    phones = regimen.draft.phones
    keys = _KEYS if all_of_them else _COLUMN
    found = tuple((words.call_name(key, lang), phones[key]) for key in keys if phones.get(key))
    if found or all_of_them:
        return found
    return tuple((words.call_name(key, lang), phones[key]) for key in _KEYS if phones.get(key))[: len(_COLUMN)]


def named_in(text: str, numbers: Numbers) -> Numbers:
    """Those of the numbers whose name a text mentions, in the order of the text."""
    places = []
    for name, number in numbers:
        found = re.search(rf"\b{re.escape(name)}\b", text, re.IGNORECASE)
        if found is not None:
            places.append((found.start(), (name, number)))
    return tuple(one for _, one in sorted(places))


@dataclass
class Group:
    """A heading such as "Bel vandaag uw huisarts bij:", what it is about, and what is added below."""

    heading: str
    entries: list[str] = field(default_factory=list)
    after: list[str] = field(default_factory=list)


def groups_of(lines: Iterable[str]) -> tuple[list[str], list[Group], list[str]]:
    """A passage of lists taken apart: what goes before, the lists with their headings, and the closing words."""
    before: list[str] = []
    groups: list[Group] = []
    for line in lines:
        if line.endswith(":"):
            groups.append(Group(line.removesuffix(":")))
        elif not groups:
            before.append(line)
        elif line.startswith(BULLET):
            groups[-1].entries.append(line.removeprefix(BULLET))
        else:
            groups[-1].after.append(line)
    closing = groups[-1].after if groups else []
    if groups:
        groups[-1].after = []
    return before, groups, closing


def addition_line(passage: leaflet.Passage) -> str:
    """What says that a text is not from the leaflet, and where it comes from."""
    said = translate("Leaflet", "Aanvulling, niet uit de folder") + ". "
    return said + translate("Leaflet", "Bron: {source}.").format(source=short_source(passage.source))


def number_line(look: Look, numbers: Numbers) -> QWidget:
    """A receiver, then names with their numbers."""
    holder = QWidget()
    line = row(look.pad("s"))
    line.addWidget(IconMark(look, "phone"))
    flow = Flow(look.pad("m"), stretch=False)
    for name, number in numbers:
        flow.addWidget(Text(look, f"{name} **{number}**".replace(" ", "\u00a0")))
    line.addLayout(flow, 1)
    holder.setLayout(line)
    return holder


class CallPage(Sheet):
    """ "Wanneer belt u?": the numbers on top, then what the texts say about calling, what is most urgent first."""

    left = Signal()

    def __init__(self, look: Look, regimen: Regimen, lang: Lang, parent: QWidget | None = None) -> None:
        super().__init__(look, SHEET, parent)
        self._numbers = numbers_of(regimen, lang, all_of_them=True)
        self._lang = lang
        general = leaflet.passage(_GENERAL, lang)
        self.box.addWidget(Text(look, general.title, "page"))
        before, groups, closing = groups_of(words.tie(line) for line in paragraphs(general.text))
        for line in before:
            self.box.addWidget(Text(look, line, "body", "soft"))
        self._all_numbers()
        for group in groups:
            self.box.addWidget(self._group(group))
        for line in closing:
            self.box.addWidget(NoteBanner(look, line))
        if general.addition:
            self.box.addWidget(Text(look, addition_line(general), "small", "soft"))
        self._of_the_treatments(regimen)
        self.box.addStretch(1)
        self.add_back("call:back", self.left.emit)

    def _all_numbers(self) -> None:
        look = self.look
        boxes = [CallBox(look, name, number) for name, number in self._numbers]
        boxes.append(CallBox(look, translate("Call", "Bij spoed"), _EMERGENCY))
        grid = Even(look.gap("m"), 4, max(box.minimumSizeHint().width() for box in boxes))
        for box in boxes:
            grid.addWidget(box)
        self.box.addLayout(grid)
        if not self._numbers:
            none = translate("Call", "Er zijn nog geen nummers ingevuld.") + " "
            none += translate("Call", "Op het etiket van uw medicijn staat uw apotheek.")
            self.box.addWidget(NoteBanner(look, none))

    def _group(self, group: Group) -> Card:
        """One list: its heading, its entries in two columns where they fit, and whom it names."""
        look = self.look
        card = Card(look, name=group.heading)
        pad = look.pad("xl")
        box = column(look.pad("s"), (pad, look.pad("l"), pad, look.pad("l")))
        head = Pair(look.pad("m"), look.pad("xs"))
        head.addWidget(Text(look, group.heading, "section"))
        named = named_in(group.heading, self._numbers)
        if named:
            head.addWidget(number_line(look, named))
        box.addLayout(head)
        grid = Even(look.pad("xs"), 2, look.whole("entry"))
        for entry in group.entries:
            grid.addWidget(Reading(look, [BULLET + entry]))
        box.addLayout(grid)
        if group.after:
            box.addWidget(Reading(look, group.after))
        card.setLayout(box)
        return card

    def _of_the_treatments(self, regimen: Regimen) -> None:
        """What the person's own treatments say about calling."""
        topics = dict.fromkeys(regimen.catalogue[plan.treatment].topic for plan in regimen.draft.plans)
        found = [one for one in leaflet.passages(self._lang) if one.moment == _MOMENT and one.topic in topics]
        if not found:
            return
        look = self.look
        self.box.addSpacing(look.gap("s"))
        self.box.addWidget(Text(look, translate("Call", "Bij uw behandeling"), "greeting"))
        grid = Even(look.gap("m"), 2, look.whole("column_least"))
        for passage in sorted(found, key=lambda one: list(topics).index(one.topic)):
            grid.addWidget(self._card(passage))
        self.box.addLayout(grid)

    def _card(self, passage: leaflet.Passage) -> Card:
        look = self.look
        card = Card(look, name=passage.title)
        pad = look.pad("xl")
        box = column(look.pad("s"), (pad, look.pad("l"), pad, look.pad("l")))
        box.addWidget(Text(look, passage.title, "section"))
        box.addWidget(Reading(look, [words.tie(line) for line in paragraphs(passage.text)]))
        box.addStretch(1)
        if passage.addition:
            box.addWidget(Text(look, addition_line(passage), "small", "soft"))
        card.setLayout(box)
        return card
