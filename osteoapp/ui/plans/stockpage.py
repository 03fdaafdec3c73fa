"""What is left of one medicine, on a page of its own: what is noted there counts at once."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from osteoapp.i18n import translate
from osteoapp.ui.plans.desk import PlanDesk
from osteoapp.ui.plans.listmodel import title_of
from osteoapp.ui.ports import Port
from osteoapp.ui.setup.page import QuestionPage
from osteoapp.ui.setup.script import PageId
from osteoapp.ui.stock.card import StockCard


class StockPage(QuestionPage):
    """``allowed`` asks what has to be asked before how early to remind is changed."""

    def __init__(
        self, desk: PlanDesk, port: Port, allowed: Callable[[Callable[[], None]], None], parent: QWidget | None = None
    ) -> None:
        plan = next(one for one in port.regimen().draft.plans if one.id == desk.slot)
        super().__init__(
            desk, PageId("stock", 0), title_of(plan, desk.lang),
            translate("Stock", "Wat u hier noteert, wordt meteen bewaard."), parent=parent,
        )  # fmt: skip
        self.card = StockCard(desk.look, port, desk.lang, desk.slot, allowed)
        self.body.addWidget(self.card)
        # What the card shows instead has its place only after this.
        self.card.drawn.connect(lambda: QTimer.singleShot(0, self, self._to_card))

    def _to_card(self) -> None:
        """A question is read from its beginning, also where the page is low."""
        self.scroller.verticalScrollBar().setValue(self.card.y())

    def start(self) -> QWidget | None:
        return self.card.first
