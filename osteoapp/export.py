"""The commands ``export`` and ``import-json``: files for others, whole or not at all."""

from __future__ import annotations

import errno
import sys
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import IO

from osteoapp import paperwork, texts
from osteoapp.arguments import Usage, parse_date, unreadable
from osteoapp.commands import DONE, FAULT, Session, Stop, tell_running_program
from osteoapp.content.catalogue import catalogue
from osteoapp.core.regimen import (
    AppointmentPlan,
    CheckPlan,
    CyclePlan,
    DosePlan,
    GoalPlan,
    Plan,
    PlanVersion,
    Regimen,
    TabletPlan,
)
from osteoapp.core.treatment import AppointmentRule, CheckRule, CycleRule, DoseRule, GoalRule, IntakeRule, Rule
from osteoapp.exchange import json_file, whole_file
from osteoapp.pin_command import ask_pin
from osteoapp.store import records
from osteoapp.store.settings import Settings
from osteoapp.store.store import Store

STANDARD = "-"
MOST_BYTES = 500_000_000
_PORTION = 1_000_000
_PLANS: dict[type[Rule], type[Plan]] = {
    IntakeRule: TabletPlan, CycleRule: CyclePlan, DoseRule: DosePlan, GoalRule: GoalPlan, CheckRule: CheckPlan,
    AppointmentRule: AppointmentPlan,
}


def export(session: Session) -> int:
    """Writes the file that was asked for; an existing one only with ``--force``."""
    given = session.arguments
    if given.format != "pdf":
        for value, option in ((given.first, "--from"), (given.last, "--to")):
            if value is not None:
                raise Usage("option_not_for", option, belongs="--format pdf", answer=f"--format {given.format}")
    if given.file != STANDARD:
        _refuse_target(Path(given.file), force=given.force)
    with session.store() as store:
        lang = session.lang(store.regimen())
        try:
            if given.file == STANDARD:
                _write_out(paperwork.portions(given.format, _source(session, store)))
            else:
                whole_file.write(Path(given.file), paperwork.portions(given.format, _source(session, store)))
        except BrokenPipeError:
            raise
        except OSError as fault:
            full = fault.errno in (errno.ENOSPC, errno.EDQUOT)
            reason = texts.say("disk_full", lang) if full else texts.usage(unreadable("", fault), lang)
            raise Stop(FAULT, f"{given.file}: {texts.say('not_exported', lang, reason=reason)}") from fault
    if given.file != STANDARD:
        print(texts.say("exported", lang, file=given.file))
    return DONE


# --- what is written


def _source(session: Session, store: Store) -> paperwork.Source:
    regimen = store.regimen()
    now = session.now(regimen)
    period = _period(session, now.date())
    return paperwork.Source(regimen, store.history(), store.settings(), now, session.lang(regimen), period)


def _period(session: Session, today: date) -> tuple[date, date]:
    """The period asked for, else the year up to today."""
    given = session.arguments
    last = parse_date(given.last, "--to") if given.last else today
    first = parse_date(given.first, "--from") if given.first else paperwork.a_year(last)[0]
    if last < first:
        raise Usage("to_after_from", "--to")
    return first, last


# --- how it is written


def _refuse_target(target: Path, *, force: bool) -> None:
    """What is wrong with the name is the person's mistake; the rest shows when it is written."""
    if target.is_dir():
        raise Usage("file_is_folder", str(target))
    if target.is_file() and not force:
        raise Usage("file_exists", str(target))
    if not target.parent.is_dir():
        raise Usage("folder_missing", str(target))


def _write_out(portions: Iterable[bytes]) -> None:
    for portion in portions:
        sys.stdout.buffer.write(portion)
    sys.stdout.buffer.flush()


# --- and back


def import_json(session: Session) -> int:
    """Takes over all content of a json export, into empty data or those that an earlier try began."""
    place = session.arguments.file
    content = _read(place)
    with session.store() as store:
        ask_pin(session, store)
        with store.exclusive():
            regimen, history = store.regimen(), store.history()
            there = {event.id: event for event in content.events}
            same = all(there.get(event.id) == event for event in history.all())
            planned = (content.draft, content.versions)
            if not same or (regimen.versions and (regimen.draft, regimen.versions) != planned):
                raise Usage("json_other_data", place, folder=str(session.folder))
            if (regimen.draft, regimen.versions) != planned:
                store.save_regimen(Regimen(regimen.catalogue, *planned), session.clock.now())
            store.append(content.events)
            store.save_settings(replace(content.settings, lock=store.settings().lock))
        lang = session.lang(store.regimen())
        session.tell_unknown(store)
    print(texts.say("taken_in", lang, plans=len(content.draft.plans), events=len(content.events)))
    tell_running_program(session.folder)
    return DONE


def _read(place: str) -> json_file.Content[Settings]:
    try:
        if place == STANDARD:
            data = _bounded(sys.stdin.buffer)
        else:
            with Path(place).open("rb") as file:
                data = _bounded(file)
        content = json_file.read(data, records, Settings)
        _check(content.versions)
        return content
    except OSError as fault:
        raise unreadable(place, fault) from fault
    except json_file.NotOurs as fault:
        raise Usage(fault.code, place, **fault.values) from fault


def _bounded(file: IO[bytes]) -> bytes:
    """What is there, up to too much. In portions: room for all that is asked for at once is taken for any file."""
    found = bytearray()
    while len(found) <= MOST_BYTES and (portion := file.read(_PORTION)):
        found += portion
    return bytes(found)


def _check(versions: tuple[PlanVersion, ...]) -> None:
    """Refuses plans of treatments that another kind of plan belongs to.

    One of a treatment that this version does not have is taken over as the database would be opened: named, and kept.
    """
    known = catalogue()
    for version in versions:
        plan = version.plan
        if plan.treatment in known and not isinstance(plan, _PLANS[type(known[plan.treatment].rule)]):
            raise json_file.NotOurs("json_content", text=f"{plan.id}: {plan.treatment}")
