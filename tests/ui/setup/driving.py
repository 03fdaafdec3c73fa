"""A set-up over the real loop and store, driven as a person does it: presses and typed fields are counted."""

from __future__ import annotations

from datetime import datetime
from itertools import count
from pathlib import Path
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget

from osteoapp.content.catalogue import catalogue
from osteoapp.i18n import Translations
from osteoapp.joining import LoopPort
from osteoapp.reminding.clock import VirtualClock
from osteoapp.reminding.loop import Reminders
from osteoapp.store.faults import WriteFailed
from osteoapp.store.store import Store
from osteoapp.ui.pictures import settle
from osteoapp.ui.ports import Settings
from osteoapp.ui.setup.wizard import SetupPage
from osteoapp.ui.window import MainWindow

ZONE = ZoneInfo("Europe/Amsterdam")
SUNDAY = datetime(2026, 11, 22, 10, 12, tzinfo=ZONE)


class SettingUp:
    """A window with the set-up open, on an empty data folder unless one is given that is not."""

    def __init__(
        self, folder: Path, translations: Translations, *, lang: str = "nl", text: int = 100, theme: str = "light",
        size: tuple[int, int] = (1280, 800), now: datetime = SUNDAY,
    ) -> None:  # fmt: skip
        self.folder = folder
        self.clock = VirtualClock(now, ZONE)
        self.store = Store.open(folder, catalogue())
        numbers = count(1)
        self.loop = Reminders(
            self.store, self.clock, show=lambda reminders, _: None, wake=lambda _: None,
            new_id=lambda: f"e{next(numbers)}", write_faults=(WriteFailed,),
        )  # fmt: skip
        self.port = LoopPort(self.loop, self.store, folder, lambda: f"p{next(numbers)}")
        self.loop.start()
        self.port.save_settings(Settings(text, theme, lang))
        self.window = MainWindow(self.port, translations)
        self.window.resize(*size)
        self.window.show()
        self.window.setup.open()
        settle()
        self.window.activateWindow()
        assert QTest.qWaitForWindowActive(self.window)
        self.presses = 0
        self.by_keys = False

    def close(self) -> None:
        self.window.hide()
        self.store.close()

    @property
    def setup(self) -> SetupPage:
        found = self.window.setup.page
        assert found is not None
        return found

    @property
    def name(self) -> str:
        """The page that is open."""
        assert self.setup.page is not None
        return self.setup.page.page.key

    def seen(self, kind: type[QWidget], name: str, inside: QWidget | None = None) -> QWidget:
        holder = inside or self.window
        found = [one for one in holder.findChildren(kind, name) if one.isVisible()]
        there = sorted({one.objectName() for one in holder.findChildren(kind) if one.isVisible()})
        assert found, f"no {name} on {self.name}; there are {there}"
        return found[0]

    def press(self, *names: str) -> None:
        """Clicks of the mouse, or the space bar where the keyboard alone is used."""
        for name in names:
            button = self.seen(QAbstractButton, name)
            page = self.setup.page
            if page is not None and page.isAncestorOf(button):
                page.into_sight(button)
            if self.by_keys:
                button.setFocus(Qt.FocusReason.TabFocusReason)
                key(Qt.Key.Key_Space)
            else:
                QTest.mouseClick(button, Qt.MouseButton.LeftButton)
                settle()
            self.presses += 1

    def type(self, name: str, text: str) -> None:
        """Fills in a line as a person does: what was there goes, the new text is typed, the line is left."""
        line = self.seen(QLineEdit, name)
        assert isinstance(line, QLineEdit)
        line.setFocus()
        line.selectAll()
        if self.by_keys:
            QTest.keyClicks(line, text)
        else:
            line.insert(text)  # as a keyboard with any letters would
            line.textEdited.emit(line.text())
        line.editingFinished.emit()
        settle()
        self.presses += 1

    def on(self, times: int = 1) -> None:
        for _ in range(times):
            self.press("setup:next")

    def hints(self) -> str:
        """All that is said to be wrong."""
        page = self.setup.page
        assert page is not None
        parts = [page.hint, *(bound.field.hint for bound in page.bound)]
        return " | ".join(part.words.text() for part in parts if part.isVisible())


def key(*keys: Qt.Key, mods: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Presses keys where the focus is."""
    for one in keys:
        target = QApplication.focusWidget()
        assert target is not None, "nothing has the focus"
        QTest.keyClick(target, one, mods)
        settle()


def keys(text: str) -> None:
    """Types letters where the focus is."""
    target = QApplication.focusWidget()
    assert target is not None, "nothing has the focus"
    QTest.keyClicks(target, text)
    settle()
