"""Papier en bestanden: two presses away, a look ahead, printing, keeping, and nothing replaced unasked."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage, QPdfWriter
from PySide6.QtWidgets import QWidget

from osteoapp.content.words import LANGS
from osteoapp.i18n import Translations
from osteoapp.ui.paper import Printable
from osteoapp.ui.pictures import settle
from osteoapp.ui.ports import Settings
from osteoapp.ui.share.model import fault_words, kinds
from osteoapp.ui.share.onepage import OnePage
from osteoapp.ui.share.port import PRINT_DOTS, SCREEN_DOTS, Made
from osteoapp.ui.share.press import ComputerFiles, Pictures
from osteoapp.ui.window import MainWindow

from .fakes import CorePort, at
from .helpers import button, faults, names, press, said, wholly_seen, window


def picture(width: int = 910, height: int = 1287) -> bytes:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(0xFF0A5357)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())


class HandFiles:
    """A computer with a printer, or without; it remembers what was printed."""

    def __init__(self, *, printer: bool = True, path: Path | None = None, broken: bool = False) -> None:
        self.printer, self.path, self.broken = printer, path, broken
        self.proposed: list[str] = []
        self.printed: list[str] = []

    def has_printer(self) -> bool:
        return self.printer

    def choose_place(self, name: str, ending: str, parent: QWidget) -> Path | None:
        self.proposed.append(f"{name}.{ending}")
        return self.path

    def put_on_paper(self, paper: Printable, parent: QWidget) -> int | None:
        if self.broken:
            raise OSError("no paper")
        self.printed.append(paper.name)
        return 2


def opened(translations: Translations, files: HandFiles, kind: str = "") -> tuple[MainWindow, CorePort]:
    port = CorePort(at(7, 30))
    main = window(port, translations)
    main.share.press = files
    main.share.open(kind)
    settle()
    return main, port


def end(port: CorePort, made: Made) -> None:
    """What was being made is done."""
    port.share.end(made)
    settle()


def one(main: MainWindow) -> OnePage:
    return cast("OnePage", main.pages.currentWidget())


def test_the_overview_for_the_doctor_is_one_press_from_voortgang_and_leads_back_to_it(
    translations: Translations,
) -> None:
    main = window(CorePort(at(7, 30)), translations)
    main.share.press = HandFiles()
    main.go("progress")
    settle()
    word = button(main, "progress:report").text()
    assert "share:open" not in names(main)
    press(main, "progress:report")
    assert said(main.pages.currentWidget()).startswith(word)
    assert {"one:print", "one:save"} <= names(main)
    press(main, "one:back")
    assert button(main, "progress:report")


def test_two_presses_lead_to_everything_and_back(translations: Translations) -> None:
    main = window(CorePort(at(7, 30)), translations)
    main.share.press = HandFiles()
    main.go("settings")
    settle()
    way = "settings:share"
    press(main, way)
    for kind in kinds():
        assert button(main, f"share:{kind.id}").accessibleName() == f"{kind.title}. {kind.purpose}"
    press(main, "share:csv")
    assert "Alles wat u noteerde in een tabel" in said(main)
    press(main, "one:back")
    press(main, "share:back")
    assert button(main, way)


def test_a_sheet_is_looked_at_and_printed(translations: Translations) -> None:
    files = HandFiles()
    main, port = opened(translations, files, "fridge")
    assert port.share.asked == [("fridge", "nl", SCREEN_DOTS)]
    assert not button(main, "one:print").isEnabled()
    assert "Het voorbeeld wordt gemaakt." in said(main)
    end(port, Made((picture(), picture())))
    assert [one.accessibleName() for one in one(main).pictures] == [
        "Voorbeeld: bladzijde 1 van 2", "Voorbeeld: bladzijde 2 van 2"
    ]
    shown = one(main).pictures[0]
    assert abs(shown.height() / shown.width() - 2**0.5) < 0.01
    press(main, "one:print")
    assert port.share.asked[-1] == ("fridge", "nl", PRINT_DOTS)
    end(port, Made((picture(),)))
    assert files.printed == ["Blad voor de koelkast"]
    assert "Naar de printer gestuurd: 2 bladzijden." in said(main)
    files.broken = True
    press(main, "one:print")
    end(port, Made((picture(),)))
    assert "De printer neemt het niet aan. Bewaar het als PDF." in said(main)


def test_an_existing_file_is_replaced_only_when_asked(translations: Translations, tmp_path: Path) -> None:
    target = tmp_path / "tabel.csv"
    files = HandFiles(path=target)
    main, port = opened(translations, files, "csv")
    press(main, "one:save")
    assert files.proposed == ["tabel.csv"]
    assert port.share.asked == [("csv", "nl", target)]
    port.share.jobs[-1].progressed.emit(40)
    settle()
    assert "40 van de 100 delen klaar." in said(main)
    end(port, Made(path=target))
    assert f"Bewaard: {target}" in said(main)
    target.write_text("mine", encoding="utf-8")
    press(main, "one:save")
    assert "Er is al een bestand „tabel.csv”." in said(main)
    assert len(port.share.asked) == 1
    press(main, "one:note")
    assert len(port.share.asked) == 2
    files.path = None
    end(port, Made(fault="full"))
    assert "de schijf is vol" in said(main)
    press(main, "one:save")
    assert len(port.share.asked) == 2


def test_what_takes_long_is_stopped_at_once_and_the_window_lives_on(translations: Translations, tmp_path: Path) -> None:
    main, port = opened(translations, HandFiles(path=tmp_path / "x.json"), "json")
    press(main, "one:save")
    press(main, "one:note")
    assert port.share.jobs[-1].cancelled
    assert "Gestopt. Er is niets bewaard." in said(main)
    end(port, Made(path=tmp_path / "x.json"))  # too late: nobody waits for it
    assert "Bewaard" not in said(main)
    press(main, "one:save")
    press(main, "one:back")
    assert port.share.jobs[-1].cancelled
    assert button(main, "share:json")


def test_without_a_printer_there_is_a_file(translations: Translations) -> None:
    main, port = opened(translations, HandFiles(printer=False), "year")
    assert "Er is geen printer gevonden." in said(main)
    end(port, Made(fault="failed"))
    assert "Dit lukte niet. Uw gegevens zijn er nog." in said(main)
    assert button(main, "one:save").isEnabled()


def test_each_fault_has_a_sentence_that_says_what_to_do() -> None:
    sentences = {fault_words(code) for code in ("full", "forbidden", "missing", "failed", "cancelled")}
    assert len(sentences) == 5


@pytest.mark.parametrize(
    ("text", "theme", "size"), [(100, "light", (1280, 800)), (200, "high_contrast", (1024, 540))]
)
def test_the_pages_are_whole(translations: Translations, text: int, theme: str, size: tuple[int, int]) -> None:
    for lang in LANGS:
        port = CorePort(at(7, 30))
        port.save_settings(Settings(text, theme, lang))
        main = window(port, translations, size)
        main.share.press = HandFiles()
        main.share.open()
        settle()
        assert faults(main) == []
        assert wholly_seen(button(main, "share:back"))
        for kind in kinds():
            main.share.open(kind.id)
            settle()
            assert faults(main) == [], kind.id
            assert wholly_seen(button(main, "one:back"))
        main.close()


def test_pictures_fill_the_whole_paper(tmp_path: Path, translations: Translations) -> None:
    target = tmp_path / "x.pdf"
    writer = QPdfWriter(str(target))
    assert Pictures("Blad", (picture(100, 141), picture(100, 141))).paint(writer) == 2
    del writer
    assert target.read_bytes().count(b"/MediaBox") == 2
    with pytest.raises(OSError, match="painted"):
        Pictures("Blad", (picture(10, 14),)).paint(QPdfWriter(str(tmp_path / "nowhere" / "x.pdf")))


def test_a_name_without_its_ending_gets_it(monkeypatch: pytest.MonkeyPatch, translations: Translations) -> None:
    found = iter(["/a/lijst", "/a/lijst.PDF", ""])
    monkeypatch.setattr(
        "osteoapp.ui.share.press.QFileDialog.getSaveFileName", lambda *_, **__: (next(found), "*.pdf")
    )
    parent = QWidget()
    places = [ComputerFiles().choose_place("lijst", "pdf", parent) for _ in range(3)]
    assert places == [Path("/a/lijst.pdf"), Path("/a/lijst.PDF"), None]
