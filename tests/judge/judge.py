"""Judges a long run from outside: reads a regimen file, the answers given and the log of reminders shown.

Imports nothing of the program. It knows only the simplest rules (a weekly tablet on its weekday, doses at fixed
times every day) and counts, for those:

- lost: an occurrence inside a running stretch that was never shown, although nobody had answered it;
- doubled: a reminder of a dose after it was answered, or of a second tablet on a date with one taken;
- early: a reminder before the dose's own time on its own date.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
DEFAULT_TIME = {"vitamin-d-tablet": "08:30"}
CLOSING = {"taken", "skipped"}


@dataclass
class Verdict:
    """What was found; all three empty is green."""

    lost: list[str] = field(default_factory=list)
    doubled: list[str] = field(default_factory=list)
    early: list[str] = field(default_factory=list)

    @property
    def green(self) -> bool:
        return not (self.lost or self.doubled or self.early)


@dataclass(frozen=True)
class Dose:
    """One expected occurrence. ``may_wait_until``: up to then it may wait for the tablet of the same morning."""

    id: str
    due: datetime
    ends: datetime
    tablet: bool
    may_wait_until: datetime


def doses(regimen: dict[str, Any], zone: ZoneInfo, first: date, last: date) -> Iterator[Dose]:
    """The occurrences that the regimen file promises between two dates, for the kinds this judge knows."""
    wake = regimen.get("day", {}).get("wake", "07:30")
    for plan in regimen["plan"]:
        kind = plan["treatment"]
        name = plan.get("id", kind)
        day = max(first, plan.get("start", first))
        while day <= last:
            if kind == "alendronate-tablet":
                if WEEKDAYS.index(plan["weekday"]) == day.weekday():
                    yield _dose(f"{name}/{day}/dose", day, plan.get("time", wake), zone, tablet=True)
            elif kind == "vitamin-d-tablet":
                yield _dose(f"{name}/{day}/dose", day, plan.get("time", DEFAULT_TIME[kind]), zone)
            elif kind == "other-medicine" and plan.get("rrule", "FREQ=DAILY") == "FREQ=DAILY":
                for number, when in enumerate(sorted(plan.get("times", [])), start=1):
                    step = "dose" if number == 1 else f"dose-{number}"
                    yield _dose(f"{name}/{day}/{step}", day, when, zone)
            day += timedelta(days=1)


def _dose(item: str, day: date, when: str, zone: ZoneInfo, *, tablet: bool = False) -> Dose:
    due = datetime.combine(day, time.fromisoformat(when), zone)
    ends = datetime.combine(day + timedelta(days=1), time(0), zone)
    noon = datetime.combine(day, time(12), zone)
    return Dose(item, due, ends, tablet, max(due, noon) if item.startswith("vitamin-d") else due)


def judge(
    regimen_text: str,
    zone_name: str,
    start: datetime,
    end: datetime,
    answers: Iterable[dict[str, Any]],
    shown: Iterable[dict[str, Any]],
    off: Iterable[tuple[datetime, datetime]] = (),
) -> Verdict:
    """The verdict on a run from ``start`` to ``end`` (wall-clock times in the zone)."""
    zone = ZoneInfo(zone_name)
    log = [(datetime.fromisoformat(line["at"]), line) for line in shown]
    said = [(datetime.fromisoformat(entry["when"]).replace(tzinfo=zone), entry) for entry in answers]
    spans = [(a.replace(tzinfo=zone), b.replace(tzinfo=zone)) for a, b in off]
    first, last = start.replace(tzinfo=zone), end.replace(tzinfo=zone)
    verdict = Verdict()
    expected = {dose.id: dose for dose in doses(tomllib.loads(regimen_text), zone, start.date(), end.date())}
    for dose in expected.values():
        if first <= dose.due and dose.ends <= last:
            _look_for_loss(dose, log, said, spans, verdict)
    _look_for_doubles(expected, log, said, zone, verdict)
    for at, line in log:
        dose_ = expected.get(line["item"])
        if dose_ is not None and at < dose_.due:
            verdict.early.append(f"{line['item']} at {at}")
    return verdict


def _look_for_loss(
    dose: Dose,
    log: list[tuple[datetime, dict[str, Any]]],
    said: list[tuple[datetime, dict[str, Any]]],
    off: list[tuple[datetime, datetime]],
    verdict: Verdict,
) -> None:
    if any(line["item"] == dose.id for _, line in log):
        return
    if any(entry.get("item") == dose.id and at <= dose.may_wait_until for at, entry in said):
        return
    if any(a <= dose.due and dose.ends <= b for a, b in off):
        return
    # A dose whose whole day outside the quiet night was spent switched off cannot be shown on that day.
    evening = dose.ends - timedelta(hours=2)
    if any(a <= dose.due and evening <= b for a, b in off):
        return
    verdict.lost.append(dose.id)


def _look_for_doubles(
    expected: dict[str, Dose],
    log: list[tuple[datetime, dict[str, Any]]],
    said: list[tuple[datetime, dict[str, Any]]],
    zone: ZoneInfo,
    verdict: Verdict,
) -> None:
    closed: dict[str, datetime] = {}
    tablet_days: dict[date, str] = {}
    for at, entry in said:
        if entry.get("answer") in CLOSING:
            closed.setdefault(entry["item"], at)
            dose = expected.get(entry["item"])
            if entry["answer"] == "taken" and dose is not None and dose.tablet:
                tablet_days.setdefault(at.date(), entry["item"])
    for at, line in log:
        if line["reason"] == "half_hour_over":
            continue
        item = line["item"]
        if item in closed and at > closed[item]:
            verdict.doubled.append(f"{item} at {at}, answered at {closed[item]}")
        dose = expected.get(item)
        taken = tablet_days.get(at.astimezone(zone).date())
        offered = line["status"] in ("due", "snoozed")
        if dose is not None and dose.tablet and offered and taken not in (None, item) and at > closed[str(taken)]:
            verdict.doubled.append(f"{item} at {at}, {taken} was taken that day")
