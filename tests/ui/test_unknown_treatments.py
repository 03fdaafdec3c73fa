"""A plan whose treatment this version does not know, on every screen: named where it matters, and nothing stops."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from osteoapp import words
from osteoapp.content.catalogue import catalogue
from osteoapp.core.item import PlanFault
from osteoapp.core.recurrence import AsNeeded
from osteoapp.core.regimen import AppointmentPlan, CyclePlan, DosePlan, GoalPlan, TabletPlan
from osteoapp.core.treatment import Catalogue
from osteoapp.ui.calendar.daymodel import day_view
from osteoapp.ui.calendar.looked import look
from osteoapp.ui.calendar.marks import State
from osteoapp.ui.callpage import CallPage
from osteoapp.ui.models import today_view
from osteoapp.ui.past import Change
from osteoapp.ui.placepages import Kept, page_of
from osteoapp.ui.plans.listmodel import plans_view
from osteoapp.ui.progress.model import Period
from osteoapp.ui.progress.page import read
from osteoapp.ui.setup.names import icon_of
from osteoapp.ui.snapshot import take
from osteoapp.ui.theme import Look
from osteoapp.ui.traymodel import tray_view
from osteoapp.ui.views import Snapshot

from .fakes import MONDAY, TABLET, VITAMIN, CorePort, at

START = date(2026, 11, 2)
PILL = DosePlan("pill", "new-pill", START, name="Evista", times=(time(8),), stock=3)
# One of every kind, with treatments that a newer version may have added.
STRANGERS = (
    PILL,
    DosePlan("needed", "new-pill", START, name="Zo nodig", recurrence=AsNeeded()),
    TabletPlan("weekly", "new-tablet", START, weekday=0),
    CyclePlan("shot", "new-injection", START, name="Evenity", first_due=START),
    GoalPlan("steps", "new-goal", START, target=3, times=(time(9),)),
    AppointmentPlan("visit", "new-visit", START, name="Polikliniek", date=date(2026, 11, 24), time=time(9)),
)
NAMES = "Evista, Zo nodig, new-tablet, Evenity, new-goal, Polikliniek"
PERIOD = (date(2026, 11, 1), date(2026, 12, 13))


@pytest.fixture(scope="module")
def known_then() -> CorePort:
    """What was said while the treatments were known, and the version that does not know them, on the Monday after."""
    port = CorePort(at(8, 10, date(2026, 11, 20)), TABLET, VITAMIN, *STRANGERS)
    whole = {name: catalogue()["other-medicine"] for name in ("new-pill",)}
    port.plan = replace(port.plan, catalogue=Catalogue({**catalogue().treatments, **whole}))
    assert port.record("pill/2026-11-20/dose", "taken").code == ""
    assert port.record("needed/2026-11-20/dose", "taken").code == ""
    port.present = at(8, 20, MONDAY)
    assert port.record(f"pill/{MONDAY}/dose", "skipped").code == ""
    port.plan = replace(port.plan, catalogue=catalogue())
    return port


def banner(snap: Snapshot) -> str:
    urgent = today_view(snap).urgent
    return "" if urgent is None else urgent.text


def test_today_names_it_and_asks_about_the_others(known_then: CorePort) -> None:
    snap = take(known_then)
    view = today_view(snap, f"pill/{MONDAY}/dose")
    assert view.urgent is not None
    assert (view.urgent.name, view.urgent.tone) == ("broken_plan", "due")
    assert view.urgent.text == words.sentence("unknown_plans", "nl", names=f"**{NAMES}**")
    assert view.card.item == f"alendronate/{MONDAY}/dose"
    done = next(row for row in view.rows if row.item == f"pill/{MONDAY}/dose")
    assert (done.title, done.icon, done.action, done.closed) == ("Evista", "pill", None, True)
    assert view.pane is not None
    assert view.pane.passage.startswith("other-medicine/")
    assert {row.item.partition("/")[0] for row in view.rows} == {"pill", "vitamin-d"}
    assert tray_view(snap).tooltip
    # With a fault in another plan both are told, and in English too.
    faulty = replace(snap, lang="en", agenda=replace(snap.agenda, faults=(PlanFault("vitamin-d", ValueError()),)))
    assert "vitamin" in banner(faulty).lower()
    assert banner(faulty).endswith("Install the newest version.")
    assert banner(replace(snap, regimen=replace(snap.regimen, catalogue=Catalogue(catalogue().treatments | {
        plan.treatment: catalogue()["dairy"] for plan in STRANGERS
    })))) == ""  # fmt: skip


def test_a_day_on_which_all_that_is_known_is_done_is_not_called_done() -> None:
    port = CorePort(at(8, 40), VITAMIN, PILL)
    port.record(f"vitamin-d/{MONDAY}/dose", "taken")
    assert today_view(take(port)).card.lines == ("Vandaag komt er niets meer.",)
    port.plan = replace(port.plan, draft=replace(port.plan.draft, plans=(VITAMIN,)))
    assert today_view(take(port)).card.lines == ("Alles van vandaag is gedaan. Tot morgen.",)


def test_my_treatment_lists_each_under_its_name_and_only_to_be_taken_out(known_then: CorePort) -> None:
    found = plans_view(known_then.plan, {}, (), known_then.now(), "nl", known_then.stock.of)
    rows = {row.title: row for row in found.rows}
    strangers = [row for row in found.rows if row.unknown]
    assert ", ".join(row.title for row in strangers) == NAMES
    line = "Deze versie kent dit niet. U krijgt er geen herinnering voor."
    assert {(row.line, row.icon, row.counts) for row in strangers} == {(line, "question", False)}
    assert rows["Weektablet alendroninezuur"].line == "Elke maandag om 07:30"
    over = replace(PILL, until=date(2026, 11, 22))
    port = CorePort(at(8), VITAMIN, over)
    found = plans_view(port.plan, {}, (), port.now(), "nl", port.stock.of)
    assert ([row.unknown for row in found.rows], [row.title for row in found.stopped]) == ([False], ["Evista"])
    assert icon_of("new-pill") == "calendar-check"


def test_the_calendar_keeps_what_was_said_and_offers_to_take_it_back_only(known_then: CorePort) -> None:
    looked = look(known_then, *PERIOD)
    friday = date(2026, 11, 20)
    found = {mark.word: mark.state for mark in looked.marks(friday)}
    assert (found["Evista"], found["Zo nodig"]) == (State.TAKEN, State.TAKEN)
    assert not [mark for mark in looked.marks(date(2026, 12, 7)) if mark.word in NAMES]
    items = {item.id: known_then.past.told(item.id) for item in looked.items[friday]}
    takes = {item.id: known_then.past.takes(item) for item in looked.items[friday]}
    page = day_view(looked, friday, items, (), takes)
    thing = next(one for one in page.things if one.title == "Evista")
    assert (thing.state, thing.when, thing.acts) == ("Genomen", "08:10", ())
    assert [[act.word for act in line.acts] for line in thing.lines] == [["Zet terug"]]
    # Who asks for more is told why not, and nothing changes.
    change = Change("pill/2026-11-20/dose", "taken", at=known_then.now(), instead=thing.lines[0].acts[0].instead)
    outcome = known_then.past.possible(change)
    assert outcome.code == "unknown_treatment"
    assert words.refusal(outcome.code, outcome.values, "nl") == (
        "Deze versie kent dit niet: Evista. Installeer de nieuwste versie."
    )
    assert known_then.past.forecasts(*PERIOD) == ()
    assert {one.plan for one in known_then.past.run_outs(*PERIOD)} == set()


def test_progress_counts_what_it_knows(known_then: CorePort) -> None:
    assert {one.plan for one in read(known_then, Period.ALL, "nl").cards} == {"alendronate", "vitamin-d"}


def test_the_other_pages_open(known_then: CorePort) -> None:
    look_ = Look()
    CallPage(look_, known_then.plan, "nl")
    page_of("leaflet", look_, known_then, "nl", Kept())
    known_then.present += timedelta(minutes=1)
