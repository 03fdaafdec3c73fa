"""From an agenda to what the tray and a notification offer. Pure.

What is pressed there is a name: an answer or another way of ``actions``, ``later`` for ten minutes, or nothing to come
to the window.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final, Literal

from osteoapp import words
from osteoapp.core.item import Item, Kind, Status
from osteoapp.i18n import NBSP, clock, translate
from osteoapp.ui.actions import actions_of
from osteoapp.ui.models import asks_now, foremost
from osteoapp.ui.views import Snapshot
from osteoapp.ui.wording import headline_of, title_of

LATER: Final = "later"
TONIGHT: Final = "tonight"
LATER_MINUTES: Final = 10
URGENT_LEVEL: Final = 3

State = Literal["calm", "due", "call"]


@dataclass(frozen=True, slots=True)
class Press:
    """What a line of the menu or a button says, and what it stands for."""

    item: str
    name: str
    word: str


@dataclass(frozen=True, slots=True)
class TrayEntry:
    """An item of today in the menu; without presses it only tells."""

    title: str
    presses: tuple[Press, ...] = ()


@dataclass(frozen=True, slots=True)
class TrayView:
    """The whole tray. ``tooltip`` is what there is to do, or what comes next."""

    tooltip: str
    state: State
    entries: tuple[TrayEntry, ...]


def tray_view(snap: Snapshot, coming: Item | None = None) -> TrayView:
    """``coming`` is what is next after today."""
    shown = [item for item in snap.agenda.items if snap.local(item.due).date() <= snap.now.date() or item.open]
    return TrayView(
        tooltip=_plain(_tooltip(snap, coming)),
        state=_state(snap),
        entries=tuple(_entry(snap, item) for item in sorted(shown, key=lambda one: (one.due, one.id))),
    )


def ahead(items: tuple[Item, ...], now: datetime) -> Item | None:
    """The first of the items that still comes; goals are not something to wait for."""
    coming = [one for one in items if one.due > now and one.status is Status.UPCOMING and one.kind is not Kind.GOAL]
    return min(coming, key=lambda one: (one.due, one.id), default=None)


def press_of(snap: Snapshot, item: Item) -> tuple[Press, ...]:
    """The main answers of an item, then "later" or "this evening" where it takes that."""
    found: list[Press] = []
    for action in actions_of(snap, item):
        if action.name == "snoozed":
            word = translate("Tray", "Later, over %n minuten", "", LATER_MINUTES)
            found.append(Press(item.id, LATER, _plain(word)))
        elif action.rank == "main" or action.name == TONIGHT or (action.rank == "quiet" and action.name != "wrong"):
            found.append(Press(item.id, action.name, _plain(action.said or action.word)))
    return tuple(found)


def buttons_of(snap: Snapshot, item: Item) -> tuple[Press, ...]:
    """The buttons of a notification: the main answer and "later" or "this evening"; there is room for no more."""
    main = {action.name for action in actions_of(snap, item) if action.rank == "main"}
    return tuple(press for press in press_of(snap, item) if press.name in main | {LATER, TONIGHT})


def _entry(snap: Snapshot, item: Item) -> TrayEntry:
    holder = snap.agenda.item(item.held_by) if item.held_by is not None else None
    chip = words.chip(item, snap.lang, snap.now.tzinfo or snap.agenda.now.tzinfo, holder)  # type: ignore[arg-type]
    return TrayEntry(_plain(f"{title_of(snap, item)} ({chip})"), press_of(snap, item))


def _state(snap: Snapshot) -> State:
    asking = [item for item in snap.agenda.items if asks_now(item)]
    if any(item.level >= URGENT_LEVEL for item in asking):
        return "call"
    return "due" if asking else "calm"


def _tooltip(snap: Snapshot, coming: Item | None) -> str:
    first = foremost(snap)
    if first is not None:
        more = sum(asks_now(item) for item in snap.agenda.items if item.id != first.id)
        said = headline_of(snap, first)
        return f"{said}. {translate('Tray', 'Nog %n dingen open', '', more)}" if more else said
    item = ahead(snap.agenda.items, snap.now) or coming
    if item is None:
        return translate("Tray", "Nu staat er niets open")
    local = snap.local(item.due)
    if local.date() == snap.now.date():
        return translate("Tray", "Straks om {time}: {title}").format(time=clock(local), title=title_of(snap, item))
    when = words.day_time(local, snap.lang)
    return translate("Tray", "De volgende: {title}, {when}").format(title=title_of(snap, item), when=when)


def _plain(text: str) -> str:
    return text.replace(NBSP, " ").replace("**", "")
