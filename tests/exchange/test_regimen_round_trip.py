"""What is written is read back as the same draft, whatever the draft; and the recurrences in it."""

from __future__ import annotations

import tomllib
import unicodedata
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from itertools import islice
from typing import Any

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given, settings
from hypothesis import strategies as st

from osteoapp.content.catalogue import catalogue
from osteoapp.core.plan_checks import first_weekday
from osteoapp.core.recurrence import (
    DAY,
    AsNeeded,
    Freq,
    FromLastTaken,
    OnOff,
    Recurrence,
    Rule,
    Unit,
    dates,
    endless,
    next_date,
)
from osteoapp.core.regimen import (
    AnyPlan,
    AppointmentPlan,
    CalciumOnTabletDay,
    CheckPlan,
    CyclePlan,
    DayTimes,
    DosePlan,
    Draft,
    GoalPlan,
    Patient,
    Pause,
    TabletPlan,
)
from osteoapp.core.treatment import AppointmentRule, CheckRule, CycleRule, DoseRule, GoalRule, IntakeRule
from osteoapp.exchange.regimen_faults import Wrong
from osteoapp.exchange.regimen_file import PHONES, read, write
from osteoapp.exchange.regimen_rules import parse_period, parse_rule, write_period, write_rule
from osteoapp.exchange.regimen_toml import basic_string

TODAY = date(2026, 11, 22)
START, END = date(2024, 1, 1), date(2028, 12, 31)

days = st.dates(START, END)
past = st.dates(date(2000, 1, 1), TODAY)
clocks = st.times().map(lambda at: at.replace(second=0, microsecond=0))


def texts(most: int, alphabet: str = "") -> st.SearchStrategy[str]:
    letters = st.characters(exclude_categories=["C", "Zl", "Zp"]) | st.sampled_from("\"\\#=[]{}'\u00ad" + alphabet)
    return st.text(letters, min_size=1, max_size=most).filter(str.strip)


def times(least: int) -> st.SearchStrategy[tuple[time, ...]]:
    return st.lists(clocks, min_size=least, max_size=5, unique=True).map(lambda found: tuple(sorted(found)))


@st.composite
def rules(draw: st.DrawFn) -> Rule:
    freq = draw(st.sampled_from(Freq))
    end: dict[str, Any] = draw(
        st.just({})
        | st.builds(lambda count: {"count": count}, st.integers(1, 10_000))
        | st.builds(lambda until: {"until": until}, st.dates(END, date(2199, 12, 31)))
    )
    month_days = st.sets(st.integers(-31, 31).filter(bool), max_size=4)
    return Rule(
        freq,
        draw(st.integers(1, 1000)),
        frozenset(draw(st.sets(st.integers(0, 6), max_size=7))),
        frozenset(set() if freq is Freq.WEEKLY else draw(month_days)),
        **end,
    )


periods = st.builds(FromLastTaken, st.integers(1, 1000), st.sampled_from(Unit))
recurrences: st.SearchStrategy[Recurrence | None] = (
    st.none() | rules() | periods | st.builds(OnOff, st.integers(1, 1000), st.integers(1, 1000)) | st.just(AsNeeded())
)


between = st.text("0123456789 -()+/", max_size=20)
numbers = st.tuples(between, st.integers(100, 999_999)).map(lambda two: f"{two[0]}{two[1]}")


def own(draw: st.DrawFn, treatment: str, start: date) -> tuple[type[AnyPlan], dict[str, Any]]:
    """The type and the own fields of a plan of that treatment."""
    match catalogue()[treatment].rule:
        case IntakeRule():
            at = draw(st.none() | clocks.filter(lambda at: at < time(12)))
            return TabletPlan, {"weekday": draw(st.integers(0, 6)), "time": at}
        case CycleRule():
            one = st.builds(lambda day: {"last_given": day}, past) | st.builds(lambda day: {"first_due": day}, days)
            return CyclePlan, draw(one | st.just({"unknown": True}))
        case GoalRule() as rule:
            gently = draw(st.none() | days) if rule.unit == "min" else None
            most = 1440 if rule.unit == "min" else 100
            fields = {"target": draw(st.integers(1, most)), "times": draw(times(0)), "after_fracture_until": gently}
            return GoalPlan, fields
        case CheckRule(every_months=None):
            return CheckPlan, {"date": draw(days)}
        case CheckRule():
            return CheckPlan, {"every_months": draw(st.integers(1, 120)), "last": draw(st.none() | past)}
        case AppointmentRule():
            before = draw(st.sets(st.integers(1, 365), max_size=10))
            return AppointmentPlan, {
                "date": draw(days),
                "time": draw(clocks),
                "place": draw(st.none() | texts(200)),
                "phone": draw(st.none() | numbers),
                "remind_before_days": tuple(sorted(before, reverse=True)),
            }
        case DoseRule() as rule:
            return DosePlan, dose(draw, rule, start)


def dose(draw: st.DrawFn, rule: DoseRule, start: date) -> dict[str, Any]:
    if rule.free:
        recurrence = draw(recurrences)
        if isinstance(recurrence, Rule) and next_date(endless(recurrence), start, start - DAY) is None:
            recurrence = None  # never on any day: a fault
        return {
            "name": draw(texts(120)),
            "times": draw(times(0 if recurrence == AsNeeded() else 1)),
            "recurrence": recurrence,
            "instruction": draw(st.none() | texts(300)),
            "may_wait": draw(st.booleans()),
        }
    if rule.weekly:
        every = draw(st.sampled_from([1, 2, 4]))
        weekly = Rule(Freq.WEEKLY, every, frozenset({start.weekday()}))
        return {"times": (draw(clocks),), "recurrence": weekly}
    if rule.one_per_date:
        return {"times": (draw(clocks),)}
    return {"times": draw(times(1)), "calcium_on_tablet_day": draw(st.sampled_from(CalciumOnTabletDay))}


@st.composite
def plans(draw: st.DrawFn, plan_id: str, treatment: str) -> AnyPlan:
    start = draw(days)
    kind, fields = own(draw, treatment, start)
    common = {
        "call": draw(st.none() | st.sampled_from(["gp", "hospital", "pharmacy", "other"])),
        "treated_since": draw(st.none() | days),
        "until": draw(st.none() | st.dates(start, END)),
        "name": draw(st.none() | texts(120)),
        "note": draw(st.none() | texts(1000, "\n")),
        "stock": draw(st.none() | st.integers(0, 100_000)),
        "stock_per_dose": draw(st.integers(1, 1000)),
        "stock_warn_days": draw(st.integers(0, 365)),
    }
    return kind(plan_id, treatment, start, **(common | fields))


@st.composite
def drafts(draw: st.DrawFn) -> Draft:
    treatments = draw(st.lists(st.sampled_from(sorted(catalogue().treatments)), max_size=6))
    found: list[AnyPlan] = []
    tablets = 0
    for number, treatment in enumerate(treatments):
        tablets += isinstance(catalogue()[treatment].rule, IntakeRule)
        if tablets > 1 and isinstance(catalogue()[treatment].rule, IntakeRule):
            continue  # two at once are a fault
        plan_id = treatment if treatment not in treatments[:number] and draw(st.booleans()) else f"p-{number}"
        found.append(draw(plans(plan_id, treatment)))
    wake, ends = sorted(draw(st.lists(clocks.filter(lambda at: at <= time(12)), min_size=2, max_size=2, unique=True)))
    zones = st.sampled_from(["Europe/Amsterdam", "Pacific/Chatham", "UTC"])
    quiet = draw(st.none() | st.lists(clocks, min_size=2, max_size=2, unique=True))
    pauses = draw(st.lists(st.tuples(days, st.integers(0, 60), st.none() | texts(50, "\n")), max_size=2))
    if any(isinstance(plan, TabletPlan) and (plan.time or wake) >= ends for plan in found):
        ends = time(12)
    return Draft(
        Patient(draw(st.just("") | texts(120)), draw(st.sampled_from(["nl", "en"])), draw(st.none() | zones)),
        DayTimes(wake, draw(clocks), draw(clocks), ends, None if quiet is None else (quiet[0], quiet[1])),
        draw(st.dictionaries(st.sampled_from(PHONES), numbers, max_size=6)),
        tuple(found),
        tuple(Pause(first, first + timedelta(days=length), note) for first, length, note in pauses),
    )


@settings(deadline=None)
@given(drafts())
def test_what_is_written_is_read_as_the_same_draft(draft: Draft) -> None:
    text = write(draft, catalogue())
    assert read(text.encode(), catalogue(), TODAY) == draft
    assert write(read(text.encode(), catalogue(), TODAY), catalogue()) == text


@settings(deadline=None)
@given(drafts(), st.dates(date(2030, 1, 1), date(2040, 1, 1)))
def test_a_written_file_means_the_same_on_another_day(draft: Draft, later: date) -> None:
    assert read(write(draft, catalogue()).encode(), catalogue(), later) == draft


@settings(deadline=None)
@given(days, st.integers(0, 6), st.sampled_from([1, 2, 4]))
def test_a_drink_whose_start_is_no_own_weekday_keeps_all_its_dates(start: date, weekday: int, every: int) -> None:
    rule = Rule(Freq.WEEKLY, every, frozenset({weekday}))
    plan = DosePlan("d", "vitamin-d-drink", start, times=(time(9),), recurrence=rule)
    (again,) = read(write(Draft(plans=(plan,)), catalogue()).encode(), catalogue(), TODAY).plans
    assert isinstance(again, DosePlan)
    assert again.recurrence == rule
    last = start + timedelta(days=100)
    assert list(dates(rule, again.start, again.start, last)) == list(dates(rule, start, start, last))
    assert again.start == first_weekday(again.start, weekday)


def test_a_written_file_is_short_and_readable() -> None:
    draft = Draft(
        Patient("Mevrouw De Vries"),
        phones={"gp": "010-1234567"},
        plans=(
            TabletPlan("alendronate-tablet", "alendronate-tablet", date(2026, 11, 2), weekday=0),
            DosePlan(
                "thyroid",
                "other-medicine",
                date(2026, 11, 2),
                name='Levo "25"',
                times=(time(8), time(20)),
                recurrence=Rule(Freq.WEEKLY, 2, frozenset({0, 3})),
            ),
            AppointmentPlan("x", "other-appointment", date(2026, 11, 2), date=date(2026, 12, 1), time=time(9, 5)),
        ),
        pauses=(Pause(date(2026, 12, 24), date(2026, 12, 26)),),
    )
    assert write(draft, catalogue()) == (
        "format = 1\n\n"
        '[patient]\nname = "Mevrouw De Vries"\nlanguage = "nl"\n\n'
        '[day]\nwake = "07:30"\nevening = "20:00"\noffice = "10:00"\nmorning_ends = "12:00"\n'
        'quiet = ["22:00", "07:00"]\n\n'
        '[phones]\ngp = "010-1234567"\npharmacy = ""\nhospital = ""\ndentist = ""\ncaregiver = ""\n'
        'out_of_hours = ""\n\n'
        '[[plan]]\ntreatment = "alendronate-tablet"\nweekday = "monday"\nstart = 2026-11-02\n\n'
        '[[plan]]\nid = "thyroid"\ntreatment = "other-medicine"\nname = "Levo \\"25\\""\ntimes = ["08:00", "20:00"]\n'
        'rrule = "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH"\nstart = 2026-11-02\n\n'
        '[[plan]]\nid = "x"\ntreatment = "other-appointment"\ndate = 2026-12-01\ntime = "09:05"\nstart = 2026-11-02\n\n'
        "[[pause]]\nfrom = 2026-12-24\nto = 2026-12-26\n"
    )


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_is_one_toml_string(text: str) -> None:
    written = basic_string(text)
    assert tomllib.loads(f"x = {written}")["x"] == text
    assert not any(unicodedata.category(character) == "Cc" and character < "\x80" for character in written)


@settings(deadline=None)
@given(rules())
def test_a_rule_is_read_as_it_was_written(rule: Rule) -> None:
    assert parse_rule(write_rule(rule)) == rule


@settings(deadline=None)
@given(rules(), days)
def test_a_written_rule_means_the_same_to_another_reader(rule: Rule, start: date) -> None:
    # Ours takes a month's last day where RFC 5545 skips the month, so only rules without such days are compared.
    if rule.bymonthday or (start.day > 28 and rule.freq in (Freq.MONTHLY, Freq.YEARLY)):
        rule = replace(rule, bymonthday=frozenset(), freq=Freq.DAILY)
    rule = replace(rule, count=None, until=None, interval=rule.interval % 5 + 1)
    other = rrulestr(write_rule(rule), dtstart=datetime.combine(start, time(0)))
    last = start + timedelta(days=2000)
    # Where no date fits, the other reader would look for one up to the year 9999.
    theirs = [] if next_date(rule, start, start - DAY) is None else [day.date() for day in islice(other, 20)]
    assert list(islice(dates(rule, start, start, last), 20)) == [day for day in theirs if day <= last]


@settings(deadline=None)
@given(periods)
def test_a_period_is_read_as_it_was_written(period: FromLastTaken) -> None:
    assert parse_period(write_period(period)) == period


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("FREQ=DAILY", Rule()),
        ("rrule:freq=weekly; byday=mo,we", Rule(Freq.WEEKLY, byday=frozenset({0, 2}))),
        ("FREQ=MONTHLY;BYMONTHDAY=31,-1,+2", Rule(Freq.MONTHLY, bymonthday=frozenset({31, -1, 2}))),
        ("FREQ=DAILY;UNTIL=2026-12-31", Rule(until=date(2026, 12, 31))),
        ("UNTIL=20261231;INTERVAL=3;FREQ=YEARLY", Rule(Freq.YEARLY, 3, until=date(2026, 12, 31))),
    ],
)
def test_rules_as_people_write_them(text: str, rule: Rule) -> None:
    assert parse_rule(text) == rule


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "rrule_part"),
        ("FREQ=DAILY;", "rrule_part"),
        ("FREQ", "rrule_freq"),
        ("FREQ=WEEKLY;WKST=SU", "rrule_part"),
        ("FREQ=DAILY;INTERVAL=1001", "rrule_number"),
        ("FREQ=DAILY;INTERVAL=٣", "rrule_number"),
        ("FREQ=DAILY;COUNT=-1", "rrule_number"),
        ("FREQ=DAILY;UNTIL=20261231T000000Z", "rrule_until"),
        ("FREQ=WEEKLY;BYDAY=", "rrule_day"),
        ("FREQ=MONTHLY;BYDAY=-1FR", "rrule_ordinal"),
        ("FREQ=MONTHLY;BYMONTHDAY=0", "rrule_monthday"),
    ],
)
def test_rules_that_cannot_be_followed_are_refused(text: str, code: str) -> None:
    with pytest.raises(Wrong, match=f"^{code}$"):
        parse_rule(text)


@pytest.mark.parametrize("text", ["", "P0D", "P3", "3D", "P1M15D", "PT8H", "P1.5D", "P-3D", "P1001D", "P٣D"])
def test_periods_that_are_not_whole_are_refused(text: str) -> None:
    with pytest.raises(Wrong, match=r"^period$"):
        parse_period(text)
