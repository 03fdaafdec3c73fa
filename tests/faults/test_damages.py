"""Random damage to one of the files: the next start has every acknowledged answer. The short version."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import pytest
from judge import judge
from killing import Workers

DAMAGES = 30
SEED = 1123
PAGE = 4096


@pytest.fixture(scope="module")
def left(workers: Workers, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What a killed worker leaves: a database, a WAL that is not yet in it, a journal, copies."""
    place = tmp_path_factory.mktemp("left")
    for seed in (7, 8):
        workers.run(place / "data", place / "log", seed, kill_after=0.5)
    return place


def damage(folder: Path, chance: random.Random) -> str:
    """Spoils one file; what was done."""
    name = chance.choice(["osteoapp.db", "osteoapp.db", "osteoapp.db-wal", "answers.journal"])
    path = folder / name
    content = bytearray(path.read_bytes())
    how = chance.choice(["bits", "cut", "zeros", "gone", "swapped"])
    if how == "bits":
        for _ in range(chance.randint(1, 8)):
            content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    elif how == "cut":
        del content[chance.randrange(len(content)) :]
    elif how == "zeros":
        start = chance.randrange(len(content)) // PAGE * PAGE
        content[start : start + PAGE] = bytes(len(content[start : start + PAGE]))
    elif how == "swapped":
        content = bytearray((folder / chance.choice(["alive", "lock", "answers.journal", "osteoapp.db"])).read_bytes())
    path.unlink()
    if how != "gone":
        path.write_bytes(content)
    return f"{how} {name}"


@pytest.mark.parametrize("number", range(DAMAGES))
def test_a_damage_costs_no_acknowledged_answer(workers: Workers, left: Path, tmp_path: Path, number: int) -> None:
    place = tmp_path / "place"
    shutil.copytree(left, place)
    (place / "data" / "alive").write_bytes(b"swapped")
    done = damage(place / "data", random.Random(SEED + number))
    for _ in range(2):
        assert workers.run(place / "data", place / "log", 0, plant="open only") == 0, done
        verdict = judge(place / "data", place / "log")
        assert verdict.clean, (done, verdict)
        assert verdict.acknowledged > 20
