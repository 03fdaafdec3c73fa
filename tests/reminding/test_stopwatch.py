"""The stopwatch on a virtual clock: sleep, restart, a clock that is set, a disk that refuses."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from osteoapp.core.timing import Started
from osteoapp.reminding.clock import VirtualClock
from osteoapp.reminding.loop import WriteFault
from osteoapp.reminding.stopwatch import Stopwatch

ZONE = ZoneInfo("Europe/Amsterdam")
ITEM = "activity/2026-11-23/goal"


class Memory:
    """A record that may refuse."""

    def __init__(self) -> None:
        self.kept: Started | None = None
        self.refuses = False

    def read(self) -> Started | None:
        return self.kept

    def write(self, started: Started) -> None:
        if self.refuses:
            raise WriteFault("disk_full")
        self.kept = started

    def clear(self) -> None:
        if self.refuses:
            raise WriteFault("disk_full")
        self.kept = None


class Bench:
    def __init__(self, *, counts_sleep: bool = True) -> None:
        start = datetime(2026, 11, 23, 10, 32, tzinfo=ZONE)
        self.clock = VirtualClock(start, ZONE, counts_sleep=counts_sleep)
        self.record = Memory()
        self.watch = self.restarted()

    def restarted(self) -> Stopwatch:
        self.watch = Stopwatch(
            self.record, lambda: self.clock.now().astimezone(ZONE), self.clock.monotonic, (WriteFault,)
        )
        return self.watch

    @property
    def minutes(self) -> int | None:
        found = self.watch.running()
        return None if found is None else found.minutes


def test_it_runs_from_start_until_it_is_cleared() -> None:
    bench = Bench()
    assert bench.minutes is None
    assert bench.watch.start(ITEM)
    bench.clock.advance(timedelta(minutes=12, seconds=30))
    assert bench.minutes == 12
    bench.watch.clear()
    assert bench.minutes is None
    assert bench.record.kept is None


def test_a_second_start_does_not_begin_anew() -> None:
    bench = Bench()
    bench.watch.start(ITEM)
    bench.clock.advance(timedelta(minutes=5))
    assert bench.watch.start(ITEM)
    assert bench.minutes == 5


def test_it_survives_a_restart_and_goes_on_from_the_stored_instant() -> None:
    bench = Bench()
    bench.watch.start(ITEM)
    bench.clock.advance(timedelta(minutes=5))
    bench.clock.off(timedelta(minutes=10))
    bench.restarted()
    assert bench.minutes == 15
    bench.clock.advance(timedelta(minutes=2))
    assert bench.minutes == 17


def test_sleep_counts_with_and_without_a_clock_that_counts_it() -> None:
    for counts in (True, False):
        bench = Bench(counts_sleep=counts)
        bench.watch.start(ITEM)
        bench.clock.sleep(timedelta(minutes=20))
        assert bench.minutes == 20, counts


def test_a_clock_that_is_set_changes_nothing_while_it_runs() -> None:
    bench = Bench()
    bench.watch.start(ITEM)
    bench.clock.advance(timedelta(minutes=10))
    bench.clock.set_clock(datetime(2026, 11, 23, 8, 0, tzinfo=ZONE))
    assert bench.minutes == 10
    bench.clock.set_clock(datetime(2026, 11, 23, 19, 0, tzinfo=ZONE))
    assert bench.minutes == 10


def test_a_clock_set_back_over_a_restart_never_gives_less_than_nothing() -> None:
    bench = Bench()
    bench.watch.start(ITEM)
    bench.clock.off(timedelta(minutes=1))
    bench.clock.set_clock(datetime(2026, 11, 23, 9, 0, tzinfo=ZONE))
    bench.restarted()
    assert bench.minutes == 0
    bench.clock.advance(timedelta(minutes=7))
    assert bench.minutes == 7


def test_without_a_steady_clock_a_clock_set_back_gives_no_minutes() -> None:
    bench = Bench(counts_sleep=False)
    bench.watch.start(ITEM)
    bench.clock.set_clock(datetime(2026, 11, 23, 9, 0, tzinfo=ZONE))
    assert bench.minutes == 0


def test_a_night_is_doubted() -> None:
    bench = Bench()
    bench.watch.start(ITEM)
    bench.clock.off(timedelta(hours=21))
    found = bench.restarted().running()
    assert found is not None
    assert found.doubtful


def test_a_disk_that_refuses_does_not_stop_it() -> None:
    bench = Bench()
    bench.record.refuses = True
    assert not bench.watch.start(ITEM)
    bench.clock.advance(timedelta(minutes=3))
    assert bench.minutes == 3
    bench.watch.clear()
    assert bench.minutes is None
