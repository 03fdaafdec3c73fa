"""Writing and reading back: answers, the regimen, settings, deliveries, the heartbeat."""

from __future__ import annotations

import dataclasses
import sqlite3
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from store_builders import (
    NOW,
    amount,
    awake,
    every_kind,
    ids,
    journal_ids,
    regimen_of,
    reminded,
    retracted,
    rows,
    taken,
)

from osteoapp.content.catalogue import catalogue
from osteoapp.core.events import AnyEvent, Awake, Cause
from osteoapp.core.regimen import Draft, Regimen
from osteoapp.store.settings import Repeats, Settings, Theme
from osteoapp.store.store import Store

Open = Callable[[], Store]


def test_answers_are_there_at_the_next_start(open_store: Open) -> None:
    events: list[AnyEvent] = [taken(1), amount(1, 10), retracted(taken(1)), reminded("r"), awake("a")]
    open_store().append(events)
    again = open_store().history()
    assert sorted(again.all(), key=lambda event: event.id) == sorted(events, key=lambda event: event.id)
    assert again.retraction("answer-1") == retracted(taken(1))


def test_an_answer_counts_at_once(store: Store) -> None:
    history = store.history()
    store.append([taken(1)])
    assert history is store.history()
    assert history.get("answer-1") == taken(1)


def test_events_of_one_instant_keep_the_order_of_writing(open_store: Open) -> None:
    events = [amount(number, 5) for number in (3, 1, 2)]
    for event in events:
        open_store().append([event])
    assert list(open_store().history().all()) == events


def test_an_answer_is_in_the_journal_and_what_the_program_notes_itself_is_not(store: Store, folder: Path) -> None:
    store.append([taken(1), reminded("r"), awake("a"), retracted(taken(1))])
    assert journal_ids(folder) == ["answer-1", "undo-answer-1"]
    assert ids(folder) == ["answer-1", "r", "a", "undo-answer-1"]


def test_the_same_event_again_changes_nothing(open_store: Open, folder: Path) -> None:
    first, second = open_store(), open_store()
    first.append([taken(1)])
    first.append([taken(1), taken(2)])
    second.append([taken(2), taken(2), taken(3)])
    assert ids(folder) == journal_ids(folder) == ["answer-1", "answer-2", "answer-3"]
    assert len(second.history()) == 3


def test_nothing_to_write_writes_nothing(store: Store, folder: Path) -> None:
    store.append([])
    assert not (folder / "answers.journal").exists()


def test_all_are_written_or_none(store: Store, folder: Path) -> None:
    broken = dataclasses.replace(taken(3), id="")
    with pytest.raises(sqlite3.IntegrityError):
        store.append([taken(2), broken])
    assert ids(folder) == []
    assert not (folder / "answers.journal").exists()
    assert len(store.history()) == 0
    store.append([taken(2)])
    assert ids(folder) == journal_ids(folder) == ["answer-2"]


def test_a_note_may_hold_whatever_a_keyboard_or_a_terminal_gives(open_store: Open) -> None:
    note = 'é 😀 "{[\\ \n\x00 \udcff \u2028'
    event = dataclasses.replace(amount(1, 1))
    from osteoapp.core.events import Skipped

    skipped = Skipped(id="s", at=NOW, recorded=NOW, zone="UTC", item=event.item, note=note)
    open_store().append([skipped])
    assert open_store().history().get("s") == skipped


def test_of_what_the_program_notes_the_last_sixty_days_are_remembered(
    open_store: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("osteoapp.store.reading._MEMORY_ROWS", 3)
    old, older = NOW - timedelta(days=59), NOW - timedelta(days=61)
    events = [reminded("older", older), awake("woke", older), taken(-400), reminded("old", old), reminded("now"),
              awake("w"), taken(0)]
    open_store().append(events)
    assert [event.id for event in open_store().history().all()] == ["answer--400", "old", "now", "w", "answer-0"]


def test_absences_of_two_years_are_remembered_so_that_off_does_not_become_missed(
    open_store: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("osteoapp.store.reading._MEMORY_ROWS", 3)

    def back(name: str, days: int, **away: float) -> Awake:
        at = NOW - timedelta(days=days)
        return dataclasses.replace(awake(name, at), cause=Cause.RESUME, away_from=at - timedelta(**away))

    store = open_store()
    store.append([back("ancient", 900, hours=9), back("off", 300, hours=9), back("nap", 200, minutes=50),
                  dataclasses.replace(back("first", 100), away_from=None), back("recent", 50, minutes=2)])
    store.append([amount(number, 1) for number in range(4)])
    known = open_store().history()
    assert [name for name in ("ancient", "off", "nap", "first", "recent") if name in known] == ["off", "recent"]
    assert len(known.wakes.absences(NOW - timedelta(days=900), NOW)) == 2


def test_showings_are_remembered_when_the_clock_was_wrong_in_between(open_store: Open) -> None:
    far = datetime(2200, 1, 1, tzinfo=UTC)
    open_store().append([reminded("shown"), reminded("wrong", far)])
    assert open_store().history().get("shown") is not None


def test_a_regimen_comes_back_with_all_versions_in_their_order(open_store: Open) -> None:
    regimen = regimen_of(every_kind())
    open_store().save_regimen(regimen, NOW)
    assert open_store().regimen() == regimen


def test_a_change_ends_a_version_and_begins_the_next(open_store: Open, folder: Path) -> None:
    store = open_store()
    first = regimen_of(every_kind())
    store.save_regimen(first, NOW)
    old = first.versions[0]
    ended = dataclasses.replace(old, effective_until=date(2026, 11, 30))
    begun = dataclasses.replace(
        old, plan=dataclasses.replace(old.plan, stock=9), effective_from=date(2026, 12, 1)
    )
    gone = dataclasses.replace(first.versions[1], effective_until=date(2026, 11, 30), removed=True)
    second = dataclasses.replace(first, versions=(ended, begun, gone, *first.versions[2:]))
    store.save_regimen(second, NOW + timedelta(days=7))
    assert store.regimen() == open_store().regimen() == second
    assert len(rows(folder, "SELECT 1 FROM plan_version")) == len(first.versions) + 1
    assert len(rows(folder, "SELECT 1 FROM regimen")) == 2


def test_a_version_that_ended_may_be_open_again_and_one_may_leave(open_store: Open) -> None:
    store = open_store()
    first = regimen_of(every_kind())
    ended = dataclasses.replace(first.versions[0], effective_until=date(2026, 11, 30), removed=True)
    for versions in ((ended, *first.versions[1:]), first.versions[:2], first.versions[1:], (first.versions[1],) * 2):
        store.save_regimen(dataclasses.replace(first, versions=versions), NOW)
        assert open_store().regimen().versions == versions


def test_a_new_folder_has_no_plans_and_the_settings_of_the_house(store: Store) -> None:
    assert store.regimen() == Regimen(catalogue(), Draft())
    assert store.settings() == Settings()
    assert list(store.history().all()) == []
    assert store.repaired == ()
    assert store.trouble is None


def test_settings_are_there_at_the_next_start(open_store: Open) -> None:
    chosen = Settings(200, Theme.HIGH_CONTRAST, False, 35, True, Repeats(5, 3, 30), "en", True)
    store = open_store()
    store.save_settings(Settings(volume=1))
    store.save_settings(chosen)
    assert store.settings() == open_store().settings() == chosen


@pytest.mark.parametrize(
    "senseless", [{"text_size": 99}, {"volume": -1}, {"volume": 101}, {"language": "de"}]
)
def test_settings_that_make_no_sense_cannot_be_made(senseless: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=next(iter(senseless))):
        Settings(**senseless)  # type: ignore[arg-type]


def test_attempts_to_reach_the_person_are_noted_newest_first(open_store: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("osteoapp.store.writing._DELIVERIES_KEPT", 2)
    store = open_store()
    store.record_delivery("window", "sent", NOW, ["a/2026-11-23/dose", "b/2026-11-23/dose"])
    store.record_delivery("plyer", "failed", NOW + timedelta(seconds=1), ["a/2026-11-23/dose"], "kapot \udcff")
    store.record_delivery("dbus", "unknown", NOW + timedelta(seconds=2), [])
    found = open_store().deliveries()
    assert [(delivery.channel, delivery.outcome, delivery.items) for delivery in found] == [
        ("dbus", "unknown", ()),
        ("plyer", "failed", ("a/2026-11-23/dose",)),
    ]
    assert found[1].detail == "kapot ?"
    assert found[1].at == NOW + timedelta(seconds=1)
    assert [delivery.channel for delivery in store.deliveries(1)] == ["dbus"]


def test_an_outcome_that_is_none_is_a_fault_of_the_program(store: Store) -> None:
    with pytest.raises(ValueError, match="maybe"):
        store.record_delivery("window", "maybe", NOW, [])


def test_the_heartbeat_is_there_at_the_next_start(open_store: Open, folder: Path) -> None:
    store = open_store()
    assert store.alive() is None
    store.set_alive(NOW + timedelta(days=400))
    store.set_alive(NOW)
    assert open_store().alive() == NOW
    (folder / "alive").write_bytes(b"2026-11-23T06:30:00.000000+00:00 00000000\n")
    assert store.alive() is None
    (folder / "alive").write_bytes(b"")
    assert store.alive() is None
    store.append([awake("started", NOW - timedelta(days=2)), reminded("shown"), taken(1, after=timedelta(hours=5))])
    assert store.alive() == NOW, "what the program noted itself is the next best; an answer may come from a terminal"


def test_a_heartbeat_that_cannot_be_written_disturbs_nobody(store: Store, folder: Path) -> None:
    (folder / "alive").mkdir()
    store.set_alive(NOW)
    assert store.alive() is None


def test_a_clock_cannot_be_right_before_the_newest_answer_or_the_program_itself(folder: Path) -> None:
    built = date(2026, 11, 20)
    with Store.open(folder, catalogue(), built) as store:
        assert store.not_before() == datetime(2026, 11, 20, tzinfo=UTC)
        store.append([taken(-400), reminded("r")])
        assert store.not_before() == datetime(2026, 11, 20, tzinfo=UTC)
        store.append([taken(0), retracted(taken(0))])
        assert store.not_before() == NOW
    with Store.open(folder.with_name("other"), catalogue()) as empty:
        assert empty.not_before() is None


def test_closing_twice_is_harmless(store: Store) -> None:
    store.close()
    store.close()
