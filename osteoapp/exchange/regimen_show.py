"""A draft for scripts (JSON) and for people at a terminal (a listing in Dutch or English)."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable, Mapping
from datetime import date, time
from functools import cache
from importlib import resources
from typing import Any

from osteoapp.core.recurrence import AsNeeded, Freq, FromLastTaken, OnOff, Recurrence, Rule
from osteoapp.core.regimen import AnyPlan, DosePlan, Draft, TabletPlan
from osteoapp.core.treatment import Catalogue, DoseRule
from osteoapp.exchange.regimen_write import (
    FORMAT,
    SILENT,
    Value,
    day_table,
    patient_table,
    pause_tables,
    phones_table,
    plan_table,
)

_RECURRENCE_KEYS = ("rrule", "from_last_taken", "on_days", "off_days", "as_needed", "every_weeks")
_FREQ = {Freq.DAILY: "days", Freq.WEEKLY: "weeks", Freq.MONTHLY: "months", Freq.YEARLY: "years"}


def to_json(draft: Draft, catalogue: Catalogue) -> dict[str, Any]:
    """The regimen with the keys of the file and every default filled in.

    Dates are YYYY-MM-DD, times HH:MM, and null stands for none. Of a treatment outside the catalogue only the keys that
    every plan has.
    """
    return {
        "format": FORMAT,
        "patient": _plain(patient_table(draft)),
        "day": _plain(day_table(draft)),
        "phones": _plain(phones_table(draft)),
        "plan": [_plain(plan_table(plan, catalogue[plan.treatment])) for plan in draft.plans],
        "pause": [_plain(table) for table in pause_tables(draft)],
    }


def _plain(table: Mapping[str, Value]) -> dict[str, Any]:
    return {key: _json(value) for key, value in table.items()}


def _json(value: Value) -> Any:
    if isinstance(value, tuple):
        return [_json(entry) for entry in value]
    if isinstance(value, time):
        return f"{value:%H:%M}"
    return value.isoformat() if isinstance(value, date) else value


def to_text(
    draft: Draft, catalogue: Catalogue, lang: str, title: Callable[[AnyPlan], str] = lambda plan: plan.treatment
) -> str:
    """The regimen as a listing in ``nl`` or ``en``; ``title`` names a plan. KeyError for another language."""
    return "\n".join(_Listing(draft, catalogue, _words()[lang], title).lines()) + "\n"


def how_often(recurrence: Recurrence | None, lang: str) -> str:
    """How often something is taken, in words: ``elke dag``. KeyError for a language other than ``nl`` and ``en``."""
    return _Listing(Draft(), Catalogue(), _words()[lang], lambda plan: plan.treatment).often(recurrence)


@cache
def _words() -> dict[str, dict[str, Any]]:
    text = resources.files("osteoapp.content").joinpath("regimen_listing.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


class _Listing:
    """The lines of one listing."""

    def __init__(
        self, draft: Draft, catalogue: Catalogue, words: dict[str, Any], title: Callable[[AnyPlan], str]
    ) -> None:
        self._draft = draft
        self._catalogue = catalogue
        self._words = words
        self._title = title

    def lines(self) -> list[str]:
        heads = self._words["head"]
        lines = [f"{heads['patient']}", *self._rows(patient_table(self._draft))]
        lines += ["", heads["day"], *self._rows({**day_table(self._draft), "quiet": self._quiet()})]
        phones = {key: number or self._words["empty"] for key, number in phones_table(self._draft).items()}
        lines += ["", heads["phones"], *self._rows(phones)]
        lines += ["", heads["plans"]] if self._draft.plans else ["", self._words["no_plans"]]
        for number, plan in enumerate(self._draft.plans, 1):
            lines += [f"{number}. {self._title(plan)} ({plan.id})", *self._rows(self._plan(plan))]
            if plan.treatment not in self._catalogue:
                lines.append(f"   {self._words['not_known']}")
        for pause in self._draft.pauses:
            said = self._words["pause"].format(first=self._date(pause.first), last=self._date(pause.last))
            lines += ["", said, *self._rows({"note": pause.note})]
        return lines

    def _rows(self, table: Mapping[str, Value]) -> list[str]:
        rows = []
        for key, value in table.items():
            if value is not None and value is not False and value not in ("", ()):
                # A note may have several lines; the later ones stand below the first.
                said = self._value(value).replace("\n", "\n     ")
                rows.append(f"   {self._words['key'][key]}: {said}")
        return rows

    def _quiet(self) -> str:
        quiet = self._draft.day.quiet
        if quiet is None:
            return str(self._words["none"])
        return str(self._words["quiet"].format(first=f"{quiet[0]:%H:%M}", last=f"{quiet[1]:%H:%M}"))

    def _plan(self, plan: AnyPlan) -> dict[str, Value]:
        treatment = self._catalogue[plan.treatment]
        table = plan_table(plan, treatment)
        if isinstance(plan, DosePlan) and isinstance(treatment.rule, DoseRule):
            table["how_often"] = self.often(plan.recurrence)
            if treatment.rule.weekly:
                del table["weekday"]  # said with how often
        elif isinstance(plan, TabletPlan):
            table["weekday"] = self._words["weekdays"][plan.weekday]
            if plan.time is None:
                table["time"] = self._words["wake_time"].format(time=f"{self._draft.day.wake:%H:%M}")
        if plan.call is not None:
            table["call"] = self._words["key"][plan.call]
        for key in ("id", "treatment", *_RECURRENCE_KEYS, *(key for key in SILENT if table.get(key) == SILENT[key])):
            table.pop(key, None)
        return table

    def _value(self, value: Value) -> str:
        if isinstance(value, tuple):
            return ", ".join(self._value(entry) for entry in value)
        if value is True:
            return str(self._words["yes"])
        if isinstance(value, time):
            return f"{value:%H:%M}"
        if isinstance(value, date):
            return self._date(value)
        return str(self._words["value"].get(value, value))

    def _date(self, day: date) -> str:
        weekday = self._words["weekdays"][day.weekday()]
        month = self._words["months"][day.month - 1]
        return str(self._words["date"].format(weekday=weekday, day=day.day, month=month, year=day.year))

    def often(self, recurrence: Recurrence | None) -> str:
        """How often something is taken, in words."""
        often = self._words["often"]
        match recurrence:
            case None:
                said = often["daily"]
            case AsNeeded():
                said = often["as_needed"]
            case OnOff():
                said = often["on_off"].format(on=recurrence.on_days, off=recurrence.off_days)
            case FromLastTaken():
                period = _counted(often[f"after_{recurrence.unit.value}"], recurrence.number)
                said = often["after"].format(period=period)
            case Rule():
                said = ", ".join(self._rule(recurrence))
        return str(said)

    def _rule(self, rule: Rule) -> Iterable[str]:
        often = self._words["often"]
        said = _counted(often[_FREQ[rule.freq]], rule.interval)
        if rule.byday:
            days = self._and([self._words["weekdays"][day] for day in sorted(rule.byday)])
            said += " " + often["byday"].format(days=days)
        yield said
        if rule.bymonthday:
            numbers = [str(n) if n > 0 else often["from_end"].format(n=-n) for n in sorted(rule.bymonthday)]
            yield often["bymonthday"].format(days=self._and(numbers))
        if rule.count is not None:
            yield often["count"].format(n=rule.count)
        if rule.until is not None:
            yield often["until"].format(date=self._date(rule.until))

    def _and(self, words: list[str]) -> str:
        return f" {self._words['and']} ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def _counted(forms: list[str], number: int) -> str:
    return forms[0] if number == 1 else forms[1].format(n=number)
