"""The process that speaks: ``python -m osteoapp.reminding.speaking [ENGINE]``, asked in lines of JSON.

A program in one file is started as ``osteoapp --speaking [ENGINE]`` instead.

A speech service that hangs stops the program that waits for it, and an engine that breaks takes it along. So the engine
lives in a process of its own, which ``speech.Speech`` starts, asks and ends.

It first tells what it can: ``{"languages": ["nl", ...]}``, or ``{"absent": "no-library"}`` or ``"no-engine"``. Then it
takes ``{"say": 7, "text": "...", "lang": "nl"}`` and answers ``{"done": 7}`` or ``{"failed": 7}``, and takes
``{"stop": true}``, which nothing answers. It ends with its input.
"""

from __future__ import annotations

import json
import os
import sys
import threading
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QCoreApplication, QLocale, QObject, Qt, Signal, Slot

if TYPE_CHECKING:
    from PySide6.QtTextToSpeech import QTextToSpeech

# Named, as the order in which Qt lists them differs, and one of them only pretends to speak.
ENGINES: Final = ("winrt", "darwin", "speechd", "sapi", "flite")
# A little slower than an engine's own pace; -1 to 1.
PACE: Final = -0.15


class Input(QObject):
    """Reads what is asked, in a thread of its own: not every system can wait for input and for events at once."""

    line = Signal(str)
    ended = Signal()

    def start(self) -> None:
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        source = sys.stdin or open(0, encoding="utf-8", closefd=False)  # noqa: SIM115  as long as the process
        for line in source:
            self.line.emit(line)
        self.ended.emit()


class Mouth(QObject):
    """One engine, one text at a time. A text that was stopped is not reported."""

    def __init__(self, engine: QTextToSpeech) -> None:
        super().__init__()
        self._engine = engine
        self._state = type(engine).State
        self._locales = {locale.name()[:2]: locale for locale in reversed(engine.availableLocales())}
        engine.setRate(PACE)
        engine.stateChanged.connect(self._changed)
        self._now: int | None = None
        self._heard = False
        self._next: dict[str, Any] | None = None

    @property
    def languages(self) -> list[str]:
        return sorted(self._locales)

    @Slot(str)
    def take(self, line: str) -> None:
        asked = json.loads(line)
        if asked.get("stop"):
            self._next = self._now = None
            self._engine.stop()
        elif self._engine.state() in (self._state.Speaking, self._state.Paused):
            # The end of what is being said would else count as the end of what comes next.
            self._now, self._next = None, asked
            self._engine.stop()
        else:
            self._say(asked)

    def _say(self, asked: dict[str, Any]) -> None:
        self._now, self._heard, self._next = int(asked["say"]), False, None
        locale = self._locales.get(asked["lang"])
        if locale is None or self._engine.state() == self._state.Error:
            self._report("failed")
            return
        if self._engine.locale() != locale:
            self._engine.setLocale(QLocale(locale))
        self._engine.say(asked["text"])

    @Slot()
    def _changed(self) -> None:
        state = self._engine.state()
        if state == self._state.Speaking:
            self._heard = True
        elif state == self._state.Error:
            self._report("failed")
        elif state == self._state.Ready:
            if self._next is not None:
                self._say(self._next)
            elif self._heard:
                self._report("done")

    def _report(self, what: str) -> None:
        if self._now is not None:
            number, self._now = self._now, None
            tell({what: number})


def tell(message: dict[str, Any]) -> None:
    """One line to who asked."""
    line = json.dumps(message) + "\n"
    if sys.stdout is None:
        # A program without a console has the pipes, but Python gives them no name.
        os.write(1, line.encode())
        return
    sys.stdout.write(line)
    sys.stdout.flush()


def main(wanted: str = "") -> int:
    """Speaks until its input ends; 0 always, what is missing is told."""
    try:
        from PySide6.QtTextToSpeech import QTextToSpeech
    except ImportError:
        tell({"absent": "no-library"})
        return 0
    app = QCoreApplication(sys.argv[:1])
    there = QTextToSpeech.availableEngines()
    name = next((one for one in ((wanted,) if wanted else ENGINES) if one in there), None)
    engine = QTextToSpeech(name) if name is not None else None
    if engine is None or engine.state() == QTextToSpeech.State.Error or not engine.availableLocales():
        tell({"absent": "no-engine"})
        return 0
    mouth, source = Mouth(engine), Input()
    source.line.connect(mouth.take, Qt.ConnectionType.QueuedConnection)
    source.ended.connect(app.quit, Qt.ConnectionType.QueuedConnection)
    tell({"languages": mouth.languages})
    source.start()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:2]))
