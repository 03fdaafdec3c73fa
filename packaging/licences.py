"""Writes resources/licences.json: all that is shipped, with version, licence and the whole text of each licence.

    python packaging/licences.py

Run it with a Python that has the packages of `requirements/run.txt`, on Linux, after that file has changed. The page
"Over dit programma" and the file `copyright` of the Debian package show what it writes; a test holds it against the
lock file. A licence that a package does not carry along lies in `packaging/licences/`.
"""

from __future__ import annotations

import json
import re
import sys
from importlib import metadata
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
TEXTS = ROOT / "packaging" / "licences"
RESOURCES = ROOT / "resources"
TARGET = RESOURCES / "licences.json"
PIN = re.compile(r"^([a-z0-9][a-z0-9.-]*)==([^ ;\\]+)", re.MULTILINE)
FILES = re.compile(r"(^|/)(LICEN[CS]E|COPYING|NOTICE)[^/]*$", re.IGNORECASE)

QT = ("LGPL-3.0.txt", "GPL-3.0.txt", "Qt-parts.txt")
# What the metadata of a package say less plainly, and which texts of ours go with it.
KNOWN: dict[str, tuple[str, tuple[str, ...]]] = {
    "pyside6-essentials": ("LGPL-3.0-only", QT),
    "pyside6-addons": ("LGPL-3.0-only", QT),
    "shiboken6": ("LGPL-3.0-only", QT),
    "python-dateutil": ("Apache-2.0 OR BSD-3-Clause", ()),
    "alembic": ("MIT", ()), "apscheduler": ("MIT", ()), "jeepney": ("MIT", ()), "mako": ("MIT", ()),
    "markdown-it-py": ("MIT", ()), "mdurl": ("MIT", ()), "plyer": ("MIT", ()), "six": ("MIT", ()),
    "tomlkit": ("MIT", ()), "tzlocal": ("MIT", ()), "sqlalchemy": ("MIT", ()), "tzdata": ("Apache-2.0", ()),
    "markupsafe": ("BSD-3-Clause", ()), "pycparser": ("BSD-3-Clause", ()), "cffi": ("MIT-0", ()),
}  # fmt: skip
NAMES = {"pyside6-essentials": "Qt for Python (essentials)", "pyside6-addons": "Qt for Python (addons)"}
# Not from the lock file: where each comes from, its licence, and its text.
OTHERS = (
    ("Atkinson Hyperlegible Next", "2.001", "OFL-1.1", RESOURCES / "fonts" / "OFL.txt"),
    ("Phosphor Icons", "2.1.1", "MIT", RESOURCES / "icons" / "LICENSE.txt"),
    ("Python", "", "PSF-2.0", TEXTS / "Python.txt"),
    ("Libraries of Python", "", "MIT, BSD, Zlib", TEXTS / "Python-parts.txt"),
    ("PyInstaller (start)", "", "GPL-2.0-or-later, Bootloader exception", TEXTS / "PyInstaller.txt"),
)


class Collection:
    """Parts, and their texts, each kept once."""

    def __init__(self) -> None:
        self.parts: list[dict[str, Any]] = []
        self.texts: list[str] = []

    def add(self, name: str, version: str, licence: str, texts: list[str]) -> None:
        """Adds a part; ends the run where its licence or a text is missing."""
        if not licence or not texts:
            sys.exit(f"{name}: no licence or no text of it; add it to KNOWN in {__file__}")
        numbers = []
        for text in texts:
            text = "\n".join(line.rstrip() for line in text.replace("\f", "").strip().splitlines())
            if text not in self.texts:
                self.texts.append(text)
            numbers.append(self.texts.index(text))
        self.parts.append({"name": name, "version": version, "licence": licence, "texts": numbers})


def texts_of(package: metadata.Distribution) -> list[str]:
    """The licence files that a package carries along."""
    found = [file for file in package.files or () if ".dist-info/" in str(file) and FILES.search(str(file))]
    return [file.read_text(encoding="utf-8") for file in sorted(found, key=str) if file.locate().is_file()]


def licence_of(package: metadata.Distribution) -> str:
    """What the metadata name as the licence; empty where that is no name."""
    told = package.metadata.get("License-Expression") or package.metadata.get("License") or ""
    return told if len(told) < 60 else ""


def crates(package: metadata.Distribution) -> str:
    """The parts of a package that was built from Rust, as its list of ingredients names them."""
    lists = [file for file in package.files or () if str(file).endswith(".cyclonedx.json")]
    lines = []
    for file in lists:
        for part in json.loads(file.read_text(encoding="utf-8"))["components"]:
            ways = [one.get("expression") or one["license"].get("id") or one["license"].get("name", "")
                    for one in part.get("licenses", [])]  # fmt: skip
            lines.append(f"{part['name']} {part['version']}: {' '.join(ways) or 'see its source'}")
    return "Parts made by others, each under its own licence:\n\n" + "\n".join(sorted(set(lines))) if lines else ""


def collect() -> Collection:
    """All that is shipped, in the order of the alphabet."""
    found = Collection()
    for name, version in PIN.findall((ROOT / "requirements" / "run.txt").read_text(encoding="utf-8")):
        package = metadata.distribution(name)
        licence, extra = KNOWN.get(name, (licence_of(package), ()))
        texts = [*texts_of(package), *((TEXTS / file).read_text(encoding="utf-8") for file in extra)]
        texts += filter(None, [crates(package)])
        found.add(NAMES.get(name, package.metadata["Name"]), version, licence, texts)
    for name, version, licence, file in OTHERS:
        found.add(name, version, licence, [file.read_text(encoding="utf-8")])
    found.parts.sort(key=lambda part: part["name"].casefold())
    return found


def main() -> None:
    """Writes the file."""
    found = collect()
    content = {"parts": found.parts, "texts": found.texts}
    TARGET.write_text(json.dumps(content, indent=1, ensure_ascii=False) + "\n", encoding="utf-8", newline="\n")
    print(f"{TARGET.relative_to(ROOT)}: {len(found.parts)} parts, {len(found.texts)} texts")


if __name__ == "__main__":
    main()
