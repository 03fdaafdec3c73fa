"""What a check of everything on the disk finds, and that it changes nothing."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from store_builders import NOW, every_kind, regimen_of, retracted, taken

from osteoapp.store import files
from osteoapp.store.faults import WriteFailed
from osteoapp.store.journal import line_of
from osteoapp.store.store import Store


@pytest.fixture
def filled(store: Store) -> Store:
    store.append([taken(1), taken(2), retracted(taken(1))])
    store.save_regimen(regimen_of(every_kind()), NOW)
    store.keep_copy(NOW)
    store.append([taken(3)])
    store.keep_copy(NOW + timedelta(days=1))
    return store


def test_all_is_well(filled: Store) -> None:
    report = filled.check()
    assert report.sound
    assert (report.answers, report.copies, report.damaged_copies, report.kept) == (3, 2, (), ())
    assert (report.repairs, report.problems) == ((), ())


def change_a_record(folder: Path) -> None:
    with contextlib.closing(sqlite3.connect(folder / files.DATABASE)) as connection, connection:
        connection.execute("DROP TRIGGER events_no_update")
        connection.execute("UPDATE events SET record = replace(record, '06:30', '06:31')")


def spoil_a_copy(folder: Path) -> None:
    (folder / "backups" / "osteoapp-000002-2026-11-24-0630Z.db").write_bytes(b"spoiled")


def grow_the_journal(folder: Path, line: bytes) -> None:
    with (folder / files.JOURNAL).open("ab") as journal:
        journal.write(line)


PROBLEMS: dict[str, Callable[[Path], object]] = {
    "database_damaged": change_a_record,
    "copy_damaged": spoil_a_copy,
    "journal_damaged": lambda folder: grow_the_journal(folder, b"{"),
    "journal_incomplete": lambda folder: (folder / files.JOURNAL).write_bytes(line_of({"format": 1})),
}


@pytest.mark.parametrize("problem", PROBLEMS)
def test_what_is_wrong_is_named(filled: Store, folder: Path, problem: str) -> None:
    PROBLEMS[problem](folder)
    report = filled.check()
    assert not report.sound
    assert report.problems == (problem,)
    assert report.damaged_copies == (("osteoapp-000002-2026-11-24-0630Z.db",) if problem == "copy_damaged" else ())
    assert filled.check() == report


def test_what_was_repaired_and_what_was_kept_is_named(
    filled: Store, folder: Path, open_store: Callable[[], Store]
) -> None:
    filled.close()
    (folder / files.DATABASE).write_bytes(b"spoiled")
    report = open_store().check()
    assert report.sound
    assert [repair.code for repair in report.repairs] == ["database_damaged"]
    assert report.kept == (report.repairs[0].values["kept"],)


def test_what_cannot_be_read_is_told(filled: Store, folder: Path) -> None:
    filled.close()
    with pytest.raises(WriteFailed):
        filled.check()
