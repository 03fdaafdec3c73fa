"""Opens the program with its window: one at a time, over the person's data, and runs it until it is closed."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLoggingCategory, QMessageLogContext, QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication, QMessageBox

from osteoapp import discreet, fault_report, texts, words
from osteoapp.arguments import Usage
from osteoapp.content.catalogue import catalogue
from osteoapp.content.words import Lang
from osteoapp.desk import BACKGROUND, BUILD_DATE, SET_UP, Desk
from osteoapp.desktop.autostart import command
from osteoapp.desktop.placing import choose_platform
from osteoapp.desktop.single_instance import Claim, SingleInstance
from osteoapp.program import Program
from osteoapp.reminding.clock import Clock
from osteoapp.shipped import installed
from osteoapp.store.faults import StoreFault
from osteoapp.store.store import Store
from osteoapp.ui.tray import tray_icon

if TYPE_CHECKING:
    import argparse

DONE, FAULT, WRONG = 0, 1, 2
# What a sound device lacks is told in the settings, in words; Qt would print it for a programmer.
QUIET_LOGS = "qt.multimedia.*=false\nqt.pulseaudio=false"
# By this name a desktop finds the program's mark and title: packaging/linux/org.osteoapp.osteoapp.desktop.
DESKTOP_FILE = "org.osteoapp.osteoapp"


def new_application() -> QApplication:
    """The application, as both the program and its demo need it: quiet, and at home on this desktop."""
    choose_platform(os.environ)
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    app.setApplicationName("osteoapp")
    if installed() == "bundle":
        app.setDesktopFileName(DESKTOP_FILE)
    QLoggingCategory.setFilterRules(QUIET_LOGS)
    app.setQuitOnLastWindowClosed(False)
    app.setWindowIcon(tray_icon("calm"))
    return app


@contextmanager
def discreet_qt() -> Iterator[None]:
    """Qt's remarks go to the terminal without what they are about.

    Not before there is an application: what keeps Qt from starting is said in full, and knows nobody yet.
    """

    def handle(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
        discreet.say(discreet.qt_remark(str(context.category or ""), kind.name, text))

    before = qInstallMessageHandler(handle)
    try:
        yield
    finally:
        qInstallMessageHandler(before)


def open_window(arguments: argparse.Namespace, folder: Path, clock: Clock) -> int:
    """Opens the program, or raises the one that runs; returns the exit code."""
    lang: Lang = "en" if arguments.lang == "en" else "nl"
    unknown = [one for one in (arguments.set_up or "").split(",") if one and one not in catalogue().treatments]
    if unknown:
        known = ", ".join(catalogue().treatments)
        print(texts.usage(Usage("answer_key", SET_UP, value=unknown[0], known=known), lang), file=sys.stderr)
        return WRONG
    app = new_application()
    with discreet_qt():
        try:
            return _open(app, arguments, folder, clock, lang)
        except Exception as fault:  # who starts from a menu sees no terminal
            return _say(texts.unexpected(type(fault).__name__, fault_report.keep(fault, folder), lang))


def _open(app: QApplication, arguments: argparse.Namespace, folder: Path, clock: Clock, lang: Lang) -> int:
    instance = SingleInstance(folder)
    try:
        claim = instance.claim(_handed(arguments))
    except OSError:
        return _say(words.fault("folder_not_writable", {"folder": str(folder)}, lang))
    if claim is Claim.HANDED_OVER:
        return DONE
    if claim is Claim.SILENT:
        return _say(words.fault("database_in_use", {"folder": str(folder)}, lang))

    def make() -> Desk:
        desk = Desk(Store.open(folder, catalogue(), BUILD_DATE), folder, clock, instance, _own_words(arguments))
        desk.guard.install()
        return desk

    def fail(fault: StoreFault) -> None:
        _say(words.fault(fault.code, fault.values, lang))
        app.exit(FAULT)

    try:
        program = Program(folder, clock, make, fail)
    except StoreFault as fault:
        instance.release()
        return _say(words.fault(fault.code, fault.values, lang))
    app.commitDataRequest.connect(lambda _: program.desk.leaving.end_with_session())
    desk = program.desk
    desk.open(background=arguments.background)
    if arguments.set_up:
        desk.set_up(arguments.set_up)
    if not (arguments.data or arguments.now):
        # Only the person's own program: a trial on other data must not take its place.
        QTimer.singleShot(0, desk.machine.repair)
    try:
        return app.exec()
    finally:
        program.desk.close()


def _handed(arguments: argparse.Namespace) -> list[str]:
    """What a program that runs already has to know of this start."""
    wanted = [BACKGROUND] if arguments.background else []
    return [*wanted, SET_UP, arguments.set_up] if arguments.set_up else wanted


def _own_words(arguments: argparse.Namespace) -> list[str]:
    """The command that starts this program as it was started now, in the background."""
    data = ["--data", str(Path(arguments.data).expanduser().absolute())] if arguments.data else []
    return [*command(), *data]


def _say(text: str) -> int:
    """One plain sentence, on the terminal and in a window: who starts from a menu sees no terminal."""
    print(text, file=sys.stderr)
    box = QMessageBox(QMessageBox.Icon.Warning, "osteoapp", text)
    box.setObjectName("startFault")
    box.exec()
    return FAULT
