"""The rooms behind the five places: the set-up, Mijn behandeling, the settings' own pages, papers, the guide.

Each has a host of its own; here they are built and opened by name.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from osteoapp.content.words import Lang
from osteoapp.ui.about.host import AboutHost
from osteoapp.ui.guide.page import GuidePage
from osteoapp.ui.plans.host import PLACES as PLAN_PLACES
from osteoapp.ui.plans.host import PlansHost
from osteoapp.ui.ports import Port, Settings
from osteoapp.ui.settings.host import SettingsHost
from osteoapp.ui.setup.host import SetupHost
from osteoapp.ui.share.host import ShareHost
from osteoapp.ui.theme import Look

# These stand under Instellingen in the left column.
OF_SETTINGS: Final = (*PLAN_PLACES, "about", "guide")


class Doors(QObject):
    """``show`` brings a page to the front, ``go`` leads to a place by its name, ``back`` to where one was.

    ``looks`` tells how the screens look and speak now, ``pages`` where they lie; ``restyle`` keeps other settings and
    builds the window anew, ``anew`` builds it for a plan that has just been saved. ``demo`` asks for the demo.
    """

    demo = Signal()

    def __init__(
        self,
        port: Port,
        looks: Callable[[], tuple[Look, Lang]],
        pages: Callable[[], QStackedWidget],
        show: Callable[[QWidget], None],
        go: Callable[[str], None],
        back: Callable[[], None],
        restyle: Callable[[Settings], bool],
        anew: Callable[[], None],
    ) -> None:
        super().__init__()
        self._looks, self._show = looks, show
        self._to_settings = lambda: go("settings")
        self.setup = SetupHost(port, looks, show, lambda: go("today"), restyle, anew, self.demo.emit)
        self.settings = SettingsHost(port, looks, pages, restyle, go, self.setup.try_out)
        self.share = ShareHost(port, looks, show, back)
        self.plans = PlansHost(port, looks, show, self.settings.guard.allowed)
        self.about = AboutHost(looks, show, self._to_settings, port.data_folder)
        self._ways: dict[str, Callable[[], object]] = {
            "setup": lambda: self.settings.guard.allowed(self.setup.open),
            "share": self.share.open,
            "about": self.about.open,
            "guide": self._guide,
            "demo": self.demo.emit,
            **{place: lambda place=place: self.plans.open(place) for place in PLAN_PLACES},  # type: ignore[misc]
        }

    def open(self, name: str) -> bool:
        """Opens a room; False where no room has this name."""
        way = self._ways.get(name)
        if way is not None:
            way()
        return way is not None

    def _guide(self) -> None:
        look, lang = self._looks()
        page = GuidePage(look, lang)
        page.left.connect(self._to_settings)
        self._show(page)
