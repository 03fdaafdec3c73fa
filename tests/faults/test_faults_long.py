"""The same faults, many of each: `python3 start.py faults`, some minutes; its table goes into docs/safety.md."""

from __future__ import annotations

import os
import time
from pathlib import Path

import power
import pytest
import soak_judge
import soaking
import test_life
import trials
from killing import Workers
from trials import told

pytestmark = pytest.mark.long
SEED = int(os.environ.get("FAULT_SEED") or time.time_ns())


def test_500_kills(workers: Workers, tmp_path: Path) -> None:
    tally = told(trials.kills(workers, tmp_path, 500, SEED))
    assert tally.clean, (SEED, tally)


def test_60_pairs_of_kills(workers: Workers, tmp_path: Path) -> None:
    other = Workers()
    tally = told(trials.both_killed(workers, other, tmp_path, 60, SEED))
    other.close()
    assert tally.clean, (SEED, tally)


def test_100_migrations(workers: Workers, left: Path, tmp_path: Path) -> None:
    tally = told(trials.migrations(workers, left, tmp_path, 100, SEED))
    assert tally.clean, (SEED, tally)


def test_300_damages(workers: Workers, left: Path, tmp_path: Path) -> None:
    tally = told(trials.damages(workers, left, tmp_path, 300, SEED))
    assert tally.clean, (SEED, tally)


def test_100_clocks(workers: Workers, tmp_path: Path) -> None:
    tally = told(trials.clocks(workers, tmp_path, 100, SEED))
    assert tally.clean, (SEED, tally)


def test_100_full_disks(tmp_path: Path) -> None:
    tally = told(trials.full_disks(tmp_path, 100, SEED))
    assert tally.clean, (SEED, tally)


@pytest.mark.parametrize(("days", "windows"), [(365, False), (20, True)])
def test_a_year_of_sleep_kills_set_clocks_and_journeys(tmp_path: Path, days: int, windows: bool) -> None:
    log = soaking.soak(tmp_path, days, SEED, windows=windows)
    found = soak_judge.judge(soaking.entries(log), tmp_path / "data" / "osteoapp.db")
    trials.ROWS.append(f"| {days} days {'with' if windows else 'without'} windows: {found.doses} doses | "
                       + " | ".join(f"{number} {what}" for what, number in sorted(found.numbers.items())) + " |")
    assert found.green, (SEED, found)


def test_300_lives_step_by_step() -> None:
    found = test_life.lived(300, SEED)
    told = ", ".join(f"{number} {what}" for what, number in sorted(found.items()) if what not in ("lives", "steps"))
    trials.ROWS.append(f"| step by step: {found['lives']} lives, {found['steps']} steps | {told} |")


@pytest.mark.skipif(not power.available(), reason="no strace")
def test_300_power_cuts(workers: Workers, tmp_path: Path) -> None:
    tally = told(trials.power_cuts(workers, tmp_path, 300, SEED, events=200))
    assert tally.clean, (SEED, tally)
