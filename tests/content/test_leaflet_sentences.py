"""Each fact of the leaflet stands in a sentence that one can point at, in both languages, with figures and terms."""

from __future__ import annotations

import json
import random
import re
from collections import defaultdict
from functools import cache
from pathlib import Path

import pytest

from osteoapp.content import leaflet, prose
from osteoapp.content.words import LANGS, Lang

DATA = Path(__file__).parent.parent / "data"
FACTS: dict[str, dict[str, str]] = {
    fact["id"]: fact for fact in json.loads((DATA / "facts.json").read_text(encoding="utf-8"))
}
COLUMNS = {"nl": 1, "en": 2}


def lines(name: str) -> list[list[str]]:
    """The rows of a table, without its note and its head."""
    text = (DATA / name).read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines()[2:]]


@cache
def table(lang: Lang) -> dict[tuple[str, str], tuple[str, ...]]:
    """The sentences by fact and passage."""
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for fact, passage, sentence in lines(f"fact-sentences.{lang}.tsv"):
        found[fact, passage].append(sentence)
    return {key: tuple(value) for key, value in found.items()}


def terms(lang: Lang) -> dict[str, list[str]]:
    return {row[0]: row[COLUMNS[lang]].split(";") for row in lines("fact-terms.tsv")}


def figures(text: str) -> set[str]:
    return set(re.findall(r"\d+", text))


@pytest.mark.parametrize("lang", LANGS)
def test_every_fact_has_its_sentences_and_its_terms(lang: Lang) -> None:
    assert len(FACTS) == 163
    assert {fact for fact, _ in table(lang)} == set(FACTS)
    assert set(terms(lang)) == set(FACTS)
    assert all(all(parts) for parts in terms(lang).values())


@pytest.mark.parametrize("lang", LANGS)
def test_every_sentence_of_the_table_stands_in_its_passage(lang: Lang) -> None:
    for (fact, passage_id), said in table(lang).items():
        present = prose.sentences(leaflet.passage(passage_id, lang).text)
        assert [one for one in said if one not in present] == [], (fact, passage_id)


@pytest.mark.parametrize("lang", LANGS)
def test_the_table_and_the_headers_of_the_passages_agree(lang: Lang) -> None:
    headers = {(fact, one.id) for one in leaflet.passages(lang) for fact in one.facts}
    assert headers == set(table(lang))


@pytest.mark.parametrize("lang", LANGS)
def test_the_sentences_hold_the_terms_of_the_fact(lang: Lang) -> None:
    lacking = [
        (fact, passage, term)
        for (fact, passage), said in table(lang).items()
        for term in terms(lang)[fact]
        if term not in " ".join(said).lower()
    ]
    assert lacking == []


@pytest.mark.parametrize("lang", LANGS)
def test_the_sentences_hold_the_figures_of_the_fact(lang: Lang) -> None:
    """The Dutch of a fact has all its figures as digits. "1" may be "once" or "a" in English."""
    free = {"1"} if lang == "en" else set()
    lacking = [
        (fact, passage)
        for (fact, passage), said in table(lang).items()
        if figures(FACTS[fact]["nl"]) - free - figures(" ".join(said))
    ]
    assert lacking == []


def test_the_two_languages_point_at_the_same_passages() -> None:
    assert set(table("nl")) == set(table("en"))


def test_the_rows_drawn_for_reading_are_those_of_the_seed() -> None:
    """Thirty rows were read and noted: the draw can be repeated, so nobody chose them."""
    rows = [(fact, lang) for fact in FACTS for lang in LANGS]
    drawn = random.Random(163).sample(rows, 30)
    text = (DATA.parent.parent / "docs/leaflet-review.md").read_text(encoding="utf-8")
    noted = re.findall(r"^\| (F\d+) \| (nl|en) \| \S", text, re.MULTILINE)
    assert sorted(noted) == sorted(drawn)
