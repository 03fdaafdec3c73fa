"""The command line: also the face that scripts and tests use. Imports no widget.

Exit codes: 0 done, 1 a fault of the program or the machine, 2 the input is wrong. Messages go to standard
error, one line a fault.
"""

from __future__ import annotations

import argparse
import json
import sys
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from heapq import merge
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from osteoapp import texts, words
from osteoapp.arguments import Usage, parse_date, parse_moment, parse_on, unreadable
from osteoapp.content.catalogue import catalogue
from osteoapp.content.words import Lang
from osteoapp.core import answers, changes
from osteoapp.core.agenda import agenda, zone_of
from osteoapp.core.answers import Request
from osteoapp.core.endings import endings
from osteoapp.core.events import AnyEvent, Event, Retracted, is_answer, to_record
from osteoapp.core.item import Agenda
from osteoapp.core.refusal import Refused
from osteoapp.core.regimen import Regimen
from osteoapp.exchange import regimen_file
from osteoapp.reminding.clock import Clock
from osteoapp.store.faults import StoreFault, WriteFailed
from osteoapp.store.store import Store

DONE, FAULT, WRONG = 0, 1, 2
LOCK = "osteoapp.lock"


class Stop(Exception):
    """Ends a command with an exit code and lines for standard error."""

    def __init__(self, code: int, *lines: str) -> None:
        super().__init__(code, lines)
        self.code = code
        self.lines = lines


@dataclass(frozen=True, slots=True)
class Session:
    """What a command works with."""

    arguments: argparse.Namespace
    folder: Path
    clock: Clock

    @contextmanager
    def store(self) -> Iterator[Store]:
        """The open store; closed at the end. Raises Stop where it cannot be opened."""
        try:
            store = Store.open(self.folder, catalogue())
        except StoreFault as fault:
            raise Stop(FAULT, words.fault(fault.code, fault.values, self.lang(None))) from fault
        for repair in store.repaired:
            what = words.repair(repair.code, repair.values, self.lang(store.regimen()))
            print(texts.say("repaired", self.lang(store.regimen()), what=what), file=sys.stderr)
        self.tell_unknown(store)
        try:
            yield store
        except WriteFailed as fault:
            raise Stop(FAULT, texts.not_kept(fault.code, fault.values, self.lang(store.regimen()))) from fault
        finally:
            store.close()

    def tell_unknown(self, store: Store) -> None:
        """Names on standard error what is planned and this version does not know: the rest goes on without it."""
        regimen, today = store.regimen(), self.clock.now().astimezone(self.clock.zone()).date()
        if told := texts.unknown_plans(regimen, today, self.lang(regimen)):
            print(told, file=sys.stderr)

    def lang(self, regimen: Regimen | None) -> Lang:
        """The language asked for, else the patient's, else Dutch."""
        wanted = self.arguments.lang or (regimen.draft.patient.language if regimen is not None else "nl")
        return "en" if wanted == "en" else "nl"

    def now(self, regimen: Regimen) -> datetime:
        """The present in the zone in force."""
        moment = self.clock.now().astimezone(self.clock.zone())
        return moment.astimezone(zone_of(regimen, moment))


def tell_running_program(folder: Path) -> None:
    """Has the program that runs at that folder, if any, look at what was written; without one it costs nothing."""
    if (folder / LOCK).exists():
        from osteoapp.desktop.single_instance import tell_changed  # imports Qt's network, which few commands need

        tell_changed(folder)


def new_id() -> str:
    """An id for an event, never used before."""
    return uuid.uuid4().hex


def run(session: Session) -> int:
    """Runs one command and returns its exit code."""
    command = COMMANDS[session.arguments.command]
    try:
        return command(session)
    except Stop as stop:
        for line in stop.lines:
            print(line, file=sys.stderr)
        return stop.code
    except Usage as fault:
        print(texts.usage(fault, session.lang(None)), file=sys.stderr)
        return WRONG
    except BrokenPipeError:
        # The reader of a pipe went away: nothing is wrong with us, and nothing is left to say.
        sys.stderr.close()
        return DONE


# --- regimen


def regimen_command(session: Session) -> int:
    """``regimen import | export | show``."""
    return {"import": _import, "export": _export, "show": _show}[session.arguments.what](session)


def _import(session: Session) -> int:
    from osteoapp.pin_command import ask_pin

    data = _read_file(session.arguments.file)
    with session.store() as store:
        lang = session.lang(store.regimen())
        now = session.now(store.regimen())
        try:
            draft = regimen_file.read(data, catalogue(), now.date())
            confirmed = frozenset(session.arguments.confirm_end or ())
            ask_pin(session, store)
            with store.exclusive():
                regimen = changes.revise(store.regimen(), draft, store.history(), now, confirmed)
                store.save_regimen(regimen, session.clock.now())
        except regimen_file.RegimenFaults as faults:
            raise Stop(WRONG, *(fault.sentence(lang) for fault in faults.faults)) from faults
        except Refused as refused:
            raise Stop(WRONG, words.refusal(refused.code, refused.values, lang)) from refused
        print(texts.imported(len(draft.plans), session.lang(regimen)))
    tell_running_program(session.folder)
    return DONE


def _read_file(path: str) -> bytes:
    try:
        if path == "-":
            return sys.stdin.buffer.read(regimen_file.MOST_BYTES + 1)
        with Path(path).open("rb") as file:
            return file.read(regimen_file.MOST_BYTES + 1)
    except OSError as fault:
        raise unreadable(path, fault) from fault


def _export(session: Session) -> int:
    with session.store() as store:
        draft, lang = store.regimen().draft, session.lang(store.regimen())
    text = regimen_file.write(draft, catalogue())
    left_out = [plan for plan in draft.plans if plan.treatment not in catalogue()]
    if left_out:
        print(texts.say("not_in_file", lang, names=texts.names_of(left_out, lang)), file=sys.stderr)
    _write_text(session, session.arguments.file, text)
    return DONE


def _write_text(session: Session, path: str, text: str) -> None:
    if path == "-":
        sys.stdout.write(text)
        return
    try:
        Path(path).write_text(text, encoding="utf-8")
    except OSError as fault:
        raise Stop(FAULT, texts.usage(unreadable(path, fault), session.lang(None))) from fault


def _show(session: Session) -> int:
    with session.store() as store:
        draft = store.regimen().draft
        lang = session.lang(store.regimen())
    if session.arguments.json:
        print_json(regimen_file.to_json(draft, catalogue()))
    else:
        print(regimen_file.to_text(draft, catalogue(), lang, lambda plan: words.plan_title(plan, lang)))
    return DONE


# --- agenda, record, undo, history


def agenda_command(session: Session) -> int:
    """``agenda``: open items and those due in a range of dates."""
    given = session.arguments
    with session.store() as store:
        regimen = store.regimen()
        now = session.now(regimen).replace(microsecond=0)
        first = parse_date(given.first, "--from") if given.first else now.date()
        last = first + timedelta(days=given.days - 1)
        found = agenda(regimen, store.history(), now, dates=(first, last))
        lang = session.lang(regimen)
        if given.json:
            print_json(agenda_json(found, regimen, now, lang))
        else:
            print(texts.agenda(found, regimen, now, lang))
    return DONE


def agenda_json(found: Agenda, regimen: Regimen, now: datetime, lang: Lang) -> dict[str, Any]:
    """The agenda as JSON values; instants on the wall clock of the zone in force, with offset."""
    zone = now.tzinfo

    def local(moment: datetime | None) -> str | None:
        return None if moment is None else moment.astimezone(zone).isoformat()

    items = []
    for item in found.items:
        plan = regimen.plan(item.plan, item.date)
        progress = item.progress
        items.append(
            {
                "id": item.id, "plan": item.plan, "treatment": item.treatment, "date": item.date.isoformat(),
                "step": item.step, "kind": item.kind.value, "title": words.title(item, plan, lang),
                "planned": local(item.planned), "due": local(item.due), "status": item.status.value,
                "level": item.level, "held_by": item.held_by, "block_until": local(item.block_until),
                "progress": None
                if progress is None
                else {"value": progress.value, "target": progress.target, "unit": progress.unit},
                "notices": [notice.value for notice in item.notices],
                "leaflet": list(words.passages(regimen.catalogue[item.treatment], item, plan)),
            }
        )
    zone_name = zone.key if isinstance(zone, ZoneInfo) else str(zone)
    return {"now": local(now), "time_zone": zone_name, "wake_at": local(found.wake_at), "items": items}


def record_command(session: Session) -> int:
    """``record ITEM ANSWER``: prints the id of the event."""
    given = session.arguments
    with session.store() as store:
        regimen = store.regimen()
        now = session.now(regimen)
        zone = now.tzinfo
        assert isinstance(zone, ZoneInfo)
        request = Request(
            item=given.item, answer=given.answer, at=parse_moment(given.at, zone, "--at"),
            on=parse_on(given.on, given.answer), amount=given.amount, note=given.note,
            until=parse_moment(given.until, zone, "--until"), minutes=given.minutes,
        )
        _refuse_what_does_not_belong(given)
        with store.exclusive():
            events = _refusable(
                session, regimen, lambda: answers.apply(store.regimen(), store.history(), now, request, new_id)
            )
            store.append(events)
        print(events[0].id)
    tell_running_program(session.folder)
    return DONE


def _refuse_what_does_not_belong(given: argparse.Namespace) -> None:
    """An option that the answer has no use for is a mistake, and not to be passed over."""
    for option, answer in (("amount", "amount"), ("minutes", "snoozed"), ("until", "snoozed")):
        if getattr(given, option) is not None and given.answer != answer:
            raise Usage("option_not_for", f"--{option}", answer=given.answer, belongs=answer)
    if given.minutes is not None and given.until is not None:
        raise Usage("only_one", "--minutes", other="--until")


def undo_command(session: Session) -> int:
    """``undo [EVENT]``: retracts that answer, or the one written last."""
    with session.store() as store:
        regimen = store.regimen()
        now = session.now(regimen)
        event = session.arguments.event
        with store.exclusive():
            events = _refusable(
                session, regimen, lambda: answers.undo(store.history(), now, str(now.tzinfo), event, new_id)
            )
            store.append(events)
        retracted = events[0]
        assert isinstance(retracted, Retracted)
        print(retracted.event)
    tell_running_program(session.folder)
    return DONE


def _refusable(session: Session, regimen: Regimen, do: Callable[[], list[AnyEvent]]) -> list[AnyEvent]:
    try:
        return do()
    except Refused as refused:
        raise Stop(WRONG, words.refusal(refused.code, refused.values, session.lang(regimen))) from refused


def history_command(session: Session) -> int:
    """``history``: the answers and what ended, newest last; ``--all`` also what the program noted itself."""
    given = session.arguments
    with session.store() as store:
        first = parse_date(given.first, "--from") if given.first else date.min
        last = parse_date(given.last, "--to") if given.last else date.max
        log = store.history()
        regimen = store.regimen()
        noted = [event for event in log.all() if given.all or is_answer(event)]
        ended = endings(regimen, log, session.now(regimen))
        events = [event for event in merge(noted, ended, key=_moment) if first <= event.local_date <= last]
        if given.json:
            print_json([_event_json(event, log.retraction(event.id)) for event in events])
        else:
            print(texts.history(events, log, regimen, session.lang(regimen)))
    return DONE


def _moment(event: Event) -> datetime:
    return event.at


def _event_json(event: Event, retraction: Retracted | None) -> dict[str, Any]:
    record = to_record(event)
    zone = ZoneInfo(event.zone)
    for name in ("at", "recorded", "until", "away_from"):
        if name in record:
            record[name] = datetime.fromisoformat(record[name]).astimezone(zone).isoformat()
    head = {name: record.pop(name, None) for name in ("id", "at", "recorded", "item", "type")}
    return {**head, "retracted": retraction is not None, "date": event.local_date.isoformat(), **record}


# --- the rest


def safekeeping_command(session: Session) -> int:
    """``backup``, ``restore``, ``check``."""
    from osteoapp import safekeeping  # only these commands pay for it

    return {"backup": safekeeping.backup, "restore": safekeeping.restore, "check": safekeeping.check}[
        session.arguments.command
    ](session)


def leaflet_command(session: Session) -> int:
    """``leaflet [TOPIC] [--search WORD]``, ``--coverage``; of a clinic's own text ``import``, ``list``, ``remove``."""
    from osteoapp.leaflet_command import leaflet  # only this command pays for it

    return leaflet(session)


def simulate_command(session: Session) -> int:
    """``simulate``: the real loop on a virtual clock."""
    from osteoapp.simulate import simulate  # only this command pays for it

    return simulate(session)


def export_command(session: Session) -> int:
    """``export``: files for others."""
    from osteoapp.export import export  # only this command pays for it

    return export(session)


def import_json_command(session: Session) -> int:
    """``import-json``: all content from a json export."""
    from osteoapp.export import import_json

    return import_json(session)


def print_json(value: Any) -> None:
    """JSON on standard output."""
    print(json.dumps(value, ensure_ascii=False, indent=1))


COMMANDS: dict[str, Callable[[Session], int]] = {
    "regimen": regimen_command,
    "agenda": agenda_command,
    "record": record_command,
    "undo": undo_command,
    "history": history_command,
    "simulate": simulate_command,
    "export": export_command,
    "import-json": import_json_command,
    "backup": safekeeping_command,
    "restore": safekeeping_command,
    "check": safekeeping_command,
    "leaflet": leaflet_command,
}
