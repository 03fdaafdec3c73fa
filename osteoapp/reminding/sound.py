"""The sound of a reminder. Without a device or a sound library the program works and says so once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QUrl

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QSoundEffect


class Sound(Protocol):
    """Something that can be heard."""

    def play(self) -> None:
        """Sounds once, from the beginning; returns at once."""

    def stop(self) -> None:
        """Is silent at once."""


class Silence:
    """The sound of who wants none."""

    def play(self) -> None:
        """Nothing."""

    def stop(self) -> None:
        """Nothing."""


class SoundFile:
    """Plays a wav file. Main thread only.

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

    def prepare(self) -> None:
        """Loads what playing needs (70 ms and more), so that the first reminder does not wait for it."""
        self._ready()

    def play(self) -> None:
        """Sounds once, from the beginning."""
        effect = self._ready()
        if effect is not None:
            effect.play()

    def stop(self) -> None:
        """Is silent at once."""
        if self._effect is not None:
            self._effect.stop()

    def set_volume(self, volume: float) -> None:
        """How loud from now on, between 0 and 1."""
        self._volume = volume
        if self._effect is not None:
            self._effect.setVolume(volume)

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
        device = QMediaDevices.defaultAudioOutput()
        if device.isNull():
            self._tell("no-sound-device")
            return None
        if self._effect is None:
            self._effect = QSoundEffect(device)
            self._effect.statusChanged.connect(self._check)
            self._effect.setLoopCount(1)
            self._effect.setVolume(self._volume)
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
