"""The event log, indexed so that the agenda's cost does not grow with its length."""

from __future__ import annotations

import copy
from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from typing import TypeVar

from osteoapp.core.events import (
    Amount,
    Answer,
    AnyEvent,
    Awake,
    Counted,
    Done,
    Event,
    Given,
    Remark,
    Reminded,
    Retracted,
    Skipped,
    Taken,
    is_answer,
)
from osteoapp.core.item import ItemId
from osteoapp.core.wakes import Wakes

E = TypeVar("E", bound=Event)


class History:
    """All events, in the order (``at``, order of writing); grows by ``append`` and never shrinks.

    Retracted events stay in ``all`` and are left out everywhere else. ``revision`` grows with every answer and
    retraction, and not with what the program notes of itself: that is in ``wakes``.
    """

    def __init__(self, events: Iterable[AnyEvent] = ()) -> None:
        self._events: list[AnyEvent] = []
        self._by_id: dict[str, AnyEvent] = {}
        self._retracted: dict[str, Retracted] = {}
        self._by_item: dict[str, list[AnyEvent]] = {}
        self._taken: dict[str, list[tuple[date, int, Taken]]] = {}
        self._amounts: dict[tuple[str, date], list[Amount]] = {}
        self._closings: dict[tuple[str, str], list[tuple[date, int, Answer]]] = {}
        self._counted: dict[str, list[Counted]] = {}
        self._notes: dict[date, list[Remark]] = {}
        self._answers: list[Answer] = []
        self.wakes = Wakes()
        self.revision = 0
        for event in events:
            self.append(event)

    def __len__(self) -> int:
        return len(self._events)

    def __contains__(self, event_id: object) -> bool:
        return event_id in self._by_id

    def append(self, event: AnyEvent) -> None:
        """Adds an event; one whose id is already there is left out, so a replay is harmless."""
        if event.id in self._by_id:
            return
        order = len(self._events)
        self._by_id[event.id] = event
        _add(self._events, event)
        if isinstance(event, Retracted):
            self._retracted[event.event] = event
        elif isinstance(event, Awake):
            self.wakes.append(event)
        else:
            _add(self._by_item.setdefault(event.item, []), event)
        if not isinstance(event, Reminded | Awake):
            self.revision += 1
        if is_answer(event):
            self._index(event, order)  # type: ignore[arg-type]

    def _index(self, event: Answer, order: int) -> None:
        self._answers.append(event)
        plan = event.item.partition("/")[0]
        if isinstance(event, Taken):
            insort(self._taken.setdefault(plan, []), (event.local_date, order, event))
        if isinstance(event, Amount):
            self._amounts.setdefault((plan, event.local_date), []).append(event)
        if isinstance(event, Counted):
            self._counted.setdefault(plan, []).append(event)
        if isinstance(event, Remark):
            self._notes.setdefault(event.local_date, []).append(event)
        if isinstance(event, Taken | Skipped | Given | Done):
            item = ItemId.parse(event.item)
            insort(self._closings.setdefault((plan, _sort(item.step)), []), (item.date, order, event))

    def all(self) -> Iterator[AnyEvent]:
        """Every event, retracted or not, oldest first."""
        return iter(self._events)

    def get(self, event_id: str) -> AnyEvent | None:
        """The event of that id, retracted or not."""
        return self._by_id.get(event_id)

    def retraction(self, event_id: str) -> Retracted | None:
        """What took that event back, if anything did."""
        return self._retracted.get(event_id)

    def valid(self, event: Event) -> bool:
        """Whether the event stands."""
        return event.id not in self._retracted

    def of(self, item: str | ItemId, kind: type[E]) -> list[E]:
        """The standing events of one type for an item, oldest first."""
        return [e for e in self._by_item.get(str(item), ()) if isinstance(e, kind) and self.valid(e)]

    def answers(self, item: str | ItemId, *, every: bool = False) -> list[Answer]:
        """The standing answers to an item, or ``every`` one, also those taken back; oldest first."""
        events = self._by_item.get(str(item), ())
        return [e for e in events if is_answer(e) and (every or self.valid(e))]  # type: ignore[misc]

    def notes(self, day: date) -> list[Remark]:
        """The remarks that belong to a local date, also those taken back, in the order of writing."""
        return list(self._notes.get(day, ()))

    def reminded(self, item: str | ItemId, since: datetime, until: datetime) -> list[Reminded]:
        """The showings of an item between two instants, both inclusive."""
        found = _between(self._by_item.get(str(item), []), since, until)
        return [event for event in found if isinstance(event, Reminded)]

    def taken_between(self, plan: str, first: date, last: date) -> list[Taken]:
        """The tablets or doses of a plan whose local date of taking lies between two dates, both inclusive."""
        entries = self._taken.get(plan, [])
        low = bisect_left(entries, first, key=lambda entry: entry[0])
        high = bisect_right(entries, last, key=lambda entry: entry[0])
        return [event for _, _, event in entries[low:high] if self.valid(event)]

    def last_taken(self, plan: str, until: date) -> Taken | None:
        """The latest taken of a plan on or before a local date."""
        entries = self._taken.get(plan, [])
        high = bisect_right(entries, until, key=lambda entry: entry[0])
        return next((e for _, _, e in reversed(entries[:high]) if self.valid(e)), None)

    def amount(self, plan: str, day: date) -> int:
        """What counts for a goal on a local date."""
        return sum(event.amount for event in self._amounts.get((plan, day), ()) if self.valid(event))

    def amounts(self, plan: str, day: date) -> list[Amount]:
        """The standing amounts for a goal on a local date, in the order of writing."""
        return [event for event in self._amounts.get((plan, day), ()) if self.valid(event)]

    def counted(self, plan: str) -> list[Counted]:
        """The standing counts of a plan's units, in the order of writing."""
        return [event for event in self._counted.get(plan, ()) if self.valid(event)]

    def closings(self, plan: str, step: str, kind: type[E]) -> Iterator[tuple[ItemId, E]]:
        """The standing taken, skipped, given and done events of a plan's step, the latest item date first.

        ``dose`` stands for all slots of a day.
        """
        for _, _, event in reversed(self._closings.get((plan, step), ())):
            if isinstance(event, kind) and self.valid(event):
                yield ItemId.parse(event.item), event

    def told(self, plan: str) -> Iterator[tuple[ItemId, Answer]]:
        """Each item of a plan that was taken, skipped, given, done or counted, with the answer to it that stands.

        Costs as much as there is: for plans of which nothing but this is known.
        """
        rows = [row for (name, _), found in self._closings.items() if name == plan for row in found]
        rows += [(day, 0, one) for (name, day), found in self._amounts.items() if name == plan for one in found]
        last = {event.item: event for _, _, event in rows if self.valid(event)}
        return ((ItemId.parse(item), event) for item, event in last.items())

    def last_written_answer(self) -> Answer | None:
        """The answer written last that has not been taken back."""
        return next((event for event in reversed(self._answers) if self.valid(event)), None)

    def newest_answer_at(self) -> datetime | None:
        """When the newest answer was written, retracted or not; None where there is none."""
        return max((event.recorded for event in self._answers[-50:]), default=None)

    def between(self, first: datetime, last: datetime) -> list[AnyEvent]:
        """Every event that happened between two instants, both inclusive, oldest first."""
        return _between(self._events, first, last)

    def recent_taken(self, plan: str, now: datetime, within: timedelta) -> list[Taken]:
        """The standing taken events of a plan with a time, at most ``within`` from now in either direction."""
        day = now.date()
        near = self.taken_between(plan, day - timedelta(days=2), day + timedelta(days=2))
        return [event for event in near if event.on is None and abs(event.at - now) <= within]


def lacking(history: History, retraction: Retracted) -> History:
    """The same log as it would be with an answer taken back. Only for reading: it shares everything else."""
    other = copy.copy(history)
    other._retracted = {**history._retracted, retraction.event: retraction}
    other.revision += 1
    return other


def _add(events: list[AnyEvent], event: AnyEvent) -> None:
    """Events mostly come in order: then the place is the end, and nothing is searched."""
    if not events or events[-1].at <= event.at:
        events.append(event)
    else:
        insort(events, event, key=lambda other: other.at)


def _between(events: list[AnyEvent], first: datetime, last: datetime) -> list[AnyEvent]:
    low = bisect_left(events, first, key=lambda event: event.at)
    high = bisect_right(events, last, key=lambda event: event.at)
    return events[low:high]


def _sort(step: str) -> str:
    return "dose" if step.startswith("dose-") else step
