"""A draft as the keys and values of a regimen file, and as its text."""

from __future__ import annotations

from datetime import date, time

from osteoapp.core.recurrence import DAY, AsNeeded, FromLastTaken, OnOff, Recurrence, Rule, next_date
from osteoapp.core.regimen import AnyPlan, DosePlan, Draft, TabletPlan
from osteoapp.core.treatment import AppointmentRule, Catalogue, DoseRule, Treatment
from osteoapp.exchange.regimen_plans import COMMON_KEYS, own_keys
from osteoapp.exchange.regimen_rules import write_period, write_rule
from osteoapp.exchange.regimen_toml import basic_string
from osteoapp.exchange.regimen_values import WEEKDAYS

FORMAT = 1
DAY_KEYS = ("wake", "evening", "office", "morning_ends")
PHONES = ("gp", "pharmacy", "hospital", "dentist", "caregiver", "out_of_hours")

Value = str | int | bool | date | time | tuple[time, ...] | tuple[int, ...] | None

# Left out of the text where they have these values; what a reader expects to see is always written.
SILENT: dict[str, Value] = {
    "stock_per_dose": 1,
    "stock_warn_days": 7,
    "calcium_on_tablet_day": "midday",
    "unknown": False,
    "may_wait": False,
    "as_needed": False,
}


def write(draft: Draft, catalogue: Catalogue) -> str:
    """The text of a regimen file; ``read`` makes the same draft of it.

    Keys with their default value are left out, except those that say when something happens. What the catalogue does
    not know has no keys here, and no reader would take it: a remark at the end names it.
    """
    parts = [[f"format = {FORMAT}"], ["[patient]", *_lines(patient_table(draft), {"time_zone": None})]]
    parts.append(["[day]", *_lines(day_table(draft), {})])
    parts.append(["[phones]", *_lines(phones_table(draft), {})])
    known = [plan for plan in draft.plans if plan.treatment in catalogue]
    for plan in known:
        treatment = catalogue[plan.treatment]
        silent = SILENT | {"id": treatment.id}
        if isinstance(treatment.rule, AppointmentRule):
            silent["remind_before_days"] = treatment.rule.remind_before_days
        parts.append(["[[plan]]", *_lines(plan_table(plan, treatment), silent)])
    parts += [["[[pause]]", *_lines(table, {})] for table in pause_tables(draft)]
    left_out = [plan for plan in draft.plans if plan not in known]
    parts += [[f"# not in this file: {basic_string(one.id)}, {basic_string(one.treatment)}"] for one in left_out]
    return "\n\n".join("\n".join(lines) for lines in parts) + "\n"


def patient_table(draft: Draft) -> dict[str, Value]:
    """The keys of [patient]."""
    patient = draft.patient
    return {"name": patient.name, "language": patient.language, "time_zone": patient.time_zone}


def day_table(draft: Draft) -> dict[str, Value]:
    """The keys of [day]."""
    return {**{key: getattr(draft.day, key) for key in DAY_KEYS}, "quiet": draft.day.quiet or ()}


def phones_table(draft: Draft) -> dict[str, Value]:
    """The keys of [phones]; a number that is not known is empty."""
    return {key: draft.phones.get(key, "") for key in PHONES}


def plan_table(plan: AnyPlan, treatment: Treatment) -> dict[str, Value]:
    """All keys that the treatment has, in the order of a file; None where a key has no value."""
    table: dict[str, Value] = {key: getattr(plan, key) for key in COMMON_KEYS if key not in {"start", "until"}}
    start = plan.start
    if isinstance(plan, DosePlan):
        own = _dose_keys(plan)
        if isinstance(treatment.rule, DoseRule) and treatment.rule.weekly and isinstance(plan.recurrence, Rule):
            # The weeks count from the week of the start; its first date says the same to everyone who reads it.
            start = next_date(plan.recurrence, plan.start, plan.start - DAY) or plan.start
    elif isinstance(plan, TabletPlan):
        own = {"weekday": WEEKDAYS[plan.weekday], "time": plan.time}
    else:
        own = {key: getattr(plan, key) for key in own_keys(treatment.rule)}
    last = {key: table.pop(key) for key in COMMON_KEYS[-4:]}
    keys = {key: own[key] for key in own_keys(treatment.rule)}
    return {**table, **keys, "start": start, "until": plan.until, **last}


def pause_tables(draft: Draft) -> list[dict[str, Value]]:
    """The keys of each [[pause]]."""
    return [{"from": pause.first, "to": pause.last, "note": pause.note} for pause in draft.pauses]


def _dose_keys(plan: DosePlan) -> dict[str, Value]:
    own: dict[str, Value] = {
        "instruction": plan.instruction,
        "may_wait": plan.may_wait,
        "times": plan.times,
        "time": plan.times[0] if plan.times else None,
        "calcium_on_tablet_day": plan.calcium_on_tablet_day.value,
    }
    return {**own, **_recurrence_keys(plan.recurrence, plan.start)}


def _recurrence_keys(recurrence: Recurrence | None, start: date) -> dict[str, Value]:
    keys: dict[str, Value] = dict.fromkeys(("rrule", "from_last_taken", "on_days", "off_days"))
    keys["as_needed"] = isinstance(recurrence, AsNeeded)
    weekday, every = start.weekday(), 1
    if isinstance(recurrence, Rule):
        keys["rrule"] = write_rule(recurrence)
        weekday, every = min(recurrence.byday, default=weekday), recurrence.interval
    elif isinstance(recurrence, FromLastTaken):
        keys["from_last_taken"] = write_period(recurrence)
    elif isinstance(recurrence, OnOff):
        keys["on_days"], keys["off_days"] = recurrence.on_days, recurrence.off_days
    return {**keys, "weekday": WEEKDAYS[weekday], "every_weeks": every}


def _lines(table: dict[str, Value], silent: dict[str, Value]) -> list[str]:
    return [
        f"{key} = {_toml(value)}"
        for key, value in table.items()
        if value is not None and (key not in silent or silent[key] != value)
    ]


def _toml(value: Value) -> str:
    match value:
        case bool():
            return str(value).lower()
        case str():
            return basic_string(value)
        case time():
            return f'"{value:%H:%M}"'
        case date():
            return value.isoformat()
        case tuple():
            return f"[{', '.join(_toml(entry) for entry in value)}]"
    return str(value)
