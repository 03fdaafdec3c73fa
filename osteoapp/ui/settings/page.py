"""Instellingen: the sections at the side with the chosen one beside them; where there is less room, first the list."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from osteoapp.i18n import translate
from osteoapp.ui.parts.buttons import QuietButton
from osteoapp.ui.parts.cards import Card, IconMark, Page, Scroller, clear, column, row
from osteoapp.ui.parts.rows import Entry, ListRow
from osteoapp.ui.parts.text import Text
from osteoapp.ui.settings.about import AboutSection
from osteoapp.ui.settings.computer import ComputerSection
from osteoapp.ui.settings.copies import CopiesSection
from osteoapp.ui.settings.locking import LockSection
from osteoapp.ui.settings.reading import ReadingSection
from osteoapp.ui.settings.reminding import RemindingSection
from osteoapp.ui.settings.section import Room, Section
from osteoapp.ui.settings.sections import FIRST, ROOMS, SectionName, section_names
from osteoapp.ui.settings.times import TimesSection
from osteoapp.ui.settings.together import TogetherSection
from osteoapp.ui.settings.works import WorksSection
from osteoapp.ui.theme import PERCENTS, SETTINGS_CONTENTS, SETTINGS_TEXT, SETTINGS_WIDE

_SECTIONS: Final[Mapping[str, type[Section]]] = {
    "reading": ReadingSection, "times": TimesSection, "reminding": RemindingSection,
    "computer": ComputerSection, "works": WorksSection, "copies": CopiesSection, "lock": LockSection,
    "together": TogetherSection, "about": AboutSection,
}  # fmt: skip


class SettingsPage(QWidget):
    """``opened`` tells the section that is open; "" is the list."""

    opened = Signal(str)

    def __init__(self, room: Room, section: str = "", focus: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.room, self.look = room, room.look
        self.names = section_names(machine=room.port.machine is not None)
        self._asked = section if any(one.id == section and section not in ROOMS for one in self.names) else ""
        self._wide: bool | None = None
        self._focus = focus
        self.section: Section | None = None
        self._whole = column()
        self.setLayout(self._whole)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = event.size().width() / self.look.scale >= SETTINGS_WIDE
        if wide != self._wide:
            self._wide = wide
            self._build()

    def open(self, section: str) -> None:
        """Shows a section, or with "" the list. One that is a room of its own is opened in place of this page."""
        if section in ROOMS:
            self.room.go(section)
            return
        self._asked = section
        self.opened.emit(section)
        self._build()

    def _build(self) -> None:
        clear(self._whole)
        self.section = None
        if self._wide and not self._asked:
            self._asked = FIRST
            self.opened.emit(FIRST)
        name = next((one for one in self.names if one.id == self._asked), None)
        self._whole.addWidget(self._list() if name is None else self._beside(name) if self._wide else self._alone(name))
        focus, self._focus = self._focus, ""
        self.focus_on(focus)

    # --- where there is room

    def _beside(self, name: SectionName) -> QWidget:
        look = self.look
        whole = Page(look)
        side, top = look.gap("xxl"), look.gap("xl")
        box = row(0, (side - look.gap("s"), 0, 0, 0))
        page = Page(look)
        left = column(look.gap("m"), (look.gap("s"), top, look.gap("xxs"), look.gap("m")))
        left.addWidget(Text(look, translate("Place", "Instellingen"), "page"))
        card = Card(look, name=translate("Settings", "Onderdelen"))
        pad = look.pad("xs")
        entries = column(look.pad("hair"), (pad, pad, pad, pad))
        for one in self.names:
            entry = Entry(look, one.title, chosen=one is name)
            entry.setObjectName(f"settings:{one.id}")
            entry.clicked.connect(lambda _=False, one=one: self.open(one.id))
            entries.addWidget(entry)
        card.setLayout(entries)
        left.addWidget(card)
        left.addStretch(1)
        page.setLayout(left)
        contents = Scroller(look, page)
        contents.setFixedWidth(round(SETTINGS_CONTENTS * look.scale) + look.whole("scrollbar") + look.gap("m"))
        box.addWidget(contents)
        box.addWidget(self._scrolled(name, (look.gap("s"), top, look.gap("l"), top)), 1)
        whole.setLayout(box)
        return whole

    # --- where there is less

    def _list(self) -> QWidget:
        look = self.look
        page = Page(look)
        side = look.gap("xxl")
        box = column(look.gap("m"), (side, look.gap("l"), side - look.gap("m"), look.gap("l")))
        box.addWidget(Text(look, translate("Place", "Instellingen"), "page"))
        card = Card(look, name=translate("Settings", "Onderdelen"))
        rows = column(0, (0, look.pad("xs"), 0, look.pad("xs")))
        for one in self.names:
            # At the largest letters it would stand under the words and point at nothing.
            mark = IconMark(look, "caret-right", "accent", "bold") if look.percent < PERCENTS[-1] else None
            line = ListRow(look, one.icon, one.title, line=one.line, side=mark, last=one is self.names[-1])
            line.setObjectName(f"settings:{one.id}")
            line.clicked.connect(lambda _=False, one=one: self.open(one.id))
            rows.addWidget(line)
        card.setLayout(rows)
        box.addWidget(card)
        box.addStretch(1)
        page.setLayout(box)
        self.scroller = Scroller(look, page)
        return self.scroller

    def _alone(self, name: SectionName) -> QWidget:
        look = self.look
        whole = QWidget()
        box = column()
        top = Page(look)
        line = row(0, (look.gap("xxl"), look.gap("s"), look.gap("xxl"), look.gap("xs")))
        back = QuietButton(look, translate("Settings", "Alle instellingen"), "arrow-left", height="quiet_small")
        back.setObjectName("settings:all")
        back.clicked.connect(lambda _=False: self.open(""))
        line.addWidget(back)
        line.addStretch(1)
        top.setLayout(line)
        box.addWidget(top)
        side = look.gap("xxl")
        box.addWidget(self._scrolled(name, (side, look.gap("xs"), side - look.gap("m"), look.gap("l"))), 1)
        whole.setLayout(box)
        return whole

    def _scrolled(self, name: SectionName, margins: tuple[int, int, int, int]) -> Scroller:
        look = self.look
        page = Page(look)
        box = column(look.gap("l"), margins)
        self.section = _SECTIONS[name.id](self.room)
        self.section.setAccessibleName(name.title)
        self.section.setMaximumWidth(round(SETTINGS_TEXT * look.scale))
        self.section.renew()
        # In a line of its own: a column would ask for the height at a width that it then does not give.
        line = row()
        line.addWidget(self.section, 1)
        line.addStretch()
        box.addLayout(line)
        box.addStretch(1)
        page.setLayout(box)
        self.scroller = Scroller(look, page)
        return self.scroller

    def focus_on(self, name: str) -> None:
        """Gives the keyboard to a button, by its name, if it is there."""
        found = self.findChild(QAbstractButton, name) if name else None
        if found is not None:
            self.scroller.ensureWidgetVisible(found)
            found.setFocus()
