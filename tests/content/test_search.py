"""The search in the leaflet: what it finds, in what order, and which faults of typing it forgives."""

from __future__ import annotations

import pytest

from osteoapp.content import leaflet, prose
from osteoapp.content.search import places, search
from osteoapp.content.words import LANGS, Lang


def ids(asked: str, lang: Lang = "nl") -> list[str]:
    return [hit.passage.id for hit in search(asked, lang).hits]


def test_capitals_and_accents_make_no_difference() -> None:
    assert "dairy/before" in ids("Zuivél")
    assert ids("Zuivél") == ids("ZUIVEL") == ids("zuivel")


@pytest.mark.parametrize(
    ("typed", "lang", "meant", "passage"),
    [
        ("botontkaking", "nl", "botontkalking", "general/what-is"),
        ("alendroninezur", "nl", "alendroninezuur", "alendronate/what"),
        ("alendronniezu", "nl", "alendroninezuur", "alendronate/what"),
        ("fosemax", "nl", "Fosamax", "alendronate/what"),
        ("denosumap", "nl", "denosumab", "denosumab/what"),
        ("tandarst", "nl", "tandarts", "dentist/before"),
        ("osteoperosis", "en", "osteoporosis", "general/what-is"),
        ("dentits", "en", "dentist", "dentist/before"),
    ],
)
def test_a_typing_fault_is_forgiven_and_told(typed: str, lang: Lang, meant: str, passage: str) -> None:
    found = search(typed, lang)
    assert [word for word, taken in found.forgiven if meant in taken] == [typed]
    assert passage in [hit.passage.id for hit in found.hits]
    assert found.whole


@pytest.mark.parametrize("typed", ["zzzz", "autorijden", "xq", "b", "wasmachine"])
def test_what_is_not_there_is_not_found(typed: str) -> None:
    found = search(typed, "nl")
    assert found.hits == ()
    assert found.forgiven == ()


@pytest.mark.parametrize("empty", ["", "   ", "?!"])
def test_an_empty_question_finds_nothing(empty: str) -> None:
    assert search(empty, "en").hits == ()


def test_a_word_that_stands_there_is_not_taken_for_another() -> None:
    assert search("kalk", "nl").forgiven == ()
    assert all("kalk" in leaflet.fold(hit.passage.text) for hit in search("kalk", "nl").hits)


def test_all_words_are_wanted_and_titles_go_first() -> None:
    both = search("calcium zuivel", "nl")
    assert both.whole
    assert both.hits
    for hit in both.hits:
        text = leaflet.fold(f"{hit.passage.title} {hit.passage.text}")
        assert "calcium" in text
        assert "zuivel" in text
    order = [one.id for one in leaflet.passages("nl")]
    found = [(not hit.in_title, order.index(hit.passage.id)) for hit in search("calcium", "nl").hits]
    assert found == sorted(found)
    assert not found[0][0]
    assert found[-1][0]


def test_a_question_is_answered_though_not_every_word_of_it_is_there() -> None:
    found = search("mag ik koffie bij mijn tablet?", "nl")
    assert found.whole, "the small words do not count"
    assert "alendronate/water" in [hit.passage.id for hit in found.hits]
    part = search("koffie uit Peru", "nl")
    assert not part.whole
    assert all("koffie" in leaflet.fold(hit.passage.text) for hit in part.hits)


def test_a_short_word_is_not_looked_for_inside_others() -> None:
    hits = search("vitamine D", "nl").hits
    assert hits
    assert all("vitamine d" in leaflet.fold(hit.passage.title + hit.passage.text) for hit in hits)
    assert "alendronate/what" not in ids("ala")


@pytest.mark.parametrize("lang", LANGS)
def test_the_sentence_that_is_shown_holds_what_was_asked_for(lang: Lang) -> None:
    for hit in search("calcium", lang).hits:
        marked = [hit.sentence[start:end] for start, end in hit.in_sentence]
        marked += [hit.passage.title[start:end] for start, end in hit.in_title]
        assert marked
        assert all("calcium" in leaflet.fold(part) for part in marked)
        assert hit.sentence in prose.sentences(hit.passage.text)


def test_places_are_those_of_the_text_with_its_accents() -> None:
    text = "De patiënt eet crème; calcium."
    assert [text[start:end] for start, end in places(text, frozenset({"patient", "creme"}))] == ["patiënt", "crème"]
