"""How punctual the wake-up is: ``python bench/wakeups.py [--count 200] [--every 0.1] [--json]``.

Asks for one instant after another, as the reminder loop does, and measures in the main thread how much later than
asked each call came; then how often an idle minute wakes the program. Milliseconds.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import sys
import time
from datetime import datetime, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QTimer

from osteoapp.reminding.clock import SystemClock
from osteoapp.reminding.wakeup import Wakeup


class Measure:
    """Asks for ``count`` instants, ``every`` seconds apart."""

    def __init__(self, app: QCoreApplication, count: int, every: float) -> None:
        self._app = app
        self._count = count
        self._every = timedelta(seconds=every)
        self._clock = SystemClock()
        self._asked: datetime | None = None
        self.late: list[float] = []
        self.arming: list[float] = []
        self.early = 0
        self.wakeup = Wakeup(self._clock, heartbeat=3600)
        self.wakeup.fired.connect(self.take)

    def begin(self) -> float:
        """Starts; returns the seconds that starting took, the import of the scheduler among them."""
        start = time.perf_counter()
        self.wakeup.start()
        took = time.perf_counter() - start
        self.ask()
        return took

    def ask(self) -> None:
        """Asks for the next instant."""
        self._asked = self._clock.now() + self._every
        start = time.perf_counter()
        self.wakeup.at(self._asked)
        self.arming.append((time.perf_counter() - start) * 1000)

    def take(self) -> None:
        """The call: how late is it?"""
        if self._asked is None:
            return
        late = (self._clock.now() - self._asked).total_seconds() * 1000
        self.early += late < 0
        self.late.append(late)
        if len(self.late) >= self._count:
            self._app.quit()
        else:
            self.ask()


def idle(app: QCoreApplication, wakeup: Wakeup, seconds: float) -> float:
    """Voluntary context switches of the process in a minute in which nothing is due."""
    import resource  # not on Windows

    wakeup.at(SystemClock().now() + timedelta(hours=1))
    QTimer.singleShot(200, app.quit)
    app.exec()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_nvcsw
    QTimer.singleShot(round(seconds * 1000), app.quit)
    app.exec()
    return (resource.getrusage(resource.RUSAGE_SELF).ru_nvcsw - before) * 60 / seconds


def main() -> int:
    """Prints the numbers; 1 if a call came early."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--every", type=float, default=0.1, help="seconds")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    app = QCoreApplication([])
    measure = Measure(app, options.count, options.every)
    start = measure.begin()
    app.exec()
    late = sorted(measure.late)
    cuts = statistics.quantiles(late, n=100)
    found: dict[str, float] = {
        "count": len(late),
        "start": start * 1000,
        "arming median": statistics.median(measure.arming),
        "late min": late[0],
        "late median": statistics.median(late),
        "late p95": cuts[94],
        "late p99": cuts[98],
        "late max": late[-1],
        "early": measure.early,
    }
    if sys.platform != "win32":
        found["idle wake-ups a minute"] = idle(app, measure.wakeup, 5)
    measure.wakeup.stop()
    if options.json:
        print(json.dumps({name: round(value, 3) for name, value in found.items()}))
    else:
        for name, value in found.items():
            print(f"{name:24} {value:10.3f}")
    return 1 if measure.early else 0


if __name__ == "__main__":
    sys.exit(main())
