"""The copies that the program makes by itself: which are made, which are kept, and a second folder for them.

A copy is named by a number that only grows and by the clock of its time (UTC). The number orders them: a clock that
was wrong for a day must neither push out good copies as "old" nor keep new ones from being made.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import platform
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Self

from osteoapp.store import backups, companions, files, reading
from osteoapp.store.faults import READING, Damaged, WriteFailed

# Of the newest hours, days, weeks and months that have a copy, so many keep their last one.
KEPT = (("%Y-%m-%d-%H", 4), ("%Y-%m-%d", 7), ("%G-%V", 4), ("%Y-%m", 6))
_NAME = re.compile(r"osteoapp-(\d{6,})-(\d{4}-\d{2}-\d{2}-\d{4})Z\.db")
_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True, order=True)
class Copy:
    """One copy that the program made: its number, when (UTC, by the clock of that time), and its file."""

    number: int
    made: datetime
    path: Path

    @classmethod
    def of(cls, path: Path) -> Self | None:
        """The copy in a file; None where the name is not one of this program's making."""
        named = _NAME.fullmatch(path.name)
        if named is None:
            return None
        with contextlib.suppress(ValueError):
            return cls(int(named[1]), datetime.strptime(named[2], "%Y-%m-%d-%H%M").replace(tzinfo=UTC), path)
        return None


def made_by_itself(place: Path) -> list[Copy]:
    """The copies in a folder, oldest first. Raises OSError where it cannot be looked into."""
    return sorted(copy for path in place.glob("osteoapp-*.db") if (copy := Copy.of(path)) is not None)


def surplus(copies: Iterable[Copy]) -> list[Copy]:
    """Those that need not be kept any more."""
    seen: list[set[str]] = [set() for _ in KEPT]
    found = []
    for copy in sorted(copies, reverse=True):
        wanted = False
        for place, (form, most) in enumerate(KEPT):
            period = copy.made.strftime(form)
            if period not in seen[place] and len(seen[place]) < most:
                seen[place].add(period)
                wanted = True
        if not wanted:
            found.append(copy)
    return found


def keep(folder: Path, at: datetime) -> Path | None:
    """The copy of an hour; None where it is there already or nothing has been written since the last one.

    Thins out the older ones. From any thread. Raises WriteFailed; locked where another is at it already.
    """
    with backups.copying(folder), files.lock_of(folder / files.COPYING, 0.0):
        return _keep(folder, at.astimezone(UTC))


def _keep(folder: Path, moment: datetime) -> Path | None:
    place = folder / files.BACKUPS
    files.private_folder(place)
    for left in place.glob("osteoapp-??????-*.db.part*"):
        left.unlink()  # of a copier that died; the lock says that no other is at work
    there = made_by_itself(place)
    if there and (_same_hour(there[-1].made, moment) or _unchanged(folder, there[-1].path)):
        return None
    target = place / name_of(there[-1].number + 1 if there else 1, moment)
    backups.write_copy(folder / files.DATABASE, target, folder, companions.MOST_BY_ITSELF)
    _thin_out(place)
    return target


def name_of(number: int, at: datetime) -> str:
    """The name of a copy made at an instant."""
    moment = at.astimezone(UTC)
    return f"osteoapp-{number:06d}-{moment.date().isoformat()}-{moment:%H%M}Z.db"


def _same_hour(one: datetime, other: datetime) -> bool:
    return (one.date(), one.hour) == (other.date(), other.hour)


def _unchanged(folder: Path, copy: Path) -> bool:
    with contextlib.suppress(*READING):
        same = backups.holds(copy) == backups.holds(folder / files.DATABASE)
        return same and backups.companions_as_in(copy, folder)
    return False


def earlier(folder: Path, name: str) -> Iterator[bytes]:
    """What the copies hold of a companion that is damaged now, the newest first.

    Ends where a copy says that there was none, or one that was too large for it: what older ones hold was replaced or
    taken away since.
    """
    with contextlib.suppress(OSError):
        for copy in reversed(made_by_itself(folder / files.BACKUPS)):
            state, content = _in_copy(copy.path, name)
            if state in ("", companions.LARGE):
                return
            if content is not None:
                yield content


def _in_copy(copy: Path, name: str) -> tuple[str, bytes | None]:
    """What a copy says of a companion, "" where there was none, and its bytes where it has them whole."""
    with (
        contextlib.suppress(Damaged, *READING),
        contextlib.closing(reading.connect(copy, 1.0, readonly=True)) as connection,
    ):
        there = companions.held(connection)
        if there is not None and name not in there:
            return "", None
        if there is not None and there[name].state != companions.DAMAGED:
            large = there[name].state == companions.LARGE
            return there[name].state, None if large else companions.content(connection, name)
    return companions.DAMAGED, None


def _thin_out(place: Path) -> None:
    for copy in surplus(made_by_itself(place)):
        with contextlib.suppress(OSError):  # in use by someone: the next time
            copy.path.unlink()


def second_place(folder: Path, chosen: Path) -> Path:
    """Where in a chosen folder (a stick, a folder that is synchronised) the copies of this data folder go.

    Named after computer and data folder: two people may choose the same stick.
    """
    own = f"{platform.node()}|{folder.resolve()}"
    return chosen / f"osteoapp-{hashlib.sha256(own.encode('utf-8', 'surrogateescape')).hexdigest()[:8]}"


def send(folder: Path, chosen: Path) -> Path | None:
    """Puts the newest copy into a folder of the person's choice too; None where it is there already.

    Reads the finished copy, never the database: however long that folder takes, or should it never answer, nothing
    of the program waits for it but the calling thread. Raises WriteFailed, also second_folder_missing.
    """
    try:
        there = made_by_itself(folder / files.BACKUPS)
        if not there:
            return None
        if not chosen.is_dir():  # never made: under the place of a stick that is not in, it would fill the disk
            raise WriteFailed("second_folder_missing", folder=str(chosen))
        place = second_place(folder, chosen)
        files.private_folder(place)
        newest, others = there[-1], made_by_itself(place)
        if any(_same(newest, other) for other in others):
            return None
        # Numbered anew: here the numbers may have begun again since, with a restored or emptied data folder.
        target = place / name_of(others[-1].number + 1 if others else 1, newest.made)
        _carry(newest.path, target)
        _thin_out(place)
    except OSError as fault:
        raise WriteFailed("second_folder_failed", folder=str(chosen), reason=fault.strerror or "") from fault
    return target


def _same(one: Copy, other: Copy) -> bool:
    return one.made == other.made and one.path.stat().st_size == other.path.stat().st_size


def _carry(source: Path, target: Path) -> None:
    """Copies a file, reads it back and compares, and only then gives it its name. Raises OSError."""
    part = target.with_name(target.name + ".part")
    wanted = hashlib.sha256()
    try:
        descriptor = os.open(part, os.O_CREAT | os.O_TRUNC | os.O_WRONLY | getattr(os, "O_BINARY", 0), 0o600)
        try:
            with source.open("rb") as file:
                while chunk := file.read(_CHUNK):
                    wanted.update(chunk)
                    files.write_all(descriptor, chunk)
            files.flush(descriptor)
        finally:
            os.close(descriptor)
        with part.open("rb") as file:
            if hashlib.file_digest(file, "sha256").digest() != wanted.digest():
                raise OSError(None, "what was written reads differently")
        part.replace(target)
        with contextlib.suppress(OSError):  # some sticks and synchronised folders cannot
            files.flush_folder(target.parent)
    except OSError:
        with contextlib.suppress(OSError):
            part.unlink()
        raise
