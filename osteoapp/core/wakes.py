"""What the program noted of itself: when it started, woke, or saw the clock or the zone move."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from datetime import datetime
from itertools import pairwise
from zoneinfo import ZoneInfo

from osteoapp.core.events import Awake, Cause

# How many of the newest notes are looked at for a move: what lies before them was told long ago.
_LATEST = 50


class Wakes:
    """The notes in the order of their time; grows by ``append``."""

    def __init__(self) -> None:
        self._notes: list[Awake] = []

    def append(self, event: Awake) -> None:
        """Adds a note.

        An earlier one with a later time was written under a clock that has been set back since: it goes.
        """
        while self._notes and self._notes[-1].at > event.at:
            self._notes.pop()
        self._notes.append(event)

    def last(self, now: datetime) -> Awake | None:
        """The latest start, resume or clock change, not after ``now``."""
        known = self._until(now)
        return self._notes[known - 1] if known else None

    def moved(self, now: datetime) -> Awake | None:
        """The note, of this run and not after ``now``, since which the wall clock goes by other rules; the latest.

        None where it went on as it was, whatever the zone is called.
        """
        known = self._until(now)
        for before, event in reversed(list(pairwise(self._notes[max(known - _LATEST, 0) : known]))):
            if event.local.utcoffset() != event.at.astimezone(ZoneInfo(before.zone)).utcoffset():
                return event
            if event.cause is Cause.START:
                return None
        return None

    def absences(self, first: datetime, last: datetime) -> list[tuple[datetime, datetime]]:
        """When the program did not run, as far as that touches two instants, oldest first; (from, to), UTC.

        What ended with a start or a resume counts; a clock that was set, or a zone that changed, is no absence.
        """
        low = bisect_left(self._notes, first, key=lambda event: event.at)
        found = []
        for event in self._notes[low:]:
            if event.cause in (Cause.START, Cause.RESUME) and event.away_from is not None:
                if event.away_from > last:
                    break
                found.append((event.away_from, event.at))
        return found

    def _until(self, now: datetime) -> int:
        """How many notes lie not after ``now``."""
        return bisect_right(self._notes, now, key=lambda event: event.at)
