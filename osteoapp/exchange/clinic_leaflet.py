"""Reads the text of a clinic from a file or a folder, all or nothing.

Only ordinary ``.md`` and ``.txt`` files are read, and only those inside the folder: a link inside it that leads
elsewhere is a fault, whatever it leads to. Every fault comes with its file and line; nothing is changed by reading.
"""

from __future__ import annotations

import os
import stat
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from osteoapp.content import clinic
from osteoapp.content.clinic import ClinicLeaflet, Section
from osteoapp.exchange import clinic_leaflet_bytes, clinic_leaflet_markdown, clinic_leaflet_plain
from osteoapp.exchange.clinic_leaflet_faults import ClinicFaults, Collector, Fault
from osteoapp.exchange.clinic_leaflet_sections import MOST_SECTIONS, Sections

MEGABYTE: Final = 1_000_000
MOST_BYTES: Final = 2 * MEGABYTE
MOST_BYTES_ALL: Final = 8 * MEGABYTE
MOST_FILES: Final = 200
DEEPEST_FOLDER: Final = 5

_MARKDOWN: Final = (".md", ".markdown")
_PLAIN: Final = (".txt", ".text")
# What systems put into folders by themselves; files whose name begins with a dot are passed over too.
_OF_THE_SYSTEM: Final = frozenset({"thumbs.db", "desktop.ini"})
# Where the system has them: never follow a link, never wait for a pipe to be filled.
_FLAGS: Final = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


@dataclass(frozen=True, slots=True)
class _File:
    """A file to read: where it is, and its name inside the folder, with slashes."""

    path: Path
    name: str


def read(place: Path, name: str, today: date) -> ClinicLeaflet:
    """The clinic's text at ``place``, a file or a folder, under the clinic's ``name``; taken over ``today``.

    Raises ClinicFaults with every fault.
    """
    whole = Collector()
    said = " ".join(unicodedata.normalize("NFC", name).split())
    if not 0 < len(said) <= clinic.LONGEST_NAME or clinic.forbidden(said):
        whole.add(Fault("", 0, "name", {"most": str(clinic.LONGEST_NAME)}))
    files = list(_files(place, whole))
    if len(files) > MOST_FILES:
        whole.add(Fault("", 0, "too_many_files", {"most": str(MOST_FILES)}))
    elif not files and not whole.faults:
        whole.add(Fault("", 0, "folder_empty"))
    sections: list[Section] = []
    total = 0
    for file in files[:MOST_FILES]:
        data = _bytes(file, whole)
        total += len(data or b"")
        if total > MOST_BYTES_ALL:
            whole.add(Fault("", 0, "too_large_all", {"most": str(MOST_BYTES_ALL // MEGABYTE)}))
            break
        if data is not None and not whole.full:
            sections += _sections(file.name, data, whole)
    if len(sections) > MOST_SECTIONS:
        whole.add(Fault("", 0, "many_sections", {"most": str(MOST_SECTIONS)}))
    whole.check()
    return ClinicLeaflet(said, today, tuple(sections))


def _files(place: Path, whole: Collector) -> Iterator[_File]:
    """The files to read, in the order of their names. What the person named may be a link; nothing inside it may."""
    try:
        place = place.resolve(strict=True)
        mode = place.stat().st_mode
        if stat.S_ISDIR(mode):
            yield from _inside(place, "", place, whole)
        elif stat.S_ISREG(mode):
            if place.suffix.lower() not in (*_MARKDOWN, *_PLAIN):
                whole.add(Fault(place.name, 0, "kind"))
            else:
                yield _File(place, place.name)
        else:
            whole.add(Fault(place.name, 0, "not_ordinary"))
    except (OSError, RuntimeError, ValueError) as fault:
        whole.add(_unreadable(place.name, fault))


def _inside(folder: Path, name: str, root: Path, whole: Collector) -> Iterator[_File]:
    if name.count("/") + bool(name) > DEEPEST_FOLDER:
        whole.add(Fault(name, 0, "too_deep", {"most": str(DEEPEST_FOLDER)}))
        return
    try:
        with os.scandir(folder) as found:
            entries = sorted(found, key=lambda entry: entry.name)
    except OSError as fault:
        whole.add(_unreadable(name, fault))
        return
    for entry in entries:
        if entry.name.startswith(".") or entry.name.lower() in _OF_THE_SYSTEM or whole.full:
            continue
        inner = f"{name}/{entry.name}" if name else entry.name
        # Not every system calls its links by that name: what leads out of the folder is none of ours either way.
        if entry.is_symlink() or not (folder / entry.name).resolve().is_relative_to(root):
            whole.add(Fault(inner, 0, "link_out"))
        elif entry.is_dir(follow_symlinks=False):
            yield from _inside(folder / entry.name, inner, root, whole)
        elif not entry.is_file(follow_symlinks=False):
            whole.add(Fault(inner, 0, "not_ordinary"))
        elif Path(entry.name).suffix.lower() not in (*_MARKDOWN, *_PLAIN):
            whole.add(Fault(inner, 0, "kind"))
        else:
            yield _File(folder / entry.name, inner)


def _bytes(file: _File, whole: Collector) -> bytes | None:
    """What a file holds, at most so much; None, with a fault noted, where it cannot be used."""
    try:
        descriptor = os.open(file.path, _FLAGS)
        with os.fdopen(descriptor, "rb") as opened:
            status = os.fstat(descriptor)
            if not stat.S_ISREG(status.st_mode):
                whole.add(Fault(file.name, 0, "not_ordinary"))
                return None
            data = opened.read(MOST_BYTES + 1) if status.st_size <= MOST_BYTES else None
    except OSError as fault:
        whole.add(_unreadable(file.name, fault))
        return None
    if data is None or len(data) > MOST_BYTES:
        whole.add(Fault(file.name, 0, "too_large", {"most": str(MOST_BYTES // MEGABYTE)}))
        return None
    return data


def _sections(name: str, data: bytes, whole: Collector) -> tuple[Section, ...]:
    faults = whole.of(name)
    source = clinic_leaflet_bytes.read(data, faults)
    found: tuple[Section, ...] = ()
    if source is not None:
        made = Sections(source.head, name, faults)
        if Path(name).suffix.lower() in _MARKDOWN:
            clinic_leaflet_markdown.read(source, made, faults)
        else:
            clinic_leaflet_plain.read(source, made)
        found = made.close()
    faults.close()
    return found


def _unreadable(name: str, fault: Exception) -> Fault:
    codes: dict[type[Exception], str] = {FileNotFoundError: "missing", PermissionError: "forbidden"}
    reason = getattr(fault, "strerror", None) or type(fault).__name__
    return Fault(name, 0, codes.get(type(fault), "unreadable"), {"reason": str(reason)})


__all__ = ["ClinicFaults", "Fault", "read"]
