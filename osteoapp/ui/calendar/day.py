"""The page of a day: what was planned, what was said of it, and what can be put right."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QWidget

from osteoapp.i18n import translate
from osteoapp.ui.calendar.daymodel import Act, DayPageView, Line, Thing
from osteoapp.ui.parts.buttons import QuietButton, TextButton
from osteoapp.ui.parts.cards import Card, Round, Rule, column, row
from osteoapp.ui.parts.flow import Flow
from osteoapp.ui.parts.marks import Chip
from osteoapp.ui.parts.notes import NoteBanner
from osteoapp.ui.parts.pair import Pair
from osteoapp.ui.parts.sheet import Sheet
from osteoapp.ui.parts.text import Text
from osteoapp.ui.theme import PERCENTS, SHEET, Look

_DAY = timedelta(days=1)


class Struck(Text):
    """Words that no longer count: a line through them; beside them stands in words that they were taken back."""

    def __init__(self, look: Look, text: str, parent: QWidget | None = None) -> None:
        super().__init__(look, text, "body", "soft", parent=parent)
        self._font = QFont(self._font)
        self._font.setStrikeOut(True)


class DayPage(Sheet):
    """``acted`` tells which button was pressed, ``turned`` another day, ``left`` the way back to the month.

    ``noting`` asks for a note, ``more`` for a passage of the leaflet, ``placed`` for Vandaag.
    """

    acted = Signal(object)
    turned = Signal(object)
    left = Signal()
    noting = Signal()
    more = Signal(str)
    placed = Signal(str)

    def __init__(self, look: Look, view: DayPageView, message: str = "", parent: QWidget | None = None) -> None:
        super().__init__(look, SHEET, parent)
        self.view = view
        self.setAccessibleName(view.title)
        head = Pair(look.gap("m"), look.gap("xs"))
        head.addWidget(Text(look, view.title, "page"))
        if view.past:
            head.addWidget(self._button(translate("Calendar", "Opmerking schrijven"), "day:note", self.noting.emit))
        self.box.addLayout(head)
        if view.lead:
            self.box.addWidget(Text(look, view.lead, "lead", "soft"))
        self.message = NoteBanner(look, message or " ", "check-circle", tone="tint")
        self.message.setVisible(bool(message))
        self.box.addWidget(self.message)
        if view.empty:
            self.box.addWidget(Text(look, view.empty, "lead"))
        for thing in view.things:
            self.box.addWidget(self._card(thing))
        if view.notes:
            self.box.addWidget(self._notes(view.notes))
        self._ways()
        self.box.addStretch(1)

    def _button(self, word: str, name: str, do: object) -> QuietButton:
        button = QuietButton(self.look, word, height="quiet_low")
        button.setObjectName(name)
        button.clicked.connect(lambda: do())  # type: ignore[operator]
        return button

    def _card(self, thing: Thing) -> Card:
        look = self.look
        card = Card(look, name=f"{thing.title}. {thing.state}".replace("\u00a0", " "))
        pad = look.pad("l")
        box = column(look.pad("xs"), (pad, look.pad("m"), pad, look.pad("m")))
        line = row(look.pad("m"))
        line.addWidget(Round(look, thing.icon), 0, Qt.AlignmentFlag.AlignTop)
        pair = Pair(look.pad("m"), look.pad("xxs"))
        pair.addWidget(Text(look, f"**{thing.title}**" + (f"  {thing.when}" if thing.when else ""), "lead"))
        pair.addWidget(Chip(look, thing.mood, thing.state))
        line.addLayout(pair, 1)
        box.addLayout(line)
        for said in thing.lines:
            box.addLayout(self._line(said))
        self._below(box, thing)
        card.setLayout(box)
        return card

    def _below(self, box: object, thing: Thing) -> None:
        flow = Flow(self.look.gap("m"), self.look.gap("xs"), stretch=False)
        for act in thing.acts:
            flow.addWidget(self._act(act))
        if self.view.today and thing.mood == "due":
            word = translate("Calendar", "Antwoord geven")
            flow.addWidget(self._button(word, "day:today", lambda: self.placed.emit("today")))
        if thing.passage:
            leaflet = TextButton(self.look, translate("Calendar", "Uit de folder"), "book-open-text")
            leaflet.setObjectName(f"day:leaflet:{thing.passage}")
            leaflet.setAccessibleName(f"{leaflet.text()}: {thing.title}")
            leaflet.clicked.connect(lambda: self.more.emit(thing.passage))
            flow.addWidget(leaflet)
        if flow.count():
            box.addLayout(flow)  # type: ignore[attr-defined]

    def _line(self, said: Line) -> Pair:
        """What was said, with its buttons; taken back it is struck through, and says so in words."""
        look = self.look
        pair = Pair(look.pad("m"), look.pad("xxs"), look.whole("entry") // 2)
        if said.gone:
            struck = Struck(look, said.text)
            struck.setAccessibleName(f"{said.gone}: {said.text}")
            pair.addWidget(struck)
            pair.addWidget(Text(look, said.gone, "small", "soft", weight=600))
            return pair
        pair.addWidget(Text(look, said.text))
        if said.acts:
            holder = QWidget()
            line = Flow(look.gap("m"), look.gap("xs"), stretch=False)
            for act in said.acts:
                line.addWidget(self._act(act))
            holder.setLayout(line)
            pair.addWidget(holder)
        return pair

    def _act(self, act: Act) -> QuietButton:
        icon = "arrow-counter-clockwise" if not act.answer else None
        button = QuietButton(self.look, act.word, icon, height="quiet_small")  # type: ignore[arg-type]
        button.setObjectName(f"day:{act.answer or 'back'}:{act.instead or act.item}")
        button.setAccessibleName(act.said.replace("\u00a0", " "))
        button.clicked.connect(lambda: self.acted.emit(act))
        return button

    def _notes(self, notes: tuple[Line, ...]) -> Card:
        look = self.look
        title = translate("Calendar", "Opmerkingen")
        card = Card(look, name=title)
        pad = look.pad("l")
        box = column(look.pad("xs"), (pad, look.pad("m"), pad, look.pad("m")))
        box.addWidget(Text(look, title, "section"))
        for number, note in enumerate(notes):
            if number:
                box.addWidget(Rule(look))
            box.addLayout(self._line(note))
        card.setLayout(box)
        return card

    def _ways(self) -> None:
        flow = Flow(self.look.gap("m"), self.look.gap("xs"), stretch=False)
        back = QuietButton(self.look, translate("Calendar", "Kalender"), "arrow-left", height="quiet_low")
        back.setObjectName("day:left")
        back.clicked.connect(self.left)
        flow.addWidget(back)
        self.foot.addLayout(flow)
        if self.look.percent >= PERCENTS[-1]:
            flow = Flow(self.look.gap("m"), self.look.gap("xs"), stretch=False)
            self.box.addLayout(flow)
        for name, word, by in (
            ("before", translate("Calendar", "Dag ervoor"), -1), ("after", translate("Calendar", "Dag erna"), 1),
        ):  # fmt: skip
            button = QuietButton(
                self.look, word, "caret-left" if by < 0 else "caret-right", height="quiet_low"
            )
            button.setObjectName(f"day:{name}")
            button.clicked.connect(lambda _=False, n=by: self.turned.emit(self.view.day + n * _DAY))
            flow.addWidget(button)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}.get(Qt.Key(event.key()))
        if by is not None:
            self.turned.emit(self.view.day + by * _DAY)
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
