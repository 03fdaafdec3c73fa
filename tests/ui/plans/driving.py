"""Mijn behandeling over the real loop and store, driven as a person does it."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from osteoapp.content.catalogue import catalogue
from osteoapp.core.regimen import AnyPlan
from osteoapp.exchange.regimen_file import read
from osteoapp.i18n import Translations
from osteoapp.ui.pictures import settle
from osteoapp.ui.plans.frame import Framed
from osteoapp.ui.setup.page import QuestionPage

from ..setup.driving import ZONE, SettingUp

SAMPLE: Final = (Path(__file__).parents[2] / "data" / "all-plans.toml").read_bytes()
MONDAY: Final = datetime(2026, 11, 23, 10, 12, tzinfo=ZONE)
KNOWN: Final = date(2026, 10, 5)


class Planned(SettingUp):
    """A window with Mijn behandeling open, of someone who uses one of everything."""

    def __init__(
        self, folder: Path, translations: Translations, *, sample: bytes = SAMPLE, now: datetime = MONDAY,
        **how: object,
    ) -> None:  # fmt: skip
        super().__init__(folder, translations, now=now, **how)  # type: ignore[arg-type]
        self.loop.edit(read(sample, catalogue(), now.date()))
        self.window._build()
        self.window.go("plans")
        settle()

    @property
    def host(self) -> object:
        return self.window.plans

    @property
    def question(self) -> QuestionPage:
        """The page of questions that is open."""
        page = self.window.plans.page
        assert isinstance(page, Framed), type(page)
        return page.page

    @property
    def name(self) -> str:
        page = self.window.plans.page
        return type(page.page if isinstance(page, Framed) else page).__name__

    def press(self, *names: str) -> None:
        for name in names:
            button = self.seen(QAbstractButton, name)
            page = self.window.plans.page
            if isinstance(page, Framed) and page.page.isAncestorOf(button):
                page.page.into_sight(button)
            elif hasattr(page, "scroller") and page.scroller.isAncestorOf(button):
                page.scroller.ensureWidgetVisible(button)
            settle()
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)
            settle()

    def keep(self) -> None:
        self.press("plan:next")

    def back(self) -> None:
        self.press("plan:back")

    def date(self, name: str, day: str, month: str, year: str) -> None:
        for part, text in (("day", day), ("month", month), ("year", year)):
            self.type(f"plan:{name}-{part}", text)

    def hints(self) -> str:
        page = self.question
        parts = [page.hint, *(bound.field.hint for bound in page.bound)]
        return " | ".join(part.words.text() for part in parts if part.isVisible())

    def plan(self, name: str) -> AnyPlan:
        return next(one for one in self.port.regimen().draft.plans if one.id == name)

    def ids(self) -> list[str]:
        return [one.id for one in self.port.regimen().draft.plans]


def focused() -> str:
    """The name of what has the focus."""
    widget = QApplication.focusWidget()
    return widget.objectName() if widget is not None else ""
