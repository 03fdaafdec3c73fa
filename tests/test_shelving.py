"""A clinic's text put in and taken away from a screen, and the ticks of the walk: over the real data folder."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from osteoapp.clinic_shelf import ClinicShelf
from osteoapp.shelving import KeptTicks, Shelving
from osteoapp.store import clinic as kept
from osteoapp.store import files
from osteoapp.store.ticks import NAME

TODAY = date(2026, 11, 22)


class Hand:
    """A shelf with its folder, and how often it told that it changed."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.told = 0
        self.shelf = Shelving(ClinicShelf(folder), lambda: TODAY, self._tell)

    def _tell(self) -> None:
        self.told += 1


@pytest.fixture
def hand(tmp_path: Path) -> Hand:
    return Hand(tmp_path / "data")


def text(folder: Path, name: str, content: bytes) -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def test_a_text_is_put_in_and_taken_away(hand: Hand, tmp_path: Path) -> None:
    place = text(tmp_path, "prik.md", b"# Denosumab\n\n## Na de prik\n\nRust even uit.\n")
    assert hand.shelf.bring(place, "Ziekenhuis X", "nl") == ()
    found = hand.shelf.leaflet()
    assert found is not None
    assert (found.name, found.imported, hand.told) == ("Ziekenhuis X", TODAY, 1)
    assert hand.shelf.remove("nl") == ()
    assert hand.shelf.leaflet() is None
    assert hand.told == 2


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.md", b"# A\n\n<script>alert(1)</script>\n", "a.md, regel 3: hier staat HTML"),
        ("a.md", b"# A\n\n![x](http://x/y.png)\n", "a.md, regel 3: "),
        ("a.md", b"# A\n\n| a | b |\n|---|---|\n| 1 | 2 |\n", "a.md, regel 3: "),
        ("a.md", b"\xff\xfe# A\n", "a.md"),
        ("a.md", b"# A\n\n\x00\n", "a.md"),
        ("a.md", "# A\n\nga \u202e terug\n".encode(), "a.md, regel 3: "),
        ("a.md", b"---\ntopic: nonsense\n---\nTekst.\n", "a.md, regel 2: "),
        ("a.md", b"", "a.md: dit bestand is leeg"),
        ("a.md", b"# A\n\n" + b"a" * 2001 + b"\n", "a.md, regel 3: "),
        ("a.md", b"x" * 2_000_001, "a.md: "),
        ("a.exe", b"MZ", "a.exe: "),
        ("a.pdf", b"%PDF-1.4", "a.pdf: "),
    ],
    ids=["html", "picture", "table", "utf-16", "control", "direction", "topic", "empty", "line", "large", "exe", "pdf"],
)
def test_a_bad_file_is_refused_with_its_place_and_changes_nothing(
    name: str, content: bytes, said: str, hand: Hand, tmp_path: Path
) -> None:
    good = text(tmp_path, "good.txt", b"Parkeren\n\nGratis.\n")
    assert hand.shelf.bring(good, "Ziekenhuis X", "nl") == ()
    before = (hand.folder / kept.CLINIC).read_bytes()
    bad = text(tmp_path, name, content)
    for lang in ("nl", "en"):
        faults = hand.shelf.bring(bad, "Ziekenhuis Y", "en" if lang == "en" else "nl")
        assert faults
    assert any(fault.startswith(said) for fault in hand.shelf.bring(bad, "Ziekenhuis Y", "nl"))
    assert (hand.folder / kept.CLINIC).read_bytes() == before
    assert hand.told == 1


def test_a_disk_that_takes_nothing_is_told(hand: Hand, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = text(tmp_path, "a.txt", b"Parkeren\n\nGratis.\n")
    ticks = KeptTicks(hand.folder)
    assert hand.shelf.bring(place, "X", "nl") == ()

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(files, "write_whole", full)
    monkeypatch.setattr(Path, "unlink", full)
    assert len(hand.shelf.bring(place, "Y", "nl")) == 1
    assert len(hand.shelf.remove("nl")) == 1
    assert not ticks.keep({"walk:1"})
    found = hand.shelf.leaflet()
    assert found is not None
    assert found.name == "X"


def test_ticks_last_and_a_damaged_file_is_none(tmp_path: Path) -> None:
    ticks = KeptTicks(tmp_path)
    assert ticks.read() == frozenset()
    assert ticks.keep({"walk:4", "walk:0"})
    assert KeptTicks(tmp_path).read() == {"walk:0", "walk:4"}
    assert ticks.keep(())
    assert ticks.read() == frozenset()
    ticks.keep({"walk:4"})
    path = tmp_path / NAME
    path.write_bytes(path.read_bytes().replace(b"4", b"5", 1))
    assert ticks.read() == frozenset()
    path.write_bytes(b"\xff")
    assert ticks.read() == frozenset()
