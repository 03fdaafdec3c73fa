"""The stopwatch that runs, kept through a restart: one small file with what is timed and since when.

It is no event: as long as it runs, nothing has happened that the history could hold. Its file is replaced in one
step, so that after a power cut it is the old one or the new one.
"""

from __future__ import annotations

import zlib
from datetime import UTC, datetime
from pathlib import Path

from osteoapp.core.item import ItemId
from osteoapp.core.timing import Started
from osteoapp.store import files
from osteoapp.store.faults import disk_faults_told

NAME = "stopwatch"


class StopwatchFile:
    """The file in a data folder."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / NAME

    def read(self) -> Started | None:
        """What runs; None where nothing does, or where the file cannot be trusted."""
        try:
            text, _, total = self._path.read_bytes().strip().rpartition(b" ")
            if b"%08x" % zlib.crc32(text) != total:
                return None
            at, _, item = text.decode("ascii").partition(" ")
            moment = datetime.fromisoformat(at)
            ItemId.parse(item)
        except (OSError, ValueError):
            return None
        return Started(item, moment) if moment.tzinfo is not None else None

    def write(self, started: Started) -> None:
        """Notes what runs; when it returns it is on the disk. Raises WriteFailed."""
        text = f"{started.at.astimezone(UTC).isoformat(timespec='microseconds')} {started.item}".encode("ascii")
        with disk_faults_told():
            files.write_whole(self._path, b"%s %08x\n" % (text, zlib.crc32(text)))

    def clear(self) -> None:
        """Nothing runs any more; harmless when called again. Raises WriteFailed."""
        with disk_faults_told():
            self._path.unlink(missing_ok=True)
            files.flush_folder(self._path.parent)
