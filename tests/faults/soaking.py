"""A year in the life of the program, at high speed, in real processes that are killed; what it showed goes to a log.

Run as a program it reads lines of JSON (folder, log, seed, plant, and where the world stands), lives from there in a
fork of itself, and prints how that ended. Store and loop run as in the program, on a clock that is set, travels and
sleeps; with ``windows`` it is the whole joined program, off screen. ``plant`` makes it do something wrong on purpose,
to try the judge.
"""

from __future__ import annotations

import contextlib
import json
import os
import random
import signal
import subprocess
import sys
import traceback
import uuid
import zlib
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "resources" / "samples" / "tablet.toml"
START = datetime(2027, 1, 31, 11, tzinfo=UTC)
HOME = "Europe/Amsterdam"
ZONES = (HOME, "Europe/London", "America/New_York", "Asia/Tokyo", "Australia/Lord_Howe", "Pacific/Apia")
DEATHS = ("now", "before showing", "between showing and noting", "while writing", "after")
LONGEST = timedelta(hours=4)  # between two looks of a running program, where nothing falls due


class Bare:
    """Store and loop joined as the program joins them, without windows."""

    def __init__(self, store: Any, clock: Any) -> None:
        from osteoapp.reminding.clock import Watch
        from osteoapp.reminding.loop import Reminders, causes_of
        from osteoapp.store.faults import WriteFailed

        self.store, self._watch, self._causes = store, Watch(clock), causes_of
        self.wanted: datetime | None = None
        self.loop = Reminders(
            store, clock, show=lambda *_: None, wake=self._wake, new_id=lambda: uuid.uuid4().hex,
            write_faults=(WriteFailed,),
        )  # fmt: skip

    def _wake(self, at: datetime | None) -> None:
        self.wanted = at

    def look(self) -> None:
        causes = self._causes(self._watch.look())
        if causes:
            self.loop.away(self._watch.since, *causes)
        else:
            self.loop.beat()

    def close(self) -> None:
        self.store.close()


class Whole:
    """The program itself, silent."""

    def __init__(self, store: Any, clock: Any, folder: Path) -> None:
        from PySide6.QtWidgets import QApplication

        from osteoapp.desk import Desk

        self._application = QApplication([])
        self._application.setQuitOnLastWindowClosed(False)
        self._desk = Desk(store, folder, clock)
        for silent in ("show", "withdraw"):
            setattr(self._desk.attention.notifier, silent, lambda *_: None)
        self._desk.attention.sound.play = lambda *_: None  # type: ignore[assignment, method-assign]
        self.store, self.loop = store, self._desk.loop

    @property
    def wanted(self) -> datetime | None:
        return self._desk.wakeup.wanted

    def look(self) -> None:
        self._desk.wakeup.fired.emit()
        self._application.processEvents()

    def close(self) -> None:
        self._desk.close()


class Life:
    """One process: the program from its start until it is killed, switched off, or the time is over."""

    def __init__(self, words: dict[str, Any]) -> None:
        from osteoapp.content.catalogue import catalogue
        from osteoapp.reminding.clock import VirtualClock
        from osteoapp.store.store import Store

        self.dice = random.Random(words["seed"])
        self.plant = words["plant"]
        self._log = os.open(words["log"], os.O_CREAT | os.O_WRONLY | os.O_APPEND)
        self.true = datetime.fromisoformat(words["true"])
        self.end = datetime.fromisoformat(words["end"])
        self.clock = VirtualClock(datetime.fromisoformat(words["wall"]), ZoneInfo(words["zone"]))
        self.dying = ""
        folder = Path(words["folder"])
        store = Store.open(folder, catalogue())
        whole = words["windows"]
        self.desk: Bare | Whole = Whole(store, self.clock, folder) if whole else Bare(store, self.clock)
        self.asked: list[str] = []
        self._show, self.desk.loop._show = self.desk.loop._show, self.showing  # type: ignore[method-assign]
        self._append = store.append
        store.append = self.writing  # type: ignore[method-assign]

    def note(self, what: str, **more: Any) -> None:
        wall, zone = self.clock.now().isoformat(), str(self.desk.loop.now().tzinfo)
        line = {"what": what, "true": self.true.isoformat(), "wall": wall, "zone": zone, **more}
        os.write(self._log, (json.dumps(line) + "\n").encode())

    def die_if(self, *moments: str) -> None:
        if self.dying in moments:
            self.note("killed")
            os.kill(os.getpid(), signal.SIGKILL)

    # --- what the program does

    def showing(self, reminders: Any, found: Any) -> None:
        self.die_if("before showing")
        if "lose" in self.plant:
            reminders = tuple(one for one in reminders if zlib.crc32(one.item.id.encode()) % 3)
        self._show(reminders, found)
        for one in reminders:
            self.note("shown", item=one.item.id, reason=one.reason.value, status=one.item.status.value)
            self.asked.append(one.item.id)
        self.die_if("between showing and noting")

    def writing(self, events: Sequence[Any]) -> None:
        self.die_if("while writing")
        kept = [one for one in events if "forget" not in self.plant or one.type != "taken"]
        self._append(kept)
        for one in events if len(kept) < len(events) else ():
            self.desk.store.history().append(one)

    # --- what happens

    def run(self) -> None:
        self.note("start")
        self.desk.loop.start()
        while self.true < self.end:
            self.note("look")
            self.answer()
            self.disturb()
            self.pass_time(self.ahead())
            self.desk.look()
            self.die_if("after")
        self.leave("over")

    def ahead(self) -> timedelta:
        wanted = self.desk.wanted
        span = LONGEST if wanted is None else min(wanted - self.clock.now(), LONGEST)
        return max(span, timedelta(seconds=1)) if self.dice.random() < 0.9 else timedelta(seconds=30)

    def pass_time(self, span: timedelta, *, asleep: bool = False) -> None:
        self.true += span
        (self.clock.sleep if asleep else self.clock.advance)(span)

    def disturb(self) -> None:
        lot = self.dice.random()
        if lot < 0.05:
            self.note("sleep")
            self.pass_time(timedelta(minutes=self.dice.choice((2, 20, 90, 300, 540, 900, 2000))), asleep=True)
        elif lot < 0.065:
            self.clock.set_zone(ZoneInfo(self.dice.choice(ZONES)))
            self.note("zone")
        elif lot < 0.08:
            minutes = self.dice.choice((-2900, -200, -61, -5, 5, 61, 200, 2900))
            self.clock.set_clock(self.clock.now() + timedelta(minutes=minutes))
            self.note("clock", minutes=minutes)
        elif lot < 0.15 and self.clock.now() != self.true:
            self.clock.set_clock(self.true)
            self.note("clock", minutes=0)
        elif lot < 0.18:
            self.dying = self.dice.choice(DEATHS)
            self.die_if("now")
        elif lot < 0.19:
            self.leave("off")

    def leave(self, why: str) -> None:
        self.note(why)
        self.desk.close()
        os._exit(0)

    def answer(self) -> None:
        """What a person says: most things soon, some later, some never, some taken back."""
        from osteoapp.core.answers import Request
        from osteoapp.core.refusal import Refused

        asked, self.asked = self.asked, []
        for item_id in asked:
            item = self.desk.loop.agenda.item(item_id)
            lot = self.dice.random()
            name = "taken" if lot < 0.55 else "snoozed" if lot < 0.65 else "skipped" if lot < 0.72 else ""
            if item is None or not name or name not in self.desk.loop.takes(item):
                continue
            self.pass_time(timedelta(seconds=self.dice.randrange(5, 240)))
            if name not in self.desk.loop.takes(item):
                continue
            self.note("say", item=item_id, answer=name)
            try:
                events = self.desk.loop.record(Request(item_id, name))
            except Refused as refused:  # the morning is over, say
                self.note("refused", item=item_id, code=refused.code)
                continue
            self.note("said", item=item_id, answer=name, id=events[0].id)
            if "double" in self.plant and name == "taken" and self.dice.random() < 0.3:
                self.note("shown", item=item_id, reason="repeat", status="due")
            if self.dice.random() < 0.05:
                self.desk.loop.undo(events[0].id)
                self.note("undone", item=item_id, id=events[0].id)
                self.asked = [one for one in self.asked if one != item_id]


def prepare(folder: Path) -> None:
    """A new data folder with the sample; the imports that all forks share are made on the way."""
    from osteoapp.content.catalogue import catalogue
    from osteoapp.core.changes import revise
    from osteoapp.core.history import History
    from osteoapp.core.regimen import Regimen
    from osteoapp.exchange.regimen_file import read
    from osteoapp.reminding import loop  # noqa: F401
    from osteoapp.store.store import Store

    known = START.astimezone(ZoneInfo(HOME))
    draft = read(SAMPLE.read_bytes(), catalogue(), known.date())
    with Store.open(folder, catalogue()) as store:
        store.save_regimen(revise(Regimen(catalogue()), draft, History(), known), START)


def main() -> None:
    """The server of forks: the imports are made once."""
    prepare(Path(sys.argv[1]))

    for line in sys.stdin:
        child = os.fork()
        if not child:
            try:
                Life(json.loads(line)).run()
            except BaseException:
                traceback.print_exc()
            os._exit(3)
        print(os.waitpid(child, 0)[1], flush=True)


# --- the other side: the world, which goes on while the program does not run


def entries(log: Path) -> Iterator[dict[str, Any]]:
    """What the log says; the last line of a killed process may be cut short."""
    for line in log.read_text(encoding="utf-8").splitlines() if log.exists() else ():
        with contextlib.suppress(ValueError):
            yield json.loads(line)


def newest(log: Path) -> dict[str, Any]:
    """The last whole line of the log."""
    with log.open("rb") as file:
        file.seek(max(0, log.stat().st_size - 4096))
        lines = file.read().splitlines()
    for line in reversed(lines):
        with contextlib.suppress(ValueError):
            return dict(json.loads(line))
    raise RuntimeError("an empty log")


def soak(
    place: Path, days: float, seed: int, *, plant: str = "", windows: bool = False,
    told: Callable[[str], object] = lambda _: None,
) -> Path:  # fmt: skip
    """Lives so many days in one data folder; the log. RuntimeError where a process ended by a fault of its own."""
    folder, log = place / "data", place / "log"
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen", "QT_LOGGING_RULES": "*=false",
                   "XDG_CONFIG_HOME": str(place / "config")}  # fmt: skip
    dice = random.Random(seed)
    command = [sys.executable, __file__, str(folder)]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    server = subprocess.Popen(command, env=environment, text=True, **pipes)
    assert server.stdin is not None
    assert server.stdout is not None
    end, now = START + timedelta(days=days), {"true": START.isoformat(), "wall": START.isoformat(), "zone": HOME}
    try:
        for number in range(100_000):
            words = {**now, "folder": str(folder), "log": str(log), "seed": f"{seed}/{number}", "plant": plant,
                     "end": end.isoformat(), "windows": windows}  # fmt: skip
            server.stdin.write(json.dumps(words) + "\n")
            server.stdin.flush()
            status = int(server.stdout.readline())
            if os.WIFEXITED(status) and os.WEXITSTATUS(status):
                raise RuntimeError(f"process {number} ended with {os.WEXITSTATUS(status)}")
            last = newest(log)
            if last["what"] == "over":
                return log
            away = timedelta(minutes=dice.choice((0, 1, 10, 45, 240, 700, 1500)))
            now = {"zone": last["zone"]} | {
                name: (datetime.fromisoformat(last[name]) + away).isoformat() for name in ("true", "wall")
            }
            told(last["true"])
    finally:
        server.communicate(timeout=30)
    raise RuntimeError("it does not end")


if __name__ == "__main__":
    main()
