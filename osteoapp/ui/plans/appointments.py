"""The page of all appointments: one row each, its answers when it is opened, and a way to note one more."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from osteoapp.i18n import translate
from osteoapp.ui.dayrows import DayRows
from osteoapp.ui.focus import KeptFocus
from osteoapp.ui.parts.buttons import QuietButton
from osteoapp.ui.parts.cards import Page, Scroller, clear, column
from osteoapp.ui.parts.flow import Flow
from osteoapp.ui.parts.notes import NoteBanner, UndoBar
from osteoapp.ui.parts.text import Text
from osteoapp.ui.plans.appointmentmodel import DAYS_AHEAD
from osteoapp.ui.ports import Port
from osteoapp.ui.snapshot import take
from osteoapp.ui.theme import BAR_LOW, Look
from osteoapp.ui.views import SectionView, Snapshot


def snapshot(port: Port) -> Snapshot:
    """What the models read, for the coming year."""
    return take(port, port.plans.appointments(DAYS_AHEAD))


class AppointmentsPage(QWidget):
    """``pressed`` brings an action, ``selected`` the row that was pressed, ``undone`` an event to take back.

    ``added`` asks for one more appointment, ``plans`` for the page Mijn behandeling.
    """

    pressed = Signal(object)
    selected = Signal(str)
    undone = Signal(str)
    added = Signal()
    plans = Signal()

    def __init__(
        self, look: Look, views: Sequence[SectionView], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.look = look
        title = translate("Plans", "Afspraken")
        self.setAccessibleName(title)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._views: Sequence[SectionView] = ()
        self._page = Page(look)
        side = look.gap("xxl")
        box = column(look.gap("m"), (side, look.gap("xl"), side - look.gap("m"), look.gap("xl")))
        box.addWidget(Text(look, title, "page"))
        ways = Flow(look.gap("m"), stretch=False)
        for word, icon, name, signal in (
            (translate("Plans", "Nieuwe afspraak"), "plus", "appointments:add", self.added),
            (translate("Plans", "Mijn behandeling"), "list-checks", "appointments:plans", self.plans),
        ):
            button = QuietButton(look, word, icon)  # type: ignore[arg-type]
            button.setObjectName(name)
            button.clicked.connect(signal)
            ways.addWidget(button)
        box.addLayout(ways)
        self._list: QVBoxLayout = column(look.gap("m"))
        box.addLayout(self._list)
        box.addStretch(1)
        self._page.setLayout(box)
        self._whole = column()
        self.scroller = Scroller(look, self._page)
        self._whole.addWidget(self.scroller, 1)
        self.setLayout(self._whole)
        self._foot: QWidget | None = None
        self.show_sections(views)

    def take_focus(self) -> None:
        """The focus goes to the page itself: its first Tab leads to the first button."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_sections(self, views: Sequence[SectionView]) -> None:
        """Draws the rows, where they are others."""
        if views == self._views and self._list.count():
            return
        self._views = views
        place, kept = self.scroller.verticalScrollBar().value(), KeptFocus(self)
        clear(self._list)
        if not views:
            self._list.addWidget(NoteBanner(self.look, translate("Plans", "Er staat geen afspraak."), "info"))
        for view in views:
            self._list.addWidget(Text(self.look, view.title, "section"))
            rows = DayRows(self.look, view.title, view.rows)
            rows.pressed.connect(self.pressed)
            rows.selected.connect(self.selected)
            rows.undone.connect(self.undone)
            self._list.addWidget(rows)
            kept.restore(rows)
        QTimer.singleShot(0, self.scroller, lambda: self.scroller.verticalScrollBar().setValue(place))

    def say_noted(self, text: str, event: str) -> None:
        """Says at the foot what was noted, with the way back."""
        brief = translate("Answer", "Genoteerd") if self.height() / self.look.scale < BAR_LOW else ""
        bar = UndoBar(self.look, text, translate("Today", "Zet terug"), event, brief)
        bar.undone.connect(self.undone)
        bar.button.setObjectName("appointments:undo")
        self._stand(bar)

    def say_refused(self, text: str) -> None:
        """Says at the foot why something was not taken."""
        self._stand(NoteBanner(self.look, text, "info", tone="due"))

    def hide_foot(self) -> None:
        if self._foot is not None:
            self._whole.removeWidget(self._foot)
            self._foot.hide()
            self._foot.deleteLater()
            self._foot = None

    def _stand(self, bar: QWidget) -> None:
        self.hide_foot()
        look = self.look
        self._foot = Page(look)
        side = look.gap("xxl")
        holder = column(0, (side, look.gap("xs"), side, look.gap("s")))
        holder.addWidget(bar)
        self._foot.setLayout(holder)
        self._whole.addWidget(self._foot)
