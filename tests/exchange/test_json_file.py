"""The whole content as JSON: what was written is read back as the same, and nothing else is taken for it."""

from __future__ import annotations

import json
import typing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osteoapp.core.context import Repeats
from osteoapp.core.events import ANSWERS, AnyEvent, Awake, Event, Reminded, Retracted, Taken
from osteoapp.core.regimen import AnyPlan, DayTimes, Draft, Patient, Pause, PlanVersion
from osteoapp.exchange import json_file
from osteoapp.exchange.json_file import Content, NotOurs
from osteoapp.store import records
from osteoapp.store.settings import LANGUAGES, TEXT_SIZES, Settings, Theme
from tests.store.store_builders import every_kind, regimen_of

MADE = datetime(2026, 11, 22, 12, tzinfo=UTC)
DOCS = Path(__file__).parents[2] / "docs"
MOMENTS = st.datetimes(min_value=datetime(2000, 1, 1), max_value=datetime(2100, 1, 1), timezones=st.just(UTC))
WORDS = st.text(max_size=12) | st.sampled_from(["\udcff", "\n\u2028\"\\", "=1+1"])
PLANS = st.one_of(*(st.from_type(kind) for kind in typing.get_args(AnyPlan)))
DRAFTS = st.builds(
    Draft,
    patient=st.from_type(Patient), day=st.from_type(DayTimes), phones=st.dictionaries(WORDS, WORDS, max_size=3),
    plans=st.lists(PLANS, max_size=3).map(tuple), pauses=st.lists(st.from_type(Pause), max_size=2).map(tuple),
)
SETTINGS = st.builds(
    Settings,
    text_size=st.sampled_from(TEXT_SIZES), theme=st.sampled_from(Theme), volume=st.integers(0, 100),
    repeats=st.builds(Repeats, st.integers(1, 60), st.integers(0, 9), st.integers(1, 600)),
    language=st.sampled_from((None, *LANGUAGES)),
)


def an_event(kind: type[Event]) -> st.SearchStrategy[Any]:
    """Any event of a type, with an id that is made unique later."""
    drawn: dict[str, st.SearchStrategy[Any]] = {
        "at": MOMENTS, "recorded": MOMENTS, "until": MOMENTS, "away_from": st.none() | MOMENTS,
        "appointment": st.datetimes(min_value=datetime(2000, 1, 1), max_value=datetime(2100, 1, 1)),
        "item": WORDS, "note": WORDS if kind.type == "remark" else st.none() | WORDS, "id": st.just(""),
        "zone": st.sampled_from(["Europe/Amsterdam", "UTC", "Asia/Tokyo"]),
    }
    hints = typing.get_type_hints(kind)
    fields = {name: drawn.get(name, st.from_type(hint)) for name, hint in hints.items() if name != "type"}
    return st.builds(kind, **fields)


def numbered(events: list[Event]) -> tuple[AnyEvent, ...]:
    for number, event in enumerate(events):
        object.__setattr__(event, "id", f"e{number}")
    return tuple(events)  # type: ignore[arg-type]


EVENTS = st.lists(st.one_of(*(an_event(kind) for kind in (*ANSWERS, Reminded, Retracted, Awake))), max_size=6)
CONTENTS = st.builds(
    Content,
    draft=DRAFTS,
    versions=st.lists(st.builds(PlanVersion, plan=PLANS, known=MOMENTS), max_size=3).map(tuple),
    events=EVENTS.map(numbered),
    settings=SETTINGS,
)


def data_of(content: Content[Settings]) -> bytes:
    return "".join(json_file.write(content, records, MADE, "1.0")).encode()


def sample() -> Content[Settings]:
    regimen = regimen_of(every_kind())
    taken = Taken(id="a", at=MADE, recorded=MADE, zone="UTC", item="d/2026-11-22/dose")
    return Content(regimen.draft, regimen.versions, (taken,), Settings())


@given(CONTENTS)
def test_any_content_comes_back_as_it_was(content: Content[Settings]) -> None:
    assert json_file.read(data_of(content), records, Settings) == content


def test_a_byte_order_mark_in_front_is_no_harm() -> None:
    assert json_file.read(b"\xef\xbb\xbf" + data_of(sample()), records, Settings) == sample()


def test_a_long_history_comes_in_portions_and_is_one_document() -> None:
    content = sample()
    events = [Taken(id=str(number), at=MADE, recorded=MADE, zone="UTC") for number in range(1101)]
    portions = list(json_file.write(Content(content.draft, (), tuple(events), Settings()), records, MADE, "1.0"))
    assert len(portions) == 4
    assert [event["id"] for event in json.loads("".join(portions))["events"]] == [event.id for event in events]


def changed(path: str, value: Any) -> bytes:
    document = json.loads(data_of(sample()))
    *parents, last = path.split(".")
    place = document
    for name in parents:
        place = place[int(name) if name.isdigit() else name]
    place[last] = value
    return json.dumps(document).encode()


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"\xff\xfe", "json_unreadable"), (b"{", "json_unreadable"), (b"[" * 100_000, "json_unreadable"),
        (b"{}", "json_not_ours"), (b"[]", "json_not_ours"), (b'{"format": 2}', "json_format"),
        (b'{"format": 1}', "json_keys"), (changed("extra", 1), "json_keys"),
        (changed("regimen", []), "json_content"), (changed("regimen.more", 1), "json_content"),
        (changed("regimen.versions", {}), "json_content"), (changed("events", {}), "json_content"),
        (changed("regimen.draft.plans", "x"), "json_content"), (changed("settings.volume", 1000), "json_content"),
        (changed("events.0.type", "swallowed"), "json_content"), (changed("events.0.at", "2026-11-22"), "json_content"),
        (changed("events.0.amount", 3), "json_content"), (changed("events.0.note", 3), "json_content"),
        (changed("events.0.zone", "Middle/Earth"), "json_content"), (changed("events.0.item", None), "json_content"),
    ],
)
def test_what_could_not_have_been_written_is_refused(data: bytes, code: str) -> None:
    with pytest.raises(NotOurs) as refused:
        json_file.read(data, records, Settings)
    assert refused.value.code == code


def test_an_event_that_is_no_object_or_comes_twice_is_refused() -> None:
    document = json.loads(data_of(sample()))
    for events in ([3], document["events"] * 2):
        with pytest.raises(NotOurs):
            json_file.read(json.dumps({**document, "events": events}).encode(), records, Settings)


def keys(value: Any) -> set[str]:
    if isinstance(value, dict):
        return {*value, *(name for entry in value.values() for name in keys(entry))}
    return {name for entry in value for name in keys(entry)} if isinstance(value, list) else set()


def test_the_schema_names_every_key_that_is_written() -> None:
    schema = (DOCS / "export-json.md").read_text(encoding="utf-8")
    document = json.loads(data_of(sample()))
    document["regimen"]["draft"]["phones"] = {}
    kinds = (*ANSWERS, Reminded, Retracted, Awake)
    fields = {name for kind in kinds for name in typing.get_type_hints(kind)}
    missing = {name for name in keys(document) | fields if f"`{name}`" not in schema}
    missing |= {kind.type for kind in kinds if f"`{kind.type}`" not in schema}
    assert missing == set()
