"""From twelve months to the strip under a month: what has a date of its own, and how often the weekly things come.

A month of the strip has room for little. What has a date comes first and lends its word, what prepares for it after it;
what comes every week is told by its number only where nothing else is. A screen reader hears all of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from osteoapp.core.item import Kind
from osteoapp.i18n import month_short, translate
from osteoapp.ui.calendar.looked import DAY, Looked, look, month_of, next_month
from osteoapp.ui.calendar.marks import State
from osteoapp.ui.calendar.monthmodel import days_of, summary
from osteoapp.ui.icons import Icon
from osteoapp.ui.ports import Port
from osteoapp.ui.snapshot import stamp
from osteoapp.ui.wording import icon_of

MONTHS = 12


@dataclass(frozen=True, slots=True)
class Moment:
    """A mark of a month: its own icon, and what became of it."""

    icon: Icon
    state: State


@dataclass(frozen=True, slots=True)
class StripMonth:
    """``word`` belongs to the first of the moments. ``shown``: it stands above the strip; ``now``: it is this month."""

    month: date
    name: str
    moments: tuple[Moment, ...]
    word: str
    said: str
    shown: bool
    now: bool


def first_of(month: date, today: date) -> date:
    """The first of the twelve months: this one, or so many whole years from it that the month is among them."""
    this = month_of(today)
    years = ((month.year - this.year) * MONTHS + month.month - this.month) // MONTHS
    return this.replace(year=this.year + years)


def strip_view(looked: Looked, month: date) -> tuple[StripMonth, ...]:
    """The twelve months from the first day of ``looked`` on; ``month`` is the one above them."""
    months = [next_month(looked.first, number) for number in range(MONTHS)]
    return tuple(_month(looked, one, month) for one in months)


def _month(looked: Looked, month: date, shown: date) -> StripMonth:
    days = days_of(month)
    dated = sorted((mark for day in days for mark in looked.dated(day)), key=lambda mark: mark.task)
    moments = dict.fromkeys(Moment(mark.thing or mark.icon, mark.state) for mark in dated)
    weekly = [item for day in days for item in looked.special(day) if item.kind is Kind.DOSE]
    # The same one first in each month, whatever the weekday on which the month begins.
    order = [plan.id for plan in looked.snap.regimen.draft.plans]
    weekly.sort(key=lambda item: order.index(item.plan) if item.plan in order else len(order))
    moments |= dict.fromkeys(Moment(icon_of(item), State.COMING) for item in weekly)
    word = ""
    if dated:
        word = dated[0].word
    elif weekly:
        count = sum(item.plan == weekly[0].plan for item in weekly)
        word = translate("Calendar", "%n keer", "", count)
    whole = summary(looked, month)
    said = [whole.said]
    if whole.current:
        said.append(translate("Calendar", "nu"))
    name = month_short(month.month, looked.snap.lang)
    return StripMonth(month, name, tuple(moments), word, ". ".join(said), month == shown, whole.current)


class YearAhead:
    """The strip of a month, read from the program once for each change."""

    def __init__(self, port: Port) -> None:
        self._port = port
        self._key: tuple[object, ...] = ()
        self._looked: Looked | None = None

    def strip(self, month: date) -> tuple[StripMonth, ...]:
        first = first_of(month, self._port.now().date())
        key = (first, stamp(self._port))
        if self._looked is None or key != self._key:
            self._key, self._looked = key, look(self._port, first, next_month(first, MONTHS) - DAY)
        return strip_view(self._looked, month)
