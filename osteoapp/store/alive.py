"""The heartbeat: one small file that says when the program was last seen running.

It is overwritten in place, well within one sector, and left to the system to bring to the disk: a beat every
half minute must neither wear the disk nor hold anything up, and losing the last ones to a power cut only makes
an absence look a little longer.
"""

from __future__ import annotations

import contextlib
import os
import zlib
from datetime import UTC, datetime
from pathlib import Path

_BINARY = getattr(os, "O_BINARY", 0)


def write(path: Path, now: datetime) -> None:
    """Notes an instant. A fault is let go: a missed beat is no reason to disturb anyone."""
    text = now.astimezone(UTC).isoformat(timespec="microseconds").encode("ascii")
    with contextlib.suppress(OSError):
        descriptor = os.open(path, os.O_CREAT | os.O_WRONLY | _BINARY, 0o600)
        try:
            os.write(descriptor, b"%s %08x\n" % (text, zlib.crc32(text)))
        finally:
            os.close(descriptor)


def read(path: Path) -> datetime | None:
    """The instant (UTC) noted last; None where there is none or it cannot be trusted."""
    try:
        text, _, total = path.read_bytes().strip().partition(b" ")
        if b"%08x" % zlib.crc32(text) != total:
            return None
        return datetime.fromisoformat(text.decode("ascii"))
    except (OSError, ValueError):
        return None
