"""Checks, reviews and single appointments (B7, B8, F141, F142)."""

from __future__ import annotations

from osteoapp.core.events import Reason, Taken
from osteoapp.core.item import Kind

from .builders import Patient, appointment, at, check, day, injection, tablet


def ids(p: Patient, now: str) -> dict[str, str]:
    return {item.id: item.status.value for item in p.look(now, "2020-01-01", "2040-12-31").items}


# --- checks


def test_a_check_counts_from_the_last_one() -> None:
    p = Patient(check(last="2026-06-15"))
    assert p.due("2026-11-20 10:00", "dentist/2026-12-15/check") == "2026-12-15 10:00"


def test_without_a_last_one_it_counts_from_the_start() -> None:
    p = Patient(check(start="2026-11-01"))
    assert p.status("2026-11-20 10:00", "dentist/2027-05-01/check") == "upcoming"


def test_done_it_counts_from_the_day_on_which_it_was_done() -> None:
    p = Patient(check(last="2026-05-15"))
    p.say("2026-11-20 10:00", "dentist/2026-11-15/check", "done")
    assert ids(p, "2026-11-20 10:00") == {"dentist/2026-11-15/check": "done", "dentist/2027-05-20/check": "upcoming"}


def test_done_early_and_without_a_last_one_it_counts_from_the_day_on_which_it_was_done() -> None:
    p = Patient(check(start="2026-11-01"))
    p.say("2027-04-20 10:00", "dentist/2027-05-01/check", "done")
    assert p.due("2027-04-20 10:00", "dentist/2027-10-20/check") == "2027-10-20 10:00"


def test_skipped_it_counts_from_its_own_date() -> None:
    p = Patient(check(last="2026-05-15"))
    p.say("2026-11-20 10:00", "dentist/2026-11-15/check", "skipped")
    assert ids(p, "2026-11-20 10:00") == {"dentist/2026-11-15/check": "skipped", "dentist/2027-05-15/check": "upcoming"}


def test_a_later_date_in_the_file_counts() -> None:
    p = Patient(check(last="2026-05-15"))
    p.say("2026-11-20 10:00", "dentist/2026-11-15/check", "done")
    p.change("2026-12-01 10:00", check(last="2026-11-28"))
    assert p.status("2026-12-01 10:00", "dentist/2027-05-28/check") == "upcoming"


def test_past_its_date_it_is_overdue_and_asked_weekly() -> None:
    p = Patient(check(last="2026-05-23"))
    item = "dentist/2026-11-23/check"
    p.shown("2026-11-23 10:00", item)
    assert p.status("2026-11-23 23:59", item) == "due"
    assert p.status("2026-11-24 00:00", item) == "overdue"
    assert p.reminded("2026-11-29 10:00") == {}
    assert p.reminded("2026-11-30 10:00") == {item: "repeat"}
    p.shown("2026-11-30 10:00", item, Reason.REPEAT)
    assert p.reminded("2026-12-06 10:00") == {}


def test_a_check_on_one_date_comes_once() -> None:
    p = Patient(check("dexa", date="2026-12-01"))
    assert p.status("2026-11-20 10:00", "dexa/2026-12-01/check") == "upcoming"
    p.say("2026-12-01 10:00", "dexa/2026-12-01/check", "done")
    assert ids(p, "2026-12-02 10:00") == {"dexa/2026-12-01/check": "done"}


def test_a_new_date_for_it_is_another_check() -> None:
    p = Patient(check("dexa", date="2026-12-01"))
    p.say("2026-12-01 10:00", "dexa/2026-12-01/check", "done")
    p.change("2026-12-02 10:00", check("dexa", date="2028-12-01"))
    assert p.status("2026-12-02 10:00", "dexa/2028-12-01/check") == "upcoming"


def test_a_check_without_date_or_interval_never_comes() -> None:
    p = Patient(check("dexa", every_months=None))
    assert ids(p, "2026-12-02 10:00") == {}


def test_a_check_after_the_end_of_its_plan_is_not_made() -> None:
    p = Patient(check(last="2026-06-15", until="2026-12-14"))
    assert ids(p, "2026-12-20 10:00") == {}


def test_a_check_on_the_last_date_of_its_plan_is_made() -> None:
    p = Patient(check(last="2026-06-15", until="2026-12-15"))
    assert ids(p, "2026-12-01 10:00") == {"dentist/2026-12-15/check": "upcoming"}


def test_a_check_whose_plan_was_taken_out_is_gone_and_what_was_done_stays() -> None:
    p = Patient(check(last="2026-05-15"))
    p.say("2026-11-20 10:00", "dentist/2026-11-15/check", "done")
    p.change("2026-11-21 10:00")
    assert ids(p, "2026-11-22 10:00") == {"dentist/2026-11-15/check": "done"}


def test_a_check_done_before_the_range_is_not_listed() -> None:
    p = Patient(check(last="2026-05-15"))
    p.say("2026-11-20 10:00", "dentist/2026-11-15/check", "done")
    assert p.look("2026-11-25 10:00").items == ()


def test_an_event_of_another_kind_on_a_check_closes_nothing() -> None:
    p = Patient(check(last="2026-05-15"))
    moment = at("2026-11-20 08:00")
    odd = Taken(id="odd", at=moment, recorded=moment, zone="Europe/Amsterdam", item="dentist/2026-11-15/check")
    p.history.append(odd)
    assert ids(p, "2026-11-20 10:00") == {"dentist/2026-11-15/check": "overdue"}


# --- reviews


def test_the_review_comes_five_years_after_the_treatment_began_and_then_yearly() -> None:
    p = Patient(tablet(treated_since="2022-01-15"), known="2026-11-01 09:00")
    assert p.due("2026-11-20 10:00", "alendronate/2027-01-15/review") == "2027-01-15 10:00"
    p.say("2027-02-01 10:00", "alendronate/2027-01-15/review", "done")
    assert p.due("2027-02-01 10:00", "alendronate/2028-02-01/review") == "2028-02-01 10:00"


def test_a_review_left_out_counts_from_its_own_date() -> None:
    p = Patient(tablet(treated_since="2022-01-15"))
    p.say("2027-02-01 10:00", "alendronate/2027-01-15/review", "skipped")
    assert "alendronate/2028-01-15/review" in ids(p, "2027-02-01 10:00")


def test_the_first_review_is_one_that_lies_not_before_the_plan_was_known() -> None:
    p = Patient(tablet(treated_since="2012-01-15"), known="2027-01-15 09:00")
    assert "alendronate/2027-01-15/review" in ids(p, "2027-01-15 09:00")
    p = Patient(tablet(treated_since="2012-01-15"), known="2027-01-15 10:00")
    assert "alendronate/2027-01-15/review" in ids(p, "2027-01-15 10:00")
    p = Patient(tablet(treated_since="2012-01-15"), known="2027-01-15 10:01")
    assert "alendronate/2028-01-15/review" in ids(p, "2027-01-15 11:00")


def test_where_nobody_said_since_when_there_is_one_question_and_no_date() -> None:
    p = Patient(tablet(), injection(treated_since="2024-01-01"))
    found = p.look("2026-11-20 10:00")
    assert [(question.plan, question.about) for question in found.questions] == [("alendronate", "treated_since")]
    assert not [item for item in ids(p, "2026-11-20 10:00") if item.startswith("alendronate") and "review" in item]


def test_a_review_after_the_end_of_its_plan_is_not_made() -> None:
    p = Patient(tablet(treated_since="2022-01-15", until="2027-01-14"))
    assert not [item for item in ids(p, "2026-12-20 10:00") if "review" in item]


def test_a_plan_that_was_taken_out_has_no_review_and_no_question() -> None:
    p = Patient(tablet(treated_since="2022-01-15"))
    p.change("2026-11-21 10:00")
    assert not [item for item in ids(p, "2027-02-01 10:00") if "review" in item]
    assert p.look("2026-11-22 10:00").questions == ()


# --- appointments


VISIT = "clinic/2026-11-27/appointment"


def test_an_appointment_is_due_at_its_time_and_overdue_afterwards() -> None:
    p = Patient(appointment("2026-11-27", "14:30"))
    assert p.status("2026-11-27 14:29", VISIT) == "upcoming"
    assert p.status("2026-11-27 14:30", VISIT) == "due"
    assert p.status("2026-11-28 00:00", VISIT) == "overdue"
    p.shown("2026-11-27 14:30", VISIT)
    assert p.reminded("2026-11-28 14:30") == {VISIT: "repeat"}


def test_a_week_and_a_day_before_there_is_a_word() -> None:
    p = Patient(appointment("2026-11-27", "14:30"))
    assert p.due("2026-11-19 10:00", "clinic/2026-11-27/remind-7") == "2026-11-20 10:00"
    assert p.status("2026-11-20 23:59", "clinic/2026-11-27/remind-7") == "due"
    assert p.status("2026-11-21 00:00", "clinic/2026-11-27/remind-7") == "absent"
    assert p.due("2026-11-19 10:00", "clinic/2026-11-27/remind-1") == "2026-11-26 10:00"


def test_a_word_whose_time_had_passed_when_the_plan_was_known_is_not_made() -> None:
    p = Patient(appointment("2026-11-27", "14:30"), known="2026-11-20 10:01")
    assert list(ids(p, "2026-11-20 10:01")) == ["clinic/2026-11-27/remind-1", VISIT]
    p = Patient(appointment("2026-11-27", "14:30"), known="2026-11-20 10:00")
    assert p.status("2026-11-20 10:00", "clinic/2026-11-27/remind-7") == "due"


def test_moved_to_another_date_the_words_follow_and_the_id_stays() -> None:
    p = Patient(appointment("2026-11-27", "14:30"))
    p.say("2026-11-19 10:00", VISIT, "booked", on="2026-12-04 09:00")
    assert p.due("2026-11-19 10:00", VISIT) == "2026-12-04 09:00"
    assert p.due("2026-11-19 10:00", "clinic/2026-11-27/remind-1") == "2026-12-03 10:00"
    assert p.wall(p.item("2026-11-19 10:00", "clinic/2026-11-27/remind-1").planned) == "2026-11-26 10:00"
    assert p.item("2026-11-19 10:00", VISIT).appointment is not None


def test_an_answered_appointment_sends_no_more_words() -> None:
    p = Patient(appointment("2026-11-27", "14:30"))
    p.say("2026-11-19 10:00", VISIT, "skipped")
    assert ids(p, "2026-11-19 10:00") == {VISIT: "skipped"}


def test_an_appointment_that_had_passed_when_the_plan_was_known_is_not_made() -> None:
    p = Patient(appointment("2026-11-27", "14:30"), known="2026-11-27 14:31")
    assert ids(p, "2026-11-27 14:31") == {}
    p = Patient(appointment("2026-11-27", "14:30"), known="2026-11-27 14:30")
    assert ids(p, "2026-11-27 14:30") == {VISIT: "due"}


def test_an_appointment_whose_plan_was_taken_out_is_gone() -> None:
    p = Patient(appointment("2026-11-27", "14:30"))
    p.change("2026-11-21 10:00")
    assert ids(p, "2026-11-27 14:31") == {}


def test_an_appointment_that_was_kept_is_there_again_when_its_plan_is_put_in_again() -> None:
    p = Patient(appointment("2026-11-27", "14:30"))
    p.say("2026-11-27 15:00", VISIT, "done")
    p.change("2026-11-28 10:00")
    p.change("2026-11-29 10:00", appointment("2026-11-27", "14:30"))
    assert ids(p, "2026-11-29 10:00") == {VISIT: "done"}


def test_once_it_is_answered_an_appointment_stands_on_its_own_date_again() -> None:
    p = Patient(appointment("2026-11-27", "14:30"))
    p.say("2026-11-19 10:00", VISIT, "booked", on="2026-12-04 09:00")
    p.say("2026-12-04 10:00", VISIT, "done")
    assert p.due("2026-12-04 10:00", VISIT) == "2026-11-27 14:30"


# --- what they are


def test_each_says_what_it_is_and_of_which_date() -> None:
    p = Patient(check(last="2026-05-23"), tablet(treated_since="2021-11-23"), appointment("2026-11-30", "14:30"))
    now = "2026-11-23 10:00"
    wanted = {
        "dentist/2026-11-23/check": Kind.TASK, "alendronate/2026-11-23/review": Kind.REVIEW,
        "clinic/2026-11-30/remind-7": Kind.HEADS_UP, "clinic/2026-11-30/appointment": Kind.APPOINTMENT,
    }
    for item, kind in wanted.items():
        found = p.item(now, item)
        assert (found.kind, found.date.isoformat()) == (kind, item.split("/")[1])
        p.say(now, item, "done")
        assert (p.item(now, item).kind, p.item(now, item).date) == (kind, found.date)


def test_an_appointment_in_the_quiet_hours_is_shown_at_its_time() -> None:
    p = Patient(appointment("2026-11-27", "06:30"))
    assert p.reminded("2026-11-27 06:30") == {VISIT: "due"}


def test_dates_are_dates() -> None:
    assert day("2026-11-27").weekday() == 4
