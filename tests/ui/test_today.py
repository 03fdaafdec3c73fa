"""Vandaag: its buttons send the right answers, and everything can be put back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from osteoapp.core.events import Taken
from osteoapp.core.item import Kind, Notice, Status
from osteoapp.core.recurrence import FromLastTaken, Unit
from osteoapp.core.regimen import DosePlan
from osteoapp.i18n import Translations
from osteoapp.ui.parts.inputs import DatePicker
from osteoapp.ui.parts.rows import ListRow
from osteoapp.ui.pictures import settle
from osteoapp.ui.ports import Absence, Health, Outcome, Result

from .fakes import ACTIVITY, DAIRY, HEART, INJECTION, MONDAY, TABLET, VITAMIN, CorePort, HandPort, at, goal, item
from .helpers import DAIRY_ID, TABLET_ID, VITAMIN_ID, button, names, press, said, window

DUE = item(TABLET, Status.DUE)


def test_one_press_records_a_dose_and_says_so(translations: Translations) -> None:
    port = CorePort(at(8, 31), VITAMIN, DAIRY)
    main = window(port, translations)
    press(main, f"{VITAMIN_ID}:taken")
    assert [(one.item, one.answer) for one in port.sent] == [(VITAMIN_ID, "taken")]
    assert main.today.undo_bar is not None
    assert "Vitamine D: tablet. Genomen om 08:31." in said(main)
    assert "Nu staat er niets open" in said(main)


def test_undo_in_the_bar_takes_the_answer_back(translations: Translations) -> None:
    port = CorePort(at(8, 31), VITAMIN, DAIRY)
    main = window(port, translations)
    press(main, f"{VITAMIN_ID}:taken")
    assert main.today.undo_bar is not None
    main.today.undo_bar.button.click()
    settle()
    assert port.taken_back == ["e1"]
    assert main.today.undo_bar is None
    assert f"{VITAMIN_ID}:taken" in names(main)


def test_undo_stays_in_the_row_after_the_bar_is_gone(translations: Translations) -> None:
    port = CorePort(at(8, 31), VITAMIN, DAIRY)
    main = window(port, translations)
    press(main, f"{VITAMIN_ID}:taken")
    main.go("leaflet")
    main.go("today")
    settle()
    assert main.today.undo_bar is None
    press(main, f"undo:{VITAMIN_ID}")
    assert port.taken_back == ["e1"]
    assert f"{VITAMIN_ID}:taken" in names(main)


def test_goals_grow_by_one_press(translations: Translations) -> None:
    port = CorePort(at(10, 31), DAIRY, ACTIVITY)
    main = window(port, translations)
    press(main, f"{DAIRY_ID}:amount")
    press(main, f"{DAIRY_ID}:amount")
    press(main, "activity/2026-11-23/goal:amount")
    assert [one.details["amount"] for one in port.sent] == [1, 1, 10]
    assert "2 van 4 porties" in said(main)
    assert "10 van 30 minuten" in said(main)


def test_later_asks_until_when(translations: Translations) -> None:
    port = CorePort(at(7, 30))
    main = window(port, translations)
    press(main, f"{TABLET_ID}:snoozed")
    press(main, "ask:30")
    assert (port.sent[0].answer, port.sent[0].details) == ("snoozed", {"minutes": 30})
    assert "Later 08:00" in said(main)


def test_going_back_from_a_question_records_nothing(translations: Translations) -> None:
    port = CorePort(at(7, 30))
    main = window(port, translations)
    for name in ("snoozed", "skipped", "already"):
        press(main, f"{TABLET_ID}:{name}")
        press(main, "ask:back")
        assert f"{TABLET_ID}:start" in names(main)
    assert port.sent == []


def test_not_this_week_says_what_follows_and_takes_a_reason(translations: Translations) -> None:
    port = CorePort(at(7, 30))
    main = window(port, translations)
    press(main, f"{TABLET_ID}:skipped")
    assert "maandag 30 november 2026" in said(main)
    field = main.pages.currentWidget().reason  # type: ignore[attr-defined]
    QTest.keyClicks(field, "ziek")
    press(main, "ask:main")
    assert (port.sent[0].answer, port.sent[0].details) == ("skipped", {"note": "ziek"})


def test_already_taken_asks_at_what_time(translations: Translations) -> None:
    port = CorePort(at(7, 50))
    main = window(port, translations)
    press(main, f"{TABLET_ID}:already")
    press(main, "ask:planned")
    assert port.sent[0].answer == "taken"
    assert port.sent[0].details["at"] == at(7, 30)
    assert "Blijf rechtop tot 08:00" in said(main)


def test_a_dose_in_the_list_has_its_own_button(translations: Translations) -> None:
    heart = item(HEART, Status.DUE, due=at(7))
    port = HandPort((DUE, heart), plans=(TABLET, HEART))
    main = window(port, translations)
    press(main, f"{heart.id}:taken")
    assert (port.sent[0].item, port.sent[0].answer) == (heart.id, "taken")


def test_a_row_opens_for_its_other_answers_and_its_leaflet(translations: Translations) -> None:
    port = CorePort(at(7, 30))
    main = window(port, translations)
    press(main, f"row:{VITAMIN_ID}")
    assert "Vitamine D kunt u nemen als tablet" in said(main)
    assert f"{VITAMIN_ID}:skipped" in names(main)
    press(main, f"{VITAMIN_ID}:skipped")
    assert port.sent[0].answer == "skipped"
    press(main, f"row:{VITAMIN_ID}")
    press(main, f"row:{VITAMIN_ID}")
    assert "Uw weektablet" in said(main)


def test_an_injection_is_recorded_with_its_date_and_shows_the_next(translations: Translations) -> None:
    port = CorePort(at(10, 0, date(2026, 12, 10)), INJECTION)
    main = window(port, translations)
    name = "prolia/2026-11-12/injection"
    press(main, f"{name}:given")
    assert "donderdag 10 juni 2027" in said(main)
    main.pages.currentWidget().picker.steppers[0].less.click()  # type: ignore[attr-defined]
    settle()
    assert "woensdag 9 juni 2027" in said(main)
    press(main, "ask:main")
    assert (port.sent[-1].answer, port.sent[-1].details) == ("given", {"on": date(2026, 12, 9)})


def test_an_appointment_is_booked_with_date_and_time(translations: Translations) -> None:
    port = CorePort(at(10, 0, date(2026, 12, 10)), INJECTION)
    main = window(port, translations)
    press(main, "prolia/2026-11-12/injection:booked")
    page = main.pages.currentWidget()
    page.picker.steppers[0].more.click()  # type: ignore[attr-defined]
    page.time.minutes.more.click()  # type: ignore[attr-defined]
    press(main, "ask:main")
    booked = port.sent[0].details["on"]
    assert port.sent[0].answer == "booked"
    assert booked == at(10, 5, date(2026, 12, 11)).replace(tzinfo=None)


def test_a_call_today_can_wait_a_day_at_most(translations: Translations) -> None:
    port = CorePort(at(10, 0, date(2026, 12, 10)), INJECTION)
    main = window(port, translations)
    press(main, "prolia/2026-11-12/injection:tomorrow")
    assert (port.sent[0].answer, port.sent[0].details) == ("snoozed", {"minutes": 24 * 60})


def test_a_tablet_of_days_ago_asks_on_which_day(translations: Translations) -> None:
    port = CorePort(at(8, 10, date(2026, 11, 25)))
    main = window(port, translations)
    press(main, f"{TABLET_ID}:which_day")
    press(main, "ask:2026-11-24")
    assert (port.sent[0].answer, port.sent[0].details) == ("taken", {"on": date(2026, 11, 24)})


@pytest.mark.parametrize(("month", "days"), [(False, 1), (True, 20)])
def test_a_dose_of_days_ago_that_was_taken_asks_on_which_day(
    month: bool, days: int, translations: Translations
) -> None:
    rule = FromLastTaken(1, Unit.MONTHS if month else Unit.WEEKS)
    plan = DosePlan("b12", "other-medicine", MONDAY, name="B12", times=(time(8),), recurrence=rule)
    port = CorePort(at(9, 0, MONDAY + timedelta(days=days)), plan)
    main = window(port, translations)
    item = f"b12/{MONDAY}/dose"
    press(main, f"{item}:which_day")
    assert not port.history.of(item, Taken), "when it was taken is asked first"
    if month:
        assert "ask:main" in names(main)
        picker = main.findChild(DatePicker)
        assert picker is not None
        picker.set_value(MONDAY + timedelta(days=2))
        settle()
        press(main, "ask:main")
        taken, following = MONDAY + timedelta(days=2), date(2026, 12, 25)
    else:
        press(main, f"ask:{MONDAY}")
        taken, following = MONDAY, MONDAY + timedelta(days=7)
    assert [event.local_date for event in port.history.of(item, Taken)] == [taken]
    assert port.between(MONDAY, following).item(f"b12/{following}/dose") is not None


def test_forgotten_moves_the_tablet_as_its_button_said(translations: Translations) -> None:
    port = CorePort(at(8, 10, date(2026, 11, 25)))
    main = window(port, translations)
    assert "Wij herinneren u donderdag 26 november." in said(main)
    press(main, f"{TABLET_ID}:forgotten")
    assert port.sent[0].answer == "forgotten"
    port.move(at(7, 30, date(2026, 11, 26)))
    settle()
    assert "Tijd voor uw weektablet" in said(main)
    assert "de tablet van maandag 23 november" in said(main)


def test_a_refusal_is_said_in_plain_words(translations: Translations) -> None:
    port = HandPort((DUE, item(HEART, Status.DUE)), plans=(TABLET, HEART))
    port.outcome = Outcome(Result.REFUSED, None, "one_dose_per_date", {"date": "2026-11-23"})
    main = window(port, translations)
    press(main, "metoprolol/2026-11-23/dose:taken")
    assert "Neem nooit 2 keer op 1 dag" in said(main)
    assert main.today.undo_bar is None


def test_an_answer_that_is_not_saved_is_said_until_it_is(translations: Translations) -> None:
    port = HandPort((DUE,))
    main = window(port, translations)
    assert "schrijf het op" not in said(main)
    port.state = Health(unsaved=True)
    port.changes.health.emit(port.state)
    settle()
    assert "Niet bewaard: schrijf het op." in said(main)
    port.state = Health()
    port.changes.health.emit(port.state)
    settle()
    assert "schrijf het op" not in said(main)


def test_a_date_in_doubt_is_asked_before_any_answer(translations: Translations) -> None:
    port = HandPort((DUE, item(HEART, Status.DUE)), plans=(TABLET, HEART))
    port.state = Health(date_doubt=True)
    main = window(port, translations)
    assert "Is het vandaag maandag 23 november 2026?" in said(main)
    assert not any(name.startswith((TABLET_ID, "metoprolol")) for name in names(main))
    press(main, ":date")
    assert port.date_confirmed == 1
    assert f"{TABLET_ID}:start" in names(main)


def test_the_absence_card_goes_when_it_is_seen(translations: Translations) -> None:
    port = HandPort((DUE,))
    port.away = Absence(at(21, 10, date(2026, 11, 22)), at(7, 24), (DUE,))
    main = window(port, translations)
    assert "De computer was uit" in said(main)
    press(main, "banner:absence")
    assert "De computer was uit" not in said(main)


def test_notices_are_shown_as_text(translations: Translations) -> None:
    beside = item(HEART, Status.DUE, notices=(Notice.TABLET_FIRST,))
    main = window(HandPort((beside,), plans=(HEART,)), translations)
    assert "eerst de weektablet" in said(main)


def test_the_badge_counts_and_is_spoken(translations: Translations) -> None:
    port = HandPort((DUE, item(HEART, Status.DUE)), plans=(TABLET, HEART))
    main = window(port, translations)
    place = main.column.places["today"]
    assert (place.count, place.accessibleName()) == (2, "Vandaag, 2 dingen open")
    port.show(item(TABLET, Status.DONE))
    assert main.column.places["today"].accessibleName() == "Vandaag"


def test_the_focus_stays_where_it_was_when_the_day_changes(translations: Translations) -> None:
    port = HandPort((DUE, goal(DAIRY, 0)))
    main = window(port, translations)
    QTest.qWaitForWindowActive(main, 1000)
    button(main, f"{DAIRY_ID}:amount").setFocus(Qt.FocusReason.TabFocusReason)
    port.show(DUE, goal(DAIRY, 1))
    settle()
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.objectName() == f"{DAIRY_ID}:amount"
    assert focused.shows_ring  # type: ignore[attr-defined]


def test_an_equal_agenda_touches_nothing(translations: Translations) -> None:
    port = HandPort((DUE,))
    main = window(port, translations)
    before = main.today.card
    port.show(DUE)
    settle()
    assert main.today.card is before


def test_tab_goes_from_the_column_through_the_card_to_the_list(translations: Translations) -> None:
    main = window(HandPort((DUE, item(VITAMIN, Status.UPCOMING, due=at(8, 30)), goal(DAIRY, 0))), translations)
    QTest.qWaitForWindowActive(main, 1000)
    main.setFocus()
    order = []
    for _ in range(40):
        QTest.keyClick(QApplication.focusWidget() or main, Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        if focused is None or focused.objectName() in order:
            break
        order.append(focused.objectName())
    wanted = [f"{TABLET_ID}:start", f"{TABLET_ID}:snoozed", f"{TABLET_ID}:skipped", f"row:{VITAMIN_ID}",
              f"row:{DAIRY_ID}", f"{DAIRY_ID}:amount"]  # fmt: skip
    places = [order.index(name) for name in wanted]
    assert places == sorted(places)
    assert order.index("phone:ask") < places[0]


@pytest.mark.parametrize("kind", [Kind.AFTERCARE, Kind.HEADS_UP])
def test_a_message_is_seen_with_one_press(kind: Kind, translations: Translations) -> None:
    step = "aftercare-1" if kind is Kind.AFTERCARE else "heads-up"
    message = item(TABLET, Status.DUE, step=step, kind=kind, due=at(20))
    port = HandPort((message,), takes={message.id: frozenset({"done", "snoozed"})})
    main = window(port, translations)
    press(main, f"{message.id}:done")
    assert port.sent[0].answer == "done"


def test_rows_are_said_with_their_state(translations: Translations) -> None:
    main = window(CorePort(at(7, 30)), translations)
    rows = {row.objectName(): row.accessibleName() for row in main.findChildren(ListRow) if row.isVisible()}
    assert rows[f"row:{VITAMIN_ID}"] == "Vitamine D: tablet. Straks 08:30"
    assert rows[f"row:{DAIRY_ID}"] == "Zuivel. 0 van 4 porties"


def test_an_appointment_ahead_is_moved_from_its_row(translations: Translations) -> None:
    port = CorePort(at(9, 0, date(2026, 12, 10)), INJECTION)
    shot = "prolia/2026-11-12/injection"
    port.record(shot, "booked", on=datetime(2026, 12, 17, 9, 40))
    main = window(port, translations)
    press(main, f"{shot}:booked")
    assert "Donderdag 17 december 2026 om 09:40" in said(main)
    main.pages.currentWidget().picker.set_value(date(2026, 12, 15))  # type: ignore[attr-defined]
    press(main, "ask:main")
    assert port.sent[-1].details == {"on": datetime(2026, 12, 15, 9, 40)}
    assert "Uw prik is op dinsdag 15 december om 09:40" in said(main)


def test_booking_for_a_closed_day_begins_at_the_working_day_before(translations: Translations) -> None:
    port = CorePort(at(10, 0, date(2026, 10, 20)), replace(INJECTION, last_given=date(2026, 5, 15)))
    main = window(port, translations)
    press(main, "prolia/2026-11-15/book:booked")
    assert "Een werkdag ervoor is vrijdag 13 november." in said(main)
    assert "Vrijdag 13 november 2026 om 10:00" in said(main)
