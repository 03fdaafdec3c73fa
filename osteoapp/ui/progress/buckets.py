"""The bars of Voortgang: days, weeks, months or years, by how long is looked back. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import groupby
from typing import Final

from osteoapp.core.counts import Occasion
from osteoapp.i18n import day_month, month_name, month_short, translate, weekday

WEEK: Final = timedelta(days=7)
_YEARLY_FROM: Final = timedelta(days=800)


def buckets(
    occasions: Sequence[Occasion], first: date, today: date, lang: str
) -> Iterator[tuple[str, str, list[Occasion]]]:
    """The days, weeks, months or years of the period, with their name short and in full."""
    first = max(first, min((one.day for one in occasions), default=first))
    length = today - first
    if length < 2 * WEEK:
        key, name = _by_day, _day_name
    elif length < 13 * WEEK:
        key, name = _by_week, _week_name
    elif length < _YEARLY_FROM:
        key, name = _by_month, _month_name
    else:
        key, name = _by_year, _year_name
    for start, group in groupby(occasions, key=lambda one: key(one.day)):
        label, said = name(start, lang)
        yield label, said, list(group)


def _by_day(day: date) -> date:
    return day


def _by_week(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _by_month(day: date) -> date:
    return day.replace(day=1)


def _by_year(day: date) -> date:
    return date(day.year, 1, 1)


def _day_name(day: date, lang: str) -> tuple[str, str]:
    return weekday(day, lang)[:2], f"{weekday(day, lang)} {day_month(day, lang)}".replace("\u00a0", " ")


def _week_name(day: date, lang: str) -> tuple[str, str]:
    said = translate("Progress", "week van {day}").format(day=day_month(day, lang))
    return f"{day.day}\n{month_short(day.month, lang)}", said.replace("\u00a0", " ")


def _month_name(day: date, lang: str) -> tuple[str, str]:
    return month_short(day.month, lang), f"{month_name(day.month, lang)} {day.year}"


def _year_name(day: date, lang: str) -> tuple[str, str]:
    return str(day.year), str(day.year)
