"""What to add: the cards of the treatments that are not in use yet; pressing one opens its questions."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from osteoapp.i18n import translate
from osteoapp.ui.parts.rows import Choice
from osteoapp.ui.parts.text import Text
from osteoapp.ui.parts.tiles import Tiles
from osteoapp.ui.setup.form import known_treatments
from osteoapp.ui.setup.names import MEDICINES, MORE, card_line, card_title, icon_of
from osteoapp.ui.setup.page import Desk, QuestionPage
from osteoapp.ui.setup.script import PageId


class AddPage(QuestionPage):
    """``picked`` brings the treatment."""

    picked = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(
            desk, PageId("add", 0), translate("Plans", "Wat wilt u toevoegen?"),
            translate("Setup", "Kies alleen wat uw arts met u heeft afgesproken."), parent=parent,
        )  # fmt: skip
        known = known_treatments(desk.base, desk.today)
        self.cards: dict[str, Choice] = {}
        for title, names in (
            (translate("Plans", "Medicijnen"), MEDICINES), (translate("Plans", "Ook handig"), MORE),
        ):  # fmt: skip
            wanted = [name for name in names if name not in known]
            if not wanted:
                continue
            self.body.addWidget(Text(self.look, title, "section"))
            tiles = Tiles(self.look.gap("m"), 2)
            for name in wanted:
                card = Choice(self.look, icon_of(name), card_title(name, desk.lang), card_line(name))
                card.setObjectName(f"plan:add:{name}")
                card.clicked.connect(lambda _=False, name=name: self.picked.emit(name))
                self.cards[name] = card
                tiles.addWidget(card)
            self.body.addLayout(tiles)

    def start(self) -> QWidget | None:
        return next(iter(self.cards.values()), None)
