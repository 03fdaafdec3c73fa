"""Keeps the store busy until it is killed: answers, undo, a changing regimen, imports, settings, copies.

Run as a program it reads ``[folder, log, seed, plant]`` lines, works on each in a fork of itself whose number it
prints, and prints how that ended. ``plant`` makes it work otherwise, or do something wrong on purpose, to try the
judge; see PLANTS.
"""

from __future__ import annotations

import contextlib
import io
import itertools
import json
import os
import random
import resource
import signal
import subprocess
import sys
import traceback
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from osteoapp import commands, safekeeping, words  # noqa: F401 - imported once, not in every fork
from osteoapp.content.catalogue import catalogue
from osteoapp.core import changes
from osteoapp.core.events import Amount, AnyEvent, Reason, Reminded, Retracted, Taken, to_record
from osteoapp.core.regimen import DosePlan, Draft, PlanVersion, Regimen
from osteoapp.exchange import regimen_file
from osteoapp.main import main
from osteoapp.store import migrating, reading, repair, rotation, writing  # noqa: F401
from osteoapp.store.faults import StoreFault, WriteFailed
from osteoapp.store.settings import Settings
from osteoapp.store.store import Store

FIRST = date(2026, 1, 1)
ZONE = "Europe/Amsterdam"
SAMPLE = Path(__file__).resolve().parents[2] / "resources" / "samples" / "tablet.toml"
TABLET = "alendronate-tablet"


class Log:
    """What was sent and what was acknowledged, in a file that outlives its writer."""

    def __init__(self, path: Path) -> None:
        self._descriptor = os.open(path, os.O_CREAT | os.O_WRONLY | os.O_APPEND)

    def write(self, entry: object) -> None:
        before = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, before[1]))  # the limit is for the program
        os.write(self._descriptor, (json.dumps(entry) + "\n").encode())
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def next_event(store: Store, chance: random.Random, number: int, plant: str) -> AnyEvent:
    """What a person may do next, given what the store says; each dose is answered once."""
    history = store.history()
    day = FIRST
    while plant != "again" and history.of(f"vitamin-d/{day}/dose", Taken):
        day += timedelta(days=1)
    if plant == "again":
        day += timedelta(days=number)
    at = datetime.combine(day, time(7, 30), UTC)
    common = {"id": f"{chance.getrandbits(64):016x}", "at": at, "recorded": at, "zone": ZONE}
    item = f"vitamin-d/{day}/dose"
    last = history.last_written_answer()
    kind = chance.random()
    if kind < 0.15 and last is not None:
        return Retracted(**common, item=last.item, event=last.id)
    if kind < 0.3:
        return Amount(**common, item=f"dairy/{day}/goal", amount=1 + number % 4)
    if kind < 0.4:
        return Reminded(**common, item=item, reason=Reason.DUE)
    return Taken(**common, item=item)


def work(folder: Path, log: Log, seed: int, plant: str) -> None:
    """The load: an answer at a time, decided and written under the lock, and now and then something else."""
    chance = random.Random(seed)
    with Store.open(folder, catalogue()) as store:
        for number in itertools.count():
            with contextlib.suppress(WriteFailed):
                with store.exclusive():
                    event = next_event(store, chance, number, plant)
                    log.write({"sent": to_record(event)})
                    if plant == "early" and number == 5:
                        log.write({"acknowledged": event.id})
                        os.kill(os.getpid(), signal.SIGKILL)
                    store.append([event])
                log.write({"acknowledged": event.id})
                something_else(folder, store, chance, number)
            store.sync()
            if plant == "again" and number == 20:
                return
            if plant == "full disk" and chance.random() < 0.1:
                fill_or_empty(folder)
            if plant == "limited" and chance.random() < 0.1:
                limit(folder, chance)


def something_else(folder: Path, store: Store, chance: random.Random, number: int) -> None:
    other = chance.random()
    if other < 0.05:
        change_regimen(store, number)
    elif other < 0.08:
        import_regimen(store, chance)
    elif other < 0.12:
        store.save_settings(Settings(volume=number % 101))
    elif other < 0.14:
        store.backup(folder / "backup.db")
    elif other < 0.18:
        store.keep_copy(datetime.combine(FIRST, time(), UTC) + timedelta(hours=chance.randrange(5000)))


def change_regimen(store: Store, number: int) -> None:
    plan = DosePlan("vitamin-d", "vitamin-d-tablet", FIRST, times=(time(8, number % 60),))
    draft = Draft(plans=(plan,))
    known = datetime(2026, 1, 1, tzinfo=UTC)
    versions = (PlanVersion(plan, draft.day, known, FIRST),)
    with store.exclusive():
        store.regimen()
        store.save_regimen(Regimen(catalogue(), draft, versions), known)


def import_regimen(store: Store, chance: random.Random) -> None:
    now = datetime(2026, 11, 23, chance.randrange(24), tzinfo=ZoneInfo(ZONE))
    draft = regimen_file.read(SAMPLE.read_bytes(), catalogue(), now.date())
    with store.exclusive():
        store.save_regimen(changes.revise(store.regimen(), draft, store.history(), now, frozenset()), now)


def fill_or_empty(folder: Path) -> None:
    """Leaves no room on the disk, or makes room again."""
    ballast = folder.parent / "ballast"
    if ballast.exists():
        ballast.unlink()
        return
    with contextlib.suppress(OSError), ballast.open("wb", buffering=0) as file:
        while True:
            file.write(bytes(4096))


def limit(folder: Path, chance: random.Random) -> None:
    """Lets no file grow beyond a size that some have nearly reached, or all again."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    sizes = [path.stat().st_size for path in folder.iterdir() if path.is_file()]
    most = chance.choice([*(size + chance.randrange(3000) for size in sizes), *[resource.RLIM_INFINITY] * len(sizes)])
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, resource.RLIM_INFINITY))


def open_only(folder: Path, log: Log, seed: int, plant: str) -> None:
    """A start as the program makes it, with the copy of the hour, which looks through everything, and the next start.

    A disk that was full has room.
    """
    place = folder.parent
    if os.path.ismount(place):
        subprocess.run(["mount", "-o", "remount,size=64m", str(place)], check=True)
    (place / "ballast").unlink(missing_ok=True)
    with Store.open(folder, catalogue()) as store, contextlib.suppress(WriteFailed):
        store.backup(folder / "backups" / "looked-through.db")
    Store.open(folder, catalogue()).close()


def migrate(folder: Path, log: Log, seed: int, plant: str) -> None:
    """The program as it will be when it has one revision more, which adds columns and an index and fills one."""
    scripts = migrating.SCRIPTS
    fresh = folder.parent / "scripts"
    if not fresh.exists():
        import shutil

        shutil.copytree(scripts, folder.parent / f"scripts-{os.getpid()}")
        (folder.parent / f"scripts-{os.getpid()}" / "versions" / "r0002_next.py").write_text(
            "from alembic import op\nimport sqlalchemy as sa\n"
            "revision, down_revision = '0002', '0001'\n"
            "def upgrade():\n"
            "    op.execute('ALTER TABLE delivery ADD COLUMN late INTEGER NOT NULL DEFAULT 0')\n"
            "    with op.batch_alter_table('plan_version') as batch:\n"
            "        batch.add_column(sa.Column('remark', sa.Text))\n"
            "    op.execute(\"UPDATE plan_version SET remark = 'moved'\")\n"
            "    op.execute('CREATE INDEX events_by_item ON events (item, at)')\n",
            encoding="ascii",
        )
        (folder.parent / f"scripts-{os.getpid()}").rename(fresh)
    reading.HEAD, reading.OLDER, migrating.SCRIPTS = "0002", ("0001",), fresh
    Store.open(folder, catalogue()).close()


# --- through the command line, with a clock that may stand anywhere


def any_clock(folder: Path, log: Log, seed: int, plant: str) -> None:
    """Answers what the agenda offers, at moments between 1970 and 2200; ends after some."""
    chance = random.Random(seed)
    moment = datetime(2026, 11, 23, 7, 30)
    if not (folder / "osteoapp.db").exists():
        run_command(folder, log, moment, "regimen", "import", str(SAMPLE))
        log.write({"one_a_day": TABLET})
    for _ in range(12):
        if chance.random() < 0.5:
            days = chance.randrange((date(2200, 12, 31) - date(1970, 1, 1)).days)
            moment = datetime(1970, 1, 1) + timedelta(days=days, minutes=chance.randrange(1440))
        else:
            moment += timedelta(minutes=chance.choice([-90, -1, 0, 1, 5, 45, 600, 1440]))
        moment = min(max(moment, datetime(1970, 1, 1)), datetime(2200, 12, 31))
        said = run_command(folder, log, moment, "agenda", "--json")
        items = [item for item in json.loads(said)["items"] if item["kind"] == "dose"] if said else []
        if chance.random() < 0.15:
            log.write({"asked": {"item": "*", "type": "retracted"}})
            run_command(folder, log, moment, "undo")
        for item in chance.sample(items, min(2, len(items))):
            answer = chance.choice(["taken", "taken", "taken", "skipped", "not_fasting", "forgotten"])
            log.write({"asked": {"item": item["id"], "type": answer}})
            said = run_command(folder, log, moment, "record", item["id"], answer)
            if said:
                log.write({"acknowledged": said.strip(), "item": item["id"], "type": answer})


def run_command(folder: Path, log: Log, moment: datetime, *words: str) -> str:
    """What a command says; empty where it refused. A failure without a plain sentence is noted for the judge."""
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = main(["--data", str(folder), "--now", moment.isoformat(), "--zone", ZONE, *words])
    if (code == 1 and "Er ging iets mis in het programma" in err.getvalue()) or (code and not err.getvalue().strip()):
        log.write({"silent": f"{moment} {words}: {err.getvalue()}"})
    return out.getvalue() if code == 0 else ""


PLANTS: dict[str, Callable[[Path, Log, int, str], None]] = {
    "": work,
    "early": work,
    "again": work,
    "full disk": work,
    "limited": work,
    "open only": open_only,
    "migrate": migrate,
    "any clock": any_clock,
}


def act(folder: Path, log: Log, seed: int, plant: str) -> int:
    """Does one of these; a refusal to start is one where it is told by its code."""
    try:
        PLANTS[plant](folder, log, seed, plant)
    except StoreFault as fault:
        if words.fault(fault.code, fault.values, "nl") == words.fault("unknown", {}, "nl"):
            log.write({"silent": fault.code})
        if plant in ("full disk", "limited"):
            return 0
        print(fault, file=sys.stderr)
        return 2
    except BaseException:
        log.write({"silent": traceback.format_exc()})
        traceback.print_exc()
        return 1
    return 0


def serve() -> None:
    for line in sys.stdin:
        folder, log, seed, plant = json.loads(line)
        child = os.fork()
        if child == 0:
            os._exit(act(Path(folder), Log(Path(log)), seed, plant))
        print(child, flush=True)
        print(os.waitpid(child, 0)[1], flush=True)


if __name__ == "__main__":
    serve()
