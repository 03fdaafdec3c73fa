"""What lies beside the database goes into a copy and out of it again; a hostile or damaged copy brings nothing."""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
import sqlite3
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from store_builders import NOW, names, opened, rows, taken

from osteoapp.store import backups, clinic, companions, files, restoring, rotation, unfinished
from osteoapp.store.faults import CopyRefused, WriteFailed
from osteoapp.store.stopwatch import NAME as STOPWATCH
from osteoapp.store.store import Store
from osteoapp.store.ticks import TicksFile

AT = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
TEXT = "één tekst".encode()
LONG = bytes(range(256)) * 100  # in three parts
PART, MOST = 10_000, 40_000
ANSWERS = {"patient.name": "Ada"}
TICKS = frozenset({"stairs:1", "bath:12"})
NAMES = set(companions.NAMES)


def put_all(folder: Path, text: bytes = LONG) -> None:
    clinic.write(folder, text)
    unfinished.write(folder, ANSWERS)
    TicksFile(folder).write(TICKS)


def all_there(folder: Path, text: bytes = LONG) -> bool:
    found = clinic.read(folder), unfinished.read(folder), TicksFile(folder).read()
    return found == (text, ANSWERS, TICKS)


def restore(folder: Path, source: Path) -> restoring.Restored:
    return restoring.restore(folder, source, AT, 0.05)


def sizes(copy: Path) -> list[tuple[object, ...]]:
    with contextlib.closing(sqlite3.connect(copy)) as connection:
        return connection.execute("SELECT name, part, state, length(bytes) FROM companion ORDER BY 1, 2").fetchall()


@pytest.fixture(autouse=True)
def small_measures(monkeypatch: pytest.MonkeyPatch) -> None:
    """A hundredth of the real ones: the tests are as quick as those of other copies."""
    assert (companions.PART, companions.MOST_BY_ITSELF) == (PART * 100, MOST * 100)
    monkeypatch.setattr(companions, "PART", PART)
    monkeypatch.setattr(companions, "MOST_BY_ITSELF", MOST)


@pytest.fixture
def copy(folder: Path, tmp_path: Path) -> Path:
    target = tmp_path / "copy.db"
    with opened(folder) as store:
        store.append([taken(1)])
        put_all(folder)
        (folder / STOPWATCH).write_bytes(b"runs")
        store.backup(target)
    return target


def test_a_copy_brings_to_another_computer_all_that_the_person_would_miss(copy: Path, tmp_path: Path) -> None:
    assert names(copy.parent) == {"copy.db", "data"}
    assert [row for row in sizes(copy) if row[0] == clinic.CLINIC] == [
        (clinic.CLINIC, 0, "whole", PART),
        (clinic.CLINIC, 1, "whole", PART),
        (clinic.CLINIC, 2, "whole", len(LONG) + 65 - 2 * PART),
    ]
    assert backups.sound(copy)
    new = tmp_path / "new"
    assert restoring.preview(copy).companions == dict.fromkeys(companions.NAMES, "whole")
    done = restore(new, copy)
    assert done.held.companions == dict.fromkeys(companions.NAMES, "whole")
    assert all_there(new)
    assert not (new / STOPWATCH).exists(), "it would have run ever since"
    with opened(new) as store:
        assert store.check().sound
        assert rows(new, "SELECT name FROM sqlite_master WHERE name = 'companion'") == []
        assert store.keep_copy(AT + timedelta(hours=1)) is None, "the copy that the restore made has them already"
    if sys.platform != "win32":
        assert {(new / name).stat().st_mode & 0o777 for name in NAMES} == {0o600}


def test_what_a_copy_replaces_is_kept_and_what_it_does_not_hold_stays(folder: Path, copy: Path, tmp_path: Path) -> None:
    with opened(folder) as store:
        clinic.remove(folder)
        TicksFile(folder).write(())
        store.backup(tmp_path / "without.db")
        clinic.write(folder, TEXT)
    kept = restore(folder, tmp_path / "without.db").kept
    assert kept is not None
    assert clinic.read(folder) == TEXT
    assert names(folder / kept) & NAMES == NAMES - {clinic.CLINIC}
    kept = restore(folder, copy).kept
    assert kept is not None
    assert all_there(folder)
    assert (clinic.read(folder / kept), TicksFile(folder / kept).read()) == (TEXT, frozenset())
    assert (folder / STOPWATCH).read_bytes() == b"runs"
    # The database of a data folder has its companions beside it: what was replaced can be put back whole.
    restore(folder, folder / kept / files.DATABASE)
    assert (clinic.read(folder), TicksFile(folder).read(), unfinished.read(folder)) == (TEXT, frozenset(), ANSWERS)


# --- when a copy is made, and how much of them it takes


def test_a_companion_alone_is_reason_for_a_new_copy(store: Store, folder: Path) -> None:
    store.append([taken(1)])
    hours = iter(NOW + timedelta(hours=hour) for hour in range(20))

    def made() -> bool:
        return store.keep_copy(next(hours)) is not None

    assert [made(), made()] == [True, False]
    for change in (
        lambda: clinic.write(folder, TEXT),
        lambda: clinic.write(folder, TEXT * 2),
        lambda: TicksFile(folder).write(TICKS),
        lambda: unfinished.write(folder, ANSWERS),
        lambda: unfinished.forget(folder),
        lambda: clinic.remove(folder),
    ):
        change()
        assert [made(), made()] == [True, False]
    newest = backups.copies(folder)[-1]
    assert backups.same(newest, folder / files.DATABASE)
    store.append([taken(2)])
    assert not backups.same(newest, folder / files.DATABASE)


def test_a_copy_of_an_earlier_version_is_followed_by_one_that_knows_them(store: Store, folder: Path) -> None:
    earlier = store.keep_copy(NOW)
    assert earlier is not None
    backups.write_copy(folder / files.DATABASE, earlier)
    assert store.keep_copy(NOW + timedelta(hours=1)) is not None


def test_a_large_text_is_only_in_a_copy_of_ones_own(store: Store, folder: Path, tmp_path: Path) -> None:
    clinic.write(folder, bytes(MOST - 65))
    fits = store.keep_copy(NOW)
    clinic.write(folder, bytes(MOST - 64))
    large = store.keep_copy(NOW + timedelta(hours=1))
    assert fits is not None
    assert large is not None
    assert len(sizes(fits)) == 4
    assert sizes(large) == [(clinic.CLINIC, 0, "large", 0)]
    assert large.stat().st_size < fits.stat().st_size - MOST // 2
    assert store.keep_copy(NOW + timedelta(hours=2)) is None
    assert restoring.preview(large).companions == {clinic.CLINIC: "large"}
    store.backup(tmp_path / "own.db")
    restore(tmp_path / "new", tmp_path / "own.db")
    assert clinic.read(tmp_path / "new") == bytes(MOST - 64)
    restore(tmp_path / "new", large)
    assert clinic.read(tmp_path / "new") == bytes(MOST - 64), "what a copy does not hold stays as it is"


@pytest.mark.skipif(sys.platform == "win32", reason="no named pipes there")
def test_no_companion_stops_the_copy_of_the_answers(store: Store, folder: Path) -> None:
    store.append([taken(1)])
    clinic.write(folder, TEXT)
    (folder / clinic.CLINIC).write_bytes(b"x")
    os.mkfifo(folder / "ticks")
    (folder / unfinished.NAME).mkdir()
    copy = store.keep_copy(NOW)
    assert copy is not None
    assert sizes(copy) == [(name, 0, "damaged", 0) for name in sorted(NAMES)]
    assert backups.sound(copy)
    before = len(os.listdir("/dev/fd"))
    companions.beside(folder)
    assert len(os.listdir("/dev/fd")) == before


def test_no_copy_goes_over_a_companion(store: Store, folder: Path) -> None:
    for name in NAMES:
        with pytest.raises(WriteFailed) as caught:
            store.backup(folder / name)
        assert caught.value.code == "file_of_data"


def test_the_newest_copy_that_has_a_damaged_one_whole_gives_it(store: Store, folder: Path) -> None:
    for hour, text in enumerate((b"a", b"b", None)):
        clinic.write(folder, text or b"c")
        if text is None:
            (folder / clinic.CLINIC).write_bytes(b"spoiled")
        assert store.keep_copy(NOW + timedelta(hours=hour)) is not None
    assert [found[65:] for found in rotation.earlier(folder, clinic.CLINIC)] == [b"b", b"a"]
    backups.copies(folder)[1].write_bytes(b"spoiled too")
    assert [found[65:] for found in rotation.earlier(folder, clinic.CLINIC)] == [b"a"]
    clinic.write(folder, bytes(MOST + 1))
    assert store.keep_copy(NOW + timedelta(hours=4)) is not None
    assert list(rotation.earlier(folder, clinic.CLINIC)) == [], "older ones hold a text that was replaced"
    assert list(rotation.earlier(folder / "nowhere", clinic.CLINIC)) == []


# --- copies that are not what they were, or never were


def spoil(copy: Path, *statements: str) -> None:
    """Changes a copy, and seals it anew."""
    with contextlib.closing(sqlite3.connect(copy, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.execute(f"PRAGMA user_version={backups.seal_of(connection)}")


LINE = hashlib.sha256(TEXT).hexdigest() + "\n"
WRONG = {
    "a bit of a part": "UPDATE companion SET bytes = zeroblob(length(bytes)) WHERE part = 1",
    "a part gone": "DELETE FROM companion WHERE part = 1",
    "the last part gone": "DELETE FROM companion WHERE part = 2",
    "a part of another": "INSERT INTO companion SELECT 'ticks', 1, state, digest, bytes FROM companion WHERE part = 1",
    "another digest": "UPDATE companion SET digest = '0'",
    "an unknown state": "UPDATE companion SET state = 'half' WHERE name = 'ticks'",
    "a way out": "UPDATE companion SET name = '../evil' WHERE name = 'ticks'",
    "a place of its own": "UPDATE companion SET name = '/tmp/evil' WHERE name = 'ticks'",
    "a part under a strange name": "UPDATE companion SET name = 'a' || char(0) WHERE part = 2",
    "up": "UPDATE companion SET name = '..' WHERE name = 'ticks'",
    "no name": "UPDATE companion SET name = '' WHERE name = 'ticks'",
    "what no program wrote": (
        f"UPDATE companion SET bytes = CAST('x' AS BLOB), digest = '{hashlib.sha256(b'x').hexdigest()}'"
        " WHERE name = 'ticks'"
    ),
    "a large one": (
        "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < 90) INSERT OR REPLACE INTO companion"
        " SELECT 'ticks', x - 1, 'whole', 'd', zeroblob(2000) FROM n"
    ),
}


@pytest.mark.parametrize("what", WRONG)
def test_a_copy_with_a_wrong_companion_is_refused_whole(folder: Path, copy: Path, tmp_path: Path, what: str) -> None:
    clinic.write(folder, TEXT)
    before = {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}
    around = names(tmp_path)
    spoil(copy, WRONG[what])
    for act in (lambda: restore(folder, copy), lambda: restoring.preview(copy)):
        with pytest.raises(CopyRefused) as caught:
            act()
        assert caught.value.code == "copy_damaged"
    assert {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()} == before
    assert names(tmp_path) == around


@pytest.mark.parametrize("table", ["(name, part, state, digest)", "(name, part, state, digest, bytes, more)"])
def test_a_table_of_another_shape_brings_its_values_or_nothing(copy: Path, tmp_path: Path, table: str) -> None:
    spoil(copy, "DROP TABLE companion", f"CREATE TABLE companion {table}")
    with contextlib.closing(sqlite3.connect(copy, isolation_level=None)) as connection:
        values = ["ticks", 0, "whole", hashlib.sha256(b" 00000000").hexdigest(), b" 00000000", None]
        connection.execute(f"INSERT INTO companion VALUES ({', '.join('?' * (table.count(',') + 1))})",
                           values[: table.count(",") + 1])  # fmt: skip
        connection.execute("PRAGMA user_version=0")
    if "more" in table:
        assert restore(tmp_path / "new", copy).held.companions == {"ticks": "whole"}
    else:
        with pytest.raises(CopyRefused):
            restore(tmp_path / "new", copy)


def test_a_companion_that_only_a_later_version_knows_is_left_where_it_is(copy: Path, tmp_path: Path) -> None:
    spoil(copy, "INSERT INTO companion VALUES ('diary.json', 0, 'whole', 'd', x'00')")
    assert restore(tmp_path / "new", copy).held.companions == dict.fromkeys(companions.NAMES, "whole")
    assert all_there(tmp_path / "new")
    assert "diary.json" not in names(tmp_path / "new")


def test_a_copy_that_was_changed_or_cut_short_in_its_companions_is_none(copy: Path, tmp_path: Path) -> None:
    whole = copy.read_bytes()
    place = whole.index(LONG[:1_000])
    copy.write_bytes(whole[:place] + b"\xff" + whole[place + 1 :])
    assert not backups.sound(copy)
    copy.write_bytes(whole[: place + 1])
    with pytest.raises(CopyRefused):
        restore(tmp_path / "new", copy)
    assert names(tmp_path / "new") <= {"lock", "in-use"}


# --- a copy in the place of the database


def test_the_repair_of_a_database_takes_none_of_them_over(folder: Path) -> None:
    with opened(folder) as store:
        store.append([taken(1)])
        put_all(folder)
        store.keep_copy(NOW)
        clinic.write(folder, TEXT)
        TicksFile(folder).write(())
    (folder / files.DATABASE).write_bytes(b"spoiled")
    with opened(folder) as store:
        assert [repair.code for repair in store.repaired] == ["database_damaged"]
        assert store.check().sound
    assert (clinic.read(folder), TicksFile(folder).read()) == (TEXT, frozenset())
    assert rows(folder, "SELECT name FROM sqlite_master WHERE name = 'companion'") == []
    assert rows(folder, "PRAGMA freelist_count") == [(0,)], "no larger than without"


def test_a_copy_put_in_place_by_hand_brings_what_is_not_there(copy: Path, tmp_path: Path) -> None:
    by_hand = tmp_path / "by hand"
    by_hand.mkdir()
    TicksFile(by_hand).write({"hall:3"})
    shutil.copyfile(copy, by_hand / files.DATABASE)
    with opened(by_hand) as store:
        store.append([taken(2)])
        assert len(store.history()) == 2
        assert (clinic.read(by_hand), unfinished.read(by_hand)) == (LONG, ANSWERS)
        assert TicksFile(by_hand).read() == {"hall:3"}
        assert store.keep_copy(AT) is not None
    assert rows(by_hand, "SELECT name FROM sqlite_master WHERE name = 'companion'") == []
    assert rows(by_hand, "PRAGMA freelist_count") == [(0,)], "no larger than without"


def test_what_cannot_be_taken_out_by_hand_stays_where_it_is(
    copy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    by_hand = tmp_path / "by hand"
    by_hand.mkdir()
    shutil.copyfile(copy, by_hand / files.DATABASE)

    def full(path: Path, parts: object) -> None:
        raise OSError(28, "No space left on device")

    take: Callable[..., object] = companions._make
    monkeypatch.setattr(companions, "_make", full)
    with opened(by_hand) as store:
        assert len(store.history()) == 1
        made = store.keep_copy(AT)
        assert made is not None
        assert sizes(made) == [], "a copy tells of the files only"
    monkeypatch.setattr(companions, "_make", take)
    with opened(by_hand):
        assert all_there(by_hand)
