"""The reminder makes way for a page that was asked for in it, and comes back when that page is left.

It lies above all windows, so that on most screens it would cover the very page: the words that are being written, or
whom to call. What it asks stays open meanwhile, and a repeat brings it back as well.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

from osteoapp.ui.calendar.place import CalendarPlace
from osteoapp.ui.reminder import ReminderWindow
from osteoapp.ui.window import MainWindow

LONGEST_MS: Final = 300_000


class Aside(QObject):
    """``reminder`` gives the reminder window of now; ``ready`` is called with it before it is shown again."""

    def __init__(
        self, window: MainWindow, reminder: Callable[[], ReminderWindow], ready: Callable[[QWidget], object]
    ) -> None:
        super().__init__()
        self._window, self._reminder, self._ready = window, reminder, ready
        self._away, self._turn = False, 0
        self._longest = QTimer(self, singleShot=True, interval=LONGEST_MS)
        self._longest.timeout.connect(self.come_back)
        window.installEventFilter(self)

    def make_way(self) -> None:
        """Call it once the page is shown in the large window."""
        reminder, window = self._reminder(), self._window
        page = window.pages.currentWidget()
        if not reminder.isVisible() or page is None or page is window.today:
            return
        if not reminder.frameGeometry().intersects(window.frameGeometry()):
            return  # both are seen
        # A note lies inside the calendar; all pages but Vandaag are gone when they are left.
        inner = page.page if isinstance(page, CalendarPlace) else page
        self._away, self._turn = True, self._turn + 1
        turn = self._turn
        (inner or page).destroyed.connect(lambda: self._left(turn))
        reminder.hide()
        self._longest.start()

    def _left(self, turn: int) -> None:
        """Not at once: the page that follows is still being built."""
        if self._away and turn == self._turn:
            QTimer.singleShot(0, self, self.come_back)

    def come_back(self) -> None:
        """Asks again what is still open; as at each of its appearances, nothing can be pressed in the first moment."""
        if not self._away:
            return
        if self._window.in_intake and self._window.isVisible():
            self._longest.start()  # the half hour has a list beside it of what falls due meanwhile
            return
        self._away = False
        self._longest.stop()
        reminder = self._reminder()
        if reminder.items and not reminder.isVisible():
            self._ready(reminder)
            reminder.remind(())

    def end(self) -> None:
        """The program ends: nothing comes back any more."""
        self._away = False
        self._longest.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's own name
        """Who puts the large window away is done with its page."""
        gone = event.type() == QEvent.Type.Hide or (
            event.type() == QEvent.Type.WindowStateChange and self._window.isMinimized()
        )
        if gone and self._away:
            QTimer.singleShot(0, self, self.come_back)
        return False
