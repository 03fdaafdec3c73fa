"""The tools of the Folder: back and forward, search, print, read aloud; and what stands below the text."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from osteoapp.content.words import Lang
from osteoapp.i18n import translate
from osteoapp.ui.foldertrail import Trail
from osteoapp.ui.icons import Icon, paint_icon
from osteoapp.ui.parts.buttons import QuietButton
from osteoapp.ui.parts.cards import column, row
from osteoapp.ui.parts.inputs import LineField
from osteoapp.ui.parts.paint import painter_on
from osteoapp.ui.parts.text import Text
from osteoapp.ui.ports import Voice
from osteoapp.ui.readaloud import ReadButton, Reader, ReadingBar
from osteoapp.ui.theme import SEARCH_MS, Look

Width = Literal["wide", "row", "rows"]


class IconButton(QuietButton):
    """A square button with an icon; ``name`` is what a screen reader says and what hangs at the pointer."""

    def __init__(self, look: Look, icon: Icon, name: str) -> None:
        super().__init__(look, "", icon)
        side = look.height("quiet")
        self.setFixedSize(side, side)
        self.setAccessibleName(name)
        self.setToolTip(name)

    def _icon_room(self) -> float:
        return self.look.length("icon_text")

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        side = self.look.height("quiet")
        return QSize(side, side)


class StepButton(QuietButton):
    """To the passage before or after; the sign stands on the side to which it leads."""

    def __init__(self, look: Look, word: str, by: int) -> None:
        super().__init__(look, word, "caret-left" if by < 0 else "caret-right", height="quiet_small")
        self.side_space = "s"
        self._icon_after = by > 0


class SearchField(LineField):
    """A field with a magnifying glass in front. Its hint is the shorter one where there is little room."""

    def __init__(self, look: Look, name: str, short: str) -> None:
        super().__init__(look, name, name)
        self._look, self._hints = look, (name, short)
        self._room = look.pad("m") + look.whole("icon_text") + look.pad("s")
        self.setStyleSheet(f"{self.styleSheet()} QLineEdit {{ padding-left: {self._room}px; }}")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.width() - self._room - 2 * self._look.pad("m")
        fitting = [hint for hint in self._hints if self.fontMetrics().horizontalAdvance(hint) <= room]
        self.setPlaceholderText(fitting[0] if fitting else "")

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        side = self._look.length("icon_text")
        box = QRectF(self._look.pad("m"), (self.height() - side) / 2, side, side)
        paint_icon(painter_on(self), box, self._look, "magnifying-glass", "soft")


class FolderTools(QWidget):
    """Tells what is asked. ``wide``: the contents are beside; else there is a way to them, in one row or in two.

    ``searched`` comes after the typing has rested, at once with Enter; empty when the field was cleared.
    """

    back = Signal()
    forward = Signal()
    start = Signal()
    printed = Signal()
    searched = Signal(str)

    def __init__(
        self, look: Look, lang: Lang, voice: Voice | None, mode: Width, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        hint = translate("Folder", "Zoek in de folder")
        self.search = SearchField(look, hint, translate("Folder", "Zoek"))
        self.search.setMinimumWidth(look.height("quiet") * 2)
        self.search.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._rest = QTimer(self, singleShot=True, interval=SEARCH_MS)
        self._rest.timeout.connect(self.look_now)
        self.search.textChanged.connect(lambda: self._rest.start())
        self.search.returnPressed.connect(self.look_now)
        self.back_button = self._icon("arrow-left", translate("Folder", "Terug"), "folder:back", self.back)
        self.forward_button = self._icon("arrow-right", translate("Folder", "Vooruit"), "folder:forward", self.forward)
        said = translate("Folder", "Afdrukken")
        self.print_button: QuietButton
        if mode == "wide":
            self.print_button = QuietButton(look, said, "printer")
            self.print_button.clicked.connect(self.printed)
            self.print_button.setObjectName("folder:print")
        else:
            self.print_button = self._icon("printer", said, "folder:print", self.printed)
        self.read_button = ReadButton(look, voice, lang) if voice is not None else None
        self._lay_out(mode)

    def _icon(self, icon: Icon, name: str, object_name: str, signal: object) -> IconButton:
        button = IconButton(self._look, icon, name)
        button.setObjectName(object_name)
        button.clicked.connect(signal)
        return button

    def _lay_out(self, mode: Width) -> None:
        look = self._look
        first, second = row(look.gap("m")), row(look.gap("m"))
        if mode == "wide":
            first.addWidget(Text(look, translate("Place", "Folder"), "page"))
        else:
            contents = QuietButton(look, translate("Folder", "Inhoud"))
            contents.setObjectName("folder:contents")
            contents.clicked.connect(self.start)
            first.addWidget(contents)
        first.addWidget(self.back_button)
        first.addWidget(self.forward_button)
        if mode == "rows":
            first.addWidget(self.print_button)
            first.addStretch(1)
            line = second
        else:
            line = first
        line.addWidget(self.search, 1)
        if mode != "rows":
            line.addWidget(self.print_button)
        if self.read_button is not None:
            line.addWidget(self.read_button)
        box = column(look.gap("m"))
        box.addLayout(first)
        if mode == "rows":
            box.addLayout(second)
        self.setLayout(box)

    def take_focus(self) -> None:
        """Puts the focus into the field, its words chosen, so that typing begins anew."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def look_now(self) -> None:
        """Looks for what stands in the field."""
        self._rest.stop()
        self.searched.emit(self.search.text().strip())

    def show_asked(self, asked: str) -> None:
        """Puts words into the field without looking for them."""
        if self.search.text().strip() != asked:
            self.search.blockSignals(True)
            self.search.setText(asked)
            self.search.blockSignals(False)
        self._rest.stop()

    def show_trail(self, trail: Trail) -> None:
        self.back_button.setEnabled(trail.can_back)
        self.forward_button.setEnabled(trail.can_forward)

    def show_for(self, *, readable: bool, printable: bool) -> None:
        """Whether there is a text to read aloud, and something to print."""
        self.print_button.setVisible(printable)
        if self.read_button is not None:
            self.read_button.setVisible(readable)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()


class Foot(QWidget):
    """Below the text: to the passage before and after; while it is read aloud, how to pause and stop."""

    step = Signal(int)

    def __init__(self, look: Look, reader: Reader | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._reader = look, reader
        self._leads = True
        self.steps = QWidget()
        line = row(look.gap("m"))
        self._words = translate("Folder", "Vorig stuk"), translate("Folder", "Volgend stuk")
        self._short = translate("Folder", "Vorige"), translate("Folder", "Volgende")
        self.before = self._button(look, self._words[0], -1)
        self.after = self._button(look, self._words[1], 1)
        self.place = Text(look, " ", "small", "soft", align=Qt.AlignmentFlag.AlignHCenter)
        line.addWidget(self.before)
        line.addStretch(1)
        line.addWidget(self.place, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addStretch(1)
        line.addWidget(self.after)
        self.steps.setLayout(line)
        box = column()
        box.addWidget(self.steps)
        self.bar: ReadingBar | None = None
        if reader is not None:
            self.bar = ReadingBar(look, reader)
            self.bar.hide()
            box.addWidget(self.bar)
            reader.changed.connect(self._tell)
        self.setLayout(box)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        """With little room the words between the buttons go first, then those on them get shorter."""
        gap = self._look.gap("m")
        between = self.place.sizeHint().width() + 2 * gap
        for words, needed in ((self._words, between), (self._words, 0), (self._short, 0)):
            for button, word in zip((self.before, self.after), words, strict=True):
                button.setText(word)
            if self.before.sizeHint().width() + self.after.sizeHint().width() + gap + needed <= self.width():
                break
        self.place.setVisible(needed > 0)

    def _button(self, look: Look, word: str, by: int) -> StepButton:
        button = StepButton(look, word, by)
        button.setObjectName("folder:before" if by < 0 else "folder:after")
        button.clicked.connect(lambda: self.step.emit(by))
        return button

    def _tell(self) -> None:
        if self._reader is None or self.bar is None:
            return
        reading = self._reader.state != "silent"
        had_focus = self.focusWidget() is not None and self.focusWidget().hasFocus()
        self.steps.setVisible(self._leads and not reading)
        self.bar.setVisible(reading)
        if had_focus:
            (self.bar.stop if reading else self.after).setFocus(Qt.FocusReason.OtherFocusReason)

    def show_steps(self, before: str, after: str, place: str) -> None:
        """The titles of the passages before and after, empty where there is none, and which of how many this is."""
        self._leads = bool(before or after)
        self.steps.setVisible(self._leads and (self.bar is None or self.bar.isHidden()))
        self.place.say(place or " ")
        self._fold()
        for button, word, title in zip((self.before, self.after), self._words, (before, after), strict=True):
            button.setEnabled(bool(title))
            button.setAccessibleName(f"{word}: {title}" if title else word)
            button.setToolTip(title)
