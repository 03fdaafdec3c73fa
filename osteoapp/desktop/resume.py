"""The system's own word that it wakes from sleep: faster than the heartbeat, never relied upon.

Linux says it through logind on the system bus. Elsewhere, and where there is no such bus, nothing is said and the
heartbeat finds out by itself.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import SLOT, QObject, Signal, Slot

if TYPE_CHECKING:
    from PySide6.QtDBus import QDBusConnection, QDBusMessage

_PATH = "/org/freedesktop/login1"
_INTERFACE = "org.freedesktop.login1.Manager"
_SIGNAL = "PrepareForSleep"
# The type stubs ask for bytes here, which the method itself refuses.
_SLOT: Any = SLOT("_heard(QDBusMessage)")


class ResumeSignal(QObject):
    """Emits ``sleeping`` just before the computer goes to sleep and ``resumed`` when it is back. Main thread only."""

    sleeping = Signal()
    resumed = Signal()

    def __init__(self, platform: str = sys.platform) -> None:
        super().__init__()
        self._platform = platform
        self._bus: QDBusConnection | None = None

    def start(self) -> bool:
        """Begins to listen; False where the system does not say such things. Call it after the first paint."""
        if self._bus is not None:
            return True
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

    def stop(self) -> None:
        """Listens no more."""
        if self._bus is not None:
            self._bus.disconnect("", _PATH, _INTERFACE, _SIGNAL, self, _SLOT)
            self._bus = None

    @Slot("QDBusMessage")  # by name: the class is imported late
    def _heard(self, message: QDBusMessage) -> None:
        arguments = message.arguments()
        if arguments == [True]:
            self.sleeping.emit()
        elif arguments == [False]:
            self.resumed.emit()
