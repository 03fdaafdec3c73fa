"""How often a plan comes, in words, and which plans come so often that they are told as a rule, not by date."""

from __future__ import annotations

from datetime import time

from osteoapp.core.recurrence import Freq, Rule
from osteoapp.core.regimen import AnyPlan, DayTimes, DosePlan, GoalPlan, TabletPlan
from osteoapp.i18n import clock, translate, weekday_name


def times_of(plan: AnyPlan, day: DayTimes) -> tuple[time, ...]:
    """The times of the day at which a plan comes; empty where its dates have none of their own."""
    if isinstance(plan, TabletPlan):
        return (plan.time or day.wake,)
    return plan.times if isinstance(plan, DosePlan | GoalPlan) else ()


def days_of(plan: AnyPlan) -> tuple[int, ...]:
    """The weekdays of what comes every week, all seven for every day; empty for what comes more seldom."""
    if isinstance(plan, TabletPlan):
        return (plan.weekday,)
    if isinstance(plan, GoalPlan):
        return tuple(range(7))
    if not isinstance(plan, DosePlan):
        return ()
    rule = plan.recurrence
    if rule is None or (isinstance(rule, Rule) and rule.dense):
        return tuple(range(7))
    weekly = isinstance(rule, Rule) and rule.freq is Freq.WEEKLY and rule.interval == 1 and not rule.bymonthday
    return tuple(sorted(rule.byday)) if weekly and isinstance(rule, Rule) else ()


def daily(plan: AnyPlan) -> bool:
    """Whether it comes every day."""
    return len(days_of(plan)) == 7


def rhythm(plan: AnyPlan, day: DayTimes, lang: str) -> str:
    """``Elke dag om 08:30``, ``Elke maandag en donderdag om 08:15``; "" for what comes more seldom."""
    days = days_of(plan)
    if not days:
        return ""
    which = (
        translate("Rhythm", "Elke dag")
        if len(days) == 7
        else translate("Rhythm", "Elke {days}").format(days=listed([weekday_name(one, lang) for one in days]))
    )
    times = times_of(plan, day)
    if not times:
        return which
    return translate("Rhythm", "{days} om {times}").format(days=which, times=listed([clock(one) for one in times]))


def listed(parts: list[str]) -> str:
    """``10:30, 15:00 en 20:00``."""
    if len(parts) < 2:
        return "".join(parts)
    return translate("Rhythm", "{some} en {last}").format(some=", ".join(parts[:-1]), last=parts[-1])
