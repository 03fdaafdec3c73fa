"""Putting the past right: another answer instead of one that stands, and notes in the person's own words.

A correction takes the old answer back and gives a new one; both are events of the same moment, and the old one stays
in the log. Which answers an item takes is decided as ever: as if the old one had never been given.
"""

from __future__ import annotations

from datetime import date, datetime, time

from osteoapp.core.agenda import context, zone_of
from osteoapp.core.answers import NewId, Request, apply, undo
from osteoapp.core.context import Context, utc
from osteoapp.core.counts import administrations
from osteoapp.core.events import AnyEvent, Given, Remark, Retracted
from osteoapp.core.history import History, lacking
from osteoapp.core.item import ItemId
from osteoapp.core.recurrence import instant
from osteoapp.core.refusal import Refused
from osteoapp.core.regimen import Regimen
from osteoapp.core.treatment import CycleRule

NOTE_STEP = "note"
_NOON = time(12)
LONGEST_NOTE = 2000


def correct(
    regimen: Regimen, history: History, now: datetime, event_id: str, request: Request, new_id: NewId
) -> list[AnyEvent]:
    """The events that put ``request`` in the place of a standing answer to the same item.

    Raises Refused where there is no such answer, or where the item would not take the new one; then nothing follows.
    """
    taken_back = undo(history, now, zone_of(regimen, now).key, event_id, new_id)
    retraction, old = taken_back[0], history.get(event_id)
    assert isinstance(retraction, Retracted)
    assert old is not None
    if old.item != request.item:
        raise Refused("unknown_item", item=request.item)
    without = lacking(history, retraction)
    if isinstance(old, Given) and request.answer == "given":
        return [retraction, _given_again(context(regimen, without, now), old, request, new_id)]
    return [retraction, *apply(regimen, without, now, request, new_id, at_dates=True)]


def _given_again(ctx: Context, old: Given, request: Request, new_id: NewId) -> Given:
    """An injection or infusion on another date: after the one before it, and before the one after it."""
    on = request.on.date() if isinstance(request.on, datetime) else request.on
    if on is None:
        raise Refused("date_needed", first=old.on.isoformat(), last=ctx.today.isoformat())
    if on > ctx.today:
        raise Refused("future", answer=request.answer)
    family = ctx.family(ItemId.parse(old.item).plan)
    if family is None or not isinstance(family.treatment.rule, CycleRule):
        raise Refused("unknown_item", item=old.item)
    others = [one.on for one in administrations(ctx, family, family.treatment.rule)]
    before = max((day for day in others if day < old.on), default=date.min)
    after = min((day for day in others if day > old.on), default=date.max)
    if not before < on < after:
        raise Refused("beside_another_date", date=on.isoformat())
    return Given(
        id=new_id(), at=ctx.now, recorded=ctx.now, zone=ctx.zone.key, item=old.item, note=request.note, on=on
    )


def noted(
    regimen: Regimen, now: datetime, text: str, day: date, new_id: NewId, plan: str = ""
) -> list[AnyEvent]:
    """A note of the person's own about a local date up to today, and about a plan where one is named.

    Nothing is made of what it says. Raises Refused where it is empty or too long, or the date lies ahead.
    """
    zone = zone_of(regimen, now)
    moment = utc(now)
    words, today = text.strip(), moment.astimezone(zone).date()
    if not words:
        raise Refused("note_needed")
    if len(words) > LONGEST_NOTE:
        raise Refused("note_too_long", most=str(LONGEST_NOTE))
    if day > today:
        raise Refused("future", answer="remark")
    at = moment if day == today else instant(day, _NOON, zone)
    item = str(ItemId(plan, day, NOTE_STEP)) if plan else ""
    return [Remark(id=new_id(), at=at, recorded=moment, zone=zone.key, item=item, note=words)]
