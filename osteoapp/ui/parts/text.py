"""Words on a page: wrapped, with the line height of the theme, and ``**bold**`` where the text says so."""

from __future__ import annotations

import html
import re

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QPainter,
    QPaintEvent,
    QPalette,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
    QTextOption,
)
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from osteoapp.ui.parts.paint import longest_word
from osteoapp.ui.theme import Color, Look, Type

# How far the letters of an unbroken text may shrink.
_SHRINKS = 0.75
_BOLD = re.compile(r"\*\*(.+?)\*\*")


class Text(QLabel):
    """A paragraph or a title. It never cuts a word off: it wraps, inside a word where it has to.

    The plain words are what a screen reader says. An ``unbroken`` one, a telephone number, stays on one line and its
    letters shrink where there is no room.
    """

    def __init__(
        self,
        look: Look,
        text: str,
        token: Type = "body",
        color: Color = "ink",
        *,
        weight: int | None = None,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        unbroken: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self._token, self._color = look, token, color
        self._font = look.font(token, weight)
        self._align, self._unbroken = align, unbroken
        self._doc = QTextDocument(self)
        self._doc.setDocumentMargin(0)
        self._doc.setUseDesignMetrics(True)
        self._doc.setDefaultFont(self._font)
        self.setFont(self._font)
        self.setWordWrap(True)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.say(text)

    def say(self, text: str) -> None:
        """Shows another text."""
        if text == getattr(self, "_source", None):
            return
        self._source = text
        self._heights: dict[int, int] = {}
        self._width: int | None = None
        self._longest: int | None = None
        plain = _BOLD.sub(r"\1", text)
        self.setText(plain)
        self.setAccessibleName(plain)
        option = QTextOption(self._align)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._doc.setDefaultTextOption(option)
        self._doc.setHtml(_BOLD.sub(r"<b>\1</b>", html.escape(text, quote=False)).replace("\n", "<br>"))
        form = QTextBlockFormat()
        form.setLineHeight(
            self._look.line_height(self._token), QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
        )
        cursor = QTextCursor(self._doc)
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(form)
        self.updateGeometry()
        self.update()

    @property
    def may_break(self) -> bool:
        """Whether it wraps to further lines."""
        return not self._unbroken

    def heightForWidth(self, width: int) -> int:
        width = -1 if self._unbroken else max(width, 1)
        if width not in self._heights:
            self._doc.setTextWidth(width)
            self._heights[width] = round(self._doc.size().height() + 0.49)
        return self._heights[width]

    def sizeHint(self) -> QSize:
        width = self._natural()
        if not self._unbroken:
            width = min(width, self._look.whole("measure"))
        return QSize(width, self.heightForWidth(width))

    def _natural(self) -> int:
        if self._width is None:
            self._doc.setTextWidth(-1)
            self._width = int(self._doc.idealWidth()) + 2
        return self._width

    def minimumSizeHint(self) -> QSize:
        """As wide as the widest word, within reason: a longer word breaks."""
        if self._unbroken:
            return QSize(round(self._natural() * _SHRINKS), self.fontMetrics().height())
        if self._longest is None:
            self._longest = int(longest_word(self._font, self.text())) + 2
        width = min(self._longest, self._look.whole("measure") // 3)
        return QSize(width, self.fontMetrics().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._unbroken:
            natural = self._natural()
            if natural > self.width():
                painter.scale(self.width() / natural, self.width() / natural)
            elif self._align & Qt.AlignmentFlag.AlignHCenter:
                painter.translate((self.width() - natural) / 2, 0)
        self._doc.setTextWidth(-1 if self._unbroken else max(self.width(), 1))
        free = max(self.height() - self._doc.size().height(), 0)
        if self.alignment() & Qt.AlignmentFlag.AlignVCenter:
            painter.translate(QPointF(0, free / 2))
        context = QAbstractTextDocumentLayout.PaintContext()
        context.palette.setColor(QPalette.ColorRole.Text, self._look.color(self._color))
        self._doc.documentLayout().draw(painter, context)
