"""The judge turns red on each fault that is planted, and imports nothing of the program."""

from __future__ import annotations

import ast
import contextlib
import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from judge import judge
from killing import Workers

JUDGE = Path(__file__).with_name("judge.py")


@pytest.fixture
def place(workers: Workers, tmp_path: Path) -> Path:
    """A data folder and its log, as they should be."""
    assert workers.run(tmp_path / "data", tmp_path / "log", 3, plant="again") == 0
    return tmp_path


def change_database(place: Path, statement: str, table: str = "events") -> None:
    with contextlib.closing(sqlite3.connect(place / "data" / "osteoapp.db")) as connection, connection:
        connection.execute(f"DROP TRIGGER {table}_no_delete")
        connection.execute(f"DROP TRIGGER {table}_no_update")
        assert connection.execute(statement).rowcount > 0


def change_journal(place: Path, change: Callable[[list[bytes]], object]) -> None:
    path = place / "data" / "answers.journal"
    lines = path.read_bytes().splitlines(keepends=True)
    change(lines)
    path.write_bytes(b"".join(lines))


def spoil(lines: list[bytes]) -> None:
    lines[2] = lines[2].replace(b"Amsterdam", b"Rotterdam")


COPY = (
    "INSERT INTO events (id, type, item, at, recorded, zone, local_date, record, sum) SELECT 'copy', type, item, at,"
    " recorded, zone, local_date, json_set(record, '$.id', 'copy'), sum FROM events WHERE type = 'taken' LIMIT 1"
)
PLANTED: dict[str, tuple[Callable[[Path], object], str]] = {
    "an answer is gone": (
        lambda place: change_database(place, "DELETE FROM events WHERE number = 4"),
        "lost",
    ),
    "all is gone": (lambda place: change_database(place, "DELETE FROM events"), "lost"),
    "an answer is another": (
        lambda place: change_database(
            place, "UPDATE events SET record = json_set(record, '$.zone', 'UTC') WHERE number = 4"
        ),
        "changed",
    ),
    "a dose is there twice": (lambda place: change_database(place, COPY), "doubled"),
    "an answer was never given": (lambda place: change_database(place, COPY), "invented"),
    "a line of the journal is gone": (
        lambda place: change_journal(place, lambda lines: lines.pop(2)),
        "lost_in_journal",
    ),
    "the journal is gone": (lambda place: (place / "data" / "answers.journal").unlink(), "lost_in_journal"),
    "a line of the journal is spoiled": (lambda place: change_journal(place, spoil), "damaged"),
}


def test_a_sound_folder_is_clean(place: Path) -> None:
    verdict = judge(place / "data", place / "log")
    assert verdict.clean, verdict
    assert verdict.acknowledged == 21
    assert verdict.notes_lost == []


def test_a_note_that_is_gone_is_counted_apart(place: Path) -> None:
    change_database(place, "DELETE FROM events WHERE type = 'reminded'")
    verdict = judge(place / "data", place / "log")
    assert verdict.clean
    assert len(verdict.notes_lost) > 0


@pytest.mark.parametrize("planted", PLANTED)
def test_a_planted_fault_turns_the_judge_red(place: Path, planted: str) -> None:
    plant, name = PLANTED[planted]
    plant(place)
    verdict = judge(place / "data", place / "log")
    assert not verdict.clean
    assert getattr(verdict, name)


def test_a_program_that_acknowledges_before_it_has_written_is_caught(workers: Workers, tmp_path: Path) -> None:
    status = workers.run(tmp_path / "data", tmp_path / "log", 5, plant="early")
    assert os.WTERMSIG(status) == signal.SIGKILL
    assert workers.run(tmp_path / "data", tmp_path / "log", 0, plant="open only") == 0
    verdict = judge(tmp_path / "data", tmp_path / "log")
    assert len(verdict.lost) == 1


def test_a_program_that_asks_again_for_what_was_answered_is_caught(workers: Workers, place: Path) -> None:
    assert workers.run(place / "data", place / "log", 4, plant="again") == 0
    assert judge(place / "data", place / "log").doubled


def test_the_judge_runs_by_itself_and_knows_nothing_of_the_program(place: Path) -> None:
    tree = ast.parse(JUDGE.read_text("utf-8"))
    modules = {
        name.split(".")[0]
        for node in ast.walk(tree)
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in ([alias.name for alias in node.names] if isinstance(node, ast.Import) else [node.module or ""])
    }
    assert modules <= sys.stdlib_module_names
    command = [sys.executable, "-I", str(JUDGE), str(place / "data"), str(place / "log")]
    green = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (green.returncode, json.loads(green.stdout)["acknowledged"]) == (0, 21)
    PLANTED["an answer is gone"][0](place)
    assert subprocess.run(command, capture_output=True, check=False).returncode == 1


# --- what the command line was asked


@pytest.fixture(scope="module")
def commands_given(workers: Workers, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder that was written through the command line, and its log."""
    made = tmp_path_factory.mktemp("commands")
    for seed in (1, 2):
        assert workers.run(made / "data", made / "log", seed, plant="any clock") == 0
    verdict = judge(made / "data", made / "log")
    assert verdict.clean, verdict
    assert verdict.acknowledged > 3
    return made


@pytest.fixture
def commanded(commands_given: Path, tmp_path: Path) -> Path:
    """A copy of it to spoil."""
    return Path(shutil.copytree(commands_given, tmp_path / "commanded"))


def log_lines(place: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in (place / "log").read_text("utf-8").splitlines()]


def rewrite_log(place: Path, lines: list[dict[str, object]]) -> None:
    (place / "log").write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")


def test_an_answer_that_nobody_asked_for_is_caught(commanded: Path) -> None:
    rewrite_log(commanded, [line for line in log_lines(commanded) if "acknowledged" in line])
    assert judge(commanded / "data", commanded / "log").invented


def test_another_answer_than_the_one_acknowledged_is_caught(commanded: Path) -> None:
    lines = log_lines(commanded)
    next(line for line in lines if "acknowledged" in line)["item"] = "other/2026-11-23/dose"
    rewrite_log(commanded, lines)
    assert judge(commanded / "data", commanded / "log").changed


def test_an_acknowledged_answer_that_is_not_there_is_caught(commanded: Path) -> None:
    rewrite_log(commanded, [*log_lines(commanded), {"acknowledged": "gone", "item": "x", "type": "taken"}])
    verdict = judge(commanded / "data", commanded / "log")
    assert (verdict.lost, verdict.lost_in_journal) == (["gone"], ["gone"])


def test_a_failure_without_a_sentence_is_caught(commanded: Path) -> None:
    rewrite_log(commanded, [*log_lines(commanded), {"silent": "Traceback"}])
    verdict = judge(commanded / "data", commanded / "log")
    assert (verdict.silent, verdict.clean) == (["Traceback"], False)


def test_two_doses_of_a_plan_on_one_date_are_caught(place: Path) -> None:
    lines = log_lines(place)
    taken = [line["sent"] for line in lines if "sent" in line and line["sent"]["type"] == "taken"]
    change_database(
        place,
        f"UPDATE events SET record = json_set(record, '$.at', '{taken[0]['at']}') WHERE id = '{taken[1]['id']}'",
    )
    assert not [name for name in judge(place / "data", place / "log").doubled if " on " in name]
    rewrite_log(place, [*lines, {"one_a_day": "vitamin-d"}])
    assert [name for name in judge(place / "data", place / "log").doubled if " on " in name]
