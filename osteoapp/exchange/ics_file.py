"""The calendar file: RFC 5545, for the calendar of a phone or of a family member."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Alarm, Calendar, Event

from osteoapp import words
from osteoapp.core.history import History
from osteoapp.core.regimen import Regimen
from osteoapp.exchange.export_words import say
from osteoapp.exchange.ics_entries import Entry, entries
from osteoapp.exchange.ics_zone import vtimezone
from osteoapp.words import Lang

PRODUCT = "-//osteoapp//osteoapp//NL"


def write(regimen: Regimen, history: History, now: datetime, lang: Lang) -> bytes:
    """Everything planned, as a calendar. ``now`` is aware and carries the zone in force as a ZoneInfo."""
    zone = now.tzinfo
    assert isinstance(zone, ZoneInfo)
    found = entries(regimen, history, now, lang)
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    name = regimen.draft.patient.name
    said = say("calendar", "name" if name else "name_nobody", lang, patient=name)
    # NAME is RFC 7986; older readers know only the other.
    for key in ("name", "x-wr-calname"):
        calendar.add(key, said)
    if zone.key != "UTC":
        first = min((_day(entry.start) for entry in found), default=now.date())
        calendar.add_component(vtimezone(zone, first))
    made = say("calendar", "made", lang, date=words.day(now.date(), lang, year=True))
    missing = ", ".join(words.plan_title(plan, lang) for plan in regimen.unknown(now.date()))
    if missing:
        # What has no event here is said with the others: nobody reads it anywhere else in a calendar.
        told = say("calendar", "unknown", lang, names=missing)
        made = f"{told}\n{made}"
        for key in ("description", "x-wr-caldesc"):
            calendar.add(key, told)
    for entry in found:
        calendar.add_component(_event(entry, zone, now, made))
    return bytes(calendar.to_ical())


def _day(start: datetime | date) -> date:
    return start.date() if isinstance(start, datetime) else start


def _event(entry: Entry, zone: ZoneInfo, now: datetime, made: str) -> Event:
    event = Event()
    event.add("uid", entry.uid)
    event.add("dtstamp", now.astimezone(UTC).replace(microsecond=0))
    event.add("dtstart", _zoned(entry.start, zone))
    if isinstance(entry.start, datetime):
        event.add("duration", timedelta(minutes=entry.minutes))
    else:
        event.add("duration", timedelta(days=1))
    if entry.repeat is not None:
        rule = entry.repeat.parts()
        if entry.until is not None:
            rule["until"] = _until(entry.until, zone)
        event.add("rrule", rule)
    if entry.left_out:
        event.add("exdate", [_zoned(start, zone) for start in entry.left_out])
    event.add("summary", entry.title)
    event.add("description", "\n".join((*entry.text, made)))
    if entry.place:
        event.add("location", entry.place)
    event.add("status", "TENTATIVE" if entry.forecast else "CONFIRMED")
    # It says what to do, and not that the person is away; and it is nobody else's business.
    event.add("transp", "TRANSPARENT")
    event.add("class", "PRIVATE")
    if isinstance(entry.start, datetime) and not entry.forecast:
        event.add_component(_alarm(entry))
    return event


def _alarm(entry: Entry) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("trigger", timedelta(0))
    alarm.add("description", entry.title)
    return alarm


def _zoned(start: datetime | date, zone: ZoneInfo) -> datetime | date:
    naive = isinstance(start, datetime) and start.tzinfo is None
    return start.replace(tzinfo=zone) if naive and isinstance(start, datetime) else start


def _until(last: datetime | date, zone: ZoneInfo) -> datetime | date:
    """The last start in UTC, as RFC 5545 asks where DTSTART has a zone."""
    return last.replace(tzinfo=zone).astimezone(UTC) if isinstance(last, datetime) else last
