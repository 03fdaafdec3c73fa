""" "Zo ziet dat eruit": the next dates of what is being answered, as the program itself would plan them."""

from __future__ import annotations

from datetime import date
from typing import Final

from PySide6.QtWidgets import QWidget

from osteoapp import words
from osteoapp.core.regimen import AnyPlan, CyclePlan, TabletPlan
from osteoapp.core.treatment import IntakeRule
from osteoapp.i18n import capital, clock, full_date, translate, weekday
from osteoapp.ui.parts.cards import Card, IconMark, clear, column, row
from osteoapp.ui.parts.text import Text
from osteoapp.ui.parts.tiles import Tiles
from osteoapp.ui.ports import Coming, Following
from osteoapp.ui.setup.form import alone
from osteoapp.ui.setup.page import Desk
from osteoapp.ui.theme import Look

MOST: Final = 4


class AheadCard(Card):
    """The next dates of one slot, at most so many; not there while the answers make no plan yet."""

    def __init__(
        self, desk: Desk, slot: str, needs: str = "", *, most: int = MOST, parent: QWidget | None = None
    ) -> None:
        super().__init__(desk.look, radius="note", name=translate("Setup", "Zo ziet dat eruit"), parent=parent)
        self._desk, self._slot, self._needs, self._most = desk, slot, needs, most
        look = desk.look
        pad = look.pad("m")
        box = column(look.pad("s"), (pad, pad, pad, pad))
        head = row(look.pad("s"))
        head.addWidget(IconMark(look, "calendar-check", "accent", "bold"))
        head.addWidget(Text(look, translate("Setup", "Zo ziet dat eruit"), "body", weight=700), 1)
        box.addLayout(head)
        self._tiles = Tiles(look.gap("s"), most, whole=True)
        box.addLayout(self._tiles)
        self._line = Text(look, " ", "body", "soft")
        box.addWidget(self._line)
        self.setLayout(box)
        self.hide()

    def following(self) -> Following | None:
        """What would follow if this plan were the only one."""
        desk = self._desk
        checked = desk.plans.check(alone(desk.form(), self._slot))
        if checked.draft is None:
            return None
        everything = frozenset(plan.id for plan in desk.plans.draft().plans)
        return desk.plans.preview(checked.draft, everything)

    def renew(self) -> None:
        """Shows what the answers would lead to now."""
        answers = self._desk.answers
        missing = bool(self._needs) and not answers.get(self._slot, self._needs)
        found = None if missing or answers.skipped(self._slot) else self.following()
        dates = _days(next(iter(found.dates.values()), ()))[: self._most] if found is not None else ()
        clear(self._tiles)
        for number, one in enumerate(dates):
            late = one.at.date() < self._desk.today
            word = translate("Setup", "Daarna") if number else self.first_word(found)
            if _unknown(found):
                word = translate("Setup", "Wij vragen ernaar")
            day, lang = self.date(one.at.date()), self._desk.lang
            tile = _Tile(self.look, one, lang, word=word, said=day, first=not number, late=late)
            self._tiles.addWidget(tile)
        line = self.words(found, dates) if found is not None else ""
        self._line.say(line or " ")
        self._line.setVisible(bool(line))
        self.setVisible(bool(dates) or bool(line))
        self.updateGeometry()

    def first_word(self, found: Following | None) -> str:
        """What the first tile is called. After an injection or infusion that was given it is no first one."""
        given = any(isinstance(plan, CyclePlan) and plan.last_given for plan in _plans(found))
        return translate("Setup", "Volgende keer") if given else translate("Setup", "Eerste keer")

    def date(self, day: date) -> str:
        """A date in a tile. The year may stand on a line of its own: day and month stay together."""
        return " ".join(full_date(day, self._desk.lang).rsplit("\u00a0", 1))

    def words(self, found: Following, dates: tuple[Coming, ...]) -> str:
        """What stands under the dates."""
        return _line(found, dates, self._desk) if dates else ""


def _days(dates: tuple[Coming, ...]) -> tuple[Coming, ...]:
    """The first of each date: what comes at three times of a day has one tile for it."""
    return tuple({one.at.date(): one for one in reversed(dates)}.values())[::-1]


def _unknown(found: Following | None) -> bool:
    """Whether what comes is no injection or infusion but the question when it was."""
    return any(isinstance(plan, CyclePlan) and plan.unknown for plan in _plans(found))


def _plans(found: Following | None) -> tuple[AnyPlan, ...]:
    """The plan that is asked about, where there is one yet."""
    return found.regimen.draft.plans if found is not None and found.regimen is not None else ()


def _line(found: Following, dates: tuple[Coming, ...], desk: Desk) -> str:
    """One sentence about what is not in the dates."""
    regimen = found.regimen
    if regimen is None or not regimen.draft.plans:
        return ""
    plan = regimen.draft.plans[0]
    if isinstance(plan, TabletPlan) and isinstance(regimen.catalogue[plan.treatment].rule, IntakeRule):
        text = translate("Setup", "De avond ervoor, om {time}, krijgt u alvast een seintje.")
        return text.format(time=clock(regimen.draft.day.evening))
    if dates and dates[0].at.date() < desk.today:
        # What the program will say of it from the first moment.
        return words.tie(words.instruction(dates[0].item, plan, desk.lang))
    if isinstance(plan, CyclePlan) and plan.unknown:
        return translate("Setup", "Dan vraagt het programma u om de dag na te vragen. Tot dan is er geen datum.")
    if any(one.forecast for one in dates):
        return translate("Setup", "Een latere dag volgt uit de dag ervoor. Die kan dus nog veranderen.")
    return ""


class _Tile(Card):
    """One date: which one, the weekday and the date."""

    def __init__(
        self, look: Look, coming: Coming, lang: str, *, word: str, said: str, first: bool, late: bool,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        day = coming.at.date()
        super().__init__(look, "tint" if first else "sunk", radius="day", parent=parent)
        pad = look.pad("s")
        box = column(0, (pad, look.pad("xs"), pad, look.pad("xs")))
        if coming.forecast:
            word = translate("Setup", "Naar verwachting")
        if late:
            word = translate("Setup", "Was al op")
        box.addWidget(Text(look, word, "small", "accent" if first else "soft", weight=600))
        box.addWidget(Text(look, capital(weekday(day, lang)), "small", weight=600))
        box.addWidget(Text(look, said, "small", weight=600))
        self.setLayout(box)
        self.setAccessibleName(f"{word}: {weekday(day, lang)} {said}")
