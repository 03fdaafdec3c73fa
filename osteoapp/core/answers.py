"""Which answers an item takes, and the events that follow. Refuses with a reason; nothing is half done."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from osteoapp.core.agenda import context, entries
from osteoapp.core.context import Context, utc
from osteoapp.core.cycles import running_cycle
from osteoapp.core.doses import occurrence
from osteoapp.core.events import (
    Amount,
    AnyEvent,
    Booked,
    Done,
    Forgotten,
    Given,
    NotFasting,
    Remark,
    Retracted,
    Skipped,
    Snoozed,
    Taken,
    is_answer,
)
from osteoapp.core.family import Family
from osteoapp.core.history import History
from osteoapp.core.item import INFORMATIONAL, OPEN, Item, ItemId, Kind, Notice, Running, Status
from osteoapp.core.recurrence import DAY, AsNeeded
from osteoapp.core.refusal import Refused
from osteoapp.core.regimen import DosePlan, Regimen
from osteoapp.core.tablets import next_own
from osteoapp.core.treatment import DoseRule, IntakeRule

DEFAULT_SNOOZE = timedelta(minutes=10)
NOTHING: frozenset[str] = frozenset()
NewId = Callable[[], str]


@dataclass(frozen=True, slots=True)
class Request:
    """What the person or a script says of an item.

    ``at`` is when it happened (aware); ``on`` the date (taken, given) or the date and wall-clock time of the
    appointment (booked). ``until`` (aware) or ``minutes`` belong to snoozed, ``amount`` to amount.
    """

    item: str
    answer: str
    at: datetime | None = None
    on: date | datetime | None = None
    amount: int | None = None
    note: str | None = None
    until: datetime | None = None
    minutes: int | None = None


def apply(
    regimen: Regimen,
    history: History,
    now: datetime,
    request: Request,
    new_id: NewId,
    running: Running | None = None,
    *,
    at_dates: bool = False,
) -> list[AnyEvent]:
    """The events that an answer makes. With ``at_dates`` the time of a missed tablet says its date as well.

    Raises Refused where the item does not exist, does not take the answer now, or a detail does not fit.
    """
    item_id = _parse(request.item)
    ctx = context(regimen, history, now, dates=(item_id.date, item_id.date), running=running)
    family = ctx.family(item_id.plan)
    _refuse_stranger(ctx, item_id)
    if family is None:
        raise Refused("unknown_item", item=request.item)
    at = _at(ctx, request)
    if _as_needed(family, item_id):
        return [_Said(ctx, family, request, at, new_id).as_needed(item_id)]
    item = next((entry.item for entry in entries(ctx) if entry.item.id == request.item), None)
    if item is None:
        raise Refused("unknown_item", item=request.item)
    takes = allowed(ctx, item)
    if request.answer not in takes:
        raise Refused(
            "item_does_not_take", item=request.item, answer=request.answer, status=item.status.value,
            takes=", ".join(sorted(takes)),
        )
    family = ctx.family(item_id.plan, item.treatment) or family
    return [_Said(ctx, family, request, at, new_id, at_dates).event(item)]


def undo(
    history: History, now: datetime, zone: str, event_id: str | None, new_id: NewId
) -> list[AnyEvent]:
    """Takes back an answer, or the one written last. Raises Refused where there is nothing to take back."""
    if event_id is None:
        last = history.last_written_answer()
        if last is None:
            raise Refused("nothing_to_undo")
        event_id = last.id
    event = history.get(event_id)
    if event is None:
        raise Refused("unknown_event", event=event_id)
    if not is_answer(event):
        raise Refused("not_an_answer", event=event_id)
    if history.retraction(event_id) is not None:
        raise Refused("already_retracted")
    moment = utc(now)
    return [
        Retracted(id=new_id(), at=moment, recorded=moment, zone=zone, item=event.item, event=event_id)
    ]


def takes_now(regimen: Regimen, history: History, now: datetime, item: Item) -> frozenset[str]:
    """The names of the answers that an item takes at this moment."""
    return allowed(context(regimen, history, now), item)


def allowed(ctx: Context, item: Item) -> frozenset[str]:
    """The names of the answers that an item takes at the context's moment."""
    if item.kind is Kind.GOAL:
        return frozenset({"amount"})
    if item.pause:
        return frozenset({"taken"})
    if item.kind is Kind.DOSE:
        intake = isinstance(ctx.regimen.catalogue[item.treatment].rule, IntakeRule)
        return _tablet_takes(ctx, item) if intake else _dose_takes(ctx, item)
    if item.status not in OPEN and item.status is not Status.UPCOMING:
        return NOTHING
    if item.kind in INFORMATIONAL:
        return NOTHING if item.status is Status.UPCOMING else frozenset({"done", "snoozed"})
    return _STEPS.get(item.step, frozenset({"done", "skipped", "snoozed"}))


_STEPS = {
    "injection": frozenset({"given", "booked", "snoozed"}),
    "infusion": frozenset({"given", "booked", "snoozed"}),
    "book": frozenset({"booked", "done", "snoozed"}),
    "appointment": frozenset({"done", "booked", "skipped", "snoozed"}),
}


def _tablet_takes(ctx: Context, item: Item) -> frozenset[str]:
    status = item.status
    if status is Status.UPCOMING:
        today = ctx.day_of(item.due) == ctx.today
        return frozenset({"taken", "skipped", "not_fasting"}) if today else NOTHING
    if status in (Status.DUE, Status.SNOOZED):
        late = {"taken", "forgotten", "skipped"}
        return frozenset(late if item.late else late | {"snoozed", "not_fasting"})
    if status is Status.UNANSWERED:
        if Notice.ASK_PHARMACIST in item.notices:
            return frozenset({"taken", "skipped"})
        if Notice.TWO_DAYS_IN_A_ROW in item.notices:
            return frozenset({"forgotten", "skipped"})
        return frozenset({"taken", "forgotten", "not_fasting", "skipped"})
    if status in (Status.IN_PROGRESS, Status.DONE):
        return frozenset({"remark"})
    return frozenset({"taken"}) if status is Status.MISSED else NOTHING


def _dose_takes(ctx: Context, item: Item) -> frozenset[str]:
    status = item.status
    if status is Status.UPCOMING:
        return frozenset({"taken", "skipped"}) if item.date == ctx.today else NOTHING
    if status is Status.HELD:
        return frozenset({"taken", "skipped"})
    if status in (Status.DUE, Status.UNANSWERED, Status.SNOOZED):
        return frozenset({"taken", "skipped", "snoozed"})
    return frozenset({"taken"}) if status is Status.MISSED else NOTHING


def _refuse_stranger(ctx: Context, item: ItemId) -> None:
    """Of a plan whose treatment nobody here knows, no answer can be taken: what it would mean is not known."""
    for family in ctx.strangers:
        if family.id == item.plan and family.owns(item.date):
            raise Refused("unknown_treatment", plan=family.newest.plan.name or family.id)


def _parse(text: str) -> ItemId:
    try:
        return ItemId.parse(text)
    except ValueError as fault:
        raise Refused("unknown_item", item=text) from fault


def _at(ctx: Context, request: Request) -> datetime:
    at = ctx.now if request.at is None else utc(request.at)
    if at > ctx.now:
        raise Refused("future")
    return at


def _as_needed(family: Family, item_id: ItemId) -> bool:
    version = family.version(item_id.date) or family.newest
    plan = version.plan
    needed = isinstance(plan, DosePlan) and isinstance(plan.recurrence, AsNeeded)
    return needed and item_id.step == "dose"


@dataclass(frozen=True, slots=True)
class _Said:
    """One answer on its way to an event."""

    ctx: Context
    family: Family
    request: Request
    at: datetime
    new_id: NewId
    at_dates: bool = False

    def event(self, item: Item) -> AnyEvent:
        makers: dict[str, Callable[[Item], AnyEvent]] = {
            "taken": self._taken,
            "skipped": self._skipped,
            "not_fasting": self._moved,
            "forgotten": self._moved,
            "snoozed": self._snoozed,
            "given": self._given,
            "booked": self._booked,
            "done": self._done,
            "amount": self._amount,
            "remark": self._remark,
        }
        if self.request.on is not None and self.request.answer not in ("taken", "given", "booked"):
            raise Refused("on_not_for", answer=self.request.answer)
        return makers[self.request.answer](item)

    def as_needed(self, item_id: ItemId) -> AnyEvent:
        """A dose taken when needed: only a log, any number a day."""
        if self.request.answer != "taken":
            raise Refused(
                "item_does_not_take", item=self.request.item, answer=self.request.answer, status="due",
                takes="taken",
            )
        on = self._date()
        happened = self.ctx.day_of(self.at) if on is None else on
        if happened != item_id.date:
            self._outside(item_id.date, item_id.date)
        return Taken(on=on if on != self.ctx.today else None, **self._head(str(item_id)))

    def _head(self, item: str) -> dict[str, Any]:
        return {
            "id": self.new_id(), "at": self.at, "recorded": self.ctx.now, "zone": self.ctx.zone.key, "item": item,
            "note": self.request.note,
        }

    def _date(self) -> date | None:
        """The date of ``--on``; Refused where ``--at`` is given too or it lies ahead."""
        on = self.request.on
        if on is None:
            return None
        if self.request.at is not None:
            raise Refused("at_and_on")
        day = on.date() if isinstance(on, datetime) else on
        if day > self.ctx.today:
            raise Refused("future")
        return day

    def _outside(self, first: date, last: date) -> None:
        raise Refused("date_outside", first=first.isoformat(), last=last.isoformat())

    def _taken(self, item: Item) -> AnyEvent:
        on = self._date()
        day = on if on is not None else self.ctx.day_of(self.at)
        intake = isinstance(self.family.treatment.rule, IntakeRule)
        first, last = self._tablet_dates(item) if intake else self._dose_dates(item)
        if intake and item.status is Status.MISSED and on is None and not (self.at_dates and self.request.at):
            raise Refused("date_needed", first=first.isoformat(), last=last.isoformat())
        if not first <= day <= last:
            self._outside(first, last)
        if intake and item.late and (on is None or on == self.ctx.today):
            self._refuse_after_morning(item)
        self._refuse_second(day)
        return Taken(on=on if on != self.ctx.today else None, **self._head(item.id))

    def _refuse_after_morning(self, item: Item) -> None:
        version = self.family.version(item.date) or self.family.newest
        ends = self.ctx.at(self.ctx.day_of(item.due), version.day.morning_ends)
        if self.at >= ends:
            raise Refused("at_after_morning", morning_ends=version.day.morning_ends.strftime("%H:%M"))

    def _refuse_second(self, day: date) -> None:
        rule = self.family.treatment.rule
        families: Sequence[Family] = ()
        if isinstance(rule, IntakeRule):
            families = self.ctx.intake_families
        elif isinstance(rule, DoseRule) and rule.one_per_date:
            families = (self.family,)
        if any(self.ctx.history.taken_between(family.id, day, day) for family in families):
            raise Refused("one_dose_per_date", date=day.isoformat())

    def _tablet_dates(self, item: Item) -> tuple[date, date]:
        """From the date it was due up to today; a missed one up to the day before the next own date."""
        if item.status is Status.MISSED or item.pause:
            return item.date, min(self.ctx.today, next_own(self.ctx, self.family, item.date) - DAY)
        return _first_day(self.ctx, item), self.ctx.today

    def _dose_dates(self, item: Item) -> tuple[date, date]:
        """Its own local date; for a sparse rule any date before the next own one."""
        closes = occurrence(self.family, item.date, self.family.version(item.date) or self.family.newest).closes
        last = self.ctx.today if closes is None else min(self.ctx.today, closes - DAY)
        return item.date, max(last, item.date)

    def _skipped(self, item: Item) -> AnyEvent:
        return Skipped(**self._head(item.id))

    def _moved(self, item: Item) -> AnyEvent:
        first = _first_day(self.ctx, item)
        if not first <= self.ctx.day_of(self.at) <= self.ctx.today:
            self._outside(first, self.ctx.today)
        kind = NotFasting if self.request.answer == "not_fasting" else Forgotten
        return kind(**self._head(item.id))

    def _snoozed(self, item: Item) -> AnyEvent:
        until = self.at + DEFAULT_SNOOZE
        if self.request.until is not None:
            until = utc(self.request.until)
        elif self.request.minutes is not None:
            until = self.at + timedelta(minutes=self.request.minutes)
        if until <= self.ctx.now:
            raise Refused("until_past")
        return Snoozed(until=until, **self._head(item.id))

    def _given(self, item: Item) -> AnyEvent:
        on = self._date() or self.ctx.day_of(self.at)
        cycle = running_cycle(self.ctx, self.family)
        assert cycle is not None
        if cycle.anchor is not None and on <= cycle.anchor:
            raise Refused("before_last_given", last=cycle.anchor.isoformat())
        return Given(on=on, **self._head(item.id))

    def _booked(self, item: Item) -> AnyEvent:
        on = self.request.on
        if not isinstance(on, datetime):
            raise Refused("appointment_needed")
        if on.tzinfo is not None:
            on = on.astimezone(self.ctx.zone).replace(tzinfo=None)
        return Booked(appointment=on, **self._head(item.id))

    def _done(self, item: Item) -> AnyEvent:
        return Done(**self._head(item.id))

    def _amount(self, item: Item) -> AnyEvent:
        if self.request.amount is None:
            raise Refused("amount_needed")
        if self.request.amount <= 0:
            raise Refused("amount_not_positive")
        if self.ctx.day_of(self.at) != item.date:
            self._outside(item.date, item.date)
        return Amount(amount=self.request.amount, **self._head(item.id))

    def _remark(self, item: Item) -> AnyEvent:
        if not self.request.note:
            raise Refused("note_needed")
        return Remark(**self._head(item.id))


def _first_day(ctx: Context, item: Item) -> date:
    """The first local date on which an open tablet can have been taken."""
    return min(ctx.day_of(item.due), ctx.today)
