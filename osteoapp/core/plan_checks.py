"""What must hold between the plans of one patient: asked when a file is read and when a screen changes a plan."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import combinations

from osteoapp.core.regimen import AnyPlan, DayTimes, TabletPlan
from osteoapp.core.treatment import Catalogue, IntakeRule


def overlapping_tablets(plans: Sequence[AnyPlan], catalogue: Catalogue) -> tuple[tuple[AnyPlan, AnyPlan], ...]:
    """The pairs of weekly intake tablets that share a date of use, in the order of the plans (B1, B2, B2b).

    Nobody takes two of these side by side, so a pair means that one has ended, or a mistake that the pharmacist can
    clear up. ``start`` and ``until`` both count as dates of use; without ``until`` a plan goes on. Plans of treatments
    that the catalogue does not know are passed over.
    """
    tablets = [
        plan for plan in plans if plan.treatment in catalogue and isinstance(catalogue[plan.treatment].rule, IntakeRule)
    ]
    return tuple((one, two) for one, two in combinations(tablets, 2) if _share_a_date(one, two))


def _share_a_date(one: AnyPlan, two: AnyPlan) -> bool:
    return one.start <= (two.until or date.max) and two.start <= (one.until or date.max)


def tablets_after_morning(plans: Sequence[AnyPlan], day: DayTimes) -> tuple[TabletPlan, ...]:
    """The weekly tablets whose time does not lie before the end of the morning: they could never be offered (C3)."""
    return tuple(plan for plan in plans if isinstance(plan, TabletPlan) and (plan.time or day.wake) >= day.morning_ends)


def first_weekday(start: date, weekday: int) -> date:
    """The first date of that weekday (0 is Monday) on or after ``start``.

    The weeks of a rule "every two weeks on Monday" are counted from the week of its start, as RFC 5545 does. A plan
    that began on a Wednesday would so skip its first Monday; with this date as its start it does not.
    """
    return start + timedelta(days=(weekday - start.weekday()) % 7)
