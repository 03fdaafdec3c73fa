"""The pages that bring together passages of several chapters: ``themes.toml``, read when it is first asked for."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Final, Literal

from osteoapp.content.words import Lang

Form = Literal["plain", "walk", "card"]
FORMS: Final[tuple[Form, ...]] = ("plain", "walk", "card")


@dataclass(frozen=True, slots=True)
class ThemePage:
    """A page of passages in reading order. ``line`` says in a few words what is on it.

    ``walk``: the list in its first passage can be ticked. ``card``: it can be printed and given to somebody.
    ``chapter`` is the chapter to read on in, or empty.
    """

    id: str
    form: Form
    title: str
    line: str
    passages: tuple[str, ...]
    chapter: str = ""


@cache
def themes(lang: Lang) -> tuple[ThemePage, ...]:
    """All pages in the order in which they are offered."""
    text = resources.files("osteoapp.content").joinpath("themes.toml").read_text(encoding="utf-8")
    return tuple(
        ThemePage(
            one["id"], one["form"], one[lang]["title"], one[lang]["line"], tuple(one["passages"]),
            one.get("chapter", ""),
        )
        for one in tomllib.loads(text)["theme"]
    )  # fmt: skip


def theme(theme_id: str, lang: Lang) -> ThemePage:
    """The page of that id. KeyError where there is none."""
    for one in themes(lang):
        if one.id == theme_id:
            return one
    raise KeyError(theme_id)
