"""What was open when its plan was taken out stays in the history as ended (section "Plan versions")."""

from __future__ import annotations

from osteoapp.core.endings import Ended, endings

from .builders import FRIDAY, MONDAY, Patient, activity, day, injection, medicine, tablet, vitamin_d

TABLET = "alendronate/2026-11-23/dose"
OTHER = vitamin_d("08:30")


def ended(p: Patient, now: str) -> list[tuple[str, str]]:
    return [(event.item, p.wall(event.at)) for event in endings(p.regimen, p.history, p.at(now))]


def test_an_unanswered_tablet_ends_with_its_plan() -> None:
    p = Patient(tablet(), OTHER)
    p.change("2026-11-25 12:00", OTHER)
    assert p.status("2026-11-25 12:00", TABLET) == "absent"
    assert ended(p, "2026-11-25 12:00") == [(TABLET, "2026-11-25 00:00")]


def test_an_ending_says_when_it_was_and_where() -> None:
    p = Patient(tablet(), OTHER)
    p.change("2026-11-25 12:00", OTHER)
    at = p.at("2026-11-25 00:00")
    [found] = endings(p.regimen, p.history, p.at("2026-12-25 12:00"))
    assert found == Ended(id=f"ended-{TABLET}", at=at, recorded=at, zone="Europe/Amsterdam", item=TABLET)
    assert found.local_date == day("2026-11-25")


def test_a_tablet_that_is_due_keeps_its_day_and_ends_after_it() -> None:
    p = Patient(tablet(), OTHER)
    p.change("2026-11-23 09:00", OTHER)
    assert p.status("2026-11-23 10:00", TABLET) == "due"
    assert ended(p, "2026-11-23 23:59") == []
    assert ended(p, "2026-11-24 00:00") == [(TABLET, "2026-11-24 00:00")]


def test_what_was_answered_did_not_end() -> None:
    p = Patient(tablet(), OTHER)
    p.say("2026-11-23 07:40", TABLET, "taken")
    p.change("2026-11-25 12:00", OTHER)
    assert ended(p, "2026-12-25 12:00") == []


def test_a_daily_dose_and_a_goal_are_missed_and_do_not_end() -> None:
    p = Patient(OTHER, activity("10:30"), tablet())
    p.change("2026-11-24 21:00", tablet())
    assert ended(p, "2026-11-26 12:00") == []


def test_an_overdue_injection_ends_with_its_steps() -> None:
    p = Patient(injection(last_given="2026-05-12"), OTHER)
    p.change("2026-11-20 12:00", OTHER, confirm=("denosumab",))
    items = [item for item, _ in ended(p, "2026-11-20 12:00")]
    assert "denosumab/2026-11-12/injection" in items
    assert all(item.startswith("denosumab/") for item in items)


def test_a_plan_that_runs_has_nothing_that_ended() -> None:
    p = Patient(tablet(), OTHER)
    p.change("2026-11-25 12:00", tablet(when="08:00"), OTHER)
    assert ended(p, "2026-12-25 12:00") == []


def test_a_plan_that_was_put_in_again_keeps_what_ended_before() -> None:
    p = Patient(tablet(), OTHER)
    p.change("2026-11-25 12:00", OTHER)
    p.change("2026-11-27 12:00", tablet(), OTHER)
    assert ended(p, "2026-12-25 12:00") == [(TABLET, "2026-11-25 00:00")]


def test_another_treatment_under_the_same_id_ends_what_the_id_stood_for() -> None:
    p = Patient(tablet(id="weekly"), OTHER)
    p.change("2026-11-25 12:00", tablet(id="weekly", treatment="risedronate-tablet"), OTHER)
    assert ended(p, "2026-11-26 12:00") == [("weekly/2026-11-23/dose", "2026-11-25 00:00")]


def test_a_change_before_another_treatment_took_the_id_ends_nothing() -> None:
    p = Patient(tablet(id="weekly"), OTHER)
    p.change("2026-11-25 12:00", tablet(id="weekly", when="08:00"), OTHER)
    p.change("2026-12-09 12:00", tablet(id="weekly", treatment="risedronate-tablet"), OTHER)
    assert ended(p, "2026-12-25 12:00") == [("weekly/2026-12-07/dose", "2026-12-09 00:00")]


def test_what_a_plan_asked_before_it_was_changed_ends_with_it_too() -> None:
    p = Patient(tablet(MONDAY), OTHER)
    p.change("2026-11-25 12:00", tablet(FRIDAY), OTHER)
    p.change("2026-11-26 12:00", OTHER)
    assert ended(p, "2026-12-25 12:00") == [(TABLET, "2026-11-26 00:00")]


def test_several_endings_come_in_their_order() -> None:
    sparse = medicine("09:00", id="weekly-drops", recurrence=None)
    p = Patient(tablet(), injection(last_given="2026-05-12"), sparse)
    p.change("2026-11-25 12:00", injection(last_given="2026-05-12"), sparse)
    p.change("2026-11-30 12:00", sparse, confirm=("denosumab",))
    found = ended(p, "2026-12-25 12:00")
    assert found[0] == (TABLET, "2026-11-25 00:00")
    assert [moment for _, moment in found] == sorted(moment for _, moment in found)
    assert len(found) > 1
