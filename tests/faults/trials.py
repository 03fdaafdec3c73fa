"""Trials: real faults on real processes, as many as wanted, each counted and judged."""

from __future__ import annotations

import json
import random
import shutil
import subprocess
import sys
import tempfile
import threading
from dataclasses import dataclass, field
from pathlib import Path

import power
from judge import Verdict, judge
from killing import Workers

PAGE = 4096


@dataclass
class Tally:
    """What a trial came to: how often the fault was made, and what the judge found over all of it."""

    name: str
    faults: int = 0
    acknowledged: int = 0
    lost: list[str] = field(default_factory=list)
    doubled: list[str] = field(default_factory=list)
    silent: list[str] = field(default_factory=list)
    other: list[str] = field(default_factory=list)
    notes: int = 0

    def add(self, verdict: Verdict, what: str = "") -> None:
        """Adds what the judge found of one data folder."""
        self.acknowledged += verdict.acknowledged
        self.notes += len(verdict.notes_lost)
        self.lost += [f"{what} {name}" for name in verdict.lost]
        self.doubled += [f"{what} {name}" for name in verdict.doubled]
        self.silent += [f"{what} {text}" for text in verdict.silent]
        found = (verdict.lost_in_journal, verdict.changed, verdict.invented, verdict.damaged)
        self.other += [f"{what} {name}" for names in found for name in names]

    def failed(self, what: str, status: int) -> None:
        """Adds a start that did not come to an end as it should."""
        self.silent.append(f"{what}: ended with {status}")

    @property
    def clean(self) -> bool:
        return not (self.lost or self.doubled or self.silent or self.other)

    def row(self) -> str:
        """A row of the table in docs/safety.md."""
        numbers = (self.faults, self.acknowledged, len(self.lost), len(self.doubled), len(self.silent), len(self.other))
        return f"| {self.name} | " + " | ".join(map(str, numbers)) + " |"


def end(
    tally: Tally, workers: Workers, place: Path, what: str, plant: str = "open only", log: Path | None = None
) -> None:
    """Opens a place once more, as the next start does, and judges it."""
    log = log or place / "log"
    status = workers.run(place / "data", log, 0, plant=plant)
    if status:
        tally.failed(what, status)
    seen = Path(tempfile.mkdtemp(dir=log.parent)) / "data"
    shutil.copytree(workers.seen_from_here(place / "data"), seen)
    tally.add(judge(seen, log), what)
    shutil.rmtree(seen.parent)


def kills(workers: Workers, root: Path, rounds: int, seed: int, *, plant: str = "", each: int = 25) -> Tally:
    """Kills at random moments of starting, repairing and writing; ``each`` of them on one data folder."""
    tally = Tally("killed under load")
    chance = random.Random(seed)
    while tally.faults < rounds:
        place = root / f"kills-{tally.faults}"
        place.mkdir()
        for _ in range(min(each, rounds - tally.faults)):
            moment = chance.choice((chance.uniform(0, 0.03), chance.uniform(0, 0.25)))
            workers.run(place / "data", place / "log", seed + tally.faults, plant=plant, kill_after=moment)
            tally.faults += 1
        end(tally, workers, place, place.name)
        shutil.rmtree(place)
    return tally


def both_killed(workers: Workers, other: Workers, root: Path, rounds: int, seed: int, each: int = 10) -> Tally:
    """Two processes at once on one data folder, each killed at a moment of its own."""
    tally = Tally("two processes at once, both killed")
    chance = random.Random(seed)
    while tally.faults < rounds:
        place = root / f"two-{tally.faults}"
        place.mkdir()
        for number in range(min(each, rounds - tally.faults)):
            runs = [
                threading.Thread(
                    target=one.run,
                    args=(place / "data", place / "log", seed + 2 * tally.faults + offset),
                    kwargs={"kill_after": chance.uniform(0.05, 0.4)},
                )
                for offset, one in enumerate((workers, other), start=1000 * number)
            ]
            for run in runs:
                run.start()
            for run in runs:
                run.join()
            tally.faults += 1
        end(tally, workers, place, place.name)
        shutil.rmtree(place)
    return tally


def migrations(workers: Workers, left: Path, root: Path, rounds: int, seed: int) -> Tally:
    """Killed while the tables are brought to a next revision; the next start finishes it."""
    tally = Tally("killed while migrating")
    chance = random.Random(seed)
    for number in range(rounds):
        place = root / f"migration-{number}"
        shutil.copytree(left, place)
        workers.run(place / "data", place / "log", seed, plant="migrate", kill_after=chance.uniform(0, 0.2))
        tally.faults += 1
        end(tally, workers, place, place.name, plant="migrate")
        shutil.rmtree(place)
    return tally


def damages(workers: Workers, left: Path, root: Path, rounds: int, seed: int) -> Tally:
    """Random damage to one of the files."""
    tally = Tally("a file damaged")
    for number in range(rounds):
        place = root / f"damage-{number}"
        shutil.copytree(left, place)
        (place / "data" / "alive").write_bytes(b"swapped")
        done = damage(place / "data", random.Random(seed + number))
        tally.faults += 1
        end(tally, workers, place, done)
        shutil.rmtree(place)
    return tally


def damage(folder: Path, chance: random.Random) -> str:
    """Spoils one file; what was done."""
    copies = [f"backups/{path.name}" for path in sorted((folder / "backups").glob("*.db"))]
    name = chance.choice(["osteoapp.db"] * 3 + ["osteoapp.db-wal"] * 2 + ["answers.journal"] * 2 + copies[-1:])
    path = folder / name
    content = bytearray(path.read_bytes())
    how = chance.choice(["bits", "cut", "zeros", "gone", "swapped", "noise"])
    if how == "bits":
        for _ in range(chance.randint(1, 8)):
            content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    elif how == "cut":
        del content[chance.randrange(len(content)) :]
    elif how in ("zeros", "noise"):
        start = chance.randrange(len(content)) // PAGE * PAGE
        page = content[start : start + PAGE]
        content[start : start + PAGE] = bytes(len(page)) if how == "zeros" else chance.randbytes(len(page))
    elif how == "swapped":
        others = ["alive", "lock", "answers.journal", "osteoapp.db", *copies]
        content = bytearray((folder / chance.choice(others)).read_bytes())
    path.unlink()
    if how != "gone":
        path.write_bytes(content)
    return f"{how} {name}"


def clocks(workers: Workers, root: Path, rounds: int, seed: int, each: int = 10) -> Tally:
    """Commands at moments between 1970 and 2200, some of them killed."""
    tally = Tally("a clock anywhere from 1970 to 2200, half of the runs killed")
    chance = random.Random(seed)
    while tally.faults < rounds:
        place = root / f"clock-{tally.faults}"
        place.mkdir()
        for _ in range(min(each, rounds - tally.faults)):
            killed = chance.uniform(0.05, 0.6) if chance.random() < 0.5 else None
            status = workers.run(
                place / "data", place / "log", seed + tally.faults, plant="any clock", kill_after=killed
            )
            if killed is None and status:
                tally.failed("any clock", status)
            tally.faults += 1
        end(tally, workers, place, place.name)
        shutil.rmtree(place)
    return tally


def power_cuts(workers: Workers, root: Path, rounds: int, seed: int, *, events: int = 60, plant: str = "") -> Tally:
    """The power fails at any moment of a record of all writes; see power.py."""
    tally = Tally("power cut, from a record of all writes")
    chance = random.Random(seed)
    source = root / "power"
    source.mkdir()
    steps = power.record(source, seed % 1000, events, plant)
    moments = sorted(chance.randrange(len(steps)) for _ in range(rounds))
    disk, done = power.Disk(), 0
    for number, moment in enumerate(moments):
        for step in steps[done : moment + 1]:
            disk.do(step)
        done = moment + 1
        place = root / f"power-{number}"
        (place / "data").mkdir(parents=True)
        disk.power_cut(source / "data", place / "data", chance)
        (place / "log").write_text("".join(json.dumps(line) + "\n" for line in disk.said))
        tally.faults += 1
        end(tally, workers, place, f"{place.name} at step {moment}")
        shutil.rmtree(place)
    return tally


def may_mount() -> bool:
    """Whether this user may mount a small disk for processes of their own."""
    if sys.platform != "linux" or shutil.which("unshare") is None:
        return False
    return subprocess.run(["unshare", "-rm", "true"], capture_output=True, check=False).returncode == 0


def full_disks(root: Path, rounds: int, seed: int, *, each: int = 10) -> Tally:
    """A disk of a megabyte and a half that runs full and has room again, with kills; else a limit on file sizes."""
    small = may_mount()
    tally = Tally("the disk full" if small else "no file may grow")
    chance = random.Random(seed)
    while tally.faults < rounds:
        place = root / f"full-{tally.faults}"
        place.mkdir()
        mount = ["unshare", "-rm", "sh", "-c", f'mount -t tmpfs -o size=1500k tmpfs "{place}" && exec "$@"', "sh"]
        workers = Workers(mount if small else ())
        plant, log = "full disk" if small else "limited", root / f"{place.name}.log"  # the log has a disk of its own
        try:
            for _ in range(min(each, rounds - tally.faults)):
                moment = chance.uniform(0.1, 0.5)
                workers.run(place / "data", log, seed + tally.faults, plant=plant, kill_after=moment)
                tally.faults += 1
            end(tally, workers, place, place.name, log=log)
        finally:
            workers.close()
    return tally


HEAD = (
    "| fault | made | answers acknowledged | lost | doubled | silent failures | other |",
    "|---|---|---|---|---|---|---|",
)
ROWS: list[str] = []


def told(tally: Tally) -> Tally:
    """Puts a tally into the table at the end of the run."""
    ROWS.append(tally.row())
    return tally
