"""The first moment of a window that appears by itself: nothing in it can be pressed yet."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QAbstractButton, QWidget

from osteoapp.ui.theme import INERT_MS

Starter = Callable[[int, Callable[[], None]], None]


class Inert:
    """Disables the buttons of a widget for the first moment after each showing.

    ``start`` runs a function after so many milliseconds; tests give their own, so that none has to wait.
    """

    def __init__(self, widget: QWidget, start: Starter | None = None) -> None:
        self._widget = widget
        self._start = start or self._qt_timer
        self._turn = 0
        self.on = False

    def _qt_timer(self, milliseconds: int, then: Callable[[], None]) -> None:
        QTimer.singleShot(milliseconds, self._widget, then)

    def begin(self) -> None:
        """Starts the moment, or starts it anew where it still runs."""
        self._turn += 1
        turn = self._turn
        self.on = True
        self.apply()
        self._start(INERT_MS, lambda: self._end(turn))

    def _end(self, turn: int) -> None:
        """Only the last showing counts."""
        if turn == self._turn:
            self.on = False
            self.apply()

    def apply(self) -> None:
        """Gives every button of the widget the state of now; call it after drawing anew."""
        for button in self._widget.findChildren(QAbstractButton):
            button.setEnabled(not self.on)
