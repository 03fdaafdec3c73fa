"""Keeps the store busy until it is killed: answers, undo, a changing regimen, settings, copies.

Run as a program it reads ``[folder, log, seed, plant]`` lines, works on each in a fork of itself whose number it
prints, and prints how that ended. ``plant`` makes it do something wrong on purpose, to try the judge.
"""

from __future__ import annotations

import itertools
import json
import os
import random
import signal
import sys
import traceback
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from osteoapp.content.catalogue import catalogue
from osteoapp.core.events import Amount, AnyEvent, Reason, Reminded, Retracted, Taken, to_record
from osteoapp.core.regimen import DosePlan, Draft, PlanVersion, Regimen
from osteoapp.store import migrating, repair, writing  # noqa: F401 - imported once, not in every fork
from osteoapp.store.settings import Settings
from osteoapp.store.store import Store

FIRST = date(2026, 1, 1)
ZONE = "Europe/Amsterdam"


class Log:
    """What was sent and what was acknowledged, in a file that outlives its writer."""

    def __init__(self, path: Path) -> None:
        self._descriptor = os.open(path, os.O_CREAT | os.O_WRONLY | os.O_APPEND)

    def write(self, entry: object) -> None:
        os.write(self._descriptor, (json.dumps(entry) + "\n").encode())


def events(store: Store, chance: random.Random, plant: str) -> Iterator[AnyEvent]:
    """What a person may do next, given what the store says; each dose is answered once."""
    for number in itertools.count():
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
            yield Retracted(**common, item=last.item, event=last.id)
        elif kind < 0.3:
            yield Amount(**common, item=f"dairy/{day}/goal", amount=1 + number % 4)
        elif kind < 0.4:
            yield Reminded(**common, item=item, reason=Reason.DUE)
        else:
            yield Taken(**common, item=item)


def work(folder: Path, log: Log, seed: int, plant: str) -> None:
    chance = random.Random(seed)
    with Store.open(folder, catalogue()) as store:
        if plant == "open only":
            return
        for number, event in enumerate(events(store, chance, plant)):
            log.write({"sent": to_record(event)})
            if plant == "early" and number == 5:
                log.write({"acknowledged": event.id})
                os.kill(os.getpid(), signal.SIGKILL)
            store.append([event])
            log.write({"acknowledged": event.id})
            other = chance.random()
            if other < 0.05:
                change_regimen(store, number)
            elif other < 0.1:
                store.save_settings(Settings(volume=number % 101))
            elif other < 0.12:
                store.backup(folder / "backup.db")
            elif other < 0.14:
                store.keep_copy(datetime.combine(FIRST, time(), UTC) + timedelta(hours=number))
            if plant == "again" and number == 20:
                return


def change_regimen(store: Store, number: int) -> None:
    plan = DosePlan("vitamin-d", "vitamin-d-tablet", FIRST, times=(time(8, number % 60),))
    draft = Draft(plans=(plan,))
    known = datetime(2026, 1, 1, tzinfo=UTC)
    versions = (PlanVersion(plan, draft.day, known, FIRST),)
    store.save_regimen(Regimen(catalogue(), draft, versions), known)


def serve() -> None:
    for line in sys.stdin:
        folder, log, seed, plant = json.loads(line)
        child = os.fork()
        if child == 0:
            try:
                work(Path(folder), Log(Path(log)), seed, plant)
            except BaseException:
                traceback.print_exc()
                os._exit(1)
            os._exit(0)
        print(child, flush=True)
        print(os.waitpid(child, 0)[1], flush=True)


if __name__ == "__main__":
    serve()
