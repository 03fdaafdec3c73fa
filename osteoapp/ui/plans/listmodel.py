"""Mijn behandeling as plain values: what is used and how often, what rests, what stopped, what is not known. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from osteoapp import words
from osteoapp.content.words import Lang, find
from osteoapp.core.boxes import Stock
from osteoapp.core.item import Question
from osteoapp.core.regimen import (
    AnyPlan,
    AppointmentPlan,
    CheckPlan,
    CyclePlan,
    DosePlan,
    GoalPlan,
    Pause,
    Regimen,
    TabletPlan,
)
from osteoapp.core.treatment import CycleRule, GoalRule
from osteoapp.i18n import capital, clock, full_day, translate
from osteoapp.ui.icons import Icon
from osteoapp.ui.plans.often import every_months, often_words
from osteoapp.ui.ports import Coming
from osteoapp.ui.setup.names import icon_of
from osteoapp.ui.setup.rhythm import listed, rhythm, times_of
from osteoapp.ui.stock.model import left_words


@dataclass(frozen=True, slots=True)
class PlanRow:
    """A plan: what it is, how often, and when it comes next; ``plan`` is its id, empty where it has stopped.

    ``counts`` is true of a medicine whose units can be counted; ``left`` says how many there are, where they were.
    ``unknown``: this version does not know its treatment. It can only be taken out.
    """

    plan: str
    icon: Icon
    title: str
    line: str
    following: str = ""
    counts: bool = False
    left: str = ""
    unknown: bool = False


@dataclass(frozen=True, slots=True)
class PauseRow:
    """A pause that goes on or comes; ``number`` is its place among all pauses."""

    number: int
    words: str
    now: bool


@dataclass(frozen=True, slots=True)
class Asked:
    """Something that is not known of a plan."""

    plan: str
    about: str
    words: str


@dataclass(frozen=True, slots=True)
class PlansView:
    """The whole page."""

    rows: tuple[PlanRow, ...]
    pauses: tuple[PauseRow, ...] = ()
    asked: tuple[Asked, ...] = ()
    stopped: tuple[PlanRow, ...] = ()


def plans_view(
    regimen: Regimen, dates: Mapping[str, Sequence[Coming]], questions: Sequence[Question], now: datetime, lang: Lang,
    stock: Callable[[str], Stock | None],
) -> PlansView:  # fmt: skip
    """The page. ``dates`` are the next ones of each plan, ``stock`` what is left of one; appointments have a page of
    their own."""
    today = now.date()
    strangers = regimen.unknown(today)
    known = [plan for plan in regimen.draft.plans if plan.treatment in regimen.catalogue]
    plans = [plan for plan in known if not isinstance(plan, AppointmentPlan)]
    running = [plan for plan in plans if plan.until is None or plan.until >= today]
    rows = tuple(_counted(_row(plan, regimen, dates.get(plan.id, ()), today, lang), plan, stock) for plan in running)
    ids = {plan.id for plan in running}
    return PlansView(
        (*rows, *(_stranger(plan, lang) for plan in strangers)),
        tuple(_pauses(regimen.draft.pauses, today, lang)),
        tuple(_asked(one, regimen, lang) for one in questions if one.plan in ids and _open(one, running)),
        tuple(_stopped(regimen, today, lang)),
    )


def _row(plan: AnyPlan, regimen: Regimen, dates: Sequence[Coming], today: date, lang: Lang) -> PlanRow:
    following = ""
    if plan.until is not None:
        following = translate("Plans", "Stopt na {day}").format(day=words.tie(full_day(plan.until, lang)))
    elif dates and not _every_day(plan):
        day = max(dates[0].at.date(), today)
        following = translate("Plans", "Volgende keer: {day}").format(day=words.tie(full_day(day, lang)))
        if dates[0].at.date() < today:
            was = words.tie(full_day(dates[0].at.date(), lang))
            following = translate("Plans", "Was gepland op {day}").format(day=was)
    return PlanRow(plan.id, icon_of(plan.treatment), title_of(plan, lang), rhythm_words(plan, regimen, lang), following)


def _stranger(plan: AnyPlan, lang: Lang) -> PlanRow:
    """A plan whose treatment this version does not know, of whatever kind: it stands here, and nowhere else."""
    line = words.sentence("unknown_plan", lang)
    return PlanRow(plan.id, "question", title_of(plan, lang), line, unknown=True)


def _counted(found: PlanRow, plan: AnyPlan, stock: Callable[[str], Stock | None]) -> PlanRow:
    """The row with what is left, of what comes in boxes at home."""
    if not isinstance(plan, TabletPlan | DosePlan):
        return found
    known = stock(plan.id)
    return replace(found, counts=True, left="" if known is None else words.tie(left_words(known)))


def title_of(plan: AnyPlan, lang: Lang) -> str:
    """What a plan is called."""
    return words.tie(words.plan_title(plan, lang))


def _every_day(plan: AnyPlan) -> bool:
    rule = plan.recurrence if isinstance(plan, DosePlan) else None
    return isinstance(plan, GoalPlan) or (isinstance(plan, DosePlan) and rule is None)


def rhythm_words(plan: AnyPlan, regimen: Regimen, lang: Lang) -> str:
    """How often a plan comes, and at what time: ``Elke maandag om 07:30``."""
    rule = regimen.catalogue[plan.treatment].rule
    if isinstance(plan, CyclePlan) and isinstance(rule, CycleRule):
        return every_months(rule.months)
    if isinstance(plan, CheckPlan):
        if plan.date is not None:
            return capital(full_day(plan.date, lang))
        return every_months(plan.every_months or 1)
    if isinstance(plan, GoalPlan) and isinstance(rule, GoalRule):
        unit = translate("Setup", "minuten per dag") if rule.unit == "min" else translate("Setup", "porties per dag")
        return f"{plan.target}\u00a0{unit}"
    times = listed([clock(one) for one in times_of(plan, regimen.draft.day)])
    if isinstance(plan, TabletPlan):
        return rhythm(plan, regimen.draft.day, lang)
    often = often_words(plan.recurrence, plan.start, lang) if isinstance(plan, DosePlan) else ""
    return translate("Rhythm", "{days} om {times}").format(days=often, times=times) if times else often


def _pauses(pauses: Sequence[Pause], today: date, lang: Lang) -> Iterator[PauseRow]:
    for number, pause in enumerate(pauses):
        if pause.last < today:
            continue
        first, last = words.tie(full_day(pause.first, lang)), words.tie(full_day(pause.last, lang))
        now = pause.covers(today)
        if now:
            text = translate("Plans", "**Pauze** tot en met {last}.").format(last=last)
        else:
            text = translate("Plans", "**Pauze** van {first} tot en met {last}.").format(first=first, last=last)
        yield PauseRow(number, f"{text} {pause.note}" if pause.note else text, now)


def _open(question: Question, plans: Sequence[AnyPlan]) -> bool:
    """Whether it is still not known: an answer may count from tomorrow only."""
    return any(plan.id == question.plan and getattr(plan, question.about, None) is None for plan in plans)


def _asked(question: Question, regimen: Regimen, lang: Lang) -> Asked:
    plan = next(one for one in regimen.draft.plans if one.id == question.plan)
    the = plan.name or find(lang, "treatment", plan.treatment, "the") or title_of(plan, lang)
    text = translate("Setup", "Sinds wanneer gebruikt u {the}?")
    if isinstance(plan, CyclePlan):
        text = translate("Setup", "Sinds wanneer krijgt u {the}?")
    return Asked(plan.id, question.about, text.format(the=the))


def _stopped(regimen: Regimen, today: date, lang: Lang) -> Iterator[PlanRow]:
    """What is not used any more, the newest first."""
    found: list[tuple[date, AnyPlan]] = []
    planned = {plan.id: plan for plan in regimen.draft.plans}
    for name, versions in regimen.families().items():
        newest = versions[-1]
        plan = planned.get(name)
        if plan is not None and (plan.until is None or plan.until >= today):
            continue
        ends = [day for day in (newest.plan.until, newest.effective_until) if day is not None]
        if ends:
            found.append((min(ends), newest.plan))
    for last, plan in sorted(found, key=lambda one: (one[0], one[1].id), reverse=True):
        day = words.tie(full_day(last, lang))
        line = translate("Plans", "Tot en met {day}").format(day=day)
        yield PlanRow("", icon_of(plan.treatment), title_of(plan, lang), line)
