"""backup, restore and check on the command line, in sentences; no connection anywhere; reports that name nobody."""

from __future__ import annotations

import os
import shutil
import socket
import stat
import subprocess
import sys
import threading
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from osteoapp import commands, errands, fault_report
from osteoapp.content.catalogue import catalogue
from osteoapp.main import main
from osteoapp.store.clinic import CLINIC
from osteoapp.store.faults import WriteFailed
from osteoapp.store.settings import Settings
from osteoapp.store.store import Store

ROOT = Path(__file__).parent.parent
SAMPLE = ROOT / "resources" / "samples" / "tablet.toml"
DOSE = "alendronate-tablet/2026-11-23/dose"
NOW = datetime(2026, 11, 23, 6, 30, tzinfo=UTC)


class Cli:
    """Runs commands on a data folder."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self.capsys = capsys

    def __call__(self, *words: str, now: str = "2026-11-23T07:35") -> tuple[int, str, str]:
        code = main(["--data", str(self.folder), "--now", now, "--zone", "Europe/Amsterdam", *words])
        said = self.capsys.readouterr()
        return code, said.out, said.err


@pytest.fixture
def cli(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Cli:
    found = Cli(tmp_path / "data", capsys)
    assert found("regimen", "import", str(SAMPLE), now="2026-11-22T12:00")[0] == 0
    assert found("record", DOSE, "taken")[0] == 0
    return found


def test_a_backup_and_its_restore_are_told_in_sentences(cli: Cli, tmp_path: Path) -> None:
    copy = tmp_path / "kopie.db"
    assert cli("backup", str(copy)) == (0, f"De kopie is gemaakt en nagekeken: {copy}.\n", "")
    assert cli("undo")[0] == 0
    code, out, err = cli("restore", str(copy), now="2026-11-23T12:00")
    assert (code, err) == (0, "")
    assert out.splitlines() == [
        "De kopie is teruggezet: 1 antwoord. Het laatste is van maandag 23 november 2026: "
        "Weektablet alendroninezuur: Genomen om 07:35",
        f"Wat er eerst stond, is bewaard in {cli.folder / 'replaced-2026-11-23-110000'}.",
    ]
    assert "teruggezet" not in cli("history")[1]
    assert cli("check") == (0, "De gegevens zijn in orde: 1 antwoord, 1 kopie.\n", "")


def test_a_copy_takes_the_clinics_text_along_and_says_so(cli: Cli, tmp_path: Path) -> None:
    text, copy, home = tmp_path / "wegwijs.md", tmp_path / "kopie.db", cli.folder
    text.write_text("# Parkeren\n\nGratis.\n")
    assert cli("leaflet", "import", str(text), "--name", "Ziekenhuis X")[0] == 0
    assert cli("backup", str(copy))[0] == 0
    cli.folder = tmp_path / "andere computer"
    code, out, err = cli("restore", str(copy))
    assert (code, err) == (0, "")
    assert out.splitlines()[1:] == ["De tekst van uw ziekenhuis is ook teruggezet."]
    assert cli("leaflet", "list")[1].startswith("Folder van Ziekenhuis X, ")
    assert (cli.folder / CLINIC).read_bytes() == (home / CLINIC).read_bytes()
    assert "The text of your hospital was put back too.\n" in cli("restore", str(copy), "--lang", "en")[1]


def test_a_wrong_file_is_told_and_ends_with_two(cli: Cli, tmp_path: Path) -> None:
    letter = tmp_path / "brief.txt"
    letter.write_text("Lieve Annie")
    code, out, err = cli("restore", str(letter))
    assert (code, out) == (2, "")
    assert err == f"{letter}: Dit bestand is geen kopie van dit programma. Er is niets veranderd.\n"
    code, out, err = cli("backup", str(letter), "--lang", "en")
    assert (code, out) == (2, "")
    assert err == f"No copy was made in {letter}. Another file is already there. Choose another name.\n"
    assert cli("backup", str(tmp_path / "nergens" / "kopie.db"))[0] == 2
    assert cli("backup", str(cli.folder / "osteoapp.db"))[0] == 2
    assert cli("restore", str(tmp_path / "weg.db"))[0] == 2


def test_while_the_program_runs_a_restore_is_refused_in_one_sentence(cli: Cli, tmp_path: Path) -> None:
    copy = tmp_path / "kopie.db"
    cli("backup", str(copy))
    with Store.open(cli.folder, catalogue()):
        code, out, err = cli("restore", str(copy))
    assert (code, out) == (1, "")
    assert err == "Het programma is nog open. Sluit het en probeer het opnieuw. Er is niets veranderd.\n"


def test_no_connection_is_ever_opened(cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Sockets are forbidden for a whole journey."""
    asked: list[str] = []

    def refuse(*words: object, **more: object) -> None:
        asked.append(str(words))
        raise AssertionError("a connection was opened")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    copy = tmp_path / "kopie.db"
    journey = (
        ("agenda", "--days", "30"), ("agenda", "--json"), ("regimen", "show"), ("regimen", "export", "-"),
        ("record", "activity/2026-11-23/goal", "amount", "--amount", "10"), ("undo",), ("history",),
        ("backup", str(copy)), ("restore", str(copy)), ("check",), ("leaflet",), ("leaflet", "--search", "calcium"),
        ("simulate", "--from", "2026-11-24T00:00", "--to", "2026-11-26T00:00"),
    )  # fmt: skip
    for words in journey:
        code, _, err = cli(*words)
        assert code == 0, (words, err)
    assert asked == []


@pytest.mark.skipif(shutil.which("strace") is None, reason="no strace")
def test_the_system_is_not_asked_for_a_connection_either(cli: Cli, tmp_path: Path) -> None:
    """As the system sees it, whatever library asks: no socket but those that stay inside the computer."""
    for words in (["agenda"], ["record", "activity/2026-11-23/goal", "amount", "--amount", "10"], ["check"]):
        trace = tmp_path / "trace"
        subprocess.run(
            ["strace", "-f", "-qq", "-e", "trace=socket,connect", "-o", str(trace), sys.executable, "-m", "osteoapp",
             "--data", str(cli.folder), "--now", "2026-11-23T12:00", "--zone", "Europe/Amsterdam", *words],
            cwd=ROOT, check=True, capture_output=True,
        )  # fmt: skip
        assert "AF_INET" not in trace.read_text("utf-8", "replace")


WINDOW = """
import sys
from PySide6.QtCore import QTimer
from osteoapp import desk
from osteoapp.main import main

class Seen(desk.Desk):
    def start(self):
        super().start()
        self.leaving.end_with_session()
        places = iter(("calendar", "leaflet", "progress", "settings", "setup", "today"))
        def walk():
            place = next(places, None)
            if place is None:
                self.leaving.stop()
            else:
                self.window.go(place)
        self.walking = QTimer(self, interval=30)
        self.walking.timeout.connect(walk)
        self.walking.start()
        self.port.record("activity/2026-11-23/goal", "amount", amount=5)

desk.Desk = Seen
sys.exit(main(sys.argv[1:]))
"""


@pytest.mark.skipif(shutil.which("strace") is None, reason="no strace")
def test_no_connection_is_opened_with_the_window_either(cli: Cli, tmp_path: Path) -> None:
    """Vandaag and every other place, reminding, the sound, notifications, the copies: no socket that leaves here."""
    trace = tmp_path / "trace"
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_HOME": str(tmp_path / "config")}
    subprocess.run(
        ["strace", "-f", "--seccomp-bpf", "-qq", "-e", "trace=socket,connect", "-o", str(trace), sys.executable,
         "-c", WINDOW, "--data", str(cli.folder), "--now", "2026-11-23T12:00", "--zone", "Europe/Amsterdam"],
        cwd=ROOT, env=environment, check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    asked = trace.read_text("utf-8", "replace")
    assert "AF_UNIX" in asked, "the record is of a program that listens for a later start"
    assert "AF_INET" not in asked


# --- reports


def test_a_report_names_no_person_and_no_medicine(
    cli: Cli, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def wrong(session: commands.Session) -> int:
        name = "Mevrouw De Vries"
        try:
            {}[name]
        except KeyError:
            raise ValueError(f"{name} takes Levothyroxine at {session.folder}") from FileNotFoundError(2, name)

    monkeypatch.setitem(commands.COMMANDS, "check", wrong)
    code, out, err = cli("check")
    assert (code, out) == (1, "")
    report = cli.folder / fault_report.FILE
    said = report.read_text("ascii")
    for word in ("Vries", "Levothyroxine", str(cli.folder), str(Path.home())):
        assert word not in said
    assert "Vries" not in err
    assert said.startswith("builtins.ValueError\n  osteoapp/main.py:")
    assert "builtins.FileNotFoundError ENOENT" in said
    if sys.platform != "win32":
        assert stat.S_IMODE(report.stat().st_mode) == 0o600


def test_a_report_does_not_grow_for_ever(tmp_path: Path) -> None:
    for _ in range(2000):
        try:
            raise ZeroDivisionError("x" * 1000)
        except ZeroDivisionError as fault:
            fault_report.keep(fault, tmp_path)
    (tmp_path / fault_report.FILE).write_bytes(b"old\n\n" * 60000)
    fault_report.keep(ZeroDivisionError(), tmp_path)
    content = (tmp_path / fault_report.FILE).read_bytes()
    assert len(content) < fault_report.LARGEST
    assert content.endswith(b"old\n\nbuiltins.ZeroDivisionError\n\n")
    assert fault_report.keep(ZeroDivisionError(), tmp_path / "nowhere") is None


# --- what the running program does by itself


class Loop:
    """What the errands ask of the loop: the present."""

    def __init__(self) -> None:
        self.moment = NOW

    def now(self) -> datetime:
        return self.moment


def finish() -> None:
    """Waits for the threads of the errands."""
    for thread in threading.enumerate():
        if thread.name in ("backup", "second backup"):
            thread.join(10)


def test_a_copy_each_hour_also_in_the_second_folder(tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    failed: list[str] = []
    loop = Loop()
    with Store.open(tmp_path / "data", catalogue()) as store:
        store.save_settings(Settings(second_folder=str(stick)))
        sent: list[str] = []
        chores = errands.Errands(store, loop, failed.append, lambda code, _: sent.append(code))  # type: ignore[arg-type]
        for hour in range(3):
            for minute in (0, 30):
                loop.moment = NOW + timedelta(hours=hour, minutes=minute - 30)
                store.save_settings(Settings(volume=hour * 10 + minute // 30, second_folder=str(stick)))
                chores.back_up()
                finish()
        store.save_settings(Settings(second_folder=str(tmp_path / "out")))
        loop.moment = NOW + timedelta(hours=9)
        chores.back_up()
        finish()
    assert len(list((tmp_path / "data" / "backups").glob("*.db"))) == 4
    assert len(list(stick.rglob("*.db"))) == 3
    assert failed == ["second_folder_missing"]
    assert sent == ["", "", "", "second_folder_missing"]


def test_a_second_folder_that_hangs_is_told_and_is_not_asked_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    let_go = threading.Event()
    asked: list[Path] = []
    failed: list[str] = []

    class Slow:
        """A store whose second folder never answers."""

        def settings(self) -> Settings:
            return Settings(second_folder="/slow")

        def keep_copy(self, at: datetime) -> None:
            return None

        def send_copy(self, chosen: Path) -> None:
            asked.append(chosen)
            let_go.wait(20)
            raise WriteFailed("second_folder_failed", folder=str(chosen), reason="gone")

    monkeypatch.setattr(errands, "SECOND_FOLDER_PATIENCE", 0.02)
    loop = Loop()
    chores = errands.Errands(Slow(), loop, failed.append)  # type: ignore[arg-type]
    for hour in range(3):
        loop.moment = NOW + timedelta(hours=hour)
        began = time.perf_counter()
        chores.back_up()
        assert time.perf_counter() - began < 1
        for thread in threading.enumerate():
            if thread.name == "backup":
                thread.join(10)
    assert (failed, asked) == (["second_folder_slow"] * 3, [Path("/slow")])
    let_go.set()
    finish()
    assert failed[-1] == "second_folder_failed"
