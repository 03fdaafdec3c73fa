"""The small picture beside the clock, and its menu. Where the desktop has no such place, nothing of it is seen."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Final

from PySide6.QtCore import QObject, QRectF, Signal
from PySide6.QtGui import QAction, QIcon, QImage, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from osteoapp import words
from osteoapp.core.item import Item
from osteoapp.i18n import clock, translate
from osteoapp.ui.icons import Icon, paint_icon
from osteoapp.ui.ports import Port
from osteoapp.ui.snapshot import take
from osteoapp.ui.theme import Color, Look, Theme
from osteoapp.ui.traymodel import Press, State, TrayView, ahead, tray_view

DAYS_AHEAD: Final = 40
_SIZES: Final = (16, 22, 24, 32, 48, 64, 128)
# Told apart by their outline too: a rounded square, a disc, a triangle's warning on a square that stands on its tip.
_FACES: Final[dict[State, tuple[Icon, Color, Color]]] = {
    "calm": ("pill", "accent", "on_accent"),
    "due": ("bell-ringing", "due_mark", "ink"),
    "call": ("phone", "call_mark", "card"),
}


def tray_picture(state: State, size: int) -> QPixmap:
    """The picture of a state; it has a ground and a rim of its own, so it is seen on light and on dark panels."""
    look = Look(Theme.LIGHT)
    icon, ground, ink = _FACES[state]
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    rim = max(1.0, size / 24)
    painter.setPen(QPen(look.color("card"), rim))
    painter.setBrush(look.color(ground))
    box = QRectF(0, 0, size, size).adjusted(rim / 2, rim / 2, -rim / 2, -rim / 2)
    inner = 0.62
    if state == "calm":
        painter.drawRoundedRect(box, size * 0.22, size * 0.22)
    elif state == "due":
        painter.drawEllipse(box)
    else:
        painter.save()
        painter.translate(size / 2, size / 2)
        painter.rotate(45)
        half = size / 2 / 1.4142 - rim / 2
        painter.drawRect(QRectF(-half, -half, 2 * half, 2 * half))
        painter.restore()
        inner = 0.5
    side = size * inner
    paint_icon(painter, QRectF((size - side) / 2, (size - side) / 2, side, side), look, icon, ink, "fill")
    painter.end()
    return QPixmap.fromImage(image)


def tray_icon(state: State) -> QIcon:
    """The picture of a state in all sizes that panels ask for."""
    icon = QIcon()
    for size in _SIZES:
        icon.addPixmap(tray_picture(state, size))
    return icon


class Tray(QObject):
    """``opened`` asks for the window, ``pressed`` gives a ``Press``, ``hushed`` whether the sound is to be off for an
    hour, ``left`` asks to end the program.
    """

    opened = Signal()
    pressed = Signal(object)
    hushed = Signal(bool)
    left = Signal()

    def __init__(self, port: Port, hushed_until: Callable[[], datetime | None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._port, self._hushed_until = port, hushed_until
        self._icons: dict[State, QIcon] = {}
        self._view: TrayView | None = None
        self._quiet = ""
        self.menu = QMenu()
        self.icon = QSystemTrayIcon(self)
        self.icon.setContextMenu(self.menu)
        self.icon.activated.connect(self._activated)
        port.changes.changed.connect(self.renew)

    @staticmethod
    def available() -> bool:
        """Whether the desktop shows such pictures."""
        return QSystemTrayIcon.isSystemTrayAvailable()

    def show(self) -> None:
        """Appears; where there is no place yet, once there is one."""
        self.renew()
        self.icon.show()

    def hide(self) -> None:
        """Disappears."""
        self.icon.hide()

    @property
    def view(self) -> TrayView | None:
        """What is shown."""
        return self._view

    def renew(self, _: object = None) -> None:
        """Shows what the program now says; draws nothing where that is what it shows."""
        snap = take(self._port)
        view = tray_view(snap, None if ahead(snap.agenda.items, snap.now) else self._next(snap.now))
        until = self._hushed_until()
        quiet = "" if until is None else clock(until.astimezone(snap.now.tzinfo))
        if view == self._view and quiet == self._quiet:
            return
        if self._view is None or self._view.state != view.state:
            self.icon.setIcon(self._icons.setdefault(view.state, tray_icon(view.state)))
        self._view, self._quiet = view, quiet
        self.icon.setToolTip(view.tooltip)
        self._fill(view, words.sentence("quit_leave", snap.lang))

    def retranslate(self) -> None:
        """After another language was chosen."""
        self._view = None
        self.renew()

    def _next(self, now: datetime) -> Item | None:
        """What comes next after today."""
        first = now.date() + timedelta(days=1)
        return ahead(self._port.between(first, first + timedelta(days=DAYS_AHEAD)).items, now)

    def _fill(self, view: TrayView, leave: str) -> None:
        menu = self.menu
        # A menu that is cleared keeps its submenus: they go with their actions.
        for old in menu.actions():
            sub = old.menu()
            if isinstance(sub, QMenu):
                sub.deleteLater()
        menu.clear()
        self._add(menu, translate("Tray", "Open het programma"), self.opened.emit)
        menu.addSeparator()
        for entry in view.entries:
            if not entry.presses:
                menu.addAction(_menu_text(entry.title)).setEnabled(False)
                continue
            sub = menu.addMenu(_menu_text(entry.title))
            for press in entry.presses:
                self._add(sub, press.word, self._presser(press))
        menu.addSeparator()
        if self._quiet:
            text = translate("Tray", "Geluid weer aan (uit tot {time})").format(time=self._quiet)
            self._add(menu, text, lambda: self.hushed.emit(False))
        else:
            self._add(menu, translate("Tray", "Geluid een uur uit"), lambda: self.hushed.emit(True))
        menu.addSeparator()
        self._add(menu, leave, self.left.emit)

    def _presser(self, press: Press) -> Callable[[], None]:
        return lambda: self.pressed.emit(press)

    def _add(self, menu: QMenu, text: str, act: Callable[[], object]) -> QAction:
        action = menu.addAction(_menu_text(text))
        action.triggered.connect(lambda _=False: act())
        return action

    def _activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason in (QSystemTrayIcon.ActivationReason.Trigger, QSystemTrayIcon.ActivationReason.DoubleClick):
            self.opened.emit()


def _menu_text(text: str) -> str:
    """A text in which no character stands for a key."""
    return text.replace("&", "&&")
