"""On which days a practice is usually open: neither in the weekend nor on a public holiday of the country (C28).

The holidays come from the library ``holidays``. It takes a few tenths of a second for its first year, so that it is
imported when a day is asked for that is no weekend, and ``warm`` lets a program pay for it ahead.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

DAY = timedelta(days=1)
_SATURDAY = 5
COUNTRIES = {"Europe/Amsterdam": "NL", "Europe/Brussels": "BE"}
# A holiday by name and by law, on which practices work.
_OPEN = {("NL", "goede vrijdag")}


def is_open(day: date, zone: str) -> bool:
    """Whether a practice in that time zone is usually open on a day; of an unknown country only weekends are known."""
    if day.weekday() >= _SATURDAY:
        return False
    return day not in _closed(COUNTRIES.get(zone, ""), day.year)


def next_open(day: date, zone: str) -> date:
    """That day, or the first one after it on which a practice is usually open."""
    while not is_open(day, zone):
        day += DAY
    return day


def last_open(day: date, zone: str) -> date:
    """That day, or the last one before it on which a practice is usually open."""
    while not is_open(day, zone):
        day -= DAY
    return day


def warm(day: date, zone: str) -> None:
    """Reads the holidays of this year and the next, so that later questions cost nothing. For a thread of its own."""
    for year in (day.year, day.year + 1):
        _closed(COUNTRIES.get(zone, ""), year)


@lru_cache(maxsize=16)
def _closed(country: str, year: int) -> frozenset[date]:
    if not country:
        return frozenset()
    import holidays  # a third of a second, and only appointments need it

    found = holidays.country_holidays(country, years=year, language="nl")
    return frozenset(day for day, name in found.items() if (country, name.casefold()) not in _OPEN)
