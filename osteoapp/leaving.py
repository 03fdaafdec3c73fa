"""Closing the window, stopping the program, and where it is meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QMessageBox

from osteoapp import words
from osteoapp.store.faults import WriteFailed
from osteoapp.store.store import Store
from osteoapp.ui.tray import Tray, tray_picture
from osteoapp.ui.window import MainWindow

PICTURE = 48


class Leaving(QObject):
    """With a tray, closing the window leaves the program there; without one it asks before it goes."""

    def __init__(self, window: MainWindow, store: Store, has_tray: Callable[[], bool] = Tray.available) -> None:
        super().__init__()
        self._window, self._store, self._has_tray = window, store, has_tray
        self.ending = False
        self.box: QMessageBox | None = None

    def closed(self) -> None:
        """The person closed the window."""
        if self.ending:
            QApplication.quit()
        elif self._has_tray():
            self._say_where()
        elif not self.stop():
            self._window.showMinimized()

    def stop(self) -> bool:
        """Ends the program, if the person stays with it after hearing what that means; False where it goes on."""
        if not self.ending and not self._wants_to_leave():
            return False
        self.ending = True
        QApplication.quit()
        return True

    def end_with_session(self) -> None:
        """The person logs out or the computer goes off: there is nothing to ask."""
        self.ending = True

    def still_seen(self) -> None:
        """A panel may go while the window is hidden: then the window comes back, out of the way."""
        window = self._window
        if window.isHidden() and window.bar is None and not self.ending and not self._has_tray():
            window.showMinimized()

    def _say_where(self) -> None:
        """Once: the program goes on, and this is its picture."""
        settings = self._store.settings()
        if settings.tray_told:
            return
        with suppress(WriteFailed):  # then it is said once more
            self._store.save_settings(replace(settings, tray_told=True))
        lang = self._window.lang
        box = self._made("tray_title", "tray_text")
        box.setIconPixmap(tray_picture("calm", PICTURE))
        box.addButton(words.sentence("tray_seen", lang), QMessageBox.ButtonRole.AcceptRole)
        # Not exec: a reminder that falls due meanwhile must be answerable.
        box.setWindowModality(Qt.WindowModality.NonModal)
        box.show()
        self.box = box

    def _wants_to_leave(self) -> bool:
        lang = self._window.lang
        box = self._made("quit_title", "quit_text")
        stay = box.addButton(words.sentence("quit_stay", lang), QMessageBox.ButtonRole.RejectRole)
        leave = box.addButton(words.sentence("quit_leave", lang), QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(stay)
        box.setEscapeButton(stay)
        box.exec()
        return box.clickedButton() is leave

    def _made(self, title: str, text: str) -> QMessageBox:
        lang = self._window.lang
        box = QMessageBox(QMessageBox.Icon.NoIcon, words.sentence(title, lang), "", parent=None)
        box.setText(words.sentence(text, lang))
        box.setFont(self._window.look.font("body"))
        box.setObjectName(title)
        return box
