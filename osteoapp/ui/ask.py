"""Pages that ask one thing before an answer is recorded: later until when, taken when, given or booked on which day.

A page is a sheet of paper with one question, its answers, and the way back. It knows nothing of the store: it emits
the details of the answer, and asks the program what would follow through a function that it is given.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from osteoapp.i18n import capital, clock, day_words, full_day, translate
from osteoapp.ui.icons import Icon
from osteoapp.ui.parts.buttons import MainButton, QuietButton
from osteoapp.ui.parts.cards import clear, column, row
from osteoapp.ui.parts.even import Even
from osteoapp.ui.parts.inputs import DatePicker, LineField, TimePicker
from osteoapp.ui.parts.notes import NoteBanner
from osteoapp.ui.parts.rows import Choice
from osteoapp.ui.parts.sheet import Sheet
from osteoapp.ui.parts.text import Text
from osteoapp.ui.ports import Preview
from osteoapp.ui.theme import ASK, ASK_LOW, Look
from osteoapp.ui.wording import this_evening

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Details:
    """What belongs to an answer besides its name."""

    at: datetime | None = None
    on: date | datetime | None = None
    note: str | None = None
    until: datetime | None = None
    minutes: int | None = None


class AskPage(Sheet):
    """One question. ``answered`` carries the details; ``left`` is the way back, nothing recorded."""

    answered = Signal(object)
    left = Signal()
    # How many answers stand beside each other where there is room.
    columns = 1

    def __init__(self, look: Look, title: str, lead: str = "", parent: QWidget | None = None) -> None:
        super().__init__(look, ASK, parent)
        self.setAccessibleName(title)
        self._titles = Text(look, title, "page"), Text(look, title, "section")
        for one in self._titles:
            self.box.addWidget(one)
        if lead:
            self.box.addWidget(Text(look, lead, "lead", "soft"))
        self.body: QVBoxLayout = column(look.gap("m"))
        self._grid: Even | None = None
        holder = QWidget()
        holder.setLayout(self.body)
        self.box.addWidget(holder)
        self.box.addStretch(1)
        self._main: MainButton | None = None
        self._spot: QVBoxLayout = column()
        self._back = QuietButton(look, translate("Ask", "Terug"), "arrow-left")
        self._back.setObjectName("ask:back")
        self._back.clicked.connect(self.left)
        self.ways = row(look.gap("m"))
        self.ways.addWidget(self._back)
        self.ways.addStretch(1)
        self.foot.addLayout(self.ways)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    @property
    def _low(self) -> bool:
        return self.height() / self.look.scale < ASK_LOW

    @property
    def top(self) -> int:
        return self.look.gap("s" if self._low else "xl")

    def _fold(self) -> None:
        """Where the window is low, title and answers take less room: all answers are to be seen at once."""
        large, small = self._titles
        large.setVisible(not self._low)
        small.setVisible(self._low)
        for card in self.findChildren(Choice):
            card.fold(low=self._low)
        self._place_main()

    def choice(self, name: str, word: str, example: str, details: Details, icon: Icon | None = None) -> Choice:
        """Adds an answer that is given by pressing it."""
        button = Choice(self.look, icon, word, example)
        button.setObjectName(f"ask:{name}")
        button.clicked.connect(lambda: self.answered.emit(details))
        return self.add(button)

    def add(self, button: Choice) -> Choice:
        """Puts an answer under the others, or from four answers on beside them."""
        if self._grid is None:
            self._grid = Even(self.look.gap("m"), self.columns, self.look.whole("answer_least"))
            self.body.addLayout(self._grid)
        self._grid.addWidget(button)
        return button

    def main(self, word: str, icon: Icon, details: Callable[[], Details]) -> MainButton:
        """Adds the button that records what the page shows."""
        button = MainButton(self.look, word, icon)
        button.setObjectName("ask:main")
        button.clicked.connect(lambda: self.answered.emit(details()))
        self._main, self._spot = button, column()
        self.body.addLayout(self._spot)
        self._spot.addWidget(button)
        self._place_main()
        return button

    def _place_main(self) -> None:
        """In a low window it stands beside the way back: in sight, however much there is to scroll."""
        if self._main is None:
            return
        here, there = (self.ways, self._spot) if self._low else (self._spot, self.ways)
        if here.indexOf(self._main) < 0:
            there.removeWidget(self._main)
            here.addWidget(self._main)
        for button in (self._main, self._back):
            button.fold(low=self._low)

    def clear(self) -> None:
        """Empties the page for its next question."""
        self.setFocus()
        for layout in (self._grid, self.body):
            if layout is not None:
                clear(layout)
        self._grid = None

    def line(self, text: str) -> Text:
        """Adds a line of text that may change."""
        found = Text(self.look, text, "lead")
        self.body.addWidget(found)
        return found


class LaterPage(AskPage):
    """Later: in 10 minutes, half an hour, an hour, or at a time. ``slow`` things wait for the evening or tomorrow.

    ``today``: the question may be over with the day, so that tomorrow is not offered.
    """

    columns = 2

    def __init__(
        self, look: Look, now: datetime, *, slow: bool, evening: time, office: time, today: bool = False,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(look, translate("Ask", "Wanneer herinneren wij u weer?"), parent=parent)
        self._now, self._today = now, today
        for minutes, word in (
            (10, translate("Ask", "Over 10\u00a0minuten")),
            (30, translate("Ask", "Over 30\u00a0minuten")),
            (60, translate("Ask", "Over 1\u00a0uur")),
        ):
            if slow and minutes < 60:
                continue
            end = now + timedelta(minutes=minutes)
            self.choice(str(minutes), word, self._at(end), Details(minutes=minutes), "clock")
        if slow:
            self._slow(evening, office)
        other = Choice(look, "clock", translate("Ask", "Op een andere tijd"), "")
        other.setObjectName("ask:other")
        other.clicked.connect(self._pick)
        self.add(other)

    def _at(self, end: datetime) -> str:
        return translate("Ask", "Om {time}").format(time=clock(end))

    def _slow(self, evening: time, office: time) -> None:
        tonight = this_evening(self._now, evening)
        if tonight is not None:
            self.choice("tonight", translate("Ask", "Vanavond"), self._at(tonight), Details(until=tonight), "clock")
        if not self._today:
            tomorrow = datetime.combine(self._now.date() + DAY, office, self._now.tzinfo)
            self.choice("tomorrow", translate("Ask", "Morgen"), self._at(tomorrow), Details(until=tomorrow), "clock")

    def _pick(self) -> None:
        self.clear()
        start = self._now + timedelta(hours=1)
        picker = TimePicker(self.look, time(start.hour, start.minute // 5 * 5))
        self.body.addWidget(picker)
        button = self.main(self._word(picker.value), "check", lambda: Details(until=self._until(picker.value)))

        def renew() -> None:
            button.setText(self._word(picker.value))
            button.setAccessibleName(button.text())

        picker.changed.connect(renew)

    def _until(self, value: time) -> datetime:
        """The chosen clock time, today or, where it is already past, tomorrow."""
        found = self._now.replace(hour=value.hour, minute=value.minute, second=0, microsecond=0)
        return found if found > self._now else datetime.combine(self._now.date() + DAY, value, self._now.tzinfo)

    def _word(self, value: time) -> str:
        if self._until(value).date() != self._now.date():
            return translate("Ask", "Herinner mij morgen om {time}").format(time=clock(value))
        return translate("Ask", "Herinner mij om {time}").format(time=clock(value))


class WhenPage(AskPage):
    """Already taken: just now, at the planned time, or at another time of today. ``before`` limits the time."""

    def __init__(
        self, look: Look, now: datetime, planned: datetime, *, before: time | None, title: str,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(look, title, parent=parent)
        self._now, self._before = now, before
        self._planned = planned
        if before is None:
            self.choice("now", translate("Ask", "Zojuist"), self._at(now), Details(at=now), "check-circle")
        if planned.date() == now.date() and planned <= now:
            word = translate("Ask", "Op de vaste tijd")
            self.choice("planned", word, self._at(planned), Details(at=planned), "clock")
        other = Choice(look, "clock-counter-clockwise", translate("Ask", "Op een andere tijd"), "")
        other.setObjectName("ask:other")
        other.clicked.connect(self._pick)
        self.add(other)

    def _at(self, moment: datetime) -> str:
        return translate("Ask", "Om {time}").format(time=clock(moment))

    def _pick(self) -> None:
        self.clear()
        latest = (
            self._now if self._before is None else min(self._now, self._moment(self._before) - timedelta(minutes=5))
        )
        start = min(self._planned, latest) if self._planned.date() == self._now.date() else latest
        picker = TimePicker(self.look, time(start.hour, start.minute))
        self.body.addWidget(picker)
        note = self.line("")
        button = self.main(self._word(picker.value), "check", lambda: Details(at=self._moment(picker.value)))

        def renew() -> None:
            moment = self._moment(picker.value)
            fits = moment <= self._now and (self._before is None or moment < self._moment(self._before))
            button.setEnabled(fits)
            button.setText(self._word(picker.value))
            button.setAccessibleName(button.text())
            note.say("" if fits else translate("Ask", "Kies een tijd die al voorbij is."))

        picker.changed.connect(renew)
        renew()

    def _moment(self, value: time) -> datetime:
        return datetime.combine(self._now.date(), value, self._now.tzinfo)

    def _word(self, value: time) -> str:
        return translate("Ask", "Genomen om {time}").format(time=clock(value))


class DayPage(AskPage):
    """On which day it was taken, of the days from ``first`` to ``last``, newest first."""

    columns = 2

    def __init__(
        self, look: Look, title: str, first: date, last: date, lang: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, title, parent=parent)
        day = last
        while day >= first:
            near = {last: translate("Ask", "Vandaag"), last - DAY: translate("Ask", "Gisteren")}.get(day, "")
            words = capital(day_words(day, lang))
            word, example = (near, words) if near else (words, "")
            self.choice(day.isoformat(), word, example, Details(on=day), "calendar-check")
            day -= DAY


class DatePage(AskPage):
    """On which day an injection or infusion was given; the next date stands there in words before it is saved."""

    def __init__(
        self,
        look: Look,
        title: str,
        now: datetime,
        lang: str,
        preview: Callable[[date], Preview],
        said: Callable[[Preview], tuple[str, str]],
        word: Callable[[str], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, title, parent=parent)
        self._now, self._lang, self._preview, self._said, self._word = now, lang, preview, said, word
        self.picker = DatePicker(look, now.date(), lang)
        self.body.addWidget(self.picker)
        self._day = self.line("")
        self._next = self.line("")
        self._note = NoteBanner(look, " ", tone="sunk")
        self._note_text = self._note.findChild(Text)
        self.body.addWidget(self._note)
        self.button = self.main(" ", "check", lambda: Details(on=self.picker.value))
        self.picker.changed.connect(self._renew)
        self._renew()

    def _renew(self) -> None:
        day = self.picker.value
        self._day.say(f"**{capital(full_day(day, self._lang))}**")
        preview = self._preview(day)
        following, note = self._said(preview)
        self._next.say(following)
        self._next.setVisible(bool(following))
        self._note.setVisible(bool(note))
        if isinstance(self._note_text, Text):
            self._note_text.say(note or " ")
        self.button.setEnabled(not preview.code)
        self.button.setText(self._word(day_words(day, self._lang)))
        self.button.setAccessibleName(self.button.text().replace("\u00a0", " "))


class BookPage(AskPage):
    """The day and the time of an appointment, and a line for where it is."""

    def __init__(
        self, look: Look, title: str, start: datetime, lang: str, lead: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(look, title, parent=parent)
        self._lang = lang
        self._lead = self.line(lead) if lead else None
        self.picker = DatePicker(look, start.date(), lang)
        self.time = TimePicker(look, time(start.hour, start.minute))
        self.body.addWidget(self.picker)
        self.body.addWidget(self.time)
        self._words = self.line("")
        self.button = self.main(translate("Ask", "Noteer deze afspraak"), "check", self._details)
        where = translate("Ask", "Waar, of bij wie? U hoeft niets in te vullen.")
        self.body.addWidget(Text(look, where))
        self.where = LineField(look, where)
        self.where.setObjectName("ask:where")
        self.body.addWidget(self.where)
        self.picker.changed.connect(self._renew)
        self.time.changed.connect(self._renew)
        self._renew()

    def _fold(self) -> None:
        """Where the window is low the choice takes the place of what the card before it said already."""
        super()._fold()
        if self._lead is not None:
            self._lead.setVisible(not self._low)

    def _details(self) -> Details:
        return Details(on=self.value, note=self.where.text().strip() or None)

    @property
    def value(self) -> datetime:
        """The wall-clock time of the appointment, without a zone."""
        return datetime.combine(self.picker.value, self.time.value)

    def _renew(self) -> None:
        day = capital(full_day(self.picker.value, self._lang))
        self._words.say(translate("Ask", "**{day} om {time}**").format(day=day, time=clock(self.time.value)))


class SkipPage(AskPage):
    """Not this time, with a reason in the person's own words if she likes; says what follows."""

    def __init__(self, look: Look, title: str, follows: str, word: str, parent: QWidget | None = None) -> None:
        super().__init__(look, title, follows, parent=parent)
        why = translate("Ask", "Waarom? U hoeft niets in te vullen.")
        self.body.addWidget(Text(look, why))
        self.reason = LineField(look, why)
        self.body.addWidget(self.reason)
        self.main(word, "check", lambda: Details(note=self.reason.text().strip() or None))
