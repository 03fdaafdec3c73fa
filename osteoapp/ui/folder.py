"""Folder: the whole leaflet to read, with its contents at the left."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from osteoapp import words
from osteoapp.content import leaflet
from osteoapp.content.words import Lang
from osteoapp.i18n import translate
from osteoapp.ui.parts.buttons import QuietButton
from osteoapp.ui.parts.cards import Card, Page, Rule, Scroller, column, row
from osteoapp.ui.parts.inputs import LineField
from osteoapp.ui.parts.leaflet import Reading
from osteoapp.ui.parts.leaflet_text import paragraphs
from osteoapp.ui.parts.rows import Entry
from osteoapp.ui.parts.text import Text
from osteoapp.ui.theme import FOLDER_CONTENTS, TWO_COLUMNS, Look


class FolderPage(QWidget):
    """Contents beside the text; where the window is narrow, contents first and the text after a press."""

    def __init__(self, look: Look, lang: Lang, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._lang = look, lang
        self._topics = leaflet.topics(lang)
        self._topic = self._topics[0]
        self._passage = ""
        self._reading = False
        self._wide: bool | None = None
        self._body: QWidget | None = None
        self._found: tuple[leaflet.Passage, ...] | None = None
        self.entries: dict[str, Entry] = {}
        hint = translate("Folder", "Zoek in de folder")
        self.search = LineField(look, hint, hint)
        self.search.textChanged.connect(self._search)
        side = look.gap("xxl")
        self._box = column(look.gap("m"), (side, look.gap("l"), side, look.gap("l")))
        head = row(look.gap("l"))
        head.addWidget(Text(look, translate("Place", "Folder"), "page"))
        head.addWidget(self.search, 1)
        self._box.addLayout(head)
        whole = column()
        page = Page(look)
        page.setLayout(self._box)
        whole.addWidget(page)
        self.setLayout(whole)

    def open_passage(self, passage_id: str) -> None:
        """Shows the chapter that holds a passage, at that passage."""
        self._topic = next((topic for topic in self._topics if passage_id in topic.passages), self._topic)
        self._passage, self._reading, self._found = passage_id, True, None
        self.search.blockSignals(True)
        self.search.clear()
        self.search.blockSignals(False)
        self._compose()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._wide != self._is_wide():
            self._compose()

    def _is_wide(self) -> bool:
        return self.width() / self._look.scale >= TWO_COLUMNS

    def _choose(self, topic: leaflet.Topic) -> None:
        self._topic, self._passage, self._reading = topic, "", True
        self._compose()

    def _search(self, asked: str) -> None:
        self._found = leaflet.search(asked, self._lang) if asked.strip() else None
        self._reading = self._found is not None
        self._compose()

    def _back(self) -> None:
        self._reading = False
        self._compose()

    def _compose(self) -> None:
        self._wide = self._is_wide()
        fresh = QWidget()
        line = row(self._look.gap("l"))
        if self._wide or not self._reading:
            contents = self._contents()
            if self._wide:
                contents.setFixedWidth(round(FOLDER_CONTENTS * (1 + (self._look.scale - 1) / 2)))
            line.addWidget(contents)
        if self._wide or self._reading:
            line.addWidget(self._text(), 1)
        fresh.setLayout(line)
        if self._body is None:
            self._box.addWidget(fresh, 1)
        else:
            self._box.replaceWidget(self._body, fresh)
            self._box.setStretch(1, 1)
            self._body.hide()
            self._body.deleteLater()
        self._body = fresh
        fresh.show()

    def _framed(self, inside: Page) -> tuple[Card, Scroller]:
        look = self._look
        card = Card(look)
        edge, pad = look.whole("border_thick"), look.pad("s")
        box = column(0, (edge, pad, edge, pad))
        scroller = Scroller(look, inside)
        box.addWidget(scroller)
        card.setLayout(box)
        return card, scroller

    def _contents(self) -> Card:
        look = self._look
        page = Page(look, "card")
        box = column(look.pad("hair"), (look.pad("s"), look.pad("xxs"), look.pad("xxs"), 0))
        self.entries = {}
        for topic in self._topics:
            entry = Entry(look, topic.title, chosen=topic == self._topic and self._found is None)
            entry.setObjectName(f"topic:{topic.id}")
            entry.clicked.connect(lambda _=False, topic=topic: self._choose(topic))
            self.entries[topic.id] = entry
            box.addWidget(entry)
        box.addStretch(1)
        page.setLayout(box)
        card, scroller = self._framed(page)
        card.setAccessibleName(translate("Folder", "Inhoud"))
        chosen = self.entries[self._topic.id]
        QTimer.singleShot(0, chosen, lambda: scroller.ensureWidgetVisible(chosen))
        return card

    def _text(self) -> Card:
        look = self._look
        page = Page(look, "card")
        side = look.pad("xxl")
        box = column(look.pad("s"), (side, look.pad("s"), side, look.pad("s")))
        if not self._wide:
            back = QuietButton(look, translate("Folder", "Inhoud"), "arrow-left", height="quiet_small")
            back.clicked.connect(self._back)
            line = row()
            line.addWidget(back)
            line.addStretch(1)
            box.addLayout(line)
        target = None
        if self._found is None:
            target = self._chapter(box)
        else:
            self._found_text(box, self._found)
        self._sources(box)
        box.addStretch(1)
        page.setLayout(box)
        card, scroller = self._framed(page)
        if target is not None:
            aim = target
            QTimer.singleShot(0, aim, lambda: scroller.verticalScrollBar().setValue(aim.y() - look.gap("s")))
        return card

    def _chapter(self, box: QVBoxLayout) -> Text | None:
        box.addWidget(Text(self._look, self._topic.title, "page"))
        target = None
        for passage_id in self._topic.passages:
            heading = self._add(box, leaflet.passage(passage_id, self._lang))
            if passage_id == self._passage:
                target = heading
        return target

    def _found_text(self, box: QVBoxLayout, passages: tuple[leaflet.Passage, ...]) -> None:
        said = translate("Folder", "%n teksten gevonden", "", len(passages))
        box.addWidget(Text(self._look, said, "section"))
        for passage in passages:
            self._add(box, passage)

    def _add(self, box: QVBoxLayout, passage: leaflet.Passage) -> Text:
        look = self._look
        heading = Text(look, passage.title, "section")
        if passage.title == self._topic.title and self._found is None:
            heading.hide()
        else:
            box.addSpacing(look.pad("s"))
        box.addWidget(heading)
        box.addWidget(Reading(look, [words.tie(line) for line in paragraphs(passage.text)], large=True))
        if passage.addition:
            said = translate("Leaflet", "Aanvulling, niet uit de folder") + ". "
            said += translate("Leaflet", "Bron: {source}.").format(source=passage.source)
            box.addWidget(Text(look, said, "small", "soft"))
        return heading

    def _sources(self, box: QVBoxLayout) -> None:
        box.addSpacing(self._look.pad("m"))
        box.addWidget(Rule(self._look))
        for key in ("own_words", "not_complete"):
            box.addWidget(Text(self._look, words.sentence(key, self._lang), "small", "soft"))
