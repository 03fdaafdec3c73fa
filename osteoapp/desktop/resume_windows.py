"""Windows' word that it went to sleep or is back, from its power manager: no window and no loop is needed for it.

The same that is broadcast to windows (WM_POWERBROADCAST); but a program in the tray may have no window that hears it,
and a filter of all messages would cost at each movement of the mouse.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from typing import Any, Final

# Microsoft, "PowerRegisterSuspendResumeNotification" and "WM_POWERBROADCAST"; Windows 8 and later.
_CALLBACK: Final = 2
_SUSPEND: Final = 4
_RESUME_SUSPEND: Final = 7
_RESUME_AUTOMATIC: Final = 18

# WINFUNCTYPE is there on Windows only; elsewhere the tests call it.
_Notify: Any = getattr(ctypes, "WINFUNCTYPE", ctypes.CFUNCTYPE)(
    ctypes.c_ulong, ctypes.c_void_p, ctypes.c_ulong, ctypes.c_void_p
)


class _Subscription(ctypes.Structure):
    _fields_ = (("callback", _Notify), ("context", ctypes.c_void_p))


class PowerNotices:
    """``told`` gets True before sleep and False after it, in a thread of Windows: it must only pass the word on."""

    def __init__(self, told: Callable[[bool], object], library: Any = None) -> None:
        self._told = told
        self._library = library
        # Windows keeps the address of both: they live as long as this.
        self._notify = _Notify(self._heard)
        self._subscription = _Subscription(self._notify, None)
        self._handle: ctypes.c_void_p | None = None

    def start(self) -> bool:
        """Begins to listen; False where this Windows does not tell."""
        try:
            if self._library is None:
                self._library = getattr(ctypes, "WinDLL")("powrprof")  # noqa: B009 - by name: there is none elsewhere
            handle = ctypes.c_void_p()
            failed = self._library.PowerRegisterSuspendResumeNotification(
                ctypes.c_ulong(_CALLBACK), ctypes.byref(self._subscription), ctypes.byref(handle)
            )
        except (OSError, AttributeError):
            return False
        if failed:
            return False
        self._handle = handle
        return True

    def stop(self) -> None:
        """Listens no more."""
        handle, self._handle = self._handle, None
        if handle is not None:
            self._library.PowerUnregisterSuspendResumeNotification(handle)

    def _heard(self, _context: object, kind: int, _setting: object) -> int:
        if kind == _SUSPEND:
            self._told(True)
        elif kind in (_RESUME_SUSPEND, _RESUME_AUTOMATIC):
            self._told(False)
        return 0
