"""Signals, slots and Qt's own methods must not eat references.

PySide6 6.12.0 on Python 3.11 takes one reference from True with each emit and one from None with each method of Qt
that returns nothing; after some thousand of either, the interpreter aborts. This test is why the version is pinned.
"""

from __future__ import annotations

import gc
import os
import sys

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

ROUNDS = 4000
# What else happens in the interpreter meanwhile moves some hundreds; the fault moves one a round.
STRAY = 1000


class Sender(QObject):
    direct = Signal()
    queued = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.calls = 0
        self.direct.connect(self.take)
        self.queued.connect(self.take, Qt.ConnectionType.QueuedConnection)

    @Slot()
    def take(self) -> None:
        self.calls += 1


def references() -> tuple[int, int]:
    gc.collect()  # what earlier tests left behind goes before it is counted
    return sys.getrefcount(True), sys.getrefcount(None)


def assert_unchanged(before: tuple[int, int]) -> None:
    after = references()
    assert abs(after[0] - before[0]) < STRAY, f"references to True: {before[0]} -> {after[0]}"
    assert abs(after[1] - before[1]) < STRAY, f"references to None: {before[1]} -> {after[1]}"


def test_emitting_costs_no_references(qapp):
    sender = Sender()
    sender.direct.emit()
    before = references()
    for _ in range(ROUNDS):
        sender.direct.emit()
    assert_unchanged(before)
    assert sender.calls == ROUNDS + 1


def test_functions_called_by_qt_cost_no_references(qapp, qtbot):
    calls: list[int] = []

    def take() -> None:
        calls.append(1)

    timer = QTimer()
    timer.setInterval(0)
    timer.timeout.connect(take)
    before = references()
    timer.start()
    qtbot.waitUntil(lambda: len(calls) >= ROUNDS, timeout=5000)
    timer.stop()
    assert_unchanged(before)


def test_methods_that_return_nothing_cost_no_references(qapp):
    timer = QTimer()
    before = references()
    for _ in range(ROUNDS):
        timer.setInterval(0)
    assert_unchanged(before)


def test_queued_calls_cost_no_references(qapp, qtbot):
    sender = Sender()
    before = references()
    for _ in range(ROUNDS):
        sender.queued.emit()
    qtbot.waitUntil(lambda: sender.calls == ROUNDS, timeout=5000)
    assert_unchanged(before)
