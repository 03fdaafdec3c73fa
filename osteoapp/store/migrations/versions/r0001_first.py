"""The first tables: events, the regimen and its plan versions, settings, deliveries."""

from __future__ import annotations

from alembic import op

revision = "0001"
down_revision = None

_INSTANT = "TEXT NOT NULL CHECK (length({0}) = 32 AND {0} LIKE '____-__-__T%+00:00')"

_EVENTS = f"""
CREATE TABLE events (
    number INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL CHECK (id <> ''),
    type TEXT NOT NULL CHECK (type <> ''),
    item TEXT NOT NULL,
    at {_INSTANT.format("at")},
    recorded {_INSTANT.format("recorded")},
    zone TEXT NOT NULL CHECK (zone <> ''),
    local_date TEXT NOT NULL CHECK (length(local_date) = 10),
    record TEXT NOT NULL CHECK (json_valid(record)),
    sum INTEGER NOT NULL,
    UNIQUE (id)
) STRICT
"""

_REGIMEN = f"""
CREATE TABLE regimen (
    number INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    at {_INSTANT.format("at")},
    draft TEXT NOT NULL CHECK (json_valid(draft)),
    sum INTEGER NOT NULL
) STRICT
"""

_PLAN_VERSION = """
CREATE TABLE plan_version (
    number INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    plan_id TEXT NOT NULL CHECK (plan_id <> ''),
    treatment TEXT NOT NULL CHECK (treatment <> ''),
    effective_from TEXT NOT NULL CHECK (length(effective_from) = 10),
    effective_until TEXT CHECK (length(effective_until) = 10),
    removed INTEGER NOT NULL CHECK (removed IN (0, 1)),
    record TEXT NOT NULL CHECK (json_valid(record)),
    sum INTEGER NOT NULL
) STRICT
"""

_REGIMEN_VERSION = """
CREATE TABLE regimen_version (
    regimen INTEGER NOT NULL,
    place INTEGER NOT NULL CHECK (place >= 0),
    version INTEGER NOT NULL,
    PRIMARY KEY (regimen, place),
    FOREIGN KEY(regimen) REFERENCES regimen (number),
    FOREIGN KEY(version) REFERENCES plan_version (number)
) STRICT
"""

_SETTINGS = """
CREATE TABLE settings (
    id INTEGER NOT NULL CHECK (id = 1),
    number INTEGER NOT NULL CHECK (number > 0),
    record TEXT NOT NULL CHECK (json_valid(record)),
    sum INTEGER NOT NULL,
    PRIMARY KEY (id)
) STRICT
"""

_DELIVERY = f"""
CREATE TABLE delivery (
    number INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    at {_INSTANT.format("at")},
    channel TEXT NOT NULL CHECK (channel <> ''),
    outcome TEXT NOT NULL CHECK (outcome IN ('sent', 'failed', 'unknown')),
    items TEXT NOT NULL CHECK (json_valid(items)),
    detail TEXT NOT NULL
) STRICT
"""

_FIXED = ("number", "plan_id", "treatment", "effective_from", "record")


def _never(table: str, change: str, when: str = "") -> str:
    return (
        f"CREATE TRIGGER {table}_no_{change.lower()} BEFORE {change} ON {table}{when}"
        f" BEGIN SELECT RAISE(ABORT, '{table}: what was written stays'); END"
    )


def upgrade() -> None:
    """Makes everything there is in a new database."""
    for table in (_EVENTS, _REGIMEN, _PLAN_VERSION, _REGIMEN_VERSION, _SETTINGS, _DELIVERY):
        op.execute(table)
    for name in ("events", "regimen", "regimen_version"):
        op.execute(_never(name, "UPDATE"))
        op.execute(_never(name, "DELETE"))
    op.execute(_never("plan_version", "DELETE"))
    changed = " OR ".join(f"NEW.{name} IS NOT OLD.{name}" for name in _FIXED)
    op.execute(_never("plan_version", "UPDATE", f" WHEN {changed}"))
    op.execute("PRAGMA application_id=1332966501")
