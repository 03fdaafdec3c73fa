"""Keeping the computer from falling asleep by itself for some minutes, where the system lets a program ask for that.

Linux: an idle inhibitor of logind, which ends with this process whatever happens to it; Windows:
``SetThreadExecutionState``. Who closes the lid or chooses "sleep" is obeyed all the same. Nothing wakes a computer
that sleeps.
"""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable
from typing import Any, Final, Protocol

_CONTINUOUS: Final = 0x80000000
_SYSTEM_REQUIRED: Final = 0x00000001


class Hold(Protocol):
    """A way to keep the computer awake. Main thread only; returns at once."""

    def hold(self) -> None:
        """Keeps it awake from now on."""

    def release(self) -> None:
        """Lets it sleep again."""


def hold_for(
    failed: Callable[[str], object], inhibit: Callable[[], int], platform: str = sys.platform
) -> Hold | None:
    """The way of a platform; None where there is none.

    ``failed`` gets a code, perhaps in another thread: ``no-logind`` or ``refused: …``. ``inhibit`` asks logind and
    gives the file that it hands out; RuntimeError where it refuses.
    """
    if platform == "linux":
        return Logind(failed, inhibit)
    return ExecutionState(failed) if platform == "win32" else None


class Logind:
    """Asks logind, in a thread of its own as the system bus may hang, and holds the file that it hands out."""

    def __init__(self, failed: Callable[[str], object], inhibit: Callable[[], int]) -> None:
        self._failed = failed
        self._inhibit = inhibit
        self._lock = threading.Lock()
        self._wanted = False
        self._asking = False
        self._file: int | None = None

    def hold(self) -> None:
        """As in ``Hold``."""
        with self._lock:
            self._wanted = True
            if self._asking or self._file is not None:
                return
            self._asking = True
        threading.Thread(target=self._ask, name="keep-awake", daemon=True).start()

    def release(self) -> None:
        """As in ``Hold``; also of what is still being asked for."""
        with self._lock:
            self._wanted = False
            file, self._file = self._file, None
        if file is not None:
            os.close(file)

    @property
    def held(self) -> bool:
        """Whether logind has agreed."""
        return self._file is not None

    def _ask(self) -> None:
        code, file = "", None
        try:
            file = self._inhibit()
        except (OSError, ImportError, KeyError, ValueError):
            code = "no-logind"
        except RuntimeError as fault:
            code = f"refused: {fault}"
        with self._lock:
            self._asking = False
            if file is not None and self._wanted:
                self._file, file = file, None
        if file is not None:
            os.close(file)
        if code:
            self._failed(code)


class ExecutionState:
    """Tells Windows. The state belongs to the thread that sets it, so always the same one."""

    def __init__(self, failed: Callable[[str], object], kernel: Any = None) -> None:
        self._failed = failed
        self._kernel = kernel
        self._held = False

    def hold(self) -> None:
        """As in ``Hold``."""
        if not self._held:
            self._held = self._set(_CONTINUOUS | _SYSTEM_REQUIRED)

    def release(self) -> None:
        """As in ``Hold``."""
        if self._held:
            self._set(_CONTINUOUS)
            self._held = False

    def _set(self, state: int) -> bool:
        if self._kernel is None:
            import ctypes

            self._kernel = getattr(ctypes, "windll").kernel32  # noqa: B009 - by name: there is none elsewhere
        if self._kernel.SetThreadExecutionState(state):
            return True
        self._failed("refused: SetThreadExecutionState")
        return False
