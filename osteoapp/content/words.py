"""The words of the program as tables: ``words/nl.toml`` and ``words/nl-treatments.toml``, the same for ``en``."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources
from typing import Any, Final, Literal

Lang = Literal["nl", "en"]
LANGS: Final[tuple[Lang, ...]] = ("nl", "en")


@cache
def tables(lang: Lang) -> Mapping[str, Any]:
    """All tables of a language. Every key is there in both languages."""
    folder = resources.files("osteoapp.content").joinpath("words")
    files = (folder.joinpath(f"{lang}.toml"), folder.joinpath(f"{lang}-treatments.toml"))
    return {key: value for file in files for key, value in tomllib.loads(file.read_text(encoding="utf-8")).items()}


def find(lang: Lang, *path: str) -> str | None:
    """The text at a path of keys; None where there is none, or only a table."""
    found: Any = tables(lang)
    for key in path:
        if not isinstance(found, dict) or key not in found:
            return None
        found = found[key]
    return found if isinstance(found, str) else None


def first(lang: Lang, *paths: tuple[str, ...]) -> str | None:
    """The text at the first of several paths that has one."""
    for path in paths:
        text = find(lang, *path)
        if text is not None:
            return text
    return None


def texts(lang: Lang) -> Iterator[tuple[tuple[str, ...], str]]:
    """Every text with its path."""
    yield from _walk((), tables(lang))


def _walk(path: tuple[str, ...], entry: Any) -> Iterator[tuple[tuple[str, ...], str]]:
    if isinstance(entry, str):
        yield path, entry
    elif isinstance(entry, Mapping):
        for key, value in entry.items():
            yield from _walk((*path, key), value)
    elif isinstance(entry, list):
        for number, value in enumerate(entry):
            yield from _walk((*path, str(number)), value)
