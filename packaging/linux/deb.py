"""Lays a bundle out as a Debian package. Standard library, and Debian's own dpkg-deb and objdump."""

from __future__ import annotations

import gzip
import hashlib
import json
import re
import shutil
import subprocess
import sys
import time
from email.utils import formatdate
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
PROGRAM_ID = "org.osteoapp.osteoapp"
WHO = "osteoapp <osteoapp@users.noreply.github.com>"

# Without these it does not start, or shows no window. The second name is that of newer Debian and Ubuntu.
NEEDS = (
    "libc6 (>= 2.36), libgcc-s1, libstdc++6 (>= 12), libegl1, libgl1, libx11-6, libx11-xcb1, libbrotli1, libzstd1, "
    "libcups2 | libcups2t64, libdbus-1-3, libfontconfig1, libfreetype6, libglib2.0-0 | libglib2.0-0t64, "
    "libgssapi-krb5-2, libpulse0, libwayland-client0, libwayland-cursor0, libwayland-egl1, libxcb-cursor0, "
    "libxcb-glx0, libxcb-icccm4, libxcb-image0, libxcb-keysyms1, libxcb-randr0, libxcb-render-util0, libxcb-render0, "
    "libxcb-shape0, libxcb-shm0, libxcb-sync1, libxcb-util1, libxcb-xfixes0, libxcb-xkb1, libxcb1, "
    "libxkbcommon-x11-0, libxkbcommon0, tzdata"
)
# Reading aloud, notifications, and the dialogs of the desktop: it does without, and says so.
HELPS = (
    "speech-dispatcher, libspeechd2, libgtk-3-0 | libgtk-3-0t64, xdg-desktop-portal, notification-daemon, "
    "pulseaudio | pipewire-pulse"
)
# The plugins that load only where these are there, so that the packages above recommend them and do not depend on them.
OPTIONAL_PLUGINS = ("libqgtk3.so", "libqtexttospeech_speechd.so")

COMMON = {
    "LGPL-3": r"\s*GNU LESSER GENERAL PUBLIC LICENSE\s+Version 3",
    "GPL-3": r"\s*GNU GENERAL PUBLIC LICENSE\s+Version 3",
    "Apache-2.0": r"\s*Apache License\s+Version 2\.0, January 2004",
}  # fmt: skip


def build(bundle: Path, icons: Path, work: Path, out: Path, version: str, when: int) -> Path:
    """Writes the package into ``out`` and returns it. ``when`` is the time of the source, for every file in it."""
    shutil.rmtree(work, ignore_errors=True)
    program = work / "usr/lib/osteoapp"
    shutil.copytree(bundle, program, symlinks=True)
    _strip(program)
    _check_libraries(program)
    _place_beside(work, icons, version, when)
    architecture = subprocess.run(
        ["dpkg", "--print-architecture"], capture_output=True, text=True, check=True
    ).stdout.strip()
    _permissions(work)
    _control(work, version, architecture)
    target = out / f"osteoapp_{version}_{architecture}.deb"
    words = ["dpkg-deb", "--root-owner-group", "-Zxz", "--build", str(work), str(target)]
    ended = subprocess.run(words, env={"PATH": "/usr/bin:/bin", "SOURCE_DATE_EPOCH": str(when)}, check=False)
    if ended.returncode:
        sys.exit("dpkg-deb did not build the package")
    return target


def _place_beside(work: Path, icons: Path, version: str, when: int) -> None:
    share = work / "usr/share"
    (work / "usr/bin").mkdir(parents=True)
    (work / "usr/bin/osteoapp").symlink_to("../lib/osteoapp/osteoapp")
    _copy(HERE / f"{PROGRAM_ID}.desktop", share / "applications")
    metadata = (HERE / f"{PROGRAM_ID}.metainfo.xml").read_text(encoding="utf-8")
    metadata = metadata.replace("@VERSION@", version).replace("@DATE@", time.strftime("%Y-%m-%d", time.gmtime(when)))
    _write(share / f"metainfo/{PROGRAM_ID}.metainfo.xml", metadata.encode())
    _copy(icons / "osteoapp.svg", share / "icons/hicolor/scalable/apps")
    for file in sorted(icons.glob("*x*.png")):
        folder = share / "icons/hicolor" / file.stem / "apps"
        folder.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, folder / "osteoapp.png")
    manual = (HERE / "osteoapp.1").read_text(encoding="utf-8").replace("@VERSION@", version)
    _write(share / "man/man1/osteoapp.1.gz", gzip.compress(manual.encode(), mtime=0))
    dutch = (HERE / "osteoapp.nl.1").read_text(encoding="utf-8").replace("@VERSION@", version)
    _write(share / "man/nl/man1/osteoapp.1.gz", gzip.compress(dutch.encode(), mtime=0))
    documents = share / "doc/osteoapp"
    _write(documents / "copyright", _copyright().encode())
    head = f"osteoapp ({version}) unstable; urgency=medium"
    entry = f"{head}\n\n  * See CHANGELOG.md.gz.\n\n -- {WHO}  {formatdate(when)}\n"
    _write(documents / "changelog.gz", gzip.compress(entry.encode(), mtime=0))
    changes = (ROOT / "CHANGELOG.md").read_bytes()
    _write(documents / "CHANGELOG.md.gz", gzip.compress(changes, mtime=0))
    _write(share / "lintian/overrides/osteoapp", (HERE / "lintian-overrides").read_bytes())


def _copy(file: Path, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(file, folder / file.name)


def _write(file: Path, data: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)


def _strip(program: Path) -> None:
    """Takes the names for debuggers out of what was built with them; Qt stays as it was published."""
    files = [file for file in program.rglob("*.so*") if not {"PySide6", "shiboken6"} & set(file.parts)]
    real = [str(file) for file in files if not file.is_symlink()]
    if subprocess.run(["strip", "--strip-unneeded", *real], check=False).returncode:
        sys.exit("strip did not succeed")


def _check_libraries(program: Path) -> None:
    """Ends the build where a shipped file asks for a library that is neither shipped nor in a package of NEEDS."""
    files = [file for file in program.rglob("*") if file.is_file() and (".so" in file.name or file.parent == program)]
    shipped = {file.name for file in program.rglob("*.so*")}
    wanted: dict[str, str] = {}
    for file in files:
        if file.name in OPTIONAL_PLUGINS:
            continue
        told = subprocess.run(["objdump", "-p", str(file)], capture_output=True, text=True, check=False).stdout
        wanted |= dict.fromkeys(re.findall(r"NEEDED +(\S+)", told), file.name)
    packages = set(re.findall(r"[a-z][a-z0-9.+-]+", re.sub(r"\(.*?\)", "", NEEDS)))
    for library in sorted(wanted.keys() - shipped):
        found = subprocess.run(["dpkg", "-S", f"*/{library}"], capture_output=True, text=True, check=False).stdout
        owners = {line.partition(":")[0] for line in found.splitlines()}
        if not owners & packages:
            sys.exit(f"{wanted[library]} asks for {library}, of {sorted(owners)}: NEEDS in {__file__} lacks it")


def _permissions(work: Path) -> None:
    for path in work.rglob("*"):
        if path.is_symlink():
            continue
        runs = path.is_dir() or path == work / "usr/lib/osteoapp/osteoapp"
        path.chmod(0o755 if runs else 0o644)


def _control(work: Path, version: str, architecture: str) -> None:
    files = sorted(path for path in work.rglob("*") if path.is_file() and not path.is_symlink())
    kilobytes = sum((file.stat().st_size + 1023) // 1024 for file in files)
    sums = [f"{hashlib.md5(file.read_bytes()).hexdigest()}  {file.relative_to(work)}\n" for file in files]
    folder = work / "DEBIAN"
    folder.mkdir()
    (folder / "md5sums").write_text("".join(sums), encoding="utf-8")
    fields = {
        "Package": "osteoapp", "Version": version, "Architecture": architecture, "Maintainer": WHO,
        "Installed-Size": str(kilobytes), "Depends": NEEDS, "Recommends": HELPS, "Section": "misc",
        "Priority": "optional",
        "Description": (
            "reminders and leaflet information for people with osteoporosis\n"
            " Reminds of the weekly tablet, the yearly infusion or the injection every six\n"
            " months, of vitamin D, calcium, dairy and movement, and shows what the patient\n"
            " leaflet says about each. Dutch and English, with large letters.\n"
            " .\n"
            " It gives no medical advice. It works without an account and without internet,\n"
            " and the data stay in the folder of each user."
        ),
    }  # fmt: skip
    text = "".join(f"{name}: {value}\n" for name, value in fields.items())
    (folder / "control").write_text(text, encoding="utf-8")
    for path in (folder, *folder.iterdir()):
        path.chmod(0o755 if path.is_dir() else 0o644)


def _copyright() -> str:
    """The licences of all that is shipped, as the page of the program shows them."""
    kept = json.loads((ROOT / "resources" / "licences.json").read_text(encoding="utf-8"))
    lines = ["osteoapp is under the Apache License, version 2.0: /usr/share/common-licenses/Apache-2.0", ""]
    lines += ["The package also holds what others made:", ""]
    for part in kept["parts"]:
        lines.append(f"{part['name']} {part['version']}".strip() + f": {part['licence']}")
        lines += [f"    {part['note']}"] if part.get("note") else []
    for number, text in enumerate(kept["texts"]):
        # Debian has the long ones on every computer; the whole text is in the program as well.
        common = next((name for name, head in COMMON.items() if re.match(head, text)), None)
        text = f"See /usr/share/common-licenses/{common}" if common else text
        users = ", ".join(part["name"] for part in kept["parts"] if number in part["texts"])
        lines += ["", "-" * 78, f"Licence of {users}:", "", text]
    return "\n".join(lines) + "\n"
