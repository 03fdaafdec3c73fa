"""The parts: real roles and names, sizes that follow the words, a focus ring for the keyboard only."""

from __future__ import annotations

from datetime import date, time
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QStandardPaths, Qt
from PySide6.QtGui import QAccessible, QImage, QRegion
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from osteoapp.ui.documents import documents
from osteoapp.ui.parts.buttons import Button, MainButton, QuietButton, TextButton
from osteoapp.ui.parts.cards import Card, Page, Scroller, column
from osteoapp.ui.parts.flow import Flow
from osteoapp.ui.parts.inputs import DatePicker, LineField, TimePicker
from osteoapp.ui.parts.leaflet import LeafletPane
from osteoapp.ui.parts.marks import Chip, Meter, Ring
from osteoapp.ui.parts.notes import NoteBanner, UndoBar
from osteoapp.ui.parts.pair import Pair
from osteoapp.ui.parts.phone import CallBox, PhoneBlock, PhoneStrip, ShortStrip
from osteoapp.ui.parts.picks import PickCard
from osteoapp.ui.parts.places import Place, Steps
from osteoapp.ui.parts.rows import Choice, Entry, ListRow, Pick
from osteoapp.ui.parts.text import Text
from osteoapp.ui.pictures import settle
from osteoapp.ui.theme import Look, Theme
from osteoapp.ui.views import Addition, CallView, PaneView

from .helpers import said

Role = QAccessible.Role
NUMBERS = (("Apotheek", "010-7654321"), ("Huisarts", "010-1234567"))


def spoken(widget: QWidget) -> tuple[str, Role]:
    """Name and role, as a screen reader gets them."""
    found = QAccessible.queryAccessibleInterface(widget)
    return found.text(QAccessible.Text.Name), found.role()


def pane() -> PaneView:
    return PaneView(
        item="x/2026-11-23/dose", title="Uw weektablet", paragraphs=("Een.", "- Twee."), why="Daarom.",
        additions=(Addition("Water", "Kraanwater mag.", "bijsluiter"),), passage="alendronate/before",
        call=CallView("uw apotheek", "010-7654321"),
    )  # fmt: skip


def test_every_part_has_a_name_and_a_role(look: Look) -> None:
    meter = Meter(look, 1, 4, "1 van 4 porties")
    ring = Ring(look)
    ring.show_time(22, 30, top="Nog", unit="minuten", end="klaar om 08:05")
    steps = Steps(look, ("Vraag", "Innemen"))
    steps.show_step(1, "Stap 2 van 2: Innemen")
    place = Place(look, "sun-horizon", "Vandaag")
    place.tell(2, "2 dingen open")
    expected: list[tuple[QWidget, str, Role | None]] = [
        (MainButton(look, "Ik begin nu", "arrow-right"), "Ik begin nu", Role.Button),
        (QuietButton(look, "Later"), "Later", Role.Button),
        (TextButton(look, "Lees meer"), "Lees meer", Role.Button),
        (Chip(look, "due", "Nu"), "Nu", Role.StaticText),
        (Text(look, "Neem **een** glas"), "Neem een glas", Role.StaticText),
        (meter, "1 van 4 porties", Role.ProgressBar),
        (ring, "Nog 22 minuten, klaar om 08:05", Role.ProgressBar),
        (place, "Vandaag, 2 dingen open", Role.RadioButton),
        (Pick(look, "maandag"), "maandag", Role.RadioButton),
        (Entry(look, "Gevolgen"), "Gevolgen", Role.RadioButton),
        (ListRow(look, "sun", "Vitamine D", name="Vitamine D. Nu"), "Vitamine D. Nu", Role.Button),
        (Choice(look, "check-circle", "Ja", "Daarna de dag."), "Ja. Daarna de dag.", Role.Button),
        (LineField(look, "Waarom?"), "Waarom?", Role.EditableText),
        (steps, "Stap 2 van 2: Innemen", None),
        (Card(look, name="Kaart"), "Kaart", None),
        (NoteBanner(look, "De **computer** was uit."), "De computer was uit.", None),
        (UndoBar(look, "Genomen.", "Zet terug", "e1"), "Genomen.", None),
        (PhoneBlock(look, "Hulp", NUMBERS, "", "Wanneer?"), "Hulp", None),
        (PhoneStrip(look, "Twijfel? Bel", NUMBERS, ""), "Twijfel? Bel", None),
        (ShortStrip(look, "Bel uw apotheek", "010", "Wanneer?"), "Bel uw apotheek", None),
        (CallBox(look, "Huisarts", "010-1234567"), "Huisarts 010-1234567", None),
        (LeafletPane(look, pane()), "Uit de folder", None),
    ]
    for widget, name, role in expected:
        got = spoken(widget)
        assert got[0] == name, type(widget).__name__
        assert role is None or got[1] == role, type(widget).__name__


def test_values_are_told_as_numbers(look: Look) -> None:
    meter = Meter(look, 10, 30, "10 van 30 minuten", per_block=10)
    assert (meter.value(), meter.maximum(), meter.blocks, meter.full) == (10, 30, 3, 1)
    over = Meter(look, 6, 4, "6 van 4 porties")
    assert (over.value(), over.maximum(), over.full) == (6, 6, 4)
    ring = Ring(look)
    ring.show_time(22, 30)
    assert (ring.value(), ring.maximum()) == (8, 30)


def test_there_is_no_default_button_anywhere(look: Look) -> None:
    for button in (MainButton(look, "Ja"), QuietButton(look, "Nee"), TextButton(look, "Meer")):
        assert isinstance(button, QPushButton)
        assert not button.isDefault()
        assert not button.autoDefault()


@pytest.mark.parametrize("kind", [MainButton, QuietButton, TextButton])
def test_words_wrap_where_there_is_no_room(look: Look, kind: type[Button]) -> None:
    button = kind(look, "Ik heb de tablet vanochtend genomen")
    natural = button.sizeHint().width()
    assert button.heightForWidth(natural) == button.sizeHint().height()
    assert button.heightForWidth(natural // 2) > button.sizeHint().height()
    assert button.minimumSizeHint().width() < natural


def test_a_text_grows_in_height_and_keeps_every_word(look: Look) -> None:
    text = Text(look, "Neem de tablet op een lege maag, met een vol glas kraanwater.")
    assert text.heightForWidth(200) > text.heightForWidth(600)
    text.say("Kort.")
    assert text.heightForWidth(200) == text.heightForWidth(600)
    assert text.text() == "Kort."


def test_a_phone_number_is_never_broken(look: Look) -> None:
    number = Text(look, "010-7654321", "call", unbroken=True)
    assert number.heightForWidth(50) == number.heightForWidth(500)


def shown(widget: QWidget) -> QWidget:
    holder = QWidget()
    box = column(10, (10, 10, 10, 10))
    box.addWidget(QuietButton(Look(), "Eerst"))
    box.addWidget(widget)
    holder.setLayout(box)
    holder.show()
    QTest.qWaitForWindowActive(holder, 500)
    return holder


@pytest.mark.parametrize("make", [
    lambda look: MainButton(look, "Ja"),
    lambda look: QuietButton(look, "Ja"),
    lambda look: TextButton(look, "Ja"),
    lambda look: ListRow(look, "sun", "Ja"),
    lambda look: Choice(look, None, "Ja"),
    lambda look: Place(look, "sun", "Ja"),
    lambda look: Pick(look, "Ja"),
])  # fmt: skip
def test_the_ring_shows_for_the_keyboard_only(look: Look, make) -> None:  # type: ignore[no-untyped-def]
    widget = make(look)
    holder = shown(widget)
    widget.setFocus(Qt.FocusReason.MouseFocusReason)
    assert not widget.shows_ring
    holder.setFocus()
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    assert widget.shows_ring
    image: QImage = widget.grab().toImage()
    ring = {image.pixelColor(x, y).name().upper() for x in range(8) for y in range(image.height())}
    assert look.hex("focus") in ring


def _note(pressed: list[bool], _checked: bool = False) -> None:
    pressed.append(True)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_keys_press_what_has_the_focus(look: Look, key: Qt.Key) -> None:
    for widget in (MainButton(look, "Ja"), ListRow(look, "sun", "Ja"), Choice(look, None, "Ja")):
        pressed: list[bool] = []
        widget.clicked.connect(partial(_note, pressed))
        holder = shown(widget)
        widget.setFocus()
        QTest.keyClick(widget, key)
        assert pressed == [True], type(widget).__name__
        holder.hide()


def test_a_button_that_is_not_on_takes_no_press(look: Look) -> None:
    button = MainButton(look, "Ja")
    pressed: list[bool] = []
    button.clicked.connect(lambda: pressed.append(True))
    holder = shown(button)
    size = button.size()
    button.setEnabled(False)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    QTest.keyClick(button, Qt.Key.Key_Return)
    assert pressed == []
    assert button.size() == size, "it neither moves nor changes its size"
    assert look.hex("disabled_bg") in {
        button.grab().toImage().pixelColor(x, 8).name().upper() for x in range(0, button.width(), 3)
    }
    holder.hide()


def test_a_chip_is_no_button_and_takes_no_focus(look: Look) -> None:
    chip = Chip(look, "done", "Klaar")
    assert chip.focusPolicy() is Qt.FocusPolicy.NoFocus


def test_the_undo_bar_stays_twenty_seconds_at_least(look: Look) -> None:
    bar = UndoBar(look, "Genomen.", "Zet terug", "e1")
    assert not bar.may_go
    taken_back: list[str] = []
    bar.undone.connect(taken_back.append)
    bar.button.click()
    assert taken_back == ["e1"]


def test_the_pane_says_what_is_not_from_the_leaflet(look: Look) -> None:
    leaflet = LeafletPane(look, pane())
    asked: list[str] = []
    leaflet.more.connect(asked.append)
    leaflet.show()
    words = said(leaflet)
    order = ["Uit de folder", "Uw weektablet", "Een.", "Waarom?", "Daarom.", "Aanvulling, niet uit de folder",
             "Kraanwater mag. Bron: bijsluiter.", "010-7654321"]  # fmt: skip
    places = [words.index(part) for part in order]
    assert places == sorted(places)
    leaflet.findChild(TextButton).click()
    assert asked == ["alendronate/before"]


def test_a_flow_fills_its_lines_and_takes_more_when_it_must(look: Look) -> None:
    holder = QWidget()
    flow = Flow(16)
    for word in ("Later", "Deze week niet", "Al genomen"):
        flow.addWidget(QuietButton(look, word))
    holder.setLayout(flow)
    assert flow.heightForWidth(1000) == look.height("quiet")
    assert flow.heightForWidth(300) == 3 * look.height("quiet") + 2 * 16
    holder.resize(1000, 100)
    holder.show()
    settle()
    boxes = [child.geometry() for child in holder.findChildren(QuietButton)]
    assert boxes[0].left() == 0
    assert boxes[-1].right() >= 996
    assert boxes[1].left() - boxes[0].right() - 1 == 16


def test_a_pair_stands_beside_or_under(look: Look) -> None:
    pair = Pair(10, 4)
    holder = QWidget()
    pair.addWidget(Text(look, "Woorden"))
    pair.addWidget(QuietButton(look, "Knop"))
    holder.setLayout(pair)
    assert pair.beside(600)
    assert pair.heightForWidth(600) == look.height("quiet")
    assert not pair.beside(120)
    assert pair.heightForWidth(120) > look.height("quiet")


def test_time_moves_in_fives_and_hours(look: Look) -> None:
    picker = TimePicker(look, time(7, 32))
    picker.minutes.more.click()
    assert picker.value == time(7, 35)
    picker.minutes.less.click()
    assert picker.value == time(7, 30)
    picker.hours.less.click()
    assert picker.value == time(6, 30)
    odd = TimePicker(look, time(0, 2))
    odd.minutes.less.click()
    assert odd.value == time(0, 0)
    odd.hours.less.click()
    assert odd.value == time(23, 0)


def test_dates_keep_to_the_month(look: Look) -> None:
    picker = DatePicker(look, date(2027, 1, 31), "nl")
    day, month, year = picker.steppers
    month.more.click()
    assert picker.value == date(2027, 2, 28)
    day.more.click()
    assert picker.value == date(2027, 3, 1)
    year.less.click()
    assert picker.value == date(2026, 3, 1)
    assert month.value.text() == "maart"


def test_a_scroll_bar_is_there_only_where_it_is_needed(look: Look) -> None:
    page = Page(look)
    box = column()
    box.addWidget(Text(look, "Kort."))
    page.setLayout(box)
    scroller = Scroller(look, page)
    scroller.resize(300, 200)
    scroller.show()
    settle()
    image = scroller.verticalScrollBar().grab().toImage()
    assert {image.pixelColor(x, 50).name().upper() for x in range(image.width())} == {look.hex("paper")}


@pytest.mark.parametrize("theme", list(Theme))
def test_every_card_is_painted_in_every_theme(theme: Theme) -> None:
    look = Look(theme)
    for tone in ("plain", "due", "due_flat", "calm", "call", "sunk", "tint", "alarm", "bare"):
        card = Card(look, tone)
        card.resize(200, 100)
        image = card.grab().toImage()
        assert image.width() == 200
        if look.contrast and tone != "bare":
            edge = {image.pixelColor(x, 50).name().upper() for x in range(4)}
            assert edge & {look.hex("line"), look.hex("due_mark"), look.hex("call_mark"), look.hex("accent")}, tone


def test_a_card_that_grows_on_a_part_of_its_own_has_its_whole_shadow(look: Look) -> None:
    """The shadow falls outside of the widget that the card lies on, where only the page under both can paint it."""
    page, part = Page(look), QWidget()
    part.setParent(page)
    card = Card(look, parent=part)
    page.resize(300, 300)
    part.setGeometry(50, 50, 200, 50)
    card.setGeometry(0, 0, 200, 50)
    page.show()
    settle()
    painted: list[QRegion] = []
    page.paintEvent = lambda event: painted.append(event.region())  # type: ignore[method-assign]
    part.resize(200, 150)
    card.resize(200, 150)
    settle()
    below = QPoint(150, 50 + 150 + look.whole("shadow_down"))
    assert any(region.contains(below) for region in painted)
    for seen in (False, True):  # one that goes takes its shadow along, one that comes back at its place brings it
        painted.clear()
        card.setVisible(seen)
        settle()
        assert any(region.contains(below) for region in painted), seen


def test_the_windows_for_a_file_begin_in_the_documents_or_at_home(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "osteoapp.ui.documents.QStandardPaths.writableLocation",
        lambda place: str(tmp_path if place is QStandardPaths.StandardLocation.HomeLocation else tmp_path / "Stukken"),
    )
    assert documents() == str(tmp_path)
    (tmp_path / "Stukken").mkdir()
    assert documents() == str(tmp_path / "Stukken")


@pytest.mark.parametrize("theme", list(Theme))
def test_what_is_chosen_is_told_by_more_than_its_tick(theme: Theme, qtbot: QtBot) -> None:
    look = Look(theme)
    pick, card = Pick(look, "maandag"), PickCard(look, "syringe", "Prik", "Elk half jaar")
    for part in (pick, card):
        part.resize(300, 120)
        qtbot.addWidget(part)

    def colors(part: QWidget) -> set[str]:
        image = part.grab().toImage()
        return {image.pixelColor(x, y).name().upper() for x in range(image.width()) for y in (30, 60)}

    ground = look.hex("accent" if look.contrast else "tint")
    assert ground not in colors(pick)
    pick.setChecked(True)
    card.setChecked(True)
    assert ground in colors(pick)
    assert look.hex("on_accent" if look.contrast else "accent") in colors(pick)
    assert look.hex("card") in colors(card), "its round stands out from the ground"
