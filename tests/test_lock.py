"""The caregiver's PIN: what opens it, what slows a guesser down, and the way out of one that is forgotten."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from argon2.exceptions import VerifyMismatchError

from osteoapp import lock as module
from osteoapp import pin_command
from osteoapp.content.catalogue import catalogue
from osteoapp.lock import CaregiverLock
from osteoapp.main import main
from osteoapp.store import restoring
from osteoapp.store.store import Store

START = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
SAMPLE = Path(__file__).parent.parent / "resources" / "samples" / "tablet.toml"


class Time:
    """A clock that a test moves."""

    def __init__(self) -> None:
        self.present = START
        self.seconds = 0.0

    def pass_by(self, seconds: float) -> None:
        self.present += timedelta(seconds=seconds)
        self.seconds += seconds


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "data", catalogue()) as found:
        yield found


@pytest.fixture(autouse=True)
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    """The library with its least costs: what is tested here is not how long it takes."""
    from argon2 import PasswordHasher

    monkeypatch.setattr(module, "_hasher", lambda: PasswordHasher(1, 8, 1))


def lock_of(store: Store, time: Time) -> CaregiverLock:
    return CaregiverLock(store, lambda: time.present, lambda: time.seconds)


def test_the_hash_is_argon2id_and_the_pin_is_nowhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    with Store.open(tmp_path / "data", catalogue()) as store:
        found = CaregiverLock(store, lambda: START, lambda: None)
        assert found.is_open()
        assert not found.is_set()
        assert found.set_pin("48151623") == ""
        kept = store.settings().lock
        assert kept is not None
        assert kept.hash.startswith("$argon2id$v=19$m=65536,t=3,p=4$")
        assert found.give("48151623") == ""
    for path in (tmp_path / "data").rglob("*"):
        assert path.is_dir() or b"48151623" not in path.read_bytes()


def test_a_right_pin_opens_for_some_minutes_and_no_longer(store: Store, time: Time) -> None:
    assert lock_of(store, time).set_pin("1234") == ""
    later = lock_of(store, time)  # the next run
    assert not later.is_open()
    assert later.give("1235") == "wrong"
    assert not later.is_open()
    assert later.give("1234") == ""
    assert later.is_open()
    time.pass_by(module.OPEN_SECONDS - 1)
    assert later.is_open()
    time.pass_by(1)
    assert not later.is_open()
    later.give("1234")
    later.close()
    assert not later.is_open()
    assert later.remove() == ""
    assert later.is_open()
    assert later.give("anything") == ""


def test_only_the_library_compares_as_it_does_so_in_constant_time(
    store: Store, time: Time, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither the PIN nor the hash is looked at here: what the library says of them is all that counts."""
    found = lock_of(store, time)
    found.set_pin("1234")
    kept = store.settings().lock
    assert kept is not None
    asked: list[tuple[str, str]] = []

    class Library:
        """Says what the test wants; there is nothing else to go by."""

        fits = True

        def verify(self, *given: str) -> bool:
            asked.append(given)  # type: ignore[arg-type]
            if not self.fits:
                raise VerifyMismatchError
            return True

    monkeypatch.setattr(module, "_hasher", Library)
    found.close()
    assert found.give("9999") == ""
    assert found.is_open()
    found.close()
    monkeypatch.setattr(Library, "fits", False)
    assert found.give("1234") == "wrong"
    assert not found.is_open()
    assert asked == [(kept.hash, "9999"), (kept.hash, "1234")]


@pytest.mark.parametrize(
    ("pin", "fault"),
    [("", "digits"), ("123", "length"), ("1234567890123", "length"), ("12a4", "digits"), ("١٢٣٤", "digits"),
     (" 1234", "digits")],
)
def test_what_is_no_pin_is_told_and_changes_nothing(pin: str, fault: str, store: Store, time: Time) -> None:
    assert lock_of(store, time).set_pin(pin) == fault
    assert store.settings().lock is None


def test_each_wrong_pin_waits_longer_and_a_restart_forgives_none(store: Store, time: Time) -> None:
    lock_of(store, time).set_pin("1234")
    waits = []
    for number in range(10):
        found = lock_of(store, time)  # a restart each time
        assert found.give("9999") == "wrong"
        until = found.wait_until()
        waits.append(0 if until is None else round((until - time.present).total_seconds()))
        assert number < 2 or found.give("1234") == "wait", "not even the right one, and it costs no try"
        time.pass_by(waits[-1])
    assert waits == [0, 0, 30, 60, 120, 240, 480, 900, 900, 900]
    assert lock_of(store, time).give("1234") == ""
    assert lock_of(store, time).wait_until() is None


def test_a_clock_set_back_locks_no_longer_than_the_wait(store: Store, time: Time) -> None:
    found = lock_of(store, time)
    found.set_pin("1234")
    for _ in range(3):
        found.give("0000")
    time.present -= timedelta(days=400)
    until = found.wait_until()
    assert until is not None
    assert until - time.present == timedelta(seconds=30)


def test_a_forgotten_pin_goes_after_a_day_and_comes_back_to_mind_before(store: Store, time: Time) -> None:
    found = lock_of(store, time)
    found.set_pin("1234")
    assert found.way_out() == "wait"
    assert found.forget() == ""
    time.pass_by(3600)
    assert found.forget() == "", "asking again does not begin the day anew"
    assert found.way_out_at() == START + timedelta(days=1)
    time.pass_by(22 * 3600)
    assert found.way_out() == "wait"
    assert lock_of(store, time).give("1234") == ""
    assert found.way_out_at() is None, "who gives the PIN has not forgotten it"
    found.forget()
    found.remember()
    assert found.way_out() == "wait"
    found.forget()
    time.pass_by(24 * 3600)
    assert lock_of(store, time).way_out() == ""
    assert store.settings().lock is None


def test_the_lock_is_in_no_export_and_comes_back_with_no_copy(
    tmp_path: Path, time: Time, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "data"
    with Store.open(folder, catalogue()) as store:
        lock_of(store, time).set_pin("1234")
        copy = tmp_path / "old.db"
        store.backup(copy)
        lock_of(store, time).set_pin("567890")
        kept = store.settings().lock
    assert main(["--data", str(folder), "export", "--format", "json", "-"]) == 0
    assert "argon2" not in capsys.readouterr().out
    assert restoring.own_lock(folder) == kept
    restoring.restore(folder, copy, START, 1.0)
    assert restoring.own_lock(folder) == kept, "the PIN of this computer stays"
    other = tmp_path / "other"
    restoring.restore(other, copy, START, 1.0)
    assert restoring.own_lock(other) is None, "and a copy brings none to another"
    with Store.open(folder, catalogue()) as store:
        assert store.check().sound
        assert store.settings().lock == kept
    (folder / "osteoapp.db").write_bytes(b"spoiled")
    assert restoring.own_lock(folder) is None


def test_commands_that_change_ask_the_pin_and_others_never(
    tmp_path: Path, time: Time, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "data"

    def run(*words: str) -> tuple[int, str]:
        code = main(["--data", str(folder), "--now", "2026-11-23T07:35", "--zone", "Europe/Amsterdam", *words])
        return code, capsys.readouterr().err

    typed: list[str] = []
    monkeypatch.setattr(pin_command.getpass, "getpass", lambda _: typed.pop())
    assert run("regimen", "import", str(SAMPLE))[0] == 0
    copy = tmp_path / "copy.db"
    assert run("backup", str(copy))[0] == 0
    with Store.open(folder, catalogue()) as store:
        lock_of(store, time).set_pin("1234")
    text = tmp_path / "clinic.md"
    text.write_text("# Bij ons\n\nBel de balie.\n", encoding="utf-8")
    whole = tmp_path / "whole.json"
    assert run("export", "--format", "json", str(whole))[0] == 0
    changing = [("regimen", "import", str(SAMPLE)), ("restore", str(copy)), ("leaflet", "remove"),
                ("leaflet", "import", str(text), "--name", "Kliniek")]  # fmt: skip
    for words in (*changing, ("import-json", str(whole))):
        code, said = run(*words)
        assert (code, "Geef deze opdracht in een terminal" in said) == (2, True), words
    assert run("record", "alendronate-tablet/2026-11-23/dose", "taken") == (0, ""), "answering is never locked"
    assert run("backup", str(copy)) == (0, "")
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    for words in changing:
        typed.append("1234")
        assert run(*words)[0] == 0, words

    def ended(_: str) -> str:
        raise EOFError

    with monkeypatch.context() as without:
        without.setattr(pin_command.getpass, "getpass", ended)
        assert "Geef deze opdracht" in run("restore", str(copy))[1]
    for expected in ("klopt niet", "klopt niet", "te veel verkeerde"):
        typed.append("4321")
        code, said = run("restore", str(copy))
        assert (code, expected in said) == (2, True), said
    assert run("restore", str(copy)) == (2, said), "and now nothing is even asked"
