#!/usr/bin/env python3
"""Builds what people install: ``python3 packaging/build.py deb|windows|macos|wheel|sbom|icons``.

``needs`` names the Debian packages that building a ``deb`` takes, for apt-get.

Standard library only. It makes its own environment in ``build/tools`` from the hashed lists of ``requirements/``, and
leaves what it built, with ``SHA256SUMS``, in ``dist/``. ``deb`` runs on Debian 12, ``windows`` and ``macos`` on theirs,
as a bundle carries the Python and the libraries of the system that it was built on.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

OUT = ROOT / "dist"
WORK = ROOT / "build"
TOOLS = WORK / "tools"
PYTHON = TOOLS / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
LIST = ROOT / "requirements" / "build.txt"


def run(words: Sequence[str | Path], **more: object) -> None:
    """Runs one step and ends the build where it fails."""
    ended = subprocess.run([str(word) for word in words], cwd=ROOT, check=False, **more)  # type: ignore[call-overload]
    if ended.returncode:
        sys.exit(f"This step failed: {' '.join(str(word) for word in words)}")


def version() -> str:
    """The version of the program, from the one place where it stands."""
    scope: dict[str, str] = {}
    exec((ROOT / "osteoapp" / "__init__.py").read_text(encoding="utf-8"), scope)
    return scope["__version__"]


def source_date() -> int:
    """Seconds since 1970 of what is built: of the last commit, so that the same source gives the same files."""
    given = os.environ.get("SOURCE_DATE_EPOCH")
    if given:
        return int(given)
    words = ["git", "log", "-1", "--format=%ct"]
    found = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=False).stdout.strip()
    return int(found or (ROOT / "CHANGELOG.md").stat().st_mtime)


def tools() -> Path:
    """The environment with what the program needs and what builds it; made anew where its lists have changed."""
    stamp = TOOLS / "stamp"
    wanted = sys.version + hashlib.sha256(LIST.read_bytes()).hexdigest()
    if stamp.is_file() and stamp.read_text(encoding="utf-8") == wanted:
        return PYTHON
    if not sysconfig.get_config_var("Py_ENABLE_SHARED") and sys.platform == "linux":
        # Debian's own is built apart and does not say so.
        library = Path(f"/usr/lib/{sysconfig.get_config_var('MULTIARCH')}/libpython{sys.version_info[0]}")
        if not list(library.parent.glob(f"{library.name}.*.so.1.0")):
            sys.exit("This Python has no shared library, which a bundle needs. On Debian: apt install libpython3.11")
    shutil.rmtree(TOOLS, ignore_errors=True)
    run([sys.executable, "-m", "venv", TOOLS])
    pip = [PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps", "--require-hashes"]
    run([*pip, "--only-binary", ":all:", "--requirement", LIST])
    stamp.write_text(wanted, encoding="utf-8")
    return PYTHON


def freeze(system: str) -> Path:
    """The bundle of a system, in ``build/frozen``."""
    icons()
    environ = {**os.environ, "SOURCE_DATE_EPOCH": str(source_date()), "PYTHONHASHSEED": "0"}
    place = WORK / "frozen"
    shutil.rmtree(place, ignore_errors=True)
    words = [tools(), "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR"]
    recipe = ROOT / "packaging" / system / "osteoapp.spec"
    run([*words, "--workpath", WORK / "pyinstaller", "--distpath", place, recipe], env=environ)
    return place


def icons() -> Path:
    """The program's mark as SVG, PNG, ico and icns, in ``build/icons``."""
    place = WORK / "icons"
    run([tools(), ROOT / "packaging" / "mark.py", place], env={**os.environ, "QT_QPA_PLATFORM": "offscreen"})
    return place


def deb() -> None:
    """dist/osteoapp_VERSION_ARCH.deb"""
    sys.path.insert(0, str(ROOT / "packaging"))
    from linux import deb as linux

    bundle = freeze("linux") / "osteoapp"
    OUT.mkdir(exist_ok=True)
    file = linux.build(bundle, WORK / "icons", WORK / "deb", OUT, version(), source_date())
    print(f"{file.relative_to(ROOT)}: {file.stat().st_size / 1e6:.1f} MB")


def windows() -> None:
    """dist/osteoapp-VERSION-setup.exe, by Inno Setup"""
    bundle = freeze("windows") / "osteoapp"
    compiler = shutil.which("iscc") or r"C:\Program Files (x86)\Inno Setup 6\ISCC.exe"
    words = [compiler, "/Qp", f"/DVersion={version()}", f"/DBundle={bundle}", f"/DIcons={WORK / 'icons'}"]
    run([*words, f"/O{OUT}", ROOT / "packaging" / "windows" / "osteoapp.iss"])


def macos() -> None:
    """dist/osteoapp-VERSION.dmg"""
    bundle = freeze("macos") / "osteoapp.app"
    OUT.mkdir(exist_ok=True)
    # Not signed by a registered developer; this seal only lets the system see whether it is whole.
    run(["codesign", "--force", "--deep", "--sign", "-", bundle])
    target = OUT / f"osteoapp-{version()}.dmg"
    run(["hdiutil", "create", "-volname", "osteoapp", "-srcfolder", bundle, "-ov", "-format", "UDZO", target])


def wheel() -> None:
    """dist/osteoapp-VERSION.tar.gz, and the wheel that is built from it"""
    environ = {**os.environ, "SOURCE_DATE_EPOCH": str(source_date())}
    run([tools(), "-m", "build", "--no-isolation", "--outdir", OUT, ROOT], env=environ)


def sbom() -> None:
    """dist/osteoapp-VERSION.cdx.json"""
    OUT.mkdir(exist_ok=True)
    run([sys.executable, ROOT / "packaging" / "sbom.py", OUT / f"osteoapp-{version()}.cdx.json"])


def needs() -> None:
    """Says what Debian 12 must have, in one line."""
    sys.path.insert(0, str(ROOT / "packaging"))
    from linux.deb import NEEDS

    libraries = [one.split("|")[0].split("(")[0].strip() for one in NEEDS.split(",")]
    print(*libraries, "libpython3.11", "python3-venv", "binutils", "git", "libgtk-3-0", "libspeechd2")


def sums() -> None:
    """Writes dist/SHA256SUMS, in the format of sha256sum."""
    files = sorted(file for file in OUT.iterdir() if file.is_file() and file.name != "SHA256SUMS")
    lines = [f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.name}\n" for file in files]
    (OUT / "SHA256SUMS").write_text("".join(lines), encoding="ascii", newline="\n")


def main(words: list[str]) -> None:
    """Builds what the words name."""
    known = {"deb": deb, "windows": windows, "macos": macos, "wheel": wheel, "sbom": sbom, "icons": icons}
    known |= {"needs": needs}
    if not words or not set(words) <= known.keys():
        sys.exit(f"Say what to build: {', '.join(known)}")
    for word in words:
        known[word]()
    if OUT.is_dir() and words != ["needs"]:
        sums()


if __name__ == "__main__":
    main(sys.argv[1:])
