"""Kalender: what each day shows, how it is walked, and how the past is put right."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from bench.looking_back import lived
from osteoapp.core.events import Remark
from osteoapp.core.recurrence import AsNeeded, Freq, Rule
from osteoapp.core.regimen import DosePlan
from osteoapp.i18n import Translations
from osteoapp.ui.calendar.asking import NotePage, WhatTimePage, WhichDayPage
from osteoapp.ui.calendar.day import DayPage, Struck
from osteoapp.ui.calendar.looked import Looked, look
from osteoapp.ui.calendar.marks import State
from osteoapp.ui.calendar.month import MonthPage, YearPage
from osteoapp.ui.calendar.monthmodel import month_view, weeks_of, year_view
from osteoapp.ui.calendar.place import CalendarPlace
from osteoapp.ui.calendar.search import SearchPage, find
from osteoapp.ui.calendar.stripmodel import Moment, YearAhead
from osteoapp.ui.folder import FolderPage
from osteoapp.ui.pictures import settle
from osteoapp.ui.ports import Health, Settings
from osteoapp.ui.snapshot import take
from osteoapp.ui.window import MainWindow

from .fakes import DAIRY, INJECTION, MONDAY, TABLET, VITAMIN, CorePort, at
from .helpers import faults, names, press, said, window

LONG = lived(1)
NOVEMBER = date(2026, 11, 1)
DAY = timedelta(days=1)
WEEK_AGO = MONDAY - 7 * DAY
TUESDAY = WEEK_AGO + DAY
TABLET_ID = f"alendronate/{WEEK_AGO}/dose"
VITAMIN_ID = f"vitamin-d/{TUESDAY}/dose"


def looked(port: CorePort, month: date = NOVEMBER) -> Looked:
    return look(port, *weeks_of(month))


def states(found: Looked, day: date) -> list[tuple[str, str]]:
    return [(mark.state.value, mark.word.replace("\u00a0", " ")) for mark in found.marks(day)]


def calendar(port: CorePort, translations: Translations) -> tuple[MainWindow, CalendarPlace]:
    main = window(port, translations)
    main.go("calendar")
    settle()
    return main, place(main)


def place(main: MainWindow) -> CalendarPlace:
    page = main.pages.currentWidget()
    assert isinstance(page, CalendarPlace)
    return page


# What a day shows


def test_past_and_future_are_told_apart_by_shape_and_word() -> None:
    port = CorePort(at(10, 0, MONDAY + 2 * DAY), TABLET, VITAMIN, DAIRY, INJECTION)
    port.past.change(_taken(f"alendronate/{date(2026, 11, 9)}/dose", date(2026, 11, 9)))
    port.record(f"prolia/{date(2026, 11, 12)}/injection", "given", on=date(2026, 11, 14))
    found = looked(port)
    assert states(found, date(2026, 11, 2))[0] == ("missed", "Tablet")
    assert states(found, date(2026, 11, 9))[0] == ("taken", "Tablet")
    assert states(found, MONDAY)[0] == ("open", "Tablet")
    assert states(found, MONDAY + 7 * DAY) == [("coming", "Tablet")]
    assert ("taken", "Prik") in states(found, date(2026, 11, 14))
    assert states(found, TUESDAY) == [("missed", "Vitamine D")]
    view = month_view(found, NOVEMBER)
    by_day = {one.day: one.said for one in view.days}
    assert by_day[date(2026, 11, 9)].startswith("maandag 9 november, weektablet genomen")
    assert by_day[MONDAY + 2 * DAY].startswith("woensdag 25 november, vandaag")
    assert view.daily == "Medicijnen van elke dag: Vitamine D: tablet."
    assert {State.TAKEN, State.MISSED, State.OPEN, State.COMING} <= set(view.legend)
    far = look(port, date(2027, 11, 1), date(2027, 11, 30))
    assert [mark.state for mark in far.dated(date(2027, 11, 14))] == [State.FORECAST]


def _taken(item: str, day: date) -> object:
    from osteoapp.ui.past import Change

    return Change(item, "taken", on=day)


def test_a_year_of_ten_lived_ones_tells_what_was_and_what_comes() -> None:
    port = lived(2)
    found = look(port, date(2036, 1, 1), date(2036, 12, 31))
    year = year_view(found, 2036)
    assert [one.name for one in year.months][:2] == ["Januari", "Februari"]
    october, november = year.months[9], year.months[10]
    assert any(line.text.replace("\u00a0", " ").startswith("Tablet: ") for line in october.lines)
    assert november.current
    assert any("nog" in line.text for line in november.lines)
    assert "Prik" in " ".join(one.said for one in year.months)


def test_two_daily_doses_are_counted_in_one_mark_and_the_stock_runs_out_on_its_day() -> None:
    second = DosePlan("extra", "other-medicine", date(2026, 11, 2), name="Extra", times=VITAMIN.times, stock=3)
    port = CorePort(at(7, 0, MONDAY), VITAMIN, second)
    port.past.change(_taken(VITAMIN_ID, TUESDAY))
    found = looked(port)
    assert states(found, TUESDAY) == [("missed", "1 van 2")]
    port.record(f"vitamin-d/{MONDAY}/dose", "taken")
    assert states(looked(port), MONDAY) == [("taken", "1 van 2")], "the other may still be taken"
    port.past.change(_taken(f"extra/{TUESDAY}/dose", TUESDAY))
    found = looked(port)
    assert states(found, TUESDAY) == [("taken", "2 van 2")]
    assert states(found, MONDAY + 2 * DAY) == [("run_out", "Op")]


# Walking


def test_the_arrow_keys_walk_the_days_and_into_the_next_month(translations: Translations) -> None:
    main, found = calendar(CorePort(at(10, 0)), translations)
    page = found.page
    assert isinstance(page, MonthPage)
    page.focus_day(MONDAY)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Home, Qt.Key.Key_Down, Qt.Key.Key_End):
        QTest.keyClick(QApplication.focusWidget(), key)
    assert page.grid.current == date(2026, 11, 29)
    cell = page.grid.cells[date(2026, 11, 29)]
    assert QApplication.focusWidget() is cell
    assert [one for one in page.grid.cells.values() if one.focusPolicy() == Qt.FocusPolicy.StrongFocus] == [cell]
    page.grid.walk(date(2026, 12, 6))
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    settle()
    assert isinstance(found.page, MonthPage)
    assert found.page.accessibleName() == "December 2026"
    assert found.page.grid.current == date(2026, 12, 13)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_PageUp)
    settle()
    assert found.page.accessibleName() == "November 2026"
    assert found.page.grid.current == date(2026, 11, 13)
    press(main, "calendar:year")
    assert isinstance(found.page, YearPage)
    press(main, "month:2026-10")
    assert found.page.accessibleName() == "Oktober 2026"
    press(main, "calendar:today")
    press(main, f"day:{MONDAY}")
    assert isinstance(found.page, DayPage)
    QTest.keyClick(found.page, Qt.Key.Key_PageUp)
    assert "Zondag 22 november 2026" in said(main)
    QTest.keyClick(found.page, Qt.Key.Key_Escape)
    assert isinstance(found.page, MonthPage)


def test_the_strip_tells_what_has_a_date_and_how_often_the_weekly_tablet_comes() -> None:
    port = CorePort(at(10, 0), TABLET, INJECTION)
    port.record(f"prolia/{date(2026, 11, 12)}/injection", "given", on=date(2026, 11, 14))
    months = {one.name: one for one in YearAhead(port).strip(NOVEMBER)}
    assert next(iter(months)) == "nov"
    assert len(months) == 12
    assert [one.name for one in months.values() if one.shown] == ["nov"]
    assert months["nov"].now
    assert months["nov"].moments[0] == Moment("syringe", State.TAKEN)
    assert (months["dec"].word, months["dec"].moments) == ("4 keer", (Moment("tablet-round", State.COMING),))
    assert (months["mei"].word, months["mei"].moments[0].icon) == ("Prik", "syringe")
    assert months["nov"].said.startswith("November 2026. Tablet: ")
    assert "Prik, 14 november. " in months["nov"].said
    every = Rule(Freq.WEEKLY, byday=frozenset({4}))
    friday = DosePlan("own", "other-medicine", date(2026, 11, 2), times=(time(9),), recurrence=every)
    # One icon, and how often that one comes.
    for one in YearAhead(CorePort(at(10, 0), TABLET, friday)).strip(NOVEMBER)[1:4]:
        assert (one.word, one.moments[0].icon, len(one.moments)) == ("4 keer", "tablet-round", 2)
    far = YearAhead(port).strip(date(2024, 3, 1))
    assert (far[0].month, far[-1].month) == (date(2023, 11, 1), date(2024, 10, 1))
    assert [one.month for one in far if one.shown] == [date(2024, 3, 1)]
    assert not any(one.now for one in far)


def test_the_year_is_one_press_away_under_the_month_where_it_costs_no_day(translations: Translations) -> None:
    main, found = calendar(CorePort(at(10, 0)), translations)
    page = found.page
    assert isinstance(page, MonthPage)
    assert page.strip is not None
    assert page.strip.accessibleName() == "Het jaar in 1 oogopslag"
    assert page.strip.cells[0].isChecked()
    page.strip.cells[0].setFocus(Qt.FocusReason.TabFocusReason)
    reached = [one for one in page.strip.cells if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert reached == [page.strip.cells[0]]
    keys = Qt.Key.Key_Left, Qt.Key.Key_End, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Home, Qt.Key.Key_Right
    for key in (*keys, Qt.Key.Key_Space):
        QTest.keyClick(QApplication.focusWidget(), key)
    settle()
    page = found.page
    assert isinstance(page, MonthPage)
    assert page.accessibleName() == "December 2026"
    assert QApplication.focusWidget().objectName() == "strip:2026-12"
    press(main, "strip:2027-05")
    page = found.page
    assert isinstance(page, MonthPage)
    assert page.accessibleName() == "Mei 2027"
    press(main, "calendar:print")
    assert said(main.pages.currentWidget()).startswith("Het jaar op één blad")
    press(main, "one:back")
    page = place(main).page
    assert isinstance(page, MonthPage)
    assert page.accessibleName() == "Mei 2027"
    for size in ((1280, 700), (1024, 540)):
        main.resize(*size)
        settle()
        assert page.strip is not None
        assert not page.strip.isVisible()
        assert all(cell.height() >= 78 for cell in page.grid.cells.values())
    main.go("calendar")
    settle()
    page = place(main).page
    assert isinstance(page, MonthPage)
    assert page.accessibleName() == "November 2026"
    assert page.strip is None


# Putting right


def test_a_tablet_is_recorded_late_then_moved_then_taken_back(translations: Translations) -> None:
    port = CorePort(at(10, 0))
    main, found = calendar(port, translations)
    found.open_day(WEEK_AGO)
    settle()
    assert "Niet genomen" in said(main)
    press(main, f"day:taken:{TABLET_ID}")
    assert isinstance(found.page, WhichDayPage)
    press(main, f"ask:{TUESDAY}")
    assert isinstance(found.page, WhatTimePage)
    assert "ask:midnight" not in names(main)
    press(main, "ask:unknown")
    assert "Later genomen" in said(main)
    late = port.history.answers(TABLET_ID)[-1]
    press(main, f"day:taken:{late.id}")
    press(main, f"ask:{WEEK_AGO}")
    press(main, "ask:planned")
    assert [one.local.isoformat()[:16] for one in port.history.answers(TABLET_ID)] == [f"{WEEK_AGO}T07:30"]
    page = found.page
    assert isinstance(page, DayPage)
    struck = page.findChildren(Struck)
    assert len(struck) == 1
    assert "Teruggezet op" in struck[0].accessibleName()
    assert "Gewijzigd." in said(main)
    press(main, f"day:back:{port.history.answers(TABLET_ID)[-1].id}")
    assert port.history.answers(TABLET_ID) == []
    assert len(port.history.answers(TABLET_ID, every=True)) == 2


def test_a_dose_after_midnight_belongs_to_its_own_day(translations: Translations) -> None:
    port = CorePort(at(0, 40, TUESDAY + DAY), VITAMIN, DAIRY)
    main, found = calendar(port, translations)
    found.open_day(TUESDAY)
    settle()
    press(main, f"day:taken:{VITAMIN_ID}")
    press(main, "ask:midnight")
    assert [one.local_date for one in port.history.answers(VITAMIN_ID)] == [TUESDAY]
    press(main, f"day:taken:{port.history.answers(VITAMIN_ID)[0].id}")
    press(main, "ask:other")
    press(main, "ask:main")
    assert port.history.answers(VITAMIN_ID)[0].local.hour == 8
    press(main, f"day:amount:dairy/{TUESDAY}/goal")
    press(main, "ask:main")
    assert port.history.amount("dairy", TUESDAY) == 1
    amount = port.history.amounts("dairy", TUESDAY)[0]
    press(main, f"day:amount:{amount.id}")
    press(main, "ask:back")
    assert isinstance(found.page, DayPage)


def test_what_cannot_be_is_refused_in_plain_words(translations: Translations) -> None:
    port = CorePort(at(10, 0), TABLET)
    main, found = calendar(port, translations)
    port.past.change(_taken(TABLET_ID, MONDAY - DAY))  # type: ignore[arg-type]
    port.record(f"alendronate/{MONDAY}/dose", "taken", at=at(7, 40))
    found.open_day(MONDAY)
    assert "Zet terug" in said(main)
    port.state = Health(date_doubt=True)
    page = found.page
    assert isinstance(page, DayPage)
    press(main, next(name for name in sorted(names(main)) if name.startswith("day:back")))
    assert "Is het vandaag" in said(main)
    port.state = Health()
    found.open_day(WEEK_AGO)
    late = port.history.answers(TABLET_ID)[-1]
    port.record(f"alendronate/{WEEK_AGO}/dose", "remark", note="vomited")
    settle()
    press(main, f"day:taken:{late.id}")
    assert isinstance(found.page, WhichDayPage)
    assert f"ask:{MONDAY}" not in names(main)


def test_a_look_that_finds_nothing_new_moves_nothing(translations: Translations) -> None:
    port = CorePort(at(10, 0))
    _, found = calendar(port, translations)
    page = found.page
    port.move(at(10, 1))
    assert found.page is page
    port.record(f"vitamin-d/{MONDAY}/dose", "taken")
    assert found.page is not page


def test_the_date_of_an_injection_is_changed_and_an_appointment_noted(translations: Translations) -> None:
    port = CorePort(at(10, 0, date(2026, 11, 20)), INJECTION)
    item = f"prolia/{date(2026, 11, 12)}/injection"
    port.record(item, "given", on=date(2026, 11, 14))
    main, found = calendar(port, translations)
    found.open_day(date(2026, 11, 12))
    settle()
    given = port.history.answers(item)[0]
    press(main, f"day:given:{given.id}")
    press(main, "ask:main")
    assert [one.on for one in port.history.answers(item)] == [date(2026, 11, 20)]  # type: ignore[union-attr]
    found.open_day(date(2027, 5, 20))
    settle()
    press(main, f"day:booked:prolia/{date(2027, 5, 20)}/injection")
    press(main, "ask:main")
    assert "booked" in {one.type for one in port.history.answers(f"prolia/{date(2027, 5, 20)}/injection")}


# Notes, search, and the ways out


def test_a_note_is_kept_for_its_day_beside_whom_to_call(translations: Translations) -> None:
    port = CorePort(at(10, 0))
    main, found = calendar(port, translations)
    found.open_day(TUESDAY)
    settle()
    press(main, "day:note")
    page = found.page
    assert isinstance(page, NotePage)
    assert "Dit programma beoordeelt niet wat u schrijft." in said(main)
    press(main, "note:save")
    assert "Er staat nog niets." in said(main)
    page.field.setPlainText("Maag was onrustig")
    press(main, "note:about:alendronate")
    press(main, "note:save")
    assert "Weektablet alendroninezuur: Maag was onrustig" in said(main)
    event = port.history.notes(TUESDAY)[0]
    assert event.item == f"alendronate/{TUESDAY}/note"
    assert TUESDAY in port.past.days_with_notes(NOVEMBER, MONDAY)
    found.search("onrustig")
    settle()
    press(main, f"noted:{TUESDAY}")
    assert isinstance(found.page, DayPage)
    press(main, f"day:back:{event.id}")
    assert "Teruggezet op" in said(main)
    assert find(take(port), port.past.own_words(), "onrustig") == ()
    press(main, "day:note")
    press(main, "note:call")
    assert main.pages.currentWidget() is not found


def test_one_field_searches_notes_and_leaflet(translations: Translations) -> None:
    port = CorePort(at(10, 0))
    port.past.note("Tandarts gebeld over kaak", TUESDAY)
    main, found = calendar(port, translations)
    page = found.page
    assert isinstance(page, MonthPage)
    page.field.setText("tandarts")
    press(main, "calendar:find")
    results = found.page
    assert isinstance(results, SearchPage)
    assert "Tandarts gebeld over kaak" in said(main)
    hit = next(name for name in sorted(names(main)) if name.startswith("hit:"))
    results.field.setText("zzzz")
    results.search()
    settle()
    assert "Niets gevonden in wat u opschreef." in said(main)
    results.field.setText("")
    results.search()
    settle()
    assert "Typ een woord" in said(main)
    results.field.setText("tandarts")
    results.search()
    settle()
    press(main, hit)
    assert isinstance(main.pages.currentWidget(), FolderPage)
    main.go("calendar")
    assert isinstance(place(main).page, SearchPage)
    press(main, "search:left")
    assert isinstance(place(main).page, MonthPage)


def test_the_leaflet_and_vandaag_are_one_press_from_a_day(translations: Translations) -> None:
    main, found = calendar(CorePort(at(10, 0)), translations)
    found.open_day(MONDAY)
    settle()
    leaflet = next(name for name in sorted(names(main)) if name.startswith("day:leaflet:"))
    press(main, "day:today")
    assert main.pages.currentWidget() is main.today
    main.go("calendar")
    settle()
    press(main, leaflet)
    assert isinstance(main.pages.currentWidget(), FolderPage)


def test_a_done_row_of_vandaag_leads_to_a_note_about_it(translations: Translations) -> None:
    port = CorePort(at(9, 0))
    port.record(f"vitamin-d/{MONDAY}/dose", "taken")
    main = window(port, translations)
    main.select(f"vitamin-d/{MONDAY}/dose")
    settle()
    press(main, f"vitamin-d/{MONDAY}/dose:note")
    page = place(main).page
    assert isinstance(page, NotePage)
    page.field.setPlainText("Met yoghurt")
    port.past.note("Ander", MONDAY)  # an answer elsewhere leaves the words alone
    assert place(main).page is page
    press(main, "note:save")
    notes = [one for one in port.history.notes(MONDAY) if one.note == "Met yoghurt"]
    assert notes[0].item == f"vitamin-d/{MONDAY}/note"
    assert isinstance(notes[0], Remark)


def test_what_is_taken_when_needed_is_on_its_day(translations: Translations) -> None:
    needed = DosePlan("pain", "other-medicine", date(2026, 11, 2), name="Paracetamol", recurrence=AsNeeded())
    port = CorePort(at(10, 0), needed)
    port.record(f"pain/{MONDAY}/dose", "taken", at=at(8, 15))
    main, found = calendar(port, translations)
    found.open_day(MONDAY)
    settle()
    assert "Paracetamol" in said(main)
    assert "Zo nodig" in said(main)
    found.open_day(MONDAY + DAY)
    settle()
    assert "Op deze dag staat niets." in said(main)


@pytest.mark.parametrize(
    ("language", "text", "size"),
    [("nl", 200, (1024, 540)), ("en", 200, (1280, 800)), ("nl", 100, (1024, 540)), ("en", 150, (1280, 800))],
)
def test_nothing_is_clipped_on_any_page(
    language: str, text: int, size: tuple[int, int], translations: Translations
) -> None:
    port = LONG
    port.save_settings(Settings(text, "light", language))
    main = window(port, translations, size)
    main.go("calendar")
    found = place(main)
    today = port.present.date()
    for name, show in {
        "month": lambda: None, "year": lambda: found._view("year"), "day": lambda: found.open_day(date(2036, 11, 3)),
        "today": lambda: found.open_day(today), "note": lambda: found.write_note("prolia"),
        "search": lambda: found.search("maag"),
    }.items():  # fmt: skip
        show()
        settle()
        assert faults(main) == [], name
    found.open_day(today - 7 * DAY)
    settle()
    press(main, next(one for one in sorted(names(main)) if one.startswith("day:amount")))
    assert faults(main) == []
    main.close()
