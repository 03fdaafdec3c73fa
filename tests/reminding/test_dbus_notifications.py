"""Notifications with buttons: shown, replaced, pressed and taken away at a service made for the test and at dunst."""

from __future__ import annotations

import json
import os
import queue
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from typing import Any

import pytest

from osteoapp.reminding.dbus_notifications import PRESSED, DBusChannel, channels_for
from osteoapp.reminding.notifier import Attempt, Message, Notifier, Outcome, Result
from tests.realdesktop import Desktop, desktop, until

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="D-Bus is Linux's")
jeepney = pytest.importorskip("jeepney")
message_bus = pytest.importorskip("jeepney.bus_messages").message_bus
open_dbus_connection = pytest.importorskip("jeepney.io.blocking").open_dbus_connection

NAME, PATH = "org.freedesktop.Notifications", "/org/freedesktop/Notifications"
ALL = ("actions", "body", "body-markup", "persistence")
TABLET = Message("Tijd voor uw weektablet", "Met water", ("tablet",), (("start", "Ik begin nu"), ("later", "Later")))


class Service(threading.Thread):
    """A notification service that does what the test says and keeps what it was asked."""

    def __init__(self, able: Sequence[str] = ALL) -> None:
        super().__init__(daemon=True)
        self.able = list(able)
        self.asked: list[tuple[str, tuple[Any, ...]]] = []
        self.last = 10
        self.deaf: set[str] = set()
        self.error = ""
        self.late: list[Any] = []
        self.line = open_dbus_connection("SESSION")
        self.line.send_and_get_reply(message_bus.RequestName(NAME))
        self.start()

    def run(self) -> None:
        with self.line:
            try:
                while True:
                    self.answer(self.line.receive())
            except OSError:
                return

    def answer(self, message: Any) -> None:
        header = message.header
        if header.message_type is not jeepney.MessageType.method_call:
            return
        member = header.fields[jeepney.HeaderFields.member]
        self.asked.append((member, tuple(message.body)))
        if member in self.deaf:
            self.late.append(message)
        elif self.error and member == "Notify":
            self.line.send(jeepney.new_error(message, self.error, "s", ("no",)))
        elif member == "GetCapabilities":
            self.line.send(jeepney.new_method_return(message, "as", (self.able,)))
        elif member == "Notify":
            self.give(message)
        elif not header.flags & jeepney.MessageFlag.no_reply_expected:
            self.line.send(jeepney.new_method_return(message))

    def give(self, message: Any) -> None:
        """Answers a call of Notify with a number."""
        number = message.body[1]
        if not number:
            self.last += 1
            number = self.last
        self.line.send(jeepney.new_method_return(message, "u", (number,)))

    def emit(self, member: str, signature: str, *body: Any) -> None:
        self.line.send(jeepney.new_signal(jeepney.DBusAddress(PATH, NAME, NAME), member, signature, body))

    def press(self, number: int, button: str) -> None:
        self.emit("ActionInvoked", "us", number, button)

    def shown(self) -> list[tuple[Any, ...]]:
        return [body for member, body in self.asked if member == "Notify"]

    def closed(self) -> list[int]:
        return [body[0] for member, body in self.asked if member == "CloseNotification"]

    def end(self) -> None:
        self.line.sock.shutdown(2)
        self.join(5)


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desktop]:
    with desktop(tmp_path_factory.mktemp("bus"), ["bus"]) as made:
        yield made


@pytest.fixture
def bus(world: Desktop, monkeypatch: pytest.MonkeyPatch) -> Desktop:
    for name in ("DBUS_SESSION_BUS_ADDRESS", "XDG_RUNTIME_DIR"):
        monkeypatch.setenv(name, world.environment[name])
    return world


@pytest.fixture
def service(bus: Desktop) -> Iterator[Service]:
    made = Service()
    yield made
    made.end()


@pytest.fixture
def presses() -> queue.SimpleQueue[tuple[str, str]]:
    return queue.SimpleQueue()


@pytest.fixture
def channel(presses: queue.SimpleQueue[tuple[str, str]]) -> Iterator[DBusChannel]:
    made = DBusChannel(lambda key, button: presses.put((key, button)), patience=5)
    yield made
    made.close()


# --- what is asked of a service ------------------------------------------------------------------------------------


def test_a_message_has_its_buttons_and_stays_when_it_is_urgent(service: Service, channel: DBusChannel) -> None:
    assert channel.send(TABLET) == Result(Outcome.SENT)
    (program, number, _icon, title, text, actions, hints, expires) = service.shown()[0]
    assert (program, number, title, text, expires) == ("osteoapp", 0, "Tijd voor uw weektablet", "Met water", -1)
    assert actions == [PRESSED, "", "start", "Ik begin nu", "later", "Later"]
    assert hints["urgency"] == ("y", 1)
    assert "resident" not in hints
    assert channel.send(Message("a", "b", ("x",), urgent=True)).outcome is Outcome.SENT
    hints, expires = service.shown()[1][6:]
    assert (hints["urgency"], hints["resident"], expires) == (("y", 2), ("b", True), 0)


def test_the_same_item_replaces_its_notification_and_another_does_not(service: Service, channel: DBusChannel) -> None:
    for key in ("tablet", "drops", "tablet"):
        channel.send(Message("a", "b", (key,)))
    channel.send(Message("a", "b"))
    channel.send(Message("a", "b"))
    assert [body[1] for body in service.shown()] == [0, 0, 11, 0, 0]


@pytest.mark.parametrize(
    ("able", "title", "text", "buttons"),
    [
        (("actions", "body", "body-markup"), "<b> & 'x'", "&lt;b&gt; &amp; \"y\"", True),
        (("body", "actions"), "<b> & 'x'", '<b> & "y"', True),
        (("body",), "<b> & 'x'", '<b> & "y"', False),
        ((), "<b> & 'x' <b> & \"y\"", "", False),
    ],
)
def test_a_service_gets_only_what_it_is_able_to(
    service: Service, channel: DBusChannel, able: tuple[str, ...], title: str, text: str, buttons: bool
) -> None:
    service.able = list(able)
    channel.send(Message("<b> & 'x'", '<b> & "y"', ("x",), (("taken", "Genomen"),)))
    assert service.shown()[0][3:5] == (title, text)
    assert service.shown()[0][5] == ([PRESSED, "", "taken", "Genomen"] if buttons else [])


# --- what comes back -----------------------------------------------------------------------------------------------


def test_a_press_comes_back_with_its_item(service: Service, channel: DBusChannel, presses: Any) -> None:
    channel.send(Message("a", "b", ("drops",)))
    channel.send(TABLET)
    service.press(12, "start")
    assert presses.get(timeout=5) == ("tablet", "start")
    service.press(11, PRESSED)
    assert presses.get(timeout=5) == ("drops", PRESSED)


def test_a_press_on_another_programs_notification_is_not_ours(
    service: Service, channel: DBusChannel, presses: Any
) -> None:
    channel.send(TABLET)
    service.press(999, "start")
    with open_dbus_connection("SESSION") as stranger:
        stranger.send(
            jeepney.new_signal(jeepney.DBusAddress(PATH, NAME, NAME), "ActionInvoked", "us", (11, "start"))
        )
        stranger.send_and_get_reply(message_bus.GetId())
    service.press(11, "later")
    assert presses.get(timeout=5) == ("tablet", "later")
    assert presses.empty()


def test_what_was_closed_by_hand_comes_again_as_a_new_one(service: Service, channel: DBusChannel) -> None:
    channel.send(TABLET)
    service.emit("NotificationClosed", "uu", 11, 2)
    service.press(11, "later")  # of a closed one: nobody's
    line = channel._line
    assert line is not None
    until(lambda: not line._shown)
    channel.send(TABLET)
    assert [body[1] for body in service.shown()] == [0, 0]


def test_what_was_answered_elsewhere_is_taken_away(service: Service, channel: DBusChannel) -> None:
    channel.withdraw(["tablet"])  # nothing was ever shown
    channel.send(TABLET)
    channel.send(Message("a", "b", ("drops",)))
    channel.withdraw(["tablet", "unknown"])
    until(service.closed)
    assert service.closed() == [11]
    channel.close()
    until(lambda: len(service.closed()) == 2)
    assert service.closed() == [11, 12]


# --- trouble -------------------------------------------------------------------------------------------------------


def test_without_a_bus_the_reason_is_said(channel: DBusChannel, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    assert channel.send(TABLET) == Result(Outcome.FAILED, "no-session-bus")


def test_a_bus_without_a_service_is_said_and_nothing_else_is_tried(bus: Desktop, channel: DBusChannel) -> None:
    assert channel.send(TABLET) == Result(Outcome.FAILED, "no-service", final=True)
    reports: queue.SimpleQueue[Attempt] = queue.SimpleQueue()
    notifier = Notifier(reports.put, channels_for(lambda *_: None, "linux"), deadline=5)
    notifier.show(TABLET)
    assert reports.get(timeout=5) == Attempt(("tablet",), "dbus", Outcome.FAILED, "no-service")
    notifier.close(5)
    assert reports.empty()


def test_a_refusal_is_said(service: Service, channel: DBusChannel) -> None:
    service.error = "org.example.Full"
    assert channel.send(TABLET) == Result(Outcome.FAILED, "refused: org.example.Full")
    service.error = ""
    assert channel.send(TABLET) == Result(Outcome.SENT)


def test_a_service_that_starts_later_or_anew_is_found(bus: Desktop, channel: DBusChannel) -> None:
    assert channel.send(TABLET).detail == "no-service"
    first = Service()
    assert channel.send(TABLET) == Result(Outcome.SENT)
    first.end()
    second = Service()
    channel.withdraw(["tablet"])
    assert channel.send(TABLET) == Result(Outcome.SENT)
    # The old number is not used at the new service, where it may be another program's.
    assert second.shown()[0][1] == 0
    assert second.closed() == []
    second.end()


def test_a_line_that_broke_is_opened_anew(service: Service, channel: DBusChannel) -> None:
    channel.send(TABLET)
    line = channel._line
    assert line is not None
    line._connection.sock.shutdown(2)
    until(lambda: not line.alive)
    assert channel.send(TABLET) == Result(Outcome.SENT)


def test_a_service_that_hangs_costs_only_the_patience(bus: Desktop, presses: Any) -> None:
    service = Service()
    channel = DBusChannel(lambda key, button: presses.put((key, button)), patience=0.1)
    service.deaf = {"GetCapabilities"}
    start = time.perf_counter()
    assert channel.send(TABLET) == Result(Outcome.FAILED, "no-answer", final=True)
    service.deaf = {"Notify"}
    assert channel.send(TABLET) == Result(Outcome.UNKNOWN, "deadline")
    assert time.perf_counter() - start < 1
    # It wakes up: what it shows then is known, can be pressed, and goes when it was answered meanwhile.
    assert channel.send(Message("a", "b", ("drops",))).detail == "deadline"
    channel.withdraw(["drops"])
    service.deaf = set()
    for message in [one for one in service.late if one.body[3:4]]:
        service.give(message)
    until(service.closed)
    assert service.closed() == [12]
    service.press(11, "later")
    assert presses.get(timeout=5) == ("tablet", "later")
    channel.close()
    service.end()


def test_the_end_leaves_no_thread_and_no_open_file(service: Service) -> None:
    def files() -> int:
        return len(os.listdir("/proc/self/fd"))

    before, threads = files(), set(threading.enumerate())

    def made() -> int:
        return len(set(threading.enumerate()) - threads)

    channel = DBusChannel(lambda *_: None)
    channel.send(TABLET)
    assert made() == 1
    channel.close()
    until(lambda: made() == 0 and files() <= before)


def test_a_program_ends_at_once_although_the_service_hangs(service: Service) -> None:
    service.deaf = {"GetCapabilities", "Notify"}
    code = (
        "import time\n"
        "from osteoapp.reminding.dbus_notifications import channels_for\n"
        "from osteoapp.reminding.notifier import Message, Notifier\n"
        "notifier = Notifier(print, channels_for(print), 60)\n"
        "notifier.show(Message('a', 'b')); time.sleep(0.3)\n"
        "start = time.perf_counter(); notifier.close(); print(time.perf_counter() - start < 1)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], check=True, timeout=20, capture_output=True, text=True)
    assert done.stdout.split() == ["True"]
    assert done.stderr == ""


def test_other_systems_have_plyer_alone() -> None:
    assert [channel.name for channel in channels_for(print, "win32")] == ["plyer"]
    assert [channel.name for channel in channels_for(print, "darwin")] == ["plyer"]
    assert [channel.name for channel in channels_for(print, "linux")] == ["dbus", "plyer"]


# --- a real service ------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def screen(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desktop]:
    with desktop(tmp_path_factory.mktemp("screen"), ["display", "bus"]) as made:
        yield made


@pytest.fixture
def dunst(screen: Desktop, monkeypatch: pytest.MonkeyPatch) -> Iterator[subprocess.Popen[bytes]]:
    for name in ("DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "XDG_RUNTIME_DIR"):
        monkeypatch.setenv(name, screen.environment[name])
    process = screen.notifications()
    yield process
    process.send_signal(signal.SIGCONT)
    process.terminate()
    process.wait(10)


def count(screen: Desktop) -> int:
    words = screen.run("dunstctl", "count", "displayed").split()
    return int(words[-1])


TEXTS = [
    ("'s ochtends \"nuchter\"", "it's 100 % \"fine\" $HOME `id` ; rm -rf"),
    ("--help", "-u critical"),
    ("<b>vet</b> & schuin", "<b>vet</b> & schuin &amp;"),
    ("C:\\nieuw\\tablet", "C:\\nieuw\\tablet\\"),
    ("ï € µ ½ ≥", "ï € µ ½ ≥ 💊"),
    ("lang", "x" * 300),
]


def test_texts_arrive_at_dunst_as_they_are(
    screen: Desktop, dunst: subprocess.Popen[bytes], channel: DBusChannel
) -> None:
    for title, text in TEXTS:
        assert channel.send(Message(title, text, (title,))) == Result(Outcome.SENT)
    until(lambda: count(screen) == len(TEXTS))
    screen.run("dunstctl", "close-all")
    entries = json.loads(screen.run("dunstctl", "history"))["data"][0]
    shown = {entry["summary"]["data"]: entry["body"]["data"] for entry in entries}
    for title, text in TEXTS:
        # Its history keeps the markup that it draws: escaped, each character stands for itself.
        assert shown[title] == text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def test_dunst_shows_presses_and_closes(
    screen: Desktop, dunst: subprocess.Popen[bytes], channel: DBusChannel, presses: Any
) -> None:
    urgent = Message("Bel vandaag", "Uw huisarts", ("injection",), (("booked", "Ik heb een afspraak"),), urgent=True)
    channel.send(urgent)
    channel.send(urgent)
    until(lambda: count(screen) == 1)
    screen.run("dunstctl", "action", "0")
    assert presses.get(timeout=5) == ("injection", PRESSED)
    channel.withdraw(["injection"])
    until(lambda: count(screen) == 0)
    channel.send(TABLET)
    until(lambda: count(screen) == 1)
    channel.close()
    until(lambda: count(screen) == 0)


def test_a_stopped_dunst_never_delays_who_asks(screen: Desktop, dunst: subprocess.Popen[bytes]) -> None:
    reports: queue.SimpleQueue[Attempt] = queue.SimpleQueue()
    notifier = Notifier(reports.put, channels_for(lambda *_: None, "linux"))
    notifier.show(TABLET)
    assert reports.get(timeout=5).outcome is Outcome.SENT
    os.kill(dunst.pid, signal.SIGSTOP)
    start = time.perf_counter()
    notifier.show(TABLET)
    notifier.withdraw(["tablet"])
    assert time.perf_counter() - start < 0.05
    assert reports.get(timeout=5) == Attempt(("tablet",), "dbus", Outcome.FAILED, "no-answer")
    os.kill(dunst.pid, signal.SIGCONT)
    notifier.show(TABLET)
    assert reports.get(timeout=5).outcome is Outcome.SENT
    os.kill(dunst.pid, signal.SIGSTOP)
    start = time.perf_counter()
    notifier.close()
    assert time.perf_counter() - start < 1
