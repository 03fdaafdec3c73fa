"""Text to read: paragraphs whose hard words can be pressed, and whose sentences and hits can be marked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final, Literal

from PySide6.QtCore import QRectF, QSize, Qt, QUrl, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFont,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextListFormat,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextBrowser, QTextEdit, QWidget

from osteoapp.content import glossary
from osteoapp.content.prose import BULLET
from osteoapp.content.prose import spans as sentence_spans
from osteoapp.content.search import Span, places
from osteoapp.content.words import Lang
from osteoapp.ui.parts.paint import fill_round, longest_word
from osteoapp.ui.parts.text import Text
from osteoapp.ui.theme import Color, Look, Type

Mark = Literal["hit", "read"]
_SIDE_BUTTONS: Final = (Qt.MouseButton.BackButton, Qt.MouseButton.ForwardButton)


def mark_format(look: Look, mark: Mark) -> QTextCharFormat:
    """How a hit of a search and the sentence that is read stand out: each also without its colour."""
    form = QTextCharFormat()
    form.setFontUnderline(True)
    if look.contrast:
        form.setBackground(look.color("accent"))
        form.setForeground(look.color("on_accent"))
    else:
        form.setBackground(look.color("tint_2"))
        form.setForeground(look.color("accent" if mark == "hit" else "ink"))
    if mark == "hit":
        form.setFontWeight(QFont.Weight.Bold)
    return form


class Marked(Text):
    """A line of text in which words stand out."""

    def __init__(
        self, look: Look, text: str, token: Type = "body", color: Color = "ink", *, weight: int | None = None,
        spans: Iterable[Span] = (), parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(look, text, token, color, weight=weight, parent=parent)
        self._plain = QTextCharFormat()
        self._plain.setFont(self.font())
        self.mark(spans, "hit")

    def mark(self, spans: Iterable[Span], mark: Mark = "hit") -> None:
        """These words and no others."""
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.setCharFormat(self._plain)
        for start, end in spans:
            cursor.setPosition(start)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            cursor.mergeCharFormat(mark_format(self._look, mark))
        self.remeasure()


class Prose(QTextBrowser):
    """Paragraphs and lists, as high as they are; nothing of it scrolls by itself and nothing is ever fetched.

    Hard words have dots under them; ``asked`` tells which was pressed (its id), by the mouse or with Enter, and
    ``reached`` where the one is that got the focus. What is in ``known`` has no dots. ``bold`` is where a line is bold,
    by its number. ``spans`` are the sentences, in characters of the document.
    """

    asked = Signal(str)
    reached = Signal(QRectF)

    def __init__(
        self, look: Look, lines: Sequence[str], lang: Lang, *, token: Type = "lead",
        known: frozenset[str] = frozenset(), bold: Mapping[int, Sequence[Span]] | None = None,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._look, self._lang, self._token = look, lang, token
        self._ringed = False
        self._measure: QTextDocument | None = None
        self._heights: dict[int, int] = {}
        self._hits: tuple[Span, ...] = ()
        self._said: Span | None = None
        self.terms: dict[str, Span] = {}
        self.spans: list[Span] = []
        self._dress()
        self._write(lines, known, bold or {})
        self.setAccessibleName(self.toPlainText())
        # One without a hard word is no stop for the Tab key; the mouse selects text in each.
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if self.terms else Qt.FocusPolicy.ClickFocus)
        self.anchorClicked.connect(lambda url: self.asked.emit(url.toString()))
        self.cursorPositionChanged.connect(self._reach)

    def _dress(self) -> None:
        self.setOpenLinks(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setTabChangesFocus(True)
        self.viewport().setAutoFillBackground(False)
        look, palette = self._look, self.palette()
        palette.setColor(QPalette.ColorRole.Text, look.color("ink"))
        palette.setColor(QPalette.ColorRole.Highlight, look.color("accent"))
        palette.setColor(QPalette.ColorRole.HighlightedText, look.color("on_accent"))
        self.setPalette(palette)
        self.setFont(look.font(self._token))
        self.document().setDefaultFont(look.font(self._token))
        self.document().setDocumentMargin(0)
        self.document().setUseDesignMetrics(True)
        self.document().setIndentWidth(look.pad("xl"))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    # Writing

    def _write(self, lines: Sequence[str], known: frozenset[str], bold: Mapping[int, Sequence[Span]]) -> None:
        """Puts the lines in, none of it read as HTML."""
        look, cursor = self._look, QTextCursor(self.document())
        bullets = QTextListFormat()
        bullets.setStyle(QTextListFormat.Style.ListDisc)
        seen = known
        for number, line in enumerate(lines):
            form = QTextBlockFormat()
            form.setLineHeight(
                look.line_height(self._token), QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
            )
            listed = line.startswith(BULLET)
            after = lines[number + 1] if number + 1 < len(lines) else ""
            together = listed and after.startswith(BULLET)
            form.setBottomMargin(look.pad("xxs" if together else "s") if after else 0)
            if number:
                cursor.insertBlock(form, QTextCharFormat())
            else:
                cursor.setBlockFormat(form)
            if listed:
                cursor.createList(bullets)
            text = line.removeprefix(BULLET)
            start = cursor.position()
            self.spans += [(start + first, start + end) for first, end in sentence_spans(text)]
            seen = self._line(cursor, text, seen)
            for first, end in bold.get(number, ()):
                self._embolden(start + first, start + end)

    def _embolden(self, start: int, end: int) -> None:
        form = QTextCharFormat()
        form.setFontWeight(QFont.Weight.Bold)
        cursor = QTextCursor(self.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        cursor.mergeCharFormat(form)

    def _line(self, cursor: QTextCursor, text: str, known: frozenset[str]) -> frozenset[str]:
        """One line with its hard words; gives back which words are known by now."""
        done = 0
        start = cursor.position()
        for use in glossary.uses(text, self._lang, known):
            cursor.insertText(text[done : use.start], QTextCharFormat())
            cursor.insertText(text[use.start : use.end], self._dotted(use.term.id))
            self.terms[use.term.id] = (start + use.start, start + use.end)
            done = use.end
        cursor.insertText(text[done:], QTextCharFormat())
        return known | self.terms.keys()

    def _dotted(self, term_id: str) -> QTextCharFormat:
        form = QTextCharFormat()
        form.setAnchor(True)
        form.setAnchorHref(term_id)
        form.setForeground(self._look.color("accent"))
        form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
        form.setUnderlineColor(self._look.color("accent"))
        form.setToolTip("")
        return form

    # Marks

    def show_hits(self, wanted: frozenset[str]) -> None:
        """Marks the words of a search."""
        self._hits = places(self.toPlainText(), wanted)
        self._show_marks()

    def show_sentence(self, number: int | None) -> None:
        """Marks the sentence that is being read, and no other."""
        self._said = None if number is None else self.spans[number]
        self._show_marks()

    def _show_marks(self) -> None:
        found = [self._selection(span, "hit") for span in self._hits]
        if self._said is not None:
            found.append(self._selection(self._said, "read"))
        self.setExtraSelections(found)

    def _selection(self, span: Span, mark: Mark) -> QTextEdit.ExtraSelection:
        selection = QTextEdit.ExtraSelection()
        cursor = QTextCursor(self.document())
        cursor.setPosition(span[0])
        cursor.setPosition(span[1], QTextCursor.MoveMode.KeepAnchor)
        selection.cursor, selection.format = cursor, mark_format(self._look, mark)
        return selection

    def boxes(self, span: Span) -> list[QRectF]:
        """Where characters stand on the widget, a box a line."""
        found = []
        block = self.document().findBlock(span[0])
        while block.isValid() and block.position() < span[1]:
            place = self.document().documentLayout().blockBoundingRect(block).topLeft()
            layout = block.layout()
            for number in range(layout.lineCount()):
                line = layout.lineAt(number)
                first = max(span[0] - block.position(), line.textStart())
                last = min(span[1] - block.position(), line.textStart() + line.textLength())
                if first < last:
                    left, right = (_edge(line.cursorToX(where)) for where in (first, last))
                    found.append(QRectF(place.x() + left, place.y() + line.y(), right - left, line.height()))
            block = block.next()
        return found

    # Size

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            if self._measure is None:
                self._measure = self.document().clone()
                self._measure.setUseDesignMetrics(True)
            self._measure.setTextWidth(max(width, 1))
            self._heights[width] = int(self._measure.size().height()) + 1
        return self._heights[width]

    def sizeHint(self) -> QSize:
        width = self._look.whole("measure")
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        width = int(longest_word(self.font(), self.toPlainText().replace("\n", " "))) + 2
        return QSize(min(width, self._look.whole("measure") // 3), self.fontMetrics().height())

    # Qt's own

    def loadResource(self, _kind: int, _name: QUrl | str) -> Any:
        """Nothing: the texts are all there is."""
        return None

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() in _SIDE_BUTTONS:
            event.ignore()
        else:
            super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space open the hard word that has the focus; the rest is the page's, save copying."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            name = self.textCursor().charFormat().anchorHref()
            if name and self.textCursor().hasSelection():
                self.asked.emit(name)
                return
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        tabbed = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        self._ringed = tabbed or event.reason() == Qt.FocusReason.OtherFocusReason
        if tabbed and self.terms:
            self.focusNextPrevChild(event.reason() == Qt.FocusReason.TabFocusReason)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._ringed = False
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            cursor = self.textCursor()
            cursor.clearSelection()
            self.setTextCursor(cursor)
        self.viewport().update()

    def _reach(self) -> None:
        cursor = self.textCursor()
        if self._ringed and cursor.hasSelection():
            self.reached.emit(self.boxes((cursor.selectionStart(), cursor.selectionEnd()))[0])

    def take_focus(self, term_id: str) -> None:
        """Gives the focus back to a hard word, after its explanation was closed."""
        start, end = self.terms[term_id]
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        cursor = self.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        cursor = self.textCursor()
        if not (self._ringed and self.hasFocus() and cursor.hasSelection()):
            return
        look, painter = self._look, QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = look.length("ring_width")
        for box in self.boxes((cursor.selectionStart(), cursor.selectionEnd())):
            around = box.adjusted(-width, 0, width, 0).intersected(QRectF(self.viewport().rect()))
            fill_round(painter, around, look.radius("day") / 2, None, look.color("focus"), width)


def _edge(found: object) -> float:
    """Qt gives the place alone, or with the character that it moved to."""
    return float(found[0] if isinstance(found, tuple) else found)  # type: ignore[arg-type]
