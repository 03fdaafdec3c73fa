"""Single values of a regimen file: each reader gives the value, or raises Wrong with the reason."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from datetime import date, datetime, time
from difflib import get_close_matches
from typing import Any
from zoneinfo import ZoneInfo

from osteoapp.exchange.regimen_faults import Wrong, printable, shown

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WEEKDAYS_NL = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")

# Beyond these years a date is a slip of the pen, and the arithmetic of months would leave the calendar.
FIRST_DATE = date(1900, 1, 1)
LAST_DATE = date(2199, 12, 31)

_CLOCK = re.compile(r"(?:[01][0-9]|2[0-3]):[0-5][0-9]")
_DATE_LIKE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")

# What may follow a number: an extension, or what to press when a voice asks.
_EXTENSION = re.compile(
    r"(?<![^\W\d_])(?:toestel|tst|doorkiesnummer|doorkies|keuze|toets|optie|extension|ext|option|press|x)"
    r"[.:]?\s*(?=[0-9])",
    re.IGNORECASE,
)
_BETWEEN_DIGITS = frozenset("+()/.,;*#")
_LEAST_DIGITS = 3  # 112


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that is most like a mistyped one; None where none comes near."""
    return next(iter(get_close_matches(word.lower()[:60], list(known), n=1, cutoff=0.6)), None)


def text(most: int, *, lines: bool = False) -> Callable[[Any], str | None]:
    """Printable text of at most so many characters; blank text is None. ``lines``: it may have more than one."""

    def read(value: Any) -> str | None:
        words = any_text(value)
        if not words.strip():
            return None
        if len(words) > most:
            raise Wrong("text_long", most=str(most), length=str(len(words)))
        if not printable(words.replace("\n", "") if lines else words):
            raise Wrong("text_control", value=shown(words))
        return words

    return read


def any_text(value: Any) -> str:
    """Text of any length."""
    if not isinstance(value, str):
        raise Wrong("wants_text", value=shown(value))
    return value


def callable_number(value: str) -> bool:
    """Whether a text is a telephone number: 3 digits or more, what people write between them, and an extension."""
    number = _EXTENSION.sub("", value)
    # Spaces and dashes are of many kinds where a number was copied from a page.
    between = all(
        one.isdecimal() or one in _BETWEEN_DIGITS or unicodedata.category(one) in {"Zs", "Pd"} for one in number
    )
    return between and sum(one.isdecimal() for one in number) >= _LEAST_DIGITS


def whole(least: int, most: int) -> Callable[[Any], int]:
    """A whole number within bounds, both included."""

    def read(value: Any) -> int:
        # `true` is a number to Python, not to the person who wrote it.
        if not isinstance(value, int) or isinstance(value, bool):
            raise Wrong("wants_whole", value=shown(value))
        if not least <= value <= most:
            raise Wrong("number_range", value=shown(value), least=str(least), most=str(most))
        return value

    return read


def flag(value: Any) -> bool:
    """true or false."""
    if not isinstance(value, bool):
        raise Wrong("wants_flag", value=shown(value))
    return value


def day(value: Any) -> date:
    """A TOML date within the years that make sense for a patient."""
    if isinstance(value, str) and _DATE_LIKE.fullmatch(value):
        try:
            date.fromisoformat(value)
        except ValueError:
            raise Wrong("date_impossible", value=value) from None
        raise Wrong("date_quoted", value=value)
    if not isinstance(value, date) or isinstance(value, datetime):
        raise Wrong("wants_date", value=shown(value))
    if not FIRST_DATE <= value <= LAST_DATE:
        raise Wrong("date_range", value=shown(value), least=str(FIRST_DATE.year), most=str(LAST_DATE.year))
    return value


def past_day(today: date) -> Callable[[Any], date]:
    """A date of something that has happened: not after today."""

    def read(value: Any) -> date:
        found = day(value)
        if found > today:
            raise Wrong("in_future", value=shown(found))
        return found

    return read


def clock(value: Any) -> time:
    """A time of day in whole minutes: "HH:MM", or a TOML local time."""
    if isinstance(value, str) and _CLOCK.fullmatch(value):
        return time(int(value[:2]), int(value[3:]))
    if not isinstance(value, time):
        raise Wrong("wants_time", value=shown(value))
    if value.second or value.microsecond:
        raise Wrong("time_seconds", value=shown(value))
    return value


def choice(*known: Any) -> Callable[[Any], Any]:
    """One of some words or numbers."""

    def read(value: Any) -> Any:
        if not any(type(value) is type(word) and value == word for word in known):
            raise Wrong("choice", value=shown(value), known=", ".join(shown(word) for word in known))
        return value

    return read


def weekday(value: Any) -> int:
    """A weekday in English or Dutch; 0 is Monday."""
    word = any_text(value).strip().lower()
    for words in (WEEKDAYS, _WEEKDAYS_NL):
        if word in words:
            return words.index(word)
    raise Wrong("weekday", value=shown(value), near=nearest(word, WEEKDAYS) or WEEKDAYS[0])


def zone(value: Any) -> str:
    """The name of a time zone that this computer knows."""
    name = any_text(value)
    try:
        ZoneInfo(name)
    except (OSError, ValueError, KeyError):  # a folder, a path outside, or not there: zoneinfo raises each of them
        raise Wrong("zone", value=shown(name)) from None
    return name
