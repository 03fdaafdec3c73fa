"""Counts what got lost or came double. It imports nothing of the program and believes nothing it says.

A log, written by whoever sent the answers, holds one JSON value a line: ``{"sent": event}`` before an event is
handed to the program, ``{"acknowledged": id}`` once the program has said that it is kept. Who uses the command line
does not make the events: ``{"asked": {"item", "type"}}`` goes before, and ``item`` and ``type`` with the
acknowledgement. ``{"silent": text}`` is a start or a command that failed without a plain sentence, and
``{"one_a_day": plan}`` names a plan of which no date may have two doses taken. Against it stand the database, read
with the standard library, and the journal.
"""

from __future__ import annotations

import contextlib
import json
import sqlite3
import sys
import zlib
from collections import Counter
from dataclasses import asdict, dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo


@dataclass
class Verdict:
    """What was found; all but ``acknowledged`` should be empty.

    ``notes_lost`` are showings and starts that the program noted itself: damage of the database may cost some.
    """

    acknowledged: int = 0
    notes_lost: list[str] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    lost_in_journal: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    doubled: list[str] = field(default_factory=list)
    invented: list[str] = field(default_factory=list)
    damaged: list[str] = field(default_factory=list)
    silent: list[str] = field(default_factory=list)

    @property
    def clean(self) -> bool:
        """Whether no answer was lost, changed or doubled."""
        return not any(found for name, found in asdict(self).items() if name not in ("acknowledged", "notes_lost"))


@dataclass
class Said:
    """The log: what was sent, asked and acknowledged."""

    sent: dict[str, dict[str, Any]] = field(default_factory=dict)
    asked: set[tuple[str, str]] = field(default_factory=set)
    acknowledged: dict[str, dict[str, Any]] = field(default_factory=dict)
    one_a_day: set[str] = field(default_factory=set)

    def expects(self, name: str, event: dict[str, Any]) -> bool:
        """Whether an event may be there."""
        asked = {(event["item"], event["type"]), ("*", event["type"])} & self.asked
        return name in self.sent or bool(asked)

    def changed(self, name: str, event: dict[str, Any]) -> bool:
        """Whether an event is another than the one that was sent or acknowledged."""
        if name in self.sent:
            return event != self.sent[name]
        wanted = self.acknowledged.get(name, {})
        return any(event[key] != wanted[key] for key in ("item", "type") if key in wanted)


def read_log(log: Path, verdict: Verdict) -> Said:
    said = Said()
    for line in log.read_text("utf-8").splitlines(keepends=True):
        if not line.endswith("\n"):
            continue  # the sender died while writing it
        entry = json.loads(line)
        if "sent" in entry:
            said.sent[entry["sent"]["id"]] = entry["sent"]
        elif "asked" in entry:
            said.asked.add((entry["asked"]["item"], entry["asked"]["type"]))
        elif "silent" in entry:
            verdict.silent.append(entry["silent"])
        elif "one_a_day" in entry:
            said.one_a_day.add(entry["one_a_day"])
        else:
            said.acknowledged[entry["acknowledged"]] = entry
    verdict.acknowledged = len(said.acknowledged)
    return said


def judge(folder: Path, log: Path) -> Verdict:
    """Judges a data folder that no process has open."""
    verdict = Verdict()
    said = read_log(log, verdict)
    in_database = read_database(folder / "osteoapp.db", verdict)
    in_journal = read_journal(folder / "answers.journal", verdict)
    for name, entry in said.acknowledged.items():
        note = (said.sent.get(name) or entry).get("type") in ("reminded", "awake")
        if name not in in_database:
            (verdict.notes_lost if note else verdict.lost).append(name)
        if not note and name not in in_journal:
            verdict.lost_in_journal.append(name)
    for place in (in_database, in_journal):
        for name, event in place.items():
            if not said.expects(name, event):
                verdict.invented.append(name)
            elif said.changed(name, event):
                verdict.changed.append(name)
    verdict.doubled += doubled(in_database, said.one_a_day)
    return verdict


def doubled(events: dict[str, dict[str, Any]], one_a_day: set[str]) -> list[str]:
    """The items taken twice, and the dates on which a plan of one a day was taken twice."""
    retracted = {event["event"] for event in events.values() if event["type"] == "retracted"}
    taken = [event for name, event in events.items() if event["type"] == "taken" and name not in retracted]
    counted = Counter(event["item"] for event in taken)
    for event in taken:
        plan = event["item"].split("/")[0]
        if plan in one_a_day:
            local = datetime.fromisoformat(event["at"]).astimezone(ZoneInfo(event["zone"]))
            counted[f"{plan} on {local.date()}"] += 1
    return sorted(item for item, number in counted.items() if number > 1)


def read_database(path: Path, verdict: Verdict) -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = {}
    with contextlib.closing(sqlite3.connect(path)) as connection:
        verdict.damaged += [row[0] for row in connection.execute("PRAGMA integrity_check") if row[0] != "ok"]
        for name, record in connection.execute("SELECT id, record FROM events ORDER BY number"):
            if name in found:
                verdict.doubled.append(name)
            found[name] = json.loads(record)
            if found[name]["id"] != name:
                verdict.changed.append(name)
    return found


def read_journal(path: Path, verdict: Verdict) -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = {}
    if not path.exists():
        return found
    for number, line in enumerate(path.read_bytes().splitlines()):
        entry = line[line.index(b'"entry":') + 8 : -1] if b'"entry":' in line else b""
        if not entry or int(line[8:16], 16) != zlib.crc32(entry):
            verdict.damaged.append(f"journal line {number}")
            continue
        for event in json.loads(entry).get("events", ()):
            found[event["id"]] = event
    return found


def main() -> int:
    verdict = judge(Path(sys.argv[1]), Path(sys.argv[2]))
    print(json.dumps(asdict(verdict)))
    return 0 if verdict.clean else 1


if __name__ == "__main__":
    sys.exit(main())
