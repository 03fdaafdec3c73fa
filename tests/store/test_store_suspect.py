"""Damage that a start has no time to look for: found with the next copy, and repaired without waiting for a start."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from store_builders import NOW, Children, every_kind, ids, names, opened, regimen_of, taken

from osteoapp.store import files
from osteoapp.store.faults import WriteFailed
from osteoapp.store.store import Store

Open = Callable[[], Store]


def test_a_first_start_killed_within_its_first_writes_does_not_keep_the_next_from_starting(
    folder: Path, children: Children
) -> None:
    signal, _ = children.do("create_and_die", folder)
    assert signal == 9
    assert f"{files.DATABASE}-journal" in names(folder)
    with opened(folder) as store:
        store.append([taken(1)])
        assert store.repaired == ()
    assert ids(folder) == ["answer-1"]


def spoil(folder: Path, old: bytes, new: bytes) -> None:
    """Changes bytes of the closed database, as a worn disk does; the first of them that are found."""
    path = folder / files.DATABASE
    whole = path.read_bytes()
    place = whole.index(old)
    path.write_bytes(whole[:place] + new + whole[place + len(old) :])


@pytest.fixture
def filled(folder: Path, open_store: Open) -> Path:
    with open_store() as store:
        store.append([taken(1), taken(2), taken(3)])
        store.save_regimen(regimen_of(every_kind()), NOW)
        store.save_regimen(regimen_of(every_kind()), NOW + timedelta(days=1))
    return folder


def test_an_answer_under_another_name_is_noticed_at_once(filled: Path, open_store: Open) -> None:
    with contextlib.closing(sqlite3.connect(filled / files.DATABASE)) as connection, connection:
        connection.execute("DROP TRIGGER events_no_update")
        connection.execute("UPDATE events SET id = 'other' WHERE number = 2")
    store = open_store()
    assert [repair.code for repair in store.repaired] == ["database_damaged"]
    assert ids(filled) == ["answer-1", "answer-2", "answer-3"]


def test_words_that_are_no_text_any_more_are_a_damage_and_no_fault_of_the_program(
    filled: Path, open_store: Open
) -> None:
    spoil(filled, b"CREATE TABLE events", b"CREATE TABLE \xd4vents")
    store = open_store()
    assert [repair.code for repair in store.repaired] == ["database_damaged"]
    assert ids(filled) == ["answer-1", "answer-2", "answer-3"]


HIDDEN = {
    "the zone of an answer, stored beside it": (b"+00:00Europe/Amsterdam", b"+00:00E\xf5rope/Amsterdam"),
    "a moment to look for an answer by": (b"dose2026-11-24T06:30", b"dose2026-11-24T16:30"),
    "a regimen that holds no more": (b"Mevrouw De", b"Mevrouw Da"),
}


@pytest.mark.parametrize("what", HIDDEN)
def test_a_hidden_damage_is_found_by_a_copy_and_repaired_while_the_program_runs(
    filled: Path, open_store: Open, what: str
) -> None:
    spoil(filled, *HIDDEN[what])
    store = open_store()
    assert store.repaired == ()
    with pytest.raises(WriteFailed) as caught:
        store.keep_copy(NOW)
    assert caught.value.code == "database_damaged"
    assert files.SUSPECT in names(filled)
    store.sync()
    assert [repair.code for repair in store.repaired] == ["database_damaged"]
    assert files.SUSPECT not in names(filled)
    assert store.keep_copy(NOW) is not None
    assert store.check().sound
    store.append([taken(4)])
    assert ids(filled) == ["answer-1", "answer-2", "answer-3", "answer-4"]


def test_what_a_check_finds_the_next_start_repairs(filled: Path, open_store: Open) -> None:
    spoil(filled, b"dose2026-11-24T06:30", b"dose2026-11-24T16:30")
    with open_store() as store:
        assert store.check().problems == ("database_damaged",)
    with open_store() as store:
        assert [repair.code for repair in store.repaired] == ["database_damaged"]
        assert store.check().sound


def test_a_suspicion_without_reason_passes(filled: Path, open_store: Open) -> None:
    files.suspect(filled)
    with open_store() as store:
        assert store.repaired == ()
    assert files.SUSPECT not in names(filled)
