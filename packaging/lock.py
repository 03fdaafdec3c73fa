"""Writes the lock files from `pyproject.toml`: `run.txt`, `test.txt` and `build.txt` in `requirements/`.

    python3 packaging/lock.py              keeps the locked versions that still fit
    python3 packaging/lock.py --upgrade    takes the newest that fit

Needs `uv` on the path and a network; nothing else of the project needs uv, as the files are plain pip requirements. One
file serves Linux, Windows and macOS and every Python that `start.py` accepts: what differs stands behind a marker. The
test and build files hold the run file's pins and more: what is tested and what is shipped is what people run.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent.parent
RUN = HERE / "requirements" / "run.txt"
TEST = HERE / "requirements" / "test.txt"
BUILD = HERE / "requirements" / "build.txt"
OLDEST_PYTHON = "3.11"
HEADER = "# Written by packaging/lock.py from pyproject.toml; change that file, then run the script again.\n"
PIN = re.compile(r"^([a-z0-9][a-z0-9.-]*)==([^ ;\\]+)", re.MULTILINE)


def compiled(target: Path, *options: str) -> str:
    """Lets uv resolve `pyproject.toml` for every platform and write `target`; returns what it wrote."""
    uv = shutil.which("uv")
    if uv is None:
        sys.exit("uv is not on this computer's path: it can be installed with `pip install uv`.")
    words = [uv, "pip", "compile", "--no-config", "--quiet", "--universal", "--generate-hashes", "--no-header"]
    words += ["--python-version", OLDEST_PYTHON, "--only-binary", ":all:", "--no-emit-index-url"]
    words += ["--output-file", str(target.relative_to(HERE)), *options, "pyproject.toml"]
    subprocess.run(words, cwd=HERE, check=True)
    return target.read_text(encoding="utf-8")


def finish(target: Path, text: str) -> None:
    if "://" in text or "--index" in text or "--find-links" in text:
        sys.exit(f"{target} names an address: a lock file must suit every package index.")
    target.write_text(HEADER + text, encoding="utf-8", newline="\n")
    print(f"{target.relative_to(HERE)}: {len(PIN.findall(text))} packages")


def main() -> None:
    upgrade = [word for word in sys.argv[1:] if word == "--upgrade"]
    RUN.parent.mkdir(exist_ok=True)
    run = compiled(RUN, *upgrade)
    finish(RUN, run)
    test = compiled(TEST, "--extra", "test", "--constraint", str(RUN.relative_to(HERE)), *upgrade)
    finish(TEST, test)
    built = compiled(BUILD, "--extra", "build", "--constraint", str(RUN.relative_to(HERE)), *upgrade)
    finish(BUILD, built)
    for name, text in (("test", test), ("build", built)):
        missing = set(PIN.findall(run)) - set(PIN.findall(text))
        if missing:
            sys.exit(f"The {name} file lacks pins of the run file: {sorted(missing)}")


if __name__ == "__main__":
    main()
