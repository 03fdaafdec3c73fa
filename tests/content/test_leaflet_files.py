"""The passage files: headers, both languages, reading order, and what the loader says of a bad file."""

from __future__ import annotations

from datetime import date
from importlib import resources

import pytest

from osteoapp.content import leaflet
from osteoapp.content.leaflet import LeafletFaults, read_passage
from osteoapp.content.words import LANGS, Lang

GOOD = """---
id: alendronate/before
topic: alendronate
moment: before
title: Uw weektablet
facts: F106 F107
source: Patiëntenfolder osteoporose
checked: 2026-11-22
addition: false
---
U neemt de tablet 1 keer per week.
"""
ADDITION = (
    GOOD.replace("facts: F106 F107", "facts:")
    .replace("addition: false", "addition: true\nrules: B1 C5\nconfidence: GK")
)


def files(lang: Lang) -> set[str]:
    folder = resources.files("osteoapp.content").joinpath("leaflet", lang)
    return {
        f"{topic.name}/{file.name.removesuffix('.md')}" for topic in folder.iterdir() for file in topic.iterdir()
    }


@pytest.mark.parametrize("lang", LANGS)
def test_every_file_is_in_exactly_one_chapter_and_every_entry_has_a_file(lang: Lang) -> None:
    listed = [one for topic in leaflet.topics(lang) for one in topic.passages]
    assert len(listed) == len(set(listed))
    assert set(listed) == files(lang)


def test_the_two_languages_differ_in_words_only() -> None:
    for dutch, english in zip(leaflet.passages("nl"), leaflet.passages("en"), strict=True):
        for name in ("id", "topic", "moment", "facts", "addition", "checked", "rules", "confidence"):
            assert getattr(dutch, name) == getattr(english, name), (dutch.id, name)
        assert dutch.text != english.text


@pytest.mark.parametrize("lang", LANGS)
def test_every_header_is_complete(lang: Lang) -> None:
    for one in leaflet.passages(lang):
        assert one.title
        assert one.text
        assert one.source
        assert one.checked == date(2026, 11, 22)
        assert bool(one.facts) is not one.addition
        assert bool(one.rules) is one.addition
        assert bool(one.confidence) is one.addition


@pytest.mark.parametrize("lang", LANGS)
def test_a_passage_is_found_by_its_id(lang: Lang) -> None:
    one = leaflet.passage("alendronate/before", lang)
    assert one.id == "alendronate/before"
    assert one.facts == ("F106", "F107", "F108")


@pytest.mark.parametrize("wrong", ["alendronate/nothing", "nothing/before", "../nl/x", "alendronate", "", "a/b/c"])
def test_an_id_that_does_not_exist_is_a_key_error(wrong: str) -> None:
    with pytest.raises(KeyError):
        leaflet.passage(wrong, "nl")


def test_chapters_have_a_title_in_both_languages_and_one_id_each() -> None:
    dutch, english = leaflet.topics("nl"), leaflet.topics("en")
    assert [topic.id for topic in dutch] == [topic.id for topic in english]
    assert len({topic.id for topic in dutch}) == len(dutch)
    assert all(topic.title for topic in (*dutch, *english))


def test_a_good_file_is_read_whole() -> None:
    one = read_passage(GOOD, "x.md")
    assert (one.id, one.facts, one.addition) == ("alendronate/before", ("F106", "F107"), False)
    assert one.text == "U neemt de tablet 1 keer per week."
    addition = read_passage(ADDITION, "x.md")
    assert (addition.rules, addition.confidence) == (("B1", "C5"), "GK")


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        ("---\nid", "id", 1, "does not begin"),
        ("id: alendronate/before", "id: before", 2, "id"),
        ("id: alendronate/before\n", "", 1, "id is missing"),
        ("topic: alendronate", "topic: calcium", 3, "topic"),
        ("moment: before", "moment: noon", 4, "moment"),
        ("title: Uw weektablet", "title:", 5, "title: is empty"),
        ("title: Uw weektablet", "Uw weektablet", 5, "key: value"),
        ("facts: F106 F107", "facts: F106, F107", 6, "facts"),
        ("facts: F106 F107", "facts:", 6, "facts"),
        ("checked: 2026-11-22", "checked: 22 november", 8, "checked"),
        ("addition: false", "addition: no", 9, "addition"),
        ("addition: false", "addition: false\naddition: false", 10, "twice"),
        ("addition: false", "addition: false\ncolour: red", 10, "colour"),
        ("addition: false", "addition: false\nrules: B1", 10, "rules"),
        ("addition: false", "addition: true", 1, "rules is missing"),
        ("U neemt de tablet 1 keer per week.", "", 11, "no text"),
        ("addition: false\n---", "addition: false", 10, "no closing"),
    ],
)
def test_a_fault_is_told_with_its_line(old: str, new: str, line: int, said: str) -> None:
    with pytest.raises(LeafletFaults) as caught:
        read_passage(GOOD.replace(old, new, 1), "x.md")
    assert (line, True) in [(fault.line, said in fault.text) for fault in caught.value.faults]
    assert all(fault.file == "x.md" for fault in caught.value.faults)


@pytest.mark.parametrize("new", ["rules: B1x\nconfidence: GK", "rules:\nconfidence: GK", "rules: B1\nconfidence: sure"])
def test_an_addition_needs_rules_and_a_confidence(new: str) -> None:
    with pytest.raises(LeafletFaults):
        read_passage(ADDITION.replace("rules: B1 C5\nconfidence: GK", new), "x.md")


def test_all_faults_of_a_file_come_at_once() -> None:
    bad = GOOD.replace("before", "noon").replace("2026-11-22", "soon").replace("F106", "six")
    with pytest.raises(LeafletFaults) as caught:
        read_passage(bad, "x.md")
    assert {fault.line for fault in caught.value.faults} == {4, 6, 8}
    assert "x.md, line 4" in str(caught.value)


def test_an_empty_file_is_a_fault() -> None:
    with pytest.raises(LeafletFaults):
        read_passage("", "x.md")
