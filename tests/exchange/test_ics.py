"""The calendar file: what readers that nobody here wrote make of it is the agenda of 24 months."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from io import StringIO
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import recurring_ical_events
from dateutil.rrule import rruleset, rrulestr
from dateutil.tz import tzical
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar, Event

from osteoapp.core.agenda import agenda
from osteoapp.core.item import Kind, Status
from osteoapp.core.recurrence import AsNeeded, Freq, FromLastTaken, OnOff, Rule, Unit, add_months
from osteoapp.core.regimen import AnyPlan, CalciumOnTabletDay, DosePlan, GoalPlan
from osteoapp.exchange import ics_file
from tests.core import stories
from tests.core.builders import (
    AMSTERDAM,
    MONDAY,
    SUNDAY,
    THURSDAY,
    Patient,
    activity,
    appointment,
    calcium,
    check,
    dairy,
    day,
    infusion,
    injection,
    medicine,
    pause,
    tablet,
    vitamin_d,
    vitamin_d_drink,
)

NOW = "2026-11-01 12:00"  # 24 months hold both clock changes twice
Starts = Counter[tuple[str, str, datetime]]


def exported(patient: Patient, now: str = NOW) -> Calendar:
    return Calendar.from_ical(ics_file.write(patient.regimen, patient.history, patient.at(now), "nl"))  # type: ignore[return-value]


def events(calendar: Calendar) -> list[Event]:
    return list(calendar.events)


def of_plan(patient: Patient, name: str, now: str = NOW) -> list[Event]:
    return [event for event in events(exported(patient, now)) if str(event["uid"]).startswith(f"{name}.")]


def step(event: Event) -> tuple[str, str]:
    """The plan and the step that a UID names, with or without its date."""
    plan, *names, _ = str(event["uid"]).split("@")[0].split(".")
    return plan, next(name for name in names if not name[:4].isdigit())


def wall(moment: Any, zone: ZoneInfo = AMSTERDAM) -> datetime:
    """The wall-clock time of a start; a whole day begins at midnight. Times that come twice are written in UTC."""
    if not isinstance(moment, datetime):
        return datetime.combine(moment, time())
    local = moment.astimezone(zone) if moment.tzinfo is not None and moment.tzname() == "UTC" else moment
    return local.replace(tzinfo=None, fold=0)


def the_agenda(patient: Patient, now: str = NOW) -> Starts:
    """What the agenda of 24 months has ahead."""
    moment = patient.at(now)
    last = add_months(moment.date(), 24)
    found = agenda(patient.regimen, patient.history, moment, dates=(moment.date(), last))
    ahead = [item for item in found.items if item.status is Status.UPCOMING]
    return Counter((i.plan, i.step, i.due.astimezone(patient.zone).replace(tzinfo=None)) for i in ahead)


def by_dateutil(calendar: Calendar, now: datetime) -> Starts:
    """The starts ahead, up to 24 months, as python-dateutil expands the rules."""
    last = datetime.combine(add_months(now.date(), 24), time.max)
    found: Starts = Counter()
    for event in events(calendar):
        if event["status"] == "TENTATIVE":
            continue
        starts = list(_occurrences(event, last, now.tzinfo))
        found.update((*step(event), start) for start in starts if now.replace(tzinfo=None) < start <= last)
    return found


def _occurrences(event: Event, last: datetime, zone: Any) -> Iterator[datetime]:
    start = event["dtstart"].dt
    if "rrule" not in event:
        yield wall(start, zone)
        return
    if not isinstance(start, datetime):
        start = wall(start)
    rules = rruleset()
    rules.rrule(rrulestr(event["rrule"].to_ical().decode(), dtstart=start))  # type: ignore[arg-type]
    left_out = event.get("exdate")
    for one in [] if left_out is None else left_out.dts:
        rules.exdate(one.dt if isinstance(one.dt, datetime) else wall(one.dt))
    limit = last if start.tzinfo is None else last.replace(tzinfo=start.tzinfo)
    yield from (moment.replace(tzinfo=None) for moment in rules.between(start - timedelta(1), limit, inc=True))


def by_recurring_ical_events(calendar: Calendar, now: datetime) -> Starts:
    """The same, by the library recurring-ical-events, which reads the time zone from the file."""
    last = add_months(now.date(), 24) + timedelta(days=1)
    found: Starts = Counter()
    for event in recurring_ical_events.of(calendar).between(now.date(), last):
        start = wall(event["dtstart"].dt)
        ahead = now.replace(tzinfo=None) < start < datetime.combine(last, time())
        if ahead and event["status"] != "TENTATIVE":
            found[*step(event), start] += 1
    return found


# --- the readers

EVERYTHING: tuple[AnyPlan, ...] = (
    tablet(), vitamin_d("08:30"), vitamin_d_drink(Rule(Freq.WEEKLY, 2, frozenset({THURSDAY})), "09:00"),
    calcium("08:30", "18:00"), dairy("10:30", "15:00"), activity(), injection(), infusion(),
    medicine("08:00", "20:00"), medicine("02:30", id="night"), medicine(recurrence=OnOff(21, 7), id="on-off"),
    medicine(recurrence=Rule(Freq.MONTHLY, bymonthday=frozenset({31})), id="month-end"),
    medicine(recurrence=Rule(Freq.MONTHLY, 2, bymonthday=frozenset({15})), id="month"),
    medicine(recurrence=Rule(Freq.WEEKLY, byday=frozenset({MONDAY, SUNDAY}), count=40), id="counted"),
    medicine(recurrence=Rule(Freq.YEARLY), id="yearly", start="2026-11-12"),
    medicine(recurrence=FromLastTaken(1, Unit.MONTHS), id="chain"),
    check(), appointment("2027-03-28", "02:30"), check("dexa", date="2027-02-01"),
)


def test_two_readers_find_the_agenda_of_24_months_across_both_clock_changes() -> None:
    patient = Patient(*EVERYTHING, pauses=[pause("2027-03-20", "2027-04-02")])
    calendar = exported(patient)
    wanted = the_agenda(patient)
    assert by_recurring_ical_events(calendar, patient.at(NOW)) == wanted
    assert by_dateutil(calendar, patient.at(NOW)) == wanted
    assert wanted["night", "dose", datetime(2027, 10, 31, 2, 30)] == 1
    assert wanted["chain", "dose", datetime(2026, 11, 2, 8, 0)] + wanted["chain", "dose", datetime(2026, 11, 1, 8)] == 1


PLANS = st.sets(st.integers(0, 3), min_size=1).flatmap(
    lambda kinds: st.tuples(
        *(
            (stories.tablets, stories.medicines, stories.supplements, stories.goals)[kind](date(2027, 3, 1))
            for kind in sorted(kinds)
        )
    )
)


@settings(max_examples=max(settings().max_examples // 3, 1))
@given(
    plans=PLANS,
    zone=st.sampled_from(["Europe/Amsterdam", "America/New_York", "Australia/Lord_Howe", "Africa/Casablanca", "UTC"]),
    now=st.sampled_from(["2027-03-01 00:10", "2027-03-01 12:00", "2027-03-03 08:10"]),
    paused=st.booleans(),
)
def test_any_plans_give_the_agenda_of_24_months(plans: tuple[AnyPlan, ...], zone: str, now: str, paused: bool) -> None:
    patient = Patient(
        *plans, known="2027-03-01 00:00", zone=ZoneInfo(zone),
        pauses=[pause("2027-03-01", "2027-03-05"), pause("2027-06-01", "2027-06-20")] if paused else [],
    )
    assert by_dateutil(exported(patient, now), patient.at(now)) == the_agenda(patient, now)


@pytest.mark.parametrize(
    "zone", ["Europe/Amsterdam", "America/New_York", "America/Santiago", "Africa/Casablanca", "Asia/Tokyo"]
)
def test_the_time_zone_in_the_file_changes_its_clocks_when_the_zone_does(zone: str) -> None:
    patient = Patient(vitamin_d(), zone=ZoneInfo(zone))
    text = ics_file.write(patient.regimen, patient.history, patient.at(NOW), "nl").decode()
    read = tzical(StringIO(text.replace("\r\n ", ""))).get()
    assert read is not None
    moment = datetime(2026, 11, 1, tzinfo=UTC)
    while moment < datetime(2036, 1, 1, tzinfo=UTC):
        local = moment.astimezone(patient.zone)
        assert local.replace(tzinfo=read).utcoffset() == local.utcoffset() or local.fold, moment
        moment += timedelta(hours=3)


# --- how it is written


def test_a_weekly_tablet_is_one_rule_with_its_text_and_an_alarm() -> None:
    found = of_plan(Patient(tablet()), "alendronate")
    [dose] = [event for event in found if step(event)[1] == "dose"]
    assert dose["rrule"].to_ical() == b"FREQ=WEEKLY;BYDAY=MO"
    assert dose["dtstart"].params["TZID"] == "Europe/Amsterdam"
    assert dose["dtstart"].dt == datetime(2026, 11, 2, 7, 30, tzinfo=AMSTERDAM)
    assert dose["summary"] == "Alendroninezuur: weektablet"
    assert "Neem de tablet op een lege maag" in dose["description"]
    assert "Volg altijd uw etiket of uw arts." in dose["description"]
    [alarm] = dose.subcomponents
    assert (alarm["action"], alarm["trigger"].dt) == ("DISPLAY", timedelta(0))
    [evening] = [event for event in found if step(event)[1] == "heads-up"]
    assert (evening["rrule"].to_ical(), wall(evening["dtstart"].dt)) == (
        b"FREQ=WEEKLY;BYDAY=SU", datetime(2026, 11, 1, 20, 0)
    )


@pytest.mark.parametrize(
    ("plan", "rule"),
    [
        (vitamin_d(), "FREQ=DAILY"),
        (vitamin_d(until="2027-01-31"), "FREQ=DAILY;UNTIL=20270131T073000Z"),
        (vitamin_d(until="2027-07-31"), "FREQ=DAILY;UNTIL=20270731T063000Z"),
        (medicine(recurrence=Rule(Freq.DAILY, 3)), "FREQ=DAILY;INTERVAL=3"),
        (medicine(recurrence=Rule(Freq.DAILY, count=10)), "FREQ=DAILY;UNTIL=20261110T070000Z"),
        (
            medicine(recurrence=Rule(Freq.WEEKLY, 2, frozenset({MONDAY, THURSDAY}))),
            "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH;WKST=MO",
        ),
        (medicine(recurrence=Rule(Freq.MONTHLY, bymonthday=frozenset({-1, 5}))), "FREQ=MONTHLY;BYMONTHDAY=-1,5"),
        (medicine(recurrence=Rule(Freq.YEARLY), start="2026-12-05"), "FREQ=YEARLY"),
        (dairy(), "FREQ=DAILY"),
    ],
)
def test_what_rfc_5545_says_the_same_is_one_rule(plan: AnyPlan, rule: str) -> None:
    [event] = of_plan(Patient(plan), plan.id)
    assert event["rrule"].to_ical().decode().split(";") == rule.split(";") or (
        set(event["rrule"].to_ical().decode().split(";")) == set(rule.split(";"))
    )


@pytest.mark.parametrize(
    "plan",
    [
        medicine(recurrence=Rule(Freq.MONTHLY, bymonthday=frozenset({29}))),
        medicine(recurrence=Rule(Freq.MONTHLY), start="2026-08-31"),
        medicine(recurrence=Rule(Freq.MONTHLY, bymonthday=frozenset({-30}))),
        medicine(recurrence=Rule(Freq.YEARLY), start="2024-02-29"),
        medicine(recurrence=OnOff(3, 4)),
        medicine("02:30"),
    ],
)
def test_what_rfc_5545_cannot_say_so_is_written_out_as_dates(plan: AnyPlan) -> None:
    patient = Patient(plan)
    found = of_plan(patient, plan.id)
    assert found
    assert all("rrule" not in event for event in found)
    assert by_dateutil(exported(patient), patient.at(NOW)) == the_agenda(patient)


def test_in_the_night_of_the_clock_change_a_dose_stands_at_the_first_minute_that_exists() -> None:
    starts = [wall(event["dtstart"].dt) for event in of_plan(Patient(medicine("02:30")), "thyroid")]
    assert datetime(2027, 3, 28, 3, 0) in starts
    assert datetime(2027, 3, 28, 2, 30) not in starts
    [twice] = [one["dtstart"].dt for one in of_plan(Patient(medicine("02:30")), "thyroid") if "20271031" in _dates(one)]
    assert twice == datetime(2027, 10, 31, 0, 30, tzinfo=UTC)  # the first of the two


def _dates(event: Event) -> str:
    return event["dtstart"].to_ical().decode()


def test_calcium_that_waits_on_tablet_days_is_written_out_with_its_later_time() -> None:
    patient = Patient(tablet(), calcium("08:30", "18:00"))
    found = of_plan(patient, "calcium")
    assert [event["rrule"].to_ical() for event in found if "rrule" in event] == [b"FREQ=DAILY"]  # 18:00
    starts = {wall(event["dtstart"].dt) for event in found}
    assert {datetime(2026, 11, 2, 12, 0), datetime(2026, 11, 3, 8, 30)} <= starts
    none = Patient(tablet(), calcium("08:30", calcium_on_tablet_day=CalciumOnTabletDay.NONE))
    assert {date(2026, 11, 2), date(2026, 11, 9)}.isdisjoint(
        {event["dtstart"].dt.date() for event in of_plan(none, "calcium")}
    )


def test_a_pause_takes_its_dates_out_of_the_series() -> None:
    patient = Patient(tablet(), pauses=[pause("2026-11-01", "2026-11-16"), pause("2026-12-20", "2026-12-25")])
    [dose] = [event for event in of_plan(patient, "alendronate") if step(event)[1] == "dose"]
    assert wall(dose["dtstart"].dt) == datetime(2026, 11, 23, 7, 30)
    assert [wall(one.dt) for one in dose["exdate"].dts] == [datetime(2026, 12, 21, 7, 30)]


def test_a_goal_without_times_is_a_whole_day_without_an_alarm() -> None:
    [goal] = of_plan(Patient(dairy()), "dairy")
    assert (goal["dtstart"].dt, goal["duration"].dt, goal.subcomponents) == (date(2026, 11, 1), timedelta(days=1), [])


def test_what_is_taken_as_needed_is_in_no_calendar() -> None:
    assert of_plan(Patient(medicine(recurrence=AsNeeded())), "thyroid") == []


def test_later_injections_and_doses_from_the_last_one_taken_are_marked_as_forecasts() -> None:
    patient = Patient(injection(), medicine(recurrence=FromLastTaken(10, Unit.DAYS), start="2026-11-02"))
    found = [event for event in of_plan(patient, "denosumab") if step(event)[1] == "injection"]
    assert [(wall(event["dtstart"].dt).date(), str(event["status"])) for event in found] == [
        (date(2026, 11, 12), "CONFIRMED"), (date(2027, 5, 12), "TENTATIVE"), (date(2027, 11, 12), "TENTATIVE"),
        (date(2028, 5, 12), "TENTATIVE"),
    ]
    assert found[1]["summary"] == "Voorlopig: Denosumab: prik"
    assert found[1].subcomponents == []
    chain = of_plan(patient, "thyroid")
    assert [wall(event["dtstart"].dt).day for event in chain[:4]] == [2, 12, 22, 2]
    assert [str(event["status"]) for event in chain[:2]] == ["CONFIRMED", "TENTATIVE"]


def test_a_pause_and_the_last_date_hold_for_forecasts_too() -> None:
    plan = medicine(recurrence=FromLastTaken(10, Unit.DAYS), start="2026-11-02", until="2026-12-10")
    patient = Patient(plan, pauses=[pause("2026-11-11", "2026-11-13")])
    assert [wall(event["dtstart"].dt).day for event in of_plan(patient, "thyroid")] == [2, 22, 2]


def test_an_appointment_has_its_place_and_an_hour() -> None:
    [one] = [
        event for event in of_plan(Patient(appointment("2026-12-01", "14:15", place="Poli 3")), "clinic")
        if step(event)[1] == "appointment"
    ]
    assert (one["location"], one["duration"].dt) == ("Poli 3", timedelta(hours=1))


def test_a_tablet_that_was_moved_stands_on_its_new_day_beside_the_series() -> None:
    patient = Patient(tablet())
    patient.say("2026-11-02 07:40", "alendronate/2026-11-02/dose", "not_fasting")
    [moved] = [event for event in of_plan(patient, "alendronate", "2026-11-02 08:00") if ".moved." in event["uid"]]
    assert wall(moved["dtstart"].dt) == datetime(2026, 11, 3, 7, 30)
    assert moved["description"].startswith("Deze tablet is verschoven van maandag 2 november.")
    assert sum("rrule" in event for event in of_plan(patient, "alendronate", "2026-11-02 08:00")) == 2


def test_answers_of_today_do_not_break_a_series() -> None:
    patient = Patient(tablet(), vitamin_d(), dairy())
    patient.say("2026-11-02 07:40", "alendronate/2026-11-02/dose", "taken")
    patient.say("2026-11-02 08:45", "vitamin-d/2026-11-02/dose", "skipped")
    found = events(exported(patient, "2026-11-02 09:00"))
    assert len(found) == 4
    assert all("rrule" in event for event in found)


def test_a_plan_that_was_taken_out_is_not_there_and_one_that_changes_tomorrow_is_there_twice() -> None:
    patient = Patient(vitamin_d(), dairy())
    patient.say("2026-11-02 08:45", "vitamin-d/2026-11-02/dose", "taken")
    patient.change("2026-11-02 09:00", vitamin_d("10:00"))
    found = events(exported(patient, "2026-11-03 09:00"))
    assert [wall(event["dtstart"].dt).time() for event in found] == [time(10)]
    today = events(exported(patient, "2026-11-02 09:30"))
    assert [step(event) for event in today].count(("vitamin-d", "dose")) == 2
    assert len({str(event["uid"]) for event in today}) == len(today)


def test_the_uids_stay_when_a_file_is_made_again_and_differ_from_those_of_other_people() -> None:
    some = [one for one in EVERYTHING if one.id in ("tablet", "vitamin-d", "denosumab")]
    patient, other = Patient(*some), Patient(*some, known="2026-11-01 09:01")
    first = {str(event["uid"]) for event in events(exported(patient)) if "rrule" in event}
    patient.say("2026-11-10 08:45", "vitamin-d/2026-11-10/dose", "taken")
    later = {str(event["uid"]) for event in events(exported(patient, "2026-11-20 09:00"))}
    assert first <= later
    assert first.isdisjoint({str(event["uid"]) for event in events(exported(other))})
    everything = [str(event["uid"]) for event in events(exported(Patient(*EVERYTHING)))]
    assert len(set(everything)) == len(everything)


def test_a_file_keeps_to_the_lines_of_rfc_5545() -> None:
    data = ics_file.write(
        Patient(*EVERYTHING).regimen, Patient().history, Patient().at(NOW), "en"
    )
    lines = data.split(b"\r\n")
    assert max(len(line) for line in lines) <= 75
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert lines[0] == b"BEGIN:VCALENDAR"
    assert lines[-2:] == [b"END:VCALENDAR", b""]


def test_an_empty_regimen_gives_an_empty_calendar() -> None:
    calendar = exported(Patient())
    assert (events(calendar), str(calendar["name"])) == ([], "Osteoporose")


def test_a_series_that_begins_years_ago_or_years_ahead_is_one_rule_too() -> None:
    old = Patient(vitamin_d(start="2015-01-01"), known="2016-05-01 09:00")
    [event] = of_plan(old, "vitamin-d")
    assert wall(event["dtstart"].dt) == datetime(2016, 5, 2, 8, 30)
    ahead = Patient(vitamin_d(start="2031-01-01"))
    [event] = of_plan(ahead, "vitamin-d")
    assert wall(event["dtstart"].dt) == datetime(2031, 1, 1, 8, 30)


def test_the_kinds_of_plans_here_are_all_there_are() -> None:
    kinds = {type(plan) for plan in EVERYTHING}
    assert {DosePlan, GoalPlan} <= kinds
    assert len(kinds) == len(AnyPlan.__args__)
    assert {item.kind for item in Patient(*EVERYTHING).look(NOW, "2026-11-01", "2028-11-01").items} >= {
        Kind.DOSE, Kind.GOAL, Kind.TASK, Kind.APPOINTMENT, Kind.HEADS_UP
    }
    assert day("2026-11-01") == date(2026, 11, 1)
