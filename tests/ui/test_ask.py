"""The questions before an answer: what they offer, and what they send."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest

from osteoapp.ui.ask import AskPage, BookPage, DatePage, DayPage, Details, LaterPage, SkipPage, WhenPage
from osteoapp.ui.parts.inputs import TimePicker
from osteoapp.ui.pictures import settle
from osteoapp.ui.ports import Preview
from osteoapp.ui.theme import Look

from .fakes import MONDAY, at
from .helpers import button, names, press, said

EVENING, OFFICE = time(20), time(10)


@pytest.fixture
def sent() -> list[Details]:
    return []


def shown(page: AskPage, sent: list[Details]) -> AskPage:
    page.answered.connect(sent.append)
    page.resize(1000, 800)
    page.show()
    settle()
    return page


def later(now: datetime, sent: list[Details], *, slow: bool = False) -> AskPage:
    return shown(LaterPage(Look(), now, slow=slow, evening=EVENING, office=OFFICE), sent)


@pytest.mark.parametrize("minutes", [10, 30, 60])
def test_later_is_one_press(minutes: int, sent: list[Details]) -> None:
    press(later(at(7, 30), sent), f"ask:{minutes}")
    assert sent == [Details(minutes=minutes)]


def test_later_at_a_time_says_the_time_on_its_button(sent: list[Details]) -> None:
    page = later(at(7, 32), sent)
    press(page, "ask:other")
    assert "Herinner mij om 08:30" in said(page)
    press(page, "ask:main")
    assert sent == [Details(until=at(8, 30))]


def test_a_time_that_is_past_is_tomorrow(sent: list[Details]) -> None:
    page = later(at(23, 30), sent)
    press(page, "ask:other")
    assert "Herinner mij morgen om 00:30" in said(page)
    press(page, "ask:main")
    assert sent == [Details(until=at(0, 30, date(2026, 11, 24)))]


def test_a_task_waits_for_the_evening_or_tomorrow(sent: list[Details]) -> None:
    page = later(at(10), sent, slow=True)
    assert {"ask:60", "ask:tonight", "ask:tomorrow"} <= names(page)
    assert "ask:10" not in names(page)
    press(page, "ask:tonight")
    press(page, "ask:tomorrow")
    assert sent == [Details(until=at(20)), Details(until=at(10, 0, date(2026, 11, 24)))]
    assert "ask:tonight" not in names(later(at(19, 30), sent, slow=True))


def when(now: datetime, sent: list[Details], before: time | None = None) -> AskPage:
    return shown(WhenPage(Look(), now, at(7, 30), before=before, title="Hoe laat?"), sent)


def test_taken_just_now_or_at_the_usual_time(sent: list[Details]) -> None:
    page = when(at(7, 50), sent)
    press(page, "ask:now")
    press(page, "ask:planned")
    assert sent == [Details(at=at(7, 50)), Details(at=at(7, 30))]


def test_the_usual_time_is_not_offered_before_it_has_come(sent: list[Details]) -> None:
    assert "ask:planned" not in names(when(at(7, 0), sent))


def test_another_time_lies_never_ahead(sent: list[Details]) -> None:
    page = when(at(7, 50), sent)
    press(page, "ask:other")
    times = page.findChild(TimePicker)
    times.hours.more.click()
    settle()
    assert not button(page, "ask:main").isEnabled()
    assert "Kies een tijd die al voorbij is." in said(page)
    times.hours.less.click()
    times.minutes.less.click()
    settle()
    press(page, "ask:main")
    assert sent == [Details(at=at(7, 25))]


def test_after_the_morning_only_a_time_in_it_is_taken(sent: list[Details]) -> None:
    page = when(at(14, 0), sent, before=time(12))
    assert "ask:now" not in names(page)
    press(page, "ask:other")
    times = page.findChild(TimePicker)
    for _ in range(5):
        times.hours.more.click()
    assert times.value == time(12, 30)
    assert not button(page, "ask:main").isEnabled()


def test_days_are_named_newest_first(sent: list[Details]) -> None:
    page = shown(DayPage(Look(), "Welke dag?", MONDAY, date(2026, 11, 25), "nl"), sent)
    words = said(page)
    assert words.index("Vandaag") < words.index("Gisteren") < words.index("Maandag 23 november")
    press(page, "ask:2026-11-23")
    assert sent == [Details(on=MONDAY)]


def test_a_given_date_shows_what_follows_before_it_is_saved(sent: list[Details]) -> None:
    asked: list[date] = []

    def preview(day: date) -> Preview:
        asked.append(day)
        if day > MONDAY:
            return Preview(code="future")
        return Preview(at(10, 0, date(2027, 5, 23)), date_differs=day < MONDAY)

    def follows(found: Preview) -> tuple[str, str]:
        return ("" if found.code else "Dan in mei.", "Te vroeg." if found.date_differs else found.code)

    page = shown(DatePage(Look(), "Welke dag?", at(10), "nl", preview, follows, lambda day: f"Gehad, {day}"), sent)
    assert "Maandag 23 november 2026" in said(page)
    assert "Dan in mei." in said(page)
    assert "Te vroeg." not in said(page)
    day = page.picker.steppers[0]  # type: ignore[attr-defined]
    day.less.click()
    settle()
    assert asked[-1] == date(2026, 11, 22)
    assert "Te vroeg." in said(page)
    assert "Gehad, zondag 22 november" in said(page)
    day.more.click()
    day.more.click()
    settle()
    assert not button(page, "ask:main").isEnabled()
    assert "future" in said(page)
    day.less.click()
    settle()
    press(page, "ask:main")
    assert sent == [Details(on=MONDAY)]


def test_an_appointment_is_a_wall_clock_time(sent: list[Details]) -> None:
    page = shown(BookPage(Look(), "Wanneer?", at(10), "nl"), sent)
    assert "Maandag 23 november 2026 om 10:00" in said(page)
    page.time.hours.more.click()  # type: ignore[attr-defined]
    settle()
    assert "om 11:00" in said(page)
    press(page, "ask:main")
    assert sent == [Details(on=datetime(2026, 11, 23, 11, 0))]


def test_a_reason_may_be_left_empty(sent: list[Details]) -> None:
    page = shown(SkipPage(Look(), "Deze week niet", "De volgende is maandag.", "Noteer"), sent)
    press(page, "ask:main")
    page.reason.setText("  ")  # type: ignore[attr-defined]
    press(page, "ask:main")
    page.reason.setText(" ziek ")  # type: ignore[attr-defined]
    press(page, "ask:main")
    assert sent == [Details(), Details(), Details(note="ziek")]


def test_a_low_window_folds_the_answers_to_their_words(sent: list[Details]) -> None:
    page = later(at(7, 30), sent)
    assert "Om 07:40" in said(page)
    tall = button(page, "ask:10").height()
    page.resize(1000, 400)
    settle()
    assert "Om 07:40" not in said(page)
    assert button(page, "ask:10").height() < tall
