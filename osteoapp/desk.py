"""The program with its window: joins store, loop, wake-up, notifier, sound and screens, and runs until it is closed."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLoggingCategory, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from osteoapp import words
from osteoapp.commands import new_id
from osteoapp.content.catalogue import catalogue
from osteoapp.content.words import Lang
from osteoapp.core.agenda import zone_of
from osteoapp.core.events import Cause, Reason
from osteoapp.core.item import Agenda, Item, Reminder, Status
from osteoapp.core.regimen import DosePlan, Regimen
from osteoapp.desktop.motion import Motion
from osteoapp.desktop.resume import ResumeSignal
from osteoapp.desktop.single_instance import Claim, SingleInstance
from osteoapp.errands import Errands
from osteoapp.joining import Foreseen, LoopPort
from osteoapp.reminding.clock import Clock, Watch
from osteoapp.reminding.loop import RETRY_SECONDS, Reminders
from osteoapp.reminding.notifier import Attempt, Notifier
from osteoapp.reminding.sound import SoundFile
from osteoapp.reminding.wakeup import MainThread, Wakeup
from osteoapp.store.faults import StoreFault, WriteFailed
from osteoapp.store.store import Store
from osteoapp.ui.assets import resources
from osteoapp.ui.inert import style_moves
from osteoapp.ui.reminder import ReminderWindow
from osteoapp.ui.window import MainWindow

if TYPE_CHECKING:
    import argparse

DONE, FAULT = 0, 1
BUILD_DATE = date(2026, 11, 22)
MEANINGFUL = timedelta(minutes=1)
LEAD = timedelta(seconds=1)
READ_AHEAD_MS = 3000
TITLE_BAR = 40
# What a sound device lacks is told in the settings, in words; Qt would print it for a programmer.
QUIET_LOGS = "qt.multimedia.*=false\nqt.pulseaudio=false"
LONGEST_LEAD = timedelta(days=1)


def open_window(arguments: argparse.Namespace, folder: Path, clock: Clock) -> int:
    """Opens the program, or raises the one that runs; returns the exit code."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    app.setApplicationName("osteoapp")
    QLoggingCategory.setFilterRules(QUIET_LOGS)
    app.setQuitOnLastWindowClosed(False)
    lang: Lang = "en" if arguments.lang == "en" else "nl"
    instance = SingleInstance(folder)
    try:
        claim = instance.claim([])
    except OSError:
        return _say(words.fault("folder_not_writable", {"folder": str(folder)}, lang))
    if claim is Claim.HANDED_OVER:
        return DONE
    if claim is Claim.SILENT:
        return _say(words.fault("database_in_use", {"folder": str(folder)}, lang))
    try:
        store = Store.open(folder, catalogue(), BUILD_DATE)
    except StoreFault as fault:
        instance.release()
        return _say(words.fault(fault.code, fault.values, lang))
    desk = Desk(store, folder, clock, instance)
    app.commitDataRequest.connect(lambda _: desk.end_with_session())
    desk.open(background=arguments.background)
    try:
        return app.exec()
    finally:
        desk.close()


def _say(text: str) -> int:
    """One plain sentence, on the terminal and in a window: who starts from a menu sees no terminal."""
    print(text, file=sys.stderr)
    box = QMessageBox(QMessageBox.Icon.Warning, "osteoapp", text)
    box.setObjectName("startFault")
    box.exec()
    return FAULT


class Desk(QObject):
    """The parts of a running program, joined. All of it lives in the main thread."""

    def __init__(self, store: Store, folder: Path, clock: Clock, instance: SingleInstance | None = None) -> None:
        super().__init__()
        self.store = store
        self._clock = clock
        self._instance = instance
        self._ending = False
        self._main = MainThread()
        self._watch = Watch(clock)
        self.wakeup = Wakeup(clock)
        self.notifier = Notifier(lambda attempt: self._main.post(lambda: self._delivered(attempt)))
        self.loop = Reminders(
            store, clock, show=self._show, wake=self._arrange, new_id=new_id,
            write_faults=(WriteFailed,), trusted_since=datetime(*BUILD_DATE.timetuple()[:3], tzinfo=UTC),
        )
        self.port = LoopPort(self.loop, store, folder, new_id)
        self.sound = SoundFile(resources() / "sounds" / "reminder.wav", self.port.note, store.settings().volume / 100)
        self.window = MainWindow(self.port)
        self.motion = Motion()
        self.reminder = self._reminder_window()
        self.resume = ResumeSignal()
        self._errands = Errands(store, self.loop, lambda code: self._main.post(lambda: self._copy_failed(code)))
        self._ahead = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._retry = QTimer(self)
        self._retry.setInterval(RETRY_SECONDS * 1000)
        self._join()

    def _join(self) -> None:
        self.wakeup.fired.connect(self._look)
        self._ahead.timeout.connect(self._prepare)
        self.resume.resumed.connect(self.wakeup.look)
        self._retry.timeout.connect(self._retry_writing)
        self.window.closed.connect(self._closed)
        self.window.settings_kept.connect(self._restyle)
        self.port.changes.changed.connect(self._quieten)
        if self._instance is not None:
            self._instance.received.connect(lambda _: self.raise_window())
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
        made.noted.connect(self.window.say_noted)
        return made

    def _restyle(self, _: object) -> None:
        """Another language, size or theme: what is being asked is asked again in the new one."""
        old, self.reminder = self.reminder, self._reminder_window()
        asked = [Reminder(item, Reason.RESUMED, item.level) for item in self._open_items(old.items)]
        old.hide()
        old.deleteLater()
        if asked:
            self.reminder.remind(asked)

    def _open_items(self, wanted: Sequence[str]) -> list[Item]:
        return [item for item in self.loop.agenda.items if item.id in wanted]

    def open(self, *, background: bool = False) -> None:
        """Shows the window, and starts reminding after its first paint."""
        if not self.loop.regimen.draft.plans:
            self.window.setup.open()
        if background:
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
        self._retry.start()
        self.resume.start()
        self.sound.prepare()
        self.motion.start()
        self.store.warm()
        QTimer.singleShot(0, self._errands.back_up)
        QTimer.singleShot(READ_AHEAD_MS, self._errands.read_ahead)

    def close(self) -> None:
        """Ends every part; nothing is left running, and a window that Qt closes after this asks nothing any more."""
        self._ending = True
        self._retry.stop()
        self.wakeup.stop()
        self.resume.stop()
        self.sound.stop()
        self.notifier.close()
        self.reminder.hide()
        self.window.hide()
        self.store.close()
        if self._instance is not None:
            self._instance.release()

    def raise_window(self) -> None:
        """Brings the window to the front, as a second start asks."""
        _bring_back(self.window)
        self.window.raise_()
        self.window.activateWindow()

    # --- looking

    def _look(self) -> None:
        """What the wake-up and the heartbeat come to: says what happened meanwhile, then looks."""
        gap = self._watch.look()
        if gap.zone_changed:
            self.loop.away(Cause.ZONE, self._watch.since)
        elif abs(gap.clock_set) > MEANINGFUL:
            self.loop.away(Cause.CLOCK, self._watch.since)
        elif gap.slept > MEANINGFUL or gap.stalled > MEANINGFUL:
            self.loop.away(Cause.RESUME, self._watch.since)
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
        if found.remind:
            self.reminder.prepare(found.remind, Foreseen(self.port, found))

    def _retry_writing(self) -> None:
        if self.loop.unsaved:
            self.loop.refresh()

    def _copy_failed(self, code: str) -> None:
        self.port.note("backup_failed", code)

    # --- showing

    def _show(self, reminders: tuple[Reminder, ...], found: Agenda) -> None:
        """The window first, then what calls attention to it: the signal and the notification.

        During the upright half hour what falls due waits in the side list of the intake, which stays on the screen.
        """
        aside = self._in_half_hour(found)
        over = [reminder.item.id for reminder in reminders if reminder.reason is Reason.HALF_HOUR_OVER]
        for item_id in over:
            self._show_end(item_id)
        if not aside:
            self.reminder.remind([reminder for reminder in reminders if reminder.item.id not in over])
        QTimer.singleShot(0, lambda: self._call_attention(reminders, quietly=aside))

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

    def _call_attention(self, reminders: tuple[Reminder, ...], *, quietly: bool) -> None:
        """Sound and notification; during the half hour the sound is for what may not wait."""
        urgent = any(not _may_wait(self.loop.regimen, reminder.item) for reminder in reminders)
        if self.store.settings().sound and (urgent or not quietly):
            self.sound.play()
        now = self.loop.now()
        lang: Lang = "en" if self.window.lang == "en" else "nl"
        for reminder in reminders:
            item = reminder.item
            plan = self.loop.regimen.plan(item.plan, item.date)
            zone = zone_of(self.loop.regimen, now)
            title = words.headline(item, plan, lang, zone)
            self.notifier.show(title, words.instruction(item, plan, lang), [item.id])

    def _quieten(self, _: object) -> None:
        """The signal ends when nothing that was shown is open any more."""
        if not self.reminder.isVisible():
            self.sound.stop()

    def _forward(self, then: Callable[[], None]) -> None:
        """What was chosen in the reminder goes on in the main window."""
        self.raise_window()
        then()

    def _delivered(self, attempt: Attempt) -> None:
        try:
            self.store.record_delivery(
                attempt.channel, attempt.outcome.value, self._clock.now(), attempt.items, attempt.detail
            )
        except WriteFailed:
            return
        if attempt.outcome.value == "failed":
            self.port.note("notification_failed", attempt.detail)

    def _closed(self) -> None:
        """The window was closed: without the program nothing reminds, so it asks before it goes."""
        if self._ending or self._wants_to_leave():
            self._ending = True
            QApplication.quit()
        else:
            self.window.showMinimized()

    def _wants_to_leave(self) -> bool:
        lang = self.window.lang
        box = QMessageBox(QMessageBox.Icon.NoIcon, words.sentence("quit_title", lang), "", parent=None)
        box.setText(words.sentence("quit_text", lang))
        box.setFont(self.window.look.font("body"))
        stay = box.addButton(words.sentence("quit_stay", lang), QMessageBox.ButtonRole.RejectRole)
        leave = box.addButton(words.sentence("quit_leave", lang), QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(stay)
        box.setEscapeButton(stay)
        box.exec()
        return box.clickedButton() is leave

    def end_with_session(self) -> None:
        """The person logs out or the computer goes off: there is nothing to ask."""
        self._ending = True


def _bring_back(window: QWidget) -> None:
    """Shows a window that is hidden or minimised, as large as it was."""
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()


def _fits(window: QWidget) -> bool:
    """Whether a window of its own size, with a title bar, is whole on the screen; on a small laptop it is not."""
    room = window.screen().availableSize()
    return window.width() <= room.width() and window.height() + TITLE_BAR <= room.height()


def _may_wait(regimen: Regimen, item: Item) -> bool:
    plan = regimen.plan(item.plan, item.date)
    return not isinstance(plan, DosePlan) or plan.may_wait
