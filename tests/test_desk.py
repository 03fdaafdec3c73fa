"""The joined program: what the wake-up, the command line and the windows come to, off screen."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from pytestqt.qtbot import QtBot

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from osteoapp.core.events import Awake, Reason, Reminded, Taken
from osteoapp.desk import LEAD, Desk
from osteoapp.main import main
from osteoapp.reminding.clock import VirtualClock
from osteoapp.ui.calendar.asking import NotePage
from osteoapp.ui.models import today_view
from osteoapp.ui.snapshot import take
from osteoapp.ui.tray import Tray
from tests.joineddesk import Heard

DOSE = "alendronate-tablet/2026-11-23/dose"


def clock(desk: Desk) -> VirtualClock:
    found: Any = desk._clock
    assert isinstance(found, VirtualClock)
    return found


def due(desk: Desk) -> None:
    clock(desk).advance(timedelta(minutes=1))
    desk.wakeup.look()


def test_the_reminder_appears_at_its_minute_with_sound_and_notification(
    desk: Desk, heard: Heard, qtbot: QtBot
) -> None:
    assert not desk.reminder.isVisible()
    due(desk)
    assert desk.reminder.isVisible()
    assert desk.reminder.items == (DOSE,)
    qtbot.waitUntil(lambda: len(heard.calls) == 2)
    assert heard.calls[0] == "sound 9"
    assert heard.messages[0].title == "Tijd voor uw weektablet"
    assert len(desk.store.history().of(DOSE, Reminded)) == 1


def test_what_was_prepared_ahead_is_what_appears(desk: Desk) -> None:
    clock(desk).advance(timedelta(minutes=1) - LEAD)
    desk._prepare()
    page = desk.reminder.page
    assert page is not None
    assert not desk.reminder.isVisible()
    clock(desk).advance(LEAD)
    desk.wakeup.look()
    assert desk.reminder.isVisible()
    assert desk.reminder.page is page


def test_preparing_too_early_or_for_nothing_draws_nothing(desk: Desk) -> None:
    desk._prepare()
    assert desk.reminder.page is None
    desk.wakeup.at(None)
    desk._prepare()
    assert desk.reminder.page is None


def test_a_note_from_the_reminder_is_written_in_the_window_and_what_is_asked_stays_open(desk: Desk) -> None:
    due(desk)
    desk.reminder.noting.emit("alendronate")
    assert desk.window.isVisible()
    assert desk.window.findChild(NotePage) is not None
    assert not desk.reminder.isVisible()  # it would lie on what is being written
    assert desk.reminder.items == (DOSE,)


def test_an_answer_in_the_window_closes_the_reminder(desk: Desk, qtbot: QtBot) -> None:
    due(desk)
    desk.port.record(DOSE, "skipped")
    qtbot.waitUntil(lambda: not desk.reminder.isVisible())


def test_the_command_line_answers_and_the_window_knows(desk: Desk, tmp_path: Path) -> None:
    due(desk)
    words = ["--data", str(tmp_path), "--now", "2026-11-23T07:30", "--zone", "Europe/Amsterdam"]
    assert main([*words, "record", DOSE, "taken"]) == 0
    desk.loop.beat()
    assert len(desk.store.history().of(DOSE, Taken)) == 1
    assert not desk.reminder.isVisible()


def test_during_the_half_hour_the_intake_stays_in_front(desk: Desk, qtbot: QtBot) -> None:
    due(desk)
    desk.window.show_intake(DOSE)
    desk.port.record(DOSE, "taken")
    desk.window.show_intake(DOSE)
    qtbot.waitUntil(lambda: not desk.reminder.isVisible())
    clock(desk).advance(timedelta(minutes=29))
    desk.wakeup.look()
    clock(desk).advance(timedelta(seconds=59))
    desk.wakeup.look()
    assert not desk.reminder.isVisible()


def test_when_the_half_hour_is_over_its_end_page_comes_back(desk: Desk) -> None:
    due(desk)
    desk.port.record(DOSE, "taken")
    desk.window.go("calendar")
    desk.window.showMinimized()
    clock(desk).advance(timedelta(minutes=30))
    desk.wakeup.look()
    assert desk.window.in_intake
    assert not desk.window.isMinimized()


def test_a_window_that_filled_the_screen_comes_back_as_large(desk: Desk) -> None:
    desk.window.showMaximized()
    desk.window.showMinimized()
    desk.raise_window()
    assert desk.window.isMaximized()
    assert not desk.window.isMinimized()


def test_on_a_screen_that_is_too_small_the_window_fills_it(desk: Desk) -> None:
    desk.window.resize(4000, 3000)
    desk.open()
    assert desk.window.isMaximized()


def test_after_a_night_asleep_the_missed_dose_is_there_at_once(desk: Desk) -> None:
    clock(desk).sleep(timedelta(hours=2))
    desk.wakeup.look()
    assert desk.reminder.isVisible()
    absence = desk.port.absence()
    assert absence is not None
    assert DOSE in {item.id for item in absence.items}


def notes(desk: Desk) -> list[str]:
    return [event.cause.value for event in desk.store.history().all() if isinstance(event, Awake)]


def travel(desk: Desk, zone: str, **asleep: float) -> None:
    clock(desk).sleep(timedelta(**asleep))
    clock(desk).set_zone(ZoneInfo(zone))
    desk.wakeup.look()


def banners(desk: Desk) -> list[str]:
    return [one.name for one in today_view(take(desk.port)).banners]


def test_travel_asks_nothing_doubles_nothing_and_is_told_once(desk: Desk) -> None:
    due(desk)
    desk.port.record(DOSE, "taken")
    travel(desk, "America/New_York", hours=9)
    assert notes(desk)[-2:] == ["zone", "resume"]
    assert {"absence", "moved"} <= set(banners(desk))
    clock(desk).advance(timedelta(hours=12))
    desk.wakeup.look()
    shown = [event.item for event in desk.store.history().all() if isinstance(event, Reminded)]
    assert shown.count(DOSE) == 1
    assert not any("alendronate" in one for one in desk.reminder.items)
    desk.window._banner("moved")
    assert "moved" not in banners(desk)
    travel(desk, "Europe/Amsterdam")
    assert "moved" in banners(desk)


def test_a_name_for_the_same_time_is_no_news_and_neither_is_one_that_the_person_chose(desk: Desk) -> None:
    travel(desk, "Europe/Brussels")
    assert notes(desk)[-1] == "zone"
    assert "moved" not in banners(desk)
    draft = desk.loop.regimen.draft
    desk.loop.edit(replace(draft, patient=replace(draft.patient, time_zone="Europe/Amsterdam")))
    travel(desk, "Asia/Tokyo")
    assert "moved" not in banners(desk)


def test_sleep_with_a_clock_that_was_set_is_an_absence_all_the_same(desk: Desk) -> None:
    clock(desk).sleep(timedelta(hours=30))
    clock(desk).set_clock(clock(desk).now() + timedelta(minutes=5))
    desk.wakeup.look()
    assert notes(desk)[-2:] == ["clock", "resume"]
    assert desk.port.absence() is not None


def test_catching_up_with_yesterday_does_not_take_the_place_of_today(desk: Desk) -> None:
    clock(desk).sleep(timedelta(days=1, hours=2))  # Tuesday, 09:29
    desk.wakeup.look()
    today = "vitamin-d-tablet/2026-11-24/dose"
    shown = {event.item: event.reason for event in desk.store.history().all() if isinstance(event, Reminded)}
    assert shown[today] is Reason.CATCH_UP
    assert today in desk.reminder.items
    assert not any(item == "vitamin-d-tablet/2026-11-23/dose" for item in shown), "its day is over"
    before = len(desk.store.history().of(today, Reminded))
    desk.port.record(DOSE, "forgotten")
    clock(desk).advance(timedelta(minutes=10))
    desk.wakeup.look()
    assert len(desk.store.history().of(today, Reminded)) == before + 1, "an answer about yesterday is none to today"


def test_without_a_tray_closing_asks_and_staying_keeps_reminding(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    left: list[bool] = []
    monkeypatch.setattr("osteoapp.leaving.QApplication.quit", lambda: left.append(True))
    monkeypatch.setattr(desk.leaving, "_wants_to_leave", lambda: False)
    desk.window.close()
    assert left == []
    assert desk.window.isMinimized()
    monkeypatch.setattr(desk.leaving, "_wants_to_leave", lambda: True)
    desk.window.show()
    desk.window.close()
    assert left == [True]


def test_with_a_tray_closing_hides_and_says_so_once(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Tray, "available", staticmethod(lambda: True))
    monkeypatch.setattr(desk.leaving, "_wants_to_leave", pytest.fail)
    desk.window.close()
    assert desk.window.isHidden()
    box = desk.leaving.box
    assert box is not None
    assert box.isVisible()
    assert "klok" in box.text()
    assert not box.isModal()
    box.close()
    desk.leaving.box = None
    desk.raise_window()
    desk.window.close()
    assert desk.window.isHidden()
    assert desk.leaving.box is None
    due(desk)
    assert desk.reminder.isVisible()


def test_a_window_whose_tray_went_comes_back_minimised(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Tray, "available", staticmethod(lambda: True))
    desk.window.hide()
    desk.wakeup.look()
    assert desk.window.isHidden()
    monkeypatch.setattr(Tray, "available", staticmethod(lambda: False))
    desk.wakeup.look()
    assert desk.window.isMinimized()


@pytest.mark.parametrize("tray", [True, False])
def test_in_the_background_it_starts_without_a_window_or_a_minimised_one(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, tray: bool
) -> None:
    monkeypatch.setattr(Tray, "available", staticmethod(lambda: tray))
    desk.window.hide()
    desk.open(background=True)
    assert desk.window.isHidden() is tray
    assert desk.window.isMinimized() is not tray


def test_a_second_start_raises_the_window_but_not_one_in_the_background(desk: Desk) -> None:
    desk.window.hide()
    desk._called(["--background"])
    assert desk.window.isHidden()
    desk._called([])
    assert desk.window.isVisible()


def test_another_language_redraws_the_open_reminder(desk: Desk) -> None:
    due(desk)
    settings = desk.port.settings()
    desk.window.restyle(type(settings)(settings.text_size, settings.theme, "en", settings.sound))
    assert desk.reminder.isVisible()
    assert desk.reminder.windowTitle() == "Time for your weekly tablet"


def test_a_desk_that_has_ended_asks_nothing(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[bool] = []
    monkeypatch.setattr("osteoapp.leaving.QApplication.quit", lambda: None)
    monkeypatch.setattr(desk.leaving, "_wants_to_leave", lambda: asked.append(True))
    desk.close()
    desk.window.show()
    desk.window.close()
    assert asked == []
