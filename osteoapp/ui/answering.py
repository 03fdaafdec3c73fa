"""From a press on an answer to what is recorded: asks what has to be asked, records, and tells what was noted.

Shared by Vandaag, the reminder window and the intake: each shows the pages that this opens in its own place.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Final

from PySide6.QtCore import QObject, Signal

from osteoapp import words
from osteoapp.content.words import Lang
from osteoapp.core.item import Agenda, Item, Kind, Status
from osteoapp.core.regimen import AnyPlan
from osteoapp.core.treatment import CycleRule, IntakeRule, Rule
from osteoapp.i18n import capital, clock, translate
from osteoapp.ui.ask import AskPage, BookPage, DatePage, DayPage, Details, LaterPage, SkipPage, WhenPage
from osteoapp.ui.ports import Outcome, Port, Preview, Result
from osteoapp.ui.snapshot import APPOINTMENTS
from osteoapp.ui.theme import Look
from osteoapp.ui.views import Action
from osteoapp.ui.wording import closed_words, day_before_closed, this_evening

_DAY_MINUTES: Final = 24 * 60
# From so many days on they are chosen from a calendar: a button for each would fill the window.
_MOST_DAYS: Final = 8
_SOON: Final = timedelta(hours=1)
_MOVES: Final = frozenset({"not_fasting", "forgotten"})
_SETTLED: Final = frozenset({Status.MISSED, Status.SKIPPED})
_SLOW: Final = frozenset({Kind.TASK, Kind.APPOINTMENT, Kind.REVIEW})


class Answering(QObject):
    """``opened`` brings a page to show, ``closed`` takes it away; ``noted`` and ``refused`` tell the outcome.

    ``guided`` asks for the intake of an item, ``wrong`` for the page "something went wrong", ``noting`` for a note
    about a plan. ``ahead`` gives the items of other days that the screen shows.
    """

    opened = Signal(object)
    closed = Signal()
    noted = Signal(str, str)
    refused = Signal(str)
    guided = Signal(str)
    wrong = Signal(str)
    noting = Signal(str)

    def __init__(
        self, look: Look, port: Port, lang: Lang, parent: QObject | None = None, *,
        ahead: Callable[[], Agenda] | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._look, self._port, self._lang, self._ahead = look, port, lang, ahead

    def press(self, action: Action) -> None:
        """Does what a button says."""
        if action.name == "undo":
            self.undo(action.item)
            return
        if action.name == "date":
            self._port.date_is_right()
            return
        if self._port.health().date_doubt:
            day = words.tie(words.day(self._port.now().date(), self._lang, year=True))
            self.refused.emit(words.sentence("date_question", self._lang, day=day))
            return
        item = self._port.agenda().item(action.item) or self._later_item(action.item)
        if item is None:
            return
        ways: dict[str, Callable[[Item], object]] = {
            "start": self._guide,
            "watch": self._guide,
            "wrong": self._wrong,
            "note": lambda it: self.noting.emit(it.plan),
            "already": self._already,
            "which_day": self._which_day,
            "snoozed": self._later,
            "tomorrow": lambda it: self.record(it.id, "snoozed", Details(minutes=_DAY_MINUTES)),
            "tonight": self._tonight,
            "skipped": self._skip,
            "given": self._given,
            "booked": self._booked,
            "amount": lambda it: self._said(it.id, self._port.record(it.id, "amount", amount=action.amount)),
        }
        if action.name in ways:
            ways[action.name](item)
        else:
            self.record(item.id, action.name, Details())

    def _guide(self, item: Item) -> None:
        self.guided.emit(item.id)

    def _wrong(self, item: Item) -> None:
        self.wrong.emit(item.id)

    def record(self, item_id: str, answer: str, details: Details) -> Outcome:
        """Gives an answer and tells what came of it."""
        outcome = self._port.record(
            item_id, answer, at=details.at, on=details.on, note=details.note, until=details.until,
            minutes=details.minutes,
        )  # fmt: skip
        self._said(item_id, outcome)
        return outcome

    def undo(self, event_id: str) -> None:
        """Takes an answer back."""
        outcome = self._port.undo(event_id)
        if outcome.result is Result.REFUSED:
            self.refuse(outcome)

    def refuse(self, outcome: Outcome) -> None:
        """Says why an answer was not taken."""
        self.refused.emit(words.refusal(outcome.code, outcome.values, self._lang))

    def _said(self, item_id: str, outcome: Outcome) -> None:
        if outcome.result is Result.REFUSED:
            self.refuse(outcome)
            return
        if outcome.event is not None:
            self.noted.emit(self._noted(item_id), outcome.event)

    def _noted(self, item_id: str) -> str:
        answer = self._port.answer_of(item_id)
        item = self._port.agenda().item(item_id) or self._later_item(item_id)
        said = translate("Answer", "Genoteerd")
        zone = self._port.now().tzinfo or UTC
        if item is not None and item.status is Status.SNOOZED:
            said = words.chip(item, self._lang, zone)
        elif answer is not None:
            said = capital(words.noted(answer, self._lang))
        if item is None:
            return words.tie(f"{said}.")
        title = words.title(item, self._plan(item), self._lang)
        if answer is not None and answer.type in _MOVES and item.due > self._port.now():
            due = item.due.astimezone(zone)
            again = translate("Answer", "Wij herinneren u {day} om {time}.").format(
                day=words.day(due.date(), self._lang), time=clock(due)
            )
            return words.tie(f"**{title}.** {said}. {again}")
        return words.tie(f"**{title}.** {said}.")

    def _later_item(self, item_id: str) -> Item | None:
        """An item of another day: one that an answer has moved, or an appointment that lies ahead."""
        today = self._port.now().date()
        near = self._port.between(today, today + APPOINTMENTS).item(item_id) if item_id else None
        return near or (self._ahead().item(item_id) if self._ahead is not None else None)

    def _plan(self, item: Item) -> AnyPlan | None:
        return self._port.regimen().plan(item.plan, item.date)

    def _ask(self, page: AskPage, item: Item, answer: str) -> None:
        def answered(details: object) -> None:
            self.closed.emit()
            if isinstance(details, Details):
                self.record(item.id, answer, details)

        page.answered.connect(answered)
        page.left.connect(self.closed)
        self.opened.emit(page)

    def _later(self, item: Item) -> None:
        day = self._port.regimen().draft.day
        slow = item.kind in _SLOW or item.status is Status.UNANSWERED
        now = self._port.now()
        today = item.status is Status.UNANSWERED and item.date == now.date()
        page = LaterPage(self._look, now, slow=slow, evening=day.evening, office=day.office, today=today)
        self._ask(page, item, "snoozed")

    def _tonight(self, item: Item) -> None:
        now = self._port.now()
        until = this_evening(now, self._port.regimen().draft.day.evening)
        # The evening may have come while the question stood there.
        self.record(item.id, "snoozed", Details(until=until or now + _SOON))

    def _already(self, item: Item) -> None:
        now = self._port.now()
        before = self._port.regimen().draft.day.morning_ends if item.late else None
        title = translate("Answer", "Hoe laat heeft u het genomen?")
        page = WhenPage(self._look, now, item.planned.astimezone(now.tzinfo), before=before, title=title)
        self._ask(page, item, "taken")

    def _which_day(self, item: Item) -> None:
        """On which day it was taken: from its own or moved day to today; one that is missed only before the next."""
        now = self._port.now()
        first = min(item.due.astimezone(now.tzinfo).date(), now.date())
        last = now.date()
        if item.kind is Kind.DOSE and not isinstance(self._rule(item), IntakeRule):
            first = item.date
            last = item.date if item.status in _SETTLED else now.date()
        title = translate("Answer", "Op welke dag heeft u het genomen?")
        if (last - first).days >= _MOST_DAYS:
            page: AskPage = self._date_page(item, "taken", title)
        else:
            page = DayPage(self._look, title, first, last, self._lang)
        self._ask(page, item, "taken")

    def _rule(self, item: Item) -> Rule:
        return self._port.regimen().catalogue[item.treatment].rule

    def _skip(self, item: Item) -> None:
        """A weekly tablet is skipped on a page that says what follows; all else in one press."""
        if not isinstance(self._rule(item), IntakeRule) or item.status is Status.UNANSWERED:
            self.record(item.id, "skipped", Details())
            return
        preview = self._port.preview(item.id, "skipped")
        word = words.answer("skipped", item, self._lang)
        page = SkipPage(
            self._look, word, self._follows(preview), translate("Answer", "Noteer: {word}").format(word=word.lower())
        )
        self._ask(page, item, "skipped")

    def _follows(self, preview: Preview) -> str:
        if preview.next_at is None:
            return ""
        day = preview.next_at.astimezone(self._port.now().tzinfo).date()
        return words.tie(words.sentence("next_is", self._lang, day=words.day(day, self._lang, year=True)))

    def _given(self, item: Item) -> None:
        self._ask(self._date_page(item, "given", translate("Answer", "Op welke dag was het?")), item, "given")

    def _date_page(self, item: Item, answer: str, title: str) -> DatePage:
        """A day from the calendar for an answer, with what follows from it, or why it cannot be."""
        plan = self._plan(item)
        the = words.answer(answer, item, self._lang)

        def said(preview: Preview) -> tuple[str, str]:
            if preview.code:
                return "", words.refusal(preview.code, preview.values, self._lang)
            note = ""
            if preview.date_differs:
                whom = words.your_call(words.call_for(plan, self._port.regimen().catalogue[item.treatment]), self._lang)
                note = translate(
                    "Answer", "Dat is ruim voor de geplande dag. Bel {whom} en vraag of de datum klopt."
                ).format(whom=whom)
            return self._follows(preview), note

        return DatePage(
            self._look,
            title,
            self._port.now(),
            self._lang,
            lambda day: self._port.preview(item.id, answer, on=day),
            said,
            lambda day: translate("Answer", "{the}, {day}").format(the=the, day=day),
        )

    def _booked(self, item: Item) -> None:
        now = self._port.now()
        start = item.due.astimezone(now.tzinfo)
        rule = self._rule(item)
        office = self._port.regimen().draft.day.office
        if item.appointment is not None:
            start = item.appointment.replace(tzinfo=now.tzinfo)
        elif isinstance(rule, CycleRule) or start < now:
            start = datetime.combine(max(item.date, now.date()), office, now.tzinfo)
        title, lead = translate("Answer", "Wanneer is uw afspraak?"), ""
        if isinstance(rule, CycleRule) and item.appointment is None:
            open_day = day_before_closed(item.date, now)
            if open_day is not None:
                start = datetime.combine(open_day, office, now.tzinfo)
                lead = closed_words(item.date, open_day, self._lang)
        page = BookPage(self._look, title, start, self._lang, lead)
        earlier = self._port.answer_of(item.id)
        if earlier is not None and earlier.type == "booked":
            page.where.setText(earlier.note or "")  # who moves an appointment need not say again where it is
        self._ask(page, item, "booked")
