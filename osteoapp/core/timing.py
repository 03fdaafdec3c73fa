"""A stopwatch for a goal in minutes: how long it has run, and whether it can be believed (B7)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from osteoapp.core.item import ItemId

# Longer than anyone walks at a stretch: it was forgotten. Over midnight much less is enough to doubt it.
LONGEST = timedelta(hours=3)
LONGEST_OVER_MIDNIGHT = timedelta(hours=1)
_MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Started:
    """A stopwatch that runs: for which item, and the instant (UTC) at which it was started."""

    item: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Timing:
    """How a running stopwatch stands.

    ``since`` is local and aware; ``minutes`` are whole and never negative. A ``doubtful`` one ran so long that the
    person has to say how many minutes it was. ``target`` is the item for which the minutes count, that of the date
    on which it was started, and ``at`` what to record them with: None means now.
    """

    item: str
    since: datetime
    minutes: int
    doubtful: bool
    target: str
    at: datetime | None


def timing(started: Started, now: datetime, elapsed: timedelta) -> Timing:
    """How a stopwatch stands at ``now`` (local, aware) after ``elapsed``, which a clock set back does not shorten."""
    since = started.at.astimezone(now.tzinfo)
    began = min(since, now)
    over_midnight = began.date() != now.date()
    limit = LONGEST_OVER_MIDNIGHT if over_midnight else LONGEST
    wanted = ItemId.parse(started.item)
    return Timing(
        item=started.item,
        since=since,
        minutes=max(elapsed // _MINUTE, 0),
        doubtful=elapsed > limit,
        target=str(ItemId(wanted.plan, began.date(), wanted.step)),
        at=began if over_midnight else None,
    )
