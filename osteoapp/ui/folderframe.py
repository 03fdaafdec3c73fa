"""What stays in the Folder while places change: the tools, what stands below the text, and where all of it scrolls."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from osteoapp.content.words import Lang
from osteoapp.ui.folderbody import FolderBody
from osteoapp.ui.foldertools import FolderTools, Foot, Width
from osteoapp.ui.parts.cards import Page, Scroller, column
from osteoapp.ui.readaloud import Reader
from osteoapp.ui.theme import FOLDER_ROW, FOLDER_WIDE, Look


class FolderFrame(QWidget):
    """Passes on what the tools ask. Where there is one column, ``outer`` is the scroller that all of it lies in."""

    back = Signal()
    forward = Signal()
    start = Signal()
    printed = Signal()
    searched = Signal(str)
    read = Signal()
    step = Signal(int)

    def __init__(self, look: Look, lang: Lang, reader: Reader | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._lang, self._reader = look, lang, reader
        self._mode: Width | None = None
        self._inner: QWidget | None = None
        self._body: FolderBody | None = None
        self.outer: Scroller | None = None
        self.tools: FolderTools
        self.foot: Foot
        self._whole = column()
        self.setLayout(self._whole)

    def mode_for(self, width: int) -> Width:
        """How a width is used."""
        width = round(width / self._look.scale)
        return "wide" if width >= FOLDER_WIDE else "row" if width >= FOLDER_ROW else "rows"

    def fits(self, width: int) -> bool:
        """Whether it is built for that width."""
        return self._mode == self.mode_for(width)

    def fit(self, width: int) -> None:
        """Gets ready for a body at that width: the frame anew where it has to be, and what stands below the text."""
        if not self.fits(width):
            self._mode = self.mode_for(width)
            self._build(self._mode)
        elif self.outer is None:
            self.foot = self._new_foot()

    def show_body(self, body: FolderBody) -> None:
        """Puts a body in the place of the one before."""
        if self._body is not None:
            self._body.hide()
            self._body.deleteLater()
        self._body = body
        self._hold.addWidget(body, 1)
        body.show()

    def _build(self, mode: Width) -> None:
        look = self._look
        if self._inner is not None:
            self._inner.hide()
            self._inner.deleteLater()
            self._body = None
        wide = mode == "wide"
        page = Page(look)
        side, end = (look.gap("xxl"), look.gap("l")) if wide else (look.gap("l"), 0)
        box = column(look.gap("m"), (side, look.gap("l"), side if wide else 0, end))
        self.tools = self._new_tools(mode)
        box.addWidget(self.tools)
        self._hold = column()
        box.addLayout(self._hold, 1)
        page.setLayout(box)
        self.foot = self._new_foot()
        self.outer = None if wide else Scroller(look, page)
        self._inner = page if self.outer is None else self._with_foot(self.outer, side)
        self._whole.addWidget(self._inner)

    def _with_foot(self, outer: Scroller, side: int) -> QWidget:
        """The page that scrolls, and below it what is always in sight."""
        under = Page(self._look)
        line = column(0, (side, self._look.gap("xs"), side, self._look.gap("xs")))
        line.addWidget(self.foot)
        under.setLayout(line)
        box = column()
        box.addWidget(outer, 1)
        box.addWidget(under)
        found = QWidget()
        found.setLayout(box)
        return found

    def _new_tools(self, mode: Width) -> FolderTools:
        tools = FolderTools(self._look, self._lang, self._reader.voice if self._reader is not None else None, mode)
        tools.back.connect(self.back)
        tools.forward.connect(self.forward)
        tools.start.connect(self.start)
        tools.printed.connect(self.printed)
        tools.searched.connect(self.searched)
        if tools.read_button is not None:
            tools.read_button.clicked.connect(self.read)
        return tools

    def _new_foot(self) -> Foot:
        foot = Foot(self._look, self._reader)
        foot.step.connect(self.step)
        return foot
