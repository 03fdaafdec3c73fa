"""Counting back and the agenda say the same of every occurrence, whatever happened. (Program against itself.)"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from osteoapp.core.agenda import agenda
from osteoapp.core.counts import Outcome, counts
from osteoapp.core.endings import endings
from osteoapp.core.item import Item, Kind, Status

from .playing import Law, Play
from .stories import ACTS, COMPUTER, EDITS, stories

TAKEN = {Outcome.ON_TIME, Outcome.LATE}
FOUND = {
    Status.DONE: TAKEN,
    Status.IN_PROGRESS: TAKEN,
    Status.SKIPPED: {Outcome.SKIPPED},
    Status.MISSED: {Outcome.MISSED, Outcome.OFF},
    Status.UPCOMING: {None, Outcome.OPEN},  # a tablet that was moved, calcium that waits, a goal before its first time
}
OPEN: set[Outcome | None] = {Outcome.OPEN}


def outcomes(item: Item) -> set[Outcome | None]:
    return {Outcome.PAUSED} if item.pause else set(FOUND.get(item.status, OPEN))


@dataclass
class TheCountsAreTheAgendas(Law):
    def ended(self) -> None:
        now, regimen = self.play.loop.now(), self.play.loop.regimen
        first, last = self.play.story.known.date() - timedelta(days=3), self.play.today
        wide = (first - timedelta(days=20), last + timedelta(days=20))
        found = agenda(regimen, self.play.history, now, dates=wide)
        items = {i.id: i for i in found.items if i.kind in (Kind.DOSE, Kind.GOAL) and first <= i.date <= last}
        told = {
            one.item: one.outcome
            for plan in counts(regimen, self.play.history, now, first, last)
            for one in plan.occasions
        }
        # What its plan took along at midnight is no item any more; it was missed all the same, as the history says.
        gone = {name for name in told if name not in items}
        ended = {event.item for event in endings(regimen, self.play.history, now)}
        assert {told[name] for name in gone} <= {Outcome.MISSED, Outcome.OFF}
        assert not ended & told.keys() - items.keys(), ended & told.keys()
        for name, item in items.items():
            assert told.get(name) in outcomes(item), (name, item.status, told.get(name))


@settings(max_examples=max(settings().max_examples // 2, 1))
@given(data=st.data())
def test_every_occurrence_is_counted_as_the_agenda_has_it(data: st.DataObject) -> None:
    Play(data.draw(stories("everything", acts=ACTS + COMPUTER + EDITS)), [TheCountsAreTheAgendas()]).run()
