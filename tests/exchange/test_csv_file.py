"""The table of events: everything in it, and nothing that a spreadsheet would calculate with."""

from __future__ import annotations

import csv
import io
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osteoapp.core.events import Awake, Cause, Event, Given, Retracted, Taken
from osteoapp.core.history import History
from osteoapp.exchange import csv_file

AT = datetime(2026, 7, 1, 5, 30, tzinfo=UTC)
HEAD = {"at": AT, "recorded": AT, "zone": "Europe/Amsterdam"}


def rows(*events: Event) -> list[dict[str, str]]:
    text = "".join(csv_file.write(History(events), lambda event: f"-{event.type}"))  # type: ignore[arg-type]
    assert text.startswith(csv_file.BOM)
    return list(csv.DictReader(io.StringIO(text.removeprefix(csv_file.BOM), newline=""), delimiter=";"))


@pytest.mark.parametrize(
    "cell",
    ["=1+1", "+31 6", "-5", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "  =1", "\N{NO-BREAK SPACE}=1", "＝1", "＠x"],
)
def test_what_a_spreadsheet_would_calculate_gets_an_apostrophe(cell: str) -> None:
    assert csv_file.safe(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["", "buikpijn", "1-2", "a=b", "2026-07-01", "'", "é;\n\"x\""])
def test_other_words_stay_as_they_are(cell: str) -> None:
    assert csv_file.safe(cell) == cell


@given(st.text(max_size=20))
def test_no_cell_begins_like_a_formula_and_the_words_are_all_there(words: str) -> None:
    cell = csv_file.safe(words)
    assert cell.removeprefix("'") == words.removeprefix("'")
    assert not cell.lstrip().startswith(("=", "+", "-", "@"))
    assert not cell.startswith(("\t", "\r", "\n"))


def test_every_field_has_its_column_and_times_are_those_of_the_clock_then() -> None:
    taken = Taken(id="a", item="d/2026-07-01/dose", note='twee regels\n"ja"; nee', **HEAD)
    back = Retracted(id="b", item="d/2026-07-01/dose", event="a", **HEAD)
    given_on = Given(id="c", item="prik/2026-07-01/injection", on=date(2026, 6, 30), **HEAD)
    awake = Awake(id="d", cause=Cause.START, away_from=AT, **HEAD)
    found = rows(taken, back, given_on, awake)
    assert tuple(found[0]) == csv_file.COLUMNS
    assert [row["type"] for row in found] == ["taken", "retracted", "given", "awake"]
    assert (found[0]["date"], found[0]["time"]) == ("2026-07-01", "07:30:00")
    assert found[0]["note"] == 'twee regels\n"ja"; nee'
    assert (found[0]["retracted"], found[0]["retracted_at"]) == ("yes", "2026-07-01T07:30:00+02:00")
    assert (found[1]["event"], found[1]["retracted"], found[1]["retracted_at"]) == ("a", "no", "")
    assert (found[2]["on"], found[2]["time"], found[2]["plan"]) == ("2026-06-30", "", "prik")
    assert (found[3]["cause"], found[3]["away_from"]) == ("start", "2026-07-01T07:30:00+02:00")
    assert found[0]["text"] == "'-taken"


def test_a_long_history_comes_in_portions() -> None:
    events = [Taken(id=str(number), item="d/2026-07-01/dose", **HEAD) for number in range(1201)]
    portions = list(csv_file.write(History(events), lambda event: event.id))
    assert len(portions) == 4
    assert "".join(portions).count("\r\n") == 1202
