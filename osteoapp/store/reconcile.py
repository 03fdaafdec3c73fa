"""Database and journal side by side: what one holds and the other lacks."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from osteoapp.core.events import AnyEvent, Retracted, is_answer
from osteoapp.core.events import to_record as event_record
from osteoapp.store import reading, records
from osteoapp.store import settings as settings_record
from osteoapp.store.journal import Content, only_event, parse
from osteoapp.store.reading import Row
from osteoapp.store.records import Revision
from osteoapp.store.settings import Settings

if TYPE_CHECKING:
    from osteoapp.store.writing import Writer

_EVENTS_A_LINE = 100


@dataclass(slots=True)
class Gap:
    """What the database lacks, and the ``entries`` that the journal lacks."""

    events: list[AnyEvent] = field(default_factory=list)
    regimens: list[Revision] = field(default_factory=list)
    settings: tuple[int, Settings] | None = None
    entries: list[dict[str, Any]] = field(default_factory=list)

    @property
    def in_database(self) -> bool:
        """Whether the database lacks anything."""
        return bool(self.events or self.regimens or self.settings)


def events_entry(events: list[AnyEvent]) -> dict[str, Any] | None:
    """The entry of events that are written together: what a person said or took back; None where nothing was."""
    said = [event_record(event) for event in events if _journalled(event)]
    return {"events": said} if said else None


def regimen_entry(revision: Revision) -> dict[str, Any]:
    """The entry of a regimen as it was saved."""
    return {"regimen": records.to_record(revision)}


def settings_entry(number: int, settings: Settings) -> dict[str, Any]:
    """The entry of settings; ``number`` counts the savings."""
    return {"settings": {"number": number, "record": records.to_record(settings)}}


def _journalled(event: AnyEvent) -> bool:
    return is_answer(event) or isinstance(event, Retracted)


def compare(connection: sqlite3.Connection, rows: list[Row], content: Content) -> Gap:
    """What each lacks; ``rows`` are the events in the database. Raises Damaged, StoreFault and sqlite3.Error."""
    gap = Gap()
    last = reading.newest(connection)
    ids = {row.event.id for row in rows}
    unjournalled = {row.text.encode("ascii"): row.event for row in rows if _journalled(row.event)}
    regimens: dict[int, Revision] = {}
    regimen_number = settings_number = 0
    for entry in content.entries:
        if unjournalled.pop(only_event(entry), None) is not None:
            continue  # nearly every line ends here; taking it apart would cost ten times as much
        found = parse(entry)
        for record in found.get("events", ()):
            unjournalled.pop(records.text_of(record).encode("ascii"), None)
            if record.get("id") not in ids:
                gap.events.append(reading.event_of(record))
                ids.add(record["id"])
        if "regimen" in found:
            revision = reading.revision_of(found["regimen"])
            regimen_number = max(regimen_number, revision.number)
            if revision.number > last.regimen:
                regimens[revision.number] = revision  # a later line of the same number is the one that counts
        if "settings" in found:
            settings_number = found["settings"]["number"]
            if settings_number > last.settings:
                gap.settings = settings_number, settings_record.read(found["settings"]["record"])[0]
    gap.regimens = [regimens[number] for number in sorted(regimens)]
    gap.entries = _entries(list(unjournalled.values()))
    if last.regimen > regimen_number and (newest := reading.regimen(connection)):
        gap.entries.append(regimen_entry(newest))
    if last.settings > settings_number:
        gap.entries.append(settings_entry(last.settings, reading.settings(connection)[0]))
    return gap


def _entries(events: list[AnyEvent]) -> list[dict[str, Any]]:
    parts = [events[first : first + _EVENTS_A_LINE] for first in range(0, len(events), _EVENTS_A_LINE)]
    return [entry for part in parts if (entry := events_entry(part))]


def fill(writer: Writer, gap: Gap) -> None:
    """Writes into the database what it lacks, in one transaction. Raises sqlite3.Error."""
    if not gap.in_database:
        return
    from osteoapp.store import writing  # imports SQLAlchemy

    with writer.transaction() as transaction:
        writing.add_events(transaction, writing.not_yet_there(transaction, gap.events))
        for revision in gap.regimens:
            writing.add_regimen(transaction, revision.at, revision.draft, revision.versions, revision.number)
        if gap.settings is not None:
            number, settings = gap.settings
            writing.put_settings(transaction, settings, number)
