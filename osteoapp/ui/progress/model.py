"""From counts to the cards of Voortgang: a headline, a picture, and the numbers for who asks. Pure.

Nothing is a percentage or a verdict. What the numbers mean stands in ``osteoapp/core/counts.py``.
"""

from __future__ import annotations

import enum
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from typing import Final

from osteoapp import words
from osteoapp.core.counts import Occasion, Outcome, PlanCounts
from osteoapp.core.recurrence import Freq, Rule
from osteoapp.core.regimen import AnyPlan, DosePlan
from osteoapp.core.treatment import CycleRule, GoalRule, IntakeRule
from osteoapp.i18n import capital, day_month, full_date, month_short, translate
from osteoapp.ui.icons import Icon
from osteoapp.ui.progress.buckets import WEEK, buckets
from osteoapp.ui.wording import ICONS

MONTHS: Final = 12
# More rounds than these do not stand in a row: they go into columns of months.
MOST_ROUNDS: Final = 13
PRAISED_FROM: Final = 4
_TAKEN: Final = (Outcome.ON_TIME, Outcome.LATE)
_SETTLED: Final = (*_TAKEN, Outcome.SKIPPED, Outcome.MISSED, Outcome.OFF)


class Period(enum.StrEnum):
    """Over how long is looked back."""

    WEEKS_4 = "weeks-4"
    WEEKS_12 = "weeks-12"
    YEAR = "year"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Dot:
    """One week or one time. ``said`` is what a screen reader says of it."""

    outcome: Outcome
    top: str
    bottom: str
    said: str


@dataclass(frozen=True, slots=True)
class Dots:
    """Rounds in a row, or, as ``columns``, a column for each month with its name."""

    dots: tuple[Dot, ...] = ()
    columns: tuple[tuple[str, tuple[Dot, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class Bar:
    """A day, week, month or year. ``value`` of ``full``: of a goal what was counted, of a dose how often taken."""

    label: str
    value: int
    full: int
    said: str


@dataclass(frozen=True, slots=True)
class Bars:
    """Bars beside each other. ``goal`` draws a line at ``full``; else the bar stands in a frame of that height."""

    bars: tuple[Bar, ...]
    goal: bool


@dataclass(frozen=True, slots=True)
class Gap:
    """The time between two injections: in words, and in months with a part of one."""

    on: str
    text: str
    months: float


@dataclass(frozen=True, slots=True)
class Gaps:
    """Times between injections, beside what is planned (months)."""

    gaps: tuple[Gap, ...]
    planned: int


Picture = Dots | Bars | Gaps


@dataclass(frozen=True, slots=True)
class CardView:
    """One treatment over the period."""

    plan: str
    icon: Icon
    title: str
    headline: str
    lead: str
    picture: Picture | None
    numbers: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ProgressView:
    """The whole page."""

    period: Period
    span: str
    cards: tuple[CardView, ...]


def first_of(period: Period, today: date, since: date) -> date:
    """The first local date of a period that ends today; whole weeks or months, and not before anything is known."""
    monday = today - timedelta(days=today.weekday())
    first = since
    if period is Period.WEEKS_4:
        first = monday - 3 * WEEK
    elif period is Period.WEEKS_12:
        first = monday - 11 * WEEK
    elif period is Period.YEAR:
        first = _month(today, 1 - MONTHS)
    return max(first, since)


def _month(day: date, by: int) -> date:
    """The first of the month so many months on."""
    year, month = divmod(day.year * 12 + day.month - 1 + by, 12)
    return date(year, month + 1, 1)


def progress_view(
    counts: Sequence[PlanCounts], year: Sequence[PlanCounts], period: Period, first: date, today: date, lang: str
) -> ProgressView:
    """``counts`` of the period; ``year`` are those of the last year, for what goes on in a row."""
    rows = {(one.plan.id, one.treatment.id): one.weeks_in_a_row for one in year}
    cards = []
    for one in counts:
        row = max(rows.get((one.plan.id, one.treatment.id), 0), one.weeks_in_a_row)
        card = _card(one, row, first, today, lang)
        if card is not None:
            cards.append(card)
    span = translate("Progress", "{first} tot en met vandaag").format(first=full_date(first, lang))
    return ProgressView(period, span, tuple(cards))


def outcomes_of(picture: Picture | None) -> tuple[Outcome, ...]:
    """What the rounds of a picture show, for its legend; nothing where it has none."""
    if not isinstance(picture, Dots):
        return ()
    shown = {dot.outcome for dot in (*picture.dots, *(dot for _, column in picture.columns for dot in column))}
    return tuple(one for one in Outcome if one in shown)


def _card(one: PlanCounts, row: int, first: date, today: date, lang: str) -> CardView | None:
    rule = one.treatment.rule
    if isinstance(rule, CycleRule):
        return _cycle(one, rule, lang)
    if isinstance(rule, GoalRule):
        return _goal(one, rule, first, today, lang)
    if one.as_needed and not one.occasions:
        return _needed(one, lang)
    if not one.occasions:
        return None
    return _daily(one, first, today, lang) if is_daily(one.plan) else _weekly(one, row, lang)


def is_daily(plan: AnyPlan) -> bool:
    """Whether a plan has doses on every day."""
    if not isinstance(plan, DosePlan):
        return False
    return plan.recurrence is None or (isinstance(plan.recurrence, Rule) and plan.recurrence.dense)


def _title(one: PlanCounts, lang: str) -> str:
    return words.plan_title(one.plan, "en" if lang == "en" else "nl")


def _icon(one: PlanCounts) -> Icon:
    return ICONS.get(one.treatment.id, "pill")


# --- once a week, or less often than daily


def _weekly(one: PlanCounts, row: int, lang: str) -> CardView:
    weekly = _is_weekly(one)
    count = _count_words(one, weekly=weekly)
    headline, lead = count.rstrip("."), ""
    if not one.taken:
        headline, lead = translate("Progress", "Nog niets genoteerd"), count
    if row > 1:
        headline, lead = translate("Progress", "%n weken op rij", "", row), count
        if row >= PRAISED_FROM:
            lead += " " + translate("Progress", "Mooi volgehouden.")
    if not one.planned:
        headline, lead = translate("Progress", "Staat nog open"), ""
    dots = tuple(_dot(occasion, lang) for occasion in one.occasions)
    picture = Dots(dots) if len(dots) <= MOST_ROUNDS else Dots(columns=_columns(one.occasions, dots, lang))
    return CardView(
        one.plan.id, _icon(one), _title(one, lang), words.tie(headline), words.tie(lead), picture, _numbers(one)
    )


def _is_weekly(one: PlanCounts) -> bool:
    plan = one.plan
    if isinstance(one.treatment.rule, IntakeRule):
        return True
    rule = plan.recurrence if isinstance(plan, DosePlan) else None
    once = isinstance(plan, DosePlan) and len(plan.times) == 1
    return once and isinstance(rule, Rule) and rule.freq is Freq.WEEKLY and rule.interval == 1 and len(rule.byday) < 2


def _count_words(one: PlanCounts, *, weekly: bool) -> str:
    if weekly:
        text = translate("Progress", "{taken} van de %n weken genomen.", "", one.planned)
    else:
        text = translate("Progress", "{taken} van de %n keer genomen.", "", one.planned)
    return text.format(taken=one.taken)


def _dot(occasion: Occasion, lang: str) -> Dot:
    day = occasion.day
    said = f"{day_month(day, lang)}, {outcome_words(occasion.outcome)}".replace("\u00a0", " ")
    return Dot(occasion.outcome, str(day.day), month_short(day.month, lang), said)


def _columns(
    occasions: Sequence[Occasion], dots: Sequence[Dot], lang: str
) -> tuple[tuple[str, tuple[Dot, ...]], ...]:
    """The last twelve months that have any."""
    pairs = list(zip(occasions, dots, strict=True))
    found = [
        (month_short(month, lang), tuple(dot for _, dot in group))
        for (_, month), group in groupby(pairs, key=lambda pair: (pair[0].day.year, pair[0].day.month))
    ]
    return tuple(found[-MONTHS:])


def outcome_words(outcome: Outcome) -> str:
    """What became of it, in the legend."""
    return {
        Outcome.ON_TIME: translate("Progress", "genomen"),
        Outcome.LATE: translate("Progress", "later genomen"),
        Outcome.SKIPPED: translate("Progress", "overgeslagen"),
        Outcome.MISSED: translate("Progress", "niet genomen"),
        Outcome.OFF: translate("Progress", "computer uit"),
        Outcome.PAUSED: translate("Progress", "pauze"),
        Outcome.OPEN: translate("Progress", "nog open"),
    }[outcome]


def _numbers(one: PlanCounts) -> tuple[tuple[str, str], ...]:
    """Each number with what it means."""
    names = {
        Outcome.ON_TIME: translate("Progress", "Op de eigen dag genomen"),
        Outcome.LATE: translate("Progress", "Op een latere dag genomen"),
        Outcome.SKIPPED: translate("Progress", "Overgeslagen, zoals u zei"),
        Outcome.MISSED: translate("Progress", "Niet genomen of niet genoteerd"),
        Outcome.OFF: translate("Progress", "De computer was uit"),
        Outcome.PAUSED: translate("Progress", "In een pauze"),
        Outcome.OPEN: translate("Progress", "Nog open"),
    }
    return tuple((names[outcome], str(one.number(outcome))) for outcome in names if one.number(outcome))


# --- every day


def _daily(one: PlanCounts, first: date, today: date, lang: str) -> CardView:
    bars = []
    for label, said, group in buckets(one.occasions, first, today, lang):
        settled = [occasion for occasion in group if occasion.outcome in _SETTLED]
        taken = sum(occasion.outcome in _TAKEN for occasion in settled)
        text = translate("Progress", "{taken} van {planned}").format(taken=taken, planned=len(settled))
        bars.append(Bar(label, taken, len(settled), f"{said}: {text}"))
    headline = _count_words(one, weekly=False).rstrip(".") if one.planned else translate("Progress", "Staat nog open")
    lead = ""
    if one.planned and not one.taken:
        headline, lead = translate("Progress", "Nog niets genoteerd"), _count_words(one, weekly=False)
    return CardView(
        one.plan.id, _icon(one), _title(one, lang), words.tie(headline), words.tie(lead),
        Bars(tuple(bars), goal=False), _numbers(one),
    )


def _goal(one: PlanCounts, rule: GoalRule, first: date, today: date, lang: str) -> CardView:
    minutes = rule.unit == "min"
    bars = []
    for label, said, group in buckets(one.occasions, first, today, lang):
        days = [occasion for occasion in group if occasion.outcome is not Outcome.PAUSED]
        settled = [occasion for occasion in days if occasion.outcome is not Outcome.OPEN] or days
        value = _average([occasion.value for occasion in settled])
        target = settled[-1].target if settled else 0
        bars.append(Bar(label, value, target, f"{said}: {_amount(value, minutes=minutes)}"))
    headline = translate("Progress", "Gemiddeld {amount} per dag").format(amount=_amount(one.per_day, minutes=minutes))
    if not one.planned:
        headline = _amount(sum(occasion.value for occasion in one.occasions), minutes=minutes)
        headline = translate("Progress", "{amount} vandaag").format(amount=headline)
    if one.planned and not one.per_day:
        headline = translate("Progress", "Nog niets genoteerd")
    reached = translate("Progress", "Op %n dagen uw doel gehaald.", "", one.taken) if one.taken else ""
    total = sum(occasion.value for occasion in one.occasions)
    numbers = (
        (translate("Progress", "Samen in deze tijd"), _amount(total, minutes=minutes)),
        (translate("Progress", "Dagen waarop het doel gehaald is"),
         translate("Progress", "{taken} van {planned}").format(taken=one.taken, planned=one.planned)),
    )  # fmt: skip
    return CardView(
        one.plan.id, _icon(one), _title(one, lang), words.tie(headline), words.tie(reached),
        Bars(tuple(bars), goal=True), numbers,
    )


def _amount(value: int, *, minutes: bool) -> str:
    if minutes:
        return translate("Progress", "%n minuten", "", value)
    return translate("Progress", "%n porties", "", value)


def _average(values: Sequence[int]) -> int:
    return (2 * sum(values) + len(values)) // (2 * len(values)) if values else 0


# --- injections, infusions, and what is taken when needed


def _cycle(one: PlanCounts, rule: CycleRule, lang: str) -> CardView:
    given = one.given
    gaps = []
    for administration in given:
        if administration.gap is not None:
            months, days = administration.gap
            gaps.append(Gap(full_date(administration.on, lang), gap_words(months, days), months + days / 31))
    if given:
        headline = translate("Progress", "%n keer gegeven", "", len(given))
    else:
        headline = translate("Progress", "Niet gegeven in deze tijd")
    lead = translate("Progress", "Gepland is elke %n maanden.", "", rule.months)
    if one.next_due is not None:
        following = translate("Progress", "De volgende is gepland op {day}.")
        lead += " " + following.format(day=full_date(one.next_due, lang))
    numbers = tuple((full_date(administration.on, lang), _since(administration.gap)) for administration in given)
    return CardView(
        one.plan.id, _icon(one), _title(one, lang), words.tie(headline), words.tie(lead),
        Gaps(tuple(gaps[-8:]), rule.months) if gaps else None, numbers,
    )


def _since(gap: tuple[int, int] | None) -> str:
    return translate("Progress", "de eerste die wij kennen") if gap is None else gap_words(*gap)


def gap_words(months: int, days: int) -> str:
    """``6 maanden en 2 dagen``."""
    parts = []
    if months or not days:
        parts.append(translate("Progress", "%n maanden", "", months))
    if days:
        parts.append(translate("Progress", "%n dagen", "", days))
    return words.tie(translate("Progress", " en ").join(parts))


def _needed(one: PlanCounts, lang: str) -> CardView:
    headline = translate("Progress", "%n keer genomen", "", len(one.as_needed))
    lead = capital(translate("Progress", "zo nodig, zonder vaste tijden."))
    return CardView(one.plan.id, _icon(one), _title(one, lang), words.tie(headline), lead, None, ())
