"""From answers to the tables of a regimen file: only writing over, no rule of what is right."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from osteoapp.core.treatment import Catalogue, CheckRule, CycleRule, DoseRule, GoalRule, IntakeRule, Treatment
from osteoapp.ui.ports import Form
from osteoapp.ui.setup.answers import MEDICINE, Answers

WEEKDAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
PHONES: Final = ("pharmacy", "gp", "caregiver", "hospital", "dentist", "out_of_hours")
_RRULE_DAYS: Final = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_LONGEST_ID: Final = 40
_DATE: Final = re.compile(r"(\d{1,4})-(\d{1,2})-(\d{1,2})")

Table = dict[str, Any]


def form_of(answers: Answers, base: Form, catalogue: Catalogue, lang: str, today: date) -> Form:
    """Everything answered, beside the plans in force, which stay as they are."""
    plans = list(base.plans)
    known = known_treatments(base, today)
    wake = answers.get("day", "wake", str(base.day.get("wake", "")))
    for slot, treatment in answers.slots(catalogue):
        if treatment in known or answers.skipped(slot):
            continue
        table = table_of(answers, slot, catalogue[treatment], wake, today)
        ids = {str(other.get("id", other.get("treatment"))) for _, other in plans} | base.reserved
        name = free_id(id_of(table), ids)
        if name != treatment:
            table["id"] = name
        plans.append((slot, table))
    patient = {**base.patient, "name": _text(answers.get("patient", "name")), "language": lang}
    return Form(patient, _day(answers, base.day), _phones(answers, base.phones), tuple(plans))


def known_treatments(base: Form, today: date) -> frozenset[str]:
    """The treatments in use, of which nothing is asked again; of own medicines there can always be one more."""
    used = {str(table["treatment"]) for _, table in base.plans if table.get("until") is None or table["until"] >= today}
    return frozenset(used) - {MEDICINE}


def alone(form: Form, slot: str) -> Form:
    """The form with one plan only: what it says does not hang on questions still to come."""
    return Form(form.patient, form.day, form.phones, tuple(plan for plan in form.plans if plan[0] == slot))


def table_of(answers: Answers, slot: str, treatment: Treatment, wake: str, today: date) -> Table:
    """The [[plan]] of one slot; keys that were not answered are left out."""
    found: Table = {"treatment": treatment.id}
    if treatment.review is not None:
        since = {"date": read_date(f"{answers.get(slot, 'since_date')}-1"), "now": today}
        found["treated_since"] = since.get(answers.get(slot, "since"))
    match treatment.rule:
        case IntakeRule():
            found |= _weekday(answers, slot)
            if (at := answers.get(slot, "time")) and at != wake:
                found["time"] = at
        case CycleRule():
            found |= _cycle(answers, slot)
        case GoalRule():
            found |= {"target": read_number(answers.get(slot, "target")), "times": _times(answers, slot)}
        case CheckRule(every_months=None):
            found["date"] = read_date(answers.get(slot, "date"))
        case CheckRule():
            if answers.get(slot, "last") == "date":
                found["last"] = read_date(answers.get(slot, "date"))
        case DoseRule() as rule:
            found |= _dose(answers, slot, rule)
    return {key: value for key, value in found.items() if value is not None}


def _dose(answers: Answers, slot: str, rule: DoseRule) -> Table:
    if rule.free:
        return _medicine(answers, slot)
    if rule.weekly:
        every = answers.get(slot, "every", "1")
        found = {**_weekday(answers, slot), "every_weeks": read_number(every)}
        found["time"] = answers.get(slot, "time") or None
        if every != "1" and answers.get(slot, "start"):
            found["start"] = read_date(answers.get(slot, "start"))
        return found
    if rule.one_per_date:
        return {"time": answers.get(slot, "time") or None}
    return {"times": _times(answers, slot)}


def _medicine(answers: Answers, slot: str) -> Table:
    found: Table = {
        "name": _text(answers.get(slot, "name")),
        "times": _times(answers, slot) or [],
        "may_wait": answers.get(slot, "wait") == "yes",
    }
    if instruction := _text(answers.get(slot, "instruction")):
        found["instruction"] = instruction
    if answers.get(slot, "often") == "days":
        days = sorted(int(day) for day in answers.get(slot, "days").split())
        # Without a day the rule says so itself: BYDAY needs one.
        found["rrule"] = "FREQ=WEEKLY;BYDAY=" + ",".join(_RRULE_DAYS[day] for day in days)
    return found


def _cycle(answers: Answers, slot: str) -> Table:
    when = answers.get(slot, "when")
    if when == "unknown":
        return {"unknown": True}
    key = {"given": "last_given", "first": "first_due"}.get(when)
    return {} if key is None else {key: read_date(answers.get(slot, "date"))}


def _weekday(answers: Answers, slot: str) -> Table:
    day = answers.get(slot, "weekday")
    return {"weekday": WEEKDAYS[int(day)]} if day else {}


def _times(answers: Answers, slot: str) -> list[str] | None:
    """None where the question was not asked yet: the catalogue's own times."""
    key = f"{slot}.times"
    return answers.texts[key].split("|") if answers.texts.get(key) else [] if key in answers.texts else None


def _day(answers: Answers, base: Mapping[str, Any]) -> Table:
    found = dict(base)
    for key in ("wake", "evening"):
        if said := answers.get("day", key):
            found[key] = said
    quiet = answers.get("day", "quiet")
    if quiet == "no":
        found["quiet"] = []
    elif quiet == "yes":
        found["quiet"] = [answers.get("day", "quiet_from"), answers.get("day", "quiet_to")]
    return found


def _phones(answers: Answers, base: Mapping[str, Any]) -> Table:
    said = {key: _text(answers.get("phones", key)) for key in PHONES if f"phones.{key}" in answers.texts}
    return {**base, **said}


def read_date(text: str) -> date | str:
    """A date, or what was typed for one, as a reader of dates is to judge it."""
    match = _DATE.fullmatch(text)
    if match is None:
        return text
    year, month, day = (int(part) for part in match.groups())
    try:
        return date(year, month, day)
    except ValueError:
        return f"{year:04}-{month:02}-{day:02}"


def read_number(text: str) -> int | str | None:
    """A whole number, or what was typed for one; None for nothing."""
    if not text:
        return None
    return int(text) if text.isascii() and text.isdigit() else text


def _text(text: str) -> str:
    """What was typed, without the spaces around it."""
    return text.strip()


def id_of(table: Table) -> str:
    """The treatment's own id, or for a medicine its name in plain letters."""
    if "name" not in table:
        return str(table["treatment"])
    plain = unicodedata.normalize("NFKD", table["name"].lower())
    word = re.sub(r"[^a-z0-9]+", "-", plain.encode("ascii", "ignore").decode()).strip("-")[:_LONGEST_ID].strip("-")
    return word or str(table["treatment"])


def free_id(name: str, taken: set[str]) -> str:
    """The name, or the first numbered one that is not taken yet."""
    if name not in taken:
        return name
    return next(f"{name}-{number}" for number in range(2, len(taken) + 3) if f"{name}-{number}" not in taken)
