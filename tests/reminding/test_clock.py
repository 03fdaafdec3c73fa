"""The clocks: true readings, a simulated present, a virtual computer, and what happened between two looks."""

from __future__ import annotations

import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import ClassVar
from zoneinfo import ZoneInfo

import pytest
import tzlocal

from osteoapp.reminding import clock as clocks
from osteoapp.reminding.clock import Gap, Reading, SimulatedNow, SystemClock, VirtualClock, Watch, gap_between

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
HOUR = timedelta(hours=1)


def at(wall: float, monotonic: float | None, awake: float | None) -> Reading:
    return Reading(NOON + timedelta(seconds=wall), monotonic, awake)


START = at(0, 1000, 500)


# --- readings ------------------------------------------------------------------------------------------------------


def test_the_system_clock_tells_aware_utc():
    before = datetime.now(UTC)
    now = SystemClock().now()
    assert now.tzinfo is UTC
    assert before <= now <= datetime.now(UTC)


@pytest.mark.skipif(sys.platform != "linux", reason="CLOCK_BOOTTIME is Linux's")
def test_on_linux_the_clock_that_counts_sleep_is_boottime():
    low = time.clock_gettime(time.CLOCK_BOOTTIME)
    found = SystemClock().monotonic()
    assert found is not None
    assert low <= found <= time.clock_gettime(time.CLOCK_BOOTTIME)


@pytest.mark.skipif(sys.platform != "linux", reason="patches Linux's clock")
def test_a_system_without_a_clock_that_counts_sleep_has_none(monkeypatch):
    def refuse(which: int) -> float:
        raise OSError(22, "Invalid argument")

    monkeypatch.setattr(time, "clock_gettime", refuse)
    assert SystemClock().monotonic() is None


def test_both_steady_clocks_run_at_the_pace_of_seconds():
    clock = SystemClock()
    first = clocks.read(clock)
    while clocks.read(clock).wall - first.wall < timedelta(milliseconds=20):
        pass
    second = clocks.read(clock)
    assert 0.01 < second.monotonic - first.monotonic < 5
    assert 0.01 < second.awake - first.awake < 5
    assert not gap_between(first, second)


# --- the zone ------------------------------------------------------------------------------------------------------


def test_a_given_zone_replaces_the_computers():
    assert SystemClock(zone=ZoneInfo("America/New_York")).zone() == ZoneInfo("America/New_York")


@pytest.fixture
def tz(monkeypatch):
    if sys.platform == "win32":
        pytest.skip("Windows takes its zone from the registry")

    def choose(name: str | None) -> None:
        if name is None:
            monkeypatch.delenv("TZ", raising=False)
        else:
            monkeypatch.setenv("TZ", name)
        time.tzset()

    yield choose
    monkeypatch.undo()
    time.tzset()


def test_the_zone_is_read_anew_each_time(tz):
    clock = SystemClock()
    tz("Europe/Amsterdam")
    assert clock.zone().key == "Europe/Amsterdam"
    tz("Asia/Tokyo")
    assert clock.zone().key == "Asia/Tokyo"


def test_the_zone_knows_next_months_offset_too(tz):
    tz("Europe/Amsterdam")
    zone = SystemClock().zone()
    assert datetime(2027, 1, 1, tzinfo=zone).utcoffset() == HOUR
    assert datetime(2027, 7, 1, tzinfo=zone).utcoffset() == 2 * HOUR


def test_a_zone_that_no_database_names_becomes_the_present_offset(tz, monkeypatch, tmp_path):
    monkeypatch.setattr(clocks, "_LOCALTIME", tmp_path / "none")
    tz("XXX-3")  # POSIX: three hours east of Greenwich
    zone = SystemClock().zone()
    assert zone.key == "Etc/GMT-3"
    assert NOON.astimezone(zone).hour == 15
    tz("XXX+5")
    assert NOON.astimezone(SystemClock().zone()).hour == 7
    tz("XXX-5:30")  # no Etc zone has half hours
    assert SystemClock().zone().key == "Etc/UTC"


def test_a_copied_localtime_is_found_by_its_rules(tz, monkeypatch, tmp_path):
    source = next(path for folder in clocks.TZPATH if (path := Path(folder, "Asia/Kathmandu")).exists())
    copy = tmp_path / "localtime"
    copy.write_bytes(source.read_bytes())
    monkeypatch.setattr(clocks, "_LOCALTIME", copy)
    tz(str(copy))
    monkeypatch.setattr(tzlocal, "reload_localzone", lambda: ZoneInfo.from_file(copy.open("rb"), key="local"))
    zone = SystemClock().zone()
    assert zone.key in {"Asia/Kathmandu", "Asia/Katmandu"}
    assert ZoneInfo(zone.key).utcoffset(NOON) == timedelta(hours=5, minutes=45)


def test_a_variable_that_contradicts_the_file_wins(tz, monkeypatch, tmp_path):
    source = next(path for folder in clocks.TZPATH if (path := Path(folder, "Asia/Kathmandu")).exists())
    monkeypatch.setattr(clocks, "_LOCALTIME", source)
    tz("XXX-3")
    assert SystemClock().zone().key == "Etc/GMT-3"


@pytest.mark.parametrize("fault", [ValueError("conflict"), LookupError("conflict"), OSError("unreadable")])
def test_a_computer_with_conflicting_settings_still_has_a_zone(fault, tz, monkeypatch):
    def refuse() -> ZoneInfo:
        raise fault

    tz("Europe/Amsterdam")
    monkeypatch.setattr(tzlocal, "reload_localzone", refuse)
    zone = SystemClock().zone()
    assert ZoneInfo(zone.key) is zone
    assert SystemClock().now().astimezone(zone).utcoffset().total_seconds() == time.localtime().tm_gmtoff


def test_looking_up_the_zone_is_cheap(tz):
    tz(None)
    start = time.perf_counter()
    for _ in range(100):
        SystemClock().zone()
    assert (time.perf_counter() - start) / 100 < 0.01


# --- a simulated present -------------------------------------------------------------------------------------------


def test_a_simulated_present_runs_on_from_its_start():
    base = VirtualClock(NOON, AMSTERDAM)
    clock = SimulatedNow(datetime(2027, 3, 28, 1, 30, tzinfo=AMSTERDAM), base)
    base.advance(90 * MINUTE)
    assert clock.now() == datetime(2027, 3, 28, 2, 0, tzinfo=UTC)
    assert clock.now().tzinfo is UTC
    assert clock.zone() is AMSTERDAM
    assert clock.monotonic() == clock.awake() == 5400.0


def test_a_simulated_present_stands_on_the_computers_clock_by_default():
    clock = SimulatedNow(datetime(2030, 1, 1, tzinfo=UTC))
    assert timedelta(0) <= clock.now() - datetime(2030, 1, 1, tzinfo=UTC) < MINUTE
    assert clock.monotonic() is not None


@pytest.mark.parametrize(
    "make", [lambda naive: SimulatedNow(naive), lambda naive: VirtualClock(naive, AMSTERDAM)], ids=["now", "virtual"]
)
def test_an_instant_without_a_zone_is_refused(make):
    with pytest.raises(ValueError, match="time zone"):
        make(NOON.replace(tzinfo=None))


# --- a virtual computer --------------------------------------------------------------------------------------------


def readings(clock: VirtualClock) -> tuple[timedelta, float | None, float | None]:
    return clock.now() - NOON, clock.monotonic(), clock.awake()


def test_awake_all_clocks_run():
    clock = VirtualClock(NOON, AMSTERDAM)
    clock.advance(HOUR)
    assert readings(clock) == (HOUR, 3600.0, 3600.0)


def test_asleep_one_clock_stands_still():
    clock = VirtualClock(NOON, AMSTERDAM)
    clock.sleep(HOUR)
    assert readings(clock) == (HOUR, 3600.0, 0.0)


def test_a_clock_that_is_set_passes_no_time():
    clock = VirtualClock(NOON, AMSTERDAM)
    clock.set_clock((NOON - HOUR).astimezone(AMSTERDAM))
    assert readings(clock) == (-HOUR, 0.0, 0.0)
    assert clock.now().tzinfo is UTC


def test_off_begins_the_steady_clocks_anew():
    clock = VirtualClock(NOON, AMSTERDAM)
    clock.advance(MINUTE)
    clock.off(HOUR)
    assert readings(clock) == (HOUR + MINUTE, 0.0, 0.0)


def test_a_zone_change_leaves_the_instant():
    clock = VirtualClock(NOON, AMSTERDAM)
    clock.set_zone(ZoneInfo("Asia/Tokyo"))
    assert clock.zone().key == "Asia/Tokyo"
    assert clock.now() == NOON


def test_a_virtual_computer_may_lack_the_clock_that_counts_sleep():
    clock = VirtualClock(NOON, AMSTERDAM, counts_sleep=False)
    clock.advance(HOUR)
    assert readings(clock) == (HOUR, None, 3600.0)


@pytest.mark.parametrize("how", ["advance", "sleep", "off"])
def test_time_does_not_run_back(how):
    with pytest.raises(ValueError, match="run back"):
        getattr(VirtualClock(NOON, AMSTERDAM), how)(-MINUTE)


# --- what happened between two looks -------------------------------------------------------------------------------


class TestBetweenTwoLooksWithAllClocks:
    quiet: ClassVar = [(30, 30, 30), (0, 0, 0), (31.9, 30.5, 31.5), (28.5, 30, 30)]

    @pytest.mark.parametrize("passed", quiet)
    def test_nothing_happened(self, passed):
        wall, monotonic, awake = passed
        gap = gap_between(START, at(wall, 1000 + monotonic, 500 + awake))
        assert gap == Gap()
        assert not gap

    def test_it_slept(self):
        gap = gap_between(START, at(28_830, 29_830, 530))
        assert gap == Gap(slept=timedelta(hours=8))
        assert gap

    def test_the_clock_was_set_forward(self):
        assert gap_between(START, at(3630, 1030, 530)) == Gap(clock_set=HOUR)

    def test_the_clock_was_set_back(self):
        assert gap_between(START, at(-3570, 1030, 530)) == Gap(clock_set=-HOUR)

    def test_it_stalled(self):
        assert gap_between(START, at(90, 1090, 590)) == Gap(stalled=MINUTE)

    def test_it_slept_and_the_clock_was_set_back_meanwhile(self):
        # an hour of sleep; the clock then shows the time at which it went to sleep
        assert gap_between(START, at(30, 4630, 530)) == Gap(slept=HOUR, clock_set=-HOUR)

    def test_a_change_of_summer_time_is_no_change_of_the_clock(self):
        before = datetime(2026, 10, 25, 2, 59, 45, tzinfo=AMSTERDAM).astimezone(UTC)
        after = datetime(2026, 10, 25, 2, 0, 15, fold=1, tzinfo=AMSTERDAM).astimezone(UTC)
        assert not gap_between(Reading(before, 0, 0, "Europe/Amsterdam"), Reading(after, 30, 30, "Europe/Amsterdam"))

    def test_another_zone_is_in_force(self):
        before, after = Reading(NOON, 0, 0, "Europe/Amsterdam"), Reading(NOON, 0, 0, "Asia/Tokyo")
        assert gap_between(before, after) == Gap(zone_changed=True)
        assert gap_between(before, after)


class TestBetweenTwoLooksWithoutSomeClocks:
    def test_without_a_clock_that_counts_sleep_a_jump_forward_is_taken_for_sleep(self):
        assert gap_between(at(0, None, 0), at(3630, None, 30)) == Gap(slept=HOUR, certain=False)

    def test_without_it_a_jump_back_is_the_clock(self):
        assert gap_between(at(0, None, 0), at(-3570, None, 30)) == Gap(clock_set=-HOUR, certain=False)

    def test_without_it_a_stall_shows(self):
        assert gap_between(at(0, None, 0), at(90, None, 90)) == Gap(stalled=MINUTE)

    def test_without_the_clock_that_stands_still_a_late_look_is_taken_for_sleep(self):
        assert gap_between(at(0, 0, None), at(3630, 3630, None)) == Gap(slept=HOUR, certain=False)

    def test_without_it_a_set_clock_shows(self):
        assert gap_between(at(0, 0, None), at(3630, 30, None)) == Gap(clock_set=HOUR, certain=False)

    def test_with_the_wall_clock_alone_only_jumps_show(self):
        assert gap_between(at(0, None, None), at(3630, None, None)) == Gap(slept=HOUR, certain=False)
        assert gap_between(at(0, None, None), at(-60, None, None)) == Gap(clock_set=-MINUTE, certain=False)
        assert not gap_between(at(0, None, None), at(30, None, None))

    def test_clocks_that_began_anew_are_not_compared(self):
        assert gap_between(START, at(3630, 5, 5)) == Gap(slept=HOUR, certain=False)


def test_a_watch_tells_each_thing_once():
    clock = VirtualClock(NOON, AMSTERDAM)
    watch = Watch(clock)
    clock.advance(timedelta(seconds=30))
    assert not watch.look()
    clock.sleep(HOUR)
    before = clock.now() - HOUR
    assert watch.look() == Gap(slept=HOUR)
    assert watch.since == before
    assert not watch.look()
    clock.set_zone(ZoneInfo("Asia/Tokyo"))
    assert watch.look() == Gap(zone_changed=True)
    clock.set_clock(NOON)
    assert watch.look() == Gap(clock_set=-(HOUR + timedelta(seconds=30)))
    clock.advance(30 * MINUTE)
    assert watch.look() == Gap(stalled=30 * MINUTE - timedelta(seconds=30))


def test_the_day_goes_by_utc_in_the_hour_that_comes_twice():
    # Python compares two times of one zone by the hands of the clock: an hour later looks earlier.
    first = datetime(2026, 10, 25, 2, 45, tzinfo=AMSTERDAM)
    second = datetime(2026, 10, 25, 2, 15, fold=1, tzinfo=AMSTERDAM)
    assert second < first
    clock = VirtualClock(first, AMSTERDAM)
    clock.advance(30 * MINUTE)
    assert clock.now() == second.astimezone(UTC)
    assert clock.now() > first.astimezone(UTC)


def test_no_other_module_reads_a_clock():
    root = Path(clocks.__file__).parents[1]
    readers = ("datetime.now(", "datetime.utcnow(", "datetime.today(", "date.today(", "time.time(", "time.localtime(",
               "currentDateTime", "currentDate(")
    found = [
        f"{path.relative_to(root)}: {word}"
        for path in root.rglob("*.py")
        if path != Path(clocks.__file__)
        for word in readers
        if word in path.read_text(encoding="utf-8")
    ]
    assert found == []
