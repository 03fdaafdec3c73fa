"""Where the program begins: reads the command line and hands over to a command or to the window."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from osteoapp import discreet
from osteoapp.arguments import Usage, language_of, parse, parse_moment, parse_zone
from osteoapp.desktop.folders import user_data_folder
from osteoapp.reminding.clock import Clock, SimulatedNow, SystemClock, VirtualClock

if TYPE_CHECKING:
    import argparse

FAULT, WRONG = 1, 2


def main(words: Sequence[str] | None = None) -> int:
    """Runs the program and returns its exit code: 0 done, 1 a fault of program or machine, 2 wrong input."""
    if words is None:
        discreet.install()  # to the end of the process, which may have something to say while it goes
        return _main(sys.argv[1:])
    with discreet.installed():
        return _main(list(words))


def _main(given: list[str]) -> int:
    folder: Path | None = None
    try:
        if given[:1] == ["--speaking"]:
            # Not for people: the program in one file starts itself so, to read aloud in a process of its own.
            from osteoapp.reminding.speaking import main as speak

            return speak(*given[1:2])
        arguments = parse(given)
        clock = _clock(arguments)
        folder = Path(arguments.data).expanduser() if arguments.data else user_data_folder()
        return _run(arguments, folder, clock)
    except Usage as fault:
        from osteoapp import texts  # only a mistake pays for the words that tell it

        print(texts.usage(fault, "en" if language_of(given) == "en" else "nl"), file=sys.stderr)
        return WRONG
    except KeyboardInterrupt:
        return FAULT
    except Exception as fault:  # the last stand: a person gets a sentence, where it was goes to a file
        discreet.say(_unexpected(fault, folder, language_of(given)))
        return FAULT


def _run(arguments: argparse.Namespace, folder: Path, clock: Clock) -> int:
    # Each face of the program pays only for what it uses: the command line for no widget, the window for no parser.
    if arguments.command == "show-sample":
        from osteoapp.sample import show_sample

        return show_sample(arguments)
    if arguments.command == "demo" and arguments.tour:
        from osteoapp.demo.tour import tour

        return tour(arguments)
    if arguments.command == "demo":
        from osteoapp.demo.desk import open_demo

        return open_demo(arguments)
    if arguments.command:
        from osteoapp.commands import Session, run

        return run(Session(arguments, folder, clock))
    from osteoapp.opening import open_window

    return open_window(arguments, folder, clock)


def _clock(arguments: argparse.Namespace) -> Clock:
    zone = parse_zone(arguments.zone, "--zone") if arguments.zone else None
    clock = SystemClock(zone)
    if not arguments.now:
        return clock
    start: datetime | None = parse_moment(arguments.now, clock.zone(), "--now")
    assert start is not None
    # A command is one moment; the window lives on from there.
    return VirtualClock(start, clock.zone()) if arguments.command else SimulatedNow(start, clock)


def _unexpected(fault: Exception, folder: Path | None, lang: str) -> str:
    from osteoapp import fault_report  # only what should not happen pays for it

    report = fault_report.keep(fault, folder) if folder is not None else None
    kind = type(fault).__name__
    try:
        from osteoapp import texts

        told = texts.unexpected(kind, report, "en" if lang == "en" else "nl")
    except Exception:  # even the texts may be what is broken
        told = f"Something went wrong in the program ({kind})."
    return told
