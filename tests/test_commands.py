"""The command line: what scripts may rely on."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from osteoapp.main import main

ROOT = Path(__file__).parent.parent
SAMPLES = ROOT / "resources" / "samples"
DOSE = "alendronate-tablet/2026-11-23/dose"


@dataclass
class Cli:
    """Runs commands on one data folder at a simulated present."""

    folder: Path
    capsys: pytest.CaptureFixture[str]
    now: str = "2026-11-22T12:00"

    def __call__(self, *words: str) -> tuple[int, str, str]:
        code = main(["--data", str(self.folder), "--now", self.now, "--zone", "Europe/Amsterdam", *words])
        captured = self.capsys.readouterr()
        return code, captured.out, captured.err

    def ok(self, *words: str) -> str:
        code, out, err = self(*words)
        assert (code, err) == (0, "")
        return out

    def json(self, *words: str) -> Any:
        return json.loads(self.ok(*words, "--json"))

    def wrong(self, *words: str) -> list[str]:
        code, out, err = self(*words)
        assert (code, out) == (2, "")
        return err.strip().splitlines()


@pytest.fixture
def cli(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Cli:
    return Cli(tmp_path / "data", capsys)


@pytest.fixture
def tablet(cli: Cli) -> Cli:
    cli.ok("regimen", "import", str(SAMPLES / "tablet.toml"))
    return cli


def statuses(cli: Cli) -> dict[str, str]:
    return {item["id"]: item["status"] for item in cli.json("agenda")["items"]}


def test_the_agenda_as_json_has_the_documented_shape(tablet: Cli) -> None:
    tablet.now = "2026-11-23T07:30"
    found = tablet.json("agenda")
    assert found["now"] == "2026-11-23T07:30:00+01:00"
    assert found["time_zone"] == "Europe/Amsterdam"
    assert found["wake_at"] == "2026-11-23T07:40:00+01:00"
    assert found["items"][0] == {
        "id": DOSE, "plan": "alendronate-tablet", "treatment": "alendronate-tablet", "date": "2026-11-23",
        "step": "dose", "kind": "dose", "title": "Alendroninezuur: weektablet",
        "planned": "2026-11-23T07:30:00+01:00", "due": "2026-11-23T07:30:00+01:00", "status": "due", "level": 1,
        "held_by": None, "block_until": None, "progress": None, "notices": [], "leaflet": ["alendronate/before"],
    }
    goal = next(item for item in found["items"] if item["step"] == "goal" and item["plan"] == "activity")
    assert goal["progress"] == {"value": 0, "target": 30, "unit": "min"}


def test_the_agenda_of_a_range_lists_each_day(tablet: Cli) -> None:
    found = tablet.json("agenda", "--from", "2026-11-23", "--days", "8")
    ids = [item["id"] for item in found["items"]]
    assert DOSE in ids
    assert "alendronate-tablet/2026-11-30/dose" in ids
    assert sum(item["plan"] == "vitamin-d-tablet" for item in found["items"]) == 8


def test_the_agenda_for_a_person_names_the_ids_to_answer(tablet: Cli) -> None:
    tablet.now = "2026-11-23T07:30"
    out = tablet.ok("agenda")
    assert out.startswith("maandag 23 november om 07:30")
    assert f"[{DOSE}]" in out


def test_an_empty_agenda_says_so(cli: Cli) -> None:
    assert "Er staat niets open." in cli.ok("agenda")
    assert cli.json("agenda")["wake_at"] is None


def test_record_starts_the_half_hour_and_undo_takes_it_back(tablet: Cli) -> None:
    tablet.now = "2026-11-23T07:35"
    event = tablet.ok("record", DOSE, "taken").strip()
    assert statuses(tablet)[DOSE] == "in_progress"
    assert tablet.ok("undo").strip() == event
    assert statuses(tablet)[DOSE] == "due"
    said = tablet.json("history")
    assert [(entry["id"], entry["type"], entry["item"], entry["retracted"]) for entry in said] == [
        (event, "taken", DOSE, True)
    ]
    assert said[0]["at"] == "2026-11-23T07:35:00+01:00"


def test_undo_of_a_named_event_and_of_nothing(tablet: Cli) -> None:
    tablet.now = "2026-11-23T11:00"
    first = tablet.ok("record", "activity/2026-11-23/goal", "amount", "--amount", "10").strip()
    tablet.ok("record", "activity/2026-11-23/goal", "amount", "--amount", "20")
    tablet.ok("undo", first)
    goal = next(item for item in tablet.json("agenda")["items"] if item["plan"] == "activity")
    assert goal["progress"]["value"] == 20
    tablet.ok("undo")
    assert len(tablet.wrong("undo")) == 1
    assert len(tablet.wrong("undo", "no-such-event")) == 1


@pytest.mark.parametrize(
    "words",
    [
        ("record", DOSE, "given"),
        ("record", "nothing/2026-11-23/dose", "taken"),
        ("record", "not an item", "taken"),
        ("record", DOSE, "taken", "--at", "2026-11-23T09:00"),
        ("record", DOSE, "taken", "--at", "2026-11-23T07:30", "--on", "2026-11-23"),
        ("record", DOSE, "taken", "--at", "yesterday"),
        ("record", DOSE, "snoozed", "--minutes", "-5"),
        ("record", DOSE, "snoozed", "--until", "2026-11-23T07:00"),
        ("record", "dairy/2026-11-23/goal", "amount"),
        ("record", "dairy/2026-11-23/goal", "amount", "--amount", "0"),
        ("record", "dairy/2026-11-23/goal", "amount", "--amount", "many"),
        ("agenda", "--days", "0"),
        ("agenda", "--from", "2026-02-30"),
        ("simulate", "--from", "2026-11-23T00:00", "--to", "2026-11-22T00:00"),
        ("simulate", "--from", "x", "--to", "2026-11-22T00:00"),
        ("simulate", "--from", "2026-11-23", "--to", "2026-11-24", "--off", "2026-11-23T10:00"),
        ("simulate", "--from", "2026-11-23", "--to", "2026-11-24", "--zone-change", "2026-11-23T10:00=Mars"),
        ("simulate", "--from", "2026-11-23", "--to", "2026-11-24", "--answers", "no-such-file"),
        ("leaflet", "no-such-topic"),
        ("history", "--from", "soon"),
        ("nonsense",),
    ],
    ids=" ".join,
)
def test_wrong_input_gives_one_line_and_exit_2_and_changes_nothing(tablet: Cli, words: tuple[str, ...]) -> None:
    tablet.now = "2026-11-23T07:40"
    before = statuses(tablet)
    lines = tablet.wrong(*words)
    assert len(lines) == 1
    assert "Traceback" not in lines[0]
    assert statuses(tablet) == before
    assert tablet.json("history") == []


def test_a_faulty_regimen_changes_nothing_and_names_every_fault_with_its_line(tablet: Cli, tmp_path: Path) -> None:
    file = tmp_path / "faulty.toml"
    file.write_text(
        'format = 1\n[[plan]]\ntreatment = "alendronate-tablet"\nweekday = "monday"\ntime = "25:00"\nfood = 1\n'
        '[[plan]]\ntreatment = "elixir"\n',
        encoding="utf-8",
    )
    before = tablet.ok("regimen", "export", "-")
    lines = tablet.wrong("regimen", "import", str(file))
    assert len(lines) == 3
    assert all(any(f"{number}" in line for line in lines) for number in (5, 6, 8))
    assert tablet.ok("regimen", "export", "-") == before


@pytest.mark.parametrize(
    "data",
    [b"", b"\xff\xfe nonsense", b"format = 1\n" + b"# big\n" * 2_000_000, b"format = 99\n", b"[[plan]\n"],
    ids=["empty", "not utf-8", "10 MB", "newer", "not toml"],
)
def test_a_file_that_is_no_regimen_is_refused(tablet: Cli, tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "wrong.toml"
    file.write_bytes(data)
    assert tablet.wrong("regimen", "import", str(file))
    assert statuses(tablet)


def test_a_missing_file_is_named(tablet: Cli) -> None:
    assert "gone.toml" in tablet.wrong("regimen", "import", "gone.toml")[0]


def test_a_regimen_survives_export_and_import(tablet: Cli, tmp_path: Path) -> None:
    file = tmp_path / "again.toml"
    tablet.ok("regimen", "export", str(file))
    before = tablet.json("regimen", "show")
    tablet.ok("regimen", "import", str(file))
    assert tablet.json("regimen", "show") == before


def test_denosumab_never_ends_by_absence(cli: Cli, tmp_path: Path) -> None:
    cli.ok("regimen", "import", str(SAMPLES / "injection.toml"))
    file = tmp_path / "less.toml"
    file.write_text('format = 1\n[[plan]]\ntreatment = "dairy"\n', encoding="utf-8")
    assert "until" in cli.wrong("regimen", "import", str(file))[0]
    cli.ok("regimen", "import", str(file), "--confirm-end", "denosumab-injection")
    assert not any(item.startswith("denosumab") for item in statuses(cli))


def simulated(cli: Cli, *words: str) -> list[tuple[str, str, str]]:
    out = cli.ok("simulate", *words)
    return [(line["at"], line["item"], line["reason"]) for line in map(json.loads, out.splitlines())]


def test_simulate_shows_the_off_sleep_clock_and_zone(tablet: Cli, tmp_path: Path) -> None:
    answers = tmp_path / "answers.jsonl"
    answers.write_text(
        json.dumps({"when": "2026-11-23T07:10", "item": DOSE, "answer": "taken"}) + "\n", encoding="utf-8"
    )
    shown = simulated(
        tablet, "--from", "2026-11-22T12:00", "--to", "2026-11-24T12:00",
        "--off", "2026-11-22T23:00/2026-11-23T07:20", "--answers", str(answers),
    )
    assert ("2026-11-23T07:50:00+01:00", DOSE, "half_hour_over") in shown
    assert not any(reason in ("due", "catch_up") for _, item, reason in shown if item == DOSE)
    slept = simulated(
        tablet, "--from", "2026-11-22T12:00", "--to", "2026-11-23T10:00", "--sleep", "2026-11-22T22:00/2026-11-23T08:15"
    )
    assert ("2026-11-23T08:15:00+01:00", DOSE, "catch_up") in slept
    moved = simulated(
        tablet, "--from", "2026-11-22T12:00", "--to", "2026-11-23T12:00",
        "--zone-change", "2026-11-22T21:00=Asia/Tokyo",
    )
    assert ("2026-11-23T07:30:00+09:00", DOSE, "due") in moved
    back = simulated(
        tablet, "--from", "2026-11-22T12:00", "--to", "2026-11-23T09:00",
        "--set-clock", "2026-11-22T18:00=2026-11-23T07:29",
    )
    assert ("2026-11-23T07:30:00+01:00", DOSE, "due") in back


def test_simulate_writes_nothing_unless_told(tablet: Cli, tmp_path: Path) -> None:
    answers = tmp_path / "answers.jsonl"
    answers.write_text(json.dumps({"when": "2026-11-23T07:35", "item": DOSE, "answer": "taken"}), encoding="utf-8")
    period = ("--from", "2026-11-22T12:00", "--to", "2026-11-23T12:00", "--answers", str(answers))
    tablet.ok("simulate", *period)
    assert tablet.json("history") == []
    tablet.ok("simulate", *period, "--keep")
    assert [entry["type"] for entry in tablet.json("history")] == ["taken"]


def test_an_answer_that_its_item_does_not_take_names_its_line(tablet: Cli, tmp_path: Path) -> None:
    answers = tmp_path / "answers.jsonl"
    line = json.dumps({"when": "2026-11-23T07:35", "item": DOSE, "answer": "given"})
    answers.write_text(f"\n{line}", encoding="utf-8")
    code, _, err = tablet(
        "simulate", "--from", "2026-11-22T12:00", "--to", "2026-11-23T12:00", "--answers", str(answers)
    )
    assert code == 2
    assert "line 2" in err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--now", "0001-01-01T00:00", "agenda"), "--now: het jaar van 0001-01-01T00:00 kan niet kloppen"),
        (("agenda", "--from", "9999-12-31"), "--from: het jaar van 9999-12-31 kan niet kloppen"),
        (("agenda", "--from", "morgen"), "--from: morgen is geen datum"),
        (("--lang", "en", "agenda", "--from", "morgen"), "--from: morgen is not a date"),
        (("--now", "straks", "agenda"), "--now: straks is geen tijdstip"),
        (("--zone", "Mars/Noord", "agenda"), "--zone: Mars/Noord is geen tijdzone"),
        (("agenda", "--days", "0"), "--days: 0 kan niet; kies 1 tot en met"),
        (("record", DOSE, "amount", "--amount", "veel"), "veel moet een heel getal zijn"),
        (("regimen", "import", "nergens.toml"), "nergens.toml: dit bestand bestaat niet"),
        (("--lang=en", "regimen", "import", "/"), "/: this is a folder and not a file"),
    ],
)
def test_a_mistake_is_told_in_the_language_asked_for(cli: Cli, words: tuple[str, ...], said: str) -> None:
    (line,) = cli.wrong(*words)
    assert line.startswith(said)


@pytest.mark.parametrize(
    "options",
    [("taken", "--minutes", "5"), ("skipped", "--amount", "2"), ("snoozed", "--minutes", "5", "--until", "2026-11-23")],
)
def test_an_option_that_the_answer_has_no_use_for_is_refused(tablet: Cli, options: tuple[str, ...]) -> None:
    tablet.now = "2026-11-23T07:31"
    tablet.wrong("record", DOSE, *options)
    assert tablet.json("history") == []


def test_the_note_of_any_answer_is_kept(tablet: Cli) -> None:
    tablet.now = "2026-11-23T07:31"
    tablet.ok("record", DOSE, "taken", "--note", "met twee glazen")
    assert tablet.json("history")[0]["note"] == "met twee glazen"
    assert "Genomen om 07:31 - met twee glazen" in tablet.ok("history")


def test_a_tablet_that_was_missed_asks_for_its_date(tablet: Cli) -> None:
    tablet.now = "2026-11-30T07:00"
    (line,) = tablet.wrong("record", DOSE, "taken", "--at", "2026-11-24T07:30")
    assert "(--on), van maandag 23 november 2026 tot en met zondag 29 november 2026" in line
    tablet.ok("record", DOSE, "taken", "--on", "2026-11-24")


def test_what_was_open_when_its_plan_ended_is_in_the_history_only(tablet: Cli, tmp_path: Path) -> None:
    tablet.now = "2026-11-25T12:00"
    assert statuses(tablet)[DOSE] == "unanswered"
    text = (SAMPLES / "tablet.toml").read_text(encoding="utf-8")
    head, *plans = text.split("[[plan]]")
    left = "[[plan]]".join([head, *(plan for plan in plans if "alendronate" not in plan)])
    (tmp_path / "left.toml").write_text(left, encoding="utf-8")
    tablet.ok("regimen", "import", str(tmp_path / "left.toml"))
    assert DOSE not in statuses(tablet)
    (ended,) = (event for event in tablet.json("history") if event["type"] == "ended")
    assert (ended["item"], ended["date"], ended["retracted"]) == (DOSE, "2026-11-25", False)
    assert "Plan gestopt" in tablet.ok("history", "--from", "2026-11-25")
    assert tablet.json("history", "--to", "2026-11-24") == []


def test_a_damaged_database_is_repaired_and_every_command_says_so(tablet: Cli) -> None:
    tablet.now = "2026-11-23T07:31"
    tablet.ok("record", DOSE, "taken")
    (tablet.folder / "osteoapp.db").write_bytes(b"x" * 40000)
    code, out, err = tablet("agenda", "--json")
    assert code == 0
    assert err.startswith("Hersteld: ")
    assert json.loads(out)["items"][0]["status"] == "in_progress"
    tablet.ok("agenda")


def test_the_agenda_for_a_person_says_what_must_be_said_beside_an_item(cli: Cli, tmp_path: Path) -> None:
    cli.ok("regimen", "import", str(SAMPLES / "injection.toml"))
    cli.now = "2027-06-01T12:00"
    assert "Bel vandaag" in cli.ok("agenda")


def test_the_leaflet_in_the_terminal(cli: Cli) -> None:
    assert "alendronate/before" in cli.ok("leaflet")
    assert "lege maag" in cli.ok("leaflet", "alendronate")
    assert "empty stomach" in cli.ok("--lang", "en", "leaflet", "alendronate")
    assert "paracetamol" in cli.ok("leaflet", "--search", "paracetamol").lower()
    assert "[general/what-is]" in cli.ok("leaflet", "--search", "botontkaking"), "a typing fault is forgiven"


def test_check_finds_sound_data_sound(tablet: Cli) -> None:
    assert "in orde" in tablet.ok("check")


@pytest.mark.parametrize("sample", ["tablet", "infusion", "injection"])
def test_every_sample_is_imported_and_shown(cli: Cli, sample: str) -> None:
    cli.ok("regimen", "import", str(SAMPLES / f"{sample}.toml"))
    assert statuses(cli)
    assert cli.ok("regimen", "show")


@pytest.mark.parametrize("words", [["agenda", "--json"], ["simulate", "--from", "2026-11-22", "--to", "2026-11-23"]])
def test_the_command_line_imports_no_widget(tmp_path: Path, words: list[str]) -> None:
    code = (
        "import sys\nfrom osteoapp.main import main\n"
        f"assert main(['--data', {str(tmp_path)!r}, *{words!r}]) == 0\n"
        "print([name for name in sys.modules if name.startswith(('PySide6', 'alembic', 'apscheduler'))])"
    )
    run: Callable[..., subprocess.CompletedProcess[str]] = subprocess.run
    done = run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    done = run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"
