"""How a plan goes, in a few words, as it stands on paper: ``elke maandag om 07:30``."""

from __future__ import annotations

from datetime import date, time

from osteoapp import words
from osteoapp.core.recurrence import AsNeeded
from osteoapp.core.regimen import AnyPlan, DosePlan, GoalPlan, PlanVersion, Regimen, TabletPlan
from osteoapp.core.tablets import tablet_time
from osteoapp.core.treatment import CycleRule, GoalRule, UnknownRule
from osteoapp.exchange.export_words import say
from osteoapp.exchange.regimen_show import how_often
from osteoapp.words import Lang


def how(regimen: Regimen, plan: AnyPlan, lang: Lang) -> str:
    """How often, when and how; an instruction of the label has a line of its own. Empty where nothing is to be said."""
    rule = regimen.treatment(plan).rule
    if isinstance(rule, UnknownRule):
        return say("report", "unknown_how", lang)
    if isinstance(plan, TabletPlan):
        weekday = words.day(date(2026, 11, 2 + plan.weekday), lang).split()[0]  # 2 November was a Monday
        when = tablet_time(version_of(regimen, plan))
        return say("report", "at_weekday", lang, weekday=weekday, times=words.clock(when))
    if isinstance(plan, DosePlan):
        said = how_often(plan.recurrence, lang)
        if isinstance(plan.recurrence, AsNeeded):
            said = say("report", "when_needed", lang)
        elif plan.times:
            said = say("report", "at_times", lang, often=said, times=times(plan.times, lang))
        return "\n".join(part for part in (said, plan.instruction) if part)
    if isinstance(plan, GoalPlan) and isinstance(rule, GoalRule):
        return say("report", f"goal_{rule.unit}", lang, number=plan.target)
    if isinstance(rule, CycleRule):
        return say("report", "months_apart", lang, number=rule.months)
    return ""


def version_of(regimen: Regimen, plan: AnyPlan) -> PlanVersion:
    """The newest version that has this plan."""
    return next(version for version in reversed(regimen.versions) if version.plan == plan)


def times(when: tuple[time, ...], lang: Lang) -> str:
    """``08:00, 12:30 en 20:00``."""
    said = [words.clock(one) for one in when]
    return f" {say('report', 'and', lang)} ".join([", ".join(said[:-1]), said[-1]] if len(said) > 1 else said)
