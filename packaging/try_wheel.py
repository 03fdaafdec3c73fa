"""Tries what pip installs: ``python packaging/try_wheel.py DIST``. Standard library only.

The source distribution in DIST is installed into a fresh environment of the Python that runs this, which builds a wheel
of it; the program then reads its own files, keeps an answer, draws a PDF and the pictures of a sample day.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

WINDOWS = os.name == "nt"


def say(*words: str | Path, folder: Path) -> str:
    """What a command says; ends the trial where it fails."""
    environ = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONUTF8": "1"}
    environ.pop("PYTHONPATH", None)
    ended = subprocess.run(
        [str(word) for word in words], cwd=folder, env=environ, capture_output=True, text=True, encoding="utf-8",
        check=False,
    )  # fmt: skip
    if ended.returncode:
        sys.exit(f"FAILED: {' '.join(map(str, words))}\n{ended.stdout}\n{ended.stderr}")
    return ended.stdout.strip()


def attempt(package: Path, folder: Path) -> None:
    """Installs a package into a folder and uses what came of it."""
    home = folder / "venv"
    say(sys.executable, "-m", "venv", home, folder=folder)
    tools = home / ("Scripts" if WINDOWS else "bin")
    say(tools / "python", "-m", "pip", "install", "--quiet", package, folder=folder)
    program = tools / ("osteoapp.exe" if WINDOWS else "osteoapp")
    print(say(program, "--version", folder=folder), "on", sys.version.split()[0], "from", package.name)
    where = "from osteoapp import shipped; print(shipped.installed(), shipped.resources())"
    told = say(tools / "python", "-c", where, folder=folder)
    assert told.startswith("package "), told
    assert str(home.name) in told, told
    sample = Path(told.partition(" ")[2]) / "samples" / "tablet.toml"
    data = ("--data", "data", "--now", "2026-11-23T07:35")
    say(program, "regimen", "import", sample, *data, folder=folder)
    say(program, "record", "alendronate-tablet/2026-11-23/dose", "taken", *data, folder=folder)
    assert "taken" in say(program, "history", "--json", *data, folder=folder)
    say(program, "export", "--format", "pdf", "a.pdf", *data, folder=folder)
    say(program, "show-sample", "--screens", "screens", folder=folder)
    pictures = list((folder / "screens").rglob("*.png"))
    assert len(pictures) > 10
    size = (folder / "a.pdf").stat().st_size
    print(f"  a PDF of {size} bytes, {len(pictures)} pictures; {say(program, 'check', *data, folder=folder)}")


def main() -> None:
    """Tries each package of a folder."""
    packages = sorted([*Path(sys.argv[1]).glob("*.tar.gz"), *Path(sys.argv[1]).glob("*.whl")])
    if not packages:
        sys.exit("There is no package to try.")
    for package in packages:
        with tempfile.TemporaryDirectory(prefix="osteoapp-wheel-") as folder:
            attempt(package.resolve(), Path(folder))


if __name__ == "__main__":
    main()
