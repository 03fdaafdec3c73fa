"""Reading aloud, sentence by sentence: the reader, its bar, and a button for any text.

``ReadAloud(look, voice, lang, texts)`` is all that another page needs: a button "Lees voor" that reads what ``texts()``
gives, becomes "Stop" while it reads, and says in words what is missing where nothing can be read. A pane that is drawn
anew has an ``AloudButton`` instead, and a ``PaneReader`` that outlives it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QObject, QRectF, QTimer, Signal
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QWidget

from osteoapp.content.words import Lang
from osteoapp.i18n import translate
from osteoapp.ui.parts.buttons import Button, QuietButton, TextButton
from osteoapp.ui.parts.cards import IconMark, column, row
from osteoapp.ui.parts.paint import box_of, fill_round, painter_on
from osteoapp.ui.parts.text import Text
from osteoapp.ui.ports import Voice
from osteoapp.ui.theme import ASK_VOICE_MS, Color, Height, Look

State = Literal["silent", "reading", "paused"]


class Reader(QObject):
    """Reads sentences in turn. ``moved`` tells the number of the one that is read, -1 at the end; ``changed`` a state.

    A pause keeps the place; going on reads the sentence from its beginning, which works with every engine.
    """

    moved = Signal(int)
    changed = Signal()

    def __init__(self, voice: Voice, lang: Lang, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.voice, self.lang = voice, lang
        self.state: State = "silent"
        self.failed = False
        self._texts: tuple[str, ...] = ()
        self._number = 0
        self._turn = 0

    def read(self, texts: Sequence[str], first: int = 0) -> None:
        """Reads from the sentence of that number on; what is being read stops."""
        self._texts, self._number, self.failed = tuple(texts), first, False
        if self._texts:
            self._become("reading")
            self._say()

    def pause(self) -> None:
        if self.state == "reading":
            self._turn += 1
            self.voice.stop()
            self._become("paused")

    def resume(self) -> None:
        if self.state == "paused":
            self._become("reading")
            self._say()

    def stop(self) -> None:
        if self.state != "silent":
            self._turn += 1
            self.voice.stop()
            self._end()

    def _say(self) -> None:
        self._turn += 1
        turn = self._turn
        self.moved.emit(self._number)
        self.voice.speak(self._texts[self._number], self.lang, lambda whole: self._done(turn, whole))

    def _done(self, turn: int, whole: bool) -> None:
        if turn != self._turn:
            return
        self._number += 1
        if not whole:
            self.failed = True
            self._end()
        elif self._number < len(self._texts):
            self._say()
        else:
            self._end()

    def _end(self) -> None:
        self.moved.emit(-1)
        self._become("silent")

    def _become(self, state: State) -> None:
        self.state = state
        self.changed.emit()


def missing(status: str) -> str:
    """What is said where nothing can be read aloud: what is missing and where it comes from."""
    if status == "no-voice":
        return translate(
            "ReadAloud",
            "Voor deze taal staat geen stem op deze computer. "
            "Windows: Instellingen, Tijd en taal, Spraak, Stemmen toevoegen. "
            "Linux: het pakket espeak-ng. Vraag iemand om hulp als dit lastig is.",
        )
    if status in ("no-library", "no-engine"):
        return translate(
            "ReadAloud",
            "Op deze computer staat nog geen programma dat voorleest. "
            "Linux: de pakketten speech-dispatcher en espeak-ng. "
            "Windows: Instellingen, Tijd en taal, Spraak. Vraag iemand om hulp als dit lastig is.",
        )
    return ""


def failed_words() -> str:
    """What is said where reading broke off."""
    return translate("ReadAloud", "Voorlezen lukt nu niet.")


class ReadButton(QuietButton):
    """The button "Lees voor". Where nothing can be read it looks so, and can still be reached and asked why."""

    def __init__(self, look: Look, voice: Voice, lang: Lang, *, height: Height = "quiet") -> None:
        super().__init__(look, translate("ReadAloud", "Lees voor"), "speaker-high", height=height)
        self.setObjectName("read:aloud")
        self._voice, self._lang = voice, lang
        self._ask = QTimer(self, singleShot=True, interval=ASK_VOICE_MS)
        self._ask.timeout.connect(voice.prepare)
        voice.changed.connect(self._tell)
        self._tell()

    @property
    def missing(self) -> str:
        """What is missing, in words; empty where it can be read, or is not known yet."""
        return missing(self._voice.status(self._lang))

    def _tell(self) -> None:
        self.setAccessibleDescription(self.missing)
        self.update()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._ask.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._ask.stop()

    def _face(self, painter: QPainter, box: QRectF) -> Color:
        return self._not_now(painter, box) if self.missing else super()._face(painter, box)


class ReadAloud(QWidget):
    """"Lees voor" for a text elsewhere. ``texts`` gives its sentences when the button is pressed."""

    def __init__(
        self, look: Look, voice: Voice, lang: Lang, texts: Callable[[], Sequence[str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._texts = texts
        self.reader = Reader(voice, lang, self)
        self.button = ReadButton(look, voice, lang, height="quiet_small")
        self.button.clicked.connect(self._press)
        self.note = Text(look, "", "small", "soft")
        self.note.hide()
        self.reader.changed.connect(self._tell)
        box = column(look.pad("xs"))
        line = row()
        line.addWidget(self.button)
        line.addStretch(1)
        box.addLayout(line)
        box.addWidget(self.note)
        self.setLayout(box)

    def _press(self) -> None:
        self.note.say(self.button.missing)
        self.note.setVisible(bool(self.button.missing))
        if self.reader.state != "silent":
            self.reader.stop()
        elif not self.button.missing:
            self.reader.read(self._texts())

    def _tell(self) -> None:
        reading = self.reader.state != "silent"
        say_again(self.button, translate("ReadAloud", "Stop") if reading else translate("ReadAloud", "Lees voor"))
        self.button.icon_name = "stop" if reading else "speaker-high"
        if self.reader.failed:
            self.note.say(failed_words())
            self.note.show()

    def hideEvent(self, event: QHideEvent) -> None:
        """What is no longer on the screen is no longer read."""
        super().hideEvent(event)
        self.reader.stop()


class PaneReader(Reader):
    """Reads a pane. It goes on where the pane is drawn anew with the same text, and stops where it is gone.

    It has no parent: it has to be there a moment longer than the page that it reads.
    """

    def __init__(self, voice: Voice, lang: Lang) -> None:
        super().__init__(voice, lang)
        self._shown: object = None

    def shown(self, by: object, texts: Sequence[str]) -> None:
        """A button for these texts is on the screen now; another text that is being read stops."""
        if tuple(texts) != self._texts:
            self.stop()
        self._shown = by

    def hidden(self, by: object) -> None:
        """A button has left; if no other takes over at once, what is being read stops."""
        QTimer.singleShot(0, lambda: self.stop() if self._shown is by else None)


@dataclass(frozen=True)
class Aloud:
    """Who reads a pane, and what."""

    reader: PaneReader
    texts: tuple[str, ...]


class AloudButton(TextButton):
    """"Lees voor" in a pane. No voice is looked for before it is pressed; where there is none, it says so then.

    What is missing is its description; the Folder has room to tell it. It is as wide as the widest of its words.
    """

    def __init__(self, look: Look, aloud: Aloud, parent: QWidget | None = None) -> None:
        super().__init__(look, translate("ReadAloud", "Geen stem"), "speaker-high", parent=parent)
        self._words = translate("ReadAloud", "Lees voor"), translate("ReadAloud", "Stop"), self.text()
        widths = []
        for word in self._words:
            self.setText(word)
            widths.append(self.sizeHint().width())
        self.setMinimumWidth(max(widths))
        self.setObjectName("pane:read")
        self._aloud = aloud
        self.clicked.connect(self._press)
        aloud.reader.changed.connect(self._tell)
        self._tell()

    def _press(self) -> None:
        reader = self._aloud.reader
        if reader.state == "silent":
            reader.read(self._aloud.texts)
        else:
            reader.stop()

    def _tell(self) -> None:
        reader = self._aloud.reader
        reading = reader.state != "silent"
        lacking = missing(reader.voice.status(reader.lang)) or (failed_words() if reader.failed else "")
        aloud, stop, none = self._words
        say_again(self, stop if reading else none if reader.failed and lacking else aloud)
        self.icon_name = "stop" if reading else "speaker-high"
        self.setAccessibleDescription(lacking if not reading else "")
        self.setToolTip(self.accessibleDescription())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._aloud.reader.shown(self, self._aloud.texts)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._aloud.reader.hidden(self)


class ReadingBar(QFrame):
    """What stands below a text while it is read: that it is, and how to pause and stop."""

    def __init__(self, look: Look, reader: Reader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._reader = look, reader
        ground: Color = "ink" if look.contrast else "paper"
        side, pad = look.pad("l"), look.pad("xs")
        box = row(look.pad("m"), (side, pad, pad, pad))
        box.addWidget(IconMark(look, "speaker-high", ground, "fill"))
        self.words = Text(look, " ", color=ground, weight=600)
        box.addWidget(self.words)
        box.addStretch(1)
        self.pause = QuietButton(look, translate("ReadAloud", "Ga verder"), "pause", height="quiet_small")
        self.pause.setObjectName("read:pause")
        self.pause.setMinimumWidth(self.pause.sizeHint().width())
        self.pause.clicked.connect(self._pause)
        self.stop = QuietButton(look, translate("ReadAloud", "Stop"), "stop", height="quiet_small")
        self.stop.setObjectName("read:stop")
        self.stop.clicked.connect(reader.stop)
        box.addWidget(self.pause)
        box.addWidget(self.stop)
        self.setLayout(box)
        reader.changed.connect(self._tell)
        self._tell()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Without room for its words it has the buttons only, which say the same."""
        super().resizeEvent(event)
        parts = (self.words, self.pause, self.stop)
        needed = sum(part.sizeHint().width() for part in parts) + 6 * self._look.pad("l")
        self.words.setVisible(self.width() >= needed)

    def _pause(self) -> None:
        if self._reader.state == "paused":
            self._reader.resume()
        else:
            self._reader.pause()

    def _tell(self) -> None:
        paused = self._reader.state == "paused"
        still = translate("ReadAloud", "Voorlezen staat even stil")
        self.words.say(still if paused else translate("ReadAloud", "Wordt voorgelezen"))
        self.setAccessibleName(self.words.text())
        say_again(self.pause, translate("ReadAloud", "Ga verder") if paused else translate("ReadAloud", "Pauze"))
        self.pause.icon_name = "play" if paused else "pause"

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = self._look
        edge = look.color("line") if look.contrast else None
        ground = look.color("card" if look.contrast else "ink")
        fill_round(painter_on(self), box_of(self), look.radius("note"), ground, edge, look.length("border"))


def say_again(button: Button, word: str) -> None:
    """Another word on a button."""
    button.setText(word)
    button.setAccessibleName(word)
    button.updateGeometry()
    button.update()
