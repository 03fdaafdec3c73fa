"""A day of a sample patient on a virtual clock, as pictures: the main job, seen where there is no display."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from osteoapp import texts, words
from osteoapp.content.catalogue import catalogue
from osteoapp.content.words import Lang
from osteoapp.core.answers import Request
from osteoapp.core.changes import revise
from osteoapp.core.item import Agenda, Reminder
from osteoapp.core.recurrence import instant
from osteoapp.exchange import regimen_file
from osteoapp.reminding.clock import VirtualClock
from osteoapp.reminding.loop import Reminders
from osteoapp.shipped import resources
from osteoapp.store.store import Store

if TYPE_CHECKING:
    import argparse

    from osteoapp.joining import LoopPort

DONE, FAULT = 0, 1
ZONE = ZoneInfo("Europe/Amsterdam")
SAMPLES = resources() / "samples"


@dataclass(frozen=True, slots=True)
class Moment:
    """A wall-clock time of the story, what the patient answers then, and whether pictures are made."""

    at: str
    answers: tuple[Request, ...] = ()
    picture: bool = True


TABLET = "alendronate-tablet/2026-11-23/dose"
STORIES: dict[str, tuple[Moment, ...]] = {
    "tablet": (
        Moment("2026-11-22T19:30", picture=False),
        Moment("2026-11-22T20:00"),
        Moment("2026-11-23T07:30"),
        Moment("2026-11-23T07:35", (Request(TABLET, "taken"),), picture=False),
        Moment("2026-11-23T07:43"),
        Moment("2026-11-23T08:05"),
        Moment("2026-11-23T09:00", (Request("vitamin-d-tablet/2026-11-23/dose", "taken"),), picture=False),
        Moment("2026-11-23T11:00", (Request("dairy/2026-11-23/goal", "amount", amount=1),)),
    ),
    "infusion": (
        Moment("2026-12-29T19:30", picture=False),
        Moment("2026-12-30T10:00"),
        Moment("2027-03-10T10:00"),
        Moment("2027-03-10T15:00", (Request("zoledronate-infusion/2027-03-10/infusion", "given"),), picture=False),
        Moment("2027-03-10T20:00"),
    ),
    "injection": (
        Moment("2026-11-05T19:30", picture=False),
        Moment("2026-11-12T10:30"),
        Moment("2026-12-10T10:30"),
    ),
}


@dataclass
class Day:
    """One sample patient, lived through on a virtual clock."""

    folder: Path
    sample: str
    lang: Lang
    clock: VirtualClock = field(init=False)
    store: Store = field(init=False)
    loop: Reminders = field(init=False)
    port: LoopPort = field(init=False)
    wake_at: datetime | None = None

    def __post_init__(self) -> None:
        from osteoapp.joining import LoopPort

        first = STORIES[self.sample][0].at
        self.clock = VirtualClock(_instant(first), ZONE)
        self.store = Store.open(self.folder, catalogue())
        data = (SAMPLES / f"{self.sample}.toml").read_bytes()
        now = self.clock.now().astimezone(ZONE)
        draft = regimen_file.read(data, catalogue(), now.date())
        regimen = revise(self.store.regimen(), draft, self.store.history(), now)
        self.store.save_regimen(regimen, self.clock.now())
        numbers = count(1)
        self.loop = Reminders(
            self.store, self.clock, show=self._show, wake=self._wake, new_id=lambda: f"sample-{next(numbers)}"
        )
        self.port = LoopPort(self.loop, self.store, self.folder, lambda: f"sample-{next(numbers)}")
        self.loop.start()

    def live(self, picture: Callable[[str], None]) -> None:
        """Plays the story; ``picture`` is called at each of its moments with a name for it."""
        for moment in STORIES[self.sample]:
            self._until(_instant(moment.at))
            for request in moment.answers:
                event = self.loop.record(request)[0]
                self._say(self.clock.now().astimezone(ZONE), texts.noted(event, self.loop.regimen, self.lang))
            if moment.picture:
                picture(moment.at[5:].replace(":", "").replace("T", "-"))

    def _until(self, end: datetime) -> None:
        while self.wake_at is not None and self.wake_at <= end:
            self.clock.advance(max(self.wake_at - self.clock.now(), timedelta(0)))
            self.wake_at = None
            self.loop.refresh()
        self.clock.advance(end - self.clock.now())
        self.loop.refresh()

    def _show(self, reminders: tuple[Reminder, ...], found: Agenda) -> None:
        for reminder in reminders:
            plan = self.loop.regimen.plan(reminder.item.plan, reminder.item.date)
            line = words.headline(reminder.item, plan, self.lang, ZONE)
            self._say(found.now.astimezone(ZONE), line)

    def _wake(self, at: datetime | None) -> None:
        self.wake_at = at

    def _say(self, at: datetime, line: str) -> None:
        print(f"{words.day_time(at, self.lang)}  {line}")


def _instant(wall: str) -> datetime:
    moment = datetime.fromisoformat(wall)
    return instant(moment.date(), moment.time(), ZONE)


def show_sample(arguments: argparse.Namespace) -> int:
    """Runs a day of a sample regimen off screen and writes a picture of each screen; returns the exit code."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    # What has no display cannot raise a window, and says so for each: nobody needs to read that.
    os.environ.setdefault("QT_LOGGING_RULES", "*.warning=false")
    lang: Lang = "en" if arguments.lang == "en" else "nl"
    folder = Path(arguments.screens)
    from PySide6.QtWidgets import QApplication

    from osteoapp.ui.pictures import Shot, take_all

    app = QApplication.instance() or QApplication(sys.argv[:1])
    made: list[Path] = []
    with tempfile.TemporaryDirectory(prefix="osteoapp-sample-") as data:
        day = Day(Path(data), arguments.sample, lang)

        def picture(name: str) -> None:
            made.extend(take_all(day.port, folder / name, (Shot(lang),)))

        try:
            day.live(picture)
        except OSError as fault:
            print(texts.say("no_pictures", lang, folder=folder, reason=fault.strerror or fault), file=sys.stderr)
            return FAULT
        finally:
            day.store.close()
    print(texts.say("pictures", lang, number=len(made), folder=folder.resolve()))
    del app
    return DONE
