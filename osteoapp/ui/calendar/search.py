"""One search over the person's own words and dates, and over the leaflet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from osteoapp import words
from osteoapp.content.leaflet import fold
from osteoapp.content.words import Lang
from osteoapp.core.events import Answer, Remark
from osteoapp.i18n import capital, full_day, translate
from osteoapp.ui.calendar.daymodel import about_words
from osteoapp.ui.folderfound import FoundPage
from osteoapp.ui.parts.buttons import QuietButton
from osteoapp.ui.parts.cards import IconMark, clear, column, row
from osteoapp.ui.parts.inputs import LineField
from osteoapp.ui.parts.rows import Surface
from osteoapp.ui.parts.sheet import Sheet
from osteoapp.ui.parts.text import Text
from osteoapp.ui.theme import SHEET, Look
from osteoapp.ui.views import Snapshot

MOST_HITS = 12


@dataclass(frozen=True, slots=True)
class Noted:
    """Words of the person that were found, with their day."""

    day: date
    title: str
    text: str


def find(snap: Snapshot, events: Sequence[Answer], asked: str) -> tuple[Noted, ...]:
    """The notes that hold every word asked for, the latest first; the date and the treatment count as words."""
    wanted = fold(asked).split()
    return tuple(_found(snap, events, wanted)) if wanted else ()


def _found(snap: Snapshot, events: Sequence[Answer], wanted: Sequence[str]) -> Iterator[Noted]:
    number = 0
    for event in events:
        day = event.local_date
        title = full_day(day, snap.lang)
        about = about_words(snap, event.item, day)
        note = words.remark(event.note or "", snap.lang)
        said = note if isinstance(event, Remark) else f"{capital(words.noted(event, snap.lang))}: {note}"
        text = f"{about}: {said}" if about else said
        if all(word in fold(f"{title} {text}").replace("\u00a0", " ") for word in wanted):
            yield Noted(day, capital(title), text)
            number += 1
            if number == MOST_HITS:
                return


class NotedRow(Surface):
    """A note that was found. Pressing it opens its day."""

    def __init__(self, look: Look, noted: Noted, parent: QWidget | None = None) -> None:
        super().__init__(look, f"{noted.title}. {noted.text}", parent)
        self.setText(noted.title)
        self.setObjectName(f"noted:{noted.day.isoformat()}")
        pad = look.pad("s")
        box = row(look.pad("s"), (look.pad("m"), pad, pad, pad))
        box.addWidget(IconMark(look, "chat-circle-text", "accent", "duotone"), 0, Qt.AlignmentFlag.AlignTop)
        said = column(look.pad("hair"))
        said.addWidget(Text(look, noted.title, "small", "soft", weight=600))
        said.addWidget(Text(look, noted.text))
        box.addLayout(said, 1)
        box.addWidget(IconMark(look, "caret-right", "accent", "bold"), 0, Qt.AlignmentFlag.AlignVCenter)
        self.setLayout(box)


class SearchPage(Sheet):
    """``opened`` tells which day, ``more`` which passage of the leaflet; ``left`` is the way back."""

    opened = Signal(object)
    more = Signal(str)
    left = Signal()

    def __init__(
        self, look: Look, asked: str, snap: Snapshot, events: Sequence[Answer], lang: Lang,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(look, SHEET, parent)
        self._snap, self._events, self._lang = snap, events, lang
        title = translate("Calendar", "Zoeken")
        self.setAccessibleName(title)
        self.box.addWidget(Text(look, title, "page"))
        line = row(look.gap("m"))
        name = translate("Calendar", "Zoek in notities en folder")
        self.field = LineField(look, name, translate("Calendar", "Zoek een woord"))
        self.field.setObjectName("search:field")
        self.field.setText(asked)
        self.field.returnPressed.connect(self.search)
        button = QuietButton(look, translate("Calendar", "Zoek"), "magnifying-glass")
        button.setObjectName("search:find")
        button.clicked.connect(self.search)
        line.addWidget(self.field, 1)
        line.addWidget(button)
        self.box.addLayout(line)
        self._found = column(look.gap("xs"))
        self.box.addLayout(self._found)
        self.box.addStretch(1)
        back = QuietButton(look, translate("Calendar", "Kalender"), "arrow-left", height="quiet_low")
        back.setObjectName("search:left")
        back.clicked.connect(self.left)
        foot = row()
        foot.addWidget(back)
        foot.addStretch(1)
        self.foot.addLayout(foot)
        self.search()

    def search(self) -> None:
        """Looks for what stands in the field."""
        clear(self._found)
        asked = self.field.text().strip()
        look = self.look
        if not asked:
            self._found.addWidget(Text(look, translate("Calendar", "Typ een woord of een datum."), "lead", "soft"))
            return
        self._found.addWidget(Text(look, translate("Calendar", "Uw eigen opmerkingen"), "section"))
        noted = find(self._snap, self._events, asked)
        for one in noted:
            hit = NotedRow(look, one)
            hit.clicked.connect(lambda _=False, day=one.day: self.opened.emit(day))
            self._found.addWidget(hit)
        if not noted:
            self._found.addWidget(Text(look, translate("Calendar", "Niets gevonden in wat u opschreef.")))
        self._found.addSpacing(look.gap("m"))
        self._found.addWidget(Text(look, translate("Calendar", "Uit de folder"), "section"))
        leaflet = FoundPage(look, asked, self._lang)
        leaflet.chosen.connect(self.more)
        self._found.addWidget(leaflet)
