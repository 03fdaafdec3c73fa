"""A forgotten PIN: a day's wait and a sentence to type. A caregiver can do that; a slip of the hand cannot."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from osteoapp.content.words import Lang
from osteoapp.i18n import translate
from osteoapp.ui.parts.buttons import MainButton, QuietButton, TextButton
from osteoapp.ui.parts.cards import clear, column
from osteoapp.ui.parts.flow import Flow
from osteoapp.ui.parts.inputs import LineField
from osteoapp.ui.parts.notes import NoteBanner
from osteoapp.ui.parts.text import Text
from osteoapp.ui.ports import Port
from osteoapp.ui.settings.pinwords import fault_words, is_sentence, sentence_to_type, way_out_words
from osteoapp.ui.setup.page import Hint
from osteoapp.ui.theme import Look


class Forgotten(QWidget):
    """``gone``: there is no PIN any more."""

    gone = Signal()

    def __init__(self, look: Look, port: Port, lang: Lang, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._port, self._lang = look, port, lang
        self._explained = False
        self._box = column(look.pad("s"))
        self.setLayout(self._box)
        self.renew()

    def renew(self) -> None:
        """Draws how far it is."""
        clear(self._box)
        at, now = self._port.lock.way_out_at(), self._port.now()
        if at is None:
            self._offer()
            return
        local = at.astimezone(now.tzinfo)
        self._box.addWidget(NoteBanner(self._look, way_out_words(local, now, self._lang), "hourglass-medium"))
        if now >= local:
            self._sentence()
        self._row(self._quiet("pin:remember", translate("Lock", "Ik weet hem weer"), self._remember))

    def _offer(self) -> None:
        look = self._look
        if not self._explained:
            ask = TextButton(look, translate("Lock", "Pincode vergeten?"))
            ask.setObjectName("pin:forgotten")
            ask.clicked.connect(lambda _=False: self._explain())
            self._row(ask)
            return
        text = translate("Lock", "Na 1 dag kunt u de pincode weghalen. Zo gebeurt het nooit per ongeluk.")
        self._box.addWidget(NoteBanner(look, text))
        self._row(self._quiet("pin:forget", translate("Lock", "Begin de dag wachten"), self._forget))

    def _explain(self) -> None:
        self._explained = True
        self.renew()

    def _sentence(self) -> None:
        look = self._look
        self._box.addWidget(Text(look, sentence_to_type(), "lead", weight=700))
        self.line = LineField(look, sentence_to_type())
        self.line.setObjectName("pin:sentence")
        self.line.setMaximumWidth(look.whole("measure"))
        self._box.addWidget(self.line)
        self.hint = Hint(look)
        self._box.addWidget(self.hint)
        button = MainButton(look, translate("Lock", "Haal de pincode weg"))
        button.setObjectName("pin:way-out")
        button.clicked.connect(lambda _=False: self._leave())
        self._row(button)

    def _leave(self) -> None:
        code = self._port.lock.way_out() if is_sentence(self.line.text()) else "sentence"
        if code:
            self.hint.say(fault_words(code, None, self._lang))
        else:
            self.gone.emit()

    def _forget(self) -> None:
        self._port.lock.forget()
        self.renew()

    def _remember(self) -> None:
        self._port.lock.remember()
        self._explained = False
        self.renew()

    def _quiet(self, name: str, word: str, act: Callable[[], None]) -> QuietButton:
        button = QuietButton(self._look, word, height="quiet_low")
        button.setObjectName(name)
        button.clicked.connect(lambda _=False: act())
        return button

    def _row(self, *buttons: QWidget) -> None:
        holder = QWidget()
        flow = Flow(self._look.gap("m"), stretch=False)
        for button in buttons:
            flow.addWidget(button)
        holder.setLayout(flow)
        self._box.addWidget(holder)
