"""From a day to its page: what was planned, what was said of it, what can be put right, and the notes. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from osteoapp import words
from osteoapp.core.events import Answer, Remark, Taken
from osteoapp.core.item import INFORMATIONAL, Item, ItemId, Kind
from osteoapp.i18n import capital, clock, day_words, translate
from osteoapp.ui.calendar.looked import Looked
from osteoapp.ui.calendar.marks import ICONS, State, legend_words, state_words
from osteoapp.ui.icons import Icon
from osteoapp.ui.parts.marks import Mood
from osteoapp.ui.past import Told
from osteoapp.ui.views import Snapshot
from osteoapp.ui.wording import icon_of, title_of

_MOODS: Final[dict[State, Mood]] = {
    State.TAKEN: "done", State.LATE: "done", State.SKIPPED: "skipped", State.MISSED: "skipped", State.OFF: "skipped",
    State.PAUSED: "skipped", State.OPEN: "due", State.COMING: "later", State.FORECAST: "later", State.RUN_OUT: "later",
}  # fmt: skip
# What the person can still say of a thing of an earlier day, in this order.
_OFFERED: Final = ("taken", "given", "done", "booked", "amount", "skipped")


@dataclass(frozen=True, slots=True)
class Act:
    """A button: says ``answer`` of an item, in the place of the answer ``instead``; ``answer`` "" takes that back."""

    item: str
    answer: str
    word: str
    instead: str = ""
    said: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """An answer on the page. ``gone`` says when it was taken back; empty: it stands."""

    text: str
    gone: str = ""
    acts: tuple[Act, ...] = ()


@dataclass(frozen=True, slots=True)
class Thing:
    """One thing of the day."""

    icon: Icon
    title: str
    mood: Mood
    state: str
    when: str = ""
    lines: tuple[Line, ...] = ()
    acts: tuple[Act, ...] = ()
    passage: str = ""
    plan: str = ""


@dataclass(frozen=True, slots=True)
class DayPageView:
    """The whole page of a day. ``today``: what is open is answered on Vandaag."""

    day: date
    title: str
    lead: str
    things: tuple[Thing, ...]
    notes: tuple[Line, ...]
    today: bool
    past: bool
    empty: str = ""


def day_view(
    looked: Looked, day: date, told: Mapping[str, Sequence[Told]], notes: Sequence[Told],
    takes: Mapping[str, frozenset[str]],
) -> DayPageView:  # fmt: skip
    """``told`` are all answers by item, ``takes`` what each item takes now."""
    snap, today = looked.snap, looked.snap.now.date()
    items = [item for item in looked.items.get(day, ()) if item.kind not in INFORMATIONAL]
    items.sort(key=lambda item: (item.kind is Kind.GOAL, item.due, item.id))
    things = [_thing(looked, item, told.get(item.id, ()), takes.get(item.id, frozenset())) for item in items]
    things += _unlisted(looked, items, told)
    things += _only_told(looked, day)
    lead = ""
    if day == today:
        lead = translate("Calendar", "Vandaag")
    elif day > today:
        lead = translate("Calendar", "Deze dag komt nog.")
    return DayPageView(
        day=day,
        title=capital(f"{day_words(day, snap.lang)} {day.year}"),
        lead=lead,
        things=tuple(things),
        notes=tuple(_note(snap, one) for one in notes),
        today=day == today,
        past=day <= today,
        empty="" if things else translate("Calendar", "Op deze dag staat niets."),
    )


def _thing(looked: Looked, item: Item, told: Sequence[Told], takes: frozenset[str]) -> Thing:
    snap = looked.snap
    state = looked.state(item)
    dose = item.kind is Kind.DOSE
    goal = item.kind is Kind.GOAL
    said = capital(state_words(state, dose=dose))
    mood = _MOODS[state]
    when = clock(snap.local(item.planned)) if not goal else ""
    if goal and item.progress is not None:
        said, mood = words.progress(item.progress, snap.lang), "done" if state is State.TAKEN else "later"
    lines = _lines(snap, told, item)
    passages = words.passages(snap.treatment(item), item, snap.plan(item))
    return Thing(
        icon=icon_of(item),
        title=title_of(snap, item),
        mood=mood,
        state=words.tie(said),
        when=when,
        lines=lines,
        acts=_acts(snap, item, takes, standing=any(not line.gone for line in lines)),
        passage=passages[0] if passages else "",
        plan=item.plan,
    )


def _unlisted(looked: Looked, items: Sequence[Item], told: Mapping[str, Sequence[Told]]) -> list[Thing]:
    """What was taken when needed: a log without a plan for the day."""
    listed, found = {item.id for item in items}, []
    for item_id, answers in told.items():
        if item_id in listed or not answers:
            continue
        wanted = ItemId.parse(item_id)
        plan = looked.snap.regimen.plan(wanted.plan, wanted.date)
        title = words.plan_title(plan, looked.snap.lang) if plan is not None else wanted.plan
        lines = tuple(_line(looked.snap, one, Kind.DOSE) for one in answers)
        found.append(Thing("pill", title, "done", translate("Calendar", "Zo nodig"), lines=lines, plan=wanted.plan))
    return found


def _only_told(looked: Looked, day: date) -> list[Thing]:
    """What only has a date: a later injection, and the day on which a medicine runs out."""
    found = []
    for forecast in looked.forecasts:
        if forecast.day == day:
            plan = looked.snap.regimen.plan(forecast.plan, day)
            title = words.plan_title(plan, looked.snap.lang) if plan is not None else forecast.plan
            said = translate("Calendar", "Zo valt het, als de keer ervoor op zijn dag is.")
            state = capital(legend_words(State.FORECAST))
            found.append(Thing("calendar-check", title, "later", state, lines=(Line(said),), plan=forecast.plan))
    for out in looked.run_outs:
        if out.day == day:
            plan = looked.snap.regimen.plan(out.plan, day)
            title = words.plan_title(plan, looked.snap.lang) if plan is not None else out.plan
            said = translate("Calendar", "Vanaf deze dag is uw voorraad op, als u niets bijhaalt.")
            state = capital(legend_words(State.RUN_OUT))
            icon = ICONS[State.RUN_OUT]
            found.append(Thing(icon, title, "later", state, lines=(Line(said),), plan=out.plan))
    return found


def _lines(snap: Snapshot, told: Sequence[Told], item: Item) -> tuple[Line, ...]:
    """What was said of an item; its remarks of the day stand among the notes."""
    shown = (one for one in told if not (isinstance(one.event, Remark) and one.event.local_date == item.date))
    return tuple(_line(snap, one, item.kind) for one in shown)


def _line(snap: Snapshot, one: Told, kind: Kind) -> Line:
    """An answer as a sentence; what stands can be changed or taken back."""
    event = one.event
    text = capital(words.tie(words.noted(event, snap.lang)))
    note = "" if isinstance(event, Remark) else event.note
    text = f"{text}: {note}." if note else f"{text}."
    if one.taken_back is not None:
        return Line(text, gone_words(snap, one))
    return Line(text, acts=tuple(_about(snap, event, kind)))


def gone_words(snap: Snapshot, one: Told) -> str:
    """That an answer was taken back, and when."""
    assert one.taken_back is not None
    day = words.tie(words.day(one.taken_back.date(), snap.lang))
    return translate("Calendar", "Teruggezet op {day}").format(day=day)


def _about(snap: Snapshot, event: Answer, kind: Kind) -> list[Act]:
    """What can be done about an answer that stands: where nobody here knows the treatment, it can only go."""
    text = words.noted(event, snap.lang)
    plan = snap.regimen.plan(ItemId.parse(event.item).plan, event.local_date)
    known = plan is None or plan.treatment in snap.regimen.catalogue
    change = {
        "taken": translate("Calendar", "Tijd wijzigen"),
        "given": translate("Calendar", "Dag wijzigen"),
        "amount": translate("Calendar", "Aantal wijzigen"),
    }.get(event.type, "")
    answer = event.type
    if event.type == "skipped" and kind is Kind.DOSE:
        change, answer = translate("Calendar", "Toch genomen"), "taken"
    found = []
    if isinstance(event, Taken) and event.on is not None:
        change = translate("Calendar", "Dag of tijd wijzigen")
    if change and known:
        found.append(Act(event.item, answer, change, event.id, f"{change}: {text}"))
    back = translate("Calendar", "Zet terug")
    found.append(Act(event.item, "", back, event.id, f"{back}: {text}"))
    return found


def _acts(snap: Snapshot, item: Item, takes: frozenset[str], *, standing: bool) -> tuple[Act, ...]:
    """What can still be said of a thing. What is open today is answered on Vandaag."""
    if item.date > snap.now.date():
        takes = takes & {"given", "booked"}
    if item.date == snap.now.date() and item.kind is Kind.DOSE:
        return ()
    title = title_of(snap, item).replace("\u00a0", " ")
    wanted = [name for name in _OFFERED if name in takes and not (standing and name in ("skipped", "taken"))]
    found = []
    for name in wanted:
        word = words.answer(name, item, snap.lang)
        if name == "taken":
            word = translate("Calendar", "Toch genomen")
        elif name == "amount":
            word = translate("Calendar", "Erbij tellen")
        elif name == "skipped":
            word = translate("Calendar", "Niet genomen") if item.kind is Kind.DOSE else word
        found.append(Act(item.id, name, words.tie(word), said=f"{word}: {title}"))
    return tuple(found)


def _note(snap: Snapshot, one: Told) -> Line:
    """A remark, with what it is about."""
    event = one.event
    assert isinstance(event, Remark)
    text = words.remark(event.note, snap.lang)
    about = about_words(snap, event.item, event.local_date)
    text = f"{about}: {text}" if about else text
    if one.taken_back is not None:
        return Line(text, gone_words(snap, one))
    back = translate("Calendar", "Zet terug")
    return Line(text, acts=(Act(event.item, "", back, event.id, f"{back}: {text}"),))


def about_words(snap: Snapshot, item: str, day: date) -> str:
    """The plan that a note is about; empty where it is about none."""
    try:
        plan = snap.regimen.plan(ItemId.parse(item).plan, day)
    except ValueError:
        return ""
    return words.plan_title(plan, snap.lang) if plan is not None else ""
