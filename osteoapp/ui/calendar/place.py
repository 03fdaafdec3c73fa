"""The place Kalender: leads from month and year to a day, to its questions, its notes and the search, and back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from osteoapp import words
from osteoapp.content.words import Lang
from osteoapp.core.item import Item, ItemId
from osteoapp.core.recurrence import AsNeeded
from osteoapp.core.regimen import DosePlan
from osteoapp.i18n import translate
from osteoapp.ui.calendar.asking import NotePage
from osteoapp.ui.calendar.day import DayPage
from osteoapp.ui.calendar.daymodel import Act, day_view
from osteoapp.ui.calendar.looked import DAY, Looked, look, month_of
from osteoapp.ui.calendar.mending import Mending
from osteoapp.ui.calendar.month import MonthPage, Times, YearPage
from osteoapp.ui.calendar.monthmodel import month_view, weeks_of, year_view
from osteoapp.ui.calendar.search import SearchPage
from osteoapp.ui.calendar.stripmodel import YearAhead
from osteoapp.ui.past import Told
from osteoapp.ui.ports import Port, Result
from osteoapp.ui.snapshot import language, stamp
from osteoapp.ui.theme import Look
from osteoapp.ui.views import Snapshot

_QUIETLY: Final = Qt.FocusReason.OtherFocusReason
View = Literal["month", "year", "day", "search"]


@dataclass
class Shown:
    """Where the person is in the calendar: kept while she looks elsewhere. ``day`` None: on today.

    ``about`` is the plan that a note is to be written about; None: no note. ``stays``: month and year are as they were
    when the calendar opens again; else it opens on this month.
    """

    view: View = "month"
    day: date | None = None
    asked: str = ""
    about: str | None = None
    stays: bool = False

    def note(self, plan: str) -> None:
        """A note about today and about a plan is to be written as soon as the calendar opens."""
        self.view, self.day, self.about = "day", None, plan

    def stay(self) -> None:
        """Month and year are to be as they are when she comes back."""
        self.stays = True


class CalendarPlace(QWidget):
    """``more`` leads to a passage of the leaflet, ``asked`` to "Wanneer belt u?", ``placed`` to another place.

    ``printed`` leads to a sheet by its name.
    """

    more = Signal(str)
    asked = Signal()
    placed = Signal(str)
    printed = Signal(str)

    def __init__(self, look: Look, port: Port, lang: Lang, shown: Shown, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._port, self._lang, self._shown = look, port, lang, shown
        self._stack = QStackedWidget(self)
        self._looked: Looked | None = None
        self._about = ""
        self._busy = False
        self._stamp: tuple[object, ...] = ()
        self._ahead = YearAhead(port)
        self._mending = Mending(look, port, lang, self)
        self._mending.opened.connect(self._show)
        self._mending.done.connect(self._mended)
        if shown.view in ("month", "year") and not shown.stays:
            shown.view, shown.day = "month", None
        shown.stays = False
        self.renew()
        if shown.about is not None:
            self.write_note(shown.about)
            shown.about = None
        port.changes.changed.connect(self._changed)

    def resizeEvent(self, _event: object) -> None:
        self._stack.setGeometry(self.rect())

    @property
    def page(self) -> QWidget | None:
        """What is shown now."""
        return self._stack.currentWidget()

    def _show(self, page: object) -> None:
        """Brings a page to the front; what is left is gone."""
        if not isinstance(page, QWidget):
            return
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        for number in reversed(range(self._stack.count())):
            other = self._stack.widget(number)
            if other is not None and other is not page:
                self._stack.removeWidget(other)
                other.hide()
                other.deleteLater()

    def _changed(self, _: object = None) -> None:
        """Something was answered elsewhere; a question or words that are being written are left alone."""
        if not self._busy and isinstance(self.page, Times | DayPage) and stamp(self._port) != self._stamp:
            self.renew()

    @property
    def _day(self) -> date:
        return self._shown.day or self._port.now().date()

    def renew(self, message: str = "") -> None:
        """Draws what the program now says."""
        self._stamp = stamp(self._port)
        if self._shown.view == "day":
            self._day_page(message)
        elif self._shown.view == "search":
            self._search()
        elif self._shown.view == "year":
            self._year()
        else:
            self._month()

    # --- month and year

    def _month(self) -> None:
        month = month_of(self._day)
        first, last = weeks_of(month)
        view = month_view(look(self._port, first, last), month)
        page = MonthPage(self._look, view, self._lang, self._day, lambda: self._ahead.strip(month))
        page.opened.connect(self.open_day)
        page.walked.connect(self._walk)
        self._times(page)

    def _year(self) -> None:
        year = self._day.year
        found = look(self._port, date(year, 1, 1), date(year, 12, 31))
        page = YearPage(self._look, year_view(found, year))
        page.opened.connect(self._open_month)
        self._times(page)

    def _times(self, page: Times) -> None:
        page.turned.connect(self._turn)
        page.viewed.connect(self._view)
        page.today.connect(self._today)
        page.searched.connect(self.search)
        page.printed.connect(self._shown.stay)
        page.printed.connect(lambda: self.printed.emit("year"))
        had = QApplication.focusWidget()
        name = had.objectName() if had is not None and self.isAncestorOf(had) else ""
        self._show(page)
        again = page.findChild(QWidget, name) if name else None
        if again is not None:
            again.setFocus(Qt.FocusReason.ShortcutFocusReason if getattr(had, "ringed", False) else _QUIETLY)

    def _turn(self, month: date) -> None:
        today = self._port.now().date()
        self._shown.day = today if month_of(today) == month else month
        self.renew()

    def _view(self, name: View) -> None:
        self._shown.view = name
        self.renew()

    def _today(self) -> None:
        self._shown.day = self._port.now().date()
        self.renew()

    def _open_month(self, month: date) -> None:
        self._shown.view = "month"
        self._turn(month)

    def _walk(self, day: date) -> None:
        """The keys walked out of the month."""
        self._shown.day = day
        self.renew()
        page = self.page
        if isinstance(page, MonthPage):
            page.focus_day(day)

    # --- a day

    def open_day(self, day: date) -> None:
        """Shows a day."""
        self._shown.view, self._shown.day = "day", day
        self.renew()

    def _day_page(self, message: str = "") -> None:
        self._shown.view, day = "day", self._day
        past = self._port.past
        self._looked = found = look(self._port, day - 7 * DAY, day + 7 * DAY)
        items = {item.id: item for item in found.items.get(day, ())}
        told: dict[str, tuple[Told, ...]] = {one: past.told(one) for one in (*items, *_as_needed(self._port, day))}
        takes = {one: past.takes(item) for one, item in items.items()}
        page = DayPage(self._look, day_view(found, day, told, past.notes(day), takes), message)
        page.acted.connect(self._act)
        page.turned.connect(self.open_day)
        page.left.connect(self._leave_day)
        page.noting.connect(self.write_note)
        page.more.connect(self.more)
        page.placed.connect(self.placed)
        self._show(page)
        page.setFocus()

    def _act(self, act: Act) -> None:
        self._busy = True
        self._mending.press(act, _item(self._looked, act.item))

    def _mended(self, message: str, _taken: bool) -> None:
        self._busy = False
        self._day_page(message)

    def _leave_day(self) -> None:
        self._shown.view = "month"
        day = self._day
        self.renew()
        if isinstance(self.page, MonthPage):
            self.page.focus_day(day)

    # --- notes

    def write_note(self, about: str = "") -> None:
        """Asks for a note about the day; ``about`` names the plan where it is known."""
        regimen = self._port.regimen()
        plans = [(plan.id, words.plan_title(plan, self._lang)) for plan in regimen.draft.plans]
        page = NotePage(self._look, self._day, plans, self._lang, about)
        page.written.connect(lambda text, plan: self._keep_note(page, text, plan))
        page.asked.connect(self.asked)
        page.left.connect(lambda: self._mended("", True))
        self._busy = True
        self._show(page)
        page.field.setFocus()

    def _keep_note(self, page: NotePage, text: str, plan: str) -> None:
        if not text.strip():
            page.warn.say(translate("Calendar", "Er staat nog niets. Schrijf iets op, of ga terug."))
            return
        outcome = self._port.past.note(text, self._day, plan)
        if outcome.result is Result.REFUSED:
            page.warn.say(words.refusal(outcome.code, outcome.values, self._lang))
            return
        said = translate("Calendar", "Uw opmerking is bewaard.")
        if outcome.result is Result.NOT_SAVED:
            said = words.sentence("not_saved", self._lang)
        self._mended(said, True)

    # --- search

    def search(self, asked: str) -> None:
        """Shows what was found."""
        self._shown.view, self._shown.asked = "search", asked
        self.renew()

    def _search(self) -> None:
        port = self._port
        snap = Snapshot(port.agenda(), port.regimen(), port.now(), language(port))
        page = SearchPage(self._look, self._shown.asked, snap, port.past.own_words(), self._lang)
        page.opened.connect(self.open_day)
        page.more.connect(self._more_of_search)
        page.left.connect(self._leave_day)
        self._show(page)
        page.field.setFocus()

    def _more_of_search(self, passage: str) -> None:
        page = self.page
        if isinstance(page, SearchPage):
            self._shown.asked = page.field.text().strip()
        self.more.emit(passage)


def _as_needed(port: Port, day: date) -> list[str]:
    """The items of a day of what is taken when needed: no agenda lists them."""
    plans = (version.plan for version in port.regimen().versions)
    needed = [plan.id for plan in plans if isinstance(plan, DosePlan) and isinstance(plan.recurrence, AsNeeded)]
    return [str(ItemId(plan, day, "dose")) for plan in dict.fromkeys(needed)]


def _item(looked: Looked | None, item_id: str) -> Item | None:
    listed = looked.items.values() if looked is not None else ()
    return next((item for items in listed for item in items if item.id == item_id), None)
