"""Faults on real processes: nothing acknowledged is lost, nothing comes double. Some of each; the many are `long`."""

from __future__ import annotations

from pathlib import Path

import trials
from killing import Workers

SEED = 20261123


def test_kills_lose_nothing_and_double_nothing(workers: Workers, tmp_path: Path) -> None:
    tally = trials.kills(workers, tmp_path, 25, SEED)
    assert tally.clean, tally
    assert tally.notes == 0
    assert tally.acknowledged > 50


def test_two_processes_at_once_take_no_answer_twice(workers: Workers, tmp_path: Path) -> None:
    other = Workers()
    tally = trials.both_killed(workers, other, tmp_path, 4, SEED)
    other.close()
    assert tally.clean, tally
    assert tally.acknowledged > 10


def test_a_damaged_file_costs_no_acknowledged_answer(workers: Workers, left: Path, tmp_path: Path) -> None:
    tally = trials.damages(workers, left, tmp_path, 30, SEED)
    assert tally.clean, tally
    assert tally.acknowledged > 30 * 20


def test_a_migration_that_is_killed_is_finished_by_the_next_start(
    workers: Workers, left: Path, tmp_path: Path
) -> None:
    tally = trials.migrations(workers, left, tmp_path, 6, SEED)
    assert tally.clean, tally


def test_a_clock_that_stands_anywhere_loses_and_doubles_nothing(workers: Workers, tmp_path: Path) -> None:
    tally = trials.clocks(workers, tmp_path, 4, SEED)
    assert tally.clean, tally
    assert tally.acknowledged > 5


def test_a_disk_that_runs_full_loses_nothing_acknowledged(tmp_path: Path) -> None:
    tally = trials.full_disks(tmp_path, 4, SEED)
    assert tally.clean, tally
    assert tally.acknowledged > 10
