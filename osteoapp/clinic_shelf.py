"""A clinic's own leaflet, from its files to the data folder and back: what command line and screens both use."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

from osteoapp.content import clinic
from osteoapp.content.clinic import ClinicLeaflet, Unusable
from osteoapp.store import clinic as kept
from osteoapp.store.faults import Damaged, StoreFault, WriteFailed

# What a kept text may turn out to be: not what was once written, or nothing that this version understands.
_SENSELESS = (Damaged, Unusable, ValueError, RecursionError)

Damage = Callable[[str, Mapping[str, str]], object]


class ClinicShelf:
    """The text of one clinic in a data folder. A kept text that cannot be read is set aside, and never stops anything.

    One that a copy of the data still has takes its place. ``damaged`` is called with a code and its values:
    clinic_leaflet_returned, clinic_leaflet_damaged (``kept``: its name now) or clinic_leaflet_unreadable.
    """

    def __init__(self, folder: Path, damaged: Damage = lambda code, values: None) -> None:
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
        name = None
        try:
            content = kept.read(self._folder)
            return None if content is None else _leaflet(content)
        except _SENSELESS:
            name = kept.set_aside(self._folder)
        except OSError:
            pass
        if name is None:  # it is in its place still, and nothing may go over it
            self._damaged("clinic_leaflet_unreadable", {})
            return None
        found = self._earlier()
        self._damaged("clinic_leaflet_damaged" if found is None else "clinic_leaflet_returned", {"kept": name})
        return found

    def _earlier(self) -> ClinicLeaflet | None:
        """The text of the newest copy that has it whole, in its place again; None where that cannot be."""
        from osteoapp.store import rotation  # seldom needed

        for whole in rotation.earlier(self._folder, kept.CLINIC):
            content = whole.partition(b"\n")[2]  # without the digest, which is made anew
            with contextlib.suppress(*_SENSELESS, StoreFault, WriteFailed, OSError):
                found = _leaflet(content)
                kept.write(self._folder, content)
                self._mark = kept.mark(self._folder)
                return found
        return None


def _leaflet(content: bytes) -> ClinicLeaflet:
    return clinic.from_record(json.loads(content))
