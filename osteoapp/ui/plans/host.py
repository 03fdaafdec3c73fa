"""Joins Mijn behandeling and the appointments to the main window: opens their pages, saves, and leads back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from PySide6.QtWidgets import QWidget

from osteoapp import words
from osteoapp.content.words import Lang
from osteoapp.core.regimen import Draft
from osteoapp.core.treatment import AppointmentRule
from osteoapp.i18n import translate
from osteoapp.ui.answering import Answering
from osteoapp.ui.plans.appointmentmodel import DAYS_AHEAD, first_of, sections
from osteoapp.ui.plans.appointments import AppointmentsPage, snapshot
from osteoapp.ui.plans.desk import NEW, PlanDesk, desk_of
from osteoapp.ui.plans.edit import EditPage, plan_name
from osteoapp.ui.plans.endpage import EndPage
from osteoapp.ui.plans.frame import Framed
from osteoapp.ui.plans.listmodel import plans_view
from osteoapp.ui.plans.listpage import PlansPage
from osteoapp.ui.plans.pausepage import PausePage, pause_desk, without_today
from osteoapp.ui.plans.pickpage import AddPage
from osteoapp.ui.plans.stockpage import StockPage
from osteoapp.ui.plans.unknownpage import UnknownPage
from osteoapp.ui.ports import FormFault, Outcome, Port, Result
from osteoapp.ui.setup.page import QuestionPage
from osteoapp.ui.theme import Look
from osteoapp.ui.views import Action

PLANS: Final = "plans"
APPOINTMENTS: Final = "appointments"
PLACES: Final = (PLANS, APPOINTMENTS)
Then = Callable[[], None]


def at_once(then: Then) -> None:
    """Nothing is locked."""
    then()


class PlansHost:
    """``show`` brings a page to the front; ``allowed`` asks what has to be asked before a change, and then lets it be.

    Answers are never asked about: noting that an injection was given is no change of the plan. A change is asked about
    when its page is opened and when it is kept: the page may have stood there for longer than a PIN holds.
    """

    def __init__(
        self,
        port: Port,
        looks: Callable[[], tuple[Look, Lang]],
        show: Callable[[QWidget], None],
        allowed: Callable[[Then], None] = at_once,
    ) -> None:
        self._port, self._looks, self._show, self.allowed = port, looks, show, allowed
        self.page: QWidget | None = None
        self._selected: str | None = None
        self._answering: Answering | None = None
        port.changes.changed.connect(self._changed)

    def open(self, place: str = PLANS) -> None:
        """Opens one of the two places."""
        if place == APPOINTMENTS:
            self._selected = None
            self._open_appointments()
        else:
            self._open_plans()

    def _bring(self, page: QWidget) -> None:
        self.page = page
        page.destroyed.connect(lambda: self._gone(page))
        self._show(page)
        if isinstance(page, Framed | PlansPage | AppointmentsPage):
            page.take_focus()

    def _gone(self, page: QWidget) -> None:
        if self.page is page:
            self.page = None

    # Mijn behandeling

    def _open_plans(self, message: str = "") -> None:
        port = self._port
        look, lang = self._looks()
        found = port.plans.preview(port.plans.draft(), days=1, most=1)
        view = plans_view(port.regimen(), found.dates, port.agenda().questions, port.now(), lang, port.stock.of)
        page = PlansPage(look, view, message)
        page.asked.connect(self._plans_asked)
        self._bring(page)

    def _plans_asked(self, what: str, of: str) -> None:
        if what == APPOINTMENTS:
            self.open(APPOINTMENTS)
            return
        if what == "stock":
            self._stock(of)  # counting is an answer: it is never asked about
            return
        ways: dict[str, Then] = {
            "change": lambda: self._edit(of, self._open_plans),
            "remove": lambda: _take_out(self, of),
            "question": lambda: self._edit(of, self._open_plans, only="since"),
            "add": self._add,
            "pause": lambda: self._pause(int(of) if of else None),
            "resume": self._resume,
        }
        self.allowed(ways[what])

    def _stock(self, slot: str) -> None:
        look, lang = self._looks()
        page = StockPage(desk_of(look, lang, self._port, slot), self._port, self.allowed)
        framed = Framed(look, page, back=translate("Stock", "Naar de lijst"))
        framed.left.connect(self._open_plans)
        self._bring(framed)

    def _add(self) -> None:
        look, lang = self._looks()
        page = AddPage(desk_of(look, lang, self._port, NEW, self._of_kind(AppointmentRule)))
        page.picked.connect(lambda treatment: self._edit(NEW, self._open_plans, treatment))
        framed = Framed(look, page)
        framed.left.connect(self._open_plans)
        self._bring(framed)

    def _of_kind(self, kind: type[object]) -> str:
        catalogue = self._port.regimen().catalogue
        return next(one.id for one in catalogue.treatments.values() if isinstance(one.rule, kind))

    def _edit(self, slot: str, back: Callable[[str], None], treatment: str = "", *, only: str = "") -> None:
        look, lang = self._looks()
        desk = desk_of(look, lang, self._port, slot, treatment)
        page = EditPage(desk, only)
        framed = Framed(look, page, translate("Plans", "Bewaar"))
        page.ending.connect(lambda: self._end(desk, back))
        framed.left.connect(lambda: back(""))
        framed.kept.connect(lambda: self.allowed(lambda: self._keep_plan(page, desk, back)))
        self._bring(framed)

    def _keep_plan(self, page: QuestionPage, desk: PlanDesk, back: Callable[[str], None]) -> None:
        draft = desk.plans.check(desk.form()).draft
        if draft is None:
            return
        if not desk.changed:
            back("")
            return
        name = desk.texts.get("name", "").strip() or plan_name(desk)
        said = translate("Plans", "**{name}** is bewaard.").format(name=name)
        self._save(page, draft, frozenset(), lambda: back(said))

    def _save(self, page: QuestionPage, draft: Draft, confirm: frozenset[str], then: Then) -> None:
        """Puts a draft in force and goes on, or says on the page why not."""
        outcome = self._port.plans.save(draft, confirm)
        if outcome.result is Result.SAVED:
            then()
        elif outcome.result is Result.REFUSED:
            page.show_problems([FormFault("", "", outcome.code, outcome.values)])
        else:
            page.hint.say(self._not_saved(outcome))

    def _not_saved(self, outcome: Outcome) -> str:
        return words.fault(outcome.code, outcome.values, self._looks()[1])

    def _end(self, desk: PlanDesk, back: Callable[[str], None]) -> None:
        look, lang = self._looks()
        plan = next(one for one in self._port.plans.draft().plans if one.id == desk.slot)
        key = words.call_for(plan, desk.treatment)
        phone = words.your_call(key, lang), self._port.regimen().draft.phones.get(key, "")
        page = EndPage(desk_of(look, lang, self._port, desk.slot), phone)
        framed = Framed(look, page, translate("Plans", "Stop hiermee"))
        framed.left.connect(lambda: self._edit(desk.slot, back))
        framed.kept.connect(
            lambda: self.allowed(lambda: self._save(page, *page.draft(), lambda: back(page.done())))
        )
        self._bring(framed)

    # Pauses

    def _pause(self, number: int | None) -> None:
        look, lang = self._looks()
        page = PausePage(pause_desk(look, lang, self._port, number), number)
        framed = Framed(look, page, translate("Plans", "Bewaar"))
        framed.left.connect(self._open_plans)
        framed.kept.connect(lambda: self.allowed(lambda: self._keep_pause(page)))
        self._bring(framed)

    def _keep_pause(self, page: PausePage) -> None:
        draft = self._port.plans.check(page.form()).draft
        if draft is not None:
            message = translate("Plans", "De pauze is bewaard.")
            self._save(page, draft, frozenset(), lambda: self._open_plans(message))

    def _resume(self) -> None:
        """From today on everything counts again."""
        plans = self._port.plans
        form = plans.form()
        checked = plans.check(replace(form, pauses=without_today(form.pauses or (), self._port.now().date())))
        outcome = plans.save(checked.draft) if checked.draft is not None else Outcome(Result.REFUSED, code="unknown")
        if outcome.result is Result.SAVED:
            self._open_plans(translate("Plans", "De pauze is voorbij. Vandaag telt weer mee."))
        else:
            self._open_plans(self._not_saved(outcome))

    # Appointments

    def _open_appointments(self, message: str = "") -> None:
        look, lang = self._looks()
        snap = snapshot(self._port)
        if self._selected is None:
            self._selected = first_of(snap)
        plans = self._port.plans
        answering = Answering(look, self._port, lang, ahead=lambda: plans.appointments(DAYS_AHEAD))
        page = AppointmentsPage(look, sections(snap, self._selected))
        answering.opened.connect(self._ask)
        answering.closed.connect(self._open_appointments)
        answering.noted.connect(self._noted)
        answering.refused.connect(self._refused)
        page.pressed.connect(self._press)
        page.selected.connect(self._select)
        page.undone.connect(self._undo)
        kind = self._of_kind(AppointmentRule)
        page.added.connect(lambda: self.allowed(lambda: self._edit(NEW, self._open_appointments, kind)))
        page.plans.connect(self._open_plans)
        self._answering = answering
        self._bring(page)
        if message:
            page.say_noted(message, "")

    def _ask(self, page: object) -> None:
        if isinstance(page, QWidget):
            self._bring(page)

    def _press(self, action: Action) -> None:
        if action.name == "edit":
            self.allowed(lambda: self._edit(action.item, self._open_appointments))
        elif action.name == "undo":
            self._undo(action.item)
        elif action.name == "open":
            self._select(action.item)
        elif self._answering is not None:
            self._answering.press(action)

    def _select(self, item: str) -> None:
        self._selected = item
        self._changed()

    def _undo(self, event: str) -> None:
        if self._answering is not None:
            self._answering.undo(event)
        if isinstance(self.page, AppointmentsPage):
            self.page.hide_foot()
        self._changed()

    def _noted(self, text: str, event: str) -> None:
        self._changed()
        if isinstance(self.page, AppointmentsPage):
            self.page.say_noted(text, event)

    def _refused(self, text: str) -> None:
        if not isinstance(self.page, AppointmentsPage):
            self._open_appointments()
        if isinstance(self.page, AppointmentsPage):
            self.page.say_refused(text)

    def _changed(self, _: object = None) -> None:
        """Draws the appointments anew where something happened to them."""
        if isinstance(self.page, AppointmentsPage):
            self.page.show_sections(sections(snapshot(self._port), self._selected or ""))


def _take_out(host: PlansHost, plan_id: str) -> None:
    """Asks whether a plan whose treatment this version does not know is to go."""
    look, lang = host._looks()
    page = UnknownPage(look, lang, host._port, plan_id)

    def keep() -> None:
        if page.stopped:
            host._save(page, *page.draft(), lambda: host._open_plans(page.done()))
        else:
            host._open_plans(page.done())

    framed = Framed(look, page, translate("Plans", "Bewaar"))
    framed.left.connect(host._open_plans)
    framed.kept.connect(lambda: host.allowed(keep))
    host._bring(framed)
