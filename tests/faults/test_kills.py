"""Killed at any moment: nothing acknowledged is lost, nothing comes double. The short version."""

from __future__ import annotations

import os
import random
import signal
from pathlib import Path

from judge import judge
from killing import Workers

ROUNDS = 25
SEED = 20261123


def kill_often(workers: Workers, place: Path, rounds: int, seed: int) -> None:
    """Kills a worker so many times, each at a random moment of starting, repairing or writing."""
    chance = random.Random(seed)
    for number in range(rounds):
        moment = chance.choice((chance.uniform(0, 0.03), chance.uniform(0, 0.25)))
        status = workers.run(place / "data", place / "log", seed + number, kill_after=moment)
        assert os.WTERMSIG(status) == signal.SIGKILL
    assert workers.run(place / "data", place / "log", 0, plant="open only") == 0


def test_twenty_five_kills_lose_nothing_and_double_nothing(workers: Workers, tmp_path: Path) -> None:
    kill_often(workers, tmp_path, ROUNDS, SEED)
    verdict = judge(tmp_path / "data", tmp_path / "log")
    assert verdict.clean, verdict
    assert verdict.notes_lost == []
    assert verdict.acknowledged > 50
