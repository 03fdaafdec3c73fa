"""Every event as a table: comma-separated values as RFC 4180 has them, with a semicolon between the columns.

The semicolon is what spreadsheets split at where the comma is the decimal sign, as in the Netherlands; and the
person's own words hold many commas. The byte order mark tells Excel that the text is UTF-8. docs/exports.md says what
each column holds.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator
from typing import Any
from zoneinfo import ZoneInfo

from osteoapp.core.events import AnyEvent, to_record
from osteoapp.core.history import History

DELIMITER = ";"
BOM = "\N{ZERO WIDTH NO-BREAK SPACE}"
COLUMNS = (
    "id", "date", "time", "zone", "item", "plan", "type", "text", "note", "retracted", "retracted_at", "on", "until",
    "appointment", "amount", "added", "expires", "reason", "level", "cause", "away_from", "event", "recorded",
)
# What a spreadsheet may take for the beginning of a formula; the wide forms count too where Japanese is set.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_INSTANTS = ("until", "away_from", "recorded")


def write(history: History, text: Callable[[AnyEvent], str]) -> Iterator[str]:
    """The lines of the table, oldest first, the retracted events too. ``text`` says an event in the person's language.

    The lines come in portions, so that the caller can stop or show how far it is.
    """
    yield BOM + _lines([COLUMNS])
    rows: list[tuple[str, ...]] = []
    for event in history.all():
        rows.append(_row(event, history, text))
        if len(rows) == 500:
            yield _lines(rows)
            rows = []
    yield _lines(rows)


def _lines(rows: Iterable[tuple[str, ...]]) -> str:
    buffer = io.StringIO()
    csv.writer(buffer, delimiter=DELIMITER, lineterminator="\r\n").writerows(rows)
    return buffer.getvalue()


def _row(event: AnyEvent, history: History, text: Callable[[AnyEvent], str]) -> tuple[str, ...]:
    record = to_record(event)
    zone = ZoneInfo(event.zone)
    retraction = history.retraction(event.id)
    local = event.local
    values: dict[str, Any] = {
        **record,
        **{name: _local(getattr(event, name), zone) for name in _INSTANTS if name in record},
        "date": event.local_date.isoformat(),
        # Of an answer about an earlier date only the date is known.
        "time": f"{local:%H:%M:%S}" if record.get("on") is None else "",
        "plan": event.item.partition("/")[0],
        "text": text(event),
        "retracted": "yes" if retraction is not None else "no",
        "retracted_at": "" if retraction is None else _local(retraction.at, zone),
    }
    return tuple(safe(str(values.get(name, ""))) for name in COLUMNS)


def _local(moment: Any, zone: ZoneInfo) -> str:
    return str(moment.astimezone(zone).isoformat())


def safe(cell: str) -> str:
    """The cell with an apostrophe in front where a spreadsheet would calculate with it; else as it is.

    Spreadsheets look past leading spaces, so these do not hide a sign.
    """
    return f"'{cell}" if cell.startswith(("\t", "\r", "\n")) or cell.lstrip().startswith(_FORMULA) else cell
