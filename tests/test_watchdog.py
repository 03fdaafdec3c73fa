"""A part that breaks takes nothing else along, and a loop that stands is started again; each fault is planted."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from osteoapp.core.events import Reminded
from osteoapp.desk import LEAD, Desk
from osteoapp.reminding.clock import VirtualClock
from osteoapp.ui.reminder import ReminderWindow
from osteoapp.watchdog import PATIENCE, Guard, Watchdog
from tests.joineddesk import ZONE, Heard, advance, joined

DOSE = "alendronate-tablet/2026-11-23/dose"
SECRET = "mevrouw De Vries en haar alendroninezuur"


@pytest.fixture
def made(tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Desk, Heard]]:
    with joined(tmp_path, monkeypatch) as made:
        yield made


def broken(*_: object, **__: object) -> Any:
    raise LookupError(SECRET)


def codes(desk: Desk) -> list[str]:
    return [code for code, _ in desk.port.health().notes]


def told(desk: Desk, qtbot: QtBot, folder: Path) -> None:
    """Settings say that there was a fault, and the record says where and nothing of whom."""
    qtbot.waitUntil(lambda: "program_fault" in codes(desk))
    record = (folder / "fault.log").read_text()
    assert "builtins.LookupError" in record
    assert not any(word in record for word in SECRET.split() if len(word) > 3)


def test_a_reminder_window_that_breaks_once_is_made_anew(
    made: tuple[Desk, Heard], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    desk, heard = made
    monkeypatch.setattr(desk.reminder, "remind", broken)
    advance(desk, minutes=1)
    assert desk.reminder.isVisible()
    assert desk.reminder.items == (DOSE,)
    assert len(desk.store.history().of(DOSE, Reminded)) == 1
    qtbot.waitUntil(lambda: bool(heard.messages))
    told(desk, qtbot, tmp_path)


def test_where_no_reminder_window_can_be_had_the_notification_stays_and_today_comes_up(
    made: tuple[Desk, Heard], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    desk, heard = made
    desk.window.hide()
    monkeypatch.setattr(ReminderWindow, "remind", broken)
    monkeypatch.setattr(ReminderWindow, "prepare", broken)
    advance(desk, seconds=(timedelta(minutes=1) - LEAD).total_seconds())
    desk._prepare()
    advance(desk, seconds=1)
    assert desk.window.isVisible()
    qtbot.waitUntil(lambda: bool(heard.messages))
    assert heard.messages[0].urgent
    assert "sound 9" in heard.sounds
    told(desk, qtbot, tmp_path)
    advance(desk, minutes=10)
    assert len(desk.store.history().of(DOSE, Reminded)) == 2, "it goes on, and repeats at its own pace"


def test_a_sound_that_breaks_leaves_the_notification(
    made: tuple[Desk, Heard], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    desk, heard = made
    monkeypatch.setattr(desk.attention.sound, "play", broken)
    advance(desk, minutes=1)
    qtbot.waitUntil(lambda: bool(heard.messages))
    told(desk, qtbot, tmp_path)


def test_a_listener_and_a_store_that_break_do_not_keep_the_next_look_from_being_arranged(
    made: tuple[Desk, Heard], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    desk, _ = made
    desk.loop.changed.insert(0, broken)
    monkeypatch.setattr(desk.store, "sync", broken)
    monkeypatch.setattr(desk.store, "append", broken)
    advance(desk, minutes=1)
    assert desk.reminder.isVisible()
    assert desk.wakeup.wanted is not None
    assert desk.wakeup.wanted > desk._clock.now()
    desk.port.record(DOSE, "skipped")
    assert desk.port.health().unsaved, "what was said counts, and that it is not kept is told"
    advance(desk, minutes=10)
    assert len(desk.store.history().of(DOSE, Reminded)) == 1
    told(desk, qtbot, tmp_path)


def test_what_nobody_catches_is_kept_once_and_not_printed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = (sys.excepthook, threading.excepthook)
    found: list[str] = []
    guard = Guard(tmp_path, lambda: found.append("told"))
    guard.install()
    try:
        for _ in range(2):
            thread = threading.Thread(target=broken)
            thread.start()
            thread.join()
        with pytest.raises(LookupError) as caught:
            broken()
        sys.excepthook(LookupError, caught.value, caught.tb)
    finally:
        guard.uninstall()
    assert (sys.excepthook, threading.excepthook) == before
    assert found == ["told", "told"], "the same place counts once"
    assert capsys.readouterr() == ("", "")
    assert SECRET not in (tmp_path / "fault.log").read_text()


class Stand:
    """A watchdog over a loop that looks when the test says so."""

    def __init__(self, clock: VirtualClock, *, hangs: bool = False) -> None:
        self.clock, self.calls = clock, 0
        self.stuck: list[BaseException] = []
        self.dog = Watchdog(clock, lambda act: None if hangs else act(), self.revive, self.stuck.append)
        self.dog.looked()

    def revive(self) -> None:
        self.calls += 1
        self.dog.looked()

    def later(self, seconds: float) -> bool:
        self.clock.advance(timedelta(seconds=seconds))
        return self.dog.check()


def test_a_loop_that_does_not_look_for_two_heartbeats_is_started_again_and_sleep_is_no_standstill() -> None:
    stand = Stand(VirtualClock(datetime(2026, 11, 23, 6, tzinfo=UTC), ZONE))
    stand.clock.sleep(timedelta(hours=9))
    assert stand.later(PATIENCE)
    assert not stand.later(1)
    assert stand.calls == 1
    assert stand.later(PATIENCE)
    assert stand.stuck == []


def test_a_main_thread_that_hangs_is_written_down_with_its_place() -> None:
    stand = Stand(VirtualClock(datetime(2026, 11, 23, 6, tzinfo=UTC), ZONE), hangs=True)
    assert not stand.later(PATIENCE + 1)
    assert stand.stuck == []
    assert not stand.later(PATIENCE + 1)
    trace = stand.stuck[0].__traceback__
    names = []
    while trace is not None:
        names.append(trace.tb_frame.f_code.co_name)
        trace = trace.tb_next
    assert "later" in names


def test_a_wake_up_that_died_is_started_again_by_the_program(made: tuple[Desk, Heard], qtbot: QtBot) -> None:
    desk, _ = made
    desk.wakeup.stop()
    clock: Any = desk._clock
    clock.advance(timedelta(minutes=3))
    assert not desk.reminder.isVisible()
    assert not desk.watchdog.check()
    qtbot.waitUntil(desk.reminder.isVisible)
    assert desk.wakeup._heartbeat.isActive()
    assert desk.watchdog.check()
    thread = desk.watchdog._thread
    assert thread is not None
    assert thread.is_alive()
    desk.watchdog.stop()
    assert not thread.is_alive()
