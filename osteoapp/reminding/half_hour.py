"""The upright half hour as elapsed time: a clock that counts sleep decides, the stored instant after a gap (B1)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from osteoapp.core.events import Cause, Taken
from osteoapp.core.history import History
from osteoapp.core.item import Running
from osteoapp.core.regimen import Regimen
from osteoapp.core.treatment import IntakeRule

FORGET_AFTER = timedelta(hours=3)


@dataclass(frozen=True, slots=True)
class _Deadline:
    event: str
    at: float


class HalfHour:
    """Remembers, for the intake that runs, when its half hour ends on the clock that counts sleep."""

    def __init__(self) -> None:
        self._deadline: _Deadline | None = None

    def forget_if(self, cause: Cause) -> None:
        """After a gap in the heartbeat the stored instant decides again; after a set clock or zone it does not."""
        if cause in (Cause.START, Cause.RESUME):
            self._deadline = None

    def running(self, regimen: Regimen, history: History, now: datetime, monotonic: float | None) -> Running | None:
        """What remains of the half hour of the newest intake, negative once it is over; None where none is near."""
        if monotonic is None:
            return None
        self._drop_if_gone(history, monotonic)
        newest = _newest_intake(regimen, history, now)
        if newest is not None and (self._deadline is None or self._deadline.event != newest[0].id):
            taken, upright = newest
            remaining = min(taken.at + upright - now, upright)
            self._deadline = _Deadline(taken.id, monotonic + remaining.total_seconds())
        if self._deadline is None:
            return None
        return Running(self._deadline.event, timedelta(seconds=self._deadline.at - monotonic))

    def _drop_if_gone(self, history: History, monotonic: float) -> None:
        deadline = self._deadline
        if deadline is None:
            return
        event = history.get(deadline.event)
        over = monotonic - deadline.at > FORGET_AFTER.total_seconds()
        if over or event is None or not history.valid(event):
            self._deadline = None


def _newest_intake(regimen: Regimen, history: History, now: datetime) -> tuple[Taken, timedelta] | None:
    """The intake recorded last whose half hour may still run, also one dated up to 30 minutes after now."""
    found: list[tuple[Taken, timedelta]] = []
    for family, versions in regimen.families().items():
        rule = regimen.treatment(versions[-1].plan).rule
        if isinstance(rule, IntakeRule):
            found += [(event, rule.upright) for event in history.recent_taken(family, now, rule.upright)]
    return max(found, key=lambda pair: pair[0].recorded, default=None)
