"""What the clinic demo shows: sample patients and scenes, from ``demo.toml``, with the presenter's notes."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from importlib import resources
from typing import Any, Final

from osteoapp.content.words import Lang

PAGES: Final = ("today", "reminder", "intake", "wrong", "calendar", "progress")


@dataclass(frozen=True, slots=True)
class SamplePatient:
    """One sample patient. ``sample`` names her regimen file; she is shown from ``start`` on, a wall-clock time.

    ``late_days``: she has an injection given only so many days after it was due.
    """

    id: str
    sample: str
    start: datetime
    name: str
    line: str
    late_days: int = 0


@dataclass(frozen=True, slots=True)
class Act:
    """Something that happens in a scene at a wall-clock time: one of an answer, the computer off, no answer given."""

    at: datetime
    item: str = ""
    answer: str = ""
    amount: int | None = None
    off_until: datetime | None = None
    ignored: str = ""


@dataclass(frozen=True, slots=True)
class Scene:
    """A prepared moment: the patient lives from ``start`` to ``end`` (wall-clock times), then ``page`` is opened.

    ``item`` is what the page is about, ``select`` what is chosen on Vandaag; both may be empty. ``lives``: reminders
    are answered as this patient usually does, but for those that the acts answer or ignore. ``passage`` is the page
    of the leaflet that it shows; ``say`` and ``ask`` are the presenter's notes.
    """

    id: str
    patient: str
    start: datetime
    end: datetime
    lives: bool
    page: str
    item: str
    select: str
    passage: str
    title: str
    say: tuple[str, ...]
    ask: tuple[str, ...]
    acts: tuple[Act, ...]


@cache
def patients(lang: Lang) -> tuple[SamplePatient, ...]:
    """The sample patients, in the order in which they are offered."""
    return tuple(
        SamplePatient(
            one["id"], one["sample"], _wall(one["from"]), one[lang]["name"], one[lang]["line"], one.get("late_days", 0)
        )
        for one in _content()["patient"]
    )


@cache
def scenes(lang: Lang) -> tuple[Scene, ...]:
    """The scenes, in the order in which they are told."""
    return tuple(_scene(one, lang) for one in _content()["scene"])


@cache
def tour_captions(lang: Lang) -> Mapping[str, str]:
    """The lines below the pictures of the screens, and the title of their contents page."""
    found: Mapping[str, str] = _content()["tour"][lang]
    return found


def _scene(one: Mapping[str, Any], lang: Lang) -> Scene:
    said = one[lang]
    return Scene(
        id=one["id"],
        patient=one["patient"],
        start=_wall(one["from"]),
        end=_wall(one["to"]),
        lives=one["lives"],
        page=one["page"],
        item=one.get("item", ""),
        select=one.get("select", ""),
        passage=one["passage"],
        title=said["title"],
        say=tuple(said["say"]),
        ask=tuple(said["ask"]),
        acts=tuple(_act(act) for act in one.get("act", ())),
    )


def _act(act: Mapping[str, Any]) -> Act:
    off = act.get("off")
    return Act(
        at=_wall(act["at"]),
        item=act.get("item", ""),
        answer=act.get("answer", ""),
        amount=act.get("amount"),
        off_until=None if off is None else _wall(off),
        ignored=act.get("ignore", ""),
    )


def _wall(text: str) -> datetime:
    return datetime.fromisoformat(text)


@cache
def _content() -> Mapping[str, Any]:
    text = resources.files("osteoapp.content").joinpath("demo.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
