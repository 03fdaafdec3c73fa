"""Plans whose treatment this version does not know: what was said of them stays history, and nothing else follows.

A newer version may have added the treatment, or renamed it. What its rules are nobody here can tell, so that nothing is
planned, counted or reminded; every answer that was given is listed, from the log alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from osteoapp.core.context import Context, Entry
from osteoapp.core.events import Answer, Given, Skipped
from osteoapp.core.family import Family
from osteoapp.core.item import Item, ItemId, Kind, Status


def told_entries(ctx: Context, family: Family) -> Iterator[Entry]:
    """What was said of the plan on the local dates listed, as items that are settled and take no answer."""
    for item_id, event in ctx.history.told(family.id):
        # When it was planned is a rule's to say: a dose stands on its own date, the rest on that on which it happened.
        dose = item_id.step.startswith("dose")
        day = item_id.date if dose else event.on if isinstance(event, Given) else event.local_date
        if ctx.first <= day <= ctx.last and family.owns(item_id.date):
            yield _entry(ctx, family, item_id, event, day, dose=dose)


def _entry(ctx: Context, family: Family, item_id: ItemId, event: Answer, day: date, *, dose: bool) -> Entry:
    moment = ctx.at(day, ctx.time_of(event.at))
    item = Item(
        id=str(item_id), plan=family.id, treatment=family.treatment.id, date=item_id.date, step=item_id.step,
        kind=Kind.DOSE if dose else Kind.TASK, planned=moment, due=moment,
        status=Status.SKIPPED if isinstance(event, Skipped) else Status.DONE,
    )  # fmt: skip
    return Entry(item, base=moment)
