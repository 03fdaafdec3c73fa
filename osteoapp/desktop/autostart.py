"""Starting with the computer: what the person switched on is kept where the system looks for it.

Linux: a file in ``$XDG_CONFIG_HOME/autostart`` (the Desktop Application Autostart Specification 0.5); Windows: a value
under the user's Run key; macOS: a property list in ``~/Library/LaunchAgents``. None of it needs an administrator, and
what stands there is the truth: who switches it off in the system's own settings has switched it off.
"""

from __future__ import annotations

import importlib
import os
import plistlib
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final, Protocol

PROGRAM: Final = "osteoapp"
TITLE: Final = "Osteoporose: herinneringen"
_RUN: Final = r"Software\Microsoft\Windows\CurrentVersion\Run"
_LABEL: Final = f"org.{PROGRAM}.{PROGRAM}"
BACKGROUND: Final = "--background"
# The characters that a quoted argument of a desktop file escapes, and those for which it needs quotes.
_ESCAPED: Final = '"`$\\'
_RESERVED: Final = set(" \t\n\"'\\><~|&;$*?#()`")


def command(environ: Mapping[str, str] = os.environ, platform: str = sys.platform) -> list[str]:
    """The words that start this very installation in the background."""
    if getattr(sys, "frozen", False):
        # An AppImage runs from a folder that is gone afterwards.
        return [environ.get("APPIMAGE") or sys.executable, BACKGROUND]
    python = Path(sys.executable)
    if platform == "win32" and python.with_name("pythonw.exe").exists():
        python = python.with_name("pythonw.exe")
    # -P: a file of the person's that happens to be called like a module must not be taken for it.
    return [str(python), "-P", "-m", PROGRAM, BACKGROUND]


class Autostart(Protocol):
    """The switch. OSError where the system refuses."""

    def is_on(self) -> bool:
        """Whether the program starts with the computer."""

    def set(self, wanted: bool) -> None:
        """Switches it."""

    def repair(self) -> bool:
        """Where it is on with another command, as after the program moved, writes this one; whether it did."""


def autostart(
    words: Sequence[str], platform: str = sys.platform, environ: Mapping[str, str] = os.environ
) -> Autostart | None:
    """The switch of a platform for a command; None where there is none."""
    if platform == "linux":
        return DesktopFile(words, environ)
    if platform == "win32":
        return RunKey(words)
    return LaunchAgent(words) if platform == "darwin" else None


class DesktopFile:
    """Linux and the other free desktops."""

    def __init__(self, words: Sequence[str], environ: Mapping[str, str] = os.environ) -> None:
        folder = environ.get("XDG_CONFIG_HOME") or ""
        # The specification has paths that are not absolute ignored.
        base = Path(folder) if os.path.isabs(folder) else Path(environ.get("HOME") or Path.home(), ".config")
        self.file = base / "autostart" / f"{PROGRAM}.desktop"
        self._exec = "Exec=" + _desktop_value(" ".join(_desktop_argument(word) for word in words))

    def is_on(self) -> bool:
        """Whether the file is there, and no desktop has switched it off in it."""
        lines = {line.replace(" ", "").lower() for line in self._lines()}
        return bool(lines) and not lines & {"hidden=true", "x-gnome-autostart-enabled=false"}

    def set(self, wanted: bool) -> None:
        """Writes the file, or removes it."""
        if wanted:
            self._write(self._whole())
        else:
            self.file.unlink(missing_ok=True)

    def repair(self) -> bool:
        """As in ``Autostart``; what a desktop added to the file stays."""
        lines = self._lines()
        if not self.is_on() or self._exec in lines:
            return False
        others = [line for line in lines if not line.startswith("Exec=")]
        head = others.index("[Desktop Entry]") + 1 if "[Desktop Entry]" in others else None
        self._write(self._whole() if head is None else [*others[:head], self._exec, *others[head:]])
        return True

    def _whole(self) -> list[str]:
        return [
            "[Desktop Entry]", "Type=Application", f"Name={TITLE}", self._exec, "Icon=appointment-soon",
            "Terminal=false", "X-GNOME-Autostart-enabled=true",
            # The panel first: a program that starts before it finds no tray.
            "X-GNOME-Autostart-Delay=5", "X-KDE-autostart-after=panel",
        ]  # fmt: skip

    def _lines(self) -> list[str]:
        try:
            return self.file.read_text(encoding="utf-8").splitlines()
        except (FileNotFoundError, UnicodeDecodeError):
            return []

    def _write(self, lines: list[str]) -> None:
        self.file.parent.mkdir(parents=True, exist_ok=True)
        fresh = self.file.with_suffix(".new")
        fresh.write_text("\n".join(lines) + "\n", encoding="utf-8")
        fresh.replace(self.file)


def _desktop_argument(word: str) -> str:
    """One argument as the Desktop Entry Specification quotes it."""
    word = word.replace("%", "%%")
    if word and not set(word) & _RESERVED:
        return word
    return '"' + "".join(f"\\{char}" if char in _ESCAPED else char for char in word) + '"'


def _desktop_value(text: str) -> str:
    """A string as the same specification writes it after the equals sign."""
    return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t")


class RunKey:
    """Windows, by the registry module of Python."""

    def __init__(self, words: Sequence[str]) -> None:
        self._command = subprocess.list2cmdline(words)
        # By name: there is no such module elsewhere.
        self._registry: Any = importlib.import_module("winreg")

    def is_on(self) -> bool:
        """Whether the value is there."""
        return self._value() is not None

    def set(self, wanted: bool) -> None:
        """Writes the value, or removes it."""
        registry = self._registry
        with registry.CreateKeyEx(registry.HKEY_CURRENT_USER, _RUN, 0, registry.KEY_SET_VALUE) as key:
            if wanted:
                registry.SetValueEx(key, PROGRAM, 0, registry.REG_SZ, self._command)
                return
            try:
                registry.DeleteValue(key, PROGRAM)
            except FileNotFoundError:
                return

    def repair(self) -> bool:
        """As in ``Autostart``."""
        if self._value() in (None, self._command):
            return False
        self.set(True)
        return True

    def _value(self) -> str | None:
        registry = self._registry
        try:
            with registry.OpenKey(registry.HKEY_CURRENT_USER, _RUN) as key:
                return str(registry.QueryValueEx(key, PROGRAM)[0])
        except FileNotFoundError:
            return None


class LaunchAgent:
    """macOS."""

    def __init__(self, words: Sequence[str], home: Path | None = None) -> None:
        self._words = list(words)
        self.file = (home or Path.home()) / "Library" / "LaunchAgents" / f"{_LABEL}.plist"

    def is_on(self) -> bool:
        """Whether the property list is there and can be read."""
        return self._read() is not None

    def set(self, wanted: bool) -> None:
        """Writes the property list, or removes it."""
        if not wanted:
            self.file.unlink(missing_ok=True)
            return
        self.file.parent.mkdir(parents=True, exist_ok=True)
        fresh = self.file.with_suffix(".new")
        fresh.write_bytes(
            plistlib.dumps(
                {"Label": _LABEL, "ProgramArguments": self._words, "RunAtLoad": True, "ProcessType": "Interactive"}
            )
        )
        fresh.replace(self.file)

    def repair(self) -> bool:
        """As in ``Autostart``."""
        found = self._read()
        if found is None or found.get("ProgramArguments") == self._words:
            return False
        self.set(True)
        return True

    def _read(self) -> dict[str, Any] | None:
        try:
            found = plistlib.loads(self.file.read_bytes())
        except (FileNotFoundError, plistlib.InvalidFileException, ValueError):
            return None
        return found if isinstance(found, dict) else None
