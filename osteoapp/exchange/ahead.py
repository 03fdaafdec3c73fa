"""What lies ahead, by local date: what the sheets on paper are made of. The agenda is the truth."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from osteoapp import words
from osteoapp.core.agenda import agenda, context
from osteoapp.core.context import Context
from osteoapp.core.history import History
from osteoapp.core.item import Item, Kind
from osteoapp.core.recurrence import DAY
from osteoapp.core.regimen import Regimen
from osteoapp.exchange.forecasts import CLOSED, forecasts
from osteoapp.words import Lang

# What is only told at its moment, such as the evening before, has no place on paper.
_KINDS = frozenset({Kind.DOSE, Kind.GOAL, Kind.APPOINTMENT, Kind.TASK, Kind.REVIEW})


@dataclass(frozen=True, slots=True)
class Moment:
    """One thing on one local date. ``when`` is None where the time does not matter. ``forecast``: a later date that
    depends on what happens first; ``moved``: a tablet that stands on another date than its own; ``waits``: its date
    has passed and it is still open, so it stands under today."""

    plan: str
    title: str
    day: date
    when: time | None
    kind: Kind
    forecast: bool = False
    moved: bool = False
    waits: bool = False


@dataclass(frozen=True, slots=True)
class Daily:
    """What comes on every date of the period, at these times."""

    plan: str
    title: str
    times: tuple[time, ...]
    kind: Kind


@dataclass(frozen=True, slots=True)
class Ahead:
    """The coming dates of everything planned: what comes every day, and what has dates of its own, in their order."""

    first: date
    last: date
    daily: tuple[Daily, ...]
    dated: tuple[Moment, ...]


def ahead(regimen: Regimen, history: History, now: datetime, last: date, lang: Lang) -> Ahead:
    """From today up to ``last``. ``now`` as for the agenda."""
    first = now.date()
    ctx = context(regimen, history, now, dates=(first, last))
    moments: list[Moment] = []
    daily: list[Daily] = []
    items = agenda(regimen, history, now, dates=(first, last)).items
    for family in ctx.families:
        if family.ended(ctx.today):
            continue
        mine = [i for i in items if i.plan == family.id and i.treatment == family.treatment.id and i.kind in _KINDS]
        found = [one for one in (_moment(ctx, item, lang) for item in mine) if one is not None]
        found += [
            Moment(
                family.id, words.title(one.item, regimen.plan(family.id, one.item.date), lang), one.start.date(), None,
                one.item.kind, forecast=True,
            )
            for one in forecasts(ctx, family, mine)
        ]  # fmt: skip
        found = [one for one in found if first <= one.day <= last]
        every = list(_every_day(found, _not_paused(regimen, first, last)))
        daily += every
        titles = {one.title for one in every}
        moments += [one for one in found if one.title not in titles]
    moments.sort(key=lambda one: (one.day, one.when or time.max, one.title))
    daily.sort(key=lambda one: (one.times or (time.max,), one.title))
    return Ahead(first, last, tuple(daily), tuple(moments))


def _moment(ctx: Context, item: Item, lang: Lang) -> Moment | None:
    """Where an item stands on paper; None where it is over, or left out by a pause."""
    if item.status in CLOSED or item.pause:
        return None
    plan = ctx.regimen.plan(item.plan, item.date)
    # A dose keeps its own time, whatever it waits for that morning; what was moved to another date moves.
    moved = item.kind is Kind.DOSE and ctx.day_of(item.due) > item.date and ctx.day_of(item.due) >= ctx.today
    own = item.kind in (Kind.DOSE, Kind.GOAL) and not moved
    at = (item.planned if own else item.due).astimezone(ctx.zone)
    day, waits = at.date(), False
    if day < ctx.today:
        if item.kind not in (Kind.APPOINTMENT, Kind.TASK, Kind.REVIEW):
            return None  # a question about the past, for the screen
        day, waits = ctx.today, True
    goal_without_time = item.kind is Kind.GOAL and not getattr(plan, "times", ())
    # A task may be done at any hour of its day.
    loose = goal_without_time or item.kind in (Kind.TASK, Kind.REVIEW) or (waits and item.appointment is None)
    loose = loose or (item.step in ("injection", "infusion") and item.appointment is None)
    when = None if loose else at.time().replace(second=0, microsecond=0)
    return Moment(item.plan, words.title(item, plan, lang), day, when, item.kind, moved=moved, waits=waits)


def _not_paused(regimen: Regimen, first: date, last: date) -> set[date]:
    """The dates after the first that no pause covers: of today much may be over."""
    days = (first + timedelta(days=number) for number in range(1, (last - first).days + 1))
    return {day for day in days if regimen.paused(day) is None}


def _every_day(found: list[Moment], days: set[date]) -> Iterator[Daily]:
    """What stands on every one of these dates, at the same times."""
    by_title: dict[str, dict[date, list[time]]] = {}
    for one in found:
        times = by_title.setdefault(one.title, {}).setdefault(one.day, [])
        if one.when is not None:
            times.append(one.when)
    for title, on in by_title.items():
        said = {tuple(sorted(times)) for day, times in on.items() if day in days}
        if days and days <= on.keys() and len(said) == 1:
            like = next(one for one in found if one.title == title)
            yield Daily(like.plan, title, said.pop(), like.kind)


def runs(moments: list[Moment]) -> Iterator[list[Moment]]:
    """Moments of one title and their times, cut where a date is left out: three dates or more in a row are one run."""
    row: list[Moment] = []
    for one in moments:
        if row and one.day - row[-1].day not in (DAY - DAY, DAY):
            yield from _cut(row)
            row = []
        row.append(one)
    yield from _cut(row)


def _cut(row: list[Moment]) -> Iterator[list[Moment]]:
    if len({one.day for one in row}) > 2:
        yield row
    else:
        yield from ([one] for one in row)


