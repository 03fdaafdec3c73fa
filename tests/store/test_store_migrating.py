"""Old databases open; a migration is whole or has not been; a copy is made first."""

from __future__ import annotations

import contextlib
import json
import shutil
import sqlite3
from pathlib import Path

import pytest
from store_builders import ROOT, Children, opened, rows

from osteoapp.core.events import to_record as event_record
from osteoapp.store import files, migrating, reading
from osteoapp.store.faults import StoreFault
from osteoapp.store.records import to_record
from osteoapp.store.settings import Settings
from osteoapp.store.store import Store

OLD = ROOT / "tests" / "data" / "databases"


def held(path: Path) -> dict[str, object]:
    """What is written beside an old database; settings that came later have their defaults."""
    found: dict[str, object] = json.loads(path.with_suffix(".json").read_text("ascii"))
    settings = found["settings"]
    assert isinstance(settings, dict)
    return found | {"settings": to_record(Settings()) | settings}


def holds(store: Store) -> dict[str, object]:
    return {
        "events": [event_record(event) for event in store.history().all()],
        "draft": to_record(store.regimen().draft),
        "versions": to_record(store.regimen().versions),
        "settings": to_record(store.settings()),
        "deliveries": len(store.deliveries()),
    }


@pytest.fixture
def old(folder: Path) -> Path:
    """The database of the first revision in a data folder."""
    folder.mkdir()
    shutil.copyfile(OLD / "0001.db", folder / files.DATABASE)
    return folder


def test_there_is_an_old_database_of_every_revision() -> None:
    assert sorted(path.stem for path in OLD.glob("*.db")) == sorted({reading.HEAD, *reading.OLDER})


@pytest.mark.parametrize("path", sorted(OLD.glob("*.db")), ids=lambda path: path.stem)
def test_an_old_database_holds_what_it_held(folder: Path, path: Path) -> None:
    folder.mkdir()
    shutil.copyfile(path, folder / files.DATABASE)
    wanted = held(path)
    for _ in range(2):
        with opened(folder) as store:
            assert holds(store) == wanted
            assert store.repaired == ()


@pytest.fixture
def next_revision(tmp_path: Path) -> Path:
    """The migrations and one more, which rebuilds a table, fills a column and drops another table."""
    scripts = tmp_path / "100% new scripts"
    shutil.copytree(migrating.SCRIPTS, scripts, ignore=shutil.ignore_patterns("__pycache__"))
    (scripts / "versions" / "r0002_next.py").write_text(
        "from alembic import op\n"
        "import sqlalchemy as sa\n"
        "revision, down_revision = '0002', '0001'\n"
        "def upgrade():\n"
        "    op.execute('ALTER TABLE delivery ADD COLUMN late INTEGER NOT NULL DEFAULT 0')\n"
        "    with op.batch_alter_table('plan_version') as batch:\n"
        "        batch.add_column(sa.Column('remark', sa.Text))\n"
        "    op.execute(\"UPDATE plan_version SET remark = 'moved'\")\n"
        "    op.execute('DROP TABLE settings')\n",
        encoding="ascii",
    )
    return scripts


def state(folder: Path) -> list[str]:
    with contextlib.closing(sqlite3.connect(folder / files.DATABASE)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        return list(connection.iterdump())


def test_a_migration_keeps_what_was_there_and_a_copy_of_it(old: Path, next_revision: Path) -> None:
    before = state(old)
    copy = migrating.migrate(old / files.DATABASE, old / files.BACKUPS, 1.0, next_revision)
    assert rows(old, "SELECT version_num FROM alembic_version") == [("0002",)]
    assert rows(old, "SELECT DISTINCT remark FROM plan_version") == [("moved",)]
    assert rows(old, "SELECT count(*) FROM events") == [(6,)]
    assert rows(old, "SELECT count(*) FROM regimen_version") == [(3 + 11,)]
    shutil.copyfile(copy, old / files.DATABASE)
    assert state(old) == before


@pytest.fixture
def newer_program(next_revision: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The program as it will be when there is a second revision that it can read as it is."""
    (next_revision / "versions" / "r0002_next.py").write_text(
        "from alembic import op\n"
        "revision, down_revision = '0002', '0001'\n"
        "def upgrade():\n"
        "    op.execute('ALTER TABLE delivery ADD COLUMN late INTEGER NOT NULL DEFAULT 0')\n",
        encoding="ascii",
    )
    monkeypatch.setattr(reading, "HEAD", "0002")
    monkeypatch.setattr(reading, "OLDER", ("0001",))
    monkeypatch.setattr(migrating, "SCRIPTS", next_revision)


@pytest.mark.usefixtures("newer_program")
def test_an_older_database_is_migrated_when_it_is_opened(old: Path) -> None:
    wanted = held(OLD / "0001.db")
    for _ in range(2):
        with opened(old) as store:
            assert holds(store) == wanted
    assert rows(old, "SELECT version_num FROM alembic_version") == [("0002",)]
    assert [path.name for path in (old / files.BACKUPS).iterdir()] == ["osteoapp-before-0002.db"]


@pytest.mark.usefixtures("newer_program")
def test_a_damaged_database_is_rebuilt_from_a_copy_of_an_older_revision(old: Path) -> None:
    (old / files.BACKUPS).mkdir()
    (old / files.DATABASE).rename(old / files.BACKUPS / "copy.db")
    (old / files.DATABASE).write_bytes(b"spoiled")
    with opened(old) as store:
        assert holds(store) == held(OLD / "0001.db")
        assert [(done.code, done.values["copy"]) for done in store.repaired] == [("database_damaged", "copy.db")]
    assert rows(old, "SELECT version_num FROM alembic_version") == [("0002",)]


FAILING = {
    "a fault in the migration": "    raise RuntimeError('half way')\n",
    "a fault in its SQL": "    op.execute('SELECT nonsense')\n",
    "a foreign key that leads nowhere": "    op.execute('DELETE FROM plan_version WHERE number = 1')\n",
}


@pytest.mark.parametrize("fault", FAILING)
def test_a_migration_that_fails_changes_nothing(old: Path, next_revision: Path, fault: str) -> None:
    with (next_revision / "versions" / "r0002_next.py").open("a", encoding="ascii") as script:
        script.write("    op.execute('DROP TRIGGER IF EXISTS plan_version_no_delete')\n" + FAILING[fault])
    before = state(old)
    with pytest.raises(StoreFault) as caught:
        migrating.migrate(old / files.DATABASE, old / files.BACKUPS, 1.0, next_revision)
    assert caught.value.code == "migration_failed"
    assert state(old) == before


def test_a_migration_while_another_writes_waits_and_says_so(old: Path, next_revision: Path) -> None:
    opened(old).close()
    with contextlib.closing(sqlite3.connect(old / files.DATABASE, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreFault) as caught:
            migrating.migrate(old / files.DATABASE, old / files.BACKUPS, 0.05, next_revision)
    assert caught.value.code == "locked"


def test_a_migration_that_is_killed_at_any_statement_is_whole_or_has_not_been(
    old: Path, next_revision: Path, children: Children
) -> None:
    before = state(old)
    found: set[str] = set()
    survived = False
    number = 0
    while not survived:
        folder = old.with_name(f"killed-{number}")
        shutil.copytree(old, folder)
        signal, told = children.do("migrate_and_die", folder, str(next_revision), str(number))
        survived = (signal, told) == (0, ["survived"])
        assert survived or signal == 9
        after = state(folder)
        revision = rows(folder, "SELECT version_num FROM alembic_version")[0][0]
        assert (revision == "0001") == (after == before)
        assert revision == ("0002" if survived else "0001")
        found.add(str(revision))
        number += 1
    assert found == {"0001", "0002"}
    assert number > 8


@pytest.mark.usefixtures("newer_program")
def test_a_migration_that_fails_at_the_start_is_told_with_its_folder(old: Path, next_revision: Path) -> None:
    with (next_revision / "versions" / "r0002_next.py").open("a", encoding="ascii") as script:
        script.write("    raise RuntimeError('half way')\n")
    before = state(old)
    with pytest.raises(StoreFault) as caught:
        opened(old)
    assert caught.value.code == "migration_failed"
    assert caught.value.values == {"folder": str(old), "reason": "RuntimeError"}
    assert state(old) == before
    for _ in range(3):
        with pytest.raises(StoreFault):
            opened(old)
    assert [path.name for path in (old / files.BACKUPS).iterdir()] == ["osteoapp-before-0002.db"]
