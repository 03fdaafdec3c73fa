"""Folder: the whole leaflet as a book. Contents at the left, the text beside it; in a narrow window in turns."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QMouseEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QWidget

from osteoapp.content.clinic import ClinicLeaflet
from osteoapp.content.words import Lang
from osteoapp.ui.folderbody import FolderBody, Setting
from osteoapp.ui.folderframe import FolderFrame
from osteoapp.ui.foldersheet import chapter_of
from osteoapp.ui.foldershelf import Chooser, Request, fulfil
from osteoapp.ui.foldertools import FolderTools, Foot
from osteoapp.ui.foldertrail import Kind, Memory, Spot
from osteoapp.ui.folderwalk import WALK_PASSAGE, WalkDesk
from osteoapp.ui.parts.cards import column
from osteoapp.ui.parts.inputs import LineField
from osteoapp.ui.parts.rows import Entry
from osteoapp.ui.ports import Shelf, Voice
from osteoapp.ui.printing import Press
from osteoapp.ui.readaloud import Reader, failed_words, missing
from osteoapp.ui.theme import Look

_LEAST_ASKED = 2
_WALK = "walk"


class FolderPage(QWidget):
    """The place "Folder". What it keeps is in ``memory``; ``own`` are the chapters of the person's treatments.

    ``medicines`` go on the card for the dentist, ``clinic`` is a clinic's own text, above ours; with a ``shelf`` it can
    be changed, with a ``walk`` the yearly check recorded. Without a ``voice`` there is nothing to read aloud with.
    """

    def __init__(
        self, look: Look, lang: Lang, *, memory: Memory | None = None, voice: Voice | None = None,
        own: Sequence[str] = (), medicines: Sequence[str] = (), press: Press | None = None,
        clinic: ClinicLeaflet | None = None, shelf: Shelf | None = None, chooser: Chooser | None = None,
        walk: WalkDesk | None = None, allowed: Callable[[Callable[[], None]], None] = lambda then: then(),
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._look, self._lang = look, lang
        self._set = Setting(look, lang, memory or Memory(), tuple(own), tuple(medicines), clinic=clinic)
        self._set.shelf, self._set.walk = shelf, walk
        self._allowed = allowed
        if chooser is not None:
            self._set.chooser = chooser
        if press is not None:
            self._set.press = press
        self._trail = self._set.memory.trail
        self.body: FolderBody | None = None
        self.reader = Reader(voice, lang, self) if voice is not None else None
        if self.reader is not None:
            self.reader.moved.connect(lambda number: self.body.show_spoken(number) if self.body is not None else None)
            self.reader.changed.connect(lambda: _tell_failure(self))
        self.frame = FolderFrame(look, lang, self.reader)
        self.frame.back.connect(lambda: self._move(self._trail.back))
        self.frame.forward.connect(lambda: self._move(self._trail.forward))
        self.frame.start.connect(self._to_contents)
        self.frame.printed.connect(self._print)
        self.frame.searched.connect(self._search)
        self.frame.read.connect(self.read)
        self.frame.step.connect(self.step)
        whole = column()
        whole.addWidget(self.frame)
        self.setLayout(whole)
        self._keys()

    @property
    def spot(self) -> Spot:
        """Where one is."""
        return self._trail.now

    @property
    def tools(self) -> FolderTools:
        """What stands above the text."""
        return self.frame.tools

    @property
    def foot(self) -> Foot:
        """What stands below the text."""
        return self.frame.foot

    @property
    def entries(self) -> dict[str, Entry]:
        """The lines of the contents, by chapter."""
        return self.body.contents.entries if self.body is not None else {}

    @property
    def search(self) -> LineField:
        """The field for what is looked for."""
        return self.tools.search

    # Going to a place

    def open_passage(self, passage_id: str) -> None:
        """Shows the chapter that holds a passage, at that passage and with its mark; a clinic's section too."""
        section = self._set.clinic.section(passage_id) if self._set.clinic is not None else None
        if section is not None:
            kind: Kind = "chapter" if section.topic else "clinic"
            asked = self.spot.asked if self.spot.kind == "search" else ""
            self.go(Spot(kind, section.topic or "", passage_id, asked))
            return
        if passage_id == WALK_PASSAGE:
            self.go(Spot("theme", _WALK))  # there its lines can be ticked
            return
        chapter = chapter_of(passage_id, self._lang)
        asked = self.spot.asked if self.spot.kind == "search" else ""
        self.go(Spot("chapter", chapter.id, passage_id if passage_id in chapter.passages else "", asked))

    def go(self, spot: Spot) -> None:
        """Shows a place; the way back leads to where one was."""
        self._keep_scroll()
        self._trail.go(spot)
        self._compose()

    def _move(self, way: Callable[[], None]) -> None:
        """Along the trail: a place is found as it was left."""
        before = self.spot
        self._keep_scroll()
        way()
        if self.spot != before:
            self._compose(self._set.memory.scrolled.get(self.spot))

    def _keep_scroll(self) -> None:
        if self.body is not None:
            self._set.memory.scrolled[self.spot] = self.body.scroller.verticalScrollBar().value()

    def _search(self, asked: str) -> None:
        if len(asked) >= _LEAST_ASKED:
            if self.spot != Spot("search", asked=asked):
                self.go(Spot("search", asked=asked))
        elif not asked and self.spot.kind == "search":
            self._move(self._trail.leave)

    def _to_contents(self) -> None:
        """To the list of chapters, which in a narrow window is below the cards of the first page."""
        self.go(Spot())
        if self.body is not None:
            QTimer.singleShot(0, self.body, self.body.show_contents)

    def _print(self) -> None:
        if self.spot.kind != "print" and self.body is not None:
            self.go(Spot("print", of=replace(self.spot, passage=self.body.current())))

    def step(self, by: int) -> None:
        """To the passage before (-1) or after (1), also over the end of a chapter."""
        wanted = self.body.beside(by) if self.body is not None else ""
        if not wanted or self.body is None or self.body.sheet is None:
            return
        if self.body.sheet.view_of(wanted) is None:
            self.open_passage(wanted)
            return
        self._trail.go(replace(self.spot, passage=wanted))
        self.body.land(wanted)
        self._show_steps()

    def show_clinic(self, clinic: ClinicLeaflet | None) -> None:
        """Draws the place anew where the clinic's text is another one."""
        if clinic != self._set.clinic:
            self._set.clinic = clinic
            if self.body is not None:
                self._compose(self.body.scroller.verticalScrollBar().value())

    def _shelve(self, request: Request) -> None:
        """Puts a clinic's text in or takes it away, and tells what came of it until one goes elsewhere."""
        shelf = self._set.shelf
        told = fulfil(request, shelf, self._set.chooser, self._lang, self.window()) if shelf is not None else None
        if shelf is not None and told is not None:
            self._set.told, self._set.clinic = told, shelf.leaflet()
            self._compose(0)
            self._set.told = None

    # Building

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self.frame.fits(self.width()):
            self._compose()

    def _compose(self, scroll: int | None = None) -> None:
        if self.reader is not None:
            self.reader.stop()
        self.frame.fit(self.width())
        self.body = body = FolderBody(self._set, self.spot, self.foot, self.frame.outer)
        body.went.connect(self.go)
        body.opened.connect(self.open_passage)
        body.shelved.connect(lambda request: self._allowed(lambda: self._shelve(request)))
        body.left.connect(lambda: self._move(self._trail.leave))
        self.frame.show_body(body)
        self.tools.show_trail(self._trail)
        self.tools.show_asked(self.spot.asked if self.spot.kind == "search" else "")
        self.tools.show_for(readable=body.reads, printable=self.spot.kind != "print")
        body.scroller.verticalScrollBar().valueChanged.connect(self._show_steps)
        QTimer.singleShot(0, body, lambda: body.arrive(scroll=scroll))
        QTimer.singleShot(0, body, self._show_steps)

    def _show_steps(self) -> None:
        if self.body is not None:
            self.foot.show_steps(*self.body.steps())

    # Reading aloud

    def read(self) -> None:
        """Reads from the passage where one is; says what is missing where nothing can be read."""
        if self.reader is None or self.body is None:
            return
        lacking = missing(self.reader.voice.status(self._lang))
        if lacking:
            self.body.say(lacking)
        elif self.reader.state == "silent":
            self.reader.read(self.body.spoken(), self.body.first_spoken())
        else:
            self.reader.stop()

    # Keys and mouse

    def _keys(self) -> None:
        ways: dict[str, Callable[[], object]] = {
            "Alt+Left": self.frame.back.emit, "Alt+Right": self.frame.forward.emit,
            "Alt+Up": lambda: self.step(-1), "Alt+Down": lambda: self.step(1), "Ctrl+P": self._print,
            "Ctrl+F": lambda: self.tools.take_focus(), "Esc": self._escape,
        }  # fmt: skip
        for keys, way in ways.items():
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(way)

    def _escape(self) -> None:
        """Closes what is open: the explanation of a word, what was looked for, what is read."""
        sheet = self.body.sheet if self.body is not None else None
        if sheet is not None and sheet.close_card():
            return
        if self.search.text() or self.spot.kind == "search":
            self.search.clear()
            self.tools.look_now()
        elif self.reader is not None:
            self.reader.stop()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys that move a page move the text, wherever the focus is in it."""
        if self.body is None or not self.body.take_key(event):
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.BackButton:
            self.frame.back.emit()
        elif event.button() == Qt.MouseButton.ForwardButton:
            self.frame.forward.emit()
        else:
            super().mousePressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """What is no longer on the screen is no longer read."""
        super().hideEvent(event)
        if self.reader is not None:
            self.reader.stop()


def _tell_failure(page: FolderPage) -> None:
    """Says above the text that reading broke off."""
    if page.reader is not None and page.reader.failed and page.body is not None:
        page.body.say(failed_words())
