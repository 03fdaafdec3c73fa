"""Voortgang: counts in words over a chosen period, pictures first, numbers on request."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest

from bench.looking_back import lived
from osteoapp.core.counts import Outcome
from osteoapp.core.recurrence import AsNeeded, Freq, Rule
from osteoapp.core.regimen import DosePlan
from osteoapp.i18n import Translations
from osteoapp.ui.past import Change
from osteoapp.ui.pictures import settle
from osteoapp.ui.progress.model import (
    Bars,
    CardView,
    Dots,
    Gaps,
    Period,
    ProgressView,
    first_of,
    gap_words,
    outcomes_of,
)
from osteoapp.ui.progress.page import ProgressPage, TreatmentCard, read

from .days import empty
from .fakes import ACTIVITY, DAIRY, MONDAY, TABLET, VITAMIN, CorePort, at
from .helpers import press, said, window

DAY = timedelta(days=1)


def card(view: ProgressView, plan: str) -> CardView:
    return next(one for one in view.cards if one.plan == plan)


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def test_a_short_history_is_told_plainly() -> None:
    port = CorePort(at(20, 30), TABLET, VITAMIN, DAIRY, ACTIVITY)
    for monday in (date(2026, 11, 2), date(2026, 11, 9)):
        port.past.change(Change(f"alendronate/{monday}/dose", "taken", on=monday))
    port.past.change(Change(f"alendronate/{date(2026, 11, 16)}/dose", "taken", on=date(2026, 11, 18)))
    port.record(f"dairy/{MONDAY}/goal", "amount", amount=3)
    view = read(port, Period.WEEKS_12, "nl")
    tablet = card(view, "alendronate")
    assert tablet.headline == "3\u00a0weken op rij"
    assert plain(tablet.lead) == "3 van de 3 weken genomen."
    assert isinstance(tablet.picture, Dots)
    assert [dot.outcome for dot in tablet.picture.dots] == [
        Outcome.ON_TIME, Outcome.ON_TIME, Outcome.LATE, Outcome.OPEN,
    ]  # fmt: skip
    assert tablet.numbers[1] == ("Op een latere dag genomen", "1")
    assert outcomes_of(tablet.picture) == (Outcome.ON_TIME, Outcome.LATE, Outcome.OPEN)
    vitamin = card(view, "vitamin-d")
    assert (vitamin.headline, plain(vitamin.lead)) == ("Nog niets genoteerd", "0 van de 21 keer genomen.")
    assert isinstance(vitamin.picture, Bars)
    assert vitamin.picture.bars[0].said == "week van 2 november: 0 van 7"
    dairy = card(view, "dairy")
    assert isinstance(dairy.picture, Bars)
    assert dairy.picture.goal
    every = " ".join(f"{one.headline} {one.lead} {one.numbers}" for one in view.cards)
    assert "%" not in every


def test_the_first_day_has_nothing_to_count_yet() -> None:
    port = CorePort(at(9, 0, date(2026, 11, 2)), TABLET, ACTIVITY)
    port.record(f"activity/{date(2026, 11, 2)}/goal", "amount", amount=10)
    view = read(port, Period.WEEKS_4, "nl")
    assert card(view, "alendronate").headline == "Staat nog open"
    assert plain(card(view, "activity").headline) == "10 minuten vandaag"
    assert read(empty(), Period.ALL, "nl").cards == ()


def test_two_years_in_each_period() -> None:
    port = lived(3)
    today = port.present.date()
    views = {period: read(port, period, "nl") for period in Period}
    tablet = card(views[Period.YEAR], "alendronate")
    assert isinstance(tablet.picture, Dots)
    assert len(tablet.picture.columns) == 12
    assert "van de" in tablet.headline
    assert isinstance(card(views[Period.WEEKS_4], "alendronate").picture, Dots)
    injection = card(views[Period.ALL], "prolia")
    assert isinstance(injection.picture, Gaps)
    assert injection.picture.planned == 6
    assert plain(injection.lead).startswith("Gepland is elke 6 maanden. De volgende is gepland op ")
    assert plain(injection.headline).endswith(" keer gegeven")
    labels = {
        period: [bar.label for bar in picture.bars]
        for period in Period
        if isinstance(picture := card(views[period], "activity").picture, Bars)
    }
    assert labels[Period.ALL] == ["2033", "2034", "2035", "2036"]
    assert len(labels[Period.YEAR]) == 12
    assert "mrt" in labels[Period.YEAR]
    assert len(labels[Period.WEEKS_4]) == 4
    assert first_of(Period.WEEKS_12, today, date(2036, 10, 1)) == date(2036, 10, 1)
    assert Outcome.SKIPPED in outcomes_of(tablet.picture)
    assert outcomes_of(injection.picture) == ()


def test_other_rhythms() -> None:
    weekly = DosePlan(
        "drink", "vitamin-d-drink", date(2026, 11, 2), times=(time(8, 30),),
        recurrence=Rule(Freq.WEEKLY, byday=frozenset({0})),
    )  # fmt: skip
    needed = DosePlan("pain", "other-medicine", date(2026, 11, 2), name="Paracetamol", recurrence=AsNeeded())
    twice = DosePlan(
        "iron", "other-medicine", date(2026, 11, 2), name="IJzer", times=(time(9),),
        recurrence=Rule(Freq.WEEKLY, byday=frozenset({0, 3})),
    )  # fmt: skip
    port = CorePort(at(20, 0), weekly, needed, twice)
    port.record(f"pain/{MONDAY}/dose", "taken", at=at(8, 0))
    port.past.change(Change(f"drink/{date(2026, 11, 9)}/dose", "taken", on=date(2026, 11, 9)))
    view = read(port, Period.WEEKS_12, "nl")
    assert plain(card(view, "drink").headline) == "1 van de 3 weken genomen"
    assert plain(card(view, "iron").lead) == "0 van de 6 keer genomen."
    assert plain(card(view, "pain").headline) == "1 keer genomen"
    assert [plain(gap_words(*gap)) for gap in ((6, 0), (6, 2), (0, 9))] == [
        "6 maanden", "6 maanden en 2 dagen", "9 dagen",
    ]  # fmt: skip


@pytest.mark.parametrize("theme", ["light"])
def test_the_page_shows_numbers_when_asked_and_follows_the_period(theme: str, translations: Translations) -> None:
    port = lived(2)
    main = window(port, translations)
    main.go("progress")
    settle()
    page = main.pages.currentWidget()
    assert isinstance(page, ProgressPage)
    assert "Op de eigen dag genomen" not in said(main)
    press(main, "progress:numbers:alendronate")
    assert "Op de eigen dag genomen" in said(main)
    press(main, "progress:numbers:alendronate")
    assert "Op de eigen dag genomen" not in said(main)
    for period in (Period.YEAR, Period.ALL):
        press(main, f"progress:{period.value}")
    assert page.view is not None
    assert page.view.period is Period.ALL
    main.go("today")
    main.go("progress")
    settle()
    page = main.pages.currentWidget()
    assert isinstance(page, ProgressPage)
    assert page.view is not None
    assert page.view.period is Period.ALL
    cards = page.findChildren(TreatmentCard)
    assert len(cards) == len(page.view.cards)
    before = page.view
    port.record(f"activity/{port.present.date()}/goal", "amount", amount=30)
    settle()
    assert page.view != before
    main.grab()
