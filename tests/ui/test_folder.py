"""The Folder: reading, finding the way back, searching, and all of it by keyboard."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from osteoapp.content import glossary, leaflet, themes
from osteoapp.content.clinic import ClinicLeaflet, Entry, Heading, Listing, Paragraph, Section, Span
from osteoapp.content.words import LANGS, Lang
from osteoapp.core.regimen import CheckPlan
from osteoapp.i18n import Translations
from osteoapp.ui.folder import FolderPage
from osteoapp.ui.folderclinic import ClinicView, lines_of
from osteoapp.ui.foldersheet import Sheet, SheetView
from osteoapp.ui.foldertrail import Memory, Spot, Trail
from osteoapp.ui.folderwalk import walk_lines
from osteoapp.ui.paper import Paper
from osteoapp.ui.parts.inputs import LineField
from osteoapp.ui.pictures import settle
from osteoapp.ui.reading import Prose
from osteoapp.ui.theme import Look

from .fakes import CorePort, HandShelf, HandTicks, at
from .helpers import button, names, press, said, wholly_seen, window

Key = Qt.Key


class HandPress:
    """Paper that goes nowhere, and remembers what was printed."""

    def __init__(self, *, printer: bool = True, path: Path | None = None, broken: bool = False) -> None:
        self.printer, self.path, self.broken = printer, path, broken
        self.printed: list[Paper] = []
        self.asked: list[str] = []

    def has_printer(self) -> bool:
        return self.printer

    def choose_file(self, name: str, parent: QWidget) -> Path | None:
        self.asked.append(name)
        return self.path

    def put_on_paper(self, paper: Paper, parent: QWidget) -> int | None:
        self._take(paper)
        return 2

    def write(self, paper: Paper, path: Path) -> int:
        self._take(paper)
        return 1

    def _take(self, paper: Paper) -> None:
        if self.broken:
            raise OSError("no paper")
        self.printed.append(paper)


def folder(size: tuple[int, int] = (1044, 800), *, lang: Lang = "nl", percent: int = 100, **more: object) -> FolderPage:
    found = FolderPage(Look(percent=percent), lang, **more)  # type: ignore[arg-type]
    found.resize(*size)
    found.setUpdatesEnabled(False)  # what is asked of it does not need its paint
    found.show()
    settle()
    return found


def sheet(page: FolderPage) -> SheetView:
    assert page.body is not None
    assert page.body.sheet is not None
    return page.body.sheet


def look_for(page: FolderPage, asked: str) -> None:
    page.search.setText(asked)
    page.tools.look_now()
    settle()


def prose_with(page: FolderPage, word: str) -> Prose:
    return next(view.prose for view in sheet(page).views if word in view.prose.terms)


# The way there and back


def test_it_opens_at_its_first_page_and_every_subject_is_one_press_away(qapp: QApplication) -> None:
    page = folder()
    wanted = {f"theme:{one.id}" for one in themes.themes("nl")} | {"chapter:when-to-call", "words:"}
    assert wanted <= names(page)
    for name in sorted(wanted):
        button(page, name).click()
        assert page.spot.kind != "start", name
        page.go(Spot())
    settle()


def test_own_treatments_stand_on_the_first_page(translations: Translations) -> None:
    main = window(CorePort(at(7, 30)), translations)
    main.go("leaflet")
    settle()
    assert {"chapter:alendronate", "chapter:vitamin-d"} <= names(main)
    assert "Uw behandeling" in said(main)
    press(main, "chapter:alendronate")
    assert "Wat is alendroninezuur?" in said(main)


def test_the_contents_have_every_chapter(qapp: QApplication) -> None:
    page = folder()
    chapters = [topic.id for topic in leaflet.topics("nl")]
    assert [name for name in page.entries if name not in ("start", "words")] == chapters
    for topic in (leaflet.topics("nl")[0], leaflet.topics("nl")[-1]):
        page.entries[topic.id].click()
        settle()
        assert [view.passage.id for view in sheet(page).views] == list(topic.passages)
        assert page.entries[topic.id].isChecked()


@pytest.mark.parametrize("lang", LANGS)
def test_every_chapter_shows_its_whole_text(lang: Lang, qapp: QApplication) -> None:
    for topic in leaflet.topics(lang):
        whole = SheetView(Look(), Sheet(topic.title, topic.passages), lang)
        assert [view.passage.id for view in whole.views] == list(topic.passages)
        for view in whole.views:
            shown = " ".join(view.prose.toPlainText().split())
            assert shown == " ".join(view.passage.text.replace("\n- ", "\n").removeprefix("- ").split())


def test_a_link_lands_on_the_passage_and_marks_it(translations: Translations) -> None:
    main = window(CorePort(at(7, 30)), translations)
    main.show_passage("alendronate/missed")
    settle()
    page = main.pages.currentWidget()
    assert isinstance(page, FolderPage)
    assert [view.passage.id for view in sheet(page).views if view.here] == ["alendronate/missed"]
    marked = sheet(page).view_of("alendronate/missed")
    assert marked is not None
    assert wholly_seen(marked.heading)
    assert marked.accessibleDescription() == "Hier bent u"


def test_an_addition_says_so_with_source_and_date(qapp: QApplication) -> None:
    page = folder()
    page.open_passage("alendronate/missed")
    settle()
    words = said(page)
    one = leaflet.passage("alendronate/missed", "nl")
    assert f"Bron: {one.source}. Nagekeken op 22 november 2026." in words
    additions = [view for view in sheet(page).views if view.passage.addition]
    assert words.count("Aanvulling, niet uit de folder") == len(additions)
    assert all("Aanvulling" in view.accessibleName() for view in additions)


def test_back_and_forward_by_button_key_and_mouse(qapp: QApplication) -> None:
    page = folder()
    assert not button(page, "folder:back").isEnabled()
    page.entries["dexa"].click()
    page.entries["work"].click()
    settle()
    press(page, "folder:back")
    assert page.spot.id == "dexa"
    press(page, "folder:forward")
    assert page.spot.id == "work"
    QTest.keyClick(page, Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(page, Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    settle()
    assert page.spot == Spot()
    QTest.keyClick(page, Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    settle()
    assert page.spot.id == "dexa"
    over = sheet(page).views[0].prose.viewport()
    QTest.mouseClick(over, Qt.MouseButton.ForwardButton)
    settle()
    assert page.spot.id == "work"
    QTest.mouseClick(sheet(page).views[0].prose.viewport(), Qt.MouseButton.BackButton)
    settle()
    assert page.spot.id == "dexa"


def test_back_finds_the_place_as_it_was_left(qapp: QApplication) -> None:
    page = folder()
    page.go(Spot("chapter", "zoledronate"))
    settle()
    assert page.body is not None
    page.body.scroller.verticalScrollBar().setValue(700)
    page.entries["work"].click()
    settle()
    press(page, "folder:back")
    assert page.body.scroller.verticalScrollBar().value() == 700


def test_from_passage_to_passage_also_over_the_end_of_a_chapter(qapp: QApplication) -> None:
    page = folder()
    page.open_passage("alendronate/tomorrow")
    settle()
    chapters = leaflet.topics("nl")
    number, here = next((at, topic) for at, topic in enumerate(chapters) if topic.id == "alendronate")
    place = here.passages.index("alendronate/tomorrow")
    press(page, "folder:after")
    assert page.spot.passage == here.passages[place + 1]
    for passage_id in reversed(here.passages[: place + 1]):
        press(page, "folder:before")
        assert page.spot.passage == passage_id
    press(page, "folder:before")
    before = chapters[number - 1]
    assert page.spot == Spot("chapter", before.id, before.passages[-1])
    press(page, "folder:after")
    assert page.spot == Spot("chapter", "alendronate", here.passages[0])
    page.open_passage("general/what-is")
    settle()
    assert not button(page, "folder:before").isEnabled()
    last = leaflet.topics("nl")[-1].passages[-1]
    page.open_passage(last)
    settle()
    assert not button(page, "folder:after").isEnabled()


def test_the_next_passage_is_named_and_counted(qapp: QApplication) -> None:
    page = folder()
    here = next(topic for topic in leaflet.topics("nl") if topic.id == "alendronate")
    place = here.passages.index("alendronate/tomorrow")
    page.open_passage("alendronate/tomorrow")
    settle()
    after = leaflet.passage(here.passages[place + 1], "nl").title
    assert button(page, "folder:after").accessibleName() == f"Volgend stuk: {after}"
    assert f"{place + 1} van {len(here.passages)}" in said(page)


def test_what_is_read_and_ticked_is_kept_while_the_program_runs(translations: Translations) -> None:
    main = window(CorePort(at(7, 30)), translations)
    main.go("leaflet")
    settle()
    press(main, "theme:walk")
    press(main, "walk:1")
    assert "1 van 5 nagekeken" in said(main)
    main.go("today")
    main.go("leaflet")
    settle()
    assert "1 van 5 nagekeken" in said(main)
    assert button(main, "walk:1").isChecked()
    press(main, "walk:1")
    assert "0 van 5 nagekeken" in said(main)


def test_every_subject_is_two_presses_from_any_place(translations: Translations) -> None:
    main = window(CorePort(at(7, 30)), translations, (1024, 540))
    main.go("leaflet")
    settle()
    press(main, "theme:work")
    for place in ("today", "calendar", "settings", "leaflet"):
        main.go(place)
        main.column.chosen.emit("leaflet")
        page = main.pages.currentWidget()
        assert isinstance(page, FolderPage)
        assert page.spot == Spot(), "one press"
        button(main, "theme:smoking-alcohol").click()
        assert page.spot == Spot("theme", "smoking-alcohol"), "two"
    settle()
    press(main, "folder:back")
    press(main, "folder:back")
    assert page.spot.kind == "theme", "the way back leads to where one was"


def test_a_link_to_the_walk_lands_where_it_is_ticked(qapp: QApplication) -> None:
    page = folder()
    page.open_passage("fall-safety/during")
    settle()
    assert page.spot == Spot("theme", "walk")
    assert "walk:0" in names(page)


def test_the_walk_records_the_yearly_check(translations: Translations) -> None:
    check = CheckPlan("fall-safety", "fall-safety", date(2026, 11, 2), every_months=12, last=date(2025, 11, 20))
    port = CorePort(at(7, 30), check)
    main = window(port, translations)
    main.go("leaflet")
    settle()
    press(main, "theme:walk")
    press(main, "walk:1")
    press(main, "walk:4")
    again = window(port, translations)
    again.go("leaflet")
    settle()
    press(again, "theme:walk")
    assert "2 van 5 nagekeken" in said(again), "a restart keeps the ticks"
    press(again, "walk:done")
    assert port.sent[-1].answer == "done"
    assert "0 van 5 nagekeken" in said(again)
    assert "walk:done" not in names(again)
    assert "Uw volgende controle staat op dinsdag 23 november 2027." in said(again)
    press(again, "walk:back")
    assert len(port.taken_back) == 1
    assert "2 van 5 nagekeken" in said(again)
    assert "walk:done" in names(again)
    assert isinstance(port.ticks, HandTicks)
    port.ticks.broken = True
    press(again, "walk:0")
    assert "3 van 5 nagekeken. Uw vinkjes zijn na het afsluiten weg." in said(again)
    main.close()


def test_the_walk_is_the_list_of_the_leaflet(qapp: QApplication) -> None:
    text = leaflet.passage("fall-safety/during", "nl").text
    assert [f"- {line}" for line in walk_lines("nl")] == text.splitlines()


def test_a_trail_forgets_what_lay_ahead() -> None:
    trail = Trail()
    for spot in (Spot("chapter", "a"), Spot("chapter", "b"), Spot("chapter", "b", "b/1")):
        trail.go(spot)
    assert trail.spots == [Spot(), Spot("chapter", "a"), Spot("chapter", "b", "b/1")]
    trail.back()
    trail.go(Spot("words"))
    assert not trail.can_forward
    assert trail.spots == [Spot(), Spot("chapter", "a"), Spot("words")]
    trail.leave()
    assert trail.now == Spot("chapter", "a")
    trail.leave()
    trail.leave()
    assert trail.now == Spot()
    assert Memory().trail.now == Spot()


# Searching


def test_search_shows_the_sentence_and_marks_the_words(qapp: QApplication) -> None:
    page = folder()
    look_for(page, "calcium")
    assert page.body is not None
    assert page.body.found is not None
    hits = page.body.found.found.hits
    assert f"{len(hits)} teksten gevonden" in said(page)
    assert {f"hit:{hit.passage.id}" for hit in hits} <= names(page)
    chosen = [hit.passage.id for hit in hits if hit.in_sentence][3]
    press(page, f"hit:{chosen}")
    assert page.spot.passage == chosen
    view = sheet(page).view_of(chosen)
    assert view is not None
    marked = [one.cursor.selectedText().lower() for one in view.prose.extraSelections()]  # type: ignore[attr-defined]
    assert marked
    assert set(marked) == {"calcium"}
    press(page, "folder:back")
    assert page.search.text() == "calcium"


def test_a_typing_fault_is_forgiven_and_told(qapp: QApplication) -> None:
    page = folder()
    look_for(page, "botontkaking")
    assert "U typte ‘botontkaking’. Gezocht is naar: botontkalking." in said(page)
    assert "hit:general/what-is" in names(page)
    assert "Een ander woord voor osteoporose." in said(page)


def test_nothing_found_says_what_to_try(qapp: QApplication) -> None:
    page = folder()
    look_for(page, "zzzz")
    assert "Niets gevonden voor ‘zzzz’" in said(page)
    assert "Probeer een korter woord" in said(page)
    assert not any(name.startswith("hit:") for name in names(page))


def test_typing_searches_when_it_rests_and_leaves_no_trail_of_letters(qtbot: QtBot) -> None:
    page = folder()
    for letter in "dexa":
        QTest.keyClick(page.search, letter)
        assert page.spot == Spot()
    qtbot.waitUntil(lambda: page.spot == Spot("search", asked="dexa"))
    look_for(page, "dexa-scan")
    QTest.keyClick(page, Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    settle()
    assert page.spot == Spot()
    assert page.search.text() == ""


def test_escape_clears_the_search_and_goes_back_to_where_one_was(qapp: QApplication) -> None:
    page = folder()
    page.entries["dexa"].click()
    settle()
    look_for(page, "tandarts")
    page.search.setFocus()
    QTest.keyClick(page.search, Key.Key_Escape)
    settle()
    assert page.spot.id == "dexa"
    assert page.search.text() == ""


def test_what_is_typed_is_never_read_as_markup(qapp: QApplication) -> None:
    page = folder()
    look_for(page, "<b>zz</b><img src='http://example.invalid/x.png'>")
    assert "<img src=" in said(page)


# Hard words


def test_a_hard_word_is_explained_by_the_mouse(qapp: QApplication) -> None:
    page = folder()
    page.go(Spot("chapter", "alendronate"))
    settle()
    prose = prose_with(page, "bisphosphonate")
    box = prose.boxes(prose.terms["bisphosphonate"])[0]
    QTest.mouseClick(prose.viewport(), Qt.MouseButton.LeftButton, pos=box.center().toPoint())
    settle()
    card = sheet(page).card
    assert card is not None
    assert card.accessibleName().startswith("Bisfosfonaten: Een groep medicijnen")
    press(page, "word:close")
    assert sheet(page).card is None


def test_a_hard_word_is_reached_and_explained_by_the_keyboard(qapp: QApplication) -> None:
    page = folder()
    page.go(Spot("chapter", "alendronate"))
    settle()
    prose = prose_with(page, "bisphosphonate")
    page.activateWindow()
    prose.setFocus(Qt.FocusReason.TabFocusReason)
    settle()
    first = prose.textCursor().selectedText()
    QTest.keyClick(prose, Key.Key_Tab)
    second = prose.textCursor().selectedText()
    assert [first, second] == [glossary.term("alendronate", "nl").word, "bisfosfonaat"]
    QTest.keyClick(prose, Key.Key_Return)
    settle()
    card = sheet(page).card
    assert card is not None
    assert card.close_button.hasFocus()
    QTest.keyClick(card.close_button, Key.Key_Escape)
    settle()
    assert sheet(page).card is None
    assert prose.hasFocus()
    assert prose.textCursor().selectedText() == "bisfosfonaat"


def test_an_explanation_leads_to_where_the_leaflet_says_more(qapp: QApplication) -> None:
    page = folder()
    page.go(Spot("chapter", "alendronate"))
    settle()
    prose_with(page, "bisphosphonate").asked.emit("bisphosphonate")
    settle()
    press(page, "word:more")
    assert page.spot == Spot("chapter", "medicines", "general/medicines")


def test_all_hard_words_are_a_chapter(qapp: QApplication) -> None:
    page = folder()
    press(page, "words")
    words = said(page)
    for term in glossary.terms("nl"):
        assert term.word in words
        assert term.text in words
    press(page, "more:dexa")
    assert page.spot.passage == "dexa/before"


def test_a_word_has_dots_once_a_page(qapp: QApplication) -> None:
    page = folder()
    page.go(Spot("chapter", "calcium"))
    settle()
    every = [name for view in sheet(page).views for name in view.prose.terms]
    assert "calcium" in every
    assert len(every) == len(set(every))


# Keyboard and screen reader


def test_the_keys_that_move_a_page_move_the_text(qapp: QApplication) -> None:
    page = folder()
    page.go(Spot("chapter", "zoledronate"))
    settle()
    assert page.body is not None
    bar = page.body.scroller.verticalScrollBar()
    prose = prose_with(page, "zoledronate")
    QTest.keyClick(prose, Key.Key_PageDown)
    assert bar.value() > 200
    QTest.keyClick(page, Key.Key_End)
    assert bar.value() == bar.maximum()
    QTest.keyClick(page, Key.Key_Home)
    assert bar.value() == 0
    QTest.keyClick(page, Key.Key_Down)
    assert 0 < bar.value() < 200


def test_keys_for_search_and_print(qapp: QApplication) -> None:
    page = folder(press=HandPress())
    page.activateWindow()
    QTest.keyClick(page, Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert page.search.hasFocus()
    QTest.keyClick(page, Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert page.spot.kind == "print"


def test_everything_pressable_has_a_name_and_can_be_reached_by_tab(qapp: QApplication) -> None:
    page = folder()
    page.activateWindow()
    for spot in (Spot(), Spot("theme", "dentist"), Spot("search", asked="calcium"), Spot("words")):
        page.go(spot)
        settle()
        for name in names(page):
            one = button(page, name)
            found = QAccessible.queryAccessibleInterface(one)
            assert found.text(QAccessible.Text.Name), name
            assert one.focusPolicy() & Qt.FocusPolicy.TabFocus, name


def test_the_text_of_a_passage_is_there_for_a_screen_reader(qapp: QApplication) -> None:
    page = folder()
    page.open_passage("dexa/before")
    settle()
    prose = sheet(page).views[0].prose
    found = QAccessible.queryAccessibleInterface(prose)
    assert "DEXA-scan" in found.text(QAccessible.Text.Name).replace("\u00a0", " ")
    assert found.textInterface().text(0, 10) == prose.toPlainText()[:10]


def test_text_is_never_fetched_and_never_markup(qapp: QApplication) -> None:
    look = Look()
    prose = Prose(look, ["<img src='file:///etc/passwd'> & <b>vet</b> http://example.invalid"], "nl")
    assert prose.toPlainText() == "<img src='file:///etc/passwd'> & <b>vet</b> http://example.invalid"
    assert prose.loadResource(2, "file:///etc/passwd") is None
    assert prose.terms == {}


def test_the_wheel_moves_the_page_and_not_a_passage(qapp: QApplication) -> None:
    page = folder()
    page.go(Spot("chapter", "zoledronate"))
    settle()
    prose = sheet(page).views[0].prose
    assert page.body is not None
    window_of = page.windowHandle()
    place = prose.viewport().mapTo(page, QPoint(20, 20))
    QTest.wheelEvent(window_of, QPointF(place), QPoint(0, -240))
    settle()
    assert page.body.scroller.verticalScrollBar().value() > 0
    assert prose.verticalScrollBar().value() == 0


# Printing


def test_what_can_be_printed_from_a_passage(qapp: QApplication) -> None:
    press_ = HandPress()
    page = folder(press=press_)
    page.open_passage("dexa/during")
    settle()
    press(page, "folder:print")
    assert [name for name in ("print:chapter", "print:passage", "print:all") if name in names(page)] == [
        "print:chapter", "print:passage", "print:all",
    ]  # fmt: skip
    press(page, "print:passage")
    press(page, "print:paper")
    text = press_.printed[0].document.toPlainText()
    assert "De scan is veilig en doet geen pijn." in text
    assert "radiologie" not in text
    assert "Naar de printer gestuurd: 2 bladzijden." in said(page)
    press(page, "print:chapter")
    press(page, "print:paper")
    assert "radiologie" in press_.printed[1].document.toPlainText()
    press(page, "print:all")
    press(page, "print:paper")
    whole = press_.printed[2].document.toPlainText()
    assert all(topic.title in whole for topic in leaflet.topics("nl"))
    press(page, "print:back")
    assert page.spot == Spot("chapter", "dexa", "dexa/during")


def test_without_a_printer_it_says_so_and_offers_a_pdf(qapp: QApplication, tmp_path: Path) -> None:
    press_ = HandPress(printer=False, path=tmp_path / "dexa.pdf")
    page = folder(press=press_)
    page.go(Spot("chapter", "dexa"))
    settle()
    press(page, "folder:print")
    assert "Er is geen printer gevonden. U kunt wel een PDF bewaren." in said(page)
    assert "print:paper" not in names(page)
    press(page, "print:pdf")
    assert press_.asked == ["onderzoek-de-dexa-scan"]
    assert len(press_.printed) == 1
    assert "Bewaard als PDF: 1 bladzijde." in said(page)
    assert str(tmp_path / "dexa.pdf") in said(page)


def test_what_cannot_be_printed_or_saved_is_told(qapp: QApplication, tmp_path: Path) -> None:
    page = folder(press=HandPress(path=tmp_path / "x.pdf", broken=True))
    press(page, "folder:print")
    press(page, "print:pdf")
    assert "Hier kan niets worden bewaard. Kies een andere map." in said(page)
    press(page, "print:paper")
    assert "De printer neemt het niet aan. Bewaar het als PDF." in said(page)
    assert "Hier kan niets worden bewaard" not in said(page)


def test_who_thinks_better_of_it_has_saved_nothing(qapp: QApplication) -> None:
    press_ = HandPress(path=None)
    page = folder(press=press_)
    press(page, "folder:print")
    press(page, "print:pdf")
    assert press_.asked
    assert press_.printed == []
    assert "Bewaard" not in said(page)


def test_the_card_for_the_dentist_has_the_own_medicine(qapp: QApplication) -> None:
    press_ = HandPress()
    page = folder(press=press_, medicines=("Weektablet alendroninezuur",))
    press(page, "theme:dentist")
    assert "Mijn medicijn: Weektablet alendroninezuur" in said(page)
    press(page, "dentist:print")
    press(page, "print:paper")
    text = press_.printed[0].document.toPlainText()
    assert "Voor mijn tandarts" in text
    assert "Ik word behandeld voor osteoporose (botontkalking)." in text
    assert "Mijn medicijn: Weektablet alendroninezuur" in text
    assert "De app geeft geen medisch advies." in text


def test_what_is_heavy_is_loaded_when_it_is_used() -> None:
    """The window opens without printing, speech and the forgiving of typing faults (start-up time)."""
    code = (
        "import sys, osteoapp.ui.window, osteoapp.joining, osteoapp.reminding.speech\n"
        "heavy = 'rapidfuzz', 'PySide6.QtPrintSupport', 'PySide6.QtTextToSpeech'\n"
        "print([name for name in heavy if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


# A clinic's own text


def clinic() -> ClinicLeaflet:
    return ClinicLeaflet(
        "Ziekenhuis X", date(2026, 11, 22),
        (
            Section("Na de prik", "denosumab", "after", (
                Paragraph((Span("Bel bij "), Span("koorts", bold=True), Span("."))),
                Heading("Thuis"),
                Listing((Entry((Span("drink genoeg"),)), Entry((Span("rust"),), number=2))),
            )),
            Section("Parkeren", None, None, (Paragraph((Span("Achter het gebouw. 1 < 2"),)),)),
        ),
    )  # fmt: skip


def test_a_clinics_own_text_stands_above_ours_with_its_name(qapp: QApplication) -> None:
    page = folder(clinic=clinic())
    page.go(Spot("chapter", "denosumab"))
    settle()
    part = sheet(page).parts[0]
    assert isinstance(part, ClinicView)
    assert part.y() < sheet(page).views[0].y()
    assert part.prose.toPlainText() == "Bel bij koorts.\nThuis\ndrink genoeg\n2. rust"
    words = said(page)
    assert "Van Ziekenhuis X | Na de prik" in words
    assert "Hier geplaatst op 22 november 2026." in words
    assert sheet(page).spoken()[:2] == ["Van Ziekenhuis X. Na de prik.", "Bel bij koorts."]
    page.go(Spot("chapter", "dexa"))
    settle()
    assert "Ziekenhuis X |" not in said(page).replace(" | Ziekenhuis X | ", " ")


def test_what_belongs_to_no_chapter_of_ours_is_one_of_the_clinics(qapp: QApplication) -> None:
    page = folder(clinic=clinic())
    press(page, "clinic")
    assert "Van Ziekenhuis X | Parkeren" in said(page)
    assert sheet(page).parts[0].prose.toPlainText() == "Achter het gebouw. 1 < 2"
    assert "clinic" not in names(folder())


def test_what_the_clinic_says_is_found_and_opened_and_printed(qapp: QApplication) -> None:
    press_ = HandPress()
    page = folder(clinic=clinic(), press=press_)
    look_for(page, "koorts")
    assert "Van Ziekenhuis X" in said(page)
    press(page, "hit:clinic/0")
    assert page.spot == Spot("chapter", "denosumab", "clinic/0", "koorts")
    part = sheet(page).parts[0]
    assert part.here
    assert [one.cursor.selectedText() for one in part.prose.extraSelections()] == ["koorts"]  # type: ignore[attr-defined]
    press(page, "folder:print")
    press(page, "print:chapter")
    press(page, "print:paper")
    printed = press_.printed[0].document.toPlainText()
    assert printed.index("Van Ziekenhuis X:") < printed.index("Bel bij koorts.") < printed.index("Prolia")
    page.open_passage("clinic/1")
    settle()
    assert page.spot == Spot("clinic", passage="clinic/1")
    press(page, "folder:print")
    press(page, "print:all")
    press(page, "print:paper")
    assert "Achter het gebouw. 1 < 2" in press_.printed[1].document.toPlainText()


def test_a_pane_leads_to_what_the_clinic_says(translations: Translations) -> None:
    port = CorePort(at(7, 30))
    main = window(port, translations)
    assert "leaflet:clinic" not in names(main)
    ours = replace(clinic(), sections=(replace(clinic().sections[0], topic="alendronate", moment="before"),))
    port.clinic = ours
    port.changes.changed.emit(port.agenda())  # as after an import in another process
    settle()
    assert "Van Ziekenhuis X | Na de prik | Bel bij koorts." in said(main)
    assert said(main).index("Van Ziekenhuis X") < said(main).index("Uit de folder")
    press(main, "leaflet:clinic")
    page = main.pages.currentWidget()
    assert isinstance(page, FolderPage)
    assert page.spot == Spot("chapter", "alendronate", "clinic/0")
    port.clinic = None
    port.changes.changed.emit(port.agenda())
    settle()
    assert "Ziekenhuis X" not in said(main), "an open page is renewed too"


class HandChooser:
    """Where the person says that the text is."""

    def __init__(self, place: Path | None) -> None:
        self.place = place

    def file(self, parent: QWidget) -> Path | None:
        return self.place

    def folder(self, parent: QWidget) -> Path | None:
        return self.place


def test_a_clinics_text_is_put_in_and_taken_away_by_hand(qapp: QApplication) -> None:
    port = CorePort(at(7, 30))
    shelf, chooser = port.shelf, HandChooser(None)
    assert isinstance(shelf, HandShelf)
    page = folder(shelf=shelf, chooser=chooser)
    press(page, "shelf:")
    press(page, "shelf:file")
    assert "Vul eerst de naam in." in said(page)
    field = page.findChild(LineField, "shelf:name")
    assert field is not None
    field.setText("Ziekenhuis X")
    press(page, "shelf:file")
    assert shelf.brought == []
    chooser.place, shelf.ready = Path("/somewhere"), clinic()
    shelf.faults = ("leeg.md: dit bestand is leeg", "prik.md, regel 3: hier staat HTML")
    press(page, "shelf:folder")
    assert "Er is niets veranderd. Dit is er mis: | • | leeg.md: dit bestand is leeg | • | prik.md, " in said(page)
    assert "clinic" not in names(page)
    shelf.faults = ()
    field = page.findChild(LineField, "shelf:name")
    assert field is not None
    field.setText("Ziekenhuis X")
    press(page, "shelf:folder")
    assert shelf.brought[-1] == (Path("/somewhere"), "Ziekenhuis X")
    words = said(page)
    assert "De tekst staat er." in words
    assert "Na de prik: Prik denosumab | • | Parkeren: eigen hoofdstuk" in words
    assert "clinic" in names(page)
    press(page, "shelf:remove")
    press(page, "shelf:no")
    press(page, "shelf:remove")
    press(page, "shelf:yes")
    assert "De tekst is weggehaald." in said(page)
    assert "shelf:remove" not in names(page)
    assert port.clinic is None


def test_bold_of_a_clinic_stays_bold(qapp: QApplication) -> None:
    lines, bold = lines_of(clinic().sections[0])
    assert lines == ["Bel bij koorts.", "Thuis", "- drink genoeg", "2. rust"]
    assert bold == {0: ((8, 14),), 1: ((0, 5),), 2: (), 3: ()}
    prose = Prose(Look(), lines, "nl", bold=bold)
    cursor = prose.textCursor()
    cursor.setPosition(10)
    assert cursor.charFormat().fontWeight() == 700
    cursor.setPosition(3)
    assert cursor.charFormat().fontWeight() != 700
