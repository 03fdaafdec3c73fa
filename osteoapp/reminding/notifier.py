"""System notifications: they call attention, and nobody may have to wait for them.

The only user of plyer, which blocks for more than a minute when the notification service hangs and never says
whether anything was shown. So each attempt runs in a thread of its own with a deadline, and what became of it is
reported as sent, failed or unknown. The reminder window, not this, is what a reminder depends on.
"""

from __future__ import annotations

import enum
import html
import importlib
import importlib.util
import logging
import os
import queue
import shutil
import sys
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Protocol

DEADLINE = 2.0
# Calls that hang are left behind; of each channel no more than this, so that a dead service costs no memory.
MOST_HANGING = 3
MOST_WAITING = 20

_log = logging.getLogger(__name__)


class Outcome(enum.StrEnum):
    """What became of an attempt: the service confirmed it, it failed, or nobody can say."""

    SENT = "sent"
    FAILED = "failed"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Message:
    """What to show, as plain text, and the ids of the items it is about.

    ``buttons`` are (name, word), for a channel that has buttons. ``urgent`` stays until it is answered, where the
    system lets it.
    """

    title: str
    text: str
    items: tuple[str, ...] = ()
    buttons: tuple[tuple[str, str], ...] = ()
    urgent: bool = False

    @property
    def key(self) -> str:
        """A later message of the same key takes the place of this one."""
        return self.items[0] if self.items else ""


@dataclass(frozen=True, slots=True)
class Result:
    """The outcome of one call, with a code, after a colon the words of the system (for the log, not for people).

    ``final``: no other channel can do better.
    """

    outcome: Outcome
    detail: str = ""
    final: bool = False


@dataclass(frozen=True, slots=True)
class Attempt:
    """One call of one channel. ``detail`` as in ``Result``; the notifier itself adds these codes:

    ``deadline`` no answer in time; ``hanging`` not tried, as too many earlier calls still hang; ``overtaken`` not
    tried, as too many newer ones waited; ``error: …`` the call raised.
    """

    items: tuple[str, ...]
    channel: str
    outcome: Outcome
    detail: str


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """What is shown about these items is to go."""

    items: tuple[str, ...]


class Channel(Protocol):
    """A way to the person's attention."""

    @property
    def name(self) -> str:
        """The short name under which attempts are recorded."""

    def send(self, message: Message) -> Result:
        """Shows it. Called in a thread that may be left behind: it may block, and it may raise."""

    def withdraw(self, items: Sequence[str]) -> None:
        """Takes away what it shows about these items, where it can. Called as ``send`` is."""

    def close(self) -> None:
        """Takes away all it shows, where it can, and ends. Called as ``send`` is."""


class Notifier:
    """Shows notifications over the first channel that takes them, without ever holding up the caller.

    ``report`` is called once for each attempt, from another thread (an overtaken message: from the caller's): hand
    it on to the thread that owns what it changes. ``deadline`` is in seconds and counts for each attempt.
    """

    def __init__(
        self, report: Callable[[Attempt], object], channels: Sequence[Channel] | None = None, deadline: float = DEADLINE
    ) -> None:
        self._report = report
        self._channels = tuple(channels) if channels is not None else (PlyerChannel(),)
        self._deadline = deadline
        self._waiting: queue.Queue[Message | Withdrawal | None] = queue.Queue()
        self._hanging: dict[str, list[threading.Thread]] = {}
        self._worker: threading.Thread | None = None
        self._closed = threading.Event()

    def show(self, message: Message) -> None:
        """Asks for a notification and returns at once. After ``close`` it does nothing."""
        if self._closed.is_set():
            return
        if self._worker is None:
            self._worker = threading.Thread(target=self._work, name="notifier", daemon=True)
            self._worker.start()
        self._make_room()
        self._waiting.put(message)

    def withdraw(self, items: Sequence[str]) -> None:
        """Asks that what is shown about these items goes, and returns at once."""
        if self._worker is not None and not self._closed.is_set():
            self._waiting.put(Withdrawal(tuple(items)))

    def close(self, patience: float = 0.5) -> None:
        """Ends the worker; waits for it ``patience`` seconds at most.

        What still waits is not shown, and what is shown goes where that can be done in time. Nothing is reported
        any more.
        """
        self._closed.set()
        self._waiting.put(None)
        if self._worker is not None:
            self._worker.join(patience)

    def _make_room(self) -> None:
        """Drops the oldest where too many wait: a notification that comes minutes late is of no use."""
        while self._waiting.qsize() >= MOST_WAITING:
            try:
                oldest = self._waiting.get_nowait()
            except queue.Empty:
                return
            if isinstance(oldest, Message):
                self._tell(Attempt(oldest.items, self._channels[0].name, Outcome.FAILED, "overtaken"))

    # --- in the worker

    def _work(self) -> None:
        while True:
            asked = self._waiting.get()
            if asked is None or self._closed.is_set():
                break
            if isinstance(asked, Message):
                self._deliver(asked)
            else:
                for channel in self._channels:
                    self._try(channel, partial(_done, channel.withdraw, asked.items))
        for channel in self._channels:
            self._try(channel, partial(_done, channel.close))

    def _deliver(self, message: Message) -> None:
        for channel in self._channels:
            result = self._try(channel, partial(channel.send, message))
            self._tell(Attempt(message.items, channel.name, result.outcome, result.detail))
            # Unknown ends it too: a second channel would show the same twice.
            if result.outcome is not Outcome.FAILED or result.final or self._closed.is_set():
                return

    def _try(self, channel: Channel, call: Callable[[], Result]) -> Result:
        hanging = [thread for thread in self._hanging.get(channel.name, []) if thread.is_alive()]
        self._hanging[channel.name] = hanging
        if len(hanging) >= MOST_HANGING:
            return Result(Outcome.FAILED, "hanging")
        answer: queue.SimpleQueue[Result] = queue.SimpleQueue()
        thread = threading.Thread(
            target=lambda: answer.put(_outcome(call)), name=f"notifier-{channel.name}", daemon=True
        )
        try:
            thread.start()
            return answer.get(timeout=self._deadline)
        except queue.Empty:
            hanging.append(thread)
            return Result(Outcome.UNKNOWN, "deadline")
        except RuntimeError as fault:  # no more threads to be had
            return Result(Outcome.FAILED, f"error: {fault}")

    def _tell(self, attempt: Attempt) -> None:
        if self._closed.is_set():
            return
        try:
            self._report(attempt)
        except Exception:  # whoever listens must not end the worker
            _log.exception("the report of %s was not taken", attempt)


def _outcome(call: Callable[[], Result]) -> Result:
    try:
        return call()
    except Exception as fault:
        return Result(Outcome.FAILED, f"error: {type(fault).__name__}: {fault}")


def _done(act: Callable[..., None], *values: object) -> Result:
    act(*values)
    return Result(Outcome.SENT)


# --- plyer ---------------------------------------------------------------------------------------------------------


class PlyerChannel:
    """Notifications by plyer, which is asked for the one thing it does on this system, with texts made safe for it.

    Its own choice on Linux is passed by: where a folder ``/app`` happens to exist it takes the system for a Flatpak
    and pastes texts between quotes, so that an apostrophe breaks them.

    Codes in the results: ``no-session-bus``, ``no-notify-send`` (Linux has neither that program nor the Python
    package dbus), ``no-confirmation`` (handed over, and more is not said), ``unsupported-platform``.
    """

    name = "plyer"

    def __init__(self, program: str = "osteoapp", platform: str = sys.platform) -> None:
        self._program = program
        ways = {"linux": self._linux, "win32": self._windows, "darwin": self._macos}
        self._way = ways.get(platform)

    def send(self, message: Message) -> Result:
        """Shows it; blocks as long as the system does. Raises what plyer raises."""
        if self._way is None:
            return Result(Outcome.FAILED, "unsupported-platform")
        title = " ".join(message.title.split())
        return self._way(title, message.text)

    def withdraw(self, items: Sequence[str]) -> None:
        """Nothing: plyer does not know what it showed."""

    def close(self) -> None:
        """Nothing."""

    def _linux(self, title: str, text: str) -> Result:
        if not has_session_bus():
            return Result(Outcome.FAILED, "no-session-bus")
        by_dbus = importlib.util.find_spec("dbus") is not None
        if not by_dbus and shutil.which("notify-send") is None:
            return Result(Outcome.FAILED, "no-notify-send")
        module = importlib.import_module("plyer.platforms.linux.notification")
        title, text = plain(title, 200, self._program), markup(plain(text, 1000))
        if by_dbus:
            # The service answers this call with a number, and without one it raises.
            module.NotifyDbus().notify(title=title, message=text, app_name=self._program, timeout=10)
            return Result(Outcome.SENT)
        module.NotifySendNotification().notify(
            title=argument(title), message=argument(text.replace("\\", "\\\\")), app_name=self._program
        )
        return Result(Outcome.UNKNOWN, "no-confirmation")

    def _windows(self, title: str, text: str) -> Result:
        module = importlib.import_module("plyer.platforms.win.notification")
        # The fields of NOTIFYICONDATAW hold 64 and 256 units with the nought that ends them; plyer raises beyond it.
        module.instance().notify(
            title=plain(title, 63, self._program),
            message=plain(text, 255),
            app_name=self._program,
            timeout=10,
        )
        return Result(Outcome.UNKNOWN, "no-confirmation")

    def _macos(self, title: str, text: str) -> Result:
        module = importlib.import_module("plyer.platforms.macosx.notification")
        module.instance().notify(
            title=plain(title, 200, self._program), message=plain(text, 1000), app_name=self._program
        )
        return Result(Outcome.UNKNOWN, "no-confirmation")


def has_session_bus() -> bool:
    """Whether there seems to be a session bus, without asking it."""
    if os.environ.get("DBUS_SESSION_BUS_ADDRESS"):
        return True
    folder = os.environ.get("XDG_RUNTIME_DIR")
    return bool(folder) and Path(str(folder), "bus").exists()


def plain(text: str, limit: int, instead: str = "") -> str:
    """The text without what systems choke on: control characters and halves of characters become a space.

    Lines stay. ``limit`` counts UTF-16 units, as Windows does; a longer text ends in an ellipsis. An empty one
    becomes ``instead``.
    """
    kept = "".join(" " if _unfit(char) else char for char in text).strip() or instead
    if _units(kept) <= limit:
        return kept
    while _units(kept) > limit - 1:
        kept = kept[: -max(1, (_units(kept) - limit + 1) // 2)]
    return kept.rstrip() + "…"


def markup(text: str) -> str:
    """The text for a body in which the notification specification of the free desktops allows markup."""
    return html.escape(text, quote=False)


def argument(text: str) -> str:
    """The text as an argument that notify-send does not take for an option."""
    return f" {text}" if text.startswith("-") else text


def _unfit(char: str) -> bool:
    control = (char < " " and char != "\n") or "\x7f" <= char <= "\x9f"
    return control or "\ud800" <= char <= "\udfff"


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
