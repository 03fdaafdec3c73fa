#!/usr/bin/env python3
"""Proves a package in a fresh Debian 12: installed, reminded, upgraded, removed, purged. As root, outside the suite.

    python3 packaging/linux/prove.py dist/osteoapp_VERSION_ARCH.deb --display :98 [--base FOLDER] [--old OTHER.deb]

FOLDER is a minimal Debian 12 of debootstrap, made there if it is absent, copied and not changed. The display is an X
server of this computer, such as ``Xvfb :98 -ac``: the new system gets nothing but what the package depends on. Without
an older package the same one is taken with a lower version. Pictures and a log come to ``build/proof``.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
PROOF = ROOT / "build" / "proof"
USER = "mies"
DATA = f"home/{USER}/.local/share/osteoapp"
SAMPLE = "/usr/lib/osteoapp/_internal/osteoapp/resources/samples/tablet.toml"
GUIDE = "usr/lib/osteoapp/_internal/osteoapp/resources/guide"
READERS = ["clinic.nl.md", "family.nl.md", "patient.nl.md"]
DOSE = "alendronate-tablet/2026-11-23/dose"
JUST_BEFORE = "2026-11-23T07:29:50"


class Room:
    """A Debian of its own, in a folder."""

    def __init__(self, folder: Path, base: Path, display: str) -> None:
        self.folder, self.display = folder, display
        self.windows: list[Window] = []
        if not base.exists():
            run(["debootstrap", "--variant=minbase", "bookworm", str(base)])
        run(["cp", "-a", "--one-file-system", str(base), str(folder)])
        self.mounts = [("proc", ["-t", "proc", "proc"]), ("dev", ["--rbind", "--make-rslave", "/dev"])]
        self.mounts += [("tmp/.X11-unix", ["--bind", "/tmp/.X11-unix"])]
        (folder / "tmp/.X11-unix").mkdir(exist_ok=True)
        for place, how in self.mounts:
            if not os.path.ismount(folder / place):
                run(["mount", *how, str(folder / place)])
        self.root("useradd", "--create-home", "--shell", "/bin/bash", USER)

    def words(self, *words: str) -> list[str]:
        path = "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
        environ = [path, "DEBIAN_FRONTEND=noninteractive", "LC_ALL=C.UTF-8"]
        return ["chroot", str(self.folder), "env", "-i", *environ, *words]

    def root(self, *words: str) -> str:
        return run(self.words(*words))

    def as_user(self, line: str) -> list[str]:
        environ = f"HOME=/home/{USER} LC_ALL=C.UTF-8 LANG=nl_NL.UTF-8 DISPLAY={self.display} TZ=Europe/Amsterdam"
        return self.words("su", USER, "--command", f"cd; env {environ} {line}")

    def user(self, line: str) -> str:
        return run(self.as_user(line))

    def install(self, package: Path) -> None:
        shutil.copyfile(package, self.folder / "tmp/package.deb")
        self.root("apt-get", "install", "--yes", "--no-install-recommends", "/tmp/package.deb")
        (self.folder / "tmp/package.deb").unlink()

    def ours(self) -> list[str]:
        """What is left of the program outside the folders of users; apt's own log of what it did is apt's."""
        found = run(self.words("find", "/etc", "/opt", "/usr", "/var", "-iname", "*osteoapp*"))
        return [line for line in found.split() if not line.startswith(("/var/cache/", "/var/log/"))]

    def close(self) -> None:
        for place, _ in reversed(self.mounts):
            subprocess.run(["umount", "--lazy", "--recursive", str(self.folder / place)], check=False)
        if any(os.path.ismount(self.folder / place) for place, _ in self.mounts):
            sys.exit(f"{self.folder} is still mounted; nothing is deleted")
        shutil.rmtree(self.folder)


def run(words: list[str]) -> str:
    """Runs one command, notes it, and ends the proof where it fails."""
    ended = subprocess.run(words, capture_output=True, text=True, check=False)
    with (PROOF / "log.txt").open("a", encoding="utf-8") as log:
        log.write(f"$ {' '.join(words)}\n{ended.stdout}{ended.stderr}\n")
    if ended.returncode:
        sys.exit(f"FAILED: {' '.join(words)}\n{ended.stdout[-2000:]}{ended.stderr[-2000:]}")
    return ended.stdout


def hold(what: str, fact: bool, detail: object = "") -> None:
    """One line of the proof; ends it where the fact is not so."""
    print(f"{'ok  ' if fact else 'NOT '} {what} {detail}".rstrip(), flush=True)
    if not fact:
        sys.exit(1)


def lowered(package: Path) -> Path:
    """The same package with a lower version, for want of an older one."""
    place = PROOF / "old"
    run(["dpkg-deb", "--raw-extract", str(package), str(place)])
    control = place / "DEBIAN/control"
    lines = control.read_text(encoding="utf-8").splitlines()
    control.write_text(
        "\n".join("Version: 0.0.1" if line.startswith("Version:") else line for line in lines) + "\n", encoding="utf-8"
    )
    target = PROOF / "older.deb"
    run(["dpkg-deb", "--root-owner-group", "-Zgzip", "-z1", "--build", str(place), str(target)])
    shutil.rmtree(place)
    return target


def told(room: Room) -> list[dict[str, object]]:
    """The history, with what the program noted itself."""
    found = json.loads(room.user("osteoapp history --all --json"))
    return found if isinstance(found, list) else list(found["events"])


def reminders(room: Room) -> int:
    """How often the tablet was shown."""
    return sum(DOSE in json.dumps(event) and "reminded" in json.dumps(event) for event in told(room))


def picture(room: Room, name: str) -> None:
    if shutil.which("import"):
        run(["import", "-display", room.display, "-window", "root", str(PROOF / f"{name}.png")])


class Window:
    """The program with its window, going on in the background."""

    def __init__(self, room: Room, when: str) -> None:
        with (PROOF / "window.txt").open("ab") as said:
            self.process = subprocess.Popen(room.as_user(f"osteoapp --now {when}"), stdout=said, stderr=said)

    def numbers(self) -> list[int]:
        """The processes of it: those below the one that was started, and no others of this computer."""
        found, fresh = [], [self.process.pid]
        while fresh:
            place = Path(f"/proc/{fresh.pop()}")
            with contextlib.suppress(OSError):
                if (place / "comm").read_text(encoding="utf-8").strip() == "osteoapp":
                    found.append(int(place.name))
                for task in (place / "task").iterdir():
                    fresh += map(int, (task / "children").read_text(encoding="ascii").split())
        return found

    def stop(self) -> None:
        for number in self.numbers():
            with contextlib.suppress(ProcessLookupError):
                os.kill(number, signal.SIGTERM)
        self.process.wait(20)


def prove(room: Room, old: Path, new: Path) -> None:
    room.root("apt-get", "update")
    before = room.ours()
    room.install(old)
    hold("installed, with its dependencies only", True, room.user("osteoapp --version").strip())
    hold("nothing starts by itself", not list(room.folder.glob("etc/xdg/autostart/osteoapp*")))
    room.user(f"osteoapp regimen import {SAMPLE} --now 2026-11-22T12:00")
    window = Window(room, JUST_BEFORE)
    room.windows.append(window)
    time.sleep(25)
    picture(room, "reminded")
    hold("reminded of the tablet at 07:30, once", reminders(room) == 1)
    room.user("osteoapp export --format pdf overzicht.pdf --now 2026-11-23T08:00")
    hold("draws the overview for the doctor", (room.folder / f"home/{USER}/overzicht.pdf").stat().st_size > 10_000)
    room.user("osteoapp demo --tour rondleiding")
    hold("the demo draws its tour", len(list((room.folder / f"home/{USER}/rondleiding").glob("*.png"))) >= 20)
    hold("carries the guide", sorted(path.name for path in (room.folder / GUIDE).glob("*.nl.md")) == READERS)
    hold("carries what keeps the PIN", (room.folder / GUIDE).parents[2].joinpath("argon2").is_dir())
    spoken = run(room.as_user("osteoapp --speaking < /dev/null"))
    hold("its second process, which speaks, starts", '"languages"' in spoken or '"absent"' in spoken, spoken.strip())
    room.install(new)
    hold("upgraded while it runs", bool(window.numbers()))
    room.user(f"osteoapp record {DOSE} taken --now 2026-11-23T07:35")
    time.sleep(2)
    picture(room, "upgraded")
    kept = told(room)
    window.stop()
    window = Window(room, "2026-11-23T07:36:00")
    room.windows.append(window)
    time.sleep(12)
    picture(room, "again")
    now = told(room)
    hold("after the upgrade all answers are there", [one for one in kept if one not in now] == [], len(kept))
    hold("and the tablet is not asked for again", reminders(room) == 1)
    window.stop()
    hold("the data are sound", bool(room.user("osteoapp check")), room.user("osteoapp check").strip())
    for database in sorted((ROOT / "tests/data/databases").glob("*.db")):
        place = room.folder / f"home/{USER}/old"
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir()
        shutil.copyfile(database, place / "osteoapp.db")
        room.root("chown", "-R", USER, f"/home/{USER}/old")
        said = room.user("osteoapp check --data old")
        hold(f"it opens the data of revision {database.stem}", bool(said), said.strip().splitlines()[-1])
    files = sorted(path.name for path in (room.folder / DATA).iterdir())
    room.root("apt-get", "remove", "--yes", "osteoapp")
    hold("removed", not (room.folder / "usr/bin/osteoapp").exists())
    hold("the data stay", sorted(path.name for path in (room.folder / DATA).iterdir()) == files, ", ".join(files))
    room.install(new)
    hold("installed again, it goes on with them", [one for one in kept if one not in told(room)] == [])
    room.root("apt-get", "purge", "--yes", "osteoapp")
    hold("purged: nothing left outside the folders of users", room.ours() == before, room.ours())
    hold("and the data still stay", (room.folder / DATA / "osteoapp.db").exists())


def main() -> None:
    """Runs the proof."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("package", type=Path)
    words.add_argument("--display", required=True)
    words.add_argument("--base", type=Path, default=Path("/var/cache/osteoapp-debian12"))
    words.add_argument("--old", type=Path)
    given = words.parse_args()
    if os.geteuid():
        sys.exit("Only root can make a room of its own.")
    shutil.rmtree(PROOF, ignore_errors=True)
    PROOF.mkdir(parents=True)
    began = time.monotonic()
    place = Path(tempfile.mkdtemp(prefix="osteoapp-proof-"))
    room = Room(place / "root", given.base, given.display)
    try:
        prove(room, given.old or lowered(given.package), given.package)
    finally:
        for window in room.windows:
            window.stop()
        room.close()
        place.rmdir()
    print(f"All of it holds ({time.monotonic() - began:.0f} s).")


if __name__ == "__main__":
    main()
