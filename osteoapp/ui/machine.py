"""What the settings screen needs of this computer: how it calls attention, and when it starts and sleeps."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, Protocol

from PySide6.QtCore import QObject, Signal

ChannelName = Literal["window", "notification", "sound", "tray", "speech"]
ChannelMood = Literal["works", "fails", "unknown", "untried"]


@dataclass(frozen=True, slots=True)
class Channel:
    """One way to the person's attention, and how it did last. ``at`` is local; ``code`` says why it fails."""

    name: ChannelName
    mood: ChannelMood
    at: datetime | None = None
    code: str = ""


class MachineChanges(QObject):
    """Emitted in the GUI thread when anything below has another answer."""

    changed = Signal()


class Machine(Protocol):
    """This computer. Every call is cheap, and comes from the GUI thread."""

    @property
    def changes(self) -> MachineChanges:
        """The signal."""

    def autostart(self) -> bool | None:
        """Whether the program starts with the computer; None where that cannot be had."""

    def set_autostart(self, wanted: bool) -> bool:
        """Switches that; False where the system refused."""

    def keep_awake(self) -> bool | None:
        """Whether the computer is kept awake shortly before a reminder; None where that cannot be had."""

    def set_keep_awake(self, wanted: bool) -> bool:
        """Switches that; False where it could not be saved."""

    def try_notification(self) -> None:
        """Shows a notification that is only a try; how it did is in ``channels`` a moment later."""

    def try_sound(self) -> None:
        """Sounds once."""

    def try_speech(self) -> None:
        """Reads a sentence aloud; how it did is in ``channels`` a moment later."""

    def try_tray(self) -> None:
        """Looks for the tray again."""

    def attempts(self) -> tuple[Channel, ...]:
        """The last notifications and how each did, newest first."""

    def channels(self) -> tuple[Channel, ...]:
        """The ways to the person's attention."""
