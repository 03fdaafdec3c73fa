"""Joins what the screens change about a plan to the reminder loop, the regimen file's rules and the store.

The rules of single values and of plans beside each other are those of the regimen file; what would follow from a
changed plan is computed by the core itself, on a copy. Nothing is written before ``save``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from itertools import count
from pathlib import Path
from typing import Any

from osteoapp.core import answers, changes
from osteoapp.core.agenda import agenda
from osteoapp.core.answers import Request
from osteoapp.core.events import Reminded
from osteoapp.core.history import History
from osteoapp.core.item import Agenda, Item, Kind, Status
from osteoapp.core.recurrence import instant
from osteoapp.core.refusal import Refused
from osteoapp.core.regimen import AnyPlan, AppointmentPlan, CyclePlan, DosePlan, Draft, GoalPlan, Regimen
from osteoapp.core.treatment import AppointmentRule, Catalogue
from osteoapp.exchange.regimen_faults import RegimenFaults
from osteoapp.exchange.regimen_file import read_values
from osteoapp.exchange.regimen_write import (
    FORMAT,
    day_table,
    patient_table,
    pause_tables,
    phones_table,
    plan_table,
)
from osteoapp.reminding.loop import Reminders
from osteoapp.store import unfinished
from osteoapp.store.faults import Damaged, WriteFailed
from osteoapp.ui.ports import Checked, Coming, Following, Form, FormFault, Kept, Outcome, Result, Trial

MOST_DATES = 5
AHEAD_DAYS = (14, 70, 400, 1200)
_NOON = time(12)
_OWN = frozenset({Kind.DOSE, Kind.GOAL, Kind.APPOINTMENT})
_OWN_STEPS = frozenset({"check"})


class Planning:
    """What a screen may ask about the plan, and change in it."""

    def __init__(self, loop: Reminders, folder: Path, trial: Callable[[], Trial | None]) -> None:
        self._loop = loop
        self._folder = folder
        self._trial = trial

    # --- reading

    def draft(self) -> Draft:
        return self._loop.regimen.draft

    def form(self) -> Form:
        """The plan in force as the tables of a form; a slot is a plan's id.

        Without those whose treatment this version does not know: they stay as they are, whatever a form says.
        """
        draft, known = self.draft(), self._loop.regimen.catalogue
        mine = [plan for plan in draft.plans if plan.treatment in known]
        plans = tuple((plan.id, _values(plan_table(plan, known[plan.treatment]))) for plan in mine)
        others = frozenset(plan.id for plan in draft.plans if plan not in mine)
        pauses = tuple(_values(table) for table in pause_tables(draft))
        patient, day, phones = patient_table(draft), day_table(draft), phones_table(draft)
        return Form(_values(patient), _values(day), _values(phones), plans, pauses, others)

    def check(self, form: Form) -> Checked:
        """What a form says, or everything that is wrong with it."""
        slots = [slot for slot, _ in form.plans]
        root = {
            "format": FORMAT, "patient": form.patient, "day": form.day, "phones": form.phones,
            "plan": [table for _, table in form.plans],
        }  # fmt: skip
        if form.pauses is not None:
            root["pause"] = list(form.pauses)
        today, catalogue = self._loop.today(), self._loop.regimen.catalogue
        found = list(_of_screens(form, self.form(), catalogue, today))
        draft: Draft | None = None
        try:
            draft = read_values(root, catalogue, today, _numbers(self.draft()))
            if form.pauses is None:
                draft = replace(draft, pauses=self.draft().pauses)
        except RegimenFaults as faults:
            found += [_form_fault(fault.path, fault.code, fault.values, slots) for fault in faults.faults]
        return Checked(None if found else draft, tuple(found))

    # --- looking ahead

    def preview(
        self, draft: Draft, confirm_end: frozenset[str] = frozenset(), *, days: int = 28, most: int = MOST_DATES
    ) -> Following:
        """What would follow: why it would be refused, the coming days, and the next dates of each plan."""
        now = self._loop.now()
        try:
            regimen = changes.revise(self._loop.regimen, draft, self._loop.history, now, confirm_end)
        except Refused as refused:
            return Following(((refused.code, refused.values),))
        return _following(regimen, self._loop.history, now, days, most)

    def appointments(self, days: int) -> Agenda:
        """The agenda of so many days without what is swallowed or counted every day: that alone is long."""
        regimen, now = self._loop.regimen, self._loop.now()
        versions = tuple(one for one in regimen.versions if not isinstance(one.plan, DosePlan | GoalPlan))
        last = now.date() + timedelta(days=days)
        return agenda(replace(regimen, versions=versions), self._loop.history, now, dates=(now.date(), last))

    # --- changing

    def save(self, draft: Draft, confirm_end: frozenset[str] = frozenset()) -> Outcome:
        """Puts the draft in force, or says why not: then nothing has changed."""
        try:
            self._loop.edit(draft, confirm_end)
        except Refused as refused:
            return Outcome(Result.REFUSED, code=refused.code, values=refused.values)
        except WriteFailed as fault:
            return Outcome(Result.NOT_SAVED, code=fault.code, values=fault.values)
        return Outcome(Result.SAVED)

    def trial(self) -> Trial | None:
        return self._trial()

    # --- a set-up that was left half-way

    def unfinished(self) -> Kept:
        try:
            return Kept(unfinished.read(self._folder))
        except Damaged:
            return Kept(None, damaged=True)

    def keep(self, answers_so_far: Mapping[str, str]) -> bool:
        try:
            unfinished.write(self._folder, answers_so_far)
        except WriteFailed:
            return False
        return True

    def forget(self) -> None:
        try:
            unfinished.forget(self._folder)
        except WriteFailed:
            return  # it is then offered once more, which harms nobody


def first_item(regimen: Regimen, history: History, now: datetime) -> Item | None:
    """The next own item of the first plan that has one: what a trial shows."""
    following = _following(regimen, history, now, 1, MOST_DATES)
    for plan in regimen.draft.plans:
        for coming in following.dates.get(plan.id, ()):
            if coming.at > now and not coming.forecast:
                return coming.item
    return None


def _values(table: Mapping[str, Any]) -> dict[str, Any]:
    """A table as a reader of the file would find it."""
    return {
        key: list(value) if isinstance(value, tuple) else value for key, value in table.items() if value is not None
    }


def _numbers(draft: Draft) -> frozenset[str]:
    """The telephone numbers in force: an old one that is none now holds up no other change."""
    of_plans = (plan.phone for plan in draft.plans if isinstance(plan, AppointmentPlan))
    return frozenset(draft.phones.values()) | {number for number in of_plans if number is not None}


def _of_screens(form: Form, known: Form, catalogue: Catalogue, today: date) -> Iterator[FormFault]:
    """What a file may say and a person who answers a question cannot mean; what is in force is not asked again."""
    name = form.patient.get("name", "")
    if not str(name).strip() and not (known.plans and name == known.patient.get("name", "")):
        yield FormFault("patient", "name", "text_blank")
    wake, evening = (str(form.day.get(key) or "")[:5] for key in ("wake", "evening"))
    if wake and evening and evening <= wake and form.day != known.day:
        yield FormFault("day", "evening", "evening_first", {"wake": wake})
    before = dict(known.plans)
    for slot, table in form.plans:
        old = before.get(slot, {})
        if old == table:
            continue
        since, first = table.get("treated_since"), table.get("first_due")
        if isinstance(since, date) and since > max(today, table.get("start", today)):
            yield FormFault(slot, "treated_since", "in_future")
        if isinstance(first, date) and first < today:
            yield FormFault(slot, "first_due", "in_past")
        treatment = str(table.get("treatment"))
        once = treatment in catalogue and isinstance(catalogue[treatment].rule, AppointmentRule)
        for key in ("until", *(("date",) if once else ())):
            value = table.get(key)
            if isinstance(value, date) and value < today and value != old.get(key):
                yield FormFault(slot, key, "in_past")


def _form_fault(path: tuple[str | int, ...], code: str, values: Mapping[str, str], slots: list[str]) -> FormFault:
    """A fault of a path, at the slot of its plan."""
    slot, rest = str(path[0]) if path else "", path[1:]
    if slot in ("plan", "pause") and rest and isinstance(rest[0], int):
        slot, rest = slots[rest[0]] if slot == "plan" else f"pause-{rest[0]}", rest[1:]
    # What is missing has no place of its own in a file; on a screen it has.
    missing = {"required": values.get("key", ""), "times_missing": "times"}.get(code, "")
    return FormFault(slot, str(rest[0]) if rest else missing, code, values)


def _following(regimen: Regimen, history: History, now: datetime, days: int, most: int) -> Following:
    today = now.date()
    last = today + timedelta(days=days)
    items = [_coming(item, now) for item in agenda(regimen, history, now, dates=(today, last)).items if _ahead(item)]
    dates: dict[str, tuple[Coming, ...]] = {}
    for plan in regimen.draft.plans:
        alone, log = _alone(regimen, history, plan.id)
        if isinstance(plan, CyclePlan):
            chain = list(_cycles(alone, log, now, plan.id, last, most))
            dates[plan.id] = tuple(one for one in chain if _is_own(one.item))[:most]
            items += [one for one in chain if one.forecast and one.at.date() <= last]
        else:
            dates[plan.id] = _next(alone, log, now, plan, most)
    items.sort(key=lambda one: (one.at, one.item.id))
    return Following((), tuple(items), dates, regimen)


def _alone(regimen: Regimen, history: History, plan: str) -> tuple[Regimen, History]:
    """The regimen with one plan, and what happened to it."""
    versions = tuple(version for version in regimen.versions if version.plan.id == plan)
    mine = f"{plan}/"
    log = (event for event in history.all() if event.item.startswith(mine) and not isinstance(event, Reminded))
    return replace(regimen, versions=versions), History(log)


def _next(alone: Regimen, log: History, now: datetime, plan: AnyPlan, most: int) -> tuple[Coming, ...]:
    found: list[Coming] = []
    for days in AHEAD_DAYS:
        items = agenda(alone, log, now, dates=(now.date(), now.date() + timedelta(days=days))).items
        found = [_coming(item, now) for item in items if _is_own(item) and _ahead(item) and item.plan == plan.id]
        days_found = sorted({one.at.date() for one in found})
        if len(days_found) >= most:
            return tuple(one for one in found if one.at.date() <= days_found[most - 1])
    return tuple(found)


def _cycles(alone: Regimen, log: History, now: datetime, plan: str, last: date, most: int) -> Iterator[Coming]:
    """The running cycle, and the ones after it as they come if each is given on its day: a forecast."""
    numbers = count(1)
    moment = now
    for turn in range(most):
        far = moment.date() + timedelta(days=AHEAD_DAYS[-1])
        found = [item for item in agenda(alone, log, moment, dates=(moment.date(), far)).items if _ahead(item)]
        yield from (_coming(item, now, forecast=turn > 0) for item in found)
        own = next((item for item in found if item.kind is Kind.APPOINTMENT), None)
        if own is None or own.due.astimezone(now.tzinfo).date() > last + timedelta(days=AHEAD_DAYS[-1]):
            return
        day = own.due.astimezone(now.tzinfo).date()
        day = max(day, now.date())  # one that should have been already can only be given from today on
        moment = max(moment, instant(day, _NOON, now.tzinfo).astimezone(now.tzinfo))  # type: ignore[arg-type]
        request = Request(own.id, "given", on=day)
        try:
            for event in answers.apply(alone, log, moment, request, lambda: f"forecast-{next(numbers)}"):
                log.append(event)
        except Refused:
            return


def _coming(item: Item, now: datetime, *, forecast: bool = False) -> Coming:
    return Coming(item, item.due.astimezone(now.tzinfo), forecast)


def _ahead(item: Item) -> bool:
    """Whether it is still to come; one that was taken, with its half hour running, is not."""
    return (item.open and item.status is not Status.IN_PROGRESS) or item.status is Status.UPCOMING


def _is_own(item: Item) -> bool:
    """Whether it is the thing itself, not a step around it."""
    return item.kind in _OWN or item.step in _OWN_STEPS
