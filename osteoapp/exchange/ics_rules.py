"""Which recurrences RFC 5545 says in one rule as they are meant here, and how.

Here a day that a month does not have is that month's last day; there it is left out. COUNT becomes a last date, and a
rule begins at its first date, so that a start that does not fit is no occurrence.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from osteoapp.core.recurrence import Freq, Rule

_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
SHORTEST_MONTH = 28


@dataclass(frozen=True, slots=True)
class Repeat:
    """An RRULE without its end: FREQ, INTERVAL, BYDAY, BYMONTHDAY."""

    freq: Freq
    interval: int = 1
    byday: tuple[str, ...] = ()
    bymonthday: tuple[int, ...] = ()

    def parts(self) -> dict[str, object]:
        """The parts of the rule as RFC 5545 names them; weeks start on Monday."""
        found: dict[str, object] = {"freq": self.freq.value}
        if self.interval != 1:
            found["interval"] = self.interval
        if self.byday:
            found["byday"] = list(self.byday)
        if self.bymonthday:
            found["bymonthday"] = list(self.bymonthday)
        if self.freq is Freq.WEEKLY and self.interval != 1:
            found["wkst"] = "MO"
        return found


def repeat_of(rule: Rule, start: date, days_later: int = 0) -> Repeat | None:
    """The rule as RFC 5545 says it, every date moved by some days; None where it cannot in one rule.

    ``start`` is the date the rule counts from. Only a rule of every week can be moved.
    """
    if days_later and (rule.freq is not Freq.WEEKLY or rule.interval != 1):
        return None
    if rule.bymonthday and rule.freq is Freq.WEEKLY:
        return None
    days = rule.bymonthday or _implied(rule, start)
    if any(abs(day) > SHORTEST_MONTH for day in days):
        return None
    weekdays = rule.byday or (frozenset({start.weekday()}) if rule.freq is Freq.WEEKLY else frozenset())
    moved = sorted({(day + days_later) % 7 for day in weekdays})
    return Repeat(rule.freq, rule.interval, tuple(_WEEKDAYS[day] for day in moved), tuple(sorted(rule.bymonthday)))


def _implied(rule: Rule, start: date) -> frozenset[int]:
    """The day of the month that a rule takes from its start."""
    monthly = rule.freq in (Freq.MONTHLY, Freq.YEARLY) and not rule.byday
    return frozenset({start.day}) if monthly else frozenset()

