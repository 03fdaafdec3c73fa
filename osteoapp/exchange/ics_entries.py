"""What a calendar file says: one entry a series or date, taken from the agenda of the coming 24 months.

The agenda is the truth. A plan becomes one recurring entry only where its rule, written as RFC 5545 has it, gives
exactly the dates and times of the agenda; everything else is written out date by date, up to the end of the 24 months.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from osteoapp import words
from osteoapp.core.agenda import agenda, context
from osteoapp.core.context import Context
from osteoapp.core.doses import step_of
from osteoapp.core.family import Family, recurrence_of
from osteoapp.core.history import History
from osteoapp.core.item import Item, ItemId, Kind, Status
from osteoapp.core.recurrence import DAY, Rule, add_months, dates, last_date
from osteoapp.core.regimen import AppointmentPlan, DosePlan, GoalPlan, PlanVersion, Regimen, TabletPlan
from osteoapp.core.tablets import own_dates, tablet_time
from osteoapp.core.treatment import IntakeRule
from osteoapp.exchange.export_words import say
from osteoapp.exchange.forecasts import CLOSED, forecasts
from osteoapp.exchange.ics_rules import Repeat, repeat_of
from osteoapp.words import Lang

MONTHS = 24
HEADS_UP = "heads-up"
_MINUTES = {Kind.APPOINTMENT: 60}
_SHORT = 15
_LONGEST_PAUSE = timedelta(days=3660)
_LONGEST_GAP = timedelta(days=36600)


@dataclass(frozen=True, slots=True)
class Entry:
    """One VEVENT. ``start`` and what repeats are wall-clock times without a zone, or UTC; a date is a whole day.

    ``until`` is the last start of a series that ends, ``left_out`` are the starts that a pause takes out of it.
    ``forecast`` marks a date that depends on what happens first.
    """

    uid: str
    title: str
    text: tuple[str, ...]
    start: datetime | date
    minutes: int = _SHORT
    repeat: Repeat | None = None
    until: datetime | date | None = None
    left_out: tuple[datetime | date, ...] = ()
    place: str | None = None
    forecast: bool = False


def entries(regimen: Regimen, history: History, now: datetime, lang: Lang) -> list[Entry]:
    """The entries of everything planned, from now (aware, with a ZoneInfo) for 24 months, sorted by start."""
    today = now.date()
    last = add_months(today, MONTHS)
    ctx = context(regimen, history, now, dates=(today, last))
    items = agenda(regimen, history, now, dates=(today, last)).items
    found = [entry for family in ctx.families for entry in _Writer(ctx, family, items, lang).entries()]
    return sorted(found, key=lambda entry: (entry.start.isoformat(), entry.uid))


@dataclass(frozen=True, slots=True)
class _Series:
    """A step of a plan version that may recur: at ``when`` (None: all day), ``days_later`` than its own dates.

    ``by_time``: what lies before the moment at which the plan became known is not made; else before its date.
    """

    step: str
    kind: Kind
    when: time | None
    days_later: int = 0
    by_time: bool = True


class _Writer:
    """The entries of one plan."""

    def __init__(self, ctx: Context, family: Family, items: Sequence[Item], lang: Lang) -> None:
        self._ctx = ctx
        self._family = family
        self._lang = lang
        self._items = [i for i in items if i.plan == family.id and i.treatment == family.treatment.id and not i.pause]
        known = family.live[0].known.isoformat()
        self._mark = hashlib.sha256(f"{family.id}|{known}".encode()).hexdigest()[:12]

    def entries(self) -> Iterator[Entry]:
        if self._family.ended(self._ctx.today):
            return
        ahead = [v for v in self._family.live if (v.effective_until or date.max) >= self._ctx.today]
        for version in ahead:
            for series in _series_of(version):
                yield from self._series(version, series, newest=version is ahead[-1])
        yield from self._singles({series.step for version in ahead for series in _series_of(version)})
        yield from self._forecasts()

    # --- what recurs

    def _series(self, version: PlanVersion, series: _Series, *, newest: bool) -> Iterator[Entry]:
        # The last evening before a tablet may be over, or its tablet answered: the series still has it.
        first = self._ctx.today + 2 * DAY if series.step == HEADS_UP else self._ctx.today
        mine = [i for i in self._items if i.step == series.step and version.covers(i.date)]
        mine = sorted((i for i in mine if first <= i.date <= self._ctx.last), key=lambda i: i.date)
        made = self._recurring(version, series, mine)
        if made is not None:
            suffix = "" if newest else f".until-{version.effective_until}"
            yield replace(made, uid=self._uid(f"{series.step}{suffix}"))
            return
        for item in mine:
            yield self._entry(self._uid(f"{item.date}.{item.step}"), item, _sure(self._ctx, _moment(self._ctx, item)))

    def _recurring(self, version: PlanVersion, series: _Series, mine: list[Item]) -> Entry | None:
        """The series as one entry; None where one rule does not give what the agenda has."""
        rule, start = recurrence_of(version)
        repeat = repeat_of(rule, start, series.days_later) if isinstance(rule, Rule) else None
        if repeat is None or not isinstance(rule, Rule) or not self._certain(series.when):
            return None
        ctx = self._ctx
        end = min((d for d in (version.effective_until, version.plan.until, last_date(rule, start)) if d), default=None)
        low = self._begin(version, start)
        first = next(self._made(version, series, dates(rule, start, low, end or low + _LONGEST_GAP)), None)
        if first is None:
            return None
        ahead = max(first, ctx.today + 2 * DAY if series.step == HEADS_UP else ctx.today)
        days = self._made(version, series, dates(rule, start, ahead, min(ctx.last, end or date.max)))
        if [_at(day, series) for day in days] != [_start(ctx, item, series) for item in mine]:
            return None
        until = None if end is None else _at(max(dates(rule, start, first, end)), series)
        left_out = tuple(_at(day, series) for day in self._paused(rule, start, first, end))
        entry = self._entry("", self._like(version, series, first), _at(first, series))
        return replace(entry, repeat=repeat, until=until, left_out=left_out)

    def _begin(self, version: PlanVersion, start: date) -> date:
        """The earliest date that the version can have made something on."""
        low = max(version.effective_from, start, self._ctx.day_of(version.known) - DAY)
        if isinstance(version.plan, TabletPlan):
            # Behind a change of weekday the first date may fall away; what follows keeps to the rule.
            made = own_dates(self._ctx, self._family, low, low + timedelta(weeks=4))
            low = next((day for day, other in made if other is version), low)
        return low

    def _made(self, version: PlanVersion, series: _Series, days: Iterable[date]) -> Iterator[date]:
        """Of some dates those that are not paused, and whose time does not lie before the plan became known."""
        ctx = self._ctx
        known = ctx.day_of(version.known)
        for day in days:
            moment = _at(day, series)
            if isinstance(moment, datetime) and series.by_time:
                made = day > known + DAY or ctx.at(moment.date(), moment.time()) >= version.known
            else:
                made = day >= known
            if made and ctx.regimen.paused(day) is None:
                yield day

    def _paused(self, rule: Rule, start: date, first: date, end: date | None) -> Iterator[date]:
        for pause in self._ctx.regimen.draft.pauses:
            last = min(pause.last, end or date.max, pause.first + _LONGEST_PAUSE)
            yield from dates(rule, start, max(pause.first, first), last)

    def _certain(self, when: time | None) -> bool:
        """Whether a wall-clock time is there once on every date: clock changes skip an hour and repeat one."""
        if when is None:
            return True
        days = (self._ctx.today + timedelta(days=number) for number in range((self._ctx.last - self._ctx.today).days))
        return all(_sure(self._ctx, self._ctx.at(day, when)) == datetime.combine(day, when) for day in days)

    # --- what stands on a date of its own

    def _singles(self, recurring: set[str]) -> Iterator[Entry]:
        for item in self._items:
            if item.status in CLOSED:
                continue
            if item.step not in recurring:
                start = _sure(self._ctx, _moment(self._ctx, item))
                yield self._entry(self._uid(f"{item.date}.{item.step}"), item, start)
            elif item.kind is Kind.DOSE and self._intake() and self._ctx.day_of(item.due) > item.date:
                entry = self._entry(self._uid(f"{item.date}.{item.step}.moved"), item, _sure(self._ctx, item.due))
                said = say("calendar", "catch_up", self._lang, date=words.day(item.date, self._lang))
                yield replace(entry, text=(said, *entry.text))

    def _intake(self) -> bool:
        return isinstance(self._family.treatment.rule, IntakeRule)

    def _forecasts(self) -> Iterator[Entry]:
        """Later dates that depend on what happens first: each is marked as such."""
        for one in forecasts(self._ctx, self._family, self._items):
            made = self._entry(self._uid(one.name), one.item, one.start)
            title = say("calendar", "forecast", self._lang, title=made.title)
            text = (say("calendar", one.why, self._lang), *made.text)
            yield replace(made, title=title, text=text, forecast=True)

    # --- words

    def _uid(self, name: str) -> str:
        """The same in every file made of this plan, and different from those of other people's files."""
        return f"{self._family.id}.{name}.{self._mark}@osteoapp"

    def _like(self, version: PlanVersion, series: _Series, day: date) -> Item:
        moment = self._ctx.at(day, series.when or time(0))
        return Item(
            id=str(ItemId(self._family.id, day, series.step)), plan=self._family.id,
            treatment=self._family.treatment.id, date=day, step=series.step, kind=series.kind, planned=moment,
            due=moment, status=Status.DUE,
        )

    def _entry(self, uid: str, item: Item, start: datetime | date) -> Entry:
        plan = self._ctx.regimen.plan(item.plan, item.date)
        due = replace(item, status=Status.DUE, late=False, held_by=None)
        lines = [words.instruction(due, plan, self._lang)]
        if self._intake() and item.kind is Kind.DOSE:
            lines.append(words.instruction(replace(due, status=Status.IN_PROGRESS), plan, self._lang))
        lines += [say("calendar", key, self._lang) for key in ("follow", "noted")]
        rule = self._family.treatment.rule
        minutes = _MINUTES.get(item.kind, _SHORT)
        if isinstance(rule, IntakeRule) and item.kind is Kind.DOSE:
            minutes = rule.upright // timedelta(minutes=1)
        place = plan.place if isinstance(plan, AppointmentPlan) and item.kind is Kind.APPOINTMENT else None
        text = tuple(line for line in lines if line)
        return Entry(uid, words.title(item, plan, self._lang), text, start, minutes, place=place)


def _series_of(version: PlanVersion) -> tuple[_Series, ...]:
    plan = version.plan
    if isinstance(plan, TabletPlan):
        evening = _Series(HEADS_UP, Kind.HEADS_UP, version.day.evening, -1)
        return evening, _Series("dose", Kind.DOSE, tablet_time(version), by_time=False)
    if isinstance(plan, DosePlan) and recurrence_of(version)[0] is not None:
        return tuple(_Series(step_of(slot), Kind.DOSE, when) for slot, when in enumerate(plan.times))
    if isinstance(plan, GoalPlan):
        return (_Series("goal", Kind.GOAL, plan.times[0] if plan.times else None, by_time=False),)
    return ()


def _at(day: date, series: _Series) -> datetime | date:
    moved = day + timedelta(days=series.days_later)
    return moved if series.when is None else datetime.combine(moved, series.when)


def _start(ctx: Context, item: Item, series: _Series) -> datetime | date:
    wall = _moment(ctx, item).astimezone(ctx.zone).replace(tzinfo=None, fold=0)
    return wall.date() if series.when is None else wall


def _moment(ctx: Context, item: Item) -> datetime:
    """When the agenda will remind an item; of what has begun, when it was planned."""
    ahead = item.status is Status.UPCOMING and ctx.day_of(item.due) == ctx.day_of(item.planned)
    return item.due if ahead or item.kind not in (Kind.DOSE, Kind.GOAL) else item.planned


def _sure(ctx: Context, moment: datetime) -> datetime:
    """An instant on the wall clock; in UTC where that time comes twice, as readers disagree on which one is meant."""
    wall = moment.astimezone(ctx.zone).replace(tzinfo=None, fold=0)
    twice = wall.replace(tzinfo=ctx.zone).utcoffset() != wall.replace(tzinfo=ctx.zone, fold=1).utcoffset()
    return moment if twice else wall
