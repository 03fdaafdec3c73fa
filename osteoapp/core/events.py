"""What happened: events, written once and never changed.

Every event carries when it happened (``at``) and when it was written (``recorded``), both UTC, and the zone it
was recorded in; its local date follows from these and never changes afterwards. ``to_record`` and
``from_record`` turn an event into plain JSON values and back, for the store, the journal and the exports.
"""

from __future__ import annotations

import dataclasses
import enum
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any, ClassVar
from zoneinfo import ZoneInfo


class Reason(enum.StrEnum):
    """Why a reminder is shown."""

    DUE = "due"
    REPEAT = "repeat"
    SNOOZE_OVER = "snooze_over"
    RELEASED = "released"
    HALF_HOUR_OVER = "half_hour_over"
    CATCH_UP = "catch_up"
    RESUMED = "resumed"
    LEVEL = "level"


class Cause(enum.StrEnum):
    """Why the program looks again after it was away, or after the clock or zone moved."""

    START = "start"
    RESUME = "resume"
    CLOCK = "clock"
    ZONE = "zone"


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """What all events have. ``item`` is ``plan/date/step``, empty where none is meant."""

    type: ClassVar[str] = ""
    id: str
    at: datetime
    recorded: datetime
    zone: str
    item: str = ""

    @property
    def local(self) -> datetime:
        """``at`` on the wall clock of the zone it was recorded in."""
        return self.at.astimezone(ZoneInfo(self.zone))

    @property
    def local_date(self) -> date:
        """The local date on which it happened."""
        return self.local.date()


@dataclass(frozen=True, slots=True, kw_only=True)
class Said(Event):
    """What all answers have: ``note`` is what the person added in own words, or None."""

    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken(Said):
    """A dose was taken at ``at``. ``on`` is set where only the date is known; then no half hour runs.

    ``timed`` is false for such an answer about an earlier date.
    """

    type: ClassVar[str] = "taken"
    on: date | None = None

    @property
    def local_date(self) -> date:
        return self.on if self.on is not None else self.local.date()


@dataclass(frozen=True, slots=True, kw_only=True)
class Skipped(Said):
    """Not this time; ``note`` is the reason, where one was given."""

    type: ClassVar[str] = "skipped"


@dataclass(frozen=True, slots=True, kw_only=True)
class NotFasting(Said):
    """Something other than water was eaten or drunk before the tablet."""

    type: ClassVar[str] = "not_fasting"


@dataclass(frozen=True, slots=True, kw_only=True)
class Forgotten(Said):
    """The tablet was not taken on its day; remembered at ``at``."""

    type: ClassVar[str] = "forgotten"


@dataclass(frozen=True, slots=True, kw_only=True)
class Snoozed(Said):
    """Remind again at ``until`` (UTC)."""

    type: ClassVar[str] = "snoozed"
    until: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Given(Said):
    """An injection or infusion was given on the local date ``on``."""

    type: ClassVar[str] = "given"
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Booked(Said):
    """An appointment was made for ``appointment``, a wall-clock time without a zone."""

    type: ClassVar[str] = "booked"
    appointment: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Done(Said):
    """A task, check, review or informational item was dealt with."""

    type: ClassVar[str] = "done"


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount(Said):
    """Part of a goal: portions or minutes, more than 0."""

    type: ClassVar[str] = "amount"
    amount: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark(Event):
    """A note beside a taken tablet: a code (lay_down, ate_early, vomited, took_two) or the person's words."""

    type: ClassVar[str] = "remark"
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted(Said):
    """The person counted the units of a plan: there are ``amount`` now, 0 or more. ``item`` is ``plan/date/stock``.

    ``added`` of them are of a box that is new, 0 where an earlier number is only put right; ``expires`` is its date.
    """

    type: ClassVar[str] = "counted"
    amount: int
    added: int = 0
    expires: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminded(Event):
    """A reminder was shown."""

    type: ClassVar[str] = "reminded"
    reason: Reason
    level: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Retracted(Event):
    """An earlier event is taken back; it stays visible."""

    type: ClassVar[str] = "retracted"
    event: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Awake(Event):
    """The program started, or came back after the time since ``away_from`` (UTC; None: never ran before)."""

    type: ClassVar[str] = "awake"
    cause: Cause
    away_from: datetime | None = None


Answer = Taken | Skipped | NotFasting | Forgotten | Snoozed | Given | Booked | Done | Amount | Remark | Counted
AnyEvent = Answer | Reminded | Retracted | Awake

ANSWERS: tuple[type[Answer], ...] = (
    Taken, Skipped, NotFasting, Forgotten, Snoozed, Given, Booked, Done, Amount, Remark, Counted,
)
REMARK_CODES = ("lay_down", "ate_early", "vomited", "took_two")

_TYPES: dict[str, type[AnyEvent]] = {kind.type: kind for kind in (*ANSWERS, Reminded, Retracted, Awake)}
_INSTANTS = frozenset({"at", "recorded", "until", "away_from"})


def is_answer(event: Event) -> bool:
    """Whether the event is something the person said, as against what the program noted itself."""
    return isinstance(event, ANSWERS)


def to_record(event: Event) -> dict[str, Any]:
    """The event as plain JSON values: instants as ISO 8601 in UTC, dates as ISO dates, unset fields left out."""
    record: dict[str, Any] = {"type": event.type}
    for field in dataclasses.fields(event):
        value = getattr(event, field.name)
        if value is None:
            continue
        if isinstance(value, datetime):
            value = value.astimezone(UTC).isoformat() if field.name in _INSTANTS else value.isoformat()
        elif isinstance(value, date):
            value = value.isoformat()
        elif isinstance(value, enum.StrEnum):
            value = value.value
        record[field.name] = value
    return record


def from_record(record: dict[str, Any]) -> AnyEvent:
    """The event that ``to_record`` wrote.

    Raises ValueError with a plain reason where the record is not one.
    """
    name = record.get("type")
    kind = _TYPES.get(str(name))
    if kind is None:
        raise ValueError(f"unknown type of event: {name!r}")
    names = {field.name for field in dataclasses.fields(kind)}
    values: dict[str, Any] = {}
    try:
        for name, value in record.items():
            if name in names:
                values[name] = _read(name, value)
        return kind(**values)
    except (TypeError, ValueError, OverflowError) as fault:
        raise ValueError(f"not a whole event of type {kind.type}: {fault}") from fault


def _read(name: str, value: Any) -> Any:
    if name in _INSTANTS:
        instant = datetime.fromisoformat(value)
        if instant.tzinfo is None:
            raise ValueError(f"{name} has no offset")
        return instant.astimezone(UTC)
    if name in ("on", "expires"):
        return date.fromisoformat(value)
    if name == "appointment":
        return datetime.fromisoformat(value)
    if name == "reason":
        return Reason(value)
    if name == "cause":
        return Cause(value)
    return value
