"""The first pages: language and size of the letters, for whom, and whom to call."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from osteoapp import words
from osteoapp.i18n import translate
from osteoapp.ui.parts.buttons import TextButton
from osteoapp.ui.parts.inputs import LineField
from osteoapp.ui.parts.tiles import Tiles
from osteoapp.ui.ports import Settings
from osteoapp.ui.setup.controls import Options
from osteoapp.ui.setup.form import PHONES
from osteoapp.ui.setup.page import Desk, Field, LineEntry, QuestionPage
from osteoapp.ui.setup.script import PageId
from osteoapp.ui.theme import PERCENTS

LANGUAGES: Final = {"nl": "Nederlands", "en": "English"}


class WelcomePage(QuestionPage):
    """Language and size of the letters; each choice is kept and seen at once."""

    styled = Signal(object)
    demo = Signal()

    def __init__(
        self, desk: Desk, page: PageId, settings: Settings, message: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(
            desk, page, translate("Setup", "Welkom"),
            translate("Setup", "In een paar minuten staat alles klaar. Terug kan altijd."), parent=parent,
        )  # fmt: skip
        if message:
            self.note(message, "info")
        language = Options(self.look, "setup:lang", [(code, word, "") for code, word in LANGUAGES.items()], across=2)
        language.set_value(desk.lang)
        language.changed.connect(lambda: self.styled.emit(replace(settings, language=language.value())))
        # Not translated: whoever looks for a language must be able to read the word.
        self.body.addWidget(Field(self.look, "Taal · Language", language))
        sizes = (translate("Settings", "Gewoon"), translate("Settings", "Groot"), translate("Settings", "Grootst"))
        options = [(str(percent), word, "") for percent, word in zip(PERCENTS, sizes, strict=True)]
        size = Options(self.look, "setup:size", options, across=3)
        size.set_value(str(self.look.percent))
        size.changed.connect(lambda: self.styled.emit(replace(settings, text_size=int(size.value()))))
        self.body.addWidget(Field(self.look, translate("Settings", "Grootte van de letters"), size))
        self.note(translate("Setup", "Leg klaar: de doosjes van de medicijnen en de telefoonnummers."))

        look = TextButton(self.look, translate("Setup", "Eerst een voorbeeld zien"), "play")
        look.setObjectName("setup:demo")
        look.clicked.connect(self.demo)
        self.body.addWidget(look, 0, Qt.AlignmentFlag.AlignLeft)

    def start(self) -> QWidget | None:
        return None


class WhoPage(QuestionPage):
    """For whom the reminders are, and the name."""

    def __init__(self, desk: Desk, page: PageId, parent: QWidget | None = None) -> None:
        super().__init__(desk, page, translate("Setup", "Voor wie zijn de herinneringen?"), parent=parent)
        options = [
            ("self", translate("Setup", "Voor mezelf"), ""),
            ("other", translate("Setup", "Voor iemand anders"), ""),
        ]
        self.whom = Options(self.look, "setup:whom", options, across=2)
        self.bind("patient", "whom", self.whom, "", "self")
        line = LineField(self.look, translate("Setup", "Naam"), translate("Setup", "Bijvoorbeeld: mevrouw De Vries"))
        line.setObjectName("setup:name")
        line.setMaximumWidth(self.look.whole("measure"))
        base = str(desk.base.patient.get("name", ""))
        self._name = self.bind("patient", "name", LineEntry(line), " ", base)
        self.whom.changed.connect(self._ask)
        self._ask()

    def _ask(self) -> None:
        """Asks for the name of the person who takes the medicines, whoever sits at the keyboard."""
        if self.whom.value() == "other":
            self._name.ask(translate("Setup", "Hoe heet degene die de medicijnen gebruikt?"))
        else:
            self._name.ask(translate("Setup", "Hoe heet u?"))

    def start(self) -> QWidget | None:
        return self.bound[1].control.first


class PhonesPage(QuestionPage):
    """The numbers that stand on every screen; none is needed."""

    def __init__(self, desk: Desk, page: PageId, parent: QWidget | None = None) -> None:
        super().__init__(
            desk, page, translate("Setup", "Wie belt u bij vragen?"),
            translate("Setup", "Deze nummers staan straks op elk scherm. Leeg laten mag."), parent=parent,
        )  # fmt: skip
        tiles = Tiles(self.look.gap("l"), 2, even=False)
        for key in PHONES:
            line = LineField(self.look, words.call_name(key, desk.lang))
            line.setObjectName(f"setup:phone:{key}")
            line.setMinimumWidth(self.look.whole("choice_width"))
            base = str(desk.base.phones.get(key, ""))
            self.bind("phones", key, LineEntry(line), words.call_name(key, desk.lang), base, into=tiles)
        self.body.addLayout(tiles)
