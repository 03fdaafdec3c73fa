"""The settings over the real loop and store: every choice is kept at once, and wrong input is told beside its field."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, time, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget

from osteoapp import lock as lock_module
from osteoapp.content.catalogue import catalogue
from osteoapp.core.changes import revise
from osteoapp.exchange import regimen_file
from osteoapp.i18n import Translations
from osteoapp.joining import LoopPort
from osteoapp.reminding.clock import VirtualClock
from osteoapp.reminding.loop import Reminders
from osteoapp.store import clinic
from osteoapp.store.faults import WriteFailed
from osteoapp.store.store import Store
from osteoapp.ui.folder import FolderPage
from osteoapp.ui.foldershelf import Request
from osteoapp.ui.machine import Channel
from osteoapp.ui.pictures import settle
from osteoapp.ui.ports import Settings
from osteoapp.ui.safety import CopyHeld
from osteoapp.ui.settings.copywords import held_words
from osteoapp.ui.settings.page import SettingsPage
from osteoapp.ui.settings.sections import section_names
from osteoapp.ui.settings.times import TimesSection
from osteoapp.ui.window import MainWindow
from tests.ui.fakes import ZONE, at
from tests.ui.helpers import faults, names, said
from tests.ui.test_machinecards import CHANNELS, FakeMachine

SAMPLE = Path(__file__).parents[3] / "resources" / "samples" / "tablet.toml"
NOW = datetime(2026, 11, 23, 10, 12, tzinfo=ZONE)


class HandChooser:
    """Chooses what the test says; nothing where it says nothing."""

    def __init__(self) -> None:
        self.path = ""

    def folder(self, parent: QWidget, title: str, then: Callable[[str], None]) -> None:
        if self.path:
            then(self.path)

    def file(self, parent: QWidget, title: str, kinds: str, then: Callable[[str], None]) -> None:
        self.folder(parent, title, then)

    def new_file(self, parent: QWidget, title: str, name: str, kinds: str, then: Callable[[str], None]) -> None:
        self.folder(parent, title, then)

    def show(self, folder: str) -> bool:
        return False


class Room:
    """The main window with the settings open."""

    def __init__(self, folder: Path, translations: Translations) -> None:
        self.folder = folder
        self.clock = VirtualClock(NOW, ZONE)
        self.store = Store.open(folder, catalogue())
        draft = regimen_file.read(SAMPLE.read_bytes(), catalogue(), NOW.date())
        before = NOW - timedelta(days=7)
        self.store.save_regimen(revise(self.store.regimen(), draft, self.store.history(), before), before)
        self.store.keep_copy(NOW - timedelta(days=1))
        self.loop = Reminders(
            self.store, self.clock, show=lambda *_: None, wake=lambda _: None,
            new_id=iter(map(str, range(999))).__next__, write_faults=(WriteFailed,),
        )  # fmt: skip
        self.port = LoopPort(self.loop, self.store, folder, iter(map(str, range(999))).__next__)
        self.loop.start()
        self.machine = FakeMachine()
        self.machine.ways = (*CHANNELS, Channel("speech", "fails", code="no-voice"))
        self.port.machine = self.machine
        self.port.save_settings(Settings(theme="light", language="nl"))
        self.window = MainWindow(self.port, translations)
        self.chooser = HandChooser()
        self.window.settings.chooser = self.chooser
        self.window.resize(1280, 800)
        self.window.show()

    def open(self, section: str) -> None:
        self.window.go(f"settings:{section}")
        settle()

    @property
    def page(self) -> SettingsPage:
        found = self.window.pages.currentWidget()
        assert isinstance(found, SettingsPage)
        return found

    def press(self, *wanted: str) -> None:
        for name in wanted:
            found = [one for one in self.window.findChildren(QAbstractButton, name) if one.isVisible()]
            assert found, f"no {name}; there are {sorted(names(self.window))}"
            scroller = self.page.scroller if not name.startswith("pin:") else None
            if scroller is not None and scroller.isAncestorOf(found[0]):
                scroller.ensureWidgetVisible(found[0])
            QTest.mouseClick(found[0], Qt.MouseButton.LeftButton, pos=found[0].rect().center())
            settle()

    def type(self, name: str, text: str) -> None:
        line = next(one for one in self.window.findChildren(QLineEdit, name) if one.isVisible())
        line.setFocus()
        line.selectAll()
        line.insert(text)
        line.textEdited.emit(line.text())
        line.editingFinished.emit()
        settle()

    def chosen(self, name: str) -> bool:
        return next(one for one in self.window.findChildren(QAbstractButton, name) if one.isVisible()).isChecked()

    def says(self, *wanted: str) -> None:
        shown = said(self.window.pages).replace("\u00a0", " ")
        for text in wanted:
            assert text in shown, shown

    def until(self, then: Callable[[], bool]) -> None:
        for _ in range(200):
            if then():
                return
            QTest.qWait(10)
        raise AssertionError("never")


@pytest.fixture
def room(tmp_path: Path, translations: Translations, monkeypatch: pytest.MonkeyPatch) -> Iterator[Room]:
    from argon2 import PasswordHasher

    monkeypatch.setattr(lock_module, "_hasher", lambda: PasswordHasher(1, 8, 1))
    found = Room(tmp_path / "data", translations)
    yield found
    found.window.hide()
    found.store.close()
    translations.install("nl")


def test_every_choice_is_kept_at_once(room: Room) -> None:
    room.open("reminding")
    room.press("volume:100", "speak:on", "repeats:calm")
    kept = room.store.settings()
    assert (kept.volume, kept.speak_reminders) == (100, True)
    assert (kept.repeats.first_minutes, kept.repeats.first_count) == (30, 2)
    assert room.chosen("repeats:calm")
    room.press("try:sound", "sound:off")
    assert room.machine.tried == ["sound"]
    assert not room.store.settings().sound
    assert "try:sound" not in names(room.window), "what makes no sound is not tried"
    room.open("computer")
    room.press("autostart:on", "awake:on")
    assert (room.machine.starts, room.machine.awake) == (True, True)


def test_another_size_keeps_the_section_and_the_keyboard(room: Room) -> None:
    room.open("reading")
    room.press("size:200")
    assert room.window.look.percent == 200
    assert room.page.section is not None
    focused = room.window.focusWidget()
    assert focused is not None
    assert focused.objectName() == "size:200"
    room.press("settings:all", "settings:lock")
    room.says("Op slot met een pincode")
    room.press("place:settings")
    room.says("Letters en taal", "Computer gedeeld of kwijt")


def test_a_setting_that_cannot_be_written_is_told(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: object) -> None:
        raise WriteFailed("disk_full")

    room.open("reminding")
    monkeypatch.setattr(room.store, "save_settings", full)
    room.press("sound:off")
    room.says("Dit kon niet worden bewaard.")
    assert room.chosen("sound:on")


def test_times_of_the_day_are_kept_and_wrong_ones_stand_beside_their_hint(room: Room) -> None:
    room.open("times")
    room.type("times:wake", "6.45")
    assert room.port.regimen().draft.day.wake == time(6, 45)
    room.says("Bewaard.")
    section = room.page.section
    assert isinstance(section, TimesSection)
    for key, text, hint in (
        ("wake", "half acht", "Vul een tijd in, bijvoorbeeld 08:30."), ("wake", "25:00", "Vul een tijd in"),
        ("wake", "", "Vul een tijd in"), ("wake", "13:00", "Opstaan moet vroeger zijn dan 12:00."),
        ("evening", "8 uur 's avonds", "Vul een tijd in"), ("quiet_from", "07:00", "Deze tijd staat er 2 keer."),
    ):  # fmt: skip
        before = room.port.regimen().draft.day
        room.type(f"times:{key}", text)
        said_wrong = [one.words.text() for one in section.hints if one.isVisible()]
        assert said_wrong[0].startswith(hint), key
        line = room.window.findChild(QLineEdit, f"times:{key}")
        assert line.text() == text, "what was typed stays"
        assert room.port.regimen().draft.day == before
        room.type(f"times:{key}", {"wake": "07:00", "evening": "20:00", "quiet_from": "22:00"}[key])
        assert not [one for one in section.hints if one.isVisible()]
    room.press("quiet:off")
    assert room.port.regimen().draft.day.quiet is None
    room.press("quiet:on")
    assert room.port.regimen().draft.day.quiet == (time(22), time(7))
    line = next(one for one in room.window.findChildren(QLineEdit, "times:evening") if one.isVisible())
    QTest.keyClick(line, Qt.Key.Key_Up)
    assert room.port.regimen().draft.day.evening == time(20), "the hand may not be at rest yet"
    room.press("settings:lock")
    assert room.port.regimen().draft.day.evening == time(20, 15), "and who leaves has said it"


def test_the_pin_asks_before_a_change_and_never_before_reading(room: Room) -> None:
    room.open("lock")
    room.type("lock:first", "12ab")
    room.press("lock:keep")
    room.says("Een pincode heeft alleen cijfers.")
    room.type("lock:first", "1234")
    room.type("lock:again", "1243")
    room.press("lock:keep")
    room.says("De 2 pincodes zijn niet gelijk.")
    room.type("lock:again", "1234")
    room.press("lock:keep")
    room.says("De pincode is bewaard.", "Er is een pincode.")
    room.open("reading")
    room.press("size:150", "lang:en", "lang:nl", "size:100")
    room.open("reminding")
    room.press("sound:off")
    sheet = room.window.settings.guard.sheet
    assert sheet is not None
    assert not room.page.isEnabled()
    assert room.window.column.isEnabled(), "the phone numbers stay"
    room.press("pin:back")
    assert room.store.settings().sound
    assert room.chosen("sound:on")
    focused = room.window.focusWidget()
    assert focused is not None
    assert focused.objectName() == "sound:off", "the keyboard is where it was"
    room.press("sound:off")
    room.type("pin:line", "9999")
    room.press("pin:give")
    room.says("Deze pincode klopt niet.")
    room.type("pin:line", "1234")
    room.press("pin:give")
    assert not room.store.settings().sound
    assert room.window.settings.guard.sheet is None
    room.press("sound:on")
    assert room.store.settings().sound, "for some minutes"
    room.clock.advance(timedelta(minutes=11))
    room.open("times")
    room.type("times:wake", "06:00")
    assert room.port.regimen().draft.day.wake == time(7, 30)
    room.press("pin:back")
    line = next(one for one in room.window.findChildren(QLineEdit, "times:wake") if one.isVisible())
    assert line.text() == "07:30", "the times in force"
    room.open("computer")
    room.press("autostart:on")
    assert room.machine.starts is False
    room.press("place:today")
    assert room.window.settings.guard.sheet is None, "another place, and nobody asks any more"
    opened: list[str] = []
    room.window.settings.guard.allowed(lambda: opened.append("yes"), lambda: opened.append("no"))
    settle()
    room.window.resize(1024, 540)
    settle()
    sheet = room.window.settings.guard.sheet
    assert sheet is not None
    assert sheet.rect() == room.window.pages.rect()
    assert sheet.mapTo(room.window.pages, QPoint(0, 0)) == QPoint(0, 0)
    QTest.keyClick(sheet.line, Qt.Key.Key_Escape)
    assert opened == ["no"]


def test_a_clinics_text_is_put_in_and_taken_away_after_the_pin(room: Room) -> None:
    asked: list[Request] = []
    room.port.lock.set_pin("1234")
    room.port.lock.close()
    room.window.go("leaflet")
    page = room.window.pages.currentWidget()
    assert isinstance(page, FolderPage)
    assert page.body is not None
    page._shelve = asked.append  # type: ignore[method-assign]
    page.body.shelved.emit(Request("remove"))
    sheet = room.window.settings.guard.sheet
    assert sheet is not None
    assert asked == []
    sheet.line.setText("1234")
    sheet.passed.emit()
    assert asked == [Request("remove")]


def test_a_forgotten_pin_goes_after_a_day_by_a_sentence(room: Room) -> None:
    room.port.lock.set_pin("1234")
    room.port.lock.close()
    room.open("lock")
    room.press("pin:forgotten", "pin:forget")
    room.says("Vanaf dinsdag 24 november, 10:12 kan de pincode weg.")
    assert "pin:way-out" not in names(room.window)
    room.clock.advance(timedelta(days=1))
    room.open("lock")
    room.press("pin:way-out")
    room.says("Typ de zin precies zo.")
    room.type("pin:sentence", "ik  haal de Pincode weg.")
    room.press("pin:way-out")
    assert not room.port.lock.is_set()
    room.says("De pincode is weg.")


def test_a_copy_is_looked_into_and_put_back_in_two_presses(room: Room, tmp_path: Path) -> None:
    put: list[Path] = []
    room.port.keeping.replace_with = put.append
    room.open("copies")
    room.says(str(room.folder), "gisteren, 10:12", "Er is nog geen tweede map gekozen.")
    room.press("copies:look:2026-11-22-1012")
    room.until(lambda: "copies:put" in names(room.window))
    room.says("Kopie van gisteren, 10:12", "Er staan geen antwoorden in.", "Weektablet alendroninezuur")
    room.press("copies:back", "copies:look:2026-11-22-1012")
    room.until(lambda: "copies:put" in names(room.window))
    room.press("copies:put")
    assert [path.name for path in put] == ["osteoapp-000001-2026-11-22-0912Z.db"]
    room.press("copies:back", "copies:open")
    room.says("De map kan hier niet worden getoond.")
    letter = tmp_path / "letter.db"
    letter.write_text("Dear Ann")
    room.chooser.path = str(letter)
    room.press("copies:file")
    room.until(lambda: "copies:back" in names(room.window))
    room.says("Dit bestand is geen kopie van dit programma.")
    assert "copies:put" not in names(room.window)
    room.press("copies:back", "copies:save")
    room.until(lambda: "Daar staat al een ander bestand." in said(room.window))
    assert letter.read_text() == "Dear Ann"
    room.chooser.path = str(tmp_path / "copy.db")
    clinic.write(room.folder, b"Bel de balie.")
    room.press("copies:save")
    room.until(lambda: "De kopie staat in" in said(room.window))
    room.says("Ook de tekst van uw kliniek, een half ingevulde vragenlijst en de vinkjes van uw ronde door het huis.")
    room.press("copies:file")
    room.until(lambda: "copies:put" in names(room.window))
    room.says("Tekst van uw kliniek: staat erin.")


@pytest.mark.parametrize(
    ("state", "why"), [("large", "want hij was te groot"), ("damaged", "want hij was beschadigd"), ("", "")]
)
def test_a_copy_that_left_the_clinics_text_out_says_why(state: str, why: str) -> None:
    found = held_words(CopyHeld("x", clinic=state), NOW.date(), "nl")
    wanted = [f"**Tekst van uw kliniek:** staat er niet in, {why}."] if state else []
    assert [line for line in found if "kliniek" in line] == wanted


def test_the_second_folder_is_told_in_words(room: Room, tmp_path: Path) -> None:
    sent: list[str] = []
    room.port.keeping.send = lambda: sent.append("now")
    room.chooser.path = str(tmp_path / "stick")
    room.open("copies")
    room.press("copies:second")
    assert room.store.settings().second_folder == room.chooser.path
    assert sent == ["now"]
    room.says(room.chooser.path, "De kopie is onderweg.")
    room.port.keeping.sent("second_folder_missing", {"folder": room.chooser.path})
    settle()
    room.says("vandaag, 10:12: De map voor de extra kopie is er niet")
    room.port.keeping.sent("", {})
    settle()
    room.says("De laatste kopie staat er. Nagekeken: vandaag, 10:12.")
    room.press("copies:second:off")
    assert room.store.settings().second_folder is None
    room.says("Er is nog geen tweede map gekozen.")


def test_the_calendar_goes_to_a_file(room: Room, tmp_path: Path) -> None:
    room.open("computer")
    room.says("De computer moet aan staan.", "Dit programma kan een computer niet wekken.")
    room.chooser.path = str(tmp_path / "agenda.ics")
    room.press("computer:calendar")
    room.until(lambda: "De agenda staat in" in said(room.window))
    assert (tmp_path / "agenda.ics").read_bytes().startswith(b"BEGIN:VCALENDAR")
    room.chooser.path = str(tmp_path / "nowhere" / "agenda.ics")
    room.press("computer:calendar")
    room.until(lambda: "Dat bestand kon daar niet worden gemaakt." in said(room.window))


def test_what_works_can_be_tried(room: Room) -> None:
    room.machine.ways += (Channel("notification", "fails", at(7), "no-answer"),)
    room.open("works")
    room.says("Deze computer heeft geen stem voor uw taal.", "maandag 23 november, 07:00: niet gelukt")
    room.press("try:speech", "try:tray", "try:notification")
    assert room.machine.tried == ["speech", "tray", "notification"]
    room.press("try:window")
    assert room.window.setup.trial is not None
    room.window.setup.trial.close()


@pytest.mark.parametrize("way", ["nl-200-1024x540", "en-150-1280x800", "en-100-1024x540", "nl-100-1280x800"])
def test_no_section_is_clipped(way: str, room: Room) -> None:
    lang, text, size = way.split("-")
    width, height = map(int, size.split("x"))
    room.window.resize(width, height)
    room.window.restyle(replace(room.port.settings(), text_size=int(text), language=lang))
    if text == "200":
        room.port.lock.set_pin("1234")
        room.port.lock.forget()
    for section in ("", *(one.id for one in section_names(machine=True))):
        room.open(section)
        assert faults(room.window.pages) == [], section
    room.clock.advance(timedelta(days=2))
    room.open("lock")
    if text == "200":
        room.window.settings.guard.allowed(lambda: None)
        settle()
        assert faults(room.window.pages) == []
        assert "pin:way-out" in names(room.window)
