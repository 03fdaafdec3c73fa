"""The demo through its own buttons: scenes, the clock, both languages, and nothing left of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QLockFile, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from osteoapp.content.demo import scenes
from osteoapp.demo.desk import DemoDesk
from osteoapp.demo.folders import LOCK, PREFIX, ThrowAway
from osteoapp.demo.tour import names, stops
from osteoapp.reminding.notifier import Message
from osteoapp.ui.demo.mark import DemoMark
from osteoapp.ui.folder import FolderPage
from osteoapp.ui.intake import IntakePage
from osteoapp.ui.paper import Paper
from osteoapp.ui.parts.text import Text
from osteoapp.ui.pictures import settle
from osteoapp.ui.wrong import WrongPage


@pytest.fixture
def desk(tmp_path: Path, quiet: list[object]) -> Iterator[DemoDesk]:
    folder = ThrowAway(tmp_path)
    made = DemoDesk(folder, "nl")
    made._tick.stop()
    assert made.frame is not None
    made.frame.show()
    yield made
    made.close()
    folder.close()
    assert list(tmp_path.iterdir()) == []


def press(desk: DemoDesk, name: str) -> None:
    assert desk.frame is not None
    button = desk.frame.findChild(QAbstractButton, f"demo:{name}")
    assert button is not None, name
    assert button.isEnabled()
    button.click()
    desk._tick.stop()
    settle()


def page(desk: DemoDesk) -> QWidget:
    assert desk.window is not None
    return desk.window.pages.currentWidget()


def test_all_scenes_by_its_own_buttons(desk: DemoDesk, quiet: list[object]) -> None:
    pages = {"intake": IntakePage, "wrong": WrongPage}
    go_through(desk, pages)
    told = [one for one in quiet if isinstance(one, Message)]
    assert told
    assert all(one.title.startswith("DEMO: ") for one in told)


def go_through(desk: DemoDesk, pages: dict[str, type[QWidget]]) -> None:
    for number, scene in enumerate(scenes(desk.lang)):
        press(desk, "after" if number else f"scene:{scene.id}")
        assert desk.scene is not None
        assert desk.scene.id == scene.id
        assert desk.window is not None
        assert desk.reminder is not None
        if scene.page in pages:
            assert isinstance(page(desk), pages[scene.page])
        assert desk.reminder.isVisible() is (scene.page == "reminder")


def test_the_tour_in_english_has_every_scene_and_screen_and_makes_no_sound(
    tmp_path: Path, quiet: list[object]
) -> None:
    folder = ThrowAway(tmp_path)
    desk = DemoDesk(folder, "en", silent=True)
    seen = []
    for name, caption, widget in stops(desk, "en"):
        assert caption
        assert widget.isVisible()
        seen.append(name)
        if name == "late":
            assert "Call your GP today" in [one.accessibleName() or one.text() for one in widget.findChildren(Text)]
    desk.close()
    folder.close()
    assert tuple(seen) == names()
    assert quiet == []


def test_the_other_language_at_a_press_and_the_same_moment(desk: DemoDesk) -> None:
    press(desk, "scene:lay-down")
    moment = desk._on_stage().now()
    press(desk, "lang:en")
    assert desk._on_stage().now() == moment
    assert desk.window is not None
    assert desk.window.lang == "en"
    assert desk.scene is not None
    assert desk.scene.title == "Lay down too early"
    assert desk.frame.findChild(DemoMark) is None, "its own strip says it; a mark on a button would hide that"


def test_every_window_says_that_it_is_a_demo(desk: DemoDesk) -> None:
    press(desk, "scene:monday")
    assert desk.reminder is not None
    assert desk.frame is not None
    assert desk.reminder.windowTitle().startswith("DEMO: ")
    mark = desk.reminder.findChild(DemoMark)
    assert mark is not None
    assert mark.isVisible()
    assert mark.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    assert desk.frame.windowTitle().startswith("DEMO")
    press(desk, "scene:restart")
    assert desk.window is not None
    desk.window.show_small("alendronate-tablet/2026-11-23/dose")
    assert desk.window.bar is not None
    assert desk.window.bar.findChild(DemoMark) is not None


def test_what_it_prints_carries_the_word_and_nothing_does_afterwards(tmp_path: Path, quiet: list[object]) -> None:
    folder = ThrowAway(tmp_path)
    desk = DemoDesk(folder, "nl", silent=True)
    assert Paper("Folder").name == "DEMO: Folder"
    assert desk.stage is not None
    assert desk.stage.loop.regimen.draft.patient.name.endswith("(demo)")
    desk.close()
    folder.close()
    assert Paper("Folder").name == "Folder"


def test_the_clock_is_moved_and_the_beginning_comes_back(desk: DemoDesk) -> None:
    press(desk, "scene:ten-minutes")
    start = desk._on_stage().now()
    press(desk, "move:hour")
    assert desk._on_stage().now() - start == timedelta(hours=1)
    press(desk, "move:week")
    assert desk._on_stage().now() - start == timedelta(days=7, hours=1)
    press(desk, "move:start")
    assert desk._on_stage().now() == start
    press(desk, "move:next")
    assert desk._on_stage().now() > start
    assert desk.reminder is not None
    assert desk.reminder.isVisible()


def test_the_half_hour_can_be_passed_over_and_ends_with_its_page(desk: DemoDesk) -> None:
    press(desk, "scene:restart")
    assert desk.frame is not None
    assert desk.frame.buttons["skip"].isVisible()
    press(desk, "skip")
    assert desk._half_hour_ends() is None
    assert not desk.frame.buttons["skip"].isVisible()
    assert isinstance(page(desk), IntakePage)


def test_a_week_plays_until_it_is_over_and_can_be_paused(desk: DemoDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    assert desk.frame is not None
    start = desk._on_stage().now()
    press(desk, "play:week")
    monkeypatch.setattr(desk, "_pace", Pace(5000))
    desk._pass()
    assert desk._on_stage().now() - start == timedelta(days=7) / 4
    assert desk.frame.buttons["play:pause"].isVisible()
    press(desk, "play:pause")
    monkeypatch.setattr(desk, "_pace", Pace(1000))
    desk._pass()
    assert desk._on_stage().now() - start == timedelta(days=7) / 4 + timedelta(seconds=1)
    press(desk, "play:week")
    monkeypatch.setattr(desk, "_pace", Pace(60_000))
    desk._pass()
    assert desk._on_stage().now() - start == timedelta(days=7) * 1.25 + timedelta(seconds=1)
    assert not desk.frame.buttons["play:pause"].isVisible()


class Pace:
    """So many milliseconds have passed, whenever it is asked."""

    def __init__(self, milliseconds: int) -> None:
        self.milliseconds = milliseconds

    def restart(self) -> int:
        return self.milliseconds

    def start(self) -> None:
        self.milliseconds = 0


def test_the_half_hour_lasts_thirty_seconds(desk: DemoDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    press(desk, "scene:restart")
    left = desk._half_hour_ends()
    assert left is not None
    start = desk._on_stage().now()
    monkeypatch.setattr(desk, "_pace", Pace(1000))
    desk._pass()
    assert desk._on_stage().now() - start == timedelta(minutes=1)


def test_the_notes_lead_to_their_page_of_the_leaflet_and_can_be_folded(desk: DemoDesk) -> None:
    press(desk, "scene:late")
    press(desk, "page")
    assert isinstance(page(desk), FolderPage)
    assert desk.frame is not None
    press(desk, "notes")
    assert not desk.frame.notes.isVisible()


def test_larger_letters_at_a_press(desk: DemoDesk) -> None:
    press(desk, "size:200")
    assert desk.window is not None
    assert desk.window.look.percent == 200


def test_in_earnest_it_tells_for_whom(desk: DemoDesk) -> None:
    asked: list[list[str]] = []
    desk.set_up.connect(asked.append)
    press(desk, "scene:book")
    press(desk, "setup")
    [treatments] = asked
    assert treatments[:2] == ["denosumab-injection", "vitamin-d-tablet"]


# What is left of it


def test_it_leaves_no_trace_of_its_own_and_opens_no_connection(
    tmp_path: Path, quiet: list[object], monkeypatch: pytest.MonkeyPatch
) -> None:
    home, work = tmp_path / "home", tmp_path / "work"
    home.mkdir()
    work.mkdir()
    for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(home))
    opened: list[object] = []
    monkeypatch.setattr("socket.socket.connect", lambda _, address: opened.append(address))
    folder = ThrowAway(work)
    desk = DemoDesk(folder, "nl", silent=True)
    for place in ("settings", "calendar", "progress", "leaflet"):
        assert desk.window is not None
        desk.window.go(place)
        settle()
    desk.resize_letters(150)
    desk.open_scene("restart")
    assert desk.stage is not None
    assert desk.stage.port.machine is None, "no switch of the computer can be reached"
    desk.close()
    folder.close()
    assert [path for path in home.rglob("*") if path.is_file()] == []
    assert list(work.iterdir()) == []
    assert opened == []


def test_a_demo_that_died_is_swept_up_by_the_next_one_and_a_running_one_is_not(
    tmp_path: Path, qapp: QApplication
) -> None:
    running = ThrowAway(tmp_path)
    died = tmp_path / f"{PREFIX}died"
    died.mkdir()
    (died / "osteoapp.db").write_bytes(b"x")
    lock = QLockFile(str(died / LOCK))
    assert lock.tryLock(0)
    text = (died / LOCK).read_text().replace(str(qapp.applicationPid()), "999999999")
    lock.unlock()
    (died / LOCK).write_text(text)
    strangers = tmp_path / "osteoapp-demons.txt"
    strangers.write_text("mine")
    second = ThrowAway(tmp_path)
    assert running.path.exists()
    assert not died.exists()
    assert strangers.exists()
    second.close()
    running.close()
    assert list(tmp_path.iterdir()) == [strangers]
