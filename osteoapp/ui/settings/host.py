"""Joins the settings to the main window: which section is open, keeping what is chosen, and the PIN before it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QApplication, QStackedWidget

from osteoapp.content.words import Lang
from osteoapp.ui.ports import Port, Settings
from osteoapp.ui.settings.chooser import SystemChooser
from osteoapp.ui.settings.guard import Guard
from osteoapp.ui.settings.page import SettingsPage
from osteoapp.ui.settings.section import Chooser, Room
from osteoapp.ui.theme import Look


class SettingsHost:
    """``looks`` tells how the screens look and speak, ``pages`` where they lie; ``restyle`` builds the window anew.

    ``go`` opens a place or a room by its name; ``trial`` shows a reminder to try out.
    """

    def __init__(
        self,
        port: Port,
        looks: Callable[[], tuple[Look, Lang]],
        pages: Callable[[], QStackedWidget],
        restyle: Callable[[Settings], bool],
        go: Callable[[str], None],
        trial: Callable[[], bool],
    ) -> None:
        self._port, self._looks, self._restyle = port, looks, restyle
        self._go, self._trial = go, trial
        self.guard = Guard(port, looks, pages)
        self.chooser: Chooser = SystemChooser()
        self._section = self._focus = ""

    def page(self) -> SettingsPage:
        """The page as it was left."""
        look, lang = self._looks()
        room = Room(look, lang, self._port, self.guard.allowed, self._keep, self._go, self._trial, self.chooser)
        page = SettingsPage(room, self._section, self._focus)
        self._focus = ""
        page.opened.connect(self._opened)
        return page

    def opens(self, section: str) -> None:
        """The section that the page shows next."""
        self._section = section

    def _opened(self, section: str) -> None:
        self._section = section

    def _keep(self, settings: Settings) -> bool:
        """Keeps settings; what changes how the screens look or speak builds them anew, after this press is over."""
        old = self._port.settings()
        seen = (old.text_size, old.theme, old.language) != (settings.text_size, settings.theme, settings.language)
        if not seen:
            return self._port.save_settings(settings)
        focused = QApplication.focusWidget()
        self._focus = focused.objectName() if focused is not None else ""
        return self._restyle(settings)
