"""One program a data folder, tried with real processes that start together, end, hang and are killed."""

from __future__ import annotations

import contextlib
import os
import signal
import socket as sockets
import struct
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtNetwork import QLocalSocket

from osteoapp.desktop import single_instance
from osteoapp.desktop.single_instance import Claim, Handing, SingleInstance, hand_over, tell_changed

posix = pytest.mark.skipif(sys.platform == "win32", reason="local sockets and signals as POSIX has them")

# Waits for the file "go", claims, says what it found, and as the first prints what it hears until told to end.
PROGRAM = """
import sys, time
from pathlib import Path
from PySide6.QtCore import QCoreApplication, QTimer
from osteoapp.desktop.single_instance import SingleInstance

folder, go, words = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3:]
app = QCoreApplication([])
instance = SingleInstance(folder)
print("ready", flush=True)
while not go.exists():
    time.sleep(0.001)
found = instance.claim(words)
print(found, flush=True)
if found == "first":
    def hear(words):
        print(words, flush=True)
        if words == ["end"]:
            app.quit()
    instance.received.connect(hear)
    instance.changed.connect(lambda: print("changed", flush=True))
    QTimer.singleShot(60000, app.quit)
    app.exec()
    instance.release()
"""


class Program:
    """One start of the program."""

    def __init__(self, folder: Path, go: Path, *words: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-c", PROGRAM, str(folder), str(go), *words], stdout=subprocess.PIPE, text=True
        )

    def line(self) -> str:
        assert self.process.stdout is not None
        return self.process.stdout.readline().strip()

    def close(self) -> None:
        with contextlib.suppress(ProcessLookupError):
            self.process.kill()
        self.process.wait(20)
        assert self.process.stdout is not None
        self.process.stdout.close()


@pytest.fixture
def folder() -> Iterator[Path]:
    # Not pytest's own folder: the addresses of sockets are short.
    with tempfile.TemporaryDirectory(prefix="oa-") as name:
        yield Path(name, "data")


@pytest.fixture
def start(folder, tmp_path) -> Iterator[Callable[..., Program]]:
    """Starts the program; it goes on once ``go`` exists, which is at once unless asked otherwise."""
    programs: list[Program] = []
    go = tmp_path / "go"

    def begin(*words: str, wait: bool = False) -> Program:
        if not wait:
            go.touch()
        programs.append(Program(folder, go, *words))
        assert programs[-1].line() == "ready"
        return programs[-1]

    begin.go = go
    yield begin
    for program in programs:
        program.close()


def test_the_second_hands_its_words_over_and_ends(start):
    first = start("--background")
    assert first.line() == "first"
    second = start("regimen", "--lang", "nl", "Ænna's \"map\"/x y")
    assert second.line() == "handed_over"
    assert second.process.wait(20) == 0
    assert first.line() == str(["regimen", "--lang", "nl", "Ænna's \"map\"/x y"])


def test_a_start_without_words_calls_the_window(start):
    first = start()
    assert first.line() == "first"
    assert start().line() == "handed_over"
    assert first.line() == "[]"


def test_of_five_at_once_exactly_one_is_first(start):
    programs = [start(str(number), wait=True) for number in range(5)]
    start.go.touch()
    found = [program.line() for program in programs]
    assert sorted(found) == ["first"] + ["handed_over"] * 4
    first = programs[found.index("first")]
    others = {str([str(number)]) for number in range(5) if programs[number] is not first}
    assert {first.line() for _ in range(4)} == others


@posix
def test_after_a_kill_the_next_takes_over(start, folder):
    first = start()
    assert first.line() == "first"
    os.kill(first.process.pid, signal.SIGKILL)
    first.process.wait(20)
    assert (folder / "osteoapp.lock").exists(), "a killed process leaves its lock"
    assert (folder / "osteoapp.socket").exists(), "and its socket"
    second = start()
    assert second.line() == "first"
    assert start("hello").line() == "handed_over"
    assert second.line() == "['hello']"


@posix
def test_of_five_after_a_kill_exactly_one_takes_over(start):
    first = start()
    assert first.line() == "first"
    start.go.unlink()
    programs = [start(wait=True) for _ in range(5)]
    os.kill(first.process.pid, signal.SIGKILL)
    first.process.wait(20)
    start.go.touch()
    assert sorted(program.line() for program in programs) == ["first"] + ["handed_over"] * 4


def test_after_an_orderly_end_the_next_is_first(start, folder):
    first = start()
    assert first.line() == "first"
    assert hand_over(folder, ["end"]) is Handing.TAKEN
    assert first.process.wait(20) == 0
    assert start().line() == "first"


@posix
def test_one_that_hangs_is_not_doubled(start, folder, monkeypatch):
    first = start()
    assert first.line() == "first"
    os.kill(first.process.pid, signal.SIGSTOP)
    monkeypatch.setattr(single_instance, "_ANSWER_MS", 300)
    begin = time.perf_counter()
    assert SingleInstance(folder).claim(["late"]) is Claim.SILENT
    assert time.perf_counter() - begin < 3
    os.kill(first.process.pid, signal.SIGCONT)
    assert first.line() == "['late']"


def test_another_folder_is_another_program(start, tmp_path, qapp):
    assert start().line() == "first"
    other = SingleInstance(tmp_path / "other")
    assert other.claim([]) is Claim.FIRST
    other.release()


def test_a_lock_without_an_owner_is_taken_over(folder, qapp, monkeypatch):
    # What a power cut leaves: a file without its contents. Qt's lock alone would never be had again.
    monkeypatch.setattr(single_instance, "_ANSWER_MS", 200)
    folder.mkdir()
    (folder / "osteoapp.lock").touch()
    instance = SingleInstance(folder)
    assert instance.claim([]) is Claim.FIRST
    instance.release()


@posix
def test_one_that_cannot_be_reached_is_not_doubled(start, folder, monkeypatch, qapp):
    monkeypatch.setattr(single_instance, "_ANSWER_MS", 200)
    first = start()
    assert first.line() == "first"
    (folder / "osteoapp.socket").unlink()
    assert SingleInstance(folder).claim([]) is Claim.SILENT


def test_a_folder_that_cannot_be_made_is_said(tmp_path, qapp):
    (tmp_path / "file").touch()
    with pytest.raises(FileExistsError):
        SingleInstance(tmp_path / "file").claim([])


@posix
def test_a_folder_that_takes_no_lock_is_said(folder, qapp, monkeypatch):
    monkeypatch.setattr(single_instance, "_LOCK", "missing/osteoapp.lock")
    with pytest.raises(OSError, match="no lock can be made"):
        SingleInstance(folder).claim([])


@posix
@pytest.mark.parametrize("at_once", [False, True], ids=["in the end", "from the first moment"])
def test_the_folder_the_lock_and_the_socket_are_their_owners_alone(folder, qapp, monkeypatch, at_once):
    if at_once:  # what a moment later is put right must not have been open before; of Qt's lock we cannot say
        monkeypatch.setattr(single_instance, "_keep_private", lambda _: None)
    instance = SingleInstance(folder)
    before = os.umask(0)
    try:
        assert instance.claim([]) is Claim.FIRST
    finally:
        os.umask(before)
    assert folder.stat().st_mode & 0o777 == 0o700
    assert (folder / "osteoapp.socket").stat().st_mode & (0o077 if at_once else 0o777) == (0 if at_once else 0o600)
    assert at_once or (folder / "osteoapp.lock").stat().st_mode & 0o777 == 0o600
    instance.release()


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux says who it is")
@pytest.mark.parametrize(("peer", "same"), [((1, 4242, 0), True), ((4242, 0, 4242), False), ((1, 4243, 0), False)])
def test_it_is_the_user_that_is_asked_for_and_neither_process_nor_group(monkeypatch, peer, same):
    asked = []

    class Peer(sockets.socket):
        def getsockopt(self, *what):
            asked.append(what)
            return struct.pack("3i", *peer)

    monkeypatch.setattr(single_instance.os, "getuid", lambda: 4242)
    monkeypatch.setattr(single_instance.sockets, "socket", Peer)
    ours, theirs = sockets.socketpair()
    with ours, theirs:
        assert single_instance._same_user(ours.fileno()) is same
    assert asked == [(sockets.SOL_SOCKET, sockets.SO_PEERCRED, 12)]


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux says who it is")
def test_another_user_is_not_listened_to(folder, qapp, qtbot, monkeypatch):
    instance = SingleInstance(folder)
    heard = []
    instance.received.connect(heard.append)
    assert instance.claim([]) is Claim.FIRST

    def connect():
        socket = QLocalSocket()
        socket.connectToServer(str(folder / "osteoapp.socket"))
        assert socket.waitForConnected(1000)
        socket.write(b'{"words": ["mine"]}\n')
        socket.flush()
        return socket

    monkeypatch.setattr(single_instance.os, "getuid", lambda: 4242)
    stranger = connect()
    qtbot.waitUntil(lambda: stranger.state() == QLocalSocket.LocalSocketState.UnconnectedState)
    assert heard == []
    monkeypatch.undo()
    friend = connect()
    qtbot.waitUntil(lambda: heard == [["mine"]])
    del friend
    instance.release()


@posix
def test_a_folder_too_deep_for_a_socket_works_all_the_same(tmp_path, qapp, qtbot):
    deep = tmp_path / ("a" * 60) / ("b" * 60)
    instance = SingleInstance(deep)
    heard: list[list[str]] = []
    instance.received.connect(heard.append)
    assert instance.claim([]) is Claim.FIRST
    client = _say(single_instance._address(deep), b'{"words": ["x"]}\n')
    qtbot.waitUntil(lambda: heard == [["x"]], timeout=5000)
    client.close()
    instance.release()
    assert not Path(single_instance._address(deep)).exists()


@posix
def test_the_same_folder_written_otherwise_is_the_same(tmp_path):
    (tmp_path / "data").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "data")
    assert single_instance._address(tmp_path / "link") == single_instance._address(tmp_path / "x" / ".." / "data")


def test_nobody_is_there_to_take_words(folder):
    assert hand_over(folder, ["x"]) is Handing.NOBODY
    assert tell_changed(folder) is Handing.NOBODY


def test_the_command_line_tells_of_a_change_without_calling_the_window(start, folder):
    first = start()
    assert first.line() == "first"
    begin = time.perf_counter()
    assert tell_changed(folder) is Handing.TAKEN
    assert time.perf_counter() - begin < 0.5
    assert first.line() == "changed"
    assert hand_over(folder, ["end"]) is Handing.TAKEN
    assert first.line() == "['end']"


@posix
def test_telling_of_a_change_does_not_wait_for_one_that_hangs(start, folder):
    first = start()
    assert first.line() == "first"
    os.kill(first.process.pid, signal.SIGSTOP)
    begin = time.perf_counter()
    assert tell_changed(folder) is Handing.NO_ANSWER
    assert time.perf_counter() - begin < 2


# --- what a stranger may say ---------------------------------------------------------------------------------------


def _say(address: str, *parts: bytes) -> sockets.socket:
    client = sockets.socket(sockets.AF_UNIX, sockets.SOCK_STREAM)
    client.settimeout(10)
    client.connect(address)
    for part in parts:
        client.sendall(part)
    return client


@pytest.fixture
def first(folder, qapp) -> Iterator[tuple[SingleInstance, list[list[str]]]]:
    instance = SingleInstance(folder)
    heard: list[list[str]] = []
    instance.received.connect(heard.append)
    assert instance.claim([]) is Claim.FIRST
    yield instance, heard
    instance.release()


@posix
@pytest.mark.parametrize(
    "nonsense",
    [b"\n", b"hello\n", b"[]\n", b"{}\n", b'{"words": "x"}\n', b'{"words": [1]}\n', b"\xff\xfe\n", b"x" * 100_000],
    ids=["empty", "no json", "list", "no words", "text", "number", "bytes", "much"],
)
def test_nonsense_is_sent_away_and_the_next_is_heard(first, folder, qtbot, nonsense):
    instance, heard = first
    client = _say(single_instance._address(folder), nonsense)
    friend = _say(single_instance._address(folder), b'{"words": ["a"]}\n')
    qtbot.waitUntil(lambda: heard == [["a"]], timeout=5000)
    assert friend.recv(10) == b"ok\n"
    with contextlib.suppress(ConnectionResetError):
        assert client.recv(10) == b""
    qtbot.waitUntil(lambda: not instance._heard, timeout=5000)
    client.close()
    friend.close()


@posix
def test_words_that_come_in_pieces_are_put_together(first, folder, qtbot):
    instance, heard = first
    client = _say(single_instance._address(folder), b'{"wor')
    qtbot.waitUntil(lambda: len(instance._heard) == 1, timeout=5000)
    client.sendall(b'ds": ["a", "b"]}')
    qtbot.wait(20)
    assert heard == []
    client.sendall(b"\n")
    qtbot.waitUntil(lambda: heard == [["a", "b"]], timeout=5000)
    client.close()


@posix
def test_who_says_nothing_is_sent_away(folder, qapp, qtbot, monkeypatch):
    monkeypatch.setattr(single_instance, "_CLIENT_MS", 50)
    instance = SingleInstance(folder)
    assert instance.claim([]) is Claim.FIRST
    client = _say(single_instance._address(folder))
    qtbot.waitUntil(lambda: len(instance._heard) == 1, timeout=5000)
    qtbot.waitUntil(lambda: not instance._heard, timeout=5000)
    client.close()
    instance.release()


@posix
def test_who_leaves_in_the_middle_is_forgotten(first, folder, qtbot):
    instance, heard = first
    client = _say(single_instance._address(folder), b'{"words"')
    qtbot.waitUntil(lambda: len(instance._heard) == 1, timeout=5000)
    client.close()
    qtbot.waitUntil(lambda: not instance._heard, timeout=5000)
    assert heard == []
