"""What screens show, as plain values: made by the models without Qt widgets, drawn by the parts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Literal

from osteoapp.content.clinic import ClinicLeaflet
from osteoapp.content.words import Lang
from osteoapp.core.events import Answer, Reason
from osteoapp.core.item import Agenda, Item
from osteoapp.core.regimen import AnyPlan, Regimen
from osteoapp.core.timing import Timing
from osteoapp.core.treatment import Treatment
from osteoapp.ui.icons import Icon
from osteoapp.ui.parts.cards import Tone
from osteoapp.ui.parts.marks import Mood
from osteoapp.ui.parts.timeline import Point
from osteoapp.ui.ports import Absence, Health, Preview

Rank = Literal["main", "quiet", "text"]


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Everything that the models read, taken at one moment. ``now`` is local and aware.

    ``moved``: the times follow another time zone than before. ``timing`` is the stopwatch that runs; ``ahead`` are the
    appointments after today; ``tomorrow`` the weekly tablet and the appointments of tomorrow, moved ones too;
    ``clinic`` is the own text of the person's clinic.
    """

    agenda: Agenda
    regimen: Regimen
    now: datetime
    lang: Lang
    allowed: Mapping[str, frozenset[str]] = field(default_factory=dict)
    answers: Mapping[str, Answer] = field(default_factory=dict)
    reasons: Mapping[str, Reason] = field(default_factory=dict)
    previews: Mapping[tuple[str, str], Preview] = field(default_factory=dict)
    absence: Absence | None = None
    moved: bool = False
    health: Health = field(default_factory=Health)
    timing: Timing | None = None
    ahead: tuple[Item, ...] = ()
    tomorrow: tuple[Item, ...] = ()
    clinic: ClinicLeaflet | None = None

    def plan(self, item: Item) -> AnyPlan | None:
        """The plan of an item as it counted on its date."""
        return self.regimen.plan(item.plan, item.date)

    def treatment(self, item: Item) -> Treatment:
        return self.regimen.catalogue[item.treatment]

    def takes(self, item: Item) -> frozenset[str]:
        return self.allowed.get(item.id, frozenset())

    def local(self, moment: datetime) -> datetime:
        """An instant on the wall clock in force."""
        return moment.astimezone(self.now.tzinfo)


@dataclass(frozen=True, slots=True)
class Action:
    """Something the person can say or do about an item. ``name`` is what the answering does with it.

    ``said`` is what a screen reader hears where the word alone is too short; ``short`` the word where room is scarce.
    """

    name: str
    item: str
    word: str
    icon: Icon | None = None
    rank: Rank = "quiet"
    amount: int = 0
    example: str = ""
    said: str = ""
    short: str = ""


@dataclass(frozen=True, slots=True)
class ChipView:
    mood: Mood
    word: str


@dataclass(frozen=True, slots=True)
class CallView:
    """Whom to call, with the number; ``number`` empty means it was never filled in."""

    whom: str
    number: str


@dataclass(frozen=True, slots=True)
class MeterView:
    value: int
    target: int
    per_block: int
    words: str


@dataclass(frozen=True, slots=True)
class CardView:
    """The large card: what now. ``choices`` stand instead of buttons where it is a question.

    ``running`` says how long the stopwatch has run. ``said`` is a sentence for the telephone; ``steps`` are
    numbered.
    """

    title: str
    tone: Tone = "plain"
    item: str = ""
    chip: ChipView | None = None
    subtitle: str = ""
    lines: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    call: CallView | None = None
    actions: tuple[Action, ...] = ()
    choices: tuple[Action, ...] = ()
    drawing: str = ""
    icon: Icon = "info"
    running: str = ""
    said: str = ""
    steps: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RowView:
    """A row of the list. ``more`` are the answers that it shows when it is selected.

    ``extra`` is a second button beside ``action``; ``running`` says how long the stopwatch has run.
    """

    item: str
    icon: Icon
    title: str
    line: str = ""
    chip: ChipView | None = None
    action: Action | None = None
    more: tuple[Action, ...] = ()
    undo: str = ""
    meter: MeterView | None = None
    notes: tuple[str, ...] = ()
    selected: bool = False
    extra: Action | None = None
    running: str = ""
    closed: bool = False

    @property
    def said(self) -> str:
        """What a screen reader says of the row."""
        parts = (self.title, self.meter.words if self.meter else self.line, self.chip.word if self.chip else "")
        return ". ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class SectionView:
    """Rows under one heading."""

    title: str
    rows: tuple[RowView, ...]


@dataclass(frozen=True, slots=True)
class Addition:
    """A text that is not from the leaflet, with its source."""

    title: str
    text: str
    source: str


@dataclass(frozen=True, slots=True)
class ClinicNote:
    """What the person's clinic says at this moment, in its own words; ``passage`` is where the Folder has all of it."""

    name: str
    title: str
    lines: tuple[str, ...]
    passage: str


@dataclass(frozen=True, slots=True)
class PaneView:
    """The leaflet beside an item. ``clinic`` stands above it, then the ``pressing`` additions that answer a notice."""

    item: str
    title: str
    paragraphs: tuple[str, ...]
    why: str
    additions: tuple[Addition, ...]
    passage: str
    call: CallView
    pressing: tuple[Addition, ...] = ()
    clinic: ClinicNote | None = None


@dataclass(frozen=True, slots=True)
class BannerView:
    """``name`` is what its button does; empty where it has none."""

    name: str
    text: str
    icon: Icon
    tone: Tone
    button: str = ""


@dataclass(frozen=True, slots=True)
class TodayView:
    """The whole page. ``timeline`` stands below the card of a late injection or infusion; else it is empty."""

    greeting: str
    lead: str
    date: str
    card: CardView
    sections: tuple[SectionView, ...]
    pane: PaneView | None
    banners: tuple[BannerView, ...]
    urgent: BannerView | None
    open_count: int
    call_today: bool
    timeline: tuple[Point, ...] = ()

    @property
    def rows(self) -> tuple[RowView, ...]:
        """The rows of all sections, as they stand."""
        return tuple(row for section in self.sections for row in section.rows)

    @property
    def running(self) -> str:
        """How long the stopwatch has run, as card or row say it; empty where it is not shown."""
        return self.card.running or next((row.running for row in self.rows if row.running), "")

    def with_running(self, words: str) -> TodayView:
        """The same page with other words for how long the stopwatch has run."""
        card = replace(self.card, running=words) if self.card.running else self.card
        sections = tuple(
            replace(one, rows=tuple(replace(row, running=words) if row.running else row for row in one.rows))
            for one in self.sections
        )
        return replace(self, card=card, sections=sections)
