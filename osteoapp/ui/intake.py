"""The guided intake of a tablet: one question, taking it, the upright half hour, and its end.

The page is drawn from the agenda: the half hour goes on after a restart, and ends where its recorded start says.
Only which of the first two steps is open is the page's own.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from osteoapp.content.words import Lang
from osteoapp.core.item import Item
from osteoapp.i18n import clock as clock_words
from osteoapp.i18n import full_date, translate, weekday
from osteoapp.ui.answering import Answering
from osteoapp.ui.ask import Details
from osteoapp.ui.callpage import numbers_of
from osteoapp.ui.column import Clock, LeftColumn
from osteoapp.ui.digest import fitted
from osteoapp.ui.focus import KeptFocus
from osteoapp.ui.intakesteps import Built, Room, build_step
from osteoapp.ui.intakeview import IntakeView, Step, intake_view, minutes_left, step_of, step_words
from osteoapp.ui.parts.cards import Card, Page, Scroller, column, row
from osteoapp.ui.parts.leaflet import LeafletLink, LeafletPane
from osteoapp.ui.ports import Outcome, Port, Result
from osteoapp.ui.readaloud import PaneReader
from osteoapp.ui.snapshot import take
from osteoapp.ui.stopwatch import Timekeeping
from osteoapp.ui.theme import INTAKE_LARGEST, PANE, PANE_NARROW, TWO_COLUMNS, Look


def intake_item(port: Port, item_id: str) -> Item | None:
    """The item of an intake that can still be guided, if it is there."""
    item = port.agenda().item(item_id)
    if item is None:
        return None
    return item if step_of(take(port), item, Step.QUESTION) is not None else None


class IntakePage(QWidget):
    """``finished``: back to Vandaag. ``small`` asks for the small bar. The rest is handed on."""

    finished = Signal()
    small = Signal(str)
    wrong = Signal(str)
    asked = Signal()
    more = Signal(str)
    noted = Signal(str, str)
    refused = Signal(str)
    opened = Signal(object)
    closed = Signal()

    def __init__(self, look: Look, port: Port, lang: Lang, item_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._port, self._lang, self.item_id = look, port, lang, item_id
        self._asked = Step.QUESTION
        self.view: IntakeView | None = None
        self._room: Room | None = None
        self._body: QWidget | None = None
        self.built: Built | None = None
        self.column = LeftColumn(look, numbers_of(port.regimen(), lang), step_words())
        self.column.asked.connect(self.asked)
        self.answering = Answering(look, port, lang, self)
        self._reader = PaneReader(port.voice, lang)
        self.timekeeping = Timekeeping(look, port, lang, self)
        self.timekeeping.passed.connect(self.answering.press)
        self.timekeeping.changed.connect(self.renew)
        for source in (self.answering, self.timekeeping):
            for mine, his in (
                (source.noted, self.noted), (source.refused, self.refused),
                (source.opened, self.opened), (source.closed, self.closed),
            ):  # fmt: skip
                mine.connect(his)
        self._frame = row()
        self._box = row()
        self._box.addWidget(self.column)
        self.setLayout(self._box)
        self.renew()
        self.tick()

    def tick(self) -> None:
        """Each second: shows the time, and draws anew only where another minute of the half hour is to be shown."""
        now = self._port.now()
        self.column.show_clock(
            Clock(clock_words(now), weekday(now.date(), self._lang), full_date(now.date(), self._lang))
        )
        view = self.view
        if view is not None and view.ends is not None and minutes_left(view.ends, now) != view.left:
            self.renew()

    def renew(self) -> None:
        """Draws the step that the item is at now; leaves where there is nothing to guide any more."""
        snap = take(self._port)
        item = snap.agenda.item(self.item_id)
        step = step_of(snap, item, self._asked) if item is not None else None
        if item is None or step is None:
            QTimer.singleShot(0, self, self.finished.emit)
            return
        preview = None
        if step is Step.QUESTION and "not_fasting" in snap.takes(item):
            preview = self._port.preview(item.id, "not_fasting")
        view = intake_view(snap, item, step, preview)
        if view == self.view:
            return
        same = self.view is not None and self.view.step is view.step
        self.view = view
        words = step_words()
        said = translate("Intake", "Stap {number} van {all}: {word}").format(
            number=step + 1, all=len(words), word=words[step]
        )
        self.column.show_step(int(step), said)
        if not (same and self.built is not None and self.built.update(view)):
            self._compose()

    # What the buttons do

    def press(self, name: str) -> None:
        """Does what a button of a step says."""
        ways = {
            "fasting": self._take_now,
            "not_fasting": lambda: self._record("not_fasting"),
            "taken": self._taken,
            "back": self._back,
            "leave": self.finished.emit,
            "small": lambda: self.small.emit(self.item_id),
            "wrong": lambda: self.wrong.emit(self.item_id),
            "undo": self._undo,
        }
        ways[name]()

    def _take_now(self) -> None:
        self._asked = Step.TAKING
        self.renew()

    def _back(self) -> None:
        if self._asked is Step.QUESTION:
            self.finished.emit()
            return
        self._asked = Step.QUESTION
        self.renew()

    def _record(self, answer: str) -> Outcome:
        outcome = self.answering.record(self.item_id, answer, Details())
        if outcome.result is not Result.REFUSED:
            self.renew()
        return outcome

    def _taken(self) -> None:
        """Recorded; the half hour begins. The page itself says so and holds the way back."""
        outcome = self._port.record(self.item_id, "taken")
        if outcome.result is Result.REFUSED:
            self.answering.refuse(outcome)
        self.renew()

    def _undo(self) -> None:
        if self.view is not None and self.view.undo:
            self._asked = Step.TAKING
            self.answering.undo(self.view.undo)
            self.renew()

    # Lay-out

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._centre()
        if self.view is not None and self._best() != self._room:
            self._compose()

    def _centre(self) -> None:
        """On a window larger than a step asks for it stands in the middle."""
        free = QSize(self.width() - self.column.width(), self.height()) - self._space()
        side, top = max(free.width() // 2, 0), max(free.height() // 2, 0)
        self._frame.setContentsMargins(side, top, side, top)

    def _space(self) -> QSize:
        """What the step has beside the left column: on a wide screen not all of it, or lines grow too long."""
        most = QSize(*INTAKE_LARGEST) * (1 + (self._look.scale - 1) / 2)
        return QSize(self.width() - self.column.width(), self.height()).boundedTo(most)

    def _best(self) -> Room:
        """How much room there is: width for a pane, and the most that fits the height."""
        look = self._look
        space = self._space()
        free = space.width()
        beside = free / look.scale >= TWO_COLUMNS
        roomy = free / look.scale >= TWO_COLUMNS + PANE
        pane = PANE if roomy else round(PANE_NARROW * (1 + (look.scale - 1) / 2))
        width = free - (pane + look.gap("xxl") + look.gap("xs") if beside else 0) - look.whole("scrollbar")
        found = Room(beside, pane, space.height(), width - look.gap("xxl") - look.gap("s"))
        for low in range(3):
            found = replace(found, low=low)
            if self.view is None:
                break
            need = build_step(look, self.view, found, self.press).height(width) + look.gap("xs") + look.gap("xl")
            if need <= space.height():
                break
        return found

    def _compose(self) -> None:
        if self.view is None or self.width() <= 0:
            return
        kept = KeptFocus(self)
        look, view = self._look, self.view
        self._room = room = self._best()
        self.built = build_step(look, view, room, self.press)
        if self.built.rows is not None:
            self.built.rows.pressed.connect(self.timekeeping.press)
            self.built.rows.undone.connect(self.answering.undo)
        body = QWidget()
        line = row()
        middle = Page(look)
        box = column(0)
        box.addWidget(Scroller(look, self.built.page), 1)
        right = look.gap("s") + look.whole("scrollbar")  # ends where the cards end, beside which the bar has its room
        foot = column(0, (look.gap("xxl"), look.gap("xs"), right, look.gap("xl")))
        foot.addWidget(self.built.foot)
        box.addLayout(foot)
        middle.setLayout(box)
        line.addWidget(middle, 1)
        beside = self._beside(view, room)
        if beside is not None:
            line.addWidget(beside)
        body.setLayout(line)
        fresh = Page(look)
        self._frame = row()
        self._frame.addWidget(body)
        fresh.setLayout(self._frame)
        self._centre()
        self._replace(fresh)
        kept.restore(fresh)

    def _replace(self, fresh: QWidget) -> None:
        if self._body is None:
            self._box.addWidget(fresh, 1)
        else:
            self._box.replaceWidget(self._body, fresh)
            self._body.hide()
            self._body.deleteLater()
        self._box.setStretch(1, 1)
        self._body = fresh
        fresh.show()

    def _beside(self, view: IntakeView, room: Room) -> Page | None:
        """The leaflet, or during the half hour what is allowed when; it ends where the buttons end."""
        look = self._look
        if not room.beside or self.built is None:
            return None
        page = Page(look)
        side, edge = look.gap("xxl"), look.gap("xl")
        box = column(look.gap("m"), (look.gap("xs"), edge, side, edge))
        free = room.height - 2 * edge
        for card in self.built.sides:
            free -= card.heightForWidth(room.pane) + look.gap("m")
        if self.built.sides and free + look.gap("m") < 0:
            sides = Page(look)
            inner = column(look.gap("m"), (look.gap("xs"), look.gap("s"), look.gap("xs"), look.gap("s")))
            _add(inner, self.built.sides)
            sides.setLayout(inner)
            box.setContentsMargins(look.gap("xs"), look.gap("s"), look.gap("xxs"), look.gap("s"))
            box.addWidget(Scroller(look, sides))
        else:
            _add(box, self.built.sides)
            self._add_leaflet(box, view, room, free)
        page.setLayout(box)
        page.setFixedWidth(room.pane + side + look.gap("xs"))
        return page

    def _add_leaflet(self, box: QVBoxLayout, view: IntakeView, room: Room, free: int) -> None:
        """What the leaflet says, as much as stands there; beside the ring only where there is room left."""
        if view.pane is None:
            return
        alone = self.built is not None and not self.built.sides
        pane: LeafletPane | LeafletLink = fitted(
            self._look, view.pane, room.pane, free, call=alone, reader=self._reader
        )
        if not alone and pane.heightForWidth(room.pane) > free:
            pane = LeafletLink(self._look, view.pane)
            box.addStretch(1)
        if alone or pane.heightForWidth(room.pane) <= free:
            pane.more.connect(self.more)
            box.addWidget(pane, 0 if isinstance(pane, LeafletLink) else 1)


def _add(box: QVBoxLayout, cards: tuple[Card, ...]) -> None:
    for card in cards:
        box.addWidget(card)
