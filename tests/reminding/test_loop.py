"""The loop: show, then note; the half hour through restart, sleep and clock changes; a disk that refuses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from itertools import count
from zoneinfo import ZoneInfo

import pytest

from osteoapp.content.catalogue import catalogue
from osteoapp.core.answers import Request
from osteoapp.core.changes import revise
from osteoapp.core.events import AnyEvent, Cause, Reason, Reminded
from osteoapp.core.history import History
from osteoapp.core.item import Agenda, Reminder, Status
from osteoapp.core.recurrence import instant
from osteoapp.core.refusal import Refused
from osteoapp.core.regimen import CyclePlan, DosePlan, PlanVersion, Regimen
from osteoapp.exchange.regimen_file import read
from osteoapp.reminding.clock import VirtualClock
from osteoapp.reminding.loop import Reminders, WriteFault
from osteoapp.reminding.simulation import MemoryStore

ZONE = ZoneInfo("Europe/Amsterdam")
DOSE = "alendronate-tablet/2026-11-23/dose"
TABLET = b'format = 1\n[[plan]]\ntreatment = "alendronate-tablet"\nweekday = "monday"\nstart = 2026-11-02\n'
numbers = count()


def at(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    return instant(moment.date(), moment.time(), ZONE)


@dataclass
class FickleStore(MemoryStore):
    """A memory store whose disk can be full."""

    full: bool = False

    def append(self, events: Sequence[AnyEvent]) -> None:
        if self.full and events:
            raise WriteFault("disk_full")
        super().append(events)


@dataclass
class Desk:
    """A loop with what it showed and when it wants to be woken."""

    clock: VirtualClock
    store: FickleStore
    shown: list[tuple[str, Reason]] = field(default_factory=list)
    wake_at: datetime | None = None

    def __post_init__(self) -> None:
        self.restart(start=False)

    def restart(self, *, start: bool = True) -> None:
        """A new program on the same data."""
        self.loop = Reminders(
            self.store, self.clock, show=self._show, wake=self._wake, new_id=lambda: f"n{next(numbers)}",
            trusted_since=at("2026-11-01T00:00"),
        )
        if start:
            self.loop.start()

    def _show(self, reminders: tuple[Reminder, ...], _: Agenda) -> None:
        self.shown += [(reminder.item.id, reminder.reason) for reminder in reminders]

    def _wake(self, moment: datetime | None) -> None:
        self.wake_at = moment

    def to(self, wall: str) -> None:
        self.clock.advance(at(wall) - self.clock.now())
        self.loop.refresh()

    def status(self) -> Status | None:
        item = self.loop.look().item(DOSE)
        return None if item is None else item.status

    def block_until(self) -> datetime | None:
        item = self.loop.look().item(DOSE)
        return None if item is None else item.block_until


@pytest.fixture
def desk() -> Desk:
    now = datetime(2026, 11, 22, 12, tzinfo=ZONE)
    regimen = revise(Regimen(catalogue()), read(TABLET, catalogue(), now.date()), History(), now)
    made = Desk(VirtualClock(now, ZONE), FickleStore(regimen))
    made.loop.start()
    return made


def test_a_dose_is_shown_at_its_minute_and_once(desk: Desk) -> None:
    desk.to("2026-11-23T07:29:59")
    assert (DOSE, Reason.DUE) not in desk.shown
    assert desk.wake_at == at("2026-11-23T07:30")
    desk.to("2026-11-23T07:30")
    desk.loop.refresh()
    assert desk.shown.count((DOSE, Reason.DUE)) == 1
    assert desk.wake_at == at("2026-11-23T07:40")


def test_it_shows_before_it_notes(desk: Desk) -> None:
    noted: list[int] = []
    desk.loop._show = lambda reminders, _: noted.append(  # type: ignore[method-assign]
        len(desk.store.log.of(DOSE, Reminded)) if reminders[0].item.id == DOSE else 0
    )
    desk.to("2026-11-23T07:30")
    assert noted[-1] == 0
    assert len(desk.store.log.of(DOSE, Reminded)) == 1


def test_a_plan_that_cannot_be_worked_out_goes_to_whoever_takes_faults_and_the_tablet_is_shown(desk: Desk) -> None:
    plan = DosePlan("other", "other-medicine", date(2026, 11, 2), times=("07:00",))  # type: ignore[arg-type]
    known = PlanVersion(plan, desk.store.current.draft.day, desk.clock.now(), plan.start)
    desk.store.current = replace(desk.store.current, versions=(known, *desk.store.current.versions))
    with pytest.raises(Exception, match="str") as caught:
        desk.to("2026-11-23T07:29")
    faults: list[Exception] = []
    desk.loop.faulted = faults.append
    desk.to("2026-11-23T07:30")
    assert [type(fault) for fault in faults] == [caught.type]
    assert (DOSE, Reason.DUE) in desk.shown
    assert desk.wake_at == at("2026-11-23T07:40")
    assert [one.plan for one in desk.loop.look().faults] == ["other"]
    desk.loop.record(Request(item=DOSE, answer="taken"))
    assert desk.status() is Status.IN_PROGRESS


def test_a_treatment_that_is_unknown_is_no_fault_and_the_tablet_is_shown_answered_and_changed(desk: Desk) -> None:
    plan = CyclePlan("newer", "a-newer-one", date(2026, 11, 2), first_due=date(2026, 11, 2))
    known = PlanVersion(plan, desk.store.current.draft.day, desk.clock.now(), plan.start)
    old = desk.store.current
    desk.store.current = replace(
        old, draft=replace(old.draft, plans=(plan, *old.draft.plans)), versions=(known, *old.versions)
    )
    desk.to("2026-11-23T07:30")
    assert (DOSE, Reason.DUE) in desk.shown
    assert desk.wake_at == at("2026-11-23T07:40")
    desk.loop.record(Request(item=DOSE, answer="taken"))
    assert desk.status() is Status.IN_PROGRESS
    desk.loop.edit(replace(old.draft, phones={"gp": "1"}))
    assert desk.loop.regimen.unknown(date(2026, 11, 23)) == (plan,)
    assert known in desk.loop.regimen.versions


def test_a_crash_between_showing_and_noting_repeats_the_reminder(desk: Desk) -> None:
    def crash(*_: object) -> None:
        raise RuntimeError("power cut")

    desk.to("2026-11-23T07:29")
    desk.loop._show = crash  # type: ignore[method-assign]
    with pytest.raises(RuntimeError):
        desk.to("2026-11-23T07:30")
    desk.restart()
    assert (DOSE, Reason.CATCH_UP) in desk.shown or (DOSE, Reason.DUE) in desk.shown


def test_the_agenda_is_the_new_one_while_it_is_shown(desk: Desk) -> None:
    seen: list[Status] = []

    def look(reminders: tuple[Reminder, ...], _: Agenda) -> None:
        item = desk.loop.agenda.item(reminders[0].item.id)
        assert item is not None
        seen.append(item.status)

    desk.loop._show = look  # type: ignore[method-assign]
    desk.to("2026-11-23T07:30")
    assert seen[-1] is Status.DUE


def test_the_half_hour_survives_a_restart(desk: Desk) -> None:
    desk.to("2026-11-23T07:35")
    desk.loop.record(Request(DOSE, "taken"))
    desk.to("2026-11-23T07:45")
    desk.restart()
    assert desk.block_until() == at("2026-11-23T08:05")
    desk.to("2026-11-23T08:05")
    assert desk.shown[-1] == (DOSE, Reason.HALF_HOUR_OVER)


def test_the_half_hour_survives_a_clock_set_forward(desk: Desk) -> None:
    desk.to("2026-11-23T07:35")
    desk.loop.record(Request(DOSE, "taken"))
    desk.to("2026-11-23T07:45")
    desk.clock.set_clock(at("2026-11-23T09:45"))
    desk.loop.away(at("2026-11-23T07:45"), Cause.CLOCK)
    assert desk.status() is Status.IN_PROGRESS
    assert desk.block_until() == at("2026-11-23T10:05")


def test_the_half_hour_survives_a_clock_set_back(desk: Desk) -> None:
    desk.to("2026-11-23T07:35")
    desk.loop.record(Request(DOSE, "taken"))
    desk.to("2026-11-23T07:45")
    desk.clock.set_clock(at("2026-11-23T06:45"))
    desk.loop.away(at("2026-11-23T07:45"), Cause.CLOCK)
    assert desk.block_until() == at("2026-11-23T07:05")


def test_after_sleep_the_stored_instant_decides(desk: Desk) -> None:
    desk.to("2026-11-23T07:35")
    desk.loop.record(Request(DOSE, "taken"))
    desk.clock.sleep(timedelta(minutes=40))
    desk.loop.away(at("2026-11-23T07:35"), Cause.RESUME)
    assert desk.status() is Status.DONE
    assert desk.shown[-1] == (DOSE, Reason.HALF_HOUR_OVER)


def test_an_undone_intake_runs_no_half_hour(desk: Desk) -> None:
    desk.to("2026-11-23T07:35")
    desk.loop.record(Request(DOSE, "taken"))
    desk.loop.undo()
    assert desk.status() is Status.DUE
    desk.to("2026-11-23T07:50")
    desk.loop.record(Request(DOSE, "taken"))
    assert desk.block_until() == at("2026-11-23T08:20")


def test_without_a_clock_that_counts_sleep_the_stored_instant_decides(desk: Desk) -> None:
    desk.clock = VirtualClock(at("2026-11-23T07:35"), ZONE, counts_sleep=False)
    desk.restart()
    desk.loop.record(Request(DOSE, "taken"))
    assert desk.block_until() == at("2026-11-23T08:05")


def test_a_full_disk_keeps_the_answer_and_asks_no_more(desk: Desk) -> None:
    desk.to("2026-11-23T07:30")
    desk.store.full = True
    desk.loop.record(Request(DOSE, "taken"))
    assert desk.loop.unsaved.answers
    assert desk.loop.unsaved.code == "disk_full"
    assert desk.status() is Status.IN_PROGRESS
    before = len(desk.shown)
    desk.to("2026-11-23T07:50")
    assert len(desk.shown) == before
    desk.store.full = False
    desk.loop.refresh()
    assert not desk.loop.unsaved


def test_what_was_unsaved_is_written_once_the_disk_takes_it(desk: Desk) -> None:
    desk.to("2026-11-23T07:30")
    desk.store.full = True
    events = desk.loop.record(Request(DOSE, "taken"))
    desk.store.full = False
    kept: list[str] = []
    plain = desk.store.append
    desk.store.append = lambda new: (kept.extend(event.id for event in new), plain(new))[1]  # type: ignore[method-assign]
    desk.loop.refresh()
    assert events[0].id in kept


def test_a_refused_answer_changes_nothing(desk: Desk) -> None:
    before = len(desk.store.log)
    with pytest.raises(Refused):
        desk.loop.record(Request(DOSE, "given"))
    assert len(desk.store.log) == before


def test_a_changed_regimen_counts_at_once(desk: Desk) -> None:
    draft = read(TABLET.replace(b"monday", b"tuesday"), catalogue(), desk.loop.today())
    desk.loop.edit(draft)
    desk.to("2026-11-23T07:30")
    assert desk.status() is None
    desk.to("2026-11-24T07:30")
    assert desk.shown[-1] == ("alendronate-tablet/2026-11-24/dose", Reason.DUE)


def test_the_clock_is_doubted_before_the_programs_own_date(desk: Desk) -> None:
    assert not desk.loop.clock_doubted()
    desk.clock.set_clock(at("2020-01-01T12:00"))
    assert desk.loop.clock_doubted()
    desk.loop.clock_confirmed = True
    assert not desk.loop.clock_doubted()


def test_the_zone_of_the_patient_wins_over_the_computers(desk: Desk) -> None:
    draft = read(b'format = 1\n[patient]\ntime_zone = "Asia/Tokyo"\n' + TABLET[11:], catalogue(), desk.loop.today())
    desk.loop.edit(draft)
    assert str(desk.loop.now().tzinfo) == "Asia/Tokyo"


def test_listeners_hear_of_every_look(desk: Desk) -> None:
    heard: list[Agenda] = []
    desk.loop.changed.append(heard.append)
    desk.loop.refresh()
    desk.loop.beat()
    assert len(heard) == 2
