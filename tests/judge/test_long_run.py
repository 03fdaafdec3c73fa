"""A year of the tablet sample through the command line, judged from outside; planted faults turn the judge red."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.judge.judge import Verdict, judge

ROOT = Path(__file__).parent.parent.parent
SAMPLE = ROOT / "resources" / "samples" / "tablet.toml"
ZONE = "Europe/Amsterdam"
START, END = datetime(2027, 1, 31, 12), datetime(2028, 2, 1)
OFF = [(datetime(2027, 3, 8, 7), datetime(2027, 3, 8, 11)), (datetime(2027, 6, 6, 22), datetime(2027, 6, 10, 9))]

Lines = list[dict[str, Any]]


def answers() -> Iterator[dict[str, Any]]:
    """What a somewhat forgetful person says: most doses taken within minutes, some after a snooze, some never."""
    dice = random.Random(7)
    day = date(2027, 2, 1)
    while day < date(2028, 1, 31):
        off = any(a.date() <= day <= b.date() for a, b in OFF)
        plans = [("thyroid", "08:00"), ("vitamin-d-tablet", "08:30")]
        if day.weekday() == 0:
            plans.insert(0, ("alendronate-tablet", "07:30"))
        for plan, when in plans:
            lot = dice.random()
            if off or lot < 0.15:
                continue
            due = datetime.fromisoformat(f"{day}T{when}")
            item = f"{plan}/{day}/dose"
            if lot < 0.3 and plan != "vitamin-d-tablet":
                yield {"when": _at(due, 2), "item": item, "answer": "snoozed"}
                yield {"when": _at(due, 14), "item": item, "answer": "taken"}
            elif lot < 0.4:
                yield {"when": _at(due, 45), "item": item, "answer": "skipped"}
            else:
                yield {"when": _at(due, dice.randrange(1, 9)), "item": item, "answer": "taken"}
        day += timedelta(days=1)


def _at(due: datetime, minutes: int) -> str:
    return (due + timedelta(minutes=minutes, seconds=30)).isoformat()


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> tuple[Lines, Lines]:
    """The answers given and the reminders shown in a year."""
    folder = tmp_path_factory.mktemp("year")
    said = list(answers())
    script = folder / "answers.jsonl"
    script.write_text("\n".join(json.dumps(entry) for entry in said), encoding="utf-8")
    command = [sys.executable, "-m", "osteoapp", "--data", str(folder / "data"), "--zone", ZONE]
    when = ["--now", START.isoformat()]
    subprocess.run([*command, *when, "regimen", "import", str(SAMPLE)], cwd=ROOT, check=True, capture_output=True)
    off = [word for a, b in OFF for word in ("--off", f"{a.isoformat()}/{b.isoformat()}")]
    period = ["--from", START.isoformat(), "--to", END.isoformat(), "--answers", str(script)]
    done = subprocess.run(
        [*command, "simulate", *period, *off], cwd=ROOT, check=True, capture_output=True, text=True
    )
    return said, [json.loads(line) for line in done.stdout.splitlines()]


def verdict(said: Lines, shown: Lines) -> Verdict:
    return judge(SAMPLE.read_text(encoding="utf-8"), ZONE, START, END, said, shown, OFF)


def test_nothing_is_lost_doubled_or_early_in_a_year(run: tuple[Lines, Lines]) -> None:
    said, shown = run
    found = verdict(said, shown)
    assert len(shown) > 2000
    assert found.green, found


def test_a_lost_reminder_turns_the_judge_red(run: tuple[Lines, Lines]) -> None:
    said, shown = run
    doses = (line["item"] for line in shown if line["item"].endswith("/dose"))
    gone = next(item for item in doses if item.startswith("alendronate-tablet/2027-05"))
    assert verdict(said, [line for line in shown if line["item"] != gone]).lost


def test_a_reminder_after_the_answer_turns_the_judge_red(run: tuple[Lines, Lines]) -> None:
    said, shown = run
    taken = next(entry for entry in said if entry["answer"] == "taken" and "2027-05" in entry["item"])
    late = (datetime.fromisoformat(taken["when"]) + timedelta(minutes=5)).isoformat() + "+02:00"
    again = {"at": late, "item": taken["item"], "reason": "repeat", "status": "due", "level": 1}
    assert verdict(said, [*shown, again]).doubled


def test_a_second_tablet_on_a_day_turns_the_judge_red(run: tuple[Lines, Lines]) -> None:
    said, shown = run
    taken = [e for e in said if e["answer"] == "taken" and e["item"].startswith("alendronate-tablet/2027-05")]
    one, other = taken[0], taken[1]
    late = (datetime.fromisoformat(one["when"]) + timedelta(hours=2)).isoformat() + "+02:00"
    second = {"at": late, "item": other["item"], "reason": "due", "status": "due", "level": 1}
    assert verdict(said, [*shown, second]).doubled


def test_an_early_reminder_turns_the_judge_red(run: tuple[Lines, Lines]) -> None:
    said, shown = run
    number = next(n for n, line in enumerate(shown) if line["item"].startswith("vitamin-d-tablet/2027-07"))
    early = dict(shown[number])
    early["at"] = (datetime.fromisoformat(early["at"]) - timedelta(days=1)).isoformat()
    assert verdict(said, [*shown[:number], early, *shown[number + 1 :]]).early
