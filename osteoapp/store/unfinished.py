"""A set-up that was left half-way: what was answered so far, in a file of its own in the data folder.

Nothing in it counts before the person has saved the plan. It is written in one step, so that a crash leaves the old
one or the new one, and it is worth no more than the few minutes it holds: a damaged one is reported and passed over.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import BinaryIO

from osteoapp.store import files
from osteoapp.store.faults import Damaged, disk_faults_told, reason_of
from osteoapp.store.records import checksum, text_of

NAME = "setup.json"
FORMAT = 1
MOST_BYTES = 200_000

Answers = Mapping[str, str]
"""What was answered, as the fields of the screens hold it."""


def read(folder: Path) -> Answers | None:
    """The answers that were kept last; None where there are none. Raises Damaged where the file cannot be used."""
    try:
        with (folder / NAME).open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except FileNotFoundError:
        return None
    except OSError as fault:
        raise Damaged(reason_of(fault)) from fault
    return _answers(content)


def is_whole(file: BinaryIO) -> bool:
    """Whether an open file holds answers that were kept. Raises OSError."""
    try:
        _answers(file.read(MOST_BYTES + 1))
    except Damaged:
        return False
    return True


def _answers(content: bytes) -> Answers:
    try:
        record = json.loads(content.decode("ascii"))
        answers = record["answers"]
        whole = record["format"] == FORMAT and record["sum"] == checksum(text_of(answers))
    except (ValueError, KeyError, TypeError, RecursionError) as fault:
        raise Damaged(NAME) from fault
    if not whole or not isinstance(answers, dict) or not all(isinstance(value, str) for value in answers.values()):
        raise Damaged(NAME)
    return dict(answers)


def write(folder: Path, answers: Answers) -> None:
    """Keeps the answers in place of those kept before. Raises WriteFailed."""
    record = {"format": FORMAT, "answers": dict(answers), "sum": checksum(text_of(dict(answers)))}
    with disk_faults_told():
        files.write_whole(folder / NAME, text_of(record).encode("ascii"))


def forget(folder: Path) -> None:
    """The set-up is done. Raises WriteFailed."""
    with disk_faults_told():
        (folder / NAME).unlink(missing_ok=True)
