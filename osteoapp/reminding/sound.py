"""The sound of a reminder: a soft chime that is struck again and again and rises, until somebody answers.

Without a device or a sound library the program works and says so once.
"""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QMessageLogContext, QTimer, QtMsgType, QUrl, qInstallMessageHandler

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QSoundEffect


# The chime lasts 1.9 s. The last of these begins 20 s after the first.
STRIKES = 9
PAUSE_MS = 2500
SOFTEST = 0.12


def loudness(strike: int) -> float:
    """The part of the full volume at which a strike sounds, counted from 0: it rises by the same step in decibels."""
    return float(SOFTEST ** (1 - min(strike, STRIKES - 1) / (STRIKES - 1)))


@contextlib.contextmanager
def _without_remarks() -> Iterator[None]:
    """Where no sound server runs, Qt writes so on the terminal, in no category that could be switched off."""

    def handle(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
        if text.startswith("PulseAudioService:"):
            return
        if before is not None:
            before(kind, context, text)
        else:
            print(text, file=sys.stderr)

    before = qInstallMessageHandler(handle)
    try:
        yield
    finally:
        qInstallMessageHandler(before)


class Sound(Protocol):
    """Something that can be heard."""

    def play(self, strikes: int = STRIKES) -> None:
        """Begins to sound, softly, as often as that; returns at once."""

    def stop(self) -> None:
        """Is silent at once."""


class Silence:
    """The sound of who wants none."""

    def play(self, strikes: int = STRIKES) -> None:
        """Nothing."""

    def stop(self) -> None:
        """Nothing."""


class SoundFile:
    """Plays a wav file, some times over, each a little louder. Main thread only.

    ``fault`` gets a code, each at most once: ``no-sound-library`` (Qt's multimedia or what it needs of the system
    cannot be loaded), ``no-sound-file``, ``no-sound-device`` or ``sound-failed``. A device that appears later is
    used. ``volume`` is between 0 and 1.
    """

    def __init__(self, file: Path, fault: Callable[[str], object], volume: float = 1.0) -> None:
        self._file = file
        self._fault = fault
        self._volume = volume
        self._told: set[str] = set()
        # Qt stops a sound whose object is gone.
        self._effect: QSoundEffect | None = None
        self._struck = 0
        self._last = STRIKES
        self._again = QTimer()
        self._again.setInterval(PAUSE_MS)
        self._again.timeout.connect(self.strike)

    def prepare(self) -> None:
        """Loads what playing needs (70 ms and more), so that the first reminder does not wait for it."""
        self._ready()

    def play(self, strikes: int = STRIKES) -> None:
        """Sounds from the beginning: softly, rising for 20 s, then silent. Fewer strikes end it sooner, and softer."""
        self._struck, self._last = 0, strikes
        if self.strike():
            self._again.start()

    def try_out(self) -> bool:
        """Sounds once at the full volume; False where nothing can be heard."""
        self._struck, self._last = STRIKES - 1, STRIKES
        return self.strike()

    def strike(self) -> bool:
        """The next chime; the last one ends it. False where nothing can be heard."""
        effect = self._ready()
        if self._struck + 1 >= self._last or effect is None:
            self._again.stop()
        if effect is None:
            return False
        effect.setVolume(self._volume * loudness(self._struck))
        effect.play()
        self._struck += 1
        return True

    def stop(self) -> None:
        """Is silent at once."""
        self._again.stop()
        if self._effect is not None:
            self._effect.stop()

    def set_volume(self, volume: float) -> None:
        """How loud at most from the next chime on, between 0 and 1."""
        self._volume = volume

    def _ready(self) -> QSoundEffect | None:
        try:
            # Late for the start-up's sake, and because it needs libpulse, which a system may lack.
            from PySide6.QtMultimedia import QMediaDevices, QSoundEffect
        except ImportError:
            self._tell("no-sound-library")
            return None
        if not self._file.is_file():
            self._tell("no-sound-file")
            return None
        with _without_remarks():
            device = QMediaDevices.defaultAudioOutput()
        if device.isNull():
            self._tell("no-sound-device")
            return None
        if self._effect is None:
            self._effect = QSoundEffect(device)
            self._effect.statusChanged.connect(self._check)
            self._effect.setLoopCount(1)
            self._effect.setSource(QUrl.fromLocalFile(str(self._file)))
        elif self._effect.audioDevice() != device:
            # Headphones came or went since the last time.
            self._effect.setAudioDevice(device)
        return self._effect

    def _check(self) -> None:
        if self._effect is not None and self._effect.status() == type(self._effect).Status.Error:
            self._tell("sound-failed")

    def _tell(self, code: str) -> None:
        if code not in self._told:
            self._told.add(code)
            self._fault(code)
