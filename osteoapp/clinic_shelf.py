"""A clinic's own leaflet, from its files to the data folder and back: what command line and screens both use."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

from osteoapp.content import clinic
from osteoapp.content.clinic import ClinicLeaflet, Unusable
from osteoapp.store import clinic as kept
from osteoapp.store.faults import Damaged


class ClinicShelf:
    """The text of one clinic in a data folder. A kept text that cannot be read is set aside, and never stops anything.

    ``damaged`` is called with the name under which it is then kept, "" where it could not be renamed.
    """

    def __init__(self, folder: Path, damaged: Callable[[str], object] = lambda name: None) -> None:
        self._folder = folder
        self._damaged = damaged
        self._mark: kept.Mark | None = None
        self._leaflet: ClinicLeaflet | None = None

    def leaflet(self) -> ClinicLeaflet | None:
        """What is kept; None where nothing is, or nothing that can be read. Costs one look unless it has changed."""
        try:
            mark = kept.mark(self._folder)
        except OSError:
            return self._leaflet
        if mark != self._mark:
            self._mark = mark
            self._leaflet = self._read()
        return self._leaflet

    def bring(self, place: Path, name: str, today: date) -> ClinicLeaflet:
        """Takes over the text at ``place`` under the clinic's name, in the place of the one before.

        Raises ClinicFaults, WriteFailed and StoreFault; then what was kept is unchanged.
        """
        from osteoapp.exchange.clinic_leaflet import read  # only who imports pays for the parser

        found = read(place, name, today)
        text = json.dumps(clinic.to_record(found), ensure_ascii=False, separators=(",", ":"))
        kept.write(self._folder, text.encode("utf-8"))
        return found

    def remove(self) -> bool:
        """Keeps none any more; whether there was one. Raises WriteFailed."""
        return kept.remove(self._folder)

    def _read(self) -> ClinicLeaflet | None:
        try:
            content = kept.read(self._folder)
            return None if content is None else clinic.from_record(json.loads(content))
        except (Damaged, Unusable, ValueError, RecursionError):
            self._damaged(kept.set_aside(self._folder) or "")
        except OSError:
            self._damaged("")
        return None
