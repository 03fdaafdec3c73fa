"""Joins the reminder loop to the screens: the screens' port, over the loop and the store."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QTimer

from osteoapp import words
from osteoapp.clinic_shelf import ClinicShelf
from osteoapp.content.clinic import ClinicLeaflet
from osteoapp.core import answers
from osteoapp.core.agenda import agenda, context
from osteoapp.core.answers import Request
from osteoapp.core.cycles import gap_differs, running_cycle
from osteoapp.core.events import Answer, Cause, Reason, Reminded, Snoozed
from osteoapp.core.history import History
from osteoapp.core.item import Agenda, Item, ItemId, Reminder, Status
from osteoapp.core.refusal import Refused
from osteoapp.core.regimen import Regimen
from osteoapp.keeping import Copies
from osteoapp.lock import CaregiverLock
from osteoapp.looking_back import LookingBack
from osteoapp.planning import Planning, first_item
from osteoapp.reminding.loop import Reminders
from osteoapp.reminding.speech import Speech
from osteoapp.reminding.stopwatch import Stopwatch
from osteoapp.reminding.wakeup import MainThread
from osteoapp.sharing import Sharing
from osteoapp.shelving import KeptTicks, Shelving
from osteoapp.stocking import Stocking
from osteoapp.store.faults import WriteFailed
from osteoapp.store.settings import Settings as StoredSettings
from osteoapp.store.settings import Theme
from osteoapp.store.stopwatch import StopwatchFile
from osteoapp.store.store import Store
from osteoapp.ui import ports
from osteoapp.ui.machine import Machine
from osteoapp.ui.ports import Absence, Changes, Health, Outcome, Preview, Result, Settings, Trial
from osteoapp.ui.snapshot import language

WORTH_TELLING = timedelta(minutes=30)
REMINDER_FIRST_MS = 60
FAR_AHEAD = timedelta(days=800)


class LoopPort:
    """The program as the screens see it, over the real loop and store."""

    def __init__(
        self, loop: Reminders, store: Store, folder: Path, new_id: Callable[[], str],
        post: Callable[[Callable[[], object]], object] | None = None,
    ) -> None:  # fmt: skip
        self._loop = loop
        self._store = store
        self._folder = folder
        self._new_id = new_id
        self._changes = Changes()
        self.voice = Speech()
        self._looks = _Looks(loop)
        tidings = _Tidings(loop, self._looks)
        self.absence, self.seen_absence = tidings.absence, tidings.seen_absence
        self.moved, self.seen_move = tidings.moved, tidings.seen_move
        self._notes: list[tuple[str, str]] = []
        self._health = Health()
        self.machine: Machine | None = None
        self.stopwatch: ports.Stopwatch = Stopwatch(
            StopwatchFile(folder), loop.now, loop.clock.monotonic, (WriteFailed,)
        )
        self._ahead = _LookAhead(loop, new_id)
        self.share = Sharing(loop, store)
        self.stock = Stocking(loop, new_id)
        self._clinic = ClinicShelf(folder, self._clinic_damaged)
        self.shelf: ports.Shelf = Shelving(self._clinic, lambda: loop.now().date(), loop.refresh)
        self.ticks: ports.Ticks = KeptTicks(folder)
        self.plans = Planning(loop, folder, lambda: _trial(self))
        self.past = LookingBack(loop, new_id, lambda: loop.unsaved.code if loop.unsaved else None)
        self.keeping = Copies(store, loop, folder, post or MainThread().post, lambda: language(self))
        self.lock = CaregiverLock(store, loop.clock.now, loop.clock.monotonic)
        loop.changed.append(self._changed)

    @property
    def changes(self) -> Changes:
        """The signals."""
        return self._changes

    def note(self, code: str, detail: str = "") -> None:
        """Keeps a fault of sound, notifications or the like for the settings screen; each once."""
        if (code, detail) not in self._notes:
            self._notes.append((code, detail))
            self._tell_health()

    def _changed(self, found: Agenda) -> None:
        """Tells the screens; where a reminder has just been shown, after it was painted: it goes first."""
        if found.remind:
            QTimer.singleShot(REMINDER_FIRST_MS, self._changes, self._tell)
        else:
            self._tell()

    def _tell(self) -> None:
        self._changes.changed.emit(self._loop.agenda)
        self._tell_health()

    def _tell_health(self) -> None:
        health = self.health()
        if health != self._health:
            self._health = health
            self._changes.health.emit(health)

    # --- reading

    def agenda(self) -> Agenda:
        return self._loop.agenda

    def between(self, first: date, last: date) -> Agenda:
        return self._looks.between(first, last)

    def regimen(self) -> Regimen:
        return self._loop.regimen

    def now(self) -> datetime:
        return self._loop.now()

    def allowed(self, item: Item) -> frozenset[str]:
        return self._loop.takes(item)

    def answer_of(self, item_id: str) -> Answer | None:
        now = self._loop.now()
        answers_given = self._loop.history.answers(item_id)
        said = [event for event in answers_given if not isinstance(event, Snoozed) or event.until > now]
        deciding = [event for event in said if event.type in ("taken", "given")] or said
        return deciding[-1] if deciding else None

    def reason_of(self, item_id: str) -> Reason | None:
        now = self._loop.now()
        shown = self._loop.history.reminded(item_id, now - timedelta(days=400), now)
        return shown[-1].reason if shown and isinstance(shown[-1], Reminded) else None

    def health(self) -> Health:
        return Health(
            unsaved=self._loop.unsaved.answers,
            date_doubt=self._loop.clock_doubted(),
            notes=tuple(self._notes),
        )

    def date_is_right(self) -> None:
        self._loop.clock_confirmed = True
        self._loop.refresh()

    def data_folder(self) -> str:
        return str(self._folder)

    def clinic_leaflet(self) -> ClinicLeaflet | None:
        return self._clinic.leaflet()

    def _clinic_damaged(self, code: str, values: Mapping[str, str]) -> None:
        """Says it once, in the settings; the program's own leaflet is there as ever."""
        language = self._store.settings().language or self._loop.regimen.draft.patient.language
        said = words.repair(code, values, "en" if language == "en" else "nl")
        # A screen that is being drawn asked for the text: what it warns of comes after it.
        QTimer.singleShot(0, self._changes, lambda: self.note(code, said))

    # --- answering

    def record(
        self,
        item_id: str,
        answer: str,
        *,
        at: datetime | None = None,
        on: date | datetime | None = None,
        amount: int | None = None,
        note: str | None = None,
        until: datetime | None = None,
        minutes: int | None = None,
    ) -> Outcome:
        request = Request(item_id, answer, at, on, amount, note, until, minutes)
        try:
            events = self._loop.record(request)
        except Refused as refused:
            return Outcome(Result.REFUSED, code=refused.code, values=refused.values)
        result = Result.NOT_SAVED if self._loop.unsaved else Result.SAVED
        return Outcome(result, events[0].id, self._loop.unsaved.code)

    def undo(self, event_id: str) -> Outcome:
        try:
            events = self._loop.undo(event_id)
        except Refused as refused:
            return Outcome(Result.REFUSED, code=refused.code, values=refused.values)
        result = Result.NOT_SAVED if self._loop.unsaved else Result.SAVED
        return Outcome(result, events[0].id, self._loop.unsaved.code)

    def preview(
        self, item_id: str, answer: str, *, at: datetime | None = None, on: date | datetime | None = None
    ) -> Preview:
        return self._ahead.preview(Request(item_id, answer, at=at, on=on))

    # --- settings

    def settings(self) -> Settings:
        stored = self._store.settings()
        return Settings(
            stored.text_size, stored.theme.value, stored.language, stored.sound, stored.volume,
            stored.speak_reminders, stored.repeats,
        )  # fmt: skip

    def save_settings(self, settings: Settings) -> bool:
        stored: StoredSettings = replace(
            self._store.settings(),
            theme=Theme(settings.theme), text_size=settings.text_size, language=settings.language,
            sound=settings.sound, volume=settings.volume, speak_reminders=settings.speak_reminders,
            repeats=settings.repeats,
        )
        again = stored.repeats != self._store.repeats()
        try:
            self._store.save_settings(stored)
        except WriteFailed:
            return False
        if again:
            self._loop.refresh()
        return True


class _Looks:
    """The agenda of other days, worked out once for each change: window and tray ask for the same at every look."""

    def __init__(self, loop: Reminders) -> None:
        self._loop = loop
        self._key: tuple[object, ...] = ()
        self._found: dict[tuple[date, date], Agenda] = {}

    def between(self, first: date, last: date) -> Agenda:
        """As ``Port``. Its ``now`` is that of the first time it was asked."""
        loop, now = self._loop, self._loop.now()
        # What time alone changes is today's, or open: that stands among the items of the last look.
        key = (now.date(), now.tzinfo, loop.regimen, loop.history, loop.history.revision, loop.agenda.items)
        if key != self._key:
            self._key, self._found = key, {}
        if (first, last) not in self._found:
            self._found[first, last] = loop.look(first, last)
        return self._found[first, last]


class _Tidings:
    """What happened while nobody looked, until the person has seen it: the computer was off, or the zone changed."""

    def __init__(self, loop: Reminders, looks: _Looks) -> None:
        self._loop, self._looks = loop, looks
        self._absence_seen: datetime | None = None
        self._move_seen = ""

    def absence(self) -> Absence | None:
        """The last time off, if it lasted over half an hour and nobody has seen the message yet."""
        now = self._loop.now()
        last = self._loop.history.wakes.last(now)
        if last is None or last.away_from is None or last.at == self._absence_seen:
            return None
        if last.cause not in (Cause.START, Cause.RESUME) or last.at - last.away_from <= WORTH_TELLING:
            return None
        start, end = last.away_from.astimezone(now.tzinfo), last.at.astimezone(now.tzinfo)
        listed = self._looks.between(start.date(), end.date()).items
        fallen = tuple(item for item in listed if last.away_from < item.planned <= last.at)
        return Absence(start, end, fallen)

    def seen_absence(self) -> None:
        last = self._loop.history.wakes.last(self._loop.now())
        self._absence_seen = None if last is None else last.at

    def moved(self) -> bool:
        """Whether this run found other wall-clock times in force than before, and nobody has seen the message yet."""
        found = self._loop.history.wakes.moved(self._loop.clock.now())
        return found is not None and found.id != self._move_seen

    def seen_move(self) -> None:
        found = self._loop.history.wakes.moved(self._loop.clock.now())
        self._move_seen = "" if found is None else found.id


class _LookAhead:
    """What would follow from an answer, played on a copy of the log; the same question once a look."""

    def __init__(self, loop: Reminders, new_id: Callable[[], str]) -> None:
        self._loop = loop
        self._new_id = new_id
        self._previewed: Agenda | None = None
        self._previews: dict[tuple[object, ...], Preview] = {}

    def preview(self, request: Request) -> Preview:
        """What would follow; when the plan comes next."""
        found = self._loop.agenda
        if self._previewed is not found:
            self._previewed, self._previews = found, {}
        key = (request, self._loop.history.revision)
        if key not in self._previews:
            self._previews[key] = self._look(request)
        return self._previews[key]

    def _look(self, request: Request) -> Preview:
        now, regimen = self._loop.now(), self._loop.regimen
        try:
            events = answers.apply(regimen, self._loop.history, now, request, self._new_id)
        except Refused as refused:
            return Preview(code=refused.code, values=refused.values)
        wanted = ItemId.parse(request.item)
        mine = f"{wanted.plan}/"
        log = (event for event in self._loop.history.all() if event.item.startswith(mine))
        copy = History((*(event for event in log if not isinstance(event, Reminded)), *events))
        alone = replace(regimen, versions=tuple(v for v in regimen.versions if v.plan.id == wanted.plan))
        found = agenda(alone, copy, now, dates=(now.date(), now.date() + FAR_AHEAD))
        coming = [
            other.due
            for other in found.items
            if other.plan == wanted.plan and other.step == wanted.step and _still_ahead(other)
        ]
        nearest = min(coming, default=None)
        return Preview(
            next_at=None if nearest is None else nearest.astimezone(now.tzinfo),
            date_differs=self._date_differs(wanted, request.answer, request.on or now.date()),
        )

    def _date_differs(self, wanted: ItemId, answer: str, on: date | datetime) -> bool:
        if answer != "given":
            return False
        ctx = context(self._loop.regimen, self._loop.history, self._loop.now())
        family = ctx.family(wanted.plan)
        cycle = running_cycle(ctx, family) if family is not None else None
        return cycle is not None and gap_differs(ctx, cycle, on.date() if isinstance(on, datetime) else on)


def _still_ahead(item: Item) -> bool:
    return item.open or item.status is Status.UPCOMING


class Foreseen(LoopPort):
    """A port a moment ahead: for drawing a reminder before it is due. Answers go to the real one."""

    def __init__(self, port: LoopPort, found: Agenda) -> None:
        self.__dict__.update(port.__dict__)
        self._found = found

    def agenda(self) -> Agenda:
        return self._found

    def now(self) -> datetime:
        return self._found.now.astimezone(self._loop.now().tzinfo)

    def allowed(self, item: Item) -> frozenset[str]:
        return answers.takes_now(self._loop.regimen, self._loop.history, self.now(), item)


class Rehearsal(Foreseen):
    """A port a moment ahead that writes nothing: for trying out a reminder."""

    def __init__(self, port: LoopPort, found: Agenda) -> None:
        super().__init__(port, found)
        self._changes = Changes()

    def preview(self, item_id: str, answer: str, **details: object) -> Preview:
        """What would follow is not foreseen from a moment that has not come."""
        return Preview()

    def record(self, item_id: str, answer: str, **details: object) -> Outcome:
        """Takes the item off the screen, as a real answer would, and notes nothing."""
        rest = tuple(item for item in self._found.items if item.id != item_id)
        self._found = replace(self._found, items=rest)
        self._changes.changed.emit(self._found)
        return Outcome(Result.SAVED)

    def undo(self, event_id: str) -> Outcome:
        return Outcome(Result.SAVED)

    def save_settings(self, settings: Settings) -> bool:
        return True


def _trial(port: LoopPort) -> Trial | None:
    """The reminder that comes first, as it will look at its time."""
    loop = port._loop
    item = first_item(loop.regimen, loop.history, loop.now())
    if item is None:
        return None
    found = loop.foresee(item.due)
    due = found.item(item.id)
    return None if due is None else Trial(Rehearsal(port, found), Reminder(due, Reason.DUE, due.level))
