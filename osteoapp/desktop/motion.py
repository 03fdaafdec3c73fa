"""Whether the person has asked the computer to keep still: no animations.

Qt does not tell. Windows answers at once; GNOME and macOS are asked through their own tools, in a thread, because a
tool may hang. Where nothing is known things may move.
"""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Callable
from typing import Final

Ask = Callable[[tuple[str, ...]], str]
SECONDS: Final = 3.0
_CLIENT_AREA_ANIMATION: Final = 0x1042
# What to ask on a platform, and the answer that means "keep still".
_TOOLS: Final[dict[str, tuple[tuple[str, ...], str]]] = {
    "linux": (("gsettings", "get", "org.gnome.desktop.interface", "enable-animations"), "false"),
    "darwin": (("defaults", "read", "com.apple.universalaccess", "reduceMotion"), "1"),
}


def ask_tool(command: tuple[str, ...]) -> str:
    """What a tool prints; empty where it is not there, fails, or takes too long."""
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=SECONDS, check=False)
    except (OSError, subprocess.SubprocessError, UnicodeDecodeError):
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""


def wants_motion(platform: str = sys.platform, ask: Ask = ask_tool) -> bool:
    """Whether things may move, as the person has set it for the whole computer. May take some seconds."""
    if platform == "win32":
        return _windows_moves()
    if platform not in _TOOLS:
        return True
    command, still = _TOOLS[platform]
    return ask(command) != still


def _windows_moves() -> bool:
    import ctypes  # needed on one platform only

    wanted = ctypes.c_int(1)
    library = getattr(ctypes, "windll", None)
    if library is None:
        return True
    library.user32.SystemParametersInfoW(_CLIENT_AREA_ANIMATION, 0, ctypes.byref(wanted), 0)
    return bool(wanted.value)


class Motion:
    """The answer, once it is known; until then things may move."""

    def __init__(self, look: Callable[[], bool] = wants_motion) -> None:
        self._look = look
        self.wanted = True

    def start(self) -> threading.Thread:
        """Asks in a thread of its own."""
        thread = threading.Thread(target=self._ask, name="motion", daemon=True)
        thread.start()
        return thread

    def _ask(self) -> None:
        self.wanted = self._look()
