"""Starting: rights, what is imported, and what refuses to start, unharmed."""

from __future__ import annotations

import contextlib
import hashlib
import os
import sqlite3
import stat
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from store_builders import ENVIRONMENT, NOW, Children, every_kind, ids, names, opened, regimen_of, rows, taken

from osteoapp import fault_report
from osteoapp.core.changes import revise
from osteoapp.core.treatment import Catalogue
from osteoapp.store import files
from osteoapp.store.faults import StoreFault
from osteoapp.store.settings import Settings
from osteoapp.store.store import Store

Open = Callable[[], Store]
posix = pytest.mark.skipif(sys.platform == "win32", reason="rights as POSIX has them")


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.fixture
def wide_umask() -> object:
    before = os.umask(0)
    yield
    os.umask(before)


@posix
@pytest.mark.usefixtures("wide_umask")
def test_nobody_else_may_read_anything(open_store: Open, folder: Path) -> None:
    store = open_store()
    store.append([taken(1)])
    store.set_alive(NOW)
    store.keep_copy(NOW)
    assert mode(folder) == mode(folder / "backups") == 0o700
    inside = [path for path in folder.rglob("*") if path.is_file()]
    assert {mode(path) for path in inside} == {0o600}
    assert names(folder) == {"osteoapp.db", "osteoapp.db-wal", "osteoapp.db-shm", "answers.journal", "lock", "alive",
                             "backups", "in-use", "copying"}


@posix
def test_rights_that_are_not_as_they_should_be_are_put_right(open_store: Open, folder: Path) -> None:
    open_store().append([taken(1)])
    open_store().keep_copy(NOW)
    open_store().set_alive(NOW)
    (folder / "letter.txt").touch(0o644)
    for path in (folder, folder / "backups"):
        path.chmod(0o755)
    ours = [path for path in folder.rglob("*") if path.is_file() and path.name not in ("letter.txt", "copying")]
    for path in ours:
        path.chmod(0o400 if path.name.startswith("osteoapp.db-") else 0o644)
    open_store().append([taken(2)])
    open_store().keep_copy(NOW + timedelta(hours=1))
    assert mode(folder) == mode(folder / "backups") == 0o700
    assert {path.name: mode(path) for path in ours if mode(path) != 0o600} == {}
    assert mode(folder / "letter.txt") == 0o644, "what is not ours is left as it is"


@posix
@pytest.mark.usefixtures("wide_umask")
def test_what_is_new_is_private_from_its_first_moment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not only once its rights have been put right: somebody may look in between."""
    monkeypatch.setattr(files, "_keep_out", lambda _: None)
    monkeypatch.setattr(files, "keep_private", lambda _: None)
    monkeypatch.setattr(os, "fchmod", lambda *_: None)
    files.prepare(tmp_path / "data")
    files.private_folder(tmp_path / "data" / "within")
    files.private_file(tmp_path / "data" / "file")
    files.write_whole(tmp_path / "data" / "whole", b"x")
    with files.folder_lock(tmp_path / "data", 0.1):
        pass
    assert fault_report.keep(LookupError("x"), tmp_path / "data")
    found = {path.name: mode(path) for path in tmp_path.rglob("*")}
    assert found == {"data": 0o700, "within": 0o700, **dict.fromkeys(("file", "whole", "lock", "fault.log"), 0o600)}
    monkeypatch.undo()
    for path in tmp_path.rglob("*"):
        path.chmod(0o755 if path.is_dir() else 0o644)
    files.private_folder(tmp_path / "data")
    files.private_folder(tmp_path / "data" / "within")
    files.private_file(tmp_path / "data" / "file")
    assert fault_report.keep(LookupError("x"), tmp_path / "data")
    found = {path.name: mode(path) for path in tmp_path.rglob("*") if path.name not in ("whole", "lock")}
    assert found == {"data": 0o700, "within": 0o700, "file": 0o600, "fault.log": 0o600}


@posix
def test_a_folder_that_others_share_is_left_as_it_is(tmp_path: Path) -> None:
    shared = tmp_path / "shared"
    shared.mkdir()
    shared.chmod(0o1777)
    opened(shared).close()
    assert mode(shared) == 0o1777
    assert mode(shared / "osteoapp.db") == 0o600


def test_a_normal_start_imports_neither_sqlalchemy_nor_alembic(open_store: Open, folder: Path) -> None:
    open_store().append([taken(1)])
    code = (
        "import sys\n"
        "from pathlib import Path\n"
        "from osteoapp.content.catalogue import catalogue\n"
        "from osteoapp.store.store import Store\n"
        "store = Store.open(Path(sys.argv[1]), catalogue())\n"
        "store.sync()\n"
        "store.set_alive(store.history().newest_answer_at())\n"
        "loaded = {name.split('.')[0] for name in sys.modules}\n"
        "store.warm()\n"
        "warm = {name.split('.')[0] for name in sys.modules}\n"
        "store.close()\n"
        "heavy = {'sqlalchemy', 'alembic'}\n"
        "print(len(store.history()), sorted(loaded & heavy), sorted(warm & heavy))\n"
    )
    found = subprocess.run(
        [sys.executable, "-c", code, folder], env=ENVIRONMENT, capture_output=True, text=True, check=True
    )
    assert found.stdout.strip() == "1 [] ['sqlalchemy']"


def refusal(folder: Path) -> StoreFault:
    with pytest.raises(StoreFault) as caught:
        opened(folder)
    return caught.value


def test_a_file_in_the_place_of_the_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a letter")
    fault = refusal(tmp_path / "data")
    assert fault.code == "folder_not_created"
    assert fault.values["folder"] == str(tmp_path / "data")
    assert refusal(tmp_path / "data" / "inside").code == "folder_not_created"
    assert (tmp_path / "data").read_text() == "a letter"


@posix
@pytest.mark.parametrize("there", ["nothing", "a database"])
def test_a_folder_that_may_not_be_written_is_named(children: Children, there: str) -> None:
    with tempfile.TemporaryDirectory() as place:  # not pytest's own, which others may not enter
        Path(place).chmod(0o755)
        folder = Path(place) / "data"
        folder.mkdir()
        if there == "a database":
            with opened(folder) as store:
                store.append([taken(1)])
        folder.chmod(0o555)
        assert children.do("as_nobody", folder) == (0, ["folder_not_writable"])
        if there == "a database":
            assert ids(folder) == ["answer-1"]
        folder.chmod(0o755)


def everything(folder: Path) -> dict[str, str]:
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file() and not path.name.endswith(("-shm", "lock"))
    }


@pytest.mark.parametrize("running", [False, True])
def test_a_database_from_a_newer_version_is_refused_byte_for_byte_unharmed(
    open_store: Open, folder: Path, running: bool
) -> None:
    store = open_store()
    store.append([taken(1)])
    if not running:
        store.close()
    newer = sqlite3.connect(folder / files.DATABASE)
    newer.execute("UPDATE alembic_version SET version_num = '0099'")
    newer.commit()
    if not running:
        newer.close()
    before = everything(folder)
    for _ in range(2):
        fault = refusal(folder)
        assert fault.code == "database_newer"
        assert fault.values["found"] == "0099"
    after = everything(folder)
    assert {name: total for name, total in after.items() if name in before} == before
    assert after.keys() - before.keys() <= {"osteoapp.db-wal"}
    newer.close()


def test_events_that_only_a_newer_version_knows_are_refused_and_kept(open_store: Open, folder: Path) -> None:
    from osteoapp.store.records import checksum

    open_store().append([taken(1)])
    record = '{"type":"dreamt"}'
    with contextlib.closing(sqlite3.connect(folder / files.DATABASE)) as newer, newer:
        newer.execute(
            "INSERT INTO events (id, type, item, at, recorded, zone, local_date, record, sum)"
            " SELECT 'new', 'dreamt', item, at, recorded, zone, local_date, ?, ? FROM events",
            (record, checksum(record)),
        )
    assert refusal(folder).code == "database_newer"
    assert ids(folder) == ["answer-1", "new"]


@pytest.mark.parametrize("entry", [{"format": 2}, {"dreams": []}, {"events": [{"type": "dreamt", "id": "d"}]}])
def test_a_journal_from_a_newer_version_is_refused_unharmed(
    open_store: Open, folder: Path, entry: dict[str, object]
) -> None:
    from osteoapp.store.journal import line_of

    with open_store() as store:
        store.append([taken(1)])
    with (folder / files.JOURNAL).open("ab") as journal:
        journal.write(line_of(entry))
    before = everything(folder)
    assert refusal(folder).code == "database_newer"
    assert everything(folder) == before


def test_treatments_that_are_unknown_keep_nobody_out_and_stay_byte_for_byte(open_store: Open, folder: Path) -> None:
    """A version that went back must remind of all that it does know, and hand back the rest as it was."""
    whole = regimen_of(every_kind())
    with open_store() as store:
        store.save_regimen(whole, NOW)
    before = rows(folder, "SELECT record, sum FROM plan_version ORDER BY number")
    less = Catalogue({"alendronate-tablet": whole.catalogue["alendronate-tablet"]})
    with Store.open(folder, less) as store:
        assert (store.regimen().draft, store.regimen().versions) == (whole.draft, whole.versions)
        assert len(store.regimen().unknown(NOW.date())) == len(whole.draft.plans) - 1
        store.save_settings(Settings(volume=11))
        now = NOW.astimezone(ZoneInfo("Europe/Amsterdam"))
        nothing = replace(whole.draft, plans=())
        store.save_regimen(revise(store.regimen(), nothing, store.history(), now), NOW)
        assert store.repaired == ()
        assert store.check().sound
    assert rows(folder, "SELECT record, sum FROM plan_version ORDER BY number")[1:] == before[1:]
    with open_store() as store:
        assert store.regimen().unknown(NOW.date()) == ()
        assert [plan.id for plan in store.regimen().draft.plans] == [plan.id for plan in whole.draft.plans[1:]]


def test_a_start_while_another_process_writes_is_possible(open_store: Open, folder: Path) -> None:
    open_store().append([taken(1)])
    with contextlib.closing(sqlite3.connect(folder / files.DATABASE, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        assert len(open_store().history()) == 1


def test_a_database_that_another_program_keeps_to_itself_is_named(open_store: Open, folder: Path) -> None:
    with open_store() as store:
        store.append([taken(1)])
    with contextlib.closing(sqlite3.connect(folder / files.DATABASE, isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode=EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        fault = refusal(folder)
    assert fault.code == "database_locked"
    assert fault.values["folder"] == str(folder)


def test_two_that_start_at_once_wait_for_each_other_and_then_say_so(folder: Path) -> None:
    opened(folder).close()
    with files.folder_lock(folder, 0):
        assert refusal(folder).code == "database_locked"
    opened(folder).close()


def test_settings_of_which_a_part_is_senseless_do_not_keep_it_from_starting(open_store: Open, folder: Path) -> None:
    from osteoapp.store.records import checksum

    open_store().save_settings(Settings(volume=3))
    record = '{"volume":300,"sound":false}'
    with contextlib.closing(sqlite3.connect(folder / files.DATABASE)) as other, other:
        other.execute("UPDATE settings SET record = ?, sum = ?", (record, checksum(record)))
    store = open_store()
    assert store.settings() == Settings(sound=False)
    assert [repair.code for repair in store.repaired] == ["settings_reset"]
