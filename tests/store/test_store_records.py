"""Typed values as JSON and back: what is written is read as the same, and nothing odd is read at all."""

from __future__ import annotations

import dataclasses
import json
import typing
from datetime import UTC, date, datetime, time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from store_builders import every_kind, regimen_of

from osteoapp.core.recurrence import FromLastTaken, OnOff, Recurrence
from osteoapp.core.regimen import (
    AnyPlan,
    DayTimes,
    Draft,
    Patient,
    Pause,
    PlanVersion,
    TabletPlan,
)
from osteoapp.store import records
from osteoapp.store import settings as settings_module
from osteoapp.store.records import Revision, from_record, text_of, to_record
from osteoapp.store.settings import LANGUAGES, TEXT_SIZES, Repeats, Settings, Theme

# Built from the types, so that a field added later is tried as well.
PLANS = st.one_of(*(st.from_type(kind) for kind in typing.get_args(AnyPlan)))
DRAFTS = st.builds(
    Draft,
    patient=st.from_type(Patient),
    day=st.from_type(DayTimes),
    phones=st.dictionaries(st.text(max_size=9), st.text(max_size=9), max_size=3),
    plans=st.lists(PLANS, max_size=4).map(tuple),
    pauses=st.lists(st.from_type(Pause), max_size=2).map(tuple),
)
VERSIONS = st.builds(PlanVersion, plan=PLANS, known=st.datetimes(timezones=st.just(UTC)))
SETTINGS = st.builds(
    Settings,
    text_size=st.sampled_from(TEXT_SIZES),
    theme=st.sampled_from(Theme),
    sound=st.booleans(),
    volume=st.integers(0, 100),
    speech=st.booleans(),
    repeats=st.builds(Repeats, st.integers(1, 60), st.integers(0, 9), st.integers(1, 600)),
    language=st.sampled_from((None, *LANGUAGES)),
    autostart=st.booleans(),
    keep_awake=st.booleans(),
    tray_told=st.booleans(),
    speak_reminders=st.booleans(),
)


def through_text(value: Any) -> Any:
    return from_record(type(value), json.loads(text_of(to_record(value))))


@settings(max_examples=60, deadline=None)
@given(DRAFTS)
def test_a_draft_comes_back_as_it_was(draft: Draft) -> None:
    assert through_text(draft) == draft


@settings(max_examples=60, deadline=None)
@given(VERSIONS)
def test_a_version_of_any_plan_comes_back_as_it_was(version: PlanVersion) -> None:
    assert through_text(version) == version


@settings(max_examples=60, deadline=None)
@given(SETTINGS)
def test_settings_come_back_as_they_were(value: Settings) -> None:
    assert settings_module.read(json.loads(text_of(to_record(value)))) == (value, True)


def test_every_kind_of_plan_and_recurrence_has_a_name_of_its_own() -> None:
    members = {*typing.get_args(AnyPlan), *typing.get_args(Recurrence)}
    named = {kind: to_record(make(kind))["kind"] for kind in members}
    assert len(set(named.values())) == len(members)


def make(kind: type) -> Any:
    sample = every_kind()
    known = {type(value): value for plan in sample.plans for value in (plan, getattr(plan, "recurrence", None))}
    return known[kind]


def test_the_written_form_of_a_plan_stays_as_it_is() -> None:
    plan = TabletPlan("a", "alendronate-tablet", date(2026, 11, 2), weekday=6, time=time(7, 15), note="é")
    assert text_of(to_record(plan)) == (
        '{"call":null,"id":"a","kind":"tablet","name":null,"note":"\\u00e9","start":"2026-11-02","stock":null,'
        '"stock_per_dose":1,"stock_warn_days":7,"time":"07:15:00","treated_since":null,'
        '"treatment":"alendronate-tablet","until":null,"weekday":6}'
    )


def test_a_field_that_a_later_version_added_may_be_missing() -> None:
    record = to_record(every_kind())
    del record["pauses"]
    assert from_record(Draft, record) == dataclasses.replace(every_kind(), pauses=())


def change(path: str, value: Any) -> Any:
    versions = regimen_of(every_kind()).versions
    record: Any = to_record(Revision(1, datetime(2026, 1, 1, tzinfo=UTC), every_kind(), versions))
    *parents, last = [int(step) if step.isdigit() else step for step in path.split("/")]
    place = record
    for step in parents:
        place = place[step]
    if value is MISSING:
        del place[last]
    else:
        place[last] = value
    return record


MISSING = object()
ODD = {
    "draft/plans/0/weekday": "0",
    "draft/plans/0/kind": "potion",
    "draft/plans/0/id": MISSING,
    "draft/plans/0/start": "20261102",
    "draft/plans/0/time": "7:15",
    "draft/plans/0/stock": 1.5,
    "draft/plans/0/mood": "new",
    "draft/plans/1/unknown": 0,
    "draft/plans/3/calcium_on_tablet_day": "at night",
    "draft/plans/3/times": "08:30:00",
    "draft/plans/4/recurrence": {},
    "draft/plans/4/recurrence/byday": [1, 1],
    "draft/plans/5/recurrence/unit": "hours",
    "draft/day/wake": "07:00:00+01:00",
    "draft/day/quiet": ["22:00:00"],
    "draft/patient": None,
    "draft/phones": [],
    "draft/phones/gp": 10,
    "versions/0/plan/kind": MISSING,
    "versions/0/known": "2026-11-23T06:30:00",
    "versions/0/removed": 1,
    "number": True,
    "at": "yesterday",
}


@pytest.mark.parametrize("path", ODD)
def test_what_could_not_have_been_written_is_refused_with_its_place(path: str) -> None:
    with pytest.raises(ValueError, match=r"^Revision\S*: "):
        from_record(Revision, change(path, ODD[path]))


def test_the_sample_that_is_made_odd_is_itself_whole() -> None:
    record = change("number", 1)
    assert to_record(from_record(Revision, record)) == record


def test_an_instant_without_an_offset_is_not_written() -> None:
    version = regimen_of(every_kind()).versions[0]
    with pytest.raises(ValueError, match="without an offset"):
        to_record(dataclasses.replace(version, known=datetime(2026, 1, 1)))


def test_an_instant_is_written_in_utc() -> None:
    amsterdam = datetime.fromisoformat("2026-07-01T08:00:00+02:00")
    assert to_record(amsterdam) == "2026-07-01T06:00:00+00:00"


def test_settings_that_make_no_sense_fall_back_one_by_one() -> None:
    odd = {"text_size": 120, "theme": "pink", "volume": 101, "smell": 1, "repeats": {"first_minutes": 0}}
    assert settings_module.read(odd | {"sound": False}) == (Settings(sound=False), False)
    assert settings_module.read([]) == (Settings(), False)


@pytest.mark.parametrize("kind", [FromLastTaken, OnOff])
def test_a_recurrence_needs_all_it_is_made_of(kind: type) -> None:
    with pytest.raises(ValueError, match="missing"):
        from_record(kind, {"kind": to_record(make(kind))["kind"]})


def test_the_same_record_is_always_the_same_text() -> None:
    assert text_of({"b": 1, "a": "é"}) == text_of({"a": "é", "b": 1}) == '{"a":"\\u00e9","b":1}'


def test_a_sum_tells_where_one_text_ends_and_the_next_begins() -> None:
    assert records.checksum("ab", "c") != records.checksum("a", "bc")
