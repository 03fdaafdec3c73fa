"""What the overview for the doctor says: counts in words with their definitions, dates, and the person's own words.

Never a percentage, a judgement or advice. Plain values come out, for the page that ``pages`` draws.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from osteoapp import words
from osteoapp.core.agenda import context
from osteoapp.core.checks import next_review
from osteoapp.core.counts import Occasion, Outcome, PlanCounts, counts, in_force
from osteoapp.core.events import Answer, Done, Remark, Skipped
from osteoapp.core.family import recurrence_of
from osteoapp.core.history import History
from osteoapp.core.item import ItemId
from osteoapp.core.recurrence import DAY, Freq, OnOff, Rule
from osteoapp.core.regimen import AnyPlan, DosePlan, GoalPlan, Regimen
from osteoapp.core.strangers import told_entries
from osteoapp.core.treatment import CycleRule, DoseRule, GoalRule, IntakeRule
from osteoapp.exchange.export_words import say
from osteoapp.exchange.plan_words import how, version_of
from osteoapp.words import Lang

# More rows than these make the overview longer than the time that a doctor has.
MOST_EXCEPTIONS = 18
MOST_NOTES = 16
_EXCEPTIONS = (Outcome.LATE, Outcome.SKIPPED, Outcome.MISSED, Outcome.OFF)
_SHOWN = (Outcome.ON_TIME, Outcome.LATE, Outcome.SKIPPED, Outcome.MISSED, Outcome.OFF, Outcome.PAUSED, Outcome.OPEN)


def report(regimen: Regimen, history: History, now: datetime, first: date, last: date, lang: Lang) -> dict[str, Any]:
    """The overview of a period of local dates (inclusive) as plain JSON values. ``now`` as for the agenda."""
    return _Report(regimen, history, now, first, last, lang).values()


class _Report:
    """One overview."""

    def __init__(
        self, regimen: Regimen, history: History, now: datetime, first: date, last: date, lang: Lang
    ) -> None:
        self._regimen = regimen
        self._history = history
        self._now = now
        self._first = first
        self._last = last
        self._lang = lang
        self._ctx = context(regimen, history, now, dates=(first, last))
        self._counts = counts(regimen, history, now, first, last)
        self._strangers = {
            (one.version(min(last, now.date())) or one.newest).plan: len(list(told_entries(self._ctx, one)))
            for one in self._ctx.strangers
            if in_force(self._ctx, one)
        }

    def values(self) -> dict[str, Any]:
        between = self._say("between", first=self._day(self._first), last=self._day(self._last))
        heads = ("title", "intro", "plans", "counts", "meaning", "except", "given", "notes", "review")
        return {
            "lang": self._lang,
            "head": {key: self._say(key) for key in heads},
            "facts": [
                [self._say("patient"), self._regimen.draft.patient.name or self._say("no_name")],
                [self._say("period"), between],
                [self._say("made"), self._day(self._now.date())],
            ],
            "page": self._say("page", number="{number}", total="{total}"),
            "plans": {
                "head": self._row("plan", "how", "since"),
                "rows": [self._plan(one) for one in (*(one.plan for one in self._counts), *self._strangers)],
            },
            "counts": list(self._count_rows()) or [[self._say("counts_none"), ""]],
            "definitions": list(self._definitions()),
            "except": self._exceptions(),
            "given": [self._given(one) for one in self._counts if isinstance(one.treatment.rule, CycleRule)],
            "given_head": self._row("given_on", "given_planned", "gap"),
            "notes": self._notes(),
            "review": list(self._reviews()),
        }

    # --- words

    def _say(self, key: str, **values: object) -> str:
        return say("report", key, self._lang, **values)

    def _row(self, *keys: str) -> list[str]:
        return [self._say(key) for key in keys]

    def _day(self, day: date) -> str:
        return words.day(day, self._lang, year=True)

    def _title(self, plan: AnyPlan) -> str:
        return words.plan_title(plan, self._lang)

    # --- the treatments

    def _plan(self, plan: AnyPlan) -> list[str]:
        since = self._day(plan.treated_since or plan.start)
        ends = [day for day in (plan.until, self._ended(plan.id)) if day is not None]
        if ends:
            since = self._say("until", since=since, date=self._day(min(ends)))
        return [self._title(plan), how(self._regimen, plan, self._lang), since]

    def _ended(self, plan_id: str) -> date | None:
        newest = self._regimen.families()[plan_id][-1]
        return newest.effective_until if newest.removed else None

    # --- the counts

    def _count_rows(self) -> Iterator[list[str]]:
        for one in self._counts:
            sentences = list(self._count_sentences(one))
            if sentences:
                yield [self._title(one.plan), " ".join(sentences)]
        for plan, number in self._strangers.items():
            yield [self._title(plan), self._say("unknown_count", number=number)]

    def _count_sentences(self, one: PlanCounts) -> Iterator[str]:
        rule = one.treatment.rule
        if one.occasions:
            unit = self._unit(one)
            forms = {"weeks": "week", "days": "day"}
            key = forms.get(unit, unit) if one.planned == 1 else unit
            count = self._say(key, taken=one.taken, planned=one.planned)
            goal = isinstance(rule, GoalRule)
            yield self._say("reached" if goal else "taken_weeks" if unit == "weeks" else "taken_times", count=count)
            if isinstance(rule, GoalRule) and isinstance(one.plan, GoalPlan):
                yield self._say(f"per_day_{rule.unit}", number=one.per_day, target=one.plan.target)
            parts = self._parts(one, goal=goal)
            if parts:
                said = ", ".join(parts)
                yield f"{said[:1].upper()}{said[1:]}."
        if one.as_needed:
            yield self._say("as_needed", number=len(one.as_needed))

    def _parts(self, one: PlanCounts, *, goal: bool) -> list[str]:
        shown = [outcome for outcome in _SHOWN if one.number(outcome)]
        if goal:
            # A day below its target is no day without a note.
            shown = [outcome for outcome in shown if outcome in (Outcome.OFF, Outcome.PAUSED)]
        elif shown == [Outcome.ON_TIME]:
            shown = []
        return [self._say(outcome.value, number=one.number(outcome)) for outcome in shown]

    def _unit(self, one: PlanCounts) -> str:
        rule, plan = one.treatment.rule, one.plan
        if isinstance(rule, GoalRule):
            return "days"
        recurrence, _ = recurrence_of(version_of(self._regimen, plan))
        once = not isinstance(plan, DosePlan) or len(plan.times) == 1
        if isinstance(rule, IntakeRule) or (once and _weekly(recurrence)):
            return "weeks"
        return "days" if once and _daily(recurrence) else "times"

    def _definitions(self) -> Iterator[str]:
        found = {occasion.outcome for one in self._counts for occasion in one.occasions}
        kinds = {type(one.treatment.rule) for one in self._counts if one.occasions}
        if not found:
            return
        yield self._say("definition_planned")
        for outcome in (Outcome.ON_TIME, *_EXCEPTIONS):
            if outcome in found and kinds & {IntakeRule, DoseRule}:
                yield self._say(f"definition_{outcome.value}")
        if GoalRule in kinds:
            yield self._say("definition_goal")

    # --- what did not go as planned

    def _exceptions(self) -> dict[str, Any]:
        rows: list[tuple[date, str, str]] = []
        for one in self._counts:
            if isinstance(one.treatment.rule, GoalRule):
                continue
            sparse = self._unit(one) == "weeks" or not _daily(recurrence_of(version_of(self._regimen, one.plan))[0])
            for occasion in one.occasions:
                if occasion.outcome in _EXCEPTIONS and (sparse or occasion.reason):
                    rows.append((occasion.day, self._title(one.plan), self._outcome(occasion)))
        rows.sort()
        hidden = max(len(rows) - MOST_EXCEPTIONS, 0)
        return {
            "head": self._row("date", "what", "said"),
            "rows": [[self._day(day), what, said] for day, what, said in rows[hidden:]],
            "note": self._say("except_note"),
            "more": self._say("more", number=hidden) if hidden else "",
        }

    def _outcome(self, occasion: Occasion) -> str:
        if occasion.outcome is Outcome.LATE and occasion.taken_on is not None:
            return self._say("said_late", date=self._day(occasion.taken_on))
        if occasion.reason:
            return self._say("said_skipped_reason", reason=occasion.reason)
        return self._say(f"said_{occasion.outcome.value}")

    # --- injections and infusions

    def _given(self, one: PlanCounts) -> dict[str, Any]:
        rule = one.treatment.rule
        assert isinstance(rule, CycleRule)
        rows = []
        for given in one.given:
            planned = self._day(given.planned) if given.planned is not None else self._say("unplanned")
            rows.append([self._day(given.on), planned, self._gap(given.gap)])
        said = [] if rows else [self._say("none_given")]
        said.append(self._say("every", number=rule.months))
        if one.next_due is not None:
            said.append(self._say("next_due", date=self._day(one.next_due)))
        return {"title": self._title(one.plan), "rows": rows, "said": " ".join(said)}

    def _gap(self, gap: tuple[int, int] | None) -> str:
        if gap is None:
            return self._say("gap_first")
        months, days = gap
        said_months = self._say("one_month") if months == 1 else self._say("months", number=months)
        said_days = self._say("one_day") if days == 1 else self._say("days_number", number=days)
        if not days or not months:
            return said_months if months else said_days
        return self._say("gap_months_days", months=said_months, days=said_days)

    # --- the person's own words

    def _notes(self) -> dict[str, Any]:
        rows = []
        # What was noted later about a day of the period belongs to it; a zone may put its date a day off.
        since = self._ctx.midnight(self._first - DAY)
        for event in self._history.between(since, self._now):
            note = self._note(event) if isinstance(event, Answer) else None
            if note and self._history.valid(event) and self._first <= event.local_date <= self._last:
                rows.append([self._day(event.local_date), self._about(event.item, event.local_date), note])
        hidden = max(len(rows) - MOST_NOTES, 0)
        return {
            "head": self._row("date", "plan", "said"),
            "rows": rows[hidden:],
            "intro": self._say("notes_intro") if rows else self._say("no_notes"),
            "more": self._say("more", number=hidden) if hidden else "",
        }

    def _note(self, event: Answer) -> str | None:
        if isinstance(event, Remark):
            return words.remark(event.note, self._lang)
        return None if isinstance(event, Skipped) else event.note

    def _about(self, item: str, day: date) -> str:
        try:
            plan = self._regimen.plan(ItemId.parse(item).plan, day)
        except ValueError:
            return ""
        return "" if plan is None else self._title(plan)

    # --- review and pauses

    def _reviews(self) -> Iterator[str]:
        asked = False
        for family in self._ctx.families:
            version = family.current(self._ctx.today)
            review = family.treatment.review
            for item, event in self._history.closings(family.id, "review", Done):
                if self._first <= event.local_date <= self._last and family.owns(event.local_date):
                    plan = (family.version(item.date) or family.newest).plan
                    yield self._say("review_done", plan=self._title(plan), date=self._day(event.local_date))
            if review is None or version is None:
                continue
            asked = True
            since = version.plan.treated_since
            if since is None:
                yield f"{self._title(version.plan)}: {self._say('review_none')}"
            else:
                day = next_review(self._ctx, family, version, since, review)
                yield self._say("review_due", plan=self._title(version.plan), date=self._day(day))
        if not asked:
            yield self._say("review_absent")
        for pause in self._regimen.draft.pauses:
            if pause.first <= self._last and pause.last >= self._first:
                key = "pause_note" if pause.note else "pause"
                yield self._say(key, first=self._day(pause.first), last=self._day(pause.last), note=pause.note)


def _weekly(recurrence: Rule | OnOff | None) -> bool:
    return (
        isinstance(recurrence, Rule) and recurrence.freq is Freq.WEEKLY
        and recurrence.interval == 1 and len(recurrence.byday) < 2
    )


def _daily(recurrence: Rule | OnOff | None) -> bool:
    return isinstance(recurrence, Rule) and recurrence.dense


