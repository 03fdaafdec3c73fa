"""The laws: what must hold in every story, checked at every look and every showing.

Expectations come from the ledger of the playing and from tests/core/expected.py, not from the code that they judge.
Where a law compares the program with itself (a look now and a look a minute later) it says so.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from typing import Any

from osteoapp.core.agenda import agenda, context, entries
from osteoapp.core.events import (
    ANSWERS,
    AnyEvent,
    Booked,
    Done,
    Forgotten,
    Given,
    NotFasting,
    Reason,
    Reminded,
    Retracted,
    Skipped,
    Snoozed,
    Taken,
    from_record,
    to_record,
)
from osteoapp.core.history import History
from osteoapp.core.item import Agenda, Item, Kind, Notice, Reminder, Status
from osteoapp.core.regimen import DosePlan, GoalPlan, TabletPlan
from osteoapp.core.treatment import CycleRule, DoseRule, IntakeRule, MissedRule

from .expected import DAY, first_instant, item_ids, planned_wall, wall
from .playing import Law, tell

HALF_HOUR = timedelta(minutes=30)
OPEN = {Status.DUE, Status.HELD, Status.SNOOZED, Status.IN_PROGRESS, Status.UNANSWERED, Status.OVERDUE}
MAY_BE_SHOWN = {Status.DUE, Status.UNANSWERED, Status.OVERDUE}
CLOSED = {Status.DONE, Status.SKIPPED, Status.MISSED}


def parts(item: str) -> tuple[str, date, str]:
    plan, day, step = item.split("/")
    return plan, date.fromisoformat(day), step


@dataclass
class NothingIsShownBeforeItsTime(Law):
    """No reminder before the occurrence's own planned time; no injection before its date or its appointment."""

    def shown(self, reminder: Reminder) -> None:
        plan_id, day, step = parts(reminder.item.id)
        rule = self.play.rule(reminder.item.treatment)
        if reminder.reason is Reason.HALF_HOUR_OVER:
            return  # a tablet may be taken before its time
        if isinstance(rule, CycleRule):
            self._injection(reminder, rule, day, step)
            return
        times = [planned_wall(plan, day_times, day, step) for plan, day_times in self.play.plans(plan_id)]
        planned = [first_instant(time, self.play.zone) for time in times if time is not None]
        if planned:
            assert self.play.now >= min(planned), tell(self.play, reminder)
        assert reminder.item.due <= self.play.now, tell(self.play, reminder)

    def _injection(self, reminder: Reminder, rule: CycleRule, day: date, step: str) -> None:
        if reminder.item.kind in (Kind.AFTERCARE, Kind.REVIEW) or step == "check":
            assert reminder.item.due <= self.play.now, tell(self.play, reminder)
            return
        before = {entry.step: entry.days_before for entry in rule.steps}.get(step, 0)
        noted = [
            event.appointment.date() for event in self.play.standing()
            if isinstance(event, Booked) and event.item.startswith(reminder.item.plan)
        ]
        first = min([day, *noted]) - timedelta(days=before)
        assert self.play.today >= first, tell(self.play, reminder)
        if step == rule.event_step and noted and self.play.now < reminder.item.due:
            assert Notice.LATE_APPOINTMENT in reminder.item.notices, tell(self.play, reminder)
        else:
            assert reminder.item.due <= self.play.now, tell(self.play, reminder)


@dataclass
class WhatIsShownIsOpen(Law):
    """A shown item is open, save the end of the half hour and the one word about a late appointment."""

    def shown(self, reminder: Reminder) -> None:
        if reminder.reason is Reason.HALF_HOUR_OVER:
            assert reminder.item.status is Status.DONE, tell(self.play, reminder)
        elif Notice.LATE_APPOINTMENT in reminder.item.notices and reminder.item.status is Status.UPCOMING:
            assert reminder.level == 3, tell(self.play, reminder)
        else:
            assert reminder.item.status in MAY_BE_SHOWN, tell(self.play, reminder)
        assert reminder.level == reminder.item.level


@dataclass
class NothingIsShownAfterItsAnswer(Law):
    """An answer ends the reminders of its item; a moved tablet is silent until its new morning."""

    def shown(self, reminder: Reminder) -> None:
        answers = self.play.standing(reminder.item.id)
        closing = [event for event in answers if isinstance(event, Taken | Skipped | Given | Done)]
        if closing:
            taken = [event for event in closing if isinstance(event, Taken)]
            assert taken, tell(self.play, reminder)
            assert reminder.reason is Reason.HALF_HOUR_OVER, tell(self.play, reminder)
            assert taken[-1].on is None, tell(self.play, reminder)
        plan_id, day, step = parts(reminder.item.id)
        if step == "book":
            assert not any(isinstance(event, Booked) for event in answers), tell(self.play, reminder)
        if step == "heads-up":
            dose = self.play.standing(f"{plan_id}/{day}/dose")
            assert not any(isinstance(event, Taken | Skipped | NotFasting) for event in dose), tell(self.play, reminder)
        if reminder.item.kind is Kind.GOAL:
            assert self._counted(reminder.item) < self._target(plan_id), tell(self.play, reminder)
        if self.play.is_intake(reminder.item.treatment) and step == "dose" and not closing:
            self._moved(reminder, [event for event in answers if isinstance(event, NotFasting | Forgotten)])

    def _counted(self, item: Item) -> int:
        return sum(getattr(event, "amount", 0) for event in self.play.standing(item.id))

    def _target(self, plan_id: str) -> int:
        return max(plan.target for plan, _ in self.play.plans(plan_id) if isinstance(plan, GoalPlan))

    def _moved(self, reminder: Reminder, moves: list[Any]) -> None:
        if not moves or self.play.edited:
            return
        last = max(moves, key=lambda event: event.at)
        plan, rule = self.play.plan(reminder.item.plan), self.play.rule(reminder.item.treatment)
        assert isinstance(plan, TabletPlan)
        assert isinstance(rule, IntakeRule)
        same_day = isinstance(last, Forgotten) and rule.missed_rule is MissedRule.SAME_DAY
        target = wall(last.at, self._zone_of(last)).date() + (timedelta(0) if same_day else DAY)
        _, own, _ = parts(reminder.item.id)
        following = own + timedelta(days=7)
        goes_on = plan.until is None or target < following
        pushed = "pushed to the own weekday or the day before it: "
        assert not goes_on or target < following - DAY, pushed + tell(self.play, reminder)
        at = planned_wall(plan, self.play.drafts[0].day, target, "dose")
        assert at is not None
        assert self.play.now >= first_instant(at, self.play.zone), tell(self.play, reminder)
        assert self.play.now >= last.at or self.play.disturbed, tell(self.play, reminder)

    def _zone_of(self, event: AnyEvent) -> Any:
        from zoneinfo import ZoneInfo

        return ZoneInfo(event.zone)


@dataclass
class ASnoozeIsKept(Law):
    """A snoozed dose, task or heads-up stays silent until its time, save where a tablet's morning cuts it short."""

    def shown(self, reminder: Reminder) -> None:
        item = reminder.item
        if self.play.is_intake(item.treatment) or reminder.level == 3 or reminder.item.kind is Kind.APPOINTMENT:
            return
        since = self._since(item)
        snoozes = [
            event for event in self.play.standing(item.id)
            if isinstance(event, Snoozed) and since <= event.at <= self.play.now
        ]
        if snoozes:
            latest = sorted(snoozes, key=lambda event: event.at)[-1]
            assert latest.until <= self.play.now, tell(self.play, reminder)

    def _since(self, item: Item) -> datetime:
        """From when a snooze is of the present offering: an appointment that is moved takes its steps along."""
        rule = self.play.rule(item.treatment)
        steps = rule.steps if isinstance(rule, CycleRule) else ()
        if not any(step.step == item.step and step.follows_appointment for step in steps):
            return item.planned
        booked = [
            said for said in self.play.said
            if isinstance(said.event, Booked) and parts(said.event.item)[:2] == parts(item.id)[:2]
        ]
        if not all(said.stands for said in booked):
            return self.play.now  # when it was taken back, and the steps with it, the ledger does not know
        return max([item.planned, *(said.event.at for said in booked)])


@dataclass
class OneTabletADate(Law):
    """No weekly tablet is offered on a local date that has one taken, nor a second vitamin D."""

    def looked(self, found: Agenda) -> None:
        offered = [item for item in found.items if item.status in (Status.DUE, Status.SNOOZED) and item.step == "dose"]
        tablets = [item for item in offered if self.play.is_intake(item.treatment)]
        assert len(tablets) <= 1 or len({item.plan for item in tablets}) > 1, tell(self.play)
        if tablets:
            dates = [self.play.taken_dates(event) for event in self.play.intakes()]
            assert self.play.today not in dates, f"{tablets[0].id} is offered: {tell(self.play)}"
        for item in offered:
            rule = self.play.rule(item.treatment)
            if isinstance(rule, DoseRule) and rule.one_per_date:
                taken = [
                    self.play.taken_dates(event) for event in self.play.standing()
                    if isinstance(event, Taken) and event.item.startswith(f"{item.plan}/")
                ]
                assert self.play.today not in taken, f"{item.id} is offered: {tell(self.play)}"


@dataclass
class ItemsMakeSense(Law):
    """Sorted, each once, planned where the plan says, and the fields in step with the status."""

    def looked(self, found: Agenda) -> None:
        assert list(found.items) == sorted(found.items, key=lambda item: (item.due, item.id))
        names = [item.id for item in found.items]
        assert len(names) == len(set(names))
        assert found.now == self.play.now
        for item in found.items:
            self._fields(item)
            if not self.play.edited:
                self._planned(item)
        for plan_id in {item.plan for item in found.items if self.play.is_intake(item.treatment)}:
            past = [item for item in found.items if item.plan == plan_id and item.step == "dose"]
            past = [item for item in past if item.open and item.date <= self.play.today]
            waiting = [item for item in past if item.status is not Status.IN_PROGRESS]
            assert len(waiting) <= 1 or self.play.disturbed, tell(self.play)

    def _fields(self, item: Item) -> None:
        assert (item.held_by is not None) == (item.status is Status.HELD), item
        assert (item.block_until is not None) == (item.status is Status.IN_PROGRESS), item
        assert (item.progress is not None) == (item.kind is Kind.GOAL), item
        assert item.open == (item.status in OPEN)
        assert 1 <= item.level <= 3
        if item.status in (Status.UPCOMING, Status.HELD, Status.SNOOZED):
            assert item.due > self.play.now, item
        elif item.status in (Status.DUE, Status.OVERDUE, Status.UNANSWERED):
            left_alone = self.play.is_intake(item.treatment) and Notice.ASK_PHARMACIST in item.notices
            assert item.due <= self.play.now or left_alone, item
        elif not self.play.is_intake(item.treatment):
            assert item.due == item.planned, f"{item}: {tell(self.play)}"
        if item.block_until is not None:
            assert self.play.now < item.block_until <= self.play.now + HALF_HOUR, item

    def _planned(self, item: Item) -> None:
        naive = planned_wall(self.play.plan(item.plan), self.play.drafts[0].day, item.date, item.step)
        if naive is not None and item.kind is not Kind.REVIEW:
            assert item.planned == first_instant(naive, self.play.zone), item


@dataclass
class EachIdIsMadeOnce(Law):
    """No date and slot comes twice, listed or not."""

    def looked(self, found: Agenda) -> None:
        if not self.play.picked(4, 11):
            return
        now = self.play.loop.now()
        ctx = context(self.play.loop.regimen, self.play.history, now, dates=(now.date() - DAY, now.date() + DAY))
        names = [entry.item.id for entry in entries(ctx)]
        assert len(names) == len(set(names)), sorted(name for name in names if names.count(name) > 1)


@dataclass
class TheWindowCloses(Law):
    """A daily dose or a goal is not open after its date, a sparser one not once its next own date has come."""

    def looked(self, found: Agenda) -> None:
        if self.play.edited:
            return
        for item in found.items:
            plan = self.play.plan(item.plan)
            if item.kind not in (Kind.DOSE, Kind.GOAL):
                continue
            if item.open and isinstance(plan, GoalPlan | DosePlan) and item.date < self.play.today:
                assert isinstance(plan, DosePlan), tell(self.play)
                assert item.status in (Status.UNANSWERED, Status.SNOOZED), f"{item.id} {item.status}: {tell(self.play)}"
                assert plan.recurrence is not None, f"{item.id}: {tell(self.play)}"
            if item.open and isinstance(plan, TabletPlan) and item.step == "dose":
                closed = item.status is not Status.IN_PROGRESS and self.play.today >= item.date + timedelta(days=7)
                assert not closed, f"{item.id} {item.status}: {tell(self.play)}"


@dataclass
class TabletMorningsHold(Law):
    """Nothing that always waits is offered beside an open tablet or in the half hour."""

    def shown(self, reminder: Reminder) -> None:
        item, play = reminder.item, self.play
        if not play.waits(item.treatment) or item.status is not Status.DUE or item.date != play.today:
            return
        if not play.edited and not play.disturbed:
            self._beside_open_tablet(reminder)
        self._in_half_hour(reminder)

    def _in_half_hour(self, reminder: Reminder) -> None:
        for said in self.play.said:
            event = said.event
            if not said.stands or not isinstance(event, Taken) or event.on is not None:
                continue
            away = any(gap >= said.elapsed for gap in self.play.gaps)
            if event not in self.play.intakes() or away or self.play.disturbed:
                continue
            remaining = HALF_HOUR - (event.recorded - event.at)
            passed = timedelta(seconds=self.play.elapsed - said.elapsed)
            same_date = wall(event.at, self.play.zone).date() == self.play.today
            assert passed >= remaining or not same_date, tell(self.play, reminder)

    def _beside_open_tablet(self, reminder: Reminder) -> None:
        play = self.play
        for plan, day in play.plans(play.story.plans[0].id):
            if not isinstance(plan, TabletPlan) or plan.weekday != play.today.weekday() or plan.start > play.today:
                continue
            if play.today < play.story.known.date() or any(p.covers(play.today) for p in play.story.pauses):
                continue
            if plan.until is not None and play.today > plan.until:
                continue
            own = play.standing(f"{plan.id}/{play.today}/dose")
            answered = [event for event in own if isinstance(event, Taken | Skipped | NotFasting | Forgotten)]
            over = wall(play.now, play.zone).time() >= day.morning_ends
            assert answered or over, tell(play, reminder)


@dataclass
class TheHalfHourIsElapsedTime(Law):
    """It runs 30 minutes of a clock that nobody sets, and its end is shown once."""

    ends: dict[str, float] = field(default_factory=dict)

    def looked(self, found: Agenda) -> None:
        for said in self._latest():
            event = said.event
            if any(gap >= said.elapsed for gap in self.play.gaps):
                continue
            remaining = min(HALF_HOUR - (event.recorded - event.at), HALF_HOUR)
            passed = timedelta(seconds=self.play.elapsed - said.elapsed)
            if passed > timedelta(hours=2):
                continue  # nobody watches it any more; a clock set back onto the intake begins it anew
            item = found.item(event.item)
            runs = item is not None and item.status is Status.IN_PROGRESS
            assert runs == (passed < remaining), tell(self.play)
            if runs:
                assert item is not None
                assert item.block_until == self.play.now + remaining - passed, tell(self.play)

    def _latest(self) -> list[Any]:
        intakes = [said for said in self.play.said if said.stands and said.event in self.play.intakes()]
        newest = [said for said in intakes if said.event.on is None][-1:]  # type: ignore[union-attr]
        # An intake that was recorded before one taken back since is no longer followed by the clock.
        return newest if newest and newest[0] is intakes[-1] and intakes[-1] is self.play.said[-1] else []

    def shown(self, reminder: Reminder) -> None:
        if reminder.reason is not Reason.HALF_HOUR_OVER:
            return
        taken = [event.id for event in self.play.standing(reminder.item.id) if isinstance(event, Taken)][-1]
        last = self.ends.get(taken)
        assert last is None or self.play.elapsed - last > 7200, f"its end is shown twice: {tell(self.play, reminder)}"
        self.ends[taken] = self.play.elapsed


@dataclass
class TheAgendaHoldsUntilItWakes(Law):
    """Between now and wake_at neither items nor reminders change; null: they never change. (Program against itself.)"""

    def looked(self, found: Agenda) -> None:
        assert found.wake_at is None or found.wake_at > self.play.now
        if not self.play.picked(3, 13):
            return
        first, last = self.play.today - timedelta(days=2), self.play.today + timedelta(days=1)
        here = self.play.look(self.play.now, first, last)
        if here.remind or self._intake_ahead():
            return
        end = here.wake_at or self.play.now + timedelta(days=800)
        assert end > self.play.now
        for moment in self._between(end):
            later = self.play.look(moment, first, last)
            assert later.items == here.items, f"at {wall(moment, self.play.zone)}: {tell(self.play)}"
            assert later.remind == (), f"at {wall(moment, self.play.zone)}: {tell(self.play)}"

    def _between(self, end: datetime) -> list[datetime]:
        span = end - self.play.now
        moments = [self.play.now + span * part for part in (0.03, 0.5)] + [end - timedelta(seconds=1)]
        return [moment for moment in moments if moment > self.play.now]

    def _intake_ahead(self) -> bool:
        return any(event.at > self.play.now for event in self.play.intakes())


@dataclass
class TheAlmanacIsTheAgenda(Law):
    """The loop's memory gives what a fresh look gives. (Program against itself.)"""

    def looked(self, found: Agenda) -> None:
        if self.play.picked(6, 7):
            now = self.play.loop.now()
            running = self.play.loop._running(now)
            fresh = agenda(
                self.play.loop.regimen, self.play.history, now, dates=(now.date(), now.date()), running=running
            )
            assert fresh == found


@dataclass
class TheFutureOfAClockSetBackIsIgnored(Law):
    """A showing or a snooze dated after now changes nothing. (Program against itself.)"""

    def looked(self, found: Agenda) -> None:
        if not self.play.picked(2, 29) or not found.items:
            return
        events = list(self.play.history.all())
        head = {"zone": self.play.zone.key, "recorded": self.play.now}
        for number, item in enumerate(found.items):
            later = self.play.now + timedelta(minutes=1 + 40 * number)
            until = later + timedelta(hours=number)
            events.append(Reminded(id=f"r{number}", at=later, item=item.id, reason=Reason.DUE, level=3, **head))
            events.append(Snoozed(id=f"s{number}", at=later, item=item.id, until=until, **head))
        now = self.play.loop.now()
        dates = (now.date() - DAY, now.date() + DAY)
        told = agenda(self.play.loop.regimen, History(events), now, dates=dates)
        here = agenda(self.play.loop.regimen, self.play.history, now, dates=dates)
        assert (told.items, told.remind, told.questions) == (here.items, here.remind, here.questions)


@dataclass
class NothingDisappears(Law):
    """Every date and slot of a plan of fixed dates is listed, from the day after it became known."""

    def ended(self) -> None:
        if self.play.edited:
            return
        first = self.play.story.known.date() + 2 * DAY
        last = self.play.today + 3 * DAY
        found = self.play.look(self.play.now, first - timedelta(days=3), last + timedelta(days=12))
        listed = {item.id for item in found.items}
        for plan in self.play.story.plans:
            left_out = isinstance(plan, DosePlan) and plan.treatment == "calcium-supplement"
            for name in [] if left_out else item_ids(plan, last):
                assert name in listed or parts(name)[1] < first, f"{name} is gone: {tell(self.play)}"


@dataclass
class WhatIsDueIsShown(Law):
    """While the program runs undisturbed every dose and tablet is shown once its time has come, or was answered."""

    began: datetime | None = None
    seen: set[str] = field(default_factory=set)

    def looked(self, found: Agenda) -> None:
        self.began = self.began or self.play.now

    def shown(self, reminder: Reminder) -> None:
        self.seen.add(reminder.item.id)

    def ended(self) -> None:
        play = self.play
        if play.edited or play.disturbed or self.began is None:
            return
        for plan in play.story.plans:
            if isinstance(plan, GoalPlan):
                continue
            for name in item_ids(plan, play.today):
                self._check(plan, name)

    def _check(self, plan: Any, name: str) -> None:
        play = self.play
        _, day, step = parts(name)
        naive = planned_wall(plan, play.story.times, day, step)
        assert naive is not None
        assert self.began is not None
        planned = first_instant(naive, play.zone)
        moved = plan.treatment == "calcium-supplement" or play.waits(plan.treatment) or getattr(plan, "may_wait", False)
        if planned < max(self.began, first_instant(play.story.known, play.zone)):
            return
        if wall(planned, play.zone).date() != day:
            return  # a date that the calendar of that place left out
        if play.now < planned + (timedelta(hours=15) if moved else timedelta(0)) or (moved and naive.hour >= 12):
            return
        paused = any(pause.covers(day) for pause in play.story.pauses)
        answered = [said for said in play.said if said.event.item == name and isinstance(said.event, ANSWERS)]
        # Of several calcium slots moved to one moment only the first is shown; of none, none.
        moved_on = plan.treatment == "calcium-supplement" and (step != "dose" or plan.calcium_on_tablet_day == "none")
        if paused or answered or moved_on or self._silent(plan, name):
            return
        assert name in self.seen, f"{name} was never shown: {tell(play)}"

    def _silent(self, plan: Any, name: str) -> bool:
        """A tablet or a vitamin D on a date that had one taken already; an earlier slot overtaken while it waited."""
        play = self.play
        _, day, _ = parts(name)
        same = [event for event in play.said if isinstance(event.event, Taken)]
        return (play.is_intake(plan.treatment) or play.waits(plan.treatment) or plan.may_wait) and any(
            play.taken_dates(said.event) == day for said in same  # type: ignore[arg-type]
        )


@dataclass
class AWeekLiesBetweenWeekdays(Law):
    """After a change of weekday no tablet is shown within a week of one taken on the old weekday."""

    def shown(self, reminder: Reminder) -> None:
        plan_id, own, step = parts(reminder.item.id)
        if not self.play.is_intake(reminder.item.treatment) or step != "dose":
            return
        if reminder.reason is Reason.HALF_HOUR_OVER:
            return
        if self.play.standing(reminder.item.id) or any(said.event.item == reminder.item.id for said in self.play.said):
            return
        for event in self.play.intakes():
            other, taken_own, _ = parts(event.item)
            near = own - timedelta(days=7) < self.play.taken_dates(event) <= own
            if other == plan_id and near and taken_own < own:
                assert taken_own.weekday() == own.weekday(), tell(self.play, reminder)


@dataclass
class TheLogCanBeReadAgain(Law):
    """Events survive JSON; a history built at once, or with retractions elsewhere, gives the same agenda."""

    def ended(self) -> None:
        events = list(self.play.history.all())
        again = [from_record(json.loads(json.dumps(to_record(event)))) for event in events]
        assert again == events
        written = sorted(events, key=lambda event: int(event.id.removeprefix("sim-")))
        retractions = [event for event in written if isinstance(event, Retracted)]
        rest = [event for event in written if not isinstance(event, Retracted)]
        now = self.play.loop.now()
        dates = (now.date() - timedelta(days=4), now.date() + timedelta(days=2))
        for order in (written, [*retractions, *rest], [*rest, *reversed(retractions)], [*written, *written]):
            history = History(order)
            assert len(history) == len(events)
            assert agenda(self.play.loop.regimen, history, now, dates=dates) == agenda(
                self.play.loop.regimen, self.play.history, now, dates=dates
            )


FAR = (
    datetime(1970, 1, 1, tzinfo=UTC), datetime(1999, 12, 31, 23, 59, 59, tzinfo=UTC),
    datetime(2027, 3, 28, 1, 0, tzinfo=UTC), datetime(2029, 2, 28, 12, 0, tzinfo=UTC),
    datetime(2199, 12, 31, 23, 0, tzinfo=UTC),
)


@dataclass
class TheAgendaIsTotal(Law):
    """No moment between 1970 and 2200 makes it fail."""

    def ended(self) -> None:
        for moment in (*FAR, self.play.now - timedelta(days=200), self.play.now + timedelta(days=200)):
            day = moment.date()
            found = self.play.look(moment, day - timedelta(days=10), day + timedelta(days=10))
            assert found.wake_at is None or found.wake_at > moment
            assert all(first.due <= second.due for first, second in pairwise(found.items))


LAWS = (
    NothingIsShownBeforeItsTime, WhatIsShownIsOpen, NothingIsShownAfterItsAnswer, ASnoozeIsKept, OneTabletADate,
    ItemsMakeSense, EachIdIsMadeOnce, TheWindowCloses, TabletMorningsHold, TheHalfHourIsElapsedTime,
    TheAgendaHoldsUntilItWakes, TheAlmanacIsTheAgenda, TheFutureOfAClockSetBackIsIgnored, NothingDisappears,
    WhatIsDueIsShown, AWeekLiesBetweenWeekdays, TheLogCanBeReadAgain, TheAgendaIsTotal,
)
