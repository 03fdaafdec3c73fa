"""Sheets and files for the screens, each made in a thread of its own, so that no answer ever waits for it."""

from __future__ import annotations

import errno
import threading
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from osteoapp import paperwork
from osteoapp.content.words import Lang
from osteoapp.core.events import AnyEvent
from osteoapp.core.history import History
from osteoapp.core.regimen import Regimen
from osteoapp.exchange import whole_file
from osteoapp.reminding.loop import Reminders
from osteoapp.store.settings import Settings
from osteoapp.store.store import Store
from osteoapp.ui.share.port import Job, Made

_FAULTS = {
    errno.ENOSPC: "full", errno.EDQUOT: "full", errno.EACCES: "forbidden", errno.EPERM: "forbidden",
    errno.EROFS: "forbidden", errno.ENOENT: "missing", errno.ENOTDIR: "missing",
}  # fmt: skip
# The table and the json have so many events in a portion.
_PORTION = 500


class Cancelled(Exception):
    """The person stopped it."""


@dataclass(frozen=True, slots=True)
class _Taken:
    """What was there when it was asked for: nothing of it changes while a thread works on it."""

    regimen: Regimen
    events: tuple[AnyEvent, ...]
    settings: Settings
    now: datetime
    lang: Lang

    def source(self) -> paperwork.Source:
        return paperwork.Source(self.regimen, History(self.events), self.settings, self.now, self.lang)


class Sharing:
    """What the screens may ask for."""

    def __init__(self, loop: Reminders, store: Store) -> None:
        self._loop = loop
        self._store = store

    def pages(self, kind: str, lang: Lang, dots: int) -> Job:
        taken = self._take(lang)
        return _start(lambda job: Made(pages=tuple(paperwork.pictures(kind, taken.source(), dots))))

    def save(self, kind: str, lang: Lang, target: Path) -> Job:
        taken = self._take(lang)

        def write(job: Job) -> Made:
            whole_file.write(target, _watched(paperwork.portions(kind, taken.source()), len(taken.events), job))
            return Made(path=target)

        return _start(write)

    def _take(self, lang: Lang) -> _Taken:
        events = tuple(self._loop.history.all())
        return _Taken(self._loop.regimen, events, self._store.settings(), self._loop.now(), lang)


def _start(act: Callable[[Job], Made]) -> Job:
    job = Job()
    threading.Thread(target=_work, args=(act, job), name="share", daemon=True).start()
    return job


def _work(act: Callable[[Job], Made], job: Job) -> None:
    """Whatever happens, the screen hears of it; a fault of the program goes on to where those are told."""
    made = Made(fault="failed")
    try:
        made = act(job)
    except Cancelled:
        made = Made(fault="cancelled")
    except OSError as fault:
        made = Made(fault=_FAULTS.get(fault.errno or 0, "failed"))
    finally:
        job.tell(100, made)


def _watched(portions: Iterable[bytes], events: int, job: Job) -> Iterator[bytes]:
    """The portions, telling after each how far it is; stops where the person said so."""
    expected = events // _PORTION + 2
    for number, portion in enumerate(portions, 1):
        if job.cancelled:
            raise Cancelled
        yield portion
        if expected > 2:
            job.tell(min(100 * number // expected, 99))
