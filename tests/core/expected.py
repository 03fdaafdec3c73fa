"""What is to be expected, worked out without the program: dates of rules one by one, wall-clock times by looking.

The program's own types are read here (a plan's times, a rule's parts); none of its functions is called.
"""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from osteoapp.core.recurrence import AsNeeded, FromLastTaken, OnOff, Rule
from osteoapp.core.regimen import AnyPlan, DayTimes, DosePlan, GoalPlan, TabletPlan

DAY = timedelta(days=1)
MINUTE = timedelta(minutes=1)


def wall(moment: datetime, zone: ZoneInfo) -> datetime:
    """What a clock on the wall shows at an instant."""
    return moment.astimezone(zone).replace(tzinfo=None)


@lru_cache(maxsize=100_000)
def first_instant(naive: datetime, zone: ZoneInfo) -> datetime:
    """The first minute at which a wall clock shows a time, or the first minute after it where it is left out."""
    either = sorted(naive.replace(tzinfo=zone, fold=fold).astimezone(UTC) for fold in (0, 1))
    found = next((moment for moment in either if wall(moment, zone) == naive), None)
    if found is not None:
        return found
    moment = either[0]
    while wall(moment, zone) < naive:
        moment += MINUTE
    return moment


def rule_dates(rule: Rule, start: date, last: date) -> list[date]:
    """Every date from the start that fits, asked one by one; a day that the month does not have is its last day."""
    found: list[date] = []
    for number in range((last - start).days + 1):
        day = start + number * DAY
        if fits(rule, start, day) and len(found) < (rule.count or 10_000) and day <= (rule.until or last):
            found.append(day)
    return found


def fits(rule: Rule, start: date, day: date) -> bool:
    """Whether a rule, its end left out, has a date."""
    months = 12 * (day.year - start.year) + day.month - start.month
    weeks = (day.toordinal() - 1) // 7 - (start.toordinal() - 1) // 7  # 1 January of the year 1 was a Monday
    passed = {"DAILY": (day - start).days, "WEEKLY": weeks, "MONTHLY": months, "YEARLY": day.year - start.year}
    if passed[rule.freq.value] % rule.interval:
        return False
    weekdays, month_days = rule.byday, rule.bymonthday
    if not weekdays and rule.freq.value == "WEEKLY":
        weekdays = frozenset({start.weekday()})
    if not weekdays and not month_days and rule.freq.value in ("MONTHLY", "YEARLY"):
        month_days = frozenset({start.day})
        if rule.freq.value == "YEARLY" and day.month != start.month:
            return False
    length = calendar.monthrange(day.year, day.month)[1]
    wanted = {min(number, length) if number > 0 else length + 1 + number for number in month_days}
    return (not weekdays or day.weekday() in weekdays) and (not wanted or day.day in wanted)


def own_dates(plan: AnyPlan, last: date) -> list[date]:
    """The dates on which a plan of fixed dates has occurrences, up to a date."""
    last = min(last, plan.until or last)
    days = [plan.start + number * DAY for number in range((last - plan.start).days + 1)]
    if isinstance(plan, TabletPlan):
        return [day for day in days if day.weekday() == plan.weekday]
    if isinstance(plan, DosePlan) and isinstance(plan.recurrence, Rule):
        return rule_dates(plan.recurrence, plan.start, last)
    if isinstance(plan, DosePlan) and isinstance(plan.recurrence, OnOff):
        rhythm = [True] * plan.recurrence.on_days + [False] * plan.recurrence.off_days
        return [day for number, day in enumerate(days) if rhythm[number % len(rhythm)]]
    if isinstance(plan, DosePlan) and isinstance(plan.recurrence, AsNeeded | FromLastTaken):
        return []
    return days if isinstance(plan, DosePlan | GoalPlan) else []


def planned_wall(plan: AnyPlan, times: DayTimes, day: date, step: str) -> datetime | None:
    """The wall-clock time of an occurrence of a tablet, a dose or a goal; None for what is counted otherwise."""
    if isinstance(plan, TabletPlan) and step == "heads-up":
        return datetime.combine(day - DAY, times.evening)
    if isinstance(plan, TabletPlan) and step == "dose":
        return datetime.combine(day, plan.time or times.wake)
    if isinstance(plan, DosePlan) and step.startswith("dose"):
        number = 0 if step == "dose" else int(step.removeprefix("dose-")) - 1
        return datetime.combine(day, plan.times[number]) if number < len(plan.times) else None
    if isinstance(plan, GoalPlan) and step == "goal":
        return datetime.combine(day, plan.times[0] if plan.times else time(0))
    return None


def item_ids(plan: AnyPlan, last: date) -> Iterator[str]:
    """The ids of all doses and goals of a plan of fixed dates, up to a date."""
    for day in own_dates(plan, last):
        if isinstance(plan, DosePlan):
            for number in range(len(plan.times)):
                yield f"{plan.id}/{day}/dose" + ("" if number == 0 else f"-{number + 1}")
        else:
            yield f"{plan.id}/{day}/" + ("goal" if isinstance(plan, GoalPlan) else "dose")
