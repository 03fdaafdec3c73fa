"""A plan whose treatment the catalogue does not have stops nothing, stays as it is, and comes back to life."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from osteoapp.core import boxes
from osteoapp.core.agenda import agenda, context
from osteoapp.core.almanac import Almanac
from osteoapp.core.answers import Request, takes_now
from osteoapp.core.corrections import correct
from osteoapp.core.counts import counts
from osteoapp.core.endings import endings
from osteoapp.core.item import Agenda, Kind, Status
from osteoapp.core.plan_checks import overlapping_tablets
from osteoapp.core.recurrence import AsNeeded
from osteoapp.core.refusal import Refused
from osteoapp.core.regimen import AnyPlan, Regimen
from osteoapp.core.treatment import Catalogue, UnknownRule

from .builders import TABLET, Patient, day, everything, medicine, tablet, vitamin_d

MORNING = "2026-11-23 08:35"
DATES = (day("2026-11-23"), day("2026-11-24"))
NAMES = ("alendronate", "vitamin-d", "calcium", "thyroid", "activity", "denosumab", "dentist", "clinic")


def forget(regimen: Regimen, *names: str) -> Regimen:
    """The same data, opened by a version whose catalogue lacks the treatments of these plans."""
    gone = {plan.treatment for plan in regimen.draft.plans if plan.id in names}
    known = {name: one for name, one in regimen.catalogue.treatments.items() if name not in gone}
    return replace(regimen, catalogue=Catalogue(known))


def look(regimen: Regimen, p: Patient, when: str = MORNING, dates: tuple[Any, Any] = DATES) -> Agenda:
    return agenda(regimen, p.history, p.at(when), dates=dates)


def plan_of(regimen: Regimen, name: str) -> AnyPlan:
    return next(plan for plan in regimen.draft.plans if plan.id == name)


@pytest.mark.parametrize("name", NAMES)
def test_the_others_go_on_as_if_it_were_not_planned(name: str) -> None:
    p = everything()
    without = look(replace(p.regimen, versions=tuple(v for v in p.regimen.versions if v.plan.id != name)), p)
    older = forget(p.regimen, name)
    found = look(older, p)  # nothing is raised: it is no fault, and no other plan has one
    assert (found.items, found.remind, found.wake_at, found.faults) == (
        without.items, without.remind, without.wake_at, (),
    )  # fmt: skip
    assert [plan.id for plan in older.unknown(DATES[0])] == [name]
    assert isinstance(older.treatment(plan_of(older, name)).rule, UnknownRule)
    almanac = Almanac()
    for _ in range(2):
        again = almanac.agenda(older, p.history, p.at(MORNING), dates=DATES)
        assert (again.items, again.remind, again.faults) == (found.items, found.remind, ())
    assert name not in {one.plan.id for one in counts(older, p.history, p.at(MORNING), *DATES)}
    assert endings(older, p.history, p.at(MORNING)) == []
    with pytest.raises(Refused) as caught:
        boxes.count(older, p.history, p.at(MORNING), name, lambda: "x", units=3)
    assert caught.value.code == "unknown_plan"


def test_all_unknown_and_an_ended_one_is_not_named() -> None:
    p = everything()
    empty = forget(p.regimen, *NAMES)
    assert look(empty, p).items == ()
    assert len(empty.unknown(DATES[0])) == len(NAMES)
    ended = Patient(vitamin_d(until="2026-11-22"), medicine())
    older = forget(ended.regimen, "vitamin-d")
    assert older.unknown(day("2026-11-22")) == (plan_of(older, "vitamin-d"),)
    assert older.unknown(day("2026-11-23")) == ()


def test_what_was_said_of_it_stays_and_takes_no_answer() -> None:
    p = everything()
    p.say("2026-11-17 07:40", f"{TABLET}/2026-11-16/dose", "taken")  # a day late: it stands on its own date
    p.say("2026-11-16 08:50", "vitamin-d/2026-11-16/dose", "skipped")
    p.say("2026-11-16 10:20", "activity/2026-11-16/goal", "amount", amount=10)
    p.say("2026-11-16 10:30", "activity/2026-11-16/goal", "amount", amount=5)
    p.say("2026-11-17 09:00", "denosumab/2026-11-12/injection", "given", on=day("2026-11-15"))
    p.say("2026-11-17 09:10", "thyroid/2026-11-17/dose", "taken")
    p.undo("2026-11-17 09:11")
    older = forget(p.regimen, *NAMES)
    listed = look(older, p, dates=(day("2026-11-01"), day("2026-11-23"))).items
    assert [(i.id, p.wall(i.due), i.kind, i.status) for i in listed] == [
        ("denosumab/2026-11-12/injection", "2026-11-15 09:00", Kind.TASK, Status.DONE),
        ("alendronate/2026-11-16/dose", "2026-11-16 07:40", Kind.DOSE, Status.DONE),
        ("vitamin-d/2026-11-16/dose", "2026-11-16 08:50", Kind.DOSE, Status.SKIPPED),
        ("activity/2026-11-16/goal", "2026-11-16 10:30", Kind.TASK, Status.DONE),
    ]
    assert {(i.date, i.step) for i in listed} == {
        (day("2026-11-12"), "injection"), (day("2026-11-16"), "dose"), (day("2026-11-16"), "goal"),
    }
    assert all(i.id.startswith(f"{i.plan}/") for i in listed)
    assert {i.treatment for i in listed} == {
        "denosumab-injection", "alendronate-tablet", "vitamin-d-tablet", "activity",
    }
    assert look(older, p, dates=(day("2026-11-17"), day("2026-11-23"))).items == ()
    for item in listed:
        assert not takes_now(older, p.history, p.at(MORNING), item)


def test_an_answer_is_refused_by_name_and_one_given_can_be_taken_back() -> None:
    p = Patient(medicine(), vitamin_d())
    said = p.say(MORNING, "thyroid/2026-11-23/dose", "taken")
    p.regimen = forget(p.regimen, "thyroid", "vitamin-d")
    for name, told in (("thyroid", "Levothyroxine"), ("vitamin-d", "vitamin-d")):
        with pytest.raises(Refused) as caught:
            p.say(MORNING, f"{name}/2026-11-23/dose", "taken")
        assert (caught.value.code, caught.value.values) == ("unknown_treatment", {"plan": told})
    request = Request("thyroid/2026-11-23/dose", "skipped")
    with pytest.raises(Refused):
        correct(p.regimen, p.history, p.at(MORNING), said.id, request, lambda: "x")
    p.undo(MORNING)
    assert look(p.regimen, p).items == ()


def test_while_others_are_changed_it_stays_as_it_is_and_it_comes_back_to_life() -> None:
    p = everything()
    whole = p.regimen
    p.regimen = forget(whole, TABLET, "denosumab")
    before = {v.plan.id: v for v in p.regimen.versions}
    others = [plan for plan in p.regimen.draft.plans if plan.id not in (TABLET, "denosumab")]
    p.change(MORNING, *(replace(one, note="new") if one.id == "calcium" else one for one in others))
    kept = {v.plan.id: v for v in p.regimen.versions}
    assert {plan.id for plan in p.regimen.draft.plans} == set(NAMES)
    assert (kept[TABLET], kept["denosumab"]) == (before[TABLET], before["denosumab"])
    assert kept["calcium"].plan.note == "new"
    p.change(MORNING, *p.regimen.draft.plans)  # a screen that has it in its draft says it once
    assert len(p.regimen.draft.plans) == len(NAMES)
    newer = replace(p.regimen, catalogue=whole.catalogue)
    assert look(newer, p).item(f"{TABLET}/2026-11-23/dose") == look(whole, p).item(f"{TABLET}/2026-11-23/dose")
    assert newer.unknown(DATES[0]) == ()


def test_it_goes_only_where_that_is_said_and_no_other_takes_its_id_unasked() -> None:
    p = Patient(vitamin_d(), medicine())
    p.say(MORNING, "thyroid/2026-11-23/dose", "taken")
    p.regimen = forget(p.regimen, "thyroid")
    with pytest.raises(Refused) as caught:
        p.change(MORNING, vitamin_d(), vitamin_d(id="thyroid"))
    assert (caught.value.code, caught.value.values) == ("ends_by_absence", {"plan": "thyroid"})
    p.change(MORNING, vitamin_d(), confirm=["thyroid"])
    assert [plan.id for plan in p.regimen.draft.plans] == ["vitamin-d"]
    last = p.regimen.families()["thyroid"][-1]
    assert last.removed
    assert last.effective_until == day("2026-11-23")  # answered today: today stays its own
    assert p.regimen.unknown(DATES[0]) == ()
    assert look(p.regimen, p).item("thyroid/2026-11-23/dose") is not None


def test_one_id_may_stand_for_a_known_and_an_unknown_treatment_in_turn() -> None:
    p = Patient(medicine(recurrence=AsNeeded()), vitamin_d())
    p.say("2026-11-16 09:00", "thyroid/2026-11-16/dose", "taken")
    p.change("2026-11-20 09:00", tablet(id="thyroid", name="New"), vitamin_d())
    p.say(MORNING, "thyroid/2026-11-23/dose", "taken")
    older = forget(p.regimen, "thyroid")
    assert [one.id for one in context(older, p.history, p.at(MORNING)).strangers] == ["thyroid"]
    assert [one.treatment.id for one in context(older, p.history, p.at(MORNING)).families] == [
        "other-medicine", "vitamin-d-tablet",
    ]  # fmt: skip
    listed = look(older, p, dates=(day("2026-11-16"), day("2026-11-23"))).items
    assert [item.treatment for item in listed if item.plan == "thyroid"] == ["alendronate-tablet"]
    p.regimen = older
    with pytest.raises(Refused) as caught:  # the older plan's rule is not asked about a date of the newer one
        p.say(MORNING, "thyroid/2026-11-23/dose", "taken")
    assert caught.value.code == "unknown_treatment"


def test_of_an_unknown_tablet_no_pair_is_known() -> None:
    p = Patient(tablet())
    older = forget(p.regimen, TABLET)
    pair = (*older.draft.plans, tablet(id="other", treatment="risedronate-tablet"))
    assert overlapping_tablets(pair, older.catalogue) == ()
