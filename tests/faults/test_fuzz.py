"""Whatever a file holds, its reader ends within a second, in a result or in the fault that it promises."""

from __future__ import annotations

import contextlib
import shutil
import sqlite3
import time
import tracemalloc
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from killing import ROOT

from osteoapp.content.catalogue import catalogue
from osteoapp.core.regimen import Draft
from osteoapp.exchange import regimen_file
from osteoapp.store import restoring
from osteoapp.store.faults import CopyRefused
from osteoapp.store.store import Store

SAMPLES = [path.read_bytes() for path in sorted((ROOT / "resources" / "samples").glob("*.toml"))]
OLD = (ROOT / "tests" / "data" / "databases" / "0001.db").read_bytes()
TODAY = date(2026, 11, 23)
AT = datetime(2026, 11, 24, tzinfo=UTC)
SECOND = 1.0
MOST_BYTES = 200 << 20
MOST = settings().max_examples

WORDS = st.sampled_from(
    [b"[[plan]]", b"[day]", b"[", b"]", b"=", b'"', b"'''", b'"""', b"\n", b".", b",", b"{", b"}", b"#", b"\\u0000",
     b"format = 1", b"times = [", b"start = 9999-12-31", b"every_months = 99999999999999999999", b"nan", b"-inf",
     b"1e999", b'rrule = "FREQ=DAILY;INTERVAL=0"', b'id = "a"', b"\xff\xfe", b"\x00", b"0001-01-01",
     b"[" * 500, b"a." * 300]
)  # fmt: skip


@st.composite
def spoiled(draw: st.DrawFn, whole: bytes, words: st.SearchStrategy[bytes]) -> bytes:
    """A file with some stretches taken out, doubled, overwritten, or cut short."""
    content = bytearray(whole)
    for _ in range(draw(st.integers(1, 6))):
        start = draw(st.integers(0, len(content)))
        end = min(len(content), start + draw(st.integers(0, 200)))
        how = draw(st.integers(0, 3))
        if how == 0:
            del content[start:end]
        elif how == 1:
            content[start:start] = content[start:end]
        elif how == 2:
            content[start:end] = draw(words)
        else:
            put = draw(words)
            content[start : start + len(put)] = put
    return bytes(content[: draw(st.integers(0, len(content)))] if draw(st.integers(0, 9)) == 0 else content)


def within_a_second(read: Callable[[], object]) -> object:
    began = time.process_time()
    found = read()
    assert time.process_time() - began < SECOND
    return found


def read_regimen(data: bytes) -> Draft | None:
    try:
        return regimen_file.read(data, catalogue(), TODAY)
    except regimen_file.RegimenFaults as caught:
        told = [fault.sentence(lang) for fault in caught.faults for lang in ("nl", "en")]
    assert told
    assert all(told)
    return None


SPOILED_SAMPLES = [spoiled(sample, WORDS | st.binary(max_size=30)) for sample in SAMPLES]


@given(data=st.one_of(*SPOILED_SAMPLES, st.binary(max_size=500)))
@example(data=b"")
@example(data=b"[" * 100_000)
@example(data=b"a." * 30_000 + b"b = 1")
@example(data=b"format = 1\n" + b"[[plan]]\n" * 30_000)
@example(data=b"x = " + b"9" * 60_000)
@example(data=b"x = " + b"{a=" * 3_000)
@example(data=SAMPLES[0] + b"\n# " + b"\xc3")
@settings(max_examples=max(MOST * 5, 400), deadline=None)
def test_no_regimen_file_makes_its_reader_fall(data: bytes) -> None:
    found = within_a_second(lambda: read_regimen(data))
    if isinstance(found, Draft):
        again = read_regimen(regimen_file.write(found, catalogue()).encode("utf-8"))
        assert again is not None
        assert again.plans == found.plans


def sealed_off(content: bytes) -> bytes:
    """The same without its seal, so that more of the reader is reached than the check of it."""
    return content[:60] + bytes(4) + content[64:]


@given(data=spoiled(OLD, st.binary(max_size=64)) | spoiled(OLD[:200], st.binary(max_size=64)) | st.binary(max_size=300))
@settings(max_examples=max(MOST, 150), deadline=None, suppress_health_check=list(HealthCheck))
def test_no_backup_file_makes_its_reader_fall_or_changes_anything(
    data: bytes, tmp_path_factory: pytest.TempPathFactory
) -> None:
    place = tmp_path_factory.mktemp("fuzz")
    source = place / "copy.db"
    source.write_bytes(sealed_off(data))
    (place / "data").mkdir()
    shutil.copyfile(ROOT / "tests" / "data" / "databases" / "0001.db", place / "data" / "osteoapp.db")
    refused = within_a_second(lambda: restored_or_refused(place / "data", source))
    if refused:
        assert refused in ("copy_foreign", "copy_damaged", "copy_newer")
        assert {path.name for path in (place / "data").iterdir()} <= {"osteoapp.db", "lock", "in-use"}
        assert (place / "data" / "osteoapp.db").read_bytes() == OLD
    else:
        with Store.open(place / "data", catalogue()) as store:
            assert store.check().sound
    shutil.rmtree(place)


def restored_or_refused(folder: Path, source: Path) -> str:
    try:
        restoring.restore(folder, source, AT, 0.1)
    except CopyRefused as fault:
        return fault.code
    return ""


# --- files that are made to hurt


def changed(path: Path, *statements: str) -> None:
    path.write_bytes(OLD)
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA foreign_keys=OFF")
        for statement in statements:
            connection.execute(statement)
        connection.execute("PRAGMA user_version=5")  # a seal that cannot fit, so that every row is looked at for it


ENDLESS = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x FROM n"
HURTFUL = {
    "a value of 20 MB": (
        "CREATE TABLE big (x)",
        "INSERT INTO big VALUES (zeroblob(20000000))",
    ),
    "a view in place of a table": ("DROP TABLE delivery", f"CREATE VIEW delivery AS {ENDLESS}"),
    "a computed column that costs": (
        "CREATE TABLE cost (x, y AS (length(hex(zeroblob(x)))))",
        "INSERT INTO cost VALUES (30000000)",
    ),
    "an index that costs": (
        "CREATE TABLE cost (x)",
        "CREATE INDEX costs ON cost (length(replace(hex(zeroblob(10000000)), '00', x)))",
    ),
    "a view in place of the companions": (
        f"CREATE VIEW companion AS SELECT 'ticks' AS name, x AS part, 'whole' AS state, 'd' AS digest, x'' AS bytes"
        f" FROM ({ENDLESS})",
    ),
    "companions whose bytes are computed": (
        "CREATE TABLE companion (name, part, state, digest, bytes AS (zeroblob(1000000)))",
        "WITH RECURSIVE n(x) AS (SELECT 0 UNION ALL SELECT x + 1 FROM n WHERE x < 20000)"
        " INSERT INTO companion SELECT 'clinic-leaflet', x, 'whole', 'd' FROM n",
    ),
    "a depth of JSON": (
        "DROP TRIGGER regimen_no_update",
        "UPDATE regimen SET draft = '" + "[" * 900 + "]" * 900 + "'",
    ),
}


@pytest.mark.parametrize("what", HURTFUL)
def test_a_file_that_was_made_to_hurt_is_refused_in_time(tmp_path: Path, what: str) -> None:
    source = tmp_path / "copy.db"
    changed(source, *HURTFUL[what])
    tracemalloc.start()
    try:
        with pytest.raises(CopyRefused):
            within_a_second(lambda: restoring.preview(source))
        assert tracemalloc.get_traced_memory()[1] < MOST_BYTES
    finally:
        tracemalloc.stop()
