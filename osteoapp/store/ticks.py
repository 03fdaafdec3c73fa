"""What was ticked off on the walk through the house, kept through a restart: one small file with the names of lines.

It is no event: only the yearly check is, and that is recorded as every answer is. The file is replaced in one step,
so that after a power cut it is the old one or the new one.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from osteoapp.store import files
from osteoapp.store.faults import disk_faults_told

NAME: Final = "ticks"
_ONE: Final = re.compile(r"[a-z]+:[0-9]{1,3}")


class TicksFile:
    """The file in a data folder."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / NAME

    def read(self) -> frozenset[str]:
        """What is ticked; nothing where the file is not there or cannot be trusted."""
        try:
            text, _, total = self._path.read_bytes().strip().rpartition(b" ")
            if b"%08x" % zlib.crc32(text) != total:
                return frozenset()
            found = text.decode("ascii").split()
        except (OSError, ValueError):
            return frozenset()
        return frozenset(one for one in found if _ONE.fullmatch(one))

    def write(self, ticked: Iterable[str]) -> None:
        """Keeps these and no others; when it returns they are on the disk. Raises WriteFailed."""
        text = " ".join(sorted(ticked)).encode("ascii")
        with disk_faults_told():
            files.write_whole(self._path, b"%s %08x\n" % (text, zlib.crc32(text)))
