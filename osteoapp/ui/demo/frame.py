"""The frame of the demo: the strip that says so, the program's real screens, and the clock that is moved."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from osteoapp.content.demo import SamplePatient, Scene
from osteoapp.i18n import translate
from osteoapp.ui.demo.mark import WORD
from osteoapp.ui.demo.notes import DemoNotes
from osteoapp.ui.icons import Icon
from osteoapp.ui.parts.buttons import QuietButton
from osteoapp.ui.parts.cards import Card, Page, column, row
from osteoapp.ui.parts.flow import Flow
from osteoapp.ui.parts.text import Text
from osteoapp.ui.theme import DEMO_NOTES_FROM, PERCENTS, WINDOW, Look


class Tool(QuietButton):
    """A button of the presenter: small, so that the program has the room."""

    font_token = "small"
    side_space = "s"

    def __init__(self, look: Look, text: str, icon: Icon | None = None, parent: QWidget | None = None) -> None:
        super().__init__(look, text, icon, height="chip", parent=parent)

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        if " " not in self.text():
            hint.setWidth(max(self.minimumSizeHint().width(), 2 * self.look.whole("button_min") // 3))
        return hint


class DemoFrame(QWidget):
    """``moved`` gives next, hour, day, week, half_year or start; ``played`` week, year or pause.

    ``spoken`` and ``sized`` give the language of the screens and the size of their letters, in per cent;
    ``closed`` comes once, at the end.
    """

    moved = Signal(str)
    played = Signal(str)
    skipped = Signal()
    spoken = Signal(str)
    sized = Signal(int)
    closed = Signal()

    def __init__(
        self, look: Look, patients: Sequence[SamplePatient], scenes: Sequence[Scene], lang: str,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._look = look
        self.setWindowTitle(f"{WORD}: {translate('Demo', 'zo werkt osteoapp')}")
        self.notes = DemoNotes(look, patients, scenes)
        self.screen_box = column()
        self._screen: QWidget | None = None
        self.buttons: dict[str, QuietButton] = {}
        middle = row()
        middle.addLayout(self.screen_box, 1)
        middle.addWidget(self.notes)
        whole = column()
        whole.addWidget(self._strip(lang))
        whole.addLayout(middle, 1)
        whole.addWidget(self._controls())
        sheet = Page(look)
        sheet.setLayout(whole)
        outer = column()
        outer.addWidget(sheet)
        self.setLayout(outer)
        self.resize(*WINDOW)

    def show_screen(self, screen: QWidget) -> None:
        """Puts the program's window into the frame, in the place of the one before."""
        if self._screen is not None:
            self.screen_box.removeWidget(self._screen)
            self._screen.hide()
            self._screen.deleteLater()
        self._screen = screen
        self.screen_box.addWidget(screen)
        screen.show()

    def around(self) -> int:
        """How much higher it is than the screen in it, in pixels."""
        return self.height() - self.screen_box.geometry().height()

    def show_time(self, text: str) -> None:
        """The day and the time at which the demo is."""
        self._time.say(text)

    def show_playing(self, name: str) -> None:
        """What runs: week, year, or empty."""
        for one in ("week", "year"):
            self.buttons[f"play:{one}"].setVisible(not name)
        self.buttons["play:pause"].setVisible(bool(name))

    def show_half_hour(self, *, runs: bool) -> None:
        """Whether there is a half hour to pass over."""
        self.buttons["skip"].setVisible(runs)

    # --- its parts

    def _strip(self, lang: str) -> QWidget:
        look = self._look
        strip = Card(look, "due_flat", radius="day", name=translate("Demo", "Dit is een demo"))
        side, pad = look.pad("m"), look.pad("xxs")
        box = row(look.gap("xs"), (side, pad, pad, pad))
        box.addWidget(Text(look, WORD, "body", "due_text", weight=700))
        said = translate("Demo", "Voorbeeldpatiënt. Er wordt niets bewaard.")
        box.addWidget(Text(look, said, "small", "due_text"), 1)
        self._put(box, "skip", translate("Demo", "Sla het half uur over"), None, self.skipped.emit)
        self.buttons["skip"].hide()
        for code, word in (("nl", "Nederlands"), ("en", "English")):
            if code != lang:
                self._put(box, f"lang:{code}", word, None, partial(self.spoken.emit, code))
        for percent, word in zip(PERCENTS, ("A", "A+", "A++"), strict=True):
            said = translate("Demo", "Letters op {percent} procent").format(percent=percent)
            self._put(box, f"size:{percent}", word, None, partial(self.sized.emit, percent), said)
        self._put(box, "notes", translate("Demo", "Aantekeningen"), None, self._fold)
        self._put(box, "close", translate("Demo", "Sluit de demo"), "x", self.close)
        strip.setLayout(box)
        return strip

    def _controls(self) -> QWidget:
        look = self._look
        holder = QWidget()
        side, edge = look.pad("m"), look.gap("xs")
        line = Flow(look.gap("xs"), look.gap("xxs"), stretch=False)
        self._time = Text(look, "", "small", weight=700, unbroken=True)
        self._time.setObjectName("demo:time")
        line.addWidget(self._time)
        steps: tuple[tuple[str, str, str, Icon | None], ...] = (
            ("next", translate("Demo", "Volgende"), translate("Demo", "Naar de volgende melding"), "bell-ringing"),
            ("hour", translate("Demo", "+1 uur"), "", None),
            ("day", translate("Demo", "+1 dag"), "", None),
            ("week", translate("Demo", "+1 week"), "", None),
            ("half_year", translate("Demo", "+6 maanden"), "", None),
            ("start", translate("Demo", "Begin"), translate("Demo", "Terug naar het begin"), "arrow-counter-clockwise"),
        )
        for name, word, said, icon in steps:
            self._put(line, f"move:{name}", word, icon, partial(self.moved.emit, name), said)
        plays: tuple[tuple[str, str, str, Icon], ...] = (
            ("week", translate("Demo", "Week"), translate("Demo", "Laat een week voorbijgaan"), "play"),
            ("year", translate("Demo", "Jaar"), translate("Demo", "Laat een jaar voorbijgaan"), "play"),
            ("pause", translate("Demo", "Pauze"), translate("Demo", "Houd de tijd stil"), "pause"),
        )
        for name, word, said, icon in plays:
            self._put(line, f"play:{name}", word, icon, partial(self.played.emit, name), said)
        box = column(0, (side, edge, look.pad("xxs"), edge))
        box.addLayout(line)
        holder.setLayout(box)
        self.show_playing("")  # not before they lie in something: a widget alone is a window of its own
        return holder

    def _put(self, box: Flow | QHBoxLayout, name: str, word: str, icon: Icon | None, do: Callable[[], object],
             said: str = "") -> None:  # fmt: skip
        button = Tool(self._look, word, icon)
        button.setObjectName(f"demo:{name}")
        if said:
            button.setAccessibleName(said)
            button.setToolTip(said)
        button.clicked.connect(lambda: do())
        box.addWidget(button)
        self.buttons[name] = button

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() < DEMO_NOTES_FROM <= event.oldSize().width():
            self.notes.hide()

    def _fold(self) -> None:
        self.notes.setVisible(not self.notes.isVisible())

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()
