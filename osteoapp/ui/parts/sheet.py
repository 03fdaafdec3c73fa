"""A page of reading: it scrolls, keeps to a width that can be read, and has its way back always in sight."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from osteoapp.i18n import translate
from osteoapp.ui.parts.buttons import QuietButton
from osteoapp.ui.parts.cards import Page, Scroller, column, row
from osteoapp.ui.theme import Look


class Sheet(QWidget):
    """``box`` is what scrolls; ``foot`` stands below it. Neither grows wider than ``widest`` pixels at 100 % text."""

    def __init__(self, look: Look, widest: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self._widest = round(widest * (1 + (look.scale - 1) / 2))
        self.page = Page(look)
        self.box = column(look.gap("m"))
        self.page.setLayout(self.box)
        self.scroller = Scroller(look, self.page)
        self._foot_page = Page(look)
        self.foot = column(look.gap("m"))
        self._foot_page.setLayout(self.foot)
        whole = column()
        whole.addWidget(self.scroller, 1)
        whole.addWidget(self._foot_page)
        self.setLayout(whole)
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    @property
    def top(self) -> int:
        """The space above the title."""
        return self.look.gap("xl")

    def _place(self) -> None:
        """In the middle of a wide window; the room of the scroll bar counts as margin."""
        look, bar = self.look, self.look.whole("scrollbar")
        side = max(look.gap("xxl"), (self.width() - self._widest) // 2)
        self.box.setContentsMargins(side, self.top, max(side - bar, look.gap("xxs")), look.gap("s"))
        self.foot.setContentsMargins(side, look.gap("xs"), side, look.gap("xl"))

    def add_back(self, name: str, pressed: Callable[[], object]) -> None:
        """Puts "Terug" at the left of the foot; ``name`` is what a test knows it by."""
        back = QuietButton(self.look, translate("Ask", "Terug"), "arrow-left")
        back.setObjectName(name)
        back.clicked.connect(lambda: pressed())
        line = row()
        line.addWidget(back)
        line.addStretch(1)
        self.foot.addLayout(line)
