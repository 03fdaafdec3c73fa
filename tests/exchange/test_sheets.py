"""The sheets for the fridge, the year and the wallet: what they say in both languages, and on how many pages."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from osteoapp.core.recurrence import AsNeeded, Freq, FromLastTaken, OnOff, Rule, Unit
from osteoapp.core.regimen import CalciumOnTabletDay
from osteoapp.core.regimen import Patient as Person
from osteoapp.exchange import pages, sheets
from osteoapp.words import Lang
from tests.core.builders import (
    THURSDAY,
    TUESDAY,
    Patient,
    activity,
    appointment,
    at,
    calcium,
    check,
    infusion,
    injection,
    medicine,
    pause,
    tablet,
    vitamin_d,
)
from tests.pdftext import FONTS, opened

NOW = "2026-11-22 12:00"
MAKERS = {"fridge": sheets.fridge, "year": sheets.year, "list": sheets.medicines}


def named(patient: Patient) -> Patient:
    draft = replace(patient.regimen.draft, patient=Person("Mevrouw De Vries"), phones={"gp": "010-1234567"})
    patient.regimen = replace(patient.regimen, draft=draft)
    return patient


def week() -> Patient:
    return named(Patient(tablet(treated_since="2022-02-01"), vitamin_d(), activity("10:30", "14:00")))


def everything() -> Patient:
    twice = Rule(Freq.WEEKLY, byday=frozenset({TUESDAY, THURSDAY}))
    return named(
        Patient(
            tablet(treated_since="2022-02-01"), vitamin_d(), activity("10:30"), injection(), calcium("09:00"), check(),
            appointment("2026-12-14", "10:15"), medicine("08:00", "20:00", instruction="#strong[1] tablet"),
            medicine("08:00", id="folic", name="Foliumzuur", recurrence=twice),
            medicine("08:00", id="pill", name="Pil", recurrence=OnOff(21, 7)),
            medicine(id="needed", name="Pijnstiller", recurrence=AsNeeded(), instruction="zoals op het etiket"),
            pauses=[pause("2026-12-01", "2026-12-03")],
        )
    )


def said(patient: Patient, kind: str, lang: Lang = "nl", now: str = NOW) -> dict[str, Any]:
    return MAKERS[kind](patient.regimen, patient.history, at(now), lang)


def test_the_month_tells_every_day_from_the_days_of_their_own() -> None:
    found = said(week(), "fridge")
    assert found["period"] == "22 november 2026 tot en met 21 december 2026"
    assert found["daily"] == [["Vitamine D: tablet", "08:30"], ["Bewegen", "30 minuten per dag"]]
    assert found["dated"][0] == ["maandag 23 november", "07:30", "Alendroninezuur: weektablet", True]
    assert [row[0] for row in found["dated"]] == [
        f"maandag {on}" for on in ("23 november", "30 november", "7 december", "14 december", "21 december")
    ]
    assert (found["open"], found["notes"]) == ([], [])
    assert found["phones"] == [["Huisarts", "010-1234567"]]


def test_what_waits_stands_above_and_days_in_a_row_are_one_line() -> None:
    found = said(everything(), "fridge")
    assert [row[0] for row in found["open"]] == [
        "Denosumab: afspraak maken", "Denosumab: prik", "Denosumab: prik ophalen"
    ]
    rows = [tuple(row) for row in found["dated"]]
    assert ("vrijdag 4 december tot en met zaterdag 19 december", "08:00", "Pil", False) in rows
    assert ("dinsdag 24 november", "08:00", "Foliumzuur", True) in rows
    assert ("maandag 14 december", "10:15", "Clinic", True) in rows
    assert found["notes"] == [
        "Calcium: op de dag van de weektablet niet voor 12:00 uur.",
        "Pauze: dinsdag 1 december tot en met donderdag 3 december.",
    ]
    assert not {"dinsdag 1 december"} & {row[0] for row in rows}


def test_a_moved_tablet_and_a_day_that_is_over_stand_where_they_are() -> None:
    patient = week()
    patient.say("2026-11-23 07:35", "alendronate/2026-11-23/dose", "not_fasting")
    rows = said(patient, "fridge", now="2026-11-23 21:00")["dated"]
    assert [row[0] for row in rows][:2] == ["dinsdag 24 november", "maandag 30 november"]
    patient.say("2026-11-24 07:35", "alendronate/2026-11-23/dose", "taken")
    rows = said(patient, "fridge", now="2026-11-24 21:00")["dated"]
    assert rows[0][0] == "maandag 30 november"
    assert said(patient, "fridge", now="2026-11-24 21:00")["daily"][0] == ["Vitamine D: tablet", "08:30"]


def test_calcium_that_stays_away_on_the_tablet_day_says_so() -> None:
    plan = calcium("09:00", calcium_on_tablet_day=CalciumOnTabletDay.NONE)
    assert said(Patient(tablet(), plan), "year")["notes"] == ["Calcium: niet op de dag van de weektablet."]
    assert said(Patient(tablet(), calcium("12:30")), "year")["notes"] == []
    assert said(Patient(plan), "year")["notes"] == []


def test_a_month_with_nothing_and_a_plan_that_ended() -> None:
    patient = Patient(injection(last_given="2026-10-12"), vitamin_d(until="2026-11-10"))
    found = said(patient, "fridge")
    assert (found["daily"], found["dated"], found["phones"], found["name"]) == ([], [], [], "")
    assert [row["title"] for row in said(patient, "list")["rows"]] == ["Prik denosumab"]
    patient.change("2026-11-24 09:00", injection(last_given="2026-10-12"), vitamin_d())
    assert [row["title"] for row in said(patient, "list", now="2026-11-25 09:00")["rows"]][1] == "Vitamine D: tablet"


def test_the_year_has_every_date_month_by_month() -> None:
    found = said(named(Patient(tablet(), infusion())), "year")
    months = {month["name"]: month["rows"] for month in found["months"]}
    assert list(months) == [
        "November 2026", "December 2026", "Januari 2027", "Februari 2027", "Maart 2027", "April 2027", "Mei 2027",
        "Juni 2027", "Juli 2027", "Augustus 2027", "September 2027", "Oktober 2027", "November 2027",
    ]
    assert months["December 2026"][0] == ["maandag 7, 14, 21, 28", "Alendroninezuur: weektablet"]
    assert ["woensdag 10", "Zoledroninezuur: infuus"] in months["Maart 2027"]
    assert months["November 2027"] == [["maandag 1, 8, 15", "Alendroninezuur: weektablet"]]
    tablets = [row for rows in months.values() for row in rows if row[1] == "Alendroninezuur: weektablet"]
    assert sum(row[0].count(",") + 1 for row in tablets) == 52


def test_a_later_injection_is_provisional() -> None:
    patient = Patient(injection(last_given="2026-10-12"))
    rows = {month["name"]: month["rows"] for month in said(patient, "year")["months"]}
    assert ["maandag 12", "Denosumab: prik"] in rows["April 2027"]
    assert ["dinsdag 12", "Denosumab: prik (voorlopig)"] in rows["Oktober 2027"]
    third = said(Patient(medicine("09:00", name="Derde", recurrence=FromLastTaken(3, Unit.DAYS))), "fridge")
    assert {row[2] for row in third["dated"]} == {"Derde (voorlopig)"}
    assert third["notes"] == ["Voorlopig: deze datum telt vanaf de vorige keer en kan veranderen."]


def test_the_list_says_how_each_is_taken_and_nothing_of_goals() -> None:
    rows = {row["title"]: row["lines"] for row in said(everything(), "list")["rows"]}
    assert rows["Weektablet alendroninezuur"] == ["Elke maandag om 07:30", "Sinds 1 februari 2022"]
    assert rows["Levothyroxine"] == ["Elke dag, om 08:00 en 20:00", "#strong[1] tablet"]
    assert rows["Prik denosumab"] == ["Elke 6 maanden", "Laatst gegeven: 12 mei 2026", "Volgende: 12 november 2026"]
    assert rows["Pijnstiller"] == ["Zo nodig", "Zoals op het etiket"]
    assert not {"Bewegen", "Clinic"} & rows.keys()
    unknown = said(Patient(injection(unknown=True)), "list", "en")["rows"]
    assert unknown == [{"title": "Injection denosumab", "lines": ["Every 6 months"]}]


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize("kind", ["fridge", "year", "list"])
def test_each_sheet_is_one_page_that_other_readers_can_read(qapp: object, kind: Any, lang: Lang) -> None:
    values = said(everything(), kind, lang)
    data = pages.pdf(kind, values, FONTS, at(NOW))
    count, text = opened(data)
    assert count == 1
    assert b"<pdfuaid:part>1</pdfuaid:part>" in data
    assert all(part in text for part in (values["title"], "Mevrouw De Vries", "010-1234567", values["disclaimer"]))
    assert ("#strong[1] tablet" in text) == (kind == "list")
    for row in values.get("dated", ()):
        assert row[0] in text
    for month in values.get("months", ()):
        assert all(f"{days}: {what}" in text for days, what in month["rows"])
    [picture] = pages.pictures(kind, values, FONTS, at(NOW), 40)
    assert picture.startswith(b"\x89PNG")


def test_too_much_for_one_page_goes_on_and_loses_nothing(qapp: object) -> None:
    rule = Rule(Freq.WEEKLY, byday=frozenset({TUESDAY, THURSDAY}))
    plans = [medicine("08:00", id=f"m{n}", name=f"Middel {n}", recurrence=rule) for n in range(9)]
    values = said(Patient(*plans), "fridge")
    count, text = opened(pages.pdf("fridge", values, FONTS, at(NOW)))
    assert count > 1
    assert len(values["dated"]) == 9 * 8
    assert text.count("Middel") == len(values["dated"])
