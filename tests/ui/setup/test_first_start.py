"""The set-up from first page to last: few presses, the plan that was meant, nothing lost on the way."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit

from osteoapp.content.catalogue import catalogue
from osteoapp.core.events import is_answer
from osteoapp.core.regimen import CyclePlan, DosePlan, TabletPlan
from osteoapp.exchange.regimen_file import read, write
from osteoapp.store import unfinished
from osteoapp.store.faults import WriteFailed
from osteoapp.ui.pictures import settle
from osteoapp.ui.setup.answers import Answers
from osteoapp.ui.setup.names import MEDICINES, MORE

from ..helpers import said
from ..test_machinecards import FakeMachine
from .conftest import Open
from .driving import ZONE, SettingUp, key, keys

WANTED = Path(__file__).parents[2] / "data" / "first-start.toml"
MOST_PRESSES = 40


def to_cards(found: SettingUp) -> None:
    found.on()
    found.type("setup:name", "Mevrouw De Vries")
    found.on(2)


def card(found: SettingUp, *treatments: str) -> None:
    found.press(*(f"setup:pick:{treatment}" for treatment in treatments))


def begun(opened: Open, *treatments: str, **how: object) -> SettingUp:
    """A set-up at the first question about the chosen treatments, all of the first page of cards."""
    found = opened(**how)
    to_cards(found)
    card(found, *treatments)
    found.on(2)
    return found


def straight_on(found: SettingUp, until: str) -> None:
    """On to a page, whatever is proposed being right."""
    for _ in range(40):
        if found.name == until:
            return
        found.on()
        assert not found.hints(), f"{found.name}: {found.hints()}"
    raise AssertionError(f"never came to {until}")


def test_the_usual_set_up_takes_at_most_forty_presses(opened: Open) -> None:
    found = opened()
    found.on()
    found.press("setup:whom:other")
    found.type("setup:name", "Mevrouw De Vries")
    found.on()
    found.type("setup:phone:pharmacy", "010-7654321")
    found.type("setup:phone:gp", "010-1234567")
    found.on()
    assert "gekozen" not in said(found.window)
    card(found, "alendronate-tablet", "vitamin-d-drink")
    assert "2 gekozen" in said(found.window)
    found.on()
    card(found, "dairy", "activity", "other-medicine")
    assert "3 gekozen" in said(found.window)
    found.on()
    found.press("setup:weekday:3")
    found.on()
    found.type("setup:time", "8.15")
    found.on()
    found.type("setup:month", "maart")
    found.type("setup:year", "2024")
    found.on()
    found.press("setup:every:4")
    found.on()
    found.press("setup:weekday:0")
    found.on()
    assert "Zo ziet dat eruit" not in said(found.window), "no date before one is chosen"
    found.press("setup:start:2026-11-30")
    assert "Zo ziet dat eruit" in said(found.window)
    found.on()
    found.on()  # the goals as they are proposed
    found.type("setup:name", "Levothyroxine")
    found.type("setup:times:1", "8")
    found.on(7)  # every day, may not wait, the day, four weeks, the year; saved; to Vandaag
    assert found.window.setup.page is None
    assert found.presses <= MOST_PRESSES
    assert "010-1234567" in said(found.window), "the column of the window knows the numbers"
    draft = found.port.regimen().draft
    assert write(draft, catalogue()) == WANTED.read_text(encoding="utf-8")
    assert unfinished.read(found.folder) is None


def test_the_committed_plan_is_one(opened: Open) -> None:
    """The file of the test before is read as what was meant."""
    draft = read(WANTED.read_bytes(), catalogue(), date(2026, 11, 22))
    tablet, drink, *_, thyroid = draft.plans
    assert isinstance(tablet, TabletPlan)
    assert (tablet.weekday, f"{tablet.time}", tablet.treated_since) == (3, "08:15:00", date(2024, 3, 1))
    assert isinstance(drink, DosePlan)
    assert drink.start == date(2026, 11, 30)
    assert isinstance(thyroid, DosePlan)
    assert not thyroid.may_wait


def answer(found: SettingUp) -> None:
    """Answers the page that is open: the one thing on each that is not proposed already."""
    match found.name.rpartition("/")[2]:
        case "who":
            found.type("setup:name", "Ada")
        case "weekday":
            found.press("setup:weekday:2")
        case "since":
            found.press("setup:since:unknown")
        case "when" if found.name.startswith("denosumab"):
            found.press("setup:when:unknown")
        case "when":
            found.press("setup:when:first")
            type_date(found, "10", "3", "2027")
        case "last":
            found.press("setup:last:date")
            type_date(found, "15", "september", "2026")
        case "date":
            type_date(found, "1", "dec", "2026")
        case "every":
            found.press("setup:every:2")
        case "start":
            found.press("setup:start:2026-11-25")
        case "medicine":
            found.type("setup:name", "Metformine")
            found.type("setup:times:1", "18:00")


def type_date(found: SettingUp, day: str, month: str, year: str) -> None:
    for name, text in (("day", day), ("month", month), ("year", year)):
        found.type(f"setup:{name}", text)


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize("by_keys", [False, True], ids=["mouse", "keyboard"])
def test_every_treatment_is_set_up(by_keys: bool, lang: str, opened: Open) -> None:
    """All of them both ways in both languages; the tablets, of which only one is used, in turn."""
    found = opened(lang=lang)
    tablets = [name for name in MEDICINES if name.startswith(("alendronate", "risedronate"))]
    others = [name for name in (*MEDICINES, *MORE) if name not in tablets]
    assert {*tablets, *others} == {*catalogue().treatments} - {"other-appointment"}
    first_only = by_keys == (lang == "nl")
    for number, tablet in enumerate(tablets[:1] if first_only else tablets):
        wanted = {tablet, *(others if number == 0 else [])}
        found = opened(found.folder.parent / f"{lang}-{tablet}-{by_keys}", lang=lang)
        found.by_keys = by_keys
        for _ in range(60):
            if found.name == "done":
                break
            if found.name in ("medicines", "more"):
                shown = MEDICINES if found.name == "medicines" else MORE
                card(found, *(name for name in shown if name in wanted))
            answer(found)
            found.on()
            assert not found.hints(), f"{found.name}: {found.hints()}"
        plans = found.port.regimen().draft.plans
        assert {plan.treatment for plan in plans} == wanted
        text = write(found.port.regimen().draft, catalogue())
        assert read(text.encode(), catalogue(), date(2026, 11, 22)).plans == plans


def test_the_keyboard_alone_is_enough(opened: Open) -> None:
    found = opened()
    found.window.activateWindow()
    key(Qt.Key.Key_Return)
    assert found.name == "who"
    keys("Ada")
    key(Qt.Key.Key_Return)
    keys("010-7654321")
    key(Qt.Key.Key_Tab)
    keys("010-1234567")
    key(Qt.Key.Key_Return)
    assert found.name == "medicines"
    key(Qt.Key.Key_Space, Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Return)
    assert found.name == "more"
    assert Answers(found.setup.desk.answers.texts).chosen == ("alendronate-tablet", "denosumab-injection")
    key(Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_Space, Qt.Key.Key_Return)
    assert found.name == "alendronate-tablet/weekday"
    key(Qt.Key.Key_Space, Qt.Key.Key_Right, Qt.Key.Key_Return)
    assert found.name == "alendronate-tablet/tablet-time"
    key(Qt.Key.Key_Up, Qt.Key.Key_Return)
    assert found.name == "alendronate-tablet/since"
    key(Qt.Key.Key_Tab)
    keys("3")
    key(Qt.Key.Key_Tab)
    keys("2024")
    key(Qt.Key.Key_Return)
    assert found.name == "denosumab-injection/when"
    key(Qt.Key.Key_Tab)
    keys("31")
    key(Qt.Key.Key_Tab)
    keys("8")
    key(Qt.Key.Key_Tab, Qt.Key.Key_Up, Qt.Key.Key_Return)
    assert found.name == "denosumab-injection/since"
    key(Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Return)
    for wanted in ("dentist/last", "day", "weeks", "year", "done"):
        assert found.name == wanted
        key(Qt.Key.Key_Return)
    assert found.window.setup.page is None
    tablet, injection, _ = found.port.regimen().draft.plans
    assert isinstance(tablet, TabletPlan)
    assert (tablet.weekday, f"{tablet.time:%H:%M}", tablet.treated_since) == (1, "07:45", date(2024, 3, 1))
    assert isinstance(injection, CyclePlan)
    assert injection.last_given == date(2026, 8, 31)
    assert injection.treated_since is None


def test_every_page_can_be_left_and_reached_by_the_keyboard(opened: Open) -> None:
    """Tab goes through the page to both buttons, and what has the focus shows it."""
    found = opened()
    to_cards(found)
    card(found, "alendronate-tablet", "calcium-supplement")
    found.on()
    card(found, "dairy", "other-medicine")
    while found.name != "done":
        reached = set()
        for _ in range(40):
            key(Qt.Key.Key_Tab)
            focused = QApplication.focusWidget()
            assert focused is not None
            reached.add(focused.objectName())
            if isinstance(focused, QAbstractButton):
                assert getattr(focused, "shows_ring", False), focused.objectName()
            else:
                assert isinstance(focused, QLineEdit)
        assert {"setup:back", "setup:next"} <= reached, found.name
        answer(found)
        found.on()


def test_back_loses_nothing(opened: Open) -> None:
    found = begun(opened, "denosumab-injection")
    type_date(found, "31", "februari", "20")
    found.press("setup:back")
    assert found.name == "more"
    found.press("setup:back", "setup:back", "setup:back")
    assert found.name == "who"
    assert found.seen(QLineEdit, "setup:name").text() == "Mevrouw De Vries"  # type: ignore[attr-defined]
    found.on(4)
    shown = [found.seen(QLineEdit, f"setup:{part}").text() for part in ("day", "month", "year")]  # type: ignore[attr-defined]
    assert shown == ["31", "februari", "20"]
    assert found.port.regimen().draft.plans == ()


def test_closing_half_way_goes_on_where_it_was(opened: Open) -> None:
    found = begun(opened, "alendronate-tablet")
    found.press("setup:weekday:4")
    found.window.close()
    settle()
    again = opened(found.folder)
    assert again.name == "alendronate-tablet/weekday"
    assert again.seen(QAbstractButton, "setup:weekday:4").isChecked()  # type: ignore[attr-defined]
    straight_on_from(again)
    assert [plan.treatment for plan in again.port.regimen().draft.plans] == ["alendronate-tablet"]


def straight_on_from(found: SettingUp) -> None:
    while found.name != "done":
        answer(found) if found.name.endswith("since") else None
        found.on()


def test_a_damaged_one_is_passed_over_with_a_word(opened: Open, tmp_path: Path) -> None:
    (tmp_path / unfinished.NAME).write_text("{ not what was written")
    found = opened()
    assert found.name == "welcome"
    assert "niet meer te lezen" in said(found.window)


def test_answers_of_another_version_do_no_harm(opened: Open, tmp_path: Path) -> None:
    strange = {"page": "nowhere/at-all", "chosen": "dairy bloodletting", "medicines": "other-medicine-x", "a": "b"}
    unfinished.write(tmp_path, {**strange, "v.every": "seven", "patient.whom": "cat"})
    found = opened()
    assert found.name == "welcome"
    straight_on(found, "who")


def test_language_and_size_change_at_once_and_the_page_stays(opened: Open) -> None:
    found = opened()
    found.press("setup:lang:en")
    assert "Welcome" in said(found.window)
    assert found.port.settings().language == "en"
    found.press("setup:size:150")
    assert found.window.look.percent == 150
    assert found.name == "welcome"
    found.on()
    assert "Who are the reminders for?" in said(found.window)


def test_the_numbers_are_on_the_left_as_soon_as_they_are_given(opened: Open) -> None:
    found = opened()
    found.on()
    found.type("setup:name", "Ada")
    found.on()
    found.type("setup:phone:gp", "010-1234567")
    found.on()
    assert "010-1234567" in said(found.window)
    found.press("phone:ask")
    assert "112" in said(found.window)
    found.press("setup:back")
    assert found.name == "medicines"
    assert found.seen(QAbstractButton, "setup:pick:calcium-supplement")


def test_two_weekly_tablets_are_refused_with_the_pharmacist(opened: Open) -> None:
    found = opened()
    to_cards(found)
    card(found, "alendronate-tablet", "risedronate-tablet")
    assert "Vraag uw apotheker" in found.hints()
    found.on()
    assert found.name == "medicines"
    card(found, "risedronate-tablet")
    assert found.hints() == ""
    found.on()
    assert found.name == "more"


def test_what_is_not_known_is_not_invented(opened: Open) -> None:
    found = opened()
    to_cards(found)
    card(found, "alendronate-tablet", "denosumab-injection")
    found.on()
    card(found, "dexa", "dentist")
    found.on()
    found.press("setup:unknown")
    assert "Dit slaan wij nu over" in said(found.window)
    found.on()
    assert found.name == "denosumab-injection/when"
    found.press("setup:when:unknown")
    assert "geen datum" in said(found.window)
    found.on()
    found.press("setup:since:unknown")
    straight_on(found, "dexa/date")
    found.press("setup:unknown")
    straight_on(found, "weeks")
    assert "Nog niet ingesteld" in said(found.window)
    straight_on(found, "done")
    injection, dentist = found.port.regimen().draft.plans
    assert isinstance(injection, CyclePlan)
    assert (injection.unknown, injection.last_given, injection.treated_since) == (True, None, None)
    assert dentist.treatment == "dentist"


def test_a_second_run_adds_and_never_takes_away(opened: Open) -> None:
    found = begun(opened, "denosumab-injection")
    type_date(found, "12", "8", "2026")
    found.on()
    found.press("setup:since:unknown")
    straight_on(found, "done")
    before = found.port.regimen().draft.plans
    found.on()
    found.window.go("settings:about")
    settle()
    found.presses = 0
    button = [one for one in found.window.findChildren(QAbstractButton, "settings:setup") if one.isVisible()]
    button[0].click()
    settle()
    straight_on(found, "medicines")
    assert not found.seen(QAbstractButton, "setup:pick:denosumab-injection").isEnabled()
    card(found, "vitamin-d-tablet")
    straight_on(found, "done")
    assert found.port.regimen().draft.plans[:1] == before
    assert [plan.treatment for plan in found.port.regimen().draft.plans] == ["denosumab-injection", "vitamin-d-tablet"]


def test_medicines_can_be_added_and_taken_out(opened: Open) -> None:
    found = opened()
    to_cards(found)
    found.on()
    card(found, "other-medicine")
    found.on()
    for name, add in (("Metformine", True), ("Metformine", True), ("دواء", False)):
        found.type("setup:name", name)
        found.type("setup:times:1", "8")
        found.on()
        if add:
            found.press("setup:add")
    found.press("setup:often:days")
    found.on()
    assert found.hints() == "Kies ten minste 1 dag."
    found.press("setup:days:0", "setup:days:3")
    straight_on(found, "done")
    plans = found.port.regimen().draft.plans
    assert [plan.id for plan in plans] == ["metformine", "metformine-2", "other-medicine"]
    assert isinstance(plans[2], DosePlan)
    assert plans[2].recurrence is not None


def test_a_medicine_too_many_is_taken_out_again(opened: Open) -> None:
    found = opened()
    to_cards(found)
    found.on()
    card(found, "other-medicine")
    found.on()
    found.type("setup:name", "Metformine")
    found.type("setup:times:1", "8")
    found.on()
    found.press("setup:add")
    found.press("setup:remove")
    straight_on(found, "done")
    assert [plan.id for plan in found.port.regimen().draft.plans] == ["metformine"]


def test_what_could_not_be_saved_is_said_and_kept(opened: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    found = opened()
    to_cards(found)
    card(found, "vitamin-d-tablet")
    straight_on(found, "year")

    def full(*_: object) -> None:
        raise WriteFailed("disk_full")

    with monkeypatch.context() as patch:
        patch.setattr(found.store, "save_regimen", full)
        found.on()
        assert found.name == "year"
        assert "schijf is vol" in found.hints()
    found.on()
    assert found.name == "done"


def test_a_trial_shows_a_real_reminder_and_writes_nothing(opened: Open) -> None:
    found = begun(opened, "alendronate-tablet")
    found.press("setup:weekday:3")
    found.on(2)
    found.press("setup:since:now")
    straight_on(found, "done")
    before = len(found.store.history())
    found.press("setup:try")
    trial = found.window.setup.trial
    assert trial is not None
    assert "Proef: er wordt niets genoteerd" in said(trial)
    assert "Tijd voor uw weektablet" in said(trial)
    trial.reminder.inert._end(trial.reminder.inert._turn)
    item = trial.reminder.items[0]
    found.seen(QAbstractButton, f"{item}:start", trial).click()  # type: ignore[attr-defined]
    settle()
    assert "Er is nu niets genoteerd" in said(trial)
    found.seen(QAbstractButton, "trial:end", trial).click()  # type: ignore[attr-defined]
    settle()
    assert found.window.setup.trial is None
    found.press("setup:try")
    trial = found.window.setup.trial
    assert trial is not None
    trial.reminder.answering._port.record(trial.reminder.items[0], "taken")
    assert found.port.answer_of(item) is None
    trial.reminder.close()
    assert len(found.store.history()) == before
    assert not any(is_answer(event) for event in found.store.history().all())


@pytest.mark.parametrize(
    ("said_no", "obeys", "starts"), [(False, True, True), (True, True, False), (False, False, False)]
)
def test_the_program_may_start_with_the_computer(said_no: bool, obeys: bool, starts: bool, opened: Open) -> None:
    """Asked only where it does not yet, done only at the last press, and a computer that refuses is told."""
    found = opened()
    machine = FakeMachine()
    machine.obeys = obeys
    found.port.machine = machine
    found.window.setup.open()
    settle()
    to_cards(found)
    card(found, "vitamin-d-tablet")
    straight_on(found, "machine")
    if said_no:
        found.press("setup:autostart:no")
    straight_on(found, "year")
    assert machine.starts is False
    found.on()
    assert machine.starts is starts
    assert ("lukt op deze computer niet" in said(found.window)) is not obeys
    machine.starts = True
    found.window.setup.open()
    settle()
    assert "machine" not in [page.name for page in found.setup.pages]


def test_a_late_injection_is_not_told_as_still_to_come(opened: Open) -> None:
    found = begun(opened, "denosumab-injection", now=datetime(2026, 11, 22, 10, tzinfo=ZONE))
    type_date(found, "12", "5", "2026")
    words = said(found.window)
    assert "Was al op" in words
    assert "Eerste keer" not in words
    assert "Volgende keer" not in words
    type_date(found, "12", "9", "2026")  # not late: who had one waits for the next one
    words = said(found.window)
    assert "Volgende keer" in words
    assert "Eerste keer" not in words
    type_date(found, "12", "5", "2026")
    words = said(found.window)
    assert "Bel uw huisarts voor een afspraak" in words
    found.on()
    found.press("setup:since:unknown")
    straight_on(found, "weeks")
    assert "Nu meteen (was donderdag 12 november)" in said(found.window)
    straight_on(found, "done")
    assert "komt meteen" in said(found.window)


def test_who_comes_back_to_the_first_page_begins_there(opened: Open) -> None:
    found = opened()
    found.window.go("today")
    settle()
    assert found.window.setup.page is None
    button = found.window.findChild(QAbstractButton, ":setup")
    assert button is not None
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    settle()
    assert found.setup.isVisible()
