"""Reads catalogue.toml into the core's types."""

from __future__ import annotations

import tomllib
from datetime import timedelta
from functools import cache
from importlib import resources
from typing import Any

from osteoapp.core.treatment import (
    AppointmentRule,
    Catalogue,
    CheckRule,
    CycleRule,
    DayTime,
    DoseRule,
    GoalRule,
    IntakeRule,
    MissedRule,
    ReviewRule,
    Rule,
    StepRule,
    Treatment,
    Waiting,
)


@cache
def catalogue() -> Catalogue:
    """The catalogue that comes with the program."""
    text = resources.files("osteoapp.content").joinpath("catalogue.toml").read_text(encoding="utf-8")
    return read_catalogue(text)


def read_catalogue(text: str) -> Catalogue:
    """A catalogue from TOML. Raises ValueError where it is not one; a fault here is a fault of the program."""
    found: dict[str, Treatment] = {}
    for treatment_id, entry in tomllib.loads(text)["treatment"].items():
        try:
            found[treatment_id] = _treatment(treatment_id, dict(entry))
        except (KeyError, TypeError, ValueError) as fault:
            raise ValueError(f"catalogue: treatment {treatment_id}: {fault!r}") from fault
    return Catalogue(found)


def _treatment(treatment_id: str, entry: dict[str, Any]) -> Treatment:
    kind = entry.pop("rule")
    years = entry.pop("review_years", None)
    common = {
        "topic": entry.pop("topic"),
        "call": entry.pop("call"),
        "sources": tuple(entry.pop("sources", ())),
        "ends_by_absence": entry.pop("ends_by_absence", True),
    }
    review = None if years is None else ReviewRule(after_years=years)
    return Treatment(id=treatment_id, rule=_RULES[kind](entry), review=review, **common)


def _intake(entry: dict[str, Any]) -> Rule:
    return IntakeRule(
        missed_rule=MissedRule(entry["missed_rule"]), upright=timedelta(minutes=entry["upright_minutes"])
    )


def _cycle(entry: dict[str, Any]) -> Rule:
    steps = tuple(
        StepRule(**{**step, "at": DayTime(step.get("at", "office"))}) for step in entry.pop("steps", ())
    )
    return CycleRule(steps=steps, aftercare_days=tuple(entry.pop("aftercare_days", ())), **entry)


def _dose(entry: dict[str, Any]) -> Rule:
    return DoseRule(
        waiting=Waiting(entry.pop("waiting")), default_times=tuple(entry.pop("times", ())), **entry
    )


def _goal(entry: dict[str, Any]) -> Rule:
    return GoalRule(
        waiting=Waiting(entry.pop("waiting")), default_times=tuple(entry.pop("times")), **entry
    )


def _check(entry: dict[str, Any]) -> Rule:
    return CheckRule(every_months=entry.get("every_months"))


def _appointment(entry: dict[str, Any]) -> Rule:
    return AppointmentRule(remind_before_days=tuple(entry["remind_before_days"]))


_RULES = {
    "intake": _intake,
    "cycle": _cycle,
    "dose": _dose,
    "goal": _goal,
    "check": _check,
    "appointment": _appointment,
}
