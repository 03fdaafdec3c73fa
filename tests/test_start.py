"""The set-up program: what it decides, what it runs, and what it says when something is amiss.

Commands that would install something are played by `Installer`; nothing here fetches or installs.
"""

import ast
import errno
import importlib.util
import io
import json
import os
import re
import shutil
import socket
import string
import subprocess
import sys
import tempfile
import time
import tomllib
import venv
from collections.abc import Callable, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from packaging.requirements import Requirement

CHECKOUT = Path(__file__).resolve().parent.parent
LINUX = sys.platform == "linux"


def load() -> ModuleType:
    spec = importlib.util.spec_from_file_location("start", CHECKOUT / "start.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


start: Any = load()


class Installer(start.Log):  # type: ignore[misc]
    """Takes the place of the log: plays venv, pip and apt-get, and keeps the commands."""

    def __init__(self, home: Any) -> None:
        super().__init__(home.folder / "setup.log")
        self.home = home
        self.commands: list[list[str]] = []
        self.pip: Callable[[], tuple[int, str]] = lambda: (0, "")
        self.apt: Callable[[Sequence[str]], tuple[int, str]] = lambda words: (0, "")
        self.imports = (0, "")

    def run(self, words: Sequence[str], hear: Callable[[str], None] = lambda line: None) -> tuple[int, str]:
        self.write(f"$ {' '.join(words)}\n")
        self.commands.append(list(words))
        if "apt-get" in words:
            return self.apt(words)
        if "venv" in words:
            make_python(self.home)
            return 0, ""
        if "pip" in words:
            code, said = self.pip()
            if not code:
                (self.home.packages / "alpha-1.0.dist-info").mkdir(exist_ok=True)
            return code, said
        return self.imports

    def ran(self, word: str) -> list[list[str]]:
        return [words for words in self.commands if word in words]


def make_python(home: Any) -> None:
    home.python.parent.mkdir(parents=True, exist_ok=True)
    home.python.touch()
    home.packages.mkdir(parents=True, exist_ok=True)


@pytest.fixture(autouse=True)
def plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """English, no screen, and no word of the machine that runs the tests."""
    for name in ("LC_ALL", "LC_MESSAGES", "DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "CI"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "en_GB.UTF-8")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """A checkout with lock files and without `.venv`, on a computer that has all that Qt asks for."""
    (tmp_path / "requirements").mkdir()
    (tmp_path / "requirements" / "run.txt").write_text("alpha==1.0\n", encoding="utf-8")
    (tmp_path / "requirements" / "test.txt").write_text("alpha==1.0\nbeta==2.0\n", encoding="utf-8")
    monkeypatch.setattr(start, "HERE", tmp_path)
    monkeypatch.setattr(start, "NEEDED_MB", 0)
    monkeypatch.setattr(start, "check_machine", lambda: None)
    monkeypatch.setattr(start, "loads", lambda name: True)
    monkeypatch.setattr(start, "has_venv", lambda: True)
    return start.Environment(tmp_path)


@pytest.fixture
def installer(home: Any, monkeypatch: pytest.MonkeyPatch) -> Any:
    made = Installer(home)
    monkeypatch.setattr(start, "Log", lambda path: made)
    yield made
    made.close()


@pytest.fixture
def ready(home: Any) -> Any:
    """The same checkout, set up for running."""
    make_python(home)
    (home.packages / "alpha-1.0.dist-info").mkdir()
    home.point_to_checkout()
    home.write_stamp("run")
    return home


@pytest.fixture
def became(monkeypatch: pytest.MonkeyPatch) -> list[tuple[list[str], dict[str, str]]]:
    """What the process would have become."""
    calls: list[tuple[list[str], dict[str, str]]] = []

    def become(words: Sequence[str], environ: dict[str, str]) -> int:
        calls.append((list(words), dict(environ)))
        return 7

    monkeypatch.setattr(start, "become", become)
    return calls


# --- which Python and which computer ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("version", "language", "sentence"),
    [
        ((3, 6, 15), "en_GB.UTF-8", "osteoapp needs Python 3.11, 3.12, 3.13 or 3.14; this is Python 3.6.15."),
        ((3, 10, 2), "C", "this is Python 3.10.2."),
        ((3, 15, 0), "nl_NL.UTF-8", "osteoapp heeft Python 3.11, 3.12, 3.13 of 3.14 nodig; dit is Python 3.15.0."),
    ],
)
def test_a_python_that_does_not_fit_is_told_which_one_does(
    version: tuple[int, int, int], language: str, sentence: str
) -> None:
    pretend = f"import runpy, sys; sys.version_info = {(*version, 'final', 0)}"
    code = f"{pretend}; runpy.run_path('start.py', None, '__main__')"
    environ = {**os.environ, "LANG": language}
    done = subprocess.run([sys.executable, "-c", code], cwd=CHECKOUT, env=environ, capture_output=True, text=True)
    assert done.returncode == 1
    assert sentence in done.stderr
    assert "start.py" in done.stderr.removeprefix(sentence), "it says what to type"
    assert "Traceback" not in done.stderr
    assert done.stdout == ""


def test_the_file_parses_on_an_old_python() -> None:
    source = (CHECKOUT / "start.py").read_text(encoding="utf-8")
    tree = ast.parse(source, feature_version=(3, 7))
    later = (ast.NamedExpr, ast.Match, ast.TryStar)
    assert not [node for node in ast.walk(tree) if isinstance(node, later)]
    futures = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module == "__future__"]
    assert not futures, "Python 3.6 refuses a future import that it does not know before it can say anything"


@pytest.mark.parametrize(
    ("system", "machine", "release", "fits"),
    [
        ("linux", "x86_64", "2.36", True),
        ("linux", "x86_64", "2.34", True),
        ("linux", "x86_64", "2.33", False),
        ("linux", "x86_64", "", False),
        ("linux", "aarch64", "2.39", True),
        ("linux", "aarch64", "2.36", False),
        ("linux", "armv7l", "2.40", False),
        ("darwin", "arm64", "13.0", True),
        ("darwin", "x86_64", "14.6.1", True),
        ("darwin", "x86_64", "12.7.6", False),
        ("win32", "AMD64", "", True),
        ("win32", "ARM64", "", True),
        ("win32", "x86", "", False),
        ("freebsd14", "amd64", "", False),
    ],
)
def test_it_knows_for_which_computers_there_is_a_ready_made_qt(
    system: str, machine: str, release: str, fits: bool
) -> None:
    trouble = start.unfit(system, machine, release)
    assert (trouble is None) == fits
    if trouble:
        assert trouble.key == "no_qt"
        assert machine in trouble.values["found"]


def test_another_kind_of_python_and_a_32_bit_one_are_named() -> None:
    assert start.unfit("linux", "x86_64", "2.36", implementation="pypy").key == "not_cpython"
    assert start.unfit("win32", "AMD64", "", bits=32).key == "not_64"


def test_this_computer_fits() -> None:
    start.check_machine()


# --- the stamp ----------------------------------------------------------------------------------------------------


def test_nothing_there_is_absent_also_with_only_the_log_of_an_earlier_try(home: Any) -> None:
    assert home.state("run") == "absent"
    home.folder.mkdir()
    for name in start.KEPT:
        (home.folder / name).touch()
    assert home.state("run") == "absent"


def test_a_complete_set_up_is_ready_for_running_and_lacks_the_tests(ready: Any) -> None:
    assert ready.state("run") == "ready"
    assert ready.state("test") == "without_tests"


def test_the_set_up_for_the_tests_serves_running_too(ready: Any) -> None:
    ready.write_stamp("test")
    assert (ready.state("run"), ready.state("test")) == ("ready", "ready")


def test_a_changed_lock_file_is_noticed_for_what_it_serves(ready: Any) -> None:
    ready.write_stamp("test")
    ready.lock_file("test").write_text("alpha==1.0\nbeta==2.1\n", encoding="utf-8")
    assert (ready.state("run"), ready.state("test")) == ("ready", "outdated")
    ready.lock_file("run").write_text("alpha==1.1\n", encoding="utf-8")
    assert ready.state("run") == "outdated"


@pytest.mark.parametrize(
    "harm",
    [
        lambda home: home.stamp.unlink(),
        lambda home: home.python.unlink(),
        lambda home: (home.packages / "alpha-1.0.dist-info").rmdir(),
        lambda home: (home.packages / "osteoapp-checkout.pth").unlink(),
        lambda home: shutil.rmtree(home.packages),
        lambda home: home.stamp.write_bytes(b""),
        lambda home: home.stamp.write_bytes(b"\xff\xfe"),
        lambda home: home.stamp.write_text("[]", encoding="utf-8"),
        lambda home: home.stamp.write_text("{}", encoding="utf-8"),
        lambda home: home.stamp.write_text('{"schema": 1, "python": "3.11", "packages": null}', encoding="utf-8"),
    ],
    ids=["stamp gone", "python gone", "package gone", "path gone", "all gone", "empty", "bytes", "list", "bare", "odd"],
)
def test_whatever_is_missing_or_damaged_makes_it_half_made(ready: Any, harm: Callable[[Any], object]) -> None:
    harm(ready)
    assert ready.state("run") == "half_made"


@pytest.mark.skipif(os.name == "nt", reason="an environment on Windows holds a copy of Python, not a link to it")
def test_a_python_that_was_taken_from_the_computer_makes_it_half_made(ready: Any, tmp_path: Path) -> None:
    ready.python.unlink()
    ready.python.symlink_to(tmp_path / "removed" / "python3")
    assert ready.state("run") == "half_made"


def test_another_python_or_another_way_of_setting_up_is_noticed(ready: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(start, "SCHEMA", start.SCHEMA + 1)
    assert ready.state("run") == "half_made"
    monkeypatch.undo()
    stamp = json.loads(ready.stamp.read_text(encoding="utf-8"))
    ready.stamp.write_text(json.dumps({**stamp, "python": "3.9"}), encoding="utf-8")
    assert ready.state("run") == "other_python"


def test_the_path_to_the_program_is_relative_so_that_the_folder_may_move(ready: Any, tmp_path: Path) -> None:
    line = (ready.packages / "osteoapp-checkout.pth").read_text(encoding="ascii").strip()
    assert not os.path.isabs(line)
    assert (ready.packages / line).resolve() == tmp_path.resolve()


# --- setting up ---------------------------------------------------------------------------------------------------


def test_the_first_start_makes_the_environment_and_installs_by_digest(home: Any, installer: Any) -> None:
    assert start.prepare("window", installer, False) == home.python
    (making,) = installer.ran("venv")
    (pip,) = installer.ran("pip")
    assert installer.commands.index(making) < installer.commands.index(pip)
    assert {"--require-hashes", "--no-deps", "--only-binary"} <= set(pip)
    assert pip[-1] == str(home.lock_file("run"))
    assert home.state("run") == "ready"
    assert (home.packages / "osteoapp-checkout.pth").is_file()


def test_the_second_start_runs_nothing_and_writes_nothing(ready: Any, installer: Any) -> None:
    before = sorted((path, path.stat().st_mtime_ns) for path in ready.checkout.rglob("*"))
    assert start.prepare("words", installer, False) == ready.python
    assert start.prepare("window", installer, False) == ready.python
    assert installer.commands == []
    assert sorted((path, path.stat().st_mtime_ns) for path in ready.checkout.rglob("*")) == before


def test_a_half_made_environment_is_emptied_and_made_again(
    ready: Any, installer: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    ready.stamp.unlink()
    rest = ready.packages / "half" / "unpacked.py"
    rest.parent.mkdir()
    rest.touch()
    start.prepare("words", installer, False)
    assert not rest.exists()
    assert installer.ran("venv")
    assert ready.state("run") == "ready"
    assert "An earlier set-up did not finish" in capsys.readouterr().err
    assert "did not finish" not in start.text("absent")


def test_new_versions_go_into_the_environment_that_is_there(ready: Any, installer: Any) -> None:
    ready.lock_file("run").write_text("alpha==1.1\n", encoding="utf-8")
    start.prepare("words", installer, False)
    assert not installer.ran("venv")
    assert len(installer.ran("pip")) == 1
    assert ready.state("run") == "ready"


def test_an_update_that_failed_half_way_is_never_taken_for_the_old_state(ready: Any, installer: Any) -> None:
    old = ready.lock_file("run").read_text(encoding="utf-8")
    ready.lock_file("run").write_text("alpha==1.1\n", encoding="utf-8")
    installer.pip = lambda: (1, OFFLINE)
    with pytest.raises(start.Trouble):
        start.prepare("words", installer, False)
    ready.lock_file("run").write_text(old, encoding="utf-8")
    assert ready.state("run") == "half_made"


def test_the_tests_add_their_lock_file_to_an_environment_for_running(ready: Any, installer: Any) -> None:
    start.prepare("test", installer, False)
    assert not installer.ran("venv")
    assert installer.ran("pip")[0][-1] == str(ready.lock_file("test"))
    assert (ready.state("run"), ready.state("test")) == ("ready", "ready")


def test_an_interrupted_set_up_is_noticed_and_repaired(
    home: Any, installer: Any, became: list[Any], capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted() -> tuple[int, str]:
        raise KeyboardInterrupt

    installer.pip = interrupted
    assert start.main(["agenda"]) == 130
    assert capsys.readouterr().err.splitlines()[-1] == "Stopped. Start again to finish it."
    assert home.state("run") == "half_made"
    assert became == []
    installer.pip = lambda: (0, "")
    assert start.main(["agenda"]) == 7
    assert home.state("run") == "ready"


def test_parts_that_do_not_load_are_told_and_leave_no_stamp(
    home: Any, installer: Any, became: list[Any], capsys: pytest.CaptureFixture[str]
) -> None:
    installer.imports = (1, "Traceback (most recent call last):\nImportError: libfoo.so.1: cannot open\n")
    assert start.main([]) == 1
    said = capsys.readouterr().err
    assert "they do not load: ImportError: libfoo.so.1: cannot open" in said
    assert "Traceback" not in said
    assert home.state("run") == "half_made"
    assert became == []


@pytest.mark.skipif(os.name == "nt", reason="commands inherit the lock on POSIX only")
def test_two_starts_do_not_set_up_at_once_and_a_pip_left_behind_counts(home: Any, installer: Any) -> None:
    with start.only_one(home.folder, installer):
        child = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE, pass_fds=installer.lock)
        with (home.folder / "setup.lock").open("a+") as other:
            assert not start.locked(other, wait=False)
    with (home.folder / "setup.lock").open("a+") as other:
        assert not start.locked(other, wait=False), "the child still holds it"
        child.communicate(b"\n")
        assert start.locked(other, wait=False)


@pytest.mark.skipif(os.name == "nt", reason="commands inherit the lock on POSIX only")
def test_commands_get_the_lock_to_hold(tmp_path: Path) -> None:
    log = start.Log(tmp_path / "setup.log")
    with start.only_one(tmp_path, log):
        (number,) = log.lock
        code, _ = log.run([sys.executable, "-c", f"import os; os.fstat({number})"])
    assert code == 0
    assert log.lock == ()
    log.close()


def test_a_start_that_waited_finds_the_work_done(
    home: Any, installer: Any, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def the_other_finishes(file: object, wait: bool) -> bool:
        if wait:
            make_python(home)
            home.write_stamp("run")
        return wait

    monkeypatch.setattr(start, "locked", the_other_finishes)
    assert start.prepare("words", installer, False) == home.python
    assert installer.commands == []
    assert "this one waits for it" in capsys.readouterr().err


def test_a_command_is_heard_recorded_and_given_no_input(tmp_path: Path) -> None:
    log = start.Log(tmp_path / ".venv" / "setup.log")
    assert not log.path.parent.exists(), "nothing is written before the first command"
    heard: list[str] = []
    code = "import sys; print('one'); print('two', file=sys.stderr); sys.exit(len(sys.stdin.read()) + 3)"
    returned, said = log.run([sys.executable, "-u", "-c", code], heard.append)
    log.close()
    assert (returned, said, heard) == (3, "one\ntwo\n", ["one\n", "two\n"])
    record = log.path.read_text(encoding="utf-8")
    assert "one\ntwo\n(exit code 3)\n" in record
    assert record.startswith("$ ")


# --- what goes wrong ----------------------------------------------------------------------------------------------

OFFLINE = """\
WARNING: Retrying (Retry(total=2, connect=None, read=None, redirect=None, status=None)) after connection broken by \
'NewConnectionError('<...>: Failed to establish a new connection: [Errno -3] Temporary failure in name resolution')'
ERROR: Could not find a version that satisfies the requirement alembic==1.20.1 (from versions: none)
ERROR: No matching distribution found for alembic==1.20.1
"""


@pytest.mark.parametrize(
    ("said", "key"),
    [
        (OFFLINE, "no_network"),
        ("WARNING: Retrying after connection broken by 'ReadTimeoutError(...)'\n", "no_network"),
        ("SSLError(SSLCertVerificationError(1, '[SSL: CERTIFICATE_VERIFY_FAILED] ...'))\n", "no_trust"),
        ("ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device\n", "disk_full"),
        ("ERROR: Could not install packages: [WinError 5] Access is denied: 'C:\\x'\n", "no_permission"),
        ("ERROR: Could not install packages due to an OSError: [Errno 13] Permission denied: '/x'\n", "no_permission"),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.\n", "not_the_same"),
        ("ERROR: No matching distribution found for pyside6-addons==6.11.3 (from -r run.txt)\n", "no_file"),
        ("something else\n", "unknown"),
        ("", "unknown"),
    ],
)
def test_what_pip_says_becomes_a_plain_sentence(
    home: Any, installer: Any, became: list[Any], capsys: pytest.CaptureFixture[str], said: str, key: str
) -> None:
    assert start.why_pip_failed(said).key == key
    installer.pip = lambda: (1, said)
    assert start.main([]) == 1
    lines = capsys.readouterr().err.splitlines()
    start_of_sentence = start.TEXTS[key][0].partition("{")[0]
    assert lines[-2].startswith(start_of_sentence)
    assert lines[-1] == f"Details: {home.folder / 'setup.log'}"
    assert became == []
    assert home.state("run") != "ready"


def test_the_part_without_a_file_is_named() -> None:
    said = "ERROR: No matching distribution found for pyside6-addons==6.11.3 (from -r run.txt)\n"
    assert start.why_pip_failed(said).values == {"name": "pyside6-addons==6.11.3"}


def test_an_unforeseen_failure_gives_pips_own_error_line() -> None:
    said = "Collecting x\nERROR: the disc melted\n\n[notice] read the manual\n"
    assert start.why_pip_failed(said).values == {"reason": "ERROR: the disc melted"}


def test_no_network_is_said_in_dutch_too(
    home: Any, installer: Any, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LANG", "nl_NL.UTF-8")
    installer.pip = lambda: (1, OFFLINE)
    assert start.main([]) == 1
    assert "Het internet is niet bereikbaar." in capsys.readouterr().err


@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        (errno.EACCES, "The folder {here} cannot be written."),
        (errno.EROFS, "The folder {here} cannot be written."),
        (errno.ENOSPC, "The disk is too full:"),
        (errno.EDQUOT, "The disk is too full:"),
        (errno.EIO, "Setting up did not succeed:"),
    ],
)
def test_a_folder_that_cannot_be_written_is_told_without_a_traceback(
    home: Any,
    installer: Any,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    number: int,
    sentence: str,
) -> None:
    def refuse(folder: Path, log: object) -> None:
        raise OSError(number, os.strerror(number), str(folder))

    monkeypatch.setattr(start, "only_one", refuse)
    assert start.main(["agenda"]) == 1
    said = capsys.readouterr().err
    assert said.startswith(sentence.format(here=home.checkout))
    assert "Traceback" not in said


def test_too_little_room_is_told_before_anything_is_fetched(
    home: Any, installer: Any, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(start, "NEEDED_MB", 2**40)
    assert start.main([]) == 1
    assert f"needs {2**40} MB in {home.checkout}" in capsys.readouterr().err
    assert installer.commands == []


def test_a_fault_of_this_program_itself_is_one_sentence_with_the_rest_in_the_log(
    home: Any, installer: Any, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*values: object) -> None:
        raise ZeroDivisionError("by nought")

    monkeypatch.setattr(start, "build", fail)
    assert start.main([]) == 1
    said = capsys.readouterr().err
    assert "Setting up did not succeed: ZeroDivisionError: by nought" in said
    assert "Traceback" not in said
    assert "Traceback" in (home.folder / "setup.log").read_text(encoding="utf-8")


# --- system packages ----------------------------------------------------------------------------------------------

CURSOR = next(library for library in start.LIBRARIES if library.file == "libxcb-cursor.so.0")
GLIB = next(library for library in start.LIBRARIES if library.file == "libglib-2.0.so.0")
XVFB = next(tool for tool in start.TEST_TOOLS if tool.file == "Xvfb")


def missing(*, venv: bool = False, libraries: Sequence[Any] = (), tools: Sequence[Any] = ()) -> Any:
    return start.Missing(venv, list(libraries), list(tools))


def only(*names: str) -> Callable[[str], bool]:
    return lambda name: name in names


def test_the_line_to_type_names_each_debian_package_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "base_prefix", "/usr")
    lacking = missing(venv=True, libraries=[GLIB, CURSOR, GLIB], tools=[XVFB])
    install = f"apt-get install --no-install-recommends python{start.PYTHON}-venv libglib2.0-0 libxcb-cursor0 xvfb"
    assert start.line_to_type(lacking, only("apt-get", "sudo")) == f"sudo apt-get update && sudo {install}"
    assert start.line_to_type(lacking, only("apt-get")) == f'su -c "apt-get update && {install}"'


def test_debians_venv_package_is_no_help_for_a_python_from_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "base_prefix", "/home/someone/.pyenv/versions/3.11.7")
    assert missing(venv=True, libraries=[GLIB]).debian() == ["libglib2.0-0"]
    assert start.line_to_type(missing(venv=True), only("apt-get", "sudo")) is None


def test_the_line_to_type_suits_other_package_managers() -> None:
    lacking = missing(libraries=[GLIB, CURSOR], tools=[XVFB])
    rpm = "install 'libglib-2.0.so.0()(64bit)' 'libxcb-cursor.so.0()(64bit)' /usr/bin/Xvfb"
    assert start.line_to_type(lacking, only("dnf", "sudo")) == f"sudo dnf {rpm}"
    assert start.line_to_type(lacking, only("zypper", "sudo")) == f"sudo zypper {rpm}"
    arch = "pacman -S --needed glib2 xcb-util-cursor xorg-server-xvfb"
    assert start.line_to_type(lacking, only("pacman", "sudo")) == f"sudo {arch}"
    assert start.line_to_type(lacking, only("apk")) is None


@pytest.mark.parametrize(
    ("task", "lacking", "stops"),
    [
        ("window", missing(libraries=[CURSOR]), True),
        ("test", missing(libraries=[CURSOR]), True),
        ("sample", missing(libraries=[CURSOR]), False),
        ("sample", missing(libraries=[GLIB]), True),
        ("words", missing(libraries=[GLIB, CURSOR]), False),
        ("test", missing(tools=[XVFB]), False),
    ],
)
def test_only_what_a_task_cannot_do_without_stops_it(task: str, lacking: Any, stops: bool) -> None:
    assert lacking.stops(task) == stops


class Stdin(io.StringIO):
    """A standard input that is a terminal or not."""

    def __init__(self, text: str, terminal: bool) -> None:
        super().__init__(text)
        self.terminal = terminal

    def isatty(self) -> bool:
        return self.terminal


@pytest.mark.parametrize(
    ("root", "sudo", "yes", "terminal", "answer", "prefix"),
    [
        (True, False, False, False, "", ["env"]),
        (False, False, True, True, "", None),
        (False, True, True, True, "", ["sudo", "env"]),
        (False, True, True, False, "", ["sudo", "-n", "env"]),
        (False, True, False, False, "y\n", None),
        (False, True, False, True, "y\n", ["sudo", "env"]),
        (False, True, False, True, "\n", ["sudo", "env"]),
        (False, True, False, True, "Ja\n", ["sudo", "env"]),
        (False, True, False, True, "n\n", None),
        (False, True, False, True, "", None),
    ],
)
def test_it_asks_before_it_uses_sudo(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    root: bool,
    sudo: bool,
    yes: bool,
    terminal: bool,
    answer: str,
    prefix: list[str] | None,
) -> None:
    monkeypatch.setattr(start, "is_root", lambda: root)
    monkeypatch.setattr(shutil, "which", lambda name: sudo and name == "sudo")
    monkeypatch.setattr(sys, "stdin", Stdin(answer, terminal))
    assert start.apt_prefix(["libgl1"], yes) == prefix
    asked = capsys.readouterr().err
    assert ("libgl1" in asked) == (not root and sudo and not yes and terminal)


@pytest.fixture
def debian(home: Any, monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """A Debian machine and its root; holds the libraries it has."""
    have: set[str] = {library.file for library in start.LIBRARIES}
    monkeypatch.setattr(start, "loads", lambda name: name in have)
    monkeypatch.setattr(start, "is_root", lambda: True)
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
    real = os.path.exists
    monkeypatch.setattr(os.path, "exists", lambda path: path == "/etc/debian_version" or real(path))
    monkeypatch.setattr(sys, "platform", "linux")
    return have


def test_missing_libraries_are_installed_before_python_packages(
    home: Any, installer: Any, debian: set[str], became: list[Any], capsys: pytest.CaptureFixture[str]
) -> None:
    debian.remove(CURSOR.file)

    def apt(words: Sequence[str]) -> tuple[int, str]:
        if "install" in words:
            debian.add(CURSOR.file)
        return 0, ""

    installer.apt = apt
    assert start.main(["agenda"]) == 7
    update, install = installer.ran("apt-get")
    assert update[-1] == "update"
    assert install[:3] == ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]
    assert install[-4:] == ["install", "--yes", "--no-install-recommends", "libxcb-cursor0"]
    assert installer.commands[:2] == [update, install]
    said = capsys.readouterr().err
    assert "libxcb-cursor0" in said
    assert "Type:" not in said, "nothing is missing any more"


def test_a_library_that_stays_missing_stops_the_window_with_the_line_to_type(
    home: Any, installer: Any, debian: set[str], became: list[Any], capsys: pytest.CaptureFixture[str]
) -> None:
    debian.remove(GLIB.file)
    installer.apt = lambda words: (100, "E: Unable to locate package")
    assert start.main([]) == 1
    line = "sudo apt-get update && sudo apt-get install --no-install-recommends libglib2.0-0"
    assert f"Type:  {line}\n" in capsys.readouterr().err
    assert became == []
    assert not installer.ran("venv")


def test_a_command_without_a_window_goes_on_without_qts_libraries(
    home: Any, installer: Any, debian: set[str], became: list[Any], capsys: pytest.CaptureFixture[str]
) -> None:
    debian.remove(GLIB.file)
    assert start.main(["agenda"]) == 7
    assert "libglib2.0-0" in capsys.readouterr().err
    assert not any("PySide6" in " ".join(words) for words in installer.ran("-c")), "Qt is not asked to load"


def test_a_ready_environment_is_not_asked_for_libraries_by_a_command(
    ready: Any, installer: Any, debian: set[str], became: list[Any], capsys: pytest.CaptureFixture[str]
) -> None:
    debian.clear()
    assert start.main(["agenda"]) == 7
    assert installer.commands == []
    assert capsys.readouterr().err == ""


def test_no_network_while_installing_system_packages_is_told(
    home: Any, installer: Any, debian: set[str], became: list[Any], capsys: pytest.CaptureFixture[str]
) -> None:
    debian.remove(GLIB.file)
    installer.apt = lambda words: (100, "W: Temporary failure resolving 'a.mirror'" if "update" in words else "E: no")
    assert start.main([]) == 1
    assert "The internet cannot be reached." in capsys.readouterr().err


def test_a_python_without_venv_gets_debians_package_or_a_plain_sentence(
    home: Any,
    installer: Any,
    debian: set[str],
    became: list[Any],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(start, "has_venv", lambda: False)
    monkeypatch.setattr(sys, "base_prefix", "/usr")
    assert start.main([]) == 1
    said = capsys.readouterr().err
    assert "Python's venv module is not installed. Type:  sudo apt-get update" in said
    assert installer.ran("install")[0][-1] == f"python{start.PYTHON}-venv"
    monkeypatch.setattr(sys, "base_prefix", "/opt/python")
    assert start.main([]) == 1
    assert "Install a complete Python 3.13" in capsys.readouterr().err


def test_the_tests_ask_for_their_tools(home: Any, installer: Any, debian: set[str], monkeypatch: Any) -> None:
    have = {"apt-get", "sudo", "xauth"}
    monkeypatch.setattr(shutil, "which", lambda name: name in have)
    start.supply_system("test", True, installer, False)
    tools = ["xvfb", "dbus", "dunst", "libnotify-bin", "openbox", "xdotool", "x11-utils", "strace"]
    assert installer.ran("install")[0][-8:] == tools
    installer.commands.clear()
    start.supply_system("window", True, installer, False)
    assert installer.commands == []


@pytest.mark.skipif(not LINUX, reason="shared libraries of Linux")
def test_a_library_that_is_not_there_is_seen_to_be_missing() -> None:
    assert start.loads("libc.so.6")
    assert not start.loads("libosteoapp-of-nobody.so.1")


# --- a screen or not ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("system", "environ", "x", "wayland", "display"),
    [
        ("win32", {}, False, False, True),
        ("darwin", {}, False, False, True),
        ("linux", {}, True, True, False),
        ("linux", {"DISPLAY": ":0"}, True, False, True),
        ("linux", {"DISPLAY": ":0"}, False, False, False),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, False, True, True),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True, False, False),
        ("linux", {"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}, False, True, True),
        ("linux", {"DISPLAY": "", "WAYLAND_DISPLAY": ""}, True, True, False),
        ("linux", {"QT_QPA_PLATFORM": "offscreen"}, False, False, True),
    ],
)
def test_a_screen_is_one_that_answers(
    monkeypatch: pytest.MonkeyPatch, system: str, environ: dict[str, str], x: bool, wayland: bool, display: bool
) -> None:
    monkeypatch.setattr(start, "x_server_answers", lambda: x)
    monkeypatch.setattr(start, "wayland_answers", lambda environ: wayland)
    assert start.has_display(environ, system) == display


@pytest.mark.skipif(not LINUX, reason="X and Wayland are Linux's")
def test_a_display_that_nobody_serves_does_not_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", ":64321")
    assert not start.x_server_answers()


@pytest.mark.skipif(not LINUX, reason="X and Wayland are Linux's")
def test_a_wayland_socket_answers_only_while_someone_listens() -> None:
    with tempfile.TemporaryDirectory() as folder:  # short: the path of a socket has at most 107 bytes
        environ = {"XDG_RUNTIME_DIR": folder, "WAYLAND_DISPLAY": "w-0"}
        assert not start.wayland_answers(environ)
        with socket.socket(socket.AF_UNIX) as server:
            server.bind(os.path.join(folder, "w-0"))
            assert not start.wayland_answers(environ)
            server.listen()
            assert start.wayland_answers(environ)
            assert start.wayland_answers({"WAYLAND_DISPLAY": os.path.join(folder, "w-0")})


def test_without_a_screen_it_says_so_and_shows_a_sample_day(
    ready: Any, became: list[Any], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setattr(start, "has_display", lambda environ: False)
    monkeypatch.chdir(tmp_path)
    assert start.main([]) == 7
    ((words, environ),) = became
    assert words[-5:] == ["-m", "osteoapp", "show-sample", "--screens", "./screens"]
    assert environ["QT_QPA_PLATFORM"] == "offscreen"
    said = capsys.readouterr().err
    assert said.startswith("There is no screen here")
    assert str(tmp_path / "screens") in said


def test_words_are_passed_on_without_a_screen_too(
    ready: Any, became: list[Any], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(start, "has_display", lambda environ: False)
    assert start.main(["agenda", "--json"]) == 7
    ((words, environ),) = became
    assert words[-4:] == ["-m", "osteoapp", "agenda", "--json"]
    assert "QT_QPA_PLATFORM" not in environ
    assert capsys.readouterr() == ("", "")


# --- running ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "passed"),
    [
        (["agenda", "--days", "7"], ["agenda", "--days", "7"]),
        (["--yes", "agenda"], ["agenda"]),
        (["agenda", "--yes"], ["agenda", "--yes"]),
        (["record", "x", "taken", "--note", "a b ; $HOME"], ["record", "x", "taken", "--note", "a b ; $HOME"]),
        (["--help"], ["--help"]),
        ([""], [""]),
    ],
)
def test_the_programs_words_arrive_as_they_were_typed(
    ready: Any, became: list[Any], words: list[str], passed: list[str]
) -> None:
    assert start.main(words) == 7
    assert became[0][0] == [str(ready.python), "-P", "-m", "osteoapp", *passed]


def test_with_a_screen_and_no_words_the_program_opens(ready: Any, became: list[Any], monkeypatch: Any) -> None:
    monkeypatch.setattr(start, "has_display", lambda environ: True)
    assert start.main(["--yes"]) == 7
    assert became[0][0] == [str(ready.python), "-P", "-m", "osteoapp"]


def test_test_runs_pytest_off_the_screen_and_passes_its_words(
    ready: Any, installer: Any, became: list[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    ready.write_stamp("test")
    monkeypatch.chdir(ready.checkout.parent)
    assert start.main(["test", "-k", "agenda"]) == 7
    words, environ = became.pop()
    assert words == [str(ready.python), "-m", "pytest", "-n", "2", "--dist", "loadfile", "-k", "agenda"]
    assert environ["QT_QPA_PLATFORM"] == "offscreen"
    assert Path.cwd() == ready.checkout
    monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
    monkeypatch.setattr(start, "TEST_WORKERS", 0)
    start.main(["test"])
    words, environ = became.pop()
    assert words == [str(ready.python), "-m", "pytest"]
    assert environ["QT_QPA_PLATFORM"] == "xcb"


LONG = ["-m", "long", "-o", "faulthandler_timeout=3600", "tests/faults"]


def test_faults_runs_the_long_tests_if_there_are_any(
    ready: Any, installer: Any, became: list[Any], monkeypatch: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    ready.write_stamp("test")
    assert start.main(["faults"]) == 1
    assert "has no long tests" in capsys.readouterr().err
    (ready.checkout / "tests" / "faults").mkdir(parents=True)
    monkeypatch.chdir(ready.checkout)
    assert start.main(["faults", "-x"]) == 7
    assert became[0][0][1:] == ["-m", "pytest", *LONG, "-x"]


@pytest.mark.parametrize(("value", "yes"), [("true", True), ("1", True), ("", False), ("false", False)])
def test_ci_is_taken_for_yes(monkeypatch: pytest.MonkeyPatch, value: str, yes: bool) -> None:
    given: list[bool] = []
    monkeypatch.setenv("CI", value)
    monkeypatch.setattr(start, "go", lambda words, log, assume_yes: given.append(assume_yes) or 0)
    assert start.main(["agenda"]) == 0
    assert given == [yes]


@pytest.fixture
def real(tmp_path: Path) -> Path:
    """A checkout with a real, bare environment and a small program in the place of osteoapp."""
    checkout = tmp_path / "map met spaties é"
    program = checkout / "osteoapp"
    program.mkdir(parents=True)
    shutil.copy(CHECKOUT / "start.py", checkout)
    shutil.copytree(CHECKOUT / "requirements", checkout / "requirements")
    (program / "__init__.py").touch()
    (program / "__main__.py").write_text(
        "import json, os, sys\nprint(json.dumps([sys.argv[1:], os.getcwd(), sys.prefix]))\nsys.exit(5)\n",
        encoding="utf-8",
    )
    home = start.Environment(checkout)
    venv.create(home.folder)
    home.point_to_checkout()
    home.write_stamp("run")
    return checkout


def run_real(checkout: Path, *words: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(checkout / "start.py"), *words]
    environ = {**os.environ, "PATH": str(checkout)}  # nothing of this machine can be called, apt-get least of all
    return subprocess.run(
        command, cwd=cwd, env=environ, capture_output=True, encoding="utf-8", stdin=subprocess.DEVNULL, check=False
    )


def test_for_real_words_folder_and_exit_code_go_through(real: Path, tmp_path: Path) -> None:
    (tmp_path / "json.py").write_text("raise SystemExit('the wrong json')\n", encoding="utf-8")
    done = run_real(real, "agenda", "--days", "7", "é ö", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (5, "")
    assert json.loads(done.stdout) == [["agenda", "--days", "7", "é ö"], str(tmp_path), str(real / ".venv")]


@pytest.mark.skipif(not LINUX, reason="elsewhere there is always a screen")
def test_for_real_without_a_screen_the_sample_is_shown(real: Path, tmp_path: Path) -> None:
    done = run_real(real, cwd=tmp_path)
    assert done.returncode == 5
    assert "There is no screen here" in done.stderr
    assert json.loads(done.stdout)[0] == ["show-sample", "--screens", "./screens"]


def test_for_real_a_second_start_costs_less_than_two_seconds(real: Path, tmp_path: Path) -> None:
    before = time.monotonic()
    assert run_real(real, "agenda", cwd=tmp_path).returncode == 5
    assert time.monotonic() - before < 2


def test_for_real_a_moved_checkout_still_runs(real: Path, tmp_path: Path) -> None:
    moved = real.rename(tmp_path / "moved")
    done = run_real(moved, "agenda", cwd=tmp_path)
    assert done.returncode == 5, done.stderr


# --- the sentences and the lock files -----------------------------------------------------------------------------


def test_every_sentence_is_there_in_both_languages_with_the_same_gaps() -> None:
    for key, (english, dutch) in start.TEXTS.items():
        gaps = [{name for _, name, _, _ in string.Formatter().parse(sentence) if name} for sentence in (english, dutch)]
        assert gaps[0] == gaps[1], key
        assert english != dutch, key
        assert (english + dutch).isascii(), f"{key}: an old console may not show it"


def test_every_sentence_that_is_asked_for_exists_and_none_is_left_over() -> None:
    source = (CHECKOUT / "start.py").read_text(encoding="utf-8")
    body = source[source.index("def dutch()") :]
    asked = set(re.findall(r'(?:say|text|Trouble)\(\s*"(\w+)"', body))
    asked |= set(re.findall(r'return "(\w+)"', body)) | {"outdated"} | {key for key, _ in start.PIP_SIGNS}
    asked -= {"ready"} - set(re.findall(r'say\("(ready)"', body))
    tasks = {"window", "sample", "words"}
    assert asked - tasks == set(start.TEXTS)


@pytest.mark.parametrize(
    ("environ", "dutch"),
    [
        ({"LANG": "nl_NL.UTF-8"}, True),
        ({"LANG": "nl"}, True),
        ({"LANG": "en_US.UTF-8"}, False),
        ({"LANG": "nl_BE.UTF-8", "LC_ALL": "C"}, False),
        ({"LANG": "C", "LC_MESSAGES": "nl_NL"}, True),
        ({"LANG": "nl_NL", "LC_ALL": ""}, True),
    ],
)
def test_the_language_is_that_of_the_environment(
    monkeypatch: pytest.MonkeyPatch, environ: dict[str, str], dutch: bool
) -> None:
    for name, value in environ.items():
        monkeypatch.setenv(name, value)
    assert start.dutch() == dutch


def locked_packages(kind: str) -> dict[str, list[str]]:
    """The pins of a lock file, each with its digests."""
    pins: dict[str, list[str]] = {}
    name = ""
    for line in (CHECKOUT / "requirements" / f"{kind}.txt").read_text(encoding="utf-8").splitlines():
        if "==" in line:
            name = line.split(" \\")[0]
            pins[name] = []
        elif "--hash=" in line:
            pins[name].append(line.strip(" \\").removeprefix("--hash="))
    return pins


@pytest.mark.parametrize("kind", ["run", "test"])
def test_a_lock_file_holds_digests_for_all_and_names_no_address(kind: str) -> None:
    pins = locked_packages(kind)
    assert len(pins) > 10
    for pin, digests in pins.items():
        assert digests, pin
        assert all(re.fullmatch(r"sha256:[0-9a-f]{64}", digest) for digest in digests), pin
    text = (CHECKOUT / "requirements" / f"{kind}.txt").read_text(encoding="utf-8")
    assert "://" not in text
    assert not re.search(r"^\s*-(?!-hash)", text, re.MULTILINE), "no option but digests"


def test_the_tests_run_on_what_people_run() -> None:
    run, test = locked_packages("run"), locked_packages("test")
    versions = {pin.partition(" ;")[0].strip(): digests for pin, digests in test.items()}
    for pin, digests in run.items():
        assert versions[pin.partition(" ;")[0].strip()] == digests


def test_the_lock_files_follow_the_project_file() -> None:
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = {"run": project["dependencies"]}
    wanted["test"] = project["dependencies"] + project["optional-dependencies"]["test"]
    for kind, lines in wanted.items():
        pins = dict(pin.partition(" ;")[0].strip().split("==") for pin in locked_packages(kind))
        for requirement in map(Requirement, lines):
            version = pins[re.sub(r"[-_.]+", "-", requirement.name).lower()]
            assert requirement.specifier.contains(version), f"{requirement} in {kind}.txt"


def test_qt_is_locked_with_a_file_for_each_system() -> None:
    pins = locked_packages("run")
    for name in ("pyside6-essentials", "pyside6-addons", "shiboken6"):
        # Windows and Linux on two processors each, and one file for both kinds of Mac.
        assert len(pins[f"{name}==6.11.3"]) == 5
