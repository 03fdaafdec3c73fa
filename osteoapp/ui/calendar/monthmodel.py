"""From a range of days to the page of a month, and to the page of a year. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from osteoapp import words
from osteoapp.core.item import Kind
from osteoapp.i18n import capital, day_month, day_words, full_day, month_name, month_short, translate
from osteoapp.ui.calendar.looked import DAY, Looked, month_of, next_month
from osteoapp.ui.calendar.marks import Mark, State, short_of
from osteoapp.ui.icons import Icon
from osteoapp.ui.wording import icon_of, title_of

_WEEK: Final = 7
_ORDER: Final = tuple(State)


@dataclass(frozen=True, slots=True)
class DayView:
    """One day of a month. ``said`` is what a screen reader says of it."""

    day: date
    number: str
    inside: bool
    today: bool
    marks: tuple[Mark, ...]
    noted: bool
    said: str


@dataclass(frozen=True, slots=True)
class MonthView:
    """A month in whole weeks. ``legend`` are the states on the page, ``daily`` names what comes every day."""

    first: date
    title: str
    before: str
    after: str
    days: tuple[DayView, ...]
    legend: tuple[State, ...]
    daily: str


def weeks_of(month: date) -> tuple[date, date]:
    """The first and last day of the whole weeks, from Monday on, that hold a month."""
    first = month - timedelta(days=month.weekday())
    last = next_month(month) - DAY
    return first, last + timedelta(days=_WEEK - 1 - last.weekday())


def month_view(looked: Looked, month: date) -> MonthView:
    """The page of the month that begins on ``month``."""
    lang = looked.snap.lang
    days = []
    day = looked.first
    while day <= looked.last:
        days.append(_day(looked, month, day))
        day += DAY
    states = {mark.state for one in days for mark in one.marks}
    return MonthView(
        first=month,
        title=capital(f"{month_name(month.month, lang)} {month.year}"),
        before=capital(month_name(next_month(month, -1).month, lang)),
        after=capital(month_name(next_month(month).month, lang)),
        days=tuple(days),
        legend=tuple(state for state in _ORDER if state in states),
        daily=_daily_line(looked),
    )


def _day(looked: Looked, month: date, day: date) -> DayView:
    lang, today = looked.snap.lang, looked.snap.now.date()
    inside = month_of(day) == month
    number = str(day.day)
    if not inside:
        number = f"{day.day} {month_short(day.month, lang)}"
    marks = looked.marks(day)
    name = day_words(day, lang) if day.year == today.year else full_day(day, lang)
    parts = [name.replace("\u00a0", " ")]
    if day == today:
        parts.append(translate("Calendar", "vandaag"))
    parts += [mark.said.replace("\u00a0", " ") for mark in marks]
    if day in looked.noted:
        parts.append(translate("Calendar", "met een opmerking"))
    return DayView(day, number, inside, day == today, marks, day in looked.noted, ", ".join(parts))


def _daily_line(looked: Looked) -> str:
    """What the counts of a day are made of: the medicines of every day, by name, once each."""
    names: dict[str, str] = {}
    for items in looked.items.values():
        for item in items:
            if item.kind is Kind.DOSE and looked.daily(item):
                names.setdefault(item.plan, title_of(looked.snap, item))
    if not names:
        return ""
    return translate("Calendar", "Medicijnen van elke dag: {names}.").format(names=", ".join(sorted(names.values())))


# The year


@dataclass(frozen=True, slots=True)
class Line:
    """One thing of a month in the year. ``faint`` where it is a forecast."""

    icon: Icon
    text: str
    faint: bool = False


@dataclass(frozen=True, slots=True)
class MonthSummary:
    """One month of a year."""

    month: date
    name: str
    current: bool
    lines: tuple[Line, ...]
    said: str


@dataclass(frozen=True, slots=True)
class YearView:
    """Twelve months."""

    year: int
    months: tuple[MonthSummary, ...]


def year_view(looked: Looked, year: int) -> YearView:
    """The page of a year; ``looked`` holds all of it."""
    return YearView(year, tuple(summary(looked, date(year, month, 1)) for month in range(1, 13)))


def summary(looked: Looked, month: date) -> MonthSummary:
    """A month that ``looked`` holds all of."""
    lang, today = looked.snap.lang, looked.snap.now.date()
    lines = (*_often(looked, month), *_once(looked, month), *_daily(looked, month))
    name = capital(month_name(month.month, lang))
    said = ". ".join([f"{name} {month.year}", *(line.text.replace("\u00a0", " ") for line in lines)])
    return MonthSummary(month, name, month_of(today) == month, lines, said)


def days_of(month: date) -> list[date]:
    """Its days."""
    return [month + number * DAY for number in range((next_month(month) - month).days)]


def _often(looked: Looked, month: date) -> list[Line]:
    """What comes several times a month: "Tablet: 4 van 4", and how many are still to come."""
    found: dict[str, list[int]] = {}
    names: dict[str, tuple[str, Icon]] = {}
    for day in days_of(month):
        for item in looked.special(day):
            if item.kind is not Kind.DOSE:
                continue
            state = looked.state(item)
            done, settled, ahead = found.setdefault(item.plan, [0, 0, 0])
            coming = state in (State.COMING, State.OPEN)
            taken = state in (State.TAKEN, State.LATE)
            counted = not coming and state is not State.PAUSED
            found[item.plan] = [done + taken, settled + counted, ahead + coming]
            names[item.plan] = short_of(looked.snap, item), icon_of(item)
    return [Line(names[plan][1], _count(names[plan][0], *numbers)) for plan, numbers in found.items()]


def _count(name: str, done: int, settled: int, ahead: int) -> str:
    if not settled:
        return words.tie(translate("Calendar", "{name}: {ahead} keer").format(name=name, ahead=ahead))
    said = translate("Calendar", "{name}: {done} van {settled}").format(name=name, done=done, settled=settled)
    if ahead:
        said += translate("Calendar", ", nog {ahead}").format(ahead=ahead)
    return words.tie(said)


def _once(looked: Looked, month: date) -> list[Line]:
    """What has a date of its own in the month."""
    return [
        Line(mark.icon, f"{mark.word}, {day_month(day, looked.snap.lang)}", mark.state is State.FORECAST)
        for day in days_of(month)
        for mark in looked.dated(day)
    ]


def _daily(looked: Looked, month: date) -> list[Line]:
    """On how many of the days gone by every daily dose was taken."""
    pairs = [looked.daily_doses(day) for day in days_of(month)]
    days = [taken == settled for taken, settled in pairs if settled]
    if not days:
        return []
    said = translate("Calendar", "Elke dag: {done} van {days} dagen").format(done=sum(days), days=len(days))
    return [Line("check", words.tie(said))]
