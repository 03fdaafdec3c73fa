"""What the guided intake shows at each of its four steps. Pure."""

from __future__ import annotations

import enum
import math
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final

from osteoapp import words
from osteoapp.content import leaflet
from osteoapp.content.prose import of_line, paragraphs
from osteoapp.content.words import Lang
from osteoapp.core.item import Item, Kind, Notice, Status
from osteoapp.core.treatment import IntakeRule
from osteoapp.i18n import clock, translate
from osteoapp.ui.icons import Icon
from osteoapp.ui.models import asks_now, row_of
from osteoapp.ui.ports import Preview
from osteoapp.ui.views import PaneView, RowView, Snapshot
from osteoapp.ui.wording import headline_of, is_intake, notices_of, pane_of, title_of, upright_ends

_DURING: Final = "during"
_OVER: Final = ("half-hour-over", "after")
_NO_PASSAGE: Final = ""


class Step(enum.IntEnum):
    """The four steps, in order."""

    QUESTION = 0
    TAKING = 1
    UPRIGHT = 2
    END = 3


@dataclass(frozen=True, slots=True)
class Side:
    """One of the lists beside the ring: not yet, allowed now, afterwards."""

    title: str
    icon: Icon
    entries: tuple[tuple[Icon, str], ...]
    tint: bool = False


@dataclass(frozen=True, slots=True)
class IntakeView:
    """One step. ``left`` and ``total`` are minutes; ``end`` is the clock time at which the half hour is over."""

    step: Step
    title: str
    lead: str
    note: str = ""
    lines: tuple[str, ...] = ()
    source: str = ""
    left: int = 0
    total: int = 30
    end: str = ""
    ends: datetime | None = None
    taken: str = ""
    undo: str = ""
    sides: tuple[Side, ...] = ()
    rows: tuple[RowView, ...] = ()
    due: tuple[RowView, ...] = ()
    pane: PaneView | None = None
    main: str = ""


def step_words() -> tuple[str, ...]:
    """The words of the four steps in the left column."""
    return (
        translate("Intake", "Vraag"),
        translate("Intake", "Innemen"),
        translate("Intake", "Half uur rechtop"),
        translate("Intake", "Klaar"),
    )


def step_of(snap: Snapshot, item: Item, asked: Step) -> Step | None:
    """At which step an item is: what is recorded decides, and only before that what the person has pressed.

    None where there is nothing to guide: no tablet with an intake, answered otherwise, or its morning is over.
    """
    if not is_intake(snap, item):
        return None
    if item.status is Status.IN_PROGRESS and item.block_until is not None:
        return Step.UPRIGHT if item.block_until > snap.now else Step.END
    if item.status is Status.DONE:
        return Step.END if upright_ends(snap, item) is not None else None
    if "taken" in snap.takes(item) and not item.late and item.status is not Status.UNANSWERED:
        return asked
    return None


def intake_view(snap: Snapshot, item: Item, step: Step, preview: Preview | None = None) -> IntakeView:
    """The page of a step. ``preview`` says what follows from "not fasting"."""
    makers = {
        Step.QUESTION: lambda: _question(snap, item, preview),
        Step.TAKING: lambda: _taking(snap, item),
        Step.UPRIGHT: lambda: _upright(snap, item),
        Step.END: lambda: _end(snap, item),
    }
    return makers[step]()


def _question(snap: Snapshot, item: Item, preview: Preview | None) -> IntakeView:
    note = ""
    if preview is not None and preview.next_at is not None and not preview.code:
        local = snap.local(preview.next_at)
        day = words.tie(words.day(local.date(), snap.lang))
        note = translate("Intake", "Bij **ja** herinneren wij u {day} om {time}.").format(day=day, time=clock(local))
        note += " " + translate("Intake", "Uw vaste dag blijft gelijk.")
    return IntakeView(
        Step.QUESTION,
        translate("Intake", "Heeft u vandaag al iets gegeten of gedronken?"),
        translate("Intake", "Gewoon water telt niet mee."),
        note=note,
        pane=pane_of(snap, item),
    )


def _taking(snap: Snapshot, item: Item) -> IntakeView:
    passage = _topic_passage(snap, item, (_DURING,))
    lines = tuple(words.tie(line) for line in paragraphs(passage.text)) if passage is not None else ()
    source = ""
    if passage is not None and passage.addition:
        source = translate("Leaflet", "Aanvulling, niet uit de folder") + ". "
        source += translate("Leaflet", "Bron: {source}.").format(source=passage.source)
    return IntakeView(
        Step.TAKING,
        passage.title if passage is not None else title_of(snap, item),
        translate("Intake", "Doe het rustig, zittend of staand."),
        lines=lines,
        source=source,
        pane=pane_of(snap, item),
        main=words.answer("taken", item, snap.lang),
    )


def _topic_passage(snap: Snapshot, item: Item, names: tuple[str, ...]) -> leaflet.Passage | None:
    """The passage of the item's own topic with one of these names, if it has one."""
    topic = snap.treatment(item).topic
    ids = {one.id for one in leaflet.passages(snap.lang)}
    found = next((f"{topic}/{name}" for name in names if f"{topic}/{name}" in ids), _NO_PASSAGE)
    return leaflet.passage(found, snap.lang) if found else None


def minutes_left(end: datetime, now: datetime) -> int:
    """Whole minutes until the end, the running one counted; never below 0."""
    return max(math.ceil((end - now) / timedelta(minutes=1)), 0)


def upright_minutes(snap: Snapshot, item: Item) -> int:
    """How long the half hour is, as the medicine's rule says."""
    rule = snap.treatment(item).rule
    upright = rule.upright if isinstance(rule, IntakeRule) else timedelta(minutes=30)
    return round(upright / timedelta(minutes=1))


def _upright(snap: Snapshot, item: Item) -> IntakeView:
    ends = item.block_until or snap.now
    end = clock(snap.local(ends))
    waiting = [one for one in snap.agenda.items if one.status is Status.HELD]
    after: list[tuple[Icon, str]] = [("bread", translate("Intake", "Ontbijten"))]
    after += [(row_of(snap, one).icon, title_of(snap, one)) for one in waiting]
    answer = snap.answers.get(item.id)
    return IntakeView(
        Step.UPRIGHT,
        translate("Intake", "Blijf nu rechtop"),
        translate("Intake", "Zitten of staan is goed. Ga niet liggen."),
        left=minutes_left(ends, snap.now),
        total=upright_minutes(snap, item),
        end=end,
        ends=ends,
        taken=words.noted(answer, snap.lang) if answer is not None else "",
        undo=answer.id if answer is not None else "",
        sides=(
            _not_yet(snap.lang),
            _allowed(),
            Side(translate("Intake", "Na {time}").format(time=end), "sun-horizon", tuple(after), True),
        ),
        due=_due_meanwhile(snap, item),
        pane=pane_of(snap, item),
    )


def _not_yet(_lang: Lang) -> Side:
    return Side(
        translate("Intake", "Nu nog niet"),
        "prohibit",
        (
            ("bed", translate("Intake", "Liggen")),
            ("fork-knife", translate("Intake", "Eten")),
            ("coffee", translate("Intake", "Koffie, thee, melk of sap")),
            ("pill", translate("Intake", "Andere medicijnen")),
        ),
    )


def _allowed() -> Side:
    return Side(
        translate("Intake", "Mag nu wel"),
        "check-circle",
        (
            ("armchair", translate("Intake", "Zitten of staan")),
            ("drop", translate("Intake", "Gewoon kraanwater")),
        ),
    )


def _due_meanwhile(snap: Snapshot, item: Item) -> tuple[RowView, ...]:
    """What fell due while the half hour runs and may not wait."""
    found = [one for one in snap.agenda.items if one.id != item.id and asks_now(one)]
    return tuple(replace(row_of(snap, one), line=_beside_tablet(snap, one)) for one in found)


def _beside_tablet(snap: Snapshot, item: Item) -> str:
    """What the tablet's package leaflet says about other medicine, beside one that comes in the half hour."""
    if item.kind is not Kind.DOSE:
        return " ".join(notices_of(snap, item))
    return words.tie(words.notice(Notice.TABLET_FIRST, item, snap.plan(item), snap.lang))


def _end(snap: Snapshot, item: Item) -> IntakeView:
    passage = _topic_passage(snap, item, _OVER)
    said = paragraphs(passage.text) if passage is not None else []
    lines = tuple(words.tie(one) for line in said for one in of_line(line))
    free = [
        one for one in snap.agenda.items
        if one.id != item.id and (asks_now(one) or (one.kind is Kind.GOAL and one.status is not Status.DONE))
    ]  # fmt: skip
    return IntakeView(
        Step.END,
        translate("Intake", "Het half uur is voorbij"),
        f"{headline_of(snap, item)}.",
        lines=lines,
        rows=tuple(row_of(snap, one) for one in free),
        pane=pane_of(snap, item),
        main=translate("Intake", "Naar Vandaag"),
    )
