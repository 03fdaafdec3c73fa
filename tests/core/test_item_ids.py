"""Item ids: plan/date/step."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osteoapp.core.item import OPEN, ItemId, Status

names = st.from_regex(r"[a-z0-9-]+", fullmatch=True)


@given(names, st.dates(date(1970, 1, 1), date(2200, 1, 1)), names)
def test_an_id_taken_apart_and_put_together_is_the_same(plan: str, day: date, step: str) -> None:
    text = str(ItemId(plan, day, step))
    assert text == f"{plan}/{day}/{step}"
    assert ItemId.parse(text) == ItemId(plan, day, step)


@pytest.mark.parametrize(
    "text",
    ["", "/", "//", "a/2026-11-23", "a/2026-11-23/", "/2026-11-23/dose", "a/b/dose", "a/2026-02-30/dose", "a/b/c/d"],
)
def test_what_is_not_an_id_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"PLAN/DATE/STEP|isoformat|day is out|month"):
        ItemId.parse(text)


def test_open_means_that_something_is_still_to_be_said() -> None:
    assert {status.value for status in OPEN} == {"due", "held", "snoozed", "in_progress", "unanswered", "overdue"}
    assert {status.value for status in set(Status) - OPEN} == {"upcoming", "done", "skipped", "missed"}
