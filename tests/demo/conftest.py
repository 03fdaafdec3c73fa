"""No display, the program's letters, and no sound or notification of the computer."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import ClassVar

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtWidgets import QApplication

from osteoapp import attention
from osteoapp.ui.pictures import settle


class Silent:
    """A sound and a notifier that keep what they were asked, and do nothing."""

    asked: ClassVar[list[object]] = []

    def __init__(self, *_: object) -> None:
        pass

    def play(self, times: int) -> None:
        self.asked.append(("play", times))

    def set_volume(self, volume: float) -> None:
        pass

    def stop(self) -> None:
        pass

    def show(self, message: object) -> None:
        self.asked.append(message)

    def withdraw(self, items: object) -> None:
        pass

    def close(self) -> None:
        pass


@pytest.fixture
def quiet(monkeypatch: pytest.MonkeyPatch, qapp: QApplication) -> Iterator[list[object]]:
    """What the sound and the notifications were asked, in order."""
    Silent.asked = []
    monkeypatch.setattr(attention, "SoundFile", Silent)
    monkeypatch.setattr(attention, "Notifier", Silent)
    yield Silent.asked
    for widget in QApplication.topLevelWidgets():
        widget.hide()
        widget.deleteLater()
    settle()
