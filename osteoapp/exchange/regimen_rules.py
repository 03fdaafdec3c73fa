"""Recurrences as they are written in a regimen file: an RFC 5545 RRULE subset and an ISO 8601 period."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Any

from osteoapp.core.recurrence import Freq, FromLastTaken, Rule, Unit
from osteoapp.exchange.regimen_faults import Wrong, shown

MOST_INTERVAL = 1000
MOST_COUNT = 10_000

_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_UNITS = {"D": Unit.DAYS, "W": Unit.WEEKS, "M": Unit.MONTHS, "Y": Unit.YEARS}
_PERIOD = re.compile(r"P([0-9]{1,9})([DWMY])")
_DATE = re.compile(r"([0-9]{4})-?([0-9]{2})-?([0-9]{2})")


def parse_rule(text: str) -> Rule:
    """The rule of an RRULE text. Raises Wrong for what is wrong and for parts outside the subset.

    FREQ is required; INTERVAL, BYDAY without numbers, BYMONTHDAY, and COUNT or UNTIL (a date) are known. Where RFC 5545
    allows no BYMONTHDAY (weekly rules) there is none here either.
    """
    parts: dict[str, Any] = {}
    for part in text.upper().removeprefix("RRULE:").split(";"):
        name, _, value = (piece.strip() for piece in part.partition("="))
        if name not in _PARTS:
            raise Wrong("rrule_part", part=shown(name))
        if name in parts:
            raise Wrong("rrule_twice", part=name)
        parts[name] = _PARTS[name](value)
    if "FREQ" not in parts:
        raise Wrong("rrule_freq_missing")
    if "COUNT" in parts and "UNTIL" in parts:
        raise Wrong("rrule_two_ends")
    if parts["FREQ"] is Freq.WEEKLY and "BYMONTHDAY" in parts:
        raise Wrong("rrule_weekly_monthday")
    return Rule(**{name.lower(): value for name, value in parts.items()})


def write_rule(rule: Rule) -> str:
    """The RRULE text of a rule; ``parse_rule`` gives the same rule again."""
    parts = [f"FREQ={rule.freq.value}"]
    if rule.interval != 1:
        parts.append(f"INTERVAL={rule.interval}")
    if rule.byday:
        parts.append("BYDAY=" + ",".join(_DAYS[day] for day in sorted(rule.byday)))
    if rule.bymonthday:
        parts.append("BYMONTHDAY=" + ",".join(str(day) for day in sorted(rule.bymonthday)))
    if rule.count is not None:
        parts.append(f"COUNT={rule.count}")
    if rule.until is not None:
        parts.append(f"UNTIL={rule.until.isoformat().replace('-', '')}")
    return ";".join(parts)


def parse_period(text: str) -> FromLastTaken:
    """The period of an ISO 8601 text with one whole number above 0 (P3D, P2W, P1M, P1Y). Raises Wrong."""
    match = _PERIOD.fullmatch(text.strip().upper())
    if match is None or not 1 <= int(match.group(1)) <= MOST_INTERVAL:
        raise Wrong("period", value=shown(text), most=str(MOST_INTERVAL))
    return FromLastTaken(int(match.group(1)), _UNITS[match.group(2)])


def write_period(period: FromLastTaken) -> str:
    """The ISO 8601 text of a period."""
    letter = next(letter for letter, unit in _UNITS.items() if unit is period.unit)
    return f"P{period.number}{letter}"


def _freq(value: str) -> Freq:
    try:
        return Freq(value)
    except ValueError:
        raise Wrong("rrule_freq", value=shown(value), known=", ".join(Freq)) from None


def _whole(name: str, most: int) -> Callable[[str], int]:
    def read(value: str) -> int:
        if not re.fullmatch(r"[0-9]{1,9}", value) or not 1 <= int(value) <= most:
            raise Wrong("rrule_number", part=name, value=shown(value), most=str(most))
        return int(value)

    return read


def _weekdays(value: str) -> frozenset[int]:
    days = value.split(",")
    for day in days:
        if day[-2:] in _DAYS and len(day) > 2:
            raise Wrong("rrule_ordinal", value=shown(day))
        if day not in _DAYS:
            raise Wrong("rrule_day", value=shown(day), known=", ".join(_DAYS))
    return frozenset(_DAYS.index(day) for day in days)


def _month_days(value: str) -> frozenset[int]:
    days = value.split(",")
    for day in days:
        if not re.fullmatch(r"[+-]?[0-9]{1,2}", day) or not 1 <= abs(int(day)) <= 31:
            raise Wrong("rrule_monthday", value=shown(day))
    return frozenset(int(day) for day in days)


def _until(value: str) -> date:
    match = _DATE.fullmatch(value)
    try:
        if match is not None:
            return date(int(match.group(1)), int(match.group(2)), int(match.group(3)))
    except ValueError:
        pass  # a date that does not exist
    raise Wrong("rrule_until", value=shown(value))


_PARTS: dict[str, Callable[[str], Any]] = {
    "FREQ": _freq,
    "INTERVAL": _whole("INTERVAL", MOST_INTERVAL),
    "BYDAY": _weekdays,
    "BYMONTHDAY": _month_days,
    "COUNT": _whole("COUNT", MOST_COUNT),
    "UNTIL": _until,
}
