"""The stopwatch on the screen: starts, stops, records the minutes, and asks where they cannot be believed."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from osteoapp import words
from osteoapp.content.words import Lang
from osteoapp.core.item import ItemId
from osteoapp.core.timing import Timing
from osteoapp.i18n import translate
from osteoapp.ui.ask import AskPage, Details
from osteoapp.ui.parts.buttons import QuietButton
from osteoapp.ui.parts.cards import row
from osteoapp.ui.parts.inputs import Stepper
from osteoapp.ui.ports import Port, Result
from osteoapp.ui.theme import ASK_LOW, Look
from osteoapp.ui.views import Action

STEP, FIRST, MOST = 5, 30, 600
# In its row, and on the large card.
STARTS = ("time_start", "time_begin")


class Timekeeping(QObject):
    """``opened`` brings a page to show, ``closed`` takes it away; ``noted`` and ``refused`` tell the outcome.

    ``changed`` tells that the stopwatch was started or stopped; ``passed`` brings an action that is none of its own
    and ``placed`` the place that one leads to.
    """

    opened = Signal(object)
    closed = Signal()
    noted = Signal(str, str)
    refused = Signal(str)
    changed = Signal()
    passed = Signal(object)
    placed = Signal(str)

    def __init__(self, look: Look, port: Port, lang: Lang, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look, self._port, self._lang = look, port, lang

    def press(self, action: Action) -> None:
        """Starts or stops, or passes the action on."""
        if action.name in ("leaflet", "setup"):
            self.placed.emit(action.name)
        elif action.name not in (*STARTS, "time_stop"):
            self.passed.emit(action)
        elif self._port.health().date_doubt:
            day = words.tie(words.day(self._port.now().date(), self._lang, year=True))
            self.refused.emit(words.sentence("date_question", self._lang, day=day))
        elif action.name in STARTS:
            self._port.stopwatch.start(action.item)
            self.changed.emit()
        else:
            self._stop()

    def _stop(self) -> None:
        timing = self._port.stopwatch.running()
        if timing is None:
            self.changed.emit()
        elif timing.doubtful:
            self._ask(timing)
        else:
            self._record(timing, timing.minutes)

    def _ask(self, timing: Timing) -> None:
        day = words.tie(words.day_time(timing.since, self._lang))
        page = MinutesPage(self._look, translate("Stopwatch", "De stopwatch liep sinds {day}.").format(day=day))

        def answered(details: object) -> None:
            self.closed.emit()
            if isinstance(details, Details):
                self._record(timing, details.minutes or 0)

        page.answered.connect(answered)
        page.left.connect(self.closed)
        self.opened.emit(page)

    def _record(self, timing: Timing, minutes: int) -> None:
        """Records before it forgets: a power cut between the two asks again and loses nothing."""
        if minutes <= 0:
            self._port.stopwatch.clear()
            self.changed.emit()
            self.refused.emit(translate("Stopwatch", "De stopwatch staat stil. Er is niets genoteerd."))
            return
        outcome = self._port.record(timing.target, "amount", at=timing.at, amount=minutes)
        self._port.stopwatch.clear()
        self.changed.emit()
        if outcome.result is Result.REFUSED:
            self.refused.emit(words.refusal(outcome.code, outcome.values, self._lang))
        elif outcome.event is not None:
            self.noted.emit(self._noted(timing, minutes), outcome.event)

    def _noted(self, timing: Timing, minutes: int) -> str:
        wanted = ItemId.parse(timing.target)
        plan = self._port.regimen().plan(wanted.plan, wanted.date)
        title = words.plan_title(plan, self._lang) if plan is not None else wanted.plan
        said = translate("Stopwatch", "%n minuten erbij", "", minutes)
        if timing.at is not None:
            day = words.day(wanted.date, self._lang)
            said = translate("Stopwatch", "{minutes}, voor {day}").format(minutes=said, day=day)
        return words.tie(f"**{title}.** {said}.")


class MinutesPage(AskPage):
    """A stopwatch that was forgotten: how many minutes was it really?"""

    def __init__(self, look: Look, lead: str, parent: QWidget | None = None) -> None:
        super().__init__(look, translate("Stopwatch", "Hoeveel minuten?"), parent=parent)
        self._minutes = FIRST
        self._lead = self.line(lead)
        self.stepper = Stepper(
            look, translate("Picker", "minuten"), translate("Stopwatch", "5 minuten minder"),
            translate("Stopwatch", "5 minuten meer"), str(MOST),
        )  # fmt: skip
        self.stepper.stepped.connect(self._step)
        self.body.addWidget(self.stepper)
        self._record = self.main("", "check", lambda: Details(minutes=self._minutes))
        none = QuietButton(look, translate("Stopwatch", "Noteer niets"))
        none.setObjectName("ask:none")
        none.clicked.connect(lambda: self.answered.emit(Details(minutes=0)))
        holder = row()
        holder.addWidget(none)
        holder.addStretch(1)
        self.body.addLayout(holder)
        self._step(0)

    def _fold(self) -> None:
        """Where the window is low the answers take the place of what the card before it said already."""
        super()._fold()
        self._lead.setVisible(self.height() / self.look.scale >= ASK_LOW)

    def _step(self, by: int) -> None:
        self._minutes = min(max(self._minutes + by * STEP, STEP), MOST)
        self.stepper.show_value(str(self._minutes))
        self._record.setText(words.tie(translate("Stopwatch", "Noteer %n minuten", "", self._minutes)))
        self._record.setAccessibleName(self._record.text().replace("\u00a0", " "))
