"""What the pages of the plan can say: each plan as answers and back, and through the regimen file, unchanged."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from osteoapp.content.catalogue import catalogue
from osteoapp.core.agenda import agenda
from osteoapp.core.changes import revise
from osteoapp.core.history import History
from osteoapp.core.recurrence import AsNeeded, Freq, FromLastTaken, OnOff, Recurrence, Rule, Unit
from osteoapp.core.regimen import Draft, Regimen
from osteoapp.core.treatment import IntakeRule
from osteoapp.exchange.regimen_file import PHONES, read, read_values, write
from osteoapp.exchange.regimen_rules import parse_rule, write_rule
from osteoapp.exchange.regimen_write import FORMAT, plan_table
from osteoapp.ui.plans.often import often_words, read_often, write_often
from osteoapp.ui.plans.parts import parts_of, table_of, texts_of
from osteoapp.ui.ports import Form
from osteoapp.ui.setup.form import known_treatments

TODAY = date(2026, 11, 22)
NOW = datetime(2026, 11, 22, 10, 12, tzinfo=ZoneInfo("Europe/Amsterdam"))
WAKE = "07:30"
WORDS = st.sampled_from(["Levothyroxine", "دواء ال", "L-Thyroxin 😀", "x" * 120, "é \"'\\ # ="])
CLOCKS = st.times().map(lambda at: f"{at:%H:%M}")
PAST = st.dates(date(2020, 1, 1), TODAY)
AHEAD = st.dates(TODAY, date(2028, 12, 31))
NUMBERS = st.integers(1, 60).map(str)


def said(day: date) -> str:
    return f"{day.year}-{day.month}-{day.day}"


@st.composite
def often(draw: st.DrawFn) -> dict[str, str]:
    """How often, as the page can say it."""
    which = draw(st.sampled_from(["daily", "days", "every", "monthdays", "after", "on_off", "needed"]))
    unit = st.sampled_from(["days", "weeks", "months", "years"])
    monthdays = draw(st.sets(st.integers(1, 31), min_size=1, max_size=3))
    days = draw(st.sets(st.integers(0, 6), min_size=1))
    counted = ["count"] if which in ("daily", "days", "every", "monthdays") else []
    ends = draw(st.sampled_from(["never", "date", *counted]))
    return {
        "often": which, "days": " ".join(str(day) for day in sorted(days)), "weeks": draw(NUMBERS),
        "number": draw(NUMBERS), "unit": draw(unit), "months": draw(NUMBERS),
        "monthdays": " en ".join([*(str(day) for day in sorted(monthdays)), *(["laatste dag"] * draw(st.booleans()))]),
        "after": draw(NUMBERS), "after_unit": draw(unit), "on": draw(NUMBERS), "off": draw(NUMBERS), "ends": ends,
        "until": said(draw(AHEAD)), "count": draw(NUMBERS),
    }  # fmt: skip


@st.composite
def answers(draw: st.DrawFn, treatment: str) -> dict[str, str]:
    """Every answer that the page of a treatment may hold, all of them sensible."""
    clocks = st.lists(CLOCKS, min_size=1, max_size=3, unique=True)
    morning = st.times(time(5), time(11, 59)).map(lambda at: f"{at:%H:%M}")
    intake = isinstance(catalogue()[treatment].rule, IntakeRule)
    since = draw(st.dates(date(2015, 1, 1), date(2026, 10, 31)))
    when = draw(st.sampled_from(["given", "first", "unknown"]))
    return {
        "weekday": str(draw(st.integers(0, 6))), "time": draw(morning if intake else CLOCKS),
        "times": "|".join(draw(clocks)), "target": draw(NUMBERS), "every_weeks": draw(st.sampled_from("124")),
        "start": said(draw(PAST)), "every_months": draw(NUMBERS), "last": draw(st.just("") | PAST.map(said)),
        "date": said(draw(AHEAD)), "after_fracture_until": draw(st.just("") | AHEAD.map(said)), "when": when,
        "day": said(draw(PAST if when == "given" else AHEAD)), "since": draw(st.sampled_from(["date", "unknown"])),
        "since_date": f"{since.year}-{since.month}", "name": draw(WORDS), "instruction": draw(st.just("") | WORDS),
        "place": draw(st.just("") | WORDS), "phone": draw(st.just("") | st.just("010-1234567")),
        "note": draw(st.just("") | WORDS), "remind": draw(st.sampled_from(["", "7 1", "14 3"])),
        "wait": draw(st.sampled_from(["yes", "no"])), "calcium": draw(st.sampled_from(["midday", "none"])),
        **draw(often()),
    }  # fmt: skip


@st.composite
def drafts(draw: st.DrawFn) -> Draft:
    """What the screens can set: patient, day, phones, a few plans, pauses."""
    known = catalogue()
    names = draw(st.lists(st.sampled_from(sorted(known.treatments)), min_size=1, max_size=3, unique=True))
    tablets = [name for name in names if isinstance(known[name].rule, IntakeRule)]
    names = [name for name in names if name not in tablets[1:]]
    plans = [
        table_of({"treatment": name}, parts_of(known[name], WAKE), None, draw(answers(name))) for name in names
    ]
    quiet = draw(st.sampled_from([[], ["22:00", "07:00"]]))
    first = draw(AHEAD)
    pause = {"from": first, "to": first + timedelta(days=draw(st.integers(0, 30)))}
    root: dict[str, Any] = {
        "format": FORMAT,
        "patient": {"name": draw(WORDS), "language": draw(st.sampled_from(["nl", "en"]))},
        "day": {"wake": WAKE, "evening": draw(CLOCKS), "quiet": quiet},
        "phones": {key: draw(st.sampled_from(["", "010-1234567"])) for key in PHONES},
        "plan": plans, "pause": draw(st.sampled_from([[], [pause], [{**pause, "note": "ziekenhuis"}]])),
    }  # fmt: skip
    return read_values(root, known, TODAY)


def planned(draft: Draft) -> Regimen:
    return revise(Regimen(catalogue()), draft, History(), NOW)


@settings(max_examples=25, deadline=None)
@given(drafts())
def test_what_the_screens_set_goes_through_the_file_and_means_the_same(draft: Draft) -> None:
    again = read(write(draft, catalogue()).encode(), catalogue(), TODAY)
    assert again.plans == draft.plans
    assert (again.patient, again.day, again.phones, again.pauses) == (
        draft.patient, draft.day, draft.phones, draft.pauses,
    )  # fmt: skip
    span = (TODAY, TODAY + timedelta(days=40))
    one, two = (agenda(planned(each), History(), NOW, dates=span) for each in (draft, again))
    assert one == two


@settings(max_examples=30, deadline=None)
@given(drafts())
def test_a_plan_that_is_looked_at_stays_as_it_is_and_can_be_said_anew(draft: Draft) -> None:
    known = catalogue()
    for plan in draft.plans:
        table = {key: value for key, value in plan_table(plan, known[plan.treatment]).items() if value is not None}
        parts = parts_of(known[plan.treatment], WAKE)
        texts = texts_of(table, parts)
        assert table_of(table, parts, texts, texts) == table
        anew = table_of(table, parts, None, texts)
        root = {
            "format": FORMAT, "patient": {"name": "Ada"}, "plan": [
                {key: list(value) if isinstance(value, tuple) else value for key, value in anew.items()}
            ],
        }  # fmt: skip
        assert [with_since(one) for one in read_values(root, known, TODAY).plans] == [with_since(plan)]


def with_since(plan: Any) -> Any:
    """A daily rule without an end is the same as none."""
    return replace(plan, recurrence=None) if getattr(plan, "recurrence", None) == Rule() else plan


RULES: tuple[tuple[Recurrence | None, str], ...] = (
    (None, "Elke dag"),
    (Rule(Freq.DAILY, 2), "Elke 2 dagen"),
    (Rule(Freq.DAILY, count=10), "Elke dag, in het geheel 10 keer"),
    (Rule(Freq.DAILY, 3, frozenset({0, 2})), "Elke 3 dagen, alleen op maandag en woensdag"),
    (Rule(Freq.DAILY, bymonthday=frozenset({1})), "Elke dag, alleen op dag 1"),
    (Rule(Freq.WEEKLY, byday=frozenset({0, 3})), "Elke maandag en donderdag"),
    (Rule(Freq.WEEKLY), "Elke dinsdag"),
    (Rule(Freq.WEEKLY, 2, frozenset({4})), "Elke 2 weken op vrijdag"),
    (Rule(Freq.WEEKLY, byday=frozenset(range(7))), "Elke dag"),
    (Rule(Freq.MONTHLY, bymonthday=frozenset({15})), "Elke maand op dag 15"),
    (Rule(Freq.MONTHLY, 3), "Elke 3 maanden op dag 3"),
    (Rule(Freq.MONTHLY, bymonthday=frozenset({-1, 1, -3})),
     "Elke maand op dag 1, de 3e dag vanaf het einde en de laatste dag"),
    (Rule(Freq.MONTHLY, byday=frozenset({0})), "Elke maand, alleen op maandag"),
    (Rule(Freq.MONTHLY, byday=frozenset({4}), bymonthday=frozenset({13})),
     "Elke maand, alleen op vrijdag, als het dag 13 is"),
    (Rule(Freq.YEARLY), "Elk jaar op 3 november"),
    (Rule(Freq.YEARLY, 2, until=date(2030, 1, 1)), "Elke 2 jaar op 3 november, tot en met 1 januari 2030"),
    (FromLastTaken(3, Unit.MONTHS), "3 maanden na de vorige keer"),
    (FromLastTaken(1, Unit.WEEKS), "1 week na de vorige keer"),
    (OnOff(21, 7), "21 dagen wel, 7 dagen niet"),
    (AsNeeded(), "Alleen als het nodig is"),
)  # fmt: skip


@pytest.mark.parametrize(("rule", "words"), RULES, ids=[words for _, words in RULES])
def test_how_often_in_words(rule: Recurrence | None, words: str) -> None:
    assert often_words(rule, date(2026, 11, 3), "nl").replace("\u00a0", " ") == words


@given(
    st.builds(
        Rule, st.sampled_from(Freq), st.integers(1, 50), st.frozensets(st.integers(0, 6)), st.just(frozenset()),
        st.none() | st.integers(1, 99),
    ) | st.builds(Rule, st.just(Freq.MONTHLY), st.integers(1, 9), st.just(frozenset()),
                  st.frozensets(st.integers(-31, 31).filter(bool), min_size=1))
)  # fmt: skip
@settings(max_examples=60)
def test_no_rule_is_lost_on_the_page(rule: Rule) -> None:
    """Also one that the page has no question for."""
    found = write_often(read_often({"rrule": write_rule(rule)})).get("rrule", "FREQ=DAILY")
    assert parse_rule(found) == rule


def test_what_has_ended_can_be_chosen_anew() -> None:
    plans = (
        ("a", {"treatment": "dairy", "until": TODAY - timedelta(days=1)}),
        ("b", {"treatment": "activity", "until": TODAY}),
        ("c", {"treatment": "dentist"}),
    )
    assert known_treatments(Form({}, {}, {}, plans), TODAY) == {"activity", "dentist"}
