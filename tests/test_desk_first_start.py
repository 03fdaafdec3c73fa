"""The joined program on an empty data folder: the set-up opens by itself, and only then."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QAbstractButton

from osteoapp.content.catalogue import catalogue
from osteoapp.core.regimen import Draft, GoalPlan, Patient
from osteoapp.desk import Desk
from osteoapp.reminding.clock import VirtualClock
from osteoapp.store.store import Store

ZONE = ZoneInfo("Europe/Amsterdam")
NOW = datetime(2026, 11, 23, 9, tzinfo=ZONE)


@pytest.fixture
def desk(tmp_path: Path, qapp: object) -> Iterator[Desk]:
    made = Desk(Store.open(tmp_path, catalogue()), tmp_path, VirtualClock(NOW, ZONE))
    yield made
    made.close()
    made.window.translations.install("nl")
    made.reminder.deleteLater()
    made.window.deleteLater()


def test_an_empty_folder_opens_the_set_up(desk: Desk) -> None:
    desk.open()
    assert desk.window.setup.page is not None
    assert desk.window.setup.page.isVisible()
    assert not desk.window.column.isVisible()


def test_a_folder_with_a_plan_opens_vandaag(desk: Desk) -> None:
    desk.loop.edit(Draft(Patient("Ada"), plans=(GoalPlan("dairy", "dairy", NOW.date(), target=4),)))
    desk.open()
    assert desk.window.setup.page is None
    assert desk.window.today.isVisible()


def test_later_leads_to_vandaag_and_the_settings_lead_back(desk: Desk) -> None:
    desk.open()
    page = desk.window.setup.page
    assert page is not None
    page.back.click()
    assert desk.window.setup.page is None
    assert desk.window.today.isVisible()
    desk.window.setup.open()
    assert desk.window.setup.page is not None


def test_a_start_from_the_demo_opens_the_set_up_with_the_treatments_of_the_patient(desk: Desk) -> None:
    desk.open()
    desk._called(["--set-up", "denosumab-injection,dairy,unheard-of"])
    page = desk.window.setup.page
    assert page is not None
    assert page.desk.answers.chosen == ("denosumab-injection", "dairy")
    assert page.desk.answers.page in ("", page.pages[0].key)
    assert not desk.loop.regimen.draft.plans


def test_the_first_page_and_the_settings_lead_to_the_demo(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr("osteoapp.desk.open_demo", asked.append)
    desk.open()
    page = desk.window.setup.page
    assert page is not None
    button = page.findChild(QAbstractButton, "setup:demo")
    assert button is not None
    button.click()
    desk.window.go("demo")
    assert asked == ["nl", "nl"]
