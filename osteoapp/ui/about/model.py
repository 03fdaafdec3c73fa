"""What the pages about the program say, without widgets."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

from osteoapp import words
from osteoapp.content.words import Lang
from osteoapp.i18n import translate
from osteoapp.shipped import Installed, resources

NAME: Final = "osteoapp"
_FILE: Final = "licences.json"


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with its sentences; ``place`` is a folder, said apart so that it can be copied."""

    name: str
    title: str
    lines: tuple[str, ...]
    place: str = ""


@dataclass(frozen=True, slots=True)
class AboutView:
    """The page "Over dit programma"."""

    title: str
    program: str
    version: str
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """Something in the program that others made, with the whole texts of its licence."""

    name: str
    version: str
    licence: str
    texts: tuple[str, ...]

    @property
    def title(self) -> str:
        """Its name, and its version where it has one."""
        return f"{self.name} {self.version}".strip()


@lru_cache(maxsize=1)
def parts(file: Path | None = None) -> tuple[Part, ...]:
    """All that others made, as packaging/licences.py lists it; a copy of the program without the list has none."""
    try:
        kept = json.loads((file or resources() / _FILE).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return ()
    texts = kept["texts"]
    return tuple(
        Part(one["name"], one["version"], one["licence"], tuple(texts[number] for number in one["texts"]))
        for one in kept["parts"]
    )


def about_view(version: str, installed: Installed, folder: str, lang: Lang) -> AboutView:
    """What the page says. ``folder`` is where the data are."""
    return AboutView(
        title=translate("About", "Over dit programma"),
        program=translate("Window", "Osteoporose: herinneringen en uitleg"),
        version=translate("About", "Versie {version}").format(version=version),
        sections=(
            Section("purpose", translate("About", "Waarvoor het is"), (
                words.sentence("purpose", lang), words.sentence("disclaimer", lang),
            )),
            Section("data", translate("About", "Uw gegevens"), (
                translate("About", "Alles blijft op deze computer, in de map hieronder."),
                translate("About", "Het programma stuurt niets over het internet."),
            ), folder),
            Section("update", translate("About", "Een nieuwe versie"), (
                *_update(installed),
                translate("About", "Uw gegevens en instellingen blijven dan zoals ze zijn."),
                translate("About", "Het programma zoekt niet zelf naar een nieuwe versie."),
            )),
            Section("licences", translate("About", "Licenties"), (
                translate("About", "Dit programma is vrij te gebruiken, onder de licentie Apache 2.0."),
                translate("About", "Er zit ook werk van anderen in."),
            )),
        ),
    )  # fmt: skip


def _update(installed: Installed) -> tuple[str, ...]:
    """How to come to a newer version, by the way in which this one came."""
    if installed == "bundle":
        over = translate("About", "Installeer de nieuwe versie over deze heen.")
        return (over, translate("About", "Sluit het programma daarvoor eerst af."))
    if installed == "package":
        return (translate("About", "Dit programma is met Python geïnstalleerd, en wordt daarmee ook vernieuwd."),)
    return (translate("About", "Haal de nieuwe bestanden op en start het programma opnieuw."),)


def paragraphs(text: str) -> tuple[str, ...]:
    """A licence's text in paragraphs whose lines run on; a list or an indented line keeps its own lines."""
    found: list[str] = []
    for block in text.split("\n\n"):
        lines = [line for line in block.splitlines() if line.strip()]
        runs_on = len(lines) > 1 and all(len(line) > _FULL for line in lines[:-1])
        found.append((" " if runs_on else "\n").join(line.strip() for line in lines))
    return tuple(one for one in found if one)


# A line at least as long as this was broken because it was full.
_FULL: Final = 40
