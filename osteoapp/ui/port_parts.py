"""The parts of the program that the screens speak to one by one; ``ports`` has them all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal, SignalInstance

from osteoapp.content.clinic import ClinicLeaflet
from osteoapp.content.words import Lang
from osteoapp.core.boxes import Stock
from osteoapp.core.item import Agenda
from osteoapp.core.regimen import Draft
from osteoapp.core.timing import Timing
from osteoapp.ui.port_values import Checked, Following, Form, Kept, Outcome

if TYPE_CHECKING:
    from osteoapp.ui.ports import Trial


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
