"""The sound: gentle, low, made by us; and no trouble where there is nothing to hear it with."""

from __future__ import annotations

import array
import itertools
import math
import os
import runpy
import shutil
import subprocess
import sys
import time
import wave
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from osteoapp.reminding.sound import SOFTEST, STRIKES, Silence, SoundFile

ROOT = Path(__file__).resolve().parents[2]
REMINDER = ROOT / "resources" / "sounds" / "reminder.wav"


# --- with the system faked -----------------------------------------------------------------------------------------


class Device:
    def __init__(self, name: str = "speakers", *, null: bool = False) -> None:
        self.name = name
        self._null = null

    def isNull(self) -> bool:
        return self._null

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Device) and other.name == self.name

    __hash__ = None  # type: ignore[assignment]


class Changed:
    def __init__(self) -> None:
        self.listeners = []

    def connect(self, listener) -> None:
        self.listeners.append(listener)


class Effect:
    """Stands for QSoundEffect and writes down what it is told."""

    class Status:
        Ready = 2
        Error = 3

    made: list[Effect]

    def __init__(self, device: Device) -> None:
        self.done: list[object] = []
        self.device = device
        self.state = Effect.Status.Ready
        self.statusChanged = Changed()
        Effect.made.append(self)

    def audioDevice(self) -> Device:
        return self.device

    def setAudioDevice(self, device: Device) -> None:
        self.device = device

    def setSource(self, url) -> None:
        self.done.append(("source", url.toLocalFile()))

    def setLoopCount(self, count: int) -> None:
        self.done.append(("loops", count))

    def setVolume(self, volume: float) -> None:
        self.done.append(("volume", volume))

    def status(self) -> int:
        return self.state

    def play(self) -> None:
        self.done.append("play")

    def stop(self) -> None:
        self.done.append("stop")


class System:
    """The devices that the faked multimedia finds."""

    def __init__(self) -> None:
        self.device = Device()


@pytest.fixture(autouse=True)
def silence(monkeypatch) -> Iterator[None]:
    """No sound goes on after its test."""
    made: list[SoundFile] = []
    begin = SoundFile.__init__

    def remember(self: SoundFile, *values: object, **named: object) -> None:
        begin(self, *values, **named)
        made.append(self)

    monkeypatch.setattr(SoundFile, "__init__", remember)
    yield
    for sound in made:
        sound._again.stop()


@pytest.fixture
def system(monkeypatch, qapp) -> System:
    found = System()
    Effect.made = []
    fake = ModuleType("PySide6.QtMultimedia")
    fake.QMediaDevices = type("Devices", (), {"defaultAudioOutput": staticmethod(lambda: found.device)})
    fake.QSoundEffect = Effect
    monkeypatch.setitem(sys.modules, "PySide6.QtMultimedia", fake)
    return found


def volumes(effect: Effect) -> list[float]:
    return [entry[1] for entry in effect.done if entry[0] == "volume"]


def strikes_on(sound: SoundFile, count: int) -> None:
    """As many timeouts, without the waiting."""
    for _ in range(count):
        assert sound._again.isActive()
        sound._again.timeout.emit()


def test_it_rises_for_twenty_seconds_and_is_then_silent(system):
    faults: list[str] = []
    sound = SoundFile(REMINDER, faults.append, volume=0.4)
    sound.play()
    (effect,) = Effect.made
    assert effect.done == [("loops", 1), ("source", str(REMINDER)), ("volume", 0.4 * SOFTEST), "play"]
    assert sound._again.interval() * (STRIKES - 1) == 20_000
    strikes_on(sound, STRIKES - 1)
    assert not sound._again.isActive()
    assert effect.done.count("play") == STRIKES
    heard = volumes(effect)
    assert heard == sorted(heard)
    assert heard[-1] == pytest.approx(0.4)
    steps = [later / earlier for earlier, later in itertools.pairwise(heard)]
    assert max(steps) - min(steps) < 1e-9
    assert faults == []


def test_a_repeat_begins_softly_again(system):
    sound = SoundFile(REMINDER, pytest.fail)
    sound.play()
    strikes_on(sound, 3)
    sound.play()
    assert volumes(Effect.made[0])[-1] == pytest.approx(SOFTEST)
    strikes_on(sound, STRIKES - 1)
    assert not sound._again.isActive()


def test_it_stops_at_once_and_stays_silent(system):
    sound = SoundFile(REMINDER, pytest.fail)
    sound.stop()
    sound.play()
    sound.stop()
    assert Effect.made[0].done[-2:] == ["play", "stop"]
    assert not sound._again.isActive()


def test_trying_it_out_sounds_once_at_full_volume(system):
    sound = SoundFile(REMINDER, pytest.fail, volume=0.5)
    assert sound.try_out()
    assert volumes(Effect.made[0]) == [0.5]
    assert Effect.made[0].done.count("play") == 1
    assert not sound._again.isActive()
    system.device = Device(null=True)
    assert not SoundFile(REMINDER, lambda code: None).try_out()


def test_a_device_that_goes_ends_it(system):
    faults: list[str] = []
    sound = SoundFile(REMINDER, faults.append)
    sound.play()
    system.device = Device(null=True)
    sound._again.timeout.emit()
    assert not sound._again.isActive()
    assert faults == ["no-sound-device"]


def test_preparing_loads_and_is_silent(system):
    sound = SoundFile(REMINDER, pytest.fail)
    sound.prepare()
    assert "play" not in Effect.made[0].done
    sound.play()
    assert len(Effect.made) == 1


def test_it_can_be_made_louder(system):
    sound = SoundFile(REMINDER, pytest.fail, volume=0.4)
    sound.set_volume(1.0)
    sound.try_out()
    assert volumes(Effect.made[0]) == [1.0]


def test_without_a_device_it_says_so_once_and_plays_when_there_is_one(system):
    faults: list[str] = []
    sound = SoundFile(REMINDER, faults.append)
    system.device = Device(null=True)
    sound.play()
    sound.play()
    assert faults == ["no-sound-device"]
    assert Effect.made == []
    system.device = Device()
    sound.play()
    assert Effect.made[0].done[-1] == "play"


def test_it_follows_the_device(system):
    sound = SoundFile(REMINDER, pytest.fail)
    sound.play()
    system.device = Device("headphones")
    sound.play()
    (effect,) = Effect.made
    assert effect.device.name == "headphones"


def test_without_the_library_it_says_so_once(monkeypatch):
    monkeypatch.setitem(sys.modules, "PySide6.QtMultimedia", None)
    faults: list[str] = []
    sound = SoundFile(REMINDER, faults.append)
    sound.play()
    sound.play()
    sound.stop()
    assert faults == ["no-sound-library"]


def test_without_its_file_it_says_so_once(system, tmp_path):
    faults: list[str] = []
    sound = SoundFile(tmp_path / "none.wav", faults.append)
    sound.play()
    sound.play()
    assert faults == ["no-sound-file"]


def test_a_sound_that_cannot_be_played_is_said_once(system):
    faults: list[str] = []
    sound = SoundFile(REMINDER, faults.append)
    sound.play()
    (effect,) = Effect.made
    (check,) = effect.statusChanged.listeners
    check()
    assert faults == []
    effect.state = Effect.Status.Error
    check()
    check()
    assert faults == ["sound-failed"]


def test_silence_is_a_sound_too():
    silence = Silence()
    silence.play()
    silence.stop()


def test_importing_it_does_not_import_multimedia():
    code = "import sys, osteoapp.reminding.sound; sys.exit('PySide6.QtMultimedia' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False, timeout=60).returncode == 0


# --- for real ------------------------------------------------------------------------------------------------------

PLAY = """
import sys, time
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from osteoapp.reminding.sound import SoundFile

app = QCoreApplication([])
sound = SoundFile(Path(sys.argv[1]), lambda code: print("fault", code))
start = time.perf_counter()
sound.prepare()
prepared = time.perf_counter()
sound.play()
print("play", time.perf_counter() - prepared < 0.5)

def playing():
    return sound._effect is not None and sound._effect.isPlaying()

def until(wanted):
    end = time.perf_counter() + 5
    while playing() != wanted and time.perf_counter() < end:
        app.processEvents()
        time.sleep(0.005)
    return playing()

if sound._effect is not None:
    print("playing", until(True))
    sound.stop()
    print("playing", until(False))
    sound.play()
    print("again", until(True))
    sound._again.stop()
    print("ended", not until(False))
"""


def run(environment: dict[str, str]) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-c", PLAY, str(REMINDER)],
        env=os.environ | environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert "PulseAudio" not in done.stderr, "what is missing is told in Settings, not on the terminal"
    return done.stdout.splitlines()


@pytest.mark.skipif(sys.platform != "linux", reason="points PulseAudio's client at nothing")
def test_a_computer_without_a_sound_service_goes_on(tmp_path):
    lines = run({"PULSE_SERVER": f"unix:{tmp_path}/none", "XDG_RUNTIME_DIR": str(tmp_path)})
    assert lines in (["fault no-sound-device", "play True"], ["fault no-sound-library", "play True"])


@pytest.mark.skipif(
    shutil.which("pulseaudio") is None, reason="NOT TESTED with a real sound service: pulseaudio is not installed"
)
def test_it_is_played_by_a_real_sound_service(tmp_path):
    socket = tmp_path / "sound.socket"
    service = subprocess.Popen(
        ["pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no",
         "-L", "module-null-sink", "-L", f"module-native-protocol-unix auth-anonymous=1 socket={socket}"],
        env=os.environ | {"HOME": str(tmp_path), "XDG_RUNTIME_DIR": str(tmp_path)},
        stderr=subprocess.DEVNULL,
    )
    try:
        for _ in range(250):
            if socket.exists():
                break
            time.sleep(0.02)
        lines = run({"PULSE_SERVER": f"unix:{socket}", "XDG_RUNTIME_DIR": str(tmp_path), "HOME": str(tmp_path)})
    finally:
        service.terminate()
        service.wait(10)
    assert lines == ["play True", "playing True", "playing False", "again True", "ended True"]


# --- the file ------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def frames() -> array.array[int]:
    with wave.open(str(REMINDER)) as file:
        assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (1, 2, 44_100)
        found = array.array("h", file.readframes(file.getnframes()))
    if sys.byteorder == "big":
        found.byteswap()
    return found


def strength(frames: array.array[int], hertz: float, first: float, last: float) -> float:
    """How much of a frequency sounds between two seconds (Goertzel)."""
    part = frames[round(first * 44_100) : round(last * 44_100)]
    turn = 2 * math.cos(2 * math.pi * hertz / 44_100)
    before = now = 0.0
    for value in part:
        before, now = now, value + turn * now - before
    return math.sqrt(max(now * now + before * before - turn * now * before, 0.0)) / len(part)


def test_the_file_is_what_the_script_makes(frames, tmp_path):
    script = runpy.run_path(str(ROOT / "packaging" / "make_sound.py"))
    again = tmp_path / "again.wav"
    script["write"](again)
    with wave.open(str(again)) as file:
        made = array.array("h", file.readframes(file.getnframes()))
    if sys.byteorder == "big":
        made.byteswap()
    assert len(made) == len(frames)
    # another computer's sine may round the last bit the other way
    assert max(abs(a - b) for a, b in zip(made, frames, strict=True)) <= 1


def test_it_is_short_and_neither_clips_nor_clicks(frames):
    assert 1.0 < len(frames) / 44_100 < 2.5
    assert 0.5 < max(abs(value) for value in frames) / 32_768 < 0.7
    assert max(abs(value) for value in frames[:20]) < 50
    assert max(abs(value) for value in frames[-20:]) < 5
    # no step between neighbours larger than that of a loud wave of 1 kHz
    steepest = 0.7 * 32_768 * 2 * math.pi * 1000 / 44_100
    assert max(abs(a - b) for a, b in itertools.pairwise(frames)) < steepest


def test_it_is_low(frames):
    low = max(strength(frames, 329.63, 0.05, 0.35), strength(frames, 440.0, 0.45, 0.9))
    high = max(strength(frames, hertz, 0.05, 0.9) for hertz in range(1500, 6000, 250))
    assert low > 20 * high


def test_nine_tenths_of_it_lie_between_250_and_700_hertz(frames):
    """Added up over the first second, a line every 10 Hz."""
    power = {hertz: strength(frames, hertz, 0.0, 1.0) ** 2 for hertz in range(60, 4000, 10)}
    inside = sum(value for hertz, value in power.items() if 250 <= hertz <= 700)
    assert inside > 0.9 * sum(power.values())


def test_its_licence_lies_beside_it():
    assert "CC0" in (REMINDER.parent / "LICENSE").read_text(encoding="utf-8")
    assert "sounds/reminder.wav" in (ROOT / "resources" / "NOTICES.md").read_text(encoding="utf-8")
