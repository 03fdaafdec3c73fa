"""The event log and its indexes."""

from __future__ import annotations

import itertools
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osteoapp.core.events import (
    Amount,
    AnyEvent,
    Awake,
    Cause,
    Done,
    Given,
    Reason,
    Reminded,
    Retracted,
    Skipped,
    Snoozed,
    Taken,
    is_answer,
)
from osteoapp.core.history import History, lacking

from .builders import at, day

ITEM = "alendronate/2026-11-23/dose"
numbers = itertools.count()


def head(when: str, item: str = ITEM, zone: str = "Europe/Amsterdam") -> dict[str, object]:
    moment = at(when).astimezone(UTC)
    return {"id": f"h{next(numbers)}", "at": moment, "recorded": moment, "zone": zone, "item": item}


def taken(when: str, item: str = ITEM, on: date | None = None, **more: object) -> Taken:
    return Taken(on=on, **{**head(when, item), **more})  # type: ignore[arg-type]


def skipped(when: str, item: str = ITEM) -> Skipped:
    return Skipped(**head(when, item))  # type: ignore[arg-type]


def retracted(when: str, event: AnyEvent) -> Retracted:
    return Retracted(event=event.id, **head(when, event.item))  # type: ignore[arg-type]


def reminded(when: str, item: str = ITEM) -> Reminded:
    return Reminded(reason=Reason.DUE, **head(when, item))  # type: ignore[arg-type]


def awake(when: str) -> Awake:
    return Awake(cause=Cause.START, **head(when, ""))  # type: ignore[arg-type]


def test_events_are_ordered_by_when_they_happened_then_by_the_order_of_writing() -> None:
    late, early, same = skipped("2026-11-23 09:00"), taken("2026-11-23 08:00"), taken("2026-11-23 09:00")
    assert list(History([late, early, same]).all()) == [early, late, same]
    assert History([late, early, same]).answers(ITEM) == [early, late, same]
    early_too = skipped("2026-11-23 08:00")
    assert list(History([late, early, early_too]).all()) == [early, early_too, late]


def test_an_event_that_is_there_already_is_left_out() -> None:
    event = taken("2026-11-23 08:00")
    history = History([event, event])
    history.append(event)
    assert len(history) == 1
    assert event.id in history
    assert "other" not in history
    assert history.get(event.id) is event
    assert history.get("other") is None


def test_a_retracted_event_stays_and_counts_no_more() -> None:
    event = taken("2026-11-23 08:00")
    history = History([event])
    back = retracted("2026-11-23 08:05", event)
    history.append(back)
    assert list(history.all()) == [event, back]
    assert history.retraction(event.id) is back
    assert not history.valid(event)
    assert history.answers(ITEM) == history.of(ITEM, Taken) == []
    assert history.last_written_answer() is None
    assert history.last_taken("alendronate", day("2026-12-01")) is None
    assert history.taken_between("alendronate", day("2026-11-01"), day("2026-12-01")) == []
    assert list(history.closings("alendronate", "dose", Taken)) == []


def test_a_retraction_may_be_read_before_what_it_retracts() -> None:
    event = taken("2026-11-23 08:00")
    assert History([retracted("2026-11-23 08:05", event), event]).answers(ITEM) == []


def test_the_answer_written_last_is_the_one_that_stands() -> None:
    first, second = taken("2026-11-23 09:00"), skipped("2026-11-23 08:00")
    history = History([first, second, reminded("2026-11-23 10:00")])
    assert history.last_written_answer() is second
    history.append(retracted("2026-11-23 10:05", second))
    assert history.last_written_answer() is first


def test_what_was_taken_is_found_by_its_local_date() -> None:
    told = taken("2026-11-25 08:00", on=day("2026-11-24"))
    abroad = taken("2026-11-25 23:30", zone="Asia/Tokyo")
    history = History([told, abroad])
    assert history.taken_between("alendronate", day("2026-11-24"), day("2026-11-24")) == [told]
    assert history.taken_between("alendronate", day("2026-11-25"), day("2026-11-26")) == [abroad]
    assert history.last_taken("alendronate", day("2026-11-25")) is told
    assert history.last_taken("alendronate", day("2026-11-26")) is abroad
    assert history.last_taken("alendronate", day("2026-11-23")) is None
    assert history.last_taken("other", day("2026-11-23")) is None


def test_amounts_add_up_by_plan_and_local_date() -> None:
    goal = "activity/2026-11-23/goal"
    events = [Amount(amount=n, **head("2026-11-23 12:00", goal)) for n in (10, 20)]  # type: ignore[arg-type]
    history = History([*events, retracted("2026-11-23 12:05", events[0])])
    assert history.amount("activity", day("2026-11-23")) == 20
    assert history.amounts("activity", day("2026-11-23")) == [events[1]]
    assert history.amounts("activity", day("2026-11-24")) == []
    assert history.amount("activity", day("2026-11-24")) == history.amount("dairy", day("2026-11-23")) == 0


def test_closings_come_latest_item_first_and_slots_of_a_day_together() -> None:
    first = taken("2026-11-23 08:00", "thyroid/2026-11-20/dose")
    second = skipped("2026-11-22 08:00", "thyroid/2026-11-22/dose-2")
    review = Done(**head("2026-11-23 08:00", "thyroid/2026-11-23/review"))  # type: ignore[arg-type]
    given_ = Given(on=day("2026-11-23"), **head("2026-11-23 09:00", "denosumab/2026-11-12/injection"))  # type: ignore[arg-type]
    history = History([first, second, review, given_])
    found = [(str(item), event) for item, event in history.closings("thyroid", "dose", Skipped | Taken)]  # type: ignore[arg-type]
    assert found == [("thyroid/2026-11-22/dose-2", second), ("thyroid/2026-11-20/dose", first)]
    assert [event for _, event in history.closings("thyroid", "review", Done)] == [review]
    assert [event for _, event in history.closings("denosumab", "injection", Given)] == [given_]
    assert [event for _, event in history.closings("thyroid", "dose", Taken)] == [first]


def test_showings_are_found_between_two_instants_both_inclusive() -> None:
    events = [reminded(f"2026-11-23 08:{minute}") for minute in ("30", "40", "50")]
    history = History([*events, taken("2026-11-23 08:40")])
    since, until = (at(f"2026-11-23 08:{minute}").astimezone(UTC) for minute in ("30", "40"))
    assert history.reminded(ITEM, since, until) == events[:2]
    assert history.reminded("other/2026-11-23/dose", since, until) == []


def test_everything_between_two_instants_is_found() -> None:
    events = [reminded("2026-11-23 08:30"), awake("2026-11-23 08:40"), taken("2026-11-23 08:50")]
    history = History([reminded("2026-11-23 08:29"), *events])
    since, until = (at(f"2026-11-23 08:{minute}").astimezone(UTC) for minute in ("30", "40"))
    assert history.between(since, until) == events[:2]


def test_a_date_of_which_nothing_was_written_has_no_notes() -> None:
    assert History().notes(day("2026-11-23")) == []


def test_a_log_without_an_answer_is_another_log() -> None:
    """Whoever keeps something by the revision works it out anew."""
    history = History([taken("2026-11-23 08:00")])
    event = history.answers(ITEM)[0]
    without = lacking(history, retracted("2026-11-23 08:05", event))
    assert without.answers(ITEM) == []
    assert history.answers(ITEM) == [event]
    assert without.revision != history.revision


def test_the_newest_answer_is_the_one_written_last_even_if_retracted() -> None:
    history = History()
    assert history.newest_answer_at() is None
    event = taken("2026-11-23 08:00")
    history.append(event)
    history.append(retracted("2026-11-23 08:05", event))
    assert history.newest_answer_at() == event.recorded


def test_a_recent_intake_is_one_near_now_in_either_direction() -> None:
    near, far = taken("2026-11-23 08:00"), taken("2026-11-23 05:00")
    history = History([near, far, taken("2026-11-23 08:10", on=day("2026-11-23"))])
    half_hour = timedelta(minutes=30)
    for now in ("2026-11-23 08:30", "2026-11-23 07:30"):
        assert history.recent_taken("alendronate", at(now).astimezone(UTC), half_hour) == [near]
    assert history.recent_taken("alendronate", at("2026-11-23 08:31").astimezone(UTC), half_hour) == []


# --- starts


def test_the_last_start_is_the_latest_one_not_after_now() -> None:
    first, second = awake("2026-11-23 08:00"), awake("2026-11-23 10:00")
    history = History([first, second])
    assert history.wakes.last(first.at - timedelta(seconds=1)) is None
    assert history.wakes.last(second.at - timedelta(seconds=1)) is first
    assert history.wakes.last(second.at) is second


def test_a_start_under_a_clock_that_was_set_back_since_is_forgotten() -> None:
    ahead, back = awake("2026-11-23 10:00"), awake("2026-11-23 08:00")
    history = History([ahead, back])
    assert history.wakes.last(ahead.at) is back
    assert list(history.all()) == [back, ahead]


# --- revision


def test_the_revision_grows_with_answers_and_retractions_only() -> None:
    history = History([reminded("2026-11-23 08:30"), awake("2026-11-23 08:40")])
    assert history.revision == 0
    event = taken("2026-11-23 08:50")
    history.append(event)
    history.append(retracted("2026-11-23 08:51", event))
    assert history.revision == 2


# --- the order of writing and of reading


kinds = st.sampled_from(["taken", "skipped", "snoozed", "reminded", "awake", "amount"])


@st.composite
def logs(draw: st.DrawFn) -> list[AnyEvent]:
    events: list[AnyEvent] = []
    for number, kind in enumerate(draw(st.lists(kinds, max_size=25))):
        moment = datetime(2026, 11, 23, 8, tzinfo=UTC) + timedelta(minutes=draw(st.integers(-60, 60)))
        item = draw(st.sampled_from([ITEM, "alendronate/2026-11-16/dose", "activity/2026-11-23/goal"]))
        common: dict[str, object] = {"id": f"e{number}", "at": moment, "recorded": moment, "zone": "UTC", "item": item}
        events.append({
            "taken": lambda c=common: Taken(**c), "skipped": lambda c=common: Skipped(**c),
            "snoozed": lambda c=common, m=moment: Snoozed(until=m, **c),
            "reminded": lambda c=common: Reminded(reason=Reason.DUE, **c),
            "awake": lambda c=common: Awake(cause=Cause.CLOCK, **c),
            "amount": lambda c=common: Amount(amount=2, **c),
        }[kind]())
    answers = [event for event in events if event.type not in ("reminded", "awake")]
    back = draw(st.lists(st.sampled_from(answers), unique_by=lambda event: event.id)) if answers else []
    moment = datetime(2026, 11, 23, 9, tzinfo=UTC)
    for number, event in enumerate(back):
        common = {"id": f"r{number}", "at": moment, "recorded": moment, "zone": "UTC", "item": event.item}
        events.append(Retracted(event=event.id, **common))  # type: ignore[arg-type]
    return events


def view(history: History) -> list[object]:
    far = (datetime(2020, 1, 1, tzinfo=UTC), datetime(2030, 1, 1, tzinfo=UTC))
    items = sorted({event.item for event in history.all()} | {ITEM})
    return [
        [event for event in history.all() if not isinstance(event, Retracted)],
        [history.answers(item) for item in items], [history.reminded(item, *far) for item in items],
        history.taken_between("alendronate", date(2026, 1, 1), date(2027, 1, 1)),
        history.amount("activity", date(2026, 11, 23)), history.last_written_answer(), history.wakes.last(far[1]),
        list(history.closings("alendronate", "dose", Taken)), history.newest_answer_at(),
    ]


@given(logs())
def test_a_log_grown_one_by_one_is_the_log_built_at_once(events: list[AnyEvent]) -> None:
    grown = History()
    for event in events:
        grown.append(event)
    assert view(grown) == view(History(events))
    assert grown.revision == History(events).revision


@given(logs(), st.randoms(use_true_random=False))
def test_where_retractions_stand_in_the_log_does_not_matter(events: list[AnyEvent], random: object) -> None:
    rest = [event for event in events if not isinstance(event, Retracted)]
    back = [event for event in events if isinstance(event, Retracted)]
    moved = list(rest)
    for event in back:
        moved.insert(random.randint(0, len(moved)), event)  # type: ignore[attr-defined]
    assert view(History(moved)) == view(History(events))


@given(logs())
def test_the_indexes_say_what_a_look_through_the_whole_log_says(events: list[AnyEvent]) -> None:
    history = History(events)
    back = {event.event for event in events if isinstance(event, Retracted)}
    standing = [event for event in events if event.id not in back]
    by_time = sorted(standing, key=lambda event: event.at)
    for item in {event.item for event in events}:
        said = [event for event in by_time if event.item == item]
        assert history.answers(item) == [event for event in said if is_answer(event)]
    amounts = [event.amount for event in standing if isinstance(event, Amount) and event.item.startswith("activity/")]
    assert history.amount("activity", date(2026, 11, 23)) == sum(amounts)
    intakes = [event for event in standing if isinstance(event, Taken) and event.item.startswith("alendronate/")]
    assert sorted(event.id for event in intakes) == sorted(
        event.id for event in history.taken_between("alendronate", date(2026, 1, 1), date(2027, 1, 1))
    )


def noted(number: int, zone: str, cause: Cause = Cause.RESUME) -> Awake:
    when = datetime(2026, 11, 23, number, tzinfo=UTC)
    return Awake(id=f"w{number}", at=when, recorded=when, zone=zone, cause=cause)


HOME, NEAR, FAR = "Europe/Amsterdam", "Europe/Brussels", "America/New_York"


@pytest.mark.parametrize(
    ("notes", "found"),
    [
        ([], None),
        ([noted(1, HOME, Cause.START)], None),
        ([noted(1, HOME, Cause.START), noted(2, NEAR, Cause.ZONE)], None),
        ([noted(1, HOME, Cause.START), noted(2, FAR, Cause.ZONE), noted(3, FAR)], 2),
        ([noted(1, HOME, Cause.START), noted(2, FAR, Cause.ZONE), noted(3, HOME, Cause.ZONE), noted(4, HOME)], 3),
        ([noted(1, HOME), noted(2, FAR, Cause.START), noted(3, FAR)], 2),
        ([noted(1, HOME), noted(2, FAR, Cause.ZONE), noted(3, FAR, Cause.START)], None),
        ([noted(1, HOME), noted(2, HOME), noted(23, FAR, Cause.ZONE)], None),
    ],
)
def test_another_clock_on_the_wall_is_known_for_the_rest_of_the_run(notes: list[Awake], found: int | None) -> None:
    moved = History(notes).wakes.moved(datetime(2026, 11, 23, 22, tzinfo=UTC))
    assert (None if moved is None else moved.id) == (None if found is None else f"w{found}")


def test_an_answer_without_an_item_is_no_answer() -> None:
    with pytest.raises(ValueError, match="not an item"):
        History([taken("2026-11-23 08:00", "")])


def away(since: str, until: str, cause: Cause = Cause.RESUME) -> Awake:
    return Awake(cause=cause, away_from=at(since), **head(until, ""))  # type: ignore[arg-type]


def test_absences_are_those_that_end_in_a_period_or_begin_in_it_its_first_and_last_moment_with_it() -> None:
    notes = [
        away("2026-11-20 08:00", "2026-11-20 09:00"), away("2026-11-21 08:00", "2026-11-21 09:00"),
        away("2026-11-22 08:00", "2026-11-22 09:00"), away("2026-11-23 08:00", "2026-11-23 09:00"),
    ]
    found = History(notes).wakes.absences(at("2026-11-21 09:00"), at("2026-11-22 08:00"))
    assert found == [(one.away_from, one.at) for one in notes[1:3]]


def test_a_sleep_on_a_journey_is_an_absence_and_a_move_both() -> None:
    since, until = "2026-11-22 08:00", "2026-11-23 09:00"
    slept, moved = away(since, until), away(since, until, Cause.ZONE)
    wakes = History([slept, moved]).wakes
    assert wakes.absences(at("2026-11-22 00:00"), at("2026-11-24 00:00")) == [(slept.away_from, slept.at)]
    assert wakes.last(at("2026-11-24 00:00")) is moved
