"""Plays every hand-written day-by-day table against the real loop on a virtual clock.

The tables in tests/timelines were written from the rules, before the code, and never by the program.
"""

from __future__ import annotations

import fnmatch
import tomllib
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from osteoapp.content.catalogue import catalogue
from osteoapp.core.agenda import agenda
from osteoapp.core.answers import Request
from osteoapp.core.changes import revise
from osteoapp.core.history import History
from osteoapp.core.item import Agenda, Item
from osteoapp.core.recurrence import instant
from osteoapp.core.refusal import Refused
from osteoapp.core.regimen import Regimen
from osteoapp.exchange.regimen_file import RegimenFaults, read
from osteoapp.reminding.simulation import Action, MemoryStore, Simulation, asleep, clock_set, off, zone_set

FOLDER = Path(__file__).parent / "timelines"
TABLES = sorted(FOLDER.glob("*.toml"))


def wall(text: str) -> datetime:
    return datetime.fromisoformat(text)


def test_there_are_at_least_thirty_tables() -> None:
    assert len(TABLES) >= 30


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.stem)
def test_timeline(path: Path) -> None:
    Timeline(tomllib.loads(path.read_text(encoding="utf-8"))).run()


class Timeline:
    """One table: its script, and what it expects."""

    def __init__(self, table: dict[str, Any]) -> None:
        self.table = table
        self.zone = ZoneInfo(table["zone"])
        self.faults: list[str] = []
        start = wall(table["start"])
        draft = read(table["regimen"].encode(), catalogue(), start.date())
        regimen = revise(Regimen(catalogue()), draft, History(), start.replace(tzinfo=self.zone))
        self.simulation = Simulation(MemoryStore(regimen), start, self.zone)

    def run(self) -> None:
        start = wall(self.table["start"])
        actions = [Action(start, 1, Simulation.start), *self._script(), *self._expectations()]
        self.simulation.play(actions, wall(self.table["end"]))
        self._check_logs()
        assert not self.faults, "\n" + "\n".join(self.faults)

    def _script(self) -> Iterator[Action]:
        for span in self.table.get("off", []):
            yield from off(*map(wall, span.split("/")))
        for span in self.table.get("sleep", []):
            yield from asleep(*map(wall, span.split("/")))
        for text in self.table.get("set_clock", []):
            at, to = text.split("=")
            yield clock_set(wall(at), wall(to))
        for text in self.table.get("zone_change", []):
            at, zone = text.split("=")
            yield zone_set(wall(at), ZoneInfo(zone))
        for entry in self.table.get("change", []):
            yield Action(wall(entry["when"]), 3, lambda sim, entry=entry: self._change(sim, entry))  # type: ignore[misc]
        for entry in self.table.get("answer", []):
            yield Action(wall(entry["when"]), 4, lambda sim, entry=entry: self._answer(sim, entry))  # type: ignore[misc]

    def _change(self, simulation: Simulation, entry: dict[str, Any]) -> None:
        try:
            draft = read(entry["regimen"].encode(), catalogue(), simulation.loop.today())
            simulation.edit(draft, frozenset(entry.get("confirm_end", ())))
            refused = False
        except (Refused, RegimenFaults):
            refused = True
        if refused != entry.get("refused", False):
            self.faults.append(f"{entry['when']} change: refused is {refused}")

    def _answer(self, simulation: Simulation, entry: dict[str, Any]) -> None:
        simulation.when_running(lambda sim: self._give(sim, entry))

    def _give(self, simulation: Simulation, entry: dict[str, Any]) -> None:
        try:
            if entry["answer"] == "undo":
                simulation.undo()
            else:
                simulation.answer(self._request(entry))
            refused = ""
        except Refused as fault:
            refused = f"{fault.code} {fault.values}"
        if bool(refused) != entry.get("refused", False):
            self.faults.append(f"{entry['when']} {entry.get('item')} {entry['answer']}: refused is {refused!r}")

    def _request(self, entry: dict[str, Any]) -> Request:
        return Request(
            item=entry["item"],
            answer=entry["answer"],
            at=self._instant(entry.get("at")),
            on=self._day(entry.get("on")),
            amount=entry.get("amount"),
            note=entry.get("note"),
            until=self._instant(entry.get("until")),
            minutes=entry.get("minutes"),
        )

    def _instant(self, text: str | None) -> datetime | None:
        if text is None:
            return None
        moment = wall(text)
        zone = self.simulation.loop.now().tzinfo
        assert isinstance(zone, ZoneInfo)
        return instant(moment.date(), moment.time(), zone)

    def _day(self, value: str | date | None) -> date | datetime | None:
        if not isinstance(value, str):
            return value
        return datetime.fromisoformat(value) if "T" in value else date.fromisoformat(value)

    def _expectations(self) -> Iterator[Action]:
        for entry in self.table.get("expect", []):
            yield Action(wall(entry["at"]), 9, lambda sim, entry=entry: self._expect(sim, entry))  # type: ignore[misc]

    def _expect(self, simulation: Simulation, entry: dict[str, Any]) -> None:
        found = self._look(simulation, entry)
        item = found.item(entry["item"])
        place = f"{entry['at']} {entry['item']}"
        if entry.get("absent"):
            if item is not None:
                self.faults.append(f"{place}: listed as {item.status.value}, due {self._local(item.due)}")
            return
        if item is None:
            listed = ", ".join(item.id for item in found.items)
            self.faults.append(f"{place}: not listed; there are: {listed}")
            return
        for key, want in entry.items():
            if key not in ("at", "item", "dates"):
                have = self._value(item, key)
                if have != want:
                    self.faults.append(f"{place}: {key} is {have!r}, expected {want!r}")

    def _look(self, simulation: Simulation, entry: dict[str, Any]) -> Agenda:
        now = simulation.loop.now()
        first, last = entry.get("dates", [now.date().isoformat()] * 2)
        dates = (date.fromisoformat(str(first)), date.fromisoformat(str(last)))
        running = simulation.loop._running(now)
        return agenda(simulation.loop.regimen, simulation.loop.history, now, dates=dates, running=running)

    def _value(self, item: Item, key: str) -> Any:
        value = getattr(item, key)
        if key in ("due", "planned", "block_until"):
            return None if value is None else self._local(value)
        if key == "notices":
            return [notice.value for notice in value]
        if key == "progress":
            return [value.value, value.target]
        return value.value if hasattr(value, "value") else value

    def _local(self, moment: datetime) -> str:
        local = moment.astimezone(self.simulation.loop.now().tzinfo)
        return local.replace(tzinfo=None).isoformat(timespec="minutes" if not local.second else "seconds")

    def _check_logs(self) -> None:
        for log in self.table.get("log", []):
            first, last = wall(log["from"]), wall(log["to"])
            have = [
                f"{shown.at.replace(tzinfo=None).isoformat(timespec='minutes')} {shown.reminder.item.id} "
                f"{shown.reminder.reason.value} {shown.reminder.level}"
                for shown in self.simulation.shown
                if first <= shown.at.replace(tzinfo=None) < last
                and any(fnmatch.fnmatch(shown.reminder.item.id, pattern) for pattern in log["items"])
            ]
            if have != log["shown"]:
                self.faults.append(
                    f"log {log['from']} to {log['to']} of {log['items']}:\n  have "
                    + "\n       ".join(have)
                    + "\n  want "
                    + "\n       ".join(log["shown"])
                )
