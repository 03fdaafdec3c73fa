"""The copies that the program makes by itself: which are kept, under a clock that is right and one that is not."""

from __future__ import annotations

import contextlib
import os
import random
import shutil
import sqlite3
import stat
import sys
import threading
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from store_builders import NOW, names, opened, taken

from osteoapp.store import backups, files, rotation
from osteoapp.store.faults import WriteFailed
from osteoapp.store.rotation import Copy
from osteoapp.store.store import Store

Open = Callable[[], Store]


def kept_after(moments: list[datetime]) -> list[Copy]:
    """What is left when a copy is made at each of these instants."""
    kept: list[Copy] = []
    for number, moment in enumerate(moments, start=1):
        kept.append(Copy(number, moment, Path(rotation.name_of(number, moment))))
        gone = rotation.surplus(kept)
        kept = [copy for copy in kept if copy not in gone]
    return kept


def test_hours_days_weeks_and_months_keep_their_last_copy() -> None:
    end = NOW.replace(minute=0)
    kept = kept_after([end - timedelta(hours=hours) for hours in range(24 * 400, -1, -1)])
    ages = [(end - copy.made) for copy in reversed(kept)]
    assert [age.total_seconds() / 3600 for age in ages[:4]] == [0, 1, 2, 3]
    assert {(end - age).date() for age in ages} >= {end.date() - timedelta(days=days) for days in range(7)}
    assert {(end - age).strftime("%G-%V") for age in ages} >= {"2026-48", "2026-47", "2026-46", "2026-45"}
    assert {(end - age).strftime("%Y-%m") for age in ages} == {f"2026-{month:02}" for month in range(6, 12)}
    assert len(kept) <= 4 + 7 + 4 + 6


def test_a_clock_that_runs_wild_never_costs_the_newest_copies() -> None:
    dice = random.Random(3)
    wild = [datetime(dice.randint(1970, 2200), dice.randint(1, 12), 1, tzinfo=UTC) for _ in range(500)]
    kept = kept_after([*wild, *(NOW + timedelta(hours=hours) for hours in range(6))])
    assert [copy.number for copy in kept[-4:]] == [503, 504, 505, 506]
    assert len(kept) <= 21


def test_one_copy_an_hour_and_none_where_nothing_changed(store: Store, folder: Path) -> None:
    store.append([taken(1)])
    first = store.keep_copy(NOW)
    assert first == folder / "backups" / "osteoapp-000001-2026-11-23-0630Z.db"
    store.append([taken(2)])
    assert store.keep_copy(NOW + timedelta(minutes=20)) is None
    second = store.keep_copy(NOW + timedelta(hours=1))
    assert second is not None
    assert second.name == "osteoapp-000002-2026-11-23-0730Z.db"
    assert store.keep_copy(NOW + timedelta(hours=2)) is None
    store.append([taken(3)])
    assert store.keep_copy(datetime(1970, 1, 1, tzinfo=UTC)) is not None


def test_older_copies_go_and_other_files_stay(store: Store, folder: Path) -> None:
    (folder / "backups").mkdir()
    (folder / "backups" / "osteoapp-before-0002.db").write_bytes(b"mine")
    (folder / "backups" / "osteoapp-000000-2026-99-99-0000Z.db").write_bytes(b"no date")
    (folder / "backups" / "osteoapp-000009-2026-11-23-0000Z.db.part").write_bytes(b"of a copier that died")
    for number in range(30):
        store.append([taken(number)])
        store.keep_copy(NOW + timedelta(hours=number))
    left = names(folder / "backups")
    assert {"osteoapp-before-0002.db", "osteoapp-000000-2026-99-99-0000Z.db"} <= left
    assert not any(name.endswith(".part") for name in left)
    assert len(left) == 2 + 4 + 1  # the last four hours, and the day before


def test_two_at_once_make_one_copy(store: Store, folder: Path) -> None:
    with files.lock_of(folder / files.COPYING, 0), pytest.raises(WriteFailed) as caught:
        store.keep_copy(NOW)
    assert caught.value.code == "locked"


# --- the seal


UNSUMMED = "INSERT INTO delivery (at, channel, outcome, items, detail) VALUES (?, 'plyer', 'sent', '[]', '')"


def test_a_copy_that_changed_since_it_was_made_is_not_sound(store: Store, tmp_path: Path) -> None:
    store.append([taken(1)])
    store.record_delivery("plyer", "sent", NOW, [])
    target = tmp_path / "copy.db"
    store.backup(target)
    assert backups.sound(target)
    with contextlib.closing(sqlite3.connect(target)) as connection, connection:
        connection.execute(UNSUMMED, ("2026-11-23T06:30:00.000000+00:00",))
    assert not backups.sound(target)


def test_a_copy_put_in_place_by_hand_is_written_to_like_any_other(
    store: Store, folder: Path, tmp_path: Path, open_store: Open
) -> None:
    store.append([taken(1)])
    store.backup(tmp_path / "copy.db")
    store.close()
    shutil.move(tmp_path / "copy.db", folder / files.DATABASE)
    with open_store() as again:
        again.append([taken(2)])
    shutil.copyfile(folder / files.DATABASE, tmp_path / "by hand.db")
    assert backups.sound(tmp_path / "by hand.db")


@pytest.mark.parametrize("name", ["osteoapp.db", "osteoapp.db-wal", "answers.journal", "lock", "restored"])
def test_no_copy_goes_over_what_the_program_lives_on(store: Store, folder: Path, tmp_path: Path, name: str) -> None:
    (tmp_path / "link").symlink_to(folder / name)
    for target in (folder / name, folder / ".." / "data" / name, tmp_path / "link"):
        with pytest.raises(WriteFailed) as caught:
            store.backup(target)
        assert caught.value.code == "file_of_data"


def test_no_copy_goes_over_anything_but_a_copy(store: Store, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Lieve Annie")
    (tmp_path / "empty").touch()
    os.mkfifo(tmp_path / "pipe")
    for target in (tmp_path / "letter.txt", tmp_path, tmp_path / "pipe"):
        with pytest.raises(WriteFailed) as caught:
            store.backup(target)
        assert caught.value.code == "file_not_ours"
    assert (tmp_path / "letter.txt").read_text() == "Lieve Annie"
    for _ in range(2):
        store.backup(tmp_path / "empty")
    assert backups.sound(tmp_path / "empty")


# --- the second folder


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    place = tmp_path / "stick"
    place.mkdir()
    return place


def test_the_newest_copy_goes_to_the_second_folder_once(store: Store, folder: Path, stick: Path) -> None:
    assert store.send_copy(stick) is None
    for number in range(3):
        store.append([taken(number)])
        store.keep_copy(NOW + timedelta(hours=number))
        sent = store.send_copy(stick)
        assert sent is not None
        assert backups.sound(sent)
        assert store.send_copy(stick) is None
    place = rotation.second_place(folder, stick)
    assert names(stick) == {place.name}
    assert len(names(place)) == 3
    if sys.platform != "win32":
        assert stat.S_IMODE(place.stat().st_mode) == 0o700
        assert {stat.S_IMODE(path.stat().st_mode) for path in place.iterdir()} == {0o600}


def test_two_people_may_choose_the_same_stick(tmp_path: Path, stick: Path) -> None:
    for name in ("annie", "bram"):
        with opened(tmp_path / name) as store:
            store.append([taken(1)])
            store.keep_copy(NOW)
            assert store.send_copy(stick) is not None
    assert len(names(stick)) == 2


def test_copies_that_are_numbered_anew_do_not_count_as_old(store: Store, folder: Path, stick: Path) -> None:
    for number in range(8):
        store.append([taken(number)])
        store.keep_copy(NOW + timedelta(hours=number))
        store.send_copy(stick)
    shutil.rmtree(folder / "backups")
    store.append([taken(9)])
    store.keep_copy(NOW + timedelta(hours=20))
    sent = store.send_copy(stick)
    assert sent is not None
    assert sent.exists()


def test_a_stick_that_is_not_in_is_told_and_nothing_is_made(store: Store, tmp_path: Path) -> None:
    store.keep_copy(NOW)
    with pytest.raises(WriteFailed) as caught:
        store.send_copy(tmp_path / "media" / "stick")
    assert caught.value.code == "second_folder_missing"
    assert not (tmp_path / "media").exists()


def test_a_stick_that_is_full_keeps_what_it_had(
    store: Store, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.keep_copy(NOW)
    store.send_copy(stick)
    before = {path.name: path.read_bytes() for path in stick.rglob("*.db")}
    store.append([taken(1)])
    store.keep_copy(NOW + timedelta(hours=1))

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(files, "flush", full)
    with pytest.raises(WriteFailed) as caught:
        store.send_copy(stick)
    assert (caught.value.code, caught.value.values["reason"]) == ("second_folder_failed", "No space left on device")
    assert {path.name: path.read_bytes() for path in stick.rglob("*") if path.is_file()} == before


@pytest.mark.skipif(sys.platform == "win32", reason="no named pipes there")
def test_a_folder_that_never_answers_holds_up_no_answer(store: Store, folder: Path, stick: Path) -> None:
    store.append([taken(1)])
    store.keep_copy(NOW)
    place = rotation.second_place(folder, stick)
    place.mkdir()
    pipe = place / f"{rotation.name_of(1, NOW)}.part"
    os.mkfifo(pipe)  # opening it for writing waits until somebody reads
    faults: list[WriteFailed] = []

    def send() -> None:
        try:
            store.send_copy(stick)
        except WriteFailed as fault:
            faults.append(fault)

    sender = threading.Thread(target=send, daemon=True)
    sender.start()
    for number in range(2, 30):
        store.append([taken(number)])
    assert store.keep_copy(NOW + timedelta(hours=1)) is not None
    assert sender.is_alive()
    os.close(os.open(pipe, os.O_RDONLY | os.O_NONBLOCK))
    sender.join(10)
    assert [fault.code for fault in faults] == ["second_folder_failed"]
