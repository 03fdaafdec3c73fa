"""How a changed plan joins what was planned before: a version ends, the next one starts, the past stays."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime

from osteoapp.core.agenda import context, entries
from osteoapp.core.context import Context
from osteoapp.core.history import History
from osteoapp.core.item import INFORMATIONAL, Status
from osteoapp.core.plan_checks import overlapping_tablets
from osteoapp.core.recurrence import DAY
from osteoapp.core.refusal import Refused
from osteoapp.core.regimen import AnyPlan, Draft, Pause, PlanVersion, Regimen


def revise(
    regimen: Regimen,
    draft: Draft,
    history: History,
    now: datetime,
    confirm_end: frozenset[str] = frozenset(),
) -> Regimen:
    """The regimen after a new draft was imported or a screen changed one.

    If any of a plan's items of today is answered or already due, all of its today keeps the old version;
    otherwise today follows the new one. A plan that the draft leaves out ends; one that must not end by
    absence (C32) ends only when its id is in ``confirm_end``. One whose treatment the catalogue does not have stays as
    it is unless its id is there: no file or screen can say it. Raises Refused, and then nothing has changed.
    """
    draft = replace(draft, plans=(*draft.plans, *_not_sayable(regimen, draft, confirm_end)))
    pairs = overlapping_tablets(draft.plans, regimen.catalogue)
    if pairs:
        raise Refused("overlapping_tablets", one=pairs[0][0].id, two=pairs[0][1].id)
    ctx = context(replace(regimen, draft=replace(regimen.draft, patient=draft.patient)), history, now)
    families = regimen.families()
    plans = tuple(_keep_start(plan, draft, families.get(plan.id)) for plan in draft.plans)
    kept = {plan.id for plan in plans}
    _refuse_silent_ends(ctx, {(plan.id, plan.treatment) for plan in plans}, confirm_end)
    touched = _touched_today(ctx)
    versions: list[PlanVersion] = []
    for name, old in families.items():
        if name not in kept:
            versions += _end(old, ctx.today if name in touched else ctx.today - DAY)
    for plan in plans:
        versions += _next(ctx, families.get(plan.id, ()), plan, draft, touched)
    pauses = _join_pauses(regimen.draft.pauses, draft.pauses, ctx.today)
    return Regimen(
        regimen.catalogue,
        replace(draft, plans=plans, pauses=pauses, start_not_said=frozenset()),
        tuple(versions),
    )


def _not_sayable(regimen: Regimen, draft: Draft, confirmed: frozenset[str]) -> Iterator[AnyPlan]:
    """The plans in force of unknown treatments that a draft leaves out, because whoever made it does not know them."""
    said = {plan.id for plan in draft.plans} | confirmed
    return (plan for plan in regimen.draft.plans if plan.treatment not in regimen.catalogue and plan.id not in said)


def _keep_start(plan: AnyPlan, draft: Draft, old: tuple[PlanVersion, ...] | None) -> AnyPlan:
    """A start that is only the date of import does not move a plan that is already known."""
    if plan.id not in draft.start_not_said or not old or old[-1].removed or old[-1].plan.treatment != plan.treatment:
        return plan
    return replace(plan, start=old[-1].plan.start)


def _refuse_silent_ends(ctx: Context, kept: set[tuple[str, str]], confirmed: frozenset[str]) -> None:
    for family in ctx.all_families:
        newest = family.newest
        running = not newest.removed and (newest.plan.until is None or newest.plan.until >= ctx.today)
        said = family.id in confirmed or (family.id, family.treatment.id) in kept
        if running and not said and not family.treatment.ends_by_absence:
            raise Refused("ends_by_absence", plan=family.id)


def _touched_today(ctx: Context) -> set[str]:
    """The plans with an item of today that is answered or already due."""
    found = set()
    for entry in entries(ctx):
        item = entry.item
        if ctx.day_of(item.planned) != ctx.today or item.kind in INFORMATIONAL:
            continue
        started = item.progress is not None and item.progress.value > 0
        if item.status is not Status.UPCOMING or started or ctx.history.answers(item.id):
            found.add(item.plan)
    return found


def _end(old: tuple[PlanVersion, ...], last: date) -> list[PlanVersion]:
    if old[-1].removed:
        return list(old)
    *earlier, newest = _until(old, last)
    return [*earlier, replace(newest, removed=True)]


def _until(old: tuple[PlanVersion, ...], last: date) -> list[PlanVersion]:
    """The versions cut off after a local date; one that would cover nothing goes, unless it is the only one."""
    cut = []
    for version in old:
        if version.effective_from <= last:
            end = last if version.effective_until is None else min(last, version.effective_until)
            cut.append(replace(version, effective_until=end))
    return cut or [replace(old[0], effective_until=last)]


def _next(
    ctx: Context, old: tuple[PlanVersion, ...], plan: AnyPlan, draft: Draft, touched: set[str]
) -> list[PlanVersion]:
    if not old:
        return [PlanVersion(plan, draft.day, ctx.now, ctx.today)]
    newest = old[-1]
    if newest.removed:
        first = max(ctx.today, (newest.effective_until or ctx.today) + DAY)
        return [*old, PlanVersion(plan, draft.day, ctx.now, first)]
    if newest.plan == plan and replace(newest.day, quiet=None) == replace(draft.day, quiet=None):
        return list(old)
    first = ctx.today + DAY if plan.id in touched else ctx.today
    earlier = [version for version in _until(old, first - DAY) if _covers_any(version)]
    # Another treatment under the same id is a plan of its own: nobody knew of it before.
    known = newest.known if newest.plan.treatment == plan.treatment else ctx.now
    return [*earlier, PlanVersion(plan, draft.day, known, first)]


def _covers_any(version: PlanVersion) -> bool:
    return version.effective_until is None or version.effective_from <= version.effective_until


def _join_pauses(old: tuple[Pause, ...], new: tuple[Pause, ...], today: date) -> tuple[Pause, ...]:
    """What was paused before today stays; from today on the new pauses count."""
    past = [replace(pause, last=min(pause.last, today - DAY)) for pause in old if pause.first < today]
    ahead = [pause for pause in new if pause.last >= today and pause not in old]
    kept = [pause for pause in new if pause in old]
    backdated = [pause for pause in new if pause.last < today and pause not in old]
    clipped = [pause for pause in past if not any(_inside(pause, other) for other in (*kept, *ahead, *backdated))]
    return tuple(sorted((*clipped, *kept, *ahead, *backdated), key=lambda pause: (pause.first, pause.last)))


def _inside(one: Pause, other: Pause) -> bool:
    return other.first <= one.first and one.last <= other.last
