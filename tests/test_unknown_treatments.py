"""Data with a plan whose treatment this version does not know: commands, files and forms name it, or keep it."""

from __future__ import annotations

import json
import tomllib
from dataclasses import replace
from datetime import date, datetime, time
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar

from osteoapp.content.catalogue import catalogue
from osteoapp.core.events import Taken
from osteoapp.core.history import History
from osteoapp.core.recurrence import AsNeeded
from osteoapp.core.regimen import (
    AppointmentPlan,
    CheckPlan,
    CyclePlan,
    DosePlan,
    GoalPlan,
    PlanVersion,
    Regimen,
    TabletPlan,
)
from osteoapp.exchange import ics_file, regimen_file, report, sheets
from osteoapp.store.store import Store
from osteoapp.ui.ports import Result
from tests.test_commands import DOSE, SAMPLES, Cli
from tests.test_planning import Desk

ZONE = ZoneInfo("Europe/Amsterdam")
NOW = datetime(2026, 11, 23, 8, 0, tzinfo=ZONE)
NEWER = CyclePlan("evenity", "romosozumab", date(2026, 11, 2), name="Evenity", first_due=date(2026, 11, 9), note="x")
SAID = (
    "Deze versie kent dit niet: Evenity. U krijgt er geen herinnering voor. Let er zelf op."
    " Installeer de nieuwste versie.\n"
)


def with_it(regimen: Regimen, plan: Any = NEWER) -> Regimen:
    version = PlanVersion(plan, regimen.draft.day, datetime(2026, 11, 2, 9, tzinfo=ZONE), plan.start)
    draft = replace(regimen.draft, plans=(*regimen.draft.plans, plan))
    return Regimen(regimen.catalogue, draft, (*regimen.versions, version))


@pytest.fixture
def cli(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Cli:
    """The tablet, answered this morning, and beside it what a newer version put there."""
    found = Cli(tmp_path / "data", capsys)
    found.ok("regimen", "import", str(SAMPLES / "tablet.toml"))
    found.now = "2026-11-23T08:00"
    with Store.open(found.folder, catalogue()) as store:
        store.save_regimen(with_it(store.regimen()), NOW)
    return found


def test_every_command_goes_on_and_names_it_on_standard_error(cli: Cli, tmp_path: Path) -> None:
    for words in (
        ("agenda",), ("record", DOSE, "taken"), ("history",), ("check",), ("regimen", "show"),
        ("simulate", "--from", "2026-11-23T08:00", "--to", "2026-11-23T20:00"),
        ("backup", str(tmp_path / "copy.db")), ("restore", str(tmp_path / "copy.db")),
        ("export", "--format", "csv", str(tmp_path / "out.csv")),
    ):  # fmt: skip
        code, out, err = cli(*words)
        assert (code, err) == (0, SAID), words
        assert out
    code, out, err = cli("agenda", "--json", "--days", "400")
    assert (code, err) == (0, SAID)
    assert {item["plan"] for item in json.loads(out)["items"]} >= {"alendronate-tablet", "activity"}
    assert not [item for item in json.loads(out)["items"] if item["plan"] == "evenity"]
    assert "(evenity)" in cli("regimen", "show")[1]
    assert "Deze versie van het programma kent deze behandeling niet." in cli("regimen", "show")[1]
    shown = json.loads(cli("regimen", "show", "--json")[1])["plan"][-1]
    assert (shown["id"], shown["treatment"], shown["note"]) == ("evenity", "romosozumab", "x")
    code, out, err = cli("record", "evenity/2026-11-09/injection", "given")
    assert (code, out) == (2, "")
    assert err == f"{SAID}Deze versie kent dit niet: Evenity. Installeer de nieuwste versie.\n"
    assert cli("--lang", "en", "agenda")[2].startswith("This version does not know this: Evenity.")


def test_the_regimen_file_says_what_is_not_in_it_and_taking_it_in_loses_nothing(cli: Cli, tmp_path: Path) -> None:
    target = tmp_path / "out.toml"
    code, _, err = cli("regimen", "export", str(target))
    assert code == 0
    assert err == SAID + (
        "Niet in dit bestand, want deze versie kent het niet: Evenity. Een kopie (`osteoapp backup`) houdt het wel.\n"
    )
    text = target.read_text(encoding="utf-8")
    assert text.endswith('\n# not in this file: "evenity", "romosozumab"\n')
    assert "evenity" not in [table.get("id") for table in tomllib.loads(text)["plan"]]
    assert cli("regimen", "import", str(target))[0] == 0
    with Store.open(cli.folder, catalogue()) as store:
        assert store.regimen().unknown(NOW.date()) == (NEWER,)
    assert cli("regimen", "import", "--confirm-end", "evenity", str(target)) == (
        0, "De behandelingen zijn overgenomen: 7.\n", SAID,
    )  # fmt: skip
    assert cli("agenda")[2] == ""


def test_the_json_export_carries_it_into_other_data(cli: Cli, tmp_path: Path) -> None:
    target = tmp_path / "out.json"
    assert cli("export", "--format", "json", str(target))[0] == 0
    cli.folder = tmp_path / "other"
    code, out, err = cli("import-json", str(target))
    assert (code, err) == (0, SAID)
    assert out.startswith("Overgenomen: 8 behandelingen")
    with Store.open(cli.folder, catalogue()) as store:
        assert store.regimen().unknown(NOW.date()) == (NEWER,)


def test_a_regimen_file_cannot_say_it(cli: Cli) -> None:
    data = b'format = 1\n[[plan]]\ntreatment = "romosozumab"\n'
    with pytest.raises(regimen_file.RegimenFaults):
        regimen_file.read(data, catalogue(), NOW.date())


# Paper


def everything(*, known: bool) -> tuple[Regimen, History]:
    """Calcium, and a weekly tablet, a medicine, a goal and an appointment of treatments known or not."""
    versions: list[PlanVersion] = []
    regimen = Regimen(catalogue())
    start = date(2026, 11, 2)
    names = ("alendronate-tablet", "other-medicine", "activity", "other-appointment", "denosumab-injection")
    calcium = DosePlan("calcium", "calcium-supplement", start, times=(time(8), time(12, 30)))
    tablet, medicine, goal, visit, shot = names if known else (f"new-{name}" for name in names)
    for plan in (
        calcium, TabletPlan("tablet", tablet, start, weekday=0),
        DosePlan("pill", medicine, start, name="Pil", times=(time(9),)),
        DosePlan("needed", medicine, start, name="Zo nodig", recurrence=AsNeeded()),
        GoalPlan("walk", goal, start, target=30),
        AppointmentPlan("eye", visit, start, name="Oogarts", date=date(2026, 12, 1), time=time(10)),
        CyclePlan("prik", shot, start, last_given=date(2026, 6, 1)),
    ):  # fmt: skip
        regimen = with_it(regimen, plan)
        versions += regimen.versions[-1:]
    at = datetime(2026, 11, 20, 9, 5, tzinfo=ZONE)
    log = [
        Taken(id=f"t{n}", at=at, recorded=at, zone=ZONE.key, item=f"{plan}/2026-11-20/dose")
        for n, plan in enumerate(["pill", "needed"])
    ]
    return regimen, History(log)


def test_the_card_for_the_wallet_leaves_out_no_medicine() -> None:
    regimen, history = everything(known=False)
    rows = {row["title"]: row["lines"] for row in sheets.medicines(regimen, history, NOW, "nl")["rows"]}
    said = ["Deze versie van het programma kent dit niet."]
    assert list(rows) == ["Calcium", "new-alendronate-tablet", "Pil", "Zo nodig", "new-denosumab-injection"]
    assert [lines for title, lines in rows.items() if title != "Calcium"] == [said] * 4
    known = sheets.medicines(*everything(known=True), NOW, "nl")["rows"]
    assert len(known) == 5


def test_the_sheets_say_what_is_not_on_them_and_guess_nothing() -> None:
    regimen, history = everything(known=False)
    for make in (sheets.fridge, sheets.year):
        notes = make(regimen, history, NOW, "nl")["notes"]
        assert notes[:2] == [
            f"Niet op dit blad: {name}. Deze versie van het programma kent het niet."
            for name in ("new-alendronate-tablet", "Pil")
        ]
        assert len(notes) == 6  # nothing about calcium: whether that is a tablet to wait for, nobody here knows
    assert any("weektablet" in note for note in sheets.fridge(*everything(known=True), NOW, "nl")["notes"])


def test_the_overview_for_the_doctor_has_its_name_and_how_often_it_was_noted() -> None:
    regimen, history = everything(known=False)
    found = report.report(regimen, history, NOW, date(2026, 11, 1), NOW.date(), "nl")
    rows = {row[0]: row[1:] for row in found["plans"]["rows"]}
    assert len(rows) == 7
    assert rows["Pil"] == ["Deze versie van het programma kent dit niet.", "maandag 2 november 2026"]
    counted = {row[0]: row[1] for row in found["counts"]}
    assert counted["Pil"] == "1 keer genoteerd. Wat er gepland was, is hier niet bekend."
    assert counted["Oogarts"].startswith("0 keer genoteerd.")
    assert found["except"]["rows"] == [row for row in found["except"]["rows"] if row[1] == "Calcium"]
    # Two weeks before anything was known it is not in the overview of that time.
    before = report.report(regimen, history, NOW, date(2026, 10, 1), date(2026, 10, 5), "en")
    assert before["plans"]["rows"] == []


def test_the_calendar_file_has_what_is_known_and_says_what_is_not() -> None:
    checked = CheckPlan("dentist", "dentist", date(2026, 11, 2), every_months=6, last=date(2026, 11, 2))
    known = with_it(Regimen(catalogue()), checked)
    text = Calendar.from_ical(ics_file.write(with_it(known), History(), NOW, "nl"))
    said = "Niet in deze agenda: Evenity. Deze versie van het programma kent het niet."
    events = list(text.walk("VEVENT"))
    assert text["X-WR-CALDESC"] == said
    assert events
    assert {event["UID"].split(".")[0] for event in events} == {"dentist"}
    assert all(said in event["DESCRIPTION"] for event in events)
    assert "X-WR-CALDESC" not in Calendar.from_ical(ics_file.write(known, History(), NOW, "nl"))


# What the screens ask


def test_a_form_leaves_it_alone_and_its_id_to_it(tmp_path: Path) -> None:
    desk = Desk(tmp_path, "tablet")
    desk.store.save_regimen(with_it(desk.store.regimen()), NOW)
    asked = desk.plans.form()
    assert asked.reserved == {"evenity"}
    assert "evenity" not in dict(asked.plans)
    checked = desk.plans.check(replace(asked, phones={"gp": "0101234567"}))
    assert checked.draft is not None
    found = desk.plans.preview(checked.draft)
    assert found.refusals == ()
    assert found.dates["evenity"] == ()
    assert not [one for one in found.items if one.item.plan == "evenity"]
    assert desk.plans.save(checked.draft).result is Result.SAVED
    assert desk.store.regimen().unknown(NOW.date()) == (NEWER,)
    assert desk.plans.appointments(30).items is not None
    desk.store.close()
