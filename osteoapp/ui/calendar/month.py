"""The page of a month and the page of a year, each with what leads to the next one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLayout, QWidget

from osteoapp.i18n import translate
from osteoapp.ui.calendar.cell import MonthGrid, paint_mark
from osteoapp.ui.calendar.looked import next_month
from osteoapp.ui.calendar.marks import ICONS, Mark, State, legend_words
from osteoapp.ui.calendar.monthmodel import MonthSummary, MonthView, YearView
from osteoapp.ui.calendar.strip import Strip
from osteoapp.ui.calendar.stripmodel import MONTHS, StripMonth
from osteoapp.ui.icons import Icon
from osteoapp.ui.parts.buttons import QuietButton, TextButton
from osteoapp.ui.parts.cards import IconMark, Page, Scroller, column, row
from osteoapp.ui.parts.even import Even
from osteoapp.ui.parts.flow import Flow
from osteoapp.ui.parts.inputs import LineField
from osteoapp.ui.parts.paint import box_of, fill_round, painter_on
from osteoapp.ui.parts.pair import Pair
from osteoapp.ui.parts.picks import OptionPick
from osteoapp.ui.parts.rows import Pressable
from osteoapp.ui.parts.text import Text
from osteoapp.ui.theme import PERCENTS, Color, Look

_OWN_ICONS: dict[State, Icon] = {State.COMING: "tablet-round", State.FORECAST: "syringe"}


class LegendMark(QWidget):
    """A mark as it stands in a day, without a word."""

    def __init__(self, look: Look, state: State, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._mark = Mark(state, ICONS.get(state) or _OWN_ICONS[state], "", "")
        side = round(look.font("small").pixelSize() * 1.4)
        self.setFixedSize(round(side * 1.3), side)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_mark(painter_on(self), self._look, box_of(self), self._mark, self._look.font("small"), words=False)


def legend_part(look: Look, state: State) -> QWidget:
    """What a mark on the page means."""
    part = QWidget()
    line = row(look.pad("xs"))
    line.addWidget(LegendMark(look, state), 0, Qt.AlignmentFlag.AlignVCenter)
    line.addWidget(Text(look, legend_words(state), "small", "soft"))
    part.setLayout(line)
    return part


class Times(QWidget):
    """What month and year share: the title with the search, the ways to other times, and the content below.

    ``turned`` tells the month to show, ``viewed`` the other view, ``today`` that of today; ``searched`` what was typed,
    ``printed`` that the year is wanted on paper.
    """

    turned = Signal(object)
    viewed = Signal(str)
    today = Signal()
    searched = Signal(str)
    printed = Signal()

    def __init__(self, look: Look, title: str, view: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.setAccessibleName(title)
        page = Page(look)
        side = look.gap("xxl")
        self.box = column(look.gap("s"), (side, look.gap("l"), side - look.gap("m"), look.gap("m")))
        head = Pair(look.gap("m"), look.gap("xs"))
        head.addWidget(Text(look, title, "page"))
        self._searching = self._search()
        if look.percent < PERCENTS[-1]:
            head.addWidget(self._searching)
        self.box.addLayout(head)
        self._view = view
        self._ways = Flow(look.gap("s"), look.gap("xs"), stretch=False)
        self._way = QWidget()
        self._way.setLayout(self._ways)
        page.setLayout(self.box)
        whole = column()
        whole.addWidget(Scroller(look, page))
        self.setLayout(whole)

    def _search(self) -> QWidget:
        look = self.look
        holder = QWidget()
        line = row(look.gap("xs"))
        name = translate("Calendar", "Zoek in notities en folder")
        self.field = LineField(look, name, translate("Calendar", "Zoek een woord"))
        self.field.setObjectName("calendar:search")
        self.field.setMinimumWidth(look.whole("choice_width"))
        self.field.returnPressed.connect(self._ask)
        button = QuietButton(look, translate("Calendar", "Zoek"), "magnifying-glass", height="quiet_low")
        button.setObjectName("calendar:find")
        button.clicked.connect(self._ask)
        line.addWidget(self.field, 1)
        line.addWidget(button)
        holder.setLayout(line)
        return holder

    def print_button(self) -> TextButton:
        """Leads to the sheet of the year."""
        button = TextButton(self.look, translate("Calendar", "Druk het jaar af"), "printer")
        button.setObjectName("calendar:print")
        button.clicked.connect(lambda: self.printed.emit())
        return button

    def end(self) -> None:
        """At the largest letters the search stands below: what is looked at comes first."""
        if self.look.percent >= PERCENTS[-1]:
            self.box.addWidget(self._searching)

    def _ask(self) -> None:
        self.searched.emit(self.field.text().strip())

    def ways(self, before: str, after: str, first: date, by: int) -> None:
        """The ways to the time before and after, to today, and to the other view."""
        look = self.look
        for name, word, icon, step in (("before", before, "caret-left", -by), ("after", after, "caret-right", by)):
            button = QuietButton(look, word, icon, height="quiet_low")  # type: ignore[arg-type]
            button.setObjectName(f"calendar:{name}")
            button.clicked.connect(lambda _=False, n=step: self.turned.emit(next_month(first, n)))
            self._ways.addWidget(button)
        now = QuietButton(look, translate("Calendar", "Vandaag"), height="quiet_low")
        now.setObjectName("calendar:today")
        now.clicked.connect(self.today)
        self._ways.addWidget(now)
        pair = Pair(look.gap("m"), look.gap("xs"))
        pair.addWidget(self._way)
        pair.addWidget(self._views())
        self.box.addLayout(pair)

    def _views(self) -> QWidget:
        look = self.look
        holder = QWidget()
        line = row(look.gap("xs"))
        for name, word in (("month", translate("Calendar", "Maand")), ("year", translate("Calendar", "Jaar"))):
            pick = OptionPick(look, word, chosen=name == self._view)
            pick.setAutoExclusive(True)
            pick.setObjectName(f"calendar:{name}")
            pick.setMinimumHeight(look.height("quiet_low"))
            pick.clicked.connect(lambda _=False, n=name: self.viewed.emit(n))
            line.addWidget(pick)
        holder.setLayout(line)
        return holder

    def keyPressEvent(self, event: QKeyEvent) -> None:
        name = {Qt.Key.Key_PageUp: "before", Qt.Key.Key_PageDown: "after"}.get(Qt.Key(event.key()))
        button = self.findChild(QuietButton, f"calendar:{name}") if name else None
        if isinstance(button, QuietButton):
            button.click()
            return
        super().keyPressEvent(event)


class MonthPage(Times):
    """A month, and the year around it in one line where there is room: ``year`` is asked for it then.

    ``opened`` tells the day that was pressed, ``walked`` the day of another month to go to.
    """

    opened = Signal(object)
    walked = Signal(object)

    def __init__(
        self, look: Look, view: MonthView, lang: str, current: date, year: Callable[[], Sequence[StripMonth]],
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(look, view.title, "month", parent)
        self._year = year
        self.strip: Strip | None = None
        self.ways(view.before, view.after, view.first, 1)
        self.grid = MonthGrid(look, view, lang, current)
        self.grid.opened.connect(self.opened)
        self.grid.beyond.connect(self.walked)
        self.box.addWidget(self.grid, 1)
        self._below = column(look.gap("xs"))
        self._below.addLayout(self._foot(view))
        self.box.addLayout(self._below)
        self.end()

    def _foot(self, view: MonthView) -> QLayout:
        """What the marks mean, what "alles" is, and the head of the year with the way to its sheet."""
        look = self.look
        said = QWidget()
        lines = column(look.gap("xxs"))
        flow = Flow(look.gap("l"), look.gap("xxs"), stretch=False)
        for state in view.legend:
            flow.addWidget(legend_part(look, state))
        if view.daily:
            flow.addWidget(Text(look, view.daily, "small", "soft"))
        lines.addLayout(flow)
        self._head = Text(look, translate("Calendar", "Het jaar in 1 oogopslag"), "body", weight=700)
        self._head.hide()
        lines.addWidget(self._head)
        said.setLayout(lines)
        pair = Pair(look.gap("m"), look.gap("xs"), look.whole("answer_least"))
        pair.addWidget(said)
        pair.addWidget(self.print_button())
        return pair

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """The year stands there only where no month has to give up its days for it, also one of six weeks."""
        look = self.look
        room = QSize(self.width() - look.whole("scrollbar"), self.height())
        least = Strip.least(look, MONTHS)
        self._head.show()
        self.grid.low(True)
        need = self.box.totalHeightForWidth(room.width()) + self.grid.weeks_less
        if self.strip is None:
            need += self._below.spacing() + least.height()
        side = self.box.contentsMargins()
        fits = need <= room.height() and least.width() <= room.width() - side.left() - side.right()
        self._head.setVisible(fits)
        self.grid.low(fits)
        if fits and self.strip is None:
            self.strip = Strip(look, self._year(), self._head.text())
            self.strip.opened.connect(self.turned)
            self._below.addWidget(self.strip)
        if self.strip is not None:
            self.strip.setVisible(fits)

    def focus_day(self, day: date) -> None:
        """Puts the keyboard on a day."""
        self.grid.walk(day)


class MonthCard(Pressable):
    """A month of the year: its name and what is in it. Pressing it opens the month."""

    def __init__(self, look: Look, view: MonthSummary, parent: QWidget | None = None) -> None:
        super().__init__(look, view.said, parent)
        self.view = view
        self.setText(view.name)
        self.setObjectName(f"month:{view.month:%Y-%m}")
        pad = look.pad("s")
        box = column(look.pad("xxs"), (pad, pad, pad, pad))
        title = view.name
        if view.current:
            title = translate("Calendar", "{month}, nu").format(month=view.name)
        box.addWidget(Text(look, title, "body", "accent" if view.current else "ink", weight=700))
        for line in view.lines:
            box.addLayout(self._line(line.icon, line.text, faint=line.faint))
        box.addStretch(1)
        self.setLayout(box)
        self.setMinimumHeight(look.height("choice"))

    def _line(self, icon: Icon, text: str, *, faint: bool) -> QLayout:
        look = self.look
        said = text
        if faint:
            said = translate("Calendar", "{what}, voorlopig").format(what=text)
        line = row(look.pad("xs"))
        mark = IconMark(look, icon, "soft" if faint else "accent", "regular" if faint else "bold")
        line.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(Text(look, said, "small", "soft" if faint else "ink"), 1)
        return line

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = self.look
        corner = look.radius("note")
        painter, box = self.begin(look, corner)
        fill: Color = "card"
        if (self.underMouse() or self.isDown()) and not look.contrast:
            fill = "tint_2" if self.isDown() else "tint"
        edge: Color = "accent" if self.view.current else "line" if look.contrast else "hair"
        width = look.length("border_thick") if self.view.current else look.length("border") / 2
        fill_round(painter, QRectF(box), corner, look.color(fill), look.color(edge), width)


class YearPage(Times):
    """Twelve months. ``opened`` tells the month that was pressed."""

    opened = Signal(object)

    def __init__(self, look: Look, view: YearView, parent: QWidget | None = None) -> None:
        super().__init__(look, str(view.year), "year", parent)
        self.ways(str(view.year - 1), str(view.year + 1), date(view.year, 1, 1), 12)
        grid = Even(look.gap("s"), 4, look.whole("choice_width") - look.gap("xl"))
        for month in view.months:
            card = MonthCard(look, month)
            card.clicked.connect(lambda _=False, when=month.month: self.opened.emit(when))
            grid.addWidget(card)
        self.box.addLayout(grid)
        self.box.addWidget(self.print_button(), 0, Qt.AlignmentFlag.AlignRight)
        self.end()
        self.box.addStretch(1)
