"""The regimen as JSON and as a listing in the terminal."""

from __future__ import annotations

import json
from datetime import date, time
from pathlib import Path

import pytest

from osteoapp.content.catalogue import catalogue
from osteoapp.core.recurrence import AsNeeded, Freq, FromLastTaken, OnOff, Recurrence, Rule, Unit
from osteoapp.core.regimen import DayTimes, DosePlan, Draft, Patient, Pause, TabletPlan
from osteoapp.exchange.regimen_file import read, to_json, to_text

TODAY = date(2026, 11, 22)
SAMPLES = Path(__file__).parents[2] / "resources" / "samples"
FIRST = date(2026, 11, 2)


def sample(name: str) -> Draft:
    return read((SAMPLES / f"{name}.toml").read_bytes(), catalogue(), TODAY)


def listing(*plans: DosePlan | TabletPlan, lang: str = "nl") -> str:
    return to_text(Draft(plans=plans), catalogue(), lang)


def medicine(recurrence: Recurrence | None) -> DosePlan:
    return DosePlan("m", "other-medicine", FIRST, name="X", times=(time(8),), recurrence=recurrence)


def test_json_has_the_keys_of_the_file_with_every_default() -> None:
    found = json.loads(json.dumps(to_json(sample("tablet"), catalogue())))
    assert list(found) == ["format", "patient", "day", "phones", "plan", "pause"]
    assert found["patient"] == {"name": "Mevrouw De Vries", "language": "nl", "time_zone": None}
    assert found["day"]["quiet"] == ["22:00", "07:00"]
    assert found["phones"]["caregiver"] == ""
    assert found["pause"] == []
    assert found["plan"][0] == {
        "id": "alendronate-tablet",
        "treatment": "alendronate-tablet",
        "name": None,
        "call": None,
        "treated_since": "2026-11-02",
        "note": None,
        "weekday": "monday",
        "time": None,
        "start": "2026-11-02",
        "until": None,
        "stock": 12,
        "stock_per_dose": 1,
        "stock_warn_days": 7,
    }
    thyroid = found["plan"][-1]
    assert (thyroid["id"], thyroid["times"], thyroid["rrule"]) == ("thyroid", ["08:00"], "FREQ=DAILY")
    assert (thyroid["as_needed"], thyroid["on_days"]) == (False, None)


def test_json_of_pauses_and_of_no_quiet_hours() -> None:
    draft = Draft(day=DayTimes(quiet=None), pauses=(Pause(FIRST, TODAY, "op reis"),))
    found = to_json(draft, catalogue())
    assert found["day"]["quiet"] == []
    assert found["pause"] == [{"from": "2026-11-02", "to": "2026-11-22", "note": "op reis"}]


def test_the_listing_says_each_plan_with_its_title_day_and_dates() -> None:
    text = to_text(sample("tablet"), catalogue(), "nl", lambda plan: f"<{plan.treatment}>")
    assert "   naam: Mevrouw De Vries\n" in text
    assert "   mantelzorger: vul het nummer in\n" in text
    assert "   rust: 22:00 tot 07:00\n" in text
    assert "1. <alendronate-tablet> (alendronate-tablet)\n" in text
    assert "   dag: maandag\n   tijd: 07:30 (opstaan)\n   begint: maandag 2 november 2026\n" in text
    assert "   voorraad: 12\n" in text
    assert "7. <other-medicine> (thyroid)\n   naam: Levothyroxine\n" in text
    assert text.endswith("   hoe vaak: elke dag\n")


@pytest.mark.parametrize("name", ["tablet", "infusion", "injection"])
@pytest.mark.parametrize("lang", ["nl", "en"])
def test_every_sample_has_a_listing_of_all_its_plans(name: str, lang: str) -> None:
    draft = sample(name)
    text = to_text(draft, catalogue(), lang)
    assert all(f"{number}. {plan.treatment} ({plan.id})\n" in text for number, plan in enumerate(draft.plans, 1))


def test_what_is_not_said_is_not_listed_and_a_stock_of_none_is() -> None:
    text = listing(TabletPlan("t", "alendronate-tablet", FIRST, time=time(8), stock=0), lang="en")
    assert "   time: 08:00\n" in text
    assert "   stock: 0\n" in text
    assert "each time" not in text
    assert "last day" not in text


def test_a_drink_says_its_day_once() -> None:
    rule = Rule(Freq.WEEKLY, 2, frozenset({2}))
    text = listing(DosePlan("d", "vitamin-d-drink", FIRST, times=(time(9),), recurrence=rule))
    assert "   hoe vaak: elke 2 weken op woensdag\n" in text
    assert "   dag:" not in text
    assert "wednesday" not in text


@pytest.mark.parametrize(
    ("recurrence", "dutch", "english"),
    [
        (None, "elke dag", "every day"),
        (Rule(), "elke dag", "every day"),
        (Rule(Freq.DAILY, 3, count=5), "elke 3 dagen, 5 keer", "every 3 days, 5 times"),
        (
            Rule(Freq.WEEKLY, 1, frozenset({0, 2, 4})),
            "elke week op maandag, woensdag en vrijdag",
            "every week on Monday, Wednesday and Friday",
        ),
        (
            Rule(Freq.MONTHLY, 2, bymonthday=frozenset({15, -1})),
            "elke 2 maanden, op dag 1 vanaf het einde en 15 van de maand",
            "every 2 months, on day 1 from the end and 15 of the month",
        ),
        (
            Rule(Freq.YEARLY, until=date(2030, 1, 1)),
            "elk jaar, tot en met dinsdag 1 januari 2030",
            "every year, until Tuesday 1 January 2030",
        ),
        (FromLastTaken(1, Unit.WEEKS), "1 week na de laatste inname", "1 week after it was last taken"),
        (FromLastTaken(3, Unit.MONTHS), "3 maanden na de laatste inname", "3 months after it was last taken"),
        (OnOff(21, 7), "21 dagen wel, 7 dagen niet", "21 days on, 7 days off"),
        (AsNeeded(), "zo nodig, zonder herinnering", "as needed, without reminders"),
    ],
)
def test_how_often_is_said_in_words(recurrence: Recurrence | None, dutch: str, english: str) -> None:
    assert f"   hoe vaak: {dutch}\n" in listing(medicine(recurrence))
    assert f"   how often: {english}\n" in listing(medicine(recurrence), lang="en")


def test_whom_to_call_a_pause_and_notes_of_two_lines() -> None:
    plan = TabletPlan("t", "alendronate-tablet", FIRST, call="hospital", note="een\ntwee")
    draft = Draft(
        Patient(language="en"), plans=(plan,), pauses=(Pause(FIRST, TODAY, "op reis"),), day=DayTimes(quiet=None)
    )
    text = to_text(draft, catalogue(), "nl")
    assert "   taal: Engels\n" in text
    assert "   bellen: ziekenhuis\n" in text
    assert "   notitie: een\n     twee\n" in text
    assert "   rust: geen\n" in text
    assert text.endswith("Pauze: maandag 2 november 2026 tot en met zondag 22 november 2026\n   notitie: op reis\n")


def test_a_draft_without_plans_says_so() -> None:
    assert "Er zijn nog geen behandelingen." in listing()
    assert "There are no treatments yet." in listing(lang="en")


def test_another_language_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        to_text(Draft(), catalogue(), "de")
