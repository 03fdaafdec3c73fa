"""The journal: whole lines, broken lines, and what is in one of the two places only."""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from store_builders import NOW, Children, every_kind, ids, journal_ids, names, regimen_of, rows, taken

from osteoapp.store import files
from osteoapp.store.faults import Repair
from osteoapp.store.journal import Journal
from osteoapp.store.settings import Settings
from osteoapp.store.store import Store

Open = Callable[[], Store]


@pytest.fixture
def journal(open_store: Open, folder: Path) -> Path:
    """The journal of four answers, none of the stores open any more."""
    store = open_store()
    for number in (1, 2, 3, 4):
        store.append([taken(number)])
    store.close()
    return folder / files.JOURNAL


def test_a_line_can_be_checked_without_the_program(journal: Path) -> None:
    first, *others = journal.read_text("ascii").splitlines()
    assert json.loads(first)["entry"] == {"format": 1}
    for line, number in zip(others, (1, 2, 3, 4), strict=True):
        found = json.loads(line)
        assert found["entry"]["events"][0]["id"] == f"answer-{number}"
        text = line[line.index('"entry":') + 8 : -1]
        assert zlib.crc32(text.encode("ascii")) == int(found["sum"], 16)


def test_what_is_written_together_is_one_line(store: Store, folder: Path) -> None:
    store.append([taken(1), taken(2)])
    assert len((folder / files.JOURNAL).read_bytes().splitlines()) == 2
    assert journal_ids(folder) == ["answer-1", "answer-2"]


WRONG = b'{"sum":"00000000","entry":{"events":[]}}'


@pytest.mark.parametrize("torn", [b"{", WRONG, WRONG + b"\n", b"\x00" * 700, b"\n\n", b"x\ny\nz"])
def test_a_torn_end_is_put_aside_and_no_more_said(journal: Path, open_store: Open, torn: bytes) -> None:
    whole = journal.read_bytes()
    journal.write_bytes(whole + torn)
    store = open_store()
    assert journal.read_bytes() == whole
    assert store.repaired == ()
    aside = [path for path in journal.parent.iterdir() if ".torn-" in path.name]
    assert [path.read_bytes() for path in aside] == [torn]
    store.append([taken(5)])
    assert journal_ids(journal.parent) == ["answer-1", "answer-2", "answer-3", "answer-4", "answer-5"]


def test_an_acknowledged_line_that_is_torn_is_completed_from_the_database(journal: Path, open_store: Open) -> None:
    journal.write_bytes(journal.read_bytes()[:-9])
    assert open_store().repaired == (Repair("journal_completed", {"entries": "1"}),)
    assert journal_ids(journal.parent) == ["answer-1", "answer-2", "answer-3", "answer-4"]


@pytest.mark.parametrize("place", [0.2, 0.5, 0.75])
@pytest.mark.parametrize("damage", [b"\x00", b"?", b"\n", b"\xff"])
def test_damage_in_the_middle_is_reported_kept_and_made_good(
    journal: Path, open_store: Open, place: float, damage: bytes
) -> None:
    whole = bytearray(journal.read_bytes())
    whole[int(len(whole) * place) : int(len(whole) * place) + 1] = damage
    journal.write_bytes(whole)
    store = open_store()
    broken, completed = store.repaired
    assert (broken.code, completed.code) == ("journal_damaged", "journal_completed")
    assert (journal.parent / broken.values["kept"]).read_bytes() == whole
    assert sorted(journal_ids(journal.parent)) == ["answer-1", "answer-2", "answer-3", "answer-4"]
    assert len(store.history()) == 4
    assert open_store().repaired == ()


def test_a_journal_that_is_gone_is_written_again(journal: Path, open_store: Open) -> None:
    store = open_store()
    store.save_regimen(regimen_of(every_kind()), NOW)
    store.save_settings(Settings(volume=3))
    store.close()
    journal.unlink()
    open_store()
    found = [entry for line in journal.read_text("ascii").splitlines() for entry in json.loads(line)["entry"]]
    assert sorted(found) == ["events", "format", "regimen", "settings"]
    assert journal_ids(journal.parent) == ["answer-1", "answer-2", "answer-3", "answer-4"]


def test_what_only_the_journal_holds_is_replayed_once(journal: Path, open_store: Open) -> None:
    store = open_store()
    store.save_regimen(regimen_of(every_kind()), NOW)
    store.save_settings(Settings(volume=3))
    store.append([taken(5), taken(6)])
    store.close()
    whole = journal.read_bytes()
    folder = journal.parent
    for path in folder.glob("osteoapp.db*"):
        path.unlink()
    (folder / files.JOURNAL).unlink()
    first = open_store()
    first.append([taken(2), taken(5)])
    first.close()
    journal.write_bytes(whole + whole)  # and a line twice is no answer twice
    store = open_store()
    assert sorted(map(str, ids(folder))) == [f"answer-{number}" for number in (1, 2, 3, 4, 5, 6)]
    assert store.repaired == (Repair("answers_replayed", {"answers": "4"}),)
    assert store.regimen() == regimen_of(every_kind())
    assert store.settings() == Settings(volume=3)
    assert len(store.history()) == 6
    again = open_store()
    assert again.repaired == ()
    assert rows(folder, "SELECT count(*) FROM regimen") == [(1,)]


def test_an_older_regimen_in_the_journal_does_not_come_back(open_store: Open, folder: Path) -> None:
    store = open_store()
    first = regimen_of(every_kind())
    second = regimen_of(type(every_kind())(plans=every_kind().plans[:1]))
    store.save_regimen(first, NOW)
    store.save_regimen(second, NOW)
    store.close()
    assert open_store().regimen() == second
    assert rows(folder, "SELECT number FROM regimen") == [(1,), (2,)]


def test_a_line_that_another_process_left_torn_does_not_spoil_the_next(store: Store, folder: Path) -> None:
    store.append([taken(1)])
    with (folder / files.JOURNAL).open("ab") as other:
        other.write(b'{"sum":"12')
    store.append([taken(2)])
    assert journal_ids(folder) == ["answer-1", "answer-2"]
    assert any(".torn-" in name for name in names(folder))


def test_a_line_that_another_process_wrote_whole_stays(open_store: Open, folder: Path) -> None:
    first, second = open_store(), open_store()
    for number, store in enumerate((first, second, first, second)):
        store.append([taken(number)])
    assert journal_ids(folder) == [f"answer-{number}" for number in range(4)]
    assert not any(".torn-" in name for name in names(folder))


MOMENTS = {"in the line": 1, "before the disk": 3, "before the commit": 3, "after the commit": 3}


@pytest.mark.parametrize("moment", MOMENTS)
def test_killed_while_writing_nothing_acknowledged_is_lost_and_no_act_is_halved(
    folder: Path, open_store: Open, children: Children, moment: str
) -> None:
    assert children.do("write_and_die", folder, moment) == (9, ["answer-1"])
    store = open_store()
    wanted = [f"answer-{number}" for number in (1, 2, 3)][: MOMENTS[moment]]
    assert ids(folder) == journal_ids(folder) == [event.id for event in store.history().all()] == wanted
    store.append([taken(2), taken(3)])  # the person, asked again or not, says it once more: it counts once
    assert ids(folder) == journal_ids(folder) == ["answer-1", "answer-2", "answer-3"]
    assert Journal(folder).read().bad == 0


@pytest.mark.parametrize("moment", MOMENTS)
@pytest.mark.parametrize("what", ["regimen", "settings"])
def test_killed_while_saving_it_is_the_old_or_the_new(
    folder: Path, open_store: Open, children: Children, moment: str, what: str
) -> None:
    assert children.do("write_and_die", folder, moment, what) == (9, ["answer-1"])
    store = open_store()
    saved = MOMENTS[moment] == 3
    if what == "regimen":
        assert bool(store.regimen().draft.plans) == bool(store.regimen().versions) == saved
    else:
        assert store.settings() == (Settings(volume=3) if saved else Settings())
    assert open_store().repaired == ()
