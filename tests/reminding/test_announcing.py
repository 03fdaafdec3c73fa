"""A reminder read aloud: the chime makes room for the voice, nobody is talked over, and an answer ends it."""

from __future__ import annotations

import os
from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from osteoapp.reminding.announcing import PATIENCE_MS, Announcer


class OneVoice:
    """A voice with a number for each text; the test ends a text with ``end``."""

    def __init__(self, status: str = "ready") -> None:
        self.found, self.current, self.count = status, 0, 0
        self.calls: list[str] = []
        self._done: Callable[[bool], None] | None = None

    def status(self, lang: str) -> str:
        return self.found

    def speak(self, text: str, lang: str, done: Callable[[bool], None]) -> None:
        self.count += 1
        self.current, self._done = self.count, done
        self.calls.append(f"{lang}: {text}")

    def stop(self) -> None:
        self.current, self._done = 0, None
        self.calls.append("stop")

    def end(self, *, whole: bool = True) -> None:
        done, self.current = self._done, 0
        assert done is not None
        done(whole)


class Heard:
    def __init__(self, status: str = "ready") -> None:
        self.voice = OneVoice(status)
        self.announcer = Announcer(self.voice)
        self.calls = self.voice.calls

    def say(self, text: str = "Tijd.") -> None:
        """Says it, and lets the moment of the first chime pass."""
        self.announcer.say(
            text, "nl", begins=lambda: self.calls.append("begins"), ended=lambda: self.calls.append("ended")
        )
        self.pass_by()

    def pass_by(self) -> None:
        assert self.announcer._soon.isActive()
        self.announcer._soon.stop()
        self.announcer._soon.timeout.emit()

    def lose_patience(self) -> None:
        assert self.announcer._guard.interval() == PATIENCE_MS
        self.announcer._guard.stop()
        self.announcer._guard.timeout.emit()


@pytest.fixture
def heard(qapp: QApplication) -> Heard:
    return Heard()


@pytest.mark.parametrize("whole", [True, False])
def test_the_chime_makes_room_and_comes_back_however_it_ended(heard: Heard, whole: bool) -> None:
    heard.say("Tijd voor uw weektablet.")
    heard.voice.end(whole=whole)
    assert heard.calls == ["begins", "nl: Tijd voor uw weektablet.", "ended"]
    assert not heard.announcer._guard.isActive()


def test_an_answer_silences_it_before_and_while_it_speaks(heard: Heard) -> None:
    heard.announcer.say("Tijd.", "nl", begins=heard.calls.clear, ended=heard.calls.clear)
    heard.announcer.stop()
    assert not heard.announcer._soon.isActive()
    assert heard.calls == []
    heard.say()
    heard.announcer.stop()
    assert heard.calls == ["begins", "nl: Tijd.", "stop"]
    assert not heard.announcer._guard.isActive()


def test_nobody_is_talked_over(heard: Heard) -> None:
    heard.voice.speak("Uit de map.", "nl", lambda _: None)
    heard.say()
    heard.announcer.stop()
    assert heard.calls == ["nl: Uit de map."]


def test_what_somebody_has_read_instead_is_neither_stopped_nor_chimed_over(heard: Heard) -> None:
    heard.say()
    heard.voice.speak("Uit de map.", "nl", lambda _: None)
    heard.lose_patience()
    heard.announcer.stop()
    assert heard.calls == ["begins", "nl: Tijd.", "nl: Uit de map."]


def test_a_voice_that_hangs_does_not_keep_the_chime(heard: Heard) -> None:
    heard.say()
    heard.lose_patience()
    assert heard.calls == ["begins", "nl: Tijd.", "stop", "ended"]


@pytest.mark.parametrize("status", ["no-voice", "no-engine", "no-library"])
def test_without_a_voice_the_chime_goes_on(qapp: QApplication, status: str) -> None:
    heard = Heard(status)
    heard.say()
    assert heard.calls == []


def test_the_second_reminder_takes_the_place_of_the_first(heard: Heard) -> None:
    heard.say("Een.")
    heard.say("Twee.")
    assert heard.calls == ["begins", "nl: Een.", "stop", "begins", "nl: Twee."]
