"""The reminder: a window of its own, on top, that never takes what is typed elsewhere.

It shows what the program asks it to show and keeps only which items those are; what they say comes from the agenda.
An item that was answered elsewhere leaves by itself, and the last one takes the window with it. For the first moment
after it appears nothing can be pressed. Closing it is "later", and it says so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QMargins, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QCursor, QGuiApplication, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from osteoapp import words
from osteoapp.content.words import Lang
from osteoapp.core.item import Reminder
from osteoapp.ui.answering import Answering
from osteoapp.ui.callpage import numbers_of
from osteoapp.ui.focus import KeptFocus
from osteoapp.ui.inert import Inert, Starter, style_moves
from osteoapp.ui.parts.cards import clear, column
from osteoapp.ui.ports import Port
from osteoapp.ui.readaloud import PaneReader
from osteoapp.ui.remindercards import Content, ItemCard, Room, Strip, fitting, natural_size
from osteoapp.ui.remindermodel import ReminderView, reminder_view, still_asks
from osteoapp.ui.reminderpage import ReminderPage, Wires, phone_strip
from osteoapp.ui.snapshot import take
from osteoapp.ui.stopwatch import STARTS, Timekeeping
from osteoapp.ui.theme import REMINDER, REMINDER_LARGEST, TITLE_BAR, Look
from osteoapp.ui.views import Action

SNOOZE_MINUTES = 10
Area = Callable[[], QSize]


def screen_area() -> QSize:
    """What the screen has for a window below its title bar."""
    screen = QGuiApplication.primaryScreen()
    room = screen.availableGeometry().size() if screen is not None else QSize(*REMINDER_LARGEST)
    return room.shrunkBy(QMargins(0, TITLE_BAR, 0, 0))


class ReminderWindow(QWidget):
    """``guided`` asks for the intake, ``more`` for the leaflet, ``wrong`` and ``asked`` for their pages.

    ``noting`` asks for a note about a plan: what is asked stays open.

    ``timed`` tells that the stopwatch was started, which goes on in the large window. ``noted`` tells what was recorded
    and the event's id, for the undo bar; the id is empty where closing was "later".
    """

    guided = Signal(str)
    noting = Signal(str)
    wrong = Signal(str)
    more = Signal(str)
    asked = Signal()
    noted = Signal(str, str)
    timed = Signal()

    def __init__(
        self, look: Look, port: Port, lang: Lang, *, start_timer: Starter | None = None,
        moves: Callable[[], bool] = style_moves, area: Area = screen_area, parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent, Qt.WindowType.Window | Qt.WindowType.WindowStaysOnTopHint)
        self._look, self._port, self._lang = look, port, lang
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.inert = Inert(self, start_timer, moves)
        self._area = area
        self._ids: list[str] = []
        self._chosen = ""
        self._view: ReminderView | None = None
        self._prepared: ReminderView | None = None
        self._room: Room | None = None
        self._leaving = False
        self._question: QWidget | None = None
        self._refusal = ""
        self.page: ReminderPage | None = None
        self.answering = Answering(look, port, lang, self)
        self._reader = PaneReader(port.voice, lang)
        self.timekeeping = Timekeeping(look, port, lang, self)
        self.timekeeping.passed.connect(self.answering.press)
        for source in (self.answering, self.timekeeping):
            source.opened.connect(self._open)
            source.closed.connect(self._close_question)
            source.noted.connect(self.noted)
            source.refused.connect(self._refused)
        # The intake goes on in the large window; this one is out of the way meanwhile.
        self.answering.guided.connect(self._without)
        self.answering.guided.connect(self.guided)
        self.answering.wrong.connect(self.wrong)
        self.answering.noting.connect(self.noting)
        port.changes.changed.connect(self.renew)
        self._box = column()
        self.setLayout(self._box)
        self.resize(QSize(*self.wanted(look)).boundedTo(area()))
        self._own_size = self.size()
        self._shaped: tuple[object, QSize] | None = None

    @staticmethod
    def wanted(look: Look) -> tuple[int, int]:
        """The size of the window on a screen that has room enough: it grows with the text."""
        scale = 1 + (look.scale - 1) / 2
        return (
            min(round(REMINDER[0] * scale), REMINDER_LARGEST[0]),
            min(round(REMINDER[1] * scale), REMINDER_LARGEST[1]),
        )

    def _shape(self) -> None:
        """As high as what is shown asks for, as long as nobody has given the window another size.

        The search for that height tries many pages: what was prepared for this screen is not searched again.
        """
        if self._view is None or self.size() != self._own_size:
            return
        most = QSize(*self.wanted(self._look)).boundedTo(self._area())
        if self._shaped != (self._view, most):
            self.resize(natural_size(self._look, self._content(self._view), most, self._strip_height))
            self._own_size = self.size()
            self._shaped = (self._view, most)

    # What is shown

    @property
    def items(self) -> tuple[str, ...]:
        """The ids of the items that the window shows."""
        return tuple(self._ids)

    @property
    def cards(self) -> dict[str, ItemCard]:
        """The cards on the window, by item."""
        return self.page.cards if self.page is not None else {}

    def remind(self, reminders: Iterable[Reminder]) -> None:
        """Shows these too, raises the window, and takes no press for the first moment."""
        for reminder in reminders:
            if reminder.item.id not in self._ids:
                self._ids.append(reminder.item.id)
        if self._prepared is None or self._prepared is not self._view:
            self._view = None
        self._prepared = None
        self.renew()
        if self._ids:
            self._leaving = False
            self._shape()
            self.inert.begin()
            self._to_the_middle()
            self.show()
            self.raise_()

    def _to_the_middle(self) -> None:
        """Appears in the middle of the screen in use; one that stands already stays where it was put."""
        screen = QGuiApplication.screenAt(QCursor.pos()) or QGuiApplication.primaryScreen()
        if not self.isVisible() and screen is not None:
            spot = self.frameGeometry()
            spot.moveCenter(screen.availableGeometry().center())
            self.move(spot.topLeft())

    def prepare(self, reminders: Iterable[Reminder], port: Port) -> None:
        """Draws ahead what is about to be due, out of sight, so that showing it takes no more than showing.

        ``port`` speaks of that moment. Nothing happens where the window is in use.
        """
        if self.isVisible() or self._ids or self._question is not None:
            return
        snap = take(port)
        wanted = [one.item.id for one in reminders if still_asks(snap, one.item.id)]
        if not wanted:
            return
        self._view = self._prepared = reminder_view(snap, wanted, "")
        self._shape()
        self._compose()
        self.inert.begin()
        self.winId()
        self.grab()

    def renew(self, _: object = None) -> None:
        """Draws the items anew; those that no longer ask leave, and with the last one the window."""
        if not self._ids and self._prepared is not None:
            return
        snap = take(self._port)
        self._ids = [one for one in self._ids if still_asks(snap, one)]
        if not self._ids:
            self._leave()
            return
        view = reminder_view(snap, self._ids, self._chosen)
        if view != self._view:
            self._view = view
            self._compose()

    def _leave(self) -> None:
        self._question = None
        self._view = None
        self._leaving = True
        self.hide()

    # Drawing

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._view is not None and self._question is None and self._best(self._view) != self._room:
            self._compose()

    def _content(self, view: ReminderView) -> Content:
        # A tablet of days ago takes no "later": it is asked once a day, and stays on Vandaag meanwhile.
        kept = "closing_asks" if any(card.choices for card in view.cards) else ""
        key = "closing_snoozes" if view.snoozes else kept
        return Content(view, words.sentence(key, self._lang) if key else "", self._refusal)

    def _strip_height(self, strip: Strip, width: int) -> int:
        assert self._view is not None
        numbers = numbers_of(self._port.regimen(), self._lang)
        return phone_strip(self._look, self._view, numbers, strip).heightForWidth(width)

    def _best(self, view: ReminderView) -> Room:
        return fitting(self._look, self._content(view), self.width(), self.height(), self._strip_height)

    def _compose(self) -> None:
        if self._view is None or self._question is not None:
            return
        self.setWindowTitle(self._view.window_title)
        self._room = self._best(self._view)
        wires = Wires(self._press, self._choose, self.more.emit, self.asked.emit, self._reader)
        numbers = numbers_of(self._port.regimen(), self._lang)
        self.page = ReminderPage(self._look, self._content(self._view), self._room, wires, numbers)
        self._put(self.page)

    def _put(self, fresh: QWidget) -> None:
        kept = KeptFocus(self)
        clear(self._box)
        self._box.addWidget(fresh)
        fresh.show()
        if self.inert.on:
            self.inert.apply()
        kept.restore(fresh)

    # Answers

    def _press(self, action: Action) -> None:
        if self.inert.on:
            return
        self._refusal = ""
        self.timekeeping.press(action)
        running = self._port.stopwatch.running() is not None
        if action.name == "amount" or (action.name == "time_stop" and not running):
            self._without(action.item)
        elif action.name in STARTS and running:
            self._without(action.item)
            self.timed.emit()

    def _without(self, item_id: str) -> None:
        self._ids = [one for one in self._ids if one != item_id]
        self.renew()

    def _choose(self, item_id: str) -> None:
        self._chosen = item_id
        self.renew()

    def _refused(self, text: str) -> None:
        self._refusal = text
        self._view = None
        self.renew()

    def _open(self, page: object) -> None:
        if isinstance(page, QWidget):
            self._question = page
            self._put(page)

    def _close_question(self) -> None:
        if self._question is not None:
            self._question = None
            self._view = None
            self.renew()

    # Closing is "later"

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            if not self.inert.on:
                self.close()
            return
        super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """X and Esc: back from a question; else each item that takes it comes back in ten minutes."""
        if self._question is not None:
            event.ignore()
            self._close_question()
            return
        event.accept()
        if self._leaving:
            return
        snoozed = [one for one in self._ids if self._snooze(one)]
        self._ids = []
        self._leave()
        if snoozed:
            self.noted.emit(words.sentence("closing_snoozes", self._lang), "")

    def _snooze(self, item_id: str) -> bool:
        item = self._port.agenda().item(item_id)
        if item is None or "snoozed" not in self._port.allowed(item):
            return False
        self._port.record(item_id, "snoozed", minutes=SNOOZE_MINUTES)
        return True
