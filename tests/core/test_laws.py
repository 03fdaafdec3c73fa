"""Stories drawn at random, played on the real loop, with every law looking on.

An answer that is taken back and given again, and a second look at one moment, are tried in the playing itself.
"""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from .laws import LAWS
from .playing import Play
from .stories import ACTS, COMPUTER, EDITS, FOCUS, stories

# A story is days of a life: 6 of each kind in the everyday suite, 250 with the profile "long", others each time; all 13
# kinds then take some 20 minutes of a processor.
FEW = settings(max_examples=max(settings().max_examples // 4, 1))

QUIET, ROUGH, CHANGING = ACTS, ACTS + COMPUTER, ACTS + EDITS
ALL = ACTS + COMPUTER + EDITS


def play(data: st.DataObject, focus: str, acts: tuple[str, ...]) -> None:
    story = data.draw(stories(focus, acts=acts), label="story")
    Play(story, [law() for law in LAWS]).run()


@pytest.mark.parametrize("focus", FOCUS)
@FEW
@given(data=st.data())
def test_the_laws_hold_while_the_computer_just_runs(data: st.DataObject, focus: str) -> None:
    play(data, focus, QUIET)


@pytest.mark.parametrize("focus", FOCUS)
@FEW
@given(data=st.data())
def test_the_laws_hold_through_absence_clocks_and_travel(data: st.DataObject, focus: str) -> None:
    play(data, focus, ROUGH)


@pytest.mark.parametrize("focus", FOCUS)
@FEW
@given(data=st.data())
def test_the_laws_hold_while_plans_are_changed(data: st.DataObject, focus: str) -> None:
    play(data, focus, CHANGING)


@FEW
@given(data=st.data())
def test_the_laws_hold_when_everything_happens(data: st.DataObject) -> None:
    play(data, "everything", ALL)
