"""Which chapter of the leaflet, and which moment, a clinic's heading speaks of. The words are data."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from osteoapp.content.leaflet import fold

_WORD = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class _Entry:
    """Words that must all stand in a heading, each with whether it is only the beginning of one."""

    words: tuple[tuple[str, bool], ...]
    first: bool


def topic_of(heading: str) -> str | None:
    """The chapter that a heading names; None where it names none."""
    return _named("topic", heading)


def moment_of(heading: str) -> str | None:
    """The moment that a heading names; None where it names none."""
    return _named("moment", heading)


def _named(table: str, heading: str) -> str | None:
    said = _WORD.findall(fold(heading))
    last = _data()["last"]
    best: tuple[bool, int, int] | None = None
    named = None
    for name, entries in _table(table).items():
        for entry in entries:
            place = _place(entry, said)
            if place is None:
                continue
            rank = (name in last, place, -len(entry.words))
            if best is None or rank < best:
                best, named = rank, name
    return named


def _place(entry: _Entry, said: list[str]) -> int | None:
    """Where the first of an entry's words stands; None where one of them is not there."""
    places = []
    for word, beginning in entry.words:
        found = [place for place, other in enumerate(said) if (other.startswith(word) if beginning else other == word)]
        if not found:
            return None
        places.append(found[0])
    return None if entry.first and places[0] else min(places)


@cache
def _data() -> dict[str, Any]:
    text = resources.files("osteoapp.content").joinpath("clinic_topics.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def _table(name: str) -> dict[str, tuple[_Entry, ...]]:
    return {key: tuple(_entry(one) for one in entries) for key, entries in _data()[name].items()}


def _entry(text: str) -> _Entry:
    words = tuple((word.removesuffix("*"), word.endswith("*")) for word in text.removeprefix("^").split())
    return _Entry(words, text.startswith("^"))
