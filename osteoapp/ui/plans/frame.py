"""A page of questions with its foot: back at the left, and at the right the button that keeps what was answered."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from osteoapp.i18n import translate
from osteoapp.ui.parts.cards import column
from osteoapp.ui.parts.foot import Foot, rename
from osteoapp.ui.setup.page import QuestionPage
from osteoapp.ui.theme import Look


class Framed(QWidget):
    """``kept``: keep what the page says. ``left``: back, nothing changed. ``word`` and ``back`` are on the buttons."""

    kept = Signal()
    left = Signal()

    def __init__(
        self, look: Look, page: QuestionPage, word: str = "", *, back: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.page = page
        self.setAccessibleName(page.accessibleName())
        self.foot = Foot(look, "plan", "check")
        rename(self.foot.back, back or translate("Ask", "Terug"))
        self.foot.back.clicked.connect(self.left)
        self.foot.next.setVisible(bool(word))
        if word:
            rename(self.foot.next, word)
            self.foot.next.clicked.connect(self._keep)
        box = column()
        box.addWidget(page, 1)
        box.addWidget(self.foot)
        self.setLayout(box)

    def take_focus(self) -> None:
        """The focus goes to the first field."""
        target = self.page.start() or self.foot.back
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep(self) -> None:
        if self.page.answered():
            self.kept.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.foot.next.isVisibleTo(self):
            if not event.isAutoRepeat():
                self._keep()
            return
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        if event.key() in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            bar = self.page.scroller.verticalScrollBar()
            bar.setValue(bar.value() + (1 if event.key() == Qt.Key.Key_PageDown else -1) * bar.pageStep())
            return
        super().keyPressEvent(event)
