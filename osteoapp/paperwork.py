"""Every sheet and file for others, from what is planned and what happened: for the command line and for the screens.

All of it is computed from the values that come in; nothing here reads the store, so that it can run in any thread.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final

from osteoapp import __version__, texts, words
from osteoapp.content.words import Lang
from osteoapp.core.events import AnyEvent
from osteoapp.core.history import History
from osteoapp.core.recurrence import DAY, add_months
from osteoapp.core.regimen import Regimen
from osteoapp.exchange import csv_file, json_file
from osteoapp.shipped import resources
from osteoapp.store import records
from osteoapp.store.settings import Settings, for_others

# The sheets that typst draws, by the name of the kind; and how each kind's file name ends.
SHEETS: Final = ("pdf", "fridge", "year", "list")
ENDINGS: Final = {
    "ics": "ics", "csv": "csv", "json": "json", "pdf": "pdf", "fridge": "pdf", "year": "pdf", "list": "pdf",
}  # fmt: skip
KINDS: Final = tuple(ENDINGS)


@dataclass(frozen=True, slots=True)
class Source:
    """What the files are made of. ``now`` is aware with a ZoneInfo, as for the agenda; ``period`` is the report's."""

    regimen: Regimen
    history: History
    settings: Settings
    now: datetime
    lang: Lang
    period: tuple[date, date] | None = None


def portions(kind: str, source: Source) -> Iterator[bytes]:
    """The file in portions, so that the caller can stop between two. KeyError for a kind that does not exist."""
    if kind in SHEETS:
        return _pdf(kind, source)
    return {"ics": _ics, "csv": _csv, "json": _json}[kind](source)


def pictures(kind: str, source: Source, dots: int) -> list[bytes]:
    """The pages of a sheet as PNG pictures, with so many dots to the inch."""
    from osteoapp.exchange import pages  # only pages pay for typst

    return pages.pictures(_template(kind), _said(kind)(source), fonts(), source.now, dots)


def a_year(today: date) -> tuple[date, date]:
    """The year up to today: the period of the report where none is asked for."""
    return add_months(today, -12) + DAY, today


def fonts() -> Path:
    """The folder of the program's letters."""
    return resources() / "fonts"


def _ics(source: Source) -> Iterator[bytes]:
    from osteoapp.exchange import ics_file  # a fifth of a second, and only this kind needs it

    yield ics_file.write(source.regimen, source.history, source.now, source.lang)


def _csv(source: Source) -> Iterator[bytes]:
    def text(event: AnyEvent) -> str:
        if not event.item:
            return words.noted(event, source.lang)
        return texts.noted(event, source.regimen, source.lang)

    for portion in csv_file.write(source.history, text):
        yield portion.encode("utf-8", "replace")


def _json(source: Source) -> Iterator[bytes]:
    regimen = source.regimen
    settings = for_others(source.settings)
    content = json_file.Content(regimen.draft, regimen.versions, tuple(source.history.all()), settings)
    for portion in json_file.write(content, records, source.now, __version__):
        yield portion.encode()


def _pdf(kind: str, source: Source) -> Iterator[bytes]:
    from osteoapp.exchange import pages  # only pages pay for typst

    yield pages.pdf(_template(kind), _said(kind)(source), fonts(), source.now)


def _template(kind: str) -> Any:
    return "report" if kind == "pdf" else kind


def _said(kind: str) -> Callable[[Source], dict[str, Any]]:
    from osteoapp.exchange import report, sheets

    def overview(source: Source) -> dict[str, Any]:
        first, last = source.period or a_year(source.now.date())
        return report.report(source.regimen, source.history, source.now, first, last, source.lang)

    makers = {"fridge": sheets.fridge, "year": sheets.year, "list": sheets.medicines}
    if kind == "pdf":
        return overview
    return lambda source: makers[kind](source.regimen, source.history, source.now, source.lang)
