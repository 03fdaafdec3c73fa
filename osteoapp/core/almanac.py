"""The agenda with a memory: the same answers as ``agenda``, for a loop that asks thousands of times a day.

An item changes only at the instants that it names itself, at midnight, with an answer, or with the regimen,
the zone or the range. Between those, its entry is kept. A law in the tests holds it equal to ``agenda``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial

from osteoapp.core.agenda import assemble, context, family_entries
from osteoapp.core.context import Context, Entry, Repeats
from osteoapp.core.family import Family
from osteoapp.core.history import History
from osteoapp.core.item import Agenda, Running
from osteoapp.core.regimen import Regimen


@dataclass(frozen=True, slots=True)
class _Kept:
    since: datetime
    until: datetime
    entries: tuple[Entry, ...]


class Almanac:
    """Keeps the entries of each plan as long as they hold."""

    def __init__(self) -> None:
        self._key: tuple[object, ...] = ()
        self._kept: dict[tuple[str, date], _Kept] = {}

    def agenda(
        self,
        regimen: Regimen,
        history: History,
        now: datetime,
        *,
        dates: tuple[date, date],
        running: Running | None = None,
        repeats: Repeats = Repeats(),
    ) -> Agenda:
        """What ``agenda`` gives for the same arguments, with what cannot be worked out in ``faults``."""
        ctx = context(regimen, history, now, dates=dates, running=running, repeats=repeats)
        key = (regimen, history, history.revision, ctx.zone.key, ctx.first, ctx.last)
        if key != self._key:
            self._key, self._kept = key, {}
        return assemble(ctx, self._entries(ctx))

    def _entries(self, ctx: Context) -> Iterator[Entry]:
        for family in ctx.all_families:
            name = (family.id, family.versions[0].effective_from)
            kept = self._kept.get(name)
            # A half hour counts down on another clock than ``now``: while one is near, nothing is kept.
            if kept is None or ctx.running is not None or not kept.since <= ctx.now < kept.until:
                kept = _look(ctx, family)
                if not ctx.broken:  # else it is tried again at the next look
                    self._kept[name] = kept
            yield from kept.entries


def _look(ctx: Context, family: Family) -> _Kept:
    entries = ctx.tried(family.id, partial(family_entries, ctx, family))
    ahead = [moment for entry in entries for moment in entry.changes if moment > ctx.now]
    return _Kept(ctx.now, min([ctx.end_of(ctx.today), *ahead]), entries)
