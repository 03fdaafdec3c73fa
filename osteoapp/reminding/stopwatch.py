"""The stopwatch for movement: runs through restart, sleep and a clock that is set, and never shows less than nothing.

A clock that counts sleep measures as long as the program runs; after a restart the stored instant decides.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Protocol

from osteoapp.core.timing import Started, Timing, timing


class Record(Protocol):
    """Where it is kept."""

    def read(self) -> Started | None: ...

    def write(self, started: Started) -> None: ...

    def clear(self) -> None: ...


class Stopwatch:
    """At most one runs. ``write_faults`` are the exceptions with which its record says that it cannot write."""

    def __init__(
        self,
        record: Record,
        now: Callable[[], datetime],
        monotonic: Callable[[], float | None],
        write_faults: tuple[type[Exception], ...] = (),
    ) -> None:
        self._record, self._now, self._monotonic = record, now, monotonic
        self._write_faults = write_faults
        self._started = record.read()
        self._zero: float | None = None

    def start(self, item_id: str) -> bool:
        """Starts for a goal; False where it could not be written and a restart would lose it. It runs all the same.

        One that runs already goes on.
        """
        if self._started is not None:
            return True
        self._started = Started(item_id, self._now().astimezone(UTC))
        self._zero = self._monotonic()
        try:
            self._record.write(self._started)
        except self._write_faults:
            return False
        return True

    def running(self) -> Timing | None:
        """How it stands now; None where it does not run."""
        if self._started is None:
            return None
        now = self._now()
        return timing(self._started, now, self._elapsed(self._started, now))

    def clear(self) -> None:
        """Stops, and forgets when it was started. A record that cannot be removed is asked about after a restart."""
        self._started = self._zero = None
        try:
            self._record.clear()
        except self._write_faults:
            return

    def _elapsed(self, started: Started, now: datetime) -> timedelta:
        by_the_wall = max(now - started.at, timedelta(0))
        steady = self._monotonic()
        if steady is None:
            return by_the_wall
        if self._zero is None:
            self._zero = steady - by_the_wall.total_seconds()
        return timedelta(seconds=max(steady - self._zero, 0))
