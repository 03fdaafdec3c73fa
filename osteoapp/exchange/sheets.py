"""What the sheets on paper say: the coming month for the fridge, the year on one page, the medicines for the wallet.

Plain values come out, for the pages that ``pages`` draws. Nothing is advised; what may change says so.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Any

from osteoapp import words
from osteoapp.core.agenda import context
from osteoapp.core.context import Context
from osteoapp.core.cycles import due_of, last_given, running_cycle
from osteoapp.core.family import Family
from osteoapp.core.history import History
from osteoapp.core.item import Kind
from osteoapp.core.recurrence import DAY, add_months
from osteoapp.core.regimen import AnyPlan, CalciumOnTabletDay, CyclePlan, DosePlan, GoalPlan, Regimen, TabletPlan
from osteoapp.core.treatment import CycleRule, DoseRule, IntakeRule, UnknownRule
from osteoapp.exchange.ahead import Ahead, Daily, Moment, ahead, runs
from osteoapp.exchange.export_words import say
from osteoapp.exchange.plan_words import how, times
from osteoapp.words import Lang

_PHONES = ("gp", "pharmacy", "hospital", "out_of_hours", "caregiver", "dentist")
_MEDICINES = (IntakeRule, DoseRule, CycleRule)
# Of a treatment that this version does not know the plan tells whether it is one: a card must leave out none.
_USED = (TabletPlan, DosePlan, CyclePlan)


def fridge(regimen: Regimen, history: History, now: datetime, lang: Lang) -> dict[str, Any]:
    """The coming month: what comes every day, and each fixed day with a box to tick. ``now`` as for the agenda."""
    found = ahead(regimen, history, now, add_months(now.date(), 1) - DAY, lang)
    waiting = [[one.title] for one in found.dated if one.waits]
    return {
        **_head("fridge", regimen, found, lang),
        "daily": list(_daily(regimen, found, lang)),
        "open": waiting,
        "open_head": say("sheets", "open", lang),
        "dated_head": say("sheets", "dated", lang),
        "dated": list(_dated(found, lang)),
        "dated_none": say("sheets", "dated_none", lang),
        "notes": list(_notes(regimen, found, lang)),
    }


def year(regimen: Regimen, history: History, now: datetime, lang: Lang) -> dict[str, Any]:
    """The coming twelve months with every date, month by month. ``now`` as for the agenda."""
    found = ahead(regimen, history, now, add_months(now.date(), 12) - DAY, lang)
    return {
        **_head("year", regimen, found, lang),
        "daily": list(_daily(regimen, found, lang)),
        "months": list(_months(found, lang)),
        "notes": list(_notes(regimen, found, lang)),
    }


def medicines(regimen: Regimen, history: History, now: datetime, lang: Lang) -> dict[str, Any]:
    """The medicines in force, each with how it is taken, for the wallet. ``now`` as for the agenda."""
    ctx = context(regimen, history, now, dates=(now.date(), now.date()))
    rows = [row for family in ctx.all_families for row in _medicine(ctx, family, lang)]
    keys = ("list_intro", "list_own", "list_cut", "list_none")
    own = [say("sheets", key, lang) for key in ("own_born", "own_allergies", "own_other")]
    return {
        "lang": lang,
        "title": say("sheets", "list", lang),
        "name": regimen.draft.patient.name,
        "made": say("sheets", "made", lang, date=_date(now.date(), lang)),
        "rows": rows,
        "own": own,
        "phones": _phones(regimen, lang),
        "disclaimer": say("sheets", "disclaimer", lang),
        **{key: say("sheets", key, lang) for key in keys},
    }


# --- what both sheets have


def _head(key: str, regimen: Regimen, found: Ahead, lang: Lang) -> dict[str, Any]:
    first, last = _date(found.first, lang), _date(found.last, lang)
    return {
        "lang": lang,
        "title": say("sheets", key, lang),
        "name": regimen.draft.patient.name,
        "period": say("sheets", "period", lang, first=first, last=last),
        "daily_head": say("sheets", "daily", lang),
        "phones": _phones(regimen, lang),
        "disclaimer": say("sheets", "disclaimer", lang),
        "page": say("report", "page", lang, number="{number}", total="{total}"),
    }


def _phones(regimen: Regimen, lang: Lang) -> list[list[str]]:
    numbers = regimen.draft.phones
    return [[words.call_name(key, lang), numbers[key]] for key in _PHONES if numbers.get(key)]


def _daily(regimen: Regimen, found: Ahead, lang: Lang) -> Iterator[list[str]]:
    """Title, and at what times or how much."""
    for one in found.daily:
        plan = regimen.plan(one.plan, found.last)
        yield [one.title, _daily_how(regimen, plan, one, lang)]


def _daily_how(regimen: Regimen, plan: AnyPlan | None, one: Daily, lang: Lang) -> str:
    if isinstance(plan, GoalPlan):
        return how(regimen, plan, lang)
    return times(one.times, lang) if one.times else ""


def _notes(regimen: Regimen, found: Ahead, lang: Lang) -> Iterator[str]:
    """Pauses of the period, what a tablet day changes for calcium (C13), what is missing, what is not certain."""
    unknown = regimen.unknown(found.first)
    plans = [plan for plan in regimen.draft.plans if plan not in unknown]
    morning = regimen.draft.day.morning_ends
    if any(isinstance(plan, TabletPlan) for plan in plans):
        for plan in plans:
            if not isinstance(plan, DosePlan) or regimen.treatment(plan).topic != "calcium":
                continue
            name = words.plan_title(plan, lang)
            if plan.calcium_on_tablet_day is CalciumOnTabletDay.NONE:
                yield say("sheets", "calcium_none", lang, name=name)
            elif any(when < morning for when in plan.times):
                yield say("sheets", "calcium_midday", lang, name=name, time=words.clock(morning))
    for pause in regimen.draft.pauses:
        if pause.first <= found.last and pause.last >= found.first:
            first, last = words.day(pause.first, lang), words.day(pause.last, lang)
            yield say("sheets", "pause", lang, first=first, last=last)
    for plan in unknown:
        yield say("sheets", "unknown", lang, name=words.plan_title(plan, lang))
    if any(one.forecast for one in found.dated):
        yield say("sheets", "forecast_note", lang)


def _title(one: Moment, lang: Lang) -> str:
    return say("sheets", "forecast", lang, title=one.title) if one.forecast else one.title


# --- the month


def _dated(found: Ahead, lang: Lang) -> Iterator[list[Any]]:
    """Day, time, title, and whether there is a box to tick: in the order of the days."""
    rows: list[tuple[date, time, list[Any]]] = []
    groups: dict[tuple[str, time | None, bool], list[Moment]] = {}
    for one in found.dated:
        if not one.waits:
            groups.setdefault((one.title, one.when, one.forecast), []).append(one)
    for moments in groups.values():
        for run in runs(moments):
            one = run[0]
            day = words.day(one.day, lang)
            if len(run) > 1:
                day = say("sheets", "range", lang, first=day, last=words.day(run[-1].day, lang))
            when = words.clock(one.when) if one.when is not None and one.kind is not Kind.GOAL else ""
            rows.append((one.day, one.when or time.max, [day, when, _title(one, lang), len(run) == 1]))
    yield from (row for _, _, row in sorted(rows, key=lambda row: (row[0], row[1], row[2][2])))


# --- the year


def _months(found: Ahead, lang: Lang) -> Iterator[dict[str, Any]]:
    month = found.first.replace(day=1)
    while month <= found.last:
        after = add_months(month, 1)
        mine = [one for one in found.dated if month <= one.day < after]
        groups: dict[str, list[Moment]] = {}
        for one in (one for one in mine if not one.waits):
            groups.setdefault(_title(one, lang), []).append(one)
        rows = [[say("sheets", "open", lang), title] for title in (one.title for one in mine if one.waits)]
        rows += [[_days(some, lang), title] for title, some in groups.items()]
        yield {"name": _month(month, lang), "rows": rows}
        month = after


def _month(first: date, lang: Lang) -> str:
    """``november 2026``."""
    said = " ".join(words.day(first, lang, year=True).split()[2:])
    return said[:1].upper() + said[1:]


def _days(moments: list[Moment], lang: Lang) -> str:
    """``maandag 7, 14, 21, 28``; one alone has its time, three or more in a row are a range."""
    days = sorted({one.day: one for one in moments}.values(), key=lambda one: one.day)
    weekdays = {one.day.weekday() for one in days}
    parts = []
    for run in runs(days):
        number = str(run[0].day.day)
        if len(run) > 1:
            number = say("sheets", "range", lang, first=number, last=run[-1].day.day)
        parts.append(number)
    said = ", ".join(parts)
    if len(weekdays) == 1:
        said = f"{words.day(days[0].day, lang).split()[0]} {said}"
    if len(days) == 1 and days[0].when is not None and days[0].kind is Kind.APPOINTMENT:
        said = say("sheets", "at", lang, day=said, time=words.clock(days[0].when))
    return said


# --- the list


def _medicine(ctx: Context, family: Family, lang: Lang) -> Iterator[dict[str, Any]]:
    version, rule = family.current(ctx.today), family.treatment.rule
    if version is None:
        return
    plan = version.plan
    if not (isinstance(plan, _USED) if isinstance(rule, UnknownRule) else isinstance(rule, _MEDICINES)):
        return
    if plan.until is not None and plan.until < ctx.today:
        return
    lines = how(ctx.regimen, plan, lang).split("\n")
    lines = [line[:1].upper() + line[1:] for line in lines if line]
    if isinstance(plan, CyclePlan) and isinstance(rule, CycleRule):
        lines += _cycle(ctx, family, plan, lang)
    if plan.treated_since is not None:
        lines.append(say("sheets", "since", lang, date=_date(plan.treated_since, lang)))
    yield {"title": words.plan_title(plan, lang), "lines": lines}


def _cycle(ctx: Context, family: Family, plan: CyclePlan, lang: Lang) -> Iterator[str]:
    last = last_given(ctx, family, plan)
    if last is not None:
        yield say("sheets", "last_given", lang, date=_date(last, lang))
    cycle = running_cycle(ctx, family)
    if cycle is not None:
        due = ctx.day_of(due_of(ctx, cycle))
        yield say("sheets", "next_due", lang, date=_date(due, lang))


def _date(day: date, lang: Lang) -> str:
    """``12 mei 2026``: without the weekday, which no card needs."""
    return words.day(day, lang, year=True).partition(" ")[2]
