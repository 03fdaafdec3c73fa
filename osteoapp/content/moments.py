"""Which passages stand beside an item: from treatment, step, status and notices to a moment, and from that to passages.

The table itself is data (``leaflet/moments.toml``); a topic without a row for a moment takes its nearest one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from osteoapp.content.leaflet import contents, passages
from osteoapp.core.item import Item, Kind, Notice, Status
from osteoapp.core.regimen import AnyPlan, GoalPlan
from osteoapp.core.treatment import CycleRule, GoalRule, IntakeRule, Treatment

# Where a treatment that nobody here knows looks for its passages: those that hold for any medicine.
_ANY: Final = "other-medicine"
# The moments that every topic has a row for.
BASE: Final = ("before", "during", "after", "missed", "side-effects", "when-to-call")

_STEPS: Final = {
    "heads-up": "tomorrow",
    "day-before": "day-before",
    "book": "book",
    "blood-test": "blood-test",
    "fetch": "fetch",
    "aftercare": "aftercare",
    "review": "review",
    "remind": "before",
}
_DOSE: Final = {
    Status.IN_PROGRESS: "after",
    Status.DONE: "done",
    Status.UNANSWERED: "missed",
    Status.SKIPPED: "missed",
    Status.MISSED: "missed",
}
_GOAL: Final = {Status.DONE: "after", Status.MISSED: "missed", Status.SKIPPED: "missed"}
_OTHER: Final = {Status.DONE: "after", Status.OVERDUE: "missed", Status.SKIPPED: "missed", Status.MISSED: "missed"}


def step_kind(step: str) -> str:
    """A step without its number: ``dose`` of ``dose-2``, ``aftercare`` of ``aftercare-0``."""
    return re.sub(r"-\d+$", "", step)


def moment(treatment: Treatment, item: Item) -> str:
    """The moment that an item is at: a key of ``moments.toml``."""
    step = step_kind(item.step)
    if step in _STEPS:
        return _STEPS[step]
    if isinstance(treatment.rule, CycleRule):
        return "unknown-date" if step == "check" else _cycle(item)
    if item.kind is Kind.DOSE:
        if item.late and item.status in (Status.DUE, Status.SNOOZED):
            return "later-today"
        return _DOSE.get(item.status, "before")
    if isinstance(treatment.rule, GoalRule):
        return _GOAL.get(item.status, "during")
    return _OTHER.get(item.status, "before")


def _cycle(item: Item) -> str:
    if item.status is Status.DONE:
        return "early" if Notice.DATE_DIFFERS in item.notices else "after"
    return "late" if item.status is Status.OVERDUE or item.level > 1 else "before"


def beside(treatment: Treatment, item: Item, plan: AnyPlan | None = None) -> tuple[str, ...]:
    """The ids of the passages that stand beside an item, the first as the main one; never empty.

    ``plan`` is needed only for the weeks after a fracture.
    """
    return tuple(dict.fromkeys(_beside(treatment, item, plan)))


def _beside(treatment: Treatment, item: Item, plan: AnyPlan | None) -> Iterator[str]:
    table = contents()
    now = moment(treatment, item)
    if item.pause:
        yield from table["also"]["pause"]
    for notice in item.notices:
        yield from table["notice"].get(notice.value, ())
    if Notice.ASK_PHARMACIST in item.notices:
        yield from row(treatment.topic or _ANY, "ask-pharmacist")
    yield from table["also"].get(now, ())
    if isinstance(plan, GoalPlan) and plan.after_fracture_until and item.date <= plan.after_fracture_until:
        yield from table["also"]["after-fracture"]
    # Of a tablet that is too near to the next own day the label's rule for a forgotten one must not be repeated (C5).
    if not (isinstance(treatment.rule, IntakeRule) and Notice.ASK_PHARMACIST in item.notices):
        yield from row(treatment.topic or _ANY, now)


def under(treatment: Treatment, item: Item) -> tuple[str, ...]:
    """The ids of the additions that stand under the passages of an item; may be empty."""
    rows = contents()["under"].get(treatment.topic or _ANY, {})
    above = beside(treatment, item)
    found: Sequence[str] = rows.get(moment(treatment, item), ())
    return tuple(one for one in found if one not in above)


def row(topic: str, at: str) -> tuple[str, ...]:
    """The passages of a topic at a moment, or at the nearest moment that the topic has; never empty.

    KeyError for an unknown topic or moment.
    """
    rows = contents()["beside"][topic]
    if at not in rows:
        at = contents()["nearest"][at]
    return tuple(rows[at])


def all_for(treatment: Treatment) -> tuple[str, ...]:
    """The ids of all passages about a treatment in reading order: its own ones, then those it shares."""
    own = [one.id for one in passages("nl") if one.topic == (treatment.topic or _ANY)]
    table = contents()
    rows = (table["beside"][treatment.topic or _ANY], table["under"].get(treatment.topic or _ANY, {}))
    shared = [one for entries in rows for ids in entries.values() for one in ids]
    return tuple(dict.fromkeys([*own, *shared]))
