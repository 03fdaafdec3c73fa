"""The copies of the data as the settings screen sees them. What may hang or take long is done in threads."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from osteoapp import words
from osteoapp.content.catalogue import catalogue
from osteoapp.content.words import Lang
from osteoapp.core.events import AnyEvent, Event
from osteoapp.core.item import ItemId
from osteoapp.core.regimen import Regimen
from osteoapp.reminding.loop import Reminders
from osteoapp.store.clinic import CLINIC
from osteoapp.store.faults import StoreFault, WriteFailed
from osteoapp.store.store import Store
from osteoapp.ui.safety import CopyHeld, CopyMade, KeepingChanges, SecondFolder

# Seconds that a copy of the person's choice may take before it is told that its place does not answer.
COPY_PATIENCE = 30.0

T = TypeVar("T")
Values = tuple[tuple[str, str], ...]
Post = Callable[[Callable[[], object]], object]


class Copies:
    """``post`` has a function called in the main thread. ``lang`` is the language of the screens.

    ``send`` has the newest copy sent to the second folder, ``replace_with`` has the whole program go on with a copy:
    nothing where a sample has neither.
    """

    def __init__(self, store: Store, loop: Reminders, folder: Path, post: Post, lang: Callable[[], Lang]) -> None:
        self._store, self._loop, self._folder = store, loop, folder
        self._post, self._lang = post, lang
        self.changes = KeepingChanges()
        self.send: Callable[[], object] = lambda: None
        self.replace_with: Callable[[Path], object] = lambda _: None
        self.outcome: tuple[str, Values] = ("", ())
        self._second = SecondFolder()

    def copies(self) -> tuple[CopyMade, ...]:
        from osteoapp.store import files, rotation  # not needed for a start

        try:
            found = rotation.made_by_itself(self._folder / files.BACKUPS)
        except OSError:
            return ()
        zone = self._loop.now().tzinfo
        return tuple(CopyMade(str(copy.path), copy.made.astimezone(zone)) for copy in reversed(found))

    def look_into(self, path: str, then: Callable[[CopyHeld], None]) -> None:
        """As in ``Keeping``."""
        self._aside(lambda: self._held(Path(path)), CopyHeld(path, code="copy_slow"), then)

    def _aside(self, work: Callable[[], T], late: T, then: Callable[[T], None]) -> None:
        """Does work in a thread and tells what came of it; of what does not end in time, ``late``: it is left alone."""
        found: list[T] = []
        worker = threading.Thread(target=lambda: found.append(work()), name="aside", daemon=True)
        worker.start()

        def watch() -> None:
            worker.join(COPY_PATIENCE)
            self._post(lambda: then(found[0] if found else late))

        threading.Thread(target=watch, name="aside, watched", daemon=True).start()

    def _held(self, path: Path) -> CopyHeld:
        from osteoapp.store import restoring

        try:
            held = restoring.preview(path)
        except StoreFault as fault:
            return CopyHeld(str(path), code=fault.code, values=_pairs(fault.values))
        regimen = None
        if held.regimen is not None:
            regimen = Regimen(catalogue(), held.regimen.draft, held.regimen.versions)
        zone, lang = self._loop.now().tzinfo, self._lang()
        moments = [None if event is None else event.at.astimezone(zone) for event in (held.last, held.taken)]
        said = [_said(event, regimen, lang) for event in (held.last, held.taken)]
        plans = () if regimen is None else tuple(_titles(regimen, lang))
        clinic = held.companions.get(CLINIC, "")
        return CopyHeld(str(path), held.answers, said[0], moments[0], said[1], moments[1], plans, clinic)

    def put_back(self, path: str) -> None:
        self.replace_with(Path(path))

    def told(self) -> tuple[str, Values]:
        return self.outcome

    def save_copy(self, path: str, then: Callable[[str, Values], None]) -> None:
        """As in ``Keeping``."""

        def work() -> tuple[str, Values]:
            try:
                self._store.backup(Path(path))
            except WriteFailed as fault:
                return fault.code, _pairs(fault.values)
            return "", ()

        late: tuple[str, Values] = ("copy_slow", ())
        self._aside(work, late, lambda found: then(*found))

    # --- the second folder

    def second(self) -> SecondFolder:
        return replace(self._second, path=self._store.settings().second_folder or "")

    def choose_second(self, path: str) -> bool:
        try:
            self._store.save_settings(replace(self._store.settings(), second_folder=path or None))
        except WriteFailed:
            return False
        self._second = SecondFolder()
        if path:
            self.send()
        self.changes.changed.emit()
        return True

    def sent(self, code: str, values: Mapping[str, str]) -> None:
        """What became of the last copy to the second folder; in the main thread."""
        self._second = SecondFolder(code=code, at=self._loop.now(), values=_pairs(values))
        self.changes.changed.emit()

    # --- another channel

    def export_calendar(self, path: str, then: Callable[[str], None]) -> None:
        """As in ``Keeping``."""
        from osteoapp.exchange import ics_file  # a fifth of a second
        from osteoapp.store import files

        data = ics_file.write(self._loop.regimen, self._loop.history, self._loop.now(), self._lang())

        def work() -> str:
            try:
                files.write_whole(Path(path), data)
            except OSError as fault:
                with contextlib.suppress(OSError):
                    Path(f"{path}.part").unlink(missing_ok=True)
                return fault.strerror or "?"
            return ""

        self._aside(work, "?", then)


def _said(event: AnyEvent | None, regimen: Regimen | None, lang: Lang) -> str:
    if not isinstance(event, Event) or not event.item:
        return ""
    plan_id = ItemId.parse(event.item).plan
    plan = regimen.plan(plan_id, event.local_date) if regimen is not None else None
    name = words.plan_title(plan, lang) if plan is not None else plan_id
    return f"{name}: {words.noted(event, lang)}"


def _titles(regimen: Regimen, lang: Lang) -> Iterator[str]:
    """What is planned, and what of it this version does not know: that is read before a copy is put back."""
    for plan in regimen.draft.plans:
        title = words.plan_title(plan, lang)
        yield title if plan.treatment in regimen.catalogue else words.sentence("unknown_name", lang, name=title)


def _pairs(values: Mapping[str, str]) -> Values:
    return tuple(values.items())
