"""The commands ``export`` and ``import-json``: files for others, whole or not at all."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from osteoapp import paperwork
from osteoapp.arguments import EXPORTS
from osteoapp.core.counts import Outcome
from tests.test_commands import DOSE, ROOT, SAMPLES, Cli

FORMATS = EXPORTS


@pytest.fixture
def cli(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Cli:
    found = Cli(tmp_path / "data", capsys)
    found.ok("regimen", "import", str(SAMPLES / "tablet.toml"))
    found.now = "2026-11-23T08:00"
    found.ok("record", DOSE, "taken", "--note", "=1+1; zonder \"last\"")
    return found


def standard_output(cli: Cli, *words: str) -> bytes:
    ran = subprocess.run(
        [sys.executable, "-m", "osteoapp", "--data", str(cli.folder), "--now", cli.now, "--zone", "Europe/Amsterdam",
         "export", *words, "-"],
        cwd=ROOT, capture_output=True, check=True,
    )
    assert ran.stderr == b""
    return ran.stdout


@pytest.mark.parametrize("kind", FORMATS)
def test_each_format_goes_to_a_file_and_to_standard_output(cli: Cli, tmp_path: Path, kind: str) -> None:
    target = tmp_path / f"out.{kind}"
    assert cli.ok("export", "--format", kind, str(target)) == f"Bewaard: {target}\n"
    data = target.read_bytes()
    beginnings = {"ics": b"BEGIN:VCALENDAR\r\n", "csv": b"\xef\xbb\xbfid;date;", "json": b"{\n", "pdf": b"%PDF-"}
    beginning = beginnings[paperwork.ENDINGS[kind]]
    assert data.startswith(beginning)
    if kind in ("ics", "csv", "json", "pdf"):  # the other sheets go the way of the pdf
        assert standard_output(cli, "--format", kind)[:40] == data[:40]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["data", target.name]


def test_an_existing_file_is_replaced_only_when_forced(cli: Cli, tmp_path: Path) -> None:
    target = tmp_path / "mine.csv"
    target.write_text("mine", encoding="utf-8")
    assert cli.wrong("export", "--format", "csv", str(target)) == [
        f"{target}: dit bestand bestaat al; kies een andere naam, of geef --force om het te vervangen"
    ]
    assert target.read_text(encoding="utf-8") == "mine"
    cli.ok("export", "--format", "csv", "--force", str(target))
    assert target.read_bytes().startswith(b"\xef\xbb\xbfid;")


def test_a_link_stays_a_link(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "real.csv").write_text("old", encoding="utf-8")
    (tmp_path / "link.csv").symlink_to("real.csv")
    cli.ok("export", "--format", "csv", "--force", str(tmp_path / "link.csv"))
    assert (tmp_path / "link.csv").is_symlink()
    assert (tmp_path / "real.csv").read_bytes().startswith(b"\xef\xbb\xbfid;")


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--format", "csv", "{folder}"), "dit is een map"),
        (("--format", "csv", "{folder}/nowhere/x.csv"), "deze map bestaat niet"),
        (("--format", "ics", "--from", "2026-01-01", "{folder}/x.ics"), "dit hoort bij --format pdf"),
        (("--format", "pdf", "--from", "2026-02-01", "--to", "2026-01-01", "{folder}/x.pdf"), "het einde moet na"),
        (("--format", "doc", "{folder}/x.doc"), "--help"),
    ],
)
def test_a_mistake_is_told_in_a_sentence(cli: Cli, tmp_path: Path, words: tuple[str, ...], sentence: str) -> None:
    before = sorted(tmp_path.iterdir())
    [line] = cli.wrong("export", *(word.replace("{folder}", str(tmp_path)) for word in words))
    assert sentence in line
    assert sorted(tmp_path.iterdir()) == before


def test_a_full_disk_is_told_and_leaves_no_half_file(
    cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "old.json"
    target.write_text("old", encoding="utf-8")

    def full(_: int) -> None:
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr(os, "fsync", full)
    code, out, err = cli("export", "--format", "json", "--force", str(target))
    assert (code, out, err) == (1, "", f"{target}: Niet bewaard: de schijf is vol.\n")
    assert target.read_text(encoding="utf-8") == "old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["data", "old.json"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a disk that is always full")
def test_a_device_is_written_to_and_not_replaced(cli: Cli) -> None:
    code, _, err = cli("export", "--format", "csv", "/dev/full")
    assert (code, err) == (1, "/dev/full: Niet bewaard: de schijf is vol.\n")
    assert not Path("/dev/full").is_file()


def test_a_folder_that_may_not_be_written_to_is_told(
    cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def forbidden(**_: Any) -> tuple[int, str]:
        raise PermissionError(13, os.strerror(13))

    monkeypatch.setattr("osteoapp.exchange.whole_file.tempfile.mkstemp", forbidden)
    code, out, err = cli("export", "--format", "pdf", str(tmp_path / "x.pdf"))
    assert (code, out) == (1, "")
    assert err == f"{tmp_path / 'x.pdf'}: Niet bewaard: dit bestand mag niet worden gelezen of geschreven.\n"


def test_a_reader_that_goes_away_is_no_fault(cli: Cli) -> None:
    words = ["--data", str(cli.folder), "--now", cli.now, "export", "--format", "ics", "-"]
    with subprocess.Popen(
        [sys.executable, "-m", "osteoapp", *words], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as child:
        assert child.stdout is not None
        assert child.stderr is not None
        child.stdout.close()
        assert child.stderr.read() == b""
        assert child.wait() == 0


def test_the_table_holds_every_event_also_what_was_taken_back(cli: Cli, tmp_path: Path) -> None:
    cli.ok("undo")
    cli.ok("export", "--format", "csv", str(tmp_path / "x.csv"))
    rows = list(csv.DictReader(io.StringIO((tmp_path / "x.csv").read_text("utf-8-sig")), delimiter=";"))
    assert [(row["type"], row["retracted"]) for row in rows] == [("taken", "yes"), ("retracted", "no")]
    first = rows[0]
    assert (first["date"], first["time"], first["item"]) == ("2026-11-23", "08:00:00", DOSE)
    assert first["note"] == "'=1+1; zonder \"last\""
    assert first["text"] == "Weektablet alendroninezuur: Genomen om 08:00"
    assert first["retracted_at"] == "2026-11-23T08:00:00+01:00"


def test_the_calendar_is_in_the_language_asked_for(cli: Cli, tmp_path: Path) -> None:
    cli.ok("--lang", "en", "export", "--format", "ics", str(tmp_path / "x.ics"))
    calendar = Calendar.from_ical((tmp_path / "x.ics").read_bytes())
    assert "Alendronate: weekly tablet" in {str(event["summary"]) for event in calendar.events}  # type: ignore[union-attr]


# --- and back


def exported(cli: Cli, target: Path) -> Any:
    cli.ok("export", "--format", "json", "--force", str(target))
    return {**json.loads(target.read_text(encoding="utf-8")), "made": ""}


def test_a_json_export_taken_over_into_an_empty_folder_is_the_same_database(
    cli: Cli, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cli.ok("record", "dairy/2026-11-23/goal", "amount", "--amount", "2")
    cli.ok("undo")
    first = exported(cli, tmp_path / "a.json")
    other = Cli(tmp_path / "other", capsys, cli.now)
    assert other.ok("import-json", str(tmp_path / "a.json")) == "Overgenomen: 7 behandelingen en 3 gebeurtenissen.\n"
    assert exported(other, tmp_path / "b.json") == first
    assert other.json("agenda") == cli.json("agenda")
    other.ok("import-json", str(tmp_path / "a.json"))  # again: nothing comes twice
    assert exported(other, tmp_path / "b.json") == first


def test_a_json_export_is_not_taken_over_into_other_data(cli: Cli, tmp_path: Path) -> None:
    first = exported(cli, tmp_path / "a.json")
    cli.ok("record", "vitamin-d-tablet/2026-11-23/dose", "taken")
    [line] = cli.wrong("import-json", str(tmp_path / "a.json"))
    assert "er staan al andere gegevens in" in line
    assert len(exported(cli, tmp_path / "b.json")["events"]) == len(first["events"]) + 1


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (lambda text: text[:-20], "geen leesbaar JSON-bestand"),
        (lambda text: "[1]", "geen JSON-bestand van dit programma"),
        (lambda text: text.replace('"format": 1', '"format": 9'), "versie 9"),
        (lambda text: text.replace('"settings"', '"setings"'), "niet compleet"),
        (lambda text: text.replace("alendronate-tablet", "dairy"), "klopt niet"),
    ],
)
def test_a_json_file_that_is_not_right_changes_nothing(
    cli: Cli, tmp_path: Path, capsys: pytest.CaptureFixture[str], change: Any, sentence: str
) -> None:
    exported(cli, tmp_path / "a.json")
    (tmp_path / "b.json").write_text(change((tmp_path / "a.json").read_text("utf-8")), encoding="utf-8")
    other = Cli(tmp_path / "other", capsys, cli.now)
    [line] = other.wrong("import-json", str(tmp_path / "b.json"))
    assert sentence in line
    assert other.json("agenda")["items"] == []


def test_a_json_file_that_does_not_exist_is_told(cli: Cli, tmp_path: Path) -> None:
    [line] = cli.wrong("import-json", str(tmp_path / "none.json"))
    assert "dit bestand bestaat niet" in line


def test_the_words_for_outcomes_are_those_of_the_overview() -> None:
    from osteoapp.exchange.export_words import say

    for outcome in Outcome:
        assert "{" not in say("report", outcome.value, "nl", number=3)


