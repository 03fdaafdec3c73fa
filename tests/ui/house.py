"""A house with the program in it: the real desk and store, a clock that the test moves, and hands that press."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from osteoapp.content.catalogue import catalogue
from osteoapp.core.changes import revise
from osteoapp.core.events import AnyEvent, Reminded, Retracted
from osteoapp.core.history import History
from osteoapp.core.regimen import Regimen
from osteoapp.desk import Desk
from osteoapp.exchange.regimen_file import read
from osteoapp.reminding.clock import VirtualClock
from osteoapp.store.store import Store
from osteoapp.ui.pictures import settle

from .helpers import button, names, said

ZONE: Final = ZoneInfo("Europe/Amsterdam")
TABLET: Final = "alendronate-tablet/2026-11-23/dose"
VITAMIN: Final = "vitamin-d-tablet/2026-11-23/dose"
WEEK: Final = """
format = 1
[patient]
name = "Mevrouw De Vries"
[phones]
gp = "010-1234567"
pharmacy = "010-7654321"
[[plan]]
treatment = "alendronate-tablet"
weekday = "monday"
start = 2026-11-02
treated_since = 2026-11-02
[[plan]]
treatment = "vitamin-d-tablet"
[[plan]]
treatment = "dairy"
times = ["10:30"]
"""
HEART: Final = """
[[plan]]
id = "metoprolol"
treatment = "other-medicine"
name = "Metoprolol"
times = ["08:30"]
"""
# The longest step that the program takes for an ordinary heartbeat, not for sleep.
_STEP: Final = timedelta(seconds=75)


def moment(day: int, hour: int, minute: int = 0) -> datetime:
    """A wall time of November 2026."""
    return datetime(2026, 11, day, hour, minute, tzinfo=ZONE)


class House:
    """The program on a computer of its own. ``told`` is what sounded and was notified."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch, now: datetime, plans: str = WEEK) -> None:
        self._folder, self._monkeypatch = folder, monkeypatch
        self.clock = VirtualClock(now, ZONE)
        self.told: list[str] = []
        store = Store.open(folder, catalogue())
        draft = read(plans.encode(), catalogue(), now.date())
        store.save_regimen(revise(Regimen(catalogue()), draft, History(), now), now.astimezone(UTC))
        store.close()
        self.desk: Desk | None = None
        self.switch_on()

    # The computer

    def switch_on(self) -> None:
        """Starts the program, as a new process would."""
        desk = Desk(Store.open(self._folder, catalogue()), self._folder, self.clock)
        self._monkeypatch.setattr(desk.attention.notifier, "show", lambda message: self.told.append(message.title))
        self._monkeypatch.setattr(desk.attention.sound, "play", lambda *_: self.told.append("sound"))
        self.desk = desk
        desk.window.resize(1280, 800)
        desk.window.show()
        desk.start()
        self.look()

    def switch_off(self) -> None:
        """Ends the program; nobody is asked anything."""
        if self.desk is None:
            return
        desk, self.desk = self.desk, None
        desk.port.changes.blockSignals(True)  # what was to be told in a moment reaches no window any more
        desk.close()
        desk.window.translations.install("nl")
        bar = desk.window.bar
        for window in (desk.reminder, desk.window, *([bar] if bar is not None else [])):
            window.hide()
            window.deleteLater()
        settle()

    def off_until(self, then: datetime) -> None:
        """The computer is off until a moment, then starts again."""
        self.switch_off()
        self.clock.off(then - self.clock.now())
        self.switch_on()

    def asleep_until(self, then: datetime) -> None:
        """The lid is closed until a moment."""
        self.clock.sleep(then - self.clock.now())
        self.look()

    def until(self, then: datetime) -> None:
        """Time passes with the program awake; it looks when it arranged to, and at each heartbeat."""
        screens = QSignalBlocker(self.running.port.changes)  # nobody looks meanwhile: they are drawn at the end
        while self.clock.now() < then:
            wanted = self.running.wakeup.wanted
            ahead = [one for one in (wanted, self.clock.now() + _STEP, then) if one is not None]
            self.clock.advance(min(one for one in ahead if one > self.clock.now()) - self.clock.now())
            self.running.wakeup.look()
        screens.unblock()
        self.look()

    def look(self) -> None:
        """A heartbeat, and what the screens make of it."""
        self.running.wakeup.look()
        QTest.qWait(0)
        self.running.port._tell()
        settle()

    # What is there

    @property
    def running(self) -> Desk:
        assert self.desk is not None
        return self.desk

    @property
    def window(self) -> QWidget:
        return self.running.window

    @property
    def reminder(self) -> QWidget:
        return self.running.reminder

    @property
    def asks(self) -> tuple[str, ...]:
        """The items in the reminder window, where that is to be seen."""
        return self.running.reminder.items if self.running.reminder.isVisible() else ()

    def events(self, item: str) -> list[str]:
        """The answers to an item in the order of writing; a retracted one is gone."""
        found: list[AnyEvent] = [one for one in self.running.store.history().all() if one.item == item]
        gone = {one.event for one in found if isinstance(one, Retracted)}
        return [one.type for one in found if one.id not in gone and not isinstance(one, Reminded | Retracted)]

    # Hands

    def press(self, name: str, *, within: QWidget | None = None) -> None:
        """A click in the middle of a button: in the reminder where that is open, else in the window."""
        place = within or (self.reminder if self.reminder.isVisible() else self.window)
        if place is self.reminder:
            self.wake()
        QTest.mouseClick(button(place, name), Qt.MouseButton.LeftButton)
        settle()

    def wake(self) -> None:
        """The first moment of the reminder passes."""
        inert = self.running.reminder.inert
        inert._end(inert._turn)

    def says(self, *words: str, within: QWidget | None = None) -> None:
        """Fails unless the window in front says this."""
        shown = said(within or (self.reminder if self.reminder.isVisible() else self.window))
        for part in words:
            assert part in shown, shown

    def offers(self, name: str) -> bool:
        """Whether the window has such a button."""
        return name in names(self.window)
