"""What every section of the settings shares: what it works with, its cards and its groups of choices."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QVBoxLayout, QWidget

from osteoapp.content.words import Lang
from osteoapp.i18n import translate
from osteoapp.ui.icons import Icon
from osteoapp.ui.parts.buttons import Button, MainButton, QuietButton
from osteoapp.ui.parts.cards import Card, clear, column
from osteoapp.ui.parts.flow import Flow
from osteoapp.ui.parts.notes import NoteBanner
from osteoapp.ui.parts.rows import Pick
from osteoapp.ui.parts.text import Text
from osteoapp.ui.ports import Port, Settings
from osteoapp.ui.setup.page import Hint
from osteoapp.ui.theme import Look


class Allowed(Protocol):
    """Does what it is given, at once or after the PIN; or never, and ``refused``, where that is not given."""

    def __call__(self, then: Callable[[], None], refused: Callable[[], None] | None = None) -> None: ...


class Chooser(Protocol):
    """Asks for a place on the disk in the system's own way; ``then`` gets it, unless nothing was chosen."""

    def folder(self, parent: QWidget, title: str, then: Callable[[str], None]) -> None: ...

    def file(self, parent: QWidget, title: str, kinds: str, then: Callable[[str], None]) -> None: ...

    def new_file(self, parent: QWidget, title: str, name: str, kinds: str, then: Callable[[str], None]) -> None: ...

    def show(self, folder: str) -> bool:
        """Shows a folder; False where the system cannot."""


@dataclass(frozen=True, slots=True)
class Room:
    """What a section works with. ``keep`` keeps settings; False where that failed.

    ``go`` opens a place or a room by its name, ``trial`` shows a reminder to try out; False where there is none.
    """

    look: Look
    lang: Lang
    port: Port
    allowed: Allowed
    keep: Callable[[Settings], bool]
    go: Callable[[str], None]
    trial: Callable[[], bool]
    chooser: Chooser


Option = tuple[str, str, bool, Callable[[], None]]
"""Name of the button, word, whether it is chosen, and what pressing it does."""


class Section(QWidget):
    """A section: cards under each other, drawn anew with ``renew``; the keyboard stays where it was."""

    def __init__(self, room: Room, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.room, self.look, self.lang = room, room.look, room.lang
        self._whole = column()
        self.setLayout(self._whole)
        self._not_kept = False

    def renew(self) -> None:
        """Draws what the program says now."""
        focused = QApplication.focusWidget()
        name = focused.objectName() if focused is not None and self.isAncestorOf(focused) else ""
        clear(self._whole)
        holder = QWidget()
        box = column(self.look.gap("l"))
        for part in self.parts():
            box.addWidget(part)
        if self._not_kept:
            self._not_kept = False
            text = translate("Settings", "Dit kon niet worden bewaard. Probeer het later nog eens.")
            box.insertWidget(0, NoteBanner(self.look, text, "warning", tone="due"))
        holder.setLayout(box)
        self._whole.addWidget(holder)
        kinds = (*holder.findChildren(QAbstractButton), *holder.findChildren(QLineEdit))
        again = next((one for one in kinds if name and one.objectName() == name), None)
        if again is not None:
            again.setFocus()
        elif name:
            self.setFocus()  # what had it is gone: from here Tab goes on to what has come in its place

    def parts(self) -> Iterator[QWidget]:
        """The cards, from top to bottom."""
        raise NotImplementedError

    # --- what they are made of

    def card(self, title: str, line: str = "") -> tuple[Card, QVBoxLayout]:
        """A card with its title and the box for what stands in it."""
        look = self.look
        card = Card(look, name=title)
        pad = look.pad("xl")
        box = column(look.pad("s"), (pad, look.pad("l"), pad, pad))
        box.addWidget(Text(look, title, "section"))
        if line:
            box.addWidget(Text(look, line, "body", "soft"))
        card.setLayout(box)
        return card, box

    def picks(self, box: QVBoxLayout, title: str, options: Sequence[Option], line: str = "") -> None:
        """One of several choices under a title."""
        look = self.look
        if title:
            box.addWidget(Text(look, title, weight=600))
        if line:
            box.addWidget(Text(look, line, "body", "soft"))
        holder = QWidget()
        holder.setAccessibleName(title)
        flow = Flow(look.gap("m"))
        for name, word, chosen, act in options:
            pick = Pick(look, word, chosen=chosen, name=f"{title}: {word}" if title else word)
            pick.setObjectName(name)
            pick.clicked.connect(lambda _=False, act=act: act())
            flow.addWidget(pick)
        holder.setLayout(flow)
        box.addWidget(holder)

    def buttons(self, box: QVBoxLayout, *buttons: Button) -> None:
        """Buttons beside each other, as far as there is room."""
        holder = QWidget()
        flow = Flow(self.look.gap("m"), stretch=False)
        for button in buttons:
            flow.addWidget(button)
        holder.setLayout(flow)
        box.addWidget(holder)

    def quiet(self, name: str, word: str, icon: Icon | None, act: Callable[[], None]) -> QuietButton:
        button = QuietButton(self.look, word, icon, height="quiet_low")
        button.setObjectName(name)
        button.clicked.connect(lambda _=False: act())
        return button

    def main(self, name: str, word: str, icon: Icon | None, act: Callable[[], None]) -> MainButton:
        button = MainButton(self.look, word, icon)
        button.setObjectName(name)
        button.clicked.connect(lambda _=False: act())
        return button

    def hint(self, box: QVBoxLayout, text: str) -> Hint:
        """What is wrong, or nothing yet."""
        found = Hint(self.look)
        found.say(text)
        box.addWidget(found)
        return found

    # --- keeping

    def keep(self, settings: Settings, *, free: bool = False) -> None:
        """Keeps settings, after the PIN unless they are ``free``, and shows what is in force."""

        def act() -> None:
            self._not_kept = not self.room.keep(settings)
            if self.isVisible():  # in another look or language another page has taken its place
                self.renew()

        if free:
            act()
            return
        self.renew()  # until it is allowed, the choice in force stays the chosen one
        self.room.allowed(act)
