"""The regimen file: a patient's treatments as a TOML text that people read and write.

``read`` and ``write`` are each other's reverse. Keys that are left out get the defaults of the catalogue; unknown keys
are faults, so that a slip of the pen never leaves a medicine without its reminder.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date, time
from typing import Any

from osteoapp.core.plan_checks import overlapping_tablets, tablets_after_morning
from osteoapp.core.regimen import AnyPlan, AppointmentPlan, DayTimes, Draft, Patient, Pause
from osteoapp.core.treatment import Catalogue
from osteoapp.exchange.regimen_faults import Collector, Fault, RegimenFaults, shown
from osteoapp.exchange.regimen_plans import MOST_NAME, MOST_NOTE, MOST_PHONE, read_plan
from osteoapp.exchange.regimen_show import to_json, to_text
from osteoapp.exchange.regimen_table import Table
from osteoapp.exchange.regimen_toml import MOST_BYTES, Loaded, load
from osteoapp.exchange.regimen_values import callable_number, choice, clock, day, nearest, text, zone
from osteoapp.exchange.regimen_write import DAY_KEYS, FORMAT, PHONES, write
from osteoapp.exchange.toml_places import Places

__all__ = ["MOST_BYTES", "PHONES", "Fault", "RegimenFaults", "read", "read_values", "to_json", "to_text", "write"]

MOST_PLANS = 200
MOST_PAUSES = 200
_TOP = ("format", "patient", "day", "phones", "plan", "pause")


def read(data: bytes, catalogue: Catalogue, today: date) -> Draft:
    """The draft that a file describes. ``today`` is the local date: the default start of a plan.

    Raises RegimenFaults with all faults of the file. Only a file that is not text, not TOML or of a newer format is
    not looked into any further. A plan that comes once in so many weeks gets its first own weekday as its start,
    times are sorted, and empty phone numbers are left out; apart from that nothing is changed.
    """
    loaded = load(data)
    faults = Collector(loaded.places, loaded.root)
    draft = _draft(Table(loaded.root, (), faults), catalogue, today)
    _check_mended(loaded, faults)
    if faults.faults:
        raise RegimenFaults(faults.faults)
    return draft


def read_values(
    root: Mapping[str, Any], catalogue: Catalogue, today: date, known_numbers: Collection[str] = ()
) -> Draft:
    """The draft of the values of a file that was never written: what a form on a screen holds, by the same rules.

    ``known_numbers`` stand for a telephone number already, and stay. Raises RegimenFaults; each fault has the ``path``
    of its value.
    """
    faults = Collector(Places(), root)
    draft = _draft(Table(root, (), faults), catalogue, today, known_numbers)
    if faults.faults:
        raise RegimenFaults(faults.faults)
    return draft


def _draft(top: Table, catalogue: Catalogue, today: date, known_numbers: Collection[str] = ()) -> Draft:
    """The draft of a whole file; where there are faults it is not to be used."""
    faults = top.faults
    _check_format(top)
    _refuse_unknown(top)
    patient, times, phones = _patient(_table(top, "patient")), _day(_table(top, "day")), _phones(_table(top, "phones"))
    found = _plans(_tables(top, "plan", MOST_PLANS), catalogue, today)
    _check_ids(found)
    _check_tablets(found, catalogue, times, faults)
    _check_numbers(Table(phones, ("phones",), faults), found, known_numbers)
    pauses = tuple(_pause(table) for table in _tables(top, "pause", MOST_PAUSES))
    not_said = frozenset(plan.id for table, plan in found if "start" not in table.data)
    return Draft(patient, times, phones, tuple(plan for _, plan in found), pauses, not_said)


def _check_format(top: Table) -> None:
    number = top.data.get("format")
    if number is None:
        top.fault("format_missing", "format")
    elif type(number) is not int or number < FORMAT:
        top.fault("format_wrong", "format", value=shown(number))
    elif number > FORMAT:
        # What a newer format means by its keys is not known here: no further faults.
        values = {"value": shown(number), "known": str(FORMAT)}
        raise RegimenFaults([Fault("format", top.faults.line(("format",)), "format_newer", values)])


def _refuse_unknown(top: Table) -> None:
    for name, value in top.data.items():
        if name in _TOP:
            continue
        code = "unknown_table" if isinstance(value, dict | list) else "unknown_key"
        near = nearest(name, _TOP)
        if near is None:
            top.fault(code, name, key=shown(name))
        else:
            top.fault(f"{code}_near", name, key=shown(name), near=near)


def _table(top: Table, name: str) -> Table:
    value = top.data.get(name, {})
    if not isinstance(value, dict):
        top.fault("wants_table", name, name=name)
        value = {}
    return Table(value, (name,), top.faults)


def _tables(top: Table, name: str, most: int) -> list[Table]:
    values = top.data.get(name, [])
    if not isinstance(values, list):
        top.fault("wants_tables", name, name=name)
        return []
    if len(values) > most:
        top.fault("too_many", name, most, name=name, most=str(most), length=str(len(values)))
    tables = []
    for number, value in enumerate(values[:most]):
        if isinstance(value, dict):
            tables.append(Table(value, (name, number), top.faults))
        else:
            top.fault("wants_tables", name, number, name=name)
    return tables


def _patient(table: Table) -> Patient:
    table.refuse_unknown(("name", "language", "time_zone"))
    return Patient(
        name=table.get("name", text(MOST_NAME)) or "",
        language=table.get("language", choice("nl", "en")) or "nl",
        time_zone=table.get("time_zone", zone),
    )


def _day(table: Table) -> DayTimes:
    table.refuse_unknown((*DAY_KEYS, "quiet"))
    default = DayTimes()
    times = {key: table.get(key, clock) or getattr(default, key) for key in DAY_KEYS}
    if not table.wrong("wake") and not table.wrong("morning_ends") and times["wake"] >= times["morning_ends"]:
        table.fault(
            "day_order",
            next((key for key in ("morning_ends", "wake") if key in table.data), "wake"),
            wake=f"{times['wake']:%H:%M}",
            ends=f"{times['morning_ends']:%H:%M}",
        )
    return DayTimes(**times, quiet=_quiet(table, default))


def _quiet(table: Table, default: DayTimes) -> tuple[time, time] | None:
    times = table.entries("quiet", clock, 2, "quiet")
    if times is None:
        return default.quiet
    if len(times) == 2:
        return times[0], times[1]
    if times:
        table.fault("quiet", "quiet", value=shown(table.data["quiet"]))
    return None


def _phones(table: Table) -> dict[str, str]:
    table.refuse_unknown(PHONES)
    found = {key: table.get(key, text(MOST_PHONE)) for key in PHONES}
    return {key: number for key, number in found.items() if number is not None}


_Found = list[tuple[Table, AnyPlan]]


def _plans(tables: list[Table], catalogue: Catalogue, today: date) -> _Found:
    plans = [(table, read_plan(table, catalogue, today)) for table in tables]
    return [(table, plan) for table, plan in plans if plan is not None]


def _check_ids(found: _Found) -> None:
    first: dict[str, Table] = {}
    for table, plan in found:
        if table.wrong("id"):
            continue
        earlier = first.setdefault(plan.id, table)
        if earlier is not table:
            line = str(table.faults.line(earlier.path))
            table.fault("id_double", *(["id"] if "id" in table.data else []), id=plan.id, line=line)


def _check_tablets(found: _Found, catalogue: Catalogue, times: DayTimes, faults: Collector) -> None:
    # Only plans whose dates are as the file says: a default in the place of a wrong date proves nothing.
    dated = [plan for table, plan in found if not table.wrong("start") and not table.wrong("until")]
    tables = {id(plan): table for table, plan in found}
    earlier: dict[int, Table] = {}
    for one, two in overlapping_tablets(dated, catalogue):
        earlier.setdefault(id(two), tables[id(one)])
    for number, other in earlier.items():
        tables[number].fault("overlapping_tablets", other=faults.place(other.path))
    if faults.clean(("day",)):
        ends = f"{times.morning_ends:%H:%M}"
        for plan in tablets_after_morning([plan for _, plan in found], times):
            # In a clean day the wake time is early enough, so it is the time of the plan that is not.
            tables[id(plan)].fault("tablet_time", "time", value=f"{plan.time:%H:%M}", ends=ends)


def _check_numbers(phones: Table, found: _Found, known: Collection[str]) -> None:
    """Whoever needs help calls what stands here: words that are no number are refused before they are needed."""
    numbers = [(phones, key, number) for key, number in phones.data.items()]
    numbers += [(table, "phone", plan.phone) for table, plan in found if isinstance(plan, AppointmentPlan)]
    for table, key, number in numbers:
        if number is not None and number not in known and not callable_number(number):
            table.fault("no_number", key, value=shown(number))


def _pause(table: Table) -> Pause:
    table.refuse_unknown(("from", "to", "note"))
    table.require("from", "to")
    first, last = table.get("from", day), table.get("to", day)
    if first is not None and last is not None and last < first:
        table.fault("pause_order", "to", value=shown(last), first=shown(first))
    return Pause(first or date.min, last or date.max, table.get("note", text(MOST_NOTE, lines=True)))


def _check_mended(loaded: Loaded, faults: Collector) -> None:
    """What lacks its quotes is a fault, also where the value is right."""
    told = {fault.line for fault in faults.faults}
    for line, bare in loaded.mended.items():
        if line not in told:
            faults.add(loaded.places.path(line), "unquoted", value=shown(bare))
