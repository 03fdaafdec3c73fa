"""The versions of one plan id: for which treatment it stood when, and when an occurrence closes."""

from __future__ import annotations

from osteoapp.core.agenda import context
from osteoapp.core.recurrence import Freq, Rule

from .builders import MONDAY, Patient, at, check, day, medicine


def test_an_id_stands_for_a_treatment_until_the_day_before_another_takes_it_over() -> None:
    p = Patient(check("dentist", id="visit"))
    p.change("2026-11-23 07:00", check("dexa", id="visit"))
    before, since = context(p.regimen, p.history, at("2026-11-23 08:00")).families
    assert (before.treatment.id, since.treatment.id) == ("dentist", "dexa")
    assert [before.owns(day(f"2026-11-{n}")) for n in (22, 23, 24)] == [True, False, False]
    assert [since.owns(day(f"2026-11-{n}")) for n in (22, 23, 24)] == [False, True, True]


def test_an_occurrence_closes_on_the_next_date_that_its_plan_really_has() -> None:
    weekly = Rule(Freq.WEEKLY, byday=frozenset({MONDAY}))
    p = Patient(medicine("08:00", recurrence=weekly))
    p.change("2026-11-26 07:00", medicine("08:00"))
    (family,) = context(p.regimen, p.history, at("2026-11-26 08:00")).families
    assert family.closes_on(day("2026-11-23"), family.versions[0]) == day("2026-11-26")
    assert family.closes_on(day("2026-11-16"), family.versions[0]) == day("2026-11-23")


def test_the_last_occurrence_closes_when_the_next_would_have_been() -> None:
    weekly = Rule(Freq.WEEKLY, byday=frozenset({MONDAY}), count=4)
    p = Patient(medicine("08:00", recurrence=weekly))
    (family,) = context(p.regimen, p.history, at("2026-11-26 08:00")).families
    assert list(family.dates(day("2026-11-20"), day("2026-12-31"))) == [(day("2026-11-23"), family.newest)]
    assert family.closes_on(day("2026-11-23"), family.newest) == day("2026-11-30")
