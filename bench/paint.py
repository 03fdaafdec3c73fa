"""How long after its second a reminder is painted: the aim is within 50 ms at the 95th percentile.

Needs a display (Xvfb will do). Run: python -m bench.paint [ROUNDS]
"""

from __future__ import annotations

import statistics
import sys
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import monotonic

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication

from bench.year import ZONE, regimen_of
from osteoapp.content.catalogue import catalogue
from osteoapp.desk import Desk
from osteoapp.reminding.clock import SimulatedNow, SystemClock
from osteoapp.store.store import Store

DUE = datetime(2026, 11, 23, 7, 30, tzinfo=ZONE)
LEAD = timedelta(seconds=2.5)


class FirstPaint(QObject):
    """Notes when a widget is first painted after it was shown."""

    def __init__(self, clock: SimulatedNow) -> None:
        super().__init__()
        self._clock = clock
        self.at: datetime | None = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint and self.at is None and self._clock.now() >= DUE:
            self.at = self._clock.now()
        return False


def lateness(app: QApplication) -> float:
    """Milliseconds between the tablet's second and the first paint of its reminder."""
    with tempfile.TemporaryDirectory() as folder:
        store = Store.open(Path(folder), catalogue())
        store.save_regimen(regimen_of("tablet"), datetime(2026, 11, 22, 11, tzinfo=UTC))
        clock = SimulatedNow(DUE - LEAD, SystemClock(ZONE))
        desk = Desk(store, Path(folder), clock)
        watch = FirstPaint(clock)
        desk.reminder.installEventFilter(watch)
        desk.open()
        end = monotonic() + 10
        while watch.at is None and monotonic() < end:
            app.processEvents()
            app.thread().msleep(1)
        desk.close()
        if watch.at is None:
            raise SystemExit("the reminder was never painted")
        return (watch.at - DUE).total_seconds() * 1000


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    app = QApplication(sys.argv[:1])
    took = sorted(lateness(app) for _ in range(rounds))
    p95 = took[min(len(took) - 1, round(0.95 * len(took)) - 1)]
    print(f"{rounds} reminders: median {statistics.median(took):.0f} ms, p95 {p95:.0f} ms, most {took[-1]:.0f} ms")


if __name__ == "__main__":
    main()
