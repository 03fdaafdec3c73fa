"""The set-up from its first page to its last: one question a page, back and on, and what was said is kept.

Nothing of the plan is written before the last press. What was answered is kept on the disk at every turn, so that a
set-up that is closed half-way goes on where it was left.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from osteoapp import words
from osteoapp.content.words import Lang
from osteoapp.i18n import clock as clock_words
from osteoapp.i18n import full_date, translate, weekday
from osteoapp.ui.callpage import CallPage
from osteoapp.ui.column import Clock, LeftColumn
from osteoapp.ui.parts.cards import column, row
from osteoapp.ui.parts.foot import Foot, rename
from osteoapp.ui.parts.phone import Numbers
from osteoapp.ui.ports import FormFault, Port, Result, Settings
from osteoapp.ui.setup.answers import Answers
from osteoapp.ui.setup.form import known_treatments
from osteoapp.ui.setup.names import MEDICINES, MORE
from osteoapp.ui.setup.page import Desk, QuestionPage
from osteoapp.ui.setup.pages_end import DonePage, WeeksPage, YearPage
from osteoapp.ui.setup.pages_other import DayPage, GoalsPage, MachinePage, MedicinePage, OftenPage, WaitPage
from osteoapp.ui.setup.pages_pick import PickPage
from osteoapp.ui.setup.pages_plan import (
    CheckDatePage,
    EveryPage,
    LastPage,
    SincePage,
    StartPage,
    TabletTimePage,
    TimePage,
    TimesPage,
    WeekdayPage,
    WhenPage,
)
from osteoapp.ui.setup.pages_who import PhonesPage, WelcomePage, WhoPage
from osteoapp.ui.setup.script import PageId, pages, parts
from osteoapp.ui.theme import Look

_PLAIN: dict[str, Callable[[Desk, PageId], QuestionPage]] = {
    "who": WhoPage, "phones": PhonesPage, "goals": GoalsPage, "weekday": WeekdayPage, "tablet-time": TabletTimePage,
    "since": SincePage, "when": WhenPage, "time": TimePage, "times": TimesPage, "every": EveryPage,
    "start": StartPage, "last": LastPage, "date": CheckDatePage, "day": DayPage, "machine": MachinePage,
    "weeks": WeeksPage, "year": YearPage,
}  # fmt: skip
_COLUMN = ("pharmacy", "gp")


class SetupPage(QWidget):
    """``finished``: to Vandaag. ``left``: for later. ``styled``: other settings of the screens. ``tried``: a trial."""

    finished = Signal()
    left = Signal()
    styled = Signal(object)
    tried = Signal()
    demo = Signal()

    def __init__(
        self, look: Look, port: Port, lang: Lang, answers: Answers, message: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._port, self._message = port, message
        plans, regimen = port.plans, port.regimen()
        self.desk = Desk(look, lang, answers, plans, plans.form(), regimen.catalogue, port.now().date())
        self._known = known_treatments(self.desk.base, self.desk.today)
        self._may_start = port.machine is not None and port.machine.autostart() is False
        self._refused_start = False
        self._saved = False
        self._by_key = False
        now = port.now()
        self._clock = Clock(clock_words(now), weekday(now.date(), lang), full_date(now.date(), lang))
        self._call: CallPage | None = None
        self.column: LeftColumn | None = None
        self.page: QuestionPage | None = None
        self._box = row()
        self._side: QVBoxLayout = column()
        self._box.addLayout(self._side)
        self._middle: QVBoxLayout = column()
        self._holder: QVBoxLayout = column()
        self._middle.addLayout(self._holder, 1)
        self.foot = Foot(look, "setup")
        self.back, self.next = self.foot.back, self.foot.next
        self.back.clicked.connect(self.go_back)
        self.next.clicked.connect(self.go_on)
        self._middle.addWidget(self.foot)
        self._box.addLayout(self._middle, 1)
        self.setLayout(self._box)
        wanted = next((one for one in self.pages if one.key == answers.page and one.name != "done"), self.pages[0])
        self._open(wanted)

    @property
    def pages(self) -> tuple[PageId, ...]:
        """All pages as the answers stand."""
        return pages(self.desk.answers, self.desk.catalogue, self._known, machine=self._may_start)

    # Building

    def _make_column(self) -> None:
        """The left column anew: the numbers on it are those just filled in."""
        fresh = LeftColumn(self.desk.look, self._numbers(), parts())
        fresh.asked.connect(self._show_call)
        if self.column is not None:
            self._side.removeWidget(self.column)
            self.column.hide()
            self.column.deleteLater()
        self._side.addWidget(fresh)
        self.column = fresh
        fresh.show_clock(self._clock)

    def _numbers(self) -> Numbers:
        phones = self.desk.form().phones
        keys = [key for key in (*_COLUMN, *phones) if phones.get(key)]
        return tuple((words.call_name(key, self.desk.lang), str(phones[key])) for key in dict.fromkeys(keys))[:2]

    def _make(self, page: PageId) -> QuestionPage:
        desk, last = self.desk, page.slot == (self.desk.answers.medicines or ("",))[-1]
        if page.name == "welcome":
            made = WelcomePage(desk, page, self._port.settings(), self._message)
            made.styled.connect(self._restyle)
            made.demo.connect(self.demo)
            return made
        if page.name == "medicines":
            return PickPage(
                desk, page, translate("Setup", "Wat gebruikt u?"),
                translate("Setup", "Kies alles wat uw arts met u heeft afgesproken."), MEDICINES,
            )  # fmt: skip
        if page.name == "more":
            return PickPage(
                desk, page, translate("Setup", "Waaraan wilt u nog meer denken?"),
                translate("Setup", "Kies wat u wilt. Niets kiezen mag ook."), MORE,
            )  # fmt: skip
        if page.name == "medicine":
            medicine = MedicinePage(desk, page)
            medicine.removed.connect(self._remove)
            return medicine
        if page.name in ("often", "wait"):
            ends = last and self._is_last_of(page)
            adding = OftenPage(desk, page, last=ends) if page.name == "often" else WaitPage(desk, page, last=ends)
            adding.added.connect(self._add)
            return adding
        if page.name == "done":
            done = DonePage(desk, page, desk.plans.preview(desk.plans.draft()), self._port.now())
            done.tried.connect(self.tried)
            if self._refused_start:
                text = translate("Setup", "Vanzelf starten lukt op deze computer niet. Open het programma zelf.")
                done.note(text, "warning")
            return done
        return _PLAIN[page.name](desk, page)

    def _is_last_of(self, page: PageId) -> bool:
        """Whether no further question about the same medicine follows."""
        return [one.name for one in self.pages if one.slot == page.slot][-1] == page.name

    # Turning pages

    def _open(self, wanted: PageId) -> None:
        self.desk.answers.page = wanted.key
        fresh = self._make(wanted)
        old, self.page = self.page, fresh
        if self.column is None or wanted.name in ("medicines", "phones", "who"):
            self._make_column()
        self._close_call()
        if old is not None:
            self._holder.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._holder.addWidget(fresh)
        fresh.changed.connect(lambda: self.foot.say(fresh.aside()))
        self.foot.say(fresh.aside())
        fresh.show()  # what is not seen yet takes no focus
        self._name_buttons(wanted)
        number = wanted.part
        said = translate("Intake", "Stap {number} van {all}: {word}")
        names = parts()
        if self.column is not None:
            self.column.show_step(number, said.format(number=number + 1, all=len(names), word=names[number]))
        self.take_focus()

    def _name_buttons(self, page: PageId) -> None:
        first = page.name == "welcome"
        word = translate("Setup", "Later") if first else translate("Ask", "Terug")
        rename(self.back, word)
        self.back.setVisible(page.name != "done")
        names = {"year": translate("Setup", "Bewaar en begin"), "done": translate("Intake", "Naar Vandaag")}
        rename(self.next, names.get(page.name, translate("Setup", "Verder")))

    def take_focus(self) -> None:
        """The focus goes to the question; the ring is shown to who came by the keyboard."""
        target = (self.page.start() if self.page is not None else None) or self.next
        reason = Qt.FocusReason.TabFocusReason if self._by_key else Qt.FocusReason.OtherFocusReason
        target.setFocus(reason)

    def go_on(self) -> None:
        """To the next page, if this one is answered."""
        page = self.page
        if page is None or self._call is not None:
            self._close_call()
            return
        if page.page.name == "done":
            self.finished.emit()
            return
        if not page.answered():
            return
        if page.page.name == "year" and not self._save(page):
            return
        self._turn(1)

    def go_back(self) -> None:
        """To the page before; nothing is lost."""
        if self._call is not None:
            self._close_call()
            return
        if self.page is None or self.page.page.name == "welcome":
            self.left.emit()
            return
        self.page.commit()
        self._turn(-1)

    def _turn(self, by: int) -> None:
        assert self.page is not None
        keys = [one.key for one in self.pages]
        here = keys.index(self.page.page.key) if self.page.page.key in keys else 0
        self._open(self.pages[min(max(here + by, 0), len(keys) - 1)])
        self.keep()

    def _save(self, page: QuestionPage) -> bool:
        desk = self.desk
        checked = desk.plans.check(desk.form())
        if checked.draft is None:
            return False
        outcome = desk.plans.save(checked.draft)
        if outcome.result is Result.SAVED:
            self._saved = True
            self._start_with_computer()
            desk.plans.forget()
            return True
        if outcome.result is Result.REFUSED:
            page.show_problems([FormFault("", "", outcome.code, outcome.values)])
        else:
            page.hint.say(words.fault(outcome.code, outcome.values, desk.lang))
        return False

    def _start_with_computer(self) -> None:
        machine = self._port.machine
        if machine is not None and self._may_start and self.desk.answers.get("machine", "autostart") == "yes":
            self._refused_start = not machine.set_autostart(True)

    def keep(self) -> None:
        """Keeps what was answered, unless it is in force already."""
        if not self._saved:
            self.desk.plans.keep(self.desk.answers.texts)

    # What pages ask

    def _restyle(self, settings: object) -> None:
        if isinstance(settings, Settings):
            self.keep()
            self.styled.emit(replace(settings))

    def _add(self) -> None:
        if self.page is None or not self.page.answered():
            return
        slot = self.desk.answers.add_medicine()
        self._open(next(one for one in self.pages if one.slot == slot))
        self.keep()

    def _remove(self, slot: str) -> None:
        keys = [one.key for one in self.pages]
        assert self.page is not None
        here = keys.index(self.page.page.key)
        self.desk.answers.remove_medicine(slot)
        self._open(self.pages[min(here, len(self.pages) - 1)])
        self.keep()

    def _show_call(self) -> None:
        """Whom to call, over the question; back leads to it again."""
        if self._call is not None or self.page is None:
            return
        self._call = CallPage(self.desk.look, self._port.regimen(), self.desk.lang)
        self.page.hide()
        self._holder.addWidget(self._call)
        self.back.setVisible(True)
        rename(self.back, translate("Ask", "Terug"))
        self.next.hide()
        self.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close_call(self) -> None:
        if self._call is None:
            return
        self._holder.removeWidget(self._call)
        self._call.hide()
        self._call.deleteLater()
        self._call = None
        self.next.show()
        if self.page is not None:
            self.page.show()
            self._name_buttons(self.page.page)

    # The window's

    def show_clock(self, clock: Clock) -> None:
        self._clock = clock
        if self.column is not None:
            self.column.show_clock(clock)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self._by_key = True
                self.go_on()
            return
        if key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp) and self.page is not None:
            bar = self.page.scroller.verticalScrollBar()
            bar.setValue(bar.value() + (1 if key == Qt.Key.Key_PageDown else -1) * bar.pageStep())
            return
        super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self.page is not None and not self._saved:
            self.page.commit()
            self.keep()
