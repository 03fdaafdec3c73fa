"""Faults on real processes: nothing acknowledged is lost, nothing comes double. Some of each; the many are `long`."""

from __future__ import annotations

from pathlib import Path

import power
import pytest
import trials
from killing import Workers

SEED = 20261123


def test_kills_lose_nothing_and_double_nothing(workers: Workers, tmp_path: Path) -> None:
    tally = trials.kills(workers, tmp_path, 20, SEED)
    assert tally.clean, tally
    assert tally.notes == 0
    assert tally.acknowledged > 20  # a busy computer comes less far before each kill


def test_two_processes_at_once_take_no_answer_twice(workers: Workers, tmp_path: Path) -> None:
    other = Workers()
    tally = trials.both_killed(workers, other, tmp_path, 4, SEED)
    other.close()
    assert tally.clean, tally
    assert tally.acknowledged > 10


def test_a_damaged_file_costs_no_acknowledged_answer(workers: Workers, left: Path, tmp_path: Path) -> None:
    tally = trials.damages(workers, left, tmp_path, 20, SEED)
    assert tally.clean, tally
    assert tally.acknowledged > 20 * 20


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


traced = pytest.mark.skipif(not power.available(), reason="no strace")


@traced
def test_a_power_cut_costs_nothing_acknowledged(workers: Workers, tmp_path: Path) -> None:
    tally = trials.power_cuts(workers, tmp_path, 20, SEED, events=30)
    assert tally.clean, tally
    assert tally.acknowledged > 20 * 5


@traced
def test_a_program_that_does_not_flush_is_caught_by_it(workers: Workers, tmp_path: Path) -> None:
    assert trials.power_cuts(workers, tmp_path, 15, SEED, events=20, plant="no flush").lost
