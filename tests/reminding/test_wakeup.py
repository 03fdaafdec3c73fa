"""One job and one heartbeat: the traps of waiting, each as a test.

The wall clock is moved with time-machine, which leaves the clock that threads and Qt wait by alone: that is what a
sleep or a set clock looks like to a scheduler.
"""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
import time_machine

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QThread, QTimer

import osteoapp
from osteoapp.reminding import wakeup as module
from osteoapp.reminding.clock import SimulatedNow, SystemClock
from osteoapp.reminding.wakeup import LONGEST_WAIT, MainThread, Wakeup

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
MORNING = datetime(2026, 11, 23, 6, 30, tzinfo=UTC)
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
SOON = timedelta(milliseconds=150)
SETTLE = 50  # milliseconds in which the scheduler's thread begins its wait
NEVER = 3600.0  # a heartbeat that plays no part, in seconds


class Calls:
    """Counts the calls and notes when and in which thread each came."""

    def __init__(self, clock) -> None:
        self._clock = clock
        self.times: list[datetime] = []
        self.threads: list[QThread] = []

    def __call__(self) -> None:
        self.times.append(self._clock.now())
        self.threads.append(QThread.currentThread())

    def __len__(self) -> int:
        return len(self.times)


@pytest.fixture
def world():
    with time_machine.travel(MORNING, tick=True) as traveller:
        yield traveller


@pytest.fixture
def make(qapp, world):
    made: list[Wakeup] = []

    def build(heartbeat: float = NEVER, clock=None) -> tuple[Wakeup, Calls]:
        clock = clock or SystemClock()
        wakeup = Wakeup(clock, heartbeat)
        calls = Calls(clock)
        wakeup.fired.connect(calls.__call__)
        made.append(wakeup)
        return wakeup, calls

    yield build
    for wakeup in made:
        wakeup.stop()


def jobs(wakeup: Wakeup):
    return wakeup._scheduler.get_jobs()


# --- punctual ------------------------------------------------------------------------------------------------------


def test_it_calls_at_the_instant_and_never_before(make, qtbot):
    wakeup, calls = make()
    wakeup.start()
    instant = SystemClock().now() + SOON
    wakeup.at(instant)
    assert wakeup.wanted == instant
    qtbot.waitUntil(lambda: len(calls) == 1, timeout=2000)
    assert instant <= calls.times[0] < instant + timedelta(milliseconds=500)
    assert wakeup.wanted is None


def test_it_calls_in_the_main_thread(make, qtbot, qapp):
    wakeup, calls = make()
    wakeup.start()
    wakeup.at(SystemClock().now())
    qtbot.waitUntil(lambda: len(calls) == 1, timeout=2000)
    assert calls.threads == [qapp.thread()]


def test_what_was_asked_before_the_start_is_kept(make, qtbot):
    wakeup, calls = make()
    wakeup.at(SystemClock().now() + SOON)
    assert not [thread for thread in threading.enumerate() if thread.name == "APScheduler"]
    wakeup.start()
    qtbot.waitUntil(lambda: len(calls) == 1, timeout=2000)


def test_an_earlier_instant_replaces_a_later_one(make, qtbot):
    wakeup, calls = make()
    wakeup.start()
    wakeup.at(SystemClock().now() + HOUR)
    wakeup.at(SystemClock().now() + SOON)
    qtbot.waitUntil(lambda: len(calls) == 1, timeout=2000)


def test_none_takes_the_job_away_and_leaves_the_heartbeat(make, qtbot):
    wakeup, calls = make(heartbeat=0.05)
    wakeup.start()
    wakeup.at(SystemClock().now() + HOUR)
    assert len(jobs(wakeup)) == 1
    wakeup.at(None)
    assert jobs(wakeup) == []
    wakeup.at(None)
    assert wakeup.wanted is None
    qtbot.waitUntil(lambda: len(calls) >= 3, timeout=2000)


def test_a_naive_instant_is_refused(make):
    wakeup, _calls = make()
    with pytest.raises(ValueError, match="time zone"):
        wakeup.at(MORNING.replace(tzinfo=None))


def test_a_simulated_present_is_waited_for_by_its_own_time(make, qtbot):
    clock = SimulatedNow(datetime(2030, 5, 1, 7, 29, 59, 900_000, tzinfo=AMSTERDAM))
    wakeup, calls = make(clock=clock)
    wakeup.start()
    half_past = datetime(2030, 5, 1, 7, 30, tzinfo=AMSTERDAM)
    wakeup.at(half_past)
    qtbot.waitUntil(lambda: len(calls) == 1, timeout=2000)
    assert half_past <= calls.times[0] < half_past + timedelta(milliseconds=500)


def test_asking_again_from_within_the_call_loses_nothing(make, qtbot, monkeypatch):
    # With a pool of threads the scheduler drops a job armed before it has booked the last one as ended.
    monkeypatch.setattr(module, "_LEAST_PAUSE_MS", 0)
    wakeup, calls = make()
    wakeup.start()
    wakeup.fired.connect(lambda: wakeup.at(SystemClock().now()))
    wakeup.at(SystemClock().now())
    qtbot.waitUntil(lambda: len(calls) >= 2000, timeout=20_000)


def test_a_fault_that_asks_for_the_past_for_ever_leaves_the_program_usable(make, qtbot):
    wakeup, calls = make()
    wakeup.start()
    wakeup.fired.connect(lambda: wakeup.at(MORNING - HOUR))
    wakeup.at(SystemClock().now())
    qtbot.wait(300)
    assert 2 <= len(calls) <= 8


# --- sleep and a clock that is set ---------------------------------------------------------------------------------


def test_a_job_late_by_hours_still_runs(make, qtbot, world):
    # The scheduler's default drops what is more than a second late: after sleep, every reminder.
    wakeup, calls = make()
    wakeup.start()
    wakeup.at(SystemClock().now() + SOON)
    qtbot.wait(SETTLE)
    world.shift(8 * HOUR)
    qtbot.waitUntil(lambda: len(calls) == 1, timeout=2000)
    assert calls.times[0] > MORNING + 8 * HOUR


def test_the_heartbeat_sees_a_leap_forward_while_the_job_still_waits(make, qtbot, world):
    wakeup, calls = make(heartbeat=0.05)
    wakeup.start()
    instant = SystemClock().now() + 10 * HOUR
    wakeup.at(instant)
    qtbot.wait(SETTLE)
    world.shift(11 * HOUR)
    qtbot.waitUntil(lambda: any(time > instant for time in calls.times), timeout=2000)
    assert wakeup.wanted is None


def test_a_leap_that_stops_short_of_the_instant_is_still_punctual(make, qtbot, world, monkeypatch):
    # The running wait was computed before the leap; the heartbeat arms the job anew.
    wakeup, calls = make(heartbeat=0.3)
    rings: list[datetime] = []
    ring = wakeup._ring
    monkeypatch.setattr(wakeup, "_ring", lambda: (rings.append(SystemClock().now()), ring())[1])
    wakeup.start()
    instant = SystemClock().now() + 10 * HOUR
    wakeup.at(instant)
    qtbot.wait(SETTLE)
    world.shift(10 * HOUR - timedelta(milliseconds=450))
    qtbot.waitUntil(lambda: len(rings) == 1, timeout=5000)
    assert rings[0] >= instant
    qtbot.waitUntil(lambda: wakeup.wanted is None, timeout=2000)
    assert calls.times[-1] >= instant


def test_the_heartbeat_goes_on_when_the_clock_is_set_back(make, qtbot, world):
    # An interval job of the scheduler would stand still for two hours.
    wakeup, calls = make(heartbeat=0.05)
    wakeup.start()
    qtbot.waitUntil(lambda: len(calls) >= 2, timeout=2000)
    world.shift(-2 * HOUR)
    seen = len(calls)
    qtbot.waitUntil(lambda: len(calls) >= seen + 3, timeout=2000)
    assert calls.times[-1] < MORNING


def test_a_clock_set_back_and_right_again_loses_no_job(make, qtbot, world):
    wakeup, calls = make(heartbeat=0.05)
    wakeup.start()
    instant = SystemClock().now() + timedelta(milliseconds=300)
    wakeup.at(instant)
    qtbot.wait(SETTLE)
    world.shift(-HOUR)
    qtbot.wait(500)
    assert wakeup.wanted == instant
    assert all(time < instant for time in calls.times)
    world.shift(HOUR)
    qtbot.waitUntil(lambda: wakeup.wanted is None, timeout=2000)
    assert calls.times[-1] >= instant


def test_a_heartbeat_is_one_timer_of_half_a_minute_by_default(qapp):
    wakeup = Wakeup(SystemClock())
    timers = wakeup.findChildren(QTimer)
    assert [timer.interval() for timer in timers] == [30_000]


# --- far, often, and at the end ------------------------------------------------------------------------------------


@pytest.mark.parametrize("ahead", [DAY + HOUR, 24.9 * DAY, 365 * DAY, 400 * 365 * DAY], ids=str)
def test_nothing_waits_longer_than_a_day(make, ahead):
    # Qt's timers hold at most 24.8 days, and a yearly infusion is further off.
    wakeup, _calls = make()
    wakeup.start()
    instant = SystemClock().now() + ahead
    wakeup.at(instant)
    (job,) = jobs(wakeup)
    assert job.next_run_time <= SystemClock().now() + LONGEST_WAIT
    assert job.next_run_time > SystemClock().now() + LONGEST_WAIT - timedelta(minutes=1)
    assert wakeup.wanted == instant


def test_a_wait_cut_short_goes_on(make, qtbot, world, monkeypatch):
    monkeypatch.setattr(module, "LONGEST_WAIT", timedelta(milliseconds=50))
    wakeup, calls = make(heartbeat=0.2)
    wakeup.start()
    instant = SystemClock().now() + timedelta(milliseconds=500)
    wakeup.at(instant)
    qtbot.waitUntil(lambda: wakeup.wanted is None, timeout=5000)
    assert len(calls) >= 3
    assert calls.times[-1] < instant + timedelta(milliseconds=300)


def test_asking_200_times_leaves_one_job_one_timer_and_one_thread(make, qtbot):
    wakeup, calls = make(heartbeat=30)
    before = set(threading.enumerate())
    wakeup.start()
    for minutes in range(200):
        wakeup.at(SystemClock().now() + HOUR + timedelta(minutes=minutes))
    assert [job.id for job in jobs(wakeup)] == ["wake"]
    assert len(wakeup.findChildren(QTimer)) == 1
    assert [thread.name for thread in set(threading.enumerate()) - before] == ["APScheduler"]
    # And the scheduler is at rest afterwards: no chain of timers goes on waking it.
    rounds: list[None] = []
    qtbot.wait(50)
    original = wakeup._scheduler._process_jobs
    wakeup._scheduler._process_jobs = lambda: (rounds.append(None), original())[1]
    qtbot.wait(200)
    assert rounds == []
    assert len(calls) == 0


def test_every_option_is_written_out(make):
    wakeup, _calls = make()
    wakeup.start()
    wakeup.at(SystemClock().now() + HOUR)
    (job,) = jobs(wakeup)
    assert (job.misfire_grace_time, job.coalesce, job.max_instances) == (None, True, 1)
    assert type(wakeup._scheduler).__name__ == "BackgroundScheduler"
    assert wakeup._scheduler.timezone is UTC
    assert type(wakeup._scheduler._jobstores["default"]).__name__ == "MemoryJobStore"


def test_the_end_leaves_no_thread_and_no_call(make, qtbot):
    before = set(threading.enumerate())
    wakeup, calls = make(heartbeat=0.05)
    wakeup.start()
    wakeup.at(SystemClock().now())
    threading.Event().wait(0.05)  # the job has run and its message waits in Qt's queue
    wakeup.stop()
    assert set(threading.enumerate()) == before
    qtbot.wait(200)
    assert len(calls) == 0


def test_it_can_be_stopped_twice_and_started_again(make, qtbot):
    wakeup, calls = make()
    wakeup.stop()
    wakeup.start()
    wakeup.start()
    wakeup.stop()
    wakeup.stop()
    wakeup.at(SystemClock().now() + SOON)
    wakeup.start()
    qtbot.waitUntil(lambda: len(calls) == 1, timeout=2000)


def test_the_resume_signal_is_a_look_like_any_other(make):
    wakeup, calls = make()
    wakeup.look()
    assert len(calls) == 0, "not before the start"
    wakeup.start()
    wakeup.look()
    assert len(calls) == 1


def test_a_receiver_that_raises_is_called_again(make, qtbot):
    wakeup, calls = make(heartbeat=0.05)

    def fail() -> None:
        raise RuntimeError("a fault in the program")

    wakeup.fired.connect(fail)
    with qtbot.capture_exceptions() as faults:
        wakeup.start()
        qtbot.waitUntil(lambda: len(calls) >= 3, timeout=2000)
        wakeup.stop()
    assert {str(fault[1]) for fault in faults} == {"a fault in the program"}


def test_a_scheduler_that_does_not_start_leaves_the_heartbeat(make, qtbot, monkeypatch, caplog):
    def refuse():
        raise RuntimeError("can't start new thread")

    monkeypatch.setattr(module, "_new_scheduler", refuse)
    wakeup, calls = make(heartbeat=0.05)
    wakeup.start()
    instant = SystemClock().now() + SOON
    wakeup.at(instant)
    qtbot.waitUntil(lambda: wakeup.wanted is None, timeout=2000)
    assert calls.times[-1] >= instant
    assert "heartbeat goes on alone" in caplog.text


def test_a_scheduler_that_takes_no_job_leaves_the_heartbeat(make, qtbot, monkeypatch, caplog):
    wakeup, calls = make(heartbeat=0.05)
    wakeup.start()

    def refuse(*_args, **_options):
        raise RuntimeError("broken")

    monkeypatch.setattr(wakeup._scheduler, "add_job", refuse)
    wakeup.at(SystemClock().now() + SOON)
    qtbot.waitUntil(lambda: wakeup.wanted is None, timeout=2000)
    assert len(calls) >= 1
    assert "takes no job" in caplog.text


# --- zones ---------------------------------------------------------------------------------------------------------


def test_the_hour_that_comes_twice_is_compared_in_utc(make, world):
    # 02:15 the second time lies after 02:45 the first time, though its hands stand earlier.
    world.move_to(datetime(2026, 10, 25, 2, 45, tzinfo=AMSTERDAM))
    wakeup, _calls = make()
    wakeup.start()
    wakeup.at(datetime(2026, 10, 25, 2, 15, fold=1, tzinfo=AMSTERDAM))
    (job,) = jobs(wakeup)
    assert wakeup.wanted == datetime(2026, 10, 25, 1, 15, tzinfo=UTC)
    assert abs(job.next_run_time - datetime(2026, 10, 25, 1, 15, tzinfo=UTC)) < timedelta(seconds=5)


def test_the_night_without_its_third_hour_waits_an_hour_less(make, world):
    world.move_to(datetime(2027, 3, 28, 1, 30, tzinfo=AMSTERDAM))
    wakeup, _calls = make()
    wakeup.start()
    wakeup.at(datetime(2027, 3, 28, 7, 30, tzinfo=AMSTERDAM))
    (job,) = jobs(wakeup)
    assert abs(job.next_run_time - datetime(2027, 3, 28, 5, 30, tzinfo=UTC)) < timedelta(seconds=5)


# --- the room ------------------------------------------------------------------------------------------------------


def test_nobody_uses_the_scheduler_that_pyside_breaks():
    sources = Path(osteoapp.__file__).parent.rglob("*.py")
    users = [path.name for path in sources if "schedulers.qt" in path.read_text(encoding="utf-8")]
    assert users == []


def test_importing_it_does_not_import_apscheduler():
    code = "import sys, osteoapp.reminding.wakeup; sys.exit('apscheduler' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False, timeout=60).returncode == 0


# --- the bridge between threads ------------------------------------------------------------------------------------


def test_a_function_posted_from_a_thread_runs_in_the_main_one(qapp, qtbot):
    main = MainThread()
    ran: list[QThread] = []
    thread = threading.Thread(target=lambda: main.post(lambda: ran.append(QThread.currentThread())))
    thread.start()
    thread.join()
    assert ran == []
    qtbot.waitUntil(lambda: len(ran) == 1, timeout=2000)
    assert ran == [qapp.thread()]


def test_many_threads_post_in_their_own_order(qapp, qtbot):
    main = MainThread()
    ran: list[tuple[int, int]] = []

    def work(who: int) -> None:
        for number in range(100):
            main.post(lambda number=number: ran.append((who, number)))

    threads = [threading.Thread(target=work, args=(who,)) for who in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    qtbot.waitUntil(lambda: len(ran) == 400, timeout=5000)
    for who in range(4):
        assert [number for sender, number in ran if sender == who] == list(range(100))


def test_posting_after_the_end_is_said(qapp):
    import shiboken6

    main = MainThread()
    shiboken6.delete(main)
    assert main.post(lambda: None) is False
