"""The cards: which treatments there are."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from osteoapp.core.treatment import IntakeRule
from osteoapp.i18n import translate
from osteoapp.ui.parts.picks import PickCard
from osteoapp.ui.parts.tiles import Tiles
from osteoapp.ui.ports import Form, FormFault
from osteoapp.ui.setup.form import WEEKDAYS, known_treatments
from osteoapp.ui.setup.names import card_line, card_title, icon_of
from osteoapp.ui.setup.page import Desk, QuestionPage
from osteoapp.ui.setup.script import PageId


class PickPage(QuestionPage):
    """Any number of cards. What is in force already is chosen and stays so: ending a plan is not done here."""

    def __init__(
        self, desk: Desk, page: PageId, title: str, lead: str, treatments: tuple[str, ...],
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(desk, page, title, lead, parent=parent)
        known = known_treatments(desk.base, desk.today)
        tiles = Tiles(self.look.gap("m"), 3)
        self.cards: dict[str, PickCard] = {}
        for treatment in treatments:
            line = translate("Setup", "Staat al klaar.") if treatment in known else card_line(treatment)
            chosen = treatment in known or treatment in desk.answers.chosen
            title_of = card_title(treatment, desk.lang)
            card = PickCard(self.look, icon_of(treatment), title_of, line, chosen=chosen)
            card.setObjectName(f"setup:pick:{treatment}")
            card.setEnabled(treatment not in known)
            card.clicked.connect(lambda _=False, treatment=treatment: self._turn(treatment))
            self.cards[treatment] = card
            tiles.addWidget(card)
        self.body.addLayout(tiles)

    def _turn(self, treatment: str) -> None:
        chosen = [name for name in self.desk.answers.chosen if name != treatment]
        if self.cards[treatment].isChecked():
            chosen.append(treatment)
            self.desk.answers.texts.pop(f"{treatment}.skip", None)
        self.desk.answers.choose(chosen)
        self.clear_hints()
        self.show_problems(self.problems())
        self.changed.emit()

    def problems(self) -> list[FormFault]:
        """Tablets that nobody takes side by side: asked of the same rule as ever, with any weekday."""
        desk = self.desk
        tablets = [
            (treatment, {"treatment": treatment, "weekday": WEEKDAYS[0]})
            for treatment in desk.answers.chosen
            if isinstance(desk.catalogue[treatment].rule, IntakeRule)
        ]
        form = Form(desk.base.patient, desk.base.day, desk.base.phones, (*desk.base.plans, *tablets))
        found = desk.plans.check(form).faults
        return [fault for fault in found if fault.code == "overlapping_tablets"]

    def aside(self) -> str:
        """How many cards are chosen."""
        chosen = sum(card.isChecked() for card in self.cards.values())
        return translate("Setup", "%n gekozen", "", chosen) if chosen else ""

    def start(self) -> QWidget | None:
        return next((card for card in self.cards.values() if card.isEnabled()), None)
