"""The window: five places, choices that are seen at once, help on every screen."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Signal

from osteoapp.core.regimen import Draft, Patient, Regimen
from osteoapp.i18n import Translations
from osteoapp.ui.folder import FolderPage
from osteoapp.ui.pictures import Shot, grab, settle, take_all
from osteoapp.ui.ports import Health, Settings
from osteoapp.ui.theme import Theme
from tests.ui.test_machinecards import FakeMachine

from .fakes import CorePort, at
from .helpers import TABLET_ID, names, press, said, window

PLACES = ("today", "calendar", "leaflet", "progress", "settings")


@pytest.fixture
def port() -> CorePort:
    found = CorePort(at(7, 30))
    found.remind()
    return found


def test_every_place_is_one_press_away(port: CorePort, translations: Translations) -> None:
    main = window(port, translations)
    for name, words in zip(PLACES, ("Goedemorgen", "November 2026", "Wat is osteoporose?",
                                    "Toon de cijfers", "Grootte van de letters"), strict=True):  # fmt: skip
        press(main, f"place:{name}")
        assert words in said(main)
        assert main.column.places[name].isChecked()  # type: ignore[index]
        assert sum(place.isChecked() for place in main.column.places.values()) == 1


def test_help_and_the_numbers_are_on_every_screen(port: CorePort, translations: Translations) -> None:
    main = window(port, translations)
    for name in PLACES:
        main.go(name)
        settle()
        assert "010-7654321" in said(main)
        assert "phone:ask" in names(main)
    press(main, "phone:ask")
    for words in ("Wanneer bellen?", "010-2223344", "112"):
        assert words in said(main)
    main.show_intake(TABLET_ID)
    settle()
    assert "010-7654321" in said(main)
    press(main, "phone:ask")
    assert "112" in said(main)


def test_no_numbers_is_said(translations: Translations) -> None:
    main = window(CorePort(at(7, 30), phones={}), translations)
    assert "Vul uw nummers in" in said(main)
    main.show_call()
    settle()
    assert "112" in said(main)


def test_the_clock_and_the_date_are_on_top(port: CorePort, translations: Translations) -> None:
    main = window(port, translations)
    assert "07:30 | maandag | 23 november 2026" in said(main)
    port.present = at(7, 31)
    main.tick()
    assert "07:31" in said(main)


def test_text_size_theme_and_language_are_seen_at_once(port: CorePort, translations: Translations) -> None:
    main = window(port, translations)
    main.go("settings")
    settle()
    press(main, "size:150")
    assert port.kept.text_size == 150
    assert main.look.percent == 150
    press(main, "theme:dark")
    assert (port.kept.theme, main.look.theme) == ("dark", Theme.DARK)
    press(main, "theme:high_contrast")
    assert main.look.contrast
    press(main, "lang:en")
    assert port.kept.language == "en"
    assert "Size of the letters" in said(main)
    assert "Settings" in said(main)
    press(main, "settings:all")
    press(main, "settings:reminding")
    press(main, "sound:off")
    assert port.kept == Settings(150, "high_contrast", "en", sound=False)
    press(main, "place:today")
    assert "Time for your weekly tablet" in said(main)


def test_the_language_of_the_regimen_counts_until_one_is_chosen(translations: Translations) -> None:
    port = CorePort(at(7, 30))
    port.kept = Settings(theme="light")
    plan = port.plan
    draft = Draft(Patient("Mrs De Vries", "en"), plan.draft.day, plan.draft.phones, plan.draft.plans)
    port.plan = Regimen(plan.catalogue, draft, plan.versions)
    assert window(port, translations).lang == "en"


def test_settings_tell_where_the_data_are_and_what_does_not_work(port: CorePort, translations: Translations) -> None:
    port.state = Health(notes=(("disk_full", ""),))
    port.machine = FakeMachine()
    main = window(port, translations)
    main.go("settings:copies")
    settle()
    assert port.data_folder() in said(main)
    press(main, "settings:works")
    assert "De schijf is vol" in said(main)


def test_read_more_opens_the_leaflet_at_the_passage(port: CorePort, translations: Translations) -> None:
    main = window(port, translations)
    press(main, "leaflet:more")
    page = main.pages.currentWidget()
    assert isinstance(page, FolderPage)
    assert page.entries["alendronate"].isChecked()
    assert "Uw weektablet" in said(main)


def test_the_leaflet_is_searched(port: CorePort, translations: Translations) -> None:
    main = window(port, translations)
    main.go("leaflet")
    page = main.pages.currentWidget()
    assert isinstance(page, FolderPage)
    page.search.setText("piekbotmassa")
    page.tools.look_now()
    settle()
    assert "1 tekst gevonden" in said(main)
    page.search.clear()
    page.tools.look_now()
    settle()
    assert "Goed om te weten" in said(main)
    press(main, "topic:heredity")
    assert "Erfelijkheid" in said(main)


def test_in_a_narrow_window_contents_and_text_take_turns(port: CorePort, translations: Translations) -> None:
    port.kept = Settings(200, "light", "nl")
    main = window(port, translations, (1024, 540))
    main.go("leaflet")
    settle()
    assert "topic:risk" in names(main)
    press(main, "topic:risk")
    assert "topic:risk" not in names(main)
    assert "Wie heeft meer kans?" in said(main)


def test_where_the_column_has_no_date_the_page_says_it(port: CorePort, translations: Translations) -> None:
    port.kept = Settings(200, "light", "nl")
    main = window(port, translations)
    assert not main.column.shows_date
    assert "Maandag 23 november 2026" in said(main)


def test_pictures_of_all_screens(port: CorePort, tmp_path: Path) -> None:
    shot = Shot("en", 100, "light", 1024, 540)
    made = take_all(port, tmp_path, (shot,))
    found = {path.name.removesuffix(f"-{shot.name}.png") for path in made}
    assert found == {*PLACES, "call", "reminder", "intake", "wrong"}
    assert all(path.stat().st_size > 5000 for path in made)
    assert port.settings() == Settings(theme="light", language="nl")
    assert port.sent == [], "looking changes nothing"


def test_a_picture_that_cannot_be_written_is_a_fault(
    port: CorePort, translations: Translations, tmp_path: Path
) -> None:
    with pytest.raises(OSError, match="cannot write"):
        grab(window(port, translations), tmp_path / "nowhere" / "x.png")


class Emitter(QObject):
    told = Signal(bool)


def test_signals_and_slots_keep_the_reference_counts() -> None:
    """PySide6 6.12.0 lost one reference to True and None with each, and aborted after some thousand."""
    emitter = Emitter()
    emitter.told.connect(lambda _: None)
    emitter.told.emit(True)
    before = sys.getrefcount(True), sys.getrefcount(None)
    for _ in range(200):
        emitter.told.emit(True)
    after = sys.getrefcount(True), sys.getrefcount(None)
    assert abs(after[0] - before[0]) < 20
    assert abs(after[1] - before[1]) < 20
