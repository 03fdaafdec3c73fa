"""The times of the day as fields: from the form to what is typed and back. No widgets, no rule of what is right."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import time
from typing import Any, Final

from osteoapp.ui.ports import Form

KEYS: Final = ("wake", "morning_ends", "evening", "office")
QUIET: Final = ("quiet_from", "quiet_to")
_USUAL_QUIET: Final = ("22:00", "07:00")


@dataclass(frozen=True, slots=True)
class DayFields:
    """What stands in the fields, as it was typed. ``quiet`` is whether there are quiet hours at all."""

    texts: Mapping[str, str]
    quiet: bool

    def with_text(self, key: str, text: str) -> DayFields:
        return replace(self, texts={**self.texts, key: text})


def fields_of(form: Form) -> DayFields:
    """The fields of what is in force."""
    texts = {key: _clock(form.day.get(key, "")) for key in KEYS}
    quiet = [_clock(one) for one in form.day.get("quiet", ())]
    texts |= dict(zip(QUIET, quiet or _USUAL_QUIET, strict=True))
    return DayFields(texts, bool(quiet))


def form_with(form: Form, fields: DayFields) -> Form:
    """The form with these times of the day; all else as it is."""
    day: dict[str, Any] = {**form.day, **{key: fields.texts[key] for key in KEYS}}
    day["quiet"] = [fields.texts[key] for key in QUIET] if fields.quiet else []
    return replace(form, day=day)


def field_of(slot: str, key: str) -> str:
    """The field beside which a fault belongs; "" where it belongs to none."""
    if slot == "day":
        return QUIET[0] if key == "quiet" else key if key in KEYS else ""
    # A tablet that would come after the end of the morning: the end is what was changed.
    return "morning_ends" if key == "time" else ""


def _clock(value: Any) -> str:
    return f"{value:%H:%M}" if isinstance(value, time) else str(value)
