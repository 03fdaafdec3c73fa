"""Whatever a clinic's text, a json export, the settings, a small file or a copied one holds: a result, or its fault."""

from __future__ import annotations

import copy
import json
import os
import time
import tracemalloc
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from readers import READERS, TODAY, seeds, told

from osteoapp.clinic_shelf import ClinicShelf
from osteoapp.exchange import clinic_leaflet
from osteoapp.main import main

SECOND = 1.0
MOST_BYTES = 200 << 20
SEEDS = seeds()

LINES = st.sampled_from(
    [b"---\n", b"# A\n", b"- x\n", b"  1. y\n", b"> ", b"**", b"`", b"```\n", b"[a](b)", b"![a](b)", b"<b>", b"&lt;",
     b"\r", b"\n\n", b"\t", b"\xe2\x80\xae", b"\0", b"\xff", b"topic: denosumab\n", b"moment: x\n", b"| a |\n| - |\n",
     b"===\n", b"*" * 300, b"> " * 300, b"[" * 300, b"0001-01-01T00:00:00+14:00 ", b"9" * 5000, b"{" * 300, b"\\"]
)  # fmt: skip
ODD: st.SearchStrategy[Any] = st.sampled_from(
    [None, True, 0, -1, 1e300, 10**30, "", "x", "\ud800", "é" * 50, [], {}, [[]], {"kind": []}, "0001-01-01",
     "9999-12-31", "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00", "24:00", "Europe/Nowhere", "a/b/c",
     "vitamin-d/2026-11-23/dose", "taken", "rule", "../up", "/tmp/out", "setup.json", "whole", 1]
)  # fmt: skip


@st.composite
def spoiled(draw: st.DrawFn, name: str) -> bytes:
    """A sound file with some stretches taken out, doubled or overwritten; or anything."""
    content = bytearray(SEEDS[name][draw(st.integers(0, len(SEEDS[name]) - 1))])
    for _ in range(draw(st.integers(1, 5))):
        start = draw(st.integers(0, len(content)))
        end = min(len(content), start + draw(st.integers(0, 60)))
        content[start:end] = draw(st.sampled_from([b"", bytes(content[start:end]) * 2]) | LINES | st.binary(max_size=8))
    return bytes(content)


@st.composite
def misplaced(draw: st.DrawFn, name: str) -> bytes:
    """A sound JSON document with some values that do not belong there."""
    document = json.loads(SEEDS[name][draw(st.integers(0, len(SEEDS[name]) - 1))])
    for _ in range(draw(st.integers(1, 3))):
        place = document
        while True:
            keys = sorted(place) if isinstance(place, dict) else list(range(len(place)))
            key = draw(st.sampled_from(keys))
            if not isinstance(place[key], dict | list) or not place[key] or draw(st.integers(0, 7)) == 0:
                break
            place = place[key]
        if draw(st.integers(0, 4)) == 0:
            del place[key]
        else:
            # A copy: the next round may change what is put in here, and the strategy has to stay as it was.
            place[key] = copy.deepcopy(draw(ODD))
        if not document:
            break
    return json.dumps(document).encode("ascii")


def read(name: str, data: bytes, place: Path) -> None:
    began = time.process_time()
    READERS[name](data, place)
    assert time.process_time() - began < SECOND


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("readers")


MOST = settings().max_examples


@pytest.mark.parametrize("name", READERS)
@given(data=st.data())
@settings(max_examples=MOST * 3, deadline=None)
def test_no_file_makes_its_reader_fall(name: str, data: st.DataObject, place: Path) -> None:
    content = spoiled(name)
    if name in ("json", "settings", "companion"):
        content = misplaced(name) | misplaced(name) | content
    read(name, data.draw(content), place)


# --- found by packaging/fuzz.py and by the tests above


def with_value(whole: bytes, *keys: str | int, value: object) -> bytes:
    """A document with another value at a place."""
    document = json.loads(whole)
    place = document
    for key in keys[:-1]:
        place = place[key]
    place[keys[-1]] = value
    return json.dumps(document).encode("ascii")


BEFORE_ALL = "0001-01-01T00:00:00+14:00"  # its instant in UTC is in no calendar
FOUND = [
    ("small", b"null"),
    ("small", b"[]"),
    ("json", with_value(SEEDS["json"][1], "regimen", "versions", 0, "known", value=BEFORE_ALL)),
    ("json", with_value(SEEDS["json"][1], "events", 0, "at", value=BEFORE_ALL)),
    ("json", with_value(SEEDS["json"][1], "events", 0, "id", value={})),
    ("settings", with_value(SEEDS["settings"][0], "lock", "wrong_at", value=BEFORE_ALL)),
]


@pytest.mark.parametrize(("name", "data"), FOUND)
def test_what_was_found_is_mended(name: str, data: bytes, place: Path) -> None:
    read(name, data, place)


# --- large ones, and folders


LARGE = {
    "leaflet": b"# A\n\n" + b"> - *[![`" * 220_000,
    "json": b'{"format": 1, "events": ' + b"[" * 300_000,
    "settings": b'{"theme": "' + b"x" * 3_000_000 + b'"}',
    "small": b"stairs:1 " * 400_000,
    "companion": b"[" + b'["ticks", 0, "whole", "d", "x"], ' * 5_000 + b"[]]",
}


@pytest.mark.parametrize("name", READERS)
def test_a_large_file_costs_neither_time_nor_memory(name: str, place: Path) -> None:
    tracemalloc.start()
    try:
        READERS[name](LARGE[name], place)
        assert tracemalloc.get_traced_memory()[1] < MOST_BYTES
    finally:
        tracemalloc.stop()


NAMES = st.sampled_from(["a.md", "b.txt", "c.html", ".d.md", "e.MD", "f", "..md", "é\u202e.txt", "x" * 200 + ".md"])
KINDS = st.sampled_from(["good", "bad", "folder", "up", "out", "loop", "pipe", "gone"])
FOLDERS = st.lists(st.tuples(st.lists(NAMES, min_size=1, max_size=7), KINDS), min_size=1, max_size=6)


def put(root: Path, names: list[str], kind: str) -> None:
    """Makes one thing in a folder, where it can be made."""
    path = root.joinpath(*names)
    if os.path.lexists(path):
        return  # writing into a pipe would wait for a reader
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if kind in ("good", "bad"):
            path.write_bytes(b"# A\n\nBel ons.\n" if kind == "good" else b"<script>\xff")
        elif kind == "folder":
            path.mkdir()
        elif kind == "pipe":
            os.mkfifo(path)
        else:
            path.symlink_to({"up": "..", "out": "/etc", "loop": path.name, "gone": "nothing"}[kind])
    except OSError:
        return


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes")
@given(things=FOLDERS)
@settings(max_examples=MOST, deadline=None)
def test_no_folder_makes_its_reader_fall_or_changes_what_was_kept(
    things: list[tuple[list[str], str]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    place = tmp_path_factory.mktemp("folder")
    shelf = ClinicShelf(place / "data")
    (place / "good.md").write_bytes(b"# A\n\nBel ons.\n")
    before = shelf.bring(place / "good.md", "Eerst", TODAY)
    for names, kind in things:
        put(place / "given", names, kind)
    began = time.process_time()
    try:
        found = shelf.bring(place / "given", "Daarna", TODAY)
    except clinic_leaflet.ClinicFaults as caught:
        told([fault.sentence("nl") for fault in caught.faults])
        found = before
    assert time.process_time() - began < SECOND
    assert shelf.leaflet() == found


def test_a_json_export_that_is_refused_changes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sound, data = tmp_path / "sound.json", str(tmp_path / "data")
    sound.write_bytes(SEEDS["json"][1])
    assert main(["--data", data, "import-json", str(sound)]) == 0
    before = {path.name: path.read_bytes() for path in Path(data).iterdir() if path.suffix in (".journal", ".db")}
    for number, (name, bad) in enumerate([("json", b"{"), ("json", SEEDS["json"][0][:-9]), *FOUND]):
        (tmp_path / f"{number}.json").write_bytes(bad)
        assert main(["--data", data, "import-json", str(tmp_path / f"{number}.json")]) != 0 or name != "json"
        assert "Traceback" not in capsys.readouterr().err
    after = {path.name: path.read_bytes() for path in Path(data).iterdir() if path.suffix in (".journal", ".db")}
    assert after == before
