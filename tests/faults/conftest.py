"""Processes to kill."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from killing import Workers


@pytest.fixture(scope="session")
def workers() -> Iterator[Workers]:
    found = Workers()
    yield found
    found.close()
