"""Joins the pages about the program to the main window."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from osteoapp.content.words import Lang
from osteoapp.ui.about.licences import LicencePage, LicencesPage
from osteoapp.ui.about.model import parts
from osteoapp.ui.about.page import AboutPage
from osteoapp.ui.theme import Look


class AboutHost:
    """``show`` brings a page to the front, ``leave`` leads back to where it was asked for.

    ``looks`` tells how the screens look and speak now, ``folder`` where the data are.
    """

    def __init__(
        self,
        looks: Callable[[], tuple[Look, Lang]],
        show: Callable[[QWidget], None],
        leave: Callable[[], None],
        folder: Callable[[], str],
    ) -> None:
        self._looks, self._show, self._leave, self._folder = looks, show, leave, folder

    def open(self) -> None:
        """Shows the page about the program."""
        look, lang = self._looks()
        page = AboutPage(look, lang, self._folder())
        page.left.connect(self._leave)
        page.licences.connect(self.licences)
        self._show(page)

    def licences(self) -> None:
        """Shows the list of what others made."""
        page = LicencesPage(self._looks()[0])
        page.left.connect(self.open)
        page.chosen.connect(self.licence)
        self._show(page)

    def licence(self, number: int) -> None:
        """Shows the licence of one part."""
        page = LicencePage(self._looks()[0], parts()[number])
        page.left.connect(self.licences)
        self._show(page)
