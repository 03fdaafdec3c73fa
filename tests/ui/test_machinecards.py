"""The settings about this computer: switches, tries, and how each way to the person's attention did, in words."""

from __future__ import annotations

import pytest

from osteoapp.i18n import Translations
from osteoapp.ui.machine import Channel, MachineChanges
from osteoapp.ui.machinecards import ChannelsCard, StartCard, channel_words
from osteoapp.ui.pictures import settle
from osteoapp.ui.theme import Look
from tests.ui.fakes import HandPort, at
from tests.ui.helpers import button, faults, names, press, said, window

CHANNELS = (
    Channel("window", "works"),
    Channel("notification", "untried"),
    Channel("sound", "fails", code="no-sound-device"),
    Channel("tray", "works"),
)


class FakeMachine:
    """A computer that does what the test says."""

    def __init__(self) -> None:
        self.changes = MachineChanges()
        self.starts: bool | None = False
        self.awake: bool | None = False
        self.obeys = True
        self.tried: list[str] = []
        self.ways = CHANNELS

    def autostart(self) -> bool | None:
        return self.starts

    def set_autostart(self, wanted: bool) -> bool:
        if self.obeys:
            self.starts = wanted
        return self.obeys

    def keep_awake(self) -> bool | None:
        return self.awake

    def set_keep_awake(self, wanted: bool) -> bool:
        self.awake = wanted
        return True

    def try_notification(self) -> None:
        self.tried.append("notification")

    def try_sound(self) -> None:
        self.tried.append("sound")

    def try_speech(self) -> None:
        self.tried.append("speech")

    def try_tray(self) -> None:
        self.tried.append("tray")

    def attempts(self) -> tuple[Channel, ...]:
        return tuple(one for one in self.ways if one.name == "notification" and one.at is not None)

    def channels(self) -> tuple[Channel, ...]:
        return self.ways


@pytest.fixture
def machine() -> FakeMachine:
    return FakeMachine()


def shown(card: StartCard | ChannelsCard) -> StartCard | ChannelsCard:
    card.resize(800, 700)
    card.show()
    settle()
    return card


def test_both_switches_are_off_until_chosen_and_turn(look: Look, machine: FakeMachine) -> None:
    card = shown(StartCard(look, machine))
    assert "De computer moet aan staan." in said(card)
    assert button(card, "autostart:off").isChecked()
    assert button(card, "awake:off").isChecked()
    press(card, "autostart:on")
    press(card, "awake:on")
    assert (machine.starts, machine.awake) == (True, True)
    assert button(card, "autostart:on").isChecked()
    assert button(card, "awake:on").isChecked()
    assert button(card, "awake:on").hasFocus(), "who uses the keyboard goes on from there"
    press(card, "autostart:off")
    assert machine.starts is False


def test_what_the_system_refuses_is_said(look: Look, machine: FakeMachine) -> None:
    card = shown(StartCard(look, machine))
    machine.obeys = False
    press(card, "autostart:on")
    assert "Dat lukt op deze computer niet." in said(card)
    assert button(card, "autostart:off").isChecked()
    machine.obeys = True
    press(card, "autostart:on")
    assert "Dat lukt" not in said(card)


def test_a_switch_that_cannot_be_had_is_not_there(look: Look, machine: FakeMachine) -> None:
    machine.starts = machine.awake = None
    assert names(shown(StartCard(look, machine))) == set()


def test_each_way_can_be_tried_and_its_outcome_follows(look: Look, machine: FakeMachine) -> None:
    card = shown(ChannelsCard(look, machine, "nl"))
    assert "Nog niet geprobeerd." in said(card)
    press(card, "try:notification")
    press(card, "try:sound")
    press(card, "try:tray")
    assert machine.tried == ["notification", "sound", "tray"]
    machine.ways = (Channel("notification", "works", at(7, 30)),)
    machine.changes.changed.emit()
    settle()
    assert "De laatste is getoond: maandag 23 november, 07:30." in said(card)


@pytest.mark.parametrize(
    ("channel", "expected"),
    [
        (Channel("window", "fails"), "achter een ander venster"),
        (Channel("tray", "fails"), "Dat heeft deze computer niet"),
        (Channel("sound", "fails"), "Staat de luidspreker aan?"),
        (Channel("notification", "unknown", at(7), "deadline"), "verstuurd: maandag 23 november, 07:00"),
        (Channel("notification", "fails", at(7), "no-service"), "toont geen meldingen"),
        (Channel("notification", "fails", at(7), "no-session-bus"), "toont geen meldingen"),
        (Channel("notification", "fails", at(7), "no-answer"), "antwoordde niet"),
        (Channel("notification", "fails", at(7), "hanging"), "antwoordde niet"),
        (Channel("notification", "fails", at(7), "refused: x.y"), "lukte niet"),
    ],
)
def test_every_outcome_is_a_plain_sentence(channel: Channel, expected: str) -> None:
    text = channel_words(channel, "nl").replace("\u00a0", " ")
    assert expected in text
    assert channel.code not in text or not channel.code


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize("percent", [100, 150, 200])
def test_the_settings_fit_with_all_of_it(
    translations: Translations, machine: FakeMachine, lang: str, percent: int
) -> None:
    port = HandPort(())
    port.machine = machine
    port.kept = type(port.kept)(text_size=percent, theme="light", language=lang)
    machine.ways = (*CHANNELS[:1], Channel("notification", "unknown", at(7), "x"), *CHANNELS[2:])
    shown_window = window(port, translations, (1024, 540))
    shown_window.go("settings:works")
    settle()
    page = shown_window.pages.currentWidget()
    assert page is not None
    assert faults(page) == []
    assert button(page, "try:notification").isEnabled()
    assert ("Does a reminder reach you here?" in said(page)) is (lang == "en")
