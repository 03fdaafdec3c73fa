"""Which questions are asked, in which order: it follows from the chosen cards and from the kinds of rules."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from osteoapp.core.treatment import (
    Catalogue,
    CheckRule,
    CycleRule,
    DoseRule,
    GoalRule,
    IntakeRule,
    Treatment,
)
from osteoapp.i18n import translate
from osteoapp.ui.setup.answers import Answers

SEVERAL: Final = 2  # weeks apart from which on it matters which week it is
GOALS: Final = "goals"


@dataclass(frozen=True, slots=True)
class PageId:
    """One page: its name, and for a question about a plan its slot and treatment; ``part`` is the step at the left."""

    name: str
    part: int
    slot: str = ""
    treatment: str = ""

    @property
    def key(self) -> str:
        """The page in the answers that are kept."""
        return f"{self.slot}/{self.name}" if self.slot else self.name


def parts() -> tuple[str, ...]:
    """The steps of the left column."""
    return (
        translate("Setup", "Welkom"),
        translate("Setup", "Behandeling"),
        translate("Setup", "Vragen"),
        translate("Setup", "Controle"),
        translate("Setup", "Klaar"),
    )


def pages(
    answers: Answers, catalogue: Catalogue, known: frozenset[str] = frozenset(), *, machine: bool = False
) -> tuple[PageId, ...]:
    """All pages as the answers stand. Of the treatments in ``known``, which are in force, nothing is asked.

    ``machine`` tells that this computer can start the program by itself and does not do so yet.
    """
    found = [PageId("welcome", 0), PageId("who", 0), PageId("phones", 0)]
    found += [PageId("medicines", 1), PageId("more", 1)]
    slots = [(slot, treatment) for slot, treatment in answers.slots(catalogue) if treatment not in known]
    used = {treatment for _, treatment in slots} | known
    tablet = any(isinstance(catalogue[treatment].rule, IntakeRule) for treatment in used)
    goals: PageId | None = None
    for slot, treatment in slots:
        if isinstance(catalogue[treatment].rule, GoalRule):
            if goals is None:
                goals = PageId(GOALS, 2)
                found.append(goals)
            continue
        names = _questions(answers, slot, catalogue[treatment], tablet=tablet)
        if (passed := answers.get(slot, "skip")) in names:
            names = names[: names.index(passed) + 1]
        found += [PageId(name, 2, slot, treatment) for name in names]
    found += [PageId("day", 2), *([PageId("machine", 2)] if machine else [])]
    found += [PageId("weeks", 3), PageId("year", 3), PageId("done", 4)]
    return tuple(found)


def _questions(answers: Answers, slot: str, treatment: Treatment, *, tablet: bool) -> list[str]:
    since = ["since"] if treatment.review is not None else []
    match treatment.rule:
        case IntakeRule():
            return ["weekday", "tablet-time", *since]
        case CycleRule():
            return ["when", *since]
        case CheckRule(every_months=None):
            return ["date"]
        case CheckRule():
            return ["last"]
        case DoseRule(free=True):
            return ["medicine", "often", *(["wait"] if tablet else [])]
        case DoseRule(weekly=True):
            every = answers.get(slot, "every", "1")
            return ["every", "weekday", *(["start"] if int(every) >= SEVERAL else [])]
        case DoseRule(one_per_date=True):
            return ["time"]
    return ["times"]
