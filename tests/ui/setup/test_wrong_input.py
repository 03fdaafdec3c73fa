"""Wrong input: a plain hint beside the field, nothing lost, and Enter does not go past it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from osteoapp.ui.pictures import settle

from .conftest import Open
from .driving import SettingUp, key

LONG = "Mevrouw " + "van der Aa " * 18 + "Bb"


def text_of(found: SettingUp, name: str) -> str:
    line = found.seen(QLineEdit, name)
    assert isinstance(line, QLineEdit)
    return line.text()


def at_injection(opened: Open) -> SettingUp:
    found = opened()
    found.on()
    found.type("setup:name", "Ada")
    found.on(2)
    found.press("setup:pick:denosumab-injection")
    found.on(2)
    return found


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("", "Vul hier een naam in."),
        ("   ", "Vul hier een naam in."),
        (LONG, "Dit is te lang. Gebruik hoogstens 120 tekens."),
        ("Ada\u202eadA", "Hier staat een teken in dat niet te zien is. Typ de tekst opnieuw."),
    ],
)
def test_a_name_that_cannot_be(name: str, hint: str, opened: Open) -> None:
    found = opened()
    found.on()
    found.type("setup:name", name)
    found.on()
    assert (found.name, found.hints()) == ("who", hint)
    assert text_of(found, "setup:name") == name
    found.type("setup:name", "Ada")
    assert found.hints() == ""
    found.on()
    assert found.name == "phones"


def test_a_number_that_cannot_be_called(opened: Open) -> None:
    found = opened()
    found.on()
    found.type("setup:name", "Ada")
    found.on()
    hint = "Dit is geen telefoonnummer. Typ alleen cijfers, bijvoorbeeld 010-1234567."
    for text in ("abc", "12", "bel de buurvrouw"):
        found.type("setup:phone:gp", text)
        found.on()
        assert (found.name, found.hints(), text_of(found, "setup:phone:gp")) == ("phones", hint, text)
    found.type("setup:phone:gp", "112")
    found.type("setup:phone:pharmacy", " ")
    found.on()
    assert (found.name, found.hints()) == ("medicines", "")


@pytest.mark.parametrize(
    "name", ["Mevrouw 😀 Østergård", "גברת כהן", "السيدة حداد", "李女士", "O'Hara \"de Boer\" \\ é"]
)
def test_names_of_all_the_world_are_kept(name: str, opened: Open) -> None:
    found = opened()
    found.on()
    found.type("setup:name", name)
    found.on(2)
    found.press("setup:pick:vitamin-d-tablet")
    while found.name != "done":
        found.on()
        assert not found.hints()
    assert found.port.regimen().draft.patient.name == name


@pytest.mark.parametrize(
    ("day", "month", "year", "hint"),
    [
        ("", "", "", "Vul de dag, de maand en het jaar in."),
        ("12", "", "2026", "Vul de dag, de maand en het jaar in."),
        ("twaalf", "mei", "2026", "Vul de dag, de maand en het jaar in."),
        ("12", "Mei!", "2026", "Vul de dag, de maand en het jaar in."),
        ("29", "februari", "2026", "Deze dag bestaat niet. Kijk de datum na."),
        ("31", "4", "2026", "Deze dag bestaat niet. Kijk de datum na."),
        ("0", "4", "2026", "Deze dag bestaat niet. Kijk de datum na."),
        ("23", "november", "2026", "Deze dag moet nog komen. Kijk de datum na."),
        ("1", "1", "2199", "Deze dag moet nog komen. Kijk de datum na."),
        ("12", "5", "26", "Dit jaar kan niet kloppen. Kijk de datum na."),
        ("12", "5", "1899", "Dit jaar kan niet kloppen. Kijk de datum na."),
    ],
)
def test_a_day_that_cannot_be(day: str, month: str, year: str, hint: str, opened: Open) -> None:
    found = at_injection(opened)
    for part, text in (("day", day), ("month", month), ("year", year)):
        found.type(f"setup:{part}", text)
    found.on()
    assert (found.name, found.hints()) == ("denosumab-injection/when", hint)
    assert text_of(found, "setup:day") == day
    assert text_of(found, "setup:year") == year


def test_a_leap_day_that_was(opened: Open) -> None:
    found = at_injection(opened)
    for part, text in (("day", "29"), ("month", "feb"), ("year", "2024")):
        found.type(f"setup:{part}", text)
    assert text_of(found, "setup:month") == "februari"
    found.on()
    assert found.name == "denosumab-injection/since"


def test_a_first_day_that_has_passed(opened: Open) -> None:
    found = at_injection(opened)
    found.press("setup:when:first")
    for part, text in (("day", "21"), ("month", "11"), ("year", "2026")):
        found.type(f"setup:{part}", text)
    found.on()
    assert found.hints() == "Deze dag is al voorbij. Kies een dag die nog komt."
    found.type("setup:day", "22")
    found.on()
    assert found.name == "denosumab-injection/since"
    for part, text in (("month", "12"), ("year", "2026")):
        found.type(f"setup:{part}", text)
    found.on()
    assert found.hints() == "Deze dag moet nog komen. Kijk de datum na."
    found.type("setup:month", "")
    found.on()
    assert found.hints() == "Vul de maand en het jaar in."


def test_times_that_cannot_be(opened: Open) -> None:
    found = opened()
    found.on()
    found.type("setup:name", "Ada")
    found.on(2)
    found.press("setup:pick:alendronate-tablet", "setup:pick:calcium-supplement")
    found.on()
    found.press("setup:pick:other-medicine")
    found.on(2)
    assert found.hints() == "Kies een dag."
    found.press("setup:weekday:1")
    found.on()
    for text, hint in (
        ("12:00", "De tablet moet vroeger zijn dan 12:00."),
        ("25:00", "Vul een tijd in, bijvoorbeeld 08:30."),
        ("vroeg", "Vul een tijd in, bijvoorbeeld 08:30."),
        ("", ""),
    ):
        found.type("setup:time", text)
        if hint:
            found.on()
            assert found.hints() == hint
            assert text_of(found, "setup:time") == text
    found.type("setup:time", "7 uur")
    assert text_of(found, "setup:time") == "07:00"
    found.on()
    found.press("setup:since:now")
    found.on()
    found.press("setup:times:add")
    found.type("setup:times:2", "12.30")
    found.on()
    assert found.hints() == "Deze tijd staat er 2 keer."
    found.press("setup:times:out-2")
    found.on()
    assert found.name == "other-medicine-1/medicine"
    found.on()
    assert found.hints() == "Vul hier een naam in. | Vul ten minste 1 tijd in."
    found.type("setup:name", LONG)
    found.type("setup:times:1", "8:30")
    found.on()
    assert found.hints() == "Dit is te lang. Gebruik hoogstens 120 tekens."


def test_the_day_keeps_its_order(opened: Open) -> None:
    found = opened()
    found.on()
    found.type("setup:name", "Ada")
    found.on(4)
    assert found.name == "day"
    found.type("setup:wake", "13:00")
    found.on()
    assert found.hints() == "Opstaan moet vroeger zijn dan 12:00."
    found.type("setup:wake", "8")
    found.type("setup:quiet_to", "22:00")
    found.on()
    assert found.hints() == "Vul 2 verschillende tijden in."
    found.type("setup:quiet_to", "nooit")
    found.on()
    assert found.hints() == "Vul een tijd in, bijvoorbeeld 08:30."
    found.press("setup:quiet:no")
    found.on(2)
    found.on()
    assert found.port.regimen().draft.day.quiet is None
    assert f"{found.port.regimen().draft.day.wake:%H:%M}" == "08:00"


def test_goals_within_reason(opened: Open) -> None:
    found = opened()
    found.on()
    found.type("setup:name", "Ada")
    found.on(3)
    found.press("setup:pick:dairy", "setup:pick:activity")
    found.on()
    found.type("setup:dairy:target", "101")
    found.type("setup:activity:target", "half")
    found.on()
    assert found.hints() == "Kies een getal van 1 tot en met 100. | Vul een heel getal in."
    found.type("setup:dairy:target", "3")
    found.type("setup:activity:target", "20")
    found.on()
    assert found.name == "day"


def test_enter_does_not_go_past_a_wrong_answer(opened: Open) -> None:
    found = opened()
    key(Qt.Key.Key_Return)
    key(Qt.Key.Key_Return, Qt.Key.Key_Return, Qt.Key.Key_Enter)
    assert found.name == "who"
    assert found.hints() == "Vul hier een naam in."
    settle()
