"""Notifications of the free desktops over D-Bus: with buttons, replaced and taken away by item.

The only user of jeepney in this room. One line to the session bus carries the calls and brings back what is pressed:
some services answer only to who asked. A thread reads it; callers wait for their answer no longer than ``PATIENCE``,
so a service that hangs or a bus without one costs a moment of a worker and nothing else.

After the specification of the free desktops, "Desktop Notifications", version 1.2.
"""

from __future__ import annotations

import contextlib
import queue
import sys
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from osteoapp.reminding.notifier import (
    Channel,
    Message,
    Outcome,
    PlyerChannel,
    Result,
    has_session_bus,
    markup,
    plain,
)

if TYPE_CHECKING:
    from jeepney.io.blocking import DBusConnection

# Two calls of at most this many seconds stay within the notifier's deadline.
PATIENCE = 0.9
_NAME = "org.freedesktop.Notifications"
_PATH = "/org/freedesktop/Notifications"
_NOBODY = ("org.freedesktop.DBus.Error.ServiceUnknown", "org.freedesktop.DBus.Error.NameHasNoOwner")
_FAILS_TO_START = "org.freedesktop.DBus.Error.Spawn"
_ICON = "appointment-soon"
_NORMAL, _CRITICAL = 1, 2
_AS_THE_SERVICE_LIKES, _NEVER = -1, 0
# What most services name a press on the notification itself.
PRESSED = "default"

Pressed = Callable[[str, str], object]


def channels_for(pressed: Pressed, platform: str = sys.platform) -> tuple[Channel, ...]:
    """The channels of a platform, the best first. ``pressed`` as for ``DBusChannel``."""
    return (DBusChannel(pressed), PlyerChannel()) if platform == "linux" else (PlyerChannel(),)


class DBusChannel:
    """Shows messages by the notification service of the session bus.

    ``pressed`` gets the key of a message and the name of the button, in a thread of this channel; the name is
    ``PRESSED`` for the notification itself.

    Codes in the results: ``no-session-bus``; ``no-service`` (nobody on the bus shows notifications); ``no-answer``
    (the service hangs, nothing was asked of it yet); ``deadline`` (it hangs, and may show it later); ``refused: …``.
    """

    name = "dbus"

    def __init__(self, pressed: Pressed, program: str = "osteoapp", patience: float = PATIENCE) -> None:
        self._pressed = pressed
        self._program = program
        self._patience = patience
        self._line: _Line | None = None
        self._opening = threading.Lock()

    def send(self, message: Message) -> Result:
        """Shows it; takes ``patience`` for each of two calls at most. Raises what the bus raises."""
        if not has_session_bus():
            return Result(Outcome.FAILED, "no-session-bus")
        line = self._open()
        able = line.call(self._patience, "GetCapabilities")
        if able is None:
            # plyer's ways lead to the same service.
            return Result(Outcome.FAILED, "no-answer", final=True)
        if able.error:
            nobody = able.error in _NOBODY or able.error.startswith(_FAILS_TO_START)
            return Result(Outcome.FAILED, "no-service" if nobody else f"refused: {able.error}", final=nobody)
        shown = line.notify(self._patience, self._program, message, frozenset(able.body[0]), able.sender)
        if shown is None:
            return Result(Outcome.UNKNOWN, "deadline")
        return Result(Outcome.FAILED, f"refused: {shown.error}") if shown.error else Result(Outcome.SENT)

    def withdraw(self, items: Sequence[str]) -> None:
        """Takes away the notifications of these keys."""
        line = self._line
        if line is not None:
            for key in items:
                line.take_away(key)

    def close(self) -> None:
        """Takes away all of them: their buttons would do nothing from now on."""
        with self._opening:
            line, self._line = self._line, None
        if line is not None:
            line.end()

    def _open(self) -> _Line:
        with self._opening:
            if self._line is None or not self._line.alive:
                self._line = _Line(self._pressed)
            return self._line


@dataclass(frozen=True, slots=True)
class _Answer:
    """What a call came to: the values, or the name of an error; and who answered."""

    sender: str
    body: tuple[Any, ...] = ()
    error: str = ""


@dataclass(slots=True)
class _Shown:
    """A notification: of which key, asked of whom, and the number that it got, 0 while that is not known."""

    key: str
    owner: str
    number: int = 0
    gone: bool = False


class _Line:
    """A connection to the session bus, and the thread that reads from it until it breaks or is ended."""

    def __init__(self, pressed: Pressed) -> None:
        # Late for the start-up's sake, and because only Linux has it.
        from jeepney.io.blocking import open_dbus_connection

        self._pressed = pressed
        self._connection: DBusConnection = open_dbus_connection("SESSION")
        self._lock = threading.RLock()
        self._waiting: dict[int, queue.SimpleQueue[_Answer | None]] = {}
        # By the call that asked for it.
        self._shown: dict[int, _Shown] = {}
        self.alive = True
        self._listen()
        threading.Thread(target=self._read, name="notification-bus", daemon=True).start()

    # --- calls, from any thread

    def call(self, patience: float, method: str) -> _Answer | None:
        """Calls a method without arguments; None without an answer in time."""
        from jeepney import DBusAddress, new_method_call

        return self._wait(self._ask(new_method_call(DBusAddress(_PATH, _NAME, _NAME), method)), patience)

    def notify(
        self, patience: float, program: str, message: Message, able: frozenset[str], owner: str
    ) -> _Answer | None:
        """Shows a message as the service that owns the name now is able to; None without an answer in time."""
        from jeepney import DBusAddress, new_method_call

        title, text = _texts(message, able, program)
        buttons = [(PRESSED, ""), *message.buttons] if "actions" in able else []
        hints: dict[str, tuple[str, Any]] = {
            "urgency": ("y", _CRITICAL if message.urgent else _NORMAL),
            "desktop-entry": ("s", program),
            # The program has a sound of its own.
            "suppress-sound": ("b", True),
        }
        if message.urgent:
            hints["resident"] = ("b", True)
        with self._lock:
            number = self._replaced(message.key, owner)
            body = (
                program, number, _ICON, title, text, [word for pair in buttons for word in pair], hints,
                _NEVER if message.urgent else _AS_THE_SERVICE_LIKES,
            )  # fmt: skip
            asked = new_method_call(DBusAddress(_PATH, owner, _NAME), "Notify", "susssasa{sv}i", body)
            serial = self._ask(asked)
            self._shown[serial] = _Shown(message.key, owner, number)
        return self._wait(serial, patience)

    def take_away(self, key: str | None) -> None:
        """Closes the notification of a key, None: of all, also where its number is not known yet."""
        with self._lock:
            for serial, shown in list(self._shown.items()):
                if key is None or shown.key == key:
                    shown.gone = True
                    if shown.number:
                        del self._shown[serial]
                        self._close(shown)

    def end(self) -> None:
        """Closes all notifications and the connection."""
        self.take_away(None)
        with contextlib.suppress(OSError):
            # The reading thread sees the end of the line and closes it.
            self._connection.sock.shutdown(2)

    def _replaced(self, key: str, owner: str) -> int:
        """The number of the notification whose place a new one takes; 0 where there is none.

        A number belongs to the service that gave it: after its restart it is another program's.
        """
        number = 0
        for serial, shown in list(self._shown.items()):
            if not key or shown.key != key:
                continue
            if shown.number or shown.owner != owner:
                del self._shown[serial]
                number = shown.number if shown.owner == owner else 0
            else:
                shown.gone = True
        return number

    def _ask(self, message: Any) -> int:
        with self._lock:
            serial = int(next(self._connection.outgoing_serial))
            self._waiting[serial] = queue.SimpleQueue()
            self._connection.send(message, serial)
        return serial

    def _wait(self, serial: int, patience: float) -> _Answer | None:
        try:
            answer = self._waiting[serial].get(timeout=patience)
        except queue.Empty:
            return None
        finally:
            with self._lock:
                self._waiting.pop(serial, None)
        if answer is None:
            raise ConnectionError("the session bus has gone")
        return answer

    def _close(self, shown: _Shown) -> None:
        """Asks the service to close a notification and waits for nothing."""
        from jeepney import DBusAddress, MessageFlag, new_method_call

        asked = new_method_call(
            DBusAddress(_PATH, shown.owner, _NAME), "CloseNotification", "u", (shown.number,)
        )
        asked.header.flags |= MessageFlag.no_reply_expected
        with contextlib.suppress(OSError):
            self._connection.send(asked, next(self._connection.outgoing_serial))

    def _listen(self) -> None:
        from jeepney import MatchRule
        from jeepney.bus_messages import message_bus

        rule = MatchRule(type="signal", interface=_NAME, path=_PATH)
        with self._lock:
            self._connection.send(message_bus.AddMatch(rule), next(self._connection.outgoing_serial))

    # --- in the reading thread

    def _read(self) -> None:
        try:
            while True:
                self._take(self._connection.receive())
        except (OSError, ValueError):
            # The line broke, or was ended.
            pass
        finally:
            self.alive = False
            with self._lock:
                self._connection.close()
                for answer in self._waiting.values():
                    answer.put(None)

    def _take(self, message: Any) -> None:
        from jeepney import HeaderFields, MessageType

        header = message.header
        sender = str(header.fields.get(HeaderFields.sender, ""))
        if header.message_type is MessageType.signal:
            member = header.fields.get(HeaderFields.member)
            if header.fields.get(HeaderFields.interface) == _NAME and member in ("ActionInvoked", "NotificationClosed"):
                self._heard(str(member), sender, message.body)
            return
        serial = header.fields.get(HeaderFields.reply_serial)
        if serial is None:
            return
        error = ""
        if header.message_type is MessageType.error:
            error = str(header.fields.get(HeaderFields.error_name, "error"))
        with self._lock:
            self._number(serial, 0 if error else message.body[0] if message.body else 0)
            waiting = self._waiting.get(serial)
        if waiting is not None:
            waiting.put(_Answer(sender, tuple(message.body), error))

    def _number(self, serial: int, number: Any) -> None:
        """Notes the number of a notification before anything is heard of it; closes one that is not wanted any more."""
        shown = self._shown.get(serial)
        if shown is None:
            return
        if number:
            shown.number = number
        if not number or shown.gone:
            del self._shown[serial]
        if number and shown.gone:
            self._close(shown)

    def _heard(self, member: str, sender: str, body: tuple[Any, ...]) -> None:
        with self._lock:
            found = [one for one in self._shown.items() if one[1].number == body[0] and one[1].owner == sender]
            if member == "NotificationClosed":
                for serial, _ in found:
                    del self._shown[serial]
        if member == "ActionInvoked":
            for _, shown in found:
                self._pressed(shown.key, str(body[1]))


def _texts(message: Message, able: frozenset[str], program: str) -> tuple[str, str]:
    """Title and body as the service shows them as they are."""
    title, text = plain(" ".join(message.title.split()), 200, program), plain(message.text, 1000)
    if "body" not in able:
        return plain(" ".join(f"{title} {text}".split()), 400), ""
    return title, markup(text) if "body-markup" in able else text
