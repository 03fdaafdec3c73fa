"""Events: local dates that never change, and plain JSON values to and from."""

from __future__ import annotations

import json
import sys
import time
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osteoapp.core.events import (
    ANSWERS,
    REMARK_CODES,
    Amount,
    AnyEvent,
    Awake,
    Booked,
    Cause,
    Counted,
    Done,
    Forgotten,
    Given,
    NotFasting,
    Reason,
    Remark,
    Reminded,
    Retracted,
    Skipped,
    Snoozed,
    Taken,
    from_record,
    is_answer,
    to_record,
)

FIRST, LAST = datetime.fromisoformat("1970-01-02"), datetime.fromisoformat("2199-12-30")
instants = st.datetimes(FIRST, LAST, timezones=st.just(UTC))
walls = st.datetimes(FIRST, LAST)
words = st.text(max_size=20)
HEAD = {
    "id": st.text(min_size=1, max_size=12), "at": instants, "recorded": instants,
    "zone": st.sampled_from(["Europe/Amsterdam", "Pacific/Kiritimati", "UTC"]),
    "item": st.sampled_from(["", "alendronate/2026-11-23/dose", "denosumab/2026-11-12/injection"]),
}
events: st.SearchStrategy[AnyEvent] = st.one_of(
    st.builds(Taken, on=st.none() | st.dates(), **HEAD), st.builds(Skipped, note=st.none() | words, **HEAD),
    st.builds(NotFasting, **HEAD), st.builds(Forgotten, **HEAD), st.builds(Snoozed, until=instants, **HEAD),
    st.builds(Given, on=st.dates(), **HEAD), st.builds(Booked, appointment=walls, note=st.none() | words, **HEAD),
    st.builds(Done, note=st.none() | words, **HEAD), st.builds(Amount, amount=st.integers(1, 2000), **HEAD),
    st.builds(Remark, note=words, **HEAD),
    st.builds(Reminded, reason=st.sampled_from(Reason), level=st.integers(1, 3), **HEAD),
    st.builds(Retracted, event=st.text(min_size=1, max_size=12), **HEAD),
    st.builds(Counted, amount=st.integers(0, 99), expires=st.none() | st.dates(), **HEAD),
    st.builds(Awake, cause=st.sampled_from(Cause), away_from=st.none() | instants, **HEAD),
)


@given(events)
def test_every_event_survives_json(event: AnyEvent) -> None:
    record = json.loads(json.dumps(to_record(event)))
    again = from_record(record)
    assert again == event
    assert type(again) is type(event)
    assert None not in record.values()


@given(events)
def test_an_event_is_an_answer_or_a_note_of_the_program(event: AnyEvent) -> None:
    assert is_answer(event) == (type(event) in ANSWERS) == (event.type not in ("reminded", "retracted", "awake"))


@given(events, st.text(max_size=8))
def test_a_record_with_a_key_too_many_is_read_without_it(event: AnyEvent, key: str) -> None:
    record = to_record(event)
    if key not in record and key not in ("note", "on", "level", "away_from", "added", "expires"):
        assert from_record({**record, key: "?"}) == event


def record(**changes: Any) -> dict[str, Any]:
    whole = {
        "type": "taken", "id": "a", "at": "2026-11-23T06:30:00+00:00", "recorded": "2026-11-23T06:30:00+00:00",
        "zone": "Europe/Amsterdam", "item": "alendronate/2026-11-23/dose",
    }
    return {name: value for name, value in {**whole, **changes}.items() if value is not None}


@pytest.mark.parametrize(
    "changes",
    [
        {"type": None}, {"type": "swallowed"}, {"type": ["taken"]}, {"type": 3}, {"id": None}, {"at": None},
        {"at": "yesterday"}, {"at": 5}, {"at": "2026-11-23T06:30:00"}, {"on": "2026-13-01"}, {"on": 20261123},
        {"type": "snoozed"}, {"type": "reminded", "reason": "because"}, {"type": "awake", "cause": "coffee"},
        {"type": "given", "on": None}, {"type": "booked", "appointment": "soon"},
    ],
    ids=str,
)
def test_what_is_not_a_whole_event_is_refused_with_a_reason(changes: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="event"):
        from_record(record(**changes))


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"type": "swallowed"}, "unknown type of event: 'swallowed'"),
        ({"at": "2026-11-23T06:30:00"}, "of type taken: at has no offset"),
    ],
)
def test_the_reason_names_what_is_wrong(changes: dict[str, Any], reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        from_record(record(**changes))


def test_instants_are_read_in_utc_whatever_their_offset() -> None:
    event = from_record(record(at="2026-11-23T07:30:00+01:00"))
    assert event.at == datetime(2026, 11, 23, 6, 30, tzinfo=UTC)
    assert event.at.tzinfo is UTC
    there = Skipped(id="a", at=datetime(2026, 11, 23, 7, 30, tzinfo=timezone(timedelta(hours=1))),
                    recorded=datetime(2026, 11, 23, 7, 30, tzinfo=ZoneInfo("Europe/Amsterdam")), zone="UTC")
    assert to_record(there)["at"] == to_record(there)["recorded"] == "2026-11-23T06:30:00+00:00"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows takes its zone from the registry")
def test_instants_are_written_in_utc_wherever_the_computer_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    moment = datetime(2026, 11, 23, 7, 30, tzinfo=ZoneInfo("Europe/Amsterdam"))
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    try:
        time.tzset()
        written = to_record(Skipped(id="a", at=moment, recorded=moment, zone="Europe/Amsterdam"))
    finally:
        monkeypatch.undo()
        time.tzset()
    assert written["at"] == "2026-11-23T06:30:00+00:00"


HALF_PAST = datetime(2026, 11, 23, 7, 30, tzinfo=ZoneInfo("Europe/Amsterdam"))
SAID: dict[str, Any] = {"id": "a", "at": HALF_PAST, "recorded": HALF_PAST, "zone": "Europe/Amsterdam"}


@pytest.mark.parametrize(
    ("event", "key", "value"),
    [
        (Snoozed(until=HALF_PAST + timedelta(minutes=10), **SAID), "until", "2026-11-23T06:40:00+00:00"),
        (Awake(cause=Cause.RESUME, away_from=HALF_PAST, **SAID), "away_from", "2026-11-23T06:30:00+00:00"),
        (Booked(appointment=datetime.fromisoformat("2026-12-03T10:15"), **SAID), "appointment", "2026-12-03T10:15:00"),
        (Given(on=date(2026, 11, 23), **SAID), "on", "2026-11-23"),
        (Counted(amount=28, added=28, expires=date(2027, 6, 30), **SAID), "expires", "2027-06-30"),
        (Awake(cause=Cause.RESUME, **SAID), "cause", "resume"),
        (Reminded(reason=Reason.HALF_HOUR_OVER, level=3, **SAID), "reason", "half_hour_over"),
        (Reminded(reason=Reason.HALF_HOUR_OVER, level=3, **SAID), "level", 3),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_instants_are_written_in_utc_an_appointment_as_the_wall_clock_shows_it(
    event: AnyEvent, key: str, value: object
) -> None:
    written = to_record(event)[key]
    assert (type(written), written) == (type(value), value)
    assert from_record(to_record(event)) == event


def test_what_was_not_said_is_left_out_of_a_record() -> None:
    assert "on" not in to_record(Taken(**SAID))
    assert "away_from" not in to_record(Awake(cause=Cause.START, **SAID))


def test_the_local_date_is_that_of_the_zone_it_was_recorded_in() -> None:
    moment = datetime(2026, 11, 23, 23, 30, tzinfo=UTC)
    there = Skipped(id="a", at=moment, recorded=moment, zone="Asia/Tokyo")
    assert there.local.isoformat() == "2026-11-24T08:30:00+09:00"
    assert there.local_date == date(2026, 11, 24)


def test_a_date_that_was_told_is_the_local_date_of_an_intake() -> None:
    moment = datetime(2026, 11, 25, 8, 30, tzinfo=UTC)
    assert Taken(id="a", at=moment, recorded=moment, zone="UTC", on=date(2026, 11, 23)).local_date == date(2026, 11, 23)
    assert Taken(id="a", at=moment, recorded=moment, zone="UTC").local_date == date(2026, 11, 25)


def test_remarks_have_codes_for_what_goes_wrong() -> None:
    assert set(REMARK_CODES) == {"lay_down", "ate_early", "vomited", "took_two"}
