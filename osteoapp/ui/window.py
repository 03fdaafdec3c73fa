"""The one window: the left column, the five places, and the guided intake in their stead.

It keeps what is open and nothing else; every page is drawn from what the program says. Another language, text size
or theme builds the pages anew.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from osteoapp.core.timing import Timing
from osteoapp.i18n import Translations, clock, full_date, translate, weekday
from osteoapp.ui.answering import Answering
from osteoapp.ui.assets import resources
from osteoapp.ui.bar import SmallBar
from osteoapp.ui.calendar.place import CalendarPlace
from osteoapp.ui.callpage import CallPage, numbers_of
from osteoapp.ui.column import PLACES, Clock, LeftColumn, PlaceName
from osteoapp.ui.doors import OF_SETTINGS, Doors
from osteoapp.ui.folder import FolderPage
from osteoapp.ui.fonts import load_fonts
from osteoapp.ui.intake import IntakePage, intake_item
from osteoapp.ui.models import today_view
from osteoapp.ui.parts.cards import clear, row
from osteoapp.ui.placepages import Kept, page_of
from osteoapp.ui.ports import Port, Settings
from osteoapp.ui.progress.page import ProgressPage
from osteoapp.ui.readaloud import PaneReader
from osteoapp.ui.setup.wizard import SetupPage
from osteoapp.ui.snapshot import language, look_of, take
from osteoapp.ui.stopwatch import Timekeeping
from osteoapp.ui.theme import CLOCK_MS, WINDOW, WINDOW_LEAST
from osteoapp.ui.ticking import Ticking
from osteoapp.ui.today import TodayPage
from osteoapp.ui.wrong import WrongPage


class MainWindow(QWidget):
    """``closed`` tells that the person closed the window; ``settings_kept`` that a choice of hers was saved."""

    closed = Signal()
    settings_kept = Signal(object)

    def __init__(self, port: Port, translations: Translations | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._port = port
        self.translations = translations or Translations(resources() / "translations")
        load_fonts()
        self._place: PlaceName = "today"
        self._selected = ""
        self._intake = ""
        self._kept = Kept()
        self._aloud = PaneReader(port.voice, "nl")
        self._timing: Timing | None = None
        self.bar: SmallBar | None = None
        self.doors = Doors(
            port, lambda: (self.look, self.lang), lambda: self.pages, self._show, self.go, self._back, self.restyle,
            self._build,
        )  # fmt: skip
        self.setup, self.settings, self.plans = self.doors.setup, self.doors.settings, self.doors.plans
        self.share = self.doors.share
        self._kept.allowed = self.settings.guard.allowed
        self._box = row()
        self.setLayout(self._box)
        self.setMinimumSize(*WINDOW_LEAST)
        self.resize(*WINDOW)
        self.ticking = Ticking(self, CLOCK_MS, self.tick)
        port.changes.changed.connect(self.renew)
        port.changes.health.connect(self.renew)
        self._build()

    # Building

    def _build(self) -> None:
        """Builds column and pages for the language, size and theme in force."""
        port = self._port
        self.lang = language(port)
        if self.translations.lang != self.lang:
            self.translations.install(self.lang)
        self.look = look_of(port.settings())
        self.setWindowTitle(translate("Window", "Osteoporose: herinneringen en uitleg"))
        clear(self._box)
        self.column = LeftColumn(self.look, numbers_of(port.regimen(), self.lang))
        self.column.chosen.connect(self._kept.folder.entered)
        self.column.chosen.connect(lambda _: self.settings.opens(""))
        self.column.chosen.connect(self.go)
        self.column.asked.connect(self.show_call)
        self._aloud.lang = self.lang
        self.today = TodayPage(self.look, self._aloud)
        self.answering = Answering(self.look, port, self.lang, self.today)
        self.timekeeping = Timekeeping(self.look, port, self.lang, self.today)
        self._join_today()
        self.pages = QStackedWidget()
        self.pages.addWidget(self.today)
        self._box.addWidget(self.column)
        self._box.addWidget(self.pages, 1)
        self._intake_page: IntakePage | None = None
        self.renew()
        self.go(self._place)
        self.setup.renew()
        self.tick()

    def _join_today(self) -> None:
        self.column.folded.connect(lambda shown: self.today.date_above(wanted=not shown))
        self.today.date_above(wanted=not self.column.shows_date)
        self.today.pressed.connect(self.timekeeping.press)
        self.timekeeping.passed.connect(self.answering.press)
        self.timekeeping.placed.connect(self.go)
        self.today.undone.connect(self._undo)
        self.today.selected.connect(self.select)
        self.today.banner.connect(self._banner)
        self.today.more.connect(self.show_passage)
        self._join(self.answering)
        self._join(self.timekeeping)
        self.timekeeping.changed.connect(self.renew)
        self.answering.guided.connect(self.show_intake)
        self.answering.wrong.connect(self.show_wrong)
        self.answering.noting.connect(self._kept.calendar.note)
        self.answering.noting.connect(lambda _: self.go("calendar"))

    def _join(self, source: Answering | IntakePage | Timekeeping) -> None:
        source.opened.connect(self._show)
        source.closed.connect(self._back)
        source.noted.connect(self.say_noted)
        source.refused.connect(self._refused)

    # Going to a place

    def go(self, name: str) -> None:
        """Shows one of the five places, ``settings:`` with one of its sections, or what the settings lead to."""
        if name in OF_SETTINGS:
            self._place, self._intake = "settings", ""
            self.column.show_place("settings")
        if self.doors.open(name):
            return
        name, _, section = name.partition(":")
        if section:
            self.settings.opens(section)
        place = next((one for one in PLACES if one == name), None)
        if place is None:
            return
        self._place, self._intake = place, ""
        page: QWidget = self.today
        if place == "settings":
            page = self.settings.page()
        elif place != "today":
            page = page_of(place, self.look, self._port, self.lang, self._kept)
        if isinstance(page, ProgressPage):
            page.printed.connect(self.share.sheet)
        if isinstance(page, CalendarPlace):
            page.more.connect(self.show_passage)
            page.asked.connect(self.show_call)
            page.placed.connect(self.go)
            page.printed.connect(self.share.sheet)
        self._show(page)
        self.column.show_place(place)
        if place != "today":
            self.today.hide_undo()

    def show_call(self) -> None:
        """Shows whom to call, and when."""
        page = CallPage(self.look, self._port.regimen(), self.lang)
        page.left.connect(self._back)
        self._show(page)
        self.column.show_place(None)

    def show_passage(self, passage_id: str) -> None:
        """Shows the leaflet at a passage."""
        self.go("leaflet")
        page = self.pages.currentWidget()
        if isinstance(page, FolderPage):
            page.open_passage(passage_id)

    def show_intake(self, item_id: str) -> None:
        """Guides through the intake of a tablet, or back to its half hour."""
        self._intake = item_id
        page = IntakePage(self.look, self._port, self.lang, item_id)
        page.finished.connect(self._leave_intake)
        page.wrong.connect(self.show_wrong)
        page.asked.connect(self.show_call)
        page.more.connect(self.show_passage)
        page.small.connect(self.show_small)
        self._join(page)
        self._intake_page = page
        self._show(page)
        self.column.show_place("today")

    @property
    def in_intake(self) -> bool:
        """Whether the guided intake is on the screen."""
        return self._intake_page is not None

    def show_small(self, item_id: str) -> None:
        """Makes room on the screen: the half hour goes on in a small bar that stays in sight."""
        self.bar = SmallBar(self.look, self._port, item_id)
        self.bar.opened.connect(self._from_small)
        self.bar.show()
        self.hide()

    def _from_small(self) -> None:
        self.bar = None
        self.show()
        self.raise_()

    def show_wrong(self, item_id: str) -> None:
        """The fixed page "something went wrong"."""
        page = WrongPage(self.look, self._port, self.lang, item_id)
        page.left.connect(self._back)
        page.noted.connect(self.say_noted)
        self._show(page)

    def _leave_intake(self) -> None:
        self._intake = ""
        self.go("today")

    def _back(self) -> None:
        """Back to where a question was asked from."""
        if self._intake and intake_item(self._port, self._intake) is not None:
            self.show_intake(self._intake)
        elif self.plans.page is not None and self.pages.indexOf(self.plans.page) >= 0:
            self._show(self.plans.page)
            self.column.show_place("settings")
        else:
            self.go(self._place)

    def _show(self, page: object) -> None:
        """Brings a page to the front; a page that is left is gone, save Vandaag, and a plan while someone is called."""
        if not isinstance(page, QWidget):
            return
        if self.pages.indexOf(page) < 0:
            self.pages.addWidget(page)
        self.pages.setCurrentWidget(page)
        self.column.setVisible(not isinstance(page, IntakePage | SetupPage))
        kept = self.plans.page if isinstance(page, CallPage) else None
        for number in reversed(range(self.pages.count())):
            other = self.pages.widget(number)
            if other is not None and other not in (page, self.today, kept):
                self.pages.removeWidget(other)
                other.deleteLater()
        if page is not self._intake_page:
            self._intake_page = None

    # What happens

    def renew(self, _: object = None) -> None:
        """Draws what the program now says."""
        snap = take(self._port)
        self._timing = snap.timing
        view = today_view(snap, self._selected)
        self.today.show_view(view)
        words = translate("Place", "%n dingen open", "", view.open_count)
        self.column.show_open(view.open_count, words, urgent=view.call_today)
        if self._intake_page is not None:
            self._intake_page.renew()
        page = self.pages.currentWidget()
        if isinstance(page, FolderPage):
            page.show_clinic(snap.clinic)
        self.tick()

    def tick(self) -> None:
        """Shows the time; during an intake the minutes too."""
        if not self.isVisible():
            return
        now = self._port.now()
        day = now.date()
        shown = Clock(clock(now), weekday(day, self.lang), full_date(day, self.lang))
        self.column.show_clock(shown)
        self.setup.tick(shown)
        timing = self._port.stopwatch.running()
        if timing != self._timing:
            self.renew()
            return
        if self._intake_page is not None:
            self._intake_page.tick()

    def select(self, item_id: str) -> None:
        """Chooses an item of Vandaag: the leaflet follows."""
        self._selected = item_id
        self.renew()

    def _banner(self, name: str) -> None:
        if name == "absence":
            self._port.seen_absence()
        elif name == "moved":
            self._port.seen_move()
        elif name == "pause":
            self.go("plans")
        self.renew()

    def say_noted(self, text: str, event: str) -> None:
        """Shows on Vandaag what was noted and the way back, also for another window; no event, no way back."""
        self._selected = ""
        self.renew()
        if event:
            self.today.show_undo(text, event)

    def _refused(self, text: str) -> None:
        self.go("today")
        self.today.show_refusal(text)

    def _undo(self, event: str) -> None:
        self.today.hide_undo()
        self.answering.undo(event)
        self.renew()

    def restyle(self, settings: Settings) -> bool:
        """Keeps settings and builds the window anew as they have it; False where they could not be kept."""
        kept = self._port.save_settings(settings)
        if kept:
            self._build()
            self.settings_kept.emit(settings)
        return kept

    # Qt's own

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.renew()
        self.tick()
        self.setFocus()

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()
