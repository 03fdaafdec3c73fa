"""The overview for the doctor: what it says, in both languages, and what kind of file it is."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from osteoapp.core.recurrence import AsNeeded, Freq, Rule
from osteoapp.core.regimen import Patient as Person
from osteoapp.core.regimen import Pause
from osteoapp.exchange import pages
from osteoapp.exchange.export_words import say, tables
from osteoapp.exchange.report import MOST_EXCEPTIONS, MOST_NOTES, report
from osteoapp.words import Lang
from tests.core.builders import (
    MONDAY,
    Patient,
    activity,
    check,
    dairy,
    day,
    infusion,
    injection,
    medicine,
    tablet,
    vitamin_d,
)
from tests.pdftext import FONTS, opened

NOW = "2026-12-15 09:00"


def said(patient: Patient, lang: Lang = "nl", first: str = "2026-11-01", last: str = "2026-12-14") -> dict[str, Any]:
    return report(patient.regimen, patient.history, patient.at(NOW), day(first), day(last), lang)


def take(patient: Patient, *days: str) -> None:
    for one in days:
        patient.say(f"2026-{one} 07:40", f"alendronate/2026-{one}/dose", "taken")


def a_year() -> Patient:
    """Something of everything, in the person's own words too."""
    patient = Patient(
        tablet(treated_since="2022-02-01"), vitamin_d(), activity("10:30"), injection(treated_since="2024-05-12"),
        medicine("08:00", "20:00", instruction="1 tablet #strong[x] $y$"), check(),
        pauses=[Pause(day("2026-12-01"), day("2026-12-03"), "ziekenhuis")],
    )
    patient.regimen = replace(
        patient.regimen, draft=replace(patient.regimen.draft, patient=Person("Mevrouw De Vries-Ñandú"))
    )
    take(patient, "11-02", "11-09", "12-07")
    patient.say("2026-11-16 08:00", "alendronate/2026-11-16/dose", "skipped", note="op reis; *geen* tablet")
    patient.say("2026-11-10 09:00", "alendronate/2026-11-09/dose", "remark", note="Brandend gevoel.\nDaarna weer over.")
    patient.say("2026-11-10 09:01", "alendronate/2026-11-09/dose", "remark", note="vomited")
    patient.say("2026-11-20 12:00", "denosumab/2026-11-12/injection", "given", on="2026-11-20", note="linkerarm")
    patient.say("2026-11-21 12:00", "activity/2026-11-21/goal", "amount", amount=60)
    return patient


# --- what it says


def test_counts_are_words_with_their_definitions() -> None:
    found = said(a_year())
    assert found["counts"][0] == [
        "Weektablet alendroninezuur",
        "Genomen in 3 van de 6 weken. Op de dag zelf 3, overgeslagen 1, niet genoteerd 2, nog open 1.",
    ]
    goal = "Doel gehaald op 1 van de 41 dagen. Gemiddeld 1 minuut per dag. Doel: 30. In een pauze 3."
    assert found["counts"][2] == ["Bewegen", goal]
    assert [text.split(":")[0] for text in found["definitions"]] == [
        "Gepland", "Op de dag zelf", "Overgeslagen", "Niet genoteerd", "Doel gehaald"
    ]


def test_the_words_follow_the_rhythm_of_the_plan() -> None:
    patient = Patient(
        tablet(), medicine(recurrence=Rule(Freq.WEEKLY, byday=frozenset({MONDAY})), id="weekly"),
        medicine("08:00", "20:00", id="twice"), medicine(id="daily"), dairy("10:30"),
        medicine(recurrence=AsNeeded(), id="needed"),
    )
    take(patient, "11-02")
    patient.say("2026-11-02 09:00", "daily/2026-11-02/dose", "taken")
    patient.say("2026-11-03 09:00", "needed/2026-11-03/dose", "taken")
    found = dict(zip(("tablet", "weekly", "twice", "daily", "dairy", "needed"),
                     (text for _, text in said(patient, last="2026-11-02")["counts"]), strict=False))
    assert found["tablet"].startswith("Genomen in 1 van de 1 week.")
    assert found["weekly"].startswith("Genomen in 0 van de 1 week.")
    assert found["twice"].startswith("Genomen: 0 van de 3 keer.")
    assert found["daily"].startswith("Genomen: 1 van de 1 dag.")
    assert found["dairy"].startswith("Doel gehaald op 0 van de 2 dagen.")
    assert said(patient)["counts"][-1][1] == "Zo nodig genomen: 1 keer."


def test_what_was_late_skipped_or_missed_stands_with_its_date_and_reason() -> None:
    patient = a_year()
    patient.say("2026-11-30 07:40", "alendronate/2026-11-30/dose", "not_fasting")
    patient.say("2026-12-01 07:40", "alendronate/2026-11-30/dose", "taken")
    patient.say("2026-12-05 09:00", "vitamin-d/2026-12-05/dose", "skipped")
    patient.say("2026-12-06 09:00", "vitamin-d/2026-12-06/dose", "skipped", note="op")
    assert [row[0].split(" ", 1)[1] + ": " + row[2] for row in said(patient)["except"]["rows"]] == [
        "16 november 2026: overgeslagen: op reis; *geen* tablet",
        "23 november 2026: niet genoteerd",
        "30 november 2026: genomen op dinsdag 1 december 2026",
        "6 december 2026: overgeslagen: op",
    ]


def test_injections_stand_with_their_dates_and_gaps() -> None:
    [found] = said(a_year())["given"]
    assert found["rows"] == [["vrijdag 20 november 2026", "donderdag 12 november 2026", "6 maanden en 8 dagen"]]
    assert found["said"] == "Gepland: elke 6 maanden. De volgende is gepland op donderdag 20 mei 2027."
    [none] = said(Patient(infusion()), last="2026-11-02")["given"]
    assert none["said"].startswith("In deze periode is er geen genoteerd. Gepland: elke 12 maanden.")


@pytest.mark.parametrize(
    ("on", "gap"),
    [
        ("2026-05-13", "1 dag"), ("2026-06-12", "1 maand"), ("2026-06-13", "1 maand en 1 dag"),
        ("2026-11-12", "6 maanden"),
    ],
)
def test_a_gap_is_said_in_months_and_days(on: str, gap: str) -> None:
    patient = Patient(injection())
    patient.say(NOW, "denosumab/2026-11-12/injection", "given", on=on)
    [found] = said(patient, first="2026-05-01")["given"]
    assert [row[2] for row in found["rows"]] == ["eerste bekende datum", gap]


def test_remarks_are_the_persons_own_words_and_what_was_taken_back_is_not_there() -> None:
    patient = a_year()
    patient.say("2026-12-08 09:00", "alendronate/2026-12-07/dose", "remark", note="vergissing")
    patient.undo("2026-12-08 09:01")
    assert [row[2] for row in said(patient)["notes"]["rows"]] == [
        "Brandend gevoel.\nDaarna weer over.", "Overgegeven na de tablet", "linkerarm"
    ]
    assert said(patient, last="2026-11-09")["notes"]["intro"] == "Geen opmerkingen genoteerd in deze periode."


def test_long_lists_end_with_how_many_more_there_are() -> None:
    patient = Patient(medicine())
    days = [day("2026-11-02") + timedelta(days=number) for number in range(40)]
    for number, on in enumerate(days):
        answer = "skipped" if number < 20 else "taken"
        patient.say(f"{on} 21:00", f"thyroid/{on}/dose", answer, note=f"reden {number}")
    found = said(patient)
    assert (len(found["except"]["rows"]), found["except"]["more"]) == (MOST_EXCEPTIONS, "En nog 2 eerdere.")
    assert (len(found["notes"]["rows"]), found["notes"]["more"]) == (MOST_NOTES, "En nog 4 eerdere.")
    assert found["notes"]["rows"][-1][2] == "reden 39"


def test_the_review_and_the_pauses_are_told() -> None:
    assert said(a_year())["review"] == [
        "Weektablet alendroninezuur: gepland op maandag 1 februari 2027.",
        "Prik denosumab: gepland op zaterdag 12 mei 2029.",
        "Pauze van dinsdag 1 december 2026 tot en met donderdag 3 december 2026: ziekenhuis.",
    ]
    assert said(Patient(tablet()))["review"] == [
        "Weektablet alendroninezuur: Er is geen datum bekend: niet ingevuld is sinds wanneer de behandeling loopt."
    ]
    assert said(Patient(vitamin_d()))["review"] == ["Bij deze behandelingen staat er geen gepland."]
    patient = Patient(tablet(treated_since="2021-11-20"))
    patient.say("2026-11-25 12:00", "alendronate/2026-11-20/review", "done")
    assert said(patient)["review"][0] == "Weektablet alendroninezuur: besproken op woensdag 25 november 2026."


def test_a_plan_that_ended_says_until_when() -> None:
    patient = Patient(vitamin_d(), medicine(until="2026-11-20"))
    patient.change("2026-11-10 07:00", medicine(until="2026-11-20"))
    rows = said(patient)["plans"]["rows"]
    assert [row[2] for row in rows] == [
        "zondag 1 november 2026, tot en met maandag 9 november 2026",
        "zondag 1 november 2026, tot en met vrijdag 20 november 2026",
    ]


def test_an_empty_regimen_gives_a_page_that_says_so() -> None:
    found = said(Patient())
    assert found["counts"] == [["In deze periode was niets gepland.", ""]]
    assert found["facts"][0] == ["Naam", "niet ingevuld"]
    assert "In deze periode was niets gepland." in text_of(pdf(found))


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_it_never_gives_a_percentage_a_judgement_or_advice(lang: Lang) -> None:
    text = repr(said(a_year(), lang)) + repr(tables()[lang])
    banned = r"%|procent|percent|therapietrouw|adherence|goed|slecht|good|bad|risico|risk|veilig|safe"
    assert re.findall(rf"(?<!\w)(?:{banned})(?!\w)", text, re.IGNORECASE) == []


def test_both_languages_say_the_same_things() -> None:
    dutch, english = tables()["nl"], tables()["en"]
    for part in dutch:
        assert dutch[part].keys() == english[part].keys()
        for key, text in dutch[part].items():
            assert set(re.findall(r"{\w+}", text)) == set(re.findall(r"{\w+}", english[part][key])), key


# --- the file


def pdf(values: dict[str, Any]) -> bytes:
    return pages.pdf("report", values, FONTS, Patient().at(NOW))


def text_of(data: bytes) -> str:
    return opened(data)[1]


@pytest.mark.parametrize(
    ("lang", "sentences"),
    [
        ("nl", ("Overzicht voor uw afspraak", "Genomen in 3 van de 6 weken.", "6 maanden en 8 dagen", "bladzijde 1")),
        ("en", ("Overview for your appointment", "Taken in 3 of the 6 weeks.", "6 months and 8 days", "page 1")),
    ],
)
def test_the_pages_hold_the_words_also_those_that_look_like_markup(
    qapp: object, lang: Lang, sentences: tuple[str, ...]
) -> None:
    pages, text = opened(pdf(said(a_year(), lang)))
    assert 1 <= pages <= 2
    own = ("Mevrouw De Vries-Ñandú", "#strong[x] $y$", "*geen* tablet", "Brandend gevoel. Daarna weer over.")
    assert [sentence for sentence in (*sentences, *own) if sentence not in text] == []


def test_the_file_is_tagged_and_made_to_be_kept(qapp: object) -> None:
    data = pdf(said(a_year()))
    assert b"<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>" in data
    assert b"<pdfuaid:part>1</pdfuaid:part>" in data
    assert b"AtkinsonHyperlegibleNext" in data
    assert data == pdf(said(a_year()))  # the same page, the same file


@pytest.mark.parametrize("words", ["\U0001f600 blij", "日本語", "\udcff", "\ue000\ufffe", "\x07"])
def test_signs_that_the_letters_lack_do_not_keep_the_page_away(qapp: object, words: str) -> None:
    patient = Patient(tablet())
    take(patient, "11-02")
    patient.say("2026-11-02 09:00", "alendronate/2026-11-02/dose", "remark", note=f"Gevoel {words} daarna")
    assert "Gevoel" in text_of(pdf(said(patient)))


def test_the_year_of_the_date_is_that_of_the_period() -> None:
    found = said(Patient(vitamin_d()), last="2026-12-14")
    assert found["facts"][1] == ["Periode", "zondag 1 november 2026 tot en met maandag 14 december 2026"]
    assert found["facts"][2][1] == "dinsdag 15 december 2026"
    assert date(2026, 12, 15).isoweekday() == 2


def test_one_is_one_in_both_languages() -> None:
    numbered = [key for key in tables()["nl"]["report"] if key.endswith("_one")]
    assert len(numbered) == 9
    for lang in ("nl", "en"):
        for key in numbered:
            one, two = (say("report", key.removesuffix("_one"), lang, number=number, target=30) for number in (1, 2))
            alike = key in ("more_one", "as_needed_one", "unknown_count_one")
            assert one != two.replace("2", "1") or alike, (lang, key)
            assert not re.search(r"\b1 (minuten|porties|maanden|minutes|portions|months|times|ones)\b", one), one
    assert say("report", "per_day_min", "en", number=1, target=30) == "1 minute a day on average. Goal: 30."
    assert say("report", "per_day_portion", "nl", number=1, target=3) == "Gemiddeld 1 portie per dag. Doel: 3."
