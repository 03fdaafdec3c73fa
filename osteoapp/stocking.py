"""Joins the card "Voorraad" to the reminder loop."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from osteoapp.core import boxes
from osteoapp.core.boxes import Stock, stock_of
from osteoapp.core.refusal import Refused
from osteoapp.reminding.loop import Reminders
from osteoapp.store.faults import WriteFailed
from osteoapp.ui.ports import Outcome, Result


class Stocking:
    """What a screen may ask about the stock of a plan, and note of it."""

    def __init__(self, loop: Reminders, new_id: Callable[[], str]) -> None:
        self._loop, self._new_id = loop, new_id

    def of(self, plan_id: str) -> Stock | None:
        return stock_of(self._loop.regimen, self._loop.history, self._loop.now(), plan_id)

    def count(self, plan_id: str, units: int) -> Outcome:
        return self._noted(plan_id, units)

    def fill(self, plan_id: str, units: int, expires: date | None) -> Outcome:
        return self._noted(plan_id, units, box=True, expires=expires)

    def warn(self, plan_id: str, days: int) -> Outcome:
        draft = self._loop.regimen.draft
        plans = tuple(replace(plan, stock_warn_days=days) if plan.id == plan_id else plan for plan in draft.plans)
        try:
            self._loop.edit(replace(draft, plans=plans))
        except Refused as refused:
            return Outcome(Result.REFUSED, code=refused.code, values=refused.values)
        except WriteFailed as fault:
            return Outcome(Result.NOT_SAVED, code=fault.code, values=fault.values)
        return Outcome(Result.SAVED)

    def _noted(self, plan_id: str, units: int, *, box: bool = False, expires: date | None = None) -> Outcome:
        try:
            events = self._loop.say(
                lambda regimen, history, now: boxes.count(
                    regimen, history, now, plan_id, self._new_id, units=units, box=box, expires=expires
                )
            )
        except Refused as refused:
            return Outcome(Result.REFUSED, code=refused.code, values=refused.values)
        result = Result.NOT_SAVED if self._loop.unsaved else Result.SAVED
        return Outcome(result, events[0].id, self._loop.unsaved.code)
