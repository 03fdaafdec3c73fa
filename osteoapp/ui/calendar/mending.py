"""From a press on the page of a day to what is recorded: asks what has to be known, records, tells what came of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

from PySide6.QtCore import QObject, Signal

from osteoapp import words
from osteoapp.content.words import Lang
from osteoapp.core.item import Item, ItemId
from osteoapp.core.treatment import GoalRule, IntakeRule, Rule
from osteoapp.i18n import translate
from osteoapp.ui.ask import AskPage, BookPage, DatePage, Details
from osteoapp.ui.calendar.asking import HowMuchPage, WhatTimePage, WhichDayPage
from osteoapp.ui.calendar.daymodel import Act
from osteoapp.ui.past import Change
from osteoapp.ui.ports import Outcome, Port, Preview, Result
from osteoapp.ui.theme import Look

_DAY = timedelta(days=1)
# A weekly tablet can have been taken on any day before its next one; the core says which.
_DAYS_AFTER = 7
_NOON = 12


class Mending(QObject):
    """``opened`` brings a question to show; ``done`` tells what came of it, and whether it was taken."""

    opened = Signal(object)
    done = Signal(str, bool)

    def __init__(self, look: Look, port: Port, lang: Lang, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look, self._port, self._lang = look, port, lang

    def press(self, act: Act, item: Item | None) -> None:
        """Does what a button says; ``item`` is the thing it is about, where the agenda has it."""
        if self._port.health().date_doubt:
            day = words.tie(words.day(self._port.now().date(), self._lang, year=True))
            self.done.emit(words.sentence("date_question", self._lang, day=day), False)
        elif not act.answer:
            self._said(self._port.undo(act.instead), translate("Calendar", "Teruggezet. U ziet het nog doorgestreept."))
        elif act.answer == "taken":
            self._taken(act, item)
        elif act.answer == "given":
            self._given(act)
        elif act.answer == "booked":
            self._booked(act, item)
        elif act.answer == "amount":
            self._amount(act)
        else:
            self._record(Change(act.item, act.answer, instead=act.instead))

    # --- what is asked

    def _ask(self, page: AskPage, then: object) -> None:
        page.answered.connect(then)
        page.left.connect(lambda: self.done.emit("", True))
        self.opened.emit(page)

    def _rule(self, plan: str, day: date) -> Rule | None:
        found = self._port.regimen().plan(plan, day)
        return None if found is None else self._port.regimen().catalogue[found.treatment].rule

    def _taken(self, act: Act, item: Item | None) -> None:
        """On which day, where there are several; then at what time."""
        wanted, today = ItemId.parse(act.item), self._port.now().date()
        change = Change(act.item, "taken", instead=act.instead)
        if not isinstance(self._rule(wanted.plan, wanted.date), IntakeRule):
            self._time(change, wanted.date, item)
            return
        days = [wanted.date + number * _DAY for number in range(_DAYS_AFTER + 1)]
        fitting = [day for day in days if day <= today and self._fits(replace(change, on=day))]
        if not fitting:
            self._record(replace(change, on=min(wanted.date, today)))  # says why not
        elif len(fitting) == 1:
            self._time(change, fitting[0], item)
        else:
            page = WhichDayPage(self._look, fitting, today, self._lang)
            self._ask(page, lambda details: self._time(change, details.on, item))

    def _fits(self, change: Change) -> bool:
        return self._port.past.possible(change).result is not Result.REFUSED

    def _time(self, change: Change, day: date, item: Item | None) -> None:
        wanted, now = ItemId.parse(change.item), self._port.now()
        planned = item.planned.astimezone(now.tzinfo) if item is not None else now
        page = WhatTimePage(self._look, day, planned, now, self._lang, own=day == wanted.date)

        def answered(details: object) -> None:
            assert isinstance(details, Details)
            self._record(replace(change, at=details.at, on=details.on))

        self._ask(page, answered)

    def _given(self, act: Act) -> None:
        change = Change(act.item, "given", instead=act.instead)

        def preview(day: date) -> Preview:
            outcome = self._port.past.possible(replace(change, on=day))
            return Preview(code=outcome.code, values=outcome.values)

        def said(found: Preview) -> tuple[str, str]:
            return "", words.refusal(found.code, found.values, self._lang) if found.code else ""

        page = DatePage(
            self._look, translate("Answer", "Op welke dag was het?"), self._port.now(), self._lang, preview, said,
            lambda day: translate("Calendar", "Noteer {day}").format(day=day),
        )  # fmt: skip
        self._ask(page, lambda details: self._record(replace(change, on=details.on)))

    def _booked(self, act: Act, item: Item | None) -> None:
        now = self._port.now()
        start = now.replace(hour=_NOON, minute=0)
        if item is not None:
            start = max(item.due.astimezone(now.tzinfo), start)
        page = BookPage(self._look, translate("Answer", "Wanneer is uw afspraak?"), start, self._lang)
        change = Change(act.item, "booked", instead=act.instead)
        self._ask(page, lambda details: self._record(replace(change, on=details.on)))

    def _amount(self, act: Act) -> None:
        wanted, now = ItemId.parse(act.item), self._port.now()
        told = next((one for one in self._port.past.told(act.item) if one.event.id == act.instead), None)
        at = datetime.combine(wanted.date, now.timetz().replace(hour=_NOON, minute=0, tzinfo=None), now.tzinfo)
        at = min(at, now)
        start = 0
        if told is not None:
            at, start = told.event.at, getattr(told.event, "amount", 0)
        rule = self._rule(wanted.plan, wanted.date)
        minutes = isinstance(rule, GoalRule) and rule.unit == "min"
        page = HowMuchPage(self._look, wanted.date, start, 5 if minutes else 1, self._lang)
        change = Change(act.item, "amount", at=at, instead=act.instead)
        self._ask(page, lambda _: self._record(replace(change, amount=page.value)))

    # --- what comes of it

    def _record(self, change: Change) -> None:
        said = translate("Calendar", "Genoteerd.")
        if change.instead:
            said = translate("Calendar", "Gewijzigd. Het oude antwoord staat er doorgestreept bij.")
        self._said(self._port.past.change(change), said)

    def _said(self, outcome: Outcome, text: str) -> None:
        if outcome.result is Result.REFUSED:
            self.done.emit(words.refusal(outcome.code, outcome.values, self._lang), False)
        elif outcome.result is Result.NOT_SAVED:
            self.done.emit(words.sentence("not_saved", self._lang), False)
        else:
            self.done.emit(text, True)

