"""What was still open when its plan was taken out: it is asked no more, and stays in the history as ended."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, time
from itertools import zip_longest
from typing import ClassVar

from osteoapp.core.agenda import context, entries, zone_of
from osteoapp.core.events import Event
from osteoapp.core.history import History
from osteoapp.core.recurrence import DAY, instant
from osteoapp.core.regimen import PlanVersion, Regimen


@dataclass(frozen=True, slots=True, kw_only=True)
class Ended(Event):
    """An item was open when its plan was over. Follows from the plans and the answers, and is written nowhere."""

    type: ClassVar[str] = "ended"


def endings(regimen: Regimen, history: History, now: datetime) -> list[Ended]:
    """The items that ended with their plans up to ``now`` (aware), oldest first.

    What would have closed by itself at that midnight, a daily dose, is missed and not ended.
    """
    found: list[Ended] = []
    for name, versions in regimen.families().items():
        for number in _last_ones(versions):
            found += _open_at_end(regimen, history, now, name, versions[: number + 1])
    return sorted(found, key=lambda event: (event.at, event.item))


def _last_ones(versions: tuple[PlanVersion, ...]) -> Iterator[int]:
    """The places of the versions with which a plan was over: taken out, or another treatment took its id."""
    for place, (version, following) in enumerate(zip_longest(versions, versions[1:])):
        other = following is not None and following.plan.treatment != version.plan.treatment
        if version.removed or other:
            yield place


def _open_at_end(
    regimen: Regimen, history: History, now: datetime, name: str, versions: tuple[PlanVersion, ...]
) -> Iterator[Ended]:
    newest = versions[-1]
    assert newest.effective_until is not None  # a version that another follows, or that was taken out, has its end
    others = tuple(version for version in regimen.versions if version.plan.id != name)
    running = replace(regimen, versions=(*others, *versions[:-1], replace(newest, removed=False)))
    after = newest.effective_until + DAY
    end = instant(after, time(0), zone_of(regimen, now))
    if end > now:
        return
    ctx = context(running, history, end.astimezone(now.tzinfo))
    for entry in entries(ctx):
        item = entry.item
        if item.plan == name and item.treatment == newest.plan.treatment and item.open:
            yield Ended(id=f"ended-{item.id}", at=end, recorded=end, zone=ctx.zone.key, item=item.id)
