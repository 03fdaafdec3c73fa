"""The word DEMO on every window of the demo, also on those that the screens open themselves."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from osteoapp.ui.parts.paint import box_of, fill_round, natural_width, painter_on
from osteoapp.ui.theme import Look

WORD: Final = "DEMO"
_NO_WINDOWS: Final = (Qt.WindowType.Popup, Qt.WindowType.ToolTip)


class DemoMark(QWidget):
    """The word in a pill at the top of a window, in the middle; it is in nobody's way: the mouse goes through it."""

    def __init__(self, look: Look, window: QWidget) -> None:
        super().__init__(window)
        self._look = look
        self.setObjectName("demo:mark")
        self.setAccessibleName(WORD)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        font = look.font("small", 700)
        self.setFont(font)
        self.resize(round(natural_width(font, WORD)) + 2 * look.pad("m"), self.fontMetrics().height() + look.pad("xxs"))
        self.place()

    def place(self) -> None:
        """Puts it in its place and above everything."""
        window = self.parentWidget()
        assert window is not None
        self.move((window.width() - self.width()) // 2, 0)
        self.raise_()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter: QPainter = painter_on(self)
        box, look = box_of(self), self._look
        fill_round(painter, box, box.height() / 4, look.color("due_mark"))
        painter.setFont(self.font())
        painter.setPen(look.color("card" if not look.contrast else "on_accent"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, WORD)


class Marker(QObject):
    """Puts the mark on each window of the program as it appears, and into its title; ``frame`` carries its own."""

    def __init__(self, look: Look, frame: QWidget) -> None:
        super().__init__(frame)
        self._look, self._frame = look, frame
        QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in (QEvent.Type.Show, QEvent.Type.Resize) and isinstance(watched, QWidget) and watched.isWindow():
            self._see(watched, fresh=kind == QEvent.Type.Show)
        return False

    def _see(self, window: QWidget, *, fresh: bool) -> None:
        # In another language a frame comes in the place of this one, and carries its own too.
        if isinstance(window, type(self._frame)) or window.windowType() in _NO_WINDOWS:
            return
        mark = window.findChild(DemoMark, options=Qt.FindChildOption.FindDirectChildrenOnly)
        if mark is None and fresh:
            mark = DemoMark(self._look, window)
            mark.show()
        if fresh and not window.windowTitle().startswith(WORD):
            window.setWindowTitle(f"{WORD}: {window.windowTitle()}")
        if mark is not None:
            mark.place()
