"""The whole program as a process on a real desktop: X server, window manager, session bus, notification service, tray.

What it shows is read from the window manager and from the services, never from the program.
"""

from __future__ import annotations

import contextlib
import json
import os
import queue
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.realdesktop import Desktop, desktop, need, until
from tests.reminding.test_dbus_notifications import Service

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="X11 and D-Bus are Linux's")

ROOT = Path(__file__).parent.parent
TITLE = "Tijd voor uw weektablet"
MAIN = "Osteoporose: herinneringen en uitleg"
DOSE = "alendronate-tablet/2026-11-23/dose"
EVERY_DESKTOP = 0xFFFFFFFF

# A window of another program that is being typed in; it tells what it got, and whether it lost the keyboard.
TYPING = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QTextEdit
app = QApplication([])
edit = QTextEdit()
edit.setWindowTitle("typing")
edit.setStyleSheet("background: #00ff00")
edit.textChanged.connect(lambda: print("text", repr(edit.toPlainText()), flush=True))
app.focusWindowChanged.connect(lambda window: print("focus", window is not None, flush=True))
edit.showFullScreen() if "full" in sys.argv else edit.resize(500, 300) or edit.show()
app.exec()
"""
# How much of the screen is that window's green.
GREEN = """
from PySide6.QtGui import QGuiApplication
app = QGuiApplication([])
image = app.primaryScreen().grabWindow(0).toImage().scaled(64, 40)
points = [image.pixelColor(x, y) for x in range(64) for y in range(40)]
print(sum(one.green() > 200 and one.red() < 60 and one.blue() < 60 for one in points) / len(points))
"""


class Lines:
    """What a process prints, line by line, as it comes."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self.all: list[str] = []
        self._process = process
        self._thread = threading.Thread(target=self._read, daemon=True)
        self._thread.start()

    def _read(self) -> None:
        assert self._process.stdout is not None
        with contextlib.suppress(ValueError):
            for line in self._process.stdout:
                self.all.append(line.decode().strip())


class World:
    """A desktop, a data folder with a plan, and the program."""

    def __init__(self, screen: Desktop, data: Path) -> None:
        self.screen, self.data = screen, data
        screen.environment |= {
            "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "xcb", "PULSE_SERVER": f"unix:{data}/none",
            "XDG_CONFIG_HOME": f"{data}/config",
        }  # fmt: skip
        self.ours: list[subprocess.Popen[bytes]] = []

    def words(self, *words: str) -> list[str]:
        return [sys.executable, "-m", "osteoapp", "--data", str(self.data), "--zone", "Europe/Amsterdam", *words]

    def run(self, *words: str) -> str:
        return self.screen.run(*self.words(*words))

    def plan(self) -> None:
        self.run("--now", "2026-11-22T12:00", "regimen", "import", str(ROOT / "resources" / "samples" / "tablet.toml"))

    def open(self, *words: str, now: str = "2026-11-23T07:29:58.6") -> subprocess.Popen[bytes]:
        """Starts the program shortly before the reminder."""
        self.ours.append(self.screen.start(*self.words("--now", now, *words)))
        return self.ours[-1]

    def end(self) -> None:
        for process in self.ours:
            if process.poll() is None:
                process.terminate()
                process.wait(10)

    def seen(self, title: str) -> list[str]:
        done = subprocess.run(
            ["xdotool", "search", "--onlyvisible", "--name", f"^{title}$"], env=self.screen.environment,
            capture_output=True, text=True, check=False, timeout=20,
        )  # fmt: skip
        return done.stdout.split()

    def wait_for(self, title: str) -> str:
        until(lambda: self.seen(title), 15)
        return self.seen(title)[-1]

    def prop(self, window: str, name: str) -> str:
        return self.screen.run("xprop", *(["-root"] if window == "root" else ["-id", window]), name)

    def active(self) -> str:
        return self.screen.run("xdotool", "getactivewindow").strip()

    def answers(self) -> list[str]:
        history = json.loads(self.run("--now", "2026-11-23T07:40", "history", "--json"))
        return [event["type"] for event in history if event["item"] == DOSE]


@pytest.fixture(scope="module")
def screen(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desktop]:
    with desktop(tmp_path_factory.mktemp("screen"), ["display", "bus", "windows"]) as made:
        yield made


@pytest.fixture
def world(screen: Desktop, tmp_path: Path) -> Iterator[World]:
    made = World(screen, tmp_path / "data")
    made.plan()
    yield made
    made.end()


@pytest.fixture
def service(screen: Desktop, monkeypatch: pytest.MonkeyPatch) -> Iterator[Service]:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", screen.environment["DBUS_SESSION_BUS_ADDRESS"])
    made = Service()
    yield made
    made.end()


def typing(world: World, *words: str) -> Lines:
    process = world.screen.start(sys.executable, "-c", TYPING, *words, stdout=subprocess.PIPE)
    world.ours.append(process)
    lines = Lines(process)
    until(lambda: "focus True" in lines.all)
    return lines


def test_typing_elsewhere_goes_on_while_the_reminder_appears_above_on_every_desktop(world: World) -> None:
    lines = typing(world)
    other = world.active()
    world.open("--background")
    typed, shown_at = "", 0
    end = time.monotonic() + 15
    while time.monotonic() < end and len(typed) < 400:
        world.screen.run("xdotool", "key", "--delay", "8", "a", "b", "c", "space", "Return")
        typed += "abc \n"
        if not shown_at and world.seen(TITLE):
            shown_at = len(typed)
        # Enter and Space fall for a while after it has come, past the 1.5 s in which nothing can be pressed.
        if shown_at and len(typed) > shown_at + 120:
            break
    assert 0 < shown_at < len(typed)
    until(lambda: lines.all[-1] == f"text {typed!r}")
    assert "focus False" not in lines.all
    assert world.active() == other
    reminder = world.wait_for(TITLE)
    stack = world.prop("root", "_NET_CLIENT_LIST_STACKING").split("#")[1].replace(",", "").split()
    order = [int(number, 16) for number in stack]
    assert order.index(int(reminder)) > order.index(int(other))
    assert "_NET_WM_STATE_ABOVE" in world.prop(reminder, "_NET_WM_STATE")
    assert int(world.prop(reminder, "_NET_WM_DESKTOP").split("=")[1]) == EVERY_DESKTOP
    world.screen.run("xdotool", "set_desktop", "1")
    assert world.seen(TITLE)
    world.screen.run("xdotool", "set_desktop", "0")
    assert world.answers() == []


def test_a_reminder_that_appears_in_silence_leaves_the_keyboard_where_it_was(world: World) -> None:
    """Window managers themselves hold back a window that comes while somebody types; this is the other case."""
    lines = typing(world)
    other = world.active()
    world.open("--background")
    world.wait_for(TITLE)
    time.sleep(0.3)
    assert world.active() == other
    world.screen.run("xdotool", "key", "--delay", "8", "space", "Return", "a")
    until(lambda: lines.all[-1] == "text ' \\na'")
    assert "focus False" not in lines.all
    assert world.seen(TITLE)


def test_a_program_that_fills_the_screen_does_not_cover_the_reminder(world: World) -> None:
    lines = typing(world, "full")
    before = float(world.screen.run(sys.executable, "-c", GREEN))
    world.open("--background")
    world.wait_for(TITLE)
    world.screen.run("xdotool", "type", "--delay", "8", "abc")
    until(lambda: float(world.screen.run(sys.executable, "-c", GREEN)) < before / 2)
    assert before > 0.95
    until(lambda: lines.all[-1] == "text 'abc'")
    assert "focus False" not in lines.all


def test_a_button_on_the_notification_answers_and_takes_everything_away(world: World, service: Service) -> None:
    world.open("--background")
    until(service.shown, 15)
    title, actions = service.shown()[0][3], service.shown()[0][5]
    assert title == TITLE
    assert actions == ["default", "", "start", "Ik begin nu", "later", "Later, over 10 minuten"]
    world.wait_for(TITLE)
    service.press(11, "later")
    until(service.closed)
    until(lambda: not world.seen(TITLE))
    assert world.answers() == ["snoozed"]
    # Pressed once more, as by an impatient hand: nothing is recorded twice, and the window comes.
    service.press(11, "later")
    time.sleep(0.2)
    assert world.answers() == ["snoozed"]


def test_starting_from_the_notification_opens_the_intake(world: World, service: Service) -> None:
    world.open("--background")
    until(service.shown, 15)
    service.press(11, "start")
    window = world.wait_for(MAIN)
    until(lambda: world.active() == window)
    until(lambda: not world.seen(TITLE))
    assert world.answers() == []


def test_a_stopped_service_delays_neither_the_window_nor_the_end(world: World) -> None:
    need("dunst")
    service = world.screen.notifications()
    os.kill(service.pid, signal.SIGSTOP)
    program = world.open("--background")
    world.wait_for(TITLE)
    time.sleep(0.3)
    start = time.monotonic()
    program.terminate()
    program.wait(10)
    assert time.monotonic() - start < 2
    service.send_signal(signal.SIGCONT)
    service.terminate()
    service.wait(10)


def test_a_second_start_raises_the_first_and_after_a_kill_takes_over(world: World) -> None:
    first = world.open(now="2026-11-22T20:00")
    window = world.wait_for(MAIN)
    lines = typing(world)
    assert world.active() != window
    second = world.open("--background")
    assert second.wait(15) == 0
    assert world.active() != window
    third = world.open()
    assert third.wait(15) == 0
    until(lambda: world.active() == window)
    until(lambda: lines.all[-1] == "focus False")
    first.kill()
    first.wait(10)
    until(lambda: not world.seen(MAIN))
    world.open(now="2026-11-22T20:00")
    world.wait_for(MAIN)


# --- the tray ------------------------------------------------------------------------------------------------------


class Panel(threading.Thread):
    """A panel with a tray, as KDE's and others' ask for it over D-Bus."""

    NAME, PATH = "org.kde.StatusNotifierWatcher", "/StatusNotifierWatcher"

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self.jeepney = pytest.importorskip("jeepney")
        blocking = pytest.importorskip("jeepney.io.blocking")
        bus = pytest.importorskip("jeepney.bus_messages").message_bus
        self.line = blocking.open_dbus_connection("SESSION")
        self.line.send_and_get_reply(bus.RequestName(self.NAME))
        self.asking = blocking.open_dbus_connection("SESSION")
        self.items: queue.SimpleQueue[str] = queue.SimpleQueue()
        self.item = ""
        self.start()

    def run(self) -> None:
        with self.line:
            try:
                while True:
                    self.answer(self.line.receive())
            except OSError:
                return

    def answer(self, message: Any) -> None:
        header, fields = message.header, self.jeepney.HeaderFields
        if header.message_type is not self.jeepney.MessageType.method_call:
            return
        member = header.fields[fields.member]
        known = {
            "IsStatusNotifierHostRegistered": ("b", True), "ProtocolVersion": ("i", 0),
            "RegisteredStatusNotifierItems": ("as", []),
        }  # fmt: skip
        if member == "Get":
            self.line.send(self.jeepney.new_method_return(message, "v", (known[message.body[1]],)))
        elif member == "GetAll":
            self.line.send(self.jeepney.new_method_return(message, "a{sv}", (known,)))
        else:
            if member == "RegisterStatusNotifierItem":
                self.items.put(header.fields[fields.sender])
            self.line.send(self.jeepney.new_method_return(message))

    def wait(self) -> None:
        self.item = self.items.get(timeout=15)

    def call(self, path: str, interface: str, member: str, signature: str, *body: Any) -> Any:
        address = self.jeepney.DBusAddress(path, self.item, interface)
        asked = self.jeepney.new_method_call(address, member, signature, body)
        answer = self.asking.send_and_get_reply(asked, timeout=10)
        assert answer.header.message_type is not self.jeepney.MessageType.error, answer
        return answer.body

    def prop(self, name: str) -> Any:
        interface = "org.freedesktop.DBus.Properties"
        return self.call("/StatusNotifierItem", interface, "Get", "ss", "org.kde.StatusNotifierItem", name)[0][1]

    def tooltip(self) -> str:
        return " ".join(str(part) for part in self.prop("ToolTip")[2:]).strip()

    def picture(self) -> Any:
        return self.prop("IconPixmap") or self.prop("IconName")

    def menu(self) -> dict[str, int]:
        """The lines of the menu, those of submenus after a slash, with their numbers."""
        found: dict[str, int] = {}

        def walk(node: Any, before: str) -> None:
            number, properties, children = node
            label = str(properties.get("label", ("s", ""))[1])
            name = f"{before}/{label}" if before and label else label
            if label:
                found[name] = number
            for child in children:
                walk(child[1], name)

        walk(self.call("/MenuBar", "com.canonical.dbusmenu", "GetLayout", "iias", 0, -1, [])[1], "")
        return found

    def click(self, number: int) -> None:
        self.call("/MenuBar", "com.canonical.dbusmenu", "Event", "isvu", number, "clicked", ("i", 0), 0)

    def end(self) -> None:
        self.line.sock.shutdown(2)
        self.join(5)
        self.asking.close()


@pytest.fixture
def panel(screen: Desktop, monkeypatch: pytest.MonkeyPatch) -> Iterator[Panel]:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", screen.environment["DBUS_SESSION_BUS_ADDRESS"])
    made = Panel()
    yield made
    made.end()


def test_in_a_tray_it_starts_without_a_window_and_all_is_in_the_menu(
    world: World, panel: Panel, service: Service
) -> None:
    world.open("--background", now="2026-11-23T07:29:57")
    panel.wait()
    assert panel.tooltip() == "Straks om 07:30: Alendroninezuur: weektablet"
    calm = panel.picture()
    assert world.seen(MAIN) == []
    world.wait_for(TITLE)
    until(lambda: TITLE in panel.tooltip())
    assert panel.picture() != calm
    menu = panel.menu()
    later = next(name for name in menu if name.endswith("weektablet (Nu)/Later, over 10 minuten"))
    panel.click(menu[later])
    until(lambda: not world.seen(TITLE))
    until(service.closed)
    assert world.answers() == ["snoozed"]
    panel.click(panel.menu()["Geluid een uur uit"])
    until(lambda: any(name.startswith("Geluid weer aan (uit tot 08:3") for name in panel.menu()))
    panel.click(panel.menu()["Open het programma"])
    window = world.wait_for(MAIN)
    world.screen.run("xdotool", "windowactivate", window)
    panel.click(panel.menu()["Sluit het programma"])
    world.wait_for("Programma sluiten[?]")


def test_without_a_tray_it_starts_minimised(world: World) -> None:
    world.open("--background", now="2026-11-22T20:00")

    def windows() -> str:
        done = subprocess.run(
            ["xdotool", "search", "--name", f"^{MAIN}$"], env=world.screen.environment, capture_output=True, text=True,
            check=False, timeout=20,
        )  # fmt: skip
        return done.stdout.strip()

    until(windows, 15)
    number = windows().split()[-1]
    until(lambda: "Iconic" in world.prop(number, "WM_STATE"))
