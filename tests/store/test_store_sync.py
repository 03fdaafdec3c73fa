"""Two at once: what one writes the other sees, and neither writes over the other."""

from __future__ import annotations

import dataclasses
import multiprocessing
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from store_builders import NOW, Children, every_kind, ids, journal_ids, opened, regimen_of, reminded, taken

from osteoapp.core.regimen import Draft
from osteoapp.store import files
from osteoapp.store.faults import WriteFailed
from osteoapp.store.settings import Settings
from osteoapp.store.store import Store

Open = Callable[[], Store]


@pytest.fixture
def app(open_store: Open) -> Store:
    return open_store()


@pytest.fixture
def command(open_store: Open, app: Store) -> Store:
    """A second process, as far as the files can tell."""
    return open_store()


def test_nothing_new_is_told_as_such(app: Store, command: Store) -> None:
    assert app.sync() is False
    app.append([taken(1)])
    assert app.sync() is False


def test_an_answer_of_another_process_is_seen_once(app: Store, command: Store) -> None:
    history = app.history()
    command.append([taken(1), reminded("r")])
    assert "answer-1" not in history
    assert app.sync() is True
    assert {"answer-1", "r"} == {event.id for event in history.all()}
    assert app.history() is history
    assert app.sync() is False


def test_a_regimen_and_settings_of_another_process_are_seen(app: Store, command: Store) -> None:
    command.save_regimen(regimen_of(every_kind()), NOW)
    assert app.sync() is True
    assert app.regimen() == regimen_of(every_kind())
    command.save_settings(Settings(volume=7))
    assert app.sync() is True
    assert app.settings() == Settings(volume=7)


def test_an_answer_written_between_is_seen_with_the_own_one_and_told(app: Store, command: Store) -> None:
    command.append([taken(1)])
    app.append([taken(2)])
    assert len(app.history()) == 2
    assert app.sync() is True
    assert app.sync() is False
    command.sync()
    assert len(command.history()) == 2


def test_a_regimen_that_another_process_changed_first_is_not_written_over(app: Store, command: Store) -> None:
    base = app.regimen()
    command.save_regimen(regimen_of(every_kind()), NOW)
    mine = dataclasses.replace(base, draft=Draft(plans=every_kind().plans[:1]))
    for _ in range(2):
        with pytest.raises(WriteFailed) as caught:
            app.save_regimen(mine, NOW)
        assert caught.value.code == "changed_elsewhere"
    assert app.regimen() == regimen_of(every_kind())
    app.save_regimen(regimen_of(Draft()), NOW)  # having looked again
    app.save_regimen(regimen_of(every_kind()), NOW)
    command.sync()
    assert command.regimen() == regimen_of(every_kind())


def test_what_is_decided_in_exclusion_rests_on_all_that_was_written(app: Store, command: Store) -> None:
    command.append([taken(1)])
    with app.exclusive():
        assert "answer-1" in app.history()
        with pytest.raises(WriteFailed) as caught:
            command.append([taken(2)])
        assert caught.value.code == "locked"
        with app.exclusive():
            app.append([taken(3)])
        with pytest.raises(WriteFailed):
            command.append([taken(2)])
    command.append([taken(2)])
    assert ids(app._folder) == ["answer-1", "answer-3", "answer-2"]


def test_an_exclusion_ends_with_an_exception(app: Store, command: Store) -> None:
    with pytest.raises(KeyError), app.exclusive():
        raise KeyError
    command.append([taken(1)])


def test_a_database_that_was_replaced_is_read_anew(app: Store, command: Store, folder: Path, tmp_path: Path) -> None:
    app.append([taken(1)])
    command.close()
    with opened(tmp_path / "other") as other:
        other.append([taken(5)])
        other.backup(tmp_path / "restored.db")
    files.set_aside(folder / files.DATABASE, "replaced")
    shutil.move(tmp_path / "restored.db", folder / files.DATABASE)
    assert app.sync() is True
    assert {event.id for event in app.history().all()} == {"answer-1", "answer-5"}  # the journal holds the first
    app.append([taken(2)])
    assert sorted(map(str, ids(folder))) == sorted(journal_ids(folder)) == ["answer-1", "answer-2", "answer-5"]


def test_what_could_not_be_written_yet_stays_in_memory_when_the_file_is_opened_anew(
    app: Store, folder: Path
) -> None:
    app.append([taken(1)])
    history = app.history()
    history.append(taken(2))  # as the loop does with an answer that was refused
    (folder / files.DATABASE).rename(folder / "moved")
    assert app.sync() is True
    assert app.history() is history
    assert [event.id for event in history.all()] == ["answer-1", "answer-2"]
    assert ids(folder) == ["answer-1"]
    app.append([taken(2)])
    assert ids(folder) == journal_ids(folder) == ["answer-1", "answer-2"]


def test_a_folder_that_is_gone_is_told_and_what_is_known_goes_on_to_count(app: Store, folder: Path) -> None:
    app.append([taken(1)])
    app.save_regimen(regimen_of(every_kind()), NOW)
    away = folder.with_name("unplugged")
    folder.rename(away)
    app.sync()
    assert app.trouble == "disk_error"
    with pytest.raises(WriteFailed):
        app.append([taken(2)])
    assert [event.id for event in app.history().all()] == ["answer-1"]
    assert app.regimen() == regimen_of(every_kind())
    away.rename(folder)
    app.append([taken(2)])
    app.sync()
    assert app.trouble is None
    assert ids(folder) == ["answer-1", "answer-2"]


def write_many(folder: Path, first: int) -> None:
    with opened(folder, patience=20) as store:
        for number in range(first, first + 40):
            store.append([taken(number)])


def test_two_processes_that_write_at_once_lose_nothing(folder: Path) -> None:
    opened(folder).close()
    context = multiprocessing.get_context("spawn")
    writers = [context.Process(target=write_many, args=(folder, first)) for first in (0, 100)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join(30)
    assert [writer.exitcode for writer in writers] == [0, 0]
    wanted = sorted(f"answer-{first + number}" for first in (0, 100) for number in range(40))
    assert sorted(map(str, ids(folder))) == sorted(journal_ids(folder)) == wanted
    with opened(folder) as store:
        assert store.repaired == ()


def test_what_a_writer_that_died_left_in_the_journal_counts_before_the_next_decision(
    app: Store, folder: Path, children: Children
) -> None:
    """Else the question would stay open here, and the same dose be noted twice."""
    app.append([taken(0)])
    signal, _ = children.do("write_and_die", folder, "before the commit")
    assert signal == 9
    with app.exclusive():
        assert [event.id for event in app.history().all()] == ["answer-0", "answer-1", "answer-2", "answer-3"]
    assert sorted(map(str, ids(folder))) == ["answer-0", "answer-1", "answer-2", "answer-3"]
    app.append([taken(4)])
    assert sorted(journal_ids(folder)) == [f"answer-{number}" for number in range(5)]


@pytest.mark.parametrize("what", ["regimen", "settings"])
def test_so_does_a_regimen_or_a_setting(app: Store, folder: Path, children: Children, what: str) -> None:
    app.append([taken(0)])
    children.do("write_and_die", folder, "before the commit", what)
    with app.exclusive():
        assert (app.settings().volume == 3) == (what == "settings")
        assert bool(app.regimen().draft.plans) == (what == "regimen")


def test_a_line_of_which_only_half_was_written_is_waited_for_by_nobody(
    app: Store, folder: Path, children: Children
) -> None:
    app.append([taken(0)])
    children.do("write_and_die", folder, "in the line")
    for number in (4, 5):
        app.append([taken(number)])
    assert [event.id for event in app.history().all()] == ["answer-0", "answer-1", "answer-4", "answer-5"]
    assert journal_ids(folder) == ["answer-0", "answer-1", "answer-4", "answer-5"]
