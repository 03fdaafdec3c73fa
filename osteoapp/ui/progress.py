"""Voortgang: what was done in the last seven days, counted plainly. No marks, no percentages, no scolding."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from osteoapp import words
from osteoapp.core.item import Agenda, Item, Kind, Status
from osteoapp.i18n import translate
from osteoapp.ui.icons import Icon
from osteoapp.ui.parts.cards import Card, Page, Round, Scroller, column, row
from osteoapp.ui.parts.text import Text
from osteoapp.ui.share.page import share_button
from osteoapp.ui.theme import Look
from osteoapp.ui.views import Snapshot
from osteoapp.ui.wording import icon_of, title_of

DAYS: Final = 7


@dataclass(frozen=True, slots=True)
class Count:
    """What was done of one plan in the last seven days."""

    plan: str
    icon: Icon
    title: str
    line: str
    order: int


def counts_of(agenda: Agenda, snap: Snapshot) -> tuple[Count, ...]:
    """One count for each plan that had something in the last seven days, today included."""
    today = snap.now.date()
    plans: dict[str, list[Item]] = {}
    for item in agenda.items:
        day = snap.local(item.due).date()
        if today - timedelta(days=DAYS) < day <= today and item.kind in (Kind.DOSE, Kind.GOAL):
            plans.setdefault(item.plan, []).append(item)
    found = [_count(snap, plan, items) for plan, items in plans.items()]
    return tuple(sorted(found, key=lambda one: (one.order, one.title)))


def _count(snap: Snapshot, plan: str, items: list[Item]) -> Count:
    first = items[0]
    if first.kind is Kind.GOAL:
        total = sum(item.progress.value for item in items if item.progress is not None)
        unit = first.progress.unit if first.progress is not None else ""
        if unit == "min":
            line = translate("Progress", "%n minuten in 7 dagen", "", total)
        else:
            line = translate("Progress", "%n porties in 7 dagen", "", total)
    else:
        by = Counter(item.status for item in items)
        done = by[Status.DONE] + by[Status.IN_PROGRESS]
        planned = done + by[Status.SKIPPED] + by[Status.MISSED] + by[Status.UNANSWERED]
        line = translate("Progress", "{done} van {planned} keer genomen").format(done=done, planned=planned)
        if not planned:
            line = translate("Progress", "Staat nog open")
    return Count(plan, icon_of(first), title_of(snap, first), words.tie(line) + ".", int(first.kind is Kind.GOAL))


class ProgressPage(QWidget):
    """A card for each plan; ``share`` leads to the sheets and files."""

    share = Signal()

    def __init__(self, look: Look, agenda: Agenda, snap: Snapshot, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        page = Page(look)
        side = look.gap("xxl")
        box = column(look.gap("m"), (side, look.gap("xl"), side - look.gap("m"), look.gap("xl")))
        box.addWidget(Text(look, translate("Progress", "De laatste 7\u00a0dagen"), "page"))
        counts = counts_of(agenda, snap)
        for count in counts:
            box.addWidget(self._card(look, count))
        if not counts:
            box.addWidget(Text(look, translate("Progress", "Er is nog niets geteld."), "lead"))
        box.addSpacing(look.gap("s"))
        said = translate(
            "Progress", "Een keer niet gelukt? Dat kan gebeuren. Het volgende staat gewoon in de kalender."
        )
        box.addWidget(Text(look, said, "body", "soft"))
        box.addWidget(share_button(look, self.share), 0, Qt.AlignmentFlag.AlignLeft)
        box.addStretch(1)
        page.setLayout(box)
        whole = column()
        whole.addWidget(Scroller(look, page))
        self.setLayout(whole)

    def _card(self, look: Look, count: Count) -> Card:
        card = Card(look, name=f"{count.title}. {count.line}")
        pad = look.pad("l")
        box = row(look.pad("l"), (pad, look.pad("m"), pad, look.pad("m")))
        box.addWidget(Round(look, count.icon, "round_m"), 0, Qt.AlignmentFlag.AlignVCenter)
        inner = column(look.pad("xxs"))
        inner.addStretch(1)
        inner.addWidget(Text(look, count.title, "section"))
        inner.addWidget(Text(look, count.line, "lead"))
        inner.addStretch(1)
        box.addLayout(inner, 1)
        card.setLayout(box)
        return card
