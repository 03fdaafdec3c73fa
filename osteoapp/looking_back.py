"""Joins what the screens look back at, and put right, to the reminder loop and the core."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Protocol

from osteoapp.core import answers, corrections, counts
from osteoapp.core.agenda import agenda, context
from osteoapp.core.answers import Request
from osteoapp.core.cycles import later_dates
from osteoapp.core.events import ANSWERS, Answer, AnyEvent, is_answer
from osteoapp.core.history import History
from osteoapp.core.item import Agenda, Item
from osteoapp.core.refusal import Refused
from osteoapp.core.regimen import Regimen
from osteoapp.core.stock import runs_out_on
from osteoapp.core.treatment import CycleRule
from osteoapp.ui.past import Change, Forecast, RunOut, Told
from osteoapp.ui.ports import Outcome, Result

_DAY = timedelta(days=1)


class Loop(Protocol):
    """What is needed of the reminder loop."""

    @property
    def regimen(self) -> Regimen: ...

    @property
    def history(self) -> History: ...

    def now(self) -> datetime: ...

    def say(self, make: Callable[[Regimen, History, datetime], list[AnyEvent]]) -> list[AnyEvent]: ...


class LookingBack:
    """What happened, as the screens see it. ``unsaved`` tells whether answers wait for the disk, and why."""

    def __init__(self, loop: Loop, new_id: Callable[[], str], unsaved: Callable[[], str | None]) -> None:
        self._loop, self._new_id, self._unsaved = loop, new_id, unsaved

    # --- reading

    def revision(self) -> int:
        return self._loop.history.revision

    def since(self) -> date:
        """The earlier of the first plan and the first event."""
        now = self._loop.now()
        first = next(iter(self._loop.history.all()), None)
        known = [version.known.astimezone(now.tzinfo).date() for version in self._loop.regimen.versions]
        return min([*known, now.date(), *([first.local_date] if first is not None else [])])

    def between(self, first: date, last: date) -> Agenda:
        return agenda(self._loop.regimen, self._loop.history, self._loop.now(), dates=(first, last))

    def counts(self, first: date, last: date) -> tuple[counts.PlanCounts, ...]:
        return counts.counts(self._loop.regimen, self._loop.history, self._loop.now(), first, last)

    def forecasts(self, first: date, last: date) -> tuple[Forecast, ...]:
        ctx = context(self._loop.regimen, self._loop.history, self._loop.now())
        return tuple(
            Forecast(family.id, family.treatment.id, day)
            for family in ctx.families
            if isinstance(family.treatment.rule, CycleRule)
            for day in later_dates(ctx, family, last)
            if day >= first
        )

    def run_outs(self, first: date, last: date) -> tuple[RunOut, ...]:
        ctx = context(self._loop.regimen, self._loop.history, self._loop.now())
        found = []
        for family in ctx.families:
            version = family.current(ctx.today)
            if version is None or version.plan.stock is None:
                continue
            out = runs_out_on(ctx, family, version)
            if out is not None and first <= out <= min(last, version.plan.until or date.max):
                found.append(RunOut(family.id, out))
        return tuple(found)

    def told(self, item_id: str) -> tuple[Told, ...]:
        return tuple(self._told(event) for event in self._loop.history.answers(item_id, every=True))

    def notes(self, day: date) -> tuple[Told, ...]:
        return tuple(self._told(event) for event in self._loop.history.notes(day))

    def _told(self, event: Answer) -> Told:
        back = self._loop.history.retraction(event.id)
        return Told(event, None if back is None else back.at.astimezone(self._loop.now().tzinfo))

    def days_with_notes(self, first: date, last: date) -> frozenset[date]:
        history = self._loop.history
        days = (first + number * _DAY for number in range((last - first).days + 1))
        return frozenset(day for day in days if any(history.valid(event) for event in history.notes(day)))

    def own_words(self) -> tuple[Answer, ...]:
        history = self._loop.history
        answers_given = (event for event in history.all() if isinstance(event, ANSWERS) and event.note)
        return tuple(reversed([event for event in answers_given if history.valid(event)]))

    def takes(self, item: Item) -> frozenset[str]:
        return answers.takes_now(self._loop.regimen, self._loop.history, self._loop.now(), item)

    # --- putting right

    def possible(self, change: Change) -> Outcome:
        try:
            self._made(change)(self._loop.regimen, self._loop.history, self._loop.now())
        except Refused as refused:
            return Outcome(Result.REFUSED, code=refused.code, values=refused.values)
        return Outcome(Result.SAVED)

    def change(self, change: Change) -> Outcome:
        return self._say(self._made(change))

    def note(self, text: str, day: date, plan: str = "") -> Outcome:
        return self._say(lambda regimen, _, now: corrections.noted(regimen, now, text, day, self._new_id, plan))

    def _made(self, change: Change) -> Callable[[Regimen, History, datetime], list[AnyEvent]]:
        request = Request(change.item, change.answer, change.at, change.on, change.amount, change.note)
        if change.instead:
            return lambda regimen, history, now: corrections.correct(
                regimen, history, now, change.instead, request, self._new_id
            )
        return lambda regimen, history, now: answers.apply(regimen, history, now, request, self._new_id, at_dates=True)

    def _say(self, make: Callable[[Regimen, History, datetime], list[AnyEvent]]) -> Outcome:
        try:
            events = self._loop.say(make)
        except Refused as refused:
            return Outcome(Result.REFUSED, code=refused.code, values=refused.values)
        said = next(event for event in events if is_answer(event))
        code = self._unsaved()
        return Outcome(Result.SAVED if code is None else Result.NOT_SAVED, said.id, code or "")

