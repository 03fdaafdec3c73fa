"""The tables as SQLAlchemy knows them, and the triggers that hold what was written.

A change here needs a migration in ``migrations/versions`` and a new ``reading.HEAD``; a test compares the two.
"""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, ForeignKey, Integer, MetaData, Table, Text

metadata = MetaData()


def _instant(name: str) -> Column[str]:
    """An instant in UTC, always 32 characters, so that texts compare like instants."""
    rule = f"length({name}) = 32 AND {name} LIKE '____-__-__T%+00:00'"
    return Column(name, Text, CheckConstraint(rule), nullable=False)


def _json(name: str) -> Column[str]:
    return Column(name, Text, CheckConstraint(f"json_valid({name})"), nullable=False)


events = Table(
    "events",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", Text, CheckConstraint("id <> ''"), nullable=False, unique=True),
    Column("type", Text, CheckConstraint("type <> ''"), nullable=False),
    Column("item", Text, nullable=False),
    _instant("at"),
    _instant("recorded"),
    Column("zone", Text, CheckConstraint("zone <> ''"), nullable=False),
    Column("local_date", Text, CheckConstraint("length(local_date) = 10"), nullable=False),
    _json("record"),
    Column("sum", Integer, nullable=False),
    sqlite_autoincrement=True,
    sqlite_strict=True,
)

regimen = Table(
    "regimen",
    metadata,
    Column("number", Integer, primary_key=True),
    _instant("at"),
    _json("draft"),
    Column("sum", Integer, nullable=False),
    sqlite_autoincrement=True,
    sqlite_strict=True,
)

plan_version = Table(
    "plan_version",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("plan_id", Text, CheckConstraint("plan_id <> ''"), nullable=False),
    Column("treatment", Text, CheckConstraint("treatment <> ''"), nullable=False),
    Column("effective_from", Text, CheckConstraint("length(effective_from) = 10"), nullable=False),
    Column("effective_until", Text, CheckConstraint("length(effective_until) = 10")),
    Column("removed", Integer, CheckConstraint("removed IN (0, 1)"), nullable=False),
    _json("record"),
    Column("sum", Integer, nullable=False),
    sqlite_autoincrement=True,
    sqlite_strict=True,
)

regimen_version = Table(
    "regimen_version",
    metadata,
    Column("regimen", Integer, ForeignKey("regimen.number"), primary_key=True),
    Column("place", Integer, CheckConstraint("place >= 0"), primary_key=True),
    Column("version", Integer, ForeignKey("plan_version.number"), nullable=False),
    sqlite_strict=True,
)

settings = Table(
    "settings",
    metadata,
    Column("id", Integer, CheckConstraint("id = 1"), primary_key=True),
    Column("number", Integer, CheckConstraint("number > 0"), nullable=False),
    _json("record"),
    Column("sum", Integer, nullable=False),
    sqlite_strict=True,
)

delivery = Table(
    "delivery",
    metadata,
    Column("number", Integer, primary_key=True),
    _instant("at"),
    Column("channel", Text, CheckConstraint("channel <> ''"), nullable=False),
    Column("outcome", Text, CheckConstraint("outcome IN ('sent', 'failed', 'unknown')"), nullable=False),
    _json("items"),
    Column("detail", Text, nullable=False),
    sqlite_autoincrement=True,
    sqlite_strict=True,
)


def _never(table: str, change: str, when: str = "") -> str:
    return (
        f"CREATE TRIGGER {table}_no_{change.lower()} BEFORE {change} ON {table}{when}"
        f" BEGIN SELECT RAISE(ABORT, '{table}: what was written stays'); END"
    )


_FIXED = ("number", "plan_id", "treatment", "effective_from", "record")
TRIGGERS = (
    *(_never(table, change) for table in ("events", "regimen", "regimen_version") for change in ("UPDATE", "DELETE")),
    _never("plan_version", "DELETE"),
    # A version may end, nothing else about it may change.
    _never("plan_version", "UPDATE", " WHEN " + " OR ".join(f"NEW.{name} IS NOT OLD.{name}" for name in _FIXED)),
)
