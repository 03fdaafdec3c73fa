"""What the agenda is made of: items, reminders, and the agenda itself."""

from __future__ import annotations

import enum
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from osteoapp.core.events import Reason

_LocalDate = date  # inside Item, "date" is its own


class Status(enum.StrEnum):
    """Where an item stands; docs/clinical-rules.md, "Words", says what each means."""

    UPCOMING = "upcoming"
    DUE = "due"
    HELD = "held"
    SNOOZED = "snoozed"
    IN_PROGRESS = "in_progress"
    UNANSWERED = "unanswered"
    OVERDUE = "overdue"
    DONE = "done"
    SKIPPED = "skipped"
    MISSED = "missed"


OPEN = frozenset(
    {Status.DUE, Status.HELD, Status.SNOOZED, Status.IN_PROGRESS, Status.UNANSWERED, Status.OVERDUE}
)


class Kind(enum.StrEnum):
    """What sort of thing an item is."""

    DOSE = "dose"
    HEADS_UP = "heads_up"
    APPOINTMENT = "appointment"
    TASK = "task"
    AFTERCARE = "aftercare"
    GOAL = "goal"
    REVIEW = "review"


INFORMATIONAL = frozenset({Kind.HEADS_UP, Kind.AFTERCARE})


class Notice(enum.StrEnum):
    """What the text beside an item must say."""

    ASK_PHARMACIST = "ask_pharmacist"
    TWO_DAYS_IN_A_ROW = "two_days_in_a_row"
    CALL_PRACTICE_TODAY = "call_practice_today"
    LATE_APPOINTMENT = "late_appointment"
    TABLET_FIRST = "tablet_first"
    DATE_DIFFERS = "date_differs"


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a goal is; ``unit`` is ``min`` or ``portion``."""

    value: int
    target: int
    unit: str


@dataclass(frozen=True, slots=True)
class Item:
    """One thing in the agenda. All instants are UTC.

    ``planned`` never changes; ``due`` of an open item is the time from which it may be reminded. ``appointment``
    is the wall-clock time that was booked. ``late`` is true for a tablet whose morning is over. ``pause`` tells
    an item skipped by a pause from one skipped by the person. ``since`` is the local date on which the injection or
    infusion of the running cycle was given last; None where none is known.
    """

    id: str
    plan: str
    treatment: str
    date: date
    step: str
    kind: Kind
    planned: datetime
    due: datetime
    status: Status
    level: int = 1
    held_by: str | None = None
    block_until: datetime | None = None
    progress: Progress | None = None
    notices: tuple[Notice, ...] = ()
    appointment: datetime | None = None
    late: bool = False
    pause: bool = False
    since: _LocalDate | None = None

    @property
    def open(self) -> bool:
        """Whether it is listed whatever its date."""
        return self.status in OPEN


@dataclass(frozen=True, slots=True)
class Reminder:
    """An item to show now, and why."""

    item: Item
    reason: Reason
    level: int


@dataclass(frozen=True, slots=True)
class Question:
    """Something about a plan that was left open at set-up; ``about`` is the missing key (treated_since)."""

    plan: str
    treatment: str
    about: str


@dataclass(frozen=True, slots=True)
class Running:
    """The half hour as a clock that counts sleep sees it: what remains of that of the event ``event``."""

    event: str
    remaining: timedelta


@dataclass(frozen=True, slots=True)
class PlanFault:
    """A plan that could not be worked out, and why: a fault in this program, or data that nobody foresaw."""

    plan: str
    fault: Exception = field(compare=False)


@dataclass(frozen=True, slots=True)
class Agenda:
    """What is on, what to remind now, and when to look again (None: nothing lies ahead).

    ``faults``: the plans of which something is missing here, by id.
    """

    now: datetime
    items: tuple[Item, ...]
    remind: tuple[Reminder, ...]
    wake_at: datetime | None
    questions: tuple[Question, ...] = ()
    faults: tuple[PlanFault, ...] = ()

    def item(self, item_id: str) -> Item | None:
        """The listed item of that id."""
        return next((item for item in self.items if item.id == item_id), None)


@dataclass(frozen=True, slots=True)
class ItemId:
    """``plan/date/step`` taken apart."""

    plan: str
    date: date
    step: str

    def __str__(self) -> str:
        return f"{self.plan}/{self.date.isoformat()}/{self.step}"

    @classmethod
    def parse(cls, text: str) -> ItemId:
        """Raises ValueError where the text is not ``plan/date/step``."""
        parts = text.split("/")
        if len(parts) != 3 or not parts[0] or not parts[2]:
            raise ValueError(f"{text!r} is not an item: write PLAN/DATE/STEP")
        return cls(parts[0], date.fromisoformat(parts[1]), parts[2])
