"""Where sentences end, and the first few of a text: one rule for searching, reading aloud and the panes."""

from __future__ import annotations

import pytest

from osteoapp.content import leaflet
from osteoapp.content.prose import paragraphs, sentences, shortened, spans, text_of
from osteoapp.content.words import LANGS, Lang

LINES = ("Eerste zin. Tweede zin. Derde zin.", "Vierde zin.")
LIST = ("Dit is het. Bijvoorbeeld:", "- een", "- twee")


def test_a_text_is_cut_into_sentences_and_list_entries() -> None:
    text = "Eerst dit. Dan dat!\n\n- een glas melk. Of twee.\n- kaas op brood\n\nTwijfelt u? Bel."
    assert sentences(text) == (
        "Eerst dit.", "Dan dat!", "een glas melk.", "Of twee.", "kaas op brood", "Twijfelt u?", "Bel.",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Neem 2,5 milliliter. Klaar", ["Neem 2,5 milliliter.", "Klaar"]),
        ("Bel om 2 p.m. or later. ’s Avonds niet.", ["Bel om 2 p.m. or later.", "’s Avonds niet."]),
        ("Zij zei: “Wacht.” Toen ging zij. (En kwam terug.) Mooi.",
         ["Zij zei: “Wacht.”", "Toen ging zij.", "(En kwam terug.)", "Mooi."]),
        ("1. Neem water. 2 glazen.", ["1. Neem water.", "2 glazen."]),
        ("  ", []),
    ],
)
def test_where_a_sentence_ends(line: str, found: list[str]) -> None:
    assert [line[start:end] for start, end in spans(line)] == found


@pytest.mark.parametrize(
    ("lines", "most", "letters", "kept"),
    [
        (LINES, 9, 999, LINES),
        (LINES, 2, 999, ("Eerste zin. Tweede zin.",)),
        (LINES, 9, 25, ("Eerste zin. Tweede zin.",)),
        (LINES, 3, 5, ("Eerste zin.",)),
        (LIST, 2, 999, LIST),
        (LIST, 1, 999, ("Dit is het.",)),
        (("- een", "- twee", "- drie"), 2, 999, ("- een", "- twee")),
        (("Zo is het.", "Twijfelt u? Bel ons. En nu."), 2, 999, ("Zo is het.", "Twijfelt u? Bel ons.")),
        (("Zo is het.", f"Twijfelt u? Bel {'x' * 70}."), 2, 25, ("Zo is het.",)),
        (("Pijn? Koorts? Bel. Klaar.",), 1, 5, ("Pijn? Koorts? Bel.",)),
        (("Dit staat er:", "Neem niets.", "Klaar."), 1, 999, ("Dit staat er:", "Neem niets.")),
        (("Twijfelt u?",), 1, 999, ("Twijfelt u?",)),
        (LINES, 0, 999, ()),
        ((), 3, 99, ()),
    ],
)
def test_it_is_cut_at_the_end_of_a_sentence(
    lines: tuple[str, ...], most: int, letters: int, kept: tuple[str, ...]
) -> None:
    assert shortened(lines, most, letters) == kept


@pytest.mark.parametrize("lang", LANGS)
def test_taken_apart_and_put_together_every_text_is_the_same(lang: Lang) -> None:
    for one in leaflet.passages(lang):
        lines = paragraphs(one.text)
        assert paragraphs(text_of(lines)) == lines
        told = " ".join(sentences(one.text)).split()
        assert told == " ".join(line.removeprefix("- ") for line in lines).split()
