"""The screens' port over the real loop and store."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import count
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from osteoapp.content.catalogue import catalogue
from osteoapp.core.changes import revise
from osteoapp.core.events import Cause, Reason
from osteoapp.core.item import Agenda, Status
from osteoapp.exchange.regimen_file import read
from osteoapp.joining import LoopPort
from osteoapp.reminding.clock import VirtualClock
from osteoapp.reminding.loop import Reminders
from osteoapp.store.faults import WriteFailed
from osteoapp.store.store import Store
from osteoapp.ui.past import Change
from osteoapp.ui.ports import Result, Settings

ZONE = ZoneInfo("Europe/Amsterdam")
SAMPLES = Path(__file__).parent.parent / "resources" / "samples"
DOSE = "alendronate-tablet/2026-11-23/dose"


class Life:
    """A port with its loop, store and clock."""

    def __init__(
        self, folder: Path, sample: str = "tablet", start: str = "2026-11-22T12:00+01:00", *, first_id: int = 1
    ) -> None:
        self.clock = VirtualClock(datetime.fromisoformat(start), ZONE)
        self.store = Store.open(folder, catalogue())
        numbers = count(first_id)
        now = self.clock.now().astimezone(ZONE)
        draft = read((SAMPLES / f"{sample}.toml").read_bytes(), catalogue(), now.date())
        self.store.save_regimen(revise(self.store.regimen(), draft, self.store.history(), now), self.clock.now())
        self.shown: list[str] = []
        self.loop = Reminders(
            self.store, self.clock,
            show=lambda reminders, _: self.shown.extend(reminder.item.id for reminder in reminders),
            wake=lambda _: None, new_id=lambda: f"e{next(numbers)}", write_faults=(WriteFailed,),
        )
        self.port = LoopPort(self.loop, self.store, folder, lambda: f"p{next(numbers)}")
        self.loop.start()

    def at(self, wall: str) -> None:
        self.clock.advance(datetime.fromisoformat(wall).replace(tzinfo=ZONE) - self.clock.now())
        self.loop.refresh()


@pytest.fixture
def life(tmp_path: Path) -> Iterator[Life]:
    found = Life(tmp_path)
    yield found
    found.store.close()


def test_an_answer_is_recorded_shown_and_taken_back(life: Life) -> None:
    life.at("2026-11-23T07:30")
    heard: list[object] = []
    life.port.changes.changed.connect(heard.append)
    outcome = life.port.record(DOSE, "taken")
    assert outcome.result is Result.SAVED
    item = life.port.agenda().item(DOSE)
    assert item is not None
    assert item.status is Status.IN_PROGRESS
    answer = life.port.answer_of(DOSE)
    assert answer is not None
    assert answer.id == outcome.event
    assert outcome.event is not None
    assert life.port.undo(outcome.event).result is Result.SAVED
    assert life.port.answer_of(DOSE) is None
    assert len(heard) == 2


def test_a_refused_answer_says_why_and_changes_nothing(life: Life) -> None:
    outcome = life.port.record(DOSE, "given")
    assert (outcome.result, outcome.code) == (Result.REFUSED, "item_does_not_take")
    assert life.port.undo("nothing").code == "unknown_event"


def test_a_full_disk_keeps_the_answer_and_says_so(life: Life, monkeypatch: pytest.MonkeyPatch) -> None:
    life.at("2026-11-23T07:30")

    def full(_: object) -> None:
        raise WriteFailed("disk_full")

    with monkeypatch.context() as patch:
        patch.setattr(life.store, "append", full)
        outcome = life.port.record(DOSE, "taken")
        assert outcome.result is Result.NOT_SAVED
        assert life.port.health().unsaved
        item = life.port.agenda().item(DOSE)
        assert item is not None
        assert item.status is Status.IN_PROGRESS
        before = list(life.shown)
        life.at("2026-11-23T07:40")
        assert life.shown == before
    life.loop.refresh()
    assert not life.port.health().unsaved
    assert [event.type for event in life.store.history().answers(DOSE)] == ["taken"]


def test_the_reason_of_the_last_showing(life: Life) -> None:
    life.at("2026-11-23T07:30")
    assert life.port.reason_of(DOSE) is Reason.DUE
    assert life.port.reason_of("dairy/2027-01-01/goal") is None


def test_absence_names_the_time_off_and_what_fell_due(life: Life) -> None:
    since = life.clock.now() + timedelta(hours=11)
    life.clock.advance(timedelta(hours=11))
    life.loop.refresh()
    life.clock.sleep(timedelta(hours=10))
    life.loop.away(since, Cause.RESUME)
    absence = life.port.absence()
    assert absence is not None
    assert absence.away_from == since
    assert DOSE in {item.id for item in absence.items}
    life.port.seen_absence()
    assert life.port.absence() is None


def test_a_short_absence_is_not_worth_a_word(life: Life) -> None:
    since = life.clock.now()
    life.clock.sleep(timedelta(minutes=20))
    life.loop.away(since, Cause.RESUME)
    assert life.port.absence() is None


def test_other_days_are_worked_out_once_for_each_change(life: Life, monkeypatch: pytest.MonkeyPatch) -> None:
    monday, tomorrow = date(2026, 11, 23), date(2026, 11, 24)
    life.at("2026-11-23T07:20")
    looked: list[tuple[date | None, date | None]] = []
    real = life.loop.look

    def look(first: date | None = None, last: date | None = None) -> Agenda:
        looked.append((first, last))
        return real(first, last)

    monkeypatch.setattr(life.loop, "look", look)

    def statuses() -> list[Status]:
        return [one.status for one in life.port.between(monday, tomorrow).items if one.id == DOSE]

    for minute in (20, 21, 22):
        life.at(f"2026-11-23T07:{minute}")
        assert statuses() == [Status.UPCOMING]
        assert life.port.between(tomorrow, tomorrow).items
    assert looked == [(monday, tomorrow), (tomorrow, tomorrow)]
    life.at("2026-11-23T07:30")
    assert statuses() == [Status.DUE]
    life.port.record(DOSE, "skipped")
    assert statuses() == [Status.SKIPPED]
    life.at("2026-11-24T07:30")
    assert life.port.between(monday, tomorrow).items == real(monday, tomorrow).items
    assert len(looked) == 5


def test_previews_say_when_it_comes_next(tmp_path: Path) -> None:
    life = Life(tmp_path, "injection", "2026-11-22T12:00+01:00")
    try:
        item = next(item.id for item in life.port.agenda().items if item.step == "injection")
        preview = life.port.preview(item, "given", on=date(2026, 11, 20))
        assert preview.next_at == datetime(2027, 5, 20, 10, 30, tzinfo=ZONE)
        assert not preview.date_differs
        assert life.port.preview(item, "given", on=date(2026, 10, 1)).date_differs
        assert life.port.preview(item, "skipped").code == "item_does_not_take"
        assert life.port.answer_of(item) is None
    finally:
        life.store.close()


def test_a_forgotten_tablet_is_previewed_on_the_next_morning(life: Life) -> None:
    life.at("2026-11-25T18:00")
    preview = life.port.preview(DOSE, "forgotten")
    assert preview.next_at == datetime(2026, 11, 26, 7, 30, tzinfo=ZONE)


def test_the_date_is_doubted_before_the_newest_answer(life: Life) -> None:
    life.at("2026-11-23T07:30")
    life.port.record(DOSE, "taken")
    life.clock.set_clock(datetime(2026, 11, 1, 12, tzinfo=UTC))
    life.loop.refresh()
    assert life.port.health().date_doubt
    life.port.date_is_right()
    assert not life.port.health().date_doubt


def test_settings_are_kept(life: Life) -> None:
    wanted = Settings(text_size=200, theme="dark", language="en", sound=False)
    assert life.port.save_settings(wanted)
    assert life.port.settings() == wanted


def test_notes_are_kept_once(life: Life) -> None:
    life.port.note("no-sound-device")
    life.port.note("no-sound-device")
    assert life.port.health().notes == (("no-sound-device", ""),)


def test_the_stopwatch_runs_through_a_restart_and_its_minutes_are_recorded(tmp_path: Path) -> None:
    first = Life(tmp_path)
    first.at("2026-11-23T10:32")
    walk = next(item.id for item in first.port.agenda().items if item.treatment == "activity")
    assert first.port.stopwatch.start(walk)
    first.at("2026-11-23T10:40")
    first.store.close()

    again = Life(tmp_path, start="2026-11-23T10:50+01:00", first_id=1000)
    try:
        timing = again.port.stopwatch.running()
        assert timing is not None
        assert (timing.item, timing.minutes, timing.doubtful) == (walk, 18, False)
        assert again.port.record(timing.target, "amount", at=timing.at, amount=timing.minutes).result is Result.SAVED
        again.port.stopwatch.clear()
        item = again.port.agenda().item(walk)
        assert item is not None
        assert item.progress is not None
        assert item.progress.value == 18
    finally:
        again.store.close()

    third = Life(tmp_path, start="2026-11-23T11:00+01:00", first_id=2000)
    assert third.port.stopwatch.running() is None
    third.store.close()


def test_the_stopwatch_of_last_night_counts_for_last_night(tmp_path: Path) -> None:
    first = Life(tmp_path)
    first.at("2026-11-22T21:10")
    walk = next(item.id for item in first.port.agenda().items if item.treatment == "activity")
    first.port.stopwatch.start(walk)
    first.store.close()
    again = Life(tmp_path, start="2026-11-23T07:15+01:00", first_id=1000)
    timing = again.port.stopwatch.running()
    assert timing is not None
    assert timing.doubtful
    assert again.port.record(timing.target, "amount", at=timing.at, amount=25).result is Result.SAVED
    day = date(2026, 11, 22)
    yesterday = again.port.between(day, day).item(walk)
    assert yesterday is not None
    assert yesterday.progress is not None
    assert yesterday.progress.value == 25
    again.store.close()


def test_a_stopwatch_that_cannot_be_kept_runs_all_the_same(life: Life, monkeypatch: pytest.MonkeyPatch) -> None:
    life.at("2026-11-23T10:32")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("osteoapp.store.files.write_whole", full)
    assert not life.port.stopwatch.start("activity/2026-11-23/goal")
    life.at("2026-11-23T10:42")
    timing = life.port.stopwatch.running()
    assert timing is not None
    assert timing.minutes == 10


def test_a_count_a_new_box_and_the_days_ahead_go_over_the_port(life: Life) -> None:
    plan, stock = "vitamin-d-tablet", life.port.stock
    assert stock.of(plan) is None
    assert stock.count(plan, 3).result is Result.SAVED
    outcome = stock.fill(plan, 28, date(2027, 6, 30))
    found = stock.of(plan)
    assert found is not None
    assert (found.left, found.expires) == (31, date(2027, 6, 30))
    assert outcome.event is not None
    assert life.port.undo(outcome.event).result is Result.SAVED
    found = stock.of(plan)
    assert found is not None
    assert found.left == 3
    assert stock.count(plan, -1).code == "units_wrong"
    assert stock.warn(plan, 14).result is Result.SAVED
    life.at("2026-11-23T07:00")
    found = stock.of(plan)
    assert found is not None
    assert found.warn_days == 14
def test_the_past_is_looked_at_and_put_right_over_the_real_loop(life: Life) -> None:
    past = life.port.past
    life.at("2026-11-23T07:35")
    life.port.record(DOSE, "taken")
    life.at("2026-11-24T10:00")
    old = life.loop.history.answers(DOSE)[0]
    wanted = Change(DOSE, "taken", at=datetime(2026, 11, 23, 8, 10, tzinfo=ZONE), instead=old.id)
    assert past.possible(wanted).result is Result.SAVED
    outcome = past.change(wanted)
    assert outcome.result is Result.SAVED
    assert outcome.event == life.loop.history.answers(DOSE)[0].id
    assert [one.taken_back is not None for one in past.told(DOSE)] == [True, False]
    assert past.change(wanted).code == "already_retracted"
    assert past.possible(wanted).code == "already_retracted"
    assert past.note("Hoofdpijn", date(2026, 11, 23), "alendronate-tablet").result is Result.SAVED
    assert past.note("Te vroeg", date(2026, 11, 25)).code == "future"
    assert [one.event.note for one in past.notes(date(2026, 11, 23))] == ["Hoofdpijn"]
    assert [one.note for one in past.own_words()] == ["Hoofdpijn"]
    assert past.days_with_notes(date(2026, 11, 1), date(2026, 11, 30)) == {date(2026, 11, 23)}
    assert past.since() == date(2026, 11, 22)
    counted = next(one for one in past.counts(date(2026, 11, 22), date(2026, 11, 24)) if one.plan.id in DOSE)
    assert counted.taken == 1
    item = past.between(date(2026, 11, 23), date(2026, 11, 23)).item(DOSE)
    assert item is not None
    assert past.takes(item) == {"remark"}
    assert past.forecasts(date(2026, 11, 1), date(2028, 1, 1)) == ()
    life.store.close()
    again = Store.open(life.port._folder, catalogue())
    assert [one.note for one in again.history().notes(date(2026, 11, 23))] == ["Hoofdpijn"]
    again.close()


def test_a_correction_that_cannot_be_written_counts_in_this_run(life: Life, monkeypatch: pytest.MonkeyPatch) -> None:
    life.at("2026-11-23T07:35")

    def full(_: object) -> None:
        raise WriteFailed("disk_full")

    monkeypatch.setattr(life.store, "append", full)
    outcome = life.port.past.note("Gevallen", date(2026, 11, 23))
    assert (outcome.result, outcome.code) == (Result.NOT_SAVED, "disk_full")
    assert [one.event.note for one in life.port.past.notes(date(2026, 11, 23))] == ["Gevallen"]
