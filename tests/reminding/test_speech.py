"""The process that speaks: found, asked, stopped, and never waited for, whatever it does."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from time import monotonic

import pytest
from pytestqt.qtbot import QtBot

from osteoapp.reminding.speech import Speech, command

# A process that answers as the real one does, and writes down nothing of its own.
ECHO = """
import json, sys
print(json.dumps({"languages": ["nl"]}), flush=True)
for line in sys.stdin:
    asked = json.loads(line)
    if asked.get("text") == "die":
        sys.exit(3)
    if "say" in asked and asked["text"] != "wait":
        print("not json", flush=True)
        print(json.dumps({"failed" if asked["text"] == "fail" else "done": asked["say"]}), flush=True)
"""
SLEEP = "import time; time.sleep(60)"


def python(code: str) -> tuple[str, ...]:
    return (sys.executable, "-c", code)


@pytest.fixture
def made(qapp: object) -> Iterator[list[Speech]]:
    found: list[Speech] = []
    yield found
    for one in found:
        one.close()


def ready(qtbot: QtBot, made: list[Speech], *command: str, **limits: int) -> Speech:
    speech = Speech(command, **limits)
    made.append(speech)
    with qtbot.waitSignal(speech.changed, timeout=10_000):
        speech.prepare()
    return speech


def test_nothing_is_started_until_it_is_asked(made: list[Speech]) -> None:
    speech = Speech(python(ECHO))
    made.append(speech)
    assert speech.status("nl") == "unknown"
    assert speech._process is None


def test_what_can_be_read_is_found_out_once(qtbot: QtBot, made: list[Speech]) -> None:
    speech = ready(qtbot, made, *python(ECHO))
    assert speech.status("nl") == "ready"
    assert speech.status("en") == "no-voice"
    process = speech._process
    speech.prepare()
    assert speech._process is process


def test_a_text_is_read_and_its_end_is_told(qtbot: QtBot, made: list[Speech]) -> None:
    speech = Speech(python(ECHO))
    made.append(speech)
    ends: list[bool] = []
    speech.speak("Hallo. Ë ‘’", "nl", ends.append)
    qtbot.waitUntil(lambda: ends == [True])
    speech.speak("fail", "nl", ends.append)
    qtbot.waitUntil(lambda: ends == [True, False])


def test_what_is_stopped_is_not_told(qtbot: QtBot, made: list[Speech]) -> None:
    speech = ready(qtbot, made, *python(ECHO))
    ends: list[str] = []
    speech.speak("wait", "nl", lambda _: ends.append("first"))
    speech.stop()
    speech.speak("Tweede.", "nl", lambda _: ends.append("second"))
    qtbot.waitUntil(lambda: bool(ends))
    assert ends == ["second"]


def test_a_text_in_place_of_another(qtbot: QtBot, made: list[Speech]) -> None:
    speech = ready(qtbot, made, *python(ECHO))
    ends: list[str] = []
    speech.speak("wait", "nl", lambda _: ends.append("first"))
    speech.speak("Tweede.", "nl", lambda _: ends.append("second"))
    qtbot.waitUntil(lambda: bool(ends))
    assert ends == ["second"]


def test_a_process_that_dies_is_told_and_the_next_text_starts_another(qtbot: QtBot, made: list[Speech]) -> None:
    speech = ready(qtbot, made, *python(ECHO))
    ends: list[bool] = []
    speech.speak("die", "nl", ends.append)
    qtbot.waitUntil(lambda: ends == [False])
    assert speech.status("nl") == "ready"
    speech.speak("Weer.", "nl", ends.append)
    qtbot.waitUntil(lambda: ends == [False, True])


@pytest.mark.parametrize("command", [python(SLEEP), ("/no/such/program",), python("print('hello')")])
def test_a_service_that_hangs_or_is_not_there_stops_nobody(
    command: tuple[str, ...], qtbot: QtBot, made: list[Speech]
) -> None:
    speech = Speech(command, start_ms=300)
    made.append(speech)
    ends: list[bool] = []
    before = monotonic()
    speech.speak("Hallo.", "nl", ends.append)
    assert monotonic() - before < 2, "the call does not wait"
    qtbot.waitUntil(lambda: ends == [False], timeout=10_000)
    assert speech.status("nl") == "no-engine"
    assert speech._process is None


def test_a_text_that_does_not_end_is_given_up(qtbot: QtBot, made: list[Speech]) -> None:
    speech = ready(qtbot, made, *python(ECHO), sentence_ms=200)
    ends: list[bool] = []
    speech.speak("wait", "nl", ends.append)
    qtbot.waitUntil(lambda: ends == [False])
    assert speech._process is None


def test_who_is_not_asked_any_more_is_ended_and_still_known(qtbot: QtBot, made: list[Speech]) -> None:
    speech = ready(qtbot, made, *python(ECHO), idle_ms=100)
    qtbot.waitUntil(lambda: speech._process is None)
    assert speech.status("nl") == "ready"
    ends: list[bool] = []
    speech.speak("Weer.", "nl", ends.append)
    qtbot.waitUntil(lambda: ends == [True])


def test_what_is_missing_is_told_apart(qtbot: QtBot, made: list[Speech]) -> None:
    for said, status in (("no-library", "no-library"), ("no-engine", "no-engine")):
        speech = ready(qtbot, made, *python(f'print(\'{{"absent": "{said}"}}\')'))
        assert speech.status("nl") == status
        assert speech._process is None


def test_the_real_process_speaks_with_an_engine_of_qt(qtbot: QtBot, made: list[Speech]) -> None:
    """Qt's engine for tests takes some time for each word and makes no sound; it has no Dutch voice."""
    speech = ready(qtbot, made, *command(), "mock")
    if speech.status("en") in ("no-library", "no-engine"):
        pytest.skip("this computer lacks what Qt needs to speak")
    assert speech.status("en") == "ready"
    assert speech.status("nl") == "no-voice"
    ends: list[str] = []
    speech.speak("One sentence.", "en", lambda whole: ends.append(f"first {whole}"))
    qtbot.waitUntil(lambda: ends == ["first True"])
    speech.speak("This is a sentence that is stopped before it ends.", "en", lambda _: ends.append("never"))
    speech.speak("Another one.", "en", lambda whole: ends.append(f"third {whole}"))
    qtbot.waitUntil(lambda: ends == ["first True", "third True"])
    speech.speak("Een zin.", "nl", lambda whole: ends.append(f"fourth {whole}"))
    qtbot.waitUntil(lambda: ends[-1] == "fourth False")
    assert "never" not in ends


def test_an_engine_that_does_not_exist_is_absent(qtbot: QtBot, made: list[Speech]) -> None:
    speech = ready(qtbot, made, *command(), "no-such-engine")
    assert speech.status("nl") == "no-engine"


def test_a_program_in_one_file_starts_itself_to_speak(
    qtbot: QtBot, made: list[Speech], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert command()[1:] == ("-P", "-m", "osteoapp.reminding.speaking")
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert command() == (sys.executable, "--speaking")
    monkeypatch.delattr(sys, "frozen")
    whole = ready(qtbot, made, sys.executable, "-P", "-m", "osteoapp", "--speaking", "no-such-engine")
    assert whole.status("nl") == "no-engine"
