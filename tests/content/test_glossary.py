"""The hard words: explained in both languages, plainly, found in the texts, and without advice."""

from __future__ import annotations

import re

import pytest
from test_leaflet_language import ABBREVIATION, DOSE, FORBIDDEN, count

from osteoapp.content import glossary, leaflet, prose
from osteoapp.content.words import LANGS, Lang

LONGEST = 15
# Nothing is told to be done: a word is explained, no more.
ADVICE = r"(?:^|[.!?] )(neem|bel|vraag|stop|gebruik|drink|eet|ga|take|call|ask|use|eat)\b"
NEEDED = {
    "bone-mass", "bisphosphonate", "dexa", "osteoporosis", "gullet", "jaw-bone", "vertebra", "oestrogen", "infusion",
    "package-leaflet", "side-effect", "radiology", "geriatrics", "fall-clinic", "peak-bone-mass", "day-admission",
}
# Said by people and looked for, though the texts use another word.
NOT_IN_TEXTS = {"bone-mass", "osteoporosis-dutch-name"}


@pytest.mark.parametrize("lang", LANGS)
def test_every_word_is_explained_in_short_sentences(lang: Lang) -> None:
    for one in glossary.terms(lang):
        assert one.word[:1].isupper(), one.id
        for said in prose.sentences(one.text):
            assert count(said) <= LONGEST, said
            assert said.endswith("."), said


def test_both_languages_have_the_same_words_and_the_usual_ones() -> None:
    dutch, english = ({one.id for one in glossary.terms(lang)} for lang in LANGS)
    assert dutch == english
    assert dutch >= NEEDED


@pytest.mark.parametrize("lang", LANGS)
def test_words_stand_by_the_alphabet_and_none_is_there_twice(lang: Lang) -> None:
    words = [leaflet.fold(one.word) for one in glossary.terms(lang)]
    assert words == sorted(words)
    forms = [leaflet.fold(form) for one in glossary.terms(lang) for form in one.forms]
    assert len(forms) == len(set(forms))


@pytest.mark.parametrize("lang", LANGS)
def test_an_explanation_gives_no_advice_no_amount_and_no_abbreviation(lang: Lang) -> None:
    for one in glossary.terms(lang):
        for wrong in (FORBIDDEN[lang], ADVICE, DOSE, ABBREVIATION):
            assert not re.search(wrong, one.text, re.IGNORECASE), (one.id, wrong)


@pytest.mark.parametrize("lang", LANGS)
def test_every_word_stands_in_a_text_and_leads_to_one_that_has_it(lang: Lang) -> None:
    found = {use.term.id for one in leaflet.passages(lang) for use in glossary.uses(f"{one.title} {one.text}", lang)}
    assert {one.id for one in glossary.terms(lang)} - found <= NOT_IN_TEXTS
    for one in glossary.terms(lang):
        if one.passage:
            assert leaflet.passage(one.passage, lang)


def test_a_word_is_marked_once_in_any_form_and_as_a_whole_word() -> None:
    text = "Wervels breken. Een wervel en nog een WERVEL. Bisfosfonaten helpen; wervelkolom niet."
    found = glossary.uses(text, "nl")
    assert [(text[use.start : use.end], use.term.id) for use in found] == [
        ("Wervels", "vertebra"), ("Bisfosfonaten", "bisphosphonate"),
    ]  # fmt: skip
    assert [use.term.id for use in glossary.uses(text, "nl", frozenset({"vertebra"}))] == ["bisphosphonate"]


def test_the_longest_word_wins_and_a_space_may_be_a_hard_one() -> None:
    text = "De piekbotmassa, een lege\u00a0maag en vitamine\u00a0D."
    assert [use.term.id for use in glossary.uses(text, "nl")] == ["peak-bone-mass", "empty-stomach", "vitamin-d"]


def test_a_word_is_found_by_its_name() -> None:
    one = glossary.named("bisfosfonaat", "nl")
    assert one is not None
    assert one.id == "bisphosphonate"
    assert glossary.term("bisphosphonate", "en").word == "Bisphosphonates"
    assert glossary.named("fiets", "nl") is None
    with pytest.raises(KeyError):
        glossary.term("no-such-word", "nl")
