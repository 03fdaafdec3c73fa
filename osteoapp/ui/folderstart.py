"""The first page of the Folder: large cards for what is asked most, each one press from its text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from osteoapp.content import leaflet, themes
from osteoapp.content.words import Lang
from osteoapp.i18n import translate
from osteoapp.ui.foldertrail import Spot
from osteoapp.ui.icons import Icon
from osteoapp.ui.parts.cards import IconMark, Round, column, row
from osteoapp.ui.parts.paint import edge_of, fill_round
from osteoapp.ui.parts.rows import Pressable
from osteoapp.ui.parts.text import Text
from osteoapp.ui.parts.tiles import Tiles
from osteoapp.ui.theme import FOLDER_TILE, Color, Look

_THEME_ICONS: Final[dict[str, Icon]] = {
    "walk": "house", "activity": "person-simple-walk", "food": "cheese", "smoking-alcohol": "wine",
    "dentist": "tooth", "pain-and-fear": "chat-circle-text", "work": "desktop", "heredity": "users",
}  # fmt: skip
# Medicines; what else a person has planned is among the themes.
_CHAPTER_ICONS: Final[dict[str, Icon]] = {
    "alendronate": "tablet-round", "risedronate": "tablet-round", "alendronate-effervescent": "pint-glass",
    "alendronate-drink": "pint-glass", "denosumab": "syringe", "zoledronate": "drop", "vitamin-d": "sun",
    "vitamin-d-drink": "drop-half-bottom", "calcium": "bone",
}  # fmt: skip
_OWN_MOST: Final = 3


@dataclass(frozen=True, slots=True)
class Offer:
    """A card: where it leads, and what it shows."""

    spot: Spot
    icon: Icon
    title: str
    line: str = ""


class Tile(Pressable):
    """A large card that is one button: icon, title, and a few words below it."""

    def __init__(self, look: Look, offer: Offer, parent: QWidget | None = None) -> None:
        super().__init__(look, f"{offer.title}. {offer.line}" if offer.line else offer.title, parent)
        self.setText(offer.title)
        self.setObjectName(f"{offer.spot.kind}:{offer.spot.id}")
        pad = look.pad("m")
        box = row(look.pad("m"), (pad, pad, look.pad("s"), pad))
        box.addWidget(Round(look, offer.icon))
        said = column(look.pad("hair"))
        said.addStretch(1)
        said.addWidget(Text(look, offer.title, "body", weight=700))
        if offer.line:
            said.addWidget(Text(look, offer.line, "small", "soft"))
        said.addStretch(1)
        box.addLayout(said, 1)
        box.addWidget(IconMark(look, "caret-right", "accent", "bold"))
        self.setLayout(box)
        self.setMinimumHeight(look.height("choice"))

    def sizeHint(self) -> QSize:
        return QSize(round(FOLDER_TILE * self.look.scale), super().sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = self.look
        corner = look.radius("card")
        painter, box = self.begin(look, corner)
        fill: Color = "card"
        if not look.contrast:
            fill = "tint_2" if self.isDown() else "tint" if self.underMouse() else "card"
        edge, width = edge_of(look)
        if look.contrast and (self.underMouse() or self.isDown()):
            edge, width = look.color("accent"), look.length("border_heavy")
        fill_round(painter, box, corner, look.color(fill), edge, max(width, look.length("border") / 2))


class StartPage(QWidget):
    """``chosen`` tells where to go. ``own`` are the chapters of the person's own treatments.

    ``clinic`` is the name of the clinic whose text is here, which may have a ``chapter`` of its own; with a ``shelf``
    a text can be put in or taken away.
    """

    chosen = Signal(object)

    def __init__(
        self, look: Look, lang: Lang, own: Sequence[str] = (), clinic: str = "", *, shelf: bool = False,
        chapter: bool = False, parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._look = look
        box = column(look.pad("s"))
        mine = _own(lang, own)
        if mine:
            box.addWidget(Text(look, translate("Folder", "Uw behandeling"), "section"))
            box.addLayout(self._tiles(mine))
            box.addSpacing(look.pad("s"))
        box.addWidget(Text(look, translate("Folder", "Elke dag en in huis"), "section"))
        every = [_theme(one) for one in themes.themes(lang)]
        box.addLayout(self._tiles(every[:4]))
        box.addSpacing(look.pad("s"))
        box.addWidget(Text(look, translate("Folder", "Goed om te weten"), "section"))
        box.addLayout(self._tiles([*every[4:], *_reference(lang)]))
        theirs = _theirs(clinic.replace("**", ""), shelf=shelf, chapter=chapter)
        if theirs:
            box.addSpacing(look.pad("s"))
            box.addWidget(Text(look, translate("Folder", "Van uw ziekenhuis of praktijk"), "section"))
            box.addLayout(self._tiles(theirs))
        self.setLayout(box)

    def _tiles(self, offers: Sequence[Offer]) -> Tiles:
        look = self._look
        tiles = Tiles(look.gap("m"), 2, whole=True)
        for offer in offers:
            tile = Tile(look, offer)
            tile.clicked.connect(lambda _=False, spot=offer.spot: self.chosen.emit(spot))
            tiles.addWidget(tile)
        return tiles


def _theme(one: themes.ThemePage) -> Offer:
    return Offer(Spot("theme", one.id), _THEME_ICONS[one.id], one.title, one.line)


def _own(lang: Lang, own: Sequence[str]) -> list[Offer]:
    titles = {topic.id: topic.title for topic in leaflet.topics(lang)}
    found = [name for name in dict.fromkeys(own) if name in titles and name in _CHAPTER_ICONS]
    return [Offer(Spot("chapter", name), _CHAPTER_ICONS[name], titles[name]) for name in found[:_OWN_MOST]]


def _theirs(clinic: str, *, shelf: bool, chapter: bool) -> list[Offer]:
    """A clinic's own chapter, and the page that puts its text in or takes it away."""
    found = []
    if chapter:
        found.append(Offer(Spot("clinic"), "first-aid", clinic, translate("Folder", "Eigen hoofdstuk")))
    if shelf:
        put = translate("Folder", "Tekst toevoegen"), translate("Folder", "Van uw ziekenhuis of praktijk")
        change = translate("Folder", "Tekst wijzigen of weghalen"), clinic
        found.append(Offer(Spot("shelf"), "download-simple", *(change if clinic else put)))
    return found


def _reference(lang: Lang) -> list[Offer]:
    call = next(topic for topic in leaflet.topics(lang) if topic.id == "when-to-call")
    return [
        Offer(Spot("chapter", call.id), "phone", call.title, translate("Folder", "De lijst voor iedereen")),
        Offer(
            Spot("words"), "question", translate("Folder", "Moeilijke woorden"),
            translate("Folder", "Wat ze betekenen"),
        ),
    ]  # fmt: skip
