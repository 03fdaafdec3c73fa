"""Pictures of the screens, made off screen: for the sample run where there is no display, and for looking at them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget

from osteoapp.core.item import Reminder
from osteoapp.i18n import Translations
from osteoapp.ui.assets import resources
from osteoapp.ui.models import foremost
from osteoapp.ui.ports import Port, Settings
from osteoapp.ui.reminder import ReminderWindow
from osteoapp.ui.snapshot import take
from osteoapp.ui.window import MainWindow


@dataclass(frozen=True, slots=True)
class Shot:
    """One way to see the screens: language, text size in per cent, theme, and the size of the window."""

    language: str = "nl"
    text_size: int = 100
    theme: str = "light"
    width: int = 1280
    height: int = 800

    @property
    def name(self) -> str:
        return f"{self.language}-{self.text_size}-{self.theme}-{self.width}x{self.height}"


SHOTS = (
    Shot(),
    Shot("en"),
    Shot(text_size=150),
    Shot(text_size=200),
    Shot(theme="dark"),
    Shot(theme="high_contrast"),
    Shot(width=1024, height=540),
    Shot("en", 200, "light", 1024, 540),
)


def settle() -> None:
    """Lets Qt lay out and delete what is waiting."""
    for _ in range(3):
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        QApplication.processEvents()


def grab(widget: QWidget, path: Path) -> None:
    """Writes a picture of a widget as it stands. OSError where it cannot be written."""
    settle()
    if not widget.grab().save(str(path)):
        raise OSError(f"cannot write {path}")


def screens(port: Port, shot: Shot, translations: Translations) -> Iterator[tuple[str, QWidget]]:
    """Every screen in turn, with its name; each is valid until the next one is asked for."""
    old = port.settings()
    port.save_settings(Settings(shot.text_size, shot.theme, shot.language, old.sound))
    window = MainWindow(port, translations)
    window.resize(shot.width, shot.height)
    window.show()
    try:
        for name in ("today", "calendar", "leaflet", "progress", "settings"):
            window.go(name)
            yield name, window
        window.show_call()
        yield "call", window
        yield from _of_the_first(port, window, shot)
    finally:
        window.close()
        window.deleteLater()
        port.save_settings(replace(old))
        settle()


def _of_the_first(port: Port, window: MainWindow, shot: Shot) -> Iterator[tuple[str, QWidget]]:
    """The reminder of what comes first now, and its intake where it has one."""
    snap = take(port)
    item = foremost(snap)
    if item is None:
        return
    reason = port.reason_of(item.id)
    reminder = ReminderWindow(window.look, port, window.lang, start_timer=lambda _, then: then())
    if reason is not None:
        width, height = reminder.wanted(window.look)
        reminder.resize(min(width, shot.width), min(height, shot.height))
        reminder.remind([Reminder(item, reason, item.level)])
        if reminder.items:
            yield "reminder", reminder
        reminder.hide()
    reminder.deleteLater()
    window.show_intake(item.id)
    settle()
    if window.in_intake:
        yield "intake", window
        window.show_wrong(item.id)
        yield "wrong", window


def take_all(port: Port, folder: Path, shots: tuple[Shot, ...] = SHOTS) -> tuple[Path, ...]:
    """Writes a picture of each screen in each way; gives the files back. OSError where one cannot be written."""
    folder.mkdir(parents=True, exist_ok=True)
    translations = Translations(resources() / "translations")
    made: list[Path] = []
    for shot in shots:
        for name, widget in screens(port, shot, translations):
            path = folder / f"{name}-{shot.name}.png"
            grab(widget, path)
            made.append(path)
    return tuple(made)
