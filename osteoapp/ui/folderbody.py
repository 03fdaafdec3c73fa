"""One place of the Folder on the screen: the contents, the text or what else is there, and where it is scrolled to."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from osteoapp.content import leaflet, themes
from osteoapp.content.clinic import ClinicLeaflet
from osteoapp.content.search import search
from osteoapp.content.words import Lang
from osteoapp.i18n import translate
from osteoapp.ui.foldercontents import Contents
from osteoapp.ui.folderforms import DentistCard
from osteoapp.ui.folderfound import FoundPage
from osteoapp.ui.folderprint import PrintPage
from osteoapp.ui.foldersheet import Sheet, SheetView
from osteoapp.ui.foldershelf import Chooser, ComputerChooser, ShelfPage, Told
from osteoapp.ui.folderstart import StartPage
from osteoapp.ui.foldertools import Foot
from osteoapp.ui.foldertrail import Memory, Spot
from osteoapp.ui.folderwalk import WALK_PASSAGE, Walk, WalkDesk
from osteoapp.ui.folderwords import WordsPage
from osteoapp.ui.parts.buttons import TextButton
from osteoapp.ui.parts.cards import Card, Page, Scroller, column, row
from osteoapp.ui.parts.notes import NoteBanner
from osteoapp.ui.ports import Shelf
from osteoapp.ui.printing import ComputerPress, Press
from osteoapp.ui.theme import FOLDER_CONTENTS, FOLDER_TEXT, FOLDER_TILE, Look

_SCROLL_KEYS = {
    Qt.Key.Key_Down: "line", Qt.Key.Key_Up: "-line", Qt.Key.Key_PageDown: "page", Qt.Key.Key_PageUp: "-page",
    Qt.Key.Key_Space: "page", Qt.Key.Key_Home: "first", Qt.Key.Key_End: "last",
}  # fmt: skip


@dataclass
class Setting:
    """What the pages of the Folder need besides the texts.

    ``own`` are the chapters of the person's treatments, ``medicines`` the names for the card for the dentist. With a
    ``shelf`` a clinic's text can be put in and taken away, with a ``walk`` the yearly check recorded; ``told`` is what
    came of the last try with the shelf.
    """

    look: Look
    lang: Lang
    memory: Memory = field(default_factory=Memory)
    own: tuple[str, ...] = ()
    medicines: tuple[str, ...] = ()
    press: Press = field(default_factory=ComputerPress)
    clinic: ClinicLeaflet | None = None
    shelf: Shelf | None = None
    chooser: Chooser = field(default_factory=ComputerChooser)
    told: Told | None = None
    walk: WalkDesk | None = None


class FolderBody(QWidget):
    """A spot, drawn. With ``outer``, the scroller that it lies in, it is one column; else text beside contents.

    ``went`` asks for another spot, ``opened`` for a passage, ``left`` for the place before, ``shelved`` for a clinic's
    text to be put in or taken away.
    """

    went = Signal(object)
    opened = Signal(str)
    left = Signal()
    shelved = Signal(object)

    def __init__(
        self, setting: Setting, spot: Spot, foot: Foot, outer: Scroller | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._set, self._look, self._lang, self.spot = setting, setting.look, setting.lang, spot
        self.sheet: SheetView | None = None
        self.found: FoundPage | None = None
        self.words: WordsPage | None = None
        self.printing: PrintPage | None = None
        self.shelf: ShelfPage | None = None
        self.note: NoteBanner | None = None
        self._above = column()
        content = self._content()
        self.reads = self.sheet is not None or self.words is not None
        self.contents = self._contents(scrolls=outer is None)
        self.scroller: Scroller
        if outer is None:
            self._beside(content, foot)
        else:
            self.scroller = outer
            self._below(content)
        foot.setVisible(self.reads)

    # Building

    def _contents(self, *, scrolls: bool) -> Contents:
        clinic = self._set.clinic
        name = clinic.name if clinic is not None and clinic.unmapped() else ""
        found = Contents(self._look, self._lang, self.spot, scrolls=scrolls, clinic=name)
        found.chosen.connect(self.went)
        return found

    def _beside(self, content: QWidget, foot: Foot) -> None:
        look = self._look
        line = row(look.gap("xl"))
        self.contents.setFixedWidth(round(FOLDER_CONTENTS * (1 + (look.scale - 1) / 2)))
        line.addWidget(self.contents)
        start = self.spot.kind == "start"
        page = Page(look, "paper" if start else "card")
        side = 0 if start else look.pad("m")
        box = column(0, (side, 0 if start else look.pad("xxs"), look.pad("xxs"), look.pad("s")))
        box.addLayout(self._above)
        box.addLayout(self._measured(content))
        box.addStretch(1)
        page.setLayout(box)
        self.scroller = Scroller(look, page)
        if start:
            line.addWidget(self.scroller, 1)
            self.setLayout(line)
            return
        card = Card(look)
        edge, pad = look.whole("border_thick"), look.pad("s")
        inner = column(look.pad("xxs"), (edge, pad, edge, pad if not self.reads else look.pad("xs")))
        inner.addWidget(self.scroller, 1)
        if self.reads:
            under = row(0, (pad, 0, pad, 0))
            foot.setMaximumWidth(round(FOLDER_TEXT * look.scale))
            under.addStretch(1)
            under.addWidget(foot, 1000)
            under.addStretch(1)
            inner.addLayout(under)
        else:
            foot.setParent(card)
        card.setLayout(inner)
        line.addWidget(card, 1)
        self.setLayout(line)

    def _measured(self, content: QWidget) -> QHBoxLayout:
        """No line gets longer than is easily read: in a wide window the text stands in the middle."""
        wide = 2 * FOLDER_TILE * 1.5 if self.spot.kind == "start" else FOLDER_TEXT
        content.setMaximumWidth(round(wide * self._look.scale))
        content.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        line = row()
        line.addStretch(0 if self.spot.kind == "start" else 1)
        line.addWidget(content, 1000)
        line.addStretch(1)
        return line

    def _below(self, content: QWidget) -> None:
        look = self._look
        box = column(look.gap("l"))
        box.addLayout(self._above)
        if self.spot.kind == "start":
            box.addWidget(content)
            box.addWidget(self.contents)
        else:
            self.contents.hide()
            self.contents.setParent(self)
            card = Card(look)
            edge, side = look.pad("m"), look.pad("xs")
            inner = column(0, (side, edge, side, edge))
            inner.addLayout(self._measured(content))
            card.setLayout(inner)
            box.addWidget(card)
        box.addStretch(1)
        self.setLayout(box)

    def _content(self) -> QWidget:
        """What the spot shows."""
        spot, look, lang = self.spot, self._look, self._lang
        if spot.kind == "chapter":
            topic = next((one for one in leaflet.topics(lang) if one.id == spot.id), leaflet.topics(lang)[0])
            clinic = self._set.clinic
            own = clinic.for_topic(topic.id) if clinic is not None else ()
            return self._sheet(Sheet(topic.title, topic.passages, spot.passage, self._hits(), clinic, own))
        if spot.kind == "clinic" and self._set.clinic is not None:
            clinic = self._set.clinic
            return self._sheet(Sheet(clinic.name, (), spot.passage, self._hits(), clinic, clinic.unmapped()))
        if spot.kind == "shelf" and self._set.shelf is not None:
            self.shelf = ShelfPage(look, lang, self._set.clinic, self._set.told)
            self.shelf.wanted.connect(self.shelved)
            return self.shelf
        if spot.kind == "theme":
            return self._theme(themes.theme(spot.id, lang))
        if spot.kind == "search":
            self.found = FoundPage(look, spot.asked, lang, self._set.clinic)
            self.found.chosen.connect(self.opened)
            self.found.more.connect(self.opened)
            return self.found
        if spot.kind == "words":
            self.words = WordsPage(look, lang, spot.id)
            self.words.more.connect(self.opened)
            self.words.seen.connect(self.bring)
            return self.words
        if spot.kind == "print":
            self.printing = PrintPage(
                look, spot.of or Spot(), lang, self._set.press, self._set.medicines, self._set.clinic
            )
            self.printing.left.connect(self.left)
            return self.printing
        clinic = self._set.clinic
        whose = clinic.name if clinic is not None else ""
        own_chapter = clinic is not None and bool(clinic.unmapped())
        start = StartPage(look, lang, self._set.own, whose, shelf=self._set.shelf is not None, chapter=own_chapter)
        start.chosen.connect(self.went)
        return start

    def _hits(self) -> frozenset[str]:
        return search(self.spot.asked, self._lang, self._set.clinic).wanted if self.spot.asked else frozenset()

    def _sheet(
        self, sheet: Sheet, under_title: QWidget | None = None, instead: dict[str, QWidget] | None = None
    ) -> QWidget:
        self.sheet = SheetView(self._look, sheet, self._lang, under_title=under_title, instead=instead)
        self.sheet.more.connect(self.opened)
        self.sheet.seen.connect(self.bring)
        return self.sheet

    def _theme(self, page: themes.ThemePage) -> QWidget:
        under: QWidget | None = None
        instead: dict[str, QWidget] = {}
        if page.form == "card":
            card = DentistCard(self._look, self._set.medicines)
            card.pressed.connect(lambda: self.went.emit(Spot("print", of=self.spot)))
            under = card
        elif page.form == "walk":
            instead[WALK_PASSAGE] = Walk(self._look, self._lang, self._set.memory.ticked, self._set.walk)
        found = self._sheet(Sheet(page.title, page.passages, self.spot.passage), under, instead)
        if page.chapter:
            self._read_on(page.chapter)
        return found

    def _read_on(self, chapter: str) -> None:
        """The way to the whole chapter, below the last passage."""
        title = next(one.title for one in leaflet.topics(self._lang) if one.id == chapter)
        said = translate("Folder", "Lees verder: {title}").format(title=title)
        button = TextButton(self._look, said, "book-open-text")
        button.setObjectName("folder:read-on")
        button.clicked.connect(lambda: self.went.emit(Spot("chapter", chapter)))
        if self.sheet is not None:
            self.sheet.add_last(button)

    def say(self, text: str) -> None:
        """Tells something above the text, until it is closed; then one is where one was."""
        if self.note is None:
            self.note = NoteBanner(self._look, text, "speaker-high", button=translate("Folder", "Sluiten"))
            place = self.scroller.verticalScrollBar().value()
            self.note.pressed.connect(lambda: self._unsay(place))
            self._above.addWidget(self.note)
            if self.note.button is not None:
                self.note.button.setObjectName("note:close")
        self.note.say(text)
        note = self.note
        QTimer.singleShot(0, note, lambda: self._scroll_to(note))

    def _scroll_to(self, part: QWidget) -> None:
        top = part.mapTo(self.scroller.page, QPoint(0, 0)).y() - self._look.gap("xs")
        self.scroller.verticalScrollBar().setValue(top)

    def _unsay(self, place: int) -> None:
        note, self.note = self.note, None
        if note is not None:
            note.hide()
            note.deleteLater()
            QTimer.singleShot(0, self, lambda: self.scroller.verticalScrollBar().setValue(place))

    # Where one is

    def arrive(self, *, scroll: int | None = None) -> None:
        """Goes to what is marked, or to where one was, once all has its place."""
        if scroll is not None:
            self.scroller.verticalScrollBar().setValue(scroll)
        elif self.sheet is not None and self.spot.passage:
            self.land(self.spot.passage)
        elif self.words is not None and self.spot.id:
            self.words.show_here()
        else:
            self.scroller.verticalScrollBar().setValue(0)

    def land(self, passage_id: str) -> None:
        """Marks a passage and brings its beginning to the top."""
        view = self.sheet.part_of(passage_id) if self.sheet is not None else None
        if self.sheet is None or view is None:
            return
        self.sheet.show_here(passage_id)
        first = view is self.sheet.parts[0]
        top = 0 if first else view.mapTo(self.scroller.page, QPoint(0, 0)).y() - self._look.gap("xs")
        self.scroller.verticalScrollBar().setValue(top)

    def show_contents(self) -> None:
        """Brings the contents to the top, where they lie below something else."""
        if self.contents.parentWidget() is self:
            self._scroll_to(self.contents)

    def bring(self, place: QRect) -> None:
        """Scrolls so that a place of the text is in sight, no more than is needed."""
        part = self.sheet or self.words
        if part is None:
            return
        top = part.mapTo(self.scroller.page, place.topLeft()).y()
        bar, room, air = self.scroller.verticalScrollBar(), self.scroller.viewport().height(), self._look.gap("m")
        if top - air < bar.value() or place.height() + 2 * air > room:
            bar.setValue(top - air)
        elif top + place.height() + air > bar.value() + room:
            bar.setValue(top + place.height() + air - room)

    def current(self) -> str:
        """The passage where one is: the marked one while it is in sight, else the first that is; empty for no text."""
        if self.sheet is None or not self.sheet.views:
            return ""
        top = self.scroller.verticalScrollBar().value()
        bottom = top + self.scroller.viewport().height()
        seen = []
        for view in self.sheet.views:
            place = view.mapTo(self.scroller.page, QPoint(0, 0)).y()
            if place < bottom and place + view.height() > top:
                seen.append(view)
        marked = [view for view in seen if view.here]
        return (marked or seen or self.sheet.views)[0].passage.id

    def order(self) -> tuple[str, ...]:
        """The passages that follow each other from here: those of the whole book, or of the page."""
        if self.spot.kind == "chapter":
            return tuple(one for topic in leaflet.topics(self._lang) for one in topic.passages)
        return tuple(view.passage.id for view in self.sheet.views) if self.sheet is not None else ()

    def beside(self, by: int) -> str:
        """The passage before (-1) or after (1) the one where one is; empty where there is none."""
        order, here = self.order(), self.current()
        place = order.index(here) + by if here in order else -1
        return order[place] if 0 <= place < len(order) else ""

    def steps(self) -> tuple[str, str, str]:
        """The titles of the passages before and after, and which of how many this is; empty where there is none."""
        before, after = (leaflet.passage(one, self._lang).title if one else "" for one in map(self.beside, (-1, 1)))
        if self.sheet is None or not self.sheet.views:
            return before, after, ""
        ids = [view.passage.id for view in self.sheet.views]
        number = ids.index(self.current()) + 1
        return before, after, translate("Folder", "{number} van {all}").format(number=number, all=len(ids))

    def take_key(self, event: QKeyEvent) -> bool:
        """Scrolls with the keys that move a page; False for every other key."""
        way = _SCROLL_KEYS.get(Qt.Key(event.key()))
        if way is None or event.modifiers() & Qt.KeyboardModifier.AltModifier:
            return False
        bar = self.scroller.verticalScrollBar()
        step = bar.pageStep() - self._look.gap("huge") if way.endswith("page") else self._look.height("quiet")
        places = {"first": bar.minimum(), "last": bar.maximum()}
        bar.setValue(places.get(way, bar.value() + (-step if way.startswith("-") else step)))
        return True

    # Reading aloud

    def spoken(self) -> list[str]:
        """What is read aloud, sentence by sentence."""
        part = self.sheet or self.words
        return part.spoken() if part is not None else []

    def first_spoken(self) -> int:
        """The sentence to begin with: that of the passage where one is."""
        return self.sheet.first_spoken(self.current()) if self.sheet is not None else 0

    def show_spoken(self, number: int) -> None:
        part = self.sheet or self.words
        if part is not None:
            part.show_spoken(number)
