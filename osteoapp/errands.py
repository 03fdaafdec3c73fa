"""What the running program does on the side, each in a thread of its own, so that no answer ever waits for it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, date, datetime
from pathlib import Path

from PySide6.QtCore import QProcess

from osteoapp import workdays
from osteoapp.content.words import Lang
from osteoapp.core.agenda import zone_of
from osteoapp.core.regimen import CyclePlan
from osteoapp.desktop.autostart import BACKGROUND, command
from osteoapp.reminding.loop import Reminders
from osteoapp.store.faults import WriteFailed
from osteoapp.store.store import Store

# Seconds that the folder of the person's choice may take before it is told that it does not answer.
SECOND_FOLDER_PATIENCE = 60.0
# Seconds that a copy which is being made is waited for.
FINISH_PATIENCE = 10.0


def open_demo(lang: Lang) -> bool:
    """Starts the demo beside the program, as a program of its own; False where the computer refuses."""
    return _start("demo", "--lang", lang)


def open_set_up(treatments: Iterable[str]) -> bool:
    """Starts the program with the questions of the start, these treatments chosen; one that runs already opens them."""
    return _start("--set-up", ",".join(treatments))


def _start(*words: str) -> bool:
    program, *own = command()
    return bool(QProcess.startDetached(program, [*(one for one in own if one != BACKGROUND), *words]))


class Errands:
    """The copies of each hour, and the holidays of the year.

    A copy that failed gives its code to ``failed``, and one for the second folder, failed or not, its code or "" and
    the values of a sentence to ``sent``; each in its thread.
    """

    def __init__(
        self,
        store: Store,
        loop: Reminders,
        failed: Callable[[str], object],
        sent: Callable[[str, Mapping[str, str]], object] = lambda _code, _values: None,
    ) -> None:
        self._store = store
        self._loop = loop
        self._failed, self._sent = failed, sent
        self._hour: tuple[date, int] | None = None
        self._copier: threading.Thread | None = None
        self._sender: threading.Thread | None = None

    def back_up(self) -> None:
        """Makes the copy of the hour, unless this program saw to it already: cheap enough for every heartbeat."""
        now = self._loop.now().astimezone(UTC)
        if self._hour == (now.date(), now.hour):
            return
        self._hour = (now.date(), now.hour)
        second = self._store.settings().second_folder
        self._copier = threading.Thread(target=self._copy, args=(now, second), name="backup", daemon=True)
        self._copier.start()

    def copy_now(self) -> None:
        """Sees to the copies at once, and not only when the hour is over."""
        self._hour = None
        self.back_up()

    def finish(self) -> None:
        """Waits for the copy that is being made: the data are about to be replaced. Not for a second folder."""
        if self._copier is not None:
            self._copier.join(FINISH_PATIENCE)

    def read_ahead(self) -> None:
        """Reads the holidays of the year, for the dates of injections and infusions, while nobody waits for them."""
        if any(isinstance(plan, CyclePlan) for plan in self._loop.regimen.draft.plans):
            arguments = (self._loop.today(), str(zone_of(self._loop.regimen, self._loop.now())))
            threading.Thread(target=workdays.warm, args=arguments, name="holidays", daemon=True).start()

    def _copy(self, at: datetime, second: str | None) -> None:
        try:
            self._store.keep_copy(at)
        except WriteFailed as fault:
            if fault.code != "locked":  # another process is making the same copy
                self._failed(fault.code)
        if second is not None:
            self._send(Path(second))

    def _send(self, second: Path) -> None:
        """One at a time: a folder that hangs holds up its own thread and no other, and a daemon dies with us."""
        if self._sender is not None and self._sender.is_alive():
            self._slow()
            return
        self._sender = threading.Thread(target=self._carry, args=(second,), name="second backup", daemon=True)
        self._sender.start()
        self._sender.join(SECOND_FOLDER_PATIENCE)
        if self._sender.is_alive():
            self._slow()

    def _slow(self) -> None:
        self._failed("second_folder_slow")
        self._sent("second_folder_slow", {})

    def _carry(self, second: Path) -> None:
        try:
            self._store.send_copy(second)
        except WriteFailed as fault:
            self._failed(fault.code)
            self._sent(fault.code, fault.values)
        else:
            self._sent("", {})
