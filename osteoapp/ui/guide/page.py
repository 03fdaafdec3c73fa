"""The user guide: for the patient, the family and the clinic, with its pictures; the same files as ``docs/guide``."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final, Literal

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QImage, QPalette, QResizeEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import QButtonGroup, QFrame, QTextBrowser, QWidget

from osteoapp.content.words import Lang
from osteoapp.i18n import translate
from osteoapp.ui.assets import guide
from osteoapp.ui.parts.buttons import QuietButton
from osteoapp.ui.parts.cards import Bar, Page, column, row
from osteoapp.ui.parts.flow import Flow
from osteoapp.ui.parts.rows import Pick
from osteoapp.ui.parts.text import Text
from osteoapp.ui.theme import ASK_LOW, FOLDER_TEXT, Look

Reader = Literal["patient", "family", "clinic"]
READERS: Final[tuple[Reader, ...]] = ("patient", "family", "clinic")


class GuidePage(QWidget):
    """``left`` when it is put away."""

    left = Signal()

    def __init__(
        self, look: Look, lang: Lang, reader: Reader = "patient", folder: Path | None = None,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._look, self._lang = look, lang
        self._folder = folder if folder is not None else guide()
        self.book = Book(look, self._folder)
        names = {
            "patient": translate("Guide", "Voor uzelf"),
            "family": translate("Guide", "Voor familie"),
            "clinic": translate("Guide", "Voor de praktijk"),
        }
        side, bar = look.gap("xxl"), look.whole("scrollbar")
        box = column(look.gap("s"), (side, look.gap("xl"), max(side - bar, look.gap("xxs")), look.gap("s")))
        self._title = Text(look, translate("Guide", "Uitleg van dit programma"), "page")
        box.addWidget(self._title)
        line = Flow(look.gap("s"), stretch=False)
        self._group = QButtonGroup(self)
        self.picks: dict[Reader, Pick] = {}
        for name in READERS:
            pick = Pick(look, names[name], chosen=name == reader)
            pick.setObjectName(f"guide:{name}")
            pick.clicked.connect(lambda _=False, wanted=name: self.open(wanted))
            self._group.addButton(pick)
            self.picks[name] = pick
            line.addWidget(pick)
        box.addLayout(line)
        box.addWidget(self.book, 1)
        sheet = Page(look)
        sheet.setLayout(box)
        whole = column()
        whole.addWidget(sheet, 1)
        whole.addWidget(self._foot(look))
        self.setLayout(whole)
        self.open(reader)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where the window is low the title makes room for the text itself."""
        super().resizeEvent(event)
        self._title.setVisible(self.height() / self._look.scale >= ASK_LOW)

    def _foot(self, look: Look) -> QWidget:
        """The way back, at the place where every page has it."""
        back = QuietButton(look, translate("Guide", "Terug"), "arrow-left")
        back.setObjectName("guide:back")
        back.clicked.connect(self.left)
        line = row(0, (look.gap("xxl"), look.gap("xs"), look.gap("xxl"), look.gap("xl")))
        line.addWidget(back)
        line.addStretch(1)
        foot = Page(look)
        foot.setLayout(line)
        return foot

    def open(self, reader: Reader) -> None:
        """Shows the part for one kind of reader; where it is missing, a sentence says so."""
        path = self._folder / f"{reader}.{self._lang}.md"
        try:
            text = path.read_text(encoding="utf-8")
        except OSError:
            text = translate("Guide", "De uitleg is niet gevonden. Zet het programma opnieuw op de computer.")
        # Whom it is for stands on the button already.
        self.book.show_text(text.partition("\n")[2] if text.startswith("# ") else text)


class Book(QTextBrowser):
    """A text with pictures from one folder, never wider than the window; nothing is ever fetched from elsewhere."""

    def __init__(self, look: Look, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._folder = look, folder.resolve()
        self._text = ""
        self._width = 0
        self.setOpenLinks(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBar(Bar(look, "paper"))
        self.setFont(look.font("body"))
        colors = self.palette()
        colors.setColor(QPalette.ColorRole.Base, look.color("paper"))
        colors.setColor(QPalette.ColorRole.Text, look.color("ink"))
        colors.setColor(QPalette.ColorRole.Link, look.color("accent"))
        self.setPalette(colors)
        self.setAccessibleName(translate("Guide", "Uitleg van dit programma"))

    def show_text(self, text: str) -> None:
        """Shows a text in Markdown from its beginning."""
        self._text = text
        self._draw()
        self.verticalScrollBar().setValue(0)

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """Pictures of the guide's own folder, as wide as there is room; anything else is nothing."""
        address = QUrl(name)
        path = (self._folder / address.path()).resolve()
        wanted = kind == QTextDocument.ResourceType.ImageResource.value and not address.host()
        if not wanted or not path.is_relative_to(self._folder):
            return None
        picture = QImage(str(path))
        if picture.width() <= self._width or self._width <= 0:
            return picture
        return picture.scaledToWidth(self._width, Qt.TransformationMode.SmoothTransformation)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._room() != self._width:
            at = self.verticalScrollBar().value()
            self._draw()
            self.verticalScrollBar().setValue(at)

    def _room(self) -> int:
        margin = 2 * round(self.document().documentMargin())
        return min(self.viewport().width() - margin, round(FOLDER_TEXT * self._look.scale * 1.4))

    def _draw(self) -> None:
        self._width = self._room()
        document = QTextDocument(self)
        document.setDefaultFont(self._look.font("body"))
        document.setDocumentMargin(0)
        self.setDocument(document)
        self.setMarkdown(self._text)
        self._air()
        self.document().setTextWidth(self._width)

    def _air(self) -> None:
        """Space between paragraphs and above headings, which Markdown has none of."""
        under, above = self._look.gap("s"), self._look.gap("l")
        cursor = QTextCursor(self.document())
        block = self.document().begin()
        while block.isValid():
            form = block.blockFormat()
            form.setBottomMargin(under)
            if form.headingLevel() and block.blockNumber():
                form.setTopMargin(above)
            cursor.setPosition(block.position())
            cursor.setBlockFormat(form)
            block = block.next()
