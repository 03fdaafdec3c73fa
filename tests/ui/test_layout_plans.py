"""The laws of lay-out for Mijn behandeling and the appointments: on every page nothing is clipped, at every size.

The ways to see it are a small covering selection; each page is built once for each.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from osteoapp.core.regimen import CyclePlan
from osteoapp.i18n import Translations
from osteoapp.ui.parts.buttons import MainButton
from osteoapp.ui.pictures import settle
from osteoapp.ui.plans.frame import Framed
from osteoapp.ui.ports import FormFault

from .helpers import faults, wholly_seen
from .plans.driving import Planned

Way = tuple[str, int, str, tuple[int, int]]
WAYS: tuple[Way, ...] = (
    ("nl", 200, "light", (1024, 540)),
    ("en", 200, "high_contrast", (1280, 800)),
)
NAMES = [f"{lang}-{text}-{theme}-{size[0]}x{size[1]}" for lang, text, theme, size in WAYS]
OFTEN = ("days", "every", "monthdays", "after", "on_off", "needed")


def looked_at(found: Planned, where: str) -> list[str]:
    """What is wrong with a page as it stands."""
    settle()
    wrong = faults(found.window)
    page = found.window.plans.page
    if isinstance(page, Framed):
        buttons = [one for one in (page.foot.back, page.foot.next) if one.isVisible()]
        wrong += ["wider than the window"] * bool(page.page.scroller.horizontalScrollBar().maximum())
        wrong += [f"not seen: {one.text()}" for one in buttons if not wholly_seen(one)]
    mains = [one for one in found.window.pages.findChildren(MainButton) if one.isVisible()]
    wrong += [f"not seen: {one.text()}" for one in mains if not wholly_seen(one)]
    return [f"{where}: {one}" for one in wrong]


def with_hints(found: Planned, where: str) -> list[str]:
    """The page with something wrong in each of its fields."""
    page = found.question
    page.show_problems([FormFault(one.slot, max(one.keys), "text_control") for one in page.bound])
    return looked_at(found, f"{where}, wrong")


def every_page(found: Planned) -> list[str]:
    wrong = looked_at(found, "plans")
    for plan in ("alendronate", "prolia", "vitamin-d-drink", "calcium-supplement", "activity", "dentist"):
        found.window.plans._plans_asked("change", plan)
        wrong += with_hints(found, plan)
    found.press("plan:back")
    found.window.plans._plans_asked("change", "thyroid")
    for often in OFTEN:
        found.press(f"plan:often:{often}")
        wrong += looked_at(found, often)
    found.press("plan:often:daily", "plan:ends:count")
    wrong += with_hints(found, "medicine")
    found.window.plans._plans_asked("change", "prolia")
    found.press("plan:end", "plan:doctor:yes", "plan:stop:date")
    wrong += with_hints(found, "end")
    draft = found.port.regimen().draft
    stranger = CyclePlan("newer", "a-newer-one", date(2026, 10, 5), name="Nieuw middel", first_due=date(2026, 11, 9))
    found.loop.edit(replace(draft, plans=(*draft.plans, stranger)))
    found.window.plans.open()
    wrong += looked_at(found, "plans with one that is not known")
    found.window.plans._plans_asked("remove", "newer")
    wrong += with_hints(found, "not known")
    found.loop.edit(draft, frozenset({"newer"}))
    found.window.plans._plans_asked("add", "")
    wrong += looked_at(found, "add")
    found.port.stock.count("alendronate", 12)
    found.press("plan:back")
    wrong += looked_at(found, "plans with a count")
    found.press("plans:stock:alendronate", "stock:box")
    wrong += looked_at(found, "stock")
    found.press("plan:back")
    found.window.plans._plans_asked("pause", "")
    wrong += with_hints(found, "pause")
    found.press("plan:back", "plans:pause")
    found.keep()
    wrong += looked_at(found, "paused")
    found.press("plans:appointments")
    wrong += looked_at(found, "appointments")
    found.press("row:oogarts/2026-11-27/appointment")
    wrong += looked_at(found, "appointment")
    found.press("oogarts/2026-11-27/appointment:booked")
    wrong += looked_at(found, "moved")
    found.press("ask:back", "oogarts/2026-11-27/appointment:skipped")
    return wrong + looked_at(found, "called off")


@pytest.mark.parametrize("way", WAYS, ids=NAMES)
def test_every_page_of_the_plan_is_whole(way: Way, translations: Translations, tmp_path: Path) -> None:
    lang, text, theme, size = way
    found = Planned(tmp_path, translations, lang=lang, text=text, theme=theme, size=size)
    try:
        assert every_page(found) == []
    finally:
        found.close()
        translations.install("nl")
