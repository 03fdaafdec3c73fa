"""What calls attention beside the reminder window: sound, voice and notification, and when each of them ends."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import datetime, timedelta, tzinfo

from PySide6.QtCore import QObject, Signal

from osteoapp import words
from osteoapp.content.words import Lang
from osteoapp.core.agenda import zone_of
from osteoapp.core.events import Reason
from osteoapp.core.item import Item, Reminder
from osteoapp.core.regimen import DosePlan, Regimen
from osteoapp.i18n import translate
from osteoapp.joining import LoopPort
from osteoapp.reminding.announcing import FIRST_CHIME_MS, Announcer
from osteoapp.reminding.clock import Clock
from osteoapp.reminding.dbus_notifications import channels_for
from osteoapp.reminding.loop import Reminders
from osteoapp.reminding.notifier import Attempt, Message, Notifier, Outcome
from osteoapp.reminding.sound import STRIKES, SoundFile
from osteoapp.store.faults import WriteFailed
from osteoapp.store.store import Store
from osteoapp.ui.assets import resources
from osteoapp.ui.remindermodel import still_asks
from osteoapp.ui.snapshot import language, take
from osteoapp.ui.traymodel import URGENT_LEVEL, buttons_of

HUSH = timedelta(hours=1)
# The end of the half hour asks for no answer that would end the sound.
FEW_STRIKES = 4
TRY = "try"

Post = Callable[[Callable[[], object]], object]


class Attention(QObject):
    """``pressed`` gives the item and the button of a notification; ``told`` tells that an attempt has ended.

    ``post`` has a function called in the main thread, where all of this lives. ``guard`` calls one that may break: a
    sound that does must not take the notification with it. ``mark`` goes before every title.
    """

    pressed = Signal(str, str)
    told = Signal()

    def __init__(
        self, store: Store, loop: Reminders, port: LoopPort, clock: Clock, post: Post,
        guard: Callable[[Callable[[], object]], object] = lambda act: act(), mark: str = "",
    ) -> None:  # fmt: skip
        super().__init__()
        self._guard = guard
        self._store, self._loop, self._port, self._clock = store, loop, port, clock
        self._mark = mark
        self._hushed_until: datetime | None = None
        self._shown: set[str] = set()
        self._sounding: set[str] = set()
        self._answer = self._newest_answer()
        self.sound_fault = ""
        self.last: tuple[Attempt, datetime] | None = None
        self.announcer = Announcer(port.voice)
        self.sound = SoundFile(resources() / "sounds" / "reminder.wav", self._silent, store.settings().volume / 100)
        self.notifier = Notifier(
            lambda attempt: post(lambda: self._delivered(attempt)),
            channels_for(lambda item, button: post(lambda: self.pressed.emit(item, button))),
        )
        port.changes.changed.connect(self._look)

    def prepare(self) -> None:
        """Loads what the first reminder would else wait for."""
        self.sound.prepare()
        if self._store.settings().speak_reminders:
            self._port.voice.prepare()

    def close(self) -> None:
        """Silence; the notifications go, as nobody would hear their buttons."""
        self.silence()
        self.notifier.close()

    # --- calling

    def call(self, reminders: Sequence[Reminder], *, quietly: bool, covered: bool) -> None:
        """Sound, voice and notification for what was just shown.

        ``quietly``: the half hour is on the screen, and the sound is for what may not wait. ``covered``: the window
        may not be seen, so the notification stays.
        """
        snap = take(self._port)
        listed = [(one, snap.agenda.item(one.item.id)) for one in reminders]
        asking = [(one, item) for one, item in listed if item is not None and still_asks(snap, item.id)]
        urgent = any(not _may_wait(self._loop.regimen, item) for _, item in asking)
        zone = zone_of(self._loop.regimen, self._loop.now())
        said = {item.id: self._said(item, snap.lang, zone) for _, item in asking}
        if asking and (urgent or not quietly):
            texts = [part for pair in said.values() for part in pair]
            self._guard(lambda: self._sound([one for one, _ in asking], texts, snap.lang))
        for one, item in asking:
            self._shown.add(item.id)
            self.notifier.show(
                Message(
                    self._mark + said[item.id][0], said[item.id][1], (item.id,),
                    tuple((press.name, press.word) for press in buttons_of(snap, item)),
                    covered or one.level >= URGENT_LEVEL,
                )
            )  # fmt: skip

    def _said(self, item: Item, lang: Lang, zone: tzinfo) -> tuple[str, str]:
        """What an item says, in a line and a line of how."""
        plan = self._loop.regimen.plan(item.plan, item.date)
        return words.headline(item, plan, lang, zone), words.instruction(item, plan, lang)

    def _sound(self, reminders: Sequence[Reminder], said: Sequence[str], lang: Lang) -> None:
        settings = self._store.settings()
        loud = any(one.level >= URGENT_LEVEL for one in reminders)
        if self.hushed_until() is not None and not loud:
            return
        ends = all(one.reason is Reason.HALF_HOUR_OVER for one in reminders)
        self._sounding = {one.item.id for one in reminders}
        self.sound.set_volume(self._store.settings().volume / 100)
        strikes = FEW_STRIKES if ends else STRIKES

        def chime() -> None:
            if self._store.settings().sound and self._sounding:
                self.sound.play(strikes)

        chime()
        if settings.speak_reminders:
            text = " ".join(part if part.endswith((".", "?")) else f"{part}." for part in said if part)
            self.announcer.say(
                text, lang, begins=self.sound.stop, ended=chime, after_ms=FIRST_CHIME_MS if settings.sound else 0
            )

    def hush(self, wanted: bool) -> None:
        """No sound for an hour, but for what has to be called about today; or sound again."""
        self._hushed_until = self._clock.now() + HUSH if wanted else None
        if wanted:
            self.silence()

    def hushed_until(self) -> datetime | None:
        """When the sound comes back (UTC); None where it is not off. A clock that is set back does not prolong it."""
        until, now = self._hushed_until, self._clock.now()
        if until is not None and not now < until <= now + HUSH:
            self._hushed_until = None
        return self._hushed_until

    # --- ending

    def _look(self, _: object) -> None:
        """Any answer ends the sound; what no longer asks takes its notification and its sound with it."""
        answer = self._newest_answer()
        if answer != self._answer:
            self._answer = answer
            self._quiet()
        if not self._shown and not self._sounding:
            return
        snap = take(self._port)
        gone = sorted(one for one in self._shown if not still_asks(snap, one))
        if gone:
            self._shown.difference_update(gone)
            self.notifier.withdraw(gone)
        if self._sounding and not any(still_asks(snap, one) for one in self._sounding):
            self._quiet()

    def _quiet(self) -> None:
        self._sounding = set()
        self.silence()

    def silence(self) -> None:
        """Neither chime nor voice, until the next reminder."""
        self.announcer.stop()
        self.sound.stop()

    def _newest_answer(self) -> str:
        newest = self._loop.history.last_written_answer()
        return "" if newest is None else newest.id

    # --- what became of it

    def try_notification(self) -> None:
        """A notification that only shows whether it comes."""
        lang = language(self._port)
        text = translate("Machine", "Dit is een proef. Zo ziet een melding eruit.")
        self.notifier.show(Message(self._mark + words.sentence("try_title", lang), text, (TRY,)))

    def try_sound(self) -> None:
        """Sounds once."""
        self.sound.set_volume(self._store.settings().volume / 100)
        if self.sound.try_out():
            self.sound_fault = ""
        self.told.emit()

    def _silent(self, code: str) -> None:
        self.sound_fault = code
        self._port.note(code)

    def _delivered(self, attempt: Attempt) -> None:
        now = self._clock.now()
        self.last = (attempt, now)
        items = tuple(one for one in attempt.items if one != TRY)
        with suppress(WriteFailed):  # worth no more than a try
            self._store.record_delivery(attempt.channel, attempt.outcome.value, now, items, attempt.detail)
        if attempt.outcome is Outcome.FAILED:
            self._port.note("notification_failed")
        self.told.emit()


def _may_wait(regimen: Regimen, item: Item) -> bool:
    plan = regimen.plan(item.plan, item.date)
    return not isinstance(plan, DosePlan) or plan.may_wait
