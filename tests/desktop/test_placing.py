"""How the reminder comes into sight: which of Qt's platforms is chosen, and what is said to an X server."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from osteoapp.desktop import placing, x11
from osteoapp.desktop.placing import Placing, choose_platform, on_top_refused
from tests.realdesktop import Desktop, desktop

BOTH = {"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0"}
PAST = Qt.WindowType.X11BypassWindowManagerHint


@pytest.mark.parametrize(
    ("environ", "chosen"),
    [
        (BOTH, "xcb;wayland"),
        ({**BOTH, "QT_QPA_PLATFORM": "wayland"}, "wayland"),
        ({"WAYLAND_DISPLAY": "wayland-0"}, None),
        ({"DISPLAY": ":0"}, None),
        ({}, None),
    ],
)
def test_under_wayland_it_starts_through_the_x_server_beside_it(environ: dict[str, str], chosen: str | None) -> None:
    given = dict(environ)
    choose_platform(given)
    assert given.get("QT_QPA_PLATFORM") == chosen


def test_only_wayland_refuses_the_top(monkeypatch: pytest.MonkeyPatch, qapp: object) -> None:
    for name, refused in (("xcb", False), ("wayland", True), ("wayland-egl", True), ("windows", False)):
        monkeypatch.setattr(placing.QGuiApplication, "platformName", staticmethod(lambda name=name: name))
        assert on_top_refused() is refused


def test_where_there_is_no_x_server_nothing_is_asked(qapp: object) -> None:
    assert not x11.full_screen_in_use()
    x11.on_every_desktop(1, shown=False)
    x11.on_every_desktop(1, shown=True)


def test_a_window_goes_past_the_manager_only_while_something_fills_the_screen(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled = False
    monkeypatch.setattr(placing, "full_screen_in_use", lambda: filled)
    window = QWidget()
    qtbot.addWidget(window)
    ready = Placing()
    assert not ready.ready(window)
    assert not window.windowFlags() & PAST
    filled = True
    window.show()
    assert ready.ready(window)
    assert window.windowFlags() & PAST
    window.show()
    filled = False
    assert not ready.ready(window)
    assert window.windowFlags() & PAST, "a window that is seen stays as it is"
    assert window.isVisible()
    window.hide()
    assert not ready.ready(window)
    assert not window.windowFlags() & PAST


# --- a real X server -----------------------------------------------------------------------------------------------

ASK = """
import subprocess, sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget
from osteoapp.desktop.placing import Placing
from osteoapp.desktop.x11 import full_screen_in_use
app = QApplication([])
window, ready = QWidget(), Placing()
window.setWindowTitle("placed")
print(full_screen_in_use(), ready.ready(window))
window.show()
def again():
    window.hide()
    window.show()  # at once: the manager is still forgetting the first time
    QTimer.singleShot(700, tell)
def tell():
    sys.stdout.flush()
    subprocess.run(["xprop", "-id", str(int(window.winId())), "_NET_WM_DESKTOP"])
    window.showFullScreen()
    QTimer.singleShot(300, lambda: (print(full_screen_in_use()), app.quit()))
QTimer.singleShot(300, again)
app.exec()
"""


@pytest.fixture(scope="module")
def screen(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desktop]:
    if sys.platform != "linux":
        pytest.skip("X11 is Linux's")
    with desktop(tmp_path_factory.mktemp("screen"), ["display", "windows"]) as made:
        yield made


def test_a_real_manager_puts_it_on_every_desktop_also_the_second_time(screen: Desktop) -> None:
    done = subprocess.run(
        [sys.executable, "-c", ASK], capture_output=True, text=True, timeout=30, check=True,
        env=screen.environment | {"QT_QPA_PLATFORM": "xcb", "PYTHONPATH": str(Path(__file__).parents[2])},
    )  # fmt: skip
    assert done.stdout.split() == ["False", "False", "_NET_WM_DESKTOP(CARDINAL)", "=", "4294967295", "True"]

TWO_SCREENS = """
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication
from osteoapp.ui.fonts import load_fonts
from osteoapp.ui.reminder import ReminderWindow
from osteoapp.ui.theme import Look
from tests.ui.fakes import CorePort, at
app = QApplication([])
load_fonts()
for x in (2000, 100):
    QCursor.setPos(x, 400)
    port = CorePort(at(7, 30))
    window = ReminderWindow(Look(), port, "nl")
    window.remind(port.remind())
    print(window.screen().name(), window.screen().geometry().contains(window.frameGeometry()))
"""


def test_of_two_screens_it_comes_on_the_one_with_the_mouse(tmp_path: Path) -> None:
    common = {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    screens = [
        {"name": "left", "x": 0, "y": 0, "width": 1280, "height": 800, **common},
        {"name": "right", "x": 1280, "y": 0, "width": 1600, "height": 900, **common},
    ]
    settings = tmp_path / "screens.json"
    settings.write_text(json.dumps({"screens": screens}), encoding="utf-8")
    root = str(Path(__file__).parents[2])
    done = subprocess.run(
        [sys.executable, "-c", TWO_SCREENS], capture_output=True, text=True, timeout=30, check=True, cwd=root,
        env=os.environ | {"QT_QPA_PLATFORM": f"offscreen:configfile={settings}", "PYTHONPATH": root},
    )  # fmt: skip
    assert done.stdout.split() == ["right", "True", "left", "True"]
