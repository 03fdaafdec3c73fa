"""The text of a clinic in the data folder: one file, whole, replaced in one step, and never the end of the program.

The store knows only bytes here: what they say is made and understood elsewhere. The file begins with the SHA-256
digest of the rest, so that a copy that was cut off or changed is known for what it is.
"""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import BinaryIO, Final

from osteoapp.store import files
from osteoapp.store.faults import Damaged, WriteFailed, disk_faults_told

CLINIC: Final = "clinic-leaflet"
MOST_BYTES: Final = 64_000_000
PATIENCE: Final = 2.0
_LINE: Final = 65  # the digest and the end of its line
_CHUNK: Final = 1 << 20

# Which file it is, when it was written and how long it is: another of any of them is another text.
Mark = tuple[int, int, int]


def mark(folder: Path) -> Mark | None:
    """What tells one kept text from the next, at the cost of one look; None where none is kept. Raises OSError."""
    try:
        status = (folder / CLINIC).stat()
    except FileNotFoundError:
        return None
    return status.st_ino, status.st_mtime_ns, status.st_size


def read(folder: Path) -> bytes | None:
    """What is kept; None where nothing is. Raises Damaged where it is not what was once written, and OSError."""
    try:
        with (folder / CLINIC).open("rb") as file:
            whole = file.read(MOST_BYTES + 1)
    except FileNotFoundError:
        return None
    digest, _, content = whole.partition(b"\n")
    if digest != _digest(content):
        raise Damaged(CLINIC)
    return content


def is_whole(file: BinaryIO) -> bool:
    """Whether an open file is what was once written; reads all of it, but never all at once. Raises OSError."""
    line, total = file.readline(_LINE), hashlib.sha256()
    while chunk := file.read(_CHUNK):
        total.update(chunk)
    return line == total.hexdigest().encode("ascii") + b"\n"


def write(folder: Path, content: bytes) -> None:
    """Keeps this text in the place of the one before, which stays where this raises WriteFailed or StoreFault."""
    files.prepare(folder)
    with disk_faults_told(), files.folder_lock(folder, PATIENCE):
        files.write_whole(folder / CLINIC, _digest(content) + b"\n" + content)


def remove(folder: Path) -> bool:
    """Keeps none any more; whether there was one. Raises WriteFailed."""
    with disk_faults_told():
        if mark(folder) is None:
            return False
        with files.folder_lock(folder, PATIENCE):
            (folder / CLINIC).unlink(missing_ok=True)
            files.flush_folder(folder)
    return True


def set_aside(folder: Path) -> str | None:
    """Gives a damaged text another name and tells it; None where there is none, or where it cannot be renamed."""
    try:
        with files.folder_lock(folder, PATIENCE):
            name = files.set_aside(folder / CLINIC, "damaged")
    except (OSError, WriteFailed):
        return None
    return None if name is None else name.name


def _digest(content: bytes) -> bytes:
    return hashlib.sha256(content).hexdigest().encode("ascii")
