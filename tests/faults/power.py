"""A power cut, from a record of every write: what a disk may hold at any moment, rebuilt and judged.

A real process works under strace, which records each write, flush, truncation and renaming with its bytes. Replayed up
to a moment, they tell what is certainly on the disk then: what was flushed. Of what was not, any part may be there,
sector by sector, and of the changes of names any first part. Such a disk is made, and the program started on it.
"""

from __future__ import annotations

import json
import os
import random
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from killing import ROOT

SECTOR = 512
CALLS = "open,openat,creat,close,dup,dup2,dup3,lseek,read,write,pwrite64,writev,pwritev,fsync,fdatasync,ftruncate,"
CALLS += "truncate,rename,renameat,renameat2,unlink,unlinkat,rmdir,mkdir"
# Calls by which a disk is changed and that the replay does not know: the record must not hold any.
UNKNOWN = {"writev", "pwritev", "truncate", "creat"}
_LINE = re.compile(r"(\w+)\((.*)\)\s+= (-?\d+)")
_WORD = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')


@dataclass(frozen=True)
class Step:
    """One change of the disk, or (``said``) a line of the worker's log."""

    kind: str
    path: str = ""
    other: str = ""
    at: int = 0
    data: bytes = b""


def available() -> bool:
    """Whether processes can be traced here."""
    if shutil.which("strace") is None:
        return False
    return subprocess.run(["strace", "-qq", "-o", os.devnull, "true"], check=False, capture_output=True).returncode == 0


def record(place: Path, seed: int, events: int, plant: str = "") -> list[Step]:
    """Lets a worker do so many events under strace; what it did to the disk."""
    trace = place / "trace"
    worker = Path(__file__).with_name("power_worker.py")
    words = [sys.executable, str(worker), str(place / "data"), str(place / "log"), str(seed), str(events), plant]
    subprocess.run(
        ["strace", "-qq", "-xx", "-s", "50000000", "-e", f"trace={CALLS}", "-o", str(trace), *words],
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"},
        check=True,
    )
    with trace.open(encoding="ascii") as lines:
        return list(steps(lines, str(place / "data"), str(place / "log")))


def _words(text: str) -> list[bytes]:
    return [bytes.fromhex(word.replace("\\x", "")) for word in _WORD.findall(text)]


def steps(lines: Iterator[str], folder: str, log: str) -> Iterator[Step]:
    """The changes inside a folder that a trace tells of, and the lines of the log, in their order."""
    open_files: dict[int, tuple[str, bool]] = {}
    offsets: dict[int, int] = {}
    for line in lines:
        match = _LINE.match(line)
        if match is None or int(match[3]) < 0:
            continue
        call, text, result = match[1], match[2], int(match[3])
        if call in ("open", "openat"):
            path = os.path.normpath(_words(text)[0].decode())
            if not path.startswith((folder, log)):
                open_files.pop(result, None)
                continue
            open_files[result] = (path, "O_APPEND" in text)
            offsets[result] = 0
            if "O_CREAT" in text and path != log:
                yield Step("create", path)
            if "O_TRUNC" in text:
                yield Step("cut", path, at=0)
        elif call in ("rename", "renameat", "renameat2", "unlink", "unlinkat"):
            names = [os.path.normpath(word.decode()) for word in _words(text)]
            if names[0].startswith(folder) and "AT_REMOVEDIR" not in text:
                yield Step(call[:6], names[0], names[-1])
        elif call in ("rmdir", "mkdir"):
            continue
        else:
            yield from _on_open_file(call, text, result, open_files, offsets, log)


def _on_open_file(
    call: str, text: str, result: int, open_files: dict[int, tuple[str, bool]], offsets: dict[int, int], log: str
) -> Iterator[Step]:
    number = int(text.split(",")[0])
    if number not in open_files:
        return
    path, append = open_files[number]
    assert call not in UNKNOWN, call
    if call == "close":
        del open_files[number]
    elif call.startswith("dup"):
        open_files[result], offsets[result] = open_files[number], offsets[number]
    elif call == "lseek":
        offsets[number] = result
    elif call == "read":
        offsets[number] += result
    elif call == "write":
        data = _words(text)[0][:result]
        if path == log:
            yield Step("said", data=data)
        else:
            yield Step("write", path, at=-1 if append else offsets[number], data=data)
        offsets[number] += result
    elif call == "pwrite64":
        yield Step("write", path, at=int(text.rsplit(",", 1)[1]), data=_words(text)[0][:result])
    elif call == "ftruncate":
        yield Step("cut", path, at=int(text.rsplit(",", 1)[1]))
    elif call in ("fsync", "fdatasync"):
        yield Step("flush", path)


@dataclass
class _File:
    now: bytearray = field(default_factory=bytearray)
    safe: bytes = b""
    since: list[tuple[int, bytes | None]] = field(default_factory=list)  # None: cut to that length

    def write(self, at: int, data: bytes) -> None:
        at = len(self.now) if at < 0 else at
        _put(self.now, at, data)
        for start in range(0, len(data), SECTOR):
            self.since.append((at + start, data[start : start + SECTOR]))

    def cut(self, length: int) -> None:
        _cut(self.now, length)
        self.since.append((length, None))

    def flush(self) -> None:
        self.safe, self.since = bytes(self.now), []

    def after_a_cut(self, chance: random.Random) -> bytes:
        """What may be left: all that was flushed, and any part of the rest."""
        share = chance.choice((0.0, 1.0, chance.random()))
        left = bytearray(self.safe)
        for at, data in self.since:
            if chance.random() < share:
                if data is None:
                    _cut(left, at)
                else:
                    _put(left, at, data)
        return bytes(left)


def _put(content: bytearray, at: int, data: bytes) -> None:
    if at > len(content):
        content += bytes(at - len(content))
    content[at : at + len(data)] = data


def _cut(content: bytearray, length: int) -> None:
    del content[length:]
    content += bytes(length - len(content))


class Disk:
    """What was written so far, and what of it is certain."""

    def __init__(self) -> None:
        self._names: dict[str, _File] = {}
        self._safe_names: dict[str, _File] = {}
        self._since: list[tuple[str, str, _File | None]] = []  # name, name it had, file (None: gone)
        self.said: list[dict[str, Any]] = []

    def do(self, step: Step) -> None:
        """Takes one step."""
        if step.kind == "said":
            self.said.append(json.loads(step.data))
        elif step.kind == "create":
            if step.path not in self._names:
                self._names[step.path] = _File()
                self._since.append((step.path, "", self._names[step.path]))
        elif step.kind == "rename":
            self._names[step.other] = self._names.pop(step.path)
            self._since.append((step.other, step.path, self._names[step.other]))
        elif step.kind == "unlink":
            del self._names[step.path]
            self._since.append((step.path, "", None))
        elif step.kind == "flush" and step.path not in self._names:
            self._flush_names(step.path)
        elif step.kind == "write":
            self._names[step.path].write(step.at, step.data)
        elif step.kind == "cut":
            self._names[step.path].cut(step.at)
        else:
            self._names[step.path].flush()

    def _flush_names(self, folder: str) -> None:
        waiting = []
        for change in self._since:
            if folder in (os.path.dirname(change[0]), os.path.dirname(change[1])):
                _rename(self._safe_names, *change)
            else:
                waiting.append(change)
        self._since = waiting

    def power_cut(self, folder: Path, target: Path, chance: random.Random) -> None:
        """Makes a folder as the disk may hold it now. The file for sharing is a memory, and gone."""
        names = dict(self._safe_names)
        for change in self._since[: chance.randint(0, len(self._since))]:
            _rename(names, *change)
        for name, file in names.items():
            if not name.endswith("-shm"):
                path = target / Path(name).relative_to(folder)
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(file.after_a_cut(chance))


def _rename(names: dict[str, _File], name: str, before: str, file: _File | None) -> None:
    names.pop(before, None)
    if file is None:
        names.pop(name, None)
    else:
        names[name] = file
