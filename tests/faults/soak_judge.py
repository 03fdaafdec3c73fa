"""Judges a long life by the log of what was shown and said, and the database. Imports nothing of the program.

Counted, for the weekly tablet and the daily doses:

- lost: a dose that was not answered and never shown, although the program looked inside its window (the tablet: its
  own date; what may wait for the tablet: its afternoon); an acknowledged answer that is not in the database;
- doubled: a dose shown after it was taken or skipped, or a second tablet offered on a date with one taken;
- early: shown before its own time on its own date.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

TIMES = {"alendronate-tablet": time(7, 30), "vitamin-d-tablet": time(8, 30), "thyroid": time(8)}
TABLET = "alendronate-tablet"
QUIET = time(22)
CLOSING = ("taken", "skipped")


@dataclass
class Verdict:
    """What was found; the first three empty is green."""

    lost: list[str] = field(default_factory=list)
    doubled: list[str] = field(default_factory=list)
    early: list[str] = field(default_factory=list)
    doses: int = 0
    numbers: dict[str, int] = field(default_factory=dict)

    @property
    def green(self) -> bool:
        return not (self.lost or self.doubled or self.early)


def judge(log: Iterable[dict[str, Any]], database: Path) -> Verdict:
    """The verdict on a life."""
    lines = list(log)
    verdict = Verdict()
    for line in lines:
        verdict.numbers[line["what"]] = verdict.numbers.get(line["what"], 0) + 1
    _look_at_showings(lines, verdict)
    _look_for_lost_doses(lines, verdict)
    _look_for_lost_answers(lines, database, verdict)
    return verdict


def _local(line: dict[str, Any]) -> datetime:
    return datetime.fromisoformat(line["wall"]).astimezone(ZoneInfo(line["zone"]))


def _dose(item: str) -> tuple[str, date] | None:
    plan, day, step = item.split("/")
    return (plan, date.fromisoformat(day)) if plan in TIMES and step == "dose" else None


def _look_at_showings(lines: list[dict[str, Any]], verdict: Verdict) -> None:
    closed: set[str] = set()
    tablets: dict[date, str] = {}
    for line in lines:
        what, item = line["what"], line.get("item", "")
        if what == "said" and line["answer"] in CLOSING:
            closed.add(item)
            if line["answer"] == "taken" and item.startswith(TABLET):
                tablets[_local(line).date()] = item
        elif what == "undone":
            closed.discard(item)
            tablets = {day: one for day, one in tablets.items() if one != item}
        elif what == "shown" and line["reason"] != "half_hour_over":
            at, dose = _local(line), _dose(item)
            if item in closed:
                verdict.doubled.append(f"{item} at {at}")
            if dose is None:
                continue
            plan, day = dose
            if at.replace(tzinfo=None) < datetime.combine(day, TIMES[plan]):
                verdict.early.append(f"{item} at {at}")
            other = tablets.get(at.date(), item)
            if plan == TABLET and other != item and line["status"] in ("due", "snoozed"):
                verdict.doubled.append(f"{item} at {at}, {other} was taken that day")


def _look_for_lost_doses(lines: list[dict[str, Any]], verdict: Verdict) -> None:
    shown = {line["item"] for line in lines if line["what"] == "shown"}
    said = {line["item"] for line in lines if line["what"] == "say"}
    owed: set[str] = set()
    for line in lines:
        if line["what"] != "look":
            continue
        at = _local(line)
        for plan, due in TIMES.items():
            if plan == TABLET and at.weekday():
                continue
            # On a tablet's morning, and after one that comes late, others may wait for it until noon.
            begins = due if plan == TABLET else max(due, time(12, 1))
            late = (datetime.combine(at.date(), begins) + timedelta(minutes=35)).time()
            if late <= at.time() < QUIET:
                owed.add(f"{plan}/{at.date()}/dose")
    first = min(datetime.fromisoformat(line["true"]) for line in lines)
    owed = {item for item in owed if date.fromisoformat(item.split("/")[1]) > first.date()}
    verdict.doses = len(owed)
    verdict.lost += sorted(owed - shown - said)


def _look_for_lost_answers(lines: list[dict[str, Any]], database: Path, verdict: Verdict) -> None:
    with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as connection:
        kept = {row[0]: json.loads(row[1]) for row in connection.execute("SELECT id, record FROM events")}
    back = {record["event"] for record in kept.values() if record["type"] == "retracted"}
    for line in lines:
        if line["what"] == "said" and line["id"] not in kept:
            verdict.lost.append(f"the answer {line['id']} to {line['item']}")
        if line["what"] == "undone" and line["id"] not in back:
            verdict.lost.append(f"what took {line['id']} back")
    taken: dict[str, int] = {}
    for record in kept.values():
        if record["type"] == "taken" and record["id"] not in back:
            taken[record["item"]] = taken.get(record["item"], 0) + 1
    verdict.doubled += [f"{item} taken {number} times" for item, number in taken.items() if number > 1]
