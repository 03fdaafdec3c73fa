"""The leaflet pane cut to the height it is given: its first sentences whole, and "Lees meer" for the rest.

Beside an answer nobody scrolls. What does not fit is left out at the end of a sentence, never in the middle, and an
addition that is left out altogether is read behind "Lees meer". What answers a notice is the last to go.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from osteoapp.i18n import translate
from osteoapp.ui.parts.leaflet import LeafletPane
from osteoapp.ui.parts.leaflet_text import BULLET, paragraphs, sentences
from osteoapp.ui.theme import Look
from osteoapp.ui.views import Addition, PaneView

# Sentences of the passage, whether the why stands below it, additions, and sentences of each; from much to little.
_ALL: Final = 99
_CUTS: Final = (
    (_ALL, True, 2, _ALL), (4, True, 2, _ALL), (4, True, 1, _ALL), (4, True, 1, 2), (3, True, 1, 2), (4, True, 0, 0),
    (3, True, 0, 0), (2, True, 0, 0), (1, True, 0, 0), (3, False, 0, 0), (2, False, 0, 0), (1, False, 0, 0),
)  # fmt: skip


def shortened(lines: tuple[str, ...], most: int) -> tuple[str, ...]:
    """The first so many sentences. A list is kept whole or left out with the line that opens it.

    What is cut short does not end in a question: its answer is what was left out.
    """
    found: list[str] = []
    left = most
    for line in lines:
        if line.startswith(BULLET):
            found.append(line)
            left -= 1
            continue
        whole = sentences(line)
        kept = whole[: max(left, 0)]
        left -= len(kept)
        if kept:
            found.append(" ".join(kept))
        if kept != whole:
            break
    while found and found[-1].endswith((":", "?")) and tuple(found) != lines:
        kept = sentences(found.pop())[:-1]
        if kept:
            found.append(" ".join(kept))
    return tuple(found)


def short_source(source: str) -> str:
    """The first of several sources, and how many others there are; the whole line is behind "Lees meer"."""
    first, *others = source.split("; ")
    if not others:
        return source
    return translate("Leaflet", "{first} en %n andere", "", len(others)).format(first=first)


def _short_addition(addition: Addition, most: int) -> Addition:
    text = "\n\n".join(_blocks(shortened(tuple(paragraphs(addition.text)), most)))
    return replace(addition, text=text, source=short_source(addition.source))


def _blocks(lines: tuple[str, ...]) -> Iterator[str]:
    """Paragraphs, with the entries of a list in one block."""
    entries: list[str] = []
    for line in lines:
        if line.startswith(BULLET):
            entries.append(line)
            continue
        if entries:
            yield "\n".join(entries)
            entries = []
        yield line
    if entries:
        yield "\n".join(entries)


def cuts(view: PaneView) -> Iterator[PaneView]:
    """The same pane, saying less and less."""
    for most, why, number, of_each in _CUTS:
        pressing = view.pressing
        if most < _ALL:
            pressing = tuple(_short_addition(one, most) for one in view.pressing[: max(number, 1)])
        yield replace(
            view,
            pressing=pressing,
            paragraphs=shortened(view.paragraphs, most),
            why=view.why if why else "",
            additions=tuple(_short_addition(one, of_each) for one in view.additions[:number]),
        )


def shortest(view: PaneView) -> PaneView:
    """The least that a pane can say: one sentence, and the way to the rest."""
    return replace(
        view,
        title="",
        paragraphs=shortened(view.paragraphs, 1),
        pressing=tuple(_short_addition(one, 1) for one in view.pressing[:1]),
        why="",
        additions=(),
    )


def least_height(look: Look, view: PaneView, width: int, *, call: bool) -> int:
    """The height under which no pane can stand without scrolling."""
    return LeafletPane(look, shortest(view), call=call).heightForWidth(width)


def fitted(look: Look, view: PaneView, width: int, height: int, *, call: bool = True) -> LeafletPane:
    """The fullest pane that stands in this height without scrolling, or the shortest there is."""
    found = LeafletPane(look, view, call=call)
    for cut in (*cuts(view), shortest(view)):
        found = LeafletPane(look, cut, call=call)
        if found.heightForWidth(width) <= height:
            break
    return found
