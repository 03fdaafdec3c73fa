"""From an item to the large card: what now, how, and whom to call. Pure."""

from __future__ import annotations

from datetime import UTC, timedelta
from typing import Final

from osteoapp import words
from osteoapp.core.item import INFORMATIONAL, Item, Notice, Status
from osteoapp.i18n import clock, day_month, day_words, full_date, translate
from osteoapp.ui.actions import actions_of, start_watch, stop_watch
from osteoapp.ui.parts.cards import Tone
from osteoapp.ui.parts.marks import Mood
from osteoapp.ui.parts.timeline import Point
from osteoapp.ui.views import Action, CallView, CardView, ChipView, Snapshot
from osteoapp.ui.wording import (
    asked,
    call_of,
    closed_words,
    day_before_closed,
    drawing_of,
    headline_of,
    icon_of,
    instruction_of,
    is_cycle,
    is_intake,
    is_timed_goal,
    notices_of,
    running_words,
    subtitle_of,
    title_of,
    upright_ends,
)
from osteoapp.workdays import next_open

MOODS: Final[dict[Status, Mood]] = {
    Status.DUE: "due", Status.HELD: "wait", Status.SNOOZED: "later", Status.UPCOMING: "later",
    Status.IN_PROGRESS: "wait", Status.UNANSWERED: "open", Status.OVERDUE: "due", Status.DONE: "done",
    Status.SKIPPED: "skipped", Status.MISSED: "skipped",
}  # fmt: skip
CLOSED: Final = frozenset({Status.DONE, Status.SKIPPED, Status.MISSED})
_END_SHOWN: Final = timedelta(hours=2)
_END_ON_THE_PAGE: Final = timedelta(hours=1)


def calls_today(item: Item) -> bool:
    """Whether the practice has to be called today."""
    return Notice.CALL_PRACTICE_TODAY in item.notices and item.status is not Status.DONE


def card_of(snap: Snapshot, item: Item) -> CardView:
    """The large card of one item."""
    actions = actions_of(snap, item)
    question = item.status is Status.UNANSWERED and all(action.icon for action in actions) and is_intake(snap, item)
    tone = tone_of(item)
    chip: ChipView | None = chip_of(snap, item)
    lines = [instruction_of(snap, item)]
    call: CallView | None = None
    said = ""
    subtitle = "" if question else subtitle_of(snap, item)
    if item.status is Status.IN_PROGRESS:
        chip, subtitle = ChipView(MOODS[item.status], words.status(item.status, snap.lang)), ""
    if calls_today(item):
        lines, said, chip = _call_lines(snap, item), _to_say(snap, item), None
    lines.append(_closed_day(snap, item))
    if calls_today(item) or _needs_a_call(snap, item):
        call = _practice(snap, item)
    return CardView(
        title=headline_of(snap, item),
        tone=tone,
        item=item.id,
        chip=chip,
        subtitle=subtitle,
        lines=tuple(line for line in lines if line),
        notes=notices_of(snap, item),
        call=call,
        actions=() if question else actions,
        choices=actions if question else (),
        drawing="" if question or calls_today(item) else drawing_of(item),
        icon=icon_of(item),
        said=said,
    )


def _needs_a_call(snap: Snapshot, item: Item) -> bool:
    """Whether the number belongs on the card: a late tablet, an appointment to make, an injection that is late."""
    return item.late or item.step == "book" or (is_cycle(snap, item) and item.level > 1 and item.appointment is None)


def tone_of(item: Item) -> Tone:
    """Amber only for what is due now, red only for "call today"."""
    if calls_today(item):
        return "call"
    if item.status is Status.IN_PROGRESS or item.kind in INFORMATIONAL:
        return "calm"
    return "due" if item.status in (Status.DUE, Status.OVERDUE) else "plain"


def chip_of(snap: Snapshot, item: Item) -> ChipView:
    """The state of an item in a word, with its mood."""
    mood: Mood = "call" if calls_today(item) else MOODS[item.status]
    zone = snap.now.tzinfo or UTC
    holder = snap.agenda.item(item.held_by) if item.held_by is not None else None
    again = asked(snap, item).status is not item.status
    return ChipView(mood, words.tie(words.chip(item, snap.lang, zone, holder, again=again)))


def _name_in_sentence(snap: Snapshot, item: Item) -> str:
    return words.title(item, snap.plan(item), snap.lang).rpartition(": ")[2]


def _call_lines(snap: Snapshot, item: Item) -> list[str]:
    planned = words.tie(words.day(item.date, snap.lang))
    your = translate("Today", "Uw {what}").format(what=_name_in_sentence(snap, item))
    lines = [words.sentence("planned_on", snap.lang, your=your, day=planned)]
    today = snap.now.date()
    following_day = next_open(today, str(snap.now.tzinfo))
    if following_day != today:
        following = words.tie(words.day(following_day, snap.lang))
        lines.append(words.sentence("closed_day", snap.lang, day=following))
    return lines


def _closed_day(snap: Snapshot, item: Item) -> str:
    """Where an appointment is to be made for a day on which the practice is usually closed: the day before it."""
    if item.appointment is not None or "booked" not in snap.takes(item) or item.step == "appointment":
        return ""
    open_day = day_before_closed(item.date, snap.now)
    return "" if open_day is None else closed_words(item.date, open_day, snap.lang)


def timeline_of(snap: Snapshot, item: Item) -> tuple[Point, ...]:
    """Of an injection or infusion that is late: when it was given last, when it was planned, and today."""
    if item.level < 2 or not is_cycle(snap, item) or item.status in CLOSED:
        return ()
    what = _name_in_sentence(snap, item)
    planned = Point(translate("TimeLine", "Gepland"), day_month(item.date, snap.lang), "planned")
    today = day_month(snap.now.date(), snap.lang)
    now = Point(translate("TimeLine", "Vandaag"), today, "call" if calls_today(item) else "due")
    if item.since is None:
        return planned, now
    given = full_date(item.since, snap.lang)
    return Point(translate("TimeLine", "Laatste {what}").format(what=what), given, "given"), planned, now


def _to_say(snap: Snapshot, item: Item) -> str:
    """A sentence to read out on the telephone."""
    planned = words.tie(words.day(item.date, snap.lang))
    what = translate("Today", "Mijn {what}").format(what=_name_in_sentence(snap, item))
    said = words.sentence("say_on_phone", snap.lang, what=what, day=planned)
    return words.sentence("you_can_say", snap.lang, said=said).replace("“", "**“").replace("”", "”**")


def _practice(snap: Snapshot, item: Item) -> CallView:
    call = call_of(snap, item)
    key = words.call_for(snap.plan(item), snap.treatment(item))
    return CallView(words.call_name(key, snap.lang), call.number)


def calm(snap: Snapshot) -> CardView:
    """Nothing open: says what comes next, and never that nothing need be done."""
    if not snap.regimen.draft.plans:
        return _nothing_planned()
    timed = timing_card(snap)
    if timed is not None:
        return timed
    for item in snap.agenda.items:
        over, ended = half_hour_over(snap, item), upright_ends(snap, item)
        if over is not None and ended is not None and snap.now - ended < _END_ON_THE_PAGE:
            return over
    walk = next((item for item in snap.agenda.items if is_timed_goal(item) and item.status not in CLOSED), None)
    actions = () if walk is None or snap.timing is not None else (start_watch(walk, large=True),)
    return CardView(
        translate("Today", "Nu staat er niets open"), tone="calm", lines=(_what_follows(snap), *_tomorrow(snap)),
        drawing="cup", actions=actions,
    )  # fmt: skip


def _what_follows(snap: Snapshot) -> str:
    items = snap.agenda.items
    ahead = [item for item in items if item.due > snap.now and item.status not in CLOSED]
    item = min(ahead, key=lambda one: (one.due, one.id), default=None)
    if item is None:
        missing = bool(snap.agenda.faults or snap.regimen.unknown(snap.now.date()))
        done = bool(items) and not missing and all(one.status is Status.DONE for one in items)
        if done:
            return translate("Today", "Alles van vandaag is gedaan. Tot morgen.")
        return translate("Today", "Vandaag komt er niets meer.")
    local = snap.local(item.due)
    if local.date() != snap.now.date():
        day = day_words(local.date(), snap.lang)
        return translate("Today", "Straks: **{title}**, op {day}.").format(title=title_of(snap, item), day=day)
    return translate("Today", "Straks: **{title}**, om {time}.").format(title=title_of(snap, item), time=clock(local))


def _tomorrow(snap: Snapshot) -> tuple[str, ...]:
    """The weekly tablet and the appointments of tomorrow, as the last line of a day on which nothing is open."""
    said = translate("Today", "Morgen: **{title}**, om {time}.")
    coming = sorted(snap.tomorrow, key=lambda item: (item.due, item.id))
    return tuple(
        said.format(title=_name_in_sentence(snap, item), time=clock(snap.local(item.appointment or item.due)))
        for item in coming
    )


def _nothing_planned() -> CardView:
    """The very first page: how to begin."""
    return CardView(
        title=translate("Today", "Welkom. Zo begint u."),
        tone="calm",
        steps=(
            translate("Today", "Leg uw medicijnen en uw afsprakenkaart klaar."),
            translate("Today", "Vul uw behandelingen in. Familie of uw praktijk kan helpen."),
            translate("Today", "Daarna herinnert dit programma u vanzelf."),
        ),
        actions=(
            Action("setup", "", translate("Today", "Begin met invullen"), "arrow-right", "main"),
            Action("leaflet", "", translate("Today", "Lees de folder"), "book-open-text", "quiet"),
        ),
        drawing="cup",
    )


def timing_card(snap: Snapshot) -> CardView | None:
    """While the stopwatch runs and nothing else is open: how long, and the button that stops it."""
    timing = snap.timing
    if timing is None:
        return None
    title = translate("Today", "U bent aan het bewegen")
    if timing.doubtful:
        title = translate("Today", "Hoeveel minuten heeft u bewogen?")
    return CardView(
        title=title,
        tone="calm",
        item=timing.item,
        running=running_words(timing, snap.lang),
        actions=(stop_watch(timing, "main"),),
        drawing="icon",
        icon="person-simple-walk",
    )


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


def date_question(snap: Snapshot) -> CardView:
    """Before any answer is taken: is the date of the computer right?"""
    day = words.tie(words.day(snap.now.date(), snap.lang, year=True))
    return CardView(
        title=words.sentence("date_question", snap.lang, day=day),
        tone="due",
        lines=(translate("Today", "De klok van de computer loopt achter bij wat u eerder noteerde."),),
        notes=(translate("Today", "Klopt de dag niet? Zet eerst de klok van de computer goed, of vraag hulp."),),
        actions=(Action("date", "", translate("Today", "Ja, dat klopt"), "check", "main"),),
    )
