"""The pages of the places other than Vandaag: made when they are asked for, from what the program says then."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from PySide6.QtWidgets import QWidget

from osteoapp.content.words import Lang
from osteoapp.ui.column import PlaceName
from osteoapp.ui.folder import FolderPage
from osteoapp.ui.ports import Port
from osteoapp.ui.preferences import PreferencesPage
from osteoapp.ui.progress import DAYS, ProgressPage
from osteoapp.ui.schedule import WEEKS, SchedulePage
from osteoapp.ui.snapshot import take
from osteoapp.ui.theme import Look

_DAY: Final = timedelta(days=1)


def page_of(place: PlaceName, look: Look, port: Port, lang: Lang) -> QWidget:
    """The page of a place."""
    if place == "calendar":
        first = port.now().date()
        return SchedulePage(look, port.between(first, first + timedelta(weeks=WEEKS) - _DAY), take(port))
    if place == "progress":
        last = port.now().date()
        return ProgressPage(look, port.between(last - timedelta(days=DAYS) + _DAY, last), take(port))
    if place == "settings":
        return PreferencesPage(look, port.settings(), lang, port.data_folder(), port.health(), port.machine)
    return FolderPage(look, lang)
