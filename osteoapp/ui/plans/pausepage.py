"""A pause: from when until when tablets and goals rest, on the doctor's word (C30)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any, Final

from PySide6.QtWidgets import QWidget

from osteoapp.i18n import translate
from osteoapp.ui.parts.entries import DateEntry
from osteoapp.ui.parts.inputs import LineField
from osteoapp.ui.plans.often import date_text
from osteoapp.ui.ports import Form, FormFault, Port
from osteoapp.ui.setup.answers import Answers
from osteoapp.ui.setup.form import read_date
from osteoapp.ui.setup.page import Desk, LineEntry, QuestionPage
from osteoapp.ui.setup.script import PageId
from osteoapp.ui.theme import Look

PAUSE: Final = "pause"
_WEEK: Final = timedelta(days=6)


def pause_desk(look: Look, lang: str, port: Port, number: int | None) -> Desk:
    """The desk of the pause with that number, or of a new one of a week from today."""
    base, today = port.plans.form(), port.now().date()
    known = base.pauses or ()
    table: Mapping[str, Any] = {"from": today, "to": today + _WEEK} if number is None else known[number]
    answers = Answers({
        f"{PAUSE}.from": date_text(table["from"]), f"{PAUSE}.to": date_text(table["to"]),
        f"{PAUSE}.note": str(table.get("note") or ""),
    })  # fmt: skip
    return Desk(look, lang, answers, port.plans, base, port.regimen().catalogue, today)  # type: ignore[arg-type]


class PausePage(QuestionPage):
    """From, until and why. A pause always has a last day: what rests without an end would be forgotten.

    Where nobody knows the end a week is proposed, and Vandaag asks near the end of it whether it takes longer.
    """

    def __init__(self, desk: Desk, number: int | None, parent: QWidget | None = None) -> None:
        super().__init__(
            desk, PageId("pause", 0, PAUSE), translate("Plans", "Pauze"),
            translate("Plans", "Bijvoorbeeld in het ziekenhuis, of als u ziek in bed ligt."), parent=parent,
        )  # fmt: skip
        self._number = number
        self.note(
            translate("Plans", "Pauzeer alleen als uw arts dat goed vindt. Tabletten en doelen rusten dan. "
                      "Prik, infuus en afspraken gaan gewoon door."), "info",
        )  # fmt: skip
        for key, label in (
            ("from", translate("Plans", "Vanaf welke dag?")),
            ("to", translate("Plans", "Tot en met welke dag?")),
        ):
            entry = DateEntry(self.look, desk.lang, desk.today)
            for part, stepped in (("day", entry.day), ("month", entry.month), ("year", entry.year)):
                if stepped is not None:
                    stepped.line.setObjectName(f"plan:{key}-{part}")
            below = translate("Plans", "Weet u het niet? Laat dit staan. Vandaag vraagt op tijd of het langer duurt.")
            self.bind(PAUSE, key, entry, label, "", line=below if key == "to" else "")
        label = translate("Plans", "Waarom? (mag leeg)")
        line = LineField(self.look, label, translate("Plans", "Bijvoorbeeld: ziekenhuis"))
        line.setObjectName("plan:note")
        line.setMaximumWidth(self.look.whole("measure"))
        self.bind(PAUSE, "note", LineEntry(line), label, "")

    def form(self) -> Form:
        """Everything that is planned, with this pause."""
        get = self.desk.answers.get
        table: dict[str, Any] = {"from": read_date(get(PAUSE, "from")), "to": read_date(get(PAUSE, "to"))}
        if note := get(PAUSE, "note").strip():
            table["note"] = note
        pauses = list(self.desk.base.pauses or ())
        if self._number is None:
            pauses.append(table)
        else:
            pauses[self._number] = table
        return replace(self.desk.base, pauses=tuple(pauses))

    def problems(self) -> list[FormFault]:
        slot = f"pause-{len(self.desk.base.pauses or ()) if self._number is None else self._number}"
        found = self.desk.plans.check(self.form()).faults
        return [replace(fault, slot=PAUSE) if fault.slot == slot else fault for fault in found]


def without_today(pauses: tuple[Mapping[str, Any], ...], today: date) -> tuple[Mapping[str, Any], ...]:
    """The pauses, with those that go on today ended yesterday: one that began today was never one."""
    yesterday = today - timedelta(days=1)
    cut = [one if not one["from"] <= today <= one["to"] else {**one, "to": yesterday} for one in pauses]
    return tuple(one for one in cut if one["from"] <= one["to"])
