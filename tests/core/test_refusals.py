"""What a refusal says: its sentence is made of these values, and needs no others."""

from __future__ import annotations

from typing import Any

import pytest

from osteoapp.core.recurrence import AsNeeded, Freq, Rule
from osteoapp.core.refusal import Refused

from .builders import FRIDAY, MONDAY, Patient, activity, injection, medicine, tablet, vitamin_d, vitamin_d_drink

TABLET = "alendronate/2026-11-23/dose"
PILL = "thyroid/2026-11-23/dose"
GOAL = "activity/2026-11-23/goal"
INJECTION = "denosumab/2026-11-12/injection"


def refused(p: Patient, now: str, item: str, answer: str, **details: Any) -> tuple[str, dict[str, str]]:
    with pytest.raises(Refused) as found:
        p.say(now, item, answer, **details)
    return found.value.code, found.value.values


def not_undone(p: Patient, now: str, event: str | None = None) -> tuple[str, dict[str, str]]:
    with pytest.raises(Refused) as found:
        p.undo(now, event)
    return found.value.code, found.value.values


def test_an_item_that_is_not_there_is_named_as_it_was_asked_for() -> None:
    p = Patient(tablet())
    for item in ("nobody/2026-11-23/dose", "alendronate/2026-11-24/dose", "alendronate/soon/dose"):
        assert refused(p, "2026-11-23 08:00", item, "taken") == ("unknown_item", {"item": item})


def test_an_answer_that_an_item_does_not_take_is_named_with_those_it_takes() -> None:
    needed = Patient(medicine(recurrence=AsNeeded()))
    assert refused(needed, "2026-11-23 08:00", PILL, "skipped") == (
        "item_does_not_take", {"item": PILL, "answer": "skipped", "status": "due", "takes": "taken"}
    )
    assert refused(Patient(medicine()), "2026-11-23 09:00", PILL, "given") == (
        "item_does_not_take", {"item": PILL, "answer": "given", "status": "due", "takes": "skipped, snoozed, taken"}
    )


def test_an_answer_that_has_no_date_is_named() -> None:
    p = Patient(tablet())
    for answer in ("skipped", "forgotten", "not_fasting"):
        found = refused(p, "2026-11-24 08:00", TABLET, answer, on="2026-11-23")
        assert found == ("on_not_for", {"answer": answer})


def test_the_dates_that_are_possible_are_named() -> None:
    p = Patient(tablet(), injection(), activity())
    open_since = {"first": "2026-11-23", "last": "2026-11-25"}
    own_day = {"first": "2026-11-23", "last": "2026-11-23"}
    assert refused(p, "2026-11-25 08:00", TABLET, "taken", on="2026-11-22") == ("date_outside", open_since)
    assert refused(p, "2026-11-25 08:00", TABLET, "forgotten", at="2026-11-22 08:00") == ("date_outside", open_since)
    assert refused(p, "2026-11-24 08:00", GOAL, "amount", amount=5) == ("date_outside", own_day)
    assert refused(p, "2026-11-12 11:00", INJECTION, "given", on="2026-05-12") == (
        "before_last_given", {"last": "2026-05-12"}
    )


def test_a_missed_tablet_is_told_by_its_date_and_a_time_alone_is_none() -> None:
    p = Patient(tablet())
    wanted = ("date_needed", {"first": "2026-11-23", "last": "2026-11-29"})
    assert refused(p, "2026-12-01 08:00", TABLET, "taken") == wanted
    assert refused(p, "2026-12-01 08:00", TABLET, "taken", at="2026-11-23 08:00") == wanted


def test_the_date_that_has_one_already_is_named() -> None:
    p = Patient(vitamin_d_drink(Rule(Freq.WEEKLY, byday=frozenset({MONDAY}))))
    p.say("2026-11-27 08:00", "drink/2026-11-23/dose", "taken")
    p.change("2026-11-27 08:10", vitamin_d_drink(Rule(Freq.WEEKLY, byday=frozenset({FRIDAY}))))
    found = refused(p, "2026-11-27 08:40", "drink/2026-11-27/dose", "taken")
    assert found == ("one_dose_per_date", {"date": "2026-11-27"})


def test_undo_names_what_it_cannot_take_back() -> None:
    p = Patient(tablet(), vitamin_d())
    shown = p.shown("2026-11-23 07:30", TABLET)
    taken = p.say("2026-11-23 07:35", TABLET, "taken")
    assert not_undone(p, "2026-11-23 08:00", "nobody") == ("unknown_event", {"event": "nobody"})
    assert not_undone(p, "2026-11-23 08:00", shown.id) == ("not_an_answer", {"event": shown.id})
    p.undo("2026-11-23 08:00")
    assert not_undone(p, "2026-11-23 08:01", taken.id) == ("already_retracted", {})
    assert not_undone(p, "2026-11-23 08:01") == ("nothing_to_undo", {})


def test_what_is_missing_or_lies_ahead_needs_no_more_words() -> None:
    p = Patient(tablet(), injection(), activity())
    now = "2026-11-23 08:00"
    p.say(now, TABLET, "taken")
    later = "2026-11-23 08:01"
    assert refused(p, later, TABLET, "remark") == ("note_needed", {})
    assert refused(p, later, GOAL, "amount") == ("amount_needed", {})
    assert refused(p, later, GOAL, "amount", amount=0) == ("amount_not_positive", {})
    assert refused(p, later, INJECTION, "booked", on="2026-12-01") == ("appointment_needed", {})
    assert refused(p, later, INJECTION, "snoozed", minutes=0) == ("until_past", {})
    assert refused(p, later, INJECTION, "given", at="2026-11-23 09:00") == ("future", {})
    assert refused(p, later, INJECTION, "given", on="2026-11-24") == ("future", {})
    assert refused(p, later, INJECTION, "given", at=now, on="2026-11-23") == ("at_and_on", {})
