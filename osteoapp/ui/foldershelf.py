"""The page that puts a clinic's own text into the Folder, says what stands there now, and takes it away again."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from osteoapp.content import leaflet
from osteoapp.content.clinic import LONGEST_NAME, ClinicLeaflet
from osteoapp.content.words import Lang
from osteoapp.i18n import full_date, translate
from osteoapp.ui.documents import documents
from osteoapp.ui.parts.buttons import MainButton, QuietButton
from osteoapp.ui.parts.cards import Card, column
from osteoapp.ui.parts.flow import Flow
from osteoapp.ui.parts.inputs import LineField
from osteoapp.ui.parts.leaflet import Reading
from osteoapp.ui.parts.notes import NoteBanner
from osteoapp.ui.parts.text import Text
from osteoapp.ui.ports import Shelf
from osteoapp.ui.theme import Look

What = Literal["file", "folder", "remove"]
_MOST_PLACES = 40


class Chooser(Protocol):
    """Asks the person where a text is; None where the person thought better of it."""

    def file(self, parent: QWidget) -> Path | None: ...

    def folder(self, parent: QWidget) -> Path | None: ...


class ComputerChooser:
    """The windows in which this computer has files chosen."""

    def file(self, parent: QWidget) -> Path | None:
        kinds = translate("Shelf", "Tekst") + " (*.txt *.text *.md *.markdown)"
        path, _ = QFileDialog.getOpenFileName(parent, translate("Shelf", "Kies een bestand"), documents(), kinds)
        return Path(path) if path else None

    def folder(self, parent: QWidget) -> Path | None:
        path = QFileDialog.getExistingDirectory(parent, translate("Shelf", "Kies een map"), documents())
        return Path(path) if path else None


@dataclass(frozen=True, slots=True)
class Told:
    """What came of the last try: one sentence, and each fault in one of its own."""

    text: str
    faults: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Request:
    """What the person asks for; ``name`` is that of the clinic."""

    what: What
    name: str = ""


@dataclass(frozen=True, slots=True)
class ShelfView:
    """What the page shows: whose text is there, since when, and where each part of it stands."""

    name: str
    since: str
    places: tuple[str, ...]
    others: int = 0


def shelf_view(clinic: ClinicLeaflet, lang: Lang) -> ShelfView:
    """The clinic's text as the page tells it."""
    chapters = {topic.id: topic.title for topic in leaflet.topics(lang)}
    own = translate("Shelf", "eigen hoofdstuk")
    lines = [f"- {one.title}: {chapters.get(one.topic or '', own)}".replace("**", "") for one in clinic.sections]
    since = translate("Folder", "Hier geplaatst op {day}.").format(day=full_date(clinic.imported, lang))
    return ShelfView(clinic.name, since, tuple(lines[:_MOST_PLACES]), max(len(lines) - _MOST_PLACES, 0))


class ShelfPage(QWidget):
    """``wanted`` brings a Request. The name has to be there before a file or folder can be chosen."""

    wanted = Signal(object)

    def __init__(
        self, look: Look, lang: Lang, clinic: ClinicLeaflet | None, told: Told | None = None,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._look = look
        side = look.pad("m")
        box = column(look.pad("s"), (side, 0, side, look.pad("s")))
        self._tell(box, told)
        box.addWidget(Text(look, translate("Shelf", "Tekst van uw ziekenhuis of praktijk"), "page"))
        said = translate("Shelf", "Een ziekenhuis of praktijk kan een eigen tekst geven. Die staat dan boven de onze.")
        box.addWidget(Text(look, said, "lead"))
        if clinic is not None:
            box.addWidget(self._now(shelf_view(clinic, lang)))
        self._form(box, clinic)
        self.setLayout(box)

    def _tell(self, box: QVBoxLayout, told: Told | None) -> None:
        """What came of the last try, on top: there it is seen at every text size."""
        if told is None:
            return
        bad = bool(told.faults)
        banner = NoteBanner(
            self._look, told.text, "warning" if bad else "check-circle", tone="due" if bad else "tint"
        )
        banner.setObjectName("shelf:told")
        box.addWidget(banner)
        if bad:
            box.addWidget(Reading(self._look, [f"- {one}" for one in told.faults]))

    def _now(self, view: ShelfView) -> Card:
        look = self._look
        card = Card(look, "tint", radius="note", name=view.name)
        pad = look.pad("l")
        box = column(look.pad("xs"), (pad, look.pad("m"), pad, look.pad("m")))
        said = translate("Shelf", "Nu staat hier de tekst van {name}").format(name=view.name.replace("**", ""))
        box.addWidget(Text(look, said, "section"))
        box.addWidget(Text(look, view.since, "body", "soft"))
        box.addWidget(Reading(look, view.places))
        if view.others:
            box.addWidget(Text(look, translate("Shelf", "En nog %n stukken", "", view.others), "body", "soft"))
        self.remove = QuietButton(look, translate("Shelf", "Haal deze tekst weg"), "x")
        self.remove.setObjectName("shelf:remove")
        self.remove.clicked.connect(self._ask)
        self._sure = QWidget()
        self._sure.setObjectName("shelf:sure")
        sure = column(look.pad("xs"))
        asked = translate("Shelf", "Weghalen? Het bestand van het ziekenhuis blijft bestaan.")
        sure.addWidget(Text(look, asked, "body"))
        flow = Flow(look.gap("m"), stretch=False)
        yes = MainButton(look, translate("Shelf", "Ja, haal weg"))
        yes.setObjectName("shelf:yes")
        yes.clicked.connect(lambda: self.wanted.emit(Request("remove")))
        no = QuietButton(look, translate("Shelf", "Nee, laat staan"), height="main")
        no.setObjectName("shelf:no")
        no.clicked.connect(self._ask)
        flow.addWidget(yes)
        flow.addWidget(no)
        sure.addLayout(flow)
        self._sure.setLayout(sure)
        self._sure.hide()
        line = Flow(look.gap("m"), stretch=False)
        line.addWidget(self.remove)
        box.addLayout(line)
        box.addWidget(self._sure)
        card.setLayout(box)
        return card

    def _ask(self) -> None:
        """Asks whether it is meant, or takes the question back."""
        asking = self._sure.isHidden()
        self._sure.setVisible(asking)
        self.remove.setVisible(not asking)

    def _form(self, box: QVBoxLayout, clinic: ClinicLeaflet | None) -> None:
        look = self._look
        title = translate("Shelf", "Een andere tekst plaatsen") if clinic else translate("Shelf", "Een tekst plaatsen")
        box.addSpacing(look.pad("xs"))
        box.addWidget(Text(look, title, "section"))
        label = translate("Shelf", "Naam van het ziekenhuis of de praktijk")
        box.addWidget(Text(look, label, "body", weight=600))
        self.name = LineField(look, label, translate("Shelf", "Bijvoorbeeld: Ziekenhuis De Linde"))
        self.name.setMaxLength(LONGEST_NAME)
        self.name.setObjectName("shelf:name")
        self.name.setText(clinic.name if clinic is not None else "")
        self.lacking = NoteBanner(look, translate("Shelf", "Vul eerst de naam in."), "warning", tone="due")
        self.name.textChanged.connect(self.lacking.hide)
        box.addWidget(self.name)
        self.lacking.hide()
        box.addWidget(self.lacking)
        flow = Flow(look.gap("m"), stretch=False)
        for what, word, kind in (
            ("file", translate("Shelf", "Kies een bestand"), MainButton),
            ("folder", translate("Shelf", "Kies een map"), QuietButton),
        ):
            button = kind(look, word, height="main") if kind is QuietButton else MainButton(look, word)
            button.setObjectName(f"shelf:{what}")
            button.clicked.connect(lambda _=False, of=what: self._choose(of))
            flow.addWidget(button)
        box.addLayout(flow)
        said = translate("Shelf", "Een bestand is gewone tekst (.txt) of Markdown (.md). Een map mag er meer bevatten.")
        box.addWidget(Text(look, said, "body", "soft"))
        said = translate("Shelf", "Is er iets mis? Dan verandert er niets, en leest u hier wat er mis is.")
        box.addWidget(Text(look, said, "body", "soft"))

    def _choose(self, what: What) -> None:
        if self.name.text().strip():
            self.wanted.emit(Request(what, self.name.text()))
        else:
            self.lacking.show()
            self.name.setFocus()


def fulfil(request: Request, shelf: Shelf, chooser: Chooser, lang: Lang, parent: QWidget) -> Told | None:
    """Does what was asked for and tells what came of it; None where the person chose nothing."""
    if request.what == "remove":
        faults = shelf.remove(lang)
        if faults:
            return Told(translate("Shelf", "De tekst is niet weggehaald."), faults)
        return Told(translate("Shelf", "De tekst is weggehaald. Onze eigen tekst staat er nog."))
    place = chooser.file(parent) if request.what == "file" else chooser.folder(parent)
    if place is None:
        return None
    faults = shelf.bring(place, request.name, lang)
    if faults:
        text = translate("Shelf", "De tekst is niet geplaatst. Er is niets veranderd. Dit is er mis:")
        return Told(text, faults)
    return Told(translate("Shelf", "De tekst staat er. U vindt hem bij elk onderwerp, boven onze tekst."))
