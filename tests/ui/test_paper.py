"""Passages on paper: large type, page numbers, sources, and no title alone at the foot of a page."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QPdfWriter, QTextDocument
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from osteoapp.content import leaflet, themes
from osteoapp.content.words import LANGS, Lang
from osteoapp.i18n import Translations
from osteoapp.ui.folderprint import choices, dentist_paper, file_name, paper, whole_paper, words_paper
from osteoapp.ui.foldertrail import Spot
from osteoapp.ui.paper import Paper, Piece, print_on, write_pdf

LEAST_POINTS = 14


def chapter(topic_id: str, lang: Lang = "nl") -> Paper:
    topic = next(one for one in leaflet.topics(lang) if one.id == topic_id)
    return paper([(topic.title, topic.passages)], lang)


def sizes(document: QTextDocument) -> set[float]:
    """The sizes of all letters, in points."""
    found = set()
    block = document.begin()
    while block.isValid():
        found |= {one.format.font().pointSizeF() for one in block.textFormats()}
        block = block.next()
    return found


def read(path: Path) -> list[str]:
    """The text of each page of a PDF file; the test is skipped where this Qt cannot read one."""
    pdf = pytest.importorskip("PySide6.QtPdf", exc_type=ImportError)
    document = pdf.QPdfDocument()
    assert document.load(str(path)) == pdf.QPdfDocument.Error.None_
    found = [document.getAllText(number).text().replace("\u00a0", " ") for number in range(document.pageCount())]
    document.close()
    return found


@pytest.mark.parametrize("lang", LANGS)
def test_a_chapter_as_pdf_has_its_text_its_sources_and_page_numbers(
    lang: Lang, translations: Translations, tmp_path: Path
) -> None:
    translations.install(lang)
    made = chapter("alendronate", lang)
    count = write_pdf(made, tmp_path / "a.pdf")
    pages = read(tmp_path / "a.pdf")
    assert len(pages) == count > 2
    every = " ".join(" ".join(pages).split())
    for name in made_of("alendronate", lang):
        one = leaflet.passage(name, lang)
        assert one.title in every
        if one.addition:
            assert " ".join(one.source.split()[:3]) in every
    for number, text in enumerate(pages, 1):
        said = {"nl": f"Bladzijde {number} van {count}", "en": f"Page {number} of {count}"}[lang]
        assert said in text
    assert {"nl": "De app geeft geen medisch advies.", "en": "The app gives no medical advice."}[lang] in every


def made_of(topic_id: str, lang: Lang) -> tuple[str, ...]:
    return next(one for one in leaflet.topics(lang) if one.id == topic_id).passages


def test_an_addition_is_marked_on_paper(qapp: QApplication) -> None:
    text = chapter("dexa").document.toPlainText()
    additions = [one for one in made_of("dexa", "nl") if leaflet.passage(one, "nl").addition]
    assert text.count("Aanvulling, niet uit de folder") == len(additions) > 0
    assert "Nagekeken op 22 november 2026." in text


def test_no_letter_is_small(qapp: QApplication) -> None:
    for made in (chapter("alendronate"), words_paper("nl"), dentist_paper("nl", ())):
        assert min(sizes(made.document)) >= LEAST_POINTS


def test_no_title_stands_alone_at_the_foot_of_a_page(qapp: QApplication, tmp_path: Path) -> None:
    made = whole_paper("nl")
    writer = QPdfWriter(str(tmp_path / "all.pdf"))
    writer.setResolution(150)
    pages = made.lay_out(writer)
    assert pages > 30
    layout, high = made.document.documentLayout(), made.document.pageSize().height()

    def page_of(number: int, line: int) -> int:
        block = made.document.findBlockByNumber(number)
        lines = block.layout()
        found = lines.lineAt(min(line, lines.lineCount() - 1))
        return int((layout.blockBoundingRect(block).top() + found.y() + found.height() / 2) // high)

    for number in made._heads:
        after = number + 1
        while after in made._heads:
            after += 1
        assert page_of(number, 0) == page_of(after, 0), made.document.findBlockByNumber(number).text()
    layout.setPaintDevice(None)  # type: ignore[arg-type]


def test_the_contents_of_the_whole_leaflet_name_the_right_pages(qapp: QApplication, tmp_path: Path) -> None:
    write_pdf(whole_paper("nl"), tmp_path / "all.pdf")
    pages = [" ".join(text.split()) for text in read(tmp_path / "all.pdf")]
    assert pages[0].startswith("Inhoud")
    for topic in leaflet.topics("nl"):
        named = re.search(rf"{re.escape(topic.title)} (\d+)", pages[0])
        assert named is not None, topic.title
        first = leaflet.passage(topic.passages[0], "nl")
        there = pages[int(named[1]) - 1]
        assert topic.title in there
        assert first.text.split("\n")[0][:30] in there, topic.title


def test_a_printer_gets_the_same_pages(qapp: QApplication, tmp_path: Path) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "b.pdf"))
    count = print_on(chapter("alendronate"), printer)
    assert count == write_pdf(chapter("alendronate"), tmp_path / "a.pdf")
    assert len(read(tmp_path / "b.pdf")) == count


def test_a_place_that_cannot_be_written_is_a_fault(qapp: QApplication, tmp_path: Path) -> None:
    with pytest.raises(OSError, match="nowhere"):
        write_pdf(chapter("dexa"), tmp_path / "nowhere" / "a.pdf")


def test_a_list_stays_a_list_and_markup_stays_text(qapp: QApplication) -> None:
    made = Paper("x")
    made.title("x")
    made.piece(Piece("Titel", "Regel <b>een</b>.\n\n- punt een\n- punt twee", below="Bron."))
    block = made.document.findBlockByNumber(3)
    assert block.text() == "punt een"
    assert block.textList() is not None
    assert "<b>een</b>" in made.document.toPlainText()


def test_what_can_be_printed_where(qapp: QApplication) -> None:
    def ids(spot: Spot) -> list[str]:
        return [one.id for one in choices(spot, "nl")]

    assert ids(Spot()) == ["all"]
    assert ids(Spot("chapter", "dexa", "dexa/before")) == ["chapter", "passage", "all"]
    assert ids(Spot("theme", "dentist")) == ["card", "chapter", "all"]
    assert ids(Spot("theme", "walk", "fall-safety/after")) == ["chapter", "passage", "all"]
    assert ids(Spot("words")) == ["words", "all"]
    for one in themes.themes("nl"):
        for choice in choices(Spot("theme", one.id), "nl"):
            if choice.id != "all":
                assert choice.make().document.toPlainText()


def test_the_card_for_the_dentist_leaves_room_to_write(qapp: QApplication) -> None:
    text = dentist_paper("nl", ()).document.toPlainText()
    assert "Mijn medicijn: ...." in text
    assert "Mijn arts: ...." in text
    assert "Mijn medicijn: Prolia, eigen naam" in dentist_paper("nl", ("Prolia", "eigen naam")).document.toPlainText()


def test_a_file_name_suits_every_system() -> None:
    assert file_name("Onderzoek: de DEXA-scan") == "onderzoek-de-dexa-scan"
    assert file_name("Wat is osteoporose?") == "wat-is-osteoporose"
    assert file_name("???") == "folder"
