"""Plans, their versions, and pauses."""

from __future__ import annotations

import pytest

from osteoapp.content.catalogue import catalogue
from osteoapp.core.regimen import DayTimes, Draft, PlanVersion, Regimen

from .builders import at, day, pause, tablet, vitamin_d


def version(first: str, last: str | None = None) -> PlanVersion:
    return PlanVersion(tablet(), DayTimes(), at("2026-11-01 09:00"), day(first), None if last is None else day(last))


@pytest.mark.parametrize(
    ("on", "covered"), [("2026-11-22", False), ("2026-11-23", True), ("2026-11-25", True), ("2026-11-26", False)]
)
def test_a_version_covers_its_first_and_its_last_date(on: str, covered: bool) -> None:
    assert version("2026-11-23", "2026-11-25").covers(day(on)) is covered


def test_a_version_without_a_last_date_goes_on() -> None:
    assert version("2026-11-23").covers(day("2199-12-31"))


@pytest.mark.parametrize(
    ("on", "covered"), [("2026-11-22", False), ("2026-11-23", True), ("2026-11-24", True), ("2026-11-25", False)]
)
def test_a_pause_covers_its_first_and_its_last_date(on: str, covered: bool) -> None:
    spans = (pause("2026-11-01", "2026-11-02"), pause("2026-11-23", "2026-11-24"))
    regimen = Regimen(catalogue(), Draft(pauses=spans))
    assert regimen.paused(day(on)) == (spans[1] if covered else None)


def test_a_plan_is_found_as_it_counted_on_a_date_and_else_as_it_is_now() -> None:
    old, new = PlanVersion(tablet(0), DayTimes(), at("2026-11-01 09:00"), day("2026-11-01"), day("2026-11-22")), (
        PlanVersion(tablet(3), DayTimes(), at("2026-11-01 09:00"), day("2026-11-23"))
    )
    regimen = Regimen(catalogue(), versions=(old, new))
    assert regimen.plan("alendronate", day("2026-11-22")) == old.plan
    assert regimen.plan("alendronate", day("2026-11-23")) == new.plan
    assert regimen.plan("alendronate", day("2026-10-31")) == new.plan
    assert regimen.plan("nobody", day("2026-11-23")) is None


def test_a_plan_belongs_to_its_treatment_and_its_versions_to_its_id() -> None:
    regimen = Regimen(catalogue(), versions=(version("2026-11-01", "2026-11-22"), version("2026-11-23")))
    assert regimen.treatment(vitamin_d()).topic == "vitamin-d"
    assert regimen.families() == {"alendronate": regimen.versions}
