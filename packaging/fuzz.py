#!/usr/bin/env python3
"""Feeds a reader of a person's files with whatever reaches new lines of its code, until it falls. Outside the suite.

    python -m pip install atheris
    python packaging/fuzz.py regimen FOLDER -max_total_time=60 -timeout=2 -rss_limit_mb=400
    python packaging/fuzz.py backup FOLDER -max_total_time=60 -timeout=2 -rss_limit_mb=400

The other readers (tests/faults/readers.py) are ``leaflet``, ``json``, ``settings``, ``small`` and ``companion``.
FOLDER keeps what was found, for the next run. It starts from the samples and the committed old databases. A file on
which a reader falls, takes over two seconds or too much memory is written beside it; make it a test.
"""

from __future__ import annotations

import contextlib
import sys
import tempfile
from datetime import date
from functools import partial
from pathlib import Path

import atheris

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "faults")]

with atheris.instrument_imports(include=["osteoapp", "tomlkit", "markdown_it"]):
    import readers

    from osteoapp.content.catalogue import catalogue
    from osteoapp.exchange import regimen_file
    from osteoapp.store import restoring
    from osteoapp.store.faults import CopyRefused

PLACE = Path(tempfile.mkdtemp(prefix="fuzz-"))
TODAY = date(2026, 11, 23)


def regimen(data: bytes) -> None:
    """Reads a regimen file: a draft, or faults that have sentences."""
    try:
        regimen_file.read(data, catalogue(), TODAY)
    except regimen_file.RegimenFaults as faults:
        for fault in faults.faults:
            fault.sentence("nl")


def backup(data: bytes) -> None:
    """Reads a backup: what it holds, or why not."""
    source = PLACE / "copy.db"
    source.write_bytes(data)
    with contextlib.suppress(CopyRefused):
        restoring.preview(source)


def contents(folder: str, pattern: str) -> list[bytes]:
    """What the committed files of a folder hold."""
    return [path.read_bytes() for path in sorted((ROOT / folder).glob(pattern))]


TARGETS = {
    "regimen": (regimen, contents("resources/samples", "*.toml")),
    "backup": (backup, contents("tests/data/databases", "*.db")),
    **{
        name: (partial(reader, place=PLACE), seeds)
        for (name, reader), seeds in zip(readers.READERS.items(), readers.seeds().values(), strict=True)
    },
}


def main() -> None:
    """Runs one target for ever, or as long as libFuzzer's options say."""
    target, seeds = TARGETS[sys.argv[1]]
    folder = Path(sys.argv[2])
    folder.mkdir(exist_ok=True)
    for number, seed in enumerate(seeds):
        (folder / f"seed-{number}").write_bytes(seed)
    atheris.Setup([sys.argv[0], *sys.argv[3:], str(folder)], target)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
