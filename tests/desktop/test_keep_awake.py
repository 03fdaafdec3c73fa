"""Keeping the computer awake: a logind made for the test on a bus of its own, and Windows' call with a fake."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from osteoapp.desktop.keep_awake import ExecutionState, Logind, hold_for
from osteoapp.reminding.logind import inhibit
from tests.realdesktop import Desktop, desktop, until

linux = pytest.mark.skipif(sys.platform != "linux", reason="logind is Linux's")
NAME = "org.freedesktop.login1"


class Login(threading.Thread):
    """Hands out one end of a pipe for each inhibitor: the other end tells when the last copy is closed."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self.jeepney = pytest.importorskip("jeepney")
        blocking = pytest.importorskip("jeepney.io.blocking")
        bus = pytest.importorskip("jeepney.bus_messages").message_bus
        self.line = blocking.open_dbus_connection("SESSION", enable_fds=True)
        self.line.send_and_get_reply(bus.RequestName(NAME))
        self.asked: list[tuple[str, ...]] = []
        self.ends: list[int] = []
        self.refuses = False
        self.waits = threading.Event()
        self.waits.set()
        self.start()

    def run(self) -> None:
        with self.line:
            try:
                while True:
                    self.answer(self.line.receive())
            except OSError:
                return

    def answer(self, message: Any) -> None:
        if message.header.message_type is not self.jeepney.MessageType.method_call:
            return
        self.asked.append(message.body)
        self.waits.wait(5)
        if self.refuses:
            self.line.send(self.jeepney.new_error(message, "org.freedesktop.DBus.Error.AccessDenied"))
            return
        mine, theirs = os.pipe()
        self.ends.append(mine)
        with os.fdopen(theirs, "wb") as file:
            self.line.send(self.jeepney.new_method_return(message, "h", (file,)))

    def let_go(self, number: int = 0) -> bool:
        os.set_blocking(self.ends[number], False)
        try:
            return os.read(self.ends[number], 1) == b""
        except BlockingIOError:
            return False

    def end(self) -> None:
        self.waits.set()
        self.line.sock.shutdown(2)
        self.join(5)
        for end in self.ends:
            os.close(end)


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desktop]:
    with desktop(tmp_path_factory.mktemp("bus"), ["bus"]) as made:
        yield made


@pytest.fixture
def login(world: Desktop, monkeypatch: pytest.MonkeyPatch) -> Iterator[Login]:
    address = world.environment["DBUS_SESSION_BUS_ADDRESS"]
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", address)
    made = Login()
    yield made
    made.end()


@linux
def test_it_holds_once_and_lets_go(login: Login) -> None:
    keep = Logind(pytest.fail, lambda: inhibit("Herinnering komt zo"))
    keep.release()
    keep.hold()
    until(lambda: keep.held)
    keep.hold()
    assert login.asked == [("idle", "osteoapp", "Herinnering komt zo", "block")]
    assert not login.let_go()
    keep.release()
    assert not keep.held
    until(login.let_go)
    keep.hold()
    until(lambda: keep.held)
    assert len(login.asked) == 2
    keep.release()


@linux
def test_what_is_let_go_before_logind_agrees_is_not_held(login: Login) -> None:
    login.waits.clear()
    keep = Logind(pytest.fail, lambda: inhibit("x"))
    keep.hold()
    until(lambda: login.asked)
    keep.release()
    login.waits.set()
    until(lambda: login.ends and login.let_go())
    assert not keep.held


@linux
def test_a_refusal_is_said(login: Login) -> None:
    faults: list[str] = []
    login.refuses = True
    keep = Logind(faults.append, lambda: inhibit("x"))
    keep.hold()
    until(lambda: faults)
    assert faults == ["refused: org.freedesktop.DBus.Error.AccessDenied"]
    assert not keep.held


@linux
def test_without_a_system_bus_it_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("jeepney")
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", f"unix:path={tmp_path}/none")
    faults: list[str] = []
    Logind(faults.append, lambda: inhibit("x")).hold()
    until(lambda: faults)
    assert faults == ["no-logind"]


class Kernel:
    def __init__(self, answer: int = 1) -> None:
        self.states: list[int] = []
        self.answer = answer

    def SetThreadExecutionState(self, state: int) -> int:
        self.states.append(state)
        return self.answer


def test_windows_is_told_once_and_told_again_at_the_end() -> None:
    kernel = Kernel()
    keep = ExecutionState(pytest.fail, kernel)
    keep.release()
    keep.hold()
    keep.hold()
    keep.release()
    assert kernel.states == [0x80000001, 0x80000000]


def test_windows_refusing_is_said() -> None:
    faults: list[str] = []
    keep = ExecutionState(faults.append, Kernel(0))
    keep.hold()
    assert faults == ["refused: SetThreadExecutionState"]


def test_each_platform_has_its_own_way_and_some_have_none() -> None:
    assert isinstance(hold_for(print, int, "linux"), Logind)
    assert isinstance(hold_for(print, int, "win32"), ExecutionState)
    assert hold_for(print, int, "darwin") is None
