"""The leaflet pane cut to its height: whole sentences, never a scroll bar, and what was left out behind "Lees meer"."""

from __future__ import annotations

from dataclasses import replace

from osteoapp.ui.digest import cuts, fitted, least_height, short_source
from osteoapp.ui.parts.leaflet import LeafletPane
from osteoapp.ui.theme import Look
from osteoapp.ui.views import Addition, CallView, PaneView

from .helpers import said

LINES = ("Eerste zin. Tweede zin. Derde zin.", "Vierde zin.")
PANE = PaneView(
    item="a", title="Uw weektablet", paragraphs=LINES, why="Daarom.",
    additions=(Addition("Extra", "Een aanvulling. Nog een.", "Bijsluiter A; Bron B; Bron C"),),
    passage="alendronate/before", call=CallView("uw apotheek", "010-7654321"),
)  # fmt: skip


def test_each_cut_says_no_more_than_the_one_before() -> None:
    every = list(cuts(PANE))
    said = [(one.title, *one.paragraphs, one.why, *(more.text for more in one.additions)) for one in every]
    lengths = [sum(map(len, one)) for one in said]
    assert lengths[0] == max(lengths)
    assert lengths[-1] == min(lengths) > 0
    assert all(cut.passage == PANE.passage for cut in cuts(PANE)), "what is left out can always be read"


def test_several_sources_are_counted() -> None:
    assert short_source("Bijsluiter A; Bron B; Bron C") == "Bijsluiter A en 2 andere"
    assert short_source("Bijsluiter A") == "Bijsluiter A"


def test_the_fullest_that_fits_is_taken() -> None:
    look = Look()
    whole = LeafletPane(look, PANE, call=False).heightForWidth(300)
    assert "Nog een." in said_in(fitted(look, PANE, 300, whole, call=False))
    for height in range(whole - 1, least_height(look, PANE, 300, call=False) - 1, -20):
        pane = fitted(look, PANE, 300, height, call=False)
        assert pane.heightForWidth(300) <= height
        assert "Eerste zin." in said_in(pane)


def said_in(pane: LeafletPane) -> str:
    pane.resize(300, pane.heightForWidth(300))
    pane.show()
    found = said(pane)
    pane.hide()
    return found


def test_an_addition_alone_says_so_in_its_heading() -> None:
    alone = replace(PANE, title="", paragraphs=(), pressing=PANE.additions, additions=())
    words = said_in(LeafletPane(Look(), alone))
    assert "Aanvulling, niet uit de folder | Extra | Een aanvulling." in words
    assert "Uit de folder" not in words.replace("niet uit de folder", "")
    assert words.index("Bron: Bijsluiter A; Bron B; Bron C.") > words.index("Een aanvulling.")
