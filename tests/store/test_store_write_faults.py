"""When a write fails: nothing of it is anywhere, it says why, and the same write succeeds once it can."""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import event
from sqlalchemy.engine import Engine
from store_builders import NOW, Children, every_kind, ids, journal_ids, opened, regimen_of, reminded, taken

from osteoapp.store import files
from osteoapp.store.faults import WriteFailed
from osteoapp.store.journal import Journal
from osteoapp.store.settings import Settings
from osteoapp.store.store import Store

Open = Callable[[], Store]


def code(act: Callable[[], None]) -> str:
    with pytest.raises(WriteFailed) as caught:
        act()
    return caught.value.code


@contextlib.contextmanager
def locked(folder: Path) -> Iterator[None]:
    with contextlib.closing(sqlite3.connect(folder / files.DATABASE, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        yield


@contextlib.contextmanager
def held(folder: Path) -> Iterator[None]:
    with files.folder_lock(folder, 0):
        yield


@contextlib.contextmanager
def commit_fails(name: str) -> Iterator[None]:
    def refuse(connection: object) -> None:
        fault = sqlite3.OperationalError(name)
        fault.sqlite_errorname = name
        raise fault

    event.listen(Engine, "commit", refuse)
    try:
        yield
    finally:
        event.remove(Engine, "commit", refuse)


@contextlib.contextmanager
def journal_refuses(number: int) -> Iterator[None]:
    def refuse(descriptor: int) -> None:
        raise OSError(number, os.strerror(number))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(files, "flush", refuse)
        yield


HINDRANCES: dict[str, tuple[Callable[[Path], contextlib.AbstractContextManager[None]], str]] = {
    "another program holds the database": (locked, "locked"),
    "another process of ours writes": (held, "locked"),
    "the commit finds the disk full": (lambda folder: commit_fails("SQLITE_FULL"), "disk_full"),
    "the commit finds the disk read-only": (lambda folder: commit_fails("SQLITE_READONLY"), "read_only"),
    "the journal finds the disk full": (lambda folder: journal_refuses(errno.ENOSPC), "disk_full"),
    "the journal finds the disk read-only": (lambda folder: journal_refuses(errno.EROFS), "read_only"),
    "the journal finds the disk broken": (lambda folder: journal_refuses(errno.EIO), "disk_error"),
}


@pytest.mark.parametrize("hindrance", HINDRANCES)
def test_a_refused_answer_is_nowhere_and_a_retry_writes_it_once(store: Store, folder: Path, hindrance: str) -> None:
    hinder, wanted = HINDRANCES[hindrance]
    store.append([taken(1)])
    journal = (folder / files.JOURNAL).read_bytes()
    with hinder(folder):
        for _ in range(2):
            assert code(lambda: store.append([taken(2), reminded("r")])) == wanted
        assert (folder / files.JOURNAL).read_bytes() == journal
    assert ids(folder) == ["answer-1"]
    assert [found.id for found in store.history().all()] == ["answer-1"]
    with opened(folder) as other:
        assert len(other.history()) == 1
    store.append([taken(2), reminded("r")])
    assert ids(folder) == ["answer-1", "answer-2", "r"]
    assert journal_ids(folder) == ["answer-1", "answer-2"]


@pytest.mark.parametrize("hindrance", HINDRANCES)
def test_a_regimen_and_settings_that_cannot_be_saved_stay_as_they_were(
    open_store: Open, folder: Path, hindrance: str
) -> None:
    hinder, wanted = HINDRANCES[hindrance]
    store = open_store()
    store.save_settings(Settings(volume=1))
    before = store.regimen()
    with hinder(folder):
        assert code(lambda: store.save_regimen(regimen_of(every_kind()), NOW)) == wanted
        assert code(lambda: store.save_settings(Settings(volume=2))) == wanted
        assert store.regimen() == before
        assert store.settings() == Settings(volume=1)
    assert open_store().regimen() == before
    assert open_store().settings() == Settings(volume=1)
    store.save_regimen(regimen_of(every_kind()), NOW)
    assert open_store().regimen() == store.regimen() == regimen_of(every_kind())


def test_what_cannot_be_taken_back_from_the_journal_comes_into_the_database_once(
    store: Store, folder: Path, open_store: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(journal: Journal, end: int) -> None:
        raise OSError(errno.EROFS, "read-only")

    with monkeypatch.context() as patch, commit_fails("SQLITE_FULL"):
        patch.setattr(Journal, "withdraw", refuse)
        assert code(lambda: store.append([taken(1)])) == "disk_full"
    store.append([taken(1)])
    assert ids(folder) == ["answer-1"]
    assert journal_ids(folder) == ["answer-1"]
    assert open_store().repaired == ()
    assert ids(folder) == ["answer-1"]


@pytest.mark.parametrize("what", ["the database lacks answers", "the journal lacks answers", "the journal is torn"])
def test_what_cannot_be_put_right_at_the_start_counts_all_the_same(
    open_store: Open, folder: Path, tmp_path: Path, what: str
) -> None:
    with open_store() as store:
        store.append([taken(1)])
        store.backup(tmp_path / "older.db")
        store.append([taken(2), taken(3)])
        store.save_regimen(regimen_of(every_kind()), NOW)
        store.save_settings(Settings(volume=3))
    whole = (folder / files.JOURNAL).read_bytes()
    if what == "the database lacks answers":
        shutil.move(tmp_path / "older.db", folder / files.DATABASE)
    elif what == "the journal lacks answers":
        (folder / files.JOURNAL).unlink()
    else:
        (folder / files.JOURNAL).write_bytes(whole + b"{")
    with commit_fails("SQLITE_FULL"), journal_refuses(errno.ENOSPC):
        store = open_store()
        for _ in range(2):
            assert store.trouble == "disk_full"
            assert [event.id for event in store.history().all()] == ["answer-1", "answer-2", "answer-3"]
            assert store.regimen() == regimen_of(every_kind())
            assert store.settings() == Settings(volume=3)
            assert code(lambda: store.append([taken(4)])) == "disk_full"
            store.sync()
    store.append([taken(4)])
    store.sync()
    assert store.trouble is None
    assert sorted(map(str, ids(folder))) == sorted(journal_ids(folder)) == [f"answer-{n}" for n in (1, 2, 3, 4)]
    assert open_store().repaired == ()
    assert open_store().regimen() == regimen_of(every_kind())


def test_a_fault_of_the_program_is_not_taken_for_one_of_the_disk(store: Store, folder: Path) -> None:
    def wrong(connection: object) -> None:
        raise ZeroDivisionError

    event.listen(Engine, "commit", wrong)
    try:
        with pytest.raises(ZeroDivisionError):
            store.append([taken(1)])
    finally:
        event.remove(Engine, "commit", wrong)
    assert journal_ids(folder) == ids(folder) == []


def test_a_file_that_may_not_grow_takes_nothing_and_later_all(
    children: Children, folder: Path, open_store: Open
) -> None:
    signal, (answer, note, retry) = children.do("limited", folder)
    assert signal == 0
    assert answer == {"answer": "disk_full", "grown": 0}
    assert note["note"] in ("disk_full", "disk_error")
    assert retry == {"retry": "done"}
    assert [found.id for found in open_store().history().all()] == ["r", "answer-1", "answer-2"]
    assert journal_ids(folder) == ["answer-1", "answer-2"]


def may_mount() -> bool:
    if sys.platform != "linux" or shutil.which("unshare") is None:
        return False
    return subprocess.run(["unshare", "-rm", "true"], capture_output=True, check=False).returncode == 0


small_disk = pytest.mark.skipif(not may_mount(), reason="no right to mount a small disk")


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[tuple[Children, Path]]:
    """A disk of one megabyte, and processes that see it."""
    place = tmp_path / "disk"
    place.mkdir()
    mount = ["unshare", "-rm", "sh", "-c", f'mount -t tmpfs -o size=1m tmpfs "{place}" && exec "$@"', "sh"]
    found = Children(mount)
    yield found, place / "data"
    found.close()


@small_disk
def test_a_disk_that_runs_full_loses_nothing_acknowledged_and_takes_the_rest_later(disk: tuple[Children, Path]) -> None:
    children, folder = disk
    signal, (first, journal, restarted, retry, last) = children.do("full_disk", folder)
    assert signal == 0
    assert first["refused"] == "disk_full"
    assert first["in memory"] == first["acknowledged"]
    assert journal == {"entries": first["acknowledged"], "torn": 0}
    assert restarted == {"answers": first["acknowledged"], "refused": "disk_full"}
    assert retry == {"retry": "done"}
    assert last == {"trouble": None, "answers": first["acknowledged"] + 1, "repaired": []}


@small_disk
def test_a_full_disk_does_not_keep_the_program_from_starting(disk: tuple[Children, Path]) -> None:
    children, folder = disk
    signal, (restarted, refused, trouble, retry, last) = children.do("start_on_a_full_disk", folder)
    assert signal == 0
    assert restarted == {"trouble": "disk_full", "answers": 1, "plans": 11}
    assert refused == ["disk_full", "disk_full"]
    assert trouble == "disk_full"
    assert retry == "done"
    assert last == {"trouble": None, "answers": 2, "repaired": []}


@small_disk
def test_a_first_start_on_a_full_disk_says_so(disk: tuple[Children, Path]) -> None:
    children, folder = disk
    assert children.do("first_start_on_a_full_disk", folder) == (0, ["disk_full"])
