"""The clock of the window ticks while it is seen, and not a moment longer."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from osteoapp.ui.ticking import Ticking


def test_it_ticks_while_the_window_is_seen(qtbot: QtBot) -> None:
    window, ticks = QWidget(), [0][:0]
    qtbot.addWidget(window)
    ticking = Ticking(window, 60_000, lambda: ticks.append(1))
    states = []
    for act in (lambda: None, window.show, window.hide, window.show, window.showMinimized,
                lambda: window.setWindowState(Qt.WindowState.WindowNoState), window.hide, window.showMinimized):
        act()
        states.append(ticking.timer.isActive())
    assert states == [False, True, False, True, False, True, False, False]
    assert len(ticks) == 1, "at once when it comes back from the panel; what is shown draws itself"
