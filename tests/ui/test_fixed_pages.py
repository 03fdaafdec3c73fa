"""Whom to call, and what went wrong: the same for everyone, with the numbers where they are named."""

from __future__ import annotations

import pytest

from osteoapp.content import leaflet
from osteoapp.content.prose import paragraphs
from osteoapp.i18n import Translations
from osteoapp.ui.callpage import groups_of, named_in
from osteoapp.ui.pictures import settle

from .fakes import INJECTION, TABLET, CorePort, at
from .helpers import TABLET_ID, button, names, place, press, said, window

NUMBERS = (("Apotheek", "1"), ("Huisarts", "2"), ("Huisartsenpost", "3"))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Bel uw apotheek.", ["Apotheek"]),
        ("Bel direct uw huisarts of de huisartsenpost.", ["Huisarts", "Huisartsenpost"]),
        ("Bel de huisartsenpost.", ["Huisartsenpost"]),
        ("Ga rechtop zitten.", []),
    ],
)
def test_a_text_brings_the_numbers_that_it_names(text: str, found: list[str]) -> None:
    assert [name for name, _ in named_in(text, NUMBERS)] == found


def test_nothing_of_the_list_is_lost_in_its_groups() -> None:
    for lang in ("nl", "en"):
        lines = paragraphs(leaflet.passage("general/when-to-call", lang).text)  # type: ignore[arg-type]
        before, groups, closing = groups_of(lines)
        again = list(before)
        for group in groups:
            again += [f"{group.heading}:", *(f"- {entry}" for entry in group.entries), *group.after]
        assert [*again, *closing] == lines
        assert "112" in groups[0].heading, "what is most urgent comes first"
        assert all(group.entries for group in groups)


def test_without_numbers_it_says_so_and_still_has_112(translations: Translations) -> None:
    main = window(CorePort(at(7, 31), TABLET, phones={}), translations)
    main.show_call()
    settle()
    words = said(main)
    assert "Er zijn nog geen nummers ingevuld." in words
    assert "112" in words
    main.show_wrong(TABLET_ID)
    settle()
    assert "Bel uw apotheek." in said(main)


def test_the_texts_of_her_treatments_stand_below(translations: Translations) -> None:
    main = window(CorePort(at(7, 31), INJECTION), translations)
    main.show_call()
    settle()
    assert "Wanneer belt u bij de prik?" in said(main)


def test_the_four_texts_share_one_line_of_sources(translations: Translations) -> None:
    port = CorePort(at(7, 35), TABLET)
    port.record(TABLET_ID, "taken")
    main = window(port, translations)
    main.show_wrong(TABLET_ID)
    settle()
    words = said(main)
    assert words.count("niet uit de folder") == 1
    for source in ("Productinformatie en bijsluiter Fosamax", "Gebruiksaanwijzing Binosto (Verenigde Staten)"):
        assert words.count(source) == 1
    first, second = (place(button(main, f"wrong:{code}"), main) for code in ("ate_early", "lay_down"))
    assert first.bottom() == second.bottom(), "cards beside each other end on one line"


def test_call_leads_back_to_the_place_it_was_asked_from(translations: Translations) -> None:
    main = window(CorePort(at(7, 31), TABLET), translations)
    main.go("progress")
    main.show_call()
    settle()
    press(main, "call:back")
    assert main._place == "progress"
    assert "call:back" not in names(main)
