"""Data lies where the platform wants it."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from platformdirs import macos, windows

from osteoapp.desktop import folders


@pytest.mark.skipif(sys.platform != "linux", reason="the XDG folders are Linux's")
def test_on_linux_it_follows_xdg(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    assert folders.user_data_folder() == tmp_path / "data" / "osteoapp"
    monkeypatch.delenv("XDG_DATA_HOME")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert folders.user_data_folder() == tmp_path / ".local" / "share" / "osteoapp"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("system", [macos.MacOS, windows.Windows], ids=["macos", "windows"])
def test_elsewhere_it_is_one_folder_of_the_programs_name(monkeypatch, system):
    asked: dict[str, object] = {}

    def answer(name: str, **options: object) -> Path:
        asked.update(options)
        return Path(system(name, **options).user_data_path)

    monkeypatch.setattr(windows, "get_win_folder", lambda name: f"C:\\Users\\anna\\{name}")
    monkeypatch.setattr(folders.platformdirs, "user_data_path", answer)
    parts = folders.user_data_folder().as_posix().replace("\\", "/").split("/")
    assert parts[-1] == "osteoapp"
    assert parts.count("osteoapp") == 1
    assert asked["roaming"] is False
