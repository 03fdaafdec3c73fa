"""All facts of the leaflet are said, with their figures; all rules behind additions are explained in the papers."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from osteoapp import words
from osteoapp.content import leaflet
from osteoapp.content.catalogue import catalogue
from osteoapp.content.words import LANGS, Lang, tables
from osteoapp.core.treatment import IntakeRule

ROOT = Path(__file__).parent.parent.parent
FACTS = {fact["id"] for fact in json.loads((ROOT / "tests/data/facts.json").read_text(encoding="utf-8"))}

# Every figure of the leaflet: what must stand in a passage that lists the fact.
FIGURES: dict[str, dict[Lang, tuple[str, ...]]] = {
    "F8": {"nl": ("30 jaar",), "en": ("age of 30",)},
    "F11": {"nl": ("uw 30e",), "en": ("before 30",)},
    "F22": {"nl": ("meer dan 3 glazen",), "en": ("more than 3 glasses",)},
    "F52": {"nl": ("hooguit 20 minuten",), "en": ("at most 20 minutes",)},
    "F60": {"nl": ("4 keer zuivel per dag",), "en": ("dairy 4 times a day",)},
    "F69": {"nl": ("boven de 50", "boven de 70"), "en": ("over 50", "over 70")},
    "F70": {"nl": ("elke dag",), "en": ("every day",)},
    "F71": {"nl": ("1 keer per week",), "en": ("once a week",)},
    "F74": {"nl": ("meer dan 3 glazen",), "en": ("more than 3 glasses",)},
    "F75": {"nl": ("meer dan 1 glas",), "en": ("more than 1 glass",)},
    "F82": {"nl": ("30 minuten", "elke dag"), "en": ("30 minutes", "every day")},
    "F83": {"nl": ("1 keer een half uur", "3 keer 10 minuten"), "en": ("1 time half an hour", "3 times 10 minutes")},
    "F99": {"nl": ("half jaar",), "en": ("half a year",)},
    "F106": {"nl": ("1 keer per week",), "en": ("once a week",)},
    "F108": {"nl": ("half uur rechtop",), "en": ("upright for half an hour",)},
    "F115": {"nl": ("1 keer per jaar",), "en": ("once a year",)},
    "F117": {"nl": ("1 uur",), "en": ("1 hour",)},
    "F124": {"nl": ("tot 3 dagen",), "en": ("up to 3 days",)},
    "F129": {"nl": ("1 keer per 6 maanden",), "en": ("once every 6 months",)},
    "F136": {"nl": ("minder dan 3 procent",), "en": ("less than 3 percent",)},
    "F141": {"nl": ("na 5 jaar",), "en": ("after 5 years",)},
    "F150": {"nl": ("een van uw ouders",), "en": ("one of your parents",)},
    "F151": {"nl": ("broer of zus",), "en": ("brother or sister",)},
}


def test_there_are_163_facts_and_every_one_is_in_a_passage() -> None:
    assert len(FACTS) == 163
    said = {fact for one in leaflet.passages("nl") for fact in one.facts}
    assert said - FACTS == set()
    assert sorted(FACTS - said) == []


@pytest.mark.parametrize("lang", LANGS)
def test_a_passage_holds_the_figures_of_its_facts(lang: Lang) -> None:
    lacking = [
        (one.id, fact, figure)
        for one in leaflet.passages(lang)
        for fact in one.facts
        for figure in FIGURES.get(fact, {lang: ()})[lang]
        if figure not in one.text.lower().replace("\n", " ")
    ]
    assert lacking == []


# A reason explains and encourages; what to do stands elsewhere, with its source.
ADVICE: dict[Lang, str] = {
    "nl": r"^(Neem|Vertel|Zorg|Houd|Schrijf|Bel|Ga|Drink|Eet|Doe|Kom|Vraag|Stop)\b|verstandig|liefst|moet|\?",
    "en": r"^(Take|Tell|Keep|Write|Call|Go|Drink|Eat|Do|Come|Ask|Stop)\b|\bwise\b|preferably|must|should|\?",
}
INTERVALS = {"weekly": 7, "every 2 weeks": 14, "every 4 weeks": 28, "daily": 1}


@pytest.mark.parametrize("lang", LANGS)
def test_the_reasons_rest_on_facts_and_give_no_advice(lang: Lang) -> None:
    for name, entry in tables(lang)["treatment"].items():
        lines = entry["why"]
        assert 4 <= len(lines) <= 6, name
        assert len({line["text"] for line in lines}) == len(lines), name
        for line in lines:
            assert set(line["facts"].split()) <= FACTS
            assert len(line["text"].split()) <= 15, line
            assert line["facts"] or name.startswith("other-"), name
            assert not re.search(ADVICE[lang], line["text"], re.IGNORECASE), line


def test_the_reasons_rest_on_the_same_facts_in_both_languages() -> None:
    for name, entry in tables("nl")["treatment"].items():
        other = tables("en")["treatment"][name]["why"]
        assert [line["facts"] for line in entry["why"]] == [line["facts"] for line in other], name


@pytest.mark.parametrize("lang", LANGS)
def test_every_reason_of_a_weekly_medicine_says_what_it_does_for_bone(lang: Lang) -> None:
    bone = {"nl": r"\bbot|botbreuk", "en": r"\bbone"}[lang]
    for treatment in catalogue().treatments.values():
        if isinstance(treatment.rule, IntakeRule):
            lines = tables(lang)["treatment"][treatment.id]["why"]
            assert all(re.search(bone, line["text"].lower()) for line in lines), treatment.id


@pytest.mark.parametrize("days", INTERVALS.values(), ids=INTERVALS.keys())
def test_at_every_interval_the_reason_of_a_medicine_changes(days: int) -> None:
    """The turn is the number of the day: a count that shares a factor with the interval would repeat itself."""
    for treatment in catalogue().treatments.values():
        weekly = isinstance(treatment.rule, IntakeRule) or getattr(treatment.rule, "weekly", False)
        if days == 1 or weekly:
            said = {words.why(treatment, "nl", turn * days) for turn in range(12)}
            assert len(said) >= 4, treatment.id


def rules_explained() -> set[str]:
    text = (ROOT / "docs/clinical-rules.md").read_text(encoding="utf-8")
    return set(re.findall(r"^(?:\| |#+ )([BC]\d+b?)\b", text, re.MULTILINE))


def test_every_rule_that_is_used_is_explained() -> None:
    used = {rule for one in leaflet.passages("nl") for rule in one.rules}
    for treatment in catalogue().treatments.values():
        used |= {source for source in treatment.sources if source[0] != "F"}
        assert {source for source in treatment.sources if source[0] == "F"} <= FACTS
    assert used - rules_explained() == set()


def test_all_rules_are_explained() -> None:
    wanted = {f"B{n}" for n in range(10)} | {"B2b"} | {f"C{n}" for n in range(1, 33)}
    assert wanted - rules_explained() == set()


def reviewed() -> dict[str, tuple[str, set[str]]]:
    """The rows of the list for a professional: confidence and rules by passage."""
    text = (ROOT / "docs/pharmacist-review.md").read_text(encoding="utf-8")
    found = {}
    for part in re.split(r"^## ", text, flags=re.MULTILINE)[1:]:
        confidence = re.search(r"\((GK|M|APP)\)", part.splitlines()[0])
        for passage_id, rules in re.findall(r"^\| `([a-z0-9-]+/[a-z0-9-]+)` \| ([^|]*) \|", part, re.MULTILINE):
            assert confidence is not None, passage_id
            assert passage_id not in found, passage_id
            found[passage_id] = (confidence[1], set(rules.split()))
    return found


def test_what_a_professional_has_to_check_is_listed_with_its_rules_and_confidence() -> None:
    wanted = {
        one.id: (one.confidence, set(one.rules))
        for one in leaflet.passages("nl")
        if one.confidence in ("M", "GK", "APP")
    }
    assert reviewed() == wanted
