"""The life of a sample patient: scenes lead to their moment, time is moved, and she answers as she usually does."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from osteoapp.content import leaflet
from osteoapp.content.demo import PAGES, patients, scenes
from osteoapp.content.words import LANGS
from osteoapp.core.item import Item, Kind, Reminder, Status
from osteoapp.demo.habits import answer_of
from osteoapp.demo.stage import ZONE, Stage
from osteoapp.ui.assets import resources

PEOPLE = {one.id: one for one in patients("nl")}
SCENES = {one.id: one for one in scenes("nl")}
TABLET = "alendronate-tablet/2026-11-23/dose"
INJECTION = "denosumab-injection/2026-11-12/injection"

Open = Callable[[str], Stage]


@pytest.fixture
def on(tmp_path: Path, qapp: QApplication) -> Iterator[Open]:
    """Opens a scene, or a patient by her id; ``stage.seen`` collects what is shown."""
    made: list[Stage] = []

    def opened(name: str) -> Stage:
        scene = SCENES.get(name)
        who = PEOPLE[scene.patient if scene else name]
        start = scene.start if scene else who.start
        folder = tmp_path / str(len(made))
        seen: list[list[Reminder]] = []
        stage = Stage(folder, who, start, "nl", resources() / "samples", lambda shown, _: seen.append(list(shown)))
        made.append(stage)
        stage.seen = seen  # type: ignore[attr-defined]
        stage.start()
        if scene is not None:
            stage.play(scene)
        return stage

    yield opened
    for stage in made:
        stage.close()


def seen(stage: Stage) -> list[list[str]]:
    return [[one.item.id for one in shown] for shown in stage.seen]  # type: ignore[attr-defined]


def status(stage: Stage, item_id: str) -> Status:
    item = stage.port.agenda().item(item_id)
    assert item is not None
    return item.status


# The content


def test_both_languages_tell_the_same_scenes_and_each_names_a_page_of_the_leaflet() -> None:
    for one, other in zip(scenes("nl"), scenes("en"), strict=True):
        assert (one.id, one.end, one.acts, one.page) == (other.id, other.end, other.acts, other.page)
        assert one.patient in PEOPLE
        assert one.page in PAGES
        assert one.start < one.end
        for lang in LANGS:
            assert leaflet.passage(one.passage, lang).text


def test_the_notes_are_short_enough_to_be_read_while_speaking() -> None:
    for lang in LANGS:
        for scene in scenes(lang):
            assert 2 <= len(scene.say) <= 3
            assert 1 <= len(scene.ask) <= 2
            for line in (*scene.say, *scene.ask):
                for sentence in line.replace("?", ".").split("."):
                    assert len(sentence.split()) <= 15, line


# The scenes


def test_on_monday_morning_the_tablet_is_shown_at_its_second(on: Open) -> None:
    stage = on("monday")
    assert seen(stage) == [[TABLET]]
    assert stage.now().isoformat() == "2026-11-23T07:30:00+01:00"


def test_after_a_breakfast_by_mistake_it_stands_for_tomorrow(on: Open) -> None:
    stage = on("breakfast")
    item = stage.port.between(date(2026, 11, 23), date(2026, 11, 24)).item(TABLET)
    assert item is not None
    assert item.due.astimezone(ZONE).isoformat() == "2026-11-24T07:30:00+01:00"


@pytest.mark.parametrize("name", ["forgotten", "off"])
def test_a_tablet_without_an_answer_is_asked_about_days_later(on: Open, name: str) -> None:
    assert status(on(name), TABLET) is Status.UNANSWERED


def test_after_three_days_off_the_absence_is_told(on: Open) -> None:
    absence = on("off").port.absence()
    assert absence is not None
    assert absence.away_to - absence.away_from == timedelta(days=3, minutes=5)
    assert TABLET in {item.id for item in absence.items}


@pytest.mark.parametrize("name", ["lay-down", "restart"])
def test_the_half_hour_runs_on_through_a_restart(on: Open, name: str) -> None:
    stage = on(name)
    item = stage.port.agenda().item(TABLET)
    assert item is not None
    assert item.status is Status.IN_PROGRESS
    assert item.block_until is not None
    assert item.block_until.astimezone(ZONE).isoformat() == "2026-11-23T08:04:00+01:00"


def test_twenty_of_thirty_minutes_are_done(on: Open) -> None:
    goal = on("ten-minutes").port.agenda().item("activity/2026-11-24/goal")
    assert goal is not None
    assert goal.progress is not None
    assert (goal.progress.value, goal.progress.target) == (20, 30)


def test_the_injection_is_to_be_booked_and_four_weeks_later_urgent(on: Open) -> None:
    assert status(on("book"), "denosumab-injection/2026-11-12/book") is Status.OVERDUE
    late = on("late").port.agenda().item(INJECTION)
    assert late is not None
    assert late.level == 3


def test_the_evening_after_the_infusion_has_it_given(on: Open) -> None:
    stage = on("evening")
    done = stage.port.between(date(2027, 3, 10), date(2027, 3, 10)).item("zoledronate-infusion/2027-03-10/infusion")
    assert done is not None
    assert done.status is Status.DONE


# Moving time


def test_the_next_reminder_stops_at_what_is_shown_next(on: Open) -> None:
    stage = on("tablet")
    assert stage.to_next(timedelta(days=2))
    first = stage.now()
    assert seen(stage)[-1]
    assert stage.to_next(timedelta(days=2))
    assert stage.now() > first


def test_nothing_to_be_shown_within_a_span_is_said(on: Open) -> None:
    stage = on("evening")
    assert not stage.to_next(timedelta(minutes=1))


def test_in_a_week_she_does_what_she_usually_does_and_nothing_stays_open(on: Open) -> None:
    stage = on("tablet")
    stage.move_to(stage.clock.now() + timedelta(days=7, hours=2))
    taken = {event.item for event in stage.loop.history.all() if event.type == "taken"}
    assert TABLET in taken
    assert "vitamin-d-tablet/2026-11-23/dose" in taken
    assert len(taken) >= 15
    assert not [item.id for item in stage.port.agenda().items if item.status is Status.UNANSWERED]


def test_what_passes_by_is_not_shown_and_the_screens_look_once(on: Open) -> None:
    stage = on("tablet")
    looks: list[object] = []
    stage.loop.changed.append(looks.append)
    stage.move_to(stage.clock.now() + timedelta(days=3), quietly=True)
    assert len(looks) == 1
    assert seen(stage) == []
    assert len(stage.log) > 10


def test_for_somebody_who_looks_on_everything_is_shown(on: Open) -> None:
    stage = on("monday")
    stage.pass_by(timedelta(hours=1))
    assert len(seen(stage)) > 2
    assert status(stage, TABLET) is Status.DUE


def test_an_injection_is_given_four_weeks_late_and_the_next_counts_from_there(on: Open) -> None:
    stage = on("late")
    stage.move_to(stage.clock.now() + timedelta(days=1), quietly=True)
    [given] = [event for event in stage.loop.history.all() if event.type == "given"]
    assert given.item == INJECTION
    assert given.at.astimezone(ZONE).date() == date(2026, 12, 10)


def test_the_name_says_that_it_is_a_demo(on: Open) -> None:
    assert on("infusion").loop.regimen.draft.patient.name == "De heer Jansen (demo)"


# Habits


def item_of(kind: Kind, status: Status = Status.DUE) -> Item:
    from datetime import UTC, datetime

    moment = datetime(2026, 11, 12, 9, tzinfo=UTC)
    return Item("plan/2026-11-12/step", "plan", "x", date(2026, 11, 12), "step", kind, moment, moment, status)


@pytest.mark.parametrize(
    ("kind", "takes", "late", "answer"),
    [
        (Kind.DOSE, {"taken", "skipped", "forgotten"}, 0, "taken"),
        (Kind.GOAL, {"amount"}, 0, "amount"),
        (Kind.TASK, {"done", "snoozed"}, 0, "done"),
        (Kind.TASK, {"booked", "done"}, 0, "booked"),
        (Kind.TASK, {"booked", "done"}, 28, None),
        (Kind.APPOINTMENT, {"given", "booked"}, 0, "given"),
        (Kind.APPOINTMENT, {"given", "booked"}, 28, None),
        (Kind.HEADS_UP, set(), 0, None),
    ],
)
def test_what_she_answers(kind: Kind, takes: set[str], late: int, answer: str | None) -> None:
    found = answer_of(item_of(kind), takes, date(2026, 11, 13), step=10, late_days=late)
    assert (None if found is None else found.answer) == answer


def test_a_tablet_of_days_ago_was_forgotten() -> None:
    takes = {"taken", "skipped", "forgotten"}
    found = answer_of(item_of(Kind.DOSE, Status.UNANSWERED), takes, date(2026, 11, 13), step=1)
    assert found is not None
    assert found.answer == "forgotten"
