"""Mijn behandeling: what is used, each with a way to change it; below it what has stopped."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from osteoapp.i18n import translate
from osteoapp.ui.icons import Icon
from osteoapp.ui.parts.buttons import QuietButton
from osteoapp.ui.parts.cards import Card, Page, Scroller, column
from osteoapp.ui.parts.flow import Flow
from osteoapp.ui.parts.notes import NoteBanner
from osteoapp.ui.parts.rows import ListRow
from osteoapp.ui.parts.text import Text
from osteoapp.ui.plans.listmodel import PlanRow, PlansView
from osteoapp.ui.theme import Look


class PlansPage(QWidget):
    """``asked`` brings what the person wants, and of which plan or pause.

    What: change, remove, stock, add, pause, resume, question or appointments.
    """

    asked = Signal(str, str)

    def __init__(self, look: Look, view: PlansView, message: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        title = translate("Plans", "Mijn behandeling")
        self.setAccessibleName(title)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        page = Page(look)
        side = look.gap("xxl")
        box = column(look.gap("m"), (side, look.gap("xl"), side - look.gap("m"), look.gap("xl")))
        box.addWidget(Text(look, title, "page"))
        if message:
            box.addWidget(NoteBanner(look, message, "check-circle", tone="tint"))
        self._told(box, view)
        self._ways(box, next((str(pause.number) for pause in view.pauses if pause.now), ""))
        self._list(box, view)
        box.addStretch(1)
        page.setLayout(box)
        whole = column()
        self.scroller = Scroller(look, page)
        whole.addWidget(self.scroller)
        self.setLayout(whole)

    def take_focus(self) -> None:
        """The focus goes to the page itself: its first Tab leads to the first button."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _told(self, box: QVBoxLayout, view: PlansView) -> None:
        """What rests, and what is not known."""
        for pause in view.pauses:
            word = translate("Plans", "Weer beginnen") if pause.now else translate("Plans", "Wijzig")
            self._banner(box, pause.words, "pause", word, "resume" if pause.now else "pause", str(pause.number))
        for one in view.asked:
            self._banner(box, one.words, "question", translate("Action", "Antwoord geven"), "question", one.plan)

    def _banner(self, box: QVBoxLayout, text: str, icon: Icon, word: str, what: str, of: str) -> None:
        banner = NoteBanner(self.look, text, icon, tone="tint", button=word)
        assert banner.button is not None
        banner.button.setObjectName(f"plans:{what}:{of}")
        banner.button.setAccessibleName(f"{text.replace('**', '')} {word}".replace("\u00a0", " "))
        banner.pressed.connect(lambda: self.asked.emit(what, of))
        box.addWidget(banner)

    def _quiet(self, word: str, icon: Icon | None, what: str, of: str = "") -> QuietButton:
        button = QuietButton(self.look, word, icon, height="quiet" if icon else "quiet_small")
        button.setObjectName(f"plans:{what}:{of}" if of else f"plans:{what}")
        button.clicked.connect(lambda: self.asked.emit(what, of))
        return button

    def _ways(self, box: QVBoxLayout, pause: str) -> None:
        """``pause`` is the one that goes on: only its dates can be changed then."""
        flow = Flow(self.look.gap("m"), stretch=False)
        rest = translate("Plans", "Wijzig de pauze") if pause else translate("Plans", "Pauze")
        ways: tuple[tuple[str, Icon, str, str], ...] = (
            (translate("Plans", "Voeg iets toe"), "plus", "add", ""),
            (rest, "pause", "pause", pause),
            (translate("Plans", "Afspraken"), "calendar-check", "appointments", ""),
        )
        for word, icon, what, of in ways:
            flow.addWidget(self._quiet(word, icon, what, of))
        box.addLayout(flow)

    def _list(self, box: QVBoxLayout, view: PlansView) -> None:
        look = self.look
        if not view.rows:
            box.addWidget(NoteBanner(look, translate("Plans", "Er staat nog niets. Voeg toe wat u gebruikt."), "info"))
        else:
            title = translate("Plans", "Dit gebruikt u")
            box.addWidget(Text(look, title, "section"))
            box.addWidget(self._card(title, view.rows, self._side))
        if view.stopped:
            title = translate("Plans", "Gestopt")
            box.addWidget(Text(look, title, "section"))
            box.addWidget(self._card(title, view.stopped, None))

    def _side(self, row: PlanRow) -> QWidget:
        """What can be done with a plan: count what is left of a medicine, and change it; one not known can only go."""
        ways = [(translate("Plans", "Haal weg"), "remove") if row.unknown else (translate("Plans", "Wijzig"), "change")]
        if row.counts:
            ways.insert(0, (translate("Stock", "Voorraad"), "stock"))
        side = QWidget()
        box = Flow(self.look.gap("s"), stretch=False)
        for word, what in ways:
            button = self._quiet(word, None, what, row.plan)
            button.setAccessibleName(f"{row.title}: {word}".replace("\u00a0", " "))
            box.addWidget(button)
        side.setLayout(box)
        return side

    def _under(self, row: PlanRow) -> QWidget | None:
        """When it comes next, and what is left of it."""
        lines = [line for line in (row.following, row.left) if line]
        if not lines:
            return None
        under = QWidget()
        box = column(self.look.pad("xxs"))
        for line in lines:
            box.addWidget(Text(self.look, line, "body", "soft"))
        under.setLayout(box)
        return under

    def _card(self, title: str, rows: tuple[PlanRow, ...], side: Callable[[PlanRow], QWidget] | None) -> Card:
        look = self.look
        card = Card(look, name=title)
        box = column()
        for number, row in enumerate(rows):
            line = ListRow(
                look, row.icon, row.title, line=row.line, under=self._under(row), side=side(row) if side else None,
                name=". ".join(part for part in (row.title, row.line, row.following, row.left) if part),
                last=number == len(rows) - 1,
            )  # fmt: skip
            line.setObjectName(f"row:{row.plan}")
            if side is None:
                line.setEnabled(False)
            else:
                what = "remove" if row.unknown else "change"
                line.clicked.connect(lambda _=False, what=what, plan=row.plan: self.asked.emit(what, plan))
            box.addWidget(line)
        card.setLayout(box)
        return card
