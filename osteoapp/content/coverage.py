"""How much of the patient leaflet the passages say: its facts by section, counted from the headers of the passages."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib import resources

from osteoapp.content import leaflet
from osteoapp.content.leaflet import Passage
from osteoapp.content.words import Lang


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the leaflet: its title in each language and the numbers of its facts in order."""

    nl: str
    en: str
    facts: tuple[str, ...]

    def title(self, lang: Lang) -> str:
        """Its title in a language."""
        return self.en if lang == "en" else self.nl


@dataclass(frozen=True, slots=True)
class Coverage:
    """What the passages of one language say.

    ``sections`` holds each part with its facts that are said; ``lacking`` the numbers that no passage says and
    ``unknown`` those that passages name but the leaflet does not have, both in order. ``passages`` counts the
    passages, ``additions`` those of them that are not from the leaflet.
    """

    lang: Lang
    sections: tuple[tuple[Section, int], ...]
    lacking: tuple[str, ...]
    unknown: tuple[str, ...]
    passages: int
    additions: int

    @property
    def total(self) -> int:
        """How many facts the leaflet has."""
        return sum(len(section.facts) for section, _ in self.sections)

    @property
    def said(self) -> int:
        """How many of them are said."""
        return self.total - len(self.lacking)

    @property
    def complete(self) -> bool:
        """Whether every fact is said and no other one is named."""
        return not self.lacking and not self.unknown


@cache
def sections() -> tuple[Section, ...]:
    """The parts of the leaflet; together they have its facts F1 to F163, each once and in order."""
    file = resources.files("osteoapp.content").joinpath("leaflet", "sections.toml")
    found: list[Section] = []
    first = 1
    for entry in tomllib.loads(file.read_text(encoding="utf-8"))["section"]:
        count = entry["facts"]
        found.append(Section(entry["nl"], entry["en"], tuple(f"F{n}" for n in range(first, first + count))))
        first += count
    return tuple(found)


def coverage(lang: Lang) -> Coverage:
    """What the program's own passages say in a language. LeafletFaults where one of them cannot be read."""
    return coverage_of(lang, leaflet.passages(lang))


def coverage_of(lang: Lang, passages: Iterable[Passage]) -> Coverage:
    """What these passages say: a passage without text says nothing."""
    given = tuple(passages)
    said = {fact for one in given if one.text.strip() for fact in one.facts}
    known = [fact for section in sections() for fact in section.facts]
    return Coverage(
        lang,
        tuple((section, len(said & set(section.facts))) for section in sections()),
        tuple(fact for fact in known if fact not in said),
        tuple(sorted(said - set(known), key=lambda fact: (len(fact), fact))),
        len(given),
        sum(one.addition for one in given),
    )
