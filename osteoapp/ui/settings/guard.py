"""The one guard before a change of plans, settings or data: asks the PIN where one is set and was not given yet."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from osteoapp.content.words import Lang
from osteoapp.ui.ports import Port
from osteoapp.ui.settings.pinsheet import PinSheet
from osteoapp.ui.theme import Look


class Guard(QObject):
    """``allowed`` is what screens are given. The sheet lies over the pages that ``pages`` tells, and goes with them."""

    def __init__(self, port: Port, looks: Callable[[], tuple[Look, Lang]], pages: Callable[[], QStackedWidget]) -> None:
        super().__init__()
        self._port, self._looks, self._pages = port, looks, pages
        self.sheet: PinSheet | None = None
        self._below: QWidget | None = None
        self._focus = ""
        self._refused: Callable[[], None] | None = None

    def allowed(self, then: Callable[[], None], refused: Callable[[], None] | None = None) -> None:
        """Does it, after the right PIN where one is needed; never, and ``refused``, where that is not given."""
        if self._port.lock.is_open():
            then()
            return
        self.end()
        look, lang = self._looks()
        pages = self._pages()
        sheet = PinSheet(look, self._port, lang, pages)
        self.sheet, self._refused = sheet, refused
        focused = QApplication.focusWidget()
        self._focus = focused.objectName() if focused is not None else ""
        self._below = pages.currentWidget()
        if self._below is not None:
            self._below.setEnabled(False)  # what lies under the sheet takes no keys
        sheet.passed.connect(lambda: self._passed(then))
        sheet.left.connect(self.end)
        pages.currentChanged.connect(self.end)
        pages.installEventFilter(self)
        sheet.setGeometry(pages.rect())
        sheet.show()
        sheet.raise_()
        sheet.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def end(self) -> None:
        """The sheet goes, whoever asked for it is told that it was not allowed."""
        refused, self._refused = self._refused, None
        self._close()
        if refused is not None:
            refused()

    def _passed(self, then: Callable[[], None]) -> None:
        self._refused = None
        self._close()
        then()

    def _close(self) -> None:
        sheet, self.sheet = self.sheet, None
        below, self._below = self._below, None
        if sheet is None:
            return
        pages = sheet.parentWidget()
        if isinstance(pages, QStackedWidget):
            pages.removeEventFilter(self)
            pages.currentChanged.disconnect(self.end)
        sheet.hide()
        sheet.deleteLater()
        if below is not None:
            below.setEnabled(True)
            again = next((one for one in below.findChildren(QWidget, self._focus) if one.isVisible()), below)
            again.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keeps the sheet as large as the pages."""
        if self.sheet is not None and event.type() == QEvent.Type.Resize and isinstance(watched, QWidget):
            self.sheet.setGeometry(watched.rect())
        return False
