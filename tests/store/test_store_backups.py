"""Whole copies: made while others write, checked, private, and only so many."""

from __future__ import annotations

import contextlib
import sqlite3
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from store_builders import NOW, every_kind, names, opened, regimen_of, reminded, taken

from osteoapp.store import backups, files
from osteoapp.store.faults import WriteFailed
from osteoapp.store.store import Store

Open = Callable[[], Store]


def test_a_copy_is_one_file_that_holds_everything(store: Store, folder: Path, tmp_path: Path) -> None:
    store.append([taken(1), reminded("r")])
    store.save_regimen(regimen_of(every_kind()), NOW)
    target = tmp_path / "usb" / "copy.db"
    target.parent.mkdir()
    store.backup(target)
    assert names(target.parent) == {"copy.db"}
    alone = tmp_path / "alone"
    alone.mkdir()
    target.rename(alone / files.DATABASE)
    with opened(alone) as copy:
        assert list(copy.history().all()) == list(store.history().all())
        assert copy.regimen() == store.regimen()


def test_a_copy_may_be_made_in_another_thread_while_answers_are_written(store: Store, folder: Path) -> None:
    faults: list[BaseException] = []

    def copy() -> None:
        try:
            for number in range(10):
                store.backup(folder / f"copy-{number}")
        except BaseException as fault:
            faults.append(fault)

    worker = threading.Thread(target=copy)
    worker.start()
    number = 0
    while worker.is_alive() or number < 20:
        store.append([taken(number)])
        number += 1
    worker.join()
    assert faults == []
    for copied in range(10):
        with contextlib.closing(sqlite3.connect(folder / f"copy-{copied}")) as connection:
            found = [row[0] for row in connection.execute("SELECT id FROM events ORDER BY number")]
        assert found == [f"answer-{answer}" for answer in range(len(found))]


def test_a_copy_that_cannot_be_written_leaves_the_old_one(store: Store, folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "copy.db"
    store.backup(target)
    before = target.read_bytes()
    store.append([taken(1)])

    def refuse(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(files, "flush", refuse)
        for act in (lambda: store.backup(target), lambda: store.keep_copy(NOW)):
            with pytest.raises(WriteFailed) as caught:
                act()
            assert caught.value.code == "disk_full"
    assert target.read_bytes() == before
    assert names(tmp_path) == {"copy.db", "data"}
    assert names(folder / "backups") == set()


def test_a_place_that_is_not_there_is_told(store: Store, tmp_path: Path) -> None:
    with pytest.raises(WriteFailed) as caught:
        store.backup(tmp_path / "unplugged" / "copy.db")
    assert caught.value.code == "no_such_folder"


def test_a_copy_of_a_damaged_database_is_none(store: Store, folder: Path, tmp_path: Path) -> None:
    store.append([taken(1)])
    store.close()
    whole = (folder / files.DATABASE).read_bytes()
    place = whole.index(b'"id":"answer-1"') + 13
    (folder / files.DATABASE).write_bytes(whole[:place] + b"8" + whole[place + 1 :])
    with pytest.raises(WriteFailed) as caught:
        backups.backup(folder, tmp_path / "copy.db")
    assert caught.value.code == "database_damaged"
    assert names(tmp_path) == {"data"}


def test_what_a_dead_copier_left_does_not_spoil_the_next(store: Store, tmp_path: Path) -> None:
    (tmp_path / "copy.db.part").write_bytes(b"half")
    (tmp_path / "copy.db.part-journal").write_bytes(b"half a journal")
    store.backup(tmp_path / "copy.db")
    assert names(tmp_path) == {"copy.db", "data"}


def test_a_fault_of_the_program_is_none_of_the_disk(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def wrong(*_: object) -> None:
        raise sqlite3.ProgrammingError("wrong")

    monkeypatch.setattr(backups, "write_copy", wrong)
    with pytest.raises(sqlite3.ProgrammingError):
        store.backup(tmp_path / "copy.db")
    with pytest.raises(sqlite3.ProgrammingError):
        store.keep_copy(NOW)
