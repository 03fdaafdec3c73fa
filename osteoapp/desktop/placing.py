"""How the reminder comes into sight: above full screens and on every desktop, where the system lets a program do so."""

from __future__ import annotations

from collections.abc import Mapping, MutableMapping

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from osteoapp.desktop.x11 import full_screen_in_use, on_every_desktop

_SETTLED_MS = 250
_BYPASS = Qt.WindowType.X11BypassWindowManagerHint


def choose_platform(environ: MutableMapping[str, str]) -> None:
    """Has Qt start through XWayland under Wayland, where no window may stay on top or choose its place.

    Before the application is made. Who sets QT_QPA_PLATFORM has chosen. Where X11 does not work, Wayland serves.
    """
    if wants_x11(environ):
        environ["QT_QPA_PLATFORM"] = "xcb;wayland"


def wants_x11(environ: Mapping[str, str]) -> bool:
    """Whether the session is Wayland's, has an X server beside it, and nobody chose."""
    return bool(environ.get("WAYLAND_DISPLAY") and environ.get("DISPLAY") and not environ.get("QT_QPA_PLATFORM"))


def on_top_refused() -> bool:
    """Whether the system keeps a window from staying above the others."""
    return QGuiApplication.platformName().startswith("wayland")


class Placing(QObject):
    """Readies a window for each of its appearances."""

    def __init__(self) -> None:
        super().__init__()
        self._known: list[QWidget] = []

    def ready(self, window: QWidget) -> bool:
        """Call it before the window is shown or raised; True where a program fills the screen.

        Then the window goes past the window manager, which would keep it under that program.
        """
        filled = full_screen_in_use()
        past = bool(window.windowFlags() & _BYPASS)
        if filled != past and (filled or not window.isVisible()):
            # Qt hides a window whose kind changes; who asked shows it again.
            window.setWindowFlag(_BYPASS, filled)
        if window not in self._known:
            self._known = [window]
            window.installEventFilter(self)
        return filled

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's own name
        """Just before the window is mapped: window managers read then on which desktops it belongs."""
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and not event.spontaneous():
            on_every_desktop(int(watched.winId()), shown=False)
            # A manager that was still forgetting its last appearance has wiped that out: asked again when it is there.
            QTimer.singleShot(_SETTLED_MS, watched, lambda: self._again(watched))
        return False

    def _again(self, window: QWidget) -> None:
        if window.isVisible() and not window.windowFlags() & _BYPASS:
            on_every_desktop(int(window.winId()), shown=True)
