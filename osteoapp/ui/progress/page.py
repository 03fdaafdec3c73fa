"""The place Voortgang: a card for each treatment, over a period that is chosen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from osteoapp.content.words import Lang
from osteoapp.core.counts import Outcome
from osteoapp.i18n import translate
from osteoapp.ui.parts.buttons import MainButton, TextButton
from osteoapp.ui.parts.cards import Card, Page, Round, Rule, Scroller, column, row
from osteoapp.ui.parts.even import Even
from osteoapp.ui.parts.flow import Flow
from osteoapp.ui.parts.paint import box_of, painter_on
from osteoapp.ui.parts.pair import Pair
from osteoapp.ui.parts.picks import OptionPick
from osteoapp.ui.parts.text import Text
from osteoapp.ui.ports import Port
from osteoapp.ui.progress.model import (
    Bars,
    CardView,
    Dots,
    Gaps,
    Period,
    ProgressView,
    first_of,
    outcome_words,
    outcomes_of,
    progress_view,
)
from osteoapp.ui.progress.pictures import BarsPicture, DotsPicture, GapsPicture, paint_dot
from osteoapp.ui.share.model import title_of
from osteoapp.ui.snapshot import stamp
from osteoapp.ui.theme import Look


@dataclass
class Chosen:
    """What the person chose to look at: kept while she looks elsewhere."""

    period: Period = Period.WEEKS_12


def read(port: Port, period: Period, lang: str) -> ProgressView:
    """The page as the program has it now."""
    today, since = port.now().date(), port.past.since()
    first = first_of(period, today, since)
    counts = port.past.counts(first, today)
    year = counts if period in (Period.YEAR, Period.ALL) else port.past.counts(_year(today, since), today)
    return progress_view(counts, year, period, first, today, lang)


def _year(today: date, since: date) -> date:
    return first_of(Period.YEAR, today, since)


class LegendDot(QWidget):
    """A round as it stands in a picture, small."""

    def __init__(self, look: Look, outcome: Outcome, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._outcome = look, outcome
        side = look.whole("icon_text") + 4
        self.setFixedSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_dot(painter_on(self), self._look, box_of(self), self._outcome)


class TreatmentCard(Card):
    """One treatment: what was done, as a picture; the numbers come when they are asked for."""

    def __init__(self, look: Look, view: CardView, parent: QWidget | None = None) -> None:
        super().__init__(look, name=f"{view.title}. {view.headline}".replace("\u00a0", " "), parent=parent)
        self.view = view
        pad = look.pad("l")
        box = column(look.pad("s"), (pad, look.pad("m"), pad, look.pad("m")))
        head = row(look.pad("m"))
        head.addWidget(Round(look, view.icon, "round_m"), 0, Qt.AlignmentFlag.AlignTop)
        said = column(look.pad("hair"))
        said.addWidget(Text(look, view.title, "body", "soft", weight=600))
        said.addWidget(Text(look, view.headline, "section"))
        if view.lead:
            said.addWidget(Text(look, view.lead))
        head.addLayout(said, 1)
        box.addLayout(head)
        picture = self._picture()
        if picture is not None:
            box.addWidget(picture)
        box.addStretch(1)
        foot = Pair(look.gap("m"), look.gap("xs"))
        outcomes = outcomes_of(view.picture)
        if outcomes:
            foot.addWidget(self._legend(outcomes))
        if view.numbers:
            foot.addWidget(self._numbers(box))
        box.addLayout(foot)
        self.setLayout(box)

    def _picture(self) -> QWidget | None:
        picture = self.view.picture
        if isinstance(picture, Dots):
            return DotsPicture(self.look, picture)
        if isinstance(picture, Bars):
            return BarsPicture(self.look, picture)
        return GapsPicture(self.look, picture) if isinstance(picture, Gaps) else None

    def _legend(self, outcomes: tuple[Outcome, ...]) -> QWidget:
        """What the rounds mean."""
        look = self.look
        holder = QWidget()
        flow = Flow(look.gap("l"), look.gap("xs"), stretch=False)
        for outcome in outcomes:
            part = QWidget()
            line = row(look.pad("xs"))
            line.addWidget(LegendDot(look, outcome), 0, Qt.AlignmentFlag.AlignVCenter)
            line.addWidget(Text(look, outcome_words(outcome), "small", "soft"))
            part.setLayout(line)
            flow.addWidget(part)
        holder.setLayout(flow)
        return holder

    def _numbers(self, box: QVBoxLayout) -> TextButton:
        """The table, which is not there until it is asked for, and its button."""
        look = self.look
        self.table = QWidget()
        lines = column(look.pad("xxs"))
        for name, number in self.view.numbers:
            lines.addWidget(Rule(look))
            pair = Pair(look.pad("m"), look.pad("hair"))
            pair.addWidget(Text(look, name))
            pair.addWidget(Text(look, number, weight=700))
            lines.addLayout(pair)
        self.table.setLayout(lines)
        self.table.hide()
        self.button = TextButton(look, translate("Progress", "Toon de cijfers"))
        self.button.setObjectName(f"progress:numbers:{self.view.plan}")
        self.button.setAccessibleName(f"{self.button.text()}: {self.view.title}")
        self.button.clicked.connect(self._turn)
        box.addWidget(self.table)
        return self.button

    def _turn(self) -> None:
        shown = not self.table.isVisible()
        self.table.setVisible(shown)
        word = translate("Progress", "Verberg de cijfers") if shown else translate("Progress", "Toon de cijfers")
        self.button.setText(word)
        self.button.setAccessibleName(f"{word}: {self.view.title}")


class ProgressPage(QWidget):
    """``chosen`` is what the person looks at. Building it reads the counts of one period.

    ``printed`` leads to a sheet by its name: the overview for the doctor.
    """

    asked = Signal()
    printed = Signal(str)

    def __init__(self, look: Look, port: Port, lang: Lang, chosen: Chosen, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._port, self._lang, self._chosen = look, port, lang, chosen
        self.view: ProgressView | None = None
        self._box = column()
        self.setLayout(self._box)
        self.renew()
        port.changes.changed.connect(self._changed)

    def _changed(self, _: object = None) -> None:
        if stamp(self._port) != self._stamp and read(self._port, self._chosen.period, self._lang) != self.view:
            self.renew()

    def renew(self) -> None:
        """Draws what the program now says."""
        self._stamp = stamp(self._port)
        self.view = read(self._port, self._chosen.period, self._lang)
        old = self._box.takeAt(0)
        widget = old.widget() if old is not None else None
        self._box.addWidget(self._scroller(self.view))
        if widget is not None:
            widget.hide()
            widget.deleteLater()

    def _scroller(self, view: ProgressView) -> Scroller:
        look = self._look
        page = Page(look)
        side = look.gap("xxl")
        box = column(look.gap("m"), (side, look.gap("xl"), side - look.gap("m"), look.gap("xl")))
        head = Pair(look.gap("m"), look.gap("xs"))
        head.addWidget(Text(look, translate("Progress", "Voortgang"), "page"))
        if view.cards:
            head.addWidget(self._report())
        box.addLayout(head)
        over = Pair(look.gap("m"), look.gap("xs"))
        if view.cards:
            over.addWidget(Text(look, view.span, "body", "soft"))
        over.addWidget(self._periods(view.period))
        box.addLayout(over)
        grid = Even(look.gap("l"), 2, look.whole("column_least"))
        for one in view.cards:
            card = TreatmentCard(look, one)
            if isinstance(one.picture, Dots):
                box.addWidget(card)
            else:
                grid.addWidget(card)
        box.addLayout(grid)
        if not view.cards:
            box.addWidget(Text(look, translate("Progress", "Er is nog niets geteld."), "lead"))
            said = translate("Progress", "Na uw eerste dag ziet u hier hoe het gaat.")
            box.addWidget(Text(look, said, "lead", "soft"))
        else:
            said = translate(
                "Progress", "Een keer niet gelukt? Dat kan gebeuren. Het volgende staat gewoon in de kalender."
            )
            box.addWidget(Text(look, said, "body", "soft"))
        box.addStretch(1)
        page.setLayout(box)
        return Scroller(look, page)

    def _report(self) -> MainButton:
        """The way to the overview for the doctor, called as its page is."""
        button = MainButton(self._look, title_of("pdf"), "file-text")
        button.setObjectName("progress:report")
        button.clicked.connect(lambda: self.printed.emit("pdf"))
        return button

    def _periods(self, period: Period) -> QWidget:
        holder = QWidget()
        flow = Flow(self._look.gap("xs"), stretch=False)
        for one, word in (
            (Period.WEEKS_4, translate("Progress", "4 weken")), (Period.WEEKS_12, translate("Progress", "12 weken")),
            (Period.YEAR, translate("Progress", "1 jaar")), (Period.ALL, translate("Progress", "Alles")),
        ):  # fmt: skip
            pick = OptionPick(self._look, word.replace(" ", "\u00a0"), chosen=one is period)
            pick.setAutoExclusive(True)
            pick.setObjectName(f"progress:{one.value}")
            pick.clicked.connect(lambda _=False, p=one: self.choose(p))
            flow.addWidget(pick)
        holder.setLayout(flow)
        return holder

    def choose(self, period: Period) -> None:
        """Looks back over another period."""
        self._chosen.period = period
        self.renew()
        pick = self.findChild(OptionPick, f"progress:{period.value}")
        if pick is not None:
            pick.setFocus(Qt.FocusReason.OtherFocusReason)
