"""The shape of a clinic's text: what stands beside what, what may be shown, and how it is kept."""

from __future__ import annotations

import json
import unicodedata
from copy import deepcopy
from datetime import date
from typing import Any

import pytest

from osteoapp.content import clinic, leaflet, moments
from osteoapp.content.catalogue import catalogue
from osteoapp.content.clinic import ClinicLeaflet, Entry, Heading, Listing, Paragraph, Section, Span, Unusable


def section(title: str, topic: str | None = None, moment: str | None = None) -> Section:
    return Section(title, topic, moment, (Paragraph((Span(f"{title}."),)),))


WHOLE = ClinicLeaflet(
    "Ziekenhuis X",
    date(2026, 11, 22),
    (
        section("Over de prik", "denosumab"),
        section("Na de prik", "denosumab", "after"),
        section("Vergeten", "denosumab", "missed"),
        section("Parkeren"),
        Section(
            "Tabletten", "alendronate", "before",
            (
                Paragraph((Span("Neem "), Span("één", bold=True), Span(" tablet.\nRustig."))),
                Heading("Thuis"),
                Listing((Entry((Span("zit"),)), Entry((Span("sta"),), 1), Entry((Span("loop"),), 2, 7))),
            ),
        ),
    ),
)  # fmt: skip


def titles(topic: str, moment: str | None = None) -> list[str]:
    return [one.title for one in WHOLE.for_topic(topic, moment)]


def test_a_chapter_has_all_its_sections_in_order() -> None:
    assert titles("denosumab") == ["Over de prik", "Na de prik", "Vergeten"]
    assert titles("dairy") == []


def test_beside_an_item_the_sections_of_its_moment_come_first_then_those_of_none() -> None:
    assert titles("denosumab", "after") == ["Na de prik", "Over de prik"]
    assert titles("denosumab", "before") == ["Over de prik"]


def test_a_moment_without_a_section_takes_the_nearest_one() -> None:
    assert titles("denosumab", "late") == ["Vergeten", "Over de prik"]
    assert titles("alendronate", "tomorrow") == ["Tabletten"]
    assert titles("alendronate", "no-such-moment") == []


def test_what_belongs_nowhere_has_its_own_chapter() -> None:
    assert [one.title for one in WHOLE.unmapped()] == ["Parkeren"]
    found = [one for topic in clinic.topics() for one in WHOLE.for_topic(topic)]
    assert sorted(one.title for one in (*found, *WHOLE.unmapped())) == sorted(one.title for one in WHOLE.sections)


def test_every_treatment_can_have_a_text_of_the_clinic() -> None:
    assert {one.topic for one in catalogue().treatments.values()} <= set(clinic.topics())
    assert set(moments.BASE) <= leaflet.MOMENTS


def test_a_section_can_be_read_out() -> None:
    assert clinic.plain(WHOLE.sections[4]) == "Tabletten\nNeem één tablet.\nRustig.\nThuis\nzit\nsta\nloop"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Gewone tekst, 50 % en < 3.", None),
        ("Regel 1\nRegel 2\tverder", None),
        ("Één naïef café – “zo” • ½ ® ☎️", None),
        ("x<b>y", "html"),
        ("</b>", "html"),
        ("<!-- -->", "html"),
        ("<?php", "html"),
        ("a\x00b", "control"),
        ("a\x07b", "control"),
        ("a\x85b", "control"),
        ("a\u2028b", "control"),
        ("a\ue000b", "control"),
        ("a\ud800b", "control"),
        ("a\u202eb", "invisible"),
        ("a\u200bb", "invisible"),
        ("a\u00adb", "invisible"),
        ("a\ufe00b", "invisible"),
        ("a\u3164b", "invisible"),
    ],
)
def test_what_may_not_be_shown(text: str, code: str | None) -> None:
    assert clinic.forbidden(text) == code


# --- as it is kept


def record() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(json.dumps(clinic.to_record(WHOLE)))
    return found


def test_what_is_kept_is_read_as_the_same() -> None:
    assert clinic.from_record(record()) == WHOLE


def test_a_topic_or_moment_of_another_version_is_left_out() -> None:
    changed = record()
    changed["sections"][0]["topic"] = "moonlight"
    changed["sections"][1]["moment"] = "noon"
    found = clinic.from_record(changed)
    assert (found.sections[0].topic, found.sections[1].topic, found.sections[1].moment) == (None, "denosumab", None)


DAMAGE: dict[str, tuple[tuple[Any, ...], Any]] = {
    "another format": (("format",), 2),
    "no name": (("name",), " "),
    "a name with a tag": (("name",), "<b>X"),
    "no date": (("imported",), "soon"),
    "sections that are none": (("sections",), 5),
    "a section that is none": (("sections", 0), "x"),
    "a title that is none": (("sections", 0, "title"), None),
    "a moment that is none": (("sections", 0, "moment"), {}),
    "blocks that are none": (("sections", 0, "blocks"), None),
    "a block that is none": (("sections", 0, "blocks", 0), {}),
    "a text with a tag": (("sections", 0, "blocks", 0, "text"), [["<img src=x>", False]]),
    "a tag cut in two": (("sections", 0, "blocks", 0, "text"), [["x<", False], ["img>", True]]),
    "a text that turns": (("sections", 0, "blocks", 0, "text"), [["\u202ex", False]]),
    "a text that is none": (("sections", 0, "blocks", 0, "text"), [[5, False]]),
    "a span too short": (("sections", 0, "blocks", 0, "text"), [["x"]]),
    "a heading with a tag": (("sections", 4, "blocks", 1, "heading"), "<b>"),
    "an entry too deep": (("sections", 4, "blocks", 2, "list", 0, "depth"), 3),
    "an entry above all": (("sections", 4, "blocks", 2, "list", 0, "depth"), -1),
    "a depth that is none": (("sections", 4, "blocks", 2, "list", 0, "depth"), True),
    "a number that is none": (("sections", 4, "blocks", 2, "list", 0, "number"), "x"),
}


@pytest.mark.parametrize(("path", "value"), DAMAGE.values(), ids=DAMAGE.keys())
def test_a_record_that_was_tampered_with_is_not_shown(path: tuple[Any, ...], value: Any) -> None:
    changed = deepcopy(record())
    place = changed
    for key in path[:-1]:
        place = place[key]
    place[path[-1]] = value
    with pytest.raises(Unusable):
        clinic.from_record(changed)


@pytest.mark.parametrize("other", [None, 5, "x", [], {}, {"format": 1}, {"format": 1, "name": "X", "imported": 5}])
def test_what_is_no_record_at_all_is_not_shown(other: Any) -> None:
    with pytest.raises(Unusable):
        clinic.from_record(other)


def test_every_character_is_judged_by_its_kind() -> None:
    """The quick way out for ordinary text lets nothing through that the long way would not."""
    for number in range(0x110000):
        character = chr(number)
        kind = unicodedata.category(character)
        if kind in {"Cc", "Cs", "Co", "Cn", "Zl", "Zp", "Cf"} and character not in "\n\t":
            assert clinic.forbidden(f"a{character}b") is not None, hex(number)
        elif kind in {"Lu", "Ll", "Nd", "Po", "Pd", "Sc", "Zs"} and character != "\u3164":
            assert clinic.forbidden(f"a{character}b") is None, hex(number)
