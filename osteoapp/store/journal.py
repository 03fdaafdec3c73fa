"""The journal: every answer, regimen and settings once more, in a plain file that only grows.

Each line is JSON: ``{"sum":"9ae0c5ff","entry":{…}}``, the sum being the CRC-32 of the entry as it stands there.
One line holds all that was written together, so that a line torn by a power cut loses a whole act and no part of
one. A line is on the disk *before* the database commits:

- acknowledged means on the disk in both;
- a crash between the two leaves a line that the database lacks. It is what the person said, and is written into
  the database at the next start. The other order would leave an answer that only the database holds;
- where the commit fails the line is cut off again, so that what was refused cannot come back, save where that
  fails too, or the program dies just then.

All writing is done under ``files.folder_lock``.
"""

from __future__ import annotations

import json
import os
import zlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from osteoapp.store import files
from osteoapp.store.faults import StoreFault
from osteoapp.store.reading import HEAD
from osteoapp.store.records import text_of

FORMAT = 1

_OPENING = b'{"sum":"'
_MIDDLE = b'","entry":'
_START = len(_OPENING) + 8 + len(_MIDDLE)
_EVENTS_OPENING, _EVENTS_END = b'{"events":[', b"]}"


@dataclass(slots=True)
class Content:
    """What a journal holds: its good entries as they stand there, and what cannot be read.

    ``torn`` is a broken end, as a power cut leaves it; ``bad`` counts broken lines before good ones.
    """

    entries: list[bytes] = field(default_factory=list)
    torn: bytes = b""
    bad: int = 0
    length: int = 0


def parse(entry: bytes) -> dict[str, Any]:
    """A good entry as JSON values. Raises StoreFault database_newer for what only a newer version writes."""
    found: dict[str, Any] = json.loads(entry)
    if not found.keys() <= {"format", "events", "regimen", "settings"} or found.get("format", FORMAT) != FORMAT:
        raise StoreFault("database_newer", found=str(found.get("format", "")), known=HEAD, reason="journal")
    return found


def only_event(entry: bytes) -> bytes:
    """The text of the event in an entry that may hold just one; any other is told by its not being known."""
    if entry.startswith(_EVENTS_OPENING) and entry.endswith(_EVENTS_END):
        return entry[len(_EVENTS_OPENING) : -len(_EVENTS_END)]
    return b""


def line_of(record: dict[str, Any]) -> bytes:
    """An entry as its line."""
    entry = text_of(record).encode("ascii")
    return _line(entry)


def _line(entry: bytes) -> bytes:
    return b"%s%08x%s%s}\n" % (_OPENING, zlib.crc32(entry), _MIDDLE, entry)


def _entry(line: bytes) -> bytes | None:
    """The entry of a line without its end, None where the line is not as it was written."""
    entry = line[_START:-1]
    return entry if _line(entry)[:-1] == line else None


class Journal:
    """The journal in a data folder. The file is opened for each act, so that it may be replaced in between."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / files.JOURNAL
        self._known_end = -1
        self._seen = (0, 0)

    def read(self) -> Content:
        """Everything in it, each line checked against its sum; empty where there is no journal. Raises OSError."""
        content = Content()
        try:
            whole = self._path.read_bytes()
        except FileNotFoundError:
            return content
        lines = whole.split(b"\n")
        waiting = 0  # broken lines of which it is not yet known whether a good one follows
        for line in lines[:-1]:
            entry = _entry(line)
            if entry is None:
                waiting += 1
                continue
            content.bad += waiting
            waiting = 0
            content.entries.append(entry)
        torn = lines[len(lines) - 1 - waiting :]
        content.torn = b"\n".join(torn)
        content.length = len(whole) - len(content.torn)
        return content

    def mend(self, content: Content) -> Path | None:
        """Puts a journal right that ``read`` found broken; keeps what it held. Raises OSError.

        A torn end is cut off and kept in a file of its own; broken lines lead to a new journal of the good ones.
        The name under which the old one is kept, where there were any.
        """
        if not content.bad:
            if content.torn:
                self._cut(content.length, content.torn)
            return None
        kept = files.aside_name(self._path, "damaged")
        files.write_whole(kept, self._path.read_bytes())
        files.write_whole(self._path, b"".join(map(_line, content.entries)))
        content.bad, content.torn = 0, b""
        return kept

    def append(self, records: Iterable[dict[str, Any]]) -> int:
        """Writes entries and waits until they are on the disk; where they begin. Raises OSError: nothing written."""
        lines = b"".join(map(line_of, records))
        descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_APPEND | _BINARY, 0o600)
        try:
            end = os.fstat(descriptor).st_size
            new = end == 0
            if not new and end != self._known_end:
                end = self._whole_end(descriptor, end)
            try:
                files.write_all(descriptor, (line_of({"format": FORMAT}) if new else b"") + lines)
                files.flush(descriptor)
                if new:
                    files.flush_folder(self._path.parent)
            except OSError:
                os.ftruncate(descriptor, end)
                raise
            self._known_end = os.fstat(descriptor).st_size
        finally:
            os.close(descriptor)
        return end

    def mark(self) -> None:
        """Notes how far the journal is known; the lock must be held. Raises OSError."""
        self._seen = self._extent()

    def unseen(self) -> list[bytes] | None:
        """The entries that others wrote since ``mark``; None where the journal is not the one it was.

        Raises OSError.
        """
        (file, end), (seen_file, seen) = self._extent(), self._seen
        if file != seen_file or end < seen:
            return None
        if end == seen:
            return []
        with self._path.open("rb") as journal:
            journal.seek(seen)
            lines = journal.read().split(b"\n")[:-1]  # a torn end is put aside by the next who writes
        entries = [_entry(line) for line in lines]
        return None if None in entries else [entry for entry in entries if entry is not None]

    def _extent(self) -> tuple[int, int]:
        try:
            status = self._path.stat()
        except FileNotFoundError:
            return 0, 0
        return status.st_ino, status.st_size

    def withdraw(self, end: int) -> None:
        """Takes back what ``append`` wrote from there on. Raises OSError."""
        descriptor = os.open(self._path, os.O_RDWR | _BINARY)
        try:
            os.ftruncate(descriptor, end)
            files.flush(descriptor)
        finally:
            os.close(descriptor)

    def _whole_end(self, descriptor: int, size: int) -> int:
        """The end of the last whole line; what another process left behind it when it died is put aside."""
        os.lseek(descriptor, size - 1, os.SEEK_SET)
        if os.read(descriptor, 1) == b"\n":
            return size
        whole = self._path.read_bytes()
        end = whole.rfind(b"\n") + 1
        self._cut(end, whole[end:])
        return end

    def _cut(self, end: int, torn: bytes) -> None:
        files.write_whole(files.aside_name(self._path, "torn"), torn)
        self.withdraw(end)


_BINARY = getattr(os, "O_BINARY", 0)
