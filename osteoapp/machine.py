"""This computer as the settings screen sees it: its switches, and how each way to the person's attention did last."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

from osteoapp.attention import Attention
from osteoapp.core.item import Kind, Status
from osteoapp.desktop.autostart import Autostart
from osteoapp.desktop.keep_awake import Hold
from osteoapp.i18n import translate
from osteoapp.joining import LoopPort
from osteoapp.reminding.notifier import Outcome
from osteoapp.store.faults import WriteFailed
from osteoapp.store.store import Store
from osteoapp.ui.machine import Channel, ChannelMood, MachineChanges
from osteoapp.ui.snapshot import language

ATTEMPTS = 5
AWAKE_BEFORE = timedelta(minutes=10)
_MOODS: dict[str, ChannelMood] = {
    Outcome.SENT.value: "works", Outcome.FAILED.value: "fails", Outcome.UNKNOWN.value: "unknown",
}  # fmt: skip
_WAITED_FOR = frozenset({Kind.DOSE, Kind.APPOINTMENT})
_COMING = frozenset({Status.UPCOMING, Status.SNOOZED})


class ThisMachine:
    """``has_tray`` and ``on_top_refused`` ask the desktop."""

    def __init__(
        self,
        store: Store,
        port: LoopPort,
        attention: Attention,
        *,
        switch: Autostart | None,
        hold: Hold | None,
        has_tray: Callable[[], bool],
        on_top_refused: Callable[[], bool],
    ) -> None:
        self._store, self._port, self._attention = store, port, attention
        self._switch, self._hold = switch, hold
        self._has_tray, self._on_top_refused = has_tray, on_top_refused
        self.changes = MachineChanges()
        self._speech: tuple[ChannelMood, datetime] | None = None
        attention.told.connect(self.changes.changed)
        port.voice.changed.connect(self.changes.changed)

    # --- switches

    def repair(self) -> None:
        """After the program moved: the command that starts it is put right."""
        try:
            if self._switch is not None:
                self._switch.repair()
        except OSError:
            return

    def autostart(self) -> bool | None:
        """As in ``Machine``."""
        try:
            return None if self._switch is None else self._switch.is_on()
        except OSError:
            return None

    def set_autostart(self, wanted: bool) -> bool:
        """As in ``Machine``."""
        if self._switch is None:
            return False
        try:
            self._switch.set(wanted)
            self._store.save_settings(replace(self._store.settings(), autostart=wanted))
        except (OSError, WriteFailed):
            return False
        finally:
            self.changes.changed.emit()
        return True

    def keep_awake(self) -> bool | None:
        """As in ``Machine``."""
        return None if self._hold is None else self._store.settings().keep_awake

    def set_keep_awake(self, wanted: bool) -> bool:
        """As in ``Machine``."""
        try:
            self._store.save_settings(replace(self._store.settings(), keep_awake=wanted))
        except WriteFailed:
            return False
        finally:
            self.look()
            self.changes.changed.emit()
        return True

    def look(self) -> None:
        """Keeps the computer awake, or lets it sleep, as what comes next asks; at each heartbeat and change."""
        if self._hold is None:
            return
        if self._store.settings().keep_awake and self._soon():
            self._hold.hold()
        else:
            self._hold.release()

    def let_sleep(self) -> None:
        """The program ends."""
        if self._hold is not None:
            self._hold.release()

    def _soon(self) -> bool:
        """Whether a dose or an appointment comes within ten minutes, or is due and was not shown yet."""
        now = self._port.now()
        until = now + AWAKE_BEFORE
        found = self._port.agenda()
        # Today's agenda does not know of what comes just after midnight.
        items = found.items if until.date() == now.date() else self._port.between(now.date(), until.date()).items
        return any(one.kind in _WAITED_FOR and one.status in _COMING and now <= one.due <= until for one in items)

    # --- ways to attention

    def try_notification(self) -> None:
        """As in ``Machine``."""
        self._attention.try_notification()

    def try_sound(self) -> None:
        """As in ``Machine``."""
        self._attention.try_sound()

    def try_speech(self) -> None:
        """As in ``Machine``."""
        lang = language(self._port)
        self._port.voice.speak(translate("Machine", "Zo klinkt het voorlezen."), lang, self._spoken)

    def _spoken(self, whole: bool) -> None:
        self._speech = ("works" if whole else "fails", self._port.now())
        self.changes.changed.emit()

    def try_tray(self) -> None:
        """As in ``Machine``."""
        self.changes.changed.emit()

    def attempts(self) -> tuple[Channel, ...]:
        """As in ``Machine``."""
        try:
            found = list(self._store.deliveries(ATTEMPTS))
        except WriteFailed:
            return ()
        zone = self._port.now().tzinfo
        return tuple(
            Channel("notification", _MOODS[one.outcome], one.at.astimezone(zone), one.detail) for one in found
        )

    def channels(self) -> tuple[Channel, ...]:
        """As in ``Machine``."""
        return (
            Channel("window", "fails" if self._on_top_refused() else "works"),
            self._notification(),
            Channel("sound", "fails" if self._attention.sound_fault else "works", code=self._attention.sound_fault),
            self._voice(),
            Channel("tray", "works" if self._has_tray() else "fails"),
        )

    def _voice(self) -> Channel:
        self._port.voice.prepare()
        status = self._port.voice.status(language(self._port))
        if self._speech is not None and status == "ready":
            return Channel("speech", *self._speech)
        if status in ("ready", "unknown"):
            return Channel("speech", "works" if status == "ready" else "untried")
        return Channel("speech", "fails", code=status)

    def _notification(self) -> Channel:
        at: datetime | None
        if self._attention.last is not None:
            attempt, at = self._attention.last
            mood, code = _MOODS[attempt.outcome.value], attempt.detail
        else:
            try:
                last = next(iter(self._store.deliveries(1)), None)
            except WriteFailed:
                last = None
            if last is None:
                return Channel("notification", "untried")
            mood, code, at = _MOODS[last.outcome], last.detail, last.at
        return Channel("notification", mood, at.astimezone(self._port.now().tzinfo), code)
