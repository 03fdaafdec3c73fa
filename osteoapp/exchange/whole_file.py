"""Writing a file whole or not at all: whatever goes wrong leaves nothing behind, and an older file as it was."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Iterable
from pathlib import Path


def write(target: Path, portions: Iterable[bytes]) -> None:
    """The file appears under its name when all of it is on the disk. OSError, or what ``portions`` raises."""
    target = target.resolve()
    if target.exists() and not target.is_file():  # a device or a pipe: there is nothing to put in its place
        with target.open("wb") as file:
            file.writelines(portions)
        return
    handle, name = tempfile.mkstemp(prefix=f".{target.name[:40]}.", suffix=".part", dir=target.parent)
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.writelines(portions)
            file.flush()
            os.fsync(file.fileno())
        part.replace(target)
    finally:
        with contextlib.suppress(OSError):
            part.unlink()
