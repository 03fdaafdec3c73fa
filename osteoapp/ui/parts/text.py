"""Words on a page: wrapped, with the line height of the theme, and ``**bold**`` where the text says so."""

from __future__ import annotations

import html
import re
from functools import lru_cache

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QFont,
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
# What Qt takes for "no width": all on one line.
_UNBROKEN = -1
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
        self._look, self._token, self._color, self._weight = look, token, color, weight
        self._font = look.font(token, weight)
        self._align, self._unbroken = align, unbroken
        self._doc: QTextDocument | None = None
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
        self._measure = _measure(text, self._token, self._weight, self._look.percent)
        plain = _BOLD.sub(r"\1", text)
        self.setText(plain)
        self.setAccessibleName(plain)
        self._doc = None
        self.updateGeometry()
        self.update()

    def wear(self, color: Color) -> None:
        """Shows the words in another colour."""
        self._color = color
        self.update()

    @property
    def may_break(self) -> bool:
        """Whether it wraps to further lines."""
        return not self._unbroken

    def heightForWidth(self, width: int) -> int:
        return self._measure.height(_UNBROKEN if self._unbroken else max(width, 1))

    def sizeHint(self) -> QSize:
        width = self._measure.natural()
        if not self._unbroken:
            width = min(width, self._look.whole("measure"))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """As wide as the widest word, within reason: a longer word breaks."""
        if self._unbroken:
            return QSize(round(self._measure.natural() * _SHRINKS), self.fontMetrics().height())
        width = min(self._measure.longest(self.text()), self._look.whole("measure") // 3)
        return QSize(width, self.fontMetrics().height())

    def document(self) -> QTextDocument:
        """The words laid out, as they are painted."""
        if self._doc is None:
            self._doc = _document(self._source, self._font, self._look.line_height(self._token), self._align)
        return self._doc

    def remeasure(self) -> None:
        """After a kind of text has changed its document: that has measures of its own."""
        self._measure = _Measure(self._source, self._font, self._look.line_height(self._token), self.document())
        self.updateGeometry()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        doc = self.document()
        if self._unbroken:
            natural = self._measure.natural()
            if natural > self.width():
                painter.scale(self.width() / natural, self.width() / natural)
            elif self._align & Qt.AlignmentFlag.AlignHCenter:
                painter.translate((self.width() - natural) / 2, 0)
        doc.setTextWidth(_UNBROKEN if self._unbroken else max(self.width(), 1))
        free = max(self.height() - doc.size().height(), 0)
        if self.alignment() & Qt.AlignmentFlag.AlignVCenter:
            painter.translate(QPointF(0, free / 2))
        context = QAbstractTextDocumentLayout.PaintContext()
        context.palette.setColor(QPalette.ColorRole.Text, self._look.color(self._color))
        doc.documentLayout().draw(painter, context)


def _document(
    text: str, font: QFont, line_height: int, align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft
) -> QTextDocument:
    """The words laid out, with ``line_height`` in percent of the font's own line."""
    found = QTextDocument()
    found.setDocumentMargin(0)
    found.setUseDesignMetrics(True)
    found.setDefaultFont(font)
    option = QTextOption(align)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    found.setDefaultTextOption(option)
    found.setHtml(_BOLD.sub(r"<b>\1</b>", html.escape(text, quote=False)).replace("\n", "<br>"))
    form = QTextBlockFormat()
    form.setLineHeight(line_height, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    cursor = QTextCursor(found)
    cursor.select(QTextCursor.SelectionType.Document)
    cursor.mergeBlockFormat(form)
    return found


class _Measure:
    """How wide and high words are in a font: found once, however many pages are tried with them."""

    def __init__(self, text: str, font: QFont, line_height: int, doc: QTextDocument | None = None) -> None:
        self._text, self._font, self._line_height = text, font, line_height
        self._heights: dict[int, int] = {}
        self._natural = self._longest = 0
        self._doc = doc

    def _laid(self, width: int) -> QTextDocument:
        if self._doc is None:
            self._doc = _document(self._text, self._font, self._line_height)
        self._doc.setTextWidth(width)
        return self._doc

    def height(self, width: int) -> int:
        if width not in self._heights:
            self._heights[width] = round(self._laid(width).size().height() + 0.49)
        return self._heights[width]

    def natural(self) -> int:
        """The width on one line."""
        if not self._natural:
            self._natural = int(self._laid(_UNBROKEN).idealWidth()) + 2
        return self._natural

    def longest(self, plain: str) -> int:
        """The width of the widest word."""
        if not self._longest:
            self._longest = int(longest_word(self._font, plain)) + 2
        return self._longest


@lru_cache(maxsize=1024)
def _measure(text: str, token: Type, weight: int | None, percent: int) -> _Measure:
    look = Look(percent=percent)
    return _Measure(text, look.font(token, weight), look.line_height(token))
