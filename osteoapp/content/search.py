"""Finding words in the leaflet: capitals and accents make no difference, and small typing faults are forgiven.

Every word asked for is first looked for as it is: whole, at the beginning of a word, or from four letters on inside
one. Only a word that stands nowhere is taken for the words that differ from it least.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from osteoapp.content import leaflet
from osteoapp.content.clinic import ClinicLeaflet
from osteoapp.content.leaflet import Passage, fold
from osteoapp.content.prose import sentences
from osteoapp.content.words import Lang

# Two letters are the least that is looked for inside a text, three at the beginning of a word, four anywhere in it.
_BEGINNING, _INSIDE = 3, 4
# How many letters may be wrong, missing or too many in a word of at least so many letters.
_FORGIVEN: Final = ((12, 3), (7, 2), (5, 1))
# Words that say little when there are others beside them.
_SMALL: Final[dict[Lang, str]] = {
    "nl": "aan als bij dat de die dit doe een en er het hoe ik in is kan mag mijn moet na naar of om ook op te tot u "
    "uit van voor waar wanneer wat wel wie worden zijn",
    "en": "a an and are as at be can do does for from how i in is it may must my of on or should that the this to was "
    "what when where which who will with you your",
}
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that was found, the sentence of it that shows why, and where the words stand in both.

    ``in_title`` and ``in_sentence`` are places in characters, from and to, in reading order.
    """

    passage: Passage
    sentence: str
    in_title: tuple[Span, ...]
    in_sentence: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """What a search gave.

    ``whole``: every word asked for is in every hit; else the hits hold as many of them as any passage does.
    ``forgiven``: words that stand nowhere, each with the words of the texts that it was taken for.
    ``wanted`` are the words of the texts that count as hits, folded: give them to ``places``.
    """

    hits: tuple[Hit, ...] = ()
    whole: bool = True
    forgiven: tuple[tuple[str, tuple[str, ...]], ...] = ()
    wanted: frozenset[str] = frozenset()


def search(asked: str, lang: Lang, clinic: ClinicLeaflet | None = None) -> Found:
    """The passages that hold the words asked for: those with one in the title first, else in reading order.

    The sections of a clinic's own text are looked through too, and come first of their kind. Nothing for a question
    without words.
    """
    texts = _Texts.of(lang, clinic)
    asked_for = _asked(asked, lang)
    if not asked_for:
        return Found()
    likely = {word: _meant(word, texts) for word in asked_for}
    forgiven = tuple(
        (word, tuple(sorted(texts.spelling[one] for one in meant)))
        for word, meant in likely.items()
        if meant and not any(_holds(one, word) for one in meant)
    )
    counts = {one.id: sum(not _words(one).isdisjoint(meant) for meant in likely.values()) for one in texts.passages}
    most = max(counts.values())
    if most * 2 < len(asked_for) or not most:
        return Found(forgiven=forgiven)
    wanted = frozenset().union(*likely.values())
    hits = [_hit(one, wanted) for one in texts.passages if counts[one.id] == most]
    hits.sort(key=lambda hit: -len(hit.in_title[:1]))
    return Found(tuple(hits), most == len(asked_for), forgiven, wanted)


def places(text: str, wanted: frozenset[str]) -> tuple[Span, ...]:
    """Where words of ``wanted`` (folded) stand in a text, in characters from and to."""
    return tuple((start, end) for start, end, word in _split(text) if word in wanted)


def _hit(one: Passage, wanted: frozenset[str]) -> Hit:
    """The sentence with the most words, the first of several."""
    said = sentences(one.text) or (one.title,)
    best = max(said, key=lambda text: len({word for _, _, word in _split(text)} & wanted))
    return Hit(one, best, places(one.title, wanted), places(best, wanted))


def _asked(asked: str, lang: Lang) -> tuple[str, ...]:
    """The words of a question, each once; the small ones only where there are no others."""
    small = set(_SMALL[lang].split())
    every = dict.fromkeys(word for _, _, word in _split(asked))
    return tuple(word for word in every if word not in small) or tuple(every)


def _meant(word: str, texts: _Texts) -> frozenset[str]:
    """The words of the texts that a word asked for stands for."""
    exact = frozenset(one for one in texts.spelling if _holds(one, word))
    return exact or _like(word, texts)


def _holds(one: str, word: str) -> bool:
    """Whether a word of the texts holds the word asked for."""
    if len(word) >= _INSIDE:
        return word in one
    return one.startswith(word) if len(word) >= _BEGINNING else one == word


@lru_cache(maxsize=256)
def _like(word: str, texts: _Texts) -> frozenset[str]:
    """The words of the texts that differ least, also where the word asked for is not typed to its end."""
    limit = next((faults for letters, faults in _FORGIVEN if len(word) >= letters), 0)
    if not limit:
        return frozenset()
    # Late for the start-up's sake: only a typing fault needs it.
    from rapidfuzz.distance import OSA

    far: dict[str, int] = {}
    for one in texts.spelling:
        beginnings = {one, one[: len(word)], one[: len(word) + 1]}
        far[one] = min(OSA.distance(word, part, score_cutoff=limit) for part in beginnings)
    least = min(far.values())
    return frozenset(one for one, faults in far.items() if faults == least <= limit)


def _split(text: str) -> Iterator[tuple[int, int, str]]:
    """Every word of a text: from, to, and folded. The places are those of the text as it was given."""
    for match in re.finditer(r"[^\W_]+", text):
        yield match.start(), match.end(), fold(match.group())


@lru_cache(maxsize=2048)
def _words(one: Passage) -> frozenset[str]:
    return frozenset(word for _, _, word in _split(f"{one.title}\n{one.text}"))


class _Texts:
    """What is looked through in one language: a clinic's sections, then our passages. ``spelling`` are all words,
    folded, each with how it is written there; small letters where both are."""

    def __init__(self, found: tuple[Passage, ...]) -> None:
        self.passages = found
        self.spelling: dict[str, str] = {}
        for one in found:
            text = f"{one.title}\n{one.text}"
            for start, end, word in _split(text):
                if word not in self.spelling or text[start:end].islower():
                    self.spelling[word] = text[start:end]

    @staticmethod
    def of(lang: Lang, clinic: ClinicLeaflet | None) -> _Texts:
        """The texts of a language; read once for each clinic."""
        return _ours(lang) if clinic is None else _with_clinic(lang, clinic)


@cache
def _ours(lang: Lang) -> _Texts:
    return _Texts(leaflet.passages(lang))


@lru_cache(maxsize=2)
def _with_clinic(lang: Lang, clinic: ClinicLeaflet) -> _Texts:
    return _Texts((*clinic.passages(), *leaflet.passages(lang)))
