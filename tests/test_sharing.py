"""Sheets and files from the running program: in a thread, whole or not at all, while answers go on."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from osteoapp import paperwork
from osteoapp.arguments import EXPORTS
from osteoapp.ui.share.model import kinds
from osteoapp.ui.share.port import Job, Made
from tests.test_joining import DOSE, Life


@pytest.fixture
def life(tmp_path: Path, qapp: QApplication) -> Iterator[Life]:
    found = Life(tmp_path / "data")
    yield found
    found.store.close()


def ended(qtbot: QtBot, job: Job) -> Made:
    heard: list[Made] = []
    job.ended.connect(heard.append)
    qtbot.waitUntil(lambda: bool(heard), timeout=20_000)
    return heard[0]


def test_each_kind_of_the_screens_and_of_the_command_line_is_written(
    life: Life, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert set(EXPORTS) == set(paperwork.KINDS) == {kind.id for kind in kinds()}
    assert {kind.id: kind.ending for kind in kinds()} == paperwork.ENDINGS
    assert {kind.id for kind in kinds() if kind.paper} == set(paperwork.SHEETS)
    for kind in kinds():
        target = tmp_path / f"{kind.id}.{kind.ending}"
        assert ended(qtbot, life.port.share.save(kind.id, "nl", target)) == Made(path=target)
        assert target.stat().st_size > 100
    made = ended(qtbot, life.port.share.pages("fridge", "en", 30))
    assert made.fault == ""
    assert [page[:4] for page in made.pages] == [b"\x89PNG"]


@pytest.mark.parametrize(
    ("number", "fault"), [(28, "full"), (13, "forbidden"), (30, "forbidden"), (2, "missing"), (5, "failed")]
)
def test_a_fault_of_the_disk_is_told_and_leaves_nothing(
    life: Life, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, number: int, fault: str
) -> None:
    target = tmp_path / "old.csv"
    target.write_text("old", encoding="utf-8")

    def refuse(_: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr("osteoapp.exchange.whole_file.os.fsync", refuse)
    assert ended(qtbot, life.port.share.save("csv", "nl", target)) == Made(fault=fault)
    assert target.read_text(encoding="utf-8") == "old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["data", "old.csv"]


def test_a_folder_that_is_gone_is_told(life: Life, tmp_path: Path, qtbot: QtBot) -> None:
    assert ended(qtbot, life.port.share.save("json", "nl", tmp_path / "gone" / "x.json")).fault == "missing"


def test_stopping_leaves_nothing_and_answers_go_on_meanwhile(
    life: Life, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, go_on = threading.Event(), threading.Event()

    def slow(*_: Any) -> Iterator[bytes]:
        yield b"begin"
        begun.set()
        go_on.wait(20)
        yield b"more"

    monkeypatch.setattr(paperwork, "portions", slow)
    job = life.port.share.save("json", "nl", tmp_path / "x.json")
    qtbot.waitUntil(begun.is_set, timeout=20_000)
    life.at("2026-11-23T07:30")
    assert life.port.record(DOSE, "taken").event
    job.cancel()
    go_on.set()
    assert ended(qtbot, job) == Made(fault="cancelled")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["data"]


def test_a_long_table_tells_how_far_it_is(life: Life, tmp_path: Path, qtbot: QtBot) -> None:
    event = next(iter(life.loop.history.all()))
    for number in range(3000):
        life.loop.history.append(type(event)(**{**_values(event), "id": f"x{number}"}))
    job = life.port.share.save("csv", "nl", tmp_path / "x.csv")
    far: list[int] = []
    job.progressed.connect(far.append)
    assert ended(qtbot, job).fault == ""
    assert far == sorted(far)
    assert len(far) >= 6
    assert max(far) <= 99
    assert (tmp_path / "x.csv").read_text(encoding="utf-8").count("\n") >= 3000


def _values(event: Any) -> dict[str, Any]:
    return {name: getattr(event, name) for name in ("at", "recorded", "zone", "item", "cause", "away_from")}
