"""Weeks of sleep, kills, set clocks and journeys in real processes, judged from outside; planted faults turn it red."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from soak_judge import Verdict, judge
from soaking import entries, soak

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="forks and SIGKILL")
SEED = 3


def lived(place: Path, days: float, seed: int = SEED, **how: Any) -> Verdict:
    return judge(entries(soak(place, days, seed, **how)), place / "data" / "osteoapp.db")


@pytest.fixture(scope="module")
def life(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("life")
    soak(place, 20, SEED)
    return place


def test_nothing_is_lost_doubled_or_early_in_weeks_of_trouble(life: Path) -> None:
    found = judge(entries(life / "log"), life / "data" / "osteoapp.db")
    assert found.green, (SEED, found)
    assert found.doses > 10
    assert min(found.numbers.get(what, 0) for what in ("killed", "sleep", "clock", "zone", "said", "undone")) > 0


@pytest.mark.parametrize(
    ("plant", "lost", "doubled"), [("lose double", "dose", True), ("forget", "the answer", False)]
)
def test_a_program_that_does_wrong_turns_the_judge_red(
    tmp_path: Path, plant: str, lost: str, doubled: bool
) -> None:
    found = lived(tmp_path, 10, 11, plant=plant)
    assert any(lost in one for one in found.lost)
    assert found.doubled or not doubled


def early(line: dict[str, Any]) -> dict[str, Any]:
    return line | {"wall": (datetime.fromisoformat(line["wall"]) - timedelta(hours=20)).isoformat()}


def second_tablet(line: dict[str, Any]) -> dict[str, Any]:
    return line | {"item": "alendronate-tablet/2027-01-25/dose"}


@pytest.mark.parametrize(("change", "where"), [(early, "early"), (second_tablet, "doubled")])
def test_a_changed_log_turns_the_judge_red(
    life: Path, change: Callable[[dict[str, Any]], dict[str, Any]], where: str
) -> None:
    log = list(entries(life / "log"))
    taken = next(
        place for place, line in enumerate(log)
        if line["what"] == "said" and line["answer"] == "taken" and line["item"].startswith("alendronate-tablet")
    )  # fmt: skip
    said = log[taken]
    shown = next(line for line in log if line["what"] == "shown" and line["item"] == said["item"])
    log.insert(taken + 1, change({**shown, "status": "due", "wall": said["wall"], "zone": said["zone"]}))
    assert getattr(judge(log, life / "data" / "osteoapp.db"), where)
