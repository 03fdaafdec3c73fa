"""The card "Voorraad": what it says, and counting, a new box and the reminder by a few presses, each taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import product

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from osteoapp.core.boxes import Stock
from osteoapp.i18n import Translations
from osteoapp.ui.parts.inputs import LineField
from osteoapp.ui.pictures import settle
from osteoapp.ui.ports import Outcome, Result
from osteoapp.ui.stock.card import StockCard
from osteoapp.ui.stock.model import expiry_of, number_of, stock_view
from osteoapp.ui.theme import Look, Theme

from .fakes import HandPort, at
from .helpers import button, faults, names, press, said

TODAY = date(2026, 11, 23)
PLAN = "vitamin-d"


def shown(port: HandPort, look: Look | None = None, lang: str = "nl") -> StockCard:
    card = StockCard(look or Look(), port, lang, PLAN)  # type: ignore[arg-type]
    card.resize(900, 600)
    card.show()
    settle()
    return card


def tracked(**more: object) -> HandPort:
    port = HandPort((), now=at(9))
    values = {"left": 12, "per_dose": 1, "warn_days": 7, "out": date(2026, 12, 5), "remind": date(2026, 11, 28), **more}
    port.stock.known[PLAN] = Stock(**values)  # type: ignore[arg-type]
    return port


def typed(card: StockCard, text: str) -> None:
    assert card.field is not None
    card.field.setText(text)
    press(card, "stock:save")


def test_it_says_what_is_left_until_when_and_whom_to_call(translations: Translations) -> None:
    stock = Stock(12, 1, 7, date(2026, 12, 5), date(2026, 11, 28), date(2027, 6, 30))
    view = stock_view(stock, TODAY, "010-7654321", "nl")
    assert " ".join(view.lines).replace("\u00a0", " ") == (
        "Nog 12 stuks. Genoeg tot zaterdag 5 december 2026. U krijgt een herinnering op zaterdag 28 november."
        " Houdbaar tot en met 30 juni 2027."
    )
    assert (view.warning, view.prescription) == ("", "Herhaalrecept nodig? Bel uw apotheek: **010-7654321**.")
    empty = stock_view(Stock(0, 1, 7, TODAY, TODAY, date(2026, 11, 22)), TODAY, "", "nl")
    assert [line.replace("\u00a0", " ") for line in empty.lines] == ["Nog 0 stuks."]
    assert empty.warning == "De houdbaarheidsdatum is voorbij. Vraag uw apotheker wat u hiermee doet."
    assert empty.prescription.endswith("Het nummer staat op het etiket.")
    assert stock_view(Stock(0, 1, 7, TODAY), TODAY, "", "nl").warning == "Dit is niet genoeg voor de volgende keer."
    assert stock_view(Stock(1, 1, 7), TODAY, "", "nl").lines[0].replace("\u00a0", " ") == "Nog 1 stuk."
    assert not stock_view(None, TODAY, "", "nl").tracked


def test_only_a_whole_number_is_one() -> None:
    assert [number_of(text) for text in (" 28 ", "0", "-1", "1,5", "", "٣", "²", "123456")] == [
        28, 0, None, None, None, None, None, None
    ]


def test_counting_begins_with_one_number(translations: Translations) -> None:
    port = HandPort((), now=at(9))
    card = shown(port)
    assert names(card) == {"stock:count"}
    press(card, "stock:count")
    typed(card, "veel")
    assert "Vul een getal in, bijvoorbeeld 28." in said(card)
    assert port.stock.noted == []
    typed(card, "28")
    assert port.stock.noted == [("count", PLAN, 28)]
    assert "Genoteerd." in said(card)
    press(card, "stock:undo")
    assert port.taken_back == ["s1"]
    assert "Teruggezet." in said(card)


def test_a_new_box_may_have_its_date(translations: Translations) -> None:
    port = tracked()
    card = shown(port)
    assert names(card) == {"stock:box", "stock:count", "stock:warn"}
    press(card, "stock:box")
    typed(card, "30")
    press(card, "stock:box")
    press(card, "stock:expiry")
    assert "stock:expiry" not in names(card)
    assert faults(card) == []
    typed(card, "30")
    assert port.stock.noted == [("fill", PLAN, 30, None)] * 2, "who says no date has none"
    press(card, "stock:box")
    press(card, "stock:expiry")
    day, month, year = (one for one in card.findChildren(LineField) if one.objectName() != "stock:number")
    year.setText("2026")
    typed(card, "30")
    assert "Vul de maand en het jaar in, zoals op de doos." in said(card)
    assert QApplication.focusWidget() is day
    month.setText("okt")
    typed(card, "30")
    assert "Deze datum is al voorbij." in said(card)
    year.setText("2028")
    QTest.keyClick(year, Qt.Key.Key_Return)
    settle()
    assert port.stock.noted[2:] == [("fill", PLAN, 30, date(2028, 10, 31))]
    press(card, "stock:box")
    press(card, "stock:back")
    assert len(port.stock.noted) == 3


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", None), ("2027-6-30", date(2027, 6, 30)), ("2028-2-", date(2028, 2, 29)), ("27-6-", date(2027, 6, 30)),
        ("2026-11-23", TODAY), ("2026-11-22", "Deze datum is al voorbij."), ("2027-2-29", "Deze dag bestaat niet."),
        ("2027-13-1", "Deze dag bestaat niet."), ("2027-6-0", "Deze dag bestaat niet."), ("2027--", "Vul de maand"),
        ("-6-", "Vul de maand"), ("--5", "Vul de maand"), ("2027-6-x", "Vul de maand"),
        ("2072-6-", "Dit jaar kan niet"), ("999-6-", "Dit jaar kan niet"),
        ("1900-6-1", "Dit jaar kan niet"), ("²-6-", "Vul de maand"),
    ],
)  # fmt: skip
def test_the_date_on_a_box_is_read_as_it_stands_there(text: str, found: date | str | None) -> None:
    value, wrong = expiry_of(text, TODAY)
    if isinstance(found, str):
        assert value is None
        assert wrong.startswith(found)
    else:
        assert (value, wrong) == (found, "")


def test_a_number_that_nobody_has_at_home_is_asked_about_once(translations: Translations) -> None:
    port = tracked()
    card = shown(port)
    press(card, "stock:count")
    typed(card, "9999")
    assert "9999 is heel veel. Klopt het?" in said(card)
    typed(card, "999")
    assert "999 is heel veel." in said(card)
    assert port.stock.noted == []
    typed(card, "999")
    assert port.stock.noted == [("count", PLAN, 999)]


def test_the_card_follows_what_is_answered_elsewhere_and_leaves_a_question_alone(translations: Translations) -> None:
    port = tracked()
    card = shown(port)
    moved: list[bool] = []
    card.drawn.connect(lambda: moved.append(True))
    button(card, "stock:count").setFocus()
    first = card.first
    port.changes.changed.emit(port.agenda())
    assert card.first is first, "nothing new is not drawn again"
    known = port.stock.known[PLAN]
    port.stock.known[PLAN] = replace(known, left=11)
    port.changes.changed.emit(port.agenda())
    settle()
    assert "Nog 11 stuks." in said(card)
    assert QApplication.focusWidget() is button(card, "stock:count")
    assert moved == [], "the page stays where it was"
    press(card, "stock:count")
    typed(card, "20")
    port.stock.known[PLAN] = replace(known, left=10)
    port.changes.changed.emit(port.agenda())
    settle()
    assert "Genoteerd." in said(card)
    assert "stock:undo" in names(card)
    press(card, "stock:box")
    field = card.field
    port.stock.known[PLAN] = replace(known, left=9)
    port.changes.changed.emit(port.agenda())
    assert card.field is field
    press(card, "stock:back")
    assert "Nog 9 stuks." in said(card)


def test_the_reminder_comes_earlier_or_later(translations: Translations) -> None:
    port = tracked()
    card = shown(port)
    heard: list[bool] = []
    card.changed.connect(lambda: heard.append(True))
    press(card, "stock:warn")
    assert "Het weekend telt mee." in said(card)
    press(card, "stock:warn:14")
    assert port.stock.noted == [("warn", PLAN, 14)]
    assert heard == [True]


@pytest.mark.parametrize(
    ("outcome", "sentence"),
    [
        (Outcome(Result.REFUSED, code="units_wrong"), "Dit aantal kan niet. Vul een ander aantal in."),
        (Outcome(Result.NOT_SAVED, "s1"), "Niet bewaard. Schrijf het op, het programma probeert het opnieuw."),
    ],
)
def test_what_goes_wrong_is_told(outcome: Outcome, sentence: str, translations: Translations) -> None:
    port = tracked()
    port.stock.outcome = outcome
    card = shown(port)
    press(card, "stock:count")
    typed(card, "499")
    assert sentence in said(card)


def test_the_card_is_whole(translations: Translations) -> None:
    for lang, percent in product(("nl", "en"), (100, 200)):
        translations.install("en" if lang == "en" else "nl")
        port = tracked(expires=date(2026, 11, 1))
        card = shown(port, Look(Theme.LIGHT, percent), lang)
        for step in ("stock:box", "stock:expiry", "stock:back", "stock:warn", "stock:back", "stock:count"):
            card.resize(900, max(card.heightForWidth(900), card.sizeHint().height()))
            settle()
            assert faults(card) == [], (lang, percent, step)
            assert button(card, step).accessibleName()
            press(card, step)
        card.close()
