"""The marks of the calendar: what became of a thing, as icon, word and look. Pure."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import Final

from osteoapp import words
from osteoapp.core.counts import Occasion, Outcome
from osteoapp.core.item import Item, Kind, Status
from osteoapp.core.recurrence import Rule
from osteoapp.core.regimen import AnyPlan, DosePlan, GoalPlan
from osteoapp.i18n import translate
from osteoapp.ui.icons import Icon
from osteoapp.ui.views import Snapshot
from osteoapp.ui.wording import icon_of, title_of


class State(enum.StrEnum):
    """What became of a thing on its day, or what is to come."""

    TAKEN = "taken"
    LATE = "late"
    SKIPPED = "skipped"
    MISSED = "missed"
    OFF = "off"
    PAUSED = "paused"
    OPEN = "open"
    COMING = "coming"
    FORECAST = "forecast"
    RUN_OUT = "run_out"


# What stands in front where the thing's own icon does not; the shape alone tells the states apart.
ICONS: Final[dict[State, Icon]] = {
    State.TAKEN: "check", State.LATE: "clock", State.SKIPPED: "prohibit", State.MISSED: "minus-circle",
    State.OFF: "desktop", State.PAUSED: "pause", State.OPEN: "bell-ringing", State.RUN_OUT: "hourglass-medium",
}  # fmt: skip
_TASKS: Final = ("book", "blood-test", "fetch")
_OUTCOMES: Final[dict[Outcome, State]] = {
    Outcome.ON_TIME: State.TAKEN, Outcome.LATE: State.LATE, Outcome.SKIPPED: State.SKIPPED,
    Outcome.MISSED: State.MISSED, Outcome.OFF: State.OFF, Outcome.PAUSED: State.PAUSED,
}  # fmt: skip
_STATUSES: Final[dict[Status, State]] = {
    Status.DONE: State.TAKEN, Status.IN_PROGRESS: State.TAKEN, Status.SKIPPED: State.SKIPPED,
    Status.MISSED: State.MISSED, Status.UPCOMING: State.COMING,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Mark:
    """One thing on a day. ``word`` is what it is, in a word; ``said`` the whole, for a screen reader.

    A ``quiet`` one comes every day and went as planned: it stands back. ``thing`` is its own icon, where ``icon`` tells
    only what became of it: for where there is no room for the word. A ``task`` prepares for something else.
    """

    state: State
    icon: Icon
    word: str
    said: str
    quiet: bool = False
    thing: Icon | None = None
    task: bool = False


def state_of(item: Item, occasion: Occasion | None) -> State:
    """What became of an item; ``occasion`` is how it was counted, where it was."""
    if occasion is not None and occasion.outcome in _OUTCOMES:
        return _OUTCOMES[occasion.outcome]
    if item.pause:
        return State.PAUSED
    return _STATUSES.get(item.status, State.OPEN)


def is_daily(plan: AnyPlan | None) -> bool:
    """Whether a plan has something on every day: told once, not on each day."""
    if isinstance(plan, GoalPlan):
        return True
    if not isinstance(plan, DosePlan):
        return False
    return plan.recurrence is None or (isinstance(plan.recurrence, Rule) and plan.recurrence.dense)


def mark_of(snap: Snapshot, item: Item, state: State) -> Mark:
    """The mark of an item."""
    icon = ICONS.get(state) or icon_of(item)
    what = title_of(snap, item).rpartition(": ")[2]
    dose = item.kind is Kind.DOSE
    own = icon_of(item)
    said = f"{what} {state_words(state, dose=dose)}"
    thing = own if own != icon else None
    return Mark(state, icon, short_of(snap, item), said, thing=thing, task=item.step in _TASKS)


def legend_words(state: State) -> str:
    """The state in the legend."""
    return {
        State.TAKEN: translate("Calendar", "gedaan"),
        State.LATE: translate("Calendar", "later genomen"),
        State.SKIPPED: translate("Calendar", "overgeslagen"),
        State.MISSED: translate("Calendar", "niet genomen"),
        State.OFF: translate("Calendar", "computer uit"),
        State.PAUSED: translate("Calendar", "pauze"),
        State.OPEN: translate("Calendar", "nog open"),
        State.COMING: translate("Calendar", "komt nog"),
        State.FORECAST: translate("Calendar", "voorlopige datum"),
        State.RUN_OUT: translate("Calendar", "voorraad op"),
    }[state]


def state_words(state: State, *, dose: bool) -> str:
    """The state after the name of the thing: "weektablet genomen", "bloed laten prikken gedaan"."""
    if dose and state is State.TAKEN:
        return translate("Calendar", "genomen")
    if not dose and state is State.MISSED:
        return translate("Calendar", "niet gedaan")
    if state is State.OFF:
        return translate("Calendar", "zonder antwoord, de computer was uit")
    return legend_words(state)


def short_of(snap: Snapshot, item: Item) -> str:
    """What it is, in a word that fits a day."""
    step = {
        "book": translate("Calendar", "Bellen"),
        "blood-test": translate("Calendar", "Bloed"),
        "fetch": translate("Calendar", "Ophalen"),
        "review": translate("Calendar", "Gesprek"),
    }.get(item.step)
    return step or short_name(item.treatment, snap.plan(item))


def short_name(treatment: str, plan: AnyPlan | None) -> str:
    """A treatment in a word; what has a name of its own keeps it."""
    if plan is not None and plan.name:
        return words.tie(plan.name)
    tablet = translate("Calendar", "Tablet")
    return {
        "alendronate-tablet": tablet,
        "risedronate-tablet": tablet,
        "alendronate-effervescent": tablet,
        "alendronate-drink": translate("Calendar", "Drankje"),
        "zoledronate-infusion": translate("Calendar", "Infuus"),
        "denosumab-injection": translate("Calendar", "Prik"),
        "vitamin-d-tablet": translate("Calendar", "Vitamine\u00a0D"),
        "vitamin-d-drink": translate("Calendar", "Vitamine\u00a0D"),
        "calcium-supplement": translate("Calendar", "Calcium"),
        "dairy": translate("Calendar", "Zuivel"),
        "activity": translate("Calendar", "Bewegen"),
        "dentist": translate("Calendar", "Tandarts"),
        "fall-safety": translate("Calendar", "Huis"),
        "dexa": translate("Calendar", "Meting"),
        "smoking-alcohol": translate("Calendar", "Leefstijl"),
        "other-appointment": translate("Calendar", "Afspraak"),
    }.get(treatment, treatment)
