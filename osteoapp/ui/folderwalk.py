"""The walk through the house: lines to tick off, and the yearly check that it belongs to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from PySide6.QtCore import QObject, QRectF, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from osteoapp import words
from osteoapp.content import leaflet
from osteoapp.content.prose import BULLET, paragraphs
from osteoapp.content.words import Lang
from osteoapp.core.item import Item
from osteoapp.i18n import translate
from osteoapp.ui.answering import Answering
from osteoapp.ui.icons import Icon, paint_icon
from osteoapp.ui.parts.buttons import MainButton
from osteoapp.ui.parts.cards import clear, column, row
from osteoapp.ui.parts.notes import NoteBanner
from osteoapp.ui.parts.paint import edge_of, fill_round
from osteoapp.ui.parts.rows import Pressable
from osteoapp.ui.parts.text import Text
from osteoapp.ui.ports import Port
from osteoapp.ui.theme import Color, Look
from osteoapp.ui.views import Action

WALK_PASSAGE = "fall-safety/during"
_TREATMENT: Final = "fall-safety"
_YEAR: Final = timedelta(days=400)
# A walk this long before its day is the one of this year; an earlier one is only a walk.
_EARLY: Final = timedelta(days=90)


def walk_lines(lang: Lang) -> tuple[str, ...]:
    """What is looked at on the walk: the list of the leaflet, as it stands there."""
    lines = paragraphs(leaflet.passage(WALK_PASSAGE, lang).text)
    return tuple(line.removeprefix(BULLET) for line in lines if line.startswith(BULLET))


class TickRow(Pressable):
    """A line with a box; the whole row ticks it."""

    def __init__(self, look: Look, line: str, *, ticked: bool, parent: QWidget | None = None) -> None:
        super().__init__(look, line, parent)
        self.setText(line)
        self.setCheckable(True)
        self.setChecked(ticked)
        pad = look.pad("s")
        left = look.whole("tick_box") + look.pad("m") + look.pad("s")
        box = row(0, (left, pad, pad, pad))
        box.addWidget(Text(look, line, "lead"), 1)
        self.setLayout(box)
        self.setMinimumHeight(look.height("quiet"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = self.look
        corner = look.radius("note")
        painter, box = self.begin(look, corner)
        done = self.isChecked()
        fill: Color = "tint" if not look.contrast and (done or self.underMouse()) else "card"
        edge, width = edge_of(look)
        fill_round(painter, box, corner, look.color(fill), look.color("accent") if done else edge, max(width, 1.0))
        side = look.length("tick_box")
        square = QRectF(box.left() + look.pad("s"), box.center().y() - side / 2, side, side)
        inside = look.color("accent") if done else look.color("card")
        edge_color = look.color("accent" if done else "line")
        fill_round(painter, square, look.radius("day") / 2, inside, edge_color, look.length("border"))
        if done:
            mark = square.adjusted(side * 0.14, side * 0.14, -side * 0.14, -side * 0.14)
            paint_icon(painter, mark, look, "check", "on_accent")


@dataclass(frozen=True, slots=True)
class CheckView:
    """The yearly check: the item that takes "done" now, or why there is none to press."""

    item: str = ""
    said: str = ""


def check_view(port: Port, lang: Lang) -> CheckView | None:
    """The check that the walk is part of; None for who has not planned it."""
    if not any(plan.treatment == _TREATMENT for plan in port.regimen().draft.plans):
        return None
    today = port.now().date()
    items: dict[str, Item] = {}
    for found in (port.agenda(), port.between(today, today + _YEAR)):
        items |= {item.id: item for item in found.items if item.treatment == _TREATMENT}
    near = sorted((item for item in items.values() if item.due - port.now() <= _EARLY), key=lambda item: item.due)
    ready = next((item for item in near if "done" in port.allowed(item)), None)
    if ready is not None:
        return CheckView(ready.id)
    ahead = [item.due for item in items.values() if item.due > port.now()]
    if not ahead:
        return None
    day = words.day(min(ahead).astimezone(port.now().tzinfo).date(), lang, year=True)
    return CheckView(said=translate("Folder", "Uw volgende controle staat op {day}.").format(day=words.tie(day)))


class WalkDesk(QObject):
    """Ticks that last, and the check that is recorded from here; ``changed`` tells that something was recorded."""

    changed = Signal()

    def __init__(self, look: Look, port: Port, lang: Lang, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._port, self._lang = port, lang
        self._answering = Answering(look, port, lang, self)
        self._answering.noted.connect(self._noted)
        self._answering.refused.connect(self._refused)
        self.ticked = set(port.ticks.read())
        self._before: frozenset[str] = frozenset()
        self.written = ""
        self.said = ""

    def check(self) -> CheckView | None:
        """How the yearly check stands."""
        return check_view(self._port, self._lang)

    def keep(self, ticked: set[str]) -> bool:
        """Keeps the ticks; False where they will be gone after a restart."""
        self.ticked = set(ticked)
        return self._port.ticks.keep(ticked)

    def done(self, item_id: str) -> None:
        """Records the check as done; the next walk begins with no ticks."""
        self._answering.press(Action("done", item_id, ""))

    def undo(self) -> None:
        """Takes that back, and the ticks are there again."""
        event, self.written, self.said = self.written, "", ""
        self._answering.undo(event)
        self.keep(set(self._before))
        self.changed.emit()

    def _noted(self, text: str, event: str) -> None:
        self.written, self.said = event, text
        self._before = frozenset(self.ticked)
        self.keep(set())
        self.changed.emit()

    def _refused(self, text: str) -> None:
        self.written, self.said = "", text
        self.changed.emit()


class Walk(QWidget):
    """The walk through the house. What is ticked is kept in ``ticked``, or by the ``desk``, and nowhere else."""

    def __init__(
        self, look: Look, lang: Lang, ticked: set[str], desk: WalkDesk | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look, self._desk = look, desk
        self._ticked = ticked if desk is None else set(desk.ticked)
        side = look.pad("m")
        box = column(look.pad("xs"), (side, look.pad("xs"), side, look.pad("s")))
        said = translate("Folder", "Loop door alle kamers. Vink aan wat u heeft nagekeken.")
        box.addWidget(Text(look, said, "body", "soft"))
        self.rows: list[TickRow] = []
        for number, line in enumerate(walk_lines(lang)):
            tick = TickRow(look, words.tie(line), ticked=f"walk:{number}" in self._ticked)
            tick.setObjectName(f"walk:{number}")
            tick.toggled.connect(self._keep)
            self.rows.append(tick)
            box.addWidget(tick)
        self.count = Text(look, " ", "body", "accent", weight=700)
        box.addWidget(self.count)
        self._below = column(look.pad("xs"))
        box.addLayout(self._below)
        self.setLayout(box)
        self._count()
        self._show_check()
        if desk is not None:
            desk.changed.connect(self._renew)

    def _keep(self) -> None:
        for tick in self.rows:
            (self._ticked.add if tick.isChecked() else self._ticked.discard)(tick.objectName())
            tick.update()
        kept = self._desk is None or self._desk.keep(self._ticked)
        self._count("" if kept else translate("Folder", "Uw vinkjes zijn na het afsluiten weg."))

    def _count(self, more: str = "") -> None:
        done = sum(tick.isChecked() for tick in self.rows)
        said = translate("Folder", "{done} van {all} nagekeken").format(done=done, all=len(self.rows))
        self.count.say(f"{said}. {more}" if more else said)

    def _renew(self) -> None:
        """After something was recorded or taken back: the ticks and the check as they now are."""
        if self._desk is None:
            return
        self._ticked = set(self._desk.ticked)
        for tick in self.rows:
            tick.blockSignals(True)
            tick.setChecked(tick.objectName() in self._ticked)
            tick.blockSignals(False)
            tick.update()
        self._count()
        clear(self._below)
        self._show_check()

    def _show_check(self) -> None:
        """The button that records the check, what was recorded with the way back, or when the next one comes."""
        if self._desk is None:
            return
        desk = self._desk
        if desk.said:
            back = translate("Today", "Zet terug") if desk.written else translate("Today", "Gezien")
            icon: Icon = "check-circle" if desk.written else "info"
            note = NoteBanner(self._look, desk.said, icon, tone="tint", button=back)
            note.pressed.connect(desk.undo if desk.written else self._seen)
            if note.button is not None:
                note.button.setObjectName("walk:back")
            self._below.addWidget(note)
        check = desk.check()
        if check is None:
            return
        if not check.item:
            self._below.addWidget(Text(self._look, check.said, "body", "soft"))
            return
        said = translate("Folder", "Klaar met de ronde? Dan is uw jaarlijkse controle gedaan.")
        self._below.addWidget(Text(self._look, said, "body", "soft"))
        holder = QWidget()
        line = row()
        button = MainButton(self._look, translate("Folder", "Ik ben klaar: noteer de controle"), "check")
        button.setObjectName("walk:done")
        button.clicked.connect(lambda: desk.done(check.item))
        line.addWidget(button)
        line.addStretch(1)
        holder.setLayout(line)
        self._below.addWidget(holder)

    def _seen(self) -> None:
        if self._desk is not None:
            self._desk.said = ""
            self._renew()
