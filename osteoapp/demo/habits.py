"""What a sample patient answers to a reminder, so that a week or a year of hers can pass."""

from __future__ import annotations

from collections.abc import Set
from datetime import date, datetime, time, timedelta
from typing import Final

from osteoapp.core.answers import Request
from osteoapp.core.item import Item, Kind, Status

# So long after a reminder she answers.
PAUSE: Final = timedelta(minutes=5)
OFFICE: Final = time(10)


def answer_of(item: Item, takes: Set[str], today: date, *, step: int, late_days: int = 0) -> Request | None:
    """Her answer to an item that takes these answers; None where she leaves it open.

    ``step``: what she adds to a goal at a time. ``late_days``: her injection or infusion is given only so many days
    after it was due, and she books nothing before.
    """
    if item.kind is Kind.APPOINTMENT and "given" in takes:
        wanted = item.appointment.date() if item.appointment is not None else item.date
        return Request(item.id, "given") if today >= max(wanted, item.date + timedelta(days=late_days)) else None
    if "booked" in takes:
        if late_days:
            return None
        on = datetime.combine(max(item.date, today + timedelta(days=1)), OFFICE)
        return Request(item.id, "booked", on=on)
    if item.status is Status.UNANSWERED and "forgotten" in takes:
        return Request(item.id, "forgotten")
    if "amount" in takes:
        return Request(item.id, "amount", amount=step)
    return next((Request(item.id, one) for one in ("taken", "done") if one in takes), None)
