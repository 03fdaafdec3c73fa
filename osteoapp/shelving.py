"""What the screens may do with a clinic's own text and with the ticks of the walk: joined to the data folder."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

from osteoapp import words
from osteoapp.clinic_shelf import ClinicShelf
from osteoapp.content.clinic import ClinicLeaflet
from osteoapp.content.words import Lang
from osteoapp.store.faults import StoreFault, WriteFailed
from osteoapp.store.ticks import TicksFile


class Shelving:
    """A clinic's text, taken over and removed by hand. ``changed`` is called after each change."""

    def __init__(self, shelf: ClinicShelf, today: Callable[[], date], changed: Callable[[], object]) -> None:
        self._shelf, self._today, self._changed = shelf, today, changed

    def leaflet(self) -> ClinicLeaflet | None:
        return self._shelf.leaflet()

    def bring(self, place: Path, name: str, lang: Lang) -> tuple[str, ...]:
        """Takes over what lies at ``place``; every reason why not, in sentences, and then nothing has changed."""
        from osteoapp.exchange.clinic_leaflet_faults import ClinicFaults  # only who imports pays for the parser

        try:
            self._shelf.bring(place, name, self._today())
        except ClinicFaults as faults:
            return tuple(fault.sentence(lang) for fault in faults.faults)
        except (StoreFault, WriteFailed) as fault:
            return (words.fault(fault.code, fault.values, lang),)
        self._changed()
        return ()

    def remove(self, lang: Lang) -> tuple[str, ...]:
        """Keeps none any more; every reason why not, in sentences."""
        try:
            self._shelf.remove()
        except (StoreFault, WriteFailed) as fault:
            return (words.fault(fault.code, fault.values, lang),)
        self._changed()
        return ()


class KeptTicks:
    """The ticks of the walk through the house, in their file."""

    def __init__(self, folder: Path) -> None:
        self._file = TicksFile(folder)

    def read(self) -> frozenset[str]:
        return self._file.read()

    def keep(self, ticked: Iterable[str]) -> bool:
        """Keeps them through a restart; False where that could not be written."""
        try:
            self._file.write(ticked)
        except (StoreFault, WriteFailed, OSError):
            return False
        return True
