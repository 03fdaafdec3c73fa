"""A plan that cannot be worked out stops no other one; each fault is planted, as data that nobody foresaw."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from osteoapp.core import agenda as core
from osteoapp.core.agenda import agenda
from osteoapp.core.almanac import Almanac
from osteoapp.core.item import Agenda

from .builders import Patient, day, everything, medicine, vitamin_d

MORNING = "2026-11-23 08:35"
DATES = (day("2026-11-23"), day("2026-11-24"))
# What keeps each kind of plan from being worked out.
PLANTED: dict[str, dict[str, Any]] = {
    "alendronate": {"weekday": "monday"},
    "vitamin-d": {"times": ("08:30",)},
    "calcium": {"start": "2026-11-02"},
    "thyroid": {"times": None},
    "activity": {"target": None},
    "denosumab": {"last_given": "2026-05-12"},
    "dentist": {"every_months": "six"},
    "clinic": {"date": None},
}


def plant(p: Patient, name: str) -> None:
    versions = tuple(
        replace(one, plan=replace(one.plan, **PLANTED[name])) if one.plan.id == name else one
        for one in p.regimen.versions
    )
    p.regimen = replace(p.regimen, versions=versions)


def tolerant(p: Patient) -> Agenda:
    return agenda(p.regimen, p.history, p.at(MORNING), dates=DATES, whole=False)


@pytest.mark.parametrize("name", PLANTED)
def test_a_plan_that_cannot_be_worked_out_is_named_and_the_others_go_on(name: str) -> None:
    p = everything()
    # A tablet that cannot be worked out holds nothing back, as if it were not planned.
    others = tuple(one for one in p.regimen.versions if one.plan.id != name)
    without = agenda(replace(p.regimen, versions=others), p.history, p.at(MORNING), dates=DATES)
    plant(p, name)
    found = tolerant(p)
    assert [one.plan for one in found.faults] == [name]
    assert [item for item in found.items if item.plan != name] == list(without.items)
    assert [one for one in found.remind if one.item.plan != name] == list(without.remind)
    assert found.wake_at is not None
    assert found.wake_at > found.now
    almanac = Almanac()
    for _ in range(2):
        again = almanac.agenda(p.regimen, p.history, p.at(MORNING), dates=DATES)
        assert (again.items, again.remind, again.faults) == (found.items, found.remind, found.faults)
    with pytest.raises(type(found.faults[0].fault)):
        agenda(p.regimen, p.history, p.at(MORNING), dates=DATES)


@pytest.mark.parametrize("name", PLANTED)
def test_beside_it_the_others_are_answered_and_it_can_be_taken_out(name: str) -> None:
    p = everything()
    plant(p, name)
    other = "thyroid" if name != "thyroid" else "vitamin-d"
    p.say(MORNING, f"{other}/2026-11-23/dose", "taken")
    p.change(MORNING, *(one for one in p.regimen.draft.plans if one.id != name), confirm=[name])
    assert name not in {plan.id for plan in p.regimen.draft.plans}


def test_where_only_the_showing_fails_the_item_stays_listed(monkeypatch: pytest.MonkeyPatch) -> None:
    p = Patient(vitamin_d(), medicine())
    whole = tolerant(p)
    showing = core.showing

    def broken(ctx: Any, entry: Any) -> Any:
        if entry.item.plan == "vitamin-d":
            raise LookupError
        return showing(ctx, entry)

    monkeypatch.setattr(core, "showing", broken)
    found = tolerant(p)
    assert found.items == whole.items
    assert [one.item.plan for one in found.remind] == ["thyroid"]
    assert [one.plan for one in found.faults] == ["vitamin-d"]
