"""Ten years of history: each export (aim: under 2 s) and counting all of it back (aim: under 0.3 s).

Run: python -m bench.export
"""

from __future__ import annotations

import statistics
import sys
import tempfile
from collections.abc import Callable
from contextlib import redirect_stdout
from datetime import date, datetime
from io import StringIO
from pathlib import Path
from time import perf_counter

from bench.agenda import NOW, events
from bench.year import regimen_of
from osteoapp.arguments import EXPORTS
from osteoapp.content.catalogue import catalogue
from osteoapp.core.counts import counts
from osteoapp.core.history import History
from osteoapp.main import main as osteoapp
from osteoapp.store.store import Store

FIRST = date(2026, 11, 2)
BEGAN = datetime(2026, 11, 2, 7)


def took(act: Callable[[], object], rounds: int = 3) -> float:
    """The median of a few rounds, in seconds."""
    found = []
    for _ in range(rounds):
        began = perf_counter()
        act()
        found.append(perf_counter() - began)
    return statistics.median(found)


def main() -> None:
    regimen, history = regimen_of("tablet", BEGAN), History(events(3650))
    last = NOW.date()
    year = date(last.year - 1, last.month, last.day)
    print(f"{len(history)} events in ten years")
    print(f"counts of ten years: {took(lambda: counts(regimen, history, NOW, FIRST, last)):.3f} s")
    print(f"counts of the last year: {took(lambda: counts(regimen, history, NOW, year, last)):.3f} s")
    with tempfile.TemporaryDirectory(prefix="osteoapp-bench-") as folder:
        data, target = Path(folder) / "data", Path(folder) / "out"
        with Store.open(data, catalogue()) as store:
            store.regimen()
            store.save_regimen(regimen, NOW)
            store.append(list(history.all()))
            opening = took(lambda: Store.open(data, catalogue()).close(), rounds=1)
        print(f"opening the data: {opening:.2f} s, part of each of these:")
        for kind in EXPORTS:
            words = ["--data", str(data), "--now", NOW.isoformat(), "export", "--format", kind, "--force", str(target)]

            def write(words: list[str] = words) -> None:
                with redirect_stdout(StringIO()):
                    if osteoapp(words):
                        sys.exit(f"{words} failed")

            print(f"{kind}: {took(write):.2f} s, {target.stat().st_size // 1000} kB")


if __name__ == "__main__":
    main()
