"""When to look at the agenda again: one job in APScheduler, and a heartbeat that trusts nobody.

The only user of APScheduler, which is given as little to do as possible. It holds one job, and that job asks Qt to
call back in the main thread. A scheduler that waits in one clock for a time in another cannot see sleep or a
clock that is set: after a night's sleep it is late by what was left of its wait. So the heartbeat looks every half
minute, arms the job anew, and is the truth; the job makes the reminder punctual.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QObject, Qt, QTimer, Signal, Slot

from osteoapp.reminding.clock import EXPECTED, Clock, system_now

if TYPE_CHECKING:
    from apscheduler.schedulers.background import BackgroundScheduler

_JOB = "wake"
# Nothing waits longer without looking again. Qt's timers end at 24.8 days, and clocks and zones move.
LONGEST_WAIT = timedelta(days=1)
# An instant that has already passed is looked at straight away, but never more often than this: should a fault ever
# ask for the same past instant again and again, the program stays usable.
_LEAST_PAUSE_MS = 50

_log = logging.getLogger(__name__)


class MainThread(QObject):
    """Has functions called in the thread it was made in, whichever thread asks.

    Make it in the main thread. What is posted before the event loop runs waits for it; what is posted after the loop
    has ended is never called.
    """

    _posted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._open = True
        self._posted.connect(self._call, Qt.ConnectionType.QueuedConnection)

    def close(self) -> None:
        """From now on nothing is called any more: threads may outlive the program's end."""
        self._open = False

    def post(self, function: Callable[[], object]) -> bool:
        """Asks for ``function()``; never waits. False after ``close`` and where Qt is already gone."""
        if not self._open:
            return False
        try:
            self._posted.emit(function)
        except RuntimeError:  # the C++ half was deleted at shutdown
            return False
        return True

    @Slot(object)
    def _call(self, function: Callable[[], object]) -> None:
        if self._open:
            function()


class Wakeup(QObject):
    """Emits ``fired`` in the main thread at the instant asked for, and at every heartbeat.

    Whoever is connected must not mind being called too often: it reads the clock, does what is due, and says by
    ``at`` when it is to be called next. Qt keeps no reference to a receiver that is a plain Python object: keep it
    alive yourself. ``clock`` says what the present is (it may be a simulated one);
    ``heartbeat`` is in seconds.
    """

    fired = Signal()

    def __init__(self, clock: Clock, heartbeat: float = EXPECTED) -> None:
        super().__init__()
        self._clock = clock
        self._main = MainThread()
        self._scheduler: BackgroundScheduler | None = None
        self._running = False
        self._wanted: datetime | None = None
        self._since_look = QElapsedTimer()
        self._heartbeat = QTimer(self)
        self._heartbeat.setTimerType(Qt.TimerType.PreciseTimer)
        self._heartbeat.setInterval(round(heartbeat * 1000))
        self._heartbeat.timeout.connect(self._beat)

    @property
    def wanted(self) -> datetime | None:
        """The instant asked for that has not come yet (UTC)."""
        return self._wanted

    def start(self) -> None:
        """Begins to wait. Call it after the first paint: it imports APScheduler (some 70 ms).

        A scheduler that cannot start is written to the log, and the heartbeat goes on without it: reminders then
        come up to half a minute late.
        """
        if self._running:
            return
        self._running = True
        self._heartbeat.start()
        try:
            self._scheduler = _new_scheduler()
            self._scheduler.start()
        except Exception:  # whatever it is, reminding goes on
            self._scheduler = None
            _log.exception("the scheduler does not start; the heartbeat goes on alone")
        self._arm()

    def at(self, instant: datetime | None) -> None:
        """Asks to be called at that instant, or at once if it has passed; replaces what was asked before.

        None: nothing lies ahead, only the heartbeat goes on. ValueError for an instant without a time zone.
        """
        if instant is None:
            self._wanted = None
        elif instant.tzinfo is None:
            raise ValueError("an instant needs a time zone")
        else:
            # In UTC: two times of one zone compare by the hands of the clock, which is wrong in the hour that
            # autumn repeats.
            self._wanted = instant.astimezone(UTC)
        self._arm()

    @Slot()
    def look(self) -> None:
        """Looks now: what the job, the heartbeat and the system's resume signal come down to. Main thread only."""
        if not self._running:
            return
        self._since_look.start()
        if self._wanted is not None and self._wanted <= self._clock.now():
            self._wanted = None
        self.fired.emit()

    def stop(self) -> None:
        """Ends heartbeat and scheduler; no thread and no call is left. It can be started again."""
        self._running = False
        self._heartbeat.stop()
        scheduler, self._scheduler = self._scheduler, None
        if scheduler is not None:
            # The job does not wait for anything, so neither does this.
            scheduler.shutdown(wait=True)

    @Slot()
    def _beat(self) -> None:
        # Armed anew even if nobody asks: the running wait was computed before the clock was set or the lid closed.
        self._arm()
        self.look()

    def _arm(self) -> None:
        if self._scheduler is None:
            return
        try:
            _replace_job(self._scheduler, self._run_date(), self._ring)
        except Exception:
            _log.exception("the scheduler takes no job; the heartbeat goes on alone")

    def _run_date(self) -> datetime | None:
        """The instant of the computer's clock at which the job has to run."""
        if self._wanted is None:
            return None
        # The simulated present first: what passes between the two readings may make it late, never early.
        wait = self._wanted - self._clock.now()
        now = system_now()
        if wait <= timedelta(0):
            recent = self._since_look.isValid() and self._since_look.elapsed() < _LEAST_PAUSE_MS
            return now + timedelta(milliseconds=_LEAST_PAUSE_MS) if recent else now
        return now + min(wait, LONGEST_WAIT)

    def _ring(self) -> None:
        """The job, in the scheduler's thread: nothing but a message to the main one."""
        self._main.post(self.look)


def _new_scheduler() -> BackgroundScheduler:
    # Imported late for the start-up's sake: 70 ms before the first window would be seen.
    from apscheduler.executors.debug import DebugExecutor
    from apscheduler.jobstores.memory import MemoryJobStore
    from apscheduler.schedulers.background import BackgroundScheduler

    # Not QtScheduler: under PySide6 its timers are never stopped and its jobs from other threads never run.
    # Not the pool of threads: the main thread may arm the next job before the pool has booked the last one as
    # ended, and with max_instances=1 the new one is then dropped without a word (25 of 5,000 tried). The job takes
    # microseconds, so the scheduler's own thread runs it: that is all the "debug" executor does.
    return BackgroundScheduler(
        timezone=UTC,
        daemon=True,
        jobstores={"default": MemoryJobStore()},
        executors={"default": DebugExecutor()},
        job_defaults={"misfire_grace_time": None, "coalesce": True, "max_instances": 1},
        jobstore_retry_interval=10,
    )


def _replace_job(scheduler: BackgroundScheduler, run_date: datetime | None, ring: Callable[[], None]) -> None:
    if run_date is None:
        if scheduler.get_job(_JOB, jobstore="default") is not None:
            # It may run and so vanish in between; remove_all_jobs does not mind, and there is no other job.
            scheduler.remove_all_jobs(jobstore="default")
        return
    from apscheduler.triggers.date import DateTrigger  # late, as above

    scheduler.add_job(
        ring,
        trigger=DateTrigger(run_date=run_date, timezone=UTC),
        id=_JOB,
        name=_JOB,
        jobstore="default",
        executor="default",
        replace_existing=True,
        # The default of one second would drop every reminder the computer slept through.
        misfire_grace_time=None,
        coalesce=True,
        max_instances=1,
    )
