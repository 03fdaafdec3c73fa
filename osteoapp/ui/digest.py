"""The leaflet pane cut to the height it is given: its first sentences whole, and "Lees meer" for the rest.

Beside an answer nobody scrolls. What does not fit is left out at the end of a sentence, never in the middle, and an
addition that is left out altogether is read behind "Lees meer". What answers a notice is the last to go; of a clinic's
own text the title always stays, with the way to the rest of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from osteoapp.content.prose import BULLET, of_line, paragraphs, shortened, text_of
from osteoapp.i18n import translate
from osteoapp.ui.parts.leaflet import LeafletPane
from osteoapp.ui.readaloud import Aloud, PaneReader
from osteoapp.ui.theme import Look
from osteoapp.ui.views import Addition, PaneView

# Sentences of the passage, of each addition and of what presses, whether the why stands below, and sentences of the
# clinic; from much to little.
_CUTS: Final = (
    (4, 2, 4, True, 3), (3, 1, 4, True, 2), (3, 0, 4, True, 2), (2, 0, 3, True, 1), (1, 0, 2, True, 1),
    (3, 0, 2, False, 1), (2, 0, 1, False, 1), (1, 0, 1, False, 0),
)  # fmt: skip


def short_source(source: str) -> str:
    """The first of several sources, and how many others there are; the whole line is behind "Lees meer"."""
    first, *others = source.split("; ")
    if not others:
        return source
    return translate("Leaflet", "{first} en %n andere", "", len(others)).format(first=first)


def cuts(view: PaneView) -> Iterator[PaneView]:
    """The pane as it is, then saying less and less."""
    yield view
    last = view
    for own, beside, pressing, why, clinic in _CUTS:
        found = replace(
            view,
            paragraphs=shortened(view.paragraphs, own),
            additions=_short(view.additions, beside),
            pressing=_short(view.pressing, pressing),
            why=view.why if why else "",
            clinic=replace(view.clinic, lines=shortened(view.clinic.lines, clinic)) if view.clinic else None,
        )
        if found != last:
            yield found
        last = found
    yield shortest(view)


def shortest(view: PaneView) -> PaneView:
    """The least that a pane can say: one sentence, and the way to the rest."""
    return replace(
        view,
        title="",
        paragraphs=shortened(view.paragraphs, 1),
        pressing=_short(view.pressing, 1),
        why="",
        additions=(),
        clinic=replace(view.clinic, lines=()) if view.clinic else None,
    )


def _short(additions: tuple[Addition, ...], most: int) -> tuple[Addition, ...]:
    if not most:
        return ()
    return tuple(replace(one, text=text_of(shortened(paragraphs(one.text), most))) for one in additions)


def least_height(look: Look, view: PaneView, width: int, *, call: bool) -> int:
    """The height under which no pane can stand without scrolling."""
    return LeafletPane(look, shortest(view), call=call).heightForWidth(width)


def whole(look: Look, view: PaneView, *, call: bool = True, reader: PaneReader | None = None) -> LeafletPane:
    """The pane uncut, where it may be as high as it is."""
    return LeafletPane(look, view, call=call, aloud=Aloud(reader, spoken(view)) if reader is not None else None)


def fitted(
    look: Look, view: PaneView, width: int, height: int, *, call: bool = True, reader: PaneReader | None = None,
    scrolls: bool = False,
) -> LeafletPane:  # fmt: skip
    """The fullest pane that stands in this height without scrolling, or the shortest there is.

    With a ``reader`` there is a button to have all of ``view`` read aloud, where that costs no more than an addition:
    what is to be read comes first. One that ``scrolls`` does so where even the shortest is too high.
    """
    for cut in cuts(view):
        found = LeafletPane(look, cut, call=call)
        if found.heightForWidth(width) <= height:
            return _read_too(look, view, cut, width, height, call=call, reader=reader) or found
    return LeafletPane(look, shortest(view), call=call, scrolls=True) if scrolls else found


def _read_too(
    look: Look, view: PaneView, best: PaneView, width: int, height: int, *, call: bool, reader: PaneReader | None
) -> LeafletPane | None:
    """The same with the button, with fewer additions where it has to be; None where there is no room for it."""
    if reader is None:
        return None
    aloud = Aloud(reader, spoken(view))
    for cut in cuts(view):
        if replace(cut, additions=()) == replace(best, additions=()):
            found = LeafletPane(look, cut, call=call, aloud=aloud)
            if found.heightForWidth(width) <= height:
                return found
    return None


def spoken(view: PaneView) -> tuple[str, ...]:
    """What is read aloud of a pane, sentence by sentence: all of it, also what there is no room to show."""
    found: list[str] = []
    if view.clinic is not None:
        found.append(_titled(translate("Folder", "Van {name}").format(name=view.clinic.name), view.clinic.title))
        found += _said(view.clinic.lines)
    for one in view.pressing:
        found += _addition_said(one)
    if view.paragraphs:
        found += [f"{view.title}." if view.title[-1:] not in "?!." else view.title, *_said(view.paragraphs)]
    if view.why:
        found += [translate("Leaflet", "Waarom?"), *_said([view.why])]
    for one in view.additions:
        found += _addition_said(one)
    return tuple(text.replace("\u00a0", " ").replace("**", "") for text in found)


def _addition_said(addition: Addition) -> list[str]:
    said = translate("Leaflet", "Aanvulling, niet uit de folder")
    return [_titled(said, addition.title), *_said(paragraphs(addition.text))]


def _titled(whose: str, title: str) -> str:
    return f"{whose}. {title}" if title[-1:] in ("?", "!", ".") else f"{whose}. {title}."


def _said(lines: Iterable[str]) -> list[str]:
    return [part.removeprefix(BULLET) for line in lines for part in of_line(line)]
