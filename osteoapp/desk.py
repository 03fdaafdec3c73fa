"""The program with its window: joins store, loop, wake-up, notifier, sound and screens, and runs until it is closed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QWidget

from osteoapp import words
from osteoapp.aside import Aside
from osteoapp.attention import Attention
from osteoapp.commands import new_id
from osteoapp.core.events import Reason
from osteoapp.core.item import Agenda, Item, Reminder, Status
from osteoapp.desktop.autostart import autostart, command
from osteoapp.desktop.keep_awake import hold_for
from osteoapp.desktop.motion import Motion
from osteoapp.desktop.placing import Placing, on_top_refused
from osteoapp.desktop.resume import ResumeSignal
from osteoapp.desktop.single_instance import SingleInstance
from osteoapp.errands import Errands, open_demo
from osteoapp.joining import Foreseen, LoopPort
from osteoapp.leaving import Leaving
from osteoapp.machine import ThisMachine
from osteoapp.outside import Outside
from osteoapp.reminding.clock import Clock, Watch
from osteoapp.reminding.logind import inhibit
from osteoapp.reminding.loop import RETRY_SECONDS, Reminders, causes_of
from osteoapp.reminding.wakeup import MainThread, Wakeup
from osteoapp.store.faults import WriteFailed
from osteoapp.store.store import Store
from osteoapp.ui.inert import style_moves
from osteoapp.ui.reminder import ReminderWindow
from osteoapp.ui.snapshot import language
from osteoapp.ui.theme import TITLE_BAR
from osteoapp.ui.tray import Tray
from osteoapp.ui.window import MainWindow
from osteoapp.watchdog import Guard, Watchdog

BUILD_DATE = date(2026, 11, 22)
LEAD = timedelta(seconds=1)
READ_AHEAD_MS = 3000
LONGEST_LEAD = timedelta(days=1)
BACKGROUND = "--background"
SET_UP = "--set-up"


class Desk(QObject):
    """The parts of a running program, joined. All of it lives in the main thread."""

    def __init__(
        self,
        store: Store,
        folder: Path,
        clock: Clock,
        instance: SingleInstance | None = None,
        own_words: Sequence[str] = (),
    ) -> None:
        super().__init__()
        self.store = store
        self._clock = clock
        self._instance = instance
        self._main = MainThread()
        self._watch = Watch(clock)
        self.wakeup = Wakeup(clock)
        self.loop = Reminders(
            store, clock, show=self._show, wake=self._arrange, new_id=new_id,
            write_faults=(WriteFailed,), trusted_since=datetime(*BUILD_DATE.timetuple()[:3], tzinfo=UTC),
        )
        self.guard = Guard(folder, lambda: self._main.post(lambda: self.port.note("program_fault")))
        self.loop.faulted = self.guard.keep
        self.watchdog = Watchdog(clock, self._main.post, self._revive, self.guard.keep)
        self.loop.changed.append(self.watchdog.looked)
        self.port = LoopPort(self.loop, store, folder, new_id, self._main.post)
        self.attention = Attention(store, self.loop, self.port, clock, self._main.post, self.guard.run)
        self.machine = self._this_machine(own_words or command())
        self.port.machine = self.machine
        self.copies = self.port.keeping
        self.window = MainWindow(self.port)
        self.motion = Motion()
        self.placing = Placing()
        self.reminder = self._reminder_window()
        self.aside = Aside(self.window, lambda: self.reminder, self.placing.ready)
        self.tray = Tray(self.port, self.attention.hushed_until)
        self.window.doors.demo.connect(lambda: open_demo(self.window.lang))
        self.leaving = Leaving(self.window, store, lambda: Tray.available())
        self.outside = Outside(self.port, self.window, lambda: self.reminder, self.raise_window)
        self.resume = ResumeSignal()
        self._errands = Errands(
            store, self.loop, lambda code: self._main.post(partial(self._copy_failed, code)),
            lambda code, values: self._main.post(lambda: self.copies.sent(code, values)),
        )  # fmt: skip
        self.copies.send = self._errands.copy_now
        self._ahead = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._retry = QTimer(self)
        self._retry.setInterval(RETRY_SECONDS * 1000)
        self._join()

    def _this_machine(self, own_words: Sequence[str]) -> ThisMachine:
        why = words.sentence("awake_why", language(self.port))
        refused = partial(self._main.post, partial(self.port.note, "keep_awake_failed"))
        return ThisMachine(
            self.store, self.port, self.attention,
            switch=autostart(own_words), hold=hold_for(lambda _: refused(), partial(inhibit, why)),
            has_tray=lambda: Tray.available(), on_top_refused=on_top_refused,
        )  # fmt: skip

    def _join(self) -> None:
        self.wakeup.fired.connect(self._look)
        self._ahead.timeout.connect(self._prepare)
        self.resume.resumed.connect(self.wakeup.look)
        self._retry.timeout.connect(self._retry_writing)
        # A timer that has nothing to do would wake the computer.
        self.loop.changed.append(lambda _: self._retry.start() if self.loop.unsaved else self._retry.stop())
        self.window.closed.connect(self.leaving.closed)
        self.window.settings_kept.connect(self._restyle)
        self.port.changes.changed.connect(lambda _: self.machine.look())
        self.attention.pressed.connect(self.outside.press)
        self.tray.opened.connect(self.raise_window)
        self.tray.pressed.connect(lambda press: self.outside.press(press.item, press.name))
        self.tray.hushed.connect(self.attention.hush)
        self.tray.hushed.connect(lambda _: self.tray.renew())
        self.tray.left.connect(self.leaving.stop)
        if self._instance is not None:
            self._instance.received.connect(self._called)
            self._instance.changed.connect(self.loop.beat)

    def _reminder_window(self) -> ReminderWindow:
        """The reminder window in the language, size and theme in force, joined to the main window's pages."""
        made = ReminderWindow(
            self.window.look, self.port, self.window.lang, moves=lambda: self.motion.wanted and style_moves()
        )
        made.guided.connect(lambda item_id: self._forward(lambda: self.window.show_intake(item_id)))
        made.wrong.connect(lambda item_id: self._forward(lambda: self.window.show_wrong(item_id)))
        made.more.connect(lambda passage_id: self._forward(lambda: self.window.show_passage(passage_id)))
        made.asked.connect(lambda: self._forward(self.window.show_call))
        made.noting.connect(lambda plan: self._forward(lambda: self.window.answering.noting.emit(plan)))
        made.timed.connect(lambda: self._forward(lambda: self.window.go("today")))
        made.noted.connect(self.window.say_noted)
        return made

    def _restyle(self, _: object) -> None:
        """Another language, size or theme: what is being asked is asked again in the new one."""
        asked = [Reminder(item, Reason.RESUMED, item.level) for item in self._open_items(self.reminder.items)]
        self._renew_reminder()
        self.tray.retranslate()
        if asked:
            self.reminder.remind(asked)

    def _renew_reminder(self) -> None:
        old, self.reminder = self.reminder, self._reminder_window()
        old.hide()
        old.deleteLater()

    def _open_items(self, wanted: Sequence[str]) -> list[Item]:
        return [item for item in self.loop.agenda.items if item.id in wanted]

    def open(self, *, background: bool = False) -> None:
        """Shows the window, and starts reminding after its first paint."""
        if not self.loop.regimen.draft.plans:
            self.window.go("setup")
        if background:
            self.tray.show()
            if not Tray.available():
                self.window.showMinimized()
        elif _fits(self.window):
            self.window.show()
        else:
            self.window.showMaximized()
        QTimer.singleShot(0, self.start)

    def start(self) -> None:
        """Begins to remind: the loop first, then what only makes it faster or louder."""
        for repair in self.store.repaired:
            self.port.note(repair.code, words.repair(repair.code, repair.values, self.window.lang))
        self.loop.start()
        self.wakeup.start()
        self.watchdog.start()
        self.resume.start()
        self.attention.prepare()
        self.motion.start()
        self.tray.show()
        self.store.warm()
        QTimer.singleShot(0, self._errands.back_up)
        QTimer.singleShot(READ_AHEAD_MS, self._errands.read_ahead)

    def close(self) -> None:
        """Ends every part; nothing is left running, and a window that Qt closes after this asks nothing any more."""
        self.leaving.end_with_session()
        self._main.close()
        self.guard.uninstall()
        self.watchdog.stop()
        self._retry.stop()
        self.wakeup.stop()
        self.resume.stop()
        self.attention.close()
        self.port.voice.close()
        self.machine.let_sleep()
        self.aside.end()
        self.tray.hide()
        self.reminder.hide()
        self.window.hide()
        self.store.close()
        if self._instance is not None:
            self._instance.release()

    def leave(self) -> None:
        """Ends every part but the claim to be the only one: another desk is about to take this one's place."""
        self.port.changes.blockSignals(True)  # what was to be told in a moment reaches no window any more
        instance, self._instance = self._instance, None
        if instance is not None:
            instance.received.disconnect(self._called)
            instance.changed.disconnect(self.loop.beat)
        self._errands.finish()
        self.close()
        for part in (self.reminder, self.window, self.window.bar, self):
            if part is not None:
                part.deleteLater()

    def raise_window(self) -> None:
        """Brings the window to the front, as a second start asks."""
        _bring_back(self.window)
        self.window.raise_()
        self.window.activateWindow()

    def _called(self, given: list[str]) -> None:
        """A later start handed its words over: but for one in the background, it wants the window."""
        if BACKGROUND not in given:
            self.raise_window()
        if SET_UP in given[:-1]:
            self.set_up(given[given.index(SET_UP) + 1])

    def set_up(self, treatments: str) -> None:
        """Opens the questions of the start with these treatments chosen, ids with commas between."""
        setup, guard = self.window.setup, self.window.settings.guard
        guard.allowed(lambda: setup.open(tuple(treatments.split(","))))

    # --- looking

    def _look(self) -> None:
        """What the wake-up and the heartbeat come to: says what happened meanwhile, then looks."""
        self.leaving.still_seen()
        causes = causes_of(self._watch.look())
        if causes:
            self.loop.away(self._watch.since, *causes)
        else:
            self.loop.beat()
        self._errands.back_up()

    def _arrange(self, at: datetime | None) -> None:
        """Arranges the next look, and a moment before it the drawing of what it will show."""
        self.wakeup.at(at)
        self._ahead.stop()
        if at is not None:
            ahead = at - self._clock.now() - LEAD
            if timedelta(0) <= ahead < LONGEST_LEAD:
                self._ahead.start(round(ahead.total_seconds() * 1000))

    def _prepare(self) -> None:
        """Draws the coming reminder out of sight, so that it appears on its second."""
        at = self.wakeup.wanted
        if at is None or not timedelta(0) < at - self._clock.now() <= 2 * LEAD:
            return
        found = self.loop.foresee(at)
        if found.remind and not self.guard.run(
            lambda: self.reminder.prepare(found.remind, Foreseen(self.port, found))
        ):
            self._renew_reminder()

    def _revive(self) -> None:
        """Nothing has looked for two heartbeats: begins to wait anew, and looks."""
        self.wakeup.stop()
        self.wakeup.start()
        self.wakeup.look()

    def _retry_writing(self) -> None:
        if self.loop.unsaved:
            self.loop.refresh()


    def _copy_failed(self, code: str) -> None:
        if not code.startswith("second_folder"):  # told beside the folder itself
            self.port.note("backup_failed", code)

    # --- showing

    def _show(self, reminders: tuple[Reminder, ...], found: Agenda) -> None:
        """The window first, then what calls attention to it: the signal and the notification.

        During the upright half hour what falls due waits in the side list of the intake, which stays on the screen.
        """
        aside = self._in_half_hour(found)
        over = [reminder.item.id for reminder in reminders if reminder.reason is Reason.HALF_HOUR_OVER]
        for item_id in over:
            self.guard.run(partial(self._show_end, item_id))
        covered = on_top_refused()
        if not aside:
            covered = self.placing.ready(self.reminder) or covered
            covered = not self._remind([one for one in reminders if one.item.id not in over]) or covered
        QTimer.singleShot(0, lambda: self.attention.call(reminders, quietly=aside, covered=covered))

    def _remind(self, reminders: Sequence[Reminder]) -> bool:
        """In the reminder window, a new one where it breaks; False where that breaks too and Vandaag has to do."""
        if self.guard.run(lambda: self.reminder.remind(reminders)):
            return True
        self._renew_reminder()
        if self.guard.run(lambda: self.reminder.remind(reminders)):
            return True
        self.reminder.hide()
        self.raise_window()
        return False

    def _show_end(self, item_id: str) -> None:
        """The half hour is over: the page that says what is allowed now, in sight but without taking the keyboard."""
        window = self.window
        window.show_intake(item_id)
        if window.isMinimized() or not window.isVisible():
            window.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
            _bring_back(window)
            window.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, on=False)
        window.raise_()

    def _in_half_hour(self, found: Agenda) -> bool:
        running = any(item.status is Status.IN_PROGRESS for item in found.items)
        return running and self.window.isVisible() and self.window.in_intake

    def _forward(self, then: Callable[[], None]) -> None:
        """What was chosen in the reminder goes on in the main window."""
        self.attention.silence()
        self.raise_window()
        then()
        self.aside.make_way()


def _bring_back(window: QWidget) -> None:
    """Shows a window that is hidden or minimised, as large as it was."""
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()


def _fits(window: QWidget) -> bool:
    """Whether a window of its own size, with a title bar, is whole on the screen; on a small laptop it is not."""
    room = window.screen().availableSize()
    return window.width() <= room.width() and window.height() + TITLE_BAR <= room.height()
