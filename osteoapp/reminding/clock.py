"""The program's clocks. No other module reads one.

Three readings say together what happened since the last look: the wall clock (what the day goes by), a clock that
also runs while the computer sleeps, and one that stands still meanwhile. ``gap_between`` compares two of them.
"""

from __future__ import annotations

import logging
import sys
import time
import warnings
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Protocol
from zoneinfo import TZPATH, ZoneInfo, available_timezones

import tzlocal

# Where /etc/timezone and /etc/localtime differ, tzlocal takes the second and says so at each call: every heartbeat.
logging.getLogger("tzlocal").setLevel(logging.ERROR)

_LOCALTIME = Path("/etc/localtime")
_UTC_ZONE = "Etc/UTC"


class Clock(Protocol):
    """What the reminders need to know about time."""

    def now(self) -> datetime:
        """The present instant, aware, in UTC."""

    def zone(self) -> ZoneInfo:
        """The time zone in force at this moment; its ``key`` is always a name that ZoneInfo takes."""

    def monotonic(self) -> float | None:
        """Seconds of a clock that nobody can set and that counts sleep; None where the system has none.

        Only differences within one start of the computer mean anything.
        """

    def awake(self) -> float | None:
        """Seconds of a clock that nobody can set and that stands still in sleep; None where there is none."""


def system_now() -> datetime:
    """The computer's own present instant, aware, in UTC, whatever present the program simulates."""
    return datetime.now(UTC)


if sys.platform == "win32":  # pragma: no cover
    import ctypes

    def _counting_sleep() -> float | None:
        # Milliseconds since the computer started, sleep and hibernation included (Microsoft, "Windows Time").
        # Not time.monotonic(): from Python 3.13 on that is the performance counter, which promises nothing on sleep.
        ticks = ctypes.windll.kernel32.GetTickCount64
        ticks.restype = ctypes.c_ulonglong
        return float(ticks()) / 1000

    def _awake() -> float | None:
        # Units of 100 ns, time in the working state only (Microsoft, "QueryUnbiasedInterruptTime").
        units = ctypes.c_ulonglong()
        if not ctypes.windll.kernel32.QueryUnbiasedInterruptTime(ctypes.byref(units)):
            return None
        return units.value / 10_000_000

elif sys.platform == "darwin":  # pragma: no cover

    def _counting_sleep() -> float | None:
        # Apple's clock_gettime(3): like CLOCK_MONOTONIC it runs on in sleep, and no time adjustment moves it.
        return time.clock_gettime(time.CLOCK_MONOTONIC_RAW)

    def _awake() -> float | None:
        # mach_absolute_time(), which stands still in sleep.
        return time.monotonic()

elif sys.platform == "linux":

    def _counting_sleep() -> float | None:
        try:
            return time.clock_gettime(time.CLOCK_BOOTTIME)
        except OSError:  # a sandbox that does not know it
            return None

    def _awake() -> float | None:
        # CLOCK_MONOTONIC, which Linux stops during suspend.
        return time.monotonic()

else:

    def _counting_sleep() -> float | None:
        return None

    def _awake() -> float | None:
        return None


class SystemClock:
    """The computer's clocks. ``zone`` replaces the computer's time zone (the option ``--zone``)."""

    def __init__(self, zone: ZoneInfo | None = None) -> None:
        self._zone = zone

    def now(self) -> datetime:
        """The present instant in UTC."""
        return system_now()

    def zone(self) -> ZoneInfo:
        """The zone given, else the computer's, read anew each time (0.4 ms): people travel with their laptop."""
        return self._zone if self._zone is not None else system_zone()

    def monotonic(self) -> float | None:
        """CLOCK_BOOTTIME on Linux, CLOCK_MONOTONIC_RAW on macOS, GetTickCount64 on Windows, else None."""
        return _counting_sleep()

    def awake(self) -> float | None:
        """CLOCK_MONOTONIC on Linux, mach_absolute_time on macOS, the unbiased interrupt time on Windows, else None."""
        return _awake()


class SimulatedNow:
    """A simulated present that runs on from ``start`` at the pace of another clock (the option ``--now``)."""

    def __init__(self, start: datetime, base: Clock | None = None) -> None:
        if start.tzinfo is None:
            raise ValueError("the simulated present needs a time zone")
        self._base: Clock = base if base is not None else SystemClock()
        self._offset = start.astimezone(UTC) - self._base.now()

    def now(self) -> datetime:
        """The simulated instant in UTC."""
        return self._base.now() + self._offset

    def zone(self) -> ZoneInfo:
        """The zone of the clock below."""
        return self._base.zone()

    def monotonic(self) -> float | None:
        """That of the clock below: a shift of the present is no passage of time."""
        return self._base.monotonic()

    def awake(self) -> float | None:
        """That of the clock below."""
        return self._base.awake()


class VirtualClock:
    """A clock that moves only when told to, for simulations and tests.

    ``counts_sleep=False`` makes a system without a clock that counts sleep (``monotonic`` is None).
    """

    def __init__(self, now: datetime, zone: ZoneInfo, *, counts_sleep: bool = True) -> None:
        self._now = _instant(now)
        self._zone = zone
        self._counts_sleep = counts_sleep
        self._monotonic = 0.0
        self._awake = 0.0

    def now(self) -> datetime:
        """What the wall clock shows, in UTC."""
        return self._now

    def zone(self) -> ZoneInfo:
        """The zone last set."""
        return self._zone

    def monotonic(self) -> float | None:
        """Seconds since the simulated computer started, sleep included."""
        return self._monotonic if self._counts_sleep else None

    def awake(self) -> float | None:
        """Seconds since the simulated computer started, without sleep."""
        return self._awake

    def advance(self, span: timedelta) -> None:
        """Time passes with the computer awake."""
        self._pass(span)
        self._awake += span.total_seconds()

    def sleep(self, span: timedelta) -> None:
        """Time passes with the computer asleep."""
        self._pass(span)

    def off(self, span: timedelta) -> None:
        """Time passes with the computer off: both other clocks begin at nought again."""
        self._pass(span)
        self._monotonic = self._awake = 0.0

    def set_clock(self, to: datetime) -> None:
        """Somebody sets the wall clock; no time passes."""
        self._now = _instant(to)

    def set_zone(self, zone: ZoneInfo) -> None:
        """The computer's time zone changes; the instant stays."""
        self._zone = zone

    def _pass(self, span: timedelta) -> None:
        if span < timedelta(0):
            raise ValueError("time does not run back; set_clock sets the clock")
        self._now += span
        self._monotonic += span.total_seconds()


def _instant(value: datetime) -> datetime:
    if value.tzinfo is None:
        raise ValueError("an instant needs a time zone")
    return value.astimezone(UTC)


# --- the time zone of the computer ---------------------------------------------------------------------------------


def system_zone() -> ZoneInfo:
    """The computer's time zone at this moment, under a name that can be stored and looked up again.

    Never ``datetime.astimezone()``: that gives a fixed offset, which is wrong from the next clock change on. Where
    the system names no zone of the database (``TZ=CET-1CEST``, a copied /etc/localtime) its rules are searched for
    among the known zones; failing that, the present offset as ``Etc/GMT…``, looked up anew at each call.
    """
    if sys.platform != "win32":
        # The C library keeps the zone it read first; this makes it look again (1 µs).
        time.tzset()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            found = tzlocal.reload_localzone()
    except (ValueError, LookupError, OSError):
        return _nameless()
    # Without any configuration tzlocal hands out a fixed UTC, which has no key.
    name: str | None = getattr(found, "key", _UTC_ZONE)
    if name is not None and _known(name):
        return ZoneInfo(name)
    return _nameless()


@lru_cache(maxsize=8)
def _known(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (ValueError, LookupError, OSError):
        return False
    return True


def _nameless() -> ZoneInfo:
    try:
        stat = _LOCALTIME.stat()
        twin = _twin(_LOCALTIME, stat.st_size, stat.st_mtime_ns)
    except OSError:
        twin = None
    present = time.localtime().tm_gmtoff
    if twin is not None:
        offset = datetime.now(ZoneInfo(twin)).utcoffset()
        # A TZ variable that tzlocal cannot read wins over the file for everything else on this computer.
        if offset is not None and offset.total_seconds() == present:
            return ZoneInfo(twin)
    hours, rest = divmod(present, 3600)
    # POSIX turns the sign round: Etc/GMT-1 is one hour east of Greenwich.
    name = f"Etc/GMT{-hours:+d}" if hours and not rest else _UTC_ZONE
    return ZoneInfo(name) if _known(name) else ZoneInfo(_UTC_ZONE)


@lru_cache(maxsize=2)
def _twin(path: Path, size: int, mtime: int) -> str | None:
    """The first zone, in alphabetical order, with the same rules as the file; the stat is there for the cache."""
    rules = path.read_bytes()
    # "CET" and its like last: a place is what people know.
    for name in sorted(available_timezones(), key=lambda zone: ("/" not in zone, zone)):
        for folder in TZPATH:
            candidate = Path(folder, name)
            try:
                if candidate.stat().st_size == size and candidate.read_bytes() == rules:
                    return name
            except OSError:
                continue
    return None


# --- what happened between two looks -------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Reading:
    """All three clocks at one moment; see ``Clock``."""

    wall: datetime
    monotonic: float | None
    awake: float | None
    zone: str = ""


@dataclass(frozen=True, slots=True)
class Gap:
    """What happened between two looks, beyond the time that was meant to pass.

    ``slept``: how long the computer slept. ``clock_set``: by how much the wall clock was moved, negative for back.
    ``stalled``: how much later than expected this look came while the computer was awake. ``zone_changed``: another
    time zone is in force. Differences within the tolerance count as nought. ``certain`` is False where the system
    lacks a clock and sleep cannot be told from a clock set forward or from a stall; the whole difference is then in
    ``slept``.
    """

    slept: timedelta = timedelta(0)
    clock_set: timedelta = timedelta(0)
    stalled: timedelta = timedelta(0)
    zone_changed: bool = False
    certain: bool = True

    def __bool__(self) -> bool:
        return bool(self.slept or self.clock_set or self.stalled or self.zone_changed)


EXPECTED = 30.0
TOLERANCE = 2.0


def read(clock: Clock) -> Reading:
    """All three clocks now."""
    return Reading(clock.now(), clock.monotonic(), clock.awake(), clock.zone().key or "")


def gap_between(before: Reading, after: Reading, expected: float = EXPECTED, tolerance: float = TOLERANCE) -> Gap:
    """What happened between the two readings.

    ``expected``: seconds after which the second look was due at the latest. ``tolerance``: seconds that clocks may
    drift apart, and looks be late, without meaning anything.
    """
    wall = (after.wall - before.wall).total_seconds()
    passed = _difference(before.monotonic, after.monotonic)
    awake = _difference(before.awake, after.awake)

    slept = clock_set = stalled = 0.0
    certain = True
    if passed is not None and awake is not None:
        slept, clock_set, stalled = passed - awake, wall - passed, awake - expected
    elif passed is not None:
        slept, clock_set, certain = passed - expected, wall - passed, False
    elif awake is not None:
        moved, stalled = wall - awake, awake - expected
        certain = abs(moved) <= tolerance
        slept, clock_set = max(moved, 0), min(moved, 0)
    else:
        slept, clock_set, certain = wall - expected, min(wall, 0), False

    def span(seconds: float) -> timedelta:
        return timedelta(seconds=seconds) if abs(seconds) > tolerance else timedelta(0)

    return Gap(
        slept=span(max(slept, 0)),
        clock_set=span(clock_set),
        stalled=span(max(stalled, 0)),
        zone_changed=before.zone != after.zone,
        certain=certain,
    )


def _difference(before: float | None, after: float | None) -> float | None:
    """None too where the clock began anew: the two readings belong to different starts of the computer."""
    if before is None or after is None or after < before:
        return None
    return after - before


class Watch:
    """Remembers the last reading, so that each look says what happened since the one before.

    ``since`` is what the wall clock showed at the look before the last one: the program was last seen awake then.
    """

    def __init__(self, clock: Clock, expected: float = EXPECTED) -> None:
        self._clock = clock
        self._expected = expected
        self._last = read(clock)
        self.since = self._last.wall

    def look(self) -> Gap:
        """What happened since the last look (or since the watch was made); false when nothing did."""
        before, self._last = self._last, read(self._clock)
        self.since = before.wall
        return gap_between(before, self._last, self._expected)
