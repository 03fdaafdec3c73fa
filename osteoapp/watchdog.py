"""What keeps reminding going: a fault in one part stays there and is written down, and a loop that stands is started.

No part is trusted to be without faults. Where one breaks, the fault goes to ``fault.log`` (where it was, no value of
anybody's), Settings say that there was one, and everything else goes on.
"""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Final

from osteoapp import fault_report
from osteoapp.reminding.clock import EXPECTED, Clock

# Seconds without a look after which the loop is started again: two heartbeats and a little.
PATIENCE: Final = 2 * EXPECTED + 5
# Different faults of one run that are written down; a fault that comes with each heartbeat is one.
_MOST: Final = 50


class Guard:
    """Runs parts that may break. ``told`` is called for each new fault, in the thread where it happened."""

    def __init__(self, folder: Path, told: Callable[[], object]) -> None:
        self._folder, self._told = folder, told
        self._known: set[str] = set()
        self._before = (sys.excepthook, threading.excepthook, sys.unraisablehook)
        self._installed = False
        self._log = _Log(self)

    def run(self, act: Callable[[], object]) -> bool:
        """Does it; False where it broke."""
        try:
            act()
        except Exception as fault:
            self.keep(fault)
            return False
        return True

    def keep(self, fault: BaseException) -> None:
        """Writes a fault down, each place once a run."""
        text = "\n".join(fault_report.record(fault))
        if text not in self._known and len(self._known) < _MOST:
            self._known.add(text)
            fault_report.keep(fault, self._folder)
            self._told()

    def install(self) -> None:
        """Takes in what nobody catches, in slots of Qt, threads and finalizers, and what a library logs as a fault."""
        self._before = (sys.excepthook, threading.excepthook, sys.unraisablehook)
        self._installed = True
        sys.excepthook = self._uncaught
        threading.excepthook = lambda found: self._uncaught(found.exc_type, found.exc_value, found.exc_traceback)
        sys.unraisablehook = lambda found: self._uncaught(found.exc_type, found.exc_value, found.exc_traceback)
        logging.getLogger().addHandler(self._log)

    def uninstall(self) -> None:
        """As it was before; harmless where it was not installed."""
        if self._installed:
            sys.excepthook, threading.excepthook, sys.unraisablehook = self._before
            logging.getLogger().removeHandler(self._log)
        self._installed = False

    def _uncaught(
        self, kind: type[BaseException], fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        if fault is None or not isinstance(fault, Exception):
            self._before[0](kind, fault if fault is not None else kind(), trace)
        else:
            self.keep(fault)


class _Log(logging.Handler):
    """What a library or a part of ours logs as an exception and goes on after."""

    def __init__(self, guard: Guard) -> None:
        super().__init__(logging.ERROR)
        self._guard = guard

    def emit(self, record: logging.LogRecord) -> None:
        # Where ``discreet`` makes the records, it has put the exception out of sight of those who print them.
        fault = getattr(record, "fault", None) or (record.exc_info[1] if record.exc_info else None)
        if isinstance(fault, Exception):
            self._guard.keep(fault)


class Standstill(Exception):
    """The main thread is at work on something for minutes."""


class Watchdog:
    """A thread that wakes once a minute and starts the loop again where it has not looked for two heartbeats.

    ``revive`` is called through ``post``, in the main thread. Where that does not come to it either, what the main
    thread is at work on goes to ``stuck`` as a fault, once.
    """

    def __init__(
        self, clock: Clock, post: Callable[[Callable[[], object]], object], revive: Callable[[], object],
        stuck: Callable[[BaseException], object],
    ) -> None:  # fmt: skip
        self._clock, self._post, self._revive, self._stuck = clock, post, revive, stuck
        self._main = threading.get_ident()
        self._end = threading.Event()
        self._thread: threading.Thread | None = None
        self._looked = 0.0
        self._asked = False

    def start(self) -> None:
        """Begins to watch."""
        self.looked()
        if self._thread is None:
            self._thread = threading.Thread(target=self._watch, name="watchdog", daemon=True)
            self._thread.start()

    def stop(self) -> None:
        """Watches no more; no thread is left."""
        self._end.set()
        thread, self._thread = self._thread, None
        if thread is not None:
            thread.join()

    def looked(self, _: object = None) -> None:
        """The loop has looked."""
        self._looked, self._asked = self._now(), False

    def check(self) -> bool:
        """Whether all is well; else has the loop started again. Called by the thread."""
        if self._now() - self._looked <= PATIENCE:
            return True
        if self._asked:
            self._stuck(self._standstill())
        self._asked = True
        self._post(self._revive)
        return False

    def _watch(self) -> None:
        while not self._end.wait(PATIENCE):
            self.check()

    def _now(self) -> float:
        """Seconds without sleep: a computer that slept has not stood still."""
        awake = self._clock.awake()
        return awake if awake is not None else self._clock.now().timestamp()

    def _standstill(self) -> BaseException:
        frame = sys._current_frames().get(self._main)
        fault = Standstill()
        while frame is not None:
            fault.__traceback__ = TracebackType(fault.__traceback__, frame, frame.f_lasti, frame.f_lineno)
            frame = frame.f_back
        return fault
