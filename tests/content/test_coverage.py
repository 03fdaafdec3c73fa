"""How much of the leaflet the passages say."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from osteoapp.content import leaflet
from osteoapp.content.coverage import coverage, coverage_of, sections
from osteoapp.content.words import LANGS, Lang

FACTS = json.loads((Path(__file__).parent.parent / "data/facts.json").read_text(encoding="utf-8"))


def test_the_sections_are_those_of_the_facts() -> None:
    assert [fact for section in sections() for fact in section.facts] == [fact["id"] for fact in FACTS]
    wanted = list(Counter(fact["section"] for fact in FACTS).values())
    assert [len(section.facts) for section in sections()] == wanted


@pytest.mark.parametrize("lang", LANGS)
def test_all_163_facts_are_said(lang: Lang) -> None:
    found = coverage(lang)
    assert (found.said, found.total, found.complete) == (163, 163, True)
    assert all(number == len(section.facts) for section, number in found.sections)
    assert found.passages == len(leaflet.passages(lang))
    assert 0 < found.additions < found.passages


def test_a_fact_that_nobody_says_is_named() -> None:
    without = [replace(one, facts=tuple(fact for fact in one.facts if fact != "F52")) for one in leaflet.passages("nl")]
    found = coverage_of("nl", without)
    assert (found.lacking, found.said, found.complete) == (("F52",), 162, False)
    assert [section.nl for section, number in found.sections if number < len(section.facts)] == ["Onderzoek"]


def test_an_empty_passage_says_nothing() -> None:
    emptied = [replace(one, text=" \n") if one.id == "general/questions" else one for one in leaflet.passages("en")]
    assert coverage_of("en", emptied).lacking == ("F163",)


def test_a_fact_that_the_leaflet_does_not_have_is_named() -> None:
    one = replace(leaflet.passage("general/questions", "nl"), facts=("F163", "F164"))
    found = coverage_of("nl", [one])
    assert found.unknown == ("F164",)
    assert not found.complete
