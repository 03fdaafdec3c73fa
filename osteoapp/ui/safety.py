"""What the settings screen needs to keep the data safe: copies, a second folder for them, and the caregiver's PIN."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from PySide6.QtCore import QObject, Signal

Values = tuple[tuple[str, str], ...]
"""What a sentence needs besides its code."""


@dataclass(frozen=True, slots=True)
class CopyMade:
    """A copy that the program made by itself, and when (local, aware)."""

    path: str
    made: datetime


@dataclass(frozen=True, slots=True)
class CopyHeld:
    """What a copy holds. ``code`` is not empty where it cannot be used: why, with its ``values``.

    ``last`` is the last answer in words, ``at`` when it was given (local, aware); ``taken`` and ``taken_at`` the same
    of the last dose that was taken; ``plans`` are the treatments. ``clinic`` is ``whole`` where the clinic's text is in
    it, ``large`` or ``damaged`` where it was left out for that, and "" where the copy says nothing of one.
    """

    path: str
    answers: int = 0
    last: str = ""
    at: datetime | None = None
    taken: str = ""
    taken_at: datetime | None = None
    plans: tuple[str, ...] = ()
    clinic: str = ""
    code: str = ""
    values: Values = ()


@dataclass(frozen=True, slots=True)
class SecondFolder:
    """The folder of the person's choice for copies besides; ``path`` "" where there is none.

    ``code`` is "" where the last copy arrived, ``waiting`` while one is on its way, else why it did not; ``at`` is
    when that was (local, aware), None where none was tried since the program started.
    """

    path: str = ""
    code: str = "waiting"
    at: datetime | None = None
    values: Values = ()


class KeepingChanges(QObject):
    """Emitted in the GUI thread when anything of ``Keeping`` has another answer."""

    changed = Signal()


class Keeping(Protocol):
    """The copies of the data. No call waits for a disk that may hang."""

    @property
    def changes(self) -> KeepingChanges:
        """The signal."""

    def copies(self) -> tuple[CopyMade, ...]:
        """The copies in the data folder, newest first."""

    def look_into(self, path: str, then: Callable[[CopyHeld], None]) -> None:
        """Checks a copy whole and tells what it holds, a moment later."""

    def put_back(self, path: str) -> None:
        """Puts a copy in the place of the data; the program goes on with them, with new windows."""

    def told(self) -> tuple[str, Values]:
        """What became of ``put_back`` in this run: a code with its values; ``done`` where it is done; "" for none."""

    def save_copy(self, path: str, then: Callable[[str, Values], None]) -> None:
        """Makes a whole copy in a file and tells a moment later "" or why not."""

    def second(self) -> SecondFolder:
        """The second folder and how the last copy to it went."""

    def choose_second(self, path: str) -> bool:
        """Takes another second folder, "" for none, and sends a copy; False where the choice could not be kept."""

    def export_calendar(self, path: str, then: Callable[[str], None]) -> None:
        """Writes the calendar of the coming dates, for a telephone, and tells a moment later "" or why not."""


class PinLock(Protocol):
    """The caregiver's PIN. Instants are UTC. What returns a text returns "" where it was done, else a code."""

    def is_set(self) -> bool:
        """Whether there is a PIN."""

    def is_open(self) -> bool:
        """Whether changes need no PIN now."""

    def close(self) -> None:
        """The next change asks the PIN again."""

    def set_pin(self, pin: str) -> str:
        """Keeps a new PIN, or says ``digits`` or ``length``."""

    def remove(self) -> str:
        """Takes the PIN away."""

    def give(self, pin: str) -> str:
        """Tries a PIN: "" where it is right, else ``wrong`` or ``wait``."""

    def wait_until(self) -> datetime | None:
        """Until when no PIN is taken."""

    def forget(self) -> str:
        """Begins the day after which the PIN may be taken away without it."""

    def remember(self) -> str:
        """Ends that day without anything."""

    def way_out_at(self) -> datetime | None:
        """When that day is over."""

    def way_out(self) -> str:
        """Takes a forgotten PIN away, or says ``wait``."""
