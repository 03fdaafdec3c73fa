"""What the screens ask about the plan, over the real core, the file's rules and the store."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time
from itertools import count
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from osteoapp.content.catalogue import catalogue
from osteoapp.core.changes import revise
from osteoapp.core.events import is_answer
from osteoapp.core.regimen import AppointmentPlan, CyclePlan, Draft, Patient, Pause
from osteoapp.exchange.regimen_file import read
from osteoapp.joining import LoopPort
from osteoapp.planning import Planning
from osteoapp.reminding.clock import VirtualClock
from osteoapp.reminding.loop import Reminders
from osteoapp.store import unfinished
from osteoapp.store.faults import WriteFailed
from osteoapp.store.store import Store
from osteoapp.ui.ports import Form, Result

ZONE = ZoneInfo("Europe/Amsterdam")
SAMPLES = Path(__file__).parent.parent / "resources" / "samples"
NOW = datetime(2026, 11, 22, 12, tzinfo=ZONE)


class Desk:
    """The plans of a port over a store; ``sample`` is in force, if any."""

    def __init__(self, folder: Path, sample: str = "") -> None:
        self.clock = VirtualClock(NOW, ZONE)
        self.store = Store.open(folder, catalogue())
        numbers = count(1)
        if sample:
            draft = read((SAMPLES / f"{sample}.toml").read_bytes(), catalogue(), NOW.date())
            self.store.save_regimen(revise(self.store.regimen(), draft, self.store.history(), NOW), self.clock.now())
        self.loop = Reminders(
            self.store, self.clock, show=lambda reminders, _: None, wake=lambda _: None,
            new_id=lambda: f"e{next(numbers)}", write_faults=(WriteFailed,),
        )  # fmt: skip
        self.port = LoopPort(self.loop, self.store, folder, lambda: f"p{next(numbers)}")
        self.loop.start()

    @property
    def plans(self) -> Planning:
        return self.port.plans


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Desk]:
    found = Desk(tmp_path)
    yield found
    found.store.close()


@pytest.fixture(params=["tablet", "infusion", "injection"])
def sample(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Desk]:
    found = Desk(tmp_path, request.param)
    yield found
    found.store.close()


def form(*plans: dict[str, Any], **patient: Any) -> Form:
    return Form({"name": "Ada", "language": "nl", **patient}, {}, {}, tuple((f"s{n}", p) for n, p in enumerate(plans)))


def test_the_form_of_what_is_in_force_is_what_is_in_force(sample: Desk) -> None:
    checked = sample.plans.check(sample.plans.form())
    assert checked.faults == ()
    assert checked.draft == sample.plans.draft()


def test_saving_it_unchanged_changes_nothing(sample: Desk) -> None:
    before = sample.loop.regimen
    assert sample.plans.save(sample.plans.draft()).result is Result.SAVED
    assert sample.loop.regimen == before


def test_pauses_are_kept(empty: Desk) -> None:
    pause = Pause(date(2026, 12, 1), date(2026, 12, 5))
    empty.plans.save(Draft(Patient("Ada"), pauses=(pause,)))
    draft = empty.plans.check(form()).draft
    assert draft is not None
    assert draft.pauses == (pause,)


def test_an_old_number_that_is_none_stays_and_holds_up_nothing(empty: Desk) -> None:
    """Kept by an earlier version, which took any words; a new one like it is refused beside its field."""
    visit = AppointmentPlan("eye", "other-appointment", NOW.date(), date=NOW.date(), time=time(14), phone="balie")
    empty.plans.save(Draft(Patient("Ada"), phones={"gp": "abc"}, plans=(visit,)))
    known = empty.plans.form()
    checked = empty.plans.check(replace(known, day={**known.day, "wake": "07:00"}))
    assert checked.draft is not None
    assert (checked.draft.phones, checked.draft.plans[0]) == ({"gp": "abc"}, visit)
    slot, table = known.plans[0]
    wrong = replace(known, phones={"gp": "abd"}, plans=((slot, {**table, "phone": "de balie"}),))
    found = [(fault.slot, fault.key, fault.code) for fault in empty.plans.check(wrong).faults]
    assert found == [("phones", "gp", "no_number"), (slot, "phone", "no_number")]


def test_an_evening_before_getting_up_is_asked_about_again(sample: Desk) -> None:
    """A file may say it; whoever types it has the two times the wrong way round."""
    known = sample.plans.form()
    for evening, wrong in (("06:00", ["evening_first"]), ("07:31", [])):
        found = sample.plans.check(replace(known, day={**known.day, "wake": "07:30", "evening": evening}))
        assert [fault.code for fault in found.faults] == wrong


def test_faults_name_the_slot_and_the_key(empty: Desk) -> None:
    found = empty.plans.check(
        form(
            {"treatment": "alendronate-tablet", "time": "13:00"},
            {"treatment": "denosumab-injection", "last_given": date(2026, 11, 23)},
            {"treatment": "other-medicine", "times": []},
            {"treatment": "zoledronate-infusion"},
            name=" ",
        )
    )
    assert found.draft is None
    assert {(fault.slot, fault.key, fault.code) for fault in found.faults} == {
        ("patient", "name", "text_blank"),
        ("s0", "weekday", "required"),
        ("s0", "time", "tablet_time"),
        ("s1", "last_given", "in_future"),
        ("s2", "name", "required"),
        ("s2", "times", "times_missing"),
        ("s3", "", "one_of_missing"),
    }


def test_what_a_person_cannot_mean_is_asked_again_only_when_it_is_new(empty: Desk) -> None:
    late = {"treatment": "zoledronate-infusion", "first_due": date(2026, 11, 21)}
    soon = {"treatment": "alendronate-tablet", "weekday": "monday", "treated_since": date(2026, 12, 1)}
    assert {(one.slot, one.key, one.code) for one in empty.plans.check(form(late, soon)).faults} == {
        ("s0", "first_due", "in_past"),
        ("s1", "treated_since", "in_future"),
    }
    begins_then = {**soon, "start": date(2026, 12, 1)}
    assert empty.plans.check(form(begins_then)).draft is not None
    plan = CyclePlan("prik", "denosumab-injection", date(2026, 1, 1), first_due=date(2026, 11, 1))
    assert empty.plans.save(Draft(Patient("Ada"), plans=(plan,))).result is Result.SAVED
    assert empty.plans.check(empty.plans.form()).faults == ()


def test_overlapping_tablets_are_a_fault_of_the_second(empty: Desk) -> None:
    found = empty.plans.check(
        form(
            {"treatment": "alendronate-tablet", "weekday": "monday"},
            {"treatment": "risedronate-tablet", "weekday": "friday"},
        )
    )
    assert [(fault.slot, fault.code) for fault in found.faults] == [("s1", "overlapping_tablets")]


def drafted(desk: Desk, *plans: dict[str, Any]) -> Draft:
    draft = desk.plans.check(form(*plans)).draft
    assert draft is not None
    return draft


def test_the_next_dates_are_those_of_the_core(empty: Desk) -> None:
    draft = drafted(
        empty,
        {"treatment": "alendronate-tablet", "weekday": "thursday", "time": "08:15"},
        {"treatment": "vitamin-d-drink", "weekday": "monday", "every_weeks": 4, "start": date(2026, 11, 30)},
        {"treatment": "dairy"},
        {"treatment": "dentist", "last": date(2026, 9, 15)},
        {"treatment": "zoledronate-infusion", "unknown": True},
    )
    found = empty.plans.preview(draft)
    assert found.refusals == ()

    def days(plan: str) -> list[str]:
        return [one.at.isoformat()[:16] for one in found.dates[plan]]

    assert days("alendronate-tablet") == [
        "2026-11-26T08:15", "2026-12-03T08:15", "2026-12-10T08:15", "2026-12-17T08:15", "2026-12-24T08:15",
    ]  # fmt: skip
    assert days("vitamin-d-drink") == [
        "2026-11-30T08:30", "2026-12-28T08:30", "2027-01-25T08:30", "2027-02-22T08:30", "2027-03-22T08:30",
    ]  # fmt: skip
    assert days("dairy") == [f"2026-11-{day}T10:30" for day in (22, 23, 24, 25, 26)]
    assert days("dentist") == ["2027-03-15T10:00"]
    assert [one.item.step for one in found.dates["zoledronate-infusion"]] == ["check"]
    assert max(one.at.date() for one in found.items if not one.item.open) <= date(2026, 12, 20)
    assert [one.at for one in found.items] == sorted(one.at for one in found.items)


def test_later_injections_are_a_forecast_with_their_steps(empty: Desk) -> None:
    draft = drafted(empty, {"treatment": "denosumab-injection", "last_given": date(2026, 8, 31)})
    found = empty.plans.preview(draft, days=365)
    dates = found.dates["denosumab-injection"]
    assert [(f"{one.at:%Y-%m-%d}", one.forecast) for one in dates] == [
        ("2027-02-28", False), ("2027-08-28", True), ("2028-02-28", True), ("2028-08-28", True),
        ("2029-02-28", True),
    ]  # fmt: skip
    steps = {(one.item.step, one.forecast) for one in found.items}
    assert {("injection", False), ("injection", True), ("book", True), ("fetch", False)} <= steps
    assert all(one.at.date() <= date(2027, 11, 22) for one in found.items)


def test_a_late_one_counts_from_today(empty: Desk) -> None:
    draft = drafted(empty, {"treatment": "denosumab-injection", "last_given": date(2026, 5, 12)})
    first, second, *_ = empty.plans.preview(draft).dates["denosumab-injection"]
    assert (first.at.date(), second.at.date()) == (date(2026, 11, 12), date(2027, 5, 22))
    assert first.item.open


def test_a_look_ahead_writes_nothing(sample: Desk) -> None:
    regimen, events = sample.loop.regimen, len(sample.store.history())
    sample.plans.preview(sample.plans.draft(), days=365)
    assert sample.loop.regimen == regimen
    assert len(sample.store.history()) == events


def test_an_injection_does_not_end_by_being_left_out(tmp_path: Path) -> None:
    desk = Desk(tmp_path, "injection")
    try:
        gone = replace(desk.plans.draft(), plans=())
        plan = next(plan.id for plan in desk.plans.draft().plans if plan.treatment == "denosumab-injection")
        found = desk.plans.preview(gone)
        assert found.refusals == (("ends_by_absence", {"plan": plan}),)
        assert found.regimen is None
        outcome = desk.plans.save(gone)
        assert (outcome.result, outcome.code) == (Result.REFUSED, "ends_by_absence")
        assert desk.plans.preview(gone, frozenset({plan})).refusals == ()
        assert desk.plans.save(gone, frozenset({plan})).result is Result.SAVED
        assert desk.plans.draft().plans == ()
        assert desk.plans.trial() is None
    finally:
        desk.store.close()


def test_a_full_disk_is_told_and_nothing_is_in_force(empty: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    draft = drafted(empty, {"treatment": "dairy"})

    def full(*_: object) -> None:
        raise WriteFailed("disk_full")

    monkeypatch.setattr(empty.store, "save_regimen", full)
    outcome = empty.plans.save(draft)
    assert (outcome.result, outcome.code) == (Result.NOT_SAVED, "disk_full")
    assert empty.plans.draft().plans == ()


def test_what_was_answered_is_kept_in_the_data_folder(empty: Desk, tmp_path: Path) -> None:
    assert empty.plans.unfinished().answers is None
    assert empty.plans.keep({"page": "who"})
    assert empty.plans.unfinished().answers == {"page": "who"}
    (tmp_path / unfinished.NAME).write_bytes(b"damaged")
    kept = empty.plans.unfinished()
    assert (kept.answers, kept.damaged) == (None, True)
    empty.plans.forget()
    assert not empty.plans.unfinished().damaged


def test_a_disk_that_refuses_even_that_is_told(empty: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise WriteFailed("disk_full")

    monkeypatch.setattr(unfinished, "write", full)
    monkeypatch.setattr(unfinished, "forget", full)
    assert not empty.plans.keep({"page": "who"})
    empty.plans.forget()


def test_a_trial_is_the_first_reminder_and_takes_answers_that_nobody_keeps(sample: Desk) -> None:
    before = len(sample.store.history())
    trial = sample.plans.trial()
    assert trial is not None
    item = trial.reminder.item
    assert item.open
    assert trial.port.now() == item.due
    answers = trial.port.allowed(item)
    assert answers
    heard: list[object] = []
    trial.port.changes.changed.connect(heard.append)
    assert trial.port.record(item.id, next(iter(answers))).result is Result.SAVED
    assert trial.port.agenda().item(item.id) is None
    assert len(heard) == 1
    assert trial.port.undo("trial").result is Result.SAVED
    assert trial.port.preview(item.id, "given", on=date(2026, 1, 1)).code == ""
    settings = sample.port.settings()
    assert trial.port.save_settings(replace(settings, text_size=200))
    assert sample.port.settings() == settings
    assert len(sample.store.history()) == before
    assert not any(is_answer(event) for event in sample.store.history().all())
