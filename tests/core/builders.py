"""Builders that keep a test of the core to a few lines. Nothing here reads a clock.

``at`` and ``day`` turn text into instants and dates, ``plan`` and its sisters make plans from the catalogue, and a
``Patient`` joins a regimen with a history: it says things at moments and looks at the agenda of moments.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from osteoapp.content.catalogue import catalogue
from osteoapp.core import answers, changes
from osteoapp.core.agenda import agenda
from osteoapp.core.answers import Request
from osteoapp.core.context import Repeats
from osteoapp.core.events import AnyEvent, Awake, Cause, Reason, Reminded
from osteoapp.core.history import History
from osteoapp.core.item import Agenda, Item, Running
from osteoapp.core.regimen import (
    AnyPlan,
    AppointmentPlan,
    CheckPlan,
    CyclePlan,
    DayTimes,
    DosePlan,
    Draft,
    GoalPlan,
    Pause,
    Regimen,
    TabletPlan,
)
from osteoapp.core.regimen import Patient as Person

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
KNOWN = "2026-11-01 09:00"
START = date(2026, 11, 1)

TABLET = "alendronate"
MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY = range(7)


def at(text: str, zone: ZoneInfo = AMSTERDAM) -> datetime:
    """The instant of a wall-clock time such as "2026-11-23 07:30"; a time that exists twice is the first."""
    return datetime.fromisoformat(text).replace(tzinfo=zone)


def day(text: str) -> date:
    """A date such as "2026-11-23"."""
    return date.fromisoformat(text)


def clock(*texts: str) -> tuple[time, ...]:
    """Times of day such as "08:30"."""
    return tuple(time.fromisoformat(text) for text in texts)


def _dated(values: dict[str, Any]) -> dict[str, Any]:
    """Texts under the names of dates become dates; ``start`` has a default."""
    names = ("start", "until", "last_given", "first_due", "treated_since", "last", "date", "after_fracture_until")
    found = {name: day(value) if name in names and isinstance(value, str) else value for name, value in values.items()}
    return {"start": START, **found}


def tablet(weekday: int = MONDAY, when: str | None = None, **more: Any) -> TabletPlan:
    """A weekly tablet; alendronate unless ``treatment`` says otherwise."""
    values = {"id": TABLET, "treatment": "alendronate-tablet", **_dated(more)}
    return TabletPlan(weekday=weekday, time=None if when is None else time.fromisoformat(when), **values)


def risedronate(weekday: int = MONDAY, when: str | None = None, **more: Any) -> TabletPlan:
    """A weekly tablet that is taken on the day on which it is remembered."""
    return tablet(weekday, when, id="risedronate", treatment="risedronate-tablet", **more)


def vitamin_d(*times: str, **more: Any) -> DosePlan:
    """Vitamin D every day."""
    values = {"id": "vitamin-d", "treatment": "vitamin-d-tablet", **_dated(more)}
    return DosePlan(times=clock(*(times or ("08:30",))), **values)


def vitamin_d_drink(recurrence: Any, *times: str, **more: Any) -> DosePlan:
    """Vitamin D as a drink, every so many weeks."""
    return vitamin_d(*times, **{"id": "drink", "treatment": "vitamin-d-drink", "recurrence": recurrence, **more})


def calcium(*times: str, **more: Any) -> DosePlan:
    """A calcium supplement."""
    return vitamin_d(*(times or ("12:30",)), **{"id": "calcium", "treatment": "calcium-supplement", **more})


def medicine(*times: str, **more: Any) -> DosePlan:
    """Another medicine, as the label says; daily unless ``recurrence`` says otherwise."""
    return vitamin_d(
        *(times or ("08:00",)), **{"id": "thyroid", "treatment": "other-medicine", "name": "Levothyroxine", **more}
    )


def dairy(*times: str, **more: Any) -> GoalPlan:
    """Four portions a day."""
    values = {"id": "dairy", "treatment": "dairy", "target": 4, **_dated(more)}
    return GoalPlan(times=clock(*times), **values)


def activity(*times: str, **more: Any) -> GoalPlan:
    """Thirty minutes a day."""
    return dairy(*times, **{"id": "activity", "treatment": "activity", "target": 30, **more})


def injection(**more: Any) -> CyclePlan:
    """Denosumab, given last on 12 May 2026 unless another beginning is told."""
    return _cycle("denosumab", "denosumab-injection", "2026-05-12", more)


def infusion(**more: Any) -> CyclePlan:
    """Zoledronate, given last on 10 March 2026 unless another beginning is told."""
    return _cycle("zoledronate", "zoledronate-infusion", "2026-03-10", more)


def _cycle(name: str, treatment: str, last: str, more: dict[str, Any]) -> CyclePlan:
    if not more.keys() & {"last_given", "first_due", "unknown"}:
        more = {"last_given": last, **more}
    return CyclePlan(**{"id": name, "treatment": treatment, **_dated(more)})


def check(treatment: str = "dentist", **more: Any) -> CheckPlan:
    """A check; every six months unless ``every_months`` or ``date`` says otherwise."""
    if "date" not in more:
        more = {"every_months": 6, **more}
    return CheckPlan(**{"id": treatment, "treatment": treatment, **_dated(more)})


def appointment(on: str, when: str, *before: int, **more: Any) -> AppointmentPlan:
    """Another appointment, with reminders so many days before (7 and 1)."""
    values = {"id": "clinic", "treatment": "other-appointment", "name": "Clinic", **_dated(more)}
    return AppointmentPlan(
        date=day(on), time=time.fromisoformat(when), remind_before_days=before or (7, 1), **values
    )


def pause(first: str, last: str) -> Pause:
    """A pause between two dates, both inclusive."""
    return Pause(day(first), day(last))


def draft(
    plans: Iterable[AnyPlan], *, times: DayTimes | None = None, pauses: Iterable[Pause] = (), zone: str | None = None
) -> Draft:
    """What a file with these plans says."""
    return Draft(patient=Person(time_zone=zone), day=times or DayTimes(), plans=tuple(plans), pauses=tuple(pauses))


class Patient:
    """A regimen and a history. Moments are texts on the wall clock of ``zone``, which a test may change."""

    def __init__(
        self,
        *plans: AnyPlan,
        known: str = KNOWN,
        times: DayTimes | None = None,
        pauses: Iterable[Pause] = (),
        zone: ZoneInfo = AMSTERDAM,
    ) -> None:
        self.zone = zone
        self.history = History()
        self.running: Running | None = None
        self.repeats = Repeats()
        self._numbers = itertools.count(1)
        self.regimen = changes.revise(
            Regimen(catalogue()), draft(plans, times=times, pauses=pauses), self.history, at(known, zone)
        )

    def at(self, text: str) -> datetime:
        """The instant of a wall-clock time in the patient's zone."""
        return at(text, self.zone)

    def new_id(self) -> str:
        return f"e{next(self._numbers)}"

    # --- looking

    def look(self, now: str, first: str | None = None, last: str | None = None) -> Agenda:
        """The agenda of a moment: open items, and those due from ``first`` to ``last`` (today)."""
        moment = self.at(now)
        low = moment.date() if first is None else day(first)
        high = low if last is None else day(last)
        dates = (low, high)
        return agenda(
            self.regimen, self.history, moment, dates=dates, running=self.running, repeats=self.repeats
        )

    def find(self, now: str, item: str) -> Item | None:
        """An item as it stands at a moment, whatever its date; None where there is none."""
        own = day(item.split("/")[1])
        low, high = own - timedelta(days=200), own + timedelta(days=200)
        return self.look(now, low.isoformat(), high.isoformat()).item(item)

    def item(self, now: str, item: str) -> Item:
        """An item that has to be there."""
        found = self.find(now, item)
        assert found is not None, f"{item} is not listed"
        return found

    def status(self, now: str, item: str) -> str:
        """The status of an item, or "absent"."""
        found = self.find(now, item)
        return "absent" if found is None else found.status.value

    def due(self, now: str, item: str) -> str:
        """When an item is due, as a wall-clock time."""
        return self.wall(self.item(now, item).due)

    def notices(self, now: str, item: str) -> list[str]:
        """The notices of an item."""
        return [notice.value for notice in self.item(now, item).notices]

    def reminded(self, now: str) -> dict[str, str]:
        """What is owed at a moment: item and reason."""
        return {reminder.item.id: reminder.reason.value for reminder in self.look(now).remind}

    def wakes(self, now: str) -> str | None:
        """When to look again, as a wall-clock time."""
        found = self.look(now).wake_at
        return None if found is None else self.wall(found)

    def takes(self, now: str, item: str) -> set[str]:
        """The answers an item takes at a moment."""
        return set(answers.takes_now(self.regimen, self.history, self.at(now), self.item(now, item)))

    def wall(self, moment: datetime) -> str:
        """An instant on the patient's wall clock, to the minute."""
        return moment.astimezone(self.zone).replace(tzinfo=None).isoformat(" ", "minutes")

    # --- acting

    def say(self, now: str, item: str, answer: str, **details: Any) -> AnyEvent:
        """Gives an answer; ``at``, ``on`` and ``until`` may be texts. Raises Refused."""
        request = Request(item=item, answer=answer, **self._details(details))
        events = answers.apply(self.regimen, self.history, self.at(now), request, self.new_id, self.running)
        return self._write(events)

    def _details(self, details: dict[str, Any]) -> dict[str, Any]:
        found = dict(details)
        for name in ("at", "until"):
            if isinstance(found.get(name), str):
                found[name] = self.at(found[name])
        if isinstance(found.get("on"), str):
            found["on"] = datetime.fromisoformat(found["on"]) if " " in found["on"] else day(found["on"])
        return found

    def undo(self, now: str, event: str | None = None) -> AnyEvent:
        """Takes back an answer, or the last one. Raises Refused."""
        return self._write(answers.undo(self.history, self.at(now), self.zone.key, event, self.new_id))

    def shown(self, now: str, item: str, reason: Reason = Reason.DUE, level: int = 1) -> AnyEvent:
        """Notes that a reminder was shown."""
        return self._write([Reminded(item=item, reason=reason, level=level, **self._head(now))])

    def awake(self, now: str, cause: Cause = Cause.START) -> AnyEvent:
        """Notes that the program started or came back."""
        return self._write([Awake(cause=cause, **self._head(now))])

    def _head(self, now: str) -> dict[str, Any]:
        moment = self.at(now).astimezone(UTC)
        return {"id": self.new_id(), "at": moment, "recorded": moment, "zone": self.zone.key}

    def _write(self, events: list[AnyEvent]) -> AnyEvent:
        for event in events:
            self.history.append(event)
        return events[0]

    def change(self, now: str, *plans: AnyPlan, confirm: Iterable[str] = (), **more: Any) -> None:
        """Imports these plans; what is not said of times and pauses stays. Raises Refused."""
        old = self.regimen.draft
        new = replace(old, plans=tuple(plans), start_not_said=frozenset(), **more)
        self.regimen = changes.revise(self.regimen, new, self.history, self.at(now), frozenset(confirm))


def everything(**more: Any) -> Patient:
    """A plan of each kind, by which one kind can be tried beside all others."""
    return Patient(
        tablet(), vitamin_d(), calcium(), medicine(may_wait=True), activity("10:00"), injection(), check(),
        appointment("2026-11-24", "10:00"), **more,
    )  # fmt: skip
