"""The first moment of a window that appears by itself: nothing in it can be pressed yet.

The buttons have their *not now* look meanwhile, at the same place and size, and then turn to normal.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, QVariantAnimation
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QAbstractButton, QApplication, QStyle, QWidget

from osteoapp.ui.theme import INERT_MS, WAKE_MS

Starter = Callable[[int, Callable[[], None]], None]


def style_moves() -> bool:
    """Whether the style in force moves anything: some turn it off where the person asked the computer for stillness."""
    return QApplication.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration) > 0


class Fade(QWidget):
    """The look of a moment ago, over the window, going. It takes no press, and is gone when it is through."""

    def __init__(self, over: QWidget, before: QPixmap) -> None:
        super().__init__(over)
        self._before = before
        self._share = 1.0
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setGeometry(over.rect())
        self._way = QVariantAnimation(self)
        self._way.setStartValue(1.0)
        self._way.setEndValue(0.0)
        self._way.setDuration(WAKE_MS)
        self._way.valueChanged.connect(self._go)
        self._way.finished.connect(self.deleteLater)
        self.show()
        self.raise_()
        self._way.start()

    def _go(self, share: float) -> None:
        self._share = share
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setOpacity(self._share)
        painter.drawPixmap(0, 0, self._before)


class Inert:
    """Disables the buttons of a widget for the first moment after each showing.

    ``start`` runs a function after so many milliseconds; tests give their own, so that none has to wait. ``moves``
    tells whether the computer wants things to move at all: without it the buttons turn to normal at once.
    """

    def __init__(self, widget: QWidget, start: Starter | None = None, moves: Callable[[], bool] = style_moves) -> None:
        self._widget = widget
        self._start = start or self._qt_timer
        self._moves = moves
        self._turn = 0
        self.on = False

    def _qt_timer(self, milliseconds: int, then: Callable[[], None]) -> None:
        QTimer.singleShot(milliseconds, self._widget, then)

    def begin(self) -> None:
        """Starts the moment, or starts it anew where it still runs."""
        self._turn += 1
        turn = self._turn
        self.on = True
        self.apply()
        self._start(INERT_MS, lambda: self._end(turn))

    def _end(self, turn: int) -> None:
        """Only the last showing counts."""
        if turn != self._turn:
            return
        before = self._widget.grab() if self._widget.isVisible() and self._moves() else None
        self.on = False
        self.apply()
        if before is not None:
            Fade(self._widget, before)

    def apply(self) -> None:
        """Gives every button of the widget the state of now; call it after drawing anew."""
        for button in self._widget.findChildren(QAbstractButton):
            button.setEnabled(not self.on)
