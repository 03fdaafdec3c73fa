"""A reminder read aloud after the first chime; the further ones wait for its end, and go on until somebody answers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, Protocol

from PySide6.QtCore import QObject, QTimer

# The first chime draws attention and has died away.
FIRST_CHIME_MS: Final = 2500
# A voice that has not finished by then does not keep the chime from sounding.
PATIENCE_MS: Final = 30_000


class Voice(Protocol):
    """What speaks; as ``speech.Speech``, which says what each means."""

    @property
    def current(self) -> int: ...

    def status(self, lang: str) -> str: ...

    def speak(self, text: str, lang: str, done: Callable[[bool], None]) -> None: ...

    def stop(self) -> None: ...


class Announcer(QObject):
    """Says one text at a time. Never speaks over a text that somebody is having read, nor stops that."""

    def __init__(self, voice: Voice) -> None:
        super().__init__()
        self._voice = voice
        self._mine = 0
        self._text, self._lang = "", ""
        self._begins: Callable[[], object] = lambda: None
        self._ended: Callable[[], object] = lambda: None
        self._soon = QTimer(self, singleShot=True)
        self._soon.timeout.connect(self._say)
        self._guard = QTimer(self, singleShot=True)
        self._guard.timeout.connect(self._give_up)

    def say(
        self, text: str, lang: str, *, begins: Callable[[], object], ended: Callable[[], object],
        after_ms: int = FIRST_CHIME_MS,
    ) -> None:  # fmt: skip
        """Says a text a moment later. ``begins`` is called before, ``ended`` afterwards, however it ended.

        Neither is called where there is no voice for the language, where something is being read, or after ``stop``.
        """
        self.stop()
        self._text, self._lang, self._begins, self._ended = text, lang, begins, ended
        self._soon.start(after_ms)

    def stop(self) -> None:
        """Is silent at once, if it is this that speaks."""
        self._soon.stop()
        self._guard.stop()
        mine, self._mine = self._mine, 0
        if mine and self._voice.current == mine:
            self._voice.stop()

    def _say(self) -> None:
        if self._voice.current or self._voice.status(self._lang) not in ("ready", "unknown"):
            return
        self._begins()
        self._guard.start(PATIENCE_MS)
        self._voice.speak(self._text, self._lang, lambda _: self._over())
        self._mine = self._voice.current

    def _give_up(self) -> None:
        """It took too long, or somebody is having something else read meanwhile: then nothing sounds over that."""
        if self._voice.current == self._mine:
            self.stop()
            self._ended()

    def _over(self) -> None:
        self._guard.stop()
        self._mine = 0
        self._ended()
