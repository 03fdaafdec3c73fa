"""Putting the past right: corrections are events, the old answer stays, and notes are kept as they are."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest

from osteoapp.core.agenda import context
from osteoapp.core.answers import Request
from osteoapp.core.corrections import LONGEST_NOTE, correct, noted
from osteoapp.core.counts import Outcome, counts
from osteoapp.core.cycles import later_dates
from osteoapp.core.events import AnyEvent, Given, Remark, Retracted, Taken
from osteoapp.core.refusal import Refused

from .builders import Patient, activity, at, check, day, injection, medicine, tablet, vitamin_d

TABLET = "alendronate/2026-11-02/dose"
VITAMIN = "vitamin-d/2026-11-10/dose"
FIRST = "denosumab/2026-11-12/injection"
SECOND = "denosumab/2027-05-12/injection"
NOW = "2026-11-20 10:00"


def put_right(p: Patient, now: str, event: AnyEvent, answer: str, **details: Any) -> list[AnyEvent]:
    """Corrects an answer and writes what follows."""
    request = Request(details.pop("item", event.item), answer, **details)
    made = correct(p.regimen, p.history, p.at(now), event.id, request, p.new_id)
    for one in made:
        p.history.append(one)
    return made


def refused(p: Patient, now: str, event: AnyEvent, answer: str, **details: Any) -> str:
    """Why a correction is refused; nothing may have been written."""
    before = len(p.history)
    with pytest.raises(Refused) as found:
        put_right(p, now, event, answer, **details)
    assert len(p.history) == before
    return found.value.code


def test_a_correction_is_two_events_and_the_old_answer_stays() -> None:
    p = Patient(vitamin_d("08:30"))
    old = p.say("2026-11-10 08:40", VITAMIN, "taken")
    back, new = put_right(p, NOW, old, "taken", at=at("2026-11-10 09:15"))
    assert isinstance(back, Retracted)
    assert back.event == old.id
    assert isinstance(new, Taken)
    assert new.local.hour == 9
    assert p.history.answers(VITAMIN) == [new]
    assert p.history.answers(VITAMIN, every=True) == [old, new]
    assert back.recorded == new.recorded


def test_a_weekly_tablet_of_weeks_ago_moves_to_another_day_or_time() -> None:
    p = Patient(tablet(0))
    old = p.say("2026-11-02 07:35", TABLET, "taken")
    _, late = put_right(p, NOW, old, "taken", on=day("2026-11-03"))
    found = counts(p.regimen, p.history, p.at(NOW), day("2026-11-02"), day("2026-11-08"))[0]
    assert [one.outcome for one in found.occasions] == [Outcome.LATE]
    _, timed = put_right(p, NOW, late, "taken", at=at("2026-11-02 08:10"))
    assert isinstance(timed, Taken)
    assert timed.on is None
    assert refused(p, NOW, timed, "taken", on=day("2026-11-09")) == "date_outside"
    assert refused(p, NOW, timed, "taken", at=at("2026-11-09 08:00")) == "date_outside"
    assert refused(p, NOW, timed, "taken") == "date_needed"


def test_what_was_skipped_is_still_taken_and_the_other_way_round() -> None:
    p = Patient(tablet(0))
    skipped = p.say("2026-11-02 07:35", TABLET, "skipped")
    _, taken = put_right(p, NOW, skipped, "taken", on=day("2026-11-02"))
    assert p.status(NOW, TABLET) == "done"
    assert refused(p, NOW, taken, "skipped") == "item_does_not_take"


def test_a_dose_taken_after_midnight_belongs_to_its_own_day() -> None:
    p = Patient(vitamin_d("08:30"))
    old = p.say("2026-11-10 23:59", VITAMIN, "skipped")
    _, taken = put_right(p, "2026-11-11 00:30", old, "taken", on=day("2026-11-10"))
    assert isinstance(taken, Taken)
    assert taken.local_date == day("2026-11-10")
    assert refused(p, "2026-11-11 00:40", taken, "taken", at=at("2026-11-11 00:20")) == "date_outside"


def test_a_portion_is_counted_anew() -> None:
    p = Patient(activity("10:30"))
    goal = "activity/2026-11-10/goal"
    old = p.say("2026-11-10 15:00", goal, "amount", amount=10)
    put_right(p, NOW, old, "amount", amount=40, at=at("2026-11-10 15:00"))
    assert p.history.amount("activity", day("2026-11-10")) == 40


def test_two_tablets_on_one_day_are_refused_here_too() -> None:
    p = Patient(tablet(0))
    p.say("2026-11-02 07:35", TABLET, "taken")
    second = p.say("2026-11-09 07:35", "alendronate/2026-11-09/dose", "taken")
    assert refused(p, NOW, second, "taken", on=day("2026-11-02")) == "date_outside"


def test_only_a_standing_answer_to_the_same_item_is_corrected() -> None:
    p = Patient(vitamin_d("08:30"))
    old = p.say("2026-11-10 08:40", VITAMIN, "taken")
    assert refused(p, NOW, old, "taken", item="vitamin-d/2026-11-11/dose") == "unknown_item"
    p.undo("2026-11-10 09:00", old.id)
    assert refused(p, NOW, old, "taken", on=day("2026-11-10")) == "already_retracted"


def test_the_date_of_an_injection_moves_between_its_neighbours() -> None:
    p = Patient(injection(), known="2026-06-01 09:00")
    first = p.say("2026-11-12 11:00", FIRST, "given", on=day("2026-11-12"))
    second = p.say("2027-05-12 11:00", SECOND, "given", on=day("2027-05-12"))
    now = "2027-06-01 10:00"
    _, moved = put_right(p, now, first, "given", on=day("2026-11-15"))
    assert isinstance(moved, Given)
    assert moved.item == FIRST
    assert refused(p, now, moved, "given", on=day("2027-05-12")) == "beside_another_date"
    assert refused(p, now, moved, "given", on=day("2026-05-12")) == "beside_another_date"
    assert refused(p, now, moved, "given", on=day("2027-06-02")) == "future"
    assert refused(p, now, moved, "given") == "date_needed"
    _, last = put_right(p, now, second, "given", on=at("2027-05-20 10:00"))
    assert isinstance(last, Given)
    assert last.on == day("2027-05-20")
    found = counts(p.regimen, p.history, p.at(now), day("2026-06-01"), day("2027-06-01"))[0]
    assert [one.on for one in found.given] == [day("2026-11-15"), day("2027-05-20")]


def test_a_date_that_the_plan_names_as_well_moves_both_ways() -> None:
    p = Patient(injection(last_given="2026-11-12"))
    p.history.append(
        Given(id="g", at=at("2026-11-12 11:00"), recorded=at("2026-11-12 11:00"), zone="Europe/Amsterdam", item=FIRST,
              on=day("2026-11-12"))
    )
    [old] = p.history.of(FIRST, Given)
    for on in ("2026-11-11", "2026-11-13"):
        _, new = correct(p.regimen, p.history, p.at(NOW), old.id, Request(FIRST, "given", on=day(on)), p.new_id)
        assert isinstance(new, Given)
        assert new.on == day(on)


def test_an_injection_that_was_only_booked_is_put_right_and_the_other_way_round() -> None:
    p = Patient(injection(), known="2026-06-01 09:00")
    given = p.say("2026-11-12 11:00", FIRST, "given")
    _, booked = put_right(p, NOW, given, "booked", on=datetime.fromisoformat("2026-11-26 09:00"))
    assert p.due(NOW, FIRST) == "2026-11-26 09:00"
    put_right(p, NOW, booked, "given", on=day("2026-11-20"))
    assert p.status(NOW, FIRST) == "done"


def test_an_injection_of_a_plan_that_nobody_knows_is_not_corrected() -> None:
    p = Patient(vitamin_d("08:30"))
    for number, item in enumerate(("vitamin-d/2026-11-12/injection", "gone/2026-11-12/injection")):
        moment = at("2026-11-12 11:00")
        given = Given(
            id=f"g{number}", at=moment, recorded=moment, zone="Europe/Amsterdam", item=item, on=date(2026, 11, 12)
        )
        p.history.append(given)
        with pytest.raises(Refused) as found:
            put_right(p, NOW, given, "given", on=day("2026-11-13"))
        assert (found.value.code, found.value.values) == ("unknown_item", {"item": item})


def test_a_note_belongs_to_its_day_and_changes_nothing_else() -> None:
    p = Patient(tablet(0))
    before = p.status(NOW, TABLET)
    about, = noted(p.regimen, p.at(NOW), "  Maag van slag ", day("2026-11-02"), p.new_id, "alendronate")
    free, = noted(p.regimen, p.at(NOW), "Gevallen in de gang", day("2026-11-20"), p.new_id)
    for event in (about, free):
        p.history.append(event)
    assert isinstance(about, Remark)
    assert (about.note, about.item) == ("Maag van slag", "alendronate/2026-11-02/note")
    assert about.local_date == day("2026-11-02")
    assert (free.item, free.at) == ("", p.at(NOW))
    assert p.status(NOW, TABLET) == before
    assert p.history.notes(day("2026-11-02")) == [about]
    p.undo(NOW, free.id)
    assert p.history.notes(day("2026-11-20")) == [free]
    assert p.history.answers("", every=True) == [free]


@pytest.mark.parametrize(
    ("text", "when", "code"),
    [("  ", "2026-11-02", "note_needed"), ("a" * (LONGEST_NOTE + 1), "2026-11-02", "note_too_long"),
     ("Kies", "2026-11-21", "future")],
)  # fmt: skip
def test_a_note_that_cannot_be_kept_is_refused(text: str, when: str, code: str) -> None:
    p = Patient(tablet(0))
    with pytest.raises(Refused) as found:
        noted(p.regimen, p.at(NOW), text, day(when), p.new_id)
    assert found.value.code == code


def test_later_injections_are_foreseen_from_the_running_one() -> None:
    p = Patient(injection(until="2028-06-01"), vitamin_d("08:30"), known="2026-06-01 09:00")

    def ahead(now: str, last: str) -> list[str]:
        ctx = context(p.regimen, p.history, p.at(now))
        family = ctx.family("denosumab")
        assert family is not None
        return [one.isoformat() for one in later_dates(ctx, family, day(last))]

    assert ahead("2026-06-01 10:00", "2028-01-01") == ["2027-05-12", "2027-11-12"]
    assert ahead("2026-06-01 10:00", "2030-01-01") == ["2027-05-12", "2027-11-12", "2028-05-12"]
    assert ahead("2026-11-20 10:00", "2027-06-01") == ["2027-05-20"]
    assert ahead("2028-07-01 10:00", "2030-01-01") == []


def test_a_range_years_away_holds_its_own_days_and_what_is_open_today() -> None:
    p = Patient(vitamin_d("08:30"), activity("10:30"), medicine("09:00"), check(last="2026-11-01"))
    now = "2030-11-11 12:00"
    found = p.look(now, "2026-11-10", "2026-11-11").items
    days = {item.date.isoformat() for item in found if item.plan in ("vitamin-d", "activity")}
    assert days == {"2026-11-10", "2026-11-11", "2030-11-11"}
    assert {item.date.isoformat() for item in p.look(now, "2032-11-11", "2032-11-11").items
            if item.plan == "activity"} == {"2030-11-11", "2032-11-11"}  # fmt: skip
    near = p.look(now, "2030-11-10", "2030-11-10").items
    assert len({item.id for item in near}) == len(near)


def test_a_refusal_says_what_it_is_about() -> None:
    """The sentence on the screen is made of these values."""

    def values(event: AnyEvent, answer: str, **details: Any) -> dict[str, Any]:
        with pytest.raises(Refused) as found:
            put_right(p, "2026-12-10 10:00", event, answer, **details)
        return dict(found.value.values)

    p = Patient(injection())
    first = p.say("2026-11-12 11:00", FIRST, "given", on=day("2026-11-12"))
    assert values(first, "given", item=SECOND) == {"item": SECOND}
    assert values(first, "given") == {"first": "2026-11-12", "last": "2026-12-10"}
    assert values(first, "given", on=day("2026-12-11")) == {"answer": "given"}
    assert values(first, "given", on=day("2026-05-12")) == {"date": "2026-05-12"}
    moment = p.at(NOW)
    for text, when, said in (("x" * (LONGEST_NOTE + 1), "2026-11-20", {"most": "2000"}),
                             ("x", "2026-11-21", {"answer": "remark"})):  # fmt: skip
        with pytest.raises(Refused) as caught:
            noted(p.regimen, moment, text, day(when), p.new_id)
        assert caught.value.values == said
    assert len(noted(p.regimen, moment, "x" * LONGEST_NOTE, day("2026-11-20"), p.new_id)) == 1


def test_what_is_put_right_carries_its_moment_its_zone_and_what_was_said() -> None:
    p = Patient(injection(first_due="2026-11-12"))
    old = p.say("2026-11-12 11:00", FIRST, "given", on=day("2026-11-12"))
    back, new = put_right(p, NOW, old, "given", on=day("2026-11-20"), note="in het ziekenhuis")
    assert isinstance(new, Given), "today is no future, and the first of all has none before it"
    moment = at(NOW)
    for one in (back, new):
        assert (one.at, one.recorded, one.zone) == (moment, moment, "Europe/Amsterdam")
    assert (new.on, new.note) == (day("2026-11-20"), "in het ziekenhuis")
    late = p.at("2026-11-21 00:30")  # still the 20th in UTC, where many computers of the tests stand
    note = noted(p.regimen, late, "duizelig", day("2026-11-21"), p.new_id)[0]
    assert isinstance(note, Remark)
    assert (note.at, note.recorded, note.zone) == (late, late, "Europe/Amsterdam")
    before = noted(p.regimen, late, "duizelig", day("2026-11-19"), p.new_id)[0]
    assert (before.at, before.recorded) == (at("2026-11-19 12:00"), late)
