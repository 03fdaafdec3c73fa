"""What the tests of the store are made of: answers, a regimen with every kind of plan, and looks at the files."""

from __future__ import annotations

import contextlib
import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from osteoapp.content.catalogue import catalogue
from osteoapp.core.events import Amount, AnyEvent, Awake, Cause, Reason, Reminded, Retracted, Taken
from osteoapp.core.recurrence import AsNeeded, Freq, FromLastTaken, OnOff, Rule, Unit
from osteoapp.core.regimen import (
    AppointmentPlan,
    CheckPlan,
    CyclePlan,
    DayTimes,
    DosePlan,
    Draft,
    GoalPlan,
    Patient,
    Pause,
    PlanVersion,
    Regimen,
    TabletPlan,
)
from osteoapp.store.store import Store

ROOT = Path(__file__).resolve().parents[2]
NOW = datetime(2026, 11, 23, 6, 30, tzinfo=UTC)
ZONE = "Europe/Amsterdam"
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "error"}


def opened(folder: Path, *, patience: float = 0.05) -> Store:
    return Store.open(folder, catalogue(), patience=patience)


def taken(number: int, *, after: timedelta = timedelta(0), note: str = "dose") -> Taken:
    at = NOW + timedelta(days=number) + after
    return Taken(id=f"answer-{number}", at=at, recorded=at, zone=ZONE, item=f"vitamin-d/{at.date()}/{note}")


def amount(number: int, value: int) -> Amount:
    return Amount(id=f"amount-{number}", at=NOW, recorded=NOW, zone=ZONE, item=f"dairy/{NOW.date()}/goal", amount=value)


def reminded(name: str, at: datetime = NOW) -> Reminded:
    item = f"vitamin-d/{at.date()}/dose"
    return Reminded(id=name, at=at, recorded=at, zone=ZONE, item=item, reason=Reason.DUE)


def awake(name: str, at: datetime = NOW) -> Awake:
    return Awake(id=name, at=at, recorded=at, zone=ZONE, cause=Cause.START)


def retracted(event: AnyEvent) -> Retracted:
    return Retracted(id=f"undo-{event.id}", at=NOW, recorded=NOW, zone=ZONE, item=event.item, event=event.id)


def every_kind() -> Draft:
    """A draft with each kind of plan and each kind of recurrence, and nothing left at its default."""
    start = date(2026, 11, 2)
    times = (time(8, 0), time(20, 30))
    return Draft(
        patient=Patient("Mevrouw De Vries-Ñandú", "nl", "Europe/Amsterdam"),
        day=DayTimes(time(7, 0), time(21, 0), time(9, 30), time(11, 45), None),
        phones={"gp": "010-1234567", "pharmacy": ""},
        plans=(
            TabletPlan("tablet", "alendronate-tablet", start, weekday=6, time=time(7, 15), stock=4, note="\udcff é"),
            CyclePlan("prik", "denosumab-injection", start, last_given=date(2026, 5, 12), call="gp"),
            CyclePlan("infuus", "zoledronate-infusion", start, unknown=True, treated_since=date(2024, 2, 29)),
            DosePlan("d", "vitamin-d-tablet", start, times=(time(8, 30),)),
            DosePlan("a", "other-medicine", start, times=times, recurrence=Rule(Freq.WEEKLY, 2, frozenset({0, 3}))),
            DosePlan("b", "other-medicine", start, times=times, recurrence=FromLastTaken(3, Unit.DAYS), name="X"),
            DosePlan("c", "other-medicine", start, times=times, recurrence=OnOff(21, 7), may_wait=True),
            DosePlan("e", "other-medicine", start, recurrence=AsNeeded(), instruction="zo nodig"),
            GoalPlan("lopen", "activity", start, target=30, times=(), after_fracture_until=date(2027, 1, 1)),
            CheckPlan("tandarts", "dentist", start, every_months=6, last=date(2026, 9, 1)),
            AppointmentPlan("dexa", "other-appointment", start, date=date(2027, 3, 1), time=time(10, 5), place="p"),
        ),
        pauses=(Pause(date(2026, 12, 1), date(2026, 12, 4), "ziekenhuis"),),
    )


def regimen_of(draft: Draft) -> Regimen:
    versions = tuple(PlanVersion(plan, draft.day, NOW, plan.start) for plan in draft.plans)
    return Regimen(catalogue(), draft, versions)


def rows(folder: Path, statement: str = "SELECT id FROM events ORDER BY number") -> list[tuple[object, ...]]:
    """What the database holds, read without the program."""
    with contextlib.closing(sqlite3.connect(folder / "osteoapp.db")) as connection:
        return connection.execute(statement).fetchall()


def ids(folder: Path) -> list[object]:
    return [row[0] for row in rows(folder)]


def journal_ids(folder: Path) -> list[str]:
    """The ids of the events in the journal, read without the program."""
    entries = [json.loads(line)["entry"] for line in (folder / "answers.journal").read_text("ascii").splitlines()]
    return [event["id"] for entry in entries for event in entry.get("events", ())]


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


class Children:
    """Does acts of store_child.py in processes of their own."""

    def __init__(self, within: Sequence[str] = ()) -> None:
        script = Path(__file__).with_name("store_child.py")
        self._server = subprocess.Popen(
            [*within, sys.executable, str(script)],
            env=ENVIRONMENT,
            text=True,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )

    def do(self, act: str, folder: Path, *words: str) -> tuple[int, list[Any]]:
        """The signal that ended it, 0 for none, and what it told."""
        assert self._server.stdin is not None
        assert self._server.stdout is not None
        self._server.stdin.write(json.dumps([act, str(folder), *words]) + "\n")
        self._server.stdin.flush()
        found = json.loads(self._server.stdout.readline())
        assert not found["fault"], found["fault"]
        return found["signal"], found["told"]

    def close(self) -> None:
        self._server.communicate(timeout=10)
