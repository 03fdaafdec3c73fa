"""A set-up that was left half-way: kept whole, and never in the way when it is damaged."""

from __future__ import annotations

from pathlib import Path

import pytest

from osteoapp.store import unfinished
from osteoapp.store.faults import Damaged, WriteFailed

ANSWERS = {"page": "who", "patient.name": "Mevrouw Østergård \u200f😀", "chosen": "dairy activity"}


def test_what_was_answered_is_kept_and_forgotten(tmp_path: Path) -> None:
    assert unfinished.read(tmp_path) is None
    unfinished.write(tmp_path, {"page": "welcome"})
    unfinished.write(tmp_path, ANSWERS)
    assert unfinished.read(tmp_path) == ANSWERS
    assert (tmp_path / unfinished.NAME).stat().st_mode & 0o077 == 0
    unfinished.forget(tmp_path)
    unfinished.forget(tmp_path)
    assert unfinished.read(tmp_path) is None


@pytest.mark.parametrize(
    "content",
    [
        b"", b"{", b"[]", b"null", b'"who"', b"\xff\xfe", b"[" * 100_000,
        b'{"format":1,"answers":{"page":"who"},"sum":1}',
        b'{"format":2,"answers":{},"sum":3018728591}',
        b'{"format":1,"answers":[],"sum":0}',
    ],
)  # fmt: skip
def test_a_damaged_one_is_told_from_none(tmp_path: Path, content: bytes) -> None:
    (tmp_path / unfinished.NAME).write_bytes(content)
    with pytest.raises(Damaged):
        unfinished.read(tmp_path)


def test_one_changed_byte_is_noticed(tmp_path: Path) -> None:
    unfinished.write(tmp_path, ANSWERS)
    path = tmp_path / unfinished.NAME
    path.write_bytes(path.read_bytes().replace(b"dairy", b"fairy"))
    with pytest.raises(Damaged):
        unfinished.read(tmp_path)


def test_answers_are_texts_only(tmp_path: Path) -> None:
    unfinished.write(tmp_path, {"page": 3})  # type: ignore[dict-item]
    with pytest.raises(Damaged):
        unfinished.read(tmp_path)


def test_a_folder_that_is_gone_is_told(tmp_path: Path) -> None:
    with pytest.raises(WriteFailed):
        unfinished.write(tmp_path / "nowhere", ANSWERS)
    (tmp_path / unfinished.NAME).mkdir()
    with pytest.raises(Damaged):
        unfinished.read(tmp_path)
    with pytest.raises(WriteFailed):
        unfinished.forget(tmp_path)
