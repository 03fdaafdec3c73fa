"""What is shipped is whole: resources, data of the package, licences, and nothing that is only found in a checkout."""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from osteoapp import __version__, shipped, workdays
from osteoapp.arguments import parse
from osteoapp.reminding import speech

from . import script

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "osteoapp"
build, frozen, licences, sbom = (script(name) for name in ("build", "frozen", "licences", "sbom"))
windows_version = script("windows_version")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PINS = dict(licences.PIN.findall((ROOT / "requirements" / "run.txt").read_text(encoding="utf-8")))
DATA = [path for path in sorted(PACKAGE.rglob("*")) if path.is_file() and path.suffix not in (".py", ".pyc", ".typed")]


def test_the_version_stands_in_one_place(capsys: pytest.CaptureFixture[str]) -> None:
    assert PROJECT["project"]["dynamic"] == ["version"]
    assert PROJECT["tool"]["setuptools"]["dynamic"]["version"] == {"attr": "osteoapp.__version__"}
    assert build.version() == sbom.version() == shipped.VERSION == __version__
    with pytest.raises(SystemExit):
        parse(["--version"])
    assert capsys.readouterr().out == f"osteoapp {__version__}\n"
    others = [*(ROOT / "packaging").rglob("*.*"), ROOT / "setup.py", ROOT / "README.md"]
    texts = [path for path in others if path.suffix in (".py", ".md", ".iss", ".spec", ".xml", ".1", ".desktop")]
    named = re.compile(rf"(?<![\d.]){re.escape(__version__)}(?![\d.])")
    assert [path.name for path in texts if named.search(path.read_text(encoding="utf-8"))] == []


@pytest.mark.parametrize("name", ["test", "build"])
def test_what_is_tested_and_what_is_shipped_is_what_people_run(name: str) -> None:
    """A part that the list of the build lacks is not in the installed program, and only missed when it is asked for."""
    text = (ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8")
    assert PINS.items() <= dict(licences.PIN.findall(text)).items()


def test_resources_are_found_in_a_checkout_and_in_an_installed_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert shipped.resources() == ROOT / "resources"
    package = tmp_path / "osteoapp"
    package.mkdir()
    assert shipped.resources(package) == tmp_path / "resources"
    assert shipped.installed(package) == "checkout"
    (package / "resources").mkdir()
    assert shipped.resources(package) == package / "resources"
    assert shipped.guide(package) == tmp_path / "docs" / "guide"
    (package / "resources" / "guide").mkdir()
    assert shipped.guide(package) == package / "resources" / "guide"
    assert shipped.installed(package) == "package"
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert shipped.installed(package) == "bundle"


def test_only_one_module_knows_where_resources_lie() -> None:
    """Another that guessed would find nothing in an installed program."""
    guessing = []
    for path in sorted(PACKAGE.rglob("*.py")):
        if path.name == "shipped.py":
            continue
        words = {node.value for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Constant)}
        if words & {"resources", "_MEIPASS"}:
            guessing.append(path.relative_to(ROOT).as_posix())
    assert guessing == []


def test_every_file_of_the_package_is_in_the_wheel_and_in_the_bundle() -> None:
    patterns = PROJECT["tool"]["setuptools"]["package-data"]["osteoapp"]
    wheel = {path for pattern in patterns for path in PACKAGE.glob(pattern)}
    assert PACKAGE / "py.typed" in wheel
    assert [path.name for path in DATA if path not in wheel] == []
    bundle = {Path(source): place for source, place in frozen.data_files()}
    steps = sorted((PACKAGE / "store" / "migrations").rglob("*.py"))
    assert [path.name for path in [*DATA, *steps] if bundle.get(path) != path.parent.relative_to(ROOT).as_posix()] == []
    kept = [path for path in (ROOT / "resources").rglob("*") if path.is_file() and path.suffix not in (".ts", ".py")]
    kept = [path for path in kept if "__pycache__" not in path.parts]
    assert [path.name for path in kept if path not in bundle] == []
    assert bundle[ROOT / "resources" / "licences.json"] == "osteoapp/resources"
    assert bundle[ROOT / "resources" / "fonts" / "OFL.txt"] == "osteoapp/resources/fonts"
    assert not [path for path in bundle if path.suffix == ".ts"]


def test_what_is_loaded_by_name_goes_along() -> None:
    assert {f"holidays.countries.{name}" for name in frozen.COUNTRIES} <= set(frozen.hidden())
    assert set(frozen.COUNTRIES.values()) == set(workdays.COUNTRIES.values())
    own = [name for name in frozen.HIDDEN if name.startswith("osteoapp.")]
    assert [name for name in own if not (ROOT / f"{name.replace('.', '/')}.py").is_file()] == []
    if sys.platform == "linux":
        assert "plyer.platforms.linux.notification" in frozen.hidden()


@pytest.mark.parametrize(
    ("name", "source", "kind", "wanted"),
    [
        ("PySide6/Qt/plugins/platforms/libqxcb.so", "/v/x", "BINARY", True),
        ("PySide6/Qt/plugins/platforms/libqvnc.so", "/v/x", "BINARY", False),
        ("PySide6/Qt/plugins/tls/libqopensslbackend.so", "/v/x", "BINARY", False),
        ("PySide6\\plugins\\platforms\\qwindows.dll", "C:\\v\\x", "BINARY", True),
        ("PySide6/Qt/translations/qtbase_nl.qm", "/v/x", "DATA", False),
        ("osteoapp/resources/translations/nl.qm", "/v/x", "DATA", True),
        ("PySide6/Qt/lib/libQt6Qml.so.6", "/v/x", "BINARY", False),
        ("libGL.so.1", "/usr/lib/x86_64-linux-gnu/libGL.so.1", "BINARY", sys.platform != "linux"),
        ("libpython3.11.so.1.0", "/usr/lib/x86_64-linux-gnu/libpython3.11.so.1.0", "BINARY", True),
        ("python3.11/lib-dynload/_json.so", "/usr/lib/python3.11/lib-dynload/_json.so", "EXTENSION", True),
    ],
)
def test_what_of_qt_and_of_the_system_is_shipped(name: str, source: str, kind: str, wanted: bool) -> None:
    assert frozen.wanted(name, source, kind) is wanted


def test_all_that_is_shipped_has_its_licence() -> None:
    """After a change of requirements/run.txt: python packaging/licences.py"""
    kept = json.loads((ROOT / "resources" / "licences.json").read_text(encoding="utf-8"))
    listed = {sbom.key(part["name"]): part["version"] for part in kept["parts"]}
    listed |= {name: listed[sbom.key(said)] for name, said in licences.NAMES.items()}
    assert {name: listed.get(name) for name in PINS} == PINS
    assert {other[0] for other in licences.OTHERS} <= {part["name"] for part in kept["parts"]}
    for part in kept["parts"]:
        assert part["licence"]
        assert part["texts"]
        assert all(len(kept["texts"][number]) > 500 for number in part["texts"]), part["name"]
    used = {number for part in kept["parts"] for number in part["texts"]}
    assert used == set(range(len(kept["texts"])))


def test_the_list_of_ingredients_names_every_package_with_its_digests() -> None:
    found = sbom.document()
    parts = {one["name"]: one for one in found["components"]}
    assert {name: parts[name]["version"] for name in PINS} == PINS
    assert all(parts[name]["hashes"] for name in PINS)
    assert len({one["bom-ref"] for one in found["components"]}) == len(found["components"])
    assert found == sbom.document()


def test_the_process_that_speaks_starts_from_a_frozen_program_too(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    assert speech.command("/usr/bin/python3")[-2:] == ("-m", "osteoapp.reminding.speaking")
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert speech.command("/usr/bin/osteoapp", "linux") == ("/usr/bin/osteoapp", speech.WORD)
    window, sister = tmp_path / "osteoapp.exe", tmp_path / "osteoapp-cli.exe"
    assert speech.command(str(window), "win32") == (str(window), speech.WORD)
    sister.touch()
    assert speech.command(str(window), "win32") == (str(sister), speech.WORD)
    words = [sys.executable, "-m", "osteoapp", speech.WORD, "no such engine"]
    said = subprocess.run(words, input=b"", capture_output=True, cwd=ROOT, timeout=60, check=True).stdout
    assert json.loads(said) == {"absent": "no-engine"}


@pytest.mark.parametrize(
    ("version", "numbers"), [("0.1.0", (0, 1, 0, 0)), ("2.10.3rc1", (2, 10, 3, 0)), ("1.2", (1, 2, 0, 0))]
)
def test_the_version_as_windows_counts_it(version: str, numbers: tuple[int, ...]) -> None:
    assert windows_version.numbers(version) == numbers
