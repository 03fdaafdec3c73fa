"""Every reader of a person's file, as a function of bytes: it gives a result or the fault that it promises.

For tests/faults/test_fuzz.py and packaging/fuzz.py. What goes on to be worked with is worked with: a regimen that was
taken over is asked for its agenda, what was read is written and read again.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import shutil
import sqlite3
import zlib
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from osteoapp import export
from osteoapp.clinic_shelf import ClinicShelf
from osteoapp.content import clinic
from osteoapp.content.catalogue import catalogue
from osteoapp.core.agenda import agenda
from osteoapp.core.history import History
from osteoapp.core.regimen import Regimen
from osteoapp.exchange import clinic_leaflet, json_file
from osteoapp.store import alive, companions, records, unfinished
from osteoapp.store import settings as settings_record
from osteoapp.store.faults import Damaged
from osteoapp.store.settings import Settings
from osteoapp.store.stopwatch import StopwatchFile
from osteoapp.store.ticks import TicksFile

TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 8, 35, tzinfo=ZoneInfo("Europe/Amsterdam"))


def leaflet(data: bytes, place: Path) -> None:
    """A clinic's text as Markdown and as plain text: what is taken can be kept and is the same when read again."""
    for name in ("text.md", "text.txt"):
        (place / name).write_bytes(data)
        try:
            found = clinic_leaflet.read(place / name, "Ziekenhuis X", TODAY)
        except clinic_leaflet.ClinicFaults as caught:
            told([fault.sentence(lang) for fault in caught.faults for lang in ("nl", "en")])
            continue
        assert clinic.from_record(json.loads(json.dumps(clinic.to_record(found)))) == found


def told(sentences: list[str]) -> None:
    assert sentences
    assert all(sentences)


def content(data: bytes, place: Path) -> None:
    """A json export: what is taken is written as it was read, and its agenda can be made."""
    (place / "all.json").write_bytes(data)
    try:
        found = export._read(str(place / "all.json"))
    except export.Usage:
        return
    again = "".join(json_file.write(found, records, NOW, "0")).encode("utf-8")
    assert json_file.read(again, records, Settings) == found
    regimen = Regimen(catalogue(), found.draft, found.versions)
    with contextlib.suppress(ValueError, KeyError, OSError):  # a zone that this computer does not know
        agenda(regimen, History(found.events), NOW, dates=(TODAY, TODAY), whole=False)


def settings(data: bytes, place: Path) -> None:
    """The record of the settings: something always comes out, and is kept as it is."""
    try:
        record = json.loads(data)
    except (ValueError, RecursionError):
        return
    found, whole = settings_record.read(record)
    again, sound = settings_record.read(json.loads(records.text_of(records.to_record(found))))
    assert (again, sound) == (found, True)
    assert whole or isinstance(found, Settings)


def small(data: bytes, place: Path) -> None:
    """The small files of the data folder, each as it is and with the sum that belongs to it."""
    summed = b"%s %08x\n" % (data.strip(), zlib.crc32(data.strip()))
    for whole in (data, summed):
        for name in ("stopwatch", "ticks", "alive"):
            (place / name).write_bytes(whole)
        started = StopwatchFile(place).read()
        if started is not None:
            assert started.at <= NOW or started.at > NOW
        assert all(TicksFile(place).read())
        alive.read(place / "alive")
    _setup(data, place)
    _shelf(data, place)


def _setup(data: bytes, place: Path) -> None:
    found: Any = None
    with contextlib.suppress(ValueError, RecursionError):
        found = json.loads(data)
    sealed = {"format": 1, "answers": found}
    with contextlib.suppress(ValueError, RecursionError):
        sealed["sum"] = records.checksum(records.text_of(found))
    with contextlib.suppress(ValueError, RecursionError):
        for whole in (data, json.dumps(sealed).encode("ascii")):
            (place / unfinished.NAME).write_bytes(whole)
            with contextlib.suppress(Damaged):
                answers = unfinished.read(place)
                assert answers is None or all(isinstance(value, str) for value in answers.values())


def _shelf(data: bytes, place: Path) -> None:
    kept = place / "clinic-leaflet"
    for whole in (data, hashlib.sha256(data).hexdigest().encode("ascii") + b"\n" + data):
        kept.write_bytes(whole)
        damaged: list[str] = []
        found = ClinicShelf(place, lambda _, values, told=damaged: told.append(values["kept"])).leaflet()
        assert (found is None) == bool(damaged), "what cannot be read is set aside and told"
        for name in damaged:
            assert (place / name).read_bytes() == whole, "nothing of it is lost"
            (place / name).unlink()


def companion(data: bytes, place: Path) -> None:
    """The table of companions in a copy: all that is taken out lies in its folder, known by name and whole."""
    try:
        rows = json.loads(data)
    except (ValueError, RecursionError):
        return
    out = place / "out"
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir()
    around = {path.name for path in place.iterdir()}
    with contextlib.closing(sqlite3.connect(":memory:", isolation_level=None)) as copy:
        copy.execute(f"CREATE TABLE {companions.TABLE} (name, part, state, digest, bytes)")
        for row in rows if isinstance(rows, list) else ():
            with contextlib.suppress(sqlite3.Error, OverflowError, ValueError, TypeError):
                *values, part = row
                content = part.encode("utf-8") if isinstance(part, str) else part
                copy.execute(f"INSERT INTO {companions.TABLE} VALUES (?, ?, ?, ?, ?)", (*values, content))
        try:
            states = companions.take_out(copy, out)
        except Damaged:
            states = None
    assert {path.name for path in place.iterdir()} == around
    taken = {path.name for path in out.iterdir()}
    assert taken <= set(companions.NAMES)
    if states is not None:
        assert taken == {name for name, state in states.items() if state == "whole"}
        assert all(one.state == "whole" for one in companions.beside(out).values())


Reader = Callable[[bytes, Path], None]
READERS: dict[str, Reader] = {
    "leaflet": leaflet, "json": content, "settings": settings, "small": small, "companion": companion
}  # fmt: skip


def seeds() -> dict[str, list[bytes]]:
    """Sound files to begin from."""
    from tests.store.store_builders import amount, every_kind, regimen_of, taken

    draft = every_kind()
    events = (taken(1), amount(2, 3))
    whole = json_file.Content(draft, regimen_of(draft).versions, events, Settings())
    few = regimen_of(draft).versions
    exported = ["".join(json_file.write(whole, records, NOW, "0")).encode("utf-8")]
    for version in few:
        one = json_file.Content(replace(draft, plans=(version.plan,)), (version,), events, Settings())
        exported.append("".join(json_file.write(one, records, NOW, "0")).encode("utf-8"))
    text = b"---\ntopic: denosumab\nmoment: after\ntitle: Na\n---\n# A\n\nBel **ons**.\n\n- een\n  1. twee\n\n> x\n"
    kept = json.dumps(
        {"format": 1, "name": "X", "imported": "2026-11-22", "sections": [
            {"title": "A", "topic": None, "moment": None, "blocks": [
                {"heading": "H"}, {"text": [["t", True]]},
                {"list": [{"depth": 0, "number": 1, "text": [["t", False]]}]},
            ]}]}
    ).encode("ascii")  # fmt: skip
    set_so = records.text_of(records.to_record(settings_record.Settings(lock=settings_record.Lock("h", 1, NOW, NOW))))
    return {
        "leaflet": [text, b"NA DE PRIK\n==========\n\nBel ons.\n\n* een\n* twee\n"],
        "json": exported,
        "settings": [set_so.encode("ascii")],
        "small": [
            b"2026-11-23T07:00:00+00:00 activity/2026-11-23/goal", b"stairs:1 bath:12", b'{"weekday": "monday"}', kept,
            b"2026-11-23T07:00:00+00:00",
        ],
        "companion": _companions(),
    }  # fmt: skip


def _companions() -> list[bytes]:
    """Rows of a sound table: a text in one part, and one in two beside what is in no copy."""
    ticked = "stairs:1 bath:12"
    whole = f"{ticked} {zlib.crc32(ticked.encode('ascii')):08x}\n"
    digest = hashlib.sha256(whole.encode("ascii")).hexdigest()
    one = ["ticks", 0, "whole", digest, whole]
    two = [["ticks", 0, "whole", digest, whole[:9]], ["ticks", 1, "whole", digest, whole[9:]]]
    more = [["clinic-leaflet", 0, "large", "", ""], ["setup.json", 0, "damaged", "", ""]]
    return [json.dumps(rows).encode("ascii") for rows in ([one], [*two, *more])]
