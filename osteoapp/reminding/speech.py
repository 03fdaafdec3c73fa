"""Reading aloud. No call waits: the engine is in a process of its own (``speaking``), started when first needed."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Final, Literal

from PySide6.QtCore import QCoreApplication, QObject, QProcess, QProcessEnvironment, QTimer, Signal

Status = Literal["ready", "unknown", "no-library", "no-engine", "no-voice"]
# A hidden word on the program's own command line: in a program that was made into one file there is no Python to ask.
WORD: Final = "--speaking"
# A speech service that starts with the first question takes some seconds; the longest sentence half a minute.
START_MS, SENTENCE_MS, IDLE_MS = 20_000, 60_000, 120_000


def command(executable: str = sys.executable, platform: str = sys.platform) -> tuple[str, ...]:
    """What starts the process that speaks: this program's own file with the hidden word, or Python with the module."""
    if getattr(sys, "frozen", False):
        # A program of Windows that has windows has no streams to be asked by; its sister for the command line does.
        sister = Path(executable).with_name("osteoapp-cli.exe")
        return (str(sister) if platform == "win32" and sister.exists() else executable, WORD)
    # -P: a file of the person's that happens to be called like a module must not be taken for it.
    return (executable, "-P", "-m", "osteoapp.reminding.speaking")


class Speech(QObject):
    """Reads a text aloud, one at a time. Main thread only.

    ``words`` start the process that speaks, if not those of ``command``. It gets ``start_ms`` to tell what it can and
    ``sentence_ms`` for each text, and is ended when either is over, or when nothing was asked for ``idle_ms``.
    """

    changed = Signal()

    def __init__(
        self, words: Sequence[str] | None = None, *, start_ms: int = START_MS, sentence_ms: int = SENTENCE_MS,
        idle_ms: int = IDLE_MS, parent: QObject | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._command = tuple(words) if words is not None else command()
        self._start_ms, self._sentence_ms, self._idle_ms = start_ms, sentence_ms, idle_ms
        self._process: QProcess | None = None
        self._languages: frozenset[str] | None = None
        self._absent: Status = "unknown"
        self._number = 0
        self._asked: dict[str, Any] | None = None
        self._done: Callable[[bool], None] | None = None
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._over)
        app = QCoreApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self.close)

    @property
    def current(self) -> int:
        """The number of the text that is being read; 0 where none is. Another text has another number."""
        return self._number if self._done is not None else 0

    def status(self, lang: str) -> Status:
        """Whether a text in ``lang`` can be read; ``unknown`` until ``prepare`` or ``speak`` has found out."""
        if self._languages is None:
            return self._absent
        return "ready" if lang in self._languages else "no-voice"

    def prepare(self) -> None:
        """Begins to find out, once; ``changed`` tells when it is known."""
        if self._languages is None and self._absent == "unknown" and self._process is None:
            self._start()

    def speak(self, text: str, lang: str, done: Callable[[bool], None]) -> None:
        """Reads a text in place of what is being read, and calls ``done`` afterwards: False where it was not read."""
        self._number += 1
        self._asked = {"say": self._number, "text": text, "lang": lang}
        self._done = done
        if self._process is None:
            self._start()
        elif self._languages is not None:
            self._ask()

    def stop(self) -> None:
        """Is silent at once; who waited for the end is not called."""
        self._asked = self._done = None
        if self._process is not None and self._languages is not None:
            self._write({"stop": True})
            self._timer.start(self._idle_ms)

    def close(self) -> None:
        """Ends the process that speaks; the next text starts another."""
        self._timer.stop()
        process, self._process = self._process, None
        if process is not None:
            process.blockSignals(True)
            process.kill()
            process.waitForFinished(1000)
            process.deleteLater()

    # The process

    def _start(self) -> None:
        process = QProcess(self)
        environment = QProcessEnvironment.systemEnvironment()
        # The process finds the program where this one did.
        here = str(Path(__file__).resolve().parents[2])
        paths = [here, environment.value("PYTHONPATH", "")]
        environment.insert("PYTHONPATH", os.pathsep.join(path for path in paths if path))
        process.setProcessEnvironment(environment)
        process.setStandardErrorFile(QProcess.nullDevice())
        process.readyReadStandardOutput.connect(self._read)
        process.finished.connect(self._gone)
        process.errorOccurred.connect(self._gone)
        self._process = process
        self._timer.start(self._start_ms)
        process.start(self._command[0], list(self._command[1:]))

    def _read(self) -> None:
        while self._process is not None and self._process.canReadLine():
            line = bytes(self._process.readLine().data())
            try:
                told = json.loads(line)
            except ValueError:
                continue
            if isinstance(told, dict):
                self._take(told)

    def _take(self, told: dict[str, Any]) -> None:
        if "languages" in told:
            self._languages = frozenset(told["languages"])
            self._timer.start(self._idle_ms)
            self.changed.emit()
            self._ask()
        elif "absent" in told:
            self._absent = "no-library" if told["absent"] == "no-library" else "no-engine"
            self._fail()
        elif told.get("done") == self._number or told.get("failed") == self._number:
            self._timer.start(self._idle_ms)
            self._finish("done" in told)

    def _ask(self) -> None:
        if self._asked is not None:
            self._write(self._asked)
            self._asked = None
            self._timer.start(self._sentence_ms)

    def _write(self, message: dict[str, Any]) -> None:
        if self._process is not None:
            self._process.write((json.dumps(message) + "\n").encode())

    def _finish(self, whole: bool) -> None:
        done, self._done = self._done, None
        self._asked = None
        if done is not None:
            done(whole)

    def _gone(self) -> None:
        """The process ended by itself, or could not be started."""
        if self._process is not None:
            self._fail()

    def _over(self) -> None:
        """It said nothing for too long, or was not needed any more."""
        if self._done is None and self._languages is not None:
            self.close()
        else:
            self._fail()

    def _fail(self) -> None:
        if self._languages is None and self._absent == "unknown":
            self._absent = "no-engine"
        self.close()
        self.changed.emit()
        self._finish(whole=False)
