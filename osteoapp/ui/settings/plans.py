"""Uw behandelingen: the way to the questions of the first start."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from osteoapp import words
from osteoapp.i18n import translate
from osteoapp.ui.parts.text import Text
from osteoapp.ui.settings.section import Section


class PlansSection(Section):
    """What is in force, and how to add to it."""

    def parts(self) -> Iterator[QWidget]:
        plans = self.room.port.regimen().draft.plans
        card, box = self.card(translate("Settings", "Uw behandelingen"))
        for plan in plans:
            box.addWidget(Text(self.look, words.plan_title(plan, self.lang)))
        if not plans:
            box.addWidget(Text(self.look, translate("Settings", "Er is nog niets ingevuld.")))
        word = translate("Settings", "Behandeling toevoegen")
        self.buttons(box, self.quiet("settings:setup", word, "plus", lambda: self.room.allowed(self.room.setup)))
        yield card
