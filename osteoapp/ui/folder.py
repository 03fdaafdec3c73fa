"""Folder: the whole leaflet as a book. Contents at the left, the text beside it; in a narrow window in turns."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QMouseEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QWidget

from osteoapp.content import leaflet
from osteoapp.content.words import Lang
from osteoapp.i18n import translate
from osteoapp.ui.folderbody import FolderBody, Setting
from osteoapp.ui.foldersheet import chapter_of
from osteoapp.ui.foldertools import FolderTools, Foot, Width
from osteoapp.ui.foldertrail import Memory, Spot
from osteoapp.ui.parts.cards import Page, Scroller, column
from osteoapp.ui.parts.inputs import LineField
from osteoapp.ui.parts.rows import Entry
from osteoapp.ui.ports import Voice
from osteoapp.ui.printing import Press
from osteoapp.ui.readaloud import Reader, failed_words, missing
from osteoapp.ui.theme import FOLDER_ROW, FOLDER_WIDE, Look

_LEAST_ASKED = 2
_SCROLL_KEYS = {
    Qt.Key.Key_Down: "line", Qt.Key.Key_Up: "-line", Qt.Key.Key_PageDown: "page", Qt.Key.Key_PageUp: "-page",
    Qt.Key.Key_Space: "page", Qt.Key.Key_Home: "first", Qt.Key.Key_End: "last",
}  # fmt: skip


class FolderPage(QWidget):
    """The place "Folder". What it keeps is in ``memory``; ``own`` are the chapters of the person's treatments.

    ``medicines`` go on the card for the dentist. Without a ``voice`` there is nothing to read aloud with.
    """

    def __init__(
        self, look: Look, lang: Lang, *, memory: Memory | None = None, voice: Voice | None = None,
        own: Sequence[str] = (), medicines: Sequence[str] = (), press: Press | None = None,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._look, self._lang = look, lang
        self._set = Setting(look, lang, memory or Memory(), tuple(own), tuple(medicines))
        if press is not None:
            self._set.press = press
        self._trail = self._set.memory.trail
        self._voice = voice
        self.reader = Reader(voice, lang, self) if voice is not None else None
        if self.reader is not None:
            self.reader.moved.connect(self._show_spoken)
            self.reader.changed.connect(self._after_reading)
        self._mode: Width | None = None
        self._frame: QWidget | None = None
        self._outer: Scroller | None = None
        self.body: FolderBody | None = None
        self._whole = column()
        self.setLayout(self._whole)
        self._keys()

    @property
    def spot(self) -> Spot:
        """Where one is."""
        return self._trail.now

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
        """Shows the chapter that holds a passage, at that passage and with its mark."""
        chapter = chapter_of(passage_id, self._lang)
        asked = self.spot.asked if self.spot.kind == "search" else ""
        self.go(Spot("chapter", chapter.id, passage_id if passage_id in chapter.passages else "", asked))

    def go(self, spot: Spot) -> None:
        """Shows a place; the way back leads to where one was."""
        self._keep_scroll()
        self._trail.go(spot)
        self._compose()

    def _back(self) -> None:
        self._move(self._trail.back)

    def _forward(self) -> None:
        self._move(self._trail.forward)

    def _leave(self) -> None:
        self._move(self._trail.leave)

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
            self._leave()

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
        wanted = self._beside(by)
        if not wanted or self.body is None or self.body.sheet is None:
            return
        if self.body.sheet.view_of(wanted) is None:
            self.open_passage(wanted)
            return
        self._trail.go(replace(self.spot, passage=wanted))
        self.body.land(wanted)
        self._show_steps()

    def _beside(self, by: int) -> str:
        """The passage before or after the one where one is; empty where there is none."""
        if self.body is None:
            return ""
        order, here = self.body.order(), self.body.current()
        place = order.index(here) + by if here in order else -1
        return order[place] if 0 <= place < len(order) else ""

    # Building

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._mode != self._wanted():
            self._compose()

    def _wanted(self) -> Width:
        width = self.width() / self._look.scale
        return "wide" if width >= FOLDER_WIDE else "row" if width >= FOLDER_ROW else "rows"

    def _compose(self, scroll: int | None = None) -> None:
        if self.reader is not None:
            self.reader.stop()
        if self._mode != self._wanted():
            self._mode = self._wanted()
            self._build_frame()
        if self._outer is None:
            self.foot = self._new_foot()
        body = FolderBody(self._set, self.spot, self.foot, self._outer)
        body.went.connect(self.go)
        body.opened.connect(self.open_passage)
        body.left.connect(self._leave)
        if self.body is not None:
            self.body.hide()
            self.body.deleteLater()
        self.body = body
        self._hold.addWidget(body, 1)
        body.show()
        self.tools.show_trail(self._trail)
        self.tools.show_asked(self.spot.asked if self.spot.kind == "search" else "")
        self.tools.show_for(readable=body.reads, printable=self.spot.kind != "print")
        body.scroller.verticalScrollBar().valueChanged.connect(self._show_steps)
        QTimer.singleShot(0, body, lambda: self._arrive(scroll))

    def _arrive(self, scroll: int | None) -> None:
        if self.body is not None:
            self.body.arrive(scroll=scroll)
            self._show_steps()

    def _show_steps(self) -> None:
        titles = [leaflet.passage(one, self._lang).title if one else "" for one in map(self._beside, (-1, 1))]
        self.foot.show_steps(titles[0], titles[1], self._place())

    def _place(self) -> str:
        """Which passage of how many of this page one is at."""
        sheet = self.body.sheet if self.body is not None else None
        if self.body is None or sheet is None or not sheet.views:
            return ""
        ids = [view.passage.id for view in sheet.views]
        number = ids.index(self.body.current()) + 1
        return translate("Folder", "{number} van {all}").format(number=number, all=len(ids))

    def _build_frame(self) -> None:
        """What stays while places change: the tools, and in a narrow window the one page that scrolls."""
        look = self._look
        mode = self._wanted()
        wide = mode == "wide"
        if self._frame is not None:
            self._frame.hide()
            self._frame.deleteLater()
            self.body = None
        page = Page(look)
        side, end = (look.gap("xxl"), look.gap("l")) if wide else (look.gap("l"), 0)
        box = column(look.gap("m"), (side, look.gap("l"), side if wide else 0, end))
        self.tools = self._new_tools(mode)
        box.addWidget(self.tools)
        self._hold = column()
        box.addLayout(self._hold, 1)
        page.setLayout(box)
        self._frame, self._outer = page, None
        if not wide:
            self._outer = Scroller(look, page)
            self.foot = self._new_foot()
            under = Page(look)
            line = column(0, (side, look.gap("xs"), side, look.gap("xs")))
            line.addWidget(self.foot)
            under.setLayout(line)
            whole = column()
            whole.addWidget(self._outer, 1)
            whole.addWidget(under)
            self._frame = QWidget()
            self._frame.setLayout(whole)
        self._whole.addWidget(self._frame)

    def _new_tools(self, mode: Width) -> FolderTools:
        tools = FolderTools(self._look, self._lang, self._voice, mode)
        tools.back.connect(self._back)
        tools.forward.connect(self._forward)
        tools.start.connect(self._to_contents)
        tools.printed.connect(self._print)
        tools.searched.connect(self._search)
        if tools.read_button is not None:
            tools.read_button.clicked.connect(self.read)
        return tools

    def _new_foot(self) -> Foot:
        foot = Foot(self._look, self.reader)
        foot.step.connect(self.step)
        return foot

    # Reading aloud

    def read(self) -> None:
        """Reads from the passage where one is; says what is missing where nothing can be read."""
        if self.reader is None or self._voice is None or self.body is None:
            return
        lacking = missing(self._voice.status(self._lang))
        if lacking:
            self.foot.say(lacking)
        elif self.reader.state == "silent":
            self.reader.read(self.body.spoken(), self.body.first_spoken())
        else:
            self.reader.stop()

    def _show_spoken(self, number: int) -> None:
        if self.body is not None:
            self.body.show_spoken(number)

    def _after_reading(self) -> None:
        if self.reader is not None and self.reader.failed:
            self.foot.say(failed_words())

    # Keys and mouse

    def _keys(self) -> None:
        ways: list[tuple[str, Callable[[], object]]] = [
            ("Alt+Left", self._back), ("Alt+Right", self._forward), ("Ctrl+F", self._to_search),
            ("Ctrl+P", self._print), ("Alt+Up", lambda: self.step(-1)), ("Alt+Down", lambda: self.step(1)),
            ("Esc", self._escape),
        ]  # fmt: skip
        for keys, way in ways:
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(way)

    def _to_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

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
        way = _SCROLL_KEYS.get(Qt.Key(event.key()))
        if way is None or self.body is None or event.modifiers() & Qt.KeyboardModifier.AltModifier:
            super().keyPressEvent(event)
            return
        bar = self.body.scroller.verticalScrollBar()
        step = bar.pageStep() - self._look.gap("huge") if way.endswith("page") else self._look.height("quiet")
        places = {"first": bar.minimum(), "last": bar.maximum()}
        bar.setValue(places.get(way, bar.value() + (-step if way.startswith("-") else step)))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.BackButton:
            self._back()
        elif event.button() == Qt.MouseButton.ForwardButton:
            self._forward()
        else:
            super().mousePressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """What is no longer on the screen is no longer read."""
        super().hideEvent(event)
        if self.reader is not None:
            self.reader.stop()
