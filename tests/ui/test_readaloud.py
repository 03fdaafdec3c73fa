"""Reading aloud on the screens: sentence by sentence, pause and stop, and what is said where there is no voice."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from osteoapp.content import leaflet, prose
from osteoapp.i18n import Translations
from osteoapp.ui.folder import FolderPage
from osteoapp.ui.foldertrail import Spot
from osteoapp.ui.pictures import settle
from osteoapp.ui.readaloud import ReadAloud, Reader, missing
from osteoapp.ui.reminder import ReminderWindow
from osteoapp.ui.theme import Look

from .fakes import CorePort, HandVoice, at
from .helpers import TABLET_ID, VITAMIN_ID, button, names, press, said, window

TEXTS = ("Een.", "Twee.", "Drie.")


@pytest.fixture
def voice() -> HandVoice:
    return HandVoice()


def folder(voice: HandVoice, passage: str) -> FolderPage:
    page = FolderPage(Look(), "nl", voice=voice)
    page.resize(1044, 800)
    page.show()
    page.open_passage(passage)
    settle()
    return page


def marked(page: FolderPage) -> list[str]:
    """What is marked as being read."""
    assert page.body is not None
    assert page.body.sheet is not None
    found = []
    for view in page.body.sheet.views:
        found += [one.cursor.selectedText() for one in view.prose.extraSelections()]  # type: ignore[attr-defined]
    return [text.replace("\u00a0", " ") for text in found]


def test_one_sentence_after_the_other(voice: HandVoice, qapp: QApplication) -> None:
    reader = Reader(voice, "nl")
    moved: list[int] = []
    reader.moved.connect(moved.append)
    reader.read(TEXTS)
    voice.finish()
    voice.finish()
    assert reader.state == "reading"
    voice.finish()
    assert voice.said == [(text, "nl") for text in TEXTS]
    assert moved == [0, 1, 2, -1]
    assert reader.state == "silent"
    assert not reader.failed


def test_a_pause_keeps_the_place_and_goes_on_with_that_sentence(voice: HandVoice, qapp: QApplication) -> None:
    reader = Reader(voice, "nl")
    reader.read(TEXTS, 1)
    reader.pause()
    assert (reader.state, voice.stopped) == ("paused", 1)
    reader.resume()
    assert [text for text, _ in voice.said] == ["Twee.", "Twee."]
    reader.stop()
    assert (reader.state, voice.stopped) == ("silent", 2)
    reader.resume()
    assert len(voice.said) == 2


def test_the_end_of_what_was_stopped_counts_for_nothing(voice: HandVoice, qapp: QApplication) -> None:
    reader = Reader(voice, "nl")
    reader.read(TEXTS)
    late = voice._done
    assert late is not None
    reader.stop()
    late(True)
    assert (reader.state, len(voice.said)) == ("silent", 1)


def test_a_voice_that_breaks_off_ends_the_reading(voice: HandVoice, qapp: QApplication) -> None:
    reader = Reader(voice, "nl")
    reader.read(TEXTS)
    voice.finish(whole=False)
    assert reader.failed
    assert (reader.state, len(voice.said)) == ("silent", 1)


def test_nothing_to_read_is_nothing(voice: HandVoice, qapp: QApplication) -> None:
    reader = Reader(voice, "nl")
    reader.read(())
    assert (reader.state, voice.said) == ("silent", [])


def test_the_folder_reads_from_where_one_is_and_marks_the_sentence(voice: HandVoice, qapp: QApplication) -> None:
    page = folder(voice, "dexa/during")
    press(page, "read:aloud")
    one = leaflet.passage("dexa/during", "nl")
    assert voice.said[0] == (f"{one.title}.", "nl")
    assert marked(page) == []
    for sentence in prose.sentences(one.text):
        voice.finish()
        settle()
        assert voice.said[-1] == (sentence, "nl")
        assert marked(page) == [sentence]
    assert "Wordt voorgelezen" in said(page)
    press(page, "read:stop")
    assert marked(page) == []
    assert "folder:after" in names(page)


def test_it_says_aloud_what_is_an_addition(voice: HandVoice, qapp: QApplication) -> None:
    page = folder(voice, "dexa/after")
    press(page, "read:aloud")
    assert voice.said[0][0] == "Aanvulling, niet uit de folder. De uitslag."


def test_pause_and_go_on_by_the_bar(voice: HandVoice, qapp: QApplication) -> None:
    page = folder(voice, "dexa/during")
    press(page, "read:aloud")
    press(page, "read:pause")
    assert "Voorlezen staat even stil" in said(page)
    assert button(page, "read:pause").text() == "Ga verder"
    press(page, "read:pause")
    assert button(page, "read:pause").text() == "Pauze"
    assert len(voice.said) == 2


def test_another_page_and_leaving_end_the_reading(voice: HandVoice, qapp: QApplication) -> None:
    page = folder(voice, "dexa/during")
    press(page, "read:aloud")
    page.go(Spot("chapter", "work"))
    settle()
    assert page.reader is not None
    assert page.reader.state == "silent"
    press(page, "read:aloud")
    page.hide()
    assert page.reader.state == "silent"
    assert voice.stopped == 2


def test_escape_ends_the_reading(voice: HandVoice, qapp: QApplication) -> None:
    page = folder(voice, "dexa/during")
    press(page, "read:aloud")
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert page.reader is not None
    assert page.reader.state == "silent"


def test_the_hard_words_are_read_too(voice: HandVoice, qapp: QApplication) -> None:
    page = folder(voice, "dexa/during")
    page.go(Spot("words"))
    settle()
    press(page, "read:aloud")
    assert voice.said[0][0].startswith("Alendroninezuur: ")


@pytest.mark.parametrize(
    ("status", "words"),
    [
        ("no-voice", ("espeak-ng", "Windows: Instellingen")),
        ("no-engine", ("speech-dispatcher", "espeak-ng", "Windows: Instellingen")),
        ("no-library", ("speech-dispatcher", "espeak-ng", "Windows: Instellingen")),
    ],
)
def test_without_a_voice_the_button_says_what_is_missing(
    status: str, words: tuple[str, ...], voice: HandVoice, qapp: QApplication
) -> None:
    voice.found = status
    page = folder(voice, "dexa/during")
    one = button(page, "read:aloud")
    assert one.isEnabled(), "it can be reached and pressed"
    assert one.focusPolicy() & Qt.FocusPolicy.TabFocus
    assert all(word in one.accessibleDescription() for word in words)
    press(page, "read:aloud")
    assert all(word in said(page) for word in words)
    assert voice.said == []


def test_a_button_without_a_voice_looks_so(voice: HandVoice, qapp: QApplication) -> None:
    page = folder(voice, "dexa/during")
    one = button(page, "read:aloud")
    able = one.grab().toImage()
    voice.become("no-voice")
    settle()
    assert one.grab().toImage() != able
    voice.become("ready")
    settle()
    assert one.grab().toImage() == able


def test_a_voice_that_fails_is_told(voice: HandVoice, qapp: QApplication) -> None:
    page = folder(voice, "dexa/during")
    press(page, "read:aloud")
    voice.finish(whole=False)
    settle()
    assert "Voorlezen lukt nu niet." in said(page)


def test_a_voice_is_looked_for_only_after_the_page_is_there(voice: HandVoice, qtbot: QtBot) -> None:
    folder(voice, "dexa/during")
    assert voice.prepared == 0
    qtbot.waitUntil(lambda: voice.prepared == 1)


def test_what_is_missing_is_said_in_both_languages(translations: Translations) -> None:
    dutch = missing("no-voice")
    translations.install("en")
    assert missing("no-voice") != dutch
    assert "Windows: Settings" in missing("no-voice")
    assert missing("ready") == missing("unknown") == ""


def test_the_part_for_other_pages_reads_and_stops(voice: HandVoice, look: Look, qapp: QApplication) -> None:
    part = ReadAloud(look, voice, "nl", lambda: TEXTS)
    part.show()
    press(part, "read:aloud")
    assert voice.said == [("Een.", "nl")]
    assert part.button.text() == "Stop"
    press(part, "read:aloud")
    assert part.button.text() == "Lees voor"
    voice.become("no-engine")
    press(part, "read:aloud")
    assert "speech-dispatcher" in part.note.text()
    assert part.note.isVisible()
    assert len(voice.said) == 1
    voice.become("ready")
    press(part, "read:aloud")
    part.hide()
    assert part.reader.state == "silent"


def test_a_pane_is_read_and_stops_where_it_is_gone(voice: HandVoice, translations: Translations) -> None:
    port = CorePort(at(7, 30))
    port.voice = voice
    main = window(port, translations)
    assert voice.prepared == 0
    press(main, "pane:read")
    assert voice.said == [("Uw weektablet.", "nl")]
    assert button(main, "pane:read").text() == "Stop"
    main.today._compose()
    settle()
    assert button(main, "pane:read").text() == "Stop", "drawn anew with the same words it goes on"
    assert voice.stopped == 0
    main.go("leaflet")
    settle()
    assert voice.stopped == 1
    main.go("today")
    settle()
    press(main, "pane:read")
    main.today.selected.emit(VITAMIN_ID)
    settle()
    assert voice.stopped == 2, "another text is another pane"
    voice.found = "no-engine"
    press(main, "pane:read")
    voice.finish(whole=False)
    assert button(main, "pane:read").text() == "Geen stem"
    assert "speech-dispatcher" in button(main, "pane:read").accessibleDescription()


def test_the_pane_of_reminder_and_intake_is_read_too(voice: HandVoice, translations: Translations) -> None:
    port = CorePort(at(7, 30))
    port.voice = voice
    reminder = ReminderWindow(Look(), port, "nl", start_timer=lambda *_: None)
    reminder.remind(port.remind())
    settle()
    assert reminder.page is not None
    reminder.inert._end(reminder.inert._turn)
    button(reminder.page, "pane:read").click()
    assert voice.said[-1] == ("Uw weektablet.", "nl")
    reminder._ids = []
    reminder._leave()
    settle()
    assert voice.stopped == 1
    main = window(port, translations)
    main.show_intake(TABLET_ID)
    settle()
    press(main, "pane:read")
    main.go("today")
    settle()
    assert voice.stopped == 2
