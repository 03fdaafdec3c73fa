"""From the items of a day to its rows under their headings. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from osteoapp import words
from osteoapp.core.item import Item, Kind, Status
from osteoapp.i18n import NBSP, capital, translate
from osteoapp.ui.actions import actions_of, appointment_ahead, note_about, start_watch, stop_watch
from osteoapp.ui.cardmodel import CLOSED, chip_of
from osteoapp.ui.views import Action, MeterView, RowView, SectionView, Snapshot
from osteoapp.ui.wording import (
    asked,
    headline_of,
    icon_of,
    is_cycle,
    is_timed_goal,
    notices_of,
    running_words,
    step_amount,
    title_of,
)

_NOW = frozenset({Status.IN_PROGRESS, Status.DUE, Status.OVERDUE, Status.UNANSWERED})


def sections_of(snap: Snapshot, items: Sequence[Item], selected: str, *, first: bool) -> tuple[SectionView, ...]:
    """What else is open now, what comes later today, what is done, and which appointments lie ahead.

    ``first`` tells whether something stands on the large card.
    """
    now = [item for item in items if item.status in _NOW and item.kind is not Kind.GOAL]
    done = [item for item in items if item.status in CLOSED]
    later = [item for item in items if item not in now and item not in done]
    ended = translate("Today", "Klaar")
    if any(item.status is not Status.DONE for item in done):
        ended = translate("Today", "Klaar of overgeslagen")
    heading = translate("Today", "Straks vandaag") if first else translate("Today", "Vandaag")
    found = [
        SectionView(title, tuple(row_of(snap, item, selected=item.id == selected) for item in group))
        for title, group in ((translate("Today", "Nu ook"), now), (heading, later), (ended, done))
        if group
    ]
    if snap.ahead:
        rows = tuple(_row_ahead(snap, item, selected=item.id == selected) for item in snap.ahead)
        found.append(SectionView(translate("Today", "Binnenkort"), rows))
    return tuple(found)


def in_order(snap: Snapshot) -> list[Item]:
    """What is open first, then what waits or comes later, then the goals, then what is done."""
    groups = {
        Status.IN_PROGRESS: 0, Status.DUE: 0, Status.OVERDUE: 0, Status.UNANSWERED: 0, Status.HELD: 1,
        Status.SNOOZED: 1, Status.UPCOMING: 1, Status.DONE: 3, Status.SKIPPED: 4, Status.MISSED: 4,
    }  # fmt: skip

    def place(item: Item) -> tuple[int, bool, object, str]:
        goal_open = item.kind is Kind.GOAL and item.status not in CLOSED
        timed = snap.timing is not None and goal_open and is_timed_goal(item)
        return (2 if goal_open else groups[item.status]), not timed, item.due, item.id

    return sorted(snap.agenda.items, key=place)


def _row_ahead(snap: Snapshot, item: Item, *, selected: bool) -> RowView:
    """An appointment of a coming day: told, not asked. It can be moved, and what happened earlier be noted."""
    answer = snap.answers.get(item.id)
    actions = appointment_ahead(snap, item)
    return RowView(
        item=item.id,
        icon="calendar-check",
        title=title_of(snap, item),
        line=headline_of(snap, item),
        action=actions[0] if actions else None,
        more=actions[1:],
        undo=answer.id if answer is not None else "",
        notes=notices_of(snap, item) if selected else (),
        selected=selected,
    )


def row_of(snap: Snapshot, item: Item, *, selected: bool = False) -> RowView:
    """One row. A held item has a chip and no button; done ones can be put back all day."""
    actions = actions_of(snap, item)
    answer = snap.answers.get(item.id)
    closed = item.status in CLOSED
    waits = item.status in (Status.HELD, Status.SNOOZED)
    goal = item.kind is Kind.GOAL
    button = None if waits or (closed and not goal) else _row_button(item, actions)
    line = words.tie(capital(words.noted(answer, snap.lang))) if answer is not None and closed and not goal else ""
    question = asked(snap, item)
    if not line and (is_cycle(snap, item) or item.appointment is not None or question.status is Status.UNANSWERED):
        line = headline_of(snap, question)  # of a question: of which day or time it is
    view = RowView(
        item=item.id,
        icon=icon_of(item),
        title=title_of(snap, item),
        line=line,
        chip=None if goal and not waits and not closed else chip_of(snap, item),
        action=button,
        more=(*(action for action in actions if button is None or action.name != button.name), *_note(item, selected)),
        undo=answer.id if answer is not None and (closed or goal or waits) else "",
        meter=_meter(snap, item),
        notes=notices_of(snap, item) if selected else (),
        selected=selected,
        closed=closed,
    )
    return _with_stopwatch(snap, item, view) if is_timed_goal(item) else view


def _note(item: Item, selected: bool) -> tuple[Action, ...]:
    """Words of the person's own about an opened row."""
    return (note_about(item.id),) if selected else ()


def _with_stopwatch(snap: Snapshot, item: Item, view: RowView) -> RowView:
    """The row of a goal in minutes: Start or Stop, and beside it the one press for ten minutes."""
    timing = snap.timing
    if timing is not None:
        return replace(view, action=stop_watch(timing), extra=view.action, running=running_words(timing, snap.lang))
    if view.action is None or item.status in CLOSED:
        return view
    return replace(view, action=start_watch(item), extra=view.action)


def _row_button(item: Item, actions: tuple[Action, ...]) -> Action | None:
    """The one answer at the right of a row: only what is due now, and goals."""
    if item.status is Status.UPCOMING and item.kind is not Kind.GOAL:
        return None
    if item.status is Status.UNANSWERED and actions:
        return Action("open", item.id, translate("Action", "Antwoord geven"))
    return next((action for action in actions if action.rank == "main"), None)


def _meter(snap: Snapshot, item: Item) -> MeterView | None:
    if item.progress is None:
        return None
    return MeterView(
        item.progress.value, item.progress.target, step_amount(snap, item),
        words.progress(item.progress, snap.lang).replace(" ", NBSP),
    )  # fmt: skip
