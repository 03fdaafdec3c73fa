"""All facts of the leaflet are said, with their figures; all rules behind additions are explained in the papers."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from osteoapp.content import leaflet
from osteoapp.content.catalogue import catalogue
from osteoapp.content.words import LANGS, Lang, tables

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


def test_the_reasons_rest_on_facts() -> None:
    for lang in LANGS:
        for name, entry in tables(lang)["treatment"].items():
            lines = entry["why"]
            assert 3 <= len(lines) <= 4, name
            for line in lines:
                assert set(line["facts"].split()) <= FACTS
                assert len(line["text"].split()) <= 15, line
                assert line["facts"] or name.startswith("other-"), name


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


def test_what_a_professional_has_to_check_is_listed() -> None:
    text = (ROOT / "docs/pharmacist-review.md").read_text(encoding="utf-8")
    listed = set(re.findall(r"`([a-z0-9-]+/[a-z0-9-]+)`", text))
    wanted = {one.id for one in leaflet.passages("nl") if one.confidence in ("M", "GK", "APP")}
    assert wanted - listed == set()
    assert listed - {one.id for one in leaflet.passages("nl")} == set()
