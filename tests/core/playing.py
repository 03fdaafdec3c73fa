"""Plays a story against the real reminder loop on a virtual clock, with laws looking on.

The ledger of what was said and what was retracted is kept here, from what the loop gives back, so that a law need not
ask the program's own history.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from osteoapp.content.catalogue import catalogue
from osteoapp.core.agenda import agenda
from osteoapp.core.answers import Request, takes_now
from osteoapp.core.changes import revise
from osteoapp.core.events import AnyEvent, Taken
from osteoapp.core.history import History
from osteoapp.core.item import Agenda, Item, Reminder
from osteoapp.core.refusal import Refused
from osteoapp.core.regimen import (
    AnyPlan,
    DayTimes,
    DosePlan,
    Draft,
    GoalPlan,
    Pause,
    Regimen,
    TabletPlan,
)
from osteoapp.core.treatment import DoseRule, GoalRule, IntakeRule, Waiting
from osteoapp.reminding.simulation import MemoryStore, Shown, Simulation

from .builders import draft
from .expected import first_instant, wall
from .stories import Step, Story

# What may be refused although the item takes the answer: a detail that does not fit.
DETAILS = {
    "date_needed", "date_outside", "one_dose_per_date", "before_last_given", "at_after_morning", "until_past", "future",
    "at_and_on",
}


@dataclass
class Said:
    """One accepted answer, and whether it still stands. ``elapsed`` is the clock that nobody can set."""

    event: AnyEvent
    elapsed: float
    treatment: str
    stands: bool = True


@dataclass
class Law:
    """Looks on while a story is played; fails by an assertion. ``play`` is set before anything happens."""

    play: Play = field(init=False, repr=False)

    def shown(self, reminder: Reminder) -> None:
        """A reminder goes on the screen."""

    def looked(self, found: Agenda) -> None:
        """The loop has refreshed; ``found`` is its agenda after the reminders of now were noted."""

    def ended(self) -> None:
        """The story is over."""


class Play:
    """One playing of a story."""

    def __init__(self, story: Story, laws: Sequence[Law]) -> None:
        self.story = story
        self.zone_named = ZoneInfo(story.zone)
        self.laws = laws
        self.said: list[Said] = []
        self.drafts: list[Draft] = [draft(story.plans, times=story.times, pauses=story.pauses)]
        self.edited = self.disturbed = False
        self.gaps: list[float] = []
        self.looks = 0
        self.answering = ""
        known = first_instant(story.known, self.zone_named).astimezone(self.zone_named)
        regimen = revise(Regimen(catalogue()), self.drafts[0], History(), known)
        self.store = MemoryStore(regimen)
        self.simulation = Simulation(self.store, story.start, self.zone_named, listener=self._shown)
        self.loop = self.simulation.loop
        self._refresh = self.loop.refresh
        self.loop.refresh = self._checked_refresh  # type: ignore[method-assign]
        for law in laws:
            law.play = self

    # --- what laws read

    @property
    def now(self) -> datetime:
        """The present instant in UTC."""
        return self.simulation.clock.now()

    @property
    def zone(self) -> ZoneInfo:
        return self.simulation.clock.zone()

    @property
    def today(self) -> date:
        return wall(self.now, self.zone).date()

    @property
    def elapsed(self) -> float:
        found = self.simulation.clock.monotonic()
        assert found is not None
        return found

    @property
    def history(self) -> History:
        return self.store.log

    def picked(self, first: int, every: int) -> bool:
        """Whether a costly law looks now: at the first looks of a step, and at some of the rest."""
        return self.looks <= first or self.looks % every == 0

    def standing(self, item: str | None = None) -> list[AnyEvent]:
        """The answers that stand, to an item or to all, in the order in which they were given."""
        return [said.event for said in self.said if said.stands and item in (None, said.event.item)]

    def plans(self, plan_id: str) -> list[tuple[AnyPlan, DayTimes]]:
        """All that was ever planned under an id, with the day's times of then."""
        return [(plan, draft.day) for draft in self.drafts for plan in draft.plans if plan.id == plan_id]

    def plan(self, plan_id: str) -> AnyPlan:
        """What was planned last under an id."""
        return self.plans(plan_id)[-1][0]

    def rule(self, treatment: str) -> Any:
        return catalogue()[treatment].rule

    def is_intake(self, treatment: str) -> bool:
        return isinstance(self.rule(treatment), IntakeRule)

    def waits(self, treatment: str) -> bool:
        """Whether a treatment's items always wait for the tablet of the morning."""
        rule = self.rule(treatment)
        return isinstance(rule, DoseRule | GoalRule) and rule.waiting is Waiting.ALWAYS

    def taken_dates(self, event: Taken) -> date:
        return event.on or wall(event.at, ZoneInfo(event.zone)).date()

    def intakes(self) -> list[Taken]:
        """The standing intakes of weekly tablets."""
        return [
            said.event for said in self.said
            if said.stands and isinstance(said.event, Taken) and self.is_intake(said.treatment)
        ]

    def look(self, now: datetime, first: date, last: date) -> Agenda:
        """The agenda of any moment, with what is known now and no running half hour."""
        moment = now.astimezone(self.zone)
        return agenda(self.loop.regimen, self.history, moment, dates=(first, last))

    # --- playing

    def run(self) -> None:
        """Plays it to its end."""
        self.simulation.start()
        for step in self.story.steps:
            self.looks = 0
            self.simulation.play([], self._until(step))
            getattr(self, "_" + step.what.replace("-", "_"))(step)
        for law in self.laws:
            law.ended()

    def _until(self, step: Step) -> datetime:
        """So long, or soon after the next thing falls due."""
        if step.how % 4 == 0:
            return self.now + step.after
        found = self.loop.look(self.today, self.today + timedelta(days=1))
        ahead = [item.due for item in found.items if item.due > self.now]
        return min(ahead, default=self.now + step.after) + timedelta(minutes=(0, 0, 3, 10, 29, 31, 45)[step.much % 7])

    def _shown(self, shown: Shown) -> None:
        for law in self.laws:
            law.shown(shown.reminder)

    def _checked_refresh(self) -> Agenda:
        found = self._refresh()
        count = len(self.simulation.shown)
        again = self._refresh()
        assert again.remind == (), "a second look at one moment reminds of nothing"
        assert len(self.simulation.shown) == count
        assert (again.items, again.wake_at, again.questions) == (found.items, found.wake_at, found.questions)
        self.looks += 1
        for law in self.laws:
            law.looked(again)
        return again

    def _wait(self, step: Step) -> None:
        """Nothing but time passes."""

    def _answer(self, step: Step) -> None:
        item, taken = self._choose(step)
        if item is not None:
            self._say(self._request(item, taken, step))

    def _choose(self, step: Step) -> tuple[Item | None, str]:
        found = self.loop.look(self.today - timedelta(days=3), self.today + timedelta(days=1))
        pairs = [
            (item, answer) for item in found.items
            for answer in sorted(takes_now(self.loop.regimen, self.history, self.loop.now(), item))
        ]
        # A word about a tablet or something open is worth more than the tenth glass of milk.
        telling = [pair for pair in pairs if pair[0].open or self.is_intake(pair[0].treatment)]
        pairs = telling if telling and step.which % 4 else pairs
        return pairs[step.which // 4 % len(pairs)] if pairs else (None, "")

    def _request(self, item: Item, answer: str, step: Step) -> Request:
        ago = timedelta(minutes=(0, 0, 5, 20, 29, 45, 120, 300, 700, 1500)[step.how % 10])
        details: dict[str, Any] = {}
        if answer in ("taken", "given") and step.how % 3 == 2:
            details["on"] = self.today - timedelta(days=step.much % 4)
        elif answer == "booked":
            details["on"] = self._appointment(step)
        elif step.how % 10 > 1 and answer != "snoozed":
            details["at"] = self.now - ago
        if answer == "snoozed" and step.much % 4:
            details["minutes"] = (3, 15, 50, 200, 1500, 9000)[step.much % 6]
        if answer == "amount":
            details["amount"] = (1, 2, 4, 10, 30)[step.much % 5]
        if answer == "remark":
            details["note"] = "lay_down"
        return Request(item=item.id, answer=answer, **details)

    def _appointment(self, step: Step) -> datetime:
        days = timedelta(days=step.much % 45 - 5)
        return datetime.combine(self.today, time(step.how % 24, 30)) + days

    def _say(self, request: Request) -> list[AnyEvent]:
        self.answering = self._treatment_of(request.item)
        elapsed, before = self.elapsed, len(self.said)
        try:
            # The loop refreshes before it hands the events back: the ledger has to know them by then.
            events = self._recording(request)
        except Refused as refused:
            if refused.code not in DETAILS:
                raise AssertionError(f"{request} is among the answers taken, yet refused") from refused
            return []
        assert len(self.said) == before + len(events)
        assert all(said.elapsed == elapsed for said in self.said[before:])
        return events

    def _treatment_of(self, item: str) -> str:
        found = self.loop.look(self.today - timedelta(days=5), self.today + timedelta(days=3)).item(item)
        return found.treatment if found is not None else self.plan(item.partition("/")[0]).treatment

    def _recording(self, request: Request) -> list[AnyEvent]:
        append = self.store.append

        def noted(events: Sequence[AnyEvent]) -> None:
            if events and events[0].type not in ("reminded", "awake"):
                self._note(events)
            append(events)

        self.store.append = noted  # type: ignore[method-assign]
        try:
            return self.loop.record(request)
        finally:
            del self.store.append

    def _note(self, events: Sequence[AnyEvent]) -> None:
        self.said += [Said(event, self.elapsed, self.answering) for event in events]

    def _undo(self, step: Step) -> None:
        standing = [said for said in self.said if said.stands]
        if standing:
            said = standing[-1 - step.which % len(standing)]
            said.stands = False
            self.loop.undo(said.event.id)

    def _redo(self, step: Step) -> None:
        """Answers, takes it back, and answers again: as if it had been said once, and as if never in between."""
        item, answer = self._choose(step)
        if item is None:
            return
        request = self._request(item, answer, step)
        before = self.loop.look()
        events = self._say(request)
        if not events:
            return
        once = self.loop.look()
        self.said[-1].stands = False
        self.loop.undo(events[0].id)
        assert self.loop.look().items == before.items, "what is taken back was never said"
        assert self._say(request), "what is taken back can be said again"
        assert self.loop.look().items == once.items, "said again is said once"

    def _off(self, step: Step) -> None:
        self._away(step, self.simulation.start)

    def _sleep(self, step: Step) -> None:
        self._away(step, self.simulation.resume)

    def _away(self, step: Step, back: Any) -> None:
        self.disturbed = True
        self.simulation.stop()
        spans = (1, 10, 35, 61, 300, 700, 1440, 3000, 12000)
        self.simulation.play([], self.now + timedelta(minutes=spans[step.much % len(spans)]))
        self.gaps.append(self.elapsed)
        back()

    def _set_clock(self, step: Step) -> None:
        self.disturbed = True
        spans = (-1500, -300, -61, -25, -5, 5, 25, 61, 300, 1500)
        self.simulation.set_clock(self.now + timedelta(minutes=spans[step.much % len(spans)]))

    def _travel(self, step: Step) -> None:
        self.disturbed = True
        from .stories import TRAVELS

        self.simulation.set_zone(ZoneInfo(TRAVELS[step.which % len(TRAVELS)]))

    def _edit(self, step: Step) -> None:
        self.edited = True
        old = self.loop.regimen.draft
        new = changed(old, self.story, step, self.today)
        self.drafts.append(new)
        confirmed = frozenset(plan.id for plan in old.plans) if step.much % 2 else frozenset[str]()
        try:
            self.loop.edit(new, confirmed)
        except Refused as refused:
            if refused.code not in ("ends_by_absence", "overlapping_tablets"):
                raise AssertionError(f"{new} is refused") from refused
            self.drafts.pop()


OTHERS = {
    "alendronate-tablet": "risedronate-tablet", "risedronate-tablet": "alendronate-drink",
    "denosumab-injection": "zoledronate-infusion", "vitamin-d-tablet": "calcium-supplement",
}


def changed(old: Draft, story: Story, step: Step, today: date) -> Draft:
    """A draft with one thing changed."""
    plans = list(old.plans)
    kind = ("time", "weekday", "until", "remove", "add", "pause", "target", "wake", "treatment")[step.how % 9]
    place = step.which % len(plans) if plans else 0
    plan = plans[place] if plans else None
    if kind == "time" and isinstance(plan, TabletPlan):
        plans[place] = replace(plan, time=time(6 + step.much % 4, 15))
    elif kind == "time" and isinstance(plan, DosePlan | GoalPlan):
        plans[place] = replace(plan, times=(time(step.much % 24, 15),))
    elif kind == "weekday" and isinstance(plan, TabletPlan):
        plans[place] = replace(plan, weekday=step.much % 7)
    elif kind == "until" and plan is not None:
        plans[place] = replace(plan, until=max(plan.start, today + timedelta(days=step.much % 6 - 2)))
    elif kind == "remove" and plan is not None:
        del plans[place]
    elif kind == "add":
        here = {plan.id for plan in plans}
        plans += [plan for plan in (*story.plans, story.spare) if plan.id not in here][:1]
    elif kind == "pause":
        begins = today + timedelta(days=step.much % 3)
        return replace(old, pauses=(*old.pauses, Pause(begins, begins + timedelta(days=step.which % 3))))
    elif kind == "target" and isinstance(plan, GoalPlan):
        plans[place] = replace(plan, target=1 + step.much % 40)
    elif kind == "treatment" and plan is not None:
        plans[place] = replace(plan, treatment=OTHERS[plan.treatment]) if plan.treatment in OTHERS else replace(
            story.spare, id=plan.id
        )
    elif kind == "wake":
        return replace(old, day=replace(old.day, wake=time(6 + step.much % 3)))
    return replace(old, plans=tuple(plans))


def tell(play: Play, reminder: Reminder | None = None) -> str:
    """Where a story stands, for the message of a broken law."""
    here = f"{wall(play.now, play.zone)} {play.zone.key}"
    shown = "" if reminder is None else f": {reminder.item.id} {reminder.item.status.value} {reminder.reason.value}"
    said = "; ".join(f"{said.event.item} {said.event.type} at {wall(said.event.at, play.zone)}"
                     + ("" if said.stands else " (taken back)") for said in play.said)
    return f"{here}{shown} [{said}]"


