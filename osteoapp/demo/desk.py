"""The demo with its window: joins a sample patient's stage to the real screens, inside the frame of the demo."""

from __future__ import annotations

import signal
from collections.abc import Callable
from datetime import datetime, timedelta
from itertools import count
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QObject, Qt, QTimer, Signal

from osteoapp import words
from osteoapp.attention import Attention
from osteoapp.content.demo import Scene, patients, scenes
from osteoapp.content.words import LANGS, Lang
from osteoapp.core.events import Reason
from osteoapp.core.item import Agenda, Reminder, Status
from osteoapp.demo.folders import ThrowAway
from osteoapp.demo.stage import Stage
from osteoapp.errands import open_set_up
from osteoapp.i18n import Translations
from osteoapp.opening import discreet_qt, new_application
from osteoapp.reminding.wakeup import MainThread
from osteoapp.ui.assets import resources
from osteoapp.ui.demo.frame import DemoFrame
from osteoapp.ui.demo.mark import WORD, Marker
from osteoapp.ui.fonts import load_fonts
from osteoapp.ui.paper import MARK
from osteoapp.ui.ports import Settings
from osteoapp.ui.reminder import ReminderWindow
from osteoapp.ui.theme import Look, Theme
from osteoapp.ui.window import MainWindow

if TYPE_CHECKING:
    import argparse

TICK_MS: Final = 100
# Days of the patient in a second of the person who looks on.
SPEEDS: Final = {"week": 7 / 20, "year": 365 / 60}
LENGTHS: Final = {"week": timedelta(days=7), "year": timedelta(days=365)}
JUMPS: Final = {
    "hour": timedelta(hours=1), "day": timedelta(days=1), "week": timedelta(days=7), "half_year": timedelta(days=182),
}  # fmt: skip
LONGEST_WAIT: Final = timedelta(days=400)
# The upright half hour lasts thirty seconds here.
HALF_HOUR_PACE: Final = 60
DONE: Final = 0


class DemoDesk(QObject):
    """One demo at a time. ``ended`` when it is closed; ``set_up`` gives the treatments to be set up in earnest.

    A ``silent`` one neither sounds nor notifies, and its time stands still: for pictures.
    """

    ended = Signal()
    set_up = Signal(list)

    def __init__(self, folder: ThrowAway, lang: Lang, size: int = 100, theme: Theme = Theme.LIGHT, *,
                 silent: bool = False) -> None:  # fmt: skip
        super().__init__()
        load_fonts()
        _mark(WORD)
        self._folder, self._silent = folder, silent
        self._style = Settings(size, theme.value, lang, True)
        self._translations = Translations(resources() / "translations")
        self._numbers = count(1)
        self._main = MainThread()
        self._people = {one.id: one for one in patients(lang)}
        self._playing = ""
        self._until = timedelta(0)
        self._pace = QElapsedTimer()
        self._tick = QTimer(self)
        self._tick.setInterval(TICK_MS)
        self._tick.timeout.connect(self._pass)
        self.scene: Scene | None = None
        self.stage: Stage | None = None
        self.window: MainWindow | None = None
        self.reminder: ReminderWindow | None = None
        self.attention: Attention | None = None
        self.frame: DemoFrame | None = None
        self.who = next(iter(self._people.values()))
        self._build_frame()
        self.open_patient(self.who.id)

    # --- whom and what it shows

    @property
    def lang(self) -> Lang:
        """The language of the demo."""
        return next(lang for lang in LANGS if lang == self._style.language)

    def open_patient(self, patient_id: str) -> None:
        """Shows a patient from her first moment on."""
        self.who = self._people[patient_id]
        self._begin(None)

    def open_scene(self, scene_id: str) -> None:
        """Jumps to a prepared moment."""
        scene = next(one for one in scenes(self.lang) if one.id == scene_id)
        self.who = self._people[scene.patient]
        self._begin(scene)

    def _begin(self, scene: Scene | None) -> None:
        self.play("pause")
        self._clear()
        self.scene = scene
        start = self.who.start if scene is None else scene.start
        folder = self._folder.path / f"{next(self._numbers):04d}"
        stage = Stage(folder, self.who, start, self.lang, resources() / "samples", self._show)
        self.stage = stage
        stage.port.save_settings(self._style)
        self.window = MainWindow(stage.port, self._translations)
        self.window.setWindowFlags(Qt.WindowType.Widget)
        self.window.settings_kept.connect(self._keep)
        self.attention = Attention(stage.store, stage.loop, stage.port, stage.clock, self._main.post, mark=f"{WORD}: ")
        self.reminder = self._reminder_window(self.window)
        stage.start()
        assert self.frame is not None
        self.frame.show_screen(self.window)
        self.frame.notes.show_patient(self.who, scene)
        if scene is not None:
            stage.play(scene)
            self._open_page(scene, self.window)
        self._show_time()

    def _open_page(self, scene: Scene, window: MainWindow) -> None:
        if scene.page == "intake":
            window.show_intake(scene.item)
        elif scene.page == "wrong":
            window.show_wrong(scene.item)
        elif scene.page != "reminder":
            window.go(scene.page)
        if scene.page != "reminder":
            self._put_away()
        if scene.select:
            window.select(scene.select)

    # --- the clock

    def move(self, name: str) -> None:
        """Moves the clock: next, hour, day, week, half_year, or back to the start."""
        self.play("pause")
        stage = self._on_stage()
        self._put_away()
        if name == "start":
            self._begin(self.scene)
            return
        if name == "next":
            stage.to_next(LONGEST_WAIT)
        else:
            stage.move_to(stage.clock.now() + JUMPS[name])
        self._show_time()

    def play(self, name: str) -> None:
        """Lets a week or a year pass, or stops that."""
        self._playing = name if name in SPEEDS else ""
        if self._playing:
            self._until = LENGTHS[self._playing]
            self._put_away()
            if self.window is not None:
                self.window.go("today")
        if self.frame is not None:
            self.frame.show_playing(self._playing)
        self._pace.start()
        if not self._silent:
            self._tick.start()

    def skip(self) -> None:
        """Passes over what is left of the half hour."""
        end = self._half_hour_ends()
        stage = self._on_stage()
        if end is not None:
            stage.pass_by(max(end - stage.clock.now(), timedelta(0)))
            self._show_time()

    def _pass(self) -> None:
        """Time goes by at the pace that is wanted now."""
        seconds = self._pace.restart() / 1000
        stage = self._on_stage()
        if self._playing:
            step = min(timedelta(days=SPEEDS[self._playing] * seconds), self._until)
            self._until -= step
            stage.move_to(stage.clock.now() + step, quietly=True)
            if not self._until:
                self.play("pause")
        else:
            pace = HALF_HOUR_PACE if self._half_hour_ends() is not None else 1
            stage.pass_by(timedelta(seconds=seconds * pace))
        self._show_time()

    def _half_hour_ends(self) -> datetime | None:
        found = self._on_stage().loop.agenda
        ends = [item.block_until for item in found.items if item.status is Status.IN_PROGRESS and item.block_until]
        return min(ends) if ends else None

    def _show_time(self) -> None:
        if self.frame is None or self.window is None:
            return
        now = self._on_stage().now()
        self.frame.show_time(words.day_time(now, self.lang))
        self.frame.show_half_hour(runs=self._half_hour_ends() is not None)
        self.window.tick()

    def _on_stage(self) -> Stage:
        assert self.stage is not None
        return self.stage

    # --- showing, as the real program does

    def _show(self, reminders: tuple[Reminder, ...], found: Agenda) -> None:
        window, reminder, attention = self.window, self.reminder, self.attention
        if window is None or reminder is None or attention is None:
            return
        over = [one.item.id for one in reminders if one.reason is Reason.HALF_HOUR_OVER]
        for item_id in over:
            window.show_intake(item_id)
        running = any(item.status is Status.IN_PROGRESS for item in found.items) and window.in_intake
        if not running:
            reminder.remind([one for one in reminders if one.item.id not in over])
        if not self._silent:
            QTimer.singleShot(0, attention, lambda: attention.call(reminders, quietly=running, covered=False))

    def _reminder_window(self, window: MainWindow) -> ReminderWindow:
        at_once = (lambda _, then: then()) if self._silent else None
        made = ReminderWindow(window.look, self._on_stage().port, window.lang, start_timer=at_once)
        made.guided.connect(lambda item_id: self._forward(lambda: window.show_intake(item_id)))
        made.wrong.connect(lambda item_id: self._forward(lambda: window.show_wrong(item_id)))
        made.more.connect(lambda passage_id: self._forward(lambda: window.show_passage(passage_id)))
        made.asked.connect(lambda: self._forward(window.show_call))
        made.noting.connect(lambda plan: self._forward(lambda: window.answering.noting.emit(plan)))
        made.noted.connect(window.say_noted)
        return made

    def _forward(self, then: Callable[[], None]) -> None:
        if self.attention is not None:
            self.attention.sound.stop()
        if self.frame is not None:
            self.frame.activateWindow()
        then()

    def _put_away(self) -> None:
        """What was asked is answered by the patient herself while the clock is moved."""
        if self.reminder is not None:
            self.reminder.hide()
        if self.attention is not None:
            self.attention.sound.stop()

    # --- how it looks

    def speak(self, lang: str) -> None:
        """The whole demo in the other language, at the same moment."""
        self._style = Settings(self._style.text_size, self._style.theme, lang, self._style.sound)
        self._people = {one.id: one for one in patients(self.lang)}
        self.who = self._people[self.who.id]
        if self.scene is not None:
            self.scene = next(one for one in scenes(self.lang) if one.id == self.scene.id)
        if self.window is not None:
            self.window.restyle(self._style)
        self._build_frame()

    def resize_letters(self, percent: int) -> None:
        """The screens in another text size, at the same moment."""
        self._style = Settings(percent, self._style.theme, self._style.language, self._style.sound)
        if self.window is not None:
            self.window.restyle(self._style)

    def _keep(self, settings: object) -> None:
        """The screens were given another style by their own settings: the frame follows the language."""
        assert isinstance(settings, Settings)
        changed = settings.language != self._style.language
        self._style = settings
        if changed:
            self.speak(settings.language or LANGS[0])
        self._new_reminder()

    def _new_reminder(self) -> None:
        old = self.reminder
        if old is None or self.window is None:
            return
        self.reminder = self._reminder_window(self.window)
        found = self._on_stage().loop.agenda
        asked = [Reminder(item, Reason.RESUMED, item.level) for item in found.items if item.id in old.items]
        old.hide()
        old.deleteLater()
        if asked:
            self.reminder.remind(asked)

    def _build_frame(self) -> None:
        old = self.frame
        lang = self.lang
        self._translations.install(lang)
        frame = DemoFrame(Look(Theme.LIGHT), patients(lang), scenes(lang), lang)
        Marker(Look(Theme.LIGHT), frame)
        frame.moved.connect(self.move)
        frame.played.connect(self.play)
        frame.skipped.connect(self.skip)
        frame.spoken.connect(self.speak)
        frame.sized.connect(self.resize_letters)
        frame.notes.patient.connect(self.open_patient)
        frame.notes.scene.connect(self.open_scene)
        frame.notes.page.connect(self._open_leaflet)
        frame.notes.set_up.connect(lambda: self.set_up.emit(self._on_stage().treatments))
        frame.closed.connect(self.ended)
        self.frame = frame
        if old is not None:
            old.closed.disconnect(self.ended)
            frame.setGeometry(old.geometry())
            if self.window is not None:
                frame.show_screen(self.window)
                frame.notes.show_patient(self.who, self.scene)
                self._show_time()
            if old.isVisible():
                frame.show()
            old.hide()
            old.deleteLater()

    def _open_leaflet(self, passage_id: str) -> None:
        self._put_away()
        if self.window is not None:
            self.window.show_passage(passage_id)

    # --- ending

    def close(self) -> None:
        """Ends it: nothing is left."""
        _mark(None)
        self._tick.stop()
        self._main.close()
        self._clear()
        if self.frame is not None:
            self.frame.hide()

    def _clear(self) -> None:
        if self.attention is not None:
            self.attention.close()
        if self.reminder is not None:
            self.reminder.hide()
            self.reminder.deleteLater()
        if self.stage is not None:
            self.stage.close()
        self.attention = self.reminder = self.stage = None


def _mark(word: str | None) -> None:
    """What this program prints carries the word."""
    app = QCoreApplication.instance()
    if app is not None:
        app.setProperty(MARK, word)


def open_demo(arguments: argparse.Namespace) -> int:
    """Opens the demo and returns the exit code. It may run beside the real program and touches nothing of it."""
    app = new_application()
    folder = ThrowAway()
    desk = DemoDesk(folder, "en" if arguments.lang == "en" else "nl", arguments.size, Theme(arguments.theme))
    desk.ended.connect(app.quit)
    desk.set_up.connect(lambda treatments: open_set_up(treatments) and app.quit())
    for wanted in (signal.SIGINT, signal.SIGTERM):
        signal.signal(wanted, lambda *_: app.quit())
    assert desk.frame is not None
    desk.frame.showMaximized()
    try:
        with discreet_qt():
            return app.exec()
    finally:
        desk.close()
        folder.close()
