"""What Qt does not say to an X server: which program fills the screen, and that a window belongs to every desktop.

Asked over Qt's own connection through libxcb, which Qt itself has loaded. Everything here is False or does nothing
where the screen is not X11's. After the Extended Window Manager Hints 1.5.
"""

from __future__ import annotations

import ctypes
import ctypes.util
from functools import lru_cache
from typing import Any, Final

from PySide6.QtGui import QGuiApplication

_ANY: Final = 0
_REPLACE: Final = 0
_CARDINAL: Final = 6
_LONGS: Final = 64
_EVERY_DESKTOP: Final = 0xFFFFFFFF
_PAGER: Final = 2
_CLIENT_MESSAGE: Final = 33
_TO_THE_MANAGER: Final = 0x00080000 | 0x00100000  # SubstructureNotify | SubstructureRedirect


class _Cookie(ctypes.Structure):
    _fields_ = (("sequence", ctypes.c_uint),)


class _Roots(ctypes.Structure):
    _fields_ = (("data", ctypes.POINTER(ctypes.c_uint32)), ("rem", ctypes.c_int), ("index", ctypes.c_int))


class _Message(ctypes.Structure):
    _fields_ = (
        ("response_type", ctypes.c_uint8), ("format", ctypes.c_uint8), ("sequence", ctypes.c_uint16),
        ("window", ctypes.c_uint32), ("type", ctypes.c_uint32), ("data", ctypes.c_uint32 * 5),
    )  # fmt: skip


class _AtomReply(ctypes.Structure):
    _fields_ = (
        ("response_type", ctypes.c_uint8), ("pad", ctypes.c_uint8), ("sequence", ctypes.c_uint16),
        ("length", ctypes.c_uint32), ("atom", ctypes.c_uint32),
    )  # fmt: skip


def full_screen_in_use() -> bool:
    """Whether the active window fills the screen: then what is merely "on top" lies under it."""
    line = _line()
    if line is None:
        return False
    active = line.longs(line.root, "_NET_ACTIVE_WINDOW")
    return bool(active and active[0]) and line.atom("_NET_WM_STATE_FULLSCREEN") in line.longs(
        active[0], "_NET_WM_STATE"
    )


def on_every_desktop(window: int, *, shown: bool) -> None:
    """Puts a window on all virtual desktops; ``shown`` tells whether the window manager has it already."""
    line = _line()
    if line is None:
        return
    if shown:
        line.tell_manager(window, "_NET_WM_DESKTOP", _EVERY_DESKTOP, _PAGER)
    else:
        line.put(window, "_NET_WM_DESKTOP", _EVERY_DESKTOP)


class _Line:
    """Qt's connection to the X server."""

    def __init__(self, library: ctypes.CDLL, connection: int) -> None:
        self._xcb, self._connection = library, ctypes.c_void_p(connection)
        self._free = ctypes.CDLL(None).free
        self._free.argtypes = [ctypes.c_void_p]
        for name in ("xcb_intern_atom", "xcb_get_property", "xcb_change_property", "xcb_send_event"):
            getattr(library, name).restype = _Cookie
        for name in ("xcb_intern_atom_reply", "xcb_get_property_reply", "xcb_get_property_value", "xcb_get_setup"):
            getattr(library, name).restype = ctypes.c_void_p
        library.xcb_setup_roots_iterator.restype = _Roots
        library.xcb_setup_roots_iterator.argtypes = [ctypes.c_void_p]
        library.xcb_get_property_value.argtypes = [ctypes.c_void_p]
        library.xcb_get_property_value_length.argtypes = [ctypes.c_void_p]
        self._atoms: dict[str, int] = {}

    @property
    def root(self) -> int:
        """The root window of the first screen."""
        roots = self._xcb.xcb_setup_roots_iterator(self._xcb.xcb_get_setup(self._connection))
        return int(roots.data[0])

    def atom(self, name: str) -> int:
        """The number that stands for a name."""
        if name not in self._atoms:
            word = name.encode("ascii")
            cookie = self._xcb.xcb_intern_atom(self._connection, 0, ctypes.c_uint16(len(word)), word)
            reply = self._reply(self._xcb.xcb_intern_atom_reply, cookie)
            if not reply:
                return 0
            self._atoms[name] = _AtomReply.from_address(reply).atom
            self._free(reply)
        return self._atoms[name]

    def longs(self, window: int, name: str) -> list[int]:
        """The numbers in a property of a window; none where it is absent or the window is gone."""
        cookie = self._xcb.xcb_get_property(
            self._connection, 0, ctypes.c_uint32(window), ctypes.c_uint32(self.atom(name)), _ANY, 0, _LONGS
        )
        reply = self._reply(self._xcb.xcb_get_property_reply, cookie)
        if not reply:
            return []
        count = self._xcb.xcb_get_property_value_length(reply) // 4
        found = list((ctypes.c_uint32 * count).from_address(self._xcb.xcb_get_property_value(reply))) if count else []
        self._free(reply)
        return found

    def put(self, window: int, name: str, value: int) -> None:
        """Sets a property of a window to one number."""
        number = ctypes.c_uint32(value)
        self._xcb.xcb_change_property(
            self._connection, _REPLACE, ctypes.c_uint32(window), ctypes.c_uint32(self.atom(name)), _CARDINAL, 32, 1,
            ctypes.byref(number),
        )  # fmt: skip
        self._xcb.xcb_flush(self._connection)

    def tell_manager(self, window: int, name: str, *values: int) -> None:
        """Asks the window manager for something."""
        data = (ctypes.c_uint32 * 5)(*values)
        message = _Message(_CLIENT_MESSAGE, 32, 0, window, self.atom(name), data)
        self._xcb.xcb_send_event(
            self._connection, 0, ctypes.c_uint32(self.root), _TO_THE_MANAGER, ctypes.byref(message)
        )
        self._xcb.xcb_flush(self._connection)

    def _reply(self, ask: Any, cookie: _Cookie) -> int | None:
        found: int | None = ask(self._connection, cookie, None)
        return found


def _line() -> _Line | None:
    """The connection of the running application; None where its screen is not X11's."""
    if QGuiApplication.platformName() != "xcb":
        return None
    native = getattr(QGuiApplication.instance(), "nativeInterface", lambda: None)()
    connection = getattr(native, "connection", lambda: 0)()
    return _made(connection) if connection else None


@lru_cache(maxsize=1)
def _made(connection: int) -> _Line | None:
    try:
        return _Line(ctypes.CDLL("libxcb.so.1"), connection)
    except (OSError, AttributeError):
        return None
