"""Who may import whom, who may read the clock, and how large things may grow."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "osteoapp"
FILES = sorted(PACKAGE.rglob("*.py"))
PARSED = {path: ast.parse(path.read_text(encoding="utf-8")) for path in FILES}

FILE_LINES, FUNCTION_LINES, CLASS_METHODS = 400, 60, 25

# A room may import these rooms, besides itself. "words" is osteoapp/words.py, the texts of items.
ROOMS = {
    "core": set(),
    "content": {"core"},
    "words": {"core", "content"},
    "store": {"core"},
    "exchange": {"core", "content", "words"},
    "reminding": {"core", "words"},
    "desktop": set(),
    "i18n": set(),
    "workdays": set(),
    "fault_report": set(),
    "discreet": {"fault_report"},
    "shipped": {"package"},
    "ui": {"core", "content", "words", "i18n", "workdays", "shipped"},
    "arguments": {"core", "package"},
    "texts": {"core", "content", "words", "store", "arguments"},
    "clinic_shelf": {"content", "store", "exchange"},
    "commands": {"core", "content", "words", "store", "exchange", "reminding", "desktop", "texts", "arguments"}
    | {"simulate", "leaflet_command", "export", "safekeeping", "pin_command"},
    "leaflet_command": {"content", "words", "exchange", "texts", "arguments", "commands", "clinic_shelf"}
    | {"pin_command"},
    "lock": {"store"},
    "pin_command": {"store", "commands", "texts", "lock"},
    "paperwork": {"core", "content", "words", "store", "exchange", "texts", "package", "shipped"},
    "export": {"core", "content", "store", "exchange", "commands", "texts", "arguments", "paperwork"}
    | {"pin_command"},
    "safekeeping": {"content", "words", "store", "commands", "texts", "pin_command"},
    "simulate": {"core", "content", "words", "store", "reminding", "commands", "arguments"},
}
JOINERS = {
    "main", "__main__", "joining", "desk", "errands", "attention", "aside", "outside", "leaving", "machine", "sample",
    "planning", "demo", "shelving", "sharing", "stocking", "looking_back", "keeping", "program", "watchdog", "opening",
}

# A third-party name appears only in the room that owns it.
OWNERS = {
    "sqlalchemy": {"store"},
    "alembic": {"store"},
    "apscheduler": {"reminding"},
    "plyer": {"reminding"},
    "jeepney": {"reminding"},
    "tzlocal": {"reminding"},
    "platformdirs": {"desktop"},
    "tomlkit": {"exchange"},
    "icalendar": {"exchange"},
    "typst": {"exchange"},
    "holidays": {"workdays"},
    "rapidfuzz": {"content"},
    "markdown_it": {"exchange"},
    "argon2": {"lock"},
    "PySide6": {"ui", "i18n", "reminding", "desktop"} | JOINERS,
}
STANDARD_ONLY = {"core"}
IMPURE = {"os", "pathlib", "time", "random", "socket", "subprocess", "threading", "tempfile"}


def room(path: Path) -> str:
    inside = path.relative_to(PACKAGE)
    return inside.parts[0] if len(inside.parts) > 1 else inside.stem.replace("__init__", "package")


def imports(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Call) and ast.unparse(node.func).endswith("import_module"):
            constants = (part.value for part in node.args if isinstance(part, ast.Constant))
            yield from (value for value in constants if isinstance(value, str))


def own_rooms(tree: ast.AST) -> set[str]:
    found = set()
    for name in imports(tree):
        parts = name.split(".")
        if parts[0] != "osteoapp":
            continue
        known = len(parts) > 1 and ((PACKAGE / parts[1]).is_dir() or (PACKAGE / f"{parts[1]}.py").is_file())
        if known:
            found.add(parts[1])
        elif len(parts) > 1:
            found.add("package")
    return found


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_a_file_imports_only_the_rooms_it_may(path: Path) -> None:
    here = room(path)
    if here in JOINERS or here == "package":
        return
    found = own_rooms(PARSED[path]) - {here}
    assert found <= ROOMS[here], f"{here} may not import {sorted(found - ROOMS[here])}"


def test_nobody_imports_main() -> None:
    users = [path for path in FILES if "main" in own_rooms(PARSED[path]) and path.name != "__main__.py"]
    assert users == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_a_third_party_name_stays_in_the_room_that_owns_it(path: Path) -> None:
    here = room(path)
    tops = {name.split(".")[0] for name in imports(PARSED[path])}
    strangers = {name for name in tops & OWNERS.keys() if here not in OWNERS[name]}
    assert strangers == set()
    if here in STANDARD_ONLY:
        assert not tops & (IMPURE | OWNERS.keys())


@pytest.mark.parametrize("owner", ["apscheduler", "plyer"])
def test_scheduler_and_notifier_have_one_user_each(owner: str) -> None:
    users = [path.name for path in FILES if any(name.split(".")[0] == owner for name in imports(PARSED[path]))]
    assert users == {"apscheduler": ["wakeup.py"], "plyer": ["notifier.py"]}[owner]


def test_only_the_clock_reads_the_clock() -> None:
    readers = []
    for path, tree in PARSED.items():
        if path.relative_to(PACKAGE).as_posix() == "reminding/clock.py":
            continue
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                base = ast.unparse(node.func.value).split(".")[-1]
                call = (base, node.func.attr)
                if call in {("datetime", "now"), ("datetime", "today"), ("datetime", "utcnow"), ("date", "today"),
                            ("time", "time"), ("QDateTime", "currentDateTime"), ("QDate", "currentDate"),
                            ("QTime", "currentTime")}:
                    readers.append(f"{path.relative_to(ROOT)}:{node.lineno} {'.'.join(call)}")
    assert readers == []


def test_nothing_has_grown_too_large() -> None:
    faults = []
    for path, tree in PARSED.items():
        name = path.relative_to(ROOT)
        lines = len(path.read_text(encoding="utf-8").splitlines())
        if lines > FILE_LINES:
            faults.append(f"{name}: {lines} lines")
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                assert node.end_lineno is not None
                length = node.end_lineno - node.lineno + 1
                if length > FUNCTION_LINES:
                    faults.append(f"{name}:{node.lineno} {node.name}: {length} lines")
            if isinstance(node, ast.ClassDef):
                methods = sum(isinstance(part, ast.FunctionDef | ast.AsyncFunctionDef) for part in node.body)
                if methods > CLASS_METHODS:
                    faults.append(f"{name}:{node.lineno} {node.name}: {methods} methods")
    assert faults == []


def test_there_are_no_import_cycles_between_rooms() -> None:
    graph = {name: {other for other in allowed if other in ROOMS} for name, allowed in ROOMS.items()}
    # Late imports, for start-up cost.
    graph["commands"] -= {"simulate", "leaflet_command", "export", "safekeeping", "pin_command"}

    def reach(name: str, seen: tuple[str, ...]) -> None:
        assert name not in seen, " -> ".join((*seen, name))
        for other in graph[name]:
            reach(other, (*seen, name))

    for name in graph:
        reach(name, ())


def test_texts_name_no_registry_host() -> None:
    """Only the lock files that need a host may name one; pip's lock with hashes needs none."""
    hosts = ("files.pythonhosted" + ".org", "pypi" + ".org/simple")
    faults = []
    for folder in ("osteoapp", "docs", "bench", "packaging", "tests", "resources", "requirements"):
        for path in (ROOT / folder).rglob("*"):
            if path.suffix in {".py", ".md", ".toml", ".txt"}:
                text = path.read_text(encoding="utf-8")
                faults += [f"{path}: {host}" for host in hosts if host in text]
    assert faults == []
