"""The pages of the places other than Vandaag: made when they are asked for, from what the program says then."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from PySide6.QtWidgets import QWidget

from osteoapp import words
from osteoapp.content.words import Lang
from osteoapp.ui.calendar.place import CalendarPlace, Shown
from osteoapp.ui.column import PlaceName
from osteoapp.ui.folder import FolderPage
from osteoapp.ui.foldertrail import Memory
from osteoapp.ui.folderwalk import WalkDesk
from osteoapp.ui.ports import Port
from osteoapp.ui.progress.page import Chosen, ProgressPage
from osteoapp.ui.theme import Look

# What the dentist wants to know of: the medicines that the leaflet names for it.
BONE_MEDICINES: Final = frozenset(
    {"alendronate", "alendronate-drink", "alendronate-effervescent", "risedronate", "zoledronate", "denosumab"}
)


@dataclass
class Kept:
    """Where the person was in each place: it is so again when she comes back.

    ``allowed`` asks what has to be asked before something is changed there.
    """

    folder: Memory = field(default_factory=Memory)
    calendar: Shown = field(default_factory=Shown)
    progress: Chosen = field(default_factory=Chosen)
    allowed: Callable[[Callable[[], None]], None] = lambda then: then()


def page_of(place: PlaceName, look: Look, port: Port, lang: Lang, kept: Kept) -> QWidget:
    """The page of a place."""
    if place == "calendar":
        return CalendarPlace(look, port, lang, kept.calendar)
    if place == "progress":
        return ProgressPage(look, port, lang, kept.progress)
    return folder_page(look, port, lang, kept)


def folder_page(look: Look, port: Port, lang: Lang, kept: Kept) -> FolderPage:
    """The Folder, with what is the person's own."""
    regimen = port.regimen()
    plans = [plan for plan in regimen.draft.plans if plan.treatment in regimen.catalogue]
    topics = [regimen.catalogue[plan.treatment].topic for plan in plans]
    bone = [plan for plan, topic in zip(plans, topics, strict=True) if topic in BONE_MEDICINES]
    medicines = [words.plan_title(plan, lang) for plan in bone]
    return FolderPage(
        look, lang, memory=kept.folder, voice=port.voice, own=topics, medicines=medicines, clinic=port.clinic_leaflet(),
        shelf=port.shelf, walk=WalkDesk(look, port, lang), allowed=kept.allowed,
    )  # fmt: skip
