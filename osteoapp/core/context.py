"""What every part of the agenda needs: the moment, the zone, the plans, the log; and what a part hands back."""

from __future__ import annotations

import enum
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from functools import cached_property
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from osteoapp.core.events import Awake, Reason, Snoozed
from osteoapp.core.family import Family, families_of
from osteoapp.core.history import History
from osteoapp.core.item import Item, Running
from osteoapp.core.recurrence import DAY, instant, local_date
from osteoapp.core.regimen import Regimen
from osteoapp.core.treatment import IntakeRule, UnknownRule

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Repeats:
    """When an unanswered dose is shown again: ``first_count`` times so many minutes apart, then less often.

    Raises ValueError where a number makes no sense.
    """

    first_minutes: int = 10
    first_count: int = 6
    then_minutes: int = 60

    def __post_init__(self) -> None:
        if not (1 <= self.first_minutes <= 1440 and 1 <= self.then_minutes <= 1440 and 0 <= self.first_count <= 100):
            raise ValueError(f"no sensible repeats: {self}")

    def last(self, first: datetime, now: datetime) -> datetime:
        """The latest repeat up to ``now`` of what was first shown at ``first``; before the first repeat ``first``."""
        return first + self._after(self._number(now - first))

    def following(self, first: datetime, now: datetime) -> datetime:
        """The first repeat after ``now`` of what was first shown at ``first``."""
        return first + self._after(self._number(now - first) + 1)

    def _number(self, passed: timedelta) -> int:
        """How many repeats were owed in that time."""
        short = timedelta(minutes=self.first_minutes)
        if passed < short * self.first_count:
            return max(passed // short, 0)
        return self.first_count + (passed - short * self.first_count) // timedelta(minutes=self.then_minutes)

    def _after(self, number: int) -> timedelta:
        """How long after the first showing a repeat comes, counted from 1."""
        early = min(number, self.first_count)
        return timedelta(minutes=early * self.first_minutes + (number - early) * self.then_minutes)


class Policy(enum.Enum):
    """How an open item is shown again.

    REPEATS: as the ``Repeats`` in force say, from the first showing until ``repeat_until``.
    MARKS: at its marks only.
    """

    REPEATS = "repeats"
    MARKS = "marks"


@dataclass(frozen=True, slots=True)
class Mark:
    """An instant from which a showing is owed, with the reason it is given unless away or level say otherwise."""

    at: datetime
    reason: Reason


@dataclass(slots=True)
class Entry:
    """An item on its way into the agenda.

    ``base`` is the start of the present offering: showings before it do not count. ``changes`` are the instants
    at which the item itself becomes another. ``listed`` false: only its ``changes`` and ``marks`` matter.
    """

    item: Item
    base: datetime
    marks: list[Mark] = field(default_factory=list)
    policy: Policy = Policy.MARKS
    repeat_until: datetime | None = None
    changes: list[datetime] = field(default_factory=list)
    listed: bool = True
    shows_again_after_absence: bool = False
    in_quiet: bool = False
    expires: datetime | None = None


@dataclass(frozen=True)
class Context:
    """One moment of one patient. ``now`` is UTC; ``first`` and ``last`` are the range of local dates listed.

    ``broken``: the plans that could not be worked out so far, by id, each with its first fault.
    """

    regimen: Regimen
    history: History
    now: datetime
    zone: ZoneInfo
    first: date
    last: date
    running: Running | None = None
    repeats: Repeats = Repeats()
    mornings: dict[date, Any] = field(default_factory=dict, compare=False)
    broken: dict[str, Exception] = field(default_factory=dict, compare=False)

    @cached_property
    def today(self) -> date:
        return local_date(self.now, self.zone)

    @cached_property
    def awake(self) -> Awake | None:
        return self.history.wakes.last(self.now)

    @cached_property
    def all_families(self) -> tuple[Family, ...]:
        """Also those whose treatment the catalogue does not have."""
        return tuple(
            family
            for name, versions in self.regimen.families().items()
            for family in families_of(name, versions, self.regimen.catalogue, self.zone)
        )

    @cached_property
    def families(self) -> tuple[Family, ...]:
        """Those that something follows from: whoever asks about rules never meets a treatment that is not known."""
        return tuple(one for one in self.all_families if not isinstance(one.treatment.rule, UnknownRule))

    @cached_property
    def strangers(self) -> tuple[Family, ...]:
        """Those whose treatment the catalogue does not have: only what was said of them is known."""
        return tuple(one for one in self.all_families if isinstance(one.treatment.rule, UnknownRule))

    def family(self, plan: str, treatment: str | None = None) -> Family | None:
        """The family of a plan id, the newest where the id stood for several treatments; None: there is none."""
        found = [family for family in self.families if family.id == plan]
        return next((family for family in reversed(found) if treatment in (None, family.treatment.id)), None)

    @cached_property
    def intake_families(self) -> tuple[Family, ...]:
        return tuple(family for family in self.families if isinstance(family.treatment.rule, IntakeRule))

    def tried(self, plan: str, make: Callable[[], Iterable[T]]) -> tuple[T, ...]:
        """What ``make`` gives for a plan; nothing, and the fault in ``broken``, where it fails: the others go on."""
        try:
            return tuple(make())
        except Exception as fault:
            self.broken.setdefault(plan, fault)
            return ()

    def spans(self) -> list[tuple[date, date]]:
        """The range listed and today, as stretches of dates that do not touch.

        What lies between them is neither open nor listed, and is never built.
        """
        early, late = sorted([(self.first, self.last), (self.today, self.today)])
        if late[0] <= early[1] + DAY:
            return [(early[0], max(early[1], late[1]))]
        return [early, late]

    def at(self, day: date, when: time) -> datetime:
        """The UTC instant of a local time."""
        return instant(day, when, self.zone)

    def midnight(self, day: date) -> datetime:
        """The first instant of a local date."""
        return instant(day, time(0), self.zone)

    def end_of(self, day: date) -> datetime:
        """The first instant after a local date."""
        return self.midnight(day + DAY)

    def day_of(self, moment: datetime) -> date:
        """The local date of an instant in the zone now in force."""
        return local_date(moment, self.zone)

    def time_of(self, moment: datetime) -> time:
        """The wall-clock time of an instant in the zone now in force."""
        return moment.astimezone(self.zone).time()

    @cached_property
    def quiet(self) -> tuple[time, time] | None:
        return self.regimen.draft.day.quiet

    def is_quiet(self, moment: datetime) -> bool:
        """Whether an instant lies in the quiet hours."""
        return self.quiet_end(moment) is not None

    def quiet_end(self, moment: datetime) -> datetime | None:
        """The end of the quiet hours in which an instant lies; None outside them."""
        if self.quiet is None:
            return None
        start, end = self.quiet
        day = self.day_of(moment)
        for first in (day - DAY, day):
            last = first if start < end else first + DAY
            low, high = self.at(first, start), self.at(last, end)
            if low <= moment < high:
                return high
        return None

    def snooze(self, item_id: str, base: datetime, cap: datetime | None = None) -> datetime | None:
        """When the latest snooze of an item ends, if it was given since ``base``; at the latest at ``cap``."""
        given = [s for s in self.history.of(item_id, Snoozed) if base <= s.at <= self.now]
        if not given:
            return None
        until = given[-1].until
        return until if cap is None else min(until, cap)


def utc(moment: datetime) -> datetime:
    """An aware instant in UTC; ValueError for a naive one, whose zone nobody knows."""
    if moment.tzinfo is None:
        raise ValueError("an instant needs a zone")
    return moment.astimezone(UTC)
