"""What can be said of a plan, part by part: which keys of the file and which answers of a page belong together. Pure.

A part whose answers are as they were leaves its keys as they were: looking at a plan never changes it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, time
from typing import Any, Final

from osteoapp.core.treatment import (
    AppointmentRule,
    CheckRule,
    CycleRule,
    DoseRule,
    GoalRule,
    IntakeRule,
    Treatment,
)
from osteoapp.ui.plans.often import OFTEN_KEYS, OFTEN_TEXTS, Texts, date_text, read_often, write_often
from osteoapp.ui.setup.form import WEEKDAYS, Table, read_date, read_number

Read = Callable[[Mapping[str, Any]], dict[str, str]]
Write = Callable[[Texts], Table]


@dataclass(frozen=True, slots=True)
class Part:
    """``keys`` are of the file, ``texts`` of the page. ``read`` and ``write`` go from one to the other."""

    name: str
    keys: tuple[str, ...]
    texts: tuple[str, ...]
    read: Read
    write: Write


def parts_of(treatment: Treatment, wake: str) -> tuple[Part, ...]:
    """The parts of a treatment's plans, in the order of the page. ``wake`` is the time of getting up, as text."""
    own: list[Part] = []
    match treatment.rule:
        case IntakeRule():
            own = [_WEEKDAY, _tablet_time(wake)]
        case CycleRule():
            own = [_WHEN]
        case GoalRule() as rule:
            own = [_number("target"), _TIMES, *([_day("after_fracture_until")] if rule.unit == "min" else [])]
        case CheckRule(every_months=None):
            own = [_day("date")]
        case CheckRule():
            own = [_number("every_months"), _day("last")]
        case AppointmentRule():
            own = [_line("name"), _day("date"), _time(), _line("place"), _line("phone"), _REMIND]
        case DoseRule(free=True):
            own = [_line("name"), _line("instruction"), _OFTEN, _TIMES, _day("start"), _WAIT]
        case DoseRule(weekly=True):
            own = [_number("every_weeks"), _WEEKDAY, _time(), _day("start")]
        case DoseRule(one_per_date=True):
            own = [_time()]
        case DoseRule() as rule:
            own = [_TIMES, *([_CALCIUM] if rule.moves_on_tablet_day else [])]
    return (*own, *([_SINCE] if treatment.review is not None else []), _line("note"))


def texts_of(table: Mapping[str, Any], parts: tuple[Part, ...]) -> dict[str, str]:
    """The answers that say what a plan says."""
    return {key: value for part in parts for key, value in part.read(table).items()}


def table_of(table: Mapping[str, Any], parts: tuple[Part, ...], before: Texts | None, texts: Texts) -> Table:
    """The plan with what was answered. ``before`` are the answers as they were; None where the plan is a new one."""
    found = dict(table)
    for part in parts:
        if before is not None and all(texts.get(key, "") == before.get(key, "") for key in part.texts):
            continue
        for key in part.keys:
            found.pop(key, None)
        found |= part.write(texts)
    return {key: value for key, value in found.items() if value is not None}


def _line(key: str) -> Part:
    return Part(
        key, (key,), (key,), lambda table: {key: str(table.get(key) or "")},
        lambda texts: {key: text} if (text := texts.get(key, "").strip()) else {},
    )  # fmt: skip


def _number(key: str) -> Part:
    """A number that is needed: an empty field is told, never filled in."""

    def write(texts: Texts) -> Table:
        number = read_number(texts.get(key, ""))
        return {key: "" if number is None else number}

    return Part(key, (key,), (key,), lambda table: {key: str(table.get(key, ""))}, write)


def _day(key: str) -> Part:
    def read(table: Mapping[str, Any]) -> dict[str, str]:
        day = table.get(key)
        return {key: date_text(day) if isinstance(day, date) else ""}

    return Part(
        key, (key,), (key,), read, lambda texts: {key: read_date(texts[key])} if texts.get(key) else {}
    )  # fmt: skip


def _time(shown: str = "", silent: str = "") -> Part:
    def read(table: Mapping[str, Any]) -> dict[str, str]:
        return {"time": clock_text(table["time"]) if table.get("time") is not None else shown}

    def write(texts: Texts) -> Table:
        said = texts.get("time", "")
        return {"time": said} if said and said != silent else {}

    return Part("time", ("time",), ("time",), read, write)


def _tablet_time(wake: str) -> Part:
    """Who takes it when she gets up goes on doing so, also when the time of getting up changes."""
    return _time(wake, wake)


def clock_text(value: Any) -> str:
    """A time of a plan as a field holds it."""
    return f"{value:%H:%M}" if isinstance(value, time) else str(value)


def _read_weekday(table: Mapping[str, Any]) -> dict[str, str]:
    return {"weekday": str(WEEKDAYS.index(table["weekday"]))} if "weekday" in table else {}


def _write_weekday(texts: Texts) -> Table:
    return {"weekday": WEEKDAYS[int(texts["weekday"])]} if texts.get("weekday") else {}


def _read_when(table: Mapping[str, Any]) -> dict[str, str]:
    if table.get("unknown"):
        return {"when": "unknown", "day": ""}
    key = "last_given" if table.get("last_given") is not None else "first_due"
    day = table.get(key)
    return {"when": "given" if key == "last_given" else "first", "day": date_text(day)} if day is not None else {}


def _write_when(texts: Texts) -> Table:
    when = texts.get("when", "")
    if when == "unknown":
        return {"unknown": True}
    key = {"given": "last_given", "first": "first_due"}.get(when)
    return {} if key is None else {key: read_date(texts.get("day", ""))}


def _read_since(table: Mapping[str, Any]) -> dict[str, str]:
    since = table.get("treated_since")
    if not isinstance(since, date):
        return {"since": "unknown", "since_date": ""}
    return {"since": "date", "since_date": f"{since.year}-{since.month}"}


def _write_since(texts: Texts) -> Table:
    return {"treated_since": read_date(f"{texts.get('since_date', '')}-1")} if texts.get("since") == "date" else {}


def _read_times(table: Mapping[str, Any]) -> dict[str, str]:
    return {"times": "|".join(clock_text(one) for one in table.get("times", ()))}


def _read_remind(table: Mapping[str, Any]) -> dict[str, str]:
    return {"remind": " ".join(str(days) for days in table.get("remind_before_days", ()))}


_WEEKDAY: Final = Part("weekday", ("weekday",), ("weekday",), _read_weekday, _write_weekday)
_WHEN: Final = Part("when", ("last_given", "first_due", "unknown"), ("when", "day"), _read_when, _write_when)
_SINCE: Final = Part("since", ("treated_since",), ("since", "since_date"), _read_since, _write_since)
_TIMES: Final = Part(
    "times", ("times",), ("times",), _read_times,
    lambda texts: {"times": [one for one in texts.get("times", "").split("|") if one]},
)  # fmt: skip
_OFTEN: Final = Part("often", OFTEN_KEYS, OFTEN_TEXTS, read_often, write_often)
_WAIT: Final = Part(
    "wait", ("may_wait",), ("wait",), lambda table: {"wait": "yes" if table.get("may_wait") else "no"},
    lambda texts: {"may_wait": texts.get("wait") == "yes"},
)  # fmt: skip
_CALCIUM: Final = Part(
    "calcium", ("calcium_on_tablet_day",), ("calcium",),
    lambda table: {"calcium": str(table.get("calcium_on_tablet_day", "midday"))},
    lambda texts: {"calcium_on_tablet_day": texts.get("calcium") or "midday"},
)  # fmt: skip
_REMIND: Final = Part(
    "remind", ("remind_before_days",), ("remind",), _read_remind,
    lambda texts: {"remind_before_days": [int(days) for days in texts.get("remind", "").split()]},
)  # fmt: skip
