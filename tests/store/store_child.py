"""What tests of the store do in a process of its own: dying, losing rights, running out of disk.

Run as a program it reads one act a line and does each in a fork of itself, so that what takes long is imported
once. An act takes the data folder and tells what came of it, one JSON value a line.
"""

from __future__ import annotations

import json
import os
import resource
import signal
import sqlite3
import sys
import tempfile
import traceback
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import event
from sqlalchemy.engine import Engine
from store_builders import NOW, every_kind, opened, regimen_of, reminded, taken

from osteoapp.store import files, journal, migrating, restoring
from osteoapp.store.faults import StoreFault, WriteFailed
from osteoapp.store.settings import Settings

NOBODY = 65534


def tell(value: object) -> None:
    print(json.dumps(value), flush=True)


def die(*_: object) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def outcome(act: Callable[[], Any]) -> str:
    try:
        act()
    except (StoreFault, WriteFailed) as fault:
        return fault.code
    return "done"


def as_nobody(folder: Path) -> None:
    """Opens the folder as a user who may not write in it."""
    if os.geteuid() == 0:
        os.setgroups([])
        os.setgid(NOBODY)
        os.setuid(NOBODY)
    tell(outcome(lambda: opened(folder).close()))


def write_and_die(folder: Path, moment: str, what: str = "answers") -> None:
    """Appends one answer that is acknowledged, and dies in the middle of the next write."""
    with opened(folder) as store:
        store.append([taken(1)])
        tell("answer-1")
        if moment == "in the line":
            whole = files.write_all

            def part(descriptor: int, content: bytes) -> None:
                whole(descriptor, content[: len(content) // 2])
                die()

            files.write_all = part
        elif moment == "before the disk":
            files.flush = die
        elif moment == "before the commit":
            event.listen(Engine, "commit", die)
        elif moment == "after the commit":
            event.listen(Engine, "commit", lambda connection: (connection.connection.commit(), die()))
        if what == "regimen":
            store.save_regimen(regimen_of(every_kind()), NOW)
        elif what == "settings":
            store.save_settings(Settings(volume=3))
        else:
            store.append([taken(2), taken(3)])
        tell("not reached")


def fill(folder: Path) -> Path:
    """Leaves no room on the disk of the folder."""
    path = folder.parent / "ballast"
    descriptor = os.open(path, os.O_CREAT | os.O_WRONLY | os.O_APPEND)
    try:
        while True:
            os.write(descriptor, bytes(4096))
    except OSError:
        pass
    finally:
        os.close(descriptor)
    return path


def full_disk(folder: Path) -> None:
    """The disk runs full while the program runs, and then has room again."""
    with opened(folder) as store:
        store.append([taken(1)])
        ballast = fill(folder)
        number, code = 2, "done"
        while code == "done" and number < 400:  # what was allotted before may still take some
            code = outcome(partial(store.append, [taken(number)]))
            number += 1
        tell({"refused": code, "acknowledged": number - 2, "in memory": len(store.history())})
        content = journal.Journal(folder).read()
        tell({"entries": len(content.entries) - 1, "torn": len(content.torn)})
    with opened(folder) as store:
        tell({"answers": len(store.history()), "refused": outcome(lambda: store.append([taken(number - 1)]))})
        ballast.unlink()
        tell({"retry": outcome(lambda: store.append([taken(number - 1)]))})
    with opened(folder) as store:
        tell({"trouble": store.trouble, "answers": len(store.history()), "repaired": [r.code for r in store.repaired]})


def start_on_a_full_disk(folder: Path) -> None:
    """The disk is full at the start, without room even for the file by which processes share."""
    with opened(folder) as store:
        store.append([taken(1)])
        store.save_regimen(regimen_of(every_kind()), NOW)
    ballast = fill(folder)
    with opened(folder) as store:
        plans = len(store.regimen().draft.plans)
        tell({"trouble": store.trouble, "answers": len(store.history()), "plans": plans})
        tell([outcome(lambda: store.append([taken(2)])), outcome(lambda: store.save_settings(Settings(volume=3)))])
        store.sync()
        tell(store.trouble)
        ballast.unlink()
        tell(outcome(lambda: store.append([taken(2)])))
        store.sync()
        tell({"trouble": store.trouble, "answers": len(store.history()), "repaired": [r.code for r in store.repaired]})


def first_start_on_a_full_disk(folder: Path) -> None:
    fill(folder)
    tell(outcome(lambda: opened(folder).close()))


def limited(folder: Path) -> None:
    """The system refuses to let any file grow."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    with opened(folder) as store:
        store.append([taken(1)])
        size = (folder / "answers.journal").stat().st_size
        resource.setrlimit(resource.RLIMIT_FSIZE, (size + 20, resource.RLIM_INFINITY))
        answer = outcome(lambda: store.append([taken(2)]))
        tell({"answer": answer, "grown": (folder / "answers.journal").stat().st_size - size})
        tell({"note": outcome(lambda: store.append([reminded("r")]))})
        resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        tell({"retry": outcome(lambda: store.append([taken(2), reminded("r")]))})


def create_and_die(folder: Path) -> None:
    """Dies within the very first transaction, when part of it is in the file already."""
    files.prepare(folder)
    files.private_file(folder / files.DATABASE)
    connection = sqlite3.connect(folder / files.DATABASE, isolation_level=None)
    for statement in ("PRAGMA cache_size=1", "BEGIN", "CREATE TABLE events (x)"):
        connection.execute(statement)
    connection.executemany("INSERT INTO events VALUES (zeroblob(4000))", [()] * 100)
    die()


def repair_and_die(folder: Path, number: str) -> None:
    """Dies at the n-th renaming or replacing of a file while a damaged database is rebuilt."""
    die_at_change(int(number))
    opened(folder).close()
    tell("survived")


def restore_and_die(folder: Path, source: str, number: str) -> None:
    """Dies at the n-th change of a name while a copy is put in the place of the data."""
    die_at_change(int(number))
    restoring.restore(folder, Path(source), NOW.replace(day=24, hour=9, minute=0), 1.0)
    tell("survived")


def die_at_change(left: int) -> None:
    """Lets this process die at a change of a name, after so many of them."""

    def counted(change: Callable[..., Any]) -> Callable[..., Any]:
        def changed(*words: Any, **more: Any) -> Any:
            nonlocal left
            if left == 0:
                die()
            left -= 1
            return change(*words, **more)

        return changed

    Path.rename = counted(Path.rename)  # type: ignore[method-assign]
    Path.replace = counted(Path.replace)  # type: ignore[method-assign]
    Path.unlink = counted(Path.unlink)  # type: ignore[method-assign]
    Path.rmdir = counted(Path.rmdir)  # type: ignore[method-assign]
    os.rmdir = counted(os.rmdir)
    os.unlink = counted(os.unlink)


def migrate_and_die(folder: Path, scripts: str, number: str) -> None:
    """Dies at the n-th statement of a migration."""
    left = int(number)

    def count(*_: object) -> None:
        nonlocal left
        if left == 0:
            die()
        left -= 1

    event.listen(Engine, "before_cursor_execute", count)
    event.listen(Engine, "commit", count)
    migrating.migrate(folder / files.DATABASE, folder / files.BACKUPS, 1.0, Path(scripts))
    tell("survived")


ACTS = (as_nobody, write_and_die, full_disk, start_on_a_full_disk, first_start_on_a_full_disk, limited,
        create_and_die, repair_and_die, restore_and_die, migrate_and_die)


def serve() -> None:
    """Answers each line ``[act, folder, word…]`` with ``{"signal", "told", "fault"}``."""
    acts: dict[str, Callable[..., None]] = {act.__name__: act for act in ACTS}
    with tempfile.TemporaryDirectory() as first, opened(Path(first)) as store:
        store.append([taken(1)])  # imports whatever a child without rights could not
    for line in sys.stdin:
        name, folder, *words = json.loads(line)
        with tempfile.TemporaryFile("w+") as told, tempfile.TemporaryFile("w+") as fault:
            child = os.fork()
            if child == 0:
                os.dup2(told.fileno(), 1)
                os.dup2(fault.fileno(), 2)
                try:
                    acts[name](Path(folder), *words)
                except BaseException:
                    traceback.print_exc()
                    sys.stderr.flush()
                os._exit(0)
            status = os.waitpid(child, 0)[1]
            told.seek(0)
            fault.seek(0)
            values = [json.loads(row) for row in told]
            answer = {"signal": os.WTERMSIG(status), "told": values, "fault": fault.read()}
        tell(answer)


if __name__ == "__main__":
    serve()
