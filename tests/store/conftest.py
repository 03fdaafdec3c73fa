"""Fixtures of the tests of the store."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from store_builders import Children, opened

from osteoapp.store.store import Store


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A data folder that does not exist yet."""
    return tmp_path / "data"


@pytest.fixture
def open_store(folder: Path) -> Iterator[Callable[[], Store]]:
    """Opens the data folder, as often as it is called, and closes all at the end."""
    with ExitStack() as stack:
        yield lambda: stack.enter_context(opened(folder))


@pytest.fixture
def store(open_store: Callable[[], Store]) -> Store:
    return open_store()


@pytest.fixture(scope="session")
def children() -> Iterator[Children]:
    """Processes that may die, lose rights or run out of disk."""
    found = Children()
    yield found
    found.close()
