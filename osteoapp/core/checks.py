"""Checks, reviews and single appointments (B7, B8, F141, F142)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from osteoapp.core.context import Context, Entry
from osteoapp.core.events import Booked, Done, Event, Skipped
from osteoapp.core.family import Family
from osteoapp.core.item import ItemId, Kind, Question, Status
from osteoapp.core.recurrence import DAY, add_months
from osteoapp.core.regimen import AppointmentPlan, CheckPlan, PlanVersion
from osteoapp.core.steps import informational, task
from osteoapp.core.treatment import ReviewRule

WEEKLY = 7
CHECK, REVIEW, APPOINTMENT = "check", "review", "appointment"


def check_entries(ctx: Context, family: Family) -> Iterator[Entry]:
    """The check that is open or comes next, and the closed ones in the range."""
    version = family.current(ctx.today)
    yield from _closed(ctx, family, CHECK, Kind.TASK)
    if version is None or not isinstance(version.plan, CheckPlan):
        return
    day = next_check(ctx, family, version.plan)
    if day is not None and day <= (version.plan.until or date.max):
        yield _open(ctx, family, version, day, CHECK, Kind.TASK)


def next_check(ctx: Context, family: Family, plan: CheckPlan) -> date | None:
    """The date of the check that is open or next; None where there is none."""
    last = _last_closing(ctx, family, CHECK)
    if plan.date is not None:
        return plan.date if last is None or last[0] != plan.date else None
    if plan.every_months is None:
        return None
    counted = plan.last
    if last is not None:
        item_date, event = last
        closed = event.local_date if isinstance(event, Done) else item_date
        counted = closed if counted is None else max(closed, counted)
    return add_months(counted or plan.start, plan.every_months)


def review_entries(ctx: Context, family: Family) -> Iterator[Entry]:
    """The review after so many years, then every year; a question where nobody said since when."""
    review = family.treatment.review
    version = family.current(ctx.today)
    if review is None:
        return
    yield from _closed(ctx, family, REVIEW, Kind.REVIEW)
    if version is None or version.plan.treated_since is None:
        return
    day = next_review(ctx, family, version, version.plan.treated_since, review)
    if day <= (version.plan.until or date.max):
        yield _open(ctx, family, version, day, REVIEW, Kind.REVIEW)


def next_review(ctx: Context, family: Family, version: PlanVersion, since: date, review: ReviewRule) -> date:
    """The first review that lies not before the plan became known, counted on from the last one done."""
    last = _last_closing(ctx, family, REVIEW)
    if last is not None:
        item_date, event = last
        closed = event.local_date if isinstance(event, Done) else item_date
        return add_months(closed, 12 * review.then_years)
    years = review.after_years
    while ctx.at(add_months(since, 12 * years), version.day.office) < version.known:
        years += review.then_years
    return add_months(since, 12 * years)


def questions(ctx: Context, family: Family) -> Iterator[Question]:
    """What was left open about a plan when it was set up."""
    version = family.current(ctx.today)
    if version is not None and family.treatment.review is not None and version.plan.treated_since is None:
        yield Question(family.id, family.treatment.id, "treated_since")


def appointment_entries(ctx: Context, family: Family) -> Iterator[Entry]:
    """A single appointment with the reminders some days before it."""
    version = family.current(ctx.today)
    if version is None or not isinstance(version.plan, AppointmentPlan):
        return
    plan = version.plan
    item_id = ItemId(family.id, plan.date, APPOINTMENT)
    planned = ctx.at(plan.date, plan.time)
    if planned < version.known and not ctx.history.answers(item_id):
        return
    moved = ctx.history.of(item_id, Booked)
    appointment = moved[-1].appointment if moved else None
    due = ctx.at(appointment.date(), appointment.time()) if appointment else planned
    entry = task(ctx, family, item_id, planned, due, 1, kind=Kind.APPOINTMENT)
    entry.item = replace(entry.item, appointment=appointment)
    entry.in_quiet = ctx.is_quiet(due)
    yield entry
    if entry.item.status in (Status.DONE, Status.SKIPPED):
        return
    for days in plan.remind_before_days:
        back = timedelta(days=days)
        at, first = (ctx.at(day - back, version.day.office) for day in (ctx.day_of(due), plan.date))
        if at >= version.known:
            step = ItemId(family.id, plan.date, f"remind-{days}")
            reminder = informational(ctx, family, step, Kind.HEADS_UP, at, first)
            if reminder is not None:
                yield reminder


def _last_closing(ctx: Context, family: Family, step: str) -> tuple[date, Event] | None:
    for item, event in ctx.history.closings(family.id, step, Event):
        if isinstance(event, Done | Skipped):
            return item.date, event
    return None


def _closed(ctx: Context, family: Family, step: str, kind: Kind) -> Iterator[Entry]:
    for item, event in ctx.history.closings(family.id, step, Event):
        if item.date < ctx.first - DAY:
            return
        version = family.version(item.date) or family.newest
        if isinstance(event, Done | Skipped) and family.owns(event.local_date):
            planned = ctx.at(item.date, version.day.office)
            yield task(ctx, family, item, planned, planned, WEEKLY, kind=kind)


def _open(ctx: Context, family: Family, version: PlanVersion, day: date, step: str, kind: Kind) -> Entry:
    planned = ctx.at(day, version.day.office)
    return task(ctx, family, ItemId(family.id, day, step), planned, planned, WEEKLY, kind=kind)
