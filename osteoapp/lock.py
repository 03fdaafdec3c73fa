"""The caregiver's lock: a PIN before plans and settings are changed. It guards against slips, not against burglars.

Who may open the files of this user may change them: the lock is for somebody who presses what she did not mean to
press. Answering, reading and calling are never behind it. Only the PIN's argon2id hash is kept (the only user of
``argon2``), in the settings of the store. Wrong PINs are counted there too, so that a restart forgives none.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Final

from osteoapp.store.faults import WriteFailed
from osteoapp.store.settings import Lock
from osteoapp.store.store import Store

if TYPE_CHECKING:
    from argon2 import PasswordHasher

SHORTEST: Final = 4
LONGEST: Final = 12
# Seconds that a right PIN opens the changes for.
OPEN_SECONDS: Final = 600.0
# So many wrong PINs cost nothing; each one more doubles the wait, up to the longest.
FREE: Final = 3
FIRST_WAIT: Final = timedelta(seconds=30)
LONGEST_WAIT: Final = timedelta(minutes=15)
# Nobody waits a day by a slip of the hand.
FORGOTTEN_WAIT: Final = timedelta(days=1)


class CaregiverLock:
    """The lock of one data folder in one run of the program.

    ``now`` is the present (aware), ``monotonic`` seconds that only grow, or None where there are none to be had.
    """

    def __init__(self, store: Store, now: Callable[[], datetime], monotonic: Callable[[], float | None]) -> None:
        self._store, self._now, self._monotonic = store, now, monotonic
        self._open_until: float | None = None

    def is_set(self) -> bool:
        """Whether there is a PIN."""
        return self._lock is not None

    def is_open(self) -> bool:
        """Whether changes need no PIN now: there is none, or it was given some minutes ago."""
        if self._lock is None:
            return True
        return self._open_until is not None and self._seconds() < self._open_until

    def close(self) -> None:
        """The next change asks the PIN again."""
        self._open_until = None

    def set_pin(self, pin: str) -> str:
        """Keeps a new PIN. Returns "" or what is wrong: ``digits``, ``length``, or the code of a write that failed."""
        if not (pin.isascii() and pin.isdigit()):
            return "digits"
        if not SHORTEST <= len(pin) <= LONGEST:
            return "length"
        fault = self._save(Lock(_hasher().hash(pin)))
        if not fault:
            self._stay_open()
        return fault

    def remove(self) -> str:
        """There is no PIN any more. Returns "" or the code of a write that failed."""
        return self._save(None)

    def wait_until(self) -> datetime | None:
        """Until when no PIN is taken (UTC); None where one is."""
        lock = self._lock
        if lock is None or lock.wrong_at is None or lock.wrong < FREE:
            return None
        wait = min(FIRST_WAIT * 2 ** min(lock.wrong - FREE, 16), LONGEST_WAIT)
        now = self._now().astimezone(UTC)
        # A clock that was set back must not lock for longer than the wait itself.
        end = min(lock.wrong_at, now) + wait
        return end if now < end else None

    def give(self, pin: str) -> str:
        """Tries a PIN. Returns "" where it is right, else ``wrong``, ``wait``, or the code of a write that failed."""
        lock = self._lock
        if lock is None:
            return ""
        if self.wait_until() is not None:
            return "wait"
        # Counted before it is looked at: whoever ends the program meanwhile has used up a try all the same.
        fault = self._save(replace(lock, wrong=lock.wrong + 1, wrong_at=self._now().astimezone(UTC)))
        if fault:
            return fault
        if not _fits(lock.hash, pin):
            return "wrong"
        self._save(Lock(lock.hash))
        self._stay_open()
        return ""

    # --- a PIN that is forgotten

    def forget(self) -> str:
        """Begins the day after which the PIN may be taken away. Returns "" or the code of a write that failed."""
        lock = self._lock
        if lock is None or lock.forgotten_at is not None:
            return ""
        return self._save(replace(lock, forgotten_at=self._now().astimezone(UTC)))

    def remember(self) -> str:
        """The PIN is not forgotten after all: the day ends without anything. Returns "" or a code."""
        lock = self._lock
        return "" if lock is None else self._save(replace(lock, forgotten_at=None))

    def way_out_at(self) -> datetime | None:
        """When the PIN may be taken away without it (UTC); None where nobody said that it is forgotten."""
        lock = self._lock
        return None if lock is None or lock.forgotten_at is None else lock.forgotten_at + FORGOTTEN_WAIT

    def way_out(self) -> str:
        """Takes a forgotten PIN away. Returns "", ``wait``, or the code of a write that failed."""
        at = self.way_out_at()
        return "wait" if at is None or self._now() < at else self.remove()

    # --- keeping

    @property
    def _lock(self) -> Lock | None:
        return self._store.settings().lock

    def _stay_open(self) -> None:
        self._open_until = self._seconds() + OPEN_SECONDS

    def _seconds(self) -> float:
        found = self._monotonic()
        return time.monotonic() if found is None else found

    def _save(self, lock: Lock | None) -> str:
        try:
            self._store.save_settings(replace(self._store.settings(), lock=lock))
        except WriteFailed as fault:
            return fault.code
        return ""


def _hasher() -> PasswordHasher:
    from argon2 import PasswordHasher  # imported where it is used: few starts need it
    from argon2.profiles import RFC_9106_LOW_MEMORY

    return PasswordHasher.from_parameters(RFC_9106_LOW_MEMORY)


def _fits(kept: str, pin: str) -> bool:
    """Whether a PIN belongs to a hash; the library compares in constant time."""
    from argon2.exceptions import InvalidHashError, VerificationError

    try:
        return bool(_hasher().verify(kept, pin))
    except (VerificationError, InvalidHashError):
        return False
