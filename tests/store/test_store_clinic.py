"""A clinic's text in the data folder: whole or not at all, known when it is damaged, and never in the way."""

from __future__ import annotations

import errno
import os
import stat
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from osteoapp.store import clinic, files
from osteoapp.store.faults import Damaged, StoreFault, WriteFailed
from osteoapp.store.store import Store

TEXT = "één tekst".encode()


def test_what_is_kept_is_read_again_and_the_next_takes_its_place(folder: Path) -> None:
    assert clinic.read(folder) is None
    assert clinic.mark(folder) is None
    clinic.write(folder, TEXT)
    first = clinic.mark(folder)
    assert (clinic.read(folder), first is not None) == (TEXT, True)
    clinic.write(folder, TEXT * 2)
    assert clinic.read(folder) == TEXT * 2
    assert clinic.mark(folder) != first
    assert sorted(path.name for path in folder.iterdir()) == [clinic.CLINIC, files.LOCK]


def test_removing_leaves_nothing_and_says_whether_there_was_any(folder: Path) -> None:
    assert clinic.remove(folder) is False
    clinic.write(folder, TEXT)
    assert clinic.remove(folder) is True
    assert clinic.read(folder) is None
    assert clinic.remove(folder) is False


@pytest.mark.skipif(sys.platform == "win32", reason="rights are inherited there")
def test_only_the_owner_may_read_it(folder: Path) -> None:
    clinic.write(folder, TEXT)
    assert stat.S_IMODE((folder / clinic.CLINIC).stat().st_mode) == 0o600


@pytest.mark.parametrize(
    "spoil",
    [lambda whole: whole[:-1], lambda whole: whole + b"x", lambda whole: whole[1:], lambda _: b"", lambda _: b"\0" * 99,
     lambda whole: whole.replace("é".encode(), b"e")],
    ids=["cut off", "longer", "cut at the front", "emptied", "zeroed", "changed"],
)  # fmt: skip
def test_a_damaged_text_is_known_and_set_aside_under_another_name(
    folder: Path, spoil: Callable[[bytes], bytes]
) -> None:
    clinic.write(folder, TEXT)
    path = folder / clinic.CLINIC
    spoiled = spoil(path.read_bytes())
    path.write_bytes(spoiled)
    with pytest.raises(Damaged):
        clinic.read(folder)
    name = clinic.set_aside(folder)
    assert name is not None
    assert (folder / name).read_bytes() == spoiled
    assert files.is_aside(folder / name)
    assert clinic.read(folder) is None
    assert clinic.set_aside(folder) is None


@pytest.mark.parametrize(
    ("number", "code"), [(errno.ENOSPC, "disk_full"), (errno.EROFS, "read_only"), (errno.EIO, "disk_error")]
)
def test_a_write_that_fails_leaves_what_was_there(
    folder: Path, monkeypatch: pytest.MonkeyPatch, number: int, code: str
) -> None:
    clinic.write(folder, TEXT)

    def fail(*_: object) -> int:
        raise OSError(number, os.strerror(number))

    for name in ("write_all", "flush"):
        with monkeypatch.context() as patch:
            patch.setattr(files, name, fail)
            with pytest.raises(WriteFailed) as caught:
                clinic.write(folder, TEXT * 9)
        assert caught.value.code == code
        assert clinic.read(folder) == TEXT
    clinic.write(folder, TEXT * 3)
    assert clinic.read(folder) == TEXT * 3


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "data").write_bytes(b"")
    with pytest.raises(StoreFault):
        clinic.write(tmp_path / "data", TEXT)


def test_another_process_that_writes_is_waited_for_and_then_told(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clinic.write(folder, TEXT)
    monkeypatch.setattr(clinic, "PATIENCE", 0.0)
    with files.folder_lock(folder, 0.0):
        with pytest.raises(WriteFailed) as caught:
            clinic.write(folder, b"x")
        assert caught.value.code == "locked"
        with pytest.raises(WriteFailed):
            clinic.remove(folder)
        assert clinic.set_aside(folder) is None
    assert clinic.read(folder) == TEXT


def test_the_store_opens_beside_a_damaged_text_and_its_check_names_what_was_set_aside(
    folder: Path, open_store: Callable[[], Store]
) -> None:
    clinic.write(folder, TEXT)
    (folder / clinic.CLINIC).write_bytes(b"x")
    store = open_store()
    name = clinic.set_aside(folder)
    report = store.check()
    assert report.sound
    assert report.kept == (name,)
