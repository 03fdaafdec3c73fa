"""What went wrong inside the program, as a record that may be sent to anyone: it names no person and no medicine.

The message of an exception may hold whatever the program was at work on, and the path of a file the name of its
owner's account. A record therefore holds only where in the program it was, and of what type the fault is.
"""

from __future__ import annotations

import errno
import os
import sys
import traceback
from collections.abc import Iterator
from pathlib import Path, PurePath

FILE = "fault.log"
# When it has grown to this many bytes the older half goes.
LARGEST = 256 * 1024
_PACKAGE = PurePath(__file__).parent


def keep(fault: BaseException, folder: Path) -> Path | None:
    """Adds a record to the file in the data folder, readable by its owner only; None where that cannot be done."""
    report = folder / FILE
    try:
        text = "\n".join(record(fault)).encode("ascii", "backslashreplace") + b"\n\n"
        descriptor = os.open(report, os.O_CREAT | os.O_RDWR | os.O_APPEND | getattr(os, "O_BINARY", 0), 0o600)
        try:
            if sys.platform != "win32":
                os.fchmod(descriptor, 0o600)
            if (size := os.fstat(descriptor).st_size) > LARGEST:
                os.lseek(descriptor, size // 2, os.SEEK_SET)
                rest = os.read(descriptor, LARGEST * 2)
                os.ftruncate(descriptor, 0)
                text = rest[rest.find(b"\n\n") + 2 :] + text
            os.write(descriptor, text)
        finally:
            os.close(descriptor)
    except OSError:
        return None
    return report


def record(fault: BaseException) -> Iterator[str]:
    """The lines of a record: each exception of the chain, outermost first, with where it came from."""
    seen: set[int] = set()
    current: BaseException | None = fault
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        yield _type(current)
        for frame in traceback.extract_tb(current.__traceback__):
            yield f"  {place(frame.filename)}:{frame.lineno} {frame.name}"
        current = current.__cause__ or (None if current.__suppress_context__ else current.__context__)


def _type(fault: BaseException) -> str:
    kind = f"{type(fault).__module__}.{type(fault).__qualname__}"
    if isinstance(fault, OSError) and fault.errno is not None:
        return f"{kind} {errno.errorcode.get(fault.errno, fault.errno)}"
    name = getattr(fault, "sqlite_errorname", None)
    return f"{kind} {name}" if isinstance(name, str) else kind


def place(file: str) -> str:
    """The path of a module from its package on: what lies before it may hold the name of a person."""
    path = PurePath(file)
    if path.is_relative_to(_PACKAGE):
        return PurePath(_PACKAGE.name, path.relative_to(_PACKAGE)).as_posix()
    for start in ("site-packages", "dist-packages"):
        if start in path.parts:
            last = len(path.parts) - 1 - path.parts[::-1].index(start)
            return "/".join(path.parts[last:])
    if path.parts[:1] == (_PACKAGE.name,):
        return path.as_posix()  # the program in one file names its modules so
    return path.name or "?"
