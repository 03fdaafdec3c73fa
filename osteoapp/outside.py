"""What is pressed outside the windows, in the tray and on notifications: it goes the way of a button in the window."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from osteoapp.joining import LoopPort
from osteoapp.ui.actions import actions_of
from osteoapp.ui.answering import Answering
from osteoapp.ui.ask import Details
from osteoapp.ui.reminder import ReminderWindow
from osteoapp.ui.snapshot import take
from osteoapp.ui.traymodel import LATER, LATER_MINUTES
from osteoapp.ui.window import MainWindow

# Recorded in one press; all else asks something first, and for that a window comes to the front.
_AT_ONCE: Final = frozenset({"taken", "done", "amount", "forgotten", "not_fasting", "tonight", "tomorrow"})
# The guided intake: it brings its own window.
_GUIDED: Final = frozenset({"start", "watch"})


class Outside:
    """``reminder`` gives the reminder window of now; ``bring`` puts the main window in front."""

    def __init__(
        self, port: LoopPort, window: MainWindow, reminder: Callable[[], ReminderWindow], bring: Callable[[], None]
    ) -> None:
        self._port, self._window, self._reminder, self._bring = port, window, reminder, bring

    def press(self, item_id: str, name: str) -> None:
        """Does what the button of an item says; what the item no longer takes only brings the window."""
        snap = take(self._port)
        item = snap.agenda.item(item_id)
        answering, front = self._where(item_id)
        if item is None or snap.health.date_doubt:
            front()
        elif name == LATER and "snoozed" in snap.takes(item):
            later = Details(minutes=LATER_MINUTES)
            self._watched(answering, front, lambda: answering.record(item_id, "snoozed", later))
        else:
            action = next((one for one in actions_of(snap, item) if one.name == name), None)
            if action is None or action.name not in _AT_ONCE | _GUIDED:
                front()
            if action is not None:
                pressed = action
                self._watched(answering, front, lambda: answering.press(pressed))

    def _where(self, item_id: str) -> tuple[Answering, Callable[[], None]]:
        """Who answers for the item: the reminder where it shows it, as it lies above all else, or the main window."""
        reminder = self._reminder()
        if not reminder.isVisible() or item_id not in reminder.items:
            return self._window.answering, self._bring

        def front() -> None:
            reminder.raise_()
            reminder.activateWindow()

        return reminder.answering, front

    def _watched(self, answering: Answering, front: Callable[[], None], act: Callable[[], object]) -> None:
        """An answer that is refused all the same is told in the window, so that comes to the front."""

        def refused(_: str) -> None:
            front()

        answering.refused.connect(refused)
        try:
            act()
        finally:
            answering.refused.disconnect(refused)
