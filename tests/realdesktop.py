"""A desktop of its own for a test: display, session bus, window manager, notification service, all private.

Each part is a process that the test ends by its number. What is not installed makes the test skip, and say so.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

# Without folders of services: nothing is started because somebody asks for it.
BUS = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><listen>unix:dir={folder}</listen>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/>
<allow own="*"/></policy></busconfig>"""


def need(*programs: str) -> None:
    """Skips the test where one of the programs is not installed."""
    missing = [name for name in programs if shutil.which(name) is None]
    if missing:
        pytest.skip(f"NOT TESTED on a real desktop: {', '.join(missing)} not installed")


def until(true: Callable[[], object], seconds: float = 10) -> None:
    """Waits until something holds."""
    end = time.monotonic() + seconds
    while not true():
        if time.monotonic() > end:
            raise AssertionError(f"not within {seconds} s: {getattr(true, '__name__', true)}")
        time.sleep(0.02)


class Desktop:
    """The parts that were started, and the environment in which programs find them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._parts: list[subprocess.Popen[bytes]] = []
        kept = ("PATH", "LANG", "LC_ALL", "PYTHONPATH", "VIRTUAL_ENV")
        self.environment = {name: os.environ[name] for name in kept if name in os.environ}
        self.environment |= {"HOME": str(folder), "XDG_RUNTIME_DIR": str(folder), "XDG_CONFIG_HOME": f"{folder}/config"}

    def start(self, *words: str, **options: object) -> subprocess.Popen[bytes]:
        """Starts a program on this desktop; it is ended with it."""
        options = {"stderr": subprocess.DEVNULL, "stdout": subprocess.DEVNULL, **options}
        part = subprocess.Popen(words, env=self.environment, **options)  # type: ignore[call-overload]
        self._parts.append(part)
        return part

    def run(self, *words: str) -> str:
        """Runs a program to its end and gives what it printed."""
        done = subprocess.run(
            words, env=self.environment, check=True, capture_output=True, text=True, timeout=20
        )
        return done.stdout

    def display(self, size: str = "1280x800x24") -> None:
        need("Xvfb")
        read, write = os.pipe()
        self.start("Xvfb", "-displayfd", str(write), "-screen", "0", size, "-nolisten", "tcp", pass_fds=[write])
        os.close(write)
        with os.fdopen(read) as display:
            self.environment["DISPLAY"] = f":{display.readline().strip()}"

    def bus(self) -> None:
        need("dbus-daemon")
        settings = self.folder / "bus.conf"
        settings.write_text(BUS.format(folder=self.folder), encoding="utf-8")
        bus = self.start(
            "dbus-daemon", f"--config-file={settings}", "--nofork", "--print-address=1", stdout=subprocess.PIPE
        )
        assert bus.stdout is not None
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.readline().decode().strip()

    def windows(self, desktops: int = 2) -> None:
        """A window manager with so many virtual desktops."""
        need("openbox", "xprop", "xdotool")
        manager = self.start("openbox")

        def manages() -> bool:
            nonlocal manager
            if manager.poll() is not None:  # on a busy computer it may find the display not ready, and gives up
                manager = self.start("openbox")
            return "window id" in self.run("xprop", "-root", "_NET_SUPPORTING_WM_CHECK")

        until(manages)
        self.run("xdotool", "set_num_desktops", str(desktops))

    def notifications(self) -> subprocess.Popen[bytes]:
        """The notification service dunst, with its usual looks."""
        need("dunst", "dunstctl")
        settings = self.folder / "dunstrc"
        settings.write_text('[global]\nmarkup = full\nformat = "<b>%s</b>\\n%b"\nfont = Sans 12\n', encoding="utf-8")
        service = self.start("dunst", "-conf", str(settings))

        def answers() -> bool:
            with contextlib.suppress(subprocess.CalledProcessError):
                return "displayed" in self.run("dunstctl", "count")
            return False

        until(answers)
        return service

    def end(self) -> None:
        for part in reversed(self._parts):
            with contextlib.suppress(ProcessLookupError):
                part.send_signal(signal.SIGCONT)
            part.terminate()
            try:
                part.wait(10)
            except subprocess.TimeoutExpired:
                part.kill()
                part.wait(10)
            if part.stdout is not None:
                part.stdout.close()


@contextlib.contextmanager
def desktop(folder: Path, parts: Sequence[str]) -> Iterator[Desktop]:
    """A desktop with the parts named: display, bus, windows, notifications."""
    made = Desktop(folder)
    try:
        for part in parts:
            getattr(made, part)()
        yield made
    finally:
        made.end()
