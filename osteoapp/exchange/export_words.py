"""What the exports say, in Dutch and English: data in ``osteoapp/content/exports.toml``."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import Literal

from osteoapp.words import Lang

Part = Literal["calendar", "table", "report", "sheets"]


@cache
def tables() -> dict[str, dict[str, dict[str, str]]]:
    """All texts by language and export."""
    text = resources.files("osteoapp.content").joinpath("exports.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def say(part: Part, key: str, lang: Lang, **values: object) -> str:
    """A text of an export with its values. KeyError for a key that does not exist.

    Where ``number`` is 1, the text of ``<key>_one`` is taken if there is one: "1 minuut", not "1 minuten".
    """
    texts = tables()[lang][part]
    found = texts.get(f"{key}_one") if values.get("number") == 1 else None
    return (found or texts[key]).format(**values)
