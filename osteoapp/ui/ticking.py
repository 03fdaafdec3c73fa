"""A clock that ticks only while its window is seen: one that is hidden or minimised does not wake the computer."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

_MOMENTS: Final = frozenset({QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.WindowStateChange})


class Ticking(QObject):
    """Calls ``tick`` every so many milliseconds, and at once when the window comes back into sight."""

    def __init__(self, window: QWidget, milliseconds: int, tick: Callable[[], object]) -> None:
        super().__init__(window)
        self._window, self._tick = window, tick
        self.timer = QTimer(self)
        self.timer.setInterval(milliseconds)
        self.timer.timeout.connect(tick)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window and event.type() in _MOMENTS:
            seen = self._window.isVisible() and not self._window.isMinimized()
            if not seen:
                self.timer.stop()
            elif not self.timer.isActive():
                self.timer.start()
                if event.type() == QEvent.Type.WindowStateChange:
                    self._tick()
        return False
