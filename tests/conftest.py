"""What all tests share: how hard Hypothesis tries, and the joined program for those that ask for it.

``default`` is small and gives the same examples every time. ``HYPOTHESIS_PROFILE=long`` looks much further and at
other examples each time.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, Phase, settings

if TYPE_CHECKING:  # only who asks for the program waits for its windows to be imported
    from osteoapp.desk import Desk
    from tests.joineddesk import Heard

_UNHURRIED = [HealthCheck.too_slow, HealthCheck.data_too_large]

settings.register_profile(
    "default", max_examples=25, derandomize=True, deadline=None, database=None, suppress_health_check=_UNHURRIED,
    # A story that breaks a law is shown as it was drawn: making it smaller takes minutes, and the long profile does it.
    phases=(Phase.explicit, Phase.generate),
)
# Said in full: what is not said here, a later profile takes over from the first.
settings.register_profile(
    "long", max_examples=1000, derandomize=False, deadline=None, database=None, print_blob=True,
    suppress_health_check=_UNHURRIED, phases=(Phase.explicit, Phase.generate, Phase.shrink),
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))


@pytest.fixture
def joined_desk(tmp_path: Path, qapp: object, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Desk, Heard]]:
    from tests.joineddesk import joined

    with joined(tmp_path, monkeypatch) as made:
        yield made


@pytest.fixture
def desk(joined_desk: tuple[Desk, Heard]) -> Desk:
    """The running program, a minute before the weekly tablet."""
    return joined_desk[0]


@pytest.fixture
def heard(joined_desk: tuple[Desk, Heard]) -> Heard:
    """What that program called out."""
    return joined_desk[1]
