"""The program's words in Dutch and English, without Qt: titles, headlines, answers, notices, refusals, dates.

Everything is total: an unknown status, step, code or key gives a plain sentence, never a KeyError. The texts are data
(``osteoapp/content/words``); which passages stand beside an item is decided in ``osteoapp/content/moments.py``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime, time, tzinfo
from typing import Any

from osteoapp.content import moments
from osteoapp.content.catalogue import catalogue
from osteoapp.content.moments import all_for as all_for
from osteoapp.content.words import LANGS as LANGS
from osteoapp.content.words import Lang as Lang
from osteoapp.content.words import find, first, tables
from osteoapp.core.events import (
    REMARK_CODES,
    Amount,
    Booked,
    Counted,
    Event,
    Given,
    Reason,
    Remark,
    Snoozed,
    Taken,
)
from osteoapp.core.item import Item, ItemId, Kind, Notice, Progress, Status
from osteoapp.core.regimen import AnyPlan, AppointmentPlan, DosePlan, Plan
from osteoapp.core.treatment import CycleRule, DoseRule, GoalRule, IntakeRule, Treatment

NBSP = "\u00a0"


# Dates and times


def day(when: date, lang: Lang, *, year: bool = False) -> str:
    """``maandag 23 november``, ``Monday 23 November``; with the year where asked for."""
    words = tables(lang)["date"]
    weekday, month = words["weekdays"][when.weekday()], words["months"][when.month - 1]
    pattern = str(words["day_year" if year else "day"])
    return pattern.format(weekday=weekday, number=when.day, month=month, year=when.year)


def clock(when: datetime | time) -> str:
    """``08:05``, as the wall clock shows it."""
    return f"{when:%H:%M}"


def day_time(when: datetime, lang: Lang) -> str:
    """``maandag 23 november om 07:30``; the wall clock of ``when``."""
    return str(tables(lang)["date"]["day_time"]).format(day=day(when.date(), lang), time=clock(when))


def tie(text: str) -> str:
    """The text with a number and the word after it kept on one line (for screens)."""
    return re.sub(r"(?<![\w:-])(\d+) (?=[^\W\d])", rf"\1{NBSP}", text)


# What an item is called and what it says


def plan_title(plan: AnyPlan, lang: Lang) -> str:
    """A plan in a list: ``Weektablet alendroninezuur``, or the person's own name for it."""
    return plan.name or find(lang, "treatment", plan.treatment, "plan") or plan.treatment


def title(item: Item, plan: AnyPlan | None, lang: Lang) -> str:
    """What the item is: ``Alendroninezuur: weektablet``. A name in the plan takes the place of the treatment's."""
    return _said(lang, item, plan, "title", _step_keys(item))


def headline(item: Item, plan: AnyPlan | None, lang: Lang, zone: tzinfo = UTC) -> str:
    """What to do or know now, in one line: ``Tijd voor uw weektablet``. ``zone`` is the zone in force."""
    return _said(lang, item, plan, "headline", _headline_keys(item), zone)


def instruction(item: Item, plan: AnyPlan | None, lang: Lang) -> str:
    """How, in one line; of another medicine the person's own words. Empty where there is nothing to say.

    Never says how to take what is asked about only, because its day is over.
    """
    now = moments.moment(_treatment(item), item)
    if Notice.ASK_PHARMACIST in item.notices:
        now = "ask-pharmacist"
    if item.pause or now == "done" or item.status in (Status.SKIPPED, Status.MISSED):
        return ""
    if now == "before" and isinstance(plan, DosePlan) and plan.instruction:
        return plan.instruction
    if isinstance(plan, AppointmentPlan) and (plan.place or plan.phone):
        return ", ".join(part for part in (plan.place, plan.phone) if part)
    own = ("treatment", item.treatment, "instruction", now)
    text = first(lang, own, ("instruction", f"{item.kind.value}-{now}"), ("instruction", now))
    return "" if text is None else _capital(_fill(text, _values(lang, item, plan, UTC), lang))


def why(treatment: Treatment, lang: Lang, turn: int) -> str:
    """One line of why, another one each turn; empty for a treatment without any."""
    lines = tables(lang)["treatment"].get(treatment.id, {}).get("why", [])
    return str(lines[turn % len(lines)]["text"]) if lines else ""


def notice(which: Notice, item: Item, plan: AnyPlan | None, lang: Lang) -> str:
    """What the text beside the item must say, as whole sentences; each ends in whom to call or ask."""
    group = _group(item)
    booked = ["booked"] if item.appointment else []
    paths = [("notice", which.value, key) for key in (item.treatment, group, *booked, "any")]
    return _capital(_fill(first(lang, *paths) or which.value, _values(lang, item, plan, UTC), lang))


# What the person can answer


def answer(name: str, item: Item, lang: Lang) -> str:
    """The button of an answer to an item: ``Deze week niet``. ``name`` as in ``osteoapp record``; else as it is."""
    group, state = _group(item), _state(item)
    step = moments.step_kind(item.step)
    unit = (item.progress.unit,) if item.progress else ()
    own = [("treatment", item.treatment, "answer", name)] if state in ("due", "snoozed", "upcoming") else []
    keys = (f"{group}-{state}", state, step, *unit, group, "any")
    text = first(lang, *own, *(("answer", name, key) for key in keys))
    return _fill(text or name, _values(lang, item, None, UTC), lang)


def button(name: str, lang: Lang) -> str:
    """The other words that notifications and lists put on buttons: start, already_taken, undo, when_to_call."""
    return find(lang, "button", name) or name


def status(which: Status, lang: Lang) -> str:
    """The status in a word or two: ``Nog geen antwoord``."""
    return find(lang, "status", which.value) or which.value


def chip(
    item: Item, lang: Lang, zone: tzinfo = UTC, holder: Item | None = None, *, again: bool = False
) -> str:  # fmt: skip
    """The status of an item as its chip says it, with the time where there is one: ``Straks 10:30``.

    ``zone`` is the zone in force; ``holder`` is the item of ``held_by``, where it is at hand; ``again``: what comes at
    that time is a question about the past.
    """
    key = f"{item.status.value}-question" if again else item.status.value
    if item.pause:
        key = "paused"
    elif item.level > 2 and item.status is not Status.DONE:
        key = "urgent"
    elif item.status is Status.HELD and holder is not None:
        key = "held-running" if holder.status is Status.IN_PROGRESS else "held-open"
    elif item.status is Status.MISSED and item.kind is Kind.GOAL:
        key = "missed-goal"
    text = first(lang, ("chip", key), ("status", key))
    return _fill(text or key, _values(lang, item, None, zone), lang)


def kind(which: Kind, lang: Lang) -> str:
    """The sort of item in a word: ``Afspraak``."""
    return find(lang, "kind", which.value) or which.value


def reason(which: Reason, lang: Lang) -> str:
    """Why a reminder is shown, as a sentence."""
    return find(lang, "reason", which.value) or which.value


def remark(note: str, lang: Lang) -> str:
    """A remark's code in words, or the person's own words as they are."""
    return (find(lang, "remark", note) if note in REMARK_CODES else None) or note


def progress(which: Progress, lang: Lang) -> str:
    """``10 van 30 minuten``."""
    text = first(lang, ("progress", which.unit), ("progress", "any")) or "{value}/{target}"
    return text.format(value=which.value, target=which.target)


def noted(event: Event, lang: Lang) -> str:
    """What happened, in the past: ``Genomen om 07:35``; times as the wall clock was then."""
    local = event.local
    values: dict[str, str] = {"time": clock(local), "day": day(event.local_date, lang)}
    key = event.type
    if isinstance(event, Taken) and event.on is not None:
        key = "taken-on"
    elif isinstance(event, Taken) and not _on_its_date(event):
        key = "taken-at"
    elif isinstance(event, Snoozed):
        values["time"] = clock(event.until.astimezone(local.tzinfo))
    elif isinstance(event, Given):
        values["day"] = day(event.on, lang, year=True)
    elif isinstance(event, Booked):
        values |= {"day": day(event.appointment.date(), lang), "time": clock(event.appointment)}
    elif isinstance(event, Amount):
        values["amount"] = str(event.amount)
    elif isinstance(event, Counted):
        key = "counted-box" if event.added else "counted"
        values |= {"amount": str(event.amount), "added": str(event.added)}
    elif isinstance(event, Remark):
        values["note"] = remark(event.note, lang)
    return _fill(find(lang, "noted", key) or event.type, values, lang)


def _on_its_date(event: Taken) -> bool:
    try:
        return ItemId.parse(event.item).date == event.local_date
    except ValueError:
        return True


# Whom to call


def call_for(plan: AnyPlan | None, treatment: Treatment) -> str:
    """The key of the phone number that the texts of a plan name: gp, pharmacy, hospital, dentist or other."""
    return (plan.call if plan is not None else None) or treatment.call


def call_name(key: str, lang: Lang) -> str:
    """``Huisarts``; an unknown key as it is."""
    return find(lang, "call", key) or key


def your_call(key: str, lang: Lang) -> str:
    """``uw huisarts``, as it stands in a sentence; an unknown key as it is."""
    return find(lang, "your_call", key) or key


# Passages of the leaflet


def passages(treatment: Treatment, item: Item, plan: AnyPlan | None = None) -> tuple[str, ...]:
    """The ids of the passages beside an item, the main one first; never empty."""
    return moments.beside(treatment, item, plan)


def additions(treatment: Treatment, item: Item) -> tuple[str, ...]:
    """The ids of the passages to show under those, as additions that the leaflet lacks."""
    return moments.under(treatment, item)


# Sentences


def sentence(key: str, lang: Lang, **values: str) -> str:
    """A fixed sentence of the program with its values; KeyError for a key that does not exist."""
    text = find(lang, "sentence", key)
    if text is None:
        raise KeyError(key)
    return _capital(_fill(text, values, lang))


def refusal(code: str, values: Mapping[str, str], lang: Lang) -> str:
    """Why an answer or a change was not taken, in plain sentences; a general one for an unknown code."""
    if code == "item_does_not_take" and not values.get("takes"):
        code = "item_takes_nothing"
    return _coded("refusal", code, values, lang)


def fault(code: str, values: Mapping[str, str], lang: Lang) -> str:
    """What is wrong with the stored data or the disk, in plain sentences; a general one for an unknown code."""
    return _coded("fault", code, values, lang)


def repair(code: str, values: Mapping[str, str], lang: Lang) -> str:
    """What was put right in the stored data, in plain sentences; a general one for an unknown code."""
    return _coded("repair", code, values, lang)


def _coded(table: str, code: str, values: Mapping[str, str], lang: Lang) -> str:
    said = {key: _readable(key, value, lang) for key, value in values.items() if value}
    text = find(lang, table, code) or find(lang, table, "unknown") or code
    return _fill(text, {**said, "code": code}, lang)


def _readable(key: str, value: str, lang: Lang) -> str:
    if key == "status":
        return find(lang, "status", value) or value
    try:
        return day(date.fromisoformat(value), lang, year=True) if key in ("date", "first", "last") else value
    except ValueError:
        return value


# How a text is found and filled in


class _Values(dict[str, str]):
    """Values of a text; one that is not there gives a plain word instead of an error."""

    def __init__(self, values: Mapping[str, str], lang: Lang) -> None:
        super().__init__(values)
        self._lang = lang

    def __missing__(self, key: str) -> str:
        return first(self._lang, ("missing", key), ("missing", "any")) or key


def _fill(text: str, values: Mapping[str, str], lang: Lang) -> str:
    return text.format_map(_Values(values, lang))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _treatment(item: Item) -> Treatment:
    """The item's treatment as the program's own catalogue has it, or one like it."""
    known = catalogue()
    return known[item.treatment] if item.treatment in known else known["other-medicine"]


def _group(item: Item) -> str:
    """The kind of rule behind an item, as the tables name it."""
    rule = _treatment(item).rule
    if isinstance(rule, DoseRule):
        return "free" if rule.free or rule.weekly else "daily"
    names: dict[type[Any], str] = {IntakeRule: "intake", CycleRule: "cycle", GoalRule: "goal"}
    return names.get(type(rule), "task")


def _state(item: Item) -> str:
    """The status as the tables name it, with ``late`` and ``paused`` beside the others."""
    if item.pause:
        return "paused"
    return "late" if item.late and item.status in (Status.DUE, Status.SNOOZED) else item.status.value


def _step_keys(item: Item) -> tuple[str, ...]:
    step = moments.step_kind(item.step)
    if step == "check" and isinstance(_treatment(item).rule, CycleRule):
        step = "unknown-date"
    return (item.step, step, "any")


def _headline_keys(item: Item) -> tuple[str, ...]:
    state = _state(item)
    exact, step, other = _step_keys(item)
    if state == "paused":
        return ("paused", other)
    if step in ("injection", "infusion"):
        step = "event"
        if item.level > 2 and Notice.CALL_PRACTICE_TODAY in item.notices:
            state = "urgent"
        elif state == "upcoming" and item.appointment is not None:
            state = "booked"
    return (f"{step}-{state}", exact, step, other)


def _said(
    lang: Lang, item: Item, plan: AnyPlan | None, table: str, keys: tuple[str, ...], zone: tzinfo = UTC
) -> str:
    own = (("treatment", item.treatment, table, key) for key in keys)
    text = first(lang, *own, *((table, key) for key in keys)) or "{name}"
    if table == "title" and "{what}" in text and find(lang, "treatment", item.treatment, "what") is None:
        text = "{name}"  # of a treatment that nobody here knows the name would be said twice
    return _capital(_fill(text, _values(lang, item, plan, zone), lang))


def _values(lang: Lang, item: Item, plan: AnyPlan | None, zone: tzinfo) -> dict[str, str]:
    due = item.due.astimezone(zone)
    until = item.block_until.astimezone(zone) if item.block_until else due
    number = re.search(r"\d+$", item.step)
    found = _names(lang, item, plan)
    found |= {
        "date": day(item.date, lang),
        "day": day(due.date(), lang),
        "time": clock(due),
        "when": day_time(due, lang),
        "until": clock(until),
        "appointment": day_time(item.appointment, lang) if item.appointment else day_time(due, lang),
        "progress": progress(item.progress, lang) if item.progress else "",
        "number": number.group() if number else "",
        "call": your_call(call_for(plan, _treatment(item)), lang),
    }
    return found


def _names(lang: Lang, item: Item, plan: Plan | None) -> dict[str, str]:
    """What the treatment is called in sentences; the plan's own name takes the place of the medicine's."""
    path = ("treatment", item.treatment)
    name = (plan.name if plan is not None else None) or find(lang, *path, "name") or item.treatment
    return {"name": name, **{key: find(lang, *path, key) or name for key in ("what", "the", "your")}}
