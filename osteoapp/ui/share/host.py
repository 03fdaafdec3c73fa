"""Joins "Papier en bestanden" to the main window: the list, and the page of each sheet and file."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from osteoapp.content.words import Lang
from osteoapp.ui.ports import Port
from osteoapp.ui.share.model import Kind, kinds
from osteoapp.ui.share.onepage import OnePage
from osteoapp.ui.share.page import SharePage
from osteoapp.ui.share.press import ComputerFiles, FilePress
from osteoapp.ui.theme import Look


class ShareHost:
    """``show`` brings a page to the front, ``back`` leads to where the list, or one sheet alone, was opened from."""

    def __init__(
        self, port: Port, looks: Callable[[], tuple[Look, Lang]], show: Callable[[QWidget], None],
        back: Callable[[], None],
    ) -> None:  # fmt: skip
        self._port, self._looks, self._show, self._back = port, looks, show, back
        self.press: FilePress = ComputerFiles()

    def open(self, kind: str = "") -> None:
        """Opens the list, or at once the page of one kind."""
        found = next((one for one in kinds() if one.id == kind), None)
        if found is None:
            page = SharePage(self._looks()[0])
            page.chosen.connect(self.open)
            page.left.connect(self._back)
            self._show(page)
            return
        self._one(found, self.open)

    def sheet(self, kind: str) -> None:
        """Opens the page of one kind alone: from there one goes back to where it was asked for."""
        self._one(next(one for one in kinds() if one.id == kind), self._back)

    def _one(self, kind: Kind, back: Callable[[], None]) -> None:
        look, lang = self._looks()
        one = OnePage(look, self._port.share, self.press, lang, kind)
        one.left.connect(lambda: back())
        self._show(one)
