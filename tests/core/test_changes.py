"""How a changed plan joins what was planned before (sections "Plan versions", 4.1, 4.4, 4.14)."""

from __future__ import annotations

from dataclasses import replace
from datetime import time
from zoneinfo import ZoneInfo

import pytest

from osteoapp.content.catalogue import catalogue
from osteoapp.core.agenda import context, entries
from osteoapp.core.changes import revise
from osteoapp.core.history import History
from osteoapp.core.recurrence import Freq, FromLastTaken, Rule, Unit
from osteoapp.core.refusal import Refused
from osteoapp.core.regimen import DayTimes, Draft, Regimen

from .builders import (
    THURSDAY,
    TUESDAY,
    Patient,
    activity,
    at,
    day,
    draft,
    infusion,
    injection,
    medicine,
    pause,
    risedronate,
    tablet,
    vitamin_d,
)

VITAMIN = "vitamin-d/2026-11-23/dose"
TABLET = "alendronate/2026-11-23/dose"


def ids(p: Patient, now: str, first: str, last: str) -> dict[str, str]:
    return {item.id: item.status.value for item in p.look(now, first, last).items}


def version_days(p: Patient, plan: str) -> list[tuple[str, str | None]]:
    return [
        (version.effective_from.isoformat(), version.effective_until and version.effective_until.isoformat())
        for version in p.regimen.families()[plan]
    ]


# --- today


def test_a_change_before_anything_of_today_was_due_counts_from_today() -> None:
    p = Patient(vitamin_d("08:30"))
    p.change("2026-11-23 08:00", vitamin_d("09:30"))
    assert p.due("2026-11-23 08:00", VITAMIN) == "2026-11-23 09:30"
    assert version_days(p, "vitamin-d") == [("2026-11-01", "2026-11-22"), ("2026-11-23", None)]


def test_a_change_after_something_of_today_was_due_counts_from_tomorrow() -> None:
    p = Patient(vitamin_d("08:30"))
    p.change("2026-11-23 08:30", vitamin_d("09:30"))
    assert p.due("2026-11-23 08:30", VITAMIN) == "2026-11-23 08:30"
    assert p.due("2026-11-24 08:00", "vitamin-d/2026-11-24/dose") == "2026-11-24 09:30"


def test_a_change_after_something_of_today_was_answered_counts_from_tomorrow() -> None:
    p = Patient(medicine("08:30", "20:00"))
    p.say("2026-11-23 06:00", "thyroid/2026-11-23/dose", "taken")
    p.change("2026-11-23 07:00", medicine("09:30"))
    assert p.status("2026-11-23 21:00", "thyroid/2026-11-23/dose-2") == "due"
    assert p.status("2026-11-24 21:00", "thyroid/2026-11-24/dose-2") == "absent"


def test_one_plan_s_today_does_not_bind_another_s() -> None:
    p = Patient(vitamin_d("08:30"), medicine("12:00"))
    p.change("2026-11-23 10:00", vitamin_d("09:00"), medicine("13:00"))
    assert p.due("2026-11-23 10:00", VITAMIN) == "2026-11-23 08:30"
    assert p.due("2026-11-23 10:00", "thyroid/2026-11-23/dose") == "2026-11-23 13:00"


def test_a_heads_up_of_this_evening_binds_nothing() -> None:
    p = Patient(tablet())
    p.change("2026-11-22 21:00", tablet(when="09:00"))
    assert p.due("2026-11-22 21:00", TABLET) == "2026-11-23 09:00"
    assert version_days(p, "alendronate")[-1] == ("2026-11-22", None)


def test_something_counted_today_binds_the_goal_of_today() -> None:
    p = Patient(activity("10:30"))
    p.say("2026-11-23 08:00", "activity/2026-11-23/goal", "amount", amount=10)
    p.change("2026-11-23 08:30", activity("10:30", target=5))
    assert p.status("2026-11-23 12:00", "activity/2026-11-23/goal") == "due"


def test_two_changes_of_one_day_leave_the_second() -> None:
    p = Patient(vitamin_d("08:30"))
    p.change("2026-11-23 07:00", vitamin_d("09:30"))
    p.change("2026-11-23 07:10", vitamin_d("10:30"))
    assert p.due("2026-11-23 08:00", VITAMIN) == "2026-11-23 10:30"
    assert version_days(p, "vitamin-d") == [("2026-11-01", "2026-11-22"), ("2026-11-23", None)]


def test_two_changes_for_tomorrow_leave_the_second() -> None:
    p = Patient(vitamin_d("08:30"))
    p.change("2026-11-23 09:00", vitamin_d("09:30"))
    p.change("2026-11-23 09:10", vitamin_d("10:30"))
    assert p.due("2026-11-24 08:00", "vitamin-d/2026-11-24/dose") == "2026-11-24 10:30"
    assert version_days(p, "vitamin-d") == [("2026-11-01", "2026-11-23"), ("2026-11-24", None)]


def test_nothing_changed_makes_no_version() -> None:
    p = Patient(vitamin_d("08:30"), tablet())
    before = p.regimen.versions
    p.change("2026-11-23 09:00", vitamin_d("08:30"), tablet())
    assert p.regimen.versions == before


def test_quiet_hours_alone_make_no_version_and_other_times_of_the_day_do() -> None:
    p = Patient(tablet())
    p.change("2026-11-20 09:00", tablet(), day=DayTimes(quiet=None))
    assert len(p.regimen.versions) == 1
    p.change("2026-11-20 09:10", tablet(), day=DayTimes(wake=time(8)))
    assert p.due("2026-11-20 09:10", TABLET) == "2026-11-23 08:00"


def test_editing_never_makes_a_second_occurrence_of_a_date_and_slot() -> None:
    p = Patient(vitamin_d("08:30"))
    p.say("2026-11-23 08:30", VITAMIN, "taken")
    for minute, when in enumerate(("09:30", "10:30", "08:30")):
        p.change(f"2026-11-23 09:0{minute}", vitamin_d(when))
    assert ids(p, "2026-11-23 12:00", "2026-11-23", "2026-11-23") == {VITAMIN: "done"}


# --- the past


def test_earlier_dates_keep_the_plan_of_their_time() -> None:
    p = Patient(medicine("08:00", "20:00"))
    p.change("2026-11-23 07:00", medicine("12:00"))
    assert list(ids(p, "2026-11-23 07:00", "2026-11-22", "2026-11-23")) == [
        "thyroid/2026-11-22/dose", "thyroid/2026-11-22/dose-2", "thyroid/2026-11-23/dose",
    ]


def test_a_start_that_is_only_the_date_of_import_does_not_move_a_known_plan() -> None:
    p = Patient(medicine("08:00", recurrence=Rule(Freq.DAILY, 2), start="2026-11-22"))
    new = replace(draft([medicine("08:00", recurrence=Rule(Freq.DAILY, 2), start="2026-11-23")]),
                  start_not_said=frozenset({"thyroid"}))
    changed = revise(p.regimen, new, p.history, at("2026-11-23 07:00"))
    assert changed.draft.plans[0].start == day("2026-11-22")
    assert changed.versions == p.regimen.versions


def test_a_start_that_is_said_counts() -> None:
    p = Patient(medicine("08:00", recurrence=Rule(Freq.DAILY, 2), start="2026-11-22"))
    p.change("2026-11-23 07:00", medicine("08:00", recurrence=Rule(Freq.DAILY, 2), start="2026-11-23"))
    assert p.status("2026-11-23 08:00", "thyroid/2026-11-23/dose") == "due"


def test_a_start_not_said_of_a_plan_put_in_again_is_the_date_of_import() -> None:
    p = Patient(vitamin_d())
    p.change("2026-11-20 10:00")
    new = replace(draft([vitamin_d(start="2026-11-23")]), start_not_said=frozenset({"vitamin-d"}))
    changed = revise(p.regimen, new, p.history, at("2026-11-23 07:00"))
    assert changed.draft.plans[0].start == day("2026-11-23")


def test_a_change_keeps_the_moment_at_which_the_plan_became_known() -> None:
    p = Patient(vitamin_d(), known="2026-11-20 09:00")
    p.change("2026-11-23 07:00", vitamin_d("06:00"))
    assert {version.known for version in p.regimen.versions} == {at("2026-11-20 09:00")}
    assert p.status("2026-11-23 07:00", VITAMIN) == "due"


# --- ends


def test_a_plan_that_is_left_out_ends_and_its_open_items_are_gone() -> None:
    p = Patient(vitamin_d(), tablet())
    p.change("2026-11-25 07:00", vitamin_d())
    assert "alendronate/2026-11-23/dose" not in ids(p, "2026-11-25 08:00", "2026-11-20", "2026-12-05")
    assert version_days(p, "alendronate") == [("2026-11-01", "2026-11-24")]


def test_left_out_after_something_of_today_was_due_it_ends_with_today() -> None:
    p = Patient(vitamin_d())
    p.change("2026-11-23 09:00")
    assert p.status("2026-11-23 10:00", VITAMIN) == "due"
    assert p.status("2026-11-24 10:00", "vitamin-d/2026-11-24/dose") == "absent"
    assert p.status("2026-11-24 10:00", VITAMIN) == "absent"


def test_what_was_answered_or_missed_before_the_end_stays() -> None:
    p = Patient(tablet(), medicine("08:00", recurrence=Rule(Freq.WEEKLY, byday=frozenset({TUESDAY}))))
    p.say("2026-11-17 08:00", "thyroid/2026-11-17/dose", "taken")
    p.say("2026-11-16 08:00", "alendronate/2026-11-16/dose", "skipped")
    p.change("2026-11-25 07:00")
    found = ids(p, "2026-11-25 08:00", "2026-11-01", "2026-12-05")
    assert found == {
        "alendronate/2026-11-02/dose": "missed", "alendronate/2026-11-09/dose": "missed",
        "alendronate/2026-11-16/dose": "skipped", "thyroid/2026-11-03/dose": "missed",
        "thyroid/2026-11-10/dose": "missed", "thyroid/2026-11-17/dose": "done",
    }


def test_a_plan_put_in_again_begins_anew() -> None:
    p = Patient(vitamin_d())
    p.change("2026-11-20 07:00")
    p.change("2026-11-23 07:00", vitamin_d())
    assert p.status("2026-11-21 09:00", "vitamin-d/2026-11-21/dose") == "absent"
    assert p.status("2026-11-23 09:00", VITAMIN) == "due"
    assert p.regimen.versions[-1].known == at("2026-11-23 07:00")


def test_taken_out_and_put_in_on_one_day_it_does_not_double_today() -> None:
    p = Patient(vitamin_d())
    p.say("2026-11-23 08:30", VITAMIN, "taken")
    p.change("2026-11-23 09:00")
    p.change("2026-11-23 09:10", vitamin_d("10:00"))
    assert ids(p, "2026-11-23 10:00", "2026-11-23", "2026-11-24") == {
        VITAMIN: "done", "vitamin-d/2026-11-24/dose": "upcoming",
    }


def test_taken_out_twice_it_is_out() -> None:
    p = Patient(vitamin_d())
    p.change("2026-11-20 07:00")
    before = p.regimen.versions
    p.change("2026-11-21 07:00")
    assert p.regimen.versions == before


def test_a_plan_taken_out_before_its_first_date_has_nothing() -> None:
    p = Patient(vitamin_d(), known="2026-11-23 07:00")
    p.change("2026-11-23 07:10")
    assert ids(p, "2026-11-23 09:00", "2026-11-20", "2026-11-30") == {}


def test_an_injection_never_ends_by_being_left_out() -> None:
    p = Patient(injection(), vitamin_d())
    with pytest.raises(Refused, match="ends_by_absence") as refused:
        p.change("2026-11-20 07:00", vitamin_d())
    assert refused.value.values == {"plan": "denosumab"}
    p.change("2026-11-20 07:00", vitamin_d(), confirm=["denosumab"])
    assert p.status("2026-11-20 08:00", "denosumab/2026-11-12/injection") == "absent"


def test_an_injection_with_a_last_date_that_has_passed_may_be_left_out() -> None:
    p = Patient(injection(until="2026-11-19"))
    p.change("2026-11-20 07:00")
    assert len(p.regimen.draft.plans) == 0


def test_an_injection_that_was_taken_out_asks_no_more_confirmation() -> None:
    p = Patient(injection(), vitamin_d())
    p.change("2026-11-20 07:00", vitamin_d(), confirm=["denosumab"])
    p.change("2026-11-21 07:00", vitamin_d("09:00"))
    assert p.due("2026-11-23 07:00", VITAMIN) == "2026-11-23 09:00"


def test_an_infusion_may_be_left_out() -> None:
    p = Patient(infusion(), vitamin_d())
    p.change("2026-11-20 07:00", vitamin_d())
    assert p.status("2027-03-10 10:00", "zoledronate/2027-03-10/infusion") == "absent"


# --- refusals


def test_two_weekly_tablets_at_a_time_are_refused_and_nothing_changes() -> None:
    p = Patient(tablet())
    before = p.regimen
    with pytest.raises(Refused, match="overlapping_tablets") as refused:
        p.change("2026-11-20 07:00", tablet(), risedronate(THURSDAY))
    assert refused.value.values == {"one": "alendronate", "two": "risedronate"}
    assert p.regimen is before


def test_one_weekly_tablet_may_follow_another() -> None:
    p = Patient(tablet())
    p.change("2026-11-20 07:00", tablet(until="2026-11-25"), risedronate(THURSDAY, start="2026-11-26"))
    assert p.status("2026-11-26 08:00", "risedronate/2026-11-26/dose") == "due"


# --- pauses and the zone


def test_a_pause_that_is_left_out_stays_for_the_days_that_have_passed() -> None:
    p = Patient(vitamin_d(), pauses=[pause("2026-11-18", "2026-11-27")])
    p.change("2026-11-23 07:00", vitamin_d(), pauses=())
    assert p.regimen.draft.pauses == (pause("2026-11-18", "2026-11-22"),)
    assert p.status("2026-11-23 08:30", VITAMIN) == "due"
    assert p.item("2026-11-23 08:30", "vitamin-d/2026-11-22/dose").pause


def test_a_pause_that_is_kept_stays_as_it_is() -> None:
    spans = (pause("2026-11-18", "2026-11-27"),)
    p = Patient(vitamin_d(), pauses=spans)
    p.change("2026-11-23 07:00", vitamin_d("09:00"), pauses=spans)
    assert p.regimen.draft.pauses == spans


def test_a_longer_pause_takes_the_place_of_the_shorter() -> None:
    p = Patient(vitamin_d(), pauses=[pause("2026-11-18", "2026-11-27")])
    p.change("2026-11-23 07:00", vitamin_d(), pauses=(pause("2026-11-18", "2026-11-30"),))
    assert p.regimen.draft.pauses == (pause("2026-11-18", "2026-11-30"),)


def test_a_pause_of_the_past_goes_only_into_one_that_holds_all_of_it() -> None:
    for first, last in (("2026-11-19", "2026-11-30"), ("2026-11-10", "2026-11-21")):
        p = Patient(vitamin_d(), pauses=[pause("2026-11-18", "2026-11-22")])
        p.change("2026-11-23 07:00", vitamin_d(), pauses=(pause(first, last),))
        assert set(p.regimen.draft.pauses) == {pause("2026-11-18", "2026-11-22"), pause(first, last)}
    for first, last in (("2026-11-18", "2026-11-30"), ("2026-11-10", "2026-11-22")):
        p = Patient(vitamin_d(), pauses=[pause("2026-11-18", "2026-11-22")])
        p.change("2026-11-23 07:00", vitamin_d(), pauses=(pause(first, last),))
        assert p.regimen.draft.pauses == (pause(first, last),)


def test_a_pause_may_be_noted_afterwards() -> None:
    p = Patient(vitamin_d())
    p.change("2026-11-23 07:00", vitamin_d(), pauses=(pause("2026-11-18", "2026-11-20"),))
    assert p.item("2026-11-23 08:30", "vitamin-d/2026-11-19/dose").pause


def test_pauses_are_kept_in_the_order_of_their_dates() -> None:
    p = Patient(vitamin_d(), pauses=[pause("2026-12-18", "2026-12-20")])
    new = (pause("2026-12-18", "2026-12-20"), pause("2026-11-24", "2026-11-24"))
    p.change("2026-11-23 07:00", vitamin_d(), pauses=new)
    assert p.regimen.draft.pauses == (new[1], new[0])


def test_the_patient_s_own_zone_decides_what_today_is() -> None:
    regimen = revise(Regimen(catalogue()), draft([vitamin_d()], zone="Pacific/Auckland"), History(),
                     at("2026-11-22 13:00"))
    assert regimen.versions[0].effective_from == day("2026-11-23")


def test_a_new_zone_counts_for_the_change_itself() -> None:
    p = Patient(vitamin_d(), zone=ZoneInfo("Europe/Amsterdam"))
    new = replace(draft([vitamin_d("09:30")]), patient=replace(p.regimen.draft.patient, time_zone="Pacific/Auckland"))
    changed = revise(p.regimen, new, p.history, at("2026-11-22 12:30"))
    assert changed.versions[-1].effective_from == day("2026-11-23")


def test_the_first_plans_make_the_first_versions() -> None:
    regimen = revise(Regimen(catalogue()), Draft(plans=(vitamin_d(),)), History(), at("2026-11-23 07:00"))
    version = regimen.versions[0]
    assert (version.effective_from, version.effective_until, version.removed) == (day("2026-11-23"), None, False)
    assert regimen.plan("vitamin-d", day("2026-11-23")) == vitamin_d()
    assert regimen.plan("nobody", day("2026-11-23")) is None
    assert regimen.plan("vitamin-d", day("2020-01-01")) == vitamin_d()


# --- another treatment under the same id


def test_another_treatment_under_the_same_id_takes_its_own_rules_from_its_first_day_on() -> None:
    p = Patient(tablet(id="bone"))
    p.say("2026-11-23 07:30", "bone/2026-11-23/dose", "taken")
    p.change("2026-11-24 10:00", replace(risedronate(), id="bone"))
    assert p.item("2026-11-24 10:00", "bone/2026-11-23/dose").treatment == "alendronate-tablet"
    assert p.item("2026-12-01 10:00", "bone/2026-11-30/dose").treatment == "risedronate-tablet"
    p.say("2026-12-01 10:00", "bone/2026-11-30/dose", "forgotten")
    assert p.status("2026-12-01 10:00", "bone/2026-11-30/dose") == "due"


def test_an_injection_instead_of_a_tablet_is_asked_for() -> None:
    p = Patient(tablet(id="bone"))
    p.change("2026-11-24 10:00", replace(injection(), id="bone"))
    assert ids(p, "2026-11-24 10:00", "2026-11-20", "2026-11-30") == {
        "bone/2026-11-12/injection": "overdue",
    }
    p.say("2026-11-24 11:00", "bone/2026-11-12/injection", "given")
    assert p.status("2026-11-24 11:00", "bone/2027-05-24/injection") == "upcoming"
    p.undo("2026-11-24 11:01")
    assert p.status("2026-11-24 11:01", "bone/2026-11-12/injection") == "overdue"


def test_what_was_open_under_the_treatment_before_is_history() -> None:
    p = Patient(tablet(id="bone"))
    p.change("2026-11-25 10:00", replace(vitamin_d(), id="bone"))
    assert p.status("2026-11-25 10:00", "bone/2026-11-23/dose") == "absent"
    assert p.status("2026-11-25 10:00", "bone/2026-11-16/dose") == "missed"


def test_another_treatment_was_not_known_before_and_starts_on_the_date_of_import() -> None:
    p = Patient(vitamin_d(id="pill"), known="2026-11-20 09:00")
    new = replace(draft([replace(medicine("08:00", "18:00"), id="pill", start=day("2026-11-23"))]),
                  start_not_said=frozenset({"pill"}))
    p.regimen = revise(p.regimen, new, p.history, at("2026-11-23 08:10"))
    assert ids(p, "2026-11-23 08:10", "2026-11-23", "2026-11-23") == {"pill/2026-11-23/dose-2": "upcoming"}


def test_a_week_lies_between_a_tablet_and_the_one_that_takes_its_place() -> None:
    p = Patient(tablet(id="bone"))
    p.say("2026-11-23 07:30", "bone/2026-11-23/dose", "taken")
    p.change("2026-11-24 10:00", replace(risedronate(THURSDAY), id="bone"))
    assert p.status("2026-11-26 08:00", "bone/2026-11-26/dose") == "absent"
    assert p.status("2026-12-03 08:00", "bone/2026-12-03/dose") == "due"


def test_an_injection_does_not_end_by_another_treatment_under_its_id() -> None:
    p = Patient(injection())
    other = replace(infusion(), id="denosumab")
    with pytest.raises(Refused, match="ends_by_absence"):
        p.change("2026-11-24 10:00", other)
    p.change("2026-11-24 10:00", other, confirm=["denosumab"])
    assert p.status("2026-11-24 10:00", "denosumab/2026-11-12/injection") == "absent"
    assert p.status("2026-11-24 10:00", "denosumab/2027-03-10/infusion") == "upcoming"


def test_back_to_the_treatment_before_both_pasts_stay() -> None:
    p = Patient(vitamin_d(id="pill"))
    p.say("2026-11-20 08:30", "pill/2026-11-20/dose", "taken")
    p.change("2026-11-21 07:00", replace(medicine("09:00"), id="pill"))
    p.say("2026-11-21 09:00", "pill/2026-11-21/dose", "taken")
    p.change("2026-11-22 07:00", vitamin_d(id="pill"))
    found = p.look("2026-11-22 09:00", "2026-11-20", "2026-11-22").items
    assert [(item.date.day, item.treatment, item.status.value) for item in found] == [
        (20, "vitamin-d-tablet", "done"), (21, "other-medicine", "done"), (22, "vitamin-d-tablet", "due"),
    ]


def listed(p: Patient, now: str) -> list[str]:
    """All there is about a long time, with doubles if there were any."""
    ctx = context(p.regimen, p.history, at(now), dates=(day("2025-01-01"), day("2029-01-01")))
    return sorted(entry.item.id for entry in entries(ctx))


def test_what_was_given_or_reviewed_before_is_listed_once_whatever_the_id_stood_for_since() -> None:
    p = Patient(injection(treated_since="2021-11-10"), known="2026-06-01 09:00")
    p.say("2026-11-10 11:00", "denosumab/2026-11-12/injection", "given")
    p.say("2026-11-10 11:00", "denosumab/2026-11-10/review", "done")
    p.change("2026-11-12 10:00", replace(infusion(), id="denosumab"), confirm=["denosumab"])
    p.change("2026-11-14 10:00", injection(treated_since="2021-11-10"))
    found = listed(p, "2026-11-14 10:00")
    assert len(found) == len(set(found))
    assert p.status("2026-11-14 10:00", "denosumab/2026-11-12/injection") == "done"
    assert p.status("2026-11-14 10:00", "denosumab/2027-05-10/injection") == "upcoming"
    assert p.status("2026-11-14 10:00", "denosumab/2027-11-10/review") == "upcoming"


def test_what_was_taken_under_a_treatment_stays_its_own() -> None:
    chain = medicine("08:00", recurrence=FromLastTaken(3, Unit.DAYS), start="2026-11-10")
    p = Patient(chain)
    p.say("2026-11-10 08:00", "thyroid/2026-11-10/dose", "taken")
    p.change("2026-11-12 10:00", replace(vitamin_d(), id="thyroid"))
    p.change("2026-11-14 07:00", chain)
    found = listed(p, "2026-11-14 08:00")
    assert len(found) == len(set(found))
    assert p.status("2026-11-14 08:00", "thyroid/2026-11-10/dose") == "done"
    assert p.status("2026-11-14 08:00", "thyroid/2026-11-14/dose") == "due"


def test_until_another_treatment_takes_over_an_id_its_steps_are_made_once() -> None:
    p = Patient(injection(first_due="2026-12-22"), vitamin_d("08:30"))
    other = replace(infusion(first_due="2026-12-22"), id="denosumab")
    p.change("2026-11-24 11:00", other, vitamin_d("08:30"), confirm=("denosumab",))
    ctx = context(p.regimen, p.history, p.at("2026-11-24 12:00"))
    names = [entry.item.id for entry in entries(ctx)]
    assert len(names) == len(set(names))
    assert p.item("2026-11-24 12:00", "denosumab/2026-12-22/book").treatment == "denosumab-injection"
    assert p.item("2026-11-25 12:00", "denosumab/2026-12-22/infusion").treatment == "zoledronate-infusion"
