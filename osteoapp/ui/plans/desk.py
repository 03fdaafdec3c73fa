"""One plan on a page: what it said, what is answered now, and the form that both make."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time
from typing import Any, Final

from osteoapp.content.words import Lang
from osteoapp.core.treatment import CheckRule, DoseRule, GoalRule, IntakeRule, Treatment
from osteoapp.ui.plans.parts import Part, clock_text, parts_of, table_of, texts_of
from osteoapp.ui.ports import Form, Port
from osteoapp.ui.setup.answers import Answers
from osteoapp.ui.setup.form import Table, free_id, id_of
from osteoapp.ui.setup.page import Desk
from osteoapp.ui.theme import Look

NEW: Final = "new"


@dataclass(frozen=True, slots=True)
class PlanDesk(Desk):
    """What a page about one plan works with. ``before`` are its answers as they were; None for a new plan."""

    slot: str = NEW
    table: Mapping[str, Any] = field(default_factory=dict)
    parts: tuple[Part, ...] = ()
    before: dict[str, str] | None = None

    @property
    def treatment(self) -> Treatment:
        return self.catalogue[str(self.table["treatment"])]

    @property
    def texts(self) -> dict[str, str]:
        """The answers about this plan, by key."""
        start = f"{self.slot}."
        return {key.removeprefix(start): text for key, text in self.answers.texts.items() if key.startswith(start)}

    @property
    def changed(self) -> bool:
        """Whether the plan would be another one."""
        return self.before is None or self.plan() != self.table

    def plan(self) -> Table:
        """The plan as it is answered."""
        found = table_of(self.table, self.parts, self.before, self.texts)
        if self.before is None:
            others = {str(other.get("id", other.get("treatment"))) for _, other in self.base.plans} | self.base.reserved
            name = free_id(id_of(found) if found.get("name") else self.treatment.id, others)
            if name != self.treatment.id:
                found["id"] = name
        return found

    def form(self) -> Form:
        """Everything that is planned, with this plan as it is answered."""
        base, plan = self.base, self.plan()
        plans = [(slot, plan if slot == self.slot else table) for slot, table in base.plans]
        if self.slot not in dict(plans):
            plans.append((self.slot, plan))
        return Form(base.patient, base.day, base.phones, tuple(plans), base.pauses)


def desk_of(look: Look, lang: Lang, port: Port, slot: str = NEW, treatment: str = "") -> PlanDesk:
    """The desk of a plan in force, or of a new one of a treatment."""
    base, catalogue = port.plans.form(), port.regimen().catalogue
    today, wake = port.now().date(), clock_text(base.day.get("wake", time(7, 30)))
    table: Mapping[str, Any] = dict(base.plans).get(slot, {"treatment": treatment})
    kind = catalogue[str(table["treatment"])]
    parts = parts_of(kind, wake)
    texts = texts_of(table if slot != NEW else {**table, **_usual(kind, today)}, parts)
    answers = Answers({f"{slot}.{key}": text for key, text in texts.items()})
    before = None if slot == NEW else dict(texts)
    return PlanDesk(look, lang, answers, port.plans, base, catalogue, today, slot, table, parts, before)


def _usual(treatment: Treatment, today: date) -> Table:
    """What is proposed for a new plan."""
    match treatment.rule:
        case DoseRule(free=True):
            return {"start": today}
        case DoseRule(weekly=True) as rule:
            return {"every_weeks": 1, "time": time.fromisoformat(rule.default_times[0]), "start": today}
        case DoseRule(one_per_date=True) as rule:
            return {"time": time.fromisoformat(rule.default_times[0])}
        case DoseRule() as rule:
            return {"times": rule.default_times}
        case GoalRule() as rule:
            return {"target": rule.target, "times": rule.default_times}
        case CheckRule(every_months=int() as months):
            return {"every_months": months}
        case IntakeRule():
            return {}
    return {"remind_before_days": (7, 1), "time": time(10)}


