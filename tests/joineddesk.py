"""The joined program off screen, on a virtual clock, a minute before the weekly tablet; what it calls out is kept."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from osteoapp.content.catalogue import catalogue
from osteoapp.core.changes import revise
from osteoapp.core.history import History
from osteoapp.core.regimen import Regimen
from osteoapp.desk import Desk
from osteoapp.exchange.regimen_file import read
from osteoapp.reminding.clock import VirtualClock
from osteoapp.reminding.notifier import Message
from osteoapp.store.store import Store
from osteoapp.ui.tray import Tray

ZONE = ZoneInfo("Europe/Amsterdam")
SAMPLES = Path(__file__).parent.parent / "resources" / "samples"


class Heard:
    """What was called out: ``sound`` with its strikes, ``silence``, notifications, and the keys taken away."""

    def __init__(self) -> None:
        self.calls: list[Any] = []

    @property
    def messages(self) -> list[Message]:
        return [call for call in self.calls if isinstance(call, Message)]

    @property
    def sounds(self) -> list[str]:
        return [call for call in self.calls if isinstance(call, str)]

    @property
    def withdrawn(self) -> list[str]:
        return [key for call in self.calls if isinstance(call, tuple) for key in call]


@contextlib.contextmanager
def joined(
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    sample: str = "tablet",
    start: datetime = datetime(2026, 11, 23, 7, 29, tzinfo=ZONE),
    tray: bool = False,
) -> Iterator[tuple[Desk, Heard]]:
    """A running desk over a sample that has been known since the day before."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(folder / "config"))
    monkeypatch.setattr(Tray, "available", staticmethod(lambda: tray))
    known = start - timedelta(hours=20)
    store = Store.open(folder, catalogue())
    draft = read((SAMPLES / f"{sample}.toml").read_bytes(), catalogue(), known.date())
    store.save_regimen(revise(Regimen(catalogue()), draft, History(), known), known.astimezone(UTC))
    made = Desk(store, folder, VirtualClock(start, ZONE))
    heard = Heard()
    attention = made.attention
    monkeypatch.setattr(attention.notifier, "show", heard.calls.append)
    monkeypatch.setattr(attention.notifier, "withdraw", lambda keys: heard.calls.append(tuple(keys)))
    monkeypatch.setattr(attention.sound, "play", lambda strikes=9: heard.calls.append(f"sound {strikes}"))
    monkeypatch.setattr(attention.sound, "stop", lambda: heard.calls.append("silence"))
    made.window.show()
    made.start()
    try:
        yield made, heard
    finally:
        # Not handed to qtbot: it would close the windows first, and closing the window of a running desk asks a
        # question.
        made.close()
        made.window.translations.install("nl")  # a translator stays with the application, whoever made it
        if made.leaving.box is not None:
            made.leaving.box.deleteLater()
        made.tray.menu.deleteLater()
        made.reminder.deleteLater()
        made.window.deleteLater()


def advance(desk: Desk, **span: float) -> None:
    """Lets time pass and the wake-up ring."""
    clock: Any = desk._clock
    clock.advance(timedelta(**span))
    desk.wakeup.look()
