"""A plan whose treatment this version does not know: nothing of it can be changed, it is only kept or taken out."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from PySide6.QtWidgets import QWidget

from osteoapp.content.words import Lang
from osteoapp.core.regimen import Draft
from osteoapp.i18n import translate
from osteoapp.ui.plans.listmodel import title_of
from osteoapp.ui.ports import FormFault, Port
from osteoapp.ui.setup.answers import Answers
from osteoapp.ui.setup.controls import Options
from osteoapp.ui.setup.page import Desk, QuestionPage
from osteoapp.ui.setup.script import PageId
from osteoapp.ui.theme import Look

_SLOT: Final = "unknown"


class UnknownPage(QuestionPage):
    """Nothing is chosen at first: who presses on without reading loses nothing."""

    def __init__(self, look: Look, lang: Lang, port: Port, plan_id: str, parent: QWidget | None = None) -> None:
        self._plan = next(one for one in port.plans.draft().plans if one.id == plan_id)
        self._name = title_of(self._plan, lang)
        catalogue, today = port.regimen().catalogue, port.now().date()
        desk = Desk(look, lang, Answers(), port.plans, port.plans.form(), catalogue, today)
        lead = translate("Plans", "Deze versie van het programma kent dit niet. Een nieuwere versie misschien wel.")
        super().__init__(desk, PageId(_SLOT, 0, _SLOT), self._name, lead, parent=parent)
        self.note(translate("Plans", "Stop nooit zelf met een medicijn. Overleg eerst met uw arts."))
        self._picks = Options(look, "plan:unknown", [
            ("no", translate("Plans", "Nee, of ik weet het niet"), translate("Plans", "Dan blijft het hier staan.")),
            ("yes", translate("Plans", "Ja, ik ben ermee gestopt"),
             translate("Plans", "Het gaat weg. Wat u eerder noteerde, blijft bewaard.")),
        ])  # fmt: skip
        self.bind(_SLOT, "stopped", self._picks, translate("Plans", "Bent u hiermee gestopt?"), "")

    @property
    def stopped(self) -> bool:
        """Whether it is to go."""
        return self._picks.value() == "yes"

    def problems(self) -> list[FormFault]:
        return [] if self._picks.value() else [FormFault(_SLOT, "stopped", "one_of_missing")]

    def draft(self) -> tuple[Draft, frozenset[str]]:
        """What is planned without it, and that it may end."""
        draft = self.desk.plans.draft()
        left = tuple(plan for plan in draft.plans if plan.id != self._plan.id)
        return replace(draft, plans=left), frozenset({self._plan.id})

    def done(self) -> str:
        """What the list says afterwards."""
        if self.stopped:
            return translate("Plans", "**{name}** is weggehaald.").format(name=self._name)
        return translate("Plans", "**{name}** blijft staan.").format(name=self._name)
