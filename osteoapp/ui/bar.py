"""The small bar of a running half hour: always in sight, one button, no focus taken."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from osteoapp.core.item import Item, Status
from osteoapp.i18n import clock, translate
from osteoapp.ui.intakeview import minutes_left, upright_minutes
from osteoapp.ui.parts.buttons import QuietButton
from osteoapp.ui.parts.cards import column, row
from osteoapp.ui.parts.marks import Ring
from osteoapp.ui.parts.paint import painter_on
from osteoapp.ui.parts.pair import Pair
from osteoapp.ui.parts.text import Text
from osteoapp.ui.ports import Port
from osteoapp.ui.snapshot import take
from osteoapp.ui.theme import BAR_WINDOW, CLOCK_MS, PERCENTS, Look


class SmallBar(QWidget):
    """``opened``: back to the large window, on the person's word or because the half hour is over."""

    opened = Signal()

    def __init__(self, look: Look, port: Port, item_id: str, parent: QWidget | None = None) -> None:
        super().__init__(
            parent, Qt.WindowType.Window | Qt.WindowType.WindowStaysOnTopHint | Qt.WindowType.FramelessWindowHint
        )
        self._look, self._port, self._item_id = look, port, item_id
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._done = False
        self._ends: datetime | None = None
        self._left = 0
        self.ring = Ring(look, small=True)
        self.title = Text(look, "", "section" if look.percent == PERCENTS[0] else "body", weight=700)
        self.line = Text(look, "", "body", "soft")
        self.button = QuietButton(look, translate("Intake", "Maak groot"), "arrows-out-simple")
        self.button.clicked.connect(self._open)
        pad = look.pad("m")
        box = row(look.pad("m"), (pad + look.whole("bar"), look.pad("s"), pad, look.pad("s")))
        words = column(look.pad("xxs"))
        words.addWidget(self.title)
        words.addWidget(self.line)
        self._words = QWidget()
        self._words.setLayout(words)
        pair = Pair(look.pad("m"), look.pad("xs"))
        pair.addWidget(self._words)
        pair.addWidget(self.button)
        box.addWidget(self.ring)
        box.addLayout(pair, 1)
        self.setLayout(box)
        self._timer = QTimer(self)
        self._timer.setInterval(CLOCK_MS)
        self._timer.timeout.connect(self.tick)
        self._timer.start()
        port.changes.changed.connect(self.renew)
        self.renew()
        self.fit(round(BAR_WINDOW[0] * look.scale))

    def tick(self) -> None:
        """Each second: draws only where another minute is to be shown."""
        if self._ends is None or minutes_left(self._ends, self._port.now()) != self._left:
            self.renew()

    def renew(self, _: object = None) -> None:
        """Shows the minutes left; opens the large window when there are none."""
        item = self._running()
        if item is None or item.block_until is None:
            self._open()
            return
        snap = take(self._port)
        end = clock(snap.local(item.block_until))
        left = minutes_left(item.block_until, snap.now)
        self._ends, self._left = item.block_until, left
        self.setWindowTitle(translate("Intake", "Blijf rechtop tot {time}").format(time=end))
        self.title.say(self.windowTitle())
        self.line.say(translate("Intake", "Nog %n minuten. Nog niet eten.", "", left))
        self.setAccessibleName(f"{self.windowTitle()}. {self.line.text()}")
        self.ring.show_time(left, upright_minutes(snap, item))

    def _running(self) -> Item | None:
        agenda = self._port.agenda()
        item = agenda.item(self._item_id)
        if item is None or item.status is not Status.IN_PROGRESS or item.block_until is None:
            return None
        return item if item.block_until > self._port.now() else None

    def _open(self) -> None:
        if not self._done:
            self._done = True
            self._timer.stop()
            self.opened.emit()
            self.close()

    def fit(self, most: int) -> None:
        """As wide as its words, up to ``most`` pixels. Where they do not fit the second line goes: the ring says it."""
        layout, words = self.layout(), self._words.layout()
        assert layout is not None
        assert words is not None
        for shown in (True, False):
            self.line.setVisible(shown)
            words.invalidate()
            words.activate()
            layout.invalidate()
            if layout.sizeHint().width() <= most:
                break
        width = min(max(layout.sizeHint().width(), BAR_WINDOW[0]), most)
        self.resize(width, max(layout.totalHeightForWidth(width), BAR_WINDOW[1]))

    def showEvent(self, event: QShowEvent) -> None:
        """In the lower right corner, where it covers least."""
        super().showEvent(event)
        screen = QGuiApplication.primaryScreen()
        if screen is not None:
            area = screen.availableGeometry()
            self.fit(area.width())
            self.move(area.right() - self.width() + 1, area.bottom() - self.height() + 1)

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self._open()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painter_on(self)
        look = self._look
        painter.fillRect(self.rect(), look.color("card"))
        painter.fillRect(QRectF(0, 0, look.length("bar"), self.height()), look.color("accent"))
        painter.setPen(look.color("line"))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
