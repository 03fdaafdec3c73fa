"""The appointments as rows: the same items and the same answers as on Vandaag, also those of later. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from osteoapp import words
from osteoapp.core.events import Booked
from osteoapp.core.item import INFORMATIONAL, Item, Kind, Status
from osteoapp.core.regimen import AppointmentPlan, CyclePlan
from osteoapp.core.treatment import AppointmentRule, CheckRule, CycleRule
from osteoapp.i18n import capital, clock, day_words, translate
from osteoapp.ui.actions import actions_of
from osteoapp.ui.cardmodel import CLOSED, chip_of
from osteoapp.ui.rowmodel import row_of
from osteoapp.ui.views import Action, RowView, SectionView, Snapshot
from osteoapp.ui.wording import headline_of, is_cycle, notices_of

# A yearly infusion and its next preparations lie within this.
DAYS_AHEAD: Final = 400
_OPEN: Final = frozenset({Status.DUE, Status.OVERDUE, Status.UNANSWERED, Status.SNOOZED})


def wanted(snap: Snapshot, item: Item) -> bool:
    """Whether it is an appointment, a check, or something to arrange for one."""
    rule = snap.treatment(item).rule
    if item.kind in INFORMATIONAL or item.kind in (Kind.DOSE, Kind.GOAL):
        return False
    return item.kind is Kind.REVIEW or isinstance(rule, CycleRule | CheckRule | AppointmentRule)


def sections(snap: Snapshot, selected: str) -> tuple[SectionView, ...]:
    """What asks for something now, what comes, and what was answered today. ``selected`` is the row that is open."""
    items = sorted((item for item in snap.agenda.items if wanted(snap, item)), key=lambda one: (one.due, one.id))
    now = [item for item in items if item.status in _OPEN]
    done = [item for item in items if item.status in CLOSED]
    later = [item for item in items if item not in now and item not in done]
    groups = (
        (translate("Plans", "Nu te doen"), now),
        (translate("Plans", "Komt nog"), later),
        (translate("Today", "Klaar"), done),
    )
    return tuple(
        SectionView(title, tuple(appointment_row(snap, item, selected=item.id == selected) for item in group))
        for title, group in groups
        if group
    )


def first_of(snap: Snapshot) -> str:
    """The row that is open at first: what asks for something now, else the first that comes."""
    rows = [row for section in sections(snap, "") for row in section.rows if not row.closed]
    return rows[0].item if rows else ""


def appointment_row(snap: Snapshot, item: Item, *, selected: bool) -> RowView:
    """One row: when, where, and opened its answers."""
    view = row_of(snap, item, selected=selected)
    actions = tuple(_worded(snap, item, action) for action in actions_of(snap, item))
    if item.status is Status.UPCOMING:
        look = None if selected else Action("open", item.id, translate("Plans", "Bekijk"))
        view = replace(view, action=look, chip=None, more=actions if selected else ())
    elif view.action is None:
        view = replace(view, more=actions if selected else ())
    else:
        main = next((one for one in actions if one.name == view.action.name), view.action)
        view = replace(view, action=main, more=tuple(one for one in actions if one.name != main.name))
    more = (*view.more, *(_extra(snap, item) if selected and item.status not in CLOSED else ()))
    chip = chip_of(snap, item) if item.status in _OPEN and view.action is None else view.chip
    line = view.line if item.status in CLOSED else _line(snap, item)
    return replace(view, line=line, more=more, chip=chip, notes=notices_of(snap, item) if selected else ())


def _line(snap: Snapshot, item: Item) -> str:
    """When it is, and what is known of it: place, number, note."""
    plan, answer = snap.plan(item), snap.answers.get(item.id)
    local = snap.local(item.due)
    day = day_words(local.date(), snap.lang)
    if local.year != snap.now.year:
        day = f"{day} {local.year}"
    if item.appointment is not None or isinstance(plan, AppointmentPlan):
        parts = [translate("Plans", "{day} om {time}").format(day=capital(day), time=clock(local))]
    elif item.status in _OPEN and is_cycle(snap, item):
        parts = [headline_of(snap, item)]
    elif is_cycle(snap, item):
        parts = [translate("Plans", "Gepland rond {day}").format(day=day)]
    else:
        parts = [translate("Plans", "Vanaf {day}").format(day=day)]
    if isinstance(plan, AppointmentPlan):
        parts += [part for part in (plan.place, plan.phone, plan.note) if part]
    if isinstance(answer, Booked) and answer.note:
        parts.append(answer.note)
    return words.tie(", ".join(parts))


def _worded(snap: Snapshot, item: Item, action: Action) -> Action:
    """The words of moving and of calling off."""
    once = isinstance(snap.treatment(item).rule, AppointmentRule)
    if action.name == "booked" and (once or item.appointment is not None):
        return replace(action, word=translate("Plans", "Verzet de afspraak"), icon=None)
    if action.name == "skipped" and once:
        return replace(action, word=translate("Plans", "Gaat niet door"))
    return action


def _extra(snap: Snapshot, item: Item) -> Iterable[Action]:
    """What is not an answer to the item: taking a booking back, and the way to its plan."""
    plan, answer = snap.plan(item), snap.answers.get(item.id)
    if is_cycle(snap, item) and isinstance(answer, Booked):
        yield Action("undo", answer.id, translate("Plans", "Gaat niet door"))
    if isinstance(plan, AppointmentPlan):
        yield Action("edit", plan.id, translate("Plans", "Wijzig de gegevens"))
    elif isinstance(plan, CyclePlan) and plan.unknown:
        yield Action("edit", plan.id, translate("Plans", "Vul de dag in"))


