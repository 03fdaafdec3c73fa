"""The page that asks what of the Folder goes on paper: the passage, the chapter or all of it, printed or as a PDF."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from osteoapp import words
from osteoapp.content import glossary, leaflet, themes
from osteoapp.content.clinic import PREFIX, ClinicLeaflet
from osteoapp.content.words import Lang
from osteoapp.i18n import full_date, translate
from osteoapp.ui.folderforms import dentist_lines
from osteoapp.ui.foldersheet import NOTES
from osteoapp.ui.foldertrail import Spot
from osteoapp.ui.paper import Paper, Piece
from osteoapp.ui.parts.buttons import MainButton, QuietButton
from osteoapp.ui.parts.cards import column
from osteoapp.ui.parts.flow import Flow
from osteoapp.ui.parts.notes import NoteBanner
from osteoapp.ui.parts.rows import Pick
from osteoapp.ui.parts.text import Text
from osteoapp.ui.passage import addition_words, source_words
from osteoapp.ui.printing import Press
from osteoapp.ui.theme import Look


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to print: its name for code and for the person, and how its paper is made."""

    id: str
    word: str
    make: Callable[[], Paper]


def choices(
    spot: Spot, lang: Lang, medicines: Sequence[str] = (), clinic: ClinicLeaflet | None = None
) -> tuple[Choice, ...]:
    """What can be printed from a place in the Folder, the most likely first; a clinic's own text above ours."""
    found: list[Choice] = []
    if spot.kind == "theme" and themes.theme(spot.id, lang).form == "card":
        name = translate("Print", "Het kaartje voor de tandarts")
        found.append(Choice("card", name, lambda: dentist_paper(lang, medicines)))
    if spot.kind == "chapter":
        chapter = next(topic for topic in leaflet.topics(lang) if topic.id == spot.id)
        said = translate("Print", "Dit hoofdstuk: {title}").format(title=chapter.title)
        found.append(Choice("chapter", said, lambda: paper([_with(chapter, clinic)], lang, clinic=clinic)))
    elif spot.kind == "clinic" and clinic is not None:
        ids = [clinic.id_of(section) for section in clinic.unmapped()]
        said = translate("Print", "Dit hoofdstuk: {title}").format(title=clinic.name)
        found.append(Choice("chapter", said, lambda: paper([(clinic.name, ids)], lang, clinic=clinic)))
    elif spot.kind == "theme":
        page = themes.theme(spot.id, lang)
        said = translate("Print", "Deze bladzijde: {title}").format(title=page.title)
        found.append(Choice("chapter", said, lambda: paper([(page.title, page.passages)], lang)))
    elif spot.kind == "words":
        found.append(Choice("words", translate("Folder", "Moeilijke woorden"), lambda: words_paper(lang)))
    one = _passage(spot.passage, lang, clinic) if spot.passage else None
    if one is not None:
        said = translate("Print", "Dit stuk: {title}").format(title=one.title)
        found.append(Choice("passage", said, lambda: paper([(one.title, [one.id])], lang, clinic=clinic)))
    found.append(Choice("all", translate("Print", "De hele folder"), lambda: whole_paper(lang, clinic)))
    return tuple(found)


def _passage(passage_id: str, lang: Lang, clinic: ClinicLeaflet | None) -> leaflet.Passage | None:
    """A passage of ours or a section of the clinic's; None for one of a clinic's text that is gone."""
    if not passage_id.startswith(PREFIX):
        return leaflet.passage(passage_id, lang)
    return next((one for one in clinic.passages() if one.id == passage_id), None) if clinic is not None else None


def _with(topic: leaflet.Topic, clinic: ClinicLeaflet | None) -> tuple[str, Sequence[str]]:
    """A chapter's title and its passages, those of the clinic first."""
    own = [clinic.id_of(section) for section in clinic.for_topic(topic.id)] if clinic is not None else []
    return topic.title, (*own, *topic.passages)


def _piece(one: leaflet.Passage, lang: Lang) -> Piece:
    """A passage as it is printed, with what it is where it is not from the leaflet."""
    if one.id.startswith(PREFIX):
        above = translate("Folder", "Van {name}").format(name=one.source)
        day = translate("Folder", "Hier geplaatst op {day}.").format(day=full_date(one.checked, lang))
        return Piece(one.title, one.text, f"{above}:", day)
    above = f"{addition_words()}:" if one.addition else ""
    return Piece(one.title, words.tie(one.text), above, source_words(one, lang) if one.addition else "")


def paper(
    chapters: Sequence[tuple[str, Sequence[str]]], lang: Lang, name: str = "", clinic: ClinicLeaflet | None = None
) -> Paper:
    """Chapters with their passages, several with their contents in front, and the notes at the end."""
    found = Paper(name or chapters[0][0])
    if len(chapters) > 1:
        found.contents(translate("Folder", "Inhoud"), [title for title, _ in chapters])
    for number, (title, passages) in enumerate(chapters):
        found.title(title, new_page=not number)
        for passage_id in passages:
            one = _passage(passage_id, lang, clinic)
            if one is not None:
                found.piece(_piece(one, lang), titled=one.title != title)
    found.notes([words.sentence(key, lang) for key in NOTES])
    return found


def whole_paper(lang: Lang, clinic: ClinicLeaflet | None = None) -> Paper:
    """The whole leaflet, chapter by chapter; a clinic's own chapter first."""
    name = translate("Print", "Osteoporose: de hele folder")
    chapters = [_with(topic, clinic) for topic in leaflet.topics(lang)]
    if clinic is not None and clinic.unmapped():
        chapters.insert(0, (clinic.name, [clinic.id_of(section) for section in clinic.unmapped()]))
    return paper(chapters, lang, name, clinic)


def words_paper(lang: Lang) -> Paper:
    """The hard words with what they mean."""
    found = Paper(translate("Folder", "Moeilijke woorden"))
    found.title(found.name)
    for term in glossary.terms(lang):
        found.piece(Piece(term.word, words.tie(term.text)))
    found.notes([words.sentence(key, lang) for key in NOTES])
    return found


def dentist_paper(lang: Lang, medicines: Sequence[str]) -> Paper:
    """The card for the dentist, and below it what the leaflet says about it."""
    title, lines = dentist_lines(medicines)
    found = Paper(title)
    found.card(title, lines)
    one = leaflet.passage("dentist/before", lang)
    found.piece(Piece(one.title, words.tie(one.text)))
    found.notes([words.sentence(key, lang) for key in NOTES])
    return found


def file_name(name: str) -> str:
    """A name for a file that every system takes."""
    return re.sub(r"[^\w-]+", "-", name, flags=re.ASCII).strip("-").lower() or "folder"


class PrintPage(QWidget):
    """``left`` tells that the person goes back to reading."""

    left = Signal()

    def __init__(
        self, look: Look, spot: Spot, lang: Lang, press: Press, medicines: Sequence[str] = (),
        clinic: ClinicLeaflet | None = None, parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._look, self._press = look, press
        self.choices = choices(spot, lang, medicines, clinic)
        side = look.pad("m")
        self._box = column(look.pad("s"), (side, 0, side, look.pad("s")))
        self._box.addWidget(Text(look, translate("Print", "Afdrukken"), "page"))
        self._box.addWidget(Text(look, translate("Print", "Wat wilt u op papier?"), "section"))
        self.picks: dict[str, Pick] = {}
        for choice in self.choices:
            pick = Pick(look, choice.word, chosen=not self.picks)
            pick.setObjectName(f"print:{choice.id}")
            self.picks[choice.id] = pick
            self._box.addWidget(pick)
        self._buttons()
        self.note: NoteBanner | None = None
        self.setLayout(self._box)

    def _buttons(self) -> None:
        look = self._look
        flow = Flow(look.gap("m"), stretch=False)
        there = self._press.has_printer()
        if there:
            to_paper = MainButton(look, translate("Print", "Afdrukken op papier"), "printer")
            to_paper.setObjectName("print:paper")
            to_paper.clicked.connect(self._to_paper)
            flow.addWidget(to_paper)
        kind = QuietButton if there else MainButton
        to_file = kind(look, translate("Print", "Bewaar als PDF"), "download-simple", height="main")
        to_file.setObjectName("print:pdf")
        to_file.clicked.connect(self._to_file)
        flow.addWidget(to_file)
        back = QuietButton(look, translate("Print", "Terug naar lezen"), "arrow-left", height="main")
        back.setObjectName("print:back")
        back.clicked.connect(self.left)
        flow.addWidget(back)
        if not there:
            said = translate("Print", "Er is geen printer gevonden. U kunt wel een PDF bewaren.")
            self._box.addWidget(NoteBanner(look, said, "printer"))
        self._box.addSpacing(look.pad("xs"))
        self._box.addLayout(flow)

    @property
    def chosen(self) -> Choice:
        return next(choice for choice in self.choices if self.picks[choice.id].isChecked())

    def _to_paper(self) -> None:
        try:
            pages = self._press.put_on_paper(self.chosen.make(), self)
        except OSError:
            self._say(translate("Print", "De printer neemt het niet aan. Bewaar het als PDF."), good=False)
            return
        if pages is not None:
            self._say(translate("Print", "Naar de printer gestuurd: %n bladzijden.", "", pages))

    def _to_file(self) -> None:
        made = self.chosen.make()
        path = self._press.choose_file(file_name(made.name), self)
        if path is None:
            return
        try:
            pages = self._press.write(made, path)
        except OSError:
            self._say(translate("Print", "Hier kan niets worden bewaard. Kies een andere map."), good=False)
            return
        said = translate("Print", "Bewaard als PDF: %n bladzijden.", "", pages)
        self._say(f"{said} {path}")

    def _say(self, text: str, *, good: bool = True) -> None:
        if self.note is not None:
            self.note.hide()
            self.note.deleteLater()
        self.note = NoteBanner(self._look, text, "check-circle" if good else "warning", tone="tint" if good else "due")
        self._box.addWidget(self.note)
