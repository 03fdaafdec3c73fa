#!/usr/bin/env python3
"""Sets osteoapp up beside this file, once, and runs it.

    python3 start.py                  opens the program (Windows: py start.py)
    python3 start.py agenda --days 7  passes words on to the program
    python3 start.py test             runs the test suite; further words go to pytest
    python3 start.py faults           runs the long tests that kill and damage things
    python3 start.py --yes ...        does not ask before it installs system packages (nor does it when CI=true)

It needs nothing but Python's standard library. It makes the virtual environment `.venv`, installs the locked packages
of `requirements/`, looks whether Qt's system libraries are there, and then becomes the program. All it says goes to the
standard error stream, so the program's own output stays clean; what pip and apt-get said lies in `.venv/setup.log`.
Exit codes are those of what it runs; 1 when the set-up failed, 130 after Ctrl-C.
"""

import contextlib
import errno
import hashlib
import importlib.util
import json
import os
import platform
import shutil
import subprocess
import sys
import traceback

# This part is read by any Python 3.6 and later, so that an old one can say what is wrong: no newer syntax in this file,
# and nothing that an old Python cannot evaluate before the check of the version.

# The Pythons for which every locked package has a ready-made file.
FIRST_PYTHON, BEYOND_PYTHON = (3, 11), (3, 15)

TEXTS = {
    "wrong_python": (
        "osteoapp needs Python 3.11, 3.12, 3.13 or 3.14; this is Python {found}. {how}",
        "osteoapp heeft Python 3.11, 3.12, 3.13 of 3.14 nodig; dit is Python {found}. {how}",
    ),
    "python_here": (
        "This computer has a Python that fits. Type:  {line}",
        "Op deze computer staat een Python die past. Typ:  {line}",
    ),
    "python_get": (
        "Python 3.13 works: install it from python.org or with your system's package manager. Then type:  {line}",
        "Python 3.13 werkt: installeer die van python.org of met het pakketbeheer van uw systeem. Typ dan:  {line}",
    ),
    "not_cpython": (
        "osteoapp needs the usual Python (CPython); this is {found}.",
        "osteoapp heeft de gewone Python nodig (CPython); dit is {found}.",
    ),
    "not_64": (
        "This is a 32-bit Python. osteoapp needs a 64-bit one.",
        "Dit is een 32-bits Python. osteoapp heeft een 64-bits Python nodig.",
    ),
    "no_qt": (
        "There is no ready-made Qt for this computer ({found}). There is one for Windows 10 and later, macOS 13 and "
        "later, and Linux with glibc 2.34 or later (on ARM: 2.39 or later).",
        "Voor deze computer is er geen kant-en-klare Qt ({found}). Die is er voor Windows 10 en later, macOS 13 en "
        "later, en Linux met glibc 2.34 of later (op ARM: 2.39 of later).",
    ),
    "no_venv": (
        "Python's venv module is not installed. {how}",
        "De module venv van Python is niet aanwezig. {how}",
    ),
    "type_line": ("Type:  {line}", "Typ:  {line}"),
    "python_whole": (
        "Install a complete Python 3.13 and start again with that one.",
        "Installeer een volledige Python 3.13 en start daarmee opnieuw.",
    ),
    "no_network": (
        "The internet cannot be reached. osteoapp fetches its parts once, about 260 MB. Check the connection and start "
        "again.",
        "Het internet is niet bereikbaar. osteoapp haalt eenmalig zijn onderdelen op, ongeveer 260 MB. Controleer de "
        "verbinding en start opnieuw.",
    ),
    "no_trust": (
        "The connection to the package index is not trusted. Check the date of this computer, and the settings of its "
        "network, and start again.",
        "De verbinding met de pakketbron wordt niet vertrouwd. Controleer de datum van deze computer en de "
        "instellingen van het netwerk, en start opnieuw.",
    ),
    "no_permission": (
        "The folder {folder} cannot be written. Put osteoapp in a folder of your own. If osteoapp is still open, close "
        "it first.",
        "In de map {folder} kan niet worden geschreven. Zet osteoapp in een eigen map. Staat osteoapp nog open, sluit "
        "het dan eerst.",
    ),
    "disk_full": (
        "The disk is too full: osteoapp needs {need} MB in {folder}, and {free} MB is free.",
        "De schijf is te vol: osteoapp heeft {need} MB nodig in {folder}, en {free} MB is vrij.",
    ),
    "not_the_same": (
        "A part that was fetched is not the one that was checked before, so it was not used. Start again later, or on "
        "another network.",
        "Een opgehaald onderdeel is niet gelijk aan het eerder gecontroleerde en is daarom niet gebruikt. Start later "
        "opnieuw, of op een ander netwerk.",
    ),
    "no_file": (
        "A part has no ready-made file for this Python on this computer: {name}.",
        "Een onderdeel heeft geen kant-en-klaar bestand voor deze Python op deze computer: {name}.",
    ),
    "not_loading": (
        "All parts are installed, but they do not load: {reason}",
        "Alle onderdelen zijn aanwezig, maar ze laden niet: {reason}",
    ),
    "unknown": ("Setting up did not succeed: {reason}", "Het klaarzetten is niet gelukt: {reason}"),
    "details": ("Details: {log}", "Bijzonderheden: {log}"),
    "busy": (
        "osteoapp is being set up by another start; this one waits for it.",
        "osteoapp wordt al klaargezet door een andere start; deze wacht daarop.",
    ),
    "absent": (
        "Setting osteoapp up, once: about 260 MB to fetch, some minutes.",
        "osteoapp wordt eenmalig klaargezet: ongeveer 260 MB ophalen, enkele minuten.",
    ),
    "half_made": (
        "An earlier set-up did not finish, or was damaged since. It is done again.",
        "Een eerdere keer is het klaarzetten niet afgemaakt, of daarna beschadigd. Het gebeurt opnieuw.",
    ),
    "other_python": (
        "osteoapp was set up for another Python. It is set up again for this one.",
        "osteoapp was klaargezet voor een andere Python. Het wordt opnieuw klaargezet voor deze.",
    ),
    "outdated": (
        "The list of parts has changed. What differs is fetched.",
        "De lijst van onderdelen is veranderd. Wat anders is, wordt opgehaald.",
    ),
    "without_tests": (
        "Fetching what the tests need besides.",
        "Ophalen wat de tests nog nodig hebben.",
    ),
    "fetching": ("  {number} of {all}: {name}", "  {number} van {all}: {name}"),
    "placing": ("  putting all in place", "  alles op zijn plaats zetten"),
    "ready": ("osteoapp is set up.", "osteoapp staat klaar."),
    "apt_busy": ("Installing system packages: {packages}", "Systeempakketten installeren: {packages}"),
    "apt_ask": (
        "These system packages are missing: {packages}\nInstall them now with sudo? [Y/n] ",
        "Deze systeempakketten ontbreken: {packages}\nNu installeren met sudo? [J/n] ",
    ),
    "libraries_line": (
        "System libraries or tools are missing. Type:  {line}",
        "Er ontbreken systeembibliotheken of hulpprogramma's. Typ:  {line}",
    ),
    "libraries_names": (
        "System libraries or tools are missing. Install what holds these files:  {names}",
        "Er ontbreken systeembibliotheken of hulpprogramma's. Installeer wat deze bestanden bevat:  {names}",
    ),
    "no_display": (
        "There is no screen here, so the window cannot open. Instead, one day of a sample plan runs now, and a picture "
        "of each screen is written to {folder}",
        "Hier is geen beeldscherm, dus het venster kan niet openen. In plaats daarvan loopt nu een dag van een "
        "voorbeeldplan. Van elk scherm komt een afbeelding in {folder}",
    ),
    "no_faults": ("This copy has no long tests (tests/faults).", "Deze kopie heeft geen lange tests (tests/faults)."),
    "stopped": ("Stopped. Start again to finish it.", "Gestopt. Start opnieuw om het af te maken."),
}


def dutch() -> bool:
    """Whether to speak Dutch: the environment's language, and on Windows without one the language of the screens."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if os.environ.get(name):
            return os.environ[name].lower().startswith("nl")
    if sys.platform == "win32":
        import ctypes

        return bool(ctypes.windll.kernel32.GetUserDefaultUILanguage() & 0x3FF == 0x13)
    else:  # noqa: RET505 - a type checker for Windows finds a line after the branch unreachable
        return False


def text(key: str, **values: str) -> str:
    """The sentence of that name in the person's language."""
    return TEXTS[key][1 if dutch() else 0].format(**values)


def say(key: str, **values: str) -> None:
    print(text(key, **values), file=sys.stderr, flush=True)


def fitting_python() -> str:
    """What to type to start with a Python that fits, preferring one that this computer has."""
    if os.name == "nt":
        return text("python_get", line="py -3.13 start.py")
    for name in ("python3.13", "python3.14", "python3.12", "python3.11"):
        # It is run, as a version manager puts names on the path of Pythons that it does not have.
        if shutil.which(name) and subprocess.call([name, "-c", ""], stderr=subprocess.DEVNULL) == 0:
            return text("python_here", line=f"{name} start.py")
    return text("python_get", line="python3.13 start.py")


if not FIRST_PYTHON <= sys.version_info[:2] < BEYOND_PYTHON:
    say("wrong_python", found=".".join(str(number) for number in sys.version_info[:3]), how=fitting_python())
    sys.exit(1)

# From here on everything may use what Python 3.11 can evaluate.

from collections.abc import Callable, Iterator, Mapping, Sequence  # noqa: E402
from pathlib import Path  # noqa: E402
from typing import NamedTuple, TextIO  # noqa: E402

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

HERE = Path(__file__).resolve().parent
# Raise it when this file sets things up differently than before: every `.venv` is then made anew.
SCHEMA = 1
# What `.venv` takes on disk with the test tools, and some room for the download.
NEEDED_MB = 1200
# Two processes of pytest-xdist: the whole suite within five minutes on two cores. 0: all in one.
TEST_WORKERS = 2
# Kept when `.venv` is emptied: the open lock, and the account of what went wrong.
KEPT = ("setup.lock", "setup.log")

TEST_TASKS = ("test", "faults")
SAMPLE = ("show-sample", "--screens", "./screens")
# Imported once after installing, as a proof that the parts fit this computer.
MODULES = (
    *("alembic", "apscheduler", "argon2", "holidays", "icalendar", "markdown_it", "platformdirs", "plyer"),
    *("rapidfuzz", "sqlalchemy", "tomlkit", "typst", "tzlocal"),
    *(("jeepney",) if sys.platform == "linux" else ()),
)
QT_MODULES = ("PySide6.QtWidgets", "PySide6.QtSvg", "PySide6.QtNetwork", "PySide6.QtMultimedia")
PYTHON = f"{sys.version_info[0]}.{sys.version_info[1]}"

# What apt-get and pip print, in English, when that trouble is behind it. The first that fits counts.
APT_NETWORK_SIGNS = ("Temporary failure resolving", "Could not resolve", "Could not connect", "Network is unreachable")
PIP_SIGNS = (
    ("not_the_same", ("DO NOT MATCH THE HASHES",)),
    ("disk_full", ("No space left on device", "[Errno 28]", "[WinError 112]", "Disk quota exceeded")),
    ("no_permission", ("Permission denied", "[Errno 13]", "[WinError 5]", "[WinError 32]", "Read-only file system")),
    ("no_trust", ("CERTIFICATE_VERIFY_FAILED", "SSLError")),
    (
        "no_network",
        (
            "NewConnectionError",
            "Failed to establish a new connection",
            "NameResolutionError",
            "ConnectTimeoutError",
            "ReadTimeoutError",
            "ProxyError",
            "ProtocolError",
            "ConnectionResetError",
            "Network is unreachable",
            "name resolution",
            "Read timed out",
        ),
    ),
)


class Library(NamedTuple):
    """A system library that Qt's own files ask for, and the packages of Debian and Arch that hold it."""

    file: str
    debian: str
    arch: str
    only_for_a_screen: bool = False


LIBRARIES = (
    Library("libglib-2.0.so.0", "libglib2.0-0", "glib2"),
    Library("libGL.so.1", "libgl1", "libglvnd"),
    Library("libEGL.so.1", "libegl1", "libglvnd"),
    Library("libdbus-1.so.3", "libdbus-1-3", "dbus"),
    Library("libfontconfig.so.1", "libfontconfig1", "fontconfig"),
    Library("libxkbcommon.so.0", "libxkbcommon0", "libxkbcommon"),
    Library("libpulse.so.0", "libpulse0", "libpulse"),
    Library("libxcb-cursor.so.0", "libxcb-cursor0", "xcb-util-cursor", only_for_a_screen=True),
    Library("libxcb-icccm.so.4", "libxcb-icccm4", "xcb-util-wm", only_for_a_screen=True),
    Library("libxcb-keysyms.so.1", "libxcb-keysyms1", "xcb-util-keysyms", only_for_a_screen=True),
    Library("libxcb-shape.so.0", "libxcb-shape0", "libxcb", only_for_a_screen=True),
    Library("libxcb-xkb.so.1", "libxcb-xkb1", "libxcb", only_for_a_screen=True),
    Library("libxkbcommon-x11.so.0", "libxkbcommon-x11-0", "libxkbcommon-x11", only_for_a_screen=True),
)


class Tool(NamedTuple):
    """A command that the tests start, and the packages of Debian and Arch that hold it."""

    file: str
    debian: str
    arch: str


TEST_TOOLS = (
    Tool("Xvfb", "xvfb", "xorg-server-xvfb"),
    Tool("xauth", "xauth", "xorg-xauth"),
    Tool("dbus-run-session", "dbus", "dbus"),
    Tool("dunst", "dunst", "dunst"),
    Tool("notify-send", "libnotify-bin", "libnotify"),
    Tool("openbox", "openbox", "openbox"),
    Tool("xdotool", "xdotool", "xdotool"),
    Tool("xprop", "x11-utils", "xorg-xprop"),
    Tool("strace", "strace", "strace"),
)


class Trouble(Exception):
    """Something that the person can understand and perhaps mend; `key` names its sentence in TEXTS."""

    def __init__(self, key: str, **values: str) -> None:
        super().__init__(key)
        self.key = key
        self.values = values


# --- what stands on this computer ---------------------------------------------------------------------------------


def version_pair(found: str) -> tuple[int, int]:
    """The first two numbers of a version: "2.36-9" gives (2, 36), nothing readable gives (0, 0)."""
    numbers = [int("".join(digit for digit in part if digit.isdigit()) or "0") for part in found.split(".")[:2]]
    return (numbers[0], numbers[1] if len(numbers) > 1 else 0)


def unfit(system: str, machine: str, release: str, implementation: str = "cpython", bits: int = 64) -> Trouble | None:
    """Why no ready-made packages exist for a computer, or None.

    `release` is the version of macOS, or of glibc on Linux ("" where the C library is another one).
    """
    if implementation != "cpython":
        return Trouble("not_cpython", found=implementation)
    if bits < 64:
        return Trouble("not_64")
    arm = machine.lower() in ("arm64", "aarch64")
    known = arm or machine.lower() in ("x86_64", "amd64")
    if system == "linux":
        known = known and version_pair(release) >= ((2, 39) if arm else (2, 34))
    elif system == "darwin":
        known = known and version_pair(release) >= (13, 0)
    elif system != "win32":
        known = False
    return None if known else Trouble("no_qt", found=f"{system} {release} {machine}".replace("  ", " "))


def check_machine() -> None:
    release = platform.mac_ver()[0] if sys.platform == "darwin" else platform.libc_ver()[1]
    bits = 64 if sys.maxsize > 2**32 else 32
    trouble = unfit(sys.platform, platform.machine(), release, sys.implementation.name, bits)
    if trouble:
        raise trouble


def loads(name: str) -> bool:
    """Whether the system's loader finds and opens a shared library."""
    try:
        import ctypes

        ctypes.CDLL(name)
    except ImportError:
        return True  # a Python without ctypes cannot tell; Qt itself will
    except OSError:
        return False
    return True


def has_venv() -> bool:
    """Whether this Python can make environments: Debian keeps the half of it that brings pip in a package apart."""
    return all(importlib.util.find_spec(name) for name in ("venv", "ensurepip"))


def x_server_answers() -> bool:
    """Whether the X server that DISPLAY names lets us in, asked in the way Qt will ask."""
    try:
        import ctypes

        xcb = ctypes.CDLL("libxcb.so.1")
    except (ImportError, OSError):
        return True  # cannot be asked: let Qt try
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connection_has_error.argtypes = xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(None, None)
    refused = xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    return not refused


def wayland_answers(environ: Mapping[str, str]) -> bool:
    """Whether somebody listens on the socket that WAYLAND_DISPLAY names."""
    import socket

    path = os.path.join(environ.get("XDG_RUNTIME_DIR", "/nonexistent"), environ["WAYLAND_DISPLAY"])
    try:
        with socket.socket(socket.AF_UNIX) as end:  # type: ignore[attr-defined, unused-ignore]  # not on Windows
            end.connect(path)
    except OSError:
        return False
    return True


def has_display(environ: Mapping[str, str], system: str = sys.platform) -> bool:
    """Whether a window can open here. Who sets QT_QPA_PLATFORM has chosen, and is believed."""
    if system != "linux" or environ.get("QT_QPA_PLATFORM"):
        return True
    if environ.get("DISPLAY") and x_server_answers():
        return True
    return bool(environ.get("WAYLAND_DISPLAY")) and wayland_answers(environ)


# --- running and recording ------------------------------------------------------------------------------------------


class Log:
    """Runs commands and keeps what they say in a file, which is opened at the first of them."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.file: TextIO | None = None
        self.lock: tuple[int, ...] = ()  # handed to the commands, so that the lock lasts as long as the last of them

    def write(self, line: str) -> None:
        if self.file is None:
            self.path.parent.mkdir(exist_ok=True)
            self.file = self.path.open("w", encoding="utf-8", errors="backslashreplace")
        self.file.write(line)
        self.file.flush()

    def close(self) -> None:
        if self.file is not None:
            self.file.close()
            self.file = None

    def run(self, words: Sequence[str], hear: Callable[[str], None] = lambda line: None) -> tuple[int, str]:
        """Runs a command without input; `hear` gets each line it says. Returns its exit code and all it said."""
        self.write(f"$ {' '.join(words)}\n")
        said = []
        plain = {**os.environ, "LC_ALL": "C", "LANGUAGE": "C"}
        with subprocess.Popen(
            words,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            env=plain,
            encoding="utf-8",
            errors="replace",
            pass_fds=self.lock,
        ) as child:
            for line in child.stdout or ():
                said.append(line)
                self.write(line)
                hear(line)
        self.write(f"(exit code {child.returncode})\n")
        return child.returncode, "".join(said)


# --- system packages ----------------------------------------------------------------------------------------------


class Missing(NamedTuple):
    """What the system itself lacks: half of Python's venv module, libraries, and the tools of the tests."""

    venv: bool
    libraries: Sequence[Library]
    tools: Sequence[Tool]

    def parts(self) -> list[Library | Tool]:
        return [*self.libraries, *self.tools]

    def venv_packages(self) -> list[str]:
        """Debian's package with the missing half of venv, if this Python came from Debian."""
        return [f"python{PYTHON}-venv"] if self.venv and sys.base_prefix == "/usr" else []

    def debian(self) -> list[str]:
        """Debian's packages with all that is missing, each once."""
        return list(dict.fromkeys([*self.venv_packages(), *(part.debian for part in self.parts())]))

    def stops(self, task: str) -> bool:
        """Whether the task cannot do without what is missing: the command line needs no Qt, pictures need no screen."""
        if task == "words":
            return False
        return any(task != "sample" or not library.only_for_a_screen for library in self.libraries)


def missing_here(task: str, building: bool) -> Missing:
    """Looks for what is missing, as far as the task, or making `.venv`, asks for it."""
    linux = sys.platform == "linux"
    return Missing(
        venv=building and not has_venv(),
        libraries=[lib for lib in LIBRARIES if not loads(lib.file)] if linux and (building or task != "words") else [],
        tools=[tool for tool in TEST_TOOLS if not shutil.which(tool.file)] if linux and task in TEST_TASKS else [],
    )


def line_to_type(missing: Missing, which: Callable[[str], object]) -> str | None:
    """What the person can type to get what is missing, by the package manager found; None where none is known.

    The managers of RPM systems take the name of the file itself, with a mark behind the name of a 64-bit library.
    """
    parts = missing.parts()
    commands = []
    if which("apt-get"):
        if missing.debian():
            install = " ".join(["apt-get install --no-install-recommends", *missing.debian()])
            commands = ["apt-get update", install]
    elif parts and (which("dnf") or which("zypper")):
        names = [f"'{library.file}()(64bit)'" for library in missing.libraries]
        names += [f"/usr/bin/{tool.file}" for tool in missing.tools]
        commands = [" ".join(["dnf" if which("dnf") else "zypper", "install", *names])]
    elif parts and which("pacman"):
        commands = [" ".join(["pacman -S --needed", *dict.fromkeys(part.arch for part in parts)])]
    if not commands:
        return None
    if which("sudo"):
        return " && ".join(f"sudo {command}" for command in commands)
    return f'su -c "{" && ".join(commands)}"'


def is_root() -> bool:
    return bool(getattr(os, "geteuid", lambda: 1)() == 0)  # Windows has no such function


def apt_prefix(packages: Sequence[str], assume_yes: bool) -> list[str] | None:
    """How apt-get may be called: directly as root, through sudo once the person agreed, or None: not at all."""
    if is_root():
        return ["env"]
    if not shutil.which("sudo"):
        return None
    person = sys.stdin is not None and sys.stdin.isatty()
    if assume_yes:
        return ["sudo", "env"] if person else ["sudo", "-n", "env"]
    if not person:
        return None
    print(text("apt_ask", packages=" ".join(packages)), end="", file=sys.stderr, flush=True)
    answer = sys.stdin.readline()
    agreed = answer.endswith("\n") and answer.strip().lower() in ("", "y", "yes", "j", "ja")
    return ["sudo", "env"] if agreed else None


def install_system_packages(packages: Sequence[str], log: Log, assume_yes: bool) -> None:
    """Installs Debian packages with apt-get, where that is possible and allowed; raises Trouble without a network.

    Whether it succeeded is not told: the caller looks again at what is missing.
    """
    if not packages or not (shutil.which("apt-get") and os.path.exists("/etc/debian_version")):
        return
    prefix = apt_prefix(packages, assume_yes)
    if prefix is None:
        return
    say("apt_busy", packages=" ".join(packages))
    prefix = [*prefix, "DEBIAN_FRONTEND=noninteractive"]
    patience = ["-o", "DPkg::Lock::Timeout=120"]
    # The lists may be old or absent. Should one of several sources not answer, the others may still do.
    updated = log.run([*prefix, "apt-get", *patience, "update"])[1]
    code, installed = log.run([*prefix, "apt-get", *patience, "install", "--yes", "--no-install-recommends", *packages])
    if code and any(sign in updated + installed for sign in APT_NETWORK_SIGNS):
        raise Trouble("no_network")


def supply_system(task: str, building: bool, log: Log, assume_yes: bool) -> Missing:
    """Sees to what the system lacks and returns what is missing still; raises Trouble where that cannot be missed."""
    missing = missing_here(task, building)
    if not (missing.venv or missing.parts()):
        return missing
    install_system_packages(missing.debian(), log, assume_yes)
    importlib.invalidate_caches()
    missing = missing_here(task, building)
    line = line_to_type(missing, shutil.which)
    if missing.venv:
        by_package = line and missing.venv_packages() and shutil.which("apt-get")
        raise Trouble("no_venv", how=text("type_line", line=line) if line and by_package else text("python_whole"))
    if missing.parts():
        names = " ".join(part.file for part in missing.parts())
        trouble = Trouble("libraries_line", line=line) if line else Trouble("libraries_names", names=names)
        if missing.stops(task):
            raise trouble
        say(trouble.key, **trouble.values)
    return missing


# --- the environment ----------------------------------------------------------------------------------------------


class Environment:
    """The folder `.venv`, and the stamp in it that says what was set up completely.

    The stamp is taken away before anything in the folder changes and written after all of it is done: a folder without
    one is unfinished, whatever ended the set-up.
    """

    def __init__(self, checkout: Path, system: str = sys.platform) -> None:
        self.checkout = checkout
        self.folder = checkout / ".venv"
        self.stamp = self.folder / "setup.json"
        windows = system == "win32"
        self.python = self.folder / ("Scripts/python.exe" if windows else "bin/python")
        library = "Lib" if windows else f"lib/python{PYTHON}"
        self.packages = self.folder / library / "site-packages"

    def lock_file(self, kind: str) -> Path:
        return self.checkout / "requirements" / f"{kind}.txt"

    def digest(self, kind: str) -> str:
        return hashlib.sha256(self.lock_file(kind).read_bytes()).hexdigest()

    def state(self, kind: str) -> str:
        """Whether the lock file `kind`, run or test, is installed: ready, or the sentence's name that says why not."""
        if not self.folder.is_dir() or set(os.listdir(self.folder)) <= set(KEPT):
            return "absent"
        try:
            stamp = json.loads(self.stamp.read_text(encoding="utf-8"))
            schema, python, names = stamp["schema"], stamp["python"], set(stamp["packages"])
        except (OSError, ValueError, KeyError, TypeError):
            return "half_made"
        if python != PYTHON:
            return "other_python"
        if schema != SCHEMA or not self.python.exists() or not self.packages.is_dir():
            return "half_made"
        if not names <= set(os.listdir(self.packages)):
            return "half_made"
        if kind not in stamp:
            return "without_tests"
        return "ready" if stamp[kind] == self.digest(kind) else "outdated"

    def write_stamp(self, kind: str) -> None:
        """Notes that the lock file `kind` is installed; the test file holds all of the run file."""
        names = [name for name in os.listdir(self.packages) if name.endswith((".dist-info", ".pth"))]
        stamp = {"schema": SCHEMA, "python": PYTHON, "packages": sorted(names)}
        for held in ("run", "test") if kind == "test" else ("run",):
            stamp[held] = self.digest(held)
        fresh = self.stamp.with_suffix(".new")
        fresh.write_text(json.dumps(stamp, indent=1), encoding="utf-8")
        fresh.replace(self.stamp)

    def empty(self) -> None:
        """Removes what an earlier set-up left, but for the open lock and the log."""
        for entry in self.folder.iterdir():
            if entry.name in KEPT:
                continue
            if entry.is_dir() and not entry.is_symlink():
                shutil.rmtree(entry)
            else:
                entry.unlink()

    def point_to_checkout(self) -> None:
        """Lets the environment's Python find the program in this checkout, by a path that survives moving both."""
        path = os.path.relpath(self.checkout, self.packages)
        (self.packages / "osteoapp-checkout.pth").write_text(path + "\n", encoding="ascii")


@contextlib.contextmanager
def only_one(folder: Path, log: Log) -> Iterator[None]:
    """Keeps other starts from setting up the same folder, by a lock that the system takes back from a dead process.

    Except on Windows, a pip that outlives this process keeps the lock until it is done.
    """
    folder.mkdir(exist_ok=True)
    with (folder / "setup.lock").open("a+", encoding="ascii") as file:
        if not locked(file, wait=False):
            say("busy")
            while not locked(file, wait=True):
                pass  # Windows gives up after ten seconds each time
        log.lock = (file.fileno(),) if os.name != "nt" else ()
        try:
            yield
        finally:
            log.lock = ()


def locked(file: TextIO, wait: bool) -> bool:
    """Takes the lock of an open file; False when another holds it. A disk that knows no locks counts as free."""
    try:
        if sys.platform == "win32":
            file.seek(0)
            msvcrt.locking(file.fileno(), msvcrt.LK_LOCK if wait else msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(file, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
    except OSError as fault:
        if fault.errno in (errno.EACCES, errno.EAGAIN, errno.EDEADLK):
            return False
        if fault.errno not in (errno.ENOLCK, errno.EOPNOTSUPP):
            raise
    return True


def why_pip_failed(said: str) -> Trouble:
    """The trouble behind what pip printed. An unreachable network also makes pip say that no file was found."""
    values = {"folder": str(HERE)}  # only some sentences name it
    for key, signs in PIP_SIGNS:
        if any(sign in said for sign in signs):
            return disk_full() if key == "disk_full" else Trouble(key, **values)
    absent = [line for line in said.splitlines() if "No matching distribution found for" in line]
    if absent:
        return Trouble("no_file", name=absent[0].partition(" for ")[2].partition(" ")[0])
    lines = ["?", *(line for line in said.splitlines() if line.strip())]
    return Trouble("unknown", reason=next((line for line in reversed(lines) if "ERROR" in line), lines[-1]))


def disk_full() -> Trouble:
    free = shutil.disk_usage(HERE).free // 2**20
    return Trouble("disk_full", need=str(NEEDED_MB), folder=str(HERE), free=str(free))


def trouble_of(fault: OSError) -> Trouble:
    """The trouble behind an error of the file system."""
    if fault.errno in (errno.ENOSPC, errno.EDQUOT):
        return disk_full()
    if fault.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return Trouble("no_permission", folder=str(Path(fault.filename).parent if fault.filename else HERE))
    return Trouble("unknown", reason=str(fault))


def counter(total: int) -> Callable[[str], None]:
    """Tells on a terminal which part pip fetches; elsewhere nothing, so that a record of the run stays short."""
    number = 0

    def hear(line: str) -> None:
        nonlocal number
        if line.startswith("Collecting ") and sys.stderr.isatty():
            number += 1
            say("fetching", number=str(number), all=str(total), name=line.split()[1].partition("==")[0])
        elif line.startswith("Installing collected"):
            say("placing")

    return hear


def build(home: Environment, kind: str, state: str, log: Log) -> None:
    """Makes `.venv` anew, or adds to it what differs, and takes its stamp away; raises Trouble or OSError."""
    say(state)
    check_machine()
    home.stamp.unlink(missing_ok=True)
    if state not in ("outdated", "without_tests"):
        home.empty()
        if shutil.disk_usage(HERE).free < NEEDED_MB * 2**20:
            raise disk_full()
        code, said = log.run([base_python(), "-I", "-m", "venv", str(home.folder)])
        if code:
            raise why_pip_failed(said)
    lock = home.lock_file(kind)
    total = sum("==" in line for line in lock.read_text(encoding="utf-8").splitlines())
    pip = [str(home.python), "-I", "-X", "utf8", "-m", "pip", "install", "--no-input", "--disable-pip-version-check"]
    pip += ["--progress-bar", "off", "--retries", "3", "--no-user", "--require-hashes", "--no-deps"]
    code, said = log.run([*pip, "--only-binary", ":all:", "--requirement", str(lock)], counter(total))
    if code:
        raise why_pip_failed(said)
    home.point_to_checkout()


def base_python() -> str:
    """The Python that environments are made from, also when this one runs inside an environment."""
    return str(getattr(sys, "_base_executable", None) or sys.executable)


def prove(home: Environment, with_qt: bool, log: Log) -> None:
    """Imports the installed packages once; raises Trouble with Python's own last line if one does not load."""
    modules = [*MODULES, *(QT_MODULES if with_qt else ())]
    code, said = log.run([str(home.python), "-I", "-c", f"import {', '.join(modules)}"])
    if code:
        raise Trouble("not_loading", reason=["?", *said.splitlines()][-1])


def prepare(task: str, log: Log, assume_yes: bool) -> Path:
    """Makes ready what a task needs and returns the environment's Python; does next to nothing when all is there."""
    home = Environment(HERE)
    kind = "test" if task in TEST_TASKS else "run"
    state = home.state(kind)
    missing = supply_system(task, state != "ready", log, assume_yes)
    if state == "ready":
        return home.python
    with only_one(home.folder, log):
        state = home.state(kind)  # another start may have done it meanwhile
        if state != "ready":
            build(home, kind, state, log)
            prove(home, not missing.libraries, log)
            home.write_stamp(kind)
            say("ready")
    return home.python


# --- running ------------------------------------------------------------------------------------------------------


def become(words: Sequence[str], environ: Mapping[str, str]) -> int:
    """Lets a command take this process's place; on Windows, which cannot do that, runs it and returns its exit code."""
    sys.stdout.flush()
    sys.stderr.flush()
    if os.name != "nt":
        os.execve(words[0], list(words), dict(environ))
    with subprocess.Popen(words, env=dict(environ)) as child:
        while True:
            try:
                return child.wait()
            except KeyboardInterrupt:
                pass  # the program got it too, and ends in its own way


def task_of(words: Sequence[str]) -> str:
    """What is asked for: test, faults, words (for the program's command line), window, or sample without a screen."""
    if words:
        return words[0] if words[0] in TEST_TASKS else "words"
    return "window" if has_display(os.environ) else "sample"


def command(task: str, words: Sequence[str], python: Path) -> tuple[list[str], dict[str, str]]:
    """The command line of a task, and the environment it runs in."""
    environ = dict(os.environ)
    if task in TEST_TASKS:
        environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        spread = ["-n", str(TEST_WORKERS), "--dist", "loadfile"] if task == "test" and TEST_WORKERS else []
        chosen = ["-m", "long", "-o", "faulthandler_timeout=3600", "tests/faults"] if task == "faults" else []
        return [str(python), "-m", "pytest", *spread, *chosen, *words[1:]], environ
    if task == "sample":
        environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        words = SAMPLE
    # -P: a file of the person's that happens to be called like a module must not be taken for it.
    return [str(python), "-P", "-m", "osteoapp", *words], environ


def go(words: Sequence[str], log: Log, assume_yes: bool) -> int:
    task = task_of(words)
    if task == "faults" and not (HERE / "tests" / "faults").is_dir():
        raise Trouble("no_faults")
    python = prepare(task, log, assume_yes)
    task = task_of(words)  # once more: before, the library that asks for the screen may not have been here
    if task == "sample":
        say("no_display", folder=os.path.abspath(SAMPLE[-1]))
    if task in TEST_TASKS:
        os.chdir(HERE)
    return become(*command(task, words, python))


def tell(trouble: Trouble, log: Log) -> None:
    say(trouble.key, **trouble.values)
    if log.file:
        say("details", log=str(log.path))


def main(words: list[str]) -> int:
    """Does what the words ask for and returns the exit code; every foreseen trouble ends in a plain sentence."""
    assume_yes = os.environ.get("CI", "").lower() in ("true", "1", "yes")
    while words[:1] == ["--yes"]:
        assume_yes, words = True, words[1:]
    log = Log(HERE / ".venv" / "setup.log")
    try:
        return go(words, log, assume_yes)
    except KeyboardInterrupt:
        print(file=sys.stderr)
        say("stopped")
        return 130
    except Trouble as trouble:
        tell(trouble, log)
    except OSError as fault:
        tell(trouble_of(fault), log)
    except Exception as fault:  # what nobody foresaw is still told in one sentence, with all of it in the log
        with contextlib.suppress(OSError):
            log.write(traceback.format_exc())
        tell(Trouble("unknown", reason=f"{type(fault).__name__}: {fault}"), log)
    finally:
        log.close()
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
