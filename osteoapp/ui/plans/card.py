""" "Zo ziet dat eruit": from when a change counts, and the next five dates, as the program itself would plan them."""

from __future__ import annotations

from datetime import date
from typing import Final

from osteoapp import words
from osteoapp.core.recurrence import DAY
from osteoapp.core.regimen import TabletPlan
from osteoapp.core.treatment import IntakeRule
from osteoapp.i18n import day_month, full_day, translate
from osteoapp.ui.plans.desk import PlanDesk
from osteoapp.ui.ports import Coming, Following
from osteoapp.ui.setup.ahead import AheadCard

DATES: Final = 5


class ChangeCard(AheadCard):
    """The next dates of the plan as it is answered now."""

    def __init__(self, desk: PlanDesk) -> None:
        self._plan_desk = desk
        super().__init__(desk, desk.slot, most=DATES)

    def first_word(self, found: Following | None) -> str:
        """What is used already has no first time any more."""
        return super().first_word(found) if self._plan_desk.before is None else translate("Plans", "Volgende keer")

    def date(self, day: date) -> str:
        """The year only where it is another one."""
        return day_month(day, self._plan_desk.lang) if day.year == self._plan_desk.today.year else super().date(day)

    def words(self, found: Following, dates: tuple[Coming, ...]) -> str:
        """From when it counts; where nothing was changed, only what belongs to the dates."""
        return "\n".join(line for line in (counts_from(self._plan_desk, found), super().words(found, dates)) if line)


def counts_from(desk: PlanDesk, found: Following) -> str:
    """From which day a change counts, and that the past stays."""
    if desk.before is None or not desk.changed or found.regimen is None:
        return ""
    version = found.regimen.families()[desk.slot][-1]
    first = version.effective_from
    if first == desk.today:
        line = translate("Plans", "**Dit geldt vanaf vandaag.**")
    elif first == desk.today + DAY:
        line = translate("Plans", "**Dit geldt vanaf morgen.** Vandaag blijft zoals het was.")
    else:
        day = words.tie(full_day(first, desk.lang))
        line = translate("Plans", "**Dit geldt vanaf {day}.**").format(day=day)
    line += " " + translate("Plans", "Wat voorbij is, verandert niet.")
    plan, old = version.plan, desk.table.get("weekday")
    tablet = isinstance(plan, TabletPlan) and isinstance(desk.treatment.rule, IntakeRule)
    if tablet and desk.plan().get("weekday") != old:
        week = translate("Plans", "Tussen 2 tabletten zitten minstens 7\u00a0dagen.")
        later = translate("Plans", "Neemt u er nu nog een? Dan komt de volgende later.")
        line += f" {week} {later}"
    return line
