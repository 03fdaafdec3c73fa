"""Pages that ask what has to be known before the past is put right: which day, what time, how much, which words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from osteoapp.i18n import capital, clock, day_words, translate
from osteoapp.ui.ask import AskPage, Details
from osteoapp.ui.parts.buttons import MainButton, QuietButton
from osteoapp.ui.parts.cards import Card, column
from osteoapp.ui.parts.even import Even
from osteoapp.ui.parts.flow import Flow
from osteoapp.ui.parts.inputs import Stepper, TimePicker
from osteoapp.ui.parts.picks import OptionPick
from osteoapp.ui.parts.rows import Choice
from osteoapp.ui.parts.text import Text
from osteoapp.ui.theme import Look


class WhichDayPage(AskPage):
    """On which of some days it was."""

    columns = 2

    def __init__(self, look: Look, days: Sequence[date], today: date, lang: str, parent: QWidget | None = None) -> None:
        super().__init__(look, translate("Calendar", "Op welke dag heeft u het genomen?"), parent=parent)
        for day in days:
            near = translate("Calendar", "Vandaag") if day == today else ""
            said = capital(day_words(day, lang))
            word, example = (near, said) if near else (said, "")
            self.choice(day.isoformat(), word, example, Details(on=day), "calendar-check")


class WhatTimePage(AskPage):
    """At what time of a day it was taken. Taken after midnight, it still belongs to its own day."""

    columns = 2

    def __init__(
        self, look: Look, day: date, planned: datetime, now: datetime, lang: str, *, own: bool,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        title = translate("Calendar", "Hoe laat was het, {day}?").format(day=day_words(day, lang))
        super().__init__(look, title, parent=parent)
        self._day, self._now, self._planned = day, now, planned
        at = datetime.combine(day, planned.timetz().replace(tzinfo=None), now.tzinfo)
        if at <= now:
            word = translate("Calendar", "Op de vaste tijd")
            self.choice("planned", word, translate("Ask", "Om {time}").format(time=clock(at)), Details(at=at), "clock")
        other = Choice(look, "clock-counter-clockwise", translate("Ask", "Op een andere tijd"), "")
        other.setObjectName("ask:other")
        other.clicked.connect(self._pick)
        self.add(other)
        if own:
            telt = translate("Calendar", "Telt bij {day}").format(day=day_words(day, lang))
            self.choice("midnight", translate("Calendar", "Na middernacht"), telt, Details(on=day), "bed")
        word = translate("Calendar", "Dat weet ik niet meer")
        said = translate("Calendar", "Wij noteren alleen de dag")
        self.choice("unknown", word, said, Details(on=day), "question")

    def _pick(self) -> None:
        self.clear()
        picker = TimePicker(self.look, time(self._planned.hour, self._planned.minute))
        self.body.addWidget(picker)
        note = self.line("")
        button = self.main(" ", "check", lambda: Details(at=self._moment(picker.value)))

        def renew() -> None:
            fits = self._moment(picker.value) <= self._now
            button.setEnabled(fits)
            button.setText(translate("Ask", "Genomen om {time}").format(time=clock(picker.value)))
            button.setAccessibleName(button.text())
            note.say("" if fits else translate("Ask", "Kies een tijd die al voorbij is."))

        picker.changed.connect(renew)
        renew()

    def _moment(self, value: time) -> datetime:
        return datetime.combine(self._day, value, self._now.tzinfo)


class HowMuchPage(AskPage):
    """How many minutes or portions; ``chosen`` tells the number."""

    chosen = Signal(int)

    def __init__(self, look: Look, day: date, start: int, step: int, lang: str, parent: QWidget | None = None) -> None:
        minutes = step > 1
        title = translate("Calendar", "Hoeveel minuten, {day}?") if minutes else ""
        title = title or translate("Calendar", "Hoeveel porties, {day}?")
        super().__init__(look, title.format(day=day_words(day, lang)), parent=parent)
        self.value = max(start, step)
        label = translate("Calendar", "minuten") if minutes else translate("Calendar", "porties")
        self._stepper = Stepper(
            look, label, translate("Calendar", "Minder"), translate("Calendar", "Meer"), "000"
        )
        self._stepper.stepped.connect(lambda by: self._step(by * step))
        self.body.addWidget(self._stepper)
        self._button = self.main(" ", "check", Details)
        self._step(0)

    def _step(self, by: int) -> None:
        self.value = min(max(self.value + by, 1), 999)
        self._stepper.show_value(str(self.value))
        self._button.setText(translate("Calendar", "Noteer {number}").format(number=self.value))
        self._button.setAccessibleName(self._button.text())


class WordsField(QPlainTextEdit):
    """Several lines for words of one's own. Tab leaves it."""

    def __init__(self, look: Look, name: str, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setFont(look.font("body"))
        self.setPlaceholderText(hint)
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(look.font("body").pixelSize() * 6)
        side = look.pad("s")
        self.setStyleSheet(
            f"QPlainTextEdit {{ background: {look.hex('card')}; color: {look.hex('ink')};"
            f" border: {look.whole('border')}px solid {look.hex('line')};"
            f" border-radius: {round(look.radius('control'))}px; padding: {side // 2}px {side}px;"
            f" placeholder-text-color: {look.hex('soft')};"
            f" selection-background-color: {look.hex('accent')}; selection-color: {look.hex('on_accent')}; }}"
            f"QPlainTextEdit:focus {{ border: {look.whole('border_thick')}px solid {look.hex('focus')}; }}"
        )

    def sizeHint(self) -> QSize:
        return QSize(self._look.whole("entry"), self.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            event.ignore()
            return
        super().keyPressEvent(event)


class NotePage(AskPage):
    """A note of the person's own about a day. Beside it stands whom to call, whatever is written.

    ``written`` carries the words and the plan they are about; ``asked`` leads to "Wanneer belt u?".
    """

    written = Signal(str, str)
    asked = Signal()

    def __init__(
        self, look: Look, day: date, plans: Sequence[tuple[str, str]], lang: str, about: str = "",
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        title = translate("Calendar", "Opmerking bij {day}").format(day=f"{day_words(day, lang)} {day.year}")
        super().__init__(look, title, parent=parent)
        grid = Even(look.gap("l"), 2, look.whole("answer_least"))
        grid.addWidget(self._writing())
        grid.addWidget(self._calling())
        self.body.addLayout(grid)
        self._about = ""
        if plans:
            self._choices(plans, about)
        self.warn = self.line("")
        button = MainButton(look, translate("Calendar", "Bewaar de opmerking"), "check", height="quiet")
        button.setObjectName("note:save")
        button.clicked.connect(lambda: self.written.emit(self.field.toPlainText(), self._about))
        self.ways.addWidget(button)

    def showEvent(self, event: QShowEvent) -> None:
        """Who came to write something down begins to type: a field has no keyboard before it is seen."""
        super().showEvent(event)
        self.field.setFocus()

    def _writing(self) -> QWidget:
        look = self.look
        holder = QWidget()
        box = column(look.gap("s"))
        name = translate("Calendar", "Wat wilt u onthouden?")
        box.addWidget(Text(look, name, "lead", weight=600))
        self.field = WordsField(look, name, translate("Calendar", "In uw eigen woorden"))
        self.field.setObjectName("note:words")
        box.addWidget(self.field)
        box.addStretch(1)
        holder.setLayout(box)
        return holder

    def _choices(self, plans: Sequence[tuple[str, str]], about: str) -> None:
        look = self.look
        self._about = about
        self.body.addWidget(Text(look, translate("Calendar", "Gaat het over een behandeling?")))
        holder = QWidget()
        flow = Flow(look.gap("s"), look.gap("xs"), stretch=False)
        for plan, title in (("", translate("Calendar", "Nee")), *plans):
            pick = OptionPick(look, title, chosen=plan == about)
            pick.setAutoExclusive(True)
            pick.setObjectName(f"note:about:{plan}")
            pick.clicked.connect(lambda _=False, one=plan: self._choose(one))
            flow.addWidget(pick)
        holder.setLayout(flow)
        self.body.addWidget(holder)

    def _choose(self, plan: str) -> None:
        self._about = plan

    def _calling(self) -> Card:
        """The same for everyone: what is written is kept and not read."""
        look = self.look
        title = translate("Calendar", "Heeft u ergens last van?")
        card = Card(look, "tint", name=title)
        pad = look.pad("l")
        box = column(look.pad("s"), (pad, pad, pad, pad))
        box.addWidget(Text(look, title, "section"))
        for said in (
            translate("Calendar", "Dit programma beoordeelt niet wat u schrijft."),
            translate("Calendar", "Maakt u zich zorgen? Hieronder staat wanneer u belt."),
            translate("Calendar", "Uw opmerking staat ook in het overzicht voor uw arts."),
        ):
            box.addWidget(Text(look, said))
        button = QuietButton(look, translate("Calendar", "Wanneer bellen?"), "phone", height="quiet_low")
        button.setObjectName("note:call")
        button.clicked.connect(self.asked)
        box.addWidget(button)
        box.addStretch(1)
        card.setLayout(box)
        return card
