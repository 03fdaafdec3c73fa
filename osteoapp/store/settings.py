"""The settings of the program, as one typed value."""

from __future__ import annotations

import dataclasses
import enum
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from osteoapp.core.context import Repeats as Repeats
from osteoapp.store import records

TEXT_SIZES = (100, 150, 200)
LANGUAGES = ("nl", "en")


class Theme(enum.StrEnum):
    """The colours of the screens; SYSTEM follows the computer."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    HIGH_CONTRAST = "high_contrast"


@dataclass(frozen=True, slots=True)
class Lock:
    """The caregiver's PIN: its argon2id hash, never the PIN. Instants are UTC.

    ``wrong`` counts the wrong PINs since the last right one, ``wrong_at`` is the last of them. ``forgotten_at``: when
    somebody said that the PIN is forgotten.
    """

    hash: str
    wrong: int = 0
    wrong_at: datetime | None = None
    forgotten_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Settings:
    """What the person chose. ``text_size`` and ``volume`` in per cent; ``language`` None: the regimen's.

    ``autostart`` is what was chosen here last; what the system has is the truth. ``tray_told``: it was said where the
    program is when its window is closed.
    ``second_folder``: where copies are put besides, on a stick or in a folder that is synchronised; None: nowhere.
    ``speak_reminders``: a reminder is read aloud; ``speech`` was never used and stands in older files only.
    ``lock``: the caregiver's PIN; None where there is none. It belongs to this computer: no export holds it.

    Raises ValueError where a value is not one of those on offer.
    """

    text_size: int = 100
    theme: Theme = Theme.SYSTEM
    sound: bool = True
    volume: int = 70
    speech: bool = False
    repeats: Repeats = Repeats()
    language: str | None = None
    autostart: bool = False
    second_folder: str | None = None
    keep_awake: bool = False
    tray_told: bool = False
    speak_reminders: bool = False
    lock: Lock | None = None

    def __post_init__(self) -> None:
        if self.text_size not in TEXT_SIZES:
            raise ValueError(f"text_size {self.text_size} is none of {TEXT_SIZES}")
        if not 0 <= self.volume <= 100:
            raise ValueError(f"volume {self.volume} is not between 0 and 100")
        if self.language is not None and self.language not in LANGUAGES:
            raise ValueError(f"language {self.language!r} is none of {LANGUAGES}")


def for_others(settings: Settings) -> Settings:
    """The settings as a file for others may hold them: without the lock."""
    return dataclasses.replace(settings, lock=None)


def read(record: Any) -> tuple[Settings, bool]:
    """The settings in a record, and whether all of it could be used.

    What is missing, unknown or senseless falls back to its default one by one: settings must never keep the
    program from starting.
    """
    settings, whole = Settings(), isinstance(record, dict)
    for name, value in record.items() if whole else ():
        try:
            one = records.from_record(Settings, {name: value})
            settings = dataclasses.replace(settings, **{name: getattr(one, name)})
        except ValueError:
            whole = False
    return settings, whole
