"""The hard words of the texts and what they mean: ``glossary.toml``, read when it is first asked for."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources

from osteoapp.content.leaflet import fold
from osteoapp.content.words import Lang


@dataclass(frozen=True, slots=True)
class Term:
    """A hard word. ``forms`` are how it stands in the texts; ``passage`` is where the leaflet says more, or empty."""

    id: str
    word: str
    forms: tuple[str, ...]
    text: str
    passage: str = ""


@dataclass(frozen=True, slots=True)
class Use:
    """A hard word in a text: where it begins and ends, in characters."""

    start: int
    end: int
    term: Term


@cache
def terms(lang: Lang) -> tuple[Term, ...]:
    """All hard words, by the alphabet of their language."""
    text = resources.files("osteoapp.content").joinpath("glossary.toml").read_text(encoding="utf-8")
    found = [
        Term(one["id"], one[lang]["word"], tuple(one[lang]["forms"]), one[lang]["text"], one.get("passage", ""))
        for one in tomllib.loads(text)["word"]
    ]
    return tuple(sorted(found, key=lambda term: fold(term.word)))


def term(term_id: str, lang: Lang) -> Term:
    """The hard word of that id. KeyError where there is none."""
    for one in terms(lang):
        if one.id == term_id:
            return one
    raise KeyError(term_id)


def uses(text: str, lang: Lang, known: frozenset[str] = frozenset()) -> tuple[Use, ...]:
    """Where hard words stand in a text, each at its first place only, in reading order.

    ``known`` are ids of words that need no mark any more, as they were marked before.
    """
    found: dict[str, Use] = {}
    for match in _pattern(lang).finditer(text):
        one = _by_form(lang)[_plain(match.group())]
        if one.id not in known and one.id not in found:
            found[one.id] = Use(match.start(), match.end(), one)
    return tuple(found.values())


def named(word: str, lang: Lang) -> Term | None:
    """The hard word that is written like this; capitals and accents make no difference."""
    wanted = fold(word.strip())
    for one in terms(lang):
        if wanted in {fold(one.word), *map(fold, one.forms)}:
            return one
    return None


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", text).casefold()


@cache
def _by_form(lang: Lang) -> dict[str, Term]:
    return {form.casefold(): one for one in terms(lang) for form in one.forms}


@cache
def _pattern(lang: Lang) -> re.Pattern[str]:
    """Whole words only, the longest first; a space may be a non-breaking one."""
    forms = sorted(_by_form(lang), key=len, reverse=True)
    either = "|".join(r"\s".join(re.escape(part) for part in form.split(" ")) for form in forms)
    return re.compile(rf"(?<![\w-])(?:{either})(?![\w-])", re.IGNORECASE)
