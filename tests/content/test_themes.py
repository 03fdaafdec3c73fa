"""The pages that bring passages of several chapters together: complete, in both languages, from texts that exist."""

from __future__ import annotations

import re

import pytest
from test_leaflet_language import FORBIDDEN, count

from osteoapp.content import leaflet, themes
from osteoapp.content.words import LANGS, Lang

WANTED = {"walk", "activity", "food", "smoking-alcohol", "dentist", "pain-and-fear", "work", "heredity"}


def test_every_subject_has_its_page_in_both_languages() -> None:
    dutch, english = themes.themes("nl"), themes.themes("en")
    assert {one.id for one in dutch} == WANTED
    assert [(one.id, one.form, one.passages) for one in dutch] == [(one.id, one.form, one.passages) for one in english]
    assert all(one.form in themes.FORMS for one in dutch)


@pytest.mark.parametrize("lang", LANGS)
def test_every_page_leads_to_texts_that_exist(lang: Lang) -> None:
    chapters = {topic.id for topic in leaflet.topics(lang)}
    for one in themes.themes(lang):
        assert [leaflet.passage(name, lang).id for name in one.passages] == list(one.passages)
        assert len(set(one.passages)) == len(one.passages)
        assert not one.chapter or one.chapter in chapters


@pytest.mark.parametrize("lang", LANGS)
def test_titles_and_lines_are_short_and_say_nothing_forbidden(lang: Lang) -> None:
    for one in themes.themes(lang):
        for said in (one.title, one.line):
            assert 0 < count(said) <= 9, said
            assert not re.search(FORBIDDEN[lang], said, re.IGNORECASE), said


@pytest.mark.parametrize("lang", LANGS)
def test_both_limits_for_alcohol_stand_on_one_page(lang: Lang) -> None:
    page = themes.theme("smoking-alcohol", lang)
    text = " ".join(leaflet.passage(name, lang).text for name in page.passages)
    facts = {fact for name in page.passages for fact in leaflet.passage(name, lang).facts}
    assert {"F74", "F75"} <= facts
    assert "3 gl" in text
    assert "1 gl" in text


def test_an_unknown_page_is_no_page() -> None:
    with pytest.raises(KeyError):
        themes.theme("no-such-page", "nl")
