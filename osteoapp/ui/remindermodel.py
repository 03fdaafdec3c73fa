"""From an agenda to what the reminder window shows. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from osteoapp import words
from osteoapp.core.events import Reason
from osteoapp.core.item import INFORMATIONAL, Item, Kind, Notice, Status
from osteoapp.i18n import capital, clock, translate
from osteoapp.ui.actions import actions_of, start_watch, stop_watch
from osteoapp.ui.models import card_of, half_hour_over
from osteoapp.ui.views import Action, CardView, ChipView, PaneView, Snapshot
from osteoapp.ui.wording import is_intake, is_timed_goal, pane_of, running_words

_ASKS: Final = frozenset({Status.DUE, Status.UNANSWERED, Status.OVERDUE})
_AHEAD: Final = frozenset({Notice.LATE_APPOINTMENT, Notice.CALL_PRACTICE_TODAY})


@dataclass(frozen=True, slots=True)
class ReminderView:
    """The cards, of which ``chosen`` is the one that the leaflet belongs to.

    ``snoozes`` tells that closing the window is "later" for one of them at least.
    """

    window_title: str
    title: str
    when: str
    cards: tuple[CardView, ...]
    chosen: str
    pane: PaneView
    snoozes: bool = False


def still_asks(snap: Snapshot, item_id: str) -> bool:
    """Whether a shown item still has its place in the window."""
    item = snap.agenda.item(item_id)
    if item is None:
        return False
    if item.status in _ASKS:
        return True
    if item.status is Status.UPCOMING:
        return bool(_AHEAD & set(item.notices))
    return half_hour_over(snap, item) is not None


def reminder_view(snap: Snapshot, ids: Sequence[str], chosen: str) -> ReminderView:
    """The view of the items of these ids, what is most pressing first; there is at least one."""
    items = sorted((item for item in snap.agenda.items if item.id in ids), key=lambda item: _place(snap, item))
    current = next((item for item in items if item.id == chosen), items[0])
    several = len(items) > 1
    when = capital(words.tie(words.day_time(snap.now, snap.lang)))
    cards = tuple(_card(snap, item, several=several) for item in items)
    title = translate("Reminder", "%n dingen voor nu", "", len(items))
    return ReminderView(
        window_title=title if several else cards[0].title,
        title=title,
        when=when,
        cards=cards,
        chosen=current.id,
        pane=pane_of(snap, current),
        snoozes=any("snoozed" in snap.takes(item) for item in items),
    )


def _place(snap: Snapshot, item: Item) -> int:
    """A call today comes first, then the tablet, then what is due; what only tells or is a goal comes last."""
    if Notice.CALL_PRACTICE_TODAY in item.notices:
        return 0
    if is_intake(snap, item):
        return 1
    return 4 if item.kind in INFORMATIONAL else 3 if item.kind is Kind.GOAL else 2


def _card(snap: Snapshot, item: Item, *, several: bool) -> CardView:
    over = half_hour_over(snap, item)
    if over is not None:
        look = Action("watch", item.id, translate("Reminder", "Bekijk wat nu kan"), "arrow-right", "main")
        wrong = Action("wrong", item.id, words.answer("remark", item, snap.lang), "question")
        return replace(over, item=item.id, actions=(look, wrong))
    card = card_of(snap, item)
    chip = card.chip
    reason = snap.reasons.get(item.id)
    if chip is not None and item.status is Status.DUE:
        day = words.tie(words.day(snap.now.date(), snap.lang)).partition(" ")[0]
        chip = ChipView(chip.mood, f"{chip.word}, {day} {clock(snap.now)}")
    lines = card.lines
    if reason in (Reason.CATCH_UP, Reason.RESUMED):
        lines = (*lines, words.reason(reason, snap.lang))
    actions = card.actions
    if item.kind is Kind.GOAL:
        actions, lines = _of_goal(snap, item), (*lines, *_running(snap, item))
    actions = tuple(_ranked(action) for action in actions if not several or _pressing(snap, item, action))
    subtitle = "" if card.subtitle.partition(":")[0] in card.title else card.subtitle
    if subtitle and is_intake(snap, item) and snap.local(item.due).date() != item.date:
        lines, subtitle = (*lines, f"{subtitle}."), ""  # which tablet it is must be read, however little room there is
    notes = card.notes if not several else card.notes[:1]
    return replace(card, chip=chip, subtitle=subtitle, lines=lines, actions=actions, notes=notes)


def _of_goal(snap: Snapshot, item: Item) -> tuple[Action, ...]:
    """What adds to a goal; of one in minutes the stopwatch comes first."""
    adds = actions_of(snap, item)
    if not is_timed_goal(item):
        return tuple(replace(action, rank="main") for action in adds)
    first = start_watch(item, large=True) if snap.timing is None else stop_watch(snap.timing)
    adds = tuple(replace(action, rank="quiet", word=action.said) for action in adds)
    return replace(first, rank="main"), *adds


def _running(snap: Snapshot, item: Item) -> tuple[str, ...]:
    """Since when the stopwatch of a goal runs; the window says no minutes, as it stands still."""
    timing = snap.timing
    return () if timing is None or not is_timed_goal(item) else (running_words(replace(timing, minutes=0), snap.lang),)


def _ranked(action: Action) -> Action:
    """"Already taken" is an answer like the others here."""
    return replace(action, rank="quiet") if action.name == "already" and action.rank == "text" else action


def _pressing(snap: Snapshot, item: Item, action: Action) -> bool:
    """Whether one of several things offers it here: "taken earlier" only where it came late; else Vandaag has it."""
    if action.name != "already" or is_intake(snap, item):
        return True
    return snap.reasons.get(item.id) in (Reason.CATCH_UP, Reason.RESUMED)
