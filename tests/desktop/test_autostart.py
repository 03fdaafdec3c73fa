"""Starting with the computer: the file, the key and the property list that the systems read."""

from __future__ import annotations

import os
import plistlib
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from osteoapp.desktop.autostart import DesktopFile, LaunchAgent, RunKey, autostart, command

WORDS = ["/opt/een map/bin/python", "-P", "-m", "osteoapp", "--background"]


def test_the_command_is_that_of_this_installation() -> None:
    assert command({}, "linux") == [sys.executable, "-P", "-m", "osteoapp", "--background"]
    done = subprocess.run(
        [*command({}, "linux")[:-1], "--version"], check=True, capture_output=True, text=True,
        cwd=Path(__file__).parents[2], env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
    )  # fmt: skip
    assert done.stdout.startswith("osteoapp ")


def test_windows_starts_without_a_console(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    python = tmp_path / "python.exe"
    monkeypatch.setattr(sys, "executable", str(python))
    assert command({}, "win32")[0] == str(python)
    (tmp_path / "pythonw.exe").touch()
    assert command({}, "win32")[0] == str(tmp_path / "pythonw.exe")


def test_a_frozen_program_starts_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert command({}, "linux") == [sys.executable, "--background"]
    assert command({"APPIMAGE": "/home/a/osteoapp.AppImage"}, "linux")[0] == "/home/a/osteoapp.AppImage"


def test_each_platform_has_its_own_way(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "winreg", Registry())
    assert isinstance(autostart(WORDS, "linux"), DesktopFile)
    assert isinstance(autostart(WORDS, "win32"), RunKey)
    assert isinstance(autostart(WORDS, "darwin"), LaunchAgent)
    assert autostart(WORDS, "haiku") is None


# --- Linux ---------------------------------------------------------------------------------------------------------


@pytest.fixture
def entry(tmp_path: Path) -> DesktopFile:
    return DesktopFile(WORDS, {"XDG_CONFIG_HOME": str(tmp_path), "HOME": "/nowhere"})


def test_it_is_off_until_chosen_and_can_be_switched(entry: DesktopFile, tmp_path: Path) -> None:
    assert not entry.is_on()
    assert not entry.repair()
    assert not entry.file.exists()
    entry.set(True)
    assert entry.file == tmp_path / "autostart" / "osteoapp.desktop"
    assert entry.is_on()
    lines = entry.file.read_text(encoding="utf-8").splitlines()
    assert lines[0] == "[Desktop Entry]"
    assert "Type=Application" in lines
    assert 'Exec="/opt/een map/bin/python" -P -m osteoapp --background' in lines
    entry.set(False)
    entry.set(False)
    assert not entry.is_on()


def test_the_folder_of_settings_is_the_one_of_the_specification(tmp_path: Path) -> None:
    home = {"HOME": str(tmp_path)}
    assert DesktopFile(WORDS, home).file == tmp_path / ".config/autostart/osteoapp.desktop"
    assert DesktopFile(WORDS, {**home, "XDG_CONFIG_HOME": "relative"}).file.parent.parent == tmp_path / ".config"


@pytest.mark.parametrize(
    "line", ["Hidden=true", "X-GNOME-Autostart-enabled=false", "Hidden = true"]
)
def test_what_the_desktop_switched_off_is_off_and_stays_off(entry: DesktopFile, line: str) -> None:
    entry.set(True)
    text = entry.file.read_text(encoding="utf-8").replace("X-GNOME-Autostart-enabled=true", "") + line + "\n"
    entry.file.write_text(text, encoding="utf-8")
    moved = DesktopFile(["/elsewhere/python", *WORDS[1:]], {"XDG_CONFIG_HOME": str(entry.file.parents[1])})
    assert not entry.is_on()
    assert not moved.repair()
    assert entry.file.read_text(encoding="utf-8") == text


def test_a_program_that_moved_repairs_its_file_and_keeps_what_was_added(entry: DesktopFile) -> None:
    entry.set(True)
    with entry.file.open("a", encoding="utf-8") as file:
        file.write("X-Mine=1\n")
    assert not entry.repair()
    moved = DesktopFile(["/elsewhere/python", *WORDS[1:]], {"XDG_CONFIG_HOME": str(entry.file.parents[1])})
    assert moved.repair()
    assert not moved.repair()
    lines = entry.file.read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if line.startswith("Exec=")] == [
        "Exec=/elsewhere/python -P -m osteoapp --background"
    ]
    assert "X-Mine=1" in lines


def test_a_damaged_file_is_no_autostart_and_is_written_anew(entry: DesktopFile) -> None:
    entry.file.parent.mkdir(parents=True)
    entry.file.write_bytes(b"\xff\xfe\x00")
    assert not entry.is_on()
    entry.set(True)
    assert entry.is_on()
    entry.file.write_text("Exec=old\n", encoding="utf-8")
    assert entry.repair()
    assert entry.file.read_text(encoding="utf-8").startswith("[Desktop Entry]\n")


@pytest.mark.skipif(sys.platform == "win32", reason="undone by a shell")
@pytest.mark.parametrize("word", ["een map", 'a"b', "a$b`c", "a\\b", "100%", "it's", "plain-1.0/x", "é😀"])
def test_any_path_comes_back_from_the_file(word: str, tmp_path: Path) -> None:
    entry = DesktopFile([word, "--background"], {"XDG_CONFIG_HOME": str(tmp_path)})
    entry.set(True)
    line = next(one for one in entry.file.read_text(encoding="utf-8").splitlines() if one.startswith("Exec="))
    # The two rules of the specification undone: that of strings, then that of arguments, which a shell shares.
    value = line[len("Exec=") :].replace("\\\\", "\\").replace("%%", "%")
    said = subprocess.run(["sh", "-c", f"printf '%s\\n' {value}"], check=True, capture_output=True, text=True).stdout
    assert said.splitlines() == [word, "--background"]


# --- Windows, with a registry made for the test --------------------------------------------------------------------


class Registry(ModuleType):
    """Stands for winreg: one key, which may be missing."""

    HKEY_CURRENT_USER, KEY_SET_VALUE, REG_SZ = "HKCU", 2, 1

    def __init__(self) -> None:
        super().__init__("winreg")
        self.values: dict[str, str] | None = None
        self.path = ""

    def __enter__(self) -> Registry:
        return self

    def __exit__(self, *_: object) -> None:
        return None

    def CreateKeyEx(self, root: str, path: str, _: int, access: int) -> Registry:
        assert (root, access) == ("HKCU", 2)
        self.path = path
        self.values = self.values or {}
        return self

    def OpenKey(self, root: str, path: str) -> Registry:
        assert root == "HKCU"
        if self.values is None:
            raise FileNotFoundError(path)
        return self

    def QueryValueEx(self, key: Registry, name: str) -> tuple[str, int]:
        assert key.values is not None
        if name not in key.values:
            raise FileNotFoundError(name)
        return key.values[name], 1

    def SetValueEx(self, key: Registry, name: str, _: int, kind: int, value: str) -> None:
        assert kind == self.REG_SZ
        assert key.values is not None
        key.values[name] = value

    def DeleteValue(self, key: Registry, name: str) -> None:
        assert key.values is not None
        if name not in key.values:
            raise FileNotFoundError(name)
        del key.values[name]


def test_the_run_key_is_switched_and_repaired(monkeypatch: pytest.MonkeyPatch) -> None:
    registry = Registry()
    monkeypatch.setitem(sys.modules, "winreg", registry)
    words = ["C:\\Mijn map\\pythonw.exe", "-P", "-m", "osteoapp", "--background"]
    key = RunKey(words)
    assert not key.is_on()
    assert not key.repair()
    key.set(False)
    key.set(True)
    assert key.is_on()
    assert registry.path.endswith("CurrentVersion\\Run")
    assert registry.values == {"osteoapp": '"C:\\Mijn map\\pythonw.exe" -P -m osteoapp --background'}
    assert not key.repair()
    moved = RunKey(["D:\\python.exe", *words[1:]])
    assert moved.repair()
    assert registry.values == {"osteoapp": "D:\\python.exe -P -m osteoapp --background"}
    moved.set(False)
    assert not moved.is_on()


# --- macOS ---------------------------------------------------------------------------------------------------------


def test_the_launch_agent_is_switched_and_repaired(tmp_path: Path) -> None:
    agent = LaunchAgent(WORDS, tmp_path)
    assert not agent.is_on()
    assert not agent.repair()
    agent.set(False)
    agent.set(True)
    assert agent.is_on()
    assert agent.file.parent == tmp_path / "Library" / "LaunchAgents"
    found = plistlib.loads(agent.file.read_bytes())
    assert found["ProgramArguments"] == WORDS
    assert found["RunAtLoad"] is True
    assert agent.file.name == found["Label"] + ".plist"
    assert not agent.repair()
    moved = LaunchAgent(["/elsewhere", "--background"], tmp_path)
    assert moved.repair()
    assert plistlib.loads(agent.file.read_bytes())["ProgramArguments"] == ["/elsewhere", "--background"]
    agent.file.write_bytes(b"not a list")
    assert not agent.is_on()
    agent.set(False)
    assert not agent.file.exists()
