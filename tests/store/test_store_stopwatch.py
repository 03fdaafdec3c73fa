"""The stopwatch's file: whole or not there, and never a reason not to start."""

from __future__ import annotations

import os
import zlib
from datetime import UTC, datetime
from pathlib import Path

import pytest

from osteoapp.core.timing import Started
from osteoapp.store.faults import WriteFailed
from osteoapp.store.stopwatch import NAME, StopwatchFile


def signed(text: bytes) -> bytes:
    """With the sum that says it is whole."""
    return b"%s %08x\n" % (text, zlib.crc32(text))


STARTED = Started("activity/2026-11-23/goal", datetime(2026, 11, 23, 9, 32, 10, 250_000, UTC))


def test_what_was_written_is_read_by_the_next_run(tmp_path: Path) -> None:
    StopwatchFile(tmp_path).write(STARTED)
    assert StopwatchFile(tmp_path).read() == STARTED
    assert (tmp_path / NAME).stat().st_mode & 0o077 == 0
    assert [path.name for path in tmp_path.iterdir()] == [NAME]


def test_cleared_it_is_gone_and_clearing_again_is_harmless(tmp_path: Path) -> None:
    file = StopwatchFile(tmp_path)
    file.write(STARTED)
    file.clear()
    file.clear()
    assert file.read() is None


@pytest.mark.parametrize(
    "content",
    [
        b"", b"\x00\xff\n", b"2026-11-23T09:32:10+00:00 activity/2026-11-23/goal 00000000\n",
        signed(b"2026-11-23T09:32:10 activity/2026-11-23/goal"), signed(b"2026-11-23T09:32:10+00:00 activity"),
    ],
)  # fmt: skip
def test_a_damaged_file_counts_as_none(content: bytes, tmp_path: Path) -> None:
    (tmp_path / NAME).write_bytes(content)
    assert StopwatchFile(tmp_path).read() is None


def test_every_cut_off_file_counts_as_none(tmp_path: Path) -> None:
    file = StopwatchFile(tmp_path)
    file.write(STARTED)
    whole = (tmp_path / NAME).read_bytes()
    for length in range(len(whole) - 1):
        (tmp_path / NAME).write_bytes(whole[:length])
        assert file.read() is None, length


def test_a_disk_that_refuses_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "write", full)
    with pytest.raises(WriteFailed) as told:
        StopwatchFile(tmp_path).write(STARTED)
    assert told.value.code == "disk_full"
    monkeypatch.undo()
    assert StopwatchFile(tmp_path).read() is None
