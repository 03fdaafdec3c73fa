"""Counts what got lost or came double. It imports nothing of the program and believes nothing it says.

A log, written by whoever sent the answers, holds one JSON value a line: ``{"sent": event}`` before an event is
handed to the program, ``{"acknowledged": id}`` once the program has said that it is kept. Against it stand the
database, read with the standard library, and the journal.
"""

from __future__ import annotations

import contextlib
import json
import sqlite3
import sys
import zlib
from collections import Counter
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any


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

    @property
    def clean(self) -> bool:
        """Whether no answer was lost, changed or doubled."""
        return not any(found for name, found in asdict(self).items() if name not in ("acknowledged", "notes_lost"))


def judge(folder: Path, log: Path) -> Verdict:
    """Judges a data folder that no process has open."""
    verdict = Verdict()
    sent: dict[str, dict[str, Any]] = {}
    acknowledged: list[str] = []
    for line in log.read_text("utf-8").splitlines(keepends=True):
        if not line.endswith("\n"):
            continue  # the sender died while writing it
        entry = json.loads(line)
        if "sent" in entry:
            sent[entry["sent"]["id"]] = entry["sent"]
        else:
            acknowledged.append(entry["acknowledged"])
    verdict.acknowledged = len(acknowledged)
    in_database = read_database(folder / "osteoapp.db", verdict)
    in_journal = read_journal(folder / "answers.journal", verdict)
    for name in acknowledged:
        note = sent[name]["type"] in ("reminded", "awake")
        if name not in in_database:
            (verdict.notes_lost if note else verdict.lost).append(name)
        if not note and name not in in_journal:
            verdict.lost_in_journal.append(name)
    for place in (in_database, in_journal):
        for name, event in place.items():
            if name not in sent:
                verdict.invented.append(name)
            elif event != sent[name]:
                verdict.changed.append(name)
    retracted = {event["event"] for event in in_database.values() if event["type"] == "retracted"}
    doses = Counter(
        event["item"]
        for name, event in in_database.items()
        if event["type"] == "taken" and name not in retracted
    )
    verdict.doubled += sorted(item for item, number in doses.items() if number > 1)
    return verdict


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
