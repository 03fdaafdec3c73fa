"""The ``simulate`` command: reads its script, plays it, prints a JSON line for each reminder shown."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from osteoapp import words
from osteoapp.arguments import Usage, parse_moment, parse_on, parse_wall, parse_zone, unreadable
from osteoapp.commands import DONE, WRONG, Session, Stop, new_id, tell_running_program
from osteoapp.core.answers import Request
from osteoapp.core.history import History
from osteoapp.core.regimen import PlanVersion, Regimen
from osteoapp.reminding.simulation import (
    Action,
    MemoryStore,
    ScriptFault,
    Shown,
    Simulation,
    answered,
    asleep,
    clock_set,
    off,
    zone_set,
)
from osteoapp.store.store import Store

_KEYS = {"when", "item", "answer", "at", "on", "amount", "note", "until", "minutes"}


def simulate(session: Session) -> int:
    """Runs the command; see the command line's help."""
    given = session.arguments
    with session.store() as store:
        regimen = store.regimen()
        zone = session.now(regimen).tzinfo
        assert isinstance(zone, ZoneInfo)
        first, last = parse_wall(given.first, "--from"), parse_wall(given.last, "--to")
        start = parse_moment(given.first, zone, "--from")
        end = parse_moment(given.last, zone, "--to")
        if start is None or end is None or end <= start:
            raise Usage("to_after_from", "--to")
        memory = MemoryStore(_known_from(regimen, start, zone), History(store.history().all()), again=store.repeats())
        simulation = Simulation(memory, first, zone, _print, new_id)
        actions = [Action(first, 1, Simulation.start), *_script(session, zone)]
        try:
            simulation.play(actions, last)
        except ScriptFault as fault:
            reason = words.refusal(fault.refused.code, fault.refused.values, session.lang(regimen))
            raise Stop(WRONG, f"{given.answers}, {fault.place}: {reason}") from fault
        if given.keep:
            _keep(store, memory)
    if given.keep:
        tell_running_program(session.folder)
    return DONE


def _keep(store: Store, memory: MemoryStore) -> None:
    """Writes to the real data what the simulation noted."""
    known = store.history()
    store.append([event for event in memory.log.all() if event.id not in known])


def _known_from(regimen: Regimen, start: datetime, zone: ZoneInfo) -> Regimen:
    """A period before the plans became known is simulated as if they were known at its start."""
    day = start.astimezone(zone).date()

    def earlier(versions: tuple[PlanVersion, ...]) -> Iterator[PlanVersion]:
        for number, version in enumerate(versions):
            known = min(version.known, start)
            first = min(version.effective_from, day) if number == 0 else version.effective_from
            yield replace(version, known=known, effective_from=first)

    families = regimen.families().values()
    return replace(regimen, versions=tuple(v for versions in families for v in earlier(versions)))


def _print(shown: Shown) -> None:
    print(json.dumps(shown.record(), ensure_ascii=False), flush=True)


def _script(session: Session, zone: ZoneInfo) -> Iterator[Action]:
    given = session.arguments
    for text in given.off:
        yield from off(*_span(text, "--off"))
    for text in given.sleep:
        yield from asleep(*_span(text, "--sleep"))
    for text in given.set_clock:
        at, to = _pair(text, "=", "--set-clock")
        yield clock_set(parse_wall(at, "--set-clock"), parse_wall(to, "--set-clock"))
    for text in given.zone_change:
        at, name = _pair(text, "=", "--zone-change")
        yield zone_set(parse_wall(at, "--zone-change"), parse_zone(name, "--zone-change"))
    if given.answers:
        yield from _answers(given.answers, zone)


def _pair(text: str, mark: str, option: str) -> tuple[str, str]:
    left, found, right = text.partition(mark)
    if not found or not left or not right:
        raise Usage("pair", option, value=text, mark=mark)
    return left, right


def _span(text: str, option: str) -> tuple[datetime, datetime]:
    left, right = _pair(text, "/", option)
    first, last = parse_wall(left, option), parse_wall(right, option)
    if last <= first:
        raise Usage("ends_before", option, value=text)
    return first, last


def _answers(path: str, zone: ZoneInfo) -> Iterator[Action]:
    try:
        lines = Path(path).read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as fault:
        raise unreadable(f"--answers {path}", fault) from fault
    for number, line in enumerate(lines, start=1):
        if line.strip():
            place = f"{path}, line {number}"
            entry = _entry(line, place)
            yield answered(f"line {number}", parse_wall(entry["when"], place), _request(entry, zone, place))


def _entry(line: str, place: str) -> dict[str, Any]:
    try:
        entry = json.loads(line)
    except ValueError as fault:
        raise Usage("not_json", place, text=str(fault)) from fault
    if not isinstance(entry, dict) or not isinstance(entry.get("when"), str):
        raise Usage("answer_incomplete", place)
    unknown = sorted(set(entry) - _KEYS)
    if unknown:
        raise Usage("answer_key", place, value=unknown[0], known=", ".join(sorted(_KEYS)))
    if entry.get("answer") != "undo" and not isinstance(entry.get("item"), str):
        raise Usage("answer_incomplete", place)
    return entry


def _request(entry: dict[str, Any], zone: ZoneInfo, place: str) -> Request:
    answer = str(entry.get("answer"))
    for name in ("amount", "minutes"):
        if name in entry and type(entry[name]) is not int:
            raise Usage("whole", place, value=name)
    return Request(
        item=entry.get("item", ""), answer=answer, at=parse_moment(entry.get("at"), zone, place),
        on=parse_on(entry.get("on"), answer), amount=entry.get("amount"), note=entry.get("note"),
        until=parse_moment(entry.get("until"), zone, place), minutes=entry.get("minutes"),
    )


