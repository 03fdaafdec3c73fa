"""Mijn behandeling: seen, changed, added and ended; the past stays, and what cannot be is told beside its field."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLineEdit

from osteoapp.core.recurrence import Freq, FromLastTaken, OnOff, Rule, Unit
from osteoapp.core.regimen import AppointmentPlan, CyclePlan, DosePlan, TabletPlan
from osteoapp.exchange.regimen_rules import write_rule
from osteoapp.store.faults import WriteFailed
from osteoapp.ui.pictures import settle
from osteoapp.ui.plans.desk import PlanDesk

from ..helpers import names, said
from ..setup.driving import key
from .conftest import Open
from .driving import Planned, focused

MONDAY_TABLET = "alendronate/2026-11-23/dose"
LONG = "x" * 200


def test_two_presses_from_anywhere_and_what_is_used_stands_there(opened: Open) -> None:
    found = opened()
    found.window.go("leaflet")
    settle()
    found.window.column.chosen.emit("settings")
    settle()
    found.press("settings:plans")
    words = said(found.window)
    for part in (
        "Weektablet alendroninezuur | Elke maandag om 07:30", "Elke 6 maanden",
        "Volgende keer: dinsdag 12 januari 2027",
        "Elke 2 weken op maandag om 08:30", "Levothyroxine | Elke 2 dagen om 08:00 en 20:00", "30 minuten per dag",
        "Gestopt | Antibiotica | Tot en met zondag 1 november 2026", "Sinds wanneer gebruikt u de tablet?",
    ):  # fmt: skip
        assert part in words, part
    assert "Oogarts" not in words, "appointments have a page of their own"


def test_another_weekday_counts_from_the_next_day_and_never_within_a_week(opened: Open) -> None:
    """C12: at least 7 days lie between two tablets; what was taken stays where it was."""
    found = opened()
    found.port.record(MONDAY_TABLET, "taken")
    found.press("plans:change:alendronate")
    found.press("plan:weekday:3")
    words = said(found.window)
    assert "Dit geldt vanaf morgen." in words
    assert "Wat voorbij is, verandert niet." in words
    assert "Tussen 2 tabletten zitten minstens 7 dagen." in words
    for day in ("3 december", "10 december", "17 december", "24 december", "31 december"):
        assert f"Donderdag | {day}" in words, day
    assert "26 november" not in words
    found.keep()
    assert "Weektablet alendroninezuur is bewaard." in said(found.window)
    versions = found.port.regimen().families()["alendronate"]
    assert [one.plan.weekday for one in versions] == [0, 3]  # type: ignore[union-attr]
    assert versions[0].effective_until == date(2026, 11, 23)
    ahead = found.port.between(date(2026, 11, 23), date(2026, 12, 12)).items
    doses = [one.id for one in ahead if one.plan == "alendronate" and one.step == "dose"]
    assert doses == [MONDAY_TABLET, "alendronate/2026-12-03/dose", "alendronate/2026-12-10/dose"]
    assert found.port.answer_of(MONDAY_TABLET) is not None


def test_a_look_changes_nothing_and_back_changes_nothing(opened: Open) -> None:
    found = opened()
    before = found.port.regimen()
    for plan in before.draft.plans:
        found.window.plans._plans_asked("change", plan.id)
        desk = found.question.desk
        assert isinstance(desk, PlanDesk)
        found.question.commit()
        assert desk.plan() == desk.table
        assert found.question.problems() == [], plan.id
    found.window.plans._plans_asked("change", "thyroid")
    found.type("plan:name", "Iets anders")
    found.window.show_call()
    settle()
    found.window._back()
    settle()
    assert found.question.desk.form() != found.port.plans.form(), "what was typed is still there after a call"
    found.back()
    assert found.port.regimen() == before


def test_other_kinds_are_changed(opened: Open) -> None:
    found = opened()
    found.press("plans:change:vitamin-d-drink", "plan:every:4", "plan:weekday:1")
    found.type("plan:time", "9")
    found.keep()
    drink = found.plan("vitamin-d-drink")
    assert isinstance(drink, DosePlan)
    assert (drink.times, drink.recurrence) == ((time(9),), Rule(Freq.WEEKLY, 4, frozenset({1})))
    found.press("plans:change:calcium-supplement", "plan:calcium:none", "plan:times:add")
    assert "Vraag uw apotheker" in said(found.window)
    found.type("plan:times:2", "18.00")
    found.keep()
    calcium = found.plan("calcium-supplement")
    assert isinstance(calcium, DosePlan)
    assert (calcium.times, calcium.calcium_on_tablet_day) == ((time(12, 30), time(18)), "none")
    found.press("plans:change:prolia", "plan:when:first")
    found.date("when", "4", "januari", "2027")
    assert "Welke dag wordt dat?" in said(found.window)
    found.keep()
    injection = found.plan("prolia")
    assert isinstance(injection, CyclePlan)
    assert (injection.last_given, injection.first_due) == (None, date(2027, 1, 4))


def test_what_is_not_known_is_answered_here(opened: Open) -> None:
    found = opened()
    assert [one.plan for one in found.port.agenda().questions] == ["alendronate", "prolia"]
    found.press("plans:question:alendronate", "plan:since:date")
    found.type("plan:since-month", "maart")
    found.type("plan:since-year", "2027")
    found.keep()
    assert found.hints() == "Deze dag moet nog komen. Kijk de datum na."
    found.type("plan:since-year", "2022")
    found.keep()
    assert found.plan("alendronate").treated_since == date(2022, 3, 1)
    assert "Sinds wanneer gebruikt u de tablet?" not in said(found.window)


OFTEN: list[tuple[list[str], dict[str, str], object, str]] = [
    (["plan:often:daily"], {}, None, "24 november"),
    (["plan:often:days", "plan:days:0", "plan:days:3"], {}, "FREQ=WEEKLY;BYDAY=MO,TH", "26 november"),
    (["plan:often:every"], {"plan:number": "2"}, "FREQ=DAILY;INTERVAL=2", "25 november"),
    (["plan:often:monthdays"], {"plan:monthdays": "15 en laatste"}, "FREQ=MONTHLY;BYMONTHDAY=-1,15", "30 november"),
    (["plan:often:after", "plan:after_unit:months"], {"plan:after": "3"}, FromLastTaken(3, Unit.MONTHS), "23 november"),
    (["plan:often:on_off"], {"plan:on": "2", "plan:off": "5"}, OnOff(2, 5), "30 november"),
]


def test_another_medicine_in_every_rhythm(opened: Open) -> None:
    found = opened()
    found.press("plans:add", "plan:add:other-medicine")
    found.keep()
    assert "Vul hier een naam in." in found.hints()
    assert "Vul ten minste 1 tijd in." in found.hints()
    found.type("plan:name", "Metformine")
    found.type("plan:times:1", "18")
    for presses, typed, wanted, day in OFTEN:
        found.press(*presses)
        for name, text in typed.items():
            found.type(name, text)
        assert f"| {day}" in said(found.window), presses
        draft = found.port.plans.check(found.question.desk.form()).draft
        assert draft is not None
        plan = draft.plans[-1]
        assert isinstance(plan, DosePlan)
        rule = plan.recurrence
        assert (write_rule(rule) if isinstance(rule, Rule) else rule) == wanted
    found.press("plan:often:needed")
    assert not [one for one in found.window.findChildren(QAbstractButton, "plan:ends:never") if one.isVisible()]
    found.press("plan:often:every", "plan:ends:count")
    found.type("plan:count", "0")
    found.keep()
    assert found.hints() == "Vul een heel getal in, 1 of hoger."
    found.type("plan:count", "6")
    found.press("plan:wait:yes")
    found.keep()
    plan = found.plan("metformine")
    assert isinstance(plan, DosePlan)
    assert isinstance(plan.recurrence, Rule)
    assert (write_rule(plan.recurrence), plan.may_wait) == ("FREQ=DAILY;INTERVAL=2;COUNT=6", True)
    assert "Elke 2 dagen, in het geheel 6 keer om 18:00" in said(found.window)


WRONG: list[tuple[str, str, str]] = [
    ("plan:name", "", "Vul hier een naam in."),
    ("plan:name", LONG, "Dit is te lang. Gebruik hoogstens 120 tekens."),
    ("plan:name", "Ada\u202eadA", "Hier staat een teken in dat niet te zien is. Typ de tekst opnieuw."),
    ("plan:instruction", LONG * 2, "Dit is te lang. Gebruik hoogstens 300 tekens."),
    ("plan:times:1", "half 8", "Vul een tijd in, bijvoorbeeld 08:30."),
    ("plan:number", "twee", "Vul een heel getal in, 1 of hoger."),
    ("plan:number", "0", "Vul een heel getal in, 1 of hoger."),
    ("plan:start-day", "31", "Deze dag bestaat niet. Kijk de datum na."),
    ("plan:start-year", "26", "Dit jaar kan niet kloppen. Kijk de datum na."),
    ("plan:note", "x" * 1001, "Dit is te lang. Gebruik hoogstens 1000 tekens."),
]


def test_wrong_input_is_told_beside_its_field_and_kept(opened: Open) -> None:
    found = opened()
    found.press("plans:change:thyroid")
    found.date("start", "5", "11", "2026")
    before = found.port.regimen()
    for name, text, hint in WRONG:
        line = found.seen(QLineEdit, name)
        assert isinstance(line, QLineEdit)
        right = line.text()
        found.type(name, text)
        found.keep()
        assert found.hints() == hint, name
        assert line.text() == text
        found.type(name, right)
        assert found.hints() == ""
    found.date("start", "29", "2", "2027")
    found.keep()
    assert found.hints() == "Deze dag bestaat niet. Kijk de datum na."
    found.date("start", "29", "2", "2024")
    found.press("plan:often:monthdays")
    found.type("plan:monthdays", "32")
    found.keep()
    assert found.hints() == "Vul dagen van 1 tot en met 31 in, bijvoorbeeld: 1 en 15."
    found.press("plan:often:daily", "plan:ends:date")
    found.date("until", "22", "11", "2026")
    found.keep()
    assert found.hints() == "Deze dag is al voorbij. Kies een dag die nog komt."
    assert found.port.regimen() == before
    found.date("until", "1", "3", "2027")
    found.type("plan:name", "גלולה 😀")
    found.keep()
    assert found.name == "PlansPage"
    assert (found.plan("thyroid").name, found.plan("thyroid").until) == ("גלולה 😀", date(2027, 3, 1))
    assert "Stopt na maandag 1 maart 2027" in said(found.window)


def test_two_weekly_tablets_are_refused_and_what_ends_leaves_its_past(opened: Open) -> None:
    found = opened()
    found.port.record(MONDAY_TABLET, "taken")
    events = len(found.store.history())
    found.press("plans:add", "plan:add:risedronate-tablet", "plan:weekday:2")
    found.keep()
    assert "Vraag uw apotheker" in found.hints()
    assert next(one for one in found.question.bound if one.key == "weekday").field.hint.isVisible()
    found.window.go("plans")
    settle()
    found.press("plans:change:alendronate", "plan:end")
    assert "Wat u eerder noteerde, blijft bewaard." in said(found.window)
    found.keep()
    assert "Weektablet alendroninezuur is gestopt." in said(found.window)
    assert "Tot en met maandag 23 november 2026" in said(found.window)
    assert "alendronate" not in found.ids()
    assert len(found.store.history()) == events
    assert found.port.regimen().families()["alendronate"][-1].removed
    assert found.port.answer_of(MONDAY_TABLET) is not None
    found.press("plans:add", "plan:add:risedronate-tablet", "plan:weekday:2")
    found.keep()
    assert "risedronate-tablet" in found.ids(), "one tablet after another is no overlap"
    found.press("plans:change:calcium-supplement", "plan:end", "plan:stop:date")
    found.date("until", "1", "11", "2026")
    found.keep()
    assert found.hints() == "Deze dag is al voorbij. Kies een dag die nog komt."
    found.date("until", "30", "11", "2026")
    found.keep()
    assert found.plan("calcium-supplement").until == date(2026, 11, 30)


def test_the_injection_never_ends_without_the_doctor(opened: Open) -> None:
    """C32: the same fixed text for everyone, whom to call, and a confirmation."""
    found = opened()
    found.press("plans:change:prolia", "plan:end")
    words = said(found.window)
    assert "Stop niet zonder uw arts." in words
    assert "Bel eerst uw huisarts, 010-1234567." in words
    found.keep()
    assert found.hints() == "Kies eerst een antwoord."
    found.press("plan:doctor:no")
    found.keep()
    assert found.hints() == "Bel eerst uw huisarts. Er is niets veranderd."
    assert "prolia" in found.ids()
    found.press("plan:doctor:yes")
    found.keep()
    assert found.hints() == "Kies eerst een antwoord."
    found.press("plan:after:no")
    assert "Vraag uw arts wat er hierna komt." in said(found.window)
    found.keep()
    assert "prolia" not in found.ids()


def test_a_pause_rests_and_ends(opened: Open) -> None:
    found = opened()
    found.press("plans:pause")
    found.date("to", "20", "11", "2026")
    found.keep()
    assert found.hints() == "De laatste dag ligt voor de eerste. Kijk de datums na."
    found.date("from", "24", "11", "2026")
    found.date("to", "1", "12", "2026")
    found.type("plan:note", "ziekenhuis")
    found.keep()
    assert "Pauze van dinsdag 24 november 2026 tot en met dinsdag 1 december 2026. ziekenhuis" in said(found.window)
    found.clock.advance(timedelta(days=2))
    found.loop.refresh()
    found.window.go("plans")
    settle()
    assert all(one.pause for one in found.port.agenda().items if one.plan in ("thyroid", "calcium-supplement"))
    found.window.go("today")
    settle()
    assert "Pauze" in said(found.window)
    found.window.go("plans")
    settle()
    found.press("plans:pause:0")
    found.date("to", "5", "12", "2026")
    found.keep()
    assert [one.last for one in found.port.regimen().draft.pauses] == [date(2026, 12, 5)]
    found.press("plans:resume:0")
    assert "Vandaag telt weer mee." in said(found.window)
    (pause,) = found.port.regimen().draft.pauses
    assert (pause.first, pause.last, pause.note) == (date(2026, 11, 24), date(2026, 11, 24), "ziekenhuis")
    assert not any(one.pause for one in found.port.agenda().items)


def test_a_change_asks_first_where_it_is_locked_and_answers_do_not(opened: Open) -> None:
    found = opened()
    asked: list[Callable[[], None]] = []
    found.window.plans.allowed = asked.append
    for name in ("plans:change:alendronate", "plans:add", "plans:pause", "plans:question:prolia"):
        found.press(name)
        assert found.name == "PlansPage"
    assert len(asked) == 4
    asked[0]()
    settle()
    assert found.name == "EditPage"
    found.window.go("appointments")
    settle()
    found.press("prolia/2027-01-12/blood-test:done")
    assert len(asked) == 4


def test_the_keyboard_alone_is_enough_and_a_full_disk_loses_nothing(
    opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = opened()
    found.seen(QAbstractButton, "plans:change:alendronate").setFocus()
    key(Qt.Key.Key_Return)
    assert focused() == "plan:weekday:0"

    def full(*_: object) -> None:
        raise WriteFailed("disk_full")

    with monkeypatch.context() as patch:
        patch.setattr(found.store, "save_regimen", full)
        key(Qt.Key.Key_Right, Qt.Key.Key_Return)
        assert "schijf is vol" in found.hints()
    key(Qt.Key.Key_Return)
    tablet = found.plan("alendronate")
    assert isinstance(tablet, TabletPlan)
    assert tablet.weekday == 1
    found.seen(QAbstractButton, "plans:pause").setFocus()
    key(Qt.Key.Key_Space, Qt.Key.Key_Escape)
    assert found.name == "PlansPage"


def test_a_new_appointment_is_kept_and_one_in_the_past_is_not(opened: Open) -> None:
    found = opened()
    found.press("plans:appointments", "appointments:add")
    found.type("plan:name", "Fysiotherapie")
    found.date("date", "20", "11", "2026")
    found.type("plan:time", "11:15")
    found.type("plan:place", "De Brink 3")
    found.press("plan:remind:3", "plan:remind:7")
    found.keep()
    assert found.hints() == "Deze dag is al voorbij. Kies een dag die nog komt."
    found.date("date", "2", "12", "2026")
    found.keep()
    plan = found.plan("fysiotherapie")
    assert isinstance(plan, AppointmentPlan)
    assert (plan.date, plan.time, plan.place, plan.remind_before_days) == (
        date(2026, 12, 2), time(11, 15), "De Brink 3", (3, 1),
    )  # fmt: skip
    assert "Woensdag 2 december om 11:15, De Brink 3" in said(found.window)


def opens(found: Planned, item: str) -> None:
    """Opens a row, if it is not the one that is open."""
    if f"{item}:open" in found_names(found):
        found.press(f"{item}:open")


def test_appointments_are_booked_moved_called_off_and_given(opened: Open) -> None:
    found = opened()
    shot = "prolia/2027-01-12/injection"
    found.press("plans:appointments")
    words = said(found.window)
    assert "Denosumab: bloedonderzoek en recept vragen" in words
    assert "Oogarts" in words
    assert "Vrijdag 27 november om 14:30, Polikliniek, route 12, 010-3334455" in words
    assert "Gepland rond dinsdag 12 januari 2027" in words
    found.press("prolia/2027-01-12/blood-test:done")
    assert "Zet terug" in said(found.window)
    found.press(f"row:{shot}")
    assert focused() == f"row:{shot}"
    found.press(f"{shot}:booked")
    found.type("ask:where", "De Brink 3")
    found.press("ask:main")
    assert "om 10:00, De Brink 3" in said(found.window)
    assert "Verzet de afspraak" in said(found.window)
    item = found.port.between(date(2027, 1, 1), date(2027, 1, 20)).item(shot)
    assert item is not None
    assert item.appointment is not None
    found.press(f"{shot}:booked")
    assert found.seen(QLineEdit, "ask:where").text() == "De Brink 3"  # type: ignore[attr-defined]
    found.press("ask:back")
    assert found.name == "AppointmentsPage"
    undo = next(name for name in found_names(found) if name.endswith(":undo") and name != "appointments:undo")
    found.press(undo)
    assert "Gepland rond dinsdag 12 januari 2027" in said(found.window)
    found.press(f"{shot}:given")
    assert "Dat is ruim voor de geplande dag." in said(found.window), "C18"
    found.press("ask:main")
    assert "24 mei 2027" not in said(found.window)
    given = found.port.answer_of(shot)
    assert given is not None
    assert given.type == "given"
    eye = "oogarts/2026-11-27/appointment"
    opens(found, eye)
    found.press(f"{eye}:skipped")
    assert found.port.answer_of(eye) is not None


def found_names(found: Planned) -> set[str]:
    return {one.objectName() for one in found.window.findChildren(QAbstractButton) if one.isVisible()}


def test_what_is_left_is_counted_from_the_list_and_only_how_early_asks_the_pin(opened: Open) -> None:
    """C29: counting is an answer; how early to be reminded is a change of the plan."""
    found = opened()
    assert {"plans:stock:prolia", "plans:stock:activity"}.isdisjoint(names(found.window)), "nothing in a box at home"
    found.port.lock.set_pin("1234")
    found.port.lock.close()
    found.press("plans:stock:alendronate")
    assert "Weektablet alendroninezuur" in said(found.window)
    assert "Wat u hier noteert, wordt meteen bewaard." in said(found.window)
    assert focused() == "stock:count"
    found.press("stock:count")
    found.type("stock:number", "12")
    found.press("stock:save")
    assert "Nog 12 stuks." in said(found.window)
    assert focused() == "stock:box"
    assert found.window.settings.guard.sheet is None
    for button, sheet in (("stock:warn", True), ("pin:back", False), ("plan:back", False)):
        found.press(button)
        assert (found.window.settings.guard.sheet is not None) is sheet, button
    assert "plans:stock:alendronate" in names(found.window)
    assert "Nog 12 stuks." in said(found.window), "the list says what is left"
    assert found.seen(QAbstractButton, "row:alendronate").accessibleName().endswith("Nog 12 stuks.")
    assert found.port.lock.give("1234") == ""
    found.press("plans:stock:alendronate", "stock:warn")
    assert focused() == "stock:warn:7"
    found.port.lock.close()
    found.press("stock:warn:21")
    assert found.plan("alendronate").stock_warn_days == 7, "the question stood there for longer than the PIN held"
    found.type("pin:line", "1234")
    found.press("pin:give")
    assert found.plan("alendronate").stock_warn_days == 21


def test_a_page_that_stood_open_is_not_kept_without_the_pin(opened: Open) -> None:
    found = opened()
    found.port.lock.set_pin("1234")
    before = found.port.regimen().draft
    found.press("plans:change:vitamin-d-drink", "plan:every:4")
    found.port.lock.close()
    found.keep()
    assert found.port.regimen().draft == before
    found.type("pin:line", "1234")
    found.press("pin:give")
    assert "is bewaard" in said(found.window)


def test_what_this_version_does_not_know_stands_there_and_goes_only_where_that_is_said(opened: Open) -> None:
    found = opened()
    newer = CyclePlan("evenity", "romosozumab", date(2026, 11, 2), name="Evenity", first_due=date(2026, 11, 9))
    draft = found.port.regimen().draft
    found.loop.edit(replace(draft, plans=(*draft.plans, newer)))
    found.window.go("today")
    settle()
    assert "Deze versie kent dit niet: Evenity." in said(found.window)
    found.window.go("plans")
    settle()
    assert "Evenity | Deze versie kent dit niet. U krijgt er geen herinnering voor." in said(found.window)
    assert {"plans:change:evenity", "plans:stock:evenity"}.isdisjoint(names(found.window))
    # Another plan is changed, one of the same name is added: it stays as it is.
    found.press("plans:change:alendronate", "plan:weekday:3")
    found.keep()
    found.press("plans:add", "plan:add:other-medicine")
    found.type("plan:name", "Evenity")
    found.type("plan:times:1", "18")
    found.keep()
    assert found.plan("evenity") == newer
    assert found.plan("evenity-2").treatment == "other-medicine"
    # Nothing is chosen at first; "no" keeps it.
    found.press("plans:remove:evenity")
    found.keep()
    assert "Kies eerst een antwoord." in said(found.window)
    found.press("plan:unknown:no")
    found.keep()
    assert "Evenity blijft staan." in said(found.window)
    assert found.plan("evenity") == newer
    found.port.lock.set_pin("1234")
    found.port.lock.close()
    found.press("row:evenity")
    assert found.window.settings.guard.sheet is not None
    found.type("pin:line", "1234")
    found.press("pin:give", "plan:unknown:yes")
    found.keep()
    assert "Evenity is weggehaald." in said(found.window)
    assert "evenity" not in {plan.id for plan in found.port.regimen().draft.plans}
    found.window.go("today")
    settle()
    assert "Deze versie kent dit niet" not in said(found.window)
