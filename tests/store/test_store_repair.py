"""A damaged database is noticed, kept under another name, and rebuilt with every acknowledged answer."""

from __future__ import annotations

import contextlib
import shutil
import sqlite3
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from store_builders import (
    NOW,
    Children,
    awake,
    every_kind,
    ids,
    journal_ids,
    names,
    opened,
    regimen_of,
    reminded,
    retracted,
    taken,
)

from osteoapp.core.regimen import Draft
from osteoapp.store import files, repair
from osteoapp.store.faults import Repair, StoreFault
from osteoapp.store.settings import Settings
from osteoapp.store.store import Store

Open = Callable[[], Store]
ANSWERS = [*(taken(number) for number in range(1, 31)), retracted(taken(3))]
NOTED = [awake("woke"), *(reminded(f"shown-{number}", NOW + timedelta(minutes=number)) for number in range(20))]
CHOSEN = Settings(text_size=200, volume=5)
PAGE = 4096


@pytest.fixture
def database(folder: Path) -> Path:
    """A closed database with answers, showings, a regimen that was changed once, and settings."""
    with opened(folder) as store:
        store.append(NOTED[:10])
        store.save_regimen(regimen_of(Draft(plans=every_kind().plans[:2])), NOW)
        for answer in ANSWERS:
            store.append([answer])
        store.save_regimen(regimen_of(every_kind()), NOW)
        store.save_settings(CHOSEN)
        store.append(NOTED[10:])
    return folder / files.DATABASE


def assert_everything_is_there(store: Store) -> None:
    found = {event.id: event for event in store.history().all()}
    assert [answer for answer in ANSWERS if found.get(answer.id) != answer] == []
    assert store.regimen() == regimen_of(every_kind())
    assert store.settings() == CHOSEN


def overwrite(path: Path, place: int, content: bytes) -> None:
    with path.open("r+b") as file:
        file.seek(place)
        file.write(content)


def cut_in_half(path: Path) -> None:
    with path.open("r+b") as file:
        file.truncate(path.stat().st_size // 2)


def change_a_record(path: Path) -> None:
    whole = path.read_bytes()
    overwrite(path, whole.index(b'"id":"answer-7"') + 13, b"8")


def another_database(path: Path) -> None:
    path.unlink()
    with contextlib.closing(sqlite3.connect(path)) as other, other:
        other.execute("CREATE TABLE recipes (name)")


DAMAGES: dict[str, Callable[[Path], object]] = {
    "its beginning is gone": lambda path: overwrite(path, 0, bytes(100)),
    "a letter lies in its place": lambda path: path.write_text("Dear doctor"),
    "it is empty": lambda path: path.write_bytes(b""),
    "it is half as long": cut_in_half,
    "one digit of an answer is another": change_a_record,
    "its header forbids writing": lambda path: overwrite(path, 18, b"\x06"),
    "its header forbids reading": lambda path: overwrite(path, 19, b"\x06"),
    "its header names another program": lambda path: overwrite(path, 68, b"\x00"),
    "the database of another program lies in its place": another_database,
    "its last page is zero": lambda path: overwrite(path, path.stat().st_size - PAGE, bytes(PAGE)),
}


@pytest.mark.parametrize("damage", DAMAGES)
@pytest.mark.parametrize("copies", ["no copy", "an old copy", "a damaged copy"])
def test_a_damaged_database_is_kept_and_rebuilt(database: Path, open_store: Open, damage: str, copies: str) -> None:
    folder = database.parent
    if copies != "no copy":
        make_old_copy(folder)
    if copies == "a damaged copy":
        overwrite(folder / "backups" / "old.db", 3 * PAGE, bytes(PAGE))
    DAMAGES[damage](database)
    spoiled = database.read_bytes()
    store = open_store()
    assert_everything_is_there(store)
    (done,) = store.repaired
    assert done.code == "database_damaged"
    assert done.values["copy"] == ("old.db" if copies == "an old copy" else "")
    assert done.values["answers"] == "30"
    assert (folder / done.values["kept"]).read_bytes() == spoiled
    assert done.values["kept"].startswith("osteoapp.db.damaged-20")
    store.append([taken(99)])
    again = open_store()
    assert again.repaired == ()
    assert_everything_is_there(again)
    assert sorted(journal_ids(folder)) == sorted([*(answer.id for answer in ANSWERS), "answer-99"])
    assert not {"osteoapp.db.building", "osteoapp.db.rebuilt"} & names(folder)


def make_old_copy(folder: Path) -> None:
    """A copy as it was when there were ten answers."""
    with opened(folder.with_name("earlier")) as earlier:
        earlier.append([*NOTED[:5], *ANSWERS[:10]])
        files.private_folder(folder / "backups")
        earlier.backup(folder / "backups" / "old.db")


@pytest.mark.parametrize("copies", ["no copy", "an old copy"])
def test_a_database_that_is_gone_is_rebuilt(database: Path, open_store: Open, copies: str) -> None:
    if copies == "an old copy":
        make_old_copy(database.parent)
    database.unlink()
    store = open_store()
    assert_everything_is_there(store)
    copy = "old.db" if copies == "an old copy" else ""
    assert store.repaired == (Repair("database_missing", {"kept": "", "copy": copy, "answers": "30"}),)


def test_any_page_may_be_lost(database: Path) -> None:
    whole = database.parent
    for page in range(database.stat().st_size // PAGE):
        folder = whole.with_name(f"page-{page}")
        shutil.copytree(whole, folder)
        overwrite(folder / files.DATABASE, page * PAGE, bytes(PAGE))
        with opened(folder) as store:
            assert_everything_is_there(store)


def test_without_journal_and_copy_all_that_can_be_read_is_rescued(database: Path, open_store: Open) -> None:
    folder = database.parent
    (folder / files.JOURNAL).unlink()
    change_a_record(database)
    store = open_store()
    found = {event.id for event in store.history().all()}
    assert found == {event.id for event in (*ANSWERS, *NOTED)} - {"answer-7"}
    assert store.regimen() == regimen_of(every_kind())
    assert store.settings() == CHOSEN
    assert [done.code for done in store.repaired] == ["database_damaged"]
    assert sorted(journal_ids(folder)) == sorted(answer.id for answer in ANSWERS if answer.id != "answer-7")


def test_what_the_program_noted_itself_is_rescued_too(database: Path, open_store: Open) -> None:
    change_a_record(database)
    found = {event.id for event in open_store().history().all()}
    assert found == {event.id for event in (*ANSWERS, *NOTED)}


def test_a_database_without_its_wal_gets_its_answers_back_from_the_journal(folder: Path, tmp_path: Path) -> None:
    left = tmp_path / "left"
    with opened(folder) as store:
        store.append(ANSWERS[:5])
        with contextlib.closing(sqlite3.connect(folder / files.DATABASE)) as other:
            other.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        store.append([*ANSWERS[5:], *NOTED])
        store.save_regimen(regimen_of(every_kind()), NOW)
        store.save_settings(CHOSEN)
        shutil.copytree(folder, left)
    for path in (left / "osteoapp.db-wal", left / "osteoapp.db-shm"):
        path.unlink()
    with opened(left) as store:
        assert_everything_is_there(store)
        assert store.repaired == (Repair("answers_replayed", {"answers": str(len(ANSWERS) - 5)}),)


@pytest.mark.parametrize("wal", ["of another database", "of zeros", "cut short"])
def test_a_spoiled_wal_costs_no_answer(folder: Path, tmp_path: Path, wal: str) -> None:
    left, other = tmp_path / "left", tmp_path / "other"
    with opened(folder) as store, opened(other) as stranger:
        stranger.append([taken(number) for number in range(200, 240)])
        store.append(ANSWERS)
        store.save_regimen(regimen_of(every_kind()), NOW)
        store.save_settings(CHOSEN)
        shutil.copytree(folder, left)
        path = left / "osteoapp.db-wal"
        if wal == "of another database":
            shutil.copyfile(other / "osteoapp.db-wal", path)
        elif wal == "of zeros":
            path.write_bytes(bytes(path.stat().st_size))
        else:
            cut_in_half(path)
    with opened(left) as store:
        assert_everything_is_there(store)


def test_an_orphaned_wal_is_not_taken_for_that_of_the_rebuilt_database(folder: Path, tmp_path: Path) -> None:
    left = tmp_path / "left"
    with opened(folder) as store:
        store.append(ANSWERS)
        store.save_regimen(regimen_of(every_kind()), NOW)
        store.save_settings(CHOSEN)
        shutil.copytree(folder, left)
    (left / files.DATABASE).unlink()
    with opened(left) as store:
        assert_everything_is_there(store)
        assert [done.code for done in store.repaired] == ["database_missing"]
    assert any(name.endswith("-wal") and ".damaged-" in name for name in names(left))


def test_a_rebuilding_that_is_killed_at_any_step_is_finished_by_the_next_start(
    database: Path, children: Children
) -> None:
    make_old_copy(database.parent)
    change_a_record(database)
    spoiled = database.read_bytes()
    survived = False
    steps = 0
    while not survived:
        folder = database.parent.with_name(f"step-{steps}")
        shutil.copytree(database.parent, folder)
        signal, told = children.do("repair_and_die", folder, str(steps))
        survived = (signal, told) == (0, ["survived"])
        assert survived or signal == 9
        with opened(folder) as store:
            assert_everything_is_there(store)
        kept = [path for path in folder.glob("*.damaged-*") if path.name[-4:] not in ("-wal", "-shm")]
        assert [path.read_bytes() for path in kept] == [spoiled]
        steps += 1
    assert steps > 4


def test_damage_while_the_program_runs_is_repaired_with_the_next_answer(open_store: Open, folder: Path) -> None:
    store = open_store()
    store.append([*ANSWERS, *NOTED])
    store.save_regimen(regimen_of(every_kind()), NOW)
    store.save_settings(CHOSEN)
    with contextlib.closing(sqlite3.connect(folder / files.DATABASE)) as other:
        other.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    pages = (folder / files.DATABASE).stat().st_size // PAGE
    overwrite(folder / files.DATABASE, PAGE, bytes((pages - 1) * PAGE))
    with contextlib.closing(sqlite3.connect(folder / files.DATABASE)) as other, contextlib.suppress(sqlite3.Error):
        other.execute("PRAGMA user_version=7")  # so that nothing is taken from memory any more
    store.append([taken(50)])
    assert [done.code for done in store.repaired] == ["database_damaged"]
    assert_everything_is_there(store)
    assert "answer-50" in store.history()
    assert sorted(map(str, ids(folder))) == sorted({*(a.id for a in ANSWERS), "answer-50"})
    assert sorted(journal_ids(folder)) == sorted({*(a.id for a in ANSWERS), "answer-50"})


def test_a_damaged_database_that_cannot_be_rebuilt_is_told_and_left(
    database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    change_a_record(database)
    spoiled = database.read_bytes()
    answers = (database.parent / files.JOURNAL).read_bytes()

    def refuse(path: Path, word: str) -> None:
        raise PermissionError(13, "in use")

    def pretend(folder: Path, content: object) -> Repair:
        return Repair("database_damaged")

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    for target, name, act, code in (
        (files, "set_aside", refuse, "database_in_use"),
        (repair, "rebuild", pretend, "database_damaged"),
        (files, "flush", full, "disk_full"),
    ):
        with monkeypatch.context() as patch:
            patch.setattr(target, name, act)
            with pytest.raises(StoreFault) as caught:
                opened(database.parent)
        assert caught.value.code == code
        assert caught.value.values["folder"] == str(database.parent)
        assert database.read_bytes() == spoiled
        assert (database.parent / files.JOURNAL).read_bytes() == answers
    with opened(database.parent) as store:
        assert_everything_is_there(store)


def test_the_newest_good_copy_is_the_one_that_holds_most(folder: Path, open_store: Open) -> None:
    store = open_store()
    store.append(ANSWERS[:20])
    store.keep_copy(NOW)
    store.append(ANSWERS[20:25])
    store.keep_copy(NOW - timedelta(days=1))
    store.append(ANSWERS[25:])
    store.keep_copy(datetime(2200, 1, 1, tzinfo=UTC))
    store.close()
    overwrite(folder / "backups" / "osteoapp-000003-2200-01-01-0000Z.db", 2 * PAGE, bytes(PAGE))
    for name in (files.DATABASE, files.JOURNAL):
        (folder / name).unlink()
    found = open_store()
    assert {event.id for event in found.history().all()} == {event.id for event in ANSWERS[:25]}
    assert found.repaired[0].values["copy"] == "osteoapp-000002-2026-11-22-0630Z.db"
