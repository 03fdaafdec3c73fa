"""What the screens need from the program: one small protocol, and the values that go over it.

The screens draw an agenda and send answers; they never see the store, the wake-up or the notifier. ``main`` puts
the reminder loop behind this protocol; the tests put hand-made agendas behind it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Protocol

from osteoapp.content.clinic import ClinicLeaflet
from osteoapp.core.events import Answer, Reason
from osteoapp.core.item import Agenda, Item, Reminder
from osteoapp.core.regimen import Regimen
from osteoapp.ui.machine import Machine
from osteoapp.ui.port_parts import Changes, Plans, Shelf, Stocks, Stopwatch, Ticks, Voice
from osteoapp.ui.port_values import (
    Absence,
    Checked,
    Coming,
    Following,
    Form,
    FormFault,
    Health,
    Kept,
    Outcome,
    Preview,
    Result,
    Settings,
)
from osteoapp.ui.safety import Keeping, PinLock
from osteoapp.ui.share.port import Share

if TYPE_CHECKING:
    from osteoapp.ui.past import Past

__all__ = [
    "Absence", "Answers", "Changes", "Checked", "Choices", "Coming", "Dates", "Following", "Form", "FormFault",
    "Health", "Kept", "Meanwhile", "Outcome", "Plans", "Port", "Preview", "Result", "Settings", "Shelf", "Stocks",
    "Stopwatch", "Ticks", "Trial", "Voice",
]  # fmt: skip


class Dates(Protocol):
    """What is planned and how it stands, as last computed."""

    def agenda(self) -> Agenda:
        """The agenda of today as last computed."""

    def between(self, first: date, last: date) -> Agenda:
        """The agenda with all items whose local date of ``due`` lies between two dates, both inclusive.

        It is worked out once for each change: asking again at every redraw costs nothing.
        """

    def regimen(self) -> Regimen:
        """What is planned."""

    def now(self) -> datetime:
        """The present on the wall clock of the zone in force, aware."""

    def answer_of(self, item_id: str) -> Answer | None:
        """The standing answer that closed or last moved the item: its time is shown, and it can be taken back."""

    def reason_of(self, item_id: str) -> Reason | None:
        """Why the item was last reminded; None where it was not yet."""


class Answers(Protocol):
    """What the person says about an item."""

    def allowed(self, item: Item) -> frozenset[str]:
        """The names of the answers that the item takes now."""

    def preview(
        self, item_id: str, answer: str, *, at: datetime | None = None, on: date | datetime | None = None
    ) -> Preview:
        """What would follow from an answer; writes nothing."""

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


class Meanwhile(Protocol):
    """What happened while nobody looked, and what the screens must warn of."""

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


class Choices(Protocol):
    """What the person chose and put there."""

    def settings(self) -> Settings:
        """How the program looks and sounds."""

    def save_settings(self, settings: Settings) -> bool:
        """Keeps the settings; False where they could not be written."""

    def data_folder(self) -> str:
        """Where the data are, as the person finds it."""

    def clinic_leaflet(self) -> ClinicLeaflet | None:
        """The clinic's own text that was imported last; None where there is none."""


class Port(Dates, Answers, Meanwhile, Choices, Protocol):
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

    @property
    def voice(self) -> Voice:
        """What reads texts aloud; it costs nothing until it is asked."""


@dataclass(frozen=True, slots=True)
class Trial:
    """A reminder to try out: what shows it speaks to ``port``, which writes nothing."""

    port: Port
    reminder: Reminder
