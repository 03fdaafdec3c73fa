"""What the screens that look back need from the program: counts, answers, corrections and notes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from osteoapp.core.counts import PlanCounts
from osteoapp.core.events import Answer
from osteoapp.core.item import Agenda, Item
from osteoapp.ui.ports import Outcome


@dataclass(frozen=True, slots=True)
class Told:
    """An answer. ``taken_back`` is when it was taken back (local, aware); None: it stands."""

    event: Answer
    taken_back: datetime | None = None


@dataclass(frozen=True, slots=True)
class Forecast:
    """A later injection or infusion of a plan, on ``day`` if the one before is given on its day."""

    plan: str
    treatment: str
    day: date


@dataclass(frozen=True, slots=True)
class RunOut:
    """The first local date whose doses the stock of a plan no longer covers."""

    plan: str
    day: date


@dataclass(frozen=True, slots=True)
class Change:
    """What the person says of an item instead of, or besides, what stands. ``instead`` is the answer that goes."""

    item: str
    answer: str
    at: datetime | None = None
    on: date | datetime | None = None
    amount: int | None = None
    note: str | None = None
    instead: str = ""


class Past(Protocol):
    """What happened, to look back at it and to put it right. Every call is cheap, and comes from the GUI thread."""

    def revision(self) -> int:
        """Grows with every answer, correction and note."""

    def since(self) -> date:
        """The first local date of which anything is known."""

    def between(self, first: date, last: date) -> Agenda:
        """The agenda of a range of local dates."""

    def counts(self, first: date, last: date) -> tuple[PlanCounts, ...]:
        """How every plan in force in a period of local dates was followed."""

    def forecasts(self, first: date, last: date) -> tuple[Forecast, ...]:
        """The injections and infusions after the next ones, in a range."""

    def run_outs(self, first: date, last: date) -> tuple[RunOut, ...]:
        """The medicines that run out in a range."""

    def told(self, item_id: str) -> tuple[Told, ...]:
        """Every answer to an item, oldest first."""

    def notes(self, day: date) -> tuple[Told, ...]:
        """The remarks of a local date, in the order of writing."""

    def days_with_notes(self, first: date, last: date) -> frozenset[date]:
        """The local dates of a range with a remark that stands."""

    def own_words(self) -> tuple[Answer, ...]:
        """The standing answers with words of the person, the latest first."""

    def takes(self, item: Item) -> frozenset[str]:
        """The names of the answers that an item of any date takes now."""

    def possible(self, change: Change) -> Outcome:
        """Whether a change would be taken, or why not; writes nothing."""

    def change(self, change: Change) -> Outcome:
        """Records it, or says why not: then nothing has changed."""

    def note(self, text: str, day: date, plan: str = "") -> Outcome:
        """Keeps a note of the person's own about a local date."""
