"""The page of one plan: everything that can be said of it, the next dates, and below it the way to stop."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from osteoapp import words
from osteoapp.core.treatment import AppointmentRule, IntakeRule
from osteoapp.i18n import translate
from osteoapp.ui.parts.buttons import TextButton
from osteoapp.ui.parts.cards import row
from osteoapp.ui.plans.card import ChangeCard
from osteoapp.ui.plans.desk import PlanDesk
from osteoapp.ui.plans.fields import add_field
from osteoapp.ui.plans.formpage import FormPage
from osteoapp.ui.plans.oftenfield import add_often
from osteoapp.ui.ports import FormFault
from osteoapp.ui.setup.names import card_title, icon_of

# What has nothing to do with the dates stands below them.
_BELOW: Final = ("wait", "calcium", "since", "note")


def plan_name(desk: PlanDesk) -> str:
    """What the plan is called: the person's own name for it, or the treatment's."""
    own = str(desk.table.get("name") or "")
    return own or words.tie(card_title(desk.treatment.id, desk.lang))


class EditPage(FormPage):
    """``ending`` asks to stop. With ``only`` one question is asked and nothing else."""

    ending = Signal()

    def __init__(self, desk: PlanDesk, only: str = "", parent: QWidget | None = None) -> None:
        once = isinstance(desk.treatment.rule, AppointmentRule)
        title = plan_name(desk)
        if desk.before is None:
            title = translate("Plans", "Nieuwe afspraak") if once else card_title(desk.treatment.id, desk.lang)
        super().__init__(desk, title, _lead(desk), icon=icon_of(desk.treatment.id), parent=parent)
        self.card: ChangeCard | None = None
        for part in desk.parts:
            if only and part.name != only:
                continue
            if part.name in _BELOW and self.card is None and not only:
                self._add_card(once=once)
            add_often(self) if part.name == "often" else add_field(self, part.name)
        if desk.before is not None and not only:
            self._add_end(once=once)

    def _add_card(self, *, once: bool) -> None:
        self.card = ChangeCard(self.desk)
        if once:
            return  # its one date is the question itself
        self.body.addWidget(self.card)
        self.changed.connect(self.card.renew)
        self.card.renew()

    def _add_end(self, *, once: bool) -> None:
        word = translate("Plans", "De afspraak gaat niet door") if once else translate("Plans", "Stop hiermee")
        out = TextButton(self.look, word, "prohibit")
        out.setObjectName("plan:end")
        out.clicked.connect(self.ending)
        line = row()
        line.addWidget(out)
        line.addStretch(1)
        self.body.addLayout(line)

    def problems(self) -> list[FormFault]:
        """Everything that is wrong: what does not belong to a field stands at the top.

        Of two tablets that nobody takes side by side, the one on this page is told, whichever was there first.
        """
        found = self.desk.plans.check(self.desk.form()).faults
        return [
            replace(one, slot=self.slot, key="") if one.code == "overlapping_tablets" else one for one in found
        ]


def _lead(desk: PlanDesk) -> str:
    if isinstance(desk.treatment.rule, IntakeRule):
        return translate("Plans", "Neem het over van het etiket. Twijfelt u? Vraag uw apotheker.")
    return ""
