"""What the screens need from the program: one small protocol, and the values that go over it.

The screens draw an agenda and send answers; they never see the store, the wake-up or the notifier. ``main`` puts
the reminder loop behind this protocol; the tests put hand-made agendas behind it.
"""

from __future__ import annotations

import enum
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QObject, Signal, SignalInstance

from osteoapp.content.clinic import ClinicLeaflet
from osteoapp.content.words import Lang
from osteoapp.core.boxes import Stock
from osteoapp.core.context import Repeats
from osteoapp.core.events import Answer, Reason
from osteoapp.core.item import Agenda, Item, Reminder
from osteoapp.core.regimen import Draft, Regimen
from osteoapp.core.timing import Timing
from osteoapp.ui.machine import Machine
from osteoapp.ui.share.port import Share

if TYPE_CHECKING:
    from osteoapp.ui.past import Past
from osteoapp.ui.safety import Keeping, PinLock


class Result(enum.Enum):
    """What became of an answer."""

    SAVED = "saved"
    REFUSED = "refused"
    NOT_SAVED = "not_saved"


@dataclass(frozen=True, slots=True)
class Outcome:
    """``event`` is the id of what was written, for the undo. ``code`` and ``values`` say why it was refused.

    ``NOT_SAVED`` means: it counts in this run and is written later; the person should write it down meanwhile.
    """

    result: Result
    event: str | None = None
    code: str = ""
    values: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Preview:
    """What would follow from an answer, before it is given.

    ``next_at`` is the time (aware) at which the same step of this plan comes next, an injection after an injection,
    not its preparations; None where nothing follows. ``date_differs`` is true where an injection or infusion would
    count as given well before its date (C18). ``code`` is set where the answer would be refused.
    """

    next_at: datetime | None = None
    date_differs: bool = False
    code: str = ""
    values: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Absence:
    """The computer was off between two local times (aware); ``items`` fell due meanwhile."""

    away_from: datetime
    away_to: datetime
    items: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True)
class Settings:
    """How the program looks and sounds.

    ``text_size`` is 100, 150 or 200 per cent; ``theme`` system, light, dark or high_contrast; ``language`` nl, en, or
    None for that of the regimen; ``volume`` is 0 to 100 per cent. ``repeats``: how often an open dose comes again.
    """

    text_size: int = 100
    theme: str = "system"
    language: str | None = None
    sound: bool = True
    volume: int = 70
    speak_reminders: bool = False
    repeats: Repeats = Repeats()


@dataclass(frozen=True, slots=True)
class Health:
    """What the screens must warn of.

    ``unsaved``: answers that are not yet on the disk. ``date_doubt``: the clock lies before what is already
    recorded. ``notes``: faults of sound, notifications or the like as (code, detail), shown in the settings only.
    """

    unsaved: bool = False
    date_doubt: bool = False
    notes: tuple[tuple[str, str], ...] = ()


class Changes(QObject):
    """Emitted in the GUI thread. ``changed``: the agenda is another one. ``health``: a warning came or went."""

    changed = Signal(object)
    health = Signal(object)


class Voice(Protocol):
    """Something that reads a text aloud, one at a time. No call waits."""

    @property
    def changed(self) -> SignalInstance:
        """Emitted where ``status`` may be another."""

    def prepare(self) -> None:
        """Begins to find out what can be read, where that is not known yet."""

    def status(self, lang: str) -> str:
        """``ready``, ``unknown`` (nobody asked yet), ``no-library``, ``no-engine`` or ``no-voice`` for a language."""

    def speak(self, text: str, lang: str, done: Callable[[bool], None]) -> None:
        """Reads a text and then calls ``done``: True where it was read to its end. ``stop`` calls nothing."""

    def stop(self) -> None:
        """Is silent at once."""


class Stopwatch(Protocol):
    """The stopwatch for movement. At most one runs, and it runs on through a restart."""

    def start(self, item_id: str) -> bool:
        """Starts for a goal; False where a restart would lose it. One that runs already goes on."""

    def running(self) -> Timing | None:
        """How it stands now; None where it does not run."""

    def clear(self) -> None:
        """Stops it; nothing is recorded."""


@dataclass(frozen=True, slots=True)
class Form:
    """A plan as it stands on a screen: the tables of a regimen file, not checked yet.

    Keys and values are those of the file. A slot names the plan on the screen: its id, or a name of the screen's own
    for a plan that is being added. ``pauses`` None means: as they are.
    """

    patient: Mapping[str, Any]
    day: Mapping[str, Any]
    phones: Mapping[str, Any]
    plans: tuple[tuple[str, Mapping[str, Any]], ...] = ()
    pauses: tuple[Mapping[str, Any], ...] | None = None


@dataclass(frozen=True, slots=True)
class FormFault:
    """One thing wrong in a form; ``key`` "" means all of the slot.

    ``slot`` is patient, day, phones, that of a plan, or ``pause-0`` for the first pause.
    """

    slot: str
    key: str
    code: str
    values: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Checked:
    """The draft that a form makes; None where there are faults."""

    draft: Draft | None
    faults: tuple[FormFault, ...] = ()


@dataclass(frozen=True, slots=True)
class Coming:
    """An item that lies ahead, at its local time. A ``forecast`` comes only if the one before is given on its day."""

    item: Item
    at: datetime
    forecast: bool = False


@dataclass(frozen=True, slots=True)
class Following:
    """What would follow from a draft: codes and values of refusals; ``items`` of the days asked, in order of time.

    ``dates`` are the next of each plan: the thing itself, without the steps around it. ``regimen`` is what would be
    in force; None where it is refused.
    """

    refusals: tuple[tuple[str, Mapping[str, str]], ...] = ()
    items: tuple[Coming, ...] = ()
    dates: Mapping[str, tuple[Coming, ...]] = field(default_factory=dict)
    regimen: Regimen | None = None


@dataclass(frozen=True, slots=True)
class Kept:
    """What was answered in a set-up that is not done; ``damaged`` where it was there but could not be read."""

    answers: Mapping[str, str] | None
    damaged: bool = False


class Plans(Protocol):
    """What is planned, for the screens that change it."""

    def draft(self) -> Draft:
        """What is in force."""

    def form(self) -> Form:
        """The same as a form; the slot of a plan is its id."""

    def check(self, form: Form) -> Checked:
        """The draft of a form, or all its faults."""

    def preview(
        self, draft: Draft, confirm_end: frozenset[str] = frozenset(), *, days: int = 28, most: int = 5
    ) -> Following:
        """What would follow from a draft, with the next dates of each plan, at most so many; writes nothing."""

    def appointments(self, days: int) -> Agenda:
        """The agenda from today on for so many days, of what has a date of its own: no daily doses, no goals."""

    def save(self, draft: Draft, confirm_end: frozenset[str] = frozenset()) -> Outcome:
        """Puts a draft in force. ``confirm_end`` are plans that must not end by being left out, and yet may (C32)."""

    def trial(self) -> Trial | None:
        """A reminder to try out; None where nothing lies ahead."""

    def unfinished(self) -> Kept:
        """The answers of a set-up that was left half-way."""

    def keep(self, answers_so_far: Mapping[str, str]) -> bool:
        """Keeps them for later; False where they could not be written."""

    def forget(self) -> None:
        """The set-up is done."""


class Shelf(Protocol):
    """A clinic's own text in the data folder. What a call gives back is each reason why not; nothing: it is done."""

    def leaflet(self) -> ClinicLeaflet | None:
        """What is there now."""

    def bring(self, place: Path, name: str, lang: Lang) -> tuple[str, ...]:
        """Takes over the file or folder at ``place`` under the clinic's name; with a fault nothing has changed."""

    def remove(self, lang: Lang) -> tuple[str, ...]:
        """Keeps none any more."""


class Ticks(Protocol):
    """What was ticked on the walk through the house, kept through a restart."""

    def read(self) -> frozenset[str]:
        """The names of the lines that are ticked."""

    def keep(self, ticked: Iterable[str]) -> bool:
        """Keeps these; False where that could not be written."""


class Stocks(Protocol):
    """How many units of a plan are left."""

    def of(self, plan_id: str) -> Stock | None:
        """How it stands; None where nothing was counted."""

    def count(self, plan_id: str, units: int) -> Outcome:
        """So many are there now."""

    def fill(self, plan_id: str, units: int, expires: date | None) -> Outcome:
        """So many came to what was left; ``expires`` is the date on the box."""

    def warn(self, plan_id: str, days: int) -> Outcome:
        """Remind so many days before it runs out, weekends counted."""


class Port(Protocol):
    """The program, as the screens see it. Every call is cheap, and comes from the GUI thread."""

    stopwatch: Stopwatch
    shelf: Shelf
    ticks: Ticks

    @property
    def changes(self) -> Changes:
        """The signals."""

    @property
    def plans(self) -> Plans:
        """What is planned, to look ahead and to change it."""

    @property
    def stock(self) -> Stocks:
        """What is left of each medicine."""

    @property
    def share(self) -> Share:
        """Sheets and files, to take along."""

    @property
    def past(self) -> Past:
        """What happened, to look back and to put it right."""

    @property
    def machine(self) -> Machine | None:
        """This computer, in the program that runs on it; None in samples."""

    @property
    def keeping(self) -> Keeping:
        """The copies of the data."""

    @property
    def lock(self) -> PinLock:
        """The caregiver's PIN."""

    def agenda(self) -> Agenda:
        """The agenda of today as last computed."""

    def between(self, first: date, last: date) -> Agenda:
        """The agenda with all items whose local date of ``due`` lies between two dates, both inclusive."""

    def regimen(self) -> Regimen:
        """What is planned."""

    def now(self) -> datetime:
        """The present on the wall clock of the zone in force, aware."""

    def allowed(self, item: Item) -> frozenset[str]:
        """The names of the answers that the item takes now."""

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
        """Gives an answer. ``at`` and ``until`` are aware; ``on`` is a date, or a naive wall-clock time if booked."""

    def undo(self, event_id: str) -> Outcome:
        """Takes an answer back."""

    def preview(
        self, item_id: str, answer: str, *, at: datetime | None = None, on: date | datetime | None = None
    ) -> Preview:
        """What would follow from an answer; writes nothing."""

    def answer_of(self, item_id: str) -> Answer | None:
        """The standing answer that closed or last moved the item: its time is shown, and it can be taken back."""

    def reason_of(self, item_id: str) -> Reason | None:
        """Why the item was last reminded; None where it was not yet."""

    def absence(self) -> Absence | None:
        """The last time that the computer was off, until the person has seen it."""

    def seen_absence(self) -> None:
        """The person has seen it."""

    def moved(self) -> bool:
        """Whether the times follow another time zone than before, until the person has seen it."""

    def seen_move(self) -> None:
        """The person has seen that."""

    def date_is_right(self) -> None:
        """The person says that the date of the computer is right."""

    def health(self) -> Health:
        """What the screens must warn of now."""

    def settings(self) -> Settings:
        """How the program looks and sounds."""

    def save_settings(self, settings: Settings) -> bool:
        """Keeps the settings; False where they could not be written."""

    def data_folder(self) -> str:
        """Where the data are, as the person finds it."""

    @property
    def voice(self) -> Voice:
        """What reads texts aloud; it costs nothing until it is asked."""

    def clinic_leaflet(self) -> ClinicLeaflet | None:
        """The clinic's own text that was imported last; None where there is none."""


@dataclass(frozen=True, slots=True)
class Trial:
    """A reminder to try out: what shows it speaks to ``port``, which writes nothing."""

    port: Port
    reminder: Reminder
