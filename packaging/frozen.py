"""What goes into the program as it is shipped, and what of Qt stays out; read by the three PyInstaller recipes.

The recipes are ``packaging/*/osteoapp.spec``. The program reads its own files by the paths of a checkout, so they lie
in the bundle as they lie in the package.
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "osteoapp"
ENTRY = str(ROOT / "packaging" / "entry.py")
# Folders at the top of a checkout, and where they are in the package; setup.py says the same for the wheel.
RESOURCES = {"resources": "osteoapp/resources", "docs/guide": "osteoapp/resources/guide"}

# Countries whose holidays the program asks for (osteoapp/workdays.py): the library loads them by name.
COUNTRIES = {"netherlands": "NL", "belgium": "BE"}
# Loaded by name, so that no import statement shows them.
HIDDEN = [
    "osteoapp.desk", "osteoapp.sample", "osteoapp.commands", "osteoapp.reminding.speaking", "logging.config",
    "sqlalchemy.dialects.sqlite", "tzdata", "_cffi_backend",
    *(f"holidays.countries.{name}" for name in COUNTRIES),
]  # fmt: skip
HIDDEN_HERE = {
    "linux": ["plyer.platforms.linux.notification"],
    "win32": ["plyer.platforms.win.notification", "plyer.platforms.win.libs.balloontip", "winreg"],
    "darwin": ["plyer.platforms.macosx.notification"],
}
# The program opens no connection, so it needs no TLS; the rest belongs to tools for programmers.
LEFT_OUT = [
    "ssl", "_ssl", "_hashlib", "tkinter", "unittest", "pydoc", "doctest", "lib2to3", "ensurepip", "pip", "setuptools",
    "pkg_resources", "wheel", "numpy", "IPython", "pytest", "sqlalchemy.dialects.mysql", "sqlalchemy.dialects.oracle",
    "sqlalchemy.dialects.postgresql", "sqlalchemy.dialects.mssql", "sqlalchemy.testing", "alembic.testing",
    "PySide6.QtQml", "PySide6.QtQuick", "PySide6.QtOpenGL", "PySide6.QtOpenGLWidgets",
]  # fmt: skip

# Of Qt's plugins: those that a program of windows, sound, print and speech asks for. The sound that is played is a wav
# file, for which no decoder of films is needed.
PLUGINS = {
    "platforms": ("xcb", "wayland", "offscreen", "windows", "cocoa"),
    "platforminputcontexts": ("compose", "ibus"),
    "platformthemes": ("gtk3", "xdgdesktopportal"),
    "styles": ("",), "iconengines": ("svg",), "imageformats": ("svg", "jpeg", "ico", "icns"),
    "printsupport": ("",), "texttospeech": ("",), "xcbglintegrations": ("",),
    "wayland-shell-integration": ("xdg",), "wayland-graphics-integration-client": ("",),
    "wayland-decoration-client": ("",), "multimedia": ("windows", "darwin"),
}  # fmt: skip
NOT_SHIPPED = (
    "Qml", "Quick", "VirtualKeyboard", "WebEngine", "avcodec", "avformat", "avutil", "swscale", "swresample",
    "Qt6Pdf", "opengl32sw", "FFmpegStub", "EglF", "MultimediaWidgets",
)  # fmt: skip
# A bundle on Linux takes these from the system, which keeps them safe; packaging/linux/control names their packages.
SYSTEM_PLACES = ("/usr/lib/", "/lib/", "/usr/lib64/", "/lib64/")
# But for what belongs to the Python that the bundle carries: other releases of a system have other numbers.
OF_PYTHON = ("libpython", "libffi", "libmpdec", "libsqlite3", "libexpat", "libbz2", "liblzma", "libuuid", "libz.")


def data_files() -> list[tuple[str, str]]:
    """Pairs of a file and the folder that it goes to."""
    found = [*_below(PACKAGE / "content", ".toml", ".md"), *_below(PACKAGE / "exchange", ".typ")]
    # Alembic reads the steps as files, so these modules go along as source.
    found += _below(PACKAGE / "store" / "migrations", ".py")
    pairs = [(str(path), path.parent.relative_to(ROOT).as_posix()) for path in found]
    for source, place in RESOURCES.items():
        for path in _below(ROOT / source):
            if path.suffix not in (".ts", ".py"):
                inside = path.parent.relative_to(ROOT / source).as_posix()
                pairs.append((str(path), f"{place}/{inside}".removesuffix("/.")))
    return [*pairs, (str(ROOT / "LICENSE"), "osteoapp"), *_holiday_words()]


def _below(folder: Path, *endings: str) -> list[Path]:
    found = sorted(path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    return [path for path in found if not endings or path.suffix in endings]


def _holiday_words() -> list[tuple[str, str]]:
    import holidays

    package = Path(holidays.__file__).parent
    wanted = {f"{code}.mo" for code in COUNTRIES.values()}
    files = (path for path in (package / "locale").rglob("*.mo") if path.name in wanted)
    return [(str(path), f"holidays/{path.parent.relative_to(package).as_posix()}") for path in sorted(files)]


def hidden() -> list[str]:
    """The modules that are loaded by name, of those that are installed."""
    import importlib.util

    sys.path.append(str(ROOT))
    return [name for name in [*HIDDEN, *HIDDEN_HERE[sys.platform]] if importlib.util.find_spec(name)]


def wanted(name: str, source: str, kind: str) -> bool:
    """Whether one entry of PyInstaller's lists is shipped: its place in the bundle, its file, and its kind."""
    place = name.replace("\\", "/")
    if place.endswith(".qm") and "PySide6" in place:
        return False  # Qt's own dialogs are not used; what is on the screen is ours
    if any(part in place for part in NOT_SHIPPED):
        return False
    if "/plugins/" in place and "PySide6" in place:
        folder, file = place.split("/plugins/")[1].rsplit("/", 1)
        return any(word in file for word in PLUGINS.get(folder, ()))
    if sys.platform == "linux" and kind in ("BINARY", "SYMLINK") and source.startswith(SYSTEM_PLACES):
        return place.startswith(OF_PYTHON) or "/" in place
    return True


def pruned(entries: list[tuple[str, str, str]]) -> list[tuple[str, str, str]]:
    """The entries that are shipped."""
    return [entry for entry in entries if wanted(*entry)]
