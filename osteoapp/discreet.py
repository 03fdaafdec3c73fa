"""What is no sentence of ours goes to the terminal without its values: where it was and of what kind, no more.

The terminal of a program that was started from a menu is often a file or the system's log, which others read and which
goes along when somebody asks for help. What Python, the libraries and Qt write there may hold a name, a medicine or a
path: the message of an exception, the parameters of a statement, what a warning was about.
"""

from __future__ import annotations

import logging
import re
import sys
import threading
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

# The name of a class of Qt and of what it was doing, with which most of Qt's remarks begin.
_HEAD = re.compile(r"Q[A-Z]\w*(?:::\w+)*")


def install() -> None:
    """From here on faults that nobody catches, warnings and records of a log name only their place and their kind."""
    sys.excepthook = lambda _kind, fault, _trace: _tell(fault)
    threading.excepthook = lambda found: None if found.exc_type is SystemExit else _tell(found.exc_value)
    sys.unraisablehook = lambda found: _tell(found.exc_value)
    warnings.showwarning = _warning
    logging.setLogRecordFactory(_record)
    logging.raiseExceptions = False  # a record that cannot be written would be printed with its arguments


@contextmanager
def installed() -> Iterator[None]:
    """The same, and at the end as it was before."""
    hooks = sys.excepthook, threading.excepthook, sys.unraisablehook, warnings.showwarning
    logs = logging.getLogRecordFactory(), logging.raiseExceptions
    install()
    try:
        yield
    finally:
        sys.excepthook, threading.excepthook, sys.unraisablehook, warnings.showwarning = hooks
        logging.setLogRecordFactory(logs[0])
        logging.raiseExceptions = logs[1]


def qt_remark(category: str, kind: str, text: str) -> str:
    """A message of Qt without what it is about: its category, its kind, and the name it begins with."""
    head = _HEAD.match(text)
    return " ".join(part for part in (category, kind, head[0] if head else "") if part)


def say(line: str) -> None:
    """A line for the terminal, where there is one."""
    if sys.stderr is not None:  # a program of Windows that has windows has none
        with suppress(OSError, ValueError):  # nobody reads it any more
            print(line, file=sys.stderr)


def _lines(fault: BaseException) -> list[str]:
    from osteoapp import fault_report  # only what should not happen pays for it

    return list(fault_report.record(fault))


def _tell(fault: BaseException | None) -> None:
    if fault is not None:
        say("\n".join(_lines(fault)))


def _warning(
    message: Warning | str, category: type[Warning], filename: str, lineno: int, file: Any = None, line: Any = None
) -> None:
    from osteoapp.fault_report import place

    say(f"{category.__name__} {place(filename)}:{lineno}")


def _record(
    name: str, level: int, path: str, line: int, message: object, values: object, fault: Any = None,
    function: str | None = None, stack: str | None = None, **more: Any,
) -> logging.LogRecord:  # fmt: skip
    """A record of whatever logger: from where it is, and of what type its exception. ``fault`` keeps the exception."""
    from osteoapp.fault_report import place

    found = fault[1] if isinstance(fault, tuple) else None
    text = "\n".join([f"{place(path)}:{line}", *(_lines(found) if found is not None else ())])
    made = logging.LogRecord(name, level, place(path), line, text, None, None, function, None)
    made.__dict__.update(fault=found)
    return made
