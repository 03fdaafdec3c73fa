"""The card "Voorraad" of one plan: what is left, a new box, a number put right, and how early to be reminded."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractButton, QApplication, QVBoxLayout, QWidget

from osteoapp import words
from osteoapp.content.words import Lang
from osteoapp.i18n import translate
from osteoapp.ui.icons import Icon
from osteoapp.ui.parts.buttons import MainButton, QuietButton
from osteoapp.ui.parts.cards import Card, column
from osteoapp.ui.parts.entries import DateEntry
from osteoapp.ui.parts.flow import Flow
from osteoapp.ui.parts.inputs import LineField
from osteoapp.ui.parts.notes import NoteBanner
from osteoapp.ui.parts.rows import Pick
from osteoapp.ui.parts.text import Text
from osteoapp.ui.ports import Outcome, Port, Result
from osteoapp.ui.stock.model import MANY, WARN_DAYS, StockView, expiry_of, number_of, stock_view
from osteoapp.ui.theme import Look


class StockCard(Card):
    """``changed`` tells that something was noted; the card has drawn itself anew by then.

    ``allowed`` asks what has to be asked before a change of the plan: how early to remind. Counting is no change.
    ``drawn`` tells that it shows something else from its top on. What is answered elsewhere is followed, but a question
    that is being answered is left alone.
    """

    changed = Signal()
    drawn = Signal()

    def __init__(
        self, look: Look, port: Port, lang: Lang, plan_id: str,
        allowed: Callable[[Callable[[], None]], None] = lambda then: then(), parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(look, name=translate("Stock", "Voorraad"), parent=parent)
        self._look, self._port, self._lang, self._plan = look, port, lang, plan_id
        self._allowed = allowed
        self._expires: DateEntry | None = None
        self._drawn: StockView | None = None
        self._told = ("", "", True)
        self._sure: int | None = None
        self.field: LineField | None = None
        pad = look.pad("xl")
        self._outer = column(0, (pad, look.pad("l"), pad, look.pad("xl")))
        self.setLayout(self._outer)
        self.note: NoteBanner | None = None
        self.first: QuietButton
        self._inner, self._box = QWidget(), column()
        self.renew()
        port.changes.changed.connect(self._changed)

    def _view(self) -> StockView:
        pharmacy = self._port.regimen().draft.phones.get("pharmacy", "")
        return stock_view(self._port.stock.of(self._plan), self._port.now().date(), pharmacy, self._lang)

    def _changed(self, _: object = None) -> None:
        """A dose was answered, or a box noted, somewhere else."""
        if self._drawn is not None and self._view() != self._drawn:
            text, event, good = self._told
            self._draw(text, event, good=good)

    def renew(self, note: str = "", event: str = "", *, good: bool = True) -> None:
        """Draws how it stands; ``note`` says what was just noted, and ``event`` can be taken back."""
        self._draw(note, event, good=good)
        self.drawn.emit()

    def _draw(self, note: str, event: str, *, good: bool) -> None:
        focused = self._focused()
        box = self._fresh()
        self._drawn = view = self._view()
        self._told = note, event, good
        if note:
            self._tell(note, event, good=good)
        for number, line in enumerate(view.lines):
            box.addWidget(Text(self._look, line, "lead" if view.tracked and not number else "body"))
        if view.warning:
            box.addWidget(NoteBanner(self._look, view.warning, "warning", tone="due"))
        box.addWidget(Text(self._look, view.prescription))
        flow = Flow(self._look.gap("m"), stretch=False)
        if view.tracked:
            self.first = self._button(flow, translate("Stock", "Nieuwe doos"), "box", self.ask_box, "plus")
            self._button(flow, translate("Stock", "Het aantal klopt niet"), "count", self.ask_count, None)
            self._button(flow, translate("Stock", "Wanneer herinneren?"), "warn", self._want_warn, "clock")
        else:
            self.first = self._button(flow, translate("Stock", "Begin met tellen"), "count", self.ask_count, "plus")
        box.addLayout(flow)
        if focused is not None:
            (self._inner.findChild(QuietButton, focused) or self.first).setFocus()

    # Asking

    def ask_count(self) -> None:
        """How many are there now?"""
        self._ask_number(translate("Stock", "Hoeveel stuks heeft u nu, alles bij elkaar?"), self._save_count)

    def ask_box(self) -> None:
        """How many came to it, and until when may they be used?"""
        box = self._ask_number(translate("Stock", "Hoeveel stuks zitten er in de nieuwe doos?"), self._save_box)
        self._expires = None
        flow = Flow(self._look.gap("m"), stretch=False)
        word = translate("Stock", "Ook de houdbaarheidsdatum")
        self._expiry = self._button(flow, word, "expiry", self.ask_expiry, "calendar-dots")
        box.addLayout(flow)  # below the buttons: few want it, and "Bewaar" is seen without scrolling

    def ask_expiry(self) -> None:
        """The date on the box, which nobody has to fill in: empty until something is said."""
        self._expires = DateEntry(self._look, self._lang, self._port.now().date())
        for line in self._expires.findChildren(LineField):
            line.returnPressed.connect(self._save_box)
        last = self._box.count() - 2  # above the buttons
        said = translate("Stock", "Staat er geen dag op de doos? Laat de dag dan leeg.")
        self._box.insertWidget(last, self._expires)
        self._box.insertWidget(last, Text(self._look, said, "body", "soft"))
        self._box.insertWidget(last, Text(self._look, translate("Stock", "Houdbaar tot en met"), weight=600))
        self._expires.first.setFocus()
        self._expiry.hide()

    def _want_warn(self) -> None:
        self._allowed(self.ask_warn)

    def ask_warn(self) -> None:
        """So many days ahead; weekends count."""
        stock = self._port.stock.of(self._plan)
        box = self._ask()
        box.addWidget(Text(self._look, translate("Stock", "Hoeveel dagen van tevoren wilt u het weten?"), weight=600))
        box.addWidget(Text(self._look, translate("Stock", "Het weekend telt mee."), "body", "soft"))
        flow = Flow(self._look.gap("m"))
        for days in WARN_DAYS:
            word = translate("Stock", "%n dagen", "", days)
            pick = Pick(self._look, word, chosen=stock is not None and stock.warn_days == days)
            pick.setObjectName(f"stock:warn:{days}")
            pick.clicked.connect(lambda _=False, days=days: self._choose_warn(days))
            flow.addWidget(pick)
        box.addLayout(flow)
        self._back(box)
        self._focus_in(self._inner)

    def _ask_number(self, question: str, save: Callable[[], None]) -> QVBoxLayout:
        look = self._look
        box = self._ask()
        self._sure = None
        box.addWidget(Text(look, question, weight=600))
        self.field = LineField(look, question)
        self.field.setObjectName("stock:number")
        self.field.setMaximumWidth(look.whole("main_min"))
        self.field.returnPressed.connect(save)
        box.addWidget(self.field)
        flow = Flow(look.gap("m"), stretch=False)
        button = MainButton(look, translate("Stock", "Bewaar"), "check")
        button.setObjectName("stock:save")
        button.clicked.connect(save)
        flow.addWidget(button)
        self._button(flow, translate("Ask", "Terug"), "back", self.renew, "arrow-left")
        box.addLayout(flow)
        self.field.setFocus()
        return box

    def _focused(self) -> str | None:
        """The name of what has the focus in here; None: the focus is elsewhere."""
        focused = QApplication.focusWidget()
        return focused.objectName() if focused is not None and self._inner.isAncestorOf(focused) else None

    def _focus_in(self, part: QWidget) -> None:
        """The focus goes to what is chosen there, else to the first button."""
        there = part.findChildren(QAbstractButton)
        (next((one for one in there if one.isChecked()), None) or there[0]).setFocus()

    def _back(self, box: QVBoxLayout) -> None:
        flow = Flow(self._look.gap("m"), stretch=False)
        self._button(flow, translate("Ask", "Terug"), "back", self.renew, "arrow-left")
        box.addLayout(flow)

    # Noting

    def _save_count(self) -> None:
        number = self._typed()
        if number is not None:
            self._done(self._port.stock.count(self._plan, number))

    def _save_box(self) -> None:
        number = self._typed()
        if number is None:
            return
        typed = "" if self._expires is None else self._expires.value()
        expires, wrong = expiry_of(typed, self._port.now().date())
        if self._expires is not None and wrong:
            self._tell(wrong, good=False)
            self._expires.first.setFocus()
            return
        self._done(self._port.stock.fill(self._plan, number, expires))

    def _choose_warn(self, days: int) -> None:
        # Asked again: the question may have stood there for longer than a PIN holds.
        self._allowed(lambda: self._save_warn(days))

    def _save_warn(self, days: int) -> None:
        said = translate("Stock", "Genoteerd. Dit geldt uiterlijk morgen.")
        self._done(self._port.stock.warn(self._plan, days), said)

    def _typed(self) -> int | None:
        if self.field is None:
            return None
        number = number_of(self.field.text())
        wrong = ""
        if number is None:
            wrong = translate("Stock", "Vul een getal in, bijvoorbeeld 28.")
        elif number > MANY and number != self._sure:
            self._sure = number
            wrong = translate("Stock", "{number} is heel veel. Klopt het? Druk dan nog een keer op Bewaar.")
            wrong = wrong.format(number=number)
        if wrong:
            self._tell(wrong, good=False)
            self.field.setFocus()
            return None
        return number

    def _done(self, outcome: Outcome, said: str = "") -> None:
        if outcome.result is Result.REFUSED:
            self._tell(words.refusal(outcome.code, outcome.values, self._lang), good=False)
            return
        said = said or translate("Stock", "Genoteerd.")
        if outcome.result is Result.NOT_SAVED:
            said = translate("Stock", "Niet bewaard. Schrijf het op, het programma probeert het opnieuw.")
        self.renew(said, outcome.event or "", good=outcome.result is Result.SAVED)
        self.changed.emit()

    def _undo(self, event: str) -> None:
        outcome = self._port.undo(event)
        if outcome.result is Result.REFUSED:  # it was taken back elsewhere meanwhile
            self.renew(words.refusal(outcome.code, outcome.values, self._lang), good=False)
            return
        self.renew(translate("Stock", "Teruggezet."))
        self.changed.emit()

    # Drawing

    def _fresh(self, *, asking: bool = False) -> QVBoxLayout:
        self._inner.hide()
        self._inner.deleteLater()
        self.field, self.note = None, None
        self._inner, self._box = QWidget(), column(self._look.pad("s"))
        if not asking:  # a question is a title by itself, and in a low window its buttons are wanted in sight
            self._box.addWidget(Text(self._look, translate("Stock", "Voorraad"), "section"))
        self._inner.setLayout(self._box)
        self._outer.addWidget(self._inner)
        return self._box

    def _ask(self) -> QVBoxLayout:
        """A question stands here now, and stays until it is answered or left."""
        box = self._fresh(asking=True)
        self._drawn = None
        self.drawn.emit()
        return box

    def _tell(self, text: str, event: str = "", *, good: bool = True) -> None:
        if self.note is not None:
            self.note.hide()
            self.note.deleteLater()
        button = translate("Stock", "Zet terug") if event else ""
        icon: Icon = "check-circle" if good else "warning"
        self.note = NoteBanner(self._look, text, icon, tone="tint" if good else "due", button=button)
        if self.note.button is not None:
            self.note.button.setObjectName("stock:undo")
            self.note.pressed.connect(lambda: self._undo(event))
        # What is wrong with an answer stands by the button that was pressed: on a low page its top is out of sight.
        self._box.insertWidget(1 if self._drawn is not None else self._box.count() - 1, self.note)

    def _button(
        self, flow: Flow, word: str, name: str, act: Callable[[], object], icon: Icon | None
    ) -> QuietButton:
        button = QuietButton(self._look, word, icon)
        button.setObjectName(f"stock:{name}")
        button.clicked.connect(lambda: act())
        flow.addWidget(button)
        return button
