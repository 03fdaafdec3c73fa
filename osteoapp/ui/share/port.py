"""What the page "Papier en bestanden" needs: sheets and files, made while the window stays alive."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Protocol

from PySide6.QtCore import QObject, Qt, Signal

from osteoapp.content.words import Lang

# How fine the pages are drawn, in dots to the inch: to look at, and to print.
SCREEN_DOTS: Final = 110
PRINT_DOTS: Final = 300


@dataclass(frozen=True, slots=True)
class Made:
    """What came of it: pictures of the pages, or the file that was written. ``fault`` says why there is nothing:

    ``full``, ``forbidden``, ``missing`` (the folder), ``failed``, or ``cancelled``.
    """

    pages: tuple[bytes, ...] = ()
    path: Path | None = None
    fault: str = ""


class Job(QObject):
    """Something that is being made in another thread. The signals come in the thread of the screens.

    ``progressed``: how far it is, in per cent, where that is known. ``ended`` with a Made, once.
    """

    progressed = Signal(int)
    ended = Signal(object)
    _told = Signal(int, object)

    def __init__(self) -> None:
        super().__init__()
        self.cancelled = False
        self._told.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def cancel(self) -> None:
        """Stops at the next portion; what was begun leaves nothing behind."""
        self.cancelled = True

    def tell(self, percent: int, made: Made | None = None) -> None:
        """From the thread that works: how far it is, or what came of it. Nobody may be there to hear it any more."""
        with contextlib.suppress(RuntimeError):
            self._told.emit(percent, made)

    def _tell(self, percent: int, made: object) -> None:
        if made is None:
            self.progressed.emit(percent)
        else:
            self.ended.emit(made)


class Share(Protocol):
    """Sheets and files of what is planned and what happened. A kind is an id of ``model.kinds``."""

    def pages(self, kind: str, lang: Lang, dots: int) -> Job:
        """Draws the pages of a sheet."""

    def save(self, kind: str, lang: Lang, target: Path) -> Job:
        """Writes a file, whole or not at all; one that is there is replaced."""
