"""The program that goes on with a copy: the desk of now is cleared, the copy put in place, and another desk set up.

All that a desk keeps in memory is of the data that were. So nothing of it is carried over: its windows go, and those of
the next one are built from what is now on the disk.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer

from osteoapp.desk import Desk
from osteoapp.keeping import Values
from osteoapp.reminding.clock import Clock
from osteoapp.store.faults import StoreFault
from osteoapp.store.store import PATIENCE


class Program:
    """``make`` opens the data and sets up a desk over them, or raise StoreFault; ``fail`` ends all with one."""

    def __init__(
        self, folder: Path, clock: Clock, make: Callable[[], Desk], fail: Callable[[StoreFault], object]
    ) -> None:
        self._folder, self._clock, self._make, self._fail = folder, clock, make, fail
        self.desk = self._next()

    def _next(self) -> Desk:
        desk = self._make()
        # Not at once: the button that asks for it is in a window that goes.
        desk.copies.replace_with = lambda source: QTimer.singleShot(0, desk, lambda: self.go_on_with(source))
        return desk

    def go_on_with(self, source: Path) -> None:
        """Puts a copy in the place of the data. Where that is refused, goes on with the data as they were."""
        old = self.desk
        if old.loop.unsaved:
            old.copies.outcome = ("unsaved", ())
            old.copies.changes.changed.emit()
            return
        size, shown = old.window.size(), old.window.isVisible()
        old.leave()
        outcome = self._put_back(source)
        try:
            self.desk = self._next()
        except StoreFault as fault:
            self._fail(fault)
            return
        desk = self.desk
        desk.copies.outcome = outcome
        desk.open(background=not shown)
        desk.window.resize(size)
        desk.window.go("settings:copies")

    def _put_back(self, source: Path) -> tuple[str, Values]:
        from osteoapp.store import restoring  # only this pays for it

        try:
            done = restoring.restore(self._folder, source, self._clock.now(), PATIENCE)
        except StoreFault as fault:
            return fault.code, tuple(fault.values.items())
        kept = "" if done.kept is None else str(self._folder / done.kept)
        return "done", (("answers", str(done.held.answers)), ("folder", kept))
