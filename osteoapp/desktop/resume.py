"""The system's own word that it wakes from sleep: faster than the heartbeat, never relied upon.

Linux says it through logind on the system bus, Windows through its power manager. Elsewhere, and where there is no
such bus, nothing is said and the heartbeat finds out by itself.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import SLOT, QObject, Qt, Signal, Slot

if TYPE_CHECKING:
    from PySide6.QtDBus import QDBusConnection, QDBusMessage

    from osteoapp.desktop.resume_windows import PowerNotices

_PATH = "/org/freedesktop/login1"
_INTERFACE = "org.freedesktop.login1.Manager"
_SIGNAL = "PrepareForSleep"
# The type stubs ask for bytes here, which the method itself refuses.
_SLOT: Any = SLOT("_heard(QDBusMessage)")


class ResumeSignal(QObject):
    """Emits ``sleeping`` just before the computer goes to sleep and ``resumed`` when it is back. Main thread only."""

    sleeping = Signal()
    resumed = Signal()

    _told = Signal(bool)

    def __init__(self, platform: str = sys.platform, power: Any = None) -> None:
        super().__init__()
        self._platform = platform
        self._power_library = power
        self._power: PowerNotices | None = None
        self._bus: QDBusConnection | None = None
        # Windows tells it in a thread of its own.
        self._told.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def start(self) -> bool:
        """Begins to listen; False where the system does not say such things. Call it after the first paint."""
        if self._bus is not None or self._power is not None:
            return True
        if self._platform == "win32":
            return self._start_windows()
        if self._platform != "linux":
            return False
        from PySide6.QtDBus import QDBusConnection  # late: only Linux has a use for it

        bus = QDBusConnection.systemBus()
        if not bus.isConnected():
            return False
        # From whomever: the worst that a forged signal brings is one look too many. Naming logind would cost a
        # round trip to the bus.
        if not bus.connect("", _PATH, _INTERFACE, _SIGNAL, self, _SLOT):
            return False
        self._bus = bus
        return True

    def _start_windows(self) -> bool:
        from osteoapp.desktop.resume_windows import PowerNotices  # late: only Windows has a use for it

        power = PowerNotices(self._told.emit, self._power_library)
        if power.start():
            self._power = power
        return self._power is not None

    def stop(self) -> None:
        """Listens no more."""
        power, self._power = self._power, None
        if power is not None:
            power.stop()
        if self._bus is not None:
            self._bus.disconnect("", _PATH, _INTERFACE, _SIGNAL, self, _SLOT)
            self._bus = None

    @Slot("QDBusMessage")  # by name: the class is imported late
    def _heard(self, message: QDBusMessage) -> None:
        arguments = message.arguments()
        if arguments in ([True], [False]):
            self._tell(arguments[0])

    @Slot(bool)
    def _tell(self, asleep: bool) -> None:
        if asleep:
            self.sleeping.emit()
        else:
            self.resumed.emit()
