"""What calls attention, when it ends, and what is pressed outside the windows; the tray and the switches, joined."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from osteoapp.core.events import Reason, Taken
from osteoapp.core.item import Item, Reminder
from osteoapp.desk import Desk
from osteoapp.desktop.autostart import DesktopFile
from osteoapp.reminding.notifier import Attempt, Outcome
from osteoapp.ui.machine import Channel
from osteoapp.ui.ports import Settings
from tests.joineddesk import ZONE, Heard, advance, joined

TABLET = "alendronate-tablet/2026-11-23/dose"
VITAMIN = "vitamin-d-tablet/2026-11-23/dose"


def vitamin(desk: Desk) -> str:
    """The id of a daily dose of the sample, due after the tablet's morning."""
    return next(item.id for item in desk.loop.agenda.items if item.treatment.startswith("vitamin"))


def answers(desk: Desk, item: str) -> list[str]:
    return [event.type for event in desk.store.history().answers(item)]


def due(desk: Desk, heard: Heard, qtbot: QtBot) -> None:
    advance(desk, minutes=1)
    qtbot.waitUntil(lambda: bool(heard.messages))


# --- calling -------------------------------------------------------------------------------------------------------


def test_the_notification_carries_the_item_its_instruction_and_two_buttons(
    desk: Desk, heard: Heard, qtbot: QtBot
) -> None:
    due(desk, heard, qtbot)
    (message,) = heard.messages
    assert message.key == TABLET
    assert message.text.startswith("Neem de tablet")
    assert message.buttons == (("start", "Ik begin nu"), ("later", "Later, over 10 minuten"))
    assert not message.urgent


def test_where_the_window_may_be_covered_the_notification_stays(
    desk: Desk, heard: Heard, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("osteoapp.desk.on_top_refused", lambda: True)
    due(desk, heard, qtbot)
    assert heard.messages[0].urgent


def test_a_repeat_sounds_and_notifies_again(desk: Desk, heard: Heard, qtbot: QtBot) -> None:
    due(desk, heard, qtbot)
    advance(desk, minutes=10)
    qtbot.waitUntil(lambda: len(heard.messages) == 2)
    assert heard.sounds.count("sound 9") == 2


def test_what_was_answered_at_once_calls_nobody(desk: Desk, heard: Heard, qtbot: QtBot) -> None:
    advance(desk, minutes=1)
    desk.port.record(TABLET, "skipped")
    qtbot.wait(80)  # the attention comes after the window has been painted
    assert heard.messages == []
    assert "sound 9" not in heard.sounds


def test_who_wants_no_sound_gets_the_notification_alone(desk: Desk, heard: Heard, qtbot: QtBot) -> None:
    desk.store.save_settings(replace(desk.store.settings(), sound=False))
    due(desk, heard, qtbot)
    assert heard.sounds == []


# --- aloud ---------------------------------------------------------------------------------------------------------


def aloud(desk: Desk, heard: Heard, monkeypatch: pytest.MonkeyPatch, **settings: bool) -> list[str]:
    """What the voice says and the chime around it, once the setting is on."""
    desk.store.save_settings(replace(desk.store.settings(), speak_reminders=True, **settings))

    def speak(text: str, lang: str, done: object) -> None:
        heard.calls.append(f"{lang}: {text}")

    monkeypatch.setattr(desk.attention.announcer, "_voice", desk.port.voice)
    monkeypatch.setattr(desk.port.voice, "speak", speak)
    monkeypatch.setattr(desk.port.voice, "_languages", frozenset(["nl"]))
    return heard.calls


def pass_the_chime(desk: Desk) -> None:
    desk.attention.announcer._soon.stop()
    desk.attention.announcer._soon.timeout.emit()


def test_only_who_asked_for_it_has_it_read(desk: Desk, heard: Heard, qtbot: QtBot) -> None:
    due(desk, heard, qtbot)
    assert not desk.attention.announcer._soon.isActive()


def test_it_says_what_to_do_after_the_chime_which_then_goes_on_until_an_answer(
    desk: Desk, heard: Heard, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    aloud(desk, heard, monkeypatch)
    due(desk, heard, qtbot)
    assert heard.sounds == ["sound 9"]
    pass_the_chime(desk)
    assert heard.sounds[1] == "silence"
    assert heard.sounds[2].startswith("nl: Tijd voor uw weektablet. Neem de tablet")
    assert heard.sounds[2].endswith(".")
    desk.attention.announcer._over()
    assert heard.sounds[3:] == ["sound 9"]
    desk.port.record(TABLET, "snoozed", minutes=10)
    qtbot.waitUntil(lambda: heard.sounds[-1] == "silence")
    desk.attention.announcer._over()
    assert heard.sounds[-1] == "silence", "what was answered does not sound again"


def test_who_wants_the_voice_alone_hears_no_chime(
    desk: Desk, heard: Heard, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    aloud(desk, heard, monkeypatch, sound=False)
    due(desk, heard, qtbot)
    qtbot.waitUntil(lambda: any(one.startswith("nl: ") for one in heard.sounds))
    desk.attention.announcer._over()
    assert not any(one.startswith("sound") for one in heard.sounds)


# --- ending --------------------------------------------------------------------------------------------------------


def test_an_answer_anywhere_ends_the_sound_and_takes_the_notification_away(
    desk: Desk, heard: Heard, qtbot: QtBot
) -> None:
    due(desk, heard, qtbot)
    heard.calls.clear()
    desk.port.record(TABLET, "snoozed", minutes=10)
    qtbot.waitUntil(lambda: "silence" in heard.sounds)
    assert heard.withdrawn == [TABLET]


def test_an_answer_to_something_else_ends_the_sound_and_leaves_the_notification(
    desk: Desk, heard: Heard, qtbot: QtBot
) -> None:
    due(desk, heard, qtbot)
    heard.calls.clear()
    goal = next(item.id for item in desk.loop.agenda.items if item.id.endswith("/goal"))
    desk.port.record(goal, "amount", amount=1)
    qtbot.waitUntil(lambda: "silence" in heard.sounds)
    assert heard.withdrawn == []


def test_going_on_in_the_main_window_ends_the_sound(desk: Desk, heard: Heard, qtbot: QtBot) -> None:
    due(desk, heard, qtbot)
    heard.calls.clear()
    desk.reminder.guided.emit(TABLET)
    assert heard.sounds == ["silence"]
    assert desk.window.in_intake


def test_the_end_of_the_half_hour_sounds_shorter(desk: Desk, heard: Heard, qtbot: QtBot) -> None:
    due(desk, heard, qtbot)
    desk.port.record(TABLET, "taken")
    advance(desk, minutes=30)
    heard.calls.clear()
    item = desk.loop.agenda.item(TABLET)
    assert item is not None
    desk.attention.call([Reminder(item, Reason.HALF_HOUR_OVER, 1)], quietly=False, covered=False)
    assert heard.sounds == ["sound 4"]
    assert heard.messages[0].buttons == ()


# --- the hour without sound ----------------------------------------------------------------------------------------


def test_an_hour_without_sound_ends_by_itself_and_hides_no_window(desk: Desk, heard: Heard, qtbot: QtBot) -> None:
    desk.tray.hushed.emit(True)
    due(desk, heard, qtbot)
    assert desk.reminder.isVisible()
    assert "sound 9" not in heard.sounds
    assert desk.attention.hushed_until() is not None
    for _ in range(6):
        advance(desk, minutes=10)
    assert desk.attention.hushed_until() is None
    qtbot.waitUntil(lambda: "sound 9" in heard.sounds)


def test_it_can_be_ended_at_once_and_a_clock_set_back_does_not_prolong_it(desk: Desk) -> None:
    desk.tray.hushed.emit(True)
    desk.tray.hushed.emit(False)
    assert desk.attention.hushed_until() is None
    desk.tray.hushed.emit(True)
    desk._clock.set_clock(datetime(2026, 11, 22, 7, tzinfo=ZONE))  # type: ignore[attr-defined]
    assert desk.attention.hushed_until() is None


def test_what_must_be_called_about_today_sounds_all_the_same(
    tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    start = datetime(2027, 3, 1, 8, 59, tzinfo=ZONE)
    with joined(tmp_path, monkeypatch, "injection", start) as (desk, heard):
        late = [item for item in desk.loop.agenda.items if item.level >= 3]
        assert late, [(item.id, item.level, item.status) for item in desk.loop.agenda.items]
        desk.tray.hushed.emit(True)
        heard.calls.clear()
        advance(desk, days=1)
        qtbot.waitUntil(lambda: any(message.urgent for message in heard.messages))
        assert "sound 9" in heard.sounds
        assert desk.reminder.isVisible()
        assert desk.tray.view is not None
        assert desk.tray.view.state == "call"


# --- pressed outside the windows -----------------------------------------------------------------------------------


def test_later_on_the_notification_snoozes_ten_minutes(desk: Desk, heard: Heard, qtbot: QtBot) -> None:
    due(desk, heard, qtbot)
    desk.window.hide()
    desk.attention.pressed.emit(TABLET, "later")
    (snoozed,) = desk.store.history().answers(TABLET)
    assert snoozed.until - snoozed.at == timedelta(minutes=10)
    assert desk.window.isHidden()
    qtbot.waitUntil(lambda: not desk.reminder.isVisible())


def test_beginning_on_the_notification_opens_the_intake(desk: Desk, heard: Heard, qtbot: QtBot) -> None:
    due(desk, heard, qtbot)
    desk.window.hide()
    desk.attention.pressed.emit(TABLET, "start")
    assert desk.window.isVisible()
    assert desk.window.in_intake
    assert not desk.reminder.isVisible(), "it would lie over the intake"
    assert answers(desk, TABLET) == []


def test_a_press_on_the_notification_itself_raises_the_reminder_that_is_there(
    desk: Desk, heard: Heard, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    due(desk, heard, qtbot)
    desk.window.hide()
    raised: list[bool] = []
    monkeypatch.setattr(desk.reminder, "raise_", lambda: raised.append(True))
    desk.attention.pressed.emit(TABLET, "default")
    assert raised == [True]
    assert desk.window.isHidden()
    assert answers(desk, TABLET) == []


def test_one_press_records_what_needs_no_question_and_the_window_can_undo_it(
    desk: Desk, heard: Heard, qtbot: QtBot
) -> None:
    desk.port.record(TABLET, "skipped")
    advance(desk, hours=3)
    item = vitamin(desk)
    desk.window.hide()
    desk.attention.pressed.emit(item, "taken")
    assert answers(desk, item) == ["taken"]
    assert desk.window.isHidden()
    assert desk.window.today.undo_bar is not None
    desk.window.today.undo_bar.button.click()
    assert answers(desk, item) == []


@pytest.mark.parametrize("button", ["default", "taken", "later", "nonsense"])
def test_what_an_item_no_longer_takes_is_ignored_and_the_window_comes(
    desk: Desk, heard: Heard, qtbot: QtBot, button: str
) -> None:
    due(desk, heard, qtbot)
    desk.port.record(TABLET, "skipped")
    desk.window.hide()
    desk.attention.pressed.emit(TABLET, button)
    assert desk.window.isVisible()
    assert answers(desk, TABLET) == ["skipped"]


def test_a_press_on_what_is_gone_or_only_a_try_brings_the_window(desk: Desk) -> None:
    for key in ("gone/2020-01-01/dose", "try"):
        desk.window.hide()
        desk.attention.pressed.emit(key, "default")
        assert desk.window.isVisible()


def test_while_the_date_is_doubted_nothing_is_recorded_from_outside(
    desk: Desk, heard: Heard, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    due(desk, heard, qtbot)
    monkeypatch.setattr(desk.loop, "clock_doubted", lambda: True)
    desk.window.hide()
    desk.reminder.hide()
    desk.attention.pressed.emit(TABLET, "later")
    assert answers(desk, TABLET) == []
    assert desk.window.isVisible()


def test_an_answer_that_is_refused_after_all_is_told_in_the_window(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, heard: Heard, qtbot: QtBot
) -> None:
    desk.port.record(TABLET, "skipped")
    advance(desk, hours=3)
    item = vitamin(desk)
    # Another process answers between looking and recording.
    desk.loop.refresh()
    take = desk.port.allowed

    def allowed(one: Item) -> frozenset[str]:
        return take(one) | {"taken"}

    desk.port.record(item, "taken")
    monkeypatch.setattr(desk.port, "allowed", allowed)
    desk.window.hide()
    desk.outside.press(item, "taken")
    assert desk.window.isVisible()
    assert answers(desk, item) == ["taken"]
    assert len(desk.store.history().of(item, Taken)) == 1


def test_a_question_from_the_tray_is_asked_where_the_item_is_shown(desk: Desk, heard: Heard, qtbot: QtBot) -> None:
    due(desk, heard, qtbot)
    desk.window.hide()
    desk.outside.press(TABLET, "skipped")
    assert desk.window.isHidden()
    assert desk.reminder._question is not None
    desk.reminder.hide()
    desk.outside.press(TABLET, "skipped")
    assert desk.window.isVisible()
    assert desk.window.pages.currentWidget() is not desk.window.today
    assert answers(desk, TABLET) == []


# --- this computer -------------------------------------------------------------------------------------------------


def test_autostart_is_off_until_chosen_and_repaired_at_the_next_start(
    tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    with joined(tmp_path, monkeypatch) as (desk, _):
        machine = desk.machine
        if machine.autostart() is None:
            pytest.skip("this system has no such switch")
        assert machine.autostart() is False
        assert machine.set_autostart(True)
        assert machine.autostart() is True
        assert desk.store.settings().autostart
        file = DesktopFile([]).file
        assert str(file).startswith(str(tmp_path))
        right = file.read_text(encoding="utf-8")
        file.write_text(right.replace("Exec=", "Exec=/old"), encoding="utf-8")
        desk.machine.repair()
        assert sorted(file.read_text(encoding="utf-8").splitlines()) == sorted(right.splitlines())
        assert machine.set_autostart(False)
        assert not file.exists()


def test_a_switch_that_the_system_refuses_says_so(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    class Refusing:
        def is_on(self) -> bool:
            raise PermissionError

        def set(self, wanted: bool) -> None:
            raise PermissionError

        repair = is_on

    monkeypatch.setattr(desk.machine, "_switch", Refusing())
    assert desk.machine.autostart() is None
    assert not desk.machine.set_autostart(True)
    desk.machine.repair()


class Hold:
    def __init__(self) -> None:
        self.held = False

    def hold(self) -> None:
        self.held = True

    def release(self) -> None:
        self.held = False


def test_the_computer_is_kept_awake_from_ten_minutes_before_until_it_was_shown(
    tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    with joined(tmp_path, monkeypatch, start=datetime(2026, 11, 23, 7, 15, tzinfo=ZONE)) as (desk, _):
        hold = Hold()
        monkeypatch.setattr(desk.machine, "_hold", hold)
        advance(desk, minutes=6)
        assert not hold.held, "off until chosen"
        assert desk.machine.keep_awake() is False
        assert desk.machine.set_keep_awake(True)
        assert hold.held
        advance(desk, minutes=8)
        assert hold.held
        advance(desk, minutes=1)
        assert desk.reminder.isVisible()
        qtbot.waitUntil(lambda: not hold.held)
        desk.machine.set_keep_awake(False)
        desk.machine.set_keep_awake(True)
        assert not hold.held


def test_it_is_not_kept_awake_for_what_is_far_and_let_go_at_the_end(desk: Desk) -> None:
    hold = Hold()
    desk.machine._hold = hold
    desk.machine.set_keep_awake(True)
    assert hold.held  # a minute before
    desk.close()
    assert not hold.held


def test_settings_know_how_the_last_notification_did(desk: Desk) -> None:
    def notification() -> Channel:
        return next(one for one in desk.machine.channels() if one.name == "notification")

    told: list[bool] = []
    desk.machine.changes.changed.connect(lambda: told.append(True))
    assert notification() == Channel("notification", "untried")
    desk.attention._delivered(Attempt((TABLET,), "dbus", Outcome.FAILED, "no-service"))
    assert notification().mood == "fails"
    assert notification().code == "no-service"
    assert ("notification_failed", "") in desk.port.health().notes
    desk.attention._delivered(Attempt((TABLET,), "dbus", Outcome.SENT, ""))
    assert notification().mood == "works"
    assert notification().at == datetime(2026, 11, 23, 7, 29, tzinfo=ZONE)
    assert told == [True, True]
    # Also after the next start.
    desk.attention.last = None
    assert notification().mood == "works"
    assert [one.outcome for one in desk.store.deliveries()] == ["sent", "failed"]


def test_a_silent_computer_is_said_once_and_a_try_that_sounds_mends_it(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def sound() -> Channel:
        return next(one for one in desk.machine.channels() if one.name == "sound")

    desk.attention._silent("no-sound-device")
    desk.attention._silent("no-sound-device")
    assert sound() == Channel("sound", "fails", code="no-sound-device")
    assert desk.port.health().notes.count(("no-sound-device", "")) == 1
    monkeypatch.setattr(desk.attention.sound, "try_out", lambda: True)
    desk.machine.try_sound()
    assert sound().mood == "works"


def test_a_try_is_marked_as_one_and_stored_without_an_item(desk: Desk, heard: Heard) -> None:
    desk.machine.try_notification()
    (message,) = heard.messages
    assert message.title == "Een proefmelding"
    assert message.buttons == ()
    desk.attention._delivered(Attempt(message.items, "dbus", Outcome.SENT, ""))
    assert desk.store.deliveries(1)[0].items == ()


def test_the_tray_follows_the_agenda_and_the_language(desk: Desk, heard: Heard, qtbot: QtBot) -> None:
    desk.tray.renew()
    assert desk.tray.view is not None
    assert desk.tray.view.state == "calm"
    due(desk, heard, qtbot)
    qtbot.waitUntil(lambda: desk.tray.view is not None and desk.tray.view.state == "due")
    settings = desk.port.settings()
    desk.window.restyle(Settings(settings.text_size, settings.theme, "en", settings.sound))
    assert desk.tray.view.tooltip.startswith("Time for your weekly tablet")
