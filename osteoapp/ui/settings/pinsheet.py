"""The sheet that asks the PIN: over the page, never over the phone numbers, and gone with one press."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from osteoapp.content.words import Lang
from osteoapp.i18n import translate
from osteoapp.ui.parts.buttons import MainButton, QuietButton
from osteoapp.ui.parts.cards import Card, Page, Scroller, column
from osteoapp.ui.parts.flow import Flow
from osteoapp.ui.parts.text import Text
from osteoapp.ui.ports import Port
from osteoapp.ui.settings.forgotten import Forgotten
from osteoapp.ui.settings.pinentry import pin_line
from osteoapp.ui.settings.pinwords import fault_words
from osteoapp.ui.setup.page import Hint
from osteoapp.ui.theme import Look


class PinSheet(QWidget):
    """``passed``: the right PIN, or none is needed any more. ``left``: not now."""

    passed = Signal()
    left = Signal()

    def __init__(self, look: Look, port: Port, lang: Lang, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._port, self._lang = port, lang
        title = translate("Lock", "Pincode")
        self.setAccessibleName(title)
        page = Page(look)
        side = look.gap("xxl")
        outer = column(look.gap("m"), (side, look.gap("l"), side, look.gap("l")))
        card = Card(look, name=title)
        card.setMaximumWidth(look.whole("ask"))
        pad = look.pad("xl")
        box = column(look.pad("s"), (pad, look.pad("l"), pad, pad))
        box.addWidget(Text(look, title, "section"))
        text = translate("Lock", "Wie helpt, zette dit op slot. Antwoord geven kan altijd, zonder pincode.")
        box.addWidget(Text(look, text, "body", "soft"))
        self.line = pin_line(look, "pin:line", title, self._give)
        box.addWidget(self.line)
        self.hint = Hint(look)
        self.line.textEdited.connect(lambda _: self.hint.say(""))
        box.addWidget(self.hint)
        holder = QWidget()
        flow = Flow(look.gap("m"), stretch=False)
        self.go_on = MainButton(look, translate("Lock", "Verder"), "arrow-right")
        self.go_on.setObjectName("pin:give")
        self.go_on.clicked.connect(lambda _=False: self._give())
        back = QuietButton(look, translate("Lock", "Toch niet"), "arrow-left", height="main")
        back.setObjectName("pin:back")
        back.clicked.connect(lambda _=False: self.left.emit())
        flow.addWidget(self.go_on)
        flow.addWidget(back)
        holder.setLayout(flow)
        box.addWidget(holder)
        self.forgotten = Forgotten(look, port, lang)
        self.forgotten.gone.connect(self.passed)
        box.addWidget(self.forgotten)
        card.setLayout(box)
        outer.addWidget(card, 0, Qt.AlignmentFlag.AlignTop)
        outer.addStretch(1)
        page.setLayout(outer)
        whole = column()
        whole.addWidget(Scroller(look, page))
        self.setLayout(whole)
        self._say_wait()

    def _give(self) -> None:
        code = self._port.lock.give(self.line.text())
        if not code:
            self.passed.emit()
            return
        if not self._say_wait():
            self.hint.say(fault_words(code, None, self._lang))
        self.line.clear()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say_wait(self) -> bool:
        """Says until when no PIN is taken; False where one is."""
        until = self._port.lock.wait_until()
        if until is None:
            return False
        self.hint.say(fault_words("wait", until.astimezone(self._port.now().tzinfo), self._lang))
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)
