"""Which answers an item takes: the whole table, both what it takes and what it refuses."""

from __future__ import annotations

from collections.abc import Callable
from itertools import chain

import pytest

from osteoapp.core.recurrence import AsNeeded, Freq, Rule
from osteoapp.core.refusal import Refused
from tests.core.builders import (
    MONDAY,
    Patient,
    activity,
    appointment,
    check,
    infusion,
    injection,
    medicine,
    pause,
    tablet,
    vitamin_d,
)

DOSE = "alendronate/2026-11-23/dose"
VITAMIN = "vitamin-d/2026-11-23/dose"
SPARSE = "thyroid/2026-11-23/dose"
INJECTION = "denosumab/2026-11-12/injection"
EVERY = {"taken", "skipped", "not_fasting", "forgotten", "snoozed", "given", "booked", "done", "amount", "remark"}


def with_tablet() -> Patient:
    return Patient(tablet())


def taken_tablet() -> Patient:
    patient = with_tablet()
    patient.say("2026-11-23 07:35", DOSE, "taken")
    return patient


def skipped_tablet() -> Patient:
    patient = with_tablet()
    patient.say("2026-11-23 07:35", DOSE, "skipped")
    return patient


def snoozed_tablet() -> Patient:
    patient = with_tablet()
    patient.say("2026-11-23 07:35", DOSE, "snoozed", minutes=60)
    return patient


def frozen_tablet() -> Patient:
    patient = with_tablet()
    patient.say("2026-11-28 09:00", DOSE, "forgotten")
    return patient


def paused() -> Patient:
    return Patient(tablet(), vitamin_d(), pauses=[pause("2026-11-23", "2026-11-24")])


def daily() -> Patient:
    return Patient(vitamin_d())


def sparse() -> Patient:
    return Patient(medicine(recurrence=Rule(Freq.WEEKLY, byday=frozenset({MONDAY})), start="2026-11-02"))


def held() -> Patient:
    return Patient(tablet(), vitamin_d())


CASES: list[tuple[str, Callable[[], Patient], str, str, str, set[str]]] = [
    ("tablet before its day", with_tablet, "2026-11-22 12:00", DOSE, "upcoming", set()),
    ("tablet, early on its day", with_tablet, "2026-11-23 06:00", DOSE, "upcoming",
     {"taken", "skipped", "not_fasting"}),
    ("tablet due", with_tablet, "2026-11-23 08:00", DOSE, "due",
     {"taken", "skipped", "snoozed", "not_fasting", "forgotten"}),
    ("tablet snoozed", snoozed_tablet, "2026-11-23 08:00", DOSE, "snoozed",
     {"taken", "skipped", "snoozed", "not_fasting", "forgotten"}),
    ("tablet after the morning", with_tablet, "2026-11-23 12:00", DOSE, "due", {"taken", "forgotten", "skipped"}),
    ("tablet unanswered", with_tablet, "2026-11-24 09:00", DOSE, "unanswered",
     {"taken", "forgotten", "not_fasting", "skipped"}),
    ("tablet not pushed", frozen_tablet, "2026-11-28 10:00", DOSE, "unanswered", {"taken", "skipped"}),
    ("tablet in its half hour", taken_tablet, "2026-11-23 07:40", DOSE, "in_progress", {"remark"}),
    ("tablet taken", taken_tablet, "2026-11-23 09:00", DOSE, "done", {"remark"}),
    ("tablet skipped", skipped_tablet, "2026-11-23 09:00", DOSE, "skipped", set()),
    ("tablet missed", with_tablet, "2026-11-30 09:00", DOSE, "missed", {"taken"}),
    ("tablet in a pause", paused, "2026-11-23 09:00", DOSE, "skipped", {"taken"}),
    ("dose before its day", daily, "2026-11-22 12:00", VITAMIN, "upcoming", set()),
    ("dose, early on its day", daily, "2026-11-23 06:00", VITAMIN, "upcoming", {"taken", "skipped"}),
    ("dose due", daily, "2026-11-23 09:00", VITAMIN, "due", {"taken", "skipped", "snoozed"}),
    ("dose held", held, "2026-11-23 09:00", VITAMIN, "held", {"taken", "skipped"}),
    ("dose unanswered", sparse, "2026-11-24 09:00", SPARSE, "unanswered", {"taken", "skipped", "snoozed"}),
    ("dose missed", daily, "2026-11-24 09:00", VITAMIN, "missed", {"taken"}),
    ("dose in a pause", paused, "2026-11-23 09:00", VITAMIN, "skipped", {"taken"}),
    ("injection upcoming", lambda: Patient(injection()), "2026-11-01 12:00", INJECTION, "upcoming",
     {"given", "booked", "snoozed"}),
    ("injection due", lambda: Patient(injection()), "2026-11-12 11:00", INJECTION, "due",
     {"given", "booked", "snoozed"}),
    ("injection overdue", lambda: Patient(injection()), "2026-12-20 11:00", INJECTION, "overdue",
     {"given", "booked", "snoozed"}),
    ("booking", lambda: Patient(injection()), "2026-11-02 12:00", "denosumab/2026-11-12/book", "overdue",
     {"booked", "done", "snoozed"}),
    ("fetching", lambda: Patient(injection()), "2026-11-05 12:00", "denosumab/2026-11-12/fetch", "due",
     {"done", "skipped", "snoozed"}),
    ("blood test overdue", lambda: Patient(infusion()), "2027-02-18 12:00", "zoledronate/2027-03-10/blood-test",
     "overdue", {"done", "skipped", "snoozed"}),
    ("heads-up upcoming", with_tablet, "2026-11-22 12:00", "alendronate/2026-11-23/heads-up", "upcoming", set()),
    ("heads-up due", with_tablet, "2026-11-22 20:30", "alendronate/2026-11-23/heads-up", "due", {"done", "snoozed"}),
    ("check overdue", lambda: Patient(check(last="2026-01-05")), "2026-11-02 12:00", "dentist/2026-07-05/check",
     "overdue", {"done", "skipped", "snoozed"}),
    ("review", lambda: Patient(tablet(treated_since="2021-11-20")), "2026-11-20 12:00",
     "alendronate/2026-11-20/review", "due", {"done", "skipped", "snoozed"}),
    ("appointment", lambda: Patient(appointment("2026-11-20", "14:00")), "2026-11-19 12:00",
     "clinic/2026-11-20/appointment", "upcoming", {"done", "booked", "skipped", "snoozed"}),
    ("goal", lambda: Patient(activity("10:30")), "2026-11-23 09:00", "activity/2026-11-23/goal", "upcoming",
     {"amount"}),
]  # fmt: skip


@pytest.mark.parametrize(("name", "make", "now", "item", "status", "takes"), CASES, ids=[case[0] for case in CASES])
def test_an_item_takes_what_the_table_says(
    name: str, make: Callable[[], Patient], now: str, item: str, status: str, takes: set[str]
) -> None:
    patient = make()
    assert patient.status(now, item) == status
    assert patient.takes(now, item) == takes


REFUSED = list(chain.from_iterable(((case, answer) for answer in sorted(EVERY - case[5])) for case in CASES))


@pytest.mark.parametrize(("case", "answer"), REFUSED, ids=[f"{case[0]}: {answer}" for case, answer in REFUSED])
def test_everything_else_is_refused_and_writes_nothing(
    case: tuple[str, Callable[[], Patient], str, str, str, set[str]], answer: str
) -> None:
    _, make, now, item, _, _ = case
    patient = make()
    before = len(patient.history)
    with pytest.raises(Refused) as refusal:
        patient.say(now, item, answer)
    assert refusal.value.code == "item_does_not_take"
    assert len(patient.history) == before


def refusal_of(patient: Patient, now: str, item: str, answer: str, **details: object) -> str:
    before = len(patient.history)
    with pytest.raises(Refused) as refusal:
        patient.say(now, item, answer, **details)
    assert len(patient.history) == before
    return refusal.value.code


def test_an_unknown_item_is_refused() -> None:
    patient = with_tablet()
    for item in ("nothing/2026-11-23/dose", "alendronate/2026-11-24/dose", "alendronate", "alendronate/soon/dose"):
        assert refusal_of(patient, "2026-11-23 08:00", item, "taken") == "unknown_item"


def test_nothing_happened_in_the_future() -> None:
    patient = with_tablet()
    assert refusal_of(patient, "2026-11-23 08:00", DOSE, "taken", at="2026-11-23 08:01") == "future"
    assert refusal_of(patient, "2026-11-24 08:00", DOSE, "taken", on="2026-11-25") == "future"


def test_a_moment_and_a_date_exclude_each_other() -> None:
    details = {"at": "2026-11-23 08:00", "on": "2026-11-23"}
    assert refusal_of(with_tablet(), "2026-11-24 08:00", DOSE, "taken", **details) == "at_and_on"
    injected = {"at": "2026-11-12 10:00", "on": "2026-11-12"}
    assert refusal_of(Patient(injection()), "2026-11-13 08:00", INJECTION, "given", **injected) == "at_and_on"


def test_only_taken_given_and_booked_have_a_date() -> None:
    assert refusal_of(with_tablet(), "2026-11-23 08:00", DOSE, "skipped", on="2026-11-23") == "on_not_for"


def test_an_unanswered_tablet_was_taken_between_its_day_and_today() -> None:
    patient = with_tablet()
    assert refusal_of(patient, "2026-11-25 08:00", DOSE, "taken", on="2026-11-22") == "date_outside"
    patient.say("2026-11-25 08:00", DOSE, "taken", on="2026-11-24")
    assert patient.status("2026-11-25 08:00", DOSE) == "done"


def test_a_missed_tablet_was_taken_before_the_next_own_day() -> None:
    patient = with_tablet()
    assert refusal_of(patient, "2026-12-01 08:00", DOSE, "taken", on="2026-11-30") == "date_outside"
    patient.say("2026-12-01 08:00", DOSE, "taken", on="2026-11-29")
    assert patient.status("2026-12-01 08:00", DOSE) == "done"


def test_a_missed_dose_was_taken_inside_its_own_date() -> None:
    patient = daily()
    assert refusal_of(patient, "2026-11-24 00:30", VITAMIN, "taken") == "date_outside"
    patient.say("2026-11-24 00:30", VITAMIN, "taken", on="2026-11-23")
    assert patient.status("2026-11-24 00:30", VITAMIN) == "done"


def test_after_the_morning_a_tablet_was_taken_in_it() -> None:
    patient = with_tablet()
    assert refusal_of(patient, "2026-11-23 14:00", DOSE, "taken") == "at_after_morning"
    assert refusal_of(patient, "2026-11-23 14:00", DOSE, "taken", at="2026-11-23 12:00") == "at_after_morning"
    patient.say("2026-11-23 14:00", DOSE, "taken", at="2026-11-23 11:59")
    assert patient.status("2026-11-23 14:00", DOSE) == "done"


def test_no_second_tablet_is_noted_on_a_date_that_has_one() -> None:
    patient = with_tablet()
    patient.say("2026-11-30 08:00", "alendronate/2026-11-30/dose", "taken")
    patient.undo("2026-11-30 08:01")
    patient.say("2026-11-30 08:02", DOSE, "taken", on="2026-11-27")
    patient.say("2026-11-30 08:03", "alendronate/2026-11-30/dose", "taken")
    patient.undo("2026-11-30 08:04")
    assert patient.status("2026-11-30 08:05", "alendronate/2026-11-30/dose") == "due"


def test_a_snooze_ends_after_now() -> None:
    patient = with_tablet()
    for details in ({"minutes": 0}, {"minutes": -5}, {"until": "2026-11-23 08:00"}, {"until": "2026-11-23 07:00"}):
        assert refusal_of(patient, "2026-11-23 08:00", DOSE, "snoozed", **details) == "until_past"
    patient.say("2026-11-23 08:00", DOSE, "snoozed")
    assert patient.due("2026-11-23 08:01", DOSE) == "2026-11-23 08:10"
    patient.say("2026-11-23 08:02", DOSE, "snoozed", until="2026-11-23 09:00")
    assert patient.due("2026-11-23 08:03", DOSE) == "2026-11-23 09:00"


def test_an_injection_comes_after_the_last_one() -> None:
    patient = Patient(injection())
    assert refusal_of(patient, "2026-11-12 11:00", INJECTION, "given", on="2026-05-12") == "before_last_given"
    patient.say("2026-11-12 11:00", INJECTION, "given")
    found = patient.look("2026-11-13 11:00", "2027-05-12", "2027-05-12").item("denosumab/2027-05-12/injection")
    assert found is not None
    assert patient.wall(found.due) == "2027-05-12 10:00"


def test_an_appointment_has_a_time() -> None:
    patient = Patient(injection())
    assert refusal_of(patient, "2026-11-02 11:00", INJECTION, "booked") == "appointment_needed"
    assert refusal_of(patient, "2026-11-02 11:00", INJECTION, "booked", on="2026-11-14") == "appointment_needed"
    patient.say("2026-11-02 11:00", INJECTION, "booked", on="2026-11-14 09:15")
    assert patient.due("2026-11-02 11:01", INJECTION) == "2026-11-14 09:15"


def test_an_appointment_with_an_offset_is_put_on_the_wall_clock() -> None:
    patient = Patient(injection())
    patient.say("2026-11-02 11:00", INJECTION, "booked", on=patient.at("2026-11-14 09:15"))
    assert patient.due("2026-11-02 11:01", INJECTION) == "2026-11-14 09:15"


def test_amounts_are_positive_and_of_their_own_day() -> None:
    patient = Patient(activity("10:30"))
    goal = "activity/2026-11-23/goal"
    assert refusal_of(patient, "2026-11-23 11:00", goal, "amount") == "amount_needed"
    assert refusal_of(patient, "2026-11-23 11:00", goal, "amount", amount=0) == "amount_not_positive"
    assert refusal_of(patient, "2026-11-24 11:00", goal, "amount", amount=10) == "date_outside"
    patient.say("2026-11-24 11:00", goal, "amount", amount=10, at="2026-11-23 20:00")
    found = patient.item("2026-11-24 11:00", goal).progress
    assert found is not None
    assert found.value == 10


def test_a_remark_needs_words_and_changes_no_status() -> None:
    patient = taken_tablet()
    assert refusal_of(patient, "2026-11-23 08:00", DOSE, "remark") == "note_needed"
    patient.say("2026-11-23 08:00", DOSE, "remark", note="lay_down")
    assert patient.status("2026-11-23 08:00", DOSE) == "in_progress"


def test_a_forgotten_tablet_was_forgotten_since_its_day() -> None:
    patient = with_tablet()
    assert refusal_of(patient, "2026-11-25 08:00", DOSE, "forgotten", at="2026-11-22 08:00") == "date_outside"


def test_a_medicine_as_needed_is_only_a_log() -> None:
    patient = Patient(medicine(recurrence=AsNeeded()))
    item = "thyroid/2026-11-23/dose"
    assert patient.look("2026-11-23 12:00").items == ()
    patient.say("2026-11-23 09:00", item, "taken")
    patient.say("2026-11-23 12:00", item, "taken", at="2026-11-23 11:00")
    patient.say("2026-11-24 09:00", item, "taken", on="2026-11-23")
    assert len(patient.history.answers(item)) == 3
    assert refusal_of(patient, "2026-11-24 09:00", item, "taken") == "date_outside"
    assert refusal_of(patient, "2026-11-23 13:00", item, "skipped") == "item_does_not_take"


def test_undo_needs_something_to_undo() -> None:
    patient = with_tablet()
    for event, code in ((None, "nothing_to_undo"), ("gone", "unknown_event")):
        with pytest.raises(Refused) as refusal:
            patient.undo("2026-11-23 08:00", event)
        assert refusal.value.code == code


def test_undo_takes_back_each_answer_once_and_answers_only() -> None:
    patient = with_tablet()
    shown = patient.shown("2026-11-23 07:30", DOSE)
    taken = patient.say("2026-11-23 07:35", DOSE, "taken")
    with pytest.raises(Refused) as refusal:
        patient.undo("2026-11-23 07:36", shown.id)
    assert refusal.value.code == "not_an_answer"
    retraction = patient.undo("2026-11-23 07:36", taken.id)
    assert patient.history.retraction(taken.id) == retraction
    with pytest.raises(Refused) as refusal:
        patient.undo("2026-11-23 07:37", taken.id)
    assert refusal.value.code == "already_retracted"
    assert patient.status("2026-11-23 07:38", DOSE) == "due"


