"""Kalender: the coming four weeks as a list of days. A month view comes beside it, not instead of it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from osteoapp import words
from osteoapp.content.words import Lang
from osteoapp.core.item import INFORMATIONAL, Agenda, Item, Kind, Status
from osteoapp.i18n import capital, clock, day_words, full_date, translate
from osteoapp.ui.models import chip_of
from osteoapp.ui.parts.cards import Card, Page, Round, Rule, Scroller, column, row
from osteoapp.ui.parts.marks import Chip
from osteoapp.ui.parts.pair import Pair
from osteoapp.ui.parts.text import Text
from osteoapp.ui.theme import Look
from osteoapp.ui.views import Snapshot
from osteoapp.ui.wording import icon_of, title_of

WEEKS: Final = 4


def days_of(agenda: Agenda, snap: Snapshot, first: date, last: date) -> dict[date, list[Item]]:
    """The items of each day that has any. What comes every day is left out, so that the rest can be seen."""
    daily = _daily(agenda, snap, first, last)
    found: dict[date, list[Item]] = {}
    for item in agenda.items:
        day = snap.local(item.due).date()
        told = item.kind is Kind.GOAL or item.kind in INFORMATIONAL
        if first <= day <= last and item.plan not in daily and not told:
            found.setdefault(day, []).append(item)
    return dict(sorted(found.items()))


def _daily(agenda: Agenda, snap: Snapshot, first: date, last: date) -> set[str]:
    """The plans that have something on at least every second day of the range."""
    days: dict[str, set[date]] = {}
    for item in agenda.items:
        if item.kind is Kind.DOSE:
            days.setdefault(item.plan, set()).add(snap.local(item.due).date())
    length = (last - first).days + 1
    return {plan for plan, dates in days.items() if len(dates) * 2 >= length}


class SchedulePage(QWidget):
    """The days with something on them, each with its things; what comes daily stands in one line above."""

    def __init__(self, look: Look, agenda: Agenda, snap: Snapshot, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._snap = look, snap
        first = snap.now.date()
        last = first + timedelta(weeks=WEEKS) - timedelta(days=1)
        page = Page(look)
        side = look.gap("xxl")
        box = column(look.gap("m"), (side, look.gap("xl"), side - look.gap("m"), look.gap("xl")))
        box.addWidget(Text(look, translate("Schedule", "De komende 4\u00a0weken"), "page"))
        span = translate("Schedule", "Tot en met {day}").format(
            day=f"{words.tie(day_words(last, snap.lang))} {last.year}"
        )
        box.addWidget(Text(look, span, "lead", "soft"))
        daily = self._daily_line(agenda, first, last)
        if daily:
            box.addWidget(Text(look, daily))
        days = days_of(agenda, snap, first, last)
        for day, items in days.items():
            box.addWidget(self._day(day, items, snap.lang, today=day == first))
        if not days:
            box.addWidget(Text(look, translate("Schedule", "Er staat niets bijzonders in deze weken."), "lead"))
        box.addStretch(1)
        page.setLayout(box)
        whole = column()
        whole.addWidget(Scroller(look, page))
        self.setLayout(whole)

    def _daily_line(self, agenda: Agenda, first: date, last: date) -> str:
        plans = _daily(agenda, self._snap, first, last)
        plans |= {item.plan for item in agenda.items if item.kind is Kind.GOAL}
        names = sorted({title_of(self._snap, item) for item in agenda.items if item.plan in plans})
        return translate("Schedule", "Elke dag: {names}.").format(names=", ".join(names)) if names else ""

    def _day(self, day: date, items: list[Item], lang: Lang, *, today: bool) -> Card:
        look = self._look
        name = capital(day_words(day, lang))
        title = translate("Schedule", "Vandaag, {day}").format(day=full_date(day, lang)) if today else name
        card = Card(look, "calm" if today else "plain", name=title)
        pad = look.pad("l")
        box = column(look.pad("s"), (pad, look.pad("m"), pad, look.pad("m")))
        box.addWidget(Text(look, title, "section"))
        for number, item in enumerate(items):
            if number:
                box.addWidget(Rule(look))
            box.addWidget(self._item(item))
        card.setLayout(box)
        return card

    def _item(self, item: Item) -> QWidget:
        look, snap = self._look, self._snap
        chip = chip_of(snap, item)
        line = row(look.pad("m"))
        line.addWidget(Round(look, icon_of(item)), 0, Qt.AlignmentFlag.AlignVCenter)
        pair = Pair(look.pad("m"), look.pad("xxs"))
        time = clock(snap.local(item.due))
        pair.addWidget(Text(look, f"{time}  **{title_of(snap, item)}**"))
        if item.status is not Status.UPCOMING:
            pair.addWidget(Chip(look, chip.mood, chip.word))
        line.addLayout(pair, 1)
        holder = QWidget()
        holder.setLayout(line)
        return holder
