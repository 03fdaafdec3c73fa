"""The user guide: the same in both languages, every picture that it names is made by the tour, no dead link."""

from __future__ import annotations

import os
import re
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtWidgets import QApplication

from osteoapp.demo.tour import names
from osteoapp.ui.fonts import load_fonts
from osteoapp.ui.guide.page import READERS, Book, GuidePage
from osteoapp.ui.theme import Look

GUIDE = Path(__file__).parent.parent / "docs" / "guide"
PAGES = sorted(GUIDE.glob("*.md"))
IMAGE = QTextDocument.ResourceType.ImageResource.value


def test_there_is_a_page_for_each_reader_in_each_language() -> None:
    assert {page.name for page in PAGES} == {f"{reader}.{lang}.md" for reader in READERS for lang in ("nl", "en")}


@pytest.mark.parametrize("reader", READERS)
def test_both_languages_show_the_same_in_the_same_order(reader: str) -> None:
    shapes = []
    for lang in ("nl", "en"):
        text = (GUIDE / f"{reader}.{lang}.md").read_text(encoding="utf-8")
        pictures = re.findall(rf"\(pictures/{lang}/([a-z-]+)\.png\)", text)
        shapes.append((text.count("\n## "), text.count("\n- "), text.count("\n1. "), pictures))
    assert shapes[0] == shapes[1]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_picture_is_one_of_the_tour_and_every_link_leads_somewhere(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    for target in re.findall(r"\]\(([^)]+)\)", text):
        assert (GUIDE / target).resolve().is_file(), target
        if target.endswith(".png"):
            assert Path(target).stem in names()


def test_sentences_for_patients_are_short() -> None:
    for lang in ("nl", "en"):
        text = (GUIDE / f"patient.{lang}.md").read_text(encoding="utf-8")
        plain = re.sub(r"!\[[^\]]*\]\([^)]*\)|^#.*$", "", text, flags=re.MULTILINE)
        for sentence in re.split(r"(?<=[.?:])\s+", plain):
            assert len(sentence.split()) <= 20, sentence


def test_the_program_shows_it_with_its_pictures_and_nothing_from_elsewhere(qapp: QApplication, tmp_path: Path) -> None:
    load_fonts()
    page = GuidePage(Look(), "nl", folder=GUIDE)
    page.resize(900, 600)
    page.show()
    page.picks["family"].click()
    assert "Klaarzetten" in page.book.toPlainText()
    shown = page.book.loadResource(IMAGE, QUrl("pictures/nl/off.png"))
    assert isinstance(shown, QImage)
    assert 0 < shown.width() <= page.book.viewport().width()
    assert page.book.loadResource(IMAGE, QUrl("../../README.md")) is None
    assert page.book.loadResource(IMAGE, QUrl("https://example.org/x.png")) is None
    page.close()
    empty = GuidePage(Look(), "nl", folder=tmp_path)
    assert "niet gevonden" in empty.book.toPlainText()
    assert isinstance(empty.book, Book)
