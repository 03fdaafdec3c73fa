"""A [[plan]] of a regimen file: which keys each kind of rule has, and the plan they make."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, time
from typing import Any

from osteoapp.core.plan_checks import first_weekday
from osteoapp.core.recurrence import DAY, AsNeeded, Freq, OnOff, Recurrence, endless, next_date
from osteoapp.core.recurrence import Rule as RecurrenceRule
from osteoapp.core.regimen import (
    AnyPlan,
    AppointmentPlan,
    CalciumOnTabletDay,
    CheckPlan,
    CyclePlan,
    DosePlan,
    GoalPlan,
    TabletPlan,
)
from osteoapp.core.treatment import (
    AppointmentRule,
    Catalogue,
    CheckRule,
    CycleRule,
    DoseRule,
    GoalRule,
    IntakeRule,
    Rule,
    Treatment,
    UnknownRule,
)
from osteoapp.exchange.regimen_faults import Wrong, shown
from osteoapp.exchange.regimen_rules import parse_period, parse_rule
from osteoapp.exchange.regimen_table import Table
from osteoapp.exchange.regimen_values import (
    any_text,
    choice,
    clock,
    day,
    flag,
    nearest,
    past_day,
    text,
    weekday,
    whole,
)

CALLS = ("gp", "hospital", "pharmacy", "other")
COMMON_KEYS = (
    "id",
    "treatment",
    "name",
    "call",
    "treated_since",
    "start",
    "until",
    "note",
    "stock",
    "stock_per_dose",
    "stock_warn_days",
)
MOST_TIMES = 24
MOST_NAME = 120
MOST_PHONE = 40
MOST_NOTE = 1000
_MOST_INSTRUCTION = 300
_MOST_PLACE = 200
_MOST_DAYS = 1000
_MOST_REMINDERS = 10
_MOST_TARGET = {"min": 24 * 60}  # of a day's minutes; of anything else:
_MOST_COUNTED = 100
_ID = re.compile(r"[a-z0-9-]{1,60}")


def own_keys(rule: Rule) -> tuple[str, ...]:
    """The keys that a plan has besides the common ones, in the order in which they are written."""
    match rule:
        case IntakeRule():
            return ("weekday", "time")
        case CycleRule():
            return ("last_given", "first_due", "unknown")
        case GoalRule():
            # Minutes are movement, and movement has gentle weeks after a fracture; portions have not.
            return ("target", "times", *(("after_fracture_until",) if rule.unit == "min" else ()))
        case CheckRule():
            return ("date",) if rule.every_months is None else ("every_months", "last")
        case AppointmentRule():
            return ("date", "time", "place", "phone", "remind_before_days")
        case UnknownRule():
            return ()
    if rule.free:
        ways = ("rrule", "from_last_taken", "on_days", "off_days", "as_needed")
        return ("instruction", "may_wait", "times", *ways)
    if rule.weekly:
        return ("weekday", "every_weeks", "time")
    if rule.one_per_date:
        return ("time",)
    return ("times", *(("calcium_on_tablet_day",) if rule.moves_on_tablet_day else ()))


def all_keys(catalogue: Catalogue) -> tuple[str, ...]:
    """The keys of plans of all treatments."""
    own = {key: None for treatment in catalogue.treatments.values() for key in own_keys(treatment.rule)}
    return (*COMMON_KEYS, *own)


def read_plan(table: Table, catalogue: Catalogue, today: date) -> AnyPlan | None:
    """The plan of one table; None where its treatment is not known. Other faults leave defaults in their places."""
    treatment = _treatment(table, catalogue)
    common = _common(table, today)
    if treatment is None:
        table.refuse_unknown(all_keys(catalogue))
        return None
    common["id"] = common["id"] or treatment.id
    table.refuse_unknown((*COMMON_KEYS, *own_keys(treatment.rule)), all_keys(catalogue))
    match treatment.rule:
        case IntakeRule():
            table.require("weekday")
            plan: AnyPlan = TabletPlan(
                **common, weekday=table.get("weekday", weekday) or 0, time=table.get("time", clock)
            )
        case CycleRule():
            plan = _cycle(table, common, today)
        case GoalRule() as rule:
            plan = _goal(table, common, rule)
        case CheckRule() as rule:
            plan = _check(table, common, rule, today)
        case AppointmentRule() as rule:
            plan = _appointment(table, common, rule)
        case DoseRule() as rule:
            plan = _dose(table, common, rule)
    plan = _with_start(table, plan)
    _check_span(table, plan)
    return plan


def _treatment(table: Table, catalogue: Catalogue) -> Treatment | None:
    table.require("treatment")
    name = table.get("treatment", any_text)
    if name is None:
        return None
    if name in catalogue:
        return catalogue[name]
    near = nearest(name, catalogue.treatments)
    if near is None:
        table.fault("unknown_treatment", "treatment", value=shown(name), known=", ".join(catalogue.treatments))
    else:
        table.fault("unknown_treatment_near", "treatment", value=shown(name), near=near)
    return None


def _common(table: Table, today: date) -> dict[str, Any]:
    return {
        "id": table.get("id", _plan_id),
        "treatment": table.data.get("treatment"),
        "start": table.get("start", day) or today,
        "call": table.get("call", choice(*CALLS)),
        "treated_since": table.get("treated_since", day),
        "until": table.get("until", day),
        "name": table.get("name", text(MOST_NAME)),
        "note": table.get("note", text(MOST_NOTE, lines=True)),
        "stock": table.get("stock", whole(0, 100_000)),
        "stock_per_dose": table.get("stock_per_dose", whole(1, 1000)) or 1,
        "stock_warn_days": _or(table.get("stock_warn_days", whole(0, 365)), 7),
    }


def _or(value: int | None, default: int) -> int:
    return default if value is None else value


def _plan_id(value: Any) -> str:
    if not _ID.fullmatch(any_text(value)):
        raise Wrong("id", value=shown(value))
    return str(value)


def _cycle(table: Table, common: dict[str, Any], today: date) -> AnyPlan:
    keys = ("last_given", "first_due", "unknown")
    given = [key for key in keys if table.data.get(key, False) is not False]
    if not given:
        table.fault("one_of_missing", known=", ".join(keys[:2]), last="unknown = true")
    elif len(given) > 1:
        table.fault("only_one_of", given[1], keys=", ".join(given))
    return CyclePlan(
        **common,
        last_given=table.get("last_given", past_day(today)),
        first_due=table.get("first_due", day),
        unknown=table.get("unknown", flag) or False,
    )


def _goal(table: Table, common: dict[str, Any], rule: GoalRule) -> AnyPlan:
    times = table.entries("times", clock, MOST_TIMES, "wants_times")
    return GoalPlan(
        **common,
        target=table.get("target", whole(1, _MOST_TARGET.get(rule.unit, _MOST_COUNTED))) or rule.target,
        times=_clocks(rule.default_times) if times is None else tuple(sorted(times)),
        after_fracture_until=table.get("after_fracture_until", day),
    )


def _check(table: Table, common: dict[str, Any], rule: CheckRule, today: date) -> AnyPlan:
    if rule.every_months is None:
        table.require("date")
        return CheckPlan(**common, date=table.get("date", day))
    months = table.get("every_months", whole(1, 120)) or rule.every_months
    return CheckPlan(**common, every_months=months, last=table.get("last", past_day(today)))


def _appointment(table: Table, common: dict[str, Any], rule: AppointmentRule) -> AnyPlan:
    table.require("date", "time")
    days = table.entries("remind_before_days", whole(1, 365), _MOST_REMINDERS, "wants_wholes")
    return AppointmentPlan(
        **common,
        date=table.get("date", day) or date.min,
        time=table.get("time", clock) or time(0, 0),
        place=table.get("place", text(_MOST_PLACE)),
        phone=table.get("phone", text(MOST_PHONE)),
        remind_before_days=rule.remind_before_days if days is None else tuple(sorted(days, reverse=True)),
    )


def _dose(table: Table, common: dict[str, Any], rule: DoseRule) -> AnyPlan:
    default = _clocks(rule.default_times)
    if rule.free:
        return _free_dose(table, common)
    if not rule.weekly and not rule.one_per_date:
        calcium = table.get("calcium_on_tablet_day", choice(*(kind.value for kind in CalciumOnTabletDay)))
        return DosePlan(
            **common,
            times=_needed(table, _times(table, default)),
            calcium_on_tablet_day=CalciumOnTabletDay(calcium or CalciumOnTabletDay.MIDDAY),
        )
    at = table.get("time", clock)
    times = default if at is None else (at,)
    if not rule.weekly:
        return DosePlan(**common, times=times)
    table.require("weekday")
    own = table.get("weekday", weekday) or 0
    every = table.get("every_weeks", choice(1, 2, 4)) or 1
    # From its first own weekday on: an interval of weeks counts from the week of the start.
    common["start"] = first_weekday(common["start"], own)
    return DosePlan(**common, times=times, recurrence=RecurrenceRule(Freq.WEEKLY, every, frozenset({own})))


def _free_dose(table: Table, common: dict[str, Any]) -> AnyPlan:
    table.require("name")
    if "name" in table.data and not table.wrong("name") and common["name"] is None:
        table.fault("text_blank", "name")
    recurrence = _recurrence(table)
    times = _times(table, ())
    return DosePlan(
        **common,
        times=times if table.get("as_needed", flag) else _needed(table, times),
        recurrence=recurrence,
        instruction=table.get("instruction", text(_MOST_INSTRUCTION)),
        may_wait=table.get("may_wait", flag) or False,
    )


def _times(table: Table, default: tuple[time, ...]) -> tuple[time, ...]:
    times = table.entries("times", clock, MOST_TIMES, "wants_times")
    return default if times is None else tuple(sorted(times))


def _needed(table: Table, times: tuple[time, ...]) -> tuple[time, ...]:
    """A dose without any time would never be reminded."""
    if not times and not table.wrong("times"):
        table.fault("times_missing", *(["times"] if "times" in table.data else []))
    return times


def _clocks(times: tuple[str, ...]) -> tuple[time, ...]:
    return tuple(sorted(time.fromisoformat(at) for at in times))


def _recurrence(table: Table) -> Recurrence | None:
    """How often: None is daily."""
    ways = {key: key for key in ("rrule", "from_last_taken", "as_needed", "on_days")} | {"off_days": "on_days"}
    given: dict[str, str] = {}
    for key, way in ways.items():
        if table.data.get(key, False) is not False:
            given.setdefault(way, key)
    if len(given) > 1:
        table.fault("only_one_of", list(given.values())[1], keys=", ".join(given))
    rule = table.get("rrule", lambda value: parse_rule(any_text(value)))
    period = table.get("from_last_taken", lambda value: parse_period(any_text(value)))
    on_off = _on_off(table)
    if table.get("as_needed", flag):
        return AsNeeded()
    return rule or period or on_off


def _on_off(table: Table) -> OnOff | None:
    if "on_days" not in table.data and "off_days" not in table.data:
        return None
    table.require("on_days", "off_days")
    on_days = table.get("on_days", whole(1, _MOST_DAYS))
    off_days = table.get("off_days", whole(1, _MOST_DAYS))
    return None if on_days is None or off_days is None else OnOff(on_days, off_days)


def _with_start(table: Table, plan: AnyPlan) -> AnyPlan:
    """A plan that is over and does not say its start: the date of import would lie after its end.

    The same file may have been imported while the plan ran, so this is no fault.
    """
    rule = plan.recurrence if isinstance(plan, DosePlan) and isinstance(plan.recurrence, RecurrenceRule) else None
    ends = [end for end in (plan.until, rule.until if rule else None) if end is not None]
    if "start" in table.data or not ends or plan.start <= min(ends):
        return plan
    start = min(ends)
    if rule is not None and "rrule" not in table.data:
        start = first_weekday(start - 6 * DAY, min(rule.byday))
    return replace(plan, start=start)


def _check_span(table: Table, plan: AnyPlan) -> None:
    if table.wrong("start") or table.wrong("until"):
        return
    if plan.until is not None and plan.until < plan.start:
        table.fault("until_before_start", "until", value=shown(plan.until), start=shown(plan.start))
        return
    if not isinstance(plan, DosePlan) or not isinstance(plan.recurrence, RecurrenceRule) or "rrule" not in table.data:
        return
    rule = plan.recurrence
    ended = rule.until is not None and rule.until < plan.start
    if ended or next_date(endless(rule), plan.start, plan.start - DAY) is None:
        table.fault("rrule_no_date", "rrule", start=shown(plan.start))
