"""What a regimen file means: every key, every default."""

from __future__ import annotations

from datetime import date, time
from pathlib import Path
from typing import Any

import pytest

from osteoapp.content.catalogue import catalogue
from osteoapp.core.recurrence import AsNeeded, Freq, FromLastTaken, OnOff, Rule, Unit, next_date
from osteoapp.core.regimen import (
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
from osteoapp.exchange.regimen_file import RegimenFaults, read

TODAY = date(2026, 11, 22)  # a Sunday
NOVEMBER = date(2026, 11, 2)
SAMPLES = Path(__file__).parents[2] / "resources" / "samples"

EXAMPLE = """
format = 1
[patient]
name = "Mevrouw De Vries"
language = "nl"                 # nl or en
# time_zone = "Europe/Amsterdam"   # else the computer's
[day]
wake = "07:30"
evening = "20:00"
office = "10:00"
morning_ends = "12:00"
quiet = ["22:00", "07:00"]      # [] = none
[phones]
gp = "010-1234567"
pharmacy = "010-7654321"
hospital = ""
dentist = ""
caregiver = ""
out_of_hours = ""
[[plan]]
id = "alendronate"              # optional; else made from the treatment
treatment = "alendronate-tablet"
weekday = "monday"
start = 2026-11-02
[[plan]]
treatment = "denosumab-injection"
last_given = 2026-05-12
[[plan]]
treatment = "zoledronate-infusion"
last_given = 2026-03-10
[[plan]]
treatment = "vitamin-d-tablet"
time = "08:30"
[[plan]]
treatment = "activity"
target = 30
times = ["10:30", "14:00", "16:30"]
[[plan]]
treatment = "dairy"
[[plan]]
id = "thyroid"
treatment = "other-medicine"
name = "Levothyroxine"
instruction = "1 tablet, zoals op het etiket"
times = ["08:00"]
rrule = "FREQ=DAILY"            # or from_last_taken = "P3D"; or on_days = 21, off_days = 7; or as_needed = true
start = 2026-11-02
"""


def parse(text: str, today: date = TODAY) -> Draft:
    return read(text.encode(), catalogue(), today)


def plan(text: str, today: date = TODAY) -> Any:
    draft = parse(f"format = 1\n[[plan]]\n{text}", today)
    assert len(draft.plans) == 1
    return draft.plans[0]


def clocks(*times: str) -> tuple[time, ...]:
    return tuple(time.fromisoformat(at) for at in times)


def test_the_example_of_many_kinds_together_is_read_as_it_says() -> None:
    draft = parse(EXAMPLE)
    assert draft.patient == Patient("Mevrouw De Vries", "nl", None)
    assert draft.day == DayTimes()
    assert draft.phones == {"gp": "010-1234567", "pharmacy": "010-7654321"}
    assert draft.plans == (
        TabletPlan("alendronate", "alendronate-tablet", NOVEMBER, weekday=0),
        CyclePlan("denosumab-injection", "denosumab-injection", TODAY, last_given=date(2026, 5, 12)),
        CyclePlan("zoledronate-infusion", "zoledronate-infusion", TODAY, last_given=date(2026, 3, 10)),
        DosePlan("vitamin-d-tablet", "vitamin-d-tablet", TODAY, times=clocks("08:30")),
        GoalPlan("activity", "activity", TODAY, target=30, times=clocks("10:30", "14:00", "16:30")),
        GoalPlan("dairy", "dairy", TODAY, target=4, times=clocks("10:30", "15:00", "20:00")),
        DosePlan(
            "thyroid",
            "other-medicine",
            NOVEMBER,
            name="Levothyroxine",
            times=clocks("08:00"),
            recurrence=Rule(Freq.DAILY),
            instruction="1 tablet, zoals op het etiket",
        ),
    )
    assert draft.start_not_said == {
        "denosumab-injection",
        "zoledronate-infusion",
        "vitamin-d-tablet",
        "activity",
        "dairy",
    }


@pytest.mark.parametrize("name", ["tablet", "infusion", "injection"])
def test_each_sample_has_one_bone_medicine_and_what_belongs_to_it(name: str) -> None:
    draft = read((SAMPLES / f"{name}.toml").read_bytes(), catalogue(), TODAY)
    bone = {"tablet": "alendronate-tablet", "infusion": "zoledronate-infusion", "injection": "denosumab-injection"}
    kinds = [plan.treatment for plan in draft.plans]
    assert [kind for kind in kinds if kind in bone.values()] == [bone[name]]
    assert {"dairy", "activity", "dentist", "fall-safety", "other-medicine"} <= set(kinds)
    assert any(kind.startswith("vitamin-d") for kind in kinds)
    assert draft.phones["gp"].startswith("010-")
    assert draft.start_not_said == frozenset()
    given = {plan.last_given for plan in draft.plans if isinstance(plan, CyclePlan)}
    assert given == {"tablet": set(), "infusion": {date(2026, 3, 10)}, "injection": {date(2026, 5, 12)}}[name]


def test_a_file_with_only_its_format_is_a_patient_without_treatments() -> None:
    assert parse("format = 1") == Draft()


def test_the_mark_and_line_ends_of_other_editors_make_no_difference() -> None:
    assert read(b"\xef\xbb\xbf" + EXAMPLE.replace("\n", "\r\n").encode(), catalogue(), TODAY) == parse(EXAMPLE)


def test_patient_and_day_keep_what_they_say() -> None:
    draft = parse(
        'format = 1\n[patient]\nname = "Zoë"\nlanguage = "en"\ntime_zone = "Europe/Amsterdam"\n'
        '[day]\nwake = "06:15"\nevening = 19:00:00\nquiet = ["23:00", "06:00"]\n'
    )
    assert draft.patient == Patient("Zoë", "en", "Europe/Amsterdam")
    assert draft.day.wake == time(6, 15)
    assert draft.day.evening == time(19, 0)
    assert draft.day.office == time(10, 0)
    assert draft.day.quiet == (time(23, 0), time(6, 0))


def test_no_quiet_hours() -> None:
    assert parse("format = 1\n[day]\nquiet = []\n").day.quiet is None


def test_pauses() -> None:
    draft = parse('format = 1\n[[pause]]\nfrom = 2026-12-01\nto = 2026-12-01\nnote = "ziekenhuis\\nzaal 3"\n')
    assert draft.pauses == (Pause(date(2026, 12, 1), date(2026, 12, 1), "ziekenhuis\nzaal 3"),)


def test_what_every_plan_can_say() -> None:
    found = plan(
        'treatment = "dairy"\nid = "zuivel-2"\ncall = "gp"\ntreated_since = 2020-01-01\nstart = 2026-11-03\n'
        'until = 2027-01-01\nname = "Zuivel"\nnote = "met fruit"\nstock = 0\nstock_per_dose = 2\nstock_warn_days = 0\n'
    )
    assert (found.id, found.call, found.treated_since) == ("zuivel-2", "gp", date(2020, 1, 1))
    assert (found.start, found.until) == (date(2026, 11, 3), date(2027, 1, 1))
    assert (found.name, found.note) == ("Zuivel", "met fruit")
    assert (found.stock, found.stock_per_dose, found.stock_warn_days) == (0, 2, 0)


def test_blank_text_is_no_text() -> None:
    found = plan('treatment = "dairy"\nname = "  "\nnote = ""\n')
    assert (found.name, found.note, found.stock) == (None, None, None)
    assert (found.stock_per_dose, found.stock_warn_days) == (1, 7)


@pytest.mark.parametrize("word", ["thursday", "Thursday", "donderdag", " DONDERDAG "])
def test_weekdays_in_english_and_dutch(word: str) -> None:
    assert plan(f'treatment = "risedronate-tablet"\nweekday = "{word}"\n').weekday == 3


def test_a_tablet_with_a_time_of_its_own() -> None:
    assert plan('treatment = "alendronate-drink"\nweekday = "sunday"\ntime = "06:45"\n').time == time(6, 45)
    assert plan('treatment = "alendronate-drink"\nweekday = "sunday"\n').time is None


def test_an_injection_by_its_last_date_its_first_date_or_unknown() -> None:
    assert plan('treatment = "denosumab-injection"\nlast_given = 2026-11-22\n').last_given == TODAY
    assert plan('treatment = "denosumab-injection"\nfirst_due = 2026-12-24\n').first_due == date(2026, 12, 24)
    assert plan('treatment = "denosumab-injection"\nunknown = true\n').unknown is True
    found = plan('treatment = "denosumab-injection"\nunknown = false\nfirst_due = 2026-12-24\n')
    assert found.unknown is False


@pytest.mark.parametrize("every", [1, 2, 4])
@pytest.mark.parametrize("start", ["2026-11-02", "2026-11-04", "2026-11-08"])
def test_a_drink_starts_on_its_first_own_weekday_whatever_the_number_of_weeks(every: int, start: str) -> None:
    found = plan(f'treatment = "vitamin-d-drink"\nweekday = "wednesday"\nevery_weeks = {every}\nstart = {start}\n')
    first = date(2026, 11, 4) if start < "2026-11-05" else date(2026, 11, 11)
    assert found.recurrence == Rule(Freq.WEEKLY, every, frozenset({2}))
    assert found.start == first
    assert found.times == clocks("08:30")
    assert next_date(found.recurrence, found.start, date(2026, 11, 1)) == first
    second = next_date(found.recurrence, found.start, first)
    assert second is not None
    assert (second - first).days == 7 * every


def test_calcium() -> None:
    found = plan('treatment = "calcium-supplement"\n')
    assert (found.times, found.calcium_on_tablet_day) == (clocks("12:30"), CalciumOnTabletDay.MIDDAY)
    found = plan('treatment = "calcium-supplement"\ntimes = ["18:00", "12:00"]\ncalcium_on_tablet_day = "none"\n')
    assert (found.times, found.calcium_on_tablet_day) == (clocks("12:00", "18:00"), CalciumOnTabletDay.NONE)


def test_goals() -> None:
    found = plan('treatment = "activity"\ntarget = 45\ntimes = []\nafter_fracture_until = 2027-01-31\n')
    assert (found.target, found.times, found.after_fracture_until) == (45, (), date(2027, 1, 31))


def test_checks() -> None:
    assert plan('treatment = "dentist"\nlast = 2026-09-01\n') == CheckPlan(
        "dentist", "dentist", TODAY, every_months=6, last=date(2026, 9, 1)
    )
    assert plan('treatment = "fall-safety"\n').every_months == 12
    assert plan('treatment = "smoking-alcohol"\nevery_months = 3\n').every_months == 3
    assert plan('treatment = "dexa"\ndate = 2027-04-01\n') == CheckPlan("dexa", "dexa", TODAY, date=date(2027, 4, 1))


@pytest.mark.parametrize(
    "number",
    [
        "112", "0900-1515", "+31 20 566 9111", "(010) 123 45 67", "010-1234567/010-7654321", "010.123.45.67",
        "010\u20111234567", "06\u00a012345678", "0800 0113, 2", "010-1234567 toestel 12", "010-1234567 tst. 4",
        "010-1234567 (toets 1)", "020 7946 0000 ext. 12", "020 7946 0000x12",
    ],
)  # fmt: skip
def test_a_number_that_can_be_called_is_kept_as_it_was_written(number: str) -> None:
    draft = read(f'format = 1\n[phones]\ngp = "{number}"\n'.encode(), catalogue(), TODAY)
    assert draft.phones == {"gp": number}


@pytest.mark.parametrize("number", ["abc", "11", "bel mij", "010-1234567 Anja", "112 😀", "toestel 1", "--- ---"])
def test_what_is_no_number_is_refused(number: str) -> None:
    with pytest.raises(RegimenFaults) as caught:
        read(f'format = 1\n[phones]\ngp = "{number}"\n'.encode(), catalogue(), TODAY)
    sentence = caught.value.faults[0].sentence("nl")
    assert sentence.startswith(f'regel 3, phones, gp: "{number}" is geen telefoonnummer')


def test_an_appointment() -> None:
    found = plan(
        'treatment = "other-appointment"\nname = "Fysio"\ndate = 2026-12-01\ntime = "14:15"\nplace = "Kamer 3"\n'
        'phone = "010-1112223"\nremind_before_days = [1, 14, 3]\n'
    )
    assert found == AppointmentPlan(
        "other-appointment",
        "other-appointment",
        TODAY,
        name="Fysio",
        date=date(2026, 12, 1),
        time=time(14, 15),
        place="Kamer 3",
        phone="010-1112223",
        remind_before_days=(14, 3, 1),
    )
    found = plan('treatment = "other-appointment"\ndate = 2026-12-01\ntime = "14:15"\n')
    assert found.remind_before_days == (7, 1)


@pytest.mark.parametrize(
    ("key", "recurrence"),
    [
        ("", None),
        ('rrule = "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR"', Rule(Freq.WEEKLY, 2, frozenset({0, 4}))),
        ('from_last_taken = "P3D"', FromLastTaken(3, Unit.DAYS)),
        ("on_days = 21\noff_days = 7", OnOff(21, 7)),
        ("as_needed = true", AsNeeded()),
        ("as_needed = false", None),
    ],
)
def test_how_often_another_medicine_is_taken(key: str, recurrence: object) -> None:
    found = plan(f'treatment = "other-medicine"\nname = "X"\ntimes = ["20:00", "08:00"]\nmay_wait = true\n{key}\n')
    assert found.recurrence == recurrence
    assert found.times == clocks("08:00", "20:00")
    assert found.may_wait is True


def test_a_medicine_as_needed_has_no_times() -> None:
    assert plan('treatment = "other-medicine"\nname = "X"\nas_needed = true\n').times == ()


def test_a_file_without_starts_is_read_again_after_its_plans_have_ended() -> None:
    old = plan('treatment = "dairy"\nuntil = 2026-11-10\n')
    assert (old.start, old.until) == (date(2026, 11, 10), date(2026, 11, 10))
    rule = plan('treatment = "other-medicine"\nname = "X"\ntimes = ["08:00"]\nrrule = "FREQ=DAILY;UNTIL=20261109"\n')
    assert rule.start == date(2026, 11, 9)
    drink = plan('treatment = "vitamin-d-drink"\nweekday = "wednesday"\nuntil = 2026-11-10\n')
    assert drink.start == date(2026, 11, 4)


def test_tablets_after_each_other_are_no_overlap() -> None:
    draft = parse(
        'format = 1\n[[plan]]\ntreatment = "alendronate-tablet"\nweekday = "monday"\nstart = 2026-01-05\n'
        'until = 2026-11-01\n[[plan]]\ntreatment = "risedronate-tablet"\nweekday = "monday"\nstart = 2026-11-02\n'
    )
    assert len(draft.plans) == 2
