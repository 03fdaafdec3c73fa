"""The tables: the same by both ways of making them, and holding what was written."""

from __future__ import annotations

import contextlib
import re
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from alembic.config import Config
from alembic.script import ScriptDirectory
from store_builders import NOW, every_kind, regimen_of, rows, taken

from osteoapp.store import files, migrating, reading, writing
from osteoapp.store.store import Store


def schema(connection: sqlite3.Connection) -> dict[str, str]:
    found = connection.execute("SELECT type || ' ' || name, sql FROM sqlite_master WHERE sql IS NOT NULL")
    return {name: re.sub(r"\s+", " ", re.sub(r"\s*([(),])\s*", r"\1", sql)).strip() for name, sql in found}


@contextlib.contextmanager
def raw(folder: Path) -> Iterator[sqlite3.Connection]:
    with contextlib.closing(reading.connect(folder / files.DATABASE, 1.0)) as connection:
        yield connection


def test_migrating_from_nothing_and_making_anew_give_the_same_tables(tmp_path: Path) -> None:
    migrated, made = tmp_path / "migrated.db", tmp_path / "made.db"
    for path in (migrated, made):
        files.private_file(path)
    migrating.migrate(migrated, tmp_path / "copies", 1.0)
    with (
        contextlib.closing(reading.connect(migrated, 1.0)) as first,
        contextlib.closing(reading.connect(made, 1.0)) as second,
    ):
        with writing.Writer(second).transaction() as transaction:
            writing.create(transaction)
        assert schema(first) == schema(second)
        assert len(schema(first)) == 8 + 8  # tables with Alembic's and SQLite's own, and triggers
        for question in ("PRAGMA application_id", "SELECT version_num FROM alembic_version"):
            assert first.execute(question).fetchall() == second.execute(question).fetchall()


def test_the_newest_revision_is_the_one_the_program_knows() -> None:
    config = Config()
    config.set_main_option("script_location", str(migrating.SCRIPTS))
    script = ScriptDirectory.from_config(config)
    assert script.get_heads() == [reading.HEAD]
    assert {step.revision for step in script.walk_revisions()} == {reading.HEAD, *reading.OLDER}


@pytest.fixture
def filled(store: Store, folder: Path) -> Path:
    store.append([taken(1), taken(2)])
    store.save_regimen(regimen_of(every_kind()), NOW)
    return folder


FORBIDDEN = [
    "UPDATE events SET record = '{}'",
    "UPDATE events SET id = 'other' WHERE number = 1",
    "DELETE FROM events WHERE number = 1",
    "REPLACE INTO events SELECT number, 'new', type, item, at, recorded, zone, local_date, record, sum FROM events",
    "UPDATE regimen SET draft = '{}'",
    "DELETE FROM regimen",
    "UPDATE regimen_version SET version = 1",
    "DELETE FROM regimen_version",
    "DELETE FROM plan_version",
    "UPDATE plan_version SET record = '{}'",
    "UPDATE plan_version SET effective_from = '2000-01-01'",
]


@pytest.mark.parametrize("statement", FORBIDDEN)
def test_what_was_written_stays(filled: Path, statement: str) -> None:
    with raw(filled) as connection:
        before = list(connection.iterdump())
        with pytest.raises(sqlite3.IntegrityError, match="what was written stays"):
            connection.execute(statement)
        assert list(connection.iterdump()) == before


def test_a_version_of_a_plan_may_end(filled: Path) -> None:
    with raw(filled) as connection:
        connection.execute("UPDATE plan_version SET effective_until = '2026-12-01', removed = 1 WHERE number = 1")
    assert rows(filled, "SELECT effective_until, removed FROM plan_version WHERE number = 1") == [("2026-12-01", 1)]


GOOD = {
    "id": "'x'",
    "type": "'taken'",
    "item": "''",
    "at": "'2026-11-23T06:30:00.000000+00:00'",
    "recorded": "'2026-11-23T06:30:00.000000+00:00'",
    "zone": "'UTC'",
    "local_date": "'2026-11-23'",
    "record": "'{}'",
    "sum": "1",
}
BAD = {
    "id": "''",
    "type": "NULL",
    "item": "NULL",
    "at": "'2026-11-23T06:30:00+00:00'",
    "recorded": "'2026-11-23T07:30:00.000000+01:00'",
    "zone": "''",
    "local_date": "'23 nov'",
    "record": "'{'",
    "sum": "'much'",
}


def insert(values: dict[str, str]) -> str:
    return f"INSERT INTO events ({', '.join(values)}) VALUES ({', '.join(values.values())})"


@pytest.mark.parametrize("column", BAD)
def test_a_row_that_is_not_whole_is_refused(store: Store, folder: Path, column: str) -> None:
    with raw(folder) as connection:
        with pytest.raises(sqlite3.IntegrityError):
            connection.execute(insert(GOOD | {column: BAD[column]}))
        connection.execute(insert(GOOD))


def test_every_connection_is_set_up_to_lose_nothing(open_store: Callable[[], Store], folder: Path) -> None:
    open_store()
    with raw(folder) as connection:
        wanted = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "busy_timeout": 1000, "fullfsync": 1}
        assert {name: connection.execute(f"PRAGMA {name}").fetchone()[0] for name in wanted} == wanted
