"""Putting a copy in the place of the data: all of it or nothing, what was there kept, every wrong file refused."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import sqlite3
import stat
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from store_builders import (
    NOW,
    ROOT,
    Children,
    every_kind,
    ids,
    journal_ids,
    names,
    opened,
    regimen_of,
    retracted,
    taken,
)

from osteoapp.core.events import to_record
from osteoapp.core.treatment import Catalogue
from osteoapp.store import clinic, files, restoring, unfinished
from osteoapp.store.faults import CopyRefused, StoreFault
from osteoapp.store.restoring import Restored
from osteoapp.store.settings import Settings
from osteoapp.store.store import Store
from osteoapp.store.ticks import TicksFile

Open = Callable[[], Store]
OLD = ROOT / "tests" / "data" / "databases"
AT = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)


def restore(folder: Path, source: Path) -> Restored:
    return restoring.restore(folder, source, AT, 0.05)


@pytest.fixture
def copy(folder: Path, tmp_path: Path) -> Path:
    """A copy of two answers, a regimen, settings, a clinic's text and ticks; the data have gone on since."""
    target = tmp_path / "copy.db"
    with opened(folder) as store:
        clinic.write(folder, b"then")
        TicksFile(folder).write({"hall:1"})
        store.append([taken(1), taken(2)])
        store.save_regimen(regimen_of(every_kind()), NOW)
        store.save_settings(Settings(volume=11))
        store.record_delivery("plyer", "sent", NOW, ["x"])
        store.backup(target)
        store.append([taken(3)])
        store.save_settings(Settings(volume=22))
        clinic.write(folder, b"now")
        TicksFile(folder).write({"hall:2"})
        store.keep_copy(NOW)
    return target


def all_of(folder: Path) -> dict[str, bytes]:
    """Every file but the locks."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name not in ("lock", "in-use", "copying")
    }


def test_a_restore_puts_all_of_the_copy_there_and_keeps_all_that_was_there(folder: Path, copy: Path) -> None:
    before, given = all_of(folder), copy.read_bytes()
    done = restore(folder, copy)
    assert done.kept == "replaced-2026-11-24-090000"
    assert (done.held.answers, done.held.last) == (2, taken(2))
    assert all_of(folder / done.kept) == before
    assert copy.read_bytes() == given
    assert names(copy.parent) == {"copy.db", "data"}
    for _ in range(2):
        with opened(folder) as store:
            assert [event.id for event in store.history().all()] == ["answer-1", "answer-2"]
            assert store.regimen() == regimen_of(every_kind())
            assert store.settings() == Settings(volume=11)
            assert len(store.deliveries()) == 1
            assert store.repaired == ()
            assert store.check().sound
            assert store.check().copies == 1
    assert journal_ids(folder) == ids(folder) == ["answer-1", "answer-2"]


def test_a_copy_with_a_treatment_that_is_unknown_can_be_put_back(folder: Path, copy: Path) -> None:
    """The copies that this version made of such data must serve it too: else nobody is reminded of anything."""
    with Store.open(folder, Catalogue()) as store:
        store.append([taken(9)])
        store.backup(copy.with_name("less.db"))
    restore(folder, copy.with_name("less.db"))
    with Store.open(folder, Catalogue()) as store:
        assert len(store.regimen().unknown(NOW.date())) == len(every_kind().plans)
    with opened(folder) as store:
        assert store.regimen() == regimen_of(every_kind())


def test_what_was_replaced_can_be_put_back(folder: Path, copy: Path) -> None:
    done = restore(folder, copy)
    assert done.kept is not None
    restore(folder, folder / done.kept / files.DATABASE)
    with opened(folder) as store:
        assert [event.id for event in store.history().all()] == ["answer-1", "answer-2", "answer-3"]
        assert store.settings() == Settings(volume=22)


def test_a_damage_after_a_restore_is_not_repaired_from_what_was_replaced(folder: Path, copy: Path) -> None:
    restore(folder, copy)
    (folder / files.DATABASE).write_bytes(b"spoiled")
    with opened(folder) as store:
        assert [event.id for event in store.history().all()] == ["answer-1", "answer-2"]


def test_copies_go_on_counting_after_a_restore(folder: Path, copy: Path) -> None:
    restore(folder, copy)
    assert names(folder / "backups") == {"osteoapp-000002-2026-11-24-0900Z.db"}


def test_a_restore_into_an_empty_place_is_how_one_moves_to_another_computer(tmp_path: Path, copy: Path) -> None:
    done = restore(tmp_path / "new", copy)
    assert done.kept is None
    with opened(tmp_path / "new") as store:
        assert len(store.history()) == 2


@pytest.mark.parametrize("damage", ["spoiled", "newer", "gone"])
def test_data_that_cannot_be_opened_can_be_restored(folder: Path, copy: Path, damage: str) -> None:
    database = folder / files.DATABASE
    if damage == "spoiled":
        database.write_bytes(b"spoiled")
    elif damage == "gone":
        database.unlink()
    else:
        with contextlib.closing(sqlite3.connect(database)) as connection, connection:
            connection.execute("UPDATE alembic_version SET version_num = '9999'")
    restore(folder, copy)
    with opened(folder) as store:
        assert [event.id for event in store.history().all()] == ["answer-1", "answer-2"]
        assert store.repaired == ()


@pytest.mark.skipif(sys.platform == "win32", reason="rights are inherited there")
def test_nobody_else_may_read_what_was_restored_or_kept(folder: Path, copy: Path) -> None:
    before = os.umask(0)
    try:
        copy.chmod(0o666)
        restore(folder, copy)
    finally:
        os.umask(before)
    for path in (folder, *folder.rglob("*")):
        assert stat.S_IMODE(path.stat().st_mode) == (0o700 if path.is_dir() else 0o600), path


def test_a_preview_says_what_a_copy_holds_and_changes_nothing(folder: Path, copy: Path) -> None:
    with opened(folder) as store:
        store.append([retracted(taken(3))])
        store.backup(copy)
    before = all_of(folder)
    held = restoring.preview(copy)
    assert (held.answers, held.last) == (2, taken(2))
    assert held.regimen is not None
    assert held.regimen.draft == every_kind()
    assert all_of(folder) == before


# --- refused


def test_while_the_data_are_open_nothing_is_restored(folder: Path, copy: Path, open_store: Open) -> None:
    store = open_store()
    with pytest.raises(StoreFault) as caught:
        restore(folder, copy)
    assert caught.value.code == "restore_in_use"
    store.append([taken(4)])
    store.close()
    restore(folder, copy)
    assert ids(folder) == ["answer-1", "answer-2"]


def cut(copy: Path) -> None:
    copy.write_bytes(copy.read_bytes()[:-1])


def change(copy: Path, *statements: str) -> None:
    with contextlib.closing(sqlite3.connect(copy)) as connection, connection:
        for statement in statements:
            connection.execute(statement)


def turn_a_bit(copy: Path) -> None:
    content = bytearray(copy.read_bytes())
    place = content.index(b'"id":"answer-2"') + 13
    content[place] ^= 1
    copy.write_bytes(content)


def pipe(copy: Path) -> None:
    copy.unlink()
    os.mkfifo(copy)


UNSEALED = "PRAGMA user_version=0"
FOREIGN_DATABASE = "CREATE TABLE notes (words TEXT)"
ENDLESS = (
    "CREATE VIEW settings AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n)"
    " SELECT x AS id, x AS number, '{}' AS record, 0 AS sum FROM n"
)
REFUSED: dict[str, tuple[Callable[[Path], object], str]] = {
    "gone": (Path.unlink, "copy_missing"),
    "empty": (lambda copy: copy.write_bytes(b""), "copy_foreign"),
    "a letter": (lambda copy: copy.write_text("Lieve Annie"), "copy_foreign"),
    "a folder": (lambda copy: (copy.unlink(), copy.mkdir()), "copy_foreign"),
    "a pipe": (pipe, "copy_foreign"),
    "another program's database": (lambda copy: (copy.unlink(), change(copy, FOREIGN_DATABASE)), "copy_foreign"),
    "a journal": (lambda copy: shutil.copyfile(copy.parent / "data" / files.JOURNAL, copy), "copy_foreign"),
    "cut short by a byte": (cut, "copy_damaged"),
    "cut short to its first bytes": (lambda copy: copy.write_bytes(copy.read_bytes()[:60]), "copy_damaged"),
    "a page of zeros": (
        lambda copy: copy.write_bytes(copy.read_bytes()[:8192] + bytes(4096) + copy.read_bytes()[12288:]),
        "copy_damaged",
    ),
    "a bit of an answer turned": (turn_a_bit, "copy_damaged"),
    "a row that has no sum of its own gone": (lambda copy: change(copy, "DELETE FROM delivery"), "copy_damaged"),
    "newer": (lambda copy: change(copy, "UPDATE alembic_version SET version_num = '9999'", UNSEALED), "copy_newer"),
    "without a table": (lambda copy: change(copy, "DROP TABLE delivery", UNSEALED), "copy_damaged"),
    "a view that never ends": (lambda copy: change(copy, "DROP TABLE settings", ENDLESS, UNSEALED), "copy_damaged"),
    "an unknown treatment": (
        lambda copy: change(
            copy,
            "DROP TRIGGER plan_version_no_update",
            "UPDATE plan_version SET record = replace(record, 'risedronate', 'unheard'), sum = 0",
            UNSEALED,
        ),
        "copy_damaged",
    ),
}


@pytest.mark.skipif(sys.platform == "win32", reason="no named pipes there")
@pytest.mark.parametrize("what", REFUSED)
def test_a_wrong_file_is_refused_and_nothing_has_changed(folder: Path, copy: Path, what: str) -> None:
    spoil, code = REFUSED[what]
    spoil(copy)
    before = all_of(folder)
    for act in (lambda: restore(folder, copy), lambda: restoring.preview(copy)):
        with pytest.raises(CopyRefused) as caught:
            act()
        assert caught.value.code == code
    assert all_of(folder) == before
    assert not (folder / files.RESTORING).exists()


def test_a_copy_with_triggers_of_its_own_brings_its_values_only(folder: Path, copy: Path) -> None:
    change(
        copy,
        "CREATE TRIGGER evil AFTER INSERT ON delivery BEGIN DELETE FROM settings; END",
        "CREATE TABLE extra (x)",
        "PRAGMA user_version=0",
    )
    restore(folder, copy)
    with contextlib.closing(sqlite3.connect(folder / files.DATABASE)) as connection:
        found = {row[0] for row in connection.execute("SELECT name FROM sqlite_master")}
    assert not found & {"evil", "extra"}


def test_a_full_disk_changes_nothing(folder: Path, copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = all_of(folder)

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(files, "flush", full)
        with pytest.raises(StoreFault) as caught:
            restore(folder, copy)
    assert caught.value.code == "disk_full"
    assert all_of(folder) == before


# --- earlier versions


@pytest.mark.parametrize("path", sorted(OLD.glob("*.db")), ids=lambda path: path.stem)
def test_a_copy_of_every_earlier_version_can_be_restored(folder: Path, path: Path) -> None:
    wanted = json.loads(path.with_suffix(".json").read_text("ascii"))
    restore(folder, path)
    with opened(folder) as store:
        assert [to_record(event) for event in store.history().all()] == wanted["events"]
        assert len(store.deliveries()) == wanted["deliveries"]
        assert len(store.regimen().versions) == len(wanted["versions"])


# --- killed


def test_a_restore_killed_at_any_renaming_is_whole_or_has_not_been(
    folder: Path, copy: Path, children: Children, tmp_path: Path
) -> None:
    survived, found, number = False, set(), 0
    unfinished.write(folder, {"patient.name": "Ada"})  # the copy has none
    while not survived:
        place = tmp_path / f"killed-{number}"
        shutil.copytree(folder, place)
        signal, told = children.do("restore_and_die", place, str(copy), str(number))
        survived = (signal, told) == (0, ["survived"])
        assert survived or signal == 9
        with opened(place) as store:
            held = tuple(event.id for event in store.history().all())
            volume = store.settings().volume
            assert store.repaired == ()
            assert store.check().sound
        assert (held, volume) in ((("answer-1", "answer-2", "answer-3"), 22), (("answer-1", "answer-2"), 11))
        assert tuple(journal_ids(place)) == held
        beside = clinic.read(place), TicksFile(place).read()
        assert beside == ((b"now", {"hall:2"}) if volume == 22 else (b"then", {"hall:1"}))
        assert unfinished.read(place) == {"patient.name": "Ada"}
        assert not {files.RESTORED, files.RESTORING} & names(place)
        if volume == 11:
            kept = place / "replaced-2026-11-24-090000"
            assert names(kept) >= {files.DATABASE, files.JOURNAL, files.BACKUPS}
            assert len(journal_ids(kept)) == 3
            assert (clinic.read(kept), TicksFile(kept).read()) == (b"now", {"hall:2"})
        found.add(volume)
        number += 1
    assert found == {11, 22}
    assert number > 14


def test_hours_later_than_the_copy_do_not_matter(folder: Path, copy: Path) -> None:
    restoring.restore(folder, copy, AT - timedelta(days=20000), 0.05)
    with opened(folder) as store:
        assert len(store.history()) == 2
