"""Notifications: nobody waits for them, each attempt is reported, and texts arrive as they are.

The last part talks to a real notification service (dunst) on a display and a bus of its own.
"""

from __future__ import annotations

import importlib
import json
import os
import queue
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from types import SimpleNamespace

import pytest

from osteoapp.reminding import notifier as module
from osteoapp.reminding.notifier import (
    MOST_HANGING,
    MOST_WAITING,
    Attempt,
    Message,
    Notifier,
    Outcome,
    PlyerChannel,
    Result,
    argument,
    markup,
    plain,
)

SHORT = 0.1
SENT = Result(Outcome.SENT)


class Fake:
    """A channel that does what it is told and keeps what it got."""

    def __init__(self, answer: Result | Exception = SENT, name: str = "fake") -> None:
        self.name = name
        self.answer = answer
        self.got: list[Message] = []
        self.withdrawn: list[str] = []
        self.closed = False
        self.free = threading.Event()
        self.free.set()

    def hang(self) -> None:
        self.free.clear()

    def send(self, message: Message) -> Result:
        self.got.append(message)
        self.free.wait(60)
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer

    def withdraw(self, items: Sequence[str]) -> None:
        self.withdrawn += items

    def close(self) -> None:
        self.free.wait(60)
        self.closed = True


class Reports:
    def __init__(self) -> None:
        self._queue: queue.Queue[Attempt] = queue.Queue()

    def __call__(self, attempt: Attempt) -> None:
        self._queue.put(attempt)

    def next(self) -> Attempt:
        return self._queue.get(timeout=10)

    def __len__(self) -> int:
        return self._queue.qsize()


@pytest.fixture
def make():
    made: list[tuple[Notifier, tuple[Fake, ...]]] = []

    def build(*channels: Fake, deadline: float = 10) -> tuple[Notifier, Reports]:
        reports = Reports()
        notifier = Notifier(reports, channels, deadline)
        made.append((notifier, channels))
        return notifier, reports

    yield build
    for notifier, channels in made:
        for channel in channels:
            channel.free.set()
        notifier.close(patience=5)


# --- outcomes ------------------------------------------------------------------------------------------------------


def test_what_the_channel_says_is_reported_with_the_items(make):
    channel = Fake()
    notifier, reports = make(channel)
    notifier.show(Message("Weektablet", "Nu innemen", ("a/2026-11-23/dose", "b/2026-11-23/dose")))
    items = ("a/2026-11-23/dose", "b/2026-11-23/dose")
    assert reports.next() == Attempt(items, "fake", Outcome.SENT, "")
    assert channel.got == [Message("Weektablet", "Nu innemen", items)]


def test_a_channel_that_raises_has_failed(make):
    notifier, reports = make(Fake(NotImplementedError("No usable implementation found!")))
    notifier.show(Message("a", "b"))
    assert reports.next() == Attempt(
        (), "fake", Outcome.FAILED, "error: NotImplementedError: No usable implementation found!"
    )


def test_after_a_failure_the_next_channel_is_tried(make):
    second = Fake(name="second")
    notifier, reports = make(Fake(Result(Outcome.FAILED, "no-session-bus"), name="first"), second)
    notifier.show(Message("a", "b"))
    assert reports.next() == Attempt((), "first", Outcome.FAILED, "no-session-bus")
    assert reports.next() == Attempt((), "second", Outcome.SENT, "")
    assert second.got == [Message("a", "b")]


@pytest.mark.parametrize("outcome", [Outcome.SENT, Outcome.UNKNOWN])
def test_what_may_have_been_shown_is_not_shown_again_elsewhere(make, outcome):
    second = Fake(name="second")
    notifier, reports = make(Fake(Result(outcome), name="first"), second)
    notifier.show(Message("a", "b"))
    notifier.show(Message("c", "d"))
    assert [reports.next().channel for _ in range(2)] == ["first", "first"]
    assert second.got == []


def test_a_final_failure_is_not_tried_elsewhere(make):
    second = Fake(name="second")
    notifier, reports = make(Fake(Result(Outcome.FAILED, "no-service", final=True), name="first"), second)
    notifier.show(Message("a", "b"))
    notifier.show(Message("c", "d"))
    assert [reports.next().channel for _ in range(2)] == ["first", "first"]
    assert second.got == []


def test_what_was_answered_is_withdrawn_from_every_channel_after_it_was_shown(make):
    first, second = Fake(Result(Outcome.FAILED), name="first"), Fake(name="second")
    notifier, reports = make(first, second)
    notifier.withdraw(["x"])  # nothing was shown yet: no worker is started for it
    assert notifier._worker is None
    notifier.show(Message("a", "b", ("x",)))
    notifier.withdraw(["x"])
    notifier.show(Message("c", "d"))
    for _ in range(4):
        reports.next()
    assert first.withdrawn == second.withdrawn == ["x"]
    assert not first.closed
    notifier.close(5)
    assert first.closed
    assert second.closed
    notifier.withdraw(["y"])


def test_they_are_shown_in_the_order_asked(make):
    channel = Fake()
    notifier, reports = make(channel)
    for number in range(10):
        notifier.show(Message(str(number), ""))
        reports.next()
    assert [message.title for message in channel.got] == [str(number) for number in range(10)]


def test_reports_come_from_another_thread(make):
    where: list[threading.Thread] = []
    done = threading.Event()

    def report(attempt: Attempt) -> None:
        where.append(threading.current_thread())
        done.set()

    notifier = Notifier(report, [Fake()])
    notifier.show(Message("a", "b"))
    assert done.wait(10)
    notifier.close(5)
    assert where[0] is not threading.current_thread()


def test_a_report_that_fails_does_not_end_the_worker(make, caplog):
    channel = Fake()
    seen = threading.Event()

    def report(attempt: Attempt) -> None:
        if attempt.items == ("second",):
            seen.set()
        raise RuntimeError("not taken")

    notifier = Notifier(report, [channel])
    notifier.show(Message("a", "b", ("first",)))
    notifier.show(Message("a", "b", ("second",)))
    assert seen.wait(10)
    notifier.close(5)
    assert "was not taken" in caplog.text


# --- nobody waits --------------------------------------------------------------------------------------------------


def test_a_hanging_call_is_left_behind_at_its_deadline(make):
    channel = Fake()
    channel.hang()
    notifier, reports = make(channel, deadline=SHORT)
    start = time.perf_counter()
    notifier.show(Message("a", "b", ("x",)))
    assert time.perf_counter() - start < 0.05
    assert reports.next() == Attempt(("x",), "fake", Outcome.UNKNOWN, "deadline")
    assert time.perf_counter() - start >= SHORT


def test_the_next_message_does_not_wait_for_one_that_hangs(make):
    slow, quick = Fake(name="slow"), Fake(name="quick")
    slow.hang()
    notifier, reports = make(slow, deadline=SHORT)
    notifier.show(Message("first", ""))
    assert reports.next().detail == "deadline"
    slow.free.set()
    notifier.show(Message("second", ""))
    assert reports.next() == Attempt((), "slow", Outcome.SENT, "")
    assert quick.got == []


def test_no_more_than_a_few_calls_are_left_hanging(make):
    channel = Fake()
    channel.hang()
    notifier, reports = make(channel, deadline=SHORT)
    before = set(threading.enumerate())
    details = []
    for _ in range(MOST_HANGING + 3):
        notifier.show(Message("a", "b"))
        details.append(reports.next())
    assert [attempt.detail for attempt in details] == ["deadline"] * MOST_HANGING + ["hanging"] * 3
    assert [attempt.outcome for attempt in details[-3:]] == [Outcome.FAILED] * 3
    assert len(channel.got) == MOST_HANGING
    # Each by itself, not their number: one of an earlier test may end meanwhile.
    assert len(set(threading.enumerate()) - before) == MOST_HANGING + 1
    # The service comes back: the threads end and the channel is used again.
    channel.free.set()
    for thread in notifier._hanging["fake"]:
        thread.join(10)
    notifier.show(Message("a", "b"))
    assert reports.next().outcome is Outcome.SENT
    assert notifier._hanging["fake"] == []


def test_a_channel_that_hangs_for_good_leaves_the_next_one_usable(make):
    first, second = Fake(name="first"), Fake(name="second")
    first.hang()
    notifier, reports = make(first, second, deadline=SHORT)
    for _ in range(MOST_HANGING):
        notifier.show(Message("a", "b"))
        assert reports.next().detail == "deadline"
    notifier.show(Message("c", "d"))
    assert [reports.next().channel for _ in range(2)] == ["first", "second"]
    assert [message.title for message in second.got] == ["c"]


def test_too_many_waiting_drop_the_oldest(make):
    channel = Fake()
    channel.hang()
    notifier, reports = make(channel)
    notifier.show(Message("first", "", ("first",)))
    while not channel.got:  # the worker has taken it up
        time.sleep(0.001)
    for number in range(MOST_WAITING + 2):
        notifier.show(Message(str(number), "", (str(number),)))
    dropped = [reports.next(), reports.next()]
    assert [(attempt.items, attempt.outcome, attempt.detail) for attempt in dropped] == [
        (("0",), Outcome.FAILED, "overtaken"),
        (("1",), Outcome.FAILED, "overtaken"),
    ]
    channel.free.set()
    shown = [reports.next().items[0] for _ in range(MOST_WAITING + 1)]
    assert shown == ["first", *(str(number) for number in range(2, MOST_WAITING + 2))]


def test_no_thread_left_for_a_call_is_a_failure(make, monkeypatch):
    channel = Fake()
    notifier, reports = make(channel)
    notifier.show(Message("a", "b"))
    assert reports.next().outcome is Outcome.SENT

    def refuse(self: threading.Thread) -> None:
        raise RuntimeError("can't start new thread")

    monkeypatch.setattr(threading.Thread, "start", refuse)
    notifier.show(Message("a", "b"))
    assert reports.next() == Attempt((), "fake", Outcome.FAILED, "error: can't start new thread")
    monkeypatch.undo()


# --- the end -------------------------------------------------------------------------------------------------------


def test_the_end_leaves_no_thread(make):
    before = set(threading.enumerate())
    notifier, reports = make(Fake())
    notifier.show(Message("a", "b"))
    reports.next()
    notifier.close(patience=5)
    assert set(threading.enumerate()) <= before


def test_the_end_does_not_wait_for_a_call_that_hangs(make):
    channel = Fake()
    channel.hang()
    notifier, _reports = make(channel)
    notifier.show(Message("a", "b"))
    notifier.show(Message("c", "d"))
    start = time.perf_counter()
    notifier.close(patience=SHORT)
    assert time.perf_counter() - start < 1


def test_after_the_end_nothing_is_shown(make):
    channel = Fake()
    notifier, reports = make(channel)
    notifier.close()
    notifier.show(Message("a", "b"))
    notifier.withdraw(["a"])
    notifier.close()
    assert channel.got == []
    assert len(reports) == 0


def test_a_program_ends_although_a_call_hangs():
    code = (
        "import threading, time\n"
        "from osteoapp.reminding.notifier import Message, Notifier\n"
        "class Hang:\n"
        "    name = 'hang'\n"
        "    def send(self, message): time.sleep(600)\n"
        "    def withdraw(self, items): pass\n"
        "    def close(self): pass\n"
        "done = threading.Event()\n"
        "notifier = Notifier(lambda attempt: done.set(), [Hang()], 0.05)\n"
        "notifier.show(Message('a', 'b')); done.wait(10); notifier.close()\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=20)


def test_importing_it_does_not_import_plyer():
    code = "import sys, osteoapp.reminding.notifier; sys.exit('plyer' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False, timeout=60).returncode == 0


# --- texts ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "limit", "safe"),
    [
        ("Alendroninezuur: 's ochtends", 100, "Alendroninezuur: 's ochtends"),
        ('"half uur" & <b>rechtop</b>', 100, '"half uur" & <b>rechtop</b>'),
        ("een\ntwee", 100, "een\ntwee"),
        ("tab\there\x00 and\x7f\x85\ud83d", 100, "tab here  and"),
        ("x" * 300, 255, "x" * 254 + "…"),
        ("x" * 255, 255, "x" * 255),
        ("woord " * 60, 63, ("woord " * 60)[:62].rstrip() + "…"),
        ("💊" * 40, 63, "💊" * 31 + "…"),
        ("  ", 63, "osteoapp"),
    ],
)
def test_a_text_keeps_what_it_can(text, limit, safe):
    found = plain(text, limit, "osteoapp")
    assert found == safe
    assert len(found.encode("utf-16-le")) // 2 <= limit


def test_markup_stands_for_itself():
    assert markup("<b>1 & 2</b> 'a' \"b\"") == "&lt;b&gt;1 &amp; 2&lt;/b&gt; 'a' \"b\""


def test_no_text_is_taken_for_an_option():
    assert argument("--help") == " --help"
    assert argument("-1 tablet") == " -1 tablet"
    assert argument("1 tablet") == "1 tablet"


# --- plyer, with the system faked ----------------------------------------------------------------------------------


class FakePlyer:
    """Stands for the modules of plyer; keeps what ``notify`` was called with."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.calls: list[dict[str, object]] = []
        self.asked: list[str] = []
        way = SimpleNamespace(notify=lambda **options: self.calls.append(options))
        fake = SimpleNamespace(instance=lambda: way, NotifyDbus=lambda: way, NotifySendNotification=lambda: way)

        def load(name: str) -> object:
            self.asked.append(name)
            return fake

        monkeypatch.setattr(importlib, "import_module", load)


@pytest.fixture
def plyer(monkeypatch) -> FakePlyer:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere")
    return FakePlyer(monkeypatch)


def has(monkeypatch: pytest.MonkeyPatch, *, dbus: bool = False, notify_send: bool = False) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: object() if dbus else None)
    monkeypatch.setattr(shutil, "which", lambda name: "/usr/bin/notify-send" if notify_send else None)


def test_on_linux_the_package_dbus_confirms(plyer, monkeypatch):
    has(monkeypatch, dbus=True)
    assert PlyerChannel(platform="linux").send(Message("-a", "<b>\\")) == Result(Outcome.SENT)
    assert plyer.calls == [{"title": "-a", "message": "&lt;b&gt;\\", "app_name": "osteoapp", "timeout": 10}]


def test_on_linux_notify_send_does_not_confirm(plyer, monkeypatch):
    has(monkeypatch, notify_send=True)
    assert PlyerChannel(platform="linux").send(Message("-a\nb", "-<b>\\")) == Result(
        Outcome.UNKNOWN, "no-confirmation"
    )
    assert plyer.calls == [{"title": " -a b", "message": " -&lt;b&gt;\\\\", "app_name": "osteoapp"}]
    assert plyer.asked == ["plyer.platforms.linux.notification"]


def test_on_linux_without_either_the_reason_is_said(plyer, monkeypatch):
    has(monkeypatch)
    assert PlyerChannel(platform="linux").send(Message("a", "b")) == Result(Outcome.FAILED, "no-notify-send")
    assert plyer.calls == []


def test_on_linux_without_a_session_bus_the_reason_is_said(plyer, monkeypatch, tmp_path):
    has(monkeypatch, notify_send=True)
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS")
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    assert PlyerChannel(platform="linux").send(Message("a", "b")) == Result(Outcome.FAILED, "no-session-bus")
    monkeypatch.delenv("XDG_RUNTIME_DIR")
    assert PlyerChannel(platform="linux").send(Message("a", "b")) == Result(Outcome.FAILED, "no-session-bus")
    assert plyer.calls == []
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    (tmp_path / "bus").touch()
    assert PlyerChannel(platform="linux").send(Message("a", "b")).outcome is Outcome.UNKNOWN


def test_windows_gets_no_more_than_its_fields_hold(plyer):
    long = "Vitamine D " * 60
    assert PlyerChannel(platform="win32").send(Message(long, long)) == Result(Outcome.UNKNOWN, "no-confirmation")
    (call,) = plyer.calls
    assert len(str(call["title"])) <= 63
    assert len(str(call["message"])) <= 255
    assert str(call["title"]).startswith("Vitamine D")
    assert plyer.asked == ["plyer.platforms.win.notification"]


def test_macos_is_asked_its_own_way(plyer):
    assert PlyerChannel(platform="darwin").send(Message("", "b")) == Result(Outcome.UNKNOWN, "no-confirmation")
    assert plyer.calls == [{"title": "osteoapp", "message": "b", "app_name": "osteoapp"}]
    assert plyer.asked == ["plyer.platforms.macosx.notification"]


def test_another_system_is_not_supported(plyer):
    assert PlyerChannel(platform="haiku").send(Message("a", "b")) == Result(Outcome.FAILED, "unsupported-platform")


def test_a_folder_app_does_not_make_it_a_flatpak(monkeypatch):
    # plyer would choose gdbus and paste the text between quotes.
    found = importlib.import_module("plyer.platforms.linux.notification")
    monkeypatch.setattr(os.path, "isdir", lambda path: True)
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere")
    has(monkeypatch, notify_send=True)
    ran: list[list[str]] = []
    monkeypatch.setattr(found.subprocess, "call", lambda command: ran.append(command) or 0)
    PlyerChannel(platform="linux").send(Message("'s ochtends", "b"))
    assert ran[0][:3] == ["notify-send", "'s ochtends", "b"]


# --- a real service ------------------------------------------------------------------------------------------------

NEEDED = ("Xvfb", "dbus-daemon", "dunst", "dunstctl", "notify-send")

# Without folders of services: nothing is started because somebody asks for it.
BUS = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><listen>unix:dir={folder}</listen>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/>
<allow own="*"/></policy></busconfig>"""


class Service:
    """dunst on its own display and bus."""

    def __init__(self, process: subprocess.Popen[bytes], environment: dict[str, str]) -> None:
        self.process = process
        self.environment = environment

    def ctl(self, *words: str) -> str:
        done = subprocess.run(
            ["dunstctl", *words], env=self.environment, check=True, capture_output=True, text=True, timeout=20
        )
        return done.stdout

    def wait_for(self, count: int) -> None:
        for _ in range(200):
            if int(self.ctl("count", "displayed")) + int(self.ctl("count", "waiting")) >= count:
                return
            time.sleep(0.02)
        raise AssertionError(f"{count} notifications expected")

    def texts(self) -> list[tuple[str, str]]:
        """Title and text of all, newest first; closes them."""
        self.ctl("close-all")
        entries = json.loads(self.ctl("history"))["data"][0]
        return [(entry["summary"]["data"], entry["body"]["data"]) for entry in entries]


@pytest.fixture(scope="module")
def world(tmp_path_factory) -> Iterator[dict[str, str]]:
    missing = [name for name in NEEDED if shutil.which(name) is None]
    if missing:
        pytest.skip(f"NOT TESTED against a real notification service: {', '.join(missing)} not installed")
    folder = tmp_path_factory.mktemp("desktop")
    ends: list[subprocess.Popen[bytes]] = []
    try:
        read, write = os.pipe()
        ends.append(
            subprocess.Popen(
                ["Xvfb", "-displayfd", str(write), "-screen", "0", "1024x768x24", "-nolisten", "tcp"],
                pass_fds=[write],
                stderr=subprocess.DEVNULL,
            )
        )
        os.close(write)
        with os.fdopen(read) as display:
            number = display.readline().strip()
        settings = folder / "bus.conf"
        settings.write_text(BUS.format(folder=folder), encoding="utf-8")
        bus = subprocess.Popen(
            ["dbus-daemon", f"--config-file={settings}", "--nofork", "--print-address=1"], stdout=subprocess.PIPE
        )
        ends.append(bus)
        assert bus.stdout is not None
        address = bus.stdout.readline().decode().strip()
        yield os.environ | {
            "DISPLAY": f":{number}",
            "DBUS_SESSION_BUS_ADDRESS": address,
            "XDG_RUNTIME_DIR": str(folder),
            "HOME": str(folder),
        }
    finally:
        for process in reversed(ends):
            process.terminate()
            process.wait(10)
            if process.stdout is not None:
                process.stdout.close()


@pytest.fixture
def service(world, monkeypatch) -> Iterator[Service]:
    process = subprocess.Popen(["dunst", "-conf", "/dev/null"], env=world, stderr=subprocess.DEVNULL)
    for name in ("DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "XDG_RUNTIME_DIR"):
        monkeypatch.setenv(name, world[name])
    # Only plyer's way by notify-send, whether or not this Python happens to have the package dbus.
    monkeypatch.setattr(module.importlib.util, "find_spec", lambda name: None)
    found = Service(process, world)
    for _ in range(200):
        try:
            found.ctl("count", "displayed")
            break
        except subprocess.CalledProcessError:
            time.sleep(0.02)
    try:
        yield found
    finally:
        process.send_signal(signal.SIGCONT)
        process.terminate()
        process.wait(10)


TEXTS = [
    ("Weektablet", "Vóór het ontbijt: 1 tablet, zoals op het etiket", None),
    ("'s ochtends \"nuchter\"", "it's 100 % \"fine\" $HOME `id` ; rm -rf", None),
    ("--help", "-u critical", ("--help", "-u critical")),
    ("<b>vet</b> & schuin", "<b>vet</b> & schuin", ("<b>vet</b> & schuin", "&lt;b&gt;vet&lt;/b&gt; &amp; schuin")),
    ("C:\\nieuw\\tablet", "C:\\nieuw\\tablet\\", None),
    ("ï € µ ½ ≥", "ï € µ ½ ≥ 💊", None),
    ("lang", "x" * 300, None),
]


@pytest.mark.parametrize(("title", "text", "arrives"), TEXTS, ids=[title for title, _, _ in TEXTS])
@pytest.mark.parametrize("locale", ["C.UTF-8", "C"])
def test_texts_arrive_at_a_real_service_as_they_are(service, monkeypatch, title, text, arrives, locale):
    monkeypatch.setenv("LC_ALL", locale)
    assert PlyerChannel().send(Message(title, text)) == Result(Outcome.UNKNOWN, "no-confirmation")
    service.wait_for(1)
    ((shown_title, shown_text),) = service.texts()
    expected = arrives or (title, text)
    assert (shown_title.strip(), shown_text.strip()) == expected


def test_a_service_that_hangs_never_delays_the_caller(service):
    reports = Reports()
    notifier = Notifier(reports, deadline=0.3)
    notifier.show(Message("eerste", "b", ("1",)))
    assert reports.next().detail == "no-confirmation"
    os.kill(service.process.pid, signal.SIGSTOP)
    slowest = 0.0
    for number in range(MOST_HANGING + 1):
        start = time.perf_counter()
        notifier.show(Message(f"hangt {number}", "b", (str(number),)))
        slowest = max(slowest, time.perf_counter() - start)
    details = [reports.next().detail for _ in range(MOST_HANGING + 1)]
    assert details == ["deadline"] * MOST_HANGING + ["hanging"]
    assert slowest < 0.05
    os.kill(service.process.pid, signal.SIGCONT)
    for thread in notifier._hanging["plyer"]:
        thread.join(20)
    notifier.show(Message("weer terug", "b"))
    assert reports.next().outcome is Outcome.UNKNOWN
    service.wait_for(MOST_HANGING + 2)
    titles = [title for title, _ in service.texts()]
    assert set(titles) == {"eerste", "weer terug", *(f"hangt {number}" for number in range(MOST_HANGING))}
    start = time.perf_counter()
    notifier.close()
    assert time.perf_counter() - start < 1


def test_a_bus_without_a_service_is_survived(world, monkeypatch):
    for name in ("DBUS_SESSION_BUS_ADDRESS", "XDG_RUNTIME_DIR"):
        monkeypatch.setenv(name, world[name])
    monkeypatch.setattr(module.importlib.util, "find_spec", lambda name: None)
    reports = Reports()
    notifier = Notifier(reports, deadline=5)
    notifier.show(Message("a", "b"))
    assert reports.next() == Attempt((), "plyer", Outcome.UNKNOWN, "no-confirmation")
    notifier.close()
