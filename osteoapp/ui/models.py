"""From an agenda to what Vandaag shows: which thing comes first, which rows follow, what is told above. Pure."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

from osteoapp import words
from osteoapp.core.item import INFORMATIONAL, Item, Kind, Notice, Status
from osteoapp.i18n import capital, clock, full_day, translate
from osteoapp.ui.cardmodel import CLOSED, calls_today, calm, date_question, timeline_of
from osteoapp.ui.cardmodel import card_of as card_of
from osteoapp.ui.cardmodel import chip_of as chip_of
from osteoapp.ui.cardmodel import half_hour_over as half_hour_over
from osteoapp.ui.rowmodel import in_order, sections_of
from osteoapp.ui.rowmodel import row_of as row_of
from osteoapp.ui.views import BannerView, SectionView, Snapshot, TodayView
from osteoapp.ui.wording import is_cycle, is_intake, pane_of, title_of

_NOON: Final = 12
_SIX: Final = 18
# A pause is asked about from the day before its last one on.
_ASKED_BEFORE: Final = timedelta(days=1)
# Dutch titles lose their capital inside a sentence.
_TITLES: Final = ("Mevrouw ", "Meneer ", "Mijnheer ", "De heer ")


def today_view(snap: Snapshot, selected: str = "") -> TodayView:
    """The whole page. ``selected`` is the row whose answers and leaflet are open; empty: the large card's."""
    first = foremost(snap)
    card = card_of(snap, first) if first is not None else calm(snap)
    shown = [item for item in in_order(snap) if first is None or not _on_the_card(snap, first, item)]
    sections = sections_of(snap, shown, selected, first=first is not None)
    if card.running:
        sections = tuple(_without_stop(section) for section in sections)
    if snap.health.date_doubt:
        card, sections = date_question(snap), tuple(_without_answers(section) for section in sections)
    chosen = next((item for item in (*shown, *snap.ahead) if item.id == selected), first or _next(snap))
    open_ones = [item for item in (*([first] if first is not None else []), *shown) if asks_now(item)]
    return TodayView(
        greeting=greeting(snap),
        lead=_lead(snap, first, len(open_ones)),
        date=capital(full_day(snap.now.date(), snap.lang)),
        card=card,
        sections=sections,
        pane=pane_of(snap, chosen) if chosen is not None else None,
        banners=_banners(snap),
        urgent=_urgent(snap),
        open_count=len(open_ones),
        call_today=any(calls_today(item) for item in open_ones),
        timeline=timeline_of(snap, first) if first is not None else (),
    )


def _on_the_card(snap: Snapshot, first: Item, item: Item) -> bool:
    """Whether the large card already asks it: the item itself, and the appointment of a late injection."""
    asks_for_it = is_cycle(snap, first) and "booked" in snap.takes(first) and first.appointment is None
    return item.id == first.id or (asks_for_it and item.plan == first.plan and item.step == "book" and item.open)


def _without_answers(section: SectionView) -> SectionView:
    rows = tuple(replace(row, action=None, extra=None, more=(), undo="") for row in section.rows)
    return SectionView(section.title, rows)


def _without_stop(section: SectionView) -> SectionView:
    """The stopwatch stands on the large card: its row has only what adds to the goal."""
    rows = (replace(row, action=row.extra, extra=None, running="") if row.running else row for row in section.rows)
    return SectionView(section.title, tuple(rows))


def asks_now(item: Item) -> bool:
    """Whether the item waits for an answer now: it counts in the badge and in the first line."""
    if item.kind is Kind.GOAL or item.kind in INFORMATIONAL:
        return False
    return item.status in (Status.DUE, Status.UNANSWERED, Status.OVERDUE)


def _tells(item: Item) -> bool:
    """Whether it only tells something, now."""
    return item.kind in INFORMATIONAL and item.status is Status.DUE


def foremost(snap: Snapshot) -> Item | None:
    """The item that the large card is about; None where nothing is open."""
    items = [item for item in snap.agenda.items if asks_now(item) or item.status is Status.IN_PROGRESS or _tells(item)]
    return min(items, key=lambda item: (_rank(snap, item), item.due, item.id), default=None)


def _rank(snap: Snapshot, item: Item) -> int:
    """A running half hour, a call today, the tablet, an appointment, what else is due, then what is only asked."""
    if item.status is Status.IN_PROGRESS:
        return 0
    if calls_today(item):
        return 1
    due = item.status is Status.DUE
    if due and is_intake(snap, item):
        return 4 if item.late else 2
    if is_cycle(snap, item) or (due and item.kind is Kind.APPOINTMENT):
        return 3
    if due:
        return 9 if item.kind is Kind.HEADS_UP else 5 if item.kind is Kind.AFTERCARE else 6
    return 7 if item.status is Status.UNANSWERED else 8


def _next(snap: Snapshot) -> Item | None:
    if snap.timing is not None:
        timed = snap.agenda.item(snap.timing.item)
        if timed is not None:
            return timed
    ahead = [item for item in snap.agenda.items if item.status not in CLOSED]
    goals = (item for item in snap.agenda.items if item.kind is Kind.GOAL)
    return min(ahead, key=lambda item: (item.due, item.id), default=None) or next(goals, None) or _any(snap)


def _any(snap: Snapshot) -> Item | None:
    return next(iter(snap.agenda.items), None)


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
    if first is not None and calls_today(first):
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
    if not snap.regimen.draft.plans:
        return translate("Today", "Fijn dat u er bent.")
    return ""


def _banners(snap: Snapshot) -> tuple[BannerView, ...]:
    found = []
    absence = snap.absence
    if absence is not None:
        text = words.sentence(
            "computer_off", snap.lang, first=_when(snap, absence.away_from),
            last=_when(snap, absence.away_to, since=absence.away_from),
        )  # fmt: skip
        # Each name once, however long it was; goals ask for nothing that could have been missed.
        told = (title_of(snap, item) for item in absence.items if item.kind is not Kind.GOAL)
        names = ", ".join(dict.fromkeys(told))
        if names:
            text += " " + translate("Today", "Dit viel in die tijd: {names}.").format(names=names)
        found.append(BannerView("absence", text, "desktop", "tint", translate("Today", "Gezien")))
    if snap.moved:
        text = words.sentence("zone_moved", snap.lang)
        found.append(BannerView("moved", words.tie(text), "clock", "tint", translate("Today", "Gezien")))
    found += _pause(snap)
    for item in snap.ahead:
        if Notice.LATE_APPOINTMENT in item.notices:
            text = words.notice(Notice.LATE_APPOINTMENT, item, snap.plan(item), snap.lang)
            found.append(BannerView("late", words.tie(text), "calendar-check", "sunk"))
    if _first_day(snap):
        text = translate("Today", "Dit is uw eerste dag. Is er iets te doen? Dan hoort en ziet u dat vanzelf.")
        found.append(BannerView("first_day", text, "sun-horizon", "tint"))
    return tuple(found)


def _pause(snap: Snapshot) -> list[BannerView]:
    """That a pause goes on, and until when. Near its end: whether it takes longer, as nobody may have known before."""
    today = snap.now.date()
    last = max((pause.last for pause in snap.regimen.draft.pauses if pause.covers(today)), default=None)
    if last is None:
        return []
    text = translate("Today", "**Pauze** tot en met {day}.").format(day=words.tie(full_day(last, snap.lang)))
    if last == today:
        text = translate("Today", "Vandaag is de laatste dag van de **pauze**.")
    if last - today <= _ASKED_BEFORE:
        text += " " + translate("Today", "Duurt het langer? Verzet dan de laatste dag.")
    return [BannerView("pause", text, "pause", "tint", translate("Today", "Aanpassen"))]


def _first_day(snap: Snapshot) -> bool:
    """Whether all that is planned became known today."""
    known = [snap.local(version.known).date() for version in snap.regimen.versions]
    return bool(known) and min(known) == snap.now.date()


def _when(snap: Snapshot, moment: datetime, since: datetime | None = None) -> str:
    """The time, with its day where that is another; ``since`` is where the range began."""
    local = snap.local(moment)
    if since is not None and snap.local(since).date() != local.date() == snap.now.date():
        return translate("Today", "**vandaag om {time}**").format(time=clock(local))
    if local.date() == snap.now.date():
        return f"**{clock(local)}**"
    return f"**{words.tie(words.day_time(local, snap.lang))}**"


def _urgent(snap: Snapshot) -> BannerView | None:
    """What has to be seen before all else: an answer that is not yet on the disk, a plan that nobody is told of."""
    if snap.health.unsaved:
        return BannerView("unsaved", words.sentence("not_saved", snap.lang), "warning", "due")
    found = []
    broken = [one.plan for one in snap.agenda.faults]
    if broken:
        plans = [plan for plan in snap.regimen.draft.plans if plan.id in broken]
        names = ", ".join(words.plan_title(plan, snap.lang) for plan in plans) or ", ".join(broken)
        text = translate("Today", "Hier gaat iets mis: {names}. U krijgt er nu geen herinnering voor. Let er zelf op.")
        found.append(text.format(names=names))
    unknown = snap.regimen.unknown(snap.now.date())
    if unknown:
        names = ", ".join(words.plan_title(plan, snap.lang) for plan in unknown)
        found.append(words.sentence("unknown_plans", snap.lang, names=f"**{names}**"))
    return BannerView("broken_plan", " ".join(found), "warning", "due") if found else None
