"""Vandaag: what now as one large card, the day below it, and the leaflet beside it.

The page keeps no state of its own but which row is open. It is drawn from a view; where two views are equal
nothing is touched, and where they differ the focus and the place on the page stay where they were.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

from osteoapp.i18n import translate
from osteoapp.ui.card import RUNNING, LargeCard, Level, rest_card
from osteoapp.ui.dayrows import DayRows
from osteoapp.ui.digest import fitted, whole
from osteoapp.ui.parts.cards import Page, Scroller, column, row
from osteoapp.ui.parts.notes import NoteBanner, UndoBar
from osteoapp.ui.parts.rows import ListRow
from osteoapp.ui.parts.text import Text
from osteoapp.ui.parts.timeline import TimeLine
from osteoapp.ui.readaloud import PaneReader
from osteoapp.ui.theme import BAR_LOW, DRAWING_FROM, Look
from osteoapp.ui.todayframe import Frame
from osteoapp.ui.views import PaneView, TodayView


@dataclass(frozen=True, slots=True)
class Plan:
    """How the page is laid out: its widths, what stands above the card, how much the card shows, what is kept free."""

    frame: Frame
    head: str
    level: Level
    foot: int


_HEADS: Final = (
    ("greeting", Level.FULL), ("greeting", Level.PLAIN), ("date", Level.PLAIN), ("none", Level.LOW),
    ("none", Level.SHORT), ("none", Level.LEAST),
)  # fmt: skip


class TodayPage(QWidget):
    """``pressed`` brings an action, ``selected`` the row that was pressed, ``banner`` the banner's name."""

    pressed = Signal(object)
    selected = Signal(str)
    banner = Signal(str)
    undone = Signal(str)
    more = Signal(str)

    def __init__(self, look: Look, reader: PaneReader | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._reader = look, reader
        self._view: TodayView | None = None
        self._drawn: TodayView | None = None
        self._plan: Plan | None = None
        self._date_above = False
        self.card: LargeCard | None = None
        self.lists: list[DayRows] = []
        self.undo_bar: UndoBar | None = None
        self._bar: QWidget | None = None
        self._box = column()
        self.scroller: Scroller | None = None
        self._body: QWidget | None = None
        self.setLayout(self._box)

    def show_view(self, view: TodayView) -> None:
        """Draws the view, if it is another one. Where only the stopwatch went on, only its words change."""
        if view == self._view:
            return
        old, self._view = self._view, view
        if old is not None and self._drawn is old and view.running and view == old.with_running(view.running):
            self._drawn = view
            for text in self.findChildren(Text, RUNNING):
                text.say(view.running)
            return
        self._compose()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._drawn is not self._view:
            self._compose()
        else:
            self._fit()

    def show_undo(self, text: str, event: str) -> None:
        """Shows what was noted, with the way back."""
        self.hide_undo()
        brief = translate("Answer", "Genoteerd") if self.height() / self._look.scale < BAR_LOW else ""
        self.undo_bar = UndoBar(self._look, text, translate("Today", "Zet terug"), event, brief)
        self.undo_bar.undone.connect(self.undone)
        self._stand_at_the_foot(self.undo_bar)

    def show_refusal(self, text: str) -> None:
        """Says at the bottom why an answer was not taken."""
        self.hide_undo()
        bar = NoteBanner(self._look, text, "info", tone="due", button=translate("Today", "Gezien"))
        bar.pressed.connect(self.hide_undo)
        self._stand_at_the_foot(bar)

    def hide_undo(self) -> None:
        """Takes the bar away: when the page is left, or something else was noted."""
        self.undo_bar = self._bar = None
        while self._box.count() > 1:
            item = self._box.takeAt(1)
            foot = item.widget() if item is not None else None
            if foot is not None:
                foot.hide()
                foot.deleteLater()
        QTimer.singleShot(0, self, self._fit)

    def date_above(self, *, wanted: bool) -> None:
        """Whether the page has to say the date because the left column has no room for it."""
        if wanted != self._date_above:
            self._date_above = wanted
            self._compose()

    def _stand_at_the_foot(self, bar: QWidget) -> None:
        """Puts a bar below the page, as wide as what stands above it; the page makes room."""
        self._bar = bar
        look, frame = self._look, self._frame()
        side = frame.outside + frame.margin
        foot, holder = Page(look), column(0, (side, look.gap("xs"), side, look.gap("s")))
        holder.addWidget(bar)
        foot.setLayout(holder)
        self._box.addWidget(foot)
        QTimer.singleShot(0, self, self._fit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Draws anew where another lay-out fits better."""
        if self._view is not None and self.isVisible() and self._best() != self._plan:
            self._compose()

    # Which lay-out fits

    def _frame(self) -> Frame:
        told = self._view is not None and self._view.pane is not None
        return Frame(self._look, self.width(), self.height(), told)

    def _best(self) -> Plan:
        """The first lay-out whose head and large card are whole without scrolling."""
        frame = self._frame()
        foot = self._foot_height()
        found = Plan(frame, *_HEADS[-1], foot)
        for head, level in _HEADS:
            if level is Level.FULL and frame.middle / self._look.scale < DRAWING_FROM:
                continue
            if head == "greeting" and self._date_above:
                head = "date"
            found = Plan(frame, head, level, foot)
            if self._height_of(found) <= self.height() - foot:
                break
        return found

    def _foot_height(self) -> int:
        """What the bar at the foot takes."""
        if self._bar is None:
            return 0
        look = self._look
        frame = self._frame()
        width = frame.width - 2 * (frame.outside + frame.margin)
        return self._bar.heightForWidth(width) + look.gap("xs") + look.gap("s")

    def _height_of(self, plan: Plan) -> int:
        look, width = self._look, plan.frame.middle
        assert self._view is not None
        card = LargeCard(look, self._view.card, lambda _: None, level=plan.level)
        probe = QWidget()
        box = column()
        self._head(box, plan)
        probe.setLayout(box)
        height = self._top_gap(plan) + card.heightForWidth(width) + box.heightForWidth(width)
        return height + look.whole("shadow_reach")

    def _top_gap(self, plan: Plan) -> int:
        return self._look.gap("xs" if plan.level >= Level.LOW else "s" if self._date_above else "xl")

    # Drawing

    def _compose(self) -> None:
        if self._view is None or not self.isVisible():
            return
        self._drawn = self._view
        keep = _Focus(self)
        self._plan = self._best()
        scroller = Scroller(self._look, self._page(self._view, self._plan))
        self.scroller = scroller
        fresh = Page(self._look)
        outside = self._plan.frame.outside
        line = row(0, (outside, 0, outside, 0))
        line.addWidget(scroller, 1)
        if self._plan.frame.beside and self._view.pane is not None:
            line.addWidget(self._beside_page(self._view.pane, self._plan))
        fresh.setLayout(line)
        old = self._body
        self._body = fresh
        if old is not None:
            self._box.replaceWidget(old, fresh)
            old.hide()
            old.deleteLater()
        else:
            self._box.insertWidget(0, fresh, 1)
        self._box.setStretch(0, 1)
        fresh.show()
        keep.restore(fresh, scroller)

    def _page(self, view: TodayView, plan: Plan) -> Page:
        """What scrolls: the card and the list, and the leaflet where it does not stand beside them."""
        look = self._look
        page = Page(look)
        frame = plan.frame
        box = column(0, (frame.margin, self._top_gap(plan), frame.right, look.gap("l")))
        self._head(box, plan)
        self.card = LargeCard(look, view.card, self.pressed.emit, level=plan.level)
        box.addWidget(self.card)
        self._below(box, view, plan)
        if not frame.beside and view.pane is not None:
            pane = whole(look, view.pane, reader=self._reader)
            pane.more.connect(self.more)
            box.addSpacing(look.gap("l"))
            box.addWidget(pane)
        box.addStretch(1)
        page.setLayout(box)
        return page

    def _beside_page(self, view: PaneView, plan: Plan) -> Page:
        """The leaflet beside the list: it stays while the list scrolls. It is as high as its text, or as the page."""
        look, frame = self._look, plan.frame
        page = Page(look)
        box = column(0, (look.gap("xxs"), look.gap("xl"), frame.margin, look.gap("l")))
        room = frame.height - look.gap("xl") - look.gap("l") - plan.foot
        pane = fitted(look, view, frame.pane, room, reader=self._reader, scrolls=True)
        free = room - pane.heightForWidth(frame.pane)
        pane.more.connect(self.more)
        box.addWidget(pane)
        if free >= frame.hugs_from:
            box.addStretch(1)
        page.setLayout(box)
        page.setFixedWidth(frame.pane_room)
        return page

    def _head(self, box: QVBoxLayout, plan: Plan) -> None:
        look, view = self._look, self._view
        assert view is not None
        if view.urgent is not None:
            box.addWidget(self._banner(view.urgent.name, view))
            box.addSpacing(look.gap("s"))
        if plan.head == "greeting":
            box.addWidget(Text(look, view.greeting, "greeting"))
            if view.lead:
                box.addSpacing(look.pad("xxs"))
                box.addWidget(Text(look, view.lead, "body", "soft"))
            box.addSpacing(look.gap("l"))
        elif plan.head == "date" and self._date_above:
            box.addWidget(Text(look, view.date, "section"))
            box.addSpacing(look.gap("s"))

    def _banner(self, name: str, view: TodayView) -> NoteBanner:
        found = next(one for one in (view.urgent, *view.banners) if one is not None and one.name == name)
        banner = NoteBanner(self._look, found.text, found.icon, tone=found.tone, button=found.button)
        banner.pressed.connect(lambda: self.banner.emit(name))
        if banner.button is not None:
            banner.button.setObjectName(f"banner:{name}")
        return banner

    def _below(self, box: QVBoxLayout, view: TodayView, plan: Plan) -> None:
        look = self._look
        if plan.level >= Level.SHORT:
            rest = rest_card(look, view.card, plan.level)
            if rest is not None:
                box.addSpacing(look.gap("m"))
                box.addWidget(rest)
        if view.timeline:
            box.addSpacing(look.gap("l"))
            box.addWidget(TimeLine(look, view.timeline))
        for banner in view.banners:
            box.addSpacing(look.gap("m"))
            box.addWidget(self._banner(banner.name, view))
        if self._date_above and plan.head == "none":
            box.addSpacing(look.gap("m"))
            box.addWidget(Text(look, view.date, "body", "soft"))
        self.lists = []
        for section in view.sections:
            box.addSpacing(look.gap("m"))
            box.addWidget(Text(look, section.title, "section"))
            box.addSpacing(look.gap("xs"))
            rows = DayRows(look, section.title, section.rows, plan.frame.middle)
            rows.pressed.connect(self.pressed)
            rows.selected.connect(self.selected)
            rows.undone.connect(self.undone)
            box.addWidget(rows)
            self.lists.append(rows)


class _Focus:
    """Where the focus and the scroll bar were, to be put back after a page is drawn anew."""

    def __init__(self, page: TodayPage) -> None:
        widget = QApplication.focusWidget()
        inside = widget is not None and page.isAncestorOf(widget)
        self._name = widget.objectName() if widget is not None and inside else ""
        self._ringed = bool(getattr(widget, "ringed", False))
        scroller = page.scroller
        self._place = scroller.verticalScrollBar().value() if scroller is not None else 0

    def restore(self, fresh: QWidget, scroller: Scroller) -> None:
        QTimer.singleShot(0, scroller, lambda: scroller.verticalScrollBar().setValue(self._place))
        if not self._name:
            return
        found = fresh.findChild(QPushButton, self._name) or fresh.findChild(ListRow, self._name)
        if found is not None:
            found.setFocus(Qt.FocusReason.TabFocusReason if self._ringed else Qt.FocusReason.OtherFocusReason)
