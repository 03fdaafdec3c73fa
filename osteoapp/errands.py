"""What the running program does on the side, each in a thread of its own, so that no answer ever waits for it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import date

from osteoapp import workdays
from osteoapp.core.agenda import zone_of
from osteoapp.core.regimen import CyclePlan
from osteoapp.reminding.loop import Reminders
from osteoapp.store.faults import WriteFailed
from osteoapp.store.store import Store


class Errands:
    """The copy of the day, and the holidays of the year.

    A copy that failed gives its code to ``failed``, in its thread.
    """

    def __init__(self, store: Store, loop: Reminders, failed: Callable[[str], object]) -> None:
        self._store = store
        self._loop = loop
        self._failed = failed

    def back_up(self) -> None:
        """Makes the copy of the day."""
        threading.Thread(target=self._copy, args=(self._loop.today(),), name="backup", daemon=True).start()

    def read_ahead(self) -> None:
        """Reads the holidays of the year, for the dates of injections and infusions, while nobody waits for them."""
        if any(isinstance(plan, CyclePlan) for plan in self._loop.regimen.draft.plans):
            arguments = (self._loop.today(), str(zone_of(self._loop.regimen, self._loop.now())))
            threading.Thread(target=workdays.warm, args=arguments, name="holidays", daemon=True).start()

    def _copy(self, day: date) -> None:
        try:
            self._store.daily_backup(day)
        except WriteFailed as fault:
            self._failed(fault.code)
