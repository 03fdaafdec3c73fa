"""Fields that are typed or stepped: what is surely meant is written out, anything else stays as it was typed."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from osteoapp.ui.parts.entries import ClockEntry, DateEntry, NumberEntry, read_clock, read_month
from osteoapp.ui.pictures import settle
from osteoapp.ui.theme import Look

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("8", "08:00"), ("08", "08:00"), ("8.15", "08:15"), ("8:15", "08:15"), ("815", "08:15"), ("0815", "08:15"),
        ("20u30", "20:30"), ("8 uur", "08:00"), (" 7:05 uur ", "07:05"), ("23:59", "23:59"), ("0:00", "00:00"),
        ("24:00", "24:00"), ("8:60", "8:60"), ("acht", "acht"), ("", ""), ("8:1", "8:1"), ("-8", "-8"),
    ],
)  # fmt: skip
def test_a_time_as_people_write_it(typed: str, meant: str) -> None:
    assert read_clock(typed) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("3", "3"), ("03", "3"), ("maart", "3"), ("Mrt.", "3"), ("March", "3"), ("mei", "5"), ("May", "5"),
        ("okt", "10"), ("oct", "10"), ("aug", "8"), ("13", "13"), ("ma", "ma"), ("Mei!", "Mei!"), ("", ""),
    ],
)  # fmt: skip
def test_a_month_as_people_write_it(typed: str, meant: str) -> None:
    assert read_month(typed) == meant


def shown(widget: QWidget) -> None:
    widget.show()
    settle()


def test_a_date_is_empty_until_something_is_said_and_begins_at_today(look: Look) -> None:
    entry = DateEntry(look, "nl", TODAY)
    shown(entry)
    assert entry.value() == ""
    assert entry.day is not None
    for part in (entry.day, entry.month, entry.year):
        QTest.mouseClick(part.more, Qt.MouseButton.LeftButton)
    assert entry.value() == "2026-11-22"
    assert entry.month.line.text() == "november"


def test_stepping_a_month_keeps_to_its_last_day_and_crosses_the_year(look: Look) -> None:
    entry = DateEntry(look, "nl", TODAY)
    shown(entry)
    entry.set_value("2026-12-31")
    entry.month.stepped.emit(1)
    assert entry.value() == "2027-1-31"
    entry.month.stepped.emit(1)
    assert entry.value() == "2027-2-28"
    entry.year.stepped.emit(1)
    assert entry.value() == "2028-2-28"
    assert entry.day is not None
    entry.day.stepped.emit(1)
    entry.day.stepped.emit(1)
    assert entry.value() == "2028-2-1"
    entry.day.stepped.emit(-1)
    assert entry.value() == "2028-2-29"


def test_the_arrow_keys_step_and_letters_that_make_no_sense_stay(look: Look) -> None:
    entry = DateEntry(look, "nl", TODAY, days=False)
    shown(entry)
    QTest.keyClick(entry.year.line, Qt.Key.Key_Up)
    QTest.keyClick(entry.year.line, Qt.Key.Key_Down)
    assert entry.value() == "2025-"
    QTest.keyClicks(entry.month.line, "maa")
    entry.month.line.editingFinished.emit()
    assert (entry.month.line.text(), entry.value()) == ("maart", "2025-3")
    entry.month.line.clear()
    QTest.keyClicks(entry.month.line, "lente")
    entry.month.line.editingFinished.emit()
    assert (entry.month.line.text(), entry.value()) == ("lente", "2025-lente")
    entry.set_value(entry.value())
    assert entry.value() == "2025-lente"


def test_a_time_steps_to_whole_quarters_and_over_midnight(look: Look) -> None:
    entry = ClockEntry(look, "Hoe laat?")
    shown(entry)
    seen = []
    for start, by in (("08:05", 1), ("08:05", -1), ("23:45", 1), ("00:00", -1), ("", 1), ("laat", -1)):
        entry.set_value(start)
        entry.part.stepped.emit(by)
        seen.append(entry.value())
    assert seen == ["08:15", "08:00", "00:00", "23:45", "08:00", "08:00"]


def test_a_number_does_not_step_below_its_least(look: Look) -> None:
    entry = NumberEntry(look, "Bewegen", "minuten per dag", 5)
    shown(entry)
    entry.set_value("10")
    for _ in range(4):
        entry.part.stepped.emit(-1)
    assert entry.value() == "5"
    entry.set_value("veel")
    entry.part.stepped.emit(1)
    assert entry.value() == "5"
