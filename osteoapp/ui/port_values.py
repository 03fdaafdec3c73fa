"""The values that go between the screens and the program; ``ports`` has them all."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from osteoapp.core.context import Repeats
from osteoapp.core.item import Item
from osteoapp.core.regimen import Draft, Regimen


class Result(enum.Enum):
    """What became of an answer."""

    SAVED = "saved"
    REFUSED = "refused"
    NOT_SAVED = "not_saved"


@dataclass(frozen=True, slots=True)
class Outcome:
    """``event`` is the id of what was written, for the undo. ``code`` and ``values`` say why it was refused.

    ``NOT_SAVED`` means: it counts in this run and is written later; the person should write it down meanwhile.
    """

    result: Result
    event: str | None = None
    code: str = ""
    values: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Preview:
    """What would follow from an answer, before it is given.

    ``next_at`` is the time (aware) at which the same step of this plan comes next, an injection after an injection,
    not its preparations; None where nothing follows. ``date_differs`` is true where an injection or infusion would
    count as given well before its date (C18). ``code`` is set where the answer would be refused.
    """

    next_at: datetime | None = None
    date_differs: bool = False
    code: str = ""
    values: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Absence:
    """The computer was off between two local times (aware); ``items`` fell due meanwhile."""

    away_from: datetime
    away_to: datetime
    items: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True)
class Settings:
    """How the program looks and sounds.

    ``text_size`` is 100, 150 or 200 per cent; ``theme`` system, light, dark or high_contrast; ``language`` nl, en, or
    None for that of the regimen; ``volume`` is 0 to 100 per cent. ``repeats``: how often an open dose comes again.
    """

    text_size: int = 100
    theme: str = "system"
    language: str | None = None
    sound: bool = True
    volume: int = 70
    speak_reminders: bool = False
    repeats: Repeats = Repeats()


@dataclass(frozen=True, slots=True)
class Health:
    """What the screens must warn of.

    ``unsaved``: answers that are not yet on the disk. ``date_doubt``: the clock lies before what is already
    recorded. ``notes``: faults of sound, notifications or the like as (code, detail), shown in the settings only.
    """

    unsaved: bool = False
    date_doubt: bool = False
    notes: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Form:
    """A plan as it stands on a screen: the tables of a regimen file, not checked yet.

    Keys and values are those of the file. A slot names the plan on the screen: its id, or a name of the screen's own
    for a plan that is being added. ``pauses`` None means: as they are.
    ``reserved``: the ids of plans that no form can say, because this version does not know them; they stay as they are.
    """

    patient: Mapping[str, Any]
    day: Mapping[str, Any]
    phones: Mapping[str, Any]
    plans: tuple[tuple[str, Mapping[str, Any]], ...] = ()
    pauses: tuple[Mapping[str, Any], ...] | None = None
    reserved: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class FormFault:
    """One thing wrong in a form; ``key`` "" means all of the slot.

    ``slot`` is patient, day, phones, that of a plan, or ``pause-0`` for the first pause.
    """

    slot: str
    key: str
    code: str
    values: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Checked:
    """The draft that a form makes; None where there are faults."""

    draft: Draft | None
    faults: tuple[FormFault, ...] = ()


@dataclass(frozen=True, slots=True)
class Coming:
    """An item that lies ahead, at its local time. A ``forecast`` comes only if the one before is given on its day."""

    item: Item
    at: datetime
    forecast: bool = False


@dataclass(frozen=True, slots=True)
class Following:
    """What would follow from a draft: codes and values of refusals; ``items`` of the days asked, in order of time.

    ``dates`` are the next of each plan: the thing itself, without the steps around it. ``regimen`` is what would be
    in force; None where it is refused.
    """

    refusals: tuple[tuple[str, Mapping[str, str]], ...] = ()
    items: tuple[Coming, ...] = ()
    dates: Mapping[str, tuple[Coming, ...]] = field(default_factory=dict)
    regimen: Regimen | None = None


@dataclass(frozen=True, slots=True)
class Kept:
    """What was answered in a set-up that is not done; ``damaged`` where it was there but could not be read."""

    answers: Mapping[str, str] | None
    damaged: bool = False
