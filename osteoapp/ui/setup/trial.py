"""One reminder to try out: the real window, inside a frame that says that nothing is noted."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QWidget

from osteoapp.content.words import Lang
from osteoapp.i18n import translate
from osteoapp.ui.inert import Starter
from osteoapp.ui.parts.buttons import MainButton
from osteoapp.ui.parts.cards import Page, column, row
from osteoapp.ui.parts.notes import NoteBanner
from osteoapp.ui.parts.text import Text
from osteoapp.ui.ports import Trial
from osteoapp.ui.reminder import ReminderWindow
from osteoapp.ui.theme import Look


class TrialWindow(QWidget):
    """``ended`` once, when it is closed or answered and left. Not modal: a real reminder may come meanwhile."""

    ended = Signal()

    def __init__(
        self, look: Look, trial: Trial, lang: Lang, *, start_timer: Starter | None = None,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent, Qt.WindowType.Window)
        self.setWindowTitle(translate("Setup", "Proef"))
        self._look = look
        sheet = Page(look)
        edge = look.gap("s")
        self._inner = column(look.gap("xs"), (edge, edge, edge, edge))
        text = translate("Setup", "**Proef:** er wordt niets genoteerd.")
        banner = NoteBanner(look, text, "info", tone="tint", button=translate("Setup", "Sluit de proef"))
        assert banner.button is not None
        banner.button.setObjectName("trial:close")
        banner.pressed.connect(self.close)
        self._inner.addWidget(banner)
        self.reminder = ReminderWindow(look, trial.port, lang, start_timer=start_timer, parent=self)
        self.reminder.setWindowFlags(Qt.WindowType.Widget)
        self._inner.addWidget(self.reminder, 1)
        for leaves in (self.reminder.noted, self.reminder.guided, self.reminder.wrong, self.reminder.more,
                       self.reminder.asked, self.reminder.noting):  # fmt: skip
            leaves.connect(self._show_end)
        sheet.setLayout(self._inner)
        whole = column()
        whole.addWidget(sheet)
        self.setLayout(whole)
        self._end: QWidget | None = None
        width, height = ReminderWindow.wanted(look)
        height += banner.heightForWidth(width) + 3 * edge
        screen = QGuiApplication.primaryScreen()
        if screen is not None:
            area = screen.availableGeometry()
            width, height = min(width + 2 * edge, area.width()), min(height, area.height())
        self.resize(width, height)
        self.reminder.remind([trial.reminder])

    def _show_end(self, *_: object) -> None:
        """What would happen next in earnest is not played."""
        if self._end is not None:
            return
        look = self._look
        self.reminder.hide()
        self._end = QWidget()
        edge = look.gap("huge")
        box = column(look.gap("l"), (edge, edge, edge, edge))
        box.addStretch(1)
        box.addWidget(Text(look, translate("Setup", "Zo gaat het straks in het echt."), "page"))
        box.addWidget(Text(look, translate("Setup", "Er is nu niets genoteerd."), "lead", "soft"))
        button = MainButton(look, translate("Setup", "Sluit de proef"), "check")
        button.setObjectName("trial:end")
        button.clicked.connect(self.close)
        line = row()
        line.addWidget(button)
        line.addStretch(1)
        box.addLayout(line)
        box.addStretch(2)
        self._end.setLayout(box)
        self._inner.addWidget(self._end, 1)
        button.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
            return
        super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.ended.emit()
