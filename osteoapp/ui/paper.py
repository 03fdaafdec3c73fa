"""Passages on paper: a document in large type, laid out on pages with their numbers, for a printer or a PDF file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal, Protocol

from PySide6.QtCore import QCoreApplication, QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QFont,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPalette,
    QPdfWriter,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrameFormat,
    QTextLength,
    QTextListFormat,
    QTextOption,
)

from osteoapp.content.prose import BULLET, paragraphs
from osteoapp.i18n import translate
from osteoapp.ui.theme import PAPER_LINE, PAPER_MARGINS, PAPER_POINTS, Look

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

_DOTS: Final = 300
_INK: Final = Look()
# What a program that is not in earnest puts before everything it prints.
MARK: Final = "osteoapp-mark"
Rank = Literal["title", "head", "text", "note"]


@dataclass(frozen=True, slots=True)
class Piece:
    """One passage as it is printed: a title, the text as paragraphs and ``- `` lists, and notes below and above it."""

    title: str
    text: str
    above: str = ""
    below: str = ""


class Printable(Protocol):
    """What can be printed. ``name`` is what the printer calls it."""

    name: str

    def paint(self, device: QPagedPaintDevice) -> int:
        """Paints all pages; gives their number. OSError where the device takes nothing."""


class Paper:
    """A document for paper. ``name`` stands at the foot of each page, with the page's number.

    Where the whole program carries a mark (``MARK``, a property of the application), it stands before the name.
    """

    def __init__(self, name: str) -> None:
        app = QCoreApplication.instance()
        mark = app.property(MARK) if app is not None else None
        self.name = f"{mark}: {name}" if mark else name
        self.document = QTextDocument()
        self.document.setDocumentMargin(0)
        self.document.setDefaultFont(_font("text"))
        self.document.setIndentWidth(_points(16))
        self._cursor = QTextCursor(self.document)
        self._heads: list[int] = []
        self._titles: dict[str, int] = {}
        self._contents: dict[str, int] = {}
        self._empty = True

    # Writing

    def title(self, text: str, *, new_page: bool = False) -> None:
        """A title over what follows; ``new_page``: on top of a page."""
        self._block(text, "title", above=0 if self._empty else 30, below=6, new_page=new_page)
        self._titles[text] = self._cursor.block().blockNumber()

    def contents(self, heading: str, titles: Sequence[str]) -> None:
        """The titles that follow, each with its page, which is filled in when the pages are laid out."""
        self._block(heading, "title", above=0, below=8)
        for title in titles:
            self._block(title, "text", above=0, below=0)
            self._contents[title] = self._cursor.block().blockNumber()

    def piece(self, piece: Piece, *, titled: bool = True) -> None:
        """One passage."""
        if piece.above:
            self._block(piece.above, "note", above=16, below=0, head=True)
        if titled:
            self._block(piece.title, "head", above=2 if piece.above else 16, below=3)
        for line in paragraphs(piece.text):
            if line.startswith(BULLET):
                self._block(line.removeprefix(BULLET), "text", above=0, below=2, listed=True)
            else:
                self._block(line, "text", above=4, below=4)
        if piece.below:
            self._block(piece.below, "note", above=2, below=4)

    def notes(self, lines: Sequence[str]) -> None:
        """What stands at the end."""
        for number, line in enumerate(lines):
            self._block(line, "note", above=20 if not number else 2, below=2)

    def card(self, title: str, lines: Sequence[str]) -> None:
        """Lines in a frame, to cut out and give away."""
        frame = QTextFrameFormat()
        frame.setBorder(2)
        frame.setBorderBrush(_INK.color("accent"))
        frame.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        frame.setPadding(_points(14))
        frame.setBottomMargin(_points(18))
        frame.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        self._cursor.insertFrame(frame)
        self._empty = True
        self._block(title, "head", above=0, below=6)
        for line in lines:
            self._block(line, "text", above=7, below=7)
        self._cursor.movePosition(QTextCursor.MoveOperation.End)
        self._empty = True

    def _block(
        self, text: str, rank: Rank, *, above: float, below: float, listed: bool = False, new_page: bool = False,
        head: bool = False,
    ) -> None:  # fmt: skip
        form = QTextBlockFormat()
        form.setTopMargin(_points(above))
        form.setBottomMargin(_points(below))
        form.setLineHeight(PAPER_LINE, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        if new_page and not self._empty:
            form.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
        letters = QTextCharFormat()
        letters.setFont(_font(rank))
        letters.setForeground(_INK.color("soft" if rank == "note" else "ink"))
        if self._empty:
            self._cursor.setBlockFormat(form)
            self._cursor.setBlockCharFormat(letters)
        else:
            self._cursor.insertBlock(form, letters)
        self._empty = False
        if listed:
            style = QTextListFormat()
            style.setStyle(QTextListFormat.Style.ListDisc)
            self._cursor.createList(style)
        if rank in ("title", "head") or head:
            self._heads.append(self._cursor.block().blockNumber())
        self._cursor.insertText(text, letters)

    # Pages

    def lay_out(self, device: QPagedPaintDevice) -> int:
        """Fits the text to the device's pages; gives their number. A title never stands alone at the foot of one."""
        self.document.documentLayout().setPaintDevice(device)
        body = _body(device)
        self.document.setPageSize(QSizeF(body.width(), body.height()))
        for number in self._heads:
            block = self.document.findBlockByNumber(number)
            follower = self._follower(block)
            if follower is not None and self._page(block, body, 0) != self._page(follower, body, 1):
                form = block.blockFormat()
                form.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
                QTextCursor(block).setBlockFormat(form)
        self._number_contents(body, body.width() / device.logicalDpiX())
        return self.document.pageCount()

    def _number_contents(self, body: QRectF, inches: float) -> None:
        """Writes the pages behind the titles of the contents; a tab stop is in pixels of a screen, as a margin is."""
        blocks = {title: self.document.findBlockByNumber(at) for title, at in self._titles.items()}
        pages = {title: self._page(block, body, 0) + 1 for title, block in blocks.items()}
        for title, at in self._contents.items():
            cursor = QTextCursor(self.document.findBlockByNumber(at))
            form = cursor.blockFormat()
            form.setTabPositions([QTextOption.Tab(inches * 96 - 1, QTextOption.TabType.RightTab)])
            cursor.setBlockFormat(form)
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
            cursor.insertText(f"{title}\t{pages[title]}")

    def _follower(self, block: QTextBlock) -> QTextBlock | None:
        """What a title stands over: the next block that is none."""
        after = block.next()
        while after.isValid() and after.blockNumber() in self._heads:
            if after.blockFormat().pageBreakPolicy() == QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore:
                return None
            after = after.next()
        return after if after.isValid() else None

    def _page(self, block: QTextBlock, body: QRectF, line: int) -> int:
        """The page of a line of a block, or of its last."""
        self.document.pageCount()  # nothing has lines before all is laid out
        box = self.document.documentLayout().blockBoundingRect(block)
        layout = block.layout()
        if not layout.lineCount():
            return int(box.top() // body.height())
        chosen = layout.lineAt(min(line, layout.lineCount() - 1))
        return int((box.top() + chosen.y() + chosen.height() * 0.5) // body.height())

    def paint(self, device: QPagedPaintDevice) -> int:
        """Paints all pages; gives their number. OSError where the device takes nothing."""
        pages = self.lay_out(device)
        painter = QPainter()
        if not painter.begin(device):
            raise OSError("the paper cannot be painted on")
        try:
            body = _body(device)
            for number in range(pages):
                if number:
                    device.newPage()
                self._paint_page(painter, body, number)
                self._paint_foot(painter, body, number + 1, pages)
        finally:
            painter.end()
            self.document.documentLayout().setPaintDevice(None)  # type: ignore[arg-type]
        return pages

    def _paint_page(self, painter: QPainter, body: QRectF, number: int) -> None:
        painter.save()
        painter.translate(0, -number * body.height())
        context = QAbstractTextDocumentLayout.PaintContext()
        context.palette.setColor(QPalette.ColorRole.Text, _INK.color("ink"))
        context.clip = QRectF(0, number * body.height(), body.width(), body.height())
        painter.setClipRect(context.clip)
        self.document.documentLayout().draw(painter, context)
        painter.restore()

    def _paint_foot(self, painter: QPainter, body: QRectF, number: int, pages: int) -> None:
        said = translate("Paper", "Bladzijde {number} van {pages}").format(number=number, pages=pages)
        painter.save()
        painter.setFont(_font("note"))
        painter.setPen(_INK.color("soft"))
        high = painter.fontMetrics().height()
        foot = QRectF(0, body.height() + high * 0.6, body.width(), high * 1.4)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(foot, int(Qt.AlignmentFlag.AlignLeft | middle), self.name)
        painter.drawText(foot, int(Qt.AlignmentFlag.AlignRight | middle), said)
        painter.restore()


def write_pdf(paper: Paper, path: Path) -> int:
    """Writes a PDF file of A4 pages; gives their number. OSError where it cannot be written."""
    with path.open("ab"):
        pass  # Qt does not say why it cannot write
    writer = QPdfWriter(str(path))
    writer.setResolution(_DOTS)
    writer.setTitle(paper.name)
    writer.setCreator("osteoapp")
    _set_page(writer)
    pages = paper.paint(writer)
    del writer
    if not path.stat().st_size:
        raise OSError(f"nothing was written to {path}")
    return pages


def print_on(paper: Printable, printer: QPrinter) -> int:
    """Prints on A4 pages; gives their number. OSError where the printer takes nothing."""
    _set_page(printer)
    return paper.paint(printer)


def _set_page(device: QPagedPaintDevice) -> None:
    device.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, QMarginsF(*PAPER_MARGINS),
            QPageLayout.Unit.Millimeter,
        )
    )  # fmt: skip


def _body(device: QPagedPaintDevice) -> QRectF:
    """The room for text: the page within its margins, without the foot."""
    dots = device.logicalDpiY()
    foot = PAPER_POINTS[0] / 72 * dots * 2.6
    page = device.pageLayout().paintRectPixels(dots)
    return QRectF(0, 0, page.width(), page.height() - foot)


def _font(rank: Rank) -> QFont:
    font = _INK.font("body", 700 if rank in ("title", "head") else 400)
    font.setPointSizeF(PAPER_POINTS[{"text": 0, "note": 0, "head": 1, "title": 2}[rank]])
    return font


def _points(value: float) -> float:
    """Margins of blocks are in the pixels of a 96-dot screen; Qt fits them to the device."""
    return value * 96 / 72
