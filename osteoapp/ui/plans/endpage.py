"""Stopping with something: from when, and for what must not stop without the doctor, first whom to call."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from PySide6.QtWidgets import QWidget

from osteoapp import words
from osteoapp.core.regimen import Draft
from osteoapp.core.treatment import DoseRule, IntakeRule
from osteoapp.i18n import full_day, translate
from osteoapp.ui.parts.notes import NoteBanner
from osteoapp.ui.plans.desk import PlanDesk
from osteoapp.ui.plans.edit import plan_name
from osteoapp.ui.plans.fields import day_entry
from osteoapp.ui.plans.formpage import FormPage
from osteoapp.ui.plans.often import date_text
from osteoapp.ui.ports import FormFault
from osteoapp.ui.setup.controls import Options
from osteoapp.ui.setup.form import read_date

_NEVER_ALONE: Final = "doctor_first"


class EndPage(FormPage):
    """Nothing that was noted goes away: what lies behind stays as it was."""

    def __init__(self, desk: PlanDesk, phone: tuple[str, str], parent: QWidget | None = None) -> None:
        title = translate("Plans", "Stoppen met: {name}").format(name=plan_name(desk))
        lead = translate("Plans", "Wat u eerder noteerde, blijft bewaard.")
        if isinstance(desk.treatment.rule, IntakeRule | DoseRule):
            lead = translate("Plans", "Overleg eerst met uw arts.") + " " + lead
        super().__init__(desk, title, lead, parent=parent)
        self._whom, self._number = phone
        self.doctor: Options | None = None
        if not desk.treatment.ends_by_absence:
            self._ask_doctor()
        options = [
            ("now", translate("Plans", "Nu meteen"), translate("Plans", "Er komt geen herinnering meer.")),
            ("date", translate("Plans", "Op een dag die ik kies"), ""),
        ]
        self.ends = Options(self.look, "plan:stop", options)
        self.field("stop", self.ends, translate("Plans", "Wanneer stopt het?"), "", default="now")
        entry = day_entry(self, "until")
        label = translate("Plans", "Wat is de laatste dag?")
        day = self.field("stop_day", entry, label, "until", default=date_text(desk.today))
        self.shows(day, self.ends, {"date"})

    def _ask_doctor(self) -> None:
        """Fixed text, the same for everyone: never stop without the doctor (B4)."""
        call = self._whom + (f", **{self._number}**" if self._number else "")
        text = translate("Plans", "**Stop niet zonder uw arts.** Zonder dit middel gaat er weer sneller bot verloren. "
                         "Wilt u stoppen? Bel eerst {call}.")  # fmt: skip
        self.body.addWidget(NoteBanner(self.look, text.format(call=call), "phone", tone="due"))
        yes = translate("Plans", "Ja, mijn arts heeft dat gezegd")
        no = translate("Plans", "Nee, of ik weet het niet")
        self.doctor = Options(self.look, "plan:doctor", [("yes", yes, ""), ("no", no, "")])
        self.field("doctor", self.doctor, translate("Plans", "Heeft uw arts gezegd dat u stopt?"), "doctor")
        after = Options(self.look, "plan:after", [
            ("yes", translate("Plans", "Ja, dat is afgesproken"),
             translate("Plans", "Voeg het nieuwe middel straks toe bij Mijn behandeling.")),
            ("no", translate("Plans", "Nee, dat weet ik nog niet"),
             translate("Plans", "Vraag uw arts wat er hierna komt. Wacht daar niet mee.")),
        ])  # fmt: skip
        label = translate("Plans", "Heeft uw arts gezegd wat er hierna komt?")
        self.shows(self.field("next", after, label, "next"), self.doctor, {"yes"})

    def problems(self) -> list[FormFault]:
        texts = self.desk.texts
        if self.doctor is not None:
            if not texts.get("doctor"):
                return [FormFault(self.slot, "doctor", "one_of_missing")]
            if texts["doctor"] != "yes":
                return [FormFault(self.slot, "doctor", _NEVER_ALONE, {"whom": self._whom})]
            if not texts.get("next"):
                return [FormFault(self.slot, "next", "one_of_missing")]
        if texts.get("stop") != "date":
            return []
        form = self.desk.base
        plans = tuple(
            (slot, {**table, "until": read_date(texts.get("stop_day", ""))} if slot == self.slot else table)
            for slot, table in form.plans
        )
        return list(self.desk.plans.check(replace(form, plans=plans)).faults)

    def draft(self) -> tuple[Draft, frozenset[str]]:
        """What is planned without it, and which plan may end by being left out. Only where nothing is wrong."""
        draft = self.desk.plans.draft()
        until = read_date(self.desk.texts.get("stop_day", ""))
        if self.desk.texts.get("stop") == "date" and not isinstance(until, str):
            return replace(draft, plans=tuple(
                replace(plan, until=until) if plan.id == self.slot else plan for plan in draft.plans
            )), frozenset()  # fmt: skip
        left = tuple(plan for plan in draft.plans if plan.id != self.slot)
        return replace(draft, plans=left), frozenset({self.slot})

    def done(self) -> str:
        """What the list says afterwards."""
        name = plan_name(self.desk)
        until = read_date(self.desk.texts.get("stop_day", ""))
        if self.desk.texts.get("stop") == "date" and not isinstance(until, str):
            day = words.tie(full_day(until, self.desk.lang))
            return translate("Plans", "**{name}** stopt na {day}.").format(name=name, day=day)
        return translate("Plans", "**{name}** is gestopt.").format(name=name)
