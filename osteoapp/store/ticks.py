"""What was ticked off on the walk through the house, kept through a restart: one small file with the names of lines.

It is no event: only the yearly check is, and that is recorded as every answer is. The file is replaced in one step,
so that after a power cut it is the old one or the new one.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO, Final

from osteoapp.store import files
from osteoapp.store.faults import disk_faults_told

NAME: Final = "ticks"
MOST_BYTES: Final = 100_000
_ONE: Final = re.compile(r"[a-z]+:[0-9]{1,3}")


def is_whole(file: BinaryIO) -> bool:
    """Whether an open file holds what was once written. Raises OSError."""
    return _lines(file.read(MOST_BYTES + 1)) is not None


def _lines(content: bytes) -> list[str] | None:
    text, _, total = content.strip().rpartition(b" ")
    if b"%08x" % zlib.crc32(text) != total:
        return None
    try:
        return text.decode("ascii").split()
    except ValueError:
        return None


class TicksFile:
    """The file in a data folder."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / NAME

    def read(self) -> frozenset[str]:
        """What is ticked; nothing where the file is not there or cannot be trusted."""
        try:
            found = _lines(self._path.read_bytes())
        except OSError:
            return frozenset()
        return frozenset(one for one in found or () if _ONE.fullmatch(one))

    def write(self, ticked: Iterable[str]) -> None:
        """Keeps these and no others; when it returns they are on the disk. Raises WriteFailed."""
        text = " ".join(sorted(ticked)).encode("ascii")
        with disk_faults_told():
            files.write_whole(self._path, b"%s %08x\n" % (text, zlib.crc32(text)))
