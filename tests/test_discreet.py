"""No log, report or terminal holds the name of a person or a medicine, whichever part breaks; each fault is planted.

What lies in the data folder beside the data themselves is read, and all that comes out of the process, by whatever way.
"""

from __future__ import annotations

import logging
import os
import sqlite3
import subprocess
import sys
import threading
import warnings
from pathlib import Path
from typing import Any

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from osteoapp import discreet, fault_report
from osteoapp.content.catalogue import catalogue
from osteoapp.main import main
from osteoapp.store import migrating, writing
from osteoapp.store.faults import Damaged, StoreFault, WriteFailed, reason_of
from osteoapp.store.settings import Settings
from osteoapp.store.store import Store

ROOT = Path(__file__).parent.parent
NAME, MEDICINE, PHONE = "Jannie Testnaam", "alendroninezuur-merk-X", "06-98765432"
SECRET = f"{NAME} {MEDICINE} {PHONE}"
WORDS = ("Jannie", "Testnaam", "merk-X", "98765432")
DATA = {"osteoapp.db", "osteoapp.db-wal", "osteoapp.db-shm", "answers.journal"}

REGIMEN = f"""
format = 1
[patient]
name = "{NAME}"
[phones]
gp = "{PHONE}"
[[plan]]
id = "alendroninezuur-merk-x"
treatment = "other-medicine"
name = "{MEDICINE}"
instruction = "1 tablet voor {NAME}"
times = ["11:00", "12:01"]
"""


def holds_nothing(folder: Path, *said: str) -> None:
    """Neither what was said nor any file of a data folder but the data names anybody or anything."""
    for path in folder.rglob("*"):
        if path.is_file() and path.name not in DATA and "backups" not in path.relative_to(folder).parts:
            said += (path.read_bytes().decode("utf-8", "replace"), path.name)
    found = [(word, text[:2000]) for text in said for word in WORDS if word.lower() in text.lower()]
    assert not found


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "plan.toml").write_text(REGIMEN)
    assert main(["--data", str(tmp_path / "data"), "--now", "2026-11-22T12:00", "--zone", "Europe/Amsterdam",
                 "regimen", "import", str(tmp_path / "plan.toml")]) == 0  # fmt: skip
    return tmp_path / "data"


# --- the window

# Runs the program with its window, with a logger that writes everything, and breaks one part after the other.
BROKEN = """
import logging, sys, threading, warnings
from datetime import timedelta
from PySide6.QtCore import QTimer, qWarning
from PySide6.QtWidgets import QWidget
from osteoapp import desk
from osteoapp.main import main

SECRET = sys.argv.pop(1)
logging.basicConfig(level=logging.DEBUG, format="%(pathname)s %(name)s %(message)s %(args)s %(exc_info)s")
for name in ("sqlalchemy", "sqlalchemy.engine", "sqlalchemy.pool", "alembic", "apscheduler", "tzlocal"):
    logging.getLogger(name).setLevel(logging.DEBUG)
warnings.simplefilter("always")

def broken(*_, **__):
    raise LookupError(SECRET)

class Pane(QWidget):
    def paintEvent(self, event):
        broken()

class Ended:
    def __del__(self):
        broken()

class Channel:
    name = "planted"
    send = withdraw = close = broken

class Broken(desk.Desk):
    def start(self):
        self.leaving.end_with_session()
        attention = self.attention
        attention.notifier._channels = (Channel(),)
        report = attention.notifier._report
        def refuse(attempt):
            report(attempt)
            raise LookupError(SECRET, attempt)
        attention.notifier._report = refuse
        super().start()
        scheduler = self.wakeup._scheduler
        scheduler.add_job(broken, id=SECRET, args=(SECRET,))
        self.loop.changed.insert(0, broken)
        self.reminder.remind = broken
        self.steps = iter((self.paint, self.slot, self.statement, self.thread, self.finalizer, self.logs, self.hang))
        self.walking = QTimer(self, interval=60)
        self.walking.timeout.connect(self.next)
        self.walking.start()

    def next(self):
        step = next(self.steps, None)
        if step is None:
            self.walking.stop()
            self._clock._offset += timedelta(minutes=2)
            self._look()
            QTimer.singleShot(400, self.leaving.stop)
        else:
            step()

    def paint(self):
        self.pane = Pane()
        self.pane.show()
        self.pane.grab()

    def slot(self):
        QTimer.singleShot(0, broken)

    def statement(self):
        from osteoapp.store import writing
        checksum, writing.checksum = writing.checksum, lambda *_: None
        try:
            self.port.record(self.loop.look().items[0].id, "taken", note=SECRET)
        finally:
            writing.checksum = checksum

    def thread(self):
        threading.Thread(target=broken, name=SECRET).start()

    def finalizer(self):
        Ended()

    def logs(self):
        qWarning("QPainter::begin: " + SECRET)
        qWarning(SECRET)
        warnings.warn(SECRET)
        logging.getLogger("osteoapp.x").warning("of %s", SECRET)
        logging.getLogger("other").error("of %s " + SECRET, SECRET, exc_info=LookupError(SECRET), stack_info=True)
        logging.getLogger("other").error("%d of", SECRET)
        try:
            broken()
        except LookupError:
            logging.getLogger(__name__).exception(SECRET)

    def hang(self, name=SECRET):
        held = [SECRET]
        self.guard.keep(self.watchdog._standstill())

desk.Desk = Broken
sys.exit(main())
"""


def test_no_part_of_the_running_program_that_breaks_tells_of_whom_it_was(folder: Path, tmp_path: Path) -> None:
    environment = os.environ | {
        "QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_HOME": str(tmp_path / "config"), "PYTHONPATH": str(ROOT),
    }  # fmt: skip
    environment.pop("DBUS_SESSION_BUS_ADDRESS", None)
    ended = subprocess.run(
        [sys.executable, "-c", BROKEN, SECRET, "--data", str(folder), "--now", "2026-11-23T12:00",
         "--zone", "Europe/Amsterdam"],
        cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=120,
    )  # fmt: skip
    assert ended.returncode == 0, ended.stderr
    holds_nothing(folder, ended.stdout, ended.stderr)
    report = (folder / fault_report.FILE).read_text("ascii")
    assert str(tmp_path) not in report
    assert str(ROOT) not in report
    assert str(ROOT) not in ended.stderr
    # Each was met, and each is where it can be looked into.
    for place in (
        "paintEvent", "__del__", "_bootstrap_inner", "run_job", "osteoapp/desk.py", "notifier.py", "logs", "hang",
        "osteoapp.watchdog.Standstill", "sqlalchemy.exc.IntegrityError",
    ):  # fmt: skip
        assert place in report, place
    for remark in ("QPainter::begin", "UserWarning", "sqlalchemy.engine.Engine"):
        assert remark in ended.stderr, remark


# --- commands


def broken(*_: object, **__: object) -> None:
    try:
        raise KeyError(MEDICINE)
    except KeyError:
        warnings.warn(SECRET, stacklevel=1)
        logging.getLogger("library").warning("%s", SECRET, exc_info=True)
        raise LookupError(SECRET) from sqlite3.IntegrityError(f"[parameters: {SECRET}]")


def no_sum(*_: object) -> None:
    """A sum that no column takes: SQLAlchemy's fault then names what was to be written."""


PLANTS: dict[str, tuple[str, Any, tuple[str, ...]]] = {
    "the words": ("osteoapp.main.parse", broken, ("check",)),
    "the folder": ("osteoapp.main.user_data_folder", broken, ("check",)),
    "the store": ("osteoapp.store.store.Store.open", broken, ("agenda",)),
    "a statement": ("osteoapp.store.writing.checksum", no_sum, ("record", "ITEM", "taken", "--note", SECRET)),
    "the agenda": ("osteoapp.commands.agenda", broken, ("agenda",)),
    "the backup": ("osteoapp.store.store.Store.backup", broken, ("backup", "kopie.db")),
    "the overview": ("osteoapp.exchange.report.report", broken, ("export", "--format", "pdf", "x.pdf")),
    "the texts": ("osteoapp.texts.say", broken, ("check",)),
    "the window": ("osteoapp.opening.open_window", broken, ()),
    "the voice": ("osteoapp.reminding.speaking.main", broken, ("--speaking",)),
}


@pytest.mark.parametrize("what", PLANTS)
def test_a_command_that_breaks_ends_in_a_plain_sentence_without_a_name(
    what: str, folder: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    place, fault, words = PLANTS[what]
    monkeypatch.chdir(folder.parent)
    monkeypatch.setattr(place, fault)
    monkeypatch.setattr(warnings, "filters", [])
    given = [word.replace("ITEM", "alendroninezuur-merk-x/2026-11-23/dose") for word in words]
    at = () if what in ("the folder", "the voice") else ("--data", str(folder))
    capfd.readouterr()
    code = main([*(() if what == "the voice" else (*at, "--now", "2026-11-23T11:30")), *given])
    said = capfd.readouterr()
    assert (code, said.out) == (1, "")
    last = said.err.splitlines()[-1]
    assert last.startswith("Er ging iets mis" if what != "the texts" else "Something went wrong")
    assert "Traceback" not in said.err
    holds_nothing(folder, said.out, said.err)
    if at and what not in ("the words", "the texts"):
        assert str(folder / fault_report.FILE) in last
        assert "osteoapp/main.py" in (folder / fault_report.FILE).read_text("ascii")


def test_a_window_that_cannot_open_says_so_where_it_is_seen(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], qapp: object
) -> None:
    shown: list[str] = []
    monkeypatch.setattr("osteoapp.opening.Desk", broken)
    monkeypatch.setattr("osteoapp.opening.QMessageBox.exec", lambda box: shown.append(box.text()))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        assert main(["--data", str(folder)]) == 1
    assert shown[0].startswith("Er ging iets mis in het programma (LookupError).")
    holds_nothing(folder, *shown, *capfd.readouterr())


def test_a_migration_that_breaks_says_of_what_type_the_fault_is_and_not_what_it_was_about(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    database = tmp_path / "osteoapp.db"
    database.write_bytes((ROOT / "tests" / "data" / "databases" / "0001.db").read_bytes())
    monkeypatch.setattr(migrating.command, "upgrade", lambda *_: {}[SECRET])
    with pytest.raises(StoreFault) as caught:
        migrating.migrate(database, tmp_path / "copies", 1.0)
    assert (caught.value.code, caught.value.values["reason"]) == ("migration_failed", "KeyError")


def test_a_statement_that_fails_does_not_name_its_parameters(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writing, "checksum", no_sum)
    with Store.open(tmp_path, catalogue()) as store, pytest.raises(sqlite3.IntegrityError) as caught:
        store.save_settings(Settings(second_folder=SECRET))
    assert "hide_parameters" in str(caught.value.__cause__)
    assert SECRET not in str(caught.value.__cause__)


def test_the_reason_of_a_fault_is_in_the_words_of_the_system_or_none() -> None:
    with sqlite3.connect(":memory:") as connection:
        connection.execute("CREATE TABLE one (name TEXT NOT NULL)")
        connection.execute("INSERT INTO one VALUES (CAST(? AS TEXT))", (SECRET.encode() + b"\xff",))
        with pytest.raises(sqlite3.OperationalError, match=NAME) as undecoded:
            connection.execute("SELECT name FROM one").fetchone()
        with pytest.raises(sqlite3.IntegrityError) as empty:
            connection.execute("INSERT INTO one VALUES (NULL)")
    connection.close()
    found = [
        reason_of(fault) for fault in (
            OSError(13, "Permission denied", SECRET), OSError(SECRET), empty.value, undecoded.value, ValueError(SECRET),
            Damaged("event 3"), WriteFailed("disk_full", reason="full"), StoreFault("locked"),
        )
    ]  # fmt: skip
    assert found == [
        "Permission denied", "OSError", "NOT NULL constraint failed: one.name", "OperationalError", "ValueError",
        "event 3", "full", "locked",
    ]  # fmt: skip


# --- the parts


def test_what_is_printed_by_others_says_where_and_no_more_and_ends_with_the_program(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def hooks() -> tuple[Any, ...]:
        return (sys.excepthook, threading.excepthook, sys.unraisablehook, warnings.showwarning, logging.raiseExceptions,
                logging.getLogRecordFactory())  # fmt: skip

    before = hooks()
    with discreet.installed():
        assert all(mine != theirs for mine, theirs in zip(hooks(), before, strict=True))
        for act in (broken, lambda: sys.exit(SECRET)):
            thread = threading.Thread(target=act, name=SECRET)
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                thread.start()
                thread.join()
        fault = LookupError(SECRET)
        sys.excepthook(LookupError, fault, None)
        warnings.showwarning(UserWarning(SECRET), UserWarning, f"/home/{NAME}/lib/site-packages/x/y.py", 7)
        made = logging.getLogger("x").makeRecord(
            "x", logging.ERROR, f"/home/{NAME}/z.py", 5, "%s", (SECRET,), (LookupError, fault, None), sinfo=SECRET
        )
        monkeypatch.setattr(sys, "stderr", None)
        discreet.say("nobody hears it")
        monkeypatch.undo()
    assert hooks() == before
    said = capsys.readouterr().err
    assert not any(word in said for word in WORDS)
    assert "UserWarning site-packages/x/y.py:7" in said
    assert said.count("builtins.LookupError") == 2
    assert made.getMessage() == "z.py:5\nbuiltins.LookupError"
    told = logging.Formatter("%(pathname)s %(filename)s %(message)s %(args)s %(exc_info)s %(stack_info)s").format(made)
    assert not any(word in told for word in WORDS)


@pytest.mark.parametrize(
    ("file", "found"),
    [
        (fault_report.__file__, "osteoapp/fault_report.py"),
        ("osteoapp/ui/card.py", "osteoapp/ui/card.py"),
        (f"/home/osteoapp/{NAME}/x.py", "x.py"),
        (f"/home/{NAME}/osteoapp/.venv/lib/site-packages/apscheduler/x.py", "site-packages/apscheduler/x.py"),
        (f"/home/{NAME}/site-packages/a/dist-packages/b.py", "site-packages/a/dist-packages/b.py"),
        ("<string>", "<string>"), ("", "?"),
    ],
)  # fmt: skip
def test_a_place_begins_at_its_package(file: str, found: str) -> None:
    assert fault_report.place(file) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"QPainter::begin: {SECRET}", "qt.x QtWarningMsg QPainter::begin"),
        ("QObject: Cannot create", "qt.x QtWarningMsg QObject"),
        (SECRET, "qt.x QtWarningMsg"), (f"Cannot open: {NAME}", "qt.x QtWarningMsg"),
    ],
)  # fmt: skip
def test_a_remark_of_qt_keeps_its_head(text: str, found: str) -> None:
    assert discreet.qt_remark("qt.x", "QtWarningMsg", text) == found
