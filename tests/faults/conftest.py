"""Processes to kill, and the table of what they came to."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from killing import Workers
from trials import HEAD, ROWS


@pytest.fixture(scope="session")
def workers() -> Iterator[Workers]:
    found = Workers()
    yield found
    found.close()


@pytest.fixture(scope="session")
def left(workers: Workers, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What a killed worker leaves: a database, a WAL that is not yet in it, a journal, copies."""
    place = tmp_path_factory.mktemp("left")
    for seed in (7, 8, 9):
        workers.run(place / "data", place / "log", seed, kill_after=0.3)
    return place


def pytest_terminal_summary(terminalreporter: Any) -> None:
    for line in (*HEAD, *ROWS) if ROWS else ():
        terminalreporter.write_line(line)
