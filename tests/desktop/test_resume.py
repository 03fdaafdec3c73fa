"""The resume signal of logind, on a system bus of our own; and its absence."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from osteoapp.desktop.resume import ResumeSignal

linux = pytest.mark.skipif(sys.platform != "linux", reason="logind is Linux's")
bus_needed = pytest.mark.skipif(
    shutil.which("dbus-daemon") is None or shutil.which("dbus-send") is None,
    reason="NOT TESTED against a real bus: dbus-daemon or dbus-send is not installed",
)

BUS = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><listen>unix:dir={folder}</listen><auth>EXTERNAL</auth>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/>
<allow own="*"/></policy></busconfig>"""

LISTEN = """
import sys
from PySide6.QtCore import QCoreApplication, QTimer
from osteoapp.desktop.resume import ResumeSignal

app = QCoreApplication([])
signal = ResumeSignal()
count = []

def say(word):
    print(word, flush=True)
    count.append(word)
    if word == "resumed" and count.count("resumed") == 2:
        signal.stop()
        print("stopped", flush=True)
        QTimer.singleShot(500, app.quit)

signal.resumed.connect(lambda: say("resumed"))
signal.sleeping.connect(lambda: say("sleeping"))
print(signal.start(), signal.start(), flush=True)
QTimer.singleShot(30000, app.quit)
app.exec()
"""


@pytest.fixture
def bus(tmp_path: Path) -> Iterator[str]:
    settings = tmp_path / "bus.conf"
    settings.write_text(BUS.format(folder=tmp_path), encoding="utf-8")
    process = subprocess.Popen(
        ["dbus-daemon", f"--config-file={settings}", "--nofork", "--print-address=1"], stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    try:
        yield process.stdout.readline().strip()
    finally:
        process.terminate()
        process.wait(10)
        process.stdout.close()


def send(bus: str, member: str, *arguments: str) -> None:
    subprocess.run(
        ["dbus-send", f"--bus={bus}", "--type=signal", "/org/freedesktop/login1",
         f"org.freedesktop.login1.Manager.{member}", *arguments],
        check=True,
        timeout=20,
    )


@linux
@bus_needed
def test_sleep_and_resume_are_heard_and_nothing_else(bus):
    environment = os.environ | {"DBUS_SYSTEM_BUS_ADDRESS": bus}
    child = subprocess.Popen([sys.executable, "-c", LISTEN], env=environment, stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    try:
        assert child.stdout.readline() == "True True\n"
        send(bus, "PrepareForSleep", "boolean:true")
        send(bus, "PrepareForShutdown", "boolean:false")
        send(bus, "PrepareForSleep", "string:false")
        send(bus, "PrepareForSleep")
        send(bus, "PrepareForSleep", "boolean:false")
        send(bus, "PrepareForSleep", "boolean:false")
        assert [child.stdout.readline().strip() for _ in range(4)] == ["sleeping", "resumed", "resumed", "stopped"]
        send(bus, "PrepareForSleep", "boolean:false")
        assert child.wait(20) == 0
        assert child.stdout.read() == ""
    finally:
        child.kill()
        child.wait(10)
        child.stdout.close()


@linux
def test_without_a_system_bus_nothing_is_heard_and_nothing_breaks(tmp_path):
    code = (
        "from PySide6.QtCore import QCoreApplication\n"
        "from osteoapp.desktop.resume import ResumeSignal\n"
        "app = QCoreApplication([]); signal = ResumeSignal()\n"
        "print(signal.start(), signal.start()); signal.stop()\n"
    )
    environment = os.environ | {"DBUS_SYSTEM_BUS_ADDRESS": f"unix:path={tmp_path}/none"}
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, timeout=60, check=True
    )
    assert done.stdout == "False False\n"


class PowerManager:
    """Windows' power manager, as far as it tells of sleep; ``word`` calls back in a thread of its own, as it does."""

    def __init__(self, failed=0):
        self.failed, self.notify, self.ended = failed, None, []

    def PowerRegisterSuspendResumeNotification(self, kind, subscription, handle):
        assert kind.value == 2
        self.notify = subscription._obj.callback
        handle._obj.value = 77
        return self.failed

    def PowerUnregisterSuspendResumeNotification(self, handle):
        self.ended.append(handle.value)

    def word(self, kind):
        thread = threading.Thread(target=self.notify, args=(None, kind, None))
        thread.start()
        thread.join()


def test_windows_tells_it_in_a_thread_of_its_own_and_it_is_heard_in_the_main_one(qtbot):
    manager = PowerManager()
    signal, heard = ResumeSignal("win32", manager), []
    signal.sleeping.connect(lambda: heard.append(("sleeping", threading.current_thread())))
    signal.resumed.connect(lambda: heard.append(("resumed", threading.current_thread())))
    assert (signal.start(), signal.start()) == (True, True)
    for kind in (4, 10, 18, 7):  # to sleep, the battery, woken, woken by the person
        manager.word(kind)
    assert heard == []
    qtbot.waitUntil(lambda: len(heard) == 3)
    assert heard == [(word, threading.main_thread()) for word in ("sleeping", "resumed", "resumed")]
    signal.stop()
    signal.stop()
    assert manager.ended == [77]


@pytest.mark.parametrize("power", [PowerManager(failed=5), object()])
def test_a_windows_that_does_not_tell_is_left_to_the_heartbeat(qapp, power):
    signal = ResumeSignal("win32", power)
    assert signal.start() is False
    signal.stop()


def test_other_systems_say_nothing(qapp):
    signal = ResumeSignal("darwin")
    assert signal.start() is False
    signal.stop()


def test_importing_it_does_not_import_dbus():
    code = "import sys, osteoapp.desktop.resume; sys.exit('PySide6.QtDBus' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False, timeout=60).returncode == 0
