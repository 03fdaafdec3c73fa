"""From an agenda to what Vandaag shows: which thing comes first, which rows follow, what is told above. Pure."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Final

from osteoapp import words
from osteoapp.core.item import INFORMATIONAL, Item, Kind, Notice, Status
from osteoapp.i18n import NBSP, capital, clock, day_words, full_day, translate
from osteoapp.ui.actions import actions_of
from osteoapp.ui.parts.cards import Tone
from osteoapp.ui.parts.marks import Mood
from osteoapp.ui.views import (
    Action,
    BannerView,
    CallView,
    CardView,
    ChipView,
    MeterView,
    RowView,
    Snapshot,
    TodayView,
)
from osteoapp.ui.wording import (
    call_of,
    drawing_of,
    headline_of,
    icon_of,
    instruction_of,
    is_cycle,
    is_intake,
    notices_of,
    pane_of,
    step_amount,
    subtitle_of,
    title_of,
    upright_ends,
)
from osteoapp.workdays import next_open

_MOODS: Final[dict[Status, Mood]] = {
    Status.DUE: "due", Status.HELD: "wait", Status.SNOOZED: "later", Status.UPCOMING: "later",
    Status.IN_PROGRESS: "wait", Status.UNANSWERED: "open", Status.OVERDUE: "due", Status.DONE: "done",
    Status.SKIPPED: "skipped", Status.MISSED: "skipped",
}  # fmt: skip
_CLOSED: Final = frozenset({Status.DONE, Status.SKIPPED, Status.MISSED})
_NOON: Final = 12
_SIX: Final = 18
# Dutch titles lose their capital inside a sentence.
_TITLES: Final = ("Mevrouw ", "Meneer ", "Mijnheer ", "De heer ")
_END_SHOWN: Final = timedelta(hours=2)


def today_view(snap: Snapshot, selected: str = "") -> TodayView:
    """The whole page. ``selected`` is the row whose answers and leaflet are open; empty: the large card's."""
    first = foremost(snap)
    if snap.health.date_doubt:
        card = _date_question(snap)
    else:
        card = card_of(snap, first) if first is not None else _calm(snap)
    shown = [item for item in _listed(snap) if first is None or item.id != first.id]
    rows = tuple(row_of(snap, item, selected=item.id == selected) for item in shown)
    if snap.health.date_doubt:
        rows = tuple(replace(view, action=None, more=(), undo="") for view in rows)
    chosen = next((item for item in shown if item.id == selected), first or _next(snap))
    open_ones = [item for item in snap.agenda.items if asks_now(item)]
    waiting = any(item.status not in _CLOSED for item in shown)
    section = translate("Today", "Straks vandaag") if waiting and first is not None else translate("Today", "Vandaag")
    return TodayView(
        greeting=greeting(snap),
        lead=_lead(snap, first, len(open_ones)),
        date=capital(full_day(snap.now.date(), snap.lang)),
        card=card,
        section=section,
        rows=rows,
        pane=pane_of(snap, chosen) if chosen is not None else None,
        banners=_banners(snap),
        urgent=_urgent(snap),
        open_count=len(open_ones),
        call_today=any(_calls_today(item) for item in open_ones),
    )


def asks_now(item: Item) -> bool:
    """Whether the item waits for an answer now: it counts in the badge and in the first line."""
    if item.kind is Kind.GOAL or item.kind in INFORMATIONAL:
        return False
    return item.status in (Status.DUE, Status.UNANSWERED, Status.OVERDUE)


def _tells(item: Item) -> bool:
    """Whether it only tells something, now."""
    return item.kind in INFORMATIONAL and item.status is Status.DUE


def _calls_today(item: Item) -> bool:
    return Notice.CALL_PRACTICE_TODAY in item.notices and item.status is not Status.DONE


def foremost(snap: Snapshot) -> Item | None:
    """The item that the large card is about: a running half hour, a call today, the tablet, what is due, questions."""
    items = [item for item in snap.agenda.items if asks_now(item) or item.status is Status.IN_PROGRESS or _tells(item)]

    def place(item: Item) -> tuple[int, datetime, str]:
        if item.status is Status.IN_PROGRESS:
            rank = 0
        elif _calls_today(item):
            rank = 1
        elif item.status is Status.DUE:
            rank = 2 if is_intake(snap, item) else 6 if item.kind in INFORMATIONAL else 3
        elif item.level > 1:
            rank = 3
        else:
            rank = 4 if item.status is Status.UNANSWERED else 5
        return rank, item.due, item.id

    return min(items, key=place, default=None)


def _next(snap: Snapshot) -> Item | None:
    ahead = [item for item in snap.agenda.items if item.status not in _CLOSED]
    return min(ahead, key=lambda item: (item.due, item.id), default=None) or next(iter(snap.agenda.items), None)


def _listed(snap: Snapshot) -> list[Item]:
    """What is open first, then what waits or comes later, then what is done."""
    groups = {
        Status.IN_PROGRESS: 0, Status.DUE: 0, Status.OVERDUE: 0, Status.UNANSWERED: 0, Status.HELD: 1,
        Status.SNOOZED: 1, Status.UPCOMING: 1, Status.DONE: 3, Status.SKIPPED: 4, Status.MISSED: 4,
    }  # fmt: skip

    def place(item: Item) -> tuple[int, datetime, str]:
        goal_open = item.kind is Kind.GOAL and item.status not in _CLOSED
        return (2 if goal_open else groups[item.status]), item.due, item.id

    return sorted(snap.agenda.items, key=place)


# The large card


def card_of(snap: Snapshot, item: Item) -> CardView:
    """The large card of one item."""
    actions = actions_of(snap, item)
    question = item.status is Status.UNANSWERED and all(action.icon for action in actions) and is_intake(snap, item)
    tone = tone_of(item)
    chip: ChipView | None = chip_of(snap, item)
    lines = [instruction_of(snap, item)]
    call: CallView | None = None
    if _calls_today(item):
        lines, call, chip = _call_lines(snap, item), _practice(snap, item), None
    elif item.late:
        call = _practice(snap, item)
    return CardView(
        title=headline_of(snap, item),
        tone=tone,
        item=item.id,
        chip=chip,
        subtitle="" if question else subtitle_of(snap, item),
        lines=tuple(line for line in lines if line),
        notes=notices_of(snap, item),
        call=call,
        actions=() if question else actions,
        choices=actions if question else (),
        drawing="" if question or _calls_today(item) else drawing_of(item),
        icon=icon_of(item),
    )


def tone_of(item: Item) -> Tone:
    """Amber only for what is due now, red only for "call today"."""
    if _calls_today(item):
        return "call"
    if item.status is Status.IN_PROGRESS or item.kind in INFORMATIONAL:
        return "calm"
    return "due" if item.status in (Status.DUE, Status.OVERDUE) else "plain"


def chip_of(snap: Snapshot, item: Item) -> ChipView:
    """The state of an item in a word, with its mood."""
    mood: Mood = "call" if _calls_today(item) else _MOODS[item.status]
    zone = snap.now.tzinfo or UTC
    holder = snap.agenda.item(item.held_by) if item.held_by is not None else None
    return ChipView(mood, words.tie(words.chip(item, snap.lang, zone, holder)))


def _call_lines(snap: Snapshot, item: Item) -> list[str]:
    planned = words.tie(words.day(item.date, snap.lang))
    plan = snap.plan(item)
    your = words.title(item, plan, snap.lang).rpartition(": ")[2]
    said = words.sentence(
        "say_on_phone", snap.lang, what=translate("Today", "Mijn {what}").format(what=your), day=planned
    )
    lines = [
        words.sentence("planned_on", snap.lang, your=translate("Today", "Uw {what}").format(what=your), day=planned),
        words.sentence("you_can_say", snap.lang, said=said),
    ]
    today = snap.now.date()
    following_day = next_open(today, str(snap.now.tzinfo))
    if following_day != today:
        following = words.tie(words.day(following_day, snap.lang))
        lines.insert(1, words.sentence("closed_day", snap.lang, day=following))
    return lines


def _practice(snap: Snapshot, item: Item) -> CallView:
    call = call_of(snap, item)
    key = words.call_for(snap.plan(item), snap.treatment(item))
    return CallView(words.call_name(key, snap.lang), call.number)


def _calm(snap: Snapshot) -> CardView:
    """Nothing open: says what comes next, and never that nothing need be done."""
    over = next((card for item in snap.agenda.items if (card := half_hour_over(snap, item)) is not None), None)
    if over is not None:
        return over
    if not snap.regimen.draft.plans:
        return CardView(
            title=translate("Today", "Er staat nog niets in de lijst"),
            tone="calm",
            lines=(translate("Today", "Vraag uw helper om uw behandelingen in te vullen."),),
            drawing="cup",
        )
    ahead = [item for item in snap.agenda.items if item.due > snap.now and item.status not in _CLOSED]
    item = min(ahead, key=lambda one: (one.due, one.id), default=None)
    line = translate("Today", "Vandaag komt er niets meer.")
    if item is not None:
        local = snap.local(item.due)
        line = translate("Today", "Straks: **{title}**, om {time}.").format(
            title=title_of(snap, item), time=clock(local)
        )
        if local.date() != snap.now.date():
            day = day_words(local.date(), snap.lang)
            line = translate("Today", "Straks: **{title}**, op {day}.").format(title=title_of(snap, item), day=day)
    return CardView(translate("Today", "Nu staat er niets open"), tone="calm", lines=(line,), drawing="cup")


def half_hour_over(snap: Snapshot, item: Item) -> CardView | None:
    """For some time after the half hour of a tablet: what is now allowed, as the label says it."""
    ended = upright_ends(snap, item)
    if item.status is not Status.DONE or ended is None:
        return None
    if not timedelta(0) <= snap.now - ended < _END_SHOWN:
        return None
    return CardView(
        title=translate("Intake", "Het half uur is voorbij"),
        tone="calm",
        item=item.id,
        lines=(
            translate("Intake", "U kunt nu eten en drinken."),
            translate("Intake", "Ga pas liggen als u iets gegeten heeft."),
        ),
        drawing="cup",
        icon="coffee",
    )


# Rows


def row_of(snap: Snapshot, item: Item, *, selected: bool = False) -> RowView:
    """One row. A held item has a chip and no button; done ones can be put back all day."""
    actions = actions_of(snap, item)
    answer = snap.answers.get(item.id)
    closed = item.status in _CLOSED
    waits = item.status in (Status.HELD, Status.SNOOZED)
    goal = item.kind is Kind.GOAL
    button = None if waits or (closed and not goal) else _row_button(item, actions)
    line = words.tie(capital(words.noted(answer, snap.lang))) if answer is not None and closed and not goal else ""
    if not line and (is_cycle(snap, item) or item.appointment is not None):
        line = headline_of(snap, item)
    return RowView(
        item=item.id,
        icon=icon_of(item),
        title=title_of(snap, item),
        line=line,
        chip=None if goal and not waits and not closed else chip_of(snap, item),
        action=button,
        more=tuple(action for action in actions if button is None or action.name != button.name),
        undo=answer.id if answer is not None and (closed or goal or waits) else "",
        meter=_meter(snap, item),
        notes=notices_of(snap, item) if selected else (),
        selected=selected,
    )


def _row_button(item: Item, actions: tuple[Action, ...]) -> Action | None:
    """The one answer at the right of a row: only what is due now, and goals."""
    if item.status is Status.UPCOMING and item.kind is not Kind.GOAL:
        return None
    if item.status is Status.UNANSWERED and actions:
        return Action("open", item.id, translate("Action", "Antwoord geven"))
    return next((action for action in actions if action.rank == "main"), None)


def _meter(snap: Snapshot, item: Item) -> MeterView | None:
    if item.progress is None:
        return None
    return MeterView(
        item.progress.value, item.progress.target, step_amount(snap, item),
        words.progress(item.progress, snap.lang).replace(" ", NBSP),
    )  # fmt: skip


# Around the card


def greeting(snap: Snapshot) -> str:
    """Good morning, and the person's name."""
    hour = snap.now.hour
    if hour < _NOON:
        word = translate("Today", "Goedemorgen")
    elif hour < _SIX:
        word = translate("Today", "Goedemiddag")
    else:
        word = translate("Today", "Goedenavond")
    name = snap.regimen.draft.patient.name.strip()
    if snap.lang == "nl" and name.startswith(_TITLES):
        name = name[:1].lower() + name[1:]
    return f"{word}, {name}" if name else word


def _lead(snap: Snapshot, first: Item | None, count: int) -> str:
    if first is not None and _calls_today(first):
        return translate("Today", "U heeft vandaag **iets belangrijks** te doen.")
    if first is not None and first.status is Status.IN_PROGRESS:
        return translate("Today", "Uw half uur loopt.")
    if first is not None and first.status is Status.UNANSWERED and count == 1:
        return translate("Today", "Wij hebben **1 vraag** voor u.")
    if count:
        return translate("Today", "U heeft nu **%n dingen** te doen.", "", count)
    counted = [item for item in snap.agenda.items if snap.local(item.due).date() == snap.now.date()]
    done = sum(item.status is Status.DONE for item in counted)
    if done:
        return translate("Today", "U heeft **{done} van {all}** dingen gedaan vandaag.").format(
            done=done, all=len(counted)
        )
    return ""


def _banners(snap: Snapshot) -> tuple[BannerView, ...]:
    absence = snap.absence
    if absence is None:
        return ()
    text = words.sentence(
        "computer_off", snap.lang, first=_when(snap, absence.away_from), last=_when(snap, absence.away_to)
    )
    names = ", ".join(title_of(snap, item) for item in absence.items)
    if names:
        text += " " + translate("Today", "Dit viel in die tijd: {names}.").format(names=names)
    return (BannerView("absence", text, "desktop", "tint", translate("Today", "Gezien")),)


def _when(snap: Snapshot, moment: datetime) -> str:
    local = snap.local(moment)
    if local.date() == snap.now.date():
        return f"**{clock(local)}**"
    return f"**{words.tie(words.day_time(local, snap.lang))}**"


def _urgent(snap: Snapshot) -> BannerView | None:
    """What has to be seen before all else: an answer that is not yet on the disk."""
    if snap.health.unsaved:
        return BannerView("unsaved", words.sentence("not_saved", snap.lang), "warning", "due")
    return None


def _date_question(snap: Snapshot) -> CardView:
    """Before any answer is taken: is the date of the computer right?"""
    day = words.tie(words.day(snap.now.date(), snap.lang, year=True))
    return CardView(
        title=words.sentence("date_question", snap.lang, day=day),
        tone="due",
        lines=(translate("Today", "De klok van de computer loopt achter bij wat u eerder noteerde."),),
        notes=(translate("Today", "Klopt de dag niet? Zet eerst de klok van de computer goed, of vraag hulp."),),
        actions=(Action("date", "", translate("Today", "Ja, dat klopt"), "check", "main"),),
    )
