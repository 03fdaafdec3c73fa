"""``osteoapp leaflet``: how much is said, and a clinic's own text taken over, listed, shown and removed."""

from __future__ import annotations

import json
import shutil
from datetime import UTC, date, datetime
from itertools import count
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from pytestqt.qtbot import QtBot

from osteoapp.clinic_shelf import ClinicShelf
from osteoapp.content import coverage as coverage_module
from osteoapp.content import leaflet
from osteoapp.content.catalogue import catalogue
from osteoapp.exchange.clinic_leaflet_faults import ClinicFaults
from osteoapp.joining import LoopPort
from osteoapp.reminding.clock import VirtualClock
from osteoapp.reminding.loop import Reminders
from osteoapp.store import clinic as kept
from osteoapp.store import files
from osteoapp.store.faults import WriteFailed
from osteoapp.store.store import Store
from tests.test_commands import SAMPLES, Cli

TODAY = date(2026, 11, 22)


@pytest.fixture
def cli(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Cli:
    return Cli(tmp_path / "data", capsys)


@pytest.fixture
def text(tmp_path: Path) -> Path:
    """A clinic's folder with a file for a chapter and one for none."""
    folder = tmp_path / "clinic"
    folder.mkdir()
    (folder / "prik.md").write_text("# Denosumab\n\n## Na de prik\n\nRust **even** uit.\n", encoding="utf-8")
    (folder / "wegwijs.txt").write_text("Parkeren\n\nGratis.\n", encoding="utf-8")
    return folder


# --- how much is said


def test_the_coverage_is_163_of_163_in_both_languages(cli: Cli) -> None:
    out = cli.ok("leaflet", "--coverage").splitlines()
    assert [line for line in out if "163" in line] == [
        "Nederlands: 163/163 feiten uit de folder", "Engels: 163/163 feiten uit de folder"
    ]
    assert sum(line.endswith("11/11") for line in out) == 6
    assert "English: 163/163 facts of the leaflet" in cli.ok("--lang", "en", "leaflet", "--coverage")


def test_a_fact_that_is_not_said_is_named_and_the_exit_code_says_so(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    lacking = [one for one in leaflet.passages("nl") if one.id != "dexa/blood"]
    monkeypatch.setattr(coverage_module.leaflet, "passages", lambda lang: lacking)
    code, out, err = cli("leaflet", "--coverage")
    assert (code, err) == (1, "")
    assert "Nederlands: 162/163 feiten" in out
    assert "Niet gezegd: F53" in out


def test_a_passage_that_cannot_be_read_is_named(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(lang: str) -> None:
        raise leaflet.LeafletFaults([leaflet.Fault("nl/x.md", 3, "is empty")])

    monkeypatch.setattr(coverage_module.leaflet, "passages", broken)
    code, _, err = cli("leaflet", "--coverage")
    assert (code, err) == (1, "nl/x.md, line 3: is empty\n")


def test_a_chapter_can_be_asked_for_by_its_name(cli: Cli) -> None:
    assert "Erfelijkheid speelt mee" in cli.ok("leaflet", "heredity")


# --- a clinic's text


def test_a_clinic_s_text_is_taken_over_listed_shown_and_removed(cli: Cli, text: Path) -> None:
    told = cli.ok("leaflet", "import", str(text), "--name", "Ziekenhuis X")
    assert told.splitlines() == [
        "Folder van Ziekenhuis X, overgenomen op zondag 22 november 2026: 2 onderdelen.",
        "  Na de prik  [Prik denosumab, after]",
        "  Parkeren  [eigen hoofdstuk]",
    ]
    shutil.rmtree(text)
    assert cli.ok("leaflet", "list") == told
    shown = cli.ok("leaflet", "denosumab")
    assert shown.startswith("Uit de folder van Ziekenhuis X\nNa de prik\nRust even uit.\n")
    assert "Denosumab heeft ook de merknaam Prolia." in shown
    assert "Ziekenhuis X" not in cli.ok("leaflet", "alendronate")
    assert "Ziekenhuis X" not in cli.ok("leaflet")
    assert "weggehaald" in cli.ok("leaflet", "remove")
    assert "Er is geen folder" in cli.ok("leaflet", "list")
    assert "Er is geen folder" in cli.ok("leaflet", "remove")
    assert "Ziekenhuis X" not in cli.ok("leaflet", "denosumab")


def test_the_next_text_takes_the_place_of_the_one_before(cli: Cli, text: Path) -> None:
    cli.ok("leaflet", "import", str(text), "--name", "Ziekenhuis X")
    cli.ok("leaflet", "import", str(text / "wegwijs.txt"), "--name", "Praktijk Y")
    out = cli.ok("--lang", "en", "leaflet", "list")
    assert out.startswith("Leaflet of Praktijk Y, taken over on Sunday 22 November 2026: 1 part.")


def test_a_bad_text_changes_nothing_and_names_every_fault_with_its_line(cli: Cli, text: Path) -> None:
    cli.ok("leaflet", "import", str(text), "--name", "Ziekenhuis X")
    before = (cli.folder / kept.CLINIC).read_bytes()
    (text / "prik.md").write_text("# A\n\n<script>\n\n![x](y)\n", encoding="utf-8")
    (text / "leeg.md").write_bytes(b"")
    lines = cli.wrong("leaflet", "import", str(text), "--name", "Ziekenhuis Z")
    assert lines == [
        "leeg.md: dit bestand is leeg",
        "prik.md, regel 3: hier staat HTML, of een < vlak voor een letter; schrijf het in gewone woorden",
    ]
    english = cli.wrong("--lang", "en", "leaflet", "import", str(text), "--name", "Ziekenhuis Z")
    assert english[0] == "leeg.md: this file is empty"
    assert (cli.folder / kept.CLINIC).read_bytes() == before


@pytest.mark.parametrize(
    "words",
    [
        ("leaflet", "import"),
        ("leaflet", "import", "somewhere"),
        ("leaflet", "import", "somewhere", "--name", "X"),
        ("leaflet", "list", "somewhere"),
        ("leaflet", "remove", "--name", "X"),
        ("leaflet", "alendronate", "--name", "X"),
        ("leaflet", "list", "--search", "x"),
        ("leaflet", "--coverage", "--search", "x"),
        ("leaflet", "--coverage", "list"),
    ],
    ids=" ".join,
)
def test_wrong_words_give_one_line_and_change_nothing(cli: Cli, text: Path, words: tuple[str, ...]) -> None:
    cli.ok("leaflet", "import", str(text), "--name", "Ziekenhuis X")
    before = cli.ok("leaflet", "list")
    for lang in ("nl", "en"):
        assert len(cli.wrong("--lang", lang, *words)) == 1
    assert cli.ok("leaflet", "list") == before


def test_the_patient_s_language_is_spoken(cli: Cli, text: Path) -> None:
    cli.ok("regimen", "import", str(SAMPLES / "tablet.toml"))
    assert "overgenomen" in cli.ok("leaflet", "import", str(text), "--name", "X")
    assert "taken over" in cli.ok("--lang", "en", "leaflet", "list")


def test_a_damaged_text_is_told_set_aside_and_stops_nothing(cli: Cli, text: Path) -> None:
    cli.ok("leaflet", "import", str(text), "--name", "Ziekenhuis X")
    path = cli.folder / kept.CLINIC
    path.write_bytes(path.read_bytes()[:-5])
    code, out, err = cli("leaflet", "list")
    assert (code, out.strip()) == (0, "Er is geen folder van een ziekenhuis of praktijk.")
    assert err.startswith("De tekst van uw ziekenhuis was beschadigd. Het bestand is bewaard als clinic-leaflet.dam")
    assert cli.ok("leaflet", "denosumab")
    assert "clinic-leaflet.damaged-" in cli.ok("check")
    cli.ok("leaflet", "import", str(text), "--name", "Ziekenhuis X")
    assert "Na de prik" in cli.ok("leaflet", "list")


def test_the_command_line_loads_the_parser_for_an_import_only(tmp_path: Path) -> None:
    import subprocess
    import sys

    code = (
        "import sys\nfrom osteoapp.main import main\n"
        f"assert main(['--data', {str(tmp_path)!r}, 'leaflet', 'list']) == 0\n"
        "assert 'markdown_it' not in sys.modules and not any(name.startswith('PySide6') for name in sys.modules)\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True, capture_output=True)


# --- the shelf and the screens' port


def test_the_shelf_reads_anew_only_what_has_changed(tmp_path: Path, text: Path) -> None:
    shelf = ClinicShelf(tmp_path / "data")
    assert shelf.leaflet() is None
    brought = shelf.bring(text, "Ziekenhuis X", TODAY)
    first = shelf.leaflet()
    assert first == brought
    assert shelf.leaflet() is first
    other = ClinicShelf(tmp_path / "data")
    other.bring(text, "Praktijk Y", TODAY)
    found = shelf.leaflet()
    assert found is not None
    assert found.name == "Praktijk Y"
    assert shelf.remove() is True
    assert other.leaflet() is None


def test_a_text_that_cannot_be_written_leaves_the_one_before(
    tmp_path: Path, text: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf = ClinicShelf(tmp_path / "data")
    shelf.bring(text, "Ziekenhuis X", TODAY)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(kept.files, "write_whole", full)
    with pytest.raises(WriteFailed):
        shelf.bring(text, "Praktijk Y", TODAY)
    found = shelf.leaflet()
    assert found is not None
    assert found.name == "Ziekenhuis X"
    (text / "prik.md").write_text("<b>", encoding="utf-8")
    with pytest.raises(ClinicFaults):
        shelf.bring(text, "Praktijk Y", TODAY)


@pytest.mark.parametrize("content", [b"{", b"[]", b"[" * 100_000, b'{"format": 1}', b"\xff", b"null"])
def test_a_text_that_is_whole_but_makes_no_sense_is_set_aside_too(tmp_path: Path, content: bytes) -> None:
    told: list[str] = []
    folder = tmp_path / "data"
    kept.write(folder, content)
    shelf = ClinicShelf(folder, lambda _, values: told.append(values["kept"]))
    assert shelf.leaflet() is None
    assert shelf.leaflet() is None
    assert len(told) == 1
    assert (folder / told[0]).exists()


def test_a_damaged_text_is_taken_back_from_the_newest_copy_that_makes_sense(cli: Cli, text: Path) -> None:
    cli.ok("leaflet", "import", str(text), "--name", "Ziekenhuis X")
    path = cli.folder / kept.CLINIC
    whole = path.read_bytes()
    with Store.open(cli.folder, catalogue()) as store:
        for hour, senseless in enumerate((None, b"{", b"[]")):
            if senseless is not None:
                kept.write(cli.folder, senseless)
            assert store.keep_copy(datetime(2026, 11, 22, hour, tzinfo=UTC)) is not None
    path.write_bytes(b"spoiled")
    code, out, err = cli("leaflet", "list")
    first = "Folder van Ziekenhuis X, overgenomen op zondag 22 november 2026: 2 onderdelen."
    assert (code, out.splitlines()[0]) == (0, first)
    (aside,) = cli.folder.glob("clinic-leaflet.damaged-*")
    assert err == (
        "De tekst van uw ziekenhuis was beschadigd. Hij is teruggehaald uit een kopie. "
        f"Kijk na of het de goede tekst is. Het oude bestand is bewaard als {aside.name}.\n"
    )
    assert (path.read_bytes(), aside.read_bytes()) == (whole, b"spoiled")
    assert cli("leaflet", "list") == (0, out, "")
    # A text that was taken away does not come back, and one that cannot be set aside is not gone over.
    cli.ok("leaflet", "remove")
    with Store.open(cli.folder, catalogue()) as store:
        assert store.keep_copy(datetime(2026, 11, 22, 9, tzinfo=UTC)) is not None
    path.write_bytes(b"spoiled")
    told: list[str] = []
    with files.folder_lock(cli.folder, 0.0), pytest.MonkeyPatch.context() as patch:
        patch.setattr(kept, "PATIENCE", 0.0)
        assert ClinicShelf(cli.folder, lambda code, _: told.append(code)).leaflet() is None
    assert path.read_bytes() == b"spoiled"
    assert ClinicShelf(cli.folder, lambda code, _: told.append(code)).leaflet() is None
    assert told == ["clinic_leaflet_unreadable", "clinic_leaflet_damaged"]


def test_a_text_that_was_tampered_with_is_not_shown(tmp_path: Path, text: Path) -> None:
    folder = tmp_path / "data"
    shelf = ClinicShelf(folder)
    shelf.bring(text, "X", TODAY)
    content = kept.read(folder)
    assert content is not None
    record = json.loads(content)
    record["sections"][0]["title"] = "<img src=x>"
    kept.write(folder, json.dumps(record).encode())
    assert shelf.leaflet() is None


def test_the_port_gives_the_text_and_says_once_where_it_was_damaged(tmp_path: Path, text: Path, qtbot: QtBot) -> None:
    folder = tmp_path / "data"
    numbers = count(1)
    with Store.open(folder, catalogue()) as store:
        clock = VirtualClock(datetime(2026, 11, 22, 11, tzinfo=UTC), ZoneInfo("Europe/Amsterdam"))
        loop = Reminders(
            store, clock, show=lambda *_: None, wake=lambda _: None, new_id=lambda: f"e{next(numbers)}",
            write_faults=(WriteFailed,),
        )  # fmt: skip
        port = LoopPort(loop, store, folder, lambda: f"p{next(numbers)}")
        assert port.clinic_leaflet() is None
        ClinicShelf(folder).bring(text, "Ziekenhuis X", TODAY)
        found = port.clinic_leaflet()
        assert found is not None
        assert found.name == "Ziekenhuis X"
        (folder / kept.CLINIC).write_bytes(b"x")
        assert port.clinic_leaflet() is None
        assert port.clinic_leaflet() is None
        qtbot.waitUntil(lambda: bool(port.health().notes))
        ((code, said),) = port.health().notes
        assert code == "clinic_leaflet_damaged"
        assert said.startswith("De tekst van uw ziekenhuis was beschadigd.")
