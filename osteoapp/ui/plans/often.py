"""How often a medicine comes: as the keys of a regimen file, as the answers of a page, and in words. Pure.

The keys are ``rrule``, ``from_last_taken``, ``on_days`` with ``off_days``, ``as_needed``, or none of them for every
day. A rule that the page has no question for is kept as it is until another answer is given.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from osteoapp.core.recurrence import AsNeeded, Freq, FromLastTaken, OnOff, Recurrence, Rule, Unit
from osteoapp.i18n import day_month, full_date, translate, weekday_name
from osteoapp.ui.setup.form import Table, read_date, read_number
from osteoapp.ui.setup.rhythm import listed

DAYS: Final = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
UNITS: Final = ("days", "weeks", "months", "years")
LAST: Final = -1
OFTEN_KEYS: Final = ("rrule", "from_last_taken", "on_days", "off_days", "as_needed", "until")
OFTEN_TEXTS: Final = (
    "often", "number", "unit", "days", "weeks", "monthdays", "months", "after", "after_unit", "on", "off", "kept",
    "ends", "until", "count",
)  # fmt: skip
_FREQS: Final = dict(zip(UNITS, ("DAILY", "WEEKLY", "MONTHLY", "YEARLY"), strict=True))
_LETTERS: Final = dict(zip(UNITS, "DWMY", strict=True))
_LAST_WORDS: Final = re.compile(r"\b(laatste(\s+dag)?|last(\s+day)?)\b")
_BETWEEN: Final = re.compile(r"\s*(?:,|;|\ben\b|\band\b|\s)\s*")

Texts = Mapping[str, str]


def read_often(table: Mapping[str, Any]) -> dict[str, str]:
    """The answers that say what the keys of a plan say."""
    found = {"ends": "never"}
    if (until := table.get("until")) is not None:
        found |= {"ends": "date", "until": date_text(until)}
    if table.get("as_needed"):
        return found | {"often": "needed"}
    if (period := table.get("from_last_taken")) is not None:
        unit = next(unit for unit, letter in _LETTERS.items() if letter == period[-1])
        return found | {"often": "after", "after": period[1:-1], "after_unit": unit}
    if table.get("on_days") is not None:
        return found | {"often": "on_off", "on": str(table["on_days"]), "off": str(table.get("off_days", ""))}
    return found | _read_rule(str(table.get("rrule") or "FREQ=DAILY"), "until" in found)


def _read_rule(rule: str, until: bool) -> dict[str, str]:
    parts = dict(part.split("=", 1) for part in rule.split(";"))
    freq, number = parts.pop("FREQ"), parts.pop("INTERVAL", "1")
    count = parts.pop("COUNT", "")
    found = {"ends": "count", "count": count} if count else {}
    if count and until:
        return {"often": "kept", "kept": rule}
    unit = next(unit for unit, name in _FREQS.items() if name == freq)
    if not parts:
        if freq == "DAILY" and number == "1":
            return found | {"often": "daily"}
        return found | {"often": "every", "number": number, "unit": unit}
    if freq == "WEEKLY" and set(parts) == {"BYDAY"}:
        days = " ".join(str(DAYS.index(day)) for day in parts["BYDAY"].split(","))
        return found | {"often": "days", "days": days, "weeks": number}
    if freq == "MONTHLY" and set(parts) == {"BYMONTHDAY"} and _simple(parts["BYMONTHDAY"]):
        return found | {"often": "monthdays", "monthdays": _monthdays_text(parts["BYMONTHDAY"]), "months": number}
    return {"often": "kept", "kept": rule}


def _simple(days: str) -> bool:
    return all(int(day) >= LAST for day in days.split(","))


def _monthdays_text(days: str) -> str:
    return ", ".join(translate("Often", "laatste") if int(day) == LAST else day for day in days.split(","))


def write_often(texts: Texts) -> Table:
    """The keys that say what the answers say; what makes no sense goes over as it was typed, for the rules to tell."""
    found: Table = {}
    ends, often = texts.get("ends", ""), texts.get("often", "")
    if ends == "date":
        found["until"] = read_date(texts.get("until", ""))
    if often == "needed":
        return found | {"as_needed": True}
    if often == "after":
        letter = _LETTERS.get(texts.get("after_unit", ""), "D")
        return found | {"from_last_taken": f"P{texts.get('after', '').strip()}{letter}"}
    if often == "on_off":
        days = {"on_days": read_number(texts.get("on", "")), "off_days": read_number(texts.get("off", ""))}
        return found | {key: value if value is not None else "" for key, value in days.items()}
    rule = _write_rule(often, texts)
    if often == "kept":
        # An end by number of times is part of the rule that was kept.
        return found | {"rrule": rule}
    if ends == "count":
        rule = (rule or "FREQ=DAILY") + f";COUNT={texts.get('count', '').strip()}"
    return found | ({"rrule": rule} if rule else {})


def _write_rule(often: str, texts: Texts) -> str:
    if often == "every":
        return f"FREQ={_FREQS.get(texts.get('unit', ''), 'DAILY')}{_interval(texts.get('number', ''))}"
    if often == "days":
        # Without a day the rule says so itself: BYDAY needs one.
        days = ",".join(DAYS[int(day)] for day in sorted(texts.get("days", "").split()))
        return f"FREQ=WEEKLY{_interval(texts.get('weeks', '1'))};BYDAY={days}"
    if often == "monthdays":
        return f"FREQ=MONTHLY{_interval(texts.get('months', '1'))};BYMONTHDAY={_monthdays(texts.get('monthdays', ''))}"
    return texts.get("kept", "") if often == "kept" else ""


def _interval(text: str) -> str:
    text = text.strip()
    return "" if text == "1" else f";INTERVAL={text}"


def _monthdays(text: str) -> str:
    """``1 en 15`` as ``1,15``; the last day is -1."""
    plain = _LAST_WORDS.sub(str(LAST), text.lower())
    return ",".join(part for part in _BETWEEN.split(plain.strip()) if part)


def date_text(day: date) -> str:
    """A date as the fields of a page hold it."""
    return f"{day.year}-{day.month}-{day.day}"


# In words


def often_words(rule: Recurrence | None, start: date, lang: str) -> str:
    """``Elke 2 dagen``, ``Elke maandag en donderdag``, ``3 maanden na de vorige keer``; None is every day."""
    match rule:
        case None:
            return translate("Often", "Elke dag")
        case AsNeeded():
            return translate("Often", "Alleen als het nodig is")
        case FromLastTaken(number, unit):
            return translate("Often", "{period} na de vorige keer").format(period=_period(number, unit))
        case OnOff(on, off):
            days = _period(on, Unit.DAYS), _period(off, Unit.DAYS)
            return translate("Often", "{on} wel, {off} niet").format(on=days[0], off=days[1])
    return _rule_words(rule, start, lang) + _end_words(rule, lang)


def _rule_words(rule: Rule, start: date, lang: str) -> str:
    names = listed([weekday_name(day, lang) for day in sorted(rule.byday)])
    every = _every(rule.interval, rule.freq)
    if rule.dense:
        return translate("Often", "Elke dag")
    if rule.freq is Freq.WEEKLY:
        if rule.interval == 1:
            return translate("Often", "Elke {days}").format(days=names or weekday_name(start.weekday(), lang))
        return translate("Often", "{every} op {days}").format(
            every=every, days=names or weekday_name(start.weekday(), lang)
        )
    if rule.freq is Freq.DAILY:
        plain = not rule.byday and not rule.bymonthday
        return every if plain else f"{every}, {_only(rule, names)}"
    if not rule.byday and not rule.bymonthday:
        on = day_month(start, lang) if rule.freq is Freq.YEARLY else _monthday(start.day)
        return translate("Often", "{every} op {days}").format(every=every, days=on)
    if rule.byday:
        return f"{every}, {_only(rule, names)}"
    return translate("Often", "{every} op {days}").format(every=every, days=_monthdays_words(rule))


def _only(rule: Rule, names: str) -> str:
    """What of the days of a period counts."""
    if rule.byday and rule.bymonthday:
        text = translate("Often", "alleen op {days}, als het {numbers} is")
        return text.format(days=names, numbers=_monthdays_words(rule))
    return translate("Often", "alleen op {days}").format(days=names or _monthdays_words(rule))


def _monthdays_words(rule: Rule) -> str:
    return listed([_monthday(day) for day in sorted(rule.bymonthday, key=lambda day: (day < 0, day))])


def _monthday(day: int) -> str:
    if day == LAST:
        return translate("Often", "de laatste dag")
    if day < 0:
        return translate("Often", "de {number}e dag vanaf het einde").format(number=-day)
    return translate("Often", "dag {number}").format(number=day)


def _every(number: int, freq: Freq) -> str:
    if number == 1:
        return {
            Freq.DAILY: translate("Often", "Elke dag"),
            Freq.WEEKLY: translate("Often", "Elke week"),
            Freq.MONTHLY: translate("Often", "Elke maand"),
            Freq.YEARLY: translate("Often", "Elk jaar"),
        }[freq]
    unit = {Freq.DAILY: Unit.DAYS, Freq.WEEKLY: Unit.WEEKS, Freq.MONTHLY: Unit.MONTHS, Freq.YEARLY: Unit.YEARS}[freq]
    return translate("Often", "Elke {period}").format(period=_period(number, unit))


def every_months(months: int) -> str:
    """``Elke 6 maanden``, ``Elk jaar``."""
    return _every(1, Freq.YEARLY) if months == 12 else _every(months, Freq.MONTHLY)


def _period(number: int, unit: Unit) -> str:
    """``1 dag``, ``3 maanden``."""
    one = {
        Unit.DAYS: translate("Often", "1\u00a0dag"),
        Unit.WEEKS: translate("Often", "1\u00a0week"),
        Unit.MONTHS: translate("Often", "1\u00a0maand"),
        Unit.YEARS: translate("Often", "1\u00a0jaar"),
    }
    more = {
        Unit.DAYS: translate("Often", "{number}\u00a0dagen"),
        Unit.WEEKS: translate("Often", "{number}\u00a0weken"),
        Unit.MONTHS: translate("Often", "{number}\u00a0maanden"),
        Unit.YEARS: translate("Often", "{number} jaar"),
    }
    return one[unit] if number == 1 else more[unit].format(number=number)


def _end_words(rule: Rule, lang: str) -> str:
    if rule.count is not None:
        return translate("Often", ", in het geheel {number} keer").format(number=rule.count)
    if rule.until is not None:
        return translate("Often", ", tot en met {day}").format(day=full_date(rule.until, lang))
    return ""
