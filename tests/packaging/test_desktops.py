"""The files that tell a desktop about the program agree with the program, and with each other."""

from __future__ import annotations

import configparser
import re
import struct
import subprocess
import xml.etree.ElementTree as ET
from pathlib import Path

from osteoapp import opening
from osteoapp.desktop import autostart

from . import script

ROOT = Path(__file__).resolve().parents[2]
PACKAGING = ROOT / "packaging"
LINUX = PACKAGING / "linux"
mark = script("mark")


def test_the_menu_entry_the_metadata_and_the_window_have_one_name() -> None:
    entry = configparser.ConfigParser(interpolation=None)
    entry.optionxform = str  # type: ignore[assignment, method-assign]
    entry.read(LINUX / f"{opening.DESKTOP_FILE}.desktop", encoding="utf-8")
    menu = entry["Desktop Entry"]
    assert menu["Exec"] == menu["Icon"] == autostart.PROGRAM
    assert menu["Name[nl]"] == autostart.TITLE
    tree = ET.parse(LINUX / f"{opening.DESKTOP_FILE}.metainfo.xml").getroot()
    assert tree.findtext("id") == opening.DESKTOP_FILE
    assert tree.findtext("launchable") == f"{opening.DESKTOP_FILE}.desktop"
    assert tree.findtext("project_license") == "Apache-2.0"
    release = tree.find("releases/release")
    assert release is not None
    assert release.attrib == {"version": "@VERSION@", "date": "@DATE@"}
    assert autostart._LABEL == opening.DESKTOP_FILE
    assert f'bundle_identifier="{opening.DESKTOP_FILE}"' in (PACKAGING / "macos" / "osteoapp.spec").read_text("utf-8")


def test_nothing_is_installed_that_starts_by_itself() -> None:
    assert not [path for path in LINUX.rglob("*") if "autostart" in path.name]
    assert "autostart" not in (LINUX / "deb.py").read_text(encoding="utf-8")
    installer = (PACKAGING / "windows" / "osteoapp.iss").read_text(encoding="utf-8")
    assert "Name: autostart; Description: {cm:Autostart}; Flags: unchecked" in installer


def test_the_installer_of_windows_writes_what_the_switch_of_the_program_reads() -> None:
    installer = (PACKAGING / "windows" / "osteoapp.iss").read_text(encoding="utf-8")
    assert f"Subkey: {autostart._RUN}; ValueName: {autostart.PROGRAM};" in installer
    values = dict(re.findall(r"ValueData: (\"[^;]*\"); Tasks: autostart; Flags: \w+; Check: (\w+)", installer))
    plain = {check: value[1:-1].replace('""', '"') for value, check in values.items()}
    for check, place in (("WithoutSpace", "C:\\mies\\osteoapp.exe"), ("WithSpace", "C:\\mies de wit\\osteoapp.exe")):
        wanted = subprocess.list2cmdline([place, "--background"])
        assert plain[check].replace("{app}", str(place).removesuffix("\\osteoapp.exe")) == wanted
    assert "PrivilegesRequired=lowest" in installer
    assert "{localappdata}\\osteoapp" in installer
    # Both kinds of text are there in both languages.
    assert set(re.findall(r"^nl\.(\w+)=", installer, re.MULTILINE)) == set(
        re.findall(r"^en\.(\w+)=", installer, re.MULTILINE)
    )


def test_the_mark_is_drawn_from_the_programs_own_icon_and_colour() -> None:
    root = ET.fromstring(mark.svg())
    assert root.attrib["viewBox"] == "0 0 256 256"
    shape = (ROOT / "resources" / "icons" / "fill" / "pill-fill.svg").read_text(encoding="utf-8")
    path = re.search(r' d="([^"]+)"', shape)
    assert path is not None
    assert path[1] in mark.svg()
    assert "currentColor" not in mark.svg()


def test_the_icons_of_windows_and_macos_hold_their_pictures() -> None:
    pictures = {16: b"small", 256: b"large one"}
    ico = mark.ico(pictures)
    kind, count = struct.unpack_from("<HH", ico, 2)
    assert (kind, count) == (1, 2)
    for number, (size, data) in enumerate(pictures.items()):
        width, *_, length, place = struct.unpack_from("<BBBBHHII", ico, 6 + 16 * number)
        assert width == size % 256
        assert ico[place : place + length] == data
    icns = mark.icns({b"ic08": b"large one"})
    assert icns == b"icns" + struct.pack(">I", len(icns)) + b"ic08" + struct.pack(">I", 17) + b"large one"
