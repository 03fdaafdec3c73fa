"""Looks through everything on the disk and says what is not as it should be; repairs nothing."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from pathlib import Path

from osteoapp.core.events import is_answer
from osteoapp.store import backups, files, reading, reconcile
from osteoapp.store.faults import Damaged, Repair
from osteoapp.store.journal import Journal


@dataclass(frozen=True, slots=True)
class Report:
    """What a check found.

    ``answers``: how many there are; ``copies``: how many whole copies; ``kept``: names of damaged files that were
    set aside; ``repairs``: what was put right when the store was opened. ``problems`` are codes of what is not
    right now: database_damaged, journal_damaged, journal_incomplete, copy_damaged (their names in
    ``damaged_copies``).
    """

    answers: int
    copies: int
    damaged_copies: tuple[str, ...]
    kept: tuple[str, ...]
    repairs: tuple[Repair, ...]
    problems: tuple[str, ...]

    @property
    def sound(self) -> bool:
        """Whether nothing is wrong now."""
        return not self.problems


def check(folder: Path, connection: sqlite3.Connection, repairs: tuple[Repair, ...]) -> Report:
    """Checks database, journal and copies. Raises sqlite3.Error and OSError where they cannot be read at all."""
    problems = []
    answers = 0
    content = Journal(folder).read()
    if content.bad or content.torn:
        problems.append("journal_damaged")
    try:
        reading.verify(connection)
        rows = reading.remembered_events(connection)
        answers = sum(is_answer(row.event) for row in rows)
        gap = reconcile.compare(connection, rows, content)
        if gap.in_database or gap.entries:
            problems.append("journal_incomplete")
    except Damaged:
        problems.append("database_damaged")
        files.suspect(folder)
    damaged = [path.name for path in backups.copies(folder) if not backups.sound(path)]
    if damaged:
        problems.append("copy_damaged")
    kept = sorted(path.name for path in folder.iterdir() if files.is_aside(path))
    whole = len(backups.copies(folder)) - len(damaged)
    return Report(answers, whole, tuple(damaged), tuple(kept), repairs, tuple(problems))
