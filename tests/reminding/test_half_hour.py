"""The half hour on the clock that counts sleep: which intake it belongs to, and until when it is remembered."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from osteoapp.core.events import Cause, Taken
from osteoapp.core.item import Running
from osteoapp.core.treatment import Catalogue
from osteoapp.reminding.half_hour import FORGET_AFTER, HalfHour
from tests.core.builders import Patient, at, medicine, risedronate, tablet

FIRST = "alendronate/2026-11-23/dose"


def taken() -> Patient:
    p = Patient(tablet())
    p.say("2026-11-23 07:30", FIRST, "taken")
    return p


def look(half: HalfHour, p: Patient, wall: str, elapsed: float) -> Running | None:
    return half.running(p.regimen, p.history, at(wall), elapsed)


def minutes(found: Running | None) -> float | None:
    return None if found is None else found.remaining / timedelta(minutes=1)


def test_it_counts_down_on_that_clock_whatever_the_wall_clock_shows() -> None:
    p, half = taken(), HalfHour()
    assert minutes(look(half, p, "2026-11-23 07:30", 100.0)) == 30
    assert minutes(look(half, p, "2026-11-23 11:00", 700.0)) == 20
    half.forget_if(Cause.CLOCK)
    assert minutes(look(half, p, "2026-11-23 07:30", 1300.0)) == 10
    assert minutes(look(half, p, "2026-11-23 08:10", 2500.0)) == -10
    half.forget_if(Cause.RESUME)
    assert look(half, p, "2026-11-23 11:00", 2600.0) is None


def test_it_is_forgotten_three_hours_after_its_end_and_when_it_is_taken_back() -> None:
    p, half = taken(), HalfHour()
    look(half, p, "2026-11-23 07:30", 0.0)
    end = 1800.0 + FORGET_AFTER.total_seconds()
    assert look(half, p, "2026-11-23 11:00", end) is not None
    assert look(half, p, "2026-11-23 11:00", end + 1) is None
    half = HalfHour()
    look(half, p, "2026-11-23 07:31", 0.0)
    p.undo("2026-11-23 07:32")
    assert look(half, p, "2026-11-23 11:32", 60.0) is None


def test_beside_a_treatment_that_is_unknown_it_runs() -> None:
    p = Patient(tablet(), medicine())
    first = p.say("2026-11-23 07:30", FIRST, "taken")
    p.say("2026-11-23 07:31", "thyroid/2026-11-23/dose", "taken")
    known = {name: one for name, one in p.regimen.catalogue.treatments.items() if name != "other-medicine"}
    p.regimen = replace(p.regimen, catalogue=Catalogue(known))
    found = look(HalfHour(), p, "2026-11-23 07:40", 0.0)
    assert (minutes(found), found and found.event) == (20, first.id)
    p.regimen = replace(p.regimen, catalogue=Catalogue())
    assert look(HalfHour(), p, "2026-11-23 07:40", 0.0) is None


def test_of_two_intakes_on_either_side_of_midnight_the_one_noted_last_counts() -> None:
    p = Patient(risedronate(0, until="2026-11-23"), tablet(1, start="2026-11-24"))
    for number, (item, when) in enumerate(
        [("risedronate/2026-11-23/dose", "2026-11-23 23:50"), ("alendronate/2026-11-24/dose", "2026-11-24 00:05")]
    ):
        moment = at(when)
        p.history.append(Taken(id=f"t{number}", at=moment, recorded=moment, zone="Europe/Amsterdam", item=item))
    assert look(HalfHour(), p, "2026-11-24 00:10", 0.0) == Running("t1", timedelta(minutes=25))


def test_of_two_plans_the_intake_that_was_noted_last_counts() -> None:
    p = Patient(risedronate(0, until="2026-11-23"), tablet(2, start="2026-11-24"))
    first = p.say("2026-11-23 07:30", "risedronate/2026-11-23/dose", "taken")
    half = HalfHour()
    found = look(half, p, "2026-11-23 07:40", 0.0)
    assert found is not None
    assert found.event == first.id
    assert minutes(found) == 20
    assert isinstance(first.at, datetime)
