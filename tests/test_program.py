"""The running program goes on with a copy that was put back; nothing that was there is lost, and nobody can read it."""

from __future__ import annotations

import os
import stat
import sys
import tempfile
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from osteoapp.clinic_shelf import ClinicShelf
from osteoapp.content.catalogue import catalogue
from osteoapp.core.changes import revise
from osteoapp.core.history import History
from osteoapp.core.regimen import Regimen
from osteoapp.desk import Desk
from osteoapp.desktop.single_instance import Claim, SingleInstance
from osteoapp.exchange.regimen_file import read
from osteoapp.program import Program
from osteoapp.reminding.clock import VirtualClock
from osteoapp.store import unfinished
from osteoapp.store.faults import StoreFault
from osteoapp.store.store import Store
from osteoapp.ui.pictures import settle
from osteoapp.ui.tray import Tray
from tests.joineddesk import SAMPLES, ZONE
from tests.ui.helpers import said

DOSE = "alendronate-tablet/2026-11-23/dose"


class Running:
    """A program with its window, on a folder of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.clock = VirtualClock(datetime(2026, 11, 23, 7, 31, tzinfo=ZONE), ZONE)
        known = datetime(2026, 11, 22, 11, 31, tzinfo=ZONE)
        with Store.open(folder, catalogue()) as store:
            draft = read((SAMPLES / "tablet.toml").read_bytes(), catalogue(), known.date())
            store.save_regimen(revise(Regimen(catalogue()), draft, History(), known), known.astimezone(UTC))
        self.instance = SingleInstance(folder)
        assert self.instance.claim([]) is Claim.FIRST
        self.failed: list[StoreFault] = []
        self.program = Program(folder, self.clock, self._make, self.failed.append)
        self.desk.open()
        QTest.qWait(1)

    def _make(self) -> Desk:
        made = Desk(Store.open(self.folder, catalogue()), self.folder, self.clock, self.instance)
        made.attention.notifier.show = lambda _: None  # type: ignore[method-assign]
        made.attention.sound.play = lambda _=9: None  # type: ignore[method-assign]
        return made

    @property
    def desk(self) -> Desk:
        return self.program.desk


@pytest.fixture
def running(tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Running]:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setattr(Tray, "available", staticmethod(lambda: False))
    # A short name: the address of a socket holds some hundred letters, and a longer one lies elsewhere.
    short = tempfile.TemporaryDirectory(prefix="o-")
    found = Running(Path(short.name) / "data")
    yield found
    desk = found.desk
    desk.port.changes.blockSignals(True)
    desk.close()
    desk.window.translations.install("nl")
    for part in (desk.tray.menu, desk.reminder, desk.window):
        part.deleteLater()
    settle()
    short.cleanup()


def test_it_goes_on_with_the_copy_and_keeps_what_was_there(running: Running, tmp_path: Path) -> None:
    copy, text = tmp_path / "copy.db", tmp_path / "clinic.md"
    old = running.desk
    text.write_text("# Bij ons\n\nBel de balie.\n", encoding="utf-8")
    assert old.port.shelf.bring(text, "Toen", "nl") == ()
    assert old.port.ticks.keep({"hall:1"})
    assert old.port.plans.keep({"patient.name": "Ada"})
    old.store.backup(copy)
    old.port.record(DOSE, "taken")
    assert old.port.shelf.bring(text, "Nu", "nl") == ()
    assert old.port.ticks.keep({"hall:2"})
    assert old.port.plans.keep({"patient.name": "Bram"})
    old.copies.put_back(str(copy))
    for _ in range(100):
        QTest.qWait(10)
        if running.desk is not old:
            break
    assert running.desk is not old
    desk = running.desk
    assert desk.loop.history.answers(DOSE) == [], "the copy was made before the answer"
    leaflet = desk.port.clinic_leaflet()
    assert leaflet is not None
    beside = leaflet.name, desk.port.ticks.read(), desk.port.plans.unfinished().answers
    assert beside == ("Toen", {"hall:1"}, {"patient.name": "Ada"}), "and so were these"
    shown = said(desk.window).replace("\u00a0", " ")
    assert "De kopie is teruggezet. Wat er eerst stond, is bewaard in" in shown
    kept = list(running.folder.glob("replaced-*/answers.journal"))
    assert len(kept) == 1
    assert DOSE.encode() in kept[0].read_bytes()
    assert running.failed == []
    # It is the one program still: it answers, and a second start finds it.
    assert desk.port.record(DOSE, "taken").event
    assert len(desk.loop.history.answers(DOSE)) == 1
    running.instance.received.emit([])
    settle()
    assert desk.window.isVisible()


def test_what_cannot_be_put_back_changes_nothing(running: Running, tmp_path: Path) -> None:
    letter = tmp_path / "letter.db"
    letter.write_text("Dear Ann")
    running.desk.port.record(DOSE, "taken")
    running.program.go_on_with(letter)
    settle()
    assert len(running.desk.loop.history.answers(DOSE)) == 1
    assert "Dit bestand is geen kopie van dit programma." in said(running.desk.window)
    assert list(running.folder.glob("replaced-*")) == []


@pytest.mark.skipif(sys.platform == "win32", reason="rights of the user's own folder are inherited there")
def test_nobody_else_reads_anything_beside_the_data(running: Running, tmp_path: Path) -> None:
    old_umask = os.umask(0)
    try:
        desk, folder = running.desk, running.folder
        unfinished.write(folder, {"patient.name": "Ada"})
        assert desk.port.stopwatch.start("activity/2026-11-23/goal")
        text = tmp_path / "clinic.md"
        text.write_text("# Bij ons\n\nBel de balie.\n", encoding="utf-8")
        ClinicShelf(folder).bring(text, "Kliniek", date(2026, 11, 23))
        desk._errands.finish()
        desk.store.keep_copy(running.clock.now())
        copy = tmp_path / "copy.db"
        desk.store.backup(copy)
        desk.port.record(DOSE, "taken")
        running.program.go_on_with(copy)
        settle()
        running.desk._errands.finish()  # the copy of the hour that the start makes
        running.desk.store.keep_copy(running.clock.now() + timedelta(hours=2))
    finally:
        os.umask(old_umask)
    names = {path.name for path in folder.rglob("*")}
    wanted = {"setup.json", "stopwatch", "clinic-leaflet", "osteoapp.db", "osteoapp.lock", "osteoapp.socket"}
    assert wanted <= names, wanted - names
    wrong = []
    for path in (folder, *folder.rglob("*")):
        mode = stat.S_IMODE(path.stat().st_mode)
        if mode != (0o700 if path.is_dir() else 0o600):
            wrong.append(f"{path.relative_to(folder)} {mode:o}")
    assert wrong == []
